//! The tables: their columns (name, type, description) and their rows. Every emitter prints from here.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::view;
use crate::model::*;
use crate::text::CodePoints;

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Free text: gets the formula guard in CSV.
    Text,
    /// Whole number.
    Integer,
    /// Decimal number.
    Number,
    /// Day, ISO.
    Date,
    /// Identifier made by the program: never a formula.
    Id,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// Type.
    pub kind: ColumnType,
    /// One plain sentence.
    pub description: &'static str,
}

/// A table.
pub struct Table {
    /// File stem.
    pub name: &'static str,
    /// What one row is.
    pub row_is: &'static str,
    /// Columns in order.
    pub columns: &'static [Column],
    /// Calls the sink once a row, in the table's order.
    pub rows: fn(&Context, Sink),
}

/// The report with what the rows need besides: code-point indexes.
pub struct Context<'a> {
    /// The report.
    pub report: &'a Report,
    points: Vec<CodePoints<'a>>,
}

impl<'a> Context<'a> {
    /// Indexes all texts. Linear.
    pub fn new(report: &'a Report) -> Context<'a> {
        Context { report, points: report.readings.iter().map(|r| CodePoints::new(r.doc.text())).collect() }
    }

    /// Code-point offsets of a span of a document.
    pub fn offsets(&self, doc: u32, span: Span) -> (u32, u32) {
        let p = &self.points[doc as usize];
        (p.at(span.start), p.at(span.end))
    }

    pub(crate) fn doc(&self, doc: u32) -> &'a Article {
        &self.report.readings[doc as usize].doc.article
    }

    pub(crate) fn slice(&self, doc: u32, span: Span) -> &'a str {
        self.report.readings[doc as usize].doc.slice(span)
    }

    pub(crate) fn sentence(&self, doc: u32, sentence: u32) -> &'a str {
        let d = &self.report.readings[doc as usize].doc;
        d.sentences.get(sentence as usize).map_or("", |s| d.slice(s.span))
    }

    pub(crate) fn story_id(&self, doc: u32) -> &'a str {
        let r = self.report;
        r.story_of.get(doc as usize).copied().flatten().map_or("", |s| r.stories[s as usize].id.as_str())
    }

    /// Stable id of a claim.
    pub fn claim_id(&self, at: ClaimRef) -> String {
        let claim = &self.report.readings[at.doc as usize].mentions.claims[at.claim as usize];
        let (start, end) = self.offsets(at.doc, claim.span);
        content_id("c", &[&self.doc(at.doc).doc_id, &start.to_string(), &end.to_string(), claim.rule])
    }
}

/// A short stable id from content: prefix, dash, 12 hex digits of xxh3 over the parts.
pub fn content_id(prefix: &str, parts: &[&str]) -> String {
    let mut joined = String::new();
    for p in parts {
        joined.push_str(p);
        joined.push('\u{1f}');
    }
    format!("{prefix}-{:012x}", xxhash_rust::xxh3::xxh3_64(joined.as_bytes()) >> 16)
}

/// Joins a list inside a cell.
pub fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let mut out = String::new();
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            out.push_str(" | ");
        }
        out.push_str(item.as_ref());
    }
    out
}

pub(crate) fn number(x: f64) -> String {
    format!("{x:.3}").trim_end_matches('0').trim_end_matches('.').to_string()
}

const fn text(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: ColumnType::Text, description }
}
const fn id(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: ColumnType::Id, description }
}
const fn int(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: ColumnType::Integer, description }
}
const fn num(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: ColumnType::Number, description }
}
const fn date(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: ColumnType::Date, description }
}

const DOC_ID: Column = text("doc_id", "The document: the input's own id, or the file path without extension.");
const OUTLET: Column = text("outlet", "The outlet.");
const START: Column = int("start", "First code point of the span in the document text (title, line feed, body).");
const END: Column = int("end", "One past the last code point of the span.");
const STORY: Column = id("story_id", "The story, or empty.");
const SENTENCE: Column = text("sentence", "The sentence that holds it.");

