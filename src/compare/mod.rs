//! Compare: matched statements → facts with verdicts; dates → inconsistencies.
//!
//! - takes: readings, stories, claim matches
//! - gives: facts, dating issues
//! - runs: stories in parallel
//! - cost: pairs inside a story
//! - data: lang/ar/{comparing_words,answers,denials,states,…}.tsv

pub mod dating;
pub mod facts;
pub mod together;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::link::stories::{Grouped, several_outlets};
use crate::model::{ClaimMatch, DatingIssue, Entity, Fact, Language, Reading};
use together::Together;

/// What comparing the texts of stories gives.
#[derive(Debug, Default)]
pub struct Compared {
    /// Facts, by story, kind and id.
    pub facts: Vec<Fact>,
    /// Days of one happening that cannot be one day, without ids (see [`dating::check`]).
    pub days: Vec<DatingIssue>,
}

impl Compared {
    /// Adds what comparing other stories gave, and leaves out what is of no story of `stands`.
    pub fn follow(&mut self, stands: &FxHashSet<&str>, more: Compared) {
        self.facts.retain(|f| stands.contains(f.story.as_str()));
        self.days.retain(|d| stands.contains(d.story.as_str()));
        self.facts.extend(more.facts);
        self.days.extend(more.days);
    }
}

/// Compares the stories of several outlets whose ids are wanted, in parallel. Cost: document pairs of different outlets inside a
/// story, each the product of the sentence counts plus word alignment of the aligned sentences.
pub fn stories(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    matches: &[ClaimMatch],
    language: Language,
    wanted: impl Fn(&str) -> bool + Sync,
) -> Compared {
    let mut by_story: FxHashMap<&str, Vec<&ClaimMatch>> = FxHashMap::default();
    for m in matches {
        by_story.entry(&m.story).or_default().push(m);
    }
    let told = |s: &&crate::model::Story| wanted(&s.id) && several_outlets(readings, &s.documents);
    let compared: Vec<_> = grouped
        .stories
        .par_iter()
        .filter(told)
        .map(|story| {
            let together = Together::new(readings, grouped, story);
            let matches = by_story.get(story.id.as_str()).map_or(&[][..], Vec::as_slice);
            let facts = facts::of_story(&together, entities, story, matches, language);
            (facts, dating::events::in_story(readings, &together, story))
        })
        .collect();
    let mut all = Compared::default();
    for (facts, days) in compared {
        all.facts.extend(facts);
        all.days.extend(days);
    }
    facts::sort(&mut all.facts);
    all
}
