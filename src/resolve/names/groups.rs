//! Union-find with a written reason on every edge and with vetoes.

use crate::model::MergeReason;

/// Groups of nodes.
#[derive(Debug, Default)]
pub struct Groups {
    parent: Vec<u32>,
    /// Listed entity of the group, at its root: two different ones never meet.
    listed: Vec<Option<u32>>,
    /// Reasons, with the node that each was given for.
    reasons: Vec<(u32, MergeReason)>,
    /// Pairs that an editor has split.
    apart: Vec<(u32, u32)>,
}

impl Groups {
    /// A group of its own for each of `n` nodes.
    pub fn new(n: usize) -> Groups {
        Groups { parent: (0..n as u32).collect(), listed: vec![None; n], ..Groups::default() }
    }

    /// A further node.
    pub fn push(&mut self) -> u32 {
        let id = self.parent.len() as u32;
        self.parent.push(id);
        self.listed.push(None);
        id
    }

    /// The group of a node. Amortised near-constant.
    pub fn find(&mut self, mut x: u32) -> u32 {
        while self.parent[x as usize] != x {
            let up = self.parent[self.parent[x as usize] as usize];
            self.parent[x as usize] = up;
            x = up;
        }
        x
    }

    /// The listed entity of a node's group.
    pub fn listed(&mut self, x: u32) -> Option<u32> {
        let root = self.find(x);
        self.listed[root as usize]
    }

    /// Says which listed entity a node is.
    pub fn set_listed(&mut self, x: u32, entity: u32) {
        let root = self.find(x);
        self.listed[root as usize].get_or_insert(entity);
    }

    /// Keeps two nodes apart from now on.
    pub fn keep_apart(&mut self, a: u32, b: u32) {
        self.apart.push((a, b));
    }

    /// May these two groups become one?
    pub fn may_join(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        if let (Some(x), Some(y)) = (self.listed[a as usize], self.listed[b as usize])
            && x != y
        {
            return false;
        }
        for i in 0..self.apart.len() {
            let (x, y) = self.apart[i];
            let (x, y) = (self.find(x), self.find(y));
            if (x, y) == (a, b) || (x, y) == (b, a) {
                return false;
            }
        }
        true
    }

    /// Joins two groups for a reason, unless the lists or an editor forbid it. True when they are one afterwards.
    pub fn join(&mut self, a: u32, b: u32, reason: impl FnOnce() -> MergeReason) -> bool {
        let (x, y) = (self.find(a), self.find(b));
        if x == y {
            return true;
        }
        if !self.may_join(x, y) {
            return false;
        }
        let (keep, gone) = if x < y { (x, y) } else { (y, x) };
        self.parent[gone as usize] = keep;
        let listed = self.listed[keep as usize].or(self.listed[gone as usize]);
        self.listed[keep as usize] = listed;
        self.reasons.push((a, reason()));
        true
    }

    /// All reasons with a node of their group, in the order they were given.
    pub fn reasons(self) -> (Vec<(u32, MergeReason)>, Vec<u32>) {
        let mut roots = self.parent.clone();
        for i in 0..roots.len() {
            let mut x = i as u32;
            while roots[x as usize] != x {
                x = roots[x as usize];
            }
            roots[i] = x;
        }
        (self.reasons, roots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why() -> MergeReason {
        MergeReason { a: "a".into(), b: "b".into(), reason: "test".into() }
    }

    #[test]
    fn two_listed_entities_never_meet() {
        let mut g = Groups::new(3);
        g.set_listed(0, 7);
        g.set_listed(1, 8);
        assert!(g.join(2, 0, why));
        assert!(!g.join(2, 1, why));
    }

    #[test]
    fn what_an_editor_split_stays_apart_through_third_names() {
        let mut g = Groups::new(3);
        g.keep_apart(0, 1);
        assert!(g.join(0, 2, why));
        assert!(!g.join(1, 2, why));
    }
}
