//! A figure, a day or a name that differs in sentences that are otherwise the same: however vague the figure is (`more than 1,400
//! schools`, `more than 1,700 schools`) one of two texts of one wording has it wrong. A name counts only where neither text has
//! the other's anywhere.

use super::changes::Change;
use super::edges::{date_verdict, grows, later_minutes, published_apart, quantity};
use super::holders::others;
use super::meetings::names_place;
use super::rivals::places;
use super::slots::{Filler, Slot};
use super::verdict::{Reason, Verdict, dates, numbers};
use super::whole_year;
use crate::link::align::{Pair, View};
use crate::model::*;

/// Share of the words of two sentences that correspond where they are the same but for a figure.
const SAME: f32 = 0.8;
/// Linked words from which two sentences are compared so.
const LEAST_LINKS: usize = 6;
/// Chance of such a row.
const CHANCE: f32 = 0.8;

/// Finds the differing figures, days and names of two aligned sentences of one day. Cost: the slots of the first times those of both.
pub fn slips(views: &[View], slots: &[Vec<Slot>], (i, j): (usize, usize), pair: &Pair, out: &mut Vec<Change>) {
    let (a, b) = (&views[i], &views[j]);
    let sentence = |v: &View, n: usize| (v.sentences[n].from, v.sentences[n].to);
    let ((from, to), (start, end)) = (sentence(a, pair.a), sentence(b, pair.b));
    let share = 2.0 * pair.links.len() as f32 / (to - from + end - start).max(1) as f32;
    if share < SAME || pair.links.len() < LEAST_LINKS || published_apart(a, b) {
        return;
    }
    for s in slots[i].iter().filter(|s| s.sentence == pair.a) {
        // the linked words around it
        let before = pair.links.iter().rfind(|l| (l.0 as usize) < s.at.0);
        let behind = pair.links.iter().find(|l| (l.0 as usize) >= s.at.1);
        let here = (before.map_or(from, |l| l.0 as usize + 1), behind.map_or(to, |l| l.0 as usize));
        let there = (before.map_or(start, |l| l.1 as usize + 1), behind.map_or(end, |l| l.1 as usize));
        let (Some(s), Some(t)) = (only(&slots[i], pair.a, here), only(&slots[j], pair.b, there)) else { continue };
        if s.kind == t.kind && s.value != t.value && differ(a, s, b, t) {
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

/// The one value that begins among some words of a sentence.
fn only(slots: &[Slot], sentence: usize, (from, to): (usize, usize)) -> Option<&Slot> {
    let here = |s: &&Slot| s.sentence == sentence && s.at.0 >= from && s.at.0 < to;
    let mut found = slots.iter().filter(here).filter(|s| s.kind != FactKind::Organisation);
    let first = found.next()?;
    found.next().is_none().then_some(first)
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
                places(a, p, b, q) && !named(a, q, b) && !named(b, p, a)
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
        return verdict.is_some_and(|v| v.relation == Relation::Contradict) && whole_year(p) == whole_year(q);
    }
    let Some((p, q)) = quantity(a, s).zip(quantity(b, t)) else { return false };
    let verdict = numbers(p, q, later_minutes(a, b), grows(&p.role) || grows(&q.role));
    let vague = verdict.reason == Reason::Bound && p.bound == q.bound;
    p.unit == q.unit && p.noun == q.noun && (verdict.relation == Relation::Contradict || vague)
}
