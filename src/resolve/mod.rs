//! Resolve: mentions → referents. Relative dates within a document, names across all, speakers after names.
//!
//! - takes: readings
//! - gives: values of relative dates, entities, resolved speakers
//! - runs: when per article; names once; speakers per article
//! - cost: linear, names near-linear through blocking keys
//! - data: lang/ar/gaz/*.tsv, lang/ar/name_words.tsv

pub mod names;
pub mod offices;
pub mod speakers;
pub mod when;
