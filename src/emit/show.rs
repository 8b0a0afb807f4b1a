//! `muqabala show`: tables of an output folder as vertical records in a terminal.
//!
//! Terminals do not lay out right-to-left text reliably: ids, dates and numbers come first, each Arabic run stands alone
//! at the end of its line, between isolates when the output is a terminal, and no Arabic stands in a box. Into a file or
//! a pipe the same records go without isolates and colours.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use unicode_width::UnicodeWidthChar;

use super::view::shown;
use crate::text::fold::fold;

/// What to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Counts and the matrix of outlets.
    Summary,
    /// Contradictions.
    Contradictions,
    /// Dating issues.
    Dating,
    /// One story by id or words of its headline.
    Story(String),
    /// One entity by id or name.
    Entity(String),
}

/// How to show it.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The output is a terminal: isolates are written.
    pub terminal: bool,
    /// Colours are written.
    pub colour: bool,
    /// Columns of a line.
    pub width: usize,
    /// Records at most.
    pub limit: usize,
}

/// A table read back: rows as maps by column, text as it was before the formula guard.
struct Rows {
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
    guarded: bool,
}

impl Rows {
    fn read(folder: &Path, table: &str) -> Result<Rows> {
        let path = folder.join(format!("{table}.csv"));
        let bytes = std::fs::read(&path).with_context(|| {
            format!("{}: cannot read\nhint: give the output folder of \"muqabala run\"", path.display())
        })?;
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf");
        let guarded = plain.is_some();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(plain.unwrap_or(&bytes));
        let columns = reader.headers()?.iter().map(str::to_string).collect();
        let rows =
            reader.records().collect::<Result<_, _>>().with_context(|| format!("{}: not CSV", path.display()))?;
        Ok(Rows { columns, rows, guarded })
    }

    fn cell<'a>(&self, row: &'a csv::StringRecord, column: &str) -> &'a str {
        let at = self.columns.iter().position(|c| c == column);
        let cell = at.and_then(|i| row.get(i)).unwrap_or("");
        if self.guarded { super::csv::unguard(cell) } else { cell }
    }
}

/// Prints what was asked for.
///
/// # Errors
/// When a table cannot be read, nothing has that id or name, or the output is closed.
pub fn show(what: &What, folder: &Path, style: Style, out: &mut dyn Write) -> Result<()> {
    let mut page = Page { style, out };
    match what {
        What::Summary => summary(folder, &mut page),
        What::Contradictions => {
            let t = Rows::read(folder, "contradictions")?;
            let all: Vec<_> = t.rows.iter().collect();
            page.list(&all, "contradictions.csv", |page, i, row| contradiction(page, &t, i, row))
        }
        What::Dating => {
            let t = Rows::read(folder, "dating")?;
            let mut all: Vec<_> = t.rows.iter().collect();
            let rank =
                |r: &csv::StringRecord| ["high", "medium", "low"].iter().position(|s| *s == t.cell(r, "severity"));
            all.sort_by(|a, b| rank(a).cmp(&rank(b)).then(t.cell(b, "confidence").cmp(t.cell(a, "confidence"))));
            page.list(&all, "dating.csv", |page, i, row| issue(page, &t, i, row))
        }
        What::Story(name) => story(folder, name, &mut page),
        What::Entity(name) => entity(folder, name, &mut page),
    }
}

struct Page<'a> {
    style: Style,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn line(&mut self, s: &str) -> Result<()> {
        writeln!(self.out, "{s}")?;
        Ok(())
    }

    fn paint(&self, code: &str, s: &str) -> String {
        if self.style.colour { format!("\u{1b}[{code}m{s}\u{1b}[0m") } else { s.to_string() }
    }

    /// A label and a run of text at the end of the line, cut to the width.
    fn field(&mut self, label: &str, text: &str) -> Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let room = self.style.width.saturating_sub(16).max(40);
        let text = one_line(&shown(text));
        let text = cut(&text, room);
        let run = if self.style.terminal { format!("\u{2068}{text}\u{2069}") } else { text.into_owned() };
        let label = self.paint("2", &format!("{label:<11}"));
        self.line(&format!("    {label} {run}"))
    }

    fn list(
        &mut self,
        rows: &[&csv::StringRecord],
        file: &str,
        mut each: impl FnMut(&mut Self, usize, &csv::StringRecord) -> Result<()>,
    ) -> Result<()> {
        for (i, row) in rows.iter().take(self.style.limit).enumerate() {
            each(self, i + 1, row)?;
            self.line("")?;
        }
        if rows.is_empty() {
            self.line(&format!("no rows in {file}"))?;
        } else if rows.len() > self.style.limit {
            self.line(&format!("{} more in {file} (--limit N shows more)", rows.len() - self.style.limit))?;
        }
        Ok(())
    }

    fn severity(&self, s: &str) -> String {
        let code = match s {
            "high" => "31",
            "medium" => "33",
            _ => "2",
        };
        self.paint(code, s)
    }
}

