//! Months and days of months, in words and figures, Gregorian and Hijri.

use super::{Day, HIJRI_YEARS, Hit, Month, Scan, YEARS};
use crate::lang::ar::dates::{System, Turn, Unit};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, What, YearSaid};
use crate::model::DateKind;

/// Words that announce a day in digits.
static ANNOUNCES: Words = Words::new(&words::DATES, "announces a day");
/// Words for a season.
static SEASON: Words = Words::new(&words::DATES, "season");

impl Scan<'_> {
    // ----- months ------------------------------------------------------------------------------------------------

    /// One month name: tokens used, month, needs no cue, system.
    pub(super) fn single_month(&self, i: usize) -> Option<(usize, u8, bool, System)> {
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
    pub(super) fn month(&self, i: usize) -> Option<Month> {
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

    pub(super) fn hijri_month(&self, i: usize) -> Option<(usize, u8, bool)> {
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

    // ----- days --------------------------------------------------------------------------------------------------

    /// A day of the month at `i`: tokens used, day, ordinal, in words.
    pub(super) fn day_number(&self, i: usize) -> Option<(usize, u8, bool, bool)> {
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
    pub(super) fn day_month(&self, i: usize) -> Option<Day> {
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
    pub(super) fn month_first(&self, i: usize) -> Option<Day> {
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

    /// `14/5/2018`, `2018-5-14`, `22/04`, `3/2015`: never month first, unless it cannot be otherwise.
    pub(super) fn numeric_date(&self, i: usize) -> Option<Day> {
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

    pub(super) fn numeric(&self, i: usize) -> Option<Hit> {
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

    /// `2017/2018`, or `موسم 2017-2018`: a season's name.
    pub(super) fn slash_pair(&self, i: usize) -> bool {
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