/// All tables, in the order in which they are listed.
pub static TABLES: [Table; 14] = [
    Table {
        name: "sources",
        row_is: "a document",
        columns: &[
            DOC_ID,
            OUTLET,
            text("url", "Address."),
            text("title", "Headline."),
            id("published", "Publication time as given, RFC 3339 with its own offset where known."),
            date("published_date", "Local date in the outlet's zone: the anchor of relative dates."),
            id("published_from", "metadata, dateline, url or none."),
            id("language", "Language of the text (BCP-47)."),
            id("voice", "Documents that carry the same text share it."),
            int("characters", "Code points in the document text."),
            int("sentences", "Sentences that count."),
            int("mentions", "Named-entity mentions."),
            int("dates", "Temporal expressions."),
            int("claims", "Claims."),
            STORY,
            text("input", "Input file, with the record number after a colon."),
            text("note", "Remarks."),
        ],
        rows: sources,
    },
    Table {
        name: "mentions",
        row_is: "a named-entity mention",
        columns: &[
            DOC_ID,
            OUTLET,
            START,
            END,
            text("text", "The name as written, without title and attached clitics."),
            id("type", "PER, ORG, LOC or OTHER."),
            id("entity_id", "The resolved entity."),
            text("title", "Role words beside the name."),
        ],
        rows: mentions,
    },
    Table {
        name: "entities",
        row_is: "a resolved entity",
        columns: &[
            id("entity_id", "The entity."),
            text("name", "Its fullest good form."),
            id("type", "PER, ORG, LOC or OTHER."),
            text("variants", "Spellings, most frequent first."),
            int("documents", "Documents that name it."),
            text("outlets", "Outlets that name it."),
            int("mentions", "Mentions."),
            text("roles", "Role words seen beside it, most frequent first."),
            text("reasons", "Why its spellings were put together: a = b: reason."),
        ],
        rows: entities,
    },
    Table {
        name: "dates",
        row_is: "a temporal expression",
        columns: &[
            DOC_ID,
            OUTLET,
            START,
            END,
            text("text", "The expression as written."),
            id("type", "DATE, TIME, DURATION or SET."),
            id("value", "ISO 8601 / TIMEX3 value; unknown parts are X."),
            date("earliest", "First day it can mean, empty if unknown."),
            date("latest", "Last day it can mean, empty if unknown."),
            id("calendar", "gregorian or hijri."),
            text("anchor", "What it was resolved against."),
            text("candidates", "Values that fit when several years do, the nearest first."),
            SENTENCE,
        ],
        rows: dates,
    },
    Table {
        name: "claims",
        row_is: "a claim",
        columns: &[
            id("claim_id", "The claim."),
            DOC_ID,
            OUTLET,
            STORY,
            id("kind", "direct, indirect, mixed or narrated."),
            START,
            END,
            text("content", "What is said."),
            text("speaker", "The speaker as written nearest the cue."),
            int("speaker_start", "First code point of the speaker, empty when there is none."),
            int("speaker_end", "One past its last code point."),
            id("speaker_id", "The speaker's entity."),
            text("speaker_name", "The speaker resolved, in the fullest form of the run."),
            text("speaker_role", "Title and role words of the speaker."),
            text("cue", "The cue as written."),
            id("polarity", "affirmed, denied or negated."),
            text("dates", "Values of the dates inside the content."),
            text("numbers", "Numbers inside the content, with their units."),
            text("places", "Places inside the content."),
            SENTENCE,
            id("speaker_kind", "named, role, organisation, document, anonymous, media or none."),
            text("reported_by", "Who passes the statement on."),
            id("rule", "The rule that made the row."),
            num("confidence", "How sure, 0 to 1."),
        ],
        rows: claims,
    },
    Table {
        name: "matches",
        row_is: "a pair of claims from two outlets about the same thing",
        columns: &[
            STORY,
            id("claim_a", "One claim."),
            id("claim_b", "The other claim."),
            text("doc_a", "Document of the one."),
            text("doc_b", "Document of the other."),
            text("outlet_a", "Outlet of the one."),
            text("outlet_b", "Outlet of the other."),
            num("score", "Ranks pairs, 0 to 1; not a probability."),
            id("relation", "agree, contradict, compatible or related."),
            text("reasons", "Named reasons with their values."),
        ],
        rows: matches,
    },
    Table {
        name: "facts",
        row_is: "one document's value of a compared fact",
        columns: &[
            id("fact_id", "The fact."),
            STORY,
            id("type", "number, date, place, person, organisation, quote, polarity or attribution."),
            text("subject", "What is compared."),
            id("verdict", "agree, contradict or compatible."),
            DOC_ID,
            OUTLET,
            START,
            END,
            text("text", "The words that carry the value."),
            text("value", "Normalised value."),
            text("speaker_name", "Who is said to have said it."),
            text("reason", "Why compatible, or why the same fact."),
            SENTENCE,
            num("confidence", "Share of rows of this confidence that are right, 0 to 1."),
            text("explanation", "One plain sentence."),
            text("score", "What the confidence rests on."),
        ],
        rows: facts,
    },
    Table {
        name: "agreements",
        row_is: "a fact on which two or more outlets agree",
        columns: &[
            id("fact_id", "The fact."),
            STORY,
            id("type", "Type of the fact."),
            text("subject", "What is compared."),
            text("value", "The value they share."),
            text("outlets", "Outlets that state it."),
            int("documents", "Documents that state it."),
            text("evidence", "One excerpt an outlet."),
            int("independent_outlets", "Voices that state it: copies of one text count once."),
        ],
        rows: agreements,
    },
    Table {
        name: "contradictions",
        row_is: "a pair of values that cannot both be true as written",
        columns: &[
            id("fact_id", "The fact."),
            STORY,
            id("type", "Type of the fact."),
            text("subject", "What is compared."),
            text("value_a", "One value."),
            text("outlets_a", "Outlets that state it."),
            text("doc_a", "A document that states it."),
            text("evidence_a", "Its sentence."),
            text("value_b", "The other value."),
            text("outlets_b", "Outlets that state it."),
            text("doc_b", "A document that states it."),
            text("evidence_b", "Its sentence."),
            id("severity", "high, medium or low."),
            num("confidence", "Share of rows of this confidence that are right, 0 to 1."),
            text("explanation", "One plain sentence."),
        ],
        rows: contradictions,
    },
    Table {
        name: "dating",
        row_is: "a dating inconsistency",
        columns: &[
            id("issue_id", "The issue."),
            id(
                "kind",
                "weekday_mismatch, hijri_mismatch, relative_mismatch, today_mismatch, order, page_vs_content, event_date, holder, month_mismatch …",
            ),
            id("severity", "high, medium or low."),
            num("confidence", "Share of rows of this confidence that are worth a look, 0 to 1."),
            STORY,
            text("doc_a", "Document of the one side."),
            text("outlet_a", "Its outlet."),
            int("start_a", "First code point, empty for metadata."),
            int("end_a", "One past the last code point."),
            text("text_a", "The words."),
            text("value_a", "Their value."),
            text("doc_b", "Document of the other side."),
            text("outlet_b", "Its outlet."),
            int("start_b", "First code point, empty for metadata."),
            int("end_b", "One past the last code point."),
            text("text_b", "The words."),
            text("value_b", "Their value."),
            int("days_apart", "Days between the two, when both are days."),
            text("explanation", "One plain sentence."),
        ],
        rows: dating,
    },
    Table {
        name: "outlets",
        row_is: "a pair of outlets",
        columns: &[
            text("outlet_a", "One outlet."),
            text("outlet_b", "The other outlet."),
            int("shared_stories", "Stories that both cover."),
            int("agreements", "Facts on which they agree."),
            int("contradictions", "Facts on which they contradict each other."),
            int("dating_conflicts", "Dating issues between them."),
            num("agreement_rate", "Agreements among agreements and contradictions."),
        ],
        rows: outlets,
    },
    Table {
        name: "stories",
        row_is: "a story",
        columns: &[
            STORY,
            text("label", "Headline of its central article."),
            id("first_published", "First publication time."),
            id("last_published", "Last publication time."),
            int("documents", "Documents."),
            text("outlets", "Outlets."),
            int("agreements", "Facts agreed on."),
            int("contradictions", "Contradicted facts."),
            int("dating_conflicts", "Dating issues."),
        ],
        rows: stories,
    },
    Table {
        name: "errors",
        row_is: "an input that could not be used, in whole or part",
        columns: &[
            text("input", "Input file."),
            int("line", "Line or record, empty when it concerns the file."),
            text("doc_id", "Document, when there is one."),
            id("stage", "Stage that met it."),
            text("error", "What and where."),
            id("action", "skipped, truncated or repaired."),
        ],
        rows: errors,
    },
    Table {
        name: "agreement_wide",
        row_is: "a fact",
        columns: &[
            id("fact_id", "The fact."),
            STORY,
            id("type", "Type of the fact."),
            text("subject", "What is compared."),
            id("verdict", "agree, contradict or compatible."),
            text("values", "outlet: value, for every outlet of the story that states it."),
            text("silent", "Outlets that cover the story and do not state it."),
        ],
        rows: agreement_wide,
    },
];

