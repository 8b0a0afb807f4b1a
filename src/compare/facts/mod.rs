//! Facts: typed slots of matched statements, compared.

use crate::link::stories::Grouped;
use crate::model::{ClaimMatch, Entity, Fact, Reading};

/// Compares all stories.
pub fn compare(readings: &[Reading], entities: &[Entity], grouped: &Grouped, matches: &[ClaimMatch]) -> Vec<Fact> {
    let _ = (readings, entities, grouped, matches);
    Vec::new()
}
