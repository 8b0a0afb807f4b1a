//! Training of the models that are compiled in: `muqabala train words`, `muqabala train names`.
//!
//! - takes: articles (JSON lines), ANERcorp (CoNLL), our annotations (offsets)
//! - gives: models/words.bin (word classes), models/news.bin and models/anercorp.bin (taggers)
//! - runs: by hand, when data or features change; the commands are in training/README.md
//! - cost: minutes on one core
//! - data: fixed seeds, fixed order, no clock

pub mod classes;
pub mod council;
pub mod crf;
pub mod data;
pub mod eval;
pub mod neural;

use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::cli::NamesArgs;
use crate::lang::gaz::Gazetteer;
use crate::mentions::entities::features::{self, DOCUMENT_FEATURES, OFFSETS, STATS, TypeKeys};
use crate::mentions::entities::lexicon::{self, Lexicon};
use crate::mentions::entities::tag::{Memo, Tagger};
use crate::mentions::entities::weights::{self, LABELS, Scores, Trained};
use council::Council;
use crf::{Encoded, Model, Sentence, Settings};
use data::{Corpus, Example, Group};
use eval::Tally;

/// Small fast generator (xorshift*), the same on every machine.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// From a seed.
    pub fn new(seed: u64) -> Rng {
        Rng(seed | 1)
    }
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
    /// In 0..1.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }
    /// In 0..n.
    pub fn below(&mut self, n: usize) -> usize {
        (((self.next() >> 32) * n as u64) >> 32) as usize
    }
}

/// Makes word classes from articles and writes the lexicon.
pub fn words(articles: &Path, out: &Path) -> Result<()> {
    let mut corpus = Corpus::default();
    data::read_articles(articles, &mut corpus, &Default::default())?;
    let text = classes::Stream::new(&corpus);
    eprintln!("{} frequent words of {}", text.words.len(), corpus.types.len());
    let ((coarse, fine), (near, wide)) = rayon::join(
        || (classes::exchange(&text, 128, 12), classes::exchange(&text, 512, 8)),
        || rayon::join(|| classes::skip_gram(&text, 2, true, 5), || classes::skip_gram(&text, 5, false, 4)),
    );
    let joined = classes::join(&near, &wide);
    let by_size: Vec<Vec<u16>> = [64, 256, 1024].map(|k| classes::k_means(&joined, k, 8)).into();
    let mut rows: Vec<(String, u32, [u16; 2], [u16; 3])> = Vec::new();
    for (i, &t) in text.words.iter().enumerate().skip(2) {
        rows.push((
            corpus.types[t as usize].clone(),
            corpus.counts[t as usize],
            [coarse[i], fine[i]],
            [by_size[0][i], by_size[1][i], by_size[2][i]],
        ));
    }
    let none = lexicon::NO_CLASS;
    for (t, &n) in corpus.counts.iter().enumerate() {
        if (3..classes::LEAST_COUNT).contains(&n) {
            rows.push((corpus.types[t].clone(), n, [none; 2], [none; 3]));
        }
    }
    let bytes = lexicon::write(&rows);
    let table = Lexicon::new(&bytes).context("the lexicon just written is damaged")?;
    std::fs::write(out, &bytes).with_context(|| format!("writing \"{}\"", out.display()))?;
    println!("{} words, {} bytes", table.len(), bytes.len());
    Ok(())
}

/// Label statistics of every lexicon entry.
type Table = Vec<[u8; STATS]>;

/// What training works with.
struct Workshop<'a> {
    corpus: &'a Corpus,
    lexicon: Lexicon<'a>,
    gaz: &'static Gazetteer,
    keys: Vec<TypeKeys>,
    /// Parts in cross-fitting.
    parts: usize,
    /// Sentences of ANERcorp that stay in one part.
    stretch: usize,
}

/// Features by number.
#[derive(Debug, Default)]
struct Dictionary {
    ids: FxHashMap<u64, u32>,
    names: Vec<(u64, u8)>,
    counts: Vec<u32>,
    domains: bool,
    /// Read from a file, which keeps half of each key.
    short: bool,
}

