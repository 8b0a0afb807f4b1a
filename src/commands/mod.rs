//! What each command does: turns what was typed into a plan, works, and says how it went.

pub mod annotate;
pub mod compare;
pub mod extract;
pub mod ingest;
pub mod review;
pub mod run;
pub mod schema;
pub mod show;
pub mod summary;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::{Global, InputArgs, ProgressArg};
use crate::config::Config;
use crate::ingest::Settings;
use crate::ingest::fields::{ColumnMap, Field};
use crate::ingest::outlet::Outlets;
use crate::model::Problem;
use crate::pipeline::{Extracted, Plan};
use crate::progress::Progress;

/// The run finished, some inputs were bad.
pub const EXIT_PROBLEMS: u8 = 1;
/// The command line or the configuration cannot be used.
pub const EXIT_USAGE: u8 = 2;
/// No input could be read.
pub const EXIT_NO_INPUT: u8 = 3;
/// Output could not be written.
pub const EXIT_OUTPUT: u8 = 4;

/// A run that could not go on: exit code and why.
#[derive(Debug)]
pub struct Failure {
    /// Exit code.
    pub code: u8,
    /// What happened.
    pub error: anyhow::Error,
}

impl Failure {
    /// The command line or the configuration cannot be used.
    pub fn usage(error: anyhow::Error) -> Failure {
        Failure { code: EXIT_USAGE, error }
    }
    /// Nothing to read.
    pub fn no_input(error: anyhow::Error) -> Failure {
        Failure { code: EXIT_NO_INPUT, error }
    }
    /// Nowhere to write.
    pub fn output(error: anyhow::Error) -> Failure {
        Failure { code: EXIT_OUTPUT, error }
    }
}

/// How a command ends.
pub type Done = Result<ExitCode, Failure>;

/// Fine, or with problems.
pub fn exit(problems: &[Problem]) -> ExitCode {
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(EXIT_PROBLEMS) }
}

/// The configuration: the file named, else the nearest muqabala.toml above the working folder, else nothing.
///
/// # Errors
/// When it cannot be used.
pub fn config(global: &Global) -> Result<Config, Failure> {
    let path = match &global.config {
        Some(p) => Some(p.clone()),
        None => std::env::current_dir().ok().and_then(|d| Config::discover(&d)),
    };
    match path {
        Some(p) => Config::load(&p).map_err(Failure::usage),
        None => Ok(Config::default()),
    }
}

/// How inputs are read: configuration first, then what was typed.
///
/// # Errors
/// When a mapping names no field.
pub fn settings(config: &Config, map: &[String]) -> Result<Settings, Failure> {
    let mut columns = ColumnMap::new();
    let typed = map.iter().map(|m| m.split_once('=').with_context(|| format!("--map \"{m}\": write FIELD=COLUMN")));
    let mut add = |field: &str, column: &str| -> Result<()> {
        let Some(field) = Field::from_name(field) else {
            let known: Vec<&str> = Field::ALL.iter().map(|f| f.as_str()).collect();
            bail!("\"{field}\" is no field of an article; there are {}", known.join(", "));
        };
        if column.trim().is_empty() {
            bail!("no column named for {}", field.as_str());
        }
        columns.insert(field, column.trim().to_string());
        Ok(())
    };
    for (field, column) in &config.columns {
        add(field, column).context("[columns] in the configuration").map_err(Failure::usage)?;
    }
    for pair in typed {
        let (field, column) = pair.map_err(Failure::usage)?;
        add(field.trim(), column).map_err(Failure::usage)?;
    }
    Ok(Settings { outlets: Outlets::new(config), columns, progress: None })
}

/// A plan from what was typed.
///
/// # Errors
/// When configuration or mapping cannot be used.
pub fn plan(global: &Global, inputs: &InputArgs) -> Result<Plan, Failure> {
    let config = config(global)?;
    Ok(Plan {
        inputs: inputs.inputs.clone(),
        ingest: settings(&config, &inputs.map)?,
        progress: progress(global),
        thresholds: config.thresholds,
        options: serde_json::json!({
            "map": inputs.map,
            "config": if config == Config::default() { serde_json::Value::Null } else { serde_json::json!(config) },
        }),
        ..Plan::default()
    })
}

/// How progress is shown.
pub fn progress(global: &Global) -> Progress {
    match global.progress {
        _ if global.quiet => Progress::None,
        ProgressArg::Auto if std::io::stderr().is_terminal() => Progress::Bar,
        ProgressArg::Auto | ProgressArg::None => Progress::None,
        ProgressArg::Bar => Progress::Bar,
        ProgressArg::Plain => Progress::Plain,
    }
}

/// Nothing was read: says why.
///
/// # Errors
/// When there is neither a reading nor a listed article.
pub fn need_articles(extracted: &Extracted, global: &Global) -> Result<(), Failure> {
    if extracted.readings.is_empty() && extracted.unread.is_empty() {
        tell_problems(&extracted.problems, global);
        return Err(Failure::no_input(anyhow::anyhow!(
            "no article could be read; see `muqabala ingest --dry-run` for what was found in the inputs"
        )));
    }
    Ok(())
}

/// The first problems, on standard error: five, all with -v, none with -q.
pub fn tell_problems(problems: &[Problem], global: &Global) {
    if global.quiet || problems.is_empty() {
        return;
    }
    let most = if global.verbose > 0 { usize::MAX } else { 5 };
    let mut err = std::io::stderr().lock();
    for p in problems.iter().take(most) {
        let place = if p.stage == "language" { format!("{}: ", p.doc_id) } else { String::new() };
        let _ = writeln!(err, "muqabala: {place}{} ({})", p.error, p.action);
    }
    if problems.len() > most {
        let _ = writeln!(err, "muqabala: {} more; all are in errors.csv", problems.len() - most);
    }
}

/// Writes to standard output; a reader that has gone away is fine.
///
/// # Errors
/// Any other trouble.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::output(e.into())),
        _ => Ok(()),
    }
}

/// Makes sure before long work that the output folder can be written.
///
/// # Errors
/// When it cannot.
pub fn check_output(out: &Path) -> Result<(), Failure> {
    let check = || -> Result<()> {
        if out.exists() && !out.is_dir() {
            bail!("{}: is a file; give a folder", out.display());
        }
        let parent = out.parent().filter(|p| !p.as_os_str().is_empty()).map_or(PathBuf::from("."), Path::to_path_buf);
        std::fs::create_dir_all(&parent).with_context(|| format!("{}: cannot create", parent.display()))?;
        let probe = parent.join(format!(".muqabala-{}.probe", std::process::id()));
        std::fs::write(&probe, b"").with_context(|| format!("{}: cannot write here", parent.display()))?;
        let _ = std::fs::remove_file(&probe);
        Ok(())
    };
    check().map_err(Failure::output)
}
