//! Exit codes and dispatch.

use std::io::{BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use muqabala::cli::{Cli, Command, ReviewAction, ShowWhat};
use muqabala::commands::{Done, EXIT_PROBLEMS, Failure, annotate, compare, extract, ingest, print, run, schema};
use muqabala::{emit, pairs};

fn main() -> ExitCode {
    let cli = Cli::parse();
    quiet_caught_panics();
    if let Some(n) = cli.global.threads {
        // Fails only when a pool exists already, which cannot be here.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(n.max(1)).build_global();
    }
    match dispatch(&cli) {
        Ok(code) => code,
        Err(Failure { code, error }) => {
            eprintln!("muqabala: {error:#}");
            ExitCode::from(code)
        }
    }
}

fn dispatch(cli: &Cli) -> Done {
    let global = &cli.global;
    match &cli.command {
        Command::Run { inputs, args } => run::run(global, inputs, args),
        Command::Ingest { inputs, args } => ingest::ingest(global, inputs, args),
        Command::Extract { inputs, args } => extract::extract(global, inputs, args),
        Command::Compare(args) => compare::compare(global, args),
        Command::Annotate(args) => annotate::annotate(global, args),
        Command::Schema(args) => schema::schema(args),
        Command::Completions { shell } => schema::completions(*shell),
        Command::Man(args) => schema::man(args),
        Command::Show { what, out, limit } => show(what.as_ref(), out, *limit),
        Command::Review { action: ReviewAction::Import { file, overrides } } => review(file, overrides),
        Command::Pairs { file, train, dev, vectors, out } => {
            pairs::command(file.as_deref(), train.as_deref(), dev.as_deref(), vectors.as_deref(), out.as_deref())
                .map(|()| ExitCode::SUCCESS)
                .map_err(Failure::no_input)
        }
    }
}

/// A panic inside a reader that is not ours is caught and becomes a row of errors.csv; nobody needs its trace.
fn quiet_caught_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !muqabala::ingest::panics_are_caught() {
            usual(info);
        }
    }));
}

fn review(file: &Path, overrides: &Path) -> Done {
    let done = muqabala::review::import(file, overrides).map_err(Failure::no_input)?;
    print(&format!(
        "{} decisions, {} of them replace earlier ones: {}\n",
        done.decisions,
        done.replaced,
        overrides.display()
    ))?;
    for cell in &done.unknown {
        eprintln!("muqabala: not a decision: {cell}");
    }
    Ok(if done.unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) })
}

fn show(what: Option<&ShowWhat>, out: &Path, limit: usize) -> Done {
    use emit::show::{Style, What};
    let what = match what {
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
        width: columns.unwrap_or(if terminal { 100 } else { 240 }),
        limit,
    };
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let done = emit::show::show(&what, out, style, &mut stdout).and_then(|()| Ok(stdout.flush()?));
    match done {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // a closed pipe is fine
        Err(e) if e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) => {
            Ok(ExitCode::SUCCESS)
        }
        Err(e) => Err(Failure::no_input(e)),
    }
}
