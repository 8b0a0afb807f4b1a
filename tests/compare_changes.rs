//! One fact altered in a reprint must be found, and told apart from spelling and wording. The texts are made up.

use muqabala::link::stories;
use muqabala::model::{Article, Fact, FactKind, Language, Reading, Relation};
use muqabala::text::Document;
use muqabala::{compare, link, mentions, resolve};

const FIRST: &str = "انهيار جسر في مدينة سلا\nأعلنت السلطات المحلية الخميس مقتل 14 شخصا وإصابة 23 آخرين في انهيار جسر للمشاة فوق وادي بورقراق.\nووصل فريق من المهندسين إلى موقع الجسر لفحص الأعمدة المتبقية وتحديد أسباب الانهيار.\nوقدرت البلدية كلفة إعادة بناء الجسر بنحو 40 مليون دولار.";

fn reading(id: &str, text: &str) -> Reading {
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

fn facts(second: &str) -> Vec<Fact> {
    let mut readings = vec![reading("a", FIRST), reading("b", second)];
    let entities = resolve::names::resolve(&mut readings);
    readings.iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    let grouped = stories::group(&readings);
    let matches = link::claims::match_claims(&readings, &entities, &grouped);
    compare::facts::compare(&readings, &entities, &grouped, &matches, Language::En)
}

fn contradictions(second: &str) -> Vec<(FactKind, Vec<String>)> {
    facts(second)
        .into_iter()
        .filter(|f| f.verdict == Relation::Contradict)
        .map(|f| (f.kind, f.values.into_iter().map(|v| v.value).collect()))
        .collect()
}

#[test]
fn a_copy_has_agreements_and_no_contradiction() {
    assert!(contradictions(FIRST).is_empty());
    assert!(facts(FIRST).iter().any(|f| f.verdict == Relation::Agree && f.kind == FactKind::Number));
}

#[test]
fn number_words_and_digits_agree() {
    assert!(contradictions(&FIRST.replace("14 شخصا", "أربعة عشر شخصا")).is_empty());
}

#[test]
fn an_altered_number_is_found() {
    let found = contradictions(&FIRST.replace("14 شخصا", "19 شخصا"));
    assert!(found.iter().any(|(k, v)| *k == FactKind::Number && v == &["14", "19"]), "{found:?}");
}

#[test]
fn an_altered_day_is_found() {
    let found = contradictions(&FIRST.replace("الخميس", "الثلاثاء"));
    assert!(found.iter().any(|(k, _)| *k == FactKind::Date), "{found:?}");
}

#[test]
fn a_denial_is_found() {
    let found = contradictions(&FIRST.replace("ووصل فريق", "ولم يصل فريق"));
    assert!(found.iter().any(|(k, _)| *k == FactKind::Polarity), "{found:?}");
}
