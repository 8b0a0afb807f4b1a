//! Normal forms of the names of organisations and places: what is left when house style is taken away.
//!
//! `وزارة الخارجية الأميركية`, `الخارجية الأمريكية` and `وزارة خارجية الولايات المتحدة` become `وزاره خارجيه @US`:
//! articles go, adjectives and names of countries become codes, a ministry gets its head word back, prepositions that
//! only join go, synonyms of the trade (الاستخبارات, المخابرات) fall together.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::model::EntityKind;
use crate::text::fold::fold;

/// Ministries that are named without their head word (الخارجية المصرية).
static MINISTRIES: Words = Words::new(&words::NAMES, "ministry by its field");

/// Joining words that outlets put in or leave out.
static JOINING: Words = Words::new(&words::NAMES, "joining word");

/// Synonyms: the first becomes the second.
static SYNONYMS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let l = Lexicon::parse("body_synonyms.tsv", include_str!("../../lang/ar/body_synonyms.tsv"));
    let (form, becomes) = (l.column("form"), l.column("becomes"));
    l.rows.iter().map(|r| (fold(r.get(form)), fold(r.get(becomes)))).collect()
});

/// States whose lower house is called both برلمان and مجلس النواب.
const HOUSE_STATES: [&str; 10] = ["EG", "LB", "IQ", "LY", "JO", "BH", "YE", "MA", "GB", "US"];

/// Heads of government bodies that say nothing without their country.
fn is_bare_head(kind: &str) -> bool {
    matches!(
        kind,
        "ministry"
            | "government"
            | "parliament"
            | "council"
            | "committee"
            | "authority"
            | "army"
            | "police"
            | "intelligence"
            | "court"
            | "embassy"
            | "municipality"
            | "agency"
            | "bank"
            | "exchange"
            | "office"
            | "mission"
    )
}

/// The word without its article; also after a joined preposition (بالسودان, للطيران).
fn plain(word: &str) -> &str {
    let rest = word
        .strip_prefix("ال")
        .or_else(|| word.strip_prefix("لل"))
        .or_else(|| word.strip_prefix("بال"))
        .unwrap_or(word);
    if rest.chars().count() >= 2 { rest } else { word }
}

/// Normal form of an organisation's key. Linear; tries country names of up to three words at each place.
pub fn organisation(key: &str) -> String {
    let g = Gazetteer::get();
    let words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
    let mut out: Vec<&str> = Vec::with_capacity(words.len() + 1);
    let mut codes: Vec<&'static str> = Vec::new();
    let mut i = 0;
    'words: while i < words.len() {
        // countries: not as the first word (السعودية للطيران is another name), unless it is all there is
        if i > 0 {
            for n in (1..=3.min(words.len() - i)).rev() {
                let phrase = words[i..i + n].join(" ");
                let joined = ["ب", "ل"].iter().find_map(|p| phrase.strip_prefix(p)).filter(|r| r.chars().count() > 3);
                let code = g
                    .demonym(&phrase)
                    .or_else(|| g.country(&phrase))
                    .or_else(|| joined.and_then(|r| g.country(r)))
                    .or_else(|| {
                        // للعراق, ليبيا with the article lost
                        phrase.strip_prefix("لل").and_then(|r| g.country(&format!("ال{r}")))
                    });
                if let Some(code) = code {
                    codes.push(code);
                    i += n;
                    continue 'words;
                }
            }
        }
        let w = words[i];
        i += 1;
        if !out.is_empty() && JOINING.has(w) {
            continue;
        }
        let p = plain(w);
        // the ministries of a federal state, with and without the word
        if p == "اتحاديه" && out.first() == Some(&"وزاره") {
            continue;
        }
        let p = SYNONYMS.get(p).map_or(p, String::as_str);
        out.push(p);
    }
    let mut s = String::with_capacity(key.len());
    if out.first().is_some_and(|w| MINISTRIES.has(w)) && out.len() == 1 && !codes.is_empty() {
        s.push_str("وزاره ");
    }
    if out.len() > 2 && out[0] == "جهاز" && matches!(out[1], "استخبارات" | "امن") {
        out.remove(0);
    }
    s.push_str(&out.join(" "));
    for c in codes {
        s.push_str(" @");
        s.push_str(c);
    }
    house(&s)
}

