//! Features of words for the tagger, the same code in training and in tagging.
//!
//! Almost everything depends on one word type alone (an *atom*) and is used at several offsets from the word tagged;
//! so the scores of a type are summed once and kept. Only pairs of words and phrases of the gazetteers are looked at
//! token by token.

use super::lexicon::{Entry, Lexicon, NO_CLASS, word_hash};
use crate::lang::gaz::Gazetteer;
use crate::text::fold::{CharClass, class};

/// Largest offset at which a neighbour's atoms are used.
pub const REACH: usize = 2;
/// Offsets: -2, -1, 0, 1, 2.
pub const OFFSETS: usize = 2 * REACH + 1;
/// Bytes of label statistics of a word, before packing.
pub const STATS: usize = 12;
/// Class of a word that has none.
const CLASS_UNKNOWN: u64 = 999;
/// Class outside the sentence.
pub const CLASS_OUTSIDE: u64 = 998;
/// Word outside the sentence.
pub const WORD_OUTSIDE: u64 = 0x5eed;

/// What a feature speaks of; part of its hash, so the numbers must not change under a trained model.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
enum Kind {
    Bias = 1,
    Word,
    Stem,
    Prefix,
    Suffix,
    Shape,
    Length,
    ExchangeCoarse,
    ExchangeFine,
    Vector,
    Gazetteer,
    GazetteerAll,
    NamePart,
    Statistic,
    NoStatistic,
    Unknown,
    Outside,
    WordPairBefore,
    WordPairAfter,
    ClassPairBefore,
    ClassPairAfter,
    ClassPairAround,
    ClassPairTwoBefore,
    ClassPairTwoAfter,
    WordClass,
    ClassWord,
    PhraseFirst,
    PhraseRest,
    ParticleGazetteer,
    WordPairAround,
}

/// Scrambles a number (the finaliser of splitmix64).
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn feature(kind: Kind, a: u64, b: u64) -> u64 {
    mix(a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ mix(b.wrapping_add((kind as u64) << 40)))
}

/// An atom: its hash and the largest offset it is used at.
pub type Atom = (u64, u8);

/// The always-on feature.
pub fn bias() -> u64 {
    feature(Kind::Bias, 0, 0)
}

/// The feature of an offset that lies outside the sentence (index 0 is offset -2).
pub fn outside(offset: usize) -> u64 {
    feature(Kind::Outside, offset as u64, 0)
}

/// A feature of one domain of the training data alone.
pub fn of_domain(hash: u64, domain: u8) -> u64 {
    mix(hash ^ (u64::from(domain) + 1).wrapping_mul(0x2545_f491_4f6c_dd1d))
}

/// The word as the tagger looks at it: digits made one and cut to four, punctuation at the edges off.
/// Takes and gives a folded word.
pub fn normal(folded: &str) -> String {
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return "0".repeat(folded.len().clamp(1, 4));
    }
    let trimmed = folded.trim_matches(|c: char| class(c) == CharClass::Punct);
    let word = if trimmed.is_empty() { folded } else { trimmed };
    word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// What is remembered of a type for features of several words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TypeKeys {
    /// Hash of the normal word.
    pub word: u64,
    /// Coarse class.
    pub class: u64,
    /// Hash of the stem: words are the same elsewhere in a document when their stems are.
    pub stem: u64,
    /// Particle bytes before the stem, when the stem is another word.
    pub particle: u8,
    /// A gazetteer phrase of at least two words begins with the word (1) or with the word without a particle (2).
    pub phrase: u8,
}

/// Words particles are taken from when gazetteers are asked.
const PARTICLES: [&str; 5] = ["و", "ف", "ب", "ل", "ك"];
/// Prefixes taken off for stem features.
const PREFIXES: [&str; 20] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول", "وك", "فب", "فل", "وبال", "س",
    "ا",
];

fn gazetteer_bits(gaz: &Gazetteer, word: &str) -> u32 {
    let mut bits = u32::from(gaz.classes(word));
    if let Some(part) = gaz.part(word) {
        bits |= 1 << 16;
        if part.given > 0 {
            bits |= 1 << 17;
        }
        if part.family > 0 {
            bits |= 1 << 18;
        }
        if part.given >= 20 {
            bits |= 1 << 19;
        }
        if part.family >= 20 {
            bits |= 1 << 20;
        }
        if part.sources == "g" {
            bits |= 1 << 21;
        }
        if part.sources.contains('f') {
            bits |= 1 << 22;
        }
        if part.sources.contains('p') {
            bits |= 1 << 23;
        }
    }
    if let Some(head) = gaz.head(word) {
        bits |= if head.adjective { 1 << 24 } else { 1 << 25 };
    }
    if gaz.longest_from(word) > 1 {
        bits |= 1 << 26;
    }
    bits
}

