//! A second tagger beside the linear one: the features of a word summed as vectors, a recurrent layer each way, label
//! scores, and a linear chain over them. Trained a few sentences at a time; one thread a model, fixed seeds.

use super::Rng;
use super::council::{take, take_float};
use super::crf::{Encoded, Model, Sentence, Settings};
use crate::mentions::entities::features::REACH;
use crate::mentions::entities::weights::{LABELS, Scores, allowed};

/// Numbers in a word's vector.
pub const WIDTH: usize = 64;
/// Cells of one direction.
pub const CELLS: usize = 64;
const GATES: usize = 4 * CELLS;

/// Settings of the learner.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Passes.
    pub epochs: usize,
    /// Step of the dense weights (Adam).
    pub rate: f32,
    /// Step of the vectors (AdaGrad).
    pub vector_rate: f32,
    /// Chance that a feature of a word is hidden.
    pub blank: f32,
    /// Chance that a number is hidden between layers.
    pub drop: f32,
    /// Seed.
    pub seed: u64,
}

/// y += a x
fn axpy(a: f32, x: &[f32], y: &mut [f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += a * x;
    }
}

fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut sums = [0f32; 8];
    for (x, y) in x.chunks_exact(8).zip(y.chunks_exact(8)) {
        for k in 0..8 {
            sums[k] += x[k] * y[k];
        }
    }
    sums.iter().sum()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Dense weights with the state of Adam.
#[derive(Debug, Clone)]
pub struct Dense {
    /// Weights, rows of inputs.
    pub w: Vec<f32>,
    g: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
}

impl Dense {
    fn new(n: usize, spread: f32, rng: &mut Rng) -> Dense {
        let w = (0..n).map(|_| (rng.unit() * 2.0 - 1.0) * spread).collect();
        Dense { w, g: vec![0.0; n], m: vec![0.0; n], v: vec![0.0; n] }
    }

    fn step(&mut self, rate: f32, t: i32) {
        let (a, b) = (1.0 - 0.9f32.powi(t), 1.0 - 0.999f32.powi(t));
        for i in 0..self.w.len() {
            let g = self.g[i];
            self.m[i] = 0.9 * self.m[i] + 0.1 * g;
            self.v[i] = 0.999 * self.v[i] + 0.001 * g * g;
            self.w[i] -= rate * (self.m[i] / a) / ((self.v[i] / b).sqrt() + 1e-6);
            self.g[i] = 0.0;
        }
    }
}

/// One direction.
#[derive(Debug, Clone)]
pub struct Layer {
    /// Input to gates.
    pub input: Dense,
    /// State to gates.
    pub state: Dense,
    /// Gates alone.
    pub bias: Dense,
}

/// What a direction computed.
#[derive(Default)]
struct Trace {
    gates: Vec<[f32; GATES]>,
    cells: Vec<[f32; CELLS]>,
    out: Vec<[f32; CELLS]>,
}

impl Layer {
    fn new(rng: &mut Rng) -> Layer {
        let mut bias = Dense::new(GATES, 0.0, rng);
        bias.w[CELLS..2 * CELLS].fill(1.0);
        Layer { input: Dense::new(WIDTH * GATES, 0.12, rng), state: Dense::new(CELLS * GATES, 0.12, rng), bias }
    }

    fn run(&self, x: &[[f32; WIDTH]], backwards: bool) -> Trace {
        let n = x.len();
        let mut trace =
            Trace { gates: vec![[0.0; GATES]; n], cells: vec![[0.0; CELLS]; n], out: vec![[0.0; CELLS]; n] };
        let mut last: Option<usize> = None;
        for k in 0..n {
            let t = if backwards { n - 1 - k } else { k };
            let mut z = [0f32; GATES];
            z.copy_from_slice(&self.bias.w);
            for (i, v) in x[t].iter().enumerate() {
                axpy(*v, &self.input.w[i * GATES..(i + 1) * GATES], &mut z);
            }
            if let Some(p) = last {
                for (i, v) in trace.out[p].iter().enumerate() {
                    axpy(*v, &self.state.w[i * GATES..(i + 1) * GATES], &mut z);
                }
            }
            for c in 0..CELLS {
                let (i, f, o) = (sigmoid(z[c]), sigmoid(z[CELLS + c]), sigmoid(z[2 * CELLS + c]));
                let g = z[3 * CELLS + c].tanh();
                let before = last.map_or(0.0, |p| trace.cells[p][c]);
                trace.cells[t][c] = f * before + i * g;
                trace.out[t][c] = o * trace.cells[t][c].tanh();
                (z[c], z[CELLS + c], z[2 * CELLS + c], z[3 * CELLS + c]) = (i, f, o, g);
            }
            trace.gates[t] = z;
            last = Some(t);
        }
        trace
    }

