//! The noun phrase of a speaker: where it ends, what in it is name and what is title.

mod extent;
mod name;

use super::Scan;
use super::cues::class;
use super::marks::Quoted;
use super::tags::Attached;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, SpeakerKind, TokenKind};
use crate::text::clitics;

/// A speaker's noun phrase, as token indices (end exclusive).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// The name inside, or the whole when there is none.
    pub name: (usize, usize),
    /// Title and role words, before or after the name.
    pub role: Option<(usize, usize)>,
    /// Kind of speaker.
    pub kind: SpeakerKind,
    /// Where reading goes on (past an apposition that was read over).
    pub next: usize,
    /// The first word carries a ل that is no part of the name (وفقا لوزارة …).
    pub li: bool,
}

/// How a noun phrase is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mode {
    /// Another noun phrase may follow without a preposition (an object or an addressee).
    pub object: bool,
    /// The cue's complement is opened by ب: a word with ب is not part of the phrase.
    pub bi: bool,
    /// Prepositions that open the complement (bits of [`class`]) end the phrase.
    pub stop: u32,
    /// A quoted name is a phrase whatever follows.
    pub quoted: bool,
}

const NOUN_HEAD: u32 = class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA;
const FUNCTION: u32 = class::THAT | class::REL | class::CONJ | class::KAN | class::QAD | class::NEG;
/// Longest noun phrase of a speaker in tokens; the 99th percentile of hand-read ones is 14.
const LONGEST: usize = 18;
/// An unlisted, untagged word met this often in 31,525 articles is no name: of those read at the place of a speaker, names
/// stood below.
const COMMON_WORD: u32 = 150;
/// The same for a listed part of names (عمر, أمل, سلام), which news has as names too.
const COMMON_NAME: u32 = 6_000;

/// Adverbs of time between a verb and its subject.
static TIME_ADVERBS: Words = Words::new(&words::SPEECH, "adverb of time");

/// Prepositions with a pronoun between a verb and its subject.
static PASSED_OVER: Words = Words::new(&words::SPEECH, "preposition passed over");

/// Adverbs for how often and in which way.
static TIMES: Words = Words::new(&words::SPEECH, "how often");

/// Demonstratives.
static DEMONSTRATIVES: Words = Words::new(&words::SPEECH, "demonstrative");

/// Words behind a number of persons.
static PERSONS_OF: Words = Words::new(&words::SPEECH, "of persons");

/// Words inside a number.
static NUMBER_LINKS: Words = Words::new(&words::SPEECH, "inside a number");

/// Words that make of مصالح the services of a state.
static SERVICES: Words = Words::new(&words::SPEECH, "service of the state");

/// Pronouns of one or some.
static ONE_OF_THEM: Words = Words::new(&words::SPEECH, "one of them");

/// Reporters.
static REPORTERS: Words = Words::new(&words::SPEECH, "reporter");

/// Verbs on how a document was come by.
static CAME_BY: Words = Words::new(&words::SPEECH, "came by");

/// Words that begin another noun phrase behind a closed one, or tell how.
static SOMETHING_ELSE: Words = Words::new(&words::SPEECH, "begins something else");

/// Words before which the phrase of who speaks ends.
static NEXT_CLAUSE: Words = Words::new(&words::SPEECH, "next clause");

/// Adjectives of speakers before من.
static SUPPORTED: Words = Words::new(&words::SPEECH, "supported by");

/// Nouns that make one field with an adjective behind them.
static FIELDS_BEFORE: Words = Words::new(&words::SPEECH, "field with two words");

/// Numbers behind a definite noun.
static HOW_MANY: Words = Words::new(&words::SPEECH, "how many");

/// Prepositions with a pronoun behind a participle.
static BY_HIM: Words = Words::new(&words::SPEECH, "by him");

impl Phrase {
    /// A phrase without a name of its own inside.
    pub fn plain(start: usize, end: usize, kind: SpeakerKind) -> Phrase {
        Phrase { start, end, name: (start, end), role: None, kind, next: end, li: false }
    }
}

