//! What the sentences around a bare body speak of: whose it is, or that it is not its article's main country's.

use super::super::Run;
use super::lands::{land_of_place, land_word};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, EntityMention, Reading};

/// Share of the talk of countries from which a bare body is the main country's unless its own sentence speaks against it.
pub(super) const SURELY: f64 = 0.75;

/// Share from which a body is the main country's where nothing near it speaks of any, or where it is no state's.
pub(super) const RATHER: f64 = 0.6;

/// Words behind a body among which its house or capital may stand: مجلس الأمن القومي التابع للبيت الأبيض.
const BEHIND: usize = 3;

/// Adjectives of unions of states, which have parliaments and councils of their own (رئيس البرلمان … الأوروبي).
static UNIONS: Words = Words::new(&words::NAMES, "of a union of states");

/// A place among the countries that no state's code stands for.
const UNION: &str = "union";

/// What the words near a body say of the article's main country.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// They speak of it alone.
    For,
    /// They speak of it and of others.
    Both,
    /// They speak of another one alone.
    Against,
    /// They speak of none.
    Silent,
}

/// The countries that an article speaks of, by token: names and adjectives of countries, capitals and houses of governments,
/// listed places and persons.
pub(super) struct Talk<'a> {
    reading: &'a Reading,
    said: Vec<(usize, &'static str)>,
}

impl<'a> Talk<'a> {
    /// Reads the article `d`. Linear in its tokens and mentions.
    pub fn new(run: &Run, reading: &'a Reading, d: usize) -> Talk<'a> {
        let g = Gazetteer::get();
        let doc = &reading.doc;
        let mut said: Vec<(usize, &'static str)> = Vec::new();
        for k in 0..doc.tokens.len() {
            let word = doc.fold_of(k);
            let two = (k + 1 < doc.tokens.len()).then(|| format!("{word} {}", doc.fold_of(k + 1)));
            if let Some(code) = two.as_deref().and_then(said_by).or_else(|| said_by(word)) {
                said.push((k, code));
            }
        }
        for (m, f) in reading.mentions.entities.iter().zip(&run.of_mention[d]) {
            let code = match m.kind {
                EntityKind::Place => land_of_place(&key(doc.slice(m.span))),
                EntityKind::Person => run.listed_bearer(*f, d).map(|e| g.known[e as usize].country),
                _ => None,
            };
            if let Some(code) = code.filter(|c| c.len() == 2) {
                said.push((doc.token_at(m.span.start), code));
            }
        }
        said.sort_unstable();
        said.dedup();
        Talk { reading, said }
    }

    /// The countries said among some tokens.
    fn within(&self, tokens: std::ops::Range<usize>) -> impl Iterator<Item = &'static str> {
        self.said.iter().filter(move |(k, _)| tokens.contains(k)).map(|(_, code)| *code)
    }

    /// What some tokens say of a country.
    fn verdict(&self, tokens: std::ops::Range<usize>, main: &str) -> Verdict {
        let (mut own, mut others) = (false, false);
        for code in self.within(tokens) {
            if code == main { own = true } else { others = true }
        }
        match (own, others) {
            (true, false) => Verdict::For,
            (true, true) => Verdict::Both,
            (false, true) => Verdict::Against,
            (false, false) => Verdict::Silent,
        }
    }

    /// What the headline says of a country.
    pub fn of_title(&self, main: &str) -> Verdict {
        let titles = self.reading.doc.sentences.iter().enumerate().filter(|(_, s)| s.is_title).map(|(i, _)| i);
        let all = titles.map(|i| self.verdict(self.reading.doc.sentence_tokens(i), main));
        all.fold(Verdict::Silent, |a, b| if a == Verdict::Silent { b } else { a })
    }

    /// What the sentence of a mention says of a country before it, or right behind it.
    pub fn beside(&self, m: &EntityMention, main: &str) -> Verdict {
        let doc = &self.reading.doc;
        let sentence = doc.sentence_tokens(m.sentence as usize);
        let (first, last) = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)));
        let behind = last + 1..(last + 1 + BEHIND).min(sentence.end);
        // a quotation or another clause begins
        let close = behind.take_while(|k| doc.fold_of(*k).chars().any(char::is_alphabetic)).last();
        match close.map_or(Verdict::Silent, |end| self.verdict(last + 1..end + 1, main)) {
            Verdict::Silent => self.verdict(sentence.start..first, main),
            said => said,
        }
    }

    /// The last country that is said before a mention.
    fn last_before(&self, m: &EntityMention) -> Option<&'static str> {
        let first = self.reading.doc.token_at(m.span.start);
        self.said.iter().rev().find(|(k, _)| *k < first).map(|(_, code)| *code)
    }

    /// What the sentence before that of a mention says of a country.
    fn sentence_before(&self, m: &EntityMention, main: &str) -> Verdict {
        let Some(before) = (m.sentence as usize).checked_sub(1) else { return Verdict::Silent };
        self.verdict(self.reading.doc.sentence_tokens(before), main)
    }

    /// Is a bare body, named by these mentions, the main country's, of which a `share` of all talk of countries is?
    pub fn is_of(&self, mentions: &[&EntityMention], main: &str, share: f64) -> bool {
        let beside: Vec<Verdict> = mentions.iter().map(|m| self.beside(m, main)).collect();
        if share >= SURELY {
            return beside.iter().any(|v| *v != Verdict::Against);
        }
        let title = self.of_title(main);
        let one = |m: &EntityMention, v: Verdict| {
            let said = if v == Verdict::Silent { self.sentence_before(m, main) } else { v };
            match said {
                Verdict::For => true,
                Verdict::Both => title == Verdict::For || share >= RATHER && self.last_before(m) == Some(main),
                // the sentence before is of another matter as often
                Verdict::Against => v == Verdict::Silent && share >= RATHER && title != Verdict::Against,
                Verdict::Silent => title == Verdict::For || share >= RATHER,
            }
        };
        let held = mentions.iter().zip(&beside).filter(|(m, v)| one(m, **v)).count();
        held * 2 > mentions.len()
    }
}

