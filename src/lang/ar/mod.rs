//! The Arabic pack.

pub mod dates;
pub mod numbers;
