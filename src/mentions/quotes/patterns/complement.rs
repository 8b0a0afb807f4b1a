//! What opens the words behind a verb of saying: a conjunction, marks, a preposition or the thing itself.

use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Deref;

use super::Opening;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{Form, FormKind, PREPOSITIONS, class, follow};
use crate::mentions::quotes::marks::Quoted;
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{Scan, boundaries};
use crate::model::{EntityKind, TokenKind};
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

/// Words that stress who speaks.
static THEMSELVES: Words = Words::new(&words::SPEECH, "stresses the speaker");

/// Verbal nouns that are written like verbs.
static LIKE_VERBS: Words = Words::new(&words::SPEECH, "verbal noun like a verb");

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

/// Where the content of a cue is looked for, to the right of it.
pub(super) struct Search<'s> {
    pub scan: &'s Scan<'s>,
    /// Token of the cue.
    pub cue: usize,
    pub speaker: Option<Phrase>,
    /// One past the last token where the complement may open.
    pub limit: usize,
    /// One past the last token of the sentence.
    pub end: usize,
    /// What may follow: bits of [`follow`].
    pub follow: u32,
    /// The cue is a verb for certain.
    pub head: bool,
    /// A bare noun may be the object though no subject stands before it.
    pub stated: bool,
}

/// How far a search has come, and what it has come past.
#[derive(Clone, Copy)]
struct Place {
    /// The token reached.
    k: usize,
    /// The one where the search began, past the speaker.
    first: usize,
    /// A noun here begins a phrase of its own.
    boundary: bool,
    /// Inside a relative clause or an aside.
    relative: bool,
    /// Inside a prepositional adjunct.
    adjunct: bool,
    /// After a bare noun phrase that is no complement.
    bare: bool,
    /// Where the first relative clause begins.
    opened: Option<usize>,
}

/// The content, or that there is none; or where to read on.
type Step = ControlFlow<Option<Opening>, Place>;

impl Place {
    fn to(self, k: usize) -> Option<Step> {
        Some(Continue(Place { k, ..self }))
    }

    /// Reads on at `k`, where a phrase of its own may begin or not.
    fn bounded(self, k: usize, boundary: bool) -> Option<Step> {
        Some(Continue(Place { k, boundary, ..self }))
    }
}

/// The content opens at `k`.
fn opens(opener: Opener, k: usize) -> Option<Step> {
    Some(Break(Some(Opening::new(opener, k))))
}

/// Nothing is said.
const NOTHING: Option<Step> = Some(Break(None));

impl<'s> Deref for Search<'s> {
    type Target = Scan<'s>;

    fn deref(&self) -> &Scan<'s> {
        self.scan
    }
}

