//! What a sentence says against the tagger: two institutions in one name, an office that is no institution, a common noun
//! with an adjective, the kind of thing that a noun before a quoted name gives.
//!
//! - takes: the spans of a sentence over its folded words
//! - gives: spans
//! - cost: a few look-ups a name
//! - data: lang/ar/{name_kinds,name_breaks,person_openers,no_names,no_persons,no_bodies,no_places,passing_adjectives,
//!   common_heads,traffic,event_heads,waiting_words,place_adjectives,deed_nouns,land_nouns,
//!   generic_fields,name_words}.tsv, lang/ar/gaz/{heads,titles}.tsv

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::Lexicon;
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::{self, Words};
use crate::lang::words;
use crate::resolve::names::compare::is_native;
use crate::text::fold::fold;
use crate::text::letter_name;

/// Kinds as the tagger numbers them.
const PERSON: u8 = 0;
const PLACE: u8 = 1;
const ORGANISATION: u8 = 2;
const OTHER: u8 = 3;

/// First word, one past the last, kind.
type Span = (usize, usize, u8);

/// Persons' offices that open no name of an institution.
static OFFICES: Words = Words::new(&words::NAMES, "office of a person");
/// Heads of place names that common adjectives follow too (ميناء استراتيجي, قاعدة عسكرية).
pub(crate) static PLACE_HEADS: Words = Words::new(&words::NAMES, "head of places");
/// Titles inside names of things called after their bearers.
static ROYAL: Words = Words::new(&words::NAMES, "title in a name");
/// Statistics of a word's labels up to this class: fewer than four in a hundred are names (see `train`).
const SELDOM: u8 = 3;
/// A word with the article must be so frequent before the bare one is taken for an adjective.
const ADJECTIVE_LEAST: u16 = 40;
/// The same where the statistics hardly know the bare one in a name.
const RARER_ADJECTIVE: u16 = 10;

static KINDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("name_kinds.tsv", include_str!("../../lang/ar/name_kinds.tsv"), "noun"));

/// Words that no name goes over, with whose names those are.
static BREAKS: LazyLock<FxHashMap<String, Whose>> = LazyLock::new(|| {
    let l = lexicon::Lexicon::parse("name_breaks.tsv", include_str!("../../lang/ar/name_breaks.tsv"));
    let (word, who) = (l.column("word"), l.column("who"));
    l.rows.iter().map(|r| (fold(r.get(word)), whose(r.get(who)))).collect()
});
/// Names that a word ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
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

/// A word of grammar, or one that no name goes over.
pub(crate) fn closes(word: &str) -> bool {
    GRAMMAR.contains(word) || BREAKS.contains_key(word)
}

/// Words before a person's name that are none of it.
static OPENERS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("person_openers.tsv", include_str!("../../lang/ar/person_openers.tsv"), "word"));
/// Set phrases that are no persons.
static NO_PERSONS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("no_persons.tsv", include_str!("../../lang/ar/no_persons.tsv"), "phrase"));

/// Bodies that are no names.
static NO_BODIES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("no_bodies.tsv", include_str!("../../lang/ar/no_bodies.tsv"), "phrase"));

/// Set phrases that are no places.
static NO_PLACES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("no_places.tsv", include_str!("../../lang/ar/no_places.tsv"), "phrase"));

/// Set phrases that are no things with a name.
static NO_THINGS: Words = Words::new(&words::NAMES, "no thing");

/// Words of a match before a club that are no part of its name.
static OF_A_MATCH: Words = Words::new(&words::NAMES, "of a match");

/// The folded cells of a column.
fn folded(name: &'static str, table: &'static str, column: &str) -> FxHashSet<String> {
    lexicon::Lexicon::cells(name, table, column).map(fold).collect()
}

/// Adjectives that make no name of a bare head word.
static PASSING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("passing_adjectives.tsv", include_str!("../../lang/ar/passing_adjectives.tsv"), "word"));

/// Words that open no institution's name.
static COMMON_HEADS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("common_heads.tsv", include_str!("../../lang/ar/common_heads.tsv"), "word"));
/// What moves in حركة الملاحة, which is no movement.
static TRAFFIC: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("traffic.tsv", include_str!("../../lang/ar/traffic.tsv"), "word"));
/// Heads of events that the tagger takes for institutions.
static EVENTS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("event_heads.tsv", include_str!("../../lang/ar/event_heads.tsv"), "word"));
/// Words that are no name by themselves.
static NO_NAMES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("no_names.tsv", include_str!("../../lang/ar/no_names.tsv"), "word"));
/// Words of places' names that wait for the next one.
static WAITING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("waiting_words.tsv", include_str!("../../lang/ar/waiting_words.tsv"), "word"));
/// Adjectives behind a place's name that are none of it.
static PLACE_ADJECTIVES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("place_adjectives.tsv", include_str!("../../lang/ar/place_adjectives.tsv"), "word"));
/// Words of grammar.
static GRAMMAR: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("function_words.tsv", include_str!("../../lang/ar/function_words.tsv"), "form"));
/// Heads of what happened at a place that the tagger takes for the place.
static HAPPENINGS: Words = Words::new(&words::NAMES, "happening at a place");
/// Does this word open names of events and treaties?
pub(crate) fn event(word: &str) -> bool {
    EVENTS.contains(word)
}

/// Is this word one of persons' offices, with or without و and the article?
fn office(word: &str) -> bool {
    OFFICES.has(word) || word.strip_prefix("ال").is_some_and(|w| OFFICES.has(w))
}

/// A head word of institutions behind و or ول, with the word as it stands alone.
fn joined_head(word: &str, gaz: &Gazetteer) -> Option<(bool, &'static str)> {
    let rest = word.strip_prefix("ولل").or_else(|| word.strip_prefix('و'))?;
    let definite = rest.starts_with("ال") || word.starts_with("ولل");
    gaz.head(rest)
        .or_else(|| gaz.head(rest.strip_prefix("ال")?))
        .filter(|h| !matches!(h.kind, "media" | "league" | "programme" | "platform"))
        .map(|h| (definite, h.kind))
}

