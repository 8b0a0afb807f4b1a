//! What trails behind a name or comes before it: the adjective of a body's country that was left outside, adjectives of time,
//! people whom a body only speaks to or helps, accusatives behind a superlative, numbers of laws.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::compare::is_native;
use super::super::orgs;
use super::grammar::feminine;
use super::name::Name;
use super::{CUT_MOST, Change, NOUN_LEAST, at};
use crate::lang::gaz::bits;
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::mentions::entities;
use crate::model::EntityKind;
use crate::text::fold::fold;

/// Bodies without a field of their own: what stands behind them with لل is somebody else.
const WITHOUT_FIELD: [&str; 2] = ["embassy", "parliament"];

/// Comparatives before the plural that they pick from.
static ELATIVES: Words = Words::new(&words::NAMES, "superlative");

/// Laws that are called by a number.
static NUMBERED: Words = Words::new(&words::NAMES, "law with a number");

/// Adjectives that make of a noun with its article the thing itself: القاعدة العسكرية is no القاعدة.
static OF_NOUNS: Words = Words::new(&words::NAMES, "adjective of a common noun");

/// Heads that a country's adjective alone gives no name.
static SOME_OF_A_COUNTRY: Words = Words::new(&words::NAMES, "no name by its country");

/// Plurals of places that an adjective follows.
static SEVERAL_PLACES: Words = Words::new(&words::NAMES, "several places");

/// What in sayings is the lion's.
static LIONS: Words = Words::new(&words::NAMES, "the lion's");

/// Words that wait for their genitive.
static WAITS: Words = Words::new(&words::NAMES, "waits for its genitive");

/// Prepositions of time that no native name ends with.
static WHEN: Words = Words::new(&words::NAMES, "preposition behind a name");

/// Players by their place on the field, which has a right and a left side.
static POSITIONS: Words = Words::new(&words::NAMES, "has a side");

/// Feminine nouns without the ending.
static FEMININE_NOUNS: Words = Words::new(&words::NAMES, "feminine without its ending");

/// Adjectives of time, and of what a club is in a match.
static PASSING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let l = Lexicon::parse("passing_adjectives.tsv", include_str!("../../../lang/ar/passing_adjectives.tsv"));
    let (word, notes) = (l.column("word"), l.column("notes"));
    l.rows.iter().filter(|r| r.get(notes) != "kind").map(|r| fold(r.get(word))).collect()
});

