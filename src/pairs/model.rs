//! The classifier of statement pairs: logistic regression and boosted trees over the features, blended.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Classes: agree, disagree, other.
pub const CLASSES: usize = 3;

/// Multinomial logistic regression over standardised dense features.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Logistic {
    mean: Vec<f32>,
    scale: Vec<f32>,
    weights: Vec<[f32; CLASSES]>,
    bias: [f32; CLASSES],
}

/// Rounds of full-gradient descent with momentum.
const LOGISTIC_ROUNDS: usize = 600;

impl Logistic {
    /// Fits. `penalty` is the L2 weight per example.
    pub fn fit(rows: &[Vec<f64>], labels: &[usize], penalty: f64) -> Logistic {
        let n = rows.len().max(1) as f64;
        let width = rows.first().map_or(0, Vec::len);
        let mut mean = vec![0f64; width];
        let mut scale = vec![0f64; width];
        for r in rows {
            for (m, v) in mean.iter_mut().zip(r) {
                *m += v / n;
            }
        }
        for r in rows {
            for ((s, v), m) in scale.iter_mut().zip(r).zip(&mean) {
                *s += (v - m).powi(2) / n;
            }
        }
        for s in &mut scale {
            *s = s.sqrt().max(1e-6);
        }
        let z: Vec<Vec<f64>> =
            rows.iter().map(|r| r.iter().zip(&mean).zip(&scale).map(|((v, m), s)| (v - m) / s).collect()).collect();
        let mut w = vec![[0f64; CLASSES]; width];
        let mut bias = [0f64; CLASSES];
        let mut speed = vec![[0f64; CLASSES]; width + 1];
        for round in 0..LOGISTIC_ROUNDS {
            let rate = 0.5 / (1.0 + round as f64 / 200.0);
            let mut gradient = vec![[0f64; CLASSES]; width + 1];
            for (x, &y) in z.iter().zip(labels) {
                let mut scores = bias;
                for (v, w) in x.iter().zip(&w) {
                    for k in 0..CLASSES {
                        scores[k] += v * w[k];
                    }
                }
                let p = softmax(scores);
                for k in 0..CLASSES {
                    let e = p[k] - (k == y) as u8 as f64;
                    for (g, v) in gradient.iter_mut().zip(x) {
                        g[k] += e * v / n;
                    }
                    gradient[width][k] += e / n;
                }
            }
            for (i, g) in gradient.iter().enumerate() {
                for k in 0..CLASSES {
                    let decay = if i < width { penalty * w[i][k] } else { 0.0 };
                    speed[i][k] = 0.9 * speed[i][k] - rate * 0.1 * (g[k] + decay);
                    let target = if i < width { &mut w[i][k] } else { &mut bias[k] };
                    *target += speed[i][k];
                }
            }
        }
        Logistic {
            mean: mean.iter().map(|v| *v as f32).collect(),
            scale: scale.iter().map(|v| *v as f32).collect(),
            weights: w.iter().map(|r| r.map(|v| v as f32)).collect(),
            bias: bias.map(|v| v as f32),
        }
    }

    /// Probabilities of the classes.
    pub fn predict(&self, row: &[f64]) -> [f64; CLASSES] {
        let mut scores = self.bias.map(f64::from);
        for (((v, m), s), w) in row.iter().zip(&self.mean).zip(&self.scale).zip(&self.weights) {
            let z = (v - *m as f64) / *s as f64;
            for k in 0..CLASSES {
                scores[k] += z * w[k] as f64;
            }
        }
        softmax(scores)
    }
}

/// Logistic regression over sparse named features (words that stand on one side only), by AdaGrad.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Sparse {
    weights: FxHashMap<String, [f32; CLASSES]>,
    bias: [f32; CLASSES],
}