/// Where a second institution begins inside a span.
fn second(words: &[&str], gaz: &Gazetteer) -> Option<usize> {
    (1..words.len()).find(|&j| match joined_head(words[j], gaz) {
        // البرلمان العراقي + مفوضية الانتخابات: behind the country's adjective the name is whole
        None if gaz.demonym(words[j - 1]).is_some() && words[j - 1].starts_with("ال") => {
            j > 1 && j + 1 < words.len() && gaz.head(words[j]).is_some_and(|h| !h.adjective && h.kind != "media")
        }
        // وزارة الخارجية ووكالة الطاقة: a head that waits for its complement opens a name of its own
        Some((false, _)) => j + 1 < words.len(),
        // القوات التركية والفصائل السورية; البرلمان والجيش
        Some((true, _)) => {
            gaz.demonym(words[j - 1]).is_some() && words[j - 1].starts_with("ال")
                || j == 1 && gaz.head(words[0]).is_some_and(|h| h.adjective)
        }
        None => false,
    })
}

/// Words for a part or the whole of what a place names.
static ALL_OF: Words = Words::new(&words::NAMES, "part or whole of a place");

/// Directions behind a place's name.
static DIRECTION_BEHIND: Words = Words::new(&words::NAMES, "direction behind a place");

/// Things that are called by a letter.
static LETTERED: Words = Words::new(&words::NAMES, "thing with a letter");

