//! Command line: clap types only. Doc comments are the help text.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Collates news articles of several outlets, Arabic first: where they agree, where they contradict each other, and
/// where their dates cannot all be right.
#[derive(Debug, Parser)]
#[command(name = "muqabala", version, about, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
}

const EXAMPLES: &str = "\
Examples:
  muqabala run أخبار/ -o out                 every table of a folder of articles
  muqabala ingest --dry-run export.csv       which column is read as what
  muqabala run export.csv --map text=النص    name a column yourself
  muqabala annotate article.txt              names, quotations and dates marked
  muqabala --licenses                        data and models inside, with sources and licences

Exit codes: 0 done (contradictions found or not), 1 done but some inputs were bad (errors.csv), 2 usage or configuration,
3 nothing could be read, 4 output could not be written, 130 interrupted.";

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Number of threads (default: all cores). The result does not depend on it.
    #[arg(long, global = true, value_name = "N")]
    pub threads: Option<usize>,
    /// Configuration (default: the nearest muqabala.toml in this folder or above): outlets, zones, columns, thresholds.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Progress on standard error.
    #[arg(long, global = true, value_enum, default_value_t = ProgressArg::Auto, value_name = "HOW")]
    pub progress: ProgressArg,
    /// Say nothing on standard error but fatal errors.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more on standard error: every problem with every input.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
}

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProgressArg {
    /// Bars on a terminal, else nothing.
    Auto,
    /// Bars.
    Bar,
    /// A line now and then.
    Plain,
    /// Nothing.
    None,
}

/// What is read.
#[derive(Debug, Clone, Args)]
pub struct InputArgs {
    /// Folders (with all below), files, or - for standard input: .txt .html .json .jsonl .csv .tsv .xlsx, TREC <DOC>; also
    /// packed as .gz or .zst.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Take a field from this column or key: text, title, published, outlet, url, id, author, section, language.
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
}

/// What is written.
#[derive(Debug, Clone, Args)]
pub struct RunArgs {
    /// Output folder.
    #[arg(short, long, default_value = "out", value_name = "DIR")]
    pub out: PathBuf,
    /// No byte order mark, \n line ends and no formula guard in the CSV files.
    #[arg(long)]
    pub plain_csv: bool,
    /// Language of explanations, workbook and page.
    #[arg(long, value_enum, default_value_t = UiLanguage::En)]
    pub language: UiLanguage,
    /// Print the summary as a JSON object.
    #[arg(long)]
    pub json: bool,
    /// Write the tables under data/ in these formats too, typed and unescaped.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    pub format: Vec<DataFormat>,
    /// Tables alone, without workbook and page.
    #[arg(long)]
    pub tables_only: bool,
}

/// Arguments of `show`.
#[derive(Debug, Clone, Args)]
pub struct ShowArgs {
    /// What to show; counts and outlets by default.
    #[command(subcommand)]
    pub what: Option<ShowWhat>,
    /// Output folder of a run.
    #[arg(short, long, default_value = "out", global = true, value_name = "DIR")]
    pub out: PathBuf,
    /// Records at most.
    #[arg(short, long, default_value_t = 20, global = true, value_name = "N")]
    pub limit: usize,
}

/// What to show.
#[derive(Debug, Clone, Subcommand)]
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
#[derive(Debug, Clone, Subcommand)]
pub enum ReviewAction {
    /// Read the decision, note and reviewer columns of a workbook.
    Import {
        /// The workbook that a run wrote, with decisions filled in.
        file: PathBuf,
        /// File of overrides; rows about the same thing are replaced, others stay.
        #[arg(long, default_value = "overrides.csv", value_name = "FILE")]
        overrides: PathBuf,
    },
}

