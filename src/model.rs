//! What is carried from room to room: plain data, no logic beyond invariants.
//!
//! Spans are byte offsets into the untouched document text (`Article::text`), end-exclusive, on character
//! boundaries. Code points, the unit of the tables, are computed when the tables are written.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// A piece of a document text: byte offsets, end-exclusive, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }
    /// The byte range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// True for a span that cuts nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
    /// True when `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A string that lives as long as the program: rule ids and attitudes. An alias, since serde would borrow a plain
/// `&'static str` from its input.
pub type Kept = &'static str;

/// Reads a string that the program keeps for its whole life: rule ids and attitudes, of which there are few.
fn interned<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    static KEPT: std::sync::Mutex<std::collections::BTreeSet<&'static str>> =
        std::sync::Mutex::new(std::collections::BTreeSet::new());
    let text = String::deserialize(deserializer)?;
    let mut kept = KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(known) = kept.get(text.as_str()) {
        return Ok(known);
    }
    let new: &'static str = Box::leak(text.into_boxed_str());
    kept.insert(new);
    Ok(new)
}

/// Where a document's publication date comes from (column `published_from`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// Given with the article.
    Metadata,
    /// Read from the text's own dateline or header.
    Dateline,
    /// Read from the address.
    Url,
    /// Not known.
    #[default]
    None,
}

impl PublishedFrom {
    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            PublishedFrom::Metadata => "metadata",
            PublishedFrom::Dateline => "dateline",
            PublishedFrom::Url => "url",
            PublishedFrom::None => "none",
        }
    }
}

/// An article as read: one document. Its text never changes after ingest.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Article {
    /// The input's own id; for a plain file its path relative to the input root, without extension.
    pub doc_id: String,
    /// Outlet name after aliases.
    pub outlet: String,
    /// Address, or empty.
    pub url: String,
    /// Headline, or empty.
    pub title: String,
    /// Exactly `title + "\n" + body` (the whole file for a .txt; the body alone without a title).
    pub text: Arc<str>,
    /// Byte length of the title inside `text` (0 without a title).
    pub title_len: u32,
    /// Publication time as given, RFC 3339 with its own offset where known; empty when unknown.
    pub published: String,
    /// Local publication time in the outlet's zone (midnight when only the day is known).
    pub published_local: Option<DateTime>,
    /// True when a time of day is known.
    pub published_has_time: bool,
    /// Offset from UTC in minutes of `published_local`, when known.
    pub offset_minutes: Option<i32>,
    /// Where the date comes from.
    pub published_from: PublishedFrom,
    /// BCP-47 code ("ar", "fa", "en", "und" …).
    pub language: String,
    /// Author line as given, or empty.
    pub author: String,
    /// Section as given, or empty.
    pub section: String,
    /// Input file name (relative).
    pub input: String,
    /// Line or record number inside the input, from 1; 0 when the file is one article.
    pub line: u64,
    /// Remarks for the column `note`.
    pub notes: Vec<String>,
}

impl Article {
    /// The anchor day: local publication date, if known.
    pub fn published_date(&self) -> Option<Date> {
        self.published_local.map(|t| t.date())
    }

    /// Minute of publication in universal time since 1970; an offset that is not known counts as none, an hour that is not
    /// known as midnight.
    pub fn published_minute(&self) -> Option<i64> {
        let local = self.published_local?;
        let seconds = local.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second();
        Some(seconds.div_euclid(60) - i64::from(self.offset_minutes.unwrap_or(0)))
    }
}

/// What went wrong with an input, as data: one row of errors.csv.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// Input file.
    pub input: String,
    /// Line or record number from 1; 0 when it concerns the file.
    pub line: u64,
    /// Document, when there is one.
    pub doc_id: String,
    /// Stage that met it (ingest, language, …).
    pub stage: String,
    /// Lower-case sentence: what and where, with the value in quotes.
    pub error: String,
    /// skipped, truncated or repaired.
    pub action: String,
}

