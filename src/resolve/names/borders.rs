//! Borders of names by what the rest of the article and of the run show: names cut short are filled up, words that do
//! not belong to a name are cut off.
//!
//! - takes: all readings with their mentions
//! - gives: the mentions with other borders; two persons that were taken for one are parted
//! - cost: one walk over the mentions, a few look-ups each
//! - data: lang/ar/name_words.tsv
//!
//! The same words stand in the run a hundred times as one name and twice with its last word left out: the two are
//! mended (`الاتحاد الفرنسي` + `للتنس`). A word that the corpus hardly ever has in a name ends a name only when the
//! name without it does not stand in the same article (`مصطفى يافعا` beside `مصطفى`).

mod complement;
mod fill;
mod grammar;
mod letters;
mod persons;
#[cfg(test)]
mod tests;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::fill::fill;
use self::grammar::{calling_behind, completed, head_before, nationality_behind, overgrown, plain};
use self::letters::{particle_of, preposition, tells_ali};
use super::compare::is_native;
use super::evidence::{forms, range, words_of};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityKind, EntityMention, Reading, Span};
use crate::text::Document;

/// A longer name must stand so often as one before it fills up shorter ones.
const WHOLE_LEAST: u32 = 3;
/// Times that one reading of the same words must be as frequent as the other.
const TIMES: u32 = 3;
/// The same for filling up.
const WHOLE_TIMES: u32 = 2;
/// The same for a letter that may be the name's own.
const FAR_TIMES: u32 = 8;
/// A name with a word too many is rare.
const ODD_MOST: u32 = 4;
/// Words that a name may be cut short by.
const CUT_MOST: usize = 3;
/// A letter always before a name is the name's after so many mentions; و, which joins sentences, after more.
const ALWAYS: u32 = 3;
const ALWAYS_AND: u32 = 5;
/// Who has so many mentions by one name in the run is known by it.
const KNOWN_ALONE: u32 = 100;
/// A name that the run has so often with its country's adjective is so called: أرامكو السعودية.
const KNOWN_WHOLE: u32 = 40;
/// A noun that the corpus has so often is known.
const NOUN_LEAST: u16 = 20;
/// Words that wait for another behind them: no name ends here.
static LINKS: Words = Words::new(&words::NAMES, "link inside a name");

/// What a document's mentions look like.
struct Look {
    words: Vec<u32>,
    /// First word and one past the last of each mention.
    at: Vec<(usize, usize)>,
    form: Vec<Option<u32>>,
    /// The article writes the preposition على with its own letter: علي is the name.
    apart: bool,
}

/// A mention in its article.
#[derive(Clone, Copy)]
struct Case<'a> {
    r: &'a Reading,
    look: &'a Look,
    /// Its place among the article's mentions.
    k: usize,
    m: &'a EntityMention,
}

/// Forms of the run.
#[derive(Default)]
struct Forms {
    ids: FxHashMap<String, u32>,
    texts: Vec<String>,
    named: Vec<[u32; 4]>,
    /// Forms that open a longer one.
    opens: Vec<bool>,
    /// Words of persons' names of several.
    of_persons: FxHashSet<String>,
    /// Mentions of a form with a particle cut off: by ب, ك, ل, و, ف, by others or none.
    particles: Vec<[u32; 6]>,
    /// How often the words of a form stand there with only its beginning as a name of the kind.
    cut: FxHashMap<(u32, u8), u32>,
    /// Mentions of an organisation's form with a word behind them that may say what it is for.
    fields: Vec<u32>,
    /// Mentions of a form that begin with و and stand right behind another name of the kind: يلدا وببيلا.
    adjoins: Vec<u32>,
}

fn at(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Place => 1,
        EntityKind::Organisation => 2,
        EntityKind::Other => 3,
    }
}