    /// Gradients from those of the output; adds those of the input to `dx`.
    fn back(
        &mut self,
        x: &[[f32; WIDTH]],
        trace: &Trace,
        dout: &[[f32; CELLS]],
        backwards: bool,
        dx: &mut [[f32; WIDTH]],
    ) {
        let n = x.len();
        let (mut dh, mut dc) = ([0f32; CELLS], [0f32; CELLS]);
        for k in (0..n).rev() {
            let t = if backwards { n - 1 - k } else { k };
            let p = if k == 0 {
                None
            } else if backwards {
                Some(t + 1)
            } else {
                Some(t - 1)
            };
            let z = &trace.gates[t];
            let mut dz = [0f32; GATES];
            for c in 0..CELLS {
                let (i, f, o, g) = (z[c], z[CELLS + c], z[2 * CELLS + c], z[3 * CELLS + c]);
                let th = trace.cells[t][c].tanh();
                let d = dh[c] + dout[t][c];
                let dcell = dc[c] + d * o * (1.0 - th * th);
                let before = p.map_or(0.0, |p| trace.cells[p][c]);
                dz[c] = dcell * g * i * (1.0 - i);
                dz[CELLS + c] = dcell * before * f * (1.0 - f);
                dz[2 * CELLS + c] = d * th * o * (1.0 - o);
                dz[3 * CELLS + c] = dcell * i * (1.0 - g * g);
                dc[c] = dcell * f;
            }
            axpy(1.0, &dz, &mut self.bias.g);
            for i in 0..WIDTH {
                axpy(x[t][i], &dz, &mut self.input.g[i * GATES..(i + 1) * GATES]);
                dx[t][i] += dot(&dz, &self.input.w[i * GATES..(i + 1) * GATES]);
            }
            if let Some(p) = p {
                for (i, dh) in dh.iter_mut().enumerate() {
                    axpy(trace.out[p][i], &dz, &mut self.state.g[i * GATES..(i + 1) * GATES]);
                    *dh = dot(&dz, &self.state.w[i * GATES..(i + 1) * GATES]);
                }
            }
        }
    }
}

/// The network.
#[derive(Debug, Clone)]
pub struct Net {
    /// Vectors of features by row.
    pub vectors: Vec<[f32; WIDTH]>,
    squares: Vec<f32>,
    /// Directions.
    pub layers: [Layer; 2],
    /// Outputs of both directions and the input to labels.
    pub top: Dense,
    /// Bias of labels, then start scores, then transitions.
    pub chain: Dense,
}

const TOP: usize = 2 * CELLS + WIDTH;