/// Kind of text that is left out of extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoiseKind {
    /// Readers' comments.
    Comments,
    /// Menus, share and donation lines, teasers of other stories.
    Navigation,
    /// Base64 and other blobs.
    Blob,
    /// Syndication or photo credit.
    Credit,
    /// The abstract repeated, or another repeated paragraph.
    Repeated,
    /// A line that recurs across an outlet's articles.
    Boilerplate,
    /// Text of another story appended to the article.
    Teaser,
}

/// A stretch of the text that is left out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noise {
    /// What is left out.
    pub span: Span,
    /// Why.
    pub kind: NoiseKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters of the Arabic script.
    Arabic,
    /// Letters of another script.
    Latin,
    /// A run of digits only (Arabic-Indic digits fold to ASCII).
    Number,
    /// One punctuation or symbol character.
    Punct,
}

/// A token: source span, and the place of its folded form in `Document::folded`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the source text.
    pub span: Span,
    /// Where its folded form stands in `Document::folded`.
    pub fold: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// A sentence of text that counts (noise is never in a sentence).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Source span, trimmed.
    pub span: Span,
    /// Its tokens, as indices into `Document::tokens`.
    pub tokens: Range<u32>,
    /// Paragraph number (the headline is 0 when there is one).
    pub paragraph: u32,
    /// True for the headline.
    pub is_title: bool,
}

/// Type of a named entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// Person.
    #[serde(rename = "PER")]
    Person,
    /// Organisation.
    #[serde(rename = "ORG")]
    Organisation,
    /// Place.
    #[serde(rename = "LOC")]
    Place,
    /// Event, ship, treaty, work …
    #[serde(rename = "OTHER")]
    Other,
}

impl EntityKind {
    /// The code in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            EntityKind::Person => "PER",
            EntityKind::Organisation => "ORG",
            EntityKind::Place => "LOC",
            EntityKind::Other => "OTHER",
        }
    }
}

/// A named-entity mention in one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntityMention {
    /// The name, without title and without attached clitics.
    pub span: Span,
    /// Its type.
    pub kind: EntityKind,
    /// Role words beside the name (رئيس الوزراء), before or after it.
    pub role: Option<Span>,
    /// Sentence index in the document.
    pub sentence: u32,
    /// How sure the tagger is, 0..=1.
    pub score_0_1: f32,
    /// Index into `Report::entities`, filled by resolution.
    pub entity: Option<u32>,
}

/// Type of a temporal expression (TIMEX3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateKind {
    /// A calendar point or period.
    Date,
    /// A clock time or part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl DateKind {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            DateKind::Date => "DATE",
            DateKind::Time => "TIME",
            DateKind::Duration => "DURATION",
            DateKind::Set => "SET",
        }
    }
}

/// A temporal expression with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DateMention {
    /// The fullest contiguous expression, preposition left out.
    pub span: Span,
    /// Its type.
    pub kind: DateKind,
    /// TIMEX3 value; unknown parts are X.
    pub value: String,
    /// First day it can mean.
    pub earliest: Option<Date>,
    /// Last day it can mean.
    pub latest: Option<Date>,
    /// True when the expression is in the Hijri calendar.
    pub hijri: bool,
    /// What it was resolved against ("published 2018-04-03", "dateline 2024-11-22", empty).
    pub anchor: String,
    /// Values that fit when the year is open, the nearest first.
    pub candidates: Vec<String>,
    /// Sentence index in the document.
    pub sentence: u32,
    /// Stable id of the rule that made it.
    pub rule: &'static str,
    /// What the words say before resolution; read by resolve/when and compare/dating.
    #[serde(skip)]
    pub expr: crate::mentions::dates::DateExpr,
}

/// How exactly a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Bound {
    /// As written.
    #[default]
    Exact,
    /// about, nearly (نحو، قرابة، حوالي)
    About,
    /// at least, more than (أكثر من، على الأقل)
    AtLeast,
    /// at most, less than (أقل من، على الأكثر)
    AtMost,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number with its bound words and unit or noun (`أكثر من 3 قتلى`).
    pub span: Span,
    /// The number words alone.
    pub number_span: Span,
    /// Value in base units (million multiplied out).
    pub value: f64,
    /// Second value of a range (من 3 إلى 5), else None.
    pub upper: Option<f64>,
    /// Exactness.
    pub bound: Bound,
    /// Canonical unit: percent, USD, EGP, km, person …; empty when bare.
    pub unit: String,
    /// Folded stem of the counted noun (قتيل, جريح …), or empty.
    pub noun: String,
    /// Class of what happens to the counted (killed, injured, missing, arrested …), or empty.
    pub role: String,
    /// Sentence index in the document.
    pub sentence: u32,
}