/// What is done with a mention.
enum Change {
    Keep,
    /// Words from and to (in words of the document), kind.
    Set(usize, usize, EntityKind),
    /// A second person begins at this word, behind so many bytes of it as folded.
    Part(usize, usize),
    /// The particle before the name is its own first letter.
    Whole,
    /// The name begins at this word, behind so many bytes of it as folded, with words that no name had taken.
    From(usize, usize),
    /// From this word on it is the person who holds the office.
    Holder(usize),
    /// The name begins at this word, behind so many bytes of it, and is of this kind: a house called after a person.
    House(usize, usize, EntityKind),
    /// Names that hyphens tie, each a person's own: words from and to.
    Apart(Vec<(usize, usize)>),
}

/// Mends the borders of all mentions.
pub fn settle(readings: &mut [Reading]) {
    // أونغ + سان + سو: a name may lack two words
    if fill(readings) {
        fill(readings);
    }
    let found: Vec<(Vec<u32>, Vec<Option<String>>)> = readings
        .par_iter()
        .map(|r| {
            let words = words_of(&r.doc);
            let forms = forms(r, &words);
            (words, forms)
        })
        .collect();
    let mut run = Forms::default();
    let mut looks: Vec<Look> = Vec::with_capacity(readings.len());
    for (r, (words, forms)) in readings.iter().zip(found) {
        let apart = tells_ali(&r.doc);
        let mut look =
            Look { at: Vec::with_capacity(forms.len()), form: Vec::with_capacity(forms.len()), words, apart };
        for (m, f) in r.mentions.entities.iter().zip(forms) {
            let at = range(&r.doc, &look.words, m);
            let id = f.map(|f| run.add(f, m.kind));
            if let Some(id) = id {
                run.particles[id as usize][particle_of(&r.doc, &look, at.0, m)] += 1;
                let behind = look.at.last().is_some_and(|b: &(usize, usize)| b.1 == at.0)
                    && look.form.len() == look.at.len()
                    && r.mentions.entities[look.at.len() - 1].kind == m.kind;
                let field = m.kind == EntityKind::Organisation && complement::field_behind(r, &look, at.1, m);
                run.fields[id as usize] += u32::from(field);
                run.adjoins[id as usize] += u32::from(behind && run.texts[id as usize].starts_with('و'));
            }
            look.at.push(at);
            look.form.push(id);
        }
        looks.push(look);
    }
    run.find_openings();
    let run = &mut run;
    let cuts: Vec<(u32, u8)> =
        readings.par_iter().zip(&looks).flat_map_iter(|(r, look)| run.cuts_in(r, look)).collect();
    for c in cuts {
        *run.cut.entry(c).or_insert(0) += 1;
    }
    let run: &Forms = run;
    readings.par_iter_mut().zip(&looks).for_each(|(r, look)| {
        let changes = run.changes(r, look);
        if changes.iter().any(|c| !matches!(c, Change::Keep)) {
            apply(r, look, changes);
        }
    });
}

