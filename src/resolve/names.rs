//! Names across the run: which mentions are one entity.

use crate::model::{Entity, Reading};

/// Resolves all mentions of all readings; fills `EntityMention::entity` (an index into the result, which is sorted
/// by id). `story_of` is not known yet here: evidence is the article, the outlet, the run and shared dates.
pub fn resolve(readings: &mut [Reading]) -> Vec<Entity> {
    let _ = readings;
    Vec::new()
}
