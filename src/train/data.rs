//! Reading of training data: articles, CoNLL files, our own annotations.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use crate::mentions::entities::features::normal;
use crate::mentions::entities::weights::LABEL_NAMES;
use crate::mentions::entities::words_of;
use crate::text::Document;
use crate::text::fold::fold;

/// Text as interned words.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Distinct words, folded and made normal.
    pub types: Vec<String>,
    /// How often each occurs in the articles.
    pub counts: Vec<u32>,
    /// Documents, as sentences, as words.
    pub documents: Vec<Vec<Vec<u32>>>,
    index: FxHashMap<String, u32>,
}

/// One sentence with labels.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// Words (types of the corpus).
    pub words: Vec<u32>,
    /// Labels; all O where nothing was annotated.
    pub gold: Vec<u8>,
    /// True when somebody annotated it.
    pub annotated: bool,
    /// Guideline: 0 ANERcorp, 1 ours.
    pub domain: u8,
    /// How much it counts in training.
    pub weight: f32,
}

impl Example {
    /// A sentence of a CoNLL file, its words put into the corpus.
    pub fn of_conll((words, gold): (Vec<String>, Vec<u8>), corpus: &mut Corpus, weight: f32) -> Example {
        let words = words.iter().map(|w| corpus.intern(w)).collect();
        Example { words, gold, annotated: true, domain: 0, weight }
    }
}

/// Sentences that are one document, or one run of documents without borders (then `window` sentences either way).
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The sentences in order.
    pub sentences: Vec<Example>,
    /// How far a sentence sees, None for everywhere.
    pub window: Option<usize>,
}

