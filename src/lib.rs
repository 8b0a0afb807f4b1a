//! muqabala collates news articles of several outlets. The rooms in walking order: [`ingest`] → [`text`] →
//! [`mentions`] → [`resolve`] → [`link`] → [`compare`] → [`emit`]; [`pipeline`] is the corridor, [`model`] what is
//! carried.

pub mod calendar;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod config;
pub mod emit;
pub mod ingest;
pub mod lang;
pub mod link;
pub mod mentions;
pub mod model;
pub mod pairs;
pub mod pipeline;
pub mod progress;
pub mod resolve;
pub mod review;
pub mod text;
pub mod train;