/// Takes one row's cells.
pub type Sink<'s> = &'s mut dyn FnMut(&[Cow<str>]);

macro_rules! row {
    ($sink:expr, $($cell:expr),+ $(,)?) => { $sink(&[$(Cow::from($cell)),+]) };
}

fn sources(c: &Context, sink: Sink) {
    let r = c.report;
    let mut order: Vec<(&Article, Option<usize>)> =
        r.readings.iter().enumerate().map(|(i, x)| (&x.doc.article, Some(i))).collect();
    order.extend(r.unread.iter().map(|a| (a, None)));
    order.sort_by(|x, y| (&x.0.doc_id, &x.0.input, x.0.line).cmp(&(&y.0.doc_id, &y.0.input, y.0.line)));
    for (a, i) in order {
        let count = |f: &dyn Fn(&Reading) -> usize| i.map_or(0, |i| f(&r.readings[i])).to_string();
        let input = if a.line > 0 { format!("{}:{}", a.input, a.line) } else { a.input.clone() };
        row!(
            sink,
            &a.doc_id,
            &a.outlet,
            &a.url,
            &a.title,
            &a.published,
            a.published_date().map(|d| d.to_string()).unwrap_or_default(),
            a.published_from.as_str(),
            &a.language,
            i.and_then(|i| r.voices.get(i)).map_or("", String::as_str),
            a.text.chars().count().to_string(),
            count(&|x| x.doc.sentences.len()),
            count(&|x| x.mentions.entities.len()),
            count(&|x| x.mentions.dates.len()),
            count(&|x| x.mentions.claims.len()),
            i.map_or("", |i| c.story_id(i as u32)),
            input,
            list(&a.notes),
        );
    }
}

