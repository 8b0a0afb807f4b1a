//! Facts: typed slots of matched statements, compared.
//!
//! For each two articles of different outlets in a story, sentences are aligned by shared stems and words by the
//! heaviest common subsequence ([`crate::link::align`]). Slots that stand in the same surroundings ([`slots`]) hold values of one
//! fact; [`verdict`] says whether both can be true; [`score`] how likely the row is right; [`explain`] says it in a
//! sentence.

pub mod answers;
pub mod attributes;
pub mod changes;
pub mod days;
pub mod disputes;
pub mod doubt;
pub mod explain;
pub mod meetings;
pub mod order;
pub mod retold;
pub mod roles;
pub mod score;
pub mod slots;
pub mod sources;
pub mod states;
pub mod sums;
pub mod verdict;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::emit::tables::content_id;
use crate::link::align::{self, Pair, View};
use crate::link::stories::{Grouped, several_outlets};
use crate::link::terms::Stem;
use crate::model::*;
use crate::text::clitics;
use changes::{Change, changes, opposites};
use score::{Features, probability};
use slots::{Filler, Slot};
use verdict::{Reason, Verdict};

/// A value in a story: document, span, sentence and normal form.
type Place = (usize, Span, usize, String);
/// Two slots, each by document and index.
type NodePair = ((usize, usize), (usize, usize));

/// Two slots that may hold values of one fact.
#[derive(Debug, Clone)]
pub struct Edge {
    /// Story-local document and slot.
    pub a: (usize, usize),
    /// Story-local document and slot.
    pub b: (usize, usize),
    /// Verdict on the values.
    pub verdict: Verdict,
    /// What the surroundings look like.
    pub features: Features,
    /// Chance that an editor would list the pair under this verdict.
    pub p: f32,
}

/// Two stretches of text that say the same thing.
#[derive(Debug, Clone)]
pub struct Saying {
    /// Story-local document and span.
    pub a: (usize, Span),
    /// Story-local document and span.
    pub b: (usize, Span),
    /// Sentences.
    pub sentences: (usize, usize),
    /// quote (both inside a claim) or polarity (told by the outlets).
    pub kind: FactKind,
    /// Verdict.
    pub verdict: Verdict,
    /// Features.
    pub features: Features,
    /// Chance of being right.
    pub p: f32,
    /// Claims, when both are.
    pub claims: Option<(usize, usize)>,
}

/// A story prepared for comparison.
pub struct Story<'a> {
    /// Its documents.
    pub views: Vec<View<'a>>,
    /// Slots by document.
    pub slots: Vec<Vec<Slot>>,
    /// Candidate pairs of slots.
    pub edges: Vec<Edge>,
    /// Candidate pairs of statements.
    pub sayings: Vec<Saying>,
    /// Places where near-identical sentences differ.
    pub changes: Vec<Change>,
    /// Sentences of the bodies that correspond.
    pub told: Vec<retold::Told>,
}

impl<'a> Story<'a> {
    /// The figure of a slot, by document and index; None for other slots.
    fn figure(&self, n: (usize, usize)) -> Option<&'a Quantity> {
        quantity(&self.views[n.0], &self.slots[n.0][n.1])
    }
}

/// Compares all stories, in parallel. Cost: document pairs of different outlets inside a story, each the product of
/// the sentence counts plus word alignment of the aligned sentences.
pub fn compare(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    matches: &[ClaimMatch],
    language: Language,
) -> Vec<Fact> {
    compare_some(readings, entities, grouped, matches, language, |_| true)
}

/// Compares the stories of these ids only, as those that were parted.
pub fn compare_again(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    matches: &[ClaimMatch],
    language: Language,
    stories: &FxHashSet<String>,
) -> Vec<Fact> {
    compare_some(readings, entities, grouped, matches, language, |id| stories.contains(id))
}

/// Part of the score of rows that stand beside others on the same words; how alike two texts are is counted without them.
pub const BESIDE: &str = "beside others";

/// How many facts two documents both tell, whatever the verdict; the smaller index first.
pub fn shared(facts: &[Fact]) -> FxHashMap<(u32, u32), u32> {
    let mut out = FxHashMap::default();
    for f in facts.iter().filter(|f| f.score_parts.iter().all(|(part, _)| part != BESIDE)) {
        let mut documents: Vec<u32> = f.values.iter().map(|v| v.doc).collect();
        documents.sort_unstable();
        documents.dedup();
        for (n, a) in documents.iter().enumerate() {
            for b in &documents[n + 1..] {
                *out.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    out
}

fn compare_some(
    readings: &[Reading],
    entities: &[Entity],
    grouped: &Grouped,
    matches: &[ClaimMatch],
    language: Language,
    wanted: impl Fn(&str) -> bool + Sync,
) -> Vec<Fact> {
    let mut by_story: FxHashMap<&str, Vec<&ClaimMatch>> = FxHashMap::default();
    for m in matches {
        by_story.entry(&m.story).or_default().push(m);
    }
    let mut facts: Vec<Fact> = grouped
        .stories
        .par_iter()
        .flat_map_iter(|story| {
            if !wanted(&story.id) || !several_outlets(readings, &story.documents) {
                return Vec::new();
            }
            let matches = by_story.get(story.id.as_str()).map_or(&[][..], Vec::as_slice);
            let prepared = prepare(readings, entities, grouped, story, matches);
            facts_of(&prepared, entities, story, language)
        })
        .collect();
    sort(&mut facts);
    facts
}

/// The order of the tables: by story, kind and id.
pub fn sort(facts: &mut [Fact]) {
    facts.sort_by(|a, b| (&a.story, a.kind, &a.id).cmp(&(&b.story, b.kind, &b.id)));
}

/// Applies an editor's decisions on facts (rows of overrides.csv with kind `fact`): `ignore` leaves a fact out, `same`
/// and `different` set its verdict, `confirm` makes it sure. Gives what was applied, for the manifest.
pub fn decide(facts: &mut Vec<Fact>, decisions: &[crate::review::Override]) -> Vec<String> {
    let mut applied = Vec::new();
    for d in decisions.iter().filter(|d| d.kind == "fact") {
        let Some(at) = facts.iter().position(|f| f.id == d.left_id) else { continue };
        match d.action.as_str() {
            "ignore" => {
                facts.remove(at);
            }
            "same" => facts[at].verdict = Relation::Agree,
            "different" => facts[at].verdict = Relation::Contradict,
            "confirm" => {}
            _ => continue,
        }
        if let Some(f) = facts.get_mut(at).filter(|f| f.id == d.left_id) {
            f.confidence_0_1 = 1.0;
        }
        applied.push(format!("fact {}: {}", d.left_id, d.action));
    }
    applied
}

/// Aligns a story and collects candidates.
pub fn prepare<'a>(
    readings: &'a [Reading],
    entities: &[Entity],
    grouped: &Grouped,
    story: &crate::model::Story,
    matches: &[&ClaimMatch],
) -> Story<'a> {
    let mut documents = story.documents.clone();
    documents.sort_by_key(|d| (readings[*d as usize].doc.article.published_local, *d));
    let views: Vec<View> = documents.iter().map(|d| View::new(*d, &readings[*d as usize], &grouped.weights)).collect();
    let slots: Vec<Vec<Slot>> = views.iter().map(|v| slots::slots(v, entities)).collect();
    let windows: Vec<Vec<Window>> =
        views.iter().zip(&slots).map(|(v, all)| all.iter().map(|s| window(v, s)).collect()).collect();
    let mut edges = Vec::new();
    let mut sayings = Vec::new();
    // statements, days and values that agree may be told in other words, what differs not
    let families: Vec<View> = views.iter().map(View::in_families).collect();
    quotes(&families, matches, &mut sayings);
    let mut found = Vec::new();
    let mut alike = Vec::new();
    for i in 0..views.len() {
        for j in i + 1..views.len() {
            if !align::compared(&views, i, j) {
                continue;
            }
            let pairs = align::sentences(&views[i], &views[j]);
            for pair in &pairs {
                slot_edges(&views, &slots, (i, j), pair, &mut edges);
                changes(&views, (i, j), pair, &mut found);
            }
            apart_edges(&views, &slots, &windows, (i, j), &pairs, &mut edges);
            let pairs = align::sentences(&families[i], &families[j]);
            let from = edges.len();
            for pair in &pairs {
                slot_edges(&families, &slots, (i, j), pair, &mut edges);
            }
            let told = edges.split_off(from).into_iter().filter(|e| match e.verdict.relation {
                Relation::Agree => true,
                Relation::Compatible => fine(&families, &slots, e.a) && fine(&families, &slots, e.b),
                _ => false,
            });
            edges.extend(told);
            say(&families, (i, j), &pairs, &mut sayings);
            let body = |p: &&Pair| !views[i].is_title(p.a) && !views[j].is_title(p.b) && p.dice >= retold::LEAST;
            alike.extend(pairs.iter().filter(body).map(|p| retold::Told { a: (i, p.a), b: (j, p.b), dice: p.dice }));
        }
    }
    standing(&mut edges, &views, &slots);
    edges.retain(|e| {
        let kind = slots[e.a.0][e.a.1].kind;
        let number = e.verdict.relation == Relation::Contradict && kind == FactKind::Number;
        let written = e.p >= score::threshold(kind, e.verdict.relation) * 0.7;
        !number || !written || doubt::real(&doubt::parts(&views, &slots, e)) >= doubt::LEAST
    });
    best_edges(&mut edges);
    Story { views, slots, edges, sayings, changes: found, told: alike }
}

/// Is a slot a date of a month or less? A year beside a day says little.
fn fine(views: &[View], slots: &[Vec<Slot>], n: (usize, usize)) -> bool {
    match slots[n.0][n.1].filler {
        Filler::Date(d) => !whole_year(&views[n.0].reading.mentions.dates[d]),
        _ => false,
    }
}

/// Is a date more than a month?
fn whole_year(d: &DateMention) -> bool {
    d.earliest.zip(d.latest).is_some_and(|(e, l)| e.until(l).is_ok_and(|s| s.get_days() > 31))
}

/// Of several edges between the same two slots the likeliest stays.
fn best_edges(edges: &mut Vec<Edge>) {
    edges.sort_by(|x, y| (x.a, x.b).cmp(&(y.a, y.b)).then(y.p.total_cmp(&x.p)));
    edges.dedup_by(|later, first| (later.a, later.b) == (first.a, first.b));
}

/// Minutes by which the first was published after the second, when both times are known.
fn later_minutes(a: &View, b: &View) -> Option<i64> {
    let (x, y) = (&a.reading.doc.article, &b.reading.doc.article);
    let (p, q) = (x.published_minute()?, y.published_minute()?);
    if x.published_has_time && y.published_has_time {
        return Some(p - q);
    }
    let days = x.published_date()?.since(y.published_date()?).ok()?.get_days();
    Some(i64::from(days) * 1440)
}

/// Counts that rise as news comes in.
fn grows(role: &str) -> bool {
    matches!(role, "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued" | "body" | "abducted")
}

fn slot_edges(views: &[View], slots: &[Vec<Slot>], (i, j): (usize, usize), pair: &Pair, out: &mut Vec<Edge>) {
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

/// Do two sentences speak of different days (each names some, none in common)?
fn other_day(a: &View, s: usize, b: &View, t: usize) -> bool {
    let days = |v: &View, s: usize| -> Vec<(jiff::civil::Date, jiff::civil::Date)> {
        let span = v.reading.doc.sentences[s].span;
        v.reading
            .mentions
            .dates
            .iter()
            .filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && span.contains(d.span))
            .filter_map(|d| Some((d.earliest?, d.latest?)))
            .collect()
    };
    let (x, y) = (days(a, s), days(b, t));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.iter().any(|q| p.0 <= q.1 && q.0 <= p.1))
}

