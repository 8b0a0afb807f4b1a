//! Speakers of claims: dropped subjects, titles, re-mentions, and the entity behind the words.

mod held;
mod identify;
mod offices;
mod people;
mod words;

pub use self::held::across;
use self::identify::{Known, Speaker};
use self::offices::same_office_head;
use self::people::People;
use self::words::{content_words, has_close, is, title};
use crate::model::{Claim, ClaimKind, Entity, Reading, Span, SpeakerKind};
use crate::text::Document;
use crate::text::fold::fold;

/// Fills `speaker_entity` and `speaker_name` of every claim of a reading. `entities` is the run's list; the
/// mentions of the reading already point into it. Claims are read in order, so that الوزير and البيان find the
/// speaker they stand for before them. Near-linear: each claim looks at the mentions of its document once.
pub fn resolve(reading: &mut Reading, entities: &[Entity]) {
    let claims = &reading.mentions.claims;
    let people = People::new(&reading.doc, &reading.mentions.entities, claims, entities);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&i| {
        let c = &claims[i];
        (c.sentence, c.cue.map_or(c.span.start, |q| q.start), c.span.start)
    });
    let mut known: Vec<Known> = Vec::new();
    let mut of: Vec<usize> = Vec::new();
    for i in order {
        let c = &claims[i];
        if let Some(span) = c.speaker.or(c.speaker_from).filter(|_| c.kind != ClaimKind::Narrated) {
            let k = speaker(&people, &known, c, span);
            known.push(k);
            of.push(i);
        }
    }
    let mut names: Vec<(usize, Known)> = of.into_iter().zip(known).collect();
    named_later(&people, &mut names);
    headed(&people, &mut names);
    for (i, k) in names {
        let c = &mut reading.mentions.claims[i];
        c.speaker_entity = k.entity;
        c.speaker_kind = k.kind;
        c.speaker_name = k.name;
    }
}

/// Who speaks in a claim, whose speaker stands at `span`; `known` have spoken before.
fn speaker(people: &People, known: &[Known], c: &Claim, span: Span) -> Known {
    let mut k = Speaker::new(people, known, c, span).identify();
    if let Some(role) = c.speaker_role
        && let Some(name) = people.spoken_for(role, span, k.entity)
    {
        let keys = content_words(&name).into_iter().take(1).collect();
        k = Known::new(name, None, SpeakerKind::Role, content_words(people.doc.slice(role)), keys);
    }
    if k.is_bare_office()
        && let Some(id) = people.holder_of(span)
    {
        let name = &people.entity(id).name;
        k.words.extend(content_words(name));
        k = Known { name: name.clone(), entity: Some(id), kind: SpeakerKind::Named, ..k };
    }
    k.paper = paper(people.doc, c, span);
    k.channel = c.reported_by.and_then(|r| people.at(r)).and_then(|m| m.entity);
    k
}

/// The paper that a claim was made in (قال في بيان، أعلنت في تقرير), folded, or nothing.
fn paper(doc: &Document, c: &Claim, speaker: Span) -> String {
    let from = c.cue.map_or(c.span.start, |q| q.start).min(c.span.start).min(speaker.start);
    let to = c.span.start.max(c.cue.map_or(0, |q| q.end));
    let sentence = doc.sentences[c.sentence as usize].span;
    let before = doc.slice(Span { start: from.max(sentence.start), end: to.max(from).min(sentence.end).max(from) });
    let after =
        doc.slice(Span { start: c.span.end.min(sentence.end), end: sentence.end.max(c.span.end.min(sentence.end)) });
    let noun = |text: &str| {
        fold(text).split(|c: char| !c.is_alphanumeric()).find_map(|w| {
            let w = w.strip_prefix(['ب', 'و']).filter(|r| r.chars().count() > 3).unwrap_or(w);
            let w = ["ها", "هم", "ه", "ا"].iter().find_map(|s| w.strip_suffix(s)).unwrap_or(w);
            let whole = format!("{w}ه");
            [w, whole.as_str()].into_iter().find(|p| is(p, "paper")).map(str::to_string)
        })
    };
    noun(before).or_else(|| noun(after)).unwrap_or_default()
}

