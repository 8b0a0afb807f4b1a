//! Two people in one place: an office that one person holds, a role in the same words, a goal of one minute.
//!
//! A person counts as another only where each text names one holder and has the other text's in full nowhere, in whatever spelling.

use super::verdict::Reason;
use super::{Draft, Story, changes, explain, minutes, roles, value_at};
use crate::lang::gaz::{Gazetteer, Tenure, key};
use crate::link::align::View;
use crate::link::similarity::jaro_winkler;
use crate::model::*;
use crate::resolve::names::compare::PersonName;
use crate::resolve::offices::{held_now, leading, one_misspelt};
use crate::text::clitics::{strip_article, strip_conjunction};

/// Likeness of two words of names from which they may be one in two spellings.
const ONE_WORD: f64 = 0.8;

/// Chance that such a row is real. Over a corpus they are too few to tell: four in 31,523 articles with the first rules, none real, and
/// none with these.
const CONFIDENCE: f64 = 0.3;

/// Offices whose holder a text names without saying so.
const HELD_BY_ONE: [&str; 4] = ["head_of_state", "head_of_government", "foreign_minister", "defence_minister"];

/// What one person has: an office, a role, a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Office,
    Role,
    Goal,
}

impl Sort {
    /// What is compared: whose office or role it is, or who scored.
    fn subject(self, label: &str, language: Language) -> String {
        let what = match self {
            Sort::Office | Sort::Role => explain::pick(language, "holder of", "صاحب صفة"),
            Sort::Goal => explain::pick(language, "scorer in minute", "مسجل هدف الدقيقة"),
        };
        format!("{what} {label}")
    }
}

/// A person in such a place.
struct Holder<'a> {
    sort: Sort,
    /// The office, the role's words, the minute.
    place: String,
    person: &'a EntityMention,
    /// The same in the text's words.
    label: String,
    /// The name with its role or minute.
    span: Span,
    /// Does the text say so, or only the list of office holders?
    said: bool,
}

fn holders<'a>(v: &View<'a>, entities: &[Entity]) -> Vec<Holder<'a>> {
    let mentions = &v.reading.mentions.entities;
    let slice = |span: Span| v.reading.doc.slice(span).to_string();
    let in_role = |sort: Sort, place: String, person: &'a EntityMention| {
        let role = person.role.unwrap_or(person.span);
        Holder { sort, place, person, label: slice(role), span: role.join(person.span), said: true }
    };
    let mut out: Vec<Holder> = held_now(v.reading)
        .into_iter()
        .map(|h| in_role(Sort::Office, format!("{} {}", h.office, h.country), &mentions[h.mention as usize]))
        .collect();
    for person in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        if let Some((place, from)) = counterpart(v, person, &out).or_else(|| of_two(v, person)) {
            let before = v.span(from, v.term_at(person.span.start));
            let (label, span) = (slice(before), before.join(person.span));
            out.push(Holder { sort: Sort::Office, place, person, label, span, said: true });
        }
    }
    out.extend(roles::held(v).into_iter().map(|(person, words)| in_role(Sort::Role, words, person)));
    out.extend(minutes::scorers(v).into_iter().map(|(person, minute, span)| {
        let (place, label) = (minute.to_string(), minute.to_string());
        Holder { sort: Sort::Goal, place, person, label, span: person.span.join(span), said: true }
    }));
    for person in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        // whoever else is named as the holder
        let told = |place: &str| out.iter().any(|h| h.said && h.place == place);
        let name = person.entity.map_or("", |e| &entities[e as usize].name);
        let places: Vec<String> = in_office(v, name).map(place).filter(|place| !told(place)).collect();
        out.extend(places.into_iter().map(|place| {
            let label = String::new();
            Holder { sort: Sort::Office, place, person, label, span: person.span, said: false }
        }));
    }
    out.sort_by(|x, y| (x.sort, &x.place, !x.said, x.span).cmp(&(y.sort, &y.place, !y.said, y.span)));
    out
}

/// The office of a tenure.
fn place(t: &Tenure) -> String {
    format!("{} {}", t.office, t.country)
}

