//! Made-up texts, read and compared without the binary.

use muqabala::link::stories::{self, Grouped};
use muqabala::model::{Article, DatingIssue, Entity, Fact, Language, Reading};
use muqabala::text::Document;
use muqabala::{compare, link, mentions, resolve};

/// An article of an outlet called as it is, published at one fixed hour, with what is found in it.
pub fn reading(id: &str, text: &str) -> Reading {
    let title_len = text.lines().next().map_or(0, str::len);
    let stamp = muqabala::ingest::when::parse("2018-04-06T10:00:00Z");
    let article = Article {
        doc_id: id.into(),
        outlet: id.into(),
        language: "ar".into(),
        text: text.into(),
        title: text[..title_len].into(),
        title_len: title_len as u32,
        published_local: stamp.as_ref().map(|s| s.local),
        published_has_time: stamp.is_some(),
        ..Article::default()
    };
    let mut doc = Document::new(article, Vec::new());
    let mut found = mentions::extract(&doc);
    resolve::when::resolve(&mut doc, &mut found.dates);
    Reading { doc, mentions: found }
}

/// The texts after comparing.
pub struct Compared {
    pub readings: Vec<Reading>,
    pub entities: Vec<Entity>,
    pub grouped: Grouped,
    pub facts: Vec<Fact>,
    pub days: Vec<DatingIssue>,
}

/// Compares texts of outlets `a`, `b`, `c`.
pub fn compared(texts: &[&str]) -> Compared {
    let mut readings: Vec<Reading> = texts.iter().zip(["a", "b", "c"]).map(|(t, id)| reading(id, t)).collect();
    let entities = resolve::names::resolve(&mut readings);
    readings.iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    let grouped = stories::group(&readings);
    let matches = link::claims::match_claims(&readings, &entities, &grouped);
    let compare::Compared { facts, days } =
        compare::stories(&readings, &entities, &grouped, &matches, Language::En, |_| true);
    Compared { readings, entities, grouped, facts, days }
}
