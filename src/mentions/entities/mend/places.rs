//! Names of places: words that wait for the next one, adjectives and common nouns, what happened at a place.

use super::words::{
    ADJECTIVE_LEAST, Column, EVENTS, RARER_ADJECTIVE, SELDOM, closes, column, count, forms, no_name, seldom, verb,
};
use super::{Names, OTHER, PERSON, PLACE, PLACE_HEADS, lists, refuse};
use crate::lang::gaz::{Gazetteer, bits};
use crate::lang::lexicon::Words;

/// Set phrases that are no places.
static NO_PLACES: Column = column!("no_places.tsv", "phrase");
/// Words of places' names that wait for the next one.
static WAITING: Column = column!("waiting_words.tsv", "word");
/// Adjectives behind a place's name that are none of it.
static PLACE_ADJECTIVES: Column = column!("place_adjectives.tsv", "word");
/// Nouns with the article that lands are called by (الأراضي السورية).
static LANDS: Column = column!("land_nouns.tsv", "word");
/// Heads of what happened at a place that the tagger takes for the place.
static HAPPENINGS: Words = Words::new(&lists::NAMES, "happening at a place");
/// Words for a part or the whole of what a place names.
static ALL_OF: Words = Words::new(&lists::NAMES, "part or whole of a place");
/// Directions behind a place's name.
static DIRECTION_BEHIND: Words = Words::new(&lists::NAMES, "direction behind a place");
/// Words that any place may be told by: ريف, شمال, المحافظة, الشرقي.
static ANY_PLACE: Words = Words::new(&lists::NAMES, "of any place");
/// Places that the article has named before.
static SOME_PLACE: Words = Words::new(&lists::NAMES, "some place");
/// Nouns of seas and the like, of which a dual names two.
static DOUBLED: Words = Words::new(&lists::NAMES, "place named by twos");

/// What is said behind الأراضي of a land that is meant by it.
static LAND_BEHIND: Words = Words::new(&lists::NAMES, "behind the lands");
/// What the place in a table or a team is called that مركز stands before.
static POSITIONS: Words = Words::new(&lists::NAMES, "position in a table or team");

/// مركز الوصافة, مركز رأس الحربة: no centre
pub(super) fn position(words: &[&str]) -> bool {
    let [head, next, ..] = words else { return false };
    matches!(forms(head)[1], "مركز" | "المركز") && POSITIONS.has(next)
}

