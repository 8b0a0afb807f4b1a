//! JSON: lines, arrays, wrapped arrays, concatenated and carelessly cut files → records.

use std::borrow::Cow;

use rayon::prelude::*;
use serde_json::{Map, Value};

use super::fields::{self, Record};

/// A record, or the line where one could not be read and why.
pub type Outcome = Result<Record<'static>, (u64, String)>;

/// Keys under which services wrap their lists.
const WRAPPERS: [&str; 16] = [
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "news",
    "response",
    "hits",
    "records",
    "entries",
    "posts",
    "stories",
    "rows",
    "value",
    "content",
];
/// Nested objects deeper than this are not looked into.
const DEPTH: usize = 6;
/// An outer bracket that never closes is stepped into at most so often.
const STEPS_IN: usize = 4;

/// Records of JSON lines. A file of this name that is one pretty-printed value is read as such.
pub fn lines(text: &str) -> Vec<Outcome> {
    let all: Vec<(u64, &str)> = text
        .lines()
        .enumerate()
        .map(|(i, l)| (i as u64 + 1, l.trim()))
        .filter(|(_, l)| !matches!(*l, "" | "[" | "]" | ","))
        .collect();
    let parsed: Vec<Vec<Outcome>> = all
        .par_iter()
        .with_min_len(16)
        .map(|(line, text)| {
            let text = text.strip_suffix(',').unwrap_or(text);
            match serde_json::from_str::<Value>(text) {
                Ok(Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null) => {
                    vec![Err((*line, "a bare value, not a record".to_string()))]
                }
                Ok(value) => expand(value, *line).into_iter().map(Ok).collect(),
                Err(e) => vec![Err((*line, describe(&e)))],
            }
        })
        .collect();
    let bad = parsed.iter().filter(|p| matches!(p.first(), Some(Err(_)))).count();
    if bad * 2 > parsed.len() {
        let whole = document(text);
        if whole.iter().filter(|r| r.is_ok()).count() > parsed.len() - bad {
            return whole;
        }
    }
    parsed.into_iter().flatten().collect()
}

/// Records of a JSON file in any arrangement.
pub fn document(text: &str) -> Vec<Outcome> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let lines = LineCounter::new(text);
            let starts = object_starts(text);
            let records = expand(value, 1);
            // Line numbers are exact for the usual array of objects.
            let exact = starts.len() == records.len();
            records
                .into_iter()
                .enumerate()
                .map(|(i, mut r)| {
                    r.line = if exact { lines.at(starts[i]) } else { i as u64 + 1 };
                    Ok(r)
                })
                .collect()
        }
        Err(_) => lenient(text),
    }
}

