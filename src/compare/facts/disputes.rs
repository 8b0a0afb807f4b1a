//! Party against party: what one speaker says or accuses another of, and another denies.
//!
//! This is no contradiction between outlets: both parties may stand in one article, and every outlet may report both. It
//! is written as a fact of its own, each value with its speaker, and the explanation says so.

mod beside;
mod likeness;
mod positions;
mod unclaimed;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use likeness::*;
use positions::*;
pub use positions::{bag_of, denies, is_charge, is_denied, names_charge};
use unclaimed::{of_told_charges, unclaimed};

use super::verdict::Reason;
use super::{Draft, Story, answers, claim_at, explain, matter, score};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::model::*;
use crate::text::clitics;
use crate::text::fold::fold;

/// Likeness below which a charge and a denial are not brought together: of 45 rows read over a corpus two thirds of those
/// above it were disputes, one in three of those below.
const LEAST: f32 = 0.57;
/// Weight that the two must share.
const LEAST_SHARED: f32 = 0.7;
/// Sentences between an accusation and a denial of `the accusations` in one article.
const NEXT_TO: usize = 4;
/// What a headline counts beside the body.
const TITLE: f32 = 0.9;
/// Sentences after a denial in which it may go on.
const FOLLOWING: usize = 3;
/// Words from which a claim says more than one thing, and what it then counts.
const LONG: usize = 30;
const WORDY: f32 = 0.85;
/// What the speaker's own words add.
const OWN_WORDS: f32 = 0.05;
/// Speakers of one side and document that are listed.
const VOICES: usize = 2;
/// What a verb of accusing adds.
const ACCUSES: f32 = 0.15;
/// Weight that the next words of a denier must share with the charge.
const GOES_ON: f32 = 0.2;
/// Speakers of one side whom its value names.
const NAMED: usize = 3;

/// What a row shows of a position, and whether another says it than its speaker.
struct Shown {
    span: Span,
    another: bool,
    /// The verb before it, where the speaker stands between the two.
    verb: Option<Span>,
}

/// Verbs by which a speaker gives the cause of something (`أرجعه إلى`).
static CAUSES: Words = Words::new(&words::COMPARING, "gives a cause");
/// Words between a verb of accusing and the accused that are shown.
const CLOSE: usize = 4;

impl Shown {
    fn text(&self, doc: &crate::text::Document, most: usize) -> String {
        match self.verb {
            Some(verb) => explain::shorten(&format!("{} … {}", doc.slice(verb), doc.slice(self.span)), most),
            None => explain::shorten(doc.slice(self.span), most),
        }
    }
}

/// What a denial denies, as families of words: from the noun on by which it points to a charge, if it says which.
fn denied_words(story: &Story, d: &Position) -> Bag {
    let v = &story.views[d.view];
    let words = v.words_of(d.claim.span);
    let told = |from: usize| bag_of(v, (from..words.end).filter(|t| v.entity_at(*t).is_none())).0;
    let charge = words.clone().find(|t| matter::names_hearsay(v.word(*t)));
    match charge.map(|t| told(t + 1)).filter(|bag| bag.len() >= GOES_ON_FROM && !d.made) {
        Some(bag) => bag,
        None if d.made => d.kin.clone(),
        None => told(d.about),
    }
}

/// What is shown of a charge.
fn shown_charge(story: &Story, a: &Position, about: &Bag) -> Shown {
    let v = &story.views[a.view];
    let words = v.words_of(a.claim.span);
    if words.is_empty() {
        return Shown { span: a.claim.span, another: false, verb: None };
    }
    let cue = a.claim.cue.map(|c| v.term_at(c.start)).filter(|_| !a.made);
    let own = matter::clause(v, words.clone(), cue, a.accuses);
    let inner = matter::inside(v, own.clone(), about).filter(|_| !a.accuses);
    let from = inner.as_ref().map_or(own.start, |x| x.from);
    let another = inner.is_some_and(|x| x.another);
    let shown = from..own.end;
    // with the mark that closes it
    let open = |span: Span| v.reading.doc.slice(span).matches('"').count() % 2 == 1;
    let closed = |span: Span| match open(span) {
        true if own.end == words.end => Span { end: span.end.max(a.claim.span.end), ..span },
        true if v.reading.doc.text()[span.end as usize..].starts_with('"') => Span { end: span.end + 1, ..span },
        _ => span,
    };
    let lemma = fold(&a.claim.cue_lemma);
    if a.claim.attitude == "accuse" || wants_charged(v, &a.claim) || CAUSES.has(&lemma) {
        let all = matter::with_verb(v, shown.clone(), cue);
        let verb = cue.filter(|c| all.start == *c && shown.start > c + CLOSE);
        return match verb {
            Some(c) => {
                let verb = matter::without_conjunction(v, c..c + 1, &lemma);
                Shown { span: closed(v.span(shown.start, shown.end)), another, verb: Some(verb) }
            }
            None => {
                let lemma = if cue == Some(all.start) { lemma.as_str() } else { "" };
                Shown { span: closed(matter::without_conjunction(v, all, lemma)), another, verb: None }
            }
        };
    }
    let span = match shown == words {
        true if !a.made => a.claim.span,
        _ => closed(matter::without_conjunction(v, shown, "")),
    };
    Shown { span, another, verb: None }
}

