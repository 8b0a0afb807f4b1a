//! The lexicon of attributed speech: cue verbs with their generated forms, and the words that stand around them.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lang::lexicon::Lexicon;
use crate::text::fold::fold;

/// Cue verbs.
pub const CUES: &str = include_str!("../../lang/ar/cues.tsv");
/// Words around them.
pub const WORDS: &str = include_str!("../../lang/ar/attribution.tsv");

/// Set of word classes (column `class` of attribution.tsv), one bit each.
pub type Classes = u32;

/// Prepositions that a cue may ask for: its bit of [`follow`], and the [`class`] of the word.
pub const PREPOSITIONS: [(u32, u32); 5] = [
    (follow::ILA, class::ILA),
    (follow::ALA, class::ALA),
    (follow::AN, class::AN),
    (follow::MIN, class::MIN),
    (follow::FI, class::FI),
];

/// Bits of [`Classes`].
#[allow(missing_docs)]
pub mod class {
    pub const THAT: u32 = 1;
    pub const DAY: u32 = 1 << 1;
    pub const FILLER: u32 = 1 << 2;
    pub const PREP: u32 = 1 << 3;
    pub const REL: u32 = 1 << 4;
    pub const CONJ: u32 = 1 << 5;
    pub const KAN: u32 = 1 << 6;
    pub const QAD: u32 = 1 << 7;
    pub const NEG: u32 = 1 << 8;
    pub const ALA: u32 = 1 << 9;
    pub const ILA: u32 = 1 << 10;
    pub const AN: u32 = 1 << 11;
    pub const MIN: u32 = 1 << 12;
    pub const FI: u32 = 1 << 13;
    pub const BASM: u32 = 1 << 14;
    pub const VENUE: u32 = 1 << 15;
    pub const ROLE: u32 = 1 << 16;
    pub const ORG: u32 = 1 << 17;
    pub const DOC: u32 = 1 << 18;
    pub const ANON: u32 = 1 << 19;
    pub const MEDIA: u32 = 1 << 20;
    pub const RECIPIENT: u32 = 1 << 21;
    pub const ADJ: u32 = 1 << 22;
    pub const MASDAR: u32 = 1 << 23;
    pub const BADHEAD: u32 = 1 << 24;
    /// Definite: begins with the article.
    pub const DEFINITE: u32 = 1 << 25;
    /// Begins with ب and is no complement: بلاده, بشكل, بيروت.
    pub const B_WORD: u32 = 1 << 26;

    /// Bit of a class name.
    pub fn of(name: &str) -> Option<u32> {
        Some(match name {
            "that" => THAT,
            "day" => DAY,
            "filler" => FILLER,
            "prep" => PREP,
            "rel" => REL,
            "conj" => CONJ,
            "kan" => KAN,
            "qad" => QAD,
            "neg" => NEG,
            "ala" => ALA,
            "ila" => ILA,
            "an" => AN,
            "min" => MIN,
            "fi" => FI,
            "basm" => BASM,
            "venue" => VENUE,
            "role" => ROLE,
            "org" => ORG,
            "doc" => DOC,
            "anon" => ANON,
            "media" => MEDIA,
            "recipient" => RECIPIENT,
            "adj" => ADJ,
            "masdar" => MASDAR,
            "badhead" => BADHEAD,
            "bword" => B_WORD,
            _ => return None,
        })
    }
}

/// What may follow a cue (column `complements`), one bit each.
#[allow(missing_docs)]
pub mod follow {
    pub const THAT: u32 = 1;
    pub const QUOTE: u32 = 1 << 1;
    pub const OBJECT: u32 = 1 << 2;
    pub const TARGET: u32 = 1 << 3;
    pub const ACCUSE: u32 = 1 << 4;
    pub const DESCRIBE: u32 = 1 << 5;
    pub const RELAY: u32 = 1 << 6;
    pub const SOURCE: u32 = 1 << 7;
    pub const NOUN: u32 = 1 << 8;
    pub const BI: u32 = 1 << 9;
    pub const ILA: u32 = 1 << 10;
    pub const ALA: u32 = 1 << 11;
    pub const AN: u32 = 1 << 12;
    pub const MIN: u32 = 1 << 13;
    pub const FI: u32 = 1 << 14;
    pub const LI: u32 = 1 << 15;
    /// A bare noun phrase only after an attached pronoun (`اعتبرته`) or at the head of a relative clause.
    pub const OBJECT_AFTER_PRONOUN: u32 = 1 << 16;
    /// The thing blamed belongs to the content (حملت الحكومة [إسرائيل مسؤولية …]).
    pub const BLAME: u32 = 1 << 17;

