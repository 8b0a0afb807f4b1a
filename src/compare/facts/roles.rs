//! The role of one person as several outlets give it: the same, one beside the other, or a former holder here and the
//! present one there.

use rustc_hash::FxHashMap;

use super::verdict::{Reason, Verdict};
use super::{Draft, Story, explain, value_at};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::link::terms::stem;
use crate::model::*;
use crate::text::Document;
use crate::text::clitics::strip_article;

/// Telling words from which a role is worth a row where the outlets agree: `الرئيس الأمريكي` is not.
const LEAST_AGREED: usize = 3;
/// The same where they differ.
const LEAST_DIFFERING: usize = 2;
/// Share of the words of the shorter role in the longer from which both are one role.
const SAME: f32 = 0.6;

/// Likeness of two words of roles that are one word in two spellings.
const ONE_WORD: f64 = 0.92;
/// Telling words by which a role that holds the other says more than it.
const FULLER: usize = 2;

/// A role as one document gives it.
struct Role {
    view: usize,
    span: Span,
    /// With the name.
    whole: Span,
    words: Vec<String>,
    standing: Standing,
}

/// Is the role held now, as far as the words say?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Former,
    Present,
    Open,
}

/// Words beside a name that say that its role is no longer held.
static FORMER_ROLE: Words = Words::new(&words::COMPARING, "former role");

fn standing(text: &str, after: &str) -> Standing {
    let is = |w: &str, list: &[&str]| list.contains(&w);
    for w in key(text).split(' ').chain(key(after).split(' ').take(1)) {
        if FORMER_ROLE.has(w) {
            return Standing::Former;
        }
        if is(w, &["الحالي", "الحاليه", "حاليا"]) {
            return Standing::Present;
        }
    }
    Standing::Open
}

/// Words of a role that tell nothing of what it is.
static EMPTY_IN_ROLE: Words = Words::new(&words::COMPARING, "empty in a role");

/// Folded words that tell, countries for their adjectives.
pub(super) fn words(text: &str) -> Vec<String> {
    let g = Gazetteer::get();
    let k = key(text);
    let all: Vec<&str> = k.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let definite = |w: &str| w.strip_prefix("لل").map_or_else(|| w.to_string(), |rest| format!("ال{rest}"));
        // الولايات المتحدة, الكوري الجنوبي
        let country = (1..=2.min(all.len() - at)).rev().find_map(|n| {
            let phrase = definite(&all[at..at + n].join(" "));
            Some((n, g.demonym(&phrase).or_else(|| g.country(&phrase))?))
        });
        if let Some((n, code)) = country {
            out.push(code.to_string());
            at += n;
            continue;
        }
        let w = all[at];
        if w.chars().count() > 2 && !EMPTY_IN_ROLE.has(w) {
            out.push(stem(&definite(w)).to_string());
        }
        at += 1;
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Words that end a role held with another.
static ANOTHERS_ROLE: Words = Words::new(&words::COMPARING, "role with another");

/// Is a role told by somebody else's: a counterpart, an administration that is the person's own (`وزيرة التعليم في إدارة ترامب`)?
fn of_another(role: &str) -> bool {
    let own = key(role);
    let (head, last) = (own.split(' ').next().unwrap_or(""), own.rsplit(' ').next().unwrap_or(""));
    head.contains("نظير") || ANOTHERS_ROLE.has(last)
}

/// What stands behind a role and its person in their line.
fn behind<'d>(doc: &'d Document, role: Span, person: &EntityMention) -> &'d str {
    let end = role.end.max(person.span.end) as usize;
    doc.text()[end..].trim_start().split('\n').next().unwrap_or("")
}

/// The first role of each person in a document that says more than a form of address.
fn of_view(view: usize, v: &View) -> Vec<(u32, Role)> {
    let doc = &v.reading.doc;
    let mut out: Vec<(u32, Role)> = Vec::new();
    for m in v.reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person) {
        let (Some(entity), Some(span)) = (m.entity, m.role) else { continue };
        if out.iter().any(|(e, _)| *e == entity) || doc.sentences[m.sentence as usize].is_title {
            continue;
        }
        let text = doc.slice(span);
        let words = words(text);
        let own = key(text);
        // النجم فلان, and not نجم فلان, which may be a star of his
        let definite = own.starts_with("ال") || span.start >= m.span.end;
        let profession =
            || definite && Gazetteer::get().title(&own).is_some_and(|t| t.class == "profession" && !t.plural);
        if words.is_empty() || words.len() < LEAST_DIFFERING && !profession() || of_another(text) {
            continue;
        }
        let standing = standing(text, behind(doc, span, m));
        let whole = Span { start: span.start.min(m.span.start), end: span.end.max(m.span.end) };
        out.push((entity, Role { view, span, whole, words, standing }));
    }
    out
}

/// Telling words from which a role without a country is one person's.
const LEAST_OF_ONE: usize = 3;

