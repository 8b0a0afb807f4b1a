//! Denials that point back to what the same text has just told (`… ، وهو ما نفته الوزارة`), the part that somebody is said to
//! have in a deed (`يقف وراء الحريق`), and whose words a denial answers (`نفى ما ذكره المحافظ`).

use std::ops::Range;
use std::sync::LazyLock;

use super::disputes;
use crate::lang::lexicon::{Classes, Words};
use crate::lang::words;
use crate::link::align::View;
use crate::model::*;
use crate::text::clitics;

/// Classes of words by form (answers.tsv).
static WORDS: LazyLock<Classes> =
    LazyLock::new(|| Classes::parse("answers.tsv", include_str!("../../lang/ar/answers.tsv")));

/// Is a folded word of a class of answers.tsv?
fn is(word: &str, class: &str) -> bool {
    WORDS.has(word, class)
}

/// Words between a relative pronoun and its verb.
const AUX: usize = 4;
/// Words of a denier that no name ends.
const DENIER: usize = 3;
/// Words before a denial that it may deny, where nobody is said to have said them.
const CONTENT: usize = 24;
/// Words of a sentence that is told as a whole.
const WHOLE: usize = 36;
/// A clause of fewer words is told with the one before it.
const CLAUSE: usize = 7;
/// Words of a sentence from which it is not the denial alone.
const ALONE: usize = 4;

/// The same for what somebody is said to have said.
const CLAIMED: usize = 2;

/// A denial of what stands before it in the text.
pub struct Answer {
    /// Index into the sentences of the view.
    pub sentence: usize,
    /// Its words, the denier with them.
    pub words: Range<usize>,
    /// Who denies.
    pub denier: Range<usize>,
    /// What is denied.
    pub content: Range<usize>,
    /// The claim that it is, as an index into the claims of the reading.
    pub claim: Option<usize>,
    /// Who accuses in it, where no claim was read.
    pub accuser: Option<Range<usize>>,
    /// The last clause of the content, where a sentence is told as a whole.
    pub last: Option<Range<usize>>,
}

/// Does a mark stand between a word and the one before it?
fn breaks(v: &View, t: usize) -> bool {
    marked(v, t, &['،', ',', '؛', ';', ':', '.', '!', '؟', '(', ')', '«', '»', '"'])
}

/// Does one of some marks stand between a word and the one before it?
fn marked(v: &View, t: usize, marks: &[char]) -> bool {
    if t == 0 || t >= v.terms.len() {
        return true;
    }
    let (a, b) = (v.span(t - 1, t).end, v.span(t, t + 1).start);
    v.reading.doc.slice(Span { start: a, end: b }).contains(marks)
}

/// Where a relative denial begins and the noun that it begins with, when the words before its verb are such.
fn opener<'v>(v: &'v View, from: usize, verb: usize) -> Option<(usize, &'v str)> {
    let mut k = verb;
    while k > from && verb - k < AUX && is(v.word(k - 1), "aux") {
        k -= 1;
    }
    if k < from + 2 {
        return None;
    }
    let is_so = |t: usize| matches!(v.word(t), "وهو" | "وهي" | "هو" | "هي");
    let names = |w: &str| is(w, "head") || disputes::is_charge(w);
    match v.word(k - 1) {
        "ما" if is_so(k - 2) => Some((k - 2, "")),
        "الذي" | "التي" => {
            let noun = clitics::strip_article(clitics::strip_conjunction(v.word(k - 2)));
            let start = if k >= from + 3 && is_so(k - 3) { k - 3 } else { k - 2 };
            (names(noun) && (start < k - 2 || breaks(v, start) || noun == "امر")).then_some((start, noun))
        }
        noun if names(noun) && is_so(k - 2) => Some((k - 2, noun)),
        noun if disputes::is_charge(noun) && breaks(v, k - 1) => Some((k - 1, noun)),
        _ => None,
    }
}

