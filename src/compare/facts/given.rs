//! Two given names before one surname: a text calls somebody `محمود الشعراوي` whom the other calls `محمد الشعراوي`, in like words or in
//! one role. Brothers are told of side by side, or by their father's name; a slip of the pen is not.

use super::unnamed::{IN_ONE_PLACE, in_like_words};
use super::verdict::Reason;
use super::{Draft, Story, contradicts, explain, roles, value_at};
use crate::lang::gaz::{Gazetteer, key};
use crate::link::align::View;
use crate::model::*;
use crate::text::clitics::strip_article;

/// How often a word must open full names to be a given name of its own.
const GIVEN: u16 = 20;
/// Chance that such a row is real: of eight over a corpus of 31,523 articles six are, and two are of two relatives.
const CONFIDENCE: f64 = 0.5;

/// A person under a given name and the rest of a name.
struct Named<'v> {
    mention: &'v EntityMention,
    given: String,
    rest: Vec<String>,
}

/// The persons of a text by a given name and a surname, each name once; who is told of by his father's name is left out.
fn named<'v>(v: &View<'v>) -> Vec<Named<'v>> {
    let mut out: Vec<Named> = Vec::new();
    for mention in v.reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person) {
        let k = key(v.reading.doc.slice(mention.span));
        let mut words = k.split(' ').map(|w| strip_article(w).to_string());
        let (Some(given), rest) = (words.next(), words.collect::<Vec<_>>()) else { continue };
        let fathers = rest.first().is_none_or(|w| matches!(w.as_str(), "بن" | "ابن" | "بنت" | "ولد"));
        if !fathers && !out.iter().any(|n| n.given == given && n.rest == rest) {
            out.push(Named { mention, given, rest });
        }
    }
    out
}

/// Are two words two given names, and not one in two spellings or with `and` before it (`وسام`, `سامي`)?
fn two_given(x: &str, y: &str) -> bool {
    let g = Gazetteer::get();
    let joined = |w: &str| w.strip_prefix('و').is_some_and(|rest| g.part(rest).is_some());
    let part = |w: &str| g.part(w).filter(|p| p.given >= GIVEN && !joined(w));
    part(x).zip(part(y)).is_some_and(|(p, q)| !p.latin.split('|').any(|l| q.latin.split('|').any(|m| l == m)))
}

/// Does a text name somebody by a given name and the last word of a name?
fn has(all: &[Named], given: &str, rest: &[String]) -> bool {
    all.iter().any(|n| n.given == given && n.rest.last() == rest.last())
}

/// Are two persons told of in one role or in like words?
fn one_place(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    let role = |v: &View, m: &EntityMention| m.role.map_or_else(Vec::new, |r| roles::words(v.reading.doc.slice(r)));
    let (x, y) = (role(a, p), role(b, q));
    x.iter().any(|w| !roles::is_country(w) && y.contains(w)) || in_like_words(a, p, b, q) >= IN_ONE_PLACE
}

/// A row for each two given names of one surname, unless a `known` row tells them. Cost: pairs of names of each two texts.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let families = &story.together.families;
    let all: Vec<Vec<Named>> = families.iter().map(named).collect();
    let mut out: Vec<Fact> = Vec::new();
    let mut told: Vec<[&str; 2]> = Vec::new();
    for (i, j) in story.together.texts.iter().map(|t| t.at) {
        for x in &all[i] {
            let other = |y: &&Named| x.given != y.given && x.rest == y.rest && two_given(&x.given, &y.given);
            let alone = |y: &&Named| !has(&all[i], &y.given, &y.rest) && !has(&all[j], &x.given, &x.rest);
            let found = all[j].iter().filter(other).filter(alone);
            for y in found.filter(|y| one_place(&families[i], x.mention, &families[j], y.mention)) {
                let mut pair = [x.given.as_str(), y.given.as_str()];
                pair.sort_unstable();
                let places = [(i, x), (j, y)].map(|(n, m)| (story.views[n].doc, m.mention.span));
                if told.contains(&pair) || known.iter().any(|f| contradicts(f, places)) {
                    continue;
                }
                told.push(pair);
                let why = explain::reason(Reason::Different, language);
                let bears = |n: &&Named| n.rest == x.rest && pair.contains(&n.given.as_str());
                let value = |(n, m): (usize, &Named)| {
                    let written = families[n].reading.doc.name_at(m.mention.span);
                    value_at(&story.views[n], m.mention.span, written.as_str(), why)
                };
                let holders = all.iter().enumerate().flat_map(|(n, of)| of.iter().filter(bears).map(move |m| (n, m)));
                let mut values: Vec<FactValue> = holders.map(value).collect();
                values.sort_by_key(|v| (v.doc, v.span));
                let side = |n: usize, m: &Named| {
                    let doc = &story.views[n].reading.doc;
                    explain::side(doc, m.mention.span, doc.sentences[m.mention.sentence as usize].span, usize::MAX)
                };
                let label = explain::pick(language, "given name of", "الاسم الأول لـ");
                out.push(
                    Draft {
                        kind: FactKind::Person,
                        subject: format!("{label} {}", x.rest.join(" ")),
                        verdict: Relation::Contradict,
                        values,
                        severity: Severity::Medium,
                        confidence_0_1: CONFIDENCE,
                        explanation: explain::state(side(i, x), side(j, y), Reason::Different, language),
                        score_parts: Vec::new(),
                    }
                    .fact(story, of),
                );
            }
        }
    }
    out
}
