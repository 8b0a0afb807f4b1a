//! Claims of two outlets about the same thing.
//!
//! Only claims that stand in aligned sentences of one story (or of kin articles) are compared: the shared telling
//! stems are the blocking keys. The score joins wording, names, numbers and speaker, and ranks pairs; it is no
//! probability. Worked values: word for word the same by the same speaker 1.0; the same content in other words by the
//! same speaker about 0.7; same subject, other content about 0.35.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::link::align::{self, Bag, View};
use crate::link::similarity::jaro_winkler;
use crate::link::stories::{Grouped, several_outlets};
use crate::model::*;
use crate::text::fold::fold;

/// Least score of a pair worth listing.
const LEAST: f64 = 0.26;
/// Shared weight over mean weight from which two claims say the same.
const SAME: f32 = 0.60;
/// As much for a denial to be of the same thing.
const OPPOSED: f32 = 0.75;
/// Share of the shorter claim in the longer from which one is the fuller version of the other.
const WITHIN: f32 = 0.72;
/// Claims of less weight (a word or two) match only when whole.
const SHORT: f32 = 1.2;

/// A claim as bag and word range.
struct Said {
    claim: u32,
    bag: Bag,
    mass: f32,
    names: Vec<u32>,
    numbers: Vec<String>,
}

fn said(view: &View) -> Vec<Said> {
    let mentions = &view.reading.mentions;
    mentions
        .claims
        .iter()
        .enumerate()
        .filter_map(|(i, c)| {
            let words = view.words_of(c.span);
            if words.is_empty() {
                return None;
            }
            let (bag, mass) = view.bag(words);
            let names = mentions.entities.iter().filter(|e| c.span.contains(e.span)).filter_map(|e| e.entity).collect();
            let numbers = mentions
                .quantities
                .iter()
                .filter(|q| c.span.contains(q.number_span))
                .map(|q| format!("{} {}", q.value, q.unit))
                .collect();
            Some(Said { claim: i as u32, bag, mass, names, numbers })
        })
        .collect()
}

/// Matches claims inside each story and between kin articles, best first within a pair of documents. Cost: document
/// pairs of a story times the claims that stand in aligned sentences.
pub fn match_claims(readings: &[Reading], entities: &[Entity], grouped: &Grouped) -> Vec<ClaimMatch> {
    let mut found = match_stories(readings, entities, grouped, |_| true);
    found.extend(
        grouped
            .kin
            .par_iter()
            .flat_map_iter(|(a, b)| {
                let mut out = Vec::new();
                if readings[*a as usize].doc.article.outlet != readings[*b as usize].doc.article.outlet {
                    let (x, y) = (
                        View::new(*a, &readings[*a as usize], &grouped.weights).in_families(),
                        View::new(*b, &readings[*b as usize], &grouped.weights).in_families(),
                    );
                    let (p, q) = (said(&x), said(&y));
                    pair(&x, &p, &y, &q, entities, "", &mut out);
                }
                out
            })
            .collect::<Vec<_>>(),
    );
    sort(&mut found);
    found
}

/// Matches claims inside the stories of these ids only, as those that were parted.
pub fn match_again(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    stories: &FxHashSet<String>,
) -> Vec<ClaimMatch> {
    match_stories(readings, entities, grouped, |id| stories.contains(id))
}

/// The order of the table: by story and place.
pub fn sort(matches: &mut [ClaimMatch]) {
    matches.sort_by(|x, y| (&x.story, x.a, x.b).cmp(&(&y.story, y.a, y.b)));
}

fn match_stories(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    wanted: impl Fn(&str) -> bool + Sync,
) -> Vec<ClaimMatch> {
    grouped
        .stories
        .par_iter()
        .flat_map_iter(|story| {
            if !wanted(&story.id) || !several_outlets(readings, &story.documents) {
                return Vec::new();
            }
            let views: Vec<View> = story
                .documents
                .iter()
                .map(|d| View::new(*d, &readings[*d as usize], &grouped.weights).in_families())
                .collect();
            let claims: Vec<Vec<Said>> = views.iter().map(said).collect();
            let mut out = Vec::new();
            for i in 0..views.len() {
                for j in i + 1..views.len() {
                    if align::compared(&views, i, j) {
                        pair(&views[i], &claims[i], &views[j], &claims[j], entities, &story.id, &mut out);
                    }
                }
            }
            out
        })
        .collect()
}

