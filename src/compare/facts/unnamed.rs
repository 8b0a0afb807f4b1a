//! Another's name in somebody's place: a text tells of a person by a name of several parts and goes on with a part of a name that
//! it has nowhere in full (`قال المدير رامي سعد … وأضاف الحلبي`), while the other text tells the same of the bearer of that part.

use super::edges::window;
use super::holders::{in_office, others, parts};
use super::minutes::HELPER;
use super::rivals::{likeness, weighed};
use super::verdict::Reason;
use super::{Draft, Story, explain, roles, value_at};
use crate::lang::gaz::{Gazetteer, key};
use crate::link::align::View;
use crate::mentions::quantities::is_minute;
use crate::model::*;
use crate::resolve::offices::without_country;

/// Likeness of the words around two names from which they stand in one place. Of 202 altered names that no other rule
/// found 31 reach it, and 14 pairs of names of a corpus of 31,523 articles.
pub(super) const IN_ONE_PLACE: f32 = 0.17;
/// Chance that such a row is real: it comes about by a slip of the pen alone.
const CONFIDENCE: f64 = 0.3;

/// The persons of a text that are resolved: those with names of several parts, and the others.
struct Persons<'v> {
    whole: Vec<&'v EntityMention>,
    short: Vec<&'v EntityMention>,
}

fn persons<'v>(v: &View<'v>) -> Persons<'v> {
    let all = v.reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person && m.entity.is_some());
    let (whole, short) = all.partition(|m| parts(v.reading.doc.slice(m.span)).len() > 1);
    Persons { whole, short }
}

/// Is a person of the lists, whom any text may name by a part of his name?
fn known(v: &View, m: &EntityMention) -> bool {
    Gazetteer::get().tenures_of(&key(v.reading.doc.slice(m.span))).next().is_some()
}

/// Likeness of the words around two names.
pub(super) fn in_like_words(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> f32 {
    let around = |v: &View, m: &EntityMention| {
        let at = v.words_of(m.span);
        window(v, m.sentence as usize, (at.start, at.end))
    };
    likeness(weighed(&around(a, p)), weighed(&around(b, q)))
}

/// Does a text quote a person?
fn speaks(v: &View, m: &EntityMention) -> bool {
    v.reading.mentions.claims.iter().any(|c| c.speaker_entity == m.entity)
}

/// Are two persons told apart by their roles, one as a helper of somebody or as a speaker, or by the minutes of a match in their
/// sentences?
fn told_apart(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    let role = |v: &View, m: &EntityMention| m.role.map_or_else(Vec::new, |r| roles::words(v.reading.doc.slice(r)));
    let (x, y) = (role(a, p), role(b, q));
    let other = |x: &[String], y: &[String]| !x.is_empty() && !y.is_empty() && !x.iter().any(|w| y.contains(w));
    let minutes = |v: &View, m: &EntityMention| -> Vec<String> {
        let here = v.reading.mentions.quantities.iter().filter(|q| q.sentence == m.sentence && is_minute(q));
        here.map(|q| q.value.to_string()).collect()
    };
    let helps = |v: &View, m: &EntityMention| {
        m.role.is_some_and(|r| key(v.reading.doc.slice(r)).split(' ').any(|w| HELPER.has(w)))
    };
    other(&x, &y)
        || other(&minutes(a, p), &minutes(b, q))
        || helps(a, p) != helps(b, q)
        || speaks(a, p) && !speaks(b, q)
}

/// One whom a text names once and in full, and the first by whom it goes on that it has not named in full.
struct Led<'v> {
    person: &'v EntityMention,
    short: &'v EntityMention,
}

/// The persons of a text behind whom it goes on with somebody else, whom it has nowhere in full.
fn led<'v>(v: &View, Persons { whole, short }: &Persons<'v>) -> Vec<Led<'v>> {
    let one = |list: &[&EntityMention], x: &EntityMention| list.iter().any(|m| m.entity == x.entity);
    let before = |x: &EntityMention| whole.iter().any(|m| m.entity == x.entity && m.span < x.span);
    let full = whole.iter().copied().filter(|x| !one(short, x) && !before(x) && !known(v, x));
    let shorts: Vec<&EntityMention> = short.iter().copied().filter(|m| !one(whole, m)).collect();
    full.flat_map(|person| {
        let beside = |m: &EntityMention| shorts.iter().any(|o| o.entity == m.entity && o.sentence == person.sentence);
        let behind = shorts.iter().filter(move |m| m.span.start > person.span.end);
        let mut led: Vec<Led> = Vec::new();
        for short in behind.filter(|m| !beside(m)) {
            if !led.iter().any(|l| l.short.entity == short.entity) {
                led.push(Led { person, short });
            }
        }
        led
    })
    .collect()
}

/// A row for each name that stands in the place of another. Cost: names in full times short names, and with those the names of each
/// other text.
pub fn facts(
    story: &Story,
    of: &crate::model::Story,
    entities: &[Entity],
    known_facts: &[Fact],
    language: Language,
) -> Vec<Fact> {
    let together = story.together;
    let named: Vec<Persons> = together.families.iter().map(persons).collect();
    let all: Vec<Vec<Led>> = together.families.iter().zip(&named).map(|(v, of)| led(v, of)).collect();
    let mut out: Vec<Fact> = Vec::new();
    for (i, j) in together.texts.iter().flat_map(|t| [t.at, (t.at.1, t.at.0)]) {
        let (a, b) = (&together.families[i], &together.families[j]);
        let met = all[i].iter().flat_map(|led| {
            let role = led.person.role.and_then(|r| without_country(a.reading.doc.slice(r)));
            let holds =
                move |y: &EntityMention| in_office(b, b.reading.doc.slice(y.span)).any(|t| Some(t.office) == role);
            let owner = named[j].whole.iter().copied().filter(|y| y.entity == led.short.entity);
            owner.filter(move |y| !known(b, y) || holds(y)).map(move |y| (led, y))
        });
        let alike = met.map(|(led, y)| (in_like_words(a, led.person, b, y), led, y));
        let found = alike
            .filter(|(near, led, y)| {
                *near >= IN_ONE_PLACE && others(a, led.person, b, y) && !told_apart(a, led.person, b, y)
            })
            .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.person.span.cmp(&x.1.person.span)));
        let Some((near, Led { person, short }, owner)) = found else { continue };
        let told = |f: &Fact| super::contradicts(f, [(a.doc, person.span), (b.doc, owner.span)]);
        if known_facts.iter().chain(&out).any(told) {
            continue;
        }
        let sides = [(i, *person), (j, owner)];
        let why = explain::reason(Reason::Different, language);
        let mut values = sides.map(|(n, m)| {
            let name = m.entity.map_or("", |e| entities[e as usize].name.as_str());
            value_at(&story.views[n], m.span, name, why)
        });
        let side = |k: usize| {
            explain::side(&story.views[sides[k].0].reading.doc, values[k].span, values[k].evidence, usize::MAX)
        };
        let (x, y) = (side(0), side(1));
        values.sort_by_key(|v| (v.doc, v.span));
        out.push(
            Draft {
                kind: FactKind::Person,
                subject: format!(
                    "{} {}",
                    explain::pick(language, "the one called", "من يسمى"),
                    a.reading.doc.slice(short.span)
                ),
                verdict: Relation::Contradict,
                values: values.into(),
                severity: Severity::High,
                confidence_0_1: CONFIDENCE,
                explanation: explain::state(x, y, Reason::Different, language),
                score_parts: vec![super::score::part("surroundings", near)],
            }
            .fact(story, of),
        );
    }
    out
}
