//! Named entities.

use crate::model::EntityMention;
use crate::text::Document;

/// Finds named-entity mentions, by start.
pub fn extract(doc: &Document) -> Vec<EntityMention> {
    let _ = doc;
    Vec::new()
}
