//! Terms: the words of a document as things to compare. A light stem for each word, and how much a stem tells.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lang::lexicon::Lexicon;
use crate::model::TokenKind;
use crate::text::{Document, clitics, fold};

/// A stem, as a hash: two stems in a million collide, which no comparison notices.
pub type Stem = u32;

/// One word of a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Index into `Document::tokens`.
    pub token: u32,
    /// Its light stem.
    pub stem: Stem,
    /// True for grammar and reporting words, which say little about the subject.
    pub light: bool,
}

/// How many of 10,000 news articles hold a form: tells `وزير` from `و` + `زير`, and gives small runs their weights.
static FREQUENCY: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("frequency.tsv", include_str!("../lang/ar/frequency.tsv"));
    let (form, count) = (lexicon.column("form"), lexicon.column("per_10000"));
    lexicon.rows.iter().map(|r| (r.get(form), r.get(count).parse().unwrap_or(0))).collect()
});

/// The same by stem.
static BACKGROUND: LazyLock<FxHashMap<Stem, u32>> = LazyLock::new(|| {
    let mut by_stem: FxHashMap<Stem, u32> = FxHashMap::default();
    let lexicon = Lexicon::parse("frequency.tsv", include_str!("../lang/ar/frequency.tsv"));
    let (form, count) = (lexicon.column("form"), lexicon.column("per_10000"));
    for r in &lexicon.rows {
        let n: u32 = r.get(count).parse().unwrap_or(0);
        let sum = by_stem.entry(hash(stem(r.get(form)))).or_default();
        *sum = (*sum + n).min(10_000);
    }
    by_stem
});

static LIGHT: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("function_words.tsv", include_str!("../lang/ar/function_words.tsv"));
    let form = lexicon.column("form");
    lexicon.rows.iter().map(|r| fold::fold(r.get(form))).collect()
});

fn frequency(w: &str) -> u32 {
    FREQUENCY.get(w).copied().unwrap_or(0)
}

/// Is the first letter of a folded word `and` before a word of its own (`وإصابة`, not `وزير`)? By which of both news has more.
pub fn is_joined(w: &str) -> bool {
    let rest = w.strip_prefix('و').filter(|r| letters(r) >= 2);
    rest.is_some_and(|r| frequency(clitics::strip_article(r)) > frequency(w))
}

/// The consonants of a folded verb form without its person: `يقتل`, `قتلت` and `قتل` give `قتل`; with and without what may
/// be the prefix of the imperfect.
fn consonants(w: &str) -> [String; 2] {
    let w = clitics::strip_conjunction(w);
    let w = w.strip_prefix('س').filter(|r| r.starts_with(['ي', 'ت', 'ن']) && letters(r) >= 3).unwrap_or(w);
    let bare = |w: &str| -> String {
        let mut w = w;
        for suffix in ["هما", "وها", "وه", "تها", "ته", "ها", "هم", "نا", "تا", "وا", "ون", "ين", "ان", "ت", "ه", "ا"]
        {
            // تمت is short
            if let Some(rest) = w.strip_suffix(suffix)
                && letters(rest) >= if suffix == "ت" { 2 } else { 3 }
            {
                w = rest;
                break;
            }
        }
        w.chars().filter(|c| !matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ئ' | 'ؤ')).collect()
    };
    let without = w.strip_prefix(['ي', 'ت', 'ن', 'ا']).unwrap_or(w);
    [bare(w), bare(without)]
}

/// Are two folded words forms of one verb, as far as their consonants tell (`قتل`, `يقتل`)?
///
/// # Example
/// ```
/// use muqabala::link::terms::same_verb;
/// assert!(same_verb("تتسلم", "تسلمت"));
/// assert!(same_verb("يبدا", "بدا"));
/// assert!(same_verb("تتم", "تمت"));
/// assert!(same_verb("سيتم", "يتم"));
/// assert!(!same_verb("يخفي", "يخشي"));
/// ```
pub fn same_verb(x: &str, y: &str) -> bool {
    let (p, q) = (consonants(x), consonants(y));
    p.iter().any(|a| letters(a) >= 2 && q.contains(a)) || (p[1].len() >= 2 && p[1] == q[1])
}

/// Family of a stem that belongs to one: the stem of its first word.
static FAMILIES: LazyLock<FxHashMap<Stem, Stem>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("word_families.tsv", include_str!("../lang/ar/word_families.tsv"));
    let forms = lexicon.column("forms");
    let mut out = FxHashMap::default();
    for r in &lexicon.rows {
        let stems: Vec<Stem> = r.get(forms).split(' ').map(|f| hash(stem(&fold::fold(f)))).collect();
        for s in &stems {
            out.entry(*s).or_insert(stems[0]);
        }
    }
    out
});

/// Hash of a stem.
pub fn hash(stem: &str) -> Stem {
    xxhash_rust::xxh3::xxh3_64(stem.as_bytes()) as u32
}

/// The family of a stem (word_families.tsv), or the stem itself.
pub fn family(stem: Stem) -> Stem {
    FAMILIES.get(&stem).copied().unwrap_or(stem)
}

fn letters(w: &str) -> usize {
    w.chars().count()
}

/// True for grammar and reporting words, with or without conjunction.
pub fn is_light(folded: &str) -> bool {
    LIGHT.contains(folded) || {
        let rest = clitics::strip_conjunction(folded);
        rest.len() < folded.len() && LIGHT.contains(rest)
    }
}

