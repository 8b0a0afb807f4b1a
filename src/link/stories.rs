//! Stories: articles about the same events; voices: articles that carry the same text.
//!
//! A document is a bag of light stems weighed by how much they tell, title words twice. Documents within the time
//! window that share several of their most telling stems are compared (cosine); groups grow by average link, the most
//! similar pair first, so that a chain of follow-ups does not become one story. Cost: each document meets at most a
//! fixed number of others, whatever the size of the corpus.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::emit::tables::content_id;
use crate::link::align::in_both;
use crate::link::terms::{Stem, Weights, hash, stem, terms};
use crate::model::{Article, DateKind, Reading, Story};

/// What grouping gives.
#[derive(Debug, Default)]
pub struct Grouped {
    /// Stories, by id.
    pub stories: Vec<Story>,
    /// Story of each reading.
    pub story_of: Vec<Option<u32>>,
    /// Voice of each reading.
    pub voices: Vec<String>,
    /// Pairs of documents on the same subject without being one story, where a date is missing: claims are matched
    /// between them, facts are not compared.
    pub kin: Vec<(u32, u32)>,
    /// How much each stem of the run tells.
    pub weights: Weights,
    /// Day and minute of publication of each reading, since 1970.
    pub times: Vec<Time>,
    /// How alike two documents of a story are that two outlets published, the smaller index first.
    pub likenesses: FxHashMap<(u32, u32), Likeness>,
}

/// How alike two documents are beside what they share in facts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Likeness {
    /// Cosine of their stems.
    pub cosine: f32,
    /// Are they each other's nearest among the other outlets' articles?
    pub nearest: bool,
    /// How much both outlets write about the subject beyond what is usual.
    pub crowd: f32,
}

/// Day of publication and minute in universal time, since 1970, where they are known.
pub type Time = (Option<i64>, Option<i64>);

/// Average cosine at which two groups become one. Of cross-outlet pairs by hand: 10 of 15 about the same event at
/// 0.35 to 0.40, 11 of 15 at 0.40 to 0.50, for single pairs without further conditions.
const LINK: f32 = 0.38;
/// A group of more articles than this tends to be an affair of several events: each further article asks for more.
const AFFAIR: usize = 5;
const GROWN: f32 = 0.006;
/// Other articles of an outlet that make up the crowd of one: this many after the nearest.
const CROWD: usize = 3;
/// How alike articles are taken to be that were not compared.
const UNLIKE: f32 = 0.12;
/// From this likeness on an article of the same outlet is the same text again.
const COPY: f32 = 0.75;
/// Share of the crowd that counts against a pair, and the crowd that changes nothing. Of 60 pairs over a news corpus
/// that this brings in about three of four are of one event, of 60 that it takes away fewer than one in three.
const CROWDED: f32 = 0.5;
const USUAL_CROWD: f32 = 0.22;
/// A pair below this never starts a group.
const PAIR: f32 = 0.40;
/// Pairs of articles of which one has no date are kin from here on: on the same subject, perhaps months apart.
const KIN: f32 = 0.18;
/// What the same names at the top of both add to the cosine, at most.
const NAMED: f32 = 0.2;
/// Weight of shared names that tells all it can.
const NAMES_ENOUGH: f32 = 1.0;
/// Weight up to which a word of a name says nothing.
const COMMON_WORD: f32 = 0.1;
/// Last sentence that is looked through for names and counts.
const NAMED_SENTENCES: u32 = 4;
/// What a count of killed, injured and the like at the top of both adds, and how many such counts matter.
const COUNTED: f32 = 0.05;
const COUNTS_ENOUGH: usize = 2;
/// A count below this may be that of another event.
const LEAST_COUNT: f64 = 10.0;
/// What being each other's nearest adds, from which cosine on.
const NEAREST: f32 = 0.05;
const LEAST_NEAREST: f32 = 0.28;
/// The same in a run of fewer documents than this, where likeness is lower as little is known of how common words are; what is
/// joined wrongly is parted again by the facts.
const SMALL_RUN: usize = 1000;
const SMALL_NEAREST: f32 = 0.18;
const SMALL_LEAST: f32 = 0.18;
/// What text shared word for word adds to the cosine.
const COPIED: f32 = 0.4;
/// What nearness in time adds, the hours up to which it does, and what each further hour takes away, up to the most.
/// Of 512 pairs of stories read over a news corpus, two to four in a hundred are of different events within twelve
/// hours, one in eight after fifteen, one in four after a day, every other one after a day and a half.
const SOON: f32 = 0.03;
const SOON_HOURS: f32 = 12.0;
const AN_HOUR: f32 = 0.06 / 24.0;
const LATE: f32 = 0.2;
/// Days between first and last article of a story.
const WINDOW_DAYS: i64 = 3;
/// Words of a title count this much more.
const TITLE: f32 = 2.0;
/// Stems of a document that are looked up for candidates.
const KEYS: usize = 20;
/// Documents with a key that are looked at, nearest in time first.
const POSTINGS: usize = 160;
/// Candidates of a document that are compared.
const CANDIDATES: usize = 48;
/// Stems kept of a document.
const STEMS: usize = 120;
/// Two articles stay in one story from this many facts on that both tell, counted for articles of USUAL_LENGTH bytes (a text of
/// a quarter of that shares half as many): ln(1 + facts) less what the hours between them take away. Three facts for
/// articles of an hour, five for twelve, eleven for a day. Of 500 pairs read over a news corpus this ranks those of one event
/// above others with an area under the curve of 0.91; without a fact in common three quarters were of one event, with six
/// nearly all.
const SHARED: f32 = 1.3;
const SHARED_HOURS: f32 = 20.0;
/// Weights by which two articles are of one event rather than of the next step of an affair, fitted on 495 pairs read over a news
/// corpus (logistic, L2; stories not held apart): area under the curve 0.83 for clearly one event against the rest, 0.93 for
/// clearly or rather one against two; by facts and hours alone 0.79 and 0.85.
struct OneEvent {
    facts: f32,
    hours: f32,
    crowd: f32,
    nearest: f32,
    cosine: f32,
    same_day: f32,
    other_day: f32,
}
const ONE: OneEvent = OneEvent {
    facts: 0.218,
    hours: -0.122,
    crowd: -7.2,
    nearest: 0.835,
    cosine: 2.44,
    same_day: 0.668,
    other_day: -0.859,
};
/// Articles part below this: 22 of the pairs read, 8 of them of two events, 10 rather of one and 4 clearly of one.
const LEAST_ONE: f32 = -1.0;
/// Bytes of an article's beginning in which the day of what it tells stands.
const LEAD: usize = 460;
const USUAL_LENGTH: f32 = 2700.0;
/// A story holds no more documents than this.
const STORY_SIZE: usize = 60;
/// Share of the shorter text's shingles found in the other at which two articles speak with one voice.
const SAME_VOICE: f32 = 0.5;
/// Words of a shingle.
const SHINGLE: usize = 5;

