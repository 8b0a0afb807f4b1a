//! The noun phrase of a speaker: where it ends, what in it is name and what is title.

mod extent;

use super::Scan;
use super::cues::class;
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

/// Participles on an age.
static OF_AN_AGE: Words = Words::new(&words::SPEECH, "of an age");

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
        let mut start = self.skip_fillers(a, b);
        if start >= b {
            return None;
        }
        let t = &self.tags[start];
        let mut tried = false;
        let mut head = t;
        if PASSED_OVER.has(self.word(start)) && start + 1 < b {
            // قال فيها الوزير، أكد خلالها الملك
            start = self.skip_fillers(start + 1, b);
            if start >= b {
                return None;
            }
            head = &self.tags[start];
        }
        // an adjunct first (قال في بيان الوزير): one is passed over when a comma ends it
        while !tried && (head.is(class::PREP) || self.bare_preposition(start)) {
            tried = true;
            let comma = (start..b.min(start + 12)).find(|&k| self.comma(k))?;
            // أشار إلى أن الطائرات شنت من جهتها، عدة غارات: the complement, no adjunct
            if (start..comma).any(|k| self.tags[k].is(class::THAT) || self.quote_from(k).is_some()) {
                return None;
            }
            start = self.skip_fillers(comma, b);
            if start >= b {
                return None;
            }
            head = &self.tags[start];
        }
        if self.word(start) == "("
            && let Some(close) = (start + 1..b.min(start + 7)).find(|&k| self.word(k) == ")")
            && close > start + 1
        {
            // عن (الشاباك)
            let kind = self.kind_of(start + 1, close, head.classes);
            return Some(Phrase {
                start: start + 1,
                end: close,
                name: (start + 1, close),
                role: None,
                kind,
                next: close + 1,
                li: false,
            });
        }
        if TIMES.has(self.word(start)) && start + 1 < b {
            start = self.skip_fillers(start + 2, b);
            if start >= b {
                return None;
            }
            head = &self.tags[start];
        }
        // كل من سرايا القدس وكتائب القسام
        if self.word(start) == "كل" && start + 2 < b && self.word(start + 1) == "من" {
            start += 2;
            head = &self.tags[start];
        }
        // أكثر من مصدر, أقل من الربع, نحو 33 ألف شخص
        let counted = if matches!(self.word(start), "اكثر" | "اقل") && start + 2 < b && self.word(start + 1) == "من"
        {
            start + 2
        } else if matches!(self.word(start), "نحو" | "حوالي" | "قرابه" | "زهاء") && start + 1 < b {
            start + 1
        } else {
            start
        };
        if counted > start {
            if self.tags[counted].is(class::ANON | class::ROLE) {
                let mut p = self.phrase(counted, b, mode)?;
                p.start = start;
                p.name.0 = start;
                p.kind = SpeakerKind::Anonymous;
                return Some(p);
            }
            if self.doc.tokens[counted].kind == TokenKind::Number
                || matches!(clitics::strip_article(self.word(counted)), "نصف" | "ربع" | "ثلث" | "ثلثي" | "ثلاثه")
            {
                return self.share(start, counted, b);
            }
            return None;
        }
        // هذه الدراسة، ذلك المتحدث
        if DEMONSTRATIVES.has(self.word(start))
            && start + 1 < b
            && self.tags[start + 1].is(class::DEFINITE)
            && self.tags[start + 1].attached == Attached::None
        {
            start += 1;
            head = &self.tags[start];
        }
        // نفس المصدر، ذات البيان
        if matches!(self.word(start), "نفس" | "ذات")
            && start + 1 < b
            && self.tags[start + 1].is(class::DEFINITE)
            && self.tags[start + 1].is(NOUN_HEAD)
        {
            start += 1;
            head = &self.tags[start];
        }
        if let Some(q) = self.quote_from(start) {
            // a quoted name: قال "شين بيت" في بيان
            let threatens = mode.bi && q.close + 1 < b && q.len() > 1 && self.bi_complement(q.close + 1);
            // وقالت "غرفة العمليات المركزية في الجنوب" إن
            let at_once = q.close + 1 < b
                && (self.tags[q.close + 1].is(class::THAT) && !self.tags[q.close + 1].conjunction
                    || self.tags[q.close + 1].is(class::FI)
                        && self.tags.get(q.close + 2).is_some_and(|n| n.is(class::VENUE))
                        && self.opener_follows(q.close + 1, b));
            let house = q.closed && self.quoted_house(q.open + 1, q.close, b);
            if q.closed
                && !self.own_sentence(q.open + 1, q.close)
                && q.len() <= (if at_once || house { 6 } else { 4 })
                && q.close < b
                && (mode.quoted || threatens || house || self.opener_follows(q.close + 1, b))
            {
                let end = q.close + 1;
                return Some(Phrase {
                    start: start + 1,
                    end: q.close,
                    name: (start + 1, q.close),
                    role: None,
                    kind: self.kind_of(start + 1, q.close, head.classes),
                    next: end,
                    li: false,
                });
            }
            return None;
        }
        // قالت في بيان، بثه التلفزيون، إن: a clause on the paper
        let broadcast = matches!(self.word(start), "بثه" | "بثها" | "بثته" | "بثتها" | "بثت");
        if head.is(FUNCTION | class::PREP | class::FILLER)
            || broadcast
            || self.bare_preposition(start)
            || (head.form != 0 && head.entity == 0 && !head.is(NOUN_HEAD))
        {
            return None;
        }
        // 52٪ من المشاركين
        if self.doc.tokens[start].kind == TokenKind::Number {
            if let Some(p) = self.share(start, start, b) {
                return Some(p);
            }
            let of = (start + 1..b.min(start + 5)).find(|&k| self.word(k) == "من")?;
            let people = of + 1 < b && self.tags[of + 1].is(class::DEFINITE) && !self.tags[of + 1].is(class::DAY);
            if !people {
                return None;
            }
            let end = self.phrase_end(of + 1, b, mode);
            let kind = SpeakerKind::Anonymous;
            return Some(Phrase { start, end, name: (start, end), role: None, kind, next: end, li: false });
        }
        if !matches!(self.doc.tokens[start].kind, TokenKind::Arabic | TokenKind::Latin) {
            return None;
        }
        // عدد الإصابات is no number of people, عدد من الخبراء is
        // عدد كبير من المستخدمين
        let sized = matches!(self.word_at(start + 1), "كبير" | "قليل" | "محدود" | "اخر" | "متزايد")
            && start + 2 < b
            && self.word(start + 2) == "من";
        if matches!(self.word(start), "عدد" | "قسم" | "جزء" | "جانب")
            && !sized
            && (start + 1 >= b || self.word(start + 1) != "من")
        {
            return None;
        }
        if head.entity == 0 && !head.is(NOUN_HEAD) && (head.is(class::MASDAR) || masdar_here(self.word(start))) {
            return None;
        }
        // زعيما الكوريتين، شاهدا عيان: two of them before a genitive
        let two = head.entity == 0
            && self.word(start) != "مقدما"
            && !head.is(NOUN_HEAD | class::DEFINITE)
            && !self.doc.text_of(start).contains('\u{64b}')
            && start + 1 < b
            && (self.tags[start + 1].is(class::DEFINITE)
                || self.tags[start + 1].entity != 0
                || self.word(start + 1) == "عيان")
            && self.tags[start + 1].attached == Attached::None
            && self
                .word(start)
                .strip_suffix('ا')
                .and_then(|one| self.words.entries.get(one))
                .is_some_and(|e| e.classes & (class::ROLE | class::ANON) != 0);
        if two {
            let end = self.phrase_end(start, b, mode);
            let kind = SpeakerKind::Anonymous;
            return Some(Phrase { start, end, name: (start, end), role: None, kind, next: end, li: false });
        }
        if head.entity == 0 && !head.is(NOUN_HEAD) && !self.may_speak(start) {
            return None;
        }
        // صنفته حزبا: a subject has no accusative
        let source = self.doc.text_of(start);
        // ثم حُذفت: a passive
        if head.entity == 0
            && head.classes == 0
            && self.word(start).ends_with('ت')
            && source.chars().take(3).any(|c| c == '\u{64f}')
        {
            return None;
        }
        if head.entity == 0 && (source.ends_with('\u{64b}') || source.ends_with("\u{64b}ا")) {
            return None;
        }
        let end = self.phrase_end(start, b, mode);
        if end <= start {
            return None;
        }
        Some(self.finish(start, end, b))
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
                    return Some(Phrase { start, end, name: (start, end), role: None, kind, next: end, li: false });
                }
                break;
            }
            k += 1;
        }
        while k > count + 1 && matches!(self.word(k - 1), "في" | "من") {
            k -= 1;
        }
        let kind = SpeakerKind::Anonymous;
        people.then_some(Phrase { start, end: k, name: (start, k), role: None, kind, next: k, li: false })
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

    /// Splits a phrase into name and role, reads over an apposition, and says what kind of speaker it is.
    fn finish(&self, start: usize, end: usize, b: usize) -> Phrase {
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
                && self.form(k).is_some_and(|f| f.kind == super::FormKind::Past && self.cue_of(f).lemma == "كشف")
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
                    && super::boundaries::past_verb(self.word(from)))
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
        let head = self.tags[start].classes;
        // tagged persons
        let mut i = start;
        while i < end {
            if self.person(i) {
                let e = self.tags[i].entity;
                let mut to = i;
                while to < end && self.tags[to].entity == e {
                    to += 1;
                }
                let genitive = i > start
                    && (!self.tags[i - 1].is(class::DEFINITE) || self.tags[start].is(class::ORG | class::DOC))
                    && self.tags[i - 1].is(class::ROLE | class::ORG | class::DOC | class::ANON)
                    && !self.is_honorific(i - 1);
                // محامي الرئيس الأسبق فلان: he is not the one who speaks
                let genitive = genitive
                    || i > start + 1
                        && self.tags[start + 1].is(class::DEFINITE)
                        && self.tags[start + 1].is(class::ROLE)
                        && (i <= start + 3 || !self.stem(start).starts_with("وكيل"))
                        && SOMEBODYS.has(self.stem(start));
                // قائد مؤيد للرئيس السوري فلان, مصادر قريبة من الرئيس الأسبق فلان: somebody near him
                let near = i > start + 1 && !self.tags[start].is(class::DEFINITE) && self.near_somebody(start, i);
                let genitive = genitive || near;
                let spoken_for = i > start && (self.tags[i - 1].is(class::BASM) || self.principal(start, i));
                let whole = head & (class::ORG | class::DOC) != 0 && i > start;
                if !genitive && !spoken_for && !whole {
                    return Some((i, self.hyphenated(to, end)));
                }
                i = to;
            } else {
                i += 1;
            }
        }
        // no tagged person: by grammar
        if head & (class::ORG | class::DOC | class::ANON | class::MEDIA) != 0 && head & class::ROLE == 0 {
            return None;
        }
        if head & class::ROLE != 0 {
            let mut i = start + 1;
            let mut closed = self.tags[start].is(class::DEFINITE);
            while i < end {
                let t = &self.tags[i];
                if let Some(q) = self.quote_over(i) {
                    i = q.close.max(i) + 1;
                    closed = true;
                    continue;
                }
                if t.is(class::PREP) {
                    closed = false;
                    i += 1;
                    continue;
                }
                if i > start && self.tags[i - 1].is(class::PREP) {
                    closed = t.is(class::DEFINITE);
                    i += 1;
                    continue;
                }
                let common = t.classes & (NOUN_HEAD | class::ADJ | class::BASM | class::PREP | class::MASDAR) != 0
                    || t.attached != Attached::None
                    || t.conjunction
                    || (i > start
                        && self.word(i).starts_with('ل')
                        && self.word(i).len() >= 10
                        && self.tags[i - 1].is(class::DEFINITE));
                if t.is(class::DEFINITE) {
                    closed = true;
                } else if closed
                    && !common
                    && t.entity == 0
                    && self.doc.tokens[i].kind != TokenKind::Punct
                    && !self.after_head(i)
                    && !self.adjective_like(i)
                    && !self.place_noun(i - 1)
                    // مؤسس منظمة … لحفظ مخلوقات البحار
                    && (!self.word(i - 1).starts_with('ل')
                        || self.tags[i - 1].entity != 0
                        || self.tags[i - 1].is(class::ROLE | class::ORG)
                        || self.may_speak(i - 1))
                    && !(self.tags[i - 1].attached == Attached::Li
                        && (self.tags[i - 1].is(class::MASDAR) || !self.tags[i - 1].is(class::DEFINITE | class::ORG)))
                    && self.word(i).chars().count() > 1
                    && self.may_speak(i)
                    && !self.verb_like(i)
                {
                    let mut to = i + 1;
                    while to < end && !(self.tags[to].is(class::ROLE) || self.tags[to].is(class::PREP)) {
                        to += 1;
                    }
                    // الجنرال الأمريكي ناقش الآلية: a common noun with the article closes no name
                    let common = to == i + 2
                        && self.tags[i + 1].is(class::DEFINITE)
                        && self.tags[i + 1].entity == 0
                        && !self.name_like(i + 1, to);
                    return (!common).then_some((i, to));
                } else if t.entity != 0 || (!common && i > start + 1) {
                    closed = true;
                }
                if t.is(class::ORG | class::BASM) && !t.is(class::DEFINITE) {
                    closed = false;
                }
                i += 1;
            }
            return None;
        }
        // a name first, then its role: نديم المنلا مستشار الحريري
        let role = (start + 1..end).find(|&k| {
            self.tags[k].is(class::ROLE | class::ANON)
                && self.tags[k].entity == 0
                && (self.tags[k].is(class::DEFINITE) || k + 1 < end)
                && k >= start + 2
        });
        // فيكتور فيسكوفو المستكشف الذي …: two bare names, then a participle with the article
        let described = || {
            (start + 2..end).find(|&k| {
                self.tags[k].entity == 0
                    && self.tags[k].is(class::DEFINITE)
                    && self.word(k).starts_with("الم")
                    && !self.tags[k - 1].is(class::DEFINITE)
                    && !self.tags[k - 2].is(class::DEFINITE)
            })
        };
        role.or_else(described).map(|k| (start, k))
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

    /// Part of a person's name.
    pub fn person(&self, i: usize) -> bool {
        self.entity_kind(i) == Some(EntityKind::Person)
    }

    /// Type of the entity that covers token `i`.
    pub fn entity_kind(&self, i: usize) -> Option<EntityKind> {
        let e = self.tags[i].entity;
        (e != 0).then(|| self.mentions.entities[e as usize - 1].kind)
    }

    fn kind_of(&self, start: usize, end: usize, head: u32) -> SpeakerKind {
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
    fn name_like(&self, start: usize, end: usize) -> bool {
        let gaz = crate::lang::gaz::Gazetteer::get();
        let news = crate::mentions::entities::news().lexicon();
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

fn masdar_here(w: &str) -> bool {
    super::tags::masdar_like(w)
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
