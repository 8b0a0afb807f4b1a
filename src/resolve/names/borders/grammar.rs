//! Where a name begins and ends by the grammar of names and by the words of its own sentence.

use super::super::compare::is_native;
use super::letters::{JOINED, preposition};
use super::name::Name;
use super::{CUT_MOST, Change, LINKS};
use crate::lang::gaz::{Gazetteer, bits};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::EntityKind;

/// Adjectives of a body that has its field behind it, with لل.
static GENERAL: Words = Words::new(&words::NAMES, "rank of a body");

/// Words with لل that are no field of a body.
static NO_FIELDS: Words = Words::new(&words::NAMES, "no field");

/// A word that hardly ever stands in a name: by the statistics of the corpus, in no list, without the article.
pub(super) fn plain(word: &str, gaz: &Gazetteer) -> bool {
    word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && !["ال", "لل", "وال", "بال"].iter().any(|a| word.starts_with(a))
        && gaz.classes(word) == 0
        && gaz.demonym(word).is_none()
        && gaz.head(word).is_none()
        && gaz.part(word).is_none_or(|p| p.given + p.family < 3)
        && entities::mend::seldom(word)
}

/// Directions that say where the place before them lies.
static LIES: Words = Words::new(&words::NAMES, "where a place lies");

/// Heads of bodies that have their field behind them.
const WITH_FIELD: [&str; 10] = [
    "authority",
    "council",
    "committee",
    "centre",
    "office",
    "foundation",
    "institute",
    "fund",
    "association",
    "organisation",
];

/// Kinds of feminine heads that are left outside a name.
const FEMININE: [&str; 8] =
    ["company", "airline", "authority", "agency", "ministry", "armed", "police", "intelligence"];

/// Classes of places in the lists.
pub(super) const PLACED: u16 = bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE;

