//! Facts: typed slots of matched statements, compared.
//!
//! For each two articles of different outlets in a story, sentences are aligned by shared stems and words by the
//! heaviest common subsequence ([`crate::link::align`]). Slots that stand in the same surroundings ([`slots`]) hold values of one
//! fact; [`verdict`] says whether both can be true; [`score`] how likely the row is right; [`explain`] says it in a
//! sentence.

pub mod answers;
pub mod attributes;
mod attribution;
pub mod changes;
pub mod days;
pub mod directions;
pub mod disputes;
pub mod doubt;
pub mod duals;
mod edges;
pub mod explain;
pub mod given;
pub mod holders;
pub mod hosts;
pub mod lengths;
pub mod matter;
pub mod meetings;
pub mod minutes;
pub mod order;
mod results;
pub mod retold;
pub mod rivals;
pub mod roles;
pub mod score;
pub mod slips;
pub mod slots;
pub mod sources;
mod statements;
pub mod states;
pub mod sums;
pub mod unnamed;
pub mod verdict;

use rustc_hash::FxHashMap;

use super::together::{Texts, Together};
use crate::emit::tables::content_id;
use crate::link::align::{self, Pair, View};
use crate::model::*;
use attribution::{attribution_facts, one_source};
use changes::{Change, changes};
use edges::{
    Window, apart_edges, best_edges, date, grows, kin_between, later_minutes, one_spelling, other_day, other_time,
    quantity, slot_edges, standing, window,
};
use score::Features;
use slots::{Filler, Slot};
pub use statements::settle;
use statements::{by_sentence, in_both, quotes, say, saying_facts};
use verdict::{Reason, Verdict};

/// A value in a story: document, span and normal form.
type Place = (usize, Span, String);
/// Two slots, each by document and index.
type NodePair = ((usize, usize), (usize, usize));

/// Two slots that may hold values of one fact.
#[derive(Debug, Clone)]
pub struct Edge {
    /// Story-local document and slot.
    pub a: (usize, usize),
    /// Story-local document and slot.
    pub b: (usize, usize),
    /// Verdict on the values.
    pub verdict: Verdict,
    /// What the surroundings look like.
    pub features: Features,
    /// Chance that an editor would list the pair under this verdict.
    pub p: f32,
}

/// Two stretches of text that say the same thing.
#[derive(Debug, Clone)]
pub struct Saying {
    /// Story-local document and span.
    pub a: (usize, Span),
    /// Story-local document and span.
    pub b: (usize, Span),
    /// Sentences.
    pub sentences: (usize, usize),
    /// quote (both inside a claim) or polarity (told by the outlets).
    pub kind: FactKind,
    /// Verdict.
    pub verdict: Verdict,
    /// Features.
    pub features: Features,
    /// Chance of being right.
    pub p: f32,
    /// Claims, when both are.
    pub claims: Option<(usize, usize)>,
}

/// A story prepared for comparison.
pub struct Story<'a> {
    /// Its documents.
    pub views: &'a [View<'a>],
    /// Slots by document.
    pub slots: Vec<Vec<Slot>>,
    /// Candidate pairs of slots.
    pub edges: Vec<Edge>,
    /// Candidate pairs of statements.
    pub sayings: Vec<Saying>,
    /// Places where near-identical sentences differ.
    pub changes: Vec<Change>,
    /// Sentences of the bodies that correspond.
    pub told: Vec<retold::Told>,
    /// Values that are left over.
    pub rivals: Vec<rivals::Rival>,
    /// The documents side by side.
    pub together: &'a Together<'a>,
}

impl<'a> Story<'a> {
    /// The figure of a slot, by document and index; None for other slots.
    fn figure(&self, n: (usize, usize)) -> Option<&'a Quantity> {
        quantity(&self.views[n.0], &self.slots[n.0][n.1])
    }
}

/// The facts of a story.
pub(super) fn of_story(
    together: &Together,
    entities: &[Entity],
    story: &crate::model::Story,
    matches: &[&ClaimMatch],
    language: Language,
) -> Vec<Fact> {
    facts_of(&prepare(together, entities, matches), entities, story, language)
}

/// Part of the score of rows that stand beside others on the same words; how alike two texts are is counted without them.
pub const BESIDE: &str = "beside others";

