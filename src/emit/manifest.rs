//! manifest.json (the run) and datapackage.json (the tables).

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::tables::{ColumnType, TABLES};
use crate::model::Report;

/// Version of the tables' contract.
pub const SCHEMA_VERSION: &str = "1.0";

/// A written table.
#[derive(Debug, Clone)]
pub struct TableFile {
    /// Table, or file name of a view.
    pub name: &'static str,
    /// Path in the output folder.
    pub path: String,
    /// Rows without the header.
    pub rows: u64,
    /// Bytes.
    pub bytes: u64,
    /// Hex sha256.
    pub sha256: String,
}

/// Writes both files.
///
/// # Errors
/// When a file cannot be written.
pub fn write(report: &Report, files: &[TableFile], folder: &Path, options: &super::Options) -> Result<()> {
    let (tables, others): (Vec<_>, Vec<_>) = files.iter().partition(|f| f.path.ends_with(".csv"));
    let tables: serde_json::Map<String, Value> = tables
        .iter()
        .map(|f| (f.path.clone(), json!({"rows": f.rows, "bytes": f.bytes, "sha256": f.sha256})))
        .collect();
    let others: serde_json::Map<String, Value> =
        others.iter().map(|f| (f.path.clone(), json!({"bytes": f.bytes, "sha256": f.sha256}))).collect();
    let seconds: serde_json::Map<String, Value> =
        report.seconds.iter().map(|(k, v)| (k.clone(), json!((v * 1000.0).round() / 1000.0))).collect();
    let manifest = json!({
        "schema_version": SCHEMA_VERSION,
        "program": "muqabala",
        "version": env!("CARGO_PKG_VERSION"),
        "options": report.options,
        "inputs": report.inputs,
        "counts": {
            "articles": report.readings.len() + report.unread.len(),
            "read": report.readings.len(),
            "problems": report.problems.len(),
            "stories": report.stories.len(),
            "entities": report.entities.len(),
            "matches": report.matches.len(),
            "facts": report.facts.len(),
            "dating": report.dating.len(),
        },
        "overrides": report.overrides,
        "tables": tables,
        "views": others,
        "seconds": seconds,
    });
    put(folder, "manifest.json", &manifest)?;
    put(folder, "datapackage.json", &package(files, options))
}

fn put(folder: &Path, name: &str, value: &Value) -> Result<()> {
    let path = folder.join(name);
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    std::fs::write(&path, text).with_context(|| format!("{}: cannot write", path.display()))
}

fn package(files: &[TableFile], options: &super::Options) -> Value {
    let resources: Vec<Value> = TABLES
        .iter()
        .map(|t| {
            let file = files.iter().find(|f| f.name == t.name && f.path.ends_with(".csv"));
            let fields: Vec<Value> = t
                .columns
                .iter()
                .map(|c| {
                    let kind = match c.kind {
                        ColumnType::Text | ColumnType::Id => "string",
                        ColumnType::Integer => "integer",
                        ColumnType::Number => "number",
                        ColumnType::Date => "date",
                    };
                    let mut field = json!({"name": c.name, "type": kind, "description": c.description});
                    if c.kind == ColumnType::Text && !options.plain_csv {
                        field["formulaGuard"] = json!(true);
                    }
                    field
                })
                .collect();
            json!({
                "name": t.name,
                "path": format!("{}.csv", t.name),
                "description": format!("One row is {}.", t.row_is),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "lineTerminator": if options.plain_csv { "\n" } else { "\r\n" }, "doubleQuote": true, "header": true},
                "bytes": file.map_or(0, |f| f.bytes),
                "hash": format!("sha256:{}", file.map_or("", |f| f.sha256.as_str())),
                "schema": {"fields": fields, "missingValues": [""]},
            })
        })
        .collect();
    json!({
        "name": "muqabala",
        "title": "Agreements, contradictions and dating inconsistencies between news outlets",
        "description": "Text cells that begin with = + - @, tab or carriage return (also full-width) carry a leading ' in the CSV files; columns marked formulaGuard may hold such cells, and taking one ' off restores them.",
        "resources": resources,
    })
}
