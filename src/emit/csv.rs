//! Tables as CSV that spreadsheet programs open right by double-click.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest, Sha256};

use super::manifest::TableFile;
use super::tables::{ColumnType, Context, Table};

/// Writes one table and gives its size and hash.
///
/// # Errors
/// When the file cannot be written.
pub fn write(table: &Table, context: &Context, folder: &Path, options: &super::Options) -> Result<TableFile> {
    let path = folder.join(format!("{}.csv", table.name));
    let file = File::create(&path).with_context(|| format!("{}: cannot create", path.display()))?;
    let mut hashed = Hashed::new(BufWriter::with_capacity(1 << 18, file));
    if !options.plain_csv {
        (&mut hashed).write_all("\u{feff}".as_bytes())?;
    }
    let end = if options.plain_csv { csv::Terminator::Any(b'\n') } else { csv::Terminator::CRLF };
    let mut rows = 0u64;
    {
        let mut writer = csv::WriterBuilder::new().terminator(end).from_writer(&mut hashed);
        writer.write_record(table.columns.iter().map(|c| c.name))?;
        let mut failed = None;
        (table.rows)(context, &mut |cells| {
            if failed.is_some() {
                return;
            }
            debug_assert_eq!(cells.len(), table.columns.len(), "{}", table.name);
            rows += 1;
            let guarded = cells.iter().zip(table.columns).map(|(cell, column)| {
                if !options.plain_csv && column.kind == ColumnType::Text {
                    guard(cell)
                } else {
                    Cow::from(cell.as_ref())
                }
            });
            for cell in guarded {
                if let Err(e) = writer.write_field(cell.as_bytes()) {
                    failed = Some(e);
                    return;
                }
            }
            if let Err(e) = writer.write_record(None::<&[u8]>) {
                failed = Some(e);
            }
        });
        if let Some(e) = failed {
            return Err(e).with_context(|| format!("{}: cannot write", path.display()));
        }
        writer.flush().with_context(|| format!("{}: cannot write", path.display()))?;
    }
    hashed.inner.flush()?;
    let path = format!("{}.csv", table.name);
    Ok(TableFile { name: table.name, path, rows, bytes: hashed.bytes, sha256: hex(&hashed.digest()) })
}

/// Puts `'` before a cell that a spreadsheet would run as a formula. Reversible: a cell that begins with `'` and then
/// such a character (or another `'`) loses one `'` when read back, so a text cell that begins so gets one more.
pub fn guard(cell: &str) -> Cow<'_, str> {
    let dangerous = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let bare = cell.trim_start_matches('\'');
    if bare.starts_with(dangerous) { Cow::from(format!("'{cell}")) } else { Cow::from(cell) }
}

/// Takes the guard off again.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if guard(rest) != rest => rest,
        _ => cell,
    }
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A writer that counts and hashes what goes through.
pub(super) struct Hashed<W> {
    inner: W,
    hash: Sha256,
    /// Bytes written so far.
    pub(super) bytes: u64,
}

impl<W: Write> Hashed<W> {
    pub(super) fn new(inner: W) -> Hashed<W> {
        Hashed { inner, hash: Sha256::new(), bytes: 0 }
    }

    /// Hash of what was written so far.
    pub(super) fn digest(&self) -> Vec<u8> {
        self.hash.clone().finalize().to_vec()
    }
}

impl<W: Write> Write for &mut Hashed<W> {
    fn write(&mut self, data: &[u8]) -> std::io::Result<usize> {
        let n = self.inner.write(data)?;
        self.hash.update(&data[..n]);
        self.bytes += n as u64;
        Ok(n)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formula_guard_is_reversible() {
        for cell in ["=1+1", "-5", "'=x", "''@y", "'quoted'", "plain", ""] {
            assert_eq!(unguard(&guard(cell)), cell);
        }
        assert_eq!(guard("=1+1"), "'=1+1");
    }
}
