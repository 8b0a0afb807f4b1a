//! The same event dated differently by two outlets.
//!
//! A bare weekday, `last week` or a night reaches over several days: two dates contradict each other only when no day
//! fits both readings, and only when neither finds a partner among the other sentence's dates. That they date one
//! event is read from the words around them.

use std::sync::OnceLock;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{WEEKDAYS, iso, single_day, weekday_gap};
use crate::calendar::day_number;
use crate::compare::facts::score::logistic;
use crate::compare::together::{Texts, Together};
use crate::lang::ar::dates::{Part, Unit};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::link::terms::Stem;
use crate::mentions::dates::{What, YearSaid};
use crate::model::{DateKind, DateMention, DatingIssue, DatingSide, EntityKind, Reading, Severity, Story};
use crate::text::Document;
use crate::text::clitics::{strip_article, strip_conjunction};
use crate::text::fold::fold;

/// Words on each side of a date that say what it dates.
const REACH: usize = 8;
/// Before the first hour, and from the second on (the third where the time is given in Greenwich time), a text may call
/// the neighbouring day its own.
const NIGHT: (i8, i8, i8) = (5, 22, 20);

/// A day and month without a year may be of a year so far away (`اعتداءات 11 سبتمبر`).
const OPEN_YEARS: i32 = 30;
/// Days from publication within which a day without a year is of this year.
const OF_NOW: i64 = 20;
/// Dice of sentences that tell since when one thing has lasted.
const SINCE: f32 = 0.3;
/// Weight that the words around two neighbouring days share where they date one thing: a place is named near both.
const SAME_THING: f32 = 0.5;
/// What a row is worth that stands only beside a surer one of the same two days.
const WEAK: f32 = 0.45;
/// The same where their sentences tell different things.
const SAME_AFFAIR: f32 = 1.0;
/// The same for two months or years.
const SAME_TELLING: f32 = 1.2;
/// Kinds of happening of which an article tells one: two leads about one date one thing.
const ONE_OFF: [&str; 8] = ["blast", "crash", "quake", "verdict", "resignation", "death", "signing", "visit"];

/// Days on which a date may lie, as ranges of day numbers, ends included.
pub type Days = Vec<(i64, i64)>;

/// Forms with the number of their kind, and the kinds of [`ONE_OFF`].
type Happenings = (FxHashMap<String, u16>, Vec<u16>);

fn happenings() -> &'static Happenings {
    static LIST: OnceLock<Happenings> = OnceLock::new();
    LIST.get_or_init(|| {
        let l = Lexicon::parse("happenings.tsv", include_str!("../../lang/ar/happenings.tsv"));
        let (form, kind) = (l.column("form"), l.column("kind"));
        let mut kinds: Vec<&str> = l.rows.iter().map(|r| r.get(kind)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let number = |k: &str| kinds.iter().position(|x| *x == k).unwrap_or(usize::from(u16::MAX)) as u16;
        let forms = l.rows.iter().map(|r| (fold(r.get(form)), number(r.get(kind)))).collect();
        (forms, ONE_OFF.map(number).to_vec())
    })
}

/// The kind of happening that a folded word names (happenings.tsv), with or without particles before it.
pub fn happening(word: &str) -> Option<u16> {
    let list = &happenings().0;
    let bare = strip_conjunction(word);
    let without = strip_article(bare);
    let lost = ["ب", "ل"].iter().find_map(|p| bare.strip_prefix(p)).map(strip_article);
    let joined = bare.strip_prefix("لل");
    [Some(word), Some(bare), Some(without), lost, joined].into_iter().flatten().find_map(|w| list.get(w).copied())
}

/// May the text have been written in the night, when today and yesterday run into each other?
fn at_night(reading: &Reading) -> bool {
    let a = &reading.doc.article;
    match (a.published_local, a.published_has_time) {
        (Some(t), true) => {
            t.hour() < NIGHT.0 || t.hour() >= if a.offset_minutes.unwrap_or(0) == 0 { NIGHT.2 } else { NIGHT.1 }
        }
        _ => false,
    }
}

