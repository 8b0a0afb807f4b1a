//! Figures that belong to a person: an age, the minute of a goal. Two texts that give one person two of them contradict
//! each other, however differently their sentences are built.

use super::minutes;
use super::slots::number_value;
use super::verdict::Reason;
use super::{Draft, Story, contradicts, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::View;
use crate::mentions::quantities::MINUTE;
use crate::model::*;
use crate::text::clitics;

/// What such a row is worth: the twelve read over a corpus were real, most of them one minute or one year apart, which an
/// editor would rather see after others.
const CONFIDENCE: f64 = 0.82;
const BY_ONE: f64 = 0.5;
/// Tokens between a person and the minute of his goal.
const MINUTE_REACH: usize = 20;
/// Minutes by which two reports of one goal may differ; more are two goals.
const ONE_GOAL: f64 = 5.0;
/// Minutes at which a half ends, and how many may be added.
const HALVES: [f64; 2] = [45.0, 90.0];
const ADDED: f64 = 6.0;
/// Years by which two ages of one person may differ; more are two persons.
const ONE_AGE: f64 = 12.0;
/// Months of a year: ages are counted in months.
const YEAR: f64 = 12.0;
/// Tokens before an age among which a word says that it is one.
const AGE_REACH: usize = 4;

/// What belongs to the person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Age,
    Minute,
    /// The minute of the one goal that a text has of a player, however far from another text's.
    Goal,
}

/// Have the two digits of a minute changed places (57, 75)?
fn turned(x: f64, y: f64) -> bool {
    let digits = |v: f64| (v as u32 / 10, v as u32 % 10);
    let ((a, b), (c, d)) = (digits(x), digits(y));
    a > 0 && c > 0 && (a, b) == (d, c)
}

/// Can two minutes be those of one goal, reported with a slip?
pub fn one_goal(x: f64, y: f64) -> bool {
    (1.0..=ONE_GOAL).contains(&(x - y).abs()) || x != y && turned(x, y)
}

impl What {
    /// Is a difference the least there can be: a year, a minute, or time added at the end of a half (45 and 47)?
    fn least(self, x: f64, y: f64) -> bool {
        let apart = (x - y).abs();
        match self {
            What::Age => apart <= YEAR,
            What::Minute => apart <= 1.0 || HALVES.contains(&x.min(y)) && apart <= ADDED,
            What::Goal => false,
        }
    }

    /// Do two values belong together, as of one age or one goal?
    fn one(self, x: f64, y: f64) -> bool {
        let apart = (x - y).abs();
        match self {
            What::Age => (YEAR..=ONE_AGE * YEAR).contains(&apart),
            What::Minute => one_goal(x, y),
            What::Goal => x != y && !one_goal(x, y),
        }
    }
}

/// A figure of a person in a document.
struct Attribute {
    view: usize,
    what: What,
    person: u32,
    value: f64,
    /// The value as the tables have it.
    said: String,
    span: Span,
}

/// Words beside somebody's age.
pub(super) static AGED: Words = Words::new(&words::COMPARING, "aged");

/// Is a figure told as an age: in brackets or between commas behind a name, or after `البالغ`, `عمره`, `عن عمر`?
fn is_age(v: &View, q: &Quantity, person: &EntityMention) -> bool {
    let doc = &v.reading.doc;
    let at = doc.token_at(q.span.start);
    let between = doc.text()[person.span.end as usize..q.span.start as usize].trim();
    let told = (at.saturating_sub(AGE_REACH)..at)
        .any(|t| AGED.has(clitics::strip_article(clitics::strip_conjunction(doc.fold_of(t)))));
    matches!(between, "(" | "،" | ",") || told
}

/// Words of kinship before a name, whose age is not the name's.
static KIN_OF: Words = Words::new(&words::COMPARING, "kin of a name");

/// Is a name the end of a kinsman's description (`شقيقة مريم، البالغة 16 عاما`)? Then the age is not its own.
fn kin_of(v: &View, person: &EntityMention) -> bool {
    let at = v.term_at(person.span.start);
    let before = if at > 0 { clitics::strip_conjunction(v.word(at - 1)) } else { "" };
    KIN_OF.has(before)
}

/// Do two scorers share two minutes (`أضاف هذا وذاك هدفين في الدقيقتين 77 و78`)? Then nobody says whose each is.
fn two_scorers(v: &View, person: &EntityMention, q: &Quantity) -> bool {
    let (from, to) = (v.term_at(person.span.start), v.term_at(q.span.start));
    let two = (from..to).any(|t| v.word(t) == "الدقيقتين");
    let beside = |e: &EntityMention| {
        e.kind == EntityKind::Person
            && e.sentence == person.sentence
            && e.span.end <= person.span.start
            && v.reading.doc.text()[e.span.end as usize..person.span.start as usize].trim() == "و"
    };
    two && v.reading.mentions.entities.iter().any(beside)
}

