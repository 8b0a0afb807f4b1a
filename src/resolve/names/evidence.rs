//! What the run says of a form of words: how often it is a name by itself, a piece of a longer name, and no name at all.
//!
//! - takes: all readings with their mentions
//! - gives: counts by form; mentions that the run speaks against are taken out
//! - cost: one walk over the tokens of the run; a look into a table for each word

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{EntityKind, EntityMention, Reading, TokenKind};
use crate::text::Document;

/// Particles that may be joined to the first word of a form.
const PARTICLES: [&str; 10] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"];
/// Particles that have swallowed the alef of the article.
const FUSED: [&str; 3] = ["لل", "ولل", "فلل"];

/// Counts of one form.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Mentions with these borders, by kind.
    pub kinds: [u32; 4],
    /// Occurrences inside a longer name.
    pub inside: u32,
    /// Occurrences where no name was found.
    pub free: u32,
    /// Sum of the tagger's scores of the mentions.
    pub score: f32,
}

impl Counts {
    /// Mentions with these borders.
    pub fn named(&self) -> u32 {
        self.kinds.iter().sum()
    }
}

/// Forms of the run with their counts.
#[derive(Debug, Default)]
pub struct Evidence {
    forms: FxHashMap<String, u32>,
    /// Counts by form.
    pub counts: Vec<Counts>,
    /// Forms by their first word: the words after it.
    starts: FxHashMap<String, Vec<(Vec<String>, u32)>>,
}

/// A form is looked for in the whole text when the tagger is on average less sure of it than this.
const DOUBTED: f32 = 0.3;
/// Mean score of a form that the tagger hardly believes in.
const HARDLY: f32 = 0.05;
/// Occurrences without a name that speak against one.
const FREE_LEAST: u32 = 5;

/// Takes out mentions of forms that the run mostly has as common words (الخط الأحمر, انتهاكات لحقوق الإنسان), where the
/// tagger doubts them and no list has them. Names that are words by themselves (أحلام) are left alone.
pub fn weed(readings: &mut [Reading]) {
    let evidence = Evidence::gather(readings);
    let gaz = crate::lang::gaz::Gazetteer::get();
    readings.par_iter_mut().for_each(|r| {
        let words = words(&r.doc);
        let doc = &r.doc;
        r.mentions.entities.retain(|m| {
            let Some(form) = form(doc, &words, m) else { return true };
            let Some(c) = evidence.of(&form) else { return true };
            let mean = c.score / c.named().max(1) as f32;
            if c.free < FREE_LEAST || mean >= DOUBTED || gaz.classes(&form) != 0 || !looked_for(&form, m.kind) {
                return true;
            }
            let first = form.split(' ').next().unwrap_or_default();
            // a piece of longer names (تنظيم الدولة الإسلامية) is a name's short form
            let named = c.named() + c.inside;
            let common = if m.kind == EntityKind::Person && gaz.part(first).is_some_and(|p| p.given >= 3) {
                c.free >= 10 * named
            } else if mean < HARDLY {
                c.free * 2 >= named * 3
            } else {
                c.free >= 2 * named
            };
            !common
        });
    });
}

/// Place of a kind in counts.
pub fn index(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Place => 1,
        EntityKind::Organisation => 2,
        EntityKind::Other => 3,
    }
}

/// Tokens that count as words of a form: quotation marks and the signs of hashtags do not break a name.
pub fn words(doc: &Document) -> Vec<u32> {
    (0..doc.tokens.len())
        .filter(|&i| {
            doc.tokens[i].kind != TokenKind::Punct
                || !matches!(doc.fold_of(i), "\"" | "«" | "»" | "“" | "”" | "_" | "#" | "'" | "‘" | "’")
        })
        .map(|i| i as u32)
        .collect()
}

/// Where a mention stands among the words of its document.
pub fn range(doc: &Document, words: &[u32], m: &EntityMention) -> (usize, usize) {
    let from = words.partition_point(|&w| doc.tokens[w as usize].span.end <= m.span.start);
    let to = words.partition_point(|&w| doc.tokens[w as usize].span.start < m.span.end);
    (from, to)
}

/// First word of a mention as folded, without its particle, the article restored behind لل.
fn first_word(doc: &Document, token: usize, m: &EntityMention) -> String {
    let whole = doc.fold_of(token);
    if m.span.start <= doc.tokens[token].span.start {
        return whole.to_string();
    }
    for p in FUSED.iter().chain(&PARTICLES).rev() {
        let Some(rest) = whole.strip_prefix(p) else { continue };
        if doc.source_in_token(token, p.len()) == m.span.start {
            return if FUSED.contains(p) { format!("ال{rest}") } else { rest.to_string() };
        }
    }
    whole.to_string()
}

