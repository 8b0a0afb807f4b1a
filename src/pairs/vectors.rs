//! Word vectors: which words keep the same company in news text.
//!
//! Positive pointwise mutual information of folded words within five words of each other, reduced to a few dozen
//! dimensions by a truncated factorisation (Levy, Goldberg and Dagan 2015 show that this is on a par with skip-gram at
//! this size). Deterministic: starting vectors come from hashes.

use std::io::{Read, Write};

use rustc_hash::FxHashMap;

use crate::text::clitics::{strip_article, strip_conjunction};
use crate::text::fold::{CharClass, class, fold_char};

/// Dimensions of a vector.
pub const DIMENSIONS: usize = 48;
/// Words kept.
const VOCABULARY: usize = 16_000;
/// Words on either side that count as company.
const WINDOW: usize = 5;
/// Rounds of subspace iteration; four already settle the first dozens of directions.
const ROUNDS: usize = 4;

/// The word as vectors and stems see it: folded, without conjunction and article.
pub fn key(word: &str) -> &str {
    strip_article(strip_conjunction(word))
}

/// A table of word vectors, one byte a dimension, with word frequencies for weights.
#[derive(Debug, Default)]
pub struct Vectors {
    index: FxHashMap<String, u32>,
    values: Vec<i8>,
    weights: Vec<f32>,
}

impl Vectors {
    /// Reads a table written by [`train`]. Returns an empty table when the bytes are not one.
    pub fn load(bytes: &[u8]) -> Vectors {
        Self::try_load(bytes).unwrap_or_default()
    }

    fn try_load(mut bytes: &[u8]) -> Option<Vectors> {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&mut bytes).read_to_end(&mut plain).ok()?;
        let mut at = 0;
        let mut take = |n: usize| {
            let part = plain.get(at..at + n)?;
            at += n;
            Some(part)
        };
        let count = u32::from_le_bytes(take(4)?.try_into().ok()?) as usize;
        let mut v = Vectors::default();
        for i in 0..count {
            let length = take(1)?[0] as usize;
            let word = std::str::from_utf8(take(length)?).ok()?;
            v.index.insert(word.to_string(), i as u32);
            v.weights.push(f32::from_le_bytes(take(4)?.try_into().ok()?));
            v.values.extend(take(DIMENSIONS)?.iter().map(|b| *b as i8));
        }
        Some(v)
    }

    /// Rarity of a word: minus the logarithm of its frequency, scaled to 0..=1; unknown words are rare.
    pub fn weight(&self, word: &str) -> f64 {
        self.index.get(key(word)).map_or(1.0, |i| self.weights[*i as usize] as f64)
    }

    /// The vector of a word, when it is known.
    pub fn get(&self, word: &str) -> Option<&[i8]> {
        let i = *self.index.get(key(word))? as usize;
        Some(&self.values[i * DIMENSIONS..(i + 1) * DIMENSIONS])
    }

    /// Cosine of two words; 1 for equal keys, 0 when one is unknown.
    pub fn cosine(&self, a: &str, b: &str) -> f64 {
        if key(a) == key(b) {
            return 1.0;
        }
        match (self.get(a), self.get(b)) {
            (Some(x), Some(y)) => cosine(x.iter().map(|v| *v as f64), y.iter().map(|v| *v as f64)),
            _ => 0.0,
        }
    }
}

