//! Pairs of slots that may hold values of one fact: those of aligned sentences, and those that stand apart but among the same words, with
//! what their values say of each other.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::score::{Features, probability};
use super::slots::{Filler, Slot};
use super::verdict::{self, Reason, UPDATE_MINUTES, Verdict};
use super::{Edge, PRECISE, attributes, changes, doubt, whole_year};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, Pair, View};
use crate::link::terms::Stem;
use crate::mentions::quantities::is_minute;
use crate::mentions::ranks::RANK;
use crate::model::{Bound, DateKind, DateMention, EntityKind, EntityMention, FactKind, Quantity, Relation};
use crate::text::clitics;

/// Of several edges between the same two slots the likeliest stays.
pub(super) fn best_edges(edges: &mut Vec<Edge>) {
    edges.sort_by(|x, y| (x.a, x.b).cmp(&(y.a, y.b)).then(y.p.total_cmp(&x.p)));
    edges.dedup_by(|later, first| (later.a, later.b) == (first.a, first.b));
}

/// Minutes by which the first was published after the second, when both times are known.
pub(super) fn later_minutes(a: &View, b: &View) -> Option<i64> {
    let (x, y) = (&a.reading.doc.article, &b.reading.doc.article);
    let (p, q) = (x.published_minute()?, y.published_minute()?);
    if x.published_has_time && y.published_has_time {
        return Some(p - q);
    }
    let days = x.published_date()?.since(y.published_date()?).ok()?.get_days();
    Some(i64::from(days) * 1440)
}

/// Counts that rise as news comes in.
pub(super) fn grows(role: &str) -> bool {
    matches!(role, "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued" | "body" | "abducted")
}

pub(super) fn slot_edges(
    views: &[View],
    slots: &[Vec<Slot>],
    (i, j): (usize, usize),
    pair: &Pair,
    out: &mut Vec<Edge>,
) {
    let (a, b) = (&views[i], &views[j]);
    let of = |k: usize, sentence: usize| {
        let from = slots[k].partition_point(|s| s.sentence < sentence);
        let to = slots[k].partition_point(|s| s.sentence <= sentence);
        from..to
    };
    for m in of(i, pair.a) {
        for n in of(j, pair.b) {
            let (s, t) = (&slots[i][m], &slots[j][n]);
            if s.kind != t.kind {
                continue;
            }
            let context = pair.context(a, s.at, b, t.at);
            let mut features = Features::of(&context, a, b, pair);
            if s.kind == FactKind::Number {
                features.companion = companion(a, &slots[i], m, b, &slots[j], n);
            }
            let Some(verdict) = value_verdict(a, s, b, t, &context, &mut features) else { continue };
            // a value that the other sentence has as well is one of two in both: 36 goals and 12 assists
            let times = |k: usize, sentence: usize, x: &Slot| {
                slots[k][of(k, sentence)].iter().filter(|o| o.kind == x.kind && o.value == x.value).count()
            };
            let [ax, ay, bx, by] = [times(i, pair.a, s), times(i, pair.a, t), times(j, pair.b, s), times(j, pair.b, t)];
            if verdict.relation == Relation::Contradict && (bx > 0 || ay > 0) && !(ax > bx && by > ay) {
                continue;
            }
            let one_sided = context.best() < ONE_STATEMENT || (context.near() < BOTH_SIDES && !context.framed());
            if verdict.relation != Relation::Agree
                && s.kind == FactKind::Number
                && !(context.framed() && context.dice >= 0.6)
                && (other_day(a, pair.a, b, pair.b)
                    || other_place(a, pair.a, b, pair.b)
                    || (verdict.relation == Relation::Contradict
                        && (features.same_role || one_sided)
                        && !shared_time(a, pair.a, b, pair.b)
                        && (other_time(a, pair.a, b, pair.b) || (one_sided && other_names(a, pair.a, b, pair.b)))))
            {
                continue;
            }
            out.push(Edge { a: (i, m), b: (j, n), verdict, features, p: 0.0 });
        }
    }
}

/// Minutes from which two articles are of two days.
const OTHER_DAY_MINUTES: i64 = 18 * 60;

/// Were two articles published on two days?
pub(super) fn published_apart(a: &View, b: &View) -> bool {
    later_minutes(a, b).is_some_and(|m| m.abs() > OTHER_DAY_MINUTES)
}

/// Do two sentences speak of different days (each names some, none in common)?
pub(super) fn other_day(a: &View, s: usize, b: &View, t: usize) -> bool {
    apart(&days_of(a, s), &days_of(b, t))
}

/// The first and last day of a date.
type Days = (Date, Date);

/// The dates that a sentence names.
fn days_of(v: &View, s: usize) -> Vec<Days> {
    let span = v.sentence_span(s);
    let dates = v.reading.mentions.dates.iter();
    let named = dates.filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && span.contains(d.span));
    named.filter_map(|d| d.earliest.zip(d.latest)).collect()
}

/// Are there days on both sides, and none in common?
fn apart(x: &[Days], y: &[Days]) -> bool {
    !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.iter().any(|q| p.0 <= q.1 && q.0 <= p.1))
}

/// Days before publication from which what a sentence tells is background.
const BACKGROUND_DAYS: i32 = 45;

/// Does one sentence tell of an earlier event (it names a day or year long past, or says so) and the other not, or do both tell of
/// earlier events of times that have no day in common?
pub(super) fn other_time(a: &View, s: usize, b: &View, t: usize) -> bool {
    let said = |v: &View, s: usize| {
        let sent = &v.sentences[s];
        (sent.from..sent.to.saturating_sub(1)).any(|t| {
            matches!(v.word(t), "وقت" | "الوقت") && v.word(t + 1) == "سابق" || matches!(v.word(t), "سبق" | "وسبق")
        })
    };
    let earlier = |v: &View, s: usize| -> Vec<Days> {
        let Some(today) = v.reading.doc.article.published_date() else { return Vec::new() };
        let past = |l: Date| l.until(today).is_ok_and(|s| s.get_days() > BACKGROUND_DAYS);
        days_of(v, s).into_iter().filter(|d| past(d.1)).collect()
    };
    let (x, y) = (earlier(a, s), earlier(b, t));
    let background = |v: &View, s: usize, days: &[Days]| !days.is_empty() || said(v, s);
    background(a, s, &x) != background(b, t, &y) || apart(&x, &y)
}

