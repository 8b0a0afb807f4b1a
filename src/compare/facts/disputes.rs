//! Party against party: what one speaker says or accuses another of, and another denies.
//!
//! This is no contradiction between outlets: both parties may stand in one article, and every outlet may report both. It
//! is written as a fact of its own, each value with its speaker, and the explanation says so.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::verdict::Reason;
use super::{Story, doubt, explain, fact_id, states};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::Lexicon;
use crate::link::align::{self, Bag, View};
use crate::link::claims::same_speaker;
use crate::link::terms::Stem;
use crate::model::*;
use crate::text::clitics;
use crate::text::fold::fold;

/// Likeness below which a charge and a denial are not brought together: of 45 rows read over a corpus two thirds of those
/// above it were disputes, one in three of those below.
const LEAST: f32 = 0.57;
/// Share of a denied content that the other speaker's claim must hold.
const SAID_AGAIN: f32 = 0.55;
/// Weight of a denied content that can be found again: about three telling words.
const LEAST_DENIED: f32 = 0.9;
/// The same share between an accusation and the answer of the accused.
const OF_ONE_CHARGE: f32 = 0.15;
/// The same share between a denial and a claim that names the denier.
const OF_THE_DENIER: f32 = 0.45;
/// Weight that the two must share.
const LEAST_SHARED: f32 = 0.7;
/// Sentences between an accusation and a denial of `the accusations` in one article.
const NEXT_TO: usize = 4;
/// Weight of a noun by which a party is called without its name.
const LEAST_CALLED: f32 = 0.28;
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
const VOICES: usize = 1;
/// What a verb of accusing adds.
const ACCUSES: f32 = 0.15;
/// Weight that the next words of a denier must share with the charge.
const GOES_ON: f32 = 0.2;
/// First words of a claim that may name the accused.
const TARGET: usize = 6;

/// Words by which a denial points to a charge without repeating it (charges.tsv), and whether they are the charge itself.
static CHARGES: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let l = Lexicon::parse("charges.tsv", include_str!("../../lang/ar/charges.tsv"));
    let (form, class) = (l.column("form"), l.column("class"));
    l.rows.iter().map(|r| (fold(r.get(form)), r.get(class) == "charge")).collect()
});

/// Words behind a rejection among which the charge stands.
const REJECTED: usize = 3;

/// Words that reject a charge (denials.tsv).
static REJECTIONS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let l = Lexicon::parse("denials.tsv", include_str!("../../lang/ar/denials.tsv"));
    let (form, class) = (l.column("form"), l.column("class"));
    l.rows.iter().filter(|r| r.get(class) == "rejection").map(|r| fold(r.get(form))).collect()
});

/// Words that deny or call untrue (denials.tsv), by their first word; the second where there is one.
static DENIALS: LazyLock<FxHashMap<String, Vec<Option<String>>>> = LazyLock::new(|| {
    let l = Lexicon::parse("denials.tsv", include_str!("../../lang/ar/denials.tsv"));
    let (form, class) = (l.column("form"), l.column("class"));
    let mut out: FxHashMap<String, Vec<Option<String>>> = FxHashMap::default();
    for r in l.rows.iter().filter(|r| r.get(class) != "rejection") {
        let mut words = r.get(form).split(' ').map(fold);
        let first = words.next().unwrap_or_default();
        out.entry(first).or_default().push(words.next());
    }
    out
});

/// Is something denied or called untrue in some words of a text?
pub fn is_denied(v: &View, mut words: std::ops::Range<usize>) -> bool {
    words.any(|t| denial_at(v, t))
}

/// Words before one of untruth among which stands that it was spread (`بنشر أخبار كاذبة`).
const SPREAD: usize = 3;
/// Words before one of untruth among which stands the press that is called so (`وصف الصحف بأنها أخبار كاذبة`).
const PRESS: usize = 6;