impl Search<'_> {
    /// The opener of the content.
    pub fn complement(&self) -> Option<Opening> {
        let mut at = self.begin();
        while at.k < self.limit {
            let step = self
                .conjunction(at)
                .or_else(|| self.at_once(at))
                .or_else(|| self.aside(at))
                .or_else(|| self.marks(at))
                .or_else(|| self.behind_relative(at))
                .or_else(|| if at.relative { None } else { self.phrase_opens(at) })
                .or_else(|| self.who_he_is(at))
                .unwrap_or_else(|| self.read_on(at));
            match step {
                Break(found) => return found,
                Continue(next) => at = next,
            }
        }
        None
    }

    fn takes(&self, bits: u32) -> bool {
        self.follow & bits != 0
    }

    fn lemma(&self) -> &'static str {
        self.form(self.cue).map_or("", |f| self.cue_of(f).lemma)
    }

    /// Past the speaker, with what belongs to him or to the verb.
    fn begin(&self) -> Place {
        let mut k = self.speaker.map_or(self.cue + 1, |p| p.next);
        // بيانا أكدت فيه استهداف …
        if k == self.cue + 1 && k + 1 < self.limit && matches!(self.word(k), "فيه" | "فيها" | "خلاله" | "خلالها" | "عبره")
        {
            k += 1;
        }
        // نفى المسلحون أنفسهم التوصل إلى اتفاق
        k += usize::from(self.speaker.is_some() && k < self.limit && THEMSELVES.has(self.word(k)));
        // نفت إيران في ذلك الحين الاتهامات
        let first = self.time_adjunct(k, self.limit).unwrap_or(k);
        k = first;
        // أعلن A وB عن …: the second of two speakers
        if self.speaker.is_some() && k < self.limit && self.joined_name(k) {
            let id = self.tags[k].entity;
            k = (k..self.limit).find(|&j| self.tags[j].entity != id).unwrap_or(self.limit);
        }
        Place { k, first, boundary: true, relative: false, adjunct: false, bare: false, opened: None }
    }

    /// أن, إن: the clause behind it is the content, unless it hangs on something else.
    fn conjunction(&self, at: Place) -> Option<Step> {
        let Place { k, first, .. } = at;
        let t = &self.tags[k];
        if !t.is(class::THAT) || t.conjunction && self.stem(k) == "ان" {
            return None;
        }
        let about = self.takes(follow::AN) && k > first && self.tags[k - 1].is(class::AN);
        if !self.takes(follow::THAT | follow::ILA | follow::ALA | follow::BI) && !about {
            return NOTHING;
        }
        if at.relative && self.word(k).starts_with('ب') && !self.relative_closed(at) || self.hangs_elsewhere(at) {
            return at.to(k + 1);
        }
        Some(Break((k + 1 < self.end).then(|| Opening::new(Opener::That, k + 1))))
    }

    /// أقرت الوزيرة التي شاركت في إدارة المؤتمر بأن: far from the verb of the relative clause, and that no verb of speech.
    fn relative_closed(&self, at: Place) -> bool {
        self.takes(follow::THAT)
            && self.speaker.is_some()
            && at.opened.is_some_and(|opened| {
                at.k >= opened + 5 && (opened..at.k).all(|j| self.tags[j].form == 0 || self.tags[j].entity != 0)
            })
    }

    /// Is the clause at `at` one of purpose, time or condition, or that of another word?
    fn hangs_elsewhere(&self, Place { k, first, .. }: Place) -> bool {
        // تعتبر من أفقر الدول، إن لم تكن أفقرها: a condition
        if self.doc.text_of(k) == "إن" && matches!(self.word_at(k + 1), "لم" | "شاء") && self.lemma() != "قال"
        {
            return true;
        }
        if k == 0 {
            return false;
        }
        let previous = self.word(k - 1);
        let before = if k > 1 { self.word(k - 2) } else { "" };
        let of_saying = || self.doc.text_of(k).starts_with('إ');
        // قالت من قبل إن, أعلنت قبيل ذلك أن: its own clause
        let own = k > first
            && match previous {
                "قبل" | "بعد" | "منذ" => of_saying(),
                "ذلك" => BEFORE_THAT.has(before),
                _ => false,
            };
        // قبل أن، بعد أن
        !own && NO_CONTENT.has(previous)
            // من المرجح أن
            || k > first + 1 && before == "من" && previous.starts_with("ال")
                && self.tags[k - 1].entity == 0 && self.tags[k - 1].classes & !(class::DEFINITE | class::ADJ) == 0
                // مسؤول قريب من المحادثات إن: a clause of the verb
                && !of_saying()
            || previous == "من" && matches!(before, "الرغم" | "بالرغم")
            // يعتبر كذا، سيتم الترويج له على أنه: the clause of another verb
            || previous == "علي" && !self.takes(follow::ALA)
    }

    /// A clause without its conjunction right behind the speaker, or a colon.
    fn at_once(&self, at: Place) -> Option<Step> {
        let Place { k, first, .. } = at;
        let spoken = self.takes(follow::QUOTE | follow::THAT);
        if self.word(k) == ":" {
            return Some(Break((spoken && k + 1 < self.end).then(|| Opening::new(Opener::Colon, k + 1))));
        }
        // وقال الوزير لقد تم تدمير المواقع: neither إن nor a mark
        let indeed = self.word(k) == "لقد" && self.takes(follow::QUOTE) && k + 2 < self.end;
        // تعهد ألا تصبح: أن and لا in one word
        let not_to = || self.doc.text_of(k) == "ألا" && k + 1 < self.end;
        if k == first && self.speaker.is_some() && self.takes(follow::THAT) && (indeed || not_to()) {
            return opens(Opener::That, k);
        }
        None
    }

    /// Asides before the content: whom it was told, why, and who does not tell his name.
    fn aside(&self, at: Place) -> Option<Step> {
        let Place { k, first, .. } = at;
        match self.word(k) {
            // لـ"رويترز"، رداً على سؤال عما إذا …، أنه
            "ل" => {
                let q = self.quote_from(k + 1).filter(|q| q.closed && q.len() <= 4)?;
                if self.is_recipient(k) { at.bounded(q.close + 1, true) } else { None }
            }
            "ردا" if self.word_at(k + 1) == "علي" => self.in_answer(at),
            // وقال خبير، لم تكشف الصحيفة عن هويته، إن
            "لم" if k > first && self.comma(k - 1) => {
                let comma = (k + 2..self.end.min(k + 8)).find(|&j| self.comma(j))?;
                if UNTOLD_IDENTITY.has(self.word(comma - 1)) { at.to(comma) } else { None }
            }
            "اذا" | "لو" if self.tags[k].entity == 0 && !(k == first && self.speaker.is_some()) => NOTHING,
            _ => None,
        }
    }

    /// ردا على سؤال عما إذا …،: up to the comma or the words of the answer.
    fn in_answer(&self, at: Place) -> Option<Step> {
        let k = at.k;
        let comma = (k + 2..self.limit)
            .take_while(|&j| self.word(j) != ":" && self.quote_from(j).is_none_or(|q| q.len() < 6))
            .find(|&j| self.comma(j));
        if let Some(comma) = comma {
            return at.to(comma);
        }
        // وقال الوزير ردا على سؤال حول كذا: "…"
        if self.word_at(k + 2) != "سوال" {
            return None;
        }
        let open = (k + 3..self.end.min(k + 24)).find(|&j| {
            self.word(j) == ":"
                || self.quote_from(j).is_some_and(|q| q.len() >= 6)
                || self.tags[j].is(class::THAT) && self.doc.text_of(j).starts_with('إ')
        })?;
        if open >= self.limit && self.word(open) == ":" {
            let spoken = self.takes(follow::QUOTE | follow::THAT) && open + 1 < self.end;
            return Some(Break(spoken.then(|| Opening::new(Opener::Colon, open + 1))));
        }
        at.bounded(open, true)
    }

    /// Words in marks: names are read over, others are said.
    fn marks(&self, at: Place) -> Option<Step> {
        let k = at.k;
        let Some(q) = self.quote_from(k) else {
            let stray = self.word(k) == "\"" && self.quote_over(k).is_none();
            return if stray { at.to(k + 1) } else { None };
        };
        // نفى المسؤول "بشكل قاطع" تورطه
        if q.closed && q.len() <= 4 && IN_MANNER.has(self.word_at(k + 1)) {
            return at.bounded(q.close + 1, true);
        }
        if q.closed && (self.named_in_marks(at, q) || self.house_in_marks(at, q) || self.name_before_that(at, q)) {
            return at.bounded(q.close + 1, false);
        }
        // اتهم الرئيس في مقابلة مع الوكالة "الخوذ البيضاء" بأنها …: the accused in marks
        if q.closed
            && q.len() <= 4
            && at.adjunct
            && self.takes(follow::ACCUSE)
            && !self.tags[k - 1].is(class::MEDIA | class::ORG)
            && self
                .tags
                .get(q.close + 1)
                .is_some_and(|n| n.is(class::THAT) || n.attached == Attached::Bi && n.is(class::MASDAR))
        {
            return opens(Opener::Object, k);
        }
        self.said_in_marks(at, q)
    }

    /// في مقابلة مع صحيفة "…"، في بحث بعنوان "…": a name in marks.
    fn named_in_marks(&self, Place { k, first, relative, .. }: Place, q: Quoted) -> bool {
        if k <= first {
            return false;
        }
        let p = &self.tags[k - 1];
        p.is(class::ORG | class::MEDIA)
            && q.len() <= 5
            // وقال لبي بي سي "لا مجال للتراجع": a whole name, and a clause behind it
            && !(p.entity != 0
                && q.len() >= 4
                && self.takes(follow::QUOTE)
                && self.clause_ends(q.close + 1, self.end))
            // التي نالت جائزة عن فيلم "كذا"، إلى …
            || relative && q.len() <= 4 && boundaries::NAMED_IN_MARKS.has(self.word(k - 1))
            || matches!(self.word(k - 1), "بعنوان" | "عنوان" | "عنوانه" | "عنوانها" | "اسم")
    }

    /// أعلنت شركة النفط العملاقة "أرامكو"، الجمعة، عدم صحة …: the speaker's name.
    fn house_in_marks(&self, at: Place, q: Quoted) -> bool {
        q.len() <= 2
            && at.k == at.first
            && self.speaker.is_some_and(|p| self.tags[p.start].is(class::ORG))
            && !self.tags[at.k + 1].is(class::MASDAR)
            && matches!(self.word_at(q.close + 1), "،" | ",")
            && self.takes(follow::OBJECT)
    }

    /// أركان حرب "اللواء التاسع حرس حدود"، بأن …: a name in marks when the clause follows.
    fn name_before_that(&self, at: Place, q: Quoted) -> bool {
        q.len() <= 6
            && at.k > at.first
            && !matches!(self.word(at.k - 1), "،" | "," | "-" | "–")
            && (q.close + 1..self.limit.min(q.close + 4))
                .find(|&j| !self.comma(j) && !self.tags[j].is(class::DAY))
                .is_some_and(|that| self.tags[that].is(class::THAT) && !self.tags[that].conjunction)
    }

    /// Words in marks that are no plain name: said, or the object.
    fn said_in_marks(&self, at: Place, q: Quoted) -> Option<Step> {
        let Place { k, boundary, adjunct, bare, .. } = at;
        let previous = |classes: u32| k > 0 && self.tags[k - 1].is(classes);
        let name = (q.len() <= 3 || q.len() <= 6 && previous(class::AN | class::ORG | class::DOC))
            && q.closed
            && self.opener_follows(q.close + 1, self.limit);
        if !name && q.len() > 0 && self.takes(follow::QUOTE | follow::THAT) {
            // يوضح موقفه من "الرئاسة مدى الحياة": a name in marks
            let of_noun = !boundary
                && previous(class::PREP)
                && (bare && q.len() <= 5 || adjunct && q.len() <= 2 && k > at.first + 1);
            let short = q.len() <= 2
                && !boundary
                && k > at.first
                && (bare && !adjunct || !self.clause_ends(q.close + 1, self.end));
            // أظهرت بيانات ارتفاع المؤشر "التضخم": a cue of clauses has no word in marks
            if !short && !of_noun && (self.takes(follow::QUOTE) || q.len() >= 4) {
                return opens(Opener::Quote, k);
            }
        } else if self.takes(follow::OBJECT) && boundary {
            let next = &self.tags[k + 1];
            // أعلنت "تأييدها" قرار …
            if if name { self.head && next.is(class::MASDAR) } else { !next.is(class::PREP) } {
                return opens(Opener::Object, k);
            }
        }
        if boundary && self.takes(follow::DESCRIBE | follow::ACCUSE | follow::BLAME) {
            return None;
        }
        at.bounded(q.close + 1, true)
    }

    /// The object or the deed right behind a relative clause that nothing marks the end of.
    fn behind_relative(&self, at: Place) -> Option<Step> {
        let Place { k, relative: true, .. } = at else { return None };
        if self.speaker.is_none() || k == 0 {
            return None;
        }
        let (e, before) = (self.tags[k].entity, self.tags[k - 1].entity);
        // يتهم التحالف الذي تقوده السعودية في اليمن إيران بـ: two names side by side are not of one clause
        if self.takes(follow::ACCUSE)
            && e != 0
            && before != 0
            && before != e
            && self.entity_kind(k - 1) == Some(EntityKind::Place)
            && !self.joined_name(k)
            && (k + 1..self.limit).find(|&j| self.tags[j].entity != e).is_some_and(|j| self.bi_complement(j))
        {
            return opens(Opener::Object, k);
        }
        // طالب الناجون من الحريق الذي وقع في مارس رئيس البلدية باتخاذ إجراءات: behind a name in a relative clause that a day or
        // another name ends
        if self.takes(follow::TARGET)
            && self.takes(follow::BI)
            && let Some(opened) = at.opened
            && k >= opened + 5
            && self.bi_complement(k)
            && self.masdar_at(k, self.tags[k].cut as usize)
            && before != 0
            && let Some(name) = (opened + 1..k).rev().take_while(|&j| self.tags[j].entity == before).last()
            && (self.tags[name - 1].is(class::DAY) || self.tags[name - 1].entity != 0)
            && !self.joined_name(name)
        {
            return Some(Break(Some(self.after_proclitic(k))));
        }
        None
    }

    /// A preposition or a noun that opens the complement.
    fn phrase_opens(&self, at: Place) -> Option<Step> {
        self.preposition(at)
            .or_else(|| self.proclitic(at))
            .or_else(|| self.accused(at))
            .or_else(|| self.deed_behind_noun(at))
            .or_else(|| self.object(at).then(|| opens(Opener::Object, at.k)).flatten())
    }

    /// إلى، على، عن، من، في, where the cue asks for them.
    fn preposition(&self, at: Place) -> Option<Step> {
        let (k, next) = (at.k, at.k + 1);
        let t = &self.tags[k];
        let open = PREPOSITIONS.iter().any(|&(bit, class)| {
            // حذر من جهته من أن
            self.takes(bit) && t.is(class) && !(class == class::MIN && OWN_SIDE.has(self.word_at(next)))
        });
        if !open || t.cut > 2 || at.bare && !self.takes(follow::TARGET) || k > 0 && self.besides(k) || self.sent_to(k) {
            return None;
        }
        if next >= self.end {
            return NOTHING;
        }
        let n = &self.tags[next];
        if n.is(class::THAT) {
            return at.to(next);
        }
        // أكد في بيان على تويتر أن: where it was written
        if t.is(class::ALA) && (n.is(class::MEDIA) || WRITTEN_WHERE.has(self.word(next))) {
            return at.to(k + 2);
        }
        // حذر من بيروت، أعلن عن: not a venue or a day
        let content = !n.is(class::VENUE | class::DAY)
            || t.is(class::AN)
            // دعا إلى اجتماع طارئ
            || t.is(class::ILA) && self.takes(follow::TARGET) && !n.is(class::DAY);
        if content && self.doc.tokens[next].kind != TokenKind::Punct
            || self.quote_from(next).is_some()
            || self.word(k) == "الي" && self.word(next) == "#"
        {
            return opens(Opener::Preposition, next);
        }
        None
    }

    /// فضلا عن, مصادر مطلعة على الصفقة, إضافة إلى كذا: a preposition of the word before it.
    fn besides(&self, k: usize) -> bool {
        let (t, previous) = (&self.tags[k], self.word(k - 1));
        t.is(class::AN) && BESIDES.has(previous)
            || t.is(class::ALA) && INFORMED.has(clitics::strip_article(previous))
            || t.is(class::ILA) && matches!(previous, "اضافه" | "بالاضافه")
    }

    /// ب or ل written onto the complement.
    fn proclitic(&self, at: Place) -> Option<Step> {
        let k = at.k;
        let t = &self.tags[k];
        if self.takes(follow::BI) && (!at.bare || self.takes(follow::TARGET)) && self.bi_complement(k) {
            return Some(Break(Some(self.after_proclitic(k))));
        }
        if self.takes(follow::LI)
            && !at.adjunct
            && t.attached == Attached::Li
            && !self.is_recipient(k)
            // دعا فلان المرشح للانتخابات الرئاسية الناخبين إلى
            && !(k > 0 && STANDS_FOR.has(clitics::strip_article(self.word(k - 1))))
            && (t.is(class::MASDAR)
                || masdar_like(clitics::strip_article(self.stem(k)))
                // للتعامل: the article lost its alef
                || t.is(class::DEFINITE)
                    && (k == at.first || self.stem(k).strip_prefix('ل').is_some_and(masdar_like)))
        {
            return opens(Opener::Preposition, k);
        }
        None
    }

    /// The one accused, described or blamed, with what is said of him behind it.
    fn accused(&self, at: Place) -> Option<Step> {
        let k = at.k;
        let t = &self.tags[k];
        if !self.takes(follow::ACCUSE | follow::DESCRIBE | follow::BLAME)
            || !(at.boundary || at.adjunct && self.name_behind_adjunct(k))
        {
            return None;
        }
        let counted = self.doc.tokens[k].kind == TokenKind::Number && self.takes(follow::ACCUSE);
        // وصف المطالبة بأنها
        let noun =
            || t.form != 0 && t.is(class::DEFINITE) && self.word(k).starts_with("ال") && t.attached == Attached::None;
        if !counted && !self.begins_noun(k) && !noun() {
            return None;
        }
        let whom = self.spoken_of(k, self.end, self.follow).map(|s| {
            let after_comma = k > at.first && self.comma(k - 1);
            let from = if after_comma { self.past_apposition(s, self.end, self.follow) } else { s };
            Opening::new(Opener::Object, from)
        });
        Some(Break(whom))
    }

    /// اتهم الوزير خلال التظاهرة إسرائيل بـ: a name after an adjunct.
    fn name_behind_adjunct(&self, k: usize) -> bool {
        let e = self.tags[k].entity;
        if e == 0 || k == 0 || !self.takes(follow::ACCUSE | follow::DESCRIBE) {
            return false;
        }
        let previous = &self.tags[k - 1];
        previous.entity != e
            && (previous.is(class::DEFINITE | class::VENUE)
                || previous.entity != 0
                // في بيان مشترك روسيا
                || k > 1 && self.tags[k - 2].is(class::VENUE) && previous.attached == Attached::None)
    }

    /// تعهد كيم المرح [بعدم كذا]: what follows with ب is the complement.
    fn deed_behind_noun(&self, at: Place) -> Option<Step> {
        let (t, next) = (&self.tags[at.k], at.k + 1);
        let deed = self.takes(follow::BI)
            && t.is(class::DEFINITE)
            && !t.is(class::MASDAR)
            && t.entity == 0
            && next < self.limit
            && self.tags[next].is(class::MASDAR)
            && at.boundary
            && self.speaker.is_some()
            && self.bi_complement(next);
        deed.then(|| Break(Some(self.after_proclitic(next))))
    }

    /// Is a bare noun here the object?
    fn object(&self, Place { k, first, boundary, adjunct, .. }: Place) -> bool {
        let limit = self.limit;
        let t = &self.tags[k];
        let masdar = t.is(class::MASDAR);
        if !self.takes(follow::OBJECT) || !self.head || k <= self.cue {
            return false;
        }
        // ذكر المركز في بيان نشره أن: the clause, before a happening
        let clause = || (k..limit).any(|j| self.tags[j].is(class::THAT) && !self.tags[j].conjunction);
        let deed = || (k + 1..limit.min(k + 9)).take_while(|&j| !self.comma(j)).any(|j| self.bi_complement(j));
        if self.lemma() == "ذكر" && clause() || self.takes(follow::TARGET) && self.takes(follow::BI) && deed() {
            return false;
        }
        if self.takes(follow::THAT) && !masdar && !masdar_like(self.word(k)) && self.clause_follows(k, limit) {
            return false;
        }
        let participle = || self.form(self.cue).is_some_and(|f| f.kind == FormKind::Participle);
        // نفت روسيا بشدة لعب أي دور
        let at_first =
            k == first || k == first + 1 && matches!(self.word(first), "بشده" | "قطعيا" | "بحزم" | "تماما" | "رسميا");
        // نفى دفع مال, نفى دفعه أموالا: what a verb of denying takes is no verb
        let denied = || {
            let bare = ["ها", "هم", "ه"].iter().find_map(|p| self.word(k).strip_suffix(p)).unwrap_or(self.word(k));
            matches!(self.lemma(), "نفى" | "أنكر") && t.attached == Attached::None && LIKE_VERBS.has(bare)
        };
        boundary && (self.object_here(k, self.speaker.is_some() || self.stated || participle(), at_first) || denied())
            || adjunct && self.object_after_adjunct(k)
            // ناشدوا ترامب عدم …
            || self.takes(follow::TARGET) && k > first && masdar && self.tags[k - 1].entity != 0
    }

    /// وعبر فلان، وهو من مؤسسي الحزب، عن قلقه: who he is, up to the comma before the complement.
    fn who_he_is(&self, at: Place) -> Option<Step> {
        let k = at.k;
        if !self.comma(k) || self.speaker.is_none() || !matches!(self.word_at(k + 1), "وهو" | "وهي" | "وهم" | "وهما")
        {
            return None;
        }
        let comma = (k + 2..self.limit.min(k + 16))
            .take_while(|&j| !self.tags[j].is(class::THAT) && self.quote_from(j).is_none() && self.word(j) != ":")
            .find(|&j| self.comma(j))?;
        let free = Place { boundary: true, relative: false, adjunct: false, bare: false, ..at };
        free.to(comma + 1)
    }

    /// Past a token that opens nothing, unless it shows that nothing is said.
    fn read_on(&self, mut at: Place) -> Step {
        let k = at.k;
        let t = &self.tags[k];
        let w = self.word(k);
        // - الذي كان أسيرا خمسة أعوام -
        let dash = || at.relative && matches!(w, "-" | "–" | "—") && (at.first..k).any(|j| self.word(j) == w);
        if self.comma(k) || dash() {
            (at.boundary, at.relative, at.adjunct) = (true, false, false);
        } else if t.is(class::DAY | class::FILLER) {
            at.boundary = true;
        } else if self.speaker.is_some() && self.word(k) == "من" && OWN_SIDE.has(self.word_at(k + 1)) {
            // نفى الوزير من جانبه ارتكابه أي اعتداء
            at.boundary = true;
            at.k += 1;
        } else if self.doc.tokens[k].kind != TokenKind::Number || !at.boundary {
            let phrase = t.is(class::PREP) || self.is_recipient(k);
            if phrase || self.bare_preposition(k) || t.is(class::VENUE) {
                at.adjunct = true;
            } else if !at.adjunct && !at.relative && self.doc.tokens[k].kind == TokenKind::Arabic && !t.is(class::REL) {
                at.bare = true;
            }
            // nothing but the complement may stand here
            let far = !self.takes(follow::TARGET | follow::THAT | follow::QUOTE)
                && at.boundary
                && !phrase
                && !t.is(class::VENUE)
                && k > at.first + 8;
            if far || self.another_report(at) {
                return Break(None);
            }
            // بحسب inside: an aside up to the next comma
            at.relative |= t.is(class::REL) || k > at.first && self.phrase_cue(k).is_some();
            if t.is(class::REL) {
                at.opened = at.opened.or(Some(k));
            }
            at.boundary = self.adjunct_ends(k);
        }
        at.k += 1;
        Continue(at)
    }

    /// May the object stand behind token `k`, which closes an adjunct?
    fn adjunct_ends(&self, k: usize) -> bool {
        let previous = k.checked_sub(1);
        // a closed phrase after في بيان may be followed by the object
        // and after its owner: في بيان لها
        let venue = self.tags[k].is(class::VENUE)
            || OWNER.has(self.word(k)) && previous.is_some_and(|p| self.tags[p].is(class::VENUE));
        // اتهم في وقت سابق فرنسا بـ
        let earlier = matches!(self.word(k), "سابق" | "لاحق") && previous.is_some_and(|p| self.word(p) == "وقت");
        venue && self.takes(follow::OBJECT | follow::BLAME) || earlier && self.takes(follow::ACCUSE | follow::DESCRIBE)
    }

    /// Does a verb or noun of saying here have the content for itself?
    fn another_report(&self, at: Place) -> bool {
        let Place { k, relative, .. } = at;
        let t = &self.tags[k];
        let Some(form) = self.form(k) else { return false };
        if t.entity != 0 || t.is(class::ADJ | class::ROLE) || self.tells_of_speaker(k) || self.behind_preposition(at) {
            return false;
        }
        if relative {
            return form.finite() && k > 0 && self.tags[k - 1].is(class::REL) && self.clause_of_relative(k);
        }
        // في تصريح أورده الموقع: where the paper stood
        let placed = k > 0 && self.tags[k - 1].is(class::VENUE | class::DOC) && form.pronoun && form.finite();
        !placed && self.takes_content(at, form)
    }

    /// Verbs on who the speaker is or whom he told, which are no report.
    fn tells_of_speaker(&self, k: usize) -> bool {
        let Some(next) = self.tags.get(k + 1) else {
            return matches!(self.word(k), "يدعي" | "تدعي" | "ويدعي" | "وتدعي");
        };
        match self.word(k) {
            "يدعي" | "تدعي" | "ويدعي" | "وتدعي" => !next.is(class::THAT),
            // قال مسؤول تحدث لوكالة كذا، شريطة عدم كشف اسمه، إن
            "تحدث" | "تحدثت" | "تحدثوا" => {
                k + 1 < self.limit && (self.is_recipient(k + 1) || ON_CONDITION.has(self.word(k + 1)))
            }
            // وقال مراد، وهو كهربائي يبلغ من العمر 45 عاما: "…"
            "يبلغ" | "تبلغ" | "البالغ" | "البالغه" => {
                k + 1 < self.limit
                    && (matches!(self.word(k + 1), "من" | "عمره" | "عمرها")
                        || self.doc.tokens[k + 1].kind == TokenKind::Number)
            }
            _ => false,
        }
    }

    /// في إفادة, على حد: behind a preposition stands a noun.
    fn behind_preposition(&self, Place { k, first, .. }: Place) -> bool {
        k > 0
            && (self.tags[k - 1].is(class::FI | class::ALA | class::ILA)
                // في معرض إجابته على سؤال
                || k > first + 1 && self.word(k - 1) == "معرض")
    }

    /// كرر حديث الرئيس الذي أكد فيه أن: the clause is the relative's.
    fn clause_of_relative(&self, k: usize) -> bool {
        let limit = self.limit;
        let Some(that) = (k + 1..limit.min(k + 5)).find(|&j| self.tags[j].is(class::THAT)) else { return false };
        // another report behind it has no second clause
        let again = (that + 1..limit.min(that + 24))
            .find(|&m| {
                self.tags[m].is(class::THAT) && !self.tags[m].conjunction
                    || self.form(m).is_some_and(|f| f.kind != FormKind::Masdar) && self.tags[m].entity == 0
            })
            .is_some_and(|m| self.tags[m].is(class::THAT));
        if again {
            return false;
        }
        if self.lemma() != "قال" {
            return true;
        }
        let of_saying = |j: usize| self.doc.text_of(j).starts_with('إ');
        // وقالت الدراسة التي نشرت الثلاثاء إن: the إن of saying
        let hers = that > k + 1 && of_saying(that) && self.form(k).is_some_and(|f| self.cue_of(f).lemma != "قال");
        // قال فلان، الذي طالب بأن تتشدد، لزملائه إنه: the إن of saying comes after the clause
        let later = !self.doc.text_of(that).contains('إ')
            && (that + 1..limit)
                .any(|m| self.tags[m].is(class::THAT) && of_saying(m) && (that + 1..m).any(|c| self.comma(c)));
        !hers && !later
    }

    /// قال … قائلا / مضيفا: another cue has the content.
    fn takes_content(&self, Place { k, first, .. }: Place, form: Form) -> bool {
        let cue = self.cue_of(form);
        let behind = |words: &[&str]| k > first && words.contains(&self.word(k - 1));
        let clause = || self.tags.get(k + 1).is_some_and(|n| n.is(class::THAT));
        match form.kind {
            // قال متحدثا في اجتماع: "…"
            FormKind::Participle => cue.lemma != "تحدث",
            FormKind::Present => true,
            // لكنه ذكر أن
            FormKind::Past => {
                !cue.takes(follow::NOUN)
                    || self.tags[k].conjunction && behind(&["،", ","])
                    || clause()
                    // نفت الوزارة الخبر، إذ ذكرت الوكالة أن: another one
                    || behind(&["اذ", "فيما", "بينما", "كما"]) && self.find(k, self.end, k).is_some()
            }
            FormKind::Masdar => {
                // إضرابا دعت إليه النقابات على الرغم من دعوة الملك إلى الحوار
                cue.lemma == "دعا" && !form.pronoun && k > first && self.find(k, self.end, k).is_some()
                    // رفض التعليق مكتفيا بالقول إن
                    || cue.lemma == "قال" && (form.pronoun || k > first)
            }
        }
    }
}