/// The days that a date may mean; None for what is no point in time, or belongs to somebody's quoted words.
///
/// A bare weekday fits three weeks, a night two days, `last week` the weeks around, a day without a year other years.
pub fn possible(reading: &Reading, m: &DateMention) -> Option<Days> {
    let (first, last) = (m.earliest?, m.latest?);
    let (a, b) = (day_number(first), day_number(last));
    let e = &m.expr;
    if !matches!(m.kind, DateKind::Date | DateKind::Time) || e.about {
        return None;
    }
    // today and last year of quoted words are the speaker's
    let counted = !matches!(
        e.what,
        What::Day { .. }
            | What::Weekday(_)
            | What::Month { year: YearSaid::Given(_), .. }
            | What::Year(YearSaid::Given(_))
    );
    if e.quoted && counted {
        return None;
    }
    let mut slack = 0;
    if e.hijri || e.midnight || matches!(e.part, Some(Part::Night)) {
        slack = 1;
    }
    if e.clock.is_some_and(|c| c.utc || c.hour < 6 || c.hour >= 22) {
        slack = 1;
    }
    let own = reading.doc.article.published_date().map(day_number);
    let near_own = own.is_some_and(|d| (d - a).abs() <= 1);
    let mut out = Days::new();
    match e.what {
        What::Day { year, month, day } => {
            out.push((a - slack, b + slack));
            let of_now = own.is_some_and(|d| (d - a).abs() <= OF_NOW);
            if !matches!(year, YearSaid::Given(_)) && !e.hijri && !of_now {
                let y = i32::from(first.year());
                for other in (y - OPEN_YEARS..=y + OPEN_YEARS).filter(|o| *o != y) {
                    if let Ok(d) = Date::new(other as i16, month as i8, day as i8) {
                        out.push((day_number(d) - slack, day_number(d) + slack));
                    }
                }
            }
            // a weekday that is not the date's: either may be meant, and the slip has a row of its own
            if e.weekday > 0 && iso(first) != e.weekday {
                let gap = weekday_gap(iso(first), e.weekday);
                out.push((a + gap, a + gap));
            }
        }
        What::DayOf { .. } => out.push((a - slack, b + slack)),
        What::Weekday(_) | What::WeekdayOf { .. } => {
            if near_own && at_night(reading) {
                slack = 1;
            }
            out.extend([-14, -7, 0, 7, 14].map(|k| (a + k - slack, b + k + slack)));
        }
        What::Shift { unit: Unit::Day, .. } => {
            if at_night(reading) {
                slack = 1;
            }
            if e.weekday > 0 && iso(first) != e.weekday {
                let gap = weekday_gap(iso(first), e.weekday);
                out.push((a + gap - slack, a + gap + slack));
            } else {
                out.push((a - slack, b + slack));
            }
        }
        What::Month { year, .. } => {
            out.push((a, b));
            if !matches!(year, YearSaid::Given(_)) {
                out.extend([(a - 366, b - 365), (a + 365, b + 366)]);
            }
        }
        What::Year(YearSaid::Given(_)) => out.push((a, b)),
        // an hour in Greenwich time is compared by itself
        What::Bare if e.clock.is_some_and(|c| c.utc) => out.push((a - 1, b + 1)),
        _ => return None,
    }
    Some(out)
}

/// Is there a day on which both may lie?
pub fn can_meet(a: &Days, b: &Days) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.0 <= y.1 && y.0 <= x.1))
}

