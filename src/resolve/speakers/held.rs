//! Who holds an office that stands without a name: by the article's other words, by the lists, by the story.

use rayon::prelude::*;

use super::offices::{Office, offices, same_office_head};
use super::people::People;
use super::words::{close, content_words, has_close, house, nations, personal, plain, title};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Claim, ClaimKind, Entity, EntityKind, EntityMention, Reading, Span, SpeakerKind, Story};
use crate::resolve::offices as titles;
use crate::text::{Document, clitics};

/// The year that a document is of, or 0.
pub fn year(doc: &Document) -> u16 {
    doc.article.published_date().map_or(0, |d| d.year().unsigned_abs())
}

/// Do the lists have the person in the office in that year?
pub fn in_office(e: &Entity, office: &titles::Office, year: u16) -> bool {
    Gazetteer::get().tenures_of(&key(&e.name)).any(|t| {
        t.office == office.office
            && (t.country == office.country || office.country.is_empty())
            && (t.from..=t.to).contains(&year)
    })
}

/// The one person among those mentioned who holds a listed office: under other words for it (رئيس الوزراء التركي, رئيس الحكومة
/// التركية), or by the lists.
fn listed<'a>(
    office: &titles::Office,
    year: u16,
    entities: &[Entity],
    people: impl Iterator<Item = (&'a Document, &'a EntityMention)>,
) -> Option<u32> {
    let mut seen: Vec<u32> = Vec::new();
    let mut one = None;
    for (doc, m) in people.filter(|(_, m)| m.kind == EntityKind::Person) {
        let Some(id) = m.entity else { continue };
        let told = m.role.is_some_and(|r| titles::leading(doc.slice(r)).is_some_and(|o| o == *office));
        let listed = !seen.contains(&id) && in_office(&entities[id as usize], office, year);
        seen.push(id);
        if (told || listed) && one.replace(id).is_some_and(|before| before != id) {
            return None;
        }
    }
    one
}

/// Words between a trainer and the country whose team he trains.
static TEAM: Words = Words::new(&words::SPEECH, "of a national team");

/// مدرب كرواتيا: مدرب المنتخب الكرواتي فلان, when nobody else is that.
fn of_team(held: &[Office], own: &[String]) -> Option<u32> {
    let g = Gazetteer::get();
    let nation = |w: &String| g.country(w).or_else(|| g.demonym(w)).or_else(|| g.country(&format!("ال{w}")));
    let [_, country] = own else { return None };
    let code = nation(country)?;
    let fits = |o: &&Office| {
        same_office_head(&o.role, own)
            && o.role[1..].iter().all(|w| TEAM.has(w) || nation(w) == Some(code))
            && o.role[1..].iter().any(|w| nation(w) == Some(code))
    };
    sole(held.iter().filter(fits))
}

/// السفير القطري ببغداد: السفير القطري بالعراق فلان, the only one of that office and nation.
fn of_nation(held: &[Office], own: &[String]) -> Option<u32> {
    let g = Gazetteer::get();
    let nation = |words: &[String]| words.get(1).and_then(|w| g.demonym(w));
    let code = nation(own).filter(|_| own.len() > 2)?;
    let mut fit = held.iter().filter(|o| same_office_head(&o.role, own)).peekable();
    let named = held.iter().filter(|o| same_office_head(&o.role, own)).any(|o| nation(&o.role) == Some(code));
    fit.peek()?;
    sole(fit.filter(|o| named && (o.role.len() == 1 || nation(&o.role) == Some(code))))
}

/// المحامي فلان, where فلان is the last name of a lawyer of the article that was not found here.
fn by_name(held: &[Office], own: &[String]) -> Option<u32> {
    if own.len() < 2 {
        return None;
    }
    sole(held.iter().filter(|o| {
        let name = content_words(&o.name);
        same_office_head(&o.role, own) && name.len() >= own.len() && name.ends_with(&own[1..])
    }))
}

/// The one person of several namings.
fn sole<'a>(mut fit: impl Iterator<Item = &'a Office>) -> Option<u32> {
    let first = fit.next()?.entity?;
    fit.all(|o| o.entity == Some(first)).then_some(first)
}

impl People<'_> {
    /// Who holds the office of a speaker, by what the article says of its people and by the lists.
    pub(super) fn holder_of(&self, speaker: Span) -> Option<u32> {
        let (doc, held) = (self.doc, &self.offices);
        let text = plain(doc.slice(speaker));
        let called = text.split_whitespace().next().is_some_and(|w| title(clitics::strip_article(&key(w))));
        if !called || self.mentions.iter().any(|m| m.kind == EntityKind::Person && m.span.overlaps(speaker)) {
            return None;
        }
        let own = content_words(&text);
        titles::leading(&text)
            .and_then(|office| listed(&office, year(doc), self.entities, self.mentions.iter().map(|m| (doc, m))))
            .or_else(|| of_team(held, &own))
            .or_else(|| of_nation(held, &own).filter(|_| text.starts_with("ال") && personal(&text)))
            .or_else(|| by_name(held, &own))
    }
}

