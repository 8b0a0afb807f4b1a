//! Named entities: `Document` → mentions of persons, organisations, places and other names, with role words.
//!
//! - takes: a document
//! - gives: mentions by start; the name without title and joined particles, the role beside it
//! - runs: per article
//! - cost: linear in the tokens; scores of a word type are computed once a thread
//! - data: models/words.bin, models/news.bin, lang/ar/gaz

pub mod features;
pub mod lexicon;
pub mod mend;
pub mod names;
pub mod roles;
pub mod tag;
pub mod weights;

use std::cell::RefCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lang::gaz::Gazetteer;
use crate::model::{EntityKind, EntityMention};
use crate::text::Document;
use tag::{Memo, Tagger};

static WORDS: &[u8] = include_bytes!("../../../models/words.bin");
static NEWS: LazyLock<Tagger<'static>> =
    LazyLock::new(|| load().expect("the model is compiled in and a test reads it"));

/// Reads the tagger of the product's guideline from the compiled-in bytes; the rows stay where they are.
pub fn load() -> Option<Tagger<'static>> {
    Tagger::new(WORDS, include_bytes!("../../../models/news.bin"))
}

thread_local! {
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// The tagger of the product's guideline.
pub fn news() -> &'static Tagger<'static> {
    &NEWS
}

/// The word classes that are compiled in.
pub fn lexicon() -> lexicon::Lexicon<'static> {
    lexicon::Lexicon::new(WORDS).expect("the word classes are compiled in and a test reads them")
}

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Other];

/// Finds named-entity mentions, by start.
pub fn extract(doc: &Document) -> Vec<EntityMention> {
    let gaz = Gazetteer::get();
    let tagger = news();
    let words = words_of(doc);
    let sentences: Vec<Vec<&str>> = words.iter().map(|s| s.iter().map(|i| doc.fold_of(*i)).collect()).collect();
    let labels = MEMO.with_borrow_mut(|memo| tagger.tag(&sentences, None, memo));
    let mut out = Vec::new();
    let mut spans: Vec<_> = labels
        .iter()
        .zip(&sentences)
        .map(|(l, s)| mend::spans(parted(tag::spans(&l.labels), s, gaz), s, tagger.lexicon(), gaz))
        .collect();
    for (words, found) in words.iter().zip(&mut spans) {
        let mut k = 0;
        while k < found.len() {
            let (from, to, kind) = found[k];
            // أوزيل وغوندوغان: two people
            let joined = (from + 1..to).find(|&j| {
                let w = doc.fold_of(words[j]);
                w.starts_with('و')
                    && KINDS[usize::from(kind)] == EntityKind::Person
                    && w.chars().count() >= 5
                    && names::particle(w, tagger.lexicon(), gaz) == 'و'.len_utf8()
            });
            if let Some(j) = joined {
                found[k].1 = j;
                // سلمى وابنتها غريس
                let mut second = j;
                while to - second > 1 && mend::opener(doc.fold_of(words[second]), gaz) {
                    second += 1;
                }
                found.insert(k + 1, (second, to, kind));
            }
            k += 1;
        }
    }
    // later words of persons' names: no particle is joined to those, so none is joined where one stands alone
    let mut later: FxHashSet<&str> = FxHashSet::default();
    for (words, found) in words.iter().zip(&spans) {
        for &(from, to, kind) in found {
            if KINDS[usize::from(kind)] == EntityKind::Person {
                later.extend(words[from + 1..to].iter().map(|&k| doc.fold_of(k)));
            }
        }
    }
    // جمع السيسي بحفتر: the letter is joined where the article has the name without it
    let joined = |later: &FxHashSet<&str>, word: &str| {
        word.strip_prefix(['ب', 'ك', 'ف']).is_some_and(|rest| rest.chars().count() > 2 && later.contains(rest))
    };
    let mut whole: Vec<&str> = Vec::new();
    for (words, found) in words.iter().zip(&spans) {
        for &(from, _, kind) in found {
            let first = words[from];
            if KINDS[usize::from(kind)] == EntityKind::Person
                && first > 0
                && names::takes_no_particle(doc.fold_of(first - 1), doc.fold_of(first))
                && !joined(&later, doc.fold_of(first))
            {
                whole.push(doc.fold_of(first));
            }
        }
    }
    later.extend(whole);
    for (s, ((words, labels), found)) in words.iter().zip(&labels).zip(&spans).enumerate() {
        let inside =
            |token: usize| found.iter().any(|f| matches!(f.2, 1 | 2) && words[f.0] <= token && token <= words[f.1 - 1]);
        let person = |token: usize| found.iter().any(|f| f.2 == 0 && words[f.0] <= token && token <= words[f.1 - 1]);
        let mut past = 0;
        for &(from, to, kind) in found {
            let (mut first, mut last) = (words[from], words[to - 1]);
            // a part that a hyphen has tied to the name before
            if first < past {
                continue;
            }
            let kind = KINDS[usize::from(kind)];
            // على أسواق المال, على أستوري: the preposition, written with its own letter
            if kind == EntityKind::Person && doc.text_of(first) == "على" && to - from > 1 {
                let next = doc.fold_of(words[from + 1]);
                let part = gaz.part(next);
                if part.is_none_or(|p| p.given + p.family == 0) {
                    if next.starts_with("ال") || tagger.word_stats(next).is_some_and(|s| s[0] <= 3) {
                        continue;
                    }
                    first = words[from + 1];
                }
            }
            if kind == EntityKind::Person {
                last = names::past_hyphens(doc, last);
            } else {
                (first, last) = names::past_points(doc, first, last, past);
            }
            // الاتفاق -, كاس): a mark that nothing opened is no part of the name
            while last > first && names::is_stray(doc, first, last) {
                last -= 1;
            }
            past = last + 1;
            let word = doc.fold_of(first);
            let before = if first > 0 { doc.fold_of(first - 1) } else { "" };
            // between commas a name stands in apposition: …، بايك أون جيو، …; nothing is joined behind an opening bracket
            let apposed = matches!(before, "،" | ",")
                && last + 1 < doc.tokens.len()
                && matches!(doc.fold_of(last + 1), "،" | ",")
                && word.starts_with(['ب', 'ك', 'ف']);
            // "بولد سكاي": what fills the marks begins behind the first
            let marked = matches!(before, "\"" | "«" | "“" | "'" | "‘") && doc.glued(first - 1) && {
                let mark = |k: usize| k < doc.tokens.len() && matches!(doc.fold_of(k), "\"" | "»" | "”" | "'" | "’");
                let known = |w: &str| {
                    w.starts_with("ال") || w.starts_with("لل") || gaz.classes(w) != 0 || gaz.head(w).is_some()
                };
                let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
                (mark(last) || mark(last + 1)) && !known(rest) && !rest.starts_with('ل')
            };
            let own = matches!(before, "(" | "[")
                || marked
                || kind == EntityKind::Person
                    && (later.contains(word)
                        || apposed
                        || names::takes_no_particle(before, word) && !joined(&later, word));
            let listed = gaz.longest_from(word) > 1 && to - from > 1 && {
                let whole: Vec<&str> = words[from..to].iter().map(|&k| doc.fold_of(k)).collect();
                gaz.classes(&whole.join(" ")) != 0
            };
            // وحي الزهور: a quarter behind و, no inspiration
            let quarter = kind == EntityKind::Place
                && to - from > 1
                && word.strip_prefix('و').is_some_and(|w| mend::PLACE_HEADS.has(w));
            let cut = match () {
                _ if own || listed => 0,
                _ if quarter => 'و'.len_utf8(),
                _ => names::particle(word, tagger.lexicon(), gaz),
            };
            let mut span = doc.span_of(first, last + 1);
            span.start = doc.source_in_token(first, cut);
            let role = (kind == EntityKind::Person && cut == 0)
                .then(|| roles::beside(doc, doc.sentence_tokens(s), first, last + 1, &inside, &person, gaz))
                .flatten();
            let margin = labels.margins[from..to].iter().copied().fold(f32::MAX, f32::min);
            out.push(EntityMention {
                span,
                kind,
                role,
                sentence: s as u32,
                score_0_1: 1.0 / (1.0 + (-margin).exp()),
                entity: None,
            });
        }
    }
    out
}

