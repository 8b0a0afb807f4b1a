//! A mention that is asked for its borders, and the rules in their order.

use rustc_hash::FxHashSet;

use super::super::compare::is_native;
use super::super::kinds::construct;
use super::grammar::{PLACED, calling_behind, nationality_behind, overgrown, plain};
use super::letters::{JOINED, particle_of};
use super::{
    ALWAYS, ALWAYS_AND, CUT_MOST, Change, FAR_TIMES, Forms, KNOWN_WHOLE, Look, ODD_MOST, TIMES, WHOLE_LEAST,
    WHOLE_TIMES, at, complement, doc_word,
};
use crate::lang::gaz::{Gazetteer, bits};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::{self, mend::PLACE_HEADS};
use crate::model::{EntityKind, EntityMention, Reading};

/// To whom something was said.
static AUDIENCE: Words = Words::new(&words::NAMES, "audience");

/// Does the noun only say what kind of thing the name behind it is (صحيفة, نادي, رئيس)?
pub(super) fn is_noun_of_kind(word: &str, gaz: &Gazetteer) -> bool {
    construct(word) || gaz.title(word).is_some() || PLACE_HEADS.has(word) || entities::mend::event(word)
}

/// A mention in its article, with its form and the run.
pub(super) struct Name<'a> {
    pub run: &'a Forms,
    pub r: &'a Reading,
    pub look: &'a Look,
    /// Its place among the article's mentions.
    pub k: usize,
    pub m: &'a EntityMention,
    /// The names of its article, with their kinds.
    pub here: &'a FxHashSet<(u32, usize)>,
    pub gaz: &'static Gazetteer,
    pub form: u32,
    pub text: &'a str,
    pub words: Vec<&'a str>,
    /// First word and one past the last, in words of the document.
    pub from: usize,
    pub to: usize,
    /// How often the run has the form as a name of the kind.
    pub named: u32,
}

