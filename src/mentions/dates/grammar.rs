//! The grammar: where an expression begins, how far it goes, what it says.

mod clock;
mod context;
mod days;
mod lengths;
mod months;
mod periods;
mod tense;
mod years;

use crate::lang::ar::dates::{Part, Unit, Word, holidays_from};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{DateKind, DateMention, Span, TokenKind};
use crate::text::Document;

use super::{DateExpr, Length, What, YearSaid, mention};

/// Years that a bare four-digit number may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;
/// Years of the Hijra that news write.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1250..=1500;
/// This, with a joined particle.
static THIS: Words = Words::new(&words::DATES, "this, joined");

/// An expression found: tokens of the sentence, what it says.
struct Hit {
    from: usize,
    to: usize,
    kind: DateKind,
    rule: &'static str,
    expr: DateExpr,
}

struct Scan<'a> {
    doc: &'a Document,
    words: Vec<Word>,
    base: usize,
}

/// Finds all expressions of a document.
pub fn scan(doc: &Document) -> Vec<DateMention> {
    let mut out: Vec<DateMention> = Vec::new();
    let mut scan = Scan { doc, words: Vec::new(), base: 0 };
    let mut quoted = false;
    let mut paragraph = u32::MAX;
    for (number, sentence) in doc.sentences.iter().enumerate() {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            quoted = false;
        }
        let range = doc.sentence_tokens(number);
        scan.base = range.start;
        scan.words.clear();
        let mut any = false;
        for i in range.clone() {
            let word = scan.word_of(i);
            any |= word.known || word.number || word.digits >= 0;
            scan.words.push(word);
        }
        let mut at = 0;
        let n = scan.words.len();
        let first_mention = out.len();
        while at < n {
            if doc.tokens[scan.base + at].kind == TokenKind::Punct {
                match scan.fold(at) {
                    "\"" | "“" | "”" | "„" => quoted = !quoted,
                    "«" => quoted = true,
                    "»" => quoted = false,
                    _ => {}
                }
                at += 1;
                continue;
            }
            if !any {
                at += 1;
                continue;
            }
            let word = scan.words[at];
            if !(word.known || word.number || word.digits >= 0 || scan.opens_phrase(at)) {
                at += 1;
                continue;
            }
            let found = scan.second_day(at, &out[first_mention..]).or_else(|| scan.at(at));
            match found {
                Some(mut hit) => {
                    debug_assert!(hit.to > at);
                    hit.expr.quoted = quoted;
                    // الساعة الثامنة مساء اليوم بتوقيت غرينتش: the zone behind the day
                    if let Some(mut clock) = hit.expr.clock
                        && hit.to < scan.words.len()
                    {
                        let mut utc = false;
                        let end = scan.zone(hit.to, &mut utc);
                        if end > hit.to {
                            clock.utc |= utc;
                            hit.to = end;
                            hit.expr.clock = Some(clock);
                        }
                    }
                    if hit.expr.tense == 0 {
                        hit.expr.tense = scan.tense(hit.from, hit.to);
                    }
                    hit.expr.before = scan.before(hit.from);
                    let mut span = scan.span(hit.from, hit.to);
                    // feasts are in no table of words: their proclitic is one letter
                    if hit.rule == "date.holiday"
                        && scan.words[hit.from].cut == 0
                        && holidays_from(scan.fold(hit.from)).is_empty()
                    {
                        span.start = doc.source_in_token(scan.base + hit.from, 2);
                    }
                    if scan.is_of(hit.from, &THIS) {
                        span.start = doc.source_in_token(scan.base + hit.from, 2);
                    }
                    // أحداث 11 سبتمبر: the year goes with the name
                    if let What::Day { year: YearSaid::Open, month, day } = hit.expr.what
                        && !hit.expr.hijri
                        && let Some(year) = (hit.from.saturating_sub(2)..hit.from)
                            .find_map(|k| crate::lang::ar::dates::named_day(scan.fold(k), month, day))
                    {
                        hit.expr.what = What::Day { year: YearSaid::Given(year), month, day };
                    }
                    // marks inside the expression change the quotation state
                    for k in at..hit.to {
                        if matches!(scan.fold(k), "\"" | "“" | "”") {
                            quoted = !quoted;
                        }
                    }
                    let to = hit.to;
                    out.push(mention(span, hit.kind, number as u32, hit.rule, hit.expr));
                    at = to.max(at + 1);
                }
                None => at += scan.skip(at),
            }
        }
        scan.link_neighbours(&mut out, first_mention);
    }
    out
}

impl Scan<'_> {
    // ----- expressions ------------------------------------------------------------------------------------------

    fn at(&self, i: usize) -> Option<Hit> {
        let word = self.w(i);
        if word.digits >= 0 {
            return self
                .numeric(i)
                .or_else(|| self.point(i))
                .or_else(|| self.duration(i))
                .or_else(|| self.bare_year(i));
        }
        self.recurring(i)
            .or_else(|| self.rest(i))
            .or_else(|| self.holiday_at(i))
            .or_else(|| self.point(i))
            .or_else(|| self.offset(i))
            .or_else(|| self.duration(i))
            .or_else(|| self.year_words(i))
    }
}

/// Months with what is known about them.
#[derive(Debug, Clone, Copy)]
struct Month {
    to: usize,
    month: u8,
    sure: bool,
    twin: Option<(u8, Span)>,
    hijri: bool,
}

/// A day as read.
#[derive(Debug, Clone, Copy, Default)]
struct Day {
    to: usize,
    what: What,
    hijri: bool,
    twin: Option<(u8, Span)>,
    twin_of: u8,
}

impl Day {
    fn fill(&self, expr: &mut DateExpr) {
        expr.what = self.what;
        expr.hijri = self.hijri;
        expr.twin = self.twin;
        expr.twin_of = self.twin_of;
    }
}

/// Hours and less give a clock time, others a date.
fn kind_of(length: &Length) -> DateKind {
    match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => DateKind::Time,
        _ => DateKind::Date,
    }
}

/// The hour of a twelve-hour clock moved by its part of the day.
fn shift_hour(hour: u8, part: Part) -> u8 {
    match part {
        Part::Morning => {
            if hour == 12 {
                0
            } else {
                hour
            }
        }
        Part::Noon => {
            if (1..=4).contains(&hour) {
                hour + 12
            } else {
                hour
            }
        }
        Part::Afternoon | Part::Evening => {
            if hour < 12 {
                hour + 12
            } else {
                hour
            }
        }
        Part::Night => match hour {
            12 => 0,
            6..=11 => hour + 12,
            _ => hour,
        },
    }
}
