//! Tokenising and tagging on one core: `cargo bench --bench entities`. Reads fixtures/newsstand; with the environment
//! variable MUQABALA_BENCH_ARTICLES set to a file of JSON lines (title, text) it measures on those.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use muqabala::mentions::entities;
use muqabala::text::Document;

fn texts() -> Vec<String> {
    let from_json = |s: &str| -> Vec<String> {
        s.lines()
            .filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok())
            .map(|v| format!("{}\n{}", v["title"].as_str().unwrap_or(""), v["text"].as_str().unwrap_or("")))
            .collect()
    };
    if let Some(path) = std::env::var_os("MUQABALA_BENCH_ARTICLES") {
        return from_json(&std::fs::read_to_string(path).unwrap_or_default());
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files = vec![root];
    let mut out = Vec::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> =
                std::fs::read_dir(&path).into_iter().flatten().flatten().map(|e| e.path()).collect();
            inside.sort();
            files.extend(inside);
        } else if let Some(extension) = path.extension().and_then(|e| e.to_str()) {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            match extension {
                "txt" => out.push(text),
                "jsonl" => out.extend(from_json(&text)),
                _ => {}
            }
        }
    }
    out
}

fn tagging(c: &mut Criterion) {
    let texts = texts();
    let tokens: usize = texts.iter().map(|t| Document::from_text(t).tokens.len()).sum();
    let sample = Document::from_text("وصل الرئيس المصري عبد الفتاح السيسي إلى برلين");
    assert!(entities::extract(&sample).iter().any(|m| sample.slice(m.span) == "برلين"), "the tagger finds Berlin");
    let mut group = c.benchmark_group("entities");
    group.throughput(Throughput::Elements(tokens as u64));
    group.sample_size(10);
    group.bench_function("tokenise", |b| {
        b.iter(|| texts.iter().map(|t| black_box(Document::from_text(t)).tokens.len()).sum::<usize>())
    });
    group.bench_function("tokenise+tag", |b| {
        b.iter(|| texts.iter().map(|t| black_box(entities::extract(&Document::from_text(t))).len()).sum::<usize>())
    });
    group.finish();
    c.bench_function("entities/load", |b| b.iter(|| black_box(entities::load().is_some())));
}

criterion_group!(benches, tagging);
criterion_main!(benches);
