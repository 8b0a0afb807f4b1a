//! Pairs: two columns of short claims → relation, score and reasons, row for row.
//!
//! - takes: a CSV with `claim_a` and `claim_b`
//! - gives: agree, contradict or unrelated, a score and reasons for every row
//! - runs: per pair, in parallel
//! - cost: about 20 microseconds a pair of headlines
//! - data: lang/ar/antonyms.tsv, lang/ar/negation.tsv, models/vectors.bin, models/pairs.json.gz
//!
//! Trained on headline pairs of ANS (Khouja 2020), whose contradictions were written by altering headlines: it is for
//! matching claims against a list, and stays out of the verdicts on stories, where such a classifier calls two thirds
//! of real same-story pairs contradictions.

pub mod features;
pub mod model;
pub mod vectors;

use std::io::{Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::model::Relation;
use features::{Features, Side};
use model::{Boosted, CLASSES, Growth, Logistic, Sparse};
use vectors::Vectors;

static VECTORS: LazyLock<Vectors> = LazyLock::new(|| Vectors::load(include_bytes!("../../models/vectors.bin")));
static MODEL: LazyLock<Option<Classifier>> =
    LazyLock::new(|| Classifier::load(include_bytes!("../../models/pairs.json.gz")).ok());

/// The trained classifier.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Classifier {
    sparse: Sparse,
    logistic: Logistic,
    boosted: Vec<Boosted>,
    /// What each class's probability is multiplied by before the largest is taken; set on the development pairs.
    scale: [f64; CLASSES],
}

/// Growth of each boosted part; the parts differ in their draws alone.
const GROWTH: Growth = Growth { rounds: 120, depth: 4, rate: 0.06, leaf: 8, penalty: 2.0, sample: 7, seed: 1 };
/// Boosted parts whose probabilities are averaged.
const BOOSTED: u64 = 8;
/// Folds for the sparse part's honest predictions on its own training pairs.
const FOLDS: usize = 8;
/// L2 weight of the sparse part.
const SPARSE_PENALTY: f64 = 0.01;
/// Passes of the sparse part.
const SPARSE_ROUNDS: usize = 8;
/// L2 weight of the dense logistic part.
const LOGISTIC_PENALTY: f64 = 0.003;
/// Share of the boosted parts in the blend.
const BOOSTED_SHARE: f64 = 0.5;

fn with_sparse(f: &Features, p: [f64; CLASSES]) -> Vec<f64> {
    let mut row = f.dense.clone();
    row.extend(p.map(|x| (x.max(1e-4)).ln()));
    row
}

impl Classifier {
    /// Trains on labelled pairs (0 agree, 1 disagree, 2 other); scales are set on the development pairs. Deterministic.
    pub fn train(train: &[(Features, usize)], dev: &[(Features, usize)]) -> Classifier {
        let labels: Vec<usize> = train.iter().map(|t| t.1).collect();
        let out_of_fold: Vec<[f64; CLASSES]> = {
            let parts: Vec<Sparse> = (0..FOLDS)
                .into_par_iter()
                .map(|fold| {
                    let keep: Vec<usize> = (0..train.len()).filter(|i| i % FOLDS != fold).collect();
                    let rows: Vec<&Vec<String>> = keep.iter().map(|i| &train[*i].0.sparse).collect();
                    let y: Vec<usize> = keep.iter().map(|i| labels[*i]).collect();
                    Sparse::fit(&rows, &y, SPARSE_PENALTY, SPARSE_ROUNDS)
                })
                .collect();
            train.iter().enumerate().map(|(i, t)| parts[i % FOLDS].predict(&t.0.sparse)).collect()
        };
        let rows: Vec<Vec<f64>> = train.iter().zip(&out_of_fold).map(|(t, p)| with_sparse(&t.0, *p)).collect();
        let all: Vec<&Vec<String>> = train.iter().map(|t| &t.0.sparse).collect();
        let sparse = Sparse::fit(&all, &labels, SPARSE_PENALTY, SPARSE_ROUNDS);
        let logistic = Logistic::fit(&rows, &labels, LOGISTIC_PENALTY);
        let boosted =
            (0..BOOSTED).into_par_iter().map(|seed| Boosted::fit(&rows, &labels, Growth { seed, ..GROWTH })).collect();
        let mut c = Classifier { sparse, logistic, boosted, scale: [1.0; CLASSES] };
        let probabilities: Vec<([f64; CLASSES], usize)> = dev.iter().map(|(f, y)| (c.probabilities(f), *y)).collect();
        let mut best = f64::MIN;
        for agree in 7..=14 {
            for other in 2..=20 {
                let scale = [agree as f64 / 10.0, 1.0, other as f64 / 4.0];
                let s = Scores::of(probabilities.iter().map(|(p, y)| (pick(*p, scale), *y)));
                let figure = s.macro_f1() + s.two_class();
                if figure > best + 1e-9 {
                    best = figure;
                    c.scale = scale;
                }
            }
        }
        c
    }