impl Name<'_> {
    /// A name that the words beside it complete, or that holds two.
    pub(super) fn completed(&self) -> Option<Change> {
        match self.m.kind {
            EntityKind::Place => self.of_family().or_else(|| self.two_places()),
            EntityKind::Organisation => self.letters_of_person().or_else(|| self.whole_body()),
            EntityKind::Person => self.with_ali(),
            EntityKind::Other => None,
        }
    }

    /// Does the name begin with its first token, and no letter is joined to it?
    pub(super) fn begins_token(&self) -> bool {
        let token = self.look.words.get(self.from).map(|t| &self.r.doc.tokens[*t as usize]);
        token.is_some_and(|t| t.span.start == self.m.span.start)
    }

    /// A word behind the name, of its sentence and of no other name.
    pub(super) fn word_behind(&self, more: usize) -> Option<&str> {
        let (doc, i) = (&self.r.doc, self.to + more);
        let token = *self.look.words.get(i)? as usize;
        let next = self.look.at.get(self.k + 1).map_or(usize::MAX, |a| a.0);
        (i < next && token < doc.sentence_tokens(self.m.sentence as usize).end).then(|| doc.fold_of(token))
    }

    /// آل + صبحان: a place called after a family
    fn of_family(&self) -> Option<Change> {
        let before = self.from.checked_sub(1)?;
        let free = self.k.checked_sub(1).is_none_or(|b| self.look.at[b].1 < self.from);
        (free && self.raw(before) == "آل" && self.begins_token()).then_some(Change::Set(before, self.to, self.m.kind))
    }

    /// Two places that a hyphen ties or that stand side by side; one and where it lies.
    fn two_places(&self) -> Option<Change> {
        let (gaz, text, words, from, to) = (self.gaz, self.text, self.words.as_slice(), self.from, self.to);
        let apart = |first: usize, second: usize| Some(Change::Apart(vec![(from, first), (second, to)]));
        if let Some((one, other)) = text.split_once(" - ")
            && !other.contains(" - ")
            && [one, other].iter().all(|p| gaz.classes(p) & PLACED != 0)
        {
            let first = from + one.split(' ').count();
            return if first + 1 < to { apart(first, first + 1) } else { None };
        }
        if words.len() < 2 || !self.is_whole() || gaz.classes(text) != 0 || gaz.world_place(text).is_some() {
            return None;
        }
        // إسرائيل + القدس, بغداد + كركوك: two places with nothing between them
        let sure = |w: &str| gaz.country(w).is_some() || gaz.capital(w).is_some();
        let known = |w: &str| sure(w) || gaz.named(w).iter().any(|e| gaz.known[*e as usize].kind == EntityKind::Place);
        let cut = (1..words.len()).find(|&i| {
            let (a, b) = (words[..i].join(" "), words[i..].join(" "));
            (sure(&a) && known(&b) || known(&a) && sure(&b)) && gaz.demonym(&b).is_none()
        });
        if let Some(i) = cut {
            return apart(from + i, from + i);
        }
        // خان يونس + جنوب غزة: where it lies
        let lies = (1..words.len() - 1).find(|&i| {
            LIES.has(words[i])
                && !matches!(words[i - 1], "و" | "-" | "/")
                && !entities::mend::PLACE_HEADS.has(words[i - 1])
                && gaz.classes(&words[..i].join(" ")) & PLACED != 0
        });
        lies.map(|i| Change::Set(from, from + i, self.m.kind))
    }

    /// إتش.آر. + مكماستر: the letters are a person's
    fn letters_of_person(&self) -> Option<Change> {
        let letters = || self.text.split([' ', '.']).filter(|w| !w.is_empty());
        let (&(start, past), next) = (self.look.at.get(self.k + 1)?, self.r.mentions.entities.get(self.k + 1)?);
        (start == self.to
            && past == start + 1
            && next.kind == EntityKind::Person
            && next.sentence == self.m.sentence
            && self.gaz.classes(self.text) == 0
            && letters().all(crate::text::letter_name)
            && letters().count() <= 2
            && self.begins_token())
        .then_some(Change::Set(self.from, past, EntityKind::Person))
    }

    /// A body of several words with those behind it: برنامج الأمم المتحدة + الإنمائي as the lists have it, المجلس الأعلى + للقضاة
    fn whole_body(&self) -> Option<Change> {
        let (gaz, text, to, kind) = (self.gaz, self.text, self.to, self.m.kind);
        let (first, _) = text.split_once(' ')?;
        let mut whole = text.to_string();
        for n in 0..CUT_MOST {
            let Some(w) = self.word_behind(n) else { break };
            whole.push(' ');
            whole.push_str(w);
            // ميليشيات الحوثي + الانقلابية: what the lists have is whole, but for its field
            let open = gaz.classes(text) & bits::ORGANISATION == 0 || w.starts_with("لل");
            if open && gaz.classes(&whole) & bits::ORGANISATION != 0 && gaz.demonym(w).is_none() {
                return Some(Change::Set(self.from, to + n + 1, kind));
            }
        }
        let body = || gaz.head(first).is_some_and(|h| WITH_FIELD.contains(&h.kind) || first == "الاداره");
        let field =
            |w: &str| w.starts_with("لل") && w.chars().count() >= 5 && !entities::mend::closes(w) && !NO_FIELDS.has(w);
        let general = self.words.last().is_some_and(|w| GENERAL.has(w));
        (general && body() && self.word_behind(0).is_some_and(field) && gaz.classes(text) == 0).then_some(Change::Set(
            self.from,
            to + 1,
            kind,
        ))
    }

    /// محمد + علي, in an article that writes على with its own letter
    fn with_ali(&self) -> Option<Change> {
        let &Name { look, to, .. } = self;
        (look.apart
            && self.word_behind(0) == Some("علي")
            && !preposition(&self.r.doc, *look.words.get(to)? as usize)
            && self.words.last().and_then(|w| self.gaz.part(w)).is_some_and(|p| p.given >= 3))
        .then_some(Change::Set(self.from, to + 1, self.m.kind))
    }

    /// A feminine head that was left outside: شركة + الطيران الكوبية, whose adjective is not that of الطيران.
    pub(super) fn head_before(&self) -> Option<Change> {
        let (doc, words) = (&self.r.doc, &self.look.words);
        let at = self.from.checked_sub(1).filter(|_| self.is_body() && self.asks_for_feminine_head())?;
        let token = words[at] as usize;
        let free = token >= doc.sentence_tokens(self.m.sentence as usize).start
            && token + 1 == words[self.from] as usize
            && self.begins_token()
            && self.k.checked_sub(1).is_none_or(|b| self.look.at[b].1 <= at);
        let word = doc.fold_of(token);
        JOINED.iter().filter(|_| free).find_map(|p| {
            let noun = word.strip_prefix(p)?;
            self.gaz.head(noun).filter(|h| !h.adjective && FEMININE.contains(&h.kind))?;
            (feminine(noun) || noun == "خطوط").then_some(Change::House(at, p.len(), self.m.kind))
        })
    }

    /// Does a feminine adjective stand behind masculine words?
    fn asks_for_feminine_head(&self) -> bool {
        let [first, inner @ .., last] = self.words.as_slice() else { return false };
        self.is_whole()
            && first.starts_with("ال")
            && !feminine(first)
            && !first.ends_with(['ا', 'ء'])
            && last.starts_with("ال")
            && last.ends_with("يه")
            && !inner.iter().any(|w| feminine(w))
            && self.gaz.classes(self.text) == 0
    }
}

