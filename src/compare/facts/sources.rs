//! Who gives a figure: the sources that several outlets name for one number.

use super::verdict::{Reason, Verdict};
use super::{Draft, Story, claim_at, explain, one_source, told_at};
use crate::link::claims::same_speaker;
use crate::model::*;

/// Confidence of a row: it says no more than that two sources are named.
const CONFIDENCE: f64 = 0.25;

/// A figure of one document with the claim that gives it.
struct Given<'a> {
    view: usize,
    value: &'a FactValue,
    claim: &'a Claim,
    speaker: Span,
}

/// One row for each number that outlets take from different sources (`the ministry` here, `the agency` there), unless the
/// sources stand beside each other in a row already. Cost: values times claims of a document.
pub fn facts(story: &Story, of: &crate::model::Story, known: &[Fact], language: Language) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    for f in known.iter().filter(|f| f.kind == FactKind::Number) {
        let mut given: Vec<Given> = Vec::new();
        for value in &f.values {
            let Some(view) = story.views.iter().position(|v| v.doc == value.doc) else { continue };
            let Some(claim) = claim_at(&story.views[view], value.span) else { continue };
            let Some(speaker) = claim.speaker.filter(|_| !claim.speaker_name.is_empty()) else { continue };
            if given.iter().all(|g| g.view != view) {
                given.push(Given { view, value, claim, speaker });
            }
        }
        let pairs = given.iter().enumerate().flat_map(|(n, x)| given[n + 1..].iter().map(move |y| (x, y)));
        let outlet = |g: &Given| story.views[g.view].reading.doc.article.outlet.as_str();
        let rivals = |(x, y): &(&Given, &Given)| {
            outlet(x) != outlet(y)
                && same_speaker(x.claim, y.claim) != Some(true)
                && !one_source(&x.claim.speaker_name, &y.claim.speaker_name)
        };
        let Some((x, y)) = pairs.into_iter().find(rivals) else { continue };
        let stands = |o: &Fact| {
            let side = |g: &Given| told_at(o, g.value.doc, g.speaker);
            o.kind == FactKind::Attribution && side(x) && side(y)
        };
        if known.iter().chain(&out).any(stands) {
            continue;
        }
        let verdict = Verdict { relation: Relation::Compatible, reason: Reason::OtherSource };
        let name = |g: &Given| g.claim.speaker_name.clone();
        let said = story.views[x.view].reading.doc.slice(x.value.span);
        out.push(
            Draft {
                kind: FactKind::Attribution,
                subject: format!("{}: {}", explain::pick(language, "who gives", "من يذكر"), explain::shorten(said, 70)),
                verdict: verdict.relation,
                values: given
                    .iter()
                    .map(|g| FactValue {
                        doc: g.value.doc,
                        span: g.speaker,
                        value: name(g),
                        evidence: g.value.evidence,
                        speaker_name: name(g),
                        reason: explain::reason(verdict.reason, language).to_string(),
                    })
                    .collect(),
                severity: Severity::Low,
                confidence_0_1: CONFIDENCE,
                explanation: explain::attribution(
                    said,
                    (outlet(x), &name(x)),
                    (outlet(y), &name(y)),
                    verdict,
                    language,
                ),
                score_parts: Vec::new(),
            }
            .fact(story, of),
        );
    }
    out
}
