//! Days by weekday, by their number, by words (`أمس`), weekends and feasts.

use super::{Hit, Scan};
use crate::lang::ar::dates::{Edge, Link, Turn, Unit, holiday, holidays_from};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, What, YearSaid};
use crate::model::DateKind;

/// Words for the same.
static SAME: Words = Words::new(&words::DATES, "the same");
/// Words that make of الغد a name.
static BEFORE_TOMORROW: Words = Words::new(&words::DATES, "before the name الغد");
/// Words that make of الاثنين "the two".
static THE_TWO: Words = Words::new(&words::DATES, "before the two");
/// Things that are called after a day.
static NAMED_AFTER_DAY: Words = Words::new(&words::DATES, "called after a day");
/// Adjectives of feasts of other calendars.
static OTHER_FEASTS: Words = Words::new(&words::DATES, "feast of another calendar");

impl Scan<'_> {
    // ----- points ---------------------------------------------------------------------------------------------------

    /// اليوم as "today": not a number of days, not an ordinal day, not a newspaper's name.
    pub(super) fn is_today(&self, i: usize) -> bool {
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
    pub(super) fn day_word(&self, i: usize) -> Option<(usize, i8)> {
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
    pub(super) fn weekday(&self, i: usize) -> Option<(usize, u8)> {
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
    pub(super) fn day_phrase(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
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
    pub(super) fn is_city_or_name(&self, p: usize) -> bool {
        p > 0 && self.is_of(p - 1, &NAMED_AFTER_DAY)
    }

    /// What may follow a weekday: adjective, date, day word, week. Where it ends.
    pub(super) fn after_weekday(&self, to: usize, weekday: u8, from: usize, expr: &mut DateExpr) -> usize {
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
    pub(super) fn fits_nth(&self, at: usize) -> bool {
        self.bare(at).ends_with('ي') && self.bare(at) != "ثاني" && self.bare(at) != "حادي"
            || self.bare(at).ends_with('ه')
    }

    /// `أول ثلاثاء من`, `آخر يوم من`, `ثالث يوم ثلاثاء ب`, `اليوم الأخير من`.
    pub(super) fn nth(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
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
    pub(super) fn nth_tail(&self, i: usize, nth: i8, expr: &mut DateExpr) -> Option<usize> {
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

    /// (عطلة) نهاية الأسبوع with its adjective: where it ends, weeks away.
    pub(super) fn weekend(&self, i: usize) -> Option<(usize, i32)> {
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

    pub(super) fn holiday_at(&self, i: usize) -> Option<Hit> {
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
}
