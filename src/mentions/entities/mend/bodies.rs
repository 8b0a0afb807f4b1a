//! Names of institutions: letters, the head that a field or an adjective waits for, common nouns, matches and derbies.

use super::places::position;
use super::words::{ADJECTIVE_LEAST, Column, EVENTS, column, count, forms, heads_name, noun_head};
use super::{Names, ORGANISATION, OTHER, PLACE, lists, refuse};
use crate::lang::gaz::bits;
use crate::lang::lexicon::Words;
use crate::text::letter_name;

/// Letters with their points before a name, at most.
const LETTERS_MOST: usize = 4;
/// Bodies that are no names.
static NO_BODIES: Column = column!("no_bodies.tsv", "phrase");
/// Adjectives that make no name of a bare head word.
static PASSING: Column = column!("passing_adjectives.tsv", "word");
/// Words that open no institution's name.
static COMMON_HEADS: Column = column!("common_heads.tsv", "word");
/// What moves in حركة الملاحة, which is no movement.
static TRAFFIC: Column = column!("traffic.tsv", "word");
/// Fields of institutions, in the normal form.
static FIELDS: Column = column!("generic_fields.tsv", "word");
/// Heads of institutions that a field completes, definite as it is.
static OF_FIELDS: Words = Words::new(&lists::NAMES, "head with a field");
/// Words of a match before a club that are no part of its name.
static OF_A_MATCH: Words = Words::new(&lists::NAMES, "of a match");
/// Things that are called by a letter.
static LETTERED: Words = Words::new(&lists::NAMES, "thing with a letter");
/// Adjectives of continents and of regions of several countries, without the article.
static OF_CONTINENTS: Words = Words::new(&lists::NAMES, "of a continent");
/// Words for somebody's own country.
static HOME: Words = Words::new(&lists::NAMES, "home country");

/// The name of a letter, with or without its point.
fn letter(word: &str) -> bool {
    letter_name(word.trim_end_matches('.'))
}

/// The name of a letter with its point.
fn dotted(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(letter_name)
}

/// A field of institutions with its article.
fn field(word: &str) -> bool {
    word.strip_prefix("ال").is_some_and(|w| FIELDS.contains(w))
}

