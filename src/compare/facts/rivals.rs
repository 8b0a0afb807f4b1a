//! Rivals: values of one kind among much the same words, in sentences that are told otherwise, of which neither text has the
//! other's. Where one figure, place or person has been taken for another these two are left over.
//!
//! Days are not compared so: of twelve such rows over a corpus two were real, the others two steps of one matter.

use rustc_hash::FxHashSet;

use super::edges::{
    Window, bounded_alike, count_verdict, crossed, later_minutes, other_person, other_place, other_time,
    published_apart, quantity, same_sides, window,
};
use super::score::{logistic, part};
use super::slots::{Filler, Slot};
use super::statements::hedges;
use super::verdict::{Reason, Verdict};
use super::{Draft, Edge, Story, changes, contradicts, doubt, explain, roles, severity, value_at};
use crate::compare::together::Together;
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{Sent, View, overlap};
use crate::link::similarity::jaro_winkler;
use crate::link::terms::Stem;
use crate::mentions::quantities::MINUTE;
use crate::mentions::ranks::RANK;
use crate::model::*;
use crate::text::clitics;

/// Words right beside a value.
const BESIDE: usize = 3;
/// Weight that the words around two values must share.
const LEAST_SHARED: f32 = 0.55;
/// Likeness of the words right before two places from which they stand in one relation (`قرب مستوطنة`).
const ONE_RELATION: f32 = 0.5;

/// Two values that may be of one fact.
#[derive(Debug, Clone)]
pub struct Rival {
    /// Story-local document and slot.
    pub a: (usize, usize),
    /// Story-local document and slot.
    pub b: (usize, usize),
    /// What the surroundings look like.
    pub parts: [f32; PARTS],
    /// The least chance of a row.
    pub least: f32,
}

/// Number of parts.
pub const PARTS: usize = 16;
/// Which of them are the words right before and right behind.
const BEFORE: usize = 2;
const BEHIND: usize = 3;

/// Their names, for `explain`.
const NAMES: [&str; PARTS] = [
    "surroundings",
    "surroundings contained",
    "words before",
    "words behind",
    "sentence dice",
    "sentence containment",
    "names in both",
    "figures in both",
    "only ones left",
    "same noun",
    "same role",
    "ratio",
    "headline",
    "early",
    "days apart",
    "mentions",
];

/// Bias and weights for a kind of value.
///
/// Fitted by logistic regression: the one side are pairs of articles of two outlets that gave one value (1,400 figures, 683
/// places), after that value had been changed in one of them; the other all such pairs of the corpus as they are. Persons are
/// weighed like places: weights of their own ranked them no better.
type Model = (f32, [f32; PARTS]);
const FIGURES: Model =
    (-6.77, [2.25, 1.21, 1.03, 0.97, 0.53, 0.80, 0.59, 1.18, 1.46, -1.08, -1.32, 2.53, -2.02, 1.49, -1.37, -1.57]);
const PLACES: Model =
    (-8.73, [2.20, 1.66, 3.69, 1.59, 2.28, 2.16, 0.78, 0.68, 1.29, 0.0, 0.0, 0.0, -1.65, 0.34, -1.61, 1.43]);

/// Model of a kind, and the share of such rows that were real when they were read over a corpus.
fn model(kind: FactKind) -> Option<(&'static Model, f32)> {
    match kind {
        FactKind::Number => Some((&FIGURES, 0.55)),
        FactKind::Place | FactKind::Person => Some((&PLACES, 0.3)),
        _ => None,
    }
}

/// Least chance of two places, and of two persons.
const LEAST_PLACES: f32 = 0.65;
const LEAST_PERSONS: f32 = 0.3;
/// Least chance of two figures: of those that are near each other and not of a kind that has many beside it, of others, of those with
/// one bound (`more than 300`, `more than 240`), and where one of the two does not say of what it is (`25 مقابل 20`).
const LEAST_NEAR: f32 = 0.25;
const LEAST_FIGURES: f32 = 0.45;
const LEAST_BOUNDED: f32 = 0.4;
const LEAST_UNSAID: f32 = 0.9;
/// Share of the greater figure from which the lesser is near.
const NEAR: f64 = 0.5;

/// Chance that two values of a kind are of one fact, by the parts; None where it is too small for a row.
fn chance(kind: FactKind, r: &Rival) -> Option<f32> {
    let ((bias, weights), _) = model(kind)?;
    Some(logistic(*bias, weights, r.parts)).filter(|chance| *chance >= r.least)
}

