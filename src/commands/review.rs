//! `review`: decisions from a workbook into overrides.csv.

use std::process::ExitCode;

use super::{Done, EXIT_PROBLEMS, Failure, print};
use crate::cli::{Global, ReviewAction};
use crate::progress::complain;

/// Imports decisions; cells that are no decision are named on standard error.
///
/// # Errors
/// When the workbook cannot be read or overrides.csv cannot be written.
pub fn review(global: &Global, action: &ReviewAction) -> Done {
    let ReviewAction::Import { file, overrides } = action;
    let done = crate::review::import(file, overrides).map_err(Failure::no_input)?;
    let (n, old) = (done.decisions, done.replaced);
    print(&format!("{n} decisions, {old} of them replace earlier ones: {}\n", overrides.display()))?;
    for cell in done.unknown.iter().filter(|_| !global.quiet) {
        complain(&format!("not a decision: {cell}"));
    }
    Ok(if done.unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) })
}