fn mentions(c: &Context, sink: Sink) {
    for (i, reading) in c.report.readings.iter().enumerate() {
        let a = &reading.doc.article;
        for m in &reading.mentions.entities {
            let (start, end) = c.offsets(i as u32, m.span);
            row!(
                sink,
                &a.doc_id,
                &a.outlet,
                start.to_string(),
                end.to_string(),
                reading.doc.slice(m.span),
                m.kind.as_str(),
                m.entity.map_or("", |e| c.report.entities[e as usize].id.as_str()),
                &m.role.map_or_else(String::new, |s| crate::mentions::entities::roles::shown(&reading.doc, s)),
            );
        }
    }
}

pub(crate) fn outlets_of<'a>(c: &Context<'a>, docs: impl IntoIterator<Item = u32>) -> BTreeSet<&'a str> {
    docs.into_iter().map(|d| c.doc(d).outlet.as_str()).collect()
}

/// Reasons of one entity in its cell; spreadsheets end a cell at 32,767 characters.
const REASONS_SHOWN: usize = 60;

fn entities(c: &Context, sink: Sink) {
    for e in &c.report.entities {
        row!(
            sink,
            &e.id,
            &e.name,
            e.kind.as_str(),
            list(&e.variants),
            e.documents.len().to_string(),
            list(outlets_of(c, e.documents.iter().copied())),
            e.mentions.to_string(),
            list(&e.roles),
            list(e.reasons.iter().take(REASONS_SHOWN).map(|r| format!("{} = {}: {}", r.a, r.b, r.reason))),
        );
    }
}

fn day(d: Option<jiff::civil::Date>) -> String {
    d.map(|d| d.to_string()).unwrap_or_default()
}