/// The light stem of a folded word: a slice of it without proclitics, article and inflectional endings. Proclitics of
/// one letter go only when the rest is a commoner word than the whole (`وقال` → `قال`, `وزير` stays). Not a root: it
/// joins `الانتخابات` and `انتخابات`, not `انتخب`.
///
/// # Example
/// ```
/// use muqabala::link::terms::stem;
/// assert_eq!(stem("والانتخابات"), stem("للانتخابات"));
/// assert_eq!(stem("وزير"), "وزير");
/// ```
pub fn stem(w: &str) -> &str {
    let mut w = w;
    if letters(w) >= 4 {
        let mut stripped = false;
        for prefix in ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"]
        {
            if let Some(rest) = w.strip_prefix(prefix)
                && letters(rest) >= 3
            {
                w = rest;
                stripped = true;
                break;
            }
        }
        if !stripped {
            for _ in 0..2 {
                let mut chars = w.chars();
                let Some(first) = chars.next() else { break };
                let rest = chars.as_str();
                let least = match first {
                    'و' | 'ف' => 3,
                    'ب' | 'ل' | 'ك' | 'س' => 3,
                    _ => break,
                };
                if letters(rest) < least {
                    break;
                }
                let (whole, part) = (frequency(w), frequency(rest));
                let unknown_both = whole == 0 && part == 0;
                let joins = matches!(first, 'و' | 'ف');
                // sentences begin with وقال more often than they hold a bare قال
                let commoner = if joins { part * 5 > whole } else { part > whole };
                if commoner || (unknown_both && joins && letters(rest) >= 4) {
                    w = rest;
                } else {
                    break;
                }
            }
        }
    }
    for suffix in ["هما", "كما", "ها", "هم", "ات", "ان", "ون", "ين", "وا", "يه", "نا", "ه", "ي", "ا"]
    {
        if let Some(rest) = w.strip_suffix(suffix)
            && letters(rest) >= 3
        {
            return rest;
        }
    }
    if let Some(rest) = w.strip_suffix('ت')
        && letters(rest) >= 3
        && frequency(rest) > 0
    {
        return rest;
    }
    w
}

/// The words of a document, punctuation left out. Linear.
pub fn terms(doc: &Document) -> Vec<Term> {
    let mut out = Vec::with_capacity(doc.tokens.len());
    for (i, token) in doc.tokens.iter().enumerate() {
        let folded = doc.fold_of(i);
        let (stem, light) = match token.kind {
            TokenKind::Punct => continue,
            TokenKind::Arabic => (hash(stem(folded)), letters(folded) < 2 || is_light(folded)),
            _ => (hash(folded), false),
        };
        out.push(Term { token: i as u32, stem, light });
    }
    out
}

/// How much each stem tells: document frequencies of the run, backed by a news background so that a run of two
/// articles weighs words as a run of thousands.
#[derive(Debug, Default)]
pub struct Weights {
    counts: FxHashMap<Stem, u32>,
    documents: u32,
}

/// The background counts as much as this many articles of the run.
const BACKGROUND_ARTICLES: f32 = 2000.0;

impl Weights {
    /// Counts the stems of documents, given as one sorted list without repeats each. Linear.
    pub fn count<'a>(documents: impl Iterator<Item = &'a [Stem]>) -> Weights {
        let mut weights = Weights::default();
        for stems in documents {
            weights.documents += 1;
            for s in stems {
                *weights.counts.entry(*s).or_default() += 1;
            }
        }
        weights
    }

    /// Inverse document frequency, 0..=1: 0 for a word of every article, 1 for a word of one article in 100,000.
    pub fn of(&self, stem: Stem) -> f32 {
        let own = self.counts.get(&stem).copied().unwrap_or(0) as f32;
        // a form too rare for the table stands in some 8 of 10,000 articles
        let background = BACKGROUND.get(&stem).copied().unwrap_or(8) as f32 / 10_000.0;
        let share =
            (own + background * BACKGROUND_ARTICLES + 0.5) / (self.documents as f32 + BACKGROUND_ARTICLES + 0.5);
        (-share.min(1.0).ln() / 11.5).clamp(0.0, 1.0)
    }

    /// Articles of the run that hold the stem.
    pub fn documents_with(&self, stem: Stem) -> u32 {
        self.counts.get(&stem).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proclitics_go_only_when_a_word_is_left() {
        assert_eq!(stem("وقال"), "قال");
        assert_eq!(stem("وزير"), "وزير");
        assert_eq!(stem("لبنان"), "لبن");
        assert_eq!(stem("بلبنان"), stem("لبنان"));
        assert_eq!(stem("بيان"), "بيان");
    }

    #[test]
    fn endings_of_number_and_gender_fold_together() {
        assert_eq!(stem("المتظاهرين"), stem("متظاهرون"));
        assert_eq!(stem("الفلسطينيه"), stem("فلسطينيه"));
    }

    #[test]
    fn families_hold_spellings_plurals_and_nouns_of_verbs() {
        let family_of = |w: &str| family(hash(stem(w)));
        for (x, y) in [("الاميركي", "امريكي"), ("صواريخ", "صاروخ"), ("استقاله", "استقال"), ("ايراني", "ايران")]
        {
            assert_eq!(family_of(x), family_of(y), "{x} {y}");
        }
        assert_ne!(family_of("ارتفاع"), family_of("انخفاض"));
        assert_ne!(family_of("شمال"), family_of("جنوب"));
    }

    #[test]
    fn background_weighs_words_of_a_tiny_run() {
        let w = Weights::count([&[hash(stem("قال"))][..]].into_iter());
        assert!(w.of(hash(stem("زلزال"))) > w.of(hash(stem("عام"))));
    }
}
