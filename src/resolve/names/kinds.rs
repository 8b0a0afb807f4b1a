//! Types of names by the nouns that stand before them in the run.
//!
//! - takes: all readings with their mentions
//! - gives: the type of mentions set
//! - cost: a look at the words before each mention
//! - data: lang/ar/{kind_nouns,named_things,name_words}.tsv

use std::cell::LazyCell;
use std::sync::LazyLock;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::is_native;
use super::whole_text;
use crate::lang::gaz::{Gazetteer, bits, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityKind, EntityMention, Reading, TokenKind};
use crate::text::Document;
use crate::text::fold::fold;

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Other];
/// Nouns before a name that make it what they say, at least.
const NOUNS_LEAST: u32 = 2;

static NOUNS: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| {
    let l = Lexicon::parse("kind_nouns.tsv", include_str!("../../lang/ar/kind_nouns.tsv"));
    let (noun, kind) = (l.column("noun"), l.column("type"));
    let number = |kind: &str| match kind {
        "LOC" => 1,
        "ORG" => 2,
        _ => 3,
    };
    l.rows.iter().map(|r| (fold(r.get(noun)), number(r.get(kind)))).collect()
});

/// Nouns of those who play for a club or cheer it, in the construct state: of the name behind them.
static OF_CLUBS: Words = Words::new(&words::NAMES, "of a club");
/// Things that are called by names of persons: storms, probes, ships. What stands right behind is one, whatever else is so called.
static THINGS_CALLED: Words = Words::new(&words::NAMES, "thing called like a person");
/// Words of the models of makers: what has one in its name is a thing, whoever makes it.
static MODELS: Words = Words::new(&words::NAMES, "model of a maker");
/// What says that the name behind it is somebody's byname.
static BYNAMES: Words = Words::new(&words::NAMES, "byname");
/// What says that somebody or something is called so, and how far before it the noun may stand.
static CALLED: Words = Words::new(&words::NAMES, "called so");
const CALLED_MOST: usize = 3;
/// Adjectives between a ship and its name in marks, at most.
const ADJECTIVES_MOST: usize = 2;
/// Mentions in one article behind a noun that stands before no persons that make a single word what the noun says.
const HERE_LEAST: usize = 2;
/// Mentions behind a storm, a probe or a ship that make a word the name of one.
const THINGS_LEAST: u32 = 2;
/// Nouns before a name of several words that nobody speaks of as of a person, at least, and their share.
const QUIET_NOUNS: u32 = 3;
const QUIET_SHARE: u32 = 5;

/// Names that are always of things.
static THINGS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    Lexicon::cells("named_things.tsv", include_str!("../../lang/ar/named_things.tsv"), "name").map(key).collect()
});

/// The type of a name that the lists have for one thing alone: a byname (شيكابالا) that the tagger takes for a body, a place
/// of several words (قصر كينسنغتون), a company or a club of one word that nobody is called (أبل). A noun before it that says
/// otherwise goes first (سيارة فيراري).
fn listed_alone(s: &Seen, m: &EntityMention, all: &[Seen], gaz: &Gazetteer) -> Option<EntityKind> {
    let text = s.text.as_str();
    let only = |own: u16| {
        let classes = gaz.classes(text);
        classes & own != 0 && classes & !own == 0
    };
    let says = |k: usize| s.noun.is_none_or(|n| n == k);
    let several = text.contains(' ');
    // دافيد فيا is no federation
    let nobody = m.kind != EntityKind::Person
        || m.role.is_none() && gaz.part(text).is_none() && !all.iter().any(|x| x.text.ends_with(&format!(" {text}")));
    if m.kind != EntityKind::Person && only(bits::LEADER) && says(0) {
        return Some(EntityKind::Person);
    }
    let place = bits::CITY | bits::REGION | bits::SMALL_PLACE;
    let known = || gaz.named(text).iter().map(|e| &gaz.known[*e as usize]);
    // one word of a town is its club as well (مرسيليا), one of a building is not (الكروازيت)
    let ground = || m.kind != EntityKind::Person && known().any(|e| matches!(e.class, "facility" | "former_state"));
    let by_hand = || known().any(|e| e.kind == EntityKind::Place && several) || ground();
    if m.kind != EntityKind::Place && only(place) && by_hand() && says(1) && m.role.is_none() {
        return Some(EntityKind::Place);
    }
    let body = matches!(m.kind, EntityKind::Person | EntityKind::Other) && !several;
    (body && nobody && only(bits::ORGANISATION | bits::MEDIA) && says(2)).then_some(EntityKind::Organisation)
}

