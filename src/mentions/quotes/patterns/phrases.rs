//! Attribution without a verb: `بحسب X`, before, behind and inside the clause.

use super::walk::Attribution;
use super::{Found, Opening};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{Draft, How, Scan, boundaries};
use crate::model::{ClaimKind, Span, SpeakerKind, TokenKind};

/// Shortest content of a post-posed attribution, in tokens.
const LEAST_BEFORE: usize = 3;

/// Tokens before the counted last clause of a sentence (see `counted_tail`): shorter sentences are told as a whole.
const TAIL_AFTER: usize = 8;

/// Verbs of what came.
static CAME: Words = Words::new(&words::SPEECH, "came");

/// Conjunctions before a verb of reporting.
static ACCORDING_WHAT: Words = Words::new(&words::SPEECH, "according to what");

/// Verbs that say what became of a paper.
static OF_THE_PAPER: Words = Words::new(&words::SPEECH, "said of a paper");

/// Words that open what a source says.
static THEN_THAT: Words = Words::new(&words::SPEECH, "opens what a source says");

/// Words that open what a paper says.
static THEN_HE: Words = Words::new(&words::SPEECH, "opens behind a paper");

/// Verbs for how a newspaper came by a document.
static SEEN_BY_US: Words = Words::new(&words::SPEECH, "seen by the paper");

/// Verbs whose first ف is of the root.
static ROOT_F: Words = Words::new(&words::SPEECH, "verb with its own ف");

/// Words that open a sentence before its verb.
static LEAD_IN: Words = Words::new(&words::SPEECH, "leads in");

/// Beginnings of words whose و is of the root.
static ROOT_W: Words = Words::new(&words::SPEECH, "word with its own و");

/// Words at the head of a line that points to another story.
static READ_MORE: Words = Words::new(&words::SPEECH, "read more");

/// What stands behind an attribution.
enum Behind {
    /// The content, from this token.
    Words(usize),
    /// A report with a speaker of its own, which the one named only passes on.
    Report,
}