/// What is shown of a denial.
fn shown_denial(story: &Story, d: &Position) -> Shown {
    let v = &story.views[d.view];
    let words = v.words_of(d.claim.span);
    let plain = d.made || words.is_empty() || !denies(&d.claim);
    let cue = d.claim.cue.map(|c| v.term_at(c.start));
    let own = if plain { words.clone() } else { matter::denied(v, words.clone(), cue) };
    let span = if own == words { d.claim.span } else { v.span(own.start, own.end) };
    Shown { span, another: false, verb: None }
}

/// Least share of a relative denial's content, and least weight of it, that another text must tell.
const TOLD_TOO: f32 = 0.55;
const LEAST_TOLD: f32 = 1.1;
/// Sentences of a text in which the parts in deeds are looked for.
const PART_TOP: usize = 30;
/// Words before a word for a part among which is named whose part it is.
const WHOSE: usize = 12;
/// Weight of the deed that a denied part and a told one must share.
const SAME_DEED: f32 = 0.35;
const LEAST_DEED: f32 = 0.2;

/// A denial and what it denies, as indices into the positions, and what brings them together.
struct Edge {
    p: f32,
    d: usize,
    a: usize,
    like: Likeness,
}

/// A dispute: its denials, its charges, and what made it one.
struct Dispute {
    denials: Vec<usize>,
    charges: Vec<usize>,
    p: f32,
    like: Likeness,
}

impl Dispute {
    /// Is a position on one of its sides?
    fn has(&self, position: usize) -> bool {
        self.denials.contains(&position) || self.charges.contains(&position)
    }
}

/// A position that no claim holds: its words, who holds it, and what it is about.
fn made<'a>(
    (view, v): (usize, &View<'a>),
    words: Range<usize>,
    about: Range<usize>,
    speaker: Range<usize>,
    sentence: usize,
) -> Position<'a> {
    let span = v.span(words.start, words.end);
    let by = (!speaker.is_empty()).then(|| v.span(speaker.start, speaker.end));
    let entity = by.and_then(|by| v.reading.mentions.entities.iter().find(|e| by.contains(e.span)));
    let name = by.map_or(String::new(), |by| v.reading.doc.name_at(by));
    let claim = Claim {
        span,
        kind: ClaimKind::Indirect,
        cue: None,
        cue_lemma: String::new(),
        attitude: "say",
        polarity: Polarity::Affirmed,
        speaker: None,
        speaker_role: None,
        speaker_kind: SpeakerKind::default(),
        speaker_from: None,
        reported_by: None,
        fragments: Vec::new(),
        sentence: v.sentences[sentence].index,
        rule: "answer",
        confidence_0_1: 0.5,
        speaker_entity: entity.and_then(|e| e.entity),
        speaker_name: name,
    };
    let mut position = position(view, v, Cow::Owned(claim));
    if let Some(by) = by {
        position.party.add(v, by);
    }
    (position.bag, position.mass) = v.bag(about.clone());
    (position.kin, position.kin_mass) = bag_of(v, about);
    position.made = true;
    position
}