/// Do two sentences speak of different places (each names some, none in common or inside another)?
pub(super) fn other_place(a: &View, s: usize, b: &View, t: usize) -> bool {
    let places = |v: &View, s: usize| -> Vec<(Option<u32>, String)> {
        let span = v.reading.doc.sentences[s].span;
        v.reading
            .mentions
            .entities
            .iter()
            .filter(|e| e.kind == EntityKind::Place && span.contains(e.span))
            .map(|e| (e.entity, v.reading.doc.slice(e.span).to_string()))
            .collect()
    };
    let (x, y) = (places(a, s), places(b, t));
    !x.is_empty()
        && !y.is_empty()
        && !x
            .iter()
            .any(|p| y.iter().any(|q| (p.0.is_some() && p.0 == q.0) || !changes::differ(EntityKind::Place, &p.1, &q.1)))
}

/// Words around a slot that are looked at when its sentence has no aligned partner.
const WINDOW: usize = 10;
/// Likeness of the words around from which two counts or days in sentences that are not aligned are looked at.
const LEAST_NEAR: f32 = 0.12;
/// As much where their values exclude each other.
const LEAST_NEAR_OTHER: f32 = 0.22;

/// Telling stems around a slot, and the sum of their weights.
pub(super) type Window = (align::Bag, f32);

/// What stands around some words of a sentence.
pub(super) fn window(v: &View, sentence: usize, at: (usize, usize)) -> Window {
    let sent = &v.sentences[sentence];
    let (from, to) = (at.0.saturating_sub(WINDOW).max(sent.from), (at.1 + WINDOW).min(sent.to));
    v.bag((from..to).filter(|t| !(at.0..at.1).contains(t)))
}

/// Likeness of both sides below which one side alone speaks for one statement.
const BOTH_SIDES: f32 = 0.5;
/// Likeness of the words around two figures of one telling noun from which they are of one event.
const ONE_THING: f32 = 0.25;
/// Likeness of one side's words from which two figures are of one statement, whatever else the sentences name.
const ONE_STATEMENT: f32 = 0.7;

/// Do two sentences name persons, bodies and places, and none in common, in whatever spelling?
fn other_names(a: &View, s: usize, b: &View, t: usize) -> bool {
    let names = |v: &View, s: usize| -> Vec<(EntityKind, u32, String)> {
        let span = v.sentence_span(s);
        let inside = v.reading.mentions.entities.iter().filter(|e| span.contains(e.span));
        inside.filter_map(|e| Some((e.kind, e.entity?, v.reading.doc.slice(e.span).to_string()))).collect()
    };
    let (x, y) = (names(a, s), names(b, t));
    let one = |p: &(EntityKind, u32, String), q: &(EntityKind, u32, String)| {
        p.1 == q.1 || p.0 == q.0 && one_spelling(&p.2, &q.2)
    };
    !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.iter().any(|q| one(p, q)))
}

/// Are two names one but for their spelling, or one the end of the other (`الإسكندرية`, `محافظة الأسكندرية`)?
pub(super) fn one_spelling(x: &str, y: &str) -> bool {
    let (p, q) = (crate::lang::gaz::key(x), crate::lang::gaz::key(y));
    let end = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    crate::link::similarity::jaro_winkler(&p, &q) >= 0.93 || end(&p, &q) || end(&q, &p)
}

/// Days from publication from which a date that two sentences share says that both tell of one earlier event.
const EARLIER_DAYS: i32 = 4;

/// Do two sentences share a date long past (`في أغسطس الماضي`)?
pub(super) fn shared_time(a: &View, s: usize, b: &View, t: usize) -> bool {
    let dates = |v: &View, s: usize| -> Vec<String> {
        let span = v.sentence_span(s);
        let today = v.reading.doc.article.published_date();
        let past = |d: &&DateMention| {
            let days = today.zip(d.latest).and_then(|(t, l)| l.until(t).ok()).map_or(0, |s| s.get_days());
            days >= EARLIER_DAYS && matches!(d.kind, DateKind::Date | DateKind::Time)
        };
        let inside = v.reading.mentions.dates.iter().filter(|d| span.contains(d.span));
        inside.filter(past).map(|d| d.value.clone()).collect()
    };
    let (x, y) = (dates(a, s), dates(b, t));
    x.iter().any(|d| y.contains(d))
}

