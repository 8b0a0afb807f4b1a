//! report.html: one file that needs no network. The first facts, issues, stories, speakers and names are inside, with the
//! articles they rest on; the rest is in the tables beside it.
//!
//! Article text is untrusted. It stands in the page as JSON, in which `<`, `>` and `&` are escaped so that no tag can end
//! the element, and the script puts it into the page as text nodes only. The content security policy admits exactly
//! this script and this style, by hash, and nothing from outside.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use askama::Template;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::manifest::TableFile;
use super::messages::{MESSAGES, column_ar, message};
use super::tables::{ColumnType, Context, TABLES, pair_counts};
use super::view;
use super::xlsx::Numbers;
use crate::model::*;

/// File name in the output folder.
pub const FILE: &str = "report.html";

/// Facts inside the page, by verdict. A reader looks at hundreds, not at thousands; at some 1.5 kB a fact this is 2 MB.
const MAX_CONTRADICT: usize = 600;
/// See [`MAX_CONTRADICT`].
const MAX_COMPATIBLE: usize = 300;
/// See [`MAX_CONTRADICT`].
const MAX_AGREE: usize = 500;
/// Dating issues inside the page.
const MAX_DATING: usize = 400;
/// Stories inside the page.
const MAX_STORIES: usize = 500;
/// Articles listed a story.
const MAX_STORY_DOCS: usize = 40;
/// Bytes of article text inside the page.
const TEXT_BUDGET: usize = 2_500_000;
/// Speakers inside the page.
const MAX_SPEAKERS: usize = 120;
/// Statements a speaker.
const MAX_SPEAKER_CLAIMS: usize = 20;
/// Names inside the page.
const MAX_ENTITIES: usize = 300;
/// Problems inside the page.
const MAX_ERRORS: usize = 300;

const SCRIPT: &str = include_str!("report.js");
const STYLE: &str = include_str!("report.css");

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    language: &'a str,
    direction: &'a str,
    policy: &'a str,
    title: &'a str,
    noscript: &'a str,
    style: &'a str,
    script: &'a str,
    data: &'a str,
    tables: Vec<(&'a str, &'a str)>,
}

/// Writes the page.
///
/// # Errors
/// When the file cannot be written.
pub fn write(c: &Context, folder: &Path, language: Language) -> Result<TableFile> {
    let path = folder.join(FILE);
    let text = render(c, language)?;
    std::fs::write(&path, &text).with_context(|| format!("{}: cannot write", path.display()))?;
    let sha256 = super::csv::hex(&Sha256::digest(text.as_bytes()));
    Ok(TableFile { name: FILE, path: FILE.to_string(), rows: 0, bytes: text.len() as u64, sha256 })
}

/// The page as text.
///
/// # Errors
/// When the data cannot be written as JSON, which plain data always can.
pub fn render(c: &Context, language: Language) -> Result<String> {
    let data = embed(&serde_json::to_string(&data(c, language))?);
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(SCRIPT.as_bytes())),
        base64(&Sha256::digest(STYLE.as_bytes())),
    );
    let page = Page {
        language: language.as_str(),
        direction: if language == Language::Ar { "rtl" } else { "ltr" },
        policy: &policy,
        title: message(language, "title"),
        noscript: message(language, "page.noscript"),
        style: STYLE,
        script: SCRIPT,
        data: &data,
        tables: TABLES.iter().map(|t| (t.name, t.row_is)).collect(),
    };
    page.render().context("report.html")
}

/// JSON that can stand inside a script element: no tag, comment or entity can begin in it.
pub fn embed(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 64);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

/// Base64 with padding, for the policy's hashes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let n = chunk.iter().enumerate().fold(0u32, |n, (i, b)| n | (*b as u32) << (16 - 8 * i));
        for i in 0..4 {
            if i <= chunk.len() {
                out.push(LETTERS[(n >> (18 - 6 * i) & 63) as usize] as char);
            } else {
                out.push('=');
            }
        }
    }
    out
}

