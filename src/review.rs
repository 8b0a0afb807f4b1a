//! `muqabala review import FILE.xlsx`: decisions written into the workbook become rows of overrides.csv, which the next
//! run applies.
//!
//! A sheet counts when one of its first rows has the headings "decision" and that of an id, in either language of the
//! interface. Rows without a decision are left alone. Rows of overrides.csv about the same thing are replaced, others
//! stay as they are.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use calamine::{Data, DataType, Reader, open_workbook_auto};

use crate::emit::messages::MESSAGES;

/// One row of overrides.csv.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Override {
    /// fact, dating or entity.
    pub kind: String,
    /// What it is about.
    pub left_id: String,
    /// The other one, when it is about a pair; empty from a workbook.
    pub right_id: String,
    /// confirm, ignore, unsure; for entities also split, merge, rename.
    pub action: String,
    /// New name, or the entity to merge with.
    pub value: String,
    /// The reviewer's note.
    pub note: String,
    /// The reviewer.
    pub reviewer: String,
}

/// Header of overrides.csv.
pub const COLUMNS: [&str; 7] = ["kind", "left_id", "right_id", "action", "value", "note", "reviewer"];

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Decisions read from the workbook.
    pub decisions: usize,
    /// Those that replaced a row.
    pub replaced: usize,
    /// Cells that are no decision, as `sheet!row: words`.
    pub unknown: Vec<String>,
}

/// Reads the decisions of a workbook into overrides.csv.
///
/// # Errors
/// When the workbook cannot be read, has no sheet with decisions to read, or the file cannot be written.
pub fn import(workbook: &Path, overrides: &Path) -> Result<Imported> {
    let (found, unknown) = read(workbook)?;
    let mut rows: BTreeMap<(String, String, String), Override> = BTreeMap::new();
    if overrides.exists() {
        for row in load(overrides)? {
            rows.insert((row.kind.clone(), row.left_id.clone(), row.right_id.clone()), row);
        }
    }
    let mut done = Imported { decisions: found.len(), replaced: 0, unknown };
    for row in found {
        let old = rows.insert((row.kind.clone(), row.left_id.clone(), row.right_id.clone()), row);
        done.replaced += old.is_some() as usize;
    }
    let partial = overrides.with_extension("csv.partial");
    let write = || -> Result<()> {
        let mut out = csv::Writer::from_path(&partial)?;
        out.write_record(COLUMNS)?;
        for r in rows.values() {
            out.write_record([&r.kind, &r.left_id, &r.right_id, &r.action, &r.value, &r.note, &r.reviewer])?;
        }
        out.flush()?;
        std::fs::rename(&partial, overrides)?;
        Ok(())
    };
    write().with_context(|| format!("{}: cannot write", overrides.display()))?;
    Ok(done)
}

/// Rows of an overrides.csv; columns by name, in any order, missing ones empty.
///
/// # Errors
/// When it cannot be read as CSV or has no column `kind`.
pub fn load(path: &Path) -> Result<Vec<Override>> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("{name}: cannot read"))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let head = reader.headers().with_context(|| format!("{name}: no header"))?.clone();
    let at: Vec<Option<usize>> = COLUMNS.iter().map(|c| head.iter().position(|h| h.trim() == *c)).collect();
    if at[0].is_none() {
        bail!("{name}: no column \"kind\"\nhint: the header is {}", COLUMNS.join(","));
    }
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record.with_context(|| format!("{name}: not CSV"))?;
        let cell = |i: usize| at[i].and_then(|c| record.get(c)).unwrap_or("").trim().to_string();
        out.push(Override {
            kind: cell(0),
            left_id: cell(1),
            right_id: cell(2),
            action: cell(3),
            value: cell(4),
            note: cell(5),
            reviewer: cell(6),
        });
    }
    Ok(out)
}

/// Heading in the first rows of a sheet: which message it is, in either language.
fn column(row: &[Data], key: &str) -> Option<usize> {
    let words = MESSAGES.get(key)?;
    row.iter().position(|c| c.as_string().is_some_and(|s| words.contains(&s.trim())))
}

fn read(path: &Path) -> Result<(Vec<Override>, Vec<String>)> {
    let name = path.display();
    let mut book = open_workbook_auto(path).with_context(|| format!("{name}: not a workbook"))?;
    let (mut out, mut unknown, mut sheets) = (BTreeMap::new(), Vec::new(), 0);
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).with_context(|| format!("{name}: cannot read sheet \"{sheet}\""))?;
        let rows: Vec<&[Data]> = range.rows().collect();
        let Some((head, row)) = rows.iter().take(6).enumerate().find(|(_, r)| column(r, "col.decision").is_some())
        else {
            continue;
        };
        let id = [("fact", "col.fact_id"), ("dating", "col.issue_id"), ("entity", "col.entity_id")]
            .into_iter()
            .find_map(|(kind, key)| column(row, key).map(|at| (kind, at)));
        let (Some(decision), Some((kind, id))) = (column(row, "col.decision"), id) else { continue };
        let (note, reviewer, value) =
            (column(row, "col.note"), column(row, "col.reviewer"), column(row, "col.new_value"));
        sheets += 1;
        for (i, cells) in rows.iter().enumerate().skip(head + 1) {
            let text = |at: Option<usize>| {
                at.and_then(|c| cells.get(c)).and_then(|c| c.as_string()).unwrap_or_default().trim().to_string()
            };
            let (said, left_id) = (text(Some(decision)), text(Some(id)));
            if said.is_empty() || left_id.is_empty() {
                continue;
            }
            let Some(action) = action(&said) else {
                unknown.push(format!("{sheet}!{}: {said}", i + 1 + range.start().map_or(0, |s| s.0 as usize)));
                continue;
            };
            let row = Override {
                kind: kind.into(),
                left_id: left_id.clone(),
                right_id: String::new(),
                action: action.into(),
                value: text(value),
                note: text(note),
                reviewer: text(reviewer),
            };
            // a fact stands on two sheets and on several rows: a decision to ignore outweighs one to confirm
            let key = (kind, left_id);
            let keep = out.get(&key).is_some_and(|old: &Override| old.action == "ignore" && row.action != "ignore");
            if !keep {
                out.insert(key, row);
            }
        }
    }
    if sheets == 0 {
        bail!("{name}: no sheet with decisions\nhint: give the workbook that \"muqabala run\" wrote, muqabala.xlsx");
    }
    Ok((out.into_values().collect(), unknown))
}

/// What a decision means, in either language.
fn action(said: &str) -> Option<&'static str> {
    [
        ("decision.right", "confirm"),
        ("decision.wrong", "ignore"),
        ("decision.unsure", "unsure"),
        ("decision.split", "split"),
        ("decision.merge", "merge"),
        ("decision.rename", "rename"),
    ]
    .into_iter()
    .find(|(key, _)| MESSAGES.get(key).is_some_and(|m| m.iter().any(|w| w.eq_ignore_ascii_case(said))))
    .map(|x| x.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_in_both_languages() {
        assert_eq!(action("wrong"), Some("ignore"));
        assert_eq!(action("Right"), Some("confirm"));
        assert_eq!(action("خطأ"), Some("ignore"));
        assert_eq!(action("maybe"), None);
    }
}
