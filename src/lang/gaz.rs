//! Gazetteers of the Arabic pack: what the lists say about a word or a phrase.
//!
//! - takes: lang/ar/gaz/*.tsv, compiled in
//! - gives: [`Gazetteer`]: classes of phrases, parts of names, titles, head words, adjectives of countries, and the
//!   known entities behind the phrases
//! - runs: read once, at first use (about ten milliseconds)
//! - cost: a look-up is one hash; keys are folded words joined by single spaces, punctuation left out
//!
//! Lists are evidence, never a verdict: `سلوى` is a woman's name and a border crossing.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::Lexicon;
use crate::model::EntityKind;
use crate::text::fold::{CharClass, class, fold_char};

/// What a phrase can be, as bits of [`Gazetteer::classes`].
pub mod bits {
    /// A country under any of its names.
    pub const COUNTRY: u16 = 1;
    /// A city, town or village.
    pub const CITY: u16 = 1 << 1;
    /// A province, region, sea, river, crossing, facility.
    pub const REGION: u16 = 1 << 2;
    /// An organisation under its name or a full alias.
    pub const ORGANISATION: u16 = 1 << 3;
    /// A short form of an organisation: only beside a fuller form.
    pub const SHORT: u16 = 1 << 4;
    /// Full name of an office holder.
    pub const LEADER: u16 = 1 << 5;
    /// A house or capital that stands for a government.
    pub const GOVERNMENT: u16 = 1 << 6;
    /// Adjective of a country.
    pub const DEMONYM: u16 = 1 << 7;
    /// Title or role words.
    pub const TITLE: u16 = 1 << 8;
    /// Head word of organisation names.
    pub const HEAD: u16 = 1 << 9;
    /// Small town or town of unknown size (weak evidence).
    pub const SMALL_PLACE: u16 = 1 << 10;
    /// News agency, paper, channel or platform.
    pub const MEDIA: u16 = 1 << 11;
}

/// What the lists know of one part of a person's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NamePart {
    /// How often it opens a full name in Wikidata (Arab states), at most 999.
    pub given: u16,
    /// How often it closes one.
    pub family: u16,
    /// Its usual Latin spellings, joined with `|`.
    pub latin: &'static str,
    /// Source letters (see the file's head).
    pub sources: &'static str,
}

/// A title or role word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// office, title, rank, royal, religious, honorific, profession, relation.
    pub class: &'static str,
    /// What it makes of its bearer.
    pub means: &'static str,
    /// Feminine form.
    pub feminine: bool,
    /// Plural or dual form.
    pub plural: bool,
}

/// A head word of organisation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// ministry, party, army, media …
    pub kind: &'static str,
    /// True when an adjective completes it (الجيش الإسرائيلي), false when a name or noun phrase does.
    pub adjective: bool,
}

/// An entity that the hand-made lists know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its type.
    pub kind: EntityKind,
    /// Name as the list writes it.
    pub name: &'static str,
    /// English name.
    pub english: &'static str,
    /// Country code, INT, or empty.
    pub country: &'static str,
    /// country, city, un, party, club … for persons `person`.
    pub class: &'static str,
}

/// An office holder's tenure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenure {
    /// Index into [`Gazetteer::known`].
    pub person: u32,
    /// Country code, or empty.
    pub country: &'static str,
    /// Office (see offices.tsv).
    pub office: &'static str,
    /// First year, 0 unknown.
    pub from: u16,
    /// Last year, `u16::MAX` while in office.
    pub to: u16,
}

/// Everything the lists know.
#[derive(Debug, Default)]
pub struct Gazetteer {
    classes: FxHashMap<&'static str, u16>,
    first_words: FxHashMap<&'static str, u8>,
    parts: FxHashMap<&'static str, NamePart>,
    titles: FxHashMap<&'static str, Title>,
    heads: FxHashMap<&'static str, Head>,
    demonyms: FxHashMap<&'static str, &'static str>,
    governments: FxHashMap<&'static str, &'static str>,
    strong: FxHashMap<&'static str, Vec<u32>>,
    weak: FxHashMap<&'static str, Vec<u32>>,
    country_at: FxHashMap<&'static str, u32>,
    adjectives: FxHashMap<&'static str, [&'static str; 2]>,
    capitals: FxHashMap<&'static str, &'static str>,
    geo: FxHashMap<&'static str, (&'static str, &'static str)>,
    /// Known entities: countries, places, organisations, persons.
    pub known: Vec<Known>,
    /// Tenures of office holders.
    pub tenures: Vec<Tenure>,
}

