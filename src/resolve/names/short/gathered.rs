//! Entities of the run: what belongs to each, and by which name it is shown.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::super::{Run, compare, found, orgs, shown_of, whole_text};
use super::is_noun;
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Entity, EntityKind, MergeReason, Reading};

/// Words that others call an armed group by.
static MILITIA: Words = Words::new(&words::NAMES, "militia");

/// Reasons kept for one entity; a name in a thousand articles does not need a thousand.
const REASONS_MOST: usize = 200;

/// What belongs to one entity.
#[derive(Default)]
struct Gathered {
    mentions: u32,
    node: Option<u32>,
    documents: Vec<u32>,
    forms: FxHashMap<u32, u32>,
    variants: FxHashMap<String, u32>,
    /// As written, with the article that لل has swallowed.
    names: FxHashMap<String, u32>,
    roles: FxHashMap<String, u32>,
    reasons: Vec<MergeReason>,
}

pub(in crate::resolve::names) fn by_count(counts: FxHashMap<String, u32>) -> Vec<String> {
    #[allow(clippy::iter_over_hash_type)] // sorted next
    let mut list: Vec<(String, u32)> = counts.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.into_iter().map(|(s, _)| s).collect()
}

impl Run {
    /// The entities with their mentions counted; fills `EntityMention::entity`.
    pub(in crate::resolve::names) fn entities(mut self, readings: &mut [Reading]) -> Vec<Entity> {
        let nodes = self.forms.len() + self.locals.len();
        let listed: Vec<Option<u32>> = (0..nodes as u32).map(|x| self.groups.listed(x)).collect();
        let (reasons, roots) = std::mem::take(&mut self.groups).reasons();
        let mut gathered: FxHashMap<u32, Gathered> = FxHashMap::default();
        for (d, reading) in readings.iter().enumerate() {
            for (i, m) in reading.mentions.entities.iter().enumerate() {
                let form = self.of_mention[d][i];
                let node = self.local.get(&(d as u32, form)).copied().unwrap_or(form);
                let root = roots[node as usize];
                let g = gathered.entry(root).or_default();
                g.mentions += 1;
                g.node.get_or_insert(node);
                if g.documents.last() != Some(&(d as u32)) {
                    g.documents.push(d as u32);
                }
                *g.forms.entry(form).or_insert(0) += 1;
                let shown = shown_of(reading.doc.slice(m.span));
                *g.variants.entry(shown).or_insert(0) += 1;
                let whole = shown_of(&whole_text(&reading.doc, m.span));
                *g.names.entry(whole).or_insert(0) += 1;
                if let Some(role) = m.role {
                    let role = crate::mentions::entities::roles::shown(&reading.doc, role);
                    *g.roles.entry(role).or_insert(0) += 1;
                }
            }
        }
        for (node, reason) in reasons {
            if let Some(g) = gathered.get_mut(&roots[node as usize])
                && !g.reasons.contains(&reason)
                && g.reasons.len() < REASONS_MOST
            {
                g.reasons.push(reason);
            }
        }
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut gathered: Vec<(u32, Gathered)> = gathered.into_iter().collect();
        gathered.sort_by_key(|(root, _)| *root);
        let mut taken = rustc_hash::FxHashSet::default();
        let mut entities: Vec<(u32, Entity)> = gathered
            .into_iter()
            .map(|(root, g)| {
                let entity = listed[root as usize];
                let best = self.best_form(&g);
                let kind = self.forms[best as usize].kind;
                let node = g.node.unwrap_or(root);
                let mut name = self.name_of(&g, best, entity);
                // nobody writes the country beside it: the article's is put there
                if entity.is_none()
                    && self.is_bare_body(best)
                    && !name.contains(" في ")
                    && !name.contains(|c: char| c.is_numeric())
                    && !self.has_own_name(best)
                    && orgs::is_of_state(&self.forms[best as usize].normal)
                    && let Some((_, code)) = self.identity.get(&node).and_then(|own| own.split_once(" @"))
                    && let Some([he, she]) = Gazetteer::get().adjectives(code)
                {
                    let feminine = name.split(' ').next().is_some_and(|w| w.ends_with('ة') || w.ends_with("ات"));
                    name = format!("{name} {}", if feminine { she } else { he });
                }
                let identity = match (entity, self.identity.get(&node)) {
                    (Some(e), _) => Gazetteer::get().known[e as usize].name.to_string(),
                    (None, Some(own)) => own.clone(),
                    (None, None) => self.forms[best as usize].normal.clone(),
                };
                let mut id = format!("E{:012x}", xxh3_64(format!("{}\t{identity}", kind.as_str()).as_bytes()) >> 16);
                if !taken.insert(id.clone()) {
                    let first = &readings[g.documents[0] as usize].doc.article.doc_id;
                    let text = format!("{}\t{identity}\t{first}\t{root}", kind.as_str());
                    id = format!("E{:012x}", xxh3_64(text.as_bytes()) >> 16);
                    taken.insert(id.clone());
                }
                let entity = Entity {
                    id,
                    name,
                    kind,
                    variants: by_count(g.variants),
                    roles: by_count(g.roles),
                    documents: g.documents,
                    mentions: g.mentions,
                    reasons: g.reasons,
                };
                (root, entity)
            })
            .collect();
        entities.sort_by(|a, b| a.1.id.cmp(&b.1.id));
        let at: FxHashMap<u32, u32> = entities.iter().enumerate().map(|(i, (root, _))| (*root, i as u32)).collect();
        for (d, reading) in readings.iter_mut().enumerate() {
            for (i, m) in reading.mentions.entities.iter_mut().enumerate() {
                let form = self.of_mention[d][i];
                let node = self.local.get(&(d as u32, form)).copied().unwrap_or(form);
                m.entity = at.get(&roots[node as usize]).copied();
            }
        }
        entities.into_iter().map(|(_, e)| e).collect()
    }