/// Days before publication from which what a sentence tells is background.
const BACKGROUND_DAYS: i32 = 45;

/// Does one sentence tell of an earlier event (it names a day or year long past, or says so) and the other not?
fn other_time(a: &View, s: usize, b: &View, t: usize) -> bool {
    let earlier = |v: &View, s: usize| -> bool {
        let sent = &v.sentences[s];
        let said = (sent.from..sent.to.saturating_sub(1)).any(|t| {
            matches!(v.word(t), "وقت" | "الوقت") && v.word(t + 1) == "سابق" || matches!(v.word(t), "سبق" | "وسبق")
        });
        let Some(today) = v.reading.doc.article.published_date() else { return said };
        let span = v.reading.doc.sentences[sent.index as usize].span;
        said || v.reading.mentions.dates.iter().any(|d| {
            matches!(d.kind, DateKind::Date | DateKind::Time)
                && span.contains(d.span)
                && d.latest.is_some_and(|l| l.until(today).is_ok_and(|s| s.get_days() > BACKGROUND_DAYS))
        })
    };
    earlier(a, s) != earlier(b, t)
}

/// Do two sentences speak of different places (each names some, none in common or inside another)?
fn other_place(a: &View, s: usize, b: &View, t: usize) -> bool {
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
type Window = (align::Bag, f32);

fn window(v: &View, s: &Slot) -> Window {
    let sent = &v.sentences[s.sentence];
    let (from, to) = (s.at.0.saturating_sub(WINDOW).max(sent.from), (s.at.1 + WINDOW).min(sent.to));
    v.bag((from..to).filter(|t| !(s.at.0..s.at.1).contains(t)))
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
        let span = v.reading.doc.sentences[v.sentences[s].index as usize].span;
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
fn one_spelling(x: &str, y: &str) -> bool {
    let (p, q) = (crate::lang::gaz::key(x), crate::lang::gaz::key(y));
    let end = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    crate::link::similarity::jaro_winkler(&p, &q) >= 0.93 || end(&p, &q) || end(&q, &p)
}

/// Days from publication from which a date that two sentences share says that both tell of one earlier event.
const EARLIER_DAYS: i32 = 4;

/// Do two sentences share a date long past (`في أغسطس الماضي`)?
fn shared_time(a: &View, s: usize, b: &View, t: usize) -> bool {
    let dates = |v: &View, s: usize| -> Vec<String> {
        let span = v.reading.doc.sentences[v.sentences[s].index as usize].span;
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
fn apart_edges(
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
            let least = if first || times || counts {
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
fn quantity<'a>(v: &View<'a>, s: &Slot) -> Option<&'a Quantity> {
    match s.filler {
        Filler::Number(q) => Some(&v.reading.mentions.quantities[q]),
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

/// Are two ages those of two persons, by the nearest names before them? True as well where only one stands by a name.
fn other_person(a: &View, s: &Slot, b: &View, t: &Slot) -> bool {
    let near = |v: &View, s: &Slot| -> Option<u32> {
        let sentence = v.reading.doc.sentences[v.sentences[s.sentence].index as usize].span;
        let persons = v.reading.mentions.entities.iter().filter(|e| e.kind == EntityKind::Person);
        let inside = persons.filter(|e| sentence.contains(e.span) && e.span.start < s.span.start);
        inside.max_by_key(|e| e.span.start).filter(|e| !kin_between(v, e.span.end, s.at.0)).and_then(|e| e.entity)
    };
    near(a, s) != near(b, t)
}

/// Does a word of kinship stand between a name and a figure (`وشقيقه البالغ 14 عاما`)? Then it is another's.
pub(crate) fn kin_between(v: &View, from: u32, to: usize) -> bool {
    const KIN: [&str; 14] = [
        "ابن",
        "ابنه",
        "ابنها",
        "ابنته",
        "ابنتها",
        "شقيقه",
        "شقيقها",
        "شقيقته",
        "شقيقتها",
        "والده",
        "والدته",
        "زوجته",
        "زوجها",
        "نجله",
    ];
    (v.term_at(from)..to).any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        let bare = w.strip_prefix(['ب', 'ل']).unwrap_or(w);
        KIN.contains(&w) || KIN.contains(&bare)
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
            if verdict.relation == Relation::Contradict && p.unit == "month" && other_person(a, s, b, t) {
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
            let days = later_minutes(a, b).is_some_and(|m| m.abs() > OTHER_DAY_MINUTES);
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
            if verdict.relation == Relation::Contradict && doubt::other_thing(a, s, b, t) {
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
fn standing(edges: &mut [Edge], views: &[View], slots: &[Vec<Slot>]) {
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

/// Does a date expression name its day, month or year itself? A bare clock time or `ليلا` takes it from elsewhere.
fn names_day(x: &str) -> bool {
    crate::lang::gaz::key(x).split(' ').any(|w| {
        let bare = w.strip_prefix("ال").unwrap_or(w);
        w.len() == 4 && w.chars().all(|c| c.is_ascii_digit())
            || matches!(w, "اليوم" | "امس" | "غدا" | "غد" | "الليله" | "البارحه")
            || matches!(
                bare,
                "احد"
                    | "اثنين"
                    | "ثلاثاء"
                    | "اربعاء"
                    | "خميس"
                    | "جمعه"
                    | "سبت"
                    | "ماضي"
                    | "ماضيه"
                    | "مقبل"
            )
            || crate::mentions::quantities::is_month(w)
    })
}

/// Are two date expressions the same words (`الاثنين`, `يوم الاثنين`)? Then only the days of publication differ, and
/// whether a copy should have changed them is a question of dating.
fn same_words(x: &str, y: &str) -> bool {
    let words = |s: &str| -> Vec<String> {
        crate::lang::gaz::key(s).split(' ').filter(|w| w.chars().count() > 2).map(str::to_string).collect()
    };
    const NO_DATE: [&str; 8] = ["الماضي", "الماضيه", "المقبل", "الجاري", "الحالي", "يوم", "العام", "الشهر"];
    let (p, q) = (words(x), words(y));
    if p == q {
        return true;
    }
    const WEEKDAYS: [&str; 7] = ["الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"];
    let named = |w: &[String]| w.iter().any(|x| WEEKDAYS.contains(&x.as_str()));
    if named(&p) && named(&q) && !p.iter().any(|w| WEEKDAYS.contains(&w.as_str()) && q.contains(w)) {
        return false;
    }
    let digits = |s: &str| s.chars().any(char::is_numeric);
    !digits(x) && !digits(y) && p.iter().any(|w| q.contains(w) && !NO_DATE.contains(&w.as_str()))
}

/// Dice from which two sentences are copies of one.
const SAME_SENTENCE: f32 = 0.8;

/// Dice from which they are, whatever stands beside the value.
const COPIED_SENTENCE: f32 = 0.85;

/// Dice from which a sentence is a copy of another but for one value.
const COPY: f32 = 0.9;

/// Is a count told as an earlier one (`كانت حصيلة سابقة تحدثت عن تسعة قتلى`)?
fn superseded(v: &View, s: &Slot) -> bool {
    const BEFORE: usize = 9;
    let from = s.at.0.saturating_sub(BEFORE).max(v.sentences[s.sentence].from);
    (from..s.at.0).any(|t| {
        let w = clitics::strip_article(clitics::strip_conjunction(v.word(t)));
        matches!(w, "حصيله" | "حصيلته" | "حصيلتها" | "احصاء" | "احصاءات" | "ارقام" | "ارقاما" | "تقديرات")
            && (t + 1..(t + 4).min(v.terms.len())).any(|n| {
                matches!(
                    clitics::strip_article(v.word(n)),
                    "سابقه" | "اوليه" | "اولي" | "سابقا" | "سابق" | "قديمه" | "ماضيه"
                )
            })
    })
}

/// Likeness of sentences, or of the words around, from which two results are those of one match.
const ONE_RESULT: f32 = 0.6;

/// Minutes after which a higher count of persons is a later one, whatever is counted; of some of them (children, medics) sooner.
const HALF_DAY: i64 = 10 * 60;
const TWO_HOURS: i64 = 2 * 60;

/// An exact figure as the lower bound that the same text gives it elsewhere.
fn at_least(v: &View, q: &Quantity) -> Option<Quantity> {
    let same = |o: &&Quantity| o.value == q.value && o.unit == q.unit && o.role == q.role && o.bound == Bound::AtLeast;
    let found = q.bound == Bound::Exact && !q.role.is_empty() && v.reading.mentions.quantities.iter().any(|o| same(&o));
    found.then(|| Quantity { bound: Bound::AtLeast, ..q.clone() })
}

/// Verdict on two counts, with what their nouns and their surroundings say beyond their values: a count told as an earlier
/// one is no rival of the new one, and the children among the dead are a part of the dead.
fn count_verdict(a: &View, s: &Slot, p: &Quantity, b: &View, t: &Slot, q: &Quantity) -> Verdict {
    use crate::mentions::quantities::{counts_persons, is_part_of_persons};
    let later = later_minutes(a, b);
    let grows = grows(&p.role) || grows(&q.role) || doubt::comes_in(a, s, p) && doubt::comes_in(b, t, q);
    let mut verdict = verdict::numbers(p, q, later, grows);
    // `18 injured` of a text that has `at least 18 injured` as well is a lower bound
    if verdict.relation == Relation::Contradict && (p.bound == Bound::AtLeast) != (q.bound == Bound::AtLeast) {
        let (least, told) = (at_least(a, p), at_least(b, q));
        verdict = verdict::numbers(least.as_ref().unwrap_or(p), told.as_ref().unwrap_or(q), later, grows);
    }
    if verdict.relation != Relation::Contradict {
        return verdict;
    }
    // persons counted half a day later and more of them
    let rises = p.unit.is_empty() && counts_persons(&p.noun) && counts_persons(&q.noun) && !p.noun.is_empty();
    let wait = if is_part_of_persons(&p.noun) && is_part_of_persons(&q.noun) { TWO_HOURS } else { HALF_DAY };
    let more = later.is_some_and(|m| if p.value > q.value { m >= wait } else { -m >= wait });
    if rises && more && p.role == q.role {
        return Verdict { relation: Relation::Compatible, reason: Reason::LaterUpdate };
    }
    if superseded(a, s) != superseded(b, t) {
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
            // the same sentence with another figure is no rounding and no second bound
            let other = p.value != q.value || (p.upper != q.upper && p.upper.is_some() && q.upper.is_some());
            if matches!(verdict.reason, Reason::Rounding | Reason::Bound | Reason::Range)
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
                && p.unit == "month"
                && !context.framed()
                && context.dice < SAME_SENTENCE
                && other_person(a, s, b, t)
            {
                return None;
            }
            if verdict.relation != Relation::Agree && features.other_noun {
                return None;
            }
            // goals many minutes apart are two goals
            let minutes = [&p.noun, &q.noun].iter().all(|n| n.as_str() == crate::mentions::quantities::MINUTE);
            let copied = context.framed() && context.dice >= SAME_SENTENCE;
            if verdict.relation == Relation::Contradict && minutes && !copied && !attributes::one_goal(p.value, q.value)
            {
                return None;
            }
            // a figure without its noun is of the other's thing only where the words around say so
            let bare = p.noun.is_empty() != q.noun.is_empty() && !both_roles && !features.same_unit;
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
            let apart = p.unit == "point" || later_minutes(a, b).is_some_and(|m| m.abs() > OTHER_DAY_MINUTES);
            if verdict.relation == Relation::Contradict && apart && context.dice < 0.7 && !context.framed() {
                return None;
            }
            if verdict.relation == Relation::Contradict && doubt::other_thing(a, s, b, t) {
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
    const PARTS: [&str; 18] = [
        "نهايه",
        "اواخر",
        "منتصف",
        "مطلع",
        "بدايه",
        "اوائل",
        "فجر",
        "فجرا",
        "صباح",
        "صباحا",
        "ظهر",
        "عصر",
        "مساء",
        "ليل",
        "ليله",
        "ليلا",
        "مبكر",
        "متاخر",
    ];
    let mut out: Vec<String> = crate::lang::gaz::key(x)
        .split(' ')
        .filter(|w| PARTS.contains(w))
        .map(|w| w.trim_end_matches(['ا', 'ه']).to_string())
        .collect();
    out.sort_unstable();
    out
}

/// Verdict on two dates. Words that lean on the day of publication and are the same in both say nothing against each
/// other.
fn date_verdict(a: &View, p: &DateMention, b: &View, q: &DateMention) -> Option<Verdict> {
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

/// Matched claims as statements.
fn quotes(views: &[View], matches: &[&ClaimMatch], out: &mut Vec<Saying>) {
    let local: FxHashMap<u32, usize> = views.iter().enumerate().map(|(i, v)| (v.doc, i)).collect();
    for m in matches {
        let (Some(i), Some(j)) = (local.get(&m.a.doc).copied(), local.get(&m.b.doc).copied()) else { continue };
        let (a, b) = (&views[i], &views[j]);
        let (p, q) = (&a.reading.mentions.claims[m.a.claim as usize], &b.reading.mentions.claims[m.b.claim as usize]);
        if p.kind == ClaimKind::Narrated || q.kind == ClaimKind::Narrated {
            continue;
        }
        let (s, t) = (a.reading.doc.sentence_at(p.span.start), b.reading.doc.sentence_at(q.span.start));
        let wording = wording(a, p.span, b, q.span);
        let features = Features {
            dice: wording.0,
            containment: wording.1,
            mass: wording.2,
            density: wording.0,
            lead: s <= 2 && t <= 2,
            title: a.reading.doc.sentences[s].is_title || b.reading.doc.sentences[t].is_title,
            same_speaker: crate::link::claims::same_speaker(p, q) == Some(true),
            direct: p.kind == ClaimKind::Direct && q.kind == ClaimKind::Direct,
            ..Features::default()
        };
        let verdict = match m.relation {
            Relation::Contradict => Verdict { relation: Relation::Contradict, reason: Reason::Denied },
            Relation::Compatible | Relation::Related => {
                Verdict { relation: Relation::Compatible, reason: Reason::Fuller }
            }
            _ if wording.0 >= 0.85 => Verdict { relation: Relation::Agree, reason: Reason::Wording },
            _ => Verdict { relation: Relation::Agree, reason: Reason::Paraphrase },
        };
        let p_right = probability(FactKind::Quote, verdict.relation, &features);
        out.push(Saying {
            a: (i, p.span),
            b: (j, q.span),
            sentences: (s, t),
            kind: FactKind::Quote,
            verdict,
            features,
            p: p_right,
            claims: Some((m.a.claim as usize, m.b.claim as usize)),
        });
    }
}

/// Dice, containment and weight of the telling stems that two stretches share.
fn wording(a: &View, x: Span, b: &View, y: Span) -> (f32, f32, f32) {
    let ((p, mp), (q, mq)) = (a.bag(a.words_of(x)), b.bag(b.words_of(y)));
    let both = align::overlap(&p, &q);
    ((2.0 * both / (mp + mq).max(0.01)).min(1.0), (both / mp.min(mq).max(0.01)).min(1.0), both)
}

/// Statements: the parts of aligned sentences that correspond, and pairs of claims.
fn say(views: &[View], (i, j): (usize, usize), pairs: &[Pair], out: &mut Vec<Saying>) {
    let (a, b) = (&views[i], &views[j]);
    for (pair, (from, to)) in pairs.iter().flat_map(|p| stretches(a, b, p).into_iter().map(move |s| (p, s))) {
        let (l, r) = (pair.links[from], pair.links[to]);
        let (a_range, b_range) = ((l.0 as usize, r.0 as usize + 1), (l.1 as usize, r.1 as usize + 1));
        let told = pair.links[from..=to].iter().filter(|l| !named(a, l.0 as usize)).map(|l| a.weight[l.0 as usize]);
        if told.sum::<f32>() < LEAST_TOLD {
            continue;
        }
        let linked: f32 = pair.links[from..=to].iter().map(|l| a.weight[l.0 as usize]).sum();
        let mass = |v: &View, r: (usize, usize)| v.weight[r.0..r.1].iter().sum::<f32>();
        let density = linked / (0.5 * (mass(a, a_range) + mass(b, b_range))).max(0.01);
        let context = pair.context(a, a_range, b, b_range);
        let mut features = Features::of(&context, a, b, pair);
        features.density = density.min(1.0);
        features.mass = linked;
        let links = &pair.links[from..=to];
        if other_counts(a, a_range, b, b_range) || opposites(a, a_range, b, b_range, links) {
            continue;
        }
        let kind = FactKind::Polarity;
        let reason = if density >= 0.85 { Reason::Wording } else { Reason::Paraphrase };
        let verdict = if hedged(a, a_range) != hedged(b, b_range) {
            Verdict { relation: Relation::Compatible, reason: Reason::Hedged }
        } else {
            Verdict { relation: Relation::Agree, reason }
        };
        let p = probability(kind, verdict.relation, &features);
        out.push(Saying {
            a: (i, whole_clause(a, a_range)),
            b: (j, whole_clause(b, b_range)),
            sentences: (pair.a, pair.b),
            kind,
            verdict,
            features,
            p,
            claims: None,
        });
    }
}

/// Words that a statement may lack on each side to reach the end of its clause.
const LACKING: usize = 4;

/// Source span of words `from..to`, with the few words that are missing to the marks or ends of the sentence around,
/// or else with those that say nothing without their neighbour: `لم تدع` and not `تدع`, `غير صالح` and not `غير`.
fn whole_clause(v: &View, (from, to): (usize, usize)) -> Span {
    let doc = &v.reading.doc;
    let (first, last) = (v.terms[from].token as usize, v.terms[to - 1].token as usize);
    let sentence = doc.sentence_tokens(doc.sentence_at(doc.tokens[first].span.start));
    let word = |t: &usize| doc.tokens[*t].kind != TokenKind::Punct;
    let leans = |t: usize| doubt::is(clitics::strip_conjunction(doc.fold_of(t)), "leaning");
    let before = (sentence.start..first).rev().take_while(word).take(LACKING + 1);
    let after = (last + 1..sentence.end).take_while(word).take(LACKING + 1);
    let (before, after) = (before.count(), after.count());
    let before = if before > LACKING { usize::from(leans(first - 1)) } else { before };
    let after = if after > LACKING { usize::from(leans(last)) } else { after };
    doc.span_of(first - before, last + 1 + after)
}

/// Weight of the corresponding words outside names and titles that makes a statement: a name with an office is none.
const LEAST_TOLD: f32 = 0.5;

/// Is a word part of a name or of the office before it?
fn named(v: &View, term: usize) -> bool {
    let at = v.span(term, term + 1);
    let mut entities = v.reading.mentions.entities.iter();
    entities.any(|e| e.span.overlaps(at) || e.role.is_some_and(|r| r.overlaps(at)))
}

/// Do two stretches both count, and nothing alike (`خمسة مواقع`, `عشرة مواقع`)? The word behind a stretch belongs to it
/// (`في الدقيقة 57`). Days are no counts: one event that two texts date otherwise is told by both.
fn other_counts(a: &View, x: (usize, usize), b: &View, y: (usize, usize)) -> bool {
    let counts = |v: &View, r: (usize, usize)| -> Vec<f64> {
        let span = v.span(r.0, (r.1 + 1).min(v.terms.len()));
        let quantities = v.reading.mentions.quantities.iter().filter(|q| q.span.overlaps(span));
        quantities.flat_map(|q| [Some(q.value), q.upper]).flatten().collect()
    };
    let (p, q) = (counts(a, x), counts(b, y));
    !p.is_empty() && !q.is_empty() && !p.iter().any(|n| q.contains(n))
}

/// Is something in a stretch expected, likely or planned only?
fn hedged(v: &View, (from, to): (usize, usize)) -> bool {
    (from.saturating_sub(3)..to).any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        doubt::is(w, "hedge") || doubt::is(clitics::strip_article(w), "hedge")
    })
}

/// Words without counterpart count this much against a stretch.
const GAP: f32 = 0.55;
/// Weight of the least stretch worth a row: two telling words.
const LEAST_STRETCH: f32 = 0.9;

/// Stretches of corresponding words worth a row, the heaviest first: first and last link of each.
fn stretches(a: &View, b: &View, pair: &Pair) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open = vec![(0, pair.links.len())];
    while let Some((low, high)) = open.pop() {
        if let Some((from, to)) = core(a, b, &pair.links[low..high]) {
            out.push((low + from, low + to));
            open.push((low, low + from));
            open.push((low + to + 1, high));
        }
    }
    out
}

/// The heaviest stretch of corresponding words: first and last link.
fn core(a: &View, b: &View, links: &[(u32, u32)]) -> Option<(usize, usize)> {
    let (mut best, mut at) = (0f32, None);
    let (mut sum, mut from) = (0f32, 0usize);
    for (k, (i, j)) in links.iter().enumerate() {
        let weight = a.weight[*i as usize];
        if k > 0 {
            let (pi, pj) = links[k - 1];
            let gap = |v: &View, x: u32, y: u32| v.weight[x as usize + 1..y as usize].iter().sum::<f32>();
            sum -= GAP * 0.5 * (gap(a, pi, *i) + gap(b, pj, *j));
        }
        if sum <= 0.0 {
            sum = 0.0;
            from = k;
        }
        sum += weight;
        if sum > best {
            best = sum;
            at = Some((from, k));
        }
    }
    at.filter(|_| best >= LEAST_STRETCH)
}

/// A group of slots: values of one fact.
struct Group {
    members: Vec<(usize, usize)>,
}

fn facts_of(story: &Story, entities: &[Entity], of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut facts = slot_facts(story, of, language);
    facts.extend(change_facts(story, of, language));
    facts.extend(attributes::facts(story, of, entities, &facts, language));
    facts.extend(meetings::facts(story, of, language));
    facts.extend(states::facts(story, of, language));
    facts.extend(sums::facts(story, of, language));
    facts.extend(order::facts(story, of, language));
    facts.extend(disputes::facts(story, of, language));
    facts.extend(states::denials(story, of, language));
    let roles = roles::facts(story, of, entities, &mut facts, language);
    facts.extend(roles);
    // a sentence with a contradicted value inside is not itself agreed on
    let disputed: Vec<Fact> = facts.iter().filter(|f| f.verdict == Relation::Contradict).cloned().collect();
    let undisputed = |f: &Fact| f.verdict != Relation::Agree || !disputed.iter().any(|d| opposed(f, d));
    facts.extend(saying_facts(story, of, language).into_iter().filter(undisputed));
    facts.extend(attribution_facts(story, of, language));
    facts.extend(sources::facts(story, of, &facts, language));
    facts.extend(retold::facts(story, of, &facts, language));
    let mut seen = rustc_hash::FxHashSet::default();
    facts.retain(|f| seen.insert(f.id.clone()));
    facts
}

/// Does a fact hold two values of a contradiction that differ? Sentences that give the one side of it agree.
fn opposed(f: &Fact, contradiction: &Fact) -> bool {
    let within = |v: &&FactValue| f.values.iter().any(|w| w.doc == v.doc && w.span.contains(v.span));
    let mut inside = contradiction.values.iter().filter(within);
    inside.next().is_some_and(|first| inside.any(|v| v.value != first.value))
}

/// Differing places of near-identical sentences, those at one place together.
fn change_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut order: Vec<&Change> =
        story.changes.iter().filter(|c| c.p >= score::threshold(c.kind, Relation::Contradict)).collect();
    order.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut groups: Vec<(Vec<Place>, &Change)> = Vec::new();
    for c in order {
        let x = (c.a.0, c.a.1, c.sentences.0, c.values.0.clone());
        let y = (c.b.0, c.b.1, c.sentences.1, c.values.1.clone());
        match groups.iter_mut().find(|(m, first)| first.kind == c.kind && (m.contains(&x) || m.contains(&y))) {
            Some((members, _)) => {
                for n in [x, y] {
                    if !members.iter().any(|m| m.0 == n.0) {
                        members.push(n);
                    }
                }
            }
            None => groups.push((vec![x, y], c)),
        }
    }
    groups
        .into_iter()
        .map(|(mut members, first)| {
            members.sort_by_key(|m| (story.views[m.0].doc, m.1));
            let values: Vec<FactValue> = members
                .iter()
                .map(|(view, span, sentence, value)| {
                    let view = &story.views[*view];
                    FactValue {
                        doc: view.doc,
                        span: *span,
                        value: value.clone(),
                        evidence: view.reading.doc.sentences[*sentence].span,
                        speaker_name: speaker_at(view, *span),
                        reason: explain::reason(first.verdict.reason, language).to_string(),
                    }
                })
                .collect();
            // two speakers who disagree are not two outlets that disagree
            let speakers: Vec<&str> =
                values.iter().map(|v| v.speaker_name.as_str()).filter(|s| !s.is_empty()).collect();
            let between = speakers.len() == values.len() && speakers.iter().any(|s| *s != speakers[0]);
            let reason = if between && first.kind == FactKind::Polarity {
                Reason::BetweenSpeakers
            } else {
                first.verdict.reason
            };
            let mut fact = Fact {
                id: String::new(),
                story: of.id.clone(),
                kind: first.kind,
                subject: explain::change_subject(story, first),
                verdict: Relation::Contradict,
                values,
                severity: if first.kind == FactKind::Organisation { Severity::Medium } else { Severity::High },
                confidence_0_1: f64::from(score::confidence(first.kind, first.p)),
                explanation: explain::change(story, first, reason, language),
                score_parts: vec![("sentence dice".into(), f64::from(first.dice))],
                pairs: Vec::new(),
            };
            fact.id = fact_id(story, &fact);
            fact
        })
        .collect()
}

/// Least likeness of two statements from which their sources are compared.
const SAME_STATEMENT: f32 = 0.42;

/// As much where a text names other sources beside them.
const SECOND_SOURCE: f32 = 0.6;

/// Do two descriptions mean one source (`دبلوماسيو`, `ديبلوماسيون`; `السفارة السعودية`, `السفارة السعودية في واشنطن`)?
fn one_source(x: &str, y: &str) -> bool {
    let (p, q) = (crate::lang::gaz::key(x), crate::lang::gaz::key(y));
    let words = |k: &str| -> Vec<u32> {
        k.split(' ')
            .filter(|w| w.chars().count() > 2)
            .map(|w| crate::link::terms::hash(crate::link::terms::stem(w)))
            .collect()
    };
    let (v, w) = (words(&p), words(&q));
    let shared = v.iter().filter(|x| w.contains(x)).count();
    crate::link::similarity::jaro_winkler(&p, &q) >= 0.88 || shared * 3 >= v.len().max(w.len()).max(1) * 2
}

/// Likeness from which two quotations in marks are one quotation.
const SAME_QUOTATION: f32 = 0.9;
/// Weight of a quotation that two persons do not say by chance.
const LEAST_QUOTATION: f32 = 2.5;

/// Are the speakers two named persons, certainly not one?
fn two_persons(a: &View, p: &Claim, b: &View, q: &Claim) -> bool {
    // the name itself, not a pronoun or a role that was resolved to it
    let by_name = |c: &Claim, v: &View| {
        let said = c.speaker.map(|s| crate::lang::gaz::key(v.reading.doc.slice(s))).unwrap_or_default();
        crate::lang::gaz::key(&c.speaker_name).split(' ').any(|w| said.split(' ').any(|x| x == w))
    };
    by_name(p, a)
        && by_name(q, b)
        && p.speaker_kind == SpeakerKind::Named
        && q.speaker_kind == SpeakerKind::Named
        && p.speaker_entity.is_some()
        && q.speaker_entity.is_some()
        && changes::differ(EntityKind::Person, &p.speaker_name, &q.speaker_name)
        && !one_source(&p.speaker_name, &q.speaker_name)
        && !alike_parts(&p.speaker_name, &q.speaker_name)
}

/// Do two names share a part, in whatever spelling (`آيتكنهيد`, `أيتكينهيد`)?
fn alike_parts(x: &str, y: &str) -> bool {
    let (p, q) = (crate::lang::gaz::key(x), crate::lang::gaz::key(y));
    let parts = |k: &str| -> Vec<String> { k.split([' ', '-']).map(str::to_string).collect() };
    let (p, q) = (parts(&p), parts(&q));
    p.iter().any(|v| q.iter().any(|w| v.chars().count() > 3 && crate::link::similarity::jaro_winkler(v, w) >= 0.84))
}

/// Who said what two outlets carry: the same source once a story, other sources beside each other.
fn attribution_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    let mut sayings: Vec<&Saying> =
        story.sayings.iter().filter(|s| s.claims.is_some() && s.features.density >= SAME_STATEMENT).collect();
    sayings.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let value = |view: usize, c: &Claim, span: Span, sentence: usize, verdict: Verdict| {
        let v = &story.views[view];
        FactValue {
            doc: v.doc,
            span,
            value: c.speaker_name.clone(),
            evidence: v.reading.doc.sentences[sentence].span,
            speaker_name: c.speaker_name.clone(),
            reason: explain::reason(verdict.reason, language).to_string(),
        }
    };
    // sources by statement: groups of claims that correspond
    let mut groups: Vec<(Vec<FactValue>, Relation, &Saying)> = Vec::new();
    let mut besides: Vec<usize> = Vec::new();
    let mut rivals: Vec<(String, String)> = Vec::new();
    for s in sayings {
        let Some((x, y)) = s.claims else { continue };
        let (p, q) = (&story.views[s.a.0].reading.mentions.claims[x], &story.views[s.b.0].reading.mentions.claims[y]);
        let (Some(sp), Some(sq)) = (p.speaker, q.speaker) else { continue };
        if p.speaker_name.is_empty() || q.speaker_name.is_empty() {
            continue;
        }
        let verdict = if crate::link::claims::same_speaker(p, q) == Some(true) {
            Verdict { relation: Relation::Agree, reason: Reason::Same }
        } else if s.features.direct
            && s.features.density >= SAME_QUOTATION
            && s.features.mass >= LEAST_QUOTATION
            && two_persons(&story.views[s.a.0], p, &story.views[s.b.0], q)
        {
            Verdict { relation: Relation::Contradict, reason: Reason::Different }
        } else {
            Verdict { relation: Relation::Compatible, reason: Reason::OtherSource }
        };
        let pair = [value(s.a.0, p, sp, s.sentences.0, verdict), value(s.b.0, q, sq, s.sentences.1, verdict)];
        let at = groups.iter().position(|(values, _, _)| {
            values.iter().any(|v| pair.iter().any(|w| w.doc == v.doc && w.span == v.span))
                || (verdict.relation == Relation::Agree
                    && values.iter().any(|v| v.value == pair[0].value || v.value == pair[1].value))
        });
        // a text that names two sources is not made to name one
        let told = |g: &(Vec<FactValue>, Relation, &Saying)| {
            pair.iter().all(|v| g.0.iter().all(|w| w.doc != v.doc || w.span == v.span || w.value == v.value))
        };
        let twice = |g: &(Vec<FactValue>, Relation, &Saying)| {
            pair.iter().all(|v| g.0.iter().any(|w| w.doc == v.doc && w.value == v.value))
        };
        // a statement inside another (`the minister said that the leader told him`) has both speakers in both texts
        let nested = |view: usize, own: &Claim, other: &Claim| {
            story.views[view].reading.mentions.claims.iter().any(|c| {
                c.span != own.span
                    && c.span.overlaps(own.span)
                    && crate::link::claims::same_speaker(c, other) == Some(true)
            })
        };
        let second = s.features.density < SECOND_SOURCE || nested(s.a.0, p, q) || nested(s.b.0, q, p);
        if at.is_some_and(|at| !told(&groups[at])) && (second || groups.iter().any(twice)) {
            continue;
        }
        let group = match at.filter(|at| told(&groups[*at])) {
            Some(at) => &mut groups[at],
            None => {
                if at.is_some() {
                    besides.push(groups.len());
                }
                groups.push((Vec::new(), Relation::Agree, s));
                groups.last_mut().expect("just pushed")
            }
        };
        for v in pair {
            if !group.0.iter().any(|w| w.doc == v.doc) {
                group.0.push(v);
            }
        }
        if verdict.relation == Relation::Contradict {
            rivals.push((p.speaker_name.clone(), q.speaker_name.clone()));
        }
        if verdict.relation == Relation::Contradict || group.1 == Relation::Agree {
            (group.1, group.2) = (verdict.relation, s);
        }
    }
    for (n, (mut values, relation, s)) in groups.into_iter().enumerate() {
        // the same source is part of the statement's own row
        if relation == Relation::Agree || values.iter().all(|v| one_source(&v.value, &values[0].value)) {
            continue;
        }
        values.sort_by_key(|v| (v.doc, v.span));
        let reason = if relation == Relation::Contradict { Reason::Different } else { Reason::OtherSource };
        let verdict = Verdict { relation, reason };
        values.iter_mut().for_each(|v| v.reason = explain::reason(reason, language).to_string());
        // of the sources of one quotation only two named persons exclude each other
        let is_rival = |a: &str, b: &str| rivals.iter().any(|(p, q)| (p == a && q == b) || (p == b && q == a));
        let pairs = values
            .iter()
            .enumerate()
            .flat_map(|(n, a)| values[n + 1..].iter().map(move |b| (&a.value, &b.value)))
            .filter(|(a, b)| relation == Relation::Contradict && !is_rival(a, b))
            .map(|(a, b)| ValuePair { a: a.clone(), b: b.clone(), explanation: None })
            .collect();
        let (x, y) = s.claims.expect("filtered");
        let name = |view: usize, c: usize| &story.views[view].reading.mentions.claims[c].speaker_name;
        let outlet = |view: usize| story.views[view].reading.doc.article.outlet.as_str();
        let said = story.views[s.a.0].reading.doc.slice(s.a.1);
        let mut fact = Fact {
            id: String::new(),
            story: of.id.clone(),
            kind: FactKind::Attribution,
            subject: format!("{}: {}", explain::pick(language, "who said", "من قال"), explain::shorten(said, 70)),
            verdict: relation,
            values,
            severity: if relation == Relation::Contradict { Severity::High } else { Severity::Low },
            confidence_0_1: if relation == Relation::Contradict { 0.5 } else { 0.25 },
            explanation: explain::attribution(
                said,
                (outlet(s.a.0), name(s.a.0, x)),
                (outlet(s.b.0), name(s.b.0, y)),
                verdict,
                language,
            ),
            score_parts: s.features.parts(),
            pairs,
        };
        fact.id = fact_id(story, &fact);
        out.push(if besides.contains(&n) { beside(fact) } else { fact });
    }
    out
}

fn slot_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut order: Vec<&Edge> = story.edges.iter().filter(|e| e.p >= least(story, e)).collect();
    order.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut group_of: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    let value = |n: &(usize, usize)| story.slots[n.0][n.1].key();
    // two values of one text that cannot both be true are two facts
    let clash = |m: &(usize, usize), n: &(usize, usize)| {
        m.0 == n.0 && value(m) != value(n) && between(story, m, n).is_none_or(|v| v.relation == Relation::Contradict)
    };
    // a day and its part at a low chance are a row of their own and bring no others together
    let low = |e: &&&Edge| e.p < score::threshold(kind_of(story, e), e.verdict.relation);
    for edge in order.iter().filter(|e| e.verdict.relation != Relation::Contradict && !low(e)) {
        let (x, y) = (group_of.get(&edge.a).copied(), group_of.get(&edge.b).copied());
        match (x, y) {
            (Some(x), Some(y)) if x == y => {}
            (Some(x), Some(y)) => {
                let clash = groups[x].members.iter().any(|m| groups[y].members.iter().any(|n| clash(m, n)));
                if !clash {
                    merge(&mut groups, &mut group_of, x, y);
                }
            }
            (Some(g), None) | (None, Some(g)) => {
                let new = if x.is_some() { edge.b } else { edge.a };
                let clash = groups[g].members.iter().any(|m| clash(m, &new));
                if !clash {
                    groups[g].members.push(new);
                    group_of.insert(new, g);
                }
            }
            (None, None) => {
                group_of.insert(edge.a, groups.len());
                group_of.insert(edge.b, groups.len());
                groups.push(Group { members: vec![edge.a, edge.b] });
            }
        }
    }
    // values that exclude each other: each new value needs an edge to every value already there
    let mut apart: Vec<&Edge> = Vec::new();
    let known: FxHashMap<NodePair, &Edge> = story.edges.iter().map(|e| ((e.a, e.b), e)).collect();
    let edge_of = |x: (usize, usize), y: (usize, usize)| known.get(&(x, y)).or_else(|| known.get(&(y, x))).copied();
    for edge in order.iter().filter(|e| e.verdict.relation == Relation::Contradict) {
        for n in [edge.a, edge.b] {
            group_of.entry(n).or_insert_with(|| {
                groups.push(Group { members: vec![n] });
                groups.len() - 1
            });
        }
        let (x, y) = (group_of[&edge.a], group_of[&edge.b]);
        if x == y {
            continue;
        }
        let clash = groups[x]
            .members
            .iter()
            .any(|m| groups[y].members.iter().any(|n| m.0 == n.0 && m != n && value(m) != value(n)));
        let values = |g: usize| {
            let mut all: Vec<&str> = groups[g].members.iter().map(value).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let met = |v: &str, w: &str| {
            let of = |g: usize, v: &str| -> Vec<usize> {
                groups[g].members.iter().filter(|m| value(m) == v).map(|m| m.0).collect()
            };
            // two values of one text alone have no edge
            let (left, right) = (of(x, v), of(y, w));
            if v == w || left.iter().all(|d| right.iter().all(|e| d == e)) {
                return true;
            }
            groups[x].members.iter().filter(|m| value(m) == v).any(|m| {
                groups[y].members.iter().filter(|n| value(n) == w).any(|n| {
                    edge_of(*m, *n)
                        .is_some_and(|e| e.p >= score::threshold(kind_of(story, e), e.verdict.relation) * 0.7)
                })
            })
        };
        let all_met = values(x).iter().all(|v| values(y).iter().all(|w| met(v, w)));
        let number = kind_of(story, edge) == FactKind::Number && edge.p >= INTERNAL;
        if all_met && (!clash || number) {
            merge(&mut groups, &mut group_of, x, y);
        } else if edge.p >= INTERNAL {
            apart.push(edge);
        }
    }
    one_count(story, &mut groups, &mut group_of);
    let mut facts = Vec::new();
    let taken = |n: (usize, usize)| group_of.get(&n).is_some_and(|g| groups[*g].members.len() > 1);
    for edge in apart {
        facts.extend(slot_fact(story, of, language, &[edge.a, edge.b], &[edge], &taken));
    }
    for (members, inside) in joined(order.iter().filter(low).copied()) {
        let told = |g: &usize| members.iter().all(|m| group_of.get(m) == Some(g));
        if !group_of.get(&members[0]).is_some_and(told) {
            let fact = slot_fact(story, of, language, &members, &inside, &taken);
            facts.extend(fact.map(beside));
        }
    }
    for (g, group) in groups.iter().enumerate() {
        if group.members.len() < 2 {
            continue;
        }
        let inside: Vec<&Edge> = order
            .iter()
            .copied()
            .filter(|e| group_of.get(&e.a) == Some(&g) && group_of.get(&e.b) == Some(&g))
            .collect();
        let fact = slot_fact(story, of, language, &once(&group.members, &inside), &inside, &taken);
        // outlets that give one value agree, whatever a finer or rounder one beside it
        if fact.as_ref().is_some_and(|f| f.verdict == Relation::Compatible) {
            let mut values: Vec<&str> = group.members.iter().map(value).collect();
            values.sort_unstable();
            values.dedup();
            for v in values.iter().filter(|_| values.len() > 1) {
                let same: Vec<(usize, usize)> = group.members.iter().filter(|m| value(m) == *v).copied().collect();
                let agreed: Vec<&Edge> = inside
                    .iter()
                    .copied()
                    .filter(|e| e.verdict.relation == Relation::Agree && same.contains(&e.a) && same.contains(&e.b))
                    .collect();
                facts.extend(slot_fact(story, of, language, &same, &agreed, &taken));
            }
        }
        facts.extend(fact);
    }
    one_fact_a_name(&mut facts);
    one_contradiction(&mut facts);
    facts
}

/// Marks a row that stands beside others on the same words.
fn beside(mut fact: Fact) -> Fact {
    fact.score_parts.push((BESIDE.into(), 1.0));
    fact
}

/// Slots by document and index, and the edges between them.
type Joined<'e> = (Vec<(usize, usize)>, Vec<&'e Edge>);

/// Edges that share a slot, with their slots.
fn joined<'e>(edges: impl Iterator<Item = &'e Edge>) -> Vec<Joined<'e>> {
    let mut out: Vec<Joined> = Vec::new();
    for e in edges {
        match out.iter_mut().find(|(members, _)| members.contains(&e.a) || members.contains(&e.b)) {
            Some((members, inside)) => {
                for n in [e.a, e.b] {
                    if !members.contains(&n) {
                        members.push(n);
                    }
                }
                inside.push(e);
            }
            None => out.push((vec![e.a, e.b], vec![e])),
        }
    }
    out
}

/// Chance from which a day beside a part of that day is told: the day is the same, so little can be wrong.
const LEAST_OF_DAY: f32 = 0.1;

/// Chance from which an edge is told.
fn least(story: &Story, e: &Edge) -> f32 {
    let (s, t) = (&story.slots[e.a.0][e.a.1], &story.slots[e.b.0][e.b.1]);
    match (s.kind, e.verdict.relation) {
        (FactKind::Date, Relation::Compatible) if s.key() == t.key() => LEAST_OF_DAY,
        (kind, relation) => score::threshold(kind, relation),
    }
}

/// From this chance on a second place where one text has a value is listed too.
const SECOND: f32 = 0.5;

/// Members of a group whose values agree, without the places where a text repeats its value in other surroundings.
fn once(members: &[(usize, usize)], inside: &[&Edge]) -> Vec<(usize, usize)> {
    if inside.iter().any(|e| e.verdict.relation != Relation::Agree) {
        return members.to_vec();
    }
    let best = |m: &(usize, usize)| inside.iter().filter(|e| e.a == *m || e.b == *m).map(|e| e.p).fold(0.0, f32::max);
    let beaten = |m: &(usize, usize)| {
        members.iter().any(|n| n.0 == m.0 && n != m && best(n).total_cmp(&best(m)).then(m.cmp(n)).is_gt())
    };
    members.iter().filter(|m| best(m) >= SECOND || !beaten(m)).copied().collect()
}

/// Moves the members of group `from` into group `into`.
fn merge(groups: &mut [Group], group_of: &mut FxHashMap<(usize, usize), usize>, into: usize, from: usize) {
    let moved = std::mem::take(&mut groups[from].members);
    for m in &moved {
        group_of.insert(*m, into);
    }
    groups[into].members.extend(moved);
}

/// Groups that hold one count of one role, which does not come about by chance, are one fact.
fn one_count(story: &Story, groups: &mut [Group], group_of: &mut FxHashMap<(usize, usize), usize>) {
    let count = |n: &(usize, usize)| {
        let q = story.figure(*n).filter(|q| q.value >= PRECISE && !q.role.is_empty())?;
        Some((q.value.to_bits(), q.unit.as_str(), q.role.as_str()))
    };
    for y in 1..groups.len() {
        let of_y = groups[y].members.first().and_then(count);
        if of_y.is_none() || groups[y].members.len() < 2 || !groups[y].members.iter().all(|n| count(n) == of_y) {
            continue;
        }
        let Some(x) = (0..y).find(|x| groups[*x].members.iter().any(|n| count(n) == of_y)) else { continue };
        merge(groups, group_of, x, y);
    }
}

/// From this value on two equal counts are not equal by chance.
const PRECISE: f64 = 13.0;

/// Of contradictions of the same values between the same texts (headline and first sentence) the surest stays.
fn one_contradiction(facts: &mut Vec<Fact>) {
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by(|x, y| facts[*y].confidence_0_1.total_cmp(&facts[*x].confidence_0_1).then(x.cmp(y)));
    let values = |f: &Fact| -> Vec<(u32, String)> {
        let mut v: Vec<(u32, String)> = f.values.iter().map(|v| (v.doc, v.value.clone())).collect();
        v.sort();
        v.dedup();
        v
    };
    let mut kept: Vec<(FactKind, Vec<(u32, String)>)> = Vec::new();
    let mut doubled = vec![false; facts.len()];
    for at in order {
        let f = &facts[at];
        if f.verdict != Relation::Contradict {
            continue;
        }
        let own = values(f);
        if kept.iter().any(|(kind, other)| *kind == f.kind && own.iter().all(|v| other.contains(v))) {
            doubled[at] = true;
        } else {
            kept.push((f.kind, own));
        }
    }
    let mut at = 0;
    facts.retain(|_| {
        at += 1;
        !doubled[at - 1]
    });
}

/// From this chance on a contradiction stands even where one of the texts contradicts itself.
const INTERNAL: f32 = 0.6;

/// Of several facts about one name the surest stays: the table lists who and where, not each mention.
fn one_fact_a_name(facts: &mut Vec<Fact>) {
    facts.sort_by(|a, b| b.confidence_0_1.total_cmp(&a.confidence_0_1).then(a.id.cmp(&b.id)));
    let mut seen: FxHashMap<(FactKind, String), usize> = FxHashMap::default();
    facts.retain(|f| {
        if !matches!(f.kind, FactKind::Person | FactKind::Place | FactKind::Organisation)
            || f.verdict == Relation::Contradict
        {
            return true;
        }
        let n = seen.entry((f.kind, f.values[0].value.clone())).or_default();
        *n += 1;
        *n <= 1
    });
}

fn kind_of(story: &Story, e: &Edge) -> FactKind {
    story.slots[e.a.0][e.a.1].kind
}

fn slot_fact(
    story: &Story,
    of: &crate::model::Story,
    language: Language,
    members: &[(usize, usize)],
    inside: &[&Edge],
    taken: &dyn Fn((usize, usize)) -> bool,
) -> Option<Fact> {
    let strongest = inside.first()?;
    let kind = kind_of(story, strongest);
    let decisive = |r: Relation| inside.iter().filter(|e| e.verdict.relation == r).max_by(|x, y| x.p.total_cmp(&y.p));
    let decided = decisive(Relation::Contradict)
        .or_else(|| decisive(Relation::Compatible))
        .or_else(|| decisive(Relation::Agree))?;
    let verdict = decided.verdict;
    let mut members = members.to_vec();
    if verdict.relation == Relation::Contradict {
        said_again(story, &mut members, taken);
    }
    members.sort_by_key(|m| (story.views[m.0].doc, story.slots[m.0][m.1].span));
    let values: Vec<FactValue> = members
        .iter()
        .map(|m| {
            let (view, slot) = (&story.views[m.0], &story.slots[m.0][m.1]);
            FactValue {
                doc: view.doc,
                span: slot.span,
                value: slot.value.clone(),
                evidence: view.reading.doc.sentences[slot.sentence].span,
                speaker_name: speaker_at(view, slot.span),
                reason: explain::reason(verdict.reason, language).to_string(),
            }
        })
        .collect();
    let pairs = match verdict.relation {
        Relation::Contradict => value_pairs(story, kind, &members, inside, language),
        _ => Vec::new(),
    };
    let doubts = match verdict.relation {
        Relation::Contradict => doubt::parts(&story.views, &story.slots, decided),
        _ => Vec::new(),
    };
    let subject = explain::subject(story, kind, decided, language);
    let severity = severity(story, verdict, decided);
    let explanation = explain::explain(story, kind, decided, language);
    let mut fact = Fact {
        id: String::new(),
        story: of.id.clone(),
        kind,
        subject,
        verdict: verdict.relation,
        values,
        severity,
        confidence_0_1: f64::from(match verdict.relation {
            Relation::Contradict if !doubts.is_empty() => doubt::wanted(&doubts),
            Relation::Contradict => score::confidence(kind, decided.p),
            _ => decided.p,
        }),
        explanation,
        score_parts: decided.features.parts(),
        pairs,
    };
    fact.score_parts.extend(doubts.iter().map(|(n, v)| (n.to_string(), (f64::from(*v) * 1000.0).round() / 1000.0)));
    fact.id = fact_id(story, &fact);
    Some(fact)
}

/// Adds the places where the texts of a contradicted figure give it again (headline, first sentence, body), and other
/// texts that give it: one count of one role, or one figure of one noun or unit.
fn said_again(story: &Story, members: &mut Vec<(usize, usize)>, taken: &dyn Fn((usize, usize)) -> bool) {
    for m in members.clone() {
        let Some(q) = story.figure(m) else { continue };
        for view in 0..story.views.len() {
            // elsewhere only what does not come about by chance
            if view != m.0 && (members.iter().any(|n| n.0 == view) || (q.value < PRECISE && q.role.is_empty())) {
                continue;
            }
            for n in 0..story.slots[view].len() {
                let other = (view, n);
                let Some(o) = story.figure(other) else { continue };
                let same = o.value == q.value && o.upper == q.upper && o.unit == q.unit && o.role == q.role;
                let of_one = if q.role.is_empty() { !q.noun.is_empty() && o.noun == q.noun } else { true };
                if same && of_one && !members.contains(&other) && !taken(other) {
                    members.push(other);
                }
            }
        }
    }
}

/// What holds of each two values of a contradicted fact.
fn value_pairs(
    story: &Story,
    kind: FactKind,
    members: &[(usize, usize)],
    inside: &[&Edge],
    language: Language,
) -> Vec<ValuePair> {
    let slot = |m: &(usize, usize)| &story.slots[m.0][m.1];
    let mut out: Vec<ValuePair> = Vec::new();
    for (n, x) in members.iter().enumerate() {
        for y in &members[n + 1..] {
            let (a, b) = (&slot(x).value, &slot(y).value);
            if a == b {
                continue;
            }
            // in one text only a headline against its body is listed
            let headline = |m: &(usize, usize)| story.views[m.0].is_title(slot(m).sentence);
            if x.0 == y.0 && (headline(x) == headline(y) || noun_of(story, x) != noun_of(story, y)) {
                out.push(ValuePair { a: a.clone(), b: b.clone(), explanation: None });
                continue;
            }
            let known = inside.iter().find(|e| (e.a == *x && e.b == *y) || (e.a == *y && e.b == *x));
            let verdict = match known {
                Some(e) => Some(e.verdict),
                None => between(story, x, y),
            };
            // values that nothing but a third brings together are listed in facts.csv alone
            let met = |e: &&Edge| {
                let of = |n: &(usize, usize)| &slot(n).value;
                e.verdict.relation == Relation::Contradict
                    && ((of(&e.a) == a && of(&e.b) == b) || (of(&e.a) == b && of(&e.b) == a))
            };
            let verdict = match verdict {
                Some(v) if v.relation == Relation::Contradict && !inside.iter().any(met) => {
                    out.push(ValuePair { a: a.clone(), b: b.clone(), explanation: None });
                    continue;
                }
                other => other,
            };
            let Some(verdict) = verdict else { continue };
            let explanation = (verdict.relation == Relation::Contradict).then(|| {
                let edge = Edge { a: *x, b: *y, verdict, features: Features::default(), p: 0.0 };
                explain::explain(story, kind, &edge, language)
            });
            match out.iter_mut().find(|p| (p.a == *a && p.b == *b) || (p.a == *b && p.b == *a)) {
                Some(p) if p.explanation.is_none() => p.explanation = explanation,
                Some(_) => {}
                None => out.push(ValuePair { a: a.clone(), b: b.clone(), explanation }),
            }
        }
    }
    out
}

/// What a slot counts; nothing for other slots.
fn noun_of<'s>(story: &'s Story, n: &(usize, usize)) -> &'s str {
    story.figure(*n).map_or("", |q| &q.noun)
}

/// Verdict on two members of a fact that have no edge of their own.
fn between(story: &Story, x: &(usize, usize), y: &(usize, usize)) -> Option<Verdict> {
    let (a, b) = (&story.views[x.0], &story.views[y.0]);
    match (story.slots[x.0][x.1].filler, story.slots[y.0][y.1].filler) {
        (Filler::Number(p), Filler::Number(q)) => {
            let (p, q) = (&a.reading.mentions.quantities[p], &b.reading.mentions.quantities[q]);
            Some(verdict::numbers(p, q, later_minutes(a, b), grows(&p.role) || grows(&q.role)))
        }
        (Filler::Date(p), Filler::Date(q)) => {
            verdict::dates(&a.reading.mentions.dates[p], &b.reading.mentions.dates[q])
        }
        _ => None,
    }
}

/// The innermost claim around a span.
fn claim_at<'a>(view: &View<'a>, span: Span) -> Option<&'a Claim> {
    let claims = view.reading.mentions.claims.iter();
    claims.filter(|c| c.span.contains(span) && c.kind != ClaimKind::Narrated).min_by_key(|c| c.span.len())
}

/// Who is said to have said it.
fn speaker_at(view: &View, span: Span) -> String {
    claim_at(view, span).map(|c| c.speaker_name.clone()).unwrap_or_default()
}

fn fact_id(story: &Story, fact: &Fact) -> String {
    let view = |doc: u32| story.views.iter().find(|x| x.doc == doc);
    id_of(fact, |doc| view(doc).map_or("", |x| &x.reading.doc.article.doc_id))
}

/// A fact's id: its kind and the places of its values.
fn id_of<'d>(fact: &Fact, doc_id: impl Fn(u32) -> &'d str) -> String {
    let mut parts: Vec<String> = vec![fact.kind.as_str().to_string()];
    for v in &fact.values {
        parts.push(doc_id(v.doc).to_string());
        parts.push(format!("{}-{}", v.span.start, v.span.end));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    content_id("f", &parts)
}

fn severity(story: &Story, verdict: Verdict, edge: &Edge) -> Severity {
    if verdict.relation != Relation::Contradict {
        return Severity::Low;
    }
    if let (Some(p), Some(q)) = (story.figure(edge.a), story.figure(edge.b)) {
        let apart = (p.value - q.value).abs() / p.value.abs().max(q.value.abs()).max(1e-9);
        return match (p.role.as_str(), apart) {
            ("killed", _) => Severity::High,
            (_, d) if d >= 0.5 => Severity::High,
            (_, d) if d >= 0.1 => Severity::Medium,
            _ => Severity::Low,
        };
    }
    match kind_of(story, edge) {
        FactKind::Polarity | FactKind::Person => Severity::High,
        FactKind::Date | FactKind::Place | FactKind::Organisation => Severity::Medium,
        _ => Severity::Low,
    }
}

/// A document's stretch: story-local document, span, sentence.
type Stretch = (usize, Span, usize);

/// Statements of several documents that correspond.
struct SayingGroup<'a> {
    kind: FactKind,
    members: Vec<Stretch>,
    sayings: Vec<&'a Saying>,
}

