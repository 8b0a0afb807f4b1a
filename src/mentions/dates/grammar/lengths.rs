//! Lengths of time: before, after, for so long, how old, how often.

use super::{Hit, Scan, kind_of};
use crate::lang::ar::dates::{Link, Tense, Turn, Unit};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, Length, WITHIN, What};
use crate::model::DateKind;

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

impl Scan<'_> {
    // ----- lengths ------------------------------------------------------------------------------------------------

    /// A count of units at `i`: tokens used, length. `cued`: a preposition before it lets a bare unit stand for one.
    pub(super) fn length(&self, i: usize, cued: bool) -> Option<(usize, Length)> {
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
    pub(super) fn more_length(&self, i: usize, first: Unit, and: &mut Vec<Length>) -> usize {
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
    pub(super) fn and_half(&self, i: usize) -> (usize, f64) {
        let word = self.w(i);
        if word.and && !word.by && matches!(word.fraction, 2 | 4) && !word.definite {
            let more = usize::from(self.w(i + 1).unit.is_some() && self.w(i + 1).definite && self.w(i + 1).cut == 0);
            return (i + 1 + more, 1.0 / f64::from(word.fraction));
        }
        (i, 0.0)
    }

    /// Words of approximation before a count: `أكثر من`, `نحو`, `ما يقارب`, `ما لا يقل عن`.
    pub(super) fn about(&self, i: usize) -> usize {
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
    pub(super) fn offset(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn is_true_ago(&self, i: usize, length: &Length) -> bool {
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
    pub(super) fn duration(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn definite_length(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn is_age(&self, from: usize, to: usize, length: &Length) -> bool {
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

    /// A channel or programme with hours in its name.
    pub(super) fn is_name_of_channel(&self, i: usize) -> bool {
        i > 0 && self.is_of(i - 1, &CHANNEL)
    }

    // ----- recurring, feasts, years ----------------------------------------------------------------------------------

    pub(super) fn recurring(&self, i: usize) -> Option<Hit> {
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
}
