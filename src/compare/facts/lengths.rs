//! How long something lasted, and from which day to which: `دامت أربعة عقود` beside `دامت نصف قرن`, `من 26 إلى 28 مارس` beside `بين 26
//! و29 مارس`.

use jiff::civil::Date;

use super::edges::{other_day, window};
use super::slips::around;
use super::verdict::Reason;
use super::{Draft, Story, contradicts, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, View};
use crate::model::*;
use crate::text::clitics;

/// Linked words around two durations, and share of them, from which they stand among the same words.
const LEAST_AROUND: usize = 5;
const SAME_AROUND: f32 = 0.7;
/// Ratio of two durations from which one is the other rounded.
const ROUNDED: f64 = 0.87;
/// Days from which an equal duration elsewhere in a text is the same one: ten years.
const LONG: f64 = 3650.0;
/// Likeness of the words around two stretches of days from which they are of one thing.
const ONE_THING: f32 = 0.12;
/// Days by which the ends of two such stretches may lie apart.
const APART: i32 = 7;
/// What such a row is worth.
const SURE: f64 = 0.6;

/// Words that lead to the second day of a stretch.
static UNTIL: Words = Words::new(&words::COMPARING, "until a day");
/// Words that open a stretch of days.
static OPENS: Words = Words::new(&words::COMPARING, "opens days");

/// Days of a duration of one unit (`P40Y`); None for others.
fn days(value: &str) -> Option<f64> {
    let (time, rest) = match value.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('P')?),
    };
    let unit = rest.chars().last()?;
    let count: f64 = rest[..rest.len() - unit.len_utf8()].parse().ok()?;
    let each = match (time, unit) {
        (false, 'Y') => 365.0,
        (false, 'M') => 30.4,
        (false, 'W') => 7.0,
        (false, 'D') => 1.0,
        (true, 'H') => 1.0 / 24.0,
        (true, 'M') => 1.0 / 1440.0,
        _ => return None,
    };
    (count > 0.0).then_some(count * each)
}

/// A place in a text with its value.
#[derive(Clone)]
struct At {
    view: usize,
    span: Span,
    value: String,
}

/// The durations of a sentence.
fn durations<'v>(v: &'v View, sentence: usize) -> Vec<&'v DateMention> {
    let span = v.sentence_span(sentence);
    let all = v.reading.mentions.dates.iter();
    all.filter(|d| d.kind == DateKind::Duration && span.contains(d.span) && days(&d.value).is_some()).collect()
}

/// Durations that differ among the same words of two texts.
fn lasted(story: &Story) -> Vec<(At, At)> {
    let mut out = Vec::new();
    for texts in &story.together.texts {
        let (i, j) = texts.at;
        let (a, b) = (&story.views[i], &story.views[j]);
        for pair in texts.sentences.iter().filter(|p| p.links.len() >= LEAST_AROUND) {
            let (left, right) = (durations(a, pair.a), durations(b, pair.b));
            let ([x], [y]) = (&left[..], &right[..]) else { continue };
            let (Some(p), Some(q)) = (days(&x.value), days(&y.value)) else { continue };
            let words = |v: &View, d: &DateMention| {
                let w = v.words_of(d.span);
                (w.start, w.end)
            };
            let sentence = |v: &View, n: usize| (v.sentences[n].from, v.sentences[n].to);
            let (own, there) = (sentence(a, pair.a), sentence(b, pair.b));
            let near = around(words(a, x), own, words(b, y), there, &pair.links);
            if p.min(q) < ROUNDED * p.max(q)
                && near.reaches(LEAST_AROUND, SAME_AROUND)
                && !other_day(a, pair.a, b, pair.b)
            {
                let at = |view: usize, d: &DateMention| At { view, span: d.span, value: d.value.clone() };
                out.push((at(i, x), at(j, y)));
            }
        }
    }
    out
}

/// A stretch of days in a text.
struct Stretch {
    at: At,
    sentence: usize,
    from: Date,
    to: Date,
}

/// The stretches of days of a text.
fn stretches(view: usize, v: &View) -> Vec<Stretch> {
    let doc = &v.reading.doc;
    let day = |d: &DateMention| d.earliest.filter(|_| d.earliest == d.latest && d.kind == DateKind::Date);
    let mut out = Vec::new();
    for pair in v.reading.mentions.dates.windows(2) {
        let (x, y) = (&pair[0], &pair[1]);
        let Some((from, to)) = day(x).zip(day(y)).filter(|(f, t)| f < t) else { continue };
        if x.expr.weekday > 0 || y.expr.weekday > 0 || x.span.end > y.span.start {
            continue;
        }
        let sentence = doc.sentence_at(x.span.start);
        let between = crate::text::fold::fold(doc.slice(Span { start: x.span.end, end: y.span.start }).trim());
        let first = v.term_at(x.span.start);
        let opens = (first.saturating_sub(2)..first).any(|t| OPENS.has(clitics::strip_conjunction(v.word(t))));
        if sentence == doc.sentence_at(y.span.start)
            && sentence < v.sentences.len()
            && (UNTIL.has(&between) || between == "و" && opens)
        {
            let span = Span { start: x.span.start, end: y.span.end };
            out.push(Stretch { at: At { view, span, value: format!("{from}/{to}") }, sentence, from, to });
        }
    }
    out
}

