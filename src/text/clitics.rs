//! Proclitics of Arabic words: conjunctions و ف, prepositions ب ل ك, future س, the article ال.

/// How many bytes of the folded word `w` are a proclitic, for every split that leaves at least `least` letters;
/// the whole word (0) comes first, then longer and longer prefixes. The article is not a split of its own:
/// `والقاهره` gives 0 and 2 (`القاهره`), and for fused لل the split is after the first ل (`للقاهره` → `لقاهره`,
/// whose article has lost its alef).
pub fn splits(w: &str, least: usize) -> impl Iterator<Item = usize> {
    let letters: Vec<(usize, char)> = w.char_indices().take(4).collect();
    let total = w.chars().count();
    let mut cuts = [0usize; 4];
    let mut count = 1;
    let mut i = 0;
    if letters.first().is_some_and(|(_, c)| matches!(c, 'و' | 'ف')) {
        i = 1;
        if total > least {
            cuts[count] = letters[0].1.len_utf8();
            count += 1;
        }
    }
    if let Some(&(at, c)) = letters.get(i)
        && matches!(c, 'ب' | 'ل' | 'ك' | 'س')
        && total > i + least
    {
        cuts[count] = at + c.len_utf8();
        count += 1;
    }
    cuts.into_iter().take(count)
}

/// The folded word without conjunction و or ف when at least three letters remain.
pub fn strip_conjunction(w: &str) -> &str {
    let mut chars = w.chars();
    match chars.next() {
        Some('و' | 'ف') if w.chars().count() > 3 => chars.as_str(),
        _ => w,
    }
}

/// The folded word without article (`ال`, and `لل` → the word after it) when at least two letters remain.
pub fn strip_article(w: &str) -> &str {
    for prefix in ["ال", "لل"] {
        if let Some(rest) = w.strip_prefix(prefix)
            && rest.chars().count() >= 2
        {
            return rest;
        }
    }
    w
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_offer_whole_word_first() {
        assert_eq!(splits("وبالقاهره", 3).collect::<Vec<_>>(), [0, 2, 4]);
        assert_eq!(splits("حفتر", 3).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn short_words_keep_their_letters() {
        assert_eq!(strip_conjunction("ولد"), "ولد");
        assert_eq!(strip_article("الى"), "الى");
    }
}