/// Relative denials (`… ، وهو ما نفته الوزارة`) against what their own sentence tells, and whoever else tells it.
fn relative<'a>(story: &Story<'a>, all: &mut Vec<Position<'a>>, edges: &mut Vec<Edge>) {
    let real = all.len();
    let outlet = |i: usize| story.views[i].reading.doc.article.outlet.as_str();
    for (i, v) in story.views.iter().enumerate() {
        for x in answers::relatives(v) {
            let mut denial = made((i, v), x.words.clone(), x.content.clone(), x.denier.clone(), x.sentence);
            denial.denies = true;
            denial.points = true;
            let said = x.claim.map(|c| v.reading.mentions.claims[c].span);
            let known = said.and_then(|span| (0..real).find(|n| all[*n].view == i && all[*n].claim.span == span));
            if known.is_some_and(|n| all[n].denies || all[n].claim.polarity != Polarity::Affirmed) {
                continue;
            }
            // who denies does not say it himself
            let himself = |n: usize| one_party(&all[n], &denial) || stands_for(v, &all[n]).meets(&denial.party);
            if known.is_some_and(himself)
                || known.is_some_and(|n| supposed(v, &all[n]) || in_his_name(v, &all[n], &denial))
            {
                continue;
            }
            let d = all.len();
            let (about, another) = denied_matter(v, &x, known.map(|n| &all[n]), &denial);
            let known = known.filter(|_| about.start <= x.content.start && !another);
            let by_speaker = said.filter(|_| known.is_none() && !another).and(x.claim);
            (denial.kin, denial.kin_mass) = bag_of(v, about.clone());
            (denial.bag, denial.mass) = v.bag(about.clone());
            let content = known.unwrap_or(d + 1);
            // of a sentence that is told as a whole the last clause alone may be what is denied
            let last = x.last.clone().filter(|_| about == x.content).map(|words| bag_of(v, words));
            let share = |n: usize| {
                let of = |(kin, mass): (&Bag, f32)| {
                    let both = align::overlap(kin, &all[n].kin);
                    if both >= LEAST_TOLD { both / mass.max(0.5) } else { 0.0 }
                };
                of((&denial.kin, denial.kin_mass)).max(last.as_ref().map_or(0.0, |(kin, mass)| of((kin, *mass))))
            };
            let told: Vec<(f32, usize)> = (0..real)
                .filter(|n| *n != content)
                .map(|n| (share(n), n))
                .filter(|(share, n)| *share >= TOLD_TOO && can_tell(story, &denial, &all[*n]))
                .collect();
            let told_plainly: Vec<(f32, Position)> = (0..story.views.len())
                .filter(|j| outlet(*j) != outlet(i) && !told.iter().any(|(_, n)| all[*n].view == *j))
                .filter_map(|j| told_in(story, &denial, j))
                .collect();
            all.push(denial);
            if known.is_none() {
                let by = x.accuser.clone().filter(|r| r.start >= about.start && r.end <= about.end).unwrap_or(0..0);
                let mut charge = made((i, v), about.clone(), about.clone(), by.clone(), x.sentence);
                if let Some(c) = by_speaker.map(|c| &v.reading.mentions.claims[c]) {
                    charge.claim.to_mut().speaker_name = c.speaker_name.clone();
                    charge.claim.to_mut().speaker_entity = c.speaker_entity;
                    charge.party.entities.extend(c.speaker_entity);
                } else if charge.party.is_named() {
                    charge.accuses = !by.is_empty();
                } else {
                    charge.claim.to_mut().speaker_name.clear();
                }
                all.push(charge);
            }
            edges.push(Edge { p: 0.9, d, a: content, like: Likeness { p: 0.9, share: 1.0, head: 1.0 } });
            for (share, position) in told_plainly {
                let like = Likeness { p: share, share, head: 1.0 };
                edges.push(Edge { p: 0.5 + 0.2 * share, d, a: all.len(), like });
                all.push(position);
            }
            for (share, n) in told {
                edges.push(Edge { p: 0.6 + 0.2 * share, d, a: n, like: Likeness { p: share, share, head: 1.0 } });
            }
        }
    }
}

/// Is a statement one that somebody else spread in the name of who denies it (`ذكر المنشور على لسان اللاعب`, `وهو ما نفاه اللاعب`)?
fn in_his_name(v: &View, a: &Position, denial: &Position) -> bool {
    let from = v.words_of(a.claim.span).start;
    let tongue = |t: usize| v.word(t) == "لسان" && v.word(t - 1) == "علي";
    denial.party.entities.is_empty() && (from.saturating_sub(CONDITION).max(1)..from).any(tongue)
}

/// What a relative denial denies: the charge inside of what stands before it (`غداة اتهامات للحكومة بشن الهجوم، وهو ما نفته`), and
/// whether another makes it than who says the rest. Else all that stands before it.
fn denied_matter(v: &View, x: &answers::Answer, known: Option<&Position>, denial: &Position) -> (Range<usize>, bool) {
    let cue = |p: &Position| p.claim.cue.map(|c| v.term_at(c.start));
    let of_denier = |words: Range<usize>| {
        let mut party = Party::default();
        party.add_speakers(v, v.span(words.start, words.end));
        party.meets(&denial.party)
    };
    // whom a relative clause accuses by the way is not the one who denies (`لاتهامه بالارتباط بالجماعة التي تتهمها أنقرة، وهو ما
    // ينفيه محاموه`): the charge stands before it
    let by_the_way = known.filter(|k| k.accuses && k.target.is_named() && denial.party.is_named());
    let other = by_the_way.filter(|k| !k.target.meets(&denial.party)).and_then(cue);
    if let Some(relative) = other.and_then(|c| matter::relative_before(v, c)) {
        let from = v.sentences[x.sentence].from;
        let before = from..relative.max(from);
        if let Some(inner) = matter::told(v, before, |_| false) {
            return (inner.from..relative, inner.another);
        }
    }
    match matter::told(v, x.content.clone(), of_denier) {
        Some(inner) if known.is_none_or(|k| !k.accuses) => (inner.from..x.content.end, inner.another),
        _ => (x.content.clone(), false),
    }
}

/// Share of a relative denial's content that a sentence without a speaker must tell.
const TOLD_PLAINLY: f32 = 0.6;

