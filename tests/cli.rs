//! The built binary: streams, exit codes, every command.

mod support;

use support::{article, code, muqabala, muqabala_with, root, rows, stderr, stdout, tables};

fn news() -> String {
    root().join("fixtures/news").to_string_lossy().into_owned()
}

fn out() -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out").to_string_lossy().into_owned();
    (dir, out)
}

#[test]
fn run_writes_every_table_and_sums_up() {
    let (dir, out) = out();
    let output = muqabala(&["run", &news(), "-o", &out]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let summary = stdout(&output);
    assert!(summary.starts_with("41 articles · 8 outlets · 2025-09-19 → 2025-11-11"), "{summary}");
    assert!(summary.lines().count() <= 40, "fits a screen");
    assert_eq!(stderr(&output), "", "nothing to tell, nobody watches");
    let folder = dir.path().join("out");
    for table in [
        "sources",
        "mentions",
        "entities",
        "dates",
        "claims",
        "matches",
        "facts",
        "agreements",
        "contradictions",
        "dating",
        "outlets",
        "stories",
        "errors",
    ] {
        let _ = rows(&folder, table);
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    let inputs = manifest["inputs"].as_array().unwrap();
    assert!(inputs.iter().all(|i| i["sha256"].as_str().unwrap().len() == 64));
    let total: u64 = inputs.iter().map(|i| i["articles"].as_u64().unwrap()).sum();
    assert_eq!(total, 41);
}

#[test]
fn same_bytes_for_any_number_of_threads_and_order_of_inputs() {
    let (dir, out) = out();
    let file = |name: &str| root().join("fixtures/news").join(name).to_string_lossy().into_owned();
    let (a, b, c) = (file("wire.jsonl"), file("maraya.csv"), file("athir.sgml"));
    let mut seen = Vec::new();
    for (threads, inputs) in [("1", [&a, &b, &c]), ("2", [&a, &b, &c]), ("2", [&c, &a, &b])] {
        let mut args = vec!["run", "--threads", threads, "-o", &out];
        args.extend(inputs.iter().map(|s| s.as_str()));
        assert_eq!(code(&muqabala(&args)), 0);
        seen.push(tables(&dir.path().join("out")));
    }
    for other in &seen[1..] {
        for (name, bytes) in &seen[0] {
            assert!(other[name] == *bytes, "{name} differs");
        }
    }
}

#[test]
fn extract_then_compare_gives_the_tables_of_run() {
    let (dir, whole) = out();
    let parts = dir.path().join("parts").to_string_lossy().into_owned();
    let joined = dir.path().join("joined").to_string_lossy().into_owned();
    assert_eq!(code(&muqabala(&["run", &news(), "-o", &whole])), 0);
    assert_eq!(code(&muqabala(&["extract", &news(), "-o", &parts])), 0);
    let output = muqabala(&["compare", &parts, "-o", &joined]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let (a, b) = (tables(&dir.path().join("out")), tables(&dir.path().join("joined")));
    for (name, bytes) in &a {
        assert!(b[name] == *bytes, "{name} differs");
    }
}

#[test]
fn standard_input_in_any_format() {
    let (dir, out) = out();
    let csv = "المعرف,الصحيفة,العنوان,النص\n1,أ,خبر,قال الوزير إن العمل في الجسر بدأ أمس.\n";
    for (input, articles) in
        [(article("a").clone(), 1), (csv.to_string(), 1), ("خبر\nقال الوزير إن العمل بدأ.".into(), 1)]
    {
        let output = muqabala_with(&["run", "-", "-o", &out], input.as_bytes());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert_eq!(rows(&dir.path().join("out"), "sources").len(), articles);
    }
}

#[test]
fn exit_codes() {
    let (dir, out) = out();
    let empty = dir.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    let file = dir.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let (empty, file) = (empty.to_string_lossy(), file.to_string_lossy());
    assert_eq!(code(&muqabala(&["run"])), 2);
    assert_eq!(code(&muqabala(&["walk"])), 2);
    assert_eq!(code(&muqabala(&["run", &news(), "--map", "text", "-o", &out])), 2);
    assert_eq!(code(&muqabala(&["run", &news(), "--map", "colour=x", "-o", &out])), 2);
    assert_eq!(code(&muqabala(&["run", &news(), "--config", "/nowhere/muqabala.toml", "-o", &out])), 2);
    assert_eq!(code(&muqabala(&["run", &empty, "-o", &out])), 3);
    assert_eq!(code(&muqabala(&["compare", &empty, "-o", &out])), 3);
    assert_eq!(code(&muqabala(&["run", &news(), "-o", &file])), 4);
}

#[test]
fn columns_are_named_by_map_and_by_configuration() {
    let (dir, out) = out();
    let csv = dir.path().join("x.csv");
    std::fs::write(&csv, "no,paper,words\n7,أ,قال الوزير إن العمل في الجسر بدأ أمس.\n").unwrap();
    let csv = csv.to_string_lossy();
    assert_eq!(code(&muqabala(&["run", &csv, "-o", &out])), 3, "no column is a text");
    assert_eq!(code(&muqabala(&["run", &csv, "--map", "text=words", "--map", "outlet=paper", "-o", &out])), 0);
    assert_eq!(rows(&dir.path().join("out"), "sources")[0]["outlet"], "أ");
    let config = dir.path().join("muqabala.toml");
    std::fs::write(
        &config,
        "[[outlets]]\nname = \"الجريدة الأولى\"\naliases = [\"أ\"]\nzone = \"Asia/Riyadh\"\n[columns]\ntext = \"words\"\noutlet = \"paper\"\nid = \"no\"\n",
    )
    .unwrap();
    assert_eq!(code(&muqabala(&["run", &csv, "--config", &config.to_string_lossy(), "-o", &out])), 0);
    let source = &rows(&dir.path().join("out"), "sources")[0];
    assert_eq!((source["outlet"].as_str(), source["doc_id"].as_str()), ("الجريدة الأولى", "7"));
}

#[test]
fn zone_of_the_outlet_sets_the_local_day() {
    let (dir, out) = out();
    let input = dir.path().join("x.jsonl");
    std::fs::write(&input, article("a").replace("2025-03-02T10:00:00+02:00", "Sun, 02 Mar 2025 22:30:00 GMT")).unwrap();
    let config = dir.path().join("c.toml");
    std::fs::write(&config, "[[outlets]]\nname = \"الأولى\"\nzone = \"Asia/Riyadh\"\n").unwrap();
    let args = ["run", &input.to_string_lossy(), "--config", &config.to_string_lossy(), "-o", &out].map(str::to_string);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    assert_eq!(code(&muqabala(&args)), 0);
    let source = &rows(&dir.path().join("out"), "sources")[0];
    assert_eq!(
        (source["published"].as_str(), source["published_date"].as_str()),
        ("2025-03-02T22:30:00Z", "2025-03-03")
    );
}

#[test]
fn dry_run_shows_the_mapping() {
    let file = root().join("fixtures/news/minbar.json");
    let text = stdout(&muqabala(&["ingest", "--dry-run", &file.to_string_lossy()]));
    for part in [
        "text        100%  maintext",
        "outlet      100%  source_domain",
        "[columns]",
        "published = \"date_publish\"",
        "minbar#1",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn ingest_prints_articles_as_json_lines() {
    let output = muqabala(&["ingest", &news()]);
    assert_eq!(code(&output), 0);
    let lines: Vec<serde_json::Value> = stdout(&output).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 41);
}

#[test]
fn annotate_marks_and_explains() {
    let file = root().join("fixtures/news/difaf/difaf-truce-1.txt");
    let output = muqabala(&["annotate", &file.to_string_lossy()]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let text = stdout(&output);
    assert!(text.contains("ضفاف النيل · 2025-09-20T14:00:00+03:00"), "the sidecar is seen: {text}");
    assert!(text.contains("legend") && text.contains("~~(comments)"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours into a pipe");
    assert_eq!(code(&muqabala(&["annotate", &file.to_string_lossy(), "--doc", "nobody"])), 3);
}

#[test]
fn schema_completions_and_manual() {
    assert!(stdout(&muqabala(&["schema", "--table", "dating"])).contains("days_apart"));
    assert_eq!(code(&muqabala(&["schema", "--table", "nothing"])), 2);
    let json: serde_json::Value = serde_json::from_str(&stdout(&muqabala(&["schema", "--json"]))).unwrap();
    assert!(json.as_array().unwrap().len() >= 13);
    assert!(stdout(&muqabala(&["completions", "bash"])).contains("_muqabala"));
    assert!(stdout(&muqabala(&["man"])).contains(".TH muqabala"));
}

#[test]
fn streams_keep_apart() {
    let (_dir, out) = out();
    let output = muqabala(&["run", &news(), "-o", &out, "--progress", "plain", "--json"]);
    let summary: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(summary["schema"], "muqabala.summary/1");
    assert_eq!(summary["articles"], 41);
    assert!(stderr(&output).contains("muqabala: extract"));
    let foreign = root().join("fixtures/unsupported").to_string_lossy().into_owned();
    let loud = muqabala(&["run", &foreign, "-o", &out]);
    assert_eq!(code(&loud), 1);
    assert!(stderr(&loud).contains("not supported"));
    assert_eq!(stderr(&muqabala(&["run", "-q", &foreign, "-o", &out])), "");
}

#[test]
fn earlier_result_and_foreign_files_survive() {
    let (dir, out) = out();
    let folder = dir.path().join("out");
    assert_eq!(code(&muqabala(&["run", &news(), "-o", &out])), 0);
    let before = tables(&folder);
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    // What a killed run leaves: half a table beside the result.
    let partial = dir.path().join(".out.partial");
    std::fs::create_dir(&partial).unwrap();
    std::fs::write(partial.join("sources.csv"), "half").unwrap();
    let nothing = dir.path().join("nothing");
    std::fs::create_dir(&nothing).unwrap();
    assert_eq!(code(&muqabala(&["run", &nothing.to_string_lossy(), "-o", &out])), 3);
    assert_eq!(tables(&folder), before, "a run without input leaves the result alone");
    assert_eq!(code(&muqabala(&["run", &news(), "-o", &out])), 0);
    assert_eq!(tables(&folder), before);
    assert_eq!(std::fs::read_to_string(folder.join("notes.txt")).unwrap(), "mine");
    assert!(!partial.exists());
}
