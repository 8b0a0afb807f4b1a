//! muqabala.xlsx: the tables as people work in them, with links, marks in the evidence and room for decisions.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use jiff::civil::{Date, DateTime};
use rayon::prelude::*;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url,
    Workbook, Worksheet,
};

use super::manifest::TableFile;
use super::messages::{column_ar, fill, message};
use super::tables::{ColumnType, Context, TABLES, list, outlets_of, quantity};
use super::view::{self, Mark};
use crate::model::*;

/// File name in the output folder.
pub const FILE: &str = "muqabala.xlsx";

/// Rows of a sheet on which decisions are taken. Spreadsheet programs hold 1,048,576, but list at most 10,000 values in a
/// filter and slow down long before; the CSV beside holds all.
const DECISION_ROWS: usize = 20_000;
/// Rows of a sheet for looking things up. Writing 31,525 articles' worth of all rows would double the time of a run.
const LOOKUP_ROWS: usize = 10_000;
/// Links a sheet: spreadsheet programs stop at 65,530.
const MAX_LINKS: usize = 60_000;
/// Longest cell: programs stop at 32,767 UTF-16 units.
const MAX_CELL: usize = 32_000;
/// Columns for outlets on the sheet of facts.
const MAX_OUTLETS: usize = 60;
/// Decisions offered for facts and dating issues, as message keys.
pub const DECISIONS: [&str; 3] = ["decision.right", "decision.wrong", "decision.unsure"];
/// Decisions offered for entities.
pub const ENTITY_DECISIONS: [&str; 6] =
    ["decision.right", "decision.wrong", "decision.unsure", "decision.split", "decision.merge", "decision.rename"];

/// Points of a line of text.
const LINE_HEIGHT: f64 = 14.5;
/// Lines of the highest row; longer text is read in the input line.
const MAX_LINES: usize = 12;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Plain,
    Source,
    Id,
    Number,
    Percent,
    Day,
    Moment,
    Link,
    Review,
    High,
    Medium,
    Low,
    Agree,
    Contradict,
    Compatible,
    Silent,
    Head,
    Note,
    Title,
    Label,
    Warning,
}

const LOOKS: [Look; 21] = [
    Look::Plain,
    Look::Source,
    Look::Id,
    Look::Number,
    Look::Percent,
    Look::Day,
    Look::Moment,
    Look::Link,
    Look::Review,
    Look::High,
    Look::Medium,
    Look::Low,
    Look::Agree,
    Look::Contradict,
    Look::Compatible,
    Look::Silent,
    Look::Head,
    Look::Note,
    Look::Title,
    Look::Label,
    Look::Warning,
];

/// Formats of all looks, made once so that their numbers do not depend on which sheet is written first.
struct Formats {
    looks: Vec<Format>,
    plain: Format,
    value: Format,
    differs: Format,
}

impl Formats {
    fn new() -> Formats {
        let base = || {
            Format::new()
                .set_font_name("Arial")
                .set_font_size(10.5)
                .set_align(FormatAlign::Top)
                .set_text_wrap()
                .set_border_bottom(FormatBorder::Hair)
                .set_border_bottom_color(Color::RGB(0xC9_C5_BD))
        };
        let tone = |back: u32, ink: u32| base().set_background_color(Color::RGB(back)).set_font_color(Color::RGB(ink));
        let looks = LOOKS
            .iter()
            .map(|look| match look {
                Look::Plain => base(),
                // article text: right to left whatever the sheet's direction
                Look::Source => base().set_reading_direction(2).set_align(FormatAlign::Right),
                Look::Id => base().set_font_size(8.5).set_font_color(Color::RGB(0x6F_6A_62)).set_reading_direction(1),
                Look::Number => base().set_num_format("#,##0.###").set_reading_direction(1),
                Look::Percent => base().set_num_format("0%").set_reading_direction(1),
                Look::Day => base().set_num_format("yyyy-mm-dd").set_reading_direction(1),
                Look::Moment => base().set_num_format("yyyy-mm-dd hh:mm").set_reading_direction(1),
                Look::Link => base().set_font_color(Color::RGB(0x1A_5F_7A)).set_underline(FormatUnderline::Single),
                Look::Review => base()
                    .set_background_color(Color::RGB(0xFF_FB_E6))
                    .set_border(FormatBorder::Thin)
                    .set_border_color(Color::RGB(0xE6_D9_9A)),
                Look::High | Look::Contradict => tone(0xF9_DD_D8, 0x7F_1D_12),
                Look::Medium | Look::Compatible => tone(0xFD_F0_CC, 0x5C_43_00),
                Look::Low => tone(0xEC_EF_F1, 0x3A_45_4D),
                Look::Agree => tone(0xDD_F0_E4, 0x14_4D_2C),
                Look::Silent => base().set_font_color(Color::RGB(0x76_72_6B)),
                Look::Head => base()
                    .set_bold()
                    .set_background_color(Color::RGB(0x1F_3D_4A))
                    .set_font_color(Color::White)
                    .set_align(FormatAlign::VerticalCenter),
                Look::Note => Format::new()
                    .set_font_name("Arial")
                    .set_font_size(10.5)
                    .set_font_color(Color::RGB(0x4A_46_40))
                    .set_align(FormatAlign::VerticalCenter),
                Look::Title => Format::new()
                    .set_font_name("Arial")
                    .set_font_size(18)
                    .set_bold()
                    .set_font_color(Color::RGB(0x1F_3D_4A))
                    .set_align(FormatAlign::VerticalCenter),
                Look::Label => Format::new()
                    .set_font_name("Arial")
                    .set_font_size(12)
                    .set_bold()
                    .set_font_color(Color::RGB(0x1F_3D_4A))
                    .set_align(FormatAlign::VerticalCenter),
                Look::Warning => Format::new()
                    .set_font_name("Arial")
                    .set_font_size(10.5)
                    .set_bold()
                    .set_font_color(Color::RGB(0x8A_3B_00))
                    .set_align(FormatAlign::VerticalCenter),
            })
            .collect();
        let font = || Format::new().set_font_name("Arial").set_font_size(10.5);
        Formats {
            looks,
            plain: font(),
            value: font().set_bold().set_font_color(Color::RGB(0xB3_26_1E)),
            differs: font().set_underline(FormatUnderline::Single).set_font_color(Color::RGB(0x8A_5A_00)),
        }
    }

