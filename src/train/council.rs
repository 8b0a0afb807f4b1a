//! The tagger of ANERcorp's guideline: a first model reads the whole file, a linear one and networks read it again with
//! what the first found elsewhere of each word, and their probabilities of names are averaged.
//!
//! - takes: sentences of one file; the word classes
//! - gives: labels
//! - runs: `muqabala train names` without annotations, `muqabala eval ner`
//! - cost: 30,000 words a second on one core
//! - data: models/anercorp.bin

use std::io::{Read, Write};

use anyhow::{Context, Result};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::crf::{Model, Row, Settings};
use super::data::{Example, Group};
use super::neural::{self, Net};
use super::{Dictionary, DocumentFeatures, Fitted, Table, View, Workshop, without};
use crate::mentions::entities::features::{REACH, STATS};
use crate::mentions::entities::weights::{LABELS, Scores};

/// Names a sentence may have: first word, one past the last, kind, probability.
type Names = Vec<(usize, usize, u8, f32)>;

/// The models together.
pub struct Council {
    table: Table,
    /// Looks first, at sentences alone.
    first: Fitted,
    /// Looks again, with the labels that the first look gave elsewhere.
    again: Fitted,
    /// Networks, which look with the probabilities of the first look, and what their rows are.
    nets: Vec<Net>,
    rows: Dictionary,
}

/// Settings beside those of the linear models.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Of the linear models.
    pub linear: Settings,
    /// Of the networks.
    pub net: neural::Plan,
    /// How many networks.
    pub nets: u64,
    /// Occurrences that a feature of the networks needs.
    pub least: u32,
}

/// A name is taken when it is at least so likely (names that overlap compete).
const LIKELY: f32 = 0.4;
/// Least probability that is looked at.
const FAINT: f32 = 0.02;
/// Words that occur more often than this in a file say nothing by their places.
const TOO_COMMON: usize = 400;
/// Places looked at for one word.
const ENOUGH: usize = 60;
/// Borders of shares.
const SHARES: [f32; 9] = [0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];

fn share(x: f32) -> u64 {
    SHARES.iter().filter(|b| x > **b).count() as u64
}

/// Hash of a feature of this file; the highest bit keeps it off the others.
fn hash(parts: [u64; 4]) -> u64 {
    let mut x = 0x51ed_270b_u64;
    for v in parts {
        x = (x ^ v).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        x ^= x >> 29;
    }
    x | 1 << 63
}

fn likeliest(p: &[Scores]) -> Vec<u8> {
    p.iter().map(|x| (0..LABELS).fold(0, |b, k| if x[k] > x[b] { k } else { b }) as u8).collect()
}

