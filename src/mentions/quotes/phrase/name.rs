//! What in a speaker's noun phrase is name and what is title, and what kind of speaker it is.

use super::{FUNCTION, Mode, NOUN_HEAD, Phrase, masdar_here};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::news;
use crate::mentions::quotes::cues::{FormKind, class};
use crate::mentions::quotes::tags::Attached;
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::{EntityKind, SpeakerKind, TokenKind};
use crate::text::clitics;

/// Participles on an age.
static OF_AN_AGE: Words = Words::new(&words::SPEECH, "of an age");

/// Papers that come again as speakers.
static STUDIES: Words = Words::new(&words::SPEECH, "study");

/// Verbs that bring who made a paper.
static MADE_BY: Words = Words::new(&words::SPEECH, "made by");

/// Words before عن that bring who issued a paper.
static ISSUED_BY: Words = Words::new(&words::SPEECH, "issued by");

/// Talks, whose ل brings the hearer.
static TALKS: Words = Words::new(&words::SPEECH, "talk");

/// Outlets.
static OUTLETS: Words = Words::new(&words::SPEECH, "outlet");

/// Adjectives for the kind of a paper.
static KIND_OF_REPORT: Words = Words::new(&words::SPEECH, "kind of a report");

/// Adjectives at the end of a paper's phrase.
static OF_A_PAPER: Words = Words::new(&words::SPEECH, "of a paper");

/// Words that open a clause on who speaks.
static AND_HE_IS: Words = Words::new(&words::SPEECH, "and he is");

/// Speakers who are called after another.
static SOMEBODYS: Words = Words::new(&words::SPEECH, "somebody's");

/// Words that make of the name behind them another than the speaker.
static CLOSE_TO: Words = Words::new(&words::SPEECH, "close to");

/// Heads before the name of a place.
static TOWNS_OF: Words = Words::new(&words::SPEECH, "head before a place");

/// Ranks and forms of address, without article.
static RANKS: Words = Words::new(&words::SPEECH, "rank or form of address");

/// Speakers who need not be named.
static NAMELESS: Words = Words::new(&words::SPEECH, "nameless speaker");

