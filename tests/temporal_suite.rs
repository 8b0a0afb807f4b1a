//! The field's own cases: published pairs of Hijri and civil days.

use std::path::PathBuf;

use muqabala::calendar::{HijriDate, to_civil, to_hijri};

fn shared(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/dev").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {name} is not here");
    }
    text
}

#[test]
fn every_published_hijri_pair_holds_in_both_directions() {
    let Some(text) = shared("hijri_facts.jsonl") else { return };
    let mut wrong = Vec::new();
    for line in text.lines() {
        let v: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        let mut parts = v["hijri"].as_str().expect("hijri").split('-').map(|p| p.parse::<i32>().expect("a number"));
        let (y, m, d) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        let hijri = HijriDate { year: y, month: m as u8, day: d as u8 };
        let civil: jiff::civil::Date = v["gregorian"].as_str().expect("gregorian").parse().expect("a day");
        if to_civil(hijri) != Some(civil) || to_hijri(civil) != Some(hijri) {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

// ----- temporal_cases.jsonl: cases of other projects' suites (Duckling, dateparser, chrono, Recognizers) -----

use muqabala::mentions;
use muqabala::model::{Article, DateKind, DateMention};
use muqabala::resolve::when;
use muqabala::text::Document;

/// DIFFERENCE: cases where we part ways on purpose, by suite and id.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    ("duckling-ar", "g000.1", "words for now are vague in news and are not annotated (GUIDE)"),
    ("duckling-ar", "g000.3", "words for now are vague in news and are not annotated (GUIDE)"),
];

struct Case {
    suite: String,
    id: String,
    tier: String,
    kind: String,
    text: String,
    span: String,
    accept: Vec<String>,
    reference: String,
}

fn cases() -> Option<Vec<Case>> {
    let text = shared("temporal_cases.jsonl")?;
    let read = |line: &str| {
        let v: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        let s = |k: &str| v[k].as_str().unwrap_or("").to_string();
        Case {
            suite: s("suite"),
            id: s("id"),
            tier: s("tier"),
            kind: s("kind"),
            text: s("text"),
            span: s("span"),
            accept: v["accept"].as_array().into_iter().flatten().filter_map(|a| a.as_str()).map(String::from).collect(),
            reference: s("reference"),
        }
    };
    Some(text.lines().map(read).collect())
}

fn tag(text: &str, reference: &str) -> (Document, Vec<DateMention>) {
    let local = reference.get(..19).and_then(|r| r.parse().ok());
    let article = Article {
        text: text.into(),
        language: "ar".into(),
        published_local: local,
        published_has_time: true,
        ..Article::default()
    };
    let mut doc = Document::new(article, Vec::new());
    let mut dates = mentions::dates::extract(&doc);
    when::resolve(&mut doc, &mut dates);
    (doc, dates)
}

/// One spelling for values that mean the same: T15 and T15:00, 197 and 197X, PT0.5H and PT30M.
fn canon(value: &str) -> String {
    let mut v = value.trim().to_uppercase();
    if let Some((a, b)) = v.split_once('/') {
        return format!("{}/{}", canon(a), canon(b));
    }
    if v.len() == 3 && v.chars().all(|c| c.is_ascii_digit()) {
        v.push('X');
    }
    if let Some(rest) = v.strip_prefix("PT") {
        let (mut seconds, mut number) = (0f64, String::new());
        for c in rest.chars() {
            match c {
                'H' | 'M' | 'S' => {
                    let n: f64 = number.parse().unwrap_or(0.0);
                    seconds +=
                        n * [("H", 3600.0), ("M", 60.0), ("S", 1.0)].iter().find(|u| u.0.starts_with(c)).unwrap().1;
                    number.clear();
                }
                c => number.push(c),
            }
        }
        return format!("PT{seconds}S");
    }
    if let Some(at) = v.find('T')
        && v[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    {
        let time = &v[at + 1..];
        let time = time.strip_suffix(":00").filter(|t| t.len() >= 5).unwrap_or(time);
        let time = if time.len() == 2 { format!("{time}:00") } else { time.to_string() };
        return format!("{}T{time}", &v[..at]);
    }
    v
}

fn holds(case: &Case) -> (bool, String) {
    let (doc, dates) = tag(&case.text, &case.reference);
    let found: Vec<String> = dates.iter().map(|d| format!("{}={}", doc.slice(d.span), d.value)).collect();
    let shown = found.join(" ; ");
    if matches!(case.kind.as_str(), "negative" | "invalid") {
        return (dates.is_empty(), shown);
    }
    let from = case.text.find(case.span.trim()).unwrap_or(0) as u32;
    let to = from + case.span.trim().len() as u32;
    let inside: Vec<&DateMention> = dates.iter().filter(|d| d.span.start < to && from < d.span.end).collect();
    let accept: Vec<String> = case.accept.iter().map(|a| canon(a)).collect();
    let mut values: Vec<String> = Vec::new();
    for d in &inside {
        values.push(canon(&d.value));
        values.extend(d.candidates.iter().map(|c| canon(c)));
        if let (Some(a), Some(b)) = (d.earliest, d.latest)
            && d.kind != DateKind::Time
        {
            values.push(format!("{a}/{b}"));
        }
    }
    for pair in inside.windows(2) {
        if pair[0].expr.range_to_next {
            values.push(format!("{}/{}", canon(&pair[0].value), canon(&pair[1].value)));
            if let (Some(a), Some(b)) = (pair[0].earliest, pair[1].latest) {
                values.push(format!("{a}/{b}"));
            }
            for (a, b) in pair[0].candidates.iter().zip(&pair[1].candidates) {
                values.push(format!("{}/{}", canon(a), canon(b)));
            }
        }
    }
    (values.iter().any(|v| accept.contains(v)), shown)
}

#[test]
fn cases_of_other_projects() {
    let Some(cases) = cases() else { return };
    let point = [
        "now",
        "date",
        "month",
        "year",
        "week",
        "time",
        "datetime",
        "hijri",
        "holiday",
        "duration",
        "partofday",
        "season",
    ];
    let (mut a, mut a_ok, mut all, mut all_ok, mut dated) = (0, 0, 0, 0, Vec::new());
    let mut missed = Vec::new();
    for case in &cases {
        let (ok, shown) = holds(case);
        let line = format!(
            "{} {} {} {} | {} | {:?} | {shown}",
            case.tier, case.suite, case.id, case.kind, case.text, case.accept
        );
        if matches!(case.kind.as_str(), "negative" | "invalid") {
            if !ok {
                dated.push(line);
            }
            continue;
        }
        all += 1;
        all_ok += usize::from(ok);
        if case.tier == "A" && point.contains(&case.kind.as_str()) {
            a += 1;
            a_ok += usize::from(ok);
        }
        let on_purpose = DIFFERENCES.iter().find(|d| d.0 == case.suite && d.1 == case.id);
        if !ok {
            missed.push(match on_purpose {
                Some(d) => format!("DIFFERENCE ({}): {line}", d.2),
                None => line,
            });
        }
    }
    println!("tier A, points: {a_ok} of {a}; all: {all_ok} of {all}\n{}", missed.join("\n"));
    assert!(dated.is_empty(), "dated though they must not be: {dated:#?}");
    assert!(a_ok * 100 >= a * 90, "tier A {a_ok} of {a}");
    assert!(all_ok * 100 >= all * 80, "all {all_ok} of {all}");
}
