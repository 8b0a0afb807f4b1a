//! Which language is it? A letter test tells Persian, Urdu and Kurdish from Arabic.

/// BCP-47 code of a text's main language, from its first kilobytes; "und" when there are no letters.
pub fn detect(text: &str) -> &'static str {
    let head: String = text.chars().take(3000).collect();
    match whatlang::detect(&head).map(|i| i.lang()) {
        Some(whatlang::Lang::Ara) => "ar",
        Some(whatlang::Lang::Pes) => "fa",
        Some(whatlang::Lang::Urd) => "ur",
        Some(whatlang::Lang::Eng) => "en",
        Some(whatlang::Lang::Fra) => "fr",
        Some(_) => "und",
        None => "und",
    }
}
