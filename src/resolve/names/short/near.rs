//! Short forms by the articles of the same days that share rare names.

use rustc_hash::FxHashMap;

use super::super::{COMPANION_MOST_DOCS, NEAR_DAYS, Run, compare, skeleton};
use super::{Open, alike_first, given_name};
use crate::model::EntityKind;

/// Rare names by article and articles by rare name.
pub(super) struct Rare {
    of_doc: Vec<Vec<u32>>,
    docs_of: FxHashMap<u32, Vec<u32>>,
}

/// Rare names that two articles share when they tell of the same events beyond doubt.
pub(super) const SHARED_SURE: u32 = 4;

/// Later articles with the same short form that an article is compared with.
const ALIKE_MOST: usize = 40;

/// Bearers of one last name, or of one first name, that are compared with each other.
const VARIANTS_MOST: usize = 120;
/// Rare names that the articles of two names must share when their first names are alike, and when their last names are.
const FIRST_SHARED: usize = 2;
const LAST_SHARED: usize = 2;

impl Run {
    /// Two full names of which one end is the same and the other end has much the same letters (جيم and جيمس جيفري,
    /// سيباستيان كورز and كورتز), never in one article, in articles of the same days that share rare names: one person
    /// under two spellings. كيم يونغ نام and كيم جونغ نام are two. `bearers` has the names by the consonants of their last
    /// part.
    pub(super) fn join_variants_near(&mut self, bearers: &FxHashMap<String, Vec<u32>>, rare: &Rare) {
        let mut by_first: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        #[allow(clippy::iter_over_hash_type)] // sorted with the buckets
        for id in bearers.values().flatten() {
            by_first.entry(skeleton(self.forms[*id as usize].person.first())).or_default().push(*id);
        }
        by_first.values_mut().for_each(|v| v.sort_unstable());
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut buckets: Vec<(bool, &Vec<u32>)> =
            bearers.values().map(|v| (false, v)).chain(by_first.values().map(|v| (true, v))).collect();
        buckets.retain(|(_, v)| (2..=VARIANTS_MOST).contains(&v.len()));
        buckets.sort_unstable();
        for (by_first, bucket) in buckets {
            for (i, &a) in bucket.iter().enumerate() {
                for &b in &bucket[i + 1..] {
                    let (x, y) = (&self.forms[a as usize].person, &self.forms[b as usize].person);
                    let one = |p: &str, q: &str| compare::part_cost(p, q).is_some_and(|(c, _)| c <= 0.35);
                    let alike = if by_first {
                        compare::alike_last(x, y) && one(x.first(), y.first())
                    } else {
                        one(x.last(), y.last()) && alike_first(x, y)
                    };
                    if !alike || compare::two_syllables(x, y) || self.share_articles(a, b) {
                        continue;
                    }
                    let (ra, rb) = (self.groups.find(a), self.groups.find(b));
                    if ra == rb {
                        continue;
                    }
                    let shared = self.shared_near(a, b, rare, ra, rb);
                    if shared >= if by_first { LAST_SHARED } else { FIRST_SHARED } {
                        let (same, other) = if by_first { ("first", "last") } else { ("last", "first") };
                        self.join(
                            a,
                            b,
                            format!("one {same} name, {other} names alike, in articles of the same days that share {shared} rare names"),
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

    /// The same short form in two articles that share rare names, more of them where the days are not the same: one and the same.
    pub(super) fn join_alike_near(&mut self, mut open: Vec<Open>, rare: &Rare) {
        open.sort_by_key(|o| (o.form, self.days[o.d as usize], o.d));
        for i in 0..open.len() {
            let Open { node, d, form } = open[i];
            for &Open { node: node_e, d: e, form: other } in open[i + 1..].iter().take(ALIKE_MOST) {
                let near = match (self.days[d as usize], self.days[e as usize]) {
                    (Some(a), Some(b)) => b - a <= NEAR_DAYS,
                    _ => true,
                };
                if other != form {
                    break;
                }
                let (x, y) = (&rare.of_doc[d as usize], &rare.of_doc[e as usize]);
                let shared = x.iter().filter(|f| y.binary_search(f).is_ok()).count();
                // a name that is no given name and a rare name beside it are enough
                let given = self.forms[form as usize].kind != EntityKind::Person
                    || given_name(&self.forms[form as usize].normal);
                let least = if !near {
                    SHARED_SURE as usize
                } else if given {
                    2
                } else {
                    1
                };
                if shared >= least {
                    let days = if near { " of the same days" } else { "" };
                    let reason = format!("the same words in two articles{days} that share {shared} rare names");
                    self.join_nodes((node, form), (node_e, form), reason);
                }
            }
        }
    }

    /// Rare names of each article, and the articles of each: groups of forms, sorted.
    pub(super) fn rare_names(&mut self) -> Rare {
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
    pub(super) fn near_articles(&self, d: u32, rare: &Rare) -> Vec<(u32, u32)> {
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
    pub(super) fn owner_near(&mut self, owners: &[u32], near: &[(u32, u32)]) -> Option<(u32, String, u32)> {
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
}
