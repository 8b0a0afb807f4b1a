//! Publication times as inputs write them: RFC 2822, RFC 3339 and its relatives, compact stamps, seconds since 1970,
//! day/month/year, and month names in Arabic, English and French.

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use rustc_hash::FxHashMap;

use crate::lang::lexicon::Lexicon;

/// A publication time.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// RFC 3339 with its own offset where known, else a civil date or time.
    pub rfc3339: String,
    /// Local time at that offset (midnight when only the day is known).
    pub local: DateTime,
    /// Offset in minutes, when given.
    pub offset_minutes: Option<i32>,
    /// True when a time of day is given.
    pub has_time: bool,
}

/// Why a publication time cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bad {
    /// It reads like a date that no calendar has (2018-02-30).
    Impossible,
    /// It does not read like a date.
    Unreadable,
}

/// News carries no earlier year than the first Arabic papers and no later one than this.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

/// Words that tools write where they know nothing.
pub fn is_missing(s: &str) -> bool {
    let s = s.trim();
    s.is_empty()
        || matches!(
            s.to_ascii_lowercase().as_str(),
            "none" | "null" | "nan" | "n/a" | "na" | "-" | "nil" | "undefined" | "nat" | "[]" | "{}"
        )
}

/// Reads a publication time; `None` when nothing usable is written. See [`read`].
pub fn parse(s: &str) -> Option<Stamp> {
    read(s).ok().flatten()
}

/// Reads a publication time. `Ok(None)` when none is given.
///
/// # Errors
/// [`Bad`] when something is written that is not a possible time.
pub fn read(s: &str) -> Result<Option<Stamp>, Bad> {
    if is_missing(s) {
        return Ok(None);
    }
    if s.len() > 120 {
        return Err(Bad::Unreadable);
    }
    let plain = ascii(s);
    let parts = match compact(&plain) {
        Some(p) => p?,
        None => free(&plain)?,
    };
    parts.stamp().map(Some)
}

/// The stamp seen in the outlet's own zone: a time without offset is taken to be local there.
pub fn in_zone(stamp: Stamp, zone: &TimeZone) -> Stamp {
    if !stamp.has_time {
        return stamp;
    }
    match stamp.offset_minutes.and_then(|m| Offset::from_seconds(m * 60).ok()) {
        Some(offset) => match offset.to_timestamp(stamp.local) {
            Ok(instant) => {
                let local = zone.to_datetime(instant);
                Stamp { local, offset_minutes: Some(zone.to_offset(instant).seconds() / 60), ..stamp }
            }
            Err(_) => stamp,
        },
        None => match zone.to_timestamp(stamp.local) {
            Ok(instant) => {
                let minutes = zone.to_offset(instant).seconds() / 60;
                Stamp {
                    rfc3339: format!("{}{}", stamp.local.strftime("%Y-%m-%dT%H:%M:%S"), offset_text(minutes)),
                    offset_minutes: Some(minutes),
                    ..stamp
                }
            }
            Err(_) => stamp,
        },
    }
}

/// A date written in an address: `/2018/04/03/`, `/2018-04-03-`, `20180403`. Only the day.
pub fn from_url(url: &str) -> Option<Stamp> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let bytes = path.as_bytes();
    let mut i = 0;
    while i + 8 <= bytes.len() {
        let fresh = i == 0 || !bytes[i - 1].is_ascii_digit();
        if fresh && bytes[i].is_ascii_digit() {
            let run = bytes[i..].iter().take_while(|b| b.is_ascii_digit()).count();
            let found = if run == 8 {
                ymd(&path[i..i + 4], &path[i + 4..i + 6], &path[i + 6..i + 8])
            } else if run == 4 && matches!(bytes[i + 4], b'/' | b'-' | b'_') {
                let mut rest = path[i + 5..].splitn(3, [bytes[i + 4] as char, '/', '-', '_']);
                match (rest.next(), rest.next()) {
                    (Some(m), Some(d)) if m.len() <= 2 => {
                        let digits = d.bytes().take_while(u8::is_ascii_digit).count();
                        if (1..=2).contains(&digits) { ymd(&path[i..i + 4], m, &d[..digits]) } else { None }
                    }
                    _ => None,
                }
            } else {
                None
            };
            if let Some(date) = found {
                return Parts { date: Some(date), ..Parts::default() }.stamp().ok();
            }
            i += run;
        } else {
            i += 1;
        }
    }
    None
}

