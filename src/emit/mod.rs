//! Emit: `Report` → files.
//!
//! - takes: the report
//! - gives: tables as CSV, manifest and data package; workbook and page
//! - runs: once, tables in parallel
//! - cost: linear in the rows
//! - data: report templates

pub mod csv;
pub mod html;
pub mod jsonl;
pub mod manifest;
pub mod messages;
pub mod parquet;
pub mod show;
pub mod tables;
pub mod view;
pub mod xlsx;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::model::Report;

/// A way of writing tables besides CSV (`--format`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JSON lines with types, under `data/`.
    Jsonl,
    /// Parquet with types, under `data/`.
    Parquet,
}

/// How to write.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// No byte order mark, `\n` line ends, no formula guard.
    pub plain_csv: bool,
    /// Formats under `data/`, besides the CSV tables.
    pub formats: Vec<Format>,
    /// Tables alone, without workbook and page.
    pub tables_only: bool,
}

/// A file to be written, so that all can be written at once.
enum Task {
    Csv(&'static tables::Table),
    Data(Format, &'static tables::Table),
    Workbook,
    Page,
}

/// Writes everything beside `out` and renames it into place when whole: a killed run leaves the earlier result.
///
/// # Errors
/// When a file cannot be written or the folder cannot be put in place.
pub fn write_all(report: &Report, out: &Path, options: &Options) -> Result<()> {
    let partial = partial_path(out);
    if partial.exists() {
        std::fs::remove_dir_all(&partial).with_context(|| format!("{}: cannot clear", partial.display()))?;
    }
    std::fs::create_dir_all(&partial).with_context(|| format!("{}: cannot create", partial.display()))?;
    let context = tables::Context::new(report);
    let data = partial.join("data");
    if !options.formats.is_empty() {
        std::fs::create_dir_all(&data).with_context(|| format!("{}: cannot create", data.display()))?;
    }
    // the longest first
    let mut tasks = Vec::new();
    if !options.tables_only {
        tasks.extend([Task::Workbook, Task::Page]);
    }
    tasks.extend(tables::TABLES.iter().map(Task::Csv));
    tasks.extend(options.formats.iter().flat_map(|f| tables::TABLES.iter().map(|t| Task::Data(*f, t))));
    let language = report.language;
    let written: Vec<manifest::TableFile> = tasks
        .into_par_iter()
        .with_max_len(1)
        .map(|task| match task {
            Task::Csv(table) => csv::write(table, &context, &partial, options),
            Task::Data(Format::Jsonl, table) => jsonl::write(table, &context, &data),
            Task::Data(Format::Parquet, table) => parquet::write(table, &context, &data),
            Task::Workbook => xlsx::write(&context, &partial, language),
            Task::Page => html::write(&context, &partial, language),
        })
        .collect::<Result<_>>()?;
    manifest::write(report, &written, &partial, options)?;
    put_in_place(&partial, out)
}

fn partial_path(out: &Path) -> PathBuf {
    let name = out.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_else(|| "out".into());
    out.with_file_name(format!(".{name}.partial"))
}

/// Moves each finished file over its earlier version, then drops the partial folder. Files that are not ours stay.
fn put_in_place(partial: &Path, out: &Path) -> Result<()> {
    if !out.exists() {
        return std::fs::rename(partial, out).with_context(|| format!("{}: cannot put in place", out.display()));
    }
    move_entries(partial, out)?;
    std::fs::remove_dir_all(partial).with_context(|| format!("{}: cannot remove", partial.display()))
}

fn move_entries(from: &Path, to: &Path) -> Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(from)?.flatten().map(|e| e.path()).collect();
    entries.sort();
    for entry in entries {
        let target = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            std::fs::create_dir_all(&target)?;
            move_entries(&entry, &target)?;
        } else {
            std::fs::rename(&entry, &target).with_context(|| format!("{}: cannot put in place", target.display()))?;
        }
    }
    Ok(())
}
