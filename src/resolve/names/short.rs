//! Forms that say too little by themselves: surnames, given names, ministries without their country.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::compare::{Shape, is_native};
use super::{COMPANION_MOST_DOCS, NEAR_DAYS, OWNER_SHARE, Run, compare, orgs, skeleton};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Entity, EntityKind, MergeReason, Reading};

/// Rare names by article and articles by rare name.
struct Rare {
    of_doc: Vec<Vec<u32>>,
    docs_of: FxHashMap<u32, Vec<u32>>,
}

/// A short form of an article and the form that owns it there, with the reason.
type Inside = (u32, Option<(u32, String)>);

/// A noun that the corpus has so often is known.
const NOUN_LEAST: u16 = 15;

/// A noun that the corpus often has and hardly ever in a name, and that nobody bears.
fn is_noun(word: &str) -> bool {
    let tagger = crate::mentions::entities::news();
    tagger.lexicon().get(word).is_some_and(|e| e.count >= NOUN_LEAST)
        && crate::mentions::entities::mend::seldom(word)
        && Gazetteer::get().part(word).is_none_or(|p| p.given + p.family < 3)
}

/// Rare names that two articles share when they tell of the same events beyond doubt.
const SHARED_SURE: u32 = 4;
/// Share of the talk of countries that makes a bare body the country's.
const MOSTLY: f64 = 0.5;

/// Share of a given name's bearer in the articles that name him in full that makes it his elsewhere.
const GIVEN_SHARE: f64 = 0.95;

/// Articles that name somebody in full before his short form is his beyond the articles.
const KNOWN_LEAST: u32 = 40;

/// What kings of one name are told apart by: nobody's last name.
static ORDINALS: Words = Words::new(&words::NAMES, "number of a king");

/// Articles that name an owner before a short form is his in any article.
const WELL_KNOWN: usize = 60;

/// Articles of an owner that are looked at for the names beside his.
const TALK_DOCS: usize = 60;

/// A name of more articles than this stands beside everybody.
const TALK_MOST_DOCS: usize = 600;

/// Later articles with the same short form that an article is compared with.
const ALIKE_MOST: usize = 40;

/// Bearers of one last name that are compared with each other.
const VARIANTS_MOST: usize = 120;

/// A candidate owner of a short form in an article.
struct Owner {
    form: u32,
    /// 3 listed or end of name, 2 beginning of the name; then smaller cost.
    rank: u8,
    cost: f64,
    count: u32,
    reason: String,
}

/// Heads between a body and the land it is in.
static LAND_HEADS: Words = Words::new(&words::NAMES, "head before a land");

/// Bodies that are called after their town.
static OF_TOWNS: Words = Words::new(&words::NAMES, "body of a town");

/// Words of bodies that are of no one country.
static ABOVE_COUNTRIES: Words = Words::new(&words::NAMES, "above countries");

/// Words that others call an armed group by.
static MILITIA: Words = Words::new(&words::NAMES, "militia");

