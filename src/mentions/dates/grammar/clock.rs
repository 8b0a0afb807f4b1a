//! The hour, its zone, and parts of the day.

use super::{Hit, Scan, shift_hour};
use crate::lang::ar::dates::{Edge, Link, Part, Turn, Unit};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{Clock, DateExpr, What};
use crate::model::DateKind;

/// First halves of towns in two words behind بتوقيت.
static FIRST_HALVES: Words = Words::new(&words::DATES, "first half of a town");
/// Words that open a phrase such as وقت مبكر من صباح.
static LATE_HEADS: Words = Words::new(&words::DATES, "hour of day");
/// Words that make an early time of it.
static EARLY: Words = Words::new(&words::DATES, "early");
/// Words that make a late time of it.
static LATE: Words = Words::new(&words::DATES, "late");
/// Words that name a clock time.
static HOUR: Words = Words::new(&words::DATES, "the hour");
/// Words that open a place of two words behind بتوقيت.
static PLACE_OPENS: Words = Words::new(&words::DATES, "opens a place's time");
/// Parts of the day without the article.
static PART_BARE: Words = Words::new(&words::DATES, "part of the day, bare");
/// Words that join a day with its clock time.
static CLOCK_LINKS: Words = Words::new(&words::DATES, "before a clock time");
/// Prayers and eves.
static PRAYERS: Words = Words::new(&words::DATES, "prayer or eve");
/// Words that make of مساء behind them a noun.
static NO_ADVERB: Words = Words::new(&words::DATES, "before مساء");
/// Adverbs for parts of the day.
static BY_NIGHT: Words = Words::new(&words::DATES, "adverb of the day");

impl Scan<'_> {
    // ----- clock and part of the day ---------------------------------------------------------------------------------

    /// A clock time at `i`: tokens used. Bare digits need a colon with two digits of minutes, a part of the day or a zone.
    pub(super) fn clock_at(&self, i: usize) -> Option<(usize, Clock, Option<Part>)> {
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

    pub(super) fn is_unit(&self, at: usize) -> bool {
        self.w(at).unit.is_some() && !self.w(at).definite
    }

    /// `بتوقيت غرينتش`, `ت غ`, `بالتوقيت المحلي`: where it ends; sets `utc`.
    pub(super) fn zone(&self, i: usize, utc: &mut bool) -> usize {
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
    pub(super) fn part_tail(&self, i: usize) -> Option<(usize, Part)> {
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
    pub(super) fn time_tail(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
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

    pub(super) fn midnight(&self, from: usize, p: usize) -> Option<Hit> {
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
    pub(super) fn night_day(&self, i: usize, expr: &mut DateExpr) -> Option<usize> {
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
    pub(super) fn part_first(&self, i: usize) -> Option<Hit> {
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

    pub(super) fn close_time(&self, from: usize, to: usize, mut expr: DateExpr) -> Hit {
        let mut end = to;
        if let Some(more) = self.time_tail(to, &mut expr) {
            end = more;
        }
        Hit { from, to: end, kind: DateKind::Time, rule: "date.part", expr }
    }

    /// `وقت مبكر من صباح`, `ساعة متأخرة من ليل`, `الساعات الأولى من`: they belong to the expression.
    pub(super) fn early(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn clock_first(&self, i: usize) -> Option<Hit> {
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
}