fn ymd(y: &str, m: &str, d: &str) -> Option<Date> {
    let year: i16 = y.parse().ok()?;
    if !(1990..=2100).contains(&year) {
        return None;
    }
    Date::new(year, m.parse().ok()?, d.parse().ok()?).ok()
}

/// Digits of any script as ASCII, direction marks dropped, lower case.
fn ascii(s: &str) -> String {
    s.trim()
        .chars()
        .filter(
            |c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'),
        )
        .map(|c| match c {
            '\u{0660}'..='\u{0669}' => (b'0' + (c as u32 - 0x660) as u8) as char,
            '\u{06f0}'..='\u{06f9}' => (b'0' + (c as u32 - 0x6f0) as u8) as char,
            '\u{00a0}' | '\u{202f}' | '\t' | '\n' | '\r' => ' ',
            '\u{2212}' | '\u{2013}' => '-',
            '،' => ',',
            _ => c.to_ascii_lowercase(),
        })
        .collect()
}

#[derive(Debug, Default, Clone)]
struct Parts {
    date: Option<Date>,
    time: Option<Time>,
    offset: Option<i32>,
}

impl Parts {
    fn stamp(self) -> Result<Stamp, Bad> {
        let date = self.date.ok_or(Bad::Unreadable)?;
        if !YEARS.contains(&date.year()) {
            return Err(Bad::Impossible);
        }
        // Tools that lose the time write midnight without an offset; nobody publishes at midnight exactly and drops
        // the zone.
        let time = match (self.time, self.offset) {
            (Some(t), None) if t == Time::midnight() => None,
            (t, _) => t,
        };
        let local = date.to_datetime(time.unwrap_or(Time::midnight()));
        let rfc3339 = match time {
            None => date.to_string(),
            Some(_) => {
                format!("{}{}", local.strftime("%Y-%m-%dT%H:%M:%S"), self.offset.map(offset_text).unwrap_or_default())
            }
        };
        Ok(Stamp {
            rfc3339,
            local,
            offset_minutes: if time.is_some() { self.offset } else { None },
            has_time: time.is_some(),
        })
    }
}

/// `20240312`, `20240312183000`, `20240312T183000Z`, seconds or milliseconds since 1970.
fn compact(s: &str) -> Option<Result<Parts, Bad>> {
    let body = s.strip_suffix('z').unwrap_or(s);
    let (day, clock) = match body.split_once('t') {
        Some((d, c)) => (d, c),
        None if body.len() == 14 => body.split_at_checked(8)?,
        None => (body, ""),
    };
    if day.is_empty() || !day.bytes().all(|b| b.is_ascii_digit()) || !clock.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if clock.is_empty() && (day.len() == 10 || day.len() == 13) {
        let number: i64 = day.parse().ok()?;
        let seconds = if day.len() == 13 { number / 1000 } else { number };
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        let at = TimeZone::UTC.to_datetime(instant);
        return Some(Ok(Parts { date: Some(at.date()), time: Some(at.time()), offset: Some(0) }));
    }
    if day.len() != 8 {
        return None;
    }
    let n = |s: &str| s.parse::<i16>().unwrap_or(-1);
    let date = Date::new(n(&day[..4]), n(&day[4..6]) as i8, n(&day[6..]) as i8);
    let Ok(date) = date else { return Some(Err(Bad::Impossible)) };
    let time = match clock.len() {
        0 => None,
        4 | 6 => {
            let second = if clock.len() == 6 { n(&clock[4..]) } else { 0 };
            match Time::new(n(&clock[..2]) as i8, n(&clock[2..4]) as i8, second as i8, 0) {
                Ok(t) => Some(t),
                Err(_) => return Some(Err(Bad::Impossible)),
            }
        }
        _ => return None,
    };
    // GDELT writes its stamps in UTC, with or without the Z.
    Some(Ok(Parts { date: Some(date), time, offset: time.map(|_| 0) }))
}

