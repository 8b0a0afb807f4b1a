//! Clubs that are called by a noun of the language (العين the eye, النصر the victory): in an article that says nothing of sport
//! the word is the noun.
//!
//! - takes: all readings with their mentions
//! - gives: the mentions without such nouns
//! - cost: a walk over the tokens of the articles that have such a mention
//! - data: lang/ar/name_words.tsv

use rayon::prelude::*;

use super::evidence::headed;
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, EntityMention, Reading};
use crate::text::Document;

/// Words that an article on sport has some of.
static OF_SPORT: Words = Words::new(&words::NAMES, "of sport");

/// Particles that may be joined to a word of sport.
const PARTICLES: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Takes out the mentions that are nouns.
pub fn weed(readings: &mut [Reading]) {
    readings.par_iter_mut().for_each(|r| {
        let nouns: Vec<bool> = r.mentions.entities.iter().map(|m| may_be_noun(&r.doc, m)).collect();
        if nouns.iter().any(|n| *n) && !is_of_sport(&r.doc) {
            let mut nouns = nouns.into_iter();
            r.mentions.entities.retain(|_| !nouns.next().unwrap_or_default());
        }
    });
}

/// A body of one word with the article that the lists know as a club alone, no noun that names follow before it.
fn may_be_noun(doc: &Document, m: &EntityMention) -> bool {
    if m.kind != EntityKind::Organisation {
        return false;
    }
    let name = key(&super::whole_text(doc, m.span));
    name.starts_with("ال") && !name.contains(' ') && is_club(&name) && !headed(doc, m)
}

/// Is this word the short name of clubs and of nothing else?
pub(super) fn is_club(word: &str) -> bool {
    let gaz = Gazetteer::get();
    // الاتحاد, of which there are others than clubs
    if gaz.head(word).is_some() {
        return false;
    }
    let mut listed =
        gaz.named(word).iter().chain(gaz.short_for(word)).chain(gaz.named(&format!("نادي {word}"))).peekable();
    listed.peek().is_some() && listed.all(|e| gaz.known[*e as usize].class == "club")
}

/// Has the article a word of sport?
fn is_of_sport(doc: &Document) -> bool {
    (0..doc.tokens.len()).any(|k| {
        let word = doc.fold_of(k);
        OF_SPORT.has(word) || word.strip_prefix(PARTICLES).is_some_and(|w| OF_SPORT.has(w))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Mentions, Span};

    fn left(text: &str, name: &str) -> usize {
        let doc = Document::from_text(text);
        let starts = text.match_indices(name).map(|(at, _)| at as u32);
        let entities = starts
            .map(|start| EntityMention {
                span: Span { start, end: start + name.len() as u32 },
                kind: EntityKind::Organisation,
                role: None,
                sentence: doc.sentence_at(start) as u32,
                score_0_1: 0.5,
                entity: None,
            })
            .collect();
        let mut readings = [Reading { doc, mentions: Mentions { entities, ..Mentions::default() } }];
        weed(&mut readings);
        readings[0].mentions.entities.len()
    }

    #[test]
    fn an_eye_is_no_club() {
        assert_eq!(left("يحذر الطبيب من جفاف العين في الشتاء. وتدمع العين كثيرا.", "العين"), 0);
        assert_eq!(left("خسر العين أمس على أرضه، وقال المدرب إن العين سيعود.", "العين"), 2);
    }
}