impl Names<'_> {
    /// زد. + دي. + إف: letters with their points go together
    pub(super) fn letters(&mut self) -> Option<()> {
        if self.own().iter().all(|w| letter(w)) {
            while self.is_free_before() && dotted(self.before()) {
                self.from -= 1;
            }
            while dotted(self.last()) && self.behind().is_some_and(letter) && self.is_free_behind() {
                self.to += 1;
            }
        }
        // (إس. of a word that is not there; منصة إكس
        let headed = |w: &str| heads_name(w, self.gaz) || forms(w).contains(&"منصه");
        let stray = self.len() == 1 && letter(self.first()) && self.gaz.classes(self.first()) == 0;
        refuse(stray && !self.marked && !headed(self.before()))
    }

    /// مديرية الأوقاف is no district
    pub(super) fn kind_of_district(&mut self) {
        if self.kind == PLACE && self.len() > 1 && forms(self.first())[1] == "مديريه" && field(self.own()[1]) {
            self.kind = ORGANISATION;
        }
    }

    /// إدارة + الطيران الفيدرالية, سلطة + الطيران المدني: the head before what completes it
    pub(super) fn take_head_of_field(&mut self) {
        if field(self.first())
            && !self.marked
            && self.gaz.head(self.first()).is_none_or(|h| h.kind == "airline")
            && !self.is_listed()
            && self.gaz.demonym(self.first()).is_none()
            && self.is_free_before()
            && forms(self.before()).iter().any(|w| OF_FIELDS.has(w))
        {
            self.from -= 1;
        }
    }

    /// سي إن + إن: a name of letters written out goes on to the mark that closes it, and to its last letter
    pub(super) fn take_last_letter(&mut self) {
        // لبي بي سي إن "الوضع …": the mark opens what is said
        let opened = || self.from.checked_sub(1).is_some_and(|i| matches!(self.words[i], "\"" | "«" | "“" | "("));
        let closed = || opened() && self.words.get(self.to + 1).is_some_and(|w| matches!(*w, "\"" | "»" | "”" | ")"));
        if let Some(next) = self.behind()
            && next.chars().count() > 1
            && letter_name(next)
            && self.own().iter().all(|w| letter_name(w))
            && self.is_free_behind()
            && (closed() || self.last() == "ان" && next == "ان")
        {
            self.to += 1;
        }
    }

    /// الاتحاد الإنجليزي: heads of institutions open no names of events and works
    pub(super) fn body_of_its_head(&mut self) {
        let works = ["league", "programme", "forum", "exchange", "platform", "airline"];
        if self.kind == OTHER
            && self.len() > 1
            && let Some(head) = forms(self.first()).into_iter().rev().find_map(|w| self.gaz.head(w))
            && !works.contains(&head.kind)
        {
            self.kind = ORGANISATION;
        }
    }

    /// Common nouns that make no institution's name, words that are none of it, and derbies.
    pub(super) fn body(&mut self) -> Option<()> {
        // هدف + كالياري
        if self.len() > 1 && OF_A_MATCH.has(self.first()) && !self.marked {
            self.from += 1;
        }
        refuse(self.is_common_noun() || self.len() > 1 && self.is_phrase(&NO_BODIES))?;
        self.leave_adjective();
        // حركة النقل الجوي, حركة الملاحة: traffic
        let moves = |w: &&str| TRAFFIC.contains(*w);
        refuse(self.first().ends_with("حركه") && self.own().get(1).is_some_and(moves) && !self.marked)?;
        // وست هام teaches the tagger a common adjective
        refuse(self.own() == ["هام"] || self.is_letter_of_thing())?;
        // إف + بي.آي, of which the first letter stands apart
        if matches!(self.before(), "اف" | "الاف" | "اف." | "الاف.")
            && self.own().iter().all(|w| letter_name(w))
            && self.is_free_before()
        {
            self.from -= 1;
        }
        refuse(self.is_passing() || self.is_of_some_land() || self.is_whichever())?;
        refuse(self.len() > 1 && !self.marked && !self.is_listed() && self.is_two_or_more())?;
        self.take_letters();
        // ديربي مدريد
        if self.len() > 1
            && forms(self.first()).iter().any(|w| EVENTS.contains(*w))
            && self.gaz.classes(&self.text()) & bits::ORGANISATION == 0
        {
            self.kind = OTHER;
        }
        Some(())
    }

    /// الصراع السوري, سجون الحوثي: no institution
    fn is_common_noun(&self) -> bool {
        self.len() > 1
            && !self.marked
            && forms(self.first()).iter().any(|w| COMMON_HEADS.contains(*w))
            && !heads_name(self.before(), self.gaz)
            && !self.is_listed()
    }

    /// الكبير + للأمن المصري: an adjective before the body that it is said of
    fn leave_adjective(&mut self) {
        if let [first, second, _, ..] = self.own()
            && first.starts_with("ال")
            && self.gaz.head(first).is_none()
            && second.strip_prefix("لل").is_some_and(|w| self.gaz.head(&format!("ال{w}")).is_some())
            && !self.is_listed()
        {
            self.from += 1;
        }
    }

    /// فيتامين "د", فيروس سي: no name
    pub(super) fn is_letter_of_thing(&self) -> bool {
        let [word] = self.own() else { return false };
        let mark = |w: &str| matches!(w, "\"" | "«" | "“" | "(" | "'");
        let before = self.words[..self.from].iter().rev().find(|w| !mark(w));
        (letter_name(word) || word.chars().count() == 1)
            && before.is_some_and(|w| forms(w).iter().any(|w| LETTERED.has(w)))
    }

    /// الحكومة الجديدة, المنتخب المنافس
    fn is_passing(&self) -> bool {
        self.len() == 2 && PASSING.contains(self.last()) && self.gaz.head(forms(self.first())[1]).is_some()
    }

    /// جامعة تركية: some one of the country
    fn is_of_some_land(&self) -> bool {
        self.len() == 2
            && !self.marked
            && !self.last().starts_with("ال")
            && self.gaz.demonym(self.last()).is_some()
            && self.gaz.country(self.last()).is_none()
            && forms(self.first()).iter().any(|w| noun_head(w, self.gaz))
            && !self.is_listed()
    }

    /// المنتخب الأوروبي, منتخب عربي: a team of a continent; حزب اللبناني: the party of the country; مركز الوصافة: a place in a table
    fn is_whichever(&self) -> bool {
        let [head, next, rest @ ..] = self.own() else { return false };
        let head = forms(head)[1];
        let team = || {
            matches!(head, "المنتخب" | "منتخب")
                && rest.first().is_none_or(|w| self.gaz.demonym(w).is_none())
                && (OF_CONTINENTS.has(next) || next.strip_prefix("ال").is_some_and(|w| OF_CONTINENTS.has(w)))
        };
        let party = || {
            self.len() == 2
                && matches!(head, "حزب" | "الحزب")
                && next.starts_with("ال")
                && next.ends_with('ي')
                && self.gaz.demonym(next).is_some()
                && !self.is_listed()
        };
        !self.marked && (team() || party() || position(self.own()))
    }

    /// بي. إن. + سبورتس: letters with their points before the name that they open
    fn take_letters(&mut self) {
        if self.marked {
            return;
        }
        let free = self.done.last().map_or(0, |o| o.1).min(self.from);
        let before = self.words[free..self.from].iter().rev().take(LETTERS_MOST);
        let letters = before.take_while(|w| dotted(w)).count();
        if letters >= 2 {
            self.from -= letters;
        }
    }

    /// مجلس مشترك: a head of institutions and an adjective, both without the article.
    pub(super) fn is_common_body(&self, head: &str, word: &str) -> bool {
        let gaz = self.gaz;
        let bare = head.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|h| gaz.head(h).is_some()).unwrap_or(head);
        let Some(head) = gaz.head(bare) else { return false };
        let definite = |w: &str| count(&format!("ال{w}"), self.lexicon);
        let common = || {
            !head.adjective
                && !word.starts_with("ال")
                && gaz.classes(&format!("{bare} {word}")) == 0
                && gaz.classes(word) == 0
                && gaz.head(word).is_none()
                && gaz.part(word).is_none_or(|p| p.family == 0 && p.given == 0)
                && gaz.demonym(word).is_none()
                && definite(word) >= ADJECTIVE_LEAST.max(count(word, self.lexicon) / 2)
        };
        // أول رئيس منتخب ديمقراطيا: how somebody is chosen
        let chosen = || {
            bare == "منتخب"
                && gaz.country(word).is_none()
                && gaz.classes(word) == 0
                && word
                    .strip_suffix('ا')
                    .is_some_and(|w| w.ends_with('ي') && gaz.demonym(w).is_none() && definite(w) >= ADJECTIVE_LEAST)
        };
        // منتخب البلاد, حكومة بلاده
        common() || HOME.has(word) || chosen()
    }
}