/// Does a word deny or call untrue?
fn denial_at(v: &View, t: usize) -> bool {
    let word = clitics::strip_conjunction(v.word(t));
    // false news is what somebody is charged with spreading
    let spread = |k: usize| doubt::is(clitics::strip_conjunction(v.word(k)), "spread");
    let press = |k: usize| doubt::is(clitics::strip_article(clitics::strip_conjunction(v.word(k))), "press");
    if doubt::is(clitics::strip_article(word), "untrue")
        && ((t.saturating_sub(SPREAD)..t).any(spread) || (t.saturating_sub(PRESS)..t).any(press))
    {
        return false;
    }
    let forms = [word, clitics::strip_article(word)].into_iter().filter_map(|w| DENIALS.get(w)).flatten();
    let next = if t + 1 < v.terms.len() { v.word(t + 1) } else { "" };
    forms.into_iter().any(|second| second.as_deref().is_none_or(|s| s == next))
}

/// Words before a denial among which such a word stands.
const CLAUSE: usize = 3;

/// Is a denial in a claim that of somebody else?
fn of_another(v: &View, from: usize, t: usize) -> bool {
    (from.max(t.saturating_sub(CLAUSE))..t).any(|k| doubt::is(clitics::strip_conjunction(v.word(k)), "another"))
}

/// Does a word say what somebody is charged with, or that there is a charge?
fn charge(word: &str) -> Option<bool> {
    let w = clitics::strip_article(clitics::strip_conjunction(word));
    CHARGES.get(w).or_else(|| CHARGES.get(w.strip_prefix(['ب', 'ل'])?)).copied()
}

/// Is a charge rejected in some words of a text (`رفضها الاتهامات الجاهزة`), or by the verb before them?
fn rejects(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    let names = |mut words: std::ops::Range<usize>| words.any(|t| charge(v.word(t)) == Some(true));
    let by_verb = REJECTIONS.contains(&fold(&c.cue_lemma)) && names(words.start..words.end.min(words.start + REJECTED));
    let mut inside = words.clone();
    by_verb
        || inside.any(|t| {
            let w = clitics::strip_conjunction(v.word(t));
            REJECTIONS.contains(w) && names(t + 1..words.end.min(t + 1 + REJECTED))
        })
}

/// What a speaker holds in a document.
struct Position<'a> {
    view: usize,
    claim: &'a Claim,
    denies: bool,
    /// It points to a charge that it does not repeat.
    points: bool,
    accuses: bool,
    /// Names and countries that the speaker stands for.
    party: Party,
    /// The same of those named at the beginning of the claim: the accused.
    target: Party,
    /// The same of those named anywhere in it.
    named: Party,
    bag: Bag,
    mass: f32,
    sentence: usize,
}

/// Whom a speaker is or speaks for: entities and country codes.
#[derive(Default)]
struct Party {
    entities: Vec<u32>,
    countries: Vec<&'static str>,
    /// Stems of what it is called without a name (`المفوضية`).
    words: Vec<Stem>,
}

impl Party {
    fn meets(&self, other: &Party) -> bool {
        self.entities.iter().any(|e| other.entities.contains(e))
            || self.countries.iter().any(|c| other.countries.contains(c))
            || self.words.iter().any(|w| other.words.contains(w))
    }

    fn add(&mut self, v: &View, span: Span) {
        let g = Gazetteer::get();
        let inside = |e: &&EntityMention| span.contains(e.span);
        self.entities.extend(v.reading.mentions.entities.iter().filter(inside).filter_map(|e| e.entity));
        self.add_words(g, v.reading.doc.slice(span));
        self.add_called(v, v.words_of(span));
    }

    fn add_called(&mut self, v: &View, words: std::ops::Range<usize>) {
        let g = Gazetteer::get();
        let persons = |t: usize| {
            let at = v.span(t, t + 1);
            v.reading.mentions.entities.iter().any(|e| e.kind == EntityKind::Person && e.span.contains(at))
        };
        let called = |t: &usize| {
            let w = clitics::strip_conjunction(v.word(*t));
            w.starts_with("ال") && !persons(*t) && g.title(w).is_none() && g.title(clitics::strip_article(w)).is_none()
        };
        self.words.extend(words.filter(|t| v.weight[*t] >= LEAST_CALLED).filter(called).map(|t| v.terms[t].stem));
    }

