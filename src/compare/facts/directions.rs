//! Two sides of one place: `جنوب غرب فرنسا` beside `جنوب شرق فرنسا` among the same words.

use std::ops::Range;

use super::changes::Change;
use super::edges::{other_day, published_apart};
use super::slips::around;
use super::verdict::{Reason, Verdict};
use crate::lang::gaz::key;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{Pair, View};
use crate::model::*;
use crate::text::clitics;

/// Linked words around two places, and share of them, from which they stand among the same words.
const LEAST_AROUND: usize = 4;
const SAME_AROUND: f32 = 0.4;
/// Chance of a row.
const CHANCE: f32 = 0.85;
/// Words that name a side.
const SIDES: usize = 2;

static NORTH: Words = Words::new(&words::COMPARING, "north");
static SOUTH: Words = Words::new(&words::COMPARING, "south");
static EAST: Words = Words::new(&words::COMPARING, "east");
static WEST: Words = Words::new(&words::COMPARING, "west");

/// A side: its axis, and which end of it.
type Side = (bool, bool);

/// The side that a folded word names (`شمال`, `بجنوبي`, `الشرقي`).
fn side(word: &str) -> Option<Side> {
    let w = clitics::strip_conjunction(word);
    let bare = |w: &str| {
        let w = clitics::strip_article(w);
        [(&NORTH, (false, false)), (&SOUTH, (false, true)), (&EAST, (true, false)), (&WEST, (true, true))]
            .into_iter()
            .find_map(|(words, side)| words.has(w).then_some(side))
    };
    bare(w).or_else(|| bare(w.strip_prefix(['ب', 'ل'])?))
}

/// A place of which a side is named.
struct Placed {
    /// The words of the side.
    at: Range<usize>,
    /// One past the name.
    end: usize,
    sides: Vec<Side>,
    place: String,
}

/// The places of a sentence of which a side is named before them.
fn placed(v: &View, (from, to): (usize, usize)) -> Vec<Placed> {
    let mut out = Vec::new();
    let mut t = from;
    while t < to {
        let sides: Vec<Side> = (t..to.min(t + SIDES)).map_while(|k| side(v.word(k))).collect();
        if sides.is_empty() {
            t += 1;
            continue;
        }
        let behind = t + sides.len();
        let name = if behind < to { v.entity_at(behind).filter(|e| e.kind == EntityKind::Place) } else { None };
        if let Some(e) = name {
            let end = v.words_of(e.span).end.min(to);
            let place = key(v.reading.doc.slice(v.span(behind, end)));
            out.push(Placed { at: t..behind, end, sides, place });
        }
        t = behind;
    }
    out
}

/// Does one name the end of an axis and the other the opposite one?
fn opposed(x: &[Side], y: &[Side]) -> bool {
    let other = |(axis, end): &Side| (*axis, !*end);
    x.len() == y.len() && x.iter().any(|s| y.contains(&other(s)) && !y.contains(s) && !x.contains(&other(s)))
}

/// Finds the opposite sides of one place in two aligned sentences of one day.
pub fn directions(views: &[View], (i, j): (usize, usize), pair: &Pair, out: &mut Vec<Change>) {
    let (a, b) = (&views[i], &views[j]);
    if pair.links.len() < LEAST_AROUND || published_apart(a, b) || other_day(a, pair.a, b, pair.b) {
        return;
    }
    let (s, t) = (&a.sentences[pair.a], &b.sentences[pair.b]);
    let others = placed(b, (t.from, t.to));
    if others.is_empty() {
        return;
    }
    for x in placed(a, (s.from, s.to)) {
        for y in others.iter().filter(|y| y.place == x.place && opposed(&x.sides, &y.sides)) {
            let near =
                around((x.at.start, x.at.end), (s.from, s.to), (y.at.start, y.at.end), (t.from, t.to), &pair.links);
            if !near.reaches(LEAST_AROUND, SAME_AROUND) {
                continue;
            }
            let shown = |v: &View, p: &Placed| v.span(p.at.start, p.end);
            let (left, right) = (shown(a, &x), shown(b, y));
            out.push(Change {
                a: (i, left),
                b: (j, right),
                values: (a.reading.doc.slice(left).to_string(), b.reading.doc.slice(right).to_string()),
                sentences: (pair.a, pair.b),
                kind: FactKind::Place,
                verdict: Verdict { relation: Relation::Contradict, reason: Reason::Different },
                p: CHANCE,
                dice: pair.dice,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_read_with_what_is_joined_to_them() {
        assert_eq!(side("وجنوب"), side("بجنوبي"));
        assert!(opposed(
            &[side("جنوب").unwrap(), side("غرب").unwrap()],
            &[side("جنوب").unwrap(), side("شرق").unwrap()]
        ));
        assert!(!opposed(&[side("جنوب").unwrap()], &[side("شرق").unwrap()]));
        assert!(side("غربان").is_none());
    }
}
