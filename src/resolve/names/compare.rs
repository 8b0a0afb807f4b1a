//! Two written names: could they be one person, and why?
//!
//! Names are cut into parts (عبد الفتاح is one part, as are أبو الغيط, نصر الله, دي ميستورا), parts are aligned in
//! order, and every difference has a named cost. Between two parts that Arabs bear (حسن, حسين) no spelling variation
//! is allowed; in a transcribed foreign part the letters that stand for one sound (غ ج ق ك; س ز; vowels) are cheap.
//! Sources of the classes: counts over five outlets of 2018 (research: house spellings) and the letters that GeoNames
//! and Wikidata use for one and the same name.

use std::sync::LazyLock;

use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::similarity;

/// One part of a person's name, folded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// Folded letters, joined (`عبدالفتاح`).
    pub text: String,
    /// True when بن, ابن, بنت or ولد stands before it.
    pub child_of: bool,
}

/// A person's name in parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PersonName {
    /// Parts in order.
    pub parts: Vec<Part>,
    /// True when it is written in Latin letters.
    pub latin: bool,
}

/// How two names go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Part by part.
    Whole,
    /// The longer has further names between first and last.
    Middle,
    /// The longer goes on after the shorter (محمد بن سلمان، … بن عبد العزيز آل سعود).
    Longer,
    /// The shorter is the end of the longer (a surname, or أبو with a name).
    End,
    /// The shorter is the beginning of the longer (a given name).
    Beginning,
}

/// The result of a comparison that did not fail.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// How they go together.
    pub shape: Shape,
    /// Sum of the named costs; 0 when spelled alike after folding. Ranks pairs; not a probability.
    pub cost: f64,
    /// What differs, in plain words.
    pub reasons: Vec<String>,
}

/// Why two words are one that outlets write otherwise.
pub const ONE_SOUND: &str = "spellings of one sound";

/// Words that say "child of".
static CHILD: Words = Words::new(&words::NAMES, "child of");
/// First halves that never stand alone.
static FIRST_HALF: Words = Words::new(&words::NAMES, "first half of a name part");
/// Second halves that belong to the word before.
static SECOND_HALF: Words = Words::new(&words::NAMES, "second half of a name part");
/// Particles of European names, written apart or joined.
static PARTICLE: Words = Words::new(&words::NAMES, "particle of European names");
/// Titles that are cut off the front when a tagger left them there; none is a given name.
static FRONT_TITLES: Words = Words::new(&words::NAMES, "title before a name");

/// Titles in one letter and first words of ranks.
static ABBREVIATED: Words = Words::new(&words::NAMES, "abbreviated title");

impl PersonName {
    /// Cuts a written name into parts. Linear.
    pub fn parse(text: &str) -> PersonName {
        PersonName::from_key(&key(text))
    }

    /// The same from a key (see [`key`]).
    pub fn from_key(key: &str) -> PersonName {
        let mut words: Vec<&str> = key.split(' ').filter(|w| !w.is_empty()).collect();
        while words.len() > 1 && (FRONT_TITLES.has(words[0]) || ABBREVIATED.has(words[0])) {
            words.remove(0);
        }
        let latin = words.iter().any(|w| w.as_bytes().first().is_some_and(u8::is_ascii_alphabetic))
            || key.chars().next().is_some_and(|c| c.is_alphabetic() && !('\u{600}'..='\u{6ff}').contains(&c));
        let mut parts: Vec<Part> = Vec::with_capacity(words.len());
        let mut child_of = false;
        let mut half = String::new();
        for (i, w) in words.iter().enumerate() {
            let more = i + 1 < words.len();
            if half.is_empty() && more && CHILD.has(w) {
                child_of = true;
                continue;
            }
            if !latin && half.is_empty() && SECOND_HALF.has(w) && !parts.is_empty() && !child_of {
                let last = parts.len() - 1;
                parts[last].text.push_str(w);
                continue;
            }
            // folded, Abiy Ahmed opens like a father's name in the genitive
            let abiy = *w == "ابي" && words.get(i + 1) == Some(&"احمد");
            if !latin && more && !abiy && (FIRST_HALF.has(w) || PARTICLE.has(w)) {
                half.push_str(if matches!(*w, "ابي" | "ابا") { "ابو" } else { w });
                continue;
            }
            let mut text = std::mem::take(&mut half);
            text.push_str(w);
            if let Some(rest) = text.strip_prefix("ابا").or_else(|| text.strip_prefix("ابي"))
                && rest.starts_with("ال")
            {
                text = format!("ابو{rest}");
            }
            parts.push(Part { text, child_of: std::mem::take(&mut child_of) });
        }
        if !half.is_empty() {
            parts.push(Part { text: half, child_of });
        }
        PersonName { parts, latin }
    }

