//! One event of the same persons, put in two places by two outlets.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::changes::differ;
use super::verdict::Reason;
use super::{Draft, Story, explain, value_at};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::align::View;
use crate::link::terms::{hash, stem};
use crate::model::*;
use crate::text::clitics;
use crate::text::fold::fold;

/// Event word (by stem) to its class and how many persons must be shared.
static EVENTS: LazyLock<FxHashMap<u32, (&'static str, usize)>> = LazyLock::new(|| {
    let l = Lexicon::parse("meetings.tsv", include_str!("../../lang/ar/meetings.tsv"));
    let [form, class, persons] = ["form", "class", "persons"].map(|c| l.column(c));
    l.rows
        .iter()
        .map(|r| {
            let n = r.get(persons).parse().unwrap_or_else(|_| panic!("meetings.tsv:{}: persons is no number", r.line));
            (hash(stem(&fold(r.get(form)))), (r.get(class), n))
        })
        .collect()
});

/// An event with its place.
struct Placed {
    view: usize,
    sentence: usize,
    class: &'static str,
    needed: usize,
    persons: Vec<u32>,
    days: Vec<(jiff::civil::Date, jiff::civil::Date)>,
    place: Span,
    entity: Option<u32>,
    text: String,
}

/// Words between the event and `في` before its place.
const REACH: usize = 18;
/// Of such rows read by hand about a third were one event in two places; the others were two stations of one visit.
const CONFIDENCE: f64 = 0.35;
/// Dice from which sentences of two texts tell one event.
const SAME_EVENT: f32 = 0.35;
/// The same where no person must be named.
const SAME_EVENT_ALONE: f32 = 0.4;
/// Sentences at the top of an article that tell the event itself; later ones may tell earlier events.
const TOP: usize = 6;

/// Words between في and the town of a meeting.
static OF_A_TOWN: Words = Words::new(&words::COMPARING, "before a town");

fn placed(view: usize, v: &View) -> Vec<Placed> {
    let doc = &v.reading.doc;
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate().take(TOP) {
        let span = v.sentence_span(n);
        let named = |kind: EntityKind| {
            v.reading.mentions.entities.iter().filter(move |e| e.kind == kind && span.contains(e.span))
        };
        let mut persons: Vec<u32> = named(EntityKind::Person).filter_map(|e| e.entity).collect();
        persons.sort_unstable();
        persons.dedup();
        let Some((at, (class, needed))) = (s.from..s.to).find_map(|t| EVENTS.get(&v.terms[t].stem).map(|e| (t, *e)))
        else {
            continue;
        };
        if persons.len() < needed {
            continue;
        }
        for e in named(EntityKind::Place) {
            let t = v.term_at(e.span.start);
            if t <= at || t > at + REACH || t == s.from {
                continue;
            }
            // في القاهرة, بالقاهرة, في مدينة العلمين
            let token = doc.tokens[v.terms[t].token as usize];
            let attached = doc.slice(token.span).starts_with('ب') && token.span.start < e.span.start;
            let before = clitics::strip_conjunction(v.word(t - 1));
            let two = if t >= 2 { v.word(t - 2) } else { "" };
            let governed = before == "في" || (two == "في" && OF_A_TOWN.has(before));
            if !(attached || governed) {
                continue;
            }
            let days = v
                .reading
                .mentions
                .dates
                .iter()
                .filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && span.contains(d.span))
                .filter_map(|d| Some((d.earliest?, d.latest?)))
                .collect();
            out.push(Placed {
                view,
                sentence: n,
                class,
                needed,
                persons: persons.clone(),
                days,
                place: e.span,
                entity: e.entity,
                text: doc.slice(e.span).to_string(),
            });
            break;
        }
    }
    out
}

/// A whole country is no rival of a town elsewhere: a meeting "in Egypt" and one in a town unknown to the gazetteer.
fn is_country(text: &str) -> bool {
    Gazetteer::get().country(&key(text)).is_some()
}

/// Does a text name a place, in whatever words?
pub(super) fn names_place(v: &View, entity: Option<u32>, name: &str) -> bool {
    v.reading.mentions.entities.iter().any(|e| {
        (e.entity.is_some() && e.entity == entity)
            || !differ(EntityKind::Place, v.reading.doc.slice(e.span), name) && e.kind == EntityKind::Place
    })
}