/// The type that the lists of names give, whatever stands around.
fn listed(text: &str, kind: EntityKind, gaz: &Gazetteer) -> Option<EntityKind> {
    if THINGS.contains(text) {
        return Some(EntityKind::Other);
    }
    // المنتدى الاقتصادي العالمي is an institution, also as a meeting
    let several = text.contains(' ');
    let classes = gaz.classes(text);
    let person = kind == EntityKind::Person && several && classes & bits::LEADER == 0;
    // توت عنخ آمون, whom the lists have as a man
    if kind == EntityKind::Other
        && several
        && classes & bits::LEADER != 0
        && classes & !(bits::LEADER | bits::HEAD) == 0
    {
        return Some(EntityKind::Person);
    }
    // القدس العربي is a newspaper
    let place = bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE;
    // ميامي هيت is a club, whatever lies in its name
    let club = || gaz.named(text).iter().any(|e| gaz.known[*e as usize].class == "club");
    let place = kind == EntityKind::Place && several && classes & place == 0 && (classes & bits::MEDIA != 0 || club());
    ((kind == EntityKind::Other || person || place) && several && classes & bits::ORGANISATION != 0)
        .then_some(EntityKind::Organisation)
}

/// The type that the noun before a mention names.
fn noun_before(doc: &Document, m: &EntityMention) -> Option<usize> {
    let first = doc.token_at(m.span.start);
    if m.span.start != doc.tokens.get(first)?.span.start {
        return None;
    }
    let start = doc.sentence_tokens(m.sentence as usize).start;
    let mut at = first;
    loop {
        at = at.checked_sub(1).filter(|a| *a >= start)?;
        let mark = doc.tokens[at].kind == TokenKind::Punct;
        if !mark {
            break;
        }
        if !matches!(doc.fold_of(at), "\"" | "«" | "“" | "'" | "‘" | "#" | "(") {
            return None;
        }
    }
    let word = doc.fold_of(at);
    // آزمون الذي يلقب بـ "ميسي إيران"
    let byname = |k: usize| k >= start && BYNAMES.has(doc.fold_of(k));
    if byname(at) || matches!(word, "ب" | "بـ") && at > 0 && byname(at - 1) {
        return (m.kind != EntityKind::Organisation).then_some(0);
    }
    // البرنامج المعروف باسم "داكا": the noun stands before what says that it is called so
    if CALLED.has(word) {
        let from = start.max(at.saturating_sub(CALLED_MOST));
        return (from..at).rev().find_map(|k| {
            let w = doc.fold_of(k);
            let bare = w.strip_prefix("ال").or_else(|| w.strip_prefix("لل")).or_else(|| w.strip_prefix("بال"));
            NOUNS.get(w).or_else(|| NOUNS.get(bare?)).copied()
        });
    }
    // للاعب فلان: to the player
    let bare = word.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|_| !word.starts_with("لل"));
    let plays = m.kind == EntityKind::Person;
    let club = || (plays && (OF_CLUBS.has(word) || bare.is_some_and(|w| OF_CLUBS.has(w)))).then_some(2);
    NOUNS.get(word).or_else(|| NOUNS.get(bare?)).copied().or_else(club).or_else(|| titled(word, m.kind))
}

/// Is this word one of [`THINGS_CALLED`], with or without a particle?
fn thing(word: &str) -> bool {
    THINGS_CALLED.has(word)
        || word.strip_prefix(['و', 'ب', 'ل']).is_some_and(|w| THINGS_CALLED.has(w))
        || word.strip_prefix("لل").is_some_and(|w| THINGS_CALLED.has(w))
}

/// Does the document tell of a storm, a probe or a ship?
fn tells_of_things(doc: &Document) -> bool {
    (0..doc.tokens.len()).any(|k| thing(doc.fold_of(k)))
}

/// Does a storm, a probe or a ship stand right before the mention? True when a mark stands between.
fn called_thing(doc: &Document, m: &EntityMention) -> Option<bool> {
    let first = doc.token_at(m.span.start);
    let mut at = first;
    while at > 0 && matches!(doc.fold_of(at - 1), "\"" | "«" | "“" | "(" | "#") {
        at -= 1;
    }
    let marked = at < first;
    // السفينة الإيطالية "داتيلو", الغواصة الأميركية الهجومية "دورنال": adjectives before the mark
    let mut between = 0;
    while at > 1
        && marked
        && between < ADJECTIVES_MOST
        && !thing(doc.fold_of(at - 1))
        && doc.fold_of(at - 1).starts_with("ال")
        && Gazetteer::get().title(doc.fold_of(at - 1)).is_none()
    {
        at -= 1;
        between += 1;
    }
    let own = doc.tokens.get(first).is_some_and(|t| t.span.start == m.span.start);
    (own && at > 0 && thing(doc.fold_of(at - 1))).then_some(marked)
}