/// A date with the words that say what it dates.
struct Dated {
    mention: usize,
    sentence: usize,
    days: Days,
    /// Telling stems near it, with weights, by stem.
    window: Bag,
    mass: f32,
    /// The nearest words before it (behind it when none) that are no names: what is dated.
    heads: Vec<Stem>,
    /// A verb of speech stands nearest: the day is that of a statement.
    spoken: bool,
    /// Kinds of happening named near it.
    kinds: Vec<u16>,
    at: (usize, usize),
    /// Grain: 0 day, 1 month, 2 year.
    grain: u8,
    /// Days from the publication day, when it is a single day.
    from_own: Option<i64>,
    /// Persons named in the sentence.
    persons: Vec<u32>,
    /// Places named near it.
    places: Vec<u32>,
    /// Day and month are said, or the year of a month.
    explicit: bool,
    /// Something lasts until then.
    until: bool,
    /// Something has lasted since.
    since: bool,
}

/// How many words count as what is dated.
const HEADS: usize = 4;

/// Kinds of happening named near a date, nearest first; what stands before a date is rather dated by it.
pub fn happenings_near(doc: &Document, m: &DateMention) -> Vec<u16> {
    let tokens = doc.sentence_tokens(m.sentence as usize);
    let (from, to) = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)));
    let mut found: Vec<(usize, u16)> = Vec::new();
    for t in tokens.start.max(from.saturating_sub(12))..tokens.end.min(to + 7) {
        if (from..=to).contains(&t) {
            continue;
        }
        if let Some(kind) = happening(doc.fold_of(t)) {
            found.push((if t < from { from - t } else { t - to + 2 }, kind));
        }
    }
    found.sort_unstable();
    let mut kinds: Vec<u16> = Vec::new();
    for (_, k) in found {
        if !kinds.contains(&k) {
            kinds.push(k);
        }
    }
    kinds.truncate(3);
    kinds
}

/// Words that open a subordinate clause.
static SUBCLAUSE: Words = Words::new(&words::COMPARING, "opens a subordinate clause");

/// Words for a communiqué.
static COMMUNIQUE: Words = Words::new(&words::COMPARING, "communiqué");

fn dated(view: &View) -> Vec<Dated> {
    let reading = view.reading;
    let (doc, dates) = (&reading.doc, &reading.mentions.dates);
    let own = doc.article.published_date().map(day_number);
    let mut out = Vec::new();
    for (k, m) in dates.iter().enumerate() {
        let sentence = m.sentence as usize;
        if sentence >= view.sentences.len() || m.expr.range_to_next {
            continue;
        }
        let Some(days) = possible(reading, m) else { continue };
        let grain = match m.expr.what {
            What::Month { .. } => 1,
            What::Year(_) => 2,
            _ => 0,
        };
        let s = &view.sentences[sentence];
        let at = (view.term_at(m.span.start), view.term_at(m.span.end.saturating_sub(1)) + 1);
        if at.0 < s.from || at.1 > s.to {
            continue;
        }
        let span = |t: usize| doc.tokens[view.terms[t].token as usize].span;
        let in_date = |t: usize| dates.iter().any(|d| d.span.overlaps(span(t)));
        let named = |t: usize| {
            reading
                .mentions
                .entities
                .iter()
                .filter(|e| e.kind == EntityKind::Person)
                .any(|e| e.span.overlaps(span(t)) || e.role.is_some_and(|r| r.overlaps(span(t))))
        };
        let near = at.0.saturating_sub(REACH).max(s.from)..(at.1 + REACH).min(s.to);
        let (window, mass) = view.bag(near.filter(|t| !in_date(*t)));
        let tells = |t: &usize| !in_date(*t) && !named(*t) && view.weight[*t] > 0.1;
        let mut heads: Vec<Stem> = (s.from..at.0).rev().filter(tells).take(HEADS).map(|t| view.terms[t].stem).collect();
        if heads.is_empty() {
            heads = (at.1..s.to).filter(tells).take(HEADS).map(|t| view.terms[t].stem).collect();
        }
        let spoken = (s.from..at.0).rev().take_while(|t| !SUBCLAUSE.has(view.word(*t))).any(|t| is_speech(view.word(t)))
                || (at.0.saturating_sub(4).max(s.from)..(at.1 + 2).min(s.to)).any(|t| COMMUNIQUE.has(view.word(t)))
                // `والثلاثاء أعلن المستشفى أن`
                || at.0 <= s.from + 1 && at.1 < s.to && is_speech(strip_conjunction(view.word(at.1)));
        let names = |kind: EntityKind, from: u32, to: u32| -> Vec<u32> {
            let all = reading.mentions.entities.iter();
            all.filter(|e| e.sentence == m.sentence && e.kind == kind && e.span.start >= from && e.span.end <= to)
                .filter_map(|e| e.entity)
                .collect()
        };
        let (left, right) = (at.0.saturating_sub(REACH).max(s.from), (at.1 + REACH).min(s.to));
        let persons = names(EntityKind::Person, 0, u32::MAX);
        let places = names(EntityKind::Place, span(left).start, span(right - 1).end);
        out.push(Dated {
            mention: k,
            sentence,
            days,
            window,
            mass,
            heads,
            until: m.expr.before == "حتي" || k > 0 && dates[k - 1].expr.range_to_next,
            spoken,
            kinds: happenings_near(doc, m),
            at,
            grain,
            from_own: own
                .zip(single_day(m))
                .filter(|(_, d)| m.expr.weekday == 0 || iso(*d) == m.expr.weekday)
                .map(|(o, d)| day_number(d) - o),
            persons,
            places,
            since: m.expr.since || m.expr.before == "منذ",
            explicit: matches!(
                m.expr.what,
                What::Day { .. } | What::Month { year: YearSaid::Given(_), .. } | What::Year(YearSaid::Given(_))
            ),
        });
    }
    out
}

