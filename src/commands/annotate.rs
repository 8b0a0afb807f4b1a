//! `annotate`: an article with its names, quotations and dates marked, and a legend.

use std::fmt::Write as _;
use std::io::IsTerminal;

use super::{Done, Failure, exit, need_articles, plan, print, tell_problems};
use crate::cli::{AnnotateArgs, ColorArg, Global, InputArgs};
use crate::model::{ClaimKind, EntityKind, NoiseKind, Reading, Span};
use crate::pipeline;

/// Marks articles.
///
/// # Errors
/// When nothing can be read, or no document has the id asked for.
pub fn annotate(global: &Global, args: &AnnotateArgs) -> Done {
    let inputs = InputArgs { inputs: args.files.clone(), map: args.map.clone() };
    let extracted = pipeline::extract(&plan(global, &inputs)?);
    need_articles(&extracted, global)?;
    let chosen: Vec<&Reading> = extracted
        .readings
        .iter()
        .filter(|r| args.doc.as_ref().is_none_or(|id| *id == r.doc.article.doc_id))
        .take(if args.all { usize::MAX } else { args.count.max(1) })
        .collect();
    if chosen.is_empty() {
        return Err(Failure::no_input(match &args.doc {
            Some(id) => anyhow::anyhow!("no document \"{id}\" that is read as Arabic text"),
            None => anyhow::anyhow!("no article in a language that is read"),
        }));
    }
    let color = match args.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    let mut s = String::new();
    for reading in &chosen {
        s.push_str(&page(reading, color));
    }
    s.push_str(&legend(color));
    let left = extracted.readings.len() - chosen.len();
    if left > 0 && args.doc.is_none() {
        let _ = writeln!(s, "{left} more articles; --count N, --all or --doc ID shows others");
    }
    print(&s)?;
    tell_problems(&extracted.problems, global);
    Ok(exit(&extracted.problems))
}

/// What is marked, innermost last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Noise(NoiseKind),
    Claim(ClaimKind, usize),
    Speaker(usize),
    Cue(usize),
    Role,
    Entity(EntityKind),
    Date(usize),
}

impl Mark {
    fn color(self) -> &'static str {
        match self {
            Mark::Noise(_) => "\x1b[2m",
            Mark::Claim(ClaimKind::Narrated, _) => "\x1b[4;2m",
            Mark::Claim(..) => "\x1b[4m",
            Mark::Speaker(_) => "\x1b[1m",
            Mark::Cue(_) => "\x1b[35m",
            Mark::Role => "\x1b[36m",
            Mark::Entity(EntityKind::Person) => "\x1b[32m",
            Mark::Entity(EntityKind::Organisation) => "\x1b[34m",
            Mark::Entity(EntityKind::Place) => "\x1b[33m",
            Mark::Entity(EntityKind::Other) => "\x1b[95m",
            Mark::Date(_) => "\x1b[31m",
        }
    }

    fn open(self) -> String {
        match self {
            Mark::Noise(k) => format!("~~({}) ", format!("{k:?}").to_lowercase()),
            Mark::Claim(k, n) => format!("⟦{}{n}: ", letter(k)),
            Mark::Speaker(n) => format!("⟨S{n} "),
            Mark::Cue(n) => format!("⟨C{n} "),
            Mark::Role => "⟨ROLE ".into(),
            Mark::Entity(k) => format!("[{} ", k.as_str()),
            Mark::Date(n) => format!("{{D{n} "),
        }
    }

    fn close(self) -> &'static str {
        match self {
            Mark::Noise(_) => "~~",
            Mark::Claim(..) => "⟧",
            Mark::Speaker(_) | Mark::Cue(_) | Mark::Role => "⟩",
            Mark::Entity(_) => "]",
            Mark::Date(_) => "}",
        }
    }
}

fn letter(k: ClaimKind) -> char {
    match k {
        ClaimKind::Direct => 'Q',
        ClaimKind::Indirect => 'I',
        ClaimKind::Mixed => 'M',
        ClaimKind::Narrated => 'N',
    }
}

fn marks(reading: &Reading) -> Vec<(Span, Mark)> {
    let m = &reading.mentions;
    let mut out: Vec<(Span, Mark)> = Vec::new();
    out.extend(reading.doc.noise.iter().map(|n| (n.span, Mark::Noise(n.kind))));
    for (i, c) in m.claims.iter().enumerate() {
        out.push((c.span, Mark::Claim(c.kind, i + 1)));
        out.extend(c.speaker.map(|s| (s, Mark::Speaker(i + 1))));
        out.extend(c.cue.map(|s| (s, Mark::Cue(i + 1))));
    }
    for e in &m.entities {
        out.push((e.span, Mark::Entity(e.kind)));
        out.extend(e.role.map(|r| (r, Mark::Role)));
    }
    out.extend(m.dates.iter().enumerate().map(|(i, d)| (d.span, Mark::Date(i + 1))));
    out.retain(|(s, _)| !s.is_empty() && reading.doc.text().get(s.range()).is_some());
    // The longer one encloses; of equals the order above.
    out.sort_by_key(|(s, _)| (s.start, std::cmp::Reverse(s.end)));
    out.dedup();
    out
}