    fn of(&self, look: Look) -> &Format {
        &self.looks[LOOKS.iter().position(|l| *l == look).expect("every look is listed")]
    }
}

/// A cell.
enum Cell<'a> {
    Blank,
    Text(Look, Cow<'a, str>),
    Number(Look, f64),
    Day(Date),
    Moment(DateTime),
    Link(String, Cow<'a, str>),
    Rich(Vec<(Mark, String)>),
}

impl<'a> Cell<'a> {
    fn text(s: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::Text(Look::Plain, s.into())
    }
    fn source(s: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::Text(Look::Source, s.into())
    }
    fn id(s: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::Text(Look::Id, s.into())
    }
    fn count(n: usize) -> Cell<'a> {
        Cell::Number(Look::Number, n as f64)
    }
    /// A real date when the value is a day, a number when it is one, text otherwise.
    fn value(s: &'a str) -> Cell<'a> {
        match (day_of(s), s.parse::<f64>()) {
            (Some(d), _) => Cell::Day(d),
            (None, Ok(n)) if n.is_finite() => Cell::Number(Look::Number, n),
            _ => Cell::source(s),
        }
    }
    fn day(d: Option<Date>) -> Cell<'a> {
        d.map_or(Cell::Blank, Cell::Day)
    }
    fn published(a: &'a Article) -> Cell<'a> {
        match a.published_local {
            Some(t) if a.published_has_time => Cell::Moment(t),
            Some(t) => Cell::Day(t.date()),
            None => Cell::Blank,
        }
    }
    /// Lines it takes in a column of that many characters; vowel marks have no width.
    fn lines(&self, width: f64) -> usize {
        let columns = |s: &str| s.chars().filter(|c| !matches!(*c, '\u{64b}'..='\u{65f}')).count();
        let n = match self {
            Cell::Text(_, s) | Cell::Link(_, s) => columns(s),
            Cell::Rich(pieces) => pieces.iter().map(|p| columns(&p.1)).sum(),
            _ => return 1,
        };
        ((n as f64 * 1.05 / width).ceil() as usize).max(1)
    }
    fn link(url: Option<String>, text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        url.map_or(Cell::Blank, |u| Cell::Link(u, text.into()))
    }
}

fn day_of(s: &str) -> Option<Date> {
    let shape = s.len() == 10
        && s.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if shape { s.parse().ok() } else { None }
}

/// A column of a sheet: message key of its heading (or the heading itself), width in characters.
struct Col<'a> {
    head: Cow<'a, str>,
    width: f64,
}

/// A sheet being written, row after row.
struct Sheet<'a> {
    page: Worksheet,
    formats: &'a Formats,
    language: Language,
    row: u32,
    links: usize,
    rows: usize,
    total: usize,
    widths: Vec<f64>,
    name: &'static str,
    failed: Option<rust_xlsxwriter::XlsxError>,
}