fn at_offset(hash: u64, offset: usize) -> u64 {
    hash ^ (offset as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

impl Dictionary {
    /// An empty one for examples: with features of the guideline when they follow several.
    fn of(examples: &[(&Example, usize)]) -> Dictionary {
        Dictionary { domains: examples.windows(2).any(|w| w[0].0.domain != w[1].0.domain), ..Dictionary::default() }
    }

    /// Ids of a feature, general and of the domain; new ones when learning.
    fn rows(&mut self, hash: u64, offset: usize, domain: u8, learn: bool, out: &mut Vec<u32>) {
        let key = at_offset(hash, offset);
        for (key, name) in [(key, (hash, offset as u8)), (features::of_domain(key, domain), (0, domain))] {
            let half = u64::from(key as u32);
            match self.ids.get(if self.short { &half } else { &key }) {
                Some(&id) => out.push(id),
                None if learn => {
                    let id = self.names.len() as u32;
                    self.ids.insert(key, id);
                    self.names.push(name);
                    self.counts.push(0);
                    out.push(id);
                }
                None => {}
            }
            if !self.domains {
                break;
            }
        }
    }
}

/// What features of several words a model sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// All.
    Full,
    /// Nothing of the word itself.
    Context,
    /// No pairs of words.
    NoPairs,
}

/// Hashes of an example's document features, by word.
type DocumentFeatures = Vec<Vec<u64>>;

impl<'a> Workshop<'a> {
    fn new(corpus: &'a Corpus, lexicon: Lexicon<'a>) -> Workshop<'a> {
        let gaz = Gazetteer::get();
        let mut atoms = Vec::new();
        let mut keys = Vec::with_capacity(corpus.types.len());
        for word in &corpus.types {
            atoms.clear();
            keys.push(features::atoms(word, &lexicon, gaz, &|_| None, &mut atoms));
        }
        Workshop { corpus, lexicon, gaz, keys, parts: 3, stretch: 40 }
    }

    /// Turns examples into rows. `part` names the table of statistics that each example reads.
    fn encode(
        &self,
        examples: &[(&Example, usize)],
        document: Option<&[DocumentFeatures]>,
        tables: &[Table],
        view: View,
        dictionary: &mut Dictionary,
        learn: bool,
    ) -> Encoded {
        let mut encoded = Encoded::default();
        let mut known: FxHashMap<(u32, u8, u8), u32> = FxHashMap::default();
        let mut atoms = Vec::new();
        let mut hashes = Vec::new();
        let domain = examples.first().map_or(1, |e| e.0.domain);
        dictionary.rows(features::bias(), 0, domain, learn, &mut encoded.bias);
        for o in 0..OFFSETS {
            dictionary.rows(features::outside(o), 0, domain, learn, &mut encoded.outside[o]);
        }
        let mut uses: Vec<u32> = Vec::new();
        for (e, (example, part)) in examples.iter().enumerate() {
            let mut sentence = Sentence { gold: example.gold.clone(), weight: example.weight, ..Sentence::default() };
            for &w in &example.words {
                let id = *known.entry((w, *part as u8, example.domain)).or_insert_with(|| {
                    atoms.clear();
                    let table = tables.get(*part);
                    let stats = |e: &lexicon::Entry| {
                        table.and_then(|t| t.get(e.index as usize)).copied().filter(|s| s.iter().any(|v| *v != 0))
                    };
                    features::atoms(&self.corpus.types[w as usize], &self.lexicon, self.gaz, &stats, &mut atoms);
                    let mut rows: [Vec<u32>; OFFSETS] = Default::default();
                    for (o, rows) in rows.iter_mut().enumerate() {
                        if view == View::Context && o == features::REACH {
                            continue;
                        }
                        for &(hash, reach) in &atoms {
                            if o.abs_diff(features::REACH) <= usize::from(reach) {
                                dictionary.rows(hash, o, example.domain, learn, rows);
                            }
                        }
                    }
                    encoded.types.push(rows);
                    uses.push(0);
                    encoded.types.len() as u32 - 1
                });
                uses[id as usize] += 1;
                sentence.types.push(id);
            }
            let n = example.words.len();
            let keys = |i: usize| self.keys[example.words[i] as usize];
            let word = |i: usize| self.corpus.types[example.words[i] as usize].clone();
            let mut extra: Vec<Vec<u64>> = vec![Vec::new(); n];
            for (i, extra) in extra.iter_mut().enumerate() {
                if view != View::NoPairs {
                    features::pairs(i, n, &keys, view == View::Context, extra);
                }
            }
            if view != View::Context {
                for i in 0..n {
                    if let Some((length, classes)) = features::phrase(i, n, &word, keys(i), self.gaz) {
                        for (k, extra) in extra[i..i + length].iter_mut().enumerate() {
                            features::phrase_features(classes, k == 0, extra);
                        }
                    }
                }
            }
            for (i, extra) in extra.into_iter().enumerate() {
                let mut rows = Vec::with_capacity(extra.len());
                for hash in extra {
                    dictionary.rows(hash, 0, example.domain, learn, &mut rows);
                }
                if let Some(document) = document {
                    for &hash in &document[e][i] {
                        dictionary.rows(hash, 0, example.domain, learn, &mut rows);
                    }
                }
                if learn {
                    rows.iter().for_each(|r| dictionary.counts[*r as usize] += 1);
                }
                hashes.push(rows);
            }
            sentence.extra = std::mem::take(&mut hashes);
            encoded.sentences.push(sentence);
        }
        if learn {
            for (rows, n) in encoded.types.iter().zip(&uses) {
                rows.iter().flatten().for_each(|r| dictionary.counts[*r as usize] += n);
            }
            for r in encoded.bias.iter().chain(encoded.outside.iter().flatten()) {
                dictionary.counts[*r as usize] += 1_000;
            }
        }
        encoded
    }

    /// Trains on examples: the mean of as many models as the settings say, each with its own seed.
    fn fit(
        &self,
        examples: &[(&Example, usize)],
        document: Option<&[DocumentFeatures]>,
        tables: &[Table],
        view: View,
        settings: &Settings,
    ) -> Fitted {
        let mut dictionary = Dictionary::of(examples);
        let mut data = self.encode(examples, document, tables, view, &mut dictionary, true);
        // features seen once teach nothing
        let keep = |r: &u32| dictionary.counts[*r as usize] >= LEAST_SEEN;
        data.types.iter_mut().flatten().for_each(|rows| rows.retain(keep));
        data.sentences.iter_mut().flat_map(|s| &mut s.extra).for_each(|rows| rows.retain(keep));
        let models: Vec<Model> = (0..settings.seeds.max(1))
            .into_par_iter()
            .map(|k| {
                let settings = Settings { seed: settings.seed + k, ..settings.clone() };
                let mut model = Model::new(dictionary.names.len(), &settings);
                model.train(&data);
                model
            })
            .collect();
        Fitted { model: Model::mean(models), dictionary }
    }

    /// Labels and probabilities of sentences by a fitted model.
    fn scores(
        &self,
        fitted: &mut Fitted,
        examples: &[(&Example, usize)],
        document: Option<&[DocumentFeatures]>,
        tables: &[Table],
        view: View,
    ) -> Vec<Vec<Scores>> {
        let data = self.encode(examples, document, tables, view, &mut fitted.dictionary, false);
        let types = fitted.model.type_scores(&data);
        data.sentences.iter().map(|s| fitted.model.scores(&data, s, &types)).collect()
    }

    /// Document features of a group's sentences from their labels.
    fn document(&self, group: &Group, labels: &[Vec<u8>]) -> Vec<DocumentFeatures> {
        let mut places: FxHashMap<u64, Vec<(usize, u8)>> = FxHashMap::default();
        for (s, (example, labels)) in group.sentences.iter().zip(labels).enumerate() {
            for (w, y) in example.words.iter().zip(labels) {
                places.entry(self.keys[*w as usize].stem).or_default().push((s, *y));
            }
        }
        let mut found = Vec::new();
        let mut out = Vec::with_capacity(group.sentences.len());
        for (s, (example, own)) in group.sentences.iter().zip(labels).enumerate() {
            let mut features_at: DocumentFeatures = vec![Vec::new(); example.words.len()];
            for (i, w) in example.words.iter().enumerate() {
                let all = &places[&self.keys[*w as usize].stem];
                if all.len() < 2 || all.iter().all(|p| p.1 == 0) {
                    continue;
                }
                let mut counts = [0u32; LABELS];
                for p in all.iter().filter(|p| group.window.is_none_or(|w| p.0.abs_diff(s) <= w)) {
                    counts[usize::from(p.1)] += 1;
                }
                counts[usize::from(own[i])] -= 1;
                found.clear();
                features::elsewhere(&counts, &mut found);
                for place in 0..3usize {
                    if let Some(j) = (i + 1).checked_sub(place).filter(|j| *j < example.words.len()) {
                        features_at[j].extend(found.iter().map(|f| features::elsewhere_hash(*f, place)));
                    }
                }
            }
            out.push(features_at);
        }
        out
    }

    /// Sums of label probabilities by lexicon entry over raw sentences, from a full and a context-only model.
    fn label_sums(&self, full: &mut Fitted, context: &mut Fitted, raw: &[Example]) -> Sums {
        let mut sums = vec![([0f32; LABELS], [0f32; LABELS], 0f32); self.lexicon.len()];
        let index: Vec<Option<u32>> = self.corpus.types.iter().map(|t| self.lexicon.get(t).map(|e| e.index)).collect();
        for chunk in raw.chunks(20_000) {
            let examples: Vec<(&Example, usize)> = chunk.iter().map(|e| (e, usize::MAX)).collect();
            let (a, b) = (
                self.scores(full, &examples, None, &[], View::Full),
                self.scores(context, &examples, None, &[], View::Context),
            );
            for ((example, a), b) in chunk.iter().zip(&a).zip(&b) {
                let (p, q) = (full.model.marginals(a), context.model.marginals(b));
                for ((w, p), q) in example.words.iter().zip(&p).zip(&q) {
                    let Some(i) = index[*w as usize] else { continue };
                    let sum = &mut sums[i as usize];
                    for y in 0..LABELS {
                        sum.0[y] += p[y];
                        sum.1[y] += q[y];
                    }
                    sum.2 += 1.0;
                }
            }
        }
        sums
    }

    /// Everything a shipped model holds, domain weights of `domain` folded into the general ones.
    fn export(&self, fitted: &Fitted, domain: u8, table: &Table) -> Trained {
        let model = &fitted.model;
        let mut out = Trained {
            start: model.start.w,
            transitions: model.transition_scores(),
            document: vec![Default::default(); DOCUMENT_FEATURES],
            stats: table.clone(),
            rows: Vec::new(),
        };
        let mut document: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
        for i in 0..DOCUMENT_FEATURES {
            for place in 0..3 {
                document.insert(features::elsewhere_hash(i as u8, place), (i, place));
            }
        }
        let mut rows: std::collections::BTreeMap<u64, Vec<(u8, f32)>> = Default::default();
        for (id, &(hash, offset)) in fitted.dictionary.names.iter().enumerate() {
            if hash == 0 {
                continue;
            }
            let mut w = model.rows[id].w;
            let own = features::of_domain(at_offset(hash, usize::from(offset)), domain);
            if let Some(&d) = fitted.dictionary.ids.get(&own) {
                w.iter_mut().zip(&model.rows[d as usize].w).for_each(|(w, d)| *w += d);
            }
            if let Some(&(i, place)) = document.get(&hash) {
                out.document[i][place] = w;
                continue;
            }
            let row = rows.entry(hash).or_default();
            row.extend((0..LABELS).filter(|y| w[*y] != 0.0).map(|y| (offset * LABELS as u8 + y as u8, w[y])));
        }
        out.rows = rows.into_iter().filter(|r| !r.1.is_empty()).collect();
        out
    }
}