/// Arguments of `ingest`.
#[derive(Debug, Clone, Args)]
pub struct IngestArgs {
    /// Show which column is read as what, sample articles, and a block for muqabala.toml; write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Arguments of `extract`.
#[derive(Debug, Clone, Args)]
pub struct ExtractArgs {
    /// Folder for what is found.
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Arguments of `compare`.
#[derive(Debug, Clone, Args)]
pub struct CompareArgs {
    /// Folders made by `extract`; several are compared together.
    #[arg(required = true, value_name = "EXTRACT_DIR")]
    pub folders: Vec<PathBuf>,
    /// What is written.
    #[command(flatten)]
    pub run: RunArgs,
}

/// Arguments of `annotate`.
#[derive(Debug, Clone, Args)]
pub struct AnnotateArgs {
    /// Files or folders with articles, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Take a field from this column or key.
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
    /// Only the document of this id.
    #[arg(long, value_name = "ID")]
    pub doc: Option<String>,
    /// How many articles are shown.
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub count: usize,
    /// Show all articles.
    #[arg(long)]
    pub all: bool,
    /// Colours instead of brackets.
    #[arg(long, value_enum, default_value_t = ColorArg::Auto, value_name = "WHEN")]
    pub color: ColorArg,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never: brackets and letters.
    Never,
}

/// Arguments of `schema`.
#[derive(Debug, Clone, Args)]
pub struct SchemaArgs {
    /// Only this table.
    #[arg(long, value_name = "NAME")]
    pub table: Option<String>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `man`.
#[derive(Debug, Clone, Args)]
pub struct ManArgs {
    /// Write a page for every command into this folder instead of printing the first.
    #[arg(short, long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read articles and write every table.
    Run {
        /// What is read.
        #[command(flatten)]
        inputs: InputArgs,
        /// What is written.
        #[command(flatten)]
        args: RunArgs,
    },
    /// Read articles only: JSON lines on standard output, or with --dry-run what would be read as what.
    Ingest {
        /// What is read.
        #[command(flatten)]
        inputs: InputArgs,
        /// How.
        #[command(flatten)]
        args: IngestArgs,
    },
    /// Find names, quotations, dates and quantities in the articles one by one; `compare` goes on from there.
    Extract {
        /// What is read.
        #[command(flatten)]
        inputs: InputArgs,
        /// Where to.
        #[command(flatten)]
        args: ExtractArgs,
    },
    /// Put the articles of one or more `extract` folders side by side and write every table.
    Compare(CompareArgs),
    /// Print an article with its names, quotations and dates marked, and a legend.
    Annotate(AnnotateArgs),
    /// Show results of a run in the terminal, as vertical records.
    Show(ShowArgs),
    /// Explain a result of a run by its id: why an entity's spellings are one, what a fact rests on.
    Explain {
        /// Id of an entity or of a fact, or words of a name.
        id: String,
        /// Output folder of a run.
        #[arg(short, long, default_value = "out", value_name = "DIR")]
        out: PathBuf,
    },
    /// Carry decisions from a reviewed workbook into overrides.csv.
    Review {
        /// What to do.
        #[command(subcommand)]
        action: ReviewAction,
    },
    /// Print the columns of the tables.
    Schema(SchemaArgs),
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man(ManArgs),
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
    /// Train the models that are compiled in (see training/README.md).
    Train {
        /// What to train.
        #[command(subcommand)]
        what: Train,
    },
    /// Score a part of the program on a public benchmark.
    Eval {
        /// What to score.
        #[command(subcommand)]
        what: Eval,
    },
}

/// What to train.
#[derive(Debug, Subcommand)]
pub enum Train {
    /// Word classes from articles.
    Words {
        /// Articles: JSON lines with title and text, .gz or plain.
        #[arg(long)]
        articles: PathBuf,
        /// Where the word classes go.
        #[arg(short, long)]
        out: PathBuf,
    },
    /// The tagger of names.
    Names(NamesArgs),
}

/// What to train a tagger from.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct NamesArgs {
    /// Articles: JSON lines with id, title and text, .gz or plain; for label statistics and the text of annotations.
    #[arg(long)]
    pub articles: PathBuf,
    /// ANERcorp train, CoNLL.
    #[arg(long)]
    pub conll: PathBuf,
    /// Our annotations; without them the model follows ANERcorp's guideline.
    #[arg(long)]
    pub annotations: Option<PathBuf>,
    /// Word classes.
    #[arg(long)]
    pub words: PathBuf,
    /// Where the model goes.
    #[arg(short, long)]
    pub out: PathBuf,
    /// Leave out this tenth of the CoNLL file (this fifth of the annotated articles) and score on it.
    #[arg(long)]
    pub hold_out: Option<usize>,
    /// A setting, NAME=VALUE, for experiments.
    #[arg(long)]
    pub set: Vec<String>,
}

/// What to score.
#[derive(Debug, Subcommand)]
pub enum Eval {
    /// The tagger of ANERcorp's guideline on a CoNLL file (token TAB tag, a blank line between sentences).
    Ner {
        /// The file.
        file: PathBuf,
    },
}

/// Language of explanations, workbook and page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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

/// Format of tables under data/.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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
