//! A name in Arabic letters against one in Latin letters.
//!
//! Both become a sequence of consonants, each a set of sounds that it may stand for, with what stands between them;
//! two parts match when the sets meet one by one and the vowels do not forbid it (حسين needs an i, e or y before its
//! last consonant, Hassan has none).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::compare::{Match, PersonName, Shape, bare, is_native};
use crate::lang::gaz::Gazetteer;

const B: u16 = 1;
const T: u16 = 1 << 1;
const S: u16 = 1 << 2;
const SH: u16 = 1 << 3;
const K: u16 = 1 << 4;
const J: u16 = 1 << 5;
const F: u16 = 1 << 6;
const M: u16 = 1 << 7;
const N: u16 = 1 << 8;
const L: u16 = 1 << 9;
const R: u16 = 1 << 10;
const D: u16 = 1 << 11;
const Z: u16 = 1 << 12;
const X: u16 = 1 << 13;
const G: u16 = 1 << 14;

/// One consonant and the vowels before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sound {
    consonant: u16,
    /// Bits of [`A`], [`I`], [`U`]: long or written vowels since the consonant before.
    vowels: u8,
}
const A: u8 = 1;
const I: u8 = 2;
const U: u8 = 4;
/// A vowel or a guttural that Latin writes or leaves out.
const H: u8 = 8;
/// Two vowels in a row (Hussein).
const DIPHTHONG: u8 = 16;

fn arabic(word: &str) -> (Vec<Sound>, u8) {
    let mut out: Vec<Sound> = Vec::new();
    let mut vowels = 0;
    for c in word.chars() {
        let consonant = match c {
            'ب' | 'پ' => B,
            'ت' => T,
            'ط' => T,
            'ث' => T | S,
            'ج' => J | G | SH,
            'خ' => X | K,
            'د' => D,
            'ض' => D | Z,
            'ذ' => D | Z,
            'ظ' => D | Z,
            'ر' => R,
            'ز' => Z | S,
            'س' => S | Z,
            'ص' => S,
            'ش' => SH,
            'غ' => G | K | X | R,
            'ف' | 'ڤ' => F,
            'ق' => K | G,
            'ك' => K | G,
            'ل' => L,
            'م' => M,
            'ن' => N,
            'ا' => {
                vowels |= A;
                continue;
            }
            'و' => {
                vowels |= U;
                continue;
            }
            'ي' => {
                vowels |= I;
                continue;
            }
            _ => {
                vowels |= H;
                continue;
            }
        };
        out.push(Sound { consonant, vowels });
        vowels = 0;
    }
    (out, vowels)
}

fn latin(word: &str) -> (Vec<Sound>, u8) {
    let plain: Vec<char> = word.chars().flat_map(unaccented).collect();
    let mut out: Vec<Sound> = Vec::new();
    let mut vowels = 0;
    let mut i = 0;
    while i < plain.len() {
        let c = plain[i];
        let next = plain.get(i + 1).copied().unwrap_or(' ');
        let mut step = 1;
        if matches!((c, next), ('e' | 'a', 'i' | 'y') | ('e', 'e')) {
            vowels |= DIPHTHONG;
        }
        let consonant = match (c, next) {
            ('s', 'h') => {
                step = 2;
                SH
            }
            ('s', 'c') if plain.get(i + 2) == Some(&'h') => {
                step = 3;
                SH
            }
            ('t', 'c') if plain.get(i + 2) == Some(&'h') => {
                step = 3;
                SH
            }
            ('c', 'h') => {
                step = 2;
                SH | K | X
            }
            ('k', 'h') => {
                step = 2;
                X | K
            }
            ('g', 'h') => {
                step = 2;
                G | K
            }
            ('t', 'h') => {
                step = 2;
                T | S | D
            }
            ('d', 'h') => {
                step = 2;
                D | Z
            }
            ('p', 'h') => {
                step = 2;
                F
            }
            ('d', 'j') => {
                step = 2;
                J | G
            }
            ('z', 'h') => {
                step = 2;
                J | Z
            }
            ('c', 'k') => {
                step = 2;
                K
            }
            ('c', 'e' | 'i' | 'y') => S | SH,
            ('c', _) => K | SH | J,
            ('b' | 'p', _) => B,
            ('t', _) => T,
            ('d', _) => D | Z,
            ('s', _) => S | Z,
            ('z', _) => Z | S,
            ('j', _) => J | G | SH,
            ('g', _) => G | J | K,
            ('k' | 'q', _) => K | G,
            ('x', _) => K,
            ('f' | 'v', _) => F,
            ('m', _) => M,
            ('n', _) => N,
            ('l', _) => L,
            ('r', _) => R,
            ('a', _) => {
                vowels |= A;
                i += 1;
                continue;
            }
            ('e', 'e') | ('i' | 'y', _) => {
                vowels |= I;
                i += 1;
                continue;
            }
            ('e', _) => {
                vowels |= A | I;
                i += 1;
                continue;
            }
            ('o' | 'u' | 'w', _) => {
                vowels |= U;
                i += 1;
                continue;
            }
            _ => {
                vowels |= H;
                i += 1;
                continue;
            }
        };
        let doubled = out.last().is_some_and(|s: &Sound| s.consonant == consonant) && vowels == 0;
        if !doubled {
            out.push(Sound { consonant, vowels });
            vowels = 0;
        }
        i += step;
    }
    (out, vowels)
}

