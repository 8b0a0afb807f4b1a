//! Verbs of saying that tell no speech where they stand.

use super::Verb;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::Agreement::{Dual, Feminine, Masculine, Plural};
use crate::mentions::quotes::cues::FormKind::{Past, Present};
use crate::mentions::quotes::cues::{class, follow};
use crate::mentions::quotes::patterns::{Found, Site};
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::tags::{Attached, Tag, masdar_like};
use crate::mentions::quotes::{How, Scan};
use crate::model::{EntityKind, SpeakerKind, TokenKind};
use crate::text::clitics;

/// Words before a verb that is no verb of speech there.
static LONGER_AGO: Words = Words::new(&words::SPEECH, "before a verb of reaching");

/// سبق له أن: what somebody has done before.
static HAPPENED_BEFORE: Words = Words::new(&words::SPEECH, "has done before");

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

/// What is renewed by word.
static SAID_AGAIN: Words = Words::new(&words::SPEECH, "renewed by word");

impl Site<'_> {
    /// What stands around the verb, before its complement is looked for, shows that it tells no speech.
    pub(super) fn silent(&self) -> bool {
        let &Site { i, end, cue, form, .. } = self;
        // هدد مرمى الضيوف بكرات خطرة
        let at_goal = || {
            (i + 1..end.min(i + 4)).any(|k| matches!(clitics::strip_article(self.word(k)), "مرمي" | "شباك" | "مرماه"))
        };
        self.silent_behind_word()
            || self.silent_in_relative()
            || self.in_first_person()
            || cue.lemma == "هدد" && at_goal()
            || self.passive()
            // ردا على سؤال: no dual
            || cue.lemma == "رد" && form.agreement == Dual
    }

    /// The word before the verb makes it no report.
    fn silent_behind_word(&self) -> bool {
        let &Site { i, clause, cue, form, .. } = self;
        if i <= clause {
            return false;
        }
        match self.previous_word() {
            "ان" | "بان" => form.kind == Present && self.previous().is(class::THAT),
            // قد يطلب الأردن: perhaps
            "قد" => form.kind == Present,
            // كي يصرح بتمديد الاحتجاز: what is to come
            "كي" | "لكي" => true,
            // ومنذ أعلنت استقلالها: a date
            "منذ" | "ومنذ" => !form.pronoun,
            word @ ("ما" | "مما") => {
                let thing = cue.takes(follow::OBJECT | follow::DESCRIBE | follow::OBJECT_AFTER_PRONOUN);
                (word == "ما" && !form.pronoun || !thing) && !self.said_to_be()
            }
            _ => false,
        }
    }

    /// نشرت الوزارة ما قالت إنه تسجيل: what she says it is.
    fn said_to_be(&self) -> bool {
        self.cue.lemma == "قال"
            && !self.form.pronoun
            && (self.i + 1..self.end.min(self.i + 8))
                .take_while(|&k| !self.comma(k) && self.word(k) != ":" && self.quote_from(k).is_none())
                .any(|k| {
                    self.tags[k].is(class::THAT) && matches!(self.word(k), "انه" | "انها" | "انهم" | "انهما" | "انهن")
                })
    }

    /// أستطيع أن أخبر: a first person.
    fn in_first_person(&self) -> bool {
        let &Site { i, clause, form, .. } = self;
        i > clause + 1
            && self.previous_word() == "ان"
            && form.kind == Past
            && form.agreement == Masculine
            && self.word(i).starts_with('ا')
            && !LONGER_AGO.has(self.word(i - 2))
            // سبق للرئيس فلان أن أعلن
            && !(clause..i).rev().take(12).any(|k| HAPPENED_BEFORE.has(self.word(k)))
    }

    /// A clause on a noun that no speaker is behind.
    fn silent_in_relative(&self) -> bool {
        let &Site { i, clause, cue, form, .. } = self;
        if !self.previous().is(class::REL) {
            return false;
        }
        let noun = if i > clause + 1 { self.word(i - 2) } else { "" };
        let charged = || {
            matches!(clitics::strip_article(noun), "اتهامات" | "مزاعم" | "ادعاءات" | "شايعات" | "تكهنات")
                && self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT | class::ILA | class::AN))
        };
        let by_noun = match noun {
            // الأمر الذي أكد: a thing, not a speaker
            "الامر" | "الشيء" | "الشي" => !form.pronoun,
            // المرة الأولى التي تتعهد فيها: what has happened
            "الاولي" | "المره" | "الثانيه" => true,
            _ => false,
        };
        let by_verb = match cue.lemma {
            // والتي تصنف كأقدم مدينة: a passive
            "صنف" => !form.pronoun,
            // التي نصت على، بما تضمن: what a paper holds
            "نص" | "تضمن" => true,
            // الاتهامات التي تفيد أنه: what is charged, by nobody named
            "أفاد" | "قال" | "زعم" | "أشار" | "تحدث" => charged(),
            _ => false,
        };
        // التي وصفت بـ…: a passive
        let described = || {
            cue.takes(follow::DESCRIBE)
                && !form.pronoun
                && i + 1 < self.end
                && (self.word(i + 1) == "ب" || self.tags[i + 1].attached == Attached::Bi)
        };
        by_noun || by_verb || described()
    }

    /// A written damma that makes the verb passive: قُدرت، اعتُبرت، يُزعم. On the prefix of derived verbs it is active (يُعلن).
    fn passive(&self) -> bool {
        let source = self.doc.text_of(self.i);
        let damma = |letters: usize| source.chars().take(letters).any(|c| c == '\u{64f}');
        match self.form.kind {
            _ if !source.contains('\u{64f}') => false,
            Past => damma(5),
            Present => {
                matches!(self.cue.lemma, "قال" | "ذكر" | "زعم" | "نقل" | "وصف" | "كتب" | "نشر" | "ادعى" | "دعا")
                    && damma(3)
            }
            _ => false,
        }
    }
}