/// Where the clause begins that points back to what is told and denies it (`وهو ما نفته`, `الأمر الذي تنفيه`), by its verb.
pub fn points_back_from(v: &View, from: usize, verb: usize) -> Option<usize> {
    let w = v.word(verb);
    let denies = is(w, "denied") || is(w, "rejected");
    if denies { opener(v, from, verb).map(|(at, _)| at) } else { None }
}

/// Is a folded word a verb of accusing, with its object or without?
pub fn accuses(word: &str) -> bool {
    by_verb(word, &["accuses"]).is_some()
}

/// Is a folded word a verb of denying, with its object or without?
pub fn is_denying(word: &str) -> bool {
    is(clitics::strip_conjunction(word), "denies") || is(word, "denied")
}

/// Is a folded word a verb of denying without its object (`نفت`, `ينكر`)?
pub fn is_verb_of_denying(word: &str) -> bool {
    is(clitics::strip_conjunction(word), "denies")
}

/// Is a folded word one by the way between a verb and who denies (`باستمرار`)?
pub fn is_adverb(word: &str) -> bool {
    is(word, "adverb")
}

/// Does a folded word turn against what stands before it (`لكن`, `فيما`)?
pub fn is_but(word: &str) -> bool {
    is(word, "but")
}

/// Does a comma stand between a word and the one before it?
pub fn comma(v: &View, t: usize) -> bool {
    marked(v, t, &['،', ','])
}

/// Does a quotation begin with a word?
pub fn quotes_from(v: &View, t: usize) -> bool {
    marked(v, t, &['"', '«', '“'])
}

/// Who is named from a word on as the one who denies or accuses.
pub fn named_from(v: &View, mut from: usize, end: usize) -> Option<Range<usize>> {
    let by_the_way = |t: usize| is(v.word(t), "adverb") || v.word(t).starts_with("بال");
    while from < end && !breaks(v, from) && by_the_way(from) {
        from += 1;
    }
    if from >= end || breaks(v, from) {
        return None;
    }
    let mut to = from;
    while to < end && to < from + DENIER + 1 && (to == from || !breaks(v, to)) {
        if let Some(e) = v.entity_at(to) {
            return Some(from..v.words_of(e.span).end.min(end).max(to + 1));
        }
        if v.terms[to].light || is(v.word(to), "adverb") || to >= from + DENIER {
            break;
        }
        to += 1;
    }
    (to > from).then_some(from..to)
}

/// Words between a verb of denying and `that`.
const BETWEEN: usize = 5;
/// Words of a denier before the verb.
const BEFORE: usize = 4;

/// Is a word one for what has been told before (`هذه الاتهامات`, `هذه المعلومات`)?
fn points_back(word: &str) -> bool {
    word.starts_with("ال") && (is(clitics::strip_article(word), "head") || disputes::is_charge(word))
}

/// A denial of `that` (`إلا أن الجيش نفى ذلك`, `ونفت دمشق الأمر`) by its verb: where it begins, who denies, where it ends.
fn denies_that(v: &View, from: usize, verb: usize, end: usize) -> Option<(usize, Range<usize>, usize)> {
    let object = |k: usize| match v.word(k) {
        "ذلك" | "الامر" => Some(k + 1),
        "هذا" | "هذه" | "تلك" if k + 1 < end && points_back(v.word(k + 1)) => Some(k + 2),
        _ => None,
    };
    let last = end.min(verb + 1 + BETWEEN);
    let (at, to) = (verb + 1..last).find_map(|k| object(k).map(|to| (k, to)))?;
    let plain = |t: usize| !v.terms[t].light && !is_part(v.word(t)) && !disputes::is_charge(v.word(t));
    if (verb + 1..=at).any(|t| breaks(v, t)) || (verb + 1..at).any(|t| !plain(t) && !is(v.word(t), "adverb")) {
        return None;
    }
    // `that` is all that is denied
    if to < end && !breaks(v, to) && !v.terms[to].light && !is(v.word(to), "adverb") {
        return None;
    }
    // by a name or a noun with its article
    let known = |r: &Range<usize>| r.clone().any(|t| v.entity_at(t).is_some() || v.word(t).starts_with("ال"));
    // نفى صحة ذلك
    let truth = at == verb + 2 && is(v.word(verb + 1), "truth");
    if at > verb + 1 && !truth {
        let denier = named_from(v, verb + 1, at).filter(known)?;
        return Some((verb, denier, to));
    }
    let mut k = verb;
    while k > from && verb - k < BEFORE && !breaks(v, k) && plain(k - 1) {
        k -= 1;
    }
    Some((k, k..verb, to)).filter(|_| k < verb && known(&(k..verb)))
}