/// One name for the house of a state: برلمان and مجلس نواب with a country's code.
pub fn house(normal: &str) -> String {
    match normal.split_once(" @") {
        Some(("برلمان", code)) if HOUSE_STATES.contains(&code) => format!("مجلس نواب @{code}"),
        Some(("مجلس نواب", code)) if !HOUSE_STATES.contains(&code) && code.len() == 2 => {
            format!("برلمان @{code}")
        }
        _ => normal.to_string(),
    }
}

/// Heads of bodies that every state has one of.
static STATE_BODIES: Words = Words::new(&words::NAMES, "body of every state");

/// Words that make of مجلس before them a council that every state has.
static COUNCILS: Words = Words::new(&words::NAMES, "council of every state");

/// Heads that name a body of no certain state with a field that all share.
static STATE_KINDS: Words = Words::new(&words::NAMES, "body with a field of every state");

/// Is this the normal form of a body that every state has one of (برلمان, وزاره صحه, محكمه عليا)?
pub fn is_of_state(normal: &str) -> bool {
    let mut words = normal.split(' ');
    match words.next().unwrap_or_default() {
        "مجلس" => words.next().is_some_and(|w| COUNCILS.has(w)),
        "بنك" => normal == "بنك مركزي",
        head => STATE_BODIES.has(head) || STATE_KINDS.has(head) && is_generic(normal),
    }
}

/// Does this word, with its article, say which council or house of a state (النواب, الوزراء)?
pub fn names_council(word: &str) -> bool {
    COUNCILS.has(plain(word))
}

/// Words that every state's bodies share: fields and ranks that name none of them.
static GENERIC: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    Lexicon::cells("generic_fields.tsv", include_str!("../../lang/ar/generic_fields.tsv"), "word").collect()
});

/// Is this word, with its article, a field or a rank that names no single body (الوطنية, العليا)?
pub fn is_field(word: &str) -> bool {
    GENERIC.contains(plain(word))
}

/// Leagues, cups, wars and laws that every country has.
static GENERIC_THINGS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    Lexicon::cells("generic_leagues.tsv", include_str!("../../lang/ar/generic_leagues.tsv"), "name").collect()
});

/// Is this the normal form of a league, a cup or another thing that every country has one of (دوري ممتاز, كاس ملك)?
pub fn is_generic_thing(normal: &str) -> bool {
    GENERIC_THINGS.contains(normal)
}

/// Places that every country or town has.
static GENERIC_PLACES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    Lexicon::cells("generic_places.tsv", include_str!("../../lang/ar/generic_places.tsv"), "name").collect()
});

/// Is this the normal form of a place that every country or town has one of (متحف وطني, قصر ملكي)?
pub fn is_generic_place(normal: &str) -> bool {
    GENERIC_PLACES.contains(normal)
}

/// Bodies that say nothing alone.
static LONELY: Words = Words::new(&words::NAMES, "bare body");

/// Is this a kind of body and a field, no more (حزب اشتراكي, مركز ارصاد جويه, تلفزيون)? Linear in the words.
fn is_generic(normal: &str) -> bool {
    let g = Gazetteer::get();
    let mut words = normal.split(' ');
    let first = words.next().unwrap_or_default();
    let head = g.head(first).is_some() || g.head(&format!("ال{first}")).is_some();
    if !head {
        return false;
    }
    if !normal.contains(' ') {
        return LONELY.has(first);
    }
    words.all(|w| GENERIC.contains(w))
}

/// Bodies of which a country has many.
static OF_MANY: Words = Words::new(&words::NAMES, "one of many");

/// Is this a body of which a country has many (بعثه @NO, جمعيه @DK)?
pub fn is_of_many(normal: &str) -> bool {
    OF_MANY.has(normal.split(" @").next().unwrap_or(normal))
}