/// Features seen less often are left out.
const LEAST_SEEN: u32 = 2;

struct Fitted {
    model: Model,
    dictionary: Dictionary,
}

type Sums = Vec<(Scores, Scores, f32)>;

/// Borders of the shares that a label statistic falls between.
const SHARES: [f32; 11] = [0.004, 0.015, 0.04, 0.09, 0.17, 0.28, 0.4, 0.55, 0.7, 0.83, 0.93];
/// Borders of how many times likelier than usual the contexts of a word make a label.
const TIMES: [f32; 10] = [0.1, 0.25, 0.5, 1.0, 1.6, 2.5, 4.0, 6.0, 9.0, 13.0];

/// Label statistics in classes: share of each kind by the full model, how the contexts alone compare with the usual,
/// and how often a name begins at the word.
fn statistics(sums: &Sums) -> Table {
    let mut whole = ([0f32; LABELS], [0f32; LABELS], 1f32);
    for s in sums {
        for y in 0..LABELS {
            whole.0[y] += s.0[y];
            whole.1[y] += s.1[y];
        }
        whole.2 += s.2;
    }
    let class = |x: f32, borders: &[f32]| borders.iter().filter(|b| x > **b).count() as u8 + 1;
    sums.iter()
        .map(|s| {
            let mut out = [0u8; STATS];
            if s.2 < 2.0 {
                return out;
            }
            for kind in 0..4 {
                let of = |x: &Scores| x[1 + 2 * kind] + x[2 + 2 * kind];
                let usual = of(&whole.0) / whole.2;
                out[kind] = class((of(&s.0) + usual) / (s.2 + 1.0), &SHARES);
                let usual = of(&whole.1) / whole.2;
                out[4 + kind] = class((of(&s.1) + 2.0 * usual) / (s.2 + 2.0) / usual.max(1e-6), &TIMES);
                if of(&s.0) > 1.0 {
                    out[8 + kind] = (s.0[1 + 2 * kind] / of(&s.0) * 4.99) as u8 + 1;
                }
            }
            out
        })
        .collect()
}

