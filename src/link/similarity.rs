//! The only door to string similarity.

/// Jaro-Winkler similarity of two folded strings, 0..=1. Ranks spellings; never a verdict by itself.
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// Levenshtein similarity over the longer length, 0..=1. Quadratic: for short strings.
pub fn normalized_levenshtein(a: &str, b: &str) -> f64 {
    strsim::normalized_levenshtein(a, b)
}

/// Edits between two folded strings, a swap of neighbours counting as one (optimal string alignment). Quadratic in
/// the length of the words.
///
/// # Example
/// ```
/// assert_eq!(muqabala::link::similarity::edits("الشاباك", "الشابك"), 1);
/// ```
pub fn edits(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}
