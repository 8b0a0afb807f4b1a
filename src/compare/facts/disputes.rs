//! Party against party: what one speaker says or accuses another of, and another denies.
//!
//! This is no contradiction between outlets: both parties may stand in one article, and every outlet may report both. It
//! is written as a fact of its own, each value with its speaker, and the explanation says so.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::verdict::Reason;
use super::{Draft, Story, answers, claim_at, explain, matter, score, states};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::align::{self, Bag, View};
use crate::link::claims::same_speaker;
use crate::link::terms::{Stem, family};
use crate::mentions::quotes::boundaries;
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
/// The same for two that stand beside each other in a text.
const LEAST_BESIDE: f32 = 0.45;
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
/// Speakers of one side whom its value names.
const NAMED: usize = 3;
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

/// Words that call a statement untrue, or tell of news what kind it is.
static UNTRUE: Words = Words::new(&words::COMPARING, "untrue");
/// Verbs of spreading, by which false news is a charge.
static SPREADS: Words = Words::new(&words::COMPARING, "spread");
/// Papers and channels that are called untrue.
static PAPERS: Words = Words::new(&words::COMPARING, "press");

/// Does a word deny or call untrue?
fn denial_at(v: &View, t: usize) -> bool {
    let word = clitics::strip_conjunction(v.word(t));
    // false news is what somebody is charged with spreading
    let spread = |k: usize| {
        let w = clitics::strip_conjunction(v.word(k));
        let noun = w.strip_prefix(['ل', 'ب']).unwrap_or(w);
        let whose = ["ها", "هم", "ه"].iter().find_map(|p| noun.strip_suffix(p)).unwrap_or(noun);
        [w, noun, whose].into_iter().any(|w| SPREADS.has(w))
    };
    let press = |k: usize| PAPERS.has(clitics::strip_article(clitics::strip_conjunction(v.word(k))));
    if UNTRUE.has(clitics::strip_article(word))
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

/// Words with which a clause of somebody else begins.
static ANOTHER: Words = Words::new(&words::COMPARING, "another");

/// Is a denial in a claim that of somebody else?
fn of_another(v: &View, from: usize, t: usize) -> bool {
    // `رفض موسكو التي تنفي أي تورط`: who is named before denies, not the speaker
    if t > from && matches!(v.word(t - 1), "التي" | "الذي" | "الذين") {
        return true;
    }
    (from.max(t.saturating_sub(CLAUSE))..t).any(|k| ANOTHER.has(clitics::strip_conjunction(v.word(k))))
}

/// Does a word say what somebody is charged with, or that there is a charge?
fn charge(word: &str) -> Option<bool> {
    let w = clitics::strip_article(clitics::strip_conjunction(word));
    let known = |w: &str| CHARGES.get(w).copied();
    known(w).or_else(|| known(w.strip_prefix(['ب', 'ل'])?)).or_else(|| {
        // a part in a deed with whose it is (`ضلوعها`, `مسؤوليته`)
        let bare = ["ها", "هم", "ه"].iter().find_map(|p| w.strip_suffix(p))?;
        let noun = match bare.strip_suffix('ت') {
            Some(stem) => known(&format!("{stem}ه")),
            None => known(bare),
        };
        noun.filter(|charge| !charge)
    })
}

/// Is a word a charge (`الاتهامات`)?
pub fn is_charge(word: &str) -> bool {
    charge(word) == Some(true)
}

/// Does a word name a charge, with whose it is perhaps (`اتهامها`, `لاتهامه`)? The prosecution (`الادعاء`) is none.
pub fn names_charge(word: &str) -> bool {
    if word.ends_with("ادعاء") {
        return false;
    }
    let bare = word.strip_prefix(['ب', 'ل']).unwrap_or(word);
    let known = |w: &str| CHARGES.get(w).copied() == Some(true);
    is_charge(word) || ["ها", "هم", "ه"].iter().any(|p| bare.strip_suffix(p).is_some_and(known))
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
    claim: Cow<'a, Claim>,
    denies: bool,
    /// It points to a charge that it does not repeat.
    points: bool,
    /// It says that there was no part in a deed.
    no_part: bool,
    accuses: bool,
    /// Names and countries that the speaker stands for.
    party: Party,
    /// The same of those named at the beginning of the claim: the accused.
    target: Party,
    /// The same of those named anywhere in it.
    named: Party,
    /// Whose words it answers (`نفى ما ذكره المحافظ`).
    author: Party,
    /// From which word on it says what is denied.
    about: usize,
    /// It stands by itself, not as a claim: a relative denial, what it denies, a part in a deed.
    made: bool,
    bag: Bag,
    mass: f32,
    /// The same words by their families: what is denied may be told in other words.
    kin: Bag,
    kin_mass: f32,
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
    fn is_named(&self) -> bool {
        !self.entities.is_empty() || !self.countries.is_empty()
    }

    /// Without what another stands for.
    fn without(mut self, other: &Party) -> Party {
        self.entities.retain(|e| !other.entities.contains(e));
        self.countries.retain(|c| !other.countries.contains(c));
        self.words.retain(|w| !other.words.contains(w));
        self
    }

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

    /// Those in some words who may have said something: persons, bodies, countries.
    fn add_speakers(&mut self, v: &View, span: Span) {
        let speaks = |e: &&EntityMention| e.kind != EntityKind::Place && span.contains(e.span);
        self.entities.extend(v.reading.mentions.entities.iter().filter(speaks).filter_map(|e| e.entity));
        self.add_words(Gazetteer::get(), v.reading.doc.slice(span));
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
        let key = key(text);
        // of two words (`الولايات المتحدة`, `بيونغ يانغ`)
        let words: Vec<&str> = key.split(' ').collect();
        for pair in words.windows(2) {
            let pair = pair.join(" ");
            let bare = ["ب", "ل", "و"].iter().find_map(|p| pair.strip_prefix(p));
            let code = |w: &str| g.country(w).or_else(|| g.capital(w)).or_else(|| g.demonym(w));
            self.countries.extend(code(&pair).or_else(|| bare.and_then(code)));
        }
        for w in words {
            let bare = w.strip_prefix("لل").map_or_else(|| w.to_string(), |rest| format!("ال{rest}"));
            let code =
                |w: &str| g.demonym(w).or_else(|| g.country(w)).or_else(|| g.government(w)).or_else(|| g.capital(w));
            let stripped = ["ب", "ل", "و"].iter().find_map(|p| bare.strip_prefix(p)).and_then(code);
            // several of a people (`المقاتلتان القطريتان`)
            let several = || ["تين", "تان", "ين", "ان", "ون"].iter().find_map(|p| bare.strip_suffix(p)).and_then(code);
            self.countries.extend(code(&bare).or(stripped).or_else(several));
        }
    }
}

/// What the lemmas of verbs of denying begin with.
static DENY_STEMS: Words = Words::new(&words::COMPARING, "stem of denying");

/// Is a claim a denial by its verb (`نفى`), not by a negation somewhere (`refused to be named`)?
pub fn denies(c: &Claim) -> bool {
    let cue = fold(&c.cue_lemma);
    c.polarity == Polarity::Denied && DENY_STEMS.begins(&cue)
}

/// Does a claim deny something by its verb or in its words?
fn denied(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    denies(c) || c.attitude != "accuse" && words.clone().any(|t| denial_at(v, t) && !of_another(v, words.start, t))
}

/// Nouns of bringing a charge.
static BRINGS: Words = Words::new(&words::COMPARING, "brings a charge");
/// Speakers that do not speak for the state whose adjective they bear.
static NO_STATE: Words = Words::new(&words::COMPARING, "speaks for no state");

/// Nouns of who belongs to a person named behind them.
static OF_SOMEBODY: Words = Words::new(&words::COMPARING, "of somebody");

/// Words for the blame itself, before the accused.
static BLAME: Words = Words::new(&words::COMPARING, "blame");

/// One past the words of a claim that may name the accused: up to what it is accused of (`اتهم الأمم المتحدة بالنفاق لتركيا`).
fn charged(v: &View, words: &std::ops::Range<usize>) -> usize {
    let most = words.end.min(words.start + TARGET);
    let named = |t: usize| v.entity_at(t).is_some();
    let of_what = |t: &usize| {
        let w = v.word(*t);
        w.starts_with('ب') && !named(*t) && !BLAME.has(w) && w.chars().count() > 2
    };
    (words.start + 1..most).find(of_what).unwrap_or(most)
}

/// First words of a demand among which stands the charge.
const CHARGED_WITH: usize = 6;

/// Does who asks for something want somebody charged (`أوصت الشرطة بتوجيه الاتهام للوزير`)?
fn wants_charged(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    if words.is_empty() {
        return false;
    }
    let first = v.word(words.start);
    c.attitude == "demand"
        && [first, first.strip_prefix(['ب', 'ل']).unwrap_or(first)].into_iter().any(|w| BRINGS.has(w))
        && words.take(CHARGED_WITH).skip(1).any(|t| charge(v.word(t)) == Some(true))
}

/// Is a person named only as the one whose lawyer or wife somebody is (`محامي الوزير`, `محامي الجوهري`)?
fn of_somebody(v: &View, e: &EntityMention) -> bool {
    let name = v.term_at(e.span.start);
    // the noun stands before his office, or was read as one
    let office = v.term_at(e.role.map_or(e.span.start, |r| r.start.min(e.span.start)));
    let of = |t: usize| v.entity_at(t).is_none() && OF_SOMEBODY.has(clitics::strip_conjunction(v.word(t)));
    e.kind == EntityKind::Person && (office.saturating_sub(1)..name).any(of)
}

/// Whom a verb of accusing with a pronoun means (`الدوحة التي تتهمها الرياض بدعم`): who is named last before it, other than
/// the one who accuses.
fn accused_before(v: &View, c: &Claim, accuser: &Party) -> Option<Party> {
    let cue = c.cue?;
    let sentence = v.reading.doc.sentences[v.reading.doc.sentence_at(cue.start)].span;
    let cue = v.term_at(cue.start);
    // of a relative clause what stands before it; else who is named last
    let relative = cue > 0 && matches!(v.word(cue - 1), "التي" | "الذي" | "الذين");
    let end = v.span(if relative { cue - 1 } else { cue }, cue + 1).start;
    let named = |e: &&EntityMention| e.kind != EntityKind::Other && e.span.start >= sentence.start && e.span.end <= end;
    let next_to = |e: &&EntityMention| !relative || v.words_of(e.span).end + 1 == cue;
    let party = |e: &EntityMention| {
        let mut party = Party::default();
        party.add(v, e.span);
        party
    };
    let own = |e: &&EntityMention| !of_somebody(v, e);
    let mut before = v.reading.mentions.entities.iter().filter(named).filter(own).filter(next_to).rev().map(party);
    before.find(|p| p.is_named() && !p.meets(accuser)).or_else(|| relative.then(Party::default))
}

/// Telling words as a bag of families: what is denied may be told in other words.
pub(super) fn bag_of(v: &View, words: impl Iterator<Item = usize>) -> (Bag, f32) {
    let mut bag: Bag = words.filter(|t| !v.terms[*t].light).map(|t| (family(v.terms[t].stem), v.weight[t])).collect();
    bag.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
    bag.dedup_by_key(|b| b.0);
    let mass = bag.iter().map(|b| b.1).sum();
    (bag, mass)
}

fn position<'a>(view: usize, v: &View<'a>, claim: Cow<'a, Claim>) -> Position<'a> {
    let c = claim.as_ref();
    let mut party = Party::default();
    party.entities.extend(c.speaker_entity);
    for span in [c.speaker, c.speaker_role, c.speaker_from].into_iter().flatten() {
        party.add(v, span);
    }
    party.add_words(Gazetteer::get(), &c.speaker_name);
    let bears = |w: &str| NO_STATE.has(clitics::strip_article(w));
    if key(&c.speaker_name).split(' ').any(bears) {
        party.countries.clear();
    }
    let words = v.words_of(c.span);
    let mut target = Party::default();
    if !words.is_empty() {
        target.add(v, v.span(words.start, charged(v, &words)));
        target.words.clear();
        // `رجلين روسيين`
        if words.clone().take(2).any(|t| NO_STATE.has(clitics::strip_article(v.word(t)))) {
            target.countries.clear();
        }
        target.add_called(v, words.start..words.start + 1);
    }
    let accuses = c.attitude == "accuse" || wants_charged(v, c);
    if accuses && c.rule == "quote.pronoun-object" {
        // of several it is nobody who is named (`معارضيها وتتهمهم بالارتباط بالخارج`)
        let several = c.cue.is_some_and(|at| v.word(v.term_at(at.start)).ends_with("هم"));
        target = accused_before(v, c, &party).unwrap_or(if several { Party::default() } else { target });
    }
    let mut named = Party::default();
    named.add(v, c.span);
    let (bag, mass) = v.bag(words.clone());
    let (kin, kin_mass) = bag_of(v, words.clone());
    let rejects = rejects(v, c);
    let no_part = no_part(v, c, &mut party);
    let denies = rejects || no_part || denied(v, c);
    let mut author = Party::default();
    let mut about = words.start;
    if let Some((who, what)) = answers::frame(v, words).filter(|_| denies) {
        author.add_speakers(v, v.span(who.start, who.end));
        author = author.without(&party);
        about = what;
    }
    Position {
        view,
        denies,
        points: rejects || denies && (no_part || points(v, c)),
        named,
        author,
        no_part,
        about,
        made: false,
        accuses,
        party,
        target,
        bag,
        mass,
        kin,
        kin_mass,
        sentence: c.sentence as usize,
        claim,
    }
}

fn positions<'a>(view: usize, v: &View<'a>) -> Vec<Position<'a>> {
    let said =
        |c: &&Claim| c.kind != ClaimKind::Narrated && !c.speaker_name.is_empty() && !states::is_unsaid(&c.speaker_name);
    let held = |c: &&Claim| !denies_for_another(v, c) && !taken_back(v, c);
    v.reading.mentions.claims.iter().filter(said).filter(held).map(|c| position(view, v, spoken(v, c))).collect()
}