/// A document as a unit vector over stems.
struct Bag {
    /// Stem and weight, by stem.
    terms: Vec<(Stem, f32)>,
    /// Most telling stems.
    keys: Vec<Stem>,
    /// Publication day, as days since 1970, when known.
    day: Option<i64>,
    /// Minute of publication since 1970, in universal time, when the clock is known.
    minute: Option<i64>,
    /// Hashes of its word 5-grams, sorted, without repeats.
    shingles: Vec<u32>,
    /// Entities named in its headline and first sentences, with how much their names tell, by entity.
    names: Vec<(u32, f32)>,
    /// Counts of its headline and first sentences that have a role, hashed, sorted, without repeats.
    counts: Vec<u32>,
}

fn cosine(a: &[(Stem, f32)], b: &[(Stem, f32)]) -> f32 {
    in_both(a, b, |p, q| p * q)
}

/// Counts of a document's stems (title words more), and its shingles.
fn count(reading: &Reading) -> (Vec<(Stem, f32)>, Vec<u32>) {
    let doc = &reading.doc;
    let all = terms(doc);
    let mut counts: FxHashMap<Stem, f32> = FxHashMap::default();
    let title_end = doc.article.title_len;
    // the first sentences say what the article is about; background comes later
    let body = all.len().max(1) as f32;
    for (n, t) in all.iter().enumerate() {
        if t.light {
            continue;
        }
        let place =
            if doc.tokens[t.token as usize].span.start < title_end { TITLE } else { 1.0 - 0.5 * (n as f32 / body) };
        *counts.entry(t.stem).or_default() += place;
    }
    let mut counts: Vec<(Stem, f32)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|c| c.0);
    let from = all.iter().position(|t| doc.tokens[t.token as usize].span.start >= title_end).unwrap_or(0);
    let mut shingles: Vec<u32> = all[from..]
        .windows(SHINGLE)
        .map(|w| {
            let mut h = 0u64;
            for t in w {
                h = (h.rotate_left(9) ^ u64::from(t.stem)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            }
            (h >> 32) as u32
        })
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    (counts, shingles)
}

