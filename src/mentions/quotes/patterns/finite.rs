//! A verb of saying and who says it.

use super::{Found, REACH};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{Agreement, Form, FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{How, Scan};
use crate::model::{SpeakerKind, TokenKind};
use crate::text::clitics;

/// Words before a verb that is no verb of speech there.
static LONGER_AGO: Words = Words::new(&words::SPEECH, "before a verb of reaching");

/// سبق له أن: what somebody has done before.
static HAPPENED_BEFORE: Words = Words::new(&words::SPEECH, "has done before");

/// Prepositions with a pronoun for who is asked.
static ASKED_OF: Words = Words::new(&words::SPEECH, "of whom asked");

/// Nouns of what is measured.
static MEASURED: Words = Words::new(&words::SPEECH, "measured");

/// Papers that are concluded, not said.
static AGREEMENTS: Words = Words::new(&words::SPEECH, "agreement");

/// Places online where something was written.
static ONLINE: Words = Words::new(&words::SPEECH, "place online");

/// What a court judges.
static LEGALITY: Words = Words::new(&words::SPEECH, "matter of a judgement");

/// Words for a matter that is said elsewhere.
static ALL_THESE: Words = Words::new(&words::SPEECH, "which ones");

/// Pictures, which say nothing.
static PICTURES: Words = Words::new(&words::SPEECH, "picture");

/// Words for somebody's name or identity.
static IDENTITY: Words = Words::new(&words::SPEECH, "name or identity");

/// Short presents behind لم.
static SHORT_JUSSIVE: Words = Words::new(&words::SPEECH, "short present");

/// Lands of feminine gender that their ending does not show.
static FEMININE_LANDS: Words = Words::new(&words::SPEECH, "land of feminine gender");

/// People to whom something is announced.
static ADDRESSEES: Words = Words::new(&words::SPEECH, "people addressed");

impl Scan<'_> {
    pub(super) fn find_finite(&self, i: usize, end: usize, clause: usize, form: Form) -> Option<Found> {
        let t = &self.tags[i];
        let cue = self.cue_of(form);
        // ليجيب اللاعب: "…"
        let answering = t.attached == Attached::Li
            && form.kind == FormKind::Present
            && !form.pronoun
            && i > clause
            && matches!(cue.lemma, "قال" | "أجاب" | "رد" | "أضاف" | "علق");
        if t.attached != Attached::None && !answering {
            return None;
        }
        let previous = i.checked_sub(1).map(|p| self.tags[p]).unwrap_or_default();
        let previous_word = if i > 0 { self.word(i - 1) } else { "" };
        let negated = i > clause && previous.is(class::NEG);
        if i > clause
            && previous.is(class::THAT)
            && form.kind == FormKind::Present
            && matches!(previous_word, "ان" | "بان")
        {
            return None;
        }
        // أستطيع أن أخبر: a first person
        if i > clause + 1
            && previous_word == "ان"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine
            && self.word(i).starts_with('ا')
            && !LONGER_AGO.has(self.word(i - 2))
            // سبق للرئيس فلان أن أعلن
            && !(clause..i).rev().take(12).any(|k| HAPPENED_BEFORE.has(self.word(k)))
        {
            return None;
        }
        // نشرت الوزارة ما قالت إنه تسجيل: what she says it is
        let said_to_be = cue.lemma == "قال"
            && !form.pronoun
            && (i + 1..end.min(i + 8))
                .take_while(|&k| !matches!(self.word(k), "،" | "," | ":") && self.quote_from(k).is_none())
                .any(|k| {
                    self.tags[k].is(class::THAT) && matches!(self.word(k), "انه" | "انها" | "انهم" | "انهما" | "انهن")
                });
        if i > clause && previous_word == "ما" && !form.pronoun && !said_to_be {
            return None;
        }
        // قد يطلب الأردن: perhaps
        if i > clause && previous_word == "قد" && form.kind == FormKind::Present {
            return None;
        }
        // الأمر الذي أكد: a thing, not a speaker
        if i > clause + 1
            && previous.is(class::REL)
            && !form.pronoun
            && matches!(self.word(i - 2), "الامر" | "الشيء" | "الشي")
        {
            return None;
        }
        // المرة الأولى التي تتعهد فيها: what has happened
        if i > clause + 1 && previous.is(class::REL) && matches!(self.word(i - 2), "الاولي" | "المره" | "الثانيه")
        {
            return None;
        }
        // كي يصرح بتمديد الاحتجاز: what is to come
        if i > clause && matches!(previous_word, "كي" | "لكي") {
            return None;
        }
        // هدد مرمى الضيوف بكرات خطرة
        if cue.lemma == "هدد"
            && (i + 1..end.min(i + 4))
                .any(|k| matches!(clitics::strip_article(self.word(k)), "مرمي" | "شباك" | "مرماه"))
        {
            return None;
        }
        // والتي تصنف كأقدم مدينة: a passive
        if cue.lemma == "صنف" && previous.is(class::REL) && !form.pronoun {
            return None;
        }
        // الاتهامات التي تفيد أنه: what is charged, by nobody named
        if i > clause + 1
            && previous.is(class::REL)
            && matches!(clitics::strip_article(self.word(i - 2)), "اتهامات" | "مزاعم" | "ادعاءات" | "شايعات" | "تكهنات")
            && matches!(cue.lemma, "أفاد" | "قال" | "زعم" | "أشار" | "تحدث")
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT | class::ILA | class::AN))
        {
            return None;
        }
        // ومنذ أعلنت استقلالها: a date
        if i > clause && matches!(previous_word, "منذ" | "ومنذ") && !form.pronoun {
            return None;
        }
        // التي وصفت بـ…: a passive
        if cue.follow & follow::DESCRIBE != 0
            && !form.pronoun
            && previous.is(class::REL)
            && i + 1 < end
            && (self.word(i + 1) == "ب" || self.tags[i + 1].attached == Attached::Bi)
        {
            return None;
        }
        if i > clause
            && matches!(previous_word, "ما" | "مما")
            && !said_to_be
            && cue.follow & (follow::OBJECT | follow::DESCRIBE | follow::OBJECT_AFTER_PRONOUN) == 0
        {
            return None;
        }
        if self.passive(i, form, cue.lemma) {
            return None;
        }
        // ردا على سؤال: no dual
        if cue.lemma == "رد" && form.agreement == Agreement::Dual {
            return None;
        }
        // التي نصت على، بما تضمن: what a paper holds
        if matches!(cue.lemma, "نص" | "تضمن") && previous.is(class::REL) {
            return None;
        }
        if form.pronoun {
            return self.find_pronoun(i, end, form, clause);
        }
        let head = i <= clause
            || t.conjunction
            || previous.is(class::CONJ
                | class::QAD
                | class::KAN
                | class::NEG
                | class::REL
                | class::FILLER
                | class::DAY)
            || matches!(
                previous_word,
                "،" | ","
                    | "و"
                    | "."
                    | ":"
                    | ")"
                    | "-"
                    | "–"
                    | "—"
                    | "\""
                    | "ان"
                    | "انه"
                    | "انها"
                    | "انهم"
                    | "انهما"
                    | "*"
                    | "؛"
            );
        let mode = Mode {
            object: cue.follow & (follow::OBJECT | follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME)
                != 0
                || cue.attitude == "deny"
                || cue.lemma == "اعتبر",
            bi: cue.follow & (follow::BI | follow::ACCUSE | follow::DESCRIBE) != 0,
            stop: self.stops(cue.follow),
            quoted: false,
        };
        let limit = end.min(i + 1 + REACH);
        let mut speaker = self.phrase(i + 1, limit, mode);
        // ناشدوا ترامب: a verb before its subject is singular, so this is somebody else
        if matches!(form.agreement, Agreement::Plural | Agreement::Dual) {
            speaker = None;
        }
        // الذي ينفي التهم: the subject of the clause stands before the relative
        if previous.is(class::REL)
            && cue.follow & follow::OBJECT != 0
            && speaker.as_ref().is_some_and(|p| {
                !self.tags[p.start].is(class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA)
                    && self.tags[p.start].is(class::DEFINITE)
                    && (p.start..p.end).all(|k| self.tags[k].entity == 0)
            })
        {
            speaker = None;
        }
        let mut described = None;
        let mut how = How::Overt;
        let mut rule = "quote.verb-subject";
        let mut confidence = 0.95;
        let after = self.skip_fillers(i + 1, limit);
        // subject before the verb when the complement follows at once, or when only an addressee does
        let mut before = None;
        // وثيقة تعهدت فيها كوريا الشمالية: a clause on a document has its subject after it
        let resumed = i + 1 < end && matches!(self.word(i + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
        // انتقدت فيها "التصريحات": the object in marks
        if resumed
            && cue.follow & follow::OBJECT != 0
            && speaker.as_ref().is_some_and(|p| self.quote_over(p.start).is_some())
        {
            speaker = None;
        }
        if resumed && speaker.is_some() && matches!(cue.attitude, "promise" | "announce") {
        } else if previous_word == "ان"
            && let Some(k) = (clause..i).rev().take(16).find(|&k| matches!(self.word(k), "سبق" | "وسبق"))
            && k + 2 < i
            && (self.tags[k + 1].attached == Attached::Li || self.word(k + 1) == "ل")
        {
            // وسبق للرئيس السابق فلان أن قال
            before = if self.word(k + 1) == "ل" {
                self.phrase(k + 2, i - 1, Mode::default())
            } else {
                self.phrase_with_li(k + 1, i - 1)
            };
        } else if !t.conjunction {
            before = self.subject_before(i, clause);
        } else if self.word(i).starts_with('ف')
            && let Some(topic) = (clause..i).rev().take(16).find(|&k| matches!(self.word(k), "اما" | "واما"))
        {
            // أما بومبيو فقال
            before = self.phrase(topic + 1, i, Mode::default());
        }
        // سُمع فلان وهو يقول: the name before
        if i > clause + 1
            && matches!(previous_word, "وهو" | "وهي")
            && self.entity_kind(i - 2) == Some(crate::model::EntityKind::Person)
        {
            let e = self.tags[i - 2].entity;
            let from = (clause..i - 1).rev().take_while(|&k| self.tags[k].entity == e).last().unwrap_or(i - 2);
            before = self.phrase(from, i - 1, Mode::default());
        }
        // خلفا لفلان الذي طلب منه تقديم استقالته: the relative is the one asked
        if previous.is(class::REL) && form.agreement == Agreement::Masculine && ASKED_OF.has(self.word_at(i + 1)) {
            before = None;
        }
        // تعليقات اعتبر البعض أنها: a clause follows the noun after the verb, which is no object then
        let stated_by = cue.follow & (follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME) == 0
            && cue.attitude != "deny"
            && speaker.as_ref().is_some_and(|p| {
                let k = self.skip_fillers(p.next, limit);
                k < limit && self.tags[k].is(class::THAT) && !self.tags[k].conjunction
            });
        if stated_by && before.is_some() && previous.classes & class::REL == 0 {
            before = None;
        } else if before.is_some()
            && speaker.is_some()
            && previous.is(class::REL)
            && cue.follow & (follow::TARGET | follow::ACCUSE | follow::BLAME) != 0
        {
            // الرئيس الذي دعا الوزير إلى: the relative is the subject
            speaker = None;
        } else if before.is_some() && speaker.is_some() && mode.object && (!head || previous.is(class::QAD)) {
            // X دعا Y إلى, كانت X قد أعلنت Y: the phrase after the verb is the addressee or the object
            speaker = None;
        } else if before.is_some()
            && previous.is(class::QAD)
            && form.agreement == Agreement::Masculine
            && speaker.as_ref().is_some_and(|p| self.feminine(p))
        {
            // وكان صديق له قد أفاد هيئة الإذاعة أن
            speaker = None;
        } else if before.is_some() && speaker.is_some() && self.title(i) && (mode.object || cue.lemma == "اعتبر") {
            speaker = None;
        }
        // وطالب المجتمع الدولي بـ: nobody asks in its name
        if cue.attitude == "demand"
            && cue.follow & follow::TARGET != 0
            && t.conjunction
            && speaker.as_ref().is_some_and(|p| {
                matches!(self.word(p.start), "المجتمع" | "الجميع" | "الاسره")
                    || self.word(p.start) == "العالم" && self.word_at(p.start + 1).starts_with("ال")
            })
        {
            speaker = None;
        }
        let lead_in = i > clause && i - clause <= 5 && self.tags[clause].is(class::PREP | class::CONJ);
        // بيانا أكدت فيه: a clause on a document
        // ومباشرة بعد استبعاده أعلن فلان اعتزاله: before a name it is a verb
        // انتخابات أعلنت الولايات المتحدة عدم الاعتراف بها: the feminine is no other word
        let by_name = cue.lemma == "أعلن"
            && form.kind == FormKind::Past
            && (self.entity_kind(i + 1) == Some(crate::model::EntityKind::Person)
                || form.agreement == Agreement::Feminine && self.entity_kind(i + 1).is_some())
            && !previous.is(class::PREP);
        // بعيدا عن نشاطه كشف أن: a noun has no such clause
        let clausal = form.kind == FormKind::Past
            && matches!(cue.lemma, "كشف" | "ذكر" | "كتب" | "نفى")
            && !previous.is(class::PREP)
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT) && !n.conjunction);
        // أقر البرلمان قرارا يدعو إلى: a clause on a paper
        let on_paper = form.kind == FormKind::Present
            && !t.conjunction
            && matches!(previous_word, "قرارا" | "بيانا" | "تقريرا" | "نداء" | "التماسا");
        let head = head || before.is_some() || lead_in || resumed || by_name || clausal || on_paper;
        // a name after a comma that closes an office's long title: منسق … لعملية السلام، نيكولاي ملادينوف،
        if let Some(p) = &mut speaker
            && p.kind == SpeakerKind::Role
            && let Some(comma) = (p.next..limit.min(p.next + 8)).find(|&k| matches!(self.word(k), "،" | ","))
            && !(p.next..comma)
                .any(|k| self.tags[k].is(class::THAT | class::DAY | class::REL) || self.tags[k].form != 0)
            && let Some((a, b)) = self.apposed_name(comma + 1, limit)
            && b < limit
            && matches!(self.word(b), "،" | ",")
        {
            p.role = Some((p.start, p.end));
            p.name = (a, b);
            p.kind = SpeakerKind::Named;
            p.next = b;
        }
        // وطالبت السوريين بـ: a plural in the accusative is no subject
        if speaker.as_ref().is_some_and(|p| p.start > i && self.accusative_plural(p.start)) {
            speaker = None;
        }
        // وطالب المفوضية بـ…، وهنأت لاعبي المنتخب: a verb before its subject agrees in gender, so this is the one spoken to or of
        if let Some(p) = &speaker
            && (cue.follow & (follow::TARGET | follow::ACCUSE | follow::DESCRIBE | follow::BLAME) != 0
                || cue.follow & follow::OBJECT_AFTER_PRONOUN != 0 && t.conjunction && self.title(i))
            && (form.agreement == Agreement::Masculine && (self.feminine(p) || self.feminine_state(p))
                || form.agreement == Agreement::Masculine && t.conjunction && self.feminine_city(p)
                || form.agreement == Agreement::Feminine && self.masculine(p))
        {
            speaker = None;
        }
        // ووصفت الأمطار بأنها "رهيبة": whom or what is described has to be said, so this is it
        // ونفت موسكو تورطها، واتهمت أجهزة المخابرات بتدبيره: and the accused, behind another claim
        let sentence = self.doc.sentence_tokens(self.doc.sentence_at(self.doc.tokens[i].span.start)).start;
        let accused =
            cue.follow & follow::ACCUSE != 0 && form.kind == FormKind::Past && i > sentence + 3 && i <= clause + 1;
        if (cue.follow & follow::DESCRIBE != 0 || accused)
            && t.conjunction
            && let Some(p) = &speaker
            && p.start == self.time_adjunct(i + 1, limit).unwrap_or(i + 1)
            && p.next < limit
            && self.word(p.next).starts_with('ب')
            && (self.tags[p.next].is(class::THAT) || self.word(p.next) == "ب" || accused && self.bi_complement(p.next))
        {
            // وصفت وزارة الخارجية التركية [الخطوة الألمانية] بأنها: two nouns that were read as one
            described = self.second_noun(p);
            speaker = described.and_then(|k| self.phrase(i + 1, k, mode));
        }
        // عندما كشف عن: it was uncovered
        if cue.lemma == "كشف"
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::AN))
            && speaker.is_none()
            && before.is_none()
            && form.agreement == Agreement::Masculine
            && matches!(previous_word, "عندما" | "بعدما" | "حين" | "حينما" | "منذ")
        {
            return None;
        }
        // أعلن في باريس عن وفاة الكاتب: by nobody named
        if cue.lemma == "أعلن"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine
            && !t.conjunction
            && before.is_none()
            && speaker.is_none()
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::FI))
            && self.entity_kind(i + 2) == Some(crate::model::EntityKind::Place)
            && (i + 3..end.min(i + 6)).any(|k| self.tags[k].is(class::AN))
        {
            return None;
        }
        // كشف النقاب عن: an idiom, nothing said
        if cue.lemma == "كشف"
            && (i + 1..end.min(i + 14))
                .take_while(|&k| !self.tags[k].is(class::THAT | class::AN))
                .any(|k| matches!(self.word(k), "النقاب" | "اللثام" | "الستار"))
        {
            return None;
        }
        // تعهدت السعودية والإمارات والكويت ب: speakers together
        if let Some(p) = &mut speaker
            && p.start > i
        {
            let to = self.past_joined(p, limit, mode);
            // تعهد الولايات المتحدة وكوريا بكذا: a noun
            if to > p.next
                && cue.follow & follow::NOUN != 0
                && form.agreement == Agreement::Masculine
                && self.feminine_state(p)
            {
                return None;
            }
            if to > p.next {
                if p.role.is_none() && p.name == (p.start, p.end) {
                    p.name.1 = to;
                }
                p.end = to;
                p.next = to;
            }
        }
        // نفى X ما تردد، رفض X أي مسؤولية
        let mut at = speaker.as_ref().map_or(i + 1, |p| p.next);
        // نفى X، الثلاثاء، مرارا، اتهامات Y
        let past = self.skip_fillers(at, end);
        if cue.attitude == "deny" && past > at && past + 2 < end && self.allegation(past, end, cue.lemma == "رفض") {
            at = past;
        }
        // نفى الرئيس، في مقابلة مع قناة كذا، اتهامات …: past one adjunct between commas
        let behind = (cue.lemma == "نفى"
            && speaker.is_some()
            && past + 2 < end
            && matches!(self.word(past - 1), "،" | ",")
            && (self.tags[past].is(class::PREP) || self.bare_preposition(past)))
        .then(|| {
            (past + 1..end.min(past + 14))
                .take_while(|&k| !self.tags[k].is(class::THAT | class::REL))
                .find(|&k| matches!(self.word(k), "،" | ",") && self.quote_over(k).is_none())
        })
        .flatten()
        .map(|comma| comma + 1)
        .filter(|&k| k + 2 < end && self.allegation(k, end, false));
        if let Some(k) = behind {
            at = k;
        }
        if let Some(q) = self.quote_from(at)
            && q.closed
            && q.len() <= 4
        {
            at = q.close + 1;
        }
        let denied = cue.attitude == "deny"
            && head
            && form.kind != FormKind::Masdar
            && !previous.is(class::PREP)
            && (!matches!(self.word(at - 1), "،" | ",") || at == past || behind == Some(at))
            && !speaker.as_ref().is_some_and(|p| (p.start + 1..p.end).any(|k| self.tags[k].is(class::MASDAR)))
            && at + 2 < end
            && (self.word(at) == "اي" && !self.tags[at + 1].is(class::THAT)
                || self.allegation(at, end, cue.lemma == "رفض") && (speaker.is_some() || before.is_some())
                || self.word(at) == "ما"
                    && cue.lemma == "نفى"
                    && speaker.is_some()
                    && self.doc.tokens[at + 1].kind == TokenKind::Arabic);
        let (mut opener, mut start, offset) = if let Some(k) = described.filter(|_| speaker.is_some()) {
            (Opener::Object, k, 0)
        } else if denied {
            (Opener::Object, at, 0)
        } else {
            // قرر … طلب النقض، دور ثمن النهائي: nouns of the same letters
            // and what is announced is a happening, not any thing
            let stated = (before.is_some() || previous.is(class::REL))
                && cue.follow & follow::NOUN == 0
                && !matches!(cue.attitude, "announce" | "say" | "propose" | "demand")
                // وأكد الوزير كذا وانتقد سياسة البلاد: what is no speaker is what is condemned
                || cue.lemma == "أبدى" && self.shown(self.skip_fillers(i + 1, limit))
                || cue.attitude == "condemn"
                    && cue.follow & follow::NOUN == 0
                    && form.kind == FormKind::Past
                    && t.conjunction
                    && speaker.is_none()
                    && i > self.doc.sentence_tokens(self.doc.sentence_at(self.doc.tokens[i].span.start)).start + 2;
            let asked =
                if head { self.asked_of(cue.lemma, speaker.as_ref().map_or(i + 1, |p| p.next), limit) } else { None };
            let seen = || self.seen_in(cue.lemma, speaker.as_ref(), before.is_some(), i, limit);
            match asked.or_else(seen).or_else(|| self.judged(cue.lemma, speaker.as_ref(), before.is_some(), i, limit)) {
                Some(k) => (Opener::Object, k, 0),
                None => match self.complement(i, speaker.as_ref(), limit, end, cue.follow, mode, head, stated) {
                    Some(found) => found,
                    // وأضاف، سيتم إدخال وحدات: a comma for the colon
                    None if i == clause
                        && t.conjunction
                        && matches!(cue.lemma, "أضاف" | "أوضح")
                        && form.kind == FormKind::Past
                        && matches!(self.word_at(i + 1), "،" | ",")
                        && i + 6 < end =>
                    {
                        speaker = None;
                        (Opener::That, i + 2, 0)
                    }
                    None => return None,
                },
            }
        };
        // حملت الرئاسة #حماس مسؤولية …, وحملت حماس المسؤولية: the one blamed was read with the speaker, or as him
        if cue.follow & follow::BLAME != 0
            && opener == Opener::Object
            && self.word(start).contains("مسوولي")
            && let Some(p) = &mut speaker
            && p.start > i
        {
            if let Some(tag) = (p.start + 1..p.next).find(|&k| self.word(k) == "#") {
                start = tag + 1;
                p.end = tag;
                p.name.1 = p.name.1.min(tag);
                p.next = tag;
            } else if t.conjunction {
                start = p.start;
                speaker = None;
            }
        }
        // وناشدت الدول التدخل: the only noun is the one asked
        if cue.lemma == "ناشد"
            && t.conjunction
            && opener == Opener::Object
            && speaker.as_ref().is_some_and(|p| p.start == i + 1 && start == p.next && p.role.is_none())
        {
            speaker = None;
        }
        // وحضت الدول على …: these verbs have an object, so that the only noun is it
        if matches!(cue.lemma, "حث" | "حض")
            && opener == Opener::Preposition
            && let Some(p) = speaker.as_ref().filter(|p| p.start > i && !self.word(p.start).ends_with("ون"))
        {
            (opener, start) = (Opener::Object, p.start);
            speaker = None;
        }
        if speaker.is_none() {
            let thing =
                if before.is_none() && !t.conjunction && form.kind == FormKind::Present && !previous.is(class::REL) {
                    self.thing_before(i, clause, form.agreement)
                } else {
                    None
                };
            // لكن التقويم في البلاد يشير إلى أن: a thing, and nobody who was heard before
            if thing.is_some() && cue.lemma != "قال" {
                return None;
            }
            if let Some(b) = before {
                speaker = Some(b);
                how = How::Before;
                rule = "quote.subject-verb";
                confidence = 0.9;
            } else {
                how = How::Dropped;
                rule = "quote.verb-dropped";
                confidence = 0.85;
            }
        }
        if cue.follow & follow::NOUN != 0 && !head {
            return None;
        }
        if !head && how == How::Dropped && !matches!(opener, Opener::That | Opener::Colon | Opener::Quote) {
            return None;
        }
        // وجد كرسيا, توصل إلى اتفاق: a clause alone is said, and by whoever finds out
        if matches!(cue.lemma, "وجد" | "أثبت" | "توصل" | "اعتقد") {
            let finder = speaker.as_ref().filter(|_| how == How::Overt).is_some_and(|p| {
                let t = &self.tags[p.start];
                let people = matches!(p.kind, SpeakerKind::Named | SpeakerKind::Anonymous)
                    || self.word(p.start).ends_with("ون")
                    || t.is(class::ANON | class::ROLE | class::DOC | class::ORG);
                people
                    && (cue.lemma == "اعتقد"
                        || t.is(class::DOC | class::ANON | class::ROLE)
                        || p.kind == SpeakerKind::Anonymous)
            });
            let they = how == How::Dropped && form.agreement == Agreement::Plural && cue.lemma != "اعتقد";
            // كان يعتقد: no longer
            if opener != Opener::That || previous.is(class::KAN) || !(finder || they) {
                return None;
            }
        }
        // ألقى بالكرة: only blame is said
        if cue.lemma == "ألقى" {
            let w = self.word(start);
            let w = if offset > 0 { &w[offset..] } else { w };
            if !matches!(clitics::strip_article(w), "لوم" | "لايمه" | "مسووليه") {
                return None;
            }
        }
        // يبلغ طوله، تبلغ 14 %: reaches
        if cue.lemma == "أبلغ"
            && form.kind == FormKind::Present
            && (how == How::Dropped && opener != Opener::That
                || self.doc.tokens[i + 1].kind == TokenKind::Number
                || MEASURED.has(self.word(i + 1)))
        {
            return None;
        }
        // يُقدر عدد الإصابات بـ…: a passive
        if cue.lemma == "قدر"
            && !matches!(opener, Opener::That)
            && speaker.as_ref().is_some_and(|p| {
                !self.tags[p.start].is(class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA)
                    && (p.start..p.end).all(|k| self.tags[k].entity == 0)
            })
        {
            return None;
        }
        // قدر الإمكان, مما ينفي عن: no speech
        if cue.lemma == "قدر"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine
            && opener == Opener::Object
            || previous_word == "مما"
        {
            return None;
        }
        // بين is "between" far more often than "made clear"
        if cue.lemma == "بين"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine
            && (previous_word.starts_with("بين")
                || !t.conjunction && i > clause && !matches!(previous_word, "،" | "," | "." | "قد" | "كما")
                || !speaker.as_ref().map_or(t.conjunction, |p| {
                    self.tags[p.start].is(class::ROLE | class::ORG | class::ANON | class::DOC)
                        || (p.start..p.end).any(|k| self.tags[k].entity != 0)
                }))
        {
            return None;
        }
        // يبين، بينت: a clause follows, no quotation
        if cue.lemma == "بين" && opener != Opener::That {
            return None;
        }
        // يتوقع، توقع اتفاقا: expected by nobody named, or a signature
        if cue.lemma == "توقع"
            && opener == Opener::Object
            && (how != How::Overt
                || [0, 1].iter().any(|o| {
                    let w = clitics::strip_article(self.word(start + o)).trim_end_matches('ا');
                    AGREEMENTS.has(w)
                }))
        {
            return None;
        }
        // رد بخاري كل الاتهامات التي تفيد أنه: threw them back
        if cue.lemma == "رد" && opener == Opener::That && (i + 1..start).any(|k| self.tags[k].is(class::REL)) {
            return None;
        }
        // نشرت السفارة على صفحتها أنها, not نشرت أسماء … إلى أن
        if cue.lemma == "نشر"
            && opener == Opener::That
            && !(how == How::Overt
                && (speaker.as_ref().map_or(i + 1, |p| p.next)..start - 1).all(|k| {
                    let t = &self.tags[k];
                    self.doc.tokens[k].kind != TokenKind::Arabic
                        || t.is(class::DAY | class::FILLER | class::MEDIA | class::ALA | class::FI | class::VENUE)
                        || ONLINE.has(clitics::strip_article(self.word(k)))
                }))
        {
            return None;
        }
        // ترددت تقارير عن: nothing but reports go round
        if matches!(cue.lemma, "تردد" | "توارد")
            && !(how == How::Overt && speaker.as_ref().is_some_and(|p| self.tags[p.start].is(class::ANON | class::DOC)))
        {
            return None;
        }
        // تزعم الوفد: led it; يرجع ذلك إلى: it comes from
        if cue.lemma == "زعم" && opener != Opener::That
            || cue.lemma == "أرجع" && matches!(self.word_at(i + 1), "ذلك" | "هذا" | "السبب" | "سبب" | "تاريخ" | "اصل")
        {
            return None;
        }
        // تضمن البيان أن: only papers hold statements
        if cue.lemma == "تضمن"
            && !(how != How::Dropped
                && opener == Opener::That
                && speaker.as_ref().is_some_and(|p| self.tags[p.start].is(class::DOC) && start <= p.next + 6))
        {
            return None;
        }
        // يدين بالفضل إلى لاعبيه: owes
        if matches!(cue.lemma, "أدان" | "دان")
            && opener == Opener::Object
            && (self.word(start).starts_with('ب') || self.tags[start].attached != Attached::None)
        {
            return None;
        }
        if answering
            && (!matches!(opener, Opener::Colon | Opener::Quote) || self.quote_from(start).is_some_and(|q| q.len() < 2))
        {
            return None;
        }
        // كما تفيد الاستطلاعات، عن كذا: of the verb before
        if cue.lemma == "أفاد"
            && previous_word == "كما"
            && opener == Opener::Preposition
            && start > i + 2
            && matches!(self.word(start - 2), "،" | ",")
        {
            return None;
        }
        // قضت المحكمة بسجن المتهم: a decision; بعدم دستورية القانون: what she says
        if cue.lemma == "قضى"
            && (!speaker.as_ref().is_some_and(|p| self.tags[p.start].is(class::ORG))
                || !(start..end.min(start + 4)).any(|k| {
                    let w = clitics::strip_article(self.word(k)).trim_start_matches("ب");
                    LEGALITY.has(w)
                }))
        {
            return None;
        }
        // تم إنجاز الاتفاق … وينص على, تحفظت الدول على بند ينص على: what an agreement holds
        if cue.lemma == "نص"
            && (how == How::Dropped && t.conjunction
                || how == How::Before
                    && speaker.as_ref().is_some_and(|p| !self.tags[p.start].is(class::DOC) && p.end < i))
        {
            return None;
        }
        if cue.lemma == "جدد" && form.kind == FormKind::Present && how == How::Dropped {
            return None;
        }
        // ذكرت في بيان وقوع انفجار, أفادت تقارير عن مقتل: a happening
        if matches!(cue.lemma, "ذكر") && opener == Opener::Object {
            let told = (i + 1..start).any(|k| self.tags[k].is(class::VENUE | class::DOC))
                && self.tags[start].attached == Attached::None
                && !self.tags[start].is(class::DEFINITE)
                && (self.tags[start].is(class::MASDAR) || masdar_like(self.word(start)));
            if !told {
                return None;
            }
        }
        // جدد فوزه، جدد عقده: not renewed by word
        if cue.lemma == "جدد" && opener == Opener::Object {
            static SAID_AGAIN: Words = Words::new(&words::SPEECH, "renewed by word");
            let at = if self.quote_from(start).is_some() { start + 1 } else { start };
            let w = clitics::strip_article(self.word_at(at));
            if !SAID_AGAIN.begins(w) {
                return None;
            }
        }
        // يتبين أن، تبين لاحقا أن: nobody makes it clear
        if cue.lemma == "بين" && form.kind == FormKind::Present && how == How::Dropped {
            return None;
        }
        // لعنة الإصابات تهدد بإبعاد نجوم: a danger, no threat
        if cue.lemma == "هدد"
            && speaker.as_ref().is_some_and(|p| {
                let people = self.tags[p.start].is(class::DEFINITE) && self.word(p.start).ends_with("ون");
                let tagged = (p.start..p.end).any(|k| self.tags[k].entity != 0);
                !(people || tagged || self.tags[p.start].is(class::ROLE | class::ORG | class::ANON | class::MEDIA))
            })
        {
            return None;
        }
        // انتقد الحكومة في كلمة ألقاها، استنكر الهجوم، : whom or what alone, no content
        if cue.attitude == "praise"
            && opener == Opener::Preposition
            && self.entity_kind(start) == Some(crate::model::EntityKind::Person)
            && let e = self.tags[start].entity
            && (start + 1..end)
                .find(|&k| self.tags[k].entity != e)
                .is_none_or(|k| self.clause_ends(k, end) || self.tags[k].conjunction || self.word(k).starts_with('و'))
        {
            return None;
        }
        if cue.attitude == "condemn" && opener == Opener::Object && self.quote_from(start).is_none() {
            let e = self.tags[start].entity;
            let after = (start + 1..end).find(|&k| e == 0 || self.tags[k].entity != e).unwrap_or(end);
            let said = |k: usize| self.tags[k].is(class::VENUE | class::DAY | class::DOC);
            let bare = after >= end
                || matches!(self.word(after), "،" | "," | ".")
                || self.tags[after].is(class::FI) && after + 1 < end && said(after + 1);
            if bare && (e != 0 || self.tags[start].is(class::DEFINITE) && how != How::Overt) {
                return None;
            }
        }
        // نفى كل هذه الاتهامات: which ones is said elsewhere
        if cue.attitude == "deny"
            && opener == Opener::Object
            && let start = if self.word(start) == "بشكل" { start + 2 } else { start }
            && ALL_THESE.has(self.word_at(start))
            && let Some(stop) = (start + 1..end.min(start + 6))
                .find(|&k| self.clause_ends(k, end) || self.tags[k].is(class::PREP | class::REL))
                .or((end <= start + 6).then_some(end))
            && self.clause_ends(stop, end)
            && !(start + 1..stop).any(|k| self.tags[k].attached == Attached::Bi)
        {
            return None;
        }
        // أعلن التشكيلة، أعلن عن القائمة: a thing that is given, not what is said
        if cue.lemma == "أعلن" && matches!(opener, Opener::Object | Opener::Preposition) && self.named_thing(start)
        {
            return None;
        }
        // استبعد لاعبا: left him out
        if cue.lemma == "استبعد"
            && opener == Opener::Object
            && (self.entity_kind(start) == Some(crate::model::EntityKind::Person) || self.tags[start].is(class::ROLE))
        {
            return None;
        }
        // كان الرسم يشير إلى رسم آخر: a thing points, nobody speaks
        if cue.lemma == "أشار"
            && opener == Opener::Preposition
            && speaker.as_ref().is_some_and(|p| {
                let t = &self.tags[p.start];
                p.kind == SpeakerKind::Role
                    && !t.is(class::ROLE | class::ORG | class::ANON | class::DOC | class::MEDIA)
                    && !self.word(p.start).ends_with("ون")
                    && (p.start..p.end).all(|k| self.tags[k].entity == 0)
            })
        {
            return None;
        }
        // أظهرت الصور أن: pictures say nothing
        if cue.lemma == "أظهر" {
            let k = speaker.as_ref().map_or(i + 1, |p| p.start);
            if PICTURES.has(clitics::strip_article(self.word(k))) {
                return None;
            }
        }
        // يدفعون ثمن كل شيء: a price
        if cue.lemma == "ثمن"
            && form.kind == FormKind::Past
            && form.agreement == Agreement::Masculine
            && !(t.conjunction || i <= clause || previous.is(class::QAD) || previous_word == "كما")
        {
            return None;
        }
        // طلبا، أمرا: a noun in the accusative, not "the two of them asked"
        if cue.follow & follow::NOUN != 0
            && form.agreement == Agreement::Dual
            && form.kind == FormKind::Past
            && opener != Opener::That
        {
            return None;
        }
        // the ability: يقدر عليه, قدر الإمكان
        if cue.lemma == "قدر" && form.kind == FormKind::Present && i + 1 < end && self.tags[i + 1].is(class::ALA) {
            return None;
        }
        // واصلت الحصيلة: only somebody goes on speaking
        if cue.follow & follow::NOUN != 0
            && cue.follow & follow::THAT == 0
            && opener == Opener::Quote
            && speaker.as_ref().is_some_and(|p| {
                !self.tags[p.start].is(class::ROLE | class::ORG | class::ANON | class::MEDIA)
                    && p.role.is_none()
                    && (p.start..p.end).all(|k| self.tags[k].entity == 0)
                    && (self.tags[p.start].is(class::DOC | class::DEFINITE))
            })
        {
            return None;
        }
        // واصل، أكمل: speech only when the words follow at once
        if cue.follow & follow::NOUN != 0
            && cue.follow & follow::THAT == 0
            && matches!(opener, Opener::Quote)
            && start > self.skip_fillers(speaker.as_ref().filter(|p| p.start > i).map_or(i + 1, |p| p.next), end) + 1
            && !(i + 1..start).any(|k| self.tags[k].is(class::PREP | class::VENUE))
        {
            return None;
        }
        if cue.lemma == "عبر" && form.kind == FormKind::Present && how != How::Overt {
            return None;
        }
        if how == How::Before && form.kind == FormKind::Present && previous.is(class::REL) && cue.attitude == "predict"
        {
            return None;
        }
        // يذكر أن، يعتقد أن، يتوقع أن: nobody says so
        if how == How::Dropped
            && form.kind == FormKind::Present
            && opener == Opener::That
            && start <= after + 1
            && (matches!(cue.attitude, "judge" | "predict") || matches!(cue.lemma, "ذكر" | "لاحظ" | "أفاد" | "نقل"))
            // وترى أنه: she, or an institution; the impersonal is masculine
            && !(form.agreement == Agreement::Feminine && t.conjunction && i > clause)
        {
            return None;
        }
        // طلب عدم ذكر اسمه، رفض كشف هويته: nothing is said
        if matches!(cue.lemma, "طلب" | "رفض") && (start..end.min(start + 6)).any(|k| IDENTITY.has(self.word(k))) {
            return None;
        }
        // كما أكدت مرارا: the writer himself
        if how == How::Dropped
            && previous_word == "كما"
            && matches!(self.word_at(i + 1), "مرارا" | "سابقا" | "من" | "انفا")
            && opener == Opener::Object
        {
            return None;
        }
        // words that are cues only now and then need a quotation of some length
        if opener == Opener::Quote
            && cue.follow & (follow::NOUN | follow::OBJECT_AFTER_PRONOUN) != 0
            && !(how == How::Overt && cue.attitude == "judge")
            && self.quote_from(start).is_some_and(|q| {
                // وعلق الرئيس "هذا يوم تاريخي".
                let whole = cue.lemma == "علق" && how == How::Overt && q.closed && self.clause_ends(q.close + 1, end);
                q.len() < if whole { 3 } else { 4 }
            })
        {
            return None;
        }
        // تعتبر الصين تايوان جزءا من "…": the quotation is not what is judged
        if opener == Opener::Quote
            && cue.follow & follow::OBJECT_AFTER_PRONOUN != 0
            && speaker
                .as_ref()
                .is_some_and(|p| start > p.next + 1 || p.end > p.start + 3 && p.kind == SpeakerKind::Role)
        {
            return None;
        }
        if matches!(self.word(i), "يدعي" | "تدعي") && start > i + 2 {
            return None;
        }
        // لا يدع مجالا للشك أن: it does not leave
        if SHORT_JUSSIVE.has(self.stem(i)) && !matches!(previous_word, "لم" | "ولم" | "ان" | "الم" | "اولم")
        {
            return None;
        }
        if negated && !matches!(opener, Opener::That) {
            return None;
        }
        match opener {
            Opener::Object | Opener::Preposition => confidence -= 0.1,
            Opener::Quote if how == How::Dropped => confidence -= 0.03,
            _ => {}
        }
        if let Some(p) = &speaker
            && p.kind == SpeakerKind::None
        {
            return None;
        }
        // قالت A نقلا عن B: B speaks
        let mut reported_by = None;
        if let Some(k) =
            (i + 1..start).find(|&k| self.word(k) == "نقلا" && k + 1 < start && self.tags[k + 1].is(class::AN))
            && let Some(source) = self.phrase(k + 2, start, Mode::default())
            && source.kind != SpeakerKind::Document
            && self.quote_over(source.start).is_none()
        {
            reported_by = speaker.map(|p| p.name);
            speaker = Some(source);
            how = How::Overt;
        }
        // أعلنت A على لسان وزيرها B أن: B speaks for A
        if reported_by.is_none()
            && how == How::Overt
            && let Some(k) = (i + 1..start).find(|&k| self.word(k) == "لسان" && self.word(k - 1) == "علي")
            && let Some(mouth) = self.phrase(k + 1, start, Mode::default())
            && mouth.start == k + 1
            && (mouth.start..mouth.end).any(|j| self.entity_kind(j) == Some(crate::model::EntityKind::Person))
            && speaker.is_some_and(|p| p.end < k)
        {
            reported_by = speaker.map(|p| p.name);
            speaker = Some(mouth);
        }
        let rule = match (opener, how) {
            (Opener::Object, How::Overt) => "quote.nominal",
            (Opener::Object, _) => "quote.nominal-dropped",
            (Opener::Preposition, How::Overt) => "quote.prepositional",
            (Opener::Preposition, _) => "quote.prepositional-dropped",
            _ => rule,
        };
        Some(Found {
            cue: (i, i + 1),
            form,
            speaker,
            how,
            opener,
            start,
            offset,
            reported_by,
            negated,
            rule,
            confidence,
        })
    }

    /// A written damma that makes the verb passive: قُدرت، اعتُبرت، يُزعم. On the prefix of derived verbs it is active (يُعلن).
    fn passive(&self, i: usize, form: Form, lemma: &str) -> bool {
        let source = self.doc.text_of(i);
        if !source.contains('\u{64f}') {
            return false;
        }
        match form.kind {
            FormKind::Past => source.chars().take(5).any(|c| c == '\u{64f}'),
            FormKind::Present => {
                matches!(lemma, "قال" | "ذكر" | "زعم" | "نقل" | "وصف" | "كتب" | "نشر" | "ادعى" | "دعا")
                    && source.chars().take(3).any(|c| c == '\u{64f}')
            }
            _ => false,
        }
    }

    /// A head noun of feminine form that is no man's name.
    fn feminine(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        let common = self.tags[p.start].is(class::ORG)
            || self.tags[p.start].is(class::DEFINITE) && self.tags[p.start].entity == 0;
        // a sound plural in the accusative is no subject
        if w.ends_with("يين") && self.tags[p.start].entity == 0
            || w.ends_with("ين") && self.tags[p.start].is(class::ANON)
        {
            return true;
        }
        common && w.ends_with('ه') && self.entity_kind(p.start) != Some(crate::model::EntityKind::Person)
    }

    /// وطالب روسيا بالتدخل: a state of the feminine, which has no masculine verb; none that is masculine or may be.
    fn feminine_state(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        p.end == p.start + 1
            && self.entity_kind(p.start) == Some(crate::model::EntityKind::Place)
            && (w.ends_with("يا") || w.ends_with('ه') || FEMININE_LANDS.has(w))
            && crate::lang::gaz::Gazetteer::get().country(w).is_some()
    }

    /// Where a second noun begins in a phrase of somebody: an indefinite one after the article (بعض الصحافيين الإنجليز [أداء
    /// السويد]), one with the article after an adjective of nation (وزارة الخارجية التركية [الخطوة الألمانية]).
    fn second_noun(&self, p: &Phrase) -> Option<usize> {
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
    fn feminine_city(&self, p: &Phrase) -> bool {
        let w = self.stem(p.start);
        self.entity_kind(p.start) == Some(crate::model::EntityKind::Place)
            && (p.start..p.end).all(|k| self.tags[k].entity == self.tags[p.start].entity)
            && !self.tags[p.start].is(class::DEFINITE | class::ORG | class::ROLE)
            && crate::lang::gaz::Gazetteer::get().capital(w).is_some()
    }

    /// السوريين, المسؤولين: a sound plural with the article that is met in the nominative too, and no name (الحسين).
    fn accusative_plural(&self, k: usize) -> bool {
        let w = self.word(k);
        self.tags[k].entity == 0
            && w.starts_with("ال")
            && w.strip_suffix("ين").is_some_and(|s| {
                s.chars().count() > 4
                    && crate::mentions::entities::news().lexicon().get(&format!("{s}ون")).is_some_and(|e| e.count > 2)
            })
    }

    /// A head noun of a man or of men: لاعبي المنتخب, المسؤولين, الوزير.
    fn masculine(&self, p: &Phrase) -> bool {
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
    fn asked_of(&self, lemma: &str, from: usize, limit: usize) -> Option<usize> {
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
                && matches!(self.word(k), "،" | ",")
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

    pub(super) fn title(&self, i: usize) -> bool {
        self.doc.tokens[i].span.start < self.doc.article.title_len
    }

    pub(super) fn stops(&self, f: u32) -> u32 {
        let mut stop = 0;
        for (bit, class) in [
            (follow::ILA, class::ILA),
            (follow::ALA, class::ALA),
            (follow::AN, class::AN),
            (follow::MIN, class::MIN),
            (follow::FI, class::FI),
        ] {
            if f & bit != 0 {
                stop |= class;
            }
        }
        stop
    }
}
