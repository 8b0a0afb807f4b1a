//! A verb of saying and who says it.

mod addressed;
mod unsaid;

use std::ops::Deref;

use super::complement::Search;
use super::{Found, Opening, REACH, Site};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::Agreement::{Dual, Feminine, Masculine, Plural};
use crate::mentions::quotes::cues::FormKind::{Past, Present};
use crate::mentions::quotes::cues::{PREPOSITIONS, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::Attached;
use crate::mentions::quotes::{How, Scan};
use crate::model::{SpeakerKind, TokenKind};

/// Prepositions with a pronoun for who is asked.
static ASKED_OF: Words = Words::new(&words::SPEECH, "of whom asked");

/// Words and marks behind which a verb opens its clause.
const BEFORE_VERB: [&str; 17] =
    ["،", ",", "و", ".", ":", ")", "-", "–", "—", "\"", "ان", "انه", "انها", "انهم", "انهما", "*", "؛"];

/// Tokens of an adjunct between a verb of denying and the charge.
const ADJUNCT: usize = 9;

/// A verb of saying, and whom its clause may name as the speaker.
struct Verb<'s> {
    site: Site<'s>,
    mode: Mode,
    /// One past the last token where the complement may open.
    limit: usize,
    /// A verb for certain, and no other word of its letters.
    head: bool,
    /// The one behind the verb.
    subject: Option<Phrase>,
    /// The one before it.
    before: Option<Phrase>,
    /// Where what is described begins, once it was read with the subject.
    described: Option<usize>,
}

impl<'s> Deref for Verb<'s> {
    type Target = Site<'s>;

    fn deref(&self) -> &Site<'s> {
        &self.site
    }
}

impl Site<'_> {
    /// `قال الوزير إن`, `الوزير يؤكد أن`, `ودعت إلى`: a verb with its subject on either side, and its content.
    pub(super) fn find_finite(self) -> Option<Found> {
        if self.tag().attached != Attached::None && !self.answering() || self.silent() {
            return None;
        }
        if self.form.pronoun {
            return self.find_pronoun();
        }
        let mut verb = Verb::new(self);
        verb.choose_subject();
        verb.read_past_name();
        verb.give_up_object();
        if verb.impersonal() {
            return None;
        }
        verb.join_speakers()?;
        let opening = verb.opening()?;
        let opening = verb.part_object(opening);
        let found = verb.found(opening)?;
        (!verb.unsaid(&found)).then(|| verb.passed_on(found))
    }

    /// `ليجيب اللاعب: "…"`
    pub(super) fn answering(&self) -> bool {
        self.tag().attached == Attached::Li
            && self.form.kind == Present
            && !self.form.pronoun
            && self.i > self.clause
            && matches!(self.cue.lemma, "قال" | "أجاب" | "رد" | "أضاف" | "علق")
    }

    /// وثيقة تعهدت فيها كوريا الشمالية: a clause on a document has its subject after it.
    fn resumed(&self) -> bool {
        self.i + 1 < self.end && matches!(self.word(self.i + 1), "فيه" | "فيها" | "خلاله" | "خلالها")
    }

    /// Does the verb open its clause?
    fn opens_clause(&self) -> bool {
        self.i <= self.clause
            || self.tag().conjunction
            || self.previous().is(class::CONJ
                | class::QAD
                | class::KAN
                | class::NEG
                | class::REL
                | class::FILLER
                | class::DAY)
            || BEFORE_VERB.contains(&self.previous_word())
    }

    /// Can nothing but a verb stand here, though it does not open its clause?
    fn sure_verb(&self) -> bool {
        let &Site { i, clause, cue, form, .. } = self;
        let previous = self.previous();
        let lead_in = i > clause && i - clause <= 5 && self.tags[clause].is(class::PREP | class::CONJ);
        // ومباشرة بعد استبعاده أعلن فلان اعتزاله: before a name it is a verb
        // انتخابات أعلنت الولايات المتحدة عدم الاعتراف بها: the feminine is no other word
        let by_name = cue.lemma == "أعلن"
            && form.kind == Past
            && (self.person(i + 1) || form.agreement == Feminine && self.entity_kind(i + 1).is_some())
            && !previous.is(class::PREP);
        // بعيدا عن نشاطه كشف أن: a noun has no such clause
        let clausal = form.kind == Past
            && matches!(cue.lemma, "كشف" | "ذكر" | "كتب" | "نفى")
            && !previous.is(class::PREP)
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT) && !n.conjunction);
        // أقر البرلمان قرارا يدعو إلى: a clause on a paper
        let on_paper = form.kind == Present
            && !self.tag().conjunction
            && matches!(self.previous_word(), "قرارا" | "بيانا" | "تقريرا" | "نداء" | "التماسا");
        // بيانا أكدت فيه
        lead_in || self.resumed() || by_name || clausal || on_paper
    }
}