fn mean(sums: &[Sums]) -> Sums {
    let n = sums.len() as f32;
    let mut out = vec![([0f32; LABELS], [0f32; LABELS], 0f32); sums[0].len()];
    for s in sums {
        for (o, s) in out.iter_mut().zip(s) {
            for y in 0..LABELS {
                o.0[y] += s.0[y] / n;
                o.1[y] += s.1[y] / n;
            }
            o.2 += s.2 / n;
        }
    }
    out
}

impl NamesArgs {
    fn number(&self, name: &str, default: f32) -> f32 {
        self.set
            .iter()
            .filter_map(|s| s.split_once('='))
            .find(|s| s.0 == name)
            .and_then(|s| s.1.parse().ok())
            .unwrap_or(default)
    }

    fn settings(&self) -> Settings {
        let usual = Settings::default();
        Settings {
            l1: self.number("l1", usual.l1),
            l2: self.number("l2", usual.l2),
            alpha: self.number("alpha", usual.alpha),
            epochs: self.number("epochs", usual.epochs as f32) as usize,
            blank: self.number("blank", usual.blank),
            seed: self.number("seed", usual.seed as f32) as u64,
            seeds: self.number("seeds", usual.seeds as f32) as u64,
        }
    }

    fn council(&self, nets: u64) -> council::Plan {
        let net = neural::Plan {
            epochs: self.number("net-epochs", 8.0) as usize,
            rate: 0.002,
            vector_rate: 0.03,
            blank: 0.4,
            drop: 0.5,
            seed: self.number("seed", 1.0) as u64,
        };
        council::Plan {
            linear: self.settings(),
            net,
            nets: self.number("nets", nets as f32) as u64,
            least: self.number("net-least", 4.0) as u32,
        }
    }

