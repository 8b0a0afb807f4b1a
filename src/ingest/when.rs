//! Publication times as inputs write them.

use jiff::civil::DateTime;

/// A publication time.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// RFC 3339 with its own offset where known, else a civil date or time.
    pub rfc3339: String,
    /// Local time at that offset.
    pub local: DateTime,
    /// Offset in minutes, when given.
    pub offset_minutes: Option<i32>,
    /// True when a time of day is given.
    pub has_time: bool,
}

/// Reads RFC 2822, RFC 3339 and plain ISO times.
pub fn parse(s: &str) -> Option<Stamp> {
    let s = s.trim();
    if let Ok(z) = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(s) {
        return Some(Stamp {
            rfc3339: format!("{}{}", z.datetime().strftime("%Y-%m-%dT%H:%M:%S"), offset(z.offset().seconds() / 60)),
            local: z.datetime(),
            offset_minutes: Some(z.offset().seconds() / 60),
            has_time: true,
        });
    }
    if let Ok(p) = s.parse::<DateTime>() {
        let has_time = s.len() > 10;
        return Some(Stamp { rfc3339: s.to_string(), local: p, offset_minutes: None, has_time });
    }
    None
}

fn offset(minutes: i32) -> String {
    if minutes == 0 {
        return "Z".into();
    }
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