/// How likely the words with the same stem, and the same pairs of stems, are names elsewhere near by, from the first
/// look's label probabilities `p` of the group's sentences.
fn around(shop: &Workshop, group: &Group, p: &[Vec<Scores>]) -> Vec<DocumentFeatures> {
    let stem = |e: &Example, i: usize| shop.keys[e.words[i] as usize].stem;
    let mut places: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
    let mut pairs: FxHashMap<(u64, u64), Vec<(usize, usize)>> = FxHashMap::default();
    for (s, e) in group.sentences.iter().enumerate() {
        for i in 0..e.words.len() {
            places.entry(stem(e, i)).or_default().push((s, i));
            if i > 0 {
                pairs.entry((stem(e, i - 1), stem(e, i))).or_default().push((s, i));
            }
        }
    }
    let near = |all: &[(usize, usize)], s: usize, i: usize| -> Vec<(usize, usize)> {
        if all.len() < 2 || all.len() > TOO_COMMON {
            return Vec::new();
        }
        let inside = |x: &&(usize, usize)| group.window.is_none_or(|w| x.0.abs_diff(s) <= w) && **x != (s, i);
        all.iter().filter(inside).take(ENOUGH).copied().collect()
    };
    let mut out = Vec::with_capacity(group.sentences.len());
    for (s, e) in group.sentences.iter().enumerate() {
        let n = e.words.len();
        let mut features: DocumentFeatures = vec![Vec::new(); n];
        for i in 0..n {
            let others = near(&places[&stem(e, i)], s, i);
            if others.is_empty() {
                continue;
            }
            let count = others.len() as f32;
            let mut found = Vec::with_capacity(16);
            for kind in 0..4usize {
                let of = |x: &(usize, usize)| p[x.0][x.1][1 + 2 * kind] + p[x.0][x.1][2 + 2 * kind];
                let mean = others.iter().map(of).sum::<f32>() / count;
                let most = others.iter().map(of).fold(0.0, f32::max);
                let k = kind as u64;
                found.push(hash([1, k, share(mean), 0]));
                found.push(hash([2, k, share(most), 0]));
                found.push(hash([3, k, share(mean), others.len().min(4) as u64]));
                if mean > 0.05 {
                    let first = others.iter().map(|x| p[x.0][x.1][1 + 2 * kind]).sum::<f32>() / count;
                    found.push(hash([4, k, share(first / mean), 0]));
                }
            }
            for place in 0..3usize {
                if let Some(j) = (i + 1).checked_sub(place).filter(|j| *j < n) {
                    features[j].extend(found.iter().map(|h| hash([*h, place as u64, 9, 9])));
                }
            }
        }
        for i in 1..n {
            let others = near(&pairs[&(stem(e, i - 1), stem(e, i))], s, i);
            if others.is_empty() {
                continue;
            }
            let count = others.len() as f32;
            let mut any = false;
            let mut found = Vec::with_capacity(12);
            for kind in 0..4usize {
                let mean = |of: &dyn Fn(&(usize, usize)) -> f32| others.iter().map(of).sum::<f32>() / count;
                let inside = mean(&|x| p[x.0][x.1][2 + 2 * kind]);
                let first = mean(&|x| p[x.0][x.1][1 + 2 * kind]);
                let before = mean(&|x| p[x.0][x.1 - 1][1 + 2 * kind] + p[x.0][x.1 - 1][2 + 2 * kind]);
                any |= inside + first + before > 0.05;
                for (what, value) in [(11, inside), (12, first), (13, before)] {
                    found.push(hash([what, kind as u64, share(value), 0]));
                }
            }
            if any {
                features[i].extend(&found);
                features[i - 1].extend(found.iter().map(|h| hash([*h, 7, 7, 7])));
            }
        }
        out.push(features);
    }
    out
}

/// What the first look says around the words of groups: by probability and by label.
fn both_kinds(shop: &Workshop, groups: &[Group], p: &[Vec<Scores>]) -> [Vec<DocumentFeatures>; 2] {
    let (mut soft, mut hard) = (Vec::new(), Vec::new());
    let mut at = 0;
    for g in groups {
        let p = &p[at..at + g.sentences.len()];
        at += g.sentences.len();
        soft.extend(around(shop, g, p));
        let labels: Vec<Vec<u8>> = p.iter().map(|p| likeliest(p)).collect();
        hard.extend(shop.document(g, &labels));
    }
    [soft, hard]
}

/// The names that together are worth most: each its probability less [`LIKELY`], none over another.
fn choose(words: usize, names: &Names) -> Vec<u8> {
    let mut best = vec![0f32; words + 1];
    let mut last: Vec<Option<(usize, u8)>> = vec![None; words + 1];
    for end in 1..=words {
        best[end] = best[end - 1];
        for n in names.iter().filter(|n| n.1 == end) {
            let value = best[n.0] + n.3 - LIKELY;
            if value > best[end] {
                best[end] = value;
                last[end] = Some((n.0, n.2));
            }
        }
    }
    let mut labels = vec![0u8; words];
    let mut end = words;
    while end > 0 {
        match last[end] {
            Some((from, kind)) => {
                labels[from..end].fill(2 * kind + 2);
                labels[from] = 2 * kind + 1;
                end = from;
            }
            None => end -= 1,
        }
    }
    labels
}

fn average(all: &[(Names, f32)]) -> Names {
    let mut sums: std::collections::BTreeMap<(usize, usize, u8), f32> = Default::default();
    for (names, weight) in all {
        for n in names {
            *sums.entry((n.0, n.1, n.2)).or_default() += n.3 * weight;
        }
    }
    sums.into_iter().map(|(n, p)| (n.0, n.1, n.2, p)).collect()
}