/// Names offices that their own article leaves without a holder by the other articles of the story: متحدث باسم الشرطة is
/// المتحدث باسم الشرطة فلان when one person alone is said to be that; an office of the lists has whoever they know among the
/// people of the story. Offices of one word, and people who are named by no office (مسؤول، مصدر), stay as they are. Linear in
/// the claims of stories.
pub fn across(readings: &mut [Reading], entities: &[Entity], stories: &[Story]) {
    let named: Vec<(u32, usize, u32)> = stories
        .par_iter()
        .filter(|s| s.documents.len() > 1)
        .flat_map_iter(|story| {
            let open: Vec<(u32, usize, String)> = story
                .documents
                .iter()
                .flat_map(|&d| {
                    let r = &readings[d as usize];
                    r.mentions.claims.iter().enumerate().filter_map(move |(n, c)| Some((d, n, unheld(r, c)?)))
                })
                .collect();
            let held: Vec<Office> = if open.is_empty() {
                Vec::new()
            } else {
                let of = |&d: &u32| {
                    let r = &readings[d as usize];
                    offices(&r.doc, &r.mentions.entities, &r.mentions.claims)
                };
                story.documents.iter().flat_map(of).filter(|o| o.entity.is_some() && o.role.len() > 1).collect()
            };
            let readings = &*readings;
            open.into_iter()
                .filter_map(move |(d, n, text)| {
                    let own = content_words(&text);
                    let people = story.documents.iter().flat_map(|&d| {
                        let r = &readings[d as usize];
                        r.mentions.entities.iter().map(move |m| (&r.doc, m))
                    });
                    let by_lists = || {
                        let office = titles::leading(&text)?;
                        listed(&office, year(&readings[d as usize].doc), entities, people)
                    };
                    let id = sole_holder(&held, &own).or_else(by_lists).or_else(|| of_team(&held, &own))?;
                    Some((d, n, id))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    for (d, n, id) in named {
        let claims = &mut readings[d as usize].mentions.claims;
        let before = claims[n].speaker_name.clone();
        for c in claims.iter_mut().filter(|c| c.speaker_entity.is_none() && c.speaker_name == before) {
            c.speaker_entity = Some(id);
            c.speaker_kind = SpeakerKind::Named;
            c.speaker_name = entities[id as usize].name.clone();
        }
    }
}

/// The words of a speaker's office when nobody is known to hold it: a spokesman's, or a definite one's of a person.
fn unheld(r: &Reading, c: &Claim) -> Option<String> {
    if c.kind == ClaimKind::Narrated
        || c.speaker_entity.is_some()
        || !matches!(c.speaker_kind, SpeakerKind::Role | SpeakerKind::Anonymous)
    {
        return None;
    }
    let text = plain(r.doc.slice(c.speaker.or(c.speaker_from)?));
    // المسؤول الأميركي: the nameless one told before
    let whole = content_words(&c.speaker_name);
    let fuller = !c.speaker_name.starts_with("anonymous") && whole.len() > content_words(&text).len();
    let text = if fuller { c.speaker_name.clone() } else { text };
    let own = content_words(&text);
    let spokesman = own.first().is_some_and(|w| matches!(w.as_str(), "متحدث" | "ناطق" | "متحدثه" | "ناطقه"));
    let definite = text.split_whitespace().skip(1).all(|w| w.starts_with("ال") || w.starts_with("لل"))
        || text.split_whitespace().next_back().is_some_and(|w| w.starts_with("ال"));
    let office = spokesman || definite && personal(&text);
    (own.len() > 1 && (office || titles::leading(&text).is_some())).then_some(text)
}

/// The one person who holds an office, under the same words or with more of them (of one country where both say so).
fn sole_holder(held: &[Office], own: &[String]) -> Option<u32> {
    let gaz = Gazetteer::get();
    let own_nations = nations(own);
    // رئيس الاتحاد الإسباني لكرة القدم: رئيس الاتحاد الإسباني فلان, of a house that is said the same way
    let shorter = |role: &[String]| {
        role.len() > 1
            && role.len() < own.len()
            && close(&role[1], &own[1])
            && house(&own[1])
            && role[1..].iter().all(|w| has_close(own, w))
    };
    let mut fit = held.iter().filter(|o| {
        let theirs = nations(&o.role);
        same_office_head(&o.role, own) && shorter(&o.role)
            || same_office_head(&o.role, own)
            // more words only of a nation: محافظ البنك المركزي فلان has a name of his own
            && own[1..].iter().all(|w| {
                has_close(&o.role, w)
                    || gaz.demonym(w).is_some()
                    || gaz.country(w).is_some()
                    || matches!(w.as_str(), "حالي" | "حاليه" | "رسمي" | "رسميه")
            })
            && (own_nations.is_empty() || theirs.is_empty() || own_nations.iter().any(|c| theirs.contains(c)))
    });
    let first = fit.next()?.entity?;
    fit.all(|o| o.entity == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(role: &str, entity: u32) -> Office {
        Office { role: content_words(role), name: String::new(), entity: Some(entity), start: 0 }
    }

    #[test]
    fn an_office_has_the_one_person_that_the_story_names() {
        let held = [office("المتحدث باسم شرطة المدينة", 3), office("وزير الداخلية التونسي", 5)];
        assert_eq!(sole_holder(&held, &content_words("متحدث باسم الشرطة")), Some(3));
        assert_eq!(sole_holder(&held, &content_words("الناطق باسم شرطة المدينة")), Some(3));
        assert_eq!(sole_holder(&held, &content_words("وزير الداخلية")), Some(5));
        assert_eq!(sole_holder(&held, &content_words("وزير الداخلية المغربي")), None);
        assert_eq!(sole_holder(&held, &content_words("المتحدث باسم الجيش")), None);
        assert_eq!(sole_holder(&held, &content_words("وزير الداخلية يوسف العبيدي")), None);
    }

    #[test]
    fn two_holders_are_none() {
        let held = [office("المتحدث باسم الجيش التونسي", 1), office("المتحدث باسم الجيش المغربي", 2)];
        assert_eq!(sole_holder(&held, &content_words("متحدث باسم الجيش")), None);
        assert_eq!(sole_holder(&held, &content_words("متحدث باسم الجيش المغربي")), Some(2));
    }
}