/// The sentence of a document that tells what a relative denial denies, without a speaker and without a denial.
fn told_in<'a>(story: &Story<'a>, d: &Position, j: usize) -> Option<(f32, Position<'a>)> {
    let (v, w) = (&story.views[d.view], &story.views[j]);
    let tells = |(n, s): (usize, &align::Sent)| {
        let (bag, _) = bag_of(w, s.from..s.to);
        let both = align::overlap(&d.kin, &bag);
        let share = both / d.kin_mass.max(0.5);
        let sure = !is_denied(w, s.from..s.to) && claim_at(w, w.span(s.from, s.to)).is_none();
        let same_time = || !(super::other_day(v, d.sentence, w, n) && super::other_time(v, d.sentence, w, n));
        (both >= LEAST_TOLD && share >= TOLD_PLAINLY && sure && same_time()).then_some((share, n))
    };
    let sentences = w.sentences.iter().enumerate().filter(|(_, s)| s.to > s.from);
    let (share, n) = sentences.filter_map(tells).max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)))?;
    let s = &w.sentences[n];
    Some((share, made((j, w), s.from..s.to, s.from..s.to, 0..0, n)))
}

/// May a claim tell what a relative denial denies, whatever its words?
fn can_tell(story: &Story, d: &Position, a: &Position) -> bool {
    let asserted = !a.denies && a.claim.polarity == Polarity::Affirmed && asserts(&a.claim);
    asserted && !d.party.meets(&a.party) && (d.view == a.view || !at_another_time(story, d, a))
}

/// Who is named nearest to a word for a part, whose part it is.
fn whose(v: &View, from: usize, at: usize, end: usize) -> Party {
    let own = v.word(at).ends_with(['ه', 'ا']) || matches!(v.word(at), "وراء" | "خلف");
    let mut order: Vec<usize> = (at.saturating_sub(WHOSE).max(from)..at).rev().collect();
    let behind = at + 1..end.min(at + 3);
    if own {
        order.extend(behind)
    } else {
        order.splice(0..0, behind).for_each(drop)
    }
    for t in order {
        let span = v.entity_at(t).map_or(v.span(t, t + 1), |e| e.span);
        let mut party = Party::default();
        party.add_speakers(v, span);
        if party.is_named() {
            return party;
        }
    }
    Party::default()
}

/// Denials of a part in a deed against those who tell of it in other words than an accusation (`تقف وراء تسميم`).
fn parts<'a>(story: &Story<'a>, all: &mut Vec<Position<'a>>, edges: &mut Vec<Edge>) {
    let real = all.len();
    for d in 0..real {
        let v = &story.views[all[d].view];
        let words = v.words_of(all[d].claim.span);
        if !all[d].denies || !all[d].points || all[d].made || !all[d].party.is_named() {
            continue;
        }
        let end = words.end.min(words.start + NO_PART);
        let named = |v: &View, t: usize| v.entity_at(t).is_some();
        let part = (words.start..end).find(|t| charge(v.word(*t)) == Some(false));
        // in what it is said that there was no part, or what those accuse of whom it answers
        let (deed, mass) = match part {
            Some(part) => bag_of(v, (part + 1..words.end.min(part + 9)).filter(|t| !named(v, *t))),
            None => {
                let Some(charge) = edges.iter().find(|e| e.d == d && all[e.a].accuses).map(|e| &all[e.a]) else {
                    continue;
                };
                let w = &story.views[charge.view];
                bag_of(w, w.words_of(charge.claim.span).filter(|t| !named(w, *t) && !answers::is_part(w.word(*t))))
            }
        };
        let least = SAME_DEED.min(0.5 * mass).max(LEAST_DEED);
        // `any part in this affair`: in what has just been told
        let pointed = part.is_some_and(|part| {
            let words = part + 1..words.end.min(part + 5);
            let telling = |t: &usize| !v.terms[*t].light && !answers::is_told_deed(v.word(*t)) && !named(v, *t);
            !words.into_iter().any(|t| telling(&t))
        });
        let (view, sentence) = (all[d].view, all[d].sentence);
        let just_before = |i: usize, n: usize| pointed && i == view && (n..=n + NEXT_TO).contains(&sentence);
        for (i, w) in story.views.iter().enumerate() {
            for (n, s) in w.sentences.iter().enumerate().take(PART_TOP) {
                if align::overlap(&deed, &bag_of(w, s.from..s.to).0) < least && !just_before(i, n) {
                    continue;
                }
                for x in answers::parts(w, s.from..s.to) {
                    let span = w.span(x.words.start, x.words.end);
                    let said = claim_at(w, span);
                    let mut by = Party::default();
                    if let Some(who) = &x.accuser {
                        by.add(w, w.span(who.start, who.end));
                    } else if let Some(c) = said {
                        by.entities.extend(c.speaker_entity);
                        by.add_words(Gazetteer::get(), &c.speaker_name);
                    }
                    let told = all.iter().any(|a| a.view == i && a.accuses && a.claim.span.overlaps(span));
                    let denied = all.iter().any(|a| a.view == i && a.denies && a.claim.span.contains(span));
                    // `الهجوم الذي تقول لندن إن موسكو مسؤولة عنه`
                    let of_it = x.at + 1 < s.to && answers::is_of_it(w.word(x.at + 1));
                    let (about, _) = if of_it { bag_of(w, s.from..x.at) } else { bag_of(w, x.at + 1..x.words.end) };
                    if told
                        || denied
                        || by.meets(&all[d].party)
                        || align::overlap(&deed, &about) < least && !just_before(i, n)
                        || !whose(w, s.from, x.at, s.to).meets(&all[d].party)
                    {
                        continue;
                    }
                    let who = x.accuser.clone().unwrap_or(0..0);
                    let mut charge = made((i, w), x.words.clone(), x.words.clone(), who, n);
                    if let Some(c) = said.filter(|_| x.accuser.is_none()) {
                        charge.claim.to_mut().speaker_name = c.speaker_name.clone();
                        charge.claim.to_mut().speaker_entity = c.speaker_entity;
                        charge.party = by;
                    }
                    charge.accuses = true;
                    let near = all[d].view != i || all[d].sentence.abs_diff(charge.sentence) <= NEXT_TO;
                    if !near || at_another_time(story, &all[d], &charge) || supposed(w, &charge) {
                        continue;
                    }
                    edges.push(Edge { p: 0.7, d, a: all.len(), like: Likeness { p: 0.7, share: 0.3, head: 1.0 } });
                    all.push(charge);
                }
            }
        }
    }
}