/// Relative denials of a text, and denials of `that`. Linear.
pub fn relatives(v: &View) -> Vec<Answer> {
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate() {
        for t in s.from..s.to {
            let w = v.word(t);
            let pointing = w.ends_with(['ه', 'ا']);
            let rejected = pointing && is(w, "rejected");
            if rejected || pointing && is(w, "denied") {
                let Some((start, noun)) = opener(v, s.from, t) else { continue };
                if rejected && !disputes::is_charge(noun) {
                    continue;
                }
                let Some(denier) = named_from(v, t + 1, s.to) else { continue };
                out.extend(answer(v, n, start..denier.end, denier, start));
            } else if is(clitics::strip_conjunction(w), "denies") {
                let Some((start, denier, end)) = denies_that(v, s.from, t, s.to) else { continue };
                // the words that lead to it (`إلا أن`) belong to neither
                let leads = |k: &usize| *k == s.from || marked(v, *k, &['،', ',', '؛', '.']) || is(v.word(*k), "but");
                let told = (s.from..=start).rev().find(leads).unwrap_or(start);
                if told - s.from >= ALONE || start - s.from < ALONE {
                    out.extend(answer(v, n, start..end, denier, told));
                }
            }
        }
    }
    out
}

/// A denial of what stands before it: in its sentence up to `end`, or in the one before.
fn answer(v: &View, n: usize, words: Range<usize>, denier: Range<usize>, end: usize) -> Option<Answer> {
    let s = &v.sentences[n];
    let inside_one = end - s.from >= ALONE;
    let told = match inside_one {
        true => s.from..end,
        false if n > 0 && !v.is_title(n - 1) => v.sentences[n - 1].from..v.sentences[n - 1].to,
        false => return None,
    };
    let claims = &v.reading.mentions.claims;
    let inside = |c: &&Claim| {
        let w = v.words_of(c.span);
        c.kind != ClaimKind::Narrated && w.start >= told.start && w.start < told.end && w.end + 2 >= told.end
    };
    let said = claims.iter().filter(inside).max_by_key(|c| c.span.start);
    let claim = said.and_then(|c| claims.iter().position(|x| std::ptr::eq(x, c)));
    let clause = |least: usize| (least..told.end.saturating_sub(CLAUSE)).rev().find(|k| *k > least && breaks(v, *k));
    let mut last = None;
    let content = match said {
        Some(c) => v.words_of(c.span).start..told.end,
        None if told.len() <= WHOLE => {
            last = clause(told.start).map(|k| k..told.end);
            told.clone()
        }
        None => {
            let least = told.start.max(told.end.saturating_sub(CONTENT));
            clause(least).unwrap_or(least)..told.end
        }
    };
    let accuses = |t: &usize| by_verb(v.word(*t), &["accuses"]);
    let verb = content.clone().rev().find_map(|t| accuses(&t).map(|object| (t, object))).filter(|_| claim.is_none());
    // `اتهمت دمشق باستخدام` may well be passive
    let active = |r: &Range<usize>| r.end >= content.end || !v.word(r.end).starts_with('ب');
    let accuser = verb.and_then(|(t, object)| match v.word(t + 1) {
        // `نشرت المنظمة تقريرا اتهمت فيه`
        "فيه" | "فيها" => opening_name(v, told.start, t),
        _ => named_from(v, t + 1, content.end).filter(|r| object || active(r)),
    });
    // of the sentence before only what somebody has said or accuses another of
    let said = inside_one || claim.is_some() || accuser.is_some();
    let least = if claim.is_some() { CLAIMED } else { ALONE };
    (said && content.len() >= least).then_some(Answer { sentence: n, words, denier, content, claim, accuser, last })
}

