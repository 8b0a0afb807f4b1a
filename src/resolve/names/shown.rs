//! The name that an entity is shown by, freed of what slipped in: stray marks, a hamza left out, the other ya.
//!
//! - takes: the readings with their mentions, the entities with their names
//! - gives: names of entities in the spelling that the run has most
//! - cost: one walk over the mentions

use rustc_hash::FxHashMap;

use super::shown_of;
use crate::lang::gaz::key;
use crate::model::{Entity, EntityKind, Reading};
use crate::text::fold::{CharClass, class};

/// A spelling is taken for another of the same letters when the run has it so often for each time.
const SPELLED_TIMES: u32 = 3;
/// Words of fewer letters (على, علي; أن, آن) are told apart by their hamza or their ya.
const SPELLED_LEAST: usize = 4;

/// Spellings of a folded word with how often names have them; persons and others by themselves.
type Spellings = FxHashMap<(bool, String), FxHashMap<String, u32>>;

/// Sets the names of the entities right: [`tidy`], the usual spelling of each word (احمد ابراهيم, أحمد إبراهيم), the
/// article where it is missing in front of an adjective's noun (لجنة الانتخابية, when somebody writes اللجنة الانتخابية).
pub(super) fn settle(readings: &[Reading], entities: &mut [Entity]) {
    let spellings = spellings(readings);
    for e in entities {
        let person = e.kind == EntityKind::Person;
        let name = tidy(&e.name);
        let words = name.split(' ').enumerate().map(|(i, w)| usual(&spellings, (person, person && i == 0), w));
        let words: Vec<String> = words.collect();
        let name = words.join(" ");
        let name = with_article(&name, &e.variants).unwrap_or(name);
        if !name.is_empty() {
            e.name = name;
        }
    }
}

/// How the names of the run spell their words. Linear in the mentions.
fn spellings(readings: &[Reading]) -> Spellings {
    let mut texts: FxHashMap<(bool, &str), u32> = FxHashMap::default();
    for r in readings {
        for m in &r.mentions.entities {
            *texts.entry((m.kind == EntityKind::Person, r.doc.slice(m.span))).or_insert(0) += 1;
        }
    }
    let mut out = Spellings::default();
    #[allow(clippy::iter_over_hash_type)] // sums do not depend on the order
    for ((person, text), n) in texts {
        for word in tidy(&shown_of(text)).split(' ') {
            let k = key(word);
            if k.chars().count() >= SPELLED_LEAST && !k.contains(' ') {
                *out.entry((person, k)).or_default().entry(word.to_string()).or_insert(0) += n;
            }
        }
    }
    out
}

/// The word as names of the run spell it: with the hamza that is left out of it (ارتور), otherwise only where that is
/// much more common (القومى, القومي). `opening`: it is a person's first name (يسرى is not يسري).
fn usual(spellings: &Spellings, (person, opening): (bool, bool), word: &str) -> String {
    let Some(known) = spellings.get(&(person, key(word))) else { return word.to_string() };
    let own = known.get(word).copied().unwrap_or(0);
    #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
    let best = known
        .iter()
        .filter(|(w, n)| slipped(word, w, opening).is_some_and(|times| **n >= own * times))
        .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
    best.map_or_else(|| word.to_string(), |(w, _)| w.clone())
}

/// How many times as frequent another spelling of the same letters must be to be the right one of this; None where the
/// two are matters of taste (إفريقيا, أفريقيا) or of two names.
fn slipped(word: &str, other: &str, opening: bool) -> Option<u32> {
    if word == other {
        return None;
    }
    let plain: String = word.chars().filter(|c| class(*c) != CharClass::Mark).collect();
    if plain == other || word == other.to_lowercase() && other == other.to_uppercase() {
        return Some(SPELLED_TIMES);
    }
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    if a.len() != b.len() {
        return None;
    }
    let start = if word.starts_with("ال") && a.len() > 2 { 2 } else { 0 };
    let mut times = 1;
    for (i, pair) in a.iter().zip(&b).enumerate().filter(|(_, (p, q))| p != q) {
        times = times.max(match pair {
            ('ا', 'أ' | 'إ' | 'آ') if i == start => 1,
            // الإتحاد, but not إلباييس, where الـ is no article
            ('إ', 'ا') if i == start && a.get(i + 1) != Some(&'ل') => SPELLED_TIMES,
            ('ى', 'ي') if i + 1 == a.len() && !opening => SPELLED_TIMES,
            ('ي', 'ى') | ('ه', 'ة') if i + 1 == a.len() => SPELLED_TIMES,
            ('ھ' | 'ہ', 'ه') | ('ی', 'ي' | 'ى') | ('ک', 'ك') => 1,
            _ => return None,
        });
    }
    Some(times)
}

