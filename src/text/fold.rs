//! Folding of Arabic spelling: what two outlets write differently and readers take for the same.
//!
//! Hamza and alef forms become bare alef (ؤ → و, ئ → ي), alef maqsura → ya, ta marbuta → ha, Persian kaf, gaf and
//! ya → the Arabic letters; tashkeel, tatweel and bidi marks go; presentation forms and ligatures are taken apart
//! (NFKC); Arabic-Indic and Persian digits become ASCII; Latin is lower-cased. The same folding is used by the
//! scorer of the development gold, so that spelled variants count as one.

use unicode_normalization::char::decompose_compatible;

/// Class of a character, for the tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CharClass {
    /// Letter of the Arabic script.
    Arabic,
    /// Tashkeel, Quranic marks, tatweel: part of a word, folded away.
    Mark,
    /// Letter of another script.
    Latin,
    /// Digit.
    Digit,
    /// Bidi and other invisible format characters.
    Ignorable,
    /// White space.
    Space,
    /// Anything else.
    Punct,
}

/// The class of a character.
pub fn class(c: char) -> CharClass {
    match c {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => CharClass::Digit,
        'a'..='z' | 'A'..='Z' => CharClass::Latin,
        ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' => CharClass::Space,
        '\u{621}'..='\u{63f}' | '\u{641}'..='\u{64a}' => CharClass::Arabic,
        '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{610}'..='\u{61a}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' => CharClass::Mark,
        '\u{66e}'..='\u{66f}'
        | '\u{671}'..='\u{6d3}'
        | '\u{6d5}'
        | '\u{6ee}'..='\u{6ef}'
        | '\u{6fa}'..='\u{6fc}'
        | '\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8c9}'
        | '\u{fb50}'..='\u{fbb1}'
        | '\u{fbd3}'..='\u{fd3d}'
        | '\u{fd50}'..='\u{fdfb}'
        | '\u{fe70}'..='\u{fefc}' => CharClass::Arabic,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{61c}' => CharClass::Ignorable,
        c if c.is_ascii() => CharClass::Punct,
        c if c.is_alphabetic() => CharClass::Latin,
        c if c.is_whitespace() => CharClass::Space,
        '\u{300}'..='\u{36f}' => CharClass::Mark,
        _ => CharClass::Punct,
    }
}

/// Appends the folded form of one character (nothing, one letter, or several for a ligature).
pub fn fold_char(c: char, out: &mut String) {
    match c {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' | '\u{672}' | '\u{673}' | '\u{675}' => out.push('ا'),
        'ؤ' | '\u{676}' => out.push('و'),
        'ئ' | 'ى' | '\u{6cc}' | '\u{6cd}' | '\u{6d0}' | '\u{6d2}' | '\u{6d3}' | '\u{678}' => out.push('ي'),
        'ة' | '\u{6c0}' | '\u{6c1}' | '\u{6c2}' | '\u{6c3}' | '\u{6d5}' | '\u{6be}' => out.push('ه'),
        '\u{6a9}' | '\u{6aa}' | '\u{6ab}' | '\u{6ac}' | '\u{6af}' => out.push('ك'),
        '\u{660}'..='\u{669}' => out.push((b'0' + (c as u32 - 0x660) as u8) as char),
        '\u{6f0}'..='\u{6f9}' => out.push((b'0' + (c as u32 - 0x6f0) as u8) as char),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}' => {
            decompose_compatible(c, |d| {
                if !matches!(d, '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}' | ' ') {
                    fold_char(d, out);
                }
            });
        }
        c if c.is_ascii() => out.push(c),
        c => match class(c) {
            CharClass::Mark | CharClass::Ignorable => {}
            CharClass::Latin => out.extend(c.to_lowercase()),
            _ => out.push(c),
        },
    }
}

/// Folds a string. Linear.
///
/// # Example
/// ```
/// assert_eq!(muqabala::text::fold::fold("أَحْمَـد"), "احمد"); // Ahmad with tashkeel and tatweel
/// assert_eq!(muqabala::text::fold::fold("مصطفى ٢٠١٨"), "مصطفي 2018");
/// ```
pub fn fold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        fold_char(c, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presentation_forms_and_ligatures_come_apart() {
        assert_eq!(fold("\u{fefb}"), "لا"); // lam-alef ligature
        assert_eq!(fold("\u{fdf2}"), "الله");
    }

    #[test]
    fn hamza_alef_ya_and_ta_marbuta_fold() {
        assert_eq!(fold("إسرائيل وآخرون مسؤولة"), "اسراييل واخرون مسووله");
    }

    #[test]
    fn bidi_marks_vanish() {
        assert_eq!(fold("\u{200f}12\u{200e}/4"), "12/4");
    }
}
