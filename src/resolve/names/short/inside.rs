//! The fuller form of a short one in its own article.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::compare::{self, Match, PersonName, Shape, is_native};
use super::super::{Form, Run, calling};
use super::WELL_KNOWN;
use super::kin::{Kin, Known};
use super::lands::main_country;
use super::talk::{Talk, Verdict};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{EntityKind, Reading};

/// What kings of one name are told apart by: nobody's last name.
static ORDINALS: Words = Words::new(&words::NAMES, "number of a king");

/// Roles that say sovereign, prince or head without more.
static SOVEREIGNS: Words = Words::new(&words::NAMES, "sovereign");

/// Heads of what is told by whose it is.
const OF_PLACES: [&str; 10] = [
    "police",
    "municipality",
    "government",
    "army",
    "court",
    "ministry",
    "embassy",
    "university",
    "authority",
    "chamber",
];

/// A candidate owner of a short form in an article.
struct Owner {
    form: u32,
    /// 3 listed or end of name, 2 beginning of the name; then smaller cost.
    rank: u8,
    cost: f64,
    count: u32,
    reason: String,
}

/// The forms of an article, with what it says of their bearers.
pub(super) struct Article<'a> {
    run: &'a Run,
    reading: &'a Reading,
    d: usize,
    shorts: &'a [bool],
    /// The well known bearers of surnames.
    known: &'a Known,
    forms: &'a [u32],
    counts: FxHashMap<u32, u32>,
    /// Those who are sovereigns or heads of state.
    titled: FxHashSet<u32>,
    callings: FxHashMap<u32, u8>,
}

