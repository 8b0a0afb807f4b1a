//! Quoted and attributed claims.

use crate::model::{Claim, Mentions};
use crate::text::Document;

/// Finds claims, by start of content. `mentions` holds the entities, dates and quantities already found.
pub fn extract(doc: &Document, mentions: &Mentions) -> Vec<Claim> {
    let _ = (doc, mentions);
    Vec::new()
}
