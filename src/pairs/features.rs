//! What two short statements have in common and where they part, as numbers.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::vectors::{self, Vectors, cosine, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::similarity;
use crate::text::fold::fold;

/// Word pairs that turn a statement into its opposite, by light stem, and words that deny.
struct Opposites {
    pairs: FxHashSet<(String, String)>,
    particles: FxHashSet<String>,
    verbs: FxHashSet<String>,
}

static OPPOSITES: LazyLock<Opposites> = LazyLock::new(|| {
    let mut pairs = FxHashSet::default();
    let lexicon = Lexicon::parse("antonyms.tsv", include_str!("../lang/ar/antonyms.tsv"));
    let (a, b) = (lexicon.column("a"), lexicon.column("b"));
    for row in &lexicon.rows {
        for x in row.get(a).split_whitespace() {
            for y in row.get(b).split_whitespace() {
                let (x, y) = (stem(&fold(x)), stem(&fold(y)));
                pairs.insert((x.clone(), y.clone()));
                pairs.insert((y, x));
            }
        }
    }
    let lexicon = Lexicon::parse("negation.tsv", include_str!("../lang/ar/negation.tsv"));
    let (form, class) = (lexicon.column("form"), lexicon.column("class"));
    let of = |wanted: &str| -> FxHashSet<String> {
        lexicon.rows.iter().filter(|r| r.get(class) == wanted).map(|r| fold(r.get(form))).collect()
    };
    Opposites { pairs, particles: of("particle"), verbs: of("verb") }
});

/// Function words: they say nothing about what a statement is about.
static FUNCTION_WORDS: Words = Words::new(&words::COMPARING, "says nothing of the matter");

/// Light stem of a folded word: without conjunction, article, the prepositions ب ل ك before a longer word, the prefix of
/// the imperfect, and the endings of number, gender and relation.
pub fn stem(word: &str) -> String {
    let mut w = key(word);
    for prefix in ["بال", "كال", "وال", "فال"] {
        if let Some(rest) = w.strip_prefix(prefix)
            && rest.chars().count() >= 3
        {
            w = rest;
        }
    }
    let mut s: Vec<char> = w.chars().collect();
    if s.len() > 4 && matches!(s[0], 'ب' | 'ل' | 'س') {
        s.remove(0);
    }
    if s.len() > 3 && matches!(s[0], 'ي' | 'ت' | 'ن') {
        s.remove(0);
    }
    for suffix in ["هما", "تين", "تان", "يه", "ين", "ون", "ان", "ات", "وا", "ها", "هم", "ه", "ي", "ا"]
    {
        let tail: Vec<char> = suffix.chars().collect();
        if s.len() >= tail.len() + 3 && s.ends_with(&tail) {
            s.truncate(s.len() - tail.len());
            break;
        }
    }
    s.into_iter().collect()
}

/// Consonants of a stem: weak letters, and the ت of the eighth and fifth form, gone.
fn root(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let kept: String = letters
        .iter()
        .enumerate()
        .filter(|(i, c)| {
            let weak = matches!(c, 'ا' | 'و' | 'ي' | 'ء');
            let added = letters.len() > 3 && *i <= 2 && matches!(c, 'ت' | 'ن' | 'م' | 'س');
            !weak && !added
        })
        .map(|(_, c)| *c)
        .collect();
    if kept.chars().count() >= 2 { kept } else { stem.to_string() }
}

/// A statement taken apart once.
pub struct Side {
    words: Vec<String>,
    stems: Vec<String>,
    roots: Vec<String>,
    content: Vec<bool>,
    numbers: Vec<String>,
    joined: String,
}

impl Side {
    /// Takes a statement apart.
    pub fn new(text: &str) -> Side {
        let words = vectors::words(text);
        let stems: Vec<String> = words.iter().map(|w| stem(w)).collect();
        let roots = stems.iter().map(|s| root(s)).collect();
        let content = words.iter().map(|w| !FUNCTION_WORDS.has(w.as_str()) && w.chars().count() > 1).collect();
        let numbers = words
            .iter()
            .flat_map(|w| w.split(|c: char| !c.is_ascii_digit()))
            .filter(|d| !d.is_empty())
            .map(str::to_string)
            .collect();
        Side { joined: words.join(" "), words, stems, roots, content, numbers }
    }