impl Scan<'_> {
    /// A phrase of attribution at token `i`: بحسب، وفق، حسبما، على حد قوله … ; the token after it.
    pub fn phrase_cue(&self, i: usize) -> Option<usize> {
        let w = self.word(i);
        let w = match w {
            "فحسب" | "فبحسب" | "فوفق" | "فوفقا" => &w['ف'.len_utf8()..],
            "وفق" | "وفقا" => w,
            _ if w.len() > 6 => w.strip_prefix('و').unwrap_or(w),
            _ => w,
        };
        let next = self.tags.get(i + 1)?;
        match w {
            "بحسب" | "حسب" | "وفق" => {
                let li = matches!(self.word(i + 1), "ما" | "لما");
                Some(i + 1 + usize::from(li))
            }
            "وفقا" | "طبقا" => {
                if self.word(i + 1) == "لما" {
                    Some(i + 2)
                } else if next.attached == Attached::Li || self.word(i + 1).starts_with('ل') {
                    Some(i + 1 + usize::from(self.word(i + 1) == "ل"))
                } else {
                    None
                }
            }
            "حسبما" | "وفقما" | "بحسبما" => Some(i + 1),
            "علي" if self.word(i + 1) == "حد" => Some(i + 2),
            // …، على ما أعلنت الشرطة: no complement of its own
            "علي"
                if self.word(i + 1) == "ما"
                    && i > 0
                    && (self.comma(i - 1) || self.quote_over(i - 1).is_some_and(|q| q.close == i - 1))
                    && self.tags.get(i + 2).is_some_and(|v| !v.conjunction && v.entity == 0)
                    && self.form(i + 2).is_some_and(|f| {
                        f.finite() && self.cue_of(f).takes(follow::QUOTE | follow::RELAY | follow::THAT)
                    }) =>
            {
                Some(i + 2)
            }
            // جاء التهديد على لسان فلان: what came is no statement
            "علي" if self.word(i + 1) == "لسان" && !(1..=3).any(|o| i >= o && CAME.has(self.word(i - o))) => {
                Some(i + 2)
            }
            "نقلا"
                if next.is(class::AN)
                    && i > 0
                    && (matches!(self.word(i - 1), "،" | "," | "\"" | "." | "»" | "*")
                        || self.quote_over(i - 1).is_some()) =>
            {
                Some(i + 2)
            }
            // …، كما أعلنت الرئاسة: the verb has no complement of its own
            "كما"
                if i > 0
                    && self.form(i + 1).is_some_and(|f| {
                        (f.kind == FormKind::Past
                            // …، كما تقول السلطات.
                            || f.kind == FormKind::Present
                                && !next.future
                                && self.comma(i - 1)
                                && matches!(self.cue_of(f).lemma, "قال" | "أكد" | "رأى" | "ذكر"))
                            && !f.pronoun
                            && self.cue_of(f).takes(follow::QUOTE)
                            && !self.cue_of(f).takes(follow::TARGET)
                    })
                    && !next.conjunction
                    && next.entity == 0 =>
            {
                let end = self.doc.sentence_tokens(self.doc.sentence_at(self.doc.tokens[i].span.start)).end;
                self.find(i + 1, end, i + 1).is_none().then_some(i + 1)
            }
            "وجهه" if i > 0 && self.word(i - 1) == "من" && self.word(i + 1) == "نظر" => Some(i + 2),
            _ => None,
        }
    }

    /// Who speaks after a phrase cue, and where that ends. `Some((None, …))` for على حد قوله.
    pub fn phrase_speaker(&self, i: usize, cue_end: usize, end: usize) -> Option<(Option<Phrase>, usize)> {
        if cue_end >= end {
            return None;
        }
        let limit = end.min(cue_end + 20);
        match self.word(i) {
            w if w.ends_with("علي") && self.word(i + 1) == "حد" => self.on_words_of(cue_end, limit),
            "كما" => self.as_said_by(cue_end, limit, end).map(|p| (Some(p), p.next)),
            _ if ACCORDING_WHAT.has(self.word(cue_end - 1)) => self.by_what_says(cue_end, limit),
            _ => self.according_to(i, cue_end, limit).map(|p| (Some(p), p.next)),
        }
    }

    /// على حد قوله, على حد تعبير X
    fn on_words_of(&self, cue_end: usize, limit: usize) -> Option<(Option<Phrase>, usize)> {
        let w = self.word(cue_end);
        let stem = w.strip_prefix('ت').unwrap_or(w);
        if !(w.starts_with("قول")
            || w.starts_with("تعبير")
            || w.starts_with("وصف")
            || w.starts_with("زعم")
            || stem.starts_with("عبير"))
        {
            return None;
        }
        if w.ends_with('ه') || w.ends_with("ها") || w.ends_with("هم") {
            return Some((None, cue_end + 1));
        }
        let p = self.phrase(cue_end + 1, limit, Mode::default())?;
        Some((Some(p), p.next))
    }

    /// كما قال X
    fn as_said_by(&self, cue_end: usize, limit: usize, end: usize) -> Option<Phrase> {
        let p = self.phrase(cue_end + 1, limit, Mode::default())?;
        let t = &self.tags[p.start];
        let somebody = t.is(class::ROLE | class::ORG | class::ANON | class::MEDIA | class::DOC) || !self.untagged(&p);
        let after = self.skip_fillers(p.next, end);
        // كما أفاد التلفزيون نقلا عن الوزارة
        if self.word_at(after) == "نقلا"
            && self.tags.get(after + 1).is_some_and(|n| n.is(class::AN))
            && after + 2 < limit
            && let Some(source) = self.phrase(after + 2, limit, Mode::default())
        {
            return Some(source);
        }
        let closed = self.clause_ends(after, end)
            || self.tags[p.next].is(class::FI | class::DAY | class::VENUE | class::PREP)
                && !(p.next..end).any(|k| self.tags[k].is(class::THAT) && !self.tags[k].conjunction);
        (somebody && closed).then_some(p)
    }

    /// وفق ما أفادت الشرطة، بحسب ما جاء في بيان
    fn by_what_says(&self, cue_end: usize, limit: usize) -> Option<(Option<Phrase>, usize)> {
        let w = self.word(cue_end);
        let after = if matches!(w, "جاء" | "ورد" | "جاءت" | "نشر")
            && self.tags.get(cue_end + 1)?.is(class::FI | class::ALA)
        {
            cue_end + 2
        } else {
            cue_end + 1
        };
        if self.form(cue_end).is_none() && after == cue_end + 1 && !OF_THE_PAPER.has(w) {
            return None;
        }
        // وفقا لما نقلته A عن B: B speaks
        if self.form(cue_end).is_some_and(|f| self.cue_of(f).lemma == "نقل")
            && let Some(an) =
                (after..limit.min(after + 8)).take_while(|&k| !matches!(self.word(k), "،" | "," | ".")).find(|&k| {
                    self.tags[k].is(class::AN) && self.tags[k].attached == Attached::None
                        // نقلته الوكالة على لسان المتحدث
                        || self.word(k) == "لسان" && self.word(k - 1) == "علي"
                })
            && let Some(p) = self.phrase(an + 1, limit, Mode::default())
        {
            return Some((Some(p), p.next));
        }
        match self.phrase(after, limit, Mode { quoted: true, ..Mode::default() }) {
            Some(p) => Some((Some(p), p.next)),
            None => Some((None, after)),
        }
    }

    /// بحسب X, وفقا لـX
    fn according_to(&self, i: usize, cue_end: usize, limit: usize) -> Option<Phrase> {
        let p = self.phrase_after_li(cue_end, limit)?;
        // وحسب المجموعة، فإن …: a clause that hangs on it
        let hangs = matches!(self.word_at(p.next), "،" | ",")
            && matches!(self.word_at(p.next + 1), "فان" | "فانه" | "فانها" | "فقد")
            && self.tags[p.start].is(class::DEFINITE)
            && !self.tags[p.start].is(class::BADHEAD | class::MASDAR);
        // ووفقا لمبتكرها، فلان، فإن: the name after a noun that no list has
        if !hangs
            && p.name.0 == p.start
            && matches!(self.word_at(p.next), "،" | ",")
            && let Some((from, to)) = self.apposed_name(p.next + 1, limit)
            && self.person(from)
            && matches!(self.word_at(to), "،" | ",")
            && matches!(self.word_at(to + 1), "فان" | "فانه" | "فانها" | "فقد")
        {
            let kind = SpeakerKind::Named;
            let named = Phrase { role: Some((p.start, p.end)), name: (from, to), next: to, kind, ..p };
            return Some(named);
        }
        (hangs || self.speaks(&p, i)).then_some(p)
    }

    /// A phrase whose first word may carry ل (وفقا لوزارة الصحة).
    fn phrase_after_li(&self, a: usize, b: usize) -> Option<Phrase> {
        if self.tags[a].attached == Attached::Li || (self.tags[a].classes == 0 && self.word(a).starts_with('ل')) {
            return self.phrase_with_li(a, b);
        }
        self.phrase(a, b, Mode { quoted: true, ..Mode::default() })
    }

    /// Can it speak? `وفق` also means "in line with": a law, a plan, a price.
    fn speaks(&self, p: &Phrase, cue: usize) -> bool {
        let t = &self.tags[p.start];
        let stem = self.stem(p.start);
        let bare = stem.strip_prefix("ال").unwrap_or(stem);
        // وفقا للاتفاقية: ل on the article
        let bare = bare.strip_prefix('ل').filter(|_| t.attached == Attached::Li || p.li).unwrap_or(bare);
        let bad = t.is(class::BADHEAD)
            || self
                .words
                .entries
                .get(stem)
                .or_else(|| self.words.entries.get(bare))
                .is_some_and(|e| e.classes & class::BADHEAD != 0);
        if bad || t.is(class::MASDAR) && !t.is(class::DOC | class::ANON) {
            return false;
        }
        if t.is(class::ROLE | class::ORG | class::DOC | class::ANON | class::MEDIA)
            || (p.start..p.end).any(|k| self.tags[k].entity != 0)
        {
            return true;
        }
        if self.quote_over(p.start).is_some() {
            return true;
        }
        let strict =
            self.word(cue).ends_with("وفق") || self.word(cue).ends_with("حسب") && !self.word(cue).contains("بحسب");
        let set_off = cue > 0 && matches!(self.word(cue - 1), "،" | "," | "\"" | "»") || cue == 0;
        let people = t.is(class::DEFINITE) && (stem.ends_with("ون") || stem.ends_with("ين"));
        people || (!strict && set_off && !t.is(class::DEFINITE) && t.classes == 0 && !masdar_like(stem))
    }

    /// `وبحسب X، …` / `ووفق ما أفادت X فإن …` at the head of a clause.
    pub(super) fn opening_phrase(&self, a: &Attribution, relay: &mut Option<(usize, usize)>) -> Option<(Draft, usize)> {
        let (phrase, end) = (a.speaker?, a.end);
        let start = match self.behind_attribution(a, &phrase)? {
            Behind::Words(start) if !self.report_follows(start, end) => start,
            // وبحسب رويترز، قال المشنوق …: the channel of what follows
            _ => {
                *relay = Some(phrase.name);
                return None;
            }
        };
        let c = self.content(start, 0, end, Opener::That)?;
        // وفقا لوكالة …، …، بحسب ما أفاد شهود: the last one spoke
        let second = if c.next < end { self.phrase_cue(c.next) } else { None };
        let (speaker, reported_by, next) = match second.and_then(|e| self.phrase_speaker(c.next, e, end)) {
            Some((Some(p), to)) => (p, Some(phrase.name), to),
            _ => (phrase, None, c.next),
        };
        let (s, rule) = (a.sentence, "quote.phrase-before");
        Some((self.phrase_draft(s, a.cue, Some(speaker), reported_by, c.span, c.kind, c.fragments, rule), next))
    }

    /// What stands behind an attribution and its relative clause or adjunct: بحسب النص الذي نشرته المنظمة، …
    fn behind_attribution(&self, a: &Attribution, phrase: &Phrase) -> Option<Behind> {
        let end = a.end;
        let words = |k: usize| (k < end).then_some(Behind::Words(k));
        let mut k = a.next;
        while k < end.min(a.next + 22) {
            let t = &self.tags[k];
            let first = k == a.next;
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() < 4
                && !first
            {
                k = q.close + 1;
                continue;
            }
            if first && t.is(class::KAN) && !t.conjunction {
                return words(k);
            }
            if !t.conjunction && self.own_report(k, end, first) {
                return Some(Behind::Report);
            }
            if THEN_THAT.has(self.word(k)) || self.word(k) == ":" {
                return words(k + 1);
            }
            if self.comma(k) {
                let next = self.skip_fillers(k + 1, end);
                if next >= end {
                    return None;
                }
                let n = self.word(next);
                if THEN_HE.has(n) {
                    return words(next + 1);
                }
                // بحسب تقرير نشره موقع كذا، واطلعت عليه الصحيفة، فإن
                // a second apposition or a relative clause: read on
                let apposed =
                    self.tags[next].is(class::REL | class::PREP) && k < a.next + 2 && !self.tags[next].is(class::FI);
                if !apposed && !SEEN_BY_US.has(n) {
                    return words(next);
                }
                k = next;
            } else if self.quote_from(k).is_some_and(|q| q.len() >= 4) || first && self.clause_at_once(k, phrase) {
                return words(k);
            }
            k += 1;
        }
        None
    }

    /// Is there a report at `k`, of which the one named before is only the channel?
    fn own_report(&self, k: usize, end: usize, first: bool) -> bool {
        self.form(k).is_some_and(|f| {
            // وبحسب الوكالة جاء في بيان من النيابة، أن: the paper's
            let source = f.kind == FormKind::Past && self.cue_of(f).takes(follow::SOURCE);
            let found = if source || first && f.finite() { self.find(k, end, k) } else { None };
            // وبحسب الوكالة قال فلان إن
            found.is_some_and(|f| source || f.how == How::Overt && f.opener != Opener::Object)
        })
    }

    /// وبحسب الشرطة اعترف المتهم, وبحسب خبراء قد تكون: no comma before the clause.
    fn clause_at_once(&self, k: usize, phrase: &Phrase) -> bool {
        let (t, before) = (&self.tags[k], &self.tags[k - 1]);
        t.entity == 0
            && (self.word(k) == "قد"
                || !t.conjunction
                    && t.classes == 0
                    && (self.tags[phrase.start].is(class::DEFINITE)
                        || before.entity != 0 && before.is(class::DEFINITE))
                    && boundaries::past_verb(self.word(k)))
    }

    /// Does what begins at `start` name its own speaker?
    fn report_follows(&self, start: usize, end: usize) -> bool {
        let probe = self.skip_fillers(start, end);
        probe < end && self.find(probe, end, probe).is_some()
            || (probe..end.min(probe + 12))
                .find_map(|k| self.form(k).filter(|f| f.finite()).and_then(|_| self.find(k, end, probe)))
                .is_some_and(|found| found.how != How::Dropped)
    }

    /// واجهت القوات انتقادات …، حيث [قتل 30 شخصا]، وفق X: the last clause of a long sentence when a count stands in it and none
    /// before: that is what the source counted.
    fn counted_tail(&self, from: usize, cue: usize) -> Option<usize> {
        static COUNTS: Words = Words::new(&words::SPEECH, "count");
        let count = |k: usize| COUNTS.has(self.word(k)) || self.doc.tokens[k].kind == TokenKind::Number;
        // قتلت, تضررت; not وقد تكون
        let past = |k: usize| {
            let w = self.word(k);
            let she = w.ends_with('ت') && !w.ends_with("ات") && w.chars().count() > 3;
            k < cue && self.tags[k].entity == 0 && (she || boundaries::past_verb(w))
        };
        let tail = (from + TAIL_AFTER..cue.saturating_sub(2)).rev().find_map(|k| {
            let comma = self.comma(k - 1);
            (comma && self.word(k) == "حيث" && past(k + 1) || self.word(k) == "وقد" && past(k + 1)).then_some(k + 1)
        })?;
        ((tail..cue).any(count) && !(from..tail).any(|k| self.quote_over(k).is_some())).then_some(tail)
    }

    /// `…، بحسب X`: content from the head of the clause.
    pub(super) fn closing_phrase(
        &self,
        s: usize,
        clause: usize,
        i: usize,
        cue_end: usize,
        phrase: Option<Phrase>,
    ) -> Option<Draft> {
        let from = self.closed_statement(clause, i)?;
        let last = self.trim(from, i);
        if last < from + LEAST_BEFORE || self.no_statement(from) {
            return None;
        }
        let draft = |span, kind, fragments| {
            self.phrase_draft(s, (i, cue_end), phrase, None, span, kind, fragments, "quote.phrase-after")
        };
        if let Some(q) = self.quote_from(from).filter(|q| q.closed && q.close + 1 == last) {
            return Some(draft(self.span(q.open + 1, q.close), ClaimKind::Direct, Vec::new()));
        }
        let start = match self.conjunction_before(from) {
            _ if self.word(from) == "و" => self.doc.tokens[from + 1].span.start,
            0 => self.doc.tokens[from].span.start,
            offset => self.doc.source_in_token(from, offset),
        };
        let fragments = self.fragments(from, last);
        let kind = if fragments.is_empty() { ClaimKind::Indirect } else { ClaimKind::Mixed };
        Some(draft(Span { start, end: self.doc.tokens[last - 1].span.end }, kind, fragments))
    }

    /// Where the statement before an attribution at `i` begins, past what leads in to it.
    fn closed_statement(&self, clause: usize, i: usize) -> Option<usize> {
        let no_word = |k: usize| self.doc.tokens[k].kind == TokenKind::Punct && self.quote_from(k).is_none();
        let mut from = (clause..i).find(|&k| !no_word(k)).unwrap_or(clause.max(i));
        // معدل البطالة شهد بحسب التقرير انخفاضا: inside a clause that is not whole
        if i > from + 1
            && self.tags[i - 1].entity == 0
            && self.tags[i - 1].classes == 0
            && self.tags[i - 1].form == 0
            && self.doc.tokens[i - 1].kind == TokenKind::Arabic
            && i - from <= 4
            && boundaries::past_verb(self.word(i - 1))
        {
            return None;
        }
        // في …: a stop before a lead-in (وفي وقت سابق، …)
        if let Some(comma) = (from..i.min(from + 6)).find(|&k| self.comma(k))
            && (self.tags[from].is(class::PREP) || self.lead_in(from))
            && comma + 1 + LEAST_BEFORE < i
        {
            from = comma + 1;
        }
        while from + LEAST_BEFORE < i && matches!(self.word(from), "كما" | "وكما" | "كذلك" | "فيما" | "بينما")
        {
            from += 1;
        }
        from = self.counted_tail(from, i).unwrap_or(from);
        // cnn-like dateline: دبي، الإمارات العربية المتحدة (CNN)--
        let dash = (from..i.min(from + 12))
            .rev()
            .find(|&k| matches!(self.word(k), "-" | "—" | "–") && k > from && matches!(self.word(k - 1), ")" | "-"));
        Some(dash.map_or(from, |dash| dash + 1))
    }

    /// An adjunct, or the outlet's own words.
    fn no_statement(&self, from: usize) -> bool {
        let next = self.word_at(from + 1);
        match self.word(from) {
            // وذلك خلال مشاركته في …، وفقا لـ: an adjunct of the sentence before
            "ذلك" | "وذلك" => self.tags.get(from + 1).is_some_and(|n| n.is(class::PREP | class::CONJ)),
            // في إشارة إلى تصريحات … على لسان فلان: the reporter's
            "في" => next == "اشاره",
            // ولم يؤكد X، لم يرد تعقيب
            _ if self.tags[from].is(class::NEG) => {
                matches!(next, "يرد" | "ترد" | "يصدر" | "تصدر")
                    || self
                        .form(from + 1)
                        .is_some_and(|f| self.cue_of(f).takes(follow::QUOTE) && self.cue_of(f).lemma != "استبعد")
            }
            _ => false,
        }
    }

    /// Folded bytes of a conjunction written onto the first word of a statement.
    fn conjunction_before(&self, from: usize) -> usize {
        let (w, t) = (self.word(from), &self.tags[from]);
        let joined = t.conjunction
            || w.starts_with('و') && w.len() > 4 && t.is(class::NEG | class::QAD | class::KAN)
            || self.joined_name(from)
            || w.len() > 6
                && w.starts_with('و')
                && t.classes == 0
                && t.form == 0
                && t.entity == 0
                && self.looks_conjoined(w);
        // فتحت الوزارة تحقيقا: no ف before تحت
        if joined && !ROOT_F.has(w) { 2 } else { 0 }
    }

    /// `أعطت الرسالة، بحسب X، حرية أكثر`: an attribution between the words of a clause that is not whole before it.
    pub(super) fn aside_phrase(&self, a: &Attribution, clause: usize) -> Option<(Draft, usize)> {
        let phrase = a.speaker?;
        let (i, speaker_end, end) = (a.cue.0, a.next, a.end);
        let comma = |k: usize| k < end && self.comma(k);
        let dash = |k: usize| k < end && matches!(self.word(k), "-" | "–" | "—");
        let dashed = dash(i.checked_sub(1)?) && dash(speaker_end);
        if !(comma(i - 1) && comma(speaker_end) || dashed) {
            return None;
        }
        let mut from = clause;
        while from < i && self.doc.tokens[from].kind == TokenKind::Punct && self.quote_from(from).is_none() {
            from += 1;
        }
        let after = speaker_end + 1;
        if from + 2 > i || after + 4 >= end {
            return None;
        }
        let words = i - 1 - from;
        let t = self.tags.get(after)?;
        let open = self.tags[i - 2].is(class::KAN | class::REL);
        let goes_on = !t.conjunction && (t.is(class::PREP) || t.attached != Attached::None);
        // وتدور حاليا، وفق X، اشتباكات: a verb alone, its subject behind
        let bare = self.word(from).strip_prefix('و').unwrap_or(self.word(from));
        let verb = self.tags[from].entity == 0
            && self.form(from).is_none()
            && (boundaries::present_verb(bare) || boundaries::past_verb(bare))
            && (from + 1..i - 1).all(|k| self.tags[k].is(class::FILLER | class::DAY))
            && (self.begins_noun(after) || self.quote_from(after).is_some());
        let short = words <= 5
            && !(from..i - 1).any(|k| comma(k) || self.tags[k].is(class::THAT))
            && !matches!(self.word(from), "يذكر" | "ويذكر" | "يشار" | "ويشار");
        if !short || !(dashed || open || verb || goes_on && words >= 2) || self.is_boundary(after, end) {
            return None;
        }
        let c = self.content(after, 0, end, Opener::That)?;
        if self.doc.token_at(c.span.end.saturating_sub(1)) < after + 4 {
            return None;
        }
        let (start, at) = if open {
            (c.span.start, after)
        } else {
            let w = self.word(from);
            let cut = if self.tags[from].conjunction || w.starts_with('و') && self.looks_conjoined(w) { 2 } else { 0 };
            let start = if cut > 0 { self.doc.source_in_token(from, cut) } else { self.doc.tokens[from].span.start };
            (start, from)
        };
        // marks that open behind the attribution are whole in the span
        let last =
            match self.quote_from(after).filter(|q| q.closed && self.doc.tokens[q.close - 1].span.end == c.span.end) {
                Some(q) => self.doc.tokens[q.close].span.end,
                None => c.span.end,
            };
        let span = Span { start, end: last };
        let fragments = self.fragments(at, self.doc.token_at(last - 1) + 1);
        let kind = if fragments.is_empty() { ClaimKind::Indirect } else { ClaimKind::Mixed };
        let (s, rule) = (a.sentence, "quote.phrase-after");
        Some((self.phrase_draft(s, a.cue, Some(phrase), None, span, kind, fragments, rule), c.next))
    }

    /// A sentence that is nothing but `وفقا لـX.`: the sentence before is X's.
    pub(super) fn lone_phrase(&self, s: usize, lo: usize, end: usize, out: &[Draft]) -> Option<Draft> {
        let cue_end = self.phrase_cue(lo)?;
        let (phrase, to) = self.phrase_speaker(lo, cue_end, end)?;
        let rest = (to..end).all(|k| self.doc.tokens[k].kind == TokenKind::Punct);
        let before = s.checked_sub(1)?;
        if !rest || self.doc.sentences[before].is_title || out.last().is_some_and(|d| d.sentence == before) {
            return None;
        }
        let tokens = self.doc.sentence_tokens(before);
        let mut d = self.closing_phrase(before, tokens.start, tokens.end, lo, phrase)?;
        let cue = self.phrase_draft(s, (lo, cue_end), phrase, None, d.span, d.kind, Vec::new(), d.rule);
        d.cue = cue.cue;
        d.cue_span = cue.cue_span;
        d.lemma = cue.lemma;
        Some(d)
    }

    fn lead_in(&self, i: usize) -> bool {
        LEAD_IN.has(self.word(i))
    }

    /// A sentence-initial word with و that is a conjunction and not its first root letter: most are.
    fn looks_conjoined(&self, w: &str) -> bool {
        !ROOT_W.begins(w)
    }

    #[allow(clippy::too_many_arguments)]
    fn phrase_draft(
        &self,
        s: usize,
        cue: (usize, usize),
        speaker: Option<Phrase>,
        reported_by: Option<(usize, usize)>,
        span: Span,
        kind: ClaimKind,
        fragments: Vec<Span>,
        rule: &'static str,
    ) -> Draft {
        // كما أعلن: the verb is the cue
        let verb = (self.word(cue.0) == "كما").then(|| self.form(cue.0 + 1)).flatten();
        let cue = if verb.is_some() { (cue.0 + 1, cue.0 + 2) } else { cue };
        let w = self.word(cue.0);
        let joined = w.starts_with('و') && !w.starts_with("وفق") || matches!(w, "فحسب" | "فبحسب" | "فوفق" | "فوفقا");
        let cut = if joined && verb.is_none() { 2 } else { 0 };
        let from = if cut > 0 { self.doc.source_in_token(cue.0, cut) } else { self.doc.tokens[cue.0].span.start };
        Draft {
            span,
            kind,
            cue: Some(cue),
            cue_span: Some(Span { start: from, end: self.doc.tokens[cue.1 - 1].span.end }),
            lemma: match &w[cut..] {
                _ if verb.is_some() => verb.map_or("", |f| self.cue_of(f).lemma),
                "وفق" | "وفقا" | "وفقما" | "ووفق" | "ووفقا" => "وفق",
                "طبقا" => "طبقا",
                "نقلا" => "نقلا عن",
                "علي" if self.word(cue.0 + 1) == "ما" => "على ما",
                "علي" => "على حد",
                "وجهه" => "من وجهة نظر",
                _ => "بحسب",
            },
            attitude: "say",
            speaker,
            how: if speaker.is_some() { How::Overt } else { How::Dropped },
            agreement: None,
            reported_by,
            sentence: s,
            negated: false,
            rule,
            confidence: 0.85,
            from: None,
            fragments,
            addressee: None,
        }
    }

    /// `"…"، قال X` and `"…" بحسب X`.
    pub(super) fn after_quote(
        &self,
        s: usize,
        open: usize,
        close: usize,
        end: usize,
        clause: usize,
    ) -> Option<(Draft, usize)> {
        let mut k = close + 1;
        while k < end && matches!(self.word(k), "،" | "," | "-" | "–") {
            k += 1;
        }
        if k >= end {
            return None;
        }
        let last = self.trim(open + 1, close);
        if last <= open + 1 {
            return None;
        }
        let span = self.span(open + 1, last);
        let whole = (clause..open).all(|k| self.doc.tokens[k].kind == TokenKind::Punct);
        if whole
            && let Some(e) = self.phrase_cue(k)
            && let Some((p, to)) = self.phrase_speaker(k, e, end)
        {
            // only when the quotation is the whole clause
            return Some((
                self.phrase_draft(s, (k, e), p, None, span, ClaimKind::Direct, Vec::new(), "quote.phrase-after"),
                to,
            ));
        }
        let site = self.site(k, end, k)?;
        let t = &self.tags[k];
        if t.conjunction
            || t.entity != 0
            || !site.form.finite()
            || !site.cue.takes(follow::QUOTE)
            || site.cue.takes(follow::NOUN)
            || site.form.pronoun
            || self.find(k, end, k).is_some()
        {
            return None;
        }
        let speaker = self.phrase(k + 1, end.min(k + 16), Mode::default())?;
        let said = site.said(Opening::new(Opener::Quote, open), "quote.verb-after", 0.8);
        let found = Found { speaker: Some(speaker), how: How::Overt, ..said };
        Some((self.draft(s, &found, span, ClaimKind::Direct, Vec::new()), speaker.next))
    }

    /// Past `للمزيد:`, `اقرأ أيضا..`, `قد يهمك:` at the head of a line that points to another story.
    pub(super) fn past_pointer(&self, s: usize, lo: usize, end: usize) -> usize {
        if self.doc.sentences[s].is_title || !READ_MORE.has(self.word(lo)) {
            return lo;
        }
        let mark = |k: usize| matches!(self.word(k), ":" | ".." | "." | "…" | "-" | "–" | "،");
        let Some(first) = (lo + 1..end.min(lo + 4)).find(|&k| mark(k)) else { return lo };
        if self.word(lo) == "قد" && !self.word_at(lo + 1).starts_with("يهم") {
            return lo;
        }
        let past = (first..end).find(|&k| !mark(k)).unwrap_or(lo);
        if past + 3 < end { past } else { lo }
    }
}