const COUNTRIES: &str = include_str!("ar/gaz/countries.tsv");
const PLACES: &str = include_str!("ar/gaz/places.tsv");
const ORGANISATIONS: &str = include_str!("ar/gaz/organisations.tsv");
const LEADERS: &str = include_str!("ar/gaz/leaders.tsv");
const TITLES: &str = include_str!("ar/gaz/titles.tsv");
const HEADS: &str = include_str!("ar/gaz/heads.tsv");
const GEO: &str = include_str!("ar/gaz/geo.tsv");
const NAME_PARTS: &str = include_str!("ar/gaz/name_parts.tsv");

/// The key of a phrase: folded words joined by single spaces; punctuation (also `#`, `_`, quotation marks) is left
/// out, a hyphen or slash parts words. Letters and digits part as the tokenizer parts them. Linear.
///
/// # Example
/// ```
/// // the organisation "Islamic State", with a hashtag and quotation marks
/// assert_eq!(muqabala::lang::gaz::key("تنظيم \"#الدولة_الإسلامية\""), "تنظيم الدوله الاسلاميه");
/// ```
pub fn key(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut last = CharClass::Space;
    for c in s.chars() {
        let now = class(c);
        match now {
            CharClass::Mark | CharClass::Ignorable => continue,
            CharClass::Arabic | CharClass::Latin | CharClass::Digit => {
                if now != last && !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                fold_char(c, &mut out);
            }
            CharClass::Space | CharClass::Punct => {}
        }
        last = now;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Hand-made rows are folded when read and live as long as the program.
fn lasting(s: String) -> &'static str {
    Box::leak(s.into_boxed_str())
}

impl Gazetteer {
    /// The lists, read at the first call.
    pub fn get() -> &'static Gazetteer {
        static LISTS: OnceLock<Gazetteer> = OnceLock::new();
        LISTS.get_or_init(Gazetteer::read)
    }

    /// Bits of [`bits`] for a phrase key; 0 when no list has it.
    pub fn classes(&self, key: &str) -> u16 {
        self.classes.get(key).copied().unwrap_or(0)
    }

    /// Words of the longest phrase that begins with this word; 0 when none does.
    pub fn longest_from(&self, first_word: &str) -> usize {
        self.first_words.get(first_word).copied().unwrap_or(0) as usize
    }

    /// What is known of a part of a name (a folded word).
    pub fn part(&self, word: &str) -> Option<NamePart> {
        self.parts.get(word).copied()
    }

    /// A title or role (one word or a phrase key).
    pub fn title(&self, key: &str) -> Option<Title> {
        self.titles.get(key).copied()
    }

    /// A head word of organisation names (folded).
    pub fn head(&self, word: &str) -> Option<Head> {
        self.heads.get(word).copied()
    }

    /// Country code of an adjective in any form, with or without ال.
    pub fn demonym(&self, key: &str) -> Option<&'static str> {
        self.demonyms.get(key).copied()
    }

    /// Country code of a house or capital that stands for a government.
    pub fn government(&self, key: &str) -> Option<&'static str> {
        self.governments.get(key).copied()
    }

    /// Country code of a country's name.
    pub fn country(&self, key: &str) -> Option<&'static str> {
        let known = self.strong.get(key)?;
        known.iter().map(|k| &self.known[*k as usize]).find(|k| k.class == "country").map(|k| k.country)
    }

    /// Country code of a capital.
    pub fn capital(&self, key: &str) -> Option<&'static str> {
        self.capitals.get(key).copied()
    }

    /// The country entity of a code.
    pub fn country_entity(&self, code: &str) -> Option<u32> {
        self.country_at.get(code).copied()
    }

    /// Adjectives of a country with the article, masculine and feminine, as written first in the list.
    pub fn adjectives(&self, code: &str) -> Option<[&'static str; 2]> {
        self.adjectives.get(code).copied()
    }

    /// Known entities that bear this name or full alias (indices into [`Gazetteer::known`]).
    pub fn named(&self, key: &str) -> &[u32] {
        self.strong.get(key).map_or(&[], Vec::as_slice)
    }

    /// The tenures of those who bear this name or full alias (a key, see [`key`]), by person. Nothing is looked through where nobody does.
    pub fn tenures_of<'g>(&'g self, key: &str) -> impl Iterator<Item = &'g Tenure> + use<'g> {
        self.named(key).iter().flat_map(|person| self.tenures.iter().filter(move |t| t.person == *person))
    }

    /// Organisations that this short form can stand for beside a fuller form.
    pub fn short_for(&self, key: &str) -> &[u32] {
        self.weak.get(key).map_or(&[], Vec::as_slice)
    }

    /// All parts of names, sorted.
    pub fn all_parts(&self) -> Vec<(&'static str, NamePart)> {
        #[allow(clippy::iter_over_hash_type)] // sorted below
        let mut all: Vec<_> = self.parts.iter().map(|(k, v)| (*k, *v)).collect();
        all.sort_unstable_by_key(|p| p.0);
        all
    }

    /// All names and full aliases with their entities, sorted by key.
    pub fn all_names(&self) -> Vec<(&'static str, &[u32])> {
        #[allow(clippy::iter_over_hash_type)] // sorted below
        let mut all: Vec<_> = self.strong.iter().map(|(k, v)| (*k, v.as_slice())).collect();
        all.sort_unstable();
        all
    }

    /// Kind and country of a place in the world list, when the hand-made lists do not know it.
    pub fn world_place(&self, key: &str) -> Option<(&'static str, &'static str)> {
        self.geo.get(key).copied()
    }

    fn add(&mut self, key: &'static str, bit: u16) {
        if key.is_empty() {
            return;
        }
        *self.classes.entry(key).or_insert(0) |= bit;
        let words = key.split(' ').count().min(255) as u8;
        let first = key.split(' ').next().unwrap_or(key);
        let longest = self.first_words.entry(first).or_insert(0);
        *longest = (*longest).max(words);
    }

    fn name(&mut self, raw: &str, entity: u32, bit: u16) {
        let k = lasting(key(raw));
        if k.is_empty() {
            return;
        }
        self.add(k, bit);
        let list = if bit & bits::SHORT != 0 { &mut self.weak } else { &mut self.strong };
        let list = list.entry(k).or_default();
        if !list.contains(&entity) {
            list.push(entity);
        }
    }

    fn read() -> Gazetteer {
        let mut g = Gazetteer::default();
        g.classes.reserve(80_000);
        g.parts.reserve(40_000);
        g.read_name_parts();
        g.read_geo();
        g.read_countries();
        g.read_places();
        g.read_organisations();
        g.read_leaders();
        g.read_titles();
        g.read_heads();
        g
    }

    fn read_name_parts(&mut self) {
        for line in NAME_PARTS.lines() {
            let mut cells = line.split('\t');
            let (Some(name), Some(given), Some(family), Some(latin), Some(sources)) =
                (cells.next(), cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            if name.starts_with('#') || name == "name" {
                continue;
            }
            let part =
                NamePart { given: given.parse().unwrap_or(0), family: family.parse().unwrap_or(0), latin, sources };
            self.parts.insert(name, part);
        }
    }

    fn read_geo(&mut self) {
        for line in GEO.lines() {
            let mut cells = line.split('\t');
            let (Some(name), Some(kind), Some(country), Some(_), Some(size)) =
                (cells.next(), cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            if name.starts_with('#') || name == "name" {
                continue;
            }
            let bit = match (kind, size) {
                ("country", _) => bits::COUNTRY,
                ("region" | "province", _) => bits::REGION,
                (_, "1" | "2") => bits::CITY | bits::SMALL_PLACE,
                _ => bits::CITY,
            };
            self.add(name, bit);
            self.geo.insert(name, (kind, country));
        }
    }

    fn read_countries(&mut self) {
        let l = Lexicon::parse("countries.tsv", COUNTRIES);
        let col = |n: &str| l.column(n);
        let [iso, name, alt, official, capital] =
            ["iso2", "name_ar", "alternatives", "official_ar", "capital"].map(col);
        let [m, f, pl, gov, en] = ["adjective_m", "adjective_f", "adjective_pl", "government", "canonical_en"].map(col);
        for row in &l.rows {
            let code = row.get(iso);
            let id = self.known.len() as u32;
            self.known.push(Known {
                kind: EntityKind::Place,
                name: row.get(name),
                english: row.get(en),
                country: code,
                class: "country",
            });
            self.country_at.insert(code, id);
            for n in list(row.get(name)).chain(list(row.get(alt))).chain(list(row.get(official))) {
                self.name(n, id, bits::COUNTRY);
            }
            for n in list(row.get(capital)) {
                let k = lasting(key(n));
                self.add(k, bits::CITY);
                self.capitals.entry(k).or_insert(code);
            }
            let mut first = ["", ""];
            for (i, c) in [m, f, pl].into_iter().enumerate() {
                for (j, n) in list(row.get(c)).enumerate() {
                    // كوري جنوبي takes the article on both words
                    let with: Vec<String> = key(n).split(' ').map(|w| format!("ال{w}")).collect();
                    let with = lasting(with.join(" "));
                    if j == 0 && i < 2 {
                        let shown: Vec<String> = n.split(' ').map(|w| format!("ال{w}")).collect();
                        first[i] = lasting(shown.join(" "));
                    }
                    for k in [lasting(key(n)), with] {
                        self.add(k, bits::DEMONYM);
                        self.demonyms.entry(k).or_insert(code);
                    }
                }
            }
            self.adjectives.insert(code, first);
            for n in list(row.get(gov)) {
                let k = lasting(key(n));
                self.add(k, bits::GOVERNMENT);
                self.governments.entry(k).or_insert(code);
            }
        }
    }

    fn read_places(&mut self) {
        let l = Lexicon::parse("places.tsv", PLACES);
        let [name, aliases, kind, country, en] =
            ["name_ar", "aliases", "kind", "country", "canonical_en"].map(|n| l.column(n));
        for row in &l.rows {
            let id = self.known.len() as u32;
            self.known.push(Known {
                kind: EntityKind::Place,
                name: row.get(name),
                english: row.get(en),
                country: row.get(country),
                class: row.get(kind),
            });
            let bit = if row.get(kind) == "town" { bits::CITY } else { bits::REGION };
            for n in list(row.get(name)).chain(list(row.get(aliases))) {
                self.name(n, id, bit);
            }
        }
    }

    fn read_organisations(&mut self) {
        let l = Lexicon::parse("organisations.tsv", ORGANISATIONS);
        let [name, aliases, short, kind, country, en] =
            ["name_ar", "aliases", "short_forms", "kind", "country", "canonical_en"].map(|n| l.column(n));
        for row in &l.rows {
            let id = self.known.len() as u32;
            let class = row.get(kind);
            self.known.push(Known {
                kind: EntityKind::Organisation,
                name: row.get(name),
                english: row.get(en),
                country: row.get(country),
                class,
            });
            let media = matches!(class, "agency" | "media" | "platform");
            let bit = bits::ORGANISATION | if media { bits::MEDIA } else { 0 };
            for n in list(row.get(name)).chain(list(row.get(aliases))) {
                self.name(n, id, bit);
            }
            for n in list(row.get(short)) {
                self.name(n, id, bits::SHORT);
            }
        }
    }

    fn read_leaders(&mut self) {
        let l = Lexicon::parse("leaders.tsv", LEADERS);
        let [name, aliases, country, office, from, to, en] =
            ["name_ar", "aliases", "country", "office", "from", "to", "canonical_en"].map(|n| l.column(n));
        let mut at: FxHashMap<&'static str, u32> = FxHashMap::default();
        for row in &l.rows {
            let id = *at.entry(row.get(name)).or_insert(self.known.len() as u32);
            if id as usize == self.known.len() {
                self.known.push(Known {
                    kind: EntityKind::Person,
                    name: row.get(name),
                    english: row.get(en),
                    country: row.get(country),
                    class: "person",
                });
            }
            for n in list(row.get(name)).chain(list(row.get(aliases))) {
                self.name(n, id, bits::LEADER);
            }
            if !row.get(office).is_empty() {
                self.tenures.push(Tenure {
                    person: id,
                    country: row.get(country),
                    office: row.get(office),
                    from: row.get(from).parse().unwrap_or(0),
                    to: row.get(to).parse().unwrap_or(u16::MAX),
                });
            }
        }
    }

    fn read_titles(&mut self) {
        let l = Lexicon::parse("titles.tsv", TITLES);
        let [form, feminine, plural, class, means] =
            ["form", "feminine", "plural", "class", "means"].map(|n| l.column(n));
        for row in &l.rows {
            for (column, is_feminine, is_plural) in
                [(form, false, false), (feminine, true, false), (plural, false, true)]
            {
                for n in list(row.get(column)) {
                    let k = lasting(key(n));
                    self.add(k, bits::TITLE);
                    self.titles.entry(k).or_insert(Title {
                        class: row.get(class),
                        means: row.get(means),
                        feminine: is_feminine,
                        plural: is_plural,
                    });
                }
            }
        }
    }

    fn read_heads(&mut self) {
        let l = Lexicon::parse("heads.tsv", HEADS);
        let [head, kind, follows] = ["head", "kind", "follows"].map(|n| l.column(n));
        for row in &l.rows {
            let k = lasting(key(row.get(head)));
            self.add(k, bits::HEAD);
            self.heads.insert(k, Head { kind: row.get(kind), adjective: row.get(follows) == "adjective" });
        }
    }
}

/// Entries of a list cell.
fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn spellings_of_one_country_meet() {
        let g = Gazetteer::get();
        for n in ["أمريكا", "أميركا", "الولايات المتحدة", "الولايات المتحدة الأميركية"]
        {
            assert_eq!(g.country(&key(n)), Some("US"), "{n}");
        }
        assert_eq!(g.demonym(&key("الأميركية")), Some("US"));
        assert_eq!(g.demonym(&key("الكورية الجنوبية")), Some("KR"));
        assert_eq!(g.government(&key("قصر الإليزيه")), Some("FR"));
    }

    #[test]
    fn organisations_are_found_under_acronyms() {
        let g = Gazetteer::get();
        let a = g.named(&key("داعش"));
        assert_eq!(a, g.named(&key("تنظيم \"الدولة الإسلامية\"")));
        assert_eq!(a.len(), 1);
        assert_eq!(g.named(&key("أ.ف.ب")), g.named(&key("وكالة فرانس برس")));
        assert!(g.named(&key("الأهلي")).is_empty() && !g.short_for(&key("الأهلي")).is_empty());
    }

    #[test]
    fn generated_rows_are_already_folded() {
        for (name, text) in [("geo.tsv", GEO), ("name_parts.tsv", NAME_PARTS)] {
            for (i, line) in text.lines().enumerate() {
                let word = line.split('\t').next().unwrap_or("");
                if !word.starts_with('#') {
                    assert_eq!(fold(word), word, "{name}:{}", i + 1);
                }
            }
        }
    }

    #[test]
    fn hand_made_files_have_no_duplicates_and_no_stray_characters() {
        let files = [
            ("countries.tsv", COUNTRIES, "name_ar"),
            ("places.tsv", PLACES, "name_ar"),
            ("organisations.tsv", ORGANISATIONS, "name_ar"),
            ("titles.tsv", TITLES, "form"),
            ("heads.tsv", HEADS, "head"),
        ];
        for (name, text, column) in files {
            let l = Lexicon::parse(name, text);
            let c = l.column(column);
            let mut seen = std::collections::BTreeMap::new();
            for row in &l.rows {
                if let Some(before) = seen.insert(row.get(c), row.line) {
                    panic!("{name}:{}: \"{}\" stands in line {before} too", row.line, row.get(c));
                }
                for i in 0..l.header.len() {
                    let stray = row.get(i).chars().find(|c| class(*c) == CharClass::Ignorable);
                    assert!(stray.is_none(), "{name}:{}:{}: invisible character", row.line, i + 1);
                }
            }
        }
    }

    #[test]
    fn at_least_600_organisations_and_300_leaders() {
        let g = Gazetteer::get();
        assert!(g.known.iter().filter(|k| k.kind == EntityKind::Organisation).count() >= 600);
        assert!(g.known.iter().filter(|k| k.kind == EntityKind::Person).count() >= 300);
        assert!(g.tenures.iter().all(|t| t.from == 0 || t.from <= t.to));
    }
}
