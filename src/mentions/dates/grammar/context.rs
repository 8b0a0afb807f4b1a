//! Words of the sentence around an expression: what opens it, what stands before it, the tense of its clause.

use super::{Hit, Month, Scan, YEARS};
use crate::lang::ar::dates::{Word, classify, holidays_from};
use crate::lang::ar::numbers::{self, Number};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::dates::{DateExpr, What};
use crate::model::{DateKind, DateMention, Span, TokenKind};

/// Words that open a phrase of time though they are in no other class.
static OPENS_PHRASE: Words = Words::new(&words::DATES, "opens a phrase of time");
/// Words that make of a month's name a person's.
static PERSON_BEFORE_MONTH: Words = Words::new(&words::DATES, "before a name like a month");

impl Scan<'_> {
    // ----- reading tokens -------------------------------------------------------------------------------------

    pub(super) fn word_of(&self, token: usize) -> Word {
        let t = self.doc.tokens[token];
        match t.kind {
            TokenKind::Arabic => classify(self.doc.fold_of(token)),
            TokenKind::Number => {
                let s = self.doc.fold_of(token);
                let digits = if s.len() <= 9 { s.parse().unwrap_or(-1) } else { i32::MAX };
                Word { digits, digit_count: s.len().min(255) as u8, ..Word::default() }
            }
            TokenKind::Latin => {
                let gmt = matches!(self.doc.fold_of(token), "gmt" | "utc");
                Word { digits: -1, gmt, ..Word::default() }
            }
            TokenKind::Punct => Word { digits: -1, ..Word::default() },
        }
    }

    pub(super) fn w(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word { digits: -1, ..Word::default() })
    }

    pub(super) fn fold(&self, at: usize) -> &str {
        if at < self.words.len() { self.doc.fold_of(self.base + at) } else { "" }
    }

    /// Folded form without proclitics (and without article when `definite`).
    pub(super) fn bare(&self, at: usize) -> &str {
        let word = self.w(at);
        let folded = self.fold(at);
        let rest = folded.get(usize::from(word.cut)..).unwrap_or("");
        if word.definite { rest.strip_prefix("ال").unwrap_or(rest) } else { rest }
    }

    pub(super) fn is(&self, at: usize, folded: &str) -> bool {
        self.fold(at) == folded
    }

    pub(super) fn is_any(&self, at: usize, folded: &[&str]) -> bool {
        folded.contains(&self.fold(at))
    }

    pub(super) fn is_of(&self, at: usize, words: &Words) -> bool {
        words.has(self.fold(at))
    }

    pub(super) fn punct(&self, at: usize) -> bool {
        at < self.words.len() && self.doc.tokens[self.base + at].kind == TokenKind::Punct
    }

    /// Nothing stands between token `at` and the next.
    pub(super) fn glued(&self, at: usize) -> bool {
        at + 1 < self.words.len() && self.doc.glued(self.base + at)
    }

    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.words.len()
    }

    /// The word can stand inside an expression: no proclitic but what its place allows.
    pub(super) fn plain(&self, at: usize) -> bool {
        self.w(at).cut == 0
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let mut span = self.doc.span_of(self.base + from, self.base + to);
        let cut = usize::from(self.w(from).cut);
        if cut > 0 && self.doc.tokens[self.base + from].kind == TokenKind::Arabic {
            span.start = self.doc.source_in_token(self.base + from, cut);
        }
        span
    }

    pub(super) fn number(&self, at: usize) -> Option<Number> {
        if !(self.w(at).number || self.w(at).digits >= 0) {
            return None;
        }
        numbers::parse_at(self.doc, self.base + at, self.base + self.words.len())
    }

    /// Is it a word that opens a phrase though it is in no class (وقت متأخر، ساعة متأخرة، الساعات الأولى)?
    pub(super) fn opens_phrase(&self, at: usize) -> bool {
        OPENS_PHRASE.has(self.fold(at)) || self.is_holiday_start(at)
    }

    pub(super) fn is_holiday_start(&self, at: usize) -> bool {
        let folded = self.fold(at);
        !holidays_from(folded).is_empty()
            || folded.strip_prefix(['و', 'ف', 'ب', 'ل']).is_some_and(|f| !holidays_from(f).is_empty())
    }

    /// How many tokens to step over where nothing was found: a number of several tokens is stepped over whole, so
    /// that its parts are not read as days.
    pub(super) fn skip(&self, at: usize) -> usize {
        let mut n = 1;
        if self.w(at).digits >= 0 {
            while self.glued(at + n - 1)
                && (self.w(at + n).digits >= 0
                    || (self.is_any(at + n, &[".", ",", "٫", "٬", ":", "/", "-"])
                        && self.glued(at + n)
                        && self.w(at + n + 1).digits >= 0
                        && !(YEARS.contains(&self.w(at + n + 1).digits) && self.w(at + n + 1).digit_count == 4)))
            {
                n += 1;
            }
        }
        n
    }

    /// `تموز 13 إلى 15`: the day alone after a day with its month; `سأعود في 15`: a day alone that lies ahead.
    pub(super) fn second_day(&self, i: usize, before: &[DateMention]) -> Option<Hit> {
        let word = self.w(i);
        if word.digits < 1 || word.digits > 31 || word.digit_count > 2 || i == 0 || !self.ends_clause(i + 1) {
            return None;
        }
        if self.glued(i) && self.glued(i + 1) && self.w(i + 2).digits >= 0 {
            return None;
        }
        let day = word.digits as u8;
        let hit = |what| {
            let expr = DateExpr { what, ..DateExpr::default() };
            Some(Hit { from: i, to: i + 1, kind: DateKind::Date, rule: "date.day", expr })
        };
        if self.is_any(i - 1, &["الي", "حتي", "وحتي"])
            && let Some(last) = before.last()
            && self.doc.token_at(last.span.end) + 1 == self.base + i
            && let What::Day { year, month, day: first } = last.expr.what
            && first < day
        {
            return hit(What::Day { year, month, day });
        }
        if self.is(i - 1, "في") && self.tense(i, i + 1) > 0 && (self.ends(i + 1) || self.is(i + 1, ".")) {
            return hit(What::DayOf { day, months: None });
        }
        None
    }

    // ----- what stands around -----------------------------------------------------------------------------------

    /// The preposition right before an expression, when it matters later.
    pub(super) fn before(&self, from: usize) -> &'static str {
        let word = self.w(from);
        if word.cut > 0 && word.by {
            return if self.fold(from).trim_start_matches(['و', 'ف']).starts_with('ل') { "ل" } else { "ب" };
        }
        if from == 0 {
            return "";
        }
        let folded = self.fold(from - 1);
        match folded.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4).unwrap_or(folded) {
            "في" => "في",
            "منذ" => "منذ",
            "حتي" => {
                let was =
                    (from..(from + 5).min(self.words.len())).any(|k| self.is_any(k, &["كان", "كانت", "كانوا", "لم"]));
                if was { "" } else { "حتي" }
            }
            "الي" => "الي",
            "من" => "من",
            "بين" => "بين",
            "قبل" => "قبل",
            "بعد" => "بعد",
            "خلال" => "خلال",
            _ => "",
        }
    }

    /// Is the number at `i` part of a longer one (`32.95`) or a share (`45 في المئة`)?
    pub(super) fn is_figure(&self, i: usize) -> bool {
        let longer = self.glued(i) && self.is_any(i + 1, &[".", ",", "٫", "،"]) && self.w(i + 2).digits >= 0;
        let of_hundred = |k: usize| self.is_of(k, &words::OF_HUNDRED);
        longer && self.glued(i + 1)
            || self.is(i + 1, "في") && of_hundred(i + 2)
            || self.is_of(i + 1, &words::IN_HUNDRED)
            || self.is(i + 1, "٪")
    }

    /// Token `at` separates the parts of a numeric date; with the tatweel that some outlets use (`12ـ5ـ2018`).
    pub(super) fn separator(&self, at: usize) -> Option<(usize, char)> {
        let c = match self.fold(at) {
            "/" | "\\" => '/',
            "-" | "–" => '-',
            "." => '.',
            _ => {
                // a tatweel between two digit tokens is no token
                if self.w(at).digits >= 0 && at > 0 && self.w(at - 1).digits >= 0 {
                    let a = self.doc.tokens[self.base + at - 1].span.end as usize;
                    let b = self.doc.tokens[self.base + at].span.start as usize;
                    if self.doc.text()[a..b].contains('ـ') {
                        return Some((at, '-'));
                    }
                }
                return None;
            }
        };
        Some((at + 1, c))
    }

    pub(super) fn ends_clause(&self, at: usize) -> bool {
        self.ends(at) || self.is_any(at, &[".", "،", ",", ")", "؛", "!", "؟"])
    }

    /// تيريزا ماي, رجب طيب: the month is a person's name.
    pub(super) fn is_person_name(&self, i: usize, m: &Month) -> bool {
        i > 0 && self.is_of(i - 1, &PERSON_BEFORE_MONTH) && m.to == i + 1 && m.twin.is_none()
    }

    /// Nothing else stands inside the marks: the title of a programme ("60 دقيقة").
    pub(super) fn is_title(&self, from: usize, to: usize) -> bool {
        from > 0 && self.is_any(from - 1, &["\"", "“", "«"]) && self.is_any(to, &["\"", "”", "»"])
    }
}
