//! Calendars: Hijri days ↔ civil days; movable feasts.
//!
//! - takes: a day in one calendar
//! - gives: the day in the other
//! - runs: per expression
//! - cost: constant (a table look-up, or a binary search over 158 years)
//! - data: umm_al_qura.tsv, the published month starts of 1343 to 1500
//!
//! Outside the table the tabular (civil, type II) calendar is used, which may be a day or two off the sighted one.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::lang::lexicon::Lexicon;

/// A day of the Hijri calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    /// Year of the Hijra.
    pub year: i32,
    /// 1 (Muharram) to 12 (Dhu al-Hijja).
    pub month: u8,
    /// 1 to 30.
    pub day: u8,
}

/// Day number of 1 Muharram of year 1 in the tabular civil calendar: Friday, 16 July 622 (Julian); day 0 is
/// 1970-01-01.
const TABULAR_EPOCH: i64 = -492_148;

struct Year {
    first: i64,
    days: [u8; 12],
}

struct Table {
    first_year: i32,
    years: Vec<Year>,
    end: i64,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("umm_al_qura.tsv", include_str!("umm_al_qura.tsv"));
    let (y, f, d) = (lexicon.column("year"), lexicon.column("first_day"), lexicon.column("days"));
    let mut years = Vec::with_capacity(lexicon.rows.len());
    let first_year = lexicon.rows[0].get(y).parse().expect("the first row holds a year");
    for row in &lexicon.rows {
        let first: Date = row.get(f).parse().expect("first_day is an ISO day");
        let mut days = [0u8; 12];
        for (slot, n) in days.iter_mut().zip(row.get(d).split(' ')) {
            *slot = n.parse().expect("days are numbers");
        }
        years.push(Year { first: day_number(first), days });
    }
    let last = years.last().expect("the table has rows");
    let end = last.first + last.days.iter().map(|d| i64::from(*d)).sum::<i64>();
    Table { first_year, years, end }
});

