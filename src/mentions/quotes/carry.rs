//! Speakers that are not said again: dropped subjects and participles take the last speaker that agrees.

use super::cues::{Agreement, class};
use super::phrase::Phrase;
use super::{Draft, How, Scan};
use crate::model::{ClaimKind, SpeakerKind};

/// Farthest speaker back, in sentences: 94 % are within four, hardly any beyond this.
const FAR: usize = 10;

struct Past {
    phrase: Phrase,
    agreement: Option<Agreement>,
    sentence: usize,
}

/// Fills `Draft::from` of every draft without a speaker. "Take the last overt speaker" is right in 24 of 30 cases read
/// by hand; gender agrees in 89 %, so a speaker that does not agree is passed over when another does. Linear.
pub fn carry(scan: &Scan, drafts: &mut [Draft]) {
    let mut past: Vec<Past> = Vec::new();
    for d in drafts.iter_mut() {
        if let Some(p) = d.speaker {
            past.push(Past {
                phrase: p,
                agreement: d
                    .agreement
                    .filter(|_| d.how == How::Overt || d.how == How::Before)
                    .map(|a| shown(scan, &p, a))
                    .or_else(|| guess(scan, &p)),
                sentence: d.sentence,
            });
            continue;
        }
        if d.from.is_some() {
            if let Some(p) = d.from {
                past.push(Past { phrase: p, agreement: guess(scan, &p), sentence: d.sentence });
            }
            continue;
        }
        // a participle belongs to the subject of its own sentence
        if d.how == How::Participle {
            if let Some(p) = past.last().filter(|p| p.sentence == d.sentence) {
                d.from = Some(p.phrase);
                continue;
            }
            if let Some(p) = subject(scan, d) {
                d.from = Some(p);
                past.push(Past { phrase: p, agreement: guess(scan, &p), sentence: d.sentence });
                continue;
            }
        }
        let near = past.iter().rev().take(8).filter(|p| d.sentence.saturating_sub(p.sentence) <= FAR);
        let pick = match d.agreement {
            Some(a) => near.clone().find(|p| p.agreement.is_none_or(|b| agrees(a, b))).or_else(|| near.clone().next()),
            None => near.clone().next(),
        };
        if let Some(p) = pick {
            d.from = Some(p.phrase);
            // a speaker that goes on speaking stays the nearest
            let (phrase, agreement) = (p.phrase, p.agreement);
            past.push(Past { phrase, agreement, sentence: d.sentence });
        } else if let Some(p) = subject(scan, d).or_else(|| lede(scan, d)) {
            d.from = Some(p);
            past.push(Past { phrase: p, agreement: guess(scan, &p), sentence: d.sentence });
        } else {
            d.confidence -= 0.15;
        }
        if d.kind == ClaimKind::Narrated {
            d.from = None;
        }
    }
}

fn agrees(a: Agreement, b: Agreement) -> bool {
    a == b || matches!((a, b), (Agreement::Plural, Agreement::Dual) | (Agreement::Dual, Agreement::Plural))
}

/// A verb before its subject is singular whatever the subject: the phrase's own number wins.
fn shown(scan: &Scan, p: &Phrase, verb: Agreement) -> Agreement {
    let w = scan.stem(p.start);
    if p.kind != SpeakerKind::Named && (w.ends_with("ون") || w.ends_with("ين") && w.starts_with("ال")) {
        Agreement::Plural
    } else {
        verb
    }
}

/// Gender and number of a phrase from its head.
fn guess(scan: &Scan, p: &Phrase) -> Option<Agreement> {
    let w = scan.stem(p.start);
    if w.ends_with("ون") || w.ends_with("يين") {
        return Some(Agreement::Plural);
    }
    if w.ends_with('ه') {
        return Some(Agreement::Feminine);
    }
    scan.tags[p.start].is(class::ROLE | class::DOC).then_some(Agreement::Masculine)
}

/// The subject of a sentence whose main verb is no cue: the first office, institution or tagged name after it.
fn subject(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = scan.doc.sentences[d.sentence].tokens.start as usize;
    let mut k = first;
    while k < cue {
        let t = &scan.tags[k];
        if t.is(class::ROLE | class::ORG | class::ANON | class::DOC)
            || (t.entity != 0 && scan.entity_kind(k) != Some(crate::model::EntityKind::Other))
        {
            if t.attached == super::tags::Attached::None
                && let Some(p) = scan.phrase(k, cue, super::phrase::Mode { object: true, ..Default::default() })
            {
                return Some(p);
            }
        }
        if k > first + 8 {
            break;
        }
        k += 1;
    }
    None
}

/// Nothing said so far: the first person or institution of the article.
fn lede(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let end = scan.doc.sentences[d.sentence].tokens.start as usize;
    let from = scan.mentions.entities.iter().find(|e| e.kind == crate::model::EntityKind::Person)?;
    let k = scan.doc.token_at(from.span.start);
    (k < end).then(|| {
        let to = (k..end).find(|&j| scan.doc.tokens[j].span.start >= from.span.end).unwrap_or(end);
        Phrase { start: k, end: to, name: (k, to), role: None, kind: SpeakerKind::Named, next: to }
    })
}