/// Spans as the words around and inside them allow. `lexicon` counts words of the corpus. Linear in the names' words.
pub fn spans(found: Vec<Span>, words: &[&str], lexicon: &Lexicon, gaz: &Gazetteer) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(found.len() + 2);
    let mut todo: Vec<Span> = found;
    todo.reverse();
    while let Some((mut from, mut to, mut kind)) = todo.pop() {
        // الاتحاد + أمام القادسية, المحكمة العليا + حيث: a name ends before words that belong to the sentence
        let marked = from > 0 && matches!(words[from - 1], "\"" | "«" | "“" | "'" | "‘");
        let broken = (from + 1..to).find(|&j| breaks(words[j], kind) && !marked);
        if let Some(j) = broken {
            to = j;
            if kind == ORGANISATION && bare_head(&words[from..to], gaz) {
                continue;
            }
        }
        if kind == ORGANISATION || kind == OTHER {
            // رئيس الهيئة ورئيس اللجنة: from the office on it is another's
            let next = (from + 1..to).find(|&j| words[j].strip_prefix('و').is_some_and(office) && j + 1 < to);
            if let Some(j) = next {
                if gaz.head(words[j + 1]).is_some() && j + 2 < to {
                    todo.push((j + 1, to, kind));
                }
                to = j;
            }
            if to - from > 1 && forms(words[from]).into_iter().any(office) {
                // المديرة العامة لصندوق النقد
                let head = (from + 1..to).find(|&j| {
                    gaz.head(words[j]).is_some_and(|h| !h.adjective)
                        || words[j].strip_prefix('ل').is_some_and(|w| gaz.head(w).is_some_and(|h| !h.adjective))
                        || words[j].strip_prefix("لل").is_some_and(|w| gaz.head(w).is_some())
                });
                match head {
                    Some(j) if j + 1 < to => from = j,
                    _ => continue,
                }
            }
        }
        if kind == ORGANISATION
            && let Some(j) = second(&words[from..to], gaz)
        {
            todo.push((from + j, to, kind));
            to = from + j;
            // الجيش وخفر السواحل: a bare head alone is no name
            if bare_head(&words[from..to], gaz) {
                continue;
            }
        }
        // فندق " + شتايغنبرغر: what the mark opens goes on to the mark that closes it
        let opened = |w: &str| matches!(w, "\"" | "«" | "“");
        if to - from > 1 && kind != PERSON && opened(words[to - 1]) && !words[from..to - 1].iter().any(|w| opened(w)) {
            let last = (to + MARKED_MOST).min(words.len());
            let close = (to..last).find(|&j| matches!(words[j], "\"" | "»" | "”"));
            let named = |close: &usize| {
                *close > to
                    && words[to..*close].iter().all(|w| {
                        w.chars().any(char::is_alphanumeric)
                            && !matches!(*w, "قد" | "لن" | "لا" | "لم" | "ان" | "ما" | "سوف" | "هو" | "هي")
                            && !verb(w)
                            && w.chars().count() > 1
                    })
            };
            let close = close.filter(named).filter(|_| indefinite_head(&words[from..to - 1], kind, gaz));
            to -= 1;
            match (close, todo.last().copied()) {
                // حزب "الفجر الذهبي"
                (Some(close), Some((next, end, inner))) if next == to + 1 && end == close && inner != PERSON => {
                    todo.pop();
                    if kind != PLACE {
                        todo.push((next, end, kind));
                        continue;
                    }
                    to = close;
                }
                (Some(close), next) if next.is_none_or(|n| n.0 >= close) => to = close,
                _ => {}
            }
        }
        // حزب before a quoted name that the tagger did not take in; ميناء
        if matches!(kind, ORGANISATION | PLACE) && indefinite_head(&words[from..to], kind, gaz) {
            continue;
        }
        // روى فلان, علمني جيمس: the verb before a person's name
        if kind == PERSON && to - from > 1 && verb(words[from]) && gaz.part(words[from]).is_none_or(|p| p.given == 0) {
            from += 1;
        }
        // والد أشواق, الشهير فان غوخ, الكوري الجنوبي مون
        while kind == PERSON && to - from > 1 && opener(words[from], gaz) {
            from += 1;
        }
        if kind == PERSON
            && (to..=(from + 2).max(to).min(words.len()))
                .any(|end| NO_PERSONS.contains(words[from..end].join(" ").trim_start_matches(['و', 'ل', 'ب'])))
        {
            continue;
        }
        // هاكرز, منكوبة; 1975-1990
        if to - from == 1 && no_name(words[from]) || kind == OTHER && words[from..to].iter().all(|w| of_numbers(w)) {
            continue;
        }
        // بني + وليد
        if kind == PERSON
            && from > 0
            && forms(words[from - 1]).contains(&"بني")
            && out.last().is_none_or(|o| o.1 < from)
            && is_native(words[from])
            && !words[from].starts_with("ال")
        {
            from -= 1;
            kind = PLACE;
            to = to.min(from + 2);
        }
        // كفر + بطنا, بيت + سوى
        if kind == PLACE
            && WAITING.contains(words[to - 1])
            && words.get(to).is_some_and(|w| {
                let count = |w: &str| lexicon.get(w).map_or(0, |e| e.count);
                let joined = w.strip_prefix(['و', 'ب', 'ل']).is_some_and(|r| count(r) > count(w));
                w.chars().count() >= 3
                    && w.chars().all(char::is_alphabetic)
                    && !(closes(w) || verb(w) || seldom(w) || joined)
            })
        {
            match todo.last() {
                Some(&(next, end, PERSON | PLACE)) if next == to => {
                    todo.pop();
                    to = end;
                }
                Some(&(next, ..)) if next == to => {}
                _ => to += 1,
            }
        }
        // مضيق هرمز + الاستراتيجي
        while kind == PLACE && to - from > 2 && PLACE_ADJECTIVES.contains(words[to - 1]) {
            to -= 1;
        }
        // الكوميدي + جو روجان: a common word with the article before a name
        if kind == PERSON && !marked {
            let described = (from..to - 1).take_while(|&j| describes(words[j], lexicon, gaz)).count();
            let next = words[from + described];
            // الصديق العزيز شويش; الحسن بن طلال and الوليد are names
            if described > 0
                && to - from - described > 1
                && !next.starts_with("ال")
                && !matches!(next, "بن" | "ابن" | "بنت" | "ولد")
            {
                from += described;
            }
        }
        // أرخبيل سقطرى + محافظة منكوبة
        if kind == PLACE
            && let Some(j) = (from + 2..to.saturating_sub(1))
                .find(|&j| PLACE_HEADS.has(words[j]) && (seldom(words[j + 1]) || no_name(words[j + 1])))
        {
            to = j;
        }
        // الإمارت + العربية المتحدة
        if kind == PLACE
            && words[from..to] == ["العربيه", "المتحده"]
            && from > 0
            && words[from - 1].starts_with("ال")
            && out.last().is_none_or(|o| o.1 < from)
        {
            from -= 1;
        }
        // سامي أ: a person whose name is not given in full
        if kind == OTHER
            && to - from == 2
            && words[to - 1].chars().count() == 1
            && gaz.part(words[from]).is_some_and(|p| p.given >= 3)
        {
            kind = PERSON;
        }
        // زد. + دي. + إف: letters with their points go together
        if kind == ORGANISATION && words[from..to].iter().all(|w| letter_name(w.trim_end_matches('.'))) {
            let dotted = |w: &str| w.strip_suffix('.').is_some_and(letter_name);
            while from > 0 && dotted(words[from - 1]) && out.last().is_none_or(|o| o.1 < from) {
                from -= 1;
            }
            while dotted(words[to - 1])
                && words.get(to).is_some_and(|w| letter_name(w.trim_end_matches('.')))
                && todo.last().is_none_or(|n| n.0 > to)
            {
                to += 1;
            }
        }
        // (إس. of a word that is not there
        if kind == ORGANISATION
            && to - from == 1
            && gaz.classes(words[from]) == 0
            && letter_name(words[from].trim_end_matches('.'))
            // منصة إكس
            && !marked
            && !(from > 0 && (heads_name(words[from - 1], gaz) || forms(words[from - 1]).contains(&"منصه")))
        {
            continue;
        }
        // أكرم شهيب هنري حلو نعمة طعمة: a list without its commas
        if kind == PERSON && to - from >= 6 && (to - from) % 2 == 0 {
            let given = |w: &str| gaz.part(w).is_some_and(|p| p.given >= 3);
            let linked = words[from..to].iter().any(|w| matches!(*w, "بن" | "ابن" | "عبد" | "ابو" | "ال" | "بنت"));
            if !linked && (from..to).step_by(2).all(|i| given(words[i])) {
                for i in (from + 2..to).step_by(2).rev() {
                    todo.push((i, i + 2, PERSON));
                }
                to = from + 2;
            }
        }
        // مالكوم + للمطار
        if kind == PERSON
            && let Some(j) = (from + 1..to).find(|&j| words[j].starts_with("لل") && gaz.part(words[j]).is_none())
        {
            to = j;
        }
        // ري سون جون + قال
        while kind == PERSON
            && to - from > 2
            && verb(words[to - 1])
            && gaz.part(words[to - 1]).is_none_or(|p| p.given + p.family == 0)
        {
            to -= 1;
        }
        // قال لي: to me, unless somebody of the sentence is called so
        if kind == PERSON
            && to - from == 1
            && words[from] == "لي"
            && from > 0
            && verb(words[from - 1])
            && !words.iter().enumerate().any(|(k, w)| k != from && *w == "لي")
        {
            continue;
        }
        // ريانا + هي مغنية
        if kind == PERSON
            && let Some(j) = (from + 1..to.saturating_sub(1)).find(|&j| matches!(words[j], "هو" | "هي"))
            && gaz.part(words[from]).is_some_and(|p| p.given >= 3)
        {
            to = j;
        }
        // محامو ساركوزي: a title is no part of the name
        if kind == PERSON
            && to - from > 1
            && gaz.title(words[from]).is_some()
            && gaz.part(words[from]).is_none_or(|p| p.given == 0)
        {
            from += 1;
        }
        // الأمير هاري + الـ32
        if kind == PERSON && to - from > 1 && words[to - 1] == "ال" {
            to -= 1;
        }
        // جبال أبو النار: what waits for its complement takes it
        while (matches!(words[to - 1], "ابو" | "بن" | "ابن" | "بنت")
            || to - from > 2 && words[to - 1] == "ابي" && words[to - 2] == "بن")
            && words.get(to).is_some_and(|w| w.chars().next().is_some_and(char::is_alphabetic))
            && todo.last().is_none_or(|n| n.0 > to)
        {
            to += 1;
        }
        // يوسف أيت + بن ناصر
        if kind == PERSON
            && matches!(words[to - 1], "ايت" | "ابو" | "بن" | "ابن" | "بنت" | "ولد")
            && let Some(&(next, end, PERSON)) = todo.last()
            && next == to
        {
            todo.pop();
            to = end;
        }
        // مدينة + الملك خالد الاقتصادية: what is called after a king begins with what it is
        if matches!(kind, PLACE | ORGANISATION)
            && from > 0
            && matches!(words[from], "الملك" | "الملكه" | "الامير" | "الاميره" | "الشيخ" | "السلطان")
            && out.last().is_none_or(|o| o.1 < from)
            && forms(words[from - 1]).iter().any(|w| PLACE_HEADS.has(w) || gaz.head(w).is_some_and(|h| !h.adjective))
        {
            from -= 1;
        }
        // مديرية الأوقاف is no district
        if kind == PLACE
            && to - from > 1
            && forms(words[from])[1] == "مديريه"
            && words[from + 1].strip_prefix("ال").is_some_and(|w| FIELDS.contains(w))
        {
            kind = ORGANISATION;
        }
        // مركز + طارق بن زياد التدريبي: what is called after somebody, with what it is for
        if kind == PERSON && to - from > 2 && OF_HOUSES.has(words[to - 1]) {
            let house = from.checked_sub(1).filter(|_| out.last().is_none_or(|o| o.1 < from)).and_then(|b| {
                let place = forms(words[b]).iter().any(|w| PLACE_HEADS.has(w));
                let body = forms(words[b]).iter().any(|w| gaz.head(w).is_some_and(|h| !h.adjective));
                (place || body).then_some(if place { PLACE } else { ORGANISATION })
            });
            match house {
                Some(house) => (from, kind) = (from - 1, house),
                None => to -= 1,
            }
        }
        // إدارة + الطيران الفيدرالية, سلطة + الطيران المدني: the head before what completes it
        if kind == ORGANISATION
            && from > 0
            && words[from].strip_prefix("ال").is_some_and(|w| FIELDS.contains(w))
            && !marked
            && gaz.head(words[from]).is_none_or(|h| h.kind == "airline")
            && gaz.classes(&words[from..to].join(" ")) == 0
            && gaz.demonym(words[from]).is_none()
            && out.last().is_none_or(|o| o.1 < from)
            && forms(words[from - 1]).iter().any(|w| OF_FIELDS.has(w))
        {
            from -= 1;
        }
        // سي إن + إن: a name of letters written out goes on to the mark that closes it, and to its last letter
        if kind == ORGANISATION
            && words.get(to).is_some_and(|w| w.chars().count() > 1 && letter_name(w))
            && words[from..to].iter().all(|w| letter_name(w))
            && todo.last().is_none_or(|n| n.0 > to)
            && (words.get(to + 1).is_some_and(|w| matches!(*w, "\"" | "»" | "”" | ")"))
                || words[to - 1] == "ان" && words[to] == "ان")
        {
            to += 1;
        }
        // الاتحاد الإنجليزي: heads of institutions open no names of events and works
        if kind == OTHER
            && to - from > 1
            && forms(words[from]).into_iter().rev().find_map(|w| gaz.head(w)).is_some_and(|h| {
                !matches!(h.kind, "league" | "programme" | "forum" | "exchange" | "platform" | "airline")
            })
        {
            kind = ORGANISATION;
        }
        // هدف + كالياري
        if kind == ORGANISATION && to - from > 1 && OF_A_MATCH.has(words[from]) && !marked {
            from += 1;
        }
        // الصراع السوري, سجون الحوثي: no institution
        if kind == ORGANISATION
            && to - from > 1
            && !marked
            && forms(words[from]).iter().any(|w| COMMON_HEADS.contains(*w))
            && !(from > 0 && heads_name(words[from - 1], gaz))
            && gaz.classes(&words[from..to].join(" ")) == 0
        {
            continue;
        }
        if kind == ORGANISATION
            && to - from == 2
            && NO_BODIES.contains(words[from..to].join(" ").trim_start_matches(['و', 'ل', 'ب']))
            || kind == OTHER && !marked && NO_THINGS.has(words[from..to].join(" ").as_str())
        {
            continue;
        }
        // الكبير + للأمن المصري: an adjective before the body that it is said of
        if kind == ORGANISATION
            && to - from > 2
            && words[from].starts_with("ال")
            && gaz.head(words[from]).is_none()
            && words[from + 1].strip_prefix("لل").is_some_and(|w| gaz.head(&format!("ال{w}")).is_some())
            && gaz.classes(&words[from..to].join(" ")) == 0
        {
            from += 1;
        }
        // حركة النقل الجوي, حركة الملاحة: traffic
        if kind == ORGANISATION
            && to - from > 1
            && words[from].ends_with("حركه")
            && TRAFFIC.contains(words[from + 1])
            && !marked
        {
            continue;
        }
        // كامل + مزارع الفازة
        while kind == PLACE && to - from > 1 && ALL_OF.has(forms(words[from])[1]) {
            from += 1;
        }
        // ريف + دير الزور الشرقي: the direction is the countryside's
        if kind == PLACE
            && to - from > 1
            && from > 0
            && matches!(words[from - 1], "ريف" | "بريف" | "وريف")
            && DIRECTION_BEHIND.has(words[to - 1])
            && out.last().is_none_or(|o| o.1 < from)
        {
            from -= 1;
        }
        // صواريخ جو-جو, أرض-جو: a kind of missiles
        if kind == OTHER && words[from..to].iter().all(|w| matches!(*w, "جو" | "ارض" | "بحر" | "سطح" | "-" | "–"))
        {
            continue;
        }
        // وست هام teaches the tagger a common adjective
        if kind == ORGANISATION && words[from..to] == ["هام"] {
            continue;
        }
        // فيتامين "د", فيروس سي: no name
        if matches!(kind, ORGANISATION | OTHER) && to - from == 1 && from > 0 {
            let before =
                (0..from).rev().find(|&j| !matches!(words[j], "\"" | "«" | "“" | "(" | "'")).map_or("", |j| words[j]);
            let short = letter_name(words[from]) || words[from].chars().count() == 1;
            let of_letters = |w: &&str| LETTERED.has(w);
            if short && forms(before).iter().any(of_letters) {
                continue;
            }
        }
        // إف + بي.آي, of which the first letter stands apart
        if kind == ORGANISATION
            && from > 0
            && matches!(words[from - 1], "اف" | "الاف" | "اف." | "الاف.")
            && words[from..to].iter().all(|w| letter_name(w))
            && out.last().is_none_or(|o| o.1 < from)
        {
            from -= 1;
        }
        // ريف المحافظة الشرقي, وسط المدينة: the article says which
        if kind == PLACE && to - from > 1 && words[from..to].iter().all(|w| of_any_place(w)) {
            continue;
        }
        // التراث العربي, الحضن العربي: a common noun that no land is called by
        if kind == PLACE
            && to - from == 2
            && !marked
            && words[from + 1].starts_with("ال")
            && (gaz.demonym(words[from + 1]).is_some()
                || matches!(words[from + 1], "العربي" | "العربيه" | "الاسلامي" | "الاسلاميه"))
            && no_land(words[from], gaz)
        {
            continue;
        }
        // تحرير الكيلو 16, رحيل الاستعمار: what happens is no thing with a name
        if kind == OTHER && to - from > 1 && forms(words[from]).iter().any(|w| DEEDS.contains(*w)) {
            continue;
        }
        // عيد ميلاده, عيد ميلاد سعيد: anybody's birthday
        if kind == OTHER && to - from > 1 && forms(words[from])[1] == "عيد" && words[from + 1].starts_with("ميلاد")
        {
            continue;
        }
        // (باسم) غصن الزيتون
        while kind == OTHER && to - from > 1 && !marked && NAMING.has(words[from]) {
            from += 1;
        }
        if kind == PLACE && NO_PLACES.contains(words[from..to].join(" ").trim_start_matches(['و', 'ل', 'ب'])) {
            continue;
        }
        if kind == PLACE
            && to - from > 1
            && (HAPPENINGS.has(words[from])
                || !marked
                    && forms(words[from]).iter().any(|w| EVENTS.contains(*w))
                    && gaz.classes(&words[from..to].join(" ")) == 0)
        {
            kind = OTHER;
        }
        // منطقة + جبلية, مجمع + سكني
        if kind == PLACE
            && to - from == 1
            && from > 0
            && !words[from].starts_with("ال")
            && !marked
            && (gaz.classes(&format!("ال{}", words[from])) == 0 || of_some_land(words[from], gaz))
            && common_place(words[from - 1], words[from], lexicon, gaz)
        {
            continue;
        }
        // الحكومة الجديدة, المنتخب المنافس
        if kind == ORGANISATION
            && to - from == 2
            && PASSING.contains(words[to - 1])
            && bare_head(&words[from..from + 1], gaz)
        {
            continue;
        }
        // جامعة تركية: some one of the country
        if kind == ORGANISATION
            && to - from == 2
            && !marked
            && !words[to - 1].starts_with("ال")
            && gaz.demonym(words[to - 1]).is_some()
            && gaz.country(words[to - 1]).is_none()
            && forms(words[from]).iter().any(|w| gaz.head(w).is_some_and(|h| !h.adjective))
            && gaz.classes(&words[from..to].join(" ")) == 0
        {
            continue;
        }
        // البحرين الأحمر والمتوسط; 20 جيجا هرتز; كأس of a name that is not told
        if kind == PLACE && two_places(&words[from..to], words.get(to))
            || to - from == 1 && from > 0 && OF_UNITS.has(words[from - 1])
            || kind == OTHER
                && to - from == 1
                && !marked
                && forms(words[from]).contains(&"كاس")
                && todo.last().is_none_or(|n| n.0 > to)
        {
            continue;
        }
        // بي. إن. + سبورتس: letters with their points before the name that they open
        if kind == ORGANISATION && !marked {
            let dotted = |w: &str| w.strip_suffix('.').is_some_and(letter_name);
            let free = from - out.last().map_or(0, |o: &Span| o.1).min(from);
            let letters = (0..free.min(LETTERS_MOST)).take_while(|k| dotted(words[from - 1 - k])).count();
            if letters >= 2 {
                from -= letters;
            }
        }
        // ديربي مدريد
        if kind == ORGANISATION && to - from > 1 {
            let listed = gaz.classes(&words[from..to].join(" ")) & crate::lang::gaz::bits::ORGANISATION != 0;
            if !listed && forms(words[from]).iter().any(|w| EVENTS.contains(*w)) {
                kind = OTHER;
            }
        }
        // استاد الأمير + محمد بن فهد: a title that waits for the name behind it
        if kind != PERSON
            && ROYAL.has(words[to - 1])
            && let Some(&(next, end, PERSON)) = todo.last()
            && next == to
        {
            todo.pop();
            to = end;
        }
        if kind == PLACE && to - from == 2 && common_place(words[from], words[from + 1], lexicon, gaz)
            || kind == ORGANISATION && to - from == 2 && common_body(words[from], words[from + 1], lexicon, gaz)
        {
            continue;
        }
        if matches!(kind, PERSON | ORGANISATION | PLACE) && quoted_kind(words, from, to) {
            kind = OTHER;
        }
        out.push((from, to, kind));
    }
    out
}