    /// The parts joined by spaces, with بن where it stood: equal for spellings that differ only in joining.
    pub fn joined(&self) -> String {
        let mut s = String::new();
        for p in &self.parts {
            if !s.is_empty() {
                s.push(' ');
            }
            if p.child_of {
                s.push_str("بن ");
            }
            s.push_str(&p.text);
        }
        s
    }

    /// Last part.
    pub fn last(&self) -> &str {
        self.parts.last().map_or("", |p| p.text.as_str())
    }

    /// First part.
    pub fn first(&self) -> &str {
        self.parts.first().map_or("", |p| p.text.as_str())
    }
}

/// The word without the article, when three letters remain.
pub fn bare(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => rest,
        _ => word,
    }
}

/// How often Arabs bear this name in the lists.
fn borne(word: &str) -> u32 {
    let g = Gazetteer::get();
    let count = |w: &str| g.part(w).map_or(0, |p| u32::from(p.given) + u32::from(p.family));
    count(word).max(count(bare(word)))
}

/// A part that Arabs bear this often is native: its letters are not up for variation.
/// Moved by `fixtures/names/cases.csv`, category native-twins.
const NATIVE_LEAST: u32 = 3;

/// Letters of sounds that foreign names hardly ever have: a word with one is of the language.
pub(crate) const OF_THE_LANGUAGE: [char; 7] = ['ع', 'ح', 'ض', 'ظ', 'ص', 'ط', 'ق'];

/// True for a part of a name that Arabs bear.
pub fn is_native(word: &str) -> bool {
    borne(word) >= NATIVE_LEAST
        || ["عبد", "ابو", "ابن"].iter().any(|p| word.starts_with(p) && word.len() > p.len() + 4)
        || word.ends_with("الدين")
        || word.ends_with("الله")
}

/// Where the block of Unicode begins that Arabic letters stand in, and how many it has.
const ARABIC: usize = 0x600;
const LETTERS: usize = 0x100;

/// Groups of letters that transcribe one sound of another language, with the cost of taking one for the other.
const SOUNDS: [(&str, f64); 18] = [
    ("غج", 0.15), // Angela: أنغيلا، أنجيلا
    ("غقك", 0.3),
    ("جكق", 0.35),
    ("سزص", 0.25), // Davis: ديفيس، ديفيز
    ("ثست", 0.25), // Griffiths
    ("زث", 0.3),   // Spanish z
    ("تط", 0.2),
    ("دضذ", 0.25),
    ("زذظ", 0.25),
    ("خكه", 0.35),  // Khamenei
    ("فبوپڤ", 0.3), // v and w
    ("شسچج", 0.4),
    ("اي", 0.35), // vowels
    ("او", 0.4),
    ("وي", 0.3),  // كورت، كيرت
    ("ءو", 0.15), // رءوف
    ("ءي", 0.15),
    ("جيغ", 0.35), // Jong: جونغ، يونغ
];

/// Cost of another letter where no sound explains it.
const COST_LETTER: f64 = 1.0;
/// Cost of a vowel letter written or left out in a foreign part (نتانياهو، نتنياهو).
const COST_VOWEL: f64 = 0.2;
/// Cost of a guttural written or left out.
const COST_GUTTURAL: f64 = 0.35;
/// Cost of a doubled letter.
const COST_DOUBLE: f64 = 0.2;
/// Cost of the article written or left out (بارزاني، البارزاني).
const COST_ARTICLE: f64 = 0.15;
/// Cost of بن written or left out; above the limit of a name of two parts, so that محمد سلمان is not محمد بن سلمان.
const COST_CHILD: f64 = 0.8;

