//! Forms that say too little by themselves: surnames, given names, ministries without their country.

mod gathered;
mod inside;
mod kin;
mod lands;
mod near;
mod search;
mod talk;

pub(super) use self::gathered::by_count;
pub(crate) use self::lands::main_country;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use self::inside::Article;
use self::kin::Known;
use self::search::Search;
use super::compare::is_native;
use super::{Run, compare, skeleton};
use crate::lang::gaz::Gazetteer;
use crate::model::{EntityKind, Reading};

/// A short form of an article and the form that owns it there, with the reason.
type Inside = (u32, Option<(u32, String)>);

/// How often articles say whose a short form is: by its kind and normal form, groups.
type Votes = FxHashMap<(EntityKind, String), FxHashMap<u32, u32>>;

/// A short form that its article does not say in full.
#[derive(Clone, Copy)]
struct Open {
    node: u32,
    /// The article.
    d: u32,
    form: u32,
}

/// A noun that the corpus has so often is known.
const NOUN_LEAST: u16 = 15;

/// A noun that the corpus often has and hardly ever in a name, and that nobody bears.
fn is_noun(word: &str) -> bool {
    let tagger = crate::mentions::entities::news();
    tagger.lexicon().get(word).is_some_and(|e| e.count >= NOUN_LEAST)
        && crate::mentions::entities::mend::seldom(word)
        && Gazetteer::get().part(word).is_none_or(|p| p.given + p.family < 3)
}

/// Articles that name an owner before a short form is his in any article.
const WELL_KNOWN: usize = 60;

impl Run {
    /// Whose the short forms are: in their articles, in articles near them, in the run.
    pub(super) fn resolve_short(&mut self, readings: &[Reading]) {
        let (open, votes) = self.join_inside(readings);
        let fuller = self.fuller_names();
        let rare = self.rare_names();
        self.join_variants_near(&fuller.bearers, &rare);
        let mut search = Search::new(self, readings, votes, &fuller, &rare);
        open.into_iter().for_each(|open| search.settle(open));
        let (unowned, left) = (search.unowned, search.left);
        self.join_alike_near(left, &rare);
        self.join_unowned(unowned);
    }

    /// Joins the node of a form to the node of another.
    fn join_nodes(&mut self, (a, form): (u32, u32), (b, other): (u32, u32), reason: String) {
        let why = self.why(form, other, reason);
        self.groups.join(a, b, || why);
    }

    /// Joins short forms to the fuller ones of their article; the others, and how often each owner was meant.
    fn join_inside(&mut self, readings: &[Reading]) -> (Vec<Open>, Votes) {
        let shorts: Vec<bool> = (0..self.forms.len() as u32).map(|f| self.is_short(f)).collect();
        let this: &Run = self;
        let known = Known::new(this);
        let inside: Vec<Vec<Inside>> =
            readings.par_iter().enumerate().map(|(d, r)| Article::new(this, &shorts, &known, r, d).owners()).collect();
        for (d, list) in inside.iter().enumerate() {
            for (form, _) in list {
                let node = self.groups.push();
                self.local.insert((d as u32, *form), node);
                self.locals.push((node, d as u32, *form));
            }
        }
        let (mut open, mut votes) = (Vec::new(), Votes::default());
        for (d, list) in inside.into_iter().enumerate() {
            for (form, owner) in list {
                let d = d as u32;
                let node = self.local[&(d, form)];
                let Some((full, reason)) = owner else {
                    open.push(Open { node, d, form });
                    continue;
                };
                let to = self.local.get(&(d, full)).copied().unwrap_or(full);
                self.join_nodes((node, form), (to, full), reason);
                let f = &self.forms[form as usize];
                let of = votes.entry((f.kind, f.normal.clone())).or_default();
                *of.entry(self.groups.find(to)).or_insert(0) += 1;
            }
        }
        (open, votes)
    }

    /// Nodes of one name that have no owner are one.
    fn join_unowned(&mut self, unowned: FxHashMap<(EntityKind, String), Vec<u32>>) {
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut unowned: Vec<((EntityKind, String), Vec<u32>)> = unowned.into_iter().collect();
        unowned.sort();
        let form_of: FxHashMap<u32, u32> = self.locals.iter().map(|(n, _, f)| (*n, *f)).collect();
        for ((_, normal), nodes) in unowned {
            let first = (nodes[0], form_of[&nodes[0]]);
            for n in &nodes[1..] {
                let reason = if normal.contains('@') {
                    format!("both articles are about the same country: {normal}")
                } else {
                    "the same name, and nobody in the run has a fuller one like it".to_string()
                };
                self.join_nodes((*n, form_of[n]), first, reason);
            }
        }
    }
}

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

/// Whose given name so many people of the lists bear, many are the fathers of: أبو علي.
const COMMON_CHILD: u16 = 40;

/// A name after a child with a common name (أبو علي, أبو يوسف), which says as little as a given name.
fn kunya(name: &str) -> bool {
    let child = ["ابو", "ابي", "ابا", "ام "].iter().find_map(|p| name.strip_prefix(p)).map(str::trim);
    child.is_some_and(|w| Gazetteer::get().part(w).is_some_and(|p| p.given >= COMMON_CHILD))
}

/// A word that opens names more often than it closes them.
fn given_name(word: &str) -> bool {
    kunya(word) || Gazetteer::get().part(word).is_some_and(|p| p.given >= 8 && p.given * 2 >= p.family)
}
