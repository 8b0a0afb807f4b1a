//! Training of the linear-chain model: FTRL-proximal steps, a sentence at a time, in a fixed shuffled order. The
//! optional hidden layer over word vectors makes the stronger, slower teachers that the shipped models learn from.

use super::Rng;
use crate::mentions::entities::features::OFFSETS;
use crate::mentions::entities::weights::{LABELS, Scores, allowed};

/// Settings of a training run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Step size.
    pub alpha: f32,
    /// Strength of the penalty that empties weights.
    pub l1: f32,
    /// Strength of the penalty that shrinks weights.
    pub l2: f32,
    /// Passes over the data.
    pub epochs: usize,
    /// Width of the hidden layer, 0 for none.
    pub hidden: usize,
    /// Step size of the hidden layer.
    pub hidden_rate: f32,
    /// Share of the hidden layer left out at a step.
    pub dropout: f32,
    /// Seed of the order and of the hidden layer.
    pub seed: u64,
}

impl Default for Settings {
    // Settled on the held-out tenths of ANERcorp (see DESIGN.md); the figures move little around them.
    fn default() -> Settings {
        Settings { alpha: 0.15, l1: 1.0, l2: 1.0, epochs: 12, hidden: 0, hidden_rate: 0.01, dropout: 0.3, seed: 1 }
    }
}

/// Weights of one feature with their optimiser state.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Weights by label.
    pub w: Scores,
    z: Scores,
    n: Scores,
}

/// A sentence to learn from or to score.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Encoded word types (indices into [`Encoded::types`]).
    pub types: Vec<u32>,
    /// Rows of the features of several words and of the document, by word.
    pub extra: Vec<Vec<u32>>,
    /// Word vector of each word, 0 for none.
    pub vectors: Vec<u32>,
    /// Labels.
    pub gold: Vec<u8>,
    /// How much it counts.
    pub weight: f32,
}

/// Word types and sentences as rows.
#[derive(Debug, Default)]
pub struct Encoded {
    /// Rows of a type at each offset.
    pub types: Vec<[Vec<u32>; OFFSETS]>,
    /// Rows of every word.
    pub bias: Vec<u32>,
    /// Rows where an offset lies outside the sentence.
    pub outside: [Vec<u32>; OFFSETS],
    /// Sentences.
    pub sentences: Vec<Sentence>,
}

/// Word vectors, row 0 all zero.
#[derive(Debug, Default)]
pub struct Vectors {
    /// Numbers in a vector, a multiple of 8.
    pub width: usize,
    /// Vectors one after the other.
    pub values: Vec<f32>,
}

impl Vectors {
    fn get(&self, i: u32) -> &[f32] {
        &self.values[i as usize * self.width..(i as usize + 1) * self.width]
    }
}

/// Hidden layer: tanh of five projected word vectors, then label scores.
#[derive(Debug, Clone)]
pub struct Hidden {
    width: usize,
    size: usize,
    project: Vec<f32>,
    bias: Vec<f32>,
    output: Vec<f32>,
    project_sq: Vec<f32>,
    bias_sq: Vec<f32>,
    output_sq: Vec<f32>,
}

impl Hidden {
    fn new(width: usize, size: usize, seed: u64) -> Hidden {
        let mut rng = Rng::new(seed.wrapping_mul(7919) + 13);
        let bound = (3.0 / (width * OFFSETS) as f32).sqrt();
        Hidden {
            width,
            size,
            project: (0..OFFSETS * size * width).map(|_| (rng.unit() * 2.0 - 1.0) * bound).collect(),
            bias: vec![0.0; size],
            output: (0..size * LABELS).map(|_| (rng.unit() * 2.0 - 1.0) * 0.1).collect(),
            project_sq: vec![0.0; OFFSETS * size * width],
            bias_sq: vec![0.0; size],
            output_sq: vec![0.0; size * LABELS],
        }
    }

    fn forward(&self, vectors: &Vectors, s: &[u32], i: usize, h: &mut [f32]) {
        h.copy_from_slice(&self.bias);
        for o in 0..OFFSETS {
            let Some(&id) = (i + o).checked_sub(2).and_then(|j| s.get(j)) else { continue };
            if id == 0 {
                continue;
            }
            let e = vectors.get(id);
            let block = &self.project[o * self.size * self.width..(o + 1) * self.size * self.width];
            for (x, row) in h.iter_mut().zip(block.chunks_exact(self.width)) {
                let mut sums = [0f32; 8];
                for (a, b) in row.chunks_exact(8).zip(e.chunks_exact(8)) {
                    for k in 0..8 {
                        sums[k] += a[k] * b[k];
                    }
                }
                *x += sums.iter().sum::<f32>();
            }
        }
        for x in h.iter_mut() {
            *x = x.tanh();
        }
    }

