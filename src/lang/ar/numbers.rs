//! Number words: `ثلاثة ملايين`, `ألفين وثمانية عشر`, `الحادي والعشرين`, and digits before a scale word (`3 ملايين`).
//!
//! Words come in folded form, one a token ([`crate::text::Document::fold_of`]). Grammar: Wright, A Grammar of the
//! Arabic Language, I §318–334; spellings of the hundreds and of milliard by what the outlets write.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::Lexicon;
use crate::text::Document;
use crate::text::fold::fold;

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// 1 to 9.
    One,
    /// 1 and 2 in the forms that stand only before عشر.
    OneOfTeen,
    /// عشر, عشرة: ten, or the second word of 11 to 19.
    Teen,
    /// 20 to 90.
    Ten,
    /// 100 to 900.
    Hundred,
    /// Thousand, million …: multiplies what precedes.
    Scale,
    /// A dual that is a whole number (ألفان).
    Pair,
    /// First to tenth.
    Ordinal,
    /// حادي, before عشر or و + a ten.
    OrdinalUnit,
    /// Half, third, quarter.
    Part,
}

/// A number read from words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Words read.
    pub words: usize,
    /// First, second … rather than one, two.
    pub ordinal: bool,
    /// Written with the article (الثلاثة, العشرين): may be meant as an ordinal.
    pub definite: bool,
    /// Bytes of the first folded word that are proclitics (و ف ب ل ك) and not part of the number.
    pub proclitic: usize,
    /// The first word is digits.
    pub digits: bool,
    /// The last word is a scale or a bare plural of one (ملايين without a number before it): a count of its own size.
    pub scale_alone: bool,
}

static WORDS: LazyLock<FxHashMap<String, (Class, f64)>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("numbers.tsv", include_str!("numbers.tsv"));
    let (form, class, value) = (lexicon.column("form"), lexicon.column("class"), lexicon.column("value"));
    let mut map = FxHashMap::default();
    for row in &lexicon.rows {
        let c = match row.get(class) {
            "one" => Class::One,
            "one-of-teen" => Class::OneOfTeen,
            "teen" => Class::Teen,
            "ten" => Class::Ten,
            "hundred" => Class::Hundred,
            "scale" => Class::Scale,
            "pair" => Class::Pair,
            "ordinal" => Class::Ordinal,
            "ordinal-unit" => Class::OrdinalUnit,
            "part" => Class::Part,
            other => panic!("numbers.tsv:{}: unknown class \"{other}\"", row.line),
        };
        let v: f64 =
            row.get(value).parse().unwrap_or_else(|_| panic!("numbers.tsv:{}: value is not a number", row.line));
        map.entry(fold(row.get(form))).or_insert((c, v));
    }
    map
});

/// Class and value of one folded word without clitics and article.
pub fn lookup(word: &str) -> Option<(Class, f64)> {
    WORDS.get(word).copied()
}

/// All folded forms with their classes, in no order that matters.
pub fn forms() -> impl Iterator<Item = (&'static str, Class)> {
    let map: &'static FxHashMap<String, (Class, f64)> = &WORDS;
    map.iter().map(|(form, (class, _))| (form.as_str(), *class))
}

/// A word taken apart: proclitic bytes, article or not, class and value. At most one conjunction and one preposition.
fn open(word: &str, conjunction: bool, preposition: bool) -> Option<(usize, bool, Class, f64)> {
    let mut cuts = [0usize, usize::MAX, usize::MAX, usize::MAX];
    let mut chars = word.char_indices();
    let first = chars.next()?.1;
    if conjunction && matches!(first, 'و' | 'ف') {
        cuts[1] = 2;
        if preposition && matches!(chars.next(), Some((_, 'ب' | 'ل' | 'ك'))) {
            cuts[2] = 4;
        }
    } else if preposition && matches!(first, 'ب' | 'ل' | 'ك') {
        cuts[1] = 2;
    }
    for cut in cuts {
        if cut == usize::MAX || cut > word.len() {
            continue;
        }
        let rest = &word[cut..];
        if let Some((class, value)) = lookup(rest) {
            return Some((cut, false, class, value));
        }
        if let Some(bare) = rest.strip_prefix("ال")
            && let Some((class, value)) = lookup(bare)
        {
            return Some((cut, true, class, value));
        }
        // لل: the article has lost its alef
        if cut > 0
            && word[..cut].ends_with('ل')
            && let Some(bare) = rest.strip_prefix('ل')
            && let Some((class, value)) = lookup(bare)
        {
            return Some((cut + 2, true, class, value));
        }
    }
    None
}