/// How many facts two documents both tell, whatever the verdict; the smaller index first.
pub fn shared(facts: &[Fact]) -> FxHashMap<(u32, u32), u32> {
    let mut out = FxHashMap::default();
    for f in facts.iter().filter(|f| f.score_parts.iter().all(|(part, _)| part != BESIDE)) {
        let mut documents: Vec<u32> = f.values.iter().map(|v| v.doc).collect();
        documents.sort_unstable();
        documents.dedup();
        for (n, a) in documents.iter().enumerate() {
            for b in &documents[n + 1..] {
                *out.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    out
}

/// The order of the tables: by story, kind and id.
pub fn sort(facts: &mut [Fact]) {
    facts.sort_by(|a, b| (&a.story, a.kind, &a.id).cmp(&(&b.story, b.kind, &b.id)));
}

/// Applies an editor's decisions on facts (rows of overrides.csv with kind `fact`): `ignore` leaves a fact out, `same`
/// and `different` set its verdict, `confirm` makes it sure. Gives what was applied, for the manifest.
pub fn decide(facts: &mut Vec<Fact>, decisions: &[crate::review::Override]) -> Vec<String> {
    let mut applied = Vec::new();
    for d in decisions.iter().filter(|d| d.kind == "fact") {
        let Some(at) = facts.iter().position(|f| f.id == d.left_id) else { continue };
        match d.action.as_str() {
            "ignore" => {
                facts.remove(at);
            }
            "same" => facts[at].verdict = Relation::Agree,
            "different" => facts[at].verdict = Relation::Contradict,
            "confirm" => {}
            _ => continue,
        }
        if let Some(f) = facts.get_mut(at).filter(|f| f.id == d.left_id) {
            f.confidence_0_1 = 1.0;
        }
        applied.push(format!("fact {}: {}", d.left_id, d.action));
    }
    applied
}

/// Collects the candidates of a story.
pub fn prepare<'a>(together: &'a Together, entities: &[Entity], matches: &[&ClaimMatch]) -> Story<'a> {
    let Together { views, families, texts } = together;
    let slots: Vec<Vec<Slot>> = views.iter().map(|v| slots::slots(v, entities)).collect();
    let windows: Vec<Vec<Window>> =
        views.iter().zip(&slots).map(|(v, all)| all.iter().map(|s| window(v, s.sentence, s.at)).collect()).collect();
    let mut edges = Vec::new();
    let mut sayings = Vec::new();
    // statements, days and values that agree may be told in other words, what differs not
    quotes(families, matches, &mut sayings);
    let mut found = Vec::new();
    let mut alike = Vec::new();
    for Texts { at: (i, j), sentences } in texts {
        let (i, j) = (*i, *j);
        for pair in sentences {
            slot_edges(views, &slots, (i, j), pair, &mut edges);
            changes(views, (i, j), pair, &mut found);
            slips::slips(views, &slots, (i, j), pair, &mut found);
            directions::directions(views, (i, j), pair, &mut found);
        }
        apart_edges(views, &slots, &windows, (i, j), sentences, &mut edges);
        let pairs = align::sentences(&families[i], &families[j]);
        let from = edges.len();
        for pair in &pairs {
            slot_edges(families, &slots, (i, j), pair, &mut edges);
        }
        let told = edges.split_off(from).into_iter().filter(|e| match e.verdict.relation {
            Relation::Agree => true,
            Relation::Compatible => fine(families, &slots, e.a) && fine(families, &slots, e.b),
            _ => false,
        });
        edges.extend(told);
        say(families, (i, j), &pairs, &mut sayings);
        let body = |p: &&Pair| !views[i].is_title(p.a) && !views[j].is_title(p.b) && p.dice >= retold::LEAST;
        alike.extend(pairs.iter().filter(body).map(|p| retold::Told { a: (i, p.a), b: (j, p.b), dice: p.dice }));
    }
    standing(&mut edges, views, &slots);
    edges.retain(|e| {
        let kind = slots[e.a.0][e.a.1].kind;
        let number = e.verdict.relation == Relation::Contradict && kind == FactKind::Number;
        let written = e.p >= score::threshold(kind, e.verdict.relation) * 0.7;
        !number || !written || doubt::real(&doubt::parts(views, &slots, e)) >= doubt::LEAST
    });
    best_edges(&mut edges);
    let rivals = rivals::rivals(together, &slots);
    Story { views, slots, edges, sayings, changes: found, told: alike, rivals, together }
}

/// Is a slot a date of a month or less? A year beside a day says little.
fn fine(views: &[View], slots: &[Vec<Slot>], n: (usize, usize)) -> bool {
    date(&views[n.0], &slots[n.0][n.1]).is_some_and(|d| !whole_year(d))
}

/// Is a date more than a month?
fn whole_year(d: &DateMention) -> bool {
    d.earliest.zip(d.latest).is_some_and(|(e, l)| e.until(l).is_ok_and(|s| s.get_days() > 31))
}

/// Has a fact a value at a place?
fn told_at(f: &Fact, doc: u32, span: Span) -> bool {
    f.values.iter().any(|v| v.doc == doc && v.span.overlaps(span))
}

/// Does a fact contradict what stands at two places?
fn contradicts(f: &Fact, [a, b]: [(u32, Span); 2]) -> bool {
    f.verdict == Relation::Contradict && told_at(f, a.0, a.1) && told_at(f, b.0, b.1)
}

/// A group of slots: values of one fact.
struct Group {
    members: Vec<(usize, usize)>,
}

fn facts_of(story: &Story, entities: &[Entity], of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut facts = slot_facts(story, of, language);
    let changed = change_facts(story, of, &facts, language);
    // figures that differ in one wording are nothing that can be reconciled
    let slip =
        |f: &Fact| changed.iter().any(|c| c.kind == f.kind && c.values.iter().all(|v| told_at(f, v.doc, v.span)));
    facts.retain(|f| f.verdict == Relation::Contradict || !slip(f));
    facts.extend(changed);
    facts.extend(attributes::facts(story, of, entities, &facts, language));
    facts.extend(minutes::facts(story, of, entities, &facts, language));
    facts.extend(results::facts(story, of, &facts, language));
    facts.extend(meetings::facts(story, of, language));
    facts.extend(states::facts(story, of, language));
    facts.extend(sums::facts(story, of, language));
    facts.extend(order::facts(story, of, language));
    facts.extend(hosts::facts(story, of, language));
    facts.extend(disputes::facts(story, of, language));
    facts.extend(states::denials(story, of, language));
    let roles = roles::facts(story, of, entities, &mut facts, language);
    facts.extend(roles);
    facts.extend(rivals::facts(story, of, &facts, language));
    facts.extend(holders::facts(story, of, entities, language));
    facts.extend(given::facts(story, of, &facts, language));
    facts.extend(unnamed::facts(story, of, entities, &facts, language));
    // a sentence with a contradicted value inside is not itself agreed on
    let disputed: Vec<Fact> = facts.iter().filter(|f| f.verdict == Relation::Contradict).cloned().collect();
    let undisputed = |f: &Fact| f.verdict != Relation::Agree || !disputed.iter().any(|d| opposed(d, |v| holds(f, v)));
    facts.extend(saying_facts(story, of, language).into_iter().filter(undisputed));
    // how many there were leaves what is told of them as it is
    facts.extend(duals::facts(story, of, language));
    facts.extend(lengths::facts(story, of, &facts, language));
    facts.extend(attribution_facts(story, of, language));
    facts.extend(sources::facts(story, of, &facts, language));
    facts.extend(retold::facts(story, of, &facts, language));
    let mut seen = rustc_hash::FxHashSet::default();
    facts.retain(|f| seen.insert(f.id.clone()));
    join_copies(story, facts)
}

/// Puts contradictions of the same values in the same sentences into one row: an article that an outlet printed twice.
fn join_copies(story: &Story, facts: Vec<Fact>) -> Vec<Fact> {
    let sentence = |v: &FactValue| {
        let view = story.views.iter().find(|w| w.doc == v.doc);
        view.map_or("", |w| w.reading.doc.slice(v.evidence))
    };
    let met = |f: &Fact, v: &FactValue| f.values.iter().any(|w| w.value == v.value && sentence(w) == sentence(v));
    let every = |f: &Fact, g: &Fact| f.values.iter().all(|v| g.values.iter().any(|w| w.value == v.value && met(f, w)));
    let mut out: Vec<Fact> = Vec::with_capacity(facts.len());
    for fact in facts {
        let same = |f: &Fact| {
            fact.verdict == Relation::Contradict
                && f.verdict == fact.verdict
                && fact.kind != FactKind::Polarity
                && f.kind == fact.kind
                && every(f, &fact)
                && every(&fact, f)
        };
        match out.iter_mut().find(|f| same(f)) {
            Some(f) => {
                let new = |v: &FactValue| !told_at(f, v.doc, v.span);
                let more: Vec<FactValue> = fact.values.into_iter().filter(new).collect();
                f.values.extend(more);
                f.values.sort_by_key(|v| (v.doc, v.span));
            }
            None => out.push(fact),
        }
    }
    out
}

/// Do values of a contradiction that differ stand within these places? Texts that give one side of it agree.
fn opposed(contradiction: &Fact, within: impl Fn(&FactValue) -> bool) -> bool {
    let mut inside = contradiction.values.iter().filter(|v| within(v));
    inside.next().is_some_and(|first| inside.any(|v| v.value != first.value))
}

/// Does a fact's place hold a value of another fact?
fn holds(f: &Fact, v: &FactValue) -> bool {
    f.values.iter().any(|w| w.doc == v.doc && w.span.contains(v.span))
}

/// Differing places of near-identical sentences, those at one place together.
/// What `known` rows contradict at both places is left out.
fn change_facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let told = |c: &Change| {
        let places = [c.a, c.b].map(|(view, span)| (story.views[view].doc, span));
        c.kind != FactKind::Polarity && known.iter().any(|f| contradicts(f, places))
    };
    let likely = |c: &&Change| c.p >= score::threshold(c.kind, Relation::Contradict) && !told(c);
    let mut order: Vec<&Change> = story.changes.iter().filter(likely).collect();
    order.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut groups: Vec<(Vec<Place>, &Change)> = Vec::new();
    for c in order {
        let x = (c.a.0, c.a.1, c.values.0.clone());
        let y = (c.b.0, c.b.1, c.values.1.clone());
        match groups.iter_mut().find(|(m, first)| first.kind == c.kind && (m.contains(&x) || m.contains(&y))) {
            Some((members, _)) => {
                for n in [x, y] {
                    if !members.iter().any(|m| m.0 == n.0) {
                        members.push(n);
                    }
                }
            }
            None => groups.push((vec![x, y], c)),
        }
    }
    groups
        .into_iter()
        .map(|(mut members, first)| {
            members.sort_by_key(|m| (story.views[m.0].doc, m.1));
            let why = explain::reason(first.verdict.reason, language);
            let values: Vec<FactValue> = members
                .iter()
                .map(|(view, span, value)| value_at(&story.views[*view], *span, value.as_str(), why))
                .collect();
            // two speakers who disagree are not two outlets that disagree
            let speakers: Vec<&str> =
                values.iter().map(|v| v.speaker_name.as_str()).filter(|s| !s.is_empty()).collect();
            let between = speakers.len() == values.len() && speakers.iter().any(|s| *s != speakers[0]);
            let reason = if between && first.kind == FactKind::Polarity {
                Reason::BetweenSpeakers
            } else {
                first.verdict.reason
            };
            Draft {
                kind: first.kind,
                subject: explain::change_subject(story, first, language),
                verdict: Relation::Contradict,
                values,
                severity: if first.kind == FactKind::Organisation { Severity::Medium } else { Severity::High },
                confidence_0_1: f64::from(score::confidence(first.kind, first.p)),
                explanation: explain::change(story, first, reason, language),
                score_parts: vec![("sentence dice".into(), f64::from(first.dice))],
            }
            .fact(story, of)
        })
        .collect()
}

