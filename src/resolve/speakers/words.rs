//! The nouns and words by which speakers are compared.

use std::sync::OnceLock;

use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Classes;
use crate::text::clitics;
use crate::text::fold::fold;

/// Nouns by which speakers are mentioned again.
const NOUNS: &str = include_str!("../../lang/ar/speaker_nouns.tsv");

/// Words that say nothing of who speaks, folded.
const EMPTY: [&str; 12] = ["في", "من", "عن", "علي", "باسم", "ان", "نفس", "نفسه", "نفسها", "ذاته", "ذاتها", "المذكور"];

/// Folded nouns with their classes.
fn nouns() -> &'static Classes<'static> {
    static LIST: OnceLock<Classes> = OnceLock::new();
    LIST.get_or_init(|| Classes::parse("speaker_nouns.tsv", NOUNS))
}

/// Is a folded noun without the article of the class?
pub(super) fn is(noun: &str, class: &str) -> bool {
    nouns().has(noun, class)
}

/// A noun of an institution: never one of its people.
pub(super) fn house(noun: &str) -> bool {
    is(noun, "institution") || is(noun, "house")
}

/// Is a folded word without the article a title or an office?
pub(super) fn title(word: &str) -> bool {
    Gazetteer::get().title(word).is_some()
}

/// A country's adjective.
pub(super) fn national(word: &str) -> bool {
    Gazetteer::get().demonym(word).is_some()
}

/// The half of a country: كوريا الجنوبية.
pub(super) fn half(word: &str) -> bool {
    matches!(word, "جنوبي" | "شمالي" | "جنوبيه" | "شماليه")
}

/// The countries that words tell by their adjectives.
pub(super) fn nations(words: &[String]) -> Vec<&'static str> {
    words.iter().filter_map(|w| Gazetteer::get().demonym(w)).collect()
}

/// Does a text begin with the office of a person?
pub(super) fn personal(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|w| {
        Gazetteer::get()
            .title(clitics::strip_article(&key(w)))
            .is_some_and(|t| !t.plural && matches!(t.class, "office" | "royal"))
    })
}

/// The words of a text without its marks.
pub(super) fn plain(text: &str) -> String {
    let cleaned: String = text
        .chars()
        .filter(|c| !matches!(c, '#' | '"' | '«' | '»' | '“' | '”'))
        .map(|c| if c == '_' { ' ' } else { c })
        .collect();
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The folded words of a text that say who speaks, without the article.
pub(super) fn content_words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 1 && !EMPTY.contains(w))
        .map(|w| {
            let bare = clitics::strip_article(w);
            // ألماني has no article
            if w.starts_with("ال") && national(w) && !national(bare) { w.to_string() } else { bare.to_string() }
        })
        .collect()
}

/// The same word but for gender, or a country and its adjective: فرنسا، فرنسي، فرنسية.
pub(super) fn close(a: &str, b: &str) -> bool {
    a == b || (a.len() > 6 && b.len() > 6 && bare(a) == bare(b))
}

fn bare(w: &str) -> &str {
    ["يه", "ي", "ا", "ه"].iter().find_map(|s| w.strip_suffix(s).filter(|r| r.len() >= 6)).unwrap_or(w)
}

/// Do both begin with one word?
pub(super) fn same_head(a: &[String], b: &[String]) -> bool {
    a.first().is_some_and(|x| b.first().is_some_and(|y| close(x, y)))
}

/// Are all words of `b`, of which there is one, among those of `a`?
pub(super) fn contains_all(a: &[String], b: &[String]) -> bool {
    !b.is_empty() && b.iter().all(|w| has_close(a, w))
}

/// Is the word, or one close to it, among these?
pub(super) fn has_close(words: &[String], word: &str) -> bool {
    words.iter().any(|w| close(w, word))
}
