//! Titles and offices beside names, and who holds an office where and when.
//!
//! - takes: a document and a person's mention; a run's readings with resolved entities
//! - gives: the role words beside a name ([`role_beside`]), the offices that they mean ([`offices`]), offices with
//!   two holders ([`holder_conflicts`])
//! - runs: roles per mention, conflicts once
//! - cost: a window of [`WINDOW`] words a mention; conflicts linear in the mentions
//! - data: lang/ar/gaz/{titles,offices,leaders}.tsv

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::gaz::{Gazetteer, Title, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::mentions::entities::roles::RULE;
use crate::model::{Entity, EntityKind, EntityMention, Reading, Span, TokenKind};
use crate::resolve::names::compare::{PersonName, compare};
use crate::resolve::names::orgs;
use crate::text::Document;
use crate::text::clitics::strip_conjunction;

/// Words on each side of a name in which its role is looked for.
const WINDOW: usize = 11;

const OFFICES: &str = include_str!("../lang/ar/gaz/offices.tsv");

/// What makes an office one office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Qualifier {
    /// That of a country named beside it.
    Country,
    /// That of this country always.
    Of(&'static str),
    /// One in the world.
    World,
    /// Of one country in another.
    Pair,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    office: &'static str,
    qualifier: Qualifier,
    single: bool,
}

/// Office phrases by key, and the words of the longest phrase by first word.
struct Phrases {
    by_key: FxHashMap<String, Entry>,
    longest: FxHashMap<String, usize>,
}

fn phrases() -> &'static Phrases {
    static LIST: OnceLock<Phrases> = OnceLock::new();
    LIST.get_or_init(|| {
        let l = Lexicon::parse("offices.tsv", OFFICES);
        let [phrase, office, qualifier, single] = ["phrase", "office", "qualifier", "single"].map(|c| l.column(c));
        let mut by_key = FxHashMap::default();
        let mut longest: FxHashMap<String, usize> = FxHashMap::default();
        for row in &l.rows {
            let k = key(row.get(phrase));
            let qualifier = match row.get(qualifier) {
                "country" => Qualifier::Country,
                "none" => Qualifier::World,
                "pair" => Qualifier::Pair,
                other => Qualifier::Of(other.trim_start_matches('=')),
            };
            let words = k.split(' ').count();
            let first = k.split(' ').next().unwrap_or("").to_string();
            let most = longest.entry(first).or_insert(0);
            *most = (*most).max(words);
            by_key.insert(k, Entry { office: row.get(office), qualifier, single: row.get(single) == "yes" });
        }
        Phrases { by_key, longest }
    })
}

/// An office as a role names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Name of the office (offices.tsv), or `head:` and the normal form of its words for one that is not listed.
    pub office: String,
    /// Country code, or empty for an office that is one in the world.
    pub country: String,
    /// False for a former, late, coming or acting holder.
    pub current: bool,
    /// True when one person at a time holds it.
    pub single: bool,
}

/// Words that say that the office is no longer, or not yet, held.
static NOT_NOW: Words = Words::new(&words::NAMES, "not in office");

/// Words that hold an office up for somebody else: deputy of, adviser of, wife of.
static BESIDE: Words = Words::new(&words::NAMES, "beside an office");

/// Words that end a role: what stands behind them belongs to something else.
static STOPS: Words = Words::new(&words::NAMES, "end of a role");

fn is_comma(w: &str) -> bool {
    matches!(w, "،" | "," | "؛")
}

fn is_quote(w: &str) -> bool {
    matches!(w, "\"" | "«" | "»" | "“" | "”" | "'" | "(" | ")")
}

/// The title that begins at token `i`, after a joined conjunction or preposition; with the bytes to skip.
fn title_at(doc: &Document, i: usize) -> Option<(Title, usize)> {
    let g = Gazetteer::get();
    let w = doc.fold_of(i);
    // تحت حكم مادورو: rule, no referee
    if w == "حكم" && i > 0 && RULE.has(doc.fold_of(i - 1)) {
        return None;
    }
    // a part of a hashtag
    if i > 0 && doc.fold_of(i - 1) == "_" {
        return None;
    }
    if let Some(t) = g.title(w) {
        return Some((t, 0));
    }
    if matches!(w, "ومن" | "ولا") {
        return None;
    }
    for cut in crate::text::clitics::splits(w, 3).skip(1) {
        if let Some(t) = g.title(&w[cut..]) {
            return Some((t, cut));
        }
        // للرئيس: the article lost its alef
        if let Some(rest) = w[cut..].strip_prefix('ل')
            && cut > 0
            && w[..cut].ends_with('ل')
            && let Some(t) = g.title(&format!("ال{rest}"))
        {
            // the role begins behind both letters
            return Some((t, cut + 'ل'.len_utf8()));
        }
    }
    None
}

fn is_office(t: Title) -> bool {
    matches!(t.class, "office" | "royal" | "rank") && !t.plural
}