/// Entities of the headline and the first sentences: a name tells as much as its words together.
fn names(reading: &Reading, weights: &Weights) -> Vec<(u32, f32)> {
    let mut out: Vec<(u32, f32)> = Vec::new();
    for m in reading.mentions.entities.iter().filter(|m| m.sentence <= NAMED_SENTENCES) {
        let Some(entity) = m.entity else { continue };
        let words = crate::lang::gaz::key(reading.doc.slice(m.span));
        let told: f32 = words.split(' ').map(|w| (weights.of(hash(stem(w))) - COMMON_WORD).max(0.0)).sum();
        out.push((entity, told.min(1.0)));
    }
    out.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    out.dedup_by_key(|n| n.0);
    out
}

/// Counts of persons with what happened to them: `26 killed` is the same event sooner than another.
fn role_counts(reading: &Reading) -> Vec<u32> {
    let told = reading.mentions.quantities.iter().filter(|q| q.sentence <= NAMED_SENTENCES);
    let of_event = told.filter(|q| !q.role.is_empty() && q.upper.is_none() && q.value >= LEAST_COUNT);
    let mut out: Vec<u32> = of_event.map(|q| hash(&format!("{} {}", q.role, q.value))).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Day and minute of publication, since 1970.
fn published(article: &Article) -> Time {
    let epoch = jiff::civil::date(1970, 1, 1);
    let day = article.published_date().and_then(|d| epoch.until(d).ok()).map(|s| i64::from(s.get_days()));
    let minute = article.published_minute().filter(|_| article.published_has_time);
    (day, minute)
}

fn bag(counts: Vec<(Stem, f32)>, shingles: Vec<u32>, weights: &Weights, reading: &Reading) -> Bag {
    let mut terms: Vec<(Stem, f32)> =
        counts.into_iter().map(|(s, n)| (s, (1.0 + n.ln().max(-0.5)) * weights.of(s).powi(2))).collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(STEMS);
    let keys = terms.iter().filter(|t| weights.documents_with(t.0) > 1).take(KEYS).map(|t| t.0).collect();
    let norm = terms.iter().map(|t| t.1 * t.1).sum::<f32>().sqrt().max(1e-6);
    for t in &mut terms {
        t.1 /= norm;
    }
    terms.sort_unstable_by_key(|t| t.0);
    let (day, minute) = published(&reading.doc.article);
    Bag { terms, keys, day, minute, shingles, names: names(reading, weights), counts: role_counts(reading) }
}

fn near(a: Option<i64>, b: Option<i64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= WINDOW_DAYS,
        _ => true,
    }
}

/// How alike two documents are: cosine, more for text that stands in both word for word, and for nearness in time.
fn similarity(a: &Bag, b: &Bag) -> f32 {
    let alike = cosine(&a.terms, &b.terms);
    if alike < 0.1 {
        return alike;
    }
    let copied = containment(&a.shingles, &b.shingles);
    let time = hours_apart((a.day, a.minute), (b.day, b.minute))
        .map_or(0.0, |h| SOON - (AN_HOUR * (h - SOON_HOURS).max(0.0)).min(LATE));
    alike + COPIED * copied + time + named(a, b) + counted(a, b)
}

/// Hours between two publications; of days without a clock the fewest that are likely.
fn hours_apart(a: Time, b: Time) -> Option<f32> {
    match (a.1, b.1, a.0.zip(b.0)) {
        (Some(a), Some(b), _) => Some((a - b).abs() as f32 / 60.0),
        (_, _, Some((a, b))) => Some(((a - b).abs() * 24 - 12).max(0) as f32),
        _ => None,
    }
}

/// What the same counts at the top of both add, for articles of one day or two.
fn counted(a: &Bag, b: &Bag) -> f32 {
    let apart = a.day.zip(b.day).map_or(0, |(a, b)| (a - b).abs());
    let same = a.counts.iter().filter(|c| b.counts.binary_search(c).is_ok()).count();
    if apart <= 1 { COUNTED * same.min(COUNTS_ENOUGH) as f32 } else { 0.0 }
}

