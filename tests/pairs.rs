//! The pairs command on labelled headline pairs.

use std::path::Path;

use muqabala::model::Relation;
use muqabala::pairs::{Scores, compare};

/// Reads ../shared/data/ans/dev.csv; says so and passes where it is absent.
#[test]
fn development_pairs_are_told_apart() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ans/dev.csv");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: ../shared/data/ans/dev.csv is absent");
        return;
    };
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let scores = Scores::of(reader.records().map(|r| {
        let r = r.expect("the file is CSV");
        let found = match compare(&r[0], &r[1]).0 {
            Some(Relation::Agree) => 0,
            Some(Relation::Contradict) => 1,
            _ => 2,
        };
        let gold = match &r[2] {
            "agree" => 0,
            "disagree" => 1,
            _ => 2,
        };
        (found, gold)
    }));
    println!("macro F1 {:.3}, mean of agree and disagree {:.3}", scores.macro_f1(), scores.two_class());
    assert!(scores.macro_f1() >= 0.80, "macro F1 {:.3}", scores.macro_f1());
    assert!(scores.two_class() >= 0.80, "agree and disagree {:.3}", scores.two_class());
}

#[test]
fn rows_come_out_in_order_one_for_one() {
    let input = "claim_a,claim_b\nارتفاع النفط,انخفاض النفط\n\"\",\"\"\nالوزير يزور بيروت,الوزير يزور بيروت\n";
    let mut out = Vec::new();
    muqabala::pairs::run(&mut input.as_bytes(), &mut out).expect("a CSV goes in");
    let out = String::from_utf8(out).expect("UTF-8 comes out");
    let relations: Vec<&str> = out.lines().skip(1).map(|l| l.split(',').nth(2).unwrap_or("")).collect();
    assert_eq!(relations.len(), 3);
    assert_eq!(relations[0], "contradict");
    assert_eq!(relations[2], "agree");
}

#[test]
fn missing_column_is_named() {
    let mut out = Vec::new();
    let error = muqabala::pairs::run(&mut "a,b\nx,y\n".as_bytes(), &mut out).expect_err("columns are missing");
    assert!(error.to_string().contains("claim_a"), "{error}");
}
