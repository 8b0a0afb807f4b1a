//! Who played at home: `فاز على ضيفه روما` beside `فاز على مضيفه روما`. Of two sides of one match one is the host.

use super::verdict::Reason;
use super::{Draft, Story, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::model::*;
use crate::text::clitics;

/// Words behind `his guest` or `his host` among which the side is named.
const NAMED: usize = 3;

/// Words that say that who is named next is the guest of the other side, or its host.
static GUEST: Words = Words::new(&words::COMPARING, "guest of the other");
static HOST: Words = Words::new(&words::COMPARING, "host of the other");
/// Legs of a tie: each side is the host of one.
static FIRST_LEG: Words = Words::new(&words::COMPARING, "first leg");
static SECOND_LEG: Words = Words::new(&words::COMPARING, "second leg");

/// A side of a match as a text tells it.
struct Told {
    view: usize,
    sentence: usize,
    span: Span,
    /// The side that is named.
    side: u32,
    /// Others named in the sentence: one of them is the other side.
    others: Vec<u32>,
    host: bool,
    /// First or second leg, where it is said.
    leg: Option<bool>,
}

fn told(view: usize, v: &View) -> Vec<Told> {
    let plays = |t: usize| v.entity_at(t).filter(|e| matches!(e.kind, EntityKind::Organisation | EntityKind::Place));
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate() {
        for t in s.from..s.to {
            let plain = clitics::strip_conjunction(v.word(t));
            let is = |class: &Words| class.has(plain) || plain.strip_prefix(['ب', 'ل']).is_some_and(|w| class.has(w));
            let host = is(&HOST);
            if !host && !is(&GUEST) {
                continue;
            }
            let named = (t + 1..s.to.min(t + 1 + NAMED)).find_map(&plays);
            let Some((side, name)) = named.and_then(|e| Some((e.entity?, e.span))) else { continue };
            let mut others: Vec<u32> =
                (s.from..s.to).filter_map(&plays).filter_map(|e| e.entity).filter(|e| *e != side).collect();
            others.sort_unstable();
            others.dedup();
            let leg = |t: usize| {
                let word = clitics::strip_article(clitics::strip_conjunction(v.word(t)));
                if SECOND_LEG.has(word) { Some(true) } else { FIRST_LEG.has(word).then_some(false) }
            };
            let span = v.span(t, t + 1).join(name);
            out.push(Told { view, sentence: n, span, side, others, host, leg: (s.from..s.to).find_map(leg) });
        }
    }
    out
}

/// One fact a match, where one text has a side as the guest and the other as the host of the same other side. Cost: the matches
/// of a story by each other.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let all: Vec<Told> = story.views.iter().enumerate().flat_map(|(i, v)| told(i, v)).collect();
    let one_match = |x: &Told, y: &Told| {
        let legs = x.leg.zip(y.leg).is_none_or(|(x, y)| x == y);
        x.side == y.side && legs && x.others.iter().any(|e| y.others.binary_search(e).is_ok())
    };
    // a text that tells of both matches of two sides says nothing
    let of_two = |x: &Told| all.iter().any(|y| y.view == x.view && y.host != x.host && one_match(x, y));
    let outlet = |x: &Told| story.views[x.view].reading.doc.article.outlet.as_str();
    let mut facts: Vec<Fact> = Vec::new();
    for (n, x) in all.iter().enumerate().filter(|(_, x)| !of_two(x)) {
        let rival = |y: &&Told| {
            y.host != x.host
                && outlet(x) != outlet(y)
                && one_match(x, y)
                && !of_two(y)
                && !super::edges::other_day(&story.views[x.view], x.sentence, &story.views[y.view], y.sentence)
        };
        let Some(y) = all[n + 1..].iter().find(rival) else { continue };
        let fact = fact(story, of, [x, y], language);
        if !facts.iter().any(|f| f.subject == fact.subject) {
            facts.push(fact);
        }
    }
    facts
}

fn fact(story: &Story, of: &crate::model::Story, told: [&Told; 2], language: Language) -> Fact {
    let name = |t: &Told| {
        let v = &story.views[t.view];
        let words = v.words_of(t.span);
        v.reading.doc.slice(v.span((words.start + 1).min(words.end - 1), words.end)).to_string()
    };
    let evidence = |t: &Told| story.views[t.view].sentence_span(t.sentence);
    let why = explain::reason(Reason::Different, language);
    let values = told
        .iter()
        .map(|t| {
            let value = match t.host {
                true => explain::pick(language, "host", "مضيف"),
                false => explain::pick(language, "guest", "ضيف"),
            };
            value_at(&story.views[t.view], t.span, value, why)
        })
        .collect();
    let side = |t: &Told| explain::side(&story.views[t.view].reading.doc, t.span, evidence(t), 70);
    Draft {
        kind: FactKind::Place,
        subject: format!("{}: {}", explain::pick(language, "host or guest", "المضيف أم الضيف"), name(told[0])),
        verdict: Relation::Contradict,
        values,
        severity: Severity::Low,
        confidence_0_1: 0.7,
        explanation: explain::state(side(told[0]), side(told[1]), Reason::Different, language),
        score_parts: Vec::new(),
    }
    .fact(story, of)
}
