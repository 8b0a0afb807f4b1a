//! The time of the clause: a verb before or behind, and expressions that lean on their neighbours.

use super::Scan;
use crate::lang::ar::dates::{Tense, classify};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::What;
use crate::model::{DateMention, TokenKind};

/// How many words back a clause is searched for a cue of its time.
const TENSE_WINDOW: usize = 8;
/// Surely ahead.
const SURE: i8 = 2;
/// Planned once (`كانت مقررة`): ahead of the plan, perhaps not of the text.
const PLANNED: i8 = crate::mentions::dates::PLANNED;
/// A present that may be a future (`تخوض البرازيل … الأحد`).
const PRESENT: i8 = crate::mentions::dates::PRESENT;
/// Verbs of having been.
static WAS: Words = Words::new(&words::DATES, "was");
/// Words that end like finished verbs.
static NO_VERB: Words = Words::new(&words::DATES, "no verb");
/// Words that open what was stated.
static THAT_HE: Words = Words::new(&words::DATES, "that he");
/// Words that leave no doubt of a future.
static AHEAD: Words = Words::new(&words::DATES, "ahead");
/// Words before the verb with which a sentence opens.
static BEFORE_VERB: Words = Words::new(&words::DATES, "before the opening verb");
/// Words of the sentence that close a date expression.
static CLOSES: Words = Words::new(&words::DATES, "closes an expression");

/// Words between one that obliges and the verb of the duty.
const DUTY: usize = 6;