/// What the names at the top of both add; half of it for any two, the rest for two that are each other's nearest.
fn named(a: &Bag, b: &Bag) -> f32 {
    let time = match (a.day, b.day) {
        (Some(a), Some(b)) if a == b => 1.0,
        (Some(a), Some(b)) if (a - b).abs() == 1 => 0.7,
        (Some(_), Some(_)) => return 0.0,
        _ => 0.7,
    };
    let sum = |n: &[(u32, f32)]| n.iter().map(|n| n.1).sum::<f32>();
    let both = crate::link::align::overlap(&a.names, &b.names);
    let share = both / sum(&a.names).min(sum(&b.names)).max(0.3);
    0.5 * NAMED * time * share.min(1.0) * (both / NAMES_ENOUGH).min(1.0)
}

/// Groups of documents, joined two by two.
struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    fn new(n: usize) -> Sets {
        Sets { parent: (0..n as u32).collect() }
    }
    fn root(&mut self, mut x: u32) -> u32 {
        while self.parent[x as usize] != x {
            self.parent[x as usize] = self.parent[self.parent[x as usize] as usize];
            x = self.parent[x as usize];
        }
        x
    }
    /// Joins two groups; the smaller index stays the root.
    fn join(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high as usize] = low;
        low
    }
}

/// Groups readings into stories and finds who speaks with one voice. Linear in the corpus: a document meets at most
/// KEYS × POSTINGS others through the index and CANDIDATES in full.
pub fn group(readings: &[Reading]) -> Grouped {
    let counted: Vec<_> = readings.par_iter().map(count).collect();
    let lists: Vec<Vec<Stem>> = counted.par_iter().map(|(c, _)| c.iter().map(|t| t.0).collect()).collect();
    let weights = Weights::count(lists.iter().map(Vec::as_slice));
    drop(lists);
    let bags: Vec<Bag> = counted
        .into_par_iter()
        .zip(readings.par_iter())
        .map(|((counts, shingles), r)| bag(counts, shingles, &weights, r))
        .collect();

    let mut pairs = similar_pairs(&bags);
    let outlet = |d: u32| readings[d as usize].doc.article.outlet.as_str();
    let nearest = nearest(&bags, &mut pairs, outlet);
    let crowds = crowds(bags.len(), &pairs, outlet);
    let members = average_link(&bags, &pairs, &nearest, &crowds);
    let voices = voices(readings, &bags, &pairs);
    let mut likenesses = FxHashMap::default();
    for documents in &members {
        for (n, a) in documents.iter().enumerate() {
            for b in documents[n + 1..].iter().filter(|b| outlet(*a) != outlet(**b)) {
                let likeness = Likeness {
                    cosine: cosine(&bags[*a as usize].terms, &bags[*b as usize].terms),
                    nearest: nearest.contains_key(&(*a, *b)),
                    crowd: beyond(&crowds, *a, *b),
                };
                likenesses.insert((*a, *b), likeness);
            }
        }
    }

    let mut stories: Vec<Story> = members
        .into_iter()
        .map(|documents| {
            let alike = |x: u32, y: u32| cosine(&bags[x as usize].terms, &bags[y as usize].terms);
            story(readings, documents, alike)
        })
        .collect();
    let story_of = index(&mut stories, readings.len());
    let kin = pairs
        .iter()
        .filter(|(_, a, b)| bags[*a as usize].day.is_none() || bags[*b as usize].day.is_none())
        .filter(|(_, a, b)| story_of[*a as usize].is_none() || story_of[*a as usize] != story_of[*b as usize])
        .map(|(_, a, b)| (*a, *b))
        .collect();
    let times = bags.iter().map(|b| (b.day, b.minute)).collect();
    Grouped { stories, story_of, voices, kin, weights, times, likenesses }
}

/// Are documents of more than one outlet?
pub fn several_outlets(readings: &[Reading], documents: &[u32]) -> bool {
    let outlet = |d: u32| readings[d as usize].doc.article.outlet.as_str();
    documents.iter().any(|d| outlet(*d) != outlet(documents[0]))
}

/// A story, with the headline of the article that is most like the others.
fn story(readings: &[Reading], documents: Vec<u32>, alike: impl Fn(u32, u32) -> f32) -> Story {
    let ids: Vec<&str> = documents.iter().map(|d| readings[*d as usize].doc.article.doc_id.as_str()).collect();
    let sum = |x: u32| -> f32 { documents.iter().map(|y| alike(x, *y)).sum() };
    let central = documents.iter().copied().max_by(|a, b| sum(*a).total_cmp(&sum(*b)).then(b.cmp(a)));
    let article = &readings[central.unwrap_or(documents[0]) as usize].doc.article;
    let label = if article.title.is_empty() {
        article.text.lines().next().unwrap_or("").to_string()
    } else {
        article.title.clone()
    };
    Story { id: content_id("s", &ids), label, documents }
}

