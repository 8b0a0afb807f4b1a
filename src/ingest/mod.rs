//! Ingest: paths → articles.
//!
//! - takes: folders, files, or `-` for standard input
//! - gives: articles in order of doc_id, problems, input files with sizes and hashes, the mapping of columns
//! - runs: once, files in parallel, lines of a file in parallel
//! - cost: linear in the bytes
//! - data: field aliases in fields.tsv

pub mod charset;
pub mod csv;
pub mod fields;
pub mod files;
pub mod html;
pub mod json;
pub mod markup;
pub mod outlet;
pub mod sgml;
pub mod txt;
pub mod when;
pub mod xlsx;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use indicatif::ProgressBar;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::Digest;

use crate::model::{Article, InputFile, Problem, PublishedFrom};
use fields::{ColumnMap, Field, Record};
use files::{Format, Found};
use outlet::Outlets;

/// What ingest needs to know beside the inputs.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Outlets by name and domain.
    pub outlets: Outlets,
    /// Columns named by the user.
    pub columns: ColumnMap,
    /// Counts files as they are read.
    pub progress: Option<ProgressBar>,
}

/// What ingest gives.
#[derive(Debug, Default)]
pub struct Ingested {
    /// Articles, sorted by doc_id.
    pub articles: Vec<Article>,
    /// Problems met.
    pub problems: Vec<Problem>,
    /// Files read, sorted by name.
    pub files: Vec<InputFile>,
    /// Which columns were read as what, by file.
    pub mappings: Vec<Mapping>,
}

/// Which key or column of a file was read as which field, and how often.
#[derive(Debug, Default, Clone)]
pub struct Mapping {
    /// Input file.
    pub input: String,
    /// Records looked at, with or without text.
    pub records: u64,
    /// Field → column → times.
    pub used: BTreeMap<Field, BTreeMap<String, u64>>,
    /// Columns that no field took.
    pub unused: BTreeMap<String, u64>,
    /// Remark, such as the column taken for the text by its length.
    pub note: String,
}

/// A document longer than this many bytes is cut: a year of a newspaper in one record, or a broken file. The longest
/// article of the corpus has a tenth of it.
pub const MOST_TEXT: usize = 400_000;
/// Problems of one kind listed singly for one file; the rest are counted in one row.
const MOST_PROBLEMS: usize = 1000;

/// [`read_with`] without configuration.
pub fn read(inputs: &[PathBuf]) -> Ingested {
    read_with(inputs, &Settings::default())
}

/// Reads all inputs. Never fails as a whole: what cannot be used becomes a problem.
pub fn read_with(inputs: &[PathBuf], settings: &Settings) -> Ingested {
    let walk = files::walk(inputs);
    let sidecars = Sidecars::read(&walk.files);
    let folders = outlet_folders(&walk.files);
    if let Some(bar) = &settings.progress {
        bar.set_length(walk.files.len() as u64);
    }
    let read: Vec<FileRead> = walk
        .files
        .par_iter()
        .map(|found| {
            let mut file = FileRead::new(&found.name, settings);
            if sidecars.is_sidecar(&found.name) {
                file.sidecar(found);
            } else {
                file.read(found, &sidecars, &folders);
            }
            if let Some(bar) = &settings.progress {
                bar.inc(1);
            }
            file
        })
        .collect();
    let mut out = Ingested::default();
    for (name, why) in walk.unreadable {
        out.problems.push(problem(&name, 0, "", format!("{name}: cannot read: {why}"), "skipped"));
    }
    for name in walk.aside {
        let error =
            format!("{name}: not a format that is read; give .txt, .html, .json, .jsonl, .csv, .tsv, .xlsx or TREC");
        out.problems.push(problem(&name, 0, "", error, "skipped"));
    }
    for file in read {
        out.articles.extend(file.articles);
        out.problems.extend(limit(file.problems));
        if let Some(f) = file.file {
            out.files.push(f);
        }
        if file.mapping.records > 0 {
            out.mappings.push(file.mapping);
        }
    }
    for name in sidecars.without_file(&walk.files) {
        out.problems.push(problem(
            &name.0,
            name.1,
            "",
            format!("{}: names a file that is not there: \"{}\"", name.0, name.2),
            "skipped",
        ));
    }
    out.articles.par_sort_by(|a, b| {
        (&a.doc_id, &a.input, a.line, &a.url, &a.text).cmp(&(&b.doc_id, &b.input, b.line, &b.url, &b.text))
    });
    rename_duplicates(&mut out.articles, &mut out.problems);
    out
}