/// Cost of another vowel, or one more, at the end, where it makes another name (دراغي, دراكو; الحريري, الحرير).
const COST_LAST_VOWEL: f64 = 0.6;
/// Cost of a first guttural (هندرسون, أندرسون).
const COST_FIRST_GUTTURAL: f64 = 0.6;

fn substitution(a: char, b: char, last: bool) -> f64 {
    if a == b {
        return 0.0;
    }
    if last && matches!((a, b), ('ي', 'و') | ('و', 'ي')) {
        return COST_LAST_VOWEL;
    }
    let mut shared = sounds(a) & sounds(b);
    let mut cost = COST_LETTER;
    while shared != 0 {
        cost = cost.min(SOUNDS[shared.trailing_zeros() as usize].1);
        shared &= shared - 1;
    }
    cost
}

/// The groups of [`SOUNDS`] that a letter is in, one bit each.
fn sounds(letter: char) -> u32 {
    static GROUPS: LazyLock<[u32; LETTERS]> = LazyLock::new(|| {
        let mut groups = [0; LETTERS];
        for (i, (letters, _)) in SOUNDS.iter().enumerate() {
            letters.chars().for_each(|c| groups[c as usize - ARABIC] |= 1 << i);
        }
        groups
    });
    (letter as usize).checked_sub(ARABIC).and_then(|i| GROUPS.get(i)).copied().unwrap_or(0)
}

fn gap(c: char, beside: Option<char>) -> f64 {
    match c {
        'ا' | 'و' | 'ي' => COST_VOWEL,
        'ء' => 0.1,
        'ه' | 'ع' => COST_GUTTURAL,
        _ if beside == Some(c) => COST_DOUBLE,
        // تش and ش, دج and ج, نغ and ن
        'ت' if beside == Some('ش') => COST_DOUBLE,
        'د' if beside == Some('ج') => COST_DOUBLE,
        'غ' | 'ج' if beside == Some('ن') => COST_GUTTURAL,
        _ => COST_LETTER,
    }
}

/// Weighted edits of two foreign parts. Quadratic in their length.
fn letters(a: &str, b: &str) -> f64 {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<f64> = vec![0.0; b.len() + 1];
    for j in 1..=b.len() {
        row[j] = row[j - 1] + gap(b[j - 1], if j > 1 { Some(b[j - 2]) } else { b.get(j).copied() });
    }
    for i in 1..=a.len() {
        let mut diagonal = row[0];
        // the gap cost of a letter depends on its neighbour: its own doubling, or the sound that it belongs to
        let beside = |s: &[char], k: usize, c: char| -> Option<char> {
            let before = if k > 0 { s.get(k - 1).copied() } else { None };
            let after = s.get(k + 1).copied();
            match c {
                'ت' | 'د' => after,
                _ if before == Some(c) || matches!(c, 'غ' | 'ج') => before,
                _ => after,
            }
        };
        let at_edge = |s: &[char], k: usize| -> f64 {
            if k + 1 == s.len() && matches!(s[k], 'ي' | 'و') {
                COST_LAST_VOWEL
            } else if k == 0 && matches!(s[k], 'ه' | 'ع') {
                COST_FIRST_GUTTURAL
            } else {
                0.0
            }
        };
        let cost_a = gap(a[i - 1], beside(&a, i - 1, a[i - 1])).max(at_edge(&a, i - 1));
        row[0] += cost_a;
        for j in 1..=b.len() {
            let cost_b = gap(b[j - 1], beside(&b, j - 1, b[j - 1])).max(at_edge(&b, j - 1));
            let last = i == a.len() && j == b.len();
            let best =
                (diagonal + substitution(a[i - 1], b[j - 1], last)).min(row[j] + cost_a).min(row[j - 1] + cost_b);
            diagonal = row[j];
            row[j] = best;
        }
    }
    row[b.len()]
}