/// Letters with their points before a name, at most.
const LETTERS_MOST: usize = 4;
/// Adjectives that say what a house, called after somebody, is for.
static OF_HOUSES: Words = Words::new(&words::NAMES, "what a house is for");
/// Heads of institutions that a field completes, definite as it is.
static OF_FIELDS: Words = Words::new(&words::NAMES, "head with a field");
/// Words of a name in marks behind its head, at most.
const MARKED_MOST: usize = 6;
/// Words before a thing's name that say that it is one.
static NAMING: Words = Words::new(&words::NAMES, "naming word");
/// Fields of institutions, in the normal form.
static FIELDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("generic_fields.tsv", include_str!("../../lang/ar/generic_fields.tsv"), "word"));
/// Nouns of deeds and happenings.
static DEEDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("deed_nouns.tsv", include_str!("../../lang/ar/deed_nouns.tsv"), "word"));
/// Nouns with the article that lands are called by (الأراضي السورية).
static LANDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| folded("land_nouns.tsv", include_str!("../../lang/ar/land_nouns.tsv"), "word"));

/// A common noun with the article before an adjective of countries that makes no place.
fn no_land(word: &str, gaz: &Gazetteer) -> bool {
    let bare = word.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|w| w.starts_with("ال")).unwrap_or(word);
    bare.starts_with("ال")
        && !LANDS.contains(bare)
        && gaz.classes(bare) == 0
        && gaz.classes(&bare["ال".len()..]) == 0
        && gaz.world_place(bare).is_none()
        && super::news().word_stats(bare).is_some_and(|s| s[usize::from(PLACE)] <= SELDOM)
}