/// Offsets of the objects directly inside the outermost array.
fn object_starts(text: &str) -> Vec<usize> {
    if !text.trim_start().starts_with('[') {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(i) = memchr::memchr(b'{', &text.as_bytes()[at..]) {
        let start = at + i;
        let Some(end) = balanced(text, start) else { break };
        out.push(start);
        at = end;
    }
    out
}

/// Whatever complete objects a broken file holds.
fn lenient(text: &str) -> Vec<Outcome> {
    let lines = LineCounter::new(text);
    let mut out = Vec::new();
    let mut at = 0;
    let mut steps = 0;
    let mut told = 0u32;
    while let Some(i) = memchr::memchr(b'{', &text.as_bytes()[at..]) {
        let start = at + i;
        let line = lines.at(start);
        match balanced(text, start) {
            Some(end) => {
                match serde_json::from_str::<Value>(&text[start..end]) {
                    Ok(value) => {
                        let records = expand(value, line);
                        // Inside a broken outer object only whole articles count, not its other parts.
                        out.extend(
                            records
                                .into_iter()
                                .filter(|r| steps == 0 || r.fields.iter().any(|(k, _)| fields::means_text(k)))
                                .map(Ok),
                        );
                    }
                    Err(e) => out.push(Err((line, describe(&e)))),
                }
                at = end;
            }
            None => {
                told += 1;
                if told == 1 {
                    out.push(Err((line, "not complete JSON: a bracket or a quotation mark is never closed".into())));
                }
                steps += 1;
                if steps > STEPS_IN {
                    break;
                }
                at = start + 1;
            }
        }
    }
    if out.is_empty() {
        out.push(Err((1, "no JSON object found".into())));
    }
    out
}

/// End of the object that starts here, strings respected; `None` when it never ends.
fn balanced(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut i = start;
    while i < bytes.len() {
        match bytes[i] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            b'"' => {
                i += 1;
                loop {
                    let next = memchr::memchr2(b'"', b'\\', bytes.get(i..)?)?;
                    i += next;
                    if bytes[i] == b'"' {
                        break;
                    }
                    i += 2;
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

struct LineCounter {
    ends: Vec<usize>,
}

impl LineCounter {
    fn new(text: &str) -> LineCounter {
        LineCounter { ends: memchr::memchr_iter(b'\n', text.as_bytes()).collect() }
    }
    fn at(&self, offset: usize) -> u64 {
        self.ends.partition_point(|e| *e < offset) as u64 + 1
    }
}

/// The parser's message without its own position.
fn describe(e: &serde_json::Error) -> String {
    let text = e.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    let kind = if e.is_eof() { "cut off" } else { "not JSON" };
    format!("{kind}: {} (column {})", text.to_lowercase(), e.column())
}

/// A value's records: itself, the elements of a list, or the elements of a wrapped list.
fn expand(value: Value, line: u64) -> Vec<Record<'static>> {
    let mut out = Vec::new();
    push(value, line, 0, &mut out);
    out
}

fn push(value: Value, line: u64, depth: usize, out: &mut Vec<Record<'static>>) {
    match value {
        Value::Array(list) if depth < DEPTH => {
            for v in list {
                push(v, line, depth + 1, out);
            }
        }
        Value::Object(mut object) if depth < DEPTH => {
            if let Some(Value::Object(_)) = object.get("_source")
                && let Some(source) = object.remove("_source")
            {
                return push(source, line, depth + 1, out);
            }
            let wrapped = WRAPPERS.iter().find(|w| is_list_of_objects(object.get(**w)));
            let is_article =
                object.iter().any(|(k, v)| fields::means_text(k) && v.as_str().is_some_and(|s| !s.is_empty()));
            match wrapped {
                Some(w) if !is_article => push(object.remove(*w).unwrap_or_default(), line, depth + 1, out),
                _ => out.push(flatten(object, line)),
            }
        }
        _ => {}
    }
}

fn is_list_of_objects(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Array(list)) => list.first().is_some_and(Value::is_object),
        // response.docs, hits.hits
        Some(Value::Object(inner)) => WRAPPERS
            .iter()
            .any(|w| matches!(inner.get(*w), Some(Value::Array(l)) if l.first().is_some_and(Value::is_object))),
        _ => false,
    }
}

fn flatten(object: Map<String, Value>, line: u64) -> Record<'static> {
    let mut record = Record { fields: Vec::with_capacity(object.len()), line };
    flatten_into("", object, 0, &mut record.fields);
    record
}

fn flatten_into(
    prefix: &str,
    object: Map<String, Value>,
    depth: usize,
    out: &mut Vec<(Cow<'static, str>, Cow<'static, str>)>,
) {
    for (name, value) in object {
        let name = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
        match value {
            Value::String(s) => out.push((name.into(), s.into())),
            Value::Number(n) => out.push((name.into(), n.to_string().into())),
            Value::Array(_) => {
                let text = fields::means_text(&name);
                let mut parts = Vec::new();
                strings(&value, 0, text, &mut parts);
                if !parts.is_empty() {
                    out.push((name.into(), parts.join(if text { "\n" } else { "; " }).into()));
                }
            }
            Value::Object(inner) if fields::means_text(&name) => {
                let mut parts = Vec::new();
                strings(&Value::Object(inner), 0, true, &mut parts);
                out.push((name.into(), parts.join("\n").into()));
            }
            Value::Object(inner) if depth < DEPTH => flatten_into(&name, inner, depth + 1, out),
            _ => {}
        }
    }
}

/// Strings inside a value, in order; of an object in a list of authors only its name.
fn strings(value: &Value, depth: usize, all: bool, out: &mut Vec<String>) {
    if depth > 2 * DEPTH {
        return;
    }
    match value {
        Value::String(s) if !s.trim().is_empty() => out.push(s.clone()),
        Value::Array(list) => list.iter().for_each(|v| strings(v, depth + 1, all, out)),
        Value::Object(object) if all => object.values().for_each(|v| strings(v, depth + 1, all, out)),
        Value::Object(object) => {
            if let Some(Value::String(s)) = ["name", "title", "label"].iter().find_map(|k| object.get(*k)) {
                out.push(s.clone());
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(outcomes: &[Outcome]) -> Vec<String> {
        outcomes
            .iter()
            .map(|o| match o {
                Ok(r) => {
                    let t = r.fields.iter().find(|(k, _)| fields::means_text(k)).map(|(_, v)| v.to_string());
                    format!("{}:{}", r.line, t.unwrap_or_default())
                }
                Err((line, _)) => format!("{line}:!"),
            })
            .collect()
    }

    #[test]
    fn arrangements() {
        assert_eq!(texts(&document("[\n{\"text\":\"a\"},\n{\"text\":\"b\"}\n]")), ["2:a", "3:b"]);
        assert_eq!(
            texts(&document("{\"status\":\"ok\",\"articles\":[{\"text\":\"a\"},{\"text\":\"b\"}]}")),
            ["1:a", "2:b"]
        );
        assert_eq!(texts(&document("{\"response\":{\"docs\":[{\"text\":\"a\"}]}}")), ["1:a"]);
        assert_eq!(texts(&document("{\"hits\":{\"hits\":[{\"_source\":{\"text\":\"a\"}}]}}")), ["1:a"]);
        assert_eq!(texts(&document("{\"text\":\"a\"}\n{\"text\":\"b\"}")), ["1:a", "2:b"]);
        assert_eq!(texts(&document("[{\"text\":\"a\"},]{\"text\":\"b\"},]")), ["1:a", "1:b"]);
        assert_eq!(texts(&lines("{\"text\":\"a\"}\n\n{\"text\":\"b")), ["1:a", "3:!"]);
        assert_eq!(texts(&lines("{\n\"text\":\"a\"\n}")), ["1:a"]);
    }

    #[test]
    fn cut_off_list_keeps_what_is_whole() {
        let cut = "{\"articles\":[{\"text\":\"a\",\"source\":{\"name\":\"x\"}},{\"text\":\"b\"},{\"text\":\"c";
        assert_eq!(texts(&document(cut)), ["1:!", "1:a", "1:b"]);
    }

    #[test]
    fn nested_body_is_one_text() {
        let fundus = "{\"body\":{\"summary\":[],\"sections\":[{\"headline\":[\"h\"],\"paragraphs\":[\"p1\",\"p2\"]}]}}";
        assert_eq!(texts(&document(fundus)), ["1:h\np1\np2"]);
    }

    #[test]
    fn depth_and_braces_do_not_hurt() {
        assert!(document(&"[".repeat(200_000)).iter().all(|o| o.is_err()));
        assert!(document(&"{".repeat(200_000)).iter().all(|o| o.is_err()));
        assert!(!document(&"{\"a\":".repeat(100_000)).is_empty());
    }
}
