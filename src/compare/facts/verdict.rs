//! Can both be true? Two values of one fact, and why.

use crate::model::{Bound, DateKind, DateMention, Quantity, Relation};

/// A verdict with its reason. Reasons are ids; their sentences stand in explain.rs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// agree, contradict or compatible.
    pub relation: Relation,
    /// Why.
    pub reason: Reason,
}

/// Why two values agree, can be reconciled, or cannot both be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same value.
    Same,
    /// The same value, one with a bound (`at least 12`, `12`).
    SameWithBound,
    /// One is the other rounded, or both are approximate.
    Rounding,
    /// A bound that allows the other value.
    Bound,
    /// One value lies in the other's range.
    Range,
    /// One is of finer grain.
    FinerGrain,
    /// One is a part of the other.
    PartOfWhole,
    /// The later report has the higher count.
    LaterUpdate,
    /// Spelling or transliteration.
    Spelling,
    /// One is fuller.
    Fuller,
    /// Same wording.
    Wording,
    /// Same content in other words.
    Paraphrase,
    /// Two different values.
    Different,
    /// Done against not done, in the outlets' own voice.
    Denied,
    /// One speaker denies what another says.
    BetweenSpeakers,
    /// Sources of different name for the same statement.
    OtherSource,
    /// Certain in one, expected or likely in the other.
    Hedged,
    /// A total and its parts that do not make it.
    Sum,
    /// Each of two deeds is said to be the answer to the other.
    Order,
    /// The same matter with other details.
    Retold,
    /// Roles of one person that can be held together.
    OtherRole,
}

const fn verdict(relation: Relation, reason: Reason) -> Verdict {
    Verdict { relation, reason }
}

/// Minutes after which a higher count is a later count.
pub(super) const UPDATE_MINUTES: i64 = 60;
/// Digits that are rounded change a number by no more than this: a million and a half is no million.
const CUT: f64 = 0.25;
/// Digits that are cut off change it by no more than this: 26 billion are not 20.
const CUT_OFF: f64 = 0.12;
/// Approximate values this near are roundings of each other.
const ABOUT: f64 = 0.15;

/// Is `coarse` the number `fine` rounded to fewer digits?
pub fn rounds_to(fine: f64, coarse: f64) -> bool {
    if coarse == 0.0 || fine == coarse {
        return false;
    }
    // at least two digits of the finer one must go: 12 is not 10 rounded in a toll
    let mut step = 10f64.powf(coarse.abs().log10().floor());
    for _ in 0..3 {
        if (coarse / step).fract().abs() < 1e-9 {
            let near = (fine / step).round() * step;
            let below = (fine / step).floor() * step;
            let cut_off = below == coarse && fine.abs() <= coarse.abs() * (1.0 + CUT_OFF);
            return (near == coarse || cut_off) && fine.abs() >= 1000.0 && (fine / step).fract().abs() > 1e-9;
        }
        step /= 10.0;
    }
    false
}

/// Compares two counts of the same thing. `a_later_minutes` is how much later the first was published, when known;
/// `grows` is true for counts that rise as news comes in (tolls).
pub fn numbers(a: &Quantity, b: &Quantity, a_later_minutes: Option<i64>, grows: bool) -> Verdict {
    use Relation::{Agree, Compatible, Contradict};
    let same = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs());
    if a.unit == "score" {
        let equal = a.upper.is_some() && b.upper.is_some() && {
            let (p, q) = ((a.value, a.upper.unwrap_or(0.0)), (b.value, b.upper.unwrap_or(0.0)));
            (same(p.0, q.0) && same(p.1, q.1)) || (same(p.0, q.1) && same(p.1, q.0))
        };
        return if equal { verdict(Agree, Reason::Same) } else { verdict(Contradict, Reason::Different) };
    }
    match (a.upper, b.upper) {
        (Some(x), Some(y)) => {
            if same(a.value, b.value) && same(x, y) {
                return verdict(Agree, Reason::Same);
            }
            let overlap = a.value <= y && b.value <= x;
            return if overlap { verdict(Compatible, Reason::Range) } else { verdict(Contradict, Reason::Different) };
        }
        (Some(x), None) => return range(a.value, x, b, a),
        (None, Some(y)) => return range(b.value, y, a, b),
        _ => {}
    }
    if same(a.value, b.value) {
        // "more than 30 years" beside "about 30 years"
        if a.bound != b.bound && a.bound != Bound::Exact && b.bound != Bound::Exact {
            return verdict(Compatible, Reason::Rounding);
        }
        return verdict(Agree, if a.bound == b.bound { Reason::Same } else { Reason::SameWithBound });
    }
    let (x, y) = (a.value, b.value);
    let apart = (x - y).abs() / x.abs().max(y.abs());
    match (a.bound, b.bound) {
        (Bound::AtLeast, Bound::AtLeast) | (Bound::AtMost, Bound::AtMost) => return verdict(Compatible, Reason::Bound),
        (Bound::AtLeast, _) if y > x && apart <= 0.5 => return verdict(Compatible, Reason::Bound),
        (_, Bound::AtLeast) if x > y && apart <= 0.5 => return verdict(Compatible, Reason::Bound),
        (Bound::AtMost, _) if y < x && apart <= 0.5 => return verdict(Compatible, Reason::Bound),
        (_, Bound::AtMost) if x < y && apart <= 0.5 => return verdict(Compatible, Reason::Bound),
        (Bound::About, _) | (_, Bound::About) if apart <= ABOUT && about(a, b) => {
            return verdict(Compatible, Reason::Rounding);
        }
        _ => {}
    }
    let measured = !a.unit.is_empty() || x.abs().min(y.abs()) >= 1000.0;
    if measured && (rounded(x, y) || rounded(y, x)) {
        return verdict(Compatible, Reason::Rounding);
    }
    if apart <= CUT && (rounds_to(x, y) || rounds_to(y, x)) {
        return verdict(Compatible, Reason::Rounding);
    }
    if a.unit == "percent" && (x - y).abs() < 1.0 && (x.fract() == 0.0) != (y.fract() == 0.0) {
        return verdict(Compatible, Reason::Rounding);
    }
    if grows && let Some(minutes) = a_later_minutes {
        let later = if x > y { minutes } else { -minutes };
        if later >= UPDATE_MINUTES {
            return verdict(Compatible, Reason::LaterUpdate);
        }
    }
    verdict(Contradict, Reason::Different)
}

