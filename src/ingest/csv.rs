//! Delimited text → records: separator and header found by looking, headless exports known by their shape.

use std::borrow::Cow;

use super::fields::{self, Record};
use super::outlet::is_url;

/// Separators tried, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Lines before the header that are skipped at most (export notes, search terms).
const PREAMBLE: usize = 20;
/// Rows that the separator is judged by.
const SAMPLE: usize = 40;
/// A column whose cells are on average this long, in characters, holds texts.
const TEXT_LENGTH: usize = 200;

/// trafilatura writes eleven columns without header.
const TRAFILATURA: [&str; 11] =
    ["url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments", "license", "pagetype"];

/// A table: header and rows.
#[derive(Debug, Default)]
pub struct Table {
    /// Column names.
    pub header: Vec<String>,
    /// Rows with their number in the file (line of their first cell), from 1.
    pub rows: Vec<(u64, Vec<String>)>,
    /// Column that was taken for the text because of its length alone.
    pub guessed_text: Option<String>,
    /// Lines of the file that could not be read.
    pub broken: Vec<(u64, String)>,
}

/// Reads delimited text.
pub fn read(text: &str) -> Table {
    let separator = separator(text);
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    let mut broken = Vec::new();
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {
                let line = record.position().map_or(0, ::csv::Position::line);
                rows.push((line, record.iter().map(str::to_string).collect()));
            }
            Ok(false) => break,
            Err(e) => broken.push((e.position().map_or(0, ::csv::Position::line), e.to_string().to_lowercase())),
        }
    }
    table(rows, broken)
}

/// A table from rows of any origin: finds the header.
pub fn table(mut rows: Vec<(u64, Vec<String>)>, broken: Vec<(u64, String)>) -> Table {
    rows.retain(|(_, cells)| cells.iter().any(|c| !c.trim().is_empty()));
    if is_trafilatura(&rows) {
        let header = TRAFILATURA.map(String::from).to_vec();
        return Table { header, rows, guessed_text: None, broken };
    }
    let header_at = rows
        .iter()
        .take(PREAMBLE)
        .enumerate()
        .map(|(i, (_, cells))| (known(cells), i))
        .filter(|(n, _)| *n >= 2)
        .max_by_key(|(n, i)| (*n, usize::MAX - i))
        .map(|(_, i)| i)
        // Without known names the first row that is as wide as the table.
        .or_else(|| {
            let width = rows.iter().take(SAMPLE).map(|r| r.1.len()).max()?;
            rows.iter().position(|r| r.1.len() == width)
        });
    let Some(at) = header_at else { return Table { broken, ..Table::default() } };
    let body = rows.split_off(at + 1);
    let header: Vec<String> = rows
        .pop()
        .map(|r| r.1)
        .unwrap_or_default()
        .into_iter()
        .map(|h| h.trim().trim_start_matches('\u{feff}').to_string())
        .collect();
    let guessed_text = if header.iter().any(|h| fields::means_text(h)) { None } else { longest(&header, &body) };
    Table { header, rows: body, guessed_text, broken }
}

impl Table {
    /// Rows as records. Cells beyond the header are dropped, missing ones absent.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|(line, cells)| Record {
            fields: self
                .header
                .iter()
                .zip(cells)
                .map(|(h, c)| (Cow::Borrowed(h.as_str()), Cow::Borrowed(c.as_str())))
                .collect(),
            line: *line,
        })
    }
}

fn known(cells: &[String]) -> usize {
    cells.iter().filter(|c| c.chars().count() <= 40 && fields::is_known(c)).count()
}

fn is_trafilatura(rows: &[(u64, Vec<String>)]) -> bool {
    let fingerprint = |s: &str| s.len() == 16 && s.bytes().all(|b| b.is_ascii_hexdigit());
    !rows.is_empty()
        && rows.iter().take(SAMPLE).all(|(_, c)| c.len() == TRAFILATURA.len() && (fingerprint(&c[2]) || c[2] == "null"))
        && rows.iter().take(SAMPLE).any(|(_, c)| is_url(&c[0]) || fingerprint(&c[2]))
}

/// The column with the longest cells, if they are as long as texts.
fn longest(header: &[String], rows: &[(u64, Vec<String>)]) -> Option<String> {
    let sample = &rows[..rows.len().min(SAMPLE)];
    let (length, column) = (0..header.len())
        .map(|i| {
            let total: usize = sample.iter().filter_map(|r| r.1.get(i)).map(|c| c.chars().count()).sum();
            (total / sample.len().max(1), i)
        })
        .max_by_key(|(n, i)| (*n, usize::MAX - i))?;
    (length >= TEXT_LENGTH).then(|| header[column].clone())
}

fn separator(text: &str) -> u8 {
    let head = head(text);
    SEPARATORS
        .into_iter()
        .map(|s| (score(head, s), s))
        // The first of equals wins.
        .fold((0, b','), |best, (n, s)| if n > best.0 { (n, s) } else { best })
        .1
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(200_000).map_or(text.len(), |(i, _)| i);
    &text[..end]
}

/// How well a separator fits: known names in some row first, then rows of one width.
fn score(head: &str, separator: u8) -> usize {
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(head.as_bytes());
    let (mut names, mut widths) = (0, Vec::new());
    for (i, record) in reader.records().take(SAMPLE).flatten().enumerate() {
        if i < PREAMBLE {
            let cells: Vec<String> = record.iter().map(str::to_string).collect();
            names = names.max(known(&cells));
        }
        widths.push(record.len());
    }
    let mut sorted = widths.clone();
    sorted.sort_unstable();
    let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
    let same = widths.iter().filter(|w| **w == usual).count();
    let even = if usual > 1 && !widths.is_empty() { 10 * same / widths.len() + usual.min(9) } else { 0 };
    names.min(50) * 100 + even
}

/// Does a text without a name look like a table? Only when its first line holds two known names.
pub fn looks_like_table(head: &str) -> bool {
    let first = head.lines().next().unwrap_or("");
    first.len() < 2000
        && SEPARATORS.iter().any(|s| {
            let cells: Vec<String> = first.split(*s as char).map(str::to_string).collect();
            cells.len() > 1 && known(&cells) >= 2
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_preamble_and_cells_of_several_lines() {
        for s in [",", ";", "\t", "|"] {
            let text = format!("بحث: كذا\n\nid{s}title{s}text\n1{s}a{s}\"x\ny\"\n2{s}b{s}z\n");
            let t = read(&text);
            assert_eq!(t.header, ["id", "title", "text"], "{s}");
            assert_eq!(t.rows.len(), 2);
            assert_eq!(t.rows[0].1[2], "x\ny");
            assert_eq!(t.rows[1].0, 6);
        }
    }

    #[test]
    fn headless_export() {
        let row = "https://a.example/x\tnull\t0123456789abcdef\ta.example\tعنوان\tnull\t2024-01-01\tنص\tnull\tnull\tarticle\n";
        let t = read(&row.repeat(2));
        assert_eq!(t.header[7], "text");
        assert_eq!(t.rows.len(), 2);
    }

    #[test]
    fn unnamed_text_is_the_long_column() {
        let long = "كلمة ".repeat(100);
        let t = read(&format!("a,b\nx,{long}\ny,{long}\n"));
        assert_eq!(t.guessed_text.as_deref(), Some("b"));
        assert_eq!(read("a,b\nx,y\n").guessed_text, None);
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert!(read("").rows.is_empty());
        assert!(read("\n\n,,\n").rows.is_empty());
    }
}