/// Sorts stories by id and gives the story of each of so many readings.
fn index(stories: &mut [Story], readings: usize) -> Vec<Option<u32>> {
    stories.sort_by(|a, b| a.id.cmp(&b.id));
    let mut story_of = vec![None; readings];
    for (i, s) in stories.iter().enumerate() {
        for d in &s.documents {
            story_of[*d as usize] = Some(i as u32);
        }
    }
    story_of
}

impl Grouped {
    /// Parts stories of several outlets where what the comparison found does not hold them together, as two raids of
    /// one week are told in like words: articles stay together that share facts enough for the hours between them, by
    /// average link. `shared` counts the facts that two documents both tell, the smaller index first. Gives the ids of
    /// the stories that came of it. Cubic in the articles of a story.
    pub fn part(&mut self, readings: &[Reading], shared: &FxHashMap<(u32, u32), u32>) -> FxHashSet<String> {
        let length = |d: u32| readings[d as usize].doc.article.text.len() as f32;
        let facts = |a: u32, b: u32| {
            let told = shared.get(&(a.min(b), a.max(b))).copied().unwrap_or(0) as f32;
            told * (USUAL_LENGTH / length(a).min(length(b)).max(1.0)).sqrt()
        };
        let leads: Vec<Vec<Date>> = readings.par_iter().map(lead_days).collect();
        let mut stories = Vec::new();
        let mut parted = FxHashSet::default();
        let outlet = |d: u32| readings[d as usize].doc.article.outlet.as_str();
        let hours = |a: u32, b: u32| hours_apart(self.times[a as usize], self.times[b as usize]).unwrap_or(0.0);
        let told = |a: u32, b: u32| (outlet(a) != outlet(b)).then(|| facts(a, b).ln_1p() - hours(a, b) / SHARED_HOURS);
        let one_event = |a: u32, b: u32| {
            let likeness = self.likenesses.get(&(a.min(b), a.max(b)))?;
            let (x, y) = (&leads[a as usize], &leads[b as usize]);
            let same = x.iter().any(|d| y.contains(d));
            let other = !same && !x.is_empty() && !y.is_empty();
            let on = |b: bool| f32::from(u8::from(b));
            Some(
                ONE.facts * facts(a, b).ln_1p()
                    + ONE.hours * hours(a, b)
                    + ONE.crowd * likeness.crowd
                    + ONE.nearest * on(likeness.nearest)
                    + ONE.cosine * likeness.cosine
                    + ONE.same_day * on(same)
                    + ONE.other_day * on(other),
            )
        };
        for old in std::mem::take(&mut self.stories) {
            let groups = if several_outlets(readings, &old.documents) {
                let groups = link_by(&old.documents, SHARED, told);
                groups.iter().flat_map(|g| link_by(g, LEAST_ONE, one_event)).collect()
            } else {
                vec![old.documents.clone()]
            };
            if groups.len() == 1 {
                stories.push(old);
                continue;
            }
            for documents in groups.into_iter().filter(|g| g.len() > 1) {
                let new = story(readings, documents, facts);
                parted.insert(new.id.clone());
                stories.push(new);
            }
        }
        self.story_of = index(&mut stories, readings.len());
        self.stories = stories;
        parted
    }
}

/// The days that an article names in its headline and its first lines.
fn lead_days(reading: &Reading) -> Vec<Date> {
    let end = reading.doc.article.title_len as usize + LEAD;
    let dates = reading.mentions.dates.iter().take_while(|d| (d.span.start as usize) < end);
    dates
        .filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time))
        .filter_map(|d| d.earliest.filter(|e| Some(*e) == d.latest))
        .collect()
}

/// Groups documents by average link as long as the best link is worth `least`; `worth` is none where two are not compared.
fn link_by(documents: &[u32], least: f32, worth: impl Fn(u32, u32) -> Option<f32>) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = documents.iter().map(|d| vec![*d]).collect();
    loop {
        let mut best: Option<(f32, usize, usize)> = None;
        for (i, a) in groups.iter().enumerate() {
            for (j, b) in groups.iter().enumerate().skip(i + 1) {
                let links = a.iter().flat_map(|x| b.iter().filter_map(|y| worth(*x, *y)));
                let (sum, n) = links.fold((0.0, 0), |(sum, n), w| (sum + w, n + 1));
                let mean = sum / n.max(1) as f32;
                if n > 0 && mean >= least && best.is_none_or(|(m, _, _)| mean > m) {
                    best = Some((mean, i, j));
                }
            }
        }
        let Some((_, i, j)) = best else { break };
        let joined = groups.remove(j);
        groups[i].extend(joined);
        groups[i].sort_unstable();
    }
    groups
}

