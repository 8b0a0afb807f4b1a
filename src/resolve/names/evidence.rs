//! What the run says of a form of words: how often it is a name by itself, a piece of a longer name, and no name at all.
//!
//! - takes: all readings with their mentions
//! - gives: counts by form; mentions that the run speaks against are taken out
//! - cost: one walk over the tokens of the run; a hash and a look into a filter for each word

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::lexicon::word_hash;
use crate::model::{EntityKind, EntityMention, Reading, TokenKind};
use crate::text::Document;

/// Particles that may be joined to the first word of a form.
const PARTICLES: [&str; 10] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"];
/// Particles that have swallowed the alef of the article.
const FUSED: [&str; 3] = ["لل", "ولل", "فلل"];

/// Counts of one form.
#[derive(Debug, Clone, Default)]
struct Counts {
    /// Mentions with these borders.
    named: u32,
    /// Occurrences inside a longer name.
    inside: u32,
    /// Occurrences where no name was found.
    free: u32,
    /// Sum of the tagger's scores of the mentions.
    score: f32,
    /// Mentions as a place right behind a noun that names of places follow (مدينة, معبر).
    headed: u32,
    /// Mentions as a place.
    places: u32,
}

/// A form to look for: hashes of its words, its number.
type Sought = (Vec<u64>, u32);

/// Forms of the run with their counts.
#[derive(Debug, Default)]
struct Evidence {
    /// Forms by number.
    forms: Vec<String>,
    /// Counts by form.
    counts: Vec<Counts>,
    /// Form of each mention, by document.
    of_mention: Vec<Vec<Option<u32>>>,
    /// Sought forms by the hashes of their first two words, or of their only one.
    starts: FxHashMap<u64, Vec<Sought>>,
    /// One bit for each value of the last bits of a first word's hash.
    filter: Vec<u64>,
}

/// Bits of a hash in the filter.
const FILTER_BITS: u32 = 18;
/// A form is looked for in the whole text when the tagger is on average less sure of it than this.
const DOUBTED: f32 = 0.3;
/// Mean score of a form that the tagger hardly believes in.
const HARDLY: f32 = 0.05;
/// A word stands so often without a name for each time as one before a place is none.
const PLACE_FREE: u32 = 3;
/// A place behind a noun of places once in so many mentions is one.
const HEADED_SHARE: u32 = 4;
/// Months that are given names too, a clash, and who is born somewhere.
static MONTHS: Words = Words::new(&words::NAMES, "given name and month");
/// Occurrences without a name that speak against one.
const FREE_LEAST: u32 = 5;

/// Takes out mentions of forms that the run mostly has as common words (الخط الأحمر, انتهاكات لحقوق الإنسان), where the
/// tagger doubts them and no list has them. Names that are words by themselves (أحلام) are left alone.
pub fn weed(readings: &mut [Reading]) {
    let evidence = Evidence::gather(readings);
    readings.par_iter_mut().zip(&evidence.of_mention).for_each(|(r, forms)| {
        let mut k = 0;
        let mut kept: Vec<Option<u32>> = Vec::with_capacity(forms.len());
        r.mentions.entities.retain(|m| {
            let form = forms[k];
            k += 1;
            let common = form.is_some_and(|f| evidence.common(f, m.kind));
            // صحيفة "الراية"
            let keep = !common || m.kind == EntityKind::Organisation && in_marks(&r.doc, m) && headed(&r.doc, m);
            if keep {
                kept.push(form);
            }
            keep
        });
        as_their_bearers(r, &kept, &evidence);
    });
}

/// A single word that the tagger doubts and that ends the full name of a person of the same article is that person's:
/// سويفت beside تايلور سويفت. Not behind a head of institutions (شركة فورد beside بيل فورد), not what the lists know.
/// رمضان by itself is the month unless somebody of the article is called so, صدام a clash.
fn as_their_bearers(r: &mut Reading, forms: &[Option<u32>], evidence: &Evidence) {
    let gaz = crate::lang::gaz::Gazetteer::get();
    let form = |k: usize| forms[k].map_or("", |f| evidence.forms[f as usize].as_str());
    let mut ends: FxHashSet<&str> = FxHashSet::default();
    let mut starts: FxHashSet<&str> = FxHashSet::default();
    for (k, _) in r.mentions.entities.iter().enumerate().filter(|(_, m)| m.kind == EntityKind::Person) {
        ends.extend(form(k).rsplit_once(' ').map(|n| n.1).filter(|w| w.chars().count() >= 4));
        starts.extend(form(k).split_once(' ').map(|n| n.0));
    }
    let doc = &r.doc;
    let mut words: Option<Vec<u32>> = None;
    let mut months = Vec::new();
    for (k, m) in r.mentions.entities.iter_mut().enumerate() {
        let own = form(k);
        if m.kind == EntityKind::Person {
            if m.role.is_none() && MONTHS.has(own) && !ends.contains(own) && !starts.contains(own) {
                months.push(k);
            }
            continue;
        }
        if m.score_0_1 >= DOUBTED || !ends.contains(own) || gaz.classes(own) != 0 {
            continue;
        }
        let words = words.get_or_insert_with(|| words_of(doc));
        let (from, _) = range(doc, words, m);
        let head = from > 0 && {
            let before = doc.fold_of(words[from - 1] as usize);
            let bare = before.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(before);
            gaz.head(before).is_some() || gaz.head(bare).is_some()
        };
        if !head {
            m.kind = EntityKind::Person;
        }
    }
    let mut k = 0;
    r.mentions.entities.retain(|_| {
        k += 1;
        !months.contains(&(k - 1))
    });
}