/// Ends that are spelled freely: final ا, ه, ي after ي, ء.
fn without_loose_end(w: &str) -> &str {
    let w = w.strip_suffix('ء').unwrap_or(w);
    let cut = w.strip_suffix('ا').or_else(|| w.strip_suffix('ه')).unwrap_or(w);
    if cut.chars().count() >= 3 { cut } else { w }
}

/// Cost of taking one part for the other, with the reason; None when they are different names.
pub fn part_cost(a: &str, b: &str) -> Option<(f64, &'static str)> {
    if a == b {
        return Some((0.0, ""));
    }
    let (x, y) = (bare(a), bare(b));
    if x == y {
        return Some((COST_ARTICLE, "with and without the article"));
    }
    let article = if x.len() == a.len() && y.len() == b.len() || x.len() != a.len() && y.len() != b.len() {
        0.0
    } else {
        COST_ARTICLE
    };
    let (native_x, native_y) = (is_native(a), is_native(b));
    if without_loose_end(x) == without_loose_end(y) && !(native_x && native_y) {
        return Some((0.15 + article, "loosely spelled ending"));
    }
    if x.replace("يي", "ي") == y.replace("يي", "ي") {
        return Some((0.15 + article, "one ya or two"));
    }
    // شؤون and شئون are شوون and شيون once folded
    let seat = |w: &str| w.replace("يو", "وو");
    if (x.contains("وو") || y.contains("وو")) && seat(x) == seat(y) {
        return Some((0.15 + article, "hamza on waw or on ya"));
    }
    let shortest = x.chars().count().min(y.chars().count());
    if native_x && native_y {
        // ميشال and ميشيل are both in the lists, under one Latin spelling that is no Arabic name's
        let g = Gazetteer::get();
        if let (Some(p), Some(q)) = (g.part(a).or_else(|| g.part(x)), g.part(b).or_else(|| g.part(y)))
            && p.latin.split('|').next().is_some_and(|s| !s.is_empty() && q.latin.split('|').next() == Some(s))
            && letters(x.min(y), x.max(y)) <= 0.35
            && borne(x).min(borne(y)) < 40
        {
            return Some((0.3 + article, "one Latin spelling in the lists"));
        }
        return None;
    }
    if shortest < 3 {
        return None;
    }
    // of two foreign first letters at most a sound may differ: كيلي is not جيلي by chance
    let cost = letters(x.min(y), x.max(y)) + article;
    let limit = match shortest {
        3 => 0.4,
        4 => 0.38,
        5 | 6 => 0.65,
        _ => 0.85,
    } * if native_x || native_y { 0.5 } else { 1.0 };
    if cost <= limit {
        return Some((cost, ONE_SOUND));
    }
    // a slip of the keyboard in a long part
    if shortest >= 6 && !native_x && !native_y && similarity::edits(x, y) == 1 {
        return Some((0.7 + article, "one letter apart"));
    }
    None
}

/// Share of the letters of two foreign last names that may differ in articles of one event (كورز, كورتز; بينيتيز, بنتيش).
const ALIKE_SHARE: f64 = 0.3;
/// Cost of the sounds with which they may begin (فينكمان, وينكمان; not هوفمان, كوفمان).
const ALIKE_FIRST: f64 = 0.3;

/// Have two whole names foreign last parts of much the same letters, the first of one sound? Says nothing by itself: one
/// Smith and one Smythe are two people unless their articles tell of one event. Quadratic in the length of the parts.
pub fn alike_last(a: &PersonName, b: &PersonName) -> bool {
    let (x, y) = (bare(a.last()), bare(b.last()));
    let (n, m) = (x.chars().count(), y.chars().count());
    let first = |w: &str| w.chars().next().unwrap_or_default();
    a.parts.len() == b.parts.len()
        && a.parts.len() >= 2
        && n.min(m) >= 4
        && !is_native(x)
        && !is_native(y)
        && substitution(first(x), first(y), false) <= ALIKE_FIRST
        && letters(x.min(y), x.max(y)) <= ALIKE_SHARE * n.max(m) as f64
}

