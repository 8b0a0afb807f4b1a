//! An editor's decisions about entities (overrides.csv), applied to the resolved ones.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::shown_of;
use crate::model::{Entity, MergeReason, Reading};

/// One decision. Entities are given by id or by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The second is the first.
    Merge(String, String),
    /// This spelling is another entity.
    Split(String, String),
    /// The entity's name.
    Rename(String, String),
}

/// Applies decisions in order; an entity that the run does not have is passed over. Entities stay sorted by id, and
/// `EntityMention::entity` follows. Gives a line for each decision that took effect.
pub fn apply(readings: &mut [Reading], entities: &mut Vec<Entity>, decisions: &[Decision]) -> Vec<String> {
    let mut applied = Vec::new();
    for d in decisions {
        let at = |x: &str, list: &[Entity]| {
            list.iter().position(|e| e.id == x).or_else(|| list.iter().position(|e| e.name == x && e.mentions > 0))
        };
        match d {
            Decision::Merge(a, b) => {
                let (Some(x), Some(y)) = (at(a, entities), at(b, entities)) else { continue };
                if x == y {
                    continue;
                }
                let reason = "an editor says that they are one".to_string();
                let why = MergeReason { a: entities[x].name.clone(), b: entities[y].name.clone(), reason };
                let moved = std::mem::take(&mut entities[y].reasons);
                entities[x].reasons.push(why);
                entities[x].reasons.extend(moved);
                for m in readings.iter_mut().flat_map(|r| &mut r.mentions.entities) {
                    if m.entity == Some(y as u32) {
                        m.entity = Some(x as u32);
                    }
                }
                entities[y].mentions = 0;
                applied.push(format!("merge {} {}", entities[x].id, entities[y].id));
            }
            Decision::Split(a, spelling) => {
                let Some(x) = at(a, entities) else { continue };
                let new = entities.len() as u32;
                let shown = shown_of(spelling);
                let mut moved = 0;
                for r in readings.iter_mut() {
                    let Reading { doc, mentions } = r;
                    for m in &mut mentions.entities {
                        if m.entity == Some(x as u32) && shown_of(doc.slice(m.span)) == shown {
                            m.entity = Some(new);
                            moved += 1;
                        }
                    }
                }
                if moved == 0 {
                    continue;
                }
                let id = format!("E{:012x}", xxh3_64(format!("{}\tsplit\t{shown}", entities[x].id).as_bytes()) >> 16);
                applied.push(format!("split {} {id}", entities[x].id));
                let mut entity = entities[x].clone();
                entity.id = id;
                entity.name = shown.clone();
                entity.reasons.retain(|r| r.a == shown && r.b == shown);
                entities[x].reasons.retain(|r| r.a != shown && r.b != shown);
                entities.push(entity);
            }
            Decision::Rename(a, name) => {
                let Some(x) = at(a, entities) else { continue };
                entities[x].name = name.clone();
                applied.push(format!("rename {}", entities[x].id));
            }
        }
    }
    if !applied.is_empty() {
        recount(readings, entities);
    }
    applied
}

/// Counts documents, mentions, spellings and roles anew, drops entities without mentions, sorts by id. Linear.
fn recount(readings: &mut [Reading], entities: &mut Vec<Entity>) {
    let n = entities.len();
    let mut variants: Vec<FxHashMap<String, u32>> = vec![FxHashMap::default(); n];
    let mut roles: Vec<FxHashMap<String, u32>> = vec![FxHashMap::default(); n];
    for e in entities.iter_mut() {
        e.documents.clear();
        e.mentions = 0;
    }
    for (d, r) in readings.iter().enumerate() {
        for m in &r.mentions.entities {
            let Some(e) = m.entity else { continue };
            let entity = &mut entities[e as usize];
            entity.mentions += 1;
            if entity.documents.last() != Some(&(d as u32)) {
                entity.documents.push(d as u32);
            }
            *variants[e as usize].entry(shown_of(r.doc.slice(m.span))).or_insert(0) += 1;
            if let Some(role) = m.role {
                let role = r.doc.slice(role).split_whitespace().collect::<Vec<_>>().join(" ");
                *roles[e as usize].entry(role).or_insert(0) += 1;
            }
        }
    }
    let mut kept: Vec<(usize, Entity)> = Vec::with_capacity(n);
    for (i, (mut e, (v, r))) in entities.drain(..).zip(variants.into_iter().zip(roles)).enumerate() {
        if e.mentions > 0 {
            e.variants = super::short::by_count(v);
            e.roles = super::short::by_count(r);
            kept.push((i, e));
        }
    }
    kept.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    let mut place = vec![None; n];
    for (new, (old, _)) in kept.iter().enumerate() {
        place[*old] = Some(new as u32);
    }
    for m in readings.iter_mut().flat_map(|r| &mut r.mentions.entities) {
        m.entity = m.entity.and_then(|e| place[e as usize]);
    }
    entities.extend(kept.into_iter().map(|(_, e)| e));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntityKind, EntityMention, Mentions, Span};
    use crate::text::Document;

    fn reading(text: &str, names: &[&str]) -> Reading {
        let doc = Document::from_text(text);
        let entities = names
            .iter()
            .filter_map(|n| text.find(n).map(|at| Span::new(at, at + n.len())))
            .map(|span| EntityMention {
                span,
                kind: EntityKind::Person,
                role: None,
                sentence: 0,
                score_0_1: 1.0,
                entity: None,
            })
            .collect();
        Reading { doc, mentions: Mentions { entities, ..Mentions::default() } }
    }

    #[test]
    fn merges_splits_and_names_of_an_editor_hold() {
        let mut readings = vec![reading("قال نبيل حداد إن سمير نجار وصل", &["نبيل حداد", "سمير نجار"])];
        let mut entities = super::super::resolve(&mut readings);
        assert_eq!(entities.len(), 2);
        let merge = Decision::Merge("نبيل حداد".into(), "سمير نجار".into());
        let name = Decision::Rename("نبيل حداد".into(), "نبيل سمير حداد".into());
        assert_eq!(apply(&mut readings, &mut entities, &[merge, name]).len(), 2);
        assert_eq!((entities.len(), entities[0].mentions), (1, 2));
        assert_eq!(entities[0].name, "نبيل سمير حداد");
        let id = entities[0].id.clone();
        apply(&mut readings, &mut entities, &[Decision::Split(id, "سمير نجار".into())]);
        assert_eq!(entities.len(), 2);
        assert!(readings[0].mentions.entities[0].entity != readings[0].mentions.entities[1].entity);
    }
}
