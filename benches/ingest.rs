//! Reading articles: whole files of each format, and the language test that every article passes.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use muqabala::ingest;
use muqabala::text::language;

fn news() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/news")
}

/// A larger file of the same articles: lines of the wire, ids made different.
fn many_lines(times: usize) -> String {
    let text = std::fs::read_to_string(news().join("wire.jsonl")).expect("fixtures");
    (0..times).map(|n| text.replace("{\"id\": \"", &format!("{{\"id\": \"{n}-"))).collect()
}

fn read(c: &mut Criterion) {
    let mut group = c.benchmark_group("ingest/read");
    group.sample_size(20);
    assert_eq!(ingest::read(&[news()]).articles.len(), 41);
    group.bench_function("newsstand", |b| b.iter(|| black_box(ingest::read(&[news()])).articles.len()));

    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("many.jsonl");
    let text = many_lines(400);
    std::fs::write(&file, &text).expect("written");
    assert_eq!(ingest::read(std::slice::from_ref(&file)).articles.len(), 2000);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("jsonl/2000", |b| {
        b.iter(|| black_box(ingest::read(std::slice::from_ref(&file))).articles.len())
    });

    // The corpus of which the speed target is said, when it lies beside the repository.
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ant.jsonl.gz");
    if corpus.is_file() {
        group.sample_size(10);
        group.bench_function("corpus", |b| {
            b.iter(|| black_box(ingest::read(std::slice::from_ref(&corpus))).articles.len())
        });
    }
    group.finish();
}

fn detect(c: &mut Criterion) {
    let articles = ingest::read(&[news()]).articles;
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    assert!(articles.iter().all(|a| language::detect(&a.text) == "ar"));
    let mut group = c.benchmark_group("ingest/language");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("newsstand", |b| {
        b.iter(|| articles.iter().filter(|a| language::detect(black_box(&a.text)) == "ar").count());
    });
    group.finish();
}

criterion_group!(benches, read, detect);
criterion_main!(benches);