/// Words that any place may be told by.
static ANY_PLACE: Words = Words::new(&words::NAMES, "of any place");

/// Words that any place may be told by: ريف, شمال, المحافظة, الشرقي.
fn of_any_place(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ل', 'ب']).unwrap_or(word);
    [word, bare].iter().any(|w| ANY_PLACE.has(w))
}

/// Is this word by itself no name, with or without the article and a joined letter?
fn no_name(word: &str) -> bool {
    let bare = |w: &str| NO_NAMES.contains(w) || w.strip_prefix("ال").is_some_and(|w| NO_NAMES.contains(w));
    bare(word)
        || word.strip_prefix(['و', 'ل', 'ب', 'ف', 'ك']).is_some_and(bare)
        || word.strip_prefix("لل").is_some_and(|w| NO_NAMES.contains(w))
}

/// 1975-1990: years or other numbers and nothing else.
fn of_numbers(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | '.' | '(' | ')'))
}

/// A common word with the article that nobody is called.
pub(crate) fn describes(word: &str, lexicon: &Lexicon, gaz: &Gazetteer) -> bool {
    let bare = word.strip_prefix('و').filter(|w| w.starts_with("ال")).unwrap_or(word);
    bare.starts_with("ال")
        && bare.chars().count() >= 5
        && gaz.part(bare).is_none_or(|p| p.given + p.family == 0)
        && gaz.part(&bare["ال".len()..]).is_none_or(|p| p.given + p.family < 3)
        && lexicon.get(bare).is_some_and(|e| e.count >= ADJECTIVE_LEAST)
        && seldom(bare)
}