/// The role words beside a person's name: before it (`وزير الخارجية المصري` …), else behind it (…`، القائد العام للجيش
/// الليبي`). `busy` holds the spans of the document's persons, by start: a role never reaches over another name.
pub fn role_beside(doc: &Document, name: Span, busy: &[Span]) -> Option<Span> {
    if doc.tokens.is_empty() || doc.sentences.is_empty() {
        return None;
    }
    let first = doc.token_at(name.start);
    let last = doc.token_at(name.end.saturating_sub(1));
    let sentence = doc.sentence_tokens(doc.sentence_at(name.start));
    if !sentence.contains(&first) {
        return None;
    }
    let left = role_before(doc, first, sentence.start, busy);
    let strong = |s: Span| {
        let i = doc.token_at(s.start);
        title_at(doc, i).is_some_and(|(t, _)| t.class == "office" || t.class == "royal")
    };
    match left {
        Some(s) if strong(s) => Some(s),
        _ => role_behind(doc, last, sentence.end, busy).or(left),
    }
}

fn in_other_name(span: Span, busy: &[Span]) -> bool {
    let at = busy.partition_point(|b| b.end <= span.start);
    busy.get(at).is_some_and(|b| b.overlaps(span))
}

fn role_before(doc: &Document, name: usize, from: usize, busy: &[Span]) -> Option<Span> {
    let mut start: Option<(usize, usize)> = None; // token, bytes to skip
    let mut end = name;
    let mut i = name;
    let mut commas = 0;
    let mut only_titles = true;
    while i > from && name - i < WINDOW {
        i -= 1;
        let w = doc.fold_of(i);
        if is_comma(w) {
            // «…، السفير محمد» and «رئيس …، حسن رشاد», once, with titles only behind it
            commas += 1;
            if commas > 1 || !only_titles {
                break;
            }
            if start.is_none() {
                end = i;
            }
            continue;
        }
        if is_quote(w) && i + 1 == name {
            end = i;
            continue;
        }
        if doc.tokens[i].kind != TokenKind::Arabic
            || STOPS.has(w)
            || in_other_name(doc.tokens[i].span, busy)
            || (matches!(w, "في" | "الي") && start.is_none() && commas > 0)
        {
            break;
        }
        match title_at(doc, i) {
            Some((t, cut)) if !t.plural => {
                // a conjunction joins another person: «… ووزير الخارجية محمد»
                start = Some((i, cut));
                if cut > 0 && w.starts_with(['و', 'ف']) {
                    break;
                }
            }
            Some(_) => break,
            None => {
                only_titles = false;
            }
        }
    }
    let (at, cut) = start?;
    // after a comma only an office may stand («قال الخبير، محمد» is no role chain, but costs nothing)
    let span = Span {
        start: if cut > 0 { doc.source_in_token(at, cut) } else { doc.tokens[at].span.start },
        end: doc.tokens[end - 1].span.end,
    };
    (span.start < span.end).then_some(span)
}

fn role_behind(doc: &Document, name: usize, to: usize, busy: &[Span]) -> Option<Span> {
    let mut i = name + 1;
    let mut comma = false;
    while i < to && (is_comma(doc.fold_of(i)) || is_quote(doc.fold_of(i))) {
        comma |= is_comma(doc.fold_of(i));
        i += 1;
        if i > name + 3 {
            return None;
        }
    }
    if i >= to {
        return None;
    }
    let (t, cut) = title_at(doc, i)?;
    if cut > 0 || t.plural || !matches!(t.class, "office" | "royal" | "profession") {
        return None;
    }
    // without a comma only an indefinite head goes with the name before it («حفتر قائد قوات شرق ليبيا»)
    if !comma && (doc.fold_of(i).starts_with("ال") || !is_office(t)) {
        return None;
    }
    let start = i;
    while i < to && i - start < WINDOW {
        let w = doc.fold_of(i);
        // the role runs into another name: it is that one's («السيسي وحفتر رئيس المخابرات عباس كامل»)
        if in_other_name(doc.tokens[i].span, busy) {
            return None;
        }
        if doc.tokens[i].kind != TokenKind::Arabic
            || i > start && (STOPS.has(w) || matches!(w, "في" | "الي") && !phrase_goes_on(doc, start, i))
        {
            break;
        }
        i += 1;
    }
    (i > start).then(|| doc.span_of(start, i))
}

/// «المبعوث الأممي إلى ليبيا»: the preposition belongs to an envoy's or representative's office.
fn phrase_goes_on(doc: &Document, start: usize, i: usize) -> bool {
    doc.fold_of(i) == "الي"
        && (start..i).any(|t| {
            let w = doc.fold_of(t);
            w.contains("مبعوث") || w.contains("ممثل") || w.contains("موفد")
        })
}

/// The offices that a role names. Empty for professions, ranks, and for people beside an office (deputies, advisers,
/// kin). Linear in the words, times the longest phrase.
pub fn offices(role: &str) -> Vec<Office> {
    offices_about(role, None)
}