/// UTF-16 offset of every byte offset of a text, the unit of the page's script.
struct Utf16(Vec<u32>);

impl Utf16 {
    fn new(text: &str) -> Utf16 {
        let mut at = vec![0u32; text.len() + 1];
        let mut units = 0;
        for (i, c) in text.char_indices() {
            at[i..i + c.len_utf8()].fill(units);
            units += c.len_utf16() as u32;
        }
        at[text.len()] = units;
        Utf16(at)
    }
    fn of(&self, byte: u32) -> u32 {
        self.0[(byte as usize).min(self.0.len() - 1)]
    }
}

/// Which parts of the report stand in the page.
struct Choice<'a> {
    facts: Vec<&'a Fact>,
    dating: Vec<&'a DatingIssue>,
    stories: Vec<u32>,
    /// Documents and whether their text is inside.
    docs: Vec<(u32, bool)>,
}

fn choose<'a>(c: &Context<'a>) -> Choice<'a> {
    let r = c.report;
    let mut room = BTreeMap::from([
        (Relation::Contradict, MAX_CONTRADICT),
        (Relation::Compatible, MAX_COMPATIBLE),
        (Relation::Agree, MAX_AGREE),
        (Relation::Related, 0),
    ]);
    let mut facts: Vec<&Fact> = Vec::new();
    for f in view::facts_in_order(c) {
        let left = room.entry(f.verdict).or_default();
        if *left > 0 {
            *left -= 1;
            facts.push(f);
        }
    }
    let dating: Vec<&DatingIssue> = view::dating(r).into_iter().take(MAX_DATING).collect();
    let by_id = view::stories_by_id(r);
    let mut stories: Vec<u32> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut take = |s: u32, stories: &mut Vec<u32>| {
        if stories.len() < MAX_STORIES && seen.insert(s) {
            stories.push(s);
        }
    };
    let of_issue = |d: &DatingIssue| by_id.get(d.story.as_str()).map(|x| x.0 as u32);
    for f in facts.iter().filter(|f| f.verdict == Relation::Contradict) {
        if let Some((i, _)) = by_id.get(f.story.as_str()) {
            take(*i as u32, &mut stories);
        }
    }
    for s in dating.iter().filter_map(|d| of_issue(d)) {
        take(s, &mut stories);
    }
    for f in &facts {
        if let Some((i, _)) = by_id.get(f.story.as_str()) {
            take(*i as u32, &mut stories);
        }
    }
    let mut rest: Vec<(usize, u32)> = r
        .stories
        .iter()
        .enumerate()
        .map(|(i, s)| (super::tables::outlets_of(c, s.documents.iter().copied()).len(), i as u32))
        .collect();
    rest.sort_by_key(|(n, i)| (std::cmp::Reverse(*n), *i));
    for (_, s) in rest {
        take(s, &mut stories);
    }
    // documents: those that facts and issues rest on, then the rest of their stories
    let mut docs: Vec<u32> = Vec::new();
    let mut known = BTreeSet::new();
    let mut add = |d: u32, docs: &mut Vec<u32>| {
        if known.insert(d) {
            docs.push(d);
        }
    };
    for f in facts.iter().filter(|f| f.verdict == Relation::Contradict) {
        f.values.iter().for_each(|v| add(v.doc, &mut docs));
    }
    for d in &dating {
        add(d.a.doc, &mut docs);
        add(d.b.doc, &mut docs);
    }
    for f in &facts {
        f.values.iter().for_each(|v| add(v.doc, &mut docs));
    }
    for s in &stories {
        r.stories[*s as usize].documents.iter().take(MAX_STORY_DOCS).for_each(|d| add(*d, &mut docs));
    }
    let mut left = TEXT_BUDGET;
    let docs = docs
        .into_iter()
        .map(|d| {
            let size = r.readings[d as usize].doc.text().len();
            let inside = size <= left;
            left -= if inside { size } else { 0 };
            (d, inside)
        })
        .collect();
    Choice { facts, dating, stories, docs }
}

