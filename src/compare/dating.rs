//! Dating inconsistencies, inside a document and across outlets.
//!
//! Each check looks at what the words say (`DateMention::expr`) beside the value they were given, so a slip of the
//! outlet is not smoothed over by resolution. Words inside quotation marks are somebody else's and are left alone
//! where they count from a day of their own.

pub(crate) mod events;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::calendar::day_number;
use crate::emit::tables::content_id;
use crate::lang::ar::dates::Unit;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::stories::Grouped;
use crate::mentions::dates::{What, YearSaid};
use crate::model::{DateMention, DatingIssue, DatingSide, Entity, PublishedFrom, Reading, Severity, Span, TokenKind};
use crate::resolve::names::compare::PersonName;
use crate::resolve::offices;
use crate::text::clitics::{strip_article, strip_conjunction};

/// Before this hour a text may still call yesterday today: 65 of 133 "today" + weekday slips of ANT lie between 21
/// and 6 o'clock and are explained by midnight or by the zone.
const NIGHT_ENDS: i8 = 6;
/// From this hour on a text may be dated to the day that begins.
const NIGHT_BEGINS: i8 = 21;
/// The same where the time is given in Greenwich time and the outlet sits some hours east of it.
const NIGHT_BEGINS_UTC: i8 = 20;
/// A text whose "today" is so many days from its page's date is not merely late.
const PAGE_DAYS: i64 = 60;
/// A header that lies this many years after all that a text dates is not the text's own time.
const PAGE_YEARS: i32 = 2;
/// A day given for the same thing lies at most so far from the one counted.
const RELATIVE_DAYS: i64 = 10;
/// Content words that the leads of two documents share when they speak of the same thing.
const SHARED_WORDS: usize = 5;
/// The same for two sentences of one text, and their share of all words of the two: of 14 pairs of ANT at a share of
/// 0.6 of the shorter sentence one was about one thing.
const TWICE_WORDS: usize = 6;
const TWICE_SHARE: f64 = 0.55;
/// Two people may hold an office one after the other: rows only for documents at most this many days apart.
const HOLDER_DAYS: i64 = 60;
/// Undated documents up to this number are compared pairwise when no story holds them.
const UNDATED_PAIRS: usize = 300;

const WEEKDAYS: [&str; 8] = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 13] = [
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Checks the documents, in parallel, those of stories and those without a date against each other, and adds the days of one
/// happening that `compare::stories` found apart.
pub fn check(readings: &[Reading], entities: &[Entity], grouped: &Grouped, days: Vec<DatingIssue>) -> Vec<DatingIssue> {
    let mut issues: Vec<DatingIssue> =
        (0..readings.len()).into_par_iter().flat_map_iter(|d| Checker::new(readings, d).all()).collect();
    issues.extend(days);
    issues.extend(undated_events(readings, grouped));
    issues.extend(holders(readings, entities, grouped));
    for issue in &mut issues {
        if issue.story.is_empty() {
            issue.story = story_of(grouped, issue.a.doc).or_else(|| story_of(grouped, issue.b.doc)).unwrap_or_default();
        }
        let doc = |side: &DatingSide| readings[side.doc as usize].doc.article.doc_id.clone();
        issue.id = content_id(
            "d",
            &[
                issue.kind,
                &doc(&issue.a),
                &issue.a.span.start.to_string(),
                &issue.a.text,
                &doc(&issue.b),
                &issue.b.span.start.to_string(),
                &issue.b.text,
            ],
        );
    }
    issues.sort_by(|x, y| {
        (x.a.doc, x.a.span.start, x.kind, x.b.doc, x.b.span.start, &x.id).cmp(&(
            y.a.doc,
            y.a.span.start,
            y.kind,
            y.b.doc,
            y.b.span.start,
            &y.id,
        ))
    });
    issues.dedup_by(|x, y| x.id == y.id);
    issues
}

fn story_of(grouped: &Grouped, doc: u32) -> Option<String> {
    let at = (*grouped.story_of.get(doc as usize)?)?;
    Some(grouped.stories.get(at as usize)?.id.clone())
}

pub(crate) fn iso(date: Date) -> u8 {
    date.weekday().to_monday_one_offset() as u8
}

/// Signed days from the weekday `from` to the nearest `to`: -3 to 3.
pub(crate) fn weekday_gap(from: u8, to: u8) -> i64 {
    let gap = (i64::from(to) - i64::from(from)).rem_euclid(7);
    if gap > 3 { gap - 7 } else { gap }
}

/// The single day that a mention denotes.
pub(crate) fn single_day(m: &DateMention) -> Option<Date> {
    m.earliest.filter(|d| Some(*d) == m.latest)
}

struct Checker<'a> {
    reading: &'a Reading,
    doc: u32,
    out: Vec<DatingIssue>,
}

/// Ordinals that tell instalments of one thing apart.
static INSTALMENTS: Words = Words::new(&words::COMPARING, "instalment");

impl<'a> Checker<'a> {
    fn new(readings: &'a [Reading], doc: usize) -> Checker<'a> {
        Checker { reading: &readings[doc], doc: doc as u32, out: Vec::new() }
    }

    fn all(mut self) -> Vec<DatingIssue> {
        let dates = &self.reading.mentions.dates;
        for (k, m) in dates.iter().enumerate() {
            self.month_twins(m);
            self.weekday(m, dates.get(k + 1), k.checked_sub(1).map(|p| &dates[p]));
            if let Some(next) = dates.get(k + 1) {
                self.calendars(m, next);
                self.range(m, next);
                self.begins_and_ends(m, next);
            }
            self.today(m);
            self.ahead(m);
        }
        self.relative();
        self.page();
        self.twice();
        self.same_event();
        self.out
    }

    fn slice(&self, span: Span) -> &'a str {
        self.reading.doc.slice(span)
    }

    fn side(&self, span: Span, value: impl Into<String>) -> DatingSide {
        DatingSide { doc: self.doc, span, text: self.slice(span).to_string(), value: value.into() }
    }