impl Run {
    pub(super) fn resolve_short(&mut self, readings: &[Reading]) {
        // 1. in the article
        let shorts: Vec<bool> = (0..self.forms.len() as u32).map(|f| self.is_short(f)).collect();
        let this: &Run = self;
        let inside: Vec<Vec<Inside>> = (0..readings.len())
            .into_par_iter()
            .map(|d| {
                let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
                for f in &this.of_mention[d] {
                    *counts.entry(*f).or_insert(0) += 1;
                }
                let titled: FxHashSet<u32> = readings[d]
                    .mentions
                    .entities
                    .iter()
                    .zip(&this.of_mention[d])
                    .filter(|(m, _)| m.role.is_some_and(|r| heads_state(readings[d].doc.slice(r))))
                    .map(|(_, f)| *f)
                    .collect();
                let mut callings: FxHashMap<u32, u8> = FxHashMap::default();
                for (m, f) in readings[d].mentions.entities.iter().zip(&this.of_mention[d]) {
                    if let Some(role) = m.role {
                        *callings.entry(*f).or_insert(0) |= super::calling(readings[d].doc.slice(role));
                    }
                }
                this.forms_of_doc[d]
                    .iter()
                    .filter(|f| shorts[**f as usize])
                    .map(|f| (*f, this.owner_inside(*f, d, &shorts, &counts, &titled, &callings)))
                    .collect()
            })
            .collect();
        let mut open: Vec<(u32, u32, u32)> = Vec::new();
        let mut votes: FxHashMap<(EntityKind, String), FxHashMap<u32, u32>> = FxHashMap::default();
        for (d, list) in inside.iter().enumerate() {
            for (form, _) in list {
                let node = self.groups.push();
                self.local.insert((d as u32, *form), node);
                self.locals.push((node, d as u32, *form));
            }
        }
        for (d, list) in inside.into_iter().enumerate() {
            for (form, owner) in list {
                let node = self.local[&(d as u32, form)];
                match owner {
                    Some((to_form, reason)) => {
                        let to = self.local.get(&(d as u32, to_form)).copied().unwrap_or(to_form);
                        let why = MergeReason {
                            a: self.forms[form as usize].shown.clone(),
                            b: self.forms[to_form as usize].shown.clone(),
                            reason,
                        };
                        self.groups.join(node, to, || why);
                        let f = &self.forms[form as usize];
                        let key = (f.kind, f.normal.clone());
                        let root = self.groups.find(to);
                        *votes.entry(key).or_default().entry(root).or_insert(0) += 1;
                    }
                    None => open.push((node, d as u32, form)),
                }
            }
        }
        // full names count for their last part too
        let mut bearers: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        let mut extensions: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for id in 0..self.forms.len() as u32 {
            let f = &self.forms[id as usize];
            match f.kind {
                EntityKind::Person if f.person.parts.len() >= 2 && !f.person.latin => {
                    bearers.entry(skeleton(compare::bare(f.person.last()))).or_default().push(id);
                }
                EntityKind::Organisation | EntityKind::Other => {
                    for (at, _) in f.normal.match_indices(' ') {
                        extensions.entry(f.normal[..at].to_string()).or_default().push(id);
                    }
                }
                _ => {}
            }
        }
        // 2. in articles near it, 3. in the run
        let mut unowned: FxHashMap<(EntityKind, String), Vec<u32>> = FxHashMap::default();
        let mut still_open: Vec<(u32, u32, u32)> = Vec::new();
        let rare = self.rare_names();
        self.join_variants_near(&bearers, &rare);
        let mut owners_of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut near: Vec<(u32, u32)> = Vec::new();
        let mut near_of = u32::MAX;
        let mut country: Option<(&'static str, f64)> = None;
        let mut country_of = u32::MAX;
        let mut talk: FxHashMap<u32, FxHashSet<u32>> = FxHashMap::default();
        for (node, d, form) in open {
            if near_of != d {
                near = self.near_articles(d, &rare);
                near_of = d;
            }
            let owners = match owners_of.get(&form) {
                Some(o) => Vec::clone(o),
                None => {
                    let o = match self.forms[form as usize].kind {
                        EntityKind::Person => self.possible_bearers(form, &bearers),
                        _ => self.possible_extensions(form, &extensions),
                    };
                    owners_of.insert(form, o.clone());
                    o
                }
            };
            let bare = self.is_bare_body(form);
            // فالنسيا in Spain and in Venezuela
            if self.lands.contains_key(&form) && self.forms[form as usize].kind == EntityKind::Place {
                if country_of != d {
                    country = weighed_country(&readings[d as usize]);
                    country_of = d;
                }
                if let Some(code) = self.land_of(form, &readings[d as usize], d as usize, country) {
                    let qualified = format!("{} @{code}", self.forms[form as usize].normal);
                    self.identity.insert(node, qualified.clone());
                    unowned.entry((EntityKind::Place, qualified)).or_default().push(node);
                    continue;
                }
            }
            if bare && country_of != d {
                country = weighed_country(&readings[d as usize]);
                country_of = d;
            }
            // وزارة الحج والعمرة في السعودية: what the article says, whatever else it is about
            let said = if bare {
                self.country_said(form, &readings[d as usize], d as usize).or_else(|| self.country_of_town(form))
            } else {
                None
            };
            let country = said.map(|code| (code, 1.0)).or(country);
            let beside = self.owner_near(&owners, &near);
            let shared = beside.as_ref().map_or(0, |b| b.2);
            // كيم, whom hundreds of articles name in full, is nobody else's for two shared names
            let known = match &beside {
                Some(b) if shared < SHARED_SURE && self.forms[form as usize].kind == EntityKind::Person => {
                    let b = self.groups.find(b.0);
                    self.known_by(form, &votes).filter(|k| k.0 != b)
                }
                _ => None,
            };
            let beside = if known.is_some() { None } else { beside };
            let mut decided = known.or(beside.map(|b| (b.0, b.1)));
            let mut qualified = None;
            if bare {
                // an article that is about another country than the neighbour's body leaves it open
                if let (Some((to, _)), Some((code, _))) = (&decided, country)
                    && shared < SHARED_SURE
                    && self.country_of_body(*to).is_some_and(|c| c != code)
                {
                    decided = None;
                } else if decided.is_none() && self.takes_country(form) && country.is_some_and(|c| c.1 >= MOSTLY) {
                    qualified = country.map(|c| self.with_country(form, c.0));
                    decided = qualified.as_deref().and_then(|q| self.owner_by_country(q, &owners));
                }
            } else {
                if decided.is_none() {
                    decided = self.owner_in_run(form, &owners, &votes);
                    // كارت the yellow card is not موسى كارت, whom another article names
                    if let Some((to, _)) = &decided
                        && !self.same_talk(*to, d, &mut talk)
                    {
                        decided = None;
                    }
                }
            }
            match decided {
                Some((to, reason)) => {
                    let why = MergeReason {
                        a: self.forms[form as usize].shown.clone(),
                        b: self.forms[to as usize].shown.clone(),
                        reason,
                    };
                    self.groups.join(node, to, || why);
                }
                None => {
                    still_open.push((form, d, node));
                    if let Some(qualified) = qualified {
                        self.identity.insert(node, qualified.clone());
                        unowned.entry((self.forms[form as usize].kind, qualified)).or_default().push(node);
                    } else if self.stands_alone(form, &owners) {
                        let f = &self.forms[form as usize];
                        unowned.entry((f.kind, f.normal.clone())).or_default().push(node);
                    } else {
                        let doc_id = &readings[d as usize].doc.article.doc_id;
                        self.identity.insert(node, format!("{}\t{doc_id}", self.forms[form as usize].normal));
                    }
                }
            }
        }
        self.join_alike_near(&still_open, &rare);
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut unowned: Vec<((EntityKind, String), Vec<u32>)> = unowned.into_iter().collect();
        unowned.sort();
        let form_of: FxHashMap<u32, u32> = self.locals.iter().map(|(n, _, f)| (*n, *f)).collect();
        for ((_, normal), nodes) in unowned {
            for n in &nodes[1..] {
                let (a, b) = (form_of[n], form_of[&nodes[0]]);
                let reason = if normal.contains('@') {
                    format!("both articles are about the same country: {normal}")
                } else {
                    "the same name, and nobody in the run has a fuller one like it".to_string()
                };
                let why = MergeReason {
                    a: self.forms[a as usize].shown.clone(),
                    b: self.forms[b as usize].shown.clone(),
                    reason,
                };
                self.groups.join(*n, nodes[0], || why);
            }
        }
    }

    /// Two full names with one last name and first names of much the same letters (جيم and جيمس جيفري, نير بركات and
    /// باراكات), never in one article, in articles of the same days that share rare names: one person under two spellings.
    fn join_variants_near(&mut self, bearers: &FxHashMap<String, Vec<u32>>, rare: &Rare) {
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut buckets: Vec<&Vec<u32>> = bearers.values().filter(|v| (2..=VARIANTS_MOST).contains(&v.len())).collect();
        buckets.sort_by_key(|v| v[0]);
        for bucket in buckets {
            for (i, &a) in bucket.iter().enumerate() {
                for &b in &bucket[i + 1..] {
                    let (x, y) = (&self.forms[a as usize], &self.forms[b as usize]);
                    let close = compare::part_cost(x.person.last(), y.person.last()).is_some_and(|(c, _)| c <= 0.35);
                    if !close || !alike_first(&x.person, &y.person) || self.share_articles(a, b) {
                        continue;
                    }
                    let (ra, rb) = (self.groups.find(a), self.groups.find(b));
                    if ra == rb {
                        continue;
                    }
                    let shared = self.shared_near(a, b, rare, ra, rb);
                    if shared >= 2 {
                        self.join(
                            a,
                            b,
                            format!("one last name, first names alike, in articles of the same days that share {shared} rare names"),
                        );
                    }
                }
            }
        }
    }

    /// Rare names that two articles of the same days share, one with each form; the most.
    fn shared_near(&self, a: u32, b: u32, rare: &Rare, ra: u32, rb: u32) -> usize {
        let mut most = 0;
        for d in self.forms[a as usize].docs.iter().take(12) {
            for e in self.forms[b as usize].docs.iter().take(12) {
                let near = match (self.days[*d as usize], self.days[*e as usize]) {
                    (Some(p), Some(q)) => (p - q).abs() <= NEAR_DAYS,
                    _ => true,
                };
                if !near {
                    continue;
                }
                let (x, y) = (&rare.of_doc[*d as usize], &rare.of_doc[*e as usize]);
                let n = x.iter().filter(|f| **f != ra && **f != rb && y.binary_search(f).is_ok()).count();
                most = most.max(n);
            }
        }
        most
    }

    /// The same short form in two articles of the same days that share rare names: one and the same.
    fn join_alike_near(&mut self, open: &[(u32, u32, u32)], rare: &Rare) {
        let mut open = open.to_vec();
        open.sort_by_key(|(form, d, _)| (*form, self.days[*d as usize], *d));
        for i in 0..open.len() {
            let (form, d, node) = open[i];
            for &(other, e, node_e) in open[i + 1..].iter().take(ALIKE_MOST) {
                let near = match (self.days[d as usize], self.days[e as usize]) {
                    (Some(a), Some(b)) => b - a <= NEAR_DAYS,
                    _ => true,
                };
                if other != form || !near {
                    break;
                }
                let (x, y) = (&rare.of_doc[d as usize], &rare.of_doc[e as usize]);
                let shared = x.iter().filter(|f| y.binary_search(f).is_ok()).count();
                // a name that is no given name and a rare name beside it are enough
                let given = self.forms[form as usize].kind != EntityKind::Person
                    || given_name(&self.forms[form as usize].normal);
                let least = if given { 2 } else { 1 };
                if shared >= least {
                    let shown = self.forms[form as usize].shown.clone();
                    let reason =
                        format!("the same words in two articles of the same days that share {shared} rare names");
                    self.groups.join(node, node_e, || MergeReason { a: shown.clone(), b: shown, reason });
                }
            }
        }
    }

    /// The fuller form in the same article.
    fn owner_inside(
        &self,
        short: u32,
        d: usize,
        shorts: &[bool],
        counts: &FxHashMap<u32, u32>,
        titled: &FxHashSet<u32>,
        callings: &FxHashMap<u32, u8>,
    ) -> Option<(u32, String)> {
        let calling = |f: u32| callings.get(&f).copied().unwrap_or(0);
        let s = &self.forms[short as usize];
        let mut owners: Vec<Owner> = Vec::new();
        let weak = Gazetteer::get().short_for(&key(&s.shown));
        for full in &self.forms_of_doc[d] {
            let f = &self.forms[*full as usize];
            if f.kind != s.kind || *full == short {
                continue;
            }
            let count = counts.get(full).copied().unwrap_or(0);
            match s.kind {
                EntityKind::Person => {
                    if shorts[*full as usize] && f.person.parts.len() == 1 {
                        continue;
                    }
                    let Some(m) = compare::compare(&s.person, &f.person) else {
                        if is_slip(&s.normal, f.person.last(), count) {
                            let reason = format!("a slip for the last name of {} in the same article", f.shown);
                            owners.push(Owner { form: *full, rank: 1, cost: 1.0, count, reason });
                        }
                        continue;
                    };
                    // آل ثاني is no short form of عبد الله الثاني
                    if m.shape == Shape::End && ORDINALS.has(f.person.last()) {
                        continue;
                    }
                    // بوتين, whom hundreds of articles name, is no slip for بوتينا
                    if m.cost > 0.0 && s.docs.len() >= WELL_KNOWN && f.docs.len() * 4 < s.docs.len() {
                        continue;
                    }
                    // وانغ is not يانغ
                    let little = m.cost > 0.0 && s.normal.chars().count() <= 4;
                    if little && s.normal.chars().next() != last_of(&m.shape, &f.person).chars().next() {
                        continue;
                    }
                    // اللواء السعيد is not محمد السعيد the player
                    if calling(short) != 0 && calling(*full) != 0 && calling(short) & calling(*full) == 0 {
                        continue;
                    }
                    // الأمير هاري beside هاري هيلز, الزعيم كيم beside توني كيم
                    if titled.contains(&short) && !titled.contains(full) {
                        continue;
                    }
                    let (rank, what, limit) = match m.shape {
                        Shape::End => (3, "the last name of", 0.8),
                        // كيم of كيم جونغ أون: where the family stands first
                        Shape::Beginning
                            if !is_native(&s.normal)
                                && m.cost <= 0.2
                                && Gazetteer::get().part(&s.normal).is_some_and(|p| p.given <= p.family) =>
                        {
                            (3, "the first word of", 0.2)
                        }
                        Shape::Beginning if !is_native(&s.normal) => (2, "the first name of", 0.5),
                        Shape::Beginning => (2, "the first name of", 0.2),
                        _ => continue,
                    };
                    if m.cost <= limit {
                        let note =
                            if m.reasons.is_empty() { String::new() } else { format!(" ({})", m.reasons.join("; ")) };
                        let reason = format!("{what} {} in the same article{note}", f.shown);
                        owners.push(Owner { form: *full, rank, cost: m.cost, count, reason });
                    }
                }
                _ => {
                    let listed = self.listed_entity(*full);
                    if listed.is_some_and(|e| weak.contains(&e)) {
                        let reason = format!("a short form of {} in the same article", f.shown);
                        owners.push(Owner { form: *full, rank: 3, cost: 0.0, count, reason });
                    } else if is_slip(&s.normal, &f.normal, count) {
                        let reason = format!("a slip for {} in the same article", f.shown);
                        owners.push(Owner { form: *full, rank: 1, cost: 1.0, count, reason });
                    } else if extends(&f.normal, &s.normal) && weak.is_empty() && listed.is_none() {
                        let reason = format!("{} in the same article says it in full", f.shown);
                        let cost = f.normal.len() as f64 / 1000.0;
                        owners.push(Owner { form: *full, rank: 2, cost, count, reason });
                    } else if listed.is_some()
                        && extends(&f.normal, &s.normal)
                        && f.normal.strip_prefix(s.normal.as_str()).is_some_and(|rest| rest.starts_with(" @"))
                    {
                        let reason = format!("{} in the same article says whose it is", f.shown);
                        owners.push(Owner { form: *full, rank: 3, cost: 0.0, count, reason });
                    }
                }
            }
        }
        owners.sort_by(|a, b| {
            b.rank
                .cmp(&a.rank)
                .then((a.cost > 0.3).cmp(&(b.cost > 0.3)))
                .then(b.count.cmp(&a.count))
                .then(a.cost.total_cmp(&b.cost))
                .then(a.form.cmp(&b.form))
        });
        // a first name that two people share is nobody's
        if owners.len() > 1 && owners[0].rank == 2 && s.kind == EntityKind::Person {
            let (a, b) = (&self.forms[owners[0].form as usize], &self.forms[owners[1].form as usize]);
            if compare::compare(&a.person, &b.person).is_none() && owners[0].count <= owners[1].count {
                return None;
            }
        }
        owners.into_iter().next().map(|o| (o.form, o.reason))
    }

    /// Full names of the run whose last part is spelled like this surname, one for each group.
    fn possible_bearers(&mut self, short: u32, bearers: &FxHashMap<String, Vec<u32>>) -> Vec<u32> {
        let name = self.forms[short as usize].person.clone();
        if self.is_common(short) {
            return Vec::new();
        }
        let Some(list) = bearers.get(&skeleton(compare::bare(name.last()))) else { return Vec::new() };
        let mut out: Vec<u32> = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        for id in list.iter().take(4000) {
            let full = &self.forms[*id as usize].person;
            let close = compare::part_cost(name.last(), full.last()).is_some_and(|(c, _)| c <= 0.35);
            // دياز كانيل: both parts end the fuller name
            let n = full.parts.len();
            let close = close
                && (name.parts.len() == 1
                    || n >= 3
                        && compare::part_cost(name.first(), &full.parts[n - 2].text).is_some_and(|(c, _)| c <= 0.35));
            if close && seen.insert(self.groups.find(*id)) {
                out.push(*id);
            }
        }
        out
    }

    fn possible_extensions(&mut self, short: u32, extensions: &FxHashMap<String, Vec<u32>>) -> Vec<u32> {
        let Some(list) = extensions.get(&self.forms[short as usize].normal) else { return Vec::new() };
        let bare = orgs::is_bare(&self.forms[short as usize].normal);
        let mut out: Vec<u32> = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let kind = self.forms[short as usize].kind;
        let list: Vec<u32> =
            list.iter().copied().filter(|id| self.forms[*id as usize].kind == kind).take(4000).collect();
        for id in &list {
            let rest = &self.forms[*id as usize].normal[self.forms[short as usize].normal.len()..];
            if bare && !rest.starts_with(" @") && self.listed_entity(*id).is_some() {
                continue;
            }
            if seen.insert(self.groups.find(*id)) {
                out.push(*id);
            }
        }
        out
    }

    /// Rare names of each article, and the articles of each: groups of forms, sorted.
    fn rare_names(&mut self) -> Rare {
        let mut of_doc: Vec<Vec<u32>> = Vec::with_capacity(self.forms_of_doc.len());
        let mut docs_of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for d in 0..self.forms_of_doc.len() {
            let mut v: Vec<u32> = Vec::new();
            for i in 0..self.forms_of_doc[d].len() {
                let f = self.forms_of_doc[d][i];
                if self.tells(f) {
                    v.push(self.groups.find(f));
                }
            }
            v.sort_unstable();
            v.dedup();
            for root in &v {
                docs_of.entry(*root).or_default().push(d as u32);
            }
            of_doc.push(v);
        }
        Rare { of_doc, docs_of }
    }

    /// Articles of the same days that share rare names with this one, with how many; in order of articles.
    fn near_articles(&self, d: u32, rare: &Rare) -> Vec<(u32, u32)> {
        let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
        for root in &rare.of_doc[d as usize] {
            let docs = &rare.docs_of[root];
            if docs.len() > COMPANION_MOST_DOCS * 2 {
                continue;
            }
            for e in docs {
                let near = match (self.days[d as usize], self.days[*e as usize]) {
                    (Some(a), Some(b)) => (a - b).abs() <= NEAR_DAYS,
                    _ => true,
                };
                if *e != d && near {
                    *counts.entry(*e).or_insert(0) += 1;
                }
            }
        }
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut out: Vec<(u32, u32)> = counts.into_iter().collect();
        out.sort_unstable();
        out
    }

    /// The owner whose articles of the same days share the most rare names with this article.
    fn owner_near(&mut self, owners: &[u32], near: &[(u32, u32)]) -> Option<(u32, String, u32)> {
        if owners.is_empty() || near.is_empty() {
            return None;
        }
        let of_group: FxHashMap<u32, u32> = owners.iter().map(|o| (self.groups.find(*o), *o)).collect();
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for (e, n) in near {
            for i in 0..self.forms_of_doc[*e as usize].len() {
                let root = self.groups.find(self.forms_of_doc[*e as usize][i]);
                if let Some(owner) = of_group.get(&root) {
                    let most = shared.entry(*owner).or_insert(0);
                    *most = (*most).max(*n);
                }
            }
        }
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut best: Vec<(u32, u32)> = shared.into_iter().map(|(o, n)| (n, o)).collect();
        best.sort_by_key(|(s, o)| (std::cmp::Reverse(*s), *o));
        let clear = best.len() == 1 || best.len() > 1 && best[0].0 > best[1].0;
        // one shared name proves little for a common surname
        let enough = best.first().is_some_and(|b| b.0 >= 2 || owners.len() == 1);
        (clear && enough).then(|| {
            let (shared, owner) = best[0];
            let shown = &self.forms[owner as usize].shown;
            let reason =
                format!("{shown} in an article of the same days that shares {shared} rare names with this one");
            (owner, reason, shared)
        })
    }

    /// A body of state without its country.
    fn is_bare_body(&self, form: u32) -> bool {
        let f = &self.forms[form as usize];
        f.kind == EntityKind::Organisation && orgs::is_bare(&f.normal) && !f.normal.contains('@')
            || f.kind == EntityKind::Other && orgs::is_generic_thing(&f.normal)
            || f.kind == EntityKind::Place && orgs::is_generic_place(&f.normal)
    }

    /// The country of a place that the run has in several: what the article says, else whose the article is if that is one
    /// of them, else the one that the run says most.
    fn land_of(
        &self,
        form: u32,
        reading: &Reading,
        d: usize,
        country: Option<(&'static str, f64)>,
    ) -> Option<&'static str> {
        let lands = self.lands.get(&form)?;
        let mut mentions = reading.mentions.entities.iter().zip(&self.of_mention[d]).filter(|(_, f)| **f == form);
        let said = mentions.find_map(|(m, _)| super::said_land(&reading.doc, m)).filter(|c| lands.contains_key(c));
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let most = || lands.iter().max_by_key(|(code, n)| (**n, std::cmp::Reverse(**code))).map(|(code, _)| *code);
        said.or_else(|| country.map(|c| c.0).filter(|c| lands.contains_key(c))).or_else(most)
    }

    /// The country that stands behind a mention of a bare body, with في or ب.
    fn country_said(&self, form: u32, reading: &Reading, d: usize) -> Option<&'static str> {
        let (g, doc) = (Gazetteer::get(), &reading.doc);
        let mentions = reading.mentions.entities.iter().zip(&self.of_mention[d]);
        mentions.filter(|(_, f)| **f == form).find_map(|(m, _)| {
            let next = doc.token_at(m.span.end.saturating_sub(1)) + 1;
            let word = |k: usize| (k < doc.tokens.len()).then(|| doc.fold_of(k));
            // في قطاع غزة, في جنوب أفريقيا, بولاية تكساس
            let lies = |first: &str, at: usize| {
                let second = word(at + 1).unwrap_or("");
                let placed = |w: &str| g.country(w).or_else(|| land_of_place(w));
                g.country(&format!("{first} {second}"))
                    .or_else(|| if LAND_HEADS.has(first) { placed(second) } else { g.country(first) })
            };
            match word(next)? {
                "في" => lies(word(next + 1)?, next + 1),
                w => lies(w.strip_prefix('ب').filter(|r| r.chars().count() > 3)?, next),
            }
        })
    }

