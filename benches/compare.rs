//! Comparing articles: stories, matched claims and facts of one corpus, and of twice as many articles.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use muqabala::model::{Language, Reading};
use muqabala::pipeline::{self, Plan};
use muqabala::{compare, link};

fn readings(take: usize) -> Vec<Reading> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("../shared/data/ant.jsonl.gz");
    let input = if corpus.is_file() { corpus } else { root.join("fixtures/news") };
    let plan = Plan { inputs: vec![input], ..Plan::default() };
    let mut readings = pipeline::extract(&plan).readings;
    // articles of one time lie together, so that half of them have stories
    readings.sort_by_key(|r| (r.doc.article.published_local, r.doc.article.doc_id.clone()));
    readings.truncate(take);
    readings.sort_by(|a, b| a.doc.article.doc_id.cmp(&b.doc.article.doc_id));
    readings
}

fn stage(c: &mut Criterion) {
    let mut group = c.benchmark_group("compare/facts");
    group.sample_size(10);
    for size in [2000usize, 4000] {
        let readings = readings(size);
        let grouped = link::stories::group(&readings);
        let facts = |r: &[Reading]| {
            let matches = link::claims::match_claims(r, &[], &grouped);
            compare::stories(r, &[], &grouped, &matches, Language::En, |_| true).facts
        };
        assert!(!facts(&readings).is_empty(), "stories with facts");
        group.bench_function(format!("stories/{size}"), |b| b.iter(|| black_box(link::stories::group(&readings))));
        group.bench_function(format!("facts/{size}"), |b| b.iter(|| black_box(facts(&readings)).len()));
    }
    group.finish();
}

criterion_group!(benches, stage);
criterion_main!(benches);