fn data(c: &Context, language: Language) -> Value {
    let r = c.report;
    let choice = choose(c);
    let outlets = view::outlets(r);
    let outlet = |name: &str| outlets.binary_search(&name).unwrap_or(0);
    let mut doc_at: BTreeMap<u32, usize> = BTreeMap::new();
    let mut docs: Vec<(u32, bool)> = choice.docs.clone();
    for (i, (d, _)) in docs.iter().enumerate() {
        doc_at.insert(*d, i);
    }
    let mut place = |d: u32| -> usize {
        *doc_at.entry(d).or_insert_with(|| {
            docs.push((d, false));
            docs.len() - 1
        })
    };
    let story_at: BTreeMap<&str, usize> =
        choice.stories.iter().enumerate().map(|(i, s)| (r.stories[*s as usize].id.as_str(), i)).collect();
    let story = |id: &str| story_at.get(id).copied();
    let reading = |d: u32| &r.readings[d as usize].doc;
    let all_stories = view::stories_by_id(r);

    let facts: Vec<Value> = choice
        .facts
        .iter()
        .map(|f| {
            let values: Vec<Value> = f
                .values
                .iter()
                .map(|v| {
                    let doc = reading(v.doc);
                    let e = view::excerpt(doc, v.evidence, v.span);
                    let (first, last) = view::fragment(doc.slice(v.evidence));
                    json!({"d": place(v.doc), "v": v.value, "t": [e.before, e.words, e.after], "p": v.speaker_name,
                        "r": v.reason, "f": [first, last]})
                })
                .collect();
            let stated: BTreeSet<&str> = f.values.iter().map(|v| c.doc(v.doc).outlet.as_str()).collect();
            let silent: Vec<usize> = all_stories.get(f.story.as_str()).map_or_else(Vec::new, |(_, s)| {
                super::tables::outlets_of(c, s.documents.iter().copied())
                    .into_iter()
                    .filter(|o| !stated.contains(o))
                    .map(outlet)
                    .collect()
            });
            let parts: Vec<Value> = f.score_parts.iter().map(|(n, x)| json!([n, round(*x)])).collect();
            json!({"id": f.id, "s": story(&f.story), "k": f.kind.as_str(), "u": view::subject(f), "v": f.verdict.as_str(),
                "y": if f.verdict == Relation::Contradict { f.severity.as_str() } else { "" },
                "c": round(f.confidence_0_1), "e": f.explanation, "m": parts, "x": values, "q": silent})
        })
        .collect();

    let dating: Vec<Value> = choice
        .dating
        .iter()
        .map(|d| {
            let mut side = |s: &DatingSide| {
                let doc = reading(s.doc);
                let sentence = view::sentence_of(doc, s.span);
                let e = view::excerpt(doc, sentence, s.span);
                let passage = if s.span.is_empty() { "" } else { doc.slice(sentence) };
                let (first, last) = view::fragment(passage);
                let cut = if s.span.is_empty() { Value::Null } else { json!([e.before, e.words, e.after]) };
                json!({"d": place(s.doc), "w": s.text, "v": s.value, "t": cut, "f": [first, last]})
            };
            json!({"id": d.id, "k": d.kind, "y": d.severity.as_str(), "c": round(d.confidence_0_1),
                "s": story(&d.story), "a": side(&d.a), "b": side(&d.b), "n": d.days_apart, "e": d.explanation})
        })
        .collect();

    let mut totals: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for f in &r.facts {
        totals.entry(&f.story).or_default()[f.verdict as usize] += 1;
    }
    let mut issues: BTreeMap<&str, usize> = BTreeMap::new();
    for d in &r.dating {
        *issues.entry(&d.story).or_default() += 1;
    }
    let stories: Vec<Value> = choice
        .stories
        .iter()
        .map(|s| {
            let s = &r.stories[*s as usize];
            let mut listed: Vec<u32> = s.documents.iter().copied().take(MAX_STORY_DOCS).collect();
            listed.sort_by_key(|d| (c.doc(*d).published_local, *d));
            let n = totals.get(s.id.as_str()).copied().unwrap_or_default();
            let names: Vec<usize> =
                super::tables::outlets_of(c, s.documents.iter().copied()).into_iter().map(outlet).collect();
            json!({"id": s.id, "l": s.label, "d": listed.into_iter().map(&mut place).collect::<Vec<_>>(), "o": names,
                "n": [n[Relation::Agree as usize], n[Relation::Compatible as usize], n[Relation::Contradict as usize],
                    issues.get(s.id.as_str()).copied().unwrap_or(0)],
                "t": s.documents.len()})
        })
        .collect();

    let (speakers, speaker_total) = speakers(c, &mut place);
    let entities = entities(c, &outlet);

    let mut fact_marks: BTreeMap<u32, Vec<(Span, usize)>> = BTreeMap::new();
    for (i, f) in choice.facts.iter().enumerate() {
        for v in &f.values {
            fact_marks.entry(v.doc).or_default().push((v.span, i));
        }
    }
    let mut voices: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (d, v) in r.voices.iter().enumerate() {
        voices.entry(v).or_default().push(d as u32);
    }
    let docs: Vec<Value> = docs
        .iter()
        .map(|(d, inside)| {
            let copies: Vec<&str> = r
                .voices
                .get(*d as usize)
                .and_then(|v| voices.get(v.as_str()))
                .into_iter()
                .flatten()
                .filter(|x| **x != *d)
                .map(|x| c.doc(*x).outlet.as_str())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            document(c, *d, *inside, outlet(&c.doc(*d).outlet), story(c.story_id(*d)), fact_marks.get(d), &copies)
        })
        .collect();

    let pairs: Vec<Value> = pair_counts(c)
        .iter()
        .map(|((a, b), n)| json!([outlet(a), outlet(b), n.stories, n.agree, n.contradict, n.dating]))
        .collect();
    let errors: Vec<Value> = r
        .problems
        .iter()
        .take(MAX_ERRORS)
        .map(|p| {
            json!([p.input, if p.line > 0 { json!(p.line) } else { Value::Null }, p.doc_id, p.stage, p.error, p.action])
        })
        .collect();
    let tables: Vec<Value> = TABLES
        .iter()
        .map(|t| {
            let columns: Vec<Value> = t
                .columns
                .iter()
                .map(|col| {
                    let kind = match col.kind {
                        ColumnType::Text => "text",
                        ColumnType::Integer => "integer",
                        ColumnType::Number => "number",
                        ColumnType::Date => "date",
                        ColumnType::Id => "id",
                    };
                    json!([col.name, kind, col.description, column_ar(t.name, col.name).unwrap_or(col.description)])
                })
                .collect();
            json!([t.name, t.row_is, columns])
        })
        .collect();
    let numbers = Numbers::of(c);
    let counts: serde_json::Map<String, Value> =
        numbers.counts.iter().map(|(k, n)| (k.trim_start_matches("summary.").to_string(), json!(n))).collect();
    let verdicts = |v: Relation| r.facts.iter().filter(|f| f.verdict == v).count();
    let messages: serde_json::Map<String, Value> = MESSAGES.iter().map(|(k, m)| (k.to_string(), json!(m))).collect();
    json!({
        "language": language.as_str(),
        "version": env!("CARGO_PKG_VERSION"),
        "counts": counts,
        "span": numbers.span.map(|(a, b)| [a.to_string(), b.to_string()]),
        "total": {"facts": r.facts.len(), "dating": r.dating.len(), "stories": r.stories.len(),
            "entities": r.entities.len(), "speakers": speaker_total, "errors": r.problems.len(),
            "agree": verdicts(Relation::Agree), "compatible": verdicts(Relation::Compatible),
            "contradict": verdicts(Relation::Contradict)},
        "outlets": outlets,
        "pairs": pairs,
        "docs": docs,
        "stories": stories,
        "facts": facts,
        "dating": dating,
        "speakers": speakers,
        "entities": entities,
        "errors": errors,
        "tables": tables,
        "overrides": r.overrides,
        "messages": messages,
    })
}

