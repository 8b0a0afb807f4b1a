//! The newsstand of fixtures/news: every file is read right, what was planted is found, the tables are as expected.
//!
//! `UPDATE_EXPECTED=1 cargo test --test fixtures` rewrites fixtures/expected: read the diff.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use muqabala::model::{Article, Relation, Report, Severity, Span};
use muqabala::pipeline::{self, Plan};
use support::root;

fn report() -> Report {
    pipeline::run(&Plan { inputs: vec![root().join("fixtures/news")], ..Plan::default() })
}

/// The key of an article: the last segment of its address.
fn key(article: &Article) -> &str {
    article.url.rsplit('/').next().unwrap_or("")
}

fn news() -> BTreeMap<String, Article> {
    let read = muqabala::ingest::read(&[root().join("fixtures/news")]);
    assert_eq!(read.problems, [], "nothing in the newsstand is bad");
    read.articles.into_iter().map(|a| (key(&a).to_string(), a)).collect()
}

#[test]
fn every_article_is_read() {
    let news = news();
    assert_eq!(news.len(), 41);
    let outlets: BTreeSet<&str> = news.values().map(|a| a.outlet.as_str()).collect();
    assert_eq!(
        outlets.into_iter().collect::<Vec<_>>(),
        [
            "minbar-maghareb.example",
            "الميزان الاقتصادي",
            "شبكة أثير",
            "صدى المشرق",
            "ضفاف النيل",
            "مدارات",
            "مرايا الخليج",
            "وكالة رفد للأنباء"
        ]
    );
    for (key, a) in &news {
        assert_eq!(a.language, "ar", "{key}");
        assert!(a.offset_minutes.is_some() && a.published_has_time, "{key}: {}", a.published);
        assert!(!a.title.is_empty(), "{key}");
        assert!(a.text.chars().count() > 400, "{key}");
        // The document text is the title, a line break, the body; of a plain text the file as it is.
        if a.title_len > 0 {
            assert!(a.text[..a.title_len as usize].ends_with(&a.title), "{key}");
        }
        assert!(!a.text.contains("None") && !a.text.contains('\u{fffd}'), "{key}");
    }
}

#[test]
fn offsets_are_kept_as_given() {
    let news = news();
    for (key, published) in [
        ("rafd-visit-1", "2025-09-29T13:05:00Z"),
        ("minbar-visit-1", "2025-09-29T20:15:00+01:00"),
        ("maraya-cup-1", "2025-11-02T01:20:00+04:00"),
        ("mizan-oil-1", "2025-11-04T12:30:00+03:00"),
        ("sada-visit-1", "2025-09-30T08:40:00+03:00"),
        ("difaf-cup-1", "2025-11-02T11:30:00+02:00"),
        ("madarat-blast-1", "2025-10-14T13:10:00+03:00"),
    ] {
        assert_eq!(news[key].published, published, "{key}");
    }
}

#[test]
fn pages_hold_the_article_and_nothing_else() {
    for (key, a) in news().iter().filter(|(k, _)| k.starts_with("sada-")) {
        assert!(a.text.starts_with(&format!("{}\n", a.title)), "{key}");
        for noise in [
            "اقرأ أيضا",
            "اقرأ أيضاً",
            "شارك المقال",
            "التعليقات",
            "الأكثر قراءة",
            "جميع الحقوق",
            "adSlots",
            "هيئة التحرير",
            "غرق عبّارة",
            "تبرّع",
        ] {
            assert!(!a.text.contains(noise), "{key} holds \"{noise}\"\n{}", a.text);
        }
        assert!(a.text.lines().count() >= 5, "{key}");
    }
}

#[test]
fn front_matter_is_not_text_and_plain_files_are_untouched() {
    let news = news();
    assert!(!news["madarat-blast-1"].text.contains("outlet:"));
    let file = std::fs::read_to_string(root().join("fixtures/news/difaf/difaf-truce-1.txt")).unwrap();
    assert_eq!(&*news["difaf-truce-1"].text, file);
}

#[test]
fn other_languages_are_listed_and_not_read() {
    let report = pipeline::run(&Plan { inputs: vec![root().join("fixtures/unsupported")], ..Plan::default() });
    assert!(report.readings.is_empty());
    let languages: BTreeSet<&str> = report.unread.iter().map(|a| a.language.as_str()).collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["en", "fa"]);
    assert_eq!(report.problems.len(), 2);
}

