//! States that exclude each other: he left, he is still inside; accepted here, refused there. And what one text denies
//! and another tells.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::verdict::Reason;
use super::{Draft, Story, claim_at, disputes, explain, later_minutes, speaker_at};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::model::*;
use crate::text::clitics;
use crate::text::fold::fold;

/// A class of states.
struct Class {
    /// What a negation makes of the sides.
    negated: [bool; 2],
    course: bool,
    /// What the table shows for each side.
    words: [&'static str; 2],
}

/// A form: its words, its class, its side.
struct Form {
    words: Vec<String>,
    class: usize,
    side: usize,
    /// Does it begin with or hold its own negation?
    closed: bool,
}

struct States {
    classes: Vec<Class>,
    /// By the first three letters of the first word.
    forms: FxHashMap<String, Vec<Form>>,
}

fn start(w: &str) -> String {
    w.chars().take(2).collect()
}

/// Is a word this form of the lexicon, with an article or a pronoun perhaps?
fn is_form(word: &str, form: &str) -> bool {
    let Some(rest) = word.strip_prefix(form) else {
        return word.strip_prefix("ال").is_some_and(|bare| bare == form);
    };
    rest.is_empty() || (form.chars().count() >= 4 && matches!(rest, "ه" | "ها" | "هم" | "هما" | "ا" | "وا"))
}

static STATES: LazyLock<States> = LazyLock::new(|| {
    let l = Lexicon::parse("states.tsv", include_str!("../../lang/ar/states.tsv"));
    let [a, b, negated, course, words_a, words_b] =
        ["a", "b", "negated", "course", "words_a", "words_b"].map(|c| l.column(c));
    let mut classes = Vec::new();
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    for r in &l.rows {
        for (side, cell) in [r.get(a), r.get(b)].into_iter().enumerate() {
            for form in cell.split('|').map(str::trim).filter(|f| !f.is_empty()) {
                let words: Vec<String> = form.split(' ').map(fold).collect();
                let closed = words.iter().any(|w| PARTICLES.has(w.as_str()) || w.starts_with("نف"));
                let entry = Form { words, class: classes.len(), side, closed };
                forms.entry(start(&entry.words[0])).or_default().push(entry);
            }
        }
        let flips = match r.get(negated) {
            "both" => [true, true],
            "a" => [true, false],
            "b" => [false, true],
            "no" => [false, false],
            other => panic!("states.tsv:{}: unknown value \"{other}\" in negated", r.line),
        };
        classes.push(Class { negated: flips, course: r.get(course) == "yes", words: [r.get(words_a), r.get(words_b)] });
    }
    forms.values_mut().for_each(|f| f.sort_by_key(|f| std::cmp::Reverse(f.words.len())));
    States { classes, forms }
});

/// Particles that negate the verb after them.
static PARTICLES: Words = Words::new(&words::COMPARING, "negating particle");
/// Does a word negate the verb after it? ولم and فلن are too short for the general splitting of conjunctions.
fn is_particle(word: &str) -> bool {
    PARTICLES.has(word.strip_prefix(['و', 'ف']).unwrap_or(word)) || PARTICLES.has(word)
}

/// Words before a form that make it a wish, a question, a condition or a plan.
static OPEN: Words = Words::new(&words::COMPARING, "leaves open");
/// Those of them that do so anywhere in a sentence.
static ASKS: Words = Words::new(&words::COMPARING, "asks or ought");
/// Words before a form and `that` among which stands that it was done before (`سبق للوزير أن`).
const EARLIER: usize = 7;
/// Words behind `on the way` among which stands that it leads back.
const BACK: usize = 3;
/// Words for going back.
static COMING_BACK: Words = Words::new(&words::COMPARING, "coming back");
/// Words on each side of a form that say what it is about.
const REACH: usize = 9;
/// Sentences of an article that are looked at.
const TOP: usize = 14;
/// Likeness of the words around two states from which they are of one thing.
const LEAST_NEAR: f32 = 0.24;
/// Places of one side and document that are listed in a dispute.
const PLACES: usize = 2;
/// Likeness from which two states are of one thing even where a text tells both.
const SAME_THING: f32 = 0.55;
/// The same where no name is shared.
const LEAST_ALONE: f32 = 0.32;
/// The same for a third document once two contradict each other.
const LEAST_NEAR_MEMBER: f32 = 0.14;
/// The same for another voice in a dispute.
const LEAST_NEAR_VOICE: f32 = 0.1;
/// Weight that must be shared: a telling word or two.
const LEAST_SHARED: f32 = 0.55;

/// A state as a document tells it.
struct Told {
    view: usize,
    sentence: usize,
    class: usize,
    side: usize,
    span: Span,
    bag: Bag,
    mass: f32,
    names: Vec<u32>,
    /// The person named next to it.
    person: Option<u32>,
    /// Who is said to have said it.
    speaker: Option<String>,
    /// In the speaker's own words?
    direct: bool,
    /// Told by a noun with a pronoun (`خروجه`), in passing?
    noun: bool,
    /// Is it told of several, where its words say so (`في طريقهم`, `وصلوا`, `حيث وصل للتحضير`)?
    several: Option<bool>,
}

fn told(view: usize, v: &View) -> Vec<Told> {
    let states = &*STATES;
    let mut out = Vec::new();
    for (n, s) in v.sentences.iter().enumerate().take(TOP) {
        let mut t = s.from;
        while t < s.to {
            let word = |k: usize| match v.word(k) {
                w if k != t => w,
                w if is_particle(w) => w.strip_prefix(['و', 'ف']).unwrap_or(w),
                w => clitics::strip_conjunction(w),
            };
            let first = word(t).strip_prefix("ال").unwrap_or(word(t));
            let at = |w: &str| states.forms.get(&start(w)).map_or(&[][..], Vec::as_slice);
            let found = at(word(t)).iter().chain(at(first)).find(|f| {
                t + f.words.len() <= s.to && f.words.iter().enumerate().all(|(k, w)| is_form(word(t + k), w))
            });
            let Some(form) = found else {
                t += 1;
                continue;
            };
            let end = t + form.words.len();
            let before = |k: usize| if t >= s.from + k { clitics::strip_conjunction(v.word(t - k)) } else { "" };
            // a form with a conjunction of its own begins anew, and after his leaving he has left
            let joined = v.word(t).len() > clitics::strip_conjunction(v.word(t)).len();
            let noun = form.words[0].ends_with("وجه") || form.words[0].ends_with("وجها");
            let done = before(1) == "بعد" && noun;
            let open = !joined && !done && (1..=3).any(|k| OPEN.has(before(k)) || ASKS.has(before(k)))
                || v.word(t).starts_with('س');
            // `acquittal or conviction` is neither, and what will not happen today may happen tomorrow
            let either = before(1) == "او" || end < s.to && v.word(end) == "او";
            // what he had done before, and the way back
            let earlier = before(1) == "ان" && (2..=EARLIER).any(|k| before(k) == "سبق");
            let back = form.words[0] == "في" && (end..s.to.min(end + BACK)).any(|k| COMING_BACK.has(v.word(k)));
            let open = open || earlier || back || either || !form.closed && matches!(before(1), "لن" | "ولن" | "فلن");
            let negated = !form.closed && (is_particle(before(1)) || is_particle(before(2)) && before(1) == "يتم");
            let class = &states.classes[form.class];
            let side = match (negated, class.negated[form.side]) {
                (false, _) => Some(form.side),
                (true, true) => Some(1 - form.side),
                (true, false) => None,
            };
            if let (false, Some(side)) = (open, side) {
                let from = t.saturating_sub(REACH).max(s.from);
                let to = (end + REACH).min(s.to);
                let (bag, mass) = v.bag((from..to).filter(|k| !(t..end).contains(k)));
                let around = v.span(from, to);
                let entities = &v.reading.mentions.entities;
                let names = entities.iter().filter(|e| around.contains(e.span)).filter_map(|e| e.entity).collect();
                let distance = |e: &EntityMention| {
                    let at = v.term_at(e.span.start);
                    if at >= end { 2 * (at - end) } else { 2 * (t - at.min(t)) + 1 }
                };
                let person = entities
                    .iter()
                    .filter(|e| e.kind == EntityKind::Person && around.contains(e.span))
                    .min_by_key(|e| distance(e))
                    .and_then(|e| e.entity);
                let first = if negated { t - 1 } else { t };
                let span = v.span(first, (end + 2).min(s.to));
                let said = claim_at(v, span);
                let last = v.word(end - 1);
                let dropped = end < s.to && (v.terms[end].light || v.word(end).starts_with("لل"));
                let several = match form.words[0].as_str() {
                    "في" => Some(last.ends_with("هم")),
                    _ if last.ends_with("وا") => Some(true),
                    _ => (form.words.len() == 1 && dropped && !last.ends_with(['ا', 'ن'])).then_some(false),
                };
                let direct = said.is_some_and(|c| c.kind == ClaimKind::Direct);
                let speaker = said.map(|c| c.speaker_name.clone()).filter(|s| !s.is_empty());
                out.push(Told {
                    view,
                    sentence: n,
                    class: form.class,
                    side,
                    span,
                    bag,
                    mass,
                    names,
                    person,
                    speaker,
                    direct,
                    noun,
                    several,
                });
            }
            t = end;
        }
    }
    out
}

/// Likeness of the words around two states of one class.
fn near(x: &Told, y: &Told) -> f32 {
    2.0 * align::overlap(&x.bag, &y.bag) / (x.mass + y.mass).max(0.5)
}

/// Contradicting states of one thing, one fact a class and thing.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let all: Vec<Told> = story.views.iter().enumerate().flat_map(|(i, v)| told(i, v)).collect();
    let outlet = |t: &Told| story.views[t.view].reading.doc.article.outlet.as_str();
    let mut edges: Vec<(f32, usize, usize, bool)> = Vec::new();
    for (n, x) in all.iter().enumerate() {
        for (m, y) in all.iter().enumerate().skip(n + 1) {
            let parties = x.speaker.is_some() && y.speaker.is_some() && !one_source(x, y);
            // the one of a person, the other of several
            let other = x.several.zip(y.several).is_some_and(|(x, y)| x != y);
            if other || x.class != y.class || x.side == y.side || (outlet(x) == outlet(y) && !parties) {
                continue;
            }
            let both = align::overlap(&x.bag, &y.bag);
            let near = near(x, y);
            let names = x.names.iter().filter(|e| y.names.contains(e)).count();
            // who tells both sides reports both parties, or parts of many (six convicted, five acquitted)
            let tells = |view: usize, side: usize| {
                all.iter().any(|o| {
                    let other = o.person.is_some() && x.person.is_some() && o.person != x.person;
                    o.view == view && o.class == x.class && o.side == side && !other
                })
            };
            let in_one = |t: &Told| {
                all.iter()
                    .any(|o| o.view == t.view && o.sentence == t.sentence && o.class == t.class && o.side != t.side)
            };
            // the same words about the same thing leave no room for parts of many
            if !parties
                && (near < SAME_THING || in_one(x) || in_one(y))
                && (tells(x.view, y.side) || tells(y.view, x.side))
            {
                continue;
            }
            // each of its own person: who resigned and who was dismissed
            if let (Some(p), Some(q)) = (x.person, y.person)
                && p != q
            {
                continue;
            }
            if near < LEAST_ALONE && names == 0 {
                continue;
            }
            if both < LEAST_SHARED || near < LEAST_NEAR {
                continue;
            }
            let (s, t) = (&story.views[x.view].sentences[x.sentence], &story.views[y.view].sentences[y.sentence]);
            let dice = 2.0 * align::shared(s, t) / (s.mass + t.mass).max(0.5);
            let z = -1.4
                + 3.5 * near
                + 1.0 * dice
                + 0.4 * names.min(2) as f32
                + 0.3 * f32::from(u8::from(x.direct) + u8::from(y.direct));
            let p = 1.0 / (1.0 + (-z).exp());
            // the later text has the later state
            let later = STATES.classes[x.class].course && {
                let (before, after) = if x.side == 0 { (x, y) } else { (y, x) };
                later_minutes(&story.views[after.view], &story.views[before.view]).is_some_and(|m| m >= 30)
            };
            edges.push((p, n, m, later));
        }
    }
    edges.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut used: FxHashSet<usize> = FxHashSet::default();
    let mut out = Vec::new();
    let mut disputed: FxHashSet<usize> = FxHashSet::default();
    for (p, n, m, later) in &edges {
        let parties = all[*n].speaker.is_some() && all[*m].speaker.is_some() && !one_source(&all[*n], &all[*m]);
        // what parties hold against each other is told once
        if parties && !disputed.insert(all[*n].class) {
            continue;
        }
        if used.contains(n) || used.contains(m) || *p < 0.5 {
            continue;
        }
        // others that tell one of the two states of the same thing, one a document and side: a speaker's own words
        // first, then the likest
        let mut others: Vec<(f32, usize)> = (0..all.len())
            .filter(|k| all[*k].class == all[*n].class && !used.contains(k))
            .map(|k| (near(&all[k], &all[*n]).max(near(&all[k], &all[*m])), k))
            .collect();
        let least = if parties { LEAST_NEAR_VOICE } else { LEAST_NEAR_MEMBER };
        others.retain(|(near, k)| *near >= least || k == n || k == m);
        let own_words = |k: usize| parties && all[k].direct && !all[k].noun;
        others.sort_by(|x, y| {
            let seed = |k: usize| k == *n || k == *m;
            (own_words(y.1).cmp(&own_words(x.1)))
                .then(seed(y.1).cmp(&seed(x.1)))
                .then(y.0.total_cmp(&x.0))
                .then(x.1.cmp(&y.1))
        });
        let mut members: Vec<usize> = Vec::new();
        for (_, k) in others {
            let beside: Vec<usize> = members
                .iter()
                .copied()
                .filter(|m| all[*m].view == all[k].view && all[*m].side == all[k].side)
                .collect();
            // of parties' words a second place as well: another voice, or said again
            if beside.is_empty() || parties && all[k].speaker.is_some() && beside.len() < PLACES {
                members.push(k);
            }
        }
        // one of each of the seed's documents and sides first
        for (at, seed) in [*n, *m].into_iter().enumerate() {
            let of = |k: &usize| all[*k].view == all[seed].view && all[*k].side == all[seed].side;
            if let Some(found) = members.iter().position(of).filter(|f| *f > at) {
                members[at..=found].rotate_right(1);
            }
        }
        used.extend(members.iter().copied());
        let members: Vec<&Told> = members.iter().map(|k| &all[*k]).collect();
        out.push(fact(story, of, members, *p, *later, language));
    }
    out
}