    /// The country of the town that a body is called after: شرطة نوتنغهام, بلدية باريس.
    fn country_of_town(&self, form: u32) -> Option<&'static str> {
        let normal = &self.forms[form as usize].normal;
        let (head, town) = normal.split_once(' ')?;
        OF_TOWNS.has(head).then(|| land_of_place(town).or_else(|| Gazetteer::get().country(town)))?
    }

    /// A body of the country that the article is about; not مكتب الأمم المتحدة.
    fn takes_country(&self, form: u32) -> bool {
        let normal = &self.forms[form as usize].normal;
        !normal.split(' ').any(|w| ABOVE_COUNTRIES.has(w))
    }

    /// The country of a body: from its normal form, else from the lists.
    fn country_of_body(&self, form: u32) -> Option<&str> {
        let normal = &self.forms[form as usize].normal;
        match normal.split_once('@') {
            Some((_, code)) => Some(code.split(' ').next().unwrap_or(code)),
            None => {
                let known = &Gazetteer::get().known[self.listed_entity(form)? as usize];
                (known.country.len() == 2).then_some(known.country)
            }
        }
    }

    /// A ministry without its country belongs to the country that the article is about.
    fn owner_by_country(&self, qualified: &str, owners: &[u32]) -> Option<(u32, String)> {
        owners
            .iter()
            .copied()
            .find(|o| self.forms[*o as usize].normal == qualified)
            .map(|o| (o, format!("the article is about the country of {}", self.forms[o as usize].shown)))
    }

    /// Normal form with the code of the country that the article is mostly about.
    fn with_country(&self, short: u32, code: &str) -> String {
        orgs::house(&format!("{} @{code}", self.forms[short as usize].normal))
    }

    /// The one whom the articles that name him in full make the owner of a short form, when many do and hardly any another.
    fn known_by(
        &mut self,
        short: u32,
        votes: &FxHashMap<(EntityKind, String), FxHashMap<u32, u32>>,
    ) -> Option<(u32, String)> {
        let f = &self.forms[short as usize];
        let votes = votes.get(&(f.kind, f.normal.clone()))?;
        let mut tally: FxHashMap<u32, u32> = FxHashMap::default();
        #[allow(clippy::iter_over_hash_type)] // sums do not depend on the order
        for (root, n) in votes {
            *tally.entry(self.groups.find(*root)).or_insert(0) += n;
        }
        let all: u32 = tally.values().sum();
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let (root, n) = tally.into_iter().max_by_key(|(root, n)| (*n, std::cmp::Reverse(*root)))?;
        let known = n >= KNOWN_LEAST && f64::from(n) >= GIVEN_SHARE * f64::from(all);
        (known && (root as usize) < self.forms.len()).then(|| {
            let shown = &self.forms[root as usize].shown;
            (root, format!("{n} of {all} articles that name somebody so in full mean {shown}"))
        })
    }

    /// Does the article share a name with articles of this owner? Not one of those that every fourth article has. Whom many
    /// articles name needs nobody beside him.
    fn same_talk(&mut self, owner: u32, d: u32, talk: &mut FxHashMap<u32, FxHashSet<u32>>) -> bool {
        if self.forms[owner as usize].docs.len() >= WELL_KNOWN {
            return true;
        }
        let root = self.groups.find(owner);
        let said = match talk.entry(root) {
            std::collections::hash_map::Entry::Occupied(e) => e.into_mut(),
            std::collections::hash_map::Entry::Vacant(e) => {
                let mut said = FxHashSet::default();
                for e in self.forms[owner as usize].docs.iter().take(TALK_DOCS) {
                    for f in &self.forms_of_doc[*e as usize] {
                        if *f != owner && self.forms[*f as usize].docs.len() <= TALK_MOST_DOCS {
                            said.insert(*f);
                        }
                    }
                }
                e.insert(said)
            }
        };
        self.forms_of_doc[d as usize].iter().any(|f| said.contains(f))
    }

    /// The one who owns a short form nearly everywhere in the run.
    fn owner_in_run(
        &mut self,
        short: u32,
        owners: &[u32],
        votes: &FxHashMap<(EntityKind, String), FxHashMap<u32, u32>>,
    ) -> Option<(u32, String)> {
        let f = &self.forms[short as usize];
        let (kind, normal) = (f.kind, f.normal.clone());
        let weak = Gazetteer::get().short_for(&key(&f.shown));
        let mut tally: FxHashMap<u32, u32> = FxHashMap::default();
        if let Some(v) = votes.get(&(kind, normal.clone())) {
            #[allow(clippy::iter_over_hash_type)] // sums do not depend on the order
            for (root, n) in v {
                *tally.entry(self.groups.find(*root)).or_insert(0) += n * 3;
            }
        }
        // a given name is whose the articles say that have him in full
        let given = kind == EntityKind::Person && given_name(&normal);
        for o in owners.iter().filter(|_| !given) {
            let full = &self.forms[*o as usize];
            // كليبر is not كلابر for want of another
            if kind == EntityKind::Person && full.person.last() != self.forms[short as usize].person.last() {
                continue;
            }
            let n = full.docs.len() as u32;
            let root = self.groups.find(*o);
            *tally.entry(root).or_insert(0) += n;
        }
        let all: u32 = tally.values().sum();
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let (root, n) = tally.into_iter().max_by_key(|(root, n)| (*n, std::cmp::Reverse(*root)))?;
        // a name of the lists is nobody's for one article
        // one article that says it in full makes nobody the owner of a surname
        let least = match kind {
            EntityKind::Person if given => 30,
            EntityKind::Person => 8,
            _ => 3,
        };
        if !weak.is_empty() && n < 30 {
            return None;
        }
        let share = if given { GIVEN_SHARE } else { OWNER_SHARE };
        (f64::from(n) >= share * f64::from(all) && n >= least && (root as usize) < self.forms.len()).then(|| {
            let shown = &self.forms[root as usize].shown;
            let share = (f64::from(n) / f64::from(all) * 100.0).round();
            (root, format!("in this run the name alone stands for {shown} {share} times in a hundred"))
        })
    }

    /// May articles share this unresolved form? Not a given name, not a surname of several people.
    fn stands_alone(&self, short: u32, owners: &[u32]) -> bool {
        let f = &self.forms[short as usize];
        match f.kind {
            EntityKind::Person => {
                let shared =
                    self.is_common(short) || given_name(&f.normal) || is_native(&f.normal) && f.docs.len() > 30;
                !shared && owners.is_empty() && !self.firsts.contains(&f.normal)
            }
            // الأهلي: of two listed ones
            EntityKind::Organisation => {
                // الواحة, a company here and a project there
                let word = key(&f.shown);
                let noun =
                    word.starts_with("ال") && !word.contains(' ') && crate::mentions::entities::mend::seldom(&word);
                !noun && !orgs::is_bare(&f.normal) && Gazetteer::get().short_for(&word).len() < 2
            }
            _ => !self.is_bare_body(short),
        }
    }

    /// The entities with their mentions counted; fills `EntityMention::entity`.
    pub(super) fn entities(mut self, readings: &mut [Reading]) -> Vec<Entity> {
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
                let shown = super::shown_of(reading.doc.slice(m.span));
                *g.variants.entry(shown).or_insert(0) += 1;
                let whole = super::shown_of(&super::whole_text(&reading.doc, m.span));
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
            // دموع نيمار once beside نيمار
            if person
                && n == 1
                && g.mentions > 2
                && self.forms[f as usize].person.parts.iter().any(|p| is_noun(&p.text))
            {
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
                    let said = person && self.forms[*f as usize].person.parts.iter().any(|p| is_noun(&p.text));
                    let several = words(*f) > 1 && !(said && *n == 1 && g.mentions > 2);
                    (several && (person || *n > 1 || g.mentions < 8), *n, std::cmp::Reverse(*f))
                })
            })
            .map_or(0, |(f, _)| *f)
    }

    /// The name shown: for a listed organisation or place the list's name when the run writes it so, else the best form.
    fn name_of(&self, g: &Gathered, best: u32, entity: Option<u32>) -> String {
        let form = &self.forms[best as usize];
        let of_best = |shown: &str| super::found(form.kind, shown).normal == form.normal;
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
        most.map_or_else(|| form.shown.clone(), |(v, _)| v.clone())
    }
}

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

