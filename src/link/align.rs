//! Alignment: which sentence of one article says what a sentence of another says, and which word stands for which.

use crate::link::terms::{Stem, Term, Weights, family, terms};
use crate::model::{EntityMention, Reading, Span};

/// A document as the comparison sees it.
pub struct View<'a> {
    /// Index into the readings.
    pub doc: u32,
    /// The reading.
    pub reading: &'a Reading,
    /// All words, with stems.
    pub terms: Vec<Term>,
    /// Weight of each word: how much it tells, small for grammar.
    pub weight: Vec<f32>,
    /// Its sentences.
    pub sentences: Vec<Sent>,
}

/// A sentence: its words and its bag.
pub struct Sent {
    /// Index into `Document::sentences`.
    pub index: u32,
    /// First and one past the last word, as indices into `View::terms`.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// Telling stems with weights, by stem.
    pub bag: Bag,
    /// Sum of the bag's weights.
    pub mass: f32,
}

/// A sentence shorter than this many words of weight is no statement to align (bylines, "read more").
const LEAST_MASS: f32 = 1.0;
/// What a grammar word weighs in wording alignment.
const LIGHT_WEIGHT: f32 = 0.06;

impl<'a> View<'a> {
    /// Prepares a document. Linear.
    pub fn new(doc: u32, reading: &'a Reading, weights: &Weights) -> View<'a> {
        let all = terms(&reading.doc);
        let weight: Vec<f32> = all.iter().map(|t| if t.light { LIGHT_WEIGHT } else { weights.of(t.stem) }).collect();
        let mut sentences = Vec::with_capacity(reading.doc.sentences.len());
        let mut at = 0;
        for (index, s) in reading.doc.sentences.iter().enumerate() {
            while at < all.len() && all[at].token < s.tokens.start {
                at += 1;
            }
            let from = at;
            while at < all.len() && all[at].token < s.tokens.end {
                at += 1;
            }
            let (bag, mass) = bag_of(&all, &weight, from..at);
            sentences.push(Sent { index: index as u32, from, to: at, bag, mass });
        }
        View { doc, reading, terms: all, weight, sentences }
    }

    /// The same document with the family of each word for its stem: for what may be told in other words.
    pub fn in_families(&self) -> View<'a> {
        let mut terms = self.terms.clone();
        terms.iter_mut().for_each(|t| t.stem = family(t.stem));
        let sentences = self.sentences.iter().map(|s| {
            let (bag, mass) = bag_of(&terms, &self.weight, s.from..s.to);
            Sent { bag, mass, ..*s }
        });
        let sentences = sentences.collect();
        View { terms, sentences, weight: self.weight.clone(), ..*self }
    }

    /// Index of the word that holds or follows a byte.
    pub fn term_at(&self, byte: u32) -> usize {
        let tokens = &self.reading.doc.tokens;
        self.terms.partition_point(|t| tokens[t.token as usize].span.end <= byte)
    }

    /// Source span of words `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let tokens = &self.reading.doc.tokens;
        Span {
            start: tokens[self.terms[from].token as usize].span.start,
            end: tokens[self.terms[to - 1].token as usize].span.end,
        }
    }

    /// Words that a span covers, as indices into `terms`.
    pub fn words_of(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.reading.doc.tokens;
        let from = self.term_at(span.start);
        // a span may end in a mark
        let to = self.terms.partition_point(|t| tokens[t.token as usize].span.start < span.end);
        from..to.max(from)
    }

    /// The telling ones of some words as a bag, and the sum of its weights.
    pub fn bag(&self, words: impl Iterator<Item = usize>) -> (Bag, f32) {
        bag_of(&self.terms, &self.weight, words)
    }

    /// Is a sentence (an index into `sentences`) a headline?
    pub fn is_title(&self, sentence: usize) -> bool {
        self.reading.doc.sentences[self.sentences[sentence].index as usize].is_title
    }

    /// Source span of a sentence (an index into `sentences`).
    pub fn sentence_span(&self, sentence: usize) -> Span {
        self.reading.doc.sentences[self.sentences[sentence].index as usize].span
    }

    /// The name that a word is part of.
    pub fn entity_at(&self, term: usize) -> Option<&'a EntityMention> {
        let at = self.span(term, term + 1);
        self.reading.mentions.entities.iter().find(|e| e.span.overlaps(at))
    }

    /// Folded word.
    pub fn word(&self, term: usize) -> &str {
        self.reading.doc.fold_of(self.terms[term].token as usize)
    }
}

/// Documents of a story beyond this are compared with their nearest in the list only.
const ALL_WITH_ALL: usize = 14;
/// Neighbours of a document in a big story.
const NEIGHBOURS: usize = 8;