/// Ids must differ: the second of a name becomes `name#2`. Articles are sorted by id when this is called.
fn rename_duplicates(articles: &mut [Article], problems: &mut Vec<Problem>) {
    let taken: FxHashSet<String> = articles.iter().map(|a| a.doc_id.clone()).collect();
    if taken.len() == articles.len() {
        return;
    }
    let mut used: FxHashSet<String> = FxHashSet::default();
    for a in articles.iter_mut() {
        if used.insert(a.doc_id.clone()) {
            continue;
        }
        let old = a.doc_id.clone();
        let new = (2..)
            .map(|n| format!("{old}#{n}"))
            .find(|id| !taken.contains(id) && !used.contains(id))
            .expect("the numbers never end");
        used.insert(new.clone());
        problems.push(problem(
            &a.input,
            a.line,
            &new,
            format!("id \"{}\" is used twice; this document is called \"{}\"", short(&old), short(&new)),
            "repaired",
        ));
        a.doc_id = new;
    }
    articles.sort_by(|a, b| a.doc_id.cmp(&b.doc_id));
}

fn problem(input: &str, line: u64, doc: &str, error: String, action: &str) -> Problem {
    Problem { input: input.into(), line, doc_id: doc.into(), stage: "ingest".into(), error, action: action.into() }
}

/// At most [`MOST_PROBLEMS`] rows for one file, and one that counts the others.
fn limit(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > MOST_PROBLEMS {
        let rest = problems.len() - MOST_PROBLEMS;
        let (input, action) = (problems[0].input.clone(), problems[0].action.clone());
        problems.truncate(MOST_PROBLEMS);
        problems.push(problem(
            &input,
            0,
            "",
            format!("{input}: {rest} more problems of this file are not listed"),
            &action,
        ));
    }
    problems
}

/// The first characters of a value, for messages.
fn short(s: &str) -> String {
    let mut out: String = s.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if s.chars().count() > 60 {
        out.push('…');
    }
    out
}

/// Folders that name outlets: at least two folders of plain texts side by side; a single folder is only a place.
fn outlet_folders(all: &[Found]) -> FxHashSet<String> {
    let mut folders: BTreeMap<&str, FxHashSet<&str>> = BTreeMap::new();
    for f in all {
        if files::format_by_name(&f.name) == Some(Format::Txt)
            && let Some((folder, _)) = f.name.rsplit_once('/')
        {
            let parent = folder.rsplit_once('/').map_or("", |(p, _)| p);
            folders.entry(parent).or_default().insert(folder);
        }
    }
    folders.into_values().filter(|f| f.len() > 1).flatten().map(str::to_string).collect()
}

/// What manifest.csv files say about the files beside them.
#[derive(Debug, Default)]
struct Sidecars {
    entries: FxHashMap<String, SidecarRow>,
    /// Rows about files that were named one by one: their manifest itself is not among the inputs.
    beside: FxHashMap<String, SidecarRow>,
    names: FxHashSet<String>,
}

/// Fields of a manifest's row, the manifest, the line.
type SidecarRow = (Vec<(String, String)>, String, u64);