/// Appends the atoms of a folded word and returns its keys. `stats` gives the label statistics of a lexicon entry.
/// Linear in the word's length and the number of lists.
pub fn atoms(
    folded: &str,
    lexicon: &Lexicon,
    gaz: &Gazetteer,
    stats: &dyn Fn(&Entry) -> Option<[u8; STATS]>,
    out: &mut Vec<Atom>,
) -> TypeKeys {
    let word = normal(folded);
    let word = word.as_str();
    let cuts: Vec<usize> = word.char_indices().map(|c| c.0).chain([word.len()]).collect();
    let letters = cuts.len() - 1;
    let own_hash = word_hash(word);
    out.push((feature(Kind::Word, own_hash, 0), 2));
    out.push((feature(Kind::Stem, own_hash, 0), 1));
    for prefix in PREFIXES {
        if let Some(rest) = word.strip_prefix(prefix)
            && rest.chars().nth(1).is_some()
        {
            out.push((feature(Kind::Stem, word_hash(rest), 0), 1));
        }
    }
    for k in 1..=letters.min(5) {
        if k <= 4 {
            out.push((feature(Kind::Prefix, word_hash(&word[..cuts[k]]), 0), u8::from(k == 2)));
        }
        out.push((feature(Kind::Suffix, word_hash(&word[cuts[letters - k]..]), 0), u8::from(k == 3)));
    }
    let shape = if word.bytes().all(|b| b.is_ascii_digit()) {
        1
    } else if word.chars().any(|c| c.is_ascii_digit()) {
        2
    } else {
        match word.chars().next().map(class) {
            Some(CharClass::Latin) => 3,
            Some(CharClass::Arabic) => 4,
            _ => 5,
        }
    };
    out.push((feature(Kind::Shape, shape, 0), 1));
    out.push((feature(Kind::Length, letters.min(9) as u64, shape), 0));

    let own = lexicon.get(word);
    let stem = lexicon.stem(word);
    for (stemmed, entry) in [(0u64, own), (1, stem.map(|s| s.1))] {
        let Some(entry) = entry else { continue };
        if entry.exchange[0] != NO_CLASS {
            out.push((feature(Kind::ExchangeCoarse, u64::from(entry.exchange[0]), stemmed), 2));
        }
        if entry.exchange[1] != NO_CLASS {
            out.push((feature(Kind::ExchangeFine, u64::from(entry.exchange[1]), stemmed), 2));
        }
        for (i, &v) in entry.vector.iter().enumerate() {
            if v != NO_CLASS {
                let reach = if stemmed == 1 { 1 } else { 2 };
                out.push((feature(Kind::Vector, u64::from(v), stemmed * 4 + i as u64), reach));
            }
        }
        match stats(&entry) {
            Some(values) => {
                for (i, &v) in values.iter().enumerate() {
                    if v != 0 {
                        out.push((feature(Kind::Statistic, i as u64 * 16 + u64::from(v), stemmed), 2));
                    }
                }
            }
            None if stemmed == 0 => out.push((feature(Kind::NoStatistic, 0, 0), 1)),
            None => {}
        }
    }
    if own.is_none() && stem.is_none() {
        out.push((feature(Kind::Unknown, 0, 0), 2));
    }

    let bits = gazetteer_bits(gaz, word);
    let stem_bits = stem.map_or(0, |s| gazetteer_bits(gaz, s.0));
    for (stemmed, bits) in [(0u64, bits), (1, stem_bits)] {
        if bits == 0 {
            continue;
        }
        for bit in 0..27u64 {
            if bits >> bit & 1 == 1 {
                out.push((feature(Kind::Gazetteer, bit, stemmed), 2));
            }
        }
        out.push((feature(Kind::GazetteerAll, u64::from(bits & 0xffff), stemmed), 1));
        out.push((feature(Kind::NamePart, u64::from(bits >> 16), stemmed), 1));
    }
    let mut phrase = u8::from(bits >> 26 & 1 == 1);
    let mut rest_bits = 0;
    for particle in PARTICLES {
        if let Some(rest) = word.strip_prefix(particle) {
            rest_bits |= gazetteer_bits(gaz, rest);
        }
    }
    if rest_bits >> 26 & 1 == 1 {
        phrase |= 2;
    }
    if bits & 0xffff == 0 {
        for bit in 0..27u64 {
            if rest_bits >> bit & 1 == 1 {
                out.push((feature(Kind::ParticleGazetteer, bit, 0), 1));
            }
        }
    }
    let coarse = own.filter(|e| e.exchange[0] != NO_CLASS).or(stem.map(|s| s.1));
    TypeKeys {
        word: own_hash,
        class: coarse.map_or(CLASS_UNKNOWN, |e| u64::from(e.exchange[0])),
        stem: stem.map_or(own_hash, |s| word_hash(s.0)),
        particle: stem.map_or(0, |s| (word.len() - s.0.len()).min(255) as u8),
        phrase,
    }
}