/// The tenures of one holder at a time that a person of this name has by the lists in the year of a text, whatever their months.
pub(super) fn in_office(v: &View, name: &str) -> impl Iterator<Item = &'static Tenure> {
    let year = v.reading.doc.article.published_date().map(|d| d.year() as u16);
    let held = Gazetteer::get().tenures_of(&key(name)).filter(|t| HELD_BY_ONE.contains(&t.office));
    held.filter(move |t| year.is_some_and(|year| (t.from..=t.to).contains(&year)))
}

/// Has a person of the lists had the office, in whatever years?
fn has_held(v: &View, h: &Holder) -> bool {
    Gazetteer::get().tenures_of(&key(v.reading.doc.slice(h.person.span))).any(|t| h.place == place(t))
}

/// Words before a name among which the office is that it is told by.
const BEFORE: usize = 12;

/// The country whose adjective stands right before a name, and where (`نظيره الروسي فلاديمير بوتين`, `والروسي فلاديمير بوتين`).
fn country_before(v: &View, person: &EntityMention) -> Option<(&'static str, usize)> {
    let at = v.term_at(person.span.start).checked_sub(1)?;
    let g = Gazetteer::get();
    let one = strip_conjunction(v.word(at));
    let two = at.checked_sub(1).map(|b| (b, format!("{} {one}", strip_conjunction(v.word(b)))));
    let of_two = two.and_then(|(b, phrase)| Some((g.demonym(&phrase)?, b)));
    of_two.or_else(|| Some((g.demonym(one)?, at)))
}

/// The office of a counterpart, that of the holder before, of the other country; and where it begins.
fn counterpart(v: &View, person: &EntityMention, known: &[Holder]) -> Option<(String, usize)> {
    let (country, at) = country_before(v, person)?;
    let from = at.checked_sub(1).filter(|t| strip_conjunction(v.word(*t)).contains("نظير"))?;
    let mentions = v.reading.mentions.entities.iter();
    let persons = mentions.filter(|e| e.kind == EntityKind::Person && e.sentence == person.sentence);
    let before = persons.filter(|e| e.span.end <= person.span.start).max_by_key(|e| e.span)?;
    let office = known.iter().find(|h| h.sort == Sort::Office && h.person.span == before.span);
    let place = match office.and_then(|h| h.place.rsplit_once(' ')) {
        Some((office, own)) => (own != country).then(|| format!("{office} {country}"))?,
        None => format!("counterpart of {} {country}", before.entity?),
    };
    Some((place, from))
}

/// The office of one of two (`الرئيسين الأميركي دونالد ترامب والروسي فلاديمير بوتين`), and where its words begin.
fn of_two(v: &View, person: &EntityMention) -> Option<(String, usize)> {
    let (country, at) = country_before(v, person)?;
    let from = v.sentences[person.sentence as usize].from.max(at.saturating_sub(BEFORE));
    let g = Gazetteer::get();
    (from..at).rev().find_map(|t| {
        let dual = strip_conjunction(v.word(t));
        let singular = ["ين", "ان", "ي", "ا"].iter().find_map(|end| {
            let one = dual.strip_suffix(end)?;
            g.title(one).filter(|t| !t.plural && t.class == "office").map(|_| one)
        })?;
        // the field, before the first country (`وزيري الخارجية الأميركي … والروسي …`)
        let field = (t + 1..at).map(|t| v.word(t)).take_while(|w| g.demonym(w).is_none());
        let adjective = (at..v.term_at(person.span.start)).map(|t| strip_conjunction(v.word(t)));
        let phrase: Vec<&str> = std::iter::once(singular).chain(field).chain(adjective).collect();
        let office = leading(&phrase.join(" ")).filter(|o| o.country == country)?;
        Some((format!("{} {}", office.office, office.country), t))
    })
}

/// Words of a name that may stand for it.
pub(super) fn parts(name: &str) -> Vec<String> {
    key(name).split(' ').map(|w| strip_article(w).to_string()).filter(|w| w.chars().count() > 2).collect()
}