/// What stands around a slot, by families of words.
struct Around<'a> {
    wide: Window,
    before: Window,
    behind: Window,
    /// Other names and figures of its sentence.
    names: Vec<u32>,
    figures: Vec<(u64, &'a str)>,
}

fn around<'a>(v: &View<'a>, s: &Slot) -> Around<'a> {
    let sent = &v.sentences[s.sentence];
    let span = v.sentence_span(s.sentence);
    let beside = |at: Span| span.contains(at) && !at.overlaps(s.span);
    let mentions = &v.reading.mentions;
    let mut names: Vec<u32> = mentions.entities.iter().filter(|e| beside(e.span)).filter_map(|e| e.entity).collect();
    names.sort_unstable();
    names.dedup();
    let figures = mentions.quantities.iter().filter(|q| beside(q.span));
    Around {
        wide: window(v, s.sentence, s.at),
        before: v.bag(s.at.0.saturating_sub(BESIDE).max(sent.from)..s.at.0),
        behind: v.bag(s.at.1..(s.at.1 + BESIDE).min(sent.to)),
        names,
        figures: figures.map(|q| (q.value.to_bits(), q.unit.as_str())).collect(),
    }
}

/// A bag and its weight, wherever they are kept.
pub(super) type Weighed<'b> = (&'b [(Stem, f32)], f32);

/// Share of the weight of two bags that they have in common.
pub(super) fn likeness(x: Weighed, y: Weighed) -> f32 {
    (2.0 * overlap(x.0, y.0) / (x.1 + y.1).max(0.5)).min(1.0)
}

/// Share of the lighter of two bags that the other holds.
fn contained(x: Weighed, y: Weighed) -> f32 {
    (overlap(x.0, y.0) / x.1.min(y.1).max(0.5)).min(1.0)
}

/// A window as a bag with its weight.
pub(super) fn weighed(bag: &Window) -> Weighed<'_> {
    (&bag.0, bag.1)
}

/// From which chance on two slots are of one thing that cannot be both.
fn exclude(a: &View, s: &Slot, b: &View, t: &Slot) -> Option<f32> {
    let (x, y) = (&a.reading.mentions, &b.reading.mentions);
    match (s.filler, t.filler) {
        (Filler::Number(_), Filler::Number(_)) => figures(a, s, b, t),
        (Filler::Name(p), Filler::Name(q)) if s.kind == FactKind::Person => {
            persons(a, &x.entities[p], b, &y.entities[q]).then_some(LEAST_PERSONS)
        }
        (Filler::Name(p), Filler::Name(q)) => places(a, &x.entities[p], b, &y.entities[q]).then_some(LEAST_PLACES),
        _ => None,
    }
}

/// Two figures of one thing: of one noun, role or unit, of one person or team, and no later state, bound or rounding.
fn figures(a: &View, s: &Slot, b: &View, t: &Slot) -> Option<f32> {
    let (p, q) = quantity(a, s).zip(quantity(b, t))?;
    let alike = |x: &str, y: &str| x.is_empty() || y.is_empty() || x == y;
    let one = |x: &str, y: &str| !x.is_empty() && x == y;
    let said = one(&p.noun, &q.noun) || one(&p.role, &q.role) || !p.unit.is_empty();
    if p.unit != q.unit || !alike(&p.noun, &q.noun) || !alike(&p.role, &q.role) || p.unit == RANK {
        return None;
    }
    let of_one = match p.unit.as_str() {
        "score" => {
            let parts = part_of_results(a, s);
            same_sides(a, s, b, t) && parts.is_some() && parts == part_of_results(b, t)
        }
        "month" => doubt::aged(a, s) == doubt::aged(b, t) && !other_person(a, s, b, t),
        "point" => {
            last_name(a, s).zip(last_name(b, t)).is_some_and(|(x, y)| x == y) && !doubt::other_subject(a, s, b, t)
        }
        _ => !other_person(a, s, b, t),
    };
    let verdict = count_verdict(a, s, p, b, t, q);
    let bounded = bounded_alike(a, p, b, q, verdict);
    let differ = of_one
        && (bounded || verdict.relation == Relation::Contradict)
        && !doubt::other_thing(a, s, b, t)
        && !other_time(a, s.sentence, b, t.sentence)
        && !crossed(a, p, b, q);
    let near = p.value.min(q.value) >= NEAR * p.value.max(q.value)
        && p.unit != "point"
        && p.noun != MINUTE
        && expected(a, s) == expected(b, t)
        && !other_place(a, s.sentence, b, t.sentence);
    differ.then_some(match (said, bounded, near) {
        (false, ..) => LEAST_UNSAID,
        (_, true, _) => LEAST_BOUNDED,
        (.., true) => LEAST_NEAR,
        _ => LEAST_FIGURES,
    })
}

