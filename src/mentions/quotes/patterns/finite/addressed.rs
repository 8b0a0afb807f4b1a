//! The one a verb of saying is spoken to or of: noun phrases that cannot be its subject, and what is asked of them.

use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::news;
use crate::mentions::quotes::Scan;
use crate::mentions::quotes::cues::class;
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::model::{EntityKind, TokenKind};
use crate::text::clitics;

/// Lands of feminine gender that their ending does not show.
static FEMININE_LANDS: Words = Words::new(&words::SPEECH, "land of feminine gender");

/// People to whom something is announced.
static ADDRESSEES: Words = Words::new(&words::SPEECH, "people addressed");

impl Scan<'_> {
    /// A head noun of feminine form that is no man's name.
    pub(super) fn feminine(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        let common = self.tags[p.start].is(class::ORG)
            || self.tags[p.start].is(class::DEFINITE) && self.tags[p.start].entity == 0;
        // a sound plural in the accusative is no subject
        if w.ends_with("يين") && self.tags[p.start].entity == 0
            || w.ends_with("ين") && self.tags[p.start].is(class::ANON)
        {
            return true;
        }
        common && w.ends_with('ه') && !self.person(p.start)
    }

    /// وطالب روسيا بالتدخل: a state of the feminine, which has no masculine verb; none that is masculine or may be.
    pub(super) fn feminine_state(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        p.end == p.start + 1
            && self.entity_kind(p.start) == Some(EntityKind::Place)
            && (w.ends_with("يا") || w.ends_with('ه') || FEMININE_LANDS.has(w))
            && Gazetteer::get().country(w).is_some()
    }

    /// Where a second noun begins in a phrase of somebody: an indefinite one after the article (بعض الصحافيين الإنجليز [أداء
    /// السويد]), one with the article after an adjective of nation (وزارة الخارجية التركية [الخطوة الألمانية]).
    pub(super) fn second_noun(&self, p: &Phrase) -> Option<usize> {
        if !self.tags[p.start].is(class::ORG | class::ROLE | class::ANON | class::MEDIA)
            && self.tags[p.start].entity == 0
        {
            return None;
        }
        (p.start + 1..p.next).find(|&k| {
            let (t, before) = (&self.tags[k], &self.tags[k - 1]);
            let plain = t.entity == 0
                && t.attached == Attached::None
                && !t.conjunction
                && self.doc.tokens[k].kind == TokenKind::Arabic
                && !t.is(class::PREP | class::ROLE);
            let nation = |w: &str| ["يه", "ي", "يين", "يون"].iter().any(|e| w.ends_with(e)) && w.starts_with("ال");
            plain
                && before.is(class::DEFINITE)
                && (!t.is(class::DEFINITE)
                    || nation(self.word(k - 1)) && !nation(self.word(k)) && self.word(k).starts_with("ال"))
        })
    }

    /// وحث أنقرة على: a city, which has no masculine verb.
    pub(super) fn feminine_city(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        self.entity_kind(p.start) == Some(EntityKind::Place)
            && (p.start..p.end).all(|k| self.tags[k].entity == self.tags[p.start].entity)
            && !self.tags[p.start].is(class::DEFINITE | class::ORG | class::ROLE)
            && Gazetteer::get().capital(w).is_some()
    }

    /// السوريين, المسؤولين: a sound plural with the article that is met in the nominative too, and no name (الحسين).
    pub(super) fn accusative_plural(&self, k: usize) -> bool {
        let w = self.word(k);
        self.tags[k].entity == 0
            && w.starts_with("ال")
            && w.strip_suffix("ين").is_some_and(|s| {
                s.chars().count() > 4 && news().lexicon().get(&format!("{s}ون")).is_some_and(|e| e.count > 2)
            })
    }

    /// A head noun of a man or of men: لاعبي المنتخب, المسؤولين, الوزير.
    pub(super) fn masculine(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        let t = &self.tags[p.start];
        t.entity == 0
            && t.is(class::ROLE | class::ANON)
            && !t.is(class::ORG | class::DOC | class::MEDIA)
            && (ADDRESSEES.has(w)
                || w.ends_with("ين")
                || w.ends_with("يي")
                || w.ends_with("بي")
                || t.is(class::ROLE) && !t.is(class::ANON))
            && !w.ends_with('ه')
            && !w.ends_with("ات")
    }

    /// `طلب X من Y [مغادرة المنزل]`, `ناشد X السكان [الابتعاد]`: the verbal noun after the one who is asked.
    pub(super) fn asked_of(&self, lemma: &str, from: usize, limit: usize) -> Option<usize> {
        let at = self.skip_fillers(from, limit);
        let first = match lemma {
            "طلب" if self.tags.get(at)?.is(class::MIN) => at + 1,
            "ناشد" if from < limit => from.saturating_sub(1),
            _ => return None,
        };
        for k in first + 1..limit.min(first + 14) {
            let t = &self.tags[k];
            let before = &self.tags[k - 1];
            // طلبوا من نظرائهم خلال المحادثات، إبعاد المدفعية
            if lemma == "طلب"
                && self.comma(k)
                && k + 2 < limit
                && self.tags[k + 1].entity == 0
                && self.tags[k + 1].attached == Attached::None
                && !self.tags[k + 1].conjunction
                && (self.tags[k + 1].is(class::MASDAR) || masdar_like(self.word(k + 1)))
                && !self.tags[k + 1].is(class::ROLE | class::ORG | class::DAY)
            {
                return Some(k + 1);
            }
            if t.is(class::THAT | class::REL | class::KAN | class::NEG | class::CONJ)
                || matches!(self.word(k), ":" | "." | "\"" | "بعدما" | "،" | ",")
                || t.form != 0 && t.entity == 0 && !t.is(class::MASDAR | class::ROLE | class::ADJ)
            {
                return None;
            }
            let noun = t.is(class::MASDAR) || masdar_like(clitics::strip_article(self.word(k)));
            let people = self.word(k - 1).ends_with("ين") || before.is(class::ANON);
            let closed = before.is(class::DEFINITE | class::ADJ | class::ANON | class::ROLE)
                || before.entity != 0
                || before.classes == 0 && before.form == 0;
            if noun
                && t.entity == 0
                && t.attached == Attached::None
                && !t.conjunction
                && !t.is(class::ROLE | class::ORG | class::DAY)
                && closed
                && !before.is(class::PREP | class::MASDAR)
                && (lemma == "طلب" || people && t.is(class::DEFINITE))
            {
                return Some(k);
            }
        }
        None
    }
}