fn of_view(view: usize, v: &View) -> Vec<Attribute> {
    let doc = &v.reading.doc;
    let mentions = &v.reading.mentions;
    let mut out = Vec::new();
    for q in mentions.quantities.iter().filter(|q| q.upper.is_none() && q.bound == Bound::Exact) {
        let what = match (q.unit.as_str(), q.noun.as_str()) {
            ("month", _) => What::Age,
            ("", MINUTE) => What::Minute,
            _ => continue,
        };
        let before =
            |e: &&EntityMention| e.kind == EntityKind::Person && e.sentence == q.sentence && e.span.end <= q.span.start;
        let Some(person) = mentions.entities.iter().filter(before).max_by_key(|e| e.span.end) else { continue };
        let Some(entity) = person.entity else { continue };
        let near = doc.token_at(q.span.start) - doc.token_at(person.span.start) <= MINUTE_REACH;
        let told = match what {
            What::Age if kin_of(v, person) => false,
            What::Age if super::kin_between(v, person.span.end, v.term_at(q.span.start)) => false,
            What::Age => is_age(v, q, person),
            What::Minute | What::Goal => near && !two_scorers(v, person, q),
        };
        if told {
            out.push(Attribute { view, what, person: entity, value: q.value, said: number_value(q), span: q.span });
        }
    }
    out
}

/// The one goal of each player who has only one in a text: person, minute and where it is told.
fn lone_goals(view: usize, v: &View) -> Vec<Attribute> {
    let all = minutes::scorers(v);
    let once = |e: &EntityMention| {
        let minutes = all.iter().filter(|g| g.0.entity == e.entity).map(|g| g.1 as u32);
        minutes.collect::<std::collections::BTreeSet<u32>>().len() == 1
    };
    let lone = all.iter().filter(|g| once(g.0));
    lone.filter_map(|(e, minute, span)| {
        let said = format!("{minute:.0}");
        Some(Attribute { view, what: What::Goal, person: e.entity?, value: *minute, said, span: *span })
    })
    .collect()
}

/// One row for each person and figure on which two outlets differ; what `known` rows hold is left out. Cost: pairs of such
/// figures in a story.
pub fn facts(
    story: &Story,
    of: &crate::model::Story,
    entities: &[Entity],
    known: &[Fact],
    language: Language,
) -> Vec<Fact> {
    let figures = story.views.iter().enumerate().flat_map(|(i, v)| of_view(i, v));
    let goals = story.views.iter().enumerate().flat_map(|(i, v)| lone_goals(i, v));
    let all: Vec<Attribute> = figures.chain(goals).collect();
    let outlet = |a: &Attribute| story.views[a.view].reading.doc.article.outlet.as_str();
    // a value that the other text has as well is another goal, or the age at another time
    let has = |view: usize, a: &Attribute| {
        all.iter().any(|o| o.view == view && o.what == a.what && o.value == a.value && a.what == What::Minute)
    };
    // another goal is the same in both, so it is one match that they tell
    let one_match = |x: &Attribute, y: &Attribute| {
        let goals = |view: usize| all.iter().filter(move |o| o.view == view && o.what == What::Goal);
        goals(x.view).any(|g| goals(y.view).any(|h| g.person == h.person && g.value == h.value))
    };
    let named_minute = |view: usize, a: &Attribute| {
        story.views[view].reading.mentions.quantities.iter().any(|q| q.unit.is_empty() && q.value == a.value)
    };
    let of_one_goal = |x: &Attribute, y: &Attribute| {
        x.what != What::Goal || !named_minute(y.view, x) && !named_minute(x.view, y) && one_match(x, y)
    };
    let differ = |x: &Attribute, y: &Attribute| {
        x.what == y.what
            && x.person == y.person
            && outlet(x) != outlet(y)
            && x.what.one(x.value, y.value)
            && !has(y.view, x)
            && !has(x.view, y)
            && of_one_goal(x, y)
    };
    let mut out: Vec<Fact> = Vec::new();
    for (n, x) in all.iter().enumerate() {
        let Some(y) = all[n + 1..].iter().find(|y| differ(x, y)) else { continue };
        let places = [x, y].map(|a| (story.views[a.view].doc, a.span));
        if known.iter().chain(&out).any(|f| contradicts(f, places)) {
            continue;
        }
        let of_one =
            |a: &&Attribute| a.what == x.what && a.person == x.person && [x, y].iter().any(|s| s.value == a.value);
        let why = explain::reason(Reason::Different, language);
        let evidence = |a: &Attribute| {
            let doc = &story.views[a.view].reading.doc;
            doc.sentences[doc.sentence_at(a.span.start)].span
        };
        let mut values: Vec<FactValue> =
            all.iter().filter(of_one).map(|a| value_at(&story.views[a.view], a.span, a.said.as_str(), why)).collect();
        values.sort_by_key(|v| (v.doc, v.span));
        let side = |a: &Attribute| explain::side(&story.views[a.view].reading.doc, a.span, evidence(a), usize::MAX);
        let of_what = match x.what {
            What::Age => explain::pick(language, "age of", "عمر"),
            What::Minute | What::Goal => explain::pick(language, "minute of", "دقيقة هدف"),
        };
        out.push(
            Draft {
                kind: FactKind::Number,
                subject: format!("{of_what} {}", entities[x.person as usize].name),
                verdict: Relation::Contradict,
                values,
                severity: Severity::Low,
                confidence_0_1: if x.what.least(x.value, y.value) { BY_ONE } else { CONFIDENCE },
                explanation: explain::state(side(x), side(y), Reason::Different, language),
                score_parts: Vec::new(),
            }
            .fact(story, of),
        );
    }
    out
}