fn slot_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut order: Vec<&Edge> = story.edges.iter().filter(|e| e.p >= least(story, e)).collect();
    order.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut group_of: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    let value = |n: &(usize, usize)| story.slots[n.0][n.1].key();
    // two values of one text that cannot both be true are two facts
    let clash = |m: &(usize, usize), n: &(usize, usize)| {
        m.0 == n.0 && value(m) != value(n) && between(story, m, n).is_none_or(|v| v.relation == Relation::Contradict)
    };
    // a day and its part at a low chance are a row of their own and bring no others together
    let low = |e: &&&Edge| e.p < score::threshold(kind_of(story, e), e.verdict.relation);
    for edge in order.iter().filter(|e| e.verdict.relation != Relation::Contradict && !low(e)) {
        let (x, y) = (group_of.get(&edge.a).copied(), group_of.get(&edge.b).copied());
        match (x, y) {
            (Some(x), Some(y)) if x == y => {}
            (Some(x), Some(y)) => {
                let clash = groups[x].members.iter().any(|m| groups[y].members.iter().any(|n| clash(m, n)));
                if !clash {
                    merge(&mut groups, &mut group_of, x, y);
                }
            }
            (Some(g), None) | (None, Some(g)) => {
                let new = if x.is_some() { edge.b } else { edge.a };
                let clash = groups[g].members.iter().any(|m| clash(m, &new));
                if !clash {
                    groups[g].members.push(new);
                    group_of.insert(new, g);
                }
            }
            (None, None) => {
                group_of.insert(edge.a, groups.len());
                group_of.insert(edge.b, groups.len());
                groups.push(Group { members: vec![edge.a, edge.b] });
            }
        }
    }
    // values that exclude each other: each new value needs an edge to every value already there
    let mut apart: Vec<&Edge> = Vec::new();
    let known: FxHashMap<NodePair, &Edge> = story.edges.iter().map(|e| ((e.a, e.b), e)).collect();
    let edge_of = |x: (usize, usize), y: (usize, usize)| known.get(&(x, y)).or_else(|| known.get(&(y, x))).copied();
    for edge in order.iter().filter(|e| e.verdict.relation == Relation::Contradict) {
        for n in [edge.a, edge.b] {
            group_of.entry(n).or_insert_with(|| {
                groups.push(Group { members: vec![n] });
                groups.len() - 1
            });
        }
        let (x, y) = (group_of[&edge.a], group_of[&edge.b]);
        if x == y {
            continue;
        }
        let clash = groups[x]
            .members
            .iter()
            .any(|m| groups[y].members.iter().any(|n| m.0 == n.0 && m != n && value(m) != value(n)));
        let values = |g: usize| {
            let mut all: Vec<&str> = groups[g].members.iter().map(value).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let met = |v: &str, w: &str| {
            let of = |g: usize, v: &str| -> Vec<usize> {
                groups[g].members.iter().filter(|m| value(m) == v).map(|m| m.0).collect()
            };
            // two values of one text alone have no edge
            let (left, right) = (of(x, v), of(y, w));
            if v == w || left.iter().all(|d| right.iter().all(|e| d == e)) {
                return true;
            }
            groups[x].members.iter().filter(|m| value(m) == v).any(|m| {
                groups[y].members.iter().filter(|n| value(n) == w).any(|n| {
                    edge_of(*m, *n)
                        .is_some_and(|e| e.p >= score::threshold(kind_of(story, e), e.verdict.relation) * 0.7)
                })
            })
        };
        let all_met = values(x).iter().all(|v| values(y).iter().all(|w| met(v, w)));
        let number = kind_of(story, edge) == FactKind::Number && edge.p >= INTERNAL;
        if all_met && (!clash || number) {
            merge(&mut groups, &mut group_of, x, y);
        } else if edge.p >= INTERNAL {
            apart.push(edge);
        }
    }
    one_count(story, &mut groups, &mut group_of);
    let mut facts = Vec::new();
    let taken = |n: (usize, usize)| group_of.get(&n).is_some_and(|g| groups[*g].members.len() > 1);
    for edge in apart {
        facts.extend(slot_fact(story, of, language, &[edge.a, edge.b], &[edge], &taken));
    }
    for (members, inside) in joined(order.iter().filter(low).copied()) {
        let told = |g: &usize| members.iter().all(|m| group_of.get(m) == Some(g));
        if !group_of.get(&members[0]).is_some_and(told) {
            let fact = slot_fact(story, of, language, &members, &inside, &taken);
            facts.extend(fact.map(beside));
        }
    }
    for (g, group) in groups.iter().enumerate() {
        if group.members.len() < 2 {
            continue;
        }
        let inside: Vec<&Edge> = order
            .iter()
            .copied()
            .filter(|e| group_of.get(&e.a) == Some(&g) && group_of.get(&e.b) == Some(&g))
            .collect();
        let fact = slot_fact(story, of, language, &once(&group.members, &inside), &inside, &taken);
        // outlets that give one value agree, whatever a finer or rounder one beside it
        if fact.as_ref().is_some_and(|f| f.verdict == Relation::Compatible) {
            let mut values: Vec<&str> = group.members.iter().map(value).collect();
            values.sort_unstable();
            values.dedup();
            for v in values.iter().filter(|_| values.len() > 1) {
                let same: Vec<(usize, usize)> = group.members.iter().filter(|m| value(m) == *v).copied().collect();
                let agreed: Vec<&Edge> = inside
                    .iter()
                    .copied()
                    .filter(|e| e.verdict.relation == Relation::Agree && same.contains(&e.a) && same.contains(&e.b))
                    .collect();
                facts.extend(slot_fact(story, of, language, &same, &agreed, &taken));
            }
            for edge in hidden(story, &group.members) {
                let values = [value(&edge.a), value(&edge.b)];
                let mut own: Vec<(usize, usize)> =
                    group.members.iter().filter(|m| values.contains(&value(m))).copied().collect();
                again_at_top(story, &edge, &mut own);
                facts.extend(slot_fact(story, of, language, &own, &[&edge], &taken).map(beside));
            }
        }
        facts.extend(fact);
    }
    one_fact_a_name(&mut facts);
    one_contradiction(&mut facts);
    facts
}

