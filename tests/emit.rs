//! What people look at, on a report built by hand: six invented articles of three outlets with hostile text among them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use muqabala::emit::{self, Format, Options};
use muqabala::mentions::dates::DateExpr;
use muqabala::model::*;
use muqabala::text::Document;

const HOSTILE: &str = "<script>document.title='owned'</script><img src=x onerror=alert(1)> \u{202e}قلب\u{202c} =1+1";

fn article(id: &str, outlet: &str, published: &str, title: &str, body: &str) -> Article {
    let stamp = muqabala::ingest::when::parse(published).expect("a date of the test is a date");
    Article {
        doc_id: id.into(),
        outlet: outlet.into(),
        url: format!("https://{id}.example/news?id={id}&x=1"),
        title: title.into(),
        title_len: title.len() as u32,
        text: Arc::from(format!("{title}\n{body}")),
        published: stamp.rfc3339.clone(),
        published_local: Some(stamp.local),
        published_has_time: true,
        offset_minutes: stamp.offset_minutes,
        language: "ar".into(),
        input: "test.jsonl".into(),
        ..Article::default()
    }
}

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap_or_else(|| panic!("{words} stands in the text"));
    Span::new(at, at + words.len())
}

fn value(readings: &[Reading], doc: u32, words: &str, value: &str) -> FactValue {
    let d = &readings[doc as usize].doc;
    let words = span(d.text(), words);
    FactValue {
        doc,
        span: words,
        value: value.into(),
        evidence: d.sentences[d.sentence_at(words.start)].span,
        speaker_name: String::new(),
        reason: "same role and place".into(),
    }
}

fn fact(id: &str, verdict: Relation, kind: FactKind, subject: &str, values: Vec<FactValue>) -> Fact {
    Fact {
        id: id.into(),
        story: "s-1".into(),
        kind,
        subject: subject.into(),
        verdict,
        values,
        severity: Severity::High,
        confidence_0_1: 0.8,
        explanation: "two outlets give \"ثلاثة\" and \"خمسة\"".into(),
        score_parts: vec![("role".into(), 1.5), ("distance".into(), -0.25)],
        pairs: Vec::new(),
    }
}