    /// Probabilities of agree, disagree, other.
    pub fn probabilities(&self, f: &Features) -> [f64; CLASSES] {
        let row = with_sparse(f, self.sparse.predict(&f.sparse));
        let l = self.logistic.predict(&row);
        let mut b = [0.0; CLASSES];
        for part in &self.boosted {
            for (b, p) in b.iter_mut().zip(part.predict(&row)) {
                *b += p / self.boosted.len() as f64;
            }
        }
        std::array::from_fn(|k| BOOSTED_SHARE * b[k] + (1.0 - BOOSTED_SHARE) * l[k])
    }

    /// The class (0 agree, 1 disagree, 2 other) and its probability.
    pub fn classify(&self, f: &Features) -> (usize, f64) {
        let p = self.probabilities(f);
        let k = pick(p, self.scale);
        (k, p[k])
    }

    fn load(bytes: &[u8]) -> Result<Classifier> {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes).read_to_string(&mut text)?;
        Ok(serde_json::from_str(&text)?)
    }

    fn save(&self, path: &Path) -> Result<()> {
        let file = std::fs::File::create(path).with_context(|| format!("{}: cannot create", path.display()))?;
        let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::new(9));
        let mut value = serde_json::to_value(self)?;
        // maps come out in hash order: put the sparse names in order so that the file is always the same
        let names: serde_json::Map<String, serde_json::Value> = self
            .sparse
            .sorted()
            .into_iter()
            .map(|(n, w)| Ok((n.clone(), serde_json::to_value(w)?)))
            .collect::<Result<_>>()?;
        value["sparse"]["weights"] = serde_json::Value::Object(names);
        packed.write_all(serde_json::to_string(&value)?.as_bytes())?;
        packed.finish()?;
        Ok(())
    }
}

fn pick(p: [f64; CLASSES], scale: [f64; CLASSES]) -> usize {
    (0..CLASSES).max_by(|a, b| (p[*a] * scale[*a]).total_cmp(&(p[*b] * scale[*b]))).unwrap_or(1)
}

/// Counts for precision and recall.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    table: [[u32; CLASSES]; CLASSES],
}

impl Scores {
    /// From (predicted, gold).
    pub fn of(pairs: impl Iterator<Item = (usize, usize)>) -> Scores {
        let mut s = Scores::default();
        for (p, g) in pairs {
            s.table[g][p] += 1;
        }
        s
    }

    /// F1 of a class.
    pub fn f1(&self, k: usize) -> f64 {
        let hit = self.table[k][k] as f64;
        let gold: u32 = self.table[k].iter().sum();
        let found: u32 = self.table.iter().map(|r| r[k]).sum();
        if gold + found == 0 { 0.0 } else { 2.0 * hit / (gold + found) as f64 }
    }

    /// Mean F1 of the three classes.
    pub fn macro_f1(&self) -> f64 {
        (0..CLASSES).map(|k| self.f1(k)).sum::<f64>() / CLASSES as f64
    }

    /// Mean F1 of agree and disagree.
    pub fn two_class(&self) -> f64 {
        (self.f1(0) + self.f1(1)) / 2.0
    }
}

/// Relation, score and reasons of one pair of claims.
///
/// # Example
/// ```
/// use muqabala::{model::Relation, pairs::compare};
/// assert_eq!(compare("ارتفاع أسعار النفط اليوم", "انخفاض أسعار النفط اليوم").0, Some(Relation::Contradict));
/// ```
pub fn compare(a: &str, b: &str) -> (Option<Relation>, f64, Vec<String>) {
    let f = features::compare(&Side::new(a), &Side::new(b), &VECTORS);
    let Some(model) = MODEL.as_ref() else { return (None, 0.0, f.reasons) };
    let (k, score) = model.classify(&f);
    let relation = match k {
        0 => Some(Relation::Agree),
        1 => Some(Relation::Contradict),
        _ => None,
    };
    (relation, score, f.reasons)
}