pub(super) fn by_count(counts: FxHashMap<String, u32>) -> Vec<String> {
    #[allow(clippy::iter_over_hash_type)] // sorted next
    let mut list: Vec<(String, u32)> = counts.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list.into_iter().map(|(s, _)| s).collect()
}

/// The part of a fuller name that a short form is compared with.
fn last_of<'a>(shape: &Shape, full: &'a compare::PersonName) -> &'a str {
    if *shape == Shape::Beginning { full.first() } else { full.last() }
}

/// Roles that say sovereign, prince or head without more.
static SOVEREIGNS: Words = Words::new(&words::NAMES, "sovereign");

/// A role that says sovereign, prince or head of state without more.
fn heads_state(role: &str) -> bool {
    let role = key(role);
    let first = role.split(' ').next().unwrap_or_default();
    SOVEREIGNS.has(first)
}

/// Does the longer normal form say the shorter in full: the shorter with more words after it, or its name at the end?
fn extends(full: &str, short: &str) -> bool {
    // اتحاد الإذاعات العربية: whose it is, no short form
    if Gazetteer::get().demonym(&format!("ال{short}")).is_some() || short == "عربيه" {
        return false;
    }
    full.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
        || !short.contains(' ')
            && short.chars().count() >= 4
            && full.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
            && !of_a_place(full)
}

