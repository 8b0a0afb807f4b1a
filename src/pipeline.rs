//! The corridor: calls the rooms in order. The only file that knows the order, rayon and the progress bars.

use std::path::PathBuf;
use std::time::Instant;

use indicatif::ParallelProgressIterator;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::config::Thresholds;
use crate::ingest::Mapping;
use crate::model::{Article, InputFile, Language, Problem, Reading, Relation, Report};
use crate::progress::Progress;
use crate::text::{Document, clean};
use crate::{compare, ingest, link, mentions, resolve};

/// What a run needs to know.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Folders and files.
    pub inputs: Vec<PathBuf>,
    /// How inputs are read.
    pub ingest: ingest::Settings,
    /// How progress is shown.
    pub progress: Progress,
    /// Rows below these are left out.
    pub thresholds: Thresholds,
    /// Options as the manifest prints them.
    pub options: serde_json::Value,
    /// Language of explanations and of what people read.
    pub language: Language,
    /// An editor's decisions from earlier runs.
    pub overrides: Vec<crate::review::Override>,
}

/// Languages with a pack.
const SUPPORTED: [&str; 1] = ["ar"];

/// What is known of the articles one by one, before they are put side by side.
#[derive(Debug, Default)]
pub struct Extracted {
    /// Documents in order of doc_id, with what was found.
    pub readings: Vec<Reading>,
    /// Articles that are listed and not read.
    pub unread: Vec<Article>,
    /// Problems met.
    pub problems: Vec<Problem>,
    /// Input files.
    pub inputs: Vec<InputFile>,
    /// Columns read as what, by file.
    pub mappings: Vec<Mapping>,
    /// Seconds by stage.
    pub seconds: Vec<(String, f64)>,
}

/// Measures stages.
struct Clock(Instant);

impl Clock {
    fn lap(&mut self, name: &str, seconds: &mut Vec<(String, f64)>) {
        seconds.push((name.to_string(), self.0.elapsed().as_secs_f64()));
        self.0 = Instant::now();
    }
}

/// Reads, extracts, resolves, links and compares. Never fails: what cannot be used is in `Report::problems`.
pub fn run(plan: &Plan) -> Report {
    collate(plan, extract(plan))
}

/// The first half: everything that is done article by article.
pub fn extract(plan: &Plan) -> Extracted {
    let mut seconds = Vec::new();
    let mut clock = Clock(Instant::now());

    let ingested = {
        let stage = plan.progress.stage("read", 1);
        let settings = ingest::Settings { progress: Some(stage.bar().clone()), ..plan.ingest.clone() };
        ingest::read_with(&plan.inputs, &settings)
    };
    let mut problems = ingested.problems;
    let (articles, unread): (Vec<_>, Vec<_>) =
        ingested.articles.into_iter().partition(|a| SUPPORTED.contains(&a.language.as_str()));
    problems.extend(unread.iter().map(not_supported));
    clock.lap("ingest", &mut seconds);

    let recurring = clean::count_lines(&articles);
    let stage = plan.progress.stage("extract", articles.len() as u64);
    let read: Vec<Result<Reading, Box<Article>>> = articles
        .into_par_iter()
        .progress_with(stage.bar().clone())
        .map(|article| {
            // the net under the extractors: one article that trips them is left out and listed, the rest is kept
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let noise = clean::find_noise(&article, &recurring);
                let mut doc = Document::new(article.clone(), noise);
                let mut mentions = mentions::extract(&doc);
                resolve::when::resolve(&mut doc, &mut mentions.dates);
                Reading { doc, mentions }
            }))
            .map_err(|_| Box::new(article))
        })
        .collect();
    drop(stage);
    let mut unread = unread;
    let mut readings = Vec::with_capacity(read.len());
    for r in read {
        match r {
            Ok(reading) => readings.push(reading),
            Err(article) => {
                problems.push(Problem {
                    input: article.input.clone(),
                    line: article.line,
                    doc_id: article.doc_id.clone(),
                    stage: "extract".into(),
                    error: "internal error: the text could not be analysed; please report it".into(),
                    action: "skipped".into(),
                });
                unread.push(*article);
            }
        }
    }
    clock.lap("extract", &mut seconds);
    Extracted { readings, unread, problems, inputs: ingested.files, mappings: ingested.mappings, seconds }
}