impl<'a> Article<'a> {
    /// `shorts` says of each form of the run whether it is short.
    pub fn new(run: &'a Run, shorts: &'a [bool], known: &'a Known, reading: &'a Reading, d: usize) -> Article<'a> {
        let mut article = Article {
            run,
            reading,
            d,
            shorts,
            known,
            forms: &run.forms_of_doc[d],
            counts: FxHashMap::default(),
            titled: FxHashSet::default(),
            callings: FxHashMap::default(),
        };
        for (m, f) in reading.mentions.entities.iter().zip(&run.of_mention[d]) {
            *article.counts.entry(*f).or_insert(0) += 1;
            if let Some(role) = m.role.map(|r| reading.doc.slice(r)) {
                *article.callings.entry(*f).or_insert(0) |= calling(role);
                if heads_state(role) {
                    article.titled.insert(*f);
                }
            }
        }
        article
    }

    /// The short forms with their owners.
    pub fn owners(&self) -> Vec<(u32, Option<(u32, String)>)> {
        let short = self.forms.iter().filter(|f| self.shorts[**f as usize]);
        short.map(|f| (*f, self.owner(*f))).collect()
    }

    fn form(&self, form: u32) -> &'a Form {
        &self.run.forms[form as usize]
    }

    fn count(&self, form: u32) -> u32 {
        self.counts.get(&form).copied().unwrap_or(0)
    }

    /// The fuller form of a short one.
    fn owner(&self, short: u32) -> Option<(u32, String)> {
        let s = self.form(short);
        let kin = Kin::new(self.run, self.reading, self.d);
        let fuller = self.forms.iter().copied().filter(|f| *f != short && self.form(*f).kind == s.kind);
        let mut owners: Vec<Owner> = if s.kind == EntityKind::Person {
            fuller.filter_map(|full| self.bearer(short, full)).collect()
        } else {
            let weak = Gazetteer::get().short_for(&key(&s.shown));
            let owners: Vec<Owner> = fuller.filter_map(|full| self.extension(s, full, weak)).collect();
            self.of_their_country(short, owners)
        };
        owners.sort_by(|a, b| {
            let order = |o: &Owner| (Reverse(o.rank), o.cost > 0.3, Reverse(o.count));
            order(a).cmp(&order(b)).then(a.cost.total_cmp(&b.cost)).then(a.form.cmp(&b.form))
        });
        // a first name that two people share is nobody's
        if let [one, other, ..] = owners.as_slice()
            && one.rank == 2
            && s.kind == EntityKind::Person
            && compare::compare(&self.form(one.form).person, &self.form(other.form).person).is_none()
            && one.count <= other.count
        {
            return None;
        }
        let owner = owners.into_iter().next()?;
        if s.kind == EntityKind::Person {
            // عائلة ترامب is nobody's; the family of سكوت is that of one man
            if owner.rank == 3 && s.person.parts.len() == 1 && kin.is_family(short) {
                return None;
            }
            if let Some(known) = kin.of_known(self.known, short, owner.form).filter(|_| owner.rank == 3) {
                let (known_as, other) = (&self.form(known).shown, &self.form(owner.form).shown);
                let reason = format!("the name alone means {known_as}, of whose name {other} is");
                return Some((known, reason));
            }
            if owner.rank == 2 && is_native(&s.normal) && kin.is_anothers(short, owner.form) {
                return None;
            }
        }
        Some((owner.form, owner.reason))
    }

    /// Of fuller forms of a bare body of state those whose country the article does not speak against: not وزارة الخارجية الفنلندية for
    /// وزارة الخارجية بكوريا الجنوبية, nor where the sentences tell of the country that the article is mostly about, and not of Finland.
    fn of_their_country(&self, short: u32, mut owners: Vec<Owner>) -> Vec<Owner> {
        if owners.is_empty() || !self.run.is_state_body(short) {
            return owners;
        }
        let said = self.run.country_said(short, self.reading, self.d);
        let talk = Talk::new(self.run, self.reading, self.d);
        let mentions = self.run.mentions_of(short, self.reading, self.d);
        let main = main_country(self.reading);
        owners.retain(|o| {
            let Some(of) = self.run.country_of_body(o.form).filter(|c| c.len() == 2) else { return true };
            let other =
                main.is_some_and(|main| main != of && mentions.iter().all(|m| talk.beside(m, main) == Verdict::For));
            said.map_or(!other, |said| said == of)
        });
        owners
    }

    /// A person whose last or first name a short form is.
    fn bearer(&self, short: u32, full: u32) -> Option<Owner> {
        let (s, f) = (self.form(short), self.form(full));
        if self.shorts[full as usize] && f.person.parts.len() == 1 {
            return None;
        }
        let count = self.count(full);
        let Some(m) = compare::compare(&s.person, &f.person) else {
            let reason = || format!("a slip for the last name of {} in the same article", f.shown);
            return is_slip(&s.normal, f.person.last(), count).then(|| Owner {
                form: full,
                rank: 1,
                cost: 1.0,
                count,
                reason: reason(),
            });
        };
        if self.is_somebody_else(short, full, &m) {
            return None;
        }
        let family_first = || m.cost <= 0.2 && Gazetteer::get().part(&s.normal).is_some_and(|p| p.given <= p.family);
        let (rank, what, limit) = match m.shape {
            Shape::End => (3, "the last name of", 0.8),
            // كيم of كيم جونغ أون: where the family stands first
            Shape::Beginning if !is_native(&s.normal) && family_first() => (3, "the first word of", 0.2),
            Shape::Beginning if !is_native(&s.normal) => (2, "the first name of", 0.5),
            Shape::Beginning => (2, "the first name of", 0.2),
            _ => return None,
        };
        (m.cost <= limit).then(|| {
            let note = if m.reasons.is_empty() { String::new() } else { format!(" ({})", m.reasons.join("; ")) };
            let reason = format!("{what} {} in the same article{note}", f.shown);
            Owner { form: full, rank, cost: m.cost, count, reason }
        })
    }

    /// Does something speak against a bearer whose name fits?
    fn is_somebody_else(&self, short: u32, full: u32, m: &Match) -> bool {
        let (s, f) = (self.form(short), self.form(full));
        let calling = |f: u32| self.callings.get(&f).copied().unwrap_or(0);
        let little = m.cost > 0.0 && s.normal.chars().count() <= 4;
        // آل ثاني is no short form of عبد الله الثاني
        m.shape == Shape::End && ORDINALS.has(f.person.last())
            // بوتين, whom hundreds of articles name, is no slip for بوتينا
            || m.cost > 0.0 && s.docs.len() >= WELL_KNOWN && f.docs.len() * 4 < s.docs.len()
            // وانغ is not يانغ
            || little && s.normal.chars().next() != last_of(&m.shape, &f.person).chars().next()
            // اللواء السعيد is not محمد السعيد the player
            || calling(short) != 0 && calling(full) != 0 && calling(short) & calling(full) == 0
            // الأمير هاري beside هاري هيلز, الزعيم كيم beside توني كيم
            || self.titled.contains(&short) && !self.titled.contains(&full)
    }

    /// A place, an institution or a thing that a form says in full; `weak` are the listed ones that have the short form.
    fn extension(&self, s: &Form, full: u32, weak: &[u32]) -> Option<Owner> {
        let (f, count) = (self.form(full), self.count(full));
        let listed = self.run.listed_entity(full);
        let owner = |rank: u8, cost: f64, reason: String| Some(Owner { form: full, rank, cost, count, reason });
        if listed.is_some_and(|e| weak.contains(&e)) {
            owner(3, 0.0, format!("a short form of {} in the same article", f.shown))
        } else if is_slip(&s.normal, &f.normal, count) {
            owner(1, 1.0, format!("a slip for {} in the same article", f.shown))
        } else if !extends(&f.normal, &s.normal) || f.shown.ends_with(&format!("-{}", s.shown)) {
            None
        } else if listed.is_none() && weak.is_empty() {
            owner(2, f.normal.len() as f64 / 1000.0, format!("{} in the same article says it in full", f.shown))
        } else if listed.is_some() && f.normal.strip_prefix(&s.normal).is_some_and(|rest| rest.starts_with(" @")) {
            owner(3, 0.0, format!("{} in the same article says whose it is", f.shown))
        } else {
            None
        }
    }
}

/// The part of a fuller name that a short form is compared with.
fn last_of<'a>(shape: &Shape, full: &'a PersonName) -> &'a str {
    if *shape == Shape::Beginning { full.first() } else { full.last() }
}

/// A role that says sovereign, prince or head of state without more.
fn heads_state(role: &str) -> bool {
    SOVEREIGNS.has(key(role).split(' ').next().unwrap_or_default())
}

/// Does the longer normal form say the shorter in full: the shorter with more words after it, or its name at the end?
fn extends(full: &str, short: &str) -> bool {
    // اتحاد الإذاعات العربية: whose it is, no short form
    if Gazetteer::get().demonym(&format!("ال{short}")).is_some() || short == "عربيه" {
        return false;
    }
    full.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
        || !short.contains(' ')
            && short.chars().count() >= 4
            && full.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
            && !of_a_place(full)
}

/// Is the complement of the head whose it is (شرطة الكابيتول, بلدية القدس) and not what it is called (حركة حماس)?
fn of_a_place(full: &str) -> bool {
    let head = full.split(' ').next().unwrap_or_default();
    Gazetteer::get().head(head).is_some_and(|h| OF_PLACES.contains(&h.kind))
}

/// One letter apart from a name of the same article that stands there more than once, and in no list itself.
fn is_slip(word: &str, name: &str, count: u32) -> bool {
    count >= 1
        && word.chars().count() >= 4
        && name.chars().count() >= 5
        && !name.contains(' ')
        && Gazetteer::get().part(word).is_none()
        && crate::link::similarity::edits(word, name) == 1
}