    /// Running text for label statistics: every `step`th sentence of the articles.
    fn raw(&self, corpus: &Corpus, domain: u8) -> Vec<Example> {
        corpus
            .documents
            .iter()
            .flatten()
            .step_by((self.number("step", 8.0) as usize).max(1))
            .map(|w| Example { words: w.clone(), gold: vec![0; w.len()], domain, weight: 1.0, annotated: false })
            .collect()
    }
}

/// Groups to learn from and groups held out: ANERcorp in one run, our articles one by one.
fn gather(plan: &NamesArgs, corpus: &mut Corpus) -> Result<(Vec<Group>, Vec<Group>)> {
    let annotations = plan.annotations.as_deref().map(data::read_annotations).transpose()?.unwrap_or_default();
    let articles = data::read_articles(&plan.articles, corpus, &annotations)?;
    let ours = plan.annotations.is_some();
    let weight = if ours { plan.number("conll-weight", 0.5) } else { 1.0 };
    let conll: Vec<Example> =
        data::read_conll(&plan.conll)?.into_iter().map(|s| Example::of_conll(s, corpus, weight)).collect();
    let mut train: Vec<Group> = Vec::new();
    let mut test: Vec<Group> = Vec::new();
    let tokens: usize = conll.iter().map(|s| s.words.len()).sum();
    let mut at = 0;
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for s in conll {
        let tenth = at * 10 / tokens;
        at += s.words.len();
        if !ours && plan.hold_out == Some(tenth) { inside.push(s) } else { outside.push(s) }
    }
    train.push(Group { sentences: outside, window: Some(WINDOW) });
    if !inside.is_empty() {
        test.push(Group { sentences: inside, window: Some(WINDOW) });
    }
    for (i, (id, doc)) in articles.iter().enumerate() {
        let group = data::group_of(doc, &annotations[id], corpus);
        if plan.hold_out == Some(i % 5) { test.push(group) } else { train.push(group) }
    }
    Ok((train, test))
}

