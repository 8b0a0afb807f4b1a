//! Whether a denial answers a charge: the words that they share, who is meant, and what speaks against it.

use std::ops::Range;

use super::positions::*;
use super::unclaimed::UNCLAIMED;
use super::{LEAST_DEED, LEAST_SHARED, LONG, NEXT_TO};
use crate::compare::facts::{Story, answers, matter, states};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::link::claims::same_speaker;
use crate::link::terms::{family, same_verb};
use crate::mentions::quotes::boundaries;
use crate::model::*;
use crate::text::clitics;

/// Share of a denied content that the other speaker's claim must hold.
const SAID_AGAIN: f32 = 0.55;
/// Weight of a denied content that can be found again: about three telling words.
const LEAST_DENIED: f32 = 0.9;
/// The same share between an accusation and the answer of the accused.
const OF_ONE_CHARGE: f32 = 0.15;
/// The same share between a denial and a claim that names the denier.
const OF_THE_DENIER: f32 = 0.45;
/// The same for two that stand beside each other in a text.
const LEAST_BESIDE: f32 = 0.45;

/// What brings a denial and a charge together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Likeness {
    /// How alike, 0 where nothing brings them together.
    pub(super) p: f32,
    /// Share of the lighter one's telling words that both have.
    pub(super) share: f32,
    /// Share of the denial's first telling words that are no names.
    pub(super) head: f32,
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

/// Verbs by which a speaker denies.
static DENIES: Words = Words::new(&words::COMPARING, "denies");

