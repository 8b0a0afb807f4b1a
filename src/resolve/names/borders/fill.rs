//! Names that lack their last words: the run has the same words with one more behind them nearly always.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::super::evidence::{forms, words_of};
use super::{NOUN_LEAST, WHOLE_LEAST, at};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityMention, Reading};

/// Share of a name's mentions with one word behind it that makes the word its own.
const ALWAYS_SHARE: f64 = 0.85;

/// Adjectives that end names of places.
static PLACE_ENDS: Words = Words::new(&words::NAMES, "end of a place's name");

/// What stands behind the mentions of one form and kind.
#[derive(Default)]
struct Behind {
    mentions: u32,
    /// The word that most of them have behind them, by a running majority, and its lead.
    word: u64,
    lead: u32,
    text: String,
    /// The word before the first, and whether another stands before one of them: not one text in several articles.
    before: u64,
    several: bool,
    /// Mentions with that word, counted in a second walk.
    same: u32,
}

/// The word right behind a mention, in the sentence and with nothing between.
fn word_behind<'a>(r: &'a Reading, k: usize, m: &EntityMention) -> Option<&'a str> {
    let doc = &r.doc;
    let last = doc.token_at(m.span.end.saturating_sub(1));
    let token = doc.tokens.get(last + 1)?;
    let own = doc.tokens[last].span.end == m.span.end && last + 1 < doc.sentence_tokens(m.sentence as usize).end;
    // another name begins there, and goes on
    let next = r.mentions.entities.get(k + 1);
    let halved = next.is_some_and(|n| n.span.start < token.span.end && n.span.end != token.span.end);
    let word = doc.fold_of(last + 1);
    (own && !halved && token.kind != crate::model::TokenKind::Punct && word.chars().all(char::is_alphabetic))
        .then_some(word)
}

/// Fills up names that stand before one and the same word nearly always, where that word may belong to a name: كال مي +
/// باي, محافظة الوادي + الجديد. True when any was.
pub(super) fn fill(readings: &mut [Reading]) -> bool {
    let forms: Vec<_> = readings.par_iter().map(|r| forms(r, &words_of(&r.doc))).collect();
    let mut behind: FxHashMap<(&str, u8), Behind> = FxHashMap::default();
    for (r, forms) in readings.iter().zip(&forms) {
        for (k, (m, f)) in r.mentions.entities.iter().zip(forms).enumerate() {
            let Some(f) = f else { continue };
            let b = behind.entry((f.as_str(), at(m.kind) as u8)).or_default();
            let first = r.doc.token_at(m.span.start);
            let before = if first > 0 { entities::lexicon::word_hash(r.doc.fold_of(first - 1)) } else { 0 };
            if b.mentions == 0 {
                b.before = before;
            }
            b.mentions += 1;
            b.several |= b.before != before;
            let word = word_behind(r, k, m);
            let hash = word.map_or(0, entities::lexicon::word_hash);
            if hash == b.word {
                b.lead += 1;
            } else if b.lead == 0 {
                (b.word, b.lead) = (hash, 1);
                b.text = word.unwrap_or_default().to_string();
            } else {
                b.lead -= 1;
            }
        }
    }
    let gaz = Gazetteer::get();
    behind.retain(|(text, kind), b| {
        b.several && b.mentions >= WHOLE_LEAST && b.lead > 0 && joins(text, *kind, &b.text, gaz)
    });
    if behind.is_empty() {
        return false;
    }
    for (r, forms) in readings.iter().zip(&forms) {
        for (k, (m, f)) in r.mentions.entities.iter().zip(forms).enumerate() {
            let Some(b) = f.as_deref().and_then(|f| behind.get_mut(&(f, at(m.kind) as u8))) else { continue };
            if word_behind(r, k, m).is_some_and(|w| w == b.text) {
                b.same += 1;
            }
        }
    }
    behind.retain(|_, b| b.same >= WHOLE_LEAST && f64::from(b.same) >= ALWAYS_SHARE * f64::from(b.mentions));
    let behind = &behind;
    readings.par_iter_mut().zip(&forms).for_each(|(r, forms)| {
        let found: Vec<usize> = (0..forms.len())
            .filter(|&k| {
                let m = &r.mentions.entities[k];
                let b = forms[k].as_deref().and_then(|f| behind.get(&(f, at(m.kind) as u8)));
                b.is_some_and(|b| word_behind(r, k, m).is_some_and(|w| w == b.text))
            })
            .collect();
        for k in found.into_iter().rev() {
            let m = r.mentions.entities[k].clone();
            let end = r.doc.tokens[r.doc.token_at(m.span.end.saturating_sub(1)) + 1].span.end;
            r.mentions.entities[k].span.end = end;
            if r.mentions.entities.get(k + 1).is_some_and(|n| n.span.start < end) {
                r.mentions.entities.remove(k + 1);
            }
        }
    });
    !behind.is_empty()
}