    fn published(&self) -> DatingSide {
        let a = &self.reading.doc.article;
        let value = a.published_date().map(|d| d.to_string()).unwrap_or_default();
        let text = if a.published.is_empty() { value.clone() } else { a.published.clone() };
        DatingSide { doc: self.doc, span: Span::default(), text, value }
    }

    #[expect(clippy::too_many_arguments, reason = "one row has that many columns")]
    fn push(
        &mut self,
        kind: &'static str,
        severity: Severity,
        confidence_0_1: f64,
        a: DatingSide,
        b: DatingSide,
        days_apart: Option<i64>,
        explanation: String,
    ) {
        self.out.push(DatingIssue {
            id: String::new(),
            kind,
            severity,
            confidence_0_1,
            story: String::new(),
            a,
            b,
            days_apart,
            explanation,
        });
    }

    /// أكتوبر/تشرين الثاني: two names that are not the same month.
    fn month_twins(&mut self, m: &DateMention) {
        let Some((second, span)) = m.expr.twin else { return };
        let first = m.expr.twin_of;
        if second == first || first == 0 {
            return;
        }
        let words = self.slice(span);
        let cut = words.find(['/', '\\', '(', '-', '–']).unwrap_or(words.len());
        let part = |from: usize, to: usize| {
            let text = words[from..to].trim_matches(|c: char| c.is_whitespace() || "()/\\-–".contains(c));
            let at = span.start as usize + from + words[from..to].find(text).unwrap_or(0);
            Span::new(at, at + text.len())
        };
        let (one, two) = (part(0, cut), part(cut, words.len()));
        let (one, two) = (self.side(one, format!("{first:02}")), self.side(two, format!("{second:02}")));
        let explanation = format!(
            "“{words}” names two different months: {} is {}, {} is {}.",
            one.text,
            MONTHS[usize::from(first)],
            two.text,
            MONTHS[usize::from(second)],
        );
        self.push("month_mismatch", Severity::Medium, 0.97, one, two, None, explanation);
    }

    /// The weekday said beside a date is not that date's.
    fn weekday(&mut self, m: &DateMention, next: Option<&DateMention>, previous: Option<&DateMention>) {
        let said = m.expr.weekday;
        if said == 0 {
            return;
        }
        let (date, date_span, given) = match m.expr.what {
            What::Day { year, .. } => {
                let Some(d) = single_day(m) else { return };
                (d, m.expr.day_span.unwrap_or(m.span), matches!(year, YearSaid::Given(_)))
            }
            What::DayOf { months: Some(_), .. } => {
                let Some(d) = single_day(m) else { return };
                (d, m.expr.day_span.unwrap_or(m.span), false)
            }
            // الأحد (14 أبريل)
            What::Weekday(None) => {
                let Some(next) = next else { return };
                let gap =
                    &self.reading.doc.text()[m.span.end as usize..(next.span.start as usize).max(m.span.end as usize)];
                let What::Day { year, .. } = next.expr.what else { return };
                if gap.trim() != "(" || next.expr.weekday > 0 {
                    return;
                }
                let Some(d) = single_day(next) else { return };
                (d, next.span, matches!(year, YearSaid::Given(_)))
            }
            _ => return,
        };
        // a clock time at night may have moved the value's day
        if m.expr.midnight || m.expr.clock.is_some_and(|c| c.hour >= 24) || iso(date) == said {
            return;
        }
        // somebody's own words without a year may be of any year
        if m.expr.quoted && !given {
            return;
        }
        // "the first Wednesday of April": an ordinal in words up to five counts the weekday
        if let What::Day { day: 1..=5, .. } = m.expr.what
            && !self.slice(date_span).starts_with(|c: char| c.is_numeric())
        {
            return;
        }
        // "Thursday and Friday, 22 and 23 March": the first day belongs to the first weekday
        if let Some(p) = previous
            && p.expr.weekday > 0
            && m.span.start - p.span.end <= 4
            && iso(date) == p.expr.weekday
        {
            return;
        }
        if m.expr.hijri {
            // the sighted month may begin a day earlier or later
            if weekday_gap(iso(date), said).abs() <= 1 {
                return;
            }
        }
        let gap = weekday_gap(iso(date), said);
        let span = m.expr.weekday_span.unwrap_or(m.span);
        let fits = m.candidates.first().filter(|_| !given);
        let hint = match fits {
            Some(c) => format!("; the nearest year in which it fits gives {c}"),
            None => String::new(),
        };
        let explanation = format!(
            "The text says {} for {date}, which is a {}{hint}.",
            WEEKDAYS[usize::from(said)],
            WEEKDAYS[usize::from(iso(date))],
        );
        let (a, b) = (self.side(span, WEEKDAYS[usize::from(said)]), self.side(date_span, date.to_string()));
        let (severity, confidence) = if given { (Severity::High, 0.96) } else { (Severity::Medium, 0.92) };
        self.push("weekday_mismatch", severity, confidence, a, b, Some(gap.abs()), explanation);
    }

    /// The same day in two calendars: الموافق.
    fn calendars(&mut self, m: &DateMention, next: &DateMention) {
        if !m.expr.twin_calendar_next || m.expr.hijri == next.expr.hijri {
            return;
        }
        let (Some(x), Some(y)) = (single_day(m), single_day(next)) else { return };
        let apart = (day_number(x) - day_number(y)).abs();
        if apart == 0 || apart > 20_000 {
            return;
        }
        let (a, b) = (self.side(m.span, x.to_string()), self.side(next.span, y.to_string()));
        let (hijri, civil) = if m.expr.hijri { (m, next) } else { (next, m) };
        let (hijri_day, civil_day) = if m.expr.hijri { (x, y) } else { (y, x) };
        if apart == 1 {
            let explanation = format!(
                "“{}” is {hijri_day} by the Umm al-Qura calendar, the text gives {civil_day}: one day apart, which a sighted month explains.",
                self.slice(hijri.span)
            );
            self.push("hijri_mismatch", Severity::Low, 0.6, a, b, Some(1), explanation);
        } else {
            let explanation = format!(
                "“{}” is {hijri_day} by the Umm al-Qura calendar, not “{}”: {apart} days apart.",
                self.slice(hijri.span),
                self.slice(civil.span)
            );
            self.push("hijri_mismatch", Severity::High, 0.93, a, b, Some(apart), explanation);
        }
    }

