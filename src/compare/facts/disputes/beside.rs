//! Denials that nothing in the story answers yet, against what the same text tells right before them: a claim about the denier, a
//! charge that no claim holds (`المتهم بمساعدة الجماعة`), the deed itself.

use std::ops::Range;

use super::likeness::*;
use super::positions::*;
use super::{Edge, made};
use crate::compare::facts::{Story, answers, claim_at, matter};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::link::terms::{family, same_verb};
use crate::model::*;
use crate::text::clitics;

/// Sentences before a denial in which the charge is told.
const BEFORE: usize = 2;
/// First telling words of a denial that say what is denied.
const HEAD: usize = 4;
/// Share of them that words about the denier must have, and words that do not name him.
const OF_HIM: f32 = 0.5;
const OF_NOBODY: f32 = 0.6;
/// First words of a claim or clause that name of whom it tells.
const SUBJECT: usize = 5;
/// Words of a charge that no claim holds, and of a sentence that is one as a whole.
const TOLD: usize = 28;
const WHOLE: usize = 40;
/// Words behind a noun of accusing among which stands of what.
const OF_WHAT: usize = 4;
/// First words of a sentence among which the deed is its verb.
const OPENING: usize = 3;

/// That something has happened: nothing by itself of what it was.
static HAPPENING: Words = Words::new(&words::COMPARING, "happening");
/// Words by which somebody is charged or suspected, accusations aside.
static CHARGED: Words = Words::new(&words::COMPARING, "charged");
/// What is said of a charge without saying which.
static OF_A_CHARGE: Words = Words::new(&words::COMPARING, "of a charge");

/// What a denial says that is denied.
struct Denied {
    /// Its first telling words, the denier's name aside.
    words: Vec<usize>,
    /// Those of them that are no names.
    plain: Vec<usize>,
    /// That something is something: what it is said to be counts too.
    copula: bool,
}

/// How much of what is denied some words have.
struct Shared {
    share: f32,
    plain: usize,
    /// The first of its words that tells what was done.
    head: bool,
}

impl Denied {
    fn new(v: &View, d: &Position) -> Denied {
        let of_denier = |t: usize| v.entity_at(t).is_some_and(|e| names(v, d, v.words_of(e.span)));
        let idle = |t: usize| {
            let w = clitics::strip_article(v.word(t));
            let told = answers::is_head(w) || answers::is_truth(w) || answers::is_told_deed(w);
            told || answers::is_adverb(v.word(t)) || OF_A_CHARGE.has(w) || charge(w).is_some() || denial_at(v, t)
        };
        let all = v.words_of(d.claim.span);
        let copula = !all.is_empty() && matches!(v.word(all.start), "يكون" | "تكون" | "يكونوا");
        let words: Vec<usize> = all.filter(|t| !v.terms[*t].light && !of_denier(*t) && !idle(*t)).take(HEAD).collect();
        let plain = words.iter().copied().filter(|t| v.entity_at(*t).is_none()).collect();
        Denied { words, plain, copula }
    }

    fn shared(&self, v: &View, told: Range<usize>) -> Shared {
        let has = |t: &usize| {
            let kin = family(v.terms[*t].stem);
            let same = |k: usize| family(v.terms[k].stem) == kin || same_verb(v.word(*t), v.word(k));
            told.clone().any(|k| !v.terms[k].light && same(k))
        };
        let both = self.words.iter().filter(|t| has(t)).count();
        let plain = self.plain.iter().filter(|t| has(t)).count();
        let head = self.plain.iter().find(|t| !HAPPENING.has(v.word(**t))).is_some_and(has);
        let head = head && (plain > 1 || !self.copula);
        Shared { share: both as f32 / self.words.len().max(1) as f32, plain, head }
    }

    /// Does it say nothing of the deed, or something that the told words have?
    fn fits(&self, v: &View, told: Range<usize>) -> bool {
        self.plain.is_empty() || self.shared(v, told).plain > 0
    }
}

