//! Relative and incomplete dates, given values against an anchor.

use crate::model::DateMention;
use crate::text::Document;

/// Fills value, earliest, latest, anchor and candidates of every mention. A document without a publication date
/// gets its anchor from its own dateline or header when there is one.
pub fn resolve(doc: &mut Document, dates: &mut [DateMention]) {
    let _ = (doc, dates);
}
