//! Compare: matched statements → facts with verdicts; dates → inconsistencies.
//!
//! - takes: readings, stories, claim matches
//! - gives: facts, dating issues
//! - runs: stories in parallel
//! - cost: pairs inside a story
//! - data: none

pub mod dating;
pub mod facts;
