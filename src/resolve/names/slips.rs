//! Slips of the pen: a rare name one of whose words is a well-known name's with a letter dropped, doubled, moved or
//! exchanged (دونادل ترامب, شي جيبينغ, كأس العام).
//!
//! The rest of the two names is the same, the well-known one is [`SLIP_TIMES`] as frequent, the odd word stands in no
//! other name, and their articles speak of the same things.

use rustc_hash::FxHashMap;

use super::{Run, WORD_LEAST, compare, corpus_has};
use crate::lang::gaz::{Gazetteer, key};
use crate::link::similarity;
use crate::model::EntityKind;

/// A slip has at most so many mentions.
const SLIP_MOST: u32 = 15;
/// The right name is so often as frequent; where two letters changed places, [`MOVED_TIMES`].
const SLIP_TIMES: u32 = 10;
const MOVED_TIMES: u32 = 4;
/// The same where the odd word is a word of the language (كأس العام) and most of its articles have the right name, too.
const WORD_TIMES: u32 = 50;
/// Letters that the odd word has at least.
const SLIP_LETTERS: usize = 4;
/// Names that may have the odd word; a word in more of them is somebody's name.
const SLIP_NAMES: u32 = 3;
/// Well-known names that one rare name is compared with.
const KNOWN_MOST: usize = 40;
/// Companions that a slip shares with the right name when a letter is exchanged or the beginning left out, and the share
/// of its companions that these are: one in so many.
const SLIP_COMPANIONS: usize = 2;
const SLIP_COMPANY: usize = 4;
/// With another letter, what the corpus has so often is a word (المنتخب البرتقالي is not the Portuguese one).
const EXCHANGED_WORD: u16 = 10;
/// A given name that so many people of the lists bear says nothing of who is meant: محمد حداقي, محمد حماقي.
const COMMON_REST: u16 = 400;

/// Kind of name, number of words, the word left out, the others.
type Rest = (EntityKind, usize, usize, String);

/// How an odd word comes from the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// Two letters that changed places (أندور).
    Moved,
    /// A letter dropped, doubled or put in.
    Near,
    /// Another letter.
    Exchanged,
    /// The vowels of the beginning are left out (مانويل, إيمانويل).
    Beginning,
}

impl Slip {
    /// What `odd` is of `right`, both folded.
    fn of(odd: &str, right: &str) -> Option<Slip> {
        let (n, m) = (odd.chars().count(), right.chars().count());
        let digits = |w: &str| w.chars().any(|c| c.is_ascii_digit() || c.is_ascii_alphabetic());
        if odd == right || n.min(m) < SLIP_LETTERS || digits(odd) || digits(right) {
            return None;
        }
        if similarity::edits(odd, right) == 1 {
            let sorted = |w: &str| {
                let mut v: Vec<char> = w.chars().collect();
                v.sort_unstable();
                v
            };
            let moved = sorted(odd) == sorted(right);
            return Some(match n == m {
                true if moved => Slip::Moved,
                true => Slip::Exchanged,
                false => Slip::Near,
            });
        }
        let front = right.strip_suffix(odd)?;
        (front.chars().count() == 2 && front.chars().all(|c| "ايو".contains(c))).then_some(Slip::Beginning)
    }
}