    /// Is a text that calls `gap` days away "today" explained by midnight or the zone of its publication time?
    fn night_explains(&self, gap: i64) -> bool {
        let a = &self.reading.doc.article;
        let (Some(t), true) = (a.published_local, a.published_has_time) else { return gap.abs() <= 1 };
        let begins = if a.offset_minutes.unwrap_or(0) == 0 { NIGHT_BEGINS_UTC } else { NIGHT_BEGINS };
        (gap == -1 && t.hour() < NIGHT_ENDS) || (gap == 1 && t.hour() >= begins)
    }

    /// اليوم الاثنين, أمس, غدا + weekday or date, against the publication date.
    fn today(&mut self, m: &DateMention) {
        let Some(by) = m.expr.today else { return };
        if m.expr.quoted {
            return;
        }
        let Some(published) = self.reading.doc.article.published_date() else { return };
        let day = day_number(published) + i64::from(by);
        let Some(expected) = crate::calendar::from_day_number(day) else { return };
        let (gap, value) = match m.expr.what {
            What::Day { .. } => {
                let Some(said) = single_day(m) else { return };
                (day_number(said) - day, said.to_string())
            }
            _ if m.expr.weekday > 0 => {
                (weekday_gap(iso(expected), m.expr.weekday), WEEKDAYS[usize::from(m.expr.weekday)].to_string())
            }
            _ => return,
        };
        if gap == 0 || self.night_explains(gap) {
            return;
        }
        if gap.abs() > PAGE_DAYS {
            let explanation = format!(
                "The text calls {value} its today, but the page is dated {published}: it is a text of another time."
            );
            let (a, b) = (self.published(), self.side(m.span, value.clone()));
            self.push("page_vs_content", Severity::High, 0.9, a, b, Some(gap.abs()), explanation);
        }
        let word = match by {
            0 => "today",
            -1 => "yesterday",
            1 => "tomorrow",
            -2 => "the day before yesterday",
            _ => "the day after tomorrow",
        };
        let source = match self.reading.doc.article.published_from {
            PublishedFrom::Dateline => "its dateline",
            PublishedFrom::Url => "its address",
            _ => "its publication date",
        };
        let explanation = format!(
            "The text calls {value} {word}, but by {source} {published} {word} is {} {expected}.",
            WEEKDAYS[usize::from(iso(expected))]
        );
        let severity = if gap.abs() == 1 { Severity::Low } else { Severity::Medium };
        let (a, b) = (self.side(m.span, value), self.published());
        self.push(
            "today_mismatch",
            severity,
            if gap.abs() == 1 { 0.85 } else { 0.9 },
            a,
            b,
            Some(gap.abs()),
            explanation,
        );
    }

    /// A range whose end lies before its start.
    fn range(&mut self, m: &DateMention, next: &DateMention) {
        if !m.expr.range_to_next || m.expr.hijri != next.expr.hijri {
            return;
        }
        let firm = match (m.expr.what, next.expr.what) {
            (What::Year(YearSaid::Given(a)), What::Year(YearSaid::Given(b))) => a > 0 && b > 0,
            (
                What::Day { year: a, month: x, .. } | What::Month { year: a, month: x },
                What::Day { year: b, month: y, .. } | What::Month { year: b, month: y },
            ) => matches!((a, b), (YearSaid::Given(_), YearSaid::Given(_))) || (a == b && x == y),
            _ => false,
        };
        let (Some(x), Some(y)) = (m.earliest, next.latest) else { return };
        if !firm || y >= x || m.expr.clock.is_some() {
            return;
        }
        let between = &self.reading.doc.text()[m.span.end as usize..next.span.start as usize];
        // 2018-2012 may be two years in a row rather than a range
        if between.trim() == "-" && matches!(m.expr.what, What::Year(_)) {
            return;
        }
        // "moved from November 2019 to June 2018" is a move, not a range
        static MOVED: Words = Words::new(&words::COMPARING, "moved date");
        let doc = &self.reading.doc;
        if doc.sentence_tokens(m.sentence as usize).any(|t| MOVED.has(doc.fold_of(t))) {
            return;
        }
        let explanation =
            format!("The range ends (“{}”) before it begins (“{}”).", self.slice(next.span), self.slice(m.span));
        let apart = day_number(x) - day_number(y);
        let (a, b) = (self.side(m.span, m.value.clone()), self.side(next.span, next.value.clone()));
        self.push("order", Severity::Medium, 0.85, a, b, Some(apart), explanation);
    }

    /// A beginning and an end told in one sentence, the end first in time: `تبدأ في 28 … وتنتهي في 25 …`.
    fn begins_and_ends(&mut self, m: &DateMention, next: &DateMention) {
        static BEGINS: Words = Words::new(&words::COMPARING, "begins");
        static ENDS: Words = Words::new(&words::COMPARING, "ends");
        if m.sentence != next.sentence || m.expr.range_to_next || m.expr.hijri != next.expr.hijri {
            return;
        }
        let day = |d: &DateMention| matches!(d.expr.what, What::Day { .. }) && !d.expr.quoted && d.expr.clock.is_none();
        let (Some(x), Some(y)) = (single_day(m), single_day(next)) else { return };
        let year = |d: &DateMention| match d.expr.what {
            What::Day { year: YearSaid::Given(y), .. } => Some(y),
            _ => None,
        };
        if !day(m) || !day(next) || y >= x || year(m).is_some() != year(next).is_some() {
            return;
        }
        // without a year the end may be meant of the next one
        let apart = day_number(x) - day_number(y);
        if year(m).is_none() && apart > RELATIVE_DAYS * 18 {
            return;
        }
        let doc = &self.reading.doc;
        let said = |d: &DateMention, words: &Words, from: usize| {
            let at = doc.token_at(d.span.start);
            (from.max(at.saturating_sub(4))..at).any(|t| words.has(strip_conjunction(doc.fold_of(t))))
        };
        let sentence = doc.sentence_tokens(m.sentence as usize).start;
        let after = doc.token_at(m.span.end.saturating_sub(1)) + 1;
        if !said(m, &BEGINS, sentence) || !said(next, &ENDS, after) {
            return;
        }
        let explanation = format!("It ends (“{}”) before it begins (“{}”).", self.slice(next.span), self.slice(m.span));
        let (a, b) = (self.side(m.span, m.value.clone()), self.side(next.span, next.value.clone()));
        self.push("order", Severity::Medium, 0.85, a, b, Some(apart), explanation);
    }

