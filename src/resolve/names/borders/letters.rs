//! First letters of names: a particle joined to the name, or the name's own.

use super::super::compare::is_native;
use super::super::kinds::construct;
use super::name::Name;
use super::{ALWAYS, ALWAYS_AND, Change, FAR_TIMES, Look, NOUN_LEAST, ODD_MOST, TIMES, at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityKind, EntityMention};
use crate::text::Document;

/// Particles that may be joined to a word, and none.
pub(super) const JOINED: [&str; 6] = ["", "و", "ب", "ل", "وب", "ول"];

/// What is left without a joined letter is known when the run has it so often.
const KNOWN_REST: u32 = 10;

/// So often the preposition على stands in an article that writes it apart from the name علي.
const PREPOSITIONS_LEAST: u32 = 3;

/// Prepositions that stand by themselves, right before what they govern.
static GOVERNING: Words = Words::new(&words::NAMES, "preposition before a name");

/// Is this على, which folds like the name علي?
pub(super) fn preposition(doc: &Document, token: usize) -> bool {
    doc.fold_of(token) == "علي" && doc.text_of(token).ends_with('ى')
}

/// Is this one of [`GOVERNING`]? إلى and على with their own last letter: آلي and علي are names.
fn governing(doc: &Document, token: usize) -> bool {
    let word = doc.fold_of(token);
    GOVERNING.has(word) && (word == "في" || !word.ends_with('ي') || doc.text_of(token).ends_with('ى'))
}

/// Does the article write على and علي with letters of their own?
pub(super) fn tells_ali(doc: &Document) -> bool {
    let (mut on, mut ali) = (0, 0);
    for k in 0..doc.tokens.len() {
        if doc.fold_of(k) == "علي" {
            if preposition(doc, k) { on += 1 } else { ali += 1 }
        }
    }
    on >= PREPOSITIONS_LEAST && on >= ali
}

/// Which particle was cut off a mention: ب, ك, ل, و, others or none.
pub(super) fn particle_of(doc: &Document, look: &Look, word: usize, m: &EntityMention) -> usize {
    let Some(&token) = look.words.get(word) else { return 5 };
    let start = doc.tokens[token as usize].span.start;
    if start >= m.span.start {
        return 5;
    }
    match &doc.text()[start as usize..m.span.start as usize] {
        "ب" | "وب" => 0,
        "ك" | "وك" => 1,
        "ل" | "ول" => 2,
        "و" => 3,
        "ف" | "وف" => 4,
        _ => 5,
    }
}

