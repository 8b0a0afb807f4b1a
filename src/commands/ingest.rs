//! `ingest`: articles as read, or with `--dry-run` what would be read from which column.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Done, EXIT_NO_INPUT, Failure, exit, plan, print, tell_problems};
use crate::cli::{Global, IngestArgs, InputArgs};
use crate::ingest::fields::Field;
use crate::ingest::{Ingested, read_with};

/// Sample articles shown for each file.
const SAMPLES: usize = 3;
/// Characters of a sample value.
const SAMPLE_CHARS: usize = 60;
/// Files shown one by one.
const FILES: usize = 40;

/// Prints articles as JSON lines, or the dry run.
///
/// # Errors
/// When nothing can be read or printed.
pub fn ingest(global: &Global, inputs: &InputArgs, args: &IngestArgs) -> Done {
    let plan = plan(global, inputs)?;
    let ingested = read_with(&plan.inputs, &plan.ingest);
    if args.dry_run {
        print(&dry_run(&ingested))?;
    } else {
        let mut text = String::new();
        for article in &ingested.articles {
            let line = serde_json::to_string(article).map_err(|e| Failure::output(e.into()))?;
            text.push_str(&line);
            text.push('\n');
            if text.len() > 1 << 20 {
                print(&text)?;
                text.clear();
            }
        }
        print(&text)?;
    }
    let mut problems = ingested.problems;
    problems.sort();
    tell_problems(&problems, global);
    if ingested.articles.is_empty() {
        return Ok(std::process::ExitCode::from(EXIT_NO_INPUT));
    }
    Ok(exit(&problems))
}

/// The mapping chosen, samples, fill rates, and a block for muqabala.toml.
fn dry_run(ingested: &Ingested) -> String {
    let mut s = String::new();
    let formats: BTreeMap<&str, &str> = ingested.files.iter().map(|f| (f.path.as_str(), f.format.as_str())).collect();
    let mut columns: BTreeMap<Field, BTreeMap<&str, u64>> = BTreeMap::new();
    for mapping in ingested.mappings.iter().take(FILES) {
        let format = formats.get(mapping.input.as_str()).copied().unwrap_or("");
        let _ = writeln!(s, "{} ({format}, {} records)", mapping.input, mapping.records);
        for field in Field::ALL {
            let Some(used) = mapping.used.get(&field) else { continue };
            let total: u64 = used.values().sum();
            let names: Vec<&str> = used.keys().map(String::as_str).collect();
            let _ = writeln!(s, "  {:10} {:>4}%  {}", field.as_str(), total * 100 / mapping.records, names.join(", "));
            for (name, n) in used {
                if name != "(the file)" {
                    *columns.entry(field).or_default().entry(name).or_default() += n;
                }
            }
        }
        if !mapping.unused.is_empty() {
            let names: Vec<&str> = mapping.unused.keys().map(String::as_str).collect();
            let _ = writeln!(s, "  not used         {}", names.join(", "));
        }
        if !mapping.note.is_empty() {
            let _ = writeln!(s, "  note             {}", mapping.note);
        }
        for article in ingested.articles.iter().filter(|a| a.input == mapping.input).take(SAMPLES) {
            let _ = writeln!(s, "  - {}", article.doc_id);
            for (name, value) in [
                ("outlet", article.outlet.as_str()),
                ("published", article.published.as_str()),
                ("title", article.title.as_str()),
                ("text", article.text.get(article.title_len as usize..).unwrap_or("").trim_start()),
            ] {
                let _ = writeln!(s, "      {name:10} {}", short(value));
            }
        }
    }
    if ingested.mappings.len() > FILES {
        let _ = writeln!(s, "… and {} more files", ingested.mappings.len() - FILES);
    }
    let _ = writeln!(
        s,
        "\n{} articles from {} files, {} problems",
        ingested.articles.len(),
        ingested.files.len(),
        ingested.problems.len()
    );
    if !columns.is_empty() {
        let _ = writeln!(s, "\n# for muqabala.toml\n[columns]");
        for (field, names) in columns {
            // The column used most; of equals the first by name.
            if let Some((name, _)) = names.iter().max_by_key(|(name, n)| (**n, std::cmp::Reverse(**name))) {
                let _ = writeln!(s, "{} = {}", field.as_str(), toml::Value::String((*name).to_string()));
            }
        }
    }
    s
}

fn short(value: &str) -> String {
    let mut out: String =
        value.chars().take(SAMPLE_CHARS).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    if value.chars().count() > SAMPLE_CHARS {
        out.push('…');
    }
    out
}