impl Council {
    /// Trains all models on the annotated sentences; `tables` are the label statistics of each part and of all.
    /// Deterministic.
    pub(super) fn train(
        shop: &Workshop,
        groups: &[Group],
        tables: &[Table],
        plan: &Plan,
        lap: &dyn Fn(&str),
    ) -> Council {
        let one = plan.linear.preliminary();
        let all = shop.annotated(groups);
        let every = shop.sentences(groups);
        // what the first look says of each part without having seen it; the last model has seen everything
        let mut fitted: Vec<(Option<Fitted>, Vec<Vec<Scores>>)> = (0..=shop.parts)
            .into_par_iter()
            .map(|part| {
                if part == shop.parts {
                    return (Some(shop.fit(&all, None, tables, View::Full, &one)), Vec::new());
                }
                let mut f = shop.fit(&without(&all, part, false), None, tables, View::Full, &one);
                let mine: Vec<(&Example, usize)> = every.iter().filter(|e| e.1 == part).copied().collect();
                let scores = shop.scores(&mut f, &mine, None, tables, View::Full);
                (None, scores.iter().map(|s| f.model.marginals(s)).collect())
            })
            .collect();
        let first = fitted.pop().and_then(|f| f.0).expect("the last of them is kept");
        let mut used = vec![0usize; shop.parts];
        let p: Vec<Vec<Scores>> = every
            .iter()
            .map(|e| {
                used[e.1] += 1;
                std::mem::take(&mut fitted[e.1].1[used[e.1] - 1])
            })
            .collect();
        lap("first look");
        let [soft, hard] = both_kinds(shop, groups, &p).map(|features| -> Vec<DocumentFeatures> {
            features.into_iter().zip(&every).filter(|f| f.1.0.annotated).map(|f| f.0).collect()
        });
        let again = shop.fit(&all, Some(&hard), tables, View::Full, &plan.linear);
        lap("second look");
        let mut rows = Dictionary::of(&all);
        let mut data = shop.encode(&all, Some(&soft), tables, View::NoPairs, &mut rows, true);
        let counts = std::mem::take(&mut rows.counts);
        let mut used = vec![false; counts.len()];
        let own = data.types.iter().flat_map(|rows| &rows[REACH]);
        let several = data.sentences.iter().flat_map(|s| s.extra.iter().flatten());
        own.chain(several).for_each(|r| used[*r as usize] = true);
        let keep = |r: &u32| used[*r as usize] && counts[*r as usize] >= plan.least;
        data.types.iter_mut().flatten().for_each(|rows| rows.retain(keep));
        data.sentences.iter_mut().flat_map(|s| &mut s.extra).for_each(|rows| rows.retain(keep));
        rows.ids.retain(|_, r| keep(r));
        let nets = (0..plan.nets)
            .into_par_iter()
            .map(|k| {
                let plan = neural::Plan { seed: plan.net.seed + k, ..plan.net.clone() };
                let mut net = Net::new(rows.names.len(), plan.seed);
                net.train(&data, &plan);
                net
            })
            .collect();
        lap("networks");
        Council { table: tables[shop.parts].clone(), first, again, nets, rows }
    }

    /// Labels of the groups' sentences, in order, after the first look and in the end; what they are labelled with
    /// already is not looked at.
    pub(super) fn label(&mut self, shop: &Workshop, groups: &[Group]) -> Vec<(Vec<u8>, Vec<u8>)> {
        let tables = std::slice::from_ref(&self.table);
        let all: Vec<(&Example, usize)> = groups.iter().flat_map(|g| &g.sentences).map(|e| (e, 0)).collect();
        let scores = shop.scores(&mut self.first, &all, None, tables, View::Full);
        let p: Vec<Vec<Scores>> = scores.iter().map(|s| self.first.model.marginals(s)).collect();
        let [soft, hard] = both_kinds(shop, groups, &p);
        let mut votes: Vec<Vec<(Names, f32)>> = vec![Vec::new(); all.len()];
        let half = if self.nets.is_empty() { 1.0 } else { 0.5 };
        let scores = shop.scores(&mut self.again, &all, Some(&hard), tables, View::Full);
        for (votes, s) in votes.iter_mut().zip(&scores) {
            votes.push((self.again.model.span_probabilities(s, FAINT), half));
        }
        let data = shop.encode(&all, Some(&soft), tables, View::NoPairs, &mut self.rows, false);
        for net in &self.nets {
            let chain = net.chain_model();
            let weight = half / self.nets.len() as f32;
            for (votes, s) in votes.iter_mut().zip(&data.sentences) {
                votes.push((chain.span_probabilities(&net.scores(&data, s), FAINT), weight));
            }
        }
        p.iter().zip(&votes).map(|(p, votes)| (likeliest(p), choose(p.len(), &average(votes)))).collect()
    }

