//! Word classes and word vectors from running text: exchange clustering, skip-gram, k-means. One thread, fixed seeds.

use super::Rng;
use super::data::Corpus;

/// Words below this count get no class and no vector.
pub const LEAST_COUNT: u32 = 5;
/// Numbers in the vector of one of the two skip-gram models.
const HALF: usize = 64;
/// Numbers in a joined vector.
pub const WIDTH: usize = 2 * HALF;

/// Running text over frequent words: id 0 is a rare word, 1 a sentence boundary, words from 2 by falling count.
pub struct Stream {
    /// Corpus type of each word id (0 and 1 unused).
    pub words: Vec<u32>,
    counts: Vec<u32>,
    ids: Vec<u32>,
}

impl Stream {
    /// From a corpus. Linear.
    pub fn new(corpus: &Corpus) -> Stream {
        let mut order: Vec<u32> =
            (0..corpus.types.len() as u32).filter(|t| corpus.counts[*t as usize] >= LEAST_COUNT).collect();
        order.sort_by(|a, b| {
            (corpus.counts[*b as usize], &corpus.types[*a as usize])
                .cmp(&(corpus.counts[*a as usize], &corpus.types[*b as usize]))
        });
        let mut id_of = vec![0u32; corpus.types.len()];
        let mut words = vec![0, 0];
        let mut counts = vec![0, 0];
        for &t in &order {
            id_of[t as usize] = words.len() as u32;
            words.push(t);
            counts.push(corpus.counts[t as usize]);
        }
        let mut ids = Vec::new();
        for s in corpus.documents.iter().flatten() {
            ids.extend(s.iter().map(|t| id_of[*t as usize]));
            ids.push(1);
        }
        for &i in ids.iter().filter(|i| **i < 2) {
            counts[i as usize] += 1;
        }
        Stream { words, counts, ids }
    }
}

