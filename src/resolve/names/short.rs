//! Forms that say too little by themselves: surnames, given names, ministries without their country.

mod gathered;
mod lands;
mod near;

pub(super) use self::gathered::by_count;
pub(crate) use self::lands::main_country;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::lands::{MOSTLY, weighed_country};
use self::near::SHARED_SURE;
use super::compare::{Shape, is_native};
use super::{OWNER_SHARE, Run, compare, orgs, skeleton};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, MergeReason, Reading};

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

/// A candidate owner of a short form in an article.
struct Owner {
    form: u32,
    /// 3 listed or end of name, 2 beginning of the name; then smaller cost.
    rank: u8,
    cost: f64,
    count: u32,
    reason: String,
}

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