/// Nouns whose name stands right behind them and that stand before no persons (نادي, شركة, استاد, مدينة).
static SURE: Words = Words::new(&words::NAMES, "sure noun of kind");

/// Is this a noun in the construct state, which the name of a place, a house or a thing follows, with or without a particle?
pub(super) fn construct(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(word);
    !word.starts_with("ال") && (NOUNS.contains_key(word) || NOUNS.contains_key(bare))
}

/// Does one of [`SURE`] stand right before the mention, in marks or not?
fn surely_before(doc: &Document, m: &EntityMention) -> bool {
    let first = doc.token_at(m.span.start);
    let start = doc.sentence_tokens(m.sentence as usize).start;
    let own = doc.tokens.get(first).is_some_and(|t| t.span.start == m.span.start);
    let before = (start..first).rev().find(|k| !matches!(doc.fold_of(*k), "\"" | "«" | "“" | "("));
    own && m.kind == EntityKind::Person
        && before.is_some_and(|k| {
            let w = doc.fold_of(k);
            SURE.has(w) || w.strip_prefix(['و', 'ل', 'ب', 'ف']).is_some_and(|w| SURE.has(w))
        })
}

/// A word in Latin letters behind the sign of hashtags that no list has: #TAMAM.
fn hashtag(doc: &Document, m: &EntityMention, text: &str, gaz: &Gazetteer) -> bool {
    let first = doc.token_at(m.span.start);
    first > 0
        && m.kind != EntityKind::Other
        && doc.fold_of(first - 1) == "#"
        && text.chars().all(|c| c.is_ascii_alphabetic())
        && gaz.classes(text) == 0
}

/// A name with its country's adjective that fills brackets: the club of the player before them.
fn bracketed_club(doc: &Document, m: &EntityMention, text: &str, gaz: &Gazetteer) -> bool {
    let first = doc.token_at(m.span.start);
    let last = doc.token_at(m.span.end.saturating_sub(1));
    first > 0
        && doc.fold_of(first - 1) == "("
        && last + 1 < doc.tokens.len()
        && doc.fold_of(last + 1) == ")"
        && text.rsplit_once(' ').is_some_and(|(name, a)| {
            let given = gaz.part(name).is_some_and(|p| p.given >= 3);
            a.starts_with("ال") && !a.ends_with('ه') && gaz.demonym(a).is_some() && !given
        })
}

/// A title with the article, which stands before persons.
fn titled(word: &str, kind: EntityKind) -> Option<usize> {
    let gaz = Gazetteer::get();
    let word = word.strip_prefix("لل").map_or_else(|| word.to_string(), |rest| format!("ال{rest}"));
    let bare = word.strip_prefix(['و', 'ب', 'ف']).filter(|w| w.starts_with("ال")).unwrap_or(&word);
    (kind != EntityKind::Person && bare.starts_with("ال") && gaz.title(bare).is_some() && gaz.demonym(bare).is_none())
        .then_some(0)
}

/// An adjective of a country right behind a name: شاندونغ الصيني is a club; behind persons it is hardly ever said.
fn demonym_behind(doc: &Document, m: &EntityMention) -> Option<usize> {
    let last = doc.token_at(m.span.end.saturating_sub(1));
    let end = doc.sentence_tokens(m.sentence as usize).end;
    if m.kind != EntityKind::Person || m.role.is_some() || last + 1 >= end {
        return None;
    }
    let word = doc.fold_of(last + 1);
    (word.starts_with("ال") && Gazetteer::get().demonym(word).is_some()).then_some(2)
}

/// Do only marks, commas and و stand between two names in marks?
fn coordinated(between: &str) -> bool {
    let marks = |c: char| matches!(c, '"' | '«' | '»' | '“' | '”');
    between.chars().filter(|c| marks(*c)).count() >= 2
        && between.chars().all(|c| marks(c) || c.is_whitespace() || matches!(c, 'و' | '،' | ','))
}

/// What the run says of one name.
#[derive(Default, Clone, Copy)]
struct Votes {
    named: [u32; 4],
    nouns: [u32; 4],
    /// Nouns that stand before nothing else ([`SURE`]).
    sure: [u32; 4],
    /// Mentions right behind a storm, a probe or a ship, and those with a mark between.
    things: u32,
    marked: u32,
}

/// What stands before a mention.
struct Seen {
    /// Its normal form.
    text: String,
    /// The type that a noun gives it.
    noun: Option<usize>,
    /// Is the noun one of [`SURE`]?
    sure: bool,
    /// Does a storm, a probe or a ship stand before it, and a mark between?
    thing: Option<bool>,
}

