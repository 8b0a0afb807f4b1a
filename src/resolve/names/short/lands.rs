//! Bodies and places that say too little, by the country that the article speaks of.

use rustc_hash::FxHashMap;

use super::super::{Form, Run, orgs, said_land};
use crate::lang::gaz::{Gazetteer, bits, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::mend::PLACE_HEADS;
use crate::model::{EntityKind, Reading};

/// Share of the talk of countries that makes a bare body the country's.
pub(super) const MOSTLY: f64 = 0.5;

/// Heads between a body and the land it is in.
static LAND_HEADS: Words = Words::new(&words::NAMES, "head before a land");

/// Bodies that are called after their town.
static OF_TOWNS: Words = Words::new(&words::NAMES, "body of a town");

/// From this in the statistics of the corpus (of 12) a word without its article is a person's name.
const MOSTLY_PERSON: u8 = 8;
/// From this a word without its article is a place's.
const MOSTLY_PLACE: u8 = 6;

/// A word of fewer articles than this is known to nobody.
const HARDLY_KNOWN: u16 = 15;

/// Articles that say whose a body is, from which the run knows it.
const SAID_LEAST: usize = 20;

/// Share of one country among them that makes the body its.
const SAID_SHARE: f64 = 0.9;

/// Words of bodies that are of no one country.
static ABOVE_COUNTRIES: Words = Words::new(&words::NAMES, "above countries");

/// The country of a place of the lists, by its folded name.
pub(super) fn land_of_place(name: &str) -> Option<&'static str> {
    let g = Gazetteer::get();
    let listed = g
        .named(name)
        .iter()
        .map(|e| &g.known[*e as usize])
        .find(|e| e.kind == EntityKind::Place && e.country.len() == 2);
    listed.map(|e| e.country).or_else(|| g.world_place(name).map(|p| p.1).filter(|c| c.len() == 2))
}

/// The country that an article is mostly about, from its places and adjectives; the headline counts three times.
pub(crate) fn main_country(reading: &Reading) -> Option<&'static str> {
    weighed_country(reading).map(|c| c.0)
}

/// Adjectives of money that are written like those of Mali.
static FINANCIAL: Words = Words::new(&words::NAMES, "of money, not of Mali");

/// The country that an article is mostly about, with its share of all that is said of countries there.
pub(super) fn weighed_country(reading: &Reading) -> Option<(&'static str, f64)> {
    let g = Gazetteer::get();
    let doc = &reading.doc;
    let mut counts: FxHashMap<&'static str, u32> = FxHashMap::default();
    for sentence in &doc.sentences {
        let weight = if sentence.is_title { 3 } else { 1 };
        for i in sentence.tokens.start as usize..sentence.tokens.end as usize {
            let w = doc.fold_of(i);
            let w = crate::text::clitics::strip_conjunction(w);
            // القطاع المالي is of money, not of Mali
            if FINANCIAL.has(w) {
                continue;
            }
            let code = g.demonym(w).filter(|_| w.starts_with("ال") || w.len() > 8).or_else(|| g.country(w));
            if let Some(code) = code {
                *counts.entry(code).or_insert(0) += weight;
            }
        }
    }
    for m in &reading.mentions.entities {
        if m.kind == EntityKind::Place {
            let p = orgs::place(&key(doc.slice(m.span)));
            if let Some(e) = orgs::listed(EntityKind::Place).get(&p.whole) {
                let known = &g.known[*e as usize];
                if known.class != "country" && known.country.len() == 2 {
                    *counts.entry(known.country).or_insert(0) += 1;
                }
            }
        }
    }
    let all: u32 = counts.values().sum();
    #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
    let (code, n) = counts.into_iter().max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))?;
    let share = f64::from(n) / f64::from(all);
    (n >= 2 && share >= 0.34).then_some((code, share))
}

/// The normal form of a body without its country, and the country, where its name ends with one.
fn body_and_state(f: &Form) -> Option<(&str, &'static str)> {
    let (body, of) = f.normal.split_once(" @").filter(|(_, of)| of.len() == 2 && f.kind == EntityKind::Organisation)?;
    // the code as the lists have it
    let [he, _] = Gazetteer::get().adjectives(of)?;
    Some((body, Gazetteer::get().demonym(&key(he))?))
}

