//! Which language is it? Letters and a few small words tell Arabic from Persian, Urdu, Kurdish, Pashto and Uyghur;
//! other scripts go to a trigram model.
//!
//! Runs on every article: one pass over at most a few thousand characters.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use whatlang::{Lang, Script};

use crate::lang::lexicon::Lexicon;

/// Characters looked at: from the head, the middle and the end, since pages open with menus in other languages.
const HEAD: usize = 1500;
const WINDOW: usize = 700;
/// The trigram model sees this many characters.
const MODEL: usize = 500;
/// Share of letters that must be Arabic script for an article to be in one of its languages.
const ARABIC_SHARE: f64 = 0.3;
/// Letters that Arabic does not use may stand for this share of the letters in an Arabic text (names, brands).
const FOREIGN_SHARE: f64 = 0.015;

/// What the letters say.
#[derive(Debug, Default)]
struct Count {
    letters: usize,
    arabic_script: usize,
    persian: usize,
    urdu: usize,
    kurdish: usize,
    pashto: usize,
    uyghur: usize,
    arabic_only: usize,
    words: usize,
    al: usize,
    arabic_words: usize,
    persian_words: usize,
    urdu_words: usize,
    kurdish_words: usize,
}

/// BCP-47 code of a text's main language; "und" when there are no letters or nothing can be said.
///
/// # Example
/// ```
/// use muqabala::text::language::detect;
/// assert_eq!(detect("أعلن الرئيس أن الاتفاق وُقّع في القاهرة"), "ar");
/// assert_eq!(detect("وزیر خارجه گفت که این توافق در تهران امضا شد"), "fa");
/// assert_eq!(detect("The minister said that talks would resume"), "en");
/// assert_eq!(detect("... !؟"), "und");
/// ```
pub fn detect(text: &str) -> &'static str {
    let mut count = Count::default();
    if text.len() <= 2 * (HEAD + 2 * WINDOW) {
        look(text, &mut count);
    } else {
        look(cut(text, 0, 2 * HEAD), &mut count);
        look(cut(text, text.len() / 2, 2 * WINDOW), &mut count);
        look(cut(text, text.len() - 2 * WINDOW, 2 * WINDOW), &mut count);
    }
    if count.letters == 0 {
        return "und";
    }
    if (count.arabic_script as f64) < ARABIC_SHARE * count.letters as f64 {
        return other_script(text);
    }
    arabic_script(&count)
}

/// A slice of about `length` bytes from `start` on, on character boundaries.
fn cut(text: &str, start: usize, length: usize) -> &str {
    let start = (start..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
    let end = (start + length).min(text.len());
    let end = (0..=end).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(start).max(start);
    &text[start..end]
}

fn look(text: &str, n: &mut Count) {
    let mut word_start: Option<usize> = None;
    for (i, c) in text.char_indices() {
        let letter = match c {
            '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{064a}' => {
                if matches!(c, 'ة' | 'ى' | 'ي' | 'ك' | 'أ' | 'إ') {
                    n.arabic_only += 1;
                }
                n.arabic_script += 1;
                true
            }
            '\u{0671}'..='\u{06d3}' | '\u{06d5}' | '\u{06fa}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' => {
                match c {
                    'ې' | 'ۇ' | 'ۈ' | 'ۋ' => n.uyghur += 1,
                    'ښ' | 'ټ' | 'ډ' | 'ړ' | 'ږ' | 'ځ' | 'څ' | 'ۍ' | 'ګ' | 'ڼ' => n.pashto += 1,
                    'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => n.urdu += 1,
                    'ێ' | 'ۆ' | 'ڕ' | 'ڵ' | 'ە' | 'ڤ' => n.kurdish += 1,
                    // Letters that Persian, Urdu and Kurdish share; ک and ی are also how Arabic texts typed on a
                    // Persian keyboard look.
                    _ => n.persian += 1,
                }
                n.arabic_script += 1;
                true
            }
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                n.arabic_script += 1;
                true
            }
            '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}' => continue,
            _ => c.is_alphabetic(),
        };
        if letter {
            n.letters += 1;
            word_start = word_start.or(Some(i));
        } else if let Some(start) = word_start.take() {
            word(&text[start..i], n);
        }
    }
    if let Some(start) = word_start {
        word(&text[start..], n);
    }
}

/// The commonest words of the languages, with the code of each (language_words.tsv).
static WORDS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let l = Lexicon::parse("language_words.tsv", include_str!("language_words.tsv"));
    let (form, language) = (l.column("form"), l.column("language"));
    l.rows.iter().map(|r| (r.get(form), r.get(language))).collect()
});

