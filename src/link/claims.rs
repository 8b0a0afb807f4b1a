//! Claims of two outlets about the same thing.

use crate::link::stories::Grouped;
use crate::model::{ClaimMatch, Entity, Reading};

/// Matches claims inside each story.
pub fn match_claims(readings: &[Reading], entities: &[Entity], grouped: &Grouped) -> Vec<ClaimMatch> {
    let _ = (readings, entities, grouped);
    Vec::new()
}
