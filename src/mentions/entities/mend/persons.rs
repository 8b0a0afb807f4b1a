//! Names of persons: what is said of them before and behind the name, lists of them, what is called after them.

use super::words::{Column, column, describes, forms, noun_head, often_named, phrase_of, seldom, verb};
use super::{Names, ORGANISATION, OTHER, PERSON, PLACE, PLACE_HEADS, ROYAL, lists, refuse};
use crate::lang::gaz::{Gazetteer, bits};
use crate::lang::lexicon::Words;
use crate::resolve::names::compare::is_native;

/// Words before a person's name that are none of it.
static OPENERS: Column = column!("person_openers.tsv", "word");
/// Set phrases that are no persons.
static NO_PERSONS: Column = column!("no_persons.tsv", "phrase");
/// Adjectives that say what a house, called after somebody, is for.
static OF_HOUSES: Words = Words::new(&lists::NAMES, "what a house is for");

impl Names<'_> {
    /// How often the lists have the word as a given name.
    fn given(&self, word: &str) -> u16 {
        self.gaz.part(word).map_or(0, |p| p.given)
    }

    /// Goes to where a person's name begins; nothing for a set phrase.
    pub(super) fn begin_person(&mut self) -> Option<()> {
        // روى فلان, علمني جيمس: the verb before a person's name
        if self.len() > 1 && verb(self.first()) && self.given(self.first()) == 0 {
            self.from += 1;
        }
        // والد أشواق, الشهير فان غوخ, الكوري الجنوبي مون
        while self.len() > 1 && opener(self.first(), self.gaz) {
            self.from += 1;
        }
        let phrase = |end: usize| phrase_of(&NO_PERSONS, &self.words[self.from..end].join(" "));
        refuse((self.to..=(self.from + 2).max(self.to).min(self.words.len())).any(phrase))?;
        // ملكة + جمال بغداد, ضيوف + الرحمن: the phrase begins before the name
        let before = [self.before(), self.first()].join(" ");
        refuse(phrase_of(&NO_PERSONS, &before))?;
        refuse(self.is_two_or_more())
    }

    /// متحدثان, خبيران اقتصاديان, مطورون عقاريون: several people, whoever they are; رقمان قياسيان: two things
    pub(super) fn is_two_or_more(&self) -> bool {
        let titled = |w: &str| self.gaz.title(w).is_some();
        let common = |w: &str| seldom(w) || titled(w);
        // ضاحي خلفان is called خلفان by himself
        let several_words = self.len() > 1;
        let several = |w: &&str| {
            let one = w.strip_suffix("ان").or_else(|| w.strip_suffix("ون").filter(|_| self.kind == PERSON));
            w.chars().count() >= if several_words { 5 } else { 6 }
                && one.is_some_and(|one| common(w) || titled(one) || several_words && common(one) && !often_named(w))
                && self.gaz.part(w).is_none_or(|p| p.given + p.family == 0)
                && self.gaz.classes(w) & !bits::TITLE == 0
        };
        self.own().iter().all(several)
    }

    /// What is none of a person's name before it and behind it.
    pub(super) fn person(&mut self) -> Option<()> {
        self.leave_description();
        self.part_list();
        let (words, gaz) = (self.words, self.gaz);
        // مالكوم + للمطار
        if let Some(j) = (self.from + 1..self.to).find(|&j| words[j].starts_with("لل") && gaz.part(words[j]).is_none())
        {
            self.to = j;
        }
        // ري سون جون + قال
        while self.len() > 2 && verb(self.last()) && gaz.part(self.last()).is_none_or(|p| p.given + p.family == 0) {
            self.to -= 1;
        }
        // قال لي: to me, unless somebody of the sentence is called so
        let to_me = self.own() == ["لي"] && verb(self.before());
        refuse(to_me && words.iter().filter(|w| **w == "لي").count() == 1)?;
        // ريانا + هي مغنية
        if let Some(j) = (self.from + 1..self.to.saturating_sub(1)).find(|&j| matches!(words[j], "هو" | "هي"))
            && self.given(self.first()) >= 3
        {
            self.to = j;
        }
        // محامو ساركوزي: a title is no part of the name
        if self.len() > 1 && gaz.title(self.first()).is_some() && self.given(self.first()) == 0 {
            self.from += 1;
        }
        // الأمير هاري + الـ32
        if self.len() > 1 && self.last() == "ال" {
            self.to -= 1;
        }
        Some(())
    }

    /// الكوميدي + جو روجان: a common word with the article before a name
    fn leave_description(&mut self) {
        if self.marked {
            return;
        }
        let own = self.own();
        let described = own[..own.len() - 1].iter().take_while(|w| describes(w, self.lexicon, self.gaz)).count();
        // الصديق العزيز شويش; الحسن بن طلال and الوليد are names
        let next = own[described];
        if own.len() > described + 1 && !next.starts_with("ال") && !matches!(next, "بن" | "ابن" | "بنت" | "ولد")
        {
            self.from += described;
        }
    }

    /// أكرم شهيب هنري حلو نعمة طعمة: a list without its commas
    fn part_list(&mut self) {
        let own = self.own();
        let linked = |w: &&str| matches!(*w, "بن" | "ابن" | "عبد" | "ابو" | "ال" | "بنت");
        if own.len() >= 6
            && own.len().is_multiple_of(2)
            && !own.iter().any(linked)
            && own.iter().step_by(2).all(|w| self.given(w) >= 3)
        {
            self.ahead.extend((self.from + 2..self.to).step_by(2).rev().map(|i| (i, i + 2, PERSON)));
            self.to = self.from + 2;
        }
    }

    /// بني + وليد
    pub(super) fn take_tribe(&mut self) {
        if self.kind == PERSON
            && self.is_free_before()
            && forms(self.before()).contains(&"بني")
            && is_native(self.first())
            && !self.first().starts_with("ال")
        {
            self.from -= 1;
            self.kind = PLACE;
            self.to = self.to.min(self.from + 2);
        }
    }

    /// سامي أ: a person whose name is not given in full
    pub(super) fn person_of_a_letter(&mut self) {
        if let [given, letter] = self.own()
            && letter.chars().count() == 1
            && self.given(given) >= 3
        {
            self.kind = PERSON;
        }
    }

    /// استاد الأمير + فيصل بن فهد, برج + ترامب: what is called after somebody with the title, and a tower without one
    pub(super) fn take_what_it_is_called(&mut self) {
        if self.kind != PERSON || !self.is_free_before() {
            return;
        }
        let titled = self.from >= 2 && ROYAL.has(self.before()) && self.done.last().is_none_or(|o| o.1 < self.from - 1);
        let back = if titled { 2 } else { 1 };
        let heads = forms(self.words[self.from - back]);
        let has = |list: &Words| heads.iter().any(|w| list.has(w));
        let kind = match () {
            _ if titled && has(&PLACES_CALLED) || !titled && has(&TOWERS) => PLACE,
            _ if titled && has(&BODIES_CALLED) => ORGANISATION,
            _ if titled && has(&THINGS_CALLED) => OTHER,
            _ => return,
        };
        (self.from, self.kind) = (self.from - back, kind);
    }

    /// مركز + طارق بن زياد التدريبي: what is called after somebody, with what it is for
    pub(super) fn take_house(&mut self) {
        if self.kind != PERSON || self.len() < 3 || !OF_HOUSES.has(self.last()) {
            return;
        }
        let heads = forms(self.before());
        if self.is_free_before() && heads.iter().any(|w| PLACE_HEADS.has(w)) {
            (self.from, self.kind) = (self.from - 1, PLACE);
        } else if self.is_free_before() && heads.iter().any(|w| noun_head(w, self.gaz)) {
            (self.from, self.kind) = (self.from - 1, ORGANISATION);
        } else {
            self.to -= 1;
        }
    }
}

/// Places, bodies and things that are called after people with a title.
static PLACES_CALLED: Words = Words::new(&lists::NAMES, "place called after somebody");
static BODIES_CALLED: Words = Words::new(&lists::NAMES, "body called after somebody");
static THINGS_CALLED: Words = Words::new(&lists::NAMES, "thing called after somebody");
/// Places that are called after people without a title.
static TOWERS: Words = Words::new(&lists::NAMES, "tower");

/// Is this word before a person's name what is said of the person?
pub(in super::super) fn opener(word: &str, gaz: &Gazetteer) -> bool {
    OPENERS.contains(word)
        || word.strip_prefix(['و', 'ل', 'ب', 'ف']).is_some_and(|w| w.chars().count() >= 4 && OPENERS.contains(w))
        || word.starts_with("ال") && gaz.demonym(word).is_some()
}
