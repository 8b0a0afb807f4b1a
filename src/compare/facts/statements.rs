//! Statements: stretches of two texts that say the same thing, found in aligned sentences and among matched claims, and the facts they make.

use rustc_hash::FxHashMap;

use super::changes::opposites;
use super::edges::other_place;
use super::score::{self, Features, probability};
use super::verdict::{Reason, Verdict};
use super::{Draft, Saying, Story, beside, explain, value_at};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, Pair, View};
use crate::mentions::ranks::RANK;
use crate::model::{ClaimKind, ClaimMatch, Fact, FactKind, FactValue, Language, Relation, Severity, Span, TokenKind};
use crate::text::clitics;

/// Matched claims as statements.
pub(super) fn quotes(views: &[View], matches: &[&ClaimMatch], out: &mut Vec<Saying>) {
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
pub(super) fn say(views: &[View], (i, j): (usize, usize), pairs: &[Pair], out: &mut Vec<Saying>) {
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
        if other_counts(a, a_range, b, b_range) || opposites(a, a_range, b, b_range, links) || elsewhere(a, b, pair) {
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
        let (mut x, mut y) = (whole_clause(a, a_range), whole_clause(b, b_range));
        // the clause may hold a count that the stretch has not, and the other sentence another: 32 killed here and 39 there
        let added = |v: &View, clause: Span, (from, to): (usize, usize), w: &View, n: usize| {
            let words = v.words_of(clause);
            let theirs = counts(w, (w.sentences[n].from, w.sentences[n].to));
            let mut more = counts(v, (words.start, from));
            more.extend(counts(v, (to, words.end)));
            unlike(&more, &theirs)
        };
        if added(a, x, a_range, b, pair.b) || added(b, y, b_range, a, pair.a) {
            (x, y) = (a.span(a_range.0, a_range.1), b.span(b_range.0, b_range.1));
        }
        if [(a, x), (b, y)].into_iter().any(|(v, s)| v.words_of(s).len() < LEAST_WORDS) {
            continue;
        }
        out.push(Saying {
            a: (i, x),
            b: (j, y),
            sentences: (pair.a, pair.b),
            kind,
            verdict,
            features,
            p,
            claims: None,
        });
    }
}

/// Are two sentences of two places, and count differently what they count (an attack here and one there)?
fn elsewhere(a: &View, b: &View, pair: &Pair) -> bool {
    let counted = |v: &View, n: usize| counts(v, (v.sentences[n].from, v.sentences[n].to));
    unlike(&counted(a, pair.a), &counted(b, pair.b)) && other_place(a, pair.a, b, pair.b)
}

/// Words of a statement: two are a thing that both name (`صاروخ كاتيوشا`), nothing that they tell.
const LEAST_WORDS: usize = 3;

/// Words that a statement may lack on each side to reach the end of its clause.
const LACKING: usize = 4;

/// Words that say nothing without the next one.
static LEANING: Words = Words::new(&words::COMPARING, "leaning");

/// Source span of words `from..to`, with the few words that are missing to the marks or ends of the sentence around,
/// or else with those that say nothing without their neighbour: `لم تدع` and not `تدع`, `غير صالح` and not `غير`.
fn whole_clause(v: &View, (from, to): (usize, usize)) -> Span {
    let doc = &v.reading.doc;
    let (first, last) = (v.terms[from].token as usize, v.terms[to - 1].token as usize);
    let sentence = doc.sentence_tokens(doc.sentence_at(doc.tokens[first].span.start));
    let word = |t: &usize| doc.tokens[*t].kind != TokenKind::Punct;
    let leans = |t: usize| LEANING.has(clitics::strip_conjunction(doc.fold_of(t)));
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
pub(super) fn named(v: &View, term: usize) -> bool {
    let at = v.span(term, term + 1);
    let mut entities = v.reading.mentions.entities.iter();
    entities.any(|e| e.span.overlaps(at) || e.role.is_some_and(|r| r.overlaps(at)))
}

/// Do two stretches both count, and nothing alike (`خمسة مواقع`, `عشرة مواقع`)? The word behind a stretch belongs to it
/// (`في الدقيقة 57`). Days are no counts: one event that two texts date otherwise is told by both.
fn other_counts(a: &View, x: (usize, usize), b: &View, y: (usize, usize)) -> bool {
    let (p, q) = (counts(a, (x.0, x.1 + 1)), counts(b, (y.0, y.1 + 1)));
    unlike(&p, &q)
}

/// Are there counts on both sides, and nothing alike?
fn unlike(p: &[f64], q: &[f64]) -> bool {
    !p.is_empty() && !q.is_empty() && !p.iter().any(|n| q.contains(n))
}

/// The counts among some words, places in an order aside.
fn counts(v: &View, (from, to): (usize, usize)) -> Vec<f64> {
    let to = to.min(v.terms.len());
    if from >= to {
        return Vec::new();
    }
    let span = v.span(from, to);
    let quantities = v.reading.mentions.quantities.iter().filter(|q| q.unit != RANK && q.span.overlaps(span));
    quantities.flat_map(|q| [Some(q.value), q.upper]).flatten().collect()
}

/// Words by which something is expected, likely or planned only.
static HEDGE: Words = Words::new(&words::COMPARING, "hedge");

/// Is something in a stretch expected, likely or planned only?
fn hedged(v: &View, (from, to): (usize, usize)) -> bool {
    (from.saturating_sub(3)..to).any(|t| hedges(v.word(t)))
}

/// Does a folded word say that something is expected, likely or planned?
pub(super) fn hedges(word: &str) -> bool {
    let w = clitics::strip_conjunction(word);
    HEDGE.has(w) || HEDGE.has(clitics::strip_article(w))
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

/// A document's stretch: story-local document, span, sentence.
type Stretch = (usize, Span, usize);

/// Statements of several documents that correspond.
struct SayingGroup<'a> {
    kind: FactKind,
    members: Vec<Stretch>,
    sayings: Vec<&'a Saying>,
}

/// Share of the telling words of the shorter of two stretches that both must have to tell one thing with a third.
const COHERE: f32 = 0.3;

/// Do other stretches tell one thing with all of a group, in words of one family? Of quotations the claims say so.
fn coheres(story: &Story, group: &SayingGroup, others: &[Stretch]) -> bool {
    let kin = |m: &Stretch| -> (align::Bag, f32) {
        let v = &story.views[m.0];
        super::disputes::bag_of(v, v.words_of(m.1))
    };
    if group.kind == FactKind::Quote {
        return true;
    }
    let others: Vec<_> = others.iter().map(kin).collect();
    group
        .members
        .iter()
        .map(kin)
        .all(|(left, p)| others.iter().all(|(right, q)| align::overlap(&left, right) >= COHERE * p.min(*q)))
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
pub(super) fn by_sentence(story: &Story, facts: &[Fact], wanted: impl Fn(&Fact) -> bool) -> BySentence {
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
pub(super) fn in_both(facts: &BySentence, x: (usize, usize), y: (usize, usize)) -> Vec<usize> {
    let (Some(p), Some(q)) = (facts.get(&x), facts.get(&y)) else { return Vec::new() };
    p.iter().filter(|n| q.contains(n)).copied().collect()
}

/// Statements: groups of corresponding stretches, one a document.
pub(super) fn saying_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
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
            (Some(g), None) if open(g, y.0) && coheres(story, &groups[g], &[stretch_b]) => {
                group_of.insert(y, g);
                groups[g].members.push(stretch_b);
                groups[g].sayings.push(s);
            }
            (None, Some(g)) if open(g, x.0) && coheres(story, &groups[g], &[stretch_a]) => {
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
            (Some(g), Some(h))
                if s.kind != FactKind::Quote
                    && apart(&groups[g], &groups[h])
                    && coheres(story, &groups[g], &groups[h].members) =>
            {
                let (low, high) = (g.min(h), g.max(h));
                let joined = std::mem::replace(
                    &mut groups[high],
                    SayingGroup { kind: s.kind, members: Vec::new(), sayings: Vec::new() },
                );
                groups[low].members.extend(joined.members);
                groups[low].sayings.extend(joined.sayings);
                groups[low].sayings.push(s);
            }
            (Some(g), None) | (None, Some(g))
                if s.kind != FactKind::Quote && open(g, if at_x.is_some() { y.0 } else { x.0 }) =>
            {
                groups.push(SayingGroup { kind: s.kind, members: vec![stretch_a, stretch_b], sayings: vec![s] });
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
            let why = explain::reason(first.verdict.reason, language);
            let values: Vec<FactValue> =
                members.iter().map(|m| value_at(&story.views[m.0], m.1, said.as_str(), why)).collect();
            let subject = explain::saying_subject(story, first, language);
            let fact = Draft {
                kind: first.kind,
                explanation: explain::saying(story, first, language),
                subject,
                verdict: first.verdict.relation,
                values,
                severity: Severity::Low,
                confidence_0_1: f64::from(first.p),
                score_parts: first.features.parts(),
            }
            .fact(story, of);
            if n < told { fact } else { beside(fact) }
        })
        .collect()
}

/// Leaves out bodies on which outlets agree where a statement on which they agree holds the same places: the statement tells
/// who did what, the name alone nothing more. Figures, days, persons and places keep rows of their own. `facts` by story.
pub fn settle(facts: &mut Vec<Fact>) {
    let agreed = |f: &Fact| f.verdict == Relation::Agree;
    let mut said: FxHashMap<&str, Vec<&Fact>> = FxHashMap::default();
    for f in facts.iter().filter(|f| agreed(f) && matches!(f.kind, FactKind::Quote | FactKind::Polarity)) {
        said.entry(&f.story).or_default().push(f);
    }
    let told = |f: &Fact| {
        let Some(statements) = said.get(f.story.as_str()) else { return false };
        let holds = |s: &Fact, v: &FactValue| s.values.iter().any(|w| w.doc == v.doc && w.span.contains(v.span));
        let pairs = f.values.iter().enumerate().flat_map(|(n, x)| f.values[n + 1..].iter().map(move |y| (x, y)));
        pairs.filter(|(x, y)| x.doc != y.doc).all(|(x, y)| statements.iter().any(|s| holds(s, x) && holds(s, y)))
    };
    let left: Vec<bool> = facts.iter().map(|f| f.kind == FactKind::Organisation && agreed(f) && told(f)).collect();
    let mut at = left.into_iter();
    facts.retain(|_| !at.next().unwrap_or(false));
}
