//! What the words right beside names say of their type.
//!
//! - takes: the words before and behind the mentions of a name
//! - gives: how much likelier they are beside each type, and beside words that are no names
//! - cost: two look-ups a mention
//! - data: lang/ar/neighbours.tsv

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::Lexicon;

/// Persons, places, institutions, other names, no names.
pub(super) const CLASSES: usize = 5;
/// Log odds by class.
type Odds = [f32; CLASSES];

static NEAR: LazyLock<[FxHashMap<&'static str, Odds>; 2]> = LazyLock::new(|| {
    let l = Lexicon::parse("neighbours.tsv", include_str!("../../lang/ar/neighbours.tsv"));
    let (side, word) = (l.column("side"), l.column("word"));
    let classes = ["per", "loc", "org", "other", "none"].map(|c| l.column(c));
    let mut out = [FxHashMap::default(), FxHashMap::default()];
    for r in &l.rows {
        let odds = classes.map(|c| r.get(c).parse().unwrap_or(0.0));
        out[usize::from(r.get(side) == "behind")].insert(r.get(word), odds);
    }
    out
});

/// Mean log odds over pairs of the words before and behind; nothing is known of most.
pub(super) fn beside<'a>(pairs: impl Iterator<Item = [&'a str; 2]>) -> Odds {
    let (mut sum, mut n) = (Odds::default(), 0.0f32);
    for pair in pairs {
        n += 1.0;
        for (map, word) in NEAR.iter().zip(pair) {
            if let Some(odds) = map.get(word) {
                sum.iter_mut().zip(odds).for_each(|(s, x)| *s += x);
            }
        }
    }
    sum.map(|s| s / n.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_stands_behind_its_noun() {
        let odds = beside([["مدينه", "في"]].into_iter());
        assert!(odds[1] > odds[0] && odds[1] > odds[2] && odds[1] > odds[4], "{odds:?}");
        assert_eq!(beside(std::iter::empty()), [0.0; CLASSES]);
    }
}
