//! Ranges and periods: from a point to a point, edges and fractions of a unit.

use super::{Day, Hit, Month, Scan, THIS, kind_of};
use crate::lang::ar::dates::{Edge, Turn, Unit};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, What, YearSaid};
use crate::model::DateKind;

/// Offices before a person called like a month.
static SHAABAN: Words = Words::new(&words::DATES, "office before Shaaban");
/// Epithets of the months of the Hijra.
static OF_THE_MONTH: Words = Words::new(&words::DATES, "epithet of a month");
/// Words before a month that is meant as one.
static BEFORE_MONTH: Words = Words::new(&words::DATES, "before a month");
/// Parts of a period that are common words.
static COMMON_HEADS: Words = Words::new(&words::DATES, "part that is a common word");

impl Scan<'_> {
    /// A month, with شهر before it allowed, or by its number after شهر.
    pub(super) fn month_or_number(&self, i: usize) -> Option<Month> {
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
    pub(super) fn date_at(&self, i: usize) -> Option<Day> {
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
    pub(super) fn rest(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn point(&self, i: usize) -> Option<Hit> {
        self.early(i)
            .or_else(|| self.edge(i))
            .or_else(|| self.part_first(i))
            .or_else(|| self.clock_first(i))
            .or_else(|| self.plain_point(i))
    }

    /// Day, then time of day.
    pub(super) fn plain_point(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn period(&self, i: usize) -> Option<Hit> {
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

    /// `cued`: a word before it (نهاية, منتصف) says that a period follows.
    pub(super) fn period_at(&self, i: usize, cued: bool) -> Option<(usize, What, Option<Month>)> {
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
    pub(super) fn hijri_as_time(&self, end: usize) -> bool {
        self.ends_clause(end) || self.w(end).known || self.w(end).cut > 0 || self.is_any(end, &["من", "هذا", "في"])
    }

    /// الربع الأول من, النصف الثاني من + year or month.
    pub(super) fn fraction(&self, i: usize) -> Option<(usize, What, Option<Month>)> {
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

    /// بداية, منتصف, نهاية … + period.
    pub(super) fn edge(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn day_as_period(&self, _p: usize) -> Option<(usize, What, Option<Month>)> {
        None
    }
}
