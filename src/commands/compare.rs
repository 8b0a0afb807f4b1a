//! `compare`: the tables from folders of extractions.

use super::{Done, Failure, check_output, config, need_articles, progress, run};
use crate::cli::{CompareArgs, Global};
use crate::pipeline::{self, Extracted, Plan};

/// Puts the articles of one or more extractions side by side.
///
/// # Errors
/// When a folder is no extraction, nothing is in it, or the output cannot be written.
pub fn compare(global: &Global, args: &CompareArgs) -> Done {
    let config = config(global)?;
    let mut plan = Plan {
        progress: progress(global),
        thresholds: config.thresholds,
        options: serde_json::json!({}),
        ..Plan::default()
    };
    run::finish_plan(&mut plan, &args.run);
    check_output(&args.run.out)?;
    let mut all = Extracted::default();
    for folder in &args.folders {
        let part = super::extract::load(folder).map_err(Failure::no_input)?;
        all.readings.extend(part.readings);
        all.unread.extend(part.unread);
        all.problems.extend(part.problems);
        all.inputs.extend(part.inputs);
    }
    all.readings.sort_by(|a, b| a.doc.article.doc_id.cmp(&b.doc.article.doc_id));
    all.unread.sort_by(|a, b| a.doc_id.cmp(&b.doc_id));
    all.inputs.sort_by(|a, b| (&a.path, &a.sha256).cmp(&(&b.path, &b.sha256)));
    if let Some(twice) = all.readings.windows(2).find(|w| w[0].doc.article.doc_id == w[1].doc.article.doc_id) {
        return Err(Failure::no_input(anyhow::anyhow!(
            "document \"{}\" is in two of the folders; extract them together so that one is renamed",
            twice[0].doc.article.doc_id
        )));
    }
    need_articles(&all, global)?;
    let report = pipeline::collate(&plan, all);
    run::write(global, &args.run, &report)
}
