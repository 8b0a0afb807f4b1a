//! Denials that no claim holds, as a clause or some words by the way stand between the denier and what he denies (`نفت روسيا التي تستضيف
//! البطولة أي ضلوع لها`, `نفى الوزير في الماضي تلك المزاعم`).

use std::borrow::Cow;
use std::ops::Range;

use super::positions::{Position, charge, denies, position};
use crate::compare::facts::answers;
use crate::link::align::{Sent, View};
use crate::model::*;
use crate::text::clitics;

/// Words behind the denier among which stands what is denied, where a relative clause is told of him before.
const CLAUSE: usize = 20;
/// The same where some words by the way stand before it (`في الماضي`).
const BY_THE_WAY: usize = 4;
/// Words of a denied part that are shown.
const DENIED: usize = 9;

/// Rule of a claim that stands for such a denial.
pub(super) const UNCLAIMED: &str = "denial";

/// Who denies what, by words.
struct Denial {
    sentence: usize,
    verb: usize,
    denier: Range<usize>,
    object: Range<usize>,
}

/// The denials of a text that none of its claims holds. Cost: its words times its claims, where a verb of denying stands.
pub(super) fn unclaimed<'a>(view: usize, v: &View<'a>) -> Vec<Position<'a>> {
    let mut out = Vec::new();
    let relatives = answers::relatives(v);
    for (n, s) in v.sentences.iter().enumerate() {
        for verb in (s.from..s.to).filter(|t| answers::is_verb_of_denying(v.word(*t))) {
            let Some(denier) = denier(v, s, verb) else { continue };
            let from = denier.end.max(verb + 1);
            let Some(object) = object(v, from, s.to) else { continue };
            let (cue, what) = (v.span(verb, verb + 1), v.span(object.start, object.end));
            let mut claims = v.reading.mentions.claims.iter();
            let held = claims.any(|c| denies(c) && (c.span.overlaps(what) || c.cue.is_some_and(|q| q.overlaps(cue))));
            let pointed = relatives.iter().any(|x| x.sentence == n && x.words.start <= verb && verb < x.words.end);
            if !held && !pointed {
                out.push(position(view, v, Cow::Owned(claim(v, &Denial { sentence: n, verb, denier, object }))));
            }
        }
    }
    out
}

/// Who denies: who is named right behind the verb, or right before it.
fn denier(v: &View, s: &Sent, verb: usize) -> Option<Range<usize>> {
    let named = |r: &Range<usize>| r.clone().any(|t| v.entity_at(t).is_some_and(|e| e.kind != EntityKind::Other));
    answers::named_from(v, verb + 1, s.to).filter(named).or_else(|| {
        let at = verb.checked_sub(1).filter(|t| *t >= s.from)?;
        let e = v.entity_at(at).filter(|e| e.kind != EntityKind::Other)?;
        let words = v.words_of(e.span);
        // `إحدى الشخصيات في أوروبا ينفي`
        let after_preposition =
            words.start > s.from && matches!(v.word(words.start - 1), "في" | "من" | "عن" | "الي" | "مع");
        (words.end == verb && words.start >= s.from && !after_preposition).then_some(words)
    })
}

/// Is a word a part in a deed with whose it is (`ضلوعها`, `علاقته`)?
fn own_part(word: &str) -> bool {
    let part = |w: &str| charge(w) == Some(false);
    ["ها", "هم", "ه"].iter().filter_map(|p| word.strip_suffix(p)).any(|bare| {
        part(bare) && !bare.ends_with('ه') || bare.strip_suffix('ت').is_some_and(|stem| part(&format!("{stem}ه")))
    })
}

/// What is denied from a word on: any part in a deed, one's own part in it, or charges that have been told.
fn object(v: &View, from: usize, end: usize) -> Option<Range<usize>> {
    let relative = from < end && matches!(v.word(from), "التي" | "الذي" | "الذين");
    let reach = end.min(from + if relative { CLAUSE } else { BY_THE_WAY });
    let any = |w: &str| matches!(w, "اي" | "ايه");
    let told = |w: &str| matches!(w, "هذه" | "تلك" | "كل" | "جميع" | "كافه" | "هذا");
    let at = (from..reach)
        .take_while(|t| !matches!(v.word(*t), "ان" | "بان" | "انه" | "انها") && !answers::is_denying(v.word(*t)))
        .find(|t| {
            let (w, before) = (v.word(*t), v.word(t - 1));
            charge(w) == Some(false) && any(before)
                || own_part(w)
                || charge(w) == Some(true) && w.starts_with("ال") && told(before)
        })?;
    let before = v.word(at - 1);
    let start = if at > from && (any(before) || told(before)) { at - 1 } else { at };
    // words of another verb, or of what he does else, are not by the way
    let by_the_way = |t: usize| v.terms[t].light || answers::is_adverb(v.word(t)) || !answers::comma(v, t);
    if !relative && !(from..start).all(by_the_way) {
        return None;
    }
    let to = (at + 1..end.min(at + DENIED)).find(|t| answers::comma(v, *t)).unwrap_or(end.min(at + DENIED));
    Some(start..to)
}

/// The denial as a claim.
fn claim(v: &View, d: &Denial) -> Claim {
    let by = v.span(d.denier.start, d.denier.end);
    let mentions = &v.reading.mentions;
    let entity = mentions.entities.iter().rfind(|e| by.contains(e.span));
    let id = entity.and_then(|e| e.entity);
    let known = mentions.claims.iter().find(|c| id.is_some() && c.speaker_entity == id && !c.speaker_name.is_empty());
    let name = || v.reading.doc.name_at(entity.map_or(by, |e| e.span));
    Claim {
        span: v.span(d.object.start, d.object.end),
        kind: ClaimKind::Indirect,
        cue: Some(v.span(d.verb, d.verb + 1)),
        cue_lemma: "نفى".into(),
        attitude: "deny",
        polarity: Polarity::Denied,
        speaker: Some(entity.map_or(by, |e| e.span)),
        speaker_role: None,
        speaker_kind: SpeakerKind::default(),
        speaker_from: None,
        reported_by: None,
        fragments: Vec::new(),
        sentence: v.sentences[d.sentence].index,
        rule: UNCLAIMED,
        confidence_0_1: 0.5,
        speaker_entity: id,
        speaker_name: known.map_or_else(name, |c| c.speaker_name.clone()),
    }
}

/// Does a denial point to charges that it does not repeat (`تلك المزاعم`), and say nothing more?
pub(super) fn of_told_charges(v: &View, d: &Position) -> bool {
    let words = v.words_of(d.claim.span);
    let told = |t: usize| {
        matches!(clitics::strip_conjunction(v.word(t)), "هذه" | "تلك" | "هذا")
            && t + 1 < words.end
            && charge(v.word(t + 1)) == Some(true)
    };
    d.denies && d.points && words.clone().take(3).any(told)
}