    /// The file: packed with gzip: magic `MQNC`, label statistics, linear models, networks; numbers little-endian.
    pub fn write(&self) -> Vec<u8> {
        let mut out = b"MQNC".to_vec();
        number(self.table.len(), &mut out);
        for s in &self.table {
            out.extend(s.chunks_exact(2).map(|p| (p[0] & 15) | (p[1] << 4)));
        }
        for fitted in [&self.first, &self.again] {
            write_linear(fitted, &mut out);
        }
        let mut rows: Vec<(u32, u32)> = self.rows.ids.iter().map(|(key, row)| (*key as u32, *row)).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|r| r.0);
        number(rows.len(), &mut out);
        write_keys(rows.iter().map(|r| r.0), &mut out);
        number(self.nets.len(), &mut out);
        let order: Vec<u32> = rows.iter().map(|r| r.1).collect();
        self.nets.iter().for_each(|n| n.write(&order, &mut out));
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gz.write_all(&out).and_then(|()| gz.finish()).expect("writing to memory does not fail")
    }

    /// Reads what [`Council::write`] wrote.
    ///
    /// # Errors
    /// The bytes end early or are something else.
    pub fn read(bytes: &[u8]) -> Result<Council> {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).context("unpacking the tagger")?;
        Self::try_read(&plain).context("the tagger of ANERcorp's guideline is damaged")
    }

    fn try_read(bytes: &[u8]) -> Option<Council> {
        let mut bytes = bytes.strip_prefix(b"MQNC")?;
        let b = &mut bytes;
        let n = take_number(b)?;
        let packed = take(b, n.checked_mul(STATS / 2)?)?;
        let table = packed
            .chunks_exact(STATS / 2)
            .map(|p| std::array::from_fn(|i| if i % 2 == 0 { p[i / 2] & 15 } else { p[i / 2] >> 4 }))
            .collect();
        let first = read_linear(b)?;
        let again = read_linear(b)?;
        let n = take_number(b)?;
        let rows = read_dictionary(n, b)?;
        let nets = (0..take_number(b)?).map(|_| Net::read(n, b)).collect::<Option<Vec<Net>>>()?;
        b.is_empty().then_some(Council { table, first, again, nets, rows })
    }
}

fn number(n: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&(n as u32).to_le_bytes());
}

pub(super) fn take<'b>(bytes: &mut &'b [u8], n: usize) -> Option<&'b [u8]> {
    let part = bytes.get(..n)?;
    *bytes = &bytes[n..];
    Some(part)
}

fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    Some(u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?) as usize)
}

pub(super) fn take_float(bytes: &mut &[u8]) -> Option<f32> {
    Some(f32::from_bits(u32::from_le_bytes(take(bytes, 4)?.try_into().ok()?)))
}

/// Largest weight of a linear model that is told apart from larger ones.
const LARGEST: f32 = 6.0;

/// Keys in rising order as their differences, seven bits a byte, the last byte of each below 128.
fn write_keys(keys: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut before = 0;
    for key in keys {
        let mut rest = key - before;
        before = key;
        while rest > 127 {
            out.push(rest as u8 | 128);
            rest >>= 7;
        }
        out.push(rest as u8);
    }
}

