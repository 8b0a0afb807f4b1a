//! Who says or accuses, and who denies: the positions of a document's claims, with whom each speaks for and what it is about.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::facts::{answers, matter, states};
use crate::lang::gaz::{Gazetteer, key};
use crate::lang::lexicon::{Lexicon, Words};
use crate::lang::words;
use crate::link::align::{Bag, View};
use crate::link::terms::{Stem, family};
use crate::model::*;
use crate::text::clitics;
use crate::text::fold::fold;

/// Weight of a noun by which a party is called without its name.
const LEAST_CALLED: f32 = 0.28;
/// First words of a claim that may name the accused.
const TARGET: usize = 6;

/// Words by which a denial points to a charge without repeating it (charges.tsv), and whether they are the charge itself.
static CHARGES: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let l = Lexicon::parse("charges.tsv", include_str!("../../../lang/ar/charges.tsv"));
    let (form, class) = (l.column("form"), l.column("class"));
    l.rows.iter().map(|r| (fold(r.get(form)), r.get(class) == "charge")).collect()
});

/// Words behind a rejection among which the charge stands.
const REJECTED: usize = 3;

/// Words that reject a charge (denials.tsv).
static REJECTIONS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let l = Lexicon::parse("denials.tsv", include_str!("../../../lang/ar/denials.tsv"));
    let (form, class) = (l.column("form"), l.column("class"));
    l.rows.iter().filter(|r| r.get(class) == "rejection").map(|r| fold(r.get(form))).collect()
});