/// Adds what is told right before the denials that nothing answers yet. Cost: such denials times the claims of a story.
pub(super) fn beside<'a>(story: &Story<'a>, all: &mut Vec<Position<'a>>, edges: &mut Vec<Edge>) {
    for n in 0..all.len() {
        let d = &all[n];
        if d.made || !denies(&d.claim) || edges.iter().any(|e| e.d == n) {
            continue;
        }
        let v = &story.views[d.view];
        let denied = Denied::new(v, d);
        let start = d.claim.cue.map_or(d.claim.span.start, |c| c.start.min(d.claim.span.start));
        let before = |a: &Position| {
            a.view == d.view && !a.made && a.claim.span.end <= start && a.sentence + BEFORE >= d.sentence
        };
        let told = all.iter().enumerate().filter(|(_, a)| before(a));
        let told = told.filter_map(|(m, a)| Some((told_of(story, d, a, &denied)?, m)));
        let (p, m) = match told.max_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1))) {
            Some(best) => best,
            None => {
                let Some((words, sentence)) = unclaimed_charge(v, d, &denied, v.term_at(start)) else { continue };
                let mut charge = made((d.view, v), words.clone(), words, 0..0, sentence);
                charge.accuses = true;
                all.push(charge);
                (0.5, all.len() - 1)
            }
        };
        edges.push(Edge { p: 0.5 + 0.1 * p, d: n, a: m, like: Likeness { p, share: p, head: p } });
    }
}

/// Is the denier named in some words?
fn names(v: &View, d: &Position, words: Range<usize>) -> bool {
    let mut party = Party::default();
    if !words.is_empty() {
        party.add(v, v.span(words.start, words.end));
    }
    d.party.meets(&party)
}

/// Does one of some words blame somebody for a deed?
fn blames(v: &View, mut words: Range<usize>) -> bool {
    words.any(|t| answers::is_part(v.word(t)) || matches!(v.word(t), "وراء" | "خلف"))
}

/// How surely a claim tells what is denied after it.
fn told_of(story: &Story, d: &Position, a: &Position, denied: &Denied) -> Option<f32> {
    let v = &story.views[d.view];
    let words = v.words_of(a.claim.span);
    if !a.accuses && !asserts(&a.claim)
        || words.is_empty()
        || a.denies
        || a.claim.polarity != Polarity::Affirmed
        || one(d, a)
        || d.party.meets(&a.party)
        || supposed(v, a)
        || leaves_open(v, a) && !a.accuses
        || tells_nothing_of_it(v, v, d, a)
        || is_denied(v, words.clone())
    {
        return None;
    }
    let of_him = d.party.meets(&a.target);
    // `اتهمت بريطانيا رجلين`, `وأنكر الاثنان`: who has no name on either side; `ادعت أنه`
    let alleged = a.claim.attitude == "claim";
    let unnamed = !a.target.is_named() && a.claim.rule != "quote.pronoun-object";
    let charged = a.accuses && (of_him || unnamed && !d.party.is_named()) || alleged && (of_him || unnamed);
    if denied.plain.is_empty() {
        // `ذلك`, `هذه الاتهامات`: what has just been told
        let that = !d.points && denied.words.is_empty() && a.sentence + 1 >= d.sentence;
        let points = d.points && (charged || of_him && blames(v, words));
        return if points { Some(0.9) } else { that.then_some(0.6) };
    }
    let both = denied.shared(v, words);
    if d.points {
        let charged = a.accuses && charged && !another_deed(v, v, d, a);
        return if charged { Some(0.9) } else { (of_him && both.plain > 0).then_some(0.5 + 0.3 * both.share) };
    }
    let named = of_him || d.party.meets(&a.named);
    let enough = both.share >= OF_HIM && named || both.share >= OF_NOBODY && both.plain > 1;
    (both.head && enough).then_some(0.4 + 0.4 * both.share)
}