    /// Bit of a complement code.
    pub fn of(code: &str) -> Option<u32> {
        Some(match code {
            "that" => THAT,
            "quote" => QUOTE,
            "obj" => OBJECT,
            "objhu" => OBJECT_AFTER_PRONOUN,
            "target" => TARGET,
            "accuse" => ACCUSE,
            "accuseobj" => BLAME,
            "desc" => DESCRIBE,
            "relay" => RELAY,
            "source" => SOURCE,
            "noun" => NOUN,
            "ب" => BI,
            "إلى" => ILA,
            "على" => ALA,
            "عن" => AN,
            "من" => MIN,
            "في" => FI,
            "ل" => LI,
            _ => return None,
        })
    }
}

/// Tense and shape of a cue form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// قال
    Past,
    /// يقول
    Present,
    /// قائلا
    Participle,
    /// قوله، إعلان
    Masdar,
}

/// Gender and number that a verb form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agreement {
    /// Third person masculine singular.
    #[default]
    Masculine,
    /// Third person feminine singular.
    Feminine,
    /// Masculine plural (وا، ون، ين).
    Plural,
    /// Dual.
    Dual,
}

/// A cue verb.
#[derive(Debug)]
pub struct Cue {
    /// Dictionary form.
    pub lemma: &'static str,
    /// Attitude of the reporter.
    pub attitude: &'static str,
    /// What may follow: bits of [`follow`].
    pub follow: u32,
}

impl Cue {
    /// May any of the complements follow?
    pub fn takes(&self, bits: u32) -> bool {
        self.follow & bits != 0
    }
}

/// One inflected form of a cue.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Index into [`Words::cues`].
    pub cue: u16,
    /// Tense.
    pub kind: FormKind,
    /// Gender and number.
    pub agreement: Agreement,
    /// True with an attached object pronoun (اعتبرته).
    pub pronoun: bool,
}

impl Form {
    /// A verb of either tense.
    pub fn finite(&self) -> bool {
        matches!(self.kind, FormKind::Past | FormKind::Present)
    }
}

/// What the lexicon knows about a folded word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry {
    /// Classes.
    pub classes: Classes,
    /// Index into [`Words::forms`] plus one; 0 when it is no cue.
    pub form: u16,
}

/// The whole lexicon, loaded once.
#[derive(Debug)]
pub struct Words {
    /// Folded word → what it is.
    pub entries: FxHashMap<String, Entry>,
    /// Cue forms.
    pub forms: Vec<Form>,
    /// Cues.
    pub cues: Vec<Cue>,
}

