//! The Arabic pack.

pub mod numbers;
