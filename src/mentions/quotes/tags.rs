//! One look at every token: what the lexicon knows about it, and with which proclitics.

use super::cues::{Form, Words, class};
use crate::lang::{lexicon, words};
use crate::model::{DateKind, EntityKind, Mentions, TokenKind};
use crate::text::Document;

/// A preposition written together with its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attached {
    /// None.
    #[default]
    None,
    /// ب
    Bi,
    /// ل
    Li,
    /// ك
    Ka,
}

/// What is known about a token.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tag {
    /// Bits of [`class`].
    pub classes: u32,
    /// Index into `Words::forms` plus one, 0 when it is no cue.
    pub form: u16,
    /// Folded bytes of the proclitics before the looked-up word.
    pub cut: u8,
    /// Conjunction و or ف before it.
    pub conjunction: bool,
    /// Preposition attached to it.
    pub attached: Attached,
    /// Future س before it.
    pub future: bool,
    /// Index into the entity mentions plus one, 0 when in none.
    pub entity: u16,
}

impl Tag {
    /// True when any of the class bits is set.
    pub fn is(&self, bits: u32) -> bool {
        self.classes & bits != 0
    }
}

/// Tags all tokens. A few hash look-ups a token.
pub fn tag_all(doc: &Document, mentions: &Mentions, words: &Words) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::with_capacity(doc.tokens.len());
    let mut buffer = String::new();
    for i in 0..doc.tokens.len() {
        let w = doc.fold_of(i);
        let mut tag = Tag::default();
        match doc.tokens[i].kind {
            TokenKind::Arabic => look_up(w, words, &mut tag, &mut buffer),
            TokenKind::Latin => {
                if let Some(e) = words.entries.get(w) {
                    tag.classes = e.classes;
                }
            }
            _ => {}
        }
        if tag.is(class::DEFINITE) && hamza_head(doc.text_of(i), tag.conjunction) {
            // ألقاها, إلغاء: a root letter, not the article
            tag.classes &= !class::DEFINITE;
        }
        tags.push(tag);
    }
    for (n, e) in mentions.entities.iter().enumerate().take(u16::MAX as usize - 1) {
        let first = doc.token_at(e.span.start);
        for (i, tag) in tags.iter_mut().enumerate().skip(first) {
            if doc.tokens[i].span.start >= e.span.end {
                break;
            }
            // nor does it begin with one, or with a verb behind its conjunction: [فرأى الحريري]
            let opens = i == first
                && doc.tokens.get(i + 1).is_some_and(|t| t.span.start < e.span.end)
                && (tag.is(class::THAT) && hamza_head(doc.text_of(i), false)
                    || tag.conjunction && tag.form != 0 && tag.classes == 0);
            if opens {
                continue;
            }
            // no name runs over the إن of a clause: [الوكالة إن كوريا]
            if i > first && tag.is(class::THAT) && tag.attached == Attached::None && hamza_head(doc.text_of(i), false) {
                break;
            }
            tag.entity = n as u16 + 1;
            if e.kind == EntityKind::Person {
                // a name's words are no common nouns: عادل, خطيب, ناصر
                tag.classes &= class::DEFINITE | class::ORG | class::MEDIA;
            }
        }
    }
    for d in mentions.dates.iter().filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time)) {
        let first = doc.token_at(d.span.start);
        for (i, tag) in tags.iter_mut().enumerate().skip(first) {
            if doc.tokens[i].span.start >= d.span.end {
                break;
            }
            if tag.form == 0 {
                tag.classes |= class::DAY;
            }
        }
    }
    tags
}

/// Does the word begin with a hamza on alef, which folding has taken off?
fn hamza_head(source: &str, conjunction: bool) -> bool {
    let mut letters = source.chars();
    if conjunction {
        letters.next();
    }
    matches!(letters.next(), Some('أ' | 'إ' | 'آ'))
}

/// Prefixes tried in order; each is the folded letters, conjunction?, preposition, future?
const PREFIXES: [(&str, bool, Attached, bool); 13] = [
    ("و", true, Attached::None, false),
    ("ف", true, Attached::None, false),
    ("ب", false, Attached::Bi, false),
    ("ل", false, Attached::Li, false),
    ("س", false, Attached::None, true),
    ("ك", false, Attached::Ka, false),
    ("وب", true, Attached::Bi, false),
    ("ول", true, Attached::Li, false),
    ("وس", true, Attached::None, true),
    ("فب", true, Attached::Bi, false),
    ("فل", true, Attached::Li, false),
    ("فس", true, Attached::None, true),
    ("وك", true, Attached::Ka, false),
];