    fn add_words(&mut self, g: &Gazetteer, text: &str) {
        for w in key(text).split(' ') {
            let bare = w.strip_prefix("لل").map_or_else(|| w.to_string(), |rest| format!("ال{rest}"));
            let code =
                |w: &str| g.demonym(w).or_else(|| g.country(w)).or_else(|| g.government(w)).or_else(|| g.capital(w));
            let stripped = ["ب", "ل", "و"].iter().find_map(|p| bare.strip_prefix(p)).and_then(code);
            self.countries.extend(code(&bare).or(stripped));
        }
    }
}

/// Is a claim a denial by its verb (`نفى`), not by a negation somewhere (`refused to be named`)?
pub fn denies(c: &Claim) -> bool {
    let cue = fold(&c.cue_lemma);
    c.polarity == Polarity::Denied && ["نف", "كذب", "انكر", "يكذب", "ينف", "تنف"].iter().any(|v| cue.starts_with(v))
}

/// Does a claim deny something by its verb or in its words?
fn denied(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    denies(c) || c.attitude != "accuse" && words.clone().any(|t| denial_at(v, t) && !of_another(v, words.start, t))
}

/// One past the words of a claim that may name the accused: up to what it is accused of (`اتهم الأمم المتحدة بالنفاق لتركيا`).
fn charged(v: &View, words: &std::ops::Range<usize>) -> usize {
    let most = words.end.min(words.start + TARGET);
    let named = |t: usize| {
        let at = v.span(t, t + 1);
        v.reading.mentions.entities.iter().any(|e| e.span.overlaps(at))
    };
    let of_what = |t: &usize| {
        let w = v.word(*t);
        w.starts_with('ب') && !named(*t) && !doubt::is(w, "blame") && w.chars().count() > 2
    };
    (words.start + 1..most).find(of_what).unwrap_or(most)
}

fn positions<'a>(view: usize, v: &View<'a>) -> Vec<Position<'a>> {
    let mut out = Vec::new();
    for c in &v.reading.mentions.claims {
        if c.kind == ClaimKind::Narrated || c.speaker_name.is_empty() || states::is_unsaid(&c.speaker_name) {
            continue;
        }
        let mut party = Party::default();
        party.entities.extend(c.speaker_entity);
        for span in [c.speaker, c.speaker_role, c.speaker_from].into_iter().flatten() {
            party.add(v, span);
        }
        party.add_words(Gazetteer::get(), &c.speaker_name);
        let words = v.words_of(c.span);
        let mut target = Party::default();
        if !words.is_empty() {
            target.add(v, v.span(words.start, charged(v, &words)));
            target.words.clear();
            target.add_called(v, words.start..words.start + 1);
        }
        let mut named = Party::default();
        named.add(v, c.span);
        let (bag, mass) = v.bag(words.clone());
        let rejects = rejects(v, c);
        let denies = rejects || denied(v, c);
        out.push(Position {
            view,
            claim: c,
            denies,
            points: rejects || denies && points(v, c),
            named,
            accuses: c.attitude == "accuse",
            party,
            target,
            bag,
            mass,
            sentence: c.sentence as usize,
        });
    }
    out
}

/// Who says it and what: speaker, cue and content where they stand in one sentence.
fn whole(v: &View, c: &Claim) -> Span {
    let sentence = v.reading.doc.sentences[v.reading.doc.sentence_at(c.span.start)].span;
    [c.cue, c.speaker].into_iter().flatten().filter(|s| sentence.contains(*s)).fold(c.span, Span::join)
}

/// Does a denial point to a charge that it does not repeat (`نفى الاتهامات`, `نفى أي علاقة له`)?
fn points(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    let told = |t: usize| t + 1 < words.end && matches!(v.word(t + 1), "بان" | "بانه" | "بانها" | "بانهم");
    words.clone().take(4).any(|t| charge(v.word(t)).is_some() && !told(t))
}

/// What brings a denial and a charge together.
#[derive(Debug, Clone, Copy, Default)]
struct Likeness {
    /// How alike, 0 where nothing brings them together.
    p: f32,
    /// Share of the lighter one's telling words that both have.
    share: f32,
    /// Share of the denial's first telling words that are no names.
    head: f32,
}