/// The report of the tests.
fn report(language: Language) -> Report {
    let articles = [
        article(
            "a-1",
            "وكالة النخلة",
            "2025-03-04T10:00:00+03:00",
            "مقتل ثلاثة في انهيار مبنى بحي الزيتون",
            "قتل ثلاثة أشخاص وأصيب عشرة في انهيار مبنى بحي الزيتون أمس الاثنين.\nوقال المحافظ سامر الخطيب إن التحقيق بدأ.",
        ),
        article(
            "b-1",
            "صحيفة المرسى",
            "2025-03-04T12:00:00+00:00",
            "انهيار مبنى يودي بحياة خمسة",
            "قتل خمسة أشخاص وأصيب عشرة في انهيار مبنى بحي الزيتون الأحد 3 مارس 2025.\nوقال المحافظ سامر الخطيب إن التحقيق لم يبدأ.",
        ),
        article("c-1", "=قناة+الأفق", "2025-03-05T08:00:00+02:00", "نص معاد", HOSTILE),
    ];
    let mut readings: Vec<Reading> = articles
        .into_iter()
        .map(|a| Reading { doc: Document::new(a, Vec::new()), mentions: Mentions::default() })
        .collect();
    for reading in &mut readings[..2] {
        let text = reading.doc.text().to_string();
        let said =
            if text.contains("لم يبدأ") { "التحقيق لم يبدأ" } else { "التحقيق بدأ" };
        reading.mentions.claims.push(Claim {
            span: span(&text, said),
            kind: ClaimKind::Indirect,
            cue: Some(span(&text, "قال")),
            cue_lemma: "قال".into(),
            attitude: "say",
            polarity: Polarity::Affirmed,
            speaker: Some(span(&text, "سامر الخطيب")),
            speaker_role: Some(span(&text, "المحافظ")),
            speaker_kind: SpeakerKind::Named,
            speaker_from: None,
            reported_by: None,
            fragments: Vec::new(),
            sentence: 2,
            rule: "quote.test",
            confidence_0_1: 0.9,
            speaker_entity: Some(0),
            speaker_name: "سامر الخطيب".into(),
        });
    }
    let words = span(readings[1].doc.text(), "الأحد 3 مارس 2025");
    readings[1].mentions.dates.push(DateMention {
        span: words,
        kind: DateKind::Date,
        value: "2025-03-03".into(),
        earliest: "2025-03-03".parse().ok(),
        latest: "2025-03-03".parse().ok(),
        hijri: false,
        anchor: String::new(),
        candidates: Vec::new(),
        sentence: 1,
        rule: "date.test",
        expr: DateExpr::default(),
    });
    let facts = vec![
        fact(
            "f-000000000001",
            Relation::Contradict,
            FactKind::Number,
            "number: قتلى في انهيار مبنى",
            vec![value(&readings, 0, "ثلاثة أشخاص", "3"), value(&readings, 1, "خمسة أشخاص", "5")],
        ),
        fact(
            "f-000000000002",
            Relation::Agree,
            FactKind::Number,
            "number: مصابون في انهيار مبنى",
            vec![value(&readings, 0, "عشرة", "10"), value(&readings, 1, "عشرة", "10")],
        ),
        fact(
            "f-000000000003",
            Relation::Compatible,
            FactKind::Quote,
            "نص فيه شيفرة",
            vec![value(&readings, 2, HOSTILE, HOSTILE), value(&readings, 0, "مقتل ثلاثة", "=HYPERLINK(\"x\")")],
        ),
    ];
    let dating = vec![DatingIssue {
        id: "d-1".into(),
        kind: "weekday_mismatch",
        severity: Severity::Medium,
        confidence_0_1: 0.9,
        story: "s-1".into(),
        a: DatingSide { doc: 1, span: words, text: "الأحد".into(), value: "2025-03-03".into() },
        b: DatingSide { doc: 1, span: Span::default(), text: "published".into(), value: "2025-03-04".into() },
        days_apart: Some(1),
        explanation: "3 March 2025 is a Monday".into(),
    }];
    Report {
        voices: vec!["v-1".into(), "v-2".into(), "v-3".into()],
        entities: vec![Entity {
            id: "e-1".into(),
            name: "سامر الخطيب".into(),
            kind: EntityKind::Person,
            variants: vec!["سامر الخطيب".into(), "الخطيب".into()],
            roles: vec!["المحافظ".into()],
            documents: vec![0, 1],
            mentions: 2,
            reasons: vec![MergeReason {
                a: "سامر الخطيب".into(), b: "الخطيب".into(), reason: "short form".into()
            }],
        }],
        stories: vec![Story {
            id: "s-1".into(), label: "انهيار مبنى بحي الزيتون".into(), documents: vec![0, 1, 2]
        }],
        story_of: vec![Some(0); 3],
        facts,
        dating,
        problems: vec![Problem {
            input: "bad.json".into(),
            line: 3,
            doc_id: String::new(),
            stage: "ingest".into(),
            error: "bad.json:3: not JSON".into(),
            action: "skipped".into(),
        }],
        readings,
        language,
        ..Report::default()
    }
}

fn written(options: &Options, language: Language) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    emit::write_all(&report(language), &folder.path().join("out"), options).expect("the report can be written");
    folder
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            all.extend(files(&entry.path()).into_iter().map(|(k, v)| (format!("{name}/{k}"), v)));
        } else {
            all.insert(name, std::fs::read(entry.path()).expect("a file"));
        }
    }
    all
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let options = Options { formats: vec![Format::Jsonl, Format::Parquet], ..Options::default() };
    let (a, b) = (written(&options, Language::Ar), written(&options, Language::Ar));
    let (a, b) = (files(&a.path().join("out")), files(&b.path().join("out")));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    for (name, bytes) in &a {
        assert!(bytes == &b[name], "{name} differs");
    }
    for name in ["report.html", "muqabala.xlsx", "contradictions.csv", "data/facts.jsonl", "data/facts.parquet"] {
        assert!(a.contains_key(name), "{name}");
    }
    assert!(!a.keys().any(|k| k.ends_with(".tmp")), "no temporary file is left");
}

#[test]
fn hostile_text_stays_data_in_the_page() {
    let folder = written(&Options::default(), Language::En);
    let page = std::fs::read_to_string(folder.path().join("out/report.html")).expect("the page");
    assert_eq!(page.matches("<script").count(), 2, "the data and the program");
    assert!(!page.contains("onerror=alert(1)>"));
    assert!(page.contains("\\u003cscript\\u003e"));
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
}