/// Line feeds and runs of white space as one space.
fn one_line(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts at a word before `columns`; vowel marks have no width.
fn cut(s: &str, columns: usize) -> Cow<'_, str> {
    let mut width = 0;
    let mut space = 0;
    for (i, c) in s.char_indices() {
        width += c.width().unwrap_or(0);
        if width > columns {
            let end = if space > 0 { space } else { i };
            return format!("{} …", &s[..end]).into();
        }
        if c == ' ' {
            space = i;
        }
    }
    s.into()
}

fn contradiction(page: &mut Page, t: &Rows, i: usize, row: &csv::StringRecord) -> Result<()> {
    let get = |c: &str| t.cell(row, c);
    let head = format!("#{i}  {}  {}  {}", page.severity(get("severity")), get("confidence"), get("type"));
    let ids = page.paint("2", &format!("{}  {}", get("fact_id"), get("story_id")));
    page.line(&format!("{head}  {ids}"))?;
    page.field("compared", get("subject"))?;
    for side in ["a", "b"] {
        page.field(&format!("value {side}"), get(&format!("value_{side}")))?;
        page.field("outlets", get(&format!("outlets_{side}")))?;
        page.field("evidence", get(&format!("evidence_{side}")))?;
        page.field("article", get(&format!("doc_{side}")))?;
    }
    page.field("why", get("explanation"))
}

fn issue(page: &mut Page, t: &Rows, i: usize, row: &csv::StringRecord) -> Result<()> {
    let get = |c: &str| t.cell(row, c);
    let days = get("days_apart");
    let apart = if days.is_empty() { String::new() } else { format!("  {days} days apart") };
    let head = format!("#{i}  {}  {}  {}{apart}", page.severity(get("severity")), get("confidence"), get("kind"));
    let ids = page.paint("2", get("issue_id"));
    page.line(&format!("{head}  {ids}"))?;
    for side in ["a", "b"] {
        page.field(&format!("value {side}"), get(&format!("value_{side}")))?;
        page.field("words", get(&format!("text_{side}")))?;
        page.field("outlet", get(&format!("outlet_{side}")))?;
        page.field("article", get(&format!("doc_{side}")))?;
    }
    page.field("why", get("explanation"))
}

/// Row whose id is `name`, else the only one whose text holds it, folded.
fn find<'a>(t: &'a Rows, id: &str, texts: &[&str], name: &str, what: &str) -> Result<&'a csv::StringRecord> {
    if let Some(row) = t.rows.iter().find(|r| t.cell(r, id) == name) {
        return Ok(row);
    }
    let wanted = fold(name);
    let hits: Vec<_> = t.rows.iter().filter(|r| texts.iter().any(|c| fold(t.cell(r, c)).contains(&wanted))).collect();
    match hits.as_slice() {
        [] => bail!("no {what} \"{name}\"\nhint: give its id, or words of its name"),
        [one] => Ok(one),
        many => {
            // a whole name wins over names that hold it
            let whole: Vec<_> = many.iter().filter(|r| texts.iter().any(|c| fold(t.cell(r, c)) == wanted)).collect();
            if let [one] = whole.as_slice() {
                return Ok(one);
            }
            let ids: Vec<String> = many
                .iter()
                .take(12)
                .map(|r| format!("  {}  {}", t.cell(r, id), cut(t.cell(r, texts[0]), 70)))
                .collect();
            bail!("{} {what} rows hold \"{name}\"\nhint: give the id:\n{}", many.len(), ids.join("\n"))
        }
    }
}

fn story(folder: &Path, name: &str, page: &mut Page) -> Result<()> {
    let stories = Rows::read(folder, "stories")?;
    let row = find(&stories, "story_id", &["label"], name, "story")?;
    let get = |c: &str| stories.cell(row, c);
    let id = get("story_id").to_string();
    page.line(&format!(
        "{id}  {} articles  {} agree  {} contradict  {} dating",
        get("documents"),
        get("agreements"),
        get("contradictions"),
        get("dating_conflicts")
    ))?;
    page.field("story", get("label"))?;
    page.field("outlets", get("outlets"))?;
    page.field("published", &format!("{} … {}", get("first_published"), get("last_published")))?;
    page.line("")?;
    let sources = Rows::read(folder, "sources")?;
    for s in sources.rows.iter().filter(|r| sources.cell(r, "story_id") == id) {
        page.line(&format!("  {}  {}", sources.cell(s, "published"), sources.cell(s, "doc_id")))?;
        page.field("outlet", sources.cell(s, "outlet"))?;
        page.field("headline", sources.cell(s, "title"))?;
    }
    page.line("")?;
    let contradictions = Rows::read(folder, "contradictions")?;
    let rows: Vec<_> = contradictions.rows.iter().filter(|r| contradictions.cell(r, "story_id") == id).collect();
    if !rows.is_empty() {
        page.list(&rows, "contradictions.csv", |page, i, row| contradiction(page, &contradictions, i, row))?;
    }
    let dating = Rows::read(folder, "dating")?;
    let rows: Vec<_> = dating.rows.iter().filter(|r| dating.cell(r, "story_id") == id).collect();
    if !rows.is_empty() {
        page.list(&rows, "dating.csv", |page, i, row| issue(page, &dating, i, row))?;
    }
    let agreements = Rows::read(folder, "agreements")?;
    for row in agreements.rows.iter().filter(|r| agreements.cell(r, "story_id") == id).take(page.style.limit) {
        page.line(&format!("agree  {}  {}", agreements.cell(row, "type"), agreements.cell(row, "fact_id")))?;
        page.field("compared", agreements.cell(row, "subject"))?;
        page.field("value", agreements.cell(row, "value"))?;
        page.field("outlets", agreements.cell(row, "outlets"))?;
    }
    Ok(())
}