/// Do two states stand in the words of one speaker?
fn one_source(x: &Told, y: &Told) -> bool {
    match (&x.speaker, &y.speaker) {
        (Some(p), Some(q)) => super::one_source(p, q),
        (p, q) => p == q,
    }
}

/// Of a dispute that many voices tell two stand in the table of contradictions, the others beside them in facts.csv.
pub fn one_row(values: &[FactValue], (x, y): (&str, &str)) -> Vec<ValuePair> {
    let mut out = Vec::new();
    for (n, p) in values.iter().enumerate() {
        for q in values[n + 1..].iter().filter(|q| q.value != p.value) {
            let shown = (p.value == x && q.value == y) || (p.value == y && q.value == x);
            if !shown {
                out.push(ValuePair { a: p.value.clone(), b: q.value.clone(), explanation: None });
            }
        }
    }
    out
}

fn fact(
    story: &Story,
    of: &crate::model::Story,
    mut members: Vec<&Told>,
    p: f32,
    later: bool,
    language: Language,
) -> Fact {
    let (x, y) = (members[0], members[1]);
    members.sort_by_key(|m| (story.views[m.view].doc, m.span));
    let class = &STATES.classes[x.class];
    let between = x.speaker.is_some() && y.speaker.is_some() && !one_source(x, y);
    let value = |m: &Told| match &m.speaker {
        Some(s) if between => format!("{} ({s})", class.words[m.side]),
        _ => class.words[m.side].to_string(),
    };
    let reason = match (later, between) {
        (true, _) => Reason::LaterUpdate,
        (_, true) => Reason::BetweenSpeakers,
        _ => Reason::Denied,
    };
    let values: Vec<FactValue> = members
        .iter()
        .map(|m| {
            let view = &story.views[m.view];
            FactValue {
                doc: view.doc,
                span: m.span,
                value: value(m),
                evidence: view.sentence_span(m.sentence),
                speaker_name: m.speaker.clone().unwrap_or_default(),
                reason: explain::reason(reason, language).to_string(),
            }
        })
        .collect();
    let side = |m: &Told| {
        let view = &story.views[m.view];
        let sentence = &view.reading.doc.sentences[view.sentences[m.sentence].index as usize];
        explain::side(&view.reading.doc, m.span, sentence.span, 60)
    };
    let pairs = if between { one_row(&values, (&value(x), &value(y))) } else { Vec::new() };
    let mut fact = Draft {
        kind: FactKind::Polarity,
        subject: format!("{}: {}", explain::kind_name(FactKind::Polarity, language), side(x).2),
        verdict: if later { Relation::Compatible } else { Relation::Contradict },
        values,
        severity: if later { Severity::Low } else { Severity::High },
        confidence_0_1: f64::from(0.8 * p),
        explanation: explain::state(side(x), side(y), reason, language),
        score_parts: Vec::new(),
    }
    .fact(story, of);
    fact.pairs = pairs;
    fact
}