/// Is the complement of the head whose it is (شرطة الكابيتول, بلدية القدس) and not what it is called (حركة حماس)?
fn of_a_place(full: &str) -> bool {
    let head = full.split(' ').next().unwrap_or_default();
    Gazetteer::get().head(head).is_some_and(|h| {
        matches!(
            h.kind,
            "police"
                | "municipality"
                | "government"
                | "army"
                | "court"
                | "ministry"
                | "embassy"
                | "university"
                | "authority"
        )
    })
}

/// One letter apart from a name of the same article that stands there more than once, and in no list itself.
fn is_slip(word: &str, name: &str, count: u32) -> bool {
    count >= 1
        && word.chars().count() >= 4
        && name.chars().count() >= 5
        && !name.contains(' ')
        && Gazetteer::get().part(word).is_none()
        && crate::link::similarity::edits(word, name) == 1
}

/// A word that opens names more often than it closes them.
/// First names of much the same letters: one spelling class, one inside the other, or two letters apart at most.
fn alike_first(a: &compare::PersonName, b: &compare::PersonName) -> bool {
    let (x, y) = (a.first(), b.first());
    if x == y || skeleton(x) == skeleton(y) && !skeleton(x).is_empty() {
        return true;
    }
    // two Arabic given names of the lists are two people's: حسن and حسين
    if is_native(x) && is_native(y) {
        return false;
    }
    let (n, m) = (x.chars().count(), y.chars().count());
    if n.min(m) < 3 {
        return false;
    }
    x.starts_with(y)
        || y.starts_with(x)
        || n.min(m) >= 4 && crate::link::similarity::edits(x, y) <= 2 && x.chars().next() == y.chars().next()
}