/// Verbs of speech in their commonest forms: the day beside them is that of a statement.
fn is_speech(word: &str) -> bool {
    static SAID: Words = Words::new(&words::COMPARING, "said");
    SAID.has(strip_conjunction(word))
}

/// A row for two dates of one event.
fn row(
    readings: &[Reading],
    story: &Story,
    (a, m): (&View, &DateMention),
    (b, o): (&View, &DateMention),
    like: &Likeness,
    score: f32,
) -> DatingIssue {
    let side = |v: &View, d: &DateMention| DatingSide {
        doc: v.doc,
        span: d.span,
        text: v.reading.doc.slice(d.span).to_string(),
        value: d.value.clone(),
    };
    let outlet = |v: &View| readings[v.doc as usize].doc.article.outlet.clone();
    // اليوم الأربعاء on a Monday: the day that the words name
    let says = |d: &DateMention| match single_day(d) {
        Some(day) if d.expr.weekday > 0 && iso(day) != d.expr.weekday => {
            format!("{}, as a {}", d.value, WEEKDAYS[usize::from(d.expr.weekday)])
        }
        _ => d.value.clone(),
    };
    let (x, y) = (side(a, m), side(b, o));
    let explanation =
        format!("{} dates it to {} (“{}”), {} to {} (“{}”).", outlet(a), says(m), x.text, outlet(b), says(o), y.text);
    let severity = match like.apart {
        _ if like.explicit => Severity::High,
        0 | 1 => Severity::Low,
        _ => Severity::Medium,
    };
    DatingIssue {
        id: String::new(),
        kind: "event_date",
        severity,
        confidence_0_1: (f64::from(score) * 100.0).round() / 100.0,
        story: story.id.clone(),
        a: x,
        b: y,
        days_apart: Some(like.apart).filter(|d| *d > 0),
        explanation,
    }
}

/// Likeness of the words around two days in aligned sentences from which they date one thing: of weekdays read over a corpus five of
/// six below it were days of two things.
const LEAST_NEAR: f32 = 0.4;