/// Offices that an article about a country names without it (`محافظ البنك المركزي`); heads of state, of government and
/// ministers of other countries stand in any article.
const OF_THE_ARTICLE: [&str; 2] = ["central_bank_governor", "government_spokesman"];

/// Words that do not narrow an office down.
static NARROWS_NOT: Words = Words::new(&words::NAMES, "word beside an office");

/// As [`offices`], where a country that is not said may be the one that the article is about.
fn offices_about(role: &str, about: Option<&str>) -> Vec<Office> {
    let g = Gazetteer::get();
    let list = phrases();
    let k = key(role);
    let words: Vec<&str> = k.split(' ').filter(|w| !w.is_empty()).collect();
    let mut out = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let most = list.longest.get(words[i]).copied().unwrap_or(0).min(words.len() - i);
        let hit = (1..=most).rev().find_map(|n| Some((n, *list.by_key.get(&words[i..i + n].join(" "))?)));
        let Some((n, entry)) = hit else {
            // نائب رئيس الوزراء is an office of its own when listed; what it stands beside is not his
            if BESIDE.has(words[i]) {
                break;
            }
            i += 1;
            continue;
        };
        let mut current = true;
        let mut country = match entry.qualifier {
            Qualifier::Of(code) => code.to_string(),
            _ => String::new(),
        };
        let mut vague = false;
        let hit_words = n;
        let mut j = i + n;
        while j < words.len() {
            if list.longest.contains_key(words[j]) && j > i + n && g.title(words[j]).is_some() {
                break;
            }
            if NOT_NOW.has(words[j]) {
                current = false;
                j += 1;
                continue;
            }
            let found = (1..=3.min(words.len() - j)).rev().find_map(|n| {
                let phrase = words[j..j + n].join(" ");
                let joined = ["ب", "ل"].iter().find_map(|p| phrase.strip_prefix(p)).filter(|r| r.chars().count() > 2);
                let lost = phrase.strip_prefix("لل").map(|r| format!("ال{r}"));
                let code = g
                    .demonym(&phrase)
                    .or_else(|| g.country(&phrase))
                    .or_else(|| joined.and_then(|r| g.country(r)))
                    .or_else(|| lost.and_then(|r| g.country(&r)))?;
                Some((n, code))
            });
            match found {
                Some((n, code)) if country.is_empty() => {
                    country = code.to_string();
                    j += n;
                }
                // رئيس حكومة الوفاق الوطني الفلسطيني
                Some((n, code)) => {
                    if matches!(entry.qualifier, Qualifier::Of(_)) && j == i + hit_words {
                        country = code.to_string();
                    }
                    j += n;
                }
                None => {
                    // more words that narrow it down («قائد الجيش الأمريكي في أوروبا»)
                    vague |= !NARROWS_NOT.has(words[j]) && g.title(words[j]).is_none();
                    j += 1;
                }
            }
        }
        if country.is_empty()
            && entry.qualifier == Qualifier::Country
            && OF_THE_ARTICLE.contains(&entry.office)
            && let Some(code) = about
        {
            country = code.to_string();
        }
        let known = match entry.qualifier {
            Qualifier::Country => !country.is_empty(),
            Qualifier::Of(_) => true,
            Qualifier::World => true,
            Qualifier::Pair => false,
        };
        if known {
            if entry.qualifier == Qualifier::World {
                country.clear();
            }
            out.push(Office { office: entry.office.to_string(), country, current, single: entry.single && !vague });
        }
        i = j.max(i + 1);
    }
    if out.is_empty() {
        out.extend(spokesman(&words, about).or_else(|| unlisted(&words)));
    }
    out
}

/// The spokesman, with the article.
static SPOKESMAN: Words = Words::new(&words::NAMES, "the spokesman");

/// Fields of ministries that have several spokesmen.
static MANY_SPOKESMEN: Words = Words::new(&words::NAMES, "ministry with several spokesmen");

/// The spokesman of a ministry (`المتحدث باسم وزارة النفط العراقية`): with the article, one man at a time.
fn spokesman(words: &[&str], about: Option<&str>) -> Option<Office> {
    if !words.first().is_some_and(|w| SPOKESMAN.has(w)) {
        return None;
    }
    let at = words.iter().position(|w| *w == "باسم").filter(|at| *at <= 2)?;
    let body = &words[at + 1..];
    if !matches!(body.first(), Some(&("وزاره" | "هييه" | "شركه"))) || body.iter().any(|w| NOT_NOW.has(w)) {
        return None;
    }
    // foreign ministries and defence ministries have several
    if body.iter().any(|w| MANY_SPOKESMEN.has(w)) {
        return None;
    }
    let normal = orgs::organisation(&body.join(" "));
    let country = if normal.contains('@') { String::new() } else { about?.to_string() };
    let normal = if country.is_empty() { normal } else { format!("{normal} @{country}") };
    (normal.split(' ').count() >= 3).then(|| Office {
        office: format!("spokesman:{normal}"),
        country: String::new(),
        current: true,
        single: true,
    })
}