/// Tokens that count as words of a form: quotation marks and the signs of hashtags do not break a name.
pub(super) fn words_of(doc: &Document) -> Vec<u32> {
    (0..doc.tokens.len())
        .filter(|&i| {
            doc.tokens[i].kind != TokenKind::Punct
                || !matches!(doc.fold_of(i), "\"" | "«" | "»" | "“" | "”" | "_" | "#" | "'" | "‘" | "’")
        })
        .map(|i| i as u32)
        .collect()
}

/// Where a mention stands among the words of its document.
pub(super) fn range(doc: &Document, words: &[u32], m: &EntityMention) -> (usize, usize) {
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
pub(super) fn form(doc: &Document, words: &[u32], m: &EntityMention) -> Option<String> {
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

/// Is a form looked for in the whole text? A word by itself may be a person's name here and a noun there.
fn looked_for(form: &str, kind: EntityKind) -> bool {
    form.contains(' ') || kind != EntityKind::Person && form.chars().count() >= 3
}

/// Do marks hold the mention and nothing else?
fn in_marks(doc: &Document, m: &EntityMention) -> bool {
    let mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '«' | '»' | '“' | '”'));
    let (start, end) = (m.span.start as usize, m.span.end as usize);
    mark(doc.text()[..start].chars().next_back()) && mark(doc.text()[end..].chars().next())
}

/// Does a noun that names of places, houses and things follow stand right before the mention?
pub(super) fn headed(doc: &Document, m: &EntityMention) -> bool {
    let first = doc.token_at(m.span.start);
    let own = doc.tokens.get(first).is_some_and(|t| t.span.start == m.span.start);
    own && first > 0 && {
        let before = (0..first).rev().find(|k| !matches!(doc.fold_of(*k), "\"" | "«" | "“" | "("));
        before.is_some_and(|k| super::kinds::construct(doc.fold_of(k)))
    }
}

/// The form of each name of an article, over its words.
pub(super) fn forms(r: &Reading, words: &[u32]) -> Vec<Option<String>> {
    r.mentions.entities.iter().map(|m| form(&r.doc, words, m)).collect()
}