/// What two dates have in common.
struct Likeness {
    /// Weight of the words around them that both have, over their mean, 0..=1.
    window: f32,
    /// The same, not divided.
    both: f32,
    /// Likeness of the aligned surroundings, 0..=1.
    near: f32,
    /// Dice of the sentences, 0 when they are not aligned.
    dice: f32,
    /// Words that are dated, in both.
    heads: usize,
    /// A kind of happening in both.
    kind: bool,
    /// One of which an article tells once.
    one_off: bool,
    /// Neither sentence has another date.
    alone: bool,
    /// Both count the same persons or things, with other figures.
    other_count: bool,
    /// Both in the first sentences.
    lead: bool,
    /// Both are the same number of days from their publication: each may speak of its own day.
    own_days: bool,
    /// A statement's day on either side.
    spoken: bool,
    /// Each names persons, or places, none in common.
    strangers: bool,
    /// A place near both.
    place: bool,
    /// Days between them, at least.
    apart: i64,
    /// Both are said with day and month, or with the year.
    explicit: bool,
    /// One of them, at least, is said with day and month.
    dated: bool,
    /// Both say since when.
    since: bool,
    /// They look like one date with a slip: the same day of another month or year.
    slip: bool,
}

/// Minutes from which two hours are not one, rounded (`17:30` and `17:27`, `about one` and `13:20`).
const OTHER_HOUR: i32 = 30;

/// Minutes by which the hours of a clock with twelve of them differ.
const HALF_DAY: i32 = 12 * 60;

/// The same moment in Greenwich time, at two hours (`20,00 ت غ`, `الثامنة بتوقيت غرينتش`)?
fn other_clock(a: &View, x: &Dated, b: &View, y: &Dated) -> bool {
    let clock = |v: &View, d: &Dated| v.reading.mentions.dates[d.mention].expr.clock.filter(|c| c.utc);
    let minutes = |c: crate::mentions::dates::Clock| i32::from(c.hour) * 60 + i32::from(c.minute);
    let apart = clock(a, x).zip(clock(b, y)).map_or(0, |(p, q)| (minutes(p) - minutes(q)).abs());
    apart >= OTHER_HOUR && apart != HALF_DAY
}

/// Does the same hour of the place stand right before both (`الساعة 21,20 (20,20 بتوقيت غرينتش)`)?
fn same_local(a: &View, x: &Dated, b: &View, y: &Dated) -> bool {
    let local = |v: &View, d: &Dated| {
        let dates = &v.reading.mentions.dates;
        let (before, own) = (dates.get(d.mention.checked_sub(1)?)?, &dates[d.mention]);
        let clock = before.expr.clock.filter(|c| !c.utc && before.sentence == own.sentence)?;
        Some((clock.hour, clock.minute))
    };
    local(a, x).is_some() && local(a, x) == local(b, y)
}

/// Each names some, none in common; or two and more, of which each has one that the other has not.
fn strangers(a: &[u32], b: &[u32]) -> bool {
    let other = |x: &[u32], y: &[u32]| x.iter().any(|p| !y.contains(p));
    let none = !a.iter().any(|x| b.contains(x));
    !a.is_empty() && !b.is_empty() && (none || a.len() > 1 && b.len() > 1 && other(a, b) && other(b, a))
}

/// Days between two dates as they were resolved.
fn apart(a: &DateMention, b: &DateMention) -> i64 {
    match (a.earliest, b.earliest) {
        (Some(x), Some(y)) => (day_number(x) - day_number(y)).abs(),
        _ => i64::MAX,
    }
}

/// Do two sentences count the same noun or role with figures that differ?
fn other_count(a: &Reading, s: usize, b: &Reading, t: usize) -> bool {
    let of = |r: &Reading, s: usize| -> Vec<(String, u64)> {
        let all = r
            .mentions
            .quantities
            .iter()
            .filter(|q| q.sentence as usize == s && !(q.noun.is_empty() && q.role.is_empty()));
        all.map(|q| (if q.role.is_empty() { q.noun.clone() } else { q.role.clone() }, q.value.to_bits())).collect()
    };
    let (x, y) = (of(a, s), of(b, t));
    x.iter().any(|p| y.iter().any(|q| p.0 == q.0)) && !x.iter().any(|p| y.contains(p))
}

