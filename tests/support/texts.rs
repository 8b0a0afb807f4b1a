//! Made-up texts, read and compared without the binary.

use muqabala::link::stories::{self, Grouped};
use muqabala::model::{Article, DatingIssue, Entity, Fact, Language, Reading};
use muqabala::text::Document;
use muqabala::{compare, link, mentions, resolve};

/// An article of an outlet called as it is, published at one fixed hour under the headline of its first line, with what is found in it.
pub fn reading(id: &str, text: &str) -> Reading {
    read(id, text, text.lines().next().map_or(0, str::len), Some("2018-04-06T10:00:00Z"))
}

/// An article whose headline are its first `title_len` bytes, with what is found in it.
pub fn read(id: &str, text: &str, title_len: usize, published: Option<&str>) -> Reading {
    let stamp = published.and_then(muqabala::ingest::when::parse);
    let article = Article {
        doc_id: id.into(),
        outlet: id.into(),
        language: "ar".into(),
        text: text.into(),
        title: text[..title_len].into(),
        title_len: title_len as u32,
        published_local: stamp.as_ref().map(|s| s.local),
        published_has_time: stamp.as_ref().is_some_and(|s| s.has_time),
        offset_minutes: stamp.as_ref().and_then(|s| s.offset_minutes),
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
    compared_readings(texts.iter().zip(["a", "b", "c"]).map(|(t, id)| reading(id, t)).collect())
}

/// Compares readings of outlets.
pub fn compared_readings(mut readings: Vec<Reading>) -> Compared {
    let entities = resolve::names::resolve(&mut readings);
    readings.iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    let grouped = stories::group(&readings);
    let matches = link::claims::match_claims(&readings, &entities, &grouped);
    let compare::Compared { facts, days } =
        compare::stories(&readings, &entities, &grouped, &matches, Language::En, |_| true);
    Compared { readings, entities, grouped, facts, days }
}