/// A name without what belongs to the text around it: brackets that nothing closes (`التلفزيون (اللبناني`), a full stop
/// (`غصن الزيتون.`), the stroke that only draws a word out (إمبيريـال), a blank on one side of a hyphen (`تاي -بروك`).
fn tidy(name: &str) -> String {
    const OPEN: [char; 2] = ['(', '['];
    const CLOSED: [char; 2] = [')', ']'];
    // الـ435 has it in front of figures
    let letter = |c: Option<&char>| c.is_some_and(|c| class(*c) == CharClass::Arabic);
    let chars: Vec<char> = name.chars().collect();
    let drawn = |i: usize| {
        let next = chars[i..].iter().find(|c| **c != 'ـ');
        chars[i] == 'ـ' && i > 0 && letter(next)
    };
    let mut out: String = (0..chars.len()).filter(|i| !drawn(*i)).map(|i| chars[i]).collect();
    for (open, closed) in OPEN.into_iter().zip(CLOSED) {
        if out.matches(open).count() != out.matches(closed).count() {
            out = out.replace([open, closed], " ");
        }
    }
    let mut words: Vec<&str> = out.split_whitespace().collect();
    words.retain(|w| w.chars().any(char::is_alphanumeric) || matches!(*w, "-" | "–" | "&" | "+" | "/"));
    let mut out = words.join(" ");
    // a hyphen with blanks on both sides stands between two names
    for (a, b) in [(" -", "-"), ("- ", "-")] {
        out = out.replace(" - ", "\u{0}").replace(a, b).replace('\u{0}', " - ");
    }
    let end = out.trim_end_matches(['،', ',', '؛', ':', '-', '–', ' ']);
    // ت.ن.ت. is an abbreviation
    let stop = end.strip_suffix('.').filter(|w| !w.rsplit(' ').next().is_some_and(|w| w.contains('.')));
    stop.unwrap_or(end).trim_start_matches(['،', ',', '.', ':', '-', '–', ' ']).to_string()
}

/// The same name with the article that its first noun has lost before its adjective, when the run writes it so.
fn with_article(name: &str, variants: &[String]) -> Option<String> {
    let (first, rest) = name.split_once(' ')?;
    let second = rest.split(' ').next()?;
    if first.starts_with("ال") || !first.ends_with('ة') || !second.starts_with("ال") || !second.ends_with("ية") {
        return None;
    }
    let whole = format!("ال{name}");
    variants.contains(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_slipped_in_go() {
        for (name, right) in [
            ("التلفزيون (اللبناني", "التلفزيون اللبناني"),
            ("عمليات غصن الزيتون.", "عمليات غصن الزيتون"),
            ("تاي -بروك زيرهون", "تاي-بروك زيرهون"),
            ("إمبيريـال", "إمبيريال"),
            ("مجلس النواب الـ435", "مجلس النواب الـ435"),
            ("معبر (جابر- نصيب)", "معبر (جابر-نصيب)"),
            ("ليفربول - روما", "ليفربول - روما"),
            ("تي.إن.تي.", "تي.إن.تي."),
        ] {
            assert_eq!(tidy(name), right);
        }
    }

    #[test]
    fn the_usual_spelling_is_shown() {
        let mut s = Spellings::default();
        for (word, n) in [("ارتور", 3), ("أرتور", 4), ("الدسوقى", 2), ("الدسوقي", 6), ("إلياس", 2), ("الياس", 3)]
        {
            s.entry((true, key(word))).or_default().insert(word.into(), n);
        }
        assert_eq!(usual(&s, (true, false), "ارتور"), "أرتور");
        assert_eq!(usual(&s, (true, false), "الدسوقى"), "الدسوقي");
        assert_eq!(usual(&s, (true, false), "إلياس"), "إلياس");
        assert_eq!(usual(&s, (false, false), "ارتور"), "ارتور");
        s.entry((true, key("يسرى"))).or_default().extend([("يسرى".into(), 1), ("يسري".into(), 9)]);
        assert_eq!(usual(&s, (true, true), "يسرى"), "يسرى");
    }

    #[test]
    fn what_another_spelling_may_be() {
        assert_eq!(slipped("الازهري", "الأزهري", false), Some(1));
        assert_eq!(slipped("الإتحاد", "الاتحاد", false), Some(SPELLED_TIMES));
        assert_eq!(slipped("إفريقيا", "أفريقيا", false), None);
        assert_eq!(slipped("أوزديمير", "اوزديمير", false), None);
        assert_eq!(slipped("محمّد", "محمد", true), Some(SPELLED_TIMES));
        assert_eq!(slipped("الھیئة", "الهيئة", false), Some(1));
        assert_eq!(slipped("sbc", "SBC", false), Some(SPELLED_TIMES));
        assert_eq!(slipped("VOICE", "Voice", false), None);
    }

    #[test]
    fn a_lost_article_comes_back_when_somebody_writes_it() {
        let variants = ["لجنة الانتخابية".to_string(), "اللجنة الانتخابية".to_string()];
        assert_eq!(with_article("لجنة الانتخابية", &variants).as_deref(), Some("اللجنة الانتخابية"));
        assert_eq!(with_article("قناة العربية", &variants), None);
    }
}