    /// Something reported as done is dated after the report.
    fn ahead(&mut self, m: &DateMention) {
        let (What::Day { .. }, Some(published), Some(day)) =
            (m.expr.what, self.reading.doc.article.published_date(), single_day(m))
        else {
            return;
        };
        if m.expr.quoted || m.expr.tense > 0 || !matches!(m.expr.before, "في" | "") {
            return;
        }
        let apart = day_number(day) - day_number(published);
        if !(2..=200).contains(&apart) {
            return;
        }
        let doc = &self.reading.doc;
        let tokens = doc.sentence_tokens(m.sentence as usize);
        let at = doc.token_at(m.span.start);
        static HAPPENED: Words = Words::new(&words::COMPARING, "happened");
        // with a weekday or a year the day is meant as it stands, and any finished act will do
        static DONE: Words = Words::new(&words::COMPARING, "done");
        let What::Day { year, .. } = m.expr.what else { return };
        let exact = m.expr.weekday > 0 || matches!(year, YearSaid::Given(_));
        // no verb tells the tense: only a date in full will do
        if m.expr.tense == 0 && !(m.expr.weekday > 0 && matches!(year, YearSaid::Given(_))) {
            return;
        }
        let happened = (tokens.start.max(at.saturating_sub(5))..at)
            .rev()
            .map(|t| strip_conjunction(doc.fold_of(t)))
            .any(|w| HAPPENED.has(w) || exact && DONE.has(w));
        // a plan, a vote or a postponement in the sentence makes the day a future one
        static PLANNED: Words = Words::new(&words::COMPARING, "planned");
        let planned = tokens.clone().any(|t| {
            let word = doc.fold_of(t);
            PLANNED.has(word) || words::CONDITION.has(word) || word.starts_with("سي") || word.starts_with("ست")
        });
        if !happened || planned {
            return;
        }
        let explanation = format!(
            "The text reports as done what it dates to {day}, {apart} days after its own publication on {published}."
        );
        let (a, b) = (self.side(m.span, day.to_string()), self.published());
        self.push("order", Severity::Medium, 0.8, a, b, Some(apart), explanation);
    }

    /// The day on which the text itself stands: its anchor, or the day of its lead when it has none.
    fn own_day(&self) -> Option<(Option<Date>, OpenDay, &'a DateMention)> {
        let dates = &self.reading.mentions.dates;
        let lead = dates.iter().find(|m| {
            matches!(m.expr.what, What::Day { .. })
                && self.reading.doc.sentences.get(m.sentence as usize).is_some_and(|s| s.paragraph <= 2)
        })?;
        let What::Day { month, day, .. } = lead.expr.what else { return None };
        Some((single_day(lead), OpenDay { month, day }, lead))
    }

    /// قبل 11 يوما against the date that the text gives for the same thing.
    fn relative(&mut self) {
        let dates = &self.reading.mentions.dates;
        let published = self.reading.doc.article.published_date();
        for m in dates {
            let What::Away { length, past: true } = m.expr.what else { continue };
            if length.unit != Unit::Day
                || length.count.fract() != 0.0
                || length.count < 2.0
                || m.expr.quoted
                || m.expr.about
            {
                continue;
            }
            // the day that the words count to, in a common year when the year is open
            let (target, base_text) = match (published, single_day(m)) {
                (Some(_), Some(day)) => (day, None),
                _ => {
                    let Some((_, open, lead)) = self.own_day() else { continue };
                    let Some(day) = open.in_year(2001) else { continue };
                    let Some(target) = crate::calendar::from_day_number(day_number(day) - length.count as i64) else {
                        continue;
                    };
                    (target, Some(lead))
                }
            };
            let mine = self.words(m.sentence);
            for other in dates {
                let What::Day { month, day, .. } = other.expr.what else { continue };
                if other.expr.hijri || other.expr.quoted || base_text.is_some_and(|l| l.span == other.span) {
                    continue;
                }
                let date = match base_text {
                    None => single_day(other),
                    Some(_) => OpenDay { month, day }.in_year(2001),
                };
                let Some(date) = date else { continue };
                let apart = (day_number(date) - day_number(target)).abs();
                if !(1..=RELATIVE_DAYS).contains(&apart) {
                    continue;
                }
                let theirs = self.words(other.sentence);
                let shared = mine.intersection(&theirs).count();
                // far apart only when much is shared, and never what lies ahead
                if apart > 4 && shared < 4 || published.is_some_and(|p| date > p) {
                    continue;
                }
                let kinds = events::happenings_near(&self.reading.doc, other);
                let same = events::happenings_near(&self.reading.doc, m).iter().any(|k| kinds.contains(k));
                let close = self.near_words(m).intersection(&self.near_words(other)).count();
                let one = m.sentence.abs_diff(other.sentence) <= 3 || shared >= 5 || shared >= 3 && close >= 2 && same;
                if m.sentence == other.sentence || shared < 2 || !one {
                    continue;
                }
                let (said, given) = match base_text {
                    None => (target.to_string(), date.to_string()),
                    Some(_) => (
                        format!("XXXX-{:02}-{:02}", target.month(), target.day()),
                        format!("XXXX-{:02}-{:02}", date.month(), date.day()),
                    ),
                };
                let from = match base_text {
                    None => format!("counted from {}", published.map(|d| d.to_string()).unwrap_or_default()),
                    Some(lead) => format!("counted from “{}”", self.slice(lead.span)),
                };
                let explanation = format!(
                    "“{}”, {from}, is {said}, but the text dates the same thing to {given} (“{}”).",
                    self.slice(m.span),
                    self.slice(other.span)
                );
                let severity = if apart == 1 { Severity::Low } else { Severity::Medium };
                let (a, b) = (self.side(m.span, said), self.side(other.span, given));
                self.push(
                    "relative_mismatch",
                    severity,
                    if apart == 1 { 0.7 } else { 0.75 },
                    a,
                    b,
                    Some(apart),
                    explanation,
                );
                break;
            }
        }
    }

