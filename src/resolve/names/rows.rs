//! Rows of the run's names, weighed by all that the run says of each: is it one entity, whole and rightly typed?
//!
//! - takes: all readings with their mentions, the entities they were put together to
//! - gives: rows that are more likely no name, cut or mistyped than right are taken out with their mentions
//! - runs: once, when names are resolved
//! - cost: a walk over the mentions; a few look-ups in the lists a row
//! - data: lang/ar/rows.tsv (weights, fitted by tools/fit_rows.py on rows read by hand), lang/ar/neighbours.tsv

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::evidence::{Occurrences, range, words_of};
use super::{near, orgs};
use crate::lang::gaz::{Gazetteer, bits, key};
use crate::lang::lexicon::Lexicon;
use crate::mentions::entities::{self, features::normal};
use crate::model::{Entity, EntityKind, Reading, TokenKind};

/// Rows of fewer mentions say too little of themselves.
const MENTIONS_LEAST: u32 = 3;
/// In a run of fewer articles a name of three mentions is nothing to wonder at: the weights are those of a large run.
const ARTICLES_LEAST: usize = 2000;
/// A row that is wrong by more than this is taken out. Of the rows above it that were read two in three are wrong.
const DOUBT_MOST: f32 = 0.45;
/// A name of so many articles is known; nothing of it is taken out.
const KNOWN_DOCS: usize = 40;
/// A word that the corpus has less often than e to this power may be told of as a part of the name beside it.
const COMMON: f32 = 10.0;
/// What has so few words and is neither person nor place nor institution is hardly ever wrong, however doubted.
const THING_WORDS: usize = 2;
/// Nor a person or place of so many words.
const LONG_WORDS: usize = 3;
/// Scores nearer to 0 or 1 than this say no more.
const EDGE: f32 = 0.001;
/// What stands for the share of free occurrences of a form that was not looked for.
const NOT_SOUGHT: f32 = -3.0;

/// Names of the features, in order. What each says: lang/ar/rows.tsv.
const NAMES: [&str; 48] = [
    "loc",
    "org",
    "other",
    "score",
    "score_min",
    "score_max",
    "mentions",
    "articles",
    "spellings",
    "letters",
    "article",
    "listed_town",
    "listed_body",
    "head_first",
    "count_min",
    "count_last",
    "named_last",
    "own_last",
    "others_last",
    "others_min",
    "before_same",
    "before_named",
    "before_definite",
    "before_edge",
    "behind_spread",
    "behind_same",
    "behind_content",
    "behind_definite",
    "behind_purpose",
    "glued_before",
    "glued_behind",
    "particle_cut",
    "particle_kept",
    "role",
    "title",
    "head_before",
    "touches_before",
    "touches_behind",
    "free",
    "free_count",
    "inside",
    "near_margin",
    "near_own",
    "full_person",
    "known_person",
    "single_definite",
    "digits",
    "contexts",
];
type Features = [f32; NAMES.len()];

/// The fitted model: mean, deviation and weight of each feature, and what is added.
struct Model {
    features: [[f32; 3]; NAMES.len()],
    bias: f32,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let l = Lexicon::parse("rows.tsv", include_str!("../../lang/ar/rows.tsv"));
    let columns = ["mean", "deviation", "weight"].map(|c| l.column(c));
    let feature = l.column("feature");
    let row = |name: &str| l.rows.iter().find(|r| r.get(feature) == name);
    let number = |name: &str| columns.map(|c| row(name).and_then(|r| r.get(c).parse().ok()).unwrap_or(0.0));
    Model { features: NAMES.map(number), bias: number("bias")[2] }
});

impl Model {
    /// How likely a row is wrong, 0..1.
    fn doubt(&self, features: &Features) -> f32 {
        let terms = features.iter().zip(&self.features);
        let sum: f32 = terms.map(|(x, [mean, deviation, w])| (x - mean) / deviation.max(1e-6) * w).sum();
        1.0 / (1.0 + (-sum - self.bias).exp())
    }
}

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Other];

fn at(kind: EntityKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(3)
}