impl Sidecars {
    fn read(all: &[Found]) -> Sidecars {
        let mut out = Sidecars::default();
        for found in all {
            let (folder, file) = found.name.rsplit_once('/').map_or(("", found.name.as_str()), |(d, f)| (d, f));
            if files::SIDECARS.contains(&file.to_lowercase().as_str()) {
                let Some(rows) = Sidecars::rows(found) else { continue };
                out.names.insert(found.name.clone());
                for (path, row) in rows {
                    let full = if folder.is_empty() { path } else { format!("{folder}/{path}") };
                    out.entries.entry(full).or_insert(row);
                }
            }
        }
        let named = all.iter().filter(|f| f.explicit && f.path.as_os_str() != "-" && !out.names.contains(&f.name));
        let mut tables: BTreeMap<PathBuf, Vec<(String, SidecarRow)>> = BTreeMap::new();
        for found in named {
            let Some(folder) = found.path.parent() else { continue };
            for sidecar in files::SIDECARS {
                let path = folder.join(sidecar);
                if !path.is_file() {
                    continue;
                }
                let rows = tables.entry(path.clone()).or_insert_with(|| {
                    Sidecars::rows(&Found { name: sidecar.into(), path, explicit: false }).unwrap_or_default()
                });
                if let Some((_, row)) = rows.iter().find(|(p, _)| *p == found.name || *p == files::stem(&found.name)) {
                    out.beside.entry(found.name.clone()).or_insert(row.clone());
                }
            }
        }
        out
    }

    /// Rows of a manifest: path and fields; `None` when it is a table of another kind.
    fn rows(found: &Found) -> Option<Vec<(String, SidecarRow)>> {
        let table = csv::read(&files::text(files::bytes(found).ok()?)?.text);
        let is_path = |h: &String| matches!(fields::key(h).as_ref(), "path" | "file" | "filename" | "الملف");
        let at = table.header.iter().position(is_path)?;
        let mut out = Vec::new();
        for (line, cells) in &table.rows {
            let Some(path) = cells.get(at).map(|p| p.trim().trim_start_matches("./").replace('\\', "/")) else {
                continue;
            };
            if path.is_empty() {
                continue;
            }
            let pairs = table.header.iter().zip(cells).enumerate();
            let pairs = pairs.filter(|(i, _)| *i != at).map(|(_, (h, c))| (h.clone(), c.clone())).collect();
            out.push((path, (pairs, found.name.clone(), *line)));
        }
        Some(out)
    }

    fn is_sidecar(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The row about a file, named with or without its extension.
    fn get(&self, name: &str) -> Option<Record<'_>> {
        let (pairs, _, line) =
            self.entries.get(name).or_else(|| self.entries.get(files::stem(name))).or_else(|| self.beside.get(name))?;
        let fields = pairs.iter().map(|(k, v)| (k.as_str().into(), v.as_str().into())).collect();
        Some(Record { fields, line: *line })
    }

    /// Rows about files that are not there: sidecar, line, path.
    fn without_file(&self, all: &[Found]) -> Vec<(String, u64, String)> {
        let there: FxHashSet<&str> = all.iter().flat_map(|f| [f.name.as_str(), files::stem(&f.name)]).collect();
        let mut out = Vec::new();
        for (path, (_, sidecar, line)) in self.entries.iter().collect::<BTreeMap<_, _>>() {
            if !there.contains(path.as_str()) {
                out.push((sidecar.clone(), *line, path.clone()));
            }
        }
        out
    }
}

/// One file while it is read.
struct FileRead<'a> {
    name: &'a str,
    settings: &'a Settings,
    articles: Vec<Article>,
    problems: Vec<Problem>,
    file: Option<InputFile>,
    mapping: Mapping,
}

/// What became of a record.
struct Made {
    article: Option<Article>,
    problem: Option<(String, &'static str)>,
    chosen: [Option<usize>; 10],
}

impl<'a> FileRead<'a> {
    fn new(name: &'a str, settings: &'a Settings) -> FileRead<'a> {
        FileRead {
            name,
            settings,
            articles: Vec::new(),
            problems: Vec::new(),
            file: None,
            mapping: Mapping { input: name.to_string(), ..Mapping::default() },
        }
    }

    fn tell(&mut self, line: u64, error: impl std::fmt::Display, action: &'static str) {
        let place = if line > 0 { format!("{}:{line}", self.name) } else { self.name.to_string() };
        self.problems.push(problem(self.name, line, "", format!("{place}: {error}"), action));
    }

    fn sidecar(&mut self, found: &Found) {
        if let Ok(bytes) = files::bytes(found) {
            self.file = Some(input_file(self.name, &bytes, "manifest"));
        }
    }