/// The rows of overrides.csv that are about entities.
fn entity_decisions(rows: &[crate::review::Override]) -> Vec<resolve::names::decisions::Decision> {
    use resolve::names::decisions::Decision;
    rows.iter()
        .filter(|r| r.kind == "entity")
        .filter_map(|r| {
            let other = if r.right_id.is_empty() { r.value.clone() } else { r.right_id.clone() };
            match r.action.as_str() {
                "merge" | "same" => Some(Decision::Merge(r.left_id.clone(), other)),
                "split" | "different" => Some(Decision::Split(r.left_id.clone(), other)),
                "rename" => Some(Decision::Rename(r.left_id.clone(), r.value.clone())),
                _ => None,
            }
        })
        .collect()
}

fn not_supported(a: &Article) -> Problem {
    let error = if a.language == "und" && !a.text.chars().any(char::is_alphabetic) {
        "no words in the text".to_string()
    } else {
        format!("language \"{}\" is not supported", a.language)
    };
    Problem {
        input: a.input.clone(),
        line: a.line,
        doc_id: a.doc_id.clone(),
        stage: "language".into(),
        error,
        action: "skipped".into(),
    }
}

/// The second half: articles are put side by side. `extracted` may come from several extractions; its readings are
/// sorted by doc_id.
pub fn collate(plan: &Plan, extracted: Extracted) -> Report {
    let Extracted { mut readings, unread, mut problems, inputs, mappings: _, mut seconds } = extracted;
    let mut clock = Clock(Instant::now());
    let stage = plan.progress.stage("compare", 0);

    let mut entities = resolve::names::resolve(&mut readings);
    let mut applied =
        resolve::names::decisions::apply(&mut readings, &mut entities, &entity_decisions(&plan.overrides));
    readings.par_iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    clock.lap("resolve", &mut seconds);

    let mut grouped = link::stories::group(&readings);
    resolve::speakers::across(&mut readings, &entities, &grouped.stories);
    clock.lap("stories", &mut seconds);
    let mut matches = link::claims::match_claims(&readings, &entities, &grouped);
    clock.lap("match", &mut seconds);
    let mut compared = compare::stories(&readings, &entities, &grouped, &matches, plan.language, |_| true);
    // what was found parts stories that only look alike; those are compared again
    let parted = grouped.part(&readings, &compare::facts::shared(&compared.facts));
    let stands: FxHashSet<&str> = grouped.stories.iter().map(|s| s.id.as_str()).collect();
    matches.retain(|m| m.story.is_empty() || stands.contains(m.story.as_str()));
    matches.extend(link::claims::match_again(&readings, &entities, &grouped, &parted));
    link::claims::sort(&mut matches);
    let wanted = |id: &str| parted.contains(id);
    compared.follow(&stands, compare::stories(&readings, &entities, &grouped, &matches, plan.language, wanted));
    let compare::Compared { mut facts, days } = compared;
    let mut dating = compare::dating::check(&readings, &entities, &grouped, days);
    let days = compare::facts::days::facts(&readings, &grouped.stories, &dating, &facts, plan.language);
    facts.extend(days);
    compare::facts::settle(&mut facts);
    compare::facts::sort(&mut facts);
    clock.lap("compare", &mut seconds);

    let least = plan.thresholds;
    matches.retain(|m| m.score_0_1 >= least.matches);
    applied.extend(compare::facts::decide(&mut facts, &plan.overrides));
    facts.retain(|f| f.verdict != Relation::Contradict || f.confidence_0_1 >= least.contradictions);
    dating.retain(|d| d.confidence_0_1 >= least.dating);
    drop(stage);
    problems.sort();
    problems.dedup();
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
        inputs,
        options: plan.options.clone(),
        language: plan.language,
        overrides: applied,
        seconds,
    }
}