/// States that have a body which not every state has, by its normal form.
static BODIES_OF_STATES: LazyLock<FxHashMap<String, Vec<String>>> = LazyLock::new(|| {
    let l = Lexicon::parse("bodies_of_states.tsv", include_str!("../../lang/ar/bodies_of_states.tsv"));
    let (body, states) = (l.column("body"), l.column("states"));
    let codes = |states: &str| states.split(' ').map(str::to_string).collect();
    l.rows.iter().map(|r| (r.get(body).to_string(), codes(r.get(states)))).collect()
});

/// Has a state no body that is called so (the senate of Iran)?
pub fn lacks(normal: &str, code: &str) -> bool {
    BODIES_OF_STATES.get(normal).is_some_and(|states| match has_none(states) {
        true => calls_otherwise(normal, code),
        false => !states.iter().any(|s| s == code),
    })
}

/// Is a cell of states one of those that have no such body?
fn has_none(states: &[String]) -> bool {
    states.first().is_some_and(|s| s.starts_with('!'))
}

/// Does a state that has a body of the kind call it otherwise (a bare برلمان is not the Congress of the United States)?
pub fn calls_otherwise(normal: &str, code: &str) -> bool {
    let of = BODIES_OF_STATES.get(normal).filter(|states| has_none(states));
    of.is_some_and(|states| states.iter().any(|s| s.trim_start_matches('!') == code))
}

/// Is this normal form a body without its country (وزاره صحه, حزب اشتراكي)?
pub fn is_bare(normal: &str) -> bool {
    // الشركة السعودية, الهيئة الإماراتية: of many the one that the article is about
    if normal.contains('@') && is_of_many(normal) {
        return true;
    }
    if normal.contains('@') {
        // an embassy names its own country; its host is what is missing
        let mut codes = normal.matches('@').count();
        if normal.starts_with("سفاره") || normal.starts_with("قنصليه") {
            codes -= 1;
        }
        if codes > 0 {
            return false;
        }
    }
    if is_generic(normal) {
        return true;
    }
    let g = Gazetteer::get();
    // الاتحاد, الحركة: a head alone is somebody else's in each article
    if !normal.contains(' ') && g.head(&format!("ال{normal}")).is_some() {
        return true;
    }
    let first = normal.split(' ').next().unwrap_or("");
    let head = g.head(first).or_else(|| g.head(&format!("ال{first}")));
    head.is_some_and(|h| is_bare_head(h.kind)) || first == "دفاع"
}

/// Heads before the name of a town or country.
static TOWN_HEADS: Words = Words::new(&words::NAMES, "head before a town");
/// Heads before the name of a province, an island, a region.
static REGION_HEADS: Words = Words::new(&words::NAMES, "head before a region");
/// Words that make another place of the place after them.
static DIRECTIONS: Words = Words::new(&words::NAMES, "makes another place");

/// A place's normal form: the words without article, the head before a name apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceForm {
    /// All words but joining ones, without article and without a country's adjective at the end.
    pub whole: String,
    /// The name without its head (بيشاور of مدينة بيشاور), when there is one.
    pub base: Option<String>,
    /// True when the head says province or region.
    pub region: bool,
}

/// Normal form of a place's key. Linear.
pub fn place(key: &str) -> PlaceForm {
    let g = Gazetteer::get();
    let mut words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
    // جزيرة سقطرى اليمنية: the adjective only says where it lies
    while words.len() > 1 {
        let last = words[words.len() - 1];
        let rest = plain(words[words.len() - 2]);
        if g.demonym(last).is_some() && last.starts_with("ال") && !DIRECTIONS.has(rest) && words.len() > 2 {
            words.pop();
        } else {
            break;
        }
    }
    if words.len() > 2 && plain(words[0]) == "مطار" && matches!(words[words.len() - 1], "الدولي") {
        words.pop();
    }
    // السوسة by the Euphrates is not سوسة: of one word only countries are written both ways
    if let [word] = words[..]
        && word.starts_with("ال")
        && g.country(word).is_none()
        && g.country(plain(word)).is_none()
    {
        return PlaceForm { whole: word.to_string(), base: None, region: false };
    }
    let plain_words: Vec<&str> = words.iter().map(|w| if *w == "بو" { "ابو" } else { plain(w) }).collect();
    let head = words.first().copied().unwrap_or("");
    let region = REGION_HEADS.has(head);
    let base = (words.len() > 1 && (region || TOWN_HEADS.has(head))).then(|| plain_words[1..].join(" "));
    PlaceForm { whole: plain_words.join(" "), base, region }
}

