//! Offices with two holders at one time.

use super::beside::title_at;
use super::{BESIDE, NOT_NOW, STOPS, offices_about};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Entity, EntityKind, EntityMention, Reading, Span, TokenKind};
use crate::resolve::names::compare::{PersonName, compare};
use crate::text::Document;
use crate::text::clitics::strip_conjunction;

/// Where an office's holder is named: document and mention (indices into the readings and their entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holding {
    /// Index into the readings.
    pub doc: u32,
    /// Index into `Mentions::entities`.
    pub mention: u32,
}

/// One office, two people named as its holder.
#[derive(Debug, Clone, PartialEq)]
pub struct HolderConflict {
    /// Office (see [`Office::office`]).
    pub office: String,
    /// Country code, or empty.
    pub country: String,
    /// One holder: entity, and where he is named so, by document.
    pub a: (u32, Vec<Holding>),
    /// The other.
    pub b: (u32, Vec<Holding>),
    /// What the lists know of the two: "Abbas Kamel 2018 to 2024; Hassan Rashad since 2024", or empty.
    pub known: String,
    /// Ranks conflicts, 0..=1: listed offices and holders named more than once are surer.
    pub confidence_0_1: f64,
}

/// An office that one person at a time holds, and who is named as its present holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Index into `Mentions::entities`.
    pub mention: u32,
    /// The holder.
    pub entity: u32,
    /// Office (see [`Office::office`](super::Office::office)).
    pub office: String,
    /// Country code, or empty.
    pub country: String,
}

/// Whom an article names as present holders of offices that one person at a time holds; nothing in accounts of times gone by.
/// Linear in its names.
pub fn held_now(r: &Reading) -> Vec<Held> {
    let about = std::cell::OnceCell::new();
    let history = std::cell::OnceCell::new();
    let mut out = Vec::new();
    for (i, m) in r.mentions.entities.iter().enumerate() {
        let (EntityKind::Person, Some(entity), Some(role)) = (m.kind, m.entity, m.role) else { continue };
        if former_beside(&r.doc, m) || !is_his(r, m, role) || long_ago(r, m) {
            continue;
        }
        if *history.get_or_init(|| is_history(r)) {
            break;
        }
        let about = about.get_or_init(|| crate::resolve::names::main_country(r));
        for mut office in offices_about(r.doc.slice(role), *about) {
            // Iran has a dozen
            let many = office.office == "vice_president" && office.country == "IR"
                // of the agencies of one country each has a head
                || office.office == "intelligence_chief" && office.country == "US";
            if office.office == "head_of_state"
                && !MONARCHIES.contains(&office.country.as_str())
                && key(r.doc.slice(role)).split(' ').any(|w| MONARCHS.has(w))
            {
                continue;
            }
            // parties of one name stand in several countries
            if office.office.starts_with("head:") && !office.office.contains('@') {
                office.country = about.unwrap_or_default().to_string();
            }
            if office.single && office.current && !many {
                out.push(Held { mention: i as u32, entity, office: office.office, country: office.country });
            }
        }
    }
    out
}

/// Words for monarchs.
static MONARCHS: Words = Words::new(&words::NAMES, "monarch");