fn slip(a: Option<Date>, b: Option<Date>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.day() == b.day() && a != b)
}

impl Likeness {
    /// How sure it is that the two date one event, 0..=1; 0 for what is not worth a row. Ranks rows; read on ANT.
    fn score(&self, grain: u8) -> f32 {
        let near_enough = self.apart <= 8 || self.explicit && self.apart <= if self.slip { 400 } else { 31 };
        if self.since {
            let named = self.heads > 0 && self.dice >= SINCE && !self.strangers;
            return if named && self.apart <= if self.explicit { 400 } else { 31 } { 0.5 } else { 0.0 };
        }
        // a statement may be made on two days, in nearly the same words
        let said_again = self.spoken && (self.near < 0.8 || self.window < 0.75 || self.own_days && self.dice < 0.9);
        if self.strangers || !near_enough || said_again {
            return 0.0;
        }
        let thing = self.heads > 0 || self.kind;
        if grain > 0 {
            let told = thing && self.alone && self.both >= SAME_TELLING;
            return if self.near >= 0.75 && self.dice >= 0.6 {
                0.6
            } else if told {
                0.5
            } else {
                0.0
            };
        }
        // each outlet tells of its own day: only the same sentence will do
        if self.own_days {
            let same = self.near >= 0.6 && self.window >= 0.7 && self.dice >= 0.5 && self.heads > 0;
            return if same { 0.5 + 0.3 * self.window } else { 0.0 };
        }
        let least = if self.explicit { 0.24 } else { LEAST_NEAR };
        if self.near >= least && self.window >= 0.4 && thing && !self.other_count {
            return 0.45 + 0.25 * self.near + 0.2 * self.window;
        }
        if self.window >= 0.65 && self.dice >= 0.4 && self.heads > 0 && !self.other_count {
            return 0.6;
        }
        if self.explicit && self.alone && self.heads >= 2 && (self.apart <= 2 || self.slip) {
            return 0.56;
        }
        // an election of 24 June and one of 25 June
        if self.explicit && self.kind && self.heads > 0 && self.apart <= 3 {
            return 0.54;
        }
        if self.kind && self.place && self.alone && !self.spoken && self.apart <= 1 && self.both >= 0.9 {
            return 0.5;
        }
        if self.one_off && self.lead && self.alone && self.both >= 1.2 && self.apart <= 1 {
            return 0.52;
        }
        // neighbouring days of one thing at one place, told in other words; two weekdays are rather those of two things
        let told = self.heads > 0 && self.place && self.dated && !self.spoken && !self.other_count;
        if told && self.apart <= 1 && self.both >= SAME_THING {
            return if self.dice >= SINCE || self.both >= SAME_AFFAIR { 0.5 } else { WEAK };
        }
        0.0
    }
}

/// Bias and weights of [`Telling::parts`]: fitted with an L2 penalty on 458 pairs of dates, 289 of them read over a corpus and the others of
/// annotated stories, 70 of one event. With whole stories held out 30 of the first 40 are of one event, and the area under the
/// curve is 0.88.
const WEIGHTS: (f32, [f32; 13]) =
    (-3.83, [1.12, 0.51, 0.65, 0.29, -0.89, -0.99, 0.26, 1.70, 0.67, 0.83, 0.70, 0.50, -1.18]);
/// Chance from which two dates are of one event: of pairs between 0.4 and 0.45 one of four was, of those above three of four.
const LEAST_CHANCE: f32 = 0.45;
/// What such a row is worth, less than the rules but for the weakest.
pub const BY_CHANCE: f32 = 0.53;
/// Days that two dates of one event may lie apart, two years and some: a year given otherwise.
const FAR: i64 = 800;