/// Do stretches taken already cover nine tenths of a span? A sentence tells more than its quotation: who, when, before whom.
fn is_covered(taken: &[Span], span: Span) -> bool {
    let inside: usize = taken
        .iter()
        .filter(|t| t.overlaps(span))
        .map(|t| (t.end.min(span.end) - t.start.max(span.start)) as usize)
        .sum();
    inside * 10 >= span.len() * 9
}

/// Is half of the shorter stretch in the other?
fn mostly(x: Span, y: Span) -> bool {
    let both = x.end.min(y.end).saturating_sub(x.start.max(y.start)) as usize;
    2 * both >= x.len().min(y.len())
}

/// Are no two members of two groups of one document?
fn apart(g: &SayingGroup, h: &SayingGroup) -> bool {
    g.members.iter().all(|m| h.members.iter().all(|n| m.0 != n.0))
}

/// Chance from which two quotations of which one is fuller are told though each stands beside another already.
const LEAST_FULLER: f32 = 0.33;
/// The same where the outlets name two speakers.
const LEAST_FULLER_OF_OTHERS: f32 = 0.5;

/// Chance from which a stretch that corresponds to several of one document is told with each.
const LEAST_AGAIN: f32 = 0.6;

/// Do statements on which both documents agree hold two stretches already?
fn agreed_already(groups: &[SayingGroup], x: (usize, Span), y: (usize, Span)) -> bool {
    let (mut of_x, mut of_y) = (Vec::new(), Vec::new());
    for g in groups {
        let agreed = |m: &&Stretch| {
            let of = |n: (usize, Span)| n.0 == m.0 && n.1.overlaps(m.1);
            g.sayings.iter().any(|s| s.verdict.relation == Relation::Agree && (of(s.a) || of(s.b)))
        };
        let spans = |doc: usize| g.members.iter().filter(move |m| m.0 == doc).filter(agreed).map(|m| m.1);
        let (p, q): (Vec<Span>, Vec<Span>) = (spans(x.0).collect(), spans(y.0).collect());
        if !p.is_empty() && !q.is_empty() {
            of_x.extend(p);
            of_y.extend(q);
        }
    }
    is_covered(&of_x, x.1) && is_covered(&of_y, y.1)
}