/// Sentences before a denial of `these charges` in which they are told.
const TOLD_BEFORE: usize = 3;
/// Words of a told charge.
const TOLD_WORDS: usize = 28;

/// Is a noun of accusing one that says no more itself (`على الاتهامات منذ`)?
fn bare_charge(v: &View, t: usize) -> bool {
    let next = if t + 1 < v.terms.len() { v.word(t + 1) } else { "" };
    clitics::strip_conjunction(v.word(t)).starts_with("ال") && !(next.starts_with('ب') && next.chars().count() > 2)
}

/// Denials of `these charges` that nothing answers yet, against the charges that the same text tells before (`شبهات مفادها أن الوزير
/// مول حملته`).
fn told_charges<'a>(story: &Story<'a>, all: &mut Vec<Position<'a>>, edges: &mut Vec<Edge>) {
    for d in 0..all.len() {
        let i = all[d].view;
        let v = &story.views[i];
        if all[d].made || !of_told_charges(v, &all[d]) || edges.iter().any(|e| e.d == d && all[e.a].view == i) {
            continue;
        }
        let Some(own) = v.sentences.iter().position(|s| s.index as usize == all[d].sentence) else { continue };
        let of_denier = |words: Range<usize>| {
            let mut party = Party::default();
            party.add(v, v.span(words.start, words.end));
            party.meets(&all[d].party)
        };
        let start = all[d].claim.cue.map_or(v.words_of(all[d].claim.span).start, |c| v.term_at(c.start));
        let found = (own.saturating_sub(TOLD_BEFORE)..=own).rev().filter(|n| !v.is_title(*n)).find_map(|n| {
            let s = &v.sentences[n];
            let end = if n == own { start } else { s.to };
            let inner = (end > s.from + 1).then(|| matter::told(v, s.from..end, of_denier)).flatten()?;
            if !inner.another || bare_charge(v, inner.from) {
                return None;
            }
            let words = inner.from..end.min(inner.from + TOLD_WORDS);
            (of_denier(words.clone()) && !is_denied(v, s.from..end)).then_some((n, words))
        });
        let Some((n, words)) = found else { continue };
        let mut charge = made((i, v), words.clone(), words, 0..0, n);
        charge.accuses = true;
        edges.push(Edge { p: 0.7, d, a: all.len(), like: Likeness { p: 0.7, share: 0.3, head: 1.0 } });
        all.push(charge);
    }
}

