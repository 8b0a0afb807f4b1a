//! Scores of a tagger on a CoNLL file: exact spans, as seqeval counts them.

use std::fmt;
use std::path::Path;

use anyhow::Result;

use super::Workshop;
use super::council::Council;
use super::data::{Corpus, Example, Group, read_conll};
use crate::mentions::entities::tag::spans;

/// Right, found and true spans by kind (PER, LOC, ORG, MISC).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally([[usize; 3]; 4]);

impl Tally {
    /// Adds a sentence.
    pub fn add(&mut self, gold: &[u8], found: &[u8]) {
        let (gold, found) = (spans(gold), spans(found));
        for s in &found {
            self.0[usize::from(s.2)][1] += 1;
            self.0[usize::from(s.2)][0] += usize::from(gold.contains(s));
        }
        for s in &gold {
            self.0[usize::from(s.2)][2] += 1;
        }
    }

    fn figures(&self, kinds: &[usize]) -> [f64; 3] {
        let [right, found, gold] =
            kinds.iter().fold([0; 3], |sum, k| std::array::from_fn(|i| sum[i] + self.0[*k][i])).map(|n| n as f64);
        let (p, r) = (if found > 0.0 { right / found } else { 0.0 }, if gold > 0.0 { right / gold } else { 0.0 });
        [p, r, if right > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let lines: [(&str, &[usize]); 6] =
            [("PER", &[0]), ("LOC", &[1]), ("ORG", &[2]), ("MISC", &[3]), ("PLO", &[0, 1, 2]), ("ALL", &[0, 1, 2, 3])];
        for (name, kinds) in lines {
            let [p, r, f1] = self.figures(kinds);
            writeln!(f, "{name:<5} precision {p:.4}  recall {r:.4}  F1 {f1:.4}")?;
        }
        Ok(())
    }
}

/// `muqabala eval ner`: scores the tagger of ANERcorp's guideline on a CoNLL file.
///
/// # Errors
/// The file cannot be read or is no CoNLL.
pub fn ner(path: &Path) -> Result<Tally> {
    let data = read_conll(path)?;
    let mut council = Council::read(include_bytes!("../../models/anercorp.bin"))?;
    let lexicon = crate::mentions::entities::lexicon();
    let mut corpus = Corpus::default();
    let sentences = data.into_iter().map(|s| Example::of_conll(s, &mut corpus, 1.0)).collect();
    let group = [Group { sentences, window: Some(super::WINDOW) }];
    let shop = Workshop::new(&corpus, lexicon);
    let labels = council.label(&shop, &group);
    let mut tally = Tally::default();
    group[0].sentences.iter().zip(&labels).for_each(|(e, l)| tally.add(&e.gold, &l.1));
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_counts_only_whole_and_of_its_kind() {
        let mut tally = Tally::default();
        tally.add(&[1, 2, 0, 3], &[1, 0, 0, 3]);
        assert_eq!(tally.figures(&[0]), [0.0, 0.0, 0.0]);
        assert_eq!(tally.figures(&[1]), [1.0, 1.0, 1.0]);
    }
}