fn dates(c: &Context, sink: Sink) {
    for (i, reading) in c.report.readings.iter().enumerate() {
        let a = &reading.doc.article;
        for m in &reading.mentions.dates {
            let (start, end) = c.offsets(i as u32, m.span);
            row!(
                sink,
                &a.doc_id,
                &a.outlet,
                start.to_string(),
                end.to_string(),
                reading.doc.slice(m.span),
                m.kind.as_str(),
                &m.value,
                day(m.earliest),
                day(m.latest),
                if m.hijri { "hijri" } else { "gregorian" },
                &m.anchor,
                list(&m.candidates),
                c.sentence(i as u32, m.sentence),
            );
        }
    }
}

fn claims(c: &Context, sink: Sink) {
    for (i, reading) in c.report.readings.iter().enumerate() {
        let doc = &reading.doc;
        for (k, m) in reading.mentions.claims.iter().enumerate() {
            let at = ClaimRef { doc: i as u32, claim: k as u32 };
            let (start, end) = c.offsets(at.doc, m.span);
            let speaker = m.speaker.map(|s| c.offsets(at.doc, s));
            let inside = &reading.mentions;
            row!(
                sink,
                c.claim_id(at),
                &doc.article.doc_id,
                &doc.article.outlet,
                c.story_id(at.doc),
                m.kind.as_str(),
                start.to_string(),
                end.to_string(),
                doc.slice(m.span),
                m.speaker.map_or("", |s| doc.slice(s)),
                speaker.map(|s| s.0.to_string()).unwrap_or_default(),
                speaker.map(|s| s.1.to_string()).unwrap_or_default(),
                m.speaker_entity.map_or("", |e| c.report.entities[e as usize].id.as_str()),
                &m.speaker_name,
                m.speaker_role.map_or("", |s| doc.slice(s)),
                m.cue.map_or("", |s| doc.slice(s)),
                m.polarity.as_str(),
                list(inside.dates.iter().filter(|d| m.span.contains(d.span)).map(|d| &d.value)),
                list(inside.quantities.iter().filter(|q| m.span.contains(q.span)).map(quantity)),
                list(
                    inside
                        .entities
                        .iter()
                        .filter(|e| e.kind == EntityKind::Place && m.span.contains(e.span))
                        .map(|e| doc.slice(e.span)),
                ),
                c.sentence(at.doc, m.sentence),
                m.speaker_kind.as_str(),
                m.reported_by.map_or("", |s| doc.slice(s)),
                m.rule,
                number(m.confidence_0_1 as f64),
            );
        }
    }
}

pub(crate) fn quantity(q: &Quantity) -> String {
    let mut s = String::new();
    match q.bound {
        Bound::Exact => {}
        Bound::About => s.push('~'),
        Bound::AtLeast => s.push_str(">="),
        Bound::AtMost => s.push_str("<="),
    }
    s.push_str(&number(q.value));
    if let Some(u) = q.upper {
        s.push_str("..");
        s.push_str(&number(u));
    }
    for part in [&q.unit, &q.noun] {
        if !part.is_empty() {
            s.push(' ');
            s.push_str(part);
        }
    }
    s
}

fn matches(c: &Context, sink: Sink) {
    for m in &c.report.matches {
        row!(
            sink,
            &m.story,
            c.claim_id(m.a),
            c.claim_id(m.b),
            &c.doc(m.a.doc).doc_id,
            &c.doc(m.b.doc).doc_id,
            &c.doc(m.a.doc).outlet,
            &c.doc(m.b.doc).outlet,
            number(m.score_0_1),
            m.relation.as_str(),
            list(&m.reasons),
        );
    }
}

fn facts(c: &Context, sink: Sink) {
    for f in &c.report.facts {
        for v in &f.values {
            let (start, end) = c.offsets(v.doc, v.span);
            row!(
                sink,
                &f.id,
                &f.story,
                f.kind.as_str(),
                &f.subject,
                f.verdict.as_str(),
                &c.doc(v.doc).doc_id,
                &c.doc(v.doc).outlet,
                start.to_string(),
                end.to_string(),
                c.slice(v.doc, v.span),
                &v.value,
                &v.speaker_name,
                &v.reason,
                c.slice(v.doc, v.evidence),
                number(f.confidence_0_1),
                &f.explanation,
                list(f.score_parts.iter().map(|(name, x)| format!("{name} {}", number(*x)))),
            );
        }
    }
}