    /// The fullest form that is no oddity: at least a tenth of the mentions of full forms, or two articles.
    fn best_form(&self, g: &Gathered) -> u32 {
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut forms: Vec<(u32, u32)> = g.forms.iter().map(|(f, n)| (*f, *n)).collect();
        forms.sort_unstable();
        let words = |f: u32| {
            let form = &self.forms[f as usize];
            if form.kind == EntityKind::Person { form.person.parts.len() } else { form.normal.split(' ').count() }
        };
        let full: u32 = forms.iter().filter(|(f, _)| words(*f) > 1).map(|(_, n)| n).sum();
        let most = forms.iter().filter(|(f, _)| words(*f) > 1).map(|(_, n)| *n).max().unwrap_or(0);
        let good = |f: u32, n: u32| {
            let person = self.forms[f as usize].kind == EntityKind::Person;
            // what follows an institution's or a place's name once is seldom a part of it
            let share = if person { 0.1 } else { 0.25 };
            let whose = self.forms[f as usize].normal.contains('@');
            let once = n == 1 && !person && !whose && (most >= 2 || g.mentions >= 8);
            let share = if whose { 0.0 } else { share };
            // دموع نيمار once beside نيمار, مادونا بمالاوي beside مادونا
            let odd = || {
                let parts = &self.forms[f as usize].person.parts;
                parts.iter().any(|p| is_noun(&p.text)) || self.is_strange_behind(f, g)
            };
            if person && n == 1 && g.mentions > 2 && odd() {
                return false;
            }
            words(f) > 1 && f64::from(n) >= share * f64::from(full) && !once
        };
        forms
            .iter()
            .filter(|(f, n)| good(*f, *n))
            // مجلس النواب says less than البرلمان التركي
            .max_by_key(|(f, n)| (!self.is_bare_body(*f), words(*f).min(5), *n, std::cmp::Reverse(*f)))
            .or_else(|| {
                // الماتادور forty times, and once with what is said of him
                forms.iter().max_by_key(|(f, n)| {
                    let person = self.forms[*f as usize].kind == EntityKind::Person;
                    let said = person
                        && (self.forms[*f as usize].person.parts.iter().any(|p| is_noun(&p.text))
                            || self.is_strange_behind(*f, g));
                    let several = words(*f) > 1 && !(said && *n == 1 && g.mentions > 2);
                    (several && (person || *n > 1 || g.mentions < 8), *n, std::cmp::Reverse(*f))
                })
            })
            .map_or(0, |(f, _)| *f)
    }