fn unaccented(c: char) -> Vec<char> {
    match c.to_ascii_lowercase() {
        'à'..='å' | 'ā' | 'ă' | 'ą' => vec!['a'],
        'ç' | 'ć' | 'č' => vec!['c', 'h'],
        'è'..='ë' | 'ē' | 'ę' | 'ě' => vec!['e'],
        'ì'..='ï' | 'ī' | 'ı' | 'İ' => vec!['i'],
        'ñ' | 'ń' | 'ň' => vec!['n'],
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => vec!['o'],
        'ù'..='ü' | 'ū' | 'ů' => vec!['u'],
        'ý' | 'ÿ' => vec!['y'],
        'š' | 'ş' | 'ș' | 'ś' => vec!['s', 'h'],
        'ž' | 'ż' | 'ź' => vec!['z', 'h'],
        'ğ' => vec!['g', 'h'],
        'ł' => vec!['l'],
        'ð' | 'đ' => vec!['d'],
        'ß' => vec!['s'],
        'ḥ' | 'ħ' => vec!['h'],
        'ṣ' => vec!['s'],
        'ṭ' | 'ţ' | 'ț' => vec!['t'],
        'ḍ' | 'ḏ' => vec!['d'],
        'ẓ' => vec!['z'],
        'æ' => vec!['a', 'e'],
        c => vec![c],
    }
}

/// A listed Latin spelling without accents, hyphens and article.
fn listed_spelling(l: &str) -> String {
    let l: String = l.chars().filter(|c| c.is_alphabetic()).flat_map(unaccented).collect();
    l.strip_prefix("al").or_else(|| l.strip_prefix("el")).filter(|r| r.len() >= 4).unwrap_or(&l).to_string()
}

/// Which native Arabic parts the lists write so in Latin.
fn written_so(spelling: &str) -> &'static [&'static str] {
    static LIST: OnceLock<FxHashMap<String, Vec<&'static str>>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let mut map: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
        for (word, part) in Gazetteer::get().all_parts() {
            if part.given + part.family >= 3 {
                for l in part.latin.split('|').filter(|l| !l.is_empty()) {
                    map.entry(listed_spelling(l)).or_default().push(word);
                }
            }
        }
        map
    });
    list.get(spelling).map_or(&[], Vec::as_slice)
}

/// Cost of one Arabic part against one Latin part; None when the consonants part ways, or when the lists write the
/// Latin for another Arabic name (Saleh is صالح, so it is not صلاح).
pub fn part_cost(a: &str, b: &str) -> Option<f64> {
    let g = Gazetteer::get();
    let plain: String = b.chars().flat_map(unaccented).collect();
    for w in [a, bare(a)] {
        if g.part(w).is_some_and(|p| p.latin.split('|').any(|l| listed_spelling(l) == plain)) {
            return Some(0.0);
        }
    }
    let others = written_so(&plain);
    if !others.is_empty() && is_native(a) && !others.iter().any(|o| super::compare::part_cost(a, o).is_some()) {
        return None;
    }
    let (x, x_end) = arabic(bare(a));
    let (y, y_end) = latin(b);
    if x.is_empty() || x.len() != y.len() {
        return None;
    }
    let mut cost = 0.0;
    for (i, (p, q)) in x.iter().zip(&y).enumerate() {
        if p.consonant & q.consonant == 0 {
            return None;
        }
        cost += vowel_cost(p.vowels, q.vowels, i == 0);
    }
    cost += vowel_cost(x_end, y_end, false) * 0.5;
    // two consonants and nothing else say little: سامي, Sam
    let limit = if x.len() < 3 { 0.4 } else { 0.45 + 0.1 * x.len() as f64 };
    (cost <= limit).then_some(cost)
}