/// A noun with the ending of feminine ones.
pub(super) fn feminine(word: &str) -> bool {
    word.ends_with('ه') || word.ends_with("ات")
}

/// Small words that the name of a public body may go on with.
static INSIDE_BODIES: Words = Words::new(&words::NAMES, "small word inside a body's name");

/// Bare words that stand in names of public bodies.
static BARE_INSIDE: Words = Words::new(&words::NAMES, "bare word inside a body's name");

/// Where the name of a public body ends before words that its grammar has no room for: behind a definite word or an
/// adjective of a country no bare word follows that is no place, no letters and no name of the lists (البرلمان + حزب اليسار,
/// مجلس الوزراء + وزير الدفاع, الحكومة + الس), no bracket and no number (مجلس الأمن + 2216). Houses that are called by
/// names of any kind (banks, companies, clubs, schools, papers) are left alone.
///
/// `hamza` says whether a word is written with a hamza on its first letter: ألوية has no article.
pub(super) fn overgrown(words: &[&str], hamza: impl Fn(usize) -> bool, gaz: &Gazetteer) -> Option<usize> {
    const PUBLIC: [&str; 14] = [
        "government",
        "ministry",
        "parliament",
        "council",
        "court",
        "army",
        "police",
        "intelligence",
        "national_team",
        "committee",
        "alliance",
        "armed",
        "union",
        "association",
    ];
    use crate::lang::gaz::bits;
    const NAMED: u16 = bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE | bits::ORGANISATION;
    static NAMED_AFTER: Words = Words::new(&words::NAMES, "title that something is called by");
    if !gaz.head(words[0]).is_some_and(|h| PUBLIC.contains(&h.kind)) || gaz.classes(&words.join(" ")) != 0 {
        return None;
    }
    let arabic = |w: &str| w.chars().all(|c| ('\u{620}'..='\u{64a}').contains(&c));
    (1..words.len()).find(|&i| {
        let (before, w) = (words[i - 1], words[i]);
        let closed =
            before.starts_with("ال") && !matches!(before, "ال" | "الله") && !hamza(i - 1) && !NAMED_AFTER.has(before);
        if !closed {
            return false;
        }
        if i >= 2 && w.len() >= 3 && w.chars().all(|c| c.is_ascii_digit()) {
            return true;
        }
        if matches!(w, "(" | "." | ".." | "..." | "…" | ":") {
            return true;
        }
        let bare = arabic(w)
            && !w.starts_with("ال")
            && !w.starts_with("لل")
            && !w.starts_with("وال")
            && !w.starts_with("بال")
            && !INSIDE_BODIES.has(w)
            && !w.starts_with(['ل', 'ب'])
            && !(w.starts_with('و') && gaz.part(w).is_none() && gaz.title(w).is_none());
        bare && gaz.classes(w) & NAMED == 0
            && gaz.demonym(w).is_none()
            && gaz.country(w).is_none()
            && gaz.world_place(w).is_none()
            && !crate::text::letter_name(w)
            && !BARE_INSIDE.has(w)
            && gaz.classes(&words[i - 1..=i].join(" ")) == 0
            && gaz.classes(&words[..=i].join(" ")) == 0
    })
}