/// What stands before the mentions of an article.
fn seen(r: &Reading) -> Vec<Seen> {
    let doc = &r.doc;
    let mut before: Option<(u32, Option<usize>, Option<bool>)> = None;
    let all = r.mentions.entities.iter().map(|m| {
        let mut noun = noun_before(doc, m).or_else(|| demonym_behind(doc, m));
        let mut thing = called_thing(doc, m);
        let joined = |end: u32| end <= m.span.start && coordinated(&doc.text()[end as usize..m.span.start as usize]);
        if let Some((end, of_first, first_thing)) = before
            && (noun.is_none() || thing.is_none() && first_thing == Some(true))
            && joined(end)
        {
            // فيلمي "ذي بوست" و"جنغل": the noun of both; الغواصتان "كلورا" و"دورنال"
            noun = noun.or(of_first);
            thing = thing.or(first_thing.filter(|marked| *marked));
        }
        before = Some((m.span.end, noun, thing));
        Seen { text: key(&whole_text(doc, m.span)), noun, sure: surely_before(doc, m), thing }
    });
    all.collect()
}

/// What the run says of each name.
fn votes<'s>(readings: &[Reading], seen: &'s [Vec<Seen>]) -> FxHashMap<&'s str, Votes> {
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    let mut grounds: Vec<&str> = Vec::new();
    for (r, seen) in readings.iter().zip(seen) {
        for (m, s) in r.mentions.entities.iter().zip(seen) {
            let v = votes.entry(s.text.as_str()).or_default();
            v.things += u32::from(s.thing.is_some());
            v.marked += u32::from(s.thing == Some(true));
            v.named[KINDS.iter().position(|k| *k == m.kind).unwrap_or(3)] += 1;
            match s.noun {
                // موقع, محطة: of places too
                Some(2) if m.kind == EntityKind::Place => {}
                Some(k) => v.nouns[k] += 1,
                None if m.role.is_some() => v.nouns[0] += 1,
                None => {}
            }
            if let Some(k) = s.noun.filter(|_| s.sure) {
                v.sure[k] += 1;
            }
            let ground = ["استاد ", "ستاد ", "ملعب "].iter().find_map(|g| s.text.strip_prefix(g));
            grounds.extend(ground.filter(|rest| m.kind == EntityKind::Place && rest.contains(' ')));
        }
    }
    // استاد فيسنتي كالديرون speaks for فيسنتي كالديرون
    for rest in grounds {
        if let Some(v) = votes.get_mut(rest) {
            v.nouns[1] += 1;
            v.sure[1] += 1;
        }
    }
    votes
}

/// A name that stands behind nouns of one type in half its mentions is of that type.
pub fn by_nouns(readings: &mut [Reading]) {
    let seen: Vec<Vec<Seen>> = readings.par_iter().map(seen).collect();
    let votes = votes(readings, &seen);
    readings.par_iter_mut().zip(&seen).for_each(|(r, seen)| {
        let article = Article { r, seen, votes: &votes, gaz: Gazetteer::get() };
        let kinds = article.kinds();
        for (m, kind) in r.mentions.entities.iter_mut().zip(kinds) {
            if let Some(kind) = kind {
                m.kind = kind;
                m.role = None;
            }
        }
    });
}

/// An article whose mentions are asked for their types.
struct Article<'a> {
    r: &'a Reading,
    seen: &'a [Seen],
    votes: &'a FxHashMap<&'a str, Votes>,
    gaz: &'static Gazetteer,
}