/// What a row sees of one mention.
struct View<'a> {
    entity: u32,
    score: f32,
    /// The word before it, or the letter that was cut off it; the word behind it. Empty at the ends of a sentence.
    beside: [&'a str; 2],
    /// Was a particle cut off?
    cut: bool,
    role: bool,
    /// Does another name stand right before it, right behind it?
    touches: [bool; 2],
    /// Does a sign tie it to a word before or behind it (سان-مكسيمان, إتش.آر.)?
    glued: [bool; 2],
}

/// The views of an article's mentions of rows that are weighed.
fn views<'a>(r: &'a Reading, weighed: &[bool]) -> Vec<View<'a>> {
    let doc = &r.doc;
    let all = &r.mentions.entities;
    if !all.iter().any(|m| m.entity.is_some_and(|e| weighed[e as usize])) {
        return Vec::new();
    }
    let words = words_of(doc);
    let places: Vec<(usize, usize)> = all.iter().map(|m| range(doc, &words, m)).collect();
    let sign = |t: usize| t < doc.tokens.len() && matches!(doc.fold_of(t), "-" | "." | "_" | "–" | "/");
    let mut out = Vec::with_capacity(all.len());
    for (k, m) in all.iter().enumerate() {
        let (from, to) = places[k];
        let Some(entity) = m.entity.filter(|e| weighed[*e as usize]) else { continue };
        if from >= to {
            continue;
        }
        let sentence = doc.sentence_tokens(m.sentence as usize);
        let word = |i: usize| {
            let t = words.get(i).map(|w| *w as usize).filter(|t| sentence.contains(t));
            t.map_or("", |t| doc.fold_of(t))
        };
        let own = words[from] as usize;
        let cut = m.span.start > doc.tokens[own].span.start;
        let letter = doc.fold_of(own).chars().next().map_or(0, char::len_utf8);
        let before = match () {
            _ if cut => &doc.fold_of(own)[..letter],
            _ if from > 0 => word(from - 1),
            _ => "",
        };
        let (first, last) = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)));
        let follows = |t: usize| t < doc.tokens.len() && doc.tokens[t].kind != TokenKind::Punct;
        let next = all.get(k + 1).zip(places.get(k + 1)).is_some_and(|(n, p)| {
            p.0 == to && words.get(to).is_some_and(|w| n.span.start <= doc.tokens[*w as usize].span.start)
        });
        out.push(View {
            entity,
            score: m.score_0_1,
            beside: [before, word(to)],
            cut,
            role: m.role.is_some(),
            touches: [k > 0 && !cut && places[k - 1].1 == from, next],
            glued: [
                first > 0 && doc.glued(first - 1) && sign(first - 1),
                doc.glued(last) && sign(last + 1) && doc.glued(last + 1) && follows(last + 2),
            ],
        });
    }
    out
}

/// The word that stands beside most mentions on one side, with its share, and how even the words are spread (0..1).
fn commonest<'a>(views: &[&View<'a>], side: usize) -> (&'a str, f32, f32) {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for v in views {
        *counts.entry(v.beside[side]).or_insert(0) += 1;
    }
    let n = views.len() as f32;
    let spread: f32 = counts.values().map(|c| *c as f32 / n).map(|p| -p * p.ln()).sum();
    let (word, most) = counts.into_iter().max_by_key(|(w, c)| (*c, std::cmp::Reverse(*w))).unwrap_or(("", 0));
    (word, most as f32 / n, if n > 1.0 { spread / n.ln() } else { 0.0 })
}