/// Share of a denied content that a sentence of another text must tell.
const TOLD_AGAIN: f32 = 0.6;
/// The same of what is denied without its names.
const DONE: f32 = 0.4;
/// Words for what was said, as a denied content may begin with.
static UNSAID: Words = Words::new(&words::COMPARING, "said elsewhere");
/// First words of a denied content that point to what was said elsewhere.
static POINTING: Words = Words::new(&words::COMPARING, "points elsewhere");
/// Weight of a denied content that can be found again: about three telling words.
const LEAST_DENIED: f32 = 1.4;

/// Sentences of a text in which it tells its news.
const TOLD_TOP: usize = 7;

/// Does a sentence tell of the last years?
fn is_background(v: &View, s: &align::Sent) -> bool {
    (s.from..s.to.saturating_sub(1))
        .any(|t| matches!(v.word(t), "السنوات" | "الاعوام" | "الاشهر") && matches!(v.word(t + 1), "الاخيره" | "الماضيه"))
}

/// Does a sentence ask?
fn is_question(v: &View, s: &align::Sent) -> bool {
    let span = v.reading.doc.sentences[s.index as usize].span;
    v.reading.doc.slice(span).trim_end().ends_with(['؟', '?'])
}

/// Is a word no speaker but what was said (`التصريحات`, `الاتهامات`)?
pub fn is_unsaid(name: &str) -> bool {
    let word = fold(name);
    let bare = clitics::strip_article(&word);
    UNSAID.has(bare) || matches!(bare, "تصريحات" | "تصريح")
}