impl<'a> Name<'a> {
    /// The mention, when it has a form.
    pub fn new(
        run: &'a Forms,
        r: &'a Reading,
        look: &'a Look,
        k: usize,
        here: &'a FxHashSet<(u32, usize)>,
    ) -> Option<Name<'a>> {
        let (m, form, (from, to)) = (&r.mentions.entities[k], look.form[k]?, look.at[k]);
        let text = run.texts[form as usize].as_str();
        let named = run.named[form as usize][at(m.kind)];
        let words = text.split(' ').collect();
        Some(Name { run, r, look, k, m, here, gaz: Gazetteer::get(), form, text, words, from, to, named })
    }

    /// What is done with the mention, by the first rule that says something.
    pub fn change(&self) -> Option<Change> {
        self.known_whole()
            .or_else(|| self.filled_up())
            .or_else(|| self.listed_before())
            .or_else(|| self.with_next_person())
            .or_else(|| self.filled_before())
            .or_else(|| self.trailing())
            .or_else(|| self.with_its_field())
            .or_else(|| self.completed())
            .or_else(|| self.head_before())
            .or_else(|| self.some_of_a_country())
            .or_else(|| self.without_place())
            .or_else(|| self.overgrown_body())
            .or_else(|| self.without_nationality())
            .or_else(|| self.without_calling())
            .or_else(|| self.first_letter())
            .or_else(|| self.person_front())
            .or_else(|| self.own_letter())
            .or_else(|| self.grown())
    }

    /// Has the form a word for each of the document's?
    pub fn is_whole(&self) -> bool {
        self.words.len() == self.to - self.from
    }

    pub fn is_person(&self) -> bool {
        self.m.kind == EntityKind::Person
    }

    pub fn is_body(&self) -> bool {
        self.m.kind == EntityKind::Organisation
    }

    /// A word of the document as it is written.
    pub fn raw(&self, word: usize) -> &'a str {
        self.r.doc.text_of(self.look.words[word] as usize)
    }

    /// The first words of the name, and no more.
    fn begin(&self, words: usize) -> Change {
        Change::Set(self.from, self.from + words, self.m.kind)
    }

    /// The name from one of its words on, as a person's.
    fn person_from(&self, word: usize) -> Change {
        Change::Set(self.from + word, self.to, EntityKind::Person)
    }

    /// A name cut short, whose longer form the run has.
    fn filled_up(&self) -> Option<Change> {
        let longer = self.run.longer(&self.r.doc, self.look, self.k, self.m);
        let (_, more) = longer.into_iter().rfind(|(f, more)| self.may_go_on(*f, *more))?;
        Some(Change::Set(self.from, self.to + more, self.m.kind))
    }

    /// May the name go on over `more` words to a longer form of the run?
    fn may_go_on(&self, longer: u32, more: usize) -> bool {
        let (gaz, to) = (self.gaz, self.to);
        let word = |i: usize| doc_word(self.r, self.look, to + i);
        let n = self.run.named[longer as usize][at(self.m.kind)];
        let cut = self.run.cut_of(longer, self.m.kind);
        // كأس الاتحاد الأوروبي + لكرة القدم: not half of the name behind it
        let halved = || self.look.at[self.k + 1..].iter().take(CUT_MOST).any(|b| b.0 < to + more && b.1 > to + more);
        // حمص السورية: where a place lies is no part of its name
        let adjective = || self.m.kind == EntityKind::Place && gaz.demonym(word(more - 1)).is_some();
        // مفوضية الأمم المتحدة + لشؤون اللاجئين: what the lists have is whole
        let listed =
            || word(0).starts_with('ل') && gaz.classes(&self.run.texts[longer as usize]) & bits::ORGANISATION != 0;
        // ماجد + أبو حيمد: a part that many bear
        let borne = || {
            let part = |w: &str| {
                matches!(w, "ابو" | "بن" | "عبد" | "ال") || gaz.part(w).is_some_and(|p| p.given + p.family >= 3)
            };
            self.is_person() && n >= cut && (0..more).all(|i| part(word(i)))
        };
        // عمرو + واكد, whom the run has elsewhere
        let known = || {
            let w = word(0);
            self.is_person()
                && more == 1
                && n >= 2
                && 2 * n >= cut
                && w.chars().count() >= 3
                && !plain(w, gaz)
                && !entities::mend::closes(w)
                && !w.starts_with("ال")
        };
        // ري يونغ + هو: a syllable that the run has as a part of this name
        let syllable = || {
            self.is_person()
                && more == 1
                && n >= 2
                && 3 * n >= cut
                && self.words.len() == 2
                && !is_native(self.words[0])
        };
        (n >= WHOLE_LEAST && n >= WHOLE_TIMES * cut || listed() || borne() || known() || syllable())
            && !halved()
            && !adjective()
    }

    /// A token before the name, of its sentence and of no other name, with nothing between; `n` tokens before its first.
    pub(super) fn free_before(&self, n: usize) -> Option<usize> {
        let at = self.from.checked_sub(n)?;
        let words = &self.look.words;
        let token = words[at] as usize;
        let free = token >= self.r.doc.sentence_tokens(self.m.sentence as usize).start
            && token + n == words[self.from] as usize
            && self.begins_token()
            && self.k.checked_sub(1).is_none_or(|b| self.look.at[b].1 <= at);
        free.then_some(at)
    }

    /// جنوب + السودان: a country of the lists with the word before it
    fn listed_before(&self) -> Option<Change> {
        if self.m.kind != EntityKind::Place {
            return None;
        }
        let at = self.free_before(1)?;
        let word = doc_word(self.r, self.look, at);
        JOINED.iter().find_map(|p| {
            let first = word.strip_prefix(p).filter(|w| w.chars().count() >= 2 && !construct(w))?;
            let country = self.gaz.country(&format!("{first} {}", self.text)).is_some();
            country.then_some(Change::House(at, p.len(), self.m.kind))
        })
    }

    /// باركر + سولار بروب: the run mostly has the name with the word before it
    fn filled_before(&self) -> Option<Change> {
        let at = self.free_before(1)?;
        let word = doc_word(self.r, self.look, at);
        let whole = format!("{word} {}", self.text);
        let id = self.run.ids.get(&whole)?;
        let n = self.run.named[*id as usize][super::at(self.m.kind)];
        let cut = self.run.cut_before.get(&(*id, super::at(self.m.kind) as u8)).copied().unwrap_or(0);
        let common = || plain(word, self.gaz) || self.gaz.head(word).is_some() || is_noun_of_kind(word, self.gaz);
        let particle = word.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) && self.gaz.part(word).is_none();
        let place = self.m.kind == EntityKind::Place;
        (n >= WHOLE_LEAST && n >= WHOLE_TIMES * cut && word.chars().count() >= 2 && !place && !particle && !common())
            .then_some(Change::From(at, 0))
    }

    /// ماريت + بيورغن, ماجد + عبد الله: a given name that the article never has alone, and the name right behind it
    fn with_next_person(&self) -> Option<Change> {
        let [first] = self.words.as_slice() else { return None };
        let next = self.r.mentions.entities.get(self.k + 1).filter(|n| n.kind == EntityKind::Person)?;
        let surname = self.run.texts[self.look.form[self.k + 1]? as usize].as_str();
        let (start, end) = self.look.at[self.k + 1];
        let tokens = &self.look.words;
        let touches = self.is_person()
            && start == self.to
            && tokens[start - 1] + 1 == tokens[start]
            && next.sentence == self.m.sentence
            && self.r.doc.tokens[tokens[start] as usize].span.start == next.span.start;
        let one = surname != *first && (!surname.contains(' ') || surname.starts_with("عبد "));
        let given = self.is_given(first) || self.run.firsts.get(*first).is_some_and(|n| *n >= 2);
        let known = self.run.count(first)[0] >= super::KNOWN_ALONE;
        let full = touches && one && given && !known && self.is_never_alone();
        (full && !self.is_of_full_name(first) && !self.is_of_full_name(surname)).then_some(Change::Set(
            self.from,
            end,
            EntityKind::Person,
        ))
    }

    /// Does another name stand right behind each of the form's mentions in the article?
    fn is_never_alone(&self) -> bool {
        let at = &self.look.at;
        let mut forms = self.look.form.iter().enumerate();
        forms.all(|(k, f)| *f != Some(self.form) || at.get(k + 1).is_some_and(|next| next.0 == at[k].1))
    }

    /// Is a word part of the full name of a person of the article?
    fn is_of_full_name(&self, word: &str) -> bool {
        let mut persons = self.here.iter().filter(|h| h.1 == 0).map(|h| self.run.texts[h.0 as usize].as_str());
        persons.any(|text| text.contains(' ') && text.split(' ').any(|w| w == word))
    }

    /// A body that is mostly named with what it is for.
    fn with_its_field(&self) -> Option<Change> {
        let fields = self.run.fields[self.form as usize];
        let asks = self.is_body() && complement::mostly(self.named, fields) && complement::generic(self.text, self.gaz);
        if asks { complement::completed(self) } else { None }
    }

    /// A body with words that its grammar has no room for, or with a person behind it.
    fn overgrown_body(&self) -> Option<Change> {
        if !self.is_body() || !self.is_whole() || self.r.doc.slice(self.m.span).contains(['"', '«', '“']) {
            return None;
        }
        let words = self.words.as_slice();
        let hamza = |i: usize| self.raw(self.from + i).starts_with(['أ', 'إ', 'آ']);
        let j = overgrown(words, hamza, self.gaz)?;
        let [person, place, body, _] = self.run.count(&words[j..].join(" "));
        let known = person >= TIMES && person >= TIMES * (place + body);
        let named = || self.is_given(words[j]) || words[j].starts_with("عبد");
        Some(match j {
            // المنتخب + غوندوغان
            1 if known => self.person_from(1),
            _ if known || j + 1 < words.len() && named() => Change::Holder(self.from + j),
            _ => self.begin(j),
        })
    }

    /// حماس + في غزة, بي بي سي + لشؤون الشرق الأوسط: what the lists have is whole before where it is, and a house of the press before
    /// what it is for
    fn without_place(&self) -> Option<Change> {
        if !self.is_body() || !self.is_whole() || self.gaz.classes(self.text) != 0 {
            return None;
        }
        let (gaz, words) = (self.gaz, self.words.as_slice());
        let classes = |j: usize| gaz.classes(&words[..j].join(" "));
        let behind = |j: usize| {
            let place = || words.get(j + 1).is_some_and(|w| gaz.country(w).is_some() || gaz.classes(w) & PLACED != 0);
            let field = words[j].starts_with('ل') && words[j].chars().count() >= 4 && gaz.part(words[j]).is_none();
            words[j] == "في" && (gaz.head(words[0]).is_none() || place()) || field && classes(j) & bits::MEDIA != 0
        };
        let j = (1..words.len()).find(|&j| classes(j) & bits::ORGANISATION != 0 && behind(j))?;
        let more = (j + 1..=words.len()).any(|k| classes(k) & bits::ORGANISATION != 0);
        let base = words[..j].join(" ");
        (!more && self.run.count(&base)[at(self.m.kind)] >= TIMES * self.named).then(|| self.begin(j))
    }

    /// A word that is mostly a given name.
    pub fn is_given(&self, word: &str) -> bool {
        self.gaz.part(word).is_some_and(|p| p.given >= 3 && p.given > p.family)
    }

    /// A thing or a body without the adjective of its country.
    fn without_nationality(&self) -> Option<Change> {
        if self.is_person() || self.words.len() < 2 || !self.is_whole() {
            return None;
        }
        let doc = &self.r.doc;
        let mark = |token: usize| {
            doc.tokens.get(token).is_some_and(|t| matches!(doc.slice(t.span), "\"" | "«" | "»" | "“" | "”"))
        };
        let token = |i: usize| self.look.words[self.from + i] as usize;
        let closed = |i: usize| mark(token(i) + 1);
        // "أبو عمر المصري": what marks hold is whole
        if token(0).checked_sub(1).is_some_and(mark) && closed(self.words.len() - 1) {
            return None;
        }
        let known = |text: &str| self.run.count(text)[at(self.m.kind)];
        let one_country = |text: &str| self.run.of_country.get(text).is_none_or(Option::is_some);
        let j = nationality_behind(&self.words, self.m.kind, closed, known, one_country, self.gaz)?;
        let alone = || known(&self.words[..j].join(" ")) >= WHOLE_TIMES * self.named;
        (self.named < KNOWN_WHOLE || alone()).then(|| self.begin(j))
    }

    /// A person without what he is behind his name.
    fn without_calling(&self) -> Option<Change> {
        if !self.is_person() || !self.is_whole() {
            return None;
        }
        // عبدالله + أن
        let n = self.words.len();
        let that = (1..n).find(|&j| matches!(self.raw(self.from + j), "أن" | "أنّ" | "إن" | "إنّ"));
        let that = that.filter(|j| j + 1 == n && is_native(self.words[j - 1]));
        // ليلى حداد + للصحفيين
        let listener = || (1..n).find(|&j| AUDIENCE.has(self.words[j]));
        that.or_else(listener).or_else(|| calling_behind(&self.words, self.gaz)).map(|j| self.begin(j))
    }

    /// The letter before a name that is never without it.
    fn own_letter(&self) -> Option<Change> {
        let own = self.is_with_letter() || self.is_foreign_with_letter() || self.is_with_letter_here();
        own.then(|| self.with_letter())
    }

    /// بلاي بوي, وحدة مكافحة التجسس: the run never has the name without this letter, nor with another before it
    fn is_with_letter(&self) -> bool {
        let (gaz, first) = (self.gaz, self.words[0]);
        let cuts = self.run.particles[self.form as usize];
        let all: u32 = cuts.iter().sum();
        let least = if cuts[3] == all { ALWAYS_AND } else { ALWAYS };
        self.m.kind != EntityKind::Place
            && self.words.len() >= 2
            && (!self.is_person() || gaz.part(first).is_none_or(|p| p.given < 8))
            && all >= least
            && cuts[..5].contains(&all)
            && gaz.classes(self.text) == 0
            && gaz.head(first).is_none()
            && (gaz.classes(first) == 0 || all >= 2 * FAR_TIMES && cuts[0] == all)
            // فالكون 9
            && (cuts[4] == all || !first.starts_with("ال"))
            && !PLACE_HEADS.has(first)
    }

    fn is_foreign(&self) -> bool {
        self.is_person() && !is_native(self.words[0]) && !self.words[0].starts_with("ال")
    }

    /// بويل, براي وايت: ب and ك are not always joined to somebody
    fn is_foreign_with_letter(&self) -> bool {
        let cuts = self.run.particles[self.form as usize];
        let all: u32 = cuts.iter().sum();
        let one = self.words.len() == 1;
        self.is_foreign()
            && all >= ALWAYS + u32::from(one)
            && (cuts[0] == all || cuts[1] == all)
            && !(one && self.run.of_persons.contains(self.text))
    }

    /// ماريت بيورغن, of whom one article always speaks as if ب were joined to her
    fn is_with_letter_here(&self) -> bool {
        if !self.is_foreign() || self.words.len() > 1 || self.gaz.classes(self.text) != 0 {
            return false;
        }
        let (mut all, mut joined) = (0, 0);
        for ((other, f), at) in self.r.mentions.entities.iter().zip(&self.look.form).zip(&self.look.at) {
            let Some(f) = *f else { continue };
            if f == self.form {
                all += 1;
                joined += u32::from(particle_of(&self.r.doc, self.look, at.0, other) == 0);
            } else if other.kind == EntityKind::Person && self.run.texts[f as usize].split(' ').any(|w| w == self.text)
            {
                return false;
            }
        }
        all > ALWAYS && joined == all
    }

    /// A name with words that the run mostly has outside it.
    fn grown(&self) -> Option<Change> {
        if self.words.len() < 2 || !self.is_whole() || self.gaz.classes(self.text) != 0 {
            return None;
        }
        if let Some(change) = self.mostly_shorter() {
            return Some(change);
        }
        if self.named > ODD_MOST {
            return None;
        }
        if self.is_person() {
            return self.odd_person();
        }
        self.without_bare_words().or_else(|| if self.is_body() { self.person_of_body() } else { None })
    }

    /// The same words mostly end before.
    fn mostly_shorter(&self) -> Option<Change> {
        let cut = self.run.cut_of(self.form, self.m.kind);
        if cut < TIMES || cut < TIMES * self.named {
            return None;
        }
        let (words, n) = (&self.words, self.words.len());
        let j = n - words[1..].iter().rev().take_while(|w| plain(w, self.gaz)).count();
        let shorter = j < n && self.run.count(&words[..j].join(" "))[at(self.m.kind)] >= TIMES * self.named;
        (shorter && self.gaz.head(words[j - 1]).is_none()).then(|| self.begin(j))
    }

    /// الدفاع المدني + رافضا: behind a definite word no bare one belongs to the name
    fn without_bare_words(&self) -> Option<Change> {
        let (gaz, words, n) = (self.gaz, &self.words, self.words.len());
        let suffixed = |w: &str| {
            self.is_body()
                && w.chars().count() >= 5
                && !w.starts_with("ال")
                && ["ها", "هم", "ه"].iter().any(|p| w.ends_with(p))
                && gaz.part(w).is_none()
                && gaz.classes(w) == 0
                && gaz.demonym(w).is_none()
                && entities::news().word_stats(w).is_none()
        };
        let j = n - words[1..].iter().rev().take_while(|w| plain(w, gaz) || suffixed(w)).count();
        let closed = words[j - 1].starts_with("ال") || gaz.demonym(words[j - 1]).is_some();
        if j == n || !closed || j == 1 && gaz.head(words[0]).is_some() {
            return None;
        }
        let (id, kind) = (*self.run.ids.get(&words[..j].join(" "))?, at(self.m.kind));
        let stands = self.here.contains(&(id, kind)) || self.run.named[id as usize][kind] >= TIMES * self.named;
        stands.then(|| self.begin(j))
    }

    /// A person that the run knows, behind a body or behind words that were taken for one.
    fn person_of_body(&self) -> Option<Change> {
        let (gaz, words, n) = (self.gaz, self.words.as_slice(), self.words.len());
        let count = |words: &[&str]| self.run.count(&words.join(" "));
        let head = gaz.head(words[0]);
        // المنتخب + a person of the run: an adjective was awaited
        if n == 2 && head.is_some_and(|h| h.adjective) && !words[1].starts_with("ال") {
            let [person, place, body, _] = count(&words[1..]);
            if person >= TIMES * self.named.max(1) && person >= TIMES * (place + body) {
                return Some(self.person_from(1));
            }
        }
        // وزارة الداخلية + خليفة الشيباني, both of whom the run has by themselves
        if head.is_some() {
            let holder = (2..n - 1).find(|&i| {
                self.is_given(words[i]) && count(&words[i..])[0] >= 2 && count(&words[..i])[2] >= TIMES * self.named
            });
            return holder.map(|i| Change::Holder(self.from + i));
        }
        if PLACE_HEADS.has(words[0]) {
            return None;
        }
        let person = |i: usize| {
            let [person, _, body, _] = count(&words[i..]);
            person >= TIMES * self.named.max(1) && person >= TIMES * body
        };
        let given = |w: &str| matches!(w, "عبد" | "ابو") || self.is_given(w);
        let first = (1..n - 1).find(|&i| given(words[i]) && gaz.head(words[i - 1]).is_none() && person(i))?;
        Some(self.person_from(first))
    }
}
