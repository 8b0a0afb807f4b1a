//! Who says it: one statement that two texts give to two sources.

use super::verdict::{Reason, Verdict};
use super::{Draft, Saying, Story, beside, changes, explain};
use crate::link::align::View;
use crate::model::{
    Claim, EntityKind, Fact, FactKind, FactValue, Language, Relation, Severity, Span, SpeakerKind, ValuePair,
};

/// Least likeness of two statements from which their sources are compared.
const SAME_STATEMENT: f32 = 0.42;

/// As much where a text names other sources beside them.
const SECOND_SOURCE: f32 = 0.6;

/// Do two descriptions mean one source (`دبلوماسيو`, `ديبلوماسيون`; `السفارة السعودية`, `السفارة السعودية في واشنطن`)?
pub(super) fn one_source(x: &str, y: &str) -> bool {
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
pub(super) fn attribution_facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
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
        let mut fact = Draft {
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
        }
        .fact(story, of);
        fact.pairs = pairs;
        out.push(if besides.contains(&n) { beside(fact) } else { fact });
    }
    out
}