fn given_name(word: &str) -> bool {
    Gazetteer::get().part(word).is_some_and(|p| p.given >= 8 && p.given * 2 >= p.family)
}

/// The country of a place of the lists, by its folded name.
fn land_of_place(name: &str) -> Option<&'static str> {
    let g = Gazetteer::get();
    let listed = g
        .named(name)
        .iter()
        .map(|e| &g.known[*e as usize])
        .find(|e| e.kind == EntityKind::Place && e.country.len() == 2);
    listed.map(|e| e.country).or_else(|| g.world_place(name).map(|p| p.1).filter(|c| c.len() == 2))
}

/// The country that an article is mostly about, from its places and adjectives; the headline counts three times.
pub(crate) fn main_country(reading: &Reading) -> Option<&'static str> {
    weighed_country(reading).map(|c| c.0)
}

/// Adjectives of money that are written like those of Mali.
static FINANCIAL: Words = Words::new(&words::NAMES, "of money, not of Mali");

/// The country that an article is mostly about, with its share of all that is said of countries there.
fn weighed_country(reading: &Reading) -> Option<(&'static str, f64)> {
    let g = Gazetteer::get();
    let doc = &reading.doc;
    let mut counts: FxHashMap<&'static str, u32> = FxHashMap::default();
    for sentence in &doc.sentences {
        let weight = if sentence.is_title { 3 } else { 1 };
        for i in sentence.tokens.start as usize..sentence.tokens.end as usize {
            let w = doc.fold_of(i);
            let w = crate::text::clitics::strip_conjunction(w);
            // القطاع المالي is of money, not of Mali
            if FINANCIAL.has(w) {
                continue;
            }
            let code = g.demonym(w).filter(|_| w.starts_with("ال") || w.len() > 8).or_else(|| g.country(w));
            if let Some(code) = code {
                *counts.entry(code).or_insert(0) += weight;
            }
        }
    }
    for m in &reading.mentions.entities {
        if m.kind == EntityKind::Place {
            let p = orgs::place(&key(doc.slice(m.span)));
            if let Some(e) = orgs::listed(EntityKind::Place).get(&p.whole) {
                let known = &g.known[*e as usize];
                if known.class != "country" && known.country.len() == 2 {
                    *counts.entry(known.country).or_insert(0) += 1;
                }
            }
        }
    }
    let all: u32 = counts.values().sum();
    #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
    let (code, n) = counts.into_iter().max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))?;
    let share = f64::from(n) / f64::from(all);
    (n >= 2 && share >= 0.34).then_some((code, share))
}