    fn backward(&mut self, vectors: &Vectors, s: &[u32], i: usize, dh: &[f32], rate: f32) {
        for (k, d) in dh.iter().enumerate() {
            self.bias_sq[k] += d * d;
            self.bias[k] -= rate * d / (self.bias_sq[k].sqrt() + 1e-2);
        }
        for o in 0..OFFSETS {
            let Some(&id) = (i + o).checked_sub(2).and_then(|j| s.get(j)) else { continue };
            if id == 0 {
                continue;
            }
            let e = vectors.get(id);
            for (k, d) in dh.iter().enumerate() {
                if d.abs() < 1e-5 {
                    continue;
                }
                let at = (o * self.size + k) * self.width;
                let (p, q) = (&mut self.project[at..at + self.width], &mut self.project_sq[at..at + self.width]);
                for ((p, q), e) in p.iter_mut().zip(q).zip(e) {
                    let g = d * e + 1e-5 * *p;
                    *q += g * g;
                    *p -= rate * g / (q.sqrt() + 1e-2);
                }
            }
        }
    }
}

/// A model in training.
#[derive(Debug, Clone)]
pub struct Model {
    /// Feature rows.
    pub rows: Vec<Row>,
    /// Scores of a label (column) after another (row).
    pub transitions: Vec<Row>,
    /// Scores of a first label.
    pub start: Row,
    /// Hidden layer of a teacher.
    pub hidden: Option<Hidden>,
    settings: Settings,
}

const FAR: f32 = -1.0e6;

fn log_sum(x: &Scores) -> f32 {
    let m = x.iter().copied().fold(f32::MIN, f32::max);
    m + x.iter().map(|v| (v - m).exp()).sum::<f32>().ln()
}

fn step(r: &mut Row, g: &Scores, s: &Settings) {
    for y in 0..LABELS {
        let g = g[y];
        if g.abs() < 1e-5 {
            continue;
        }
        let n = r.n[y] + g * g;
        r.z[y] += g - (n.sqrt() - r.n[y].sqrt()) / s.alpha * r.w[y];
        r.n[y] = n;
        let z = r.z[y];
        r.w[y] = if z.abs() <= s.l1 { 0.0 } else { -(z - z.signum() * s.l1) / ((1.0 + n.sqrt()) / s.alpha + s.l2) };
    }
}

fn first_label(y: usize) -> f32 {
    if y != 0 && y.is_multiple_of(2) { FAR } else { 0.0 }
}

impl Model {
    /// An empty model.
    pub fn new(rows: usize, settings: &Settings, width: usize) -> Model {
        Model {
            rows: vec![Row::default(); rows],
            transitions: vec![Row::default(); LABELS],
            start: Row::default(),
            hidden: (settings.hidden > 0).then(|| Hidden::new(width, settings.hidden, settings.seed)),
            settings: settings.clone(),
        }
    }

    fn each_row(data: &Encoded, s: &Sentence, i: usize, mut f: impl FnMut(u32)) {
        data.bias.iter().for_each(|r| f(*r));
        for o in 0..OFFSETS {
            match (i + o).checked_sub(2).and_then(|j| s.types.get(j)) {
                Some(&t) => data.types[t as usize][o].iter().for_each(|r| f(*r)),
                None => data.outside[o].iter().for_each(|r| f(*r)),
            }
        }
        s.extra[i].iter().for_each(|r| f(*r));
    }

    /// Scores of each word's labels.
    pub fn scores(&self, data: &Encoded, s: &Sentence, vectors: &Vectors) -> Vec<Scores> {
        let n = s.types.len();
        let mut e = vec![Scores::default(); n];
        for (i, e) in e.iter_mut().enumerate() {
            Self::each_row(data, s, i, |r| {
                let w = &self.rows[r as usize].w;
                for y in 0..LABELS {
                    e[y] += w[y];
                }
            });
        }
        if let Some(hidden) = &self.hidden {
            let mut h = vec![0.0; hidden.size];
            for (i, e) in e.iter_mut().enumerate() {
                hidden.forward(vectors, &s.vectors, i, &mut h);
                for (x, v) in h.iter().zip(hidden.output.chunks_exact(LABELS)) {
                    for y in 0..LABELS {
                        e[y] += v[y] * x;
                    }
                }
            }
        }
        e
    }

    /// Forward and backward sums and the log of the whole.
    fn sums(&self, e: &[Scores]) -> (Vec<Scores>, Vec<Scores>, f32) {
        let n = e.len();
        let mut a = vec![Scores::default(); n];
        let mut b = vec![Scores::default(); n];
        for y in 0..LABELS {
            a[0][y] = e[0][y] + self.start.w[y] + first_label(y);
        }
        for t in 1..n {
            for y in 0..LABELS {
                let mut x = [FAR; LABELS];
                for p in 0..LABELS {
                    if allowed(p, y) {
                        x[p] = a[t - 1][p] + self.transitions[p].w[y];
                    }
                }
                a[t][y] = log_sum(&x) + e[t][y];
            }
        }
        for t in (0..n - 1).rev() {
            for y in 0..LABELS {
                let mut x = [FAR; LABELS];
                for q in 0..LABELS {
                    if allowed(y, q) {
                        x[q] = b[t + 1][q] + e[t + 1][q] + self.transitions[y].w[q];
                    }
                }
                b[t][y] = log_sum(&x);
            }
        }
        let z = log_sum(&a[n - 1]);
        (a, b, z)
    }