fn read_key(before: u32, b: &mut &[u8]) -> Option<u32> {
    let mut rest = 0u32;
    for shift in (0..32).step_by(7) {
        let byte = take(b, 1)?[0];
        rest |= u32::from(byte & 127).checked_shl(shift)?;
        if byte < 128 {
            return before.checked_add(rest);
        }
    }
    None
}

/// Chain, scale, number of rows, keys, which labels each row has (u16), then their weights (i8, times the scale).
fn write_linear(fitted: &Fitted, out: &mut Vec<u8>) {
    let model = &fitted.model;
    let float = |x: f32, out: &mut Vec<u8>| out.extend_from_slice(&x.to_bits().to_le_bytes());
    for row in std::iter::once(&model.start).chain(&model.transitions) {
        row.w.iter().for_each(|x| float(*x, out));
    }
    let scale = model.rows.iter().flat_map(|r| r.w).fold(0.1f32, |m, w| m.max(w.abs())).min(LARGEST) / 127.0;
    float(scale, out);
    let rounded = |w: f32| (w / scale).round().clamp(-127.0, 127.0) as i8;
    let mut rows: Vec<(u32, [i8; LABELS])> = fitted
        .dictionary
        .ids
        .iter()
        .map(|(key, id)| (*key as u32, model.rows[*id as usize].w.map(rounded)))
        .filter(|r| r.1.iter().any(|w| *w != 0))
        .collect();
    rows.sort_unstable();
    number(rows.len(), out);
    write_keys(rows.iter().map(|r| r.0), out);
    for (_, w) in &rows {
        let mask = (0..LABELS).filter(|y| w[*y] != 0).fold(0u16, |m, y| m | 1 << y);
        out.extend_from_slice(&mask.to_le_bytes());
    }
    for (_, w) in &rows {
        out.extend(w.iter().filter(|w| **w != 0).map(|w| *w as u8));
    }
}

/// The keys of `n` rows, in their order.
fn read_dictionary(n: usize, b: &mut &[u8]) -> Option<Dictionary> {
    let mut dictionary = Dictionary { short: true, ..Dictionary::default() };
    let mut key = 0;
    for i in 0..n {
        key = read_key(key, b)?;
        dictionary.ids.insert(u64::from(key), i as u32);
    }
    Some(dictionary)
}

fn read_linear(b: &mut &[u8]) -> Option<Fitted> {
    let mut model = Model::new(0, &Settings::default());
    for row in std::iter::once(&mut model.start).chain(&mut model.transitions) {
        for w in &mut row.w {
            *w = take_float(b)?;
        }
    }
    let scale = take_float(b)?;
    let n = take_number(b)?;
    let dictionary = read_dictionary(n, b)?;
    let masks = take(b, n.checked_mul(2)?)?;
    for mask in masks.chunks_exact(2) {
        let mask = u16::from_le_bytes([mask[0], mask[1]]);
        let mut row = Row::default();
        for y in (0..LABELS).filter(|y| mask >> y & 1 == 1) {
            row.w[y] = f32::from(take(b, 1)?[0] as i8) * scale;
        }
        model.rows.push(row);
    }
    Some(Fitted { model, dictionary })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_names_that_overlap_the_likelier_stands() {
        let names = vec![(0, 2, 0, 0.6), (0, 1, 0, 0.3), (1, 3, 1, 0.5), (3, 4, 2, 0.2)];
        assert_eq!(choose(5, &names), [1, 2, 0, 0, 0]);
        let mean = average(&[(vec![(0, 1, 0, 0.8)], 0.5), (vec![(0, 1, 0, 0.4), (2, 3, 1, 1.0)], 0.5)]);
        assert_eq!(choose(3, &mean), [1, 0, 3]);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        assert!(Council::read(b"MQNC").is_err());
        assert!(Council::read(b"something else").is_err());
    }

    #[test]
    fn keys_written_are_read() {
        let keys = [0, 1, 127, 128, 300, 70_000, u32::MAX];
        let mut out = Vec::new();
        write_keys(keys.into_iter(), &mut out);
        let mut bytes = out.as_slice();
        let mut key = 0;
        for k in keys {
            key = read_key(key, &mut bytes).expect("just written");
            assert_eq!(key, k);
        }
        assert!(bytes.is_empty());
    }
}
