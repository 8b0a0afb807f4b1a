//! Temporal expressions: found here, given values in resolve/when.

use crate::model::DateMention;
use crate::text::Document;

/// What the words of a temporal expression say, before an anchor is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DateExpr {}

/// Finds temporal expressions; values that need no anchor are final, others hold X.
pub fn extract(doc: &Document) -> Vec<DateMention> {
    let _ = doc;
    Vec::new()
}
