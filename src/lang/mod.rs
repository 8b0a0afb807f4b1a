//! Language packs: lexicons as TSV files that a person who does not program can open and extend.

pub mod ar;
pub mod gaz;
pub mod lexicon;
pub mod words;