impl<'a> Sheet<'a> {
    fn say(&self, key: &'a str) -> &'a str {
        message(self.language, key)
    }

    fn keep(&mut self, result: Result<(), rust_xlsxwriter::XlsxError>) {
        if let (Err(e), None) = (result, &self.failed) {
            self.failed = Some(e);
        }
    }

    /// Notes, frozen heading and widths. `file` holds all rows when the sheet does not.
    fn head(&mut self, columns: &[Col], shown: usize, total: usize, file: &str, frozen: u16) {
        self.total = total;
        self.widths = columns.iter().map(|c| c.width).collect();
        let mut note = self.say(sheet_note(self.name)).to_string();
        let mut look = Look::Note;
        if shown < total {
            look = Look::Warning;
            let (shown, total) = (thousands(shown), thousands(total));
            note.push_str(" · ");
            note.push_str(&fill(self.language, "capped", &[("shown", &shown), ("total", &total), ("file", file)]));
        }
        let formats = self.formats;
        let r = (|| {
            self.page.write_string_with_format(0, 0, note, formats.of(look))?;
            self.page.set_row_height(0, 22)?;
            self.page.set_row_height(1, 30)?;
            for (i, c) in columns.iter().enumerate() {
                self.page.set_column_width(i as u16, c.width)?;
                self.page.write_string_with_format(1, i as u16, c.head.as_ref(), formats.of(Look::Head))?;
            }
            self.page.set_freeze_panes(2, frozen)?;
            self.page.autofilter(1, 0, 1 + shown.max(1) as u32, columns.len() as u16 - 1)?;
            self.page.set_repeat_rows(0, 1)?;
            self.page.set_landscape();
            self.page.set_paper_size(9);
            // a sheet of many columns on one page across could not be read
            self.page.set_print_fit_to_pages(if columns.len() > 10 { 2 } else { 1 }, 0);
            self.page.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
            Ok(())
        })();
        self.keep(r);
        self.row = 2;
    }

    /// One row of cells.
    fn row(&mut self, cells: Vec<Cell>) {
        let row = self.row;
        // programs do not all fit the heights of wrapped rows when they open a file
        let lines = cells.iter().zip(&self.widths).map(|(cell, width)| cell.lines(*width)).max().unwrap_or(1);
        if lines > 1 {
            let height = LINE_HEIGHT * lines.min(MAX_LINES) as f64 + 3.0;
            let done = self.page.set_row_height(row, height).map(|_| ());
            self.keep(done);
        }
        for (i, cell) in cells.into_iter().enumerate() {
            self.cell(row, i as u16, cell);
        }
        self.row += 1;
        self.rows += 1;
    }

    fn cell(&mut self, row: u32, col: u16, cell: Cell) {
        let f = self.formats;
        let r: Result<(), rust_xlsxwriter::XlsxError> = match cell {
            Cell::Blank => self.page.write_blank(row, col, f.of(Look::Plain)).map(|_| ()),
            Cell::Text(look, s) if s.is_empty() => self.page.write_blank(row, col, f.of(look)).map(|_| ()),
            Cell::Text(look, s) => {
                self.page.write_string_with_format(row, col, clip(&view::shown(&s)), f.of(look)).map(|_| ())
            }
            Cell::Number(look, n) => self.page.write_number_with_format(row, col, n, f.of(look)).map(|_| ()),
            Cell::Day(d) => match ExcelDateTime::from_ymd(d.year().max(0) as u16, d.month() as u8, d.day() as u8) {
                Ok(t) => self.page.write_datetime_with_format(row, col, &t, f.of(Look::Day)).map(|_| ()),
                Err(_) => self.page.write_string_with_format(row, col, d.to_string(), f.of(Look::Id)).map(|_| ()),
            },
            Cell::Moment(t) => {
                let made = ExcelDateTime::from_ymd(t.year().max(0) as u16, t.month() as u8, t.day() as u8)
                    .and_then(|d| d.and_hms(t.hour() as u16, t.minute() as u8, t.second() as f64));
                match made {
                    Ok(t) => self.page.write_datetime_with_format(row, col, &t, f.of(Look::Moment)).map(|_| ()),
                    Err(_) => self.page.write_string_with_format(row, col, t.to_string(), f.of(Look::Id)).map(|_| ()),
                }
            }
            Cell::Link(url, text) => {
                let text = view::shown(&text).into_owned();
                self.links += 1;
                let linked = self.links <= MAX_LINKS
                    && self
                        .page
                        .write_url_with_options(row, col, Url::new(&url), clip(&text), "", Some(f.of(Look::Link)))
                        .is_ok();
                if linked {
                    Ok(())
                } else {
                    // too long or too many for a link: the address as text
                    self.page.write_string_with_format(row, col, clip(&url), f.of(Look::Id)).map(|_| ())
                }
            }
            Cell::Rich(pieces) => {
                let shown: Vec<(Mark, String)> = pieces
                    .into_iter()
                    .map(|(m, s)| (m, view::shown(&s).into_owned()))
                    .filter(|p| !p.1.is_empty())
                    .collect();
                let cell = f.of(Look::Source);
                let marked = shown.iter().any(|p| p.0 != Mark::Plain);
                let length: usize = shown.iter().map(|p| p.1.encode_utf16().count()).sum();
                if shown.is_empty() {
                    self.page.write_blank(row, col, cell).map(|_| ())
                } else if !marked || length > MAX_CELL || shown.len() == 1 {
                    let all: String = shown.iter().map(|p| p.1.as_str()).collect();
                    self.page.write_string_with_format(row, col, clip(&all), cell).map(|_| ())
                } else {
                    let parts: Vec<(&Format, &str)> = shown
                        .iter()
                        .map(|(m, s)| {
                            let format = match m {
                                Mark::Plain => &f.plain,
                                Mark::Value => &f.value,
                                Mark::Differs => &f.differs,
                            };
                            (format, s.as_str())
                        })
                        .collect();
                    self.page.write_rich_string_with_format(row, col, &parts, cell).map(|_| ())
                }
            }
        };
        self.keep(r);
    }

    /// The reviewer's columns, from `first` on: a list of decisions, and room to write.
    fn review(&mut self, first: u16, decisions: &[&'a str], shown: usize) {
        let words: Vec<&str> = decisions.iter().map(|d| message(self.language, d)).collect();
        let r = (|| {
            let validation = DataValidation::new()
                .allow_list_strings(&words)?
                .set_input_message(message(self.language, "review.hint"))?;
            self.page.add_data_validation(2, first, 1 + shown.max(1) as u32, first, &validation)?;
            Ok(())
        })();
        self.keep(r);
    }

    /// A free line, outside any table.
    fn line(&mut self, col: u16, look: Look, s: &str) {
        let row = self.row;
        let r = self.page.write_string_with_format(row, col, s, self.formats.of(look)).map(|_| ());
        self.keep(r);
    }
}

fn sheet_note(name: &str) -> &'static str {
    match name {
        "summary" => "sheet.summary.note",
        "contradictions" => "sheet.contradictions.note",
        "dating" => "sheet.dating.note",
        "agreements" => "sheet.agreements.note",
        "claims" => "sheet.claims.note",
        "dates" => "sheet.dates.note",
        "entities" => "sheet.entities.note",
        "sources" => "sheet.sources.note",
        "errors" => "sheet.errors.note",
        _ => "sheet.legend.note",
    }
}

fn sheet_key(name: &str) -> &'static str {
    sheet_note(name).trim_end_matches(".note")
}

fn clip(s: &str) -> Cow<'_, str> {
    if s.len() <= MAX_CELL {
        return s.into();
    }
    let mut units = 0;
    for (i, c) in s.char_indices() {
        units += c.len_utf16();
        if units > MAX_CELL {
            return format!("{}…", &s[..i]).into();
        }
    }
    s.into()
}

/// 12345 → 12,345.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

type Fill = fn(&Context, &mut Sheet);

/// The sheets in order. Legend and summary are short; the others are filled in parallel.
const SHEETS: [(&str, Fill, u32); 10] = [
    ("summary", summary, 0x1F3D4A),
    ("contradictions", contradictions, 0xB3261E),
    ("dating", dating, 0xB3681E),
    ("agreements", agreements, 0x2E7D4F),
    ("claims", claims, 0x5B6B73),
    ("dates", dates, 0x5B6B73),
    ("entities", entities, 0x5B6B73),
    ("sources", sources, 0x5B6B73),
    ("errors", errors, 0x8A817C),
    ("legend", legend, 0x8A817C),
];

