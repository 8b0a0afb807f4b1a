//! First letters of names: a particle joined to the name, or the name's own.

use super::super::compare::is_native;
use super::{Case, Change, FAR_TIMES, Forms, Look, TIMES, at};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::{EntityKind, EntityMention};
use crate::text::Document;

/// So often the preposition على stands in an article that writes it apart from the name علي.
const PREPOSITIONS_LEAST: u32 = 3;

/// Prepositions that stand by themselves, right before what they govern.
static GOVERNING: Words = Words::new(&words::NAMES, "preposition before a name");

/// Is this على, which folds like the name علي?
pub(super) fn preposition(doc: &Document, token: usize) -> bool {
    doc.fold_of(token) == "علي" && doc.text_of(token).ends_with('ى')
}

/// Is this one of [`GOVERNING`]? إلى and على with their own last letter: آلي and علي are names.
fn governing(doc: &Document, token: usize) -> bool {
    let word = doc.fold_of(token);
    GOVERNING.has(word) && (word == "في" || !word.ends_with('ي') || doc.text_of(token).ends_with('ى'))
}

/// Does the article write على and علي with letters of their own?
pub(super) fn tells_ali(doc: &Document) -> bool {
    let (mut on, mut ali) = (0, 0);
    for k in 0..doc.tokens.len() {
        if doc.fold_of(k) == "علي" {
            if preposition(doc, k) { on += 1 } else { ali += 1 }
        }
    }
    on >= PREPOSITIONS_LEAST && on >= ali
}

/// Which particle was cut off a mention: ب, ك, ل, و, others or none.
pub(super) fn particle_of(doc: &Document, look: &Look, word: usize, m: &EntityMention) -> usize {
    let Some(&token) = look.words.get(word) else { return 5 };
    let start = doc.tokens[token as usize].span.start;
    if start >= m.span.start {
        return 5;
    }
    match &doc.text()[start as usize..m.span.start as usize] {
        "ب" | "وب" => 0,
        "ك" | "وك" => 1,
        "ل" | "ول" => 2,
        "و" => 3,
        "ف" | "وف" => 4,
        _ => 5,
    }
}

/// The name with the letter that was cut off it; و before another letter joins sentences still.
pub(super) fn whole(case: Case) -> Change {
    let Case { r, look, k, m } = case;
    let (from, _) = look.at[k];
    let start = look.words.get(from).map_or(m.span.start, |t| r.doc.tokens[*t as usize].span.start);
    let cut = &r.doc.text()[start as usize..m.span.start.max(start) as usize];
    match cut.strip_prefix('و') {
        Some(rest) if !rest.is_empty() => Change::From(from, 'و'.len_utf8()),
        _ => Change::Whole,
    }
}