/// Two first letters of short last names may differ so much by themselves (غيتس, جيتس); غوريا and كوريا are two.
const FIRST_LETTER: f64 = 0.25;
/// Last names of up to so many letters are short.
const SHORT_LAST: usize = 5;
/// So many people of the lists bear a father's name; بن فطيس is a family.
const FATHER_LEAST: u16 = 8;
/// A first name of so few letters is another's when one differs (جين, جون).
const SHORT_FIRST: usize = 3;
/// Cost of the sounds that make no other first name of them (غاي, جاي).
const SAME_FIRST: f64 = 0.15;

/// Do two whole names differ where little makes another's: in the first letter of the last part (إنخيل غوريا, أنخيل كوريا)
/// or in a first part of three letters (كين وونغ, جين وونغ)? Then they need the same company.
pub fn differ_early(a: &PersonName, b: &PersonName) -> bool {
    let (x, y) = (bare(a.last()), bare(b.last()));
    let letter = |w: &str| w.chars().next().unwrap_or_default();
    let n = x.chars().count();
    let last = n == y.chars().count() && n <= SHORT_LAST && substitution(letter(x), letter(y), false) > FIRST_LETTER;
    let (p, q) = (a.first(), b.first());
    let short = p.chars().count() == SHORT_FIRST && q.chars().count() == SHORT_FIRST;
    // غاي and جاي are one sound in two houses
    last || p != q && short && part_cost(p, q).is_none_or(|(c, _)| c > SAME_FIRST)
}

/// Do two Korean names differ in an inner syllable that sounds much alike: كيم يونغ نام is no كيم جونغ نام? At the end
/// houses waver (كيم يو جونغ, كيم يو يونغ).
pub fn two_syllables(a: &PersonName, b: &PersonName) -> bool {
    let kind = |w: &str| match w {
        "جونغ" | "جونج" => 1,
        "يونغ" | "يونج" => 2,
        _ => 0,
    };
    let inner = a.parts.len().saturating_sub(1);
    a.parts.len() == b.parts.len()
        && a.parts[..inner].iter().zip(&b.parts).any(|(p, q)| kind(&p.text) * kind(&q.text) == 2)
}

/// Has the longer name another father between a name and the father whom the shorter one says right behind it?
/// حمدان بن راشد is no حمدان بن محمد بن راشد. Linear.
pub fn other_father(a: &PersonName, b: &PersonName) -> bool {
    let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    let (Some(own), Some(other)) = (short.parts.get(1), long.parts.get(1)) else { return false };
    let father = || Gazetteer::get().part(&own.text).is_some_and(|p| p.given >= FATHER_LEAST);
    own.child_of
        && other.child_of
        && father()
        && own.text != other.text
        && short.first() == long.first()
        && long.parts[2..].iter().any(|p| p.child_of && p.text == own.text)
}