/// Writes the workbook. The same report gives the same bytes.
///
/// # Errors
/// When the file cannot be written.
pub fn write(c: &Context, folder: &Path, language: Language) -> Result<TableFile> {
    let path = folder.join(FILE);
    let mut book = Workbook::new();
    // temporary files beside the result: /tmp may be small or kept in memory
    book.set_tempdir(folder).context("workbook: temporary folder")?;
    let formats = Formats::new();
    for f in formats.looks.iter().chain([&formats.plain, &formats.value, &formats.differs]) {
        book.register_format(f);
    }
    let properties = DocProperties::new()
        .set_title(message(language, "title"))
        .set_author("muqabala")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1).context("workbook: date")?);
    book.set_properties(&properties);
    let mut pages = Vec::new();
    for (name, filler, tab) in SHEETS {
        let mut page = book.new_worksheet_with_constant_memory().context("workbook: temporary file")?;
        page.set_name(message(language, sheet_key(name))).context("workbook: sheet name")?;
        page.set_right_to_left(language == Language::Ar);
        page.set_tab_color(Color::RGB(tab));
        pages.push((name, filler, page));
    }
    let filled: Vec<Worksheet> = pages
        .into_par_iter()
        .with_max_len(1)
        .map(|(name, filler, page)| {
            let mut sheet = Sheet {
                page,
                formats: &formats,
                language,
                row: 0,
                links: 0,
                rows: 0,
                total: 0,
                widths: Vec::new(),
                name,
                failed: None,
            };
            filler(c, &mut sheet);
            match sheet.failed {
                Some(e) => Err(e),
                None => Ok(sheet.page),
            }
        })
        .collect::<Result<_, _>>()
        .context("workbook")?;
    for page in filled {
        book.push_worksheet(page);
    }
    book.save(&path).with_context(|| format!("{}: cannot write", path.display()))?;
    let bytes = std::fs::read(&path).with_context(|| format!("{}: cannot read back", path.display()))?;
    let sha256 = super::csv::hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes));
    Ok(TableFile { name: FILE, path: FILE.to_string(), rows: 0, bytes: bytes.len() as u64, sha256 })
}

fn columns<'a>(sheet: &Sheet<'a>, list: &[(&'a str, f64)]) -> Vec<Col<'a>> {
    list.iter().map(|(key, width)| Col { head: sheet.say(key).into(), width: *width }).collect()
}

fn severity_cell(sheet: &Sheet, s: Severity) -> Cell<'static> {
    let (look, key) = match s {
        Severity::High => (Look::High, "severity.high"),
        Severity::Medium => (Look::Medium, "severity.medium"),
        Severity::Low => (Look::Low, "severity.low"),
    };
    Cell::Text(look, message(sheet.language, key).into())
}

/// Message key of a fact's type.
pub fn type_key(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Number => "type.number",
        FactKind::Date => "type.date",
        FactKind::Place => "type.place",
        FactKind::Person => "type.person",
        FactKind::Organisation => "type.organisation",
        FactKind::Quote => "type.quote",
        FactKind::Polarity => "type.polarity",
        FactKind::Attribution => "type.attribution",
    }
}

fn relation_key(r: Relation) -> &'static str {
    match r {
        Relation::Agree => "verdict.agree",
        Relation::Contradict => "verdict.contradict",
        Relation::Compatible => "verdict.compatible",
        Relation::Related => "verdict.related",
    }
}

fn contradictions(c: &Context, sheet: &mut Sheet) {
    let pairs = view::rivals(c.report);
    let shown = pairs.len().min(DECISION_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.rank", 5.0),
            ("col.severity", 10.0),
            ("col.confidence", 9.0),
            ("col.type", 13.0),
            ("col.subject", 24.0),
            ("col.value_a", 16.0),
            ("col.outlets_a", 15.0),
            ("col.evidence_a", 52.0),
            ("col.value_b", 16.0),
            ("col.outlets_b", 15.0),
            ("col.evidence_b", 52.0),
            ("col.explanation", 46.0),
            ("col.published_a", 16.0),
            ("col.link_a", 9.0),
            ("col.published_b", 16.0),
            ("col.link_b", 9.0),
            ("col.decision", 12.0),
            ("col.note", 28.0),
            ("col.reviewer", 14.0),
            ("col.story_id", 15.0),
            ("col.fact_id", 15.0),
        ],
    );
    sheet.head(&heads, shown, pairs.len(), "contradictions.csv", 2);
    sheet.review(16, &DECISIONS, shown);
    let open = sheet.say("col.open");
    for (rank, pair) in pairs.into_iter().take(shown).enumerate() {
        let f = pair.fact;
        let groups = view::groups(f);
        let (a, b) = (&groups[pair.a], &groups[pair.b]);
        let (va, vb) = (a.told(c.report, pair.why), b.told(c.report, pair.why));
        let reading = |d: u32| &c.report.readings[d as usize].doc;
        let (ea, eb) =
            view::evidence_pair((reading(va.doc), va.evidence, va.span), (reading(vb.doc), vb.evidence, vb.span));
        let (da, db) = (c.doc(va.doc), c.doc(vb.doc));
        let cells = vec![
            Cell::count(rank + 1),
            severity_cell(sheet, f.severity),
            Cell::Number(Look::Percent, f.confidence_0_1),
            Cell::text(message(sheet.language, type_key(f.kind))),
            Cell::text(view::subject(f)),
            Cell::value(a.value),
            Cell::text(list(outlets_of(c, a.stated.iter().map(|v| v.doc)))),
            Cell::Rich(ea),
            Cell::value(b.value),
            Cell::text(list(outlets_of(c, b.stated.iter().map(|v| v.doc)))),
            Cell::Rich(eb),
            Cell::text(pair.why),
            Cell::published(da),
            Cell::link(view::passage_url(&da.url, c.slice(va.doc, va.evidence)), open),
            Cell::published(db),
            Cell::link(view::passage_url(&db.url, c.slice(vb.doc, vb.evidence)), open),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::id(&f.story),
            Cell::id(&f.id),
        ];
        sheet.row(cells);
    }
}

