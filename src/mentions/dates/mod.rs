//! Temporal expressions: found here, given values in resolve/when.
//!
//! One pass over the tokens of a sentence looks every word up in a small table (lang/ar/dates.tsv); where a word can
//! begin an expression the grammar is tried, longest reading first. No pattern is searched for over the text.

mod grammar;

use crate::lang::ar::dates::{Edge, Part, Turn, Unit};
use crate::model::{DateKind, DateMention, Span};
use crate::text::Document;

/// `DateExpr::tense` of what was planned for then.
pub const PLANNED: i8 = 3;
/// `DateExpr::tense` of a present that may be a future.
pub const PRESENT: i8 = 4;

/// `beside` of a length that is counted from the anchor on (في غضون يومين).
pub const WITHIN: i8 = 2;

/// How the year of a day or month is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YearSaid {
    /// Not at all.
    #[default]
    Open,
    /// As a number.
    Given(i32),
    /// From the anchor's year: last year -1.
    Shift(i32),
    /// The month or day is called past.
    Past,
    /// The month or day is called coming.
    Next,
    /// The month or day is called current.
    Now,
    /// The same year as the one mentioned before.
    Same,
    /// The year after the one mentioned before.
    Following,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// How many.
    pub count: f64,
    /// Of what.
    pub unit: Unit,
}

/// A clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0-24 as said, moved by the part of the day.
    pub hour: u8,
    /// 0-59.
    pub minute: u8,
    /// 0-59.
    pub second: Option<u8>,
    /// Given in Greenwich time.
    pub utc: bool,
}

/// What the main words of a temporal expression say.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum What {
    /// Nothing but a clock time or part of the day: the day comes from the context.
    #[default]
    Bare,
    /// A day of a month.
    Day {
        /// Its year.
        year: YearSaid,
        /// 1-12.
        month: u8,
        /// 1-31.
        day: u8,
    },
    /// A month.
    Month {
        /// Its year.
        year: YearSaid,
        /// 1-12.
        month: u8,
    },
    /// A year.
    Year(YearSaid),
    /// A day of a month that is said by its distance (25 الجاري); None: the nearest.
    DayOf {
        /// 1-31.
        day: u8,
        /// Months from the anchor's.
        months: Option<i32>,
    },
    /// A weekday and nothing else (`DateExpr::weekday`), with its adjective.
    Weekday(Option<Turn>),
    /// The nth weekday of a month; -1: the last one. Weekday 0: the nth day.
    Nth {
        /// Which one.
        nth: i8,
        /// Its year.
        year: YearSaid,
        /// 1-12, or 0 when `months` says it.
        month: u8,
        /// Months from the anchor's.
        months: i32,
    },
    /// This, last or next unit.
    Shift {
        /// The unit.
        unit: Unit,
        /// How many away.
        by: i32,
    },
    /// The same unit as one mentioned before, or the next or previous one (اليوم التالي).
    Echo {
        /// The unit.
        unit: Unit,
        /// How many away.
        by: i32,
    },
    /// A weekday of a week that is said by its distance.
    WeekdayOf {
        /// Weeks from the anchor's.
        weeks: i32,
    },
    /// A point that lies a length before (negative) or after the anchor.
    Away {
        /// How far.
        length: Length,
        /// True for the past.
        past: bool,
    },
    /// A length.
    Length {
        /// How long.
        length: Length,
        /// The last (-1) or next (1) such stretch, counted from the anchor, or [`WITHIN`]; 0: anywhere.
        beside: i8,
    },
    /// Recurring.
    Each {
        /// Every how long.
        length: Length,
    },
    /// Recurring on a weekday.
    EachWeekday,
    /// Recurring part of the day.
    EachPart,
    /// Ten years from a year that ends in 0.
    Decade(i32),
    /// A decade by distance.
    DecadeShift(i32),
    /// A century by its number (20: 1900 to 1999).
    Century(i32),
    /// A century by distance.
    CenturyShift(i32),
    /// A quarter of a year.
    Quarter(u8, YearSaid),
    /// A half of a year.
    Half(u8, YearSaid),
    /// A season.
    Season(&'static str, YearSaid),
    /// A weekend by distance in weeks.
    Weekend(i32),
    /// A feast.
    Holiday(u16, YearSaid),
}

/// What the words of a temporal expression say, before an anchor is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DateExpr {
    /// Main words.
    pub what: What,
    /// Year, month and day are of the Hijri calendar.
    pub hijri: bool,
    /// Weekday said, 1 Monday to 7 Sunday; 0 none.
    pub weekday: u8,
    /// Where the weekday stands.
    pub weekday_span: Option<Span>,
    /// Distance of a day word (اليوم 0, أمس -1) that stands in it.
    pub today: Option<i8>,
    /// Where the day word stands.
    pub today_span: Option<Span>,
    /// Where day and month (and year) stand, when more than they is in the span.
    pub day_span: Option<Span>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Midnight at the end of the day said.
    pub midnight: bool,
    /// Clock time.
    pub clock: Option<Clock>,
    /// Beginning, middle or end of it.
    pub edge: Option<Edge>,
    /// The second month name of a dual name, and where both stand.
    pub twin: Option<(u8, Span)>,
    /// The month of the first name (with `twin`).
    pub twin_of: u8,
    /// Words of the clause say that it lies ahead (1; for sure 2) or behind (-1), or was planned ([`PLANNED`]), or leave it
    /// open in a present ([`PRESENT`]).
    pub tense: i8,
    /// Inside quotation marks.
    pub quoted: bool,
    /// The next mention is the end of a range that begins here.
    pub range_to_next: bool,
    /// The next mention is the same day in the other calendar.
    pub twin_calendar_next: bool,
    /// منذ or قبل stand in it.
    pub since: bool,
    /// The length is approximate or a bound.
    pub about: bool,
    /// Only what is left of it (بقية الأسبوع).
    pub rest: bool,
    /// Smaller units of a length: the six months of a year and six months.
    pub and: Vec<Length>,
    /// The preposition right before it, folded (في, منذ, حتى …), or empty.
    pub before: &'static str,
}

/// Finds temporal expressions; values that need no anchor are final, others hold X. Linear in the tokens.
pub fn extract(doc: &Document) -> Vec<DateMention> {
    grammar::scan(doc)
}

/// A mention with an empty value: resolve/when fills it.
pub(crate) fn mention(span: Span, kind: DateKind, sentence: u32, rule: &'static str, expr: DateExpr) -> DateMention {
    DateMention {
        span,
        kind,
        value: String::new(),
        earliest: None,
        latest: None,
        hijri: expr.hijri,
        anchor: String::new(),
        candidates: Vec::new(),
        sentence,
        rule,
        expr,
    }
}