/// Slots in sentences that are not aligned: what is told in other words. Names by their first mention; counts of one
/// role, equal figures and days by the words around them.
pub(super) fn apart_edges(
    views: &[View],
    slots: &[Vec<Slot>],
    windows: &[Vec<Window>],
    (i, j): (usize, usize),
    pairs: &[Pair],
    out: &mut Vec<Edge>,
) {
    let (a, b) = (&views[i], &views[j]);
    for (m, s) in slots[i].iter().enumerate() {
        for (n, t) in slots[j].iter().enumerate() {
            if s.kind != t.kind || pairs.iter().any(|x| x.a == s.sentence && x.b == t.sentence) {
                continue;
            }
            let ((left, p), (right, q)) = (&windows[i][m], &windows[j][n]);
            let near = |both: f32| 2.0 * both / (p + q).max(0.5);
            let Some((verdict, mut features)) = apart_verdict(a, s, b, t, &|| near(align::overlap(left, right))) else {
                continue;
            };
            let both = align::overlap(left, right);
            let near = near(both);
            let named = matches!(s.filler, Filler::Name(_));
            // the counts of a headline and of a first sentence are those of the event
            let result = number_unit(a, s) == "score" && verdict.relation == Relation::Agree;
            let first = (features.same_role || result) && s.sentence <= 1 && t.sentence <= 1;
            let times = features.same_unit && number_unit(a, s) == "times" && governed(a, s, b, t);
            let counts = s.kind == FactKind::Number && (features.same_noun || result) && same_frame(a, s, b, t);
            let equal = s.kind == FactKind::Number
                && verdict.relation == Relation::Agree
                && if result { same_sides(a, s, b, t) } else { one_figure(a, s, b, t) };
            let least = if first || times || counts || equal {
                0.0
            } else if verdict.relation == Relation::Contradict && !features.same_role {
                LEAST_NEAR_OTHER
            } else {
                LEAST_NEAR
            };
            if !named && near < least {
                continue;
            }
            let (x, y) = (&a.sentences[s.sentence], &b.sentences[t.sentence]);
            let shared = align::shared(x, y);
            features.near = near;
            features.best = (both / p.min(*q).max(0.3)).min(1.0);
            features.dice = 2.0 * shared / (x.mass + y.mass).max(0.5);
            features.containment = (shared / x.mass.min(y.mass).max(0.5)).min(1.0);
            features.lead = s.sentence <= 2 && t.sentence <= 2;
            features.title = a.is_title(s.sentence) || b.is_title(t.sentence);
            features.apart = true;
            if counts || times {
                features.framed = true;
                (features.near, features.best) = (features.near.max(FRAMED.0), features.best.max(FRAMED.1));
            }
            if s.kind == FactKind::Number {
                features.companion = companion(a, &slots[i], m, b, &slots[j], n);
            }
            out.push(Edge { a: (i, m), b: (j, n), verdict, features, p: 0.0 });
        }
    }
}

/// The figure of a slot; None for other slots.
pub(super) fn quantity<'a>(v: &View<'a>, s: &Slot) -> Option<&'a Quantity> {
    match s.filler {
        Filler::Number(q) => Some(&v.reading.mentions.quantities[q]),
        _ => None,
    }
}

/// The date of a slot; None for other slots.
pub(super) fn date<'a>(v: &View<'a>, s: &Slot) -> Option<&'a DateMention> {
    match s.filler {
        Filler::Date(d) => Some(&v.reading.mentions.dates[d]),
        _ => None,
    }
}

/// Unit of a figure; nothing for other slots.
fn number_unit<'a>(v: &View<'a>, s: &Slot) -> &'a str {
    quantity(v, s).map_or("", |q| &q.unit)
}

/// Do two figures hang on one verb, in whatever person (`مددت مرتين`, `مدد ولايته ثلاث مرات`)?
fn governed(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let before = |v: &View, s: &Slot| -> Vec<String> {
        let from = s.at.0.saturating_sub(GOVERNOR).max(v.sentences[s.sentence].from);
        let telling = (from..s.at.0).filter(|t| v.weight[*t] >= LEAST_GOVERNOR);
        telling.map(|t| clitics::strip_conjunction(v.word(t)).to_string()).collect()
    };
    let others = before(b, t);
    let one =
        |x: &String, y: &String| x.chars().count() >= 3 && (y.starts_with(x.as_str()) || x.starts_with(y.as_str()));
    before(a, s).iter().any(|x| others.iter().any(|y| one(x, y) && y.chars().count() >= 3))
}

/// Do two figures with their nouns stand between the same words (`قبل أربع جولات من النهاية`)? Three of the two on each side.
fn same_frame(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let around = |v: &View, s: &Slot| -> [Option<(Stem, bool)>; 4] {
        let words = v.words_of(s.span);
        let sent = &v.sentences[s.sentence];
        let at = |k: Option<usize>| {
            k.filter(|k| (sent.from..sent.to).contains(k)).map(|k| (v.terms[k].stem, v.terms[k].light))
        };
        [words.start.checked_sub(2), words.start.checked_sub(1), Some(words.end), Some(words.end + 1)].map(at)
    };
    let (x, y) = (around(a, s), around(b, t));
    let same: Vec<bool> =
        x.iter().zip(&y).filter(|(p, q)| p.is_some() && p == q).map(|(p, _)| !p.unwrap_or_default().1).collect();
    same.len() >= 3 && same.contains(&true)
}

/// Likeness, of both sides and of the better one, that the same words on both sides of a figure are worth.
const FRAMED: (f32, f32) = (0.5, 0.8);
/// Words before a figure among which stands what it counts.
const GOVERNOR: usize = 4;
/// Weight of such a word.
const LEAST_GOVERNOR: f32 = 0.3;

/// The person named last before a figure in its sentence.
fn person_before(v: &View, s: &Slot) -> Option<u32> {
    let sentence = v.sentence_span(s.sentence);
    let persons = v.reading.mentions.entities.iter().filter(|e| e.kind == EntityKind::Person);
    let inside = persons.filter(|e| sentence.contains(e.span) && e.span.start < s.span.start);
    inside.max_by_key(|e| e.span.start).filter(|e| !kin_between(v, e.span.end, s.at.0)).and_then(|e| e.entity)
}

/// The noun of goals.
const GOAL: &str = "هدف";

/// Are two ages, or two counts of goals, those of two persons, by the nearest names before them? An age is another's as well where
/// only one stands by a name.
pub(super) fn other_person(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let (Some(p), Some(q)) = (quantity(a, s), quantity(b, t)) else { return false };
    let (x, y) = (person_before(a, s), person_before(b, t));
    match p.unit.as_str() {
        "month" => x != y,
        "" if p.noun == GOAL && q.noun == GOAL => x.zip(y).is_some_and(|(x, y)| x != y),
        _ => false,
    }
}

/// Does a word of kinship stand between a name and a figure (`وشقيقه البالغ 14 عاما`)? Then it is another's.
pub(crate) fn kin_between(v: &View, from: u32, to: usize) -> bool {
    static KIN: Words = Words::new(&words::COMPARING, "kin with a pronoun");
    (v.term_at(from)..to).any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        let bare = w.strip_prefix(['ب', 'ل']).unwrap_or(w);
        KIN.has(w) || KIN.has(bare)
    })
}