/// How a claim is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Inside marks or after a colon as the speaker's own words.
    Direct,
    /// Reported speech.
    Indirect,
    /// Reported with quoted fragments.
    Mixed,
    /// In the outlet's own voice.
    Narrated,
}

impl ClaimKind {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            ClaimKind::Direct => "direct",
            ClaimKind::Indirect => "indirect",
            ClaimKind::Mixed => "mixed",
            ClaimKind::Narrated => "narrated",
        }
    }
}

/// Who speaks, as a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A person by name.
    Named,
    /// A person by role only.
    Role,
    /// An organisation or government.
    Organisation,
    /// A statement, report, decree.
    Document,
    /// Unnamed source.
    Anonymous,
    /// News media in general.
    Media,
    /// Nobody.
    #[default]
    None,
}

impl SpeakerKind {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            SpeakerKind::Named => "named",
            SpeakerKind::Role => "role",
            SpeakerKind::Organisation => "organisation",
            SpeakerKind::Document => "document",
            SpeakerKind::Anonymous => "anonymous",
            SpeakerKind::Media => "media",
            SpeakerKind::None => "none",
        }
    }
}

/// Does the reporter's cue affirm, deny, or is the content negated?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// Said to be so.
    #[default]
    Affirmed,
    /// The cue denies it (نفى أن).
    Denied,
    /// The content itself is negated (قال إنه لم).
    Negated,
}

impl Polarity {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Polarity::Affirmed => "affirmed",
            Polarity::Denied => "denied",
            Polarity::Negated => "negated",
        }
    }
}

/// A statement, attributed to somebody or narrated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// What is said.
    pub span: Span,
    /// How it is reported.
    pub kind: ClaimKind,
    /// Cue words, without attached conjunction.
    pub cue: Option<Span>,
    /// Cue lemma (قال، أكد …), or empty.
    pub cue_lemma: String,
    /// Attitude of the cue: say, deny, demand, threaten, doubt, promise, accuse …
    #[serde(deserialize_with = "interned")]
    pub attitude: Kept,
    /// Polarity.
    pub polarity: Polarity,
    /// Speaker as written nearest the cue, without title or preposition.
    pub speaker: Option<Span>,
    /// Title and role words of the speaker.
    pub speaker_role: Option<Span>,
    /// What kind of speaker.
    pub speaker_kind: SpeakerKind,
    /// Words that the speaker was carried from when the subject is dropped (an earlier mention).
    pub speaker_from: Option<Span>,
    /// Who passes it on (نقلت A عن B).
    pub reported_by: Option<Span>,
    /// Quoted fragments inside.
    pub fragments: Vec<Span>,
    /// First sentence index.
    pub sentence: u32,
    /// Stable id of the rule that made it.
    #[serde(deserialize_with = "interned")]
    pub rule: Kept,
    /// How sure, 0..=1.
    pub confidence_0_1: f32,
    /// Entity of the speaker (index into `Report::entities`), filled by resolution.
    pub speaker_entity: Option<u32>,
    /// Resolved name, filled by resolution; "anonymous: …" for unnamed sources.
    pub speaker_name: String,
}

/// Everything found in one document.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Named entities, by start.
    pub entities: Vec<EntityMention>,
    /// Temporal expressions, by start.
    pub dates: Vec<DateMention>,
    /// Quantities, by start.
    pub quantities: Vec<Quantity>,
    /// Claims, by start of content.
    pub claims: Vec<Claim>,
}

/// A document and what was found in it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The article with its tokens and sentences.
    pub doc: crate::text::Document,
    /// What was found.
    pub mentions: Mentions,
}