/// Charges and their denials, one fact a dispute. Cost: denials times claims of a story.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut all: Vec<Position> = story.views.iter().enumerate().flat_map(|(i, v)| positions(i, v)).collect();
    all.extend(story.views.iter().enumerate().flat_map(|(i, v)| unclaimed(i, v)));
    let mut edges: Vec<Edge> = Vec::new();
    for (n, d) in all.iter().enumerate() {
        if !d.denies && d.claim.polarity != Polarity::Negated {
            continue;
        }
        for (m, a) in all.iter().enumerate() {
            let like = likeness(story, d, a);
            if n != m && like.p >= LEAST {
                edges.push(Edge { p: like.p, d: n, a: m, like });
            }
        }
    }
    // the body rather than its headline
    for Edge { p, d, a, .. } in &mut edges {
        for n in [*d, *a] {
            let doc = &story.views[all[n].view].reading.doc;
            *p *= if doc.sentences[all[n].sentence].is_title { TITLE } else { 1.0 };
            *p += if all[n].accuses { ACCUSES } else { 0.0 };
            *p += if all[n].claim.kind == ClaimKind::Direct { OWN_WORDS } else { 0.0 };
            *p *= if story.views[all[n].view].words_of(all[n].claim.span).len() > LONG { WORDY } else { 1.0 };
        }
    }
    relative(story, &mut all, &mut edges);
    parts(story, &mut all, &mut edges);
    told_charges(story, &mut all, &mut edges);
    beside::beside(story, &mut all, &mut edges);
    edges.sort_by(|x, y| y.p.total_cmp(&x.p).then((x.d, x.a).cmp(&(y.d, y.a))));
    // what hangs together is one dispute: its denials and its charges
    let mut groups: Vec<Dispute> = Vec::new();
    for Edge { p, d, a, like } in edges {
        // one denier answers one charge a story, in several words
        let speaks = |k: &usize, n: usize| {
            let (x, y) = (&all[*k].claim.speaker_name, &all[n].claim.speaker_name);
            !x.is_empty() && super::one_source(x, y)
        };
        let one = |g: &&mut Dispute| {
            g.denials.contains(&d)
                || g.charges.contains(&a)
                || g.denials.iter().any(|k| speaks(k, d))
                    && g.charges.iter().any(|k| all[*k].party.meets(&all[a].party) || all[*k].accuses && all[a].accuses)
        };
        match groups.iter_mut().find(one) {
            Some(g) if g.charges.contains(&d) || g.denials.contains(&a) => {}
            Some(g) => {
                for (side, n) in [(&mut g.denials, d), (&mut g.charges, a)] {
                    if !side.contains(&n) {
                        side.push(n);
                    }
                }
            }
            None => groups.push(Dispute { denials: vec![d], charges: vec![a], p, like }),
        }
    }
    let mut disputes: Vec<Dispute> = Vec::new();
    for g in groups {
        match disputes.iter_mut().find(|f| one_matter(&all, f, &g)) {
            Some(f) => {
                f.denials.extend(g.denials.iter().filter(|n| !f.charges.contains(n)));
                f.charges.extend(g.charges.iter().filter(|n| !f.denials.contains(n)));
            }
            None => disputes.push(g),
        }
    }
    points_again(&all, &mut disputes);
    for g in &mut disputes {
        said_again(&all, g);
        told_by_the_denier(story, &mut all, g);
    }
    disputes
        .into_iter()
        .filter_map(|mut g| {
            for side in [&mut g.denials, &mut g.charges] {
                voices(story, &all, side);
            }
            let outlet = |n: &usize| &story.views[all[*n].view].reading.doc.article.outlet;
            let first = outlet(&g.denials[0]);
            let made = |side: &[usize]| side.iter().all(|n| all[*n].made);
            let made = made(&g.denials) && made(&g.charges);
            let alone = g.denials.iter().chain(&g.charges).all(|n| outlet(n) == first);
            let lead = story.views[all[g.denials[0]].view].reading.doc.sentences.len().min(LEAD);
            (!made || !alone || all[g.denials[0]].sentence < lead).then(|| fact(story, of, &all, &g, language))
        })
        .collect()
}

/// Adds to the one dispute of a denier in the story his other denials of `the accusations`.
fn points_again(all: &[Position], disputes: &mut [Dispute]) {
    for (n, p) in all.iter().enumerate() {
        if p.made || !p.denies || !p.points || p.no_part || disputes.iter().any(|g| g.has(n)) {
            continue;
        }
        let mut own = disputes.iter_mut().filter(|g| g.denials.iter().any(|k| one_party(&all[*k], p)));
        if let (Some(g), None) = (own.next(), own.next()) {
            g.denials.push(n);
        }
    }
}

/// Words of a denial that may repeat what it denies.
const REPEATED: usize = 24;

/// Adds what a denier says that another has said (`ما ذكره المحافظ من أن …`) where nothing else in the text does.
fn told_by_the_denier<'a>(story: &Story<'a>, all: &mut Vec<Position<'a>>, g: &mut Dispute) {
    // the body rather than its headline
    let mut denials = g.denials.clone();
    denials.sort_by_key(|d| story.views[all[*d].view].reading.doc.sentences[all[*d].sentence].is_title);
    for d in denials {
        let (i, sentence) = (all[d].view, all[d].sentence);
        let v = &story.views[i];
        let words = v.words_of(all[d].claim.span);
        if !all[d].author.is_named() || all[d].made || g.charges.iter().any(|a| all[*a].view == i) {
            continue;
        }
        let Some((who, from)) = answers::frame(v, words.clone()) else { continue };
        let Some(n) = v.sentences.iter().position(|s| s.index as usize == sentence) else { continue };
        let end = if from + 1 < words.end { words.end } else { v.sentences[n].to };
        let judged = |t: &usize| denial_at(v, *t) || matches!(v.word(*t), "هو" | "هي");
        let to = (from..end.min(from + REPEATED)).find(judged).unwrap_or(end.min(from + REPEATED));
        if to < from + 2 || bag_of(v, from..to).0.len() < GOES_ON_FROM {
            continue;
        }
        let mut charge = made((i, v), from..to, from..to, who, n);
        charge.denies = false;
        let both = |a: &usize| align::overlap(&charge.kin, &all[*a].kin);
        if g.charges.iter().any(|a| both(a) >= LEAST_OF_HIS) {
            g.charges.push(all.len());
            all.push(charge);
        }
    }
}