/// Verdict on two slots whose sentences are not aligned; None when nothing but chance brings them together.
fn apart_verdict(a: &View, s: &Slot, b: &View, t: &Slot, near: &dyn Fn() -> f32) -> Option<(Verdict, Features)> {
    let mut features = Features::default();
    match (s.filler, t.filler) {
        (Filler::Number(x), Filler::Number(y)) => {
            let (p, q) = (&a.reading.mentions.quantities[x], &b.reading.mentions.quantities[y]);
            if p.role != q.role || p.unit != q.unit {
                return None;
            }
            let persons = crate::mentions::quantities::counts_persons(&p.noun)
                && crate::mentions::quantities::counts_persons(&q.noun);
            features.same_role = !p.role.is_empty();
            features.same_unit = !p.unit.is_empty();
            features.same_noun = !p.noun.is_empty() && p.noun == q.noun;
            let verdict = count_verdict(a, s, p, b, t, q);
            if verdict.relation == Relation::Contradict && other_person(a, s, b, t) {
                return None;
            }
            if other_rank(p, q) {
                return None;
            }
            // results in other words are those of other matches
            if verdict.relation == Relation::Contradict && p.unit == "score" {
                return None;
            }
            features.precise = verdict.relation == Relation::Agree
                && (p.value.abs() >= PRECISE || p.value.fract() != 0.0 || p.unit == "score");
            let same_thing = features.same_noun || (features.same_role && persons);
            // 342 seats beside 324 members: two digits have changed places
            let slipped = verdict.relation == Relation::Contradict
                && p.unit.is_empty()
                && transposed(&s.value, &t.value)
                && near() >= LEAST_NEAR;
            let same_thing = same_thing || slipped;
            if !same_thing && !features.same_unit && !features.precise {
                return None;
            }
            let rival = same_thing || (features.same_unit && verdict.relation == Relation::Contradict);
            // passengers on board are those of one flight where the words around say so
            let telling = features.same_noun
                && !grows(&p.role)
                && !matches!(p.noun.as_str(), "شخص" | "آخر")
                && near() >= ONE_THING;
            // figures of two days are an earlier and a later state, unless one thing is spoken of
            let days = published_apart(a, b);
            let stale = verdict.relation == Relation::Contradict
                && days
                && !telling
                && !shared_time(a, s.sentence, b, t.sentence)
                && !same_frame(a, s, b, t);
            let apart = stale
                || other_day(a, s.sentence, b, t.sentence)
                || (verdict.relation == Relation::Contradict
                    && !shared_time(a, s.sentence, b, t.sentence)
                    && (other_names(a, s.sentence, b, t.sentence)
                        || (!telling && other_time(a, s.sentence, b, t.sentence))));
            if verdict.relation != Relation::Agree && (!rival || apart) {
                return None;
            }
            if verdict.relation == Relation::Contradict && (doubt::other_thing(a, s, b, t) || crossed(a, p, b, q)) {
                return None;
            }
            Some((verdict, features))
        }
        (Filler::Date(x), Filler::Date(y)) => {
            let (p, q) = (&a.reading.mentions.dates[x], &b.reading.mentions.dates[y]);
            Some((date_verdict(a, p, b, q)?, features))
        }
        (Filler::Name(x), Filler::Name(y)) => {
            let (p, q) = (&a.reading.mentions.entities[x], &b.reading.mentions.entities[y]);
            let same = s.first && t.first && p.entity.is_some() && p.entity == q.entity;
            let spelled = a.reading.doc.slice(p.span) == b.reading.doc.slice(q.span);
            let reason = if spelled { Reason::Same } else { Reason::Spelling };
            same.then_some((Verdict { relation: Relation::Agree, reason }, features))
        }
        _ => None,
    }
}

/// What all slots of a story tell of an edge: how early its values stand, how often, in how many articles, and whether
/// the other article has them too.
pub(super) fn standing(edges: &mut [Edge], views: &[View], slots: &[Vec<Slot>]) {
    type Key<'k> = (FactKind, &'k str);
    let mut spread: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (view, slots) in slots.iter().enumerate() {
        for s in slots {
            let at = spread.entry((s.kind, s.key())).or_default();
            if at.last() != Some(&view) {
                at.push(view);
            }
        }
    }
    let has = |view: usize, s: &Slot| spread[&(s.kind, s.key())].contains(&view);
    // the one slot of a sentence, of this kind and unit, whose value the other article does not have
    let only = |view: usize, own: usize, other: usize| -> bool {
        let s = &slots[view][own];
        let unit = |x: &Slot| number_unit(&views[view], x);
        let from = slots[view].partition_point(|x| x.sentence < s.sentence);
        slots[view][from..]
            .iter()
            .take_while(|x| x.sentence == s.sentence)
            .all(|x| std::ptr::eq(x, s) || x.kind != s.kind || unit(x) != unit(s) || has(other, x))
    };
    for e in edges {
        let (s, t) = (&slots[e.a.0][e.a.1], &slots[e.b.0][e.b.1]);
        e.features.first = s.first && t.first;
        e.features.early = 1.0 / (1.0 + 0.25 * s.sentence.max(t.sentence).saturating_sub(1) as f32);
        e.features.count = s.count.min(t.count).min(5) as f32 / 5.0;
        e.features.spread = spread[&(s.kind, s.key())].len() as f32 / slots.len() as f32;
        if e.verdict.relation != Relation::Agree {
            // in a copy of the sentence the value has been changed, wherever else it stands
            let copied = e.features.framed && e.features.dice >= COPY;
            e.features.elsewhere = !copied && (has(e.b.0, s) || has(e.a.0, t));
            e.features.residual =
                !e.features.apart && !e.features.elsewhere && only(e.a.0, e.a.1, e.b.0) && only(e.b.0, e.b.1, e.a.0);
            e.features.far = s.kind == FactKind::Number && far(views, slots, e.a, e.b);
            e.features.slip = s.kind == FactKind::Number && digit_slip(&s.value, &t.value);
        }
        e.p = probability(s.kind, e.verdict.relation, &e.features);
        if s.kind == FactKind::Number && e.verdict.relation == Relation::Contradict {
            e.p = e.p.max(lone(views, slots, e));
        }
    }
}