/// Two dates by what is told around them, in whatever words of one family.
struct Telling<'a> {
    x: &'a Dated,
    y: &'a Dated,
    /// Weight of the words near both.
    both: f32,
    /// Dice of the sentences.
    dice: f32,
    like: &'a Likeness,
    /// How many of the two days the other text has somewhere.
    elsewhere: u8,
}

impl Telling<'_> {
    /// What speaks for and against one event.
    fn parts(&self) -> [f32; 13] {
        let f = |b: bool| f32::from(u8::from(b));
        let (x, y) = (self.x, self.y);
        let first = |p: Option<u32>, q: Option<u32>| f(p.is_some() && p == q);
        [
            self.both.min(2.0),
            self.dice,
            first(x.heads.first().copied(), y.heads.first().copied()),
            first(x.kinds.first().map(|k| u32::from(*k)), y.kinds.first().map(|k| u32::from(*k))),
            // the day on which a text was written
            f(x.from_own == Some(0)) + f(y.from_own == Some(0)),
            f(self.like.spoken),
            f(x.persons.iter().any(|p| y.persons.contains(p))),
            f(self.like.apart <= 1),
            f(self.like.apart <= 3),
            f(self.like.explicit),
            f(self.like.dated),
            f(x.grain == 1),
            f32::from(self.elsewhere),
        ]
    }

    /// Chance that both date one event.
    fn chance(&self) -> f32 {
        if self.like.apart > FAR {
            return 0.0;
        }
        logistic(WEIGHTS.0, &WEIGHTS.1, self.parts())
    }
}