/// First telling words of a denial that say what is denied.
const HEAD: usize = 5;
/// Share of them that a claim without a verb of accusing must hold: of 39 rows read over a corpus 1 of 11 below it was a dispute,
/// 21 of 28 above.
const OF_THE_DEED: f32 = 0.3;
/// Words of a denial that begins with `the statements` among which `that` leads to what is denied.
const FRAME: usize = 16;
/// Words behind a negation that it may negate.
const NEGATED: usize = 5;

/// Does a speaker deny in a verb of his own words (`تعليقا على المزاعم ينفي الحزب`), not by a judgement somewhere in them?
fn denies_inside(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    words.clone().any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        matches!(w, "نفي" | "نفت" | "ينفي" | "تنفي" | "نافيا" | "نافيه" | "ننفي" | "انفي")
            && !of_another(v, words.start, t)
    })
}

/// Does a claim say itself that something of what is denied is not so (`لم يكن هناك أي اعتداء`)?
fn says_not(v: &View, c: &Claim, bag: &Bag) -> bool {
    let words = v.words_of(c.span);
    let denied = |t: usize| bag.binary_search_by_key(&v.terms[t].stem, |w| w.0).is_ok();
    words.clone().any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        let particle = matches!(w, "لم" | "لن" | "ليس" | "ليست" | "ولم" | "ولن");
        particle && (t + 1..words.end.min(t + 1 + NEGATED)).any(denied)
    })
}

/// Does a claim call what it is about a charge (`وصفته بالادعاءات`)?
fn calls_it_a_charge(v: &View, c: &Claim) -> bool {
    v.words_of(c.span).take(4).any(|t| charge(v.word(t)) == Some(true))
}

/// Share of the first words of a denial, names aside, that a charge has.
fn deed(v: &View, d: &Position, a: &Position) -> f32 {
    let names = &v.reading.mentions.entities;
    let named = |t: usize| names.iter().any(|e| e.span.overlaps(v.span(t, t + 1)));
    let words = v.words_of(d.claim.span);
    // `the statements of X to Y that Z`: Z is denied
    if words.is_empty() {
        return 0.0;
    }
    let framed = states::is_unsaid(v.word(words.start));
    let that = |t: &usize| matches!(v.word(*t), "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها");
    let from = if framed { words.clone().take(FRAME).find(that).unwrap_or(words.start) } else { words.start };
    let telling: Vec<usize> = (from..words.end)
        .filter(|t| !v.terms[*t].light && !named(*t) && charge(v.word(*t)).is_none() && !denial_at(v, *t))
        .take(HEAD)
        .collect();
    let (bag, mass) = v.bag(telling.iter().copied());
    align::overlap(&bag, &a.bag) / mass.max(0.3)
}

/// Likeness of a denial and what is denied.
fn likeness(story: &Story, d: &Position, a: &Position) -> Likeness {
    let p = alike(story, d, a);
    if p == 0.0 {
        return Likeness::default();
    }
    let both = align::overlap(&d.bag, &a.bag);
    let head = deed(&story.views[d.view], d, a);
    Likeness { p, share: both / d.mass.min(a.mass).max(0.5), head }
}

/// Does a charge tell of another time than its denial, or of a day after the denial was published?
fn at_another_time(story: &Story, d: &Position, a: &Position) -> bool {
    let (x, y) = (&story.views[d.view], &story.views[a.view]);
    let sentence = |p: &Position| p.sentence.min(story.views[p.view].sentences.len().saturating_sub(1));
    let (s, t) = (sentence(d), sentence(a));
    let span = y.reading.doc.sentences[t].span;
    let published = x.reading.doc.article.published_date();
    let after = d.view != a.view
        && y.reading.mentions.dates.iter().any(|m| {
            matches!(m.kind, DateKind::Date | DateKind::Time)
                && span.contains(m.span)
                && m.earliest.zip(published).is_some_and(|(e, p)| e > p)
                && m.latest.zip(y.reading.doc.article.published_date()).is_some_and(|(l, p)| l <= p)
        });
    after || super::other_day(x, s, y, t) && super::other_time(x, s, y, t)
}

