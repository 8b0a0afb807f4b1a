//! Runs tests/spec/*.md: prose, an Arabic text, and the table that is expected of it.
//!
//! A scenario is a heading, then a fenced `text` block, then one or more fenced blocks named after a kind of
//! mention: `dates` (text | type | value), `entities` (text | type | role), `quotes` (content | kind | speaker | cue),
//! `quantities` (text | value | unit | noun). An info string `text published=2018-04-03T10:00` sets the anchor;
//! `text title` makes the first line the headline. An empty block says that nothing is found. Rows are compared in
//! order of the text. `SPEC_UPDATE=1` rewrites the tables with what the program finds: read the diff.

use std::fmt::Write as _;
use std::path::Path;

mod support;

use muqabala::model::{ClaimKind, Reading};
use support::texts;

fn read(text: &str, info: &str) -> Reading {
    let title = info.split_whitespace().any(|w| w == "title");
    let title_len = if title { text.lines().next().map_or(0, str::len) } else { 0 };
    texts::read("spec", text, title_len, info.split_whitespace().find_map(|w| w.strip_prefix("published=")))
}

fn table(kind: &str, reading: &Reading) -> Option<String> {
    let doc = &reading.doc;
    let found = &reading.mentions;
    let slice = |s: Option<muqabala::model::Span>| s.map_or("-", |s| doc.slice(s));
    let mut out = String::new();
    match kind {
        "dates" => {
            for m in &found.dates {
                writeln!(out, "{} | {} | {}", doc.slice(m.span), m.kind.as_str(), m.value).ok()?;
            }
        }
        "entities" => {
            for m in &found.entities {
                writeln!(out, "{} | {} | {}", doc.slice(m.span), m.kind.as_str(), slice(m.role)).ok()?;
            }
        }
        "quotes" => {
            for m in found.claims.iter().filter(|c| c.kind != ClaimKind::Narrated) {
                writeln!(out, "{} | {} | {} | {}", doc.slice(m.span), m.kind.as_str(), slice(m.speaker), slice(m.cue))
                    .ok()?;
            }
        }
        "quantities" => {
            for m in &found.quantities {
                writeln!(out, "{} | {} | {} | {}", doc.slice(m.span), m.value, m.unit, m.noun).ok()?;
            }
        }
        _ => return None,
    }
    Some(out)
}

#[test]
fn specifications_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let update = std::env::var_os("SPEC_UPDATE").is_some();
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("tests/spec exists").flatten().map(|e| e.path()).collect();
    files.sort();
    let mut failures = String::new();
    let mut scenarios = 0;
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "md")) {
        let source = std::fs::read_to_string(file).expect("a spec file is UTF-8");
        let mut rewritten = String::new();
        let mut heading = String::new();
        let mut reading: Option<Reading> = None;
        let mut lines = source.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            writeln!(rewritten, "{line}").expect("a string grows");
            if line.starts_with('#') {
                heading = line.trim_start_matches('#').trim().to_string();
            }
            let Some(info) = line.strip_prefix("```").filter(|i| !i.is_empty()) else { continue };
            let mut block = String::new();
            for (_, inner) in lines.by_ref() {
                if inner == "```" {
                    break;
                }
                writeln!(block, "{inner}").expect("a string grows");
            }
            if let Some(info) = info.strip_prefix("text") {
                reading = Some(read(block.trim_end_matches('\n'), info));
            } else if let Some(r) = &reading
                && let Some(got) = table(info.trim(), r)
            {
                scenarios += 1;
                if got != block {
                    let at =
                        format!("{}:{}: {heading}", file.file_name().unwrap_or_default().to_string_lossy(), number + 1);
                    writeln!(failures, "{at}\n--- expected\n{block}--- found\n{got}").expect("a string grows");
                }
                block = if update { got } else { block };
            }
            writeln!(rewritten, "{block}```").expect("a string grows");
        }
        if update && rewritten != source {
            std::fs::write(file, rewritten).expect("a spec file can be written");
        }
    }
    assert!(update || failures.is_empty(), "{failures}");
    println!("{scenarios} scenarios hold");
}