/// Two-sided exchange clustering (Martin, Liermann, Ney 1998): each word moves to the class that raises the likelihood
/// of a class bigram model most, until few move. Gives the class of every word id. Cost: words × classes × neighbours.
pub fn exchange(text: &Stream, classes: usize, passes: usize) -> Vec<u16> {
    let v = text.words.len();
    let mut pairs: Vec<u64> = text.ids.windows(2).map(|w| (u64::from(w[0]) << 32) | u64::from(w[1])).collect();
    pairs.sort_unstable();
    let mut right: Vec<Vec<(u32, i32)>> = vec![Vec::new(); v];
    let mut left: Vec<Vec<(u32, i32)>> = vec![Vec::new(); v];
    for run in pairs.chunk_by(|a, b| a == b) {
        let (a, b, n) = ((run[0] >> 32) as u32, run[0] as u32, run.len() as i32);
        right[a as usize].push((b, n));
        left[b as usize].push((a, n));
    }
    drop(pairs);
    let k = classes + 2; // rare words and boundaries keep classes of their own
    let mut class: Vec<usize> = (0..v).map(|w| if w < 2 { classes + w } else { (w - 2) % classes }).collect();
    let mut after = vec![0i32; k * k];
    let mut before = vec![0i32; k * k];
    let mut size = vec![0i64; k];
    for a in 0..v {
        for &(b, n) in &right[a] {
            after[class[a] * k + class[b as usize]] += n;
            before[class[b as usize] * k + class[a]] += n;
        }
        size[class[a]] += i64::from(text.counts[a]);
    }
    let table: Vec<f32> =
        (0..200_000).map(|n| if n == 0 { 0.0 } else { (f64::from(n) * f64::from(n).ln()) as f32 }).collect();
    let f = |n: i32| match table.get(n as usize) {
        Some(x) => f64::from(*x),
        None => f64::from(n) * f64::from(n).ln(),
    };
    let whole = |n: i64| if n <= 0 { 0.0 } else { n as f64 * (n as f64).ln() };
    let (mut rc, mut lc) = (vec![0i32; k], vec![0i32; k]);
    let (mut rs, mut ls) = (Vec::new(), Vec::new());
    let mut gain = vec![0f64; classes];
    for _ in 0..passes {
        let mut moved = 0;
        for w in 2..v {
            let from = class[w];
            let mut own = 0;
            rs.clear();
            ls.clear();
            for (list, count, seen, is_right) in
                [(&right[w], &mut rc, &mut rs, true), (&left[w], &mut lc, &mut ls, false)]
            {
                for &(b, n) in list {
                    if b as usize == w {
                        if is_right {
                            own = n;
                        }
                        continue;
                    }
                    let y = class[b as usize];
                    if count[y] == 0 {
                        seen.push(y);
                    }
                    count[y] += n;
                }
            }
            let mut put = |c: usize, sign: i32, rc: &[i32], lc: &[i32]| {
                for &y in &rs {
                    after[c * k + y] += sign * rc[y];
                    before[y * k + c] += sign * rc[y];
                }
                for &y in &ls {
                    after[y * k + c] += sign * lc[y];
                    before[c * k + y] += sign * lc[y];
                }
                after[c * k + c] += sign * own;
                before[c * k + c] += sign * own;
            };
            put(from, -1, &rc, &lc);
            let n_w = i64::from(text.counts[w]);
            size[from] -= n_w;
            gain.fill(0.0);
            for (seen, count, matrix) in [(&rs, &rc, &before), (&ls, &lc, &after)] {
                for &y in seen.iter() {
                    let n = count[y];
                    for (g, m) in gain.iter_mut().zip(&matrix[y * k..y * k + classes]) {
                        *g += f(m + n) - f(*m);
                    }
                }
            }
            for (b, g) in gain.iter_mut().enumerate() {
                if rc[b] != 0 || lc[b] != 0 || own != 0 {
                    // both sides meet in the class itself
                    let m = after[b * k + b];
                    *g += f(m + rc[b] + lc[b] + own) + f(m) - f(m + rc[b]) - f(m + lc[b]);
                }
                *g -= 2.0 * (whole(size[b] + n_w) - whole(size[b]));
            }
            let mut best = from;
            for b in 0..classes {
                if gain[b] > gain[best] + 1e-6 {
                    best = b;
                }
            }
            moved += usize::from(best != from);
            class[w] = best;
            let mut put = |c: usize| {
                for &y in &rs {
                    after[c * k + y] += rc[y];
                    before[y * k + c] += rc[y];
                }
                for &y in &ls {
                    after[y * k + c] += lc[y];
                    before[c * k + y] += lc[y];
                }
                after[c * k + c] += own;
                before[c * k + c] += own;
            };
            put(best);
            size[best] += n_w;
            rs.iter().for_each(|y| rc[*y] = 0);
            ls.iter().for_each(|y| lc[*y] = 0);
        }
        eprintln!("exchange, {classes} classes: {moved} words moved");
        if moved * 200 < v {
            break;
        }
    }
    class.into_iter().map(|c| c as u16).collect()
}