/// The form of a mention: its words as folded, with single blanks. None when it has no words.
pub fn form(doc: &Document, words: &[u32], m: &EntityMention) -> Option<String> {
    let (from, to) = range(doc, words, m);
    if from >= to {
        return None;
    }
    let mut out = first_word(doc, words[from] as usize, m);
    for &w in &words[from + 1..to] {
        out.push(' ');
        out.push_str(doc.fold_of(w as usize));
    }
    Some(out)
}

/// Is a form looked for in the whole text? A word by itself may be a person's or a place's name here and a noun there.
fn looked_for(form: &str, kind: EntityKind) -> bool {
    form.contains(' ') || matches!(kind, EntityKind::Organisation | EntityKind::Other) && form.chars().count() >= 3
}

impl Evidence {
    /// Counts the forms of the run.
    pub fn gather(readings: &[Reading]) -> Evidence {
        let found: Vec<Vec<(String, usize, f32, EntityKind)>> = readings
            .par_iter()
            .map(|r| {
                let words = words(&r.doc);
                r.mentions
                    .entities
                    .iter()
                    .filter_map(|m| Some((form(&r.doc, &words, m)?, index(m.kind), m.score_0_1, m.kind)))
                    .collect()
            })
            .collect();
        let mut e = Evidence::default();
        let mut kinds: Vec<EntityKind> = Vec::new();
        for (form, k, score, kind) in found.into_iter().flatten() {
            let id = match e.forms.get(&form) {
                Some(id) => *id,
                None => {
                    let id = e.counts.len() as u32;
                    e.counts.push(Counts::default());
                    kinds.push(kind);
                    e.forms.insert(form, id);
                    id
                }
            };
            e.counts[id as usize].kinds[k] += 1;
            e.counts[id as usize].score += score;
        }
        #[allow(clippy::iter_over_hash_type)] // the lists are only looked through
        for (form, id) in &e.forms {
            let c = &e.counts[*id as usize];
            if looked_for(form, kinds[*id as usize]) && c.score < DOUBTED * c.named() as f32 {
                let mut words = form.split(' ').map(str::to_string);
                let first = words.next().unwrap_or_default();
                e.starts.entry(first).or_default().push((words.collect(), *id));
            }
        }
        let seen: FxHashMap<u32, [u32; 2]> = readings
            .par_iter()
            .fold(FxHashMap::default, |mut seen: FxHashMap<u32, [u32; 2]>, r| {
                e.count_in(r, &mut seen);
                seen
            })
            .reduce(FxHashMap::default, |mut a, b| {
                #[allow(clippy::iter_over_hash_type)] // sums do not depend on the order
                for (id, n) in b {
                    let at = a.entry(id).or_default();
                    at[0] += n[0];
                    at[1] += n[1];
                }
                a
            });
        #[allow(clippy::iter_over_hash_type)] // each writes its own place
        for (id, n) in seen {
            e.counts[id as usize].inside = n[0];
            e.counts[id as usize].free = n[1];
        }
        e
    }

    /// What is known of a form.
    pub fn of(&self, form: &str) -> Option<&Counts> {
        self.forms.get(form).map(|id| &self.counts[*id as usize])
    }

    fn count_in(&self, r: &Reading, seen: &mut FxHashMap<u32, [u32; 2]>) {
        let doc = &r.doc;
        let words = words(doc);
        let mut cover = vec![0u32; words.len()];
        for (k, m) in r.mentions.entities.iter().enumerate() {
            let (from, to) = range(doc, &words, m);
            cover[from..to.max(from)].fill(k as u32 + 1);
        }
        let mut key = String::new();
        for i in 0..words.len() {
            let word = doc.fold_of(words[i] as usize);
            self.at(word, doc, &words, &cover, i, seen);
            if word.len() > 6 && word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) {
                for p in PARTICLES {
                    if let Some(rest) = word.strip_prefix(p) {
                        self.at(rest, doc, &words, &cover, i, seen);
                    }
                }
                for p in FUSED {
                    if let Some(rest) = word.strip_prefix(p) {
                        key.clear();
                        key.push_str("ال");
                        key.push_str(rest);
                        self.at(&key, doc, &words, &cover, i, seen);
                    }
                }
            }
        }
    }

    fn at(
        &self,
        first: &str,
        doc: &Document,
        words: &[u32],
        cover: &[u32],
        i: usize,
        seen: &mut FxHashMap<u32, [u32; 2]>,
    ) {
        let Some(list) = self.starts.get(first) else { return };
        for (rest, id) in list {
            let to = i + 1 + rest.len();
            if to > words.len() || !rest.iter().zip(&words[i + 1..to]).all(|(r, &w)| doc.fold_of(w as usize) == r) {
                continue;
            }
            let here = &cover[i..to];
            if here.iter().all(|c| *c == 0) {
                seen.entry(*id).or_default()[1] += 1;
            } else if here.iter().all(|c| *c == here[0]) {
                let longer = i > 0 && cover[i - 1] == here[0] || to < words.len() && cover[to] == here[0];
                if longer {
                    seen.entry(*id).or_default()[0] += 1;
                }
            }
        }
    }
}
