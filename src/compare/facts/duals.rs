//! Two of a thing in one text, one of it in the other: `صفعت جنديين` beside `صفعت جنديا`. Arabic counts both without a number word.

use super::verdict::Reason;
use super::{Draft, Story, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, View};
use crate::link::terms::{Stem, family};
use crate::mentions::entities::lexicon;
use crate::model::*;
use crate::text::clitics;

/// Sentences of a text in which such a count is looked for.
const TOP: usize = 12;
/// Letters of a noun.
const LEAST_LETTERS: usize = 4;
/// Occurrences of a plural in -ūn from which a form in -īn may well be it.
const PLURAL: u16 = 2;
/// Words before the noun among which stands what both texts tell of it.
const BEFORE: usize = 8;
/// Weight of such a word.
const TELLING: f32 = 0.12;
/// Likeness of the two sentences.
const LEAST_DICE: f32 = 0.25;

/// Words before a noun that make it one of several, or none.
static ONE_OF: Words = Words::new(&words::COMPARING, "one of several");

/// A noun that is told of two, or of one.
struct Told {
    /// Word in the view, and its sentence.
    at: usize,
    sentence: usize,
    /// The noun without its ending.
    base: String,
}

/// The noun of a dual without an article: the word without its ending, when no plural is written like it.
fn dual(word: &str) -> Option<&str> {
    let base = word.strip_suffix("ين").or_else(|| word.strip_suffix("ان"))?;
    let known = |w: &str| lexicon().get(w).map_or(0, |e| e.count);
    let noun = base.chars().count() >= LEAST_LETTERS && !base.starts_with("ال") && known(base) > 0;
    let both = || known(&format!("{base}ين")) > 0 && known(&format!("{base}ان")) > 0;
    (noun && both() && known(&format!("{base}ون")) <= PLURAL).then_some(base)
}

/// Is a word a noun without article, of which there is one as it stands?
fn one(v: &View, t: usize, base: &str) -> bool {
    let counted = |q: &Quantity| q.span.overlaps(v.span(t, t + 1));
    let before = if t > 0 { clitics::strip_conjunction(v.word(t - 1)) } else { "" };
    single(v.word(t)) == base
        && !v.reading.mentions.quantities.iter().any(|q| counted(q) && q.value != 1.0)
        && !ONE_OF.has(before)
        && !before.ends_with(|c: char| c.is_ascii_digit())
}

/// Is a noun none of several, without a figure before it?
fn alone(v: &View, t: usize) -> bool {
    let before = if t > 0 { clitics::strip_conjunction(v.word(t - 1)) } else { "" };
    v.entity_at(t).is_none() && !ONE_OF.has(before) && !before.ends_with(|c: char| c.is_ascii_digit())
}

/// The noun in an accusative (`صاروخا`).
fn single(word: &str) -> &str {
    word.strip_suffix('ا').unwrap_or("")
}

fn duals(v: &View) -> Vec<Told> {
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate().take(TOP) {
        for t in s.from..s.to {
            let word = v.word(t);
            if let Some(base) = dual(word).filter(|_| v.entity_at(t).is_none()) {
                out.push(Told { at: t, sentence: n, base: base.to_string() });
            }
        }
    }
    out
}

/// One fact a noun: what tells of two, and what tells of one where the sentences and a word before it correspond. Cost: the
/// duals of a story by its texts, and their sentences put side by side.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let outlet = |i: usize| story.views[i].reading.doc.article.outlet.as_str();
    for (i, v) in story.views.iter().enumerate() {
        let all = duals(v);
        // a text that has one of them as well tells of two things
        let lone = |d: &&Told| {
            let mut words = v.sentences.iter().take(TOP).flat_map(|s| s.from..s.to);
            words.all(|t| single(v.word(t)) != d.base && v.word(t) != d.base)
        };
        for d in all.iter().filter(lone) {
            let others = (0..story.views.len()).filter(|j| outlet(*j) != outlet(i));
            let rivals: Vec<Rival> = others.filter_map(|j| rival(story, (i, d), j)).collect();
            if rivals.is_empty() {
                continue;
            }
            let found: Vec<(usize, usize)> = rivals.iter().map(|r| r.at).collect();
            let deeds: Vec<Stem> = rivals.into_iter().flat_map(|r| r.deeds).collect();
            let fact = fact(story, of, (i, d), &found, &deeds, language);
            if facts.iter().all(|f| f.subject != fact.subject) {
                facts.push(fact);
            }
        }
    }
    facts
}