impl Article<'_> {
    /// The types of the mentions that are of another than the tagger's.
    fn kinds(&self) -> Vec<Option<EntityKind>> {
        let here = self.sure_here();
        let things = LazyCell::new(|| tells_of_things(&self.r.doc));
        let all = self.r.mentions.entities.iter().zip(self.seen);
        all.map(|(m, s)| {
            let person = m.kind == EntityKind::Person;
            // شركة بيلي twice in an article where nobody is called so
            if let Some(kind) = here.get(s.text.as_str()).filter(|_| person) {
                return Some(*kind);
            }
            if person && s.thing.is_some() || hashtag(&self.r.doc, m, &s.text, self.gaz) || self.is_ship(m, &s.text) {
                return Some(EntityKind::Other);
            }
            if let Some(kind) = listed(&s.text, m.kind, self.gaz) {
                return Some(kind).filter(|k| *k != m.kind);
            }
            if self.is_province(m, &s.text) {
                return Some(EntityKind::Place);
            }
            if let Some(kind) = listed_alone(s, m, self.seen, self.gaz) {
                return Some(kind);
            }
            self.by_words(m, &s.text).or_else(|| {
                // فلورنس in an article about a hurricane, which the run calls so
                if self.is_like_storm(m, &s.text) && *things {
                    return Some(EntityKind::Other);
                }
                self.by_votes(m, &s.text).filter(|k| *k != m.kind)
            })
        })
        .collect()
    }

    /// صلاح الدين in an article that has محافظة صلاح الدين and nobody of a longer name with these words
    fn is_province(&self, m: &EntityMention, text: &str) -> bool {
        if m.kind != EntityKind::Person || m.role.is_some() {
            return false;
        }
        let whole = format!("محافظه {text}");
        let longer = |x: &str| x != whole && x.len() > text.len() && (x.starts_with(text) || x.ends_with(text));
        self.gaz.classes(&whole) & bits::REGION != 0
            && self.seen.iter().any(|x| x.text == whole || x.text == text && x.noun == Some(1))
            && !self.seen.iter().any(|x| longer(&x.text))
    }

    /// داتيلو, a ship and nothing else
    fn is_ship(&self, m: &EntityMention, text: &str) -> bool {
        let v = &self.votes[text];
        matches!(m.kind, EntityKind::Organisation | EntityKind::Place)
            && v.marked >= 1
            && text.split(' ').next().is_some_and(|w| self.gaz.head(w).is_none())
            && v.things >= v.nouns.iter().sum()
            && v.things * 4 >= v.named.iter().sum()
            && self.gaz.classes(text) == 0
    }

    /// The type that a name's own words tell.
    fn by_words(&self, m: &EntityMention, text: &str) -> Option<EntityKind> {
        let (gaz, doc) = (self.gaz, &self.r.doc);
        // (وولفر هامبتون الإنجليزي) behind a player
        if matches!(m.kind, EntityKind::Person | EntityKind::Other) && bracketed_club(doc, m, text, gaz) {
            return Some(EntityKind::Organisation);
        }
        if m.kind != EntityKind::Organisation {
            return None;
        }
        if !doc.slice(m.span).starts_with(['إ', 'آ']) && called_as_persons(text, &self.votes[text], gaz) {
            return Some(EntityKind::Person);
        }
        // لوس أنجلوس غالاكسي is a club
        let club = ["لوس ", "ال ", "ال ايه "].iter().any(|c| text.starts_with(c));
        (!club && text.split(' ').any(|w| MODELS.has(w)) && gaz.classes(text) == 0).then_some(EntityKind::Other)
    }

    /// Does the run call a storm, a probe or a ship so, and the article nobody?
    fn is_like_storm(&self, m: &EntityMention, text: &str) -> bool {
        let bearer =
            |s: &Seen| s.text.split_once(' ').is_some_and(|(a, b)| a == text || b.rsplit(' ').next() == Some(text));
        m.kind == EntityKind::Person
            && m.role.is_none()
            && self.votes[text].things >= THINGS_LEAST
            && !self.seen.iter().any(bearer)
    }

    /// The type that the nouns of the run give.
    fn by_votes(&self, m: &EntityMention, text: &str) -> Option<EntityKind> {
        // a name of one word may be a storm's here and a woman's there
        if m.kind == EntityKind::Person
            && !text.contains(' ')
            && !self.seen.iter().any(|s| s.noun.is_some() && s.text == text)
        {
            return None;
        }
        // خيرونا الإسباني: a club that the run has without the adjective
        let club = || {
            let (name, adjective) = text.rsplit_once(' ')?;
            let v = self.votes.get(name)?;
            let rest = v.named[0] + v.named[1] + v.named[3];
            (m.kind != EntityKind::Place
                && adjective.starts_with("ال")
                && self.gaz.demonym(adjective).is_some()
                && v.named[2] >= NOUNS_LEAST
                && v.named[2] >= 4 * rest)
                .then_some(EntityKind::Organisation)
        };
        decided(text, &self.votes[text]).or_else(club)
    }

    /// Single words of an article that stand behind [`SURE`] nouns of one type again and again, where no person of the
    /// article has a name with the word and no role stands before it.
    fn sure_here(&self) -> FxHashMap<&str, EntityKind> {
        let mut out: FxHashMap<&str, EntityKind> = FxHashMap::default();
        let all = || self.seen.iter().zip(&self.r.mentions.entities);
        for s in self.seen.iter().filter(|s| s.sure && !s.text.contains(' ')) {
            let Some(kind) = s.noun.filter(|_| !out.contains_key(s.text.as_str())) else { continue };
            let same = || all().filter(|(x, _)| x.text == s.text);
            let behind = same().filter(|(x, _)| x.sure && x.noun == Some(kind)).count();
            let other = same().any(|(x, m)| x.noun.is_some_and(|n| n != kind) || !x.sure && m.role.is_some());
            let bearer = |(x, m): (&Seen, &EntityMention)| {
                m.kind == EntityKind::Person && x.text.contains(' ') && x.text.split(' ').any(|w| w == s.text)
            };
            if behind >= HERE_LEAST && 2 * behind >= same().count() && !other && !all().any(bearer) {
                out.insert(&s.text, KINDS[kind]);
            }
        }
        out
    }
}