/// Sentences, the headline included, in which the count of an event stands.
const TOP_OF_TEXT: usize = 3;
/// Days between publication and a day from which it is one of an earlier event.
const LONG_PAST: i32 = 3;
/// Chance of two days that a month or year beside them has brought together.
const HIDDEN: f32 = 0.75;

/// Values of a fact that exclude each other where a vaguer third one brings them together: 29 and 35 dead beside dozens, two days of
/// a month beside the month.
fn hidden(story: &Story, members: &[(usize, usize)]) -> Vec<Edge> {
    let outlet = |n: &(usize, usize)| story.views[n.0].reading.doc.article.outlet.as_str();
    let mut out: Vec<Edge> = Vec::new();
    for (k, x) in members.iter().enumerate() {
        for y in &members[k + 1..] {
            let (x, y) = (x.min(y), x.max(y));
            if outlet(x) == outlet(y) || value_of(story, x) == value_of(story, y) {
                continue;
            }
            let excluded = hidden_counts(story, x, y) || hidden_days(story, x, y);
            let same = |e: &Edge| {
                value_of(story, &e.a) == value_of(story, x) && value_of(story, &e.b) == value_of(story, y)
                    || value_of(story, &e.a) == value_of(story, y) && value_of(story, &e.b) == value_of(story, x)
            };
            if excluded && !out.iter().any(same) {
                let verdict = Verdict { relation: Relation::Contradict, reason: Reason::Different };
                out.push(Edge { a: *x, b: *y, verdict, features: Features::default(), p: HIDDEN });
            }
        }
    }
    out
}

/// Normal form of the value of a slot.
fn value_of<'s>(story: &'s Story, n: &(usize, usize)) -> &'s str {
    story.slots[n.0][n.1].key()
}

/// Two counts of one role at the top of their texts that cannot both be true.
fn hidden_counts(story: &Story, x: &(usize, usize), y: &(usize, usize)) -> bool {
    let Some((p, q)) = story.figure(*x).zip(story.figure(*y)) else { return false };
    let (a, b) = (&story.views[x.0], &story.views[y.0]);
    let (s, t) = (&story.slots[x.0][x.1], &story.slots[y.0][y.1]);
    let exact = |q: &Quantity| q.bound == Bound::Exact && q.upper.is_none();
    exact(p)
        && exact(q)
        && grows(&p.role)
        && p.role == q.role
        && s.sentence.max(t.sentence) <= TOP_OF_TEXT
        && edges::count_verdict(a, s, p, b, t, q).relation == Relation::Contradict
        && !doubt::other_thing(a, s, b, t)
        && (one_size(p, q) || headline_differs(story, x, q) || headline_differs(story, y, p))
}