/// What is known of a row.
fn features(e: &Entity, views: &[&View], occurrences: &Occurrences) -> Features {
    let gaz = Gazetteer::get();
    let tagger = entities::news();
    let lexicon = tagger.lexicon();
    let kind = at(e.kind);
    let n = views.len() as f32;
    let share = |t: &dyn Fn(&View) -> bool| views.iter().filter(|v| t(v)).count() as f32 / n;
    let flag = |b: bool| f32::from(u8::from(b));

    let name = key(&e.name);
    let words: Vec<&str> = name.split(' ').collect();
    let last = words[words.len() - 1];
    let classes = gaz.classes(&name);
    let count = |w: &str| lexicon.get(&normal(w)).map_or(0.0, |x| (f32::from(x.count) + 1.0).ln());
    // label statistics of a word: shares of the types, and how its contexts alone compare (train::statistics)
    let stats = |w: &str| tagger.word_stats(&normal(w));
    let named = |w: &str| stats(w).map_or(6.0, |s| s[..4].iter().copied().max().map_or(0.0, f32::from));
    let others = |w: &str| {
        let other = |s: [u8; 12]| (0..4).filter(|k| *k != kind).map(|k| s[4 + k]).max();
        stats(w).map_or(5.0, |s| other(s).map_or(0.0, f32::from))
    };
    let least = |f: &dyn Fn(&str) -> f32| words.iter().map(|w| f(w)).fold(f32::MAX, f32::min);

    let (before, before_same, _) = commonest(views, 0);
    let (behind, behind_same, behind_spread) = commonest(views, 1);
    let content = |w: &str, same: f32| {
        let told = w.chars().count() >= 3 && w.chars().all(char::is_alphabetic) && count(w) < COMMON;
        if told { same } else { 0.0 }
    };
    let logit = |p: f32| {
        let p = p.clamp(EDGE, 1.0 - EDGE);
        (p / (1.0 - p)).ln()
    };
    let sign = |w: &str| !w.chars().any(char::is_alphanumeric);
    let head =
        |w: &str| gaz.head(w).is_some() || w.strip_prefix(['و', 'ل', 'ب', 'ف']).is_some_and(|w| gaz.head(w).is_some());

    let mut found = [0u32; 3];
    let mut forms: Vec<String> = e.variants.iter().map(|v| key(v)).collect();
    forms.sort_unstable();
    forms.dedup();
    let mut sought = false;
    for c in forms.iter().filter_map(|f| occurrences.get(f)) {
        sought = true;
        found.iter_mut().zip(c).for_each(|(f, c)| *f += c);
    }
    let [as_name, inside, free] = found.map(|x| x as f32);
    let mut contexts: Vec<[&str; 2]> = views.iter().map(|v| v.beside).collect();
    contexts.sort_unstable();
    contexts.dedup();
    let odds = near::beside(views.iter().map(|v| v.beside));
    let other_odds = (0..4).filter(|k| *k != kind).map(|k| odds[k]).fold(f32::MIN, f32::max);

    [
        flag(kind == 1),
        flag(kind == 2),
        flag(kind == 3),
        views.iter().map(|v| logit(v.score)).sum::<f32>() / n,
        views.iter().map(|v| v.score).fold(1.0, f32::min),
        views.iter().map(|v| v.score).fold(0.0, f32::max),
        n.ln(),
        (e.documents.len().max(1) as f32).ln(),
        (forms.len().max(1) as f32).ln(),
        name.chars().count() as f32,
        flag(name.starts_with("ال")),
        flag(classes & bits::CITY != 0),
        flag(classes & (bits::ORGANISATION | bits::SHORT) != 0),
        flag(gaz.head(words[0]).is_some()),
        least(&count),
        count(last),
        named(last),
        stats(last).map_or(6.0, |s| f32::from(s[kind])),
        others(last),
        least(&others),
        before_same,
        content(before, before_same) * named(before),
        share(&|v| v.beside[0].starts_with("ال")),
        share(&|v| sign(v.beside[0])),
        behind_spread,
        behind_same,
        content(behind, behind_same),
        share(&|v| v.beside[1].starts_with("ال")),
        share(&|v| v.beside[1].starts_with("لل")),
        share(&|v| v.glued[0]),
        share(&|v| v.glued[1]),
        share(&|v| v.cut),
        flag(name.starts_with(['و', 'ب', 'ل', 'ك', 'ف'])),
        share(&|v| v.role),
        share(&|v| gaz.title(v.beside[0]).is_some()),
        share(&|v| head(v.beside[0])),
        share(&|v| v.touches[0]),
        share(&|v| v.touches[1]),
        if sought { ((free + 0.5) / (as_name + inside + 1.0)).ln() } else { NOT_SOUGHT },
        (free + 1.0).ln(),
        if sought { inside / (as_name + inside + 1.0) } else { 0.0 },
        odds[kind] - other_odds,
        odds[kind] - odds[near::CLASSES - 1],
        flag(kind == 0 && words.len() > 1),
        if kind == 0 {
            least(&|w| gaz.part(w).map_or(0.0, |p| (f32::from(p.given.max(p.family)) + 1.0).ln()))
        } else {
            0.0
        },
        flag(words.len() == 1 && name.starts_with("ال")),
        flag(name.bytes().any(|b| b.is_ascii_digit())),
        contexts.len() as f32 / n,
    ]
}