fn dating(c: &Context, sheet: &mut Sheet) {
    let all = view::dating(c.report);
    let shown = all.len().min(DECISION_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.rank", 5.0),
            ("col.severity", 10.0),
            ("col.confidence", 9.0),
            ("col.kind", 26.0),
            ("col.explanation", 46.0),
            ("col.outlet_a", 14.0),
            ("col.text_a", 20.0),
            ("col.value_a", 13.0),
            ("col.evidence_a", 46.0),
            ("col.outlet_b", 14.0),
            ("col.text_b", 20.0),
            ("col.value_b", 13.0),
            ("col.evidence_b", 46.0),
            ("col.days_apart", 9.0),
            ("col.published_a", 16.0),
            ("col.link_a", 9.0),
            ("col.published_b", 16.0),
            ("col.link_b", 9.0),
            ("col.decision", 12.0),
            ("col.note", 28.0),
            ("col.reviewer", 14.0),
            ("col.story_id", 15.0),
            ("col.issue_id", 15.0),
        ],
    );
    sheet.head(&heads, shown, all.len(), "dating.csv", 2);
    sheet.review(18, &DECISIONS, shown);
    let open = sheet.say("col.open");
    for (rank, d) in all.into_iter().take(shown).enumerate() {
        let side = |s: &DatingSide| {
            let doc = &c.report.readings[s.doc as usize].doc;
            let sentence = view::sentence_of(doc, s.span);
            let pieces = if s.span.is_empty() { Vec::new() } else { view::pieces(doc, sentence, s.span, &[]) };
            let url = if s.span.is_empty() {
                view::safe_url(&doc.article.url).map(str::to_string)
            } else {
                view::passage_url(&doc.article.url, doc.slice(sentence))
            };
            (pieces, url)
        };
        let ((ea, la), (eb, lb)) = (side(&d.a), side(&d.b));
        let (da, db) = (c.doc(d.a.doc), c.doc(d.b.doc));
        let key = format!("dating.{}", d.kind);
        let cells = vec![
            Cell::count(rank + 1),
            severity_cell(sheet, d.severity),
            Cell::Number(Look::Percent, d.confidence_0_1),
            Cell::text(message(sheet.language, &key).to_string()),
            Cell::text(&d.explanation),
            Cell::text(&da.outlet),
            Cell::source(&d.a.text),
            Cell::value(&d.a.value),
            Cell::Rich(ea),
            Cell::text(&db.outlet),
            Cell::source(&d.b.text),
            Cell::value(&d.b.value),
            Cell::Rich(eb),
            d.days_apart.map_or(Cell::Blank, |n| Cell::Number(Look::Number, n as f64)),
            Cell::published(da),
            Cell::link(la, open),
            Cell::published(db),
            Cell::link(lb, open),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::id(&d.story),
            Cell::id(&d.id),
        ];
        sheet.row(cells);
    }
}

fn agreements(c: &Context, sheet: &mut Sheet) {
    let facts = view::facts_in_order(c);
    let shown = facts.len().min(DECISION_ROWS);
    // the outlets of most facts first when there are too many, then by name
    let mut stated: BTreeMap<&str, usize> = BTreeMap::new();
    for f in &facts {
        for o in f.values.iter().map(|v| c.doc(v.doc).outlet.as_str()).collect::<BTreeSet<_>>() {
            *stated.entry(o).or_default() += 1;
        }
    }
    let mut outlets: Vec<&str> = stated.keys().copied().collect();
    outlets.sort_by_key(|o| std::cmp::Reverse(stated[o]));
    let left_out = outlets.len().saturating_sub(MAX_OUTLETS);
    outlets.truncate(MAX_OUTLETS);
    outlets.sort_unstable();
    let mut heads = columns(sheet, &[("col.verdict", 13.0), ("col.type", 13.0), ("col.subject", 30.0)]);
    let width = if outlets.len() > 8 { 16.0 } else { 22.0 };
    heads.extend(outlets.iter().map(|o| Col { head: Cow::from(*o), width }));
    heads.extend(columns(
        sheet,
        &[
            ("col.independent", 12.0),
            ("col.confidence", 9.0),
            ("col.explanation", 46.0),
            ("col.decision", 12.0),
            ("col.note", 28.0),
            ("col.reviewer", 14.0),
            ("col.story", 34.0),
            ("col.story_id", 15.0),
            ("col.fact_id", 15.0),
        ],
    ));
    sheet.head(&heads, shown, facts.len(), "facts.csv", 3);
    sheet.review(3 + outlets.len() as u16 + 3, &DECISIONS, shown);
    let stories = view::stories_by_id(c.report);
    for f in facts.into_iter().take(shown) {
        let groups = view::groups(f);
        let most = groups.iter().map(|g| g.stated.len()).max().unwrap_or(0);
        let single = groups.iter().filter(|g| g.stated.len() == most).count() == 1;
        let story = stories.get(f.story.as_str()).map(|x| x.1);
        let covering = story.map(|s| outlets_of(c, s.documents.iter().copied())).unwrap_or_default();
        let (look, symbol) = match f.verdict {
            Relation::Agree => (Look::Agree, "✓"),
            Relation::Contradict => (Look::Contradict, "✗"),
            _ => (Look::Compatible, "≈"),
        };
        let mut cells = vec![
            Cell::Text(look, format!("{symbol} {}", message(sheet.language, relation_key(f.verdict))).into()),
            Cell::text(message(sheet.language, type_key(f.kind))),
            Cell::text(view::subject(f)),
        ];
        for o in &outlets {
            let mine: Vec<&view::Group> =
                groups.iter().filter(|g| g.stated.iter().any(|v| c.doc(v.doc).outlet == **o)).collect();
            if mine.is_empty() {
                cells.push(if covering.contains(o) { Cell::Text(Look::Silent, "–".into()) } else { Cell::Blank });
                continue;
            }
            let shares_most = mine.iter().any(|g| g.stated.len() == most) && single;
            let (look, symbol) = match f.verdict {
                Relation::Agree => (Look::Agree, "✓"),
                Relation::Contradict if shares_most && mine.len() == 1 => (Look::Agree, "✓"),
                Relation::Contradict => (Look::Contradict, "✗"),
                _ => (Look::Compatible, "≈"),
            };
            let values: Vec<&str> = mine.iter().map(|g| g.value).collect();
            cells.push(Cell::Text(look, format!("{symbol} {}", values.join(" / ")).into()));
        }
        let voices: BTreeSet<&str> =
            f.values.iter().map(|v| c.report.voices.get(v.doc as usize).map_or("", String::as_str)).collect();
        let names = outlets_of(c, f.values.iter().map(|v| v.doc)).len();
        cells.extend([
            Cell::count(voices.len().min(names)),
            Cell::Number(Look::Percent, f.confidence_0_1),
            Cell::text(&f.explanation),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            story.map_or(Cell::Blank, |s| Cell::source(&s.label)),
            Cell::id(&f.story),
            Cell::id(&f.id),
        ]);
        sheet.row(cells);
    }
    if left_out > 0 {
        let note = fill(sheet.language, "capped.outlets", &[("n", &left_out.to_string())]);
        sheet.line(0, Look::Warning, &note);
    }
}

/// Readings with those of stories that several outlets cover first, when not all fit.
fn readings_in_order(c: &Context, rows: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..c.report.readings.len() as u32).collect();
    if rows > LOOKUP_ROWS {
        let shared: Vec<bool> =
            c.report.stories.iter().map(|s| outlets_of(c, s.documents.iter().copied()).len() > 1).collect();
        let story = |d: &u32| c.report.story_of.get(*d as usize).copied().flatten();
        order.sort_by_key(|d| !story(d).is_some_and(|s| shared[s as usize]));
    }
    order
}

