//! Years, decades and centuries.

use super::{HIJRI_YEARS, Hit, Month, Scan, YEARS};
use crate::lang::ar::dates::{Link, Turn, Unit};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, What, YearSaid};
use crate::model::{DateKind, TokenKind};

/// Years that a bare four-digit number may mean without any cue.
const PLAIN_YEARS: std::ops::RangeInclusive<i32> = 1700..=2099;
/// Nouns that are counted.
static COUNTED: Words = Words::new(&words::DATES, "counted noun");
/// Years of which a figure behind a month is one.
const RECENT_YEARS: std::ops::RangeInclusive<i32> = 1990..=2035;
/// Measures: a four-digit number before them is no year.
static UNIT_OF_COUNT: Words = Words::new(&words::DATES, "measure");
/// Words for an age behind من.
static OF_AGE: Words = Words::new(&words::DATES, "of age");
/// Persons before the decade of their age.
static PEOPLE_OF_AGE: Words = Words::new(&words::DATES, "person of an age");
/// Prepositions before a year in words.
static BEFORE_WORDED_YEAR: Words = Words::new(&words::DATES, "before a year in words");
/// Words that say that the number behind them is a year.
static STRONG_YEAR: Words = Words::new(&words::DATES, "before a year");
/// Prepositions before a bare year.
static BEFORE_YEAR: Words = Words::new(&words::DATES, "preposition before a year");

impl Scan<'_> {
    // ----- years -------------------------------------------------------------------------------------------------

    /// A four-digit year at `i` (or one in words): tokens used, year, marked as Hijri.
    pub(super) fn year_number(&self, i: usize, cue: bool) -> Option<(usize, i32, bool)> {
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

    /// `م`, `ميلادية`, `هـ`, `هجرية` after a year: where it ends, Hijri or not.
    pub(super) fn era(&self, i: usize) -> (usize, bool) {
        match self.fold(i) {
            "ه" | "هجري" | "هجريا" | "هجريه" | "للهجره" => (i + 1, true),
            "م" if self.glued(i - 1) || self.ends(i + 1) || self.punct(i + 1) => (i + 1, false),
            "ميلادي" | "ميلاديا" | "ميلاديه" | "للميلاد" => (i + 1, false),
            _ => (i, false),
        }
    }

    /// The word عام or سنة (any article), with the preposition that its place allows.
    pub(super) fn year_word(&self, i: usize) -> bool {
        let w = self.w(i);
        w.unit == Some(Unit::Year) && w.count == 1
    }

    /// What may follow a day and month to say the year; `i` when nothing does.
    pub(super) fn year_tail(&self, i: usize, hijri: bool) -> (usize, YearSaid) {
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
    pub(super) fn turn_year(&self, i: usize) -> Option<(usize, YearSaid)> {
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
    pub(super) fn turn_shift(&self, i: usize) -> Option<(usize, i32)> {
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
    pub(super) fn counts(&self, i: usize, to: usize, year: i32) -> bool {
        if self.w(i).digit_count != 4 || !RECENT_YEARS.contains(&year) || year == 2000 {
            return self.is_counted(to, year);
        }
        let counted = self.is_measure(to) || COUNTED.has(self.fold(to));
        !self.ends(to) && counted
    }

    /// A mark or a measure, which makes of the number before it no year.
    pub(super) fn is_measure(&self, i: usize) -> bool {
        self.is_any(i, &["%", "$", "€", "£", "+", "°"]) || self.is_of(i, &UNIT_OF_COUNT)
    }

    /// Is the number before `i` a count of something rather than a year?
    pub(super) fn is_counted(&self, i: usize, year: i32) -> bool {
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

    pub(super) fn year_is_hijri(&self, from: usize, to: usize, year: i32) -> bool {
        HIJRI_YEARS.contains(&year) && (from..to).any(|k| self.is_any(k, &["ه", "هجري", "هجريه", "للهجره"]))
    }

    pub(super) fn century_number(&self, i: usize) -> Option<(usize, i32)> {
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
    pub(super) fn before_christ(&self, i: usize) -> Option<usize> {
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

    pub(super) fn year_or_bc(&self, to: usize, year: i32) -> What {
        What::Year(YearSaid::Given(if self.before_christ(to).is_some() { -year } else { year }))
    }

    /// ثمانينيات القرن الماضي, التسعينيات.
    pub(super) fn decade(&self, i: usize) -> Option<(usize, What, Option<Month>)> {
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

    /// A year in number words without عام: `في ألفين وثمانية عشر`.
    pub(super) fn year_words(&self, i: usize) -> Option<Hit> {
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
    pub(super) fn bare_year(&self, i: usize) -> Option<Hit> {
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

    pub(super) fn is_round(&self, year: i32) -> bool {
        year % 100 == 0 && year <= 2000
    }

    /// A year and a joint stand before: `2013 و2014`, `1998 إلى 2000`.
    pub(super) fn year_before(&self, i: usize) -> bool {
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

    pub(super) fn range_follows(&self, to: usize) -> bool {
        self.is_any(to, &["-", "–", "الي", "حتي", "و"])
            && self.w(to + 1).digit_count == 4
            && PLAIN_YEARS.contains(&self.w(to + 1).digits)
    }
}