/// One reason why two names are one entity.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeReason {
    /// One spelling.
    pub a: String,
    /// Other spelling.
    pub b: String,
    /// Plain sentence.
    pub reason: String,
}

/// A resolved entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Stable id, from content.
    pub id: String,
    /// The fullest good form.
    pub name: String,
    /// Type.
    pub kind: EntityKind,
    /// Spellings, by descending count then text.
    pub variants: Vec<String>,
    /// Role strings seen beside it, by descending count then text.
    pub roles: Vec<String>,
    /// Documents (indices into `Report::readings`), sorted.
    pub documents: Vec<u32>,
    /// Number of mentions.
    pub mentions: u32,
    /// Why the spellings were put together.
    pub reasons: Vec<MergeReason>,
}

/// Articles about the same events.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Stable id.
    pub id: String,
    /// Headline of the central article.
    pub label: String,
    /// Documents (indices into `Report::readings`), sorted.
    pub documents: Vec<u32>,
}

/// Relation of two statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Same value or statement.
    Agree,
    /// Cannot both be true as written.
    Contradict,
    /// Different but reconcilable.
    Compatible,
    /// About the same thing; nothing to compare.
    Related,
}

impl Relation {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Agree => "agree",
            Relation::Contradict => "contradict",
            Relation::Compatible => "compatible",
            Relation::Related => "related",
        }
    }
}

/// A claim's address: document, and index into its claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Index into `Report::readings`.
    pub doc: u32,
    /// Index into `Mentions::claims`.
    pub claim: u32,
}

/// Two claims of two outlets about the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimMatch {
    /// Story id.
    pub story: String,
    /// One claim.
    pub a: ClaimRef,
    /// Other claim.
    pub b: ClaimRef,
    /// Ranks pairs, 0..=1.
    pub score_0_1: f64,
    /// Relation.
    pub relation: Relation,
    /// Named reasons with their values.
    pub reasons: Vec<String>,
}

/// Type of a compared fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// A quantity.
    Number,
    /// When.
    Date,
    /// Where.
    Place,
    /// Who, in a role.
    Person,
    /// Which organisation.
    Organisation,
    /// Wording of a statement.
    Quote,
    /// Done or not done, confirmed or denied.
    Polarity,
    /// Who said it.
    Attribution,
}

impl FactKind {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Date => "date",
            FactKind::Place => "place",
            FactKind::Person => "person",
            FactKind::Organisation => "organisation",
            FactKind::Quote => "quote",
            FactKind::Polarity => "polarity",
            FactKind::Attribution => "attribution",
        }
    }
}

/// One document's value of a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct FactValue {
    /// Index into `Report::readings`.
    pub doc: u32,
    /// The words that carry the value.
    pub span: Span,
    /// Normalised value.
    pub value: String,
    /// Sentence that holds it.
    pub evidence: Span,
    /// Who is said to have said it, or empty.
    pub speaker_name: String,
    /// Why compatible, or why the same fact.
    pub reason: String,
}

/// A fact compared across documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Stable id.
    pub id: String,
    /// Story id.
    pub story: String,
    /// Type.
    pub kind: FactKind,
    /// What is compared, in a few words.
    pub subject: String,
    /// agree, contradict or compatible.
    pub verdict: Relation,
    /// Values, one or more a document, by document then span.
    pub values: Vec<FactValue>,
    /// high, medium, low (contradictions).
    pub severity: Severity,
    /// Share of rows of this confidence that are right, 0..=1.
    pub confidence_0_1: f64,
    /// One plain sentence.
    pub explanation: String,
    /// The score broken down, for `explain`.
    pub score_parts: Vec<(String, f64)>,
    /// Of a contradicted fact with more than two values: what holds of two of them.
    pub pairs: Vec<ValuePair>,
}

/// Two values of a contradicted fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValuePair {
    /// The one.
    pub a: String,
    /// The other.
    pub b: String,
    /// Why they cannot both be true; None where these two can (an earlier and a later toll).
    pub explanation: Option<String>,
}