    /// Content words of a sentence, folded, without article.
    fn words(&self, sentence: u32) -> FxHashSet<&'a str> {
        content_words(self.reading, sentence)
    }

    /// Content words right beside a date.
    fn near_words(&self, m: &DateMention) -> FxHashSet<&'a str> {
        let doc = &self.reading.doc;
        let tokens = doc.sentence_tokens(m.sentence as usize);
        let (from, to) = (doc.token_at(m.span.start), doc.token_at(m.span.end.saturating_sub(1)) + 1);
        let mut near: FxHashSet<&str> =
            (tokens.start.max(from.saturating_sub(5))..from).map(|t| content_word(doc.fold_of(t))).collect();
        near.extend((to..tokens.end.min(to + 3)).map(|t| content_word(doc.fold_of(t))));
        near.retain(|w| is_content(w));
        near
    }

    /// The page's date lies far from what the text itself talks about as now.
    fn page(&mut self) {
        let a = &self.reading.doc.article;
        let Some(published) = a.published_date() else { return };
        if a.published_from != PublishedFrom::Dateline {
            return;
        }
        let dates = &self.reading.mentions.dates;
        let year = i32::from(published.year());
        let header = dates.iter().find(|m| single_day(m) == Some(published));
        let header_paragraph =
            header.and_then(|h| self.reading.doc.sentences.get(h.sentence as usize)).map_or(0, |s| s.paragraph);
        let mut latest: Option<(i32, &DateMention)> = None;
        for m in dates {
            let paragraph = self.reading.doc.sentences.get(m.sentence as usize).map_or(0, |s| s.paragraph);
            if paragraph <= header_paragraph || m.expr.hijri {
                continue;
            }
            let y = match m.expr.what {
                What::Day { year: YearSaid::Given(y), .. } | What::Month { year: YearSaid::Given(y), .. } => y,
                What::Year(YearSaid::Given(y)) => y,
                _ => continue,
            };
            if y <= year + 1 && latest.is_none_or(|(l, _)| y > l) {
                latest = Some((y, m));
            }
        }
        let Some((named, m)) = latest else { return };
        // a text about a recent matter: a day of its own, and words that count from its now
        let full_day = matches!(m.expr.what, What::Day { .. });
        let recent = dates.iter().any(|d| {
            matches!(
                d.expr.what,
                What::Day { year: YearSaid::Past | YearSaid::Now | YearSaid::Next, .. }
                    | What::Month { year: YearSaid::Past | YearSaid::Now | YearSaid::Next, .. }
                    | What::Shift { .. }
                    | What::Length { beside: -1, .. }
            )
        });
        if year - named < PAGE_YEARS || !(full_day || recent) {
            return;
        }
        let explanation = format!(
            "The header dates the page to {published}, but nothing the text talks about is later than {} (“{}”): it seems to be a text of about {named} or {}.",
            m.value,
            self.slice(m.span),
            named + 1
        );
        let apart = m.latest.map(|d| day_number(published) - day_number(d));
        let side = match header {
            Some(h) => self.side(h.span, published.to_string()),
            None => self.published(),
        };
        let b = self.side(m.span, m.value.clone());
        let severity = if full_day && recent { Severity::High } else { Severity::Medium };
        self.push("page_vs_content", severity, 0.8, side, b, apart, explanation);
    }

    /// Two sentences that say the same and date it differently.
    fn twice(&mut self) {
        let dates = &self.reading.mentions.dates;
        let firm = |m: &&DateMention| {
            !m.expr.quoted
                && !m.expr.hijri
                && m.expr.clock.is_none()
                && m.expr.part.is_none()
                && matches!(m.expr.what, What::Day { .. } | What::Weekday(None))
                && single_day(m).is_some()
        };
        let alone = |m: &&DateMention| {
            dates.iter().filter(|o| o.sentence == m.sentence && single_day(o).is_some()).count() == 1
        };
        let list: Vec<&DateMention> = dates.iter().filter(firm).filter(alone).take(40).collect();
        if list.len() < 2 {
            return;
        }
        // two sentences with different figures tell of different things
        let numbers = |k: usize| -> Vec<&str> {
            let doc = &self.reading.doc;
            let dated: Vec<Span> = dates.iter().filter(|d| d.sentence == list[k].sentence).map(|d| d.span).collect();
            let mut all: Vec<&str> = doc
                .sentence_tokens(list[k].sentence as usize)
                .filter(|t| doc.tokens[*t].kind == TokenKind::Number)
                .filter(|t| !dated.iter().any(|s| s.contains(doc.tokens[*t].span)))
                .map(|t| doc.fold_of(t))
                .collect();
            all.sort_unstable();
            all
        };
        let words: Vec<FxHashSet<&str>> = list.iter().map(|m| self.words(m.sentence)).collect();
        for x in 0..list.len() {
            for y in x + 1..list.len() {
                let (m, o) = (list[x], list[y]);
                let (Some(a), Some(b)) = (single_day(m), single_day(o)) else { continue };
                let apart = (day_number(a) - day_number(b)).abs();
                if apart == 0 || apart > 400 {
                    continue;
                }
                let shared = words[x].intersection(&words[y]).count();
                let union = words[x].len() + words[y].len() - shared;
                // the first and the second instalment are two things
                let ordinals = |s: &FxHashSet<&'a str>| -> FxHashSet<&'a str> {
                    s.iter().copied().filter(|w| INSTALMENTS.has(w)).collect()
                };
                if ordinals(&words[x]) != ordinals(&words[y])
                    || self.near_words(m).intersection(&self.near_words(o)).count() < 2
                {
                    continue;
                }
                if shared < TWICE_WORDS || (shared as f64) < TWICE_SHARE * union as f64 || numbers(x) != numbers(y) {
                    continue;
                }
                let explanation = format!(
                    "Two sentences that say the same date it to {a} (“{}”) and to {b} (“{}”).",
                    self.slice(m.span),
                    self.slice(o.span)
                );
                let sides = (self.side(m.span, a.to_string()), self.side(o.span, b.to_string()));
                self.push("event_date", Severity::Medium, 0.7, sides.0, sides.1, Some(apart), explanation);
                return;
            }
        }
    }
}

