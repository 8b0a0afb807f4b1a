//! The grammar: where an expression begins, how far it goes, what it says.

use crate::lang::ar::dates::{Edge, Link, Part, System, Tense, Turn, Unit, Word, classify, holiday, holidays_from};
use crate::lang::ar::numbers::{self, Number};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{DateKind, DateMention, Span, TokenKind};
use crate::text::Document;

use super::{Clock, DateExpr, Length, WITHIN, What, YearSaid, mention};

/// Years that a bare four-digit number may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;
/// Years that a bare four-digit number may mean without any cue.
const PLAIN_YEARS: std::ops::RangeInclusive<i32> = 1700..=2099;
/// Years of the Hijra that news write.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1250..=1500;
/// How many words back a clause is searched for a cue of its time.
const TENSE_WINDOW: usize = 8;
/// Surely ahead.
const SURE: i8 = 2;
/// Planned once (`كانت مقررة`): ahead of the plan, perhaps not of the text.
const PLANNED: i8 = crate::mentions::dates::PLANNED;
/// A present that may be a future (`تخوض البرازيل … الأحد`).
const PRESENT: i8 = crate::mentions::dates::PRESENT;
/// This, with a joined particle.
static THIS: Words = Words::new(&words::DATES, "this, joined");
/// Verbs of having been.
static WAS: Words = Words::new(&words::DATES, "was");
/// Words that end like finished verbs.
static NO_VERB: Words = Words::new(&words::DATES, "no verb");

/// An expression found: tokens of the sentence, what it says.
struct Hit {
    from: usize,
    to: usize,
    kind: DateKind,
    rule: &'static str,
    expr: DateExpr,
}

struct Scan<'a> {
    doc: &'a Document,
    words: Vec<Word>,
    base: usize,
}

/// Finds all expressions of a document.
pub fn scan(doc: &Document) -> Vec<DateMention> {
    let mut out: Vec<DateMention> = Vec::new();
    let mut scan = Scan { doc, words: Vec::new(), base: 0 };
    let mut quoted = false;
    let mut paragraph = u32::MAX;
    for (number, sentence) in doc.sentences.iter().enumerate() {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            quoted = false;
        }
        let range = doc.sentence_tokens(number);
        scan.base = range.start;
        scan.words.clear();
        let mut any = false;
        for i in range.clone() {
            let word = scan.word_of(i);
            any |= word.known || word.number || word.digits >= 0;
            scan.words.push(word);
        }
        let mut at = 0;
        let n = scan.words.len();
        let first_mention = out.len();
        while at < n {
            if doc.tokens[scan.base + at].kind == TokenKind::Punct {
                match scan.fold(at) {
                    "\"" | "“" | "”" | "„" => quoted = !quoted,
                    "«" => quoted = true,
                    "»" => quoted = false,
                    _ => {}
                }
                at += 1;
                continue;
            }
            if !any {
                at += 1;
                continue;
            }
            let word = scan.words[at];
            if !(word.known || word.number || word.digits >= 0 || scan.opens_phrase(at)) {
                at += 1;
                continue;
            }
            let found = scan.second_day(at, &out[first_mention..]).or_else(|| scan.at(at));
            match found {
                Some(mut hit) => {
                    debug_assert!(hit.to > at);
                    hit.expr.quoted = quoted;
                    // الساعة الثامنة مساء اليوم بتوقيت غرينتش: the zone behind the day
                    if let Some(mut clock) = hit.expr.clock
                        && hit.to < scan.words.len()
                    {
                        let mut utc = false;
                        let end = scan.zone(hit.to, &mut utc);
                        if end > hit.to {
                            clock.utc |= utc;
                            hit.to = end;
                            hit.expr.clock = Some(clock);
                        }
                    }
                    if hit.expr.tense == 0 {
                        hit.expr.tense = scan.tense(hit.from, hit.to);
                    }
                    hit.expr.before = scan.before(hit.from);
                    let mut span = scan.span(hit.from, hit.to);
                    // feasts are in no table of words: their proclitic is one letter
                    if hit.rule == "date.holiday"
                        && scan.words[hit.from].cut == 0
                        && holidays_from(scan.fold(hit.from)).is_empty()
                    {
                        span.start = doc.source_in_token(scan.base + hit.from, 2);
                    }
                    if scan.is_of(hit.from, &THIS) {
                        span.start = doc.source_in_token(scan.base + hit.from, 2);
                    }
                    // أحداث 11 سبتمبر: the year goes with the name
                    if let What::Day { year: YearSaid::Open, month, day } = hit.expr.what
                        && !hit.expr.hijri
                        && let Some(year) = (hit.from.saturating_sub(2)..hit.from)
                            .find_map(|k| crate::lang::ar::dates::named_day(scan.fold(k), month, day))
                    {
                        hit.expr.what = What::Day { year: YearSaid::Given(year), month, day };
                    }
                    // marks inside the expression change the quotation state
                    for k in at..hit.to {
                        if matches!(scan.fold(k), "\"" | "“" | "”") {
                            quoted = !quoted;
                        }
                    }
                    let to = hit.to;
                    out.push(mention(span, hit.kind, number as u32, hit.rule, hit.expr));
                    at = to.max(at + 1);
                }
                None => at += scan.skip(at),
            }
        }
        scan.link_neighbours(&mut out, first_mention);
    }
    out
}

/// Words that open a phrase of time though they are in no other class.
static OPENS_PHRASE: Words = Words::new(&words::DATES, "opens a phrase of time");

/// Nouns that are counted.
static COUNTED: Words = Words::new(&words::DATES, "counted noun");
/// Years of which a figure behind a month is one.
const RECENT_YEARS: std::ops::RangeInclusive<i32> = 1990..=2035;
/// Measures: a four-digit number before them is no year.
static UNIT_OF_COUNT: Words = Words::new(&words::DATES, "measure");

/// First halves of towns in two words behind بتوقيت.
static FIRST_HALVES: Words = Words::new(&words::DATES, "first half of a town");

/// Words that open a phrase such as وقت مبكر من صباح.
static LATE_HEADS: Words = Words::new(&words::DATES, "hour of day");

/// Words that make an early time of it.
static EARLY: Words = Words::new(&words::DATES, "early");

/// Words that make a late time of it.
static LATE: Words = Words::new(&words::DATES, "late");

/// Words that open what was stated.
static THAT_HE: Words = Words::new(&words::DATES, "that he");

/// Words that leave no doubt of a future.
static AHEAD: Words = Words::new(&words::DATES, "ahead");

/// Words before the verb with which a sentence opens.
static BEFORE_VERB: Words = Words::new(&words::DATES, "before the opening verb");

/// Words that announce a day in digits.
static ANNOUNCES: Words = Words::new(&words::DATES, "announces a day");

/// Words that name a clock time.
static HOUR: Words = Words::new(&words::DATES, "the hour");

/// Words that open a place of two words behind بتوقيت.
static PLACE_OPENS: Words = Words::new(&words::DATES, "opens a place's time");

/// Parts of the day without the article.
static PART_BARE: Words = Words::new(&words::DATES, "part of the day, bare");

/// Words that join a day with its clock time.
static CLOCK_LINKS: Words = Words::new(&words::DATES, "before a clock time");

/// Words for the same.
static SAME: Words = Words::new(&words::DATES, "the same");

/// Words that make of الغد a name.
static BEFORE_TOMORROW: Words = Words::new(&words::DATES, "before the name الغد");

/// Words that make of الاثنين "the two".
static THE_TWO: Words = Words::new(&words::DATES, "before the two");

/// Things that are called after a day.
static NAMED_AFTER_DAY: Words = Words::new(&words::DATES, "called after a day");

/// Offices before a person called like a month.
static SHAABAN: Words = Words::new(&words::DATES, "office before Shaaban");

/// Epithets of the months of the Hijra.
static OF_THE_MONTH: Words = Words::new(&words::DATES, "epithet of a month");

/// Words before a month that is meant as one.
static BEFORE_MONTH: Words = Words::new(&words::DATES, "before a month");

/// Words that make of a month's name a person's.
static PERSON_BEFORE_MONTH: Words = Words::new(&words::DATES, "before a name like a month");

/// Words for an age behind من.
static OF_AGE: Words = Words::new(&words::DATES, "of age");

/// Persons before the decade of their age.
static PEOPLE_OF_AGE: Words = Words::new(&words::DATES, "person of an age");

/// Parts of a period that are common words.
static COMMON_HEADS: Words = Words::new(&words::DATES, "part that is a common word");

/// Prayers and eves.
static PRAYERS: Words = Words::new(&words::DATES, "prayer or eve");

/// Words that make of مساء behind them a noun.
static NO_ADVERB: Words = Words::new(&words::DATES, "before مساء");

/// Adverbs for parts of the day.
static BY_NIGHT: Words = Words::new(&words::DATES, "adverb of the day");

/// Adjectives that belong to the span before them.
static AFTER_SPAN: Words = Words::new(&words::DATES, "adjective of a span");

/// Words that say that something goes on.
static AFTER_FOR: Words = Words::new(&words::DATES, "goes on after a span");

/// Words that make of years an age.
static AGE_BEFORE: Words = Words::new(&words::DATES, "age before a span");

/// Verbs and nouns of reaching an age.
static REACHES: Words = Words::new(&words::DATES, "reaches an age");

/// Words right before the years of an age.
static OF_YEARS: Words = Words::new(&words::DATES, "of years");

/// Words that bound an age.
static BOUND_OF_AGE: Words = Words::new(&words::DATES, "bound of an age");

/// Channels and programmes with hours in their names.
static CHANNEL: Words = Words::new(&words::DATES, "channel");

/// Adjectives of feasts of other calendars.
static OTHER_FEASTS: Words = Words::new(&words::DATES, "feast of another calendar");

/// Prepositions before a year in words.
static BEFORE_WORDED_YEAR: Words = Words::new(&words::DATES, "before a year in words");

/// Words that say that the number behind them is a year.
static STRONG_YEAR: Words = Words::new(&words::DATES, "before a year");

/// Prepositions before a bare year.
static BEFORE_YEAR: Words = Words::new(&words::DATES, "preposition before a year");

/// Words of the sentence that close a date expression.
static CLOSES: Words = Words::new(&words::DATES, "closes an expression");

/// Words for a season.
static SEASON: Words = Words::new(&words::DATES, "season");