/// Heads of offices that one person holds at a time.
static SINGLE_HEADS: Words = Words::new(&words::NAMES, "head that one person is");

/// An office that no list has: its head and the body that it heads (`رئيس بلدية طرابلس`).
fn unlisted(words: &[&str]) -> Option<Office> {
    let (head, rest) = words.split_first()?;
    if !SINGLE_HEADS.has(head) || rest.is_empty() {
        return None;
    }
    let current = !rest.iter().any(|w| NOT_NOW.has(w));
    let body: Vec<&str> = rest.iter().copied().filter(|w| !NOT_NOW.has(w)).collect();
    let normal = orgs::organisation(&body.join(" "));
    // رئيس بعثة المنظمة في ليبيا: some organisation named before
    static SOME: Words = Words::new(&words::NAMES, "some body named before");
    if body.iter().any(|w| SOME.has(w)) {
        return None;
    }
    let named = normal.contains('@') && normal.split(' ').count() >= 2
        || orgs::listed(EntityKind::Organisation).contains_key(&normal);
    if !named || body.iter().any(|w| STOPS.has(w) || BESIDE.has(w)) {
        return None;
    }
    let head = head.strip_suffix('ه').unwrap_or(head);
    Some(Office { office: format!("head:{head} {normal}"), country: String::new(), current, single: true })
}

/// Where an office's holder is named: document and mention (indices into the readings and their entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holding {
    /// Index into the readings.
    pub doc: u32,
    /// Index into `Mentions::entities`.
    pub mention: u32,
}

/// One office, two people named as its holder.
#[derive(Debug, Clone, PartialEq)]
pub struct HolderConflict {
    /// Office (see [`Office::office`]).
    pub office: String,
    /// Country code, or empty.
    pub country: String,
    /// One holder: entity, and where he is named so, by document.
    pub a: (u32, Vec<Holding>),
    /// The other.
    pub b: (u32, Vec<Holding>),
    /// What the lists know of the two: "Abbas Kamel 2018 to 2024; Hassan Rashad since 2024", or empty.
    pub known: String,
    /// Ranks conflicts, 0..=1: listed offices and holders named more than once are surer.
    pub confidence_0_1: f64,
}

/// Words for monarchs.
static MONARCHS: Words = Words::new(&words::NAMES, "monarch");

/// Offices of one holder that documents give to different people, as current. Linear in the mentions; conflicts are
/// sorted by office, country and entities. Each pair of people is one conflict however often they are named.
///
/// Documents with known dates far apart may both be right: the caller compares their days.
pub fn holder_conflicts(readings: &[Reading], entities: &[Entity]) -> Vec<HolderConflict> {
    type Key = (String, String);
    let mut holders: std::collections::BTreeMap<Key, std::collections::BTreeMap<u32, Vec<Holding>>> =
        Default::default();
    for (d, r) in readings.iter().enumerate() {
        let about = std::cell::OnceCell::new();
        let history = std::cell::OnceCell::new();
        for (i, m) in r.mentions.entities.iter().enumerate() {
            let (EntityKind::Person, Some(entity), Some(role)) = (m.kind, m.entity, m.role) else { continue };
            if former_beside(&r.doc, m) || !is_his(r, m, role) || long_ago(r, m) {
                continue;
            }
            if *history.get_or_init(|| is_history(r)) {
                break;
            }
            let about = about.get_or_init(|| crate::resolve::names::main_country(r));
            for mut office in offices_about(r.doc.slice(role), *about) {
                // Iran has a dozen
                let many = office.office == "vice_president" && office.country == "IR"
                    // of the agencies of one country each has a head
                    || office.office == "intelligence_chief" && office.country == "US";
                if office.office == "head_of_state"
                    && !MONARCHIES.contains(&office.country.as_str())
                    && key(r.doc.slice(role)).split(' ').any(|w| MONARCHS.has(w))
                {
                    continue;
                }
                // parties of one name stand in several countries
                if office.office.starts_with("head:") && !office.office.contains('@') {
                    office.country = about.unwrap_or_default().to_string();
                }
                if office.single && office.current && !many {
                    let at = Holding { doc: d as u32, mention: i as u32 };
                    holders.entry((office.office, office.country)).or_default().entry(entity).or_default().push(at);
                }
            }
        }
    }
    let mut out = Vec::new();
    for ((office, country), people) in holders {
        // more than a handful of holders is no office of one: the words were too general
        if people.len() < 2 || people.len() > 6 {
            continue;
        }
        let people: Vec<(u32, Vec<Holding>)> = people.into_iter().collect();
        for (x, a) in people.iter().enumerate() {
            for b in &people[x + 1..] {
                let (Some(p), Some(q)) = (entities.get(a.0 as usize), entities.get(b.0 as usize)) else { continue };
                let one_name = |e: &Entity| PersonName::parse(&e.name);
                // two entities whose names could be one person's are no evidence
                if compare(&one_name(p), &one_name(q)).is_some() || one_misspelt(&one_name(p), &one_name(q)) {
                    continue;
                }
                // حمل العاهل الأردني الضيف الكويتي تحياته: a guest, no name
                let guest = |e: &Entity| key(&e.name).split(' ').any(|w| Gazetteer::get().demonym(w).is_some());
                if guest(p) || guest(q) {
                    continue;
                }
                // a holder of former years, named so in an account of them
                let live = |e: &Entity, list: &[Holding]| {
                    tenure_end(&office, &country, e).is_none_or(|to| {
                        list.iter().any(|h| {
                            let day = readings[h.doc as usize].doc.article.published_date();
                            day.is_none_or(|d| i32::from(d.year()) <= i32::from(to))
                        })
                    })
                };
                if !live(p, &a.1) || !live(q, &b.1) {
                    continue;
                }
                if succession(readings, &a.1, &b.1) || one_name(p).parts.len().min(one_name(q).parts.len()) < 2 {
                    continue;
                }
                let listed = !office.starts_with("head:");
                let often = a.1.len().min(b.1.len());
                let confidence = if listed { 0.75 } else { 0.5 } + if often >= 2 { 0.1 } else { 0.0 };
                out.push(HolderConflict {
                    office: office.clone(),
                    country: country.clone(),
                    a: a.clone(),
                    b: b.clone(),
                    known: tenures(&office, &country, p, q),
                    confidence_0_1: confidence,
                });
            }
        }
    }
    out
}

