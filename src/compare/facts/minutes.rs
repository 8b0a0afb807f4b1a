//! The minute of one goal, however it is told: `في الدقيقة 87`, `(87)` behind the scorer, `قبل النهاية بثلاث دقائق`.

use super::edges::one_spelling;
use super::verdict::Reason;
use super::{Draft, Story, explain, told_at, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::mentions::quantities::is_minute;
use crate::model::*;
use crate::text::clitics;

/// Chance that such a row is right: one person and one minute do not come together by chance.
const CONFIDENCE: f64 = 0.7;
/// Words between a person and a minute behind him, and before him.
const BEHIND: usize = 20;
const BEFORE: usize = 8;
/// Minutes of a match, of a half, and the last that is played.
const MATCH: f64 = 90.0;
const HALF: f64 = 45.0;
const LAST: f64 = 130.0;
/// Words around `three minutes` among which it says before what.
const NEAR: usize = 4;

/// Words that make `three minutes` a time before something.
static BEFORE_THE_END: Words = Words::new(&words::COMPARING, "before the end");
/// The end of a match or of one of its halves.
static END: Words = Words::new(&words::COMPARING, "end of a match");
/// Words for a half of a match.
static HALF_OF_A_MATCH: Words = Words::new(&words::COMPARING, "half of a match");
/// Its second one.
static SECOND_HALF: Words = Words::new(&words::COMPARING, "second half");

/// A minute with the person it belongs to.
struct Goal<'a> {
    view: usize,
    person: &'a EntityMention,
    minute: f64,
    span: Span,
    /// Told as a minute, not by a bare figure in brackets?
    said: bool,
    /// Named behind the minute?
    behind: bool,
}

/// The figure in brackets behind a name: where it ends (`90+3` is one), its minute, and the name.
fn in_brackets<'a>(v: &View<'a>, q: &Quantity) -> Option<(Span, f64, &'a EntityMention)> {
    let text = v.reading.doc.text();
    let sentence = v.reading.doc.sentences[q.sentence as usize].span;
    let before = &text[sentence.start as usize..q.span.start as usize];
    let open = before.rfind('(')?;
    let inside = &before[open + 1..];
    // figures and nothing else, and no time added to another
    let figures = |c: char| c.is_numeric() || c == 'و' || c == '+' || c == '،' || c == ',' || c.is_whitespace();
    if !inside.chars().all(figures) || inside.ends_with('+') {
        return None;
    }
    let at = sentence.start + open as u32;
    let persons = v.reading.mentions.entities.iter().filter(|e| e.kind == EntityKind::Person);
    let person = persons.filter(|e| e.span.end <= at).max_by_key(|e| e.span.end)?;
    if !text[person.span.end as usize..at as usize].trim().is_empty() {
        return None;
    }
    let own = q.number_span;
    let added = text[own.end as usize..].strip_prefix('+').map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        (digits.len() as u32, digits.parse::<f64>().unwrap_or(0.0))
    });
    let (length, more) = added.filter(|a| a.0 > 0).map_or((0, 0.0), |(n, more)| (n + 1, more));
    Some((Span { start: own.start, end: own.end + length }, q.value + more, person))
}

/// The minute that so many minutes before the end are, with the words that say so.
fn before_the_end(v: &View, q: &Quantity) -> Option<(Span, f64)> {
    let sentence = &v.sentences[q.sentence as usize];
    let at = v.words_of(q.span);
    let around = at.start.saturating_sub(NEAR).max(sentence.from)..(at.end + NEAR).min(sentence.to);
    let bare = |t: usize| clitics::strip_article(clitics::strip_conjunction(v.word(t)));
    let before = (around.start..at.start).rev().find(|t| BEFORE_THE_END.has(v.word(*t)))?;
    let end = (before..around.end).find(|t| !at.contains(t) && END.has(bare(*t)))?;
    let half = (end + 1..(end + 2).min(sentence.to)).find(|t| HALF_OF_A_MATCH.has(bare(*t)));
    let second = half.is_some_and(|t| t + 1 < sentence.to && SECOND_HALF.has(bare(t + 1)));
    let whole = if half.is_some() && !second { HALF } else { MATCH };
    let last = half.unwrap_or(end).max(at.end - 1);
    Some((v.span(before, last + 1), whole - q.value / 60.0))
}

fn goals<'a>(view: usize, v: &View<'a>) -> Vec<Goal<'a>> {
    let mut out = Vec::new();
    let persons = |q: &Quantity| {
        let sentence = q.sentence;
        v.reading.mentions.entities.iter().filter(move |e| e.kind == EntityKind::Person && e.sentence == sentence)
    };
    for q in v.reading.mentions.quantities.iter().filter(|q| q.upper.is_none() && q.bound == Bound::Exact) {
        let told = match q.unit.as_str() {
            "" if is_minute(q) => Some((q.span, q.value)),
            "s" if q.value % 60.0 == 0.0 && q.value <= HALF * 60.0 => before_the_end(v, q),
            _ => None,
        };
        let found = match told {
            Some((span, minute)) => {
                let at = v.words_of(span);
                let before = persons(q).filter(|e| e.span.end <= span.start).max_by_key(|e| e.span.end);
                let behind = persons(q).filter(|e| e.span.start >= span.end).min_by_key(|e| e.span.start);
                let near = before.filter(|e| at.start - v.words_of(e.span).end.min(at.start) <= BEHIND);
                let next = behind.filter(|e| v.words_of(e.span).start.saturating_sub(at.end) <= BEFORE);
                near.or(next).map(|person| (span, minute, person, near.is_none()))
            }
            None if q.unit.is_empty() => in_brackets(v, q).map(|(span, minute, person)| (span, minute, person, false)),
            None => None,
        };
        let Some((span, minute, person, behind)) = found else { continue };
        if person.entity.is_some() && (1.0..=LAST).contains(&minute) && minute.fract() == 0.0 {
            out.push(Goal { view, person, minute, span, said: told.is_some(), behind });
        }
    }
    out
}