fn claims(c: &Context, sheet: &mut Sheet) {
    let total: usize = c.report.readings.iter().map(|r| r.mentions.claims.len()).sum();
    let shown = total.min(LOOKUP_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.outlet", 15.0),
            ("col.published", 16.0),
            ("col.speaker", 22.0),
            ("col.role", 22.0),
            ("col.kind", 11.0),
            ("col.cue", 12.0),
            ("col.polarity", 12.0),
            ("col.content", 64.0),
            ("col.numbers", 18.0),
            ("col.dates", 14.0),
            ("col.places", 18.0),
            ("col.link", 9.0),
            ("col.confidence", 9.0),
            ("col.story_id", 15.0),
            ("col.doc_id", 20.0),
            ("col.claim_id", 15.0),
        ],
    );
    sheet.head(&heads, shown, total, "claims.csv", 1);
    let open = sheet.say("col.open");
    for i in readings_in_order(c, total) {
        let reading = &c.report.readings[i as usize];
        let (doc, inside) = (&reading.doc, &reading.mentions);
        for (k, m) in inside.claims.iter().enumerate() {
            if sheet.rows >= shown {
                return;
            }
            let content = doc.slice(m.span);
            let speaker =
                if m.speaker_name.is_empty() { m.speaker.map_or("", |s| doc.slice(s)) } else { &m.speaker_name };
            let cells = vec![
                Cell::text(&doc.article.outlet),
                Cell::published(&doc.article),
                Cell::source(speaker),
                Cell::source(m.speaker_role.map_or("", |s| doc.slice(s))),
                Cell::text(message(sheet.language, &format!("kind.{}", m.kind.as_str())).to_string()),
                Cell::source(m.cue.map_or("", |s| doc.slice(s))),
                Cell::text(message(sheet.language, &format!("polarity.{}", m.polarity.as_str())).to_string()),
                Cell::source(content),
                Cell::source(list(inside.quantities.iter().filter(|q| m.span.contains(q.span)).map(quantity))),
                Cell::id(list(inside.dates.iter().filter(|d| m.span.contains(d.span)).map(|d| &d.value))),
                Cell::source(list(
                    inside
                        .entities
                        .iter()
                        .filter(|e| e.kind == EntityKind::Place && m.span.contains(e.span))
                        .map(|e| doc.slice(e.span)),
                )),
                Cell::link(view::passage_url(&doc.article.url, content), open),
                Cell::Number(Look::Percent, (m.confidence_0_1 as f64 * 1000.0).round() / 1000.0),
                Cell::id(c.story_id(i)),
                Cell::id(&doc.article.doc_id),
                Cell::id(c.claim_id(ClaimRef { doc: i, claim: k as u32 })),
            ];
            sheet.row(cells);
        }
    }
}

fn dates(c: &Context, sheet: &mut Sheet) {
    let total: usize = c.report.readings.iter().map(|r| r.mentions.dates.len()).sum();
    let shown = total.min(LOOKUP_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.outlet", 15.0),
            ("col.text", 24.0),
            ("col.value", 16.0),
            ("col.earliest", 12.0),
            ("col.latest", 12.0),
            ("col.calendar", 11.0),
            ("col.anchor", 22.0),
            ("col.candidates", 22.0),
            ("col.sentence", 64.0),
            ("col.published", 16.0),
            ("col.link", 9.0),
            ("col.story_id", 15.0),
            ("col.doc_id", 20.0),
        ],
    );
    sheet.head(&heads, shown, total, "dates.csv", 2);
    let open = sheet.say("col.open");
    for i in readings_in_order(c, total) {
        let reading = &c.report.readings[i as usize];
        let doc = &reading.doc;
        for m in &reading.mentions.dates {
            if sheet.rows >= shown {
                return;
            }
            let sentence = view::sentence_of(doc, m.span);
            let cells = vec![
                Cell::text(&doc.article.outlet),
                Cell::source(doc.slice(m.span)),
                match day_of(&m.value) {
                    Some(d) => Cell::Day(d),
                    None => Cell::id(&m.value),
                },
                Cell::day(m.earliest),
                Cell::day(m.latest),
                Cell::text(sheet.say(if m.hijri { "calendar.hijri" } else { "calendar.gregorian" })),
                Cell::text(&m.anchor),
                Cell::id(list(&m.candidates)),
                Cell::Rich(view::pieces(doc, sentence, m.span, &[])),
                Cell::published(&doc.article),
                Cell::link(view::passage_url(&doc.article.url, doc.slice(sentence)), open),
                Cell::id(c.story_id(i)),
                Cell::id(&doc.article.doc_id),
            ];
            sheet.row(cells);
        }
    }
}

fn entities(c: &Context, sheet: &mut Sheet) {
    let mut all: Vec<&Entity> = c.report.entities.iter().collect();
    all.sort_by(|a, b| {
        b.documents.len().cmp(&a.documents.len()).then(b.mentions.cmp(&a.mentions)).then(a.id.cmp(&b.id))
    });
    let shown = all.len().min(LOOKUP_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.name", 28.0),
            ("col.type", 11.0),
            ("col.documents", 10.0),
            ("col.mentions", 10.0),
            ("col.variants", 44.0),
            ("col.roles", 40.0),
            ("col.outlets", 26.0),
            ("col.reasons", 50.0),
            ("col.decision", 14.0),
            ("col.new_value", 24.0),
            ("col.note", 28.0),
            ("col.reviewer", 14.0),
            ("col.entity_id", 16.0),
        ],
    );
    sheet.head(&heads, shown, all.len(), "entities.csv", 1);
    sheet.review(8, &ENTITY_DECISIONS, shown);
    for e in all.into_iter().take(shown) {
        let reasons = e.reasons.iter().take(12).map(|r| format!("{} = {}: {}", r.a, r.b, r.reason));
        let cells = vec![
            Cell::source(&e.name),
            Cell::text(message(sheet.language, &format!("entity.{}", e.kind.as_str())).to_string()),
            Cell::count(e.documents.len()),
            Cell::count(e.mentions as usize),
            Cell::source(list(&e.variants)),
            Cell::source(list(e.roles.iter().take(12))),
            Cell::text(list(outlets_of(c, e.documents.iter().copied()))),
            Cell::text(list(reasons)),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::Text(Look::Review, "".into()),
            Cell::id(&e.id),
        ];
        sheet.row(cells);
    }
}