/// Words of kinship and address that lead from an office to somebody else.
static KIN: Words = Words::new(&words::NAMES, "kin or counterpart");
/// Words that say that an office is changing hands.
static CHANGING: Words = Words::new(&words::NAMES, "change of office");
/// Countries with a king, a queen or a sultan: elsewhere the word is a nickname or history.
const MONARCHIES: [&str; 22] = [
    "SA", "JO", "MA", "BH", "KW", "QA", "AE", "OM", "ES", "GB", "SE", "NO", "DK", "NL", "BE", "TH", "MY", "JP", "BN",
    "KH", "MC", "SZ",
];

/// Does the role belong to this person, now? Not when a deputy's or adviser's word stands before it, when the name is
/// joined to it by a conjunction (`الرئيس اليمني وعبدالله بن زايد`), when another person or office stands between
/// (`مايك بنس، نائب الرئيس الأمريكي، دونالد ترامب`; `كلف الرئيس الإيطالي المدير السابق لـ…`), or when the office is
/// changing hands.
fn is_his(r: &Reading, m: &EntityMention, role: Span) -> bool {
    let doc = &r.doc;
    let sentence = doc.sentence_tokens(m.sentence as usize);
    let (first, last) = (doc.token_at(role.start), doc.token_at(role.end.saturating_sub(1)));
    let name = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)));
    let mark = |t: usize| doc.tokens[t].kind == TokenKind::Punct;
    let before = (sentence.start..first).rev().find(|t| !mark(*t));
    let after = (last + 1..sentence.end).find(|t| !mark(*t));
    let other = |t: Option<usize>| {
        t.is_some_and(|t| {
            let span = doc.tokens[t].span;
            let all = r.mentions.entities.iter();
            all.filter(|e| e.kind == EntityKind::Person && !e.span.overlaps(m.span)).any(|e| e.span.overlaps(span))
        })
    };
    let words = |from: usize, to: usize| (from..to).map(|t| strip_conjunction(doc.fold_of(t)));
    if words(first, last + 1).any(|w| KIN.has(w))
        || words(sentence.start.max(first.saturating_sub(2)), sentence.end.min(last.max(name.1) + 4))
            .any(|w| CHANGING.has(w))
        || words(first, last + 1).collect::<Vec<_>>().windows(2).any(|w| w[0] == "باسم" && w[1] == "الرييس")
    {
        return false;
    }
    if role.start >= m.span.end {
        // behind the name: it ends at a mark or goes on with the sentence, and no role stands before the name already
        if name.0 == name.1 {
            return false;
        }
        let ends = last + 1 >= sentence.end || mark(last + 1) || STOPS.has(doc.fold_of(last + 1));
        let comma = mark(name.1 + 1);
        let definite = doc.fold_of(first).starts_with("ال");
        let led = (sentence.start..name.0)
            .rev()
            .find(|t| !mark(*t))
            .is_some_and(|t| title_at(doc, t).is_some() || Gazetteer::get().demonym(doc.fold_of(t)).is_some());
        return ends && (comma || !definite) && !led && !other(after);
    }
    // joined to its first word, somebody else's word stands before it: النائب الأول لوزير …
    let joined = doc.tokens[first].span.start < role.start && doc.fold_of(first).starts_with(['ل', 'ب'])
        || doc.tokens[name.0].span.start < m.span.start
        || matches!(doc.fold_of(name.0 - 1), "الي" | "ل");
    let beside = before.is_some_and(|t| {
        let word = strip_conjunction(doc.fold_of(t));
        let word = word.strip_prefix(['ل', 'ب']).filter(|w| BESIDE.has(w)).unwrap_or(word);
        BESIDE.has(word) || word.strip_prefix("ال").is_some_and(|w| BESIDE.has(w))
    });
    // عين الرئيس الجزائري، العميد محمد … قائدا: a soldier over a comma is the object too
    let soldier = (first..=last).any(|t| {
        mark(t)
            && title_at(doc, t + 1).is_some_and(|(title, _)| title.class == "rank")
            && doc.fold_of(first).starts_with("الرييس")
    });
    if soldier || name.0 == name.1 {
        return false;
    }
    // a second office with words of its own stands nearer to the name
    let second = (first + 1..=last).any(|t| {
        t < last
            && !mark(t + 1)
            && title_at(doc, t).is_some_and(|(title, cut)| {
                cut == 0 && (title.class == "office" || Gazetteer::get().demonym(doc.fold_of(t + 1)).is_some())
            })
            && (Gazetteer::get().demonym(doc.fold_of(t - 1)).is_some() || mark(t - 1))
    });
    !(joined || beside || second || first > 0 && mark(first - 1) && other(before))
}