/// Words before a figure among which stands that it is expected.
const EXPECTED: usize = 6;

/// Is a figure one that somebody expects (`كانت السوق تتوقع عجزا بقيمة`)?
fn expected(v: &View, s: &Slot) -> bool {
    let from = s.at.0.saturating_sub(EXPECTED).max(v.sentences[s.sentence].from);
    (from..s.at.0).any(|t| hedges(v.word(t)))
}

/// Words by which a result is that of a part of a match, or of several matches.
static PART_OF_RESULTS: Words = Words::new(&words::COMPARING, "part of results");

/// The words of a result's sentence by which it is that of a part of a match, or of several; None where the sentence has several results.
fn part_of_results<'v>(v: &'v View, s: &Slot) -> Option<Vec<&'v str>> {
    let sent = &v.sentences[s.sentence];
    let result = |q: &&Quantity| q.unit == "score" && q.sentence as usize == s.sentence;
    let bare = |t: usize| clitics::strip_article(clitics::strip_conjunction(v.word(t)));
    let only = v.reading.mentions.quantities.iter().filter(result).count() == 1;
    only.then(|| (sent.from..sent.to).map(bare).filter(|w| PART_OF_RESULTS.has(w)).collect())
}

/// The name before a figure in its sentence.
fn last_name(v: &View, s: &Slot) -> Option<u32> {
    let span = v.sentence_span(s.sentence);
    let before = v.reading.mentions.entities.iter().filter(|e| span.contains(e.span) && e.span.end <= s.span.start);
    before.max_by_key(|e| e.span.end).and_then(|e| e.entity)
}

/// Likeness of two words from which they may be one in other letters.
const ONE_WORD: f64 = 0.78;

/// Two persons with full names that share no word, of one role where both have one.
fn persons(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    if p.kind != EntityKind::Person || q.kind != p.kind || p.entity == q.entity || published_apart(a, b) {
        return false;
    }
    let (x, y) = (a.reading.doc.slice(p.span), b.reading.doc.slice(q.span));
    let full = |x: &str| key(x).contains(' ');
    full(x) && full(y) && !share_a_word(x, y) && changes::differ(p.kind, x, y) && !other_role(a, p, b, q)
}

/// Have two names a word in common, in whatever letters?
fn share_a_word(x: &str, y: &str) -> bool {
    let words = |x: &str| -> Vec<String> { key(x).split(' ').map(|w| clitics::strip_article(w).to_string()).collect() };
    let others = words(y);
    words(x).iter().any(|w| others.iter().any(|o| jaro_winkler(w, o) >= ONE_WORD))
}

/// Share of the words of the shorter role that one role in two texts has in common.
const ONE_ROLE: usize = 2;

/// Do two texts give two persons roles that are not one, or of two countries?
fn other_role(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    let role = |v: &View, p: &EntityMention| -> (Vec<String>, Vec<String>) {
        let of = |m: &&EntityMention| m.entity == p.entity && m.role.is_some();
        let own = p.role.or_else(|| v.reading.mentions.entities.iter().find(of).and_then(|m| m.role));
        let words = own.map_or_else(Vec::new, |r| roles::words(v.reading.doc.slice(r)));
        words.into_iter().partition(|w| roles::is_country(w))
    };
    let ((lands, x), (others, y)) = (role(a, p), role(b, q));
    let shared = x.iter().filter(|w| y.contains(w)).count();
    let abroad = !lands.is_empty() && !others.is_empty() && !lands.iter().any(|c| others.contains(c));
    abroad || !x.is_empty() && !y.is_empty() && shared * ONE_ROLE < x.len().min(y.len())
}

/// Two places of which neither text names the other's state.
fn places(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    let (x, y) = (a.reading.doc.slice(p.span), b.reading.doc.slice(q.span));
    other_places(a, p, b, q) && !names_state_of(b, x) && !names_state_of(a, y)
}

/// Two places in texts of one day that are not one, however they are written, shortened or nested, nor a state and its capital.
pub(super) fn other_places(a: &View, p: &EntityMention, b: &View, q: &EntityMention) -> bool {
    if p.kind != EntityKind::Place || q.kind != p.kind || p.entity == q.entity || published_apart(a, b) {
        return false;
    }
    let (x, y) = (a.reading.doc.slice(p.span), b.reading.doc.slice(q.span));
    // two states are two however alike their names
    let states = state(&key(x)).zip(state(&key(y)));
    states.map_or_else(|| !share_a_word(x, y), |(x, y)| x != y)
        && changes::differ(p.kind, x, y)
        && !changes::nested(x, y)
}