fn agreements(c: &Context, sink: Sink) {
    for f in c.report.facts.iter().filter(|f| f.verdict == Relation::Agree) {
        let docs: BTreeSet<u32> = f.values.iter().map(|v| v.doc).collect();
        let outlets = outlets_of(c, docs.iter().copied());
        if outlets.len() < 2 {
            continue;
        }
        let voices: BTreeSet<&str> =
            docs.iter().map(|d| c.report.voices.get(*d as usize).map_or("", String::as_str)).collect();
        let mut evidence: BTreeMap<&str, String> = BTreeMap::new();
        for v in &f.values {
            let a = c.doc(v.doc);
            evidence.entry(&a.outlet).or_insert_with(|| format!("{}: {}", a.outlet, c.slice(v.doc, v.evidence)));
        }
        row!(
            sink,
            &f.id,
            &f.story,
            f.kind.as_str(),
            &f.subject,
            f.values.first().map_or("", |v| v.value.as_str()),
            list(&outlets),
            docs.len().to_string(),
            list(evidence.values()),
            voices.len().min(outlets.len()).to_string(),
        );
    }
}

fn contradictions(c: &Context, sink: Sink) {
    for view::Rivals { fact: f, a, b, why } in view::rivals(c.report) {
        // one row a pair of values that exclude each other
        let groups = view::groups(f);
        let (a, b) = (&groups[a], &groups[b]);
        let (x, y) = (a.told(c.report, why), b.told(c.report, why));
        row!(
            sink,
            &f.id,
            &f.story,
            f.kind.as_str(),
            &f.subject,
            a.value,
            list(outlets_of(c, a.stated.iter().map(|v| v.doc))),
            &c.doc(x.doc).doc_id,
            c.slice(x.doc, x.evidence),
            b.value,
            list(outlets_of(c, b.stated.iter().map(|v| v.doc))),
            &c.doc(y.doc).doc_id,
            c.slice(y.doc, y.evidence),
            f.severity.as_str(),
            number(f.confidence_0_1),
            why,
        );
    }
}

fn dating(c: &Context, sink: Sink) {
    for d in &c.report.dating {
        let place = |s: &DatingSide| {
            if s.span.is_empty() {
                (String::new(), String::new())
            } else {
                let (a, b) = c.offsets(s.doc, s.span);
                (a.to_string(), b.to_string())
            }
        };
        let ((sa, ea), (sb, eb)) = (place(&d.a), place(&d.b));
        row!(
            sink,
            &d.id,
            d.kind,
            d.severity.as_str(),
            number(d.confidence_0_1),
            &d.story,
            &c.doc(d.a.doc).doc_id,
            &c.doc(d.a.doc).outlet,
            sa,
            ea,
            &d.a.text,
            &d.a.value,
            &c.doc(d.b.doc).doc_id,
            &c.doc(d.b.doc).outlet,
            sb,
            eb,
            &d.b.text,
            &d.b.value,
            d.days_apart.map(|n| n.to_string()).unwrap_or_default(),
            &d.explanation,
        );
    }
}

/// Pairs of different outlets among documents, each pair once in order.
fn outlet_pairs<'a>(outlets: &BTreeSet<&'a str>) -> Vec<(&'a str, &'a str)> {
    let all: Vec<&str> = outlets.iter().copied().collect();
    let mut pairs = Vec::new();
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            pairs.push((*a, *b));
        }
    }
    pairs
}

/// What two outlets share.
#[derive(Debug, Clone, Copy, Default)]
pub struct PairCounts {
    /// Stories that both cover.
    pub stories: u64,
    /// Facts on which they agree.
    pub agree: u64,
    /// Facts on which they contradict each other.
    pub contradict: u64,
    /// Dating issues between them.
    pub dating: u64,
}