/// Is a word of a role the code of a country?
pub(super) fn is_country(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Persons with the words of a role that one person has: no spokesmen, and no professions alone (`المصور الصحفي`).
pub(super) fn held<'a>(v: &View<'a>) -> Vec<(&'a EntityMention, String)> {
    static SPOKESMEN: Words = Words::new(&words::COMPARING, "spokesman");
    let doc = &v.reading.doc;
    let mut out = Vec::new();
    for m in v.reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person && m.entity.is_some()) {
        let Some(role) = m.role else { continue };
        let (text, behind) = (doc.slice(role), behind(doc, role, m));
        if of_another(text) || standing(text, behind) == Standing::Former {
            continue;
        }
        let words = words(text);
        let least = if words.iter().any(|w| is_country(w)) { LEAST_DIFFERING } else { LEAST_OF_ONE };
        if words.len() >= least && !key(text).split(' ').any(|w| SPOKESMEN.has(strip_article(w))) {
            out.push((m, words.join(" ")));
        }
    }
    out
}

fn verdict(x: &Role, y: &Role) -> Verdict {
    // الصحفي and الصحافي
    let one = |v: &String, w: &String| v == w || crate::link::similarity::jaro_winkler(v, w) >= ONE_WORD;
    let shared = x.words.iter().filter(|w| y.words.iter().any(|v| one(v, w))).count() as f32;
    let least = x.words.len().min(y.words.len()) as f32;
    let same = shared / least >= SAME;
    let clash = matches!(
        (x.standing, y.standing),
        (Standing::Former, Standing::Present) | (Standing::Present, Standing::Former)
    );
    if same && clash {
        Verdict { relation: Relation::Contradict, reason: Reason::Different }
    } else if same && x.standing != y.standing {
        Verdict { relation: Relation::Compatible, reason: Reason::OtherRole }
    } else if same && x.words.len() == y.words.len() {
        Verdict { relation: Relation::Agree, reason: Reason::Same }
    } else if same {
        let fuller = x.words.len().abs_diff(y.words.len()) >= FULLER;
        Verdict { relation: if fuller { Relation::Compatible } else { Relation::Agree }, reason: Reason::Fuller }
    } else {
        Verdict { relation: Relation::Compatible, reason: Reason::OtherRole }
    }
}

/// One fact a person whose role two outlets or more give. `named` are the facts on names: of those a role that is agreed
/// on takes the place, and without one a short role that is agreed on is no news.
pub fn facts(
    story: &Story,
    of: &crate::model::Story,
    entities: &[Entity],
    named: &mut Vec<Fact>,
    language: Language,
) -> Vec<Fact> {
    let mut by_person: FxHashMap<u32, Vec<Role>> = FxHashMap::default();
    let mut order: Vec<u32> = Vec::new();
    for (i, v) in story.views.iter().enumerate() {
        for (entity, role) in of_view(i, v) {
            let roles = by_person.entry(entity).or_default();
            if roles.is_empty() {
                order.push(entity);
            }
            roles.push(role);
        }
    }
    let mut out = Vec::new();
    for e in order {
        let name = &entities[e as usize].name;
        let Some(fact) = fact(story, of, name, &by_person[&e], language) else { continue };
        if fact.verdict != Relation::Agree {
            out.push(fact);
            continue;
        }
        if by_person[&e].iter().any(|r| r.words.len() < LEAST_DIFFERING) {
            continue;
        }
        let row = named.iter().position(|f| {
            f.kind == FactKind::Person
                && f.verdict == Relation::Agree
                && f.values.iter().all(|v| fact.values.iter().any(|w| w.doc == v.doc && w.span.contains(v.span)))
        });
        match row {
            Some(at) => {
                named.remove(at);
                out.push(fact);
            }
            None if by_person[&e].iter().all(|r| r.words.len() >= LEAST_AGREED) => out.push(fact),
            None => {}
        }
    }
    out
}

fn fact(story: &Story, of: &crate::model::Story, name: &str, roles: &[Role], language: Language) -> Option<Fact> {
    let outlet = |r: &Role| story.views[r.view].reading.doc.article.outlet.as_str();
    let rank = |r: Relation| match r {
        Relation::Contradict => 0,
        Relation::Compatible => 1,
        _ => 2,
    };
    let pairs = roles.iter().enumerate().flat_map(|(n, x)| roles[n + 1..].iter().map(move |y| (x, y)));
    let (x, y, decided) = pairs
        .filter(|(x, y)| outlet(x) != outlet(y))
        .map(|(x, y)| (x, y, verdict(x, y)))
        .min_by_key(|(_, _, v)| rank(v.relation))?;
    let text = |r: &Role| story.views[r.view].reading.doc.slice(r.span);
    let why = explain::reason(decided.reason, language);
    let values = roles
        .iter()
        .map(|r| {
            let value = if decided.relation == Relation::Agree { text(&roles[0]) } else { text(r) };
            value_at(&story.views[r.view], r.whole, value, why)
        })
        .collect();
    let confidence = match decided.relation {
        Relation::Contradict => 0.6,
        Relation::Compatible => 0.5,
        _ => 0.7,
    };
    Some(
        Draft {
            kind: FactKind::Person,
            subject: format!("{} {name}", explain::pick(language, "role of", "صفة")),
            verdict: decided.relation,
            values,
            severity: if decided.relation == Relation::Contradict { Severity::Medium } else { Severity::Low },
            confidence_0_1: confidence,
            explanation: explain::role(name, (outlet(x), text(x)), (outlet(y), text(y)), decided, language),
            score_parts: Vec::new(),
        }
        .fact(story, of),
    )
}