/// The state that a name is, or whose capital it is.
fn state(key: &str) -> Option<&'static str> {
    let g = Gazetteer::get();
    g.country(key).or_else(|| g.capital(key))
}

/// Does a text name the state that a name is, or whose capital it is (`واشنطن`, `الولايات المتحدة`)?
fn names_state_of(v: &View, name: &str) -> bool {
    let Some(of_name) = state(&key(name)) else { return false };
    let places = v.reading.mentions.entities.iter().filter(|e| e.kind == EntityKind::Place);
    places.map(|e| key(v.reading.doc.slice(e.span))).any(|k| state(&k) == Some(of_name))
}

/// The slots of a story, with what stands around those of the kinds that are compared.
struct Told<'s, 'a> {
    together: &'s Together<'a>,
    slots: &'s [Vec<Slot>],
    around: Vec<Vec<Option<Around<'a>>>>,
    /// Which document has which value.
    has: FxHashSet<(usize, FactKind, &'s str)>,
}

impl<'s, 'a> Told<'s, 'a> {
    fn new(together: &'s Together<'a>, slots: &'s [Vec<Slot>]) -> Told<'s, 'a> {
        let compared = |v: &View<'a>, s: &Slot| model(s.kind).map(|_| around(v, s));
        let each = together.families.iter().zip(slots);
        let around = each.map(|(v, all)| all.iter().map(|s| compared(v, s)).collect()).collect();
        let values = |(view, slots): (usize, &'s Vec<Slot>)| slots.iter().map(move |s| (view, s.kind, s.key()));
        Told { together, slots, around, has: slots.iter().enumerate().flat_map(values).collect() }
    }

    /// Does another document lack a slot's value?
    fn alone(&self, s: &Slot, other: usize) -> bool {
        !self.has.contains(&(other, s.kind, s.key()))
    }

    /// Slots of a document whose value another does not have.
    fn left(&self, view: usize, other: usize) -> Vec<usize> {
        let slots = &self.slots[view];
        (0..slots.len()).filter(|n| self.around[view][*n].is_some() && self.alone(&slots[*n], other)).collect()
    }

    /// Others of its kind in a slot's sentence whose value another document does not have.
    fn beside(&self, (view, n): (usize, usize), other: usize) -> usize {
        let own = &self.slots[view][n];
        let beside = |o: &&Slot| o.sentence == own.sentence && o.kind == own.kind && o.span != own.span;
        self.slots[view].iter().filter(beside).filter(|o| self.alone(o, other)).count()
    }

    /// What the surroundings of two slots look like; None where too little is shared.
    fn parts(&self, x: (usize, usize), y: (usize, usize)) -> Option<[f32; PARTS]> {
        let (s, t) = (&self.slots[x.0][x.1], &self.slots[y.0][y.1]);
        let (p, q) = self.around[x.0][x.1].as_ref().zip(self.around[y.0][y.1].as_ref())?;
        let before = likeness(weighed(&p.before), weighed(&q.before));
        if overlap(&p.wide.0, &q.wide.0) < LEAST_SHARED || s.kind == FactKind::Place && before < ONE_RELATION {
            return None;
        }
        let (a, b) = (&self.together.views[x.0], &self.together.views[y.0]);
        let sentence = |v: usize, s: &Slot| -> Weighed {
            let Sent { bag, mass, .. } = &self.together.families[v].sentences[s.sentence];
            (bag, *mass)
        };
        let (left, right) = (sentence(x.0, s), sentence(y.0, t));
        let f = |b: bool| f32::from(u8::from(b));
        let figures = quantity(a, s).zip(quantity(b, t));
        let one =
            |name: fn(&Quantity) -> &str| f(figures.is_some_and(|(p, q)| !name(p).is_empty() && name(p) == name(q)));
        let ratio = |(p, q): (&Quantity, &Quantity)| (p.value.min(q.value) / p.value.max(q.value).max(1e-9)) as f32;
        let in_both = |n: usize, most: usize| n.min(most) as f32 / most as f32;
        Some([
            likeness(weighed(&p.wide), weighed(&q.wide)),
            contained(weighed(&p.wide), weighed(&q.wide)),
            before,
            likeness(weighed(&p.behind), weighed(&q.behind)),
            likeness(left, right),
            contained(left, right),
            in_both(p.names.iter().filter(|n| q.names.contains(n)).count(), 3),
            in_both(p.figures.iter().filter(|n| q.figures.contains(n)).count(), 2),
            1.0 / (1.0 + (self.beside(x, y.0) + self.beside(y, x.0)) as f32),
            one(|q| &q.noun),
            one(|q| &q.role),
            figures.map_or(0.0, ratio),
            f(a.is_title(s.sentence)) + f(b.is_title(t.sentence)),
            1.0 / (1.0 + 0.25 * s.sentence.max(t.sentence) as f32),
            later_minutes(a, b).map_or(0.5, |m| (m.abs() as f32 / 1440.0).min(2.0)),
            (s.count.min(t.count).min(4) as f32 - 1.0) / 3.0,
        ])
    }
}

/// The values of two texts of a story that are left over among much the same words. Cost: pairs of such slots of one kind.
pub fn rivals(together: &Together, slots: &[Vec<Slot>]) -> Vec<Rival> {
    let told = Told::new(together, slots);
    let mut out = Vec::new();
    for (i, j) in together.texts.iter().map(|t| t.at) {
        let (a, b) = (&together.views[i], &together.views[j]);
        let others = told.left(j, i);
        for m in told.left(i, j) {
            let s = &slots[i][m];
            for n in others.iter().copied().filter(|n| slots[j][*n].kind == s.kind) {
                let Some(parts) = told.parts((i, m), (j, n)) else { continue };
                if let Some(least) = exclude(a, s, b, &slots[j][n]) {
                    // figures with nothing in common right beside them are of two things more often; a result is known by its sides
                    let figure = quantity(a, s).is_some_and(|q| q.unit != "score");
                    let apart = figure && parts[BEFORE].max(parts[BEHIND]) == 0.0;
                    let least = if apart { least.max(LEAST_FIGURES) } else { least };
                    out.push(Rival { a: (i, m), b: (j, n), parts, least });
                }
            }
        }
    }
    out
}

/// A row for each two values that are left over, the likeliest first; what `known` rows contradict is left out.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let slot = |n: (usize, usize)| &story.slots[n.0][n.1];
    let mut all: Vec<(f32, &Rival)> =
        story.rivals.iter().filter_map(|r| Some((chance(slot(r.a).kind, r)?, r))).collect();
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1.a, x.1.b).cmp(&(y.1.a, y.1.b))));
    let mut taken: FxHashSet<(FactKind, &str)> = FxHashSet::default();
    let mut out = Vec::new();
    for (chance, r) in &all {
        let kind = slot(r.a).kind;
        let places = [r.a, r.b].map(|n| (story.views[n.0].doc, slot(n).span));
        let sides = [r.a, r.b].map(|n| (kind, slot(n).value.as_str()));
        if known.iter().any(|f| contradicts(f, places)) || sides.iter().any(|side| taken.contains(side)) {
            continue;
        }
        taken.extend(sides);
        // other texts that give the same two
        let given = |n: &(usize, usize)| sides.contains(&(slot(*n).kind, slot(*n).value.as_str()));
        let mut members: Vec<(usize, usize)> = all.iter().flat_map(|(_, r)| [r.a, r.b]).filter(given).collect();
        members.sort_by_key(|n| (story.views[n.0].doc, slot(*n).span));
        members.dedup();
        out.push(fact(story, of, r, *chance, &members, language));
    }
    out
}

/// The row of two values, with the places where the story gives them.
fn fact(
    story: &Story,
    of: &crate::model::Story,
    r: &Rival,
    chance: f32,
    members: &[(usize, usize)],
    language: Language,
) -> Fact {
    let slot = |n: (usize, usize)| &story.slots[n.0][n.1];
    let kind = slot(r.a).kind;
    let verdict = Verdict { relation: Relation::Contradict, reason: Reason::Different };
    let edge = Edge { a: r.a, b: r.b, verdict, features: Default::default(), p: chance };
    let why = explain::reason(Reason::Different, language);
    let value = |n: &(usize, usize)| value_at(&story.views[n.0], slot(*n).span, slot(*n).value.as_str(), why);
    Draft {
        kind,
        subject: explain::subject(story, kind, &edge, language),
        verdict: Relation::Contradict,
        values: members.iter().map(value).collect(),
        severity: severity(story, verdict, &edge),
        confidence_0_1: f64::from(model(kind).map_or(0.0, |m| m.1) * chance.sqrt()),
        explanation: explain::explain(story, kind, &edge, language),
        score_parts: NAMES.iter().zip(r.parts).map(|(name, x)| part(name, x)).collect(),
    }
    .fact(story, of)
}