fn apply(r: &mut Reading, look: &Look, changes: Vec<Change>) {
    let doc = &r.doc;
    let token = |w: usize| doc.tokens[look.words[w] as usize].span;
    let mut out: Vec<EntityMention> = Vec::with_capacity(changes.len());
    for ((m, change), &(from, to)) in r.mentions.entities.iter().zip(changes).zip(&look.at) {
        // what a longer name before it has taken in
        if out.last().is_some_and(|b| b.span.end > m.span.start) {
            continue;
        }
        let mut m = m.clone();
        match change {
            Change::Keep => out.push(m),
            Change::Whole => {
                m.span.start = token(from).start;
                out.push(m);
            }
            Change::Set(a, b, kind) => {
                if a != from {
                    m.span.start = token(a).start;
                    m.role = None;
                }
                if b != to {
                    m.span.end = token(b - 1).end;
                    // وكالة "فارس": the mark that closes what one inside the name opens
                    let close = doc.tokens.get(look.words[b - 1] as usize + 1).map(|t| t.span);
                    if let Some(close) = close.filter(|c| matches!(doc.slice(*c), "\"" | "»" | "”"))
                        && doc.slice(m.span).chars().filter(|c| matches!(c, '"' | '«' | '“' | '»' | '”')).count() % 2
                            == 1
                    {
                        m.span.end = close.end;
                    }
                }
                if kind != m.kind {
                    m.role = None;
                }
                m.kind = kind;
                out.push(m);
            }
            Change::From(at, joined) => {
                m.span.start = doc.source_in_token(look.words[at] as usize, joined);
                m.role = None;
                out.push(m);
            }
            Change::House(at, joined, kind) => {
                m.span.start = doc.source_in_token(look.words[at] as usize, joined);
                m.kind = kind;
                m.role = None;
                out.push(m);
            }
            Change::Holder(at) => {
                let span = Span { start: token(at).start, end: m.span.end };
                m.span.end = token(at - 1).end;
                out.push(m.clone());
                out.push(EntityMention { span, kind: EntityKind::Person, role: None, ..m });
            }
            Change::Apart(names) => {
                for (k, (a, b)) in names.into_iter().enumerate() {
                    let start = if k == 0 { m.span.start } else { token(a).start };
                    let span = Span { start, end: token(b - 1).end };
                    out.push(EntityMention { span, role: if k == 0 { m.role } else { None }, ..m.clone() });
                }
            }
            Change::Part(at, joined) => {
                let start = doc.source_in_token(look.words[at] as usize, joined);
                let second = EntityMention { span: Span { start, end: m.span.end }, role: None, ..m.clone() };
                m.span.end = token(at - 1).end;
                out.push(m);
                out.push(second);
            }
        }
    }
    r.mentions.entities = out;
}

fn doc_word<'a>(r: &'a Reading, look: &Look, word: usize) -> &'a str {
    r.doc.fold_of(look.words[word] as usize)
}

impl Forms {
    fn add(&mut self, text: String, kind: EntityKind) -> u32 {
        let id = match self.ids.get(&text) {
            Some(id) => *id,
            None => {
                let id = self.texts.len() as u32;
                self.texts.push(text.clone());
                self.named.push([0; 4]);
                self.particles.push([0; 6]);
                self.adjoins.push(0);
                self.fields.push(0);
                self.ids.insert(text, id);
                id
            }
        };
        self.named[id as usize][at(kind)] += 1;
        id
    }

    fn find_openings(&mut self) {
        let mut opens = vec![false; self.texts.len()];
        for t in &self.texts {
            for (i, _) in t.match_indices(' ') {
                if let Some(id) = self.ids.get(&t[..i]) {
                    opens[*id as usize] = true;
                }
            }
        }
        self.opens = opens;
        let several = self.texts.iter().zip(&self.named).filter(|(t, named)| named[0] > 0 && t.contains(' '));
        self.of_persons = several.flat_map(|(t, _)| t.split(' ')).map(str::to_string).collect();
    }

    /// Longer forms that begin with this mention and whose words go on behind it, shortest first: form, words more.
    fn longer(&self, doc: &Document, look: &Look, k: usize, m: &EntityMention) -> Vec<(u32, usize)> {
        let mut out = Vec::new();
        let Some(own) = look.form[k].filter(|f| self.opens[*f as usize]) else { return out };
        let end = doc.sentence_tokens(m.sentence as usize).end;
        let mut text = self.texts[own as usize].clone();
        let to = look.at[k].1;
        for n in 0..CUT_MOST {
            let Some(&w) = look.words.get(to + n).filter(|w| (**w as usize) < end) else { break };
            // على is not علي, though they are folded alike
            if preposition(doc, w as usize) {
                break;
            }
            text.push(' ');
            text.push_str(doc.fold_of(w as usize));
            if let Some(&f) = self.ids.get(&text)
                && self.named[f as usize][at(m.kind)] > 0
            {
                out.push((f, n + 1));
            }
        }
        out
    }

    fn cuts_in(&self, r: &Reading, look: &Look) -> Vec<(u32, u8)> {
        let mut out = Vec::new();
        for (k, m) in r.mentions.entities.iter().enumerate() {
            out.extend(self.longer(&r.doc, look, k, m).into_iter().map(|(f, _)| (f, at(m.kind) as u8)));
        }
        out
    }