/// Cosine of two vectors given as iterators; 0 when one is empty.
pub fn cosine(a: impl Iterator<Item = f64>, b: impl Iterator<Item = f64>) -> f64 {
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.zip(b) {
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    if aa == 0.0 || bb == 0.0 { 0.0 } else { ab / (aa * bb).sqrt() }
}

/// Folded words of a text.
pub fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        match class(c) {
            CharClass::Arabic | CharClass::Latin | CharClass::Digit | CharClass::Mark => fold_char(c, &mut word),
            CharClass::Ignorable => {}
            _ if word.is_empty() => {}
            _ => out.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// Trains a table from texts and writes it. Minutes on a core for tens of millions of words.
///
/// # Errors
/// When the table cannot be written.
pub fn train<'a>(texts: impl Iterator<Item = &'a str>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut counts: FxHashMap<String, u64> = FxHashMap::default();
    let mut sequences: Vec<Vec<String>> = Vec::new();
    for text in texts {
        let sequence: Vec<String> = words(text).iter().map(|w| key(w).to_string()).collect();
        for w in &sequence {
            *counts.entry(w.clone()).or_default() += 1;
        }
        sequences.push(sequence);
    }
    let mut vocabulary: Vec<(String, u64)> = counts.into_iter().filter(|(w, n)| *n >= 5 && w.len() < 60).collect();
    vocabulary.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    vocabulary.truncate(VOCABULARY);
    let index: FxHashMap<&str, u32> = vocabulary.iter().enumerate().map(|(i, (w, _))| (w.as_str(), i as u32)).collect();
    let mut together: FxHashMap<u64, f32> = FxHashMap::default();
    for sequence in &sequences {
        let ids: Vec<Option<u32>> = sequence.iter().map(|w| index.get(w.as_str()).copied()).collect();
        for (i, a) in ids.iter().enumerate() {
            let Some(a) = a else { continue };
            for (distance, b) in ids[i + 1..].iter().take(WINDOW).enumerate() {
                if let Some(b) = b {
                    let (x, y) = (*a.min(b) as u64, *a.max(b) as u64);
                    *together.entry(x << 32 | y).or_default() += 1.0 / (distance + 1) as f32;
                }
            }
        }
    }
    drop(sequences);
    let n = vocabulary.len();
    let mut cells: Vec<(u64, f32)> = together.into_iter().filter(|(_, c)| *c >= 2.0).collect();
    cells.sort_unstable_by_key(|c| c.0);
    let mut row_sums = vec![0f64; n];
    for (k, c) in &cells {
        row_sums[(k >> 32) as usize] += *c as f64;
        row_sums[(k & 0xffff_ffff) as usize] += *c as f64;
    }
    let total: f64 = row_sums.iter().sum();
    // context counts to the power .75 so that rare words do not dominate (Levy et al. 2015)
    let smoothed: Vec<f64> = row_sums.iter().map(|s| s.powf(0.75)).collect();
    let smoothed_total: f64 = smoothed.iter().sum();
    let mut entries: Vec<(u32, u32, f32)> = Vec::with_capacity(cells.len() * 2);
    for (k, c) in cells {
        let (a, b) = ((k >> 32) as usize, (k & 0xffff_ffff) as usize);
        let pmi = |a: usize, b: usize| {
            ((c as f64 / total) / ((row_sums[a] / total) * (smoothed[b] / smoothed_total))).ln().max(0.0)
        };
        let value = ((pmi(a, b) + pmi(b, a)) / 2.0) as f32;
        if value > 0.0 {
            entries.push((a as u32, b as u32, value));
            if a != b {
                entries.push((b as u32, a as u32, value));
            }
        }
    }
    let mut basis: Vec<f32> = (0..n * DIMENSIONS)
        .map(|i| {
            let h = xxhash_rust::xxh3::xxh3_64(&(i as u64).to_le_bytes());
            (h >> 40) as f32 / (1u64 << 24) as f32 - 0.5
        })
        .collect();
    orthonormalise(&mut basis, n);
    for _ in 0..ROUNDS {
        let mut next = vec![0f32; n * DIMENSIONS];
        for (a, b, v) in &entries {
            let from = &basis[*b as usize * DIMENSIONS..(*b as usize + 1) * DIMENSIONS];
            let to = &mut next[*a as usize * DIMENSIONS..(*a as usize + 1) * DIMENSIONS];
            for (t, f) in to.iter_mut().zip(from) {
                *t += v * f;
            }
        }
        basis = next;
        orthonormalise(&mut basis, n);
    }
    let biggest = vocabulary.first().map_or(1, |v| v.1) as f64;
    let mut plain = (n as u32).to_le_bytes().to_vec();
    for (i, (word, count)) in vocabulary.iter().enumerate() {
        plain.push(word.len() as u8);
        plain.extend(word.as_bytes());
        let weight = ((biggest / *count as f64).ln() / biggest.ln()) as f32;
        plain.extend(weight.to_le_bytes());
        let row = &basis[i * DIMENSIONS..(i + 1) * DIMENSIONS];
        let peak = row.iter().fold(1e-9f32, |m, v| m.max(v.abs()));
        plain.extend(row.iter().map(|v| (v / peak * 127.0).round() as i8 as u8));
    }
    let mut packed = flate2::write::GzEncoder::new(out, flate2::Compression::new(9));
    packed.write_all(&plain)?;
    packed.finish()?;
    Ok(())
}

/// Makes the columns orthonormal (modified Gram-Schmidt).
fn orthonormalise(m: &mut [f32], rows: usize) {
    for c in 0..DIMENSIONS {
        for d in 0..c {
            let dot: f64 = (0..rows).map(|r| m[r * DIMENSIONS + c] as f64 * m[r * DIMENSIONS + d] as f64).sum();
            for r in 0..rows {
                m[r * DIMENSIONS + c] -= (dot * m[r * DIMENSIONS + d] as f64) as f32;
            }
        }
        let norm: f64 = (0..rows).map(|r| (m[r * DIMENSIONS + c] as f64).powi(2)).sum::<f64>().sqrt().max(1e-12);
        for r in 0..rows {
            m[r * DIMENSIONS + c] = (m[r * DIMENSIONS + c] as f64 / norm) as f32;
        }
    }
}