impl Scan<'_> {
    // ----- reading tokens -------------------------------------------------------------------------------------

    fn word_of(&self, token: usize) -> Word {
        let t = self.doc.tokens[token];
        match t.kind {
            TokenKind::Arabic => classify(self.doc.fold_of(token)),
            TokenKind::Number => {
                let s = self.doc.fold_of(token);
                let digits = if s.len() <= 9 { s.parse().unwrap_or(-1) } else { i32::MAX };
                Word { digits, digit_count: s.len().min(255) as u8, ..Word::default() }
            }
            TokenKind::Latin => {
                let gmt = matches!(self.doc.fold_of(token), "gmt" | "utc");
                Word { digits: -1, gmt, ..Word::default() }
            }
            TokenKind::Punct => Word { digits: -1, ..Word::default() },
        }
    }

    fn w(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word { digits: -1, ..Word::default() })
    }

    fn fold(&self, at: usize) -> &str {
        if at < self.words.len() { self.doc.fold_of(self.base + at) } else { "" }
    }

    /// Folded form without proclitics (and without article when `definite`).
    fn bare(&self, at: usize) -> &str {
        let word = self.w(at);
        let folded = self.fold(at);
        let rest = folded.get(usize::from(word.cut)..).unwrap_or("");
        if word.definite { rest.strip_prefix("ال").unwrap_or(rest) } else { rest }
    }

    fn is(&self, at: usize, folded: &str) -> bool {
        self.fold(at) == folded
    }

    fn is_any(&self, at: usize, folded: &[&str]) -> bool {
        folded.contains(&self.fold(at))
    }

    fn is_of(&self, at: usize, words: &Words) -> bool {
        words.has(self.fold(at))
    }

    fn punct(&self, at: usize) -> bool {
        at < self.words.len() && self.doc.tokens[self.base + at].kind == TokenKind::Punct
    }

    /// Nothing stands between token `at` and the next.
    fn glued(&self, at: usize) -> bool {
        at + 1 < self.words.len() && self.doc.glued(self.base + at)
    }

    fn ends(&self, at: usize) -> bool {
        at >= self.words.len()
    }

    /// The word can stand inside an expression: no proclitic but what its place allows.
    fn plain(&self, at: usize) -> bool {
        self.w(at).cut == 0
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let mut span = self.doc.span_of(self.base + from, self.base + to);
        let cut = usize::from(self.w(from).cut);
        if cut > 0 && self.doc.tokens[self.base + from].kind == TokenKind::Arabic {
            span.start = self.doc.source_in_token(self.base + from, cut);
        }
        span
    }

    fn number(&self, at: usize) -> Option<Number> {
        if !(self.w(at).number || self.w(at).digits >= 0) {
            return None;
        }
        numbers::parse_at(self.doc, self.base + at, self.base + self.words.len())
    }

    /// Is it a word that opens a phrase though it is in no class (وقت متأخر، ساعة متأخرة، الساعات الأولى)?
    fn opens_phrase(&self, at: usize) -> bool {
        OPENS_PHRASE.has(self.fold(at)) || self.is_holiday_start(at)
    }

    fn is_holiday_start(&self, at: usize) -> bool {
        let folded = self.fold(at);
        !holidays_from(folded).is_empty()
            || folded.strip_prefix(['و', 'ف', 'ب', 'ل']).is_some_and(|f| !holidays_from(f).is_empty())
    }

    /// How many tokens to step over where nothing was found: a number of several tokens is stepped over whole, so
    /// that its parts are not read as days.
    fn skip(&self, at: usize) -> usize {
        let mut n = 1;
        if self.w(at).digits >= 0 {
            while self.glued(at + n - 1)
                && (self.w(at + n).digits >= 0
                    || (self.is_any(at + n, &[".", ",", "٫", "٬", ":", "/", "-"])
                        && self.glued(at + n)
                        && self.w(at + n + 1).digits >= 0
                        && !(YEARS.contains(&self.w(at + n + 1).digits) && self.w(at + n + 1).digit_count == 4)))
            {
                n += 1;
            }
        }
        n
    }

    /// `تموز 13 إلى 15`: the day alone after a day with its month; `سأعود في 15`: a day alone that lies ahead.
    fn second_day(&self, i: usize, before: &[DateMention]) -> Option<Hit> {
        let word = self.w(i);
        if word.digits < 1 || word.digits > 31 || word.digit_count > 2 || i == 0 || !self.ends_clause(i + 1) {
            return None;
        }
        if self.glued(i) && self.glued(i + 1) && self.w(i + 2).digits >= 0 {
            return None;
        }
        let day = word.digits as u8;
        let hit = |what| {
            let expr = DateExpr { what, ..DateExpr::default() };
            Some(Hit { from: i, to: i + 1, kind: DateKind::Date, rule: "date.day", expr })
        };
        if self.is_any(i - 1, &["الي", "حتي", "وحتي"])
            && let Some(last) = before.last()
            && self.doc.token_at(last.span.end) + 1 == self.base + i
            && let What::Day { year, month, day: first } = last.expr.what
            && first < day
        {
            return hit(What::Day { year, month, day });
        }
        if self.is(i - 1, "في") && self.tense(i, i + 1) > 0 && (self.ends(i + 1) || self.is(i + 1, ".")) {
            return hit(What::DayOf { day, months: None });
        }
        None
    }

    // ----- what stands around -----------------------------------------------------------------------------------

    /// The preposition right before an expression, when it matters later.
    fn before(&self, from: usize) -> &'static str {
        let word = self.w(from);
        if word.cut > 0 && word.by {
            return if self.fold(from).trim_start_matches(['و', 'ف']).starts_with('ل') { "ل" } else { "ب" };
        }
        if from == 0 {
            return "";
        }
        let folded = self.fold(from - 1);
        match folded.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4).unwrap_or(folded) {
            "في" => "في",
            "منذ" => "منذ",
            "حتي" => {
                let was =
                    (from..(from + 5).min(self.words.len())).any(|k| self.is_any(k, &["كان", "كانت", "كانوا", "لم"]));
                if was { "" } else { "حتي" }
            }
            "الي" => "الي",
            "من" => "من",
            "بين" => "بين",
            "قبل" => "قبل",
            "بعد" => "بعد",
            "خلال" => "خلال",
            _ => "",
        }
    }

    /// -1 the clause speaks of the past, 1 of the future, [`SURE`] of it for sure, [`PLANNED`] of what was planned,
    /// [`PRESENT`] in a present that may be a future, 0 unknown. Looks at the words before, then at
    /// the verb that opens the sentence, then right after.
    fn tense(&self, from: usize, to: usize) -> i8 {
        let start = from.saturating_sub(TENSE_WINDOW);
        // قالت الوزارة، الثلاثاء، إن …: the day is that of the statement
        let mut next = to;
        while next < self.words.len() && self.is_any(next, &["،", "\"", ")", "”", "»"]) {
            next += 1;
        }
        let clause =
            self.is_of(next, &THAT_HE) || self.is(next, "ان") && !self.fold(next + 1).starts_with(['ي', 'ت', 'ن']);
        if clause && !(start..from).any(|at| self.tense_of(at) > 0) {
            return -1;
        }
        let mut open = true;
        for at in (start..from).rev() {
            if self.is_any(at, &[".", ":", "؛"]) {
                open = false;
                break;
            }
            match self.tense_of(at) {
                0 => {
                    let near = from - at;
                    let t = self.verb_shape(at, near);
                    if t != 0 {
                        return t;
                    }
                    if at + 1 == from && self.is_any(at, &["حتي", "وحتي", "لغايه"]) {
                        let was = (to..to + 3).any(|k| self.is_any(k, &["كان", "كانت", "كانوا", "لم"]));
                        return if was { -1 } else { 1 };
                    }
                    if at + 1 == from && self.is_any(at, &["منذ", "ومنذ"]) {
                        return -1;
                    }
                    // عقود الذهب تسليم ديسمبر
                    if at + 1 == from && self.is_any(at, &["تسليم", "لتسليم", "استحقاق"]) {
                        return SURE;
                    }
                }
                // كان من المقرر, كانت مقررة: what came of it is open
                t if t > 0 && (at.saturating_sub(2)..at).any(|k| self.is_of(k, &WAS)) => return PLANNED,
                1 if self.is_sure_future(at) => return SURE,
                t => return t,
            }
        }
        if open && from > 1 {
            let t = self.opening_verb(from);
            if t != 0 {
                return t;
            }
        }
        if from > 2 {
            return 0;
        }
        for at in to..(to + 5).min(self.words.len()) {
            if self.punct(at) && !self.is(at, "،") {
                break;
            }
            let t = self.tense_of(at);
            if t != 0 {
                return t;
            }
        }
        0
    }

    /// A word that leaves no doubt: سوف, لن, مقرر, a verb with سـ.
    fn is_sure_future(&self, at: usize) -> bool {
        let folded = self.fold(at).trim_start_matches(['و', 'ف']);
        let bare = folded.strip_prefix("ال").unwrap_or(folded);
        AHEAD.has(bare) || ["سي", "ست", "سن"].iter().any(|s| bare.starts_with(s)) && !folded.starts_with("ال")
    }

    /// The verb with which the sentence opens (`وتظاهر الآلاف …`, `وتخوض البرازيل …`): -1, 1, or 0 when there is none.
    fn opening_verb(&self, from: usize) -> i8 {
        static FORESEEN: Words = Words::new(&words::DATES, "foreseen");
        if self.is_any(0, &["ومن", "من"]) && self.is_of(1, &FORESEEN) {
            return SURE;
        }
        let mut at = 0;
        while at < from.min(4) && (self.punct(at) || self.is_of(at, &BEFORE_VERB)) {
            if self.is_any(at, &["وكان", "وكانت"]) {
                return -1;
            }
            at += 1;
        }
        if at >= from || self.doc.tokens[self.base + at].kind != TokenKind::Arabic {
            return 0;
        }
        let told = self.tense_of(at);
        if told != 0 {
            return told;
        }
        let folded = self.fold(at);
        let bare = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 6).unwrap_or(folded);
        if bare.starts_with("ال") || bare.len() < 6 {
            return 0;
        }
        // finished verbs that are nouns elsewhere (`تراجع`) or look like presents
        static OPENS: Words = Words::new(&words::DATES, "finished verb");
        if OPENS.has(bare) {
            return -1;
        }
        if bare.ends_with('ت') && !bare.ends_with("ات") && bare.len() >= 8 && !NO_VERB.has(bare) {
            return -1;
        }
        // a verb is followed by its subject: a definite noun or a name, never by a preposition
        let subject = self.fold(at + 1).starts_with("ال");
        if subject && bare.len() >= 8 && (bare.starts_with('ي') || bare.starts_with('ت')) && !bare.ends_with('ه') {
            return PRESENT;
        }
        0
    }

    /// What the shape of a word within three words says: `قررت` is finished, `ينطلق` is not.
    fn verb_shape(&self, at: usize, near: usize) -> i8 {
        let related = at > 0 && self.is_any(at - 1, &["التي", "الذي", "والتي", "والذي"]);
        if near > 3 && !related || self.doc.tokens[self.base + at].kind != TokenKind::Arabic || self.w(at).known {
            return 0;
        }
        let folded = self.fold(at);
        let rest = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 8).unwrap_or(folded);
        if rest.starts_with("ال") || rest.len() < 8 {
            return 0;
        }
        // التي تسلمتها, التي عقدتها: finished; التي تستضيفها: not
        if related {
            let end = ["ها", "ه"].iter().find_map(|s| rest.strip_suffix(s)).unwrap_or(rest);
            if end.ends_with('ت') && end.len() >= 8 {
                return -1;
            }
            if rest.starts_with(['ي', 'ت']) {
                return PRESENT;
            }
        }
        if NO_VERB.has(rest) {
            return 0;
        }
        if rest.ends_with('ت') && !rest.ends_with("ات") && !rest.starts_with('ت') {
            return -1;
        }
        // قبل أن يستقيل في ديسمبر: the verb before it decides
        if at > 1 && self.is(at - 1, "ان") && self.is_any(at - 2, &["قبل", "بعد"]) {
            return 0;
        }
        if near <= 2 && rest.starts_with('ي') && !rest.ends_with('ا') && !rest.ends_with("ين") {
            // a verb of a finished frame: كان يلعب
            let framed = at > 0 && self.is_any(at - 1, &["كان", "وكان", "لم", "ولم"]);
            return if framed { -1 } else { PRESENT };
        }
        0
    }

    fn tense_of(&self, at: usize) -> i8 {
        if self.doc.tokens[self.base + at].kind != TokenKind::Arabic {
            return 0;
        }
        let word = self.w(at);
        match word.tense {
            // ليصل إلى: what came of it, not what will be
            Some(Tense::Present) if !word.by => return PRESENT,
            Some(Tense::Future) => return 1,
            Some(Tense::Past) if !word.definite && !word.by => return -1,
            Some(_) => return 0,
            None => {}
        }
        let folded = self.fold(at);
        let rest = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 8).unwrap_or(folded);
        if self.doc.text_of(self.base + at).starts_with("سأ") && !word.known {
            return 1;
        }
        for lead in ["سي", "ست", "سن"] {
            if let Some(stem) = rest.strip_prefix(lead)
                && stem.len() >= 4
                && !word.known
                && !word.number
                && !matches!(classify(rest).tense, Some(Tense::Noun))
                && !rest.ends_with("يه")
                && !rest.ends_with("ات")
            {
                return 1;
            }
        }
        0
    }

    /// Links a range's two ends and a day's two calendars, for mentions of this sentence.
    fn link_neighbours(&self, out: &mut [DateMention], first: usize) {
        for k in first..out.len().saturating_sub(1) {
            let from = self.doc.token_at(out[k].span.end);
            let to = self.doc.token_at(out[k + 1].span.start);
            // the next one may begin inside a token (و2018)
            if to < from || to - from > 4 {
                continue;
            }
            let mut words = [""; 6];
            let mut n = 0;
            for token in from..to {
                words[n] = self.doc.fold_of(token);
                n += 1;
            }
            let joint = words[..n].iter().filter(|w| !matches!(**w, "يوم" | "عام" | "سنه" | "العام" | "شهر")).copied();
            let joint: Vec<&str> = joint.collect();
            let begins = out[k].span.start;
            let before = self.doc.token_at(begins).checked_sub(1).map_or("", |t| self.doc.fold_of(t));
            let before_that = self.doc.token_at(begins).checked_sub(2).map_or("", |t| self.doc.fold_of(t));
            let opened = matches!(before, "بين" | "وبين")
                || matches!(before, "عامي" | "يومي" | "شهري") && matches!(before_that, "بين" | "وبين");
            match joint.as_slice() {
                ["الي"] | ["حتي"] | ["وحتي"] | ["والي"] => out[k].expr.range_to_next = true,
                ["-" | "–" | "—" | "ـ"] => out[k].expr.range_to_next = true,
                [] | ["و"] if opened && matches!(before, "بين" | "وبين" | "عامي") => {
                    out[k].expr.range_to_next = true
                }
                _ => {}
            }
            let days = matches!(out[k].expr.what, What::Day { .. }) && matches!(out[k + 1].expr.what, What::Day { .. });
            let beside =
                matches!(words[..n], ["/"] | ["("] | ["-"] | ["–"]) || words[..n].iter().any(|w| w.contains("موافق"));
            if days && beside && (out[k].hijri != out[k + 1].hijri) {
                out[k].expr.twin_calendar_next = true;
                out[k].expr.range_to_next = false;
            }
        }
    }

    // ----- expressions ------------------------------------------------------------------------------------------

    fn at(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        if word.digits >= 0 {
            return self
                .numeric(i)
                .or_else(|| self.point(i))
                .or_else(|| self.duration(i))
                .or_else(|| self.bare_year(i));
        }
        self.recurring(i)
            .or_else(|| self.rest(i))
            .or_else(|| self.holiday_at(i))
            .or_else(|| self.point(i))
            .or_else(|| self.offset(i))
            .or_else(|| self.duration(i))
            .or_else(|| self.year_words(i))
    }

    // ----- months ------------------------------------------------------------------------------------------------

    /// One month name: tokens used, month, needs no cue, system.
    fn single_month(&self, i: usize) -> Option<(usize, u8, bool, System)> {
        let word = self.w(i);
        if word.month > 0 && !word.definite {
            return Some((i + 1, word.month, word.month_sure, word.system));
        }
        if word.month_head > 0 && !word.definite {
            let (first, second) = if word.month_head == 12 { (12, 1) } else { (10, 11) };
            let month = match self.fold(i + 1) {
                "الاول" | "اول" | "1" => first,
                "الثاني" | "ثاني" | "ثان" | "الاخر" | "2" => second,
                _ => return None,
            };
            return Some((i + 2, month, true, word.system));
        }
        None
    }

    /// A month name with its twin in another system: `أيار/مايو`, `مايو (أيار)`, `(آذار/)مارس`.
    fn month(&self, i: usize) -> Option<Month> {
        if self.is(i, "(")
            && let Some((to, month, _, system)) = self.single_month(i + 1)
        {
            let slash = usize::from(self.is(to, "/"));
            if self.is(to + slash, ")")
                && let Some((end, second, _, other)) = self.single_month(to + slash + 1)
                && other != system
            {
                let span = self.span(i + 1, end);
                return Some(Month { to: end, month, sure: true, twin: Some((second, span)), hijri: false });
            }
            return None;
        }
        let (to, month, sure, system) = match self.single_month(i) {
            Some(found) => found,
            None => {
                let (to, month, sure) = self.hijri_month(i)?;
                return Some(Month { to, month, sure, twin: None, hijri: true });
            }
        };
        let slash = self.is_any(to, &["/", "\\"]);
        let dash = self.is_any(to, &["-", "–"]);
        let paren = self.is(to, "(");
        if (slash || dash || paren)
            && self.plain(to + 1)
            && let Some((end, second, _, other)) = self.single_month(to + 1)
            && other != system
            && (second == month || slash || paren)
        {
            let closed = !paren || self.is(end, ")");
            let end_all = end + usize::from(paren && closed);
            if closed && !(dash && second != month) {
                let span = self.span(i, end);
                return Some(Month { to: end_all, month, sure: true, twin: Some((second, span)), hijri: false });
            }
        }
        // two names with nothing between them: "مارس آذار"
        if self.plain(to)
            && let Some((end, second, _, other)) = self.single_month(to)
            && other != system
            && second == month
        {
            return Some(Month { to: end, month, sure: true, twin: None, hijri: false });
        }
        Some(Month { to, month, sure, twin: None, hijri: false })
    }

    fn hijri_month(&self, i: usize) -> Option<(usize, u8, bool)> {
        let word = self.w(i);
        if word.hijri_head > 0 && !word.definite {
            return match (word.hijri_head, self.fold(i + 1)) {
                (3, "الاول" | "اول") => Some((i + 2, 3, false)),
                (3, "الاخر" | "اخر" | "الثاني" | "ثاني" | "ثان") => Some((i + 2, 4, false)),
                (5, "الاولي" | "اولي" | "الاول" | "اول") => Some((i + 2, 5, true)),
                (5, "الاخره" | "الاخر" | "الثانيه" | "الثاني" | "ثانيه" | "اخر") => {
                    Some((i + 2, 6, true))
                }
                (11, _) if self.w(i + 1).hijri_tail > 0 && self.plain(i + 1) => {
                    Some((i + 2, self.w(i + 1).hijri_tail, true))
                }
                _ => None,
            };
        }
        (word.hijri > 0 && !(word.definite && word.hijri != 1)).then_some((i + 1, word.hijri, false))
    }

    // ----- years -------------------------------------------------------------------------------------------------

    /// A four-digit year at `i` (or one in words): tokens used, year, marked as Hijri.
    fn year_number(&self, i: usize, cue: bool) -> Option<(usize, i32, bool)> {
        let word = self.w(i);
        if word.digits >= 0 {
            if word.digit_count == 4 && YEARS.contains(&word.digits) {
                let (to, hijri) = self.era(i + 1);
                // part of a longer figure: 2018.5, 2,018
                if self.glued(i)
                    && self.is_any(i + 1, &[".", ",", "٫"])
                    && self.glued(i + 1)
                    && self.w(i + 2).digits >= 0
                {
                    return None;
                }
                return Some((to, word.digits, hijri));
            }
            // الدين العام 35 مليارا, التأمين العام 45 في المئة: no years
            if word.digit_count < 4 && (self.is_figure(i) || self.is_counted(i + 1, word.digits)) {
                return None;
            }
            let (to, hijri) = self.era(i + 1);
            // 69 للهجرة is not 1969
            if cue && word.digit_count == 2 && (30..=99).contains(&word.digits) && to == i + 1 {
                return Some((i + 1, 1900 + word.digits, false));
            }
            if cue && word.digit_count == 3 && (100..=999).contains(&word.digits) {
                return Some((to, word.digits, hijri));
            }
            return None;
        }
        if !word.number || word.ordinal {
            return None;
        }
        let n = self.number(i)?;
        if n.ordinal || n.value.fract() != 0.0 || !(1000.0..=2199.0).contains(&n.value) || (n.words < 2 && !cue) {
            return None;
        }
        Some((i + n.words, n.value as i32, false))
    }

    /// Is the number at `i` part of a longer one (`32.95`) or a share (`45 في المئة`)?
    fn is_figure(&self, i: usize) -> bool {
        let longer = self.glued(i) && self.is_any(i + 1, &[".", ",", "٫", "،"]) && self.w(i + 2).digits >= 0;
        let of_hundred = |k: usize| self.is_of(k, &words::OF_HUNDRED);
        longer && self.glued(i + 1)
            || self.is(i + 1, "في") && of_hundred(i + 2)
            || self.is_of(i + 1, &words::IN_HUNDRED)
            || self.is(i + 1, "٪")
    }

    /// `م`, `ميلادية`, `هـ`, `هجرية` after a year: where it ends, Hijri or not.
    fn era(&self, i: usize) -> (usize, bool) {
        match self.fold(i) {
            "ه" | "هجري" | "هجريا" | "هجريه" | "للهجره" => (i + 1, true),
            "م" if self.glued(i - 1) || self.ends(i + 1) || self.punct(i + 1) => (i + 1, false),
            "ميلادي" | "ميلاديا" | "ميلاديه" | "للميلاد" => (i + 1, false),
            _ => (i, false),
        }
    }

    /// The word عام or سنة (any article), with the preposition that its place allows.
    fn year_word(&self, i: usize) -> bool {
        let w = self.w(i);
        w.unit == Some(Unit::Year) && w.count == 1
    }

    /// What may follow a day and month to say the year; `i` when nothing does.
    fn year_tail(&self, i: usize, hijri: bool) -> (usize, YearSaid) {
        let fits = |year: i32, marked: bool| {
            if hijri { HIJRI_YEARS.contains(&year) || marked || year >= 1700 } else { !marked && year >= 1000 }
        };
        let mut p = i;
        let comma = self.is_any(p, &["،", ","]);
        if comma {
            p += 1;
        }
        if let Some((to, year, marked)) = self.year_number(p, comma && self.w(p).digits < 0 && self.ends_clause(p + 1))
            && self.plain(p)
            && fits(year, marked)
            && (!comma || self.ends(to) || self.punct(to) || self.w(to).cut == 0)
            && !self.counts(p, to, year)
        {
            return (to, YearSaid::Given(year));
        }
        if let Some((to, said)) = self.turn_year(p)
            && !comma
        {
            return (to, said);
        }
        let of = self.is_any(p, &["من", "في"]);
        if of {
            p += 1;
        }
        // "of the same year", "of this year"
        if of && self.is_any(p, &["نفس", "ذات"]) && self.year_word(p + 1) {
            return (p + 2, YearSaid::Same);
        }
        if self.is_any(p, &["هذا", "هذه"]) && self.year_word(p + 1) && !comma {
            return (p + 2, YearSaid::Shift(0));
        }
        if self.year_word(p) && (self.w(p).cut == 0 || self.w(p).by) && !self.w(p).and {
            if let Some((to, year, marked)) = self.year_number(p + 1, true)
                && fits(year, marked)
            {
                return (to, YearSaid::Given(year));
            }
            // فبراير من العام التالي: after the year said before
            if self.w(p).definite && !comma && self.w(p + 1).turn == Some(Turn::After) && self.w(p + 1).definite {
                return (p + 2, YearSaid::Following);
            }
            if self.w(p).definite
                && !comma
                && let Some((to, by)) = self.turn_shift(p + 1)
            {
                return (to, YearSaid::Shift(by));
            }
            if self.w(p).definite && self.w(p + 1).turn == Some(Turn::Same) {
                return (p + 2, YearSaid::Same);
            }
        }
        if of
            && let Some((to, year, marked)) = self.year_number(p, false)
            && fits(year, marked)
        {
            return (to, YearSaid::Given(year));
        }
        (i, YearSaid::Open)
    }

    /// `الماضي`, `المقبل`, `الجاري` after a month or day.
    fn turn_year(&self, i: usize) -> Option<(usize, YearSaid)> {
        let word = self.w(i);
        if !word.definite || word.cut > 0 {
            return None;
        }
        match word.turn? {
            Turn::Past | Turn::Before | Turn::Last => Some((i + 1, YearSaid::Past)),
            Turn::Next => Some((i + 1, YearSaid::Next)),
            Turn::Now => Some((i + 1, YearSaid::Now)),
            _ => None,
        }
    }

    /// `الماضي` -1, `الجاري` 0, `المقبل` 1, `قبل الماضي` -2, `بعد المقبل` 2.
    fn turn_shift(&self, i: usize) -> Option<(usize, i32)> {
        let word = self.w(i);
        if word.definite && word.cut == 0 {
            let by = match word.turn? {
                Turn::Past | Turn::Before => -1,
                Turn::Next | Turn::After => 1,
                Turn::Now => 0,
                _ => return None,
            };
            return Some((i + 1, by));
        }
        if word.cut == 0
            && let Some(link) = word.link
            && self.w(i + 1).definite
            && self.w(i + 1).cut == 0
        {
            return match (link, self.w(i + 1).turn?) {
                (Link::Before, Turn::Past) => Some((i + 2, -2)),
                (Link::After, Turn::Next | Turn::After) => Some((i + 2, 2)),
                _ => None,
            };
        }
        None
    }

    /// Is the number at `i` behind a month, up to `to`, a count of something? A figure of these decades is a year
    /// (`وقعت في سبتمبر 2016 عقدا`) unless money, a share or persons follow.
    fn counts(&self, i: usize, to: usize, year: i32) -> bool {
        if self.w(i).digit_count != 4 || !RECENT_YEARS.contains(&year) || year == 2000 {
            return self.is_counted(to, year);
        }
        let counted = self.is_measure(to) || COUNTED.has(self.fold(to));
        !self.ends(to) && counted
    }

    /// A mark or a measure, which makes of the number before it no year.
    fn is_measure(&self, i: usize) -> bool {
        self.is_any(i, &["%", "$", "€", "£", "+", "°"]) || self.is_of(i, &UNIT_OF_COUNT)
    }

    /// Is the number before `i` a count of something rather than a year?
    fn is_counted(&self, i: usize, year: i32) -> bool {
        if self.ends(i) {
            return false;
        }
        if self.is_measure(i) {
            return true;
        }
        let token = self.doc.tokens[self.base + i];
        if token.kind == TokenKind::Latin {
            return self.is_any(i, &["km", "mm", "kg", "hp", "m", "x"]);
        }
        if token.kind != TokenKind::Arabic || self.w(i).known {
            // "2000 عام", "1500 سنة": a length
            return self.w(i).unit.is_some() && !self.w(i).definite && self.w(i).cut == 0;
        }
        if self.w(i).number {
            return self.w(i).cut == 0 && !self.w(i).definite && !self.w(i).ordinal;
        }
        let word = self.fold(i);
        // a counted noun stands in the accusative (شخصا) or is one of the usual ones
        let raw = self.doc.text_of(self.base + i);
        if raw.ends_with("اً") || raw.ends_with("ًا") {
            return true;
        }
        COUNTED.has(word) || (year % 100 == 0 && word.ends_with('ا') && word.len() > 6 && !word.starts_with("ال"))
    }

    // ----- days --------------------------------------------------------------------------------------------------

    /// A day of the month at `i`: tokens used, day, ordinal, in words.
    fn day_number(&self, i: usize) -> Option<(usize, u8, bool, bool)> {
        let word = self.w(i);
        if word.digits >= 0 {
            if !(1..=31).contains(&word.digits) || word.digit_count > 2 {
                return None;
            }
            return Some((i + 1, word.digits as u8, false, false));
        }
        if !word.number {
            return None;
        }
        let n = self.number(i)?;
        if n.value.fract() != 0.0 || !(1.0..=31.0).contains(&n.value) {
            return None;
        }
        // الحادية عشرة and its like are hours; ordinals of days are masculine, though not always
        Some((i + n.words, n.value as u8, n.ordinal, true))
    }

    /// Day and month (and year), in either order; the tokens used and what is said.
    fn day_month(&self, i: usize) -> Option<Day> {
        if let Some((to, day, ordinal, in_words)) = self.day_number(i) {
            let mut p = to;
            if self.is_any(p, &["-", "ـ"]) && !self.w(p + 1).and {
                p += 1;
            }
            let of = self.is(p, "من")
                || self.is(p, "في") && self.w(p + 1).unit == Some(Unit::Month) && self.w(p + 1).definite;
            if of {
                p += 1;
            }
            let head = p;
            if self.is_any(p, &["شهر", "الشهر"]) {
                p += 1;
            }
            // "25 of the current month", "15 of next month"
            if self.w(head).unit == Some(Unit::Month)
                && self.w(head).definite
                && self.w(head).cut == 0
                && of
                && let Some((end, by)) = self.turn_shift(head + 1)
            {
                return Some(Day { to: end, what: What::DayOf { day, months: Some(by) }, ..Day::default() });
            }
            if of && self.is_any(head, &["هذا"]) && self.w(head + 1).unit == Some(Unit::Month) {
                return Some(Day { to: head + 2, what: What::DayOf { day, months: Some(0) }, ..Day::default() });
            }
            if !of
                && head == to
                && self.w(p).definite
                && self.w(p).cut == 0
                && self.w(p).turn == Some(Turn::Now)
                && (!in_words || ordinal)
                && self.is_any(p, &["الجاري", "الحالي"])
            {
                return Some(Day { to: p + 1, what: What::DayOf { day, months: Some(0) }, ..Day::default() });
            }
            // month by number: "of the eighth month", "month 3"
            if p > head
                && let Some(n) = self.number(p)
                && (1.0..=12.0).contains(&n.value)
                && n.value.fract() == 0.0
                && n.proclitic == 0
            {
                let month = n.value as u8;
                let (end, year) = self.year_tail(p + n.words, false);
                return Some(Day { to: end, what: What::Day { year, month, day }, ..Day::default() });
            }
            if (self.plain(p) || self.is(p, "("))
                && let Some(month) = self.month(p)
            {
                if ordinal && !of && day > 1 && !self.w(i).definite {
                    return None;
                }
                if month.hijri && !month.sure && in_words && !of {
                    return None;
                }
                // "3-صفر", "1 - صفر": a score
                if month.hijri
                    && month.month == 2
                    && !(of || self.is(head, "شهر") || matches!(self.year_tail(month.to, true).1, YearSaid::Given(_)))
                {
                    return None;
                }
                let (end, year) = self.year_tail(month.to, month.hijri);
                // Gregorian years fit a Hijri month only when said so: "رمضان 2018"
                return Some(Day {
                    to: end,
                    what: What::Day { year, month: month.month, day },
                    hijri: month.hijri,
                    twin: month.twin,
                    twin_of: month.month,
                });
            }
            return None;
        }
        self.month_first(i)
    }

    /// `يناير 15`, `أكتوبر 14، 2018`: month before day.
    fn month_first(&self, i: usize) -> Option<Day> {
        let month = self.month(i)?;
        let mut p = month.to;
        if self.is(p, "-") {
            p += 1;
        }
        if !self.plain(p) {
            return None;
        }
        let (to, day, ordinal, in_words) = self.day_number(p)?;
        if in_words && !ordinal && day < 20 {
            return None;
        }
        if self.glued(to - 1) && self.is_any(to, &[".", ",", "%", "/", ":"]) && !self.ends(to + 1) && self.glued(to) {
            return None;
        }
        if self.is_any(to, &["%", ":"]) {
            return None;
        }
        let (end, year) = self.year_tail(to, month.hijri);
        let follows = self.ends(end)
            || self.punct(end)
            || year != YearSaid::Open
            || self.clock_at(end).is_some()
            || self.is_any(end, &["الي", "حتي", "و"]);
        if !follows || (month.hijri && year == YearSaid::Open) {
            return None;
        }
        Some(Day {
            to: end,
            what: What::Day { year, month: month.month, day },
            hijri: month.hijri,
            twin: month.twin,
            twin_of: month.month,
        })
    }

    /// Token `at` separates the parts of a numeric date; with the tatweel that some outlets use (`12ـ5ـ2018`).
    fn separator(&self, at: usize) -> Option<(usize, char)> {
        let c = match self.fold(at) {
            "/" | "\\" => '/',
            "-" | "–" => '-',
            "." => '.',
            _ => {
                // a tatweel between two digit tokens is no token
                if self.w(at).digits >= 0 && at > 0 && self.w(at - 1).digits >= 0 {
                    let a = self.doc.tokens[self.base + at - 1].span.end as usize;
                    let b = self.doc.tokens[self.base + at].span.start as usize;
                    if self.doc.text()[a..b].contains('ـ') {
                        return Some((at, '-'));
                    }
                }
                return None;
            }
        };
        Some((at + 1, c))
    }

    /// `14/5/2018`, `2018-5-14`, `22/04`, `3/2015`: never month first, unless it cannot be otherwise.
    fn numeric_date(&self, i: usize) -> Option<Day> {
        let a = self.w(i);
        if a.digits < 0 || a.digit_count > 4 {
            return None;
        }
        if i > 0 && self.glued(i - 1) && self.is_any(i - 1, &["/", "-", ".", ",", ":", "+", "$"]) {
            return None;
        }
        let (second, c1) = self.separator(i + 1)?;
        let b = self.w(second);
        if b.digits < 0 || b.digit_count > 4 {
            return None;
        }
        let spaced = !self.glued(i) || (second > i + 1 && !self.glued(second - 1));
        let third = self.separator(second + 1).filter(|(_, c)| *c == c1).map(|(at, _)| at);
        if let Some(third) = third
            && self.w(third).digits >= 0
        {
            let c = self.w(third);
            let (mut year, mut month, mut day) = if a.digit_count == 4 {
                (a.digits, b.digits, c.digits)
            } else if c.digit_count == 4 {
                (c.digits, b.digits, a.digits)
            } else if c.digit_count == 2 && c1 == '/' && a.digit_count <= 2 && b.digit_count <= 2 && !spaced {
                (if c.digits < 70 { 2000 + c.digits } else { 1900 + c.digits }, b.digits, a.digits)
            } else {
                return None;
            };
            if spaced && c1 == '.' {
                return None;
            }
            if self.glued(third) && self.is_any(third + 1, &["/", "-"]) && self.w(third + 2).digits >= 0 {
                return None;
            }
            if month > 12 && day <= 12 {
                std::mem::swap(&mut month, &mut day);
            }
            if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !YEARS.contains(&year) {
                return None;
            }
            let (to, marked) = self.era(third + 1);
            let hijri = marked || (HIJRI_YEARS.contains(&year) && (to <= third + 1));
            if hijri && !HIJRI_YEARS.contains(&year) {
                year = c.digits;
            }
            return Some(Day {
                to,
                what: What::Day { year: YearSaid::Given(year), month: month as u8, day: day as u8 },
                hijri,
                ..Day::default()
            });
        }
        if c1 != '/' || spaced || (self.glued(second) && self.is_any(second + 1, &["/", ".", ":", "%"])) {
            return None;
        }
        // month and year, only where the year is plain
        if a.digit_count <= 2 && (1..=12).contains(&a.digits) && b.digit_count == 4 && (1900..=2099).contains(&b.digits)
        {
            return Some(Day {
                to: second + 1,
                what: What::Month { year: YearSaid::Given(b.digits), month: a.digits as u8 },
                ..Day::default()
            });
        }
        // day and month without a year: only with a word that announces a day, or zero-padded
        if a.digit_count <= 2 && b.digit_count <= 2 {
            let announced = i > 0 && (ANNOUNCES.has(self.fold(i - 1)) || self.w(i - 1).weekday > 0);
            let padded = b.digit_count == 2 && self.fold(second).starts_with('0') && a.digit_count == 2;
            let in_year = i > 0 && self.is_any(i - 1, &["في", "من"]) && self.ends_clause(second + 1)
                || self.is_any(second + 1, &[",", "،"])
                    && matches!(self.year_tail(second + 1, false).1, YearSaid::Given(_));
            if !(announced || padded || in_year) {
                return None;
            }
            let (mut day, mut month) = (a.digits, b.digits);
            if month > 12 && day <= 12 {
                std::mem::swap(&mut month, &mut day);
            }
            if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
                return None;
            }
            let (to, year) = match self.year_tail(second + 1, false) {
                (to, YearSaid::Given(y)) => (to, YearSaid::Given(y)),
                _ => (second + 1, YearSaid::Open),
            };
            return Some(Day { to, what: What::Day { year, month: month as u8, day: day as u8 }, ..Day::default() });
        }
        None
    }

    fn ends_clause(&self, at: usize) -> bool {
        self.ends(at) || self.is_any(at, &[".", "،", ",", ")", "؛", "!", "؟"])
    }

    fn numeric(&self, i: usize) -> Option<Hit> {
        let day = self.numeric_date(i)?;
        let mut expr = DateExpr { what: day.what, hijri: day.hijri, ..DateExpr::default() };
        let mut to = day.to;
        let mut kind = DateKind::Date;
        if let Some(end) = self.time_tail(to, &mut expr) {
            to = end;
            kind = DateKind::Time;
        }
        Some(Hit { from: i, to, kind, rule: "date.numeric", expr })
    }

    // ----- clock and part of the day ---------------------------------------------------------------------------------

    /// A clock time at `i`: tokens used. Bare digits need a colon with two digits of minutes, a part of the day or a zone.
    fn clock_at(&self, i: usize) -> Option<(usize, Clock, Option<Part>)> {
        let mut p = i;
        let named = self.is_of(p, &HOUR) && (self.w(p).definite || self.w(p + 1).number && self.w(p + 1).definite);
        if named {
            p += 1;
        }
        let start = p;
        let word = self.w(p);
        let mut clock = Clock { hour: 0, minute: 0, second: None, utc: false };
        let mut colon = false;
        let mut in_greenwich = false;
        let hours = word.digit_count == 4 && self.zone(p + 1, &mut in_greenwich) > p + 1 && in_greenwich;
        if hours && word.digits / 100 < 24 && word.digits % 100 < 60 {
            // 1920 بتوقيت غرينتش
            (clock.hour, clock.minute) = ((word.digits / 100) as u8, (word.digits % 100) as u8);
            p += 1;
        } else if word.digits >= 0 {
            if word.digits > 24 || word.digit_count > 2 {
                return None;
            }
            clock.hour = word.digits as u8;
            p += 1;
            let two = |at: usize| self.w(at).digit_count == 2 && (0..60).contains(&self.w(at).digits);
            if self.glued(p - 1) && self.is_any(p, &[":", ".", ","]) && self.glued(p) {
                if two(p + 1) {
                    colon = self.is(p, ":");
                    clock.minute = self.w(p + 1).digits as u8;
                    p += 2;
                    if colon && self.glued(p - 1) && self.is(p, ":") && two(p + 1) {
                        clock.second = Some(self.w(p + 1).digits as u8);
                        p += 2;
                    }
                } else if self.w(p + 1).digits >= 0 {
                    return None;
                }
            } else if self.is(p, ":") && two(p + 1) && named {
                clock.minute = self.w(p + 1).digits as u8;
                p += 2;
                colon = true;
            }
        } else {
            if !word.number || (word.cut != 0) {
                return None;
            }
            let n = self.number(p)?;
            if n.value.fract() != 0.0 || !(1.0..=24.0).contains(&n.value) {
                return None;
            }
            let one = self.is(p, "الواحده");
            if !(n.ordinal && n.definite && self.bare(p).ends_with('ه') || one || (named && n.definite)) {
                return None;
            }
            clock.hour = n.value as u8;
            p += n.words;
            if self.bare(p - n.words) == "ثانيه" && !named && n.words == 1 && !(self.w(p).fraction > 0 && self.w(p).and)
            {
                // "الثانية" alone is rather the second of something
                self.part_tail(p)?;
            }
        }
        // "and a half", "and eighteen minutes", "less a quarter"
        let and = self.w(p);
        if and.fraction > 0 && and.and && !self.is_unit(p + 1) {
            clock.minute = 60 / and.fraction;
            p += 1;
        } else if self.is_any(p, &["الا"]) && matches!(self.w(p + 1).fraction, 3 | 4) {
            clock.minute = 60 - 60 / self.w(p + 1).fraction;
            clock.hour = clock.hour.checked_sub(1).unwrap_or(23);
            p += 2;
        } else if self.is_any(p, &["الا"])
            && let Some(n) = self.number(p + 1)
            && (1.0..60.0).contains(&n.value)
            && n.value.fract() == 0.0
            && self.w(p + 1 + n.words).unit == Some(Unit::Minute)
        {
            clock.minute = 60 - n.value as u8;
            clock.hour = clock.hour.checked_sub(1).unwrap_or(23);
            p += 2 + n.words;
        } else {
            let joined = self.is(p, "و");
            let at = p + usize::from(joined);
            if self.w(p).and && !self.w(p).definite && self.w(p).unit == Some(Unit::Minute) && self.w(p).count < 3 {
                clock.minute = self.w(p).count;
                p += 1;
            } else if (joined || self.w(at).and)
                && let Some(n) = self.number(at)
                && (1.0..60.0).contains(&n.value)
                && n.value.fract() == 0.0
                && self.w(at + n.words).unit == Some(Unit::Minute)
            {
                clock.minute = n.value as u8;
                p = at + n.words + 1;
            }
        }
        let mut part = None;
        if let Some((to, found)) = self.part_tail(p) {
            part = Some(found);
            p = to;
        } else if word.digits >= 0 && self.is_any(p, &["ص", "م"]) && (colon || named) && !self.glued(p) {
            part = Some(if self.is(p, "ص") { Part::Morning } else { Part::Evening });
            p += 1;
        }
        let zone_end = self.zone(p, &mut clock.utc);
        let zoned = zone_end > p;
        p = zone_end;
        if part.is_none()
            && let Some((to, found)) = self.part_tail(p)
            && zoned
        {
            part = Some(found);
            p = to;
        }
        let dotted = word.digits >= 0 && p > start + 1;
        if !(named || part.is_some() || zoned || (colon && dotted)) {
            return None;
        }
        // a bare HH:MM is a clock time only when the hour is plausible and nothing hints at a score or a verse
        if !named && part.is_none() && !zoned {
            let hint = i > 0 && self.is_any(i - 1, &["الايه", "سوره", "بنتيجه", "النتيجه", "بواقع", "(", "آيه"]);
            if hint || clock.hour > 23 || self.w(start).digit_count == 1 && self.glued(p - 1) && self.is(p, ":") {
                return None;
            }
        }
        if word.digits >= 0 && !colon && !named && !zoned && (word.digits == 0 || word.digits > 12) {
            return None;
        }
        // "18 راكبا" after الساعة cannot be, but "الساعة 24" of a channel can
        if let Some(part) = part {
            clock.hour = shift_hour(clock.hour, part);
        }
        Some((p, clock, part))
    }

    fn is_unit(&self, at: usize) -> bool {
        self.w(at).unit.is_some() && !self.w(at).definite
    }

    /// `بتوقيت غرينتش`, `ت غ`, `بالتوقيت المحلي`: where it ends; sets `utc`.
    fn zone(&self, i: usize, utc: &mut bool) -> usize {
        let mut p = i;
        let paren = self.is(p, "(");
        if paren {
            return i;
        }
        if self.is(p, "حسب") || self.is(p, "وفق") {
            p += 1;
        }
        if self.w(p).gmt {
            *utc = true;
            return p + 1;
        }
        if self.is_any(p, &["ت", "تغ"]) {
            if self.is(p, "تغ") {
                *utc = true;
                return p + 1;
            }
            let dot = usize::from(self.is(p + 1, "."));
            if self.is_any(p + 1 + dot, &["غ", "ج", "ق"]) {
                *utc = true;
                let end = p + 2 + dot;
                return end + usize::from(self.is(end, ".") && self.glued(end - 1) && !self.ends(end + 1));
            }
            return i;
        }
        if self.w(p).zone && (self.w(p).by || self.w(p).cut == 0) {
            p += 1;
            if self.w(p).gmt {
                *utc = true;
                return p + 1;
            }
            if self.is_any(p, &["المحلي", "الصيفي", "الشتوي"]) {
                return p + 1;
            }
            if self.ends(p) || self.punct(p) {
                return i;
            }
            // a place: one word, or two when the second is an adjective of the first (مكة المكرمة, شرق الولايات المتحدة)
            let mut end = p + 1;
            if self.is_of(p, &PLACE_OPENS) {
                end += 1;
            }
            for pair in [("مكه", "المكرمه"), ("المدينه", "المنوره"), ("الولايات", "المتحده"), ("المملكه", "المتحده")]
            {
                if self.is(end - 1, pair.0) && self.is(end, pair.1) {
                    end += 1;
                }
            }
            if self.is_of(p, &FIRST_HALVES) && !self.punct(end) && !self.ends(end) {
                end += 1;
            }
            return end.min(self.words.len());
        }
        i
    }

    /// A part of the day after a clock time or a day: `مساء`, `بعد الظهر`, `في الصباح`, `من مساء`.
    fn part_tail(&self, i: usize) -> Option<(usize, Part)> {
        let mut p = i;
        let comma = self.is(p, "،");
        if comma && self.is(p + 1, "في") && self.w(p + 2).part.is_some() && self.w(p + 2).definite {
            p += 1;
        }
        let inside = self.is_any(p, &["في", "من"]);
        if inside {
            p += 1;
        }
        // "early", "late"
        if inside && self.is_any(p, &["وقت", "الوقت"]) && self.is_any(p + 1, &["مبكر", "متاخر", "مبكرا", "متاخرا"])
        {
            p += 2;
            if self.is_any(p, &["من", "في"]) {
                p += 1;
            }
        }
        let word = self.w(p);
        if word.cut == 0
            && let Some(link @ (Link::After | Link::Before)) = word.link
            && self.plain(p + 1)
        {
            let next = self.w(p + 1);
            if next.part == Some(Part::Noon) {
                return Some((p + 2, if link == Link::After { Part::Afternoon } else { Part::Morning }));
            }
            if next.part == Some(Part::Afternoon) && link == Link::After {
                return Some((p + 2, Part::Afternoon));
            }
            if next.edge == Some(Edge::Mid) && self.w(p + 2).part == Some(Part::Night) {
                return Some((p + 3, Part::Night));
            }
            return None;
        }
        let part = word.part?;
        if word.cut > 0 && !(word.by && word.definite) {
            return None;
        }
        if inside && !word.definite && !self.is_of(p, &PART_BARE) {
            return None;
        }
        if self.bare(p) == "ليله" {
            return None;
        }
        Some((p + 1, part))
    }

    /// Time of day that follows a day: part, clock, or both. Sets them; where they end.
    fn time_tail(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
        if expr.clock.is_some() {
            return None;
        }
        let mut p = i;
        let mut end = None;
        if expr.part.is_none()
            && let Some((to, part)) = self.part_tail(p)
        {
            // "الجمعة مساء اليوم": the part belongs to what follows
            let construct = !self.w(to - 1).definite
                && !self.bare(to - 1).ends_with('ا')
                && (self.w(to).weekday > 0 || self.w(to).day.is_some() || self.is_today(to));
            if !construct {
                expr.part = Some(part);
                end = Some(to);
                p = to;
            }
        }
        let mut q = p;
        if self.is_any(q, &["،", ","])
            && (self.is_any(q + 1, &["الساعه", "عند"]) || self.clock_at(q + 1).is_some_and(|c| c.2.is_some()))
        {
            q += 1;
        }
        if self.is_of(q, &CLOCK_LINKS) {
            q += 1;
        }
        if self.is_any(q, &["تمام", "حوالي", "حدود"]) {
            q += 1;
        }
        if let Some((to, mut clock, part)) = self.clock_at(q) {
            if part.is_none()
                && let Some(p) = expr.part
            {
                clock.hour = shift_hour(clock.hour, p);
            }
            expr.clock = Some(clock);
            expr.part = None;
            return Some(to);
        }
        // "في 7" after a part of the day said before: "هذه الليلة في 7"
        if self.is(p, "في")
            && let Some(part) = expr.part
            && (1..=12).contains(&self.w(p + 1).digits)
            && self.ends_clause(p + 2)
        {
            expr.clock =
                Some(Clock { hour: shift_hour(self.w(p + 1).digits as u8, part), minute: 0, second: None, utc: false });
            expr.part = None;
            return Some(p + 2);
        }
        end
    }

    // ----- points ---------------------------------------------------------------------------------------------------

    /// اليوم as "today": not a number of days, not an ordinal day, not a newspaper's name.
    fn is_today(&self, i: usize) -> bool {
        let word = self.w(i);
        if word.unit != Some(Unit::Day) || word.count != 1 || !word.definite || self.bare(i) != "يوم" {
            return false;
        }
        let next = self.w(i + 1);
        if next.ordinal && next.definite && next.cut == 0 {
            return false;
        }
        if matches!(next.turn, Some(Turn::Same | Turn::After | Turn::Before | Turn::Past | Turn::Next | Turn::Last))
            && next.definite | (next.turn == Some(Turn::Same))
        {
            return false;
        }
        static NOT_TODAY: Words = Words::new(&words::DATES, "the day, not today");
        if NOT_TODAY.has(self.fold(i + 1)) {
            return false;
        }
        if i > 0 {
            static PAPERS: Words = Words::new(&words::DATES, "before اليوم of a name");
            if PAPERS.has(self.fold(i - 1)) {
                return false;
            }
            // نفس اليوم, بنفس اليوم: a day said before
            if self.is_of(i - 1, &SAME) {
                return false;
            }
            // طوال اليوم, على مدار اليوم, مرات خلال اليوم: any day
            if self.is_any(i - 1, &["مدار", "طيله", "طوال", "ساعات"]) && !next.definite && next.weekday == 0
            {
                return false;
            }
            // "per day"
            if self.is(i - 1, "في") && !(i > 1 && self.is_any(i - 2, &["ومن"])) && word.cut == 0 {
                return false;
            }
        }
        if word.by && self.fold(i).starts_with('ل') && word.cut > 2 {
            // لليوم: "for the day (of ...)", mostly ordinal: لليوم الثالث
            return !next.ordinal;
        }
        true
    }

    /// A day word with what belongs to it: `اليوم`, `أول أمس`, `يوم غد`, `بعد غد`: tokens used, distance.
    fn day_word(&self, i: usize) -> Option<(usize, i8)> {
        let word = self.w(i);
        if self.is_today(i) {
            return Some((i + 1, 0));
        }
        if self.is_any(i, &["هذا", "لهذا"]) && self.is_today(i + 1) {
            return Some((i + 2, 0));
        }
        // "أول أمس", "أول من أمس", "الأول من أمس"
        let first = self.bare(i);
        if matches!(first, "اول") && word.number {
            let of = usize::from(self.is(i + 1, "من"));
            let at = i + 1 + of;
            if self.w(at).day == Some(-1) && self.plain(at) {
                return Some((at + 1, -2));
            }
        }
        if word.link == Some(Link::After) && self.plain(i + 1) && self.w(i + 1).day == Some(1) {
            return Some((i + 2, 2));
        }
        if word.link == Some(Link::Before) && self.plain(i + 1) && self.w(i + 1).day == Some(-1) {
            return Some((i + 2, -2));
        }
        if self.is(i, "اليوم") && self.is_any(i + 1, &["الي", "اللي"]) && self.w(i + 2).link == Some(Link::After)
        {
            return self.day_word(i + 2);
        }
        let mut p = i;
        // "يوم أمس", "يوم غد"
        if word.unit == Some(Unit::Day) && word.count == 1 && !word.definite && self.plain(i + 1) {
            p += 1;
            if self.w(p).link.is_some() || self.is_any(p, &["اول", "الاول"]) {
                return self.day_word(p);
            }
        }
        let w = self.w(p);
        let by = w.day?;
        // بكرة: with a ball, unless a weekday or the end of the clause follows
        if self.fold(p) == "بكره" && self.w(p + 1).weekday == 0 && (p > i || !self.ends_clause(p + 1)) {
            return None;
        }
        if self.fold(p) == "بكره" && i > 0 && !self.is_any(i - 1, &["من", "حتي", "لحد", "،", "يوم"]) {
            return None;
        }
        if matches!(self.bare(p), "بارحه" | "بارح") && !w.definite {
            return None;
        }
        if self.bare(p) == "غد" && !w.definite && p == i && !(self.w(p + 1).weekday > 0 || self.ends_clause(p + 1)) {
            // "غد أفضل": a better tomorrow
            return None;
        }
        if self.bare(p) == "غد" && w.definite && i > 0 && self.is_of(i - 1, &BEFORE_TOMORROW) {
            return None;
        }
        // "أمس الأول"
        if by == -1 && self.is_any(p + 1, &["الاول"]) {
            return Some((p + 2, -2));
        }
        Some((p + 1, by))
    }

    /// A weekday name at `i` (يوم before it allowed): tokens used, weekday.
    fn weekday(&self, i: usize) -> Option<(usize, u8)> {
        let word = self.w(i);
        if word.weekday > 0 && word.definite {
            // الاثنين is "the two" as well: بيننا نحن الاثنين, بين الاثنين
            let two = word.weekday == 1
                && i > 0
                && (self.is_of(i - 1, &THE_TWO) && !self.is_any(i + 1, &["و", "والثلاثاء", "والاربعاء", "والخميس"])
                    || self.is_any(i + 1, &["معا", "هما"]));
            // سوق الإثنين: a market's name
            if two || i > 0 && self.is_any(i - 1, &["سوق", "وسوق"]) {
                return None;
            }
            return Some((i + 1, word.weekday));
        }
        if word.weekday > 0
            && word.cut == 0
            && self.w(i + 1).unit == Some(Unit::Week)
            && self.w(i + 1).definite
            && self.turn_shift(i + 2).is_some()
        {
            return Some((i + 1, word.weekday));
        }
        if word.unit == Some(Unit::Day) && !self.is(i, "اليوم") && word.count <= 1 && !word.definite {
            let next = self.w(i + 1);
            if next.weekday > 0 && next.cut == 0 && (next.definite || !next.number) {
                return Some((i + 2, next.weekday));
            }
        }
        None
    }

    /// A day in any wording, without time of day. Fills `expr`; where it ends.
    fn day_phrase(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
        // هذا + weekday or a day word
        let mut i0 = i;
        if self.is_any(i, &["هذا", "هذه"]) {
            if let Some((to, weekday)) = self.weekday(i + 1) {
                expr.weekday = weekday;
                expr.weekday_span = Some(self.span(i + 1, to));
                expr.what = What::WeekdayOf { weeks: 0 };
                return Some(to);
            }
            if self.w(i + 1).unit == Some(Unit::Week) && self.w(i + 1).definite {
                if let Some((to, weekday)) = self.weekday(i + 2)
                    && self.plain(i + 2)
                {
                    expr.weekday = weekday;
                    expr.what = What::WeekdayOf { weeks: 0 };
                    return Some(to);
                }
                return None;
            }
            if !self.is_today(i + 1) {
                return None;
            }
            i0 = i + 1;
        }
        if let Some((mut to, by)) = self.day_word(i0) {
            expr.what = What::Shift { unit: Unit::Day, by: i32::from(by) };
            expr.today = Some(by);
            expr.today_span = Some(self.span(i, to));
            // the weekday after it, with or without a comma that closes again
            let comma = usize::from(self.is(to, "،"));
            let at = to + comma;
            if let Some((end, weekday)) = self.weekday(at)
                && !self.w(at).and
                && !self.w(at).by
                && (comma == 0 || self.ends_clause(end))
            {
                expr.weekday = weekday;
                expr.weekday_span = Some(self.span(at, end));
                to = end;
            }
            // and the date
            let comma = usize::from(self.is(to, "،"));
            let paren = usize::from(self.is(to, "("));
            if paren == 0
                && self.plain(to + comma)
                && let Some(day) = self.date_at(to + comma)
                && matches!(day.what, What::Day { .. })
            {
                expr.day_span = Some(self.span(to + comma, day.to));
                day.fill(expr);
                to = day.to;
            }
            return Some(to);
        }
        // يوم (و)تاريخ
        let day_head = self.w(i).unit == Some(Unit::Day) && self.w(i).count == 1 && !self.w(i).definite;
        if let Some((to, weekday)) = self.weekday(i) {
            return Some(self.after_weekday(to, weekday, i, expr));
        }
        // last, first, third Tuesday of a month; last day of a month
        if let Some(to) = self.nth(i, expr) {
            return Some(to);
        }
        // اليوم التالي, اليوم نفسه
        if self.w(i).unit == Some(Unit::Day) && self.w(i).count == 1 && self.w(i).definite {
            let next = self.w(i + 1);
            let by = match next.turn {
                Some(Turn::Same) => Some(0),
                Some(Turn::After | Turn::Next) if next.definite => Some(1),
                Some(Turn::Before | Turn::Past) if next.definite => Some(-1),
                _ => None,
            };
            if let Some(by) = by {
                expr.what = What::Echo { unit: Unit::Day, by };
                return Some(i + 2);
            }
            // "the third day of month ten"
            if next.ordinal
                && next.definite
                && let Some(day) = self.day_month(i + 1)
            {
                day.fill(expr);
                return Some(day.to);
            }
            return None;
        }
        if self.is_any(i, &["نفس", "ذات"]) && self.is(i + 1, "اليوم") {
            expr.what = What::Echo { unit: Unit::Day, by: 0 };
            return Some(i + 2);
        }
        let p = if day_head { i + 1 } else { i };
        if day_head && !self.plain(p) {
            return None;
        }
        let at_dated = p + usize::from(day_head && self.is(p, "بتاريخ"));
        if let Some(day) = self.date_at(at_dated) {
            if !matches!(day.what, What::Day { .. } | What::DayOf { .. }) {
                return None;
            }
            // "الأسبوع الثاني من مايو", "النصف الثاني من مايو" are no days
            if p > 0 && p == i && self.w(p).ordinal && self.w(p).definite {
                let before = self.w(p - 1);
                if before.unit.is_some() && before.definite && before.unit != Some(Unit::Day)
                    || before.fraction > 0
                    || self.is_any(p - 1, &["المركز", "الدور", "الفصل", "المرحله"])
                {
                    return None;
                }
            }
            if self.is_city_or_name(p) {
                return None;
            }
            day.fill(expr);
            return Some(day.to);
        }
        // "يوم 15": the day alone
        if day_head
            && let Some((to, day, ordinal, words)) = self.day_number(p)
            && (!words || ordinal)
            && !(self.is_unit(to))
            && !(self.glued(to - 1) && self.is_any(to, &[".", ",", "%"]) && !self.ends(to + 1) && self.glued(to))
            && (!words || self.ends_clause(to) || day > 10)
            && self.w(i).cut == 0
            && (self.ends(to)
                || self.punct(to)
                || self.w(to).known
                || self.w(to).cut > 0
                || self.is_any(to, &["من", "في"]))
        {
            expr.what = What::DayOf { day, months: None };
            return Some(to);
        }
        None
    }

    /// مدينة 6 أكتوبر, ميدان, جسر: names of places.
    fn is_city_or_name(&self, p: usize) -> bool {
        p > 0 && self.is_of(p - 1, &NAMED_AFTER_DAY)
    }

    /// What may follow a weekday: adjective, date, day word, week. Where it ends.
    fn after_weekday(&self, to: usize, weekday: u8, from: usize, expr: &mut DateExpr) -> usize {
        expr.weekday = weekday;
        expr.weekday_span = Some(self.span(from, to));
        expr.what = What::Weekday(None);
        let mut p = to;
        let mut turned = false;
        let next = self.w(p);
        if next.definite && next.cut == 0 {
            match next.turn {
                Some(Turn::Past | Turn::Before) => {
                    expr.what = What::Weekday(Some(Turn::Past));
                    p += 1;
                    turned = true;
                }
                Some(Turn::Next | Turn::After) => {
                    expr.what = What::Weekday(Some(Turn::Next));
                    p += 1;
                    turned = true;
                }
                Some(Turn::Last) => {
                    // the last Tuesday of a month, or simply last Tuesday
                    if let Some(end) = self.nth_tail(p + 1, -1, expr) {
                        return end;
                    }
                    expr.what = What::Weekday(Some(Turn::Past));
                    p += 1;
                    turned = true;
                }
                Some(Turn::Now) => {
                    expr.what = What::WeekdayOf { weeks: 0 };
                    p += 1;
                    turned = true;
                }
                _ => {}
            }
        }
        // قبل الماضي
        if !turned && let Some((end, by @ (-2 | 2))) = self.turn_shift(p) {
            expr.what = What::WeekdayOf { weeks: if by < 0 { -2 } else { 2 } };
            return end;
        }
        // of last week
        if !turned {
            let of = usize::from(self.is(p, "من"));
            let at = p + of;
            if self.w(at).unit == Some(Unit::Week)
                && self.w(at).definite
                && self.plain(at)
                && let Some((end, by)) = self.turn_shift(at + 1)
            {
                expr.what = What::WeekdayOf { weeks: by };
                return end;
            }
            if of == 1 && self.is(at, "هذا") && self.w(at + 1).unit == Some(Unit::Week) {
                expr.what = What::WeekdayOf { weeks: 0 };
                return at + 2;
            }
        }
        // a date beside it: directly, after a comma, after يوم or بتاريخ
        let comma = usize::from(self.is_any(p, &["،", ","]));
        let mut at = p + comma;
        if self.is_any(at, &["بتاريخ", "الموافق", "يوم"]) && !self.is(at, "الموافق") {
            at += 1;
        }
        if (self.plain(at) || self.is(at, "("))
            && !self.is(at, "(")
            && let Some(day) = self.date_at(at)
            && matches!(day.what, What::Day { .. } | What::DayOf { .. })
            && !(turned && comma == 1)
        {
            // nth weekday of the month: "الثلاثاء الأولى من أكتوبر"
            let (to_number, n, ordinal, words) = self.day_number(at).unwrap_or((at, 0, false, false));
            let counted = words && ordinal && n <= 5 && self.w(at).definite && comma == 0 && self.w(at).cut == 0;
            if counted
                && self.fits_nth(at)
                && let Some(end) = self.nth_tail(to_number, n as i8, expr)
            {
                return end;
            }
            expr.day_span = Some(self.span(at, day.to));
            day.fill(expr);
            return day.to;
        }
        if turned {
            return p;
        }
        // "الجمعة 15", "الثلاثاء الحادي والثلاثين", "الأحد الثاني"
        if comma == 0
            && self.plain(p)
            && let Some((end, day, ordinal, words)) = self.day_number(p)
            && self.ends_clause(end)
            && (!words || (ordinal && self.w(p).definite))
        {
            if words && day <= 5 && self.bare(p) != "سابع" {
                expr.what = What::Nth { nth: day as i8, year: YearSaid::Open, month: 0, months: 0 };
            } else {
                expr.what = What::DayOf { day, months: None };
                expr.day_span = Some(self.span(p, end));
            }
            return end;
        }
        // a day word after it: "الجمعة اليوم"
        if comma == 0 && self.plain(p) && self.is(p, "اليوم") && self.is_today(p) && self.ends_clause(p + 1) {
            expr.today = Some(0);
            expr.today_span = Some(self.span(p, p + 1));
            return p + 1;
        }
        p
    }

    /// Ordinals that count weekdays agree with them or stand in the feminine ("الثلاثاء الأولى من أكتوبر").
    fn fits_nth(&self, at: usize) -> bool {
        self.bare(at).ends_with('ي') && self.bare(at) != "ثاني" && self.bare(at) != "حادي"
            || self.bare(at).ends_with('ه')
    }

    /// `أول ثلاثاء من`, `آخر يوم من`, `ثالث يوم ثلاثاء ب`, `اليوم الأخير من`.
    fn nth(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
        let word = self.w(i);
        // اليوم الأخير من
        if self.is(i, "اليوم") && self.w(i + 1).turn == Some(Turn::Last) && self.w(i + 1).definite {
            return self.nth_tail(i + 2, -1, expr);
        }
        if word.definite {
            return None;
        }
        let nth: i8 = if word.edge == Some(Edge::End) && self.bare(i) == "اخر" {
            -1
        } else if word.ordinal && word.cut == 0 {
            let n = self.number(i)?;
            if n.words != 1 || n.value > 5.0 {
                return None;
            }
            n.value as i8
        } else {
            return None;
        };
        let mut p = i + 1;
        let mut is_day = false;
        if self.w(p).unit == Some(Unit::Day) && self.w(p).count == 1 && self.plain(p) {
            is_day = true;
            p += 1;
        }
        let next = self.w(p);
        let weekday = if next.weekday > 0 && next.cut == 0 { next.weekday } else { 0 };
        if weekday == 0 && !is_day {
            return None;
        }
        if weekday > 0 {
            p += 1;
        }
        let saved = (expr.weekday, expr.what);
        expr.weekday = weekday;
        match self.nth_tail(p, nth, expr) {
            Some(to) => Some(to),
            None => {
                (expr.weekday, expr.what) = saved;
                None
            }
        }
    }

    /// The month of an nth weekday: `من الشهر القادم`, `من شهر مارس السنة القادمة`, `بأيلول بعام 2014`, `في هذا الشهر`.
    fn nth_tail(&self, i: usize, nth: i8, expr: &mut DateExpr) -> Option<usize> {
        let mut p = i;
        if self.is_any(p, &["من", "في"]) {
            p += 1;
        } else if !self.w(p).by {
            return None;
        }
        if self.is(p, "هذا") && self.w(p + 1).unit == Some(Unit::Month) {
            expr.what = What::Nth { nth, year: YearSaid::Open, month: 0, months: 0 };
            return Some(p + 2);
        }
        if self.w(p).unit == Some(Unit::Month)
            && self.w(p).definite
            && let Some((to, by)) = self.turn_shift(p + 1)
        {
            expr.what = What::Nth { nth, year: YearSaid::Open, month: 0, months: by };
            return Some(to);
        }
        let month = self.month_or_number(p)?;
        if month.hijri {
            return None;
        }
        let (to, year) = self.year_tail(month.to, false);
        expr.twin = month.twin;
        expr.twin_of = month.month;
        expr.what = What::Nth { nth, year, month: month.month, months: 0 };
        Some(to)
    }

    /// A month, with شهر before it allowed, or by its number after شهر.
    fn month_or_number(&self, i: usize) -> Option<Month> {
        let headed = self.w(i).unit == Some(Unit::Month) && self.w(i).count == 1;
        if headed {
            if let Some(month) = self.month(i + 1)
                && self.plain(i + 1)
            {
                return Some(Month { sure: true, ..month });
            }
            if self.plain(i + 1)
                && let Some(n) = self.number(i + 1)
                && (1.0..=12.0).contains(&n.value)
                && n.value.fract() == 0.0
                && (!n.definite || n.ordinal)
                && (!self.is_unit(i + 1 + n.words) || self.year_tail(i + 1 + n.words, false).1 != YearSaid::Open)
            {
                return Some(Month { to: i + 1 + n.words, month: n.value as u8, sure: true, twin: None, hijri: false });
            }
            return None;
        }
        self.month(i)
    }

    /// A date in any order at `i`, without يوم and weekday.
    fn date_at(&self, i: usize) -> Option<Day> {
        if self.w(i).digits >= 0
            && let Some(day) = self.numeric_date(i)
        {
            return Some(day);
        }
        if let Some(day) = self.day_month(i) {
            return Some(day);
        }
        // "14 و15 مايو", "من 23 إلى 25 أكتوبر": the first of two days takes the month of the second
        let (to, day, ordinal, words) = self.day_number(i)?;
        let mut p = to;
        if self.is_any(p, &["و", "الي", "حتي", "-", "–", "وحتي", "او", "/"]) {
            p += 1;
        } else if !(self.w(p).and && self.w(p).number) {
            return None;
        }
        if self.is_any(p, &["يوم"]) || self.w(p).weekday > 0 {
            p += 1;
        }
        if !(self.plain(p) || self.w(p).and) {
            return None;
        }
        if words && !ordinal {
            return None;
        }
        let (_, next, _, _) = self.day_number(p)?;
        let second = self.day_month(p)?;
        if next <= day {
            return None;
        }
        let what = match second.what {
            What::Day { year, month, .. } => What::Day { year, month, day },
            What::DayOf { months, .. } => What::DayOf { day, months },
            _ => return None,
        };
        Some(Day { to, what, hijri: second.hijri, twin: None, twin_of: 0 })
    }

    /// `بقية الأسبوع`, `باقي الشهر`: what is left of it; and `من أسبوع` standing alone, the spoken "a week ago".
    fn rest(&self, i: usize) -> Option<Hit> {
        if self.is_any(i, &["بقيه", "باقي", "لبقيه", "لباقي"]) {
            let p = i + 1 + usize::from(self.is_any(i + 1, &["هذا", "هذه"]));
            let word = self.w(p);
            if word.definite
                && word.cut == 0
                && word.count == 1
                && let Some(unit @ (Unit::Week | Unit::Month | Unit::Year)) = word.unit
                && self.w(p + 1).turn.is_none_or(|t| t == Turn::Now)
            {
                let to = p + 1 + usize::from(self.w(p + 1).turn.is_some());
                let expr = DateExpr { what: What::Shift { unit, by: 0 }, rest: true, ..DateExpr::default() };
                return Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.rest", expr });
            }
        }
        if i == 0
            && self.is(i, "من")
            && let Some((to, length)) = self.length(1, true)
            && self.plain(1)
            && self.ends(to)
        {
            let expr = DateExpr { what: What::Away { length, past: true }, ..DateExpr::default() };
            return Some(Hit { from: i, to, kind: kind_of(&length), rule: "date.ago", expr });
        }
        None
    }

    /// Everything that denotes a point or calendar period: the longest reading that begins at `i`.
    fn point(&self, i: usize) -> Option<Hit> {
        self.early(i)
            .or_else(|| self.edge(i))
            .or_else(|| self.part_first(i))
            .or_else(|| self.clock_first(i))
            .or_else(|| self.plain_point(i))
    }

    /// Day, then time of day.
    fn plain_point(&self, i: usize) -> Option<Hit> {
        let mut expr = DateExpr::default();
        if let Some(mut to) = self.day_phrase(i, &mut expr) {
            let mut kind = DateKind::Date;
            if let Some(end) = self.time_tail(to, &mut expr) {
                to = end;
                kind = DateKind::Time;
            }
            return Some(Hit { from: i, to, kind, rule: "date.day", expr });
        }
        self.period(i)
    }

    /// A month, week, year, season, quarter, decade or century by name or distance.
    fn period(&self, i: usize) -> Option<Hit> {
        let (to, what, month) = self.period_at(i, false)?;
        let mut expr = DateExpr { what, ..DateExpr::default() };
        if let Some(m) = month {
            expr.hijri = m.hijri;
            expr.twin = m.twin;
            expr.twin_of = m.month;
        }
        if let What::Year(YearSaid::Given(y)) = what {
            expr.hijri = self.year_is_hijri(i, to, y);
        }
        Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.period", expr })
    }

    fn year_is_hijri(&self, from: usize, to: usize, year: i32) -> bool {
        HIJRI_YEARS.contains(&year) && (from..to).any(|k| self.is_any(k, &["ه", "هجري", "هجريه", "للهجره"]))
    }

    /// `cued`: a word before it (نهاية, منتصف) says that a period follows.
    fn period_at(&self, i: usize, cued: bool) -> Option<(usize, What, Option<Month>)> {
        let word = self.w(i);
        // هذا الأسبوع, هذه السنة, هذا الصيف
        if self.is_any(i, &["هذا", "هذه"]) || self.is_of(i, &THIS) {
            let next = self.w(i + 1);
            if next.cut == 0 && next.definite && next.count == 1 {
                return match next.unit? {
                    Unit::Week => Some((i + 2, What::Shift { unit: Unit::Week, by: 0 }, None)),
                    Unit::Month => Some((i + 2, What::Shift { unit: Unit::Month, by: 0 }, None)),
                    Unit::Year => Some((i + 2, What::Shift { unit: Unit::Year, by: 0 }, None)),
                    Unit::Century => Some((i + 2, What::CenturyShift(0), None)),
                    Unit::Decade => Some((i + 2, What::DecadeShift(0), None)),
                    _ => None,
                };
            }
            if let Some(season) = next.season
                && next.definite
                && next.cut == 0
            {
                return Some((i + 2, What::Season(season, YearSaid::Now), None));
            }
            if next.month > 0 && next.month_sure && next.cut == 0 {
                let m = self.month(i + 1)?;
                return Some((m.to, What::Month { year: YearSaid::Now, month: m.month }, Some(m)));
            }
            return None;
        }
        // نهاية الأسبوع: the weekend
        if (word.edge == Some(Edge::End) && self.bare(i) == "نهايه" || self.is(i, "عطله"))
            && !word.definite
            && let Some((to, by)) = self.weekend(i)
        {
            return Some((to, What::Weekend(by), None));
        }
        // quarters and halves: الربع الأول من 2018
        if word.fraction > 0 && word.definite && matches!(word.fraction, 2 | 4) {
            return self.fraction(i);
        }
        // week of a month: the value is the month
        if word.unit == Some(Unit::Week)
            && word.definite
            && word.count == 1
            && (self.w(i + 1).ordinal || self.w(i + 1).turn == Some(Turn::Last))
            && self.w(i + 1).definite
            && self.is_any(i + 2, &["من", "في"])
            && self.plain(i + 1)
        {
            if let Some(m) = self.month_or_number(i + 3) {
                let (to, year) = self.year_tail(m.to, m.hijri);
                return Some((to, What::Month { year, month: m.month }, Some(m)));
            }
            if self.w(i + 3).unit == Some(Unit::Month)
                && self.w(i + 3).definite
                && let Some((to, by)) = self.turn_shift(i + 4)
            {
                return Some((to, What::Shift { unit: Unit::Month, by }, None));
            }
            return None;
        }
        // unit with its adjective
        if word.definite && word.count == 1 && word.unit.is_some() {
            let unit = word.unit?;
            let next = self.w(i + 1);
            if let Some(turn) = next.turn
                && next.cut == 0
                && (next.definite || turn == Turn::Same)
            {
                let by = match turn {
                    Turn::Past => -1,
                    Turn::Now => 0,
                    Turn::Next => 1,
                    Turn::After => 1,
                    Turn::Before => -1,
                    Turn::Same => 0,
                    Turn::Last => return None,
                };
                let echo = matches!(turn, Turn::After | Turn::Before | Turn::Same);
                let end = i + 2;
                // "المدير العام السابق": the adjective general
                if unit == Unit::Year
                    && self.bare(i) == "عام"
                    && matches!(turn, Turn::Before | Turn::Now | Turn::Same)
                    && i > 0
                    && word.cut == 0
                    && (self.fold(i - 1).starts_with("ال") && !self.is_any(i - 1, &["الي"])
                        || self.is_of(i - 1, &SHAABAN))
                {
                    return None;
                }
                return match unit {
                    Unit::Week | Unit::Month | Unit::Year if echo => Some((end, What::Echo { unit, by }, None)),
                    Unit::Week | Unit::Month | Unit::Year => {
                        // "السنة الماضية 2017": the number belongs to it
                        if unit == Unit::Year
                            && let Some((to, year, _)) = self.year_number(end, false)
                            && self.plain(end)
                            && !self.is_counted(to, year)
                        {
                            return Some((to, What::Year(YearSaid::Given(year)), None));
                        }
                        Some((end, What::Shift { unit, by }, None))
                    }
                    Unit::Century => Some((end, What::CenturyShift(by), None)),
                    Unit::Decade => Some((end, What::DecadeShift(by), None)),
                    Unit::Night if turn == Turn::Past => None,
                    _ => None,
                };
            }
            if let Some((to, by)) = self.turn_shift(i + 1)
                && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
            {
                return Some((to, What::Shift { unit, by }, None));
            }
            if unit == Unit::Century
                && let Some((to, n)) = self.century_number(i + 1)
            {
                return Some((to, What::Century(n), None));
            }
            if unit == Unit::Year
                && let Some((to, year, _)) = self.year_number(i + 1, true)
                && self.plain(i + 1)
            {
                return Some((self.before_christ(to).unwrap_or(to), self.year_or_bc(to, year), None));
            }
            // edge + unit alone: نهاية العام, منتصف الشهر; not "نهاية العام المالي"
            let qualified = self.fold(i + 1).starts_with("ال") && self.w(i + 1).cut == 0 && !self.w(i + 1).known;
            if cued && !qualified {
                return match unit {
                    Unit::Week | Unit::Month | Unit::Year => Some((i + 1, What::Shift { unit, by: 0 }, None)),
                    Unit::Century => Some((i + 1, What::CenturyShift(0), None)),
                    _ => None,
                };
            }
        }
        // عام 2018, سنة ألفين وثمانية عشر
        if word.unit == Some(Unit::Year) && word.count == 1 && !word.definite {
            if let Some((to, year, _)) = self.year_number(i + 1, true)
                && self.plain(i + 1)
                && !(self.w(i + 1).digits >= 0 && self.w(i + 1).digit_count < 4 && self.is_unit(to))
            {
                return Some((self.before_christ(to).unwrap_or(to), self.year_or_bc(to, year), None));
            }
            return None;
        }
        // months
        if let Some(m) = self.month_or_number(i) {
            let headed = word.unit == Some(Unit::Month);
            let mut end = m.to;
            if m.hijri && self.is_of(end, &OF_THE_MONTH) {
                end += 1;
            }
            let (to, year) = self.year_tail(end, m.hijri);
            let preceded = i > 0 && self.is_of(i - 1, &BEFORE_MONTH);
            let cue = m.sure || headed || cued || year != YearSaid::Open;
            let ok = if m.hijri {
                cue && (headed || cued || year != YearSaid::Open || preceded)
                    || (m.month == 9 && (preceded || word.by) && self.hijri_as_time(end))
            } else if m.sure {
                true
            } else {
                cue || (preceded && word.month == 3 && word.cut == 0 && !self.w(m.to).definite)
            };
            if !ok || self.is_person_name(i, &m) {
                return None;
            }
            return Some((to, What::Month { year, month: m.month }, Some(m)));
        }
        // seasons
        if let Some(season) = word.season {
            let p = i + 1;
            if word.definite {
                if let Some((to, by)) = self.turn_shift(p) {
                    let said = match by {
                        -1 => YearSaid::Past,
                        1 => YearSaid::Next,
                        _ => YearSaid::Now,
                    };
                    return Some((to, What::Season(season, said), None));
                }
                return None;
            }
            let (to, year) = self.year_tail(p, false);
            if year != YearSaid::Open && !matches!(year, YearSaid::Past | YearSaid::Next | YearSaid::Now) {
                return Some((to, What::Season(season, year), None));
            }
            return None;
        }
        if word.decade > 0 {
            return self.decade(i);
        }
        // bare year after an edge
        if cued
            && let Some((to, year, _)) = self.year_number(i, false)
            && self.plain(i)
            && !self.is_counted(to, year)
        {
            return Some((to, What::Year(YearSaid::Given(year)), None));
        }
        None
    }

    /// رمضان as a time rather than a man or a table: nothing that reads on as a name follows.
    fn hijri_as_time(&self, end: usize) -> bool {
        self.ends_clause(end) || self.w(end).known || self.w(end).cut > 0 || self.is_any(end, &["من", "هذا", "في"])
    }

    /// تيريزا ماي, رجب طيب: the month is a person's name.
    fn is_person_name(&self, i: usize, m: &Month) -> bool {
        i > 0 && self.is_of(i - 1, &PERSON_BEFORE_MONTH) && m.to == i + 1 && m.twin.is_none()
    }

    fn century_number(&self, i: usize) -> Option<(usize, i32)> {
        let mut p = i;
        // الـ19: the article stands alone
        if self.is_any(p, &["ال"]) {
            p += 1;
        }
        let n = self.number(p)?;
        if !(1.0..=30.0).contains(&n.value) || n.value.fract() != 0.0 || !(n.definite || n.digits) {
            return None;
        }
        let mut to = p + n.words;
        let mut century = n.value as i32;
        if self.is_any(to, &["الميلادي", "ميلادي", "م"]) {
            to += 1;
        } else if self.is_any(to, &["الهجري", "هجري"]) {
            // a Hijri century begins some 580 years later and is three years shorter
            century = (century * 97 + 622) / 100 + 1;
            to += 1;
        } else if let Some(end) = self.before_christ(to) {
            return Some((end, -century));
        }
        Some((to, century))
    }

    /// قبل الميلاد: where it ends.
    fn before_christ(&self, i: usize) -> Option<usize> {
        if self.w(i).link == Some(Link::Before) && self.is_any(i + 1, &["الميلاد", "ميلاد"]) {
            return Some(i + 2);
        }
        if self.is(i, "ق") {
            let dot = usize::from(self.is(i + 1, "."));
            if self.is(i + 1 + dot, "م") {
                return Some(i + 2 + dot);
            }
        }
        None
    }

    fn year_or_bc(&self, to: usize, year: i32) -> What {
        What::Year(YearSaid::Given(if self.before_christ(to).is_some() { -year } else { year }))
    }

    /// (عطلة) نهاية الأسبوع with its adjective: where it ends, weeks away.
    fn weekend(&self, i: usize) -> Option<(usize, i32)> {
        let mut p = i;
        if self.is(p, "عطله") {
            p += 1;
        }
        if self.bare(p) != "نهايه" || self.w(p).definite {
            return None;
        }
        p += 1;
        let this = self.is(p, "هذا");
        if this {
            p += 1;
        }
        if !(self.w(p).unit == Some(Unit::Week) && self.w(p).definite && self.w(p).cut == 0) {
            return None;
        }
        p += 1;
        match self.turn_shift(p) {
            Some((to, by)) => Some((to, by)),
            None => Some((p, 0)),
        }
    }

    /// الربع الأول من, النصف الثاني من + year or month.
    fn fraction(&self, i: usize) -> Option<(usize, What, Option<Month>)> {
        let kind = self.w(i).fraction;
        let n = self.number(i + 1);
        let (mut p, which) = match n {
            Some(n) if n.ordinal && n.definite && n.proclitic == 0 && n.value <= f64::from(kind) => {
                (i + 1 + n.words, n.value as u8)
            }
            _ if self.w(i + 1).turn == Some(Turn::Last) => (i + 2, kind),
            _ => return None,
        };
        let of = self.is_any(p, &["من", "ل", "في"]);
        if of {
            p += 1;
        }
        let make = |year: YearSaid| if kind == 4 { What::Quarter(which, year) } else { What::Half(which, year) };
        if let Some((to, what, month)) = self.period_at(p, true) {
            return match what {
                What::Year(y) => Some((to, make(y), None)),
                What::Shift { unit: Unit::Year, by } => Some((to, make(YearSaid::Shift(by)), None)),
                What::Shift { unit: Unit::Month, .. } | What::Month { .. } if kind == 2 => Some((to, what, month)),
                What::Century(_) | What::CenturyShift(_) | What::Decade(_) | What::DecadeShift(_) if of => {
                    Some((to, what, month))
                }
                _ => None,
            };
        }
        None
    }

    /// ثمانينيات القرن الماضي, التسعينيات.
    fn decade(&self, i: usize) -> Option<(usize, What, Option<Month>)> {
        let word = self.w(i);
        let tens = i32::from(word.decade);
        let mut to = i + 1;
        if self.is(to, "من") && self.is_of(to + 1, &OF_AGE) {
            return None;
        }
        if self.is_any(to, &["العمر", "عمره", "عمرها"]) {
            return None;
        }
        let of = usize::from(self.is(to, "من"));
        let at = to + of;
        if self.w(at).unit == Some(Unit::Century) && self.w(at).definite {
            if let Some((end, n)) = self.century_number(at + 1) {
                return Some((end, What::Decade((n - 1) * 100 + tens), None));
            }
            if let Some((end, by)) = self.turn_shift(at + 1) {
                return Some((end, What::Decade((20 + by) * 100 + tens), None));
            }
            to = at + 1;
            return Some((to, What::Decade(1900 + tens), None));
        }
        if !word.definite {
            return None;
        }
        // "في الأربعينيات" of a person: after a person word
        if i > 1 && self.is_any(i - 1, &["في", "اواخر", "منتصف"]) && self.is_of(i - 2, &PEOPLE_OF_AGE) {
            return None;
        }
        Some((to, What::Decade(1900 + tens), None))
    }

    /// بداية, منتصف, نهاية … + period.
    fn edge(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        let edge = word.edge?;
        if word.definite && self.bare(i) != "نهايه" {
            return None;
        }
        let name = self.bare(i).to_string();
        if word.definite {
            return None;
        }
        if name == "نهايه"
            && let Some((to, by)) = self.weekend(i)
        {
            let expr = DateExpr { what: What::Weekend(by), ..DateExpr::default() };
            return Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.weekend", expr });
        }
        let mut p = i + 1;
        let of = self.is_any(p, &["من", "في"]) && matches!(name.as_str(), "منتصف" | "وسط");
        if of {
            p += 1;
        }
        if !self.plain(p) {
            return None;
        }
        // midnight: منتصف ليل الخميس الجمعة, منتصف الليلة الماضية
        if edge == Edge::Mid && matches!(self.bare(p), "ليل" | "ليله") {
            return self.midnight(i, p);
        }
        if edge == Edge::Mid && matches!(self.bare(p), "نهار") {
            return None;
        }
        if COMMON_HEADS.has(name.as_str()) {
            // words of other meanings: only before a month, and آخر before a year word
            let month = self.month_or_number(p)?;
            if month.hijri && !month.sure {
                return None;
            }
        }
        let what_follows = self.period_at(p, true).or_else(|| self.day_as_period(p))?;
        let (to, what, month) = what_follows;
        let mut expr = DateExpr { what, edge: Some(edge), ..DateExpr::default() };
        if let Some(m) = month {
            expr.hijri = m.hijri;
            expr.twin = m.twin;
            expr.twin_of = m.month;
        }
        if let What::Year(YearSaid::Given(y)) = what {
            expr.hijri = self.year_is_hijri(p, to, y);
        }
        if name == "فاتح" {
            // the first of a month, in the Maghreb
            if let What::Month { year, month } = what {
                expr.what = What::Day { year, month, day: 1 };
                expr.edge = None;
            }
        }
        Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.edge", expr })
    }

    /// نهاية اليوم, مطلع يوم الجمعة are too vague; kept out.
    fn day_as_period(&self, _p: usize) -> Option<(usize, What, Option<Month>)> {
        None
    }

    fn midnight(&self, from: usize, p: usize) -> Option<Hit> {
        let mut expr = DateExpr { midnight: true, ..DateExpr::default() };
        let mut to = p + 1;
        let night = self.w(p);
        if night.definite && self.w(to).turn == Some(Turn::Past) && self.w(to).definite {
            expr.what = What::Shift { unit: Unit::Day, by: -1 };
            to += 1;
        } else if let Some(end) = self.night_day(to, &mut expr) {
            to = end;
        } else if night.definite {
            if self.bare(p) == "ليله" {
                expr.what = What::Shift { unit: Unit::Day, by: 0 };
            }
            if let Some(end) = self.day_phrase(to, &mut expr).filter(|_| self.plain(to)) {
                to = end;
            }
        } else {
            return None;
        }
        let mut utc = false;
        let zoned = self.zone(to, &mut utc);
        if zoned > to {
            to = zoned;
            if utc {
                expr.clock = Some(Clock { hour: 0, minute: 0, second: None, utc: true });
            }
        }
        Some(Hit { from, to, kind: DateKind::Time, rule: "date.midnight", expr })
    }

    /// The day of a night: `الخميس`, `الثلاثاء - الأربعاء`, `الخميس على الجمعة`, `أمس`. The first of two days is meant.
    fn night_day(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
        if !self.plain(i) {
            return None;
        }
        if let Some((to, weekday)) = self.weekday(i) {
            let mut p = to;
            let joint = self.is_any(p, &["-", "/", "–", "الي", "علي", "_"]);
            if joint {
                p += 1;
            }
            let next = self.w(p);
            if next.weekday > 0 && next.definite && next.cut == 0 || (next.and && next.weekday > 0 && joint) {
                if next.weekday == weekday % 7 + 1 {
                    expr.weekday = weekday;
                    expr.weekday_span = Some(self.span(i, to));
                    expr.what = What::Weekday(None);
                    let mut end = p + 1;
                    match (self.w(end).definite && self.w(end).cut == 0).then_some(self.w(end).turn).flatten() {
                        Some(Turn::Past) => {
                            expr.what = What::Weekday(Some(Turn::Past));
                            end += 1;
                        }
                        Some(Turn::Next) => {
                            expr.what = What::Weekday(Some(Turn::Next));
                            end += 1;
                        }
                        _ => {}
                    }
                    return Some(end);
                }
            } else if next.weekday > 0 && next.and && next.weekday == weekday % 7 + 1 {
                // ليل الخميس والجمعة: two nights; the first is kept
            }
            return Some(self.after_weekday(to, weekday, i, expr));
        }
        self.day_phrase(i, expr)
    }

    /// Part of the day first: `مساء الخميس`, `بعد ظهر اليوم`, `ليل الثلاثاء الأربعاء`, `الليلة الماضية`, `ليلا`.
    fn part_first(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        let mut expr = DateExpr::default();
        let p;
        // بعد ظهر, قبل ظهر, بعد منتصف الليل
        let mut compound = false;
        if let Some(link @ (Link::After | Link::Before)) = word.link {
            let next = self.w(i + 1);
            if next.cut > 0 {
                return None;
            }
            if next.part == Some(Part::Noon) || (next.part == Some(Part::Afternoon) && link == Link::After) {
                expr.part = Some(if link == Link::After { Part::Afternoon } else { Part::Morning });
                p = i + 2;
                compound = true;
            } else if next.edge == Some(Edge::Mid) && matches!(self.bare(i + 2), "ليل" | "ليله") && self.plain(i + 2)
            {
                let mut hit = self.midnight(i, i + 2)?;
                hit.rule = "date.midnight";
                if hit.to > i + 3 || self.w(i + 2).definite {
                    return Some(hit);
                }
                return None;
            } else {
                return None;
            }
        } else if self.is_any(i, &["هذا", "هذه"]) && self.w(i + 1).part.is_some() && self.w(i + 1).definite {
            expr.part = self.w(i + 1).part;
            expr.what = What::Shift { unit: Unit::Day, by: 0 };
            let mut to = i + 2;
            if let Some(end) = self.time_tail(to, &mut expr) {
                to = end;
            }
            return Some(Hit { from: i, to, kind: DateKind::Time, rule: "date.part", expr });
        } else if let Some(part) = word.part {
            expr.part = Some(part);
            p = i + 1;
        } else {
            return None;
        }
        let head = self.bare(p - 1).to_string();
        let definite = self.w(p - 1).definite;
        if PRAYERS.has(head.as_str()) && !compound {
            // prayers and eves: only with a clock before them, except عشية + day which is the day before
            return None;
        }
        if !compound && definite {
            // الليلة, الليلة الماضية
            if head == "ليله" {
                let next = self.w(p);
                let mut to = p;
                let by = match next.turn {
                    Some(Turn::Past | Turn::Before) if next.definite => {
                        to += 1;
                        -1
                    }
                    Some(Turn::Next | Turn::After) if next.definite => {
                        to += 1;
                        1
                    }
                    Some(_) => return None,
                    None => 0,
                };
                if by == 0
                    && (next.ordinal
                        || i > 0 && self.is_any(i - 1, &["تلك", "في", "الف"])
                        || !(self.ends_clause(to)
                            || next.known
                            || next.cut > 0
                            || self.is_any(to, &["في", "علي", "من", "بين", "امام", "\"", "”", "»"])))
                {
                    return None;
                }
                expr.what = What::Shift { unit: Unit::Day, by };
                expr.today = (by == 0).then_some(0);
                let mut kind_to = to;
                if by == 0
                    && let Some((end, weekday)) = self.weekday(to)
                    && self.plain(to)
                {
                    expr.weekday = weekday;
                    kind_to = end;
                }
                if let Some(end) = self.time_tail(kind_to, &mut expr) {
                    kind_to = end;
                }
                return Some(Hit { from: i, to: kind_to, kind: DateKind::Time, rule: "date.part", expr });
            }
            return None;
        }
        // construct: the day follows
        let mut q = p;
        if self.is_any(q, &["من", "في"]) && (self.w(q + 1).unit == Some(Unit::Day) || compound) {
            q += 1;
        }
        if head == "ليل" || head == "ليله" {
            if let Some(to) = self.night_day(q, &mut expr) {
                return Some(self.close_time(i, to, expr));
            }
        } else if self.plain(q)
            && let Some(to) = self.day_phrase(q, &mut expr)
        {
            return Some(self.close_time(i, to, expr));
        }
        if compound {
            // بعد الظهر alone; "بعد ظهر" needs its day
            if definite {
                return Some(Hit { from: i, to: p, kind: DateKind::Time, rule: "date.part", expr });
            }
            return None;
        }
        // adverbs: ليلا, صباحا, مساءً, فجرا
        let raw = self.doc.text_of(self.base + i);
        // مساء is written for مساءً where nothing follows
        let bare_evening = head == "مساء"
            && (self.ends_clause(p) || self.is_any(p, &["\"", "”", "»"]))
            && i > 0
            && !self.is_of(i - 1, &NO_ADVERB)
            && !self.w(i - 1).known;
        let adverb = head.ends_with('ا') || raw.ends_with('ً') || bare_evening;
        if adverb && word.cut == 0 && BY_NIGHT.has(head.as_str()) {
            if i > 0 && (self.w(i - 1).digits >= 0 || self.is_any(i - 1, &["ليلا", "صباح", "نهارا"])) {
                return None;
            }
            if self.is_any(p, &["ونهارا", "نهارا", "ومساء", "وصباحا"]) {
                return None;
            }
            // ظهرا بتوقيت غرينتش
            let mut utc = false;
            let zoned = self.zone(p, &mut utc);
            let (to, clock) = match head.as_str() {
                "ظهرا" if utc => (zoned, Some(Clock { hour: 12, minute: 0, second: None, utc })),
                _ => (p, expr.clock),
            };
            return Some(Hit {
                from: i,
                to,
                kind: DateKind::Time,
                rule: "date.part",
                expr: DateExpr { clock, ..expr },
            });
        }
        None
    }

    fn close_time(&self, from: usize, to: usize, mut expr: DateExpr) -> Hit {
        let mut end = to;
        if let Some(more) = self.time_tail(to, &mut expr) {
            end = more;
        }
        Hit { from, to: end, kind: DateKind::Time, rule: "date.part", expr }
    }

    /// `وقت مبكر من صباح`, `ساعة متأخرة من ليل`, `الساعات الأولى من`: they belong to the expression.
    fn early(&self, i: usize) -> Option<Hit> {
        let head = self.fold(i);
        let mut late = false;
        let mut p = i;
        match head {
            _ if LATE_HEADS.has(head) => {
                p += 1;
                match self.fold(p) {
                    w if EARLY.has(w) => {}
                    w if LATE.has(w) => late = true,
                    "لاحق" if self.is(p + 1, "من") && self.is_any(p + 2, &["هذا", "العام", "الشهر", "الاسبوع"]) =>
                    {
                        let (to, what, _) = self.period_at(p + 2, true)?;
                        let expr = DateExpr { what, edge: Some(Edge::End), ..DateExpr::default() };
                        return Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.edge", expr });
                    }
                    _ => return None,
                }
                p += 1;
            }
            "الصباح" if self.is(i + 1, "الباكر") => {
                let mut expr = DateExpr { part: Some(Part::Morning), ..DateExpr::default() };
                let q = i + 2 + usize::from(self.is(i + 2, "من"));
                let to = self.day_phrase(q, &mut expr)?;
                return Some(Hit { from: i, to, kind: DateKind::Time, rule: "date.part", expr });
            }
            _ => return None,
        }
        let of = self.is_any(p, &["من", "في"]);
        if of {
            p += 1;
        }
        if !self.plain(p) {
            return None;
        }
        if let Some(mut hit) = self.part_first(p) {
            hit.from = i;
            return Some(hit);
        }
        let mut expr = DateExpr { part: Some(if late { Part::Night } else { Part::Morning }), ..DateExpr::default() };
        let to = self.day_phrase(p, &mut expr)?;
        if expr.what == What::Bare {
            return None;
        }
        Some(Hit { from: i, to, kind: DateKind::Time, rule: "date.part", expr })
    }

    /// Clock time first, with the day after it.
    fn clock_first(&self, i: usize) -> Option<Hit> {
        let (mut to, clock, _) = self.clock_at(i)?;
        let mut expr = DateExpr { clock: Some(clock), ..DateExpr::default() };
        // the day: directly, or after a preposition or comma
        let mut p = to;
        let comma = self.is_any(p, &["،", ","]);
        if comma {
            p += 1;
        }
        if self.is_any(p, &["من", "في"]) {
            p += 1;
        }
        if self.is(p, "كل")
            && let Some(hit) = self.recurring(p)
        {
            let mut expr = hit.expr;
            expr.clock = Some(clock);
            return Some(Hit { from: i, to: hit.to, kind: DateKind::Set, rule: "date.set", expr });
        }
        if self.is_any(p, &["ايام"]) && self.w(p + 1).weekday > 0 {
            expr.weekday = self.w(p + 1).weekday;
            expr.what = What::EachWeekday;
            return Some(Hit { from: i, to: p + 2, kind: DateKind::Set, rule: "date.set", expr });
        }
        let mut day = DateExpr::default();
        if self.plain(p) && !comma {
            // "الثامنة من مساء الجمعة"
            if let Some(hit) = self.part_first(p)
                && hit.expr.what != What::Bare
                && hit.expr.clock.is_none()
                && !hit.expr.midnight
            {
                let part = hit.expr.part;
                expr = hit.expr;
                let mut clock = clock;
                if let Some(part) = part {
                    clock.hour = shift_hour(clock.hour, part);
                }
                expr.clock = Some(clock);
                expr.part = None;
                return Some(Hit { from: i, to: hit.to, kind: DateKind::Time, rule: "date.clock", expr });
            }
        }
        if (self.plain(p) || self.w(p).by)
            && let Some(end) = self.day_phrase(p, &mut day)
            && (!comma || matches!(day.what, What::Day { .. }))
        {
            day.clock = Some(clock);
            expr = day;
            to = end;
        }
        Some(Hit { from: i, to, kind: DateKind::Time, rule: "date.clock", expr })
    }

    // ----- lengths ------------------------------------------------------------------------------------------------

    /// A count of units at `i`: tokens used, length. `cued`: a preposition before it lets a bare unit stand for one.
    fn length(&self, i: usize, cued: bool) -> Option<(usize, Length)> {
        let word = self.w(i);
        // dual
        if let Some(unit) = word.unit
            && word.count == 2
            && !word.definite
            && (self.fold(i).ends_with("ين") || self.fold(i).ends_with("ان"))
        {
            let mut to = i + 1;
            if self.is_any(to, &["اثنين", "اثنتين", "كاملين", "كاملتين"]) {
                to += 1;
            }
            let (to, half) = self.and_half(to);
            return Some((to, Length { count: 2.0 + half, unit }));
        }
        // singular alone
        if let Some(unit) = word.unit
            && word.count == 1
            && !word.definite
        {
            let mut to = i + 1;
            let one = self.is_any(to, &["واحد", "واحده"]);
            let whole = self.is_any(to, &["كامل", "كامله", "كاملا"]);
            if one || whole {
                to += 1;
            }
            let (to, half) = self.and_half(to);
            if (one || whole || half > 0.0 || cued) && !self.w(to).ordinal {
                if unit == Unit::Hour && self.clock_at(i).is_some() {
                    return None;
                }
                return Some((to, Length { count: 1.0 + half, unit }));
            }
            return None;
        }
        // half an hour
        if matches!(word.fraction, 2..=4)
            && !word.definite
            && let Some(unit @ (Unit::Hour | Unit::Day | Unit::Year | Unit::Century | Unit::Minute | Unit::Decade)) =
                self.w(i + 1).unit
            && self.w(i + 1).count == 1
            && self.w(i + 1).cut == 0
            && !self.w(i + 1).definite
        {
            return Some((i + 2, Length { count: 1.0 / f64::from(word.fraction), unit }));
        }
        // a number
        let mut p = i;
        // الـ24 ساعة
        if self.is(p, "ال") && self.glued(p) {
            p += 1;
        }
        let n = self.number(p)?;
        if n.ordinal || (n.proclitic > 0 && p > i) {
            return None;
        }
        // "المئة عام": the hundred years of a name, unless an adjective closes it
        if n.definite && self.w(p + n.words + 1).turn.is_none() {
            return None;
        }
        let mut count = n.value;
        let mut to = p + n.words;
        // decimals: 2.5 ساعة; and thousands: 1,300 عام
        if self.w(p).digits >= 0
            && n.words == 1
            && self.glued(p)
            && self.is_any(p + 1, &[".", ",", "٫", "٬"])
            && self.glued(p + 1)
            && self.w(p + 2).digits >= 0
        {
            let tail = self.fold(p + 2);
            if tail.len() == 3 && !self.is_any(p + 1, &["٫"]) && self.w(p).digit_count <= 3 {
                count = count * 1000.0 + f64::from(self.w(p + 2).digits);
            } else {
                count += tail.parse::<f64>().ok()? / 10f64.powi(tail.len() as i32);
            }
            to = p + 3;
        }
        if i > 0
            && self.glued(i - 1)
            && self.is_any(i - 1, &[".", ",", "/", ":", "-"])
            && self.w(i.wrapping_sub(2)).digits >= 0
        {
            return None;
        }
        let unit_at = to;
        let unit_word = self.w(unit_at);
        let unit = unit_word.unit?;
        if unit_word.cut > 0 || unit_word.definite || unit_word.count == 2 {
            return None;
        }
        // light years are no time
        if self.is_any(unit_at + 1, &["ضوييه", "ضويي"]) {
            return None;
        }
        // "2 - 1 يوم السبت": the score, then the day
        if unit == Unit::Day
            && unit_word.count == 1
            && (self.w(unit_at + 1).weekday > 0 && self.w(unit_at + 1).definite || self.date_at(unit_at + 1).is_some())
        {
            return None;
        }
        to += 1;
        if self.is_of(to, &AFTER_SPAN) {
            // adjectives stay outside
        }
        let (to, half) = self.and_half(to);
        if count <= 0.0 {
            return None;
        }
        Some((to, Length { count: count + half, unit }))
    }

    /// Smaller units that go on with a length: `و6 أشهر`, `وشهر`, `و21 يوما`. Where they end.
    fn more_length(&self, i: usize, first: Unit, and: &mut Vec<Length>) -> usize {
        let mut p = i;
        let mut last = first;
        for _ in 0..5 {
            let alone = self.is(p, "و") || self.is_any(p, &[",", "،"]) && self.w(p + 1).digits >= 0;
            let at = p + usize::from(alone);
            if !(alone || self.w(at).and && !self.w(at).by) {
                break;
            }
            let Some((to, length)) = self.length(at, true) else { break };
            if length.unit >= last || matches!(length.unit, Unit::Night) {
                break;
            }
            last = length.unit;
            and.push(length);
            p = to;
        }
        p
    }

    /// `ونصف`, `ونصف العام`, `ونصف السنة`: where it ends, what it adds.
    fn and_half(&self, i: usize) -> (usize, f64) {
        let word = self.w(i);
        if word.and && !word.by && matches!(word.fraction, 2 | 4) && !word.definite {
            let more = usize::from(self.w(i + 1).unit.is_some() && self.w(i + 1).definite && self.w(i + 1).cut == 0);
            return (i + 1 + more, 1.0 / f64::from(word.fraction));
        }
        (i, 0.0)
    }

    /// Words of approximation before a count: `أكثر من`, `نحو`, `ما يقارب`, `ما لا يقل عن`.
    fn about(&self, i: usize) -> usize {
        let mut p = i;
        if self.is(p, "ما") {
            if self.is(p + 1, "يقارب") {
                p += 2;
            } else if self.is(p + 1, "يقرب") && self.is(p + 2, "من")
                || self.is_any(p + 1, &["يزيد", "يقل", "يربو"]) && self.is_any(p + 2, &["عن", "علي", "من"])
            {
                p += 3;
            } else if self.is(p + 1, "لا") && self.is(p + 2, "يقل") && self.is(p + 3, "عن") {
                p += 4;
            } else {
                return i;
            }
            return p;
        }
        if self.w(p).about && self.plain(p) {
            p += 1;
            if self.is_any(p, &["من", "عن", "علي"]) {
                p += 1;
            }
        }
        p
    }

    /// قبل 11 يوما, منذ سبع سنوات, بعد ستة أشهر من, خلال أسبوع, لمدة ثلاثة أيام.
    fn offset(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        let link = word.link?;
        if word.definite {
            return None;
        }
        let mut p = i + 1;
        // طوال اليوم, طيلة العام
        let whole = self.w(p);
        if link == Link::For
            && matches!(self.bare(i), "طوال" | "طيله")
            && whole.definite
            && whole.count == 1
            && whole.cut == 0
            && let Some(unit) = whole.unit
            && self.w(p + 1).turn.is_none()
            && self.w(p + 1).digits < 0
        {
            let length = Length { count: 1.0, unit };
            let expr = DateExpr { what: What::Length { length, beside: 0 }, ..DateExpr::default() };
            return Some(Hit { from: p, to: p + 1, kind: DateKind::Duration, rule: "date.length", expr });
        }
        if link == Link::For && self.is_any(p, &["فتره"]) {
            p += 1;
        }
        let start = self.about(p);
        if !self.plain(start) {
            return None;
        }
        let (mut to, length) = self.length(start, true)?;
        // "منذ عام 1998" was read as a year before; "قبل يوم الجمعة" as a day
        let singular = self.w(start).unit.is_some() && self.w(start).count == 1;
        if singular && to == start + 1 {
            // "منذ عام ألفين وثمانية عشر": the year is read after this
            if length.unit == Unit::Year && self.year_number(to, true).is_some() {
                return None;
            }
            let next = self.w(to);
            if next.definite
                && next.cut == 0
                && next.turn.is_none()
                && !self.ends(to)
                && length.unit != Unit::Hour
                && !(next.known || next.number)
            {
                // "خلال شهر العسل", "بعد يوم النصر": a name
                return None;
            }
            if next.weekday > 0
                || next.month > 0
                || next.month_head > 0
                || next.hijri > 0
                || next.hijri_head > 0
                || (next.digits >= 0 && length.unit != Unit::Hour)
            {
                return None;
            }
            if matches!(length.unit, Unit::Day | Unit::Night)
                && link != Link::For
                && !(self.ends_clause(to)
                    || self.is_any(to, &["من", "علي", "فقط", "او", "واحد"])
                    || next.cut > 0 && next.known)
            {
                return None;
            }
            if self.is_any(to, &["او"]) && (self.w(to + 1).unit.is_some()) {
                // "خلال يوم أو يومين": both are found on their own
            }
        }
        if self.is(to, "من") && self.is(to + 1, "الزمن") {
            to += 2;
        } else if self.is_any(to, &["مضي", "مضت", "خلت"]) {
            to += 1;
        }
        let mut and = Vec::new();
        to = self.more_length(to, length.unit, &mut and);
        let age = self.is_age(start, to, &length);
        let mut expr =
            DateExpr { what: What::Length { length, beside: 0 }, and, about: start > p, ..DateExpr::default() };
        if link == Link::Within && self.bare(i) == "غضون" {
            expr.what = What::Length { length, beside: WITHIN };
        }
        let of_now = self.is(to, "من") && self.is(to + 1, "الان");
        match link {
            Link::Before => {
                expr.since = true;
                if of_now {
                    expr.what = What::Away { length, past: true };
                    return Some(Hit { from: i, to: to + 2, kind: kind_of(&length), rule: "date.ago", expr });
                }
                if self.is_any(to, &["من", "علي"]) && self.w(to + 1).day.is_none() || self.is(to, "ان") {
                    return Some(Hit { from: i, to, kind: DateKind::Duration, rule: "date.length", expr });
                }
                expr.what = What::Away { length, past: true };
                Some(Hit { from: i, to, kind: kind_of(&length), rule: "date.ago", expr })
            }
            Link::Since => {
                expr.since = true;
                if age {
                    return None;
                }
                let whole = i == 0 && self.ends_clause(to);
                let passed = self.is_any(to - 1, &["مضت", "مضي", "خلت"]);
                if whole || passed || self.is_true_ago(i, &length) {
                    expr.what = What::Away { length, past: true };
                    return Some(Hit { from: i, to, kind: kind_of(&length), rule: "date.ago", expr });
                }
                Some(Hit { from: i, to, kind: DateKind::Duration, rule: "date.since", expr })
            }
            Link::After => {
                let whole = i == 0 && (self.ends(to) || self.is(to, ".") && self.ends(to + 1));
                let future = self.tense(i, to) > 0;
                let bound = self.is_any(to, &["من", "علي", "فقط", "واحد"]) || start > p;
                if of_now {
                    expr.what = What::Away { length, past: false };
                    return Some(Hit { from: i, to: to + 2, kind: kind_of(&length), rule: "date.in", expr });
                }
                if (whole || future) && !bound && self.ends_clause(to) {
                    expr.what = What::Away { length, past: false };
                    return Some(Hit { from: i, to, kind: kind_of(&length), rule: "date.in", expr });
                }
                Some(Hit { from: start, to, kind: DateKind::Duration, rule: "date.length", expr })
            }
            Link::Within | Link::For => {
                if singular && link == Link::For && !word.known {
                    return None;
                }
                Some(Hit { from: start, to, kind: DateKind::Duration, rule: "date.length", expr })
            }
        }
    }

    /// Does منذ point at a moment (قتل منذ يومين) rather than say how long something lasts? Only short units, after a
    /// finished verb that stands right before.
    fn is_true_ago(&self, i: usize, length: &Length) -> bool {
        if !matches!(length.unit, Unit::Minute | Unit::Hour | Unit::Day | Unit::Week) {
            return false;
        }
        let start = i.saturating_sub(4);
        for at in (start..i).rev() {
            if self.punct(at) {
                return false;
            }
            match self.w(at).tense {
                Some(Tense::Past) => return !self.is_any(at, &["بدا", "بدات"]),
                Some(Tense::Future) => return false,
                _ => {}
            }
            if self.is_of(at, &AFTER_FOR) {
                return false;
            }
        }
        false
    }

    /// A length that stands alone: `ستة أسابيع`, `يومين`, `الأشهر الثلاثة الماضية`, `24 ساعة`.
    fn duration(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        // طوال يوم, طوال اليوم
        if let Some(hit) = self.definite_length(i) {
            return Some(hit);
        }
        let (to, length) = self.length(i, false)?;
        if self.is_age(i, to, &length) || self.is_name_of_channel(i) || self.is_title(i, to) {
            return None;
        }
        let mut to = to;
        if self.is(to, "من") && self.is(to + 1, "الزمن") {
            to += 2;
        }
        let mut expr = DateExpr { what: What::Length { length, beside: 0 }, ..DateExpr::default() };
        to = self.more_length(to, length.unit, &mut expr.and);
        // "3 أشهر مضت", "السنوات العشر": after it
        if self.is_any(to, &["مضت", "مضيا", "خلت"]) {
            expr.what = What::Length { length, beside: -1 };
            to += 1;
        } else if self.w(to).definite && self.w(to).cut == 0 && (word.digits >= 0 || i > 0 && self.is(i - 1, "ال")) {
            match self.w(to).turn {
                Some(Turn::Past | Turn::Last) => {
                    expr.what = What::Length { length, beside: -1 };
                    to += 1;
                }
                Some(Turn::Next) => {
                    expr.what = What::Length { length, beside: 1 };
                    to += 1;
                }
                _ => {}
            }
        } else if self.w(to).turn.is_some()
            && !self.w(to).definite
            && self.is_any(to, &["مقبله", "قادمه", "مقبلين", "ماضيه"])
        {
            expr.what = What::Length { length, beside: if self.w(to).turn == Some(Turn::Past) { -1 } else { 1 } };
            to += 1;
        }
        Some(Hit { from: i, to, kind: DateKind::Duration, rule: "date.length", expr })
    }

    /// `الأشهر الثلاثة الماضية`, `السنوات الـ24 الأخيرة`, `العامين الماضيين`, `الأسابيع الثلاثة القادمة`.
    fn definite_length(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        let unit = word.unit?;
        if !word.definite {
            return None;
        }
        let mut p = i + 1;
        let count = if word.count == 2 {
            2.0
        } else if word.count == 3 {
            if self.is(p, "ال") {
                p += 1;
            }
            let n = self.number(p)?;
            if !(n.definite || n.digits) || n.ordinal || n.proclitic > 0 {
                return None;
            }
            p += n.words;
            n.value
        } else {
            return None;
        };
        let next = self.w(p);
        let beside = match next.turn {
            Some(Turn::Past | Turn::Last | Turn::Before) if next.definite => -1,
            Some(Turn::Next | Turn::After) if next.definite => 1,
            _ => 0,
        };
        if beside != 0 {
            p += 1;
        } else if word.count == 2 {
            return None;
        }
        if self.is(p, "من") && self.is_any(p + 1, &["عمره", "عمرها", "العمر"]) {
            return None;
        }
        let expr = DateExpr { what: What::Length { length: Length { count, unit }, beside }, ..DateExpr::default() };
        Some(Hit { from: i, to: p, kind: DateKind::Duration, rule: "date.length", expr })
    }

    /// Is the length somebody's age? By the words before and after, and by where it stands: `(20 عاما)`, `، 25 عاما،`.
    fn is_age(&self, from: usize, to: usize, length: &Length) -> bool {
        let years = length.unit == Unit::Year;
        let small = matches!(length.unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day);
        if !small {
            return false;
        }
        for back in 1..=5usize {
            let Some(at) = from.checked_sub(back) else { break };
            if self.punct(at) && !self.is_any(at, &["\"", "ـ", "(", "-"]) {
                break;
            }
            let folded = self.fold(at).trim_start_matches(['و', 'ف']);
            let stem = folded.strip_prefix('ب').unwrap_or(folded);
            if AGE_BEFORE.has(stem) {
                return true;
            }
            if back <= 2 && years && REACHES.has(stem) {
                return true;
            }
            if back == 1 && years && OF_YEARS.has(stem) {
                // الـ20 عاما: an age unless it is a stretch of time
                if stem != "ال" {
                    return true;
                }
            }
            if back <= 2
                && years
                && stem == "عن"
                && length.count >= 30.0
                && !self.is_any(at.wrapping_sub(1), &["يقل", "يزيد", "تزيد", "تقل"])
            {
                return true;
            }
        }
        if self.is(to, "من") && self.is_any(to + 1, &["العمر", "عمره", "عمرها", "عمرهم"]) {
            return true;
        }
        if self.is_any(to, &["فاكثر", "فما", "عمرا"]) {
            return true;
        }
        if years && length.count <= 115.0 && length.count.fract() == 0.0 {
            let opens = from.checked_sub(1).map_or("", |k| self.fold(k));
            let closes = self.fold(to);
            if opens == "(" && matches!(closes, ")" | "،" | ",") && self.w(from).digits >= 0 {
                return true;
            }
            if matches!(opens, "،" | ",")
                && matches!(closes, "،" | "," | "." | "")
                && self.w(from).digits >= 0
                && length.count >= 3.0
            {
                return true;
            }
        }
        // "تتراوح أعمارهم بين 18 و25 عاما", "أطفال أقل من 16 سنة"
        if years && length.count <= 115.0 {
            for back in 1..=9usize {
                let Some(at) = from.checked_sub(back) else { break };
                let folded = self.fold(at);
                if self.is_any(at, &[".", "؛", ":"]) {
                    break;
                }
                if folded.contains("اعمار") {
                    return true;
                }
                static PEOPLE: Words = Words::new(&words::DATES, "young people");
                if back <= 3 && PEOPLE.has(folded) && self.is_of(from - 1, &BOUND_OF_AGE) {
                    return true;
                }
            }
        }
        false
    }

    /// Nothing else stands inside the marks: the title of a programme ("60 دقيقة").
    fn is_title(&self, from: usize, to: usize) -> bool {
        from > 0 && self.is_any(from - 1, &["\"", "“", "«"]) && self.is_any(to, &["\"", "”", "»"])
    }

    /// A channel or programme with hours in its name.
    fn is_name_of_channel(&self, i: usize) -> bool {
        i > 0 && self.is_of(i - 1, &CHANNEL)
    }

    // ----- recurring, feasts, years ----------------------------------------------------------------------------------

    fn recurring(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        let make = |to: usize, what: What, expr: DateExpr| {
            Some(Hit { from: i, to, kind: DateKind::Set, rule: "date.set", expr: DateExpr { what, ..expr } })
        };
        if let Some(set) = word.set
            && (word.cut == 0 || word.and && !word.by)
            && !word.definite
            && !(i > 0 && self.w(i - 1).number && self.bare(i) == "يوميا")
        {
            let unit = match set {
                "P1Y" => Unit::Year,
                "P1M" => Unit::Month,
                "P1W" => Unit::Week,
                _ => Unit::Day,
            };
            return make(i + 1, What::Each { length: Length { count: 1.0, unit } }, DateExpr::default());
        }
        if !word.each || word.definite {
            return None;
        }
        let mut p = i + 1;
        let mut expr = DateExpr::default();
        let next = self.w(p);
        if next.cut > 0 || next.definite {
            return None;
        }
        // كل يوم اثنين, كل جمعة
        let headed = next.unit == Some(Unit::Day) && next.count == 1;
        let at = p + usize::from(headed);
        let weekday = self.w(at);
        if weekday.weekday > 0 && weekday.cut == 0 && (headed || !weekday.number && weekday.weekday != 7) {
            expr.weekday = weekday.weekday;
            let mut to = at + 1;
            if let Some(end) = self.time_tail(to, &mut expr) {
                to = end;
            }
            return make(to, What::EachWeekday, expr);
        }
        // كل صباح, كل ليلة في 9
        if let Some(part) = next.part {
            expr.part = Some(part);
            let mut to = p + 1;
            if let Some(end) = self.time_tail(to, &mut expr) {
                to = end;
            }
            return make(to, What::EachPart, expr);
        }
        if let Some(unit) = next.unit
            && next.count == 1
        {
            if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Century | Unit::Millennium)
                && unit != Unit::Hour
            {
                return None;
            }
            p += 1;
            if self.w(p).turn.is_some() {
                return None;
            }
            return make(p, What::Each { length: Length { count: 1.0, unit } }, expr);
        }
        let (to, length) = self.length(p, false)?;
        make(to, What::Each { length }, expr)
    }

    fn holiday_at(&self, i: usize) -> Option<Hit> {
        let folded = self.fold(i);
        let first = folded.strip_prefix(['و', 'ف', 'ب', 'ل']).filter(|f| !holidays_from(f).is_empty());
        let head = first.unwrap_or(folded);
        let list = holidays_from(head);
        for index in list {
            let h = holiday(*index);
            let matches = h.words.iter().enumerate().skip(1).all(|(k, w)| self.is(i + k, w));
            if !matches {
                continue;
            }
            let mut from = i;
            // ليلة عيد, أول أيام عيد …
            if i > 0 && self.is_any(i - 1, &["يوم"]) && h.words[0] != "يوم" {
                from = i - 1;
            }
            let end = i + h.words.len();
            // feasts of other calendars
            if self.is_of(end, &OTHER_FEASTS) {
                return None;
            }
            let (to, year) = self.year_tail(end, false);
            let expr = DateExpr { what: What::Holiday(*index, year), ..DateExpr::default() };
            let from = if from < i { i } else { from };
            return Some(Hit { from, to, kind: DateKind::Date, rule: "date.holiday", expr });
        }
        None
    }

    /// A year in number words without عام: `في ألفين وثمانية عشر`.
    fn year_words(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        if !word.number || word.ordinal || word.definite {
            return None;
        }
        let cue = i > 0 && self.is_any(i - 1, &["من", "الي", "منذ", "حتي"]);
        let (to, year, _) = self.year_number(i, cue)?;
        let single = to == i + 1;
        if single && !(self.is(to, "الي") || i > 0 && self.is_any(i - 1, &["الي", "منذ"])) {
            return None;
        }
        if !(1500..=2100).contains(&year) || self.is_unit(to) || self.is_counted(to, year) {
            return None;
        }
        let prep = i > 0 && self.is_of(i - 1, &BEFORE_WORDED_YEAR) || word.by || i == 0;
        if !prep || !self.ends_clause(to) && !self.is_any(to, &["الي", "حتي", "في", "من"]) {
            return None;
        }
        let expr = DateExpr { what: What::Year(YearSaid::Given(year)), ..DateExpr::default() };
        Some(Hit { from: i, to, kind: DateKind::Date, rule: "date.year-words", expr })
    }

    /// A four-digit number that is a year by what stands around it.
    fn bare_year(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        if word.digit_count != 4 || !YEARS.contains(&word.digits) {
            return None;
        }
        let year = word.digits;
        let (to, _, marked) = self.year_number(i, false)?;
        let previous = i.checked_sub(1).map_or("", |k| self.fold(k));
        let glued_before = i > 0 && self.glued(i - 1);
        // part of a longer figure, a code, a sum
        if glued_before && matches!(previous, "." | "," | "٫" | "٬" | ":" | "$" | "€" | "£" | "#" | "+" | "_" | "@")
        {
            return None;
        }
        let kind_before = i.checked_sub(1).map(|k| self.doc.tokens[self.base + k].kind);
        if glued_before && kind_before == Some(TokenKind::Latin) {
            return None;
        }
        // 2018-555-123: a telephone number
        if self.is(to, "-") && self.glued(to - 1) && self.glued(to) && matches!(self.w(to + 1).digit_count, 3 | 5..) {
            return None;
        }
        let previous_year = self.year_before(i);
        let slash_pair = self.slash_pair(i);
        if slash_pair {
            return None;
        }
        if self.is_counted(to, year) {
            return None;
        }
        let hijri = marked && HIJRI_YEARS.contains(&year);
        if marked && !hijri {
            return None;
        }
        let stem = previous.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4).unwrap_or(previous);
        let strong = STRONG_YEAR.has(stem);
        static NO_YEAR: Words = Words::new(&words::DATES, "before no year");
        if NO_YEAR.has(stem) {
            return None;
        }
        if stem == "من" && i > 1 && self.w(i - 2).about && !previous_year {
            return None;
        }
        let in_plain = PLAIN_YEARS.contains(&year);
        let ranged = previous_year || self.range_follows(to);
        if !(strong || hijri || (in_plain && !self.is_round(year)) || (in_plain && ranged)) {
            let prep = BEFORE_YEAR.has(stem);
            if !(in_plain && prep && self.ends_clause(to)) {
                return None;
            }
        }
        if !strong && !hijri && !ranged {
            // without a preposition or a sign that closes, a number beside a noun counts the noun
            let prep = matches!(
                stem,
                "في" | "حتي"
                    | "بحلول"
                    | "خلال"
                    | "قبل"
                    | "بعد"
                    | "الي"
                    | "بين"
                    | "من"
                    | "("
                    | "وحتي"
                    | "مع"
                    | "و"
                    | "ل"
                    | "ب"
                    | "او"
            );
            let closed = self.ends(to)
                || self.punct(to)
                || self.w(to).cut > 0
                || self.w(to).known
                || self.is_verb_or_particle(to);
            if !prep && !closed {
                return None;
            }
            if !prep && !(1900..=2060).contains(&year) {
                return None;
            }
            if !prep
                && kind_before == Some(TokenKind::Punct)
                && !matches!(previous, "(" | "،" | "-" | "\"" | "»" | "–" | ")" | "/")
            {
                return None;
            }
        }
        let bc = self.before_christ(to);
        let what = self.year_or_bc(to, year);
        let expr = DateExpr { what, hijri, ..DateExpr::default() };
        Some(Hit { from: i, to: bc.unwrap_or(to), kind: DateKind::Date, rule: "date.year", expr })
    }

    fn is_round(&self, year: i32) -> bool {
        year % 100 == 0 && year <= 2000
    }

    fn is_verb_or_particle(&self, at: usize) -> bool {
        let f = self.fold(at);
        CLOSES.has(f) || f.starts_with('ي') && f.len() >= 8
    }

    /// A year and a joint stand before: `2013 و2014`, `1998 إلى 2000`.
    fn year_before(&self, i: usize) -> bool {
        let mut k = i;
        for _ in 0..2 {
            let Some(at) = k.checked_sub(1) else { return false };
            if self.w(at).digits >= 0 {
                return self.w(at).digit_count == 4 && PLAIN_YEARS.contains(&self.w(at).digits);
            }
            if !self.is_any(at, &["و", "الي", "حتي", "-", "–", "او", "،"]) {
                return false;
            }
            k = at;
        }
        false
    }

    fn range_follows(&self, to: usize) -> bool {
        self.is_any(to, &["-", "–", "الي", "حتي", "و"])
            && self.w(to + 1).digit_count == 4
            && PLAIN_YEARS.contains(&self.w(to + 1).digits)
    }

    /// `2017/2018`, or `موسم 2017-2018`: a season's name.
    fn slash_pair(&self, i: usize) -> bool {
        let pair = |a: usize, b: usize, mid: usize| {
            let (x, y) = (self.w(a).digits, self.w(b).digits);
            let consecutive =
                y == x + 1 && self.w(b).digit_count == 4 || self.w(b).digit_count == 2 && y == (x + 1) % 100;
            let season = a > 0 && self.is_of(a - 1, &SEASON);
            consecutive
                && (self.is_any(mid, &["/", "\\"]) && !(a > 0 && self.year_word(a - 1))
                    || season && self.is_any(mid, &["-", "–", "/"]))
        };
        (self.is_any(i + 1, &["/", "\\", "-", "–"]) && self.w(i + 2).digits > 0 && pair(i, i + 2, i + 1))
            || (i >= 2
                && self.is_any(i - 1, &["/", "\\", "-", "–"])
                && self.w(i - 2).digits > 0
                && self.w(i - 2).digit_count == 4
                && pair(i - 2, i, i - 1))
    }
}