/// Does the corpus hardly ever have this word in a name?
pub(crate) fn seldom(word: &str) -> bool {
    super::news().word_stats(word).is_some_and(|s| s[..4].iter().all(|c| *c <= SELDOM))
}

/// A word, and the same without a letter joined to it (itself where none is).
fn forms(word: &str) -> [&str; 2] {
    [word, word.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(word)]
}

/// Places that the article has named before.
static SOME_PLACE: Words = Words::new(&words::NAMES, "some place");

/// ميناء استراتيجي: a head of places and an adjective, both without the article.
fn common_place(head: &str, word: &str, lexicon: &Lexicon, gaz: &Gazetteer) -> bool {
    let head = forms(head).iter().any(|h| PLACE_HEADS.has(h));
    let count = |w: &str| lexicon.get(w).map_or(0, |e| e.count);
    head && !word.starts_with("ال")
        && (word.ends_with('ي') || word.ends_with('ه') || seldom(word))
        && gaz.classes(word) == 0
        && gaz.part(word).is_none_or(|p| p.family == 0)
        && count(&format!("ال{word}")) >= if seldom(word) { RARER_ADJECTIVE } else { ADJECTIVE_LEAST }
        && gaz.demonym(word).is_none()
        || head && SOME_PLACE.has(word)
        || head && gaz.demonym(&format!("ال{word}")).is_some() && gaz.classes(word) == 0
        // منطقة صحراوية, بلدة تركية
        || head && of_some_land(word, gaz)
}

/// An adjective of a country without the article that is no country's name.
fn of_some_land(word: &str, gaz: &Gazetteer) -> bool {
    !word.starts_with("ال")
        && gaz.demonym(word).is_some()
        && gaz.country(word).is_none()
        && gaz.capital(word).is_none()
        && gaz.classes(word) & !crate::lang::gaz::bits::DEMONYM == 0
}

/// البحرين + الأحمر (والمتوسط): two places of one kind, named at once.
fn two_places(words: &[&str], next: Option<&&str>) -> bool {
    let [head, adjective] = words else { return false };
    let one = head.strip_prefix("ال").and_then(|w| w.strip_suffix("ين").or_else(|| w.strip_suffix("ان")));
    one.is_some_and(|w| DOUBLED.has(w))
        && adjective.starts_with("ال")
        && next.is_some_and(|n| n.starts_with("وال") || *n == "و")
}

/// Nouns of seas and the like, of which a dual names two.
static DOUBLED: Words = Words::new(&words::NAMES, "place named by twos");

/// Beginnings of units: جيجا + هرتز.
static OF_UNITS: Words = Words::new(&words::NAMES, "beginning of a unit");

/// Words for somebody's own country.
static HOME: Words = Words::new(&words::NAMES, "home country");

/// مجلس مشترك: a head of institutions and an adjective, both without the article.
fn common_body(head: &str, word: &str, lexicon: &Lexicon, gaz: &Gazetteer) -> bool {
    let bare = head.strip_prefix(['و', 'ل', 'ب', 'ف']).filter(|h| gaz.head(h).is_some()).unwrap_or(head);
    let count = |w: &str| lexicon.get(w).map_or(0, |e| e.count);
    gaz.head(bare).is_some_and(|h| !h.adjective)
        && !word.starts_with("ال")
        && gaz.classes(&format!("{bare} {word}")) == 0
        && gaz.classes(word) == 0
        && gaz.head(word).is_none()
        && gaz.part(word).is_none_or(|p| p.family == 0 && p.given == 0)
        && gaz.demonym(word).is_none()
        && count(&format!("ال{word}")) >= ADJECTIVE_LEAST
        && count(&format!("ال{word}")) >= count(word) / 2
        // منتخب البلاد, حكومة بلاده
        || gaz.head(bare).is_some() && HOME.has(word)
        // أول رئيس منتخب ديمقراطيا: how somebody is chosen
        || bare == "منتخب"
            && gaz.country(word).is_none()
            && gaz.classes(word) == 0
            && word.strip_suffix('ا').is_some_and(|w| {
                w.ends_with('ي') && gaz.demonym(w).is_none() && count(&format!("ال{w}")) >= ADJECTIVE_LEAST
            })
}

/// Does a head of institutions, with or without a joined particle, wait for a name?
fn heads_name(word: &str, gaz: &Gazetteer) -> bool {
    forms(word).iter().any(|w| gaz.head(w).is_some())
}

/// Is this word before a person's name what is said of the person?
pub(super) fn opener(word: &str, gaz: &Gazetteer) -> bool {
    OPENERS.contains(word)
        || word.strip_prefix(['و', 'ل', 'ب', 'ف']).is_some_and(|w| w.chars().count() >= 4 && OPENERS.contains(w))
        || word.starts_with("ال") && gaz.demonym(word).is_some()
}

/// Only a head word of institutions, with or without the article.
fn bare_head(words: &[&str], gaz: &Gazetteer) -> bool {
    words.len() == 1 && gaz.head(forms(words[0])[1]).is_some()
}

/// Only a head word without the article and marks: no name.
fn indefinite_head(words: &[&str], kind: u8, gaz: &Gazetteer) -> bool {
    let mut real = words.iter().filter(|w| w.chars().any(char::is_alphanumeric));
    let (Some(word), None) = (real.next(), real.next()) else { return false };
    if word.starts_with("ال") {
        return false;
    }
    forms(word).into_iter().any(|w| {
        let head = if kind == PLACE { PLACE_HEADS.has(w) } else { gaz.head(w).is_some_and(|h| !h.adjective) };
        head && gaz.classes(w) & !crate::lang::gaz::bits::HEAD == 0
    })
}