    fn changes(&self, r: &Reading, look: &Look) -> Vec<Change> {
        let here: FxHashSet<(u32, usize)> =
            r.mentions.entities.iter().zip(&look.form).filter_map(|(m, f)| Some(((*f)?, at(m.kind)))).collect();
        r.mentions.entities.iter().enumerate().map(|(k, m)| self.change(Case { r, look, k, m }, &here)).collect()
    }

    /// What is done with a mention; `here` are the names of its article, with their kinds.
    fn change(&self, case: Case, here: &FxHashSet<(u32, usize)>) -> Change {
        let Case { r, look, k, m } = case;
        let Some(own) = look.form[k] else { return Change::Keep };
        let gaz = Gazetteer::get();
        let (from, to) = look.at[k];
        let kind = at(m.kind);
        let text = self.texts[own as usize].as_str();
        let named = self.named[own as usize][kind];
        let cut = |f: u32| self.cut.get(&(f, kind as u8)).copied().unwrap_or(0);
        // cut short
        let whole = self.longer(&r.doc, look, k, m).into_iter().rfind(|(f, more)| {
            let n = self.named[*f as usize][kind];
            // كأس الاتحاد الأوروبي + لكرة القدم: not half of the name behind it
            let halved = look.at[k + 1..].iter().take(CUT_MOST).any(|b| b.0 < to + more && b.1 > to + more);
            // حمص السورية: where a place lies is no part of its name
            let adjective = m.kind == EntityKind::Place && gaz.demonym(doc_word(r, look, to + more - 1)).is_some();
            // مفوضية الأمم المتحدة + لشؤون اللاجئين: what the lists have is whole
            let listed = doc_word(r, look, to).starts_with('ل')
                && gaz.classes(&self.texts[*f as usize]) & crate::lang::gaz::bits::ORGANISATION != 0;
            // ماجد + أبو حيمد: a part that many bear
            let borne = m.kind == EntityKind::Person
                && n >= cut(*f)
                && (0..*more).all(|k| {
                    let w = doc_word(r, look, to + k);
                    matches!(w, "ابو" | "بن" | "عبد" | "ال") || gaz.part(w).is_some_and(|p| p.given + p.family >= 3)
                });
            // عمرو + واكد, whom the run has elsewhere
            let known = m.kind == EntityKind::Person && *more == 1 && n >= 2 && 2 * n >= cut(*f) && {
                let w = doc_word(r, look, to);
                w.chars().count() >= 3 && !plain(w, gaz) && !entities::mend::closes(w) && !w.starts_with("ال")
            };
            (listed || borne || known || n >= WHOLE_LEAST && n >= WHOLE_TIMES * cut(*f)) && !halved && !adjective
        });
        if let Some((_, more)) = whole {
            return Change::Set(from, to + more, m.kind);
        }
        if m.kind == EntityKind::Organisation
            && complement::mostly(named, self.fields[own as usize])
            && complement::generic(text, gaz)
            && let Some(change) = complement::completed(case)
        {
            return change;
        }
        if let Some(change) = completed(case, text) {
            return change;
        }
        let words: Vec<&str> = text.split(' ').collect();
        let n = words.len();
        if let Some(change) = head_before(case, &words) {
            return change;
        }
        if m.kind == EntityKind::Organisation
            && n == to - from
            && !r.doc.slice(m.span).contains(['"', '«', '“'])
            && let Some(j) =
                overgrown(&words, |i| r.doc.text_of(look.words[from + i] as usize).starts_with(['أ', 'إ', 'آ']), gaz)
        {
            let given = gaz.part(words[j]).is_some_and(|p| p.given >= 3 && p.given > p.family);
            let known = self.ids.get(&words[j..].join(" ")).is_some_and(|s| {
                let c = self.named[*s as usize];
                c[0] >= TIMES && c[0] >= TIMES * (c[1] + c[2])
            });
            return match (known, j) {
                // المنتخب + غوندوغان
                (true, 1) => Change::Set(from + 1, to, EntityKind::Person),
                (true, _) => Change::Holder(from + j),
                _ if j + 1 < n && (given || words[j].starts_with("عبد")) => Change::Holder(from + j),
                _ => Change::Set(from, from + j, m.kind),
            };
        }
        if m.kind != EntityKind::Person && n >= 2 && n == to - from && named < KNOWN_WHOLE {
            let mark = |token: Option<usize>| {
                token
                    .and_then(|t| r.doc.tokens.get(t))
                    .is_some_and(|t| matches!(r.doc.slice(t.span), "\"" | "«" | "»" | "“" | "”"))
            };
            let closed = |i: usize| mark(Some(look.words[from + i] as usize + 1));
            // "أبو عمر المصري": what marks hold is whole
            let held = mark((look.words[from] as usize).checked_sub(1)) && closed(n - 1);
            let known = |text: &str| self.ids.get(text).map_or(0, |f| self.named[*f as usize][kind]);
            let end = || nationality_behind(&words, m.kind, closed, known, gaz);
            if let Some(j) = (!held).then(end).flatten() {
                return Change::Set(from, from + j, m.kind);
            }
        }
        if m.kind == EntityKind::Person && n == to - from {
            // عبدالله + أن
            let that =
                (1..n).find(|&j| matches!(r.doc.text_of(look.words[from + j] as usize), "أن" | "أنّ" | "إن" | "إنّ"));
            let that = that.filter(|j| j + 1 == n && is_native(words[j - 1]));
            if let Some(j) = that.or_else(|| calling_behind(&words, gaz)) {
                return Change::Set(from, from + j, m.kind);
            }
        }
        if let Some(change) = self.first_letter(case, &words, named) {
            return change;
        }
        if m.kind == EntityKind::Person
            && let Some(change) = self.person_front(case, &words, here)
        {
            return change;
        }
        // بلاي بوي, وحدة مكافحة التجسس: the run never has the name without this letter, nor with another before it
        let cuts = self.particles[own as usize];
        let all: u32 = cuts.iter().sum();
        let least = if cuts[3] == all { ALWAYS_AND } else { ALWAYS };
        let unknown = m.kind != EntityKind::Person || gaz.part(words[0]).is_none_or(|p| p.given < 8);
        if m.kind != EntityKind::Place
            && n >= 2
            && unknown
            && all >= least
            && cuts[..5].contains(&all)
            && gaz.classes(text) == 0
            && gaz.head(words[0]).is_none()
            && (gaz.classes(words[0]) == 0 || all >= 2 * FAR_TIMES && cuts[0] == all)
            // فالكون 9
            && (cuts[4] == all || !words[0].starts_with("ال"))
            && !entities::mend::PLACE_HEADS.has(words[0])
        {
            return letters::whole(case);
        }
        // بويل, براي وايت: ب and ك are not always joined to somebody
        let foreign = |w: &str| !is_native(w) && !w.starts_with("ال");
        if m.kind == EntityKind::Person
            && all >= ALWAYS + u32::from(n == 1)
            && (cuts[0] == all || cuts[1] == all)
            && foreign(words[0])
            && (n >= 2 || !self.of_persons.contains(text))
        {
            return letters::whole(case);
        }
        // ماريت بيورغن, of whom one article always speaks as if ب were joined to her
        if m.kind == EntityKind::Person && n == 1 && foreign(words[0]) && gaz.classes(text) == 0 {
            let own = look.form[k];
            let (mut all, mut joined) = (0, 0);
            for (j, other) in r.mentions.entities.iter().enumerate() {
                let Some(f) = look.form[j] else { continue };
                if Some(f) == own {
                    all += 1;
                    joined += u32::from(particle_of(&r.doc, look, look.at[j].0, other) == 0);
                } else if other.kind == EntityKind::Person && self.texts[f as usize].split(' ').any(|w| w == text) {
                    all = u32::MAX / 2;
                }
            }
            if all > ALWAYS && joined == all {
                return letters::whole(case);
            }
        }
        if n < 2 || n != to - from || gaz.classes(text) != 0 {
            return Change::Keep;
        }
        let id = |words: &[&str]| self.ids.get(&words.join(" ")).copied();
        // grown too long: the same words mostly end before
        if cut(own) >= TIMES && cut(own) >= TIMES * named {
            let mut j = n;
            while j > 1 && plain(words[j - 1], gaz) {
                j -= 1;
            }
            let shorter = j < n && id(&words[..j]).is_some_and(|s| self.named[s as usize][kind] >= TIMES * named);
            if shorter && gaz.head(words[j - 1]).is_none() {
                return Change::Set(from, from + j, m.kind);
            }
        }
        if named > ODD_MOST {
            return Change::Keep;
        }
        if m.kind == EntityKind::Person {
            return self.odd_person(from, &words, here, gaz).unwrap_or(Change::Keep);
        }
        let suffixed = |w: &str| {
            w.chars().count() >= 5
                && !w.starts_with("ال")
                && ["ها", "هم", "ه"].iter().any(|p| w.ends_with(p))
                && gaz.part(w).is_none()
                && gaz.classes(w) == 0
                && gaz.demonym(w).is_none()
                && entities::news().word_stats(w).is_none()
        };
        // الدفاع المدني + رافضا: behind a definite word no bare one belongs to the name
        let mut j = n;
        while j > 1 && (plain(words[j - 1], gaz) || m.kind == EntityKind::Organisation && suffixed(words[j - 1])) {
            j -= 1;
        }
        let closed = words[j - 1].starts_with("ال") || gaz.demonym(words[j - 1]).is_some();
        if j < n
            && closed
            && (j > 1 || gaz.head(words[0]).is_none())
            && id(&words[..j])
                .is_some_and(|s| here.contains(&(s, kind)) || self.named[s as usize][kind] >= TIMES * named)
        {
            return Change::Set(from, from + j, m.kind);
        }
        // الحوثيين + a person that the run knows
        if m.kind == EntityKind::Organisation && n == 2 && gaz.head(words[0]).is_some_and(|h| h.adjective) {
            // المنتخب + a person of the run: an adjective was awaited
            let person = !words[1].starts_with("ال")
                && id(&words[1..]).is_some_and(|s| {
                    let c = self.named[s as usize];
                    c[0] >= TIMES * named.max(1) && c[0] >= TIMES * (c[1] + c[2])
                });
            if person {
                return Change::Set(from + 1, to, EntityKind::Person);
            }
        }
        // وزارة الداخلية + خليفة الشيباني, both of whom the run has by themselves
        if m.kind == EntityKind::Organisation && gaz.head(words[0]).is_some() {
            let of = |words: &[&str], kind: usize| id(words).map_or(0, |s| self.named[s as usize][kind]);
            let given = |w: &str| gaz.part(w).is_some_and(|p| p.given >= 3 && p.given > p.family);
            let holder = (2..n.saturating_sub(1))
                .find(|&i| given(words[i]) && of(&words[i..], 0) >= 2 && of(&words[..i], 2) >= TIMES * named);
            if let Some(i) = holder {
                return Change::Holder(from + i);
            }
        }
        if m.kind == EntityKind::Organisation
            && gaz.head(words[0]).is_none()
            && !entities::mend::PLACE_HEADS.has(words[0])
        {
            for i in 1..n - 1 {
                let person = id(&words[i..]).is_some_and(|s| {
                    let c = self.named[s as usize];
                    c[0] >= TIMES * named.max(1) && c[0] >= TIMES * c[2]
                });
                let given = matches!(words[i], "عبد" | "ابو")
                    || gaz.part(words[i]).is_some_and(|p| p.given >= 3 && p.given > p.family);
                if person && given && gaz.head(words[i - 1]).is_none() {
                    return Change::Set(from + i, to, EntityKind::Person);
                }
            }
        }
        Change::Keep
    }
}