/// Old dates from which on an article is an account of times gone by.
const HISTORY_DATES: usize = 4;

/// Is the article an account of times gone by (a timeline, a portrait)?
fn is_history(r: &Reading) -> bool {
    let Some(own) = r.doc.article.published_date().map(crate::calendar::day_number) else { return false };
    let dated: Vec<i64> = r.mentions.dates.iter().filter_map(|d| d.latest).map(crate::calendar::day_number).collect();
    let old = dated.iter().filter(|d| own - **d > 400).count();
    old >= HISTORY_DATES && old * 3 >= dated.len()
}

/// Days before publication from which a date in the sentence says that it speaks of another time.
const LONG_AGO_DAYS: i64 = 150;

/// Does the sentence speak of another time (`في عام 2015`, `آنذاك`)?
fn long_ago(r: &Reading, m: &EntityMention) -> bool {
    static THEN: Words = Words::new(&words::NAMES, "another time");
    let doc = &r.doc;
    let at = doc.token_at(m.span.start);
    let sentence = doc.sentence_tokens(m.sentence as usize);
    let near = sentence.start.max(at.saturating_sub(14))..sentence.end.min(at + 14);
    if near.clone().any(|t| THEN.has(strip_conjunction(doc.fold_of(t)))) {
        return true;
    }
    let Some(own) = doc.article.published_date() else { return false };
    let own = crate::calendar::day_number(own);
    r.mentions.dates.iter().any(|d| {
        d.sentence <= m.sentence
            && d.sentence + 1 >= m.sentence
            && matches!(d.kind, crate::model::DateKind::Date | crate::model::DateKind::Time)
            && d.latest.is_some_and(|l| own - crate::calendar::day_number(l) > LONG_AGO_DAYS)
    })
}

/// Letters that may differ between two spellings of one part of a name, as a share of the longer.
const SLIPS: f64 = 0.34;

/// Two names of which one is rather a misspelling of the other: all parts of the shorter have a like in the other, the
/// last parts are the same, or foreign names begin alike in their first and last parts.
pub fn one_misspelt(a: &PersonName, b: &PersonName) -> bool {
    let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    let alike = |x: &str, y: &str| {
        let most = x.chars().count().max(y.chars().count());
        let apart = crate::link::similarity::edits(x, y);
        most <= 2 || apart <= 1 && most >= 3 || apart as f64 <= SLIPS * most as f64 || x.ends_with(y) || y.ends_with(x)
    };
    if short.parts.is_empty() || short.parts.iter().all(|p| long.parts.iter().any(|q| alike(&p.text, &q.text))) {
        return true;
    }
    let (x, y) = (short.joined().replace(' ', ""), long.joined().replace(' ', ""));
    if x.len() >= 10 && (y.starts_with(&x) || x.starts_with(&y)) {
        return true;
    }
    if crate::link::similarity::edits(&x, &y) as f64 <= SLIPS * x.chars().count().max(y.chars().count()) as f64 {
        return true;
    }
    let (x, y) = (short.last(), long.last());
    let native = crate::resolve::names::compare::is_native;
    x == y && x.chars().count() >= 3
        || alike(short.first(), long.first()) && x.chars().next() == y.chars().next() && !native(x) && !native(y)
}

