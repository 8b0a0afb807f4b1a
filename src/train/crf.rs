//! Training of the linear-chain model: FTRL-proximal steps, a sentence at a time, in a fixed shuffled order, features
//! hidden at random.

use super::Rng;
use crate::mentions::entities::features::OFFSETS;
use crate::mentions::entities::weights::{LABELS, Scores, TypeScores, allowed};

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
    /// Chance that a feature is hidden for a step, so that none is relied on alone (Wang, Wang, Wager, Liang, Manning
    /// 2013).
    pub blank: f32,
    /// Seed of the order and of what is hidden.
    pub seed: u64,
    /// Models, with seeds one after the other, whose mean is taken.
    pub seeds: u64,
}

impl Settings {
    /// For models that only prepare what the last one learns from: one seed, half the passes.
    pub fn preliminary(&self) -> Settings {
        Settings { seeds: 1, epochs: self.epochs.div_ceil(2), ..self.clone() }
    }
}

impl Default for Settings {
    // Settled on the held-out tenths of ANERcorp (see DESIGN.md); the figures move little around them.
    fn default() -> Settings {
        Settings { alpha: 0.15, l1: 0.5, l2: 1.0, epochs: 12, blank: 0.3, seed: 1, seeds: 3 }
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

/// A model in training.
#[derive(Debug, Clone)]
pub struct Model {
    /// Feature rows.
    pub rows: Vec<Row>,
    /// Scores of a label (column) after another (row).
    pub transitions: Vec<Row>,
    /// Scores of a first label.
    pub start: Row,
    settings: Settings,
}

/// Words of the longest name whose probability is asked for.
const LONGEST: usize = 15;
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
    pub fn new(rows: usize, settings: &Settings) -> Model {
        Model {
            rows: vec![Row::default(); rows],
            transitions: vec![Row::default(); LABELS],
            start: Row::default(),
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

    /// The mean of models of the same rows; only what scores is kept.
    pub fn mean(models: Vec<Model>) -> Model {
        let n = models.len() as f32;
        let mut models = models.into_iter();
        let mut out = models.next().expect("at least one model");
        let add = |a: &mut Row, b: &Row| a.w.iter_mut().zip(&b.w).for_each(|(a, b)| *a += b);
        for m in models {
            out.rows.iter_mut().zip(&m.rows).for_each(|(a, b)| add(a, b));
            out.transitions.iter_mut().zip(&m.transitions).for_each(|(a, b)| add(a, b));
            add(&mut out.start, &m.start);
        }
        let all = out.rows.iter_mut().chain(&mut out.transitions).chain([&mut out.start]);
        all.for_each(|r| r.w.iter_mut().for_each(|w| *w /= n));
        out
    }

    /// Scores that each word type gives at each offset, and those of an offset outside the sentence.
    pub fn type_scores(&self, data: &Encoded) -> (Vec<TypeScores>, TypeScores) {
        let sum = |rows: &[Vec<u32>; OFFSETS]| -> TypeScores {
            std::array::from_fn(|o| {
                let mut e = Scores::default();
                for r in &rows[o] {
                    let w = &self.rows[*r as usize].w;
                    for y in 0..LABELS {
                        e[y] += w[y];
                    }
                }
                e
            })
        };
        (data.types.iter().map(sum).collect(), sum(&data.outside))
    }

    /// Scores of each word's labels; `types` from [`Model::type_scores`].
    pub fn scores(&self, data: &Encoded, s: &Sentence, types: &(Vec<TypeScores>, TypeScores)) -> Vec<Scores> {
        let mut e = vec![Scores::default(); s.types.len()];
        for (i, e) in e.iter_mut().enumerate() {
            for o in 0..OFFSETS {
                let from = match (i + o).checked_sub(2).and_then(|j| s.types.get(j)) {
                    Some(&t) => &types.0[t as usize][o],
                    None => &types.1[o],
                };
                for y in 0..LABELS {
                    e[y] += from[y];
                }
            }
            for r in data.bias.iter().chain(&s.extra[i]) {
                let w = &self.rows[*r as usize].w;
                for y in 0..LABELS {
                    e[y] += w[y];
                }
            }
        }
        e
    }

    /// Forward and backward sums and the log of the whole.
    pub fn sums(&self, e: &[Scores]) -> (Vec<Scores>, Vec<Scores>, f32) {
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

    /// Probability of every name (first word, one past the last, kind) that is at least `least`.
    pub fn span_probabilities(&self, e: &[Scores], least: f32) -> Vec<(usize, usize, u8, f32)> {
        let mut out = Vec::new();
        if e.is_empty() {
            return out;
        }
        let n = e.len();
        let (a, b, z) = self.sums(e);
        for (i, starts) in a.iter().enumerate() {
            for kind in 0..4u8 {
                let (first, rest) = (usize::from(2 * kind + 1), usize::from(2 * kind + 2));
                let mut inside = starts[first] - z;
                let mut last = first;
                for to in i + 1..=n.min(i + LONGEST) {
                    if inside + b[to - 1][last] < least.ln() {
                        break;
                    }
                    let after = if to == n {
                        0.0
                    } else {
                        let mut x = [FAR; LABELS];
                        for y in (0..LABELS).filter(|y| *y != rest && allowed(last, *y)) {
                            x[y] = self.transitions[last].w[y] + e[to][y] + b[to][y];
                        }
                        log_sum(&x)
                    };
                    let p = (inside + after).exp();
                    if p >= least {
                        out.push((i, to, kind, p));
                    }
                    if to < n {
                        inside += self.transitions[last].w[rest] + e[to][rest];
                        last = rest;
                    }
                }
            }
        }
        out
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
    pub fn train(&mut self, data: &Encoded) {
        let settings = self.settings.clone();
        let mut rng = Rng::new(settings.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut order: Vec<usize> =
            (0..data.sentences.len()).filter(|i| !data.sentences[*i].types.is_empty()).collect();
        for _ in 0..settings.epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, rng.below(i + 1));
            }
            for &si in &order {
                self.learn(data, &data.sentences[si], &settings, &mut rng);
            }
        }
    }

    /// Is a row seen at a step? `seed` belongs to the word and the step.
    fn seen(row: u32, seed: u32, blank: u32) -> bool {
        let x = (row ^ seed).wrapping_mul(0x9e37_79b1);
        (x ^ (x >> 15)).wrapping_mul(0x85eb_ca77) >> 8 >= blank
    }

    fn learn(&mut self, data: &Encoded, s: &Sentence, settings: &Settings, rng: &mut Rng) {
        let n = s.types.len();
        let mut e = vec![Scores::default(); n];
        let blank = (settings.blank * (1u32 << 24) as f32) as u32;
        let whole = 1.0 / (1.0 - settings.blank);
        let seeds: Vec<u32> = (0..n).map(|_| if blank > 0 { rng.below(1 << 30) as u32 } else { 0 }).collect();
        for (i, e) in e.iter_mut().enumerate() {
            Self::each_row(data, s, i, |r| {
                if blank == 0 || Self::seen(r, seeds[i], blank) {
                    let w = &self.rows[r as usize].w;
                    for y in 0..LABELS {
                        e[y] += w[y];
                    }
                }
            });
            e.iter_mut().for_each(|x| *x *= whole);
        }
        let (a, b, z) = self.sums(&e);
        let mut first = Scores::default();
        let mut moves = [Scores::default(); LABELS];
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
            let sparse: Scores = g.map(|x| x * whole);
            Self::each_row(data, s, t, |r| {
                if blank == 0 || Self::seen(r, seeds[t], blank) {
                    step(&mut rows[r as usize], &sparse, settings);
                }
            });
        }
        step(&mut self.start, &first, settings);
        for (row, g) in self.transitions.iter_mut().zip(&moves) {
            step(row, g, settings);
        }
    }
}
