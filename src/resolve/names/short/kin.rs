//! Kin of the well known: whose a bare surname is in an article on somebody's wife, father or son, and whose a given name with a
//! word of kin before it is not.

use rustc_hash::FxHashMap;

use super::super::compare::{self, is_native};
use super::super::{Form, Run};
use super::{WELL_KNOWN, given_name};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, EntityMention, Reading};

/// The known bearer of a surname is in so many more articles than the kinsman.
const KNOWN_TIMES: usize = 4;

/// Bearers in so many times as many articles are meant by a bare surname even where the kinsman is named in full.
const DOMINANT_TIMES: usize = 10;

/// One mention in so many with a feminine word before it leaves the surname to her.
const FEMININE_SHARE: usize = 4;

/// Words that say whose kin somebody is (زوجة, نجل).
static WHOSE_KIN: Words = Words::new(&words::NAMES, "kin or counterpart");

/// Kin with a pronoun (زوجته, ابنه).
static KIN_OF_HIM: Words = Words::new(&words::NAMES, "somebody's kin");

/// Those who are honoured by one name (النبي, الإمام).
static HONOURED: Words = Words::new(&words::NAMES, "honoured by a given name");

/// A given name that so many people of the lists bear is common.
const COMMON_GIVEN: u16 = 40;

/// Articles of a kinswoman, half of which name the well known bearer too, that make her his kin.
const TOGETHER_LEAST: usize = 8;

/// Words that make a family of the name behind them.
static FAMILIES: Words = Words::new(&words::NAMES, "family before a name");

/// Words that tell a dead or former bearer from the one of today.
static FORMER: Words = Words::new(&words::NAMES, "former or dead");

/// The bearer of each last name with the most articles, where these are many.
pub(super) struct Known(FxHashMap<String, u32>);

impl Known {
    /// Reads the full names of the run. Linear.
    pub fn new(run: &Run) -> Known {
        let mut most: FxHashMap<String, u32> = FxHashMap::default();
        for (id, f) in run.forms.iter().enumerate() {
            if f.kind != EntityKind::Person || f.person.parts.len() < 2 || f.person.latin || f.docs.len() < WELL_KNOWN {
                continue;
            }
            let best = most.entry(f.person.last().to_string()).or_insert(id as u32);
            if run.forms[*best as usize].docs.len() < f.docs.len() {
                *best = id as u32;
            }
        }
        Known(most)
    }

    /// The well known bearer of a surname who is another than `bearer`.
    fn other_than(&self, run: &Run, bearer: &Form) -> Option<u32> {
        let known = *self.0.get(bearer.person.last())?;
        let full = &run.forms[known as usize];
        let another = compare::compare(&full.person, &bearer.person).is_none();
        (another && full.docs.len() >= KNOWN_TIMES * bearer.docs.len()).then_some(known)
    }
}

/// What the words beside the mentions of persons in an article say of them.
pub(super) struct Kin<'a> {
    run: &'a Run,
    reading: &'a Reading,
    d: usize,
}