fn vowel_cost(arabic: u8, latin: u8, first: bool) -> f64 {
    let mut cost: f64 = 0.0;
    // a written و or ي asks for its sound
    if arabic & I != 0 && latin & (I | H) == 0 {
        cost += 0.5;
    }
    if arabic & U != 0 && latin & U == 0 && !(first && latin & H != 0) {
        cost += 0.8;
    }
    if arabic & A != 0 && latin & (A | I | U | H) == 0 && !first {
        cost += 0.3;
    }
    // nothing written: a short vowel; only i and u that are long in Latin speak against it
    if arabic == 0 && !first && latin & I != 0 && latin & A != 0 && latin & DIPHTHONG != 0 {
        cost += 0.5;
    }
    if arabic & (I | U) == 0 && latin & H == 0 && arabic & A != 0 && latin & (I | U) != 0 && latin & A == 0 {
        cost += 0.4;
    }
    cost
}

/// Articles and links of romanised names.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "al" | "el" | "ul" | "ur" | "ad" | "as" | "ash" | "an" | "ed" | "es" | "bin" | "ben" | "ibn" | "bint" | "ould"
    )
}

/// Compares a name in Arabic letters with one in Latin letters: parts in order, at least two of them.
pub fn compare(a: &PersonName, b: &PersonName) -> Option<Match> {
    let words: Vec<&str> = b.parts.iter().map(|p| p.text.as_str()).filter(|w| !is_link(w)).collect();
    let parts: Vec<&str> = a.parts.iter().map(|p| p.text.as_str()).collect();
    if parts.is_empty() || words.is_empty() {
        return None;
    }
    // each Arabic part takes one Latin word or two or three that belong together (Abdel Fattah, Abu l Gheit)
    let mut cost = 0.0;
    let mut at = 0;
    let mut matched = 0;
    let mut skipped = 0;
    let mut ends_meet = false;
    for (i, p) in parts.iter().enumerate() {
        let mut best: Option<(usize, f64)> = None;
        for skip in 0..=1.min(words.len().saturating_sub(at)) {
            for take in 1..=3usize {
                if at + skip + take > words.len() {
                    break;
                }
                let joined: String = words[at + skip..at + skip + take].concat();
                let together = part_cost(p, &joined);
                let c = together.map(|c| c + 0.05 * (take - 1) as f64 + 0.1 * skip as f64);
                if let Some(c) = c
                    && best.is_none_or(|(_, b)| c < b)
                {
                    best = Some((skip + take, c));
                }
            }
        }
        match best {
            Some((used, c)) => {
                matched += 1;
                cost += c;
                at += used;
                ends_meet = i + 1 == parts.len() && at == words.len();
            }
            None => skipped += 1,
        }
    }
    let whole = matched == parts.len() && at == words.len();
    let least = if parts.len() == 1 && words.len() <= 3 { 1 } else { 2 };
    if matched < least || skipped > 1 || skipped > 0 && (parts.len() < 3 || !ends_meet) {
        return None;
    }
    if at != words.len() && matched < 2 {
        return None;
    }
    let shape = if whole { Shape::Whole } else { Shape::Middle };
    Some(Match {
        shape,
        cost: cost / matched as f64 + if whole { 0.0 } else { 0.1 },
        reasons: vec!["consonants and vowels of the two scripts agree".into()],
    })
}

#[cfg(test)]
mod tests {
    use super::super::compare::same_by_name;
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        same_by_name(&PersonName::parse(a), &PersonName::parse(b)).is_some()
    }

    #[test]
    fn arabic_and_latin_meet() {
        for (a, b) in [
            ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
            ("بشار الأسد", "Bashar al-Assad"),
            ("محمد بن سلمان", "Mohammed bin Salman"),
            ("دونالد ترامب", "Donald Trump"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn vowels_keep_hassan_and_hussein_apart() {
        assert!(!same("حسن روحاني", "Hussein Rouhani"));
        assert!(!same("محمود عباس", "Mohamed Abbas"));
    }
}
