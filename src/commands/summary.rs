//! The summary on standard output: one screen, ids and dates before Arabic text, one Arabic run a line.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::path::Path;

use serde_json::json;
use unicode_width::UnicodeWidthChar;

use crate::emit::view::{self, Rivals};
use crate::model::{Relation, Report};

/// Version of the JSON summary.
const SCHEMA: &str = "muqabala.summary/1";
/// Contradictions shown.
const SHOWN: usize = 5;
/// Columns assumed where the terminal does not say.
const WIDTH: usize = 100;

struct Counts {
    outlets: usize,
    span: Option<(String, String)>,
    agree: usize,
    compatible: usize,
    contradict: usize,
}

fn counts(report: &Report) -> Counts {
    let outlets: BTreeSet<&str> = report.readings.iter().map(|r| r.doc.article.outlet.as_str()).collect();
    let days = report.readings.iter().filter_map(|r| r.doc.article.published_date());
    let (first, last) = (days.clone().min(), days.max());
    let of = |v: Relation| report.facts.iter().filter(|f| f.verdict == v).count();
    Counts {
        outlets: outlets.len(),
        span: first.zip(last).map(|(a, b)| (a.to_string(), b.to_string())),
        agree: of(Relation::Agree),
        compatible: of(Relation::Compatible),
        contradict: of(Relation::Contradict),
    }
}

/// Contradictions, the gravest and surest first, each with the first two values that exclude each other.
fn first_contradictions(report: &Report) -> Vec<Rivals<'_>> {
    let mut first = view::rivals(report);
    first.dedup_by(|a, b| a.fact.id == b.fact.id);
    first.truncate(SHOWN);
    first
}

/// The summary for people.
pub fn text(report: &Report, out: &Path) -> String {
    let terminal = std::io::stdout().is_terminal();
    let width = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).unwrap_or(WIDTH).clamp(40, 200);
    let isolate = |s: &str| if terminal { format!("\u{2068}{s}\u{2069}") } else { s.to_string() };
    let n = counts(report);
    let mut s = String::new();
    let mut head = format!("{} articles · {} outlets", report.readings.len(), n.outlets);
    if let Some((first, last)) = &n.span {
        let _ = write!(head, " · {first} → {last}");
    }
    if !report.unread.is_empty() {
        let _ = write!(head, " · {} in other languages, not read", report.unread.len());
    }
    let _ = writeln!(s, "{head}");
    let (mentions, dates, claims) = report.readings.iter().fold((0, 0, 0), |(m, d, c), r| {
        (m + r.mentions.entities.len(), d + r.mentions.dates.len(), c + r.mentions.claims.len())
    });
    let _ = writeln!(
        s,
        "stories {} · names {} of {} entities · dates {dates} · claims {claims} · matched claims {}",
        report.stories.len(),
        mentions,
        report.entities.len(),
        report.matches.len()
    );
    let _ = writeln!(
        s,
        "facts {}: agree {} · compatible {} · contradict {} · dating slips {}",
        report.facts.len(),
        n.agree,
        n.compatible,
        n.contradict,
        report.dating.len()
    );
    if !report.problems.is_empty() {
        let _ = writeln!(s, "problems {}: see errors.csv", report.problems.len());
    }
    for (i, rivals) in first_contradictions(report).into_iter().enumerate() {
        let fact = rivals.fact;
        let _ = writeln!(
            s,
            "\n#{} {} · {} · confidence {:.2} · {}",
            i + 1,
            fact.kind.as_str(),
            fact.severity.as_str(),
            fact.confidence_0_1,
            fact.id
        );
        let _ = writeln!(s, "   {}", isolate(&fit(&fact.subject, width - 6)));
        let groups = view::groups(fact);
        for value in [rivals.a, rivals.b].map(|n| groups[n].told(report, rivals.why)) {
            let Some(reading) = report.readings.get(value.doc as usize) else { continue };
            let article = &reading.doc.article;
            let day = article.published_date().map_or_else(|| "----------".into(), |d| d.to_string());
            let _ = writeln!(s, "   {day}  {}  {}", article.doc_id, isolate(&fit(&article.outlet, 40)));
            let words = reading.doc.text().get(value.evidence.range()).unwrap_or(&value.value);
            let _ = writeln!(s, "      {}", isolate(&fit(words, width - 10)));
        }
    }
    let _ = writeln!(s, "\ntables in {}", out.display());
    s
}

/// One line of at most so many columns; vowel marks take none.
fn fit(text: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        // Marks that would turn the line around are not for a terminal.
        if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            continue;
        }
        used += c.width().unwrap_or(0);
        if used > columns {
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}

/// The summary for programs.
pub fn json(report: &Report, out: &Path) -> String {
    let n = counts(report);
    let value = json!({
        "schema": SCHEMA,
        "articles": report.readings.len(),
        "unread": report.unread.len(),
        "outlets": n.outlets,
        "first_published": n.span.as_ref().map(|s| &s.0),
        "last_published": n.span.as_ref().map(|s| &s.1),
        "stories": report.stories.len(),
        "entities": report.entities.len(),
        "matches": report.matches.len(),
        "facts": report.facts.len(),
        "agree": n.agree,
        "compatible": n.compatible,
        "contradict": n.contradict,
        "dating": report.dating.len(),
        "problems": report.problems.len(),
        "out": out.to_string_lossy(),
    });
    format!("{value}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_marks_take_no_room() {
        assert_eq!(fit("كَتَبَ\nنص", 20), "كَتَبَ نص");
        assert_eq!(fit("كتب كتابا", 3), "كتب…");
        assert_eq!(fit("a\u{202e}b", 5), "ab");
    }
}
