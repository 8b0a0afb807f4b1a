//! Borders of persons' names: what stands before them, and two persons that were taken for one.

use super::super::compare::{OF_THE_LANGUAGE, is_native};
use super::grammar::{house_before, plain};
use super::letters::preposition;
use super::name::Name;
use super::{Change, KNOWN_ALONE, LINKS, NOUN_LEAST, TIMES, doc_word};
use crate::lang::gaz::bits::{CITY, REGION, SMALL_PLACE};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::EntityKind;

/// Given names with a hamza that fold like nouns with the article, which no name goes over.
static HIDDEN: Words = Words::new(&words::NAMES, "given name with a hamza");

/// A given name of so many people of the lists is a name before any other.
const EVERYONES: u16 = 400;
/// Times that the run has a name otherwise than with the word before it.
const OTHERWISE: u32 = 5;
/// Times that an article has a name alone before a strange word behind it is none of its own.
const ALONE_LEAST: usize = 2;

/// Does the corpus have the noun so often that it is known?
fn is_noun(word: &str) -> bool {
    entities::news().lexicon().get(word).is_some_and(|e| e.count >= NOUN_LEAST)
}

impl<'a> Name<'a> {
    /// What belongs to the front of a person's name, or does not: علي before حسن خليل where the run has the three as one
    /// name, a given name before بن; أن, and who is for or against somebody (معارضي الأسد); two persons tied by a hyphen.
    pub(super) fn person_front(&self) -> Option<Change> {
        if !self.is_person() || !self.is_whole() {
            return None;
        }
        if let Some(change) = self.tied().or_else(|| self.one_or_other()) {
            return Some(change);
        }
        if !self.begins_token() {
            return None;
        }
        if self.words.len() >= 2
            && (matches!(self.raw(self.from), "أن" | "أنّ" | "إن" | "إنّ") || self.begins_with_supporters())
        {
            return Some(Change::Set(self.from + 1, self.to, self.m.kind));
        }
        self.word_before().or_else(|| self.with_rare_given_name())
    }

    /// مون-كيم: persons tied by hyphens, each of whom the article has alone
    fn tied(&self) -> Option<Change> {
        let (words, n) = (&self.words, self.words.len());
        if n < 3 || n % 2 == 0 || !(1..n).step_by(2).all(|i| words[i] == "-") {
            return None;
        }
        let ends = |w: &str| self.persons().any(|t| !t.contains('-') && is_last(w, t));
        let alone = |w: &str| w.chars().count() >= 2 && (self.stands(&[w]) || ends(w));
        (0..n)
            .step_by(2)
            .all(|i| alone(words[i]))
            .then(|| Change::Apart((0..n).step_by(2).map(|i| (self.from + i, self.from + i + 1)).collect()))
    }

    /// نيمار أم هازار: one or the other
    fn one_or_other(&self) -> Option<Change> {
        let (words, from) = (&self.words, self.from);
        let or = |i: &usize| words[*i] == "ام" && self.raw(from + i) == "أم" && !LINKS.has(words[i - 1]);
        let i = (1..words.len().saturating_sub(1)).find(or)?;
        Some(Change::Apart(vec![(from, from + i), (from + i + 1, self.to)]))
    }

    /// معارضي الأسد: is the first word a plural in the construct state that nobody bears?
    fn begins_with_supporters(&self) -> bool {
        let first = self.words[0];
        let plural = |end: &str, whole: &str| {
            first.strip_suffix(end).is_some_and(|stem| {
                let whole = format!("{stem}{whole}");
                stem.chars().count() >= 4
                    && !stem.starts_with("ال")
                    && is_noun(&whole)
                    && entities::mend::seldom(&whole)
            })
        };
        self.gaz.part(first).is_none_or(|p| p.given + p.family == 0)
            && self.gaz.classes(first) == 0
            && (plural("ي", "ين") || plural("و", "ون"))
    }