/// Are documents `i` and `j` of a story compared? Those of one outlet are not, and in a big story only near ones.
pub fn compared(views: &[View], i: usize, j: usize) -> bool {
    (views.len() <= ALL_WITH_ALL || i.abs_diff(j) <= NEIGHBOURS)
        && views[i].reading.doc.article.outlet != views[j].reading.doc.article.outlet
}

/// Telling stems with their weights, by stem, without repeats.
pub type Bag = Vec<(Stem, f32)>;

/// The telling ones of some words as a bag, and the sum of its weights.
fn bag_of(terms: &[Term], weight: &[f32], words: impl Iterator<Item = usize>) -> (Bag, f32) {
    let mut bag: Bag = words.filter(|t| !terms[*t].light).map(|t| (terms[t].stem, weight[t])).collect();
    bag.sort_unstable_by_key(|b| b.0);
    bag.dedup_by_key(|b| b.0);
    let mass = bag.iter().map(|b| b.1).sum();
    (bag, mass)
}

/// Weight of the stems that stand in both bags, as the first weighs them. Linear.
pub fn overlap(a: &[(Stem, f32)], b: &[(Stem, f32)]) -> f32 {
    in_both(a, b, |p, _| p)
}

/// The sum over the stems that stand in both of what `worth` makes of their two weights. Linear.
pub fn in_both(a: &[(Stem, f32)], b: &[(Stem, f32)], worth: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += worth(a[i].1, b[j].1);
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// Weight of the stems that two sentences share.
pub fn shared(a: &Sent, b: &Sent) -> f32 {
    overlap(&a.bag, &b.bag)
}

/// Two aligned sentences of two documents.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Index into the sentences of the one view.
    pub a: usize,
    /// Index into the sentences of the other.
    pub b: usize,
    /// Shared weight over mean weight, 0..=1.
    pub dice: f32,
    /// Shared weight over the lighter sentence's, 0..=1.
    pub containment: f32,
    /// Words that stand for each other, as indices into the terms of the views, ascending in both.
    pub links: Vec<(u32, u32)>,
}

/// Least share of the lighter sentence that must be in the other for alignment.
const LEAST_CONTAINMENT: f32 = 0.34;
/// Least dice of an aligned pair.
const LEAST_DICE: f32 = 0.18;
/// Least shared weight: three telling words.
const LEAST_SHARED: f32 = 1.1;
/// Partners of one sentence in another document.
const PARTNERS: usize = 3;