    fn read(&mut self, found: &Found, sidecars: &Sidecars, folders: &FxHashSet<String>) {
        let packed = match files::bytes(found) {
            Ok(b) => b,
            Err(why) => return self.tell(0, format_args!("cannot read: {why}"), "skipped"),
        };
        if packed.is_empty() {
            self.file = Some(input_file(self.name, &packed, ""));
            return self.tell(0, "the file is empty", "skipped");
        }
        let (hashed, (unpacked, trouble)) =
            rayon::join(|| input_file(self.name, &packed, ""), || files::unpack(&packed));
        self.file = Some(hashed);
        let bytes = unpacked.unwrap_or(packed);
        if let Some(why) = trouble {
            let action = if bytes.is_empty() { "skipped" } else { "truncated" };
            self.tell(0, format_args!("cannot unpack to the end: {why}"), action);
        }
        if bytes.is_empty() {
            return;
        }
        let promised = files::format_by_name(self.name);
        if files::is_zip(&bytes) || promised == Some(Format::Xlsx) {
            self.format(Format::Xlsx);
            return self.workbook(&bytes);
        }
        let Some(decoded) = files::text(bytes) else {
            return self.tell(0, "not a text: the bytes are in no charset that is known here", "skipped");
        };
        if decoded.broken > 0 {
            let n = decoded.broken;
            self.tell(0, format_args!("{n} places are not {}; shown as \u{fffd}", decoded.charset), "repaired");
        }
        let text = decoded.text;
        if text.trim().is_empty() {
            return self.tell(0, "the file holds nothing but blanks", "skipped");
        }
        let format = files::sniff(&text, promised);
        self.format(format);
        let side = sidecars.get(self.name);
        match format {
            Format::Jsonl => self.outcomes(json::lines(&text)),
            Format::Json => self.outcomes(json::document(&text)),
            Format::Csv => {
                let table = csv::read(&text);
                drop(text);
                self.table(table);
            }
            Format::Sgml => {
                let (records, broken) = sgml::read(&text);
                if records.is_empty() {
                    self.tell(0, "no <DOC> found", "skipped");
                }
                for (line, why) in broken {
                    self.tell(line, why, "repaired");
                }
                self.records(&records, &self.settings.columns.clone(), false);
            }
            Format::Html => self.page(&text, side),
            Format::Txt => self.plain(text, side, folders),
            Format::Xlsx => self.tell(0, "not a workbook", "skipped"),
        }
        if let Some(f) = &mut self.file {
            f.articles = self.articles.len() as u64;
        }
    }

    fn format(&mut self, format: Format) {
        if let Some(f) = &mut self.file {
            f.format = format.as_str().into();
        }
    }