/// Does an article name the place of another at all?
fn has(story: &Story, view: usize, other: &Placed) -> bool {
    names_place(&story.views[view], other.entity, &other.text)
}

/// Contradicting places of one event, in one text or two.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let all: Vec<Placed> = story.views.iter().enumerate().flat_map(|(i, v)| placed(i, v)).collect();
    let mut members: Vec<&Placed> = Vec::new();
    for (n, x) in all.iter().enumerate() {
        for y in &all[n + 1..] {
            // one text names two places of one visit, or what was spoken of
            if x.view == y.view {
                continue;
            }
            let shared = x.persons.iter().filter(|p| y.persons.contains(p)).count();
            let same_place = x.entity.is_some() && x.entity == y.entity;
            let days = x.days.is_empty()
                || y.days.is_empty()
                || x.days.iter().any(|p| y.days.iter().any(|q| p.0 <= q.1 && q.0 <= p.1));
            if x.class != y.class || shared < x.needed || same_place || !days {
                continue;
            }
            // in two texts the sentences must tell the same meeting
            let (p, q) = (&story.views[x.view].sentences[x.sentence], &story.views[y.view].sentences[y.sentence]);
            let least = if x.needed == 0 { SAME_EVENT_ALONE } else { SAME_EVENT };
            if 2.0 * crate::link::align::shared(p, q) / (p.mass + q.mass).max(0.1) < least {
                continue;
            }
            if x.needed == 0 && (has(story, x.view, y) || has(story, y.view, x)) {
                continue;
            }
            if is_country(&x.text) || is_country(&y.text) || !differ(EntityKind::Place, &x.text, &y.text) {
                continue;
            }
            for p in [x, y] {
                if !members.iter().any(|m| std::ptr::eq(*m, p)) {
                    members.push(p);
                }
            }
        }
    }
    // others that name one of the places for the same event
    for x in &all {
        let joins = members.iter().any(|m| {
            m.class == x.class
                && m.persons.iter().filter(|p| x.persons.contains(p)).count() >= m.needed
                && (m.entity.is_some() && m.entity == x.entity || m.text == x.text)
        });
        if joins && !members.iter().any(|m| std::ptr::eq(*m, x)) {
            members.push(x);
        }
    }
    if members.len() < 2 {
        return Vec::new();
    }
    members.sort_by_key(|m| (story.views[m.view].doc, m.place));
    let why = explain::reason(Reason::Different, language);
    let values: Vec<FactValue> = members
        .iter()
        .map(|m| {
            let known = members.iter().find(|o| o.entity.is_some() && o.entity == m.entity);
            value_at(&story.views[m.view], m.place, known.unwrap_or(m).text.as_str(), why)
        })
        .collect();
    let internal = members.iter().all(|m| m.view == members[0].view);
    let first = members[0];
    let other = members.iter().find(|m| m.text != first.text).unwrap_or(&members[1]);
    let outlet = |m: &Placed| story.views[m.view].reading.doc.article.outlet.clone();
    let (oa, ob, ta, tb) = (outlet(first), outlet(other), &first.text, &other.text);
    let explanation = match (language, internal || first.view == other.view) {
        (Language::En, true) => {
            format!("{oa} puts the same event in {ta} and in {tb} within one text: it cannot have been in both.")
        }
        (Language::En, false) => {
            format!("{oa} puts the event in {ta}, {ob} the same event of the same persons in {tb}.")
        }
        (Language::Ar, true) => format!("تضع {oa} الحدث نفسه في {ta} وفي {tb} في نص واحد."),
        (Language::Ar, false) => format!("تضع {oa} الحدث في {ta} وتضعه {ob} في {tb}، والأشخاص هم أنفسهم."),
    };
    let sentence = &story.views[first.view].reading.doc.sentences[first.sentence];
    let subject = format!(
        "{}: {}",
        explain::kind_name(FactKind::Place, language),
        explain::shorten(story.views[first.view].reading.doc.slice(sentence.span), 80)
    );
    vec![
        Draft {
            kind: FactKind::Place,
            subject,
            verdict: Relation::Contradict,
            values,
            severity: Severity::Medium,
            confidence_0_1: CONFIDENCE,
            explanation,
            score_parts: Vec::new(),
        }
        .fact(story, of),
    ]
}
