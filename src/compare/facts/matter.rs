//! What of a claim is disputed: its clause without what the sentence goes on to tell, and the charge itself where the clause
//! tells something else besides (`أعلن قطع العلاقات بسبب دعم الشركة للمضاربين`).

use std::ops::Range;

use super::{answers, disputes};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{Bag, View};
use crate::link::terms::family;
use crate::mentions::quotes::boundaries;
use crate::model::*;
use crate::text::clitics;

/// Words of a charge before which it is not cut.
const LEAST: usize = 2;
/// Words between a verb and the relative pronoun or the `but` before it.
const BEFORE: usize = 5;
/// Words between a relative pronoun and its verb.
const AUX: usize = 3;

/// Words that lead from what is told to why: behind them stands the charge (`بسبب`, `معتبرة`).
static REASON: Words = Words::new(&words::COMPARING, "leads to a reason");
/// Participles by which a speaker adds a charge.
static ADDS: Words = Words::new(&words::COMPARING, "adds a charge");
/// Nouns of what nobody who is named has told (`شائعات عن`).
static HEARSAY: Words = Words::new(&words::COMPARING, "hearsay");
/// Verbs behind which another says something inside a claim (`قالت وزارته إن`).
static TELLS: Words = Words::new(&words::COMPARING, "tells inside");
/// Words that lead to what is said.
static THAT: Words = Words::new(&words::COMPARING, "opens a subordinate clause");

/// Nouns of denying with what is denied.
static DENIAL: Words = Words::new(&words::COMPARING, "denial of it");

/// Does a folded word lead to a statement (`أن`)?
fn leads(word: &str) -> bool {
    THAT.has(word) && !relative(word)
}

/// Is a folded word a relative pronoun?
fn relative(word: &str) -> bool {
    matches!(clitics::strip_conjunction(word), "الذي" | "التي" | "الذين" | "اللذين" | "اللتين" | "اللذان" | "اللتان")
}

/// Where the clause begins in which a word denies what is told before it, if it is one of denying.
fn denial(v: &View, from: usize, t: usize) -> Option<usize> {
    let w = v.word(t);
    if let Some(at) = answers::points_back_from(v, from, t) {
        return Some(at);
    }
    // `في اتهام سارعت الرئاسة إلى نفيه`
    if DENIAL.has(w) && v.word(t - 1) == "الي" {
        return (from + 1..t).rev().take(FAR).find(|k| answers::comma(v, *k));
    }
    if !answers::is_denying(w) {
        return None;
    }
    let least = (from + 1).max(t.saturating_sub(AUX));
    if let Some(k) = (least..t).rev().find(|k| relative(v.word(*k))) {
        return Some(k);
    }
    if w.starts_with('و') && clitics::strip_conjunction(w) != w {
        return Some(t);
    }
    let least = (from + 1).max(t.saturating_sub(BEFORE));
    (least..=t).rev().find(|k| answers::is_but(v.word(*k)) || answers::comma(v, *k) && v.word(*k).starts_with('و'))
}

/// Is a word with its conjunction a verb of the past with a feminine subject (`وطردت`)? The noun that it might be is met with the article.
fn she_did(v: &View, t: usize) -> bool {
    let Some(w) = v.word(t).strip_prefix('و').filter(|w| w.chars().count() >= 3) else { return false };
    let news = crate::mentions::entities::news().lexicon();
    /// What the corpus has as often as this at most may be a slip.
    const SELDOM: u32 = 2;
    let count = |w: &str| news.get(w).map_or(0u32, |e| u32::from(e.count));
    w.ends_with('ت')
        && !w.ends_with("ات")
        && v.entity_at(t).is_none()
        && count(w) > SELDOM
        && count(&format!("ال{w}")) * 20 < count(w)
}

/// Does a word open a clause of its own behind a comma (`، وطردت حكومات`)?
fn new_clause(v: &View, t: usize) -> bool {
    if she_did(v, t) {
        return true;
    }
    let Some(w) = v.word(t).strip_prefix('و') else { return false };
    let next = if t + 1 < v.terms.len() { v.word(t + 1) } else { "" };
    match w {
        "ما" | "لا" => next.starts_with("زال") || next.starts_with("يزال") || next.starts_with("تزال"),
        "قد" | "لم" | "لن" | "ليس" | "ليست" => true,
        _ => boundaries::past_verb(w) || boundaries::present_verb(w),
    }
}