/// The country that a word or two say: its name or adjective, its capital, the house of its government, or a union's adjective.
fn said_by(words: &str) -> Option<&'static str> {
    let g = Gazetteer::get();
    if UNIONS.has(words.strip_prefix("ال").unwrap_or(words)) {
        return Some(UNION);
    }
    let bare = crate::text::clitics::strip_conjunction(words);
    let joined = || bare.strip_prefix(['ب', 'ل']).filter(|w| w.chars().count() >= 4);
    // للبيت الأبيض
    let with_article = || bare.strip_prefix("لل").map(|w| format!("ال{w}"));
    let stands = |w: &str| g.government(w).or_else(|| g.capital(w));
    land_word(words)
        .or_else(|| stands(bare))
        .or_else(|| joined().and_then(stands))
        .or_else(|| with_article().and_then(|w| stands(&w).or_else(|| land_word(&w))))
        .filter(|c| c.len() == 2)
}

impl Run {
    /// The listed person whom a form names, or a listed one of the article whose last name it is.
    fn listed_bearer(&self, form: u32, d: usize) -> Option<u32> {
        let f = &self.forms[form as usize];
        self.listed_entity(form).or_else(|| {
            let one = f.person.parts.len() == 1;
            let mut fuller = self.forms_of_doc[d].iter().filter(|o| {
                let full = &self.forms[**o as usize];
                one && full.kind == EntityKind::Person && full.person.parts.len() > 1 && full.person.last() == f.normal
            });
            fuller.find_map(|o| self.listed_entity(*o))
        })
    }

    /// The mentions of a form in an article.
    pub(super) fn mentions_of<'r>(&self, form: u32, reading: &'r Reading, d: usize) -> Vec<&'r EntityMention> {
        let all = reading.mentions.entities.iter().zip(&self.of_mention[d]);
        all.filter(|(_, f)| **f == form).map(|(m, _)| m).collect()
    }
}