/// Is the speaker of a noun of denying read from what is denied (`بسبب نفيه أن يكون الوزير قد سافر`)? Who denies is named elsewhere.
fn denies_for_another(v: &View, c: &Claim) -> bool {
    let pronoun = |at: Span| v.word(v.term_at(at.start)).ends_with(['ه', 'ا']);
    let mentions = &v.reading.mentions.entities;
    let inside = || mentions.iter().any(|e| c.span.contains(e.span) && e.entity == c.speaker_entity);
    let from_content = c.speaker.map_or_else(|| c.speaker_entity.is_some() && inside(), |s| c.span.contains(s));
    denies(c) && c.rule == "quote.noun-cue" && c.cue.is_some_and(pronoun) && from_content
}

/// Words behind `before` among which stands that a denial was taken back.
const BACK: usize = 3;
/// Verbs by which who has denied says otherwise.
static TAKES_BACK: Words = Words::new(&words::COMPARING, "takes back");

/// Does the sentence say that a denial was taken back (`نفت وجود مقاتلين قبل أن تعود وتقر بهم`)?
fn taken_back(v: &View, c: &Claim) -> bool {
    let Some(s) = v.sentences.iter().find(|s| s.index == c.sentence).filter(|_| denies(c)) else { return false };
    let from = v.words_of(c.span).start;
    (from..s.to).any(|t| {
        let back = |k: usize| TAKES_BACK.has(v.word(k));
        v.word(t) == "قبل" && t + 1 < s.to && v.word(t + 1) == "ان" && (t + 2..s.to.min(t + 2 + BACK)).any(back)
    })
}

