//! Gender and number of verbs and of those who may be their subjects.

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::cues::{Agreement, Form, FormKind, class, follow};
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::{EntityKind, SpeakerKind, TokenKind};

/// Verbs whose last ت is of the root.
static ROOT_T: Words = Words::new(&words::SPEECH, "verb with its own ت");

/// Groups without a name.
static GROUPS: Words = Words::new(&words::SPEECH, "group without a name");

/// Countries, houses and regions of masculine gender.
static MASCULINE: Words = Words::new(&words::SPEECH, "masculine place");

pub fn institution(scan: &Scan, p: &Phrase) -> bool {
    p.kind == SpeakerKind::Organisation
        && (scan.tags[p.start].is(class::ORG)
            || matches!(scan.entity_kind(p.name.0), Some(EntityKind::Organisation | EntityKind::Place)))
}

/// Gender of the verb that opens a clause with its subject at `subject`: a verb before its subject shows it (اعترضت الكويت).
pub fn opening_verb(scan: &Scan, first: usize, subject: usize) -> Option<Agreement> {
    let k = subject.checked_sub(1).filter(|&k| k >= first)?;
    let t = &scan.tags[k];
    if scan.doc.tokens[k].kind != TokenKind::Arabic
        || t.entity != 0
        || t.is(class::PREP | class::DEFINITE | class::DAY | class::ROLE | class::ORG | class::DOC)
        || t.is(class::MASDAR)
            && scan.form(k).is_none()
            && (scan.stem(k).ends_with('ه') || scan.stem(k).starts_with('ا'))
        || scan.stem(k).ends_with("ات")
        || t.is(class::CONJ | class::THAT | class::FILLER | class::NEG | class::REL | class::QAD)
        || matches!(scan.word(k), "اما" | "واما")
    {
        return None;
    }
    // تلقي: an other verb's form as often
    let own = |f: &Form| scan.cue_of(*f).follow & follow::NOUN == 0;
    if let Some(f) = scan.form(k).filter(|f| f.finite() && own(f)) {
        return matches!(f.agreement, Agreement::Masculine | Agreement::Feminine).then_some(f.agreement);
    }
    let w = scan.stem(k);
    let w = w.strip_prefix('و').filter(|r| r.chars().count() > 3).unwrap_or(w);
    let feminine = w.ends_with('ت') && w.chars().count() >= 3 && !ROOT_T.has(w);
    // تسلل, تعتزم: a past of one gender or a present of the other
    if !feminine && w.starts_with('ت') {
        return None;
    }
    Some(if feminine { Agreement::Feminine } else { Agreement::Masculine })
}

/// Gender of the verb right behind a subject that opens its clause: لكن جيش تركيا نفى.
pub fn following_verb(scan: &Scan, p: &Phrase, cue: usize) -> Option<Agreement> {
    let k = p.next;
    if k >= cue || scan.tags[k].entity != 0 || scan.tags[k].is(class::DEFINITE | class::PREP) {
        return None;
    }
    if let Some(f) = scan.form(k).filter(|f| f.kind == FormKind::Past && !f.pronoun) {
        return matches!(f.agreement, Agreement::Masculine | Agreement::Feminine).then_some(f.agreement);
    }
    let w = scan.word(k);
    boundaries::past_verb(w).then(|| if w.ends_with('ت') { Agreement::Feminine } else { Agreement::Masculine })
}

pub fn agrees(a: Agreement, b: Agreement) -> bool {
    a == b || matches!((a, b), (Agreement::Plural, Agreement::Dual) | (Agreement::Dual, Agreement::Plural))
}

/// A verb before its subject is singular whatever the subject: the phrase's own number wins.
pub fn shown(scan: &Scan, p: &Phrase, verb: Agreement) -> Agreement {
    let w = scan.stem(p.start);
    // الأمين ends in a root letter
    let one = scan.tags[p.start].is(class::ROLE) && !scan.tags[p.start].is(class::ANON);
    // الكرملين has no nominative in ون
    let nominative =
        |s: &str| crate::mentions::entities::news().lexicon().get(&format!("{s}ون")).is_some_and(|e| e.count > 0);
    let plural = w.ends_with("ون") || w.starts_with("ال") && w.strip_suffix("ين").is_some_and(nominative);
    if p.kind != SpeakerKind::Named && !one && plural || several(scan, p) || joined(scan, p) {
        Agreement::Plural
    } else if dual(scan, p) {
        Agreement::Dual
    } else {
        verb
    }
}

/// منوتشين وبومبيو: people whom و joins.
pub fn joined(scan: &Scan, p: &Phrase) -> bool {
    let person = |k: usize| scan.person(k);
    person(p.name.0)
        && (p.name.0 + 1..p.end).any(|k| {
            person(k)
                && scan.tags[k].entity != scan.tags[p.name.0].entity
                && scan.tags[k].entity != scan.tags[k - 1].entity
                && scan.word(k).starts_with('و')
        })
}

/// الزوجان, الجانبان: met oftener without the ending.
pub fn dual(scan: &Scan, p: &Phrase) -> bool {
    let w = scan.stem(p.start);
    let news = crate::mentions::entities::news().lexicon();
    let count = |w: &str| news.get(w).map_or(0, |e| e.count);
    scan.tags[p.start].entity == 0
        && w.starts_with("ال")
        && w.strip_suffix("ان").is_some_and(|one| one.chars().count() > 4 && count(one) > count(w))
}

/// Unnamed people: علماء, نشطاء, بعض المعلقين; not one of them (مصدر، خبير، أحد).
pub fn several(scan: &Scan, p: &Phrase) -> bool {
    static ONE: Words = Words::new(&words::SPEECH, "one of many");
    let t = &scan.tags[p.start];
    let w = scan.stem(p.start);
    t.is(class::ANON)
        && !t.is(class::ROLE | class::ORG | class::DOC | class::MEDIA)
        && p.kind != SpeakerKind::Named
        && !ONE.has(w.strip_prefix("ال").unwrap_or(w))
        && !w.ends_with('ه')
        && !w.ends_with("ات")
        && !GROUPS.has(w)
}

/// Gender and number of a phrase from its head.
pub fn guess(scan: &Scan, p: &Phrase) -> Option<Agreement> {
    let w = scan.stem(p.start);
    if w.ends_with("ون") || w.ends_with("يين") {
        return Some(Agreement::Plural);
    }
    let person = scan.person(p.start);
    if w.ends_with('ه') && !person || scan.tags[p.start].is(class::ORG | class::ANON) && w.ends_with("ات") {
        return Some(Agreement::Feminine);
    }
    if scan.tags[p.start].is(class::ROLE | class::DOC) {
        return Some(Agreement::Masculine);
    }
    if several(scan, p) {
        return Some(Agreement::Plural);
    }
    // countries and cities are feminine but for a few
    if p.start == p.name.0 && scan.entity_kind(p.start) == Some(EntityKind::Place) {
        let masculine = MASCULINE.has(w);
        return Some(if masculine { Agreement::Masculine } else { Agreement::Feminine });
    }
    None
}