/// Does a speaker deny in a verb of his own words (`تعليقا على المزاعم ينفي الحزب`), not by a judgement somewhere in them?
pub(super) fn denies_inside(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    words.clone().any(|t| {
        let w = clitics::strip_conjunction(v.word(t));
        DENIES.has(w) && !of_another(v, words.start, t)
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

/// Share of the first words of a denial, names aside, that a charge has: the words themselves, and their families.
pub(super) fn deed(v: &View, d: &Position, a: &Position) -> (f32, f32) {
    let named = |t: usize| v.entity_at(t).is_some();
    let words = v.words_of(d.claim.span);
    // `the statements of X to Y that Z`: Z is denied
    if words.is_empty() {
        return (0.0, 0.0);
    }
    let framed = states::is_unsaid(v.word(words.start));
    let that = |t: &usize| matches!(v.word(*t), "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها");
    let from = if framed { words.clone().take(FRAME).find(that).unwrap_or(words.start) } else { words.start };
    let telling: Vec<usize> = (from..words.end)
        .filter(|t| !v.terms[*t].light && !named(*t) && charge(v.word(*t)).is_none() && !denial_at(v, *t))
        .take(HEAD)
        .collect();
    let (bag, mass) = v.bag(telling.iter().copied());
    let (kin, kin_mass) = bag_of(v, telling.iter().copied());
    (align::overlap(&bag, &a.bag) / mass.max(0.3), align::overlap(&kin, &a.kin) / kin_mass.max(0.3))
}

/// Likeness of a denial and what is denied.
pub(super) fn likeness(story: &Story, d: &Position, a: &Position) -> Likeness {
    let p = alike(story, d, a);
    if p == 0.0 {
        return Likeness::default();
    }
    let both = align::overlap(&d.bag, &a.bag);
    let (head, _) = deed(&story.views[d.view], d, a);
    Likeness { p, share: both / d.mass.min(a.mass).max(0.5), head }
}

/// Does a charge tell of another time than its denial, or of a day after the denial was published?
pub(super) fn at_another_time(story: &Story, d: &Position, a: &Position) -> bool {
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
    after || crate::compare::facts::other_day(x, s, y, t) && crate::compare::facts::other_time(x, s, y, t)
}

/// Words before a claim among which a condition stands.
pub(super) const CONDITION: usize = 7;
/// First words of a claim that make it a condition themselves.
const SUPPOSED: usize = 4;

/// Is a claim only supposed (`سترد إذا أكدت الأدلة أن روسيا مسؤولة`, `إن ذلك في حال ثبوته`)?
pub(super) fn supposed(v: &View, a: &Position) -> bool {
    let words = v.words_of(a.claim.span);
    let from = v.sentences.get(a.sentence).map_or(words.start, |s| s.from);
    let from = words.start.saturating_sub(CONDITION).max(from.min(words.start));
    (from..words.end.min(words.start + SUPPOSED)).any(|t| words::CONDITION.has(v.word(t)))
}

/// Does a claim leave open whether what it speaks of happened (`سيزور المفتشون موقع الهجوم المزعوم`)?
pub(super) fn leaves_open(v: &View, a: &Position) -> bool {
    static ALLEGED: Words = Words::new(&words::COMPARING, "alleged");
    v.words_of(a.claim.span).any(|t| ALLEGED.has(clitics::strip_article(v.word(t))))
}

/// Share of what another is said to have told that his own words must hold.
const OF_HIS_WORDS: f32 = 0.34;
/// Telling words from which a denial says itself what it denies.
pub(super) const GOES_ON_FROM: usize = 2;
/// The same where another than he says it.
const SAID_BY_OTHERS: f32 = 0.7;
/// The same as a weight.
pub(super) const LEAST_OF_HIS: f32 = 0.5;
/// Share of the first words of a denial that a claim with the denier's name must hold in their families.
const OF_HIS_DEED: f32 = 0.5;
/// Words behind a name among which stands what its bearer did.
const DID: usize = 4;

/// Whom a speaker stands for by what he is called anywhere in the text (`الرئيس الفرنسي`).
pub(super) fn stands_for(v: &View, a: &Position) -> Party {
    let mut out = Party { entities: a.party.entities.clone(), countries: a.party.countries.clone(), words: Vec::new() };
    let of = |e: &&EntityMention| e.entity.is_some_and(|e| a.party.entities.contains(&e));
    for role in v.reading.mentions.entities.iter().filter(of).filter_map(|e| e.role) {
        out.add_words(Gazetteer::get(), v.reading.doc.slice(role));
    }
    out
}

/// Does a denier deny the deed (`نفى امتلاكه وثائق`) that the other tells of him (`إن العقيد يملك وثائق`)?
fn same_deed(story: &Story, d: &Position, a: &Position) -> bool {
    let (v, w) = (&story.views[d.view], &story.views[a.view]);
    let (x, y) = (v.words_of(d.claim.span), w.words_of(a.claim.span));
    let Some(done) = x.clone().take(2).find(|t| !v.terms[*t].light) else { return false };
    let own = v.word(done).ends_with(['ه', 'ا', 'م']) && !v.word(done).starts_with("ال");
    if !own || charge(v.word(done)).is_some() || d.party.entities.is_empty() {
        return false;
    }
    let kin = family(v.terms[done].stem);
    let did = |t: usize| family(w.terms[t].stem) == kin || same_verb(v.word(done), w.word(t));
    let mentions = &w.reading.mentions.entities;
    let named = mentions
        .iter()
        .filter(|e| e.entity.is_some_and(|e| d.party.entities.contains(&e)) && a.claim.span.contains(e.span));
    named.map(|e| w.words_of(e.span).end).any(|end| (end..y.end.min(end + DID)).any(|t| did(t) && !denial_at(w, t)))
}

/// Is the accused called by his office (`تتهم الرئيس بالكذب`), and who denies in the same or the next sentence a person that
/// points to the charges?
fn called_by_office(w: &View, d: &Position, a: &Position) -> bool {
    let first = w.words_of(a.claim.span).start;
    let office = || Gazetteer::get().title(clitics::strip_article(w.word(first))).is_some();
    d.view == a.view
        && d.points
        && (a.sentence..=a.sentence + 1).contains(&d.sentence)
        && !d.party.entities.is_empty()
        && !a.target.is_named()
        && w.word(first).starts_with("ال")
        && office()
}

/// First words of a claim among which stands that it tells what its speaker felt, heard or looks into.
const FIRST: usize = 3;
/// Words behind a verb of withdrawing among which stands what.
const WITHDRAWN: usize = 3;

/// Words behind `leads to` that say to what.
const BROUGHT: usize = 2;

/// Does a claim tell nothing of what is denied, whatever words the two have in common?
pub(super) fn tells_nothing_of_it(v: &View, w: &View, d: &Position, a: &Position) -> bool {
    /// Verbs of hearing and feeling.
    static PERCEIVES: Words = Words::new(&words::COMPARING, "perceives");
    /// Nouns of looking into a matter.
    static INQUIRY: Words = Words::new(&words::COMPARING, "inquiry");
    /// Verbs of taking what was told back.
    static WITHDRAWS: Words = Words::new(&words::COMPARING, "withdraws");
    /// Nouns of knowing.
    static KNOWING: Words = Words::new(&words::COMPARING, "knowing");
    /// Nouns of intending.
    static INTENTION: Words = Words::new(&words::COMPARING, "intention");
    /// Verbs of bringing something about.
    static LEADS_TO: Words = Words::new(&words::COMPARING, "leads to");
    /// Nouns of happening.
    static HAPPENING: Words = Words::new(&words::COMPARING, "happening");
    let (x, y) = (v.words_of(d.claim.span), w.words_of(a.claim.span));
    if x.is_empty() || y.is_empty() {
        return false;
    }
    let first = v.word(x.start);
    let kin = |words: Range<usize>| align::overlap(&bag_of(v, words).0, &a.kin);
    // who denies to have known of it denies nothing that was done; `لا علم له`
    if KNOWING.has(first)
        && kin(x.start..x.start + 1) == 0.0
        && !w.words_of(a.claim.span).any(|t| KNOWING.has(w.word(t)))
    {
        return true;
    }
    // nobody denies what another intends
    if INTENTION.has(first) && !a.accuses && !d.party.meets(&a.named) {
        return true;
    }
    if LEADS_TO.has(first) {
        let to = x.clone().find(|t| v.word(*t) == "الي");
        return to.is_some_and(|t| kin(t + 1..x.end.min(t + 1 + BROUGHT)) == 0.0);
    }
    if a.accuses {
        return false;
    }
    if y.clone().any(|t| words::CONDITION.has(w.word(t)) && w.word(t) != "حال") {
        return true;
    }
    let start = y.clone().take(FIRST);
    let heard = start.clone().take(2).any(|t| PERCEIVES.has(clitics::strip_conjunction(w.word(t))));
    let looks_into = start.clone().any(|t| INQUIRY.has(w.word(t)));
    let withdraws = y.clone().any(|t| {
        WITHDRAWS.has(clitics::strip_conjunction(w.word(t)))
            && (t + 1..y.end.min(t + 1 + WITHDRAWN)).any(|k| matter::names_hearsay(w.word(k)))
    });
    // what will be is not denied with what is said to have been
    let future = w.word(y.start).strip_prefix('س').is_some_and(boundaries::present_verb) && HAPPENING.has(first);
    // who stood behind it is denied, not that it was
    let behind = matches!(first, "وراء" | "خلف") && !d.party.meets(&a.named);
    heard || looks_into || withdraws || future || behind
}

/// Words behind a part in a deed that say which.
const WHICH: usize = 5;
/// Sentences on both sides of a charge in which the deed is named.
const ROUND: usize = 2;

/// Does a denial name a deed of its own (`نفت أي تدخل في الانتخابات`) of which the charge and what stands around it know nothing?
pub(super) fn another_deed(v: &View, w: &View, d: &Position, a: &Position) -> bool {
    let x = v.words_of(d.claim.span);
    let Some(part) = x.clone().take(3).find(|t| charge(v.word(*t)) == Some(false)) else { return false };
    let deed = part + 1..x.end.min(part + 1 + WHICH);
    if deed.clone().any(|t| answers::is_told_deed(v.word(t))) {
        return false;
    }
    let other = |t: &usize| v.entity_at(*t).is_none() && charge(v.word(*t)).is_none();
    let (bag, mass) = bag_of(v, deed.filter(other));
    let near = a.sentence.saturating_sub(ROUND)..=a.sentence + ROUND;
    let told = w.sentences.iter().filter(|s| near.contains(&(s.index as usize)) || s.index == 0);
    let (around, _) = bag_of(w, told.flat_map(|s| s.from..s.to));
    let pointed = w.words_of(a.claim.span).any(|t| answers::is_told_deed(w.word(t)));
    mass >= LEAST_DEED && !pointed && align::overlap(&bag, &around) == 0.0
}

/// Share of the first words of a denial that a charge must have.
const OF_THE_SAME_DEED: f32 = 0.1;

/// Has a charge anything of the deed with which a denial begins, names aside (`منع دخول مفتشي منظمة حظر الأسلحة` knows of no use)?
fn of_its_deed(v: &View, w: &View, d: &Position, a: &Position) -> bool {
    let telling = |t: &usize| !v.terms[*t].light && v.entity_at(*t).is_none() && charge(v.word(*t)).is_none();
    let x = v.words_of(d.claim.span);
    // behind whose words it answers it says at length what they were
    if d.about > x.start {
        return true;
    }
    let first: Vec<usize> = x.filter(telling).take(HEAD).collect();
    let (bag, mass) = bag_of(v, first.into_iter());
    let (deed, _) = bag_of(w, w.words_of(a.claim.span).filter(|t| w.entity_at(*t).is_none()));
    bag.is_empty() || align::overlap(&bag, &deed) >= OF_THE_SAME_DEED * mass
}

/// Have two positions one speaker?
pub(super) fn one(d: &Position, a: &Position) -> bool {
    same_speaker(&d.claim, &a.claim) == Some(true)
        || crate::compare::facts::one_source(&d.claim.speaker_name, &a.claim.speaker_name)
}

/// How alike a denial and what is denied are, 0 where nothing brings them together.
fn alike(story: &Story, d: &Position, a: &Position) -> f32 {
    if !a.accuses && !asserts(&a.claim) {
        return 0.0;
    }
    let nested = d.view == a.view && d.claim.span.overlaps(a.claim.span);
    if one(d, a) || nested || a.denies || a.claim.polarity != Polarity::Affirmed || d.party.meets(&a.party) {
        return 0.0;
    }
    let long = story.views[a.view].words_of(a.claim.span).len() > LONG;
    if long && !a.accuses {
        return 0.0;
    }
    if at_another_time(story, d, a) || supposed(&story.views[a.view], a) {
        return 0.0;
    }
    let (v, w) = (&story.views[d.view], &story.views[a.view]);
    if !a.accuses && leaves_open(w, a) {
        return 0.0;
    }
    if tells_nothing_of_it(v, w, d, a) {
        return 0.0;
    }
    let both = align::overlap(&d.bag, &a.bag);
    let share = both / d.mass.min(a.mass).max(0.5);
    let near = d.view == a.view && d.sentence.abs_diff(a.sentence) <= NEXT_TO;
    if a.accuses {
        if !d.party.meets(&a.target) && !called_by_office(w, d, a) {
            return 0.0;
        }
        if d.points && (d.view != a.view || near) {
            return if another_deed(v, w, d, a) { 0.0 } else { 0.75f32.max(share) };
        }
        if d.denies && !d.points && !of_its_deed(v, w, d, a) {
            return 0.0;
        }
        let least = if d.denies { OF_ONE_CHARGE } else { SAID_AGAIN };
        let negated = d.denies || d.claim.polarity == Polarity::Negated;
        if share >= least && negated {
            return 0.5 + 0.5 * share;
        }
        let told = align::overlap(&d.kin, &a.kin) / d.kin_mass.min(a.kin_mass).max(0.5);
        let of_the_deed = d.denies && deed(v, d, a).1 >= OF_HIS_DEED;
        return if of_the_deed && told >= OF_ONE_CHARGE { 0.5 + 0.5 * told } else { 0.0 };
    }
    // where no claim was read only an accusation is surely what he denies
    if d.claim.rule == UNCLAIMED {
        return 0.0;
    }
    // "denies what X has said" answers X, and others only where they say the same
    if d.denies && d.author.is_named() {
        // where the claim ends with whose words it denies, the sentence goes on with what they were
        let end = v.words_of(d.claim.span).end.max(d.about);
        let (mut about, mut mass) = bag_of(v, d.about..end);
        if about.len() < GOES_ON_FROM {
            let sentence = v.sentences.iter().find(|s| (s.from..s.to).contains(&d.about.min(end - 1)));
            (about, mass) = bag_of(v, d.about..sentence.map_or(end, |s| s.to.max(end)));
        }
        let told = align::overlap(&about, &a.kin);
        let share_told = told / mass.min(a.kin_mass).max(0.5);
        if stands_for(w, a).meets(&d.author) {
            let of_him = d.party.meets(&a.named) && share_told >= OF_HIS_WORDS || !d.points && share_told >= SAID_AGAIN;
            let asserts = !says_not(w, &a.claim, &d.bag) && !calls_it_a_charge(w, &a.claim);
            if told >= LEAST_OF_HIS && of_him && asserts {
                return 0.7 + 0.3 * share_told.min(1.0);
            }
        } else if share_told < SAID_BY_OTHERS {
            return 0.0;
        }
    }
    // he denies to have done what the other says that he did
    if denies(&d.claim) && same_deed(story, d, a) {
        return 0.7;
    }
    // who tells of the denial himself asserts nothing against it
    if d.no_part || is_denied(w, w.words_of(a.claim.span)) {
        return 0.0;
    }
    // who is told not to be right by the way, and who says `not` himself, answers nobody
    let by_verb = denies(&d.claim) || d.points || d.party.meets(&a.target) || denies_inside(v, &d.claim);
    let asks = v.reading.doc.slice(v.reading.doc.sentences[d.sentence].span).trim_end().ends_with(['؟', '?']);
    if !by_verb || asks || says_not(w, &a.claim, &d.bag) || calls_it_a_charge(w, &a.claim) {
        return 0.0;
    }
    let (of_words, of_families) = deed(v, d, a);
    if !d.points && of_words.max(of_families * OF_THE_DEED / OF_HIS_DEED) < OF_THE_DEED {
        return 0.0;
    }
    let named = d.party.meets(&a.named);
    // who is named in what is told beside his denial of the same deed
    if near && named && denies(&d.claim) && both >= LEAST_BESIDE && share >= OF_THE_DENIER && of_words >= OF_HIS_DEED {
        return 0.58 + 0.1 * share;
    }
    // "denies any part in X" answers whoever names him, not whoever tells X
    if d.denies && named && both >= LEAST_SHARED && share >= OF_THE_DENIER {
        return 0.4 + 0.5 * share;
    }
    let of_kin = align::overlap(&d.kin, &a.kin);
    if denies(&d.claim) && named && !d.points && of_kin >= LEAST_SHARED && of_families >= OF_HIS_DEED {
        return 0.58 + 0.1 * (of_kin / d.kin_mass.min(a.kin_mass).max(0.5));
    }
    let told = both / d.mass.max(0.5);
    if denies(&d.claim) && !d.points && d.mass >= LEAST_DENIED && told >= SAID_AGAIN { told } else { 0.0 }
}
