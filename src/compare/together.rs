//! A story's documents put side by side once: what facts and days of one happening are both read from.

use crate::link::align::{self, Pair, View};
use crate::link::stories::Grouped;
use crate::model::{Reading, Story};

/// The documents of a story in order of publication, and which sentences of which of them correspond.
pub struct Together<'a> {
    /// The documents.
    pub views: Vec<View<'a>>,
    /// The same with the families of words for their stems: for what may be told in other words.
    pub families: Vec<View<'a>>,
    /// The documents that are compared, two and two.
    pub texts: Vec<Texts>,
}

/// Two documents that are compared.
pub struct Texts {
    /// Their places in the story, the earlier one first.
    pub at: (usize, usize),
    /// Sentences that correspond.
    pub sentences: Vec<Pair>,
}

impl<'a> Together<'a> {
    /// Puts a story's documents side by side. Cost: the product of the sentence counts of each two documents.
    pub fn new(readings: &'a [Reading], grouped: &Grouped, story: &Story) -> Together<'a> {
        let mut documents = story.documents.clone();
        documents.sort_by_key(|d| (readings[*d as usize].doc.article.published_local, *d));
        let views: Vec<View> =
            documents.iter().map(|d| View::new(*d, &readings[*d as usize], &grouped.weights)).collect();
        let families = views.iter().map(View::in_families).collect();
        let all = (0..views.len()).flat_map(|i| (i + 1..views.len()).map(move |j| (i, j)));
        let texts = all
            .filter(|(i, j)| align::compared(&views, *i, *j))
            .map(|at| Texts { at, sentences: align::sentences(&views[at.0], &views[at.1]) })
            .collect();
        Together { views, families, texts }
    }
}
