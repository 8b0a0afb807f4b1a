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
