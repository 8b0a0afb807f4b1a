//! Records of any input → articles: which key or column holds which part of an article.
//!
//! Names are compared with `fields.tsv`; what a value looks like beats what its column is called.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::outlet::{is_domain, is_url};
use super::when;
use crate::lang::lexicon::Lexicon;
use crate::text::fold::fold;

/// A part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The input's own id.
    Id,
    /// Address.
    Url,
    /// Outlet.
    Outlet,
    /// Headline.
    Title,
    /// Body.
    Text,
    /// Publication time.
    Published,
    /// Clock time in a column of its own.
    Clock,
    /// Author.
    Author,
    /// Section.
    Section,
    /// Language as declared.
    Language,
}

impl Field {
    /// All fields, in the order of tables.
    pub const ALL: [Field; 10] = [
        Field::Id,
        Field::Url,
        Field::Outlet,
        Field::Title,
        Field::Text,
        Field::Published,
        Field::Clock,
        Field::Author,
        Field::Section,
        Field::Language,
    ];

    /// The word used in fields.tsv, `--map` and muqabala.toml.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Url => "url",
            Field::Outlet => "outlet",
            Field::Title => "title",
            Field::Text => "text",
            Field::Published => "published",
            Field::Clock => "clock",
            Field::Author => "author",
            Field::Section => "section",
            Field::Language => "language",
        }
    }

    /// The field of that name (`date` is read as `published`).
    pub fn from_name(name: &str) -> Option<Field> {
        let name = name.trim();
        if name == "date" {
            return Some(Field::Published);
        }
        Field::ALL.into_iter().find(|f| f.as_str() == name)
    }
}

/// Columns named by the user: field → column.
pub type ColumnMap = BTreeMap<Field, String>;

/// One record as read: keys and values in input order. A value that is not there is simply absent or empty.
#[derive(Debug, Default)]
pub struct Record<'a> {
    /// Keys and values.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Line or row in the input, from 1.
    pub line: u64,
}

static ALIASES: LazyLock<FxHashMap<String, Vec<(Field, usize)>>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("fields.tsv", include_str!("fields.tsv"));
    let (field, alias) = (lexicon.column("field"), lexicon.column("alias"));
    let mut map: FxHashMap<String, Vec<(Field, usize)>> = FxHashMap::default();
    for (rank, row) in lexicon.rows.iter().enumerate() {
        let found = Field::from_name(row.get(field)).expect("fields.tsv names a field that exists");
        map.entry(key(row.get(alias)).into_owned()).or_default().push((found, rank));
    }
    map
});

/// A name as it is compared: lower case, without space, underscore, hyphen; Arabic folded; nested keys keep the dot.
pub fn key(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|b| b.is_ascii_lowercase() || b == b'.' || b == b':') {
        return Cow::Borrowed(name);
    }
    let bare: String = name
        .trim()
        .trim_start_matches('\u{feff}')
        .chars()
        .filter(|c| !matches!(c, ' ' | '_' | '-' | '\u{a0}' | '\u{200e}' | '\u{200f}' | '"'))
        .flat_map(char::to_lowercase)
        .collect();
    Cow::Owned(if bare.is_ascii() { bare } else { fold(&bare) })
}

/// Fields that a name can stand for, best first; the last part of a nested name counts when the whole is unknown.
fn meanings(name: &str) -> &'static [(Field, usize)] {
    let k = key(name);
    if let Some(found) = ALIASES.get(k.as_ref()) {
        return found;
    }
    match k.rsplit_once('.') {
        // `metadata.url` is the article's address; `source.id` or `image.url` would mislead.
        Some(("metadata" | "meta" | "article" | "data" | "source" | "doc" | "fields", last)) => {
            ALIASES.get(last).map_or(&[], Vec::as_slice)
        }
        _ => &[],
    }
}

/// True when a name is known at all.
pub fn is_known(name: &str) -> bool {
    !meanings(name).is_empty()
}

/// True when a name can stand for the body.
pub fn means_text(name: &str) -> bool {
    meanings(name).iter().any(|m| m.0 == Field::Text)
}

/// Penalty of a nested name, so that a top-level one wins.
const NESTED: usize = 1000;