    /// A house, a town or a given name whose word before the person's name, of no other name, is part of it.
    fn word_before(&self) -> Option<Change> {
        let &Name { r, look, k, m, gaz, .. } = self;
        let before = self.from.checked_sub(1)?;
        let token = look.words[before] as usize;
        if token < r.doc.sentence_tokens(m.sentence as usize).start
            || look.at[..k].last().is_some_and(|b| b.1 > before)
            || preposition(&r.doc, token)
        {
            return None;
        }
        let (word, first) = (doc_word(r, look, before), self.words[0]);
        // مستشفى + جورج كلوران: what is called after a person
        let house = house_before(word, self.words.len()).filter(|_| self.words.len() > 1 || is_native(first));
        if let Some((joined, kind)) = house.filter(|_| m.role.is_none()) {
            return Some(Change::House(before, joined, kind));
        }
        // الشيخ + زويد is a town
        if word == "الشيخ" && gaz.classes(&format!("{word} {}", self.text)) & (CITY | REGION | SMALL_PLACE) != 0 {
            return Some(Change::Set(before, self.to, EntityKind::Place));
        }
        // إلهام is no noun with the article
        let hamza = self.raw(before).starts_with(['إ', 'أ', 'آ']);
        if word.starts_with("ال") && !hamza || word.chars().count() < 3 {
            return None;
        }
        let joined = word.strip_prefix('و').filter(|w| self.takes_given_name(w, true, hamza));
        if self.takes_given_name(word, false, hamza) {
            return Some(Change::From(before, 0));
        }
        joined.map(|_| Change::From(before, 'و'.len_utf8()))
    }

    /// Is the word before the name, of which a letter is cut off or not, a given name that belongs to it?
    fn takes_given_name(&self, word: &str, joined: bool, hamza: bool) -> bool {
        let (gaz, first) = (self.gaz, self.words[0]);
        // آلان + بيتر كايت: folded it looks like a noun with the article, which no name goes over
        let hidden = hamza && HIDDEN.has(word);
        if !hidden && !self.is_given(word) {
            return false;
        }
        let child = matches!(first, "بن" | "بنت") && self.words.len() >= 2
            || word == "علي" && self.look.apart && is_native(first);
        // أمير + كرارة: the title has the article, or a land behind it
        let prince = word == "امير" && gaz.classes(first) == 0 && gaz.demonym(first).is_none();
        let whole = self.run.count(&format!("{word} {}", self.text))[0];
        let least = if joined || gaz.title(word).is_some() { 2 } else { 1 };
        !joined && (child || hidden && gaz.title(first).is_none() || prince) || whole >= least
    }

    /// Is this a person of the article?
    fn stands(&self, words: &[&str]) -> bool {
        self.run.ids.get(&words.join(" ")).is_some_and(|s| self.here.contains(&(*s, 0)))
    }

    /// How often the run has these words as a person.
    fn persons_so(&self, words: &[&str]) -> u32 {
        self.run.count(&words.join(" "))[0]
    }