impl Words {
    /// The lexicon. The first call reads the files; later ones are free.
    pub fn get() -> &'static Words {
        static WORDS_ONCE: OnceLock<Words> = OnceLock::new();
        WORDS_ONCE.get_or_init(Words::load)
    }

    fn load() -> Words {
        let mut words = Words { entries: FxHashMap::default(), forms: Vec::new(), cues: Vec::new() };
        let lexicon = Lexicon::parse("attribution.tsv", WORDS);
        let (form, class_column) = (lexicon.column("form"), lexicon.column("class"));
        let mut derived = Vec::new();
        for row in &lexicon.rows {
            let folded = fold(row.get(form));
            let bits = class::of(row.get(class_column)).unwrap_or(0);
            words.add_class(&folded, bits);
            // nouns are met with the article too
            let noun = class::ROLE | class::ORG | class::DOC | class::ANON | class::MASDAR | class::DAY;
            if bits & noun != 0 && !folded.starts_with("ال") {
                words.add_class(&format!("ال{folded}"), bits | class::DEFINITE);
            }
            for (word, bits) in plurals(&folded, bits) {
                derived.push((format!("ال{word}"), bits | class::DEFINITE));
                derived.push((word, bits));
            }
            // with a pronoun: مدربهم، شركتها
            if bits & (class::ROLE | class::ORG) != 0 && folded.chars().count() >= 3 && !folded.starts_with("ال") {
                let base = folded.strip_suffix('ه').map(|s| format!("{s}ت")).unwrap_or_else(|| folded.clone());
                // ه is the feminine ending as often, and then not definite
                derived.push((format!("{base}ه"), bits));
                for pronoun in ["ها", "هم", "هما", "هن", "نا"] {
                    derived.push((format!("{base}{pronoun}"), bits | class::DEFINITE));
                }
            }
        }
        let lexicon = Lexicon::parse("cues.tsv", CUES);
        let column = |name| lexicon.column(name);
        let (lemma, past, present) = (column("lemma"), column("past"), column("present"));
        let (participle, masdar) = (column("participle"), column("masdar"));
        let (attitude, complements) = (column("attitude"), column("complements"));
        for row in &lexicon.rows {
            let cue = words.cues.len() as u16;
            words.cues.push(Cue {
                lemma: row.get(lemma),
                attitude: row.get(attitude),
                follow: row.get(complements).split(' ').filter_map(follow::of).fold(0, |a, b| a | b),
            });
            for (word, kind, agreement, pronoun) in
                inflect(row.get(past), row.get(present), row.get(participle), row.get(masdar))
            {
                // يعده: holds him to be, or prepares it; what is promised has a preposition
                if pronoun && kind == FormKind::Present && row.get(lemma) == "وعد" {
                    continue;
                }
                words.add_form(&word, Form { cue, kind, agreement, pronoun });
            }
        }
        for (word, bits) in derived {
            words.add_derived(&word, bits);
        }
        // a noun with a pronoun is as definite as one with the article: سلطاتها, متابعيهم
        let nouns = class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA;
        #[allow(clippy::iter_over_hash_type)] // every entry by itself, in any order
        for (word, entry) in &mut words.entries {
            if entry.classes & nouns != 0
                && word.chars().count() > 4
                && ["ها", "هم", "هما", "نا"].iter().any(|p| word.ends_with(p))
            {
                entry.classes |= class::DEFINITE;
            }
        }
        words
    }

    fn add_class(&mut self, word: &str, bits: Classes) {
        self.entries.entry(word.to_string()).or_default().classes |= bits;
    }

    /// A regular plural, or a noun with a pronoun, counts only where the lexicon has no entry of its own.
    fn add_derived(&mut self, word: &str, bits: Classes) {
        self.entries.entry(word.to_string()).or_insert(Entry { classes: bits, form: 0 });
    }

    /// The first verb that claims a form keeps it: rows stand in order of frequency.
    fn add_form(&mut self, word: &str, form: Form) {
        let entry = self.entries.entry(word.to_string()).or_default();
        // هنأ folds to هنا (here): the adverb is the likelier reading
        // دعوة: the verbal noun rather than "they called him"
        let noun = form.kind == FormKind::Masdar
            && !form.pronoun
            && entry.form != 0
            && self.forms[entry.form as usize - 1].cue == form.cue
            && self.forms[entry.form as usize - 1].pronoun;
        if (entry.form == 0 || noun) && entry.classes & class::FILLER == 0 {
            self.forms.push(form);
            entry.form = self.forms.len() as u16;
        }
    }
}

/// Regular plurals and duals, in both cases and before a genitive: محلل → محللون، محللان، محللو; محكمة → محكمتان، محكمتا.
/// Several unnamed people are nobody by name.
fn plurals(word: &str, bits: Classes) -> Vec<(String, Classes)> {
    let person = bits & (class::ROLE | class::ANON) != 0;
    if !person && bits & class::ORG == 0 || word.chars().count() < 4 || word.ends_with(['ا', 'ي', 'ء', 'ت', 'ن']) {
        return Vec::new();
    }
    let bits = if person { class::ANON } else { class::ORG };
    match word.strip_suffix('ه') {
        Some(stem) => {
            let mut out: Vec<_> = ["تان", "تين", "تا"].iter().map(|e| (format!("{stem}{e}"), bits)).collect();
            if person {
                out.push((format!("{stem}ات"), bits));
            }
            out
        }
        None if person => ["ون", "ين", "ان", "و"].iter().map(|e| (format!("{word}{e}"), bits)).collect(),
        None => ["ان", "ين"].iter().map(|e| (format!("{word}{e}"), bits)).collect(),
    }
}

type Inflected = (String, FormKind, Agreement, bool);

const PRONOUNS: [&str; 4] = ["ه", "ها", "هم", "هما"];

