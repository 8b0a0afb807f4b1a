//! Reader of lexicon files: UTF-8, tab-separated, a header row, `#` comment lines.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::fold::fold;

/// One row of a lexicon, with its line for messages.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// Line number in the file, from 1.
    pub line: usize,
    cells: Vec<&'a str>,
}

/// A lexicon file, parsed.
#[derive(Debug, Clone)]
pub struct Lexicon<'a> {
    /// File name, for messages.
    pub name: &'a str,
    /// Column names.
    pub header: Vec<&'a str>,
    /// Rows in file order.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Lexicon<'a> {
    /// Parses a lexicon. The first line that is not a comment is the header; short rows are filled with empty cells.
    pub fn parse(name: &'a str, text: &'a str) -> Lexicon<'a> {
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for (i, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            if header.is_empty() {
                header = cells;
            } else {
                rows.push(Row { line: i + 1, cells });
            }
        }
        Lexicon { name, header, rows }
    }

    /// The cells of one column of a file.
    ///
    /// # Panics
    /// When the file has no such column.
    pub fn cells(name: &'a str, text: &'a str, column: &str) -> impl Iterator<Item = &'a str> {
        let lexicon = Lexicon::parse(name, text);
        let column = lexicon.column(column);
        lexicon.rows.into_iter().map(move |r| r.get(column))
    }

    /// Index of a column.
    ///
    /// # Panics
    /// When the file has no such column: the files are compiled in and a test reads them all.
    pub fn column(&self, name: &str) -> usize {
        self.header
            .iter()
            .position(|h| *h == name)
            .unwrap_or_else(|| panic!("{}: no column \"{name}\" in the header", self.name))
    }
}

impl<'a> Row<'a> {
    /// The cell of a column, empty when the row is short.
    pub fn get(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or("")
    }
}

/// Folded words with their classes: what a lexicon with the columns `form` and `class` says. A word may have several.
#[derive(Debug, Clone)]
pub struct Classes<'a>(FxHashMap<String, Vec<&'a str>>);

impl<'a> Classes<'a> {
    /// Parses such a lexicon.
    ///
    /// # Panics
    /// When the file lacks one of the columns.
    pub fn parse(name: &'a str, text: &'a str) -> Classes<'a> {
        let l = Lexicon::parse(name, text);
        let (form, class) = (l.column("form"), l.column("class"));
        let mut words: FxHashMap<String, Vec<&str>> = FxHashMap::default();
        for r in &l.rows {
            words.entry(fold(r.get(form))).or_default().push(r.get(class));
        }
        Classes(words)
    }

    /// Is a folded word of a class?
    pub fn has(&self, word: &str, class: &str) -> bool {
        self.0.get(word).is_some_and(|c| c.contains(&class))
    }
}

/// The words of a lexicon with the columns `form` and `class`, as they are written, by class.
pub type ByClass = FxHashMap<&'static str, Vec<&'static str>>;

/// Parses such a lexicon.
///
/// # Panics
/// When the file lacks one of the columns.
pub fn by_class(name: &'static str, text: &'static str) -> ByClass {
    let l = Lexicon::parse(name, text);
    let (form, class) = (l.column("form"), l.column("class"));
    let mut words = ByClass::default();
    for r in &l.rows {
        words.entry(r.get(class)).or_default().push(r.get(form));
    }
    words
}

/// The folded words of one class of a lexicon, read when they are first asked for.
pub struct Words {
    file: &'static LazyLock<ByClass>,
    class: &'static str,
    set: OnceLock<FxHashSet<String>>,
}

impl Words {
    /// The words of a class of a file (see `lang::words`).
    pub const fn new(file: &'static LazyLock<ByClass>, class: &'static str) -> Words {
        Words { file, class, set: OnceLock::new() }
    }

    /// Is a folded word of the class? One look-up.
    ///
    /// # Panics
    /// When the file has no such class.
    pub fn has(&self, word: &str) -> bool {
        self.set().contains(word)
    }

    /// Does a folded word begin with one of the class? Linear in the class.
    ///
    /// # Panics
    /// When the file has no such class.
    pub fn begins(&self, word: &str) -> bool {
        self.set().iter().any(|w| word.starts_with(w.as_str()))
    }

    fn set(&self) -> &FxHashSet<String> {
        self.set.get_or_init(|| {
            let words = self.file.get(self.class);
            let words = words.unwrap_or_else(|| panic!("no words of the class \"{}\"", self.class));
            words.iter().map(|w| fold(w)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_short_rows_are_allowed() {
        let l = Lexicon::parse("t.tsv", "# note\nform\tclass\tnotes\nقال\tsay\n");
        assert_eq!(l.rows.len(), 1);
        assert_eq!(l.rows[0].get(l.column("class")), "say");
        assert_eq!(l.rows[0].get(l.column("notes")), "");
        assert_eq!(l.rows[0].line, 3);
        assert_eq!(
            Lexicon::cells("t.tsv", "form\tnotes\n# note\nقال\tsaid\nأكد\n", "form").collect::<Vec<_>>(),
            ["قال", "أكد"]
        );
    }

    #[test]
    fn a_class_has_its_folded_words() {
        static FILE: LazyLock<ByClass> =
            LazyLock::new(|| by_class("t.tsv", "form\tclass\tnote\nإلى\tto\t\nمن\tfrom\t\n"));
        static TO: Words = Words::new(&FILE, "to");
        assert!(TO.has("الي") && !TO.has("من"));
        assert!(TO.begins("اليه") && !TO.begins("ال"));
    }
}