impl Run {
    /// Joins rare names that are slips of well-known ones. Near-linear: names meet by the words that they share.
    pub(super) fn join_slips(&mut self) {
        let words: Vec<Vec<String>> = (0..self.forms.len() as u32).map(|id| self.slip_words(id)).collect();
        let mut names_with: FxHashMap<&str, u32> = FxHashMap::default();
        let mut blocks: FxHashMap<Rest, Vec<u32>> = FxHashMap::default();
        for (id, own) in words.iter().enumerate() {
            for (skip, w) in own.iter().enumerate() {
                *names_with.entry(w.as_str()).or_insert(0) += 1;
                let rest: Vec<&str> = own.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, w)| &**w).collect();
                let rest = (self.forms[id].kind, own.len(), skip, rest.join(" "));
                blocks.entry(rest).or_default().push(id as u32);
            }
        }
        #[allow(clippy::iter_over_hash_type)] // sorted next
        let mut blocks: Vec<(usize, Vec<u32>)> =
            blocks.into_iter().filter(|(_, v)| v.len() > 1).map(|(rest, v)| (rest.2, v)).collect();
        blocks.sort_unstable_by(|a, b| (a.1[0], a.0, &a.1).cmp(&(b.1[0], b.0, &b.1)));
        for (skip, mut block) in blocks {
            block.sort_by_key(|id| (std::cmp::Reverse(self.forms[*id as usize].count), *id));
            let known: Vec<u32> = block
                .iter()
                .copied()
                .filter(|id| self.forms[*id as usize].count >= MOVED_TIMES)
                .take(KNOWN_MOST)
                .collect();
            block.retain(|id| self.forms[*id as usize].count <= SLIP_MOST);
            for rare in block {
                let odd = words[rare as usize][skip].as_str();
                for &right in &known {
                    let good = words[right as usize][skip].as_str();
                    let Some(slip) = Slip::of(odd, good) else { continue };
                    let others = names_with[odd];
                    if self.is_slip(rare, right, (odd, good), slip, others) {
                        let times = self.forms[right as usize].count / self.forms[rare as usize].count.max(1);
                        let reason = format!("{odd} ~ {good}: a slip of the pen, once for {times} times");
                        self.join(rare, right, format!("{reason}; they keep the same company"));
                        break;
                    }
                }
            }
        }
    }

    /// The words of a name that a slip may stand in; none for names that say too little.
    fn slip_words(&self, id: u32) -> Vec<String> {
        let f = &self.forms[id as usize];
        if self.is_short(id) {
            return Vec::new();
        }
        let words: Vec<String> = match f.kind {
            EntityKind::Person if f.person.latin => Vec::new(),
            EntityKind::Person => f.person.parts.iter().map(|p| p.text.clone()).collect(),
            _ => key(&f.shown).split(' ').map(str::to_string).collect(),
        };
        if (2..=6).contains(&words.len()) { words } else { Vec::new() }
    }

    /// Is the rare name the right one with a slip in one word? `names` is how many names have the odd word.
    fn is_slip(&mut self, rare: u32, right: u32, (odd, good): (&str, &str), slip: Slip, names: u32) -> bool {
        let joined = self.groups.find(rare) == self.groups.find(right);
        let (a, b) = (&self.forms[rare as usize], &self.forms[right as usize]);
        let (times, person) = (b.count / a.count.max(1), a.kind == EntityKind::Person);
        let least = if slip == Slip::Moved { MOVED_TIMES } else { SLIP_TIMES };
        if joined || times < least {
            return false;
        }
        let (both, all) = (a.docs.iter().filter(|d| b.docs.binary_search(d).is_ok()).count(), a.docs.len());
        if person {
            // سليمان and سلمان are both given names; سافيني is nobody else's
            let native = compare::is_native(odd);
            let common = |w: &str| Gazetteer::get().part(w).is_some_and(|p| p.given >= COMMON_REST);
            let little = a.person.parts.iter().all(|p| p.text == odd || common(&p.text));
            if native && compare::is_native(good) || both == 0 && (native || little || names > SLIP_NAMES) {
                return false;
            }
        } else {
            if two_words(odd, good) {
                return false;
            }
            // كأس العام beside كأس العالم; وزارة العمل is no وزارة العدل
            if corpus_has(odd, if slip == Slip::Exchanged { EXCHANGED_WORD } else { WORD_LEAST }) {
                return times >= WORD_TIMES && both * 4 >= all * 3;
            }
        }
        // حسن الداودي is no حسن الدوادي: letters that changed places in a name that is not rare beside the other
        if times < SLIP_TIMES && both == 0 {
            return false;
        }
        let (shared, companions) = self.company(rare, right);
        both > 0
            || match slip {
                Slip::Moved | Slip::Near => shared >= 1,
                Slip::Exchanged | Slip::Beginning => shared >= SLIP_COMPANIONS && shared * SLIP_COMPANY >= companions,
            }
    }

    /// How many rare names of the articles of one form stand in articles of another, too, and how many there are.
    fn company(&self, rare: u32, right: u32) -> (usize, usize) {
        let mut companions: Vec<u32> = Vec::new();
        for d in &self.forms[rare as usize].docs {
            companions.extend(self.forms_of_doc[*d as usize].iter().filter(|f| **f != rare && self.tells(**f)));
        }
        companions.sort_unstable();
        companions.dedup();
        let of_right = &self.forms[right as usize].docs;
        let with = |f: &u32| self.forms[*f as usize].docs.iter().any(|d| of_right.binary_search(d).is_ok());
        (companions.iter().filter(|f| with(f)).count(), companions.len())
    }
}

/// Do the lists know both words, as a country's, a place's or as a head of names (الإيراني, العراقي; وزارة, إدارة)?
fn two_words(a: &str, b: &str) -> bool {
    let g = Gazetteer::get();
    let head = |w: &str| g.head(w).or_else(|| g.head(w.strip_prefix("ال")?)).is_some();
    let land = |w: &str| g.demonym(w).is_some() || g.country(w).is_some() || g.world_place(w).is_some();
    head(a) && head(b) || land(a) && land(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_slip_is() {
        assert_eq!(Slip::of("اندور", "اندرو"), Some(Slip::Moved));
        assert_eq!(Slip::of("دونادل", "دونالد"), Some(Slip::Moved));
        assert_eq!(Slip::of("سافيني", "سالفيني"), Some(Slip::Near));
        assert_eq!(Slip::of("سيرغري", "سيرغي"), Some(Slip::Near));
        assert_eq!(Slip::of("دومالد", "دونالد"), Some(Slip::Exchanged));
        assert_eq!(Slip::of("مانويل", "ايمانويل"), Some(Slip::Beginning));
        assert_eq!(Slip::of("ميركل", "ترامب"), None);
        // figures are never slips, three letters say too little
        assert_eq!(Slip::of("2018م", "2019م"), None);
        assert_eq!(Slip::of("بوب", "روب"), None);
    }

    #[test]
    fn two_countries_are_no_slip() {
        assert!(two_words("الايراني", "العراقي"));
        assert!(!two_words("الجزيه", "الجزيره"));
    }
}