/// All forms of a verb, folded: third persons of both tenses, accusative participles, masdar with pronouns, and each
/// finite form with an attached object pronoun.
fn inflect(past: &str, present: &str, participle: &str, masdar: &str) -> Vec<Inflected> {
    use Agreement::*;
    use FormKind::*;
    let mut out: Vec<Inflected> = Vec::new();
    // هنأ ends in a root letter, دعا and نفى in a weak one
    let weak = past.ends_with('ى') || past.ends_with('ا');
    let past = fold(past);
    if !past.is_empty() {
        let stem = if weak { &past[..past.len() - 'ي'.len_utf8()] } else { past.as_str() };
        let mut push = |w: String, a| {
            out.push((w.clone(), Past, a, false));
            let base = w.strip_suffix("وا").map(|s| format!("{s}و")).unwrap_or(w);
            let base = match base.strip_suffix('ي') {
                Some(s) if weak => format!("{s}ا"),
                _ => base,
            };
            for p in PRONOUNS {
                out.push((format!("{base}{p}"), Past, a, true));
            }
        };
        push(past.clone(), Masculine);
        push(format!("{stem}ت"), Feminine);
        push(format!("{stem}وا"), Plural);
        push(format!("{past}ا"), Dual);
        push(format!("{stem}تا"), Dual);
    }
    let present = fold(present);
    if let Some(rest) = present.strip_prefix('ي') {
        let weak = rest.ends_with('ي') || rest.ends_with('و') || rest.ends_with('ا');
        let short: String = if weak { rest[..rest.len() - 'ي'.len_utf8()].to_string() } else { rest.to_string() };
        for (prefix, agreement) in [("ي", Masculine), ("ت", Feminine)] {
            out.push((format!("{prefix}{rest}"), Present, agreement, false));
            if weak {
                // لم ينف، لم يدع: the jussive loses its weak letter
                out.push((format!("{prefix}{short}"), Present, agreement, false));
            }
            for p in PRONOUNS {
                out.push((format!("{prefix}{rest}{p}"), Present, agreement, true));
            }
            out.push((format!("{prefix}{rest}ان"), Present, Dual, false));
        }
        out.push((format!("ي{short}ون"), Present, Plural, false));
        out.push((format!("ي{short}وا"), Present, Plural, false));
    }
    let participle = fold(participle);
    if !participle.is_empty() {
        for (suffix, agreement) in [("ا", Masculine), ("ه", Feminine), ("ين", Plural), ("ات", Feminine)] {
            out.push((format!("{participle}{suffix}"), Participle, agreement, false));
        }
    }
    let masdar = fold(masdar);
    if !masdar.is_empty() {
        let base = masdar.strip_suffix('ه').map(|s| format!("{s}ت")).unwrap_or_else(|| masdar.clone());
        for (p, a) in [("ه", Masculine), ("ها", Feminine), ("هم", Plural), ("هما", Dual)] {
            out.push((format!("{base}{p}"), Masdar, a, true));
        }
        out.push((masdar.clone(), Masdar, Masculine, false));
        out.push((format!("ال{masdar}"), Masdar, Masculine, false));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form_of(word: &str) -> Option<(&'static str, FormKind, Agreement)> {
        let words = Words::get();
        let entry = words.entries.get(fold(word).as_str())?;
        let form = words.forms.get((entry.form as usize).checked_sub(1)?)?;
        Some((words.cues[form.cue as usize].lemma, form.kind, form.agreement))
    }

    #[test]
    fn weak_verbs_inflect() {
        assert_eq!(form_of("نفت"), Some(("نفى", FormKind::Past, Agreement::Feminine)));
        assert_eq!(form_of("دعت"), Some(("دعا", FormKind::Past, Agreement::Feminine)));
        assert_eq!(form_of("رأوا"), Some(("رأى", FormKind::Past, Agreement::Plural)));
        assert_eq!(form_of("يدعون"), Some(("دعا", FormKind::Present, Agreement::Plural)));
        assert_eq!(form_of("داعيا"), Some(("دعا", FormKind::Participle, Agreement::Masculine)));
    }

    #[test]
    fn object_pronouns_attach() {
        assert_eq!(form_of("اعتبرته"), Some(("اعتبر", FormKind::Past, Agreement::Feminine)));
        assert_eq!(form_of("قالوا"), Some(("قال", FormKind::Past, Agreement::Plural)));
        assert_eq!(form_of("وصفها"), Some(("وصف", FormKind::Past, Agreement::Masculine)));
    }

    #[test]
    fn classes_and_complements_are_known() {
        let l = Lexicon::parse("attribution.tsv", WORDS);
        for r in &l.rows {
            assert!(class::of(r.get(l.column("class"))).is_some(), "attribution.tsv:{}", r.line);
            assert!(!fold(r.get(l.column("form"))).is_empty(), "attribution.tsv:{}", r.line);
        }
        let l = Lexicon::parse("cues.tsv", CUES);
        for r in &l.rows {
            for code in r.get(l.column("complements")).split(' ') {
                assert!(follow::of(code).is_some(), "cues.tsv:{}: \"{code}\"", r.line);
            }
        }
    }
}
