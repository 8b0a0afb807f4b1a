//! Bodies that are named by what they are for: الجمعية الوطنية + لرعاية الطفولة.

use super::super::orgs;
use super::name::Name;
use super::{Change, Look, NOUN_LEAST};
use crate::lang::gaz::{Gazetteer, bits};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityKind, EntityMention, Reading, TokenKind};

/// Words with لل that are no field of a body.
static NO_FIELDS: Words = Words::new(&words::NAMES, "no field");

/// Words with لل that have their object behind a preposition.
static DEEDS: Words = Words::new(&words::NAMES, "field with a preposition");

/// Words of a field behind its first.
const FIELD_MOST: usize = 4;

/// Heads of bodies that stand for themselves, whatever stands behind them with ل.
const WHOLE: [&str; 10] = [
    "army",
    "police",
    "national_team",
    "media",
    "embassy",
    "club",
    "armed",
    "parliament",
    "municipality",
    "government",
];

/// Is this form a definite head of bodies with nothing but adjectives behind it, in no list?
pub(super) fn generic(form: &str, gaz: &Gazetteer) -> bool {
    let mut words = form.split(' ');
    let first = words.next().unwrap_or_default();
    let head = first.strip_prefix("ال").and_then(|w| gaz.head(first).or_else(|| gaz.head(w)));
    let mut adjectives = 0;
    let only = words.all(|w| {
        adjectives += 1;
        w.starts_with("ال") && (w.ends_with("يه") || w.ends_with('ي') || gaz.demonym(w).is_some() || orgs::is_field(w))
    });
    head.is_some_and(|h| !WHOLE.contains(&h.kind) || matches!(first, "الاداره" | "الرئاسه"))
        && only
        && adjectives > 0
        && gaz.classes(form) == 0
}

/// Does a word with ل stand right behind the mention, that may say what a body is for?
pub(super) fn field_behind(r: &Reading, look: &Look, to: usize, m: &EntityMention) -> bool {
    let Some(&token) = look.words.get(to) else { return false };
    let (token, doc) = (token as usize, &r.doc);
    let word = doc.fold_of(token);
    let Some(noun) = word.strip_prefix('ل') else { return false };
    let near = token > 0 && doc.tokens[token - 1].span.end == m.span.end;
    let whole = noun.strip_prefix('ل').map(|n| format!("ال{n}"));
    let noun = whole.as_deref().unwrap_or(noun);
    let gaz = Gazetteer::get();
    near && doc.tokens[token].kind != TokenKind::Punct
        && token < doc.sentence_tokens(m.sentence as usize).end
        && noun.chars().count() >= 3
        // لنفسه
        && !doc.text_of(token).ends_with('ه')
        && word.chars().all(char::is_alphabetic)
        && !entities::mend::closes(word)
        && !entities::mend::closes(noun)
        && !NO_FIELDS.has(word)
        && gaz.part(word).is_none()
        // to an agency somebody speaks
        && gaz.head(noun).is_none_or(|h| !matches!(h.kind, "agency" | "media"))
        && gaz.classes(noun) & bits::MEDIA == 0
        && (whole.is_some() || entities::news().lexicon().get(noun).is_some_and(|e| e.count >= NOUN_LEAST))
}

/// The body with the field behind it: للصحفيين + التونسيين, لحقوق + الإنسان, للإنشاء + والتعمير. A noun without the article
/// goes on to the definite one or the place that it belongs to.
pub(super) fn completed(name: &Name) -> Option<Change> {
    let &Name { r, look, k, m, from, to, gaz, .. } = name;
    if m.kind != EntityKind::Organisation || !field_behind(r, look, to, m) {
        return None;
    }
    let doc = &r.doc;
    let sentence = doc.sentence_tokens(m.sentence as usize).end;
    // the words behind, with nothing between them and no person among them
    let word = |i: usize| {
        let token = *look.words.get(i)? as usize;
        let person = || {
            let names = look.at.iter().zip(&r.mentions.entities).skip(k + 1).take(FIELD_MOST);
            names.into_iter().any(|(a, n)| n.kind == EntityKind::Person && a.0 <= i && i < a.1)
        };
        (token < sentence && token == look.words[i - 1] as usize + 1 && !person()).then(|| doc.fold_of(token))
    };
    let definite = |w: &str| w.starts_with("ال") && w.chars().count() >= 5;
    let placed = |w: &str| gaz.classes(w) & (bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE) != 0;
    let mut end = to + 1;
    if !doc.fold_of(look.words[to] as usize).starts_with("لل") {
        let last =
            (end..end + FIELD_MOST).map_while(|i| word(i).map(|w| (i, w))).find(|(_, w)| definite(w) || placed(w));
        let (i, w) = last?;
        let bare =
            (to + 1..i).all(|j| word(j).is_some_and(|w| !entities::mend::closes(w) && !w.starts_with(['و', 'ب', 'ل'])));
        if !bare || entities::mend::closes(w) {
            return None;
        }
        end = i + 1;
    }
    // an adjective in the same number; a second noun
    let adjective = |w: &str| {
        definite(w)
            && !entities::mend::closes(w)
            && gaz.head(w).is_none()
            && gaz.title(w).is_none()
            && (w.ends_with("يه") || w.ends_with("يين") || w.ends_with("يات") || w.ends_with('ي') || orgs::is_field(w))
    };
    let second = |w: &str| {
        w.strip_prefix('و').is_some_and(|n| {
            definite(n)
                && gaz.head(n).is_none()
                && gaz.title(n).is_none()
                && gaz.classes(n) == 0
                && gaz.demonym(n).is_none()
        })
    };
    for fits in [&adjective as &dyn Fn(&str) -> bool, &second, &adjective] {
        if word(end).is_some_and(fits) {
            end += 1;
        }
    }
    // للرقابة + على الصادرات
    if end == to + 1
        && DEEDS.has(doc.fold_of(look.words[to] as usize))
        && word(end).is_some_and(|w| matches!(w, "علي" | "من" | "عن" | "ضد"))
        && word(end + 1).is_some_and(definite)
    {
        end += 2;
        if word(end).is_some_and(adjective) {
            end += 1;
        }
    }
    // a name that begins within is taken in whole
    let taken = look.at[k + 1..].iter().take(FIELD_MOST).find(|b| b.0 < end && b.1 > end);
    Some(Change::Set(from, taken.map_or(end, |b| b.1), m.kind))
}

/// Is a body of this form named by what it is for at least every second time?
pub(super) fn mostly(named: u32, with_field: u32) -> bool {
    with_field >= 2 && 2 * with_field >= named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::gaz::key;

    #[test]
    fn heads_with_adjectives_alone_are_generic() {
        let gaz = Gazetteer::get();
        assert!(generic(&key("اللجنة الوطنية"), gaz) && generic(&key("الجمعية الأمريكية"), gaz));
        assert!(!generic(&key("جمعية الهلال"), gaz) && !generic(&key("اللجنة"), gaz));
    }
}
