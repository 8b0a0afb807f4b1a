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