/// What a date beside a definite noun and a verb of taking place dates: both, folded and bare.
type Placed<'a> = (&'a str, &'a str);

impl<'a> Checker<'a> {
    /// `عقد الاجتماع الاثنين` and, further down, `الاجتماع الذي عقد الأحد`: one meeting, two days.
    fn same_event(&mut self) {
        let dates = &self.reading.mentions.dates;
        let placed: Vec<(&DateMention, Placed)> = dates
            .iter()
            .filter(|m| {
                !m.expr.quoted
                    && !m.expr.hijri
                    && !m.expr.range_to_next
                    && matches!(
                        m.expr.what,
                        What::Day { .. } | What::Weekday(None) | What::Shift { unit: Unit::Day, .. }
                    )
            })
            .filter_map(|m| Some((m, self.placed(m)?)))
            .take(40)
            .collect();
        for (k, (m, what)) in placed.iter().enumerate() {
            for (o, other) in &placed[k + 1..] {
                if what != other || m.sentence == o.sentence {
                    continue;
                }
                let (Some(a), Some(b)) = (single_day(m), single_day(o)) else { continue };
                let Some((x, y)) = events::possible(self.reading, m).zip(events::possible(self.reading, o)) else {
                    continue;
                };
                let apart = (day_number(a) - day_number(b)).abs();
                if events::can_meet(&x, &y) || apart > 8 {
                    continue;
                }
                let explanation = format!(
                    "“{} {}” is dated to {a} (“{}”) and to {b} (“{}”) in one text.",
                    what.0,
                    what.1,
                    self.slice(m.span),
                    self.slice(o.span)
                );
                let sides = (self.side(m.span, a.to_string()), self.side(o.span, b.to_string()));
                self.push("event_date", Severity::Medium, 0.6, sides.0, sides.1, Some(apart), explanation);
                return;
            }
        }
    }

    /// Verb and noun of a definite event right before a date.
    fn placed(&self, m: &DateMention) -> Option<Placed<'a>> {
        static TOOK_PLACE: Words = Words::new(&words::COMPARING, "took place");
        let doc = &self.reading.doc;
        let sentence = doc.sentence_tokens(m.sentence as usize);
        let mut at = doc.token_at(m.span.start);
        let back = |at: usize| at.checked_sub(1).filter(|t| *t >= sentence.start);
        at = back(at)?;
        if matches!(doc.fold_of(at), "،" | "في" | "يوم") {
            at = back(at)?;
        }
        let noun = |t: usize| doc.fold_of(t).strip_prefix("ال").filter(|w| w.len() >= 6);
        let verb = |t: usize| {
            let w = strip_conjunction(doc.fold_of(t));
            TOOK_PLACE.has(w).then(|| w.strip_suffix('ت').unwrap_or(w))
        };
        if let Some(v) = verb(at) {
            // الاجتماع الذي عقد الأحد
            let who = back(at)?;
            if !matches!(doc.fold_of(who), "الذي" | "التي") {
                return None;
            }
            return Some((v, noun(back(who)?)?));
        }
        // وعقد الاجتماع الاثنين
        Some((verb(back(at)?)?, noun(at)?))
    }
}

/// A day and month without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OpenDay {
    month: u8,
    day: u8,
}

impl OpenDay {
    fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month as i8, self.day as i8).ok()
    }
}

/// Content words of a sentence: four letters or more, folded, without conjunction and article.
fn content_words(reading: &Reading, sentence: u32) -> FxHashSet<&str> {
    let doc = &reading.doc;
    if sentence as usize >= doc.sentences.len() {
        return FxHashSet::default();
    }
    doc.sentence_tokens(sentence as usize).map(|t| content_word(doc.fold_of(t))).filter(|w| is_content(w)).collect()
}

/// A folded word without conjunction, article, joined preposition and pronoun.
fn content_word(word: &str) -> &str {
    let word = strip_conjunction(word);
    let word = word.strip_prefix(['ب', 'ل']).filter(|r| r.len() >= 8).unwrap_or(word);
    let word = strip_article(word);
    ["ها", "هم", "ه", "ا"].iter().find_map(|s| word.strip_suffix(s).filter(|r| r.len() >= 8)).unwrap_or(word)
}

/// Four letters or more.
fn is_content(word: &str) -> bool {
    word.len() >= 8 && !word.as_bytes()[0].is_ascii()
}

/// The weekday on which a document without a publication date puts its lead, with the words.
fn lead_weekday(reading: &Reading) -> Option<&DateMention> {
    reading.mentions.dates.iter().find(|m| {
        m.expr.weekday > 0
            && !m.expr.quoted
            && m.expr.clock.is_none()
            && !m.expr.midnight
            && matches!(m.expr.what, What::Day { .. } | What::Weekday(None) | What::Shift { unit: Unit::Day, by: 0 })
            && reading.doc.sentences.get(m.sentence as usize).is_some_and(|s| s.paragraph <= 4)
    })
}