    /// The name shown: for a listed organisation or place the list's name when the run writes it so, else the best form.
    fn name_of(&self, g: &Gathered, best: u32, entity: Option<u32>) -> String {
        let form = &self.forms[best as usize];
        let of_best = |shown: &str| found(form.kind, shown).normal == form.normal;
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let most = g.names.iter().filter(|(v, _)| of_best(v)).max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        if let Some(e) = entity
            && form.kind != EntityKind::Person
        {
            let name = Gazetteer::get().known[e as usize].name;
            let k = key(name);
            // الشاباك where the run says جهاز الأمن الداخلي الإسرائيلي
            let fuller =
                !k.contains(' ') && form.kind == EntityKind::Organisation && form.normal.split(' ').count() >= 3;
            #[allow(clippy::iter_over_hash_type)] // any or none
            if !fuller && g.names.iter().any(|(v, _)| key(v) == k) {
                return name.to_string();
            }
        }
        // ميليشيات الحوثي is what others call them; the run has their name, too: الحوثيون
        if form.kind == EntityKind::Organisation && form.normal.split(' ').next().is_some_and(|w| MILITIA.has(w)) {
            let people = |v: &str| !v.contains(' ') && v.starts_with("ال") && v.ends_with("ون");
            #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
            let own = g.names.iter().filter(|(v, _)| people(v)).max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            if let Some((v, _)) = own {
                return v.clone();
            }
        }
        let name = most.map_or_else(|| form.shown.clone(), |(v, _)| v.clone());
        self.without_nationality(g, best, &name).unwrap_or(name)
    }

    /// Is the last of two words of a name one that nobody else in the run bears and no list has, where the entity is mostly called by the
    /// first alone?
    fn is_strange_behind(&self, form: u32, g: &Gathered) -> bool {
        let [first, last] = self.forms[form as usize].person.parts.as_slice() else { return false };
        let alone = |f: &u32| {
            let parts = &self.forms[*f as usize].person.parts;
            parts.len() == 1 && parts[0].text == first.text
        };
        #[allow(clippy::iter_over_hash_type)] // a sum does not depend on the order
        let alone: u32 = g.forms.iter().filter(|(f, _)| alone(f)).map(|(_, n)| *n).sum();
        let gaz = Gazetteer::get();
        // بمالاوي, يرزقان
        let joined = last.text.strip_prefix(['ب', 'ل']).is_some_and(|w| gaz.world_place(w).is_some());
        let native = joined || last.text.contains(compare::OF_THE_LANGUAGE);
        alone >= 2
            && native
            && 2 * alone > g.mentions
            && gaz.part(&last.text).is_none()
            && self.parts.get(&last.text).is_none_or(|n| *n <= 1)
            && gaz.part(&first.text).is_none_or(|p| p.given <= p.family)
    }

    /// برشلونة for برشلونة الإسباني: a club, company or house that the run mostly writes without the adjective of its country, where
    /// no head word needs one and no article is taken for the name of several (الأهلي المصري).
    fn without_nationality(&self, g: &Gathered, best: u32, name: &str) -> Option<String> {
        let form = &self.forms[best as usize];
        let (base, adjective) = name.rsplit_once(' ').filter(|_| form.kind == EntityKind::Organisation)?;
        let gaz = Gazetteer::get();
        let first = key(base.split(' ').next()?);
        gaz.demonym(&key(adjective)).filter(|code| code.len() == 2 && adjective.starts_with("ال"))?;
        let (alone, whole) = (g.names.get(base).copied().unwrap_or(0), g.names.get(name).copied().unwrap_or(0));
        let proper = gaz.head(&first).is_none() && (!base.starts_with("ال") || base.contains(' '));
        (proper && alone > whole).then(|| base.to_string())
    }
}