impl<'a> Kin<'a> {
    pub fn new(run: &'a Run, reading: &'a Reading, d: usize) -> Kin<'a> {
        Kin { run, reading, d }
    }

    /// The word before a mention in its sentence, as written.
    fn before(&self, m: &EntityMention) -> &'a str {
        let doc = &self.reading.doc;
        let first = doc.token_at(m.span.start);
        let begin = doc.sentence_tokens(m.sentence as usize).start;
        if first > begin { doc.slice(doc.span_of(first - 1, first)) } else { "" }
    }

    /// The word behind a mention in its sentence, as written.
    fn behind(&self, m: &EntityMention) -> &'a str {
        let doc = &self.reading.doc;
        let next = doc.token_at(m.span.end.saturating_sub(1)) + 1;
        let end = doc.sentence_tokens(m.sentence as usize).end;
        if next < end { doc.slice(doc.span_of(next, next + 1)) } else { "" }
    }

    /// Does the article, or the end of her first name (ميلانيا), say that a bearer is a woman?
    fn is_woman(&self, form: u32) -> bool {
        let first = self.run.forms[form as usize].person.first();
        let foreign = !is_native(first) && first.ends_with(['ا', 'ه']);
        // زوجته ميلانيا; زوجة ترامب names the husband
        let hers = |word: &str| is_kin_of_him(word) && is_feminine_kin(word);
        let said = |m: &&EntityMention| hers(self.before(m)) || self.role_is_feminine(m);
        foreign || self.mentions(form).iter().any(said)
    }

    fn mentions(&self, form: u32) -> Vec<&'a EntityMention> {
        self.run.mentions_of(form, self.reading, self.d)
    }

    /// The first word of the role beside a mention, as written.
    fn role_opening(&self, m: &EntityMention) -> Option<&'a str> {
        self.reading.doc.slice(m.role?).split_whitespace().next()
    }

    /// Is the role beside a mention a woman's (السيدة الأولى, زوجة الرئيس)?
    fn role_is_feminine(&self, m: &EntityMention) -> bool {
        self.role_opening(m).is_some_and(|w| w.ends_with('ة') || is_feminine_kin(w))
    }

    /// Does a word beside a bare surname say that a woman is meant (السيدة نتنياهو, قالت ترامب)?
    fn means_woman(&self, m: &EntityMention) -> bool {
        let before = self.before(m);
        // زوجة نتنياهو: the husband
        if is_kin(before) {
            return false;
        }
        let verb = |w: &str| w.ends_with('ت') && w.chars().count() >= 4;
        self.role_is_feminine(m)
            || before.starts_with("ال") && before.ends_with('ة')
            || verb(before)
            || verb(self.behind(m))
    }

    /// The well known bearer of a bare surname whose kin `bearer` is in this article: بشار الأسد where it names his father,
    /// دونالد ترامب in an article on his wife.
    pub fn of_known(&self, known: &Known, short: u32, bearer: u32) -> Option<u32> {
        let (s, b) = (&self.run.forms[short as usize], &self.run.forms[bearer as usize]);
        if s.person.parts.len() != 1
            || b.person.parts.len() < 2
            || s.normal != b.person.last()
            || s.docs.len() < WELL_KNOWN
            || given_name(&s.normal)
        {
            return None;
        }
        let other = known.other_than(self.run, b)?;
        let here = self.run.forms_of_doc[self.d].binary_search(&other).is_ok();
        if !here && self.run.listed_entity(other).is_none() {
            return None;
        }
        let mentions = self.mentions(short);
        // وأسلي أردوغان, cut in two
        if mentions.iter().any(|m| key(self.before(m)).ends_with(b.person.first())) {
            return None;
        }
        let women = mentions.iter().filter(|m| self.means_woman(m)).count();
        let (she, he) = (self.is_woman(bearer), !self.is_woman(other));
        let meant = match (she, he) {
            (true, true) => women * FEMININE_SHARE <= mentions.len() && self.is_his_kin(other, bearer, &mentions),
            (false, false) => women > 0,
            (false, true) => self.is_his_father(other, bearer, &mentions, here),
            (true, false) => false,
        };
        meant.then_some(other)
    }

    /// Is a bare surname the well known man's, though another is named in full once as his kin (والده حافظ الأسد) or as one of former
    /// days (الرئيس الراحل)?
    fn is_his_father(&self, other: u32, bearer: u32, mentions: &[&EntityMention], here: bool) -> bool {
        let (full, b) = (&self.run.forms[other as usize], &self.run.forms[bearer as usize]);
        let former = |m: &EntityMention| {
            let role = m.role.map(|r| self.reading.doc.slice(r)).unwrap_or_default();
            role.split_whitespace().chain([self.before(m), self.behind(m)]).any(|w| FORMER.has(&key(w)))
        };
        let kin = |m: &EntityMention| is_kin_of_him(self.before(m)) || former(m) && self.is_president(m);
        let named = self.mentions(bearer);
        full.docs.len() >= DOMINANT_TIMES * b.docs.len()
            && named.len() <= mentions.len()
            && mentions.iter().filter(|m| former(m)).count() * 2 <= mentions.len()
            && (named.iter().any(|m| kin(m)) || here && named.len() == 1 && mentions.len() >= 2)
    }

    /// Is a president's title beside a mention?
    fn is_president(&self, m: &EntityMention) -> bool {
        m.role.is_some_and(|r| key(self.reading.doc.slice(r)).split(' ').next() == Some("الرييس"))
    }

    /// Does the article, or what the run has of both, say that a woman is the kin of the well known bearer (زوجة نتنياهو, ابنته
    /// إيفانكا ترامب)?
    fn is_his_kin(&self, other: u32, bearer: u32, mentions: &[&EntityMention]) -> bool {
        let said = |m: &&EntityMention| is_kin(self.before(m)) || self.role_is_kin(m);
        let (his, hers) = (&self.run.forms[other as usize].docs, &self.run.forms[bearer as usize].docs);
        let together = hers.iter().filter(|d| his.binary_search(d).is_ok()).count();
        hers.len() >= TOGETHER_LEAST && together * 2 >= hers.len()
            || self.mentions(bearer).iter().any(said)
            || mentions.iter().any(|m| is_kin(self.before(m)))
    }

    /// Does the role beside a mention say whose kin its bearer is (زوجة الرئيس)?
    fn role_is_kin(&self, m: &EntityMention) -> bool {
        self.role_opening(m).is_some_and(is_kin)
    }

    /// Is a given name alone somebody's whom a word of kin or honour tells from its bearer in the article (ابنه أحمد, النبي محمد)?
    pub fn is_anothers(&self, short: u32, bearer: u32) -> bool {
        let of = |form: u32| -> Vec<String> { self.mentions(form).iter().map(|m| key(self.before(m))).collect() };
        let common =
            Gazetteer::get().part(&self.run.forms[short as usize].normal).is_some_and(|p| p.given >= COMMON_GIVEN);
        let (mentions, own) = (self.mentions(short), of(bearer));
        let another = |m: &&EntityMention| {
            let word = self.before(m);
            // ابنته مريم is مريم نواز, of a family that the article is on
            let kinsman = is_kin_of_him(word) && !is_feminine_kin(word);
            (kinsman || HONOURED.has(&key(word))) && !own.contains(&key(word))
        };
        common && !mentions.is_empty() && mentions.iter().all(another)
    }

    /// Does a bare name stand for a family wherever the article has it (عائلة ترامب, آل سعود)?
    pub fn is_family(&self, short: u32) -> bool {
        let mentions = self.mentions(short);
        !mentions.is_empty() && mentions.iter().all(|m| FAMILIES.has(&key(self.before(m))))
    }
}

/// Is a word, as written, one of kin (زوجة, زوجته, نجل, والده)?
fn is_kin(word: &str) -> bool {
    let folded = key(word);
    let bare = crate::text::clitics::strip_conjunction(&folded);
    WHOSE_KIN.has(bare) || is_kin_of_him(word)
}

/// Is a word, as written, one of kin with a pronoun (والده, and not والدة)?
fn is_kin_of_him(word: &str) -> bool {
    !word.ends_with('ة') && KIN_OF_HIM.has(crate::text::clitics::strip_conjunction(&key(word)))
}

/// Is a word of kin, as written, a woman's (زوجة, ابنتها)?
fn is_feminine_kin(word: &str) -> bool {
    is_kin(word) && (word.ends_with('ة') || word.ends_with("ته") || word.ends_with("تها"))
}