/// The charge in the sentences before a denial, or before it in its own, where no claim holds it: its words and its sentence.
fn unclaimed_charge(v: &View, d: &Position, denied: &Denied, start: usize) -> Option<(Range<usize>, usize)> {
    let own = v.sentences.iter().position(|s| s.index as usize == d.sentence)?;
    (own.saturating_sub(BEFORE)..=own).rev().filter(|n| !v.is_title(*n)).find_map(|n| {
        let s = &v.sentences[n];
        // the words that lead to the denial belong to neither
        let end = (s.from..start.min(s.to)).rev().find(|t| answers::is_but(v.word(*t))).filter(|_| n == own);
        let part = s.from..end.unwrap_or(start.min(s.to));
        if part.len() <= OPENING || is_denied(v, part.clone()) {
            return None;
        }
        let words = match d.points {
            true => that_clause(v, d, part.clone()).or_else(|| charged_with(v, d, part)),
            false => deed_told(v, d, denied, part),
        };
        // he does not say it himself
        let himself = |words: &Range<usize>| {
            claim_at(v, v.span(words.start, words.start + 1)).is_some_and(|c| {
                let mut by = Party::default();
                by.entities.extend(c.speaker_entity);
                by.add_words(Gazetteer::get(), &c.speaker_name);
                by.meets(&d.party)
            })
        };
        let fits = |words: &Range<usize>| denied.fits(v, words.clone()) && !himself(words);
        words.filter(fits).map(|words| (words, n))
    })
}

/// A clause with `that` which begins with the denier and blames him (`بأن روسيا كانت وراء الهجوم`).
fn that_clause(v: &View, d: &Position, part: Range<usize>) -> Option<Range<usize>> {
    let clause = |t: usize| {
        let words = t + 1..part.end.min(t + 1 + TOLD);
        let supposed = (t.saturating_sub(CONDITION).max(part.start)..t).any(|k| words::CONDITION.has(v.word(k)));
        let of_him = names(v, d, words.start..words.end.min(words.start + SUBJECT));
        (of_him && !supposed && blames(v, words.clone())).then_some(words)
    };
    part.clone().rev().filter(|t| matches!(v.word(*t), "ان" | "بان")).find_map(clause)
}

/// Does a word say that somebody is charged or suspected?
fn charges(word: &str) -> bool {
    let w = clitics::strip_article(clitics::strip_conjunction(word));
    charge(w) == Some(true) || answers::accuses(w) && !matter::by_pronoun(w) || CHARGED.has(w)
}

/// What somebody is charged with (`متهم بمساعدة الجماعة`), where it is the denier: named before it or right behind it, not as the one
/// to whom the deed was done (`بتهمة التشهير بالرئيس`).
fn charged_with(v: &View, d: &Position, part: Range<usize>) -> Option<Range<usize>> {
    let leads = |k: &usize| v.word(*k) == "في" || v.word(*k).starts_with('ب') && v.word(*k).chars().count() > 3;
    let of_him = |t: &usize| {
        let of_what = (t + 1..part.end.min(t + 1 + OF_WHAT)).find(leads);
        // two men are not their state
        let state = |k: usize| !NO_STATE.has(clitics::strip_article(v.word(k)));
        of_what.is_some_and(|w| (t + 1..w).all(state) && (names(v, d, part.start..*t) || names(v, d, t + 1..w)))
    };
    let t = part.clone().find(|t| charges(v.word(*t)) && of_him(t))?;
    Some(t..part.end.min(t + TOLD))
}

/// The deed that is denied, as a charge (`اتهمت الدوحة بدعم تنظيمات`) or as what the sentence tells of the denier (`وقتل الجيش الشاب`).
fn deed_told(v: &View, d: &Position, denied: &Denied, part: Range<usize>) -> Option<Range<usize>> {
    let both = denied.shared(v, part.clone());
    let named = names(v, d, part.clone());
    let needed = if named { OF_HIM } else { OF_NOBODY };
    if !both.head || both.plain < 2 || both.share < needed || part.len() > WHOLE {
        return None;
    }
    let charged = part.clone().find(|t| charges(v.word(*t)));
    let charged = charged.map(|t| t..part.end.min(t + TOLD)).filter(|words| denied.shared(v, words.clone()).plain > 0);
    let told = || named && denied.shared(v, part.start..part.start + OPENING).head;
    charged.or_else(|| told().then_some(part.clone()))
}
