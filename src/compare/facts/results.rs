//! The result of a match that two texts give otherwise: the same two sides, and two scores of which neither text has the other's.

use super::edges::{other_day, other_time, published_apart};
use super::verdict::Reason;
use super::{Draft, Story, contradicts, explain, value_at};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::model::*;
use crate::text::clitics;

/// What such a row is worth: the two that came up over a corpus were real.
const CONFIDENCE: f64 = 0.8;
/// Sentences, the headline included, that make the top of a text.
const TOP: usize = 3;
/// Words behind a result among which one of its sides may stand.
const BEHIND: usize = 8;
/// Words before a result among which stands what makes it one, and behind it.
const CUE_BEFORE: usize = 12;
const CUE_BEHIND: usize = 3;

/// Words of how a match ended.
static ENDED: Words = Words::new(&words::COMPARING, "end of a result");
/// Words by which a result is that of a part of a match, or of several.
static PART: Words = Words::new(&words::COMPARING, "part of results");
/// Words of the course of a match.
static COURSE: Words = Words::new(&words::COMPARING, "course of a match");
/// Words right behind a result by which the match went on.
static GOES_ON: Words = Words::new(&words::COMPARING, "match goes on");
/// Words between a result and the side that it was played against.
static AGAINST: Words = Words::new(&words::COMPARING, "played against");
/// Words before the adjective that names a national team.
static TEAM: Words = Words::new(&words::COMPARING, "team before an adjective");

/// One of two sides: a country's team, or a club by its entity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Country(&'static str),
    Club(u32),
}

/// A result with its two sides.
struct Outcome<'a> {
    quantity: &'a Quantity,
    sides: [Side; 2],
}

impl Outcome<'_> {
    fn of_one_match(&self, other: &Outcome) -> bool {
        let [x, y] = self.sides;
        other.sides == [x, y] || other.sides == [y, x]
    }

    fn goals(&self) -> (u64, u64) {
        goals(self.quantity)
    }
}

/// The goals of a result, the fewer first.
fn goals(q: &Quantity) -> (u64, u64) {
    let (x, y) = (q.value as u64, q.upper.unwrap_or(0.0) as u64);
    (x.min(y), x.max(y))
}

fn is_result(q: &Quantity) -> bool {
    q.unit == "score" && q.upper.is_some()
}

/// The word without what is written to it: `وبفوزه` as `فوزه`.
fn bare(w: &str) -> &str {
    let w = clitics::strip_conjunction(w);
    clitics::strip_article(w.strip_prefix(['ب', 'ل']).filter(|r| r.chars().count() >= 3).unwrap_or(w))
}

/// The team that a name or an adjective (`نظيره الصربي`) is: the side, where it begins and where it ends, in words.
fn teams(v: &View, sentence: u32) -> Vec<(Side, usize, usize)> {
    let g = Gazetteer::get();
    let sent = &v.sentences[sentence as usize];
    let named = v.reading.mentions.entities.iter().filter(|e| e.sentence == sentence).filter_map(|e| {
        let words = v.words_of(e.span);
        let name = key(v.reading.doc.slice(e.span));
        let side = match e.kind {
            EntityKind::Place => Side::Country(g.country(&name)?),
            EntityKind::Organisation => {
                let of = name.strip_prefix("منتخب ").or(name.strip_prefix("المنتخب "));
                let last = |n: &str| n.split(' ').find_map(|w| g.country(w).or_else(|| g.demonym(w)));
                match of {
                    Some(n) => Side::Country(g.country(n).or_else(|| last(n))?),
                    None => Side::Club(e.entity?),
                }
            }
            _ => return None,
        };
        Some((side, words.start, words.end))
    });
    let mut all: Vec<_> = named.collect();
    for t in sent.from + 1..sent.to {
        if TEAM.has(clitics::strip_conjunction(v.word(t - 1)))
            && all.iter().all(|(_, from, to)| !(*from..*to).contains(&t))
        {
            all.extend(g.demonym(v.word(t)).map(|code| (Side::Country(code), t, t + 1)));
        }
    }
    all.sort_by_key(|(_, from, _)| *from);
    all
}