/// What is left without a part; `none` says that no table of statistics is read.
fn without<'e>(all: &[(&'e Example, usize)], part: usize, none: bool) -> Vec<(&'e Example, usize)> {
    all.iter().filter(|e| e.1 != part).map(|e| (e.0, if none { usize::MAX } else { e.1 })).collect()
}

impl Workshop<'_> {
    /// Part of a sentence in cross-fitting: stretches of ANERcorp, whole articles of ours.
    fn part_of(&self, group: usize, sentence: usize) -> usize {
        if group == 0 { (sentence / self.stretch) % self.parts } else { group % self.parts }
    }

    /// All sentences with their parts.
    fn sentences<'e>(&self, train: &'e [Group]) -> Vec<(&'e Example, usize)> {
        train
            .iter()
            .enumerate()
            .flat_map(|(g, group)| group.sentences.iter().enumerate().map(move |(s, e)| (e, self.part_of(g, s))))
            .collect()
    }

    /// The annotated sentences with their parts.
    fn annotated<'e>(&self, train: &'e [Group]) -> Vec<(&'e Example, usize)> {
        self.sentences(train).into_iter().filter(|e| e.0.annotated).collect()
    }

    /// Label statistics of running text, a table for each part by models that have not seen it, last their mean.
    fn label_tables(&self, all: &[(&Example, usize)], raw: &[Example], settings: &Settings) -> Vec<Table> {
        let sums: Vec<Sums> = (0..self.parts)
            .into_par_iter()
            .map(|part| {
                let data = without(all, part, true);
                let mut full = self.fit(&data, None, &[], View::Full, settings);
                let mut context = self.fit(&data, None, &[], View::Context, settings);
                self.label_sums(&mut full, &mut context, raw)
            })
            .collect();
        let mut tables: Vec<Table> = sums.iter().map(statistics).collect();
        tables.push(statistics(&mean(&sums)));
        tables
    }

    /// Labels of every training sentence by a model that has not seen its part, for what the rest of a document says.
    fn cross_labels(&self, train: &[Group], tables: &[Table], settings: &Settings) -> Vec<Vec<Vec<u8>>> {
        let all = self.annotated(train);
        let labels_by_part: Vec<Vec<Vec<Vec<u8>>>> = (0..self.parts)
            .into_par_iter()
            .map(|part| {
                let mut fitted = self.fit(&without(&all, part, false), None, tables, View::Full, settings);
                train
                    .iter()
                    .enumerate()
                    .map(|(g, group)| {
                        let mine: Vec<(&Example, usize)> = group
                            .sentences
                            .iter()
                            .enumerate()
                            .filter(|s| self.part_of(g, s.0) == part)
                            .map(|s| (s.1, part))
                            .collect();
                        let scores = self.scores(&mut fitted, &mine, None, tables, View::Full);
                        scores.iter().map(|s| fitted.model.best(s)).collect()
                    })
                    .collect()
            })
            .collect();
        let mut used = vec![vec![0usize; train.len()]; self.parts];
        train
            .iter()
            .enumerate()
            .map(|(g, group)| {
                (0..group.sentences.len())
                    .map(|s| {
                        let part = self.part_of(g, s);
                        used[part][g] += 1;
                        labels_by_part[part][g][used[part][g] - 1].clone()
                    })
                    .collect()
            })
            .collect()
    }

    /// Training sentences once with and once without what the document says: the first look has nothing to go by.
    fn two_looks(&self, train: &[Group], labels: &[Vec<Vec<u8>>]) -> (Vec<(Example, usize)>, Vec<DocumentFeatures>) {
        let mut examples: Vec<(Example, usize)> = Vec::new();
        let mut document: Vec<DocumentFeatures> = Vec::new();
        for (g, (group, labels)) in train.iter().zip(labels).enumerate() {
            for ((s, e), f) in group.sentences.iter().enumerate().zip(self.document(group, labels)) {
                if e.annotated {
                    let half = Example { weight: e.weight * 0.5, ..e.clone() };
                    examples.push((half.clone(), self.part_of(g, s)));
                    document.push(vec![Vec::new(); half.words.len()]);
                    examples.push((half, self.part_of(g, s)));
                    document.push(f);
                }
            }
        }
        (examples, document)
    }
}