/// Pairs of documents near in time with a cosine worth keeping, most similar first.
fn similar_pairs(bags: &[Bag]) -> Vec<(f32, u32, u32)> {
    // order of time; documents without a date stand at the end and see everything
    let mut order: Vec<u32> = (0..bags.len() as u32).collect();
    order.sort_by_key(|d| (bags[*d as usize].day.unwrap_or(i64::MAX), *d));
    let mut rank = vec![0u32; bags.len()];
    for (r, d) in order.iter().enumerate() {
        rank[*d as usize] = r as u32;
    }
    let mut index: FxHashMap<Stem, Vec<u32>> = FxHashMap::default();
    for (r, d) in order.iter().enumerate() {
        for k in &bags[*d as usize].keys {
            index.entry(*k).or_default().push(r as u32);
        }
    }
    let mut pairs: Vec<(f32, u32, u32)> = order
        .par_iter()
        .enumerate()
        .flat_map_iter(|(r, d)| {
            let own = &bags[*d as usize];
            let mut shared: FxHashMap<u32, f32> = FxHashMap::default();
            for (n, k) in own.keys.iter().enumerate() {
                let Some(list) = index.get(k) else { continue };
                let at = list.partition_point(|x| (*x as usize) < r);
                // earlier documents only: each pair is met once
                for other in list[..at].iter().rev().take(POSTINGS) {
                    let other_bag = &bags[order[*other as usize] as usize];
                    if !near(own.day, other_bag.day) {
                        if own.day.is_some() {
                            break;
                        }
                        continue;
                    }
                    *shared.entry(*other).or_default() += 1.0 - 0.02 * n as f32;
                }
            }
            let mut candidates: Vec<(f32, u32)> =
                shared.into_iter().filter(|s| s.1 >= 1.5).map(|(o, s)| (s, o)).collect();
            candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
            candidates.truncate(CANDIDATES);
            let mut found = Vec::new();
            for (_, other) in candidates {
                let e = order[other as usize];
                let c = similarity(own, &bags[e as usize]);
                if c >= KIN {
                    found.push((c, (*d).min(e), (*d).max(e)));
                }
            }
            found
        })
        .collect();
    pairs.par_sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// Raises pairs of two outlets whose articles are each other's nearest among the other outlets' on their days: of such
/// pairs with a cosine of 0.28 to 0.40 four of five are about one event (101 pairs of June 2018 read). Gives what was added.
fn nearest<'o>(
    bags: &[Bag],
    pairs: &mut [(f32, u32, u32)],
    outlet: impl Fn(u32) -> &'o str,
) -> FxHashMap<(u32, u32), f32> {
    let small = bags.len() < SMALL_RUN;
    let (least, added_to) = if small { (SMALL_LEAST, SMALL_NEAREST) } else { (LEAST_NEAREST, NEAREST) };
    let mut best: FxHashMap<u32, u32> = FxHashMap::default();
    for (_, a, b) in pairs.iter().take_while(|p| p.0 >= least) {
        let (free_a, free_b) = (!best.contains_key(a), !best.contains_key(b));
        if (free_a || free_b) && outlet(*a) != outlet(*b) {
            best.entry(*a).or_insert(*b);
            best.entry(*b).or_insert(*a);
        }
    }
    let mut added = FxHashMap::default();
    for (c, a, b) in pairs.iter_mut().take_while(|p| p.0 >= least) {
        let (x, y) = (&bags[*a as usize], &bags[*b as usize]);
        let days = x.day.zip(y.day).map_or(0, |(x, y)| (x - y).abs());
        if best.get(a) == Some(b) && best.get(b) == Some(a) && *c >= least && days <= 1 {
            let more = added_to + named(x, y);
            *c += more;
            added.insert((*a, *b), more);
        }
    }
    pairs.par_sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    added
}