/// Namings of one holder end before those of the other begin: the office changed hands, and no report is wrong. The
/// tenth at each end is left out: a former holder is still called by his office now and then.
fn succession(readings: &[Reading], a: &[Holding], b: &[Holding]) -> bool {
    let days = |list: &[Holding]| -> Option<(i64, i64)> {
        let all: Option<Vec<i64>> = list
            .iter()
            .map(|h| readings[h.doc as usize].doc.article.published_date().map(crate::calendar::day_number))
            .collect();
        let mut all = all?;
        all.sort_unstable();
        let cut = all.len() / 10;
        Some((*all.get(cut)?, *all.get(all.len() - 1 - cut)?))
    };
    let (Some(x), Some(y)) = (days(a), days(b)) else { return false };
    let gap = (x.0 - y.1).max(y.0 - x.1);
    gap > 2 || a.len() >= 3 && b.len() >= 3 && gap > -3
}

/// Does the text call the holder a former one, behind the name («عباس كامل، الرئيس السابق للمخابرات»)?
fn former_beside(doc: &Document, m: &EntityMention) -> bool {
    let last = doc.token_at(m.role.map_or(m.span.end, |r| r.end.max(m.span.end)).saturating_sub(1));
    let name = doc.token_at(m.span.end.saturating_sub(1));
    (name + 1..(last + 7).min(doc.tokens.len()))
        .take_while(|i| !matches!(doc.fold_of(*i), "." | "ان" | "انه" | "انها"))
        .any(|i| NOT_NOW.has(doc.fold_of(i)))
}

/// The year in which a listed tenure of the office ended.
fn tenure_end(office: &str, country: &str, e: &Entity) -> Option<u16> {
    let g = Gazetteer::get();
    let named = g.named(&key(&e.name));
    let all = g.tenures.iter().filter(|t| named.contains(&t.person) && t.office == office && t.country == country);
    all.map(|t| t.to).max().filter(|to| *to != u16::MAX)
}

fn tenures(office: &str, country: &str, p: &Entity, q: &Entity) -> String {
    let g = Gazetteer::get();
    let of = |e: &Entity| {
        let listed = g
            .named(&key(&e.name))
            .iter()
            .find_map(|k| g.tenures.iter().find(|t| t.person == *k && t.office == office && t.country == country))?;
        let name = g.known[listed.person as usize].english;
        Some(match listed.to {
            u16::MAX => format!("{name} since {}", listed.from),
            to => format!("{name} {} to {to}", listed.from),
        })
    };
    [of(p), of(q)].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Fills `EntityMention::role` of persons where the tagger left it empty. Linear.
pub fn fill_roles(reading: &mut Reading) {
    let busy: Vec<Span> =
        reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person).map(|m| m.span).collect();
    for i in 0..reading.mentions.entities.len() {
        let m = &reading.mentions.entities[i];
        if m.kind == EntityKind::Person && m.role.is_none() {
            let role = role_beside(&reading.doc, m.span, &busy);
            let named = |at: Span| reading.mentions.entities.iter().any(|e| e.span.overlaps(at));
            reading.mentions.entities[i].role = role.and_then(|r| tidy(&reading.doc, m.span, r, &named));
        }
    }
}

/// Words that begin a clause about the one named.
static CLAUSE: Words = Words::new(&words::NAMES, "opens a clause");

/// Prepositions in a role that explain its bare last word.
static WAITS: Words = Words::new(&words::NAMES, "word that a role waits at");