/// Least ratio of two counts of one noun that may be of one event.
const ONE_SIZE: f64 = 0.8;

/// Do two figures count one noun, and are they near in size?
fn one_size(p: &Quantity, q: &Quantity) -> bool {
    !p.noun.is_empty() && p.noun == q.noun && p.value.min(q.value) >= ONE_SIZE * p.value.max(q.value)
}

/// Adds where the texts of two counts that exclude each other give one of them again at their top: the body beside its headline.
fn again_at_top(story: &Story, edge: &Edge, members: &mut Vec<(usize, usize)>) {
    let counts: Vec<&Quantity> = [edge.a, edge.b].into_iter().filter_map(|n| story.figure(n)).collect();
    for view in [edge.a.0, edge.b.0] {
        for (n, s) in story.slots[view].iter().enumerate().filter(|(_, s)| s.sentence <= TOP_OF_TEXT) {
            let same = |q: &Quantity| {
                counts.iter().any(|c| c.value == q.value && c.role == q.role && c.unit == q.unit && q.upper.is_none())
            };
            if s.kind == FactKind::Number && story.figure((view, n)).is_some_and(same) && !members.contains(&(view, n))
            {
                members.push((view, n));
            }
        }
    }
}

/// Does a headline give one count and the first sentences below it another, which another text has too?
fn headline_differs(story: &Story, x: &(usize, usize), other: &Quantity) -> bool {
    let own = &story.slots[x.0][x.1];
    let below = |(n, s): (usize, &Slot)| {
        let of_role = |q: &Quantity| q.role == other.role && q.value == other.value && q.bound == Bound::Exact;
        s.sentence <= TOP_OF_TEXT && s.sentence > own.sentence && story.figure((x.0, n)).is_some_and(of_role)
    };
    story.views[x.0].is_title(own.sentence) && story.slots[x.0].iter().enumerate().any(below)
}

/// Two days of a month, long before publication, of which neither text has the other's.
fn hidden_days(story: &Story, x: &(usize, usize), y: &(usize, usize)) -> bool {
    let (a, b) = (&story.views[x.0], &story.views[y.0]);
    let (s, t) = (&story.slots[x.0][x.1], &story.slots[y.0][y.1]);
    let Some((p, q)) = date(a, s).zip(date(b, t)) else { return false };
    let one_day = |v: &View, d: &DateMention| {
        let published = v.reading.doc.article.published_date();
        let day = d.earliest.filter(|_| d.earliest == d.latest && matches!(d.kind, DateKind::Date | DateKind::Time));
        let written = v.reading.doc.slice(d.span).chars().any(char::is_numeric);
        written && day.zip(published).is_some_and(|(d, p)| d.until(p).is_ok_and(|s| s.get_days() >= LONG_PAST))
    };
    let has = |view: usize, s: &Slot| story.slots[view].iter().any(|o| o.kind == s.kind && o.key() == s.key());
    one_day(a, p)
        && one_day(b, q)
        && !has(x.0, t)
        && !has(y.0, s)
        && one_month(p, q)
        && same_happening(a, p, b, q)
        && like_around(story, x, y)
        && counted_from(a, s) == counted_from(b, t)
        && edges::date_verdict(a, p, b, q).is_some_and(|v| v.relation == Relation::Contradict)
}

/// Are two days of one month?
fn one_month(p: &DateMention, q: &DateMention) -> bool {
    let month = |d: &DateMention| d.earliest.map(|d| (d.year(), d.month()));
    month(p) == month(q)
}

/// Is nothing told of two days that tells them apart (`اندلع`, `أعلن`)?
fn same_happening(a: &View, p: &DateMention, b: &View, q: &DateMention) -> bool {
    use crate::compare::dating::events::happenings_near;
    let (x, y) = (happenings_near(&a.reading.doc, p), happenings_near(&b.reading.doc, q));
    x.first().zip(y.first()).is_none_or(|(x, y)| x == y)
}

/// Words before a day among which stands that it is that of something else, from which this is counted (`بعد أيام من الانقلاب في`).
const COUNTED_FROM: usize = 6;

/// Is a day that of something from which what is told is counted?
fn counted_from(v: &View, s: &Slot) -> bool {
    let from = s.at.0.saturating_sub(COUNTED_FROM).max(v.sentences[s.sentence].from);
    (from..s.at.0).any(|t| matches!(v.word(t), "بعد" | "قبل" | "منذ" | "عقب"))
}

/// Telling words that stand around two days of one deed, and their weight.
const BOTH_AROUND: usize = 2;
const LEAST_BOTH: f32 = 0.5;

/// Have the words around two values some telling ones in common?
fn like_around(story: &Story, x: &(usize, usize), y: &(usize, usize)) -> bool {
    let around = |n: &(usize, usize)| {
        let s = &story.slots[n.0][n.1];
        window(&story.together.families[n.0], s.sentence, s.at)
    };
    let (p, q) = (around(x), around(y));
    let both = p.0.iter().filter(|w| q.0.binary_search_by_key(&w.0, |o| o.0).is_ok()).count();
    both >= BOTH_AROUND && align::overlap(&p.0, &q.0) >= LEAST_BOTH
}

/// Marks a row that stands beside others on the same words.
fn beside(mut fact: Fact) -> Fact {
    fact.score_parts.push((BESIDE.into(), 1.0));
    fact
}

/// Slots by document and index, and the edges between them.
type Joined<'e> = (Vec<(usize, usize)>, Vec<&'e Edge>);

/// Edges that share a slot, with their slots.
fn joined<'e>(edges: impl Iterator<Item = &'e Edge>) -> Vec<Joined<'e>> {
    let mut out: Vec<Joined> = Vec::new();
    for e in edges {
        match out.iter_mut().find(|(members, _)| members.contains(&e.a) || members.contains(&e.b)) {
            Some((members, inside)) => {
                for n in [e.a, e.b] {
                    if !members.contains(&n) {
                        members.push(n);
                    }
                }
                inside.push(e);
            }
            None => out.push((vec![e.a, e.b], vec![e])),
        }
    }
    out
}

