//! Participles and verbal nouns of saying, pronouns after them, and who passes on what another has said.

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

/// Verbs before a verbal noun that nobody says.
static CAN_BE: Words = Words::new(&words::SPEECH, "can be");

/// Prepositions that their pronoun closes.
static CLOSED_BY_HIM: Words = Words::new(&words::SPEECH, "closed by its pronoun");

/// Words that make of a participle behind them a predicate.
static COPULAS: Words = Words::new(&words::SPEECH, "copula");

/// Verbs before القول that make it nobody's.
static SAY_NOBODY: Words = Words::new(&words::SPEECH, "said by nobody");

/// Prepositions before a saying that is a circumstance.
static AFTER_DEED: Words = Words::new(&words::SPEECH, "after a deed");

/// Places where a speaker writes.
static OWN_PAGE: Words = Words::new(&words::SPEECH, "own page");

impl Scan<'_> {
    /// A cue with an attached pronoun: `اعتبرته بغداد [غير قانوني]`, `تتهمها الإدارة [بسرقة …]`, `أبلغه أن`.
    pub(super) fn find_pronoun(&self, i: usize, end: usize, form: Form, clause: usize) -> Option<Found> {
        let cue = self.cue_of(form);
        // وطالبها باتخاذ إجراءات
        let asked = cue.follow & follow::TARGET != 0
            && cue.follow & follow::BI != 0
            && i + 1 < end
            && self.bi_complement(i + 1)
            && (self.tags[i + 1].is(class::MASDAR)
                || masdar_like(self.stem(i + 1).strip_prefix('ب').unwrap_or(self.stem(i + 1))));
        // الذي تحمله واشنطن المسؤولية
        let blamed = cue.follow & follow::BLAME != 0 && (i + 1..end.min(i + 8)).any(|k| self.responsibility(k));
        if cue.follow & follow::NOUN != 0 && !matches!(cue.lemma, "وصف" | "قدر" | "صنف") && !asked && !blamed {
            return None;
        }
        // يمكن وصفه بأنه: a verbal noun
        if i > 0 && CAN_BE.has(self.word(i - 1)) {
            return None;
        }
        let limit = end.min(i + 1 + REACH);
        // تتهمها الدول المجاورة بأنها: the accused is the pronoun
        let object = cue.follow & follow::ACCUSE == 0;
        let mode = Mode { object, bi: true, stop: self.stops(cue.follow), quoted: false };
        let mut speaker = self.phrase(i + 1, limit, mode);
        // اعتبرتها "غير مقبولة": what it is held to be
        let marked = self.quote_over(self.skip_fillers(i + 1, limit)).is_some();
        if matches!(form.agreement, Agreement::Plural | Agreement::Dual)
            || marked && cue.follow & follow::OBJECT_AFTER_PRONOUN != 0
        {
            speaker = None;
        }
        // ما اعتبرته تدخلا: an indefinite accusative is no subject
        if i > 0
            && (matches!(self.word(i - 1), "ما" | "مما" | "بما" | "لما")
                || cue.follow & follow::OBJECT_AFTER_PRONOUN != 0 && self.indefinite_accusative(i + 1))
            && speaker.is_some_and(|p| {
                let t = &self.tags[p.start];
                p.start == i + 1
                    && t.entity == 0
                    && !t.is(class::DEFINITE | class::ROLE | class::ORG)
                    && self.doc.text_of(p.start).trim_end_matches(['\u{64b}']).ends_with('ا')
            })
        {
            speaker = None;
        }
        // اعتبرتهم منحرفين: an indefinite plural in the accusative is what they are judged to be
        if speaker.is_some_and(|p| {
            let t = &self.tags[p.start];
            p.start == i + 1
                && t.entity == 0
                && !t.is(class::DEFINITE)
                && self.stem(p.start).ends_with("ين")
                && p.end == p.start + 1
                && cue.follow & follow::OBJECT_AFTER_PRONOUN != 0
        }) {
            speaker = None;
        }
        let mut how = How::Overt;
        let mut from = speaker.as_ref().map_or(i + 1, |p| p.next);
        // بعد أيام من وصفه بريطانيا بأنها: a verbal noun, and its object
        let noun = cue.lemma == "وصف"
            && form.agreement == Agreement::Masculine
            && i > 0
            && self.tags[i - 1].is(class::PREP | class::MIN | class::ILA | class::ALA | class::AN);
        if noun && speaker.is_none() {
            return None;
        }
        while speaker.is_some() && from < limit && self.joined_name(from) {
            let id = self.tags[from].entity;
            while from < limit && self.tags[from].entity == id {
                from += 1;
            }
        }
        let mut at = self.skip_fillers(from, limit);
        // وصفتها الوزارة في عام 1997 بأنها
        if at + 1 < limit && self.tags[at].is(class::FI) && self.tags[at + 1].is(class::DAY) {
            at = self.skip_fillers(at + 1, limit);
        }
        if at >= limit {
            return None;
        }
        let f = cue.follow;
        let t = &self.tags[at];
        // تتهمها الحكومة بأنها
        let charged = f & follow::ACCUSE != 0 && self.word(at).starts_with('ب');
        let found = if t.is(class::THAT) && (f & (follow::TARGET | follow::DESCRIBE) != 0 || charged) {
            Some((Opener::That, at + 1, 0))
        } else if f & (follow::ACCUSE | follow::BI | follow::DESCRIBE) != 0
            && (self.bi_complement(at) || self.word(at).starts_with('ب') && t.attached == Attached::Bi)
        {
            Some(self.after_proclitic(at))
        } else if f & follow::OBJECT_AFTER_PRONOUN != 0
            && self.doc.tokens[at].kind == TokenKind::Arabic
            // اعتبرته الوزارة بمثابة إعلان حرب
            && (!t.is(class::PREP | class::CONJ) || self.word(at) == "بمثابه")
            && (speaker.is_some() || at == i + 1)
            || blamed && self.responsibility(at)
        {
            Some((Opener::Object, at, 0))
        } else if f & follow::OBJECT_AFTER_PRONOUN != 0 && self.quote_from(at).is_some() {
            Some((Opener::Quote, at, 0))
        } else if t.is(class::ILA)
            && (f & follow::ILA != 0 && f & follow::TARGET != 0
                || matches!(cue.lemma, "عزا" | "أرجع") && speaker.is_some())
            && at + 1 < end
        {
            Some((Opener::Preposition, at + 1, 0))
        } else {
            None
        };
        let (opener, start, offset) = found?;
        if noun {
            speaker = None;
            how = How::Dropped;
        } else if speaker.is_none() {
            // القمة التي وصفها: the pronoun is the noun before, somebody else speaks
            speaker = if i > 0 && self.tags[i - 1].is(class::REL) { None } else { self.subject_before(i, clause) };
            how = if speaker.is_some() { How::Before } else { How::Dropped };
        }
        Some(Found {
            cue: (i, i + 1),
            form,
            speaker,
            how,
            opener,
            start,
            offset,
            reported_by: None,
            negated: false,
            rule: "quote.pronoun-object",
            confidence: 0.75,
        })
    }

    pub(super) fn find_participle(&self, i: usize, end: usize, form: Form) -> Option<Found> {
        let t = &self.tags[i];
        let cue = self.cue_of(form);
        if t.is(class::DEFINITE) || t.attached != Attached::None || i == 0 {
            return None;
        }
        // معايير مهنية: no congratulating
        if cue.lemma == "هنأ" && !self.doc.text_of(i).contains('ئ') {
            return None;
        }
        let previous = &self.tags[i - 1];
        // لا معنى له مشيرا إلى: with its pronoun the preposition is closed
        let closed = CLOSED_BY_HIM.has(self.word(i - 1));
        let him = matches!(self.word_at(i + 1), "اياه" | "اياها" | "اياهم" | "اياهما");
        // في تغريدة أخرى قائلا: no other reading
        let saying = cue.lemma == "قال" && previous.is(class::ADJ);
        // بالوثيقة المشتركة معتبرا أنها: an accusative of manner, no second adjective
        let manner = previous.is(class::ADJ)
            && !previous.is(class::THAT | class::NEG | class::PREP)
            && form.agreement == Agreement::Masculine
            && self.word(i).ends_with('ا')
            && (self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT))
                || previous.is(class::DEFINITE)
                || cue.follow & follow::DESCRIBE != 0);
        if previous.is(class::THAT | class::NEG | class::PREP | class::ADJ)
            && !(previous.is(class::DAY) || closed || him || saying || manner)
        {
            return None;
        }
        // كان مؤكدا أن، بات متهما بـ: no participle of manner
        if COPULAS.has(self.word(i - 1)) {
            return None;
        }
        let feminine_noun = form.agreement == Agreement::Feminine && cue.follow & follow::NOUN != 0;
        let after_break = matches!(self.word(i - 1), "،" | "," | "\"" | "»" | "”" | "." | "-") || t.conjunction;
        // مجالا واعدا بـ…: an adjective of an indefinite noun in the accusative
        let noun = self.doc.text_of(i - 1);
        let adjective = !after_break
            && previous.entity == 0
            && form.agreement == Agreement::Masculine
            && previous.classes & (class::DAY | class::FILLER) == 0
            && (noun.ends_with('ا') || noun.ends_with("اً") || noun.ends_with("ًا"))
            && !self.word(i - 1).starts_with("ال");
        // إجراءات مشددة على، منظمة مطالبة ب: the same of a feminine or plural one
        let adjective = adjective
            || !after_break
                && form.agreement == Agreement::Feminine
                && previous.entity == 0
                && !previous.is(class::DEFINITE | class::DAY | class::FILLER)
                && (noun.ends_with("ات") || noun.ends_with('ة'));
        let limit = end.min(i + 1 + 20);
        let mode = Mode { object: true, bi: true, stop: self.stops(cue.follow), quoted: false };
        let mut f = cue.follow;
        if !after_break {
            f &= !follow::OBJECT;
        }
        if adjective {
            f &= follow::THAT | follow::QUOTE;
        }
        // متهما إياه بالخيانة
        let him = him && f & (follow::ACCUSE | follow::DESCRIBE) != 0 && i + 2 < end && self.bi_complement(i + 2);
        let held =
            if cue.lemma == "اعتبر" && self.quote_from(i + 1).is_none() { self.held(i, limit) } else { None };
        let (opener, start, offset) = if him {
            self.after_proclitic(i + 2)
        } else if let Some(k) = held {
            (Opener::Object, k, 0)
        } else {
            self.complement(i, None, limit, end, f, mode, true, false)?
        };
        // ذاكرة داخلية: a memory
        if cue.lemma == "ذكر" && opener == Opener::Object {
            return None;
        }
        // مفيدة بشكل خاص: useful
        if cue.lemma == "أفاد" && !(opener == Opener::That && start <= i + 2) {
            return None;
        }
        if feminine_noun
            && !after_break
            && !(opener == Opener::That && start <= i + 2)
            && !(opener == Opener::Preposition && offset > 0 && cue.follow & follow::TARGET != 0)
        {
            return None;
        }
        // وردت واشنطن متهمة موسكو بـ: whom she accuses stands between
        let accusing = (previous.entity != 0 || previous.is(class::DEFINITE) && !self.word(i - 1).ends_with('ه'))
            && cue.follow & follow::ACCUSE != 0
            && form.agreement != Agreement::Plural
            && opener == Opener::Object
            // واصفا العنصرية بأنها
            || cue.follow & follow::DESCRIBE != 0
                && form.agreement == Agreement::Masculine
                && self.word(i).ends_with('ا')
                && opener == Opener::Object;
        if !after_break && matches!(opener, Opener::Object) && !accusing && held.is_none() {
            return None;
        }
        if form.agreement == Agreement::Plural
            && !after_break
            && !matches!(opener, Opener::That | Opener::Colon | Opener::Quote)
        {
            return None;
        }
        Some(Found {
            cue: (i, i + 1),
            form,
            speaker: None,
            how: How::Participle,
            opener,
            start,
            offset,
            reported_by: None,
            negated: false,
            rule: "quote.participle",
            confidence: if opener == Opener::That { 0.95 } else { 0.85 },
        })
    }

    /// معتبرا [القرار خطأ جسيما], معتبرة إياه [خطوة إيجابية]: what is judged by a participle, or what him or it is held to be.
    pub fn held(&self, i: usize, limit: usize) -> Option<usize> {
        if matches!(self.word_at(i + 1), "اياه" | "اياها" | "اياهم" | "اياهما") {
            return (i + 2 < limit && !self.tags[i + 2].is(class::PREP | class::THAT)).then_some(i + 2);
        }
        if matches!(self.word_at(i + 1), "ذلك" | "هذا" | "هذه") && i + 2 < limit {
            let j = (i + 2..limit.min(i + 5)).find(|&j| self.indefinite_accusative(j) || self.quote_from(j).is_some());
            return j.map(|_| i + 1);
        }
        self.judged("اعتبر", None, true, i, limit)
    }

    /// `قوله إن`, `بالقول إن`, `إعلان X عن …`, `تحذير X من …`.
    pub(super) fn find_masdar(&self, i: usize, end: usize, form: Form) -> Option<Found> {
        let cue = self.cue_of(form);
        let t = &self.tags[i];
        let limit = end.min(i + 1 + 12);
        // يمكن القول إن: nobody says it
        if cue.lemma == "قال" && t.is(class::DEFINITE) && i > 0 && SAY_NOBODY.has(self.word(i - 1)) {
            return None;
        }
        if cue.lemma == "قال" {
            // غداة قول رئيس الوزراء، فلان، إن
            let after = i > 0 && (self.tags[i - 1].is(class::PREP) || AFTER_DEED.has(self.word(i - 1)));
            let whose = if !form.pronoun && !t.is(class::DEFINITE) && t.attached == Attached::None && after {
                self.phrase(i + 1, end.min(i + 20), Mode::default()).filter(|p| {
                    p.start == i + 1
                        && (self.tags[p.start].is(class::ROLE | class::ORG | class::ANON)
                            || self.tags[p.start].entity != 0)
                })
            } else {
                None
            };
            let mut at = self.skip_fillers(whose.as_ref().map_or(i + 1, |p| p.next), end.min(i + 20));
            // قول فلان، رئيس الجناح السياسي للحركة، إن
            if whose.is_some()
                && at < end.min(i + 20)
                && !self.tags[at].is(class::THAT)
                && let Some(comma) = (at..end.min(i + 20)).find(|&k| matches!(self.word(k), "،" | ","))
                && self.tags.get(comma + 1).is_some_and(|n| n.is(class::THAT))
            {
                at = comma + 1;
            }
            if at >= end.min(i + 20) {
                return None;
            }
            let (opener, start) = if self.tags[at].is(class::THAT) {
                (Opener::That, at + 1)
            } else if whose.is_some() {
                return None;
            } else if self.word(at) == ":" {
                (Opener::Colon, at + 1)
            } else if self.quote_from(at).is_some_and(|q| q.len() >= 2) {
                (Opener::Quote, at)
            } else {
                return None;
            };
            // عن B قوله: B speaks
            let mut speaker = if form.pronoun { self.phrase_before_masdar(i) } else { None };
            let mut how = if speaker.is_some() { How::Before } else { How::Participle };
            if let Some(p) = whose {
                speaker = Some(p);
                how = How::Overt;
            }
            return Some(Found {
                cue: (i, i + 1),
                form,
                speaker,
                how,
                opener,
                start,
                offset: 0,
                reported_by: None,
                negated: false,
                rule: "quote.saying",
                confidence: 0.9,
            });
        }
        // أرفقها بتعليق: "…"
        if cue.lemma == "علق" {
            let quoted =
                i + 1 < end && (self.word(i + 1) == ":" || self.quote_from(i + 1).is_some_and(|q| q.len() >= 3));
            return (t.attached == Attached::Bi && quoted && i + 2 < end).then(|| Found {
                cue: (i, i + 1),
                form,
                speaker: None,
                how: How::Participle,
                opener: if self.word(i + 1) == ":" { Opener::Colon } else { Opener::Quote },
                start: if self.word(i + 1) == ":" { i + 2 } else { i + 1 },
                offset: 0,
                reported_by: None,
                negated: false,
                rule: "quote.saying",
                confidence: 0.8,
            });
        }
        let declared = cue.lemma == "أعلن";
        // اكتفى بالإشارة إلى …، بدأ بالإعلان عن …: by whoever the clause is about
        if t.is(class::DEFINITE)
            && !form.pronoun
            && t.attached == Attached::Bi
            && t.entity == 0
            && let Some(n) = self.tags.get(i + 1)
            && i + 2 < end
            && self.tags[i + 2].entity == 0
        {
            let f = cue.follow;
            let opener = if f & follow::THAT != 0 && n.is(class::THAT) && !n.conjunction {
                Opener::That
            } else if f & follow::ILA != 0 && n.is(class::ILA)
                || f & follow::ALA != 0 && n.is(class::ALA)
                || f & follow::AN != 0 && n.is(class::AN)
                || f & follow::MIN != 0 && n.is(class::MIN)
            {
                if self.tags[i + 2].is(class::THAT) { Opener::That } else { Opener::Preposition }
            } else {
                return None;
            };
            let start = i + 2 + usize::from(opener == Opener::That && !n.is(class::THAT));
            // واكتفت بالإشارة: the verb before shows who
            let verb = self.word_at(i.wrapping_sub(1));
            let agreement = if verb.ends_with("وا") {
                Agreement::Plural
            } else if verb.ends_with('ت') || verb.starts_with('ت') {
                Agreement::Feminine
            } else {
                Agreement::Masculine
            };
            return (start < end).then_some(Found {
                cue: (i, i + 1),
                form: Form { agreement, kind: FormKind::Past, ..form },
                speaker: None,
                how: How::Participle,
                opener,
                start,
                offset: 0,
                reported_by: None,
                negated: false,
                rule: "quote.saying",
                confidence: 0.7,
            });
        }
        if t.is(class::DEFINITE) || form.pronoun && !matches!(t.attached, Attached::None) && !declared {
            return None;
        }
        let mode =
            Mode { object: true, bi: true, stop: class::ILA | class::ALA | class::AN | class::MIN, quoted: false };
        let speaker = if form.pronoun { None } else { Some(self.phrase(i + 1, limit, mode)?) };
        // لدعوة الشركة إلى، وجه دعوة لترامب إلى, ضرورة دعوة روسيا إلى: those who are called
        let asked = cue.lemma == "دعا";
        // ودعوة الوزير لكذا ليست جديدة: the subject of a sentence, whose predicate nothing marks
        if (asked || cue.lemma == "أشار") && t.conjunction && !form.pronoun {
            return None;
        }
        if asked
            && (t.attached != Attached::None
                || i > 0 && self.tags[i - 1].is(class::MASDAR) && !self.tags[i - 1].is(class::DEFINITE)
                || speaker.as_ref().is_some_and(|p| {
                    let person = self.entity_kind(p.name.0) == Some(crate::model::EntityKind::Person);
                    p.start != i + 1
                        || !(person || self.tags[p.start].is(class::ROLE))
                        || self.tags[p.start].entity != 0
                            && self.word(p.start).starts_with('ل')
                            && self.joined_name_li(p.start)
                }))
        {
            return None;
        }
        if let Some(p) = &speaker {
            // the subject of a noun must be somebody: entity, office or institution
            if !(self.tags[p.start].is(class::ROLE | class::ORG) || self.tags[p.start].entity != 0) {
                return None;
            }
        }
        let at = self.skip_fillers(speaker.as_ref().map_or(i + 1, |p| p.next), limit);
        if at >= limit {
            return None;
        }
        let n = &self.tags[at];
        // يأتي دعوة الوزير إلى …: what follows is to be done
        let deed = |k: usize| {
            self.tags.get(k).is_some_and(|t| t.is(class::MASDAR))
                || masdar_like(clitics::strip_article(self.word_at(k)))
        };
        // على وعدها وقف التجارب، بعد إدانتها اقتراب الطائرة، تهديده ب…
        let after = i > 0 && (self.tags[i - 1].is(class::PREP | class::CONJ) || AFTER_DEED.has(self.word(i - 1)));
        if form.pronoun && speaker.is_none() && after && t.attached == Attached::None {
            let f = cue.follow;
            let found = if f & follow::OBJECT != 0
                && matches!(cue.attitude, "deny" | "condemn" | "promise")
                && (self.declared(at, end) == Some(at))
            {
                Some((Opener::Object, at, 0))
            } else if (f & follow::ILA != 0 && n.is(class::ILA) || f & follow::MIN != 0 && n.is(class::MIN))
                && at + 1 < end
                && (!asked || deed(at + 1))
            {
                Some((Opener::Preposition, at + 1, 0))
            } else if f & follow::BI != 0 && self.bi_complement(at) {
                Some(self.after_proclitic(at))
            } else {
                None
            };
            if let Some((opener, start, offset)) = found {
                return Some(Found {
                    cue: (i, i + 1),
                    form,
                    speaker: None,
                    how: How::Participle,
                    opener,
                    start,
                    offset,
                    reported_by: None,
                    negated: false,
                    rule: "quote.noun-cue",
                    confidence: 0.65,
                });
            }
        }
        if asked
            && speaker.is_some()
            && n.attached == Attached::Li
            && n.entity == 0
            && (n.is(class::MASDAR)
                || masdar_like(self.stem(at).strip_prefix('ل').unwrap_or(self.stem(at)))
                || masdar_like(clitics::strip_article(self.stem(at))))
        {
            return Some(Found {
                cue: (i, i + 1),
                form,
                speaker,
                how: How::Overt,
                opener: Opener::Preposition,
                start: at,
                offset: n.cut as usize,
                reported_by: None,
                negated: false,
                rule: "quote.noun-cue",
                confidence: 0.65,
            });
        }
        if asked && n.is(class::ILA) && !deed(at + 1) {
            return None;
        }
        // غداة اتهام إسرائيل طهران ب…: who accuses whom
        if cue.follow & follow::ACCUSE != 0
            && speaker.is_some()
            && n.entity != 0
            && n.attached == Attached::None
            && self.spoken_of(at, end.min(at + 8), cue.follow).is_some()
        {
            return Some(Found {
                cue: (i, i + 1),
                form,
                speaker,
                how: How::Overt,
                opener: Opener::Object,
                start: at,
                offset: 0,
                reported_by: None,
                negated: false,
                rule: "quote.noun-cue",
                confidence: 0.65,
            });
        }
        let (opener, start, offset) = if n.is(class::THAT)
            && matches!(self.word(at), "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها")
        {
            (Opener::That, at + 1, 0)
        } else if (cue.follow & follow::MIN != 0 && n.is(class::MIN)
            || cue.follow & follow::ILA != 0 && n.is(class::ILA)
            || declared && n.is(class::AN))
            && speaker.is_some()
            && at + 1 < end
        {
            (Opener::Preposition, at + 1, 0)
        } else if cue.follow & follow::BI != 0 && speaker.is_some() && self.bi_complement(at) {
            self.after_proclitic(at)
        } else if declared && let Some(k) = self.declared(at, end) {
            // بعد إعلان المغرب [قطع علاقاته], بإعلانه [وقف القتال]
            (Opener::Object, k, 0)
        } else {
            return None;
        };
        let how = if speaker.is_some() { How::Overt } else { How::Participle };
        Some(Found {
            cue: (i, i + 1),
            form,
            speaker,
            how,
            opener,
            start,
            offset,
            reported_by: None,
            negated: false,
            rule: "quote.noun-cue",
            confidence: 0.7,
        })
    }

    /// The indefinite verbal noun that is announced, past one apposition between commas.
    fn declared(&self, at: usize, end: usize) -> Option<usize> {
        let fits = |k: usize| {
            let t = &self.tags[k];
            (t.is(class::MASDAR) || masdar_like(self.word(k)))
                && t.entity == 0
                && t.attached == Attached::None
                && !t.conjunction
                && !t.is(class::DEFINITE | class::ROLE | class::ORG | class::DOC)
                && k + 1 < end
                && self.doc.tokens[k + 1].kind == TokenKind::Arabic
        };
        if fits(at) {
            return Some(at);
        }
        if at == 0 || !matches!(self.word(at - 1), "،" | ",") {
            return None;
        }
        let comma = (at..end.min(at + 8)).find(|&k| matches!(self.word(k), "،" | ","))?;
        (comma + 1 < end && fits(comma + 1)).then_some(comma + 1)
    }

    /// The noun phrase that ends right before `قوله`.
    fn phrase_before_masdar(&self, i: usize) -> Option<Phrase> {
        let lo = i.saturating_sub(16);
        let an = (lo..i).rev().find(|&k| self.tags[k].is(class::AN))?;
        self.phrase(an + 1, i, Mode::default())
    }

    /// What opens a report at token `at`: إن, a colon or a mark of quotation, and where its words begin.
    fn opened_at(&self, at: usize, limit: usize) -> Option<(Opener, usize)> {
        if at >= limit {
            None
        } else if self.tags[at].is(class::THAT) {
            Some((Opener::That, at + 1))
        } else if self.word(at) == ":" {
            Some((Opener::Colon, at + 1))
        } else {
            self.quote_from(at).map(|_| (Opener::Quote, at))
        }
    }

    /// `نقلت A عن B (قوله) (إن|:|"…")`.
    pub(super) fn find_relay(&self, i: usize, end: usize, form: Form) -> Option<Found> {
        if form.pronoun || form.kind == FormKind::Masdar {
            return None;
        }
        let limit = end.min(i + 1 + REACH);
        // ونقلت عنه الوكالة قوله: whoever spoke before
        let of = match self.word_at(i + 1) {
            "عنه" => Some(Agreement::Masculine),
            "عنها" => Some(Agreement::Feminine),
            "عنهم" => Some(Agreement::Plural),
            _ => None,
        };
        if let Some(agreement) = of {
            let channel = self.phrase(i + 2, limit, Mode::default())?;
            let mut k = channel.next;
            if self.form(k).is_some_and(|f| f.kind == FormKind::Masdar && f.pronoun) {
                k += 1;
            }
            let k = self.skip_fillers(k, limit);
            let (opener, start) = self.opened_at(k, limit)?;
            return Some(Found {
                cue: (i, i + 1),
                form: Form { agreement, kind: FormKind::Past, ..form },
                speaker: None,
                how: How::Dropped,
                opener,
                start,
                offset: 0,
                reported_by: Some(channel.name),
                negated: false,
                rule: "quote.relay",
                confidence: 0.8,
            });
        }
        let mode = Mode { stop: class::AN, ..Mode::default() };
        // وكانت الوكالة قد نقلت عن المتحدث باسمها، فلان قوله: whoever is behind عن is no channel
        let straight = self.tags.get(i + 1).is_some_and(|t| t.is(class::AN) && t.attached == Attached::None);
        let channel = if straight { None } else { self.phrase(i + 1, limit, mode) };
        let from = channel.as_ref().map_or(i + 1, |p| p.next);
        // نقلت A على لسان B
        let tongue = (from..limit.min(from + 14)).find(|&k| self.word(k) == "علي" && self.word_at(k + 1) == "لسان");
        // نسبت A إلى B قوله، ونسب إلى B القول
        let ascribed = self.cue_of(form).lemma == "نسب";
        let to = (from..limit.min(from + 14)).find(|&k| ascribed && matches!(self.word(k), "الي" | "ل"));
        let li =
            (from..limit.min(from + 2)).find(|&k| ascribed && to.is_none() && self.tags[k].attached == Attached::Li);
        if ascribed && to.or(li).is_none() {
            return None;
        }
        let an = to.or(li).or(tongue.map(|k| k + 1)).or_else(|| {
            (from..limit.min(from + 14))
                .find(|&k| self.tags[k].is(class::AN) && self.tags[k].attached == Attached::None)
        });
        // نقلت الصحيفة تأكيده أن …: whoever spoke before, by her
        let whose = channel.as_ref().map(|p| self.skip_fillers(p.next, limit)).filter(|&k| {
            k < limit
                && self.form(k).is_some_and(|f| f.kind == FormKind::Masdar && f.pronoun)
                && self.tags[k].entity == 0
        });
        if let (Some(p), Some(k), false) = (channel, whose, ascribed) {
            let at = self.skip_fillers(k + 1, limit);
            let (opener, start) = self.opened_at(at, limit)?;
            return Some(Found {
                cue: (k, k + 1),
                form: self.form(k)?,
                speaker: None,
                how: How::Dropped,
                opener,
                start,
                offset: 0,
                reported_by: Some(p.name),
                negated: false,
                rule: "quote.relay",
                confidence: 0.8,
            });
        }
        // نقلت الصحيفة أن …: nobody behind it
        let opens = (from..limit.min(from + 10)).find(|&k| {
            self.tags[k].is(class::THAT) && !self.tags[k].conjunction
                || self.word(k) == ":"
                || self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                    && self.tags[k].entity == 0
        });
        if let (Some(p), Some(k)) = (channel, opens)
            && !ascribed
            && an.is_none_or(|a| a > k)
            && (self.tags[k].is(class::THAT) || self.word(k) == ":")
            && (self.tags[p.start].is(class::ORG | class::MEDIA | class::ROLE | class::ANON)
                || (p.start..p.end).any(|j| self.tags[j].entity != 0))
            && k + 1 < end
        {
            let opener = if self.word(k) == ":" { Opener::Colon } else { Opener::That };
            // نقلت الوكالة تصريحات المصدر بما يلي: whose words they are
            if self.word(k) == ":"
                && let at = self.skip_fillers(p.next, limit)
                && self.tags[at].is(class::DOC | class::VENUE)
                && !self.tags[at].is(class::DEFINITE)
                && let Some(by) = self
                    .phrase(at + 1, k, Mode::default())
                    .filter(|b| b.start == at + 1 && self.tags[b.start].is(class::ROLE | class::ORG | class::ANON))
            {
                let mut found = self.relay(i, (i, i + 1), form, Some(p), by, opener, k + 1);
                found.confidence = 0.8;
                return Some(found);
            }
            let mut found = self.relay(i, (i, i + 1), form, None, p, opener, k + 1);
            found.confidence = 0.8;
            return Some(found);
        }
        let an = an?;
        let speaker = match li {
            Some(k) => self.phrase_with_li(k, limit)?,
            None => self.phrase(an + 1, limit, Mode::default())?,
        };
        let mut k = speaker.next;
        let mut said = !ascribed;
        while k < limit {
            let t = &self.tags[k];
            let w = self.word(k);
            if ascribed && (w == "القول" || self.form(k).is_some_and(|f| f.kind == FormKind::Masdar && f.pronoun))
            {
                said = true;
            }
            let masdar = self.form(k).filter(|f| f.kind == FormKind::Masdar && f.pronoun);
            // مقال أوردته صحيفة نقلا عن مصادر مفاده أن: the paper's message
            if masdar.is_some_and(|m| self.cue_of(m).lemma == "مفاد") {
                return None;
            }
            if let Some(m) = masdar {
                let at = self.skip_fillers(k + 1, limit);
                if at >= limit {
                    return None;
                }
                let (opener, start) = if let Some(opened) = self.opened_at(at, limit) {
                    opened
                } else if self.cue_of(m).lemma != "قال" {
                    (Opener::Object, at)
                } else {
                    // قوله في بيان إن
                    k += 1;
                    continue;
                };
                return Some(self.relay(i, (k, k + 1), form, channel, speaker, opener, start));
            }
            if !said {
                if w == "." || t.is(class::THAT) {
                    return None;
                }
                k += 1;
                continue;
            }
            if t.is(class::THAT) && !t.conjunction && matches!(self.stem(k), "ان" | "انه" | "انها" | "انهم" | "بان")
            {
                return Some(self.relay(i, (i, i + 1), form, channel, speaker, Opener::That, k + 1));
            }
            if w == ":" {
                return Some(self.relay(i, (i, i + 1), form, channel, speaker, Opener::Colon, k + 1));
            }
            if self.quote_from(k).is_some_and(|q| q.len() >= 3) {
                return Some(self.relay(i, (i, i + 1), form, channel, speaker, Opener::Quote, k));
            }
            if self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                && t.entity == 0
                && k > speaker.next + 1
                && !t.is(class::ROLE)
                // عن مصدر، لم تكشف عن اسمه، قوله; عن مسؤول طلب عدم ذكر اسمه قوله
                && !self.tags[k - 1].is(class::NEG | class::REL)
                && !matches!(self.word_at(k + 1), "عدم" | "الكشف" | "كشف" | "ذكر" | "نشر")
            {
                return None;
            }
            k += 1;
        }
        None
    }

    #[allow(clippy::too_many_arguments)]
    fn relay(
        &self,
        _verb: usize,
        cue: (usize, usize),
        form: Form,
        channel: Option<Phrase>,
        speaker: Phrase,
        opener: Opener,
        start: usize,
    ) -> Found {
        let form = if cue.0 != _verb { self.form(cue.0).unwrap_or(form) } else { form };
        Found {
            cue,
            form,
            speaker: Some(speaker),
            how: How::Overt,
            opener,
            start,
            offset: 0,
            reported_by: channel.map(|p| p.name),
            negated: false,
            rule: "quote.relay",
            confidence: 0.93,
        }
    }

    /// `جاء في بيان صادر عن X "…"`.
    pub(super) fn find_source(&self, i: usize, end: usize, form: Form) -> Option<Found> {
        if form.kind != FormKind::Past || form.pronoun {
            return None;
        }
        let limit = end.min(i + 1 + REACH);
        let at = i + 1;
        if at >= limit {
            return None;
        }
        let mut speaker = None;
        let how;
        let page = |k: usize| OWN_PAGE.has(clitics::strip_article(self.word_at(k)));
        let from = if self.word(at) == "علي" && page(at + 1) && at + 2 < limit {
            // وجاء على صفحة النادي: "…"
            let own =
                ["ه", "ها"].iter().any(|e| self.word(at + 1).ends_with(e)) && !self.word(at + 1).ends_with("صفحه");
            if own {
                how = How::Participle;
                at + 2
            } else {
                let p = self.phrase(at + 2, limit, Mode::default())?;
                speaker = Some(p);
                how = How::Overt;
                p.next
            }
        } else if matches!(self.word(at), "فيه" | "فيها") {
            how = How::Participle;
            at + 1
        } else if self.tags[at].is(class::FI) {
            // في أمر الإحالة: no order is given here
            let order = || {
                let start = at + 1;
                if self.word_at(start) != "امر" || start >= limit {
                    return None;
                }
                let end = self.phrase_end(start, limit, Mode::default());
                let kind = SpeakerKind::Document;
                (end > start + 1).then_some(Phrase {
                    start,
                    end,
                    name: (start, end),
                    role: None,
                    kind,
                    next: end,
                    li: false,
                })
            };
            let p = self.phrase(at + 1, limit, Mode::default()).or_else(order)?;
            let kind = matches!(p.kind, SpeakerKind::Document | SpeakerKind::Organisation | SpeakerKind::Media);
            let paper = self.tags[p.start].is(class::DOC | class::VENUE);
            // في إحدى تلك التعليقات
            let one_of = matches!(self.word(p.start), "احدي" | "احد" | "بعض")
                && (p.start + 1..limit.min(p.start + 4)).any(|k| {
                    self.tags[k].is(class::DOC)
                        || matches!(clitics::strip_article(self.word(k)), "تعليقات" | "تغريدات" | "منشورات" | "رسايل")
                });
            if !(kind || paper || one_of) {
                return None;
            }
            speaker = Some(p);
            how = How::Overt;
            p.next
        } else if self.tags[at].attached == Attached::Bi
            && self.tags[at].entity == 0
            && (self.tags[at].is(class::DOC | class::VENUE)
                || matches!(self.stem(at), "امر" | "نص" | "لايحه" | "حيثيات" | "مذكره"))
        {
            // جاء ببيان الوزارة أن
            let p = self.phrase_with_li(at, limit)?;
            speaker = Some(p);
            how = How::Overt;
            p.next
        } else {
            return None;
        };
        let mut k = from;
        while k < limit {
            let t = &self.tags[k];
            let found = if t.is(class::THAT) && !t.conjunction {
                Some((Opener::That, k + 1))
            } else if self.word(k) == ":" {
                Some((Opener::Colon, k + 1))
            } else if self.quote_from(k).is_some_and(|q| q.len() >= 4) {
                Some((Opener::Quote, k))
            } else {
                None
            };
            if let Some((opener, start)) = found {
                return Some(Found {
                    cue: (i, at + 1),
                    form,
                    speaker,
                    how,
                    opener,
                    start,
                    offset: 0,
                    reported_by: None,
                    negated: false,
                    rule: "quote.source",
                    confidence: 0.9,
                });
            }
            if self.form(k).is_some_and(|f| f.kind != FormKind::Masdar && self.cue_of(f).follow & follow::NOUN == 0)
                && t.entity == 0
            {
                return None;
            }
            k += 1;
        }
        None
    }
}
