//! Prints the candidate pairs of facts with their features, one JSON object a line: what the weights in
//! src/compare/facts/score.rs are fitted on, and values left over (relation `rival`) for those in rivals.rs.
//! Usage: cargo run --example fact_features -- ARTICLES... > candidates.jsonl

use std::path::PathBuf;

use muqabala::compare::facts;
use muqabala::compare::together::Together;
use muqabala::model::{FactKind, Span};
use muqabala::pipeline;
use muqabala::text::CodePoints;

fn main() {
    let inputs: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let plan = pipeline::Plan { inputs, ..pipeline::Plan::default() };
    let report = pipeline::run(&plan);
    let grouped = muqabala::link::stories::group(&report.readings);
    for story in &grouped.stories {
        let matches: Vec<_> = report.matches.iter().filter(|m| m.story == story.id).collect();
        let together = Together::new(&report.readings, &grouped, story);
        let prepared = facts::prepare(&together, &report.entities, &matches);
        let place = |view: usize, span: Span| {
            let v = &prepared.views[view];
            let points = CodePoints::new(v.reading.doc.text());
            serde_json::json!({"doc": v.reading.doc.article.doc_id, "start": points.at(span.start),
                "end": points.at(span.end), "text": v.reading.doc.slice(span)})
        };
        let line = |kind: FactKind, relation: &str, reason: String, p: f32, features: &[f32], a, b| {
            println!(
                "{}",
                serde_json::json!({"kind": kind.as_str(), "relation": relation, "reason": reason, "p": p,
                    "features": features, "a": a, "b": b})
            );
        };
        for e in &prepared.edges {
            let (s, t) = (&prepared.slots[e.a.0][e.a.1], &prepared.slots[e.b.0][e.b.1]);
            line(
                s.kind,
                e.verdict.relation.as_str(),
                format!("{:?}", e.verdict.reason),
                e.p,
                &e.features.vector(),
                place(e.a.0, s.span),
                place(e.b.0, t.span),
            );
        }
        for r in &prepared.rivals {
            let (s, t) = (&prepared.slots[r.a.0][r.a.1], &prepared.slots[r.b.0][r.b.1]);
            line(s.kind, "rival", String::new(), 0.0, &r.parts, place(r.a.0, s.span), place(r.b.0, t.span));
        }
        for s in &prepared.sayings {
            line(
                s.kind,
                s.verdict.relation.as_str(),
                format!("{:?}", s.verdict.reason),
                s.p,
                &s.features.vector(),
                place(s.a.0, s.a.1),
                place(s.b.0, s.b.1),
            );
        }
    }
}
