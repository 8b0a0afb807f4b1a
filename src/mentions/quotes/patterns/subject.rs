//! The subject before its verb.

use crate::mentions::quotes::Scan;
use crate::mentions::quotes::cues::{Agreement, FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::Attached;
use crate::model::{EntityKind, SpeakerKind};

/// Farthest subject before its cue, in tokens.
const BACK: usize = 24;

impl Scan<'_> {
    /// The subject that stands before the cue in its clause: وكان X قد قال، لكن X قال، الذي قال, headline X يعلن.
    pub fn subject_before(&self, i: usize, clause: usize) -> Option<Phrase> {
        if i == 0 || i <= clause {
            return None;
        }
        let lo = clause.max(i.saturating_sub(BACK));
        let edge = self.verb_edge(i, lo);
        if edge == lo {
            return None;
        }
        if self.tags[edge - 1].is(class::REL) && self.word(edge - 1) != "من" {
            return self.before_relative(i, lo, edge);
        }
        if edge == i
            && let Some(p) = self.indefinite_before(i, lo)
        {
            return Some(p);
        }
        let (a, marked) = self.clause_start(i, lo, edge)?;
        if a >= edge {
            return None;
        }
        let p = self
            .phrase(a, edge, Mode::default())
            .or_else(|| if marked { self.accusative(a, edge) } else { None })
            .or_else(|| if marked { self.topic(a, edge) } else { None })?;
        let gap = edge - p.next.min(edge);
        let direct = gap == 0 || self.skip_fillers(p.next, edge) >= edge;
        let head = &self.tags[p.start];
        let verbal = head.classes == 0 && head.entity == 0 && self.word(p.start).starts_with('و');
        let somebody = self.somebody_heads(&p) || p.role.is_some() && !verbal;
        let closed_aside = gap <= 16
            && (matches!(self.word(edge - 1), "،" | "," | ")" | "-" | "–")
                || marked
                || self.tags[p.next].is(class::REL | class::PREP));
        let subject = p.start >= a && (direct && (marked || somebody || self.title(i)) || closed_aside && somebody);
        subject.then_some(p)
    }

    /// Where a verb begins with its particles: أن الوزارة [كانت قد] قالت.
    fn verb_edge(&self, i: usize, lo: usize) -> usize {
        let particle = |k: &usize| self.tags[*k].is(class::QAD | class::FILLER | class::NEG | class::DAY);
        let edge = (lo..i).rev().take_while(particle).last().unwrap_or(i);
        let was = edge > lo + 1
            && self.tags[edge - 1].is(class::KAN)
            && !self.tags[edge - 1].conjunction
            && !self.word(edge - 1).starts_with(['و', 'ف']);
        edge - usize::from(was)
    }

    /// An office, an institution, people, a paper or a name at the head of a phrase.
    fn somebody_heads(&self, p: &Phrase) -> bool {
        let head = &self.tags[p.start];
        head.entity != 0 || head.is(class::ROLE | class::ORG | class::ANON | class::DOC | class::MEDIA)
    }

    /// الذي قال: the noun before the relative.
    fn before_relative(&self, i: usize, lo: usize, edge: usize) -> Option<Phrase> {
        // نجمة داود التي قال إنها: the relative shows another gender than the verb
        let other = self.form(i).is_some_and(|f| match self.word(edge - 1) {
            "التي" | "والتي" => f.agreement == Agreement::Masculine,
            "الذي" | "والذي" => f.agreement == Agreement::Feminine,
            _ => false,
        });
        // التصريحات التي قال فيها
        if other || matches!(self.word_at(i + 1), "فيه" | "فيها" | "خلاله" | "خلالها") {
            return None;
        }
        let to = edge - 1;
        let to = if to > lo && self.comma(to - 1) { to - 1 } else { to };
        let within = |k: &usize| {
            let t = &self.tags[*k];
            !t.is(class::PREP | class::CONJ | class::KAN | class::DAY)
                && (t.form == 0 || t.entity != 0 || t.is(class::ROLE))
                && !matches!(self.word(*k), "،" | "," | "\"")
        };
        let a = (lo..to).rev().take(8).take_while(within).last().unwrap_or(to);
        // the longest phrase that reaches the relative
        let p = (a..to)
            .filter(|&k| {
                k == a
                    || self.tags[k].is(class::DEFINITE | class::ROLE | class::ORG | class::DOC | class::ANON)
                    || self.tags[k].entity != 0
            })
            .find_map(|k| self.phrase(k, to, Mode::default()).filter(|p| p.next >= to))?;
        // ليزا موركوفيسكي، عضوة المجلس عن ولاية ألاسكا، التي قالت: whoever comes from the place
        if self.entity_kind(p.start) == Some(EntityKind::Place)
            && p.start > lo + 1
            && self.tags[p.start - 1].is(class::PREP)
            && let Some(role) = (lo.max(p.start.saturating_sub(8))..p.start - 1)
                .rev()
                .take_while(|&k| !self.comma(k))
                .find(|&k| self.tags[k].is(class::ROLE) && self.tags[k].entity == 0)
        {
            if role > lo + 1 && self.comma(role - 1) && self.person(role - 2) {
                let e = self.tags[role - 2].entity;
                let from = (lo..role - 1).rev().take_while(|&k| self.tags[k].entity == e).last()?;
                return self.phrase(from, role - 1, Mode::default());
            }
            return self.phrase(role, to, Mode::default());
        }
        // الفلسطينيين الذين يقولون: people by their plural
        let plural = self.tags[p.start].is(class::DEFINITE)
            && (self.word(p.start).ends_with("ون") || self.word(p.start).ends_with("يين"))
            && matches!(self.word(edge - 1), "الذين" | "والذين");
        let named = p.kind == SpeakerKind::Named && p.role.is_some();
        (plural || named || self.somebody_heads(&p)).then_some(p)
    }

    /// The indefinite noun right before the verb, which is a clause on it.
    fn indefinite_before(&self, i: usize, lo: usize) -> Option<Phrase> {
        let (t, w) = (&self.tags[i - 1], self.word(i - 1));
        let form = self.form(i)?;
        let indefinite = !t.is(class::DEFINITE) && t.entity == 0;
        // وسط تقارير تؤكد أن
        let report = indefinite
            && t.is(class::DOC | class::ANON)
            && !t.is(class::ROLE)
            && i >= lo + 2
            && (self.tags[i - 2].is(class::PREP) || self.word(i - 2) == "وسط")
            && form.finite()
            && (form.agreement == Agreement::Feminine || !w.ends_with(['ه', 'ت', 'ر']));
        let alone = !form.pronoun && !self.tags[i].conjunction;
        // هتافات متظاهرين قالوا: several people without the article, and a plural verb
        let people = indefinite
            && t.is(class::ANON)
            && alone
            && form.agreement == Agreement::Plural
            && (w.ends_with("ين")
                || w.ends_with("ون")
                // وشهود يقولون إن
                || t.conjunction && matches!(self.stem(i - 1), "شهود" | "خبراء" | "نشطاء" | "سكان" | "علماء"));
        if (report || people)
            && let Some(p) = self.phrase(i - 1, i, Mode::default())
        {
            return Some(p);
        }
        // نشرت الصحيفة تقريرا اتهم المنظمة بـ…: a clause on an indefinite document in the accusative
        let on_paper = alone
            && self.word_at(i + 1) != "فيه"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine;
        if !on_paper {
            return None;
        }
        self.accusative(i - 1, i).filter(|p| p.kind == SpeakerKind::Document)
    }

    /// Where the clause of the verb begins, and whether لكن, أن or كان marks it as one that begins with its subject.
    fn clause_start(&self, i: usize, lo: usize, edge: usize) -> Option<(usize, bool)> {
        for k in (lo..edge).rev() {
            let (t, w) = (&self.tags[k], self.word(k));
            // دبي، الإمارات (CNN) -- أكد: a dateline
            if matches!(w, "-" | "–" | "—") && k > lo && matches!(self.word(k - 1), ")" | "-") {
                return Some((k + 1, false));
            }
            if t.is(class::KAN)
                || t.is(class::CONJ) && !t.is(class::REL)
                || k + 1 < edge && matches!(w, "ان" | "فان") && t.is(class::THAT)
            {
                return Some((k + 1, true));
            }
            if let Some(f) = self.form(k)
                && t.entity == 0
                && f.finite()
                && !t.is(class::ROLE | class::ADJ)
                && !self.in_relative(k, lo)
                && !(self.cue_of(f).takes(follow::NOUN) && !t.conjunction && k > lo)
            {
                return None;
            }
            // in a headline after dots or colon
            if k > lo
                && self.title(i)
                && (matches!(w, ":" | "|" | "-" | "!" | "؟") || w == "." && self.word(k - 1) == ".")
            {
                return Some((k + 1, false));
            }
        }
        // after a full stop
        Some((lo, false))
    }

    /// The definite noun of no person that a clause before a verb begins with, after لكن, أن or كان, agreeing with the verb.
    pub(super) fn thing_before(&self, i: usize, clause: usize, agreement: Agreement) -> Option<usize> {
        let lo = clause.max(i.saturating_sub(10));
        let k = (lo..i).rev().find(|&k| {
            let t = &self.tags[k];
            t.is(class::CONJ | class::KAN | class::THAT) && !t.is(class::REL)
                || matches!(self.word(k), "،" | "," | "\"" | ".")
        })?;
        if matches!(self.word(k), "،" | "," | "\"" | ".") || k + 1 >= i {
            return None;
        }
        let t = &self.tags[k + 1];
        let w = self.word(k + 1);
        let feminine = w.ends_with('ه') || w.ends_with("ات");
        let agrees = match agreement {
            Agreement::Feminine => feminine,
            Agreement::Masculine => !feminine && !w.ends_with("ون") && !w.ends_with("ين"),
            _ => false,
        };
        let plain = t.classes & !class::DEFINITE == 0 && t.is(class::DEFINITE) && t.entity == 0 && t.form == 0;
        let quiet = (k + 2..i).all(|j| self.tags[j].entity == 0 || !self.person(j));
        (plain && agrees && quiet && t.attached == Attached::None && !t.conjunction).then_some(k + 1)
    }

    /// وكان التطبيق قد أعلن: one noun with the article between كان and its verb, though it may be a verbal noun.
    fn topic(&self, a: usize, edge: usize) -> Option<Phrase> {
        let t = &self.tags[a];
        let alone = a + 1 == edge
            && a > 0
            && self.tags[a - 1].is(class::KAN)
            && self.word(a).starts_with("ال")
            && t.entity == 0
            && t.is(class::MASDAR | class::DEFINITE)
            && self.tags.get(edge).is_some_and(|n| n.is(class::QAD));
        let kind = SpeakerKind::Organisation;
        alone.then_some(Phrase::plain(a, edge, kind))
    }

    /// لكن مسؤولا تركيا قال: an indefinite noun in the accusative, which no list has.
    fn accusative(&self, a: usize, edge: usize) -> Option<Phrase> {
        // لكن منتقدين يقولون
        let people = self.stem(a).strip_suffix("ين").map(|s| format!("{s}ون"));
        let head = match people.as_ref().and_then(|w| self.words.entries.get(w.as_str())) {
            Some(e) if e.classes & class::ANON != 0 && self.tags[a].classes == 0 => class::ANON,
            _ => self.words.entries.get(self.stem(a).strip_suffix('ا')?)?.classes,
        };
        let noun = head & (class::ROLE | class::ANON | class::DOC | class::ORG) != 0;
        if !noun || self.tags[a].entity != 0 || self.tags[a].is(class::DEFINITE) {
            return None;
        }
        let kind = if head & class::DOC != 0 {
            SpeakerKind::Document
        } else if head & class::ORG != 0 {
            SpeakerKind::Organisation
        } else {
            SpeakerKind::Anonymous
        };
        let mut end = self.phrase_end(a, edge, Mode::default());
        // دبلوماسيا عربيا
        while end < edge && self.tags[end].entity == 0 && self.tags[end].form == 0 && self.word(end).ends_with("يا") {
            end += 1;
        }
        let role = (head & class::ROLE != 0).then_some((a, end));
        Some(Phrase { start: a, end, name: (a, end), role, kind, next: end, li: false })
    }

    fn in_relative(&self, k: usize, lo: usize) -> bool {
        (lo.max(k.saturating_sub(3))..k).any(|j| self.tags[j].is(class::REL))
            || (k + 1 < self.tags.len() && k > lo && self.word(k - 1) == "،")
    }
}