fn entity(folder: &Path, name: &str, page: &mut Page) -> Result<()> {
    let entities = Rows::read(folder, "entities")?;
    let row = find(&entities, "entity_id", &["name", "variants"], name, "entity")?;
    let get = |c: &str| entities.cell(row, c);
    let id = get("entity_id").to_string();
    page.line(&format!("{id}  {}  {} articles  {} mentions", get("type"), get("documents"), get("mentions")))?;
    page.field("name", get("name"))?;
    for v in get("variants").split(" | ") {
        page.field("spelling", v)?;
    }
    page.field("roles", get("roles"))?;
    page.field("outlets", get("outlets"))?;
    for reason in get("reasons").split(" | ").filter(|r| !r.is_empty()) {
        page.field("merged", reason)?;
    }
    let claims = Rows::read(folder, "claims")?;
    let rows: Vec<_> = claims.rows.iter().filter(|r| claims.cell(r, "speaker_id") == id).collect();
    if !rows.is_empty() {
        page.line("")?;
        page.list(&rows, "claims.csv", |page, _, row| {
            page.line(&format!("  {}  {}", claims.cell(row, "claim_id"), claims.cell(row, "kind")))?;
            page.field("outlet", claims.cell(row, "outlet"))?;
            page.field("said", claims.cell(row, "content"))
        })?;
    }
    Ok(())
}

fn summary(folder: &Path, page: &mut Page) -> Result<()> {
    let manifest = folder.join("manifest.json");
    let text = std::fs::read_to_string(&manifest).with_context(|| {
        format!("{}: cannot read\nhint: give the output folder of \"muqabala run\"", manifest.display())
    })?;
    let manifest: serde_json::Value = serde_json::from_str(&text).context("manifest.json is not JSON")?;
    for (table, file) in manifest["tables"].as_object().into_iter().flatten() {
        page.line(&format!("{:>9}  {table}", file["rows"].as_u64().unwrap_or(0)))?;
    }
    let outlets = Rows::read(folder, "outlets")?;
    let mut names: Vec<&str> =
        outlets.rows.iter().flat_map(|r| [outlets.cell(r, "outlet_a"), outlets.cell(r, "outlet_b")]).collect();
    names.sort_unstable();
    names.dedup();
    names.truncate(20);
    if names.len() < 2 {
        return Ok(());
    }
    let mut counts: BTreeMap<(&str, &str), (&str, &str)> = BTreeMap::new();
    for r in &outlets.rows {
        let n = (outlets.cell(r, "contradictions"), outlets.cell(r, "agreements"));
        counts.insert((outlets.cell(r, "outlet_a"), outlets.cell(r, "outlet_b")), n);
    }
    page.line("\ncontradict above the diagonal, agree below")?;
    let head: Vec<String> = (1..=names.len()).map(|i| format!("{i:>6}")).collect();
    page.line(&format!("     {}", head.concat()))?;
    for (i, a) in names.iter().enumerate() {
        let mut line = format!("{:>4} ", i + 1);
        for (j, b) in names.iter().enumerate() {
            let n = counts.get(&(*a, *b)).or_else(|| counts.get(&(*b, *a)));
            let cell = match (i.cmp(&j), n) {
                (std::cmp::Ordering::Equal, _) => "·",
                (_, None) => "-",
                (std::cmp::Ordering::Less, Some(n)) => n.0,
                (_, Some(n)) => n.1,
            };
            line.push_str(&format!("{cell:>6}"));
        }
        page.line(&line)?;
    }
    for (i, name) in names.iter().enumerate() {
        let label = format!("{:>4}", i + 1);
        let run = if page.style.terminal { format!("\u{2068}{name}\u{2069}") } else { name.to_string() };
        page.line(&format!("{label}  {run}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_counts_columns_and_stops_at_a_word() {
        assert_eq!(cut("قال الوزير إن", 30), "قال الوزير إن");
        assert_eq!(cut("قَالَ الوزير إن الاجتماع", 11), "قَالَ الوزير …");
    }
}