/// Months with what is known about them.
#[derive(Debug, Clone, Copy)]
struct Month {
    to: usize,
    month: u8,
    sure: bool,
    twin: Option<(u8, Span)>,
    hijri: bool,
}

/// A day as read.
#[derive(Debug, Clone, Copy, Default)]
struct Day {
    to: usize,
    what: What,
    hijri: bool,
    twin: Option<(u8, Span)>,
    twin_of: u8,
}

impl Day {
    fn fill(&self, expr: &mut DateExpr) {
        expr.what = self.what;
        expr.hijri = self.hijri;
        expr.twin = self.twin;
        expr.twin_of = self.twin_of;
    }
}

/// Hours and less give a clock time, others a date.
fn kind_of(length: &Length) -> DateKind {
    match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => DateKind::Time,
        _ => DateKind::Date,
    }
}

/// The hour of a twelve-hour clock moved by its part of the day.
fn shift_hour(hour: u8, part: Part) -> u8 {
    match part {
        Part::Morning => {
            if hour == 12 {
                0
            } else {
                hour
            }
        }
        Part::Noon => {
            if (1..=4).contains(&hour) {
                hour + 12
            } else {
                hour
            }
        }
        Part::Afternoon | Part::Evening => {
            if hour < 12 {
                hour + 12
            } else {
                hour
            }
        }
        Part::Night => match hour {
            12 => 0,
            6..=11 => hour + 12,
            _ => hour,
        },
    }
}