/// Offices of one holder that documents give to different people, as current. Linear in the mentions; conflicts are
/// sorted by office, country and entities. Each pair of people is one conflict however often they are named.
///
/// Documents with known dates far apart may both be right: the caller compares their days.
pub fn holder_conflicts(readings: &[Reading], entities: &[Entity]) -> Vec<HolderConflict> {
    type Key = (String, String);
    let mut holders: std::collections::BTreeMap<Key, std::collections::BTreeMap<u32, Vec<Holding>>> =
        Default::default();
    for (d, r) in readings.iter().enumerate() {
        for Held { mention, entity, office, country } in held_now(r) {
            let at = Holding { doc: d as u32, mention };
            holders.entry((office, country)).or_default().entry(entity).or_default().push(at);
        }
    }
    let mut out = Vec::new();
    for ((office, country), people) in holders {
        // more than a handful of holders is no office of one: the words were too general
        if people.len() < 2 || people.len() > 6 {
            continue;
        }
        let people: Vec<(u32, Vec<Holding>)> = people.into_iter().collect();
        for (x, a) in people.iter().enumerate() {
            for b in &people[x + 1..] {
                let (Some(p), Some(q)) = (entities.get(a.0 as usize), entities.get(b.0 as usize)) else { continue };
                let one_name = |e: &Entity| PersonName::parse(&e.name);
                // two entities whose names could be one person's are no evidence
                if compare(&one_name(p), &one_name(q)).is_some() || one_misspelt(&one_name(p), &one_name(q)) {
                    continue;
                }
                // حمل العاهل الأردني الضيف الكويتي تحياته: a guest, no name
                let guest = |e: &Entity| key(&e.name).split(' ').any(|w| Gazetteer::get().demonym(w).is_some());
                if guest(p) || guest(q) {
                    continue;
                }
                // a holder of former years, named so in an account of them
                let live = |e: &Entity, list: &[Holding]| {
                    tenure_end(&office, &country, e).is_none_or(|to| {
                        list.iter().any(|h| {
                            let day = readings[h.doc as usize].doc.article.published_date();
                            day.is_none_or(|d| i32::from(d.year()) <= i32::from(to))
                        })
                    })
                };
                if !live(p, &a.1) || !live(q, &b.1) {
                    continue;
                }
                if succession(readings, &a.1, &b.1) || one_name(p).parts.len().min(one_name(q).parts.len()) < 2 {
                    continue;
                }
                let listed = !office.starts_with("head:");
                let often = a.1.len().min(b.1.len());
                let confidence = if listed { 0.75 } else { 0.5 } + if often >= 2 { 0.1 } else { 0.0 };
                out.push(HolderConflict {
                    office: office.clone(),
                    country: country.clone(),
                    a: a.clone(),
                    b: b.clone(),
                    known: tenures(&office, &country, p, q),
                    confidence_0_1: confidence,
                });
            }
        }
    }
    out
}

/// Words of kinship and address that lead from an office to somebody else.
static KIN: Words = Words::new(&words::NAMES, "kin or counterpart");

/// Words that say that an office is changing hands.
static CHANGING: Words = Words::new(&words::NAMES, "change of office");

/// Countries with a king, a queen or a sultan: elsewhere the word is a nickname or history.
const MONARCHIES: [&str; 22] = [
    "SA", "JO", "MA", "BH", "KW", "QA", "AE", "OM", "ES", "GB", "SE", "NO", "DK", "NL", "BE", "TH", "MY", "JP", "BN",
    "KH", "MC", "SZ",
];