/// Undated documents whose leads say the same and name different weekdays.
fn undated_events(readings: &[Reading], grouped: &Grouped) -> Vec<DatingIssue> {
    let leads: Vec<(u32, &DateMention, FxHashSet<&str>)> = readings
        .iter()
        .enumerate()
        .filter(|(_, r)| r.doc.article.published_local.is_none())
        .filter_map(|(d, r)| {
            let m = lead_weekday(r)?;
            Some((d as u32, m, content_words(r, m.sentence)))
        })
        .collect();
    let mut out = Vec::new();
    for (x, (doc_a, a, words_a)) in leads.iter().enumerate() {
        for (doc_b, b, words_b) in &leads[x + 1..] {
            let known = grouped.kin.contains(&(*doc_a, *doc_b))
                || grouped.kin.contains(&(*doc_b, *doc_a))
                || story_of(grouped, *doc_a).is_some() && story_of(grouped, *doc_a) == story_of(grouped, *doc_b);
            if !known && leads.len() > UNDATED_PAIRS {
                continue;
            }
            if a.expr.weekday == b.expr.weekday || words_a.intersection(words_b).count() < SHARED_WORDS {
                continue;
            }
            let slice = |doc: u32, span: Span| readings[doc as usize].doc.slice(span).to_string();
            let outlet = |doc: u32| readings[doc as usize].doc.article.outlet.clone();
            let side = |doc: u32, m: &DateMention| DatingSide {
                doc,
                span: m.span,
                text: slice(doc, m.span),
                value: m.value.clone(),
            };
            let names = (WEEKDAYS[usize::from(a.expr.weekday)], WEEKDAYS[usize::from(b.expr.weekday)]);
            out.push(DatingIssue {
                id: String::new(),
                kind: "event_date",
                severity: Severity::Medium,
                confidence_0_1: 0.7,
                story: String::new(),
                a: side(*doc_a, a),
                b: side(*doc_b, b),
                days_apart: None,
                explanation: format!(
                    "{} puts it on a {} (“{}”), {} on a {} (“{}”): two days, or two different occasions.",
                    outlet(*doc_a),
                    names.0,
                    slice(*doc_a, a.span),
                    outlet(*doc_b),
                    names.1,
                    slice(*doc_b, b.span),
                ),
            });
        }
    }
    out
}