impl Scan<'_> {
    /// Splits a phrase into name and role, reads over an apposition, and says what kind of speaker it is.
    pub(super) fn finish(&self, start: usize, end: usize, b: usize) -> Phrase {
        let head = self.tags[start].classes;
        let mut end = end;
        // nothing useful at the edge
        while end > start + 1
            && (self.tags[end - 1].is(class::FILLER | class::BASM) || matches!(self.word(end - 1), "#" | "-" | "_"))
        {
            end -= 1;
        }
        let after = end;
        // اللاعب البالغ 27 عاما, المدرب البالغ عمره
        if let Some(age) = (start + 1..end).find(|&k| OF_AN_AGE.has(self.word(k)))
            && age + 2 >= end
        {
            end = age;
        }
        let mut name = self.name_inside(start, end);
        let mut next = after;
        if head & class::DOC != 0
            && self.tags[start].entity == 0
            && let Some(inner) = self.issuer(start, b)
        {
            return Phrase {
                start,
                end: inner.end.max(end),
                name: inner.name,
                // the paper itself comes again: الدراسة، البيان
                role: inner
                    .role
                    .or(STUDIES.has(clitics::strip_article(self.stem(start))).then_some((start, start + 1))),
                kind: SpeakerKind::Document,
                next: inner.next.max(end),
                li: inner.li,
            };
        }
        // وزير الداخلية اللبناني، نهاد المشنوق، : the name follows in apposition
        if name.is_none()
            && head & (class::ROLE | class::ORG | class::ANON) != 0
            && end + 1 < b
            && matches!(self.word(end), "،" | "," | "-" | "–")
            && let Some((from, to)) = self.apposed_name(end + 1, b)
            && (head & class::ANON == 0
                // الخبير العسكري، فلان
                || self.tags[start].is(class::DEFINITE) && self.person(from))
        {
            if head & class::ORG == 0 {
                name = Some((from, to));
            }
            next = to;
        }
        // مسؤول يدعى فلان
        if name.is_none()
            && head & (class::ROLE | class::ANON) != 0
            && next + 1 < b
            && matches!(self.word(next), "يدعي" | "تدعي" | "واسمه" | "اسمه" | "اسمها")
            && let Some((from, to)) = self.apposed_name(next + 1, b)
        {
            name = Some((from, to));
            next = to;
        }
        let kind = match name {
            // a name beside its office is one, whatever its words
            Some((f, t)) => match self.kind_of(f, t, 0) {
                SpeakerKind::Anonymous => SpeakerKind::Named,
                kind => kind,
            },
            None => self.kind_of(start, end, head),
        };
        let role = match name {
            Some((f, _)) if f > start => Some((start, f.min(end))),
            Some((_, t)) if t < end => Some((t, end)),
            _ if head & class::ROLE != 0 => Some((start, end)),
            _ => None,
        };
        Phrase {
            start,
            end: end.max(next.min(b)),
            name: name.unwrap_or((start, end)),
            role,
            kind,
            next: next.max(end),
            li: false,
        }
        .tidy(name.is_some_and(|(f, _)| f >= end), end)
    }

    /// متحدث باسم رئيسة الوزراء [فلانة]: the name at `name` is hers, a spokesman without `ال` has none of his own.
    fn principal(&self, start: usize, name: usize) -> bool {
        matches!(self.stem(start), "متحدث" | "متحدثه" | "ناطق" | "ناطقه")
            && (start + 1..name).find(|&k| self.tags[k].is(class::BASM)).is_some_and(|k| {
                self.tags[k + 1].is(class::ROLE)
                    && k + 1 < name
                    && !(k..name).any(|j| self.doc.tokens[j].kind == TokenKind::Punct)
            })
    }

    /// Who issued a document: بيان صادر عن X، بيان لـX، بيان أصدره X، بيان X.
    fn issuer(&self, start: usize, b: usize) -> Option<Phrase> {
        let mut k = start + 1;
        while k < b.min(start + 9) {
            let t = &self.tags[k];
            let w = self.word(k);
            if t.is(class::AN) || MADE_BY.has(w) {
                let whose = self.phrase(k + 1, b, Mode { object: true, ..Mode::default() });
                // أرقام رسمية عن الأشهر الأولى: what they are about
                let about = t.is(class::AN)
                    && !ISSUED_BY.has(self.word(k - 1))
                    && whose.as_ref().is_some_and(|p| {
                        p.kind == SpeakerKind::Role
                            && !self.tags[p.start].is(NOUN_HEAD)
                            && (p.start..p.end).all(|j| self.tags[j].entity == 0)
                    });
                return if about { None } else { whose };
            }
            // أرقام كشف عنها المجلس
            if t.entity == 0
                && self.form(k).is_some_and(|f| f.kind == FormKind::Past && self.cue_of(f).lemma == "كشف")
                && matches!(self.word_at(k + 1), "عنه" | "عنها")
                && k + 2 < b
            {
                return self.phrase(k + 2, b, Mode { object: true, ..Mode::default() }).filter(|p| p.start == k + 2);
            }
            // بيان من النيابة العامة
            if k == start + 1
                && t.is(class::MIN)
                && k + 1 < b
                && (self.tags[k + 1].is(class::ORG | class::ROLE) || self.tags[k + 1].entity != 0)
            {
                return self.phrase(k + 1, b, Mode::default());
            }
            // a letter is to somebody
            let to = matches!(clitics::strip_article(self.stem(start)), "رساله" | "رسايل" | "برقيه" | "خطاب" | "نداء")
                // حديث لقناة: the one that heard it; تقرير لقناة is hers
                || TALKS.has(clitics::strip_article(self.stem(start))) && OUTLETS.has(clitics::strip_article(self.stem(k)));
            // وثيقة لعام 2017
            let time = t.is(class::DAY) || matches!(self.stem(k), "عام" | "سنه" | "العام" | "موسم" | "شهر");
            if t.attached == Attached::Li && !t.is(class::MEDIA | class::MASDAR) && !to && !time {
                return self.phrase_with_li(k, b);
            }
            if k == start + 1
                && !self.tags[start].is(class::DEFINITE)
                && t.attached == Attached::None
                && (t.is(class::ORG | class::ROLE) || t.entity != 0)
                && t.form == 0
                // تقرير إعلامي فرنسي: what kind of report
                && !(t.entity == 0 && KIND_OF_REPORT.has(w))
            {
                let mut p = self.phrase(k, b, Mode::default())?;
                // تقرير يوروبول السنوي: the adjective is the paper's
                let e = self.tags[p.name.0].entity;
                if e != 0
                    && p.name.1 > p.name.0 + 1
                    && self.tags[p.name.1 - 1].entity != e
                    && OF_A_PAPER.has(self.word(p.name.1 - 1))
                {
                    p.name.1 -= 1;
                }
                return Some(p);
            }
            if t.is(FUNCTION | class::THAT)
                || matches!(w, ":" | "\"" | "،" | ",")
                || t.attached == Attached::Bi && t.is(class::MASDAR)
                || t.is(class::FI)
                || (t.form != 0 && t.entity == 0 && !t.is(NOUN_HEAD | class::ADJ))
            {
                return None;
            }
            k += 1;
        }
        None
    }

    pub fn apposed_name(&self, from: usize, b: usize) -> Option<(usize, usize)> {
        let t = &self.tags[from];
        if !matches!(self.doc.tokens[from].kind, TokenKind::Arabic | TokenKind::Latin) || AND_HE_IS.has(self.word(from))
        {
            return None;
        }
        if self.person(from) {
            let mut to = from + 1;
            while to < b && self.tags[to].entity == t.entity {
                to += 1;
            }
            return Some((from, self.hyphenated(to, b)));
        }
        // العقيد ركن تركي المالكي، الدكتور فلان: titles before a tagged name
        if t.entity == 0
            && t.is(class::DEFINITE)
            && t.attached == Attached::None
            && (t.is(class::ROLE) || self.is_honorific_word(self.word(from)))
        {
            let person = (from + 1..b.min(from + 4)).find(|&k| self.person(k))?;
            let plain = (from + 1..person).all(|k| {
                let u = &self.tags[k];
                self.doc.tokens[k].kind == TokenKind::Arabic
                    && u.entity == 0
                    && u.form == 0
                    && u.attached == Attached::None
                    && !u.conjunction
                    && !u.is(FUNCTION | class::PREP | class::DAY | class::MASDAR)
            });
            let mut to = person + 1;
            while to < b && self.tags[to].entity == self.tags[person].entity {
                to += 1;
            }
            return plain.then(|| (person, self.hyphenated(to, b)));
        }
        if t.classes & !class::DEFINITE != 0
            || t.form != 0
            || t.attached != Attached::None
            || t.conjunction
            || t.is(class::DEFINITE)
            || masdar_here(self.word(from))
        {
            return None;
        }
        // ووفقا للصحيفة، ذهبت 90 بالمئة: nor one with a figure
        if t.entity == 0 && from + 1 < b && self.doc.tokens[from + 1].kind == TokenKind::Number {
            return None;
        }
        // وبحسب الوزارة، وصل الوزير الأحد إلى القاهرة: a verb with its subject is no name
        if t.entity == 0
            && let Some(n) = self.tags.get(from + 1)
            && n.entity == 0
            && (n.is(class::ROLE | class::ORG | class::ANON)
                || n.is(class::DEFINITE) && self.word(from).ends_with('ت') && self.word(from + 1).ends_with(['ه', 'ت'])
                || (n.is(class::DEFINITE | class::PREP | class::FI)
                    || self.word(from).ends_with('ت')
                    || matches!(self.word(from), "تم" | "جري"))
                    && boundaries::past_verb(self.word(from)))
        {
            return None;
        }
        let mut to = from;
        while to < b && to < from + 6 {
            let u = &self.tags[to];
            let w = self.word(to);
            if matches!(w, "،" | "," | "-" | "–" | "\"" | ":")
                || u.is(FUNCTION | class::DAY | class::PREP | class::THAT)
            {
                break;
            }
            if self.is_recipient(to) || (u.form != 0 && to > from) {
                break;
            }
            if u.is(class::MASDAR) || u.attached != Attached::None {
                return None;
            }
            to += 1;
        }
        (to > from && to < from + 6).then_some((from, to))
    }

    /// Past parts that hyphens tie to a name that ends before `to`: كانغ كيونغ-وا.
    fn hyphenated(&self, mut to: usize, b: usize) -> usize {
        while to + 1 < b
            && self.word(to) == "-"
            && self.doc.glued(to - 1)
            && self.doc.glued(to)
            && self.doc.tokens[to + 1].kind == TokenKind::Arabic
        {
            to += 2;
        }
        to
    }

    /// The name inside a phrase, when it is not the whole phrase.
    fn name_inside(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let head = &self.tags[start];
        if let Some(name) = self.tagged_name(start, end) {
            return Some(name);
        }
        if head.is(class::ROLE) {
            return self.name_behind_office(start, end);
        }
        if head.is(class::ORG | class::DOC | class::ANON | class::MEDIA) {
            return None;
        }
        // a name first, then its role: نديم المنلا مستشار الحريري
        let plain = |k: usize| self.tags[k].entity == 0;
        let definite = |k: usize| self.tags[k].is(class::DEFINITE);
        let role = (start + 2..end)
            .find(|&k| self.tags[k].is(class::ROLE | class::ANON) && plain(k) && (definite(k) || k + 1 < end));
        // فيكتور فيسكوفو المستكشف الذي …: two bare names, then a participle with the article
        let described = || {
            (start + 2..end).find(|&k| {
                plain(k) && definite(k) && self.word(k).starts_with("الم") && !definite(k - 1) && !definite(k - 2)
            })
        };
        role.or_else(described).map(|k| (start, k))
    }

    /// The first person tagged in the phrase who is the one meant by it.
    fn tagged_name(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let mut i = start;
        while i < end {
            if !self.person(i) {
                i += 1;
                continue;
            }
            let e = self.tags[i].entity;
            let to = (i..end).find(|&k| self.tags[k].entity != e).unwrap_or(end);
            if i == start || !self.of_another(start, i) {
                return Some((i, self.hyphenated(to, end)));
            }
            i = to;
        }
        None
    }

    /// Is the name at `i` that of another than the one the phrase at `start` is about?
    fn of_another(&self, start: usize, i: usize) -> bool {
        let (head, second, before) = (&self.tags[start], &self.tags[start + 1], &self.tags[i - 1]);
        let house = head.is(class::ORG | class::DOC);
        let genitive = (!before.is(class::DEFINITE) || house)
            && before.is(class::ROLE | class::ORG | class::DOC | class::ANON)
            && !self.is_honorific(i - 1);
        // محامي الرئيس الأسبق فلان: he is not the one who speaks
        let somebodys = i > start + 1
            && second.is(class::DEFINITE)
            && second.is(class::ROLE)
            && (i <= start + 3 || !self.stem(start).starts_with("وكيل"))
            && SOMEBODYS.has(self.stem(start));
        house
            || genitive
            || somebodys
            // قائد مؤيد للرئيس السوري فلان, مصادر قريبة من الرئيس الأسبق فلان: somebody near him
            || i > start + 1 && !head.is(class::DEFINITE) && self.near_somebody(start, i)
            || before.is(class::BASM)
            || self.principal(start, i)
    }

    /// An untagged name behind an office, once its phrase is closed: وزير الداخلية [نهاد المشنوق].
    fn name_behind_office(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let mut i = start + 1;
        let mut closed = self.tags[start].is(class::DEFINITE);
        while i < end {
            let (t, before) = (&self.tags[i], &self.tags[i - 1]);
            if let Some(q) = self.quote_over(i) {
                i = q.close.max(i) + 1;
                closed = true;
                continue;
            }
            let common = t.is(NOUN_HEAD | class::ADJ | class::BASM | class::MASDAR)
                || t.attached != Attached::None
                || t.conjunction
                || self.word(i).starts_with('ل') && self.word(i).len() >= 10 && before.is(class::DEFINITE);
            if t.is(class::PREP) {
                closed = false;
            } else if before.is(class::PREP) {
                closed = t.is(class::DEFINITE);
            } else {
                if t.is(class::DEFINITE) {
                    closed = true;
                } else if closed && !common && self.bare_name(i) {
                    let to = (i + 1..end).find(|&k| self.tags[k].is(class::ROLE | class::PREP)).unwrap_or(end);
                    // الجنرال الأمريكي ناقش الآلية: a common noun with the article closes no name
                    let noun = to == i + 2
                        && self.tags[i + 1].is(class::DEFINITE)
                        && self.tags[i + 1].entity == 0
                        && !self.name_like(i + 1, to);
                    return (!noun).then_some((i, to));
                } else if t.entity != 0 || !common && i > start + 1 {
                    closed = true;
                }
                if t.is(class::ORG | class::BASM) && !t.is(class::DEFINITE) {
                    closed = false;
                }
            }
            i += 1;
        }
        None
    }

    /// May the word behind a closed phrase be a name that was not tagged?
    fn bare_name(&self, i: usize) -> bool {
        let before = &self.tags[i - 1];
        self.tags[i].entity == 0
            && self.doc.tokens[i].kind != TokenKind::Punct
            && !self.after_head(i)
            && !self.adjective_like(i)
            && !self.place_noun(i - 1)
            // مؤسس منظمة … لحفظ مخلوقات البحار
            && (!self.word(i - 1).starts_with('ل')
                || before.entity != 0
                || before.is(class::ROLE | class::ORG)
                || self.may_speak(i - 1))
            && !(before.attached == Attached::Li
                && (before.is(class::MASDAR) || !before.is(class::DEFINITE | class::ORG)))
            && self.word(i).chars().count() > 1
            && self.may_speak(i)
            && !self.verb_like(i)
    }

    /// Between an indefinite head and the name: ل or من before the office that the name has?
    fn near_somebody(&self, start: usize, name: usize) -> bool {
        let titled = |k: usize| {
            (k..name)
                .any(|j| self.tags[j].is(class::ROLE) && (self.tags[j].is(class::DEFINITE) || self.word(k) == "من"))
        };
        let anonymous = self.tags[start].is(class::ANON) && !self.tags[start].is(class::ROLE);
        (start + 1..name).any(|k| {
            let t = &self.tags[k];
            let close = self.tags[k - 1].classes & (class::ORG | class::DOC) == 0 && CLOSE_TO.has(self.stem(k - 1));
            (t.attached == Attached::Li || self.word(k) == "من") && (close || anonymous) && titled(k)
        })
    }

    /// رئيس المجلس البلدي لقرية كذا: the name after it is a place's.
    fn place_noun(&self, i: usize) -> bool {
        let w = self.word(i);
        let w = w.strip_prefix(['ل', 'ب']).filter(|r| r.chars().count() > 3).unwrap_or(w);
        TOWNS_OF.has(w)
    }

    fn is_honorific(&self, i: usize) -> bool {
        self.is_honorific_word(self.word(i))
    }

    fn is_honorific_word(&self, w: &str) -> bool {
        RANKS.has(clitics::strip_article(w))
    }

    /// Right after an organisation's head noun: the word is its name (حركة حماس).
    fn after_head(&self, i: usize) -> bool {
        let before = &self.tags[i - 1];
        before.is(class::ORG | class::BASM | class::DOC) && !before.is(class::DEFINITE) || before.is(class::PREP)
    }

    fn adjective_like(&self, i: usize) -> bool {
        // an indefinite relative adjective belongs to the noun: مسؤول أمني تركي
        let w = self.word(i);
        let head = &self.tags[i - 1];
        !head.is(class::DEFINITE) && (w.ends_with("يه") || w.ends_with('ي')) && head.entity == 0
    }

    pub(super) fn kind_of(&self, start: usize, end: usize, head: u32) -> SpeakerKind {
        let tagged = (start..end).find_map(|k| self.entity_kind(k));
        // قوى الأمن
        if matches!(clitics::strip_article(self.stem(start)), "قوي" | "قوات")
            && start + 1 < end
            && matches!(self.word(start + 1), "الامن" | "الجيش" | "الشرطه" | "الدفاع")
        {
            return SpeakerKind::Organisation;
        }
        if head & class::ANON != 0 {
            return SpeakerKind::Anonymous;
        }
        if head & class::DOC != 0 {
            return SpeakerKind::Document;
        }
        if head & class::ORG != 0 {
            return SpeakerKind::Organisation;
        }
        if head & class::ROLE != 0 {
            let anonymous = !self.tags[start].is(class::DEFINITE)
                && NAMELESS.has(self.word(start))
                && tagged.is_none()
                && !(start..end).any(|k| self.tags[k].is(class::BASM));
            return if anonymous { SpeakerKind::Anonymous } else { SpeakerKind::Role };
        }
        match tagged {
            Some(EntityKind::Person) => SpeakerKind::Named,
            Some(_) => SpeakerKind::Organisation,
            None if head & class::MEDIA != 0 => SpeakerKind::Media,
            None if self.tags[start].is(class::DEFINITE) => SpeakerKind::Role,
            None if self.name_like(start, end) => SpeakerKind::Named,
            None => SpeakerKind::Anonymous,
        }
    }

    /// Untagged words that can only be a name: parts of names or words hardly ever met, and no plural or participle
    /// (معدو الدراسة, فلسطينيون, مخاطبا).
    pub(super) fn name_like(&self, start: usize, end: usize) -> bool {
        let gaz = Gazetteer::get();
        let news = news().lexicon();
        let mut words = 0;
        for k in start..end {
            match self.doc.tokens[k].kind {
                TokenKind::Latin => {
                    words += 1;
                    continue;
                }
                TokenKind::Arabic => {}
                _ => continue,
            }
            let w = self.word(k);
            words += 1;
            let part = gaz.part(w).is_some_and(|p| p.given > 0 || p.family > 0);
            let plural = w.chars().count() > 4 && (w.ends_with("ون") || w.ends_with("ين") || w.ends_with("ات"))
                || w.ends_with('و') && news.get(format!("{w}ن").as_str()).is_some();
            let participle =
                w.chars().count() > 4 && w.starts_with('م') && (w.ends_with('ا') || w.ends_with('ه')) && words == 1;
            let count = news.get(w).map_or(0, |e| e.count);
            if !part && (plural || participle || count >= 30 || !self.may_speak(k)) {
                return false;
            }
        }
        words > 0
    }
}

impl Phrase {
    /// An apposed name lies outside start..end of the head phrase: the span stays the head's, `next` goes past it.
    fn tidy(mut self, apposed: bool, head_end: usize) -> Phrase {
        self.end = head_end;
        if apposed {
            self.role = Some((self.start, head_end));
        }
        self
    }
}
