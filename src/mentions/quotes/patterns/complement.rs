//! What opens the words behind a verb of saying: a conjunction, marks, a preposition or the thing itself.

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::{SpeakerKind, TokenKind};
use crate::text::clitics;

/// في بيان لها: of whom the paper is.
static OWNER: Words = Words::new(&words::SPEECH, "owner of a paper");

/// Prepositions of time before ذلك.
static BEFORE_THAT: Words = Words::new(&words::SPEECH, "time before");

/// Words before أن that make of its clause no content of speech.
static NO_CONTENT: Words = Words::new(&words::SPEECH, "before no content");

/// Objects of a clause about a speaker who is not named.
static UNTOLD_IDENTITY: Words = Words::new(&words::SPEECH, "identity untold");

/// Adverbs of manner behind a verb of denial.
static IN_MANNER: Words = Words::new(&words::SPEECH, "manner");

/// Words for the speaker's own side.
static OWN_SIDE: Words = Words::new(&words::SPEECH, "his own side");

/// Words before عن that make of it "besides".
static BESIDES: Words = Words::new(&words::SPEECH, "besides");

/// Adjectives of speakers before على.
static INFORMED: Words = Words::new(&words::SPEECH, "informed of");

/// Where something was written or said.
static WRITTEN_WHERE: Words = Words::new(&words::SPEECH, "where written");

/// Words of a speaker before ل and إلى.
static STANDS_FOR: Words = Words::new(&words::SPEECH, "stands for");

/// Words that open a speaker's condition.
static ON_CONDITION: Words = Words::new(&words::SPEECH, "on condition");