impl Scan<'_> {
    /// مبعوث الأمم المتحدة الخاص إلى سوريا: where an envoy was sent, with another إلى or his name behind it.
    pub fn sent_to(&self, k: usize) -> bool {
        static SENT: Words = Words::new(&words::SPEECH, "sent to a place");
        self.tags[k].is(class::ILA)
            && self.entity_kind(k + 1) == Some(EntityKind::Place)
            && (k.saturating_sub(7)..k).any(|j| SENT.has(clitics::strip_article(self.stem(j))))
            && (k.saturating_sub(7)..k).all(|j| !self.person(j))
    }

    pub(super) fn clause_ends(&self, k: usize, end: usize) -> bool {
        k >= end || matches!(self.word(k), "." | "،" | "," | "!" | "؟" | "؛")
    }

    pub(super) fn after_proclitic(&self, k: usize) -> Opening {
        let t = &self.tags[k];
        let alone = matches!(self.word(k), "ب" | "ل");
        let offset = match t.attached {
            _ if alone => 0,
            Attached::None => "ب".len(),
            _ => t.cut as usize,
        };
        Opening { offset, ..Opening::new(Opener::Preposition, k + usize::from(alone)) }
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
                && (t.conjunction || k > from && self.comma(k - 1))
            {
                return false;
            }
        }
        false
    }
}