/// A claim with who says it, where its grammar names another than it was read with.
fn spoken<'a>(v: &View<'a>, c: &'a Claim) -> Cow<'a, Claim> {
    let Some((name, speaker)) = other_speaker(v, c) else { return Cow::Borrowed(c) };
    let mut c = c.clone();
    c.speaker_entity = None;
    c.speaker_name = name;
    c.speaker = speaker;
    (c.speaker_role, c.speaker_from) = (None, None);
    c.speaker_kind = SpeakerKind::Anonymous;
    Cow::Owned(c)
}

/// Who says a claim that was read as said by somebody whom its grammar excludes: the head of `الطبيب السابق للرئيس`, the noun before a
/// verb without a relative pronoun (`امرأة تقول إن`).
fn other_speaker(v: &View, c: &Claim) -> Option<(String, Option<Span>)> {
    let cue = v.term_at(c.cue?.start);
    let called = |words: Range<usize>| {
        let span = v.span(words.start, words.end);
        Some((format!("{UNNAMED}{}", v.reading.doc.slice(span)), Some(span)))
    };
    // a report says it, not the body that an earlier one was of
    if let Some(s) = c.speaker.map(|s| v.words_of(s)).filter(|s| s.len() == 1 && DOCUMENT.has(v.word(s.start))) {
        return called(s);
    }
    if let Some(speaker) = c.speaker.map(|s| v.words_of(s)).filter(|s| s.start > cue + 2 && s.start <= cue + BETWEEN) {
        let of = |t: &usize| {
            let title = v.word(*t).strip_prefix("لل").is_some_and(|w| Gazetteer::get().title(w).is_some());
            title && v.entity_at(*t).is_none()
        };
        let head = cue + 1;
        if v.word(head).starts_with("ال") && v.entity_at(head).is_none() && (head + 1..speaker.start).any(|t| of(&t))
        {
            return called(head..speaker.end);
        }
    }
    // `شبكة الخطيب الذي ينفي`: the pronoun is not of the feminine
    if let (Some(s), Some(relative)) = (c.speaker.map(|s| v.words_of(s)), matter::relative_before(v, cue)) {
        let of = s.end == relative && s.len() >= 2 && v.word(relative) == "الذي" && v.word(s.start).ends_with('ه');
        let name = v.entity_at(relative - 1).filter(|e| e.kind == EntityKind::Person);
        if let Some(e) = name.filter(|_| of) {
            let own = v.span(v.words_of(e.span).start.max(s.start + 1), s.end);
            return Some((v.reading.doc.slice(own).to_string(), Some(own)));
        }
    }
    // a participle says what a verb of its own sentence does by the way: not who was named in another while a body is named in this one
    // (`أغلقت الحكومة الموانئ متهمة إياها`)
    let sentence = v.sentences.iter().find(|s| s.index == c.sentence)?;
    if c.speaker.is_none() && matter::is_participle(v.word(cue)) {
        let names = |e: &&EntityMention| {
            let at = v.words_of(e.span);
            at.start >= sentence.from && at.end <= cue
        };
        let named: Vec<&EntityMention> = v.reading.mentions.entities.iter().filter(names).collect();
        let himself = named.iter().any(|e| e.entity == c.speaker_entity);
        let mut bodies = named.iter().filter(|e| e.kind == EntityKind::Organisation);
        if let Some(body) = bodies.next().filter(|_| !himself) {
            let alone = bodies.next().is_none();
            let name = if alone { v.reading.doc.slice(body.span).to_string() } else { String::new() };
            return Some((name, alone.then_some(body.span)));
        }
    }
    // `من قبل امرأة تقول إن`
    let before = cue.checked_sub(1)?;
    let noun = v.word(before);
    let indefinite = !v.terms[before].light
        && v.entity_at(before).is_none()
        && noun.ends_with('ه')
        && WOMAN.has(noun)
        && v.word(cue).starts_with('ت')
        && !answers::comma(v, cue);
    let elsewhere = c.speaker.is_none_or(|s| v.words_of(s).end <= before);
    if indefinite && elsewhere { called(before..cue) } else { None }
}