impl Verb<'_> {
    /// عندما كشف عن, كشف النقاب عن: it is known, and nobody tells it.
    pub(super) fn impersonal(&self) -> bool {
        let &Site { i, end, cue, form, .. } = &self.site;
        let nobody = || self.subject.is_none() && self.before.is_none() && form.agreement == Masculine;
        match cue.lemma {
            "كشف" => {
                // عندما كشف عن: it was uncovered
                self.tags.get(i + 1).is_some_and(|n| n.is(class::AN))
                    && nobody()
                    && matches!(self.previous_word(), "عندما" | "بعدما" | "حين" | "حينما" | "منذ")
                    // كشف النقاب عن: an idiom, nothing said
                    || (i + 1..end.min(i + 14))
                        .take_while(|&k| !self.tags[k].is(class::THAT | class::AN))
                        .any(|k| matches!(self.word(k), "النقاب" | "اللثام" | "الستار"))
            }
            // أعلن في باريس عن وفاة الكاتب: by nobody named
            "أعلن" => {
                form.kind == Past
                    && nobody()
                    && !self.tag().conjunction
                    && self.tags.get(i + 1).is_some_and(|n| n.is(class::FI))
                    && self.entity_kind(i + 2) == Some(EntityKind::Place)
                    && (i + 3..end.min(i + 6)).any(|k| self.tags[k].is(class::AN))
            }
            _ => false,
        }
    }

    /// The complement that was found shows that nothing is said.
    pub(super) fn unsaid(&self, f: &Found) -> bool {
        let nobody = f.speaker.is_some_and(|p| p.kind == SpeakerKind::None);
        nobody
            // مما ينفي عن: no speech
            || self.previous_word() == "مما"
            || f.negated && f.opener != Opener::That
            || self.doubtful(f)
            || self.unsaid_by_verb(f)
            || self.unsaid_by_attitude(f)
            || self.unsaid_in_marks(f)
            || self.unsaid_by_nobody(f)
            || self.answering()
                && (!matches!(f.opener, Opener::Colon | Opener::Quote)
                    || self.quote_from(f.start).is_some_and(|q| q.len() < 2))
    }

    /// Words that may be no verb, or none of these letters, and whose place does not prove it.
    fn doubtful(&self, f: &Found) -> bool {
        let &Site { i, cue, form, .. } = &self.site;
        let noun = cue.takes(follow::NOUN);
        // طلبا، أمرا: a noun in the accusative, not "the two of them asked"
        let accusative = noun && form.agreement == Dual && form.kind == Past && f.opener != Opener::That;
        !self.head
            && (noun
                || f.how == How::Dropped && !matches!(f.opener, Opener::That | Opener::Colon | Opener::Quote))
            || accusative
            || matches!(self.word(i), "يدعي" | "تدعي") && f.start > i + 2
            // لا يدع مجالا للشك أن: it does not leave
            || SHORT_JUSSIVE.has(self.stem(i))
                && !matches!(self.previous_word(), "لم" | "ولم" | "ان" | "الم" | "اولم")
    }

    /// What one verb means besides saying.
    fn unsaid_by_verb(&self, f: &Found) -> bool {
        let &Site { i, clause, end, cue, form, .. } = &self.site;
        let Found { opener, start, how, .. } = *f;
        let (previous, next) = (self.previous_word(), self.word_at(i + 1));
        let speaker = f.speaker.as_ref();
        let heads = |classes: u32| speaker.is_some_and(|p| self.tags[p.start].is(classes));
        let object = opener == Opener::Object;
        match cue.lemma {
            "وجد" | "أثبت" | "توصل" | "اعتقد" => !self.finds_out(f),
            // ألقى بالكرة: only blame is said
            "ألقى" => {
                let w = clitics::strip_article(&self.word(start)[f.offset..]);
                !matches!(w, "لوم" | "لايمه" | "مسووليه")
            }
            // يبلغ طوله، تبلغ 14 %: reaches
            "أبلغ" => {
                form.kind == Present
                    && (how == How::Dropped && opener != Opener::That
                        || self.doc.tokens[i + 1].kind == TokenKind::Number
                        || MEASURED.has(next))
            }
            "قدر" => self.able(f),
            "بين" => self.between(f),
            // يتوقع، توقع اتفاقا: expected by nobody named, or a signature
            "توقع" => {
                let agreement = |k: usize| AGREEMENTS.has(clitics::strip_article(self.word(k)).trim_end_matches('ا'));
                object && (how != How::Overt || agreement(start) || agreement(start + 1))
            }
            // رد بخاري كل الاتهامات التي تفيد أنه: threw them back
            "رد" => opener == Opener::That && (i + 1..start).any(|k| self.tags[k].is(class::REL)),
            // نشرت السفارة على صفحتها أنها, not نشرت أسماء … إلى أن
            "نشر" => opener == Opener::That && !self.posted(f),
            // ترددت تقارير عن: nothing but reports go round
            "تردد" | "توارد" => how != How::Overt || !heads(class::ANON | class::DOC),
            // تزعم الوفد: led it
            "زعم" => opener != Opener::That,
            // يرجع ذلك إلى: it comes from
            "أرجع" => matches!(next, "ذلك" | "هذا" | "السبب" | "سبب" | "تاريخ" | "اصل"),
            // تضمن البيان أن: only papers hold statements
            "تضمن" => {
                how == How::Dropped
                    || opener != Opener::That
                    || !heads(class::DOC)
                    || speaker.is_some_and(|p| start > p.next + 6)
            }
            // يدين بالفضل إلى لاعبيه: owes
            "أدان" | "دان" => {
                object && (self.word(start).starts_with('ب') || self.tags[start].attached != Attached::None)
            }
            // كما تفيد الاستطلاعات، عن كذا: of the verb before
            "أفاد" => previous == "كما" && opener == Opener::Preposition && start > i + 2 && self.comma(start - 2),
            // قضت المحكمة بسجن المتهم: a decision; بعدم دستورية القانون: what she says
            "قضى" => {
                !heads(class::ORG)
                    || !(start..end.min(start + 4))
                        .any(|k| LEGALITY.has(clitics::strip_article(self.word(k)).trim_start_matches("ب")))
            }
            // تم إنجاز الاتفاق … وينص على, تحفظت الدول على بند ينص على: what an agreement holds
            "نص" => match how {
                How::Dropped => self.tag().conjunction,
                How::Before => !heads(class::DOC) && speaker.is_some_and(|p| p.end < i),
                _ => false,
            },
            // جدد فوزه، جدد عقده: not renewed by word
            "جدد" => {
                let at = start + usize::from(self.quote_from(start).is_some());
                form.kind == Present && how == How::Dropped
                    || object && !SAID_AGAIN.begins(clitics::strip_article(self.word_at(at)))
            }
            // ذكرت في بيان وقوع انفجار, أفادت تقارير عن مقتل: a happening
            "ذكر" => {
                let happening = |t: &Tag| {
                    t.attached == Attached::None
                        && !t.is(class::DEFINITE)
                        && (t.is(class::MASDAR) || masdar_like(self.word(start)))
                };
                object
                    && !(happening(&self.tags[start])
                        && (i + 1..start).any(|k| self.tags[k].is(class::VENUE | class::DOC)))
            }
            // لعنة الإصابات تهدد بإبعاد نجوم: a danger, no threat
            "هدد" => speaker.is_some_and(|p| {
                let people = self.tags[p.start].is(class::DEFINITE) && self.word(p.start).ends_with("ون");
                !people && self.untagged(p) && !heads(class::ROLE | class::ORG | class::ANON | class::MEDIA)
            }),
            // أعلن التشكيلة، أعلن عن القائمة: a thing that is given, not what is said
            "أعلن" => matches!(opener, Opener::Object | Opener::Preposition) && self.named_thing(start),
            // استبعد لاعبا: left him out
            "استبعد" => object && (self.person(start) || self.tags[start].is(class::ROLE)),
            // كان الرسم يشير إلى رسم آخر: a thing points, nobody speaks
            "أشار" => {
                opener == Opener::Preposition
                    && speaker.is_some_and(|p| {
                        p.kind == SpeakerKind::Role && !self.word(p.start).ends_with("ون") && self.plain_thing(p)
                    })
            }
            // أظهرت الصور أن: pictures say nothing
            "أظهر" => PICTURES.has(clitics::strip_article(self.word(speaker.map_or(i + 1, |p| p.start)))),
            // يدفعون ثمن كل شيء: a price
            "ثمن" => {
                let verb = self.tag().conjunction || i <= clause || self.previous().is(class::QAD);
                form.kind == Past && form.agreement == Masculine && !verb && previous != "كما"
            }
            "عبر" => form.kind == Present && how != How::Overt,
            // طلب عدم ذكر اسمه، رفض كشف هويته: nothing is said
            "طلب" | "رفض" => (start..end.min(start + 6)).any(|k| IDENTITY.has(self.word(k))),
            _ => false,
        }
    }

    /// وجد كرسيا, توصل إلى اتفاق: a clause alone is said, and by whoever finds out.
    fn finds_out(&self, f: &Found) -> bool {
        let believed = self.cue.lemma == "اعتقد";
        let finder = |p: Phrase| {
            let t = &self.tags[p.start];
            let people = matches!(p.kind, SpeakerKind::Named | SpeakerKind::Anonymous)
                || self.word(p.start).ends_with("ون")
                || t.is(class::ANON | class::ROLE | class::DOC | class::ORG);
            let finds = t.is(class::DOC | class::ANON | class::ROLE) || p.kind == SpeakerKind::Anonymous;
            people && (believed || finds)
        };
        let who = match f.how {
            How::Overt => f.speaker.is_some_and(finder),
            How::Dropped => self.form.agreement == Plural && !believed,
            _ => false,
        };
        // كان يعتقد: no longer
        f.opener == Opener::That && !self.previous().is(class::KAN) && who
    }

    /// يُقدر عدد الإصابات بـ…, يقدر عليه, قدر الإمكان: a passive, the ability or the extent.
    fn able(&self, f: &Found) -> bool {
        let &Site { i, end, form, .. } = &self.site;
        let extent = form.kind == Past && form.agreement == Masculine && f.opener == Opener::Object;
        let ability = form.kind == Present && i + 1 < end && self.tags[i + 1].is(class::ALA);
        extent || ability || f.opener != Opener::That && f.speaker.is_some_and(|p| self.plain_thing(&p))
    }

    /// بين is "between" far more often than "made clear".
    fn between(&self, f: &Found) -> bool {
        let &Site { i, clause, form, .. } = &self.site;
        let (previous, joined) = (self.previous_word(), self.tag().conjunction);
        let somebody = f.speaker.map_or(joined, |p| {
            self.tags[p.start].is(class::ROLE | class::ORG | class::ANON | class::DOC) || !self.untagged(&p)
        });
        let preposition = form.kind == Past
            && form.agreement == Masculine
            && (previous.starts_with("بين")
                || !joined && i > clause && !matches!(previous, "،" | "," | "." | "قد" | "كما")
                || !somebody);
        preposition
            // يبين، بينت: a clause follows, no quotation
            || f.opener != Opener::That
            // يتبين أن، تبين لاحقا أن: nobody makes it clear
            || form.kind == Present && f.how == How::Dropped
    }

    /// نشرت السفارة على صفحتها أنها: nothing but where it was written stands before the clause.
    fn posted(&self, f: &Found) -> bool {
        let from = f.speaker.map_or(self.i + 1, |p| p.next);
        f.how == How::Overt
            && (from..f.start - 1).all(|k| {
                self.doc.tokens[k].kind != TokenKind::Arabic
                    || self.tags[k].is(class::DAY
                        | class::FILLER
                        | class::MEDIA
                        | class::ALA
                        | class::FI
                        | class::VENUE)
                    || ONLINE.has(clitics::strip_article(self.word(k)))
            })
    }

    /// Whom or what is praised, condemned or denied, with no word on it.
    fn unsaid_by_attitude(&self, f: &Found) -> bool {
        match (self.cue.attitude, f.opener) {
            ("praise", Opener::Preposition) => self.praised_alone(f.start),
            ("condemn", Opener::Object) => self.condemned_alone(f),
            ("deny", Opener::Object) => self.denied_elsewhere(f.start),
            ("predict", _) => f.how == How::Before && self.form.kind == Present && self.previous().is(class::REL),
            _ => false,
        }
    }

    /// A person's name and nothing behind it.
    fn praised_alone(&self, start: usize) -> bool {
        let e = self.tags[start].entity;
        self.person(start)
            && (start + 1..self.end).find(|&k| self.tags[k].entity != e).is_none_or(|k| {
                self.clause_ends(k, self.end) || self.tags[k].conjunction || self.word(k).starts_with('و')
            })
    }

    /// انتقد الحكومة في كلمة ألقاها، استنكر الهجوم، : whom or what alone, no content.
    fn condemned_alone(&self, f: &Found) -> bool {
        let Found { start, .. } = *f;
        let end = self.end;
        if self.quote_from(start).is_some() {
            return false;
        }
        let e = self.tags[start].entity;
        let after = (start + 1..end).find(|&k| e == 0 || self.tags[k].entity != e).unwrap_or(end);
        let bare = after >= end
            || matches!(self.word(after), "،" | "," | ".")
            || self.tags[after].is(class::FI)
                && after + 1 < end
                && self.tags[after + 1].is(class::VENUE | class::DAY | class::DOC);
        bare && (e != 0 || self.tags[start].is(class::DEFINITE) && f.how != How::Overt)
    }

    /// نفى كل هذه الاتهامات: which ones is said elsewhere.
    fn denied_elsewhere(&self, start: usize) -> bool {
        let end = self.end;
        let start = if self.word(start) == "بشكل" { start + 2 } else { start };
        ALL_THESE.has(self.word_at(start))
            && (start + 1..end.min(start + 6))
                .find(|&k| self.clause_ends(k, end) || self.tags[k].is(class::PREP | class::REL))
                .or((end <= start + 6).then_some(end))
                .is_some_and(|stop| {
                    self.clause_ends(stop, end) && !(start + 1..stop).any(|k| self.tags[k].attached == Attached::Bi)
                })
    }

    /// Words in marks that the verb does not say.
    fn unsaid_in_marks(&self, f: &Found) -> bool {
        let &Site { i, end, cue, .. } = &self.site;
        let start = f.start;
        if f.opener != Opener::Quote {
            return false;
        }
        let (noun, judged) = (cue.takes(follow::NOUN), cue.takes(follow::OBJECT_AFTER_PRONOUN));
        if noun && !cue.takes(follow::THAT) {
            // واصلت الحصيلة: only somebody goes on speaking
            let thing = f.speaker.is_some_and(|p| {
                let t = &self.tags[p.start];
                !t.is(class::ROLE | class::ORG | class::ANON | class::MEDIA)
                    && p.role.is_none()
                    && self.untagged(&p)
                    && t.is(class::DOC | class::DEFINITE)
            });
            // واصل، أكمل: speech only when the words follow at once
            let from = f.speaker.filter(|p| p.start > i).map_or(i + 1, |p| p.next);
            let late = start > self.skip_fillers(from, end) + 1
                && !(i + 1..start).any(|k| self.tags[k].is(class::PREP | class::VENUE));
            if thing || late {
                return true;
            }
        }
        // words that are cues only now and then need a quotation of some length
        let overt = f.how == How::Overt;
        let short = (noun || judged)
            && !(overt && cue.attitude == "judge")
            && self.quote_from(start).is_some_and(|q| {
                // وعلق الرئيس "هذا يوم تاريخي".
                let whole = cue.lemma == "علق" && overt && q.closed && self.clause_ends(q.close + 1, end);
                q.len() < if whole { 3 } else { 4 }
            });
        // تعتبر الصين تايوان جزءا من "…": the quotation is not what is judged
        let elsewhere = judged
            && f.speaker.is_some_and(|p| start > p.next + 1 || p.end > p.start + 3 && p.kind == SpeakerKind::Role);
        short || elsewhere
    }

    /// A verb without a subject that is nobody's word, or the writer's own.
    fn unsaid_by_nobody(&self, f: &Found) -> bool {
        let &Site { i, clause, cue, form, .. } = &self.site;
        if f.how != How::Dropped {
            return false;
        }
        // يذكر أن، يعتقد أن، يتوقع أن: nobody says so
        let impersonal = form.kind == Present
            && f.opener == Opener::That
            && f.start <= self.skip_fillers(i + 1, self.limit) + 1
            && (matches!(cue.attitude, "judge" | "predict")
                || matches!(cue.lemma, "ذكر" | "لاحظ" | "أفاد" | "نقل"))
            // وترى أنه: she, or an institution; the impersonal is masculine
            && !(form.agreement == Feminine && self.tag().conjunction && i > clause);
        // كما أكدت مرارا: the writer himself
        let writer = self.previous_word() == "كما"
            && matches!(self.word_at(i + 1), "مرارا" | "سابقا" | "من" | "انفا")
            && f.opener == Opener::Object;
        impersonal || writer
    }
}

impl Scan<'_> {
    /// A thing without a name: no office, institution, paper or people.
    fn plain_thing(&self, p: &Phrase) -> bool {
        !self.tags[p.start].is(class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA) && self.untagged(p)
    }
}