/// The rows that are weighed, with their features.
fn weighed(readings: &[Reading], entities: &[Entity], occurrences: &Occurrences) -> Vec<Option<Features>> {
    let wanted: Vec<bool> = entities.iter().map(|e| e.mentions >= MENTIONS_LEAST).collect();
    let views: Vec<Vec<View>> = readings.par_iter().map(|r| views(r, &wanted)).collect();
    let mut of: Vec<Vec<&View>> = vec![Vec::new(); entities.len()];
    for v in views.iter().flatten() {
        of[v.entity as usize].push(v);
    }
    let rows = entities.par_iter().zip(&of);
    rows.map(|(e, views)| (!views.is_empty()).then(|| features(e, views, occurrences))).collect()
}

/// A body by its first word or as a whole: cut or mixed with others perhaps, and yet one that is there.
fn body(name: &str, gaz: &Gazetteer) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    gaz.head(first).is_some() || orgs::is_bare(&orgs::organisation(name))
}

/// Takes out rows that are more likely wrong than right, with their mentions. What the lists know stays, and bodies, things of
/// few words, and what stands in many articles.
pub(super) fn weed(readings: &mut [Reading], entities: &mut Vec<Entity>, occurrences: &Occurrences) {
    if readings.len() < ARTICLES_LEAST {
        return;
    }
    let gaz = Gazetteer::get();
    let known = bits::COUNTRY | bits::ORGANISATION | bits::LEADER | bits::GOVERNMENT | bits::MEDIA;
    let rows = weighed(readings, entities, occurrences);
    let words = |e: &Entity| e.name.split(' ').count();
    let kept: Vec<bool> = entities
        .iter()
        .zip(&rows)
        .map(|(e, f)| {
            e.documents.len() > KNOWN_DOCS
                || f.as_ref().is_none_or(|f| MODEL.doubt(f) <= DOUBT_MOST)
                || gaz.classes(&key(&e.name)) & known != 0
                || e.kind == EntityKind::Organisation && body(&key(&e.name), gaz)
                || e.kind == EntityKind::Place && gaz.classes(&key(&e.name)) & (bits::CITY | bits::REGION) != 0
                || e.kind == EntityKind::Other && words(e) <= THING_WORDS
                || matches!(e.kind, EntityKind::Person | EntityKind::Place) && words(e) >= LONG_WORDS
        })
        .collect();
    take_out(readings, entities, &kept);
}

/// Takes out the entities that are not kept, with their mentions; the others move up.
fn take_out(readings: &mut [Reading], entities: &mut Vec<Entity>, kept: &[bool]) {
    if kept.iter().all(|k| *k) {
        return;
    }
    let mut place = vec![0u32; kept.len()];
    for (next, (p, _)) in place.iter_mut().zip(kept).filter(|x| *x.1).enumerate() {
        *p = next as u32;
    }
    readings.par_iter_mut().for_each(|r| {
        r.mentions.entities.retain(|m| m.entity.is_none_or(|e| kept[e as usize]));
        for m in &mut r.mentions.entities {
            m.entity = m.entity.map(|e| place[e as usize]);
        }
    });
    let mut k = 0;
    entities.retain(|_| {
        k += 1;
        kept[k - 1]
    });
}