impl Workshop<'_> {
    /// Examples from so many articles, spread over the corpus, as the models together label them.
    fn taught(
        &self,
        council: &mut Council,
        articles: usize,
        weight: f32,
    ) -> (Vec<(Example, usize)>, Vec<DocumentFeatures>) {
        let (mut examples, mut document) = (Vec::new(), Vec::new());
        let step = (self.corpus.documents.len() / articles).max(1);
        let groups: Vec<Group> = self
            .corpus
            .documents
            .iter()
            .step_by(step)
            .take(articles)
            .map(|sentences| {
                let example = |words: &Vec<u32>| Example {
                    words: words.clone(),
                    gold: vec![0; words.len()],
                    annotated: true,
                    domain: 1,
                    weight: weight * 0.5,
                };
                Group { sentences: sentences.iter().filter(|w| !w.is_empty()).map(example).collect(), window: None }
            })
            .collect();
        for some in groups.chunks(100) {
            let mut labels = council.label(self, some).into_iter();
            for group in some {
                let (first, last): (Vec<Vec<u8>>, Vec<Vec<u8>>) = labels.by_ref().take(group.sentences.len()).unzip();
                for ((e, gold), features) in group.sentences.iter().zip(last).zip(self.document(group, &first)) {
                    let e = Example { gold, ..e.clone() };
                    document.push(vec![Vec::new(); e.words.len()]);
                    document.push(features);
                    examples.push((e.clone(), self.parts));
                    examples.push((e, self.parts));
                }
            }
        }
        (examples, document)
    }
}

