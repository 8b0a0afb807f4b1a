//! The corridor: calls the rooms in order. The only file that knows the order, rayon and the progress bars.

use std::path::PathBuf;
use std::time::Instant;

use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::model::{Language, Problem, Reading, Report};
use crate::text::{Document, clean};
use crate::{compare, ingest, link, mentions, resolve};

/// What a run needs to know.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Folders and files.
    pub inputs: Vec<PathBuf>,
    /// How inputs are read.
    pub ingest: ingest::Settings,
    /// Show progress bars.
    pub progress: bool,
    /// Options as the manifest prints them.
    pub options: serde_json::Value,
    /// Language of explanations and of what people read.
    pub language: Language,
}

/// Languages with a pack.
const SUPPORTED: [&str; 1] = ["ar"];

/// Reads, extracts, resolves, links and compares. Never fails: what cannot be used is in `Report::problems`.
pub fn run(plan: &Plan) -> Report {
    let mut seconds = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name: &str, seconds: &mut Vec<(String, f64)>| {
        seconds.push((name.to_string(), clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };

    let ingested = ingest::read_with(&plan.inputs, &plan.ingest);
    let mut problems = ingested.problems;
    let (articles, unread): (Vec<_>, Vec<_>) =
        ingested.articles.into_iter().partition(|a| SUPPORTED.contains(&a.language.as_str()));
    for a in &unread {
        problems.push(Problem {
            input: a.input.clone(),
            line: a.line,
            doc_id: a.doc_id.clone(),
            stage: "language".into(),
            error: format!("language \"{}\" is not supported", a.language),
            action: "skipped".into(),
        });
    }
    lap("ingest", &mut seconds);

    let recurring = clean::count_lines(&articles);
    let bar = bar(plan.progress, "extract", articles.len() as u64);
    let mut readings: Vec<Reading> = articles
        .into_par_iter()
        .progress_with(bar)
        .map(|article| {
            let noise = clean::find_noise(&article, &recurring);
            let mut doc = Document::new(article, noise);
            let mut mentions = mentions::extract(&doc);
            resolve::when::resolve(&mut doc, &mut mentions.dates);
            Reading { doc, mentions }
        })
        .collect();
    lap("extract", &mut seconds);

    let entities = resolve::names::resolve(&mut readings);
    readings.par_iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    lap("resolve", &mut seconds);

    let grouped = link::stories::group(&readings);
    lap("stories", &mut seconds);
    let matches = link::claims::match_claims(&readings, &entities, &grouped);
    lap("match", &mut seconds);
    let facts = compare::facts::compare(&readings, &entities, &grouped, &matches, plan.language);
    let dating = compare::dating::check(&readings, &entities, &grouped, &facts);
    lap("compare", &mut seconds);

    problems.sort();
    Report {
        readings,
        unread,
        voices: grouped.voices,
        entities,
        stories: grouped.stories,
        story_of: grouped.story_of,
        matches,
        facts,
        dating,
        problems,
        inputs: ingested.files,
        options: plan.options.clone(),
        language: plan.language,
        overrides: Vec::new(),
        seconds,
    }
}

fn bar(show: bool, stage: &'static str, length: u64) -> ProgressBar {
    if !show {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg:10} {bar:30} {pos}/{len} {per_sec} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length).with_style(style).with_message(stage)
}