    /// The persons of the article.
    fn persons(&self) -> impl Iterator<Item = &'a str> {
        let run = self.run;
        self.here.iter().filter(|h| h.1 == 0).map(|h| run.texts[h.0 as usize].as_str())
    }

    /// A rare name of a person with a common word before or behind it, or of two persons.
    pub(super) fn odd_person(&self) -> Option<Change> {
        self.without_words_behind()
            .or_else(|| self.without_words_before())
            .or_else(|| self.behind_common_word())
            .or_else(|| self.before_strange_word())
            .or_else(|| self.joined_persons())
            .or_else(|| self.second_person().map(|j| Change::Part(self.from + j, 0)))
    }

    /// Common words behind a person of the article.
    fn without_words_behind(&self) -> Option<Change> {
        let (gaz, words, n) = (self.gaz, &self.words, self.words.len());
        // وليام + قداسا: an indefinite accusative whose noun the corpus knows
        let accusative = |w: &str| {
            let Some(noun) = w.strip_suffix('ا').filter(|x| x.chars().count() >= 3) else { return false };
            gaz.part(w).is_none()
                && gaz.part(noun).is_none()
                && gaz.classes(w) == 0
                && is_noun(noun)
                && entities::mend::seldom(noun)
        };
        // ليوناردو + العائدة
        let common = |w: &str| entities::mend::describes(w, entities::news().lexicon(), gaz);
        // إيان + بريطاني
        let citizen =
            |w: &str| !w.starts_with("ال") && gaz.demonym(w).is_some() && gaz.part(w).is_none_or(|p| p.family < 3);
        let none_of_it = |w: &&&str| plain(w, gaz) || accusative(w) || common(w) || citizen(w);
        let j = n - words[1..].iter().rev().take_while(none_of_it).count();
        (j < n && !LINKS.has(words[j - 1]) && self.stands(&words[..j]))
            .then(|| Change::Set(self.from, self.from + j, EntityKind::Person))
    }

    /// Common words before a person of the article.
    fn without_words_before(&self) -> Option<Change> {
        let (gaz, words, n) = (self.gaz, &self.words, self.words.len());
        // عادلت + رؤى: a verb that the statistics do not know
        let verb = |w: &str| {
            w.chars().count() >= 4
                && w.ends_with('ت')
                && gaz.part(w).is_none()
                && gaz.classes(w) == 0
                && entities::news().word_stats(w).is_none()
        };
        let i = words[..n - 1].iter().take_while(|w| plain(w, gaz) || verb(w)).count();
        // تتمنى + مها: not يومي فؤاد, whose surname stands alone as surnames do
        let given = || self.bears_given(words[i]);
        // دموع + نيمار, whom the run names
        let said =
            || i + 1 == n && words[..i].iter().all(|w| is_noun(w)) && self.persons_so(&words[i..]) >= NOUN_LEAST.into();
        (i > 0 && (given() || said()) && self.stands(&words[i..]))
            .then(|| Change::Set(self.from + i, self.from + n, EntityKind::Person))
    }

    /// خاطر + جوزيه مورينيو, وسام + بوتين: a word of the language before a foreign name that the run has otherwise
    fn behind_common_word(&self) -> Option<Change> {
        let (words, n) = (&self.words, self.words.len());
        let rest = &words[1..];
        let foreign = rest.iter().all(|w| !is_native(w) && !w.starts_with("ال"));
        if !foreign || !self.is_word_of_the_language(words[0]) || self.named > 2 {
            return None;
        }
        let otherwise = if n > 2 {
            self.persons_so(rest) >= OTHERWISE
        } else {
            self.run.lasts.get(rest[0]).is_some_and(|most| *most >= OTHERWISE.max(OTHERWISE * self.named))
                && self.stands(rest)
                && !self.persons().any(|t| t.contains(' ') && t != self.text && t.ends_with(self.text))
        };
        otherwise.then(|| Change::Set(self.from + 1, self.to, EntityKind::Person))
    }

    /// Is it a noun whose bearers, if it has any, are called by native names (عادل, خاطر), unlike فيليب and مارك?
    fn is_word_of_the_language(&self, word: &str) -> bool {
        let (native, foreign) = self.run.seconds.get(word).copied().unwrap_or_default();
        let everyones = self.gaz.part(word).is_some_and(|p| p.given >= EVERYONES);
        is_noun(word)
            && !everyones
            && native >= 3 * foreign.saturating_sub(1)
            && (native > 0 || entities::mend::seldom(word))
    }

    /// سيليسن + لملاقاته, كيت + يرزقان: one who stands alone elsewhere in the article, and a word that is in nobody's name
    fn before_strange_word(&self) -> Option<Change> {
        let [name, word] = self.words.as_slice() else { return None };
        let id = *self.run.ids.get(*name)?;
        let alone = self.look.form.iter().zip(&self.r.mentions.entities);
        let alone = alone.filter(|(f, m)| **f == Some(id) && m.kind == EntityKind::Person).count();
        let strange = self.run.bearers.get(*word).is_none_or(|n| *n <= 1)
            && self.gaz.part(word).is_none()
            && self.gaz.classes(word) == 0
            && !word.contains('-')
            && word.chars().count() >= 3;
        let verb = word.starts_with(['ي', 'ت', 'ن', 'س', 'ل', 'ب']) && word.chars().count() >= 4;
        let vocalised = self.raw(self.from + 1).contains(|c| matches!(c, '\u{64b}'..='\u{652}'));
        let arabic = vocalised || word.contains(OF_THE_LANGUAGE);
        let sure = arabic && (!self.is_given(name) || verb);
        (self.named == 1 && alone >= ALONE_LEAST && strange && sure && !LINKS.has(name))
            .then(|| Change::Set(self.from, self.from + 1, EntityKind::Person))
    }

    /// شفقت + مالك: where an article first names one whom it calls by a surname alone, the rare word before it is his given name
    pub(super) fn with_rare_given_name(&self) -> Option<Change> {
        let [surname] = self.words.as_slice() else { return None };
        let here = self.look.form.iter().position(|f| *f == Some(self.form))?;
        let again = self.look.form.iter().filter(|f| **f == Some(self.form)).count();
        let fuller = || self.persons().any(|t| t.contains(' ') && t.split(' ').any(|w| w == *surname));
        if here != self.k || again < 2 || self.is_given(surname) && is_native(surname) || fuller() {
            return None;
        }
        let at = self.free_before(1)?;
        let word = doc_word(self.r, self.look, at);
        let gaz = self.gaz;
        let rare = !is_noun(word);
        let letters = word.chars().count() >= 3 && word.chars().all(|c| ('\u{620}'..='\u{64a}').contains(&c));
        let inflected = word.starts_with(['ي', 'ت', 'ن', 'س', 'و', 'ف', 'ب', 'ل', 'ك'])
            || word.starts_with("ال")
            || ["ه", "ها", "هم", "ا", "ت", "ين", "ون", "ي", "و"].iter().any(|e| word.ends_with(e));
        let named = gaz.part(word).is_some() || self.run.firsts.get(word).is_some_and(|n| *n >= 2);
        let nothing_else = !preposition(&self.r.doc, self.look.words[at] as usize)
            && !word.contains(OF_THE_LANGUAGE)
            && gaz.title(word).is_none()
            && gaz.head(word).is_none()
            && gaz.demonym(word).is_none()
            && gaz.classes(word) == 0
            && gaz.world_place(word).is_none()
            && !entities::mend::closes(word);
        (rare && letters && nothing_else && (named || !inflected)).then_some(Change::From(at, 0))
    }

    fn bears_given(&self, word: &str) -> bool {
        word.starts_with("عبد") || self.is_given(word)
    }

    /// هاري + وميغن ماركل: و, and a name of the run
    fn joined_persons(&self) -> Option<Change> {
        let words = &self.words;
        let j = (1..words.len()).find(|&j| {
            words[j].strip_prefix('و').filter(|w| w.chars().count() >= 3).is_some_and(|w| {
                let rest = [&[w], &words[j + 1..]].concat();
                let least = if rest.len() > 1 { 1 } else { TIMES };
                (self.persons_so(&rest) >= least || self.stands(&rest) || self.stands(&[w]))
                    && self.gaz.part(words[j]).is_none_or(|p| p.given + p.family == 0)
                    && !LINKS.has(words[j - 1])
            })
        })?;
        Some(Change::Part(self.from + j, 'و'.len_utf8()))
    }

    /// Where a second person begins that nothing joins to the first.
    fn second_person(&self) -> Option<usize> {
        let (words, n) = (self.words.as_slice(), self.words.len());
        let foreign = words.iter().all(|w| !is_native(w));
        let linked = LINKS.has(words[0]);
        let family = self.gaz.part(words[0]).is_none_or(|p| p.given <= p.family);
        // قمة مون-كيم: two foreign names, each of somebody else in the article
        if n == 2 && foreign && (self.stands(&words[..1]) || self.stands(&words[1..])) && self.are_of_two() {
            return Some(1);
        }
        let bearers = || self.persons().filter(|t| t.contains(' ') && t.split(' ').any(|x| x == words[0]));
        if n >= 3 && self.bears_given(words[1]) {
            // هاري + ميغان ماركل
            let two = !linked
                && self.stands(&words[..1])
                && self.persons_so(&words[1..]) >= 2 * TIMES * self.named.max(1)
                && bearers().all(|t| t == self.text);
            // ترامب + برادلي بارسكيل: one whom the whole run knows by this name alone
            let known = || {
                family
                    && self.persons_so(&words[..1]) >= KNOWN_ALONE
                    && (self.stands(&words[1..]) || self.stands(&words[n - 1..]))
                    && bearers().all(|t| t == self.text || t.ends_with(words[0]))
            };
            if two || known() {
                return Some(1);
            }
        }
        // يورجين كلوب + جوارديولا: two whom the run knows, no Arabs, whose names are chains
        if n >= 3
            && foreign
            && !LINKS.has(words[n - 2])
            && self.named <= 1
            && self.persons_so(&words[..n - 1]) >= TIMES
            && self.persons_so(&words[n - 1..]) >= KNOWN_ALONE
        {
            return Some(n - 1);
        }
        // خاطب + نوفاك ميلر: the surname of one of the article and another who stands alone there
        if n == 2 && !linked && family && self.stands(&words[1..]) {
            let others = || self.persons().filter(|t| *t != self.text);
            let opened = others().any(|t| t.strip_prefix(words[0]).is_some_and(|rest| rest.starts_with(' ')));
            let ends = self.persons().any(|t| is_last(words[0], t));
            let alone = || self.stands(&words[..1]) || others().any(|t| is_last(words[1], t));
            return (ends && !opened && alone()).then_some(1);
        }
        None
    }

    /// Has each of two words a bearer in the article, in no name with the other?
    fn are_of_two(&self) -> bool {
        let other = |t: &&str| t.contains(' ') && *t != self.text;
        let bearers = |w: &str| self.persons().filter(other).filter(|t| t.split(' ').any(|x| x == w)).collect();
        let (a, b): (Vec<&str>, Vec<&str>) = (bearers(self.words[0]), bearers(self.words[1]));
        !a.is_empty() && !b.is_empty() && !a.iter().any(|t| b.contains(t))
    }
}

/// Is the word the last of a name of several?
fn is_last(word: &str, name: &str) -> bool {
    name.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '))
}