/// Key of a form's first two words.
fn pair(a: u64, b: u64) -> u64 {
    a.rotate_left(23) ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Evidence {
    /// Counts the forms of the run.
    fn gather(readings: &[Reading]) -> Evidence {
        let found: Vec<_> = readings.par_iter().map(|r| forms(r, &words_of(&r.doc))).collect();
        let mut e = Evidence { filter: vec![0; 1 << (FILTER_BITS - 6)], ..Evidence::default() };
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut kinds: Vec<EntityKind> = Vec::new();
        for (r, forms) in readings.iter().zip(found) {
            let mut here = Vec::with_capacity(forms.len());
            for (m, form) in r.mentions.entities.iter().zip(forms) {
                let Some(form) = form else {
                    here.push(None);
                    continue;
                };
                let id = match ids.get(&form) {
                    Some(id) => *id,
                    None => {
                        let id = e.forms.len() as u32;
                        e.forms.push(form.clone());
                        e.counts.push(Counts::default());
                        kinds.push(m.kind);
                        ids.insert(form, id);
                        id
                    }
                };
                e.counts[id as usize].named += 1;
                e.counts[id as usize].score += m.score_0_1;
                if m.kind == EntityKind::Place && !e.forms[id as usize].contains(' ') {
                    e.counts[id as usize].places += 1;
                    e.counts[id as usize].headed += u32::from(headed(&r.doc, m));
                }
                here.push(Some(id));
            }
            e.of_mention.push(here);
        }
        for (id, form) in e.forms.iter().enumerate() {
            let c = &e.counts[id];
            if looked_for(form, kinds[id]) && c.score < DOUBTED * c.named as f32 {
                let hashes: Vec<u64> = form.split(' ').map(word_hash).collect();
                let slot = hashes[0] & ((1 << FILTER_BITS) - 1);
                e.filter[(slot >> 6) as usize] |= 1 << (slot & 63);
                let key = if hashes.len() > 1 { pair(hashes[0], hashes[1]) } else { hashes[0] };
                e.starts.entry(key).or_default().push((hashes, id as u32));
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

    /// Are mentions of this form and kind words like others?
    fn common(&self, form: u32, kind: EntityKind) -> bool {
        let (c, form) = (&self.counts[form as usize], &self.forms[form as usize]);
        let mean = c.score / c.named.max(1) as f32;
        if c.free < FREE_LEAST || mean >= DOUBTED || !looked_for(form, kind) {
            return false;
        }
        let gaz = crate::lang::gaz::Gazetteer::get();
        if gaz.classes(form) != 0 {
            return false;
        }
        let first = form.split(' ').next().unwrap_or_default();
        // a piece of longer names (تنظيم الدولة الإسلامية) is a name's short form
        let named = c.named + c.inside;
        // الباب, a town that is a door too, which something says to be one; منطقة صحراوية is none: the noun takes adjectives
        if kind == EntityKind::Place && !form.contains(' ') {
            let listed = gaz.world_place(form).is_some();
            let adjective = !form.starts_with("ال") && form.ends_with("يه");
            // كاشينغ, which the tagger hardly knows, is no common word
            let common = crate::mentions::entities::mend::seldom(form);
            return !listed
                && common
                && (adjective || c.headed * HEADED_SHARE < c.places)
                && c.free >= PLACE_FREE * named;
        }
        if kind == EntityKind::Person && gaz.part(first).is_some_and(|p| p.given >= 3) {
            c.free >= 10 * named
        } else if mean < HARDLY {
            c.free * 2 >= named * 3
        } else {
            c.free >= 2 * named
        }
    }

    fn count_in(&self, r: &Reading, seen: &mut FxHashMap<u32, [u32; 2]>) {
        let doc = &r.doc;
        let words = words_of(doc);
        let hashes: Vec<u64> = words.iter().map(|&w| word_hash(doc.fold_of(w as usize))).collect();
        let mut cover: Vec<u32> = Vec::new();
        let mut text = String::new();
        for i in 0..words.len() {
            self.at(hashes[i], i, r, &words, &hashes, &mut cover, seen);
            let word = doc.fold_of(words[i] as usize);
            if word.len() > 6 && word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) {
                for p in PARTICLES {
                    if let Some(rest) = word.strip_prefix(p) {
                        self.at(word_hash(rest), i, r, &words, &hashes, &mut cover, seen);
                    }
                }
                for p in FUSED {
                    if let Some(rest) = word.strip_prefix(p) {
                        text.clear();
                        text.push_str("ال");
                        text.push_str(rest);
                        self.at(word_hash(&text), i, r, &words, &hashes, &mut cover, seen);
                    }
                }
            }
        }
    }

    /// Counts the sought forms that begin at word `i`, whose first word has the hash `first`.
    #[allow(clippy::too_many_arguments)]
    fn at(
        &self,
        first: u64,
        i: usize,
        r: &Reading,
        words: &[u32],
        hashes: &[u64],
        cover: &mut Vec<u32>,
        seen: &mut FxHashMap<u32, [u32; 2]>,
    ) {
        let slot = first & ((1 << FILTER_BITS) - 1);
        if self.filter[(slot >> 6) as usize] >> (slot & 63) & 1 == 0 {
            return;
        }
        let single = self.starts.get(&first);
        let longer = hashes.get(i + 1).and_then(|h| self.starts.get(&pair(first, *h)));
        for (sought, id) in single.into_iter().chain(longer).flatten() {
            let to = i + sought.len();
            if sought[0] != first || to > hashes.len() || sought[1..] != hashes[i + 1..to] {
                continue;
            }
            if cover.is_empty() {
                cover.resize(words.len(), 0);
                for (k, m) in r.mentions.entities.iter().enumerate() {
                    let (a, b) = range(&r.doc, words, m);
                    cover[a..b.max(a)].fill(k as u32 + 1);
                }
            }
            let here = &cover[i..to];
            if here.iter().all(|c| *c == 0) {
                seen.entry(*id).or_default()[1] += 1;
            } else if here.iter().all(|c| *c == here[0]) {
                let longer = i > 0 && cover[i - 1] == here[0] || to < cover.len() && cover[to] == here[0];
                if longer {
                    seen.entry(*id).or_default()[0] += 1;
                }
            }
        }
    }
}
