//! Where a name ends: before words of the sentence, an office, a second institution, at the mark that closes it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::{forms, noun_head, verb};
use super::{Names, ORGANISATION, OTHER, PERSON, PLACE, lists, refuse};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::{Lexicon, Words};
use crate::text::fold::fold;

/// Words of a name in marks behind its head, at most.
const MARKED_MOST: usize = 6;

impl Names<'_> {
    /// الاتحاد + أمام القادسية, المحكمة العليا + حيث: a name ends before words that belong to the sentence
    pub(super) fn end_before_the_sentence(&mut self) -> Option<()> {
        match (self.from + 1..self.to).find(|&j| breaks(self.words[j], self.kind)) {
            Some(j) if !self.marked => self.end_at(j),
            _ => Some(()),
        }
    }

    /// The name ends before a word. الجيش وخفر السواحل: a bare head alone is no name.
    fn end_at(&mut self, to: usize) -> Option<()> {
        self.to = to;
        refuse(self.kind == ORGANISATION && self.len() == 1 && self.gaz.head(forms(self.first())[1]).is_some())
    }

    /// An office is no institution, and what it is the office of is one.
    pub(super) fn leave_office(&mut self) -> Option<()> {
        if !matches!(self.kind, ORGANISATION | OTHER) {
            return Some(());
        }
        let (words, gaz) = (self.words, self.gaz);
        // رئيس الهيئة ورئيس اللجنة: from the office on it is another's
        let second = |j: &usize| words[*j].strip_prefix('و').is_some_and(office);
        if let Some(j) = (self.from + 1..self.to - 1).find(second) {
            if gaz.head(words[j + 1]).is_some() && j + 2 < self.to {
                self.ahead.push((j + 1, self.to, self.kind));
            }
            self.to = j;
        }
        if self.len() < 2 || !forms(self.first()).into_iter().any(office) {
            return Some(());
        }
        // المديرة العامة لصندوق النقد
        let opens = |w: &str| {
            noun_head(w, gaz)
                || w.strip_prefix('ل').is_some_and(|w| noun_head(w, gaz))
                || w.strip_prefix("لل").is_some_and(|w| gaz.head(w).is_some())
        };
        self.from = (self.from + 1..self.to).find(|&j| opens(words[j])).filter(|j| j + 1 < self.to)?;
        Some(())
    }

    /// القوات التركية والفصائل السورية: two institutions are two.
    pub(super) fn part_bodies(&mut self) -> Option<()> {
        let second = if self.kind == ORGANISATION { second(self.own(), self.gaz) } else { None };
        let Some(j) = second else { return Some(()) };
        self.ahead.push((self.from + j, self.to, self.kind));
        self.end_at(self.from + j)
    }

    /// فندق " + شتايغنبرغر: what the mark opens goes on to the mark that closes it
    pub(super) fn follow_marks(&mut self) -> Option<()> {
        let opens = |w: &&str| matches!(*w, "\"" | "«" | "“");
        if self.kind == PERSON || self.len() < 2 || self.own().iter().position(opens) != Some(self.len() - 1) {
            return Some(());
        }
        self.to -= 1;
        let first = self.to + 1;
        let Some(close) = self.closing_mark(first).filter(|_| self.is_indefinite_head()) else { return Some(()) };
        match self.ahead.last().copied() {
            // حزب "الفجر الذهبي"
            Some((next, end, inner)) if (next, end) == (first, close) && inner != PERSON => {
                self.ahead.pop();
                if self.kind != PLACE {
                    self.ahead.push((next, end, self.kind));
                    return None;
                }
                self.to = close;
            }
            next if next.is_none_or(|n| n.0 >= close) => self.to = close,
            _ => {}
        }
        Some(())
    }

    /// What marks cut or hold together: `سامسونغ" الكورية` ends with the mark, `مركز "الأمن الأمريكي` + `الجديد"` goes on to it.
    pub(super) fn keep_marks_whole(&mut self) {
        let mark = |w: &&str| matches!(*w, "\"" | "«" | "»" | "“" | "”");
        let mut marks = (self.from..self.to).filter(|&i| mark(&self.words[i]));
        let (Some(at), None) = (marks.next(), marks.next()) else { return };
        let opens = match self.words[at] {
            "\"" => self.words[..at].iter().filter(|w| **w == "\"").count() % 2 == 0,
            w => matches!(w, "«" | "“"),
        };
        if opens {
            let close = self.closing_mark(at + 1).filter(|close| *close > self.to);
            if let Some(close) = close
                && self.kind != PERSON
                && at > self.from
                && self.ahead.last().is_none_or(|n| n.0 >= close)
            {
                self.to = close;
            }
        } else if at > self.from && !self.words.get(at + 1).is_some_and(|w| noun_head(w, self.gaz)) {
            self.to = at;
        }
    }

    /// The mark that closes a name from `first` on, when all between may be one.
    fn closing_mark(&self, first: usize) -> Option<usize> {
        let last = (first + MARKED_MOST).min(self.words.len());
        let close = (first..last).find(|&j| matches!(self.words[j], "\"" | "»" | "”"))?;
        let named = |w: &str| {
            w.chars().any(char::is_alphanumeric)
                && !matches!(w, "قد" | "لن" | "لا" | "لم" | "ان" | "ما" | "سوف" | "هو" | "هي")
                && !verb(w)
                && w.chars().count() > 1
        };
        (close > first && self.words[first..close].iter().all(|w| named(w))).then_some(close)
    }
}