/// What the name of a speaker without a name begins with.
const UNNAMED: &str = "anonymous: ";
/// Words between a verb of saying and a speaker's name that a head with his title fills.
const BETWEEN: usize = 8;
/// Writings that are named as speakers without saying whose they are.
static DOCUMENT: Words = Words::new(&words::COMPARING, "document");
/// Nouns of women that a clause without a relative pronoun follows.
static WOMAN: Words = Words::new(&words::COMPARING, "woman");

/// First words of a claim that say that there was no part in a deed (`ليس له دور في الحريق`).
const NO_PART: usize = 9;

/// Does a claim say that its speaker, or who is named first in it where he is unnamed, had no part in a deed?
fn no_part(v: &View, c: &Claim, party: &mut Party) -> bool {
    if c.polarity != Polarity::Negated {
        return false;
    }
    let words = v.words_of(c.span);
    let end = words.end.min(words.start + NO_PART);
    let negated = |t: &usize| matches!(clitics::strip_conjunction(v.word(*t)), "ليس" | "ليست" | "لا" | "لم");
    let Some(not) = (words.start..end).find(negated) else { return false };
    // without one's meddling something would have happened
    let unreal = not > words.start && v.word(not - 1) == "لو";
    let part = |t: &usize| charge(v.word(*t)) == Some(false) && answers::is_part(v.word(*t));
    let Some(at) = (not + 1..end.min(not + 5)).find(part).filter(|_| !unreal) else { return false };
    let own = |t: usize| matches!(v.word(t), "لنا" | "لدينا" | "لي" | "لدي");
    let mut subject = Party::default();
    for range in [words.start..not, not + 1..at, at + 1..end.min(at + 3)] {
        if !range.is_empty() && !subject.is_named() {
            subject.add(v, v.span(range.start, range.end));
        }
    }
    if (not + 1..end).any(own) || subject.meets(party) {
        return true;
    }
    if c.speaker_kind == SpeakerKind::Anonymous && subject.is_named() {
        *party = subject;
        return true;
    }
    false
}