/// What a speaker denies in one text and another text tells without the denial.
pub fn denials(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut out = Vec::new();
    for (i, a) in story.views.iter().enumerate() {
        for c in a.reading.mentions.claims.iter().filter(|c| disputes::denies(c)) {
            let (bag, mass) = a.bag(a.words_of(c.span));
            // "denies the accusations" says not which
            let first = a.word(a.term_at(c.span.start).min(a.terms.len().saturating_sub(1)));
            let unsaid = [&UNSAID, &POINTING].iter().any(|w| w.has(clitics::strip_article(first)));
            if mass < LEAST_DENIED || unsaid || is_unsaid(&c.speaker_name) {
                continue;
            }
            let named = |t: &usize| a.reading.mentions.entities.iter().any(|e| e.span.overlaps(a.span(*t, *t + 1)));
            let (deed, deeds) = a.bag(a.words_of(c.span).filter(|t| !named(t)));
            let mut best: Option<(f32, usize, usize, f32)> = None;
            for (j, b) in story.views.iter().enumerate() {
                if b.reading.doc.article.outlet == a.reading.doc.article.outlet {
                    continue;
                }
                let denies_too = b.reading.mentions.claims.iter().any(|d| {
                    d.polarity == Polarity::Denied && align::overlap(&bag, &b.bag(b.words_of(d.span)).0) >= 0.4 * mass
                });
                if denies_too {
                    continue;
                }
                let sentence = a.reading.doc.sentence_at(c.span.start);
                for (n, s) in b.sentences.iter().enumerate().take(TOLD_TOP) {
                    if sentence < a.sentences.len() && super::other_time(a, sentence, b, n)
                        || is_background(b, s)
                        || is_question(b, s)
                    {
                        continue;
                    }
                    let told = align::overlap(&bag, &s.bag) / mass;
                    let negated = disputes::is_denied(b, s.from..s.to)
                        || (s.from..s.to).any(|t| {
                            let w = clitics::strip_conjunction(b.word(t));
                            is_particle(w) || w.starts_with("نف") || ASKS.has(w)
                        });
                    let done = align::overlap(&deed, &s.bag) / deeds.max(0.3);
                    if told >= TOLD_AGAIN && done >= DONE && !negated && best.is_none_or(|x| told > x.0) {
                        best = Some((told, j, n, done));
                    }
                }
            }
            let Some((told, j, n, deed)) = best else { continue };
            let mut f = denied(story, of, (i, c), (j, n), told, language);
            f.score_parts.push(("deed".into(), f64::from((deed * 1000.0).round() / 1000.0)));
            out.push(f);
        }
    }
    out
}