impl Scan<'_> {
    /// The opener of the content to the right of a cue.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn complement(
        &self,
        cue_at: usize,
        speaker: Option<&Phrase>,
        limit: usize,
        end: usize,
        f: u32,
        mode: Mode,
        head: bool,
        stated: bool,
    ) -> Option<(Opener, usize, usize)> {
        let mut k = speaker.map_or(cue_at + 1, |p| p.next);
        let mut boundary = true;
        let mut relative = false;
        // inside a prepositional adjunct; after a bare noun phrase that is no complement
        let (mut adjunct, mut bare) = (false, false);
        let mut opened = usize::MAX;
        let participle = self.form(cue_at).is_some_and(|f| f.kind == FormKind::Participle);
        let spare = self.form(cue_at).is_some_and(|f| self.cue_of(f).lemma == "ذكر");
        // بيانا أكدت فيه استهداف …
        if k == cue_at + 1 && k + 1 < limit && matches!(self.word(k), "فيه" | "فيها" | "خلاله" | "خلالها" | "عبره")
        {
            k += 1;
        }
        // نفت إيران في ذلك الحين الاتهامات
        if let Some(to) = self.time_adjunct(k, limit) {
            k = to;
        }
        let first = k;
        // أعلن A وB عن …: the second of two speakers
        if speaker.is_some() && k < limit && self.joined_name(k) {
            let id = self.tags[k].entity;
            while k < limit && self.tags[k].entity == id {
                k += 1;
            }
        }
        while k < limit {
            let t = &self.tags[k];
            let w = self.word(k);
            if t.is(class::THAT) && !(t.conjunction && matches!(self.stem(k), "ان")) {
                let about = f & follow::AN != 0 && k > first && self.tags[k - 1].is(class::AN);
                if f & (follow::THAT | follow::ILA | follow::ALA | follow::BI) == 0 && !about {
                    return None;
                }
                // أقرت الوزيرة التي شاركت في إدارة المؤتمر بأن: far from the verb of the relative clause, and that no verb of speech
                let closed = f & follow::THAT != 0
                    && opened != usize::MAX
                    && k >= opened + 5
                    && speaker.is_some()
                    && (opened..k).all(|j| self.tags[j].form == 0 || self.tags[j].entity != 0);
                if relative && w.starts_with('ب') && !closed {
                    k += 1;
                    continue;
                }
                // a clause of purpose or time inside the subject's part: قبل أن، بعد أن
                // تعتبر من أفقر الدول، إن لم تكن أفقرها: a condition
                if self.doc.text_of(k) == "إن"
                    && matches!(self.word_at(k + 1), "لم" | "شاء")
                    && self.form(cue_at).is_some_and(|f| self.cue_of(f).lemma != "قال")
                {
                    k += 1;
                    continue;
                }
                // قالت من قبل إن, أعلنت قبيل ذلك أن: its own clause
                let own = k > first
                    && match self.word(k - 1) {
                        "قبل" | "بعد" | "منذ" => self.doc.text_of(k).starts_with('إ'),
                        "ذلك" => BEFORE_THAT.has(self.word(k - 2)),
                        _ => false,
                    };
                if k > 0
                    && !own
                    && NO_CONTENT.has(self.word(k - 1))
                    // من المرجح أن
                    || k > 1 && k > first + 1 && self.word(k - 2) == "من" && self.word(k - 1).starts_with("ال")
                        && self.tags[k - 1].entity == 0 && self.tags[k - 1].classes & !(class::DEFINITE | class::ADJ) == 0
                        // مسؤول قريب من المحادثات إن: a clause of the verb
                        && !self.doc.text_of(k).starts_with('إ')
                    || k > 1 && self.word(k - 1) == "من" && matches!(self.word(k - 2), "الرغم" | "بالرغم")
                    // يعتبر كذا، سيتم الترويج له على أنه: the clause of another verb
                    || self.word(k - 1) == "علي" && f & follow::ALA == 0
                {
                    k += 1;
                    continue;
                }
                return (k + 1 < end).then_some((Opener::That, k + 1, 0));
            }
            // وقال الوزير لقد تم تدمير المواقع: neither إن nor a mark
            if k == first
                && w == "لقد"
                && speaker.is_some()
                && f & follow::QUOTE != 0
                && f & follow::THAT != 0
                && k + 2 < end
            {
                return Some((Opener::That, k, 0));
            }
            // تعهد ألا تصبح: أن and لا in one word
            if k == first && self.doc.text_of(k) == "ألا" && f & follow::THAT != 0 && speaker.is_some() && k + 1 < end
            {
                return Some((Opener::That, k, 0));
            }
            if w == ":" {
                return (f & (follow::QUOTE | follow::THAT) != 0 && k + 1 < end).then_some((Opener::Colon, k + 1, 0));
            }
            // لـ"رويترز"، رداً على سؤال عما إذا …، أنه: whom it was told, and why
            if w == "ل" && self.quote_from(k + 1).is_some_and(|q| q.closed && q.len() <= 4) && self.is_recipient(k) {
                let q = self.quote_from(k + 1)?;
                k = q.close + 1;
                boundary = true;
                continue;
            }
            if w == "ردا"
                && self.word_at(k + 1) == "علي"
                && let Some(comma) = (k + 2..limit)
                    .take_while(|&j| self.word(j) != ":" && self.quote_from(j).is_none_or(|q| q.len() < 6))
                    .find(|&j| matches!(self.word(j), "،" | ","))
            {
                k = comma;
                continue;
            }
            // وقال خبير، لم تكشف الصحيفة عن هويته، إن
            if w == "لم"
                && k > first
                && matches!(self.word(k - 1), "،" | ",")
                && let Some(comma) = (k + 2..end.min(k + 8)).find(|&j| matches!(self.word(j), "،" | ","))
                && UNTOLD_IDENTITY.has(self.word(comma - 1))
            {
                k = comma;
                continue;
            }
            // وقال الوزير ردا على سؤال حول كذا: "…"
            if w == "ردا"
                && self.word_at(k + 1) == "علي"
                && self.word_at(k + 2) == "سوال"
                && let Some(open) = (k + 3..end.min(k + 24)).find(|&j| {
                    self.word(j) == ":"
                        || self.quote_from(j).is_some_and(|q| q.len() >= 6)
                        || self.tags[j].is(class::THAT) && self.doc.text_of(j).starts_with('إ')
                })
            {
                if open >= limit && self.word(open) == ":" {
                    return (f & (follow::QUOTE | follow::THAT) != 0 && open + 1 < end).then_some((
                        Opener::Colon,
                        open + 1,
                        0,
                    ));
                }
                k = open;
                boundary = true;
                continue;
            }
            if matches!(w, "اذا" | "لو") && t.entity == 0 && !(k == first && speaker.is_some()) {
                return None;
            }
            // نفى المسؤول "بشكل قاطع" تورطه
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() <= 4
                && IN_MANNER.has(self.word_at(k + 1))
            {
                k = q.close + 1;
                boundary = true;
                continue;
            }
            // في مقابلة مع صحيفة "…"، في بحث بعنوان "…": a name in marks
            if let Some(q) = self.quote_from(k)
                && q.closed
                && k > first
                && (self.tags[k - 1].is(class::ORG | class::MEDIA)
                    && q.len() <= 5
                    // وقال لبي بي سي "لا مجال للتراجع": a whole name, and a clause behind it
                    && !(self.tags[k - 1].entity != 0
                        && q.len() >= 4
                        && f & follow::QUOTE != 0
                        && self.clause_ends(q.close + 1, end))
                    // التي نالت جائزة عن فيلم "كذا"، إلى …
                    || relative && q.len() <= 4 && boundaries::NAMED_IN_MARKS.has(self.word(k - 1))
                    || matches!(self.word(k - 1), "بعنوان" | "عنوان" | "عنوانه" | "عنوانها" | "اسم"))
            {
                k = q.close + 1;
                boundary = false;
                continue;
            }
            // أعلنت شركة النفط العملاقة "أرامكو"، الجمعة، عدم صحة …: her name
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() <= 2
                && k == first
                && speaker.is_some_and(|p| self.tags[p.start].is(class::ORG))
                && !self.tags[k + 1].is(class::MASDAR)
                && matches!(self.word_at(q.close + 1), "،" | ",")
                && f & follow::OBJECT != 0
            {
                k = q.close + 1;
                boundary = false;
                continue;
            }
            // أركان حرب "اللواء التاسع حرس حدود"، بأن …: a name in marks when the clause follows
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() <= 6
                && k > first
                && !matches!(self.word(k - 1), "،" | "," | "-" | "–")
                && let Some(that) = (q.close + 1..limit.min(q.close + 4))
                    .find(|&j| !matches!(self.word(j), "،" | ",") && !self.tags[j].is(class::DAY))
                && self.tags[that].is(class::THAT)
                && !self.tags[that].conjunction
            {
                k = q.close + 1;
                boundary = false;
                continue;
            }
            // اتهم الرئيس في مقابلة مع الوكالة "الخوذ البيضاء" بأنها …: the accused in marks
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() <= 4
                && adjunct
                && f & follow::ACCUSE != 0
                && !self.tags[k - 1].is(class::MEDIA | class::ORG)
                && self
                    .tags
                    .get(q.close + 1)
                    .is_some_and(|n| n.is(class::THAT) || n.attached == Attached::Bi && n.is(class::MASDAR))
            {
                return Some((Opener::Object, k, 0));
            }
            if let Some(q) = self.quote_from(k) {
                let name = (q.len() <= 3
                    || q.len() <= 6 && k > 0 && self.tags[k - 1].is(class::AN | class::ORG | class::DOC))
                    && q.closed
                    && self.opener_follows(q.close + 1, limit);
                if !name && q.len() > 0 && f & (follow::QUOTE | follow::THAT) != 0 {
                    // يوضح موقفه من "الرئاسة مدى الحياة": a name in marks
                    let of_noun = !boundary
                        && k > 0
                        && self.tags[k - 1].is(class::PREP)
                        && (bare && q.len() <= 5 || adjunct && q.len() <= 2 && k > first + 1);
                    let short = q.len() <= 2
                        && !boundary
                        && k > first
                        && (bare && !adjunct || !self.clause_ends(q.close + 1, end))
                        || of_noun;
                    // أظهرت بيانات ارتفاع المؤشر "التضخم": a cue of clauses has no word in marks
                    if !short && (f & follow::QUOTE != 0 || q.len() >= 4) {
                        return Some((Opener::Quote, k, 0));
                    }
                } else if !name && f & follow::OBJECT != 0 && boundary && !self.tags[k + 1].is(class::PREP) {
                    return Some((Opener::Object, k, 0));
                } else if name && f & follow::OBJECT != 0 && boundary && head && self.tags[k + 1].is(class::MASDAR) {
                    // أعلنت "تأييدها" قرار …
                    return Some((Opener::Object, k, 0));
                }
                if f & (follow::DESCRIBE | follow::ACCUSE | follow::BLAME) == 0 || !boundary {
                    k = q.close + 1;
                    boundary = true;
                    continue;
                }
            }
            if w == "\"" && self.quote_over(k).is_none() {
                k += 1;
                continue;
            }
            // يتهم التحالف الذي تقوده السعودية في اليمن إيران بـ: two names side by side are not of one clause
            let second = relative
                && f & follow::ACCUSE != 0
                && speaker.is_some()
                && t.entity != 0
                && k > 0
                && self.tags[k - 1].entity != 0
                && self.tags[k - 1].entity != t.entity
                && self.entity_kind(k - 1) == Some(crate::model::EntityKind::Place)
                && !self.joined_name(k)
                && (k + 1..limit).find(|&j| self.tags[j].entity != t.entity).is_some_and(|j| self.bi_complement(j));
            if second {
                return Some((Opener::Object, k, 0));
            }
            // طالب الناجون من الحريق الذي وقع في مارس رئيس البلدية باتخاذ إجراءات: behind a name in a relative clause that a day or another name ends
            if relative
                && f & follow::TARGET != 0
                && f & follow::BI != 0
                && speaker.is_some()
                && opened != usize::MAX
                && k >= opened + 5
                && self.bi_complement(k)
                && self.masdar_at(k, t.cut as usize)
                && let e = self.tags[k - 1].entity
                && e != 0
                && let Some(name) = (opened + 1..k).rev().take_while(|&j| self.tags[j].entity == e).last()
                && (self.tags[name - 1].is(class::DAY) || self.tags[name - 1].entity != 0)
                && !self.joined_name(name)
            {
                return Some(self.after_proclitic(k));
            }
            // prepositions that open the complement
            if !relative {
                let open = (f & follow::ILA != 0 && t.is(class::ILA))
                    || (f & follow::ALA != 0 && t.is(class::ALA))
                    || (f & follow::AN != 0 && t.is(class::AN))
                    || (f & follow::MIN != 0
                        && t.is(class::MIN)
                        // حذر من جهته من أن
                        && !OWN_SIDE.has(self.word_at(k + 1)))
                    || (f & follow::FI != 0 && t.is(class::FI));
                // فضلا عن: besides
                let besides = t.is(class::AN)
                    && k > 0
                    && BESIDES.has(self.word(k - 1))
                    // مصادر مطلعة على الصفقة، أن
                    || t.is(class::ALA)
                        && k > 0
                        && INFORMED.has(clitics::strip_article(self.word(k - 1)));
                // إضافة إلى كذا
                let besides = besides || t.is(class::ILA) && k > 0 && matches!(self.word(k - 1), "اضافه" | "بالاضافه");
                let open = open && !besides && !self.sent_to(k);
                if open && t.cut as usize <= 2 && !(bare && f & follow::TARGET == 0) {
                    let next = k + 1;
                    if next >= end {
                        return None;
                    }
                    if self.tags[next].is(class::THAT) {
                        k += 1;
                        continue;
                    }
                    // أكد في بيان على تويتر أن: where it was written
                    if t.is(class::ALA) && (self.tags[next].is(class::MEDIA) || WRITTEN_WHERE.has(self.word(next))) {
                        k += 2;
                        continue;
                    }
                    // حذر من بيروت، أعلن عن: not a venue or a day
                    if (!self.tags[next].is(class::VENUE | class::DAY)
                        || t.is(class::AN)
                        // دعا إلى اجتماع طارئ
                        || t.is(class::ILA) && f & follow::TARGET != 0 && !self.tags[next].is(class::DAY))
                        && self.doc.tokens[next].kind != TokenKind::Punct
                        || self.quote_from(next).is_some()
                        || w == "الي" && self.word(next) == "#"
                    {
                        return Some((Opener::Preposition, next, 0));
                    }
                }
                if f & (follow::BI | follow::LI) != 0 {
                    if f & follow::BI != 0 && self.bi_complement(k) && !(bare && f & follow::TARGET == 0) {
                        return Some(self.after_proclitic(k));
                    }
                    if f & follow::LI != 0
                        && !adjunct
                        && t.attached == Attached::Li
                        && !self.is_recipient(k)
                        // دعا فلان المرشح للانتخابات الرئاسية الناخبين إلى
                        && !(k > 0
                            && STANDS_FOR.has(clitics::strip_article(self.word(k - 1))))
                        && (t.is(class::MASDAR)
                            || masdar_like(clitics::strip_article(self.stem(k)))
                            // للتعامل: the article lost its alef
                            || t.is(class::DEFINITE) && self.stem(k).strip_prefix('ل').is_some_and(masdar_like)
                            || k == first && t.is(class::DEFINITE))
                    {
                        return Some((Opener::Preposition, k, 0));
                    }
                }
                let counted = self.doc.tokens[k].kind == TokenKind::Number && f & follow::ACCUSE != 0;
                // اتهم الوزير خلال التظاهرة إسرائيل بـ: a name after an adjunct
                let named = adjunct
                    && t.entity != 0
                    && k > 0
                    && (self.tags[k - 1].is(class::DEFINITE | class::VENUE)
                        || self.tags[k - 1].entity != 0
                        // في بيان مشترك روسيا
                        || k > 1 && self.tags[k - 2].is(class::VENUE) && self.tags[k - 1].attached == Attached::None)
                    && self.tags[k - 1].entity != t.entity
                    && f & (follow::ACCUSE | follow::DESCRIBE) != 0;
                if f & (follow::ACCUSE | follow::DESCRIBE | follow::BLAME) != 0
                    && (boundary || named)
                    && (self.begins_noun(k)
                        || counted
                        // وصف المطالبة بأنها
                        || t.form != 0 && t.is(class::DEFINITE) && w.starts_with("ال") && t.attached == Attached::None)
                {
                    let after_comma = k > first && matches!(self.word(k - 1), "،" | ",");
                    return self
                        .spoken_of(k, end, f)
                        .map(|s| (Opener::Object, if after_comma { self.past_apposition(s, end, f) } else { s }, 0));
                }
                // تعهد كيم المرح بعدم كذا: what follows with ب is the complement
                let by = f & follow::BI != 0
                    && t.is(class::DEFINITE)
                    && !t.is(class::MASDAR)
                    && t.entity == 0
                    && k + 1 < limit
                    && self.tags[k + 1].is(class::MASDAR)
                    && self.bi_complement(k + 1);
                if by && boundary && speaker.is_some() {
                    return Some(self.after_proclitic(k + 1));
                }
                if f & follow::OBJECT != 0
                    && head
                    && k > cue_at
                    // ذكر المركز في بيان نشره أن: the clause, before a happening
                    && !(spare && (k..limit).any(|j| self.tags[j].is(class::THAT) && !self.tags[j].conjunction))
                    && !(f & follow::TARGET != 0
                        && f & follow::BI != 0
                        && (k + 1..limit.min(k + 9))
                            .take_while(|&j| !matches!(self.word(j), "،" | ","))
                            .any(|j| self.bi_complement(j)))
                    && (f & follow::THAT == 0
                        || t.is(class::MASDAR)
                        || masdar_like(w)
                        || !self.clause_follows(k, limit))
                    && (boundary
                        && self.object_here(
                            k,
                            speaker.is_some() || participle || stated,
                            // نفت روسيا بشدة لعب أي دور
                            k == first
                                || k == first + 1 && matches!(self.word(first), "بشده" | "قطعيا" | "بحزم" | "تماما" | "رسميا"),
                        )
                        || adjunct && self.object_after_adjunct(k)
                        // ناشدوا ترامب عدم …
                        || f & follow::TARGET != 0 && k > first && t.is(class::MASDAR) && self.tags[k - 1].entity != 0)
                {
                    return Some((Opener::Object, k, 0));
                }
            }
            // - الذي كان أسيرا خمسة أعوام -
            let dash = relative && matches!(w, "-" | "–" | "—") && (first..k).any(|j| self.word(j) == w);
            // وعبر فلان، وهو من مؤسسي الحزب، عن قلقه: who he is, up to the comma before the complement
            if matches!(w, "،" | ",")
                && speaker.is_some()
                && matches!(self.word_at(k + 1), "وهو" | "وهي" | "وهم" | "وهما")
                && let Some(comma) = (k + 2..limit.min(k + 16))
                    .take_while(|&j| {
                        !self.tags[j].is(class::THAT) && self.quote_from(j).is_none() && self.word(j) != ":"
                    })
                    .find(|&j| matches!(self.word(j), "،" | ","))
            {
                k = comma;
                bare = false;
                boundary = true;
                relative = false;
                adjunct = false;
                k += 1;
                continue;
            }
            if matches!(w, "،" | ",") || dash {
                boundary = true;
                relative = false;
                adjunct = false;
            } else if t.is(class::DAY | class::FILLER) {
                boundary = true;
            } else if self.doc.tokens[k].kind == TokenKind::Number && boundary {
            } else {
                if t.is(class::PREP) || self.bare_preposition(k) || self.is_recipient(k) || t.is(class::VENUE) {
                    adjunct = true;
                } else if !adjunct && !relative && self.doc.tokens[k].kind == TokenKind::Arabic && !t.is(class::REL) {
                    bare = true;
                }
                let reading_on = matches!(w, "يدعي" | "تدعي" | "ويدعي" | "وتدعي")
                    && !self.tags.get(k + 1).is_some_and(|n| n.is(class::THAT))
                    // قال مسؤول تحدث لوكالة كذا، شريطة عدم كشف اسمه، إن
                    || matches!(w, "تحدث" | "تحدثت" | "تحدثوا")
                        && k + 1 < limit
                        && (self.is_recipient(k + 1)
                            || ON_CONDITION.has(self.word(k + 1)));
                let reading_on = reading_on
                    // وقال مراد، وهو كهربائي يبلغ من العمر 45 عاما: "…"
                    || matches!(w, "يبلغ" | "تبلغ" | "البالغ" | "البالغه")
                        && k + 1 < limit
                        && (matches!(self.word(k + 1), "من" | "عمره" | "عمرها")
                            || self.doc.tokens[k + 1].kind == TokenKind::Number);
                // في إفادة, على حد: behind a preposition stands a noun
                let noun = k > 0
                    && (self.tags[k - 1].is(class::FI | class::ALA | class::ILA)
                        // في معرض إجابته على سؤال
                        || k > first + 1 && self.word(k - 1) == "معرض");
                let other = t.entity != 0 || t.is(class::ADJ | class::ROLE) || reading_on || noun;
                // كرر حديث الرئيس الذي أكد فيه أن: the clause is the relative's
                if relative
                    && !other
                    && self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                    && k > 0
                    && self.tags[k - 1].is(class::REL)
                    && let Some(j) = (k + 1..limit.min(k + 5)).find(|&j| self.tags[j].is(class::THAT))
                    && (j + 1..limit.min(j + 24))
                        .find(|&m| {
                            self.tags[m].is(class::THAT) && !self.tags[m].conjunction
                                || self.form(m).is_some_and(|f| f.kind != FormKind::Masdar) && self.tags[m].entity == 0
                        })
                        .is_none_or(|m| !self.tags[m].is(class::THAT))
                    // وقالت الدراسة التي نشرت الثلاثاء إن: the إن of saying
                    && !(self.form(cue_at).is_some_and(|f| self.cue_of(f).lemma == "قال")
                        && j > k + 1
                        && self.doc.text_of(j).starts_with('إ')
                        && self.form(k).is_some_and(|f| self.cue_of(f).lemma != "قال"))
                    // قال فلان، الذي طالب بأن تتشدد، لزملائه إنه: the إن of saying comes after the clause
                    && !(self.form(cue_at).is_some_and(|f| self.cue_of(f).lemma == "قال")
                        && !self.doc.text_of(j).contains('إ')
                        && (j + 1..limit).any(|m| {
                            self.tags[m].is(class::THAT)
                                && self.doc.text_of(m).starts_with('إ')
                                && (j + 1..m).any(|c| matches!(self.word(c), "،" | ","))
                        }))
                {
                    return None;
                }
                // في تصريح أورده الموقع: where the paper stood
                let placed = k > 0
                    && self.tags[k - 1].is(class::VENUE | class::DOC)
                    && self.form(k).is_some_and(|f| f.pronoun && matches!(f.kind, FormKind::Past | FormKind::Present));
                if self.tags[k].form != 0 && !relative && !other && !placed {
                    let form = self.form(k)?;
                    // نفت الوزارة الخبر، إذ ذكرت الوكالة أن: another one
                    if matches!(form.kind, FormKind::Past | FormKind::Present)
                        && k > first
                        && matches!(self.word(k - 1), "اذ" | "فيما" | "بينما" | "كما")
                        && self.find(k, end, k).is_some()
                    {
                        return None;
                    }
                    // قال … قائلا / مضيفا: another cue has the content
                    if form.kind != FormKind::Masdar
                        // قال متحدثا في اجتماع: "…"
                        && !(form.kind == FormKind::Participle && self.cue_of(form).lemma == "تحدث")
                        && !(form.kind == FormKind::Past
                            && self.cue_of(form).follow & follow::NOUN != 0
                            && !(t.conjunction && k > first && matches!(self.word(k - 1), "،" | ",")))
                    {
                        return None;
                    }
                    // إضرابا دعت إليه النقابات على الرغم من دعوة الملك إلى الحوار
                    if form.kind == FormKind::Masdar
                        && !form.pronoun
                        && k > first
                        && self.cue_of(form).lemma == "دعا"
                        && self.find(k, end, k).is_some()
                    {
                        return None;
                    }
                    // رفض التعليق مكتفيا بالقول إن, لكنه ذكر أن
                    let said = form.kind == FormKind::Masdar && self.cue_of(form).lemma == "قال";
                    if said && (form.pronoun || k > first)
                        || form.kind == FormKind::Past && self.tags.get(k + 1).is_some_and(|n| n.is(class::THAT))
                    {
                        return None;
                    }
                }
                if self.phrase_cue(k).is_some() && k > first {
                    // بحسب inside: an aside up to the next comma
                    relative = true;
                }
                if t.is(class::REL) {
                    relative = true;
                    opened = opened.min(k);
                }
                if f & follow::TARGET == 0
                    && f & (follow::THAT | follow::QUOTE) == 0
                    && boundary
                    && !t.is(class::PREP)
                    && !self.is_recipient(k)
                {
                    // nothing but the complement may stand here
                    if !t.is(class::VENUE) && k > first + 8 {
                        return None;
                    }
                }
                // a closed phrase after في بيان may be followed by the object
                // and after its owner: في بيان لها
                let owner = OWNER.has(w) && k > 0 && self.tags[k - 1].is(class::VENUE);
                // اتهم في وقت سابق فرنسا بـ
                let earlier = matches!(w, "سابق" | "لاحق") && k > 0 && self.word(k - 1) == "وقت";
                boundary = (t.is(class::VENUE) || owner) && f & (follow::OBJECT | follow::BLAME) != 0
                    || earlier && f & (follow::ACCUSE | follow::DESCRIBE) != 0;
            }
            let _ = mode;
            k += 1;
        }
        None
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

    /// مبعوث الأمم المتحدة الخاص إلى سوريا: where an envoy was sent, with another إلى or his name behind it.
    pub fn sent_to(&self, k: usize) -> bool {
        static SENT: Words = Words::new(&words::SPEECH, "sent to a place");
        self.tags[k].is(class::ILA)
            && self.entity_kind(k + 1) == Some(crate::model::EntityKind::Place)
            && (k.saturating_sub(7)..k).any(|j| SENT.has(clitics::strip_article(self.stem(j))))
            && (k.saturating_sub(7)..k).all(|j| self.entity_kind(j) != Some(crate::model::EntityKind::Person))
    }

    /// Past further speakers that و joins to the first: والإمارات والكويت, ونظيره الإيطالي. A second office behind a first one
    /// without a name is of the same person (الأديب والروائي فلان).
    pub(super) fn past_joined(&self, first: &Phrase, limit: usize, mode: Mode) -> usize {
        let mut k = first.next;
        let office = if first.kind == SpeakerKind::Role { 0 } else { class::ROLE };
        for _ in 0..6 {
            let at = k + usize::from(k < limit && matches!(self.word(k), "،" | ","));
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
                    if t.is(class::ROLE) && id != 0 && self.entity_kind(to) == Some(crate::model::EntityKind::Person) {
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

    /// A tagged name with و written onto it.
    pub fn joined_name(&self, k: usize) -> bool {
        let e = self.tags[k].entity;
        e != 0
            && self.word(k).starts_with('و')
            && self.mentions.entities[e as usize - 1].span.start > self.doc.tokens[k].span.start
    }

    /// A tagged name with ل written onto it.
    pub(super) fn joined_name_li(&self, k: usize) -> bool {
        let e = self.tags[k].entity;
        e != 0 && self.mentions.entities[e as usize - 1].span.start > self.doc.tokens[k].span.start
    }

    /// Does أن follow within a few words? Then a noun before it is the speaker's, no object: …، العقيد فلان، أن …
    fn clause_follows(&self, k: usize, limit: usize) -> bool {
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

    pub(super) fn clause_ends(&self, k: usize, end: usize) -> bool {
        k >= end || matches!(self.word(k), "." | "،" | "," | "!" | "؟" | "؛")
    }

    pub(super) fn after_proclitic(&self, k: usize) -> (Opener, usize, usize) {
        let t = &self.tags[k];
        if matches!(self.word(k), "ب" | "ل") {
            (Opener::Preposition, k + 1, 0)
        } else if t.attached != Attached::None {
            (Opener::Preposition, k, t.cut as usize)
        } else {
            (Opener::Preposition, k, "ب".len())
        }
    }

    /// Is token `k` a complement with ب: بإجراء، بـ"…"، بالتحرك?
    pub fn bi_complement(&self, k: usize) -> bool {
        let t = &self.tags[k];
        let w = self.word(k);
        if t.entity != 0 && self.tags.get(k.wrapping_sub(1)).is_some_and(|p| p.entity == t.entity) {
            return false;
        }
        if w == "ب" {
            return k + 1 < self.tags.len();
        }
        // مطالبة بسرعة إطلاق سراحهم: what is to be quick
        if w == "بسرعه" && self.tags.get(k + 1).is_some_and(|n| n.is(class::MASDAR) && !n.conjunction) {
            return true;
        }
        if t.attached == Attached::Bi {
            // أفاد المرصد بتسجيل 70 حالة
            if self.stem(k) == "تسجيل" && self.doc.tokens.get(k + 1).is_some_and(|n| n.kind == TokenKind::Number) {
                return true;
            }
            if t.is(class::VENUE | class::THAT) {
                return false;
            }
            if t.is(class::MASDAR) {
                return true;
            }
            return t.entity == 0 && !t.is(class::ROLE | class::DAY | class::B_WORD | class::MEDIA);
        }
        // not in the lexicon: بتحرك
        match w.strip_prefix('ب') {
            Some(rest) if t.classes & !class::DEFINITE == 0 && t.entity == 0 && t.form == 0 => {
                // بنود: the letter is the word's own
                let news = crate::mentions::entities::news().lexicon();
                let count = |w: &str| news.get(w).map_or(0, |e| u32::from(e.count));
                rest.len() >= 4 && (masdar_like(rest) || count(w) <= 4 * count(rest).max(10))
            }
            _ => false,
        }
    }

    /// After a quoted name: does an opener follow before another attribution begins?
    pub fn opener_follows(&self, from: usize, limit: usize) -> bool {
        // قالت "…" في بيان صادر عن …، اليوم، إن
        let venue = self.tags.get(from).is_some_and(|t| t.is(class::FI))
            && self.tags.get(from + 1).is_some_and(|t| t.is(class::VENUE));
        for k in from..limit.min(from + if venue { 24 } else { 14 }) {
            let t = &self.tags[k];
            if (t.is(class::THAT) && !t.conjunction)
                || self.quote_from(k).is_some_and(|q| q.len() >= 3)
                || self.word(k) == ":"
            {
                return true;
            }
            if t.is(class::AN) && k < from + 2 {
                return true;
            }
            if t.form != 0
                && t.entity == 0
                && !t.is(class::ROLE | class::ADJ)
                && (t.conjunction || k > from && matches!(self.word(k - 1), "،" | ","))
            {
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
    fn object_here(&self, k: usize, overt: bool, first: bool) -> bool {
        let t = &self.tags[k];
        let w = self.word(k);
        // مسؤولون أمنيون أكراد أنهم: the clause follows, so that the word is the speaker's
        if first
            && !t.is(class::MASDAR)
            && self.tags.get(k + 1).is_some_and(|n| n.is(class::THAT) && !n.conjunction)
            && matches!(self.word_at(k + 1), "انه" | "انها" | "انهم" | "انهما")
        {
            return false;
        }
        if self.doc.tokens[k].kind != TokenKind::Arabic || t.attached != Attached::None && !t.is(class::MASDAR) {
            return false;
        }
        // الرؤساء التنفيذيون لـ3 بنوك: a preposition before a figure or marks
        if matches!(w, "ل" | "ب" | "ك") {
            return false;
        }
        // الوكالة المكلفة مراقبة الاتفاق: her task
        if k > 0
            && self.word(k - 1).starts_with("ال")
            && matches!(clitics::strip_article(self.word(k - 1)), "مكلف" | "مكلفه" | "مخول" | "مخوله" | "مكلفون")
        {
            return false;
        }
        // بمناسبة خطاب الاستقلال: the venue's own
        if k > 0 && t.is(class::DEFINITE) && self.tags[k - 1].is(class::VENUE) && !self.tags[k - 1].is(class::DEFINITE)
        {
            return false;
        }
        // no object begins inside a name
        if k > 0 && t.entity != 0 && self.tags[k - 1].entity == t.entity {
            return false;
        }
        // في بيان نشر على الموقع: the paper was published
        if matches!(w, "نشر" | "بث" | "صدر") && k > 0 && self.tags[k - 1].is(class::VENUE | class::DOC) {
            return false;
        }
        // الناجون، أسماؤهم: a nominative
        let source = self.doc.text_of(k);
        if t.is(class::DEFINITE) && w.ends_with("ون") && t.entity == 0
            || ["ؤه", "ؤها", "ؤهم"].iter().any(|e| source.ends_with(e))
        {
            return false;
        }
        if t.attached != Attached::None
            || t.conjunction
            || t.is(class::DAY | class::FILLER | class::PREP)
            || t.is(class::VENUE) && !t.is(class::MASDAR)
        {
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
        // اقترح على رئيس السلطة، فلان، إمكانية …: the name of the one before
        if !first
            && self.entity_kind(k) == Some(crate::model::EntityKind::Person)
            && let Some(end) = (k + 1..self.tags.len().min(k + 5)).find(|&j| self.tags[j].entity != t.entity)
            && matches!(self.word(end), "،" | ",")
        {
            return false;
        }
        // تعهد فلان، المحامي السابق للرئيس، بأنه: who he is
        if !first
            && t.is(class::ROLE)
            && t.is(class::DEFINITE)
            && t.entity == 0
            && matches!(self.word(k - 1), "،" | ",")
        {
            return false;
        }
        // نادي كذا، المنافس في الدوري، تعيين …: an apposition
        if !first
            && t.is(class::DEFINITE)
            && t.entity == 0
            && let Some(comma) = (k + 1..self.tags.len().min(k + 14)).find(|&j| matches!(self.word(j), "،" | "," | "."))
            && self.word(comma) != "."
        {
            let mut j = comma + 1;
            while j < self.tags.len()
                && (self.tags[j].is(class::DAY | class::FILLER) || matches!(self.word(j), "،" | ","))
            {
                j += 1;
            }
            if j < self.tags.len()
                && (self.tags[j].is(class::MASDAR) || masdar_like(self.word(j)))
                && !self.tags[j].conjunction
                && self.tags[j].attached == Attached::None
            {
                return false;
            }
        }
        overt
            && self.begins_noun(k)
            && (first || matches!(self.word(k - 1), "،" | ",") && (t.is(class::DEFINITE | class::ORG) || t.entity != 0))
    }

    /// A listed verbal noun after an adjunct that no comma closes: أكد في اتصال مع الأمين العام [ضرورة …].
    fn object_after_adjunct(&self, k: usize) -> bool {
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
    fn past_apposition(&self, k: usize, end: usize, f: u32) -> usize {
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
            if matches!(self.word(j), "،" | ",") && j + 1 < end && self.begins_noun(j + 1) && !t.is(class::DAY) {
                start = j + 1;
            }
        }
        if self.spoken_of(start, end, f).is_some() { start } else { k }
    }
}