/// Heads that may be left out before names of things.
static HEADS_OF_OTHERS: Words = Words::new(&words::NAMES, "head of a thing's name");

/// Normal form of anything else: the words without article, heads of storms and meetings cut off.
pub fn other(key: &str) -> String {
    let words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).map(plain).collect();
    let skip = usize::from(words.len() == 2 && HEADS_OF_OTHERS.has(words[0]));
    words[skip..].join(" ")
}

/// Normal forms of the listed organisations and places, to their entities; of several the first.
pub fn listed(kind: EntityKind) -> &'static FxHashMap<String, u32> {
    static ORGANISATIONS: OnceLock<FxHashMap<String, u32>> = OnceLock::new();
    static PLACES: OnceLock<FxHashMap<String, u32>> = OnceLock::new();
    let read = |wanted: EntityKind| {
        let g = Gazetteer::get();
        let mut map: FxHashMap<String, u32> = FxHashMap::default();
        for (key, entities) in g.all_names() {
            for e in entities {
                if g.known[*e as usize].kind == wanted {
                    let normal = if wanted == EntityKind::Organisation { organisation(key) } else { place(key).whole };
                    let at = map.entry(normal).or_insert(*e);
                    *at = (*at).min(*e);
                }
            }
        }
        map
    };
    match kind {
        EntityKind::Organisation => ORGANISATIONS.get_or_init(|| read(EntityKind::Organisation)),
        _ => PLACES.get_or_init(|| read(EntityKind::Place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::gaz::key;

    fn org(s: &str) -> String {
        organisation(&key(s))
    }

    #[test]
    fn one_ministry_under_three_names() {
        for s in ["وزارة الخارجية الأميركية", "الخارجية الأمريكية", "وزارة خارجية الولايات المتحدة"]
        {
            assert_eq!(org(s), "وزاره خارجيه @US", "{s}");
        }
    }

    #[test]
    fn a_state_has_one_house_under_one_name() {
        assert_eq!(org("البرلمان التركي"), house("مجلس نواب @TR"));
        assert_eq!(org("البرلمان الأردني"), org("مجلس النواب الأردني"));
        assert!(is_of_state("محكمه عليا") && is_of_state("مجلس شيوخ") && !is_of_state("مكتب امم متحده"));
    }

    #[test]
    fn a_state_may_lack_a_body_or_call_it_otherwise() {
        assert!(lacks("مجلس شيوخ", "IR") && !lacks("مجلس شيوخ", "US") && !calls_otherwise("مجلس شيوخ", "IR"));
        assert!(lacks("برلمان", "US") && calls_otherwise("برلمان", "US") && !lacks("برلمان", "GB"));
        assert!(calls_otherwise("مجلس نواب", "SY") && calls_otherwise("مجلس نواب", "CU") && !lacks("مجلس نواب", "LB"));
    }

    #[test]
    fn bare_ministries_are_told() {
        assert!(is_bare(&org("وزارة الصحة")));
        assert!(!is_bare(&org("وزارة الصحة الفلسطينية")));
        assert!(!is_bare(&org("حركة حماس")));
        assert!(is_bare(&org("السفارة الإيرانية")));
        assert!(is_bare(&org("البعثة النرويجية")) && is_bare(&org("الجمعية الدنماركية")));
        assert!(!is_bare(&org("البنك المركزي النرويجي")) && !is_bare(&org("الشرطة الدنماركية")));
    }

    #[test]
    fn place_heads_come_off() {
        assert_eq!(place(&key("مدينة بيشاور")).base.as_deref(), Some("بيشاور"));
        assert_eq!(place(&key("جزيرة سقطرى اليمنية")).whole, place(&key("جزيرة سقطرى")).whole);
        assert_eq!(place(&key("مطار خوسيه مارتي الدولي")).whole, place(&key("مطار خوسيه مارتي")).whole);
    }
}