/// Rows for a story. Cost: pairs of dates of its compared documents.
pub(in crate::compare) fn in_story(readings: &[Reading], together: &Together, story: &Story) -> Vec<DatingIssue> {
    let Together { views, families, texts } = together;
    let all: Vec<Vec<Dated>> = views.iter().map(dated).collect();
    let told: Vec<Vec<Dated>> = families.iter().map(dated).collect();
    // may a day be that of another date of the same grain in a text?
    let has = |text: usize, d: &Dated| all[text].iter().any(|o| o.grain == d.grain && can_meet(&d.days, &o.days));
    let mut found: Vec<(f32, DatingIssue)> = Vec::new();
    for Texts { at: (i, j), sentences } in texts {
        let (i, j) = (*i, *j);
        for (k, x) in all[i].iter().enumerate() {
            for (l, y) in all[j].iter().enumerate() {
                if x.grain != y.grain || x.since != y.since || x.until != y.until {
                    continue;
                }
                let clocks = other_clock(&views[i], x, &views[j], y);
                if can_meet(&x.days, &y.days) && !clocks {
                    continue;
                }
                // a partner elsewhere in the other sentence: a list, or two events in another order
                if !clocks
                    && (all[j].iter().any(|o| o.sentence == y.sentence && can_meet(&x.days, &o.days))
                        || all[i].iter().any(|o| o.sentence == x.sentence && can_meet(&o.days, &y.days)))
                {
                    continue;
                }
                let (m, o) = (&views[i].reading.mentions.dates[x.mention], &views[j].reading.mentions.dates[y.mention]);
                // copies that say `today` on two days
                if !clocks
                    && let (What::Shift { by: p, .. }, What::Shift { by: q, .. }) = (m.expr.what, o.expr.what)
                    && p == q
                    && (m.expr.weekday == 0 || o.expr.weekday == 0)
                {
                    continue;
                }
                let both = align::overlap(&x.window, &y.window);
                let pair = sentences.iter().find(|p| p.a == x.sentence && p.b == y.sentence);
                let (near, dice) = match pair {
                    Some(p) => {
                        let c = p.context(&views[i], x.at, &views[j], y.at);
                        (c.near(), p.dice)
                    }
                    None => (0.0, 0.0),
                };
                let like = Likeness {
                    window: 2.0 * both / (x.mass + y.mass).max(1.0),
                    both,
                    near,
                    dice,
                    heads: x.heads.iter().filter(|h| y.heads.contains(h)).count(),
                    kind: x.kinds.iter().any(|k| y.kinds.contains(k)),
                    one_off: x.kinds.iter().any(|k| y.kinds.contains(k) && happenings().1.contains(k)),
                    lead: x.sentence <= 2 && y.sentence <= 2,
                    alone: all[i].iter().filter(|d| d.sentence == x.sentence).count() == 1
                        && all[j].iter().filter(|d| d.sentence == y.sentence).count() == 1,
                    other_count: other_count(views[i].reading, x.sentence, views[j].reading, y.sentence),
                    own_days: x.from_own.is_some_and(|d| d <= 0) && x.from_own == y.from_own,
                    spoken: x.spoken || y.spoken,
                    strangers: strangers(&x.persons, &y.persons) || strangers(&x.places, &y.places),
                    place: x.places.iter().any(|p| y.places.contains(p)),
                    apart: apart(m, o),
                    explicit: x.explicit && y.explicit,
                    dated: x.explicit || y.explicit,
                    slip: slip(single_day(m), single_day(o)),
                    since: x.since,
                };
                let score = match clocks {
                    true if like.near >= 0.4 && like.dice >= 0.6 => 0.7,
                    true if same_local(&views[i], x, &views[j], y) => 0.8,
                    true if (like.heads > 0 || like.kind) && !like.strangers && !like.spoken => 0.55,
                    true => 0.0,
                    false => {
                        let (s, t) = (&families[i].sentences[x.sentence], &families[j].sentences[y.sentence]);
                        let telling = Telling {
                            x: &told[i][k],
                            y: &told[j][l],
                            both: align::overlap(&told[i][k].window, &told[j][l].window),
                            dice: 2.0 * align::shared(s, t) / (s.mass + t.mass).max(0.5),
                            like: &like,
                            elsewhere: u8::from(has(j, x)) + u8::from(has(i, y)),
                        };
                        let chance = telling.chance();
                        let by_chance = if chance < LEAST_CHANCE { 0.0 } else { BY_CHANCE };
                        like.score(x.grain).max(by_chance)
                    }
                };
                if score > 0.0 {
                    found.push((score, row(readings, story, (&views[i], m), (&views[j], o), &like, score)));
                }
            }
        }
    }
    let days = |r: &DatingIssue| {
        let (x, y) = (r.a.value.clone(), r.b.value.clone());
        if x <= y { (x, y) } else { (y, x) }
    };
    let sure: FxHashSet<(String, String)> = found.iter().filter(|f| f.0 > WEAK).map(|f| days(&f.1)).collect();
    found.retain(|f| f.0 > WEAK || sure.contains(&days(&f.1)));
    for f in &mut found {
        f.1.confidence_0_1 = f.1.confidence_0_1.max(0.5);
    }
    // one row for two outlets and two days, the surest
    found.sort_by(|p, q| {
        q.0.total_cmp(&p.0)
            .then((p.1.a.doc, p.1.a.span, p.1.b.doc, p.1.b.span).cmp(&(q.1.a.doc, q.1.a.span, q.1.b.doc, q.1.b.span)))
    });
    let mut seen: FxHashSet<(String, String, String, String)> = FxHashSet::default();
    let outlet = |d: u32| readings[d as usize].doc.article.outlet.clone();
    found.retain(|(_, r)| {
        let (x, y) = ((outlet(r.a.doc), r.a.value.clone()), (outlet(r.b.doc), r.b.value.clone()));
        let (x, y) = if x <= y { (x, y) } else { (y, x) };
        seen.insert((x.0, x.1, y.0, y.1))
    });
    found.into_iter().map(|f| f.1).collect()
}