/// How alike a denial and what is denied are, 0 where nothing brings them together.
fn alike(story: &Story, d: &Position, a: &Position) -> f32 {
    // only what is asserted can be denied, not what is asked for, promised or doubted
    if matches!(a.claim.attitude, "demand" | "promise" | "threaten" | "doubt" | "deny") {
        return 0.0;
    }
    let one =
        same_speaker(d.claim, a.claim) == Some(true) || super::one_source(&d.claim.speaker_name, &a.claim.speaker_name);
    let nested = d.view == a.view && d.claim.span.overlaps(a.claim.span);
    if one || nested || a.denies || a.claim.polarity != Polarity::Affirmed || d.party.meets(&a.party) {
        return 0.0;
    }
    let long = story.views[a.view].words_of(a.claim.span).len() > LONG;
    if long && !a.accuses {
        return 0.0;
    }
    if at_another_time(story, d, a) {
        return 0.0;
    }
    let both = align::overlap(&d.bag, &a.bag);
    let share = both / d.mass.min(a.mass).max(0.5);
    if a.accuses {
        if !d.party.meets(&a.target) {
            return 0.0;
        }
        let near = d.view != a.view || d.sentence.abs_diff(a.sentence) <= NEXT_TO;
        if d.points && near {
            return 0.75f32.max(share);
        }
        let least = if d.denies { OF_ONE_CHARGE } else { SAID_AGAIN };
        let negated = d.denies || d.claim.polarity == Polarity::Negated;
        return if share >= least && negated { 0.5 + 0.5 * share } else { 0.0 };
    }
    // who is told not to be right by the way, and who says `not` himself, answers nobody
    let (v, w) = (&story.views[d.view], &story.views[a.view]);
    let by_verb = denies(d.claim) || d.points || d.party.meets(&a.target) || denies_inside(v, d.claim);
    let asks = v.reading.doc.slice(v.reading.doc.sentences[d.sentence].span).trim_end().ends_with(['؟', '?']);
    if !by_verb || asks || says_not(w, a.claim, &d.bag) || calls_it_a_charge(w, a.claim) {
        return 0.0;
    }
    if !d.points && deed(v, d, a) < OF_THE_DEED {
        return 0.0;
    }
    // "denies any part in X" answers whoever names him, not whoever tells X
    let named = d.party.meets(&a.named);
    if d.denies && named && both >= LEAST_SHARED && share >= OF_THE_DENIER {
        return 0.4 + 0.5 * share;
    }
    let told = both / d.mass.max(0.5);
    if denies(d.claim) && !d.points && d.mass >= LEAST_DENIED && told >= SAID_AGAIN { told } else { 0.0 }
}

/// Charges and their denials, one fact a dispute. Cost: denials times claims of a story.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let answers = |v: &View, c: &Claim| c.polarity == Polarity::Negated || denied(v, c) || rejects(v, c);
    if !story.views.iter().any(|v| v.reading.mentions.claims.iter().any(|c| answers(v, c))) {
        return Vec::new();
    }
    let all: Vec<Position> = story.views.iter().enumerate().flat_map(|(i, v)| positions(i, v)).collect();
    let mut edges: Vec<(f32, usize, usize, Likeness)> = Vec::new();
    for (n, d) in all.iter().enumerate() {
        if !d.denies && d.claim.polarity != Polarity::Negated {
            continue;
        }
        for (m, a) in all.iter().enumerate() {
            let like = likeness(story, d, a);
            if n != m && like.p >= LEAST {
                edges.push((like.p, n, m, like));
            }
        }
    }
    // the body rather than its headline
    for (p, d, a, _) in &mut edges {
        for n in [*d, *a] {
            let doc = &story.views[all[n].view].reading.doc;
            *p *= if doc.sentences[all[n].sentence].is_title { TITLE } else { 1.0 };
            *p += if all[n].accuses { ACCUSES } else { 0.0 };
            *p += if all[n].claim.kind == ClaimKind::Direct { OWN_WORDS } else { 0.0 };
            *p *= if story.views[all[n].view].words_of(all[n].claim.span).len() > LONG { WORDY } else { 1.0 };
        }
    }
    edges.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    // what hangs together is one dispute: its denials and its charges
    let mut groups: Vec<(Vec<usize>, Vec<usize>, f32, Likeness)> = Vec::new();
    for (p, d, a, like) in edges {
        // one denier answers one charge a story, in several words
        let speaks = |k: &usize, n: usize| super::one_source(&all[*k].claim.speaker_name, &all[n].claim.speaker_name);
        let one = |g: &&mut (Vec<usize>, Vec<usize>, f32, Likeness)| {
            g.0.contains(&d)
                || g.1.contains(&a)
                || g.0.iter().any(|k| speaks(k, d))
                    && g.1.iter().any(|k| all[*k].party.meets(&all[a].party) || all[*k].accuses && all[a].accuses)
        };
        match groups.iter_mut().find(one) {
            Some(g) if g.1.contains(&d) || g.0.contains(&a) => {}
            Some(g) => {
                for (side, n) in [(&mut g.0, d), (&mut g.1, a)] {
                    let doubled = side.iter().any(|k| all[*k].view == all[n].view && speaks(k, n));
                    if !doubled && side.iter().filter(|k| all[**k].view == all[n].view).count() < VOICES {
                        side.push(n);
                    }
                }
            }
            None => groups.push((vec![d], vec![a], p, like)),
        }
    }
    groups.into_iter().map(|(d, a, p, like)| fact(story, of, &all, (&d, &a), p, like, language)).collect()
}