/// Chance of two counts of the dead, injured and the like at the top of two texts, each the first of its text, of which neither
/// text has the other: they are the counts of the event. Of the rows that it brought in over half of the corpus eight of nine were real.
const EVENT: f32 = 0.6;
/// Chance of two other figures of one noun or unit of which the same holds, when they are near in size.
const LONE: f32 = 0.5;
/// Least ratio of two such figures.
const NEAR_SIZE: f64 = 0.8;
/// Sentences, the headline included, that make the top of a text.
const TOP: usize = 3;

/// What two figures that differ are worth, when each is the first of its role, or of its noun and unit, in its text, and
/// neither text has the value of the other: 0 when not.
fn lone(views: &[View], slots: &[Vec<Slot>], e: &Edge) -> f32 {
    let figure = |n: (usize, usize)| quantity(&views[n.0], &slots[n.0][n.1]);
    let (Some(p), Some(q)) = (figure(e.a), figure(e.b)) else { return 0.0 };
    let role = !p.role.is_empty();
    let thing = |x: &Quantity, y: &Quantity| x.role == y.role && (role || x.noun == y.noun && x.unit == y.unit);
    let about = [p, q].iter().any(|x| x.bound == Bound::About);
    let ones = p.value.min(q.value) < 2.0 && p.noun != q.noun;
    if !thing(p, q) || about || ones || !role && p.noun.is_empty() && p.unit.is_empty() {
        return 0.0;
    }
    let alone = |n: (usize, usize), own: &Quantity, other: &Quantity| {
        let same = |s: &&Slot| quantity(&views[n.0], s).is_some_and(|x| thing(own, x));
        let earlier = slots[n.0][..n.1].iter().filter(|s| !views[n.0].is_title(s.sentence));
        earlier.filter(same).count() == 0
            && !slots[n.0].iter().filter(same).any(|s| quantity(&views[n.0], s).is_some_and(|x| x.value == other.value))
    };
    if !alone(e.a, p, q) || !alone(e.b, q, p) {
        return 0.0;
    }
    let top = [e.a, e.b].iter().all(|n| slots[n.0][n.1].sentence <= TOP);
    let ratio = p.value.min(q.value) / p.value.max(q.value).max(1e-9);
    if grows(&p.role) && top && (!e.features.far || e.features.companion) {
        EVENT
    } else if p.role != "aboard" && ratio >= NEAR_SIZE && (e.features.framed || !doubt::of_time(&p.unit)) {
        LONE
    } else {
        0.0
    }
}

/// Is one of two numbers less than half of the other? None at all is another state, not another size.
fn far(views: &[View], slots: &[Vec<Slot>], x: (usize, usize), y: (usize, usize)) -> bool {
    let number = |n: (usize, usize)| quantity(&views[n.0], &slots[n.0][n.1]).map_or(1.0, |q| q.value.abs());
    let (p, q) = (number(x), number(y));
    p.min(q) > 0.0 && p.min(q) < 0.5 * p.max(q)
}

/// Are two numbers of three digits or more the same but for two digits that have changed places?
fn transposed(x: &str, y: &str) -> bool {
    let mut digits = [x.as_bytes().to_vec(), y.as_bytes().to_vec()];
    let plain = digits.iter().all(|d| d.len() >= 3 && d.iter().all(u8::is_ascii_digit));
    digits.iter_mut().for_each(|d| d.sort_unstable());
    plain && x != y && digits[0] == digits[1] && digit_slip(x, y)
}

/// Are two numbers of two digits or more the same but for one digit, or for two that have changed places?
fn digit_slip(x: &str, y: &str) -> bool {
    let digits = |s: &str| -> Vec<u8> { s.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').collect() };
    let (p, q) = (digits(x), digits(y));
    if p.len() != q.len() || p.iter().filter(|b| b.is_ascii_digit()).count() < 2 {
        return false;
    }
    let apart: Vec<usize> = (0..p.len()).filter(|i| p[*i] != q[*i]).collect();
    match apart[..] {
        [_] => p.len() > 2,
        [i, j] => p[i] == q[j] && p[j] == q[i],
        _ => false,
    }
}

/// Do the sentences of two counts share another count of one role and value (`1500 injured` beside the killed)?
fn companion(a: &View, left: &[Slot], m: usize, b: &View, right: &[Slot], n: usize) -> bool {
    let others = |v: &View, all: &[Slot], own: usize| -> Vec<(String, u64)> {
        all.iter()
            .enumerate()
            .filter(|(k, s)| *k != own && s.sentence == all[own].sentence)
            .filter_map(|(_, s)| match s.filler {
                Filler::Number(x) => {
                    let q = &v.reading.mentions.quantities[x];
                    (!q.role.is_empty() || q.value >= 13.0)
                        .then(|| (format!("{}{}", q.role, q.unit), q.value.to_bits()))
                }
                _ => None,
            })
            .collect()
    };
    // a result is two counts
    if number_unit(a, &left[m]) == "score" && number_unit(b, &right[n]) == "score" {
        return true;
    }
    let theirs = others(b, right, n);
    others(a, left, m).iter().any(|x| theirs.contains(x))
}

/// Words that name a day by themselves.
static NAMED_DAY: Words = Words::new(&words::COMPARING, "day by itself");

/// Weekdays, last and next, without the article.
static DAY_NAME: Words = Words::new(&words::COMPARING, "weekday or turn of time");

/// Does a date expression name its day, month or year itself? A bare clock time or `ليلا` takes it from elsewhere.
fn names_day(x: &str) -> bool {
    crate::lang::gaz::key(x).split(' ').any(|w| {
        let bare = w.strip_prefix("ال").unwrap_or(w);
        w.len() == 4 && w.chars().all(|c| c.is_ascii_digit())
            || NAMED_DAY.has(w)
            || DAY_NAME.has(bare)
            || crate::mentions::quantities::is_month(w)
    })
}

/// Are two date expressions the same words (`الاثنين`, `يوم الاثنين`)? Then only the days of publication differ, and
/// whether a copy should have changed them is a question of dating.
fn same_words(x: &str, y: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        crate::lang::gaz::key(s).split(' ').filter(|w| w.chars().count() > 2).map(str::to_string).collect()
    };
    static NO_DATE: Words = Words::new(&words::COMPARING, "no date by itself");
    let (p, q) = (words(x), words(y));
    if p == q {
        return true;
    }
    static WEEKDAYS: Words = Words::new(&words::COMPARING, "weekday");
    let named = |w: &[String]| w.iter().any(|x| WEEKDAYS.has(x.as_str()));
    if named(&p) && named(&q) && !p.iter().any(|w| WEEKDAYS.has(w.as_str()) && q.contains(w)) {
        return false;
    }
    let digits = |s: &str| s.chars().any(char::is_numeric);
    !digits(x) && !digits(y) && p.iter().any(|w| q.contains(w) && !NO_DATE.has(w.as_str()))
}