fn page(reading: &Reading, color: bool) -> String {
    let article = &reading.doc.article;
    let mut s = String::new();
    let published = if article.published.is_empty() { "date unknown" } else { &article.published };
    let _ = writeln!(s, "{} · {} · {published}", article.doc_id, article.outlet);
    let _ = writeln!(s, "{}", "-".repeat(60));
    s.push_str(&marked(reading.doc.text(), &marks(reading), color));
    let _ = writeln!(s, "\n{}", "-".repeat(60));
    for (i, d) in reading.mentions.dates.iter().enumerate() {
        let anchor = if d.anchor.is_empty() { String::new() } else { format!("  ({})", d.anchor) };
        let _ = writeln!(s, "D{:<3} {:14} {}{anchor}  {}", i + 1, d.value, d.kind.as_str(), reading.doc.slice(d.span));
    }
    for (i, c) in reading.mentions.claims.iter().enumerate() {
        let speaker = match (c.speaker, c.speaker_from) {
            (Some(span), _) => reading.doc.slice(span),
            (None, Some(span)) => reading.doc.slice(span),
            (None, None) => "-",
        };
        let kind = letter(c.kind);
        let _ = writeln!(s, "{kind}{:<3} {} · {} · {speaker}", i + 1, c.kind.as_str(), c.polarity.as_str());
    }
    s.push('\n');
    s
}

/// The text with marks opened and closed. Marks that cross are closed and opened again, so that each is well nested.
fn marked(text: &str, marks: &[(Span, Mark)], color: bool) -> String {
    let mut cuts: Vec<u32> = marks.iter().flat_map(|(s, _)| [s.start, s.end]).collect();
    cuts.push(text.len() as u32);
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Vec<(Span, Mark)> = Vec::new();
    let mut next = 0;
    let mut at = 0u32;
    for cut in cuts {
        out.push_str(&text[at as usize..cut as usize]);
        at = cut;
        // Close what ends here; what lies above it on the stack is reopened.
        if let Some(first) = open.iter().position(|(s, _)| s.end <= cut) {
            let above = open.split_off(first);
            for (_, mark) in above.iter().rev() {
                out.push_str(if color { "\x1b[0m" } else { mark.close() });
            }
            if color {
                open.iter().for_each(|(_, m)| out.push_str(m.color()));
            }
            for (span, mark) in above.into_iter().filter(|(s, _)| s.end > cut) {
                out.push_str(&if color { mark.color().to_string() } else { mark.open() });
                open.push((span, mark));
            }
        }
        while let Some((span, mark)) = marks.get(next).filter(|(s, _)| s.start <= cut) {
            if span.start == cut {
                out.push_str(&if color { mark.color().to_string() } else { mark.open() });
                open.push((*span, *mark));
            }
            next += 1;
        }
    }
    for (_, mark) in open.iter().rev() {
        out.push_str(if color { "\x1b[0m" } else { mark.close() });
    }
    out
}

fn legend(color: bool) -> String {
    let items = [
        (Mark::Entity(EntityKind::Person), "person"),
        (Mark::Entity(EntityKind::Organisation), "organisation"),
        (Mark::Entity(EntityKind::Place), "place"),
        (Mark::Entity(EntityKind::Other), "event, treaty, work …"),
        (Mark::Role, "title or role"),
        (Mark::Date(1), "time expression; its value stands below the text"),
        (Mark::Claim(ClaimKind::Direct, 1), "claim: Q direct, I indirect, M mixed, N narrated"),
        (Mark::Speaker(1), "speaker of the claim of that number"),
        (Mark::Cue(1), "cue of the claim of that number"),
        (Mark::Noise(NoiseKind::Comments), "left out: comments, menus, credits, blobs"),
    ];
    let mut s = String::from("legend\n");
    for (mark, what) in items {
        let shown = if color {
            format!("{}{}\x1b[0m", mark.color(), what)
        } else {
            format!("{}…{}  {what}", mark.open(), mark.close())
        };
        let _ = writeln!(s, "  {shown}");
    }
    s
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_marks_stay_nested() {
        let marks = [(Span::new(0, 4), Mark::Entity(EntityKind::Person)), (Span::new(2, 6), Mark::Date(1))];
        assert_eq!(marked("abcdefg", &marks, false), "[PER ab{D1 cd}]{D1 ef}g");
    }

    #[test]
    fn enclosed_marks_close_first() {
        let marks =
            [(Span::new(0, 6), Mark::Claim(ClaimKind::Direct, 1)), (Span::new(0, 2), Mark::Entity(EntityKind::Place))];
        assert_eq!(marked("abcdef", &marks, false), "⟦Q1: [LOC ab]cdef⟧");
    }
}