/// Words that deny or call untrue (denials.tsv), by their first word; the second where there is one.
static DENIALS: LazyLock<FxHashMap<String, Vec<Option<String>>>> = LazyLock::new(|| {
    let l = Lexicon::parse("denials.tsv", include_str!("../../../lang/ar/denials.tsv"));
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
pub fn is_denied(v: &View, mut words: Range<usize>) -> bool {
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
pub(super) fn denial_at(v: &View, t: usize) -> bool {
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
pub(super) fn of_another(v: &View, from: usize, t: usize) -> bool {
    // `رفض موسكو التي تنفي أي تورط`: who is named before denies, not the speaker
    if t > from && matches!(v.word(t - 1), "التي" | "الذي" | "الذين") {
        return true;
    }
    (from.max(t.saturating_sub(CLAUSE))..t).any(|k| ANOTHER.has(clitics::strip_conjunction(v.word(k))))
}

/// Does a word say what somebody is charged with, or that there is a charge?
pub(super) fn charge(word: &str) -> Option<bool> {
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
    let names = |mut words: Range<usize>| words.any(|t| charge(v.word(t)) == Some(true));
    let by_verb = REJECTIONS.contains(&fold(&c.cue_lemma)) && names(words.start..words.end.min(words.start + REJECTED));
    let mut inside = words.clone();
    by_verb
        || inside.any(|t| {
            let w = clitics::strip_conjunction(v.word(t));
            REJECTIONS.contains(w) && names(t + 1..words.end.min(t + 1 + REJECTED))
        })
}

/// What a speaker holds in a document.
pub(super) struct Position<'a> {
    pub(super) view: usize,
    pub(super) claim: Cow<'a, Claim>,
    pub(super) denies: bool,
    /// It points to a charge that it does not repeat.
    pub(super) points: bool,
    /// It says that there was no part in a deed.
    pub(super) no_part: bool,
    pub(super) accuses: bool,
    /// Names and countries that the speaker stands for.
    pub(super) party: Party,
    /// The same of those named at the beginning of the claim: the accused.
    pub(super) target: Party,
    /// The same of those named anywhere in it.
    pub(super) named: Party,
    /// Whose words it answers (`نفى ما ذكره المحافظ`).
    pub(super) author: Party,
    /// From which word on it says what is denied.
    pub(super) about: usize,
    /// It stands by itself, not as a claim: a relative denial, what it denies, a part in a deed.
    pub(super) made: bool,
    pub(super) bag: Bag,
    pub(super) mass: f32,
    /// The same words by their families: what is denied may be told in other words.
    pub(super) kin: Bag,
    pub(super) kin_mass: f32,
    pub(super) sentence: usize,
}

/// Whom a speaker is or speaks for: entities and country codes.
#[derive(Default)]
pub(super) struct Party {
    pub(super) entities: Vec<u32>,
    pub(super) countries: Vec<&'static str>,
    /// Stems of what it is called without a name (`المفوضية`).
    pub(super) words: Vec<Stem>,
}

impl Party {
    pub(super) fn is_named(&self) -> bool {
        !self.entities.is_empty() || !self.countries.is_empty()
    }

    /// Without what another stands for.
    pub(super) fn without(mut self, other: &Party) -> Party {
        self.entities.retain(|e| !other.entities.contains(e));
        self.countries.retain(|c| !other.countries.contains(c));
        self.words.retain(|w| !other.words.contains(w));
        self
    }

    pub(super) fn meets(&self, other: &Party) -> bool {
        self.entities.iter().any(|e| other.entities.contains(e))
            || self.countries.iter().any(|c| other.countries.contains(c))
            || self.words.iter().any(|w| other.words.contains(w))
    }

    pub(super) fn add(&mut self, v: &View, span: Span) {
        let g = Gazetteer::get();
        let inside = |e: &&EntityMention| span.contains(e.span);
        self.entities.extend(v.reading.mentions.entities.iter().filter(inside).filter_map(|e| e.entity));
        self.add_words(g, v.reading.doc.slice(span));
        self.add_called(v, v.words_of(span));
    }

    /// Those in some words who may have said something: persons, bodies, countries.
    pub(super) fn add_speakers(&mut self, v: &View, span: Span) {
        let speaks = |e: &&EntityMention| e.kind != EntityKind::Place && span.contains(e.span);
        self.entities.extend(v.reading.mentions.entities.iter().filter(speaks).filter_map(|e| e.entity));
        self.add_words(Gazetteer::get(), v.reading.doc.slice(span));
    }

    pub(super) fn add_called(&mut self, v: &View, words: Range<usize>) {
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

    pub(super) fn add_words(&mut self, g: &Gazetteer, text: &str) {
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

/// Does a claim assert something, not ask for it, promise it, doubt or deny it? Only that can be denied.
pub(super) fn asserts(c: &Claim) -> bool {
    !matches!(c.attitude, "demand" | "promise" | "threaten" | "doubt" | "deny")
}

/// Does a claim deny something by its verb or in its words?
pub(super) fn denied(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    denies(c) || c.attitude != "accuse" && words.clone().any(|t| denial_at(v, t) && !of_another(v, words.start, t))
}

/// Nouns of bringing a charge.
static BRINGS: Words = Words::new(&words::COMPARING, "brings a charge");
/// Speakers that do not speak for the state whose adjective they bear.
pub(super) static NO_STATE: Words = Words::new(&words::COMPARING, "speaks for no state");

/// Nouns of who belongs to a person named behind them.
static OF_SOMEBODY: Words = Words::new(&words::COMPARING, "of somebody");

/// Words for the blame itself, before the accused.
static BLAME: Words = Words::new(&words::COMPARING, "blame");

/// One past the words of a claim that may name the accused: up to what it is accused of (`اتهم الأمم المتحدة بالنفاق لتركيا`).
fn charged(v: &View, words: &Range<usize>) -> usize {
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
pub(super) fn wants_charged(v: &View, c: &Claim) -> bool {
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
pub fn bag_of(v: &View, words: impl Iterator<Item = usize>) -> (Bag, f32) {
    let mut bag: Bag = words.filter(|t| !v.terms[*t].light).map(|t| (family(v.terms[t].stem), v.weight[t])).collect();
    bag.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
    bag.dedup_by_key(|b| b.0);
    let mass = bag.iter().map(|b| b.1).sum();
    (bag, mass)
}

pub(super) fn position<'a>(view: usize, v: &View<'a>, claim: Cow<'a, Claim>) -> Position<'a> {
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

pub(super) fn positions<'a>(view: usize, v: &View<'a>) -> Vec<Position<'a>> {
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
pub(super) const NO_PART: usize = 9;

/// Does a claim say that its speaker, or who is named first in it where he is unnamed, had no part in a deed?
pub(super) fn no_part(v: &View, c: &Claim, party: &mut Party) -> bool {
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
pub(super) fn whole(v: &View, c: &Claim, shown: Span) -> Span {
    let sentence = v.reading.doc.sentences[v.reading.doc.sentence_at(c.span.start)].span;
    [c.cue, c.speaker].into_iter().flatten().filter(|s| sentence.contains(*s)).fold(shown, Span::join)
}

/// Does a denial point to a charge that it does not repeat (`نفى الاتهامات`, `نفى أي علاقة له`)?
pub(super) fn points(v: &View, c: &Claim) -> bool {
    let words = v.words_of(c.span);
    let told = |t: usize| t + 1 < words.end && matches!(v.word(t + 1), "بان" | "بانه" | "بانها" | "بانهم");
    // `ينفي الداعية، المقيم في الخارج، الاتهامات`
    let charges = |t: usize| v.word(t).starts_with("ال") && charge(v.word(t)) == Some(true);
    words.clone().take(4).any(|t| charge(v.word(t)).is_some() && !told(t))
        || denies(c) && words.clone().take(NO_PART).any(|t| charges(t) && !told(t))
}