/// Facts by the sentences (of a document of the story) that their values stand in.
type BySentence = FxHashMap<(usize, usize), Vec<usize>>;

/// Indices of the `wanted` facts by sentence, ascending.
fn by_sentence(story: &Story, facts: &[Fact], wanted: impl Fn(&Fact) -> bool) -> BySentence {
    let views: FxHashMap<u32, usize> = story.views.iter().enumerate().map(|(i, v)| (v.doc, i)).collect();
    let mut out = BySentence::default();
    for (n, f) in facts.iter().enumerate().filter(|(_, f)| wanted(f)) {
        for v in &f.values {
            let Some(view) = views.get(&v.doc) else { continue };
            let doc = &story.views[*view].reading.doc;
            for s in doc.sentence_at(v.span.start)..=doc.sentence_at(v.span.end.saturating_sub(1)) {
                let all = out.entry((*view, s)).or_default();
                if all.last() != Some(&n) {
                    all.push(n);
                }
            }
        }
    }
    out
}

/// Facts whose values stand in both of two sentences.
fn in_both(facts: &BySentence, x: (usize, usize), y: (usize, usize)) -> Vec<usize> {
    let (Some(p), Some(q)) = (facts.get(&x), facts.get(&y)) else { return Vec::new() };
    p.iter().filter(|n| q.contains(n)).copied().collect()
}