/// Is `coarse` the measure `fine` given with fewer digits (2.92 and 2.9 percent, 30.5 and 31 million euros)? Counts of
/// persons are not rounded so: 176 dead are not 180.
pub fn rounded(fine: f64, coarse: f64) -> bool {
    if coarse == 0.0 || fine == coarse {
        return false;
    }
    // grain without the five: 30.5 has the tenth
    let step = |v: f64| {
        let mut step = 10f64.powf(v.abs().max(1e-9).log10().floor());
        for _ in 0..7 {
            let parts = v.abs() / step;
            if (parts - parts.round()).abs() < 1e-6 {
                break;
            }
            step /= 10.0;
        }
        step
    };
    let (of_fine, of_coarse) = (step(fine), step(coarse));
    // a value of one digit is rounder than one of two: 0.55 and 0.5 degrees
    let most =
        if (coarse.abs() / of_coarse - 10.0).abs() > 1e-6 && coarse.abs() < 9.5 * of_coarse { 0.1 } else { 0.05 };
    of_fine < of_coarse && (fine - coarse).abs() <= 0.5 * of_coarse + 1e-9 && (fine - coarse).abs() <= most * fine.abs()
}

/// Is the exact one of two values as near to the approximate one as its last digit that is not 0 lets expect? `About 40
/// thousand` is as good as 38 thousand, `about 731` is not 713.
fn about(a: &Quantity, b: &Quantity) -> bool {
    let apart = (a.value - b.value).abs();
    [a, b].iter().any(|q| q.bound == Bound::About && apart <= grain(q.value) + 1e-9)
}

/// What the last digit of a number that is not 0 counts, five for a 5.
fn grain(value: f64) -> f64 {
    let mut step = 10f64.powf(value.abs().max(1e-9).log10().floor());
    for _ in 0..6 {
        let parts = value.abs() / step;
        if (parts - parts.round()).abs() < 1e-6 {
            return if parts.round() % 10.0 == 5.0 { 5.0 * step } else { step };
        }
        step /= 10.0;
    }
    step
}

fn range(low: f64, high: f64, point: &Quantity, span: &Quantity) -> Verdict {
    // "dozens" allows twelve and ninety, and a bound reaches into it
    let slack = if span.bound == Bound::About { 0.0 } else { 0.02 };
    // "dozens" of a first report are a lower bound: 257 dead were dozens an hour before
    let most = if span.bound == Bound::About { f64::INFINITY } else { high * (1.0 + slack) };
    let inside = point.value >= low * (1.0 - slack) && point.value <= most;
    let reaches = point.bound == Bound::AtLeast && point.value <= high;
    if inside || reaches {
        verdict(Relation::Compatible, Reason::Range)
    } else {
        verdict(Relation::Contradict, Reason::Different)
    }
}

