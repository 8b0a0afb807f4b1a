//! The words that the rules for several kinds of names ask for.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::cuts::BREAKS;
use super::lists;
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::mentions::entities::lexicon::Lexicon;
use crate::mentions::quotes::cues::{self, FormKind};

/// The folded cells of a column of a file.
pub(super) type Column = LazyLock<FxHashSet<String>>;

/// `column!("traffic.tsv", "word")`: the column of a file in `lang/ar`.
macro_rules! column {
    ($file:literal, $column:literal) => {
        std::sync::LazyLock::new(|| {
            let cells =
                crate::lang::lexicon::Lexicon::cells($file, include_str!(concat!("../../../lang/ar/", $file)), $column);
            cells.map(crate::text::fold::fold).collect()
        })
    };
}
pub(super) use column;

/// Statistics of a word's labels up to this class: fewer than four in a hundred are names (see `train`).
pub(super) const SELDOM: u8 = 3;
/// A word with the article must be so frequent before the bare one is taken for an adjective.
pub(super) const ADJECTIVE_LEAST: u16 = 40;
/// The same where the statistics hardly know the bare one in a name.
pub(super) const RARER_ADJECTIVE: u16 = 10;

/// Heads of place names that common adjectives follow too (ميناء استراتيجي, قاعدة عسكرية).
pub(crate) static PLACE_HEADS: Words = Words::new(&lists::NAMES, "head of places");
/// Heads of events that the tagger takes for institutions.
pub(super) static EVENTS: Column = column!("event_heads.tsv", "word");
/// Nouns that say of what kind the name in marks behind them is.
static KINDS: Column = column!("name_kinds.tsv", "noun");
/// Words that are no name by themselves.
static NO_NAMES: Column = column!("no_names.tsv", "word");
/// Words of grammar.
static GRAMMAR: Column = column!("function_words.tsv", "form");

/// A word of grammar, or one that no name goes over.
pub(crate) fn closes(word: &str) -> bool {
    GRAMMAR.contains(word) || BREAKS.contains_key(word)
}

/// Does this word open names of events and treaties?
pub(crate) fn event(word: &str) -> bool {
    EVENTS.contains(word)
}

/// A common word with the article that nobody is called.
pub(crate) fn describes(word: &str, lexicon: &Lexicon, gaz: &Gazetteer) -> bool {
    let bare = word.strip_prefix('و').filter(|w| w.starts_with("ال")).unwrap_or(word);
    bare.starts_with("ال")
        && bare.chars().count() >= 5
        && gaz.part(bare).is_none_or(|p| p.given + p.family == 0)
        && gaz.part(&bare["ال".len()..]).is_none_or(|p| p.given + p.family < 3)
        && count(bare, lexicon) >= ADJECTIVE_LEAST
        && seldom(bare)
}

/// Does the corpus hardly ever have this word in a name?
pub(crate) fn seldom(word: &str) -> bool {
    super::super::news().word_stats(word).is_some_and(|s| s[..4].iter().all(|c| *c <= SELDOM))
}

/// Does the corpus have this word in a name more than seldom (ماكرون)?
pub(super) fn often_named(word: &str) -> bool {
    super::super::news().word_stats(word).is_some() && !seldom(word)
}

/// How often the corpus has a word.
pub(super) fn count(word: &str, lexicon: &Lexicon) -> u16 {
    lexicon.get(word).map_or(0, |e| e.count)
}

/// A word, and the same without a letter joined to it (itself where none is).
pub(super) fn forms(word: &str) -> [&str; 2] {
    [word, word.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(word)]
}

/// Is this word by itself no name, with or without the article and a joined letter?
pub(super) fn no_name(word: &str) -> bool {
    let bare = |w: &str| NO_NAMES.contains(w) || w.strip_prefix("ال").is_some_and(|w| NO_NAMES.contains(w));
    bare(word)
        || word.strip_prefix(['و', 'ل', 'ب', 'ف', 'ك']).is_some_and(bare)
        || word.strip_prefix("لل").is_some_and(|w| NO_NAMES.contains(w))
}

/// Does a list of phrases have these words, with or without up to two letters joined to the first (وبحسن الحظ, للولايات)?
pub(super) fn phrase_of(list: &Column, text: &str) -> bool {
    let joined = |w: &str| w.strip_prefix("لل").is_some_and(|w| list.contains(&format!("ال{w}")));
    let bare = |w: &str| list.contains(w) || joined(w);
    // وسام شرف, برج المراقبة: the first letter may be the word's own
    let rest = text.strip_prefix(['و', 'ل', 'ب', 'ف', 'ك']);
    bare(text) || rest.is_some_and(|w| bare(w) || w.strip_prefix(['ل', 'ب']).is_some_and(bare))
}

/// A head of institutions that is a noun.
pub(super) fn noun_head(word: &str, gaz: &Gazetteer) -> bool {
    gaz.head(word).is_some_and(|h| !h.adjective)
}

/// Does a head of institutions, with or without a joined particle, wait for a name?
pub(super) fn heads_name(word: &str, gaz: &Gazetteer) -> bool {
    forms(word).iter().any(|w| gaz.head(w).is_some())
}

/// A finite verb of saying or telling, with the object pronoun it may carry.
pub(super) fn verb(word: &str) -> bool {
    let words = cues::Words::get();
    words
        .entries
        .get(word)
        .and_then(|e| words.forms.get((e.form as usize).wrapping_sub(1)))
        .is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
}

/// Does a noun of kind stand before the mark that opens the name?
pub(super) fn quoted_kind(words: &[&str], from: usize, to: usize) -> bool {
    if from < 2 || !matches!(words[from - 1], "\"" | "«" | "“" | "(" | "'" | "‘") {
        return false;
    }
    // the name fills the marks
    if !words.get(to).is_none_or(|w| matches!(*w, "\"" | "»" | "”" | ")" | "'" | "’"))
        && !matches!(words[to - 1], "\"" | "»" | "”" | ")")
    {
        return false;
    }
    let noun = words[from - 2];
    forms(noun).iter().any(|n| KINDS.contains(*n))
        || noun.strip_prefix("لل").is_some_and(|n| KINDS.contains(&format!("ال{n}")))
}
