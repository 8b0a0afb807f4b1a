//! Small lists of words by class, each in the file of its subject: `static X: Words = Words::new(&words::NAMES, "class")`.

use std::sync::LazyLock;

use super::lexicon::{ByClass, Words, by_class};

/// Words that tell where a name begins and ends, of what kind it is, and what a role beside it says.
pub static NAMES: LazyLock<ByClass> = LazyLock::new(|| by_class("name_words.tsv", include_str!("ar/name_words.tsv")));

/// Words that tell what a compared figure, day or statement is.
pub static COMPARING: LazyLock<ByClass> =
    LazyLock::new(|| by_class("comparing_words.tsv", include_str!("ar/comparing_words.tsv")));

/// Words that tell dates, times and ages from other words and numbers.
pub static DATES: LazyLock<ByClass> = LazyLock::new(|| by_class("date_words.tsv", include_str!("ar/date_words.tsv")));

/// Words that tell what was said, by whom and where its words end.
pub static SPEECH: LazyLock<ByClass> =
    LazyLock::new(|| by_class("speech_words.tsv", include_str!("ar/speech_words.tsv")));

/// Words that open a condition.
pub static CONDITION: Words = Words::new(&COMPARING, "condition");

/// Words that make a percentage behind في.
pub static OF_HUNDRED: Words = Words::new(&DATES, "of a hundred");

/// Words that make a percentage of the number before them.
pub static IN_HUNDRED: Words = Words::new(&DATES, "in a hundred");

#[cfg(test)]
mod tests {
    use crate::lang::lexicon::Lexicon;
    use crate::text::fold::{CharClass, class, fold};

    #[test]
    fn every_word_stands_once_in_its_class_and_has_its_notes() {
        let files = [
            ("name_words.tsv", include_str!("ar/name_words.tsv")),
            ("date_words.tsv", include_str!("ar/date_words.tsv")),
            ("speech_words.tsv", include_str!("ar/speech_words.tsv")),
            ("comparing_words.tsv", include_str!("ar/comparing_words.tsv")),
        ];
        for (name, text) in files {
            let l = Lexicon::parse(name, text);
            let [form, of] = ["form", "class"].map(|c| l.column(c));
            let mut seen = std::collections::BTreeMap::new();
            for row in &l.rows {
                let at = format!("{name}:{}", row.line);
                if let Some(before) = seen.insert((fold(row.get(form)), row.get(of)), row.line) {
                    panic!("{at}: \"{}\" stands in line {before} too", row.get(form));
                }
                let cells: Vec<&str> = (0..l.header.len()).map(|c| row.get(c)).collect();
                assert!(cells.iter().all(|c| !c.is_empty()), "{at}: an empty cell");
                let stray = cells.iter().any(|c| c.chars().any(|c| class(c) == CharClass::Ignorable));
                assert!(!stray, "{at}: invisible character");
            }
        }
    }
}