/// One line of PLANTED.tsv.
struct Planted {
    kind: String,
    subject: String,
    places: Vec<(String, String)>,
    expected: String,
}

fn planted() -> Vec<Planted> {
    let text = std::fs::read_to_string(root().join("fixtures/PLANTED.tsv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let c: Vec<&str> = line.split('\t').collect();
            let kind = if matches!(c[1], "dating" | "trap") {
                format!("{} {}", c[1], c[6])
            } else {
                format!("{} {}", c[1], c[2])
            };
            let places = c[4].split(" | ").zip(c[5].split(" | ")).map(|(d, t)| (d.into(), t.into())).collect();
            Planted { kind, subject: c[3].into(), places, expected: c[6].into() }
        })
        .collect()
}

/// Where planted words stand: document index and every span of them.
fn spans(report: &Report, places: &[(String, String)]) -> Vec<(u32, Vec<Span>)> {
    places
        .iter()
        .filter_map(|(doc, words)| {
            let index = report.readings.iter().position(|r| key(&r.doc.article) == doc)?;
            let text = report.readings[index].doc.text();
            let found = text.match_indices(words.as_str()).map(|(i, w)| Span::new(i, i + w.len())).collect();
            Some((index as u32, found))
        })
        .collect()
}

fn is_found(report: &Report, p: &Planted) -> bool {
    let places = spans(report, &p.places);
    let at = |doc: u32, span: Span| places.iter().any(|(d, s)| *d == doc && s.iter().any(|s| s.overlaps(span)));
    let relation = match p.expected.as_str() {
        "agree" => Relation::Agree,
        "contradict" => Relation::Contradict,
        "compatible" => Relation::Compatible,
        "unsupported" => return report.readings.iter().all(|r| p.places.iter().all(|(d, _)| key(&r.doc.article) != d)),
        "none" if p.kind.starts_with("trap") => return !is_trapped(report, &places),
        kind => {
            return report.dating.iter().any(|d| d.kind == kind && (at(d.a.doc, d.a.span) || at(d.b.doc, d.b.span)));
        }
    };
    let docs: BTreeSet<u32> = places.iter().map(|(d, _)| *d).collect();
    let need = docs.len().min(2);
    let facts = report.facts.iter().filter(|f| f.verdict == relation).any(|f| {
        let hit: BTreeSet<u32> =
            f.values.iter().filter(|v| at(v.doc, v.span) || at(v.doc, v.evidence)).map(|v| v.doc).collect();
        hit.len() >= need
    });
    let matches = || {
        report.matches.iter().filter(|m| m.relation == relation).any(|m| {
            let span =
                |r: muqabala::model::ClaimRef| report.readings[r.doc as usize].mentions.claims[r.claim as usize].span;
            at(m.a.doc, span(m.a)) && at(m.b.doc, span(m.b))
        })
    };
    facts || matches()
}

/// A trap that caught us: something taken from noise, or a slip reported (above low severity) where there is none.
fn is_trapped(report: &Report, places: &[(u32, Vec<Span>)]) -> bool {
    let at = |doc: u32, span: Span| places.iter().any(|(d, s)| *d == doc && s.iter().any(|s| s.overlaps(span)));
    let is_noise = places.iter().any(|(d, spans)| {
        spans.iter().any(|s| report.readings[*d as usize].doc.noise.iter().any(|n| n.span.overlaps(*s)))
    });
    let dated = report.dating.iter().any(|d| {
        d.severity != Severity::Low && d.kind != "event_date" && at(d.a.doc, d.a.span) && at(d.b.doc, d.b.span)
    });
    let taken = places.iter().any(|(doc, spans)| {
        let r = &report.readings[*doc as usize];
        let m = &r.mentions;
        spans.iter().any(|s| {
            r.doc.noise.iter().any(|n| n.span.overlaps(*s))
                && (m.claims.iter().any(|c| c.span.overlaps(*s))
                    || m.dates.iter().any(|d| d.span.overlaps(*s))
                    || m.quantities.iter().any(|q| q.span.overlaps(*s)))
        })
    });
    taken || (!is_noise && dated)
}