/// First sentences of a text, its headline with them, in which a relative denial is news even if no other outlet has it.
const LEAD: usize = 3;
/// Share of the lighter one's words that two disputes of the same parties must have in common to be one.
const ONE_MATTER: f32 = 0.3;

/// Are two disputes of one story one: the same denier, and words in common?
fn one_matter(all: &[Position], f: &Dispute, g: &Dispute) -> bool {
    let near = |x: usize, y: usize| {
        let both = align::overlap(&all[x].kin, &all[y].kin);
        both >= LEAST_SHARED && both >= ONE_MATTER * all[x].kin_mass.min(all[y].kin_mass)
    };
    let any =
        |x: &[usize], y: &[usize], is: &dyn Fn(usize, usize) -> bool| x.iter().any(|x| y.iter().any(|y| is(*x, *y)));
    let party = |x: usize, y: usize| one_party(&all[x], &all[y]);
    let crossed = any(&f.denials, &g.charges, &|x, y| x == y) || any(&f.charges, &g.denials, &|x, y| x == y);
    let same = any(&f.denials, &g.denials, &party) || any(&f.charges, &g.charges, &party);
    !crossed && same && (any(&f.charges, &g.charges, &near) || any(&f.denials, &g.denials, &near))
}

/// Do two positions stand for one party?
fn one_party(x: &Position, y: &Position) -> bool {
    let (p, q) = (&x.claim.speaker_name, &y.claim.speaker_name);
    x.party.meets(&y.party) || !p.is_empty() && !q.is_empty() && super::one_source(p, q)
}

/// Share of a claim that another of the same party must hold to be said again, or else of the lighter of the two.
const AGAIN: f32 = 0.5;
const AGAIN_IN_SHORT: f32 = 0.65;
/// Weight and share that two statements have in common that are one, whoever is read as the speaker.
const ONE_WORDING: f32 = 1.4;
const OF_ONE_WORDING: f32 = 0.6;

/// Adds to a dispute what its parties say again elsewhere in the story.
fn said_again(all: &[Position], g: &mut Dispute) {
    let again = |side: &[usize], n: usize| {
        side.iter().any(|k| {
            let (x, y) = (&all[*k], &all[n]);
            let both = align::overlap(&x.kin, &y.kin);
            let (more, less) = (x.kin_mass.max(y.kin_mass), x.kin_mass.min(y.kin_mass));
            let one_wording = both >= ONE_WORDING && both >= OF_ONE_WORDING * more;
            let share = both >= AGAIN * more || both >= AGAIN_IN_SHORT * less;
            one_wording || both >= LEAST_SHARED && share && one_party(x, y)
        })
    };
    for (n, p) in all.iter().enumerate().filter(|(_, p)| !p.made) {
        if g.has(n) {
            continue;
        }
        let denies = p.denies || p.claim.polarity == Polarity::Negated;
        if denies && again(&g.denials, n) {
            g.denials.push(n);
        } else if !denies && p.claim.polarity == Polarity::Affirmed && again(&g.charges, n) {
            g.charges.push(n);
        }
    }
}

/// Keeps of one side of a dispute two voices a document: the speaker's own words, then what was found first.
fn voices(story: &Story, all: &[Position], side: &mut Vec<usize>) {
    let rank = |n: usize| {
        let p = &all[n];
        let title = story.views[p.view].reading.doc.sentences[p.sentence].is_title;
        let v = &story.views[p.view];
        let by_verb = p.no_part || denies(&p.claim) || denies_inside(v, &p.claim);
        (p.made, title, p.denies && !by_verb, p.claim.kind != ClaimKind::Direct)
    };
    let mut order: Vec<(usize, usize)> = side.iter().copied().enumerate().collect();
    order.sort_by_key(|(at, n)| (rank(*n), *at));
    let mut kept: Vec<usize> = Vec::new();
    let first = side[0];
    for (_, n) in order {
        // a headline beside the body says nothing more
        let most = if rank(n).1 { 1 } else { VOICES };
        if kept.iter().filter(|k| all[**k].view == all[n].view).count() < most {
            kept.push(n);
        }
    }
    // the one that it was found by stands first, or what its document has for it
    kept.sort_by_key(|n| (all[*n].view != all[first].view, side.iter().position(|k| k == n)));
    *side = kept;
}

/// What reading showed over a corpus: of accusations whose denial points to them or shares their words 37 of 38 were disputes, of
/// others between accuser and accused six of ten; of statements and denials 27 of 43.
fn confidence(d: &Position, a: &Position, like: &Likeness, p: f32) -> f32 {
    if d.made {
        return 0.8;
    }
    if !a.accuses {
        return (0.58 + 0.25 * (p - 0.7)).clamp(0.54, 0.66);
    }
    if d.points || like.share >= SHARED_CHARGE { (0.84 + 0.15 * (p - 0.8)).clamp(0.8, 0.88) } else { 0.56 }
}