/// Trains a tagger and writes it.
pub fn names(plan: &NamesArgs) -> Result<()> {
    let clock = std::time::Instant::now();
    let lap = |what: &str| eprintln!("{:5.0} s  {what}", clock.elapsed().as_secs_f32());
    let mut corpus = Corpus::default();
    let (train, test) = gather(plan, &mut corpus)?;
    let words = std::fs::read(&plan.words).with_context(|| format!("reading \"{}\"", plan.words.display()))?;
    let table = Lexicon::new(&words).context("the word classes are damaged")?;
    let mut shop = Workshop::new(&corpus, table);
    lap("read");

    if plan.annotations.is_none() {
        return anercorp(plan, &mut shop, (&train, &test), &lap);
    }
    let settings = plan.settings();
    let domain = u8::from(plan.annotations.is_some());
    let raw = plan.raw(&corpus, domain);
    let one = settings.preliminary();
    let tables = shop.label_tables(&shop.annotated(&train), &raw, &one);
    lap("label statistics");
    let labels = shop.cross_labels(&train, &tables, &one);
    let (examples, document) = shop.two_looks(&train, &labels);
    lap("labels for the second look");
    let (mut examples, mut document) = (examples, document);
    let articles = plan.number("silver", 0.0) as usize;
    if articles > 0 {
        let mut council = Council::train(&shop, &train, &tables, &plan.council(2), &lap);
        if !test.is_empty() {
            let labels = council.label(&shop, &test);
            let mut tally = Tally::default();
            let all = test.iter().flat_map(|g| &g.sentences).zip(&labels);
            all.filter(|e| e.0.annotated).for_each(|(e, l)| tally.add(&e.gold, &l.1));
            print!("the models together\n{tally}");
        }
        let (more, around) = shop.taught(&mut council, articles, plan.number("silver-weight", 0.3));
        examples.extend(more);
        document.extend(around);
        lap("articles labelled by the models together");
    }
    let last: Vec<(&Example, usize)> = examples.iter().map(|e| (&e.0, e.1)).collect();
    let fitted = shop.fit(&last, Some(&document), &tables, View::Full, &settings);
    let mut trained = shop.export(&fitted, domain, &tables[shop.parts]);
    trained.lower_outside(plan.number("outside", 0.25));
    let bytes = weights::write(&trained);
    lap("model");
    std::fs::write(&plan.out, &bytes).with_context(|| format!("writing \"{}\"", plan.out.display()))?;
    println!("{} features, {} bytes", trained.rows.len(), bytes.len());

    if !test.is_empty() {
        let tagger = Tagger::new(&words, &bytes).context("the model just written is damaged")?;
        let mut memo = Memo::default();
        let mut tally = Tally::default();
        for group in &test {
            let sentences: Vec<Vec<&str>> = group
                .sentences
                .iter()
                .map(|e| e.words.iter().map(|w| corpus.types[*w as usize].as_str()).collect())
                .collect();
            let labels = tagger.tag(&sentences, group.window, &mut memo);
            for (e, l) in group.sentences.iter().zip(&labels).filter(|x| x.0.annotated) {
                tally.add(&e.gold, &l.labels);
            }
        }
        print!("{tally}");
    }
    Ok(())
}

/// Trains the models of ANERcorp's guideline and writes them; scores what was left out with what was written.
fn anercorp(
    plan: &NamesArgs,
    shop: &mut Workshop,
    (train, test): (&[Group], &[Group]),
    lap: &dyn Fn(&str),
) -> Result<()> {
    // articles stay whole, and most of them are seen when the rest is labelled
    (shop.parts, shop.stretch) = (5, 100);
    let tables = shop.label_tables(&shop.annotated(train), &plan.raw(shop.corpus, 0), &plan.settings().preliminary());
    lap("label statistics");
    let bytes = Council::train(shop, train, &tables, &plan.council(3), lap).write();
    std::fs::write(&plan.out, &bytes).with_context(|| format!("writing \"{}\"", plan.out.display()))?;
    println!("{} bytes", bytes.len());
    if !test.is_empty() {
        let labels = Council::read(&bytes)?.label(shop, test);
        let mut tally = Tally::default();
        test.iter().flat_map(|g| &g.sentences).zip(&labels).for_each(|(e, l)| tally.add(&e.gold, &l.1));
        print!("{tally}");
    }
    Ok(())
}

/// How many sentences either way belong together in a CoNLL file, which has no borders of articles.
pub const WINDOW: usize = 60;