    fn outcomes(&mut self, outcomes: Vec<json::Outcome>) {
        let mut records = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            match outcome {
                Ok(r) => records.push(r),
                Err((line, why)) => self.tell(line, why, "skipped"),
            }
        }
        self.records(&records, &self.settings.columns.clone(), false);
    }

    fn workbook(&mut self, bytes: &[u8]) {
        match guarded(|| xlsx::read(bytes)) {
            Some(Ok(tables)) if tables.is_empty() => self.tell(0, "the workbook has no rows", "skipped"),
            Some(Ok(tables)) => {
                for table in tables {
                    self.table(table);
                }
                if let Some(f) = &mut self.file {
                    f.articles = self.articles.len() as u64;
                }
            }
            Some(Err(why)) => self.tell(0, format_args!("not a workbook: {}", short(&why)), "skipped"),
            None => self.tell(0, "not a workbook that can be read", "skipped"),
        }
    }

    fn table(&mut self, table: csv::Table) {
        for (line, why) in &table.broken {
            self.tell(*line, why, "skipped");
        }
        if table.rows.is_empty() {
            return self.tell(0, "no rows below a header", "skipped");
        }
        let mut columns = self.settings.columns.clone();
        if let Some(guessed) = &table.guessed_text
            && !columns.contains_key(&Field::Text)
        {
            columns.insert(Field::Text, guessed.clone());
            self.mapping.note = format!("column \"{guessed}\" taken for the text because its cells are long");
        }
        for (field, column) in &columns {
            if !table.header.iter().any(|h| h == column || fields::key(h) == fields::key(column)) {
                let (field, header) = (field.as_str(), table.header.join(", "));
                self.tell(
                    0,
                    format_args!("no column \"{column}\" for {field}; there are: {}", short(&header)),
                    "skipped",
                );
            }
        }
        let has_text = columns.contains_key(&Field::Text) || table.header.iter().any(|h| fields::means_text(h));
        let records: Vec<Record> = table.records().collect();
        if !has_text {
            self.count(&records, &columns);
            let header = short(&table.header.join(", "));
            let error = format!(
                "{} rows without a column of article text (columns: {header}); name it with --map text=COLUMN",
                table.rows.len()
            );
            return self.tell(0, error, "skipped");
        }
        self.records(&records, &columns, true);
    }

    /// Records without text are counted all the same, for the dry run.
    fn count(&mut self, records: &[Record], columns: &ColumnMap) {
        let chosen: Vec<_> = records.iter().map(|r| fields::choose(r, columns)).collect();
        for (record, chosen) in records.iter().zip(&chosen) {
            tally(&mut self.mapping, record, chosen);
        }
    }

    fn records(&mut self, records: &[Record], columns: &ColumnMap, is_table: bool) {
        if records.is_empty() {
            return;
        }
        let single = records.len() == 1 && !is_table;
        let is_lines = self.file.as_ref().is_some_and(|f| f.format == Format::Jsonl.as_str());
        let made: Vec<Made> = records
            .par_iter()
            .with_min_len(8)
            .enumerate()
            // Lines name themselves; elsewhere the place in the file does.
            .map(|(i, r)| self.article(r, columns, single, if is_lines { r.line } else { i as u64 + 1 }))
            .collect();
        let mut without_text = Vec::new();
        for (record, m) in records.iter().zip(made) {
            tally(&mut self.mapping, record, &m.chosen);
            let doc = m.article.as_ref().map(|a| a.doc_id.clone()).unwrap_or_default();
            if let Some((error, action)) = m.problem {
                let place = format!("{}:{}", self.name, record.line);
                self.problems.push(problem(self.name, record.line, &doc, format!("{place}: {error}"), action));
            }
            match m.article {
                Some(a) => self.articles.push(a),
                None => without_text.push(record.line),
            }
        }
        if self.articles.is_empty() && without_text.len() > 1 {
            let n = without_text.len();
            self.tell(
                0,
                format_args!("{n} records without article text: a list of addresses, not of articles"),
                "skipped",
            );
        } else {
            for line in without_text {
                self.tell(line, "record without article text", "skipped");
            }
        }
    }

    /// A record as an article; none without text.
    fn article(&self, record: &Record, columns: &ColumnMap, single: bool, number: u64) -> Made {
        let chosen = fields::choose(record, columns);
        let get = |f: Field| chosen[f as usize].map_or("", |i| record.fields[i].1.as_ref());
        let body = get(Field::Text);
        if body.trim().is_empty() {
            return Made { article: None, problem: None, chosen };
        }
        let title = get(Field::Title);
        let clock = get(Field::Clock);
        let published = get(Field::Published);
        let with_clock = if clock.is_empty() { published.to_string() } else { format!("{published} {clock}") };
        let published = if when::parse(published).is_some_and(|s| !s.has_time) { &with_clock } else { published };
        let id = match get(Field::Id).trim() {
            "" if single => files::stem(self.name).to_string(),
            "" => format!("{}#{number}", files::stem(self.name)),
            id => id.to_string(),
        };
        let mut draft = Draft {
            id,
            title,
            body,
            outlet: get(Field::Outlet),
            url: get(Field::Url).trim(),
            published,
            author: get(Field::Author),
            section: get(Field::Section),
            language: get(Field::Language),
            ..Draft::default()
        };
        draft.line = record.line;
        let (article, problem) = self.finish(draft);
        Made { article: Some(article), problem, chosen }
    }

    /// A saved page.
    fn page(&mut self, html: &str, side: Option<Record>) {
        let Some(page) = guarded(|| html::read(html)) else {
            return self.tell(0, "the page cannot be read", "skipped");
        };
        if let Some(what) = &page.repaired {
            self.tell(0, what, "repaired");
        }
        if page.text.trim().is_empty() {
            return self.tell(0, "no article text found in the page", "skipped");
        }
        let side = side.unwrap_or_default();
        let chosen = fields::choose(&side, &ColumnMap::new());
        let known = |f: Field, own: &'_ str| match chosen[f as usize] {
            Some(i) => side.fields[i].1.to_string(),
            None => own.to_string(),
        };
        let (outlet, url, published) = (
            known(Field::Outlet, &page.outlet),
            known(Field::Url, &page.url),
            known(Field::Published, &page.published),
        );
        let draft = Draft {
            id: files::stem(self.name).to_string(),
            title: &page.title,
            body: &page.text,
            outlet: &outlet,
            url: &url,
            published: &published,
            author: &page.author,
            section: &page.section,
            ..Draft::default()
        };
        self.single(draft);
    }

    /// A plain text: the file is the document.
    fn plain(&mut self, text: String, side: Option<Record>, folders: &FxHashSet<String>) {
        let (front, body) = txt::front_matter(&text);
        if body.trim().is_empty() {
            return self.tell(0, "no text behind the front matter", "skipped");
        }
        let mut known = front;
        known.fields.extend(side.unwrap_or_default().fields);
        let chosen = fields::choose(&known, &ColumnMap::new());
        let get = |f: Field| chosen[f as usize].map_or("", |i| known.fields[i].1.as_ref());
        let stem = files::stem(self.name);
        let by_name = txt::from_name(stem).unwrap_or(("", ""));
        let folder = self.name.rsplit_once('/').map_or("", |(f, _)| f);
        let folder_outlet = if folders.contains(folder) { folder.rsplit('/').next().unwrap_or("") } else { "" };
        let outlet = [get(Field::Outlet), by_name.1, folder_outlet]
            .into_iter()
            .find(|o| !o.trim().is_empty())
            .unwrap_or("")
            .to_string();
        let line = txt::title_line(body);
        let title = get(Field::Title).trim();
        let (title, title_len) = match line {
            Some((l, end)) if title.is_empty() || same_words(l, title) => (l.to_string(), end),
            _ => (title.to_string(), 0),
        };
        let draft = Draft {
            id: match get(Field::Id).trim() {
                "" => stem.to_string(),
                id => id.to_string(),
            },
            title: &title,
            whole: Some(title_len),
            body,
            outlet: &outlet,
            url: get(Field::Url).trim(),
            published: match get(Field::Published) {
                "" => by_name.0,
                p => p,
            },
            author: get(Field::Author),
            section: get(Field::Section),
            language: get(Field::Language),
            ..Draft::default()
        };
        self.single(draft);
    }

    fn single(&mut self, draft: Draft) {
        self.mapping.records += 1;
        for (field, value) in [
            (Field::Title, draft.title),
            (Field::Text, draft.body),
            (Field::Outlet, draft.outlet),
            (Field::Url, draft.url),
            (Field::Published, draft.published),
            (Field::Author, draft.author),
        ] {
            if !value.is_empty() {
                *self.mapping.used.entry(field).or_default().entry("(the file)".into()).or_default() += 1;
            }
        }
        let (article, trouble) = self.finish(draft);
        if let Some((error, action)) = trouble {
            let text = format!("{}: {error}", self.name);
            self.problems.push(problem(self.name, 0, &article.doc_id, text, action));
        }
        self.articles.push(article);
    }

    /// The article of a draft, and what had to be repaired.
    fn finish(&self, draft: Draft) -> (Article, Option<(String, &'static str)>) {
        let mut trouble = None;
        let missing_title = when::is_missing(draft.title);
        let title = if missing_title { "" } else { draft.title };
        let (mut text, title_len) = match draft.whole {
            Some(len) => (draft.body.to_string(), len),
            None if title.is_empty() => (draft.body.to_string(), 0),
            None => {
                let mut all = String::with_capacity(title.len() + 1 + draft.body.len());
                all.push_str(title);
                all.push('\n');
                all.push_str(draft.body);
                (all, title.len())
            }
        };
        if text.len() > MOST_TEXT {
            let full = text.len();
            let end = (0..=MOST_TEXT).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
            text.truncate(end);
            trouble = Some((format!("a text of {full} bytes; the first {end} are read"), "truncated"));
        }
        let (name, zone) = self.settings.outlets.resolve(draft.outlet, draft.url);
        let outlet = if name.is_empty() {
            let stem = files::stem(self.name);
            self.settings.outlets.resolve(stem.rsplit('/').next().unwrap_or(stem), "").0
        } else {
            name
        };
        let mut from = PublishedFrom::None;
        let mut stamp = match when::read(draft.published) {
            Ok(s) => s,
            Err(bad) => {
                let what = if bad == when::Bad::Impossible { "an impossible date" } else { "not a date" };
                let error = format!("published \"{}\" is {what}; left empty", short(draft.published));
                trouble.get_or_insert((error, "repaired"));
                None
            }
        };
        if stamp.is_some() {
            from = PublishedFrom::Metadata;
        } else if let Some(s) = when::from_url(draft.url) {
            stamp = Some(s);
            from = PublishedFrom::Url;
        }
        if let (Some(s), Some(zone)) = (&stamp, zone) {
            stamp = Some(when::in_zone(s.clone(), zone));
        }
        let mut language = crate::text::language::detect(&text).to_string();
        if language == "und" && !draft.language.is_empty() && text.chars().any(char::is_alphabetic) {
            language = draft.language.trim().to_lowercase().chars().take_while(char::is_ascii_alphabetic).collect();
        }
        let article = Article {
            doc_id: draft.id,
            outlet,
            url: draft.url.to_string(),
            title: title.to_string(),
            title_len: title_len.min(text.len()) as u32,
            language,
            text: Arc::from(text),
            published: stamp.as_ref().map(|x| x.rfc3339.clone()).unwrap_or_default(),
            published_local: stamp.as_ref().map(|x| x.local),
            published_has_time: stamp.as_ref().is_some_and(|x| x.has_time),
            offset_minutes: stamp.as_ref().and_then(|x| x.offset_minutes),
            published_from: from,
            author: clean(draft.author),
            section: clean(draft.section),
            input: self.name.to_string(),
            line: draft.line,
            notes: Vec::new(),
        };
        (article, trouble)
    }
}

