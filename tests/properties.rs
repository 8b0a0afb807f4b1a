//! Properties: any bytes in, no panic; every span is real; the order of inputs does not matter.

use std::collections::BTreeMap;
use std::path::Path;

use muqabala::model::{Report, Span};
use muqabala::pipeline::{self, Plan};
use proptest::prelude::*;

fn run(folder: &Path) -> Report {
    pipeline::run(&Plan { inputs: vec![folder.to_path_buf()], ..Plan::default() })
}

fn run_files(files: &BTreeMap<String, Vec<u8>>) -> Report {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(dir.path().join(name), bytes).unwrap();
    }
    run(dir.path())
}

/// Every span cuts something real, on character boundaries.
fn check_spans(report: &Report) -> Result<(), TestCaseError> {
    for r in &report.readings {
        let text = r.doc.text();
        let real = |s: Span| text.get(s.range()).is_some();
        prop_assert!(text.get(..r.doc.article.title_len as usize).is_some());
        for t in &r.doc.tokens {
            prop_assert!(real(t.span) && !t.span.is_empty());
        }
        for s in &r.doc.sentences {
            prop_assert!(real(s.span));
        }
        for e in &r.mentions.entities {
            prop_assert!(real(e.span) && e.role.is_none_or(real), "{e:?}");
        }
        for d in &r.mentions.dates {
            prop_assert!(real(d.span), "{d:?}");
        }
        for q in &r.mentions.quantities {
            prop_assert!(real(q.span) && real(q.number_span), "{q:?}");
        }
        for c in &r.mentions.claims {
            let spans = [c.cue, c.speaker, c.speaker_role, c.speaker_from, c.reported_by];
            prop_assert!(real(c.span) && spans.into_iter().flatten().all(real), "{c:?}");
        }
    }
    for f in &report.facts {
        for v in &f.values {
            let text = report.readings[v.doc as usize].doc.text();
            prop_assert!(text.get(v.span.range()).is_some() && text.get(v.evidence.range()).is_some(), "{f:?}");
        }
    }
    for d in &report.dating {
        for side in [&d.a, &d.b] {
            let text = report.readings.get(side.doc as usize).map(|r| r.doc.text()).unwrap_or_default();
            prop_assert!(text.get(side.span.range()).is_some(), "{d:?}");
        }
    }
    Ok(())
}

const EXTENSIONS: [&str; 8] = ["txt", "html", "json", "jsonl", "csv", "tsv", "sgml", "txt.gz"];

/// Pieces that news and its formats are made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "قال",
        "وأضاف",
        "الوزير",
        "أحمد سالم",
        "إن",
        "أن",
        ":",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "في القاهرة",
        "أمس",
        "غدا",
        "يوم الأحد",
        "14 أبريل",
        "٢٠١٩",
        "2018-02-30",
        "12 قتيلا",
        "أكثر من",
        "مليون دولار",
        "ﻻ",
        "ﷲ",
        "ﷺ",
        "مُحَمَّد",
        "ـــ",
        "\u{200f}",
        "\u{202e}",
        "\n",
        "\r\n",
        "،",
        ".",
        "؟",
        "{",
        "}",
        "[",
        "]",
        ",",
        ";",
        "\t",
        "<p>",
        "</p>",
        "<DOC>",
        "</DOC>",
        "<TEXT>",
        "<script type=\"application/ld+json\">",
        "</script>",
        "{\"text\":\"",
        "\"}",
        "---\n",
        "title: ",
        "&amp;",
        "&#1575;",
        "&",
        "'",
        "=",
        "-",
        "1447هـ",
        "ربيع الأول",
        "الموافق",
        "رئيس الوزراء",
        "نفى",
        "لم",
        "\u{0}",
        "é",
        "🙂",
        "id,title,text\n",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|p| {
        let mut s = String::new();
        for (i, piece) in p.iter().enumerate() {
            if i % 3 != 0 {
                s.push(' ');
            }
            s.push_str(piece);
        }
        s
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let files = EXTENSIONS.iter().enumerate().map(|(i, e)| (format!("f{i}.{e}"), bytes.clone())).collect();
        check_spans(&run_files(&files))?;
    }

    #[test]
    fn any_scraps_do_not_panic_and_spans_are_real(text in scraps()) {
        let mut files: BTreeMap<String, Vec<u8>> =
            EXTENSIONS.iter().enumerate().map(|(i, e)| (format!("f{i}.{e}"), text.clone().into_bytes())).collect();
        for (i, outlet) in ["أ", "ب"].iter().enumerate() {
            let line = serde_json::json!({"outlet": outlet, "title": "خبر", "text": text, "published": "2018-04-03T10:00:00Z"});
            files.insert(format!("g{i}.jsonl"), format!("{line}\n").into_bytes());
        }
        check_spans(&run_files(&files))?;
    }

    #[test]
    fn order_of_records_does_not_matter(order in Just((0..12usize).collect::<Vec<_>>()).prop_shuffle()) {
        let news = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/news/wire.jsonl");
        let text = std::fs::read_to_string(news).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let shuffled: String = order.iter().filter_map(|i| lines.get(*i)).map(|l| format!("{l}\n")).collect();
        let (mut a, mut b) = (
            run_files(&BTreeMap::from([("w.jsonl".to_string(), text.clone().into_bytes())])),
            run_files(&BTreeMap::from([("w.jsonl".to_string(), shuffled.into_bytes())])),
        );
        let (a, b) = (tables(&mut a), tables(&mut b));
        for (name, bytes) in &a {
            prop_assert!(b[name] == *bytes, "{} differs", name);
        }
    }
}

/// Tables as bytes. The line of an article in its file is the one thing in which the order of records is data.
fn tables(report: &mut Report) -> BTreeMap<String, Vec<u8>> {
    report.readings.iter_mut().for_each(|r| r.doc.article.line = 0);
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    muqabala::emit::write_all(report, &out, &muqabala::emit::Options::default()).unwrap();
    std::fs::read_dir(&out)
        .unwrap()
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|x| x == "csv"))
        .map(|e| (e.file_name().to_string_lossy().into_owned(), std::fs::read(e.path()).unwrap()))
        .collect()
}