/// A noun of houses and grounds right before a person's full name, which is called after the person: bytes of the particle
/// joined to the noun, kind. A camp may be called by a given name alone.
pub(super) fn house_before(word: &str, parts: usize) -> Option<(usize, EntityKind)> {
    static PLACES: Words = Words::new(&words::NAMES, "ground called after somebody");
    static BODIES: Words = Words::new(&words::NAMES, "house called after somebody");
    JOINED.iter().find_map(|p| {
        let noun = word.strip_prefix(p)?;
        let kind = if PLACES.has(noun) {
            EntityKind::Place
        } else if BODIES.has(noun) {
            EntityKind::Organisation
        } else {
            return None;
        };
        (parts >= 2 || noun == "معسكر").then_some((p.len(), kind))
    })
}

/// Where a person's name ends before a bare noun that says who the person is: فيليب + زوج, سانتياغو أرياس + ظهير أيمن.
pub(super) fn calling_behind(words: &[&str], gaz: &Gazetteer) -> Option<usize> {
    static WHO: Words = Words::new(&words::NAMES, "who somebody is");
    (1..words.len()).find(|&j| {
        let w = words[j];
        WHO.has(w)
            && !LINKS.has(words[j - 1])
            && gaz.part(w).is_none_or(|p| p.family < 3)
            && gaz.classes(&words.join(" ")) == 0
    })
}

/// May a name whose last word is definite or says little stand without the adjective of its country: a town of that country
/// (الموصل العراقية), letters (سي بي إس الأمريكية), a club whose adjective is not of its own gender (نهضة بركان المغربي) or that the
/// run mostly has without it (الوداد البيضاوي المغربي)?
fn base_alone(
    base: &[&str],
    kind: EntityKind,
    code: &str,
    masculine: bool,
    known: &impl Fn(&str) -> u32,
    one_country: &impl Fn(&str) -> bool,
    gaz: &Gazetteer,
) -> bool {
    let (first, text) = (base[0], base.join(" "));
    let there = || {
        let listed = gaz.named(&text).iter().any(|e| gaz.known[*e as usize].country == code);
        listed || gaz.world_place(&text).is_some_and(|p| p.1 == code)
    };
    match kind {
        EntityKind::Place => gaz.classes(&text) & PLACED != 0 && gaz.head(first).is_none() && there(),
        EntityKind::Organisation if gaz.head(first).is_none() && one_country(&text) => {
            let several = base.len() >= 2;
            let letters = several && base.iter().all(|w| crate::text::letter_name(w));
            let club = several && masculine && feminine(first) && gaz.classes(first) & bits::HEAD == 0;
            let alone = known(&text) >= super::TIMES && gaz.classes(&text) & bits::ORGANISATION != 0;
            let bare = base.iter().all(|w| !w.starts_with("ال") && !w.starts_with("لل"));
            // أستون فيلا الإنجليزي; ليل الفرنسي, which is the night without its adjective
            let foreign = bare && several && base.iter().all(|w| !is_native(w) && gaz.title(w).is_none());
            let town = bare && !several && masculine && known(&text) >= super::TIMES;
            // الرائد السعودي, which only clubs are called by
            let listed = || masculine && known(&text) >= super::TIMES && super::super::sport::is_club(&text);
            letters || club && known(&text) > 0 || alone || foreign && known(&text) > 0 || town || listed()
        }
        _ => false,
    }
}