impl Sparse {
    /// Fits over names that occur at least twice.
    pub fn fit(rows: &[&Vec<String>], labels: &[usize], penalty: f64, rounds: usize) -> Sparse {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        for r in rows {
            for name in r.iter() {
                *counts.entry(name).or_default() += 1;
            }
        }
        let mut names: Vec<&str> = counts.into_iter().filter(|(_, c)| *c >= 2).map(|(n, _)| n).collect();
        names.sort_unstable();
        let index: FxHashMap<&str, usize> = names.iter().enumerate().map(|(i, n)| (*n, i)).collect();
        let ids: Vec<Vec<usize>> =
            rows.iter().map(|r| r.iter().filter_map(|n| index.get(n.as_str()).copied()).collect()).collect();
        let mut w = vec![[0f64; CLASSES]; names.len()];
        let mut seen = vec![[1e-6f64; CLASSES]; names.len()];
        let mut bias = [0f64; CLASSES];
        for _ in 0..rounds {
            for (r, &y) in ids.iter().zip(labels) {
                let mut scores = bias;
                for &i in r {
                    for k in 0..CLASSES {
                        scores[k] += w[i][k];
                    }
                }
                let p = softmax(scores);
                for k in 0..CLASSES {
                    let e = p[k] - (k == y) as u8 as f64;
                    bias[k] -= 0.01 * e;
                    for &i in r {
                        let g = e + penalty * w[i][k];
                        seen[i][k] += g * g;
                        w[i][k] -= 0.2 * g / seen[i][k].sqrt();
                    }
                }
            }
        }
        Sparse {
            weights: names.iter().zip(w).map(|(n, w)| (n.to_string(), w.map(|v| v as f32))).collect(),
            bias: bias.map(|v| v as f32),
        }
    }

    /// Probabilities of the classes.
    pub fn predict(&self, names: &[String]) -> [f64; CLASSES] {
        let mut scores = self.bias.map(f64::from);
        for n in names {
            if let Some(w) = self.weights.get(n) {
                for k in 0..CLASSES {
                    scores[k] += w[k] as f64;
                }
            }
        }
        softmax(scores)
    }

    /// Names in order with weights, for a file that is the same at every training.
    pub fn sorted(&self) -> Vec<(&String, &[f32; CLASSES])> {
        let mut all: Vec<_> = self.weights.iter().collect();
        all.sort_by(|a, b| a.0.cmp(b.0));
        all
    }
}

/// A regression tree: nodes in an array, children behind their parent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Tree {
    /// (feature, threshold, left, right) or a leaf (u16::MAX, value, 0, 0).
    nodes: Vec<(u16, f32, u16, u16)>,
}

impl Tree {
    fn predict(&self, row: &[f64]) -> f64 {
        let mut at = 0usize;
        while let Some(&(feature, value, left, right)) = self.nodes.get(at) {
            if feature == u16::MAX {
                return value as f64;
            }
            at = if row[feature as usize] <= value as f64 { left } else { right } as usize;
        }
        0.0
    }
}

/// Gradient-boosted trees with a softmax loss (Friedman 2001; second-order leaf values as in Chen and Guestrin 2016).
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Boosted {
    trees: Vec<[Tree; CLASSES]>,
    rate: f32,
}

/// How trees are grown.
#[derive(Debug, Clone, Copy)]
pub struct Growth {
    /// Rounds of boosting.
    pub rounds: usize,
    /// Depth of a tree.
    pub depth: usize,
    /// Step.
    pub rate: f64,
    /// Least examples in a leaf.
    pub leaf: usize,
    /// L2 penalty of leaf values.
    pub penalty: f64,
    /// Share of features and of rows each tree sees, out of 16; drawn by hash, so every training is alike.
    pub sample: u64,
    /// Seed of that draw.
    pub seed: u64,
}

struct Grower<'a> {
    rows: &'a [Vec<f64>],
    order: &'a [Vec<u32>],
    gradient: Vec<f64>,
    hessian: Vec<f64>,
    growth: Growth,
    features: Vec<usize>,
}