/// Appends the features of word `i` that look at more than one word. `keys` gives the keys of the word at an index,
/// outside the sentence those of nothing. `context_only` leaves out whatever looks at the word itself.
pub fn pairs(i: usize, n: usize, keys: &dyn Fn(usize) -> TypeKeys, context_only: bool, out: &mut Vec<u64>) {
    let at = |d: isize| -> (u64, u64) {
        let j = i as isize + d;
        if j < 0 || j >= n as isize {
            (WORD_OUTSIDE, CLASS_OUTSIDE)
        } else {
            let k = keys(j as usize);
            (k.word, k.class)
        }
    };
    let (before2, before, own, after, after2) = (at(-2), at(-1), at(0), at(1), at(2));
    out.push(feature(Kind::ClassPairAround, before.1, after.1));
    out.push(feature(Kind::ClassPairTwoBefore, before2.1, before.1));
    out.push(feature(Kind::ClassPairTwoAfter, after.1, after2.1));
    if context_only {
        out.push(feature(Kind::WordPairAround, before.0, after.0));
        return;
    }
    out.push(feature(Kind::WordPairBefore, before.0, own.0));
    out.push(feature(Kind::WordPairAfter, own.0, after.0));
    out.push(feature(Kind::ClassPairBefore, before.1, own.1));
    out.push(feature(Kind::ClassPairAfter, own.1, after.1));
    out.push(feature(Kind::WordClass, before.0, own.1));
    out.push(feature(Kind::ClassWord, before.1, own.0));
}

/// Longest phrase of the gazetteers that begins at word `i` (folded words), as its length and classes; the first word
/// may carry a particle when `phrase` of its keys says so. At most six words.
pub fn phrase(
    i: usize,
    n: usize,
    word: &dyn Fn(usize) -> String,
    keys: TypeKeys,
    gaz: &Gazetteer,
) -> Option<(usize, u16)> {
    if keys.phrase == 0 {
        return None;
    }
    let whole = word(i);
    let mut starts: Vec<&str> = Vec::with_capacity(3);
    if keys.phrase & 1 == 1 {
        starts.push(&whole);
    }
    if keys.phrase & 2 == 2 {
        starts.extend(PARTICLES.iter().filter_map(|p| whole.strip_prefix(p)));
    }
    for start in starts {
        let longest = gaz.longest_from(start).min(6).min(n - i);
        let mut key = start.to_string();
        let mut best = None;
        for k in 1..longest {
            key.push(' ');
            key.push_str(&word(i + k));
            let classes = gaz.classes(&key);
            if classes != 0 {
                best = Some((k + 1, classes));
            }
        }
        if best.is_some() {
            return best;
        }
    }
    None
}

/// Features of a word inside a gazetteer phrase, by class of the phrase.
pub fn phrase_features(classes: u16, first: bool, out: &mut Vec<u64>) {
    let kind = if first { Kind::PhraseFirst } else { Kind::PhraseRest };
    for bit in 0..16u64 {
        if classes >> bit & 1 == 1 {
            out.push(feature(kind, bit, 0));
        }
    }
}

/// Number of features about the same word elsewhere in the document.
pub const DOCUMENT_FEATURES: usize = 112;

/// Features from the labels that the same word has elsewhere in the document: `counts` by label (see
/// [`super::weights::LABELS`]). Indices below [`DOCUMENT_FEATURES`].
pub fn elsewhere(counts: &[u32; 9], out: &mut Vec<u8>) {
    let total: u32 = counts.iter().sum();
    if total == 0 {
        return;
    }
    let mut any = false;
    for kind in 0..4usize {
        let (first, rest) = (counts[1 + 2 * kind], counts[2 + 2 * kind]);
        let sum = first + rest;
        if sum == 0 {
            continue;
        }
        any = true;
        let share = (sum * 4 / total) as usize;
        out.push((kind * 5 + share) as u8);
        out.push((20 + kind * 20 + (sum.min(4) as usize - 1) * 5 + share) as u8);
        if first > 0 {
            out.push((100 + kind) as u8);
        }
        if rest > 0 {
            out.push((104 + kind) as u8);
        }
    }
    if !any {
        out.push(108 + (total.min(4) - 1) as u8);
    }
}

/// Hash of a document feature seen at the word itself (1), the word before (0) or after (2), for the weights.
pub fn elsewhere_hash(index: u8, place: usize) -> u64 {
    mix(0xd0c0_0000 + u64::from(index) * 4 + place as u64)
}