/// One of what another text tells of two.
struct Rival {
    /// Document and word.
    at: (usize, usize),
    /// What both tell of it, by families of words.
    deeds: Vec<Stem>,
}

/// Where another text tells of one of what a text tells of two.
fn rival(story: &Story, (i, d): (usize, &Told), j: usize) -> Option<Rival> {
    let (v, w) = (&story.views[i], &story.views[j]);
    let of_two = |word: &str| {
        let bare = clitics::strip_article(clitics::strip_conjunction(word));
        bare.strip_prefix(d.base.as_str()).is_some_and(|end| matches!(end, "ين" | "ان" | "ي"))
    };
    if (0..w.terms.len()).any(|t| of_two(w.word(t))) || !(0..w.terms.len()).any(|t| one(w, t, &d.base)) {
        return None;
    }
    let near = |at: usize, noun: usize| at < noun && noun - at <= BEFORE;
    align::sentences(v, w).iter().filter(|p| p.a == d.sentence && p.dice >= LEAST_DICE).find_map(|p| {
        if super::edges::other_day(v, p.a, w, p.b) {
            return None;
        }
        let s = &w.sentences[p.b];
        let t = (s.from..s.to).find(|t| one(w, *t, &d.base))?;
        let telling = |x: usize| v.weight[x] >= TELLING && v.entity_at(x).is_none();
        let both = |(x, y): &&(u32, u32)| {
            let (x, y) = (*x as usize, *y as usize);
            near(x, d.at) && near(y, t) && telling(x)
        };
        let deeds: Vec<Stem> = p.links.iter().filter(both).map(|l| family(v.terms[l.0 as usize].stem)).collect();
        (!deeds.is_empty()).then_some(Rival { at: (j, t), deeds })
    })
}

/// Where the texts of a story tell again of one or of two, by one of the same deeds: document, word and count.
fn told_again(story: &Story, base: &str, deeds: &[Stem]) -> Vec<(usize, usize, &'static str)> {
    let mut out = Vec::new();
    for (view, v) in story.views.iter().enumerate() {
        for s in v.sentences.iter().take(TOP) {
            for t in s.from..s.to {
                let count = if dual(v.word(t)) == Some(base) {
                    "2"
                } else if one(v, t, base) || v.word(t) == base && alone(v, t) {
                    "1"
                } else {
                    continue;
                };
                let before = t.saturating_sub(BEFORE).max(s.from)..t;
                if before.into_iter().any(|k| deeds.contains(&family(v.terms[k].stem))) {
                    out.push((view, t, count));
                }
            }
        }
    }
    out
}

fn fact(
    story: &Story,
    of: &crate::model::Story,
    (i, d): (usize, &Told),
    found: &[(usize, usize)],
    deeds: &[Stem],
    language: Language,
) -> Fact {
    let why = explain::reason(Reason::Different, language);
    let value = |view: usize, t: usize, count: &str| {
        let v = &story.views[view];
        value_at(v, v.span(t, t + 1), count, why)
    };
    let two = value(i, d.at, "2");
    let ones: Vec<FactValue> = found.iter().map(|(j, t)| value(*j, *t, "1")).collect();
    let mut values: Vec<FactValue> = std::iter::once(two.clone()).chain(ones.iter().cloned()).collect();
    for (view, t, count) in told_again(story, &d.base, deeds) {
        let again = value(view, t, count);
        if !values.iter().any(|x| (x.doc, x.span) == (again.doc, again.span)) {
            values.push(again);
        }
    }
    let side = |view: usize, x: &FactValue| explain::side(&story.views[view].reading.doc, x.span, x.evidence, 70);
    let explanation = explain::state(side(i, &two), side(found[0].0, &ones[0]), Reason::Different, language);
    Draft {
        kind: FactKind::Number,
        subject: format!("{}: {}", explain::kind_name(FactKind::Number, language), d.base),
        verdict: Relation::Contradict,
        values,
        severity: Severity::Medium,
        confidence_0_1: 0.6,
        explanation,
        score_parts: Vec::new(),
    }
    .fact(story, of)
}