/// Statements: groups of corresponding stretches, one a document.
fn saying_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut order: Vec<&Saying> =
        story.sayings.iter().filter(|s| s.p >= score::threshold(s.kind, s.verdict.relation)).collect();
    // claims first: a stretch of a sentence is a statement of its own only where no claim covers it
    order.sort_by(|x, y| {
        (y.kind == FactKind::Quote)
            .cmp(&(x.kind == FactKind::Quote))
            .then(y.p.total_cmp(&x.p))
            .then((x.a.0, x.a.1, x.b.0, x.b.1).cmp(&(y.a.0, y.a.1, y.b.0, y.b.1)))
    });
    let mut groups: Vec<SayingGroup> = Vec::new();
    let mut fuller: Vec<SayingGroup> = Vec::new();
    let mut group_of: FxHashMap<(usize, Span), usize> = FxHashMap::default();
    for s in order {
        let (x, y) = ((s.a.0, s.a.1), (s.b.0, s.b.1));
        if s.kind != FactKind::Quote && agreed_already(&groups, x, y) {
            continue;
        }
        let (at_x, at_y) = match s.kind {
            FactKind::Quote => (group_of.get(&x).copied(), group_of.get(&y).copied()),
            // stretches that overlap are one statement
            _ => {
                let at = |n: &(usize, Span)| {
                    groups
                        .iter()
                        .position(|g| g.kind == s.kind && g.members.iter().any(|m| m.0 == n.0 && mostly(m.1, n.1)))
                };
                (at(&x), at(&y))
            }
        };
        // a text may say it twice, in its headline and below
        let again = s.kind == FactKind::Quote && s.verdict.relation == Relation::Agree;
        let open = |g: usize, doc: usize| {
            groups[g].kind == s.kind && (again || groups[g].members.iter().all(|m: &Stretch| m.0 != doc))
        };
        let stretch_a = (s.a.0, s.a.1, s.sentences.0);
        let stretch_b = (s.b.0, s.b.1, s.sentences.1);
        match (at_x, at_y) {
            (None, None) => {
                group_of.insert(x, groups.len());
                group_of.insert(y, groups.len());
                groups.push(SayingGroup { kind: s.kind, members: vec![stretch_a, stretch_b], sayings: vec![s] });
            }
            (Some(g), None) if open(g, y.0) => {
                group_of.insert(y, g);
                groups[g].members.push(stretch_b);
                groups[g].sayings.push(s);
            }
            (None, Some(g)) if open(g, x.0) => {
                group_of.insert(x, g);
                groups[g].members.push(stretch_a);
                groups[g].sayings.push(s);
            }
            (Some(g), Some(h)) if g == h => groups[g].sayings.push(s),
            // one that is fuller is told beside what the other has in common with others, and with those others
            _ if s.kind == FactKind::Quote
                && s.verdict.relation == Relation::Compatible
                && s.p >= if s.features.same_speaker { LEAST_FULLER } else { LEAST_FULLER_OF_OTHERS } =>
            {
                if fuller.iter().any(|g| g.members.contains(&stretch_a) && g.members.contains(&stretch_b)) {
                    continue;
                }
                let mut members = vec![stretch_a, stretch_b];
                for (own, at) in [(x, at_x), (y, at_y)] {
                    let Some(group) = at.map(|g| &groups[g]) else { continue };
                    let agrees = |m: &Stretch| {
                        group.sayings.iter().any(|t| {
                            t.verdict.relation == Relation::Agree
                                && (t.a == own && t.b == (m.0, m.1) || t.b == own && t.a == (m.0, m.1))
                        })
                    };
                    let others = group.members.iter().filter(|m| agrees(m)).copied().collect::<Vec<_>>();
                    members.extend(others.into_iter().filter(|m| m.0 != x.0 && m.0 != y.0));
                }
                fuller.push(SayingGroup { kind: s.kind, members, sayings: vec![s] });
            }
            (Some(g), Some(h)) if s.kind != FactKind::Quote && apart(&groups[g], &groups[h]) => {
                let (low, high) = (g.min(h), g.max(h));
                let joined = std::mem::replace(
                    &mut groups[high],
                    SayingGroup { kind: s.kind, members: Vec::new(), sayings: Vec::new() },
                );
                groups[low].members.extend(joined.members);
                groups[low].sayings.extend(joined.sayings);
                groups[low].sayings.push(s);
            }
            // the headline corresponds to one sentence, the body to another
            (Some(_), Some(_)) if s.p < 0.75 => continue,
            _ if s.kind == FactKind::Quote || s.p < LEAST_AGAIN => continue,
            _ => groups.push(SayingGroup { kind: s.kind, members: vec![stretch_a, stretch_b], sayings: vec![s] }),
        }
    }
    groups.retain(|g| !g.members.is_empty());
    // outlets that say the same agree, whatever a fuller version beside it
    let agreeing: Vec<SayingGroup> = groups
        .iter()
        .filter(|g| g.sayings.iter().any(|s| s.verdict.relation == Relation::Compatible))
        .filter_map(|g| {
            let sayings: Vec<&Saying> =
                g.sayings.iter().copied().filter(|s| s.verdict.relation == Relation::Agree).collect();
            let told = |m: &Stretch, n: (usize, Span)| m.0 == n.0 && m.1.overlaps(n.1);
            let said = |m: &Stretch| sayings.iter().any(|s| told(m, s.a) || told(m, s.b));
            let members: Vec<Stretch> = g.members.iter().copied().filter(said).collect();
            (members.len() > 1).then_some(SayingGroup { kind: g.kind, members, sayings })
        })
        .collect();
    let told = groups.len() + agreeing.len();
    groups
        .into_iter()
        .chain(agreeing)
        .chain(fuller)
        .enumerate()
        .map(|(n, SayingGroup { mut members, sayings, .. })| {
            let rank = |r: Relation| match r {
                Relation::Contradict => 0,
                Relation::Compatible => 1,
                _ => 2,
            };
            let first = sayings
                .iter()
                .copied()
                .min_by(|x, y| rank(x.verdict.relation).cmp(&rank(y.verdict.relation)).then(y.p.total_cmp(&x.p)))
                .unwrap_or(sayings[0]);
            members.sort_by_key(|m| (story.views[m.0].doc, m.1));
            let said = explain::shorten(story.views[members[0].0].reading.doc.slice(members[0].1), 120);
            let values: Vec<FactValue> = members
                .iter()
                .map(|m| {
                    let view = &story.views[m.0];
                    FactValue {
                        doc: view.doc,
                        span: m.1,
                        value: said.clone(),
                        evidence: view.reading.doc.sentences[m.2].span,
                        speaker_name: speaker_at(view, m.1),
                        reason: explain::reason(first.verdict.reason, language).to_string(),
                    }
                })
                .collect();
            let subject = explain::saying_subject(story, first, language);
            let mut fact = Fact {
                id: String::new(),
                story: of.id.clone(),
                kind: first.kind,
                explanation: explain::saying(story, first, language),
                subject,
                verdict: first.verdict.relation,
                values,
                severity: Severity::Low,
                confidence_0_1: f64::from(first.p),
                score_parts: first.features.parts(),
                pairs: Vec::new(),
            };
            fact.id = fact_id(story, &fact);
            if n < told { fact } else { beside(fact) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(values: &[(u32, u32, u32, &str)]) -> Fact {
        let value = |(doc, start, end, value): &(u32, u32, u32, &str)| {
            let span = Span { start: *start, end: *end };
            FactValue {
                doc: *doc,
                span,
                value: value.to_string(),
                evidence: span,
                speaker_name: String::new(),
                reason: String::new(),
            }
        };
        Fact {
            id: String::new(),
            story: String::new(),
            kind: FactKind::Number,
            subject: String::new(),
            verdict: Relation::Contradict,
            values: values.iter().map(value).collect(),
            severity: Severity::Low,
            confidence_0_1: 0.5,
            explanation: String::new(),
            score_parts: Vec::new(),
            pairs: Vec::new(),
        }
    }

    #[test]
    fn sentences_of_one_side_agree_though_a_third_contradicts_them() {
        let tolls = fact(&[(0, 10, 12, "14"), (1, 10, 12, "14"), (2, 10, 12, "41")]);
        let sentence = |docs: &[u32]| fact(&docs.iter().map(|d| (*d, 0, 40, "")).collect::<Vec<_>>());
        assert!(!opposed(&sentence(&[0, 1]), &tolls));
        assert!(opposed(&sentence(&[0, 2]), &tolls));
        assert!(!opposed(&fact(&[(0, 0, 9, ""), (2, 0, 9, "")]), &tolls));
    }
}