/// Compares two dates of the same thing. None when one has no known days.
pub fn dates(a: &DateMention, b: &DateMention) -> Option<Verdict> {
    use Relation::{Agree, Compatible, Contradict};
    if matches!(a.kind, DateKind::Duration | DateKind::Set) || matches!(b.kind, DateKind::Duration | DateKind::Set) {
        return None;
    }
    if a.value == b.value && !a.value.is_empty() {
        return Some(verdict(Agree, Reason::Same));
    }
    let (a1, a2, b1, b2) = (a.earliest?, a.latest?, b.earliest?, b.latest?);
    if a1 == b1 && a2 == b2 {
        // same day, other part of it or other grain
        let time = |v: &str| v.split_once('T').map(|(_, t)| t.to_string());
        return Some(match (time(&a.value), time(&b.value)) {
            (Some(x), Some(y)) if x != y => parts_of_day(&x, &y),
            (None, None) => verdict(Agree, Reason::Same),
            _ => verdict(Compatible, Reason::FinerGrain),
        });
    }
    if (a1 <= b1 && b2 <= a2) || (b1 <= a1 && a2 <= b2) {
        return Some(verdict(Compatible, Reason::FinerGrain));
    }
    if a1 <= b2 && b1 <= a2 {
        return Some(verdict(Compatible, Reason::FinerGrain));
    }
    // midnight and the night belong to both days
    let night = |v: &str| v.ends_with("T00:00") || v.ends_with("TNI") || v.ends_with("TMO");
    let apart = a1.until(b1).map_or(99, |s| s.get_days());
    if apart.abs() <= 1 && night(&a.value) && night(&b.value) {
        return Some(verdict(Compatible, Reason::FinerGrain));
    }
    let after_midnight = |v: &str| v.ends_with("T00:00");
    let of_night = |v: &str| v.ends_with("TNI");
    if apart.abs() == 1
        && (after_midnight(&a.value)
            || after_midnight(&b.value)
            || (apart == 1 && of_night(&a.value))
            || (apart == -1 && of_night(&b.value)))
    {
        return Some(verdict(Compatible, Reason::FinerGrain));
    }
    Some(verdict(Contradict, Reason::Different))
}

fn parts_of_day(x: &str, y: &str) -> Verdict {
    let hours = |t: &str| -> Option<(u32, u32)> {
        Some(match t {
            "MO" => (0, 12),
            "AF" => (12, 18),
            "EV" => (16, 24),
            "NI" => (18, 30),
            _ => {
                let h: u32 = t.get(..2)?.parse().ok()?;
                (h, h + 1)
            }
        })
    };
    match (hours(x), hours(y)) {
        (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1 => verdict(Relation::Compatible, Reason::FinerGrain),
        (Some(_), Some(_)) => verdict(Relation::Contradict, Reason::Different),
        _ => verdict(Relation::Compatible, Reason::FinerGrain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(value: f64, bound: Bound) -> Quantity {
        Quantity {
            span: Default::default(),
            number_span: Default::default(),
            value,
            upper: None,
            bound,
            unit: String::new(),
            noun: String::new(),
            role: "killed".into(),
            sentence: 0,
        }
    }

    #[test]
    fn lower_bounds_do_not_contradict() {
        let v = numbers(&q(120.0, Bound::AtLeast), &q(132.0, Bound::AtLeast), None, true);
        assert_eq!((v.relation, v.reason), (Relation::Compatible, Reason::Bound));
        assert_eq!(
            numbers(&q(12.0, Bound::AtLeast), &q(11.0, Bound::Exact), None, true).relation,
            Relation::Contradict
        );
    }

    #[test]
    fn a_later_higher_toll_is_an_update() {
        let (five, six) = (q(5.0, Bound::Exact), q(6.0, Bound::Exact));
        assert_eq!(numbers(&six, &five, Some(180), true).reason, Reason::LaterUpdate);
        assert_eq!(numbers(&six, &five, Some(5), true).relation, Relation::Contradict);
        assert_eq!(numbers(&five, &six, Some(180), true).relation, Relation::Contradict);
    }

    #[test]
    fn about_reaches_as_far_as_its_digits() {
        let relation = |x, y| numbers(&q(x, Bound::About), &q(y, Bound::Exact), None, false).relation;
        assert_eq!(relation(40_000.0, 38_000.0), Relation::Compatible);
        assert_eq!(relation(731.0, 713.0), Relation::Contradict);
        assert_eq!(relation(25.0, 28.0), Relation::Compatible);
    }

    #[test]
    fn measures_given_with_fewer_digits_are_rounded() {
        assert!(rounded(2.92, 2.9) && rounded(30.5e6, 31e6) && rounded(100_573.2, 100_600.0));
        assert!(!rounded(24.5e6, 25.4e6) && !rounded(713.0, 731.0));
    }

    #[test]
    fn roundings_are_compatible() {
        assert!(rounds_to(1_400_000.0, 1_000_000.0));
        assert!(rounds_to(15_230.0, 15_000.0));
        assert!(!rounds_to(12.0, 10.0));
        assert!(!rounds_to(7e9, 16e9));
        // a sixth is rounded up, not a quarter cut off
        assert!(rounds_to(26e9, 30e9) && !rounds_to(26e9, 20e9));
    }
}