/// Aligns the sentences of two documents. Cost: product of their sentence counts, each a merge of two sorted lists.
pub fn sentences(a: &View, b: &View) -> Vec<Pair> {
    let mut found: Vec<(f32, usize, usize, f32, f32)> = Vec::new();
    for (i, s) in a.sentences.iter().enumerate() {
        if s.mass < LEAST_MASS {
            continue;
        }
        for (j, t) in b.sentences.iter().enumerate() {
            if t.mass < LEAST_MASS {
                continue;
            }
            let both = shared(s, t);
            if both < LEAST_SHARED {
                continue;
            }
            let dice = 2.0 * both / (s.mass + t.mass);
            let containment = both / s.mass.min(t.mass);
            if dice >= LEAST_DICE && containment >= LEAST_CONTAINMENT {
                found.push((dice + 0.3 * containment, i, j, dice, containment.min(1.0)));
            }
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut used_a = vec![0usize; a.sentences.len()];
    let mut used_b = vec![0usize; b.sentences.len()];
    let mut pairs = Vec::new();
    for (_, i, j, dice, containment) in found {
        if used_a[i] >= PARTNERS || used_b[j] >= PARTNERS {
            continue;
        }
        used_a[i] += 1;
        used_b[j] += 1;
        let links = words(a, &a.sentences[i], b, &b.sentences[j]);
        pairs.push(Pair { a: i, b: j, dice, containment, links });
    }
    pairs.sort_by_key(|p| (p.a, p.b));
    pairs
}

/// Longest sentence that is aligned word by word.
const LONGEST: usize = 160;

/// The heaviest common subsequence of the words of two sentences: which word stands for which. Quadratic in words.
fn words(a: &View, s: &Sent, b: &View, t: &Sent) -> Vec<(u32, u32)> {
    let (n, m) = ((s.to - s.from).min(LONGEST), (t.to - t.from).min(LONGEST));
    let width = m + 1;
    let mut best = vec![0f32; (n + 1) * width];
    for i in (0..n).rev() {
        let x = a.terms[s.from + i];
        let w = a.weight[s.from + i] + 0.02;
        for j in (0..m).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let mut value = skip;
            if x.stem == b.terms[t.from + j].stem {
                // words in a row hold together
                let next = i + 1 < n && j + 1 < m && a.terms[s.from + i + 1].stem == b.terms[t.from + j + 1].stem;
                let along = best[(i + 1) * width + j + 1] + w + if next { 0.05 } else { 0.0 };
                value = value.max(along);
            }
            best[i * width + j] = value;
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut links = Vec::new();
    while i < n && j < m {
        let here = best[i * width + j];
        if here <= best[(i + 1) * width + j] {
            i += 1;
        } else if here <= best[i * width + j + 1] {
            j += 1;
        } else {
            links.push(((s.from + i) as u32, (t.from + j) as u32));
            i += 1;
            j += 1;
        }
    }
    links
}

/// How far around a mention its neighbours are looked at, in words.
const REACH: usize = 7;

impl Pair {
    /// How alike the surroundings of two places are, 0..=1: the weight of linked words near both, over the weight near
    /// the one with less. `at_a` and `at_b` are word ranges of the places themselves, which do not count.
    pub fn context(&self, a: &View, at_a: (usize, usize), b: &View, at_b: (usize, usize)) -> Context {
        let (s, t) = (&a.sentences[self.a], &b.sentences[self.b]);
        let left = self.side(
            a,
            at_a.0.saturating_sub(REACH).max(s.from)..at_a.0,
            b,
            at_b.0.saturating_sub(REACH).max(t.from)..at_b.0,
            true,
        );
        let right = self.side(a, at_a.1..(at_a.1 + REACH).min(s.to), b, at_b.1..(at_b.1 + REACH).min(t.to), false);
        Context { left, right, dice: self.dice, containment: self.containment }
    }

    fn side(&self, a: &View, ra: std::ops::Range<usize>, b: &View, rb: std::ops::Range<usize>, left: bool) -> Side {
        let decay = |n: usize| 1.0 / (1.0 + 0.25 * n as f32);
        let distance_a = |i: usize| if left { ra.end - 1 - i } else { i - ra.start };
        let distance_b = |j: usize| if left { rb.end - 1 - j } else { j - rb.start };
        let mass = |v: &View, r: &std::ops::Range<usize>, d: &dyn Fn(usize) -> usize| -> f32 {
            r.clone().map(|i| (v.weight[i] + 0.04) * decay(d(i))).sum()
        };
        let (total_a, total_b) = (mass(a, &ra, &distance_a), mass(b, &rb, &distance_b));
        let from = self.links.partition_point(|l| (l.0 as usize) < ra.start);
        let mut same = 0.0;
        let mut touching = false;
        for (i, j) in self.links[from..].iter().map(|l| (l.0 as usize, l.1 as usize)) {
            if i >= ra.end {
                break;
            }
            if !rb.contains(&j) {
                continue;
            }
            let (da, db) = (distance_a(i), distance_b(j));
            same += (a.weight[i] + 0.04) * decay(da.max(db));
            touching |= da == 0 && db == 0;
        }
        let least = total_a.min(total_b);
        let most = total_a.max(total_b);
        Side {
            edge: ra.is_empty() && rb.is_empty(),
            share: if most <= 0.01 { 0.0 } else { (2.0 * same / (least + most).max(0.3)).min(1.0) },
            touching: touching || (ra.is_empty() && rb.is_empty()),
            mass: same,
        }
    }
}

/// Surroundings on one side.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    /// Both places stand at the sentence's edge.
    pub edge: bool,
    /// Linked weight over mean weight, nearer words counting more, 0..=1.
    pub share: f32,
    /// The very next words are linked (or both are the edge).
    pub touching: bool,
    /// Linked weight.
    pub mass: f32,
}

/// Surroundings of two places in aligned sentences.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// Before.
    pub left: Side,
    /// After.
    pub right: Side,
    /// Dice of the sentences.
    pub dice: f32,
    /// Containment of the sentences.
    pub containment: f32,
}

impl Context {
    /// Both sides together, 0..=1.
    pub fn near(&self) -> f32 {
        match (self.left.edge, self.right.edge) {
            (true, true) => 0.0,
            (true, false) => self.right.share,
            (false, true) => self.left.share,
            _ => 0.5 * (self.left.share + self.right.share),
        }
    }
    /// The better side.
    pub fn best(&self) -> f32 {
        self.left.share.max(self.right.share)
    }
    /// The words on both sides are the same.
    pub fn framed(&self) -> bool {
        self.left.touching && self.right.touching && self.left.mass + self.right.mass > 0.25
    }
}