/// Words by which a sentence tells of a goal.
static SCORING: Words = Words::new(&words::COMPARING, "scoring");

/// Words between a minute and the one who scored in it (`عند الدقيقة 15 عبر فلان`).
static BY_SCORER: Words = Words::new(&words::COMPARING, "by the scorer");

/// Words before one who had a part in a goal and did not score it.
pub(super) static HELPER: Words = Words::new(&words::COMPARING, "before a helper");

/// Who scored when, in sentences of goals alone: person, minute, and where it is told.
pub(super) fn scorers<'a>(v: &View<'a>) -> Vec<(&'a EntityMention, f64, Span)> {
    let scoring = |t: usize| SCORING.has(clitics::strip_article(clitics::strip_conjunction(v.word(t))));
    let of_goals = |g: &Goal| {
        let sentence = &v.sentences[g.person.sentence as usize];
        let at = v.term_at(g.span.start);
        let clause = v.reading.doc.text().get(g.person.span.end as usize..g.span.start as usize);
        let by = || (v.words_of(g.span).end..v.term_at(g.person.span.start)).any(|t| BY_SCORER.has(v.word(t)));
        // a scorer before the minute who was not recognised is not the one behind it
        (sentence.from..sentence.to).any(scoring)
            && (!g.behind || by() || !(sentence.from..at).any(scoring))
            && (g.behind || clause.is_some_and(|between| !between.contains(['،', ','])))
    };
    // إثر خطأ من زميله فلان (18)
    let helper = |g: &Goal| {
        let at = v.term_at(g.person.span.start);
        at > 0 && HELPER.has(clitics::strip_conjunction(v.word(at - 1)))
    };
    let wanted = |g: &Goal| !helper(g) && (!g.said || of_goals(g));
    goals(0, v).into_iter().filter(wanted).map(|g| (g.person, g.minute, g.span)).collect()
}

/// One row for each person and minute that several outlets give, unless `known` rows hold each two of its values. Cost: pairs of
/// minutes in a story.
pub fn facts(
    story: &Story,
    of: &crate::model::Story,
    entities: &[Entity],
    known: &[Fact],
    language: Language,
) -> Vec<Fact> {
    let all: Vec<Goal> = story.views.iter().enumerate().flat_map(|(i, v)| goals(i, v)).collect();
    let doc = |g: &Goal| &story.views[g.view].reading.doc;
    let name = |g: &Goal| g.person.entity.map_or("", |e| entities[e as usize].name.as_str());
    let one = |x: &Goal, y: &Goal| {
        x.minute == y.minute && (x.person.entity == y.person.entity || one_spelling(name(x), name(y)))
    };
    let mut used = vec![false; all.len()];
    let mut out = Vec::new();
    for (n, x) in all.iter().enumerate() {
        if used[n] {
            continue;
        }
        let mut members: Vec<&Goal> = Vec::new();
        for (m, y) in all.iter().enumerate().skip(n) {
            if one(x, y) {
                used[m] = true;
                if members.iter().all(|g| g.view != y.view) {
                    members.push(y);
                }
            }
        }
        let other = members.iter().find(|g| doc(g).article.outlet != doc(x).article.outlet);
        let (Some(other), true) = (other, members.iter().any(|g| g.said)) else { continue };
        let holds = |f: &Fact, g: &Goal| told_at(f, story.views[g.view].doc, g.span);
        let agreed = |x: &Goal, y: &Goal| {
            known
                .iter()
                .any(|f| f.kind == FactKind::Number && f.verdict == Relation::Agree && holds(f, x) && holds(f, y))
        };
        if members.iter().enumerate().all(|(k, x)| members[k + 1..].iter().all(|y| agreed(x, y))) {
            continue;
        }
        let evidence = |g: &Goal| doc(g).sentences[doc(g).sentence_at(g.span.start)].span;
        let why = explain::reason(Reason::Same, language);
        let mut values: Vec<FactValue> =
            members.iter().map(|g| value_at(&story.views[g.view], g.span, format!("{:.0}", x.minute), why)).collect();
        values.sort_by_key(|v| (v.doc, v.span));
        let side = |g: &Goal| explain::side(doc(g), g.span, evidence(g), usize::MAX);
        out.push(
            Draft {
                kind: FactKind::Number,
                subject: format!("{} {}", explain::pick(language, "minute of", "دقيقة هدف"), name(x)),
                verdict: Relation::Agree,
                values,
                severity: Severity::Low,
                confidence_0_1: CONFIDENCE,
                explanation: explain::state(side(x), side(other), Reason::Same, language),
                score_parts: Vec::new(),
            }
            .fact(story, of),
        );
    }
    out
}