/// A mother or father of somebody (أم فلان), a son of somebody, a native given name before a family's, which the lists have
/// for no institution and no noun in the run says to be one.
fn called_as_persons(text: &str, v: &Votes, gaz: &Gazetteer) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() < 2 || v.nouns[2] > 0 || gaz.classes(text) != 0 {
        return false;
    }
    if gaz.head(words[0]).is_some() || NOUNS.contains_key(words[0]) || entities::mend::PLACE_HEADS.has(words[0]) {
        return false;
    }
    let kunya = words.len() == 2
        && matches!(words[0], "ام" | "ابو")
        && !words[1].starts_with("ظبي")
        && !words[1].starts_with("ال")
        && !crate::text::letter_name(words[1]);
    let son = words[1..].contains(&"بن") || words[1..].contains(&"بنت");
    let part = |w: &str| gaz.part(w).unwrap_or_default();
    let pair = words.len() == 2
        && is_native(words[0])
        && part(words[0]).given >= 8
        && part(words[0]).given > part(words[0]).family
        && part(words[1]).family >= 3
        && words[1].starts_with("ال")
        && gaz.demonym(words[1]).is_none();
    kunya || son || pair
}

/// The type that the nouns decide on, if they do.
fn decided(text: &str, v: &Votes) -> Option<EntityKind> {
    let all: u32 = v.named.iter().sum();
    let nouns: u32 = v.nouns.iter().sum();
    let k = (0..4).max_by_key(|k| v.nouns[*k])?;
    let n = v.nouns[k];
    // بيكر هيوز, of whom no role is told
    let quiet = k == 2 && n == nouns && n >= QUIET_NOUNS && n * QUIET_SHARE >= all && text.contains(' ');
    // فيسنتي كالديرون, of whom no role is told: an unmistakable noun before one in four
    let sole = v.sure[k] >= 1 && n == nouns && n * 4 >= all && v.named[0] == all && text.contains(' ');
    let enough = (quiet || sole || n >= NOUNS_LEAST && n * 2 >= all) && n * 10 >= nouns * 9;
    if !enough || text.chars().count() < 3 {
        return None;
    }
    let gaz = Gazetteer::get();
    let own = match k {
        // توت عنخ آمون behind الملك; nobody is called الأعلى
        0 if text.starts_with("ال") || text.chars().any(|c| c.is_ascii_digit()) => return None,
        0 => bits::LEADER,
        1 => bits::COUNTRY | bits::CITY | bits::REGION | bits::SMALL_PLACE,
        2 => bits::ORGANISATION | bits::SMALL_PLACE,
        _ => bits::SMALL_PLACE,
    };
    let classes = gaz.classes(text);
    // what the lists have stays what they say, a name with a head of its own too (سجن + وزارة الداخلية)
    let head = text.split(' ').next().is_some_and(|w| gaz.head(w).is_some());
    let ground = text.split(' ').next().is_some_and(|w| NOUNS.get(w) == Some(&1));
    (classes & !own == 0 && !(head && k != 2) && !(ground && k != 1)).then(|| KINDS[k])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(texts: &[&str], spans: &[(&str, EntityKind)]) -> Vec<&'static str> {
        let mut readings: Vec<Reading> = texts
            .iter()
            .map(|t| {
                let doc = Document::from_text(t);
                let entities = spans
                    .iter()
                    .filter_map(|(s, kind)| {
                        let start = t.find(s)? as u32;
                        let span = crate::model::Span { start, end: start + s.len() as u32 };
                        Some(EntityMention { span, kind: *kind, role: None, sentence: 0, score_0_1: 0.5, entity: None })
                    })
                    .collect();
                Reading { doc, mentions: crate::model::Mentions { entities, ..Default::default() } }
            })
            .collect();
        by_nouns(&mut readings);
        readings.iter().flat_map(|r| r.mentions.entities.iter().map(|m| m.kind.as_str())).collect()
    }

    #[test]
    fn a_name_behind_clubs_is_a_club() {
        let texts = ["انضم إلى نادي تورماك سيرف", "أعلن نادي \"تورماك سيرف\" عن صفقة", "فاز تورماك سيرف"];
        assert_eq!(kinds(&texts, &[("تورماك سيرف", EntityKind::Person)]), ["ORG"; 3]);
        // one word may be a club here and a man there
        let texts = ["انضم إلى نادي تورماك", "أعلن نادي تورماك عن صفقة", "فاز تورماك"];
        assert_eq!(kinds(&texts, &[("تورماك", EntityKind::Person)]), ["ORG", "ORG", "PER"]);
    }

    #[test]
    fn one_noun_in_many_decides_nothing() {
        let texts = ["نادي تورماك كبير", "قال تورماك", "أكد تورماك", "أضاف تورماك"];
        assert_eq!(kinds(&texts, &[("تورماك", EntityKind::Person)]), ["PER"; 4]);
    }

    #[test]
    fn leagues_and_treaties_are_things_and_listed_bodies_institutions() {
        assert_eq!(kinds(&["وقعت نافتا"], &[("نافتا", EntityKind::Organisation)]), ["OTHER"]);
        let texts = ["خلال المنتدى الاقتصادي العالمي"];
        assert_eq!(kinds(&texts, &[("المنتدى الاقتصادي العالمي", EntityKind::Other)]), ["ORG"]);
    }

    #[test]
    fn a_noun_counts_for_the_name_joined_to_the_first() {
        let texts = ["منع فيلمي \"ذي كلام\" و\"دورمين\" أمس", "عرض فيلم \"دورمين\" اليوم"];
        let spans = [("ذي كلام", EntityKind::Organisation), ("دورمين", EntityKind::Organisation)];
        assert_eq!(kinds(&texts, &spans)[1..], ["OTHER"; 2]);
    }

    #[test]
    fn players_are_of_clubs_and_titles_of_persons() {
        let texts = ["قال مدرب كورنيلو سبورت", "فاز لاعب كورنيلو سبورت"];
        assert_eq!(kinds(&texts, &[("كورنيلو سبورت", EntityKind::Person)]), ["ORG"; 2]);
        let texts = ["مقبرة الملك تحونخ آمر", "مات الملك تحونخ آمر"];
        assert_eq!(kinds(&texts, &[("تحونخ آمر", EntityKind::Other)]), ["PER"; 2]);
    }

    #[test]
    fn hashtags_are_things_and_what_brackets_hold_behind_a_player_a_club() {
        assert_eq!(kinds(&["انتشر وسم #kulmar أمس"], &[("kulmar", EntityKind::Organisation)]), ["OTHER"]);
        let texts = ["لعب سليمان (كورنال الإنجليزي) أمس"];
        assert_eq!(kinds(&texts, &[("كورنال الإنجليزي", EntityKind::Other)]), ["ORG"]);
    }

    #[test]
    fn a_ground_is_a_place() {
        let texts = ["على ملعب \"نورفيك بارك\" أمس", "يستضيف ملعب نورفيك بارك المباراة"];
        assert_eq!(kinds(&texts, &[("نورفيك بارك", EntityKind::Organisation)]), ["LOC"; 2]);
    }

    #[test]
    fn mothers_and_sons_are_persons_and_models_are_things() {
        let spans = [("أم كلوران", EntityKind::Organisation), ("تورمال غالاكسي 9", EntityKind::Organisation)];
        assert_eq!(kinds(&["قالت أم كلوران إن تورمال غالاكسي 9 معها"], &spans), ["PER", "OTHER"]);
        assert_eq!(kinds(&["زار المهلب بن كلوران"], &[("المهلب بن كلوران", EntityKind::Organisation)]), ["PER"]);
        assert_eq!(kinds(&["قالت إم جي أمس"], &[("إم جي", EntityKind::Organisation)]), ["ORG"]);
    }

    #[test]
    fn one_unmistakable_noun_is_enough_for_who_has_no_role() {
        let texts = ["افتتاح استاد نورفيك كالدر أمس", "عاد إلى نورفيك كالدر", "رحل عن نورفيك كالدر"];
        assert_eq!(kinds(&texts, &[("نورفيك كالدر", EntityKind::Person)]), ["LOC"; 3]);
        let texts = ["قضية نورفيك كالدر أمس", "عاد إلى نورفيك كالدر", "رحل عن نورفيك كالدر"];
        assert_eq!(kinds(&texts, &[("نورفيك كالدر", EntityKind::Person)]), ["PER"; 3]);
    }

    #[test]
    fn a_storm_is_one_wherever_the_article_tells_of_storms() {
        let texts = [
            "ضرب الإعصار كلورين الساحل",
            "اقترب الإعصار كلورين أمس",
            "قال خبراء الإعصار إن كلورين يشتد",
            "غنت كلورين أمس",
        ];
        assert_eq!(kinds(&texts, &[("كلورين", EntityKind::Person)]), ["OTHER", "OTHER", "OTHER", "PER"]);
        let texts = ["رست السفينة الإيطالية \"دورتيلو\" أمس", "تصل دورتيلو غدا"];
        assert_eq!(kinds(&texts, &[("دورتيلو", EntityKind::Organisation)]), ["OTHER"; 2]);
    }

    #[test]
    fn a_ground_with_its_noun_speaks_for_the_name_without_it() {
        let doc = |t: &str, s: &str, kind: EntityKind| {
            let doc = Document::from_text(t);
            let start = t.find(s).expect("it stands there") as u32;
            let span = crate::model::Span { start, end: start + s.len() as u32 };
            let m = EntityMention { span, kind, role: None, sentence: 0, score_0_1: 0.5, entity: None };
            Reading { doc, mentions: crate::model::Mentions { entities: vec![m], ..Default::default() } }
        };
        let mut readings = vec![
            doc("على استاد نورفيك كالدر أمس", "استاد نورفيك كالدر", EntityKind::Place),
            doc("عاد إلى نورفيك كالدر", "نورفيك كالدر", EntityKind::Person),
        ];
        by_nouns(&mut readings);
        assert_eq!(readings[1].mentions.entities[0].kind, EntityKind::Place);
    }

    #[test]
    fn what_the_lists_have_for_one_thing_alone_is_that() {
        assert_eq!(kinds(&["سجل شيكابالا هدفا"], &[("شيكابالا", EntityKind::Organisation)]), ["PER"]);
        assert_eq!(kinds(&["ملك سيارة فيراري"], &[("فيراري", EntityKind::Other)]), ["OTHER"]);
        assert_eq!(kinds(&["تأسست فيراري قديما"], &[("فيراري", EntityKind::Other)]), ["ORG"]);
        let palace = [("قصر كينسنغتون", EntityKind::Organisation), ("الكروازيت", EntityKind::Organisation)];
        assert_eq!(kinds(&["أعلن قصر كينسنغتون قرب الكروازيت"], &palace), ["LOC"; 2]);
        // a person of the article is called so
        let short = [("دورنال فيا", EntityKind::Person), ("فيا", EntityKind::Person)];
        assert_eq!(kinds(&["لعب دورنال فيا"], &short), ["PER"; 2]);
    }

    #[test]
    fn a_province_called_like_a_person_is_one_where_the_article_says_so() {
        let text = "هجوم في محافظة صلاح الدين أمس";
        assert_eq!(kinds(&[text], &[("صلاح الدين", EntityKind::Person)]), ["LOC"]);
        assert_eq!(kinds(&["قاد صلاح الدين جيشه"], &[("صلاح الدين", EntityKind::Person)]), ["PER"]);
    }

    #[test]
    fn a_model_is_one_by_its_noun() {
        let texts = ["تحطمت مروحية من طراز كورف هولك", "هبطت كورف هولك أمس"];
        assert_eq!(kinds(&texts, &[("كورف هولك", EntityKind::Person)]), ["OTHER"; 2]);
    }

    #[test]
    fn a_company_named_twice_as_one_in_an_article_without_such_a_person_is_one() {
        let span = |text: &str, s: &str, past: usize| {
            let start = (past + text[past..].find(s).expect("it stands there")) as u32;
            crate::model::Span { start, end: start + s.len() as u32 }
        };
        let kinds = |text: &str, names: &[&str]| {
            let mut past = 0;
            let entities = names.iter().map(|n| {
                let span = span(text, n, past);
                past = span.end as usize;
                let kind = EntityKind::Person;
                EntityMention { span, kind, role: None, sentence: 0, score_0_1: 0.5, entity: None }
            });
            let entities = entities.collect();
            let mentions = crate::model::Mentions { entities, ..Default::default() };
            let mut readings = vec![Reading { doc: Document::from_text(text), mentions }];
            by_nouns(&mut readings);
            readings[0].mentions.entities.iter().map(|m| m.kind.as_str()).collect::<Vec<_>>()
        };
        let text = "أطلقت شركة كيلدار حملة وباعت شركة كيلدار مصنعا وربحت كيلدار كثيرا";
        assert_eq!(kinds(text, &["كيلدار"; 3]), ["ORG"; 3]);
        let text = "أطلقت شركة كيلدار حملة وباعت شركة كيلدار مصنعا وقال نوفار كيلدار ذلك";
        assert_eq!(kinds(text, &["كيلدار", "كيلدار", "نوفار كيلدار"])[2], "PER");
        let text = "شاركت الغواصتان النوويتان \"كلورا\" و\"نوفار دورنال\" في المناورة";
        assert_eq!(kinds(text, &["كلورا", "نوفار دورنال"]), ["OTHER"; 2]);
    }
}
