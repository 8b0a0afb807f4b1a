//! Whose a short name is that its article does not say in full. The texts are made up.

mod support;

use muqabala::model::EntityKind::{self, Organisation as Org, Person};
use muqabala::model::{EntityMention, Reading, Span};
use muqabala::resolve;
use support::texts::read;

/// An article of a month of 2018 whose names are these, each wherever it stands.
fn named(id: &str, month: u8, text: &str, names: &[(&str, EntityKind)]) -> Reading {
    let mut out =
        read(id, text, text.lines().next().map_or(0, str::len), Some(&format!("2018-{month:02}-06T10:00:00Z")));
    let mut found: Vec<EntityMention> = Vec::new();
    for (name, kind) in names {
        for (at, _) in text.match_indices(name) {
            let span = Span { start: at as u32, end: (at + name.len()) as u32 };
            if !found.iter().any(|m| m.span.overlaps(span)) {
                let sentence = out.doc.sentence_at(span.start) as u32;
                found.push(EntityMention { span, kind: *kind, role: None, sentence, score_0_1: 1.0, entity: None });
            }
        }
    }
    found.sort_by_key(|m| m.span);
    out.mentions.entities = found;
    out
}

/// The name under which the first mention of some words is listed in the last of some articles.
fn listed(mut readings: Vec<Reading>, words: &str) -> String {
    let entities = resolve::names::resolve(&mut readings);
    let last = readings.last().unwrap();
    let mention = last.mentions.entities.iter().find(|m| last.doc.slice(m.span) == words).unwrap();
    entities[mention.entity.unwrap() as usize].name.clone()
}

/// Three articles of February on an airline, and one of September.
fn with_an_airline(last: Reading) -> Vec<Reading> {
    let names = [("رافد للطيران", Org), ("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    let texts = [
        "رافد للطيران تشتري طائرات\nقال سمير الجندوبي إن رافد ستتسلم خمس طائرات.\nوحضرت ليلى حداد الحفل.",
        "خسائر رافد للطيران\nأعلن سمير الجندوبي خسائر رافد هذا العام.\nوطالبت ليلى حداد بالتحقيق.",
        "إضراب في رافد للطيران\nبدأ طيارو رافد إضرابا.\nوالتقى سمير الجندوبي النقابية ليلى حداد.",
    ];
    let mut out: Vec<Reading> = (0..3).map(|n| named(&n.to_string(), 2, texts[n], &names)).collect();
    out.push(last);
    out
}

#[test]
fn a_short_name_is_its_owners_where_the_article_talks_of_the_same() {
    let same = "رافد تعلق رحلاتها\nعلقت رافد رحلاتها.\nوقال سمير الجندوبي إن القرار مؤقت، وانتقدته ليلى حداد.";
    let names = [("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    assert_eq!(listed(with_an_airline(named("d", 9, same, &names)), "رافد"), "رافد للطيران");
    // one name beside it of seven is no talk
    let other = "كتاب عن الوادي\nجف رافد الوادي هذا الصيف.\nويروي كريم منصور وسلمى الخطيب ونادر الزغل ووليد الحاج وهدى الشريف ذكرياتهم فيه، وقدمت للكتاب ليلى حداد.";
    let people = ["كريم منصور", "سلمى الخطيب", "نادر الزغل", "وليد الحاج", "هدى الشريف", "ليلى حداد"];
    let names: Vec<(&str, EntityKind)> = people.map(|p| (p, Person)).into_iter().chain([("رافد", Org)]).collect();
    assert_eq!(listed(with_an_airline(named("d", 9, other, &names)), "رافد"), "رافد");
}

#[test]
fn a_word_of_another_name_is_no_short_name() {
    let two = "رافد الأحمدي يدير الشركة\nعين رافد الأحمدي مديرا.\nوكان رافد الأحمدي زميل سمير الجندوبي وليلى حداد.";
    let names = [("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    let mut all = with_an_airline(named("d", 9, two, &names));
    assert_eq!(listed(all.clone(), "رافد"), "رافد للطيران");
    let known = "سيرة رافد الأحمدي\nولد رافد الأحمدي في صفاقس.";
    all.insert(0, named("k", 5, known, &[("رافد الأحمدي", Person)]));
    assert_eq!(listed(all, "رافد"), "رافد");
}