fn denied(
    story: &Story,
    of: &crate::model::Story,
    (i, c): (usize, &Claim),
    (j, n): (usize, usize),
    told: f32,
    language: Language,
) -> Fact {
    let (a, b) = (&story.views[i], &story.views[j]);
    let sentence = b.sentence_span(n);
    let other = speaker_at(b, Span { start: sentence.start, end: sentence.start + 1 });
    let reason = if other.is_empty() || other == c.speaker_name { Reason::Denied } else { Reason::BetweenSpeakers };
    let why = explain::reason(reason, language).to_string();
    let own = a.reading.doc.sentences[a.reading.doc.sentence_at(c.span.start)].span;
    let mut values = vec![
        FactValue {
            doc: a.doc,
            span: c.span,
            value: explain::pick(language, "denied", "منفي").into(),
            evidence: own,
            speaker_name: c.speaker_name.clone(),
            reason: why.clone(),
        },
        FactValue {
            doc: b.doc,
            span: sentence,
            value: explain::pick(language, "told", "مذكور").into(),
            evidence: sentence,
            speaker_name: other,
            reason: why,
        },
    ];
    values.sort_by_key(|v| (v.doc, v.span));
    let x = explain::side(&a.reading.doc, c.span, own, 70);
    let y = explain::side(&b.reading.doc, sentence, sentence, 70);
    Draft {
        kind: FactKind::Polarity,
        subject: format!("{}: {}", explain::kind_name(FactKind::Polarity, language), x.1),
        verdict: Relation::Contradict,
        values,
        severity: Severity::High,
        confidence_0_1: f64::from((0.9 * told - 0.15).min(0.55)),
        explanation: explain::state(x, y, reason, language),
        score_parts: vec![("told again".into(), f64::from((told * 1000.0).round() / 1000.0))],
    }
    .fact(story, of)
}
