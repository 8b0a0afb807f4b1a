//! Titles and offices beside names, and who holds an office where and when.
//!
//! - takes: a document and a person's mention; a run's readings with resolved entities
//! - gives: the role words beside a name ([`role_beside`]), the offices that they mean ([`offices`]), offices with
//!   two holders ([`holder_conflicts`])
//! - runs: roles per mention, conflicts once
//! - cost: a window of eleven words a mention; conflicts linear in the mentions
//! - data: lang/ar/gaz/{titles,offices,leaders}.tsv, lang/ar/name_words.tsv

mod beside;
mod holders;
#[cfg(test)]
mod tests;

pub use self::beside::{fill_roles, role_beside};
pub use self::holders::{Held, HolderConflict, Holding, held_now, holder_conflicts, one_misspelt};

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::model::EntityKind;
use crate::resolve::names::orgs;

const OFFICES: &str = include_str!("../lang/ar/gaz/offices.tsv");

/// What makes an office one office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Qualifier {
    /// That of a country named beside it.
    Country,
    /// That of this country always.
    Of(&'static str),
    /// One in the world.
    World,
    /// Of one country in another.
    Pair,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    office: &'static str,
    qualifier: Qualifier,
    single: bool,
}

/// Office phrases by key, and the words of the longest phrase by first word.
struct Phrases {
    by_key: FxHashMap<String, Entry>,
    longest: FxHashMap<String, usize>,
}

fn phrases() -> &'static Phrases {
    static LIST: OnceLock<Phrases> = OnceLock::new();
    LIST.get_or_init(|| {
        let l = Lexicon::parse("offices.tsv", OFFICES);
        let [phrase, office, qualifier, single] = ["phrase", "office", "qualifier", "single"].map(|c| l.column(c));
        let mut by_key = FxHashMap::default();
        let mut longest: FxHashMap<String, usize> = FxHashMap::default();
        for row in &l.rows {
            let k = key(row.get(phrase));
            let qualifier = match row.get(qualifier) {
                "country" => Qualifier::Country,
                "none" => Qualifier::World,
                "pair" => Qualifier::Pair,
                other => Qualifier::Of(other.trim_start_matches('=')),
            };
            let words = k.split(' ').count();
            let first = k.split(' ').next().unwrap_or("").to_string();
            let most = longest.entry(first).or_insert(0);
            *most = (*most).max(words);
            by_key.insert(k, Entry { office: row.get(office), qualifier, single: row.get(single) == "yes" });
        }
        Phrases { by_key, longest }
    })
}

/// An office as a role names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Name of the office (offices.tsv), or `head:` and the normal form of its words for one that is not listed.
    pub office: String,
    /// Country code, or empty for an office that is one in the world.
    pub country: String,
    /// False for a former, late, coming or acting holder.
    pub current: bool,
    /// True when one person at a time holds it.
    pub single: bool,
}

/// Words that say that the office is no longer, or not yet, held.
static NOT_NOW: Words = Words::new(&words::NAMES, "not in office");

/// Words that hold an office up for somebody else: deputy of, adviser of, wife of.
static BESIDE: Words = Words::new(&words::NAMES, "beside an office");

/// Words that end a role: what stands behind them belongs to something else.
static STOPS: Words = Words::new(&words::NAMES, "end of a role");

/// The offices that a role names. Empty for professions, ranks, and for people beside an office (deputies, advisers,
/// kin). Linear in the words, times the longest phrase.
pub fn offices(role: &str) -> Vec<Office> {
    offices_about(role, None)
}

/// Offices that an article about a country names without it (`محافظ البنك المركزي`); heads of state, of government and
/// ministers of other countries stand in any article.
const OF_THE_ARTICLE: [&str; 2] = ["central_bank_governor", "government_spokesman"];

/// Words that do not narrow an office down.
static NARROWS_NOT: Words = Words::new(&words::NAMES, "word beside an office");