/// One office, two holders at one time.
fn holders(readings: &[Reading], entities: &[Entity], grouped: &Grouped) -> Vec<DatingIssue> {
    let mut out = Vec::new();
    for conflict in offices::holder_conflicts(readings, entities) {
        let (entity_a, list_a) = &conflict.a;
        let (entity_b, list_b) = &conflict.b;
        // the two namings nearest in time, one story first
        let mut best: Option<(bool, i64, offices::Holding, offices::Holding)> = None;
        for a in list_a.iter().take(40) {
            for b in list_b.iter().take(40) {
                let written = |h: &offices::Holding| {
                    let r = &readings[h.doc as usize];
                    PersonName::parse(r.doc.slice(r.mentions.entities[h.mention as usize].span))
                };
                // as they are written there the two may be one man
                if a.doc == b.doc || offices::one_misspelt(&written(a), &written(b)) {
                    continue;
                }
                let day = |d: u32| readings[d as usize].doc.article.published_date().map(day_number);
                let apart = match (day(a.doc), day(b.doc)) {
                    (Some(x), Some(y)) => (x - y).abs(),
                    _ => 0,
                };
                let story = story_of(grouped, a.doc);
                let apart_stories = story.is_none() || story != story_of(grouped, b.doc);
                let key = (apart_stories, apart, *a, *b);
                if best.is_none_or(|k| key < k) {
                    best = Some(key);
                }
            }
        }
        let Some((_, apart, a, b)) = best else { continue };
        if apart > HOLDER_DAYS {
            continue;
        }
        let side = |h: offices::Holding, entity: u32| {
            let r = &readings[h.doc as usize];
            let m = &r.mentions.entities[h.mention as usize];
            let span = m.role.map_or(m.span, |role| role.join(m.span));
            // role and name stand beside each other, or the row shows the name alone
            let span = if span.len() <= 160 { span } else { m.span };
            DatingSide {
                doc: h.doc,
                span,
                text: r.doc.slice(span).to_string(),
                value: entities.get(entity as usize).map_or_else(String::new, |e| e.name.clone()),
            }
        };
        let (x, y) = (side(a, *entity_a), side(b, *entity_b));
        let known = if conflict.known.is_empty() { String::new() } else { format!(" ({})", conflict.known) };
        let explanation = format!(
            "“{}” and “{}” give one office to two people{known}: the reports may be of different times.",
            x.text, y.text
        );
        out.push(DatingIssue {
            id: String::new(),
            kind: "holder",
            severity: if apart <= 3 { Severity::Medium } else { Severity::Low },
            confidence_0_1: conflict.confidence_0_1,
            story: String::new(),
            a: x,
            b: y,
            days_apart: None,
            explanation,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Language};
    use crate::text::Document;

    fn issues(text: &str, published: &str) -> Vec<(String, String, String)> {
        let article = Article {
            doc_id: "t".into(),
            text: text.into(),
            language: "ar".into(),
            published_local: published.parse().ok(),
            published_has_time: true,
            offset_minutes: Some(0),
            ..Article::default()
        };
        let mut doc = Document::new(article, Vec::new());
        let mut mentions =
            crate::model::Mentions { dates: crate::mentions::dates::extract(&doc), ..Default::default() };
        crate::resolve::when::resolve(&mut doc, &mut mentions.dates);
        let readings = [Reading { doc, mentions }];
        check(&readings, &[], &Grouped { story_of: vec![None], ..Grouped::default() }, Vec::new())
            .into_iter()
            .map(|i| (i.kind.to_string(), i.a.text, i.b.text))
            .collect()
    }

    fn row(kind: &str, a: &str, b: &str) -> Vec<(String, String, String)> {
        vec![(kind.into(), a.into(), b.into())]
    }

    #[test]
    fn weekday_that_is_not_the_dates() {
        // 17 March 2018 was a Saturday
        assert_eq!(
            issues("وصل الوفد الأحد 17 مارس 2018.", "2018-03-20T10:00:00"),
            row("weekday_mismatch", "الأحد", "17 مارس 2018")
        );
        assert!(issues("وصل الوفد السبت 17 مارس 2018.", "2018-03-20T10:00:00").is_empty());
    }

    #[test]
    fn two_names_of_different_months() {
        assert_eq!(
            issues("عقد في أكتوبر/تشرين الثاني 2017.", "2018-03-20T10:00:00"),
            row("month_mismatch", "أكتوبر", "تشرين الثاني")
        );
        assert!(issues("عقد في أكتوبر/تشرين الأول 2017.", "2018-03-20T10:00:00").is_empty());
    }

    #[test]
    fn today_against_publication_and_midnight() {
        // 3 April 2018 was a Tuesday
        assert_eq!(issues("أعلن اليوم الأحد قراره.", "2018-04-03T12:00:00")[0].0, "today_mismatch");
        assert!(issues("أعلن اليوم الاثنين قراره.", "2018-04-03T01:00:00").is_empty());
        assert!(issues("أعلن اليوم الأربعاء قراره.", "2018-04-03T22:30:00").is_empty());
    }

    #[test]
    fn quoted_today_is_the_speakers() {
        assert!(issues("قال: \"نعلن اليوم الأحد قرارنا\".", "2018-04-03T12:00:00").is_empty());
    }

    #[test]
    fn calendars_two_days_apart() {
        assert_eq!(
            issues("انعقد يوم 22 نوفمبر 2024 الموافق 25 جمادى الأولى 1446 في القاهرة.", "2024-11-25T12:00:00")[0].0,
            "hijri_mismatch"
        );
        assert!(issues("انعقد يوم 22 نوفمبر 2024 الموافق 20 جمادى الأولى 1446.", "2024-11-25T12:00:00").is_empty());
    }

    #[test]
    fn range_that_ends_before_it_begins() {
        assert_eq!(issues("يستمر من 25 إلى 28 مارس. ثم بين عامي 2015 و2013.", "2018-04-03T12:00:00")[0].0, "order");
    }

    /// Two outlets, one story: text and publication time of each.
    fn between(a: (&str, &str), b: (&str, &str)) -> Vec<(String, String, String)> {
        let readings: Vec<Reading> = [("one", a), ("two", b)]
            .into_iter()
            .map(|(outlet, (text, published))| {
                let article = Article {
                    doc_id: outlet.into(),
                    outlet: outlet.into(),
                    text: text.into(),
                    language: "ar".into(),
                    published_local: published.parse().ok(),
                    published_has_time: true,
                    offset_minutes: Some(180),
                    ..Article::default()
                };
                let mut doc = Document::new(article, Vec::new());
                let mut mentions = crate::mentions::extract(&doc);
                crate::resolve::when::resolve(&mut doc, &mut mentions.dates);
                Reading { doc, mentions }
            })
            .collect();
        let story = crate::model::Story { id: "s".into(), label: String::new(), documents: vec![0, 1] };
        let grouped = Grouped { stories: vec![story], story_of: vec![Some(0), Some(0)], ..Grouped::default() };
        let days = crate::compare::stories(&readings, &[], &grouped, &[], Language::En, |_| true).days;
        check(&readings, &[], &grouped, days).into_iter().map(|i| (i.kind.to_string(), i.a.text, i.b.text)).collect()
    }

    #[test]
    fn one_event_on_two_days() {
        let found = between(
            ("وقع الوفد الاثنين مسودة اتفاقية لتشغيل العمالة المنزلية في الكويت.", "2018-03-20T12:00:00"),
            ("وقع الوفد أمس الثلاثاء مسودة اتفاقية لتشغيل العمالة المنزلية في الكويت.", "2018-03-21T12:00:00"),
        );
        assert_eq!(found, row("event_date", "الاثنين", "أمس الثلاثاء"));
    }

    #[test]
    fn a_weekday_of_another_week_is_no_other_day() {
        let text = "يخوض المنتخب مباراة ودية ضد نظيره التونسي السبت في إطار التصفيات المؤهلة.";
        assert!(between((text, "2018-07-03T12:00:00"), (text, "2018-07-08T12:00:00")).is_empty());
    }

    #[test]
    fn two_statements_have_two_days() {
        let found = between(
            ("قال الوزير، الاثنين، إن بلاده سترد على قرار رفع الرسوم الجمركية.", "2018-04-02T12:00:00"),
            ("قال الوزير، الثلاثاء، إن بلاده لن تقبل قرار رفع الرسوم الجمركية.", "2018-04-03T12:00:00"),
        );
        assert_eq!(found, []);
    }

    #[test]
    fn ends_before_it_begins() {
        assert_eq!(
            issues("تبدأ عملية التبادل في 28 سبتمبر وتنتهي في 25 سبتمبر.", "2018-09-20T12:00:00"),
            row("order", "28 سبتمبر", "25 سبتمبر")
        );
        assert!(issues("تبدأ عملية التبادل في 25 سبتمبر وتنتهي في 28 سبتمبر.", "2018-09-20T12:00:00").is_empty());
    }

    #[test]
    fn one_meeting_on_two_days_of_one_text() {
        assert_eq!(
            issues(
                "وعقد الاجتماع الاثنين في أحد الفنادق. وغادر الوزراء بعد الاجتماع الذي عقد الأحد.",
                "2018-04-03T12:00:00"
            ),
            row("event_date", "الاثنين", "الأحد")
        );
    }
}