impl Scan<'_> {
    /// Skips commas, days, adverbs and recipients from `i`; the place where something else stands.
    pub fn skip_fillers(&self, mut i: usize, b: usize) -> usize {
        while i < b {
            let t = &self.tags[i];
            let w = self.word(i);
            if matches!(w, "،" | "," | "-" | "–" | "—" | "#")
                || (t.is(class::DAY | class::FILLER) && t.form == 0 && t.entity == 0)
                || (self.doc.tokens[i].kind == TokenKind::Number && i > 0 && self.tags[i - 1].is(class::DAY))
            {
                i += 1;
            } else if TIME_ADVERBS.has(w)
                && i + 1 < b
                && (self.tags[i + 1].is(class::DAY) || self.doc.tokens[i + 1].kind == TokenKind::Number)
            {
                i += 2;
            } else if self.is_recipient(i) {
                i = self.skip_recipient(i, b);
            } else if let Some(to) = self.time_adjunct(i, b) {
                i = to;
            } else {
                break;
            }
        }
        i
    }

    /// في ذلك الحين، غير مرة, أكثر من مرة، مرارا وتكرارا: when or how often, in several words. One past its end.
    pub fn time_adjunct(&self, i: usize, b: usize) -> Option<usize> {
        static POINTED: Words = Words::new(&words::SPEECH, "time pointed at");
        let word = |k: usize| if k < b { self.word(k) } else { "" };
        let to = match word(i) {
            "في" if matches!(word(i + 1), "ذلك" | "هذا") && POINTED.has(word(i + 2)) => i + 3,
            "في" if word(i + 1) == "وقت" && matches!(word(i + 2), "سابق" | "لاحق") => i + 3,
            "في" if word(i + 1) == "السابق" => i + 2,
            "غير" if word(i + 1) == "مره" => i + 2,
            "اكثر" | "لاكثر" if word(i + 1) == "من" && word(i + 2) == "مره" => i + 3,
            "مرارا" if word(i + 1) == "وتكرارا" => i + 2,
            _ => return None,
        };
        (to <= b).then_some(to)
    }

    /// `لرويترز`, `لـ CNN`, `للصحفيين`, `لوكالة …`.
    pub fn is_recipient(&self, i: usize) -> bool {
        let t = &self.tags[i];
        if t.is(class::RECIPIENT) || (t.attached == Attached::Li && t.is(class::MEDIA)) {
            return true;
        }
        matches!(self.word(i), "ل") && i + 1 < self.tags.len() && {
            let next = &self.tags[i + 1];
            next.is(class::MEDIA)
                || self.doc.tokens[i + 1].kind == TokenKind::Latin
                || matches!(self.word(i + 1), "\"" | "«" | "“")
        }
    }

    fn skip_recipient(&self, mut i: usize, b: usize) -> usize {
        let first = i;
        i += 1;
        while i < b && i < first + 9 {
            let t = &self.tags[i];
            let w = self.word(i);
            if let Some(q) = self.quote_from(i) {
                i = q.close + 1;
                continue;
            }
            if t.is(FUNCTION | class::DAY | class::PREP | class::THAT)
                || t.form != 0
                || matches!(w, "،" | "," | ":" | "." | "\"")
            {
                break;
            }
            // a second recipient word or its adjective; a new head noun begins something else
            if t.is(class::ROLE) && !t.is(class::DEFINITE) {
                break;
            }
            i += 1;
        }
        i
    }

    /// Reads a speaker's noun phrase that begins at or after `a` and ends before `b`. None when there is none (the
    /// subject is dropped).
    pub fn phrase(&self, a: usize, b: usize, mode: Mode) -> Option<Phrase> {
        let mut start = self.past_adjunct(a, b)?;
        // عن (الشاباك)
        if self.word(start) == "("
            && let Some(close) = (start + 1..b.min(start + 7)).find(|&k| self.word(k) == ")")
            && close > start + 1
        {
            let kind = self.kind_of(start + 1, close, self.tags[start].classes);
            return Some(Phrase { next: close + 1, ..Phrase::plain(start + 1, close, kind) });
        }
        if TIMES.has(self.word(start)) && start + 1 < b {
            start = self.skip_fillers(start + 2, b);
        }
        if start >= b {
            return None;
        }
        // كل من سرايا القدس وكتائب القسام
        if self.word(start) == "كل" && start + 2 < b && self.word(start + 1) == "من" {
            start += 2;
        }
        // أكثر من مصدر, أقل من الربع, نحو 33 ألف شخص
        match self.word(start) {
            "اكثر" | "اقل" if start + 2 < b && self.word(start + 1) == "من" => {
                return self.about_as_many(start, start + 2, b, mode);
            }
            "نحو" | "حوالي" | "قرابه" | "زهاء" if start + 1 < b => {
                return self.about_as_many(start, start + 1, b, mode);
            }
            _ => {}
        }
        let start = self.past_demonstrative(start, b);
        if let Some(q) = self.quote_from(start) {
            return self.name_in_marks(q, b, mode);
        }
        if self.begins_no_phrase(start) {
            return None;
        }
        if self.doc.tokens[start].kind == TokenKind::Number {
            return self.share(start, start, b).or_else(|| self.so_many_of(start, b, mode));
        }
        if self.counts_or_happens(start, b) {
            return None;
        }
        let two = self.two_of_them(start, b);
        if !two && self.no_subject(start) {
            return None;
        }
        let end = self.phrase_end(start, b, mode);
        if two {
            return Some(Phrase::plain(start, end, SpeakerKind::Anonymous));
        }
        (end > start).then(|| self.finish(start, end, b))
    }

    /// Past what may stand between a verb and its subject: fillers, فيها, and one adjunct that a comma ends (قال في بيان، الوزير).
    fn past_adjunct(&self, a: usize, b: usize) -> Option<usize> {
        let inside = |start: usize| (start < b).then_some(start);
        let mut start = inside(self.skip_fillers(a, b))?;
        // قال فيها الوزير، أكد خلالها الملك
        if PASSED_OVER.has(self.word(start)) && start + 1 < b {
            start = inside(self.skip_fillers(start + 1, b))?;
        }
        if !self.tags[start].is(class::PREP) && !self.bare_preposition(start) {
            return Some(start);
        }
        let comma = (start..b.min(start + 12)).find(|&k| self.comma(k))?;
        // أشار إلى أن الطائرات شنت من جهتها، عدة غارات: the complement, no adjunct
        if (start..comma).any(|k| self.tags[k].is(class::THAT) || self.quote_from(k).is_some()) {
            return None;
        }
        inside(self.skip_fillers(comma, b))
    }

    /// The people behind أكثر من, نحو and the like, or the share of them.
    fn about_as_many(&self, start: usize, count: usize, b: usize, mode: Mode) -> Option<Phrase> {
        if self.tags[count].is(class::ANON | class::ROLE) {
            let p = self.phrase(count, b, mode)?;
            return Some(Phrase { start, name: (start, p.name.1), kind: SpeakerKind::Anonymous, ..p });
        }
        let number = self.doc.tokens[count].kind == TokenKind::Number
            || matches!(clitics::strip_article(self.word(count)), "نصف" | "ربع" | "ثلث" | "ثلثي" | "ثلاثه");
        if number { self.share(start, count, b) } else { None }
    }

    /// هذه الدراسة، ذلك المتحدث, نفس المصدر، ذات البيان: the noun behind the word that points to it.
    fn past_demonstrative(&self, mut start: usize, b: usize) -> usize {
        let definite = |k: usize| k < b && self.tags[k].is(class::DEFINITE);
        if DEMONSTRATIVES.has(self.word(start))
            && definite(start + 1)
            && self.tags[start + 1].attached == Attached::None
        {
            start += 1;
        }
        let same =
            matches!(self.word(start), "نفس" | "ذات") && definite(start + 1) && self.tags[start + 1].is(NOUN_HEAD);
        start + usize::from(same)
    }

    /// قال "شين بيت" في بيان: a quoted name.
    fn name_in_marks(&self, q: Quoted, b: usize, mode: Mode) -> Option<Phrase> {
        let (first, next) = (q.open + 1, q.close + 1);
        if !q.closed || q.close >= b || self.own_sentence(first, q.close) {
            return None;
        }
        let threatens = mode.bi && next < b && q.len() > 1 && self.bi_complement(next);
        // وقالت "غرفة العمليات المركزية في الجنوب" إن
        let at_once = next < b
            && (self.tags[next].is(class::THAT) && !self.tags[next].conjunction
                || self.tags[next].is(class::FI)
                    && self.tags.get(next + 1).is_some_and(|n| n.is(class::VENUE))
                    && self.opener_follows(next, b));
        let house = self.quoted_house(first, q.close, b);
        let name = q.len() <= (if at_once || house { 6 } else { 4 })
            && (mode.quoted || threatens || house || self.opener_follows(next, b));
        let kind = || self.kind_of(first, q.close, self.tags[q.open].classes);
        name.then(|| Phrase { next, ..Phrase::plain(first, q.close, kind()) })
    }

    /// Words that no phrase begins with.
    fn begins_no_phrase(&self, start: usize) -> bool {
        let head = &self.tags[start];
        head.is(FUNCTION | class::PREP | class::FILLER)
            // قالت في بيان، بثه التلفزيون، إن: a clause on the paper
            || matches!(self.word(start), "بثه" | "بثها" | "بثته" | "بثتها" | "بثت")
            || self.bare_preposition(start)
            || head.form != 0 && head.entity == 0 && !head.is(NOUN_HEAD)
    }

    /// 52 من المشاركين
    fn so_many_of(&self, start: usize, b: usize, mode: Mode) -> Option<Phrase> {
        let people = (start + 1..b.min(start + 5)).find(|&k| self.word(k) == "من")? + 1;
        if people >= b || !self.tags[people].is(class::DEFINITE) || self.tags[people].is(class::DAY) {
            return None;
        }
        Some(Phrase::plain(start, self.phrase_end(people, b, mode), SpeakerKind::Anonymous))
    }

    /// A number of things or a happening, or no word at all: عدد الإصابات is no number of people, عدد من الخبراء is.
    fn counts_or_happens(&self, start: usize, b: usize) -> bool {
        let head = &self.tags[start];
        if !matches!(self.doc.tokens[start].kind, TokenKind::Arabic | TokenKind::Latin) {
            return true;
        }
        // عدد كبير من المستخدمين
        let sized = matches!(self.word_at(start + 1), "كبير" | "قليل" | "محدود" | "اخر" | "متزايد")
            && start + 2 < b
            && self.word(start + 2) == "من";
        matches!(self.word(start), "عدد" | "قسم" | "جزء" | "جانب")
            && !sized
            && (start + 1 >= b || self.word(start + 1) != "من")
            || head.entity == 0 && !head.is(NOUN_HEAD) && (head.is(class::MASDAR) || masdar_here(self.word(start)))
    }

    /// زعيما الكوريتين، شاهدا عيان: two of them before a genitive.
    fn two_of_them(&self, start: usize, b: usize) -> bool {
        let head = &self.tags[start];
        if start + 1 >= b || head.entity != 0 || head.is(NOUN_HEAD | class::DEFINITE) {
            return false;
        }
        let n = &self.tags[start + 1];
        let one = || {
            let stem = self.word(start).strip_suffix('ا')?;
            self.words.entries.get(stem)
        };
        self.word(start) != "مقدما"
            && !self.doc.text_of(start).contains('\u{64b}')
            && (n.is(class::DEFINITE) || n.entity != 0 || self.word(start + 1) == "عيان")
            && n.attached == Attached::None
            && one().is_some_and(|e| e.classes & (class::ROLE | class::ANON) != 0)
    }

    /// An untagged word that cannot be a subject.
    fn no_subject(&self, start: usize) -> bool {
        let head = &self.tags[start];
        if head.entity != 0 {
            return false;
        }
        let source = self.doc.text_of(start);
        // ثم حُذفت: a passive
        let passive =
            head.classes == 0 && self.word(start).ends_with('ت') && source.chars().take(3).any(|c| c == '\u{64f}');
        // صنفته حزبا: a subject has no accusative
        let accusative = source.ends_with('\u{64b}') || source.ends_with("\u{64b}ا");
        passive || accusative || !head.is(NOUN_HEAD) && !self.may_speak(start)
    }

    /// أعلن "مجلس منبج العسكري"، …, أفادت "رويترز" ب…: an institution's whole name in marks from `from` to `close`, with more of the
    /// sentence behind it.
    fn quoted_house(&self, from: usize, close: usize, b: usize) -> bool {
        let e = self.tags[from].entity;
        let tagged = e != 0
            && self.entity_kind(from) == Some(EntityKind::Organisation)
            && (from..close).all(|k| self.tags[k].entity == e || self.doc.tokens[k].kind == TokenKind::Punct);
        let noun = self.tags[from].is(class::ORG) && !self.tags[from].is(class::DEFINITE) && close > from + 1;
        let goes_on = close + 3 < b
            && (self.comma(close + 1)
                || self.tags[close + 1].is(class::THAT | class::FI | class::AN)
                || self.bare_preposition(close + 1)
                || self.tags[close + 1].is(class::DAY));
        (tagged || noun) && goes_on
    }

    /// Words in marks that are a sentence and no name: `"لن نعود إلى الحرب"`, `"نجحنا"`.
    fn own_sentence(&self, from: usize, close: usize) -> bool {
        static OPENS: Words = Words::new(&words::SPEECH, "opens a sentence in marks");
        self.tags[from].entity == 0 && (OPENS.has(self.word(from)) || (from..close).any(|k| self.first_person(k)))
    }

    /// Some of those asked: 34 في المئة, 5,6٪ منهم, 9 من كل 10 موظفين, أكثر من ثلث (34,5٪) المشاركين, نحو 33 ألف شخص. `count` is the
    /// number or fraction.
    fn share(&self, start: usize, count: usize, b: usize) -> Option<Phrase> {
        let mut k = count + 1;
        let mut people = !matches!(self.doc.tokens[count].kind, TokenKind::Number);
        while k < b && k < count + 14 {
            let w = self.word(k);
            let glued = self.doc.glued(k - 1) && matches!(w, "," | ".");
            if matches!(w, "%" | "٪") || words::OF_HUNDRED.has(w) || words::IN_HUNDRED.has(w) {
                people = true;
            } else if matches!(w, "من") && self.word_at(k + 1) == "كل" {
                people = true;
                k += 1;
            } else if PERSONS_OF.has(w) {
                people = true;
            } else if w == "(" {
                let close = (k + 1..b.min(k + 8)).find(|&j| self.word(j) == ")")?;
                k = close;
            } else if !(glued || self.doc.tokens[k].kind == TokenKind::Number || NUMBER_LINKS.has(w)) {
                // المشاركين في الاستطلاع
                let noun = self.tags[k].is(class::DEFINITE) && (w.ends_with("ين") || self.tags[k].is(class::ANON))
                    || self.tags[k].is(class::ANON);
                if noun && (people || k > count) {
                    let end = self.phrase_end(k, b, Mode { object: true, ..Mode::default() });
                    let kind = SpeakerKind::Anonymous;
                    return Some(Phrase::plain(start, end, kind));
                }
                break;
            }
            k += 1;
        }
        while k > count + 1 && matches!(self.word(k - 1), "في" | "من") {
            k -= 1;
        }
        let kind = SpeakerKind::Anonymous;
        people.then_some(Phrase::plain(start, k, kind))
    }

    /// A head noun that no list knows: a name that was not tagged, people (محققون, مستخدمو), or a thing that cannot speak
    /// (قيمتها, هجوما, بنزع, نسبة)? Names are rare words or listed parts of names; things are common ones, or have a
    /// particle, a case ending or a pronoun on a word that is commoner without it.
    fn may_speak(&self, i: usize) -> bool {
        if self.doc.tokens[i].kind == TokenKind::Latin || self.tags[i].is(class::DEFINITE) {
            return true;
        }
        let w = self.word(i);
        // مصالح الأمن: the services
        if w == "مصالح" {
            return SERVICES.has(self.word_at(i + 1));
        }
        let lexicon = crate::mentions::entities::news().lexicon();
        let count = |w: &str| lexicon.get(w).map_or(0u32, |e| u32::from(e.count));
        let own = count(w);
        let people = |stem: &str, other: &str| stem.len() >= 6 && count(&format!("{stem}{other}")) > 0;
        if w.strip_suffix("ون").is_some_and(|s| people(s, "ين")) || w.strip_suffix('و').is_some_and(|s| people(s, "ون"))
        {
            return true;
        }
        // يدفعوا: a verb
        if w.starts_with('ي') && w.ends_with("وا") {
            return false;
        }
        let part = crate::lang::gaz::Gazetteer::get().part(w).is_some_and(|p| p.given > 0 || p.family > 0);
        let commoner = |rest: &str, times: u32| rest.chars().count() >= 3 && count(rest) > own * times;
        let particle = ["ب", "ل", "ك", "و", "ف", "س"].iter().any(|p| w.strip_prefix(p).is_some_and(|r| commoner(r, 2)))
            || w.strip_prefix("لل").is_some_and(|r| commoner(&format!("ال{r}"), 1));
        let ending = w.strip_suffix('ا').is_some_and(|r| commoner(r, 2))
            || ["ها", "هم", "هما", "ه", "نا"].iter().any(|p| {
                w.strip_suffix(p).is_some_and(|r| {
                    commoner(r, 1) || r.strip_suffix('ت').is_some_and(|r| commoner(&format!("{r}ه"), 1))
                })
            });
        if particle || ending {
            return false;
        }
        own < if part { COMMON_NAME } else { COMMON_WORD }
    }

    /// توجهت, اقتحمت: a feminine past whose masculine is met too.
    fn verb_like(&self, i: usize) -> bool {
        let w = self.word(i);
        w.chars().count() >= 5
            && w.strip_suffix('ت')
                .is_some_and(|s| crate::mentions::entities::news().lexicon().get(s).is_some_and(|e| e.count > 5))
    }

    /// Hardly ever met: a part of a foreign name rather than a noun.
    fn rare(&self, i: usize) -> bool {
        let count = crate::mentions::entities::news().lexicon().get(self.word(i)).map_or(0, |e| e.count);
        count < 10 && !self.word(i).starts_with('و')
    }

    /// A phrase whose first word carries ل.
    pub fn phrase_with_li(&self, start: usize, b: usize) -> Option<Phrase> {
        if start >= b || self.doc.tokens[start].kind != TokenKind::Arabic {
            return None;
        }
        let end = self.phrase_end(start, b, Mode::default());
        let mut p = self.finish(start, end, b);
        p.li = p.name.0 == start;
        Some(p)
    }

    /// A preposition written onto its word or left alone before marks.
    pub fn bare_preposition(&self, i: usize) -> bool {
        let t = &self.tags[i];
        (matches!(t.attached, Attached::Bi | Attached::Li) && !t.is(class::THAT) && t.entity == 0)
            || matches!(self.word(i), "ب" | "ل" | "ك")
    }

    /// Part of a person's name.
    pub fn person(&self, i: usize) -> bool {
        self.entity_kind(i) == Some(EntityKind::Person)
    }

    /// Type of the entity that covers token `i`.
    pub fn entity_kind(&self, i: usize) -> Option<EntityKind> {
        let e = self.tags[i].entity;
        (e != 0).then(|| self.mentions.entities[e as usize - 1].kind)
    }
}

fn masdar_here(w: &str) -> bool {
    super::tags::masdar_like(w)
}