/// Does the role belong to this person, now? Not when a deputy's or adviser's word stands before it, when the name is
/// joined to it by a conjunction (`الرئيس اليمني وعبدالله بن زايد`), when another person or office stands between
/// (`مايك بنس، نائب الرئيس الأمريكي، دونالد ترامب`; `كلف الرئيس الإيطالي المدير السابق لـ…`), or when the office is
/// changing hands.
fn is_his(r: &Reading, m: &EntityMention, role: Span) -> bool {
    let doc = &r.doc;
    let sentence = doc.sentence_tokens(m.sentence as usize);
    let (first, last) = (doc.token_at(role.start), doc.token_at(role.end.saturating_sub(1)));
    let name = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)));
    let mark = |t: usize| doc.tokens[t].kind == TokenKind::Punct;
    let before = (sentence.start..first).rev().find(|t| !mark(*t));
    let after = (last + 1..sentence.end).find(|t| !mark(*t));
    let other = |t: Option<usize>| {
        t.is_some_and(|t| {
            let span = doc.tokens[t].span;
            let all = r.mentions.entities.iter();
            all.filter(|e| e.kind == EntityKind::Person && !e.span.overlaps(m.span)).any(|e| e.span.overlaps(span))
        })
    };
    let words = |from: usize, to: usize| (from..to).map(|t| strip_conjunction(doc.fold_of(t)));
    if words(first, last + 1).any(|w| KIN.has(w))
        || words(sentence.start.max(first.saturating_sub(2)), sentence.end.min(last.max(name.1) + 4))
            .any(|w| CHANGING.has(w))
        || words(first, last + 1).collect::<Vec<_>>().windows(2).any(|w| w[0] == "باسم" && w[1] == "الرييس")
    {
        return false;
    }
    if role.start >= m.span.end {
        // behind the name: it ends at a mark or goes on with the sentence, and no role stands before the name already
        if name.0 == name.1 {
            return false;
        }
        let ends = last + 1 >= sentence.end || mark(last + 1) || STOPS.has(doc.fold_of(last + 1));
        let comma = mark(name.1 + 1);
        let definite = doc.fold_of(first).starts_with("ال");
        let led = (sentence.start..name.0)
            .rev()
            .find(|t| !mark(*t))
            .is_some_and(|t| title_at(doc, t).is_some() || Gazetteer::get().demonym(doc.fold_of(t)).is_some());
        return ends && (comma || !definite) && !led && !other(after);
    }
    // joined to its first word, somebody else's word stands before it: النائب الأول لوزير …
    let joined = doc.tokens[first].span.start < role.start && doc.fold_of(first).starts_with(['ل', 'ب'])
        || doc.tokens[name.0].span.start < m.span.start
        || matches!(doc.fold_of(name.0 - 1), "الي" | "ل");
    let beside = before.is_some_and(|t| {
        let word = strip_conjunction(doc.fold_of(t));
        let word = word.strip_prefix(['ل', 'ب']).filter(|w| BESIDE.has(w)).unwrap_or(word);
        BESIDE.has(word) || word.strip_prefix("ال").is_some_and(|w| BESIDE.has(w))
    });
    // عين الرئيس الجزائري، العميد محمد … قائدا: a soldier over a comma is the object too
    let soldier = (first..=last).any(|t| {
        mark(t)
            && title_at(doc, t + 1).is_some_and(|(title, _)| title.class == "rank")
            && doc.fold_of(first).starts_with("الرييس")
    });
    if soldier || name.0 == name.1 {
        return false;
    }
    // a second office with words of its own stands nearer to the name
    let second = (first + 1..=last).any(|t| {
        t < last
            && !mark(t + 1)
            && title_at(doc, t).is_some_and(|(title, cut)| {
                cut == 0 && (title.class == "office" || Gazetteer::get().demonym(doc.fold_of(t + 1)).is_some())
            })
            && (Gazetteer::get().demonym(doc.fold_of(t - 1)).is_some() || mark(t - 1))
    });
    !(joined || beside || second || first > 0 && mark(first - 1) && other(before))
}

/// Old dates from which on an article is an account of times gone by.
const HISTORY_DATES: usize = 4;

/// Is the article an account of times gone by (a timeline, a portrait)?
fn is_history(r: &Reading) -> bool {
    let Some(own) = r.doc.article.published_date().map(crate::calendar::day_number) else { return false };
    let dated: Vec<i64> = r.mentions.dates.iter().filter_map(|d| d.latest).map(crate::calendar::day_number).collect();
    let old = dated.iter().filter(|d| own - **d > 400).count();
    old >= HISTORY_DATES && old * 3 >= dated.len()
}

/// Days before publication from which a date in the sentence says that it speaks of another time.
const LONG_AGO_DAYS: i64 = 150;

/// Does the sentence speak of another time (`في عام 2015`, `آنذاك`)?
fn long_ago(r: &Reading, m: &EntityMention) -> bool {
    static THEN: Words = Words::new(&words::NAMES, "another time");
    let doc = &r.doc;
    let at = doc.token_at(m.span.start);
    let sentence = doc.sentence_tokens(m.sentence as usize);
    let near = sentence.start.max(at.saturating_sub(14))..sentence.end.min(at + 14);
    if near.clone().any(|t| THEN.has(strip_conjunction(doc.fold_of(t)))) {
        return true;
    }
    let Some(own) = doc.article.published_date() else { return false };
    let own = crate::calendar::day_number(own);
    r.mentions.dates.iter().any(|d| {
        d.sentence <= m.sentence
            && d.sentence + 1 >= m.sentence
            && matches!(d.kind, crate::model::DateKind::Date | crate::model::DateKind::Time)
            && d.latest.is_some_and(|l| own - crate::calendar::day_number(l) > LONG_AGO_DAYS)
    })
}