/// Dice from which two sentences are copies of one.
const SAME_SENTENCE: f32 = 0.8;

/// Dice from which they are, whatever stands beside the value.
const COPIED_SENTENCE: f32 = 0.85;

/// Dice from which a sentence is a copy of another but for one value.
const COPY: f32 = 0.9;

/// Nouns for a count that may be an earlier one.
static TOLL: Words = Words::new(&words::COMPARING, "toll");

/// Adjectives of an earlier count.
static EARLIER: Words = Words::new(&words::COMPARING, "earlier");

/// Is a count told as an earlier one (`كانت حصيلة سابقة تحدثت عن تسعة قتلى`)?
fn superseded(v: &View, s: &Slot) -> bool {
    const BEFORE: usize = 9;
    let from = s.at.0.saturating_sub(BEFORE).max(v.sentences[s.sentence].from);
    (from..s.at.0).any(|t| {
        let w = clitics::strip_article(clitics::strip_conjunction(v.word(t)));
        TOLL.has(w) && (t + 1..(t + 4).min(v.terms.len())).any(|n| EARLIER.has(clitics::strip_article(v.word(n))))
    })
}

/// Likeness of sentences, or of the words around, from which two results are those of one match.
const ONE_RESULT: f32 = 0.6;

/// Minutes after which a lower toll is one that was put right.
const NEXT_DAY: i64 = 12 * 60;

/// Minutes after which a higher count of persons is a later one, whatever is counted; of some of them (children, medics) sooner.
const HALF_DAY: i64 = 10 * 60;
const TWO_HOURS: i64 = 2 * 60;

/// An exact figure as the lower bound that the same text gives it elsewhere.
fn at_least(v: &View, q: &Quantity) -> Option<Quantity> {
    let same = |o: &&Quantity| o.value == q.value && o.unit == q.unit && o.role == q.role && o.bound == Bound::AtLeast;
    let found = q.bound == Bound::Exact && !q.role.is_empty() && v.reading.mentions.quantities.iter().any(|o| same(&o));
    found.then(|| Quantity { bound: Bound::AtLeast, ..q.clone() })
}

/// Are two figures bounded alike (`more than 200`, `more than 160`), and neither a later count? In one wording they cannot both be meant.
pub(super) fn bounded_alike(a: &View, p: &Quantity, b: &View, q: &Quantity, verdict: Verdict) -> bool {
    let later = later_minutes(a, b).is_some_and(|m| m.abs() >= UPDATE_MINUTES);
    verdict.reason == Reason::Bound && p.bound == q.bound && !(later && (grows(&p.role) || grows(&q.role)))
}

/// Verdict on two counts, with what their nouns and their surroundings say beyond their values: a count told as an earlier
/// one is no rival of the new one, and the children among the dead are a part of the dead.
pub(super) fn count_verdict(a: &View, s: &Slot, p: &Quantity, b: &View, t: &Slot, q: &Quantity) -> Verdict {
    use crate::mentions::quantities::{counts_persons, is_part_of_persons};
    let later = later_minutes(a, b);
    let toll = grows(&p.role) && p.role == q.role;
    let settled = doubt::settled(a, s, p, b, t, q);
    let comes_in = || doubt::comes_in(a, s, p) && doubt::comes_in(b, t, q);
    let rising = !settled && (grows(&p.role) || grows(&q.role) || comes_in());
    let mut verdict = verdict::numbers(p, q, later, rising);
    // `18 injured` of a text that has `at least 18 injured` as well is a lower bound
    if verdict.relation == Relation::Contradict && (p.bound == Bound::AtLeast) != (q.bound == Bound::AtLeast) {
        let (least, told) = (at_least(a, p), at_least(b, q));
        verdict = verdict::numbers(least.as_ref().unwrap_or(p), told.as_ref().unwrap_or(q), later, rising);
    }
    if verdict.relation != Relation::Contradict {
        return verdict;
    }
    // persons counted half a day later and more of them
    let rises =
        !settled && p.unit.is_empty() && counts_persons(&p.noun) && counts_persons(&q.noun) && !p.noun.is_empty();
    let wait = if is_part_of_persons(&p.noun) && is_part_of_persons(&q.noun) { TWO_HOURS } else { HALF_DAY };
    let more = later.is_some_and(|m| if p.value > q.value { m >= wait } else { -m >= wait });
    if rises && more && p.role == q.role {
        return Verdict { relation: Relation::Compatible, reason: Reason::LaterUpdate };
    }
    // a toll that is lower the next day was put right
    let fewer = later.is_some_and(|m| if p.value < q.value { m >= NEXT_DAY } else { -m >= NEXT_DAY });
    let corrected = toll && fewer && !settled && !shared_time(a, s.sentence, b, t.sentence);
    if corrected || superseded(a, s) != superseded(b, t) {
        return Verdict { relation: Relation::Compatible, reason: Reason::LaterUpdate };
    }
    if let Some(reason) = doubt::reconciled(a, s, p, b, t, q) {
        return Verdict { relation: Relation::Compatible, reason };
    }
    let part = |small: &Quantity, large: &Quantity| {
        small.value < large.value
            && is_part_of_persons(&small.noun)
            && counts_persons(&large.noun)
            && !is_part_of_persons(&large.noun)
    };
    if part(p, q) || part(q, p) {
        return Verdict { relation: Relation::Compatible, reason: Reason::PartOfWhole };
    }
    verdict
}