/// A finite verb of saying or telling, with the object pronoun it may carry.
fn verb(word: &str) -> bool {
    use crate::mentions::quotes::cues::{FormKind, Words};
    let words = Words::get();
    words
        .entries
        .get(word)
        .and_then(|e| words.forms.get((e.form as usize).wrapping_sub(1)))
        .is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
}

/// Does a noun of kind stand before the mark that opens the name?
fn quoted_kind(words: &[&str], from: usize, to: usize) -> bool {
    if from < 2 || !matches!(words[from - 1], "\"" | "«" | "“" | "(" | "'" | "‘") {
        return false;
    }
    // the name fills the marks
    if !words.get(to).is_none_or(|w| matches!(*w, "\"" | "»" | "”" | ")" | "'" | "’"))
        && !matches!(words[to - 1], "\"" | "»" | "”" | ")")
    {
        return false;
    }
    let noun = words[from - 2];
    forms(noun).iter().any(|n| KINDS.contains(*n))
        || noun.strip_prefix("لل").is_some_and(|n| KINDS.contains(&format!("ال{n}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str, found: Vec<Span>) -> Vec<(String, u8)> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        spans(found, &words, super::super::news().lexicon(), Gazetteer::get())
            .into_iter()
            .map(|(a, b, k)| (words[a..b].join(" "), k))
            .collect()
    }

    #[test]
    fn a_marked_name_goes_with_the_head_of_its_place() {
        assert_eq!(mended("في فندق \" ذا لوكال \" أمس", vec![(1, 3, 1)])[0].0, "فندق \" ذا لوكال");
        assert_eq!(mended("المنتخب \" لن يضغط \"", vec![(0, 2, 2)])[0].0, "المنتخب");
        assert_eq!(mended("على المريخ \" قد تحمل \"", vec![(1, 3, 1)])[0].0, "المريخ");
    }

    #[test]
    fn common_nouns_with_an_adjective_and_deeds_are_no_names() {
        assert!(mended("التراث العربي", vec![(0, 2, 1)]).is_empty());
        assert_eq!(mended("الأراضي السورية", vec![(0, 2, 1)]).len(), 1);
        assert!(mended("ريف المحافظة الشرقي", vec![(0, 3, 1)]).is_empty());
        assert!(mended("رحيل الاستعمار الإسباني", vec![(0, 3, 3)]).is_empty());
        assert!(mended("عيد ميلاده", vec![(0, 2, 3)]).is_empty());
        assert_eq!(mended("عيد الميلاد", vec![(0, 2, 3)]).len(), 1);
    }

    #[test]
    fn a_field_takes_its_head() {
        assert_eq!(mended("إدارة الطيران الفيدرالية", vec![(1, 3, 2)])[0].0, "اداره الطيران الفيدراليه");
    }

    #[test]
    fn two_institutions_are_two() {
        let two = mended("القوات التركية والفصائل السورية", vec![(0, 4, 2)]);
        assert_eq!(two, [("القوات التركيه".to_string(), 2), ("والفصايل السوريه".to_string(), 2)]);
        assert_eq!(mended("وزارة التربية والتعليم", vec![(0, 3, 2)]).len(), 1);
        assert_eq!(mended("هيئة الإذاعة والتلفزيون", vec![(0, 3, 2)]).len(), 1);
    }

    #[test]
    fn letters_written_out_go_on_to_their_end() {
        assert_eq!(mended("شبكة سي إن إن لمصدر", vec![(1, 3, 2)])[0].0, "سي ان ان");
        assert_eq!(mended("قال لقناة سي بي إن الحرب", vec![(2, 4, 2)])[0].0, "سي بي");
    }

    #[test]
    fn an_office_is_no_institution() {
        assert_eq!(mended("المديرة العامة لصندوق النقد الدولي", vec![(0, 5, 2)])[0].0, "لصندوق النقد الدولي");
        assert!(mended("وزيرة الدفاع الفرنسية", vec![(0, 3, 2)]).is_empty());
    }

    #[test]
    fn a_noun_of_kind_before_the_marks_decides() {
        assert_eq!(mended("في فيلم \" سوبرمان \"", vec![(3, 4, 2)])[0].1, 3);
        assert_eq!(mended("قال \" سوبرمان \"", vec![(2, 3, 2)])[0].1, 2);
    }

    #[test]
    fn a_name_ends_before_words_of_the_sentence() {
        assert_eq!(mended("النادي الأخضر أمام القادسية", vec![(0, 4, 2)])[0].0, "النادي الاخضر");
        assert_eq!(mended("سليم عازار الملقب بالأسد", vec![(0, 4, 0)])[0].0, "سليم عازار");
        assert!(mended("المحكمة المكلفة بالملف", vec![(0, 3, 2)]).is_empty());
        // a song's title in marks goes on
        assert_eq!(mended("أغنية \" كيف ننسى بعد \"", vec![(2, 5, 3)])[0].0, "كيف ننسي بعد");
    }

    #[test]
    fn kin_and_followers_are_no_part_of_a_name() {
        assert_eq!(mended("والد سلمى بركات", vec![(0, 3, 0)])[0].0, "سلمي بركات");
        assert_eq!(mended("خطيبة عازار", vec![(0, 2, 0)])[0].0, "عازار");
        assert_eq!(mended("الكوري الجنوبي مون سيك", vec![(0, 4, 0)])[0].0, "مون سيك");
    }

    #[test]
    fn a_list_without_commas_is_several_persons() {
        let found = mended("أكرم حداد هنري خوري مروان طعمة", vec![(0, 6, 0)]);
        assert_eq!(found.len(), 3);
        assert_eq!(mended("إبراهيم سليمان عدنان آدم بن هارون", vec![(0, 6, 0)]).len(), 1);
    }

    #[test]
    fn set_phrases_are_no_persons() {
        assert!(mended("حسن الحظ", vec![(0, 2, 0)]).is_empty());
        assert!(mended("رياض الأطفال", vec![(0, 2, 0)]).is_empty());
        assert_eq!(mended("حسن الطويل", vec![(0, 2, 0)]).len(), 1);
    }

    #[test]
    fn conflicts_and_weapons_are_no_institutions() {
        assert!(mended("الصراع السوري", vec![(0, 2, 2)]).is_empty());
        assert!(mended("سجون الحوثي", vec![(0, 2, 2)]).is_empty());
        assert_eq!(mended("صحيفة الدستور المصرية", vec![(1, 3, 2)]).len(), 1);
        assert!(mended("الحكومة الجديدة", vec![(0, 2, 2)]).is_empty());
        assert!(mended("منتخب بلاده", vec![(0, 2, 2)]).is_empty());
        assert!(mended("هيئة المحلفين", vec![(0, 2, 2)]).is_empty());
        assert!(mended("حركة الملاحة البحرية", vec![(0, 3, 2)]).is_empty());
        assert_eq!(mended("الكبير للأمن المصري", vec![(0, 3, 2)])[0].0, "للامن المصري");
        assert_eq!(mended("الحكومة السورية", vec![(0, 2, 2)]).len(), 1);
    }

    #[test]
    fn a_derby_is_an_event() {
        assert_eq!(mended("ديربي طنجة", vec![(0, 2, 2)])[0].1, 3);
        assert_eq!(mended("مجزرة بوركان", vec![(0, 2, 1)])[0].1, 3);
        assert!(mended("النشيد الوطني", vec![(0, 2, 1)]).is_empty());
        assert_eq!(mended("هدف كالياري", vec![(0, 2, 2)])[0].0, "كالياري");
    }

    #[test]
    fn what_is_called_after_a_king_begins_with_what_it_is() {
        assert_eq!(mended("بمدينة الملك سعود الطبية", vec![(1, 4, 1)])[0].0, "بمدينه الملك سعود الطبيه");
    }

    #[test]
    fn behind_the_adjective_of_a_country_a_name_is_whole() {
        let two = mended("البرلمان العراقي مفوضية الانتخابات", vec![(0, 4, 2)]);
        assert_eq!(two.iter().map(|x| x.0.as_str()).collect::<Vec<_>>(), ["البرلمان العراقي", "مفوضيه الانتخابات"]);
    }

    #[test]
    fn words_that_wait_take_the_next_one() {
        assert_eq!(mended("في كفر تخاريم أمس", vec![(1, 2, 1)])[0].0, "كفر تخاريم");
        assert_eq!(mended("جنوب بني وليد هذا", vec![(2, 3, 0)]), [("بني وليد".to_string(), 1)]);
        assert_eq!(mended("إلى تل في الشمال", vec![(1, 2, 1)])[0].0, "تل");
    }

    #[test]
    fn common_words_and_years_are_no_names() {
        assert!(mended("قال الهاكرز", vec![(1, 2, 2)]).is_empty());
        assert!(mended("للعاج", vec![(0, 1, 1)]).is_empty());
        assert!(mended("خلال 1975-1990", vec![(1, 2, 3)]).is_empty());
        assert!(mended("أشرف على العملية", vec![(0, 1, 0)]).is_empty());
        assert!(mended("في جامعة تركية", vec![(1, 3, 2)]).is_empty());
        assert_eq!(mended("في الجامعة التركية", vec![(1, 3, 2)]).len(), 1);
    }

    #[test]
    fn what_describes_is_no_part_of_a_name() {
        assert_eq!(mended("مضيق هرمز الاستراتيجي", vec![(0, 3, 1)])[0].0, "مضيق هرمز");
        assert_eq!(mended("المحلل جو روجان", vec![(0, 3, 0)])[0].0, "جو روجان");
        assert_eq!(mended("الحسن بن طلال", vec![(0, 3, 0)])[0].0, "الحسن بن طلال");
        assert_eq!(mended("مون جاي الأربعاء", vec![(0, 3, 0)])[0].0, "مون جاي");
    }

    #[test]
    fn a_common_noun_with_an_adjective_is_no_place() {
        assert!(mended("ميناء استراتيجي", vec![(0, 2, 1)]).is_empty());
        assert_eq!(mended("ميناء بيروت", vec![(0, 2, 1)]).len(), 1);
    }

    #[test]
    fn races_are_events_and_adjectives_of_places_no_names() {
        assert_eq!(mended("ماراثون كلارم الدولي", vec![(0, 3, 1)])[0].1, OTHER);
        assert!(mended("في منطقة جبلية", vec![(2, 3, 1)]).is_empty());
        assert_eq!(mended("في مدينة كلارم", vec![(2, 3, 1)]).len(), 1);
        assert!(mended("المفوضة الأوروبية للتجارة", vec![(0, 3, 2)]).is_empty());
        assert!(mended("في أعماق البحر", vec![(1, 3, 2)]).is_empty());
    }

    #[test]
    fn told_to_me_the_direction_of_a_countryside_and_kinds_of_missiles() {
        assert!(mended("قال لي بأن", vec![(1, 2, 0)]).is_empty());
        assert_eq!(mended("في ريف كلارم الشرقي", vec![(2, 4, 1)])[0].0, "ريف كلارم الشرقي");
        assert!(mended("صواريخ جو - جو", vec![(1, 4, 3)]).is_empty());
        assert!(mended("يعد الحصان الأسود للبطولة", vec![(1, 3, 3)]).is_empty());
        assert_eq!(mended("في مياه كلارم", vec![(1, 3, 1)])[0].0, "كلارم");
    }

    #[test]
    fn vitamins_are_no_bodies_and_letters_with_points_go_together() {
        assert!(mended("فيتامين \" د \" في الدم", vec![(2, 3, 2)]).is_empty());
        assert_eq!(mended("هيئة زد. دي. إف أن", vec![(2, 3, 2)])[0].0, "زد. دي. اف");
        assert!(mended("أمر هام للاستقرار", vec![(1, 2, 2)]).is_empty());
    }

    #[test]
    fn two_seas_a_unit_and_an_adjective_of_a_land_are_no_names() {
        assert!(mended("سفن في البحرين الأحمر والمتوسط", vec![(2, 4, PLACE)]).is_empty());
        assert_eq!(mended("سفن في البحر الأحمر والمتوسط", vec![(2, 4, PLACE)]).len(), 1);
        assert!(mended("بتردد 20 جيجا هرتز", vec![(3, 4, PERSON)]).is_empty());
        assert!(mended("سقط في منطقة صحراوية", vec![(3, 4, PLACE)]).is_empty());
        assert!(mended("أول رئيس منتخب ديمقراطيا", vec![(2, 4, ORGANISATION)]).is_empty());
        assert_eq!(mended("فاز منتخب كرواتيا أمس", vec![(1, 3, ORGANISATION)]).len(), 1);
    }

    #[test]
    fn letters_with_their_points_open_a_name() {
        let out = mended("قالت قناة بي. إن. سبورتس أمس", vec![(4, 5, ORGANISATION)]);
        assert_eq!(out[0].0, "بي. ان. سبورتس");
    }
}
