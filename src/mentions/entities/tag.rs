//! The tagger: scores of word types kept, best label sequence, then once more with what the rest of the document says.

use rustc_hash::FxHashMap;

use super::features::{self, OFFSETS, REACH, TypeKeys};
use super::lexicon::Lexicon;
use super::weights::{LABELS, Scores, TypeScores, Weights, allowed};
use crate::lang::gaz::Gazetteer;

/// Types kept by one memo before it starts anew (about 40 MB).
const MEMO_TYPES: usize = 150_000;
/// Score of what cannot be.
const NEVER: f32 = -1.0e6;

/// Scores of word types met so far; one for each thread and model.
#[derive(Debug, Default)]
pub struct Memo {
    types: FxHashMap<Box<str>, u32>,
    keys: Vec<TypeKeys>,
    scores: Vec<TypeScores>,
    atoms: Vec<features::Atom>,
}

/// A model with its word classes.
#[derive(Debug, Clone)]
pub struct Tagger<'a> {
    lexicon: Lexicon<'a>,
    weights: Weights<'a>,
    bias: Scores,
    outside: TypeScores,
}

/// Labels of a sentence with the margin by which each beats the next best at its own word.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Label of each word (see [`super::weights::LABEL_NAMES`]).
    pub labels: Vec<u8>,
    /// Score of the label less that of the best other one, from the word's own scores; ranks, is not a probability.
    pub margins: Vec<f32>,
}

struct Row {
    types: Vec<u32>,
    scores: Vec<Scores>,
}

impl<'a> Tagger<'a> {
    /// A tagger from the bytes of a lexicon and of a model; None when either is damaged.
    pub fn new(lexicon: &'a [u8], model: &'a [u8]) -> Option<Tagger<'a>> {
        let (lexicon, weights) = (Lexicon::new(lexicon)?, Weights::new(model)?);
        let mut bias = Scores::default();
        weights.add(features::bias(), &mut bias);
        let mut outside = TypeScores::default();
        for (o, scores) in outside.iter_mut().enumerate() {
            weights.add(features::outside(o), scores);
        }
        Some(Tagger { lexicon, weights, bias, outside })
    }

    /// The word classes.
    pub fn lexicon(&self) -> &Lexicon<'a> {
        &self.lexicon
    }

    /// Label statistics of a folded word in the corpus, when it is frequent enough to have any.
    pub fn word_stats(&self, word: &str) -> Option<[u8; super::features::STATS]> {
        self.weights.stats(self.lexicon.get(word)?.index)
    }

    fn type_of(&self, word: &str, gaz: &Gazetteer, memo: &mut Memo) -> u32 {
        if let Some(&t) = memo.types.get(word) {
            return t;
        }
        memo.atoms.clear();
        let stats = |e: &super::lexicon::Entry| self.weights.stats(e.index);
        let keys = features::atoms(word, &self.lexicon, gaz, &stats, &mut memo.atoms);
        let mut scores = TypeScores::default();
        for &(hash, _) in &memo.atoms {
            self.weights.add_atom(hash, &mut scores);
        }
        let t = memo.keys.len() as u32;
        memo.keys.push(keys);
        memo.scores.push(scores);
        memo.types.insert(word.into(), t);
        t
    }

    fn score(&self, words: &[&str], gaz: &Gazetteer, memo: &mut Memo, hashes: &mut Vec<u64>) -> Row {
        let n = words.len();
        let types: Vec<u32> = words.iter().map(|w| self.type_of(w, gaz, memo)).collect();
        let mut scores = vec![self.bias; n];
        for (i, here) in scores.iter_mut().enumerate() {
            for o in 0..OFFSETS {
                let j = i + o;
                let from = if j < REACH || j - REACH >= n {
                    &self.outside[o]
                } else {
                    &memo.scores[types[j - REACH] as usize][o]
                };
                for y in 0..LABELS {
                    here[y] += from[y];
                }
            }
            hashes.clear();
            features::pairs(i, n, &|j| memo.keys[types[j] as usize], false, hashes);
            for &h in hashes.iter() {
                self.weights.add(h, here);
            }
        }
        for i in 0..n {
            let keys = memo.keys[types[i] as usize];
            if keys.phrase == 0 {
                continue;
            }
            if let Some((length, classes)) = features::phrase(i, n, &|j| features::normal(words[j]), keys, gaz) {
                for (k, here) in scores[i..i + length].iter_mut().enumerate() {
                    hashes.clear();
                    features::phrase_features(classes, k == 0, hashes);
                    for &h in hashes.iter() {
                        self.weights.add(h, here);
                    }
                }
            }
        }
        Row { types, scores }
    }

    /// Labels the sentences of one document (folded words, see [`features::normal`]). With `window`, only sentences so
    /// near count as the same document. Linear in the words; a second look costs only where names recur.
    pub fn tag(&self, sentences: &[Vec<&str>], window: Option<usize>, memo: &mut Memo) -> Vec<Labels> {
        let gaz = Gazetteer::get();
        if memo.keys.len() > MEMO_TYPES {
            *memo = Memo::default();
        }
        let mut hashes = Vec::with_capacity(32);
        let mut rows: Vec<Row> = sentences.iter().map(|s| self.score(s, gaz, memo, &mut hashes)).collect();
        let mut labels: Vec<Vec<u8>> = rows.iter().map(|r| self.best(&r.scores)).collect();

        // where else does a word of a name stand?
        let mut named: Vec<u64> = Vec::new();
        for (row, labels) in rows.iter().zip(&labels) {
            for (t, y) in row.types.iter().zip(labels) {
                if *y != 0 {
                    named.push(memo.keys[*t as usize].stem);
                }
            }
        }
        if !named.is_empty() {
            named.sort_unstable();
            named.dedup();
            let mut places: Vec<(u32, u32, u32, u8)> = Vec::new();
            for (s, (row, labels)) in rows.iter().zip(&labels).enumerate() {
                for (i, (t, y)) in row.types.iter().zip(labels).enumerate() {
                    if let Ok(k) = named.binary_search(&memo.keys[*t as usize].stem) {
                        places.push((k as u32, s as u32, i as u32, *y));
                    }
                }
            }
            places.sort_unstable();
            let mut changed = vec![false; rows.len()];
            let mut found = Vec::new();
            for group in places.chunk_by(|a, b| a.0 == b.0) {
                if group.len() < 2 {
                    continue;
                }
                let mut all = [0u32; LABELS];
                for p in group {
                    all[usize::from(p.3)] += 1;
                }
                for p in group {
                    let mut counts = all;
                    if let Some(w) = window {
                        counts = [0; LABELS];
                        let from = group.partition_point(|q| (q.1 as usize + w) < p.1 as usize);
                        for q in group[from..].iter().take_while(|q| q.1 as usize <= p.1 as usize + w) {
                            counts[usize::from(q.3)] += 1;
                        }
                    }
                    counts[usize::from(p.3)] -= 1;
                    found.clear();
                    features::elsewhere(&counts, &mut found);
                    if found.is_empty() {
                        continue;
                    }
                    let (s, i) = (p.1 as usize, p.2 as usize);
                    changed[s] = true;
                    let row = &mut rows[s].scores;
                    for place in 0..3usize {
                        // the word after sees it before itself, the word before sees it after itself
                        let Some(j) = (i + 1).checked_sub(place).filter(|j| *j < row.len()) else { continue };
                        for &f in &found {
                            let w = self.weights.document(f, place);
                            for y in 0..LABELS {
                                row[j][y] += w[y];
                            }
                        }
                    }
                }
            }
            for (s, _) in changed.iter().enumerate().filter(|c| *c.1) {
                labels[s] = self.best(&rows[s].scores);
            }
        }
        rows.iter().zip(labels).map(|(r, labels)| Labels { margins: margins(&r.scores, &labels), labels }).collect()
    }

    /// The best label sequence (Viterbi). Linear.
    fn best(&self, scores: &[Scores]) -> Vec<u8> {
        best_labels(scores, &self.weights.start, &self.weights.transitions)
    }
}