/// Chance from which a day beside a part of that day is told: the day is the same, so little can be wrong.
const LEAST_OF_DAY: f32 = 0.1;

/// Chance from which two days of texts of one day are told: of those between this and the common border that came in over a corpus
/// two of three were real, of those of texts of two days one in seven.
const LEAST_OF_TWO_DAYS: f32 = 0.4;

/// Are two dates told alike, as weekdays or as days of a month, in texts of one day, and no day fits both?
fn two_days(story: &Story, e: &Edge) -> bool {
    use crate::compare::dating::events::{can_meet, possible};
    let (a, b) = (story.views[e.a.0].reading, story.views[e.b.0].reading);
    let date = |n: (usize, usize)| date(&story.views[n.0], &story.slots[n.0][n.1]);
    let Some((p, q)) = date(e.a).zip(date(e.b)) else { return false };
    a.doc.article.published_date() == b.doc.article.published_date()
        && (p.expr.weekday > 0) == (q.expr.weekday > 0)
        && possible(a, p).zip(possible(b, q)).is_some_and(|(x, y)| !can_meet(&x, &y))
}

/// Chance from which an edge is told.
fn least(story: &Story, e: &Edge) -> f32 {
    let (s, t) = (&story.slots[e.a.0][e.a.1], &story.slots[e.b.0][e.b.1]);
    match (s.kind, e.verdict.relation) {
        (FactKind::Date, Relation::Compatible) if s.key() == t.key() => LEAST_OF_DAY,
        (FactKind::Date, Relation::Contradict) if two_days(story, e) => LEAST_OF_TWO_DAYS,
        (kind, relation) => score::threshold(kind, relation),
    }
}

/// From this chance on a second place where one text has a value is listed too.
const SECOND: f32 = 0.6;

/// Members of a group whose values agree, without the places where a text repeats its value in other surroundings.
fn once(members: &[(usize, usize)], inside: &[&Edge]) -> Vec<(usize, usize)> {
    if inside.iter().any(|e| e.verdict.relation != Relation::Agree) {
        return members.to_vec();
    }
    let best = |m: &(usize, usize)| inside.iter().filter(|e| e.a == *m || e.b == *m).map(|e| e.p).fold(0.0, f32::max);
    let beaten = |m: &(usize, usize)| {
        members.iter().any(|n| n.0 == m.0 && n != m && best(n).total_cmp(&best(m)).then(m.cmp(n)).is_gt())
    };
    members.iter().filter(|m| best(m) >= SECOND || !beaten(m)).copied().collect()
}

/// Moves the members of group `from` into group `into`.
fn merge(groups: &mut [Group], group_of: &mut FxHashMap<(usize, usize), usize>, into: usize, from: usize) {
    let moved = std::mem::take(&mut groups[from].members);
    for m in &moved {
        group_of.insert(*m, into);
    }
    groups[into].members.extend(moved);
}

/// Groups that hold one count of one role, which does not come about by chance, are one fact.
fn one_count(story: &Story, groups: &mut [Group], group_of: &mut FxHashMap<(usize, usize), usize>) {
    let count = |n: &(usize, usize)| {
        let q = story.figure(*n).filter(|q| q.value >= PRECISE && !q.role.is_empty())?;
        Some((q.value.to_bits(), q.unit.as_str(), q.role.as_str()))
    };
    for y in 1..groups.len() {
        let of_y = groups[y].members.first().and_then(count);
        if of_y.is_none() || groups[y].members.len() < 2 || !groups[y].members.iter().all(|n| count(n) == of_y) {
            continue;
        }
        let Some(x) = (0..y).find(|x| groups[*x].members.iter().any(|n| count(n) == of_y)) else { continue };
        merge(groups, group_of, x, y);
    }
}

/// From this value on two equal counts are not equal by chance.
const PRECISE: f64 = 13.0;

/// Of contradictions of the same values between the same texts (headline and first sentence) the surest stays.
fn one_contradiction(facts: &mut Vec<Fact>) {
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by(|x, y| facts[*y].confidence_0_1.total_cmp(&facts[*x].confidence_0_1).then(x.cmp(y)));
    let values = |f: &Fact| -> Vec<(u32, String)> {
        let mut v: Vec<(u32, String)> = f.values.iter().map(|v| (v.doc, v.value.clone())).collect();
        v.sort();
        v.dedup();
        v
    };
    let mut kept: Vec<(FactKind, Vec<(u32, String)>)> = Vec::new();
    let mut doubled = vec![false; facts.len()];
    for at in order {
        let f = &facts[at];
        if f.verdict != Relation::Contradict {
            continue;
        }
        let own = values(f);
        if kept.iter().any(|(kind, other)| *kind == f.kind && own.iter().all(|v| other.contains(v))) {
            doubled[at] = true;
        } else {
            kept.push((f.kind, own));
        }
    }
    let mut at = 0;
    facts.retain(|_| {
        at += 1;
        !doubled[at - 1]
    });
}

/// From this chance on a contradiction stands even where one of the texts contradicts itself.
const INTERNAL: f32 = 0.6;

/// Of several facts about one name the surest stays: the table lists who and where, not each mention.
fn one_fact_a_name(facts: &mut Vec<Fact>) {
    facts.sort_by(|a, b| b.confidence_0_1.total_cmp(&a.confidence_0_1).then(a.id.cmp(&b.id)));
    let mut seen: FxHashMap<(FactKind, String), usize> = FxHashMap::default();
    facts.retain(|f| {
        if !matches!(f.kind, FactKind::Person | FactKind::Place | FactKind::Organisation)
            || f.verdict == Relation::Contradict
        {
            return true;
        }
        let n = seen.entry((f.kind, f.values[0].value.clone())).or_default();
        *n += 1;
        *n <= 1
    });
}

fn kind_of(story: &Story, e: &Edge) -> FactKind {
    story.slots[e.a.0][e.a.1].kind
}

