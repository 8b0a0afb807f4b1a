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
    mentions.claims = quotes::extract(doc, &mentions);
    mentions
}
