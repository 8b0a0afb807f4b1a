//! Bad input: a row in errors.csv or handled; everything else of the run is kept; exit 1, never a panic.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::{article, code, muqabala, rows, stderr};

/// A row of a table, by column.
type Row = BTreeMap<String, String>;

/// Runs a folder that holds one good article and the given files; gives errors.csv and sources.csv.
fn with_good(files: &[(&str, &[u8])], exit: i32) -> (Vec<Row>, Vec<Row>) {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    std::fs::create_dir(&input).unwrap();
    std::fs::write(input.join("good.jsonl"), article("good")).unwrap();
    for (name, bytes) in files {
        std::fs::write(input.join(name), bytes).unwrap();
    }
    let (errors, sources, got) = run(&input, dir.path());
    assert_eq!(got.0, exit, "{}", got.1);
    assert!(!got.1.contains("panicked"), "{}", got.1);
    assert!(sources.iter().any(|s| s["doc_id"] == "good"), "the good article is kept");
    (errors, sources)
}

type Rows = Vec<BTreeMap<String, String>>;

fn run(input: &Path, dir: &Path) -> (Rows, Rows, (i32, String)) {
    let out = dir.join("out");
    let output = muqabala(&["run", &input.to_string_lossy(), "-o", &out.to_string_lossy()]);
    (rows(&out, "errors"), rows(&out, "sources"), (code(&output), stderr(&output)))
}

fn noise(bytes: usize) -> Vec<u8> {
    let mut x = 88172645463325252u64;
    (0..bytes)
        .map(|_| {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            (x >> 32) as u8
        })
        .collect()
}

#[test]
fn random_bytes_under_every_name() {
    let bytes = noise(20_000);
    let names =
        ["a.txt", "b.json", "c.jsonl", "d.csv", "e.html", "f.xlsx", "g.sgml", "h.txt.gz", "i.json.zst", "j.tsv"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|n| (*n, bytes.as_slice())).collect();
    let (errors, sources) = with_good(&files, 1);
    for name in names {
        assert!(errors.iter().any(|e| e["input"] == name), "{name} is told");
    }
    assert_eq!(sources.len(), 1);
}

#[test]
fn truncated_json_line() {
    let text = format!("{}{{\"id\":\"b\",\"text\":\"قال", article("a"));
    let (errors, sources) = with_good(&[("x.jsonl", text.as_bytes())], 1);
    assert_eq!((errors.len(), errors[0]["line"].as_str(), errors[0]["action"].as_str()), (1, "2", "skipped"));
    assert_eq!(sources.len(), 2);
}

#[test]
fn truncated_json_array_keeps_what_is_whole() {
    let text = format!("[{},{},{{\"id\":\"c\",\"text\":\"قا", article("a").trim(), article("b").trim());
    let (errors, sources) = with_good(&[("x.json", text.as_bytes())], 1);
    assert_eq!((errors.len(), sources.len()), (1, 3));
}

#[test]
fn empty_and_blank_files() {
    let (errors, _) = with_good(&[("a.txt", b""), ("b.csv", b""), ("c.json", b"  \n"), ("d.html", b"\n\n")], 1);
    assert_eq!(errors.len(), 4);
}

#[test]
fn old_charset_is_read() {
    let text = "خبر من القاهرة\nقال الوزير أحمد سالم إن الاجتماع عقد أمس في القاهرة، وأضاف أن النتائج ستعلن غدا.";
    let bytes = encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let (errors, sources) = with_good(&[("old.txt", &bytes)], 0);
    assert!(errors.is_empty());
    let old = sources.iter().find(|s| s["doc_id"] == "old").unwrap();
    assert_eq!((old["title"].as_str(), old["language"].as_str()), ("خبر من القاهرة", "ar"));
}

#[test]
fn one_line_of_fifty_megabytes() {
    let line = "قال الوزير إن الاجتماع عقد أمس في القاهرة ".repeat(50 * 1024 * 1024 / 75);
    let broken = format!("{{\"id\":\"x\",\"text\":\"{line}");
    let (errors, sources) = with_good(&[("long.txt", line.as_bytes()), ("long.jsonl", broken.as_bytes())], 1);
    assert!(errors.iter().any(|e| e["input"] == "long.txt" && e["action"] == "truncated"));
    assert!(errors.iter().any(|e| e["input"] == "long.jsonl" && e["action"] == "skipped"));
    assert!(errors.iter().all(|e| e["error"].len() < 500));
    assert_eq!(sources.len(), 2);
}

#[cfg(unix)]
#[test]
fn folder_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    let closed = input.join("closed");
    std::fs::create_dir_all(&closed).unwrap();
    std::fs::write(input.join("good.jsonl"), article("good")).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    let is_open = std::fs::read_dir(&closed).is_ok();
    let (errors, sources, (exit, _)) = run(&input, dir.path());
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(sources.len(), 1);
    if is_open {
        eprintln!("skipped: this user may open every folder");
        return;
    }
    assert_eq!(exit, 1);
    assert_eq!(errors[0]["error"], "closed: cannot read: permission denied");
}

#[test]
fn input_that_is_not_there() {
    let dir = tempfile::tempdir().unwrap();
    let good = dir.path().join("good.jsonl");
    std::fs::write(&good, article("good")).unwrap();
    let (gone, out) = (dir.path().join("gone"), dir.path().join("out"));
    let (good, gone, out_name) = (good.to_string_lossy(), gone.to_string_lossy(), out.to_string_lossy());
    assert_eq!(code(&muqabala(&["run", &good, &gone, "-o", &out_name])), 1);
    assert!(rows(&out, "errors")[0]["error"].ends_with("no such file or folder"));
    assert_eq!(code(&muqabala(&["run", &gone, "-o", &out_name])), 3);
}