impl Net {
    /// An untrained network.
    pub fn new(rows: usize, seed: u64) -> Net {
        let mut rng = Rng::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0xabcd);
        for _ in 0..10 {
            rng.next();
        }
        Net {
            vectors: (0..rows).map(|_| std::array::from_fn(|_| (rng.unit() * 2.0 - 1.0) * 0.02)).collect(),
            squares: vec![0.0; rows],
            layers: [Layer::new(&mut rng), Layer::new(&mut rng)],
            top: Dense::new(TOP * LABELS, 0.1, &mut rng),
            chain: Dense::new(LABELS * (LABELS + 2), 0.0, &mut rng),
        }
    }

    fn bag<'d>(data: &'d Encoded, s: &'d Sentence, t: usize) -> impl Iterator<Item = u32> + 'd {
        data.types[s.types[t] as usize][REACH].iter().chain(&s.extra[t]).copied()
    }

    /// The chain as a model, for sums and decoding.
    pub fn chain_model(&self) -> Model {
        let mut m = Model::new(0, &Settings::default());
        m.start.w.copy_from_slice(&self.chain.w[LABELS..2 * LABELS]);
        for (a, row) in m.transitions.iter_mut().enumerate() {
            row.w.copy_from_slice(&self.chain.w[(2 + a) * LABELS..(3 + a) * LABELS]);
        }
        m
    }

    fn emissions(&self, x: &[[f32; WIDTH]], h: &[[f32; TOP]]) -> Vec<Scores> {
        (0..x.len())
            .map(|t| {
                let mut e = Scores::default();
                e.copy_from_slice(&self.chain.w[..LABELS]);
                for (i, v) in h[t].iter().enumerate() {
                    if *v != 0.0 {
                        axpy(*v, &self.top.w[i * LABELS..(i + 1) * LABELS], &mut e);
                    }
                }
                e
            })
            .collect()
    }

    fn joined(x: &[[f32; WIDTH]], a: &Trace, b: &Trace) -> Vec<[f32; TOP]> {
        (0..x.len())
            .map(|t| {
                let mut h = [0f32; TOP];
                h[..CELLS].copy_from_slice(&a.out[t]);
                h[CELLS..2 * CELLS].copy_from_slice(&b.out[t]);
                h[2 * CELLS..].copy_from_slice(&x[t]);
                h
            })
            .collect()
    }

    /// Label scores of a sentence.
    pub fn scores(&self, data: &Encoded, s: &Sentence) -> Vec<Scores> {
        let x: Vec<[f32; WIDTH]> = (0..s.types.len())
            .map(|t| {
                let mut x = [0f32; WIDTH];
                Self::bag(data, s, t).for_each(|r| axpy(1.0, &self.vectors[r as usize], &mut x));
                x
            })
            .collect();
        let (a, b) = (self.layers[0].run(&x, false), self.layers[1].run(&x, true));
        self.emissions(&x, &Self::joined(&x, &a, &b))
    }

    fn dense(&mut self) -> [&mut Dense; 8] {
        let [a, b] = &mut self.layers;
        [
            &mut a.input,
            &mut a.state,
            &mut a.bias,
            &mut b.input,
            &mut b.state,
            &mut b.bias,
            &mut self.top,
            &mut self.chain,
        ]
    }

    /// Appends the dense weights in 16 bits and the vectors of the rows in 4 bits a number, each row with its scale.
    pub fn write(&self, rows: &[u32], out: &mut Vec<u8>) {
        for dense in self.clone().dense() {
            let scale = dense.w.iter().fold(1e-6f32, |m, w| m.max(w.abs())) / 32_767.0;
            out.extend_from_slice(&scale.to_bits().to_le_bytes());
            dense.w.iter().for_each(|w| out.extend_from_slice(&((w / scale).round() as i16).to_le_bytes()));
        }
        for &row in rows {
            let vector = &self.vectors[row as usize];
            let most = vector.iter().fold(1e-6f32, |m, w| m.max(w.abs()));
            // the upper half of the float, rounded up so that nothing is cut off
            let scale = ((most / 7.0).to_bits() >> 16) + 1;
            let value = f32::from_bits(scale << 16);
            out.extend_from_slice(&(scale as u16).to_le_bytes());
            let four = |w: f32| ((w / value).round().clamp(-7.0, 7.0) as i8 + 8) as u8;
            out.extend(vector.chunks_exact(2).map(|p| four(p[0]) | four(p[1]) << 4));
        }
    }

    /// Reads a network of so many rows.
    pub fn read(rows: usize, bytes: &mut &[u8]) -> Option<Net> {
        let mut net = Net::new(0, 1);
        for dense in net.dense() {
            let scale = take_float(bytes)?;
            for w in &mut dense.w {
                *w = f32::from(i16::from_le_bytes(take(bytes, 2)?.try_into().ok()?)) * scale;
            }
        }
        for _ in 0..rows {
            let scale = u16::from_le_bytes(take(bytes, 2)?.try_into().ok()?);
            let scale = f32::from_bits(u32::from(scale) << 16);
            let packed = take(bytes, WIDTH / 2)?;
            let number = |four: u8| (f32::from(four) - 8.0) * scale;
            let at = |i: usize| if i.is_multiple_of(2) { packed[i / 2] & 15 } else { packed[i / 2] >> 4 };
            net.vectors.push(std::array::from_fn(|i| number(at(i))));
        }
        Some(net)
    }

    /// Trains. Deterministic.
    pub fn train(&mut self, data: &Encoded, plan: &Plan) {
        let mut rng = Rng::new(plan.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x77);
        let mut order: Vec<usize> =
            (0..data.sentences.len()).filter(|i| !data.sentences[*i].types.is_empty()).collect();
        let mut time = 0;
        let whole = order.len() * plan.epochs / BATCH;
        for _ in 0..plan.epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, rng.below(i + 1));
            }
            for batch in order.chunks(BATCH) {
                time += 1;
                let left = 1.0 - (time as f32 / whole as f32).min(0.98);
                for &si in batch {
                    self.learn(data, &data.sentences[si], plan, plan.vector_rate * left, &mut rng);
                }
                for dense in self.dense() {
                    dense.step(plan.rate * left, time);
                }
            }
        }
    }

    fn learn(&mut self, data: &Encoded, s: &Sentence, plan: &Plan, vector_rate: f32, rng: &mut Rng) {
        let n = s.types.len();
        let (keep, pass) = (1.0 / (1.0 - plan.blank), 1.0 / (1.0 - plan.drop));
        let bags: Vec<Vec<u32>> =
            (0..n).map(|t| Self::bag(data, s, t).filter(|_| rng.unit() >= plan.blank).collect()).collect();
        let mut masks: Vec<[f32; TOP]> = Vec::with_capacity(n);
        for _ in 0..n {
            masks.push(std::array::from_fn(|_| if rng.unit() < plan.drop { 0.0 } else { pass }));
        }
        let x: Vec<[f32; WIDTH]> = bags
            .iter()
            .map(|bag| {
                let mut x = [0f32; WIDTH];
                bag.iter().for_each(|r| axpy(keep, &self.vectors[*r as usize], &mut x));
                x
            })
            .collect();
        let (a, b) = (self.layers[0].run(&x, false), self.layers[1].run(&x, true));
        let mut h = Self::joined(&x, &a, &b);
        for (h, m) in h.iter_mut().zip(&masks) {
            h.iter_mut().zip(m).for_each(|(h, m)| *h *= m);
        }
        let e = self.emissions(&x, &h);
        let chain = self.chain_model();
        let (fa, fb, z) = chain.sums(&e);
        let mut da = vec![[0f32; CELLS]; n];
        let mut db = vec![[0f32; CELLS]; n];
        let mut dx = vec![[0f32; WIDTH]; n];
        for t in 0..n {
            let mut g: Scores = std::array::from_fn(|y| (fa[t][y] + fb[t][y] - z).exp() * s.weight);
            g[usize::from(s.gold[t])] -= s.weight;
            axpy(1.0, &g, &mut self.chain.g[..LABELS]);
            if t == 0 {
                axpy(1.0, &g, &mut self.chain.g[LABELS..2 * LABELS]);
            } else {
                for (p, before) in fa[t - 1].iter().enumerate() {
                    for y in (0..LABELS).filter(|y| allowed(p, *y)) {
                        self.chain.g[(2 + p) * LABELS + y] +=
                            s.weight * (before + chain.transitions[p].w[y] + e[t][y] + fb[t][y] - z).exp();
                    }
                }
                self.chain.g[(2 + usize::from(s.gold[t - 1])) * LABELS + usize::from(s.gold[t])] -= s.weight;
            }
            for i in 0..TOP {
                let row = i * LABELS..(i + 1) * LABELS;
                let mut d = 0.0;
                for ((top, w), g) in self.top.g[row.clone()].iter_mut().zip(&self.top.w[row]).zip(&g) {
                    *top += h[t][i] * g;
                    d += w * g;
                }
                d *= masks[t][i];
                if i < CELLS {
                    da[t][i] = d;
                } else if i < 2 * CELLS {
                    db[t][i - CELLS] = d;
                } else {
                    dx[t][i - 2 * CELLS] += d;
                }
            }
        }
        self.layers[0].back(&x, &a, &da, false, &mut dx);
        self.layers[1].back(&x, &b, &db, true, &mut dx);
        for (bag, d) in bags.iter().zip(&dx) {
            let square = d.iter().map(|d| d * d).sum::<f32>() * keep * keep / WIDTH as f32;
            if square < 1e-12 {
                continue;
            }
            for &r in bag {
                self.squares[r as usize] += square;
                let step = vector_rate * keep / (self.squares[r as usize].sqrt() + 1e-4);
                axpy(-step, d, &mut self.vectors[r as usize]);
            }
        }
    }
}

/// Sentences of one step of the dense weights.
const BATCH: usize = 4;