/// Could a number begin with this folded word? One or two hash look-ups.
pub fn starts_number(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_digit) || open(word, true, true).is_some()
}

struct Reader<'a, 'b> {
    words: &'a [&'b str],
    at: usize,
}

impl Reader<'_, '_> {
    /// Class and value of the word `ahead`, without proclitics (the article may be there).
    fn plain(&self, ahead: usize) -> Option<(bool, Class, f64)> {
        let (cut, definite, class, value) = open(self.words.get(self.at + ahead)?, false, false)?;
        (cut == 0).then_some((definite, class, value))
    }

    /// The word `ahead` joined by و (`وعشرون`, or `و` standing alone before digits): how many words, class, value.
    fn joined(&self, ahead: usize) -> Option<(usize, Class, f64)> {
        let word = self.words.get(self.at + ahead)?;
        if *word == "و" {
            let (_, class, value) = self.plain(ahead + 1)?;
            return Some((2, class, value));
        }
        let rest = word.strip_prefix('و')?;
        let (cut, _, class, value) = open(rest, false, false)?;
        (cut == 0).then_some((1, class, value))
    }

    /// Is the word `ahead` عشر or عشرة?
    fn teen(&self, ahead: usize) -> bool {
        matches!(self.plain(ahead), Some((_, Class::Teen, _)))
    }

    /// What follows a one: `عشر` or `وعشرون`; gives the value and the words it took.
    fn after_one(&self, value: f64, ahead: usize) -> (f64, usize) {
        if self.teen(ahead) {
            return (value + 10.0, 1);
        }
        if let Some((n, Class::Ten, ten)) = self.joined(ahead)
            && ten > 10.0
        {
            return (value + ten, n);
        }
        (value, 0)
    }

    /// A number below a thousand from a first word of the given class at `at`; gives value and words.
    fn small(&self, class: Class, value: f64) -> Option<(f64, usize)> {
        match class {
            Class::One => {
                // ثلاث مئة in two words
                if (3.0..=9.0).contains(&value)
                    && let Some((_, Class::Hundred, hundred)) = self.plain(1)
                    && hundred == 100.0
                {
                    let (rest, n) = self.after_hundred(2);
                    return Some((value * 100.0 + rest, 2 + n));
                }
                let (v, n) = self.after_one(value, 1);
                Some((v, 1 + n))
            }
            Class::OneOfTeen => {
                let (v, n) = self.after_one(value, 1);
                (n > 0).then_some((v, 1 + n))
            }
            Class::Teen | Class::Ten => Some((value, 1)),
            Class::Hundred => {
                let (rest, n) = self.after_hundred(1);
                Some((value + rest, 1 + n))
            }
            _ => None,
        }
    }

    /// `وخمسة وعشرون`, `وعشرون`, `وخمسة عشر` after a hundred.
    fn after_hundred(&self, ahead: usize) -> (f64, usize) {
        match self.joined(ahead) {
            Some((n, Class::One | Class::OneOfTeen, one)) => {
                let (v, more) = self.after_one(one, ahead + n);
                (v, n + more)
            }
            Some((n, Class::Teen | Class::Ten, ten)) => (ten, n),
            _ => (0.0, 0),
        }
    }

    fn scale(&self, ahead: usize) -> Option<f64> {
        match self.plain(ahead) {
            Some((false, Class::Scale, scale)) => Some(scale),
            _ => None,
        }
    }
}