/// Share of words that makes an accusation and a denial that does not point to it surely one dispute.
const SHARED_CHARGE: f32 = 0.3;

/// A denial with what the denier goes on to say of it (`نحن لا نعيق العودة`).
fn goes_on(all: &[Position], denial: usize, charges: &[usize]) -> Span {
    let d = &all[denial];
    let next = |x: &&Position| {
        let near = x.sentence >= d.sentence && x.sentence - d.sentence <= FOLLOWING;
        let own = x.claim.speaker_name == d.claim.speaker_name || x.claim.speaker_kind == SpeakerKind::Anonymous;
        x.view == d.view && near && own && x.claim.polarity == Polarity::Negated && !x.claim.span.overlaps(d.claim.span)
    };
    let of_it =
        |x: &&Position| charges.iter().chain([&denial]).any(|n| align::overlap(&x.bag, &all[*n].bag) >= GOES_ON);
    let last = all.iter().filter(next).filter(of_it).map(|x| x.claim.span.end).max();
    Span { start: d.claim.span.start, end: last.unwrap_or(0).max(d.claim.span.end) }
}

fn fact(
    story: &Story,
    of: &crate::model::Story,
    all: &[Position],
    Dispute { denials, charges, p, like }: &Dispute,
    language: Language,
) -> Fact {
    let why = explain::reason(Reason::BetweenSpeakers, language).to_string();
    let sentence = |n: usize| {
        let doc = &story.views[all[n].view].reading.doc;
        doc.sentences[doc.sentence_at(all[n].claim.span.start)].span
    };
    let about = denied_words(story, &all[denials[0]]);
    let shown: FxHashMap<usize, Shown> = (charges.iter().map(|n| (*n, shown_charge(story, &all[*n], &about))))
        .chain(denials.iter().map(|n| (*n, shown_denial(story, &all[*n]))))
        .collect();
    // an agency or a paper carries a charge, it makes none
    let by = |n: usize| -> &str {
        let name = all[n].claim.speaker_name.as_str();
        let carries = Gazetteer::get().classes(&crate::lang::gaz::key(name)) & crate::lang::gaz::bits::MEDIA != 0;
        if (carries || shown[&n].another) && charges.contains(&n) { "" } else { name }
    };
    // one value a side: all its voices say the same
    let label = |side: &[usize], denied: bool| {
        let mut names: Vec<&str> = Vec::new();
        for n in side {
            let name = by(*n);
            let known = names.iter().any(|x| *x == name || super::one_source(x, name));
            if !name.is_empty() && !known && names.len() < NAMED {
                names.push(name);
            }
        }
        let verb = match (denied, names.is_empty()) {
            (true, _) => explain::pick(language, "denied by", "ينفيه"),
            (false, false) => explain::pick(language, "said by", "يقوله"),
            (false, true) => explain::pick(language, "told", "مذكور"),
        };
        format!("{verb} {}", names.join(explain::pick(language, ", ", "، "))).trim_end().to_string()
    };
    let labels = [label(charges, false), label(denials, true)];
    let value = |n: usize, denied: bool| {
        let said = match shown[&n].another {
            true => shown[&n].span,
            false => whole(&story.views[all[n].view], &all[n].claim, shown[&n].span),
        };
        FactValue {
            doc: story.views[all[n].view].doc,
            span: if denied { said.join(goes_on(all, n, charges)) } else { said },
            value: labels[usize::from(denied)].clone(),
            evidence: sentence(n),
            speaker_name: by(n).to_string(),
            reason: why.clone(),
        }
    };
    let mut values: Vec<FactValue> =
        denials.iter().map(|n| value(*n, true)).chain(charges.iter().map(|n| value(*n, false))).collect();
    let side = |n: usize| {
        let doc = &story.views[all[n].view].reading.doc;
        (doc.article.outlet.clone(), by(n).to_string(), shown[&n].text(doc, 110))
    };
    // the two that it was found by first
    let (d, a) = (denials[0], charges[0]);
    let found = |v: &FactValue| [value(d, true), value(a, false)].iter().any(|f| (f.doc, f.span) == (v.doc, v.span));
    values.sort_by_key(|v| (!found(v), v.doc, v.span));
    let sure = confidence(&all[d], &all[a], like, *p);
    let said = shown[&a].text(&story.views[all[a].view].reading.doc, 70);
    let num = |b: bool| f32::from(u8::from(b));
    Draft {
        kind: FactKind::Polarity,
        subject: format!("{}: {said}", explain::pick(language, "disputed", "خلاف")),
        verdict: Relation::Contradict,
        values,
        severity: Severity::Medium,
        confidence_0_1: f64::from(sure),
        explanation: explain::dispute(side(a), side(d), all[a].accuses && !by(a).is_empty(), language),
        score_parts: [
            ("said again", *p),
            ("shared", like.share),
            ("first words", like.head),
            ("accuses", num(all[a].accuses)),
            ("points", num(all[d].points)),
        ]
        .into_iter()
        .map(|(n, v)| score::part(n, v))
        .collect(),
    }
    .fact(story, of)
}
