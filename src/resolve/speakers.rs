//! Speakers of claims: dropped subjects, titles, re-mentions, and the entity behind the words.

use crate::model::{Entity, Reading};

/// Fills `speaker_entity` and `speaker_name` of every claim of a reading. `entities` is the run's list; the
/// mentions of the reading already point into it.
pub fn resolve(reading: &mut Reading, entities: &[Entity]) {
    let _ = (reading, entities);
}
