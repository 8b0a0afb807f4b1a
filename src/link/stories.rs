//! Stories: articles about the same events; voices: articles that carry the same text.

use crate::model::{Reading, Story};

/// What grouping gives.
#[derive(Debug, Default)]
pub struct Grouped {
    /// Stories, by id.
    pub stories: Vec<Story>,
    /// Story of each reading.
    pub story_of: Vec<Option<u32>>,
    /// Voice of each reading.
    pub voices: Vec<String>,
}

/// Groups readings into stories.
pub fn group(readings: &[Reading]) -> Grouped {
    Grouped { stories: Vec::new(), story_of: vec![None; readings.len()], voices: vec![String::new(); readings.len()] }
}
