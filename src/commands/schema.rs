//! `schema`: the columns of the tables; `completions` and `man`: made from the command line's own description.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::CommandFactory;
use serde_json::json;

use super::{Done, Failure, print};
use crate::cli::{Cli, ManArgs, SchemaArgs};
use crate::emit::tables::{ColumnType, TABLES};

/// Prints the columns of one table or of all.
///
/// # Errors
/// When there is no such table.
pub fn schema(args: &SchemaArgs) -> Done {
    let name = args.table.as_deref().map(|t| t.trim_end_matches(".csv"));
    let tables: Vec<_> = TABLES.iter().filter(|t| name.is_none_or(|n| n == t.name)).collect();
    if tables.is_empty() {
        let known: Vec<&str> = TABLES.iter().map(|t| t.name).collect();
        return Err(Failure::usage(anyhow!(
            "no table \"{}\"; there are {}",
            name.unwrap_or_default(),
            known.join(", ")
        )));
    }
    let kind = |k: ColumnType| match k {
        ColumnType::Text => "text",
        ColumnType::Integer => "integer",
        ColumnType::Number => "number",
        ColumnType::Date => "date",
        ColumnType::Id => "id",
    };
    let mut s = String::new();
    if args.json {
        let all: Vec<_> = tables
            .iter()
            .map(|t| {
                let fields: Vec<_> = t
                    .columns
                    .iter()
                    .map(|c| json!({"name": c.name, "type": kind(c.kind), "description": c.description}))
                    .collect();
                json!({"name": t.name, "row": t.row_is, "fields": fields})
            })
            .collect();
        let _ = writeln!(s, "{:#}", json!(all));
    } else {
        for t in tables {
            let _ = writeln!(s, "{}.csv: one row is {}", t.name, t.row_is);
            for c in t.columns {
                let _ = writeln!(s, "  {:20} {:8} {}", c.name, kind(c.kind), c.description);
            }
            s.push('\n');
        }
    }
    print(&s)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints shell completions.
///
/// # Errors
/// When they cannot be printed.
pub fn completions(shell: clap_complete::Shell) -> Done {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "muqabala", &mut out);
    print(&String::from_utf8_lossy(&out))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual page, or writes one for every command into a folder.
///
/// # Errors
/// When they cannot be written.
pub fn man(args: &ManArgs) -> Done {
    let command = Cli::command();
    match &args.out {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|e| Failure::output(e.into()))?;
            clap_mangen::generate_to(command, folder).map_err(|e| Failure::output(e.into()))?;
        }
        None => {
            let mut out = Vec::new();
            clap_mangen::Man::new(command).render(&mut out).map_err(|e| Failure::output(e.into()))?;
            print(&String::from_utf8_lossy(&out))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