    /// Probability of each label at each word.
    pub fn marginals(&self, e: &[Scores]) -> Vec<Scores> {
        if e.is_empty() {
            return Vec::new();
        }
        let (a, b, z) = self.sums(e);
        a.iter().zip(&b).map(|(a, b)| std::array::from_fn(|y| (a[y] + b[y] - z).exp())).collect()
    }

    /// Best labels.
    pub fn best(&self, e: &[Scores]) -> Vec<u8> {
        crate::mentions::entities::tag::best_labels(e, &self.start.w, &self.transition_scores())
    }

    /// Transition scores alone.
    pub fn transition_scores(&self) -> [Scores; LABELS] {
        std::array::from_fn(|a| self.transitions[a].w)
    }

    /// Trains on the sentences. Deterministic; linear in words × features × epochs.
    pub fn train(&mut self, data: &Encoded, vectors: &Vectors) {
        let settings = self.settings.clone();
        let mut rng = Rng::new(settings.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut order: Vec<usize> =
            (0..data.sentences.len()).filter(|i| !data.sentences[*i].types.is_empty()).collect();
        for _ in 0..settings.epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, rng.below(i + 1));
            }
            for &si in &order {
                self.learn(data, &data.sentences[si], vectors, &settings, &mut rng);
            }
        }
    }

    fn learn(&mut self, data: &Encoded, s: &Sentence, vectors: &Vectors, settings: &Settings, rng: &mut Rng) {
        let n = s.types.len();
        let mut e = vec![Scores::default(); n];
        for (i, e) in e.iter_mut().enumerate() {
            Self::each_row(data, s, i, |r| {
                let w = &self.rows[r as usize].w;
                for y in 0..LABELS {
                    e[y] += w[y];
                }
            });
        }
        let size = self.hidden.as_ref().map_or(0, |h| h.size);
        let mut hs = vec![0.0f32; n * size];
        let mut kept = vec![0.0f32; n * size];
        if let Some(hidden) = &self.hidden {
            for k in &mut kept {
                *k = if rng.unit() < settings.dropout { 0.0 } else { 1.0 / (1.0 - settings.dropout) };
            }
            for i in 0..n {
                let h = &mut hs[i * size..(i + 1) * size];
                hidden.forward(vectors, &s.vectors, i, h);
                for (k, v) in hidden.output.chunks_exact(LABELS).enumerate() {
                    let x = h[k] * kept[i * size + k];
                    for y in 0..LABELS {
                        e[i][y] += v[y] * x;
                    }
                }
            }
        }
        let (a, b, z) = self.sums(&e);
        let mut first = Scores::default();
        let mut moves = [Scores::default(); LABELS];
        let mut dh = vec![0.0f32; size];
        for t in 0..n {
            let mut g: Scores = std::array::from_fn(|y| (a[t][y] + b[t][y] - z).exp() * s.weight);
            g[usize::from(s.gold[t])] -= s.weight;
            if t == 0 {
                first = g;
            } else {
                for p in 0..LABELS {
                    for y in 0..LABELS {
                        if allowed(p, y) {
                            moves[p][y] +=
                                s.weight * (a[t - 1][p] + self.transitions[p].w[y] + e[t][y] + b[t][y] - z).exp();
                        }
                    }
                }
                moves[usize::from(s.gold[t - 1])][usize::from(s.gold[t])] -= s.weight;
            }
            if g.iter().all(|x| x.abs() < 1e-3) {
                continue;
            }
            let rows = &mut self.rows;
            Self::each_row(data, s, t, |r| step(&mut rows[r as usize], &g, settings));
            if let Some(hidden) = &mut self.hidden {
                for k in 0..size {
                    let (x, keep) = (hs[t * size + k], kept[t * size + k]);
                    let out = &mut hidden.output[k * LABELS..(k + 1) * LABELS];
                    let sq = &mut hidden.output_sq[k * LABELS..(k + 1) * LABELS];
                    dh[k] = (0..LABELS).map(|y| out[y] * g[y]).sum::<f32>() * keep * (1.0 - x * x);
                    for y in 0..LABELS {
                        let gradient = g[y] * x * keep + 1e-5 * out[y];
                        sq[y] += gradient * gradient;
                        out[y] -= settings.hidden_rate * gradient / (sq[y].sqrt() + 1e-2);
                    }
                }
                hidden.backward(vectors, &s.vectors, t, &dh, settings.hidden_rate);
            }
        }
        step(&mut self.start, &first, settings);
        for (row, g) in self.transitions.iter_mut().zip(&moves) {
            step(row, g, settings);
        }
    }
}