fn sources(c: &Context, sheet: &mut Sheet) {
    let r = c.report;
    let mut all: Vec<(&Article, Option<usize>)> =
        r.readings.iter().enumerate().map(|(i, x)| (&x.doc.article, Some(i))).collect();
    all.extend(r.unread.iter().map(|a| (a, None)));
    all.sort_by(|x, y| (&x.0.doc_id, &x.0.input, x.0.line).cmp(&(&y.0.doc_id, &y.0.input, y.0.line)));
    let shown = all.len().min(LOOKUP_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.outlet", 16.0),
            ("col.title", 60.0),
            ("col.published", 16.0),
            ("col.published_date", 12.0),
            ("col.published_from", 13.0),
            ("col.language", 9.0),
            ("col.sentences", 10.0),
            ("col.mentions", 10.0),
            ("col.dates", 10.0),
            ("col.claims", 10.0),
            ("col.note", 28.0),
            ("col.input", 26.0),
            ("col.story_id", 15.0),
            ("col.doc_id", 24.0),
        ],
    );
    sheet.head(&heads, shown, all.len(), "sources.csv", 1);
    for (a, i) in all.into_iter().take(shown) {
        let count = |f: &dyn Fn(&Reading) -> usize| Cell::count(i.map_or(0, |i| f(&r.readings[i])));
        let title = if a.title.is_empty() { &a.doc_id } else { &a.title };
        let cells = vec![
            Cell::text(&a.outlet),
            match view::safe_url(&a.url) {
                Some(u) => Cell::Link(u.to_string(), title.as_str().into()),
                None => Cell::source(title),
            },
            Cell::published(a),
            Cell::day(a.published_date()),
            Cell::id(a.published_from.as_str()),
            Cell::id(&a.language),
            count(&|x| x.doc.sentences.len()),
            count(&|x| x.mentions.entities.len()),
            count(&|x| x.mentions.dates.len()),
            count(&|x| x.mentions.claims.len()),
            Cell::text(list(&a.notes)),
            Cell::id(&a.input),
            Cell::id(i.map_or("", |i| c.story_id(i as u32))),
            Cell::id(&a.doc_id),
        ];
        sheet.row(cells);
    }
}

fn errors(c: &Context, sheet: &mut Sheet) {
    let all = &c.report.problems;
    let shown = all.len().min(LOOKUP_ROWS);
    let heads = columns(
        sheet,
        &[
            ("col.input", 34.0),
            ("col.line", 9.0),
            ("col.doc_id", 24.0),
            ("col.stage", 12.0),
            ("col.error", 70.0),
            ("col.action", 12.0),
        ],
    );
    sheet.head(&heads, shown, all.len(), "errors.csv", 0);
    for p in all.iter().take(shown) {
        let cells = vec![
            Cell::id(&p.input),
            if p.line > 0 { Cell::Number(Look::Number, p.line as f64) } else { Cell::Blank },
            Cell::id(&p.doc_id),
            Cell::id(&p.stage),
            Cell::text(&p.error),
            Cell::id(&p.action),
        ];
        sheet.row(cells);
    }
}

fn legend(_: &Context, sheet: &mut Sheet) {
    let language = sheet.language;
    let heads = columns(sheet, &[("col.sheet", 22.0), ("col.column", 26.0), ("col.meaning", 100.0)]);
    let rows: usize = TABLES.iter().map(|t| t.columns.len()).sum();
    sheet.head(&heads, rows, rows, "", 0);
    for table in &TABLES {
        for column in table.columns {
            let meaning = match language {
                Language::En => column.description,
                Language::Ar => column_ar(table.name, column.name).unwrap_or(column.description),
            };
            let kind = match column.kind {
                ColumnType::Text | ColumnType::Id => Look::Plain,
                _ => Look::Number,
            };
            let name = format!("{}.csv", table.name);
            sheet.row(vec![Cell::id(name), Cell::text(column.name), Cell::Text(kind, meaning.into())]);
        }
    }
    sheet.row += 1;
    sheet.line(0, Look::Label, message(language, "legend.symbols"));
    sheet.row += 1;
    for (look, symbol, key) in [
        (Look::Agree, "✓", "cell.agree"),
        (Look::Contradict, "✗", "cell.contradict"),
        (Look::Compatible, "≈", "cell.compatible"),
        (Look::Silent, "–", "cell.silent"),
        (Look::Plain, " ", "cell.uncovered"),
    ] {
        sheet.row(vec![Cell::Text(look, symbol.into()), Cell::Blank, Cell::text(message(language, key))]);
    }
    for s in [Severity::High, Severity::Medium, Severity::Low] {
        let cell = severity_cell(sheet, s);
        sheet.row(vec![cell, Cell::Blank, Cell::text(message(language, "col.severity"))]);
    }
    sheet.row += 1;
    sheet.line(0, Look::Label, message(language, "legend.marks"));
    sheet.row += 1;
    for (mark, key) in [(Mark::Value, "legend.mark.value"), (Mark::Differs, "legend.mark.differs")] {
        let words = message(language, "col.text").to_string();
        sheet.row(vec![
            Cell::Rich(vec![(mark, words), (Mark::Plain, " ".into())]),
            Cell::Blank,
            Cell::text(message(language, key)),
        ]);
    }
    sheet.row += 1;
    sheet.line(0, Look::Label, message(language, "legend.kinds"));
    sheet.row += 1;
    for (key, words) in super::messages::MESSAGES.iter().filter(|m| m.0.starts_with("dating.")) {
        sheet.row(vec![Cell::id(key.trim_start_matches("dating.")), Cell::Blank, Cell::text(words[language as usize])]);
    }
}