/// Words that go on with the sentence, not with the name before them.
static NO_NEXT: Words = Words::new(&words::NAMES, "no next word of a name");

/// May this word be the next of a name of the kind? Not words of grammar, common words, verbs, words with a joined letter.
fn joins(name: &str, kind: u8, word: &str, gaz: &Gazetteer) -> bool {
    let arabic = |w: &str| w.chars().next().is_some_and(|c| ('\u{600}'..='\u{6ff}').contains(&c));
    let letters = word.chars().count();
    if letters < 2
        || entities::mend::closes(word)
        || gaz.title(word).is_some()
        || NO_NEXT.has(word)
        || arabic(word) != arabic(name)
    {
        return false;
    }
    let lexicon = entities::news().lexicon();
    let count = |w: &str| lexicon.get(w).map_or(0, |e| e.count);
    let borne = gaz.part(word).is_some_and(|p| p.given + p.family >= 3);
    // والتجاوزات behind لمكافحة الفساد, not وبعضها, not والجيش behind another institution
    if let Some(rest) = word.strip_prefix("وال").filter(|_| kind == 2) {
        let whole = format!("ال{rest}");
        let last = name.rsplit(' ').next().unwrap_or_default();
        return name.contains(' ')
            && ["ال", "لل", "وال"].iter().any(|a| last.starts_with(a))
            && gaz.head(rest).is_none()
            && gaz.head(&whole).is_none()
            && gaz.title(&whole).is_none()
            && gaz.demonym(&whole).is_none()
            && gaz.classes(&whole) == 0
            && gaz.demonym(last).is_none();
    }
    let joined = |p: char| {
        word.strip_prefix(p).is_some_and(|r| {
            r.chars().count() >= 3 && (p == 'و' || count(r) > 0 || gaz.classes(r) != 0 || gaz.part(r).is_some())
        })
    };
    let inflected = ["ين", "ون", "ها", "هم"].iter().any(|e| word.ends_with(e))
        || word.strip_suffix('ا').is_some_and(|noun| count(noun) >= NOUN_LEAST);
    if !(kind == 0 && borne) && (['و', 'ف', 'ب', 'ل', 'ك'].into_iter().any(joined) || inflected) {
        return false;
    }
    let seldom = entities::mend::seldom(word);
    let named = !seldom && entities::news().word_stats(word).is_some();
    if kind != 0 && gaz.head(word).is_some_and(|h| !h.adjective) || seldom {
        return false;
    }
    match (kind, word.starts_with("ال")) {
        (0, true) => gaz.part(word).is_some_and(|p| p.family >= 3),
        (0, false) => {
            gaz.demonym(word).is_none()
                && gaz.head(word).is_none()
                && gaz.classes(word) == 0
                && (borne || named || (1..NOUN_LEAST).contains(&count(word)))
        }
        (1, true) => PLACE_ENDS.has(word),
        (_, true) => named,
        (_, false) => gaz.demonym(word).is_none() && (named || (1..NOUN_LEAST).contains(&count(word))),
    }
}
