//! Quantities: numbers with what they count.

use crate::model::Quantity;
use crate::text::Document;

/// Finds quantities, by start.
pub fn extract(doc: &Document) -> Vec<Quantity> {
    let _ = doc;
    Vec::new()
}
