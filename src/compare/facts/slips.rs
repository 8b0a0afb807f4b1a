//! A figure, a day or a name that differs in sentences, or among words, that are otherwise the same: however vague the figure is
//! (`more than 1,400 schools`, `more than 1,700 schools`) one of two texts of one wording has it wrong. A name counts only where
//! neither text has the other's anywhere.

use super::changes::Change;
use super::doubt::other_thing;
use super::edges::{
    bounded_alike, count_verdict, crossed, date_verdict, other_day, other_time, published_apart, quantity,
};
use super::holders::others;
use super::meetings::names_place;
use super::rivals::other_places;
use super::slots::{Filler, Slot};
use super::verdict::{Reason, Verdict, dates};
use super::whole_year;
use crate::link::align::{Pair, View};
use crate::mentions::ranks::RANK;
use crate::model::*;

/// Share of the words of two sentences that correspond where they are the same but for a figure.
const SAME: f32 = 0.8;
/// Linked words from which two sentences are compared so.
const LEAST_LINKS: usize = 6;
/// Words on each side of a value that are looked at where the sentences are not the same.
const BESIDE: usize = 6;
/// Share of these that correspond where the wording around two values is one.
const SAME_AROUND: f32 = 0.7;
/// The same for two people, of whom neither text has the other's.
const SAME_AROUND_PERSONS: f32 = 0.55;
/// Linked words around two values from which they are compared so.
const LEAST_AROUND: usize = 5;
/// The same for two people.
const LEAST_AROUND_PERSONS: usize = 4;
/// Chance of a row.
const CHANCE: f32 = 0.8;

/// Finds the differing figures, days and names of two aligned sentences of one day. Cost: the slots of the first times those of both
/// and the linked words.
pub fn slips(views: &[View], slots: &[Vec<Slot>], (i, j): (usize, usize), pair: &Pair, out: &mut Vec<Change>) {
    let (a, b) = (&views[i], &views[j]);
    if pair.links.len() < LEAST_AROUND_PERSONS || published_apart(a, b) {
        return;
    }
    let sentence = |v: &View, n: usize| (v.sentences[n].from, v.sentences[n].to);
    let ((from, to), (start, end)) = (sentence(a, pair.a), sentence(b, pair.b));
    let share = 2.0 * pair.links.len() as f32 / (to - from + end - start).max(1) as f32;
    let whole = share >= SAME && pair.links.len() >= LEAST_LINKS;
    let has = |k: usize, s: &Slot| slots[k].iter().any(|o| o.kind == s.kind && o.key() == s.key());
    for s in slots[i].iter().filter(|s| s.sentence == pair.a) {
        // the linked words around it
        let before = pair.links.iter().rfind(|l| (l.0 as usize) < s.at.0);
        let behind = pair.links.iter().find(|l| (l.0 as usize) >= s.at.1);
        let here = (before.map_or(from, |l| l.0 as usize + 1), behind.map_or(to, |l| l.0 as usize));
        let there = (before.map_or(start, |l| l.1 as usize + 1), behind.map_or(end, |l| l.1 as usize));
        let of_kind = |k: usize, n: usize, range: (usize, usize)| only(&slots[k], n, range, s.kind);
        let (Some(s), Some(t)) = (of_kind(i, pair.a, here), of_kind(j, pair.b, there)) else { continue };
        let around = || {
            one_wording(s, (from, to), t, (start, end), &pair.links) && !(has(i, t) && has(j, s)) && of_one(a, s, b, t)
        };
        if s.value != t.value && (whole || around()) && differ(a, s, b, t) {
            out.push(Change {
                a: (i, s.span),
                b: (j, t.span),
                values: (s.value.clone(), t.value.clone()),
                sentences: (pair.a, pair.b),
                kind: s.kind,
                verdict: Verdict { relation: Relation::Contradict, reason: Reason::Different },
                p: CHANCE,
                dice: pair.dice,
            });
        }
    }
}