impl Boosted {
    /// Fits.
    pub fn fit(rows: &[Vec<f64>], labels: &[usize], growth: Growth) -> Boosted {
        let width = rows.first().map_or(0, Vec::len);
        let order: Vec<Vec<u32>> = (0..width)
            .map(|f| {
                let mut o: Vec<u32> = (0..rows.len() as u32).collect();
                o.sort_by(|a, b| rows[*a as usize][f].total_cmp(&rows[*b as usize][f]).then(a.cmp(b)));
                o
            })
            .collect();
        let mut scores = vec![[0f64; CLASSES]; rows.len()];
        let mut trees = Vec::with_capacity(growth.rounds);
        for round in 0..growth.rounds {
            let probabilities: Vec<[f64; CLASSES]> = scores.iter().map(|s| softmax(*s)).collect();
            let grown: [Tree; CLASSES] = std::array::from_fn(|k| {
                let draw = |kind: u64, i: usize| {
                    let key = [growth.seed, round as u64, k as u64, kind, i as u64].map(u64::to_le_bytes).concat();
                    xxhash_rust::xxh3::xxh3_64(&key) % 16 < growth.sample
                };
                let keep: Vec<f64> = (0..rows.len()).map(|i| draw(1, i) as u8 as f64).collect();
                let mut grower = Grower {
                    rows,
                    order: &order,
                    gradient: probabilities
                        .iter()
                        .zip(labels)
                        .zip(&keep)
                        .map(|((p, &y), m)| m * (p[k] - (y == k) as u8 as f64))
                        .collect(),
                    hessian: probabilities
                        .iter()
                        .zip(&keep)
                        .map(|(p, m)| m * (p[k] * (1.0 - p[k])).max(1e-6))
                        .collect(),
                    growth,
                    features: (0..width).filter(|f| draw(2, *f)).collect(),
                };
                grower.grow()
            });
            for (s, r) in scores.iter_mut().zip(rows) {
                for k in 0..CLASSES {
                    s[k] += growth.rate * grown[k].predict(r);
                }
            }
            trees.push(grown);
        }
        Boosted { trees, rate: growth.rate as f32 }
    }

    /// Probabilities of the classes.
    pub fn predict(&self, row: &[f64]) -> [f64; CLASSES] {
        let mut scores = [0f64; CLASSES];
        for round in &self.trees {
            for k in 0..CLASSES {
                scores[k] += self.rate as f64 * round[k].predict(row);
            }
        }
        softmax(scores)
    }
}

impl Grower<'_> {
    fn grow(&mut self) -> Tree {
        let mut tree = Tree::default();
        let all: Vec<bool> = self.hessian.iter().map(|h| *h > 0.0).collect();
        self.split(&all, 0, &mut tree);
        tree
    }

    /// Grows below a node that holds the marked rows; gives its index.
    fn split(&self, inside: &[bool], depth: usize, tree: &mut Tree) -> u16 {
        let at = tree.nodes.len() as u16;
        let (mut g, mut h, mut n) = (0.0, 0.0, 0usize);
        for i in (0..inside.len()).filter(|i| inside[*i]) {
            g += self.gradient[i];
            h += self.hessian[i];
            n += 1;
        }
        let value = -g / (h + self.growth.penalty);
        tree.nodes.push((u16::MAX, value as f32, 0, 0));
        if depth == self.growth.depth || n < 2 * self.growth.leaf {
            return at;
        }
        let score = |g: f64, h: f64| g * g / (h + self.growth.penalty);
        let mut best: Option<(f64, usize, f64)> = None;
        for &f in &self.features {
            let (mut gl, mut hl, mut nl) = (0.0, 0.0, 0usize);
            let mut previous: Option<f64> = None;
            for &i in &self.order[f] {
                let i = i as usize;
                if !inside[i] {
                    continue;
                }
                let v = self.rows[i][f];
                if let Some(p) = previous
                    && p < v
                    && nl >= self.growth.leaf
                    && n - nl >= self.growth.leaf
                {
                    let gain = score(gl, hl) + score(g - gl, h - hl) - score(g, h);
                    if gain > best.map_or(1e-9, |b| b.0) {
                        best = Some((gain, f, (p + v) / 2.0));
                    }
                }
                gl += self.gradient[i];
                hl += self.hessian[i];
                nl += 1;
                previous = Some(v);
            }
        }
        let Some((_, feature, threshold)) = best else { return at };
        let threshold = threshold as f32;
        let left: Vec<bool> = inside.iter().zip(self.rows).map(|(m, r)| *m && r[feature] <= threshold as f64).collect();
        let right: Vec<bool> = inside.iter().zip(&left).map(|(m, l)| *m && !*l).collect();
        let l = self.split(&left, depth + 1, tree);
        let r = self.split(&right, depth + 1, tree);
        tree.nodes[at as usize] = (feature as u16, threshold, l, r);
        at
    }
}

/// Softmax, safe for large scores.
pub fn softmax(scores: [f64; CLASSES]) -> [f64; CLASSES] {
    let peak = scores.iter().copied().fold(f64::MIN, f64::max);
    let e = scores.map(|s| (s - peak).exp());
    let sum: f64 = e.iter().sum();
    e.map(|v| v / sum)
}
