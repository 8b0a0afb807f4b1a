//! Slots: the numbers, dates, names and statements of a document that can be compared with those of another.

use rustc_hash::FxHashMap;

use crate::compare::dating::{iso, single_day, weekday_gap};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::model::{DateKind, Entity, EntityKind, EntityMention, FactKind, Span};
use crate::text::fold::fold;

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filler {
    /// Index into the quantities.
    Number(usize),
    /// Index into the dates.
    Date(usize),
    /// Index into the entities.
    Name(usize),
}

/// A slot: a place in a sentence and what fills it.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Type of fact.
    pub kind: FactKind,
    /// What fills it.
    pub filler: Filler,
    /// Sentence, as index into `View::sentences`.
    pub sentence: usize,
    /// Words of the core (the number, the date, the name), as indices into `View::terms`.
    pub at: (usize, usize),
    /// What is shown.
    pub span: Span,
    /// Normalised value.
    pub value: String,
    /// Is it the first mention of the value in the body, or the only one in the title?
    pub first: bool,
    /// Sentences of the document that have the value.
    pub count: u32,
}

impl Slot {
    /// The value without the part of the day.
    pub fn key(&self) -> &str {
        match self.kind {
            FactKind::Date => self.value.split('T').next().unwrap_or(&self.value),
            _ => &self.value,
        }
    }
}

/// Normal form of a number with unit and bound, for the column `value`.
pub fn number_value(q: &crate::model::Quantity) -> String {
    let mut out = String::new();
    let show = |v: f64| {
        if v.fract() == 0.0 && v.abs() < 1e15 {
            format!("{v:.0}")
        } else {
            format!("{v:.4}").trim_end_matches('0').to_string()
        }
    };
    // spans are counted in months, but 23 years are not 276 months to a reader
    let years = q.unit == "month" && [Some(q.value), q.upper].into_iter().flatten().all(|v| v % 12.0 == 0.0);
    let (part, unit) = if years { (12.0, "year") } else { (1.0, q.unit.as_str()) };
    out.push_str(&show(q.value / part));
    if let Some(u) = q.upper {
        out.push_str(if unit == "score" { "-" } else { ".." });
        out.push_str(&show(u / part));
    }
    match unit {
        "" | "score" | crate::mentions::ranks::RANK => {}
        unit => {
            out.push(' ');
            out.push_str(unit);
        }
    }
    out
}

/// The day that a date names: of `اليوم الثلاثاء` on a Thursday the Tuesday next to it, else the date's own value.
fn said_day(d: &crate::model::DateMention) -> String {
    match single_day(d) {
        Some(day) if d.expr.weekday > 0 => {
            let gap = weekday_gap(iso(day), d.expr.weekday);
            let days = jiff::Span::new().days(gap);
            let part = d.value.split_once('T').map_or(String::new(), |(_, part)| format!("T{part}"));
            match day.checked_add(days) {
                Ok(said) if gap != 0 => format!("{said}{part}"),
                _ => d.value.clone(),
            }
        }
        _ => d.value.clone(),
    }
}

/// Words behind which a body is whose spokesman speaks.
static SPEAKS_FOR: Words = Words::new(&words::COMPARING, "speaks for");

/// Is a body named only to say whose office somebody holds (`الأمين العام للأمم المتحدة`, `متحدث باسم الجيش`)?
fn of_office(v: &View, body: &EntityMention) -> bool {
    let at = v.term_at(body.span.start);
    let in_role = |e: &EntityMention| e.role.is_some_and(|r| r.overlaps(body.span));
    at > 0 && SPEAKS_FOR.has(v.word(at - 1)) || v.reading.mentions.entities.iter().any(in_role)
}

/// The slots of a document, by start.
pub fn slots(view: &View, entities: &[Entity]) -> Vec<Slot> {
    let mentions = &view.reading.mentions;
    let doc = &view.reading.doc;
    let mut out = Vec::new();
    let sentence_of = |span: Span| {
        let s = doc.sentence_at(span.start);
        (s < view.sentences.len()).then_some(s)
    };
    let mut push = |kind, filler, core: Span, span: Span, value: String| {
        let Some(sentence) = sentence_of(core) else { return };
        let at = (view.term_at(core.start), view.term_at(core.end.saturating_sub(1)) + 1);
        let at = (at.0, at.1.min(view.terms.len()));
        if at.0 < at.1 {
            out.push(Slot { kind, filler, sentence, at, span, value, first: false, count: 1 });
        }
    };
    for (i, d) in mentions.dates.iter().enumerate() {
        if matches!(d.kind, DateKind::Date | DateKind::Time) && !d.value.is_empty() && !d.value.ends_with("_REF") {
            push(FactKind::Date, Filler::Date(i), d.span, d.span, said_day(d));
        }
    }
    for (i, q) in mentions.quantities.iter().enumerate() {
        let dated = mentions
            .dates
            .iter()
            .any(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && d.span.overlaps(q.number_span));
        let named = mentions.entities.iter().any(|e| e.span.overlaps(q.number_span));
        if !dated && !named {
            push(FactKind::Number, Filler::Number(i), q.number_span, q.span, number_value(q));
        }
    }
    let mut seen: FxHashMap<(usize, String), ()> = FxHashMap::default();
    for (i, e) in mentions.entities.iter().enumerate() {
        let kind = match e.kind {
            EntityKind::Person => FactKind::Person,
            EntityKind::Place => FactKind::Place,
            EntityKind::Organisation => FactKind::Organisation,
            EntityKind::Other => continue,
        };
        let name = match e.entity {
            Some(k) => entities[k as usize].name.clone(),
            None => fold(doc.slice(e.span)),
        };
        if kind == FactKind::Organisation && of_office(view, e) {
            continue;
        }
        // one mention of a name a sentence is enough
        if let Some(s) = sentence_of(e.span)
            && seen.insert((s, name.clone()), ()).is_some()
        {
            continue;
        }
        push(kind, Filler::Name(i), e.span, e.span, name);
    }
    out.sort_by_key(|s| (s.span.start, s.span.end));
    let mut counts: FxHashMap<(FactKind, String), (u32, usize)> = FxHashMap::default();
    for (n, s) in out.iter().enumerate() {
        let seen = counts.entry((s.kind, s.key().to_string())).or_insert((0, n));
        seen.0 += 1;
        if view.is_title(out[seen.1].sentence) {
            seen.1 = n;
        }
    }
    for (n, s) in out.iter_mut().enumerate() {
        let (count, first) = counts[&(s.kind, s.key().to_string())];
        s.count = count;
        s.first = first == n;
    }
    out
}