/// Do two stretches of days share one end and not the other, among like words?
fn rivals(story: &Story, x: &Stretch, y: &Stretch) -> bool {
    let apart = |d: Date, e: Date| d.until(e).map_or(i32::MAX, |s| s.get_days().abs());
    let one_end = (x.from == y.from) != (x.to == y.to) && apart(x.from, y.from).max(apart(x.to, y.to)) <= APART;
    one_end && like(story, x, y)
}

/// Do two stretches of days stand among like words?
fn like(story: &Story, x: &Stretch, y: &Stretch) -> bool {
    let around = |s: &Stretch| {
        let v = &story.together.families[s.at.view];
        let words = v.words_of(s.at.span);
        window(v, s.sentence, (words.start, words.end))
    };
    let (p, q) = (around(x), around(y));
    2.0 * align::overlap(&p.0, &q.0) / (p.1 + q.1).max(0.5) >= ONE_THING
}

/// One fact for each two lengths that exclude each other, with wherever else the texts of the story have them; what `known` rows
/// contradict is left out.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    let mut add = |values: Vec<At>| {
        let places = [&values[0], &values[1]].map(|x| (story.views[x.view].doc, x.span));
        if known.iter().any(|f| contradicts(f, places)) {
            return;
        }
        let fact = fact(story, of, values, language);
        let known = |f: &Fact| fact.values.iter().all(|v| f.values.iter().any(|w| (w.doc, w.span) == (v.doc, v.span)));
        if !out.iter().any(known) {
            out.push(fact);
        }
    };
    for (x, y) in lasted(story) {
        let mut values = vec![x, y];
        for (view, v) in story.views.iter().enumerate() {
            let long = |d: &&DateMention| d.kind == DateKind::Duration && days(&d.value).is_some_and(|n| n >= LONG);
            for d in v.reading.mentions.dates.iter().filter(long) {
                let known = values.iter().any(|w| w.view == view && w.span.overlaps(d.span));
                if !known && values[..2].iter().any(|w| w.value == d.value) {
                    values.push(At { view, span: d.span, value: d.value.clone() });
                }
            }
        }
        add(values);
    }
    let all: Vec<Stretch> = story.views.iter().enumerate().flat_map(|(i, v)| stretches(i, v)).collect();
    let outlet = |s: &Stretch| story.views[s.at.view].reading.doc.article.outlet.as_str();
    for (n, x) in all.iter().enumerate() {
        for y in all[n + 1..].iter().filter(|y| outlet(x) != outlet(y) && rivals(story, x, y)) {
            let again = |s: &&Stretch| [x, y].iter().any(|o| o.at.value == s.at.value && like(story, o, s));
            let own = |s: &&Stretch| !std::ptr::eq(*s, x) && !std::ptr::eq(*s, y);
            let others = all.iter().filter(own).filter(again).map(|s| s.at.clone());
            add([x.at.clone(), y.at.clone()].into_iter().chain(others).collect());
        }
    }
    out
}

fn fact(story: &Story, of: &crate::model::Story, all: Vec<At>, language: Language) -> Fact {
    let why = explain::reason(Reason::Different, language);
    let values: Vec<FactValue> =
        all.iter().map(|x| value_at(&story.views[x.view], x.span, x.value.as_str(), why)).collect();
    let side = |n: usize| explain::side(&story.views[all[n].view].reading.doc, values[n].span, values[n].evidence, 70);
    let subject = format!("{}: {}", explain::kind_name(FactKind::Date, language), side(0).2);
    let explanation = explain::state(side(0), side(1), Reason::Different, language);
    Draft {
        kind: FactKind::Date,
        subject,
        verdict: Relation::Contradict,
        values,
        severity: Severity::Medium,
        confidence_0_1: SURE,
        explanation,
        score_parts: Vec::new(),
    }
    .fact(story, of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_put_into_days() {
        assert_eq!(days("P40Y"), Some(14600.0));
        assert_eq!(days("PT12H"), Some(0.5));
        assert_eq!(days("P1Y6M"), None);
        assert_eq!(days("PXD"), None);
    }
}