    fn content_of<'a>(&'a self, of: &'a [String]) -> impl Iterator<Item = &'a str> {
        of.iter().zip(&self.content).filter(|(_, c)| **c).map(|(s, _)| s.as_str())
    }
}

/// Features of a pair: dense numbers, and sparse names of the words that differ.
pub struct Features {
    /// Dense features, always the same number in the same order.
    pub dense: Vec<f64>,
    /// Sparse features.
    pub sparse: Vec<String>,
    /// Reasons for people.
    pub reasons: Vec<String>,
}

fn dice(a: &FxHashSet<&str>, b: &FxHashSet<&str>) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 0.0;
    }
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
}

fn containment(a: &FxHashSet<&str>, b: &FxHashSet<&str>) -> f64 {
    if a.is_empty() { 0.0 } else { a.intersection(b).count() as f64 / a.len() as f64 }
}

fn grams(text: &str, n: usize) -> FxHashMap<u64, i32> {
    let letters: Vec<char> = format!(" {text} ").chars().collect();
    let mut out: FxHashMap<u64, i32> = FxHashMap::default();
    for w in letters.windows(n) {
        let s: String = w.iter().collect();
        *out.entry(xxhash_rust::xxh3::xxh3_64(s.as_bytes())).or_default() += 1;
    }
    out
}

fn gram_dice(a: &str, b: &str, n: usize) -> f64 {
    let (x, y) = (grams(a, n), grams(b, n));
    let total: i32 = x.values().sum::<i32>() + y.values().sum::<i32>();
    let shared: i32 = x.iter().map(|(k, c)| (*c).min(y.get(k).copied().unwrap_or(0))).sum();
    if total == 0 { 0.0 } else { 2.0 * shared as f64 / total as f64 }
}

/// Length of the longest common subsequence of two lists. Quadratic in short lists.
fn common_subsequence(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (j, y) in b.iter().enumerate() {
            let here = row[j + 1];
            row[j + 1] = if x == y { before + 1 } else { here.max(row[j]) };
            before = here;
        }
    }
    row[b.len()]
}