/// Is a word the verb of a relative clause (`الذي ألقت لندن باللوم فيه`)? The pronoun's place.
pub fn relative_before(v: &View, verb: usize) -> Option<usize> {
    let least = verb.saturating_sub(AUX);
    (least..verb).rev().take_while(|k| !answers::comma(v, k + 1)).find(|k| relative(v.word(*k)))
}

/// The words of a claim that are its own: up to where its sentence goes on to deny it, to tell what another did, or leaves
/// the relative clause that it stands in. `nominal`: its content is a deed without a verb of its own (`بتسميم الجاسوس`).
pub fn clause(v: &View, words: Range<usize>, cue: Option<usize>, nominal: bool) -> Range<usize> {
    let inside = cue.is_some_and(|c| c < words.start && relative_before(v, c).is_some());
    let mut that = !nominal;
    let mut verbal = false;
    let mut end = words.end;
    for t in words.start + 1..words.end {
        if let Some(at) = denial(v, words.start, t).filter(|at| *at >= words.start + LEAST) {
            end = at;
            break;
        }
        if t > words.start + LEAST && nominal && !that && !verbal && she_did(v, t) {
            end = t;
            break;
        }
        if t >= words.start + LEAST && nominal && answers::comma(v, t) {
            let leaves = inside && !v.word(t).starts_with('و');
            if leaves || !that && new_clause(v, t) {
                end = t;
                break;
            }
        }
        that |= leads(v.word(t));
        verbal |= relative(v.word(t));
    }
    if end < words.end {
        while end > words.start + LEAST && v.terms[end - 1].light {
            end -= 1;
        }
    }
    words.start..end
}

/// The words of a denial that are its own (`ضلوعها في الهجوم، وردت بطرد …`), up to a quotation where it stands in a relative clause.
pub fn denied(v: &View, words: Range<usize>, cue: Option<usize>) -> Range<usize> {
    let inside = cue.is_some_and(|c| c < words.start && relative_before(v, c).is_some());
    let mut that = boundaries::present_verb(v.word(words.start));
    let mut verbal = false;
    for t in words.start + 1..words.end {
        let comma = answers::comma(v, t) && t >= words.start + LEAST;
        let goes_on = comma && new_clause(v, t) || !verbal && t > words.start + LEAST && she_did(v, t);
        if !that && goes_on || inside && t > words.start + LEAST && answers::quotes_from(v, t) {
            return words.start..t;
        }
        that |= leads(v.word(t));
        verbal |= relative(v.word(t));
    }
    words
}

/// Is a word a participle by which a speaker adds a charge (`متهمة إياها`)?
pub fn is_participle(word: &str) -> bool {
    ADDS.has(clitics::strip_conjunction(word))
}

/// Does a word name a charge or hearsay?
pub fn names_hearsay(word: &str) -> bool {
    let w = clitics::strip_conjunction(word);
    HEARSAY.has(clitics::strip_article(w)) || disputes::names_charge(w)
}

/// The charge inside of what is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inner {
    /// From which word on it stands.
    pub from: usize,
    /// Another says it than who tells the rest.
    pub another: bool,
}

/// Words behind which a charge may stand, in some words: where it begins, and whether another makes it.
fn openings(v: &View, words: Range<usize>) -> Vec<Inner> {
    let mut out = Vec::new();
    for t in words.start + 1..words.end {
        let w = clitics::strip_conjunction(v.word(t));
        if names_hearsay(w) {
            out.push(Inner { from: t, another: true });
        } else if ADDS.has(w) {
            out.push(Inner { from: t, another: false });
        } else if REASON.has(w) {
            // `ردا على`
            let next = t + 1 < words.end && matches!(v.word(t + 1), "علي" | "من" | "ما");
            out.push(Inner { from: t + 1 + usize::from(next), another: false });
        } else if leads(w) && (t.saturating_sub(3).max(words.start)..t).any(|k| TELLS.has(v.word(k))) {
            out.push(Inner { from: t + 1, another: true });
        }
    }
    out.retain(|x| x.from + LEAST <= words.end);
    out
}

/// Share of what a claim has of the denied that must stand behind an opening.
const BEHIND: f32 = 0.6;

