//! Claims in the outlet's own voice: factual sentences that carry a number or a date with an event word, for the
//! comparison across outlets.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::lang::lexicon::Lexicon;
use crate::mentions::ranks::RANK;
use crate::model::{Claim, ClaimKind, Mentions, Polarity, Span, SpeakerKind, TokenKind};
use crate::text::Document;
use crate::text::clitics;
use crate::text::fold::fold;

/// Words of events.
pub const EVENTS: &str = include_str!("../../lang/ar/events.tsv");

/// At most so many an article: the first tell the news, later ones the background.
const MOST: usize = 6;
/// Sentences of the body that are read.
const SENTENCES: usize = 14;

fn events() -> &'static FxHashSet<String> {
    static SET: OnceLock<FxHashSet<String>> = OnceLock::new();
    SET.get_or_init(|| {
        let l = Lexicon::parse("events.tsv", EVENTS);
        let form = l.column("form");
        l.rows.iter().map(|r| fold(r.get(form))).collect()
    })
}

/// Adds narrated claims to the attributed ones. Linear in the first sentences.
pub fn add(doc: &Document, mentions: &Mentions, claims: &mut Vec<Claim>) {
    let events = events();
    let mut added = 0;
    let attributed = claims.len();
    let mut body = 0;
    for (s, sentence) in doc.sentences.iter().enumerate() {
        if added >= MOST || body >= SENTENCES {
            break;
        }
        if !sentence.is_title {
            body += 1;
        }
        let mut range = doc.sentence_tokens(s);
        let of = |c: &&Claim| c.span.overlaps(sentence.span) || c.cue.is_some_and(|q| q.overlaps(sentence.span));
        let said = claims[..attributed].iter().filter(of);
        if let Some(start) = said.map(|c| c.speaker.map_or(c.span.start, |p| p.start.min(c.span.start))).min() {
            // 12 قتيلا في تفجير.. ومسؤول: …: what stands before the dots of a headline
            let dots = |k: usize| doc.fold_of(k) == "." && doc.fold_of(k - 1) == "." || doc.fold_of(k) == "..";
            let Some(end) =
                (range.start + 1..range.end).find(|&k| sentence.is_title && dots(k) && doc.tokens[k].span.end <= start)
            else {
                continue;
            };
            range.end = end;
        }
        if range.len() < 4 || range.len() > 80 {
            continue;
        }
        let mut number = mentions.quantities.iter().any(|q| q.unit != RANK && sentence.span.contains(q.span))
            || mentions.dates.iter().any(|d| sentence.span.contains(d.span));
        let mut place = mentions.entities.iter().filter(|e| sentence.span.contains(e.span)).count() > 0;
        let mut event = false;
        for i in range.clone() {
            match doc.tokens[i].kind {
                TokenKind::Number => number = true,
                TokenKind::Arabic => {
                    let w = doc.fold_of(i);
                    event |= clitics::splits(w, 3)
                        .any(|cut| events.contains(clitics::strip_article(&w[cut..])) || events.contains(&w[cut..]));
                }
                _ => {}
            }
        }
        place |= mentions.entities.is_empty();
        if !(event && number && place) {
            continue;
        }
        let mut last = range.end;
        while last > range.start + 1
            && doc.tokens[last - 1].kind == TokenKind::Punct
            && matches!(doc.fold_of(last - 1), "." | "،" | ":")
        {
            last -= 1;
        }
        let first = doc.tokens[range.start].span.start;
        claims.push(Claim {
            span: Span { start: first, end: doc.tokens[last - 1].span.end },
            kind: ClaimKind::Narrated,
            cue: None,
            cue_lemma: String::new(),
            attitude: "",
            polarity: Polarity::Affirmed,
            speaker: None,
            speaker_role: None,
            speaker_kind: SpeakerKind::None,
            speaker_from: None,
            reported_by: None,
            fragments: Vec::new(),
            sentence: s as u32,
            rule: "quote.narrated",
            confidence_0_1: 0.6,
            speaker_entity: None,
            speaker_name: String::new(),
        });
        added += 1;
    }
}