/// Reads the longest number at the start of `words` (folded). None when the first word is no number, or a part
/// (نصف) without a scale. Linear in the words read; a number takes at most some fifteen.
///
/// ```
/// use muqabala::lang::ar::numbers::parse;
/// assert_eq!(parse(&["ثلاثه", "ملايين", "شخص"]).unwrap().value, 3e6); // three million people
/// assert_eq!(parse(&["الفين", "وثمانيه", "عشر"]).unwrap().value, 2018.0); // two thousand and eighteen
/// let n = parse(&["الحادي", "والعشرين", "من"]).unwrap(); // the twenty-first of
/// assert!(n.ordinal && n.value == 21.0 && n.words == 2);
/// ```
pub fn parse(words: &[&str]) -> Option<Number> {
    let first = *words.first()?;
    if first.as_bytes()[..].first().is_some_and(u8::is_ascii_digit) {
        let value: f64 = first.parse().ok()?;
        let reader = Reader { words, at: 0 };
        let (value, used) = match reader.scale(1) {
            Some(scale) => with_lower(&reader, value * scale, scale, 2),
            None => (value, 1),
        };
        return Some(Number {
            value,
            words: used,
            ordinal: false,
            definite: false,
            proclitic: 0,
            digits: true,
            scale_alone: false,
        });
    }
    let (proclitic, definite, class, value) = open(first, true, true)?;
    let mut number = Number { value, words: 1, ordinal: false, definite, proclitic, digits: false, scale_alone: false };
    let reader = Reader { words, at: 0 };
    match class {
        Class::Ordinal | Class::OrdinalUnit => {
            number.ordinal = true;
            if reader.teen(1) {
                number.value = value + 10.0;
                number.words = 2;
            } else if let Some((n, Class::Ten, ten)) = reader.joined(1)
                && ten > 10.0
            {
                number.value = value + ten;
                number.words = 1 + n;
            } else if class == Class::OrdinalUnit {
                return None;
            }
            return Some(number);
        }
        Class::Part => {
            let scale = match reader.plain(1) {
                Some((_, Class::Scale, scale)) => scale,
                _ => return None,
            };
            number.value = value * scale;
            number.words = 2;
            return Some(number);
        }
        Class::Scale => {
            let (v, used) = with_lower(&reader, value, value, 1);
            number.value = v;
            number.words = used;
            number.scale_alone = used == 1;
            return Some(number);
        }
        Class::Pair => {
            let (v, used) = with_lower(&reader, value, value / 2.0, 1);
            number.value = v;
            number.words = used;
            return Some(number);
        }
        _ => {}
    }
    let (small, used) = reader.small(class, value)?;
    match reader.scale(used) {
        Some(scale) => {
            let (v, used) = with_lower(&reader, small * scale, scale, used + 1);
            number.value = v;
            number.words = used;
        }
        None => {
            number.value = small;
            number.words = used;
        }
    }
    Some(number)
}

/// Adds what follows a scale by و: lower groups (`وخمسمئة ألف`, `و200 ألف`), a half of the scale (`ونصف المليون`).
fn with_lower(reader: &Reader, value: f64, scale: f64, used: usize) -> (f64, usize) {
    let word = match reader.words.get(used) {
        Some(w) => *w,
        None => return (value, used),
    };
    // the word after و, which may be a token of its own before digits
    let (n, rest) = if word == "و" {
        match reader.words.get(used + 1) {
            Some(w) => (1, *w),
            None => return (value, used),
        }
    } else {
        match word.strip_prefix('و') {
            Some(rest) => (0, rest),
            None => return (value, used),
        }
    };
    if let Some((Class::Part, part)) = lookup(rest) {
        // "a million and a half", with or without the scale after it
        let again = matches!(reader.words.get(used + n + 1).and_then(|w| open(w, false, false)),
            Some((0, _, Class::Scale, s)) if s == scale);
        return (value + part * scale, used + n + 1 + usize::from(again));
    }
    let mut tail: Vec<&str> = Vec::with_capacity(12);
    tail.push(rest);
    tail.extend(reader.words.iter().skip(used + n + 1).take(11));
    if rest.as_bytes()[..].first().is_some_and(u8::is_ascii_digit) {
        // digits join only when a scale follows them: "3 ملايين و200 ألف"
        let inner = Reader { words: &tail, at: 0 };
        match (rest.parse::<f64>(), inner.scale(1)) {
            (Ok(v), Some(s)) if s < scale && v * s < scale => return (value + v * s, used + n + 2),
            (Ok(v), None) if v < scale && scale == 1000.0 && value < 10_000.0 && n == 0 => {
                return (value + v, used + 1);
            }
            _ => return (value, used),
        }
    }
    match parse(&tail) {
        Some(lower)
            if !lower.ordinal
                && lower.proclitic == 0
                && lower.value < scale
                && !matches!(lookup(rest), Some((Class::OneOfTeen, _)) if lower.words == 1) =>
        {
            (value + lower.value, used + n + lower.words)
        }
        _ => (value, used),
    }
}