/// Days since 1970-01-01.
pub fn day_number(date: Date) -> i64 {
    // days_from_civil, H. Hinnant, "chrono-compatible low-level date algorithms"
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let y = if m <= 2 { y - 1 } else { y };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// The civil day of a day number. None outside years ±9999.
pub fn from_day_number(n: i64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(n.checked_mul(1).filter(|n| n.abs() < 4_000_000)?.days()).ok()
}

fn tabular_leap(year: i64) -> bool {
    (14 + 11 * year).rem_euclid(30) < 11
}

fn tabular_first(year: i64) -> i64 {
    TABULAR_EPOCH + (year - 1) * 354 + (3 + 11 * year).div_euclid(30)
}

/// Is the year inside the published table?
pub fn is_published(year: i32) -> bool {
    let t = &*TABLE;
    year >= t.first_year && year < t.first_year + t.years.len() as i32
}

/// Days of a Hijri month; None when there is no such month.
pub fn hijri_month_days(year: i32, month: u8) -> Option<u8> {
    if !(1..=12).contains(&month) || !(1..=9000).contains(&year) {
        return None;
    }
    let t = &*TABLE;
    if is_published(year) {
        return Some(t.years[(year - t.first_year) as usize].days[usize::from(month) - 1]);
    }
    Some(if month % 2 == 1 || (month == 12 && tabular_leap(i64::from(year))) { 30 } else { 29 })
}

/// The civil day of a Hijri day; None when there is no such day.
///
/// ```
/// use muqabala::calendar::{HijriDate, to_civil};
/// let day = to_civil(HijriDate { year: 1446, month: 5, day: 20 }).unwrap(); // 20 Jumada al-Ula 1446
/// assert_eq!(day.to_string(), "2024-11-22");
/// ```
pub fn to_civil(h: HijriDate) -> Option<Date> {
    let days = hijri_month_days(h.year, h.month)?;
    if h.day == 0 || h.day > days {
        return None;
    }
    let t = &*TABLE;
    let first = if is_published(h.year) {
        let y = &t.years[(h.year - t.first_year) as usize];
        y.first + y.days[..usize::from(h.month) - 1].iter().map(|d| i64::from(*d)).sum::<i64>()
    } else {
        let m = i64::from(h.month) - 1;
        tabular_first(i64::from(h.year)) + m * 29 + (m + 1) / 2
    };
    from_day_number(first + i64::from(h.day) - 1)
}

/// The Hijri day of a civil day; None before the Hijra.
pub fn to_hijri(date: Date) -> Option<HijriDate> {
    let n = day_number(date);
    let t = &*TABLE;
    if n >= t.years[0].first && n < t.end {
        let at = t.years.partition_point(|y| y.first <= n) - 1;
        let mut rest = n - t.years[at].first;
        for (m, days) in t.years[at].days.iter().enumerate() {
            if rest < i64::from(*days) {
                return Some(HijriDate { year: t.first_year + at as i32, month: m as u8 + 1, day: rest as u8 + 1 });
            }
            rest -= i64::from(*days);
        }
    }
    if n < TABULAR_EPOCH {
        return None;
    }
    let mut year = (30 * (n - TABULAR_EPOCH) + 10_646).div_euclid(10_631);
    while tabular_first(year + 1) <= n {
        year += 1;
    }
    while tabular_first(year) > n {
        year -= 1;
    }
    let rest = n - tabular_first(year);
    let month = ((rest * 2) / 59).min(11);
    let month = if rest < month * 29 + (month + 1) / 2 { month - 1 } else { month };
    let day = rest - (month * 29 + (month + 1) / 2);
    Some(HijriDate { year: year as i32, month: month as u8 + 1, day: day as u8 + 1 })
}

/// First and last civil day of a Hijri month.
pub fn hijri_month(year: i32, month: u8) -> Option<(Date, Date)> {
    let last = hijri_month_days(year, month)?;
    Some((to_civil(HijriDate { year, month, day: 1 })?, to_civil(HijriDate { year, month, day: last })?))
}

/// Western Easter Sunday (anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8).
pub fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year as i16, month as i8, day as i8).ok()
}

/// Orthodox Easter Sunday as a Gregorian day (Julian computus, Meeus, ch. 8). Right for 1900 to 2099.
pub fn orthodox_easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    Date::new(year as i16, month as i8, day as i8).ok()?.checked_add(13.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_directions_agree_inside_and_outside_the_table() {
        for (from, to) in [(-492_148i64, -480_000i64), (-17_000, -16_000), (19_000, 21_000), (39_000, 60_000)] {
            for n in from..to {
                let civil = from_day_number(n).unwrap();
                let h = to_hijri(civil).unwrap();
                assert_eq!(to_civil(h), Some(civil), "{civil} {h:?}");
            }
        }
    }

    #[test]
    fn day_numbers_are_jiffs() {
        for d in [date(1, 1, 1), date(1600, 2, 29), date(1970, 1, 1), date(2018, 4, 3), date(-5, 3, 1)] {
            assert_eq!(from_day_number(day_number(d)), Some(d));
        }
    }

    #[test]
    fn epoch_is_the_friday_of_the_hijra() {
        // 16 July 622 Julian is 19 July 622 Gregorian
        assert_eq!(to_civil(HijriDate { year: 1, month: 1, day: 1 }), Some(date(622, 7, 19)));
    }

    #[test]
    fn days_that_are_not_there() {
        assert_eq!(to_civil(HijriDate { year: 1446, month: 13, day: 1 }), None);
        assert_eq!(to_civil(HijriDate { year: 1446, month: 5, day: 31 }), None);
        assert_eq!(to_hijri(date(600, 1, 1)), None);
    }

    #[test]
    fn easters() {
        assert_eq!(easter(2013), Some(date(2013, 3, 31)));
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(orthodox_easter(2018), Some(date(2018, 4, 8)));
    }
}
