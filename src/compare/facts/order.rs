//! Who answered whom: `غارات ردا على إطلاق صواريخ` beside `غارات ردت عليها فصائل بإطلاق صواريخ`. Of two deeds each is said to be
//! the answer to the other.

use super::verdict::Reason;
use super::{Draft, Story, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::model::*;
use crate::text::clitics;

/// Words after `ردا على` that name the deed that was answered, and after `ردت عليها` that name the answer.
const CAUSE: usize = 6;
const ANSWER: usize = 8;
/// Weight that the two must share: a telling word.
const LEAST_SHARED: f32 = 0.4;
/// Likeness of the two sentences.
const LEAST_DICE: f32 = 0.1;
/// Sentences of an article that are looked at.
const TOP: usize = 20;

/// A deed and its answer as a text tells them.
struct Told {
    view: usize,
    sentence: usize,
    span: Span,
    /// The deed that comes second in one account, first in the other.
    bag: Bag,
    /// Is it the answer (`ردت عليها … بإطلاق صواريخ`), or what was answered (`ردا على إطلاق صواريخ`)?
    answer: bool,
}

/// Verbs of answering.
static ANSWERED: Words = Words::new(&words::COMPARING, "answered");

fn told(view: usize, v: &View) -> Vec<Told> {
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate().take(TOP) {
        for t in s.from..s.to.saturating_sub(2) {
            let (word, next) = (clitics::strip_conjunction(v.word(t)), v.word(t + 1));
            let caused = matches!(word, "ردا") && next == "علي";
            let answered = ANSWERED.has(word) && matches!(next, "عليها" | "عليه" | "عليهم");
            if !caused && !answered {
                continue;
            }
            let end = (t + 2 + if answered { ANSWER } else { CAUSE }).min(s.to);
            let (bag, _) = v.bag(t + 2..end);
            out.push(Told { view, sentence: n, span: v.span(t, end), bag, answer: answered });
        }
    }
    out
}

/// One fact a story: the surest pair and whoever tells the same. Cost: the answers of a story by each other.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let all: Vec<Told> = story.views.iter().enumerate().flat_map(|(i, v)| told(i, v)).collect();
    let likeness = |x: &Told, y: &Told| {
        let (s, t) = (&story.views[x.view].sentences[x.sentence], &story.views[y.view].sentences[y.sentence]);
        let dice = 2.0 * align::shared(s, t) / (s.mass + t.mass).max(0.5);
        let both = align::overlap(&x.bag, &y.bag);
        if dice >= LEAST_DICE && both >= LEAST_SHARED { dice + both } else { 0.0 }
    };
    let mut edges: Vec<(f32, usize, usize)> = Vec::new();
    for (n, x) in all.iter().enumerate().filter(|x| x.1.answer) {
        for (m, y) in all.iter().enumerate().filter(|y| !y.1.answer) {
            let p = likeness(x, y);
            if p > 0.0 {
                edges.push((p, n, m));
            }
        }
    }
    edges.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let Some((p, n, m)) = edges.first().copied() else { return Vec::new() };
    let mut members = vec![n, m];
    for (_, x, y) in &edges {
        for k in [*x, *y] {
            let beside = |o: &usize| all[*o].view == all[k].view && all[*o].answer == all[k].answer;
            if !members.iter().any(beside) {
                members.push(k);
            }
        }
    }
    members.sort_by_key(|k| (story.views[all[*k].view].doc, all[*k].span));
    let why = explain::reason(Reason::Order, language);
    let evidence = |t: &Told| {
        let v = &story.views[t.view];
        v.sentence_span(t.sentence)
    };
    let values = members
        .iter()
        .map(|k| {
            let t = &all[*k];
            let value = if t.answer { "is the answer" } else { "was answered" };
            value_at(&story.views[t.view], t.span, value, why)
        })
        .collect();
    let side = |t: &Told| explain::side(&story.views[t.view].reading.doc, t.span, evidence(t), 70);
    vec![
        Draft {
            kind: FactKind::Polarity,
            subject: format!("{}: {}", explain::pick(language, "order of events", "ترتيب الأحداث"), side(&all[m]).1),
            verdict: Relation::Contradict,
            values,
            severity: Severity::Medium,
            confidence_0_1: 0.5,
            explanation: explain::state(side(&all[n]), side(&all[m]), Reason::Order, language),
            score_parts: vec![("likeness".into(), f64::from((p * 1000.0).round() / 1000.0))],
        }
        .fact(story, of),
    ]
}