fn margins(scores: &[Scores], labels: &[u8]) -> Vec<f32> {
    scores
        .iter()
        .zip(labels)
        .map(|(s, &y)| {
            let other = (0..LABELS).filter(|k| *k != usize::from(y)).map(|k| s[k]).fold(NEVER, f32::max);
            s[usize::from(y)] - other
        })
        .collect()
}

/// The best label sequence for word scores, start scores and transitions (Viterbi); an I label only after its like.
pub fn best_labels(scores: &[Scores], start: &Scores, transitions: &[Scores; LABELS]) -> Vec<u8> {
    let n = scores.len();
    let Some(first) = scores.first() else { return Vec::new() };
    let mut at: Scores = std::array::from_fn(|y| first[y] + start[y] + if y != 0 && y % 2 == 0 { NEVER } else { 0.0 });
    let mut back = vec![[0u8; LABELS]; n];
    for (i, here) in scores.iter().enumerate().skip(1) {
        // O and B labels may follow anything, I labels two labels only
        let mut next = [NEVER * 10.0; LABELS];
        for y in 0..LABELS {
            if y != 0 && y % 2 == 0 {
                for p in [y - 1, y] {
                    let s = at[p] + transitions[p][y];
                    if s > next[y] {
                        next[y] = s;
                        back[i][y] = p as u8;
                    }
                }
            } else {
                for p in 0..LABELS {
                    debug_assert!(allowed(p, y));
                    let s = at[p] + transitions[p][y];
                    if s > next[y] {
                        next[y] = s;
                        back[i][y] = p as u8;
                    }
                }
            }
            next[y] += here[y];
        }
        at = next;
    }
    let mut y = (0..LABELS).fold(0, |b, k| if at[k] > at[b] { k } else { b }) as u8;
    let mut labels = vec![0; n];
    for i in (0..n).rev() {
        labels[i] = y;
        y = back[i][usize::from(y)];
    }
    labels
}

/// Spans of labels: first word, one past the last, kind (0 PER, 1 LOC, 2 ORG, 3 OTHER). Linear.
pub fn spans(labels: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < labels.len() {
        if labels[i] == 0 {
            i += 1;
            continue;
        }
        let kind = (labels[i] - 1) / 2;
        let mut j = i + 1;
        while j < labels.len() && labels[j] == 2 * kind + 2 {
            j += 1;
        }
        out.push((i, j, kind));
        i = j;
    }
    out
}