/// Reads a number at token `from` of a document, not beyond token `to`.
pub fn parse_at(doc: &Document, from: usize, to: usize) -> Option<Number> {
    let mut words = [""; 16];
    let n = to.min(doc.tokens.len()).saturating_sub(from).min(words.len());
    for (k, w) in words.iter_mut().enumerate().take(n) {
        *w = doc.fold_of(from + k);
    }
    parse(&words[..n])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Number> {
        let folded: Vec<String> = text.split_whitespace().map(fold).collect();
        let words: Vec<&str> = folded.iter().map(String::as_str).collect();
        parse(&words)
    }

    fn value(text: &str) -> (f64, usize) {
        read(text).map_or((f64::NAN, 0), |n| (n.value, n.words))
    }

    #[test]
    fn units_teens_and_tens() {
        assert_eq!(value("ثلاثة رجال"), (3.0, 1));
        assert_eq!(value("أحد عشر يوما"), (11.0, 2));
        assert_eq!(value("إحدى عشرة ساعة"), (11.0, 2));
        assert_eq!(value("اثني عشر"), (12.0, 2));
        assert_eq!(value("خمسة وعشرين"), (25.0, 2));
        assert_eq!(value("واحد وعشرين مايو"), (21.0, 2));
    }

    #[test]
    fn hundreds_in_one_word_or_two() {
        assert_eq!(value("خمسمئة"), (500.0, 1));
        assert_eq!(value("ثلاث مائة وخمسة وستون يوما"), (365.0, 4));
        assert_eq!(value("مئتين وخمسين"), (250.0, 2));
    }

    #[test]
    fn scales_and_what_follows() {
        assert_eq!(value("ألفين وثمانية عشر"), (2018.0, 3));
        assert_eq!(value("ألف وتسعمئة وثمانية وأربعين"), (1948.0, 4));
        assert_eq!(value("ألف وسبعمائة وتسعة وثمانين"), (1789.0, 4));
        assert_eq!(value("ثلاثة ملايين وخمسمئة ألف شخص"), (3.5e6, 4));
        assert_eq!(value("3 ملايين و 200 ألف"), (3.2e6, 5));
        assert_eq!(value("مليون ونصف المليون"), (1.5e6, 3));
        assert_eq!(value("نصف مليون"), (5e5, 2));
        assert_eq!(value("مئة ألف"), (1e5, 2));
        assert_eq!(value("23 ألفا"), (23e3, 2));
    }

    #[test]
    fn two_counts_in_a_row_stay_apart() {
        assert_eq!(value("خمسة وستة"), (5.0, 1));
        assert_eq!(value("عشرين وثلاثة"), (20.0, 1));
    }

    #[test]
    fn ordinals() {
        let n = read("الحادي والعشرين من").unwrap();
        assert!(n.ordinal && n.definite && n.value == 21.0);
        assert_eq!(value("الثالثة عشرة"), (13.0, 2));
        assert!(read("الخامس").unwrap().ordinal);
        assert_eq!(value("التاسع والعشرين"), (29.0, 2));
    }

    #[test]
    fn proclitics_are_measured() {
        let n = read("بثلاثة").unwrap();
        assert_eq!((n.value, n.proclitic), (3.0, "ب".len()));
        assert_eq!(read("ولأربعة").unwrap().proclitic, 4);
        assert_eq!(read("واحد").unwrap().proclitic, 0);
        assert_eq!(read("للخامس").unwrap().proclitic, 4);
    }

    #[test]
    fn anyone_is_not_one() {
        assert!(read("أحد المسؤولين").is_none());
        assert!(read("إحدى المدن").is_none());
        assert!(read("نصف السكان").is_none());
    }
}