/// Where a name ends before the adjective of the country that it is of: مدينة نيويورك + الأمريكية, جيجو يونايتد + الكوري
/// الجنوبي, مجلة "تايم" + الأميركية. `closed` says whether a mark closes behind a word. Only behind a proper name: behind a
/// definite noun the adjective says which body it is (البرلمان التركي), and what the lists have with its adjective is whole.
pub(super) fn nationality_behind(
    words: &[&str],
    kind: EntityKind,
    closed: impl Fn(usize) -> bool,
    known: impl Fn(&str) -> u32,
    one_country: impl Fn(&str) -> bool,
    gaz: &Gazetteer,
) -> Option<usize> {
    let n = words.len();
    let bare = |w: &str| w.strip_prefix("ال").filter(|w| w.chars().count() >= 3).map(str::to_string);
    let of = |w: &str| gaz.demonym(w).filter(|code| code.len() == 2);
    // الكوري الجنوبي, الجنوب أفريقي
    let two = || {
        let (a, b) = (bare(words[n - 2])?, words[n - 1]);
        let b = bare(b).unwrap_or_else(|| b.to_string());
        of(&format!("{a} {b}"))
    };
    let (j, code) = match (n >= 3).then(two).flatten() {
        Some(code) => (n - 2, code),
        None => (n - 1, of(words[n - 1]).filter(|_| words[n - 1].starts_with("ال"))?),
    };
    let whole = words.join(" ");
    let base = words[..j].join(" ");
    let last = *words[..j].last()?;
    if gaz.classes(&whole) != 0 || gaz.world_place(&whole).is_some() {
        return None;
    }
    let masculine = !words[n - 1].ends_with('ه');
    // بازل السويسري, which the run has by itself, too; (لوس أنجلوس الأميركي) only so: a club that is called like its town
    if kind == EntityKind::Organisation && gaz.classes(&base) & bits::CITY != 0 && masculine {
        return (known(&base) >= super::TIMES && known(&base) >= known(&whole) && one_country(&base)).then_some(j);
    }
    if closed(j - 1) {
        return Some(j);
    }
    // غويانا الفرنسية, قبرص التركية; حركة طالبان الباكستانية, برشلونة الإكوادوري: another than the one of the lists
    // أستون فيلا الإنجليزي, which the lists have in the United Kingdom
    let british = |c: &str| matches!(c, "GB" | "EN" | "XS" | "XW");
    let other = |c: &str| c != code && !(british(c) && british(code));
    let named_elsewhere = |w: &str| {
        gaz.country(w).is_some_and(other)
            || gaz.named(w).iter().any(|e| {
                let c = gaz.known[*e as usize].country;
                c.len() == 2 && other(c)
            })
    };
    if named_elsewhere(last) || named_elsewhere(&base) {
        return None;
    }
    if base_alone(&words[..j], kind, code, masculine, &known, &one_country, gaz) {
        return Some(j);
    }
    let arabic = last.chars().all(|c| ('\u{620}'..='\u{64a}').contains(&c));
    if !arabic {
        return last.chars().any(|c| c.is_ascii_alphabetic()).then_some(j);
    }
    let count = |w: &str| entities::news().lexicon().get(w).map_or(0, |e| e.count);
    let place = gaz.classes(last) & (bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE) != 0;
    let proper = !["ال", "وال", "بال", "لل"].iter().any(|a| last.starts_with(a))
        && last.chars().count() >= 3
        && gaz.head(last).is_none()
        && gaz.title(last).is_none()
        && gaz.demonym(last).is_none()
        && !entities::mend::PLACE_HEADS.has(last)
        && !entities::mend::closes(last)
        && !entities::mend::seldom(last)
        && (place || entities::news().word_stats(last).is_some() || count(last) < super::NOUN_LEAST);
    // نون السعودية: of one word it is cut only to what the run has by itself
    let enough = j > 1 || known(&base) >= 2 && known(&base) >= known(&whole);
    (proper && enough && !(kind == EntityKind::Other && j == 1)).then_some(j)
}
