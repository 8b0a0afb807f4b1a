//! TREC documents (`<DOC>…</DOC>`), as corpora of news are passed on: tags a line, `&` unescaped.

use super::fields::Record;
use super::markup::{Event, attribute, decode, events, flatten};

/// Fields whose content is one element of a document.
const FIELDS: [(&str, &str); 20] = [
    ("docno", "id"),
    ("docid", "id"),
    ("url", "url"),
    ("src", "outlet"),
    ("source", "outlet"),
    ("publisher", "outlet"),
    ("title", "title"),
    ("headline", "title"),
    ("hl", "title"),
    ("ti", "title"),
    ("time", "published"),
    ("date", "published"),
    ("datetime", "published"),
    ("date_time", "published"),
    ("author", "author"),
    ("byline", "author"),
    ("cat", "section"),
    ("lang", "language"),
    ("text", "text"),
    ("body", "text"),
];

/// Records of a TREC file, and lines where a document never ends.
pub fn read(text: &str) -> (Vec<Record<'static>>, Vec<(u64, String)>) {
    let bytes = text.as_bytes();
    let mut records = Vec::new();
    let mut broken = Vec::new();
    let mut at = 0;
    let mut line = 1u64;
    let mut counted = 0;
    while let Some(start) = find(bytes, at, b"<doc") {
        if !matches!(bytes.get(start + 4), Some(b'>' | b' ' | b'\n' | b'\r' | b'\t')) {
            at = start + 4;
            continue;
        }
        line += memchr::memchr_iter(b'\n', &bytes[counted..start]).count() as u64;
        counted = start;
        let Some(tag_end) = memchr::memchr(b'>', &bytes[start..]).map(|i| start + i) else { break };
        let end = find(bytes, tag_end, b"</doc>");
        let next = find_open(bytes, tag_end);
        let stop = match (end, next) {
            (Some(e), Some(n)) if n < e => {
                broken.push((line, "document without end tag".to_string()));
                n
            }
            (Some(e), _) => e,
            (None, n) => {
                broken.push((line, "document without end tag".to_string()));
                n.unwrap_or(bytes.len())
            }
        };
        records.push(record(&text[start + 4..tag_end], &text[tag_end + 1..stop], line));
        at = stop;
    }
    (records, broken)
}

fn find_open(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(i) = find(bytes, at, b"<doc") {
        if matches!(bytes.get(i + 4), Some(b'>' | b' ' | b'\n' | b'\r')) {
            return Some(i);
        }
        at = i + 4;
    }
    None
}

/// First place of a lower-case pattern that begins with `<`, whatever the case of the text.
fn find(bytes: &[u8], from: usize, pattern: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'<', bytes.get(from..)?)
        .map(|i| from + i)
        .find(|i| bytes.get(*i..i + pattern.len()).is_some_and(|b| b.eq_ignore_ascii_case(pattern)))
}

fn record(attributes: &str, inside: &str, line: u64) -> Record<'static> {
    let mut out = Record { fields: Vec::new(), line };
    if let Some(id) = attribute(attributes, "id") {
        out.fields.push(("id".into(), id.into()));
    }
    if let Some(lang) = attribute(attributes, "lang") {
        out.fields.push(("language".into(), lang.into()));
    }
    // Element contents are cut by their own end tag: inside there may be stray `<` and `&`.
    let bytes = inside.as_bytes();
    let mut taken: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    while let Some(i) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + i;
        let name: String = inside[start + 1..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect::<String>()
            .to_ascii_lowercase();
        let Some((_, field)) = FIELDS.iter().find(|(n, _)| *n == name) else {
            at = start + 1;
            continue;
        };
        let Some(open_end) = memchr::memchr(b'>', &bytes[start..]).map(|i| start + i) else { break };
        let close = find(bytes, open_end, format!("</{name}>").as_bytes());
        let stop = close.unwrap_or(bytes.len());
        let body = &inside[open_end + 1..stop];
        if !taken.iter().any(|(f, _)| f == field) {
            taken.push((field, start));
            let value = if *field == "text" { body_text(body) } else { decode(body.trim()) };
            out.fields.push(((*field).into(), value.into()));
        }
        at = stop.max(open_end + 1);
    }
    out
}

/// The body: paragraphs by tags when it has any, else as written without the line breaks next to the tags.
fn body_text(body: &str) -> String {
    let tagged = events(body).any(|e| matches!(e, Event::Open(n, _) if matches!(n.as_str(), "p" | "br" | "div" | "s")));
    if tagged {
        return flatten(body, &[]);
    }
    decode(body.trim_matches(['\n', '\r']).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get<'a>(r: &'a Record, k: &str) -> &'a str {
        r.fields.iter().find(|(n, _)| n == k).map_or("", |(_, v)| v)
    }

    #[test]
    fn documents_with_stray_ampersands() {
        let (r, broken) = read(
            "<DOC>\n<DOCNO>1</DOCNO>\n<SRC>أ & ب</SRC>\n<TITLE>خبر</TITLE>\n<TEXT>\nسطر\nسطر < ثان\n</TEXT>\n</DOC>\n<DOC id=\"2\"><TEXT><P>a</P><P>b</P></TEXT></DOC>",
        );
        assert!(broken.is_empty());
        assert_eq!(r.len(), 2);
        assert_eq!((get(&r[0], "outlet"), get(&r[0], "text")), ("أ & ب", "سطر\nسطر < ثان"));
        assert_eq!((get(&r[1], "id"), get(&r[1], "text"), r[1].line), ("2", "a\nb", 10));
    }

    #[test]
    fn document_without_end_is_told_and_kept() {
        let (r, broken) = read("<DOC><DOCNO>1</DOCNO><TEXT>a</TEXT><DOC><DOCNO>2</DOCNO><TEXT>b</TEXT></DOC>");
        assert_eq!((r.len(), broken.len()), (2, 1));
    }
}