/// Skip-gram with negative sampling; `ordered` gives every relative position output vectors of its own (Ling et al.
/// 2015), which catches what a word does in the sentence more than what it is about.
pub fn skip_gram(text: &Stream, window: usize, ordered: bool, epochs: usize) -> Vec<f32> {
    const D: usize = HALF;
    let v = text.words.len();
    let places = if ordered { 2 * window } else { 1 };
    let mut rng = Rng::new(0x5eed + window as u64);
    let mut input: Vec<f32> = (0..v * D).map(|_| (rng.unit() - 0.5) / D as f32).collect();
    let mut output = vec![0f32; v * D * places];
    let power = |n: u32| f64::from(n).powf(0.75);
    let total: f64 = text.counts.iter().map(|n| power(*n)).sum();
    let mut negatives: Vec<u32> = Vec::with_capacity(2_000_000);
    for (w, &n) in text.counts.iter().enumerate() {
        negatives.extend(std::iter::repeat_n(w as u32, (power(n) / total * 2e6).round() as usize));
    }
    let keep: Vec<f32> = text
        .counts
        .iter()
        .map(|n| {
            let share = f64::from(*n) / text.ids.len() as f64;
            ((1e-4 / share).sqrt() + 1e-4 / share).min(1.0) as f32
        })
        .collect();
    let sigmoid: Vec<f32> = (0..1024).map(|i| 1.0 / (1.0 + (-(i as f32 - 512.0) / 512.0 * 6.0).exp())).collect();
    let steps = (text.ids.len() * epochs) as f32;
    let mut done = 0usize;
    let mut error = [0f32; D];
    let mut sentence: Vec<u32> = Vec::new();
    for epoch in 0..epochs {
        for part in text.ids.split(|i| *i == 1) {
            sentence.clear();
            sentence.push(1);
            sentence.extend(part.iter().copied().filter(|w| ordered || rng.unit() < keep[*w as usize]));
            sentence.push(1);
            done += sentence.len();
            let rate = (0.05 * (1.0 - done as f32 / steps)).max(0.0005);
            for p in 1..sentence.len() - 1 {
                let w = sentence[p] as usize;
                if w == 0 || (ordered && rng.unit() > keep[w].sqrt()) {
                    continue;
                }
                let reach = if ordered { window } else { 1 + rng.below(window) };
                let near = p.saturating_sub(reach)..(p + reach + 1).min(sentence.len());
                for (q, other) in near.clone().zip(&sentence[near]) {
                    if q == p {
                        continue;
                    }
                    let place = match (ordered, q < p) {
                        (false, _) => 0,
                        (true, true) => q + window - p,
                        (true, false) => q + window - p - 1,
                    };
                    let context = *other as usize;
                    error.fill(0.0);
                    let wi = &mut input[w * D..(w + 1) * D];
                    for negative in 0..6 {
                        let (t, target) = if negative == 0 {
                            (context, 1.0f32)
                        } else {
                            let t = negatives[rng.below(negatives.len())] as usize;
                            if t == context {
                                continue;
                            }
                            (t, 0.0)
                        };
                        let at = (t * places + place) * D;
                        let wo = &mut output[at..at + D];
                        let mut sums = [0f32; 8];
                        for (a, b) in wi.chunks_exact(8).zip(wo.chunks_exact(8)) {
                            for k in 0..8 {
                                sums[k] += a[k] * b[k];
                            }
                        }
                        let dot: f32 = sums.iter().sum();
                        let s = if dot > 5.99 {
                            1.0
                        } else if dot < -5.99 {
                            0.0
                        } else {
                            sigmoid[((dot / 6.0 * 512.0) + 512.0) as usize]
                        };
                        let g = (target - s) * rate;
                        for k in 0..D {
                            error[k] += g * wo[k];
                            wo[k] += g * wi[k];
                        }
                    }
                    for k in 0..D {
                        wi[k] += error[k];
                    }
                }
            }
        }
        eprintln!("skip-gram, window {window}: pass {} of {epochs}", epoch + 1);
    }
    input
}

/// Joins the two models' vectors, each scaled to length 1.
pub fn join(a: &[f32], b: &[f32]) -> Vec<f32> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    for (x, y) in a.chunks_exact(HALF).zip(b.chunks_exact(HALF)) {
        for half in [x, y] {
            let length = half.iter().map(|v| v * v).sum::<f32>().sqrt().max(1e-6);
            out.extend(half.iter().map(|v| v / length));
        }
    }
    out
}

/// Spherical k-means of joined vectors from word id 2 on; centres begin at frequent words.
pub fn k_means(vectors: &[f32], k: usize, passes: usize) -> Vec<u16> {
    let d = WIDTH;
    let n = vectors.len() / d;
    let row = |i: usize| &vectors[i * d..(i + 1) * d];
    let mut centres: Vec<f32> = Vec::with_capacity(k * d);
    for j in 0..k {
        centres.extend_from_slice(row((2 + j * 12_000 / k).min(n - 1)));
    }
    let mut class = vec![0u16; n];
    for _ in 0..passes {
        let mut sums = vec![0f32; k * d];
        for (i, mine) in class.iter_mut().enumerate().skip(2) {
            let mut best = (f32::MIN, 0);
            for (j, c) in centres.chunks_exact(d).enumerate() {
                let mut acc = [0f32; 16];
                for (a, b) in row(i).chunks_exact(16).zip(c.chunks_exact(16)) {
                    for z in 0..16 {
                        acc[z] += a[z] * b[z];
                    }
                }
                let dot: f32 = acc.iter().sum();
                if dot > best.0 {
                    best = (dot, j);
                }
            }
            *mine = best.1 as u16;
            for (s, x) in sums[best.1 * d..(best.1 + 1) * d].iter_mut().zip(row(i)) {
                *s += x;
            }
        }
        for (c, s) in centres.chunks_exact_mut(d).zip(sums.chunks_exact(d)) {
            let length = s.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 0.0 {
                c.iter_mut().zip(s).for_each(|(c, s)| *c = s / length);
            }
        }
    }
    class
}