impl Forms {
    /// The first letter of a name by what the run has more often: و that was left on it (ودي ماريا), ل that was cut off
    /// (ل + يروي ساني).
    pub(super) fn first_letter(&self, case: Case, words: &[&str], named: u32) -> Option<Change> {
        let Case { r, look, k, m } = case;
        let gaz = Gazetteer::get();
        let kind = at(m.kind);
        let (from, _) = look.at[k];
        let &token = look.words.get(from)?;
        let token_start = r.doc.tokens[token as usize].span.start;
        let text = words.join(" ");
        let of = |text: &str| self.ids.get(text).map_or(0, |f| self.named[*f as usize][kind]);
        let times = if words.len() > 1 { 1 } else { TIMES };
        if token_start < m.span.start {
            let joined = r.doc.text()[token_start as usize..m.span.start as usize].trim();
            let joined = joined.strip_prefix('و').filter(|rest| !rest.is_empty()).unwrap_or(joined);
            let one = matches!(joined, "ب" | "ك" | "ل" | "و" | "ف");
            // "والا", which the marks have with its first letter
            let before = r.doc.text()[..token_start as usize].chars().next_back();
            let after = r.doc.text()[m.span.end as usize..].chars().next();
            let marks = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '«' | '»' | '“' | '”'));
            if one && marks(before) && marks(after) && gaz.classes(&text) == 0 && gaz.head(words[0]).is_none() {
                return Some(whole(case));
            }
            let cuts = look.form[k].map(|f| self.particles[f as usize]).unwrap_or_default();
            let all: u32 = cuts.iter().sum();
            let always = one && cuts[..5].contains(&all) && gaz.classes(&text) == 0 && gaz.head(words[0]).is_none();
            let before = from.checked_sub(1).map(|b| look.words[b]).filter(|b| b + 1 == token);
            let before = before.map(|b| b as usize);
            // على + وفاق, في + وإب: behind a preposition nothing joins names, and no second preposition stands
            let governed = before.is_some_and(|b| governing(&r.doc, b))
                && !super::super::kinds::construct(words[0])
                && !entities::mend::PLACE_HEADS.has(words[0]);
            if always && governed && gaz.part(words[0]).is_none_or(|p| p.given < 8) {
                return Some(whole(case));
            }
            // منطقة + بروم: one letter joined to it everywhere, and behind a noun that its name follows
            let headed = before.is_some_and(|b| super::super::kinds::construct(r.doc.fold_of(b)));
            if always && headed && all >= 2 && joined != "و" {
                return Some(whole(case));
            }
            // ب + ابل, ب + رزان: the lists have the name with the letter alone, كلاي also who bears it in the article
            let full = format!("{joined}{text}");
            let listed = |w: &str| gaz.classes(w) != 0 || gaz.world_place(w).is_some();
            let borne = |w: &str| gaz.part(w).is_some();
            let first = format!("{joined}{}", words[0]);
            let known = kind != 0 && listed(&full) && !listed(&text)
                || kind == 0 && always && borne(&first) && !borne(words[0]) && !listed(words[0])
                || kind == 0 && words.len() == 1 && self.bears_here(case, &full, &text)
                // سارة ليا + ويتسن: right behind a name, never with another letter and nowhere alone
                || kind == 0
                    && joined == "و"
                    && always
                    && all >= super::ALWAYS_AND
                    && words.len() == 1
                    && !borne(&text)
                    && k.checked_sub(1).is_some_and(|b| {
                        look.at[b].1 == from && r.mentions.entities[b].kind == EntityKind::Person
                    });
            if one && known && words[0].chars().count() >= 3 {
                return Some(whole(case));
            }
            let fuller = of(&full);
            if always && words.len() > 1 && fuller >= 1 && kind != 1 && all >= super::ALWAYS {
                return Some(whole(case));
            }
            return (one && gaz.classes(&text) == 0 && fuller >= 2 && fuller >= times * named && words[0].len() > 2)
                .then(|| whole(case));
        }
        if let Some(change) = self.joined_letter(&text, words, kind, from, named, gaz) {
            return Some(change);
        }
        let rest = text.strip_prefix('و')?;
        let own = gaz.part(words[0]).is_some_and(|p| p.given + p.family > 0) || gaz.classes(&text) != 0;
        let stands = of(rest);
        let listed = stands >= 1 && gaz.classes(rest) != 0;
        (!own && rest.chars().count() >= 2 && (listed || stands >= 2 && stands >= times * named))
            .then(|| Change::From(from, 'و'.len_utf8()))
    }

    /// Does somebody of the article bear this word behind another name, and nobody the other?
    fn bears_here(&self, case: Case, word: &str, other: &str) -> bool {
        let Case { r, look, .. } = case;
        let mut found = false;
        for (m, f) in r.mentions.entities.iter().zip(&look.form) {
            let Some(f) = f.filter(|_| m.kind == EntityKind::Person) else { continue };
            let mut words = self.texts[f as usize].split(' ');
            words.next();
            for w in words {
                if w == other {
                    return false;
                }
                found |= w == word;
            }
        }
        found
    }

    /// A particle that was left on a name's first word: before a head that wears it nowhere else (بحركة النهضة, لمطار أبها),
    /// before a name of the lists or one that the run has far more often (بتل أبيب, لبيب غوارديولا), و between two names
    /// with nothing else there (يلدا وببيلا).
    fn joined_letter(
        &self,
        text: &str,
        words: &[&str],
        kind: usize,
        from: usize,
        named: u32,
        gaz: &Gazetteer,
    ) -> Option<Change> {
        let letter = text.chars().next().filter(|c| matches!(c, 'و' | 'ب' | 'ل' | 'ك' | 'ف'))?;
        let rest = &text[letter.len_utf8()..];
        let first = &words[0][letter.len_utf8()..];
        let heads = |w: &str| gaz.head(w).is_some() || entities::mend::PLACE_HEADS.has(w) || entities::mend::event(w);
        // تصريح لأيمن فلان: what nobody bears, before a given name that many do
        let bears = |w: &str, least: u16| gaz.part(w).is_some_and(|p| p.given >= least && p.given > p.family);
        if kind == 0
            && words.len() > 1
            && matches!(letter, 'ل' | 'ب' | 'و')
            && first.chars().count() >= 4
            && is_native(first)
            && bears(first, 30)
            && gaz.part(words[0]).is_none()
            && entities::news().lexicon().get(words[0]).is_none_or(|e| e.count < super::NOUN_LEAST)
            && gaz.classes(text) == 0
        {
            return Some(Change::From(from, letter.len_utf8()));
        }
        let known = gaz.part(words[0]).is_some_and(|p| p.given + p.family > 0)
            || gaz.classes(text) != 0
            || heads(words[0])
            || matches!(words[0], "وادي" | "واحه");
        if known || text.contains('-') {
            return None;
        }
        let change = Some(Change::From(from, letter.len_utf8()));
        let several = words.len() > 1;
        if kind != 0 && several && heads(first) && !(letter == 'ل' && first.starts_with('ل')) {
            return change;
        }
        if gaz.classes(words[0]) != 0 || first.chars().count() < 3 {
            return None;
        }
        if several && gaz.classes(rest) != 0 {
            return change;
        }
        let id = self.ids.get(text).copied();
        if letter == 'و'
            && id.is_some_and(|f| self.adjoins[f as usize] >= 2 && 5 * self.adjoins[f as usize] >= 3 * named)
        {
            return change;
        }
        // بلاي بوي, which stands elsewhere as if ب were joined to it
        let stands = self.ids.get(rest).map_or(0, |f| {
            let joined = self.particles[*f as usize][..4].iter().sum::<u32>();
            self.named[*f as usize][kind].saturating_sub(2 * joined)
        });
        (several && letter != 'و' && stands >= FAR_TIMES * named.max(1))
            .then_some(Change::From(from, letter.len_utf8()))
    }
}
