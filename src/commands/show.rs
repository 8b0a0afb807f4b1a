//! `show`: results of a run in the terminal.

use std::io::{BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{Done, Failure};
use crate::cli::{ShowArgs, ShowWhat};
use crate::emit::show::{Style, What};

/// Columns of a line where nothing says how many there are.
const TERMINAL_COLUMNS: usize = 100;
/// Columns of a line in a file or pipe: nothing folds there.
const PIPE_COLUMNS: usize = 240;

/// Prints records; a reader that has gone away is fine.
///
/// # Errors
/// When the folder has no such table or row.
pub fn show(args: &ShowArgs) -> Done {
    let what = match &args.what {
        None => What::Summary,
        Some(ShowWhat::Contradictions) => What::Contradictions,
        Some(ShowWhat::Dating) => What::Dating,
        Some(ShowWhat::Story { id }) => What::Story(id.clone()),
        Some(ShowWhat::Entity { id }) => What::Entity(id.clone()),
    };
    let terminal = std::io::stdout().is_terminal();
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let style = Style {
        terminal,
        colour: terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        width: columns.unwrap_or(if terminal { TERMINAL_COLUMNS } else { PIPE_COLUMNS }),
        limit: args.limit,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    match crate::emit::show::show(&what, &args.out, style, &mut out).and_then(|()| Ok(out.flush()?)) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(e) if e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) => {
            Ok(ExitCode::SUCCESS)
        }
        Err(e) => Err(Failure::no_input(e)),
    }
}

/// Explains one result by its id: an entity with its spellings, and why they are one; a fact with its sentences side by
/// side.
///
/// # Errors
/// When the folder has no such entity or fact.
pub fn explain(id: &str, out: &Path) -> Done {
    if id.starts_with("f-") {
        return super::print(&explain_fact(id, out).map_err(Failure::no_input)?).map(|()| ExitCode::SUCCESS);
    }
    let what = Some(ShowWhat::Entity { id: id.to_string() });
    show(&ShowArgs { what, out: out.to_path_buf(), limit: EXPLAINED_CLAIMS })
}

/// Statements shown below an explained entity.
const EXPLAINED_CLAIMS: usize = 5;

/// A fact of facts.csv: what is said of it, then each document's words.
fn explain_fact(id: &str, out: &Path) -> anyhow::Result<String> {
    use anyhow::Context as _;
    let path = out.join("facts.csv");
    let mut reader = csv::Reader::from_path(&path).with_context(|| format!("{}: cannot read", path.display()))?;
    let header: Vec<String> = reader.headers()?.iter().map(|h| h.trim_start_matches('\u{feff}').to_string()).collect();
    let column = |name: &str| header.iter().position(|h| h == name);
    let mut text = String::new();
    for row in reader.records() {
        let row = row?;
        let cell = |name: &str| column(name).and_then(|i| row.get(i)).unwrap_or("").to_string();
        if cell("fact_id") != id {
            continue;
        }
        if text.is_empty() {
            text = format!(
                "{id}  {}  {}\n{}\n\n{}\n\nconfidence {}: {}\n",
                cell("type"),
                cell("verdict"),
                cell("subject"),
                cell("explanation"),
                cell("confidence"),
                cell("score")
            );
        }
        let said = if cell("speaker_name").is_empty() { String::new() } else { format!(", {}", cell("speaker_name")) };
        text.push_str(&format!(
            "\n{} ({}{said})\n  {} = {}\n  {}\n",
            cell("outlet"),
            cell("doc_id"),
            cell("text"),
            cell("value"),
            cell("sentence")
        ));
    }
    anyhow::ensure!(!text.is_empty(), "no fact \"{id}\" in {}", path.display());
    Ok(text)
}