/// Does a text name a person in full, in whatever spelling?
fn names(v: &View, person: &EntityMention, name: &str) -> bool {
    let parts = parts(name);
    let mentions = &v.reading.mentions.entities;
    mentions.iter().filter(|e| e.kind != EntityKind::Place).any(|e| {
        let own = self::parts(v.reading.doc.slice(e.span));
        let shared = parts.iter().filter(|p| own.iter().any(|w| jaro_winkler(w, p) >= ONE_WORD)).count();
        let least = parts.len().min(2);
        own.len() > 1 && (e.entity == person.entity || shared >= least)
    })
}

/// Are two people two, and neither text names the other's?
pub(super) fn others(a: &View, x: &EntityMention, b: &View, y: &EntityMention) -> bool {
    let (p, q) = (a.reading.doc.slice(x.span), b.reading.doc.slice(y.span));
    let name = PersonName::parse;
    (parts(p).len() > 1 || parts(q).len() > 1)
        && !names(b, x, p)
        && !names(a, y, q)
        && changes::differ(EntityKind::Person, p, q)
        && !one_misspelt(&name(p), &name(q))
        && !changes::spelt_alike(p, q)
}

/// The one person whom a text names in full in a place.
fn only<'h, 'a>(v: &View, all: &'h [Holder<'a>], (sort, place): (Sort, &str)) -> Option<&'h Holder<'a>> {
    let whole = |h: &&Holder| !h.said || parts(v.reading.doc.slice(h.person.span)).len() > 1;
    let mut held = all.iter().filter(|h| h.sort == sort && h.place == place).filter(whole);
    let first = held.next()?;
    held.all(|h| h.person.entity == first.person.entity).then_some(first)
}

/// A row for each place in which two texts of a story have two people, with every text that has either. Cost: pairs of such places in a
/// story.
pub fn facts(story: &Story, of: &crate::model::Story, entities: &[Entity], language: Language) -> Vec<Fact> {
    let together = story.together;
    let all: Vec<Vec<Holder>> = together.views.iter().map(|v| holders(v, entities)).collect();
    let mut places: Vec<(Sort, &str)> = all.iter().flatten().map(|h| (h.sort, h.place.as_str())).collect();
    places.sort_unstable();
    places.dedup();
    let mut out: Vec<Fact> = Vec::new();
    let mut told: Vec<[Option<u32>; 2]> = Vec::new();
    for place in places {
        let held: Vec<Option<&Holder>> = together.views.iter().zip(&all).map(|(v, all)| only(v, all, place)).collect();
        let two = together.texts.iter().map(|t| t.at).find_map(|(i, j)| {
            let (x, y) = held[i].zip(held[j])?;
            let told =
                |k: usize, own: &Holder, other: &Holder| own.said && (other.said || !has_held(&together.views[k], own));
            ((told(i, x, y) || told(j, y, x)) && others(&together.views[i], x.person, &together.views[j], y.person))
                .then_some([(i, x), (j, y)])
        });
        let Some(sides) = two else { continue };
        let persons = sides.map(|(_, h)| h.person.entity);
        if told.iter().any(|t| persons.iter().all(|p| t.contains(p))) {
            continue;
        }
        told.push(persons);
        let label = sides.iter().map(|(_, h)| h.label.as_str()).find(|l| !l.is_empty()).unwrap_or_default();
        let why = explain::reason(Reason::Different, language);
        let value = |(n, h): (usize, &Holder)| {
            let name = h.person.entity.map_or("", |e| entities[e as usize].name.as_str());
            value_at(&story.views[n], h.person.span, name, why)
        };
        let mut values: Vec<FactValue> = held
            .iter()
            .enumerate()
            .filter_map(|(n, h)| Some((n, (*h)?)))
            .filter(|(_, h)| persons.contains(&h.person.entity))
            .map(value)
            .collect();
        values.sort_by_key(|v| (v.doc, v.span));
        let [a, b] = sides.map(|(n, h)| {
            let doc = &story.views[n].reading.doc;
            explain::side(doc, h.span, doc.sentences[h.person.sentence as usize].span, usize::MAX)
        });
        out.push(
            Draft {
                kind: FactKind::Person,
                subject: place.0.subject(label, language),
                verdict: Relation::Contradict,
                values,
                severity: Severity::High,
                confidence_0_1: CONFIDENCE,
                explanation: explain::state(a, b, Reason::Different, language),
                score_parts: Vec::new(),
            }
            .fact(story, of),
        );
    }
    out
}