fn round(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

/// A document: what heads it; its dates for the timeline; its text with marks when there is room.
fn document(
    c: &Context,
    d: u32,
    inside: bool,
    outlet: usize,
    story: Option<usize>,
    fact_marks: Option<&Vec<(Span, usize)>>,
    copies: &[&str],
) -> Value {
    let reading = &c.report.readings[d as usize];
    let (doc, a) = (&reading.doc, &reading.doc.article);
    let dates: Vec<Value> = reading
        .mentions
        .dates
        .iter()
        .filter(|m| matches!(m.kind, DateKind::Date | DateKind::Time))
        .filter_map(|m| Some((m, m.earliest?, m.latest?)))
        .take(30)
        .map(|(m, from, to)| json!([from.to_string(), to.to_string(), m.value, doc.slice(m.span)]))
        .collect();
    let mut v = json!({"id": a.doc_id, "o": outlet, "u": view::safe_url(&a.url), "h": a.title,
        "p": a.published_local.map(|t| if a.published_has_time {
            format!("{} {:02}:{:02}", t.date(), t.hour(), t.minute())
        } else {
            t.date().to_string()
        }),
        "z": a.offset_minutes, "l": a.language, "s": story, "g": dates});
    if !copies.is_empty() {
        v["w"] = json!(copies);
    }
    if inside {
        let text = doc.text();
        let units = Utf16::new(text);
        let cut = |s: Span| (units.of(s.start), units.of(s.end));
        let mut marks: Vec<(u32, u32, &str, Value)> = Vec::new();
        for m in &reading.mentions.claims {
            if m.kind == ClaimKind::Narrated {
                continue;
            }
            let (s, e) = cut(m.span);
            marks.push((s, e, "q", json!(m.speaker_name)));
        }
        for m in &reading.mentions.dates {
            let (s, e) = cut(m.span);
            marks.push((s, e, "d", json!(m.value)));
        }
        for m in &reading.mentions.entities {
            let (s, e) = cut(m.span);
            marks.push((s, e, "n", json!(m.entity.map(|i| c.report.entities[i as usize].name.as_str()))));
        }
        for (span, fact) in fact_marks.into_iter().flatten() {
            let (s, e) = cut(*span);
            marks.push((s, e, "f", json!(fact)));
        }
        for n in &doc.noise {
            let (s, e) = cut(n.span);
            marks.push((s, e, "x", json!(format!("{:?}", n.kind).to_lowercase())));
        }
        marks.sort_by(|a, b| (a.0, b.1, a.2, a.3.to_string()).cmp(&(b.0, a.1, b.2, b.3.to_string())));
        let sentences: Vec<[u32; 2]> = doc.sentences.iter().map(|s| cut(s.span)).map(|(s, e)| [s, e]).collect();
        v["x"] = json!(text);
        v["m"] = json!(marks);
        v["y"] = json!(sentences);
    }
    v
}

/// Speakers by number of outlets, then of statements; and how many there are.
fn speakers(c: &Context, place: &mut impl FnMut(u32) -> usize) -> (Vec<Value>, usize) {
    let r = c.report;
    let mut all: BTreeMap<&str, (BTreeSet<&str>, Vec<ClaimRef>)> = BTreeMap::new();
    for (d, reading) in r.readings.iter().enumerate() {
        for (i, m) in reading.mentions.claims.iter().enumerate() {
            if m.speaker_name.is_empty() || m.kind == ClaimKind::Narrated {
                continue;
            }
            let entry = all.entry(&m.speaker_name).or_default();
            entry.0.insert(&reading.doc.article.outlet);
            entry.1.push(ClaimRef { doc: d as u32, claim: i as u32 });
        }
    }
    let total = all.len();
    let mut order: Vec<_> = all.into_iter().collect();
    order.sort_by(|a, b| (b.1.0.len(), b.1.1.len(), a.0).cmp(&(a.1.0.len(), a.1.1.len(), b.0)));
    let matched: BTreeSet<ClaimRef> = r.matches.iter().flat_map(|m| [m.a, m.b]).collect();
    let out = order
        .into_iter()
        .take(MAX_SPEAKERS)
        .map(|(name, (outlets, mut claims))| {
            let n = claims.len();
            // those that another outlet carries too come first
            claims.sort_by_key(|at| (!matched.contains(at), *at));
            claims.truncate(MAX_SPEAKER_CLAIMS);
            let said: Vec<Value> = claims
                .iter()
                .map(|at| {
                    let reading = &r.readings[at.doc as usize];
                    let m = &reading.mentions.claims[at.claim as usize];
                    let e = view::excerpt(&reading.doc, m.span, Span { start: m.span.start, end: m.span.start });
                    let (first, last) = view::fragment(reading.doc.slice(m.span));
                    let slice = |s: Option<Span>| s.map_or("", |s| reading.doc.slice(s));
                    json!({"d": place(at.doc), "k": m.kind.as_str(), "t": e.before, "q": slice(m.cue),
                        "r": slice(m.speaker_role), "w": slice(m.speaker), "b": slice(m.reported_by),
                        "n": m.polarity.as_str(), "f": [first, last]})
                })
                .collect();
            json!({"n": name, "o": outlets.len(), "t": n, "x": said})
        })
        .collect();
    (out, total)
}

fn entities(c: &Context, outlet: &impl Fn(&str) -> usize) -> Vec<Value> {
    let mut order: Vec<&Entity> = c.report.entities.iter().collect();
    // several spellings are what there is to check; then those that many articles name
    let weight = |e: &Entity| e.documents.len() * (1 + e.variants.len().min(8));
    order.sort_by(|a, b| weight(b).cmp(&weight(a)).then(a.id.cmp(&b.id)));
    order
        .into_iter()
        .take(MAX_ENTITIES)
        .map(|e| {
            let names: Vec<usize> =
                super::tables::outlets_of(c, e.documents.iter().copied()).into_iter().map(outlet).collect();
            let reasons: Vec<Value> = e.reasons.iter().take(25).map(|w| json!([w.a, w.b, w.reason])).collect();
            json!({"id": e.id, "n": e.name, "k": e.kind.as_str(), "v": e.variants.iter().take(40).collect::<Vec<_>>(),
                "r": e.roles.iter().take(15).collect::<Vec<_>>(), "d": e.documents.len(), "m": e.mentions, "o": names,
                "w": reasons})
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_json_cannot_end_its_element() {
        let json = serde_json::to_string(&json!({"t": "</script><script>alert(1)</script><!-- &amp;"})).unwrap();
        let safe = embed(&json);
        assert!(!safe.contains(['<', '>', '&']));
        let back: Value = serde_json::from_str(&safe).unwrap();
        assert_eq!(back["t"], "</script><script>alert(1)</script><!-- &amp;");
    }

    #[test]
    fn base64_pads() {
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"f"), "Zg==");
    }

    #[test]
    fn offsets_for_the_script_count_utf16_units() {
        let t = "أ😀ب";
        let u = Utf16::new(t);
        assert_eq!(u.of(2), 1);
        assert_eq!(u.of(6), 3);
        assert_eq!(u.of(t.len() as u32), 4);
    }
}
