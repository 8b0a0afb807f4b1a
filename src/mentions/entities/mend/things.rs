//! Names of events, works and products: deeds, kinds of weapons and anybody's birthday are none.

use super::words::{Column, column, forms};
use super::{Names, lists, refuse};
use crate::lang::lexicon::Words;

/// Set phrases that are no things with a name.
static NO_THINGS: Words = Words::new(&lists::NAMES, "no thing");
/// Words before a thing's name that say that it is one.
static NAMING: Words = Words::new(&lists::NAMES, "naming word");
/// Nouns of deeds and happenings.
static DEEDS: Column = column!("deed_nouns.tsv", "word");

/// أبطال العالم, بطل أوروبا 2016: who has won, no thing (أبطال أوروبا alone is the competition)
fn champions(words: &[&str]) -> bool {
    let [head, of, year @ ..] = words else { return false };
    let has = |list: &[&str]| forms(head).iter().any(|w| list.contains(w));
    let several = has(&["ابطال", "الابطال"]);
    let world = matches!(*of, "العالم" | "القارات");
    let land = world || matches!(*of, "اوروبا" | "اسيا" | "افريقيا");
    (several || has(&["بطل", "بطله", "البطل", "البطله"]))
        && (world && year.is_empty() || land && (!several || !year.is_empty()))
        && year.iter().all(|w| w.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')')))
}

impl Names<'_> {
    /// Common nouns that make no thing's name, and words that only introduce one.
    pub(super) fn thing(&mut self) -> Option<()> {
        let (own, first) = (self.own(), forms(self.first()));
        refuse(!self.marked && NO_THINGS.has(&self.text()))?;
        // صواريخ جو-جو, أرض-جو: a kind of missiles
        refuse(own.iter().all(|w| matches!(*w, "جو" | "ارض" | "بحر" | "سطح" | "-" | "–")))?;
        refuse(self.is_letter_of_thing())?;
        refuse(!self.marked && champions(own))?;
        if let Some(second) = own.get(1) {
            // تحرير الكيلو 16, رحيل الاستعمار: what happens is no thing with a name
            refuse(first.iter().any(|w| DEEDS.contains(*w)))?;
            // عيد ميلاده, عيد ميلاد سعيد: anybody's birthday
            refuse(first[1] == "عيد" && second.starts_with("ميلاد"))?;
        }
        // (باسم) غصن الزيتون
        while self.len() > 1 && !self.marked && NAMING.has(self.first()) {
            self.from += 1;
        }
        // كأس of a name that is not told
        let cup = self.len() == 1 && forms(self.first()).contains(&"كاس");
        refuse(cup && !self.marked && self.is_free_behind())
    }
}
