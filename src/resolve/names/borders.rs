//! Borders of names by what the rest of the article and of the run show: names cut short are filled up, words that do
//! not belong to a name are cut off.
//!
//! - takes: all readings with their mentions
//! - gives: the mentions with other borders; two persons that were taken for one are parted
//! - cost: one walk over the mentions, a few look-ups each
//! - data: lang/ar/name_words.tsv, lang/ar/whole_names.tsv
//!
//! The same words stand in the run a hundred times as one name and twice with its last word left out: the two are
//! mended (`الاتحاد الفرنسي` + `للتنس`). A word that the corpus hardly ever has in a name ends a name only when the
//! name without it does not stand in the same article (`مصطفى يافعا` beside `مصطفى`).

mod complement;
mod fill;
mod grammar;
mod letters;
mod name;
mod persons;
#[cfg(test)]
mod tests;
mod trail;
mod whole;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::fill::fill;
use self::letters::{particle_of, preposition, tells_ali};
use self::name::Name;
use super::compare::is_native;
use super::evidence::{forms, range, words_of};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
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
    /// How many names of persons begin with a word, and how many have it anywhere.
    firsts: FxHashMap<String, u32>,
    bearers: FxHashMap<String, u32>,
    /// Of the names of persons that begin with a word how many go on with a native name, how many with a foreign one.
    seconds: FxHashMap<String, (u32, u32)>,
    /// How often the most frequent full name of a person stands that ends with a word.
    lasts: FxHashMap<String, u32>,
    /// Bodies by the name without the adjective of their country, with the country, or none where the run says several:
    /// الأهلي المصري and الأهلي السعودي.
    of_country: FxHashMap<String, Option<&'static str>>,
    /// Mentions of a form with a particle cut off: by ب, ك, ل, و, ف, by others or none.
    particles: Vec<[u32; 6]>,
    /// How often the words of a form stand there with only its beginning as a name of the kind.
    cut: FxHashMap<(u32, u8), u32>,
    /// How often the words of a form stand there with all but its first word as a name of the kind.
    cut_before: FxHashMap<(u32, u8), u32>,
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
    /// It is no name.
    Drop,
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
    /// A known whole around the name: it begins at this word, behind so many bytes of it, ends before this one, and is of this kind.
    Around(usize, usize, usize, EntityKind),
    /// Names that hyphens tie, each a person's own: words from and to.
    Apart(Vec<(usize, usize)>),
}

/// How often a form of a kind comes up in all readings.
fn counted(
    readings: &[Reading],
    looks: &[Look],
    of: impl Fn(&Reading, &Look) -> Vec<(u32, u8)> + Sync,
) -> FxHashMap<(u32, u8), u32> {
    let found: Vec<(u32, u8)> = readings.par_iter().zip(looks).flat_map_iter(|(r, look)| of(r, look)).collect();
    let mut out = FxHashMap::default();
    for f in found {
        *out.entry(f).or_insert(0) += 1;
    }
    out
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
    run.cut = counted(readings, &looks, |r, look| run.cuts_in(r, look));
    run.cut_before = counted(readings, &looks, |r, look| run.cut_fronts_in(r, look));
    let run = &run;
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
            Change::Drop => {}
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
            Change::Around(at, joined, end, kind) => {
                m.span.start = doc.source_in_token(look.words[at] as usize, joined);
                m.span.end = token(end - 1).end;
                m.role = m.role.filter(|_| kind == m.kind && at == from);
                m.kind = kind;
                // what it takes in of the names before it
                while out.last().is_some_and(|b| b.span.end > m.span.start) {
                    out.pop();
                }
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
        self.of_persons = several.clone().flat_map(|(t, _)| t.split(' ')).map(str::to_string).collect();
        for (text, named) in several {
            let parts: Vec<&str> = text.split(' ').collect();
            *self.firsts.entry(parts[0].to_string()).or_insert(0) += 1;
            for part in &parts {
                *self.bearers.entry((*part).to_string()).or_insert(0) += 1;
            }
            let seconds = self.seconds.entry(parts[0].to_string()).or_default();
            match is_native(parts[1]) || parts[1].starts_with("ال") {
                true => seconds.0 += 1,
                false => seconds.1 += 1,
            }
            let most = self.lasts.entry(parts[parts.len() - 1].to_string()).or_insert(0);
            *most = named[0].max(*most);
        }
        let gaz = Gazetteer::get();
        for (text, _) in self.texts.iter().zip(&self.named).filter(|(_, n)| n[at(EntityKind::Organisation)] > 0) {
            let Some((base, adjective)) = text.rsplit_once(' ').filter(|(_, w)| w.starts_with("ال")) else {
                continue;
            };
            let Some(code) = gaz.demonym(adjective).filter(|code| code.len() == 2) else { continue };
            let one = self.of_country.entry(base.to_string()).or_insert(Some(code));
            if *one != Some(code) {
                *one = None;
            }
        }
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

    /// How often the run has a form, by kind.
    fn count(&self, text: &str) -> [u32; 4] {
        self.ids.get(text).map_or([0; 4], |f| self.named[*f as usize])
    }

    /// How often the words of a form stand there with only their beginning as a name of the kind.
    fn cut_of(&self, form: u32, kind: EntityKind) -> u32 {
        self.cut.get(&(form, at(kind) as u8)).copied().unwrap_or(0)
    }

    fn cuts_in(&self, r: &Reading, look: &Look) -> Vec<(u32, u8)> {
        let mut out = Vec::new();
        for (k, m) in r.mentions.entities.iter().enumerate() {
            out.extend(self.longer(&r.doc, look, k, m).into_iter().map(|(f, _)| (f, at(m.kind) as u8)));
        }
        out
    }

    /// Forms that begin with the word before a mention and go on with its own.
    fn cut_fronts_in(&self, r: &Reading, look: &Look) -> Vec<(u32, u8)> {
        let front = |k: usize, m: &EntityMention| {
            let (own, before) = (look.form[k]?, look.at[k].0.checked_sub(1)?);
            let whole = format!("{} {}", doc_word(r, look, before), self.texts[own as usize]);
            self.ids.get(&whole).map(|f| (*f, at(m.kind) as u8))
        };
        r.mentions.entities.iter().enumerate().filter_map(|(k, m)| front(k, m)).collect()
    }

    fn changes(&self, r: &Reading, look: &Look) -> Vec<Change> {
        let here: FxHashSet<(u32, usize)> =
            r.mentions.entities.iter().zip(&look.form).filter_map(|(m, f)| Some(((*f)?, at(m.kind)))).collect();
        let change = |k| Name::new(self, r, look, k, &here).and_then(|name| name.change()).unwrap_or(Change::Keep);
        (0..look.at.len()).map(change).collect()
    }
}