#[test]
fn duplicate_ids() {
    let (errors, sources) =
        with_good(&[("a.jsonl", article("x").repeat(2).as_bytes()), ("b.jsonl", article("x").as_bytes())], 1);
    let ids: Vec<&str> = sources.iter().map(|s| s["doc_id"].as_str()).collect();
    assert_eq!(ids, ["good", "x", "x#2", "x#3"]);
    assert_eq!(errors.iter().filter(|e| e["action"] == "repaired").count(), 2);
}

#[test]
fn table_with_missing_columns() {
    let no_text = "id,title,url\n1,خبر,https://a.example/1\n2,خبر,https://a.example/2\n";
    let short_rows = "id,outlet,title,text\n1,أ,خبر,قال الوزير إن العمل بدأ.\n2,أ\n3\n";
    let (errors, sources) = with_good(&[("a.csv", no_text.as_bytes()), ("b.csv", short_rows.as_bytes())], 1);
    assert!(errors.iter().any(|e| e["input"] == "a.csv" && e["error"].contains("--map text=COLUMN")));
    assert_eq!(errors.iter().filter(|e| e["input"] == "b.csv").count(), 2);
    assert_eq!(sources.len(), 2);
}

#[test]
fn impossible_dates() {
    let line = |id: &str, date: &str| article(id).replace("2025-03-02T10:00:00+02:00", date);
    let text =
        line("a", "2018-02-30") + &line("b", "2025-13-01T00:00:00Z") + &line("c", "31/04/2020") + &line("d", "soon");
    let (errors, sources) = with_good(&[("x.jsonl", text.as_bytes())], 1);
    assert_eq!(errors.iter().filter(|e| e["action"] == "repaired").count(), 4);
    assert!(errors[0]["error"].contains("\"2018-02-30\" is an impossible date"));
    assert!(sources.iter().filter(|s| s["doc_id"] != "good").all(|s| s["published"].is_empty()));
}

#[test]
fn text_of_punctuation_only() {
    let line = "{\"id\":\"p\",\"title\":\"!!!\",\"text\":\"... ؟؟ !! -- «»\"}\n";
    let (errors, sources) = with_good(&[("p.jsonl", line.as_bytes()), ("q.txt", "؟!.,\n-\n".as_bytes())], 1);
    assert_eq!(errors.iter().filter(|e| e["error"] == "no words in the text").count(), 2);
    assert_eq!(sources.len(), 3);
}

#[test]
fn deep_nesting() {
    let body =
        "أعلن وزير النقل أمس أن العمل في الجسر الجديد بدأ فعلا، وأن الشركة المنفذة ستنجزه خلال عامين كاملين من الآن.";
    let html = |n: usize| {
        format!("<html><head><title>خبر</title></head><body>{}<p>{body}</p>{}", "<div>".repeat(n), "</div>".repeat(n))
    };
    let spans = format!("<p>{}{body}", "<b><i>".repeat(30_000));
    let deep_json = format!("{}{}", "[".repeat(300_000), "]".repeat(300_000));
    let deep_object = "{\"a\":".repeat(200_000);
    let (errors, sources) = with_good(
        &[
            ("deep.html", html(100_000).as_bytes()),
            ("less.html", html(190).as_bytes()),
            ("spans.html", spans.as_bytes()),
            ("deep.json", deep_json.as_bytes()),
            ("deep.jsonl", deep_object.as_bytes()),
        ],
        1,
    );
    assert!(errors.iter().any(|e| e["input"] == "deep.html" && e["action"] == "repaired"));
    let docs: Vec<&str> = sources.iter().map(|s| s["doc_id"].as_str()).collect();
    assert!(docs.contains(&"deep") && docs.contains(&"less") && docs.contains(&"spans"), "{docs:?}");
}

#[test]
fn cut_off_archives() {
    use std::io::Write;
    let text: String = (0..200).map(|i| article(&format!("z{i}"))).collect();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let (errors, sources) = with_good(&[("a.jsonl.gz", &packed[..packed.len() / 2])], 1);
    assert!(errors.iter().any(|e| e["action"] == "truncated" || e["action"] == "skipped"));
    assert!(!sources.is_empty());
}

#[test]
fn neighbours_of_arabic_are_listed_and_not_read() {
    let line = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"outlet\":\"o\",\"text\":\"{text}\"}}\n");
    let text = line("fa", "رئیس جمهور ایران گفت که کشورش آماده گفتگو است و این موضوع را با وزیران در میان گذاشت")
        + &line("ur", "وزیر اعظم نے کہا ہے کہ حکومت اس معاملے میں تمام جماعتوں سے بات کرے گی")
        + &line("ckb", "سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوە کۆبووەوە و باسیان لە دۆخی ناوچەکە کرد")
        + &line("en", "The minister said that the talks would resume in the capital on Sunday.");
    let (errors, sources) = with_good(&[("x.jsonl", text.as_bytes())], 1);
    for id in ["fa", "ur", "ckb", "en"] {
        assert!(errors.iter().any(|e| e["doc_id"] == id && e["error"].contains("not supported")), "{id}");
        let source = sources.iter().find(|s| s["doc_id"] == id).unwrap();
        assert_eq!(source["language"], id);
        assert!(matches!(source["claims"].as_str(), "" | "0"));
    }
}

#[test]
fn standard_error_on_a_full_disk() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else {
        println!("no /dev/full here: skipped");
        return;
    };
    let dir = tempfile::tempdir().unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .args(["run", "gone", "-o"])
        .arg(dir.path().join("out"))
        .stderr(full)
        .status()
        .unwrap();
    assert_eq!(run.code(), Some(3));
}