/// The same speaker? None when one of them is not known.
pub fn same_speaker(a: &Claim, b: &Claim) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.speaker_entity, b.speaker_entity) {
        return Some(x == y);
    }
    let (x, y) = (fold(&a.speaker_name), fold(&b.speaker_name));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    if x == y || x.contains(&y) || y.contains(&x) {
        return Some(true);
    }
    Some(jaro_winkler(&x, &y) >= 0.92)
}

/// Partners of one claim in another document.
const PARTNERS: usize = 3;

fn pair(
    a: &View,
    left: &[Said],
    b: &View,
    right: &[Said],
    entities: &[Entity],
    story: &str,
    out: &mut Vec<ClaimMatch>,
) {
    let mut found: Vec<(f64, ClaimMatch)> = Vec::new();
    for x in left {
        for y in right {
            let both = align::overlap(&x.bag, &y.bag);
            let least = x.mass.min(y.mass);
            if both < 0.5 || both < 0.2 * least {
                continue;
            }
            let (p, q) = (&a.reading.mentions.claims[x.claim as usize], &b.reading.mentions.claims[y.claim as usize]);
            // two narrated sentences are told apart in the facts
            if p.kind == ClaimKind::Narrated && q.kind == ClaimKind::Narrated && both < 0.5 * least {
                continue;
            }
            let dice = 2.0 * both / (x.mass + y.mass);
            let within = (both / least.max(0.01)).min(1.0);
            if least < SHORT && dice < 0.75 {
                continue;
            }
            let speaker = same_speaker(p, q);
            let names = x.names.iter().filter(|n| y.names.contains(n)).count();
            let numbers = x.numbers.iter().filter(|n| y.numbers.contains(n)).count();
            let score = f64::from(0.55 * dice + 0.3 * within)
                + match speaker {
                    Some(true) => 0.15,
                    None => 0.05,
                    Some(false) => 0.0,
                }
                + 0.03 * names.min(2) as f64
                + 0.04 * numbers.min(2) as f64;
            let score = (score.min(1.0) * 1000.0).round() / 1000.0;
            if score < LEAST {
                continue;
            }
            let mut reasons = vec![format!("wording {dice:.2}"), format!("contained {within:.2}")];
            match speaker {
                Some(true) => reasons.push(format!("same speaker: {}", p.speaker_name)),
                Some(false) => reasons.push(format!("speakers: {} / {}", p.speaker_name, q.speaker_name)),
                None => {}
            }
            if names > 0 {
                let shared: Vec<&str> = x
                    .names
                    .iter()
                    .filter(|n| y.names.contains(n))
                    .map(|n| entities[*n as usize].name.as_str())
                    .collect();
                reasons.push(format!("names: {}", shared.join("، ")));
            }
            if numbers > 0 {
                let shared: Vec<&str> = x.numbers.iter().filter(|n| y.numbers.contains(n)).map(|n| n.trim()).collect();
                reasons.push(format!("numbers: {}", shared.join("، ")));
            }
            // a negated content is often the same content ("is not aware" / "does not know"); a denying cue is not
            let denied = |c: &Claim| c.polarity == Polarity::Denied;
            let relation = if dice >= SAME || within >= WITHIN {
                if denied(p) != denied(q) && dice >= OPPOSED {
                    reasons.push(format!("polarity: {} / {}", p.polarity.as_str(), q.polarity.as_str()));
                    Relation::Contradict
                } else if dice >= SAME {
                    Relation::Agree
                } else {
                    reasons.push("one is fuller".into());
                    Relation::Compatible
                }
            } else {
                Relation::Related
            };
            let (ca, cb) = (ClaimRef { doc: a.doc, claim: x.claim }, ClaimRef { doc: b.doc, claim: y.claim });
            let (ca, cb) = if ca <= cb { (ca, cb) } else { (cb, ca) };
            found.push((
                score,
                ClaimMatch { story: story.to_string(), a: ca, b: cb, score_0_1: score, relation, reasons },
            ));
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1.a, x.1.b).cmp(&(y.1.a, y.1.b))));
    let mut used: Vec<ClaimRef> = Vec::new();
    for (_, m) in found {
        let uses = |r: &ClaimRef| used.iter().filter(|u| *u == r).count();
        if uses(&m.a) < PARTNERS && uses(&m.b) < PARTNERS {
            used.push(m.a);
            used.push(m.b);
            out.push(m);
        }
    }
}
