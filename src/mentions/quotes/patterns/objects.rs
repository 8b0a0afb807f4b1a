//! Nouns behind a cue: its object, the one who is spoken of, and speakers joined to the first.

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::cues::{FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::{SpeakerKind, TokenKind};
use crate::text::clitics;

impl Scan<'_> {
    /// Past further speakers that و joins to the first: والإمارات والكويت, ونظيره الإيطالي. A second office behind a first one
    /// without a name is of the same person (الأديب والروائي فلان).
    pub(super) fn past_joined(&self, first: &Phrase, limit: usize, mode: Mode) -> usize {
        let mut k = first.next;
        let office = if first.kind == SpeakerKind::Role { 0 } else { class::ROLE };
        for _ in 0..6 {
            let at = k + usize::from(k < limit && self.comma(k));
            if at >= limit {
                break;
            }
            let t = &self.tags[at];
            let next = if self.joined_name(at) {
                let id = t.entity;
                (at..limit).find(|&j| self.tags[j].entity != id).unwrap_or(limit)
            } else if at == k
                && self.word(at).starts_with('و')
                && t.entity == 0
                && ["اؤه", "اؤها", "اؤهم"].iter().any(|e| self.doc.text_of(at).ends_with(e))
            {
                // واتهمت بريطانيا وحلفاؤها روسيا: a nominative
                at + 1
            } else if at == k && !mode.bi && self.his_own_name(at, limit) {
                // نفت الحكومة وحليفتها روسيا ضلوعهما
                let id = self.tags[at + 1].entity;
                (at + 1..limit).find(|&j| self.tags[j].entity != id).unwrap_or(limit)
            } else if at == k
                && mode.bi
                && t.conjunction
                && t.entity == 0
                && t.is(class::DEFINITE)
                && self.form(at).is_none()
                && !t.is(class::MASDAR | class::DAY | class::VENUE)
                && self.tags[k - 1].entity != 0
                && at + 1 < limit
                && self.tags[at + 1].entity != 0
                && !self.joined_name(at + 1)
                && let e = self.tags[at + 1].entity
                && (at + 1..limit).find(|&j| self.tags[j].entity != e).is_some_and(|j| self.bi_complement(j))
            {
                // وتتهم كييف والغرب روسيا بكذا
                at + 1
            } else if at == k && t.conjunction && t.is(office | class::ORG | class::ANON) && self.form(at).is_none() {
                if t.is(class::DEFINITE) {
                    // دعا الحلف والاتحاد الأوروبي موسكو: its adjectives, and the name of an office's holder
                    let plain = |j: usize| self.tags[j].is(class::DEFINITE) && self.tags[j].attached == Attached::None;
                    let same = |j: usize| t.entity != 0 && self.tags[j].entity == t.entity;
                    let to = (at + 1..limit).find(|&j| !plain(j) && !same(j)).unwrap_or(limit);
                    let id = if to < limit { self.tags[to].entity } else { 0 };
                    if t.is(class::ROLE) && id != 0 && self.person(to) {
                        (to..limit).find(|&j| self.tags[j].entity != id).unwrap_or(limit)
                    } else {
                        to
                    }
                } else {
                    self.phrase(at, limit, mode).filter(|p| p.start == at).map_or(k, |p| p.next)
                }
            } else {
                k
            };
            // ووالدتها فلانة (44 عاما)
            let next = if next > at && next < limit && self.word(next) == "(" {
                (next..limit.min(next + 6)).find(|&j| self.word(j) == ")").map_or(next, |j| j + 1)
            } else {
                next
            };
            // والإمارات ترفض: somebody else's verb
            let verb = next < limit && self.tags[next].entity == 0 && boundaries::present_verb(self.word(next));
            if next <= at || verb {
                break;
            }
            k = next;
        }
        k
    }

    /// A noun with و and the pronoun of the one before, and a name: وحليفتها روسيا, not ومقرها لندن.
    fn his_own_name(&self, k: usize, limit: usize) -> bool {
        static NO_PARTNER: Words = Words::new(&words::SPEECH, "his, and no partner");
        let t = &self.tags[k];
        let news = crate::mentions::entities::news().lexicon();
        let count = |w: &str| news.get(w).map_or(0, |e| u32::from(e.count));
        // not وزارتها
        let joined = || self.word(k).strip_prefix('و').is_some_and(|rest| count(rest) > count(self.word(k)));
        (t.conjunction || joined())
            && t.entity == 0
            && self.form(k).is_none()
            && !t.is(class::MASDAR | class::THAT | class::PREP)
            && self.closed_by_pronoun(k)
            && !NO_PARTNER.has(self.word(k).trim_start_matches('و'))
            && k + 1 < limit
            && self.tags[k + 1].entity != 0
            && self.tags[k + 1].attached == Attached::None
            && !self.joined_name(k + 1)
    }

    /// A tagged name with و written onto it.
    pub fn joined_name(&self, k: usize) -> bool {
        let e = self.tags[k].entity;
        e != 0
            && self.word(k).starts_with('و')
            && self.mentions.entities[e as usize - 1].span.start > self.doc.tokens[k].span.start
    }

    /// A tagged name with ل written onto it.
    pub fn joined_name_li(&self, k: usize) -> bool {
        let e = self.tags[k].entity;
        e != 0 && self.mentions.entities[e as usize - 1].span.start > self.doc.tokens[k].span.start
    }

    /// Does أن follow within a few words? Then a noun before it is the speaker's, no object: …، العقيد فلان، أن …
    pub(super) fn clause_follows(&self, k: usize, limit: usize) -> bool {
        for j in k + 1..limit.min(k + 12) {
            let t = &self.tags[j];
            if t.is(class::THAT) && !t.conjunction && !self.word(j).starts_with('ب') {
                return true;
            }
            if t.form != 0 && t.entity == 0 && !t.is(class::ROLE | class::ADJ) || t.is(class::REL) {
                return false;
            }
        }
        false
    }

    /// Can a noun phrase begin here?
    pub(super) fn begins_noun(&self, k: usize) -> bool {
        let t = &self.tags[k];
        (self.doc.tokens[k].kind == TokenKind::Arabic || self.quote_from(k).is_some() || self.word(k) == "#")
            && !t.is(class::THAT
                | class::PREP
                | class::REL
                | class::CONJ
                | class::DAY
                | class::FILLER
                | class::KAN
                | class::QAD
                | class::NEG)
            && (t.attached == Attached::None || t.entity != 0)
            && !self.is_recipient(k)
            // وصف نقل السفارة بأنه
            && (t.form == 0
                || t.entity != 0
                || t.is(class::MASDAR) && !t.conjunction)
            && !t.conjunction
    }

    /// The object of a cue of bare complement: a verbal noun, أي, a pronoun-bearing noun, or after an overt subject any
    /// definite noun.
    pub(super) fn object_here(&self, k: usize, overt: bool, first: bool) -> bool {
        let t = &self.tags[k];
        let w = self.word(k);
        if self.no_object(k, first) {
            return false;
        }
        if t.is(class::MASDAR) || masdar_like(w) {
            return !t.is(class::ROLE) || t.is(class::MASDAR);
        }
        // أكد القادة تعهدهم بمكافحة كذا: written like "they pledged it"
        if first
            && overt
            && t.entity == 0
            && t.form != 0
            // دعوته، رفضها
            && (self.form(k).is_some_and(|f| f.kind == FormKind::Masdar && f.pronoun)
                || ["هم", "ها", "هما"].iter().filter_map(|p| w.strip_suffix(p)).chain(w.strip_suffix('ه')).any(|n| {
                    n.chars().count() > 3
                        && self.words.entries.get(n).is_some_and(|e| e.classes & class::MASDAR != 0)
                }))
        {
            return true;
        }
        // أعلن في ديسمبر الماضي الاعتراف بكذا
        if t.is(class::DEFINITE)
            && t.entity == 0
            && t.classes & !(class::DEFINITE | class::MASDAR) == 0
            && self.tags[k - 1].is(class::DAY)
            && masdar_like(clitics::strip_article(w))
            && self.word_at(k + 1).starts_with('ب')
        {
            return true;
        }
        if !first && self.belongs_to_speaker(k) {
            return false;
        }
        overt
            && self.begins_noun(k)
            && (first || self.comma(k - 1) && (t.is(class::DEFINITE | class::ORG) || t.entity != 0))
    }

    /// Does something else than the object of the cue stand here, right behind the speaker (`first`) or further on?
    fn no_object(&self, k: usize, first: bool) -> bool {
        let t = &self.tags[k];
        let w = self.word(k);
        // مسؤولون أمنيون أكراد أنهم: the clause follows, so that the word is the speaker's
        if first
            && !t.is(class::MASDAR)
            && self.tags.get(k + 1).is_some_and(|n| n.is(class::THAT) && !n.conjunction)
            && matches!(self.word_at(k + 1), "انه" | "انها" | "انهم" | "انهما")
        {
            return true;
        }
        if self.doc.tokens[k].kind != TokenKind::Arabic || t.attached != Attached::None && !t.is(class::MASDAR) {
            return true;
        }
        // الرؤساء التنفيذيون لـ3 بنوك: a preposition before a figure or marks
        if matches!(w, "ل" | "ب" | "ك") {
            return true;
        }
        // الوكالة المكلفة مراقبة الاتفاق: her task
        if k > 0
            && self.word(k - 1).starts_with("ال")
            && matches!(clitics::strip_article(self.word(k - 1)), "مكلف" | "مكلفه" | "مخول" | "مخوله" | "مكلفون")
        {
            return true;
        }
        // بمناسبة خطاب الاستقلال: the venue's own
        if k > 0 && t.is(class::DEFINITE) && self.tags[k - 1].is(class::VENUE) && !self.tags[k - 1].is(class::DEFINITE)
        {
            return true;
        }
        // no object begins inside a name
        if k > 0 && t.entity != 0 && self.tags[k - 1].entity == t.entity {
            return true;
        }
        // في بيان نشر على الموقع: the paper was published
        if matches!(w, "نشر" | "بث" | "صدر") && k > 0 && self.tags[k - 1].is(class::VENUE | class::DOC) {
            return true;
        }
        // الناجون، أسماؤهم: a nominative
        let source = self.doc.text_of(k);
        if t.is(class::DEFINITE) && w.ends_with("ون") && t.entity == 0
            || ["ؤه", "ؤها", "ؤهم"].iter().any(|e| source.ends_with(e))
        {
            return true;
        }
        t.attached != Attached::None
            || t.conjunction
            || t.is(class::DAY | class::FILLER | class::PREP)
            || t.is(class::VENUE) && !t.is(class::MASDAR)
    }

    /// Behind a comma: the name or the description of the one before it?
    fn belongs_to_speaker(&self, k: usize) -> bool {
        let t = &self.tags[k];
        // اقترح على رئيس السلطة، فلان، إمكانية …: the name of the one before
        if self.person(k)
            && let Some(end) = (k + 1..self.tags.len().min(k + 5)).find(|&j| self.tags[j].entity != t.entity)
            && self.comma(end)
        {
            return true;
        }
        // تعهد فلان، المحامي السابق للرئيس، بأنه: who he is
        if t.is(class::ROLE) && t.is(class::DEFINITE) && t.entity == 0 && self.comma(k - 1) {
            return true;
        }
        // نادي كذا، المنافس في الدوري، تعيين …: an apposition
        if t.is(class::DEFINITE)
            && t.entity == 0
            && let Some(comma) = (k + 1..self.tags.len().min(k + 14)).find(|&j| matches!(self.word(j), "،" | "," | "."))
            && self.word(comma) != "."
        {
            let between = |j: &usize| self.tags[*j].is(class::DAY | class::FILLER) || self.comma(*j);
            return (comma + 1..self.tags.len()).find(|j| !between(j)).is_some_and(|j| {
                (self.tags[j].is(class::MASDAR) || masdar_like(self.word(j)))
                    && !self.tags[j].conjunction
                    && self.tags[j].attached == Attached::None
            });
        }
        false
    }

    /// A listed verbal noun after an adjunct that no comma closes: أكد في اتصال مع الأمين العام [ضرورة …].
    pub(super) fn object_after_adjunct(&self, k: usize) -> bool {
        let t = &self.tags[k];
        let before = &self.tags[k - 1];
        let closed = before.is(class::DEFINITE | class::ADJ | class::DAY)
            || before.entity != 0
            || (before.classes == 0 && before.form == 0);
        t.is(class::MASDAR)
            && !t.is(class::DEFINITE | class::ROLE | class::ORG)
            && t.attached == Attached::None
            && !t.conjunction
            && closed
            && !before.is(class::PREP | class::MASDAR)
    }

    /// مسؤولية, المسؤولية, and spelt with the other seat of hamza, with whatever hangs on it.
    pub(super) fn responsibility(&self, k: usize) -> bool {
        self.word(k).contains("مسوولي") || self.word(k).contains("مسيولي")
    }

    /// `اتهم X [Y بـ…]`, `وصف X [Y بأنه …]`: where the content begins, if the preposition does follow.
    pub(super) fn spoken_of(&self, k: usize, end: usize, f: u32) -> Option<usize> {
        if f & follow::BLAME != 0 {
            return (k..end.min(k + 9)).any(|j| self.responsibility(j)).then_some(k);
        }
        for j in k + 1..end.min(k + 22) {
            let t = &self.tags[j];
            if self.word(j).starts_with('ب')
                && (t.attached == Attached::Bi || t.is(class::THAT) || self.word(j) == "ب" || self.bi_complement(j))
                && t.entity == 0
            {
                return Some(k);
            }
            if t.is(class::ALA) && f & follow::ALA != 0 {
                return Some(k);
            }
            // اتهم إسرائيل في الضلوع
            if t.is(class::FI)
                && f & follow::ACCUSE != 0
                && matches!(self.word_at(j + 1), "الضلوع" | "التورط" | "الوقوف" | "التسبب")
            {
                return Some(k);
            }
            if t.is(class::ILA) && f & follow::DESCRIBE != 0 && self.word(k) != "في" {
                return Some(k);
            }
            // 43 شخصا بينهم 29 أجنبيا
            let among = matches!(self.word(j), "بين" | "بينهم" | "بينها" | "بينهن");
            // عزا القاضي هذا الرفض إلى
            let noun = t.is(class::DEFINITE) && self.form(j).is_some_and(|f| f.kind == FormKind::Masdar && !f.pronoun);
            if (t.form != 0 && t.entity == 0 && !t.is(class::ROLE) && !among && !noun) || self.word(j) == ":" {
                return None;
            }
        }
        None
    }

    /// وصفت عشراوي، [العضو في حركة فتح، ]هذه التقنية بأنها …: the noun after the last comma before the complement.
    pub(super) fn past_apposition(&self, k: usize, end: usize, f: u32) -> usize {
        let mut start = k;
        for j in k + 1..end.min(k + 14) {
            let t = &self.tags[j];
            let opens = self.word(j).starts_with('ب')
                && (t.attached == Attached::Bi || t.is(class::THAT) || self.word(j) == "ب")
                && t.entity == 0
                && t.is(class::THAT | class::MASDAR)
                || t.is(class::ALA) && f & follow::ALA != 0;
            let name = self
                .quote_from(j)
                .is_some_and(|q| q.closed && q.len() <= 3 && self.tags[j - 1].is(class::MEDIA | class::ORG));
            let within = self.quote_over(j).is_some_and(|q| q.open != j);
            if opens || self.quote_from(j).is_some() && !name {
                break;
            }
            if within {
                continue;
            }
            if self.comma(j) && j + 1 < end && self.begins_noun(j + 1) && !t.is(class::DAY) {
                start = j + 1;
            }
        }
        if self.spoken_of(start, end, f).is_some() { start } else { k }
    }

    /// بتقديمه: a noun that a pronoun closes, so that what it is stands elsewhere.
    pub(super) fn closed_by_pronoun(&self, k: usize) -> bool {
        let w = self.word(k);
        {
            let stem = ["ها", "هم", "هما"].iter().find_map(|p| w.strip_suffix(p)).or(w.strip_suffix('ه'));
            // not the feminine ending: إقامة
            stem.is_some_and(|s| s.chars().count() > 3) && !self.doc.text_of(k).ends_with('ة')
        }
    }

    /// A listed verbal noun, past `offset` folded bytes of a proclitic.
    pub(super) fn masdar_at(&self, k: usize, offset: usize) -> bool {
        let w = self.word(k);
        let noun = clitics::strip_article(&w[offset.min(w.len())..]);
        self.words.entries.get(noun).is_some_and(|e| e.classes & class::MASDAR != 0)
    }
}