/// A role without the clause that follows it (والذي ينتهي عقده, وهو فلان); None where it is another's: a name with و of its
/// own does not take the role before it (لاعب هدرسفيلد، وبوني), nor does a name behind a noun of action (المدافع البرازيلي تسديدة
/// كيميش). `named` tells whether a span lies in a name.
fn tidy(doc: &Document, name: Span, role: Span, named: &dyn Fn(Span) -> bool) -> Option<Span> {
    let first = doc.token_at(name.start);
    let before = role.end <= name.start;
    let (from, mut to) = (doc.token_at(role.start), doc.token_at(role.end.saturating_sub(1)) + 1);
    if before && name.start > doc.tokens[first].span.start && doc.fold_of(first).starts_with('و') {
        return None;
    }
    let clause = |w: &str| {
        let bare = w.strip_prefix('و').unwrap_or(w);
        CLAUSE.has(bare)
    };
    if let Some(k) = (from..to).find(|&k| clause(doc.fold_of(k))) {
        // before the name only a closing وهو may stand
        if before && k + 1 < to {
            return None;
        }
        to = k;
    }
    // نجل حفتر is not حفتر
    if to <= from || before && crate::mentions::entities::roles::is_of_another(doc.fold_of(to - 1)) {
        return None;
    }
    let last = doc.fold_of(to - 1);
    let definite = |w: &str| w.starts_with("ال") || w.starts_with("لل") || w.starts_with("بال") || w.starts_with("وال");
    if before
        && to - from > 1
        && definite(doc.fold_of(from))
        && !definite(last)
        && doc.tokens[to - 1].kind == TokenKind::Arabic
        && title_at(doc, to - 1).is_none()
        && Gazetteer::get().demonym(last).is_none()
        && !named(doc.tokens[to - 1].span)
        && !(from..to).any(|k| WAITS.has(doc.fold_of(k)))
    {
        return None;
    }
    Some(Span { start: role.start, end: doc.tokens[to - 1].span.end.min(role.end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(text: &str, name: &str) -> String {
        let doc = Document::from_text(text);
        let at = text.find(name).expect("the name is in the text");
        let span = Span::new(at, at + name.len());
        role_beside(&doc, span, &[span]).map(|s| doc.slice(s).to_string()).unwrap_or_default()
    }

    #[test]
    fn a_role_of_another_and_a_clause_behind_it_are_left_out() {
        let tidied = |text: &str, name: &str, role: &str| {
            let doc = Document::from_text(text);
            let span = |w: &str| text.find(w).map(|at| Span::new(at, at + w.len())).expect("it is in the text");
            tidy(&doc, span(name), span(role), &|_| false).map(|s| doc.slice(s).to_string())
        };
        assert_eq!(tidied("جون لاعب هدرسفيلد، وسمير نجيب", "سمير نجيب", "لاعب هدرسفيلد"), None);
        assert_eq!(tidied("بحضور نجل كيميش", "كيميش", "نجل"), None);
        assert_eq!(tidied("أوقف المدافع البرازيلي تسديدة كيميش", "كيميش", "المدافع البرازيلي تسديدة"), None);
        assert_eq!(
            tidied("كونتي المدير الفني السابق والذي ينتهي", "كونتي", "المدير الفني السابق والذي").as_deref(),
            Some("المدير الفني السابق")
        );
    }

    #[test]
    fn roles_before_and_behind_the_name() {
        assert_eq!(
            role("بحضور رئيس المخابرات العامة المصرية، سمير نجيب.", "سمير نجيب"),
            "رئيس المخابرات العامة المصرية"
        );
        assert_eq!(role("التقى سمير نجيب، القائد العام للجيش الليبي، أمس", "سمير نجيب"), "القائد العام للجيش الليبي");
        assert_eq!(role("وقال وزير الخارجية المصري الدكتور سمير نجيب إن", "سمير نجيب"), "وزير الخارجية المصري الدكتور");
        assert_eq!(
            role("وأضاف المتحدث الرسمي باسم الرئاسة المصرية، السفير سمير نجيب، أن", "سمير نجيب"),
            "المتحدث الرسمي باسم الرئاسة المصرية، السفير"
        );
        assert_eq!(role("غادر المدينة سمير نجيب", "سمير نجيب"), "");
    }

    fn office(role: &str) -> Option<(String, String, bool, bool)> {
        offices(role).into_iter().next().map(|o| (o.office, o.country, o.current, o.single))
    }

    #[test]
    fn one_office_under_several_names() {
        let chief = Some(("intelligence_chief".into(), "EG".into(), true, true));
        for r in ["رئيس المخابرات العامة المصرية", "رئيس جهاز المخابرات المصري", "رئيس المخابرات المصرية الجديد"]
        {
            assert_eq!(office(r), chief, "{r}");
        }
        let spokesman = Some(("presidency_spokesman".into(), "EG".into(), true, true));
        for r in ["المتحدث الرسمي باسم الرئاسة المصرية، السفير", "المتحدث باسم رئاسة الجمهورية المصرية"]
        {
            assert_eq!(office(r), spokesman, "{r}");
        }
    }

    #[test]
    fn former_deputies_and_plural_offices_do_not_count() {
        assert!(office("رئيس الوزراء الإسرائيلي السابق").is_some_and(|o| !o.2));
        assert_eq!(office("مستشار الرئيس الأمريكي"), None);
        assert!(office("وزير الدولة المصري").is_none_or(|o| !o.3));
        assert_eq!(office("السفير"), None);
    }

    #[test]
    fn spokesmen_of_a_ministry_and_offices_of_the_article() {
        let of =
            |role: &str, about| offices_about(role, about).into_iter().next().map(|o| (o.office, o.country, o.single));
        assert_eq!(of("المتحدث باسم وزارة النفط العراقية", None), of("المتحدث باسم وزارة النفط", Some("IQ")));
        assert_eq!(of("المتحدث باسم وزارة النفط", None), None);
        assert_eq!(of("محافظ البنك المركزي", Some("KW")), Some(("central_bank_governor".into(), "KW".into(), true)));
    }

    #[test]
    fn misspelt_names_are_one_and_native_twins_two() {
        let same = |a: &str, b: &str| one_misspelt(&PersonName::parse(a), &PersonName::parse(b));
        assert!(same("ماوريسيو ماركي", "ماوريسيو ماكري"));
        assert!(same("سلفا كير", "سلفاكير ميرديت"));
        assert!(!same("حسن رشاد", "عباس كامل"));
        assert!(!same("سرمد الجنابي", "ليث العزاوي"));
    }
}