/// Months by the names that pages write (months.tsv).
static MONTHS: LazyLock<FxHashMap<&'static str, i8>> = LazyLock::new(|| {
    let l = Lexicon::parse("months.tsv", include_str!("months.tsv"));
    let (name, month) = (l.column("name"), l.column("month"));
    l.rows.iter().map(|r| (r.get(name), r.get(month).parse().expect("a month's number"))).collect()
});

fn month(word: &str, next: Option<&str>) -> Option<i8> {
    if let Some(next) = next {
        let two = format!("{word} {next}");
        if let Some(m) = MONTHS.get(two.as_str()) {
            return Some(*m);
        }
    }
    MONTHS.get(word).copied()
}

#[derive(Debug, PartialEq, Clone, Copy)]
enum Piece<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(char),
}

fn pieces(s: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = s;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let n = rest.bytes().take_while(u8::is_ascii_digit).count();
            out.push(Piece::Number(&rest[..n]));
            rest = &rest[n..];
        } else if c.is_alphabetic() {
            // Vowel marks belong to the word they stand on.
            let n: usize = rest
                .chars()
                .take_while(|c| c.is_alphabetic() || ('\u{064b}'..='\u{0652}').contains(c))
                .map(char::len_utf8)
                .sum();
            out.push(Piece::Word(&rest[..n]));
            rest = &rest[n..];
        } else {
            if c != ' ' {
                out.push(Piece::Mark(c));
            } else if !matches!(out.last(), Some(Piece::Mark(' '))) {
                out.push(Piece::Mark(' '));
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Anything else: a numeric or worded date, then perhaps a clock time, then perhaps an offset.
fn free(s: &str) -> Result<Parts, Bad> {
    let all = pieces(s);
    let mut parts = Parts::default();
    let mut day: Option<i8> = None;
    let mut month_found: Option<i8> = None;
    let mut year: Option<i16> = None;
    let mut numeric: Option<Result<Date, Bad>> = None;
    let mut pm: Option<bool> = None;
    let mut clock: Option<(i16, i16, i16)> = None;
    let mut i = 0;
    while i < all.len() {
        match all[i] {
            Piece::Number(a) if numeric.is_none() && year.is_none() && is_triple(&all[i..]) => {
                let (Piece::Number(b), Piece::Number(c)) = (all[i + 2], all[i + 4]) else {
                    return Err(Bad::Unreadable);
                };
                numeric = Some(triple(a, b, c));
                i += 5;
                if let Some(Piece::Word("t")) = all.get(i) {
                    i += 1;
                }
                continue;
            }
            Piece::Number(h) if clock.is_none() && matches!(all.get(i + 1), Some(Piece::Mark(':'))) => {
                let Some(Piece::Number(m)) = all.get(i + 2) else { return Err(Bad::Unreadable) };
                i += 3;
                let mut second = 0;
                if let (Some(Piece::Mark(':')), Some(Piece::Number(s))) = (all.get(i), all.get(i + 1)) {
                    second = s.parse().unwrap_or(99);
                    i += 2;
                    if let (Some(Piece::Mark('.' | ',')), Some(Piece::Number(_))) = (all.get(i), all.get(i + 1)) {
                        i += 2;
                    }
                }
                clock = Some((h.parse().unwrap_or(99), m.parse().unwrap_or(99), second));
                while let Some(Piece::Mark(' ')) = all.get(i) {
                    i += 1;
                }
                if let Some(Piece::Mark(sign @ ('+' | '-'))) = all.get(i)
                    && let Some(Piece::Number(n)) = all.get(i + 1)
                {
                    let (hours, minutes, used) = match (n.len(), all.get(i + 2), all.get(i + 3)) {
                        (4, _, _) => (&n[..2], &n[2..], 2),
                        (1 | 2, Some(Piece::Mark(':')), Some(Piece::Number(m))) => (*n, *m, 4),
                        (1 | 2, _, _) => (*n, "0", 2),
                        _ => return Err(Bad::Unreadable),
                    };
                    let total = hours.parse::<i32>().unwrap_or(99) * 60 + minutes.parse::<i32>().unwrap_or(99);
                    if total > 18 * 60 {
                        return Err(Bad::Impossible);
                    }
                    parts.offset = Some(if *sign == '-' { -total } else { total });
                    i += used;
                }
                continue;
            }
            Piece::Word(w) => {
                let next = match (all.get(i + 1), all.get(i + 2)) {
                    (Some(Piece::Mark(' ')), Some(Piece::Word(n))) => Some(*n),
                    _ => None,
                };
                if let Some(m) = month(w, next) {
                    month_found = month_found.or(Some(m));
                } else {
                    match w {
                        "am" | "ص" | "صباحا" | "صباحًا" => pm = Some(false),
                        "pm" | "م" | "مساء" | "مساءً" => pm = Some(true),
                        "z" | "gmt" | "utc" | "ut" | "غرينتش" | "جرينتش" => {
                            parts.offset = parts.offset.or(Some(0))
                        }
                        _ => {}
                    }
                }
            }
            Piece::Number(n) if numeric.is_none() => {
                if n.len() == 4 && year.is_none() {
                    year = n.parse().ok();
                } else if n.len() <= 2 && day.is_none() {
                    day = n.parse().ok();
                }
            }
            _ => {}
        }
        i += 1;
    }
    parts.date = match numeric {
        Some(found) => Some(found?),
        None => match (year, month_found, day) {
            (Some(y), Some(m), Some(d)) => Some(Date::new(y, m, d).map_err(|_| Bad::Impossible)?),
            _ => None,
        },
    };
    if let Some((mut h, m, s)) = clock {
        match pm {
            Some(true) if h < 12 => h += 12,
            Some(false) if h == 12 => h = 0,
            _ => {}
        }
        // 24:00 and a leap second are written now and then.
        let s = s.min(59);
        if h == 24 && m == 0 {
            h = 0;
            parts.date = parts.date.and_then(|d| d.tomorrow().ok());
        }
        parts.time = Some(Time::new(h as i8, m as i8, s as i8, 0).map_err(|_| Bad::Impossible)?);
    }
    if parts.date.is_none() { Err(Bad::Unreadable) } else { Ok(parts) }
}

fn is_triple(p: &[Piece]) -> bool {
    matches!(
        p,
        [Piece::Number(_), Piece::Mark(a @ ('-' | '/' | '.')), Piece::Number(_), Piece::Mark(b), Piece::Number(_), ..]
        if a == b
    )
}

/// year-month-day, else day-month-year (the order of the Arabic press), else month-day-year when only that can be.
fn triple(a: &str, b: &str, c: &str) -> Result<Date, Bad> {
    let n = |s: &str| s.parse::<i16>().map_err(|_| Bad::Unreadable);
    let (x, y, z) = (n(a)?, n(b)?, n(c)?);
    let made = if a.len() == 4 {
        (x, y, z)
    } else if c.len() == 4 {
        if y > 12 && x <= 12 { (z, x, y) } else { (z, y, x) }
    } else {
        return Err(Bad::Unreadable);
    };
    let small = |v: i16| i8::try_from(v).map_err(|_| Bad::Impossible);
    Date::new(made.0, small(made.1)?, small(made.2)?).map_err(|_| Bad::Impossible)
}

fn offset_text(minutes: i32) -> String {
    if minutes == 0 {
        return "Z".into();
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(s: &str) -> String {
        match read(s) {
            Ok(Some(t)) => t.rfc3339,
            Ok(None) => "missing".into(),
            Err(e) => format!("{e:?}"),
        }
    }

    #[test]
    fn usual_spellings() {
        for (given, want) in [
            ("Sun, 18 Feb 2018 21:35:43 +0400", "2018-02-18T21:35:43+04:00"),
            ("Tue, 03 Apr 2018 13:29:37 GMT", "2018-04-03T13:29:37Z"),
            ("Wed, 19 Feb 2018 21:35:43 +0000", "2018-02-19T21:35:43Z"),
            ("2025-09-29 20:15:00+01:00", "2025-09-29T20:15:00+01:00"),
            ("2025-09-29T20:15:00.123Z", "2025-09-29T20:15:00Z"),
            ("2025-09-29T20:15", "2025-09-29T20:15:00"),
            ("2024-03-12T00:00:00", "2024-03-12"),
            ("2024-03-12", "2024-03-12"),
            ("20240312T183000Z", "2024-03-12T18:30:00Z"),
            ("20240312", "2024-03-12"),
            ("1710268200", "2024-03-12T18:30:00Z"),
            ("1710268200000", "2024-03-12T18:30:00Z"),
            ("20/11/2025 18:05", "2025-11-20T18:05:00"),
            ("11/20/2025", "2025-11-20"),
            ("April 12, 2018 10:30 PM", "2018-04-12T22:30:00"),
            ("14 أبريل 2019", "2019-04-14"),
            ("الثلاثاء ٣٠ أيلول/سبتمبر ٢٠٢٥ - 08:40 ص", "2025-09-30T08:40:00"),
            ("20 تشرين الأول 2025", "2025-10-20"),
            ("None", "missing"),
            ("", "missing"),
        ] {
            assert_eq!(shown(given), want, "{given}");
        }
    }

    #[test]
    fn impossible_is_told_from_unreadable() {
        assert_eq!(read("2018-02-30"), Err(Bad::Impossible));
        assert_eq!(read("2018-02-30T10:00:00Z"), Err(Bad::Impossible));
        assert_eq!(read("20180230"), Err(Bad::Impossible));
        assert_eq!(read("31 نيسان 2020"), Err(Bad::Impossible));
        assert_eq!(read("2018-04-03T25:61:00Z"), Err(Bad::Impossible));
        assert_eq!(read("yesterday"), Err(Bad::Unreadable));
        assert_eq!(read("12"), Err(Bad::Unreadable));
    }

    #[test]
    fn zone_moves_the_local_day() {
        let zone = TimeZone::get("Asia/Riyadh").unwrap();
        let late = in_zone(parse("2018-04-03T22:30:00Z").unwrap(), &zone);
        assert_eq!(late.local.to_string(), "2018-04-04T01:30:00");
        assert_eq!(late.rfc3339, "2018-04-03T22:30:00Z");
        let naive = in_zone(parse("2018-04-03T22:30:00").unwrap(), &zone);
        assert_eq!(naive.rfc3339, "2018-04-03T22:30:00+03:00");
    }

    #[test]
    fn address_gives_the_day() {
        let day = |u: &str| from_url(u).map(|s| s.rfc3339).unwrap_or_default();
        assert_eq!(day("http://www.alarabiya.net/ar/culture/2018/02/18/x.html"), "2018-02-18");
        assert_eq!(day("http://www.france24.com/ar/20180403-y"), "2018-04-03");
        assert_eq!(day("https://a.example/2018-4-3-y"), "2018-04-03");
        assert_eq!(day("https://a.example/news/12345678901"), "");
        assert_eq!(day("https://a.example/2018/13/45/"), "");
    }
}
