//! What somebody holds something to be: the thing and its predicate.

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::cues::{FormKind, class};
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::TokenKind;
use crate::text::clitics;

/// Tokens within which the predicate of a judged thing is looked for past commas (see `judged`).
const FAR_PREDICATE: usize = 40;

/// Things that are announced by handing them over.
static NEWS: Words = Words::new(&words::SPEECH, "news");

/// Lists, dates and results that are announced.
static HANDED_OVER: Words = Words::new(&words::SPEECH, "list handed over");

/// Nouns of what is denied or refused.
static MATTERS: Words = Words::new(&words::SPEECH, "matter of a denial");

impl Scan<'_> {
    /// A thing that is announced by handing it over: التشكيلة, قائمة الفائزين, موعد المباراة, القرار.
    pub(super) fn named_thing(&self, start: usize) -> bool {
        let at = if self.quote_from(start).is_some() { start + 1 } else { start };
        let w = self.word_at(at);
        NEWS.has(w) || HANDED_OVER.has(clitics::strip_article(w)) && !matches!(w, "تشكيل")
    }

    /// `اعتبر X [القرار "خاطئا"]`: what is judged, when a marked predicate follows in its clause.
    pub(super) fn judged(&self, i: usize, speaker: Option<&Phrase>, before: bool, limit: usize) -> Option<usize> {
        let k = self.skip_fillers(if before { i + 1 } else { speaker?.next }, limit);
        let t = self.tags.get(k)?;
        let noun = t.is(class::MASDAR | class::DEFINITE | class::DOC)
            || masdar_like(self.word(k))
            || MATTERS.has(self.word(k))
            // هجوم المدينة, مشروع القرار
            || !t.is(class::THAT | class::PREP | class::CONJ | class::NEG | class::FILLER | class::DAY | class::VENUE | class::ROLE)
                && t.entity == 0
                && self.form(k).is_none()
                && self.doc.tokens[k].kind == TokenKind::Arabic
                && self.tags.get(k + 1).is_some_and(|n| {
                    n.attached == Attached::None && !n.conjunction && (n.is(class::DEFINITE) || n.entity != 0)
                });
        if !noun || t.is(class::REL) || t.attached != Attached::None || t.conjunction || k >= limit {
            return None;
        }
        // اعتبر المجلس إقالة الوزير، المعروف بـ…، إشارة إلى كذا; الحملة بمثابة طعنة
        let far = (k + 1..limit.min(k + FAR_PREDICATE)).take_while(|&j| {
            !self.tags[j].is(class::THAT | class::KAN) && self.word(j) != ":" && self.quote_from(j).is_none()
        });
        if self.form(i).is_some_and(|f| f.kind == FormKind::Past) || before {
            for j in far {
                let led_on = self.tags.get(j + 1).is_some_and(|n| {
                    n.is(class::ILA | class::ALA | class::MIN | class::FI) || n.attached == Attached::Li
                });
                if self.word(j) == "بمثابه" || self.comma(j - 1) && self.verbal_noun(j) && led_on && j + 2 < limit
                {
                    return Some(k);
                }
            }
        }
        for j in k + 1..limit.min(k + 12) {
            if let Some(q) = self.quote_from(j) {
                return (q.closed && self.clause_ends(q.close + 1, limit)).then_some(k);
            }
            if self.tags[j].is(class::THAT | class::KAN | class::REL) || matches!(self.word(j), "،" | "," | ":") {
                return None;
            }
            // يعتبر الاعتداء الأكثر دموية: a present before its noun may be passive
            let named = speaker.is_some_and(|p| {
                (p.start..p.end).any(|k| self.tags[k].entity != 0) && self.indefinite_accusative(j)
                    // تعتبر الصين الدولة الأكثر سكانا: a passive
                    && !self.elative(j - 1)
            });
            if self.predicate(j) && (before || named || self.form(i).is_some_and(|f| f.kind == FormKind::Past)) {
                return Some(k);
            }
        }
        None
    }

    /// مشروع القرار منحاز, الخطوة غير قانونية, الهدنة انتهاكا: an indefinite word that cannot belong to the definite noun
    /// right before it, or an accusative.
    fn predicate(&self, j: usize) -> bool {
        let t = &self.tags[j];
        let other = class::PREP
            | class::CONJ
            | class::THAT
            | class::REL
            | class::KAN
            | class::QAD
            | class::NEG
            | class::FILLER
            | class::DAY
            | class::VENUE
            | class::MIN
            | class::ILA
            | class::ALA
            | class::AN
            | class::FI;
        if t.entity != 0
            || t.is(other | class::DEFINITE)
            || t.attached != Attached::None
            || t.conjunction
            || self.doc.tokens[j].kind != TokenKind::Arabic
        {
            return false;
        }
        let w = self.word(j);
        let source = self.doc.text_of(j);
        // خاطئاً، انتهاكا: not هذا, أيضا
        let accusative = source.trim_end_matches('\u{64b}').ends_with('ا')
            && w.chars().count() >= 5
            && !w.ends_with("وا")
            && !w.ends_with("نا")
            && crate::mentions::entities::news().lexicon().get(w.trim_end_matches('ا')).is_some_and(|e| e.count > 3);
        let before = self.tags[j - 1].is(class::DEFINITE) || self.tags[j - 1].entity != 0;
        let plain = before
            && (w == "غير" || self.tags[j - 1].is(class::DEFINITE) && (t.is(class::MASDAR) || w.ends_with('ه')))
            && !boundaries::past_verb(w);
        accusative || plain
    }

    /// رأت طهران في [القرار إشارة إلى كذا], [الاتفاق خطوة]: what is seen in a thing: an accusative behind it in its clause.
    pub(super) fn seen_in(&self, from: usize, limit: usize) -> Option<usize> {
        let k = self.skip_fillers(from, limit);
        if k + 4 >= limit || !self.tags[k].is(class::FI) || self.tags[k].conjunction {
            return None;
        }
        let definite = |j: usize| self.tags[j].is(class::DEFINITE) || self.tags[j].entity != 0;
        let first = k + 1;
        if self.tags[first].is(class::DAY | class::VENUE | class::PREP | class::REL) {
            return None;
        }
        for j in first + 1..limit {
            if self.tags[j].is(class::THAT | class::KAN)
                || self.word(j) == ":"
                || self.quote_from(j).is_some_and(|q| q.len() > 3)
            {
                return None;
            }
            let broken = self.comma(j - 1);
            // الخطوة محاولة للضغط: an indefinite verbal noun in ه behind a definite word
            let feminine = self.verbal_noun(j) && (definite(j - 1) || broken);
            if self.indefinite_accusative(j) && !self.elative(j - 1) || feminine {
                return Some(first);
            }
        }
        None
    }

    /// إشارة, محاولة: an indefinite verbal noun in ه.
    fn verbal_noun(&self, j: usize) -> bool {
        self.word(j).ends_with('ه')
            && self.tags[j].entity == 0
            && !self.tags[j].is(class::DEFINITE | class::PREP | class::REL | class::FILLER | class::DAY)
            && self.tags[j].attached == Attached::None
            && !self.tags[j].conjunction
            && (self.tags[j].is(class::MASDAR | class::DOC | class::ORG) || masdar_like(self.word(j)))
    }

    /// الأكثر، الأشد: before an accusative of measure.
    fn elative(&self, j: usize) -> bool {
        let w = clitics::strip_article(self.word(j));
        w.starts_with('ا') && w.chars().count() == 4 && !w.ends_with(['ا', 'ه'])
    }

    /// متساهلا, تدخلا: an indefinite word in the accusative, by its ending and by the word without it.
    pub(super) fn indefinite_accusative(&self, j: usize) -> bool {
        let Some(t) = self.tags.get(j) else { return false };
        let w = self.word(j);
        t.entity == 0
            && t.attached == Attached::None
            && !t.conjunction
            && !t.is(class::DEFINITE | class::FILLER | class::DAY | class::PREP | class::REL | class::CONJ)
            && self.doc.text_of(j).trim_end_matches('\u{64b}').ends_with('ا')
            && w.chars().count() >= 5
            && !w.ends_with("وا")
            && !w.ends_with("نا")
            && !w.ends_with("ها")
            && !w.ends_with("يا")
            && crate::mentions::entities::news().lexicon().get(w.trim_end_matches('ا')).is_some_and(|e| e.count > 3)
    }

    /// What is denied: اتهامات الرباط، مزاعم عن …, تصريحات فلان; with the article only when a preposition says what it is
    /// (الاتهامات الموجهة إليه بالتورط). `refused`: the verb also means to turn down, so that only charges are asked for.
    pub(super) fn allegation(&self, k: usize, end: usize, refused: bool) -> bool {
        static CHARGES: Words = Words::new(&words::SPEECH, "charge");
        static DENIED_NOUNS: Words = Words::new(&words::SPEECH, "denied matter");
        if self.tags[k].attached != Attached::None || self.tags[k].conjunction {
            return false;
        }
        let w = self.word(k);
        let noun = clitics::strip_article(w);
        if !(CHARGES.has(noun) || !refused && DENIED_NOUNS.has(noun)) {
            return false;
        }
        if noun == w && !refused {
            return self.doc.tokens.get(k + 1).is_some_and(|t| t.kind == TokenKind::Arabic);
        }
        (k + 1..end.min(k + 9)).take_while(|&j| !self.comma(j)).any(|j| {
            self.tags[j].attached == Attached::Bi && !self.tags[j].is(class::VENUE | class::DAY)
                || matches!(self.word(j), "بان" | "بانه" | "بانها" | "حول" | "بشان")
        })
    }
}