/// Letters that may differ between two spellings of one part of a name, as a share of the longer.
const SLIPS: f64 = 0.34;

/// Two names of which one is rather a misspelling of the other: all parts of the shorter have a like in the other, the
/// last parts are the same, or foreign names begin alike in their first and last parts.
pub fn one_misspelt(a: &PersonName, b: &PersonName) -> bool {
    let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    let alike = |x: &str, y: &str| {
        let most = x.chars().count().max(y.chars().count());
        let apart = crate::link::similarity::edits(x, y);
        most <= 2 || apart <= 1 && most >= 3 || apart as f64 <= SLIPS * most as f64 || x.ends_with(y) || y.ends_with(x)
    };
    if short.parts.is_empty() || short.parts.iter().all(|p| long.parts.iter().any(|q| alike(&p.text, &q.text))) {
        return true;
    }
    let (x, y) = (short.joined().replace(' ', ""), long.joined().replace(' ', ""));
    if x.len() >= 10 && (y.starts_with(&x) || x.starts_with(&y)) {
        return true;
    }
    if crate::link::similarity::edits(&x, &y) as f64 <= SLIPS * x.chars().count().max(y.chars().count()) as f64 {
        return true;
    }
    let (x, y) = (short.last(), long.last());
    let native = crate::resolve::names::compare::is_native;
    x == y && x.chars().count() >= 3
        || alike(short.first(), long.first()) && x.chars().next() == y.chars().next() && !native(x) && !native(y)
}

/// Namings of one holder end before those of the other begin: the office changed hands, and no report is wrong. The
/// tenth at each end is left out: a former holder is still called by his office now and then.
fn succession(readings: &[Reading], a: &[Holding], b: &[Holding]) -> bool {
    let days = |list: &[Holding]| -> Option<(i64, i64)> {
        let all: Option<Vec<i64>> = list
            .iter()
            .map(|h| readings[h.doc as usize].doc.article.published_date().map(crate::calendar::day_number))
            .collect();
        let mut all = all?;
        all.sort_unstable();
        let cut = all.len() / 10;
        Some((*all.get(cut)?, *all.get(all.len() - 1 - cut)?))
    };
    let (Some(x), Some(y)) = (days(a), days(b)) else { return false };
    let gap = (x.0 - y.1).max(y.0 - x.1);
    gap > 2 || a.len() >= 3 && b.len() >= 3 && gap > -3
}

/// Does the text call the holder a former one, behind the name («عباس كامل، الرئيس السابق للمخابرات»)?
fn former_beside(doc: &Document, m: &EntityMention) -> bool {
    let last = doc.token_at(m.role.map_or(m.span.end, |r| r.end.max(m.span.end)).saturating_sub(1));
    let name = doc.token_at(m.span.end.saturating_sub(1));
    (name + 1..(last + 7).min(doc.tokens.len()))
        .take_while(|i| !matches!(doc.fold_of(*i), "." | "ان" | "انه" | "انها"))
        .any(|i| NOT_NOW.has(doc.fold_of(i)))
}

/// The year in which a listed tenure of the office ended.
fn tenure_end(office: &str, country: &str, e: &Entity) -> Option<u16> {
    let all = Gazetteer::get().tenures_of(&key(&e.name)).filter(|t| t.office == office && t.country == country);
    all.map(|t| t.to).max().filter(|to| *to != u16::MAX)
}

fn tenures(office: &str, country: &str, p: &Entity, q: &Entity) -> String {
    let g = Gazetteer::get();
    let of = |e: &Entity| {
        let listed = g.tenures_of(&key(&e.name)).find(|t| t.office == office && t.country == country)?;
        let name = g.known[listed.person as usize].english;
        Some(match listed.to {
            u16::MAX => format!("{name} since {}", listed.from),
            to => format!("{name} {} to {to}", listed.from),
        })
    };
    [of(p), of(q)].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