impl Fact {
    /// Why two values of a contradicted fact exclude each other; None where these two can both be true.
    pub fn why(&self, a: &str, b: &str) -> Option<&str> {
        let pair = self.pairs.iter().find(|p| (p.a == a && p.b == b) || (p.a == b && p.b == a));
        pair.map_or(Some(self.explanation.as_str()), |p| p.explanation.as_deref())
    }
}

/// How much a reader would be misled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Much.
    High,
    /// Some.
    Medium,
    /// Little.
    #[default]
    Low,
}

impl Severity {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        }
    }
}

/// One side of a dating inconsistency.
#[derive(Debug, Clone, PartialEq)]
pub struct DatingSide {
    /// Index into `Report::readings`.
    pub doc: u32,
    /// The words (an empty span when the side is metadata, such as the publication date).
    pub span: Span,
    /// Shown text.
    pub text: String,
    /// Value.
    pub value: String,
}

/// A dating inconsistency: one row of dating.csv.
#[derive(Debug, Clone, PartialEq)]
pub struct DatingIssue {
    /// Stable id.
    pub id: String,
    /// weekday_mismatch, hijri_mismatch, …
    pub kind: &'static str,
    /// Severity.
    pub severity: Severity,
    /// Share of rows of this confidence that are worth an editor's look, 0..=1.
    pub confidence_0_1: f64,
    /// Story id, or empty.
    pub story: String,
    /// One piece of evidence.
    pub a: DatingSide,
    /// The other.
    pub b: DatingSide,
    /// Days between the two, when both are days.
    pub days_apart: Option<i64>,
    /// One plain sentence.
    pub explanation: String,
}

/// An input file as the manifest lists it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct InputFile {
    /// Name relative to the input root.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Hex sha256 of the bytes.
    pub sha256: String,
    /// Articles read from it.
    pub articles: u64,
    /// Format that the reader saw.
    pub format: String,
}

/// Language of what people read: sheet names, labels, explanations (`--language`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, left to right.
    #[default]
    En,
    /// Arabic, right to left.
    Ar,
}

impl Language {
    /// The language code.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ar => "ar",
        }
    }
}

/// The whole result of a run: everything the emitters print and nothing else.
#[derive(Debug, Default)]
pub struct Report {
    /// Documents in order of doc_id, with what was found.
    pub readings: Vec<Reading>,
    /// Articles that were not read as text of a supported language, and such (listed in sources.csv).
    pub unread: Vec<Article>,
    /// Voice of each reading: documents that carry the same text share it.
    pub voices: Vec<String>,
    /// Entities, by id.
    pub entities: Vec<Entity>,
    /// Stories, by id.
    pub stories: Vec<Story>,
    /// Story of each reading (index into `stories`).
    pub story_of: Vec<Option<u32>>,
    /// Claim matches.
    pub matches: Vec<ClaimMatch>,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Dating inconsistencies.
    pub dating: Vec<DatingIssue>,
    /// Problems, sorted.
    pub problems: Vec<Problem>,
    /// Input files, sorted.
    pub inputs: Vec<InputFile>,
    /// Options as the manifest prints them.
    pub options: serde_json::Value,
    /// Language of the explanations.
    pub language: Language,
    /// Overrides that were applied, for the manifest.
    pub overrides: Vec<String>,
    /// Seconds by stage, for the manifest.
    pub seconds: Vec<(String, f64)>,
}

#[cfg(test)]
mod fact_tests {
    use super::*;

    #[test]
    fn values_that_can_both_be_true_have_no_reason_against_them() {
        let fact = Fact {
            id: "f-1".into(),
            story: "s-1".into(),
            kind: FactKind::Number,
            subject: String::new(),
            verdict: Relation::Contradict,
            values: Vec::new(),
            severity: Severity::High,
            confidence_0_1: 0.5,
            explanation: "five and seven".into(),
            score_parts: Vec::new(),
            pairs: vec![ValuePair { a: "5".into(), b: "9".into(), explanation: None }],
        };
        assert_eq!(fact.why("9", "5"), None);
        assert_eq!(fact.why("5", "7"), Some("five and seven"));
    }
}
