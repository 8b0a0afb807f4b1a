//! Words of the interface in English and Arabic (messages.tsv), and column descriptions in Arabic (columns.tsv).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::Language;

/// All messages by key: English, Arabic. Order is that of the keys.
pub static MESSAGES: LazyLock<BTreeMap<&'static str, [&'static str; 2]>> = LazyLock::new(|| {
    rows(include_str!("messages.tsv")).map(|(key, rest)| (key, [rest[0], *rest.get(1).unwrap_or(&rest[0])])).collect()
});

/// Arabic descriptions of table columns, by `table.column`.
static COLUMNS: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(include_str!("columns.tsv")).map(|(key, rest)| (key, rest[0])).collect());

fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    file.lines()
        .skip(1)
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        .filter_map(|l| l.split_once('\t').map(|(key, rest)| (key, rest.split('\t').collect())))
}

/// A message. A key that is not listed is shown as it is, without its prefix.
pub fn message(language: Language, key: &str) -> &str {
    match MESSAGES.get(key) {
        Some(m) => m[language as usize],
        None => key.split_once('.').map_or(key, |x| x.1),
    }
}

/// A message with its places filled: `{shown}` by the value given for `shown`.
pub fn fill(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let mut out = message(language, key).to_string();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

/// Arabic description of a table's column; `None` when the list has none.
pub fn column_ar(table: &str, column: &str) -> Option<&'static str> {
    COLUMNS.get(format!("{table}.{column}").as_str()).or_else(|| COLUMNS.get(format!("*.{column}").as_str())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::tables::TABLES;

    #[test]
    fn every_message_is_in_both_languages_with_the_same_places() {
        for (key, [en, ar]) in MESSAGES.iter() {
            assert!(!en.is_empty() && !ar.is_empty(), "{key}");
            let places = |s: &str| {
                let mut p: Vec<String> =
                    s.split('{').skip(1).filter_map(|x| x.split_once('}')).map(|x| x.0.to_string()).collect();
                p.sort();
                p
            };
            assert_eq!(places(en), places(ar), "{key}");
        }
        let lines = include_str!("messages.tsv").lines().skip(1).filter(|l| !l.starts_with('#')).count();
        assert_eq!(lines, MESSAGES.len(), "a key stands twice");
    }

    #[test]
    fn every_column_is_described_in_arabic() {
        for table in &TABLES {
            for column in table.columns {
                assert!(column_ar(table.name, column.name).is_some(), "{}.{}", table.name, column.name);
            }
        }
    }
}