/// The charge inside a claim that tells something else before it: from the last opening on behind which stands nearly all that
/// the claim has of what is denied, names aside.
pub fn inside(v: &View, words: Range<usize>, kin: &Bag) -> Option<Inner> {
    let telling = |t: &usize| !v.terms[*t].light && v.entity_at(*t).is_none();
    let shared = |t: &usize| telling(t) && kin.binary_search_by_key(&family(v.terms[*t].stem), |w| w.0).is_ok();
    let mass = |from: usize| -> f32 { (from..words.end).filter(shared).map(|t| v.weight[t]).sum() };
    let all = mass(words.start);
    let before = |from: usize| (words.start..from).filter(telling).count() >= LEAST;
    let holds = |x: &Inner| all > 0.0 && mass(x.from) >= BEHIND * all && before(x.from);
    openings(v, words.clone()).into_iter().rfind(holds)
}

/// Words behind a noun of accusing among which stands what of.
const OF_WHAT: usize = 5;

/// The charge inside of what a relative denial denies (`غداة اتهامات للحكومة بشن الهجوم، وهو ما نفته`): its last noun of
/// accusing or hearsay, or the reason in which the denier is named and before which he is not.
pub fn told(v: &View, words: Range<usize>, of_denier: impl Fn(Range<usize>) -> bool) -> Option<Inner> {
    let of_what = |t: usize| {
        let leads =
            |w: &str| w.starts_with(['ب', 'ل']) || matches!(w, "عن" | "نسبت" | "نسب" | "تفيد" | "تشير" | "تحدثت");
        (t + 1..words.end.min(t + 1 + OF_WHAT)).any(|k| leads(v.word(k)))
    };
    let charge = |x: &Inner| match x.another {
        true => !leads(clitics::strip_conjunction(v.word(x.from - 1))) && of_what(x.from),
        false => of_denier(x.from..words.end) && !of_denier(words.start..x.from.min(words.start + 2 * LEAST + 1)),
    };
    let told = openings(v, words.clone()).into_iter().rfind(charge);
    // `ضد أنصار الداعية الذي اتهمته بتدبير الانقلاب، وهو ما ينفيه`
    let accused = (words.start + 1..words.end).rev().filter(|t| by_pronoun(v.word(*t)) && answers::accuses(v.word(*t)));
    let relative = accused.filter_map(|t| relative_before(v, t).filter(|k| *k > words.start && *k + 1 == t)).next();
    match relative.map(|k| antecedent(v, k)) {
        Some(from) if from > words.start && told.as_ref().is_none_or(|x| x.from < from) => {
            Some(Inner { from, another: true })
        }
        _ => told,
    }
}

/// Where the noun or name before a relative pronoun begins.
fn antecedent(v: &View, relative: usize) -> usize {
    let name = v.entity_at(relative - 1).map(|e| v.words_of(e.span).start);
    name.filter(|n| *n < relative).unwrap_or(relative - 1)
}

/// Words between a verb of accusing and what it says.
const FAR: usize = 9;

/// The words of an accusation with the verb before it, without which it is none (`اتهمت لندن موسكو بتسميم الجاسوس`), and with the
/// relative pronoun and the noun before the verb where that stands for the accused (`الداعية الذي تتهمه أنقرة`).
pub fn with_verb(v: &View, words: Range<usize>, cue: Option<usize>) -> Range<usize> {
    match cue.filter(|c| *c < words.start && *c + FAR >= words.start) {
        Some(c) if by_pronoun(v.word(c)) => match relative_before(v, c).filter(|k| *k > 0 && *k + 1 == c) {
            Some(k) => antecedent(v, k)..words.end,
            None => c..words.end,
        },
        Some(c) => c..words.end,
        None => words,
    }
}

/// Has a verb its object with it (`تتهمه`)?
pub fn by_pronoun(word: &str) -> bool {
    word.chars().count() > 4 && ["ه", "ها", "هم", "هما"].iter().any(|p| word.ends_with(p))
}

/// A stretch of text without the conjunction that its first word has (`واتهمت`); `lemma` is the lemma of that word, where known.
pub fn without_conjunction(v: &View, words: Range<usize>, lemma: &str) -> Span {
    let span = v.span(words.start, words.end);
    let w = v.word(words.start);
    let bare = clitics::strip_conjunction(w);
    let known = || disputes::names_charge(bare) || answers::accuses(bare);
    let joined = bare != w && (known() || !lemma.is_empty() && !lemma.starts_with(['و', 'ف']));
    let first = v.reading.doc.slice(span).chars().next();
    match first.filter(|c| joined && matches!(c, 'و' | 'ف')) {
        Some(c) => Span { start: span.start + c.len_utf8() as u32, end: span.end },
        None => span,
    }
}
