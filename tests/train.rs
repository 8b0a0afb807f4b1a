//! Training twice gives the same bytes, on one thread and on several.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sentences of our own making: words with their labels.
const SENTENCES: [&str; 8] = [
    "زار/O كريم/B-PERS حداد/I-PERS مدينة/O برلين/B-LOC أمس/O",
    "أعلنت/O وزارة/B-ORG الصحة/I-ORG أن/O ليلى/B-PERS خوري/I-PERS ستغادر/O",
    "وصل/O الفريق/O إلى/O تونس/B-LOC قبل/O المباراة/O",
    "قال/O مروان/B-PERS إن/O شركة/B-ORG النخيل/I-ORG باعت/O مصنعا/O",
    "في/O معرض/B-MISC القاهرة/I-MISC للكتاب/I-MISC تحدثت/O سلمى/B-PERS",
    "تراجع/O سعر/O النفط/O في/O لندن/B-LOC اليوم/O",
    "التقى/O سامي/B-PERS عون/I-PERS وفدا/O من/O المغرب/B-LOC",
    "وافق/O البرلمان/O على/O القانون/O بعد/O نقاش/O طويل/O",
];

fn muqabala(arguments: &[&str], threads: &str) {
    let run = Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .args(arguments)
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
}

/// Articles, a CoNLL file and annotations, small enough to train on in a moment.
fn material(dir: &Path) -> [PathBuf; 3] {
    let (mut articles, mut conll, mut notes) =
        (String::new(), String::new(), String::from("doc_id\tstart\tend\tnames\n"));
    for i in 0..24 {
        let words = |k: usize| SENTENCES[k % SENTENCES.len()].split(' ').map(|w| w.split_once('/').expect("a label"));
        let text: Vec<&str> = words(i).map(|w| w.0).collect();
        let text = format!("{}. {}.", text.join(" "), words(i + 3).map(|w| w.0).collect::<Vec<_>>().join(" "));
        writeln!(articles, r#"{{"id":"A-{i:02}","title":"خبر","text":"{text}"}}"#).expect("text");
        for (word, label) in words(i) {
            writeln!(conll, "{word}\t{label}").expect("text");
        }
        conll.push('\n');
        // one name of each article: its second word
        let first = text.split(' ').next().map_or(0, |w| w.chars().count());
        let second = text.split(' ').nth(1).map_or(0, |w| w.chars().count());
        let start = "خبر\n".chars().count();
        let (a, b) = (start + first + 1, start + first + 1 + second);
        let end = start + text.chars().count();
        writeln!(notes, "A-{i:02}\t{start}\t{end}\t{a}-{b}:PER\ta").expect("text");
    }
    let paths = ["articles.jsonl", "train.conll", "annotations.tsv"].map(|n| dir.join(n));
    for (path, text) in paths.iter().zip([articles, conll, notes]) {
        std::fs::write(path, text).expect("the folder takes files");
    }
    paths
}

#[test]
fn a_tagger_trained_twice_is_the_same_bytes() {
    let dir = tempfile::tempdir().expect("a folder");
    let [articles, conll, notes] = material(dir.path());
    let path = |p: &Path| p.to_str().expect("a plain path").to_string();
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("models/words.bin");
    let train = |name: &str, threads: &str, more: &[&str]| {
        let out = dir.path().join(name);
        let (articles, conll, words, target) = (path(&articles), path(&conll), path(&words), path(&out));
        let mut arguments = vec!["train", "names", "--articles", &articles, "--conll", &conll, "--words", &words];
        arguments.extend(["-o", &target, "--set", "epochs=2", "--set", "net-epochs=1", "--set", "step=1"]);
        arguments.extend(more);
        muqabala(&arguments, threads);
        std::fs::read(out).expect("a model was written")
    };
    let notes = path(&notes);
    for more in [&["--annotations", &notes][..], &["--set", "nets=1"]] {
        let first = train("first.bin", "2", more);
        assert!(!first.is_empty());
        assert!(first == train("second.bin", "1", more), "the same command, other bytes: {more:?}");
    }
}

#[test]
fn word_classes_made_twice_are_the_same_bytes() {
    let dir = tempfile::tempdir().expect("a folder");
    let [articles, ..] = material(dir.path());
    let make = |name: &str, threads: &str| {
        let out = dir.path().join(name);
        let (from, to) = (articles.to_str().expect("a plain path"), out.to_str().expect("a plain path"));
        muqabala(&["train", "words", "--articles", from, "-o", to], threads);
        std::fs::read(out).expect("word classes were written")
    };
    assert!(make("first.bin", "2") == make("second.bin", "1"));
}