impl Corpus {
    /// The number of a word.
    pub fn intern(&mut self, folded: &str) -> u32 {
        let word = normal(folded);
        if let Some(&t) = self.index.get(&word) {
            return t;
        }
        let t = self.types.len() as u32;
        self.types.push(word.clone());
        self.counts.push(0);
        self.index.insert(word, t);
        t
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead>> {
    let file = std::fs::File::open(path).with_context(|| format!("opening \"{}\"", path.display()))?;
    let read: Box<dyn Read> = if path.extension().is_some_and(|e| e == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    Ok(Box::new(BufReader::new(read)))
}

/// Reads articles (JSON lines with title and text, .gz or plain) into the corpus; gives the documents named in `wanted`.
pub fn read_articles(
    path: &Path,
    corpus: &mut Corpus,
    wanted: &BTreeMap<String, Vec<Annotation>>,
) -> Result<Vec<(String, Document)>> {
    let mut kept = Vec::new();
    for (i, line) in open(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("reading \"{}\" line {}", path.display(), i + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let value: serde_json::Value =
            serde_json::from_str(&line).with_context(|| format!("\"{}\" line {}: not JSON", path.display(), i + 1))?;
        let field = |k: &str| value[k].as_str().unwrap_or("");
        let doc = Document::from_text(&format!("{}\n{}", field("title"), field("text")));
        let mut sentences = Vec::with_capacity(doc.sentences.len());
        for s in words_of(&doc) {
            let words: Vec<u32> = s.into_iter().map(|t| corpus.intern(doc.fold_of(t))).collect();
            for &w in &words {
                corpus.counts[w as usize] += 1;
            }
            sentences.push(words);
        }
        corpus.documents.push(sentences);
        if wanted.contains_key(field("id")) {
            kept.push((field("id").to_string(), doc));
        }
    }
    Ok(kept)
}

/// Number of a label such as `B-PER`. OTHER is MISC, longer names of a kind (PERS, LOCATION) are read by their first
/// letters; anything else is O.
pub fn label(name: &str) -> u8 {
    let Some((place, kind)) = name.split_once('-') else { return 0 };
    let kind = if kind == "OTHER" { "MISC" } else { kind };
    let same = |l: &str| l.split_once('-').is_some_and(|l| l.0 == place && kind.starts_with(&l.1[..3]));
    LABEL_NAMES.iter().position(|l| same(l)).unwrap_or(0) as u8
}

/// Reads a CoNLL file: token TAB tag, a blank line between sentences. An I- tag that follows nothing of its kind is
/// read as B- (as seqeval counts).
///
/// # Errors
/// The file cannot be read, or a line has no tab.
pub fn read_conll(path: &Path) -> Result<Vec<(Vec<String>, Vec<u8>)>> {
    let mut out = Vec::new();
    let (mut words, mut gold): (Vec<String>, Vec<u8>) = Default::default();
    for (i, line) in open(path)?.lines().enumerate() {
        let line = line.with_context(|| format!("reading \"{}\" line {}", path.display(), i + 1))?;
        let line = line.trim_start_matches('\u{feff}').trim_end();
        if line.is_empty() {
            if !words.is_empty() {
                out.push((std::mem::take(&mut words), std::mem::take(&mut gold)));
            }
            continue;
        }
        let Some((token, tag)) = line.rsplit_once('\t').or_else(|| line.rsplit_once(' ')) else {
            bail!("\"{}\" line {}: no tab between token and tag in \"{line}\"", path.display(), i + 1);
        };
        let mut y = label(tag.trim());
        let before = gold.last().copied().unwrap_or(0);
        if y != 0 && y.is_multiple_of(2) && before != y && before + 1 != y {
            y -= 1;
        }
        words.push(fold(token.trim()));
        gold.push(y);
    }
    if !words.is_empty() {
        out.push((words, gold));
    }
    Ok(out)
}

/// A sentence annotated by us: code points into title, newline, text.
#[derive(Debug, Clone)]
pub struct Annotation {
    /// First code point of the sentence.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// Names: first code point, one past the last, type.
    pub names: Vec<(usize, usize, String)>,
}

/// Reads annotations.tsv: doc_id, start, end, names as `start-end:TYPE` joined by spaces (offsets into the document
/// text), and further columns.
pub fn read_annotations(path: &Path) -> Result<BTreeMap<String, Vec<Annotation>>> {
    let mut out: BTreeMap<String, Vec<Annotation>> = BTreeMap::new();
    for (i, line) in open(path)?.lines().enumerate() {
        let line = line?;
        if line.starts_with('#') || line.starts_with("doc_id") || line.is_empty() {
            continue;
        }
        let bad = || format!("\"{}\" line {}: \"{line}\" is no annotation", path.display(), i + 1);
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() < 4 {
            bail!(bad());
        }
        let mut names = Vec::new();
        for name in cells[3].split(' ').filter(|n| !n.is_empty()) {
            let (range, kind) = name.split_once(':').with_context(bad)?;
            let (a, b) = range.split_once('-').with_context(bad)?;
            names.push((a.parse().with_context(bad)?, b.parse().with_context(bad)?, kind.to_string()));
        }
        out.entry(cells[0].to_string()).or_default().push(Annotation {
            start: cells[1].parse().with_context(bad)?,
            end: cells[2].parse().with_context(bad)?,
            names,
        });
    }
    Ok(out)
}

/// Labels the sentences of an article by its annotations; a sentence that is partly annotated is cut at the border.
pub fn group_of(doc: &Document, annotations: &[Annotation], corpus: &mut Corpus) -> Group {
    let bytes: Vec<usize> = doc.text().char_indices().map(|c| c.0).chain([doc.text().len()]).collect();
    let byte = |cp: usize| bytes.get(cp).copied().unwrap_or(doc.text().len());
    let ranges: Vec<(usize, usize)> = annotations.iter().map(|a| (byte(a.start), byte(a.end))).collect();
    let inside = |t: usize| {
        let at = doc.tokens[t].span.start as usize;
        ranges.iter().position(|r| r.0 <= at && at < r.1)
    };
    let mut group = Group::default();
    for sentence in words_of(doc) {
        for run in sentence.chunk_by(|a, b| inside(*a) == inside(*b)) {
            let mut gold = vec![0u8; run.len()];
            let annotation = inside(run[0]);
            if let Some(a) = annotation {
                for (start, end, kind) in &annotations[a].names {
                    let (start, end) = (byte(*start), byte(*end));
                    let first = label(&format!("B-{kind}"));
                    let mut seen = false;
                    for (g, t) in gold.iter_mut().zip(run) {
                        let span = doc.tokens[*t].span;
                        if (span.start as usize) < end && span.end as usize > start {
                            *g = if seen { first + 1 } else { first };
                            seen = true;
                        }
                    }
                }
            }
            group.sentences.push(Example {
                words: run.iter().map(|t| corpus.intern(doc.fold_of(*t))).collect(),
                gold,
                annotated: annotation.is_some(),
                domain: 1,
                weight: 1.0,
            });
        }
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_with_a_token_gets_its_label_whatever_the_line_ends_look_like() {
        let path = std::env::temp_dir().join(format!("muqabala-conll-{}.conll", std::process::id()));
        let text = "\u{feff}قال\tO\r\nبان\tB-PER \r\nكي مون\tI-PER\r\n  \t \r\n\u{a0}\tO\n\"\tO\nدبي\tI-LOC\n\n\n.\tO";
        std::fs::write(&path, text).expect("a temporary file");
        let read = read_conll(&path).expect("a CoNLL file");
        std::fs::remove_file(&path).ok();
        let labels: Vec<&[u8]> = read.iter().map(|s| s.1.as_slice()).collect();
        assert_eq!(labels, [&[0, 1, 2][..], &[0, 0, 3], &[0]]);
        assert!(read.iter().all(|s| s.0.len() == s.1.len()));
    }

    #[test]
    fn kinds_are_known_by_their_first_letters() {
        assert_eq!(["B-PERS", "I-OTHER", "B-MIS", "O", "B-", "I-ORGANISATION"].map(label), [1, 8, 7, 0, 0, 6]);
    }
}
