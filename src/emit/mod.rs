//! Emit: `Report` → files.
//!
//! - takes: the report
//! - gives: tables as CSV, manifest and data package; workbook and page
//! - runs: once, tables in parallel
//! - cost: linear in the rows
//! - data: report templates

pub mod csv;
pub mod manifest;
pub mod tables;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::model::Report;

/// How to write.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// No byte order mark, `\n` line ends, no formula guard.
    pub plain_csv: bool,
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
    let points = tables::Context::new(report);
    let written: Vec<manifest::TableFile> =
        tables::TABLES.par_iter().map(|table| csv::write(table, &points, &partial, options)).collect::<Result<_>>()?;
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