fn slot_fact(
    story: &Story,
    of: &crate::model::Story,
    language: Language,
    members: &[(usize, usize)],
    inside: &[&Edge],
    taken: &dyn Fn((usize, usize)) -> bool,
) -> Option<Fact> {
    let strongest = inside.first()?;
    let kind = kind_of(story, strongest);
    let worth = |e: &Edge| match e.verdict.relation {
        Relation::Contradict if kind == FactKind::Number => doubt::wanted(&doubt::parts(story.views, &story.slots, e)),
        _ => e.p,
    };
    let surer = |x: &&&Edge, y: &&&Edge| worth(x).total_cmp(&worth(y)).then(x.p.total_cmp(&y.p));
    let decisive = |r: Relation| inside.iter().filter(|e| e.verdict.relation == r).max_by(surer);
    let decided = decisive(Relation::Contradict)
        .or_else(|| decisive(Relation::Compatible))
        .or_else(|| decisive(Relation::Agree))?;
    let verdict = decided.verdict;
    let mut members = members.to_vec();
    if verdict.relation == Relation::Contradict {
        said_again(story, &mut members, taken);
    }
    members.sort_by_key(|m| (story.views[m.0].doc, story.slots[m.0][m.1].span));
    let why = explain::reason(verdict.reason, language);
    let values: Vec<FactValue> = members
        .iter()
        .map(|m| {
            let slot = &story.slots[m.0][m.1];
            value_at(&story.views[m.0], slot.span, slot.value.as_str(), why)
        })
        .collect();
    let pairs = match verdict.relation {
        Relation::Contradict => value_pairs(story, kind, &members, inside, language),
        _ => Vec::new(),
    };
    let doubts = match verdict.relation {
        Relation::Contradict => doubt::parts(story.views, &story.slots, decided),
        _ => Vec::new(),
    };
    let subject = explain::subject(story, kind, decided, language);
    let severity = severity(story, verdict, decided);
    let explanation = explain::explain(story, kind, decided, language);
    let mut fact = Draft {
        kind,
        subject,
        verdict: verdict.relation,
        values,
        severity,
        confidence_0_1: f64::from(match verdict.relation {
            Relation::Contradict if !doubts.is_empty() => doubt::wanted(&doubts),
            Relation::Contradict => score::confidence(kind, decided.p),
            _ => decided.p,
        }),
        explanation,
        score_parts: decided.features.parts(),
    }
    .fact(story, of);
    fact.pairs = pairs;
    fact.score_parts.extend(doubts.iter().map(|(n, v)| score::part(n, *v)));
    Some(fact)
}

/// Adds the places where the texts of a contradicted figure give it again (headline, first sentence, body), and other
/// texts that give it: one count of one role, or one figure of one noun or unit.
fn said_again(story: &Story, members: &mut Vec<(usize, usize)>, taken: &dyn Fn((usize, usize)) -> bool) {
    for m in members.clone() {
        let Some(q) = story.figure(m) else { continue };
        for view in 0..story.views.len() {
            // elsewhere only what does not come about by chance
            if view != m.0 && (members.iter().any(|n| n.0 == view) || (q.value < PRECISE && q.role.is_empty())) {
                continue;
            }
            for n in 0..story.slots[view].len() {
                let other = (view, n);
                let Some(o) = story.figure(other) else { continue };
                let same = o.value == q.value && o.upper == q.upper && o.unit == q.unit;
                let one_noun = !q.noun.is_empty() && o.noun == q.noun;
                // `بينهم 9 صحفيين` says no role that `9 صحفيين لقوا مصرعهم` has
                let unsaid = view == m.0 && (o.role.is_empty() || q.role.is_empty());
                let of_one = one_noun && unsaid || o.role == q.role && (one_noun || !q.role.is_empty());
                if same && of_one && !members.contains(&other) && !taken(other) {
                    members.push(other);
                }
            }
        }
    }
}

/// What holds of each two values of a contradicted fact.
fn value_pairs(
    story: &Story,
    kind: FactKind,
    members: &[(usize, usize)],
    inside: &[&Edge],
    language: Language,
) -> Vec<ValuePair> {
    let slot = |m: &(usize, usize)| &story.slots[m.0][m.1];
    let mut out: Vec<ValuePair> = Vec::new();
    for (n, x) in members.iter().enumerate() {
        for y in &members[n + 1..] {
            let (a, b) = (&slot(x).value, &slot(y).value);
            if a == b {
                continue;
            }
            // in one text only a headline against its body is listed
            let headline = |m: &(usize, usize)| story.views[m.0].is_title(slot(m).sentence);
            if x.0 == y.0 && (headline(x) == headline(y) || noun_of(story, x) != noun_of(story, y)) {
                out.push(ValuePair { a: a.clone(), b: b.clone(), explanation: None });
                continue;
            }
            let known = inside.iter().find(|e| (e.a == *x && e.b == *y) || (e.a == *y && e.b == *x));
            let verdict = match known {
                Some(e) => Some(e.verdict),
                None => between(story, x, y),
            };
            // values that nothing but a third brings together are listed in facts.csv alone
            let met = |e: &&Edge| {
                let of = |n: &(usize, usize)| &slot(n).value;
                e.verdict.relation == Relation::Contradict
                    && ((of(&e.a) == a && of(&e.b) == b) || (of(&e.a) == b && of(&e.b) == a))
            };
            let verdict = match verdict {
                Some(v)
                    if v.relation == Relation::Contradict
                        && (!inside.iter().any(met) || both_least(story, x, y, inside)) =>
                {
                    out.push(ValuePair { a: a.clone(), b: b.clone(), explanation: None });
                    continue;
                }
                other => other,
            };
            let Some(verdict) = verdict else { continue };
            let explanation = (verdict.relation == Relation::Contradict).then(|| {
                let edge = Edge { a: *x, b: *y, verdict, features: Features::default(), p: 0.0 };
                explain::explain(story, kind, &edge, language)
            });
            match out.iter_mut().find(|p| (p.a == *a && p.b == *b) || (p.a == *b && p.b == *a)) {
                Some(p) if p.explanation.is_none() => p.explanation = explanation,
                Some(_) => {}
                None => out.push(ValuePair { a: a.clone(), b: b.clone(), explanation }),
            }
        }
    }
    out
}

