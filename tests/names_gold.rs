//! Linking of names measured on the development gold with its own mentions, so that the tagger plays no part.
//! Skips when ../shared is absent.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use muqabala::model::{Article, EntityKind, EntityMention, Mentions, Reading, Span};
use muqabala::resolve::names;
use muqabala::text::Document;
use serde_json::Value;

fn kind(s: &str) -> EntityKind {
    match s {
        "PER" => EntityKind::Person,
        "ORG" => EntityKind::Organisation,
        "LOC" => EntityKind::Place,
        _ => EntityKind::Other,
    }
}

/// Readings whose mentions are every occurrence of the gold's surface forms, the longer first.
fn readings(dir: &Path) -> (Vec<Reading>, Vec<Value>) {
    let read = |name: &str| -> Vec<Value> {
        let text = std::fs::read_to_string(dir.join(name)).expect("the gold file is there");
        text.lines().map(|l| serde_json::from_str(l).expect("a line of JSON")).collect()
    };
    let docs = read("docs.jsonl");
    let articles: HashMap<String, Value> =
        read("articles.jsonl").into_iter().map(|a| (a["id"].as_str().unwrap_or("").to_string(), a)).collect();
    let mut out = Vec::new();
    for d in &docs {
        let id = d["doc"].as_str().unwrap_or("");
        let a = &articles[id];
        let title = a["title"].as_str().unwrap_or("");
        let text = format!("{title}\n{}", a["text"].as_str().unwrap_or(""));
        let day = &id[id.len() - 8..];
        let published = format!("{}-{}-{}T00:00", &day[..4], &day[4..6], &day[6..]).parse().ok();
        let article = Article {
            doc_id: id.into(),
            outlet: a["outlet"].as_str().unwrap_or("").into(),
            title: title.into(),
            text: text.as_str().into(),
            title_len: title.len() as u32,
            published_local: published,
            language: "ar".into(),
            ..Article::default()
        };
        let doc = Document::new(article, Vec::new());
        let mut forms: Vec<(&str, EntityKind)> = d["entities"]
            .as_array()
            .map(|e| {
                e.iter().map(|e| (e["text"].as_str().unwrap_or(""), kind(e["type"].as_str().unwrap_or("")))).collect()
            })
            .unwrap_or_default();
        forms.sort_by_key(|f| std::cmp::Reverse(f.0.len()));
        let mut taken: Vec<Span> = Vec::new();
        let mut entities: Vec<EntityMention> = Vec::new();
        for (form, kind) in forms {
            for (at, _) in text.match_indices(form) {
                let span = Span::new(at, at + form.len());
                let before = text[..at].chars().next_back();
                let after = text[span.end as usize..].chars().next();
                let starts = before.is_none_or(|c| !c.is_alphabetic() || "وبلفك".contains(c));
                if starts && after.is_none_or(|c| !c.is_alphabetic()) && !taken.iter().any(|t| t.overlaps(span)) {
                    taken.push(span);
                    let sentence = doc.sentence_at(span.start) as u32;
                    entities.push(EntityMention { span, kind, role: None, sentence, score_0_1: 1.0, entity: None });
                }
            }
        }
        entities.sort_by_key(|e| e.span.start);
        out.push(Reading { doc, mentions: Mentions { entities, ..Mentions::default() } });
    }
    (out, docs)
}

