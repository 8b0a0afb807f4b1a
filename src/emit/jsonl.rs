//! Tables as JSON lines under `data/`: numbers are numbers, empty cells are null, text is as it was found (no byte order
//! mark, no formula guard).

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, Result};

use super::csv::{Hashed, hex};
use super::manifest::TableFile;
use super::tables::{ColumnType, Context, Table};

/// Writes one table and gives its size and hash.
///
/// # Errors
/// When the file cannot be written.
pub fn write(table: &Table, context: &Context, folder: &Path) -> Result<TableFile> {
    let path = folder.join(format!("{}.jsonl", table.name));
    let file = File::create(&path).with_context(|| format!("{}: cannot create", path.display()))?;
    let mut hashed = Hashed::new(BufWriter::with_capacity(1 << 18, file));
    let keys: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, c)| format!("{}\"{}\":", if i == 0 { '{' } else { ',' }, c.name))
        .collect();
    let (mut rows, mut line, mut failed) = (0u64, Vec::with_capacity(4096), None);
    (table.rows)(context, &mut |cells| {
        if failed.is_some() {
            return;
        }
        rows += 1;
        line.clear();
        for ((cell, column), key) in cells.iter().zip(table.columns).zip(&keys) {
            line.extend_from_slice(key.as_bytes());
            let number = match column.kind {
                ColumnType::Integer => cell.parse::<i64>().is_ok(),
                ColumnType::Number => cell.parse::<f64>().is_ok_and(f64::is_finite),
                _ => false,
            };
            if cell.is_empty() {
                line.extend_from_slice(b"null");
            } else if number {
                line.extend_from_slice(cell.as_bytes());
            } else if let Err(e) = serde_json::to_writer(&mut line, cell.as_ref()) {
                failed = Some(std::io::Error::from(e));
                return;
            }
        }
        line.extend_from_slice(b"}\n");
        if let Err(e) = (&mut hashed).write_all(&line) {
            failed = Some(e);
        }
    });
    if let Some(e) = failed {
        return Err(e).with_context(|| format!("{}: cannot write", path.display()));
    }
    (&mut hashed).flush().with_context(|| format!("{}: cannot write", path.display()))?;
    Ok(TableFile {
        name: table.name,
        path: format!("data/{}.jsonl", table.name),
        rows,
        bytes: hashed.bytes,
        sha256: hex(&hashed.digest()),
    })
}