/// Parts of an article before they are put together.
#[derive(Debug, Default)]
struct Draft<'a> {
    id: String,
    title: &'a str,
    /// Set when `body` is the whole document and begins with its headline of this many bytes.
    whole: Option<usize>,
    body: &'a str,
    outlet: &'a str,
    url: &'a str,
    published: &'a str,
    author: &'a str,
    section: &'a str,
    language: &'a str,
    line: u64,
}

fn clean(s: &str) -> String {
    if when::is_missing(s) { String::new() } else { s.trim().to_string() }
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

fn tally(mapping: &mut Mapping, record: &Record, chosen: &[Option<usize>; 10]) {
    mapping.records += 1;
    let bump = |map: &mut BTreeMap<String, u64>, name: &str| match map.get_mut(name) {
        Some(n) => *n += 1,
        None => {
            map.insert(name.to_string(), 1);
        }
    };
    for field in Field::ALL {
        if let Some(i) = chosen[field as usize] {
            bump(mapping.used.entry(field).or_default(), &record.fields[i].0);
        }
    }
    for (i, (name, value)) in record.fields.iter().enumerate() {
        if !chosen.contains(&Some(i)) && !value.is_empty() {
            bump(&mut mapping.unused, name);
        }
    }
}

fn input_file(name: &str, bytes: &[u8], format: &str) -> InputFile {
    let digest = sha2::Sha256::digest(bytes);
    InputFile {
        path: name.to_string(),
        bytes: bytes.len() as u64,
        sha256: digest.iter().fold(String::with_capacity(64), |mut s, b| {
            use std::fmt::Write as _;
            let _ = write!(s, "{b:02x}");
            s
        }),
        articles: 0,
        format: format.to_string(),
    }
}

/// Runs a reader that is not ours: a panic inside is an input that cannot be read, no more.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    QUIET.with(|q| q.set(true));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).ok();
    QUIET.with(|q| q.set(false));
    result
}

thread_local! {
    static QUIET: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// True while a foreign reader runs on this thread, whose panics are caught; the binary's panic hook asks.
pub fn panics_are_caught() -> bool {
    QUIET.with(std::cell::Cell::get)
}