fn summary(c: &Context, sheet: &mut Sheet) {
    let (r, language) = (c.report, sheet.language);
    let say = |key: &str| message(language, key).to_string();
    let widths = [34.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0];
    for (i, w) in widths.iter().enumerate() {
        let done = sheet.page.set_column_width(i as u16, *w).map(|_| ());
        sheet.keep(done);
    }
    let height = sheet.page.set_row_height(0, 34).map(|_| ());
    sheet.keep(height);
    sheet.line(0, Look::Title, &say("title"));
    sheet.row = 1;
    sheet.line(0, Look::Note, &say("summary.caution"));
    sheet.row = 3;
    let numbers = Numbers::of(c);
    for (key, n) in &numbers.counts {
        let look = match *key {
            "summary.agree" => Look::Agree,
            "summary.contradict" | "summary.dating" if *n > 0 => Look::Contradict,
            "summary.compatible" => Look::Compatible,
            _ => Look::Plain,
        };
        sheet.row(vec![Cell::Text(look, say(key).into()), Cell::count(*n)]);
    }
    if let Some((first, last)) = numbers.span {
        sheet.row(vec![Cell::text(say("summary.span")), Cell::Day(first), Cell::Day(last)]);
    }
    sheet.row(vec![Cell::text(say("summary.version")), Cell::id(env!("CARGO_PKG_VERSION"))]);
    sheet.row += 1;
    sheet.line(0, Look::Label, &say("summary.where"));
    sheet.row += 1;
    for (name, rows, cap, file) in [
        ("contradictions", numbers.pairs, DECISION_ROWS, "contradictions.csv"),
        ("dating", r.dating.len(), DECISION_ROWS, "dating.csv"),
        ("agreements", r.facts.len(), DECISION_ROWS, "facts.csv"),
        ("claims", numbers.claims, LOOKUP_ROWS, "claims.csv"),
        ("dates", numbers.dates, LOOKUP_ROWS, "dates.csv"),
        ("entities", r.entities.len(), LOOKUP_ROWS, "entities.csv"),
        ("sources", r.readings.len() + r.unread.len(), LOOKUP_ROWS, "sources.csv"),
        ("errors", r.problems.len(), LOOKUP_ROWS, "errors.csv"),
    ] {
        let title = say(sheet_key(name));
        let note = if rows > cap {
            let (shown, total) = (thousands(cap), thousands(rows));
            Cell::Text(
                Look::Warning,
                fill(language, "capped", &[("shown", &shown), ("total", &total), ("file", file)]).into(),
            )
        } else {
            Cell::Text(Look::Note, say(sheet_note(name)).into())
        };
        sheet.row(vec![Cell::Link(format!("internal:'{title}'!A1"), title.into()), Cell::count(rows), note]);
    }
    let legend = say("sheet.legend");
    sheet.row(vec![
        Cell::Link(format!("internal:'{legend}'!A1"), legend.into()),
        Cell::Blank,
        Cell::Text(Look::Note, say("sheet.legend.note").into()),
    ]);
    sheet.row(vec![Cell::Link("file://report.html".into(), say("summary.page").into())]);
    sheet.row += 1;
    let outlets = view::outlets(r);
    if (2..=40).contains(&outlets.len()) {
        sheet.line(0, Look::Label, &say("summary.pairs"));
        sheet.row += 1;
        sheet.line(0, Look::Note, &say("summary.pairs.note"));
        sheet.row += 1;
        let pairs = super::tables::pair_counts(c);
        let mut head = vec![Cell::Text(Look::Head, "".into())];
        head.extend(outlets.iter().map(|o| Cell::Text(Look::Head, (*o).into())));
        sheet.row(head);
        for (i, a) in outlets.iter().enumerate() {
            let mut cells = vec![Cell::Text(Look::Head, (*a).into())];
            for (j, b) in outlets.iter().enumerate() {
                let pair = pairs.get(&if a < b { (*a, *b) } else { (*b, *a) });
                cells.push(match (i.cmp(&j), pair) {
                    (std::cmp::Ordering::Equal, _) => Cell::Text(Look::Silent, "·".into()),
                    (_, None) => Cell::Text(Look::Silent, "–".into()),
                    (std::cmp::Ordering::Less, Some(p)) if p.contradict > 0 => {
                        Cell::Number(Look::Contradict, p.contradict as f64)
                    }
                    (std::cmp::Ordering::Greater, Some(p)) if p.agree > 0 => Cell::Number(Look::Agree, p.agree as f64),
                    _ => Cell::Number(Look::Number, 0.0),
                });
            }
            sheet.row(cells);
        }
    }
    sheet.page.set_landscape();
    sheet.page.set_paper_size(9);
    sheet.page.set_print_fit_to_pages(1, 0);
}

/// Counts that summary sheet and page show.
pub struct Numbers {
    /// Message key and count.
    pub counts: Vec<(&'static str, usize)>,
    /// First and last publication day.
    pub span: Option<(Date, Date)>,
    /// Rows of contradictions.csv.
    pub pairs: usize,
    /// Claims.
    pub claims: usize,
    /// Temporal expressions.
    pub dates: usize,
}

impl Numbers {
    /// Counts a report. Linear.
    pub fn of(c: &Context) -> Numbers {
        let r = c.report;
        let verdict = |v: Relation| r.facts.iter().filter(|f| f.verdict == v).count();
        let claims = r.readings.iter().map(|x| x.mentions.claims.len()).sum();
        let dates = r.readings.iter().map(|x| x.mentions.dates.len()).sum();
        let days = || r.readings.iter().filter_map(|x| x.doc.article.published_date());
        let shared = r.stories.iter().filter(|s| outlets_of(c, s.documents.iter().copied()).len() > 1).count();
        let pairs = view::rivals(r).len();
        Numbers {
            counts: vec![
                ("summary.articles", r.readings.len()),
                ("summary.unread", r.unread.len()),
                ("summary.outlets", view::outlets(r).len()),
                ("summary.stories", r.stories.len()),
                ("summary.shared_stories", shared),
                ("summary.claims", claims),
                ("summary.dates", dates),
                ("summary.entities", r.entities.len()),
                ("summary.facts", r.facts.len()),
                ("summary.agree", verdict(Relation::Agree)),
                ("summary.compatible", verdict(Relation::Compatible)),
                ("summary.contradict", verdict(Relation::Contradict)),
                ("summary.dating", r.dating.len()),
                ("summary.errors", r.problems.len()),
            ],
            span: days().min().zip(days().max()),
            pairs,
            claims,
            dates,
        }
    }
}