/// Are two members lower bounds both, in a fact that rests on other figures too?
fn both_least(story: &Story, x: &(usize, usize), y: &(usize, usize), inside: &[&Edge]) -> bool {
    let least = |n: &(usize, usize)| story.figure(*n).is_some_and(|q| q.bound == Bound::AtLeast);
    let sure = |e: &&Edge| e.verdict.relation == Relation::Contradict && !(least(&e.a) && least(&e.b));
    least(x) && least(y) && inside.iter().any(sure)
}

/// What a slot counts; nothing for other slots.
fn noun_of<'s>(story: &'s Story, n: &(usize, usize)) -> &'s str {
    story.figure(*n).map_or("", |q| &q.noun)
}

/// Verdict on two members of a fact that have no edge of their own.
fn between(story: &Story, x: &(usize, usize), y: &(usize, usize)) -> Option<Verdict> {
    let (a, b) = (&story.views[x.0], &story.views[y.0]);
    match (story.slots[x.0][x.1].filler, story.slots[y.0][y.1].filler) {
        (Filler::Number(p), Filler::Number(q)) => {
            let (p, q) = (&a.reading.mentions.quantities[p], &b.reading.mentions.quantities[q]);
            Some(verdict::numbers(p, q, later_minutes(a, b), grows(&p.role) || grows(&q.role)))
        }
        (Filler::Date(p), Filler::Date(q)) => {
            verdict::dates(&a.reading.mentions.dates[p], &b.reading.mentions.dates[q])
        }
        _ => None,
    }
}

/// The innermost claim around a span.
fn claim_at<'a>(view: &View<'a>, span: Span) -> Option<&'a Claim> {
    let claims = view.reading.mentions.claims.iter();
    claims.filter(|c| c.span.contains(span) && c.kind != ClaimKind::Narrated).min_by_key(|c| c.span.len())
}

/// Who is said to have said it.
fn speaker_at(view: &View, span: Span) -> String {
    claim_at(view, span).map(|c| c.speaker_name.clone()).unwrap_or_default()
}

/// A value as it stands in a text, with its sentence and whoever says it there.
fn value_at(view: &View, span: Span, value: impl Into<String>, reason: &str) -> FactValue {
    let doc = &view.reading.doc;
    FactValue {
        doc: view.doc,
        span,
        value: value.into(),
        evidence: doc.sentences[doc.sentence_at(span.start)].span,
        speaker_name: speaker_at(view, span),
        reason: reason.to_string(),
    }
}

/// A fact before it has its id: what those who find one fill in.
struct Draft {
    kind: FactKind,
    subject: String,
    verdict: Relation,
    values: Vec<FactValue>,
    severity: Severity,
    confidence_0_1: f64,
    explanation: String,
    score_parts: Vec<(String, f64)>,
}

impl Draft {
    /// The fact, named by its kind and the places of its values.
    fn fact(self, story: &Story, of: &crate::model::Story) -> Fact {
        let Draft { kind, subject, verdict, values, severity, confidence_0_1, explanation, score_parts } = self;
        let mut fact = Fact {
            id: String::new(),
            story: of.id.clone(),
            kind,
            subject,
            verdict,
            values,
            severity,
            confidence_0_1,
            explanation,
            score_parts,
            pairs: Vec::new(),
        };
        fact.id = fact_id(story, &fact);
        fact
    }
}

fn fact_id(story: &Story, fact: &Fact) -> String {
    let view = |doc: u32| story.views.iter().find(|x| x.doc == doc);
    id_of(fact, |doc| view(doc).map_or("", |x| &x.reading.doc.article.doc_id))
}

/// A fact's id: its kind and the places of its values.
fn id_of<'d>(fact: &Fact, doc_id: impl Fn(u32) -> &'d str) -> String {
    let mut parts: Vec<String> = vec![fact.kind.as_str().to_string()];
    for v in &fact.values {
        parts.push(doc_id(v.doc).to_string());
        parts.push(format!("{}-{}", v.span.start, v.span.end));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    content_id("f", &parts)
}

fn severity(story: &Story, verdict: Verdict, edge: &Edge) -> Severity {
    if verdict.relation != Relation::Contradict {
        return Severity::Low;
    }
    if let (Some(p), Some(q)) = (story.figure(edge.a), story.figure(edge.b)) {
        let apart = (p.value - q.value).abs() / p.value.abs().max(q.value.abs()).max(1e-9);
        return match (p.role.as_str(), apart) {
            ("killed", _) => Severity::High,
            (_, d) if d >= 0.5 => Severity::High,
            (_, d) if d >= 0.1 => Severity::Medium,
            _ => Severity::Low,
        };
    }
    match kind_of(story, edge) {
        FactKind::Polarity | FactKind::Person => Severity::High,
        FactKind::Date | FactKind::Place | FactKind::Organisation => Severity::Medium,
        _ => Severity::Low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(values: &[(u32, u32, u32, &str)]) -> Fact {
        let value = |(doc, start, end, value): &(u32, u32, u32, &str)| {
            let span = Span { start: *start, end: *end };
            FactValue {
                doc: *doc,
                span,
                value: value.to_string(),
                evidence: span,
                speaker_name: String::new(),
                reason: String::new(),
            }
        };
        Fact {
            id: String::new(),
            story: String::new(),
            kind: FactKind::Number,
            subject: String::new(),
            verdict: Relation::Contradict,
            values: values.iter().map(value).collect(),
            severity: Severity::Low,
            confidence_0_1: 0.5,
            explanation: String::new(),
            score_parts: Vec::new(),
            pairs: Vec::new(),
        }
    }

    #[test]
    fn sentences_of_one_side_agree_though_a_third_contradicts_them() {
        let tolls = fact(&[(0, 10, 12, "14"), (1, 10, 12, "14"), (2, 10, 12, "41")]);
        let sentence = |docs: &[u32]| fact(&docs.iter().map(|d| (*d, 0, 40, "")).collect::<Vec<_>>());
        let both_sides = |f: Fact| opposed(&tolls, |v| holds(&f, v));
        assert!(!both_sides(sentence(&[0, 1])));
        assert!(both_sides(sentence(&[0, 2])));
        assert!(!both_sides(fact(&[(0, 0, 9, ""), (2, 0, 9, "")])));
    }
}