impl Names<'_> {
    /// Where a place's name ends, and where one that was cut begins.
    pub(super) fn end_place(&mut self) {
        // كفر + بطنا, بيت + سوى
        if WAITING.contains(self.last()) && self.behind().is_some_and(|w| self.may_end_place(w)) {
            match self.ahead.last() {
                Some(&(next, ..)) if next == self.to => self.join_next(&[PERSON, PLACE]),
                _ => self.to += 1,
            }
        }
        // مضيق هرمز + الاستراتيجي
        while self.len() > 2 && PLACE_ADJECTIVES.contains(self.last()) {
            self.to -= 1;
        }
        // أرخبيل سقطرى + محافظة منكوبة
        let words = self.words;
        if let Some(j) = (self.from + 2..self.to.saturating_sub(1))
            .find(|&j| PLACE_HEADS.has(words[j]) && (seldom(words[j + 1]) || no_name(words[j + 1])))
        {
            self.to = j;
        }
        // الإمارت + العربية المتحدة
        if self.own() == ["العربيه", "المتحده"] && self.before().starts_with("ال") && self.is_free_before()
        {
            self.from -= 1;
        }
    }

    /// May a word complete a name that waits for one?
    fn may_end_place(&self, word: &str) -> bool {
        let count = |w: &str| count(w, self.lexicon);
        let joined = || word.strip_prefix(['و', 'ب', 'ل']).is_some_and(|r| count(r) > count(word));
        word.chars().count() >= 3
            && word.chars().all(char::is_alphabetic)
            && !(closes(word) || verb(word) || seldom(word) || joined())
    }

    /// Common nouns and adjectives that make no place's name, and what happened at one.
    pub(super) fn place(&mut self) -> Option<()> {
        // كامل + مزارع الفازة
        while self.len() > 1 && ALL_OF.has(forms(self.first())[1]) {
            self.from += 1;
        }
        // ريف + دير الزور الشرقي: the direction is the countryside's
        if self.len() > 1
            && matches!(self.before(), "ريف" | "بريف" | "وريف")
            && DIRECTION_BEHIND.has(self.last())
            && self.is_free_before()
        {
            self.from -= 1;
        }
        // ريف المحافظة الشرقي, وسط المدينة: the article says which
        let of_any = |w: &str| ANY_PLACE.has(w) || ANY_PLACE.has(w.strip_prefix(['و', 'ل', 'ب']).unwrap_or(w));
        refuse(self.len() > 1 && self.own().iter().all(|w| of_any(w)))?;
        refuse(self.is_no_land() || self.is_ground() || self.is_phrase(&NO_PLACES))?;
        refuse(position(self.own()))?;
        if self.len() > 1 && (HAPPENINGS.has(self.first()) || self.is_event()) {
            self.kind = OTHER;
            return Some(());
        }
        refuse(self.is_adjective_of_place() || two_places(self.own(), self.behind()))
    }

    /// Does it begin with the head of an event, and do the lists not know it?
    fn is_event(&self) -> bool {
        !self.marked && forms(self.first()).iter().any(|w| EVENTS.contains(*w)) && !self.is_listed()
    }

    /// التراث العربي, الحضن العربي: a common noun that no land is called by
    fn is_no_land(&self) -> bool {
        let [noun, adjective] = self.own() else { return false };
        let of_land = || {
            self.gaz.demonym(adjective).is_some() || matches!(*adjective, "العربي" | "العربيه" | "الاسلامي" | "الاسلاميه")
        };
        !self.marked && adjective.starts_with("ال") && of_land() && no_land(noun, self.gaz)
    }

    /// الأراضي الصحراوية, الأراضي الأوروبية: ground that is no country's (الأراضي اليمنية); الولايات الهندية: some of its states
    fn is_ground(&self) -> bool {
        let [noun, adjective, rest @ ..] = self.own() else { return false };
        if self.marked || !adjective.starts_with("ال") || self.is_listed() {
            return false;
        }
        // الأراضي الكورية الجنوبية
        let country = |w: &str| self.gaz.demonym(w).is_some();
        let of_land = || country(adjective) || rest.first().is_some_and(|w| country(&format!("{adjective} {w}")));
        match forms(noun)[1] {
            "الاراضي" | "لاراضي" => !of_land() && !LAND_BEHIND.has(adjective),
            "الولايات" | "لولايات" => rest.is_empty() && country(adjective),
            _ => false,
        }
    }

    /// منطقة + جبلية, مجمع + سكني
    fn is_adjective_of_place(&self) -> bool {
        let [word] = self.own() else { return false };
        !word.starts_with("ال")
            && !self.marked
            && self.is_common_place(self.before(), word)
            && (self.gaz.classes(&format!("ال{word}")) == 0 || of_some_land(word, self.gaz))
    }

    /// ميناء استراتيجي: a head of places and an adjective, both without the article.
    pub(super) fn is_common_place(&self, head: &str, word: &str) -> bool {
        let gaz = self.gaz;
        if !forms(head).iter().any(|h| PLACE_HEADS.has(h)) {
            return false;
        }
        let definite = || format!("ال{word}");
        // السكني is rarer than السكنية
        let feminine = || if word.ends_with('ي') { count(&format!("ال{word}ه"), self.lexicon) } else { 0 };
        let common = || {
            !word.starts_with("ال")
                && (word.ends_with('ي') || word.ends_with('ه') || seldom(word))
                && gaz.classes(word) == 0
                && gaz.part(word).is_none_or(|p| p.family == 0)
                && count(&definite(), self.lexicon).saturating_add(feminine())
                    >= if seldom(word) { RARER_ADJECTIVE } else { ADJECTIVE_LEAST }
                && gaz.demonym(word).is_none()
        };
        common()
            || SOME_PLACE.has(word)
            || gaz.demonym(&definite()).is_some() && gaz.classes(word) == 0
            // منطقة صحراوية, بلدة تركية
            || of_some_land(word, gaz)
    }
}

/// A common noun with the article before an adjective of countries that makes no place.
fn no_land(word: &str, gaz: &Gazetteer) -> bool {
    let bare = word.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|w| w.starts_with("ال")).unwrap_or(word);
    bare.starts_with("ال")
        && !LANDS.contains(bare)
        && gaz.classes(bare) == 0
        && gaz.classes(&bare["ال".len()..]) == 0
        && gaz.world_place(bare).is_none()
        && super::super::news().word_stats(bare).is_some_and(|s| s[usize::from(PLACE)] <= SELDOM)
}

/// An adjective of a country without the article that is no country's name.
fn of_some_land(word: &str, gaz: &Gazetteer) -> bool {
    !word.starts_with("ال")
        && gaz.demonym(word).is_some()
        && gaz.country(word).is_none()
        && gaz.capital(word).is_none()
        && gaz.classes(word) & !bits::DEMONYM == 0
}

/// البحرين + الأحمر (والمتوسط): two places of one kind, named at once.
fn two_places(words: &[&str], next: Option<&str>) -> bool {
    let [head, adjective] = words else { return false };
    let one = head.strip_prefix("ال").and_then(|w| w.strip_suffix("ين").or_else(|| w.strip_suffix("ان")));
    one.is_some_and(|w| DOUBLED.has(w))
        && adjective.starts_with("ال")
        && next.is_some_and(|n| n.starts_with("وال") || n == "و")
}