/// Who says it and what: speaker, cue and the words shown of the content where they stand in one sentence.
fn whole(v: &View, c: &Claim, shown: Span) -> Span {
    let sentence = v.reading.doc.sentences[v.reading.doc.sentence_at(c.span.start)].span;
    [c.cue, c.speaker].into_iter().flatten().filter(|s| sentence.contains(*s)).fold(shown, Span::join)
}

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

/// Does a denial point to a charge that it does not repeat (`نفى الاتهامات`, `نفى أي علاقة له`)?
fn points(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    let told = |t: usize| t + 1 < words.end && matches!(v.word(t + 1), "بان" | "بانه" | "بانها" | "بانهم");
    // `ينفي الداعية، المقيم في الخارج، الاتهامات`
    let charges = |t: usize| v.word(t).starts_with("ال") && charge(v.word(t)) == Some(true);
    words.clone().take(4).any(|t| charge(v.word(t)).is_some() && !told(t))
        || denies(c) && words.clone().take(NO_PART).any(|t| charges(t) && !told(t))
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

/// Verbs by which a speaker denies.
static DENIES: Words = Words::new(&words::COMPARING, "denies");

/// Does a speaker deny in a verb of his own words (`تعليقا على المزاعم ينفي الحزب`), not by a judgement somewhere in them?
fn denies_inside(v: &View, c: &Claim) -> bool {
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
fn deed(v: &View, d: &Position, a: &Position) -> (f32, f32) {
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
fn likeness(story: &Story, d: &Position, a: &Position) -> Likeness {
    let p = alike(story, d, a);
    if p == 0.0 {
        return Likeness::default();
    }
    let both = align::overlap(&d.bag, &a.bag);
    let (head, _) = deed(&story.views[d.view], d, a);
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

/// Words before a claim among which a condition stands.
const CONDITION: usize = 7;
/// First words of a claim that make it a condition themselves.
const SUPPOSED: usize = 4;

/// Is a claim only supposed (`سترد إذا أكدت الأدلة أن روسيا مسؤولة`, `إن ذلك في حال ثبوته`)?
fn supposed(v: &View, a: &Position) -> bool {
    let words = v.words_of(a.claim.span);
    let from = v.sentences.get(a.sentence).map_or(words.start, |s| s.from);
    let from = words.start.saturating_sub(CONDITION).max(from.min(words.start));
    (from..words.end.min(words.start + SUPPOSED)).any(|t| words::CONDITION.has(v.word(t)))
}

/// Does a claim leave open whether what it speaks of happened (`سيزور المفتشون موقع الهجوم المزعوم`)?
fn leaves_open(v: &View, a: &Position) -> bool {
    static ALLEGED: Words = Words::new(&words::COMPARING, "alleged");
    v.words_of(a.claim.span).any(|t| ALLEGED.has(clitics::strip_article(v.word(t))))
}

/// Share of what another is said to have told that his own words must hold.
const OF_HIS_WORDS: f32 = 0.34;
/// Telling words from which a denial says itself what it denies.
const GOES_ON_FROM: usize = 2;
/// The same where another than he says it.
const SAID_BY_OTHERS: f32 = 0.7;
/// The same as a weight.
const LEAST_OF_HIS: f32 = 0.5;
/// Share of the first words of a denial that a claim with the denier's name must hold in their families.
const OF_HIS_DEED: f32 = 0.5;
/// Words behind a name among which stands what its bearer did.
const DID: usize = 4;

/// Whom a speaker stands for by what he is called anywhere in the text (`الرئيس الفرنسي`).
fn stands_for(v: &View, a: &Position) -> Party {
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
    if kin == v.terms[done].stem && !w.terms[y.clone()].iter().any(|t| t.stem == kin) {
        return false;
    }
    let mentions = &w.reading.mentions.entities;
    let named = mentions
        .iter()
        .filter(|e| e.entity.is_some_and(|e| d.party.entities.contains(&e)) && a.claim.span.contains(e.span));
    named
        .map(|e| w.words_of(e.span).end)
        .any(|end| (end..y.end.min(end + DID)).any(|t| family(w.terms[t].stem) == kin && !denial_at(w, t)))
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
fn tells_nothing_of_it(v: &View, w: &View, d: &Position, a: &Position) -> bool {
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
fn another_deed(v: &View, w: &View, d: &Position, a: &Position) -> bool {
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

/// How alike a denial and what is denied are, 0 where nothing brings them together.
fn alike(story: &Story, d: &Position, a: &Position) -> f32 {
    // only what is asserted can be denied, not what is asked for, promised or doubted
    if !a.accuses && matches!(a.claim.attitude, "demand" | "promise" | "threaten" | "doubt" | "deny") {
        return 0.0;
    }
    let one = same_speaker(&d.claim, &a.claim) == Some(true)
        || super::one_source(&d.claim.speaker_name, &a.claim.speaker_name);
    let nested = d.view == a.view && d.claim.span.overlaps(a.claim.span);
    if one || nested || a.denies || a.claim.polarity != Polarity::Affirmed || d.party.meets(&a.party) {
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
    let name = by.map_or(String::new(), |by| v.reading.doc.slice(by).trim_start_matches('#').replace('_', " "));
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
            let told: Vec<(f32, usize)> = (0..real)
                .filter(|n| *n != content && tells(story, &denial, &all[*n]))
                .map(|n| (align::overlap(&denial.kin, &all[n].kin) / denial.kin_mass.max(0.5), n))
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

/// Does a claim tell what a relative denial denies?
fn tells(story: &Story, d: &Position, a: &Position) -> bool {
    let asserted = !a.denies
        && a.claim.polarity == Polarity::Affirmed
        && !matches!(a.claim.attitude, "demand" | "promise" | "threaten" | "doubt" | "deny");
    let both = align::overlap(&d.kin, &a.kin);
    asserted
        && both >= LEAST_TOLD
        && both / d.kin_mass.max(0.5) >= TOLD_TOO
        && !d.party.meets(&a.party)
        && (d.view == a.view || !at_another_time(story, d, a))
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

/// Charges and their denials, one fact a dispute. Cost: denials times claims of a story.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let mut all: Vec<Position> = story.views.iter().enumerate().flat_map(|(i, v)| positions(i, v)).collect();
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

/// Share of a claim that another of the same party must hold to be said again.
const AGAIN: f32 = 0.5;

/// Adds to a dispute what its parties say again elsewhere in the story.
fn said_again(all: &[Position], g: &mut Dispute) {
    let again = |side: &[usize], n: usize| {
        side.iter().any(|k| {
            let (x, y) = (&all[*k], &all[n]);
            let both = align::overlap(&x.kin, &y.kin);
            both >= LEAST_SHARED && both >= AGAIN * x.kin_mass.max(y.kin_mass) && one_party(x, y)
        })
    };
    for (n, p) in all.iter().enumerate().filter(|(_, p)| !p.made) {
        if g.denials.contains(&n) || g.charges.contains(&n) {
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

/// Keeps of one side of a dispute one voice a document: the speaker's own words, then what was found first.
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
        if kept.iter().filter(|k| all[**k].view == all[n].view).count() < VOICES {
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
