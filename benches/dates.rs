//! Tagging alone, on one core: `cargo bench --bench dates -- [articles.jsonl]` (keys title, text; fixtures/news/wire.jsonl
//! without an argument). Asserts an answer, then prints articles, megabytes, seconds and MB/s of the best of five passes.

use std::time::Instant;

use muqabala::mentions::dates;
use muqabala::text::Document;

fn main() {
    let known = Document::from_text("عقد الاجتماع يوم الخميس 19 أبريل 2018.");
    assert_eq!(known.slice(dates::extract(&known)[0].span), "يوم الخميس 19 أبريل 2018");

    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/news/wire.jsonl").to_string();
    let path = std::env::args().skip(1).find(|a| !a.starts_with("--")).unwrap_or(default);
    let Ok(lines) = std::fs::read_to_string(&path) else {
        println!("skipped: {path} is not here");
        return;
    };
    let docs: Vec<Document> = lines
        .lines()
        .filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok())
        .map(|v| {
            let part = |k: &str| v[k].as_str().unwrap_or("").to_string();
            Document::from_text(&format!("{}\n{}", part("title"), part("text")))
        })
        .collect();
    let bytes: usize = docs.iter().map(|d| d.text().len()).sum();
    let mut best = f64::MAX;
    let mut found = 0;
    for _ in 0..5 {
        let clock = Instant::now();
        found = docs.iter().map(|d| dates::extract(d).len()).sum();
        best = best.min(clock.elapsed().as_secs_f64());
    }
    // tokens are made once for all extractors; shown so that nothing is hidden
    let clock = Instant::now();
    let tokens: usize = docs.iter().map(|d| Document::from_text(d.text()).tokens.len()).sum();
    let tokenize = clock.elapsed().as_secs_f64();
    let megabytes = bytes as f64 / 1e6;
    println!(
        "dates/muqabala: {} articles, {megabytes:.2} MB, {found} expressions, {best:.4} s, {:.1} MB/s (with tokenizing {tokens} tokens: {:.1} MB/s)",
        docs.len(),
        megabytes / best,
        megabytes / (best + tokenize)
    );
}