/// The one value of a kind that begins among some words of a sentence.
fn only(slots: &[Slot], sentence: usize, (from, to): (usize, usize), kind: FactKind) -> Option<&Slot> {
    let here = |s: &&Slot| s.sentence == sentence && s.kind == kind && s.at.0 >= from && s.at.0 < to;
    let mut found = slots.iter().filter(here).filter(|s| s.kind != FactKind::Organisation);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Do two values stand among the same words?
fn one_wording(s: &Slot, own: (usize, usize), t: &Slot, others: (usize, usize), links: &[(u32, u32)]) -> bool {
    let around = around(s.at, own, t.at, others, links);
    let (least, share) = match s.kind {
        FactKind::Person => (LEAST_AROUND_PERSONS, SAME_AROUND_PERSONS),
        _ => (LEAST_AROUND, SAME_AROUND),
    };
    around.reaches(least, share)
}

/// Words beside two places of two sentences.
pub(super) struct Around {
    /// How many correspond.
    shared: usize,
    /// How many there are, in both.
    words: usize,
}

impl Around {
    /// Do so many words correspond, and such a share of them (0..=1)?
    pub fn reaches(&self, least: usize, share: f32) -> bool {
        self.shared >= least && 2.0 * self.shared as f32 >= share * self.words as f32
    }
}

/// What stands beside two places, as far as their sentences reach.
pub(super) fn around(
    at: (usize, usize),
    own: (usize, usize),
    there: (usize, usize),
    others: (usize, usize),
    links: &[(u32, u32)],
) -> Around {
    let near = |at: (usize, usize), (from, to): (usize, usize)| {
        (at.0.saturating_sub(BESIDE).max(from)..at.0, at.1..(at.1 + BESIDE).min(to))
    };
    let ((before, behind), (ahead, after)) = (near(at, own), near(there, others));
    let linked = |l: &&(u32, u32)| {
        let (x, y) = (l.0 as usize, l.1 as usize);
        before.contains(&x) && ahead.contains(&y) || behind.contains(&x) && after.contains(&y)
    };
    let words = before.len() + behind.len() + ahead.len() + after.len();
    Around { shared: links.iter().filter(linked).count(), words }
}

/// Can two figures of sentences that go on otherwise be of one thing? Places in an order are mostly of two.
fn of_one(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let Some((p, q)) = quantity(a, s).zip(quantity(b, t)) else { return true };
    p.unit != RANK
        && !other_thing(a, s, b, t)
        && !other_time(a, s.sentence, b, t.sentence)
        && !other_day(a, s.sentence, b, t.sentence)
        && !crossed(a, p, b, q)
}

/// Can two figures of one unit, two days or two names not both be meant?
fn differ(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    if let (Filler::Name(p), Filler::Name(q)) = (s.filler, t.filler) {
        let (p, q) = (&a.reading.mentions.entities[p], &b.reading.mentions.entities[q]);
        return match s.kind {
            FactKind::Person => others(a, p, b, q),
            _ => {
                let named =
                    |v: &View, e: &EntityMention, of: &View| names_place(v, e.entity, of.reading.doc.slice(e.span));
                other_places(a, p, b, q) && !named(a, q, b) && !named(b, p, a)
            }
        };
    }
    if let (Filler::Date(p), Filler::Date(q)) = (s.filler, t.filler) {
        let (p, q) = (&a.reading.mentions.dates[p], &b.reading.mentions.dates[q]);
        // 13 and 16 of a month, whose words are the same
        let figures = |v: &View, d: &DateMention| {
            v.reading.doc.slice(d.span).chars().filter(|c| c.is_numeric()).collect::<String>()
        };
        let (x, y) = (figures(a, p), figures(b, q));
        let verdict = match x.is_empty() || y.is_empty() {
            true => date_verdict(a, p, b, q),
            // 14 months ago in both: only the days of publication differ
            false => dates(p, q).filter(|_| x != y),
        };
        // the deal of 2015 is no day on which something came about
        let of_thing = |v: &View, d: &DateMention| {
            let at = v.term_at(d.span.start);
            let first = v.span(at, at + 1);
            first.start < d.span.start && v.reading.doc.slice(first).starts_with('ل')
        };
        return verdict.is_some_and(|v| v.relation == Relation::Contradict)
            && whole_year(p) == whole_year(q)
            && of_thing(a, p) == of_thing(b, q);
    }
    let Some((p, q)) = quantity(a, s).zip(quantity(b, t)) else { return false };
    let verdict = count_verdict(a, s, p, b, t, q);
    let differ = verdict.relation == Relation::Contradict || bounded_alike(a, p, b, q, verdict);
    differ && p.unit == q.unit && p.noun == q.noun
}
