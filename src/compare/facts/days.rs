//! Two days of one event as a fact: what the dating checks find across outlets stands among the contradictions as well.

use super::{contradicts, explain, id_of};
use crate::compare::dating::events::happenings_near;
use crate::model::*;

/// From this confidence on a row of dating is a contradiction of its own.
const LEAST: f64 = 0.5;

/// What such a row is worth here: of 19 read over a corpus those above the least score were all of one event, half of the others; of
/// 18 that stand by their chance ([`BY_CHANCE`](crate::compare::dating::events::BY_CHANCE)) 13.
fn sure(score: f64) -> f64 {
    match score {
        s if s <= LEAST + 0.02 => 0.5,
        s if s < 0.54 => 0.7,
        s => (0.78 + 0.25 * (s - 0.54)).min(0.88),
    }
}

/// Facts of the rows of kind `event_date`; those that the facts hold already are left out.
pub fn facts(
    readings: &[Reading],
    stories: &[Story],
    dating: &[DatingIssue],
    known: &[Fact],
    language: Language,
) -> Vec<Fact> {
    let mut out = Vec::new();
    let rows: Vec<&DatingIssue> =
        dating.iter().filter(|d| d.kind == "event_date" && d.confidence_0_1 >= LEAST).collect();
    // the same two days of a story, whichever texts have them, are one fact
    let days = |d: &DatingIssue| {
        let (x, y) = (d.a.value.clone(), d.b.value.clone());
        (d.story.clone(), x.clone().min(y.clone()), x.max(y))
    };
    for (n, d) in rows.iter().enumerate() {
        if rows[..n].iter().any(|o| days(o) == days(d)) {
            continue;
        }
        let sides: Vec<&DatingSide> =
            rows[n..].iter().filter(|o| days(o) == days(d)).flat_map(|o| [&o.a, &o.b]).collect();
        let places = [&d.a, &d.b].map(|s| (s.doc, s.span));
        let stands = |f: &Fact| f.kind == FactKind::Date && contradicts(f, places);
        if known.iter().any(stands) {
            continue;
        }
        let doc = |s: &DatingSide| &readings[s.doc as usize].doc;
        let sentence = |s: &DatingSide| doc(s).sentences[doc(s).sentence_at(s.span.start)].span;
        let side = |s: &DatingSide| explain::side(doc(s), s.span, sentence(s), usize::MAX);
        let mut values: Vec<FactValue> = sides
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
        values.sort_by_key(|v| (v.doc, v.span));
        values.dedup_by_key(|v| (v.doc, v.span));
        // one of the two days for the same kind of happening elsewhere, in these texts and others of the story
        let own = |s: &DatingSide| readings[s.doc as usize].mentions.dates.iter().find(|m| m.span == s.span);
        let kinds: Vec<u16> =
            [&d.a, &d.b].iter().filter_map(|s| Some(happenings_near(doc(s), own(s)?))).flatten().collect();
        let shared: Vec<u16> = kinds.iter().copied().filter(|k| kinds.iter().filter(|x| x == &k).count() > 1).collect();
        for r in stories.iter().find(|s| s.id == d.story).map_or(&[][..], |s| &s.documents) {
            let reading = &readings[*r as usize];
            for m in &reading.mentions.dates {
                let same = [&d.a, &d.b]
                    .iter()
                    .any(|s| s.value == m.value && (s.doc == *r || values.iter().all(|v| v.doc != *r)));
                let known = values.iter().any(|v| v.doc == *r && v.span.overlaps(m.span));
                let near = || happenings_near(&reading.doc, m).first().is_some_and(|k| shared.contains(k));
                if same && !known && near() {
                    let at = DatingSide { doc: *r, span: m.span, text: String::new(), value: m.value.clone() };
                    let evidence = sentence(&at);
                    values.push(FactValue { doc: *r, span: m.span, value: at.value, evidence, ..values[0].clone() });
                }
            }
        }
        values.sort_by_key(|v| (v.doc, v.span));
        let mut fact = Fact {
            id: String::new(),
            story: d.story.clone(),
            kind: FactKind::Date,
            subject: format!("{}: {}", explain::kind_name(FactKind::Date, language), side(&d.a).2),
            verdict: Relation::Contradict,
            values,
            severity: d.severity,
            confidence_0_1: sure(d.confidence_0_1),
            explanation: explain::state(side(&d.a), side(&d.b), super::verdict::Reason::Different, language),
            score_parts: Vec::new(),
            pairs: Vec::new(),
        };
        fact.id = id_of(&fact, |doc| &readings[doc as usize].doc.article.doc_id);
        out.push(fact);
    }
    out
}