impl Scan<'_> {
    /// -1 the clause speaks of the past, 1 of the future, [`SURE`] of it for sure, [`PLANNED`] of what was planned,
    /// [`PRESENT`] in a present that may be a future, 0 unknown. Looks at the words before, then at
    /// the verb that opens the sentence, then right after.
    pub(super) fn tense(&self, from: usize, to: usize) -> i8 {
        let start = from.saturating_sub(TENSE_WINDOW);
        // قالت الوزارة، الثلاثاء، إن …: the day is that of the statement
        let mut next = to;
        while next < self.words.len() && self.is_any(next, &["،", "\"", ")", "”", "»"]) {
            next += 1;
        }
        let clause =
            self.is_of(next, &THAT_HE) || self.is(next, "ان") && !self.fold(next + 1).starts_with(['ي', 'ت', 'ن']);
        if clause && !(start..from).any(|at| self.tense_of(at) > 0) {
            return -1;
        }
        let mut open = true;
        for at in (start..from).rev() {
            if self.is_any(at, &[".", ":", "؛"]) {
                open = false;
                break;
            }
            match self.tense_of(at) {
                0 => {
                    if self.is_duty(at) {
                        return 1;
                    }
                    let near = from - at;
                    let t = self.verb_shape(at, near);
                    if t != 0 {
                        return t;
                    }
                    if at + 1 == from && self.is_any(at, &["حتي", "وحتي", "لغايه"]) {
                        let was = (to..to + 3).any(|k| self.is_any(k, &["كان", "كانت", "كانوا", "لم"]));
                        return if was { -1 } else { 1 };
                    }
                    if at + 1 == from && self.is_any(at, &["منذ", "ومنذ"]) {
                        return -1;
                    }
                    // عقود الذهب تسليم ديسمبر
                    if at + 1 == from && self.is_any(at, &["تسليم", "لتسليم", "استحقاق"]) {
                        return SURE;
                    }
                }
                // كان من المقرر, كانت مقررة: what came of it is open
                t if t > 0 && (at.saturating_sub(2)..at).any(|k| self.is_of(k, &WAS)) => return PLANNED,
                1 if self.is_sure_future(at) => return SURE,
                t => return t,
            }
        }
        if open && from > 1 {
            let t = self.opening_verb(from);
            if t != 0 {
                return t;
            }
        }
        if from > 2 {
            return 0;
        }
        for at in to..(to + 5).min(self.words.len()) {
            if self.punct(at) && !self.is(at, "،") {
                break;
            }
            let t = self.tense_of(at);
            if t != 0 {
                return t;
            }
        }
        0
    }

    /// The verb of a duty that has not been one (`عليها أن تنسحب`, `يجب على الشركة أن تنسحب`).
    fn is_duty(&self, at: usize) -> bool {
        static OBLIGES: Words = Words::new(&words::DATES, "obliges");
        if at < 2 || !self.is(at - 1, "ان") || !self.fold(at).starts_with(['ي', 'ت', 'ن']) {
            return false;
        }
        let before = || at.saturating_sub(DUTY)..at - 1;
        before().any(|k| self.is_of(k, &OBLIGES)) && !before().any(|k| self.is_of(k, &WAS))
    }

    /// A word that leaves no doubt: سوف, لن, مقرر, a verb with سـ.
    pub(super) fn is_sure_future(&self, at: usize) -> bool {
        let folded = self.fold(at).trim_start_matches(['و', 'ف']);
        let bare = folded.strip_prefix("ال").unwrap_or(folded);
        AHEAD.has(bare) || ["سي", "ست", "سن"].iter().any(|s| bare.starts_with(s)) && !folded.starts_with("ال")
    }

    /// The verb with which the sentence opens (`وتظاهر الآلاف …`, `وتخوض البرازيل …`): -1, 1, or 0 when there is none.
    pub(super) fn opening_verb(&self, from: usize) -> i8 {
        static FORESEEN: Words = Words::new(&words::DATES, "foreseen");
        if self.is_any(0, &["ومن", "من"]) && self.is_of(1, &FORESEEN) {
            return SURE;
        }
        let mut at = 0;
        while at < from.min(4) && (self.punct(at) || self.is_of(at, &BEFORE_VERB)) {
            if self.is_any(at, &["وكان", "وكانت"]) {
                return -1;
            }
            at += 1;
        }
        if at >= from || self.doc.tokens[self.base + at].kind != TokenKind::Arabic {
            return 0;
        }
        let told = self.tense_of(at);
        if told != 0 {
            return told;
        }
        let folded = self.fold(at);
        let bare = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 6).unwrap_or(folded);
        if bare.starts_with("ال") || bare.len() < 6 {
            return 0;
        }
        // finished verbs that are nouns elsewhere (`تراجع`) or look like presents
        static OPENS: Words = Words::new(&words::DATES, "finished verb");
        if OPENS.has(bare) {
            return -1;
        }
        if bare.ends_with('ت') && !bare.ends_with("ات") && bare.len() >= 8 && !NO_VERB.has(bare) {
            return -1;
        }
        // a verb is followed by its subject: a definite noun or a name, never by a preposition
        let subject = self.fold(at + 1).starts_with("ال");
        if subject && bare.len() >= 8 && (bare.starts_with('ي') || bare.starts_with('ت')) && !bare.ends_with('ه') {
            return PRESENT;
        }
        0
    }

    /// What the shape of a word within three words says: `قررت` is finished, `ينطلق` is not.
    pub(super) fn verb_shape(&self, at: usize, near: usize) -> i8 {
        let related = at > 0 && self.is_any(at - 1, &["التي", "الذي", "والتي", "والذي"]);
        if near > 3 && !related || self.doc.tokens[self.base + at].kind != TokenKind::Arabic || self.w(at).known {
            return 0;
        }
        let folded = self.fold(at);
        let rest = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 8).unwrap_or(folded);
        if rest.starts_with("ال") || rest.len() < 8 {
            return 0;
        }
        // التي تسلمتها, التي عقدتها: finished; التي تستضيفها: not
        if related {
            let end = ["ها", "ه"].iter().find_map(|s| rest.strip_suffix(s)).unwrap_or(rest);
            if end.ends_with('ت') && end.len() >= 8 {
                return -1;
            }
            if rest.starts_with(['ي', 'ت']) {
                return PRESENT;
            }
        }
        if NO_VERB.has(rest) {
            return 0;
        }
        if rest.ends_with('ت') && !rest.ends_with("ات") && !rest.starts_with('ت') {
            return -1;
        }
        // قبل أن يستقيل في ديسمبر: the verb before it decides
        if at > 1 && self.is(at - 1, "ان") && self.is_any(at - 2, &["قبل", "بعد"]) {
            return 0;
        }
        if near <= 2 && rest.starts_with('ي') && !rest.ends_with('ا') && !rest.ends_with("ين") {
            // a verb of a finished frame: كان يلعب
            let framed = at > 0 && self.is_any(at - 1, &["كان", "وكان", "لم", "ولم"]);
            return if framed { -1 } else { PRESENT };
        }
        0
    }

    pub(super) fn tense_of(&self, at: usize) -> i8 {
        if self.doc.tokens[self.base + at].kind != TokenKind::Arabic {
            return 0;
        }
        let word = self.w(at);
        match word.tense {
            // ليصل إلى: what came of it, not what will be
            Some(Tense::Present) if !word.by => return PRESENT,
            Some(Tense::Future) => return 1,
            Some(Tense::Past) if !word.definite && !word.by => return -1,
            Some(_) => return 0,
            None => {}
        }
        let folded = self.fold(at);
        let rest = folded.strip_prefix(['و', 'ف']).filter(|r| r.len() >= 8).unwrap_or(folded);
        if self.doc.text_of(self.base + at).starts_with("سأ") && !word.known {
            return 1;
        }
        for lead in ["سي", "ست", "سن"] {
            if let Some(stem) = rest.strip_prefix(lead)
                && stem.len() >= 4
                && !word.known
                && !word.number
                && !matches!(classify(rest).tense, Some(Tense::Noun))
                && !rest.ends_with("يه")
                && !rest.ends_with("ات")
            {
                return 1;
            }
        }
        0
    }

    /// Links a range's two ends and a day's two calendars, for mentions of this sentence.
    pub(super) fn link_neighbours(&self, out: &mut [DateMention], first: usize) {
        for k in first..out.len().saturating_sub(1) {
            let from = self.doc.token_at(out[k].span.end);
            let to = self.doc.token_at(out[k + 1].span.start);
            // the next one may begin inside a token (و2018)
            if to < from || to - from > 4 {
                continue;
            }
            let mut words = [""; 6];
            let mut n = 0;
            for token in from..to {
                words[n] = self.doc.fold_of(token);
                n += 1;
            }
            let joint = words[..n].iter().filter(|w| !matches!(**w, "يوم" | "عام" | "سنه" | "العام" | "شهر")).copied();
            let joint: Vec<&str> = joint.collect();
            let begins = out[k].span.start;
            let before = self.doc.token_at(begins).checked_sub(1).map_or("", |t| self.doc.fold_of(t));
            let before_that = self.doc.token_at(begins).checked_sub(2).map_or("", |t| self.doc.fold_of(t));
            let opened = matches!(before, "بين" | "وبين")
                || matches!(before, "عامي" | "يومي" | "شهري") && matches!(before_that, "بين" | "وبين");
            match joint.as_slice() {
                ["الي"] | ["حتي"] | ["وحتي"] | ["والي"] => out[k].expr.range_to_next = true,
                ["-" | "–" | "—" | "ـ"] => out[k].expr.range_to_next = true,
                [] | ["و"] if opened && matches!(before, "بين" | "وبين" | "عامي") => {
                    out[k].expr.range_to_next = true
                }
                _ => {}
            }
            let days = matches!(out[k].expr.what, What::Day { .. }) && matches!(out[k + 1].expr.what, What::Day { .. });
            let beside =
                matches!(words[..n], ["/"] | ["("] | ["-"] | ["–"]) || words[..n].iter().any(|w| w.contains("موافق"));
            if days && beside && (out[k].hijri != out[k + 1].hijri) {
                out[k].expr.twin_calendar_next = true;
                out[k].expr.range_to_next = false;
            }
        }
    }

    pub(super) fn is_verb_or_particle(&self, at: usize) -> bool {
        let f = self.fold(at);
        CLOSES.has(f) || f.starts_with('ي') && f.len() >= 8
    }
}