/// As [`offices`], where a country that is not said may be the one that the article is about.
fn offices_about(role: &str, about: Option<&str>) -> Vec<Office> {
    let g = Gazetteer::get();
    let list = phrases();
    let k = key(role);
    let words: Vec<&str> = k.split(' ').filter(|w| !w.is_empty()).collect();
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let most = list.longest.get(words[i]).copied().unwrap_or(0).min(words.len() - i);
        let hit = (1..=most).rev().find_map(|n| Some((n, *list.by_key.get(&words[i..i + n].join(" "))?)));
        let Some((n, entry)) = hit else {
            // نائب رئيس الوزراء is an office of its own when listed; what it stands beside is not his
            if BESIDE.has(words[i]) {
                break;
            }
            i += 1;
            continue;
        };
        let mut current = true;
        let mut country = match entry.qualifier {
            Qualifier::Of(code) => code.to_string(),
            _ => String::new(),
        };
        let mut vague = false;
        let hit_words = n;
        let mut j = i + n;
        while j < words.len() {
            if list.longest.contains_key(words[j]) && j > i + n && g.title(words[j]).is_some() {
                break;
            }
            if NOT_NOW.has(words[j]) {
                current = false;
                j += 1;
                continue;
            }
            let found = (1..=3.min(words.len() - j)).rev().find_map(|n| {
                let phrase = words[j..j + n].join(" ");
                let joined = ["ب", "ل"].iter().find_map(|p| phrase.strip_prefix(p)).filter(|r| r.chars().count() > 2);
                let lost = phrase.strip_prefix("لل").map(|r| format!("ال{r}"));
                let code = g
                    .demonym(&phrase)
                    .or_else(|| g.country(&phrase))
                    .or_else(|| joined.and_then(|r| g.country(r)))
                    .or_else(|| lost.and_then(|r| g.country(&r)))?;
                Some((n, code))
            });
            match found {
                Some((n, code)) if country.is_empty() => {
                    country = code.to_string();
                    j += n;
                }
                // رئيس حكومة الوفاق الوطني الفلسطيني
                Some((n, code)) => {
                    if matches!(entry.qualifier, Qualifier::Of(_)) && j == i + hit_words {
                        country = code.to_string();
                    }
                    j += n;
                }
                // الزعيم الأعلى الإيراني آية الله
                None if j + 1 < words.len() && g.title(&words[j..j + 2].join(" ")).is_some() => j += 2,
                None => {
                    // more words that narrow it down («قائد الجيش الأمريكي في أوروبا»)
                    vague |= !NARROWS_NOT.has(words[j]) && g.title(words[j]).is_none();
                    j += 1;
                }
            }
        }
        if country.is_empty()
            && entry.qualifier == Qualifier::Country
            && OF_THE_ARTICLE.contains(&entry.office)
            && let Some(code) = about
        {
            country = code.to_string();
        }
        let known = match entry.qualifier {
            Qualifier::Country => !country.is_empty(),
            Qualifier::Of(_) => true,
            Qualifier::World => true,
            Qualifier::Pair => false,
        };
        if known {
            if entry.qualifier == Qualifier::World {
                country.clear();
            }
            out.push(Office { office: entry.office.to_string(), country, current, single: entry.single && !vague });
        }
        i = j.max(i + 1);
    }
    if out.is_empty() {
        out.extend(spokesman(&words, about).or_else(|| unlisted(&words)));
    }
    out
}

/// The listed office of one holder in each country that the whole of a role is, without the country (`الرئيس`, `وزير الخارجية`).
pub fn without_country(role: &str) -> Option<&'static str> {
    let entry = phrases().by_key.get(&key(role))?;
    (entry.single && entry.qualifier == Qualifier::Country).then_some(entry.office)
}

/// The listed office of one holder at a time that a role begins with, as held now: رئيس الوزراء الإثيوبي, not مدير مكتب رئيس
/// الوزراء الإثيوبي.
pub fn leading(role: &str) -> Option<Office> {
    let list = phrases();
    let k = key(role);
    let words: Vec<&str> = k.split(' ').collect();
    let most = list.longest.get(words[0]).copied().unwrap_or(0).min(words.len());
    (1..=most).rev().find(|&n| list.by_key.contains_key(&words[..n].join(" ")))?;
    offices(role).into_iter().next().filter(|o| o.current && o.single && !o.office.contains(':'))
}

/// The spokesman, with the article.
static SPOKESMAN: Words = Words::new(&words::NAMES, "the spokesman");

/// Fields of ministries that have several spokesmen.
static MANY_SPOKESMEN: Words = Words::new(&words::NAMES, "ministry with several spokesmen");

/// The spokesman of a ministry (`المتحدث باسم وزارة النفط العراقية`): with the article, one man at a time.
fn spokesman(words: &[&str], about: Option<&str>) -> Option<Office> {
    if !words.first().is_some_and(|w| SPOKESMAN.has(w)) {
        return None;
    }
    let at = words.iter().position(|w| *w == "باسم").filter(|at| *at <= 2)?;
    let body = &words[at + 1..];
    if !matches!(body.first(), Some(&("وزاره" | "هييه" | "شركه"))) || body.iter().any(|w| NOT_NOW.has(w)) {
        return None;
    }
    // foreign ministries and defence ministries have several
    if body.iter().any(|w| MANY_SPOKESMEN.has(w)) {
        return None;
    }
    let normal = orgs::organisation(&body.join(" "));
    let country = if normal.contains('@') { String::new() } else { about?.to_string() };
    let normal = if country.is_empty() { normal } else { format!("{normal} @{country}") };
    (normal.split(' ').count() >= 3).then(|| Office {
        office: format!("spokesman:{normal}"),
        country: String::new(),
        current: true,
        single: true,
    })
}

/// Heads of offices that one person holds at a time.
static SINGLE_HEADS: Words = Words::new(&words::NAMES, "head that one person is");

/// An office that no list has: its head and the body that it heads (`رئيس بلدية طرابلس`).
fn unlisted(words: &[&str]) -> Option<Office> {
    let (head, rest) = words.split_first()?;
    if !SINGLE_HEADS.has(head) || rest.is_empty() {
        return None;
    }
    let current = !rest.iter().any(|w| NOT_NOW.has(w));
    let body: Vec<&str> = rest.iter().copied().filter(|w| !NOT_NOW.has(w)).collect();
    let normal = orgs::organisation(&body.join(" "));
    // رئيس بعثة المنظمة في ليبيا: some organisation named before
    static SOME: Words = Words::new(&words::NAMES, "some body named before");
    if body.iter().any(|w| SOME.has(w)) {
        return None;
    }
    let named = normal.contains('@') && normal.split(' ').count() >= 2
        || orgs::listed(EntityKind::Organisation).contains_key(&normal);
    if !named || body.iter().any(|w| STOPS.has(w) || BESIDE.has(w)) {
        return None;
    }
    let head = head.strip_suffix('ه').unwrap_or(head);
    Some(Office { office: format!("head:{head} {normal}"), country: String::new(), current, single: true })
}