/// The country that a word says: its adjective with the article, or its name.
pub(super) fn land_word(word: &str) -> Option<&'static str> {
    let g = Gazetteer::get();
    let word = crate::text::clitics::strip_conjunction(word);
    if FINANCIAL.has(word) {
        return None;
    }
    let joined = || word.strip_prefix(['ب', 'ل']).filter(|w| w.chars().count() >= 3).and_then(|w| g.country(w));
    g.demonym(word)
        .filter(|_| word.starts_with("ال"))
        .or_else(|| g.country(word))
        .or_else(joined)
        .filter(|c| c.len() == 2)
}

/// Is this word behind the head of a body a name of its own (دبي, خالد, برونو, ويلتشير), and no field or rank?
/// Behind a definite head (`القوات شبه العسكرية`) only what the lists have and persons are; of definite words only
/// places and, behind a bare head, persons.
fn is_own(word: &str, of_town: bool, construct: bool) -> bool {
    let g = Gazetteer::get();
    let news = crate::mentions::entities::news();
    let definite = word.starts_with("ال");
    if PLACE_HEADS.has(word)
        || orgs::is_field(word)
        || orgs::names_council(word)
        || !word.chars().all(char::is_alphabetic)
    {
        return false;
    }
    let place = || land_of_place(word).is_some() || g.country(word).is_some();
    match news.word_stats(word) {
        // قوات الأسد; الجيش العربي is no family's
        Some(s) if definite && s[0] >= MOSTLY_PERSON && construct && g.demonym(word).is_none() => true,
        Some(s) if definite => s[1] > s[2] && place(),
        Some(s) if s[0] >= MOSTLY_PERSON || construct && s[1] >= MOSTLY_PLACE => true,
        Some(_) => place() || g.classes(word) & bits::ORGANISATION != 0,
        None => {
            let known = news.lexicon().get(word).is_some_and(|e| e.count >= HARDLY_KNOWN);
            let joined = ["و", "ل", "ب"].iter().any(|p| word.strip_prefix(p).is_some_and(|w| w.starts_with("ال")));
            // شرطة الرازقي, but القوات الرديفة
            let noun = definite && !of_town || joined || word.ends_with('ه') || word.starts_with("لل");
            place() || construct && !known && !noun && word.chars().count() >= 4
        }
    }
}

impl Run {
    /// A body whose name has a proper name in it: it is the same one whatever its article is about (جيش خالد بن الوليد, شرطة لاس
    /// فيغاس), and needs no country's adjective.
    pub(super) fn has_own_name(&self, form: u32) -> bool {
        let f = &self.forms[form as usize];
        let name = key(&f.shown);
        let Some((head, rest)) = name.split_once(' ').filter(|_| f.kind == EntityKind::Organisation) else {
            return false;
        };
        !f.normal.contains('@') && rest.split(' ').any(|w| is_own(w, OF_TOWNS.has(head), !head.starts_with("ال")))
    }

