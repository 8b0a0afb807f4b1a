//! Two days of one event as a fact: what the dating checks find across outlets stands among the contradictions as well.

use super::explain;
use crate::compare::dating::events::happenings_near;
use crate::emit::tables::content_id;
use crate::model::*;

/// From this confidence on a row of dating is a contradiction of its own.
const LEAST: f64 = 0.5;

/// What the confidence of such a row is worth here: 14 of 18 read over a corpus were of one event.
const SURE: f64 = 0.85;

/// Facts of the rows of kind `event_date`; those that the facts hold already are left out.
pub fn facts(readings: &[Reading], dating: &[DatingIssue], known: &[Fact], language: Language) -> Vec<Fact> {
    let mut out = Vec::new();
    for d in dating.iter().filter(|d| d.kind == "event_date" && d.confidence_0_1 >= LEAST) {
        let holds = |f: &Fact, s: &DatingSide| f.values.iter().any(|v| v.doc == s.doc && v.span.overlaps(s.span));
        let stands =
            |f: &Fact| f.kind == FactKind::Date && f.verdict == Relation::Contradict && holds(f, &d.a) && holds(f, &d.b);
        if known.iter().any(stands) {
            continue;
        }
        let doc = |s: &DatingSide| &readings[s.doc as usize].doc;
        let sentence = |s: &DatingSide| doc(s).sentences[doc(s).sentence_at(s.span.start)].span;
        let side = |s: &DatingSide| {
            (doc(s).article.outlet.clone(), s.text.clone(), explain::shorten(doc(s).slice(sentence(s)), 90))
        };
        let mut values: Vec<FactValue> = [&d.a, &d.b]
            .iter()
            .map(|s| FactValue {
                doc: s.doc,
                span: s.span,
                value: s.value.clone(),
                evidence: sentence(s),
                speaker_name: String::new(),
                reason: explain::reason(super::verdict::Reason::Different, language).to_string(),
            })
            .collect();
        // the same day of the same kind of happening elsewhere in the two texts
        for s in [&d.a, &d.b] {
            let (mentions, text) = (&readings[s.doc as usize].mentions.dates, doc(s));
            let Some(own) = mentions.iter().find(|m| m.span == s.span) else { continue };
            let kinds = happenings_near(text, own);
            for m in mentions.iter().filter(|m| m.value == s.value && m.span != s.span) {
                if happenings_near(text, m).iter().any(|k| kinds.contains(k)) {
                    let again = DatingSide { span: m.span, text: text.slice(m.span).to_string(), ..s.clone() };
                    values.push(FactValue { span: m.span, evidence: sentence(&again), ..values[0].clone() });
                    let last = values.last_mut().expect("just pushed");
                    (last.doc, last.value) = (s.doc, s.value.clone());
                }
            }
        }
        values.sort_by_key(|v| (v.doc, v.span));
        let mut parts = vec![FactKind::Date.as_str().to_string()];
        for v in &values {
            parts.push(readings[v.doc as usize].doc.article.doc_id.clone());
            parts.push(format!("{}-{}", v.span.start, v.span.end));
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        out.push(Fact {
            id: content_id("f", &parts),
            story: d.story.clone(),
            kind: FactKind::Date,
            subject: format!("date: {}", side(&d.a).2),
            verdict: Relation::Contradict,
            values,
            severity: d.severity,
            confidence_0_1: SURE * d.confidence_0_1,
            explanation: explain::state(side(&d.a), side(&d.b), super::verdict::Reason::Different, language),
            score_parts: Vec::new(),
            pairs: Vec::new(),
        });
    }
    out
}