fn word(w: &str, n: &mut Count) {
    n.words += 1;
    if w.starts_with("ال") || w.starts_with("وال") || w.starts_with("بال") || w.starts_with("لل") {
        n.al += 1;
    }
    match WORDS.get(w) {
        Some(&"ar") => n.arabic_words += 1,
        Some(&"fa") => n.persian_words += 1,
        Some(&"ur") => n.urdu_words += 1,
        Some(&"ckb") => n.kurdish_words += 1,
        _ => {}
    }
}

fn arabic_script(n: &Count) -> &'static str {
    let all = n.arabic_script as f64;
    let share = |k: usize| k as f64 / all;
    // Arabic says so by its article and its small words; a quotation or a list of Persian names does not undo that.
    let arabic = n.al + n.arabic_words;
    let foreign_words = n.persian_words + n.urdu_words + n.kurdish_words;
    let foreign_letters = n.persian + n.urdu + n.kurdish + n.pashto + n.uyghur;
    if share(n.kurdish + n.uyghur) < 0.05
        && arabic > 2 * foreign_words
        && (n.words < 8 || arabic * 10 > n.words)
        && share(n.urdu + n.pashto) < 4.0 * FOREIGN_SHARE
    {
        return "ar";
    }
    // A headline of names says too little to call it foreign.
    if foreign_words == 0 && (share(foreign_letters) < FOREIGN_SHARE || (n.words < 6 && n.persian == foreign_letters)) {
        return "ar";
    }
    if share(n.uyghur) > 0.04 && n.uyghur > n.kurdish / 3 {
        return "ug";
    }
    if share(n.kurdish) > 0.04 {
        return "ckb";
    }
    if share(n.pashto) > FOREIGN_SHARE && n.pashto > n.urdu {
        return "ps";
    }
    if n.urdu_words > n.persian_words || share(n.urdu) > 0.04 {
        return "ur";
    }
    if n.persian_words > n.arabic_words || (share(n.persian) > 0.05 && n.arabic_only < n.persian) {
        return "fa";
    }
    "ar"
}

/// Latin, Cyrillic and the rest: the trigram model's word, as a BCP-47 code.
fn other_script(text: &str) -> &'static str {
    let letters_from = text.find(char::is_alphabetic).unwrap_or(0);
    let head: String = text[letters_from..].chars().take(MODEL).collect();
    let Some(info) = whatlang::detect(&head) else { return "und" };
    match info.lang() {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Tur => "tr",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Heb => "he",
        Lang::Ell => "el",
        Lang::Pol => "pl",
        Lang::Swe => "sv",
        Lang::Ind => "id",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Hin => "hi",
        Lang::Aze => "az",
        Lang::Hye => "hy",
        Lang::Yid => "yi",
        _ if info.script() == Script::Arabic => "ar",
        _ => "und",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_arabic_letters_are_told_apart() {
        for (want, text) in [
            ("ar", "قال الوزير إن المحادثات ستستأنف يوم الأحد المقبل في العاصمة."),
            ("ar", "محمد صلاح"),
            ("ar", "فوز چيلسي وگوگل"),
            ("ar", "الرئيس الإيراني مسعود پزشکیان يصل إلى بغداد في زيارة رسمية"),
            ("ar", "قال الرئيس \"این توافق را امضا کرد\" في المؤتمر الصحفي الذي عقد في القاهرة مع الوزير"),
            ("fa", "رئیس جمهور ایران گفت که کشورش آماده گفتگو است و این موضوع را با وزیران در میان گذاشت"),
            ("fa", "رئيس جمهور گفت كه اين موضوع را با وزيران در ميان گذاشت و براي آن برنامه دارد"),
            ("ur", "وزیر اعظم نے کہا ہے کہ حکومت اس معاملے میں تمام جماعتوں سے بات کرے گی"),
            ("ckb", "سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوە کۆبووەوە و باسیان لە دۆخی ناوچەکە کرد"),
            ("ps", "د افغانستان حکومت وايي چې د ښوونځیو د پرانیستلو لپاره به پرېکړه وکړي او ټول به خبر شي"),
        ] {
            assert_eq!(detect(text), want, "{text}");
        }
    }

    #[test]
    fn menu_in_english_does_not_make_an_article_english() {
        let text =
            format!("Home News Sport Video Subscribe Now\n{}", "أعلنت الوزارة أن العمل في الجسر بدأ. ".repeat(20));
        assert_eq!(detect(&text), "ar");
    }
}