impl Name<'_> {
    /// The name with the letter that was cut off it; و before another letter joins sentences still.
    pub(super) fn with_letter(&self) -> Change {
        let &Name { r, m, from, .. } = self;
        let start = self.look.words.get(from).map_or(m.span.start, |t| r.doc.tokens[*t as usize].span.start);
        let cut = &r.doc.text()[start as usize..m.span.start.max(start) as usize];
        match cut.strip_prefix('و') {
            Some(rest) if !rest.is_empty() => Change::From(from, 'و'.len_utf8()),
            _ => Change::Whole,
        }
    }

    /// How often the run has these words as a name of the kind.
    fn named_so(&self, text: &str) -> u32 {
        self.run.count(text)[at(self.m.kind)]
    }

    /// The first letter of a name by what the run has more often: و that was left on it (ودي ماريا), ل that was cut off
    /// (ل + يروي ساني).
    pub(super) fn first_letter(&self) -> Option<Change> {
        let start = self.r.doc.tokens[*self.look.words.get(self.from)? as usize].span.start;
        if start < self.m.span.start {
            let joined = self.r.doc.text()[start as usize..self.m.span.start as usize].trim();
            let joined = joined.strip_prefix('و').filter(|rest| !rest.is_empty()).unwrap_or(joined);
            let one = matches!(joined, "ب" | "ك" | "ل" | "و" | "ف");
            return (one && self.is_own_letter(joined, start)).then(|| self.with_letter());
        }
        self.joined_letter().or_else(|| self.joined_and())
    }

    /// Is the letter that was cut off, which stands at `start`, the name's own?
    fn is_own_letter(&self, joined: &str, start: u32) -> bool {
        let (gaz, text, words, first) = (self.gaz, self.text, &self.words, self.words[0]);
        let unlisted = gaz.classes(text) == 0;
        let headless = gaz.head(first).is_none();
        if self.is_marked(start) && unlisted && headless {
            return true;
        }
        let cuts = self.run.particles[self.form as usize];
        let all: u32 = cuts.iter().sum();
        let always = cuts[..5].contains(&all) && unlisted && headless;
        if always && (self.is_governed() || self.is_headed() && all >= 2 && joined != "و") {
            return true;
        }
        let full = format!("{joined}{text}");
        let known = if self.is_person() {
            let behind_person = always && joined == "و" && all >= ALWAYS_AND && self.is_behind_person();
            always && self.is_borne_with(joined) || words.len() == 1 && (self.bears_here(&full) || behind_person)
        } else {
            self.is_listed(&full) && !self.is_listed(text)
        };
        if known && first.chars().count() >= 3 {
            return true;
        }
        let fuller = self.named_so(&full);
        let times = if words.len() > 1 { 1 } else { TIMES };
        always && words.len() > 1 && fuller >= 1 && self.m.kind != EntityKind::Place && all >= ALWAYS
            || unlisted && fuller >= 2 && fuller >= times * self.named && first.len() > 2
    }

    /// "والا", which the marks have with its first letter
    fn is_marked(&self, start: u32) -> bool {
        let marks = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '«' | '»' | '“' | '”'));
        let text = self.r.doc.text();
        marks(text[..start as usize].chars().next_back()) && marks(text[self.m.span.end as usize..].chars().next())
    }

    /// The token right before the name's first.
    fn token_before(&self) -> Option<usize> {
        let words = &self.look.words;
        let before = words[self.from.checked_sub(1)?];
        (before + 1 == words[self.from]).then_some(before as usize)
    }

    /// على + وفاق, في + وإب: behind a preposition nothing joins names, and no second preposition stands
    fn is_governed(&self) -> bool {
        let first = self.words[0];
        self.token_before().is_some_and(|b| governing(&self.r.doc, b))
            && !construct(first)
            && !entities::mend::PLACE_HEADS.has(first)
            && self.gaz.part(first).is_none_or(|p| p.given < 8)
    }

    /// منطقة + بروم: one letter joined to it everywhere, and behind a noun that its name follows
    fn is_headed(&self) -> bool {
        self.token_before().is_some_and(|b| construct(self.r.doc.fold_of(b)))
    }

    /// ب + ابل: the lists have the name with the letter alone
    fn is_listed(&self, text: &str) -> bool {
        self.gaz.classes(text) != 0 || self.gaz.world_place(text).is_some()
    }

    /// ب + رزان: people are called so with the letter, and not without it
    fn is_borne_with(&self, letter: &str) -> bool {
        let first = self.words[0];
        let borne = |w: &str| self.gaz.part(w).is_some();
        borne(&format!("{letter}{first}")) && !borne(first) && !self.is_listed(first)
    }

    /// سارة ليا + ويتسن: right behind a name, never with another letter and nowhere alone
    fn is_behind_person(&self) -> bool {
        let before = self.k.checked_sub(1).map(|b| (self.look.at[b].1, self.r.mentions.entities[b].kind));
        before == Some((self.from, EntityKind::Person)) && self.gaz.part(self.text).is_none()
    }

    /// ب + كلاي: does somebody of the article bear this word behind another name, and nobody the one without the letter?
    fn bears_here(&self, word: &str) -> bool {
        let named = self.r.mentions.entities.iter().zip(&self.look.form);
        let persons = named.filter(|(m, _)| m.kind == EntityKind::Person).filter_map(|(_, f)| *f);
        let mut found = false;
        for w in persons.flat_map(|f| self.run.texts[f as usize].split(' ').skip(1)) {
            if w == self.text {
                return false;
            }
            found |= w == word;
        }
        found
    }

    /// و that was left on a name.
    fn joined_and(&self) -> Option<Change> {
        let rest = self.text.strip_prefix('و')?;
        let own =
            self.gaz.part(self.words[0]).is_some_and(|p| p.given + p.family > 0) || self.gaz.classes(self.text) != 0;
        let stands = self.named_so(rest);
        let listed = stands >= 1 && self.gaz.classes(rest) != 0;
        let times = if self.words.len() > 1 { 1 } else { TIMES };
        (!own && rest.chars().count() >= 2 && (listed || stands >= 2 && stands >= times * self.named))
            .then(|| Change::From(self.from, 'و'.len_utf8()))
    }

    /// A particle that was left on a name's first word: before a head that wears it nowhere else (بحركة النهضة, لمطار أبها),
    /// before a name of the lists or one that the run has far more often (بتل أبيب, لبيب غوارديولا), و between two names
    /// with nothing else there (يلدا وببيلا).
    fn joined_letter(&self) -> Option<Change> {
        let letter = self.text.chars().next().filter(|c| matches!(c, 'و' | 'ب' | 'ل' | 'ك' | 'ف'))?;
        let (gaz, text, whole) = (self.gaz, self.text, self.words[0]);
        let (rest, first) = (&text[letter.len_utf8()..], &whole[letter.len_utf8()..]);
        let change = || Some(Change::From(self.from, letter.len_utf8()));
        if self.is_before_given_name(letter, first)
            || self.is_before_hamza(letter)
            || self.is_before_well_known(letter, rest)
            || self.opens_other_names(letter, first)
        {
            return change();
        }
        let heads = |w: &str| gaz.head(w).is_some() || entities::mend::PLACE_HEADS.has(w) || entities::mend::event(w);
        let known = gaz.part(whole).is_some_and(|p| p.given + p.family > 0)
            || gaz.classes(text) != 0
            || heads(whole)
            || matches!(whole, "وادي" | "واحه");
        if known || text.contains('-') {
            return None;
        }
        let several = self.words.len() > 1;
        if !self.is_person() && several && heads(first) && !(letter == 'ل' && first.starts_with('ل')) {
            return change();
        }
        if gaz.classes(whole) != 0 || first.chars().count() < 3 {
            return None;
        }
        let adjoins = self.run.adjoins[self.form as usize];
        // برونو مارس + وكيندريك لامار: always right behind another name
        let joins = letter == 'و' && (adjoins >= 2 && 5 * adjoins >= 3 * self.named || adjoins == self.named);
        if several && gaz.classes(rest) != 0 || joins {
            return change();
        }
        // بلاي بوي, which stands elsewhere as if ب were joined to it
        let stands = self.run.ids.get(rest).map_or(0, |f| {
            let joined = self.run.particles[*f as usize][..4].iter().sum::<u32>();
            self.run.named[*f as usize][at(self.m.kind)].saturating_sub(2 * joined)
        });
        if several && letter != 'و' && stands >= FAR_TIMES * self.named.max(1) { change() } else { None }
    }

    /// بأبهيلاش, لإيدن: a hamza with its alef opens a word, and a letter before it is joined
    fn is_before_hamza(&self, letter: char) -> bool {
        let raw = self.raw(self.from);
        let word = raw.strip_prefix(letter).unwrap_or(raw);
        !self.is_body()
            && word.starts_with(['أ', 'إ', 'آ'])
            && word.chars().count() >= 3
            && self.gaz.part(self.words[0]).is_none()
            && self.gaz.classes(self.text) == 0
    }

    /// لبيب غوارديولا, بتل أبيب, بسد النهضة: the run speaks of what is left far more often, though the word with its letter is one, too
    fn is_before_well_known(&self, letter: char, rest: &str) -> bool {
        let several = self.words.len() > 1 && self.named <= ODD_MOST * 2 && matches!(letter, 'ب' | 'ل');
        if !several || self.gaz.classes(self.text) != 0 {
            return false;
        }
        // بلاي ستيشن, which stands elsewhere as if ب were joined to it
        let joined = self.run.ids.get(rest).map_or(0, |f| self.run.particles[*f as usize][..4].iter().sum::<u32>());
        let stands = self.named_so(rest).saturating_sub(joined);
        let times = if self.is_person() { FAR_TIMES } else { TIMES };
        stands >= times * self.named && stands >= KNOWN_REST
    }

    /// وكلود غيون, لكارلو تافيكيو: other persons' names begin with the word without the letter, no other with it
    fn opens_other_names(&self, letter: char, first: &str) -> bool {
        let whole = self.words[0];
        let least = if letter == 'و' { 2 } else { 3 };
        // بيونج يانج, as Egyptian houses write it
        let town = self.text.replace('ج', "غ");
        if self.gaz.classes(&town) != 0 || self.gaz.capital(&town).is_some() {
            return false;
        }
        self.is_person()
            && self.words.len() > 1
            && matches!(letter, 'و' | 'ل' | 'ب')
            && first.chars().count() >= 3
            && !whole.contains('-')
            && self.gaz.part(whole).is_none()
            && self.run.firsts.get(first).is_some_and(|n| *n >= least)
            && self.run.firsts.get(whole).is_none_or(|n| *n <= 1)
    }

    /// تصريح لأيمن فلان: what nobody bears, before a given name that many do
    fn is_before_given_name(&self, letter: char, first: &str) -> bool {
        let whole = self.words[0];
        self.is_person()
            && self.words.len() > 1
            && matches!(letter, 'ل' | 'ب' | 'و')
            && first.chars().count() >= 4
            && is_native(first)
            && self.gaz.part(first).is_some_and(|p| p.given >= 30 && p.given > p.family)
            && self.gaz.part(whole).is_none()
            && entities::news().lexicon().get(whole).is_none_or(|e| e.count < NOUN_LEAST)
            && self.gaz.classes(self.text) == 0
    }
}
