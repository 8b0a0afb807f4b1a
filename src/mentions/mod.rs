//! Mentions: `Document` → what stands in it. Four independent extractors.
//!
//! - takes: a document
//! - gives: entity mentions, temporal expressions, quantities, claims, each with span and rule
//! - runs: per article
//! - cost: linear in the tokens
//! - data: lang/ar/*.tsv, models/

pub mod dates;
pub mod entities;
pub mod quantities;
pub mod quotes;
pub mod ranks;
pub mod results;

use crate::model::Mentions;
use crate::text::Document;

/// Everything found in one document, before resolution. Claims come last: they read the other three.
pub fn extract(doc: &Document) -> Mentions {
    let mut mentions = Mentions {
        entities: entities::extract(doc),
        dates: dates::extract(doc),
        quantities: quantities::extract(doc),
        claims: Vec::new(),
    };
    without_ages(doc, &mut mentions);
    mentions.claims = quotes::extract(doc, &mentions);
    mentions
}

/// Drops lengths of years that stand right behind a person's name: `جيرود دينيس 19 عاما، من ولاية …` is an age.
fn without_ages(doc: &Document, mentions: &mut Mentions) {
    let Mentions { entities, dates, .. } = mentions;
    dates.retain(|d| {
        let years = matches!(
            d.expr.what,
            dates::What::Length { length, beside: 0 } if length.unit == crate::lang::ar::dates::Unit::Year && length.count <= 115.0
        );
        if !years || !doc.text()[d.span.start as usize..].starts_with(|c: char| c.is_numeric()) {
            return true;
        }
        let gap = |end: u32| doc.text().get(end as usize..d.span.start as usize).map(str::trim);
        let after = doc.text()[d.span.end as usize..].trim_start();
        let closed = after.starts_with(['،', ',', ')', '.', '-', '؛']) || after.starts_with("من ") || after.is_empty();
        let named = entities
            .iter()
            .any(|e| e.kind == crate::model::EntityKind::Person && e.span.end <= d.span.start && matches!(gap(e.span.end), Some("" | "،" | ",")));
        !(named && closed)
    });
}