#[test]
fn workbook_holds_the_sheets_and_takes_decisions() {
    use calamine::{Data, DataType, Reader, open_workbook_auto};
    for (language, sheet, decision) in [(Language::En, "contradictions", "wrong"), (Language::Ar, "تناقضات", "خطأ")]
    {
        let folder = written(&Options::default(), language);
        let path = folder.path().join("out/muqabala.xlsx");
        let mut book = open_workbook_auto(&path).expect("a workbook");
        assert_eq!(book.sheet_names().len(), 10);
        let range = book.worksheet_range(sheet).expect("the sheet");
        let rows: Vec<&[Data]> = range.rows().collect();
        assert_eq!(rows.len(), 3, "note, heading, one contradiction");
        assert_eq!(rows[2][5].as_f64(), Some(3.0));
        assert!(rows[2][7].as_string().is_some_and(|s| s.contains("ثلاثة أشخاص")));

        // a reviewed copy, as a spreadsheet program would save it
        let reviewed = folder.path().join("reviewed.xlsx");
        let mut copy = rust_xlsxwriter::Workbook::new();
        let page = copy.add_worksheet();
        for (i, row) in rows.iter().enumerate() {
            for (j, cell) in row.iter().enumerate() {
                page.write_string(i as u32, j as u16, cell.as_string().unwrap_or_default()).expect("a cell");
            }
        }
        page.write_string(2, 16, decision).expect("a cell");
        page.write_string(2, 17, "seen both").expect("a cell");
        copy.save(&reviewed).expect("a copy");
        let overrides = folder.path().join("overrides.csv");
        std::fs::write(
            &overrides,
            "kind,left_id,right_id,action\nfact,f-000000000001,,confirm\nentity,e-9,e-8,merge\n",
        )
        .expect("a file");
        let done = muqabala::review::import(&reviewed, &overrides).expect("decisions");
        assert_eq!((done.decisions, done.replaced), (1, 1));
        let rows = muqabala::review::load(&overrides).expect("overrides");
        assert_eq!(rows.len(), 2);
        let fact = rows.iter().find(|r| r.kind == "fact").expect("the decision");
        assert_eq!(
            (fact.left_id.as_str(), fact.action.as_str(), fact.note.as_str()),
            ("f-000000000001", "ignore", "seen both")
        );
    }
}

#[test]
fn json_lines_have_types_and_no_guard() {
    let folder = written(&Options { formats: vec![Format::Jsonl], ..Options::default() }, Language::En);
    let text = std::fs::read_to_string(folder.path().join("out/data/sources.jsonl")).expect("a table");
    let rows: Vec<serde_json::Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0]["characters"].is_u64());
    assert!(rows[0]["published_date"].is_string());
    assert_eq!(rows[2]["outlet"], "=قناة+الأفق");
    let guarded = std::fs::read_to_string(folder.path().join("out/sources.csv")).expect("a table");
    assert!(guarded.contains("'=قناة+الأفق"));
    let folder = written(&Options { plain_csv: true, ..Options::default() }, Language::En);
    let plain = std::fs::read_to_string(folder.path().join("out/sources.csv")).expect("a table");
    assert!(!plain.starts_with('\u{feff}') && !plain.contains('\r') && !plain.contains("'="));
}

#[test]
fn terminal_shows_records_with_isolates_only_on_a_terminal() {
    use emit::show::{Style, What, show};
    let folder = written(&Options::default(), Language::En);
    let out = folder.path().join("out");
    let run = |what: What, terminal| {
        let mut text = Vec::new();
        let style = Style { terminal, colour: false, width: 100, limit: 5 };
        show(&what, &out, style, &mut text).map(|()| String::from_utf8(text).expect("text"))
    };
    let plain = run(What::Contradictions, false).expect("records");
    assert!(plain.contains("f-000000000001") && plain.contains("ثلاثة أشخاص"));
    assert!(!plain.contains('\u{2068}'));
    assert!(run(What::Contradictions, true).expect("records").contains('\u{2068}'));
    assert!(run(What::Dating, false).expect("records").contains("weekday_mismatch"));
    assert!(run(What::Story("الزيتون".into()), false).expect("a story").contains("s-1"));
    assert!(run(What::Entity("سامر الخطيب".into()), false).expect("an entity").contains("الخطيب"));
    assert!(run(What::Entity("nobody".into()), false).is_err());
    assert!(run(What::Summary, false).expect("counts").contains("contradictions.csv"));
    // what reorders text is shown, not obeyed
    let all = run(What::Story("s-1".into()), true).expect("a story");
    assert!(!all.contains('\u{202e}'));
}