/// What reading showed over a corpus: of accusations whose denial points to them or shares their words 37 of 38 were disputes, of
/// others between accuser and accused six of ten; of statements and denials 27 of 43.
fn confidence(d: &Position, a: &Position, like: &Likeness, p: f32) -> f32 {
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
    (denials, charges): (&[usize], &[usize]),
    p: f32,
    like: Likeness,
    language: Language,
) -> Fact {
    let why = explain::reason(Reason::BetweenSpeakers, language).to_string();
    let sentence = |n: usize| {
        let doc = &story.views[all[n].view].reading.doc;
        doc.sentences[doc.sentence_at(all[n].claim.span.start)].span
    };
    let value = |n: usize, denied: bool| {
        let said = whole(&story.views[all[n].view], all[n].claim);
        let verb = match denied {
            true => explain::pick(language, "denied by", "ينفيه"),
            false => explain::pick(language, "said by", "يقوله"),
        };
        FactValue {
            doc: story.views[all[n].view].doc,
            span: if denied { said.join(goes_on(all, n, charges)) } else { said },
            value: format!("{verb} {}", all[n].claim.speaker_name),
            evidence: sentence(n),
            speaker_name: all[n].claim.speaker_name.clone(),
            reason: why.clone(),
        }
    };
    let mut values: Vec<FactValue> =
        denials.iter().map(|n| value(*n, true)).chain(charges.iter().map(|n| value(*n, false))).collect();
    let side = |n: usize| {
        let doc = &story.views[all[n].view].reading.doc;
        (
            doc.article.outlet.clone(),
            all[n].claim.speaker_name.clone(),
            explain::shorten(doc.slice(all[n].claim.span), 90),
        )
    };
    values.sort_by_key(|v| (v.doc, v.span));
    let (d, a) = (denials[0], charges[0]);
    let pairs = states::one_row(&values, (&value(d, true).value, &value(a, false).value));
    let sure = confidence(&all[d], &all[a], &like, p);
    let said = explain::shorten(story.views[all[a].view].reading.doc.slice(all[a].claim.span), 70);
    let num = |b: bool| f32::from(u8::from(b));
    let mut fact = Fact {
        id: String::new(),
        story: of.id.clone(),
        kind: FactKind::Polarity,
        subject: format!("{}: {said}", explain::pick(language, "disputed", "خلاف")),
        verdict: Relation::Contradict,
        values,
        severity: Severity::Medium,
        confidence_0_1: f64::from(sure),
        explanation: explain::dispute(side(a), side(d), language),
        score_parts: [
            ("said again", p),
            ("shared", like.share),
            ("first words", like.head),
            ("accuses", num(all[a].accuses)),
            ("points", num(all[d].points)),
        ]
        .into_iter()
        .map(|(n, v)| (n.to_string(), (f64::from(v) * 1000.0).round() / 1000.0))
        .collect(),
        pairs,
    };
    fact.id = fact_id(story, &fact);
    fact
}