/// Spans with persons taken out of organisations that swallowed them.
fn parted(spans: Vec<(usize, usize, u8)>, words: &[&str], gaz: &Gazetteer) -> Vec<(usize, usize, u8)> {
    let organisation = |kind: u8| KINDS[usize::from(kind)] == EntityKind::Organisation;
    spans
        .into_iter()
        .flat_map(|(from, to, kind)| {
            let at = organisation(kind).then(|| names::holder(&words[from..to], gaz)).flatten();
            match at {
                Some(i) => [Some((from, from + i, kind)), Some((from + i, to, 0))],
                None => [Some((from, to, kind)), None],
            }
        })
        .flatten()
        .collect()
}

/// Token indices of a document's words by sentence; underscores (of hashtags) are no words.
pub fn words_of(doc: &Document) -> Vec<Vec<usize>> {
    doc.sentences
        .iter()
        .map(|s| (s.tokens.start as usize..s.tokens.end as usize).filter(|i| doc.fold_of(*i) != "_").collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, &'static str, Option<String>)> {
        let doc = Document::from_text(text);
        let mentions = extract(&doc);
        let slice = |s| doc.slice(s).to_string();
        mentions.iter().map(|m| (slice(m.span), m.kind.as_str(), m.role.map(slice))).collect()
    }

    #[test]
    fn the_model_and_the_word_classes_load() {
        assert!(load().is_some());
        assert!(!lexicon().is_empty());
    }

    #[test]
    fn a_person_with_the_role_before_the_name() {
        let names = found("وقال وزير الخارجية الأمريكي مايك بومبيو في واشنطن إن بلاده ستنسحب.");
        assert!(names.contains(&("مايك بومبيو".into(), "PER", Some("وزير الخارجية الأمريكي".into()))), "{names:?}");
        assert!(names.contains(&("واشنطن".into(), "LOC", None)), "{names:?}");
    }

    #[test]
    fn a_letter_is_joined_where_the_article_has_the_name_without_it() {
        let names = found("التقى خليفة حفتر وفدا. وتحدث عن لقاء جمع السيسي بحفتر في القاهرة.");
        assert!(names.iter().all(|n| n.0 != "بحفتر"), "{names:?}");
    }

    #[test]
    fn joined_particles_are_not_part_of_the_name() {
        let names = found("زار الوفد لبنان وسوريا وبحث مع روسيا اتفاقا جديدا للأمم المتحدة.");
        assert!(names.iter().any(|n| n.0 == "سوريا"), "{names:?}");
        assert!(names.iter().any(|n| n.0 == "أمم المتحدة" && n.1 == "ORG"), "{names:?}");
    }

    #[test]
    fn ministries_are_organisations() {
        let names = found("أعلنت وزارة الداخلية المصرية في بيان مقتل خمسة مسلحين.");
        assert!(names.iter().any(|n| n.0.starts_with("وزارة الداخلية") && n.1 == "ORG"), "{names:?}");
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(found("").is_empty());
        assert!(found("؟؟ !! ... ___").is_empty());
    }
}