/// How much like each document other articles of its own outlet are: the second to fourth nearest, as the nearest may
/// tell of the same event. An outlet that writes much about a subject tells of several events of it.
fn crowds<'o>(documents: usize, pairs: &[(f32, u32, u32)], outlet: impl Fn(u32) -> &'o str) -> Vec<f32> {
    let mut own: Vec<Vec<f32>> = vec![Vec::new(); documents];
    for (c, a, b) in pairs.iter().filter(|p| p.0 < COPY) {
        if outlet(*a) == outlet(*b) {
            for d in [*a, *b] {
                if own[d as usize].len() <= CROWD {
                    own[d as usize].push(*c);
                }
            }
        }
    }
    own.iter()
        .map(|c| (0..CROWD).map(|n| c.get(n + 1).copied().unwrap_or(UNLIKE)).sum::<f32>() / CROWD as f32)
        .collect()
}

/// What the crowds of two documents count against them.
fn beyond(crowds: &[f32], a: u32, b: u32) -> f32 {
    CROWDED * (0.5 * (crowds[a as usize] + crowds[b as usize]) - USUAL_CROWD)
}

/// Groups by average link, most similar pair first; only groups of two or more. What is alike is so by more than the
/// subject: each side's crowd counts against it.
fn average_link(
    bags: &[Bag],
    pairs: &[(f32, u32, u32)],
    nearest: &FxHashMap<(u32, u32), f32>,
    crowds: &[f32],
) -> Vec<Vec<u32>> {
    let beyond = |a: u32, b: u32| beyond(crowds, a, b);
    let mut pairs: Vec<(f32, u32, u32)> = pairs.iter().map(|(c, a, b)| (c - beyond(*a, *b), *a, *b)).collect();
    pairs.par_sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut sets = Sets::new(bags.len());
    let mut members: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (c, a, b) in &pairs {
        if *c < PAIR {
            break;
        }
        let (ra, rb) = (sets.root(*a), sets.root(*b));
        if ra == rb {
            continue;
        }
        let own = |r: u32| members.get(&r).cloned().unwrap_or_else(|| vec![r]);
        let (left, right) = (own(ra), own(rb));
        if left.len() + right.len() > STORY_SIZE {
            continue;
        }
        let days = left.iter().chain(&right).filter_map(|d| bags[*d as usize].day);
        let (low, high) = days.fold((i64::MAX, i64::MIN), |(l, h), d| (l.min(d), h.max(d)));
        if high != i64::MIN && high - low > WINDOW_DAYS {
            continue;
        }
        let mut sum = 0.0;
        for x in &left {
            for y in &right {
                sum += similarity(&bags[*x as usize], &bags[*y as usize]) - beyond(*x, *y);
                sum += nearest.get(&(*x.min(y), *x.max(y))).copied().unwrap_or(0.0);
            }
        }
        let grown = (left.len() + right.len()).saturating_sub(AFFAIR) as f32;
        if sum / ((left.len() * right.len()) as f32) < LINK + GROWN * grown {
            continue;
        }
        let root = sets.join(ra, rb);
        members.remove(&ra);
        members.remove(&rb);
        let mut all = left;
        all.extend(right);
        all.sort_unstable();
        members.insert(root, all);
    }
    let mut groups: Vec<Vec<u32>> = members.into_values().collect();
    groups.sort();
    groups
}