/// Is a folded word a verb of some classes, and has it its object with it (`تتهمه`)?
fn by_verb(word: &str, classes: &[&str]) -> Option<bool> {
    let of = |w: &str| classes.iter().any(|c| is(w, c));
    let plain = clitics::strip_conjunction(word);
    let bare = ["ها", "هم", "ه"].iter().find_map(|end| plain.strip_suffix(end));
    match bare.is_some_and(of) {
        true => Some(true),
        false => (of(plain) || of(word)).then_some(false),
    }
}

/// First words of a sentence among which its subject is named.
const OPENING: usize = 5;

/// The name with which a sentence opens, before a word of it.
fn opening_name(v: &View, from: usize, before: usize) -> Option<Range<usize>> {
    let end = before.min(from + OPENING);
    let named = |t: usize| v.entity_at(t).filter(|e| e.kind != EntityKind::Other).map(|e| (t, e));
    let (at, e) = (from..end).find_map(named)?;
    Some(at..v.words_of(e.span).end.min(before).max(at + 1))
}

/// Words before a word for a part among which stands that there is none.
const NEGATED: usize = 4;
/// Words before a verb among which stands its subject.
const SUBJECT: usize = 4;
/// Words before it among which stands whose part it is.
const WHOSE: usize = 3;
/// Words before it among which stands the verb of who accuses.
const ACCUSED: usize = 12;
/// Words behind it that say in what.
const DEED: usize = 8;

/// Does a word behind `responsible` point back to the deed?
pub fn is_of_it(word: &str) -> bool {
    matches!(word, "عنه" | "عنها")
}

/// Words behind `responsible` among which stands for what.
const OF_WHAT: usize = 3;

/// Words before it among which stands that somebody finds it so.
const FINDS: usize = 5;

/// Does a folded word lead to what somebody finds?
fn leads(word: &str) -> bool {
    matches!(word, "ان" | "انه" | "انها" | "انهم")
}

/// A part that somebody is said to have in a deed.
pub struct Part {
    /// The word for it.
    pub at: usize,
    /// Its words.
    pub words: Range<usize>,
    /// Who accuses, by the verb before it.
    pub accuser: Option<Range<usize>>,
}

/// Is a word one for a deed that has been told already (`القضية`)?
pub fn is_told_deed(word: &str) -> bool {
    let w = clitics::strip_conjunction(word);
    [w, clitics::strip_article(w)].iter().any(|w| is(w, "deed"))
}

/// Is a word one for a part in a deed?
pub fn is_part(word: &str) -> bool {
    let w = clitics::strip_conjunction(word);
    [w, clitics::strip_article(w)].iter().any(|w| is(w, "part") || is(w, "link"))
}

/// Words that negate or ask about the deed behind them.
static NO_DEED: Words = Words::new(&words::COMPARING, "leaves a deed open");

