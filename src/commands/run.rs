//! `run`: articles in, every table out.

use serde_json::json;

use super::{Done, Failure, check_output, exit, need_articles, plan, print, summary, tell_problems};
use crate::cli::{Global, InputArgs, RunArgs};
use crate::progress::complain;
use crate::{emit, pipeline};

/// Reads, compares, writes, and sums up on standard output.
///
/// # Errors
/// When nothing can be read or the output cannot be written.
pub fn run(global: &Global, inputs: &InputArgs, args: &RunArgs) -> Done {
    let mut plan = plan(global, inputs)?;
    finish_plan(&mut plan, args);
    check_output(&args.out)?;
    let extracted = pipeline::extract(&plan);
    need_articles(&extracted, global)?;
    let report = pipeline::collate(&plan, extracted);
    write(global, args, &report)
}

/// What `run` and `compare` share: the options that the manifest prints.
pub fn finish_plan(plan: &mut pipeline::Plan, args: &RunArgs) {
    plan.language = args.language.into();
    // decisions of earlier runs lie where one works; a file that cannot be read is said and left out
    let decisions = std::path::Path::new("overrides.csv");
    if decisions.is_file() {
        match crate::review::load(decisions) {
            Ok(rows) => plan.overrides = rows,
            Err(e) => complain(&format!("{e:#}")),
        }
    }
    if let Some(options) = plan.options.as_object_mut() {
        options.insert("plain_csv".into(), json!(args.plain_csv));
        options.insert("language".into(), json!(plan.language.as_str()));
    }
}

/// Writes all tables, then the summary.
///
/// # Errors
/// When the output cannot be written.
pub fn write(global: &Global, args: &RunArgs, report: &crate::model::Report) -> Done {
    let mut formats: Vec<emit::Format> = args.format.iter().map(|f| (*f).into()).collect();
    formats.sort();
    formats.dedup();
    let options = emit::Options { plain_csv: args.plain_csv, formats, tables_only: args.tables_only };
    emit::write_all(report, &args.out, &options).map_err(Failure::output)?;
    tell_problems(&report.problems, global);
    print(&if args.json { summary::json(report, &args.out) } else { summary::text(report, &args.out) })?;
    Ok(exit(&report.problems))
}