/// Reads `claim_a` and `claim_b` from a CSV and writes relation, score and reasons, row for row.
///
/// # Errors
/// When the file cannot be read or has no such columns, or the output cannot be written.
pub fn run(input: &mut dyn Read, output: &mut dyn Write) -> Result<()> {
    let rows = read_columns(input, &["claim_a", "claim_b"])?;
    let results: Vec<_> = rows.par_iter().map(|r| compare(&r[0], &r[1])).collect();
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(["claim_a", "claim_b", "relation", "score", "reasons"])?;
    for (row, (relation, score, reasons)) in rows.iter().zip(results) {
        let relation = relation.map_or("unrelated", Relation::as_str);
        writer.write_record([&row[0], &row[1], relation, &format!("{score:.3}"), &reasons.join(" | ")])?;
    }
    writer.flush()?;
    Ok(())
}

/// Trains the classifier on labelled pairs (columns s1, s2, stance) and prints its figures on the development pairs.
///
/// # Errors
/// When a file cannot be read or written.
pub fn train(train: &Path, dev: &Path, out: &Path) -> Result<Scores> {
    let load = |path: &Path| -> Result<Vec<(Features, usize)>> {
        let mut file = std::fs::File::open(path).with_context(|| format!("{}: cannot read", path.display()))?;
        let rows = read_columns(&mut file, &["s1", "s2", "stance"])?;
        Ok(rows
            .par_iter()
            .map(|r| {
                let label = match r[2].as_str() {
                    "agree" => 0,
                    "disagree" => 1,
                    _ => 2,
                };
                (features::compare(&Side::new(&r[0]), &Side::new(&r[1]), &VECTORS), label)
            })
            .collect())
    };
    let (train, dev) = (load(train)?, load(dev)?);
    let classifier = Classifier::train(&train, &dev);
    classifier.save(out)?;
    Ok(Scores::of(dev.iter().map(|(f, y)| (classifier.classify(f).0, *y))))
}

/// The command: compares a file, or trains what it is asked to train.
///
/// # Errors
/// When a file cannot be read or written, or lacks its columns.
pub fn command(
    file: Option<&Path>,
    train_on: Option<&Path>,
    dev: Option<&Path>,
    vectors_from: Option<&Path>,
    out: Option<&Path>,
) -> Result<()> {
    if let (Some(train_on), Some(dev), Some(out)) = (train_on, dev, out) {
        let s = train(train_on, dev, out)?;
        println!(
            "macro F1 {:.3}  agree {:.3}  disagree {:.3}  other {:.3}  mean of agree and disagree {:.3}",
            s.macro_f1(),
            s.f1(0),
            s.f1(1),
            s.f1(2),
            s.two_class()
        );
        return Ok(());
    }
    if let (Some(articles), Some(out)) = (vectors_from, out) {
        let read = crate::ingest::read(&[articles.to_path_buf()]);
        let mut file = std::fs::File::create(out).with_context(|| format!("{}: cannot create", out.display()))?;
        return Ok(vectors::train(read.articles.iter().map(|a| &*a.text), &mut file)?);
    }
    let mut stdout = std::io::BufWriter::new(std::io::stdout().lock());
    match file {
        Some(path) if path != Path::new("-") => {
            let mut input = std::fs::File::open(path).with_context(|| format!("{}: cannot read", path.display()))?;
            run(&mut input, &mut stdout).with_context(|| path.display().to_string())
        }
        _ => run(&mut std::io::stdin().lock(), &mut stdout),
    }
}

fn read_columns(input: &mut dyn Read, names: &[&str]) -> Result<Vec<Vec<String>>> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers()?.clone();
    let columns: Vec<usize> = names
        .iter()
        .map(|n| match header.iter().position(|h| h.trim() == *n) {
            Some(i) => Ok(i),
            None => bail!("no column \"{n}\"; the header has {}", header.iter().collect::<Vec<_>>().join(", ")),
        })
        .collect::<Result<_>>()?;
    reader
        .records()
        .map(|r| {
            let r = r?;
            Ok(columns.iter().map(|c| r.get(*c).unwrap_or("").to_string()).collect())
        })
        .collect()
}