/// The results of whole matches that a text tells, with the two sides that stand nearest.
fn outcomes<'a>(v: &View<'a>) -> Vec<Outcome<'a>> {
    let all: Vec<&Quantity> = v.reading.mentions.quantities.iter().filter(|q| is_result(q)).collect();
    let mut out = Vec::new();
    for (n, q) in all.iter().enumerate() {
        let at = v.words_of(q.span);
        let sent = &v.sentences[q.sentence as usize];
        let beside = |k: Option<usize>| k.and_then(|k| all.get(k)).filter(|o| o.sentence == q.sentence);
        let from = beside(n.checked_sub(1)).map_or(sent.from, |o| v.words_of(o.span).end);
        let to = beside(Some(n + 1)).map_or(sent.to, |o| v.words_of(o.span).start);
        let cues = at.start.saturating_sub(CUE_BEFORE).max(from)..(at.end + CUE_BEHIND).min(to);
        let has = |list: &Words| {
            cues.clone().any(|t| {
                let w = v.word(t);
                // `فوزه` begins with no conjunction
                list.has(w) || list.has(bare(w)) || list.has(clitics::strip_conjunction(w))
            })
        };
        let part = (from..to).any(|t| PART.has(bare(v.word(t))));
        let goes_on = at.end < to && GOES_ON.has(clitics::strip_conjunction(v.word(at.end)));
        if !has(&ENDED) || has(&COURSE) || part || goes_on {
            continue;
        }
        let teams = teams(v, q.sentence);
        let before = teams.iter().rev().filter(|(_, start, end)| *start >= from && *end <= at.start);
        let mut behind =
            teams.iter().filter(|(_, start, _)| *start >= at.end && start - at.end <= BEHIND && *start < to);
        let opposing = at.end < to && AGAINST.has(v.word(at.end));
        // whoever of several before it played against the one behind
        if opposing && before.clone().any(|t| before.clone().any(|u| t.0 != u.0)) {
            continue;
        }
        let first = opposing.then(|| behind.next()).flatten();
        let mut sides: Vec<Side> = Vec::new();
        for (side, ..) in first.into_iter().chain(before) {
            if sides.len() < 2 && !sides.contains(side) {
                sides.push(*side);
            }
        }
        // the one whose match the sentence is of is named further down
        if let ([one], None, Some((other, ..))) = (&sides[..], first, behind.find(|t| !sides.contains(&t.0))) {
            sides = vec![*one, *other];
        }
        if let [x, y] = sides[..] {
            out.push(Outcome { quantity: q, sides: [x, y] });
        }
    }
    out
}

/// Does the body of a text give these goals of some match below its top? A headline or first sentence that has the other text's gives
/// two results of one match itself.
fn told_below(v: &View, of: (u64, u64)) -> bool {
    let below = |q: &&Quantity| is_result(q) && q.sentence as usize > TOP;
    v.reading.mentions.quantities.iter().filter(below).any(|q| goals(q) == of)
}

/// Results of one match in a text and of which there: all the same, but for the other text's at the top; and really all?
fn alone(all: &[Outcome], one: &Outcome, other: &Outcome) -> (bool, bool) {
    let mut rest = all.iter().filter(|o| o.of_one_match(one) && o.goals() != one.goals()).peekable();
    let once = rest.peek().is_none();
    (rest.all(|o| o.goals() == other.goals() && o.quantity.sentence as usize <= TOP), once)
}

/// Are two results of one match, and only one of them right?
fn exclude((a, left, x): (&View, &[Outcome], &Outcome), (b, right, y): (&View, &[Outcome], &Outcome)) -> bool {
    let (s, t) = (x.quantity.sentence as usize, y.quantity.sentence as usize);
    if !x.of_one_match(y) || x.goals() == y.goals() {
        return false;
    }
    let ((only, once), (only_there, once_there)) = (alone(left, x, y), alone(right, y, x));
    // an earlier match of the two is told further down
    (s <= TOP) == (t <= TOP)
        && only
        && only_there
        && (once || once_there)
        && !told_below(a, y.goals())
        && !told_below(b, x.goals())
        && !other_time(a, s, b, t)
        && !other_day(a, s, b, t)
}

/// A row for each match whose result two texts of about one day give otherwise, unless `known` rows do. Cost: pairs of results.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let all: Vec<Vec<Outcome>> = story.views.iter().map(outcomes).collect();
    let mut out: Vec<Fact> = Vec::new();
    for (i, left) in all.iter().enumerate() {
        for (j, right) in all.iter().enumerate().skip(i + 1) {
            let (a, b) = (&story.views[i], &story.views[j]);
            if a.reading.doc.article.outlet == b.reading.doc.article.outlet || published_apart(a, b) {
                continue;
            }
            let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (x, y)));
            for (x, y) in pairs.filter(|(x, y)| exclude((a, left, x), (b, right, y))) {
                let places = [(a.doc, x.quantity.span), (b.doc, y.quantity.span)];
                if !known.iter().chain(&out).any(|f| contradicts(f, places)) {
                    out.push(fact(story, of, &all, [(i, x), (j, y)], language));
                }
            }
        }
    }
    out
}

/// The row of two results of a match, with whatever else gives one of the two.
fn fact(
    story: &Story,
    of: &crate::model::Story,
    all: &[Vec<Outcome>],
    pair: [(usize, &Outcome); 2],
    language: Language,
) -> Fact {
    let [(_, x), (_, y)] = pair;
    let given = |o: &&Outcome| o.of_one_match(x) && [x, y].iter().any(|p| p.goals() == o.goals());
    let why = explain::reason(Reason::Different, language);
    let value = |view: usize, o: &Outcome| {
        let (low, high) = o.goals();
        value_at(&story.views[view], o.quantity.span, format!("{high}-{low}"), why)
    };
    let each = all.iter().enumerate();
    let side = |(view, o): (usize, &Outcome)| {
        let doc = &story.views[view].reading.doc;
        explain::side(doc, o.quantity.span, doc.sentences[doc.sentence_at(o.quantity.span.start)].span, usize::MAX)
    };
    Draft {
        kind: FactKind::Number,
        subject: explain::pick(language, "result of the match", "نتيجة المباراة").into(),
        verdict: Relation::Contradict,
        explanation: explain::state(side(pair[0]), side(pair[1]), Reason::Different, language),
        values: each.flat_map(|(view, told)| told.iter().filter(given).map(move |o| value(view, o))).collect(),
        severity: Severity::High,
        confidence_0_1: CONFIDENCE,
        score_parts: Vec::new(),
    }
    .fact(story, of)
}