/// Compares two names of persons; None when they are different people's. Quadratic in the number of parts.
pub fn compare(a: &PersonName, b: &PersonName) -> Option<Match> {
    if a.parts.is_empty() || b.parts.is_empty() {
        return None;
    }
    match (a.latin, b.latin) {
        (false, true) => return super::latin::compare(a, b),
        (true, false) => return super::latin::compare(b, a),
        _ => {}
    }
    let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    let (n, m) = (short.parts.len(), long.parts.len());
    let mut reasons: Vec<String> = Vec::new();
    let mut cost = 0.0;
    let mut one = |p: &Part, q: &Part, last_alone: bool| -> Option<f64> {
        let (mut c, why) = part_cost(&p.text, &q.text)?;
        if p.child_of != q.child_of && !last_alone {
            c += COST_CHILD;
            reasons.push(format!("بن before {} in one of them", q.text));
        }
        if !why.is_empty() {
            reasons.push(format!("{} ~ {}: {why}", p.text, q.text));
        }
        Some(c)
    };
    if n == m {
        for (p, q) in short.parts.iter().zip(&long.parts) {
            match one(p, q, false) {
                Some(c) => cost += c,
                None => return concatenated(short, long),
            }
        }
        return Some(Match { shape: Shape::Whole, cost, reasons });
    }
    if n == 1 {
        let p = &short.parts[0];
        if let Some(c) = one(p, &long.parts[m - 1], !p.child_of) {
            return Some(Match { shape: Shape::End, cost: c, reasons });
        }
        if let Some(c) = one(p, &long.parts[0], true) {
            return Some(Match { shape: Shape::Beginning, cost: c, reasons });
        }
        for q in &long.parts[1..m - 1] {
            if let Some(c) = one(p, q, true) {
                return Some(Match { shape: Shape::End, cost: c + 0.3, reasons });
            }
        }
        return None;
    }
    // longer name: the parts of the shorter in order, the first with the first
    let Some(first) = one(&short.parts[0], &long.parts[0], false) else {
        // أبو الغيط of أحمد أبو الغيط, بن سلمان of محمد بن سلمان: the end of the longer
        let at = m - n;
        for (p, q) in short.parts.iter().zip(&long.parts[at..]) {
            cost += one(p, q, false)?;
        }
        return Some(Match { shape: Shape::End, cost, reasons });
    };
    cost += first;
    let mut at = 1;
    let mut last_at = 0;
    for (i, p) in short.parts.iter().enumerate().skip(1) {
        let mut found = None;
        while at < m {
            // the last part is looked for at the end first: عمر البشير, عمر حسن أحمد البشير
            let here = if i + 1 == n && at < m - 1 && part_cost(&p.text, &long.parts[m - 1].text).is_some() {
                m - 1
            } else {
                at
            };
            if let Some(c) = one(p, &long.parts[here], false) {
                found = Some((here, c));
                break;
            }
            at = here + 1;
        }
        let Some((here, c)) = found else { return concatenated(short, long) };
        cost += c;
        last_at = here;
        at = here + 1;
    }
    let shape = if last_at + 1 == m { Shape::Middle } else { Shape::Longer };
    Some(Match { shape, cost, reasons })
}

/// Names whose letters are the same when the spaces are left out (شي جين بينغ, شي جينبينغ).
fn concatenated(a: &PersonName, b: &PersonName) -> Option<Match> {
    let glue = |n: &PersonName| n.parts.iter().map(|p| p.text.as_str()).collect::<String>();
    let (x, y) = (glue(a), glue(b));
    let least = x.chars().count().min(y.chars().count());
    if least < 6 || a.parts.len() < 2 || b.parts.len() < 2 {
        return None;
    }
    if x == y {
        return Some(Match { shape: Shape::Whole, cost: 0.1, reasons: vec!["the same letters, other spaces".into()] });
    }
    let native = |n: &PersonName| n.parts.iter().any(|p| is_native(&p.text));
    let c = letters((&x).min(&y), (&x).max(&y));
    (a.parts.len() != b.parts.len() && !native(a) && !native(b) && c <= 0.5).then(|| Match {
        shape: Shape::Whole,
        cost: c + 0.1,
        reasons: vec!["nearly the same letters, other spaces".into()],
    })
}

/// A cost up to this joins two whole names without further evidence; a slip of the keyboard ([`part_cost`]) is above.
/// Moved by `fixtures/names/cases.csv`.
pub const ALONE_LIMIT: f64 = 0.65;
/// The same where the two names keep the same company.
pub const NEAR_LIMIT: f64 = 0.9;

/// Is this pair one person by the names alone? Longer forms need the same first and last part, or a chain of بن.
pub fn same_by_name(a: &PersonName, b: &PersonName) -> Option<Match> {
    within(a, b, ALONE_LIMIT)
}