/// Chooses which of a record's values is which field: index into `record.fields` by field.
///
/// A field named by the user is taken from that column and no other.
pub fn choose(record: &Record, map: &ColumnMap) -> [Option<usize>; 10] {
    let mut best: [Option<(usize, usize)>; 10] = [None; 10];
    for (index, (name, value)) in record.fields.iter().enumerate() {
        if when::is_missing(value) {
            continue;
        }
        let mut mapped = false;
        for (field, column) in map {
            if column == name.as_ref() || key(column) == key(name) {
                mapped = true;
                best[*field as usize] = Some((0, index));
            }
        }
        if mapped {
            continue;
        }
        let nested = if name.contains('.') { NESTED } else { 0 };
        for (field, rank) in meanings(name) {
            if map.contains_key(field) || !fits(*field, value) {
                continue;
            }
            let slot = &mut best[*field as usize];
            if slot.is_none_or(|(r, _)| rank + nested < r) {
                *slot = Some((rank + nested, index));
            }
        }
    }
    // An address that serves as id stays the url; one key cannot be id and url at once.
    let mut out = best.map(|b| b.map(|(_, i)| i));
    if out[Field::Clock as usize] == out[Field::Published as usize] {
        out[Field::Clock as usize] = None;
    }
    out
}

/// Does the value look like the field that its name promises?
fn fits(field: Field, value: &str) -> bool {
    let v = value.trim();
    match field {
        Field::Url => is_url(v),
        Field::Outlet => !is_url(v) && v.chars().count() <= 120 && !v.contains('\n') && v.parse::<f64>().is_err(),
        Field::Title => !is_url(v) && v.len() <= 4000,
        Field::Text => !is_url(v) && !is_domain(v),
        Field::Id => !is_url(v) && v.len() <= 400 && !v.contains('\n'),
        Field::Clock => {
            let digits = v.bytes().take_while(u8::is_ascii_digit).count();
            (1..=2).contains(&digits) && v.as_bytes().get(digits) == Some(&b':')
        }
        Field::Published => v.chars().any(char::is_numeric) || v.chars().count() <= 60,
        Field::Author | Field::Section => v.chars().count() <= 400,
        Field::Language => v.chars().count() <= 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(pairs: &[(&str, &str)], field: Field) -> Option<String> {
        let record = Record { fields: pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(), line: 1 };
        choose(&record, &ColumnMap::new())[field as usize].map(|i| record.fields[i].1.to_string())
    }

    #[test]
    fn address_is_never_the_outlet() {
        let trafilatura = [
            ("title", "خبر"),
            ("hostname", "a.example"),
            ("source", "https://a.example/x"),
            ("source-hostname", "صحيفة أ"),
            ("text", "قال الوزير كلاما كثيرا"),
        ];
        assert_eq!(chosen(&trafilatura, Field::Outlet).as_deref(), Some("صحيفة أ"));
        assert_eq!(chosen(&trafilatura, Field::Url).as_deref(), Some("https://a.example/x"));
        assert_eq!(chosen(&[("outlet", "https://a.example/")], Field::Outlet), None);
    }

    #[test]
    fn missing_words_give_way_to_the_next_name() {
        let r = [("date", "None"), ("date_publish", "2024-01-01"), ("text", "null"), ("maintext", "قال الوزير")];
        assert_eq!(chosen(&r, Field::Published).as_deref(), Some("2024-01-01"));
        assert_eq!(chosen(&r, Field::Text).as_deref(), Some("قال الوزير"));
    }

    #[test]
    fn arabic_and_oddly_spelt_headers() {
        let r = [("العُنوان", "خبر"), ("Full Text", "نص"), ("تاريخ النشر", "2024-01-01"), ("Source_Name", "أ")];
        assert_eq!(chosen(&r, Field::Title).as_deref(), Some("خبر"));
        assert_eq!(chosen(&r, Field::Text).as_deref(), Some("نص"));
        assert_eq!(chosen(&r, Field::Published).as_deref(), Some("2024-01-01"));
        assert_eq!(chosen(&r, Field::Outlet).as_deref(), Some("أ"));
    }

    #[test]
    fn clock_beside_a_date() {
        let r = [("Date", "12/03/2024"), ("Time", "18:30")];
        assert_eq!(chosen(&r, Field::Published).as_deref(), Some("12/03/2024"));
        assert_eq!(chosen(&r, Field::Clock).as_deref(), Some("18:30"));
    }
}
