//! Exit codes and dispatch.

use std::process::ExitCode;

use clap::Parser;
use muqabala::cli::{Cli, Command};
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
        Command::Run { inputs, out, plain_csv, language } => {
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
            if let Err(e) = emit::write_all(&report, &out, &emit::Options { plain_csv }) {
                eprintln!("muqabala: {e:#}");
                return ExitCode::from(EXIT_OUTPUT);
            }
            println!("{} articles, {} problems", report.readings.len(), report.problems.len());
            if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) }
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