/// Fewest planted items found of each kind; raise it when more are found. Kinds as `kind type` of PLANTED.tsv.
const FLOOR: [(&str, usize); 14] = [
    ("agree number", 23),
    ("agree person", 7),
    ("dating event_date", 4),
    ("dating holder", 1),
    ("dating order", 2),
    ("dating relative_mismatch", 1),
    ("agree quote", 8),
    ("contradict number", 9),
    ("contradict polarity", 3),
    ("compatible number", 12),
    ("dating hijri_mismatch", 1),
    ("dating weekday_mismatch", 2),
    ("trap none", 10),
    ("trap unsupported", 2),
];
/// The same for all kinds together.
const FLOOR_ALL: usize = 98;

#[test]
fn what_was_planted_is_found() {
    let report = report();
    let mut by_kind: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for p in planted() {
        let places = spans(&report, &p.places);
        if p.expected != "unsupported" {
            assert!(
                // A slip against the publication time names that time, which is no word of the text.
                places.len() == p.places.len()
                    && (p.kind.starts_with("dating") || places.iter().all(|(_, s)| !s.is_empty())),
                "{}: the planted words stand in the article",
                p.subject
            );
        }
        let entry = by_kind.entry(p.kind.clone()).or_default();
        entry.1 += 1;
        if is_found(&report, &p) {
            entry.0 += 1;
        } else {
            println!("not found: {} · {} · {:?}", p.kind, p.subject, p.places);
        }
    }
    for (kind, (found, all)) in &by_kind {
        println!("{kind:24} {found:3} of {all}");
    }
    let total = by_kind.values().fold((0, 0), |t, n| (t.0 + n.0, t.1 + n.1));
    println!("{:24} {:3} of {}", "all", total.0, total.1);
    assert!(total.0 >= FLOOR_ALL, "{} found, {FLOOR_ALL} before", total.0);
    for (kind, least) in FLOOR {
        assert!(by_kind[kind].0 >= least, "{kind}: {} found, {least} before", by_kind[kind].0);
    }
}

#[test]
fn tables_are_as_expected() {
    let expected: PathBuf = root().join("fixtures/expected");
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let output = support::muqabala(&["run", "fixtures/news", "--plain-csv", "-o", &out.to_string_lossy()]);
    assert_eq!(support::code(&output), 0, "{}", support::stderr(&output));
    let got = support::tables(&out);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::create_dir_all(&expected).unwrap();
        for (name, bytes) in &got {
            std::fs::write(expected.join(name), bytes).unwrap();
        }
        return;
    }
    if !expected.is_dir() {
        eprintln!("skipped: no fixtures/expected yet; UPDATE_EXPECTED=1 makes it");
        return;
    }
    let want = support::tables(&expected);
    assert_eq!(want.keys().collect::<Vec<_>>(), got.keys().collect::<Vec<_>>());
    for (name, bytes) in &want {
        let (a, b) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&got[name]));
        if a != b {
            let line =
                a.lines().zip(b.lines()).position(|(x, y)| x != y).unwrap_or(a.lines().count().min(b.lines().count()));
            panic!(
                "{name}:{}: differs\nexpected: {}\nfound:    {}\nUPDATE_EXPECTED=1 cargo test --test fixtures rewrites the expected tables",
                line + 1,
                a.lines().nth(line).unwrap_or("(nothing)"),
                b.lines().nth(line).unwrap_or("(nothing)")
            );
        }
    }
}

#[test]
fn a_contradiction_shows_the_articles_that_its_explanation_names() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let output = support::muqabala(&["run", "fixtures/news", "--tables-only", "-o", &out.to_string_lossy()]);
    assert_eq!(support::code(&output), 0, "{}", support::stderr(&output));
    let outlets: std::collections::BTreeMap<String, String> =
        support::rows(&out, "sources").into_iter().map(|r| (r["doc_id"].clone(), r["outlet"].clone())).collect();
    for row in support::rows(&out, "contradictions") {
        for side in ["doc_a", "doc_b"] {
            assert!(row["explanation"].contains(&outlets[&row[side]]), "{}: {}", row["fact_id"], row["explanation"]);
        }
    }
}

#[test]
fn subjects_follow_the_language() {
    let inputs = vec![root().join("fixtures/news")];
    let report = pipeline::run(&Plan { inputs, language: muqabala::model::Language::Ar, ..Plan::default() });
    assert!(report.facts.len() > 100);
    let latin = report.facts.iter().find(|f| f.subject.starts_with(|c: char| c.is_ascii_alphabetic()));
    assert_eq!(latin.map(|f| &f.subject), None);
}