/// Is one of two figures the minute of a goal, and the other one in brackets behind a scorer (`في الدقيقة 30`, `غوندوغان (31)`)?
fn one_minute(p: &Quantity, q: &Quantity) -> bool {
    let bare = |x: &Quantity| x.noun.is_empty() && x.unit.is_empty();
    (is_minute(p) && bare(q) || is_minute(q) && bare(p)) && attributes::one_goal(p.value, q.value)
}

/// Have the sentences of two figures other figures of the same things that lie nearer, crosswise: 121 and 79 seats beside 120
/// and 78 (for minutes of goals one such figure is enough)?
pub(super) fn crossed(a: &View, p: &Quantity, b: &View, q: &Quantity) -> bool {
    let apart = (p.value - q.value).abs();
    let beside = |v: &'_ View, of: &Quantity, value: &dyn Fn(f64) -> bool| {
        v.reading.mentions.quantities.iter().any(|o| {
            let same = o.noun == of.noun && o.unit == of.unit && o.role == of.role;
            o.sentence == of.sentence && o.span != of.span && same && value(o.value)
        })
    };
    // one that both texts have is no partner
    let nearer = |v: &View, of: &Quantity, w: &View, other: &Quantity| {
        beside(v, of, &|x| (x - other.value).abs() < apart && !beside(w, other, &|y| y == x))
    };
    let (left, right) = (nearer(a, p, b, q), nearer(b, q, a, p));
    left && right || (left || right) && is_minute(p) && is_minute(q)
}

/// Are two places in an order of two things, or not the same? Another place is mostly that of another (team, candidate, day).
fn other_rank(p: &Quantity, q: &Quantity) -> bool {
    p.unit == RANK && (p.noun != q.noun || p.value != q.value)
}

/// Digits before the zeros at the end from which two equal figures are of one thing, whatever they count (16,250 migrants).
const TELLING_DIGITS: usize = 3;
/// The same where nothing else is counted: 10 billion and some hundreds come about by chance, 75,000 dollars hardly.
const LEAST_DIGITS: usize = 2;

/// Digits of a figure without the zeros at its end.
fn telling_digits(value: f64) -> usize {
    let shown = format!("{}", value.abs());
    shown.trim_end_matches('0').chars().filter(char::is_ascii_digit).count()
}

/// Are two equal figures of one thing whatever stands around them? Those that are not round are, and counts of one noun; ranges, a
/// few years, a share without a fraction or a place in an order only by the words around, and nothing that is told of two times.
fn one_figure(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let (Some(p), Some(q)) = (quantity(a, s), quantity(b, t)) else { return false };
    if p.upper.is_some() || other_day(a, s.sentence, b, t.sentence) || other_time(a, s.sentence, b, t.sentence) {
        return false;
    }
    let digits = telling_digits(p.value);
    let large = p.value >= PRECISE && digits >= LEAST_DIGITS;
    let other_noun = !p.noun.is_empty() && !q.noun.is_empty() && p.noun != q.noun;
    let counted = !p.noun.is_empty() && p.noun == q.noun && p.role == q.role;
    match p.unit.as_str() {
        RANK => false,
        "" => !other_noun && large || counted || digits >= TELLING_DIGITS,
        "percent" => p.value.fract() != 0.0,
        // a few years are not many for being counted in months
        "month" => p.value >= 12.0 * PRECISE,
        _ => large,
    }
}

/// Tokens on each side of a result among which the sides stand.
const SIDES: usize = 14;

