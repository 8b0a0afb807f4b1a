//! Labelled pairs of names: precision and recall of the comparison by names alone, against the frozen run.
//!
//! `FREEZE=1 cargo test --test names_cases` writes fixtures/names/frozen.csv anew; a change shows which pairs flipped.

use std::path::Path;

use muqabala::resolve::names::compare::{PersonName, same_by_name};

struct Case {
    name1: String,
    name2: String,
    is_match: bool,
    quality: String,
    category: String,
}

fn cases(dir: &Path) -> Vec<Case> {
    let mut reader = csv::Reader::from_path(dir.join("cases.csv")).expect("the cases are there");
    reader
        .records()
        .map(|r| {
            let r = r.expect("a record");
            Case {
                name1: r[1].into(),
                name2: r[2].into(),
                is_match: &r[3] == "true",
                quality: r[4].into(),
                category: r[5].into(),
            }
        })
        .collect()
}

#[test]
fn precision_and_recall_of_names_alone() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/names");
    let cases = cases(&dir);
    assert!(cases.len() >= 400, "{} cases", cases.len());
    let (mut hit, mut said, mut matches) = (0u32, 0u32, 0u32);
    let mut frozen = String::from("name1,name2,is_match,said,cost\n");
    let mut bad = Vec::new();
    for c in &cases {
        let m = same_by_name(&PersonName::parse(&c.name1), &PersonName::parse(&c.name2));
        let yes = m.is_some();
        hit += u32::from(yes && c.is_match);
        said += u32::from(yes);
        matches += u32::from(c.is_match);
        let cost = m.map(|m| format!("{:.2}", m.cost)).unwrap_or_default();
        frozen.push_str(&format!("{},{},{},{yes},{cost}\n", c.name1, c.name2, c.is_match));
        if yes != c.is_match {
            bad.push(format!("{} {}: {} / {}", c.quality, c.category, c.name1, c.name2));
        }
        // symmetric, whichever outlet comes first
        let back = same_by_name(&PersonName::parse(&c.name2), &PersonName::parse(&c.name1));
        assert_eq!(yes, back.is_some(), "{} / {}", c.name1, c.name2);
    }
    let (precision, recall) = (f64::from(hit) / f64::from(said), f64::from(hit) / f64::from(matches));
    println!("{} pairs: precision {precision:.3} recall {recall:.3}", cases.len());
    for b in &bad {
        println!("  {b}");
    }
    let file = dir.join("frozen.csv");
    if std::env::var("FREEZE").is_ok() {
        std::fs::write(&file, &frozen).expect("the fixture can be written");
    }
    assert!(precision >= 0.97 && recall >= 0.85, "precision {precision:.3} recall {recall:.3}");
    let before = std::fs::read_to_string(&file).unwrap_or_default();
    for (a, b) in before.lines().zip(frozen.lines()) {
        assert_eq!(a, b, "a pair flipped or its cost changed; look, then FREEZE=1");
    }
    assert_eq!(before.lines().count(), frozen.lines().count(), "pairs were added; FREEZE=1");
}
