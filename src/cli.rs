//! Command line: clap types only. Doc comments are the help text.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Collates news articles of several outlets, Arabic first: where they agree, where they contradict each other, and
/// where their dates cannot all be right.
#[derive(Debug, Parser)]
#[command(name = "muqabala", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Number of threads (default: all cores). The result does not depend on it.
    #[arg(long, global = true)]
    pub threads: Option<usize>,
    /// Say less on standard error.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read articles and write every table.
    Run {
        /// Folders, files, or - for standard input.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// Output folder.
        #[arg(short, long, default_value = "out")]
        out: PathBuf,
        /// No byte order mark, \n line ends and no formula guard in the CSV files.
        #[arg(long)]
        plain_csv: bool,
        /// Language of explanations, workbook and page.
        #[arg(long, value_enum, default_value_t = UiLanguage::En)]
        language: UiLanguage,
        /// Write the tables under data/ in these formats too, typed and unescaped.
        #[arg(long, value_enum, value_delimiter = ',')]
        format: Vec<DataFormat>,
        /// Tables alone, without workbook and page.
        #[arg(long)]
        tables_only: bool,
    },
    /// Show results of a run in the terminal, as vertical records.
    Show {
        /// What to show; counts and outlets by default.
        #[command(subcommand)]
        what: Option<ShowWhat>,
        /// Output folder of a run.
        #[arg(short, long, default_value = "out", global = true)]
        out: PathBuf,
        /// Records at most.
        #[arg(short, long, default_value_t = 20, global = true)]
        limit: usize,
    },
    /// Carry decisions from a reviewed workbook into overrides.csv.
    Review {
        /// What to do.
        #[command(subcommand)]
        action: ReviewAction,
    },
    /// Compare pairs of short claims: a CSV with claim_a and claim_b in, relation, score and reasons out, row for row.
    Pairs {
        /// The CSV, or - for standard input.
        #[arg(required_unless_present_any = ["train", "vectors"])]
        file: Option<PathBuf>,
        /// Train the classifier on labelled pairs (columns s1, s2, stance) instead; needs --dev and --out.
        #[arg(long, requires_all = ["dev", "out"])]
        train: Option<PathBuf>,
        /// Labelled pairs on which the class weights are set and the figures printed.
        #[arg(long)]
        dev: Option<PathBuf>,
        /// Train the word vectors on articles (folders or files) instead; needs --out.
        #[arg(long, requires = "out", conflicts_with = "train")]
        vectors: Option<PathBuf>,
        /// Where the trained file goes.
        #[arg(short, long)]
        out: Option<PathBuf>,
    },
}

/// Language of explanations, workbook and page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum UiLanguage {
    /// Arabic, right to left.
    Ar,
    /// English.
    En,
}

impl From<UiLanguage> for crate::model::Language {
    fn from(l: UiLanguage) -> Self {
        match l {
            UiLanguage::Ar => crate::model::Language::Ar,
            UiLanguage::En => crate::model::Language::En,
        }
    }
}

/// What to show.
#[derive(Debug, Subcommand)]
pub enum ShowWhat {
    /// Contradictions, the severest first.
    Contradictions,
    /// Dating inconsistencies, the severest first.
    Dating,
    /// One story with its articles, contradictions and agreements.
    Story {
        /// Its id, or words of its headline.
        id: String,
    },
    /// One person, organisation or place with its spellings and statements.
    Entity {
        /// Its id, or words of its name.
        id: String,
    },
}

/// What to do with a reviewed workbook.
#[derive(Debug, Subcommand)]
pub enum ReviewAction {
    /// Read the decision, note and reviewer columns of a workbook.
    Import {
        /// The workbook that a run wrote, with decisions filled in.
        file: PathBuf,
        /// File of overrides; rows about the same thing are replaced, others stay.
        #[arg(long, default_value = "overrides.csv")]
        overrides: PathBuf,
    },
}

/// Format of tables under data/.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum DataFormat {
    /// JSON lines.
    Jsonl,
    /// Parquet.
    Parquet,
}

impl From<DataFormat> for crate::emit::Format {
    fn from(f: DataFormat) -> Self {
        match f {
            DataFormat::Jsonl => crate::emit::Format::Jsonl,
            DataFormat::Parquet => crate::emit::Format::Parquet,
        }
    }
}