/// Words that no name goes over, with whose names those are.
pub(super) static BREAKS: LazyLock<FxHashMap<String, Whose>> = LazyLock::new(|| {
    let l = Lexicon::parse("name_breaks.tsv", include_str!("../../../lang/ar/name_breaks.tsv"));
    let (word, who) = (l.column("word"), l.column("who"));
    l.rows.iter().map(|r| (fold(r.get(word)), whose(r.get(who)))).collect()
});

/// Names that a word ends.
pub(super) enum Whose {
    All,
    Persons,
    Things,
}

fn whose(cell: &str) -> Whose {
    match cell {
        "all" => Whose::All,
        "persons" => Whose::Persons,
        _ => Whose::Things,
    }
}

/// Does a name of this kind end before the word?
fn breaks(word: &str, kind: u8) -> bool {
    BREAKS.get(word).is_some_and(|w| match w {
        Whose::All => true,
        Whose::Persons => kind == PERSON,
        Whose::Things => kind != PERSON,
    })
}

/// Persons' offices that open no name of an institution.
static OFFICES: Words = Words::new(&lists::NAMES, "office of a person");

/// Is this word one of persons' offices, with or without the article?
fn office(word: &str) -> bool {
    OFFICES.has(word) || word.strip_prefix("ال").is_some_and(|w| OFFICES.has(w))
}

/// Is this a head word of institutions behind و or ول, and has it the article?
fn joined_head(word: &str, gaz: &Gazetteer) -> Option<bool> {
    let rest = word.strip_prefix("ولل").or_else(|| word.strip_prefix('و'))?;
    let definite = rest.starts_with("ال") || word.starts_with("ولل");
    gaz.head(rest)
        .or_else(|| gaz.head(rest.strip_prefix("ال")?))
        .filter(|h| !matches!(h.kind, "media" | "league" | "programme" | "platform"))
        .map(|_| definite)
}

/// Where a second institution begins inside a span.
fn second(words: &[&str], gaz: &Gazetteer) -> Option<usize> {
    (1..words.len()).find(|&j| {
        let of_land = gaz.demonym(words[j - 1]).is_some() && words[j - 1].starts_with("ال");
        match joined_head(words[j], gaz) {
            // البرلمان العراقي + مفوضية الانتخابات: behind the country's adjective the name is whole
            None => {
                let heads = |w: &str| gaz.head(w).is_some_and(|h| !h.adjective && h.kind != "media");
                of_land && j > 1 && j + 1 < words.len() && heads(words[j])
            }
            // وزارة الخارجية ووكالة الطاقة: a head that waits for its complement opens a name of its own
            Some(false) => j + 1 < words.len(),
            // القوات التركية والفصائل السورية; البرلمان والجيش
            Some(true) => of_land || j == 1 && gaz.head(words[0]).is_some_and(|h| h.adjective),
        }
    })
}