fn look_up(w: &str, words: &Words, tag: &mut Tag, buffer: &mut String) {
    if w.starts_with("ال") {
        tag.classes |= class::DEFINITE;
    }
    if let Some(e) = words.entries.get(w) {
        tag.classes |= e.classes;
        tag.form = e.form;
        if e.classes & class::RECIPIENT != 0 {
            // لوسائل: a recipient after a verb, a speaker after وفقا
            let rest = &w['ل'.len_utf8()..];
            tag.attached = Attached::Li;
            tag.cut = 'ل'.len_utf8() as u8;
            let noun = words.entries.get(rest).copied().unwrap_or_default().classes;
            tag.classes |= noun & (class::ORG | class::MEDIA | class::ROLE | class::ANON);
        }
        return;
    }
    for (prefix, conjunction, attached, future) in PREFIXES {
        let Some(rest) = w.strip_prefix(prefix) else { continue };
        // فتحت: she opened
        if rest.len() < 4 || prefix == "ف" && rest == "تحت" {
            continue;
        }
        let mut found = words.entries.get(rest).copied();
        let mut definite = rest.starts_with("ال");
        if found.is_none() && attached == Attached::Li && rest.starts_with('ل') && rest.len() >= 6 {
            // للوكالة: the article lost its alef
            buffer.clear();
            buffer.push('ا');
            buffer.push_str(rest);
            found = words.entries.get(buffer.as_str()).copied();
            definite = true;
        }
        let Some(e) = found else {
            if definite
                && (attached != Attached::None || conjunction)
                && !(rest.starts_with("ال") && own_letter(w, prefix))
            {
                tag.classes |= class::DEFINITE;
                tag.conjunction = conjunction;
                tag.attached = attached;
                tag.cut = prefix.len() as u8;
            }
            continue;
        };
        if e.form != 0 {
            let form = words.forms[e.form as usize - 1];
            if fits(form, conjunction, attached, future) {
                tag.form = e.form;
            } else if e.classes == 0 {
                continue;
            }
        } else if future || (attached == Attached::Ka && prefix.len() == 2) {
            continue;
        }
        tag.classes |= e.classes;
        if definite {
            tag.classes |= class::DEFINITE;
        }
        tag.conjunction = conjunction;
        tag.attached = attached;
        tag.future = future;
        tag.cut = prefix.len() as u8;
        return;
    }
    // الجيشان، الوزيران: two of those
    if tag.classes & !class::DEFINITE == 0
        && w.starts_with("ال")
        && let Some(one) = w.strip_suffix("ان").and_then(|one| words.entries.get(one))
        && w.chars().count() > 6
    {
        tag.classes |= of_two(one.classes);
    }
}

/// What is left of a noun's classes for two of its kind.
fn of_two(classes: u32) -> u32 {
    classes & (class::ROLE | class::ORG)
}

/// Is the letter before ال the word's own: والدها, وكالات? Then the rest is rarer than the whole.
fn own_letter(w: &str, prefix: &str) -> bool {
    let lexicon = crate::mentions::entities::news().lexicon();
    let count = |w: &str| lexicon.get(w).map_or(0, |e| e.count);
    let whole = count(w);
    !prefix.ends_with('ب') && whole > 0 && u32::from(whole) > 2 * u32::from(count(&w[prefix.len()..]))
}

/// May a cue form carry these proclitics? Participles take و only, masdars prepositions, the future only imperfects.
fn fits(form: Form, _conjunction: bool, attached: Attached, future: bool) -> bool {
    use super::cues::FormKind::*;
    match form.kind {
        Past | Participle => attached == Attached::None && !future,
        Present => matches!(attached, Attached::None | Attached::Li),
        Masdar => matches!(attached, Attached::None | Attached::Bi | Attached::Li) && !future,
    }
}

/// Names and plurals in the shape of verbal nouns.
static NO_MASDAR: lexicon::Words = lexicon::Words::new(&words::SPEECH, "no verbal noun");

/// Does a folded word look like a verbal noun (masdar) of one of the derived forms? تفعيل, إفعال, افتعال, انفعال,
/// استفعال, تفاعل, مفاعلة, with or without an attached pronoun.
pub fn masdar_like(w: &str) -> bool {
    let w = ["هما", "ها", "هم", "نا"].iter().find_map(|p| w.strip_suffix(p)).unwrap_or(w);
    let mut letters = [' '; 10];
    let mut n = 0;
    for c in w.chars() {
        if n == letters.len() {
            return false;
        }
        letters[n] = c;
        n += 1;
    }
    let l = &letters[..n];
    // names of the same shapes
    if n < 5 || w.starts_with("ال") || NO_MASDAR.has(w) {
        return false;
    }
    // with a feminine ending or a pronoun ه the pattern is one letter shorter
    let core = if l[n - 1] == 'ه' || (l[n - 1] == 'ت' && n > 5) { &l[..n - 1] } else { l };
    let k = core.len();
    match l[0] {
        'ت' => k == 5 && (core[3] == 'ي' || core[2] == 'ا'),
        'ا' => (5..=8).contains(&k) && core[k - 2] == 'ا' && core[k - 1] != 'ن' && core[1] != 'ل' && core[2] != 'ا',
        'م' => n == 6 && l[2] == 'ا' && l[n - 1] == 'ه',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbal_nouns_by_pattern() {
        for w in ["تعليق", "اغلاق", "انسحاب", "استخدام", "مواصله", "تعاون", "تشكيلها"]
        {
            assert!(masdar_like(w), "{w}");
        }
        for w in ["القاهره", "حماس", "ترامب", "واشنطن", "المانيا", "اثيوبيا"] {
            assert!(!masdar_like(w), "{w}");
        }
    }
}