/// Share of the shorter text's shingles that the other has.
fn containment(a: &[u32], b: &[u32]) -> f32 {
    let (mut i, mut j, mut same) = (0, 0, 0usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                same += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let least = a.len().min(b.len());
    if least < 8 { 0.0 } else { same as f32 / least as f32 }
}

/// Voice of each reading: an id shared by those that carry the same text. Copies far apart in time are found through
/// the smallest shingles (a bottom sketch), agency text inside a story through its similar pairs.
fn voices(readings: &[Reading], bags: &[Bag], pairs: &[(f32, u32, u32)]) -> Vec<String> {
    const SKETCH: usize = 6;
    let mut sets = Sets::new(bags.len());
    let mut by_shingle: FxHashMap<u32, u32> = FxHashMap::default();
    for (d, bag) in bags.iter().enumerate() {
        for s in bag.shingles.iter().take(SKETCH) {
            // compare with the latest holder only: copies form chains
            if let Some(other) = by_shingle.insert(*s, d as u32)
                && sets.root(other) != sets.root(d as u32)
                && containment(&bags[other as usize].shingles, &bag.shingles) >= SAME_VOICE
            {
                sets.join(other, d as u32);
            }
        }
    }
    for (_, a, b) in pairs {
        if sets.root(*a) != sets.root(*b)
            && containment(&bags[*a as usize].shingles, &bags[*b as usize].shingles) >= SAME_VOICE
        {
            sets.join(*a, *b);
        }
    }
    (0..bags.len() as u32).map(|d| content_id("v", &[&readings[sets.root(d) as usize].doc.article.doc_id])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Mentions};

    fn reading(id: &str, day: Option<&str>, title: &str, body: &str) -> Reading {
        let article = Article {
            doc_id: id.into(),
            outlet: id.into(),
            title: title.into(),
            title_len: title.len() as u32,
            text: format!("{title}\n{body}").into(),
            published_local: day.map(|d| d.parse::<jiff::civil::Date>().unwrap().at(0, 0, 0, 0)),
            ..Article::default()
        };
        Reading { doc: crate::text::Document::new(article, Vec::new()), mentions: Mentions::default() }
    }

    const QUAKE: &str =
        "ضرب زلزال بقوة ست درجات مدينة تبريز فجرا وأدى إلى انهيار عشرات المنازل الطينية في القرى المجاورة";
    const QUAKE_TOO: &str = "انهيار منازل طينية في قرى مجاورة لمدينة تبريز بعد زلزال بقوة ست درجات وقع فجرا";
    const MATCH: &str = "تغلب فريق الترجي على ضيفه بهدفين دون رد في الجولة الثالثة من البطولة المحلية لكرة القدم";

    #[test]
    fn same_event_joins_with_and_without_dates() {
        for day in [Some("2024-03-02"), None] {
            let r = [
                reading("a", day, "زلزال يضرب تبريز", QUAKE),
                reading("b", day, "زلزال عنيف في تبريز", QUAKE_TOO),
                reading("c", day, "الترجي يفوز", MATCH),
            ];
            let g = group(&r);
            assert_eq!(g.stories.len(), 1);
            assert_eq!(g.stories[0].documents, [0, 1]);
            assert_eq!(g.story_of, [Some(0), Some(0), None]);
        }
    }

    #[test]
    fn same_words_a_month_later_are_another_story() {
        let r = [
            reading("a", Some("2024-03-02"), "زلزال يضرب تبريز", QUAKE),
            reading("b", Some("2024-04-12"), "زلزال يضرب تبريز", QUAKE_TOO),
        ];
        assert!(group(&r).stories.is_empty());
    }

    #[test]
    fn stories_are_parted_where_little_is_shared_for_the_days_between() {
        let quake = |id: &str, day: &str, text: &str| reading(id, Some(day), "زلزال يضرب تبريز", text);
        let r = [quake("a", "2024-03-02", QUAKE), quake("b", "2024-03-02", QUAKE_TOO), quake("c", "2024-03-04", QUAKE)];
        let shared = |near: u32, far: u32| FxHashMap::from_iter([((0, 1), near), ((0, 2), far), ((1, 2), far)]);
        let stories = |near, far| {
            let mut g = group(&r);
            assert_eq!(g.stories.len(), 1);
            let parted = g.part(&r, &shared(near, far));
            assert_eq!(parted.len(), g.stories.iter().filter(|s| s.documents.len() < 3).count());
            g.stories.into_iter().map(|s| s.documents).collect::<Vec<_>>()
        };
        assert_eq!(stories(6, 30), [[0, 1, 2]]);
        assert_eq!(stories(6, 4), [[0, 1]]);
        assert!(stories(0, 0).is_empty());
    }

    #[test]
    fn the_next_step_of_an_affair_is_another_story() {
        let quake = |id: &str, day: &str, text: &str| reading(id, Some(day), "زلزال يضرب تبريز", text);
        let r = [quake("a", "2024-03-02", QUAKE), quake("b", "2024-03-04", QUAKE_TOO)];
        let shared = |facts: u32| FxHashMap::from_iter([((0, 1), facts)]);
        let stories = |crowd: f32| {
            let mut g = group(&r);
            g.likenesses.get_mut(&(0, 1)).unwrap().crowd = crowd;
            g.part(&r, &shared(30));
            g.stories.len()
        };
        // two days apart the same facts are one event, unless the outlets write much about the subject
        assert_eq!(stories(-0.05), 1);
        assert_eq!(stories(0.2), 0);
    }

    #[test]
    fn copies_share_a_voice() {
        let r = [
            reading("a", None, "زلزال", QUAKE),
            reading("b", None, "زلزال آخر", QUAKE),
            reading("c", None, "الترجي", MATCH),
        ];
        let v = group(&r).voices;
        assert_eq!(v[0], v[1]);
        assert_ne!(v[0], v[2]);
    }
}