/// What the model is fitted on: a table of all rows with their features, and one of the words beside names with how often
/// they stand beside persons, places, institutions, other names (of which the tagger is sure) and other words of some
/// length. Both tab-separated with a header, sorted.
pub fn table(readings: &[Reading], entities: &[Entity], occurrences: &Occurrences) -> [String; 2] {
    /// The tagger is sure above this.
    const SURE: f32 = 0.9;
    /// Letters of a word that counts among those that are no names.
    const LETTERS: usize = 4;
    let mut rows = format!("id\tname\ttype\tmentions\tdoubt\t{}\n", NAMES.join("\t"));
    for (e, f) in entities.iter().zip(weighed(readings, entities, occurrences)) {
        let Some(f) = f else { continue };
        let doubt = MODEL.doubt(&f);
        let _ = write!(rows, "{}\t{}\t{}\t{}\t{doubt:.3}", e.id, e.name, e.kind.as_str(), e.mentions);
        f.iter().for_each(|x| {
            let _ = write!(rows, "\t{x:.4}");
        });
        rows.push('\n');
    }
    let all = vec![true; entities.len()];
    let mut near: BTreeMap<(u8, &str), [u32; near::CLASSES]> = BTreeMap::new();
    for r in readings {
        for v in views(r, &all).iter().filter(|v| v.score > SURE) {
            for (side, word) in v.beside.iter().enumerate() {
                near.entry((side as u8, word)).or_default()[at(entities[v.entity as usize].kind)] += 1;
            }
        }
        let words = words_of(&r.doc);
        let mut busy = vec![false; words.len()];
        for m in &r.mentions.entities {
            let (from, to) = range(&r.doc, &words, m);
            busy[from..to.max(from)].fill(true);
        }
        for i in 1..words.len().saturating_sub(1) {
            let fold = |i: usize| r.doc.fold_of(words[i] as usize);
            let punct = r.doc.tokens[words[i] as usize].kind == TokenKind::Punct;
            if !busy[i] && !punct && fold(i).chars().count() >= LETTERS {
                near.entry((0, fold(i - 1))).or_default()[near::CLASSES - 1] += 1;
                near.entry((1, fold(i + 1))).or_default()[near::CLASSES - 1] += 1;
            }
        }
    }
    let mut words = String::from("side\tword\tper\tloc\torg\tother\tnone\n");
    for ((side, word), counts) in near {
        let side = if side == 0 { "before" } else { "behind" };
        let _ = writeln!(words, "{side}\t{word}\t{}", counts.map(|c| c.to_string()).join("\t"));
    }
    [rows, words]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_knows_every_feature() {
        let l = Lexicon::parse("rows.tsv", include_str!("../../lang/ar/rows.tsv"));
        let feature = l.column("feature");
        for name in NAMES.iter().chain(["bias"].iter()) {
            assert!(l.rows.iter().any(|r| r.get(feature) == *name), "{name}");
        }
        assert_eq!(l.rows.len(), NAMES.len() + 1);
    }

    #[test]
    fn what_the_tagger_is_sure_of_is_doubted_less() {
        let mut f: Features = MODEL.features.map(|m| m[0]);
        let middle = MODEL.doubt(&f);
        f[3] += 2.0;
        assert!(MODEL.doubt(&f) < middle);
    }

    #[test]
    fn what_is_taken_out_leaves_no_mention_and_the_rest_moves_up() {
        let doc = crate::text::Document::from_text("زار الوفد لبنان وسوريا وبحث مع روسيا اتفاقا جديدا.");
        let mentions = crate::mentions::extract(&doc);
        let mut readings = vec![Reading { doc, mentions }];
        let (mut entities, _) = super::super::put_together(&mut readings);
        assert!(entities.len() >= 3, "{entities:?}");
        let gone = entities[1].name.clone();
        let names = |r: &Reading, e: &[Entity]| -> Vec<String> {
            r.mentions.entities.iter().map(|m| e[m.entity.unwrap() as usize].name.clone()).collect()
        };
        let mut before = names(&readings[0], &entities);
        let kept: Vec<bool> = (0..entities.len()).map(|k| k != 1).collect();
        take_out(&mut readings, &mut entities, &kept);
        before.retain(|n| *n != gone);
        assert_eq!(names(&readings[0], &entities), before);
    }
}