    /// The country whose a bare body nearly always is where the run says whose (وزارة الخزانة), when it never says it of `code`.
    pub(super) fn said_of_another(&self, form: u32, fuller: &[u32], code: &str) -> Option<&'static str> {
        let (most, said) = self.said_of(form, fuller);
        let all: usize = said.values().sum();
        let sure = |most: &&'static str| said[most] as f64 >= SAID_SHARE * all as f64;
        if all < SAID_LEAST || said.contains_key(code) { None } else { most.filter(sure) }
    }

    /// The country that the run says most often a bare body is of, and in how many articles it says which.
    pub(super) fn said_of(&self, form: u32, fuller: &[u32]) -> (Option<&'static str>, FxHashMap<&'static str, usize>) {
        let normal = &self.forms[form as usize].normal;
        let mut said: FxHashMap<&'static str, usize> = FxHashMap::default();
        for f in fuller {
            let full = &self.forms[*f as usize];
            if let Some((_, of)) = body_and_state(full).filter(|(body, _)| body == normal) {
                *said.entry(of).or_insert(0) += full.docs.len();
            }
        }
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let most = said.iter().max_by_key(|(of, n)| (**n, std::cmp::Reverse(**of))).map(|(of, _)| *of);
        (most, said)
    }

    /// Articles that say whose a body is, by its normal form without a country: the country that the article is about, and the one
    /// that it says. `countries`: what each article is mostly about.
    pub(super) fn said_about(
        &self,
        countries: &[Option<(&'static str, f64)>],
    ) -> FxHashMap<String, FxHashMap<(&'static str, &'static str), u32>> {
        let mut out: FxHashMap<String, FxHashMap<(&'static str, &'static str), u32>> = FxHashMap::default();
        for (body, of, docs) in
            self.forms.iter().filter_map(|f| body_and_state(f).map(|(body, of)| (body, of, &f.docs)))
        {
            let said = out.entry(body.to_string()).or_default();
            for (main, _) in docs.iter().filter_map(|d| countries[*d as usize]) {
                *said.entry((main, of)).or_insert(0) += 1;
            }
        }
        out
    }

    /// Does the article name the country, or its adjective?
    pub(super) fn speaks_of(reading: &Reading, code: &str) -> bool {
        let doc = &reading.doc;
        let says = |k: usize| {
            let word = doc.fold_of(k);
            // الولايات المتحدة
            let two = || (k + 1 < doc.tokens.len()).then(|| format!("{word} {}", doc.fold_of(k + 1)));
            land_word(word) == Some(code) || two().is_some_and(|w| land_word(&w) == Some(code))
        };
        (0..doc.tokens.len()).any(says)
    }

    /// A body of state without its country.
    pub(super) fn is_bare_body(&self, form: u32) -> bool {
        let f = &self.forms[form as usize];
        f.kind == EntityKind::Organisation && orgs::is_bare(&f.normal) && !f.normal.contains('@')
            || f.kind == EntityKind::Other && orgs::is_generic_thing(&f.normal)
            || f.kind == EntityKind::Place && orgs::is_generic_place(&f.normal)
    }

    /// The country of a place that the run has in several: what the article says, else whose the article is if that is one
    /// of them, else the one that the run says most.
    pub(super) fn land_of(
        &self,
        form: u32,
        reading: &Reading,
        d: usize,
        country: Option<(&'static str, f64)>,
    ) -> Option<&'static str> {
        let lands = self.lands.get(&form)?;
        let mut mentions = reading.mentions.entities.iter().zip(&self.of_mention[d]).filter(|(_, f)| **f == form);
        let said = mentions.find_map(|(m, _)| said_land(&reading.doc, m)).filter(|c| lands.contains_key(c));
        #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
        let most = || lands.iter().max_by_key(|(code, n)| (**n, std::cmp::Reverse(**code))).map(|(code, _)| *code);
        said.or_else(|| country.map(|c| c.0).filter(|c| lands.contains_key(c))).or_else(most)
    }

    /// The country that stands behind a mention of a bare body, with في or ب.
    pub(super) fn country_said(&self, form: u32, reading: &Reading, d: usize) -> Option<&'static str> {
        let (g, doc) = (Gazetteer::get(), &reading.doc);
        let mentions = reading.mentions.entities.iter().zip(&self.of_mention[d]);
        mentions.filter(|(_, f)| **f == form).find_map(|(m, _)| {
            let next = doc.token_at(m.span.end.saturating_sub(1)) + 1;
            let word = |k: usize| (k < doc.tokens.len()).then(|| doc.fold_of(k));
            // في قطاع غزة, في جنوب أفريقيا, بولاية تكساس
            let lies = |first: &str, at: usize| {
                let second = word(at + 1).unwrap_or("");
                let placed = |w: &str| g.country(w).or_else(|| land_of_place(w));
                g.country(&format!("{first} {second}"))
                    .or_else(|| if LAND_HEADS.has(first) { placed(second) } else { g.country(first) })
            };
            match word(next)? {
                "في" => lies(word(next + 1)?, next + 1),
                w => lies(w.strip_prefix('ب').filter(|r| r.chars().count() > 3)?, next),
            }
        })
    }

    /// The country that the sentences of a bare body of state speak of, before they name it, where it is not the article's:
    /// `وكالة أنباء الإمارات` … `وزارة الخارجية`, `نتنياهو` … `مجلس الوزراء`. None where a sentence has the article's country too, or
    /// two others.
    pub(super) fn country_near(&self, form: u32, reading: &Reading, d: usize, main: &str) -> Option<&'static str> {
        if !self.is_state_body(form) {
            return None;
        }
        let (g, doc) = (Gazetteer::get(), &reading.doc);
        let mut near: Option<&'static str> = None;
        let all = || reading.mentions.entities.iter().zip(&self.of_mention[d]);
        for (m, _) in all().filter(|(_, f)| **f == form) {
            let at = doc.token_at(m.span.start);
            let mut before: Option<&'static str> = None;
            for k in doc.sentence_tokens(m.sentence as usize) {
                let Some(code) = land_word(doc.fold_of(k)) else { continue };
                if code == main || before.is_some_and(|b| b != code) {
                    return None;
                }
                if k < at {
                    before = Some(code);
                }
            }
            for (p, f) in all().filter(|(p, _)| p.sentence == m.sentence && p.kind == EntityKind::Person) {
                let Some(e) = self.listed_entity(*f) else { continue };
                let code = g.known[e as usize].country;
                if code == main || before.is_some_and(|b| b != code) {
                    return None;
                }
                if code.len() == 2 && p.span.end <= m.span.start {
                    before = Some(code);
                }
            }
            if before.is_none() || near.is_some_and(|n| before != Some(n)) {
                return None;
            }
            near = before;
        }
        near
    }

    /// A body without its country that every state has one of.
    pub(super) fn is_state_body(&self, form: u32) -> bool {
        // not forces: those of one country fight in another's sentence (قوات الشرعية, قوات الدفاع الذاتي)
        const KINDS: [&str; 5] = ["ministry", "government", "parliament", "police", "national_team"];
        let normal = &self.forms[form as usize].normal;
        let first = normal.split(' ').next().unwrap_or_default();
        let g = Gazetteer::get();
        let head = || g.head(first).or_else(|| g.head(&format!("ال{first}"))).is_some_and(|h| KINDS.contains(&h.kind));
        !normal.contains('@') && (orgs::is_of_state(normal) || head())
    }

    /// The court above countries that its article has in full, and no country's, for المحكمة alone. Of البرلمان and الاتحاد an
    /// article on Europe has two.
    pub(super) fn court_above(&self, form: u32, d: usize) -> Option<u32> {
        let short = &self.forms[form as usize];
        let court = || Gazetteer::get().head(&key(&short.shown)).is_some_and(|h| h.kind == "court");
        if short.kind != EntityKind::Organisation || !short.shown.starts_with("ال") || !court() {
            return None;
        }
        let fuller = self.forms_of_doc[d].iter().copied().filter(|f| {
            let full = &self.forms[*f as usize];
            full.kind == short.kind && full.normal.strip_prefix(&short.normal).is_some_and(|r| r.starts_with(' '))
        });
        let mut above = None;
        for f in fuller {
            let e = self.listed_entity(f)?;
            let known = &Gazetteer::get().known[e as usize];
            if known.country.len() == 2 || above.is_some_and(|(other, _)| other != e) {
                return None;
            }
            above = above.or(Some((e, f)));
        }
        above.map(|(_, f)| f)
    }

    /// The country of the town that a body is called after: شرطة نوتنغهام, بلدية باريس.
    pub(super) fn country_of_town(&self, form: u32) -> Option<&'static str> {
        let normal = &self.forms[form as usize].normal;
        let (head, town) = normal.split_once(' ')?;
        OF_TOWNS.has(head).then(|| land_of_place(town).or_else(|| Gazetteer::get().country(town)))?
    }

    /// A body of the country that the article is about; not مكتب الأمم المتحدة.
    pub(super) fn takes_country(&self, form: u32) -> bool {
        let normal = &self.forms[form as usize].normal;
        !normal.split(' ').any(|w| ABOVE_COUNTRIES.has(w))
    }

    /// The country of a body: from its normal form, else from the lists.
    pub(super) fn country_of_body(&self, form: u32) -> Option<&str> {
        let normal = &self.forms[form as usize].normal;
        match normal.split_once('@') {
            Some((_, code)) => Some(code.split(' ').next().unwrap_or(code)),
            None => {
                let known = &Gazetteer::get().known[self.listed_entity(form)? as usize];
                (known.country.len() == 2).then_some(known.country)
            }
        }
    }

    /// A ministry without its country belongs to the country that the article is about.
    pub(super) fn owner_by_country(&self, qualified: &str, owners: &[u32]) -> Option<(u32, String)> {
        owners
            .iter()
            .copied()
            .find(|o| self.forms[*o as usize].normal == qualified)
            .map(|o| (o, format!("the article is about the country of {}", self.forms[o as usize].shown)))
    }

    /// Normal form with the code of the country that the article is mostly about.
    pub(super) fn with_country(&self, short: u32, code: &str) -> String {
        orgs::house(&format!("{} @{code}", self.forms[short as usize].normal))
    }
}