/// Do two results stand among the names of the same two sides?
pub(super) fn same_sides(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let sides = |v: &View, s: &Slot| -> Vec<u32> {
        let near = s.at.0.saturating_sub(SIDES)..s.at.1 + SIDES;
        let inside = |m: &&EntityMention| m.sentence as usize == s.sentence && near.contains(&v.term_at(m.span.start));
        let mut all: Vec<u32> = v.reading.mentions.entities.iter().filter(inside).filter_map(|m| m.entity).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let others = sides(b, t);
    sides(a, s).iter().filter(|x| others.contains(x)).count() >= 2
}

/// Verdict on two slots, None when they cannot be the same fact.
fn value_verdict(
    a: &View,
    s: &Slot,
    b: &View,
    t: &Slot,
    context: &align::Context,
    features: &mut Features,
) -> Option<Verdict> {
    match (s.filler, t.filler) {
        (Filler::Number(x), Filler::Number(y)) => {
            let (p, q) = (&a.reading.mentions.quantities[x], &b.reading.mentions.quantities[y]);
            let person = |n: &str| crate::mentions::quantities::counts_persons(n);
            if p.unit != q.unit {
                return None;
            }
            let both_roles = !p.role.is_empty() && !q.role.is_empty();
            if both_roles && p.role != q.role {
                return None;
            }
            features.same_role = both_roles;
            features.same_noun = !p.noun.is_empty() && p.noun == q.noun;
            features.same_unit = !p.unit.is_empty();
            let noun_conflict = !p.noun.is_empty() && !q.noun.is_empty() && p.noun != q.noun;
            let persons = person(&p.noun) && person(&q.noun);
            // the others are another group than those named, unless the same happened to both
            let others = !both_roles && (p.noun == "آخر") != (q.noun == "آخر");
            features.other_noun = noun_conflict && (others || !(persons && (both_roles || p.role == q.role)));
            let mut verdict = count_verdict(a, s, p, b, t, q);
            // the same sentence with another figure is no rounding and no second bound, and no later state of what does not rise
            let other = p.value != q.value || (p.upper != q.upper && p.upper.is_some() && q.upper.is_some());
            let tolls = grows(&p.role) || grows(&q.role) || doubt::comes_in(a, s, p) || doubt::comes_in(b, t, q);
            if (matches!(verdict.reason, Reason::Rounding | Reason::Bound | Reason::Range)
                || verdict.reason == Reason::LaterUpdate && !tolls)
                && other
                && p.bound == q.bound
                && p.upper.is_some() == q.upper.is_some()
                && (context.framed() && context.dice >= SAME_SENTENCE || context.dice >= COPIED_SENTENCE)
            {
                verdict = Verdict { relation: Relation::Contradict, reason: Reason::Different };
            }
            features.precise = verdict.relation == Relation::Agree
                && (p.value.abs() >= PRECISE || p.value.fract() != 0.0 || p.unit == "score");
            if verdict.relation == Relation::Contradict
                && !context.framed()
                && context.dice < SAME_SENTENCE
                && other_person(a, s, b, t)
            {
                return None;
            }
            if verdict.relation != Relation::Agree && features.other_noun || other_rank(p, q) {
                return None;
            }
            // goals many minutes apart are two goals
            let minutes = is_minute(p) && is_minute(q);
            let copied = context.framed() && context.dice >= SAME_SENTENCE;
            if verdict.relation == Relation::Contradict && minutes && !copied && !attributes::one_goal(p.value, q.value)
            {
                return None;
            }
            // a figure without its noun is of the other's thing only where the words around say so
            let of_one = both_roles || features.same_unit || features.companion && one_minute(p, q);
            let bare = p.noun.is_empty() != q.noun.is_empty() && !of_one;
            if verdict.relation == Relation::Contradict && bare && !context.framed() {
                return None;
            }
            // results of sets, of two legs; points of two teams in one table
            let loose = context.dice < ONE_RESULT && !(context.framed() && context.near() >= ONE_RESULT);
            if verdict.relation == Relation::Contradict && p.unit == "score" && loose {
                return None;
            }
            if verdict.relation == Relation::Contradict
                && p.unit == "point"
                && context.dice < ONE_RESULT
                && doubt::other_subject(a, s, b, t)
            {
                return None;
            }
            // tables of a league change from match to match
            let apart = p.unit == "point" || published_apart(a, b);
            if verdict.relation == Relation::Contradict && apart && context.dice < 0.7 && !context.framed() {
                return None;
            }
            if verdict.relation == Relation::Contradict
                && (doubt::other_thing(a, s, b, t) || context.dice < SAME_SENTENCE && crossed(a, p, b, q))
            {
                return None;
            }
            Some(verdict)
        }
        (Filler::Date(x), Filler::Date(y)) => {
            date_verdict(a, &a.reading.mentions.dates[x], b, &b.reading.mentions.dates[y])
        }
        (Filler::Name(x), Filler::Name(y)) => {
            let (p, q) = (&a.reading.mentions.entities[x], &b.reading.mentions.entities[y]);
            let same = match (p.entity, q.entity) {
                (Some(u), Some(v)) => u == v,
                _ => s.value == t.value,
            };
            if same {
                let spelled = a.reading.doc.slice(p.span) == b.reading.doc.slice(q.span);
                let reason = if spelled { Reason::Same } else { Reason::Spelling };
                return Some(Verdict { relation: Relation::Agree, reason });
            }
            let (x, y) = (a.reading.doc.slice(p.span), b.reading.doc.slice(q.span));
            if p.kind == q.kind && changes::spelt_alike(x, y) {
                return Some(Verdict { relation: Relation::Agree, reason: Reason::Spelling });
            }
            // another name is looked for where everything around it is the same: changes.rs
            None
        }
        _ => None,
    }
}

/// The words of a date expression that name a part of a period.
fn part_words(x: &str) -> Vec<String> {
    static PARTS: Words = Words::new(&words::COMPARING, "part of a period");
    let mut out: Vec<String> = crate::lang::gaz::key(x)
        .split(' ')
        .filter(|w| PARTS.has(w))
        .map(|w| w.trim_end_matches(['ا', 'ه']).to_string())
        .collect();
    out.sort_unstable();
    out
}

/// Verdict on two dates. Words that lean on the day of publication and are the same in both say nothing against each
/// other.
pub(super) fn date_verdict(a: &View, p: &DateMention, b: &View, q: &DateMention) -> Option<Verdict> {
    let (x, y) = (a.reading.doc.slice(p.span), b.reading.doc.slice(q.span));
    let mut verdict = verdict::dates(p, q)?;
    // one value, but `نهاية سبتمبر` says more than `سبتمبر`, `فجر الجمعة` than `صباح الجمعة`
    if verdict.relation == Relation::Agree && part_words(x) != part_words(y) {
        verdict = Verdict { relation: Relation::Compatible, reason: Reason::FinerGrain };
    }
    // today, Tuesday, beside today, Thursday
    let (u, v) = (p.expr.weekday, q.expr.weekday);
    if verdict.relation == Relation::Agree && u > 0 && v > 0 && u != v {
        verdict = Verdict { relation: Relation::Contradict, reason: Reason::Different };
    }
    let differ = verdict.relation == Relation::Contradict;
    // `Sunday` of a text that was written a week ago; a year beside a day
    let meet = || {
        use crate::compare::dating::events::{can_meet, possible};
        possible(a.reading, p).zip(possible(b.reading, q)).is_some_and(|(x, y)| can_meet(&x, &y))
    };
    if differ && (whole_year(p) != whole_year(q) || (u > 0) != (v > 0) && meet()) {
        return None;
    }
    (!differ || (names_day(x) && names_day(y) && !same_words(x, y))).then_some(verdict)
}