impl Name<'_> {
    /// What trails behind the name is taken off or on.
    pub(super) fn trailing(&self) -> Option<Change> {
        if !self.is_whole() {
            return None;
        }
        match self.m.kind {
            EntityKind::Organisation => self
                .listed_behind()
                .or_else(|| self.with_genitive())
                .or_else(|| self.of_members())
                .or_else(|| self.with_country_behind())
                .or_else(|| self.common_noun())
                .or_else(|| self.indefinite())
                .or_else(|| self.without_listener())
                .or_else(|| self.without_time())
                .or_else(|| self.picked_from()),
            EntityKind::Place => self
                .states()
                .or_else(|| self.picked_from())
                .or_else(|| self.indefinite())
                .or_else(|| self.what_they_are_like()),
            EntityKind::Other => self.of_number().or_else(|| self.with_genitive()).or_else(|| self.without_time()),
            EntityKind::Person => self
                .son_of()
                .or_else(|| self.without_preposition())
                .or_else(|| self.side_of_player())
                .or_else(|| self.lions_share()),
        }
    }

    /// الهلال + الأحمر, العربي + الجديد: another body of the lists than the one word says
    fn listed_behind(&self) -> Option<Change> {
        let [word] = self.words.as_slice() else { return None };
        let mut whole = word.to_string();
        let mut end = None;
        for n in 0..CUT_MOST {
            let Some(next) = self.word_behind(n).filter(|w| w.starts_with("ال") && self.touches(n)) else { break };
            whole.push(' ');
            whole.push_str(next);
            let adjective = n == 0 && self.gaz.demonym(next).is_some();
            if !adjective && self.gaz.classes(&whole) & bits::ORGANISATION != 0 {
                end = Some(self.to + n + 1);
            }
        }
        end.map(|end| Change::Set(self.from, end, self.m.kind))
    }

    /// كأس خادم + الحرمين الشريفين: what the last word is of
    fn with_genitive(&self) -> Option<Change> {
        let [_, .., last] = self.words.as_slice() else { return None };
        if !WAITS.has(last) {
            return None;
        }
        let definite = |n: &usize| self.touches(*n) && self.word_behind(*n).is_some_and(|w| w.starts_with("ال"));
        let more = (0..2).take_while(definite).count();
        (more > 0).then_some(Change::Set(self.from, self.to + more, self.m.kind))
    }

    /// حزب الديمقراطيين + الأحرار: what kind of them
    fn of_members(&self) -> Option<Change> {
        let ["حزب", members] = self.words.as_slice() else { return None };
        let plural = members.starts_with("ال") && members.ends_with("يين");
        let kind = self.word_behind(0).filter(|w| plural && self.touches(0) && w.starts_with("ال"))?;
        let agrees = kind.ends_with("ين") || kind == "الاحرار";
        agrees.then_some(Change::Set(self.from, self.to + 1, self.m.kind))
    }

    /// خفر السواحل + الإيطالي: a bare body with the adjective of its country, of its gender.
    fn with_country_behind(&self) -> Option<Change> {
        let (gaz, first) = (self.gaz, *self.words.first()?);
        let normal = orgs::organisation(self.text);
        // بلدية نيس + الفرنسية: behind a proper name it only says where that is
        let definite = self.words.last().is_some_and(|w| w.starts_with("ال"));
        if !definite
            || !orgs::is_bare(&normal)
            || normal.contains('@')
            || !normal.contains(' ')
            || gaz.classes(self.text) != 0
        {
            return None;
        }
        let adjective = self.word_behind(0).filter(|w| w.starts_with("ال") && self.touches(0))?;
        let two = self.word_behind(1).filter(|w| w.starts_with("ال") && self.touches(1));
        let more = two
            .filter(|w| gaz.demonym(&format!("{adjective} {w}")).is_some())
            .map(|_| 2)
            .or_else(|| gaz.demonym(adjective).map(|_| 1))?;
        let agrees = if feminine(first) { adjective.ends_with("يه") } else { adjective.ends_with('ي') };
        // مدرب المنتخب الوطني الأرجنتيني فلان: of the person behind
        let person = self.look.at.get(self.k + 1).is_some_and(|a| a.0 <= self.to + more)
            && self.r.mentions.entities[self.k + 1].kind == EntityKind::Person;
        (agrees && !person).then_some(Change::Set(self.from, self.to + more, self.m.kind))
    }

    /// القاعدة + العسكرية, العين + المجردة: the noun that a body is called by
    fn common_noun(&self) -> Option<Change> {
        let [word] = self.words.as_slice() else { return None };
        let free = word.starts_with("ال") && !self.in_marks();
        let adjective = self.word_behind(0).filter(|_| free && self.touches(0))?;
        let she = adjective.ends_with('ه') || matches!(adjective, "اليمني" | "اليسري");
        let agrees = she == (feminine(word) || FEMININE_NOUNS.has(word));
        (agrees && OF_NOUNS.has(adjective) && self.run.count(&format!("{word} {adjective}")).iter().all(|n| *n == 0))
            .then_some(Change::Drop)
    }

    /// القناة الأميركية, للحزب اللبناني: which one the article has said before, and no name. الجماعة الليبية + المقاتلة is half of
    /// one.
    pub(super) fn some_of_a_country(&self) -> Option<Change> {
        let [first, land] = self.words.as_slice() else { return None };
        let noun = first.strip_prefix("ال").unwrap_or(first);
        // قناة العراقية is so called; the article of a masculine noun is lost behind ل
        let definite = first.starts_with("ال") || land.ends_with('ي');
        let described = self.m.kind == EntityKind::Organisation
            && definite
            && SOME_OF_A_COUNTRY.has(noun)
            && land.starts_with("ال")
            && self.gaz.demonym(land).is_some_and(|code| code.len() == 2)
            && self.gaz.classes(self.text) == 0
            && !self.in_marks();
        let goes_on =
            || self.touches(0) && self.word_behind(0).is_some_and(|w| w.starts_with("ال") || w.starts_with('ل'));
        (described && !goes_on()).then_some(Change::Drop)
    }

    /// مركز للدفاع المدني, محكمة لمكافحة الفساد: some centre
    fn indefinite(&self) -> Option<Change> {
        let [first, second, rest @ ..] = self.words.as_slice() else { return None };
        let head = || {
            self.gaz.head(first).is_some_and(|h| !h.adjective)
                || self.is_place() && entities::mend::PLACE_HEADS.has(first)
        };
        // لمكافحة + الفساد: a noun with ل before a definite one
        let deed = || {
            let noun = second.strip_prefix('ل')?;
            let letters: Vec<char> = noun.chars().collect();
            // تحفيظ, تعليم
            let verbal = letters.len() == 5 && letters[0] == 'ت' && letters[3] == 'ي';
            let known = verbal || entities::news().lexicon().get(noun).is_some_and(|e| e.count >= NOUN_LEAST);
            let definite = rest.first().is_some_and(|w| w.starts_with("ال"));
            (known && definite && self.gaz.classes(second) == 0).then_some(())
        };
        let some = !first.starts_with("ال")
            && (second.starts_with("لل") || deed().is_some())
            && head()
            && self.gaz.classes(self.text) == 0
            && !self.in_marks();
        some.then_some(Change::Drop)
    }

    /// الولايات: some states of a union, but for the United ones (الولايات_المتحدة)
    fn states(&self) -> Option<Change> {
        let [word] = self.words.as_slice() else { return None };
        if word.strip_prefix("ال").unwrap_or(word) != "ولايات" {
            return None;
        }
        let united = self.word_behind(0) == Some("المتحده");
        Some(if united { Change::Set(self.from, self.to + 1, self.m.kind) } else { Change::Drop })
    }

    /// مناطق + جبلية: some areas, and what they are like
    fn what_they_are_like(&self) -> Option<Change> {
        let [word] = self.words.as_slice() else { return None };
        let adjective = !word.starts_with("ال") && word.ends_with("يه") && self.begins_token();
        let before = self.from.checked_sub(1).filter(|_| adjective && self.touches_before())?;
        let noun = self.r.doc.fold_of(self.look.words[before] as usize);
        let bare = noun.strip_prefix(['و', 'ب', 'ل', 'ف']).filter(|n| SEVERAL_PLACES.has(n)).unwrap_or(noun);
        // حمورية, a town: no word for what is so
        let common = |w: &str| entities::news().lexicon().get(w).is_some_and(|e| e.count >= NOUN_LEAST);
        let described = || common(&word[..word.len() - "ه".len()]) || common(&format!("ال{word}"));
        let listed = self.gaz.classes(word) & !bits::DEMONYM != 0 || self.gaz.world_place(word).is_some();
        (SEVERAL_PLACES.has(bare) && described() && !listed && !self.in_marks()).then_some(Change::Drop)
    }

    fn is_place(&self) -> bool {
        self.m.kind == EntityKind::Place
    }

    /// السفارة + للخادمات, البنك المركزي + للنواب
    fn without_listener(&self) -> Option<Change> {
        let (words, gaz) = (self.words.as_slice(), self.gaz);
        let j = (1..words.len()).find(|&j| words[j].starts_with("لل"))?;
        let kind = gaz.head(words[0]).map(|h| h.kind);
        let alone = kind.is_some_and(|k| WITHOUT_FIELD.contains(&k))
            || words[0] == "الحكومه"
            || words[..j] == ["البنك", "المركزي"]
            || words[..j] == ["البيت", "الابيض"];
        let land = || gaz.country(&format!("ال{}", &words[j]["لل".len()..])).is_some();
        (alone && gaz.classes(self.text) == 0 && !land()).then(|| Change::Set(self.from, self.from + j, self.m.kind))
    }

    /// المونديال + الأخير, الحكومة الإيطالية + الجديدة: the run has the name without the adjective, and more often
    fn without_time(&self) -> Option<Change> {
        let (words, gaz) = (self.words.as_slice(), self.gaz);
        let j = words.len() - words.iter().rev().take_while(|w| PASSING.contains(**w)).count();
        if j == words.len() || j == 0 || gaz.classes(self.text) != 0 || self.in_marks() {
            return None;
        }
        // حزب الديمقراطية الجديدة: the adjective of a word within
        let within = words[j].ends_with('ه') && !feminine(words[0]) && words[1..j].iter().any(|w| feminine(w));
        if within {
            return None;
        }
        let base = words[..j].join(" ");
        let more = self.run.count(&base)[at(self.m.kind)] >= 2 * self.named;
        (more && gaz.head(&base).is_none()).then(|| Change::Set(self.from, self.from + j, self.m.kind))
    }

    /// أكثر + الولايات تضررا: some of the states, and in what
    fn picked_from(&self) -> Option<Change> {
        let last = *self.words.last()?;
        let accusative = self.words.len() >= 2 && last.ends_with('ا') && last.chars().count() >= 4;
        let before = self.from.checked_sub(1).filter(|_| accusative && self.words[0].starts_with("ال"))?;
        let name = self.gaz.classes(last) != 0 || self.gaz.part(last).is_some() || self.gaz.world_place(last).is_some();
        (ELATIVES.has(self.r.doc.fold_of(self.look.words[before] as usize)) && !name).then_some(Change::Drop)
    }

    /// القرار + رقم 2216; a number by itself names nothing
    fn of_number(&self) -> Option<Change> {
        let [first, number, ..] = self.words.as_slice() else { return None };
        let digits = number.chars().all(|c| c.is_ascii_digit() || c == '-');
        if !matches!(*first, "رقم" | "الرقم") || !digits || self.in_marks() {
            return None;
        }
        let free = |n: usize| {
            let i = self.from.checked_sub(n)?;
            let free = self.k.checked_sub(1).is_none_or(|b| self.look.at[b].1 <= i);
            free.then_some(i)
        };
        let fold = |i: usize| self.r.doc.fold_of(self.look.words[i] as usize);
        // بالقانون رقم, والقرار رقم
        let law = |i: usize| {
            let word = fold(i);
            let joined =
                word.len() - word.strip_prefix(['و', 'ب', 'ل']).filter(|w| NUMBERED.has(w)).unwrap_or(word).len();
            (joined > 0 || NUMBERED.has(word)).then_some(Change::From(i, joined))
        };
        // الأمر التنفيذي رقم 13224
        let two = || free(2).filter(|i| fold(i + 1).starts_with("ال")).and_then(law);
        free(1).and_then(law).or_else(two).or(Some(Change::Drop))
    }

    /// ابن + فارس: a scholar who is called by his father, whom the article does not name
    fn son_of(&self) -> Option<Change> {
        let [word] = self.words.as_slice() else { return None };
        let i = self.from.checked_sub(1).filter(|_| self.begins_token())?;
        let free = self.k.checked_sub(1).is_none_or(|b| self.look.at[b].1 <= i);
        let before = self.r.doc.fold_of(self.look.words[i] as usize);
        let joined = ["ابن", "وابن", "لابن", "بابن"].iter().find(|w| **w == before)?.len() - "ابن".len();
        let father = |other: &str| other != *word && other.split(' ').any(|w| w == *word);
        let named = self.here.iter().any(|(f, _)| father(&self.run.texts[*f as usize]));
        let alone =
            || !self.here.iter().any(|(f, _)| self.run.texts[*f as usize] == *word && self.stands_without_son());
        let borne = is_native(word) && self.gaz.part(word).is_some_and(|p| p.given + p.family >= 3);
        (free && borne && !named && alone() && self.touches_before()).then_some(Change::From(i, joined))
    }

    /// مريم + فور: what happens upon it stands behind
    fn without_preposition(&self) -> Option<Change> {
        let [first @ .., before, last] = self.words.as_slice() else { return None };
        let cut = WHEN.has(last) && is_native(before) && self.gaz.classes(self.text) == 0;
        cut.then(|| Change::Set(self.from, self.from + first.len() + 1, self.m.kind))
    }

    /// ظهير + أيمن: the side that a player plays on, and perhaps the player behind it
    fn side_of_player(&self) -> Option<Change> {
        let first = *self.words.first()?;
        let before = self.from.checked_sub(1).filter(|_| matches!(first, "ايمن" | "ايسر"))?;
        if !POSITIONS.has(self.r.doc.fold_of(self.look.words[before] as usize)) {
            return None;
        }
        let player = self.run.count(&self.words[1..].join(" "))[0] > self.named;
        Some(if player { Change::Set(self.from + 1, self.to, self.m.kind) } else { Change::Drop })
    }

    /// حصة + الأسد: the animal of the saying
    fn lions_share(&self) -> Option<Change> {
        let before = self.from.checked_sub(1).filter(|_| self.words == ["الاسد"] && self.touches_before())?;
        let word = self.r.doc.fold_of(self.look.words[before] as usize);
        LIONS.has(word.strip_prefix(['و', 'ب', 'ل']).filter(|w| LIONS.has(w)).unwrap_or(word)).then_some(Change::Drop)
    }

    /// Does the article have the name without ابن before it too?
    fn stands_without_son(&self) -> bool {
        self.look.form.iter().zip(&self.look.at).any(|(f, a)| {
            *f == Some(self.form)
                && a.0.checked_sub(1).is_none_or(|i| !self.r.doc.fold_of(self.look.words[i] as usize).ends_with("ابن"))
        })
    }

    /// Is there nothing but a space between the name, with `more` words behind it, and the next word?
    fn touches(&self, more: usize) -> bool {
        let token = |w: usize| self.look.words.get(w).map(|t| self.r.doc.tokens[*t as usize].span);
        let (Some(last), Some(next)) = (token(self.to + more - 1), token(self.to + more)) else { return false };
        self.r.doc.text()[last.end as usize..next.start as usize].chars().all(char::is_whitespace)
    }

    fn touches_before(&self) -> bool {
        let token = |w: usize| self.r.doc.tokens[self.look.words[w] as usize].span;
        let between = &self.r.doc.text()[token(self.from - 1).end as usize..self.m.span.start as usize];
        between.chars().all(char::is_whitespace)
    }

    /// Do marks open or close within or right beside the name?
    fn in_marks(&self) -> bool {
        let mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '«' | '»' | '“' | '”'));
        let text = self.r.doc.text();
        mark(text[..self.m.span.start as usize].chars().next_back())
            || mark(text[self.m.span.end as usize..].chars().next())
            || self.r.doc.slice(self.m.span).contains(['"', '«', '“', '»', '”'])
    }
}