/// Counts by pair of outlets, the names of a pair in order.
pub fn pair_counts<'a>(c: &Context<'a>) -> BTreeMap<(&'a str, &'a str), PairCounts> {
    let mut counts: BTreeMap<(&'a str, &'a str), PairCounts> = BTreeMap::new();
    for s in &c.report.stories {
        for pair in outlet_pairs(&outlets_of(c, s.documents.iter().copied())) {
            counts.entry(pair).or_default().stories += 1;
        }
    }
    for f in &c.report.facts {
        // a pair contradicts when it holds different values, agrees when it holds the same one
        let mut agree = BTreeSet::new();
        let mut contradict = BTreeSet::new();
        for (i, a) in f.values.iter().enumerate() {
            for b in &f.values[i + 1..] {
                let (oa, ob) = (c.doc(a.doc).outlet.as_str(), c.doc(b.doc).outlet.as_str());
                if oa == ob {
                    continue;
                }
                let pair = if oa < ob { (oa, ob) } else { (ob, oa) };
                match f.verdict {
                    Relation::Agree => agree.insert(pair),
                    Relation::Contradict if a.value == b.value => agree.insert(pair),
                    Relation::Contradict => contradict.insert(pair),
                    _ => false,
                };
            }
        }
        for pair in agree {
            counts.entry(pair).or_default().agree += 1;
        }
        for pair in contradict {
            counts.entry(pair).or_default().contradict += 1;
        }
    }
    for d in &c.report.dating {
        let (oa, ob) = (c.doc(d.a.doc).outlet.as_str(), c.doc(d.b.doc).outlet.as_str());
        if oa != ob {
            let pair = if oa < ob { (oa, ob) } else { (ob, oa) };
            counts.entry(pair).or_default().dating += 1;
        }
    }
    counts
}

fn outlets(c: &Context, sink: Sink) {
    let counts = pair_counts(c);
    for ((a, b), n) in &counts {
        let both = n.agree + n.contradict;
        row!(
            sink,
            *a,
            *b,
            n.stories.to_string(),
            n.agree.to_string(),
            n.contradict.to_string(),
            n.dating.to_string(),
            if both == 0 { String::new() } else { number(n.agree as f64 / both as f64) },
        );
    }
}

fn stories(c: &Context, sink: Sink) {
    let mut by_story: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for f in &c.report.facts {
        let n = by_story.entry(&f.story).or_default();
        match f.verdict {
            Relation::Agree => n[0] += 1,
            Relation::Contradict => n[1] += 1,
            _ => {}
        }
    }
    for d in &c.report.dating {
        by_story.entry(&d.story).or_default()[2] += 1;
    }
    for s in &c.report.stories {
        let mut times: Vec<(jiff::Timestamp, &str)> = Vec::new();
        for d in &s.documents {
            let a = c.doc(*d);
            if let Some(t) = a.published_local {
                let offset = jiff::tz::Offset::from_seconds(a.offset_minutes.unwrap_or(0) * 60);
                if let Some(t) = offset.ok().and_then(|o| o.to_timestamp(t).ok()) {
                    times.push((t, &a.published));
                }
            }
        }
        times.sort();
        let n = by_story.get(s.id.as_str()).copied().unwrap_or_default();
        row!(
            sink,
            &s.id,
            &s.label,
            times.first().map_or("", |t| t.1),
            times.last().map_or("", |t| t.1),
            s.documents.len().to_string(),
            list(outlets_of(c, s.documents.iter().copied())),
            n[0].to_string(),
            n[1].to_string(),
            n[2].to_string(),
        );
    }
}

fn errors(c: &Context, sink: Sink) {
    for p in &c.report.problems {
        let line = if p.line > 0 { p.line.to_string() } else { String::new() };
        row!(sink, &p.input, line, &p.doc_id, &p.stage, &p.error, &p.action);
    }
}

fn agreement_wide(c: &Context, sink: Sink) {
    let stories: BTreeMap<&str, &Story> = c.report.stories.iter().map(|s| (s.id.as_str(), s)).collect();
    for f in &c.report.facts {
        let mut by_outlet: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for v in &f.values {
            by_outlet.entry(&c.doc(v.doc).outlet).or_default().insert(&v.value);
        }
        let silent = stories.get(f.story.as_str()).map(|s| {
            let all = outlets_of(c, s.documents.iter().copied());
            list(all.into_iter().filter(|o| !by_outlet.contains_key(o)))
        });
        row!(
            sink,
            &f.id,
            &f.story,
            f.kind.as_str(),
            &f.subject,
            f.verdict.as_str(),
            list(by_outlet.iter().map(|(o, v)| format!("{o}: {}", v.iter().copied().collect::<Vec<_>>().join(" / ")))),
            silent.unwrap_or_default(),
        );
    }
}