/// Parts in deeds that a sentence tells of, those denied aside.
pub fn parts(v: &View, sentence: Range<usize>) -> Vec<Part> {
    let mut out = Vec::new();
    for t in sentence.clone() {
        let w = clitics::strip_conjunction(v.word(t));
        let behind = matches!(v.word(t), "وراء" | "خلف")
            && t > sentence.start
            && is(clitics::strip_conjunction(v.word(t - 1)), "behind");
        // who is responsible is one thing, a responsible of the ministry another
        let of_what = !w.contains("سوول") && !w.contains("سيول") && !w.contains("سءول")
            || (t + 1..sentence.end.min(t + 1 + OF_WHAT))
                .any(|k| matches!(v.word(k), "عن" | "عما" | "في") || is_of_it(v.word(k)));
        let finger = w == "الاتهام" && t > sentence.start && v.word(t - 1) == "اصابع";
        if !(behind || finger || is(w, "part") && of_what) {
            continue;
        }
        let from = t.saturating_sub(NEGATED).max(sentence.start);
        let none = |k: usize| {
            let w = clitics::strip_conjunction(v.word(k));
            NO_DEED.has(w)
        };
        if (from..t).any(none) || disputes::is_denied(v, from..t) {
            continue;
        }
        let mut to = t + 1;
        while to < sentence.end && to < t + 1 + DEED && (to < t + 3 || !marked(v, to, &['،', ',', '؛', ':', '.', '(']))
        {
            to += 1;
        }
        let blames = |k: usize| by_verb(v.word(k), &["accuses", "blames"]).map(|object| (k, object));
        let verb = (t.saturating_sub(ACCUSED).max(sentence.start)..t).rev().find_map(blames);
        // `وجهت لندن أصابع الاتهام` and `لندن وجهت أصابع الاتهام`
        let before = |k: usize| {
            let names = |t: &usize| v.entity_at(*t).is_some();
            (k.saturating_sub(SUBJECT).max(sentence.start)..k).rev().find(names).map(|t| t..t + 1)
        };
        let accuser = match verb {
            Some((k, _)) if v.word(k + 1) == "اصابع" => before(k),
            // `الداعية الذي تحمله مسؤولية الانقلاب`: the subject of the sentence does
            Some((k, true)) => named_from(v, k + 1, t).or_else(|| opening_name(v, sentence.start, k)),
            Some((k, false)) => named_from(v, k + 1, t),
            // `أعلنت واشنطن … بعد أن تأكدت أنها تقف وراء`
            None => {
                let finds = |k: &usize| is(clitics::strip_conjunction(v.word(*k)), "finds") && leads(v.word(*k + 1));
                let found = (t.saturating_sub(FINDS).max(sentence.start)..t).rev().find(finds);
                found.and_then(|k| opening_name(v, sentence.start, k))
            }
        };
        // `موسكو مسؤولة عنه`, `الوزير يقف وراء`: with whose part it is
        let at = if behind { t - 1 } else { t };
        let whose = (at.saturating_sub(WHOSE).max(sentence.start)..at).find(|k| v.entity_at(*k).is_some());
        let from = verb.map_or(whose.unwrap_or(at), |(k, _)| k);
        out.push(Part { at: t, words: from..to, accuser });
    }
    out
}

/// Words of a denial among which stands that it denies what another has said.
const FRAME: usize = 5;
/// Words behind it that name who has.
const AUTHOR: usize = 7;

/// Words that lead to the content of what is said.
static THAT: Words = Words::new(&words::COMPARING, "of what is said");

/// Whose words a denial answers (`ما ذكره المحافظ من أن …`): where they are named, and from where on what they said stands.
pub fn frame(v: &View, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    let told = |t: &usize| {
        let w = clitics::strip_conjunction(v.word(*t));
        let bare = clitics::strip_article(w);
        is(w, "told") || is(bare, "told") || w.strip_prefix('ب').is_some_and(|b| is(b, "told"))
    };
    let t = words.clone().take(FRAME).find(told)?;
    let to = words.end.min(t + 1 + AUTHOR);
    let that = |k: &usize| THAT.has(v.word(*k));
    // without `that` the speaker is the next name, or the next word or two
    let name = |k: &usize| v.entity_at(*k).map(|e| v.words_of(e.span).end);
    let named = || (t + 1..to).find_map(|k| name(&k)).map(|end| end.min(words.end).max(t + 2));
    let end = (t + 1..to).find(that).or_else(named).unwrap_or(to.min(t + 3));
    (end > t + 1).then_some((t + 1..end, end))
}

/// Is a folded word a noun for what was told (`أنباء`, `معلومات`, `الأمر`), without its article?
pub fn is_head(word: &str) -> bool {
    is(word, "head")
}

/// Does a folded word say that something is true (`صحة ذلك`)?
pub fn is_truth(word: &str) -> bool {
    is(word, "truth")
}
