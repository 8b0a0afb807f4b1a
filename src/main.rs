//! Exit codes and dispatch.

use std::io::{BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use muqabala::cli::{Cli, Command, ReviewAction, ShowWhat};
use muqabala::model::Language;
use muqabala::{emit, pairs, pipeline};

/// The run finished, some inputs were bad.
const EXIT_PROBLEMS: u8 = 1;
/// No input could be read.
const EXIT_NO_INPUT: u8 = 3;
/// Output could not be written.
const EXIT_OUTPUT: u8 = 4;

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Some(n) = cli.threads {
        // Fails only when a pool exists already, which cannot be here.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(n.max(1)).build_global();
    }
    match cli.command {
        Command::Run { inputs, out, plain_csv, language, format, tables_only } => {
            let language: Language = language.into();
            let plan = pipeline::Plan {
                inputs,
                ingest: muqabala::ingest::Settings::default(),
                progress: !cli.quiet,
                options: serde_json::json!({"plain_csv": plain_csv, "language": language.as_str()}),
                language,
            };
            let report = pipeline::run(&plan);
            if report.readings.is_empty() && report.unread.is_empty() {
                eprintln!("muqabala: no readable input");
                return ExitCode::from(EXIT_NO_INPUT);
            }
            let mut formats: Vec<emit::Format> = format.into_iter().map(Into::into).collect();
            formats.sort();
            formats.dedup();
            if let Err(e) = emit::write_all(&report, &out, &emit::Options { plain_csv, formats, tables_only }) {
                eprintln!("muqabala: {e:#}");
                return ExitCode::from(EXIT_OUTPUT);
            }
            println!("{} articles, {} problems", report.readings.len(), report.problems.len());
            if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) }
        }
        Command::Show { what, out, limit } => show(what, &out, limit),
        Command::Review { action: ReviewAction::Import { file, overrides } } => {
            match muqabala::review::import(&file, &overrides) {
                Ok(done) => {
                    println!(
                        "{} decisions, {} of them replace earlier ones: {}",
                        done.decisions,
                        done.replaced,
                        overrides.display()
                    );
                    for cell in &done.unknown {
                        eprintln!("muqabala: not a decision: {cell}");
                    }
                    if done.unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) }
                }
                Err(e) => {
                    eprintln!("muqabala: {e:#}");
                    ExitCode::from(EXIT_NO_INPUT)
                }
            }
        }
        Command::Pairs { file, train, dev, vectors, out } => {
            let done =
                pairs::command(file.as_deref(), train.as_deref(), dev.as_deref(), vectors.as_deref(), out.as_deref());
            match done {
                Ok(()) => ExitCode::SUCCESS,
                Err(e) => {
                    eprintln!("muqabala: {e:#}");
                    ExitCode::from(EXIT_NO_INPUT)
                }
            }
        }
    }
}

fn show(what: Option<ShowWhat>, out: &Path, limit: usize) -> ExitCode {
    use emit::show::{Style, What};
    let what = match what {
        None => What::Summary,
        Some(ShowWhat::Contradictions) => What::Contradictions,
        Some(ShowWhat::Dating) => What::Dating,
        Some(ShowWhat::Story { id }) => What::Story(id),
        Some(ShowWhat::Entity { id }) => What::Entity(id),
    };
    let terminal = std::io::stdout().is_terminal();
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let style = Style {
        terminal,
        colour: terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        width: columns.unwrap_or(if terminal { 100 } else { 240 }),
        limit,
    };
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let done = emit::show::show(&what, out, style, &mut stdout).and_then(|()| Ok(stdout.flush()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // a closed pipe is fine
        Err(e) if e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("muqabala: {e:#}");
            ExitCode::from(EXIT_NO_INPUT)
        }
    }
}
