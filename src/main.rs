//! Exit codes and dispatch.

use std::process::ExitCode;

use clap::Parser;
use muqabala::cli::{Cli, Command, Eval, Train};
use muqabala::commands::{Done, Failure, annotate, compare, extract, ingest, print, review, run, schema, show};
use muqabala::progress::complain;
use muqabala::{pairs, train};

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|a| a == "--licenses") {
        // a closed pipe is fine
        let _ = muqabala::commands::print(include_str!("licenses.txt"));
        return ExitCode::SUCCESS;
    }
    let cli = Cli::parse();
    quiet_caught_panics();
    if let Some(n) = cli.global.threads {
        // Fails only when a pool exists already, which cannot be here.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(n.max(1)).build_global();
    }
    match dispatch(&cli) {
        Ok(code) => code,
        Err(Failure { code, error }) => {
            complain(&format!("{error:#}"));
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
        Command::Show(args) => show::show(args),
        Command::Explain { id, out } => show::explain(id, out),
        Command::Review { action } => review::review(global, action),
        Command::Schema(args) => schema::schema(args),
        Command::Completions { shell } => schema::completions(*shell),
        Command::Man(args) => schema::man(args),
        Command::Train { what } => {
            let done = match what {
                Train::Words { articles, out } => train::words(articles, out),
                Train::Names(args) => train::names(args),
            };
            done.map(|()| ExitCode::SUCCESS).map_err(Failure::no_input)
        }
        Command::Eval { what: Eval::Ner { file } } => {
            print(&train::eval::ner(file).map_err(Failure::no_input)?.to_string())?;
            Ok(ExitCode::SUCCESS)
        }
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
