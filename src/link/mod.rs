//! Link: readings → stories, and claims of two outlets about the same thing.
//!
//! - takes: readings with resolved mentions
//! - gives: stories, voices, claim matches
//! - runs: once; stories in parallel
//! - cost: linear in the corpus through a time window and blocking keys
//! - data: none

pub mod align;
pub mod claims;
pub mod similarity;
pub mod stories;
pub mod terms;