/// Compares two statements. Milliseconds at most; about 20 microseconds for headlines.
pub fn compare(a: &Side, b: &Side, vectors: &Vectors) -> Features {
    let opposites = &*OPPOSITES;
    let mut f = Vec::with_capacity(72);
    let set = |s: &Side, of: fn(&Side) -> &Vec<String>| -> FxHashSet<String> {
        s.content_of(of(s)).map(str::to_string).collect()
    };
    let (wa, wb) = (set(a, |s| &s.words), set(b, |s| &s.words));
    let (sa, sb) = (set(a, |s| &s.stems), set(b, |s| &s.stems));
    let (ra, rb) = (set(a, |s| &s.roots), set(b, |s| &s.roots));
    fn view(s: &FxHashSet<String>) -> FxHashSet<&str> {
        s.iter().map(String::as_str).collect()
    }
    for (x, y) in [(&wa, &wb), (&sa, &sb), (&ra, &rb)] {
        let (x, y) = (view(x), view(y));
        f.push(dice(&x, &y));
        f.push(containment(&x, &y));
        f.push(containment(&y, &x));
    }
    // weighted by rarity
    let weight_of = |s: &Side, i: usize| vectors.weight(&s.words[i]);
    let weighted = |x: &Side, y: &FxHashSet<String>| {
        let (mut shared, mut all) = (0.0, 0.0);
        for i in (0..x.words.len()).filter(|i| x.content[*i]) {
            let w = weight_of(x, i);
            all += w;
            if y.contains(&x.stems[i]) {
                shared += w;
            }
        }
        (shared, all)
    };
    let ((x, xa), (y, ya)) = (weighted(a, &sb), weighted(b, &sa));
    f.push(if xa + ya > 0.0 { (x + y) / (xa + ya) } else { 0.0 });
    f.push(if xa > 0.0 { x / xa } else { 0.0 });
    f.push(if ya > 0.0 { y / ya } else { 0.0 });
    for n in 2..=4 {
        f.push(gram_dice(&a.joined, &b.joined, n));
    }
    f.push(similarity::jaro_winkler(&a.joined, &b.joined));
    f.push(similarity::normalized_levenshtein(&a.joined, &b.joined));
    let common = common_subsequence(&a.stems, &b.stems);
    let longest = a.stems.len().max(b.stems.len()).max(1);
    f.push(common as f64 / longest as f64);
    f.push(common as f64 / a.stems.len().min(b.stems.len()).max(1) as f64);
    f.push(a.words.len() as f64);
    f.push(b.words.len() as f64);
    f.push(a.words.len() as f64 - b.words.len() as f64);

    // words without a partner of the same stem or root
    let lonely = |s: &Side, other_stems: &FxHashSet<String>, other_roots: &FxHashSet<String>| -> Vec<usize> {
        (0..s.words.len())
            .filter(|&i| s.content[i] && !other_stems.contains(&s.stems[i]) && !other_roots.contains(&s.roots[i]))
            .collect()
    };
    let (la, lb) = (lonely(a, &sb, &rb), lonely(b, &sa, &ra));
    f.push(la.len() as f64);
    f.push(lb.len() as f64);
    f.push((la.len() == 1 && lb.len() == 1) as u8 as f64);
    f.push((la.is_empty() && lb.is_empty()) as u8 as f64);
    f.push((la.is_empty() != lb.is_empty()) as u8 as f64);
    f.push(la.len().min(3) as f64 * lb.len().min(3) as f64);

    // numbers
    let (na, nb): (FxHashSet<&str>, FxHashSet<&str>) =
        (a.numbers.iter().map(String::as_str).collect(), b.numbers.iter().map(String::as_str).collect());
    f.push((!na.is_empty() && na == nb) as u8 as f64);
    f.push((!na.is_empty() && !nb.is_empty() && na.is_disjoint(&nb)) as u8 as f64);
    f.push((na.is_empty() != nb.is_empty()) as u8 as f64);
    f.push(na.symmetric_difference(&nb).count() as f64);

    // denial
    let count = |s: &Side, of: &FxHashSet<String>| {
        s.words.iter().filter(|w| of.contains(w.as_str()) || of.contains(key(w))).count() as f64
    };
    let (pa, pb) = (count(a, &opposites.particles), count(b, &opposites.particles));
    let (va, vb) = (count(a, &opposites.verbs), count(b, &opposites.verbs));
    f.extend([pa, pb, (pa - pb).abs().min(1.0), va, vb, (va - vb).abs().min(1.0)]);

    // opposites
    let mut reasons = Vec::new();
    let mut opposed = 0.0;
    for &i in &la {
        for &j in &lb {
            if opposites.pairs.contains(&(a.stems[i].clone(), b.stems[j].clone())) {
                opposed += 1.0;
                reasons.push(format!("opposites: {} / {}", a.words[i], b.words[j]));
            }
        }
    }
    let mut opposed_anywhere = 0.0;
    for x in a.content_of(&a.stems) {
        for y in b.content_of(&b.stems) {
            if opposites.pairs.contains(&(x.to_string(), y.to_string())) {
                opposed_anywhere += 1.0;
            }
        }
    }
    f.push(f64::min(opposed, 2.0));
    f.push(f64::min(opposed_anywhere, 2.0));

    // nearest partner by meaning for each lonely word
    let soft = |from: &Side, lonely: &[usize], to: &Side| -> (f64, f64, f64) {
        let (mut sum, mut least, mut all, mut known) = (0.0, 1.0f64, 0.0, 0.0);
        for &i in lonely {
            if vectors.get(&from.words[i]).is_none() {
                continue;
            }
            known += 1.0;
            let best = to
                .words
                .iter()
                .enumerate()
                .filter(|(j, _)| to.content[*j])
                .map(|(_, w)| vectors.cosine(&from.words[i], w))
                .fold(0.0f64, f64::max);
            let w = vectors.weight(&from.words[i]);
            sum += best * w;
            all += w;
            least = least.min(best);
        }
        (if all > 0.0 { sum / all } else { 1.0 }, if known > 0.0 { least } else { 1.0 }, known)
    };
    for (x, y, z) in [soft(a, &la, b), soft(b, &lb, a)] {
        f.extend([x, y, z]);
    }
    // lonely against lonely: one word standing where the other stood
    let mut best_lonely = 0.0f64;
    for &i in &la {
        for &j in &lb {
            best_lonely = best_lonely.max(vectors.cosine(&a.words[i], &b.words[j]));
        }
    }
    f.push(best_lonely);
    let mean = |s: &Side, only: Option<&[usize]>| -> Vec<f64> {
        let mut m = vec![0.0; vectors::DIMENSIONS];
        for i in 0..s.words.len() {
            if !s.content[i] || only.is_some_and(|o| !o.contains(&i)) {
                continue;
            }
            if let Some(v) = vectors.get(&s.words[i]) {
                let w = vectors.weight(&s.words[i]) / 127.0;
                for (m, v) in m.iter_mut().zip(v) {
                    *m += w * *v as f64;
                }
            }
        }
        m
    };
    let (ma, mb) = (mean(a, None), mean(b, None));
    f.push(cosine(ma.iter().copied(), mb.iter().copied()));
    let (ma, mb) = (mean(a, Some(&la)), mean(b, Some(&lb)));
    f.push(cosine(ma.iter().copied(), mb.iter().copied()));

    // ends and order
    let same = |x: Option<&String>, y: Option<&String>| (x.is_some() && x == y) as u8 as f64;
    f.push(same(a.stems.first(), b.stems.first()));
    f.push(same(a.stems.last(), b.stems.last()));
    f.push(same(a.roots.first(), b.roots.first()));
    let (ja, jb): (Vec<&str>, Vec<&str>) = (a.content_of(&a.words).collect(), b.content_of(&b.words).collect());
    f.push((ja == jb) as u8 as f64);

    let mut sparse = Vec::new();
    for &i in &la {
        sparse.push(format!("a:{}", a.stems[i]));
    }
    for &j in &lb {
        sparse.push(format!("b:{}", b.stems[j]));
        if j > 0 {
            sparse.push(format!("b2:{} {}", b.stems[j - 1], b.stems[j]));
        }
    }
    for &i in &la {
        for &j in &lb {
            let (x, y) = (&a.stems[i], &b.stems[j]);
            let (x, y) = if x < y { (x, y) } else { (y, x) };
            sparse.push(format!("p:{x} {y}"));
        }
    }
    for w in &b.words {
        if (opposites.particles.contains(w) || opposites.verbs.contains(w)) && !a.words.contains(w) {
            sparse.push(format!("nb:{w}"));
        }
    }
    for w in &a.words {
        if (opposites.particles.contains(w) || opposites.verbs.contains(w)) && !b.words.contains(w) {
            sparse.push(format!("na:{w}"));
        }
    }
    if !na.is_empty() && !nb.is_empty() && na.is_disjoint(&nb) {
        reasons.push(format!("numbers differ: {} / {}", a.numbers.join(" "), b.numbers.join(" ")));
    }
    if pa + va != pb + vb {
        reasons.push("a denial stands on one side only".into());
    }
    reasons.insert(0, format!("shared words {:.2}", f[3]));
    if la.len() == 1 && lb.len() == 1 {
        reasons.push(format!("one word differs: {} / {}", a.words[la[0]], b.words[lb[0]]));
    }
    Features { dense: f, sparse, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_and_noun_of_one_root_meet() {
        assert_eq!(root(&stem("انسحاب")), root(&stem("ينسحب")));
    }

    #[test]
    fn opposites_are_seen_through_inflection() {
        let v = Vectors::default();
        let f = compare(&Side::new("ارتفاع أسعار النفط"), &Side::new("انخفاض أسعار النفط"), &v);
        assert!(f.reasons.iter().any(|r| r.starts_with("opposites")), "{:?}", f.reasons);
    }
}