/// A headline's speaker is whoever speaks under it in the body.
fn headed(people: &People, names: &mut [(usize, Known)]) {
    for n in 0..names.len() {
        let (i, k) = &names[n];
        let c = &people.claims[*i];
        let told = if k.is_bare_office() {
            people.doc.sentences[c.sentence as usize].is_title.then(|| office_of_body(people, k, names)).flatten()
        } else if c.rule == "quote.headline" && k.is_person() {
            name_of_body(k, names)
        } else {
            None
        };
        if let Some(k) = told.cloned() {
            names[n].1 = k;
        }
    }
}

/// `وزير ألماني: …`: an office without a name is that of whoever speaks in the body and holds one of its kind, when
/// nobody else there does.
fn office_of_body<'a>(people: &People, k: &Known, names: &'a [(usize, Known)]) -> Option<&'a Known> {
    let own = content_words(&k.name);
    let his = |x: &Known| {
        people.offices.iter().any(|o| {
            o.entity == x.entity && same_office_head(&o.role, &own) && own[1..].iter().all(|w| has_close(&o.role, w))
        })
    };
    let mut body = names.iter().map(|(_, x)| x).filter(|x| own.len() > 1 && x.is_person() && his(x));
    let one = body.next()?;
    body.all(|y| y.entity == one.entity).then_some(one)
}

/// `الحريري: …`: a short name is that of whoever speaks in the body, when the person that it stands for does not.
fn name_of_body<'a>(k: &Known, names: &'a [(usize, Known)]) -> Option<&'a Known> {
    let mut body = names.iter().map(|(_, x)| x).filter(|x| !std::ptr::eq(*x, k) && x.is_person());
    let short = k.words.last()?;
    if body.clone().any(|x| x.entity == k.entity) {
        return None;
    }
    body.find(|x| content_words(&x.name).last() == Some(short))
}

/// قال رئيس الهيئة … وأضاف فلان: whoever goes on speaking is the office that spoke right before, when nobody else could
/// be meant: the office has no name of its own, and the person was not heard before.
fn named_later(people: &People, names: &mut [(usize, Known)]) {
    const ON: [&str; 6] = ["أضاف", "تابع", "أردف", "استطرد", "واصل", "أكمل"];
    for n in 1..names.len() {
        let c = &people.claims[names[n].0];
        let (told, [(_, k), ..]) = names.split_at_mut(n) else { continue };
        if !k.is_person() || c.speaker.is_none() || told.iter().any(|(_, x)| x.entity == k.entity) {
            continue;
        }
        // وذلك بعد إدانتها كذا: what a verbal noun tells on the way is nobody's turn
        let turn = told.iter().rfind(|(i, _)| people.claims[*i].rule != "quote.noun-cue");
        let Some((i, office)) = turn.filter(|(_, x)| x.is_bare_office()) else { continue };
        let gap = c.sentence.saturating_sub(people.claims[*i].sentence);
        let on = ON.contains(&c.cue_lemma.as_str());
        if gap > 2 || !(on || gap == 1 && told_before(people, c, office, k)) {
            continue;
        }
        let name = office.name.clone();
        for (_, x) in told.iter_mut().filter(|(_, x)| x.is_bare_office() && x.name == name) {
            *x = Known { words: x.words.clone(), keys: x.keys.clone(), paper: x.paper.clone(), ..k.clone() };
        }
    }
}

/// أكد المتحدث باسم الوزارة أن …. وأكد فلان أن: nobody says who he is, so that he was told before.
fn told_before(people: &People, c: &Claim, office: &Known, k: &Known) -> bool {
    c.speaker_role.is_none()
        && office.words.first().is_some_and(|w| is(w, "speaking"))
        // أوضح بهذا الصدد فلان: no office
        && !people.offices.iter().any(|o| o.entity == k.entity && o.role.first().is_some_and(|w| title(w)))
        && c.speaker.is_some_and(|s| {
            people.mentions.iter().find(|m| m.entity == k.entity).is_none_or(|m| m.span.end > s.start)
        })
}

#[cfg(test)]
mod tests {
    use super::words::house;

    #[test]
    fn institutions_are_none_of_their_people() {
        assert!(house("مستشفي") && house("شركه") && !house("رييس"));
    }
}