impl<'s> Verb<'s> {
    /// With the nearest phrases on both sides.
    fn new(site: Site<'s>) -> Verb<'s> {
        let cue = site.cue;
        let mode = Mode {
            object: cue.takes(follow::OBJECT | follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME)
                || cue.attitude == "deny"
                || cue.lemma == "اعتبر",
            bi: cue.takes(follow::BI | follow::ACCUSE | follow::DESCRIBE),
            stop: site.stops(cue.follow),
            quoted: false,
        };
        let limit = site.end.min(site.i + 1 + REACH);
        let head = site.opens_clause();
        let mut verb = Verb { site, mode, limit, head, subject: None, before: None, described: None };
        verb.subject = verb.subject_behind();
        verb.before = verb.subject_ahead();
        verb
    }

    /// The phrase right behind the verb, where it may be the subject.
    fn subject_behind(&self) -> Option<Phrase> {
        // ناشدوا ترامب: a verb before its subject is singular, so this is somebody else
        if matches!(self.form.agreement, Plural | Dual) {
            return None;
        }
        let p = self.phrase(self.i + 1, self.limit, self.mode)?;
        if !self.cue.takes(follow::OBJECT) {
            return Some(p);
        }
        // الذي ينفي التهم: the subject of the clause stands before the relative
        let head = &self.tags[p.start];
        let object = self.previous().is(class::REL)
            && !head.is(class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA)
            && head.is(class::DEFINITE)
            && self.untagged(&p)
            // انتقدت فيها "التصريحات": the object in marks
            || self.resumed() && self.quote_over(p.start).is_some();
        (!object).then_some(p)
    }

    /// The subject before the verb: when the complement follows at once, or when only an addressee does.
    fn subject_ahead(&self) -> Option<Phrase> {
        let &Site { i, clause, .. } = &self.site;
        // خلفا لفلان الذي طلب منه تقديم استقالته: the relative is the one asked
        if self.previous().is(class::REL) && self.form.agreement == Masculine && ASKED_OF.has(self.word_at(i + 1)) {
            return None;
        }
        // سُمع فلان وهو يقول: the name before
        if i > clause + 1 && matches!(self.previous_word(), "وهو" | "وهي") && self.person(i - 2) {
            let e = self.tags[i - 2].entity;
            let from = (clause..i - 1).rev().take_while(|&k| self.tags[k].entity == e).last().unwrap_or(i - 2);
            return self.phrase(from, i - 1, Mode::default());
        }
        if self.resumed() && self.subject.is_some() && matches!(self.cue.attitude, "promise" | "announce") {
            return None;
        }
        let back = |words: [&str; 2]| (clause..i).rev().take(16).find(|&k| words.contains(&self.word(k)));
        // وسبق للرئيس السابق فلان أن قال
        if self.previous_word() == "ان"
            && let Some(k) = back(["سبق", "وسبق"])
            && k + 2 < i
            && (self.tags[k + 1].attached == Attached::Li || self.word(k + 1) == "ل")
        {
            return if self.word(k + 1) == "ل" {
                self.phrase(k + 2, i - 1, Mode::default())
            } else {
                self.phrase_with_li(k + 1, i - 1)
            };
        }
        if !self.tag().conjunction {
            return self.subject_before(i, clause);
        }
        // أما بومبيو فقال
        let topic = if self.word(i).starts_with('ف') { back(["اما", "واما"])? } else { return None };
        self.phrase(topic + 1, i, Mode::default())
    }

    /// Of a phrase before the verb and one behind it, only one is the subject.
    fn choose_subject(&mut self) {
        let &Site { cue, i, .. } = &self.site;
        let previous = self.previous();
        if let (Some(p), Some(_)) = (self.subject, self.before) {
            // تعليقات اعتبر البعض أنها: a clause follows the noun after the verb, which is no object then
            let next = self.skip_fillers(p.next, self.limit);
            let stated_by = !cue.takes(follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME)
                && cue.attitude != "deny"
                && !previous.is(class::REL)
                && next < self.limit
                && self.tags[next].is(class::THAT)
                && !self.tags[next].conjunction;
            // الرئيس الذي دعا الوزير إلى: the relative is the subject
            let relative = previous.is(class::REL) && cue.takes(follow::TARGET | follow::ACCUSE | follow::BLAME);
            // X دعا Y إلى, كانت X قد أعلنت Y, وكان صديق له قد أفاد هيئة الإذاعة أن: an addressee or an object
            let object = self.mode.object && (!self.head || previous.is(class::QAD) || self.title(i));
            if stated_by {
                self.before = None;
            } else if relative || object {
                self.subject = None;
            }
        }
        self.head |= self.before.is_some() || self.sure_verb();
    }

    /// منسق … لعملية السلام، نيكولاي ملادينوف،: a name after the comma that closes an office's long title.
    fn read_past_name(&mut self) {
        let limit = self.limit;
        let Some(p) = self.subject.filter(|p| p.kind == SpeakerKind::Role) else { return };
        if let Some(comma) = (p.next..limit.min(p.next + 8)).find(|&k| self.comma(k))
            && !(p.next..comma)
                .any(|k| self.tags[k].is(class::THAT | class::DAY | class::REL) || self.tags[k].form != 0)
            && let Some((a, b)) = self.apposed_name(comma + 1, limit)
            && b < limit
            && self.comma(b)
        {
            let role = Some((p.start, p.end));
            self.subject = Some(Phrase { role, name: (a, b), kind: SpeakerKind::Named, next: b, ..p });
        }
    }

    /// The phrase behind the verb may be the one who is spoken to or of.
    fn give_up_object(&mut self) {
        self.subject = self.subject.filter(|p| !self.addressed(p));
        let Some(p) = self.subject else { return };
        let &Site { i, clause, cue, .. } = &self.site;
        if !self.tag().conjunction || !cue.takes(follow::DESCRIBE | follow::ACCUSE) {
            return;
        }
        // ووصفت الأمطار بأنها "رهيبة": whom or what is described has to be said, so this is it
        // ونفت موسكو تورطها، واتهمت أجهزة المخابرات بتدبيره: and the accused, behind another claim
        let accused =
            cue.takes(follow::ACCUSE) && self.form.kind == Past && i > self.sentence_start(i) + 3 && i <= clause + 1;
        if (cue.takes(follow::DESCRIBE) || accused)
            && p.start == self.time_adjunct(i + 1, self.limit).unwrap_or(i + 1)
            && p.next < self.limit
            && self.word(p.next).starts_with('ب')
            && (self.tags[p.next].is(class::THAT) || self.word(p.next) == "ب" || accused && self.bi_complement(p.next))
        {
            // وصفت وزارة الخارجية التركية [الخطوة الألمانية] بأنها: two nouns that were read as one
            self.described = self.second_noun(&p);
            self.subject = self.described.and_then(|k| self.phrase(i + 1, k, self.mode));
        }
    }

    /// وطالب المفوضية بـ…، وهنأت لاعبي المنتخب: is the phrase behind the verb the one spoken to or of?
    fn addressed(&self, p: &Phrase) -> bool {
        let &Site { cue, form, i, .. } = &self.site;
        let joined = self.tag().conjunction;
        // وطالب المجتمع الدولي بـ: nobody asks in its name
        let nobody = cue.attitude == "demand"
            && cue.takes(follow::TARGET)
            && joined
            && (matches!(self.word(p.start), "المجتمع" | "الجميع" | "الاسره")
                || self.word(p.start) == "العالم" && self.word_at(p.start + 1).starts_with("ال"));
        // وطالبت السوريين بـ: a plural in the accusative is no subject
        if nobody || self.accusative_plural(p.start) {
            return true;
        }
        let of_somebody = cue.takes(follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME)
            || cue.takes(follow::OBJECT_AFTER_PRONOUN) && joined && self.title(i);
        // a verb before its subject agrees in gender
        of_somebody
            && match form.agreement {
                Masculine => self.feminine(p) || self.feminine_state(p) || joined && self.feminine_city(p),
                Feminine => self.masculine(p),
                _ => false,
            }
    }

    /// تعهدت السعودية والإمارات والكويت ب: speakers together. None for a noun of the verb's letters.
    fn join_speakers(&mut self) -> Option<()> {
        let Some(mut p) = self.subject else { return Some(()) };
        let to = self.past_joined(&p, self.limit, self.mode);
        if to <= p.next {
            return Some(());
        }
        // تعهد الولايات المتحدة وكوريا بكذا: a noun
        if self.cue.takes(follow::NOUN) && self.form.agreement == Masculine && self.feminine_state(&p) {
            return None;
        }
        if p.role.is_none() && p.name == (p.start, p.end) {
            p.name.1 = to;
        }
        self.subject = Some(Phrase { end: to, next: to, ..p });
        Some(())
    }

    /// Where the complement opens.
    fn opening(&mut self) -> Option<Opening> {
        let &Site { i, end, clause, cue, form, .. } = &self.site;
        let (subject, limit) = (self.subject.as_ref(), self.limit);
        let object = self
            .described
            .filter(|_| subject.is_some())
            .or_else(|| self.denied())
            .or_else(|| self.head.then(|| self.asked_of(cue.lemma, subject.map_or(i + 1, |p| p.next), limit)).flatten())
            .or_else(|| self.matter());
        if let Some(k) = object {
            return Some(Opening::new(Opener::Object, k));
        }
        let (follow, head, stated) = (cue.follow, self.head, self.stated());
        let search = Search { scan: self.scan, cue: i, speaker: self.subject, limit, end, follow, head, stated };
        let found = search.complement();
        // وأضاف، سيتم إدخال وحدات: a comma for the colon
        if found.is_none()
            && i == clause
            && self.tag().conjunction
            && matches!(cue.lemma, "أضاف" | "أوضح")
            && form.kind == Past
            && matches!(self.word_at(i + 1), "،" | ",")
            && i + 6 < end
        {
            self.subject = None;
            return Some(Opening::new(Opener::That, i + 2));
        }
        found
    }

    /// What is judged or seen in something, where somebody does.
    fn matter(&self) -> Option<usize> {
        let (i, subject, by) = (self.i, self.subject.as_ref(), self.before.is_some());
        match self.cue.lemma {
            _ if subject.is_none() && !by => None,
            "رأى" => self.seen_in(subject.map_or(i + 1, |p| p.next.max(i + 1)), self.limit),
            "اعتبر" => self.judged(i, subject, by, self.limit),
            _ => None,
        }
    }

    /// Is the bare noun behind the verb what is said, though no subject stands between?
    fn stated(&self) -> bool {
        let &Site { i, cue, .. } = &self.site;
        // قرر … طلب النقض، دور ثمن النهائي: nouns of the same letters
        // and what is announced is a happening, not any thing
        (self.before.is_some() || self.previous().is(class::REL))
            && !cue.takes(follow::NOUN)
            && !matches!(cue.attitude, "announce" | "say" | "propose" | "demand")
            || cue.lemma == "أبدى" && self.shown(self.skip_fillers(i + 1, self.limit))
            // وأكد الوزير كذا وانتقد سياسة البلاد: what is no speaker is what is condemned
            || cue.attitude == "condemn"
                && !cue.takes(follow::NOUN)
                && self.form.kind == Past
                && self.tag().conjunction
                && self.subject.is_none()
                && i > self.sentence_start(i) + 2
    }

    /// نفى X ما تردد، رفض X أي مسؤولية: where what is denied begins.
    fn denied(&self) -> Option<usize> {
        let &Site { i, end, cue, .. } = &self.site;
        if cue.attitude != "deny" || !self.head || self.previous().is(class::PREP) {
            return None;
        }
        let refused = cue.lemma == "رفض";
        let mut at = self.subject.map_or(i + 1, |p| p.next);
        // نفى X، الثلاثاء، مرارا، اتهامات Y
        let past = self.skip_fillers(at, end);
        if past > at && past + 2 < end && self.allegation(past, end, refused) {
            at = past;
        }
        let behind = self.past_aside(past).or_else(|| self.past_adjunct(past));
        at = behind.unwrap_or(at);
        if let Some(q) = self.quote_from(at).filter(|q| q.closed && q.len() <= 4) {
            at = q.close + 1;
        }
        let whose = self.subject.is_some();
        let fits = (!self.comma(at - 1) || at == past || behind == Some(at))
            && !self.subject.is_some_and(|p| (p.start + 1..p.end).any(|k| self.tags[k].is(class::MASDAR)))
            && at + 2 < end
            && (self.word(at) == "اي" && !self.tags[at + 1].is(class::THAT)
                || self.allegation(at, end, refused) && (whose || self.before.is_some())
                || self.word(at) == "ما"
                    && cue.lemma == "نفى"
                    && whose
                    && self.doc.tokens[at + 1].kind == TokenKind::Arabic);
        fits.then_some(at)
    }

    /// نفت الإمارات أمام محكمة العدل [الاتهامات …]: past an adjunct that no comma closes, where a definite charge stands behind a name or
    /// a definite noun.
    fn past_adjunct(&self, past: usize) -> Option<usize> {
        if past + 3 >= self.end || !(self.tags[past].is(class::PREP) || self.bare_preposition(past)) {
            return None;
        }
        let closed = |k: usize| self.tags[k].is(class::DEFINITE | class::DAY) || self.tags[k].entity != 0;
        let inside =
            |k: &usize| !self.comma(*k) && !self.tags[*k].is(class::THAT | class::REL) && self.form(*k).is_none();
        let mut behind = (past + 2..self.end.min(past + ADJUNCT)).take_while(inside);
        behind.find(|&k| {
            let t = &self.tags[k];
            t.is(class::DEFINITE)
                && !t.conjunction
                && t.entity == 0
                && closed(k - 1)
                && self.allegation(k, self.end, false)
        })
    }

    /// نفى الرئيس، في مقابلة مع قناة كذا، [اتهامات …]: past one adjunct between commas.
    fn past_aside(&self, past: usize) -> Option<usize> {
        let end = self.end;
        let aside = self.cue.lemma == "نفى"
            && self.subject.is_some()
            && past + 2 < end
            && self.comma(past - 1)
            && (self.tags[past].is(class::PREP) || self.bare_preposition(past));
        if !aside {
            return None;
        }
        (past + 1..end.min(past + 14))
            .take_while(|&k| !self.tags[k].is(class::THAT | class::REL))
            .find(|&k| self.comma(k) && self.quote_over(k).is_none())
            .map(|comma| comma + 1)
            .filter(|&k| k + 2 < end && self.allegation(k, end, false))
    }

    /// The one blamed, asked or urged may have been read with the speaker, or as him.
    fn part_object(&mut self, mut opening: Opening) -> Opening {
        let &Site { i, cue, .. } = &self.site;
        let Some(p) = self.subject else { return opening };
        let joined = self.tag().conjunction;
        match opening.opener {
            // حملت الرئاسة #حماس مسؤولية …, وحملت حماس المسؤولية
            Opener::Object if cue.takes(follow::BLAME) && self.word(opening.start).contains("مسوولي") => {
                if let Some(tag) = (p.start + 1..p.next).find(|&k| self.word(k) == "#") {
                    opening.start = tag + 1;
                    let name = (p.name.0, p.name.1.min(tag));
                    self.subject = Some(Phrase { end: tag, name, next: tag, ..p });
                } else if joined {
                    opening.start = p.start;
                    self.subject = None;
                }
            }
            // وناشدت الدول التدخل: the only noun is the one asked
            Opener::Object
                if cue.lemma == "ناشد" && joined && p.start == i + 1 && opening.start == p.next && p.role.is_none() =>
            {
                self.subject = None;
            }
            // وحضت الدول على …: these verbs have an object, so that the only noun is it
            Opener::Preposition if matches!(cue.lemma, "حث" | "حض") && !self.word(p.start).ends_with("ون") => {
                (opening.opener, opening.start) = (Opener::Object, p.start);
                self.subject = None;
            }
            _ => {}
        }
        opening
    }

    /// The claim with its speaker, or None where a thing is the subject.
    fn found(&self, opening: Opening) -> Option<Found> {
        let &Site { i, clause, form, .. } = &self.site;
        // لكن التقويم في البلاد يشير إلى أن: a thing, and nobody who was heard before
        if self.subject.is_none()
            && self.before.is_none()
            && self.cue.lemma != "قال"
            && !self.tag().conjunction
            && form.kind == Present
            && !self.previous().is(class::REL)
            && self.thing_before(i, clause, form.agreement).is_some()
        {
            return None;
        }
        let (speaker, how, rule, confidence) = match (self.subject, self.before) {
            (Some(p), _) => (Some(p), How::Overt, "quote.verb-subject", 0.95),
            (None, Some(p)) => (Some(p), How::Before, "quote.subject-verb", 0.9),
            (None, None) => (None, How::Dropped, "quote.verb-dropped", 0.85),
        };
        let less = match opening.opener {
            Opener::Object | Opener::Preposition => 0.1,
            Opener::Quote if how == How::Dropped => 0.03,
            _ => 0.0,
        };
        let negated = i > clause && self.previous().is(class::NEG);
        Some(Found { speaker, how, negated, ..self.said(opening, rule, confidence - less) })
    }

    /// Who speaks where another passes it on, and the rule that found it.
    fn passed_on(&self, mut f: Found) -> Found {
        let (first, start) = (self.i + 1, f.start);
        // قالت A نقلا عن B: B speaks
        let source = (first..start)
            .find(|&k| self.word(k) == "نقلا" && k + 1 < start && self.tags[k + 1].is(class::AN))
            .and_then(|k| self.phrase(k + 2, start, Mode::default()))
            .filter(|p| p.kind != SpeakerKind::Document && self.quote_over(p.start).is_none());
        if let Some(source) = source {
            f.reported_by = f.speaker.map(|p| p.name);
            f.speaker = Some(source);
            f.how = How::Overt;
        }
        // أعلنت A على لسان وزيرها B أن: B speaks for A
        if f.reported_by.is_none()
            && f.how == How::Overt
            && let Some(k) = (first..start).find(|&k| self.word(k) == "لسان" && self.word(k - 1) == "علي")
            && let Some(mouth) = self.phrase(k + 1, start, Mode::default())
            && mouth.start == k + 1
            && (mouth.start..mouth.end).any(|j| self.person(j))
            && f.speaker.is_some_and(|p| p.end < k)
        {
            f.reported_by = f.speaker.map(|p| p.name);
            f.speaker = Some(mouth);
        }
        f.rule = match (f.opener, f.how) {
            (Opener::Object, How::Overt) => "quote.nominal",
            (Opener::Object, _) => "quote.nominal-dropped",
            (Opener::Preposition, How::Overt) => "quote.prepositional",
            (Opener::Preposition, _) => "quote.prepositional-dropped",
            _ => f.rule,
        };
        f
    }
}

impl Scan<'_> {
    pub(super) fn title(&self, i: usize) -> bool {
        self.doc.tokens[i].span.start < self.doc.article.title_len
    }

    pub(super) fn stops(&self, f: u32) -> u32 {
        PREPOSITIONS.iter().filter(|(bit, _)| f & bit != 0).fold(0, |stop, (_, class)| stop | class)
    }
}
