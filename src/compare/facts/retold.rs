//! Sentences of two texts that tell one thing with other details: they correspond, a number, day, name or clause in them is the
//! same, and no statement holds the whole of them together.

use super::score::Features;
use super::statements::named;
use super::verdict::{Reason, Verdict};
use super::{BESIDE, Draft, Saying, Story, by_sentence, explain, in_both, opposed, value_at};
use crate::link::align;
use crate::model::*;

/// Two sentences of the bodies of two documents that correspond.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Story-local document and sentence.
    pub a: (usize, usize),
    /// Story-local document and sentence.
    pub b: (usize, usize),
    /// How alike they are.
    pub dice: f32,
}

/// Likeness of two sentences from which they are looked at.
pub const LEAST: f32 = 0.22;
/// Likeness from which they tell one matter though nothing in them is known to be the same.
const ALIKE: f32 = 0.28;
/// As much for their words outside names.
const ALIKE_OUTSIDE_NAMES: f32 = 0.3;
/// Likeness from which they are one sentence, with nothing more in either.
const COPIED: f32 = 0.9;
/// Share of both sentences that statements hold from which nothing more is looked for.
const MOST_TOLD: f32 = 0.95;
/// What such a row is worth beside its likeness: it says no more than that the same matter is told.
const WORTH: f32 = 0.6;

/// One row for the sentences that correspond and share a value or a statement, one sentence a document, unless `known` statements
/// hold most of what both say or a fact disputes it. Cost: values of the facts, and pairs of sentences times facts of a sentence.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let span = |n: (usize, usize)| story.views[n.0].sentence_span(n.1);
    let inside = by_sentence(story, known, |f| f.kind != FactKind::Attribution || f.verdict == Relation::Contradict);
    let covered = |told: &[&Fact], n: (usize, usize)| {
        let (doc, at) = (story.views[n.0].doc, span(n));
        let mut parts: Vec<Span> = told
            .iter()
            .flat_map(|f| f.values.iter().filter(|v| v.doc == doc && v.span.overlaps(at)))
            .map(|v| Span { start: v.span.start.max(at.start), end: v.span.end.min(at.end) })
            .collect();
        parts.sort_unstable();
        let (mut reached, mut sum) = (at.start, 0);
        for s in parts {
            sum += s.end.saturating_sub(s.start.max(reached));
            reached = reached.max(s.end);
        }
        sum as f32 / (at.end - at.start).max(1) as f32
    };
    // names alone do not make one matter
    let plain = |x: (usize, usize), y: (usize, usize)| {
        let of = |n: (usize, usize)| {
            let (v, s) = (&story.views[n.0], &story.views[n.0].sentences[n.1]);
            v.bag((s.from..s.to).filter(|t| !named(v, *t)))
        };
        let ((p, mp), (q, mq)) = (of(x), of(y));
        2.0 * align::overlap(&p, &q) / (mp + mq).max(0.5)
    };
    let mut pairs: Vec<&Told> = story.told.iter().collect();
    pairs.sort_by(|x, y| y.dice.total_cmp(&x.dice).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut groups: Vec<(Vec<(usize, usize)>, &Told)> = Vec::new();
    for p in pairs {
        let both: Vec<&Fact> = in_both(&inside, p.a, p.b).into_iter().map(|n| &known[n]).collect();
        // who say one side of a dispute do not contradict each other
        let within =
            |v: &FactValue| [p.a, p.b].iter().any(|n| v.doc == story.views[n.0].doc && v.span.overlaps(span(*n)));
        let disputed = both.iter().any(|f| f.verdict == Relation::Contradict && opposed(f, within));
        let statement =
            |f: &&&Fact| matches!(f.kind, FactKind::Quote | FactKind::Polarity) && f.verdict != Relation::Contradict;
        let told: Vec<&Fact> = both.iter().filter(statement).copied().collect();
        // what a statement holds already is agreed on; the rest of the sentences may say more
        let whole = told.iter().any(|f| f.verdict != Relation::Agree)
            || !told.is_empty() && covered(&told, p.a).min(covered(&told, p.b)) >= MOST_TOLD;
        let apart = || p.dice < ALIKE || plain(p.a, p.b) < ALIKE_OUTSIDE_NAMES;
        if both.is_empty() && apart() || p.dice >= COPIED || whole || disputed {
            continue;
        }
        let open = |members: &[(usize, usize)], own: (usize, usize), other: (usize, usize)| {
            members.contains(&own) && members.iter().all(|m| m.0 != other.0)
        };
        if groups.iter().any(|(m, _)| m.contains(&p.a) && m.contains(&p.b)) {
            continue;
        }
        match groups.iter_mut().find(|(m, _)| open(m, p.a, p.b) || open(m, p.b, p.a)) {
            Some((members, _)) if members.contains(&p.a) => members.push(p.b),
            Some((members, _)) => members.push(p.a),
            None => groups.push((vec![p.a, p.b], p)),
        }
    }
    groups.into_iter().map(|(members, best)| fact(story, of, members, best, language)).collect()
}

fn fact(
    story: &Story,
    of: &crate::model::Story,
    mut members: Vec<(usize, usize)>,
    best: &Told,
    language: Language,
) -> Fact {
    let verdict = Verdict { relation: Relation::Compatible, reason: Reason::Retold };
    members.sort_by_key(|m| (story.views[m.0].doc, m.1));
    let span = |n: (usize, usize)| story.views[n.0].sentence_span(n.1);
    let said = explain::shorten(story.views[members[0].0].reading.doc.slice(span(members[0])), 120);
    let saying = Saying {
        a: (best.a.0, span(best.a)),
        b: (best.b.0, span(best.b)),
        sentences: (best.a.1, best.b.1),
        kind: FactKind::Polarity,
        verdict,
        features: Features { dice: best.dice, ..Features::default() },
        p: best.dice * WORTH,
        claims: None,
    };
    let why = explain::reason(verdict.reason, language);
    Draft {
        kind: FactKind::Polarity,
        subject: explain::saying_subject(story, &saying, language),
        verdict: verdict.relation,
        values: members.iter().map(|m| value_at(&story.views[m.0], span(*m), said.as_str(), why)).collect(),
        severity: Severity::Low,
        confidence_0_1: f64::from(saying.p),
        explanation: explain::saying(story, &saying, language),
        score_parts: vec![("sentence dice".into(), f64::from(best.dice)), (BESIDE.into(), 1.0)],
    }
    .fact(story, of)
}