/// [`same_by_name`] with another limit for whole names.
pub fn within(a: &PersonName, b: &PersonName, limit: f64) -> Option<Match> {
    let m = compare(a, b)?;
    if other_father(a, b) {
        return None;
    }
    let shorter = a.parts.len().min(b.parts.len());
    let ok = match m.shape {
        Shape::Whole => shorter >= 2 && m.cost <= limit || shorter == 1 && m.cost <= 0.35,
        Shape::Middle => m.cost <= 0.5,
        Shape::Longer => {
            let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
            let tail = &long.parts[short.parts.len()..];
            let end = &short.parts[short.parts.len() - 1];
            m.cost <= 0.5
                && shorter >= 2
                && (tail.first().is_some_and(|p| p.child_of)
                    || (end.child_of || end.text.starts_with("ال")) && tail.iter().all(|p| p.text.starts_with("ال"))
                    || shorter >= 3)
        }
        Shape::End | Shape::Beginning => false,
    };
    ok.then_some(m)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        same_by_name(&PersonName::parse(a), &PersonName::parse(b)).is_some()
    }

    #[test]
    fn foreign_last_names_alike() {
        let alike = |a: &str, b: &str| alike_last(&PersonName::parse(a), &PersonName::parse(b));
        assert!(alike("سيباستيان كورتز", "سيباستيان كورز"));
        assert!(alike("جيدو فينكمان", "جويدو وينكمان"));
        assert!(!alike("بيتر هوفمان", "بيتر كوفمان"));
        // names that Arabs bear are not up for variation
        assert!(!alike("خالد حسين", "خالد حسان"));
        assert!(!alike("كورتز", "كورز"));
    }

    #[test]
    fn joined_parts_are_one_part() {
        assert_eq!(PersonName::parse("عبد الفتاح السيسي"), PersonName::parse("عبدالفتاح السيسي"));
        assert_eq!(PersonName::parse("أحمد أبو الغيط").parts.len(), 2);
        assert_eq!(PersonName::parse("جان إيف لو دريان"), PersonName::parse("جان إيف لودريان"));
        assert_eq!(PersonName::parse("حسن نصرالله"), PersonName::parse("حسن نصر الله"));
    }

    #[test]
    fn native_twins_stay_apart() {
        for (a, b) in [
            ("محمد بن سلمان", "محمد بن سلطان"),
            ("حسن رشاد", "حسين رشاد"),
            ("محمد عباس", "محمود عباس"),
            ("علي صلاح", "علي صالح"),
            ("سالم الدوسري", "سليم الدوسري"),
            ("محمد سلمان", "محمد بن سلمان"),
        ] {
            assert!(!same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn another_father_makes_another_son() {
        assert!(!same("حمدان بن راشد آل مكتوم", "حمدان بن محمد بن راشد آل مكتوم"));
        assert!(same("حمدان بن محمد", "حمدان بن محمد بن راشد"));
        assert!(same("حمد بن فطيس المري", "حمد بن عبد الله بن فطيس المري"));
    }

    #[test]
    fn waw_and_ya_are_two_vowels() {
        assert!(differ_early(&PersonName::parse("جين مور"), &PersonName::parse("جون مور")));
        assert!(same("رءوف عباس", "رؤوف عباس"));
        assert_eq!(part_cost("شوون", "شيون").map(|c| c.1), Some("hamza on waw or on ya"));
        assert!(part_cost("بوست", "بيست").is_some_and(|c| c.0 > 0.2));
    }

    #[test]
    fn early_differences_and_syllables() {
        let p = PersonName::parse;
        assert!(differ_early(&p("إنخيل غوريا"), &p("أنخيل كوريا")));
        assert!(differ_early(&p("كين وونغ"), &p("جين وونغ")));
        assert!(!differ_early(&p("ريك غيتس"), &p("ريك جيتس")));
        assert!(two_syllables(&p("كيم يونغ نام"), &p("كيم جونغ نام")));
        assert!(!two_syllables(&p("كيم يونغ نام"), &p("كيم يونج نام")));
        assert!(!two_syllables(&p("كيم يو جونغ"), &p("كيم يو يونغ")));
        assert!(!differ_early(&p("غاي روزن"), &p("جاي روزين")));
    }

    #[test]
    fn one_foreign_name_in_two_houses() {
        for (a, b) in [
            ("دونالد ترامب", "دونالد ترمب"),
            ("بنيامين نتنياهو", "بنيامين نتانياهو"),
            ("أنغيلا ميركل", "أنجيلا ميركل"),
            ("ديفيد ديفيس", "ديفيد ديفيز"),
            ("شي جين بينغ", "شي جينبينغ"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn names_in_the_middle_may_be_left_out() {
        assert!(same("عمر البشير", "عمر حسن أحمد البشير"));
        assert!(same("محمد بن سلمان", "محمد بن سلمان بن عبد العزيز آل سعود"));
    }
}