#[test]
fn links_on_the_development_gold() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/dev");
    if !dir.exists() {
        println!("skipped: ../shared is absent");
        return;
    }
    let (mut readings, docs) = readings(&dir);
    let entities = names::resolve(&mut readings);
    let show = std::env::var("SHOW_LINKS").is_ok();
    let (mut both, mut ours, mut gold) = (0u32, 0u32, 0u32);
    type Found<'a> = (String, &'a str, &'a str, Option<u32>);
    let mut stories: BTreeMap<&str, Vec<Found>> = BTreeMap::new();
    for (r, d) in readings.iter().zip(&docs) {
        let mut seen: HashMap<(String, &str), Option<u32>> = HashMap::new();
        for m in &r.mentions.entities {
            seen.insert((r.doc.slice(m.span).to_string(), m.kind.as_str()), m.entity);
        }
        for e in d["entities"].as_array().into_iter().flatten() {
            let (text, kind) = (e["text"].as_str().unwrap_or(""), e["type"].as_str().unwrap_or(""));
            if kind == "OTHER" {
                continue;
            }
            if let Some(entity) = seen.get(&(text.to_string(), kind)) {
                let canonical = e["canonical"].as_str().unwrap_or("");
                let story = stories.entry(d["cluster"].as_str().unwrap_or("")).or_default();
                story.push((format!("{} [{}]", text, r.doc.article.doc_id), kind, canonical, *entity));
            }
        }
    }
    for (story, list) in &stories {
        for (i, a) in list.iter().enumerate() {
            for b in &list[i + 1..] {
                let same_gold = a.2 == b.2;
                let same_ours = a.3 == b.3 && a.3.is_some();
                both += u32::from(same_gold && same_ours);
                ours += u32::from(same_ours);
                gold += u32::from(same_gold);
                if show && same_gold != same_ours {
                    println!("{} {story}: {} | {}", if same_gold { "MISSED" } else { "WRONG " }, a.0, b.0);
                }
            }
        }
    }
    let (p, r) = (f64::from(both) / f64::from(ours), f64::from(both) / f64::from(gold));
    let f1 = 2.0 * p * r / (p + r);
    println!("links: P {p:.3} R {r:.3} F1 {f1:.3} ({} entities)", entities.len());
    assert!(f1 >= 0.92, "F1 {f1:.3}");
}

/// The five articles that the project began with, with their persons found by name.
#[test]
fn seeds_people_are_linked_and_holders_conflict() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/seeds");
    if !dir.exists() {
        println!("skipped: ../shared is absent");
        return;
    }
    let people = [
        "عبدالفتاح السيسي",
        "عبد الفتاح السيسي",
        "السيسي",
        "خليفة حفتر",
        "حفتر",
        "حسن رشاد",
        "عباس كامل",
        "بسام راضي",
        "محمد الشناوي",
        "محمد زكي",
        "بدر عبد العاطي",
        "عبد العاطي",
        "غسان سلامة",
        "أيمن بديع",
        "صدام",
        "عبدالحميد الدبيبة",
        "أسامة حماد",
        "معمر القذافي",
        "القذافي",
        "ستيفاني خوري",
    ];
    let mut files: Vec<_> = std::fs::read_dir(&dir).expect("a folder").flatten().map(|f| f.path()).collect();
    files.sort();
    let mut readings: Vec<Reading> = files
        .iter()
        .map(|f| {
            let text = std::fs::read_to_string(f).expect("text");
            let mut doc = Document::from_text(&text);
            doc.article.doc_id = f.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let mut names = people.to_vec();
            names.sort_by_key(|n| std::cmp::Reverse(n.len()));
            let mut entities: Vec<EntityMention> = Vec::new();
            for name in names {
                for (at, _) in text.match_indices(name) {
                    let span = Span::new(at, at + name.len());
                    let after = text[span.end as usize..].chars().next();
                    if after.is_none_or(|c| !c.is_alphabetic()) && !entities.iter().any(|e| e.span.overlaps(span)) {
                        let sentence = doc.sentence_at(span.start) as u32;
                        let kind = EntityKind::Person;
                        entities.push(EntityMention { span, kind, role: None, sentence, score_0_1: 1.0, entity: None });
                    }
                }
            }
            entities.sort_by_key(|e| e.span.start);
            Reading { doc, mentions: Mentions { entities, ..Mentions::default() } }
        })
        .collect();
    let entities = names::resolve(&mut readings);
    let documents =
        |name: &str| entities.iter().find(|e| e.variants.iter().any(|v| v == name)).map(|e| e.documents.len());
    assert_eq!(documents("السيسي"), Some(3));
    assert_eq!(documents("عبد الفتاح السيسي"), Some(3));
    assert_eq!(documents("عبدالفتاح السيسي"), Some(3));
    assert_eq!(documents("حفتر"), Some(5));
    let conflicts = muqabala::resolve::offices::holder_conflicts(&readings, &entities);
    for c in &conflicts {
        let name = |e: u32| entities[e as usize].name.clone();
        println!("{} {}: {} {:?} / {} {:?} ({})", c.office, c.country, name(c.a.0), c.a.1, name(c.b.0), c.b.1, c.known);
    }
    let pair = |x: &str, y: &str| {
        conflicts.iter().any(|c| {
            let n = [c.a.0, c.b.0].map(|e| entities[e as usize].name.clone());
            n.contains(&x.to_string()) && n.contains(&y.to_string())
        })
    };
    assert!(pair("حسن رشاد", "عباس كامل"));
    assert!(pair("محمد الشناوي", "بسام راضي"));
    assert_eq!(conflicts.len(), 2);
}
