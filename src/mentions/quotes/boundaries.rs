//! Where content ends.

mod cut;

use super::Scan;
use super::cues::{FormKind, class, follow};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{ClaimKind, Span, TokenKind};
use crate::text::clitics;

/// كما حصل, كما كان: what it is likened to, no new clause.
static AS_IT_WAS: Words = Words::new(&words::SPEECH, "as it was");

/// لكنه، لكنها، لكنهم: somebody's next deed.
static LONE_BUT: Words = Words::new(&words::SPEECH, "but with its pronoun");

/// How the content was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// أن / إن
    That,
    /// Colon.
    Colon,
    /// An opening mark at once.
    Quote,
    /// A preposition.
    Preposition,
    /// Nothing: a bare noun phrase.
    Object,
}

/// Content found: bytes, kind, and the token where reading goes on.
#[derive(Debug, Clone)]
pub struct Content {
    /// Bytes of the content.
    pub span: Span,
    /// Direct, indirect or mixed.
    pub kind: ClaimKind,
    /// Next token to read.
    pub next: usize,
    /// Quoted fragments.
    pub fragments: Vec<Span>,
}

/// Shortest direct quotation, in tokens, that stands for a statement when no أن comes before it.
/// Words behind `وهو ما` among which stands the verb of a denial.
const DENIAL: usize = 3;
const SHORT_QUOTE: usize = 1;

/// Words of a speaker who speaks of himself.
static WE: Words = Words::new(&words::SPEECH, "speaker himself");

/// First words of a sentence in which a paper goes on in its own voice.
static OPENS_NARRATION: Words = Words::new(&words::SPEECH, "opens narration");

/// Conjunctions that stand alone before a stop.
static LONE_LINK: Words = Words::new(&words::SPEECH, "lone conjunction");

/// Words behind the marks that go on with what was said.
static WHERE_SAID: Words = Words::new(&words::SPEECH, "where or until when");

/// Prepositions that may tell where something was said.
static AFTER_OPENER: Words = Words::new(&words::SPEECH, "opens where it was said");

/// Nouns behind في that tell where or when something was said.
static OCCASION: Words = Words::new(&words::SPEECH, "occasion");

/// Words that open a clause of the narrator.
static NARRATES: Words = Words::new(&words::SPEECH, "narrator's clause");

/// Words that take the reader back to the narrator.
static BACK: Words = Words::new(&words::SPEECH, "back to the narrator");

/// Words for a cause or a means.
static CAUSE: Words = Words::new(&words::SPEECH, "cause");

/// Verbs for what a matter concerns.
pub(super) static CONCERNS: Words = Words::new(&words::SPEECH, "concerns");

/// Nouns behind في for what a reporter makes of the words.
static REPORTERS_VIEW: Words = Words::new(&words::SPEECH, "reporter's view");

/// Verbal nouns that their shape does not show.
static HAPPENING: Words = Words::new(&words::SPEECH, "verbal noun out of shape");

/// Spans of time.
static STRETCH: Words = Words::new(&words::SPEECH, "stretch of time");

/// Words that bring another speaker behind a comma.
static OPPOSED: Words = Words::new(&words::SPEECH, "another voice");

/// Words that open a new clause before a verb of speech.
static BEFORE_CLAUSE: Words = Words::new(&words::SPEECH, "before a new clause");

/// Conjunctions left alone before a cut.
static LEFT_ALONE: Words = Words::new(&words::SPEECH, "conjunction before a cut");

/// Verbs for what a speaker did not say.
static LEFT_UNSAID: Words = Words::new(&words::SPEECH, "left unsaid");

/// Verbs for what words stirred up.
static STIRRED: Words = Words::new(&words::SPEECH, "what words stir up");

/// Nouns before a name in marks.
pub(super) static NAMED_IN_MARKS: Words = Words::new(&words::SPEECH, "named in marks");

impl Scan<'_> {
    /// The content that begins at token `start` (bytes may begin inside it: `offset` folded bytes are a proclitic) in a
    /// sentence that ends before token `end`.
    pub fn content(&self, start: usize, offset: usize, end: usize, opener: Opener) -> Option<Content> {
        if start >= end {
            return None;
        }
        if let Some(q) = self.quote_from(start)
            && q.len() >= SHORT_QUOTE
        {
            return self.quoted_content(start, end, opener);
        }
        // أن "…" with the mark after a colon or dash
        let mut start = start;
        if opener == Opener::Object && self.word(start) == "#" && start + 1 < end {
            start += 1;
        }
        while start < end && matches!(self.word(start), ":" | "-" | "،" | "," | "." | "…" | "–") {
            start += 1;
            if start < end && self.quote_from(start).is_some() {
                return self.quoted_content(start, end, opener);
            }
        }
        if start >= end {
            return None;
        }
        let stop = self.cut(start, end, opener);
        let stop =
            if opener == Opener::Colon && !self.title_like(start) { self.spoken_on(start, stop, end) } else { stop };
        let last = self.trim(start, stop);
        if last <= start {
            return None;
        }
        let from = if offset > 0 { self.doc.source_in_token(start, offset) } else { self.doc.tokens[start].span.start };
        let span = Span { start: from, end: self.doc.tokens[last - 1].span.end };
        let fragments = self.fragments(start, last);
        let kind = if opener == Opener::Colon {
            if fragments.is_empty() || !self.title_like(start) { ClaimKind::Direct } else { ClaimKind::Mixed }
        } else if fragments.is_empty() {
            ClaimKind::Indirect
        } else {
            ClaimKind::Mixed
        };
        Some(Content { span, kind, next: stop, fragments })
    }

    /// قال فلان: …. كنت مع رئيس النادي. …: without marks the words after a colon go on over the sentences of their paragraph
    /// as far as somebody says I or we, or a sentence follows without `and`, as those of the paper hardly do; not past another
    /// attribution.
    fn spoken_on(&self, start: usize, stop: usize, end: usize) -> usize {
        let s = self.doc.sentence_at(self.doc.tokens[start].span.start);
        if stop < end || self.doc.sentence_tokens(s).end != end {
            return stop;
        }
        let own = (start..stop).any(|k| self.first_person(k));
        let mut last = stop;
        for next in s + 1..self.doc.sentences.len().min(s + 9) {
            if self.doc.sentences[next].paragraph != self.doc.sentences[s].paragraph {
                break;
            }
            let tokens = self.doc.sentence_tokens(next);
            let other = |k: usize| {
                self.quote_from(k).is_some()
                    || self.word(k) == ":"
                    || self.phrase_cue(k).is_some()
                    || self.form(k).is_some_and(|f| f.finite() && !f.pronoun)
                        && self.tags[k].entity == 0
                        && self.find(k, tokens.end, tokens.start).is_some()
            };
            if tokens.clone().any(other) {
                break;
            }
            let first = self.word(tokens.start);
            let asyndetic = own
                && last == tokens.start
                && self.doc.tokens[tokens.start].kind == TokenKind::Arabic
                && clitics::strip_conjunction(first) == first
                && !OPENS_NARRATION.has(first);
            if asyndetic || tokens.clone().any(|k| self.first_person(k)) {
                last = tokens.end;
            }
        }
        last
    }

    /// كنت، نحن، لدينا، فريقنا: somebody speaks of himself.
    pub(super) fn first_person(&self, k: usize) -> bool {
        let w = self.word(k);
        // لدى مارتينيز: not "I have"
        if self.tags[k].entity != 0 || self.doc.text_of(k).ends_with("دى") {
            return false;
        }
        let whole = w;
        let w = w.strip_prefix('و').filter(|r| r.chars().count() > 2).unwrap_or(w);
        WE.has(w)
            || [w, whole].iter().any(|w| {
                w.strip_suffix("نا").is_some_and(|stem| {
                    stem.chars().count() >= 3
                        && crate::mentions::entities::news().lexicon().get(stem).is_some_and(|e| e.count > 30)
                        && crate::mentions::entities::news().lexicon().get(w).is_none_or(|e| e.count < 400)
                })
            })
    }

    fn title_like(&self, i: usize) -> bool {
        let s = self.doc.sentence_at(self.doc.tokens[i].span.start);
        self.doc.sentences[s].is_title
    }

    /// In a headline, or in a line of its own without a stop (a link to another story)?
    pub fn headline_like(&self, i: usize) -> bool {
        let s = self.doc.sentence_at(self.doc.tokens[i].span.start);
        let sentence = &self.doc.sentences[s];
        let alone = |n: usize| self.doc.sentences.get(n).is_none_or(|n| n.paragraph != sentence.paragraph);
        sentence.is_title
            || s > 0
                && alone(s - 1)
                && alone(s + 1)
                && sentence.tokens.end - sentence.tokens.start <= 22
                && !matches!(self.word(sentence.tokens.end as usize - 1), "." | "\"")
    }

    fn quoted_content(&self, start: usize, end: usize, opener: Opener) -> Option<Content> {
        let q = self.quote_from(start)?;
        let close = q.close;
        let inside = self.trim(q.open + 1, close);
        if inside <= q.open + 1 {
            return None;
        }
        let direct = Content {
            span: self.span(q.open + 1, inside),
            kind: ClaimKind::Direct,
            next: (close + 1).min(self.doc.tokens.len()),
            fragments: Vec::new(),
        };
        if !q.closed || matches!(opener, Opener::Quote | Opener::Colon) && !self.goes_on(&q, end) {
            return Some(direct);
        }
        // أن "…" و… : does the report go on after the closing mark?
        let after = close + 1;
        if after >= end || matches!(self.word(after), "." | "!" | "؟") || self.ends_clause(after, end) {
            return Some(direct);
        }
        let mut stop = self.cut(after, end, opener);
        if matches!(opener, Opener::Quote | Opener::Colon) && !self.joined_clause(after) {
            // the words after the marks reach to a comma
            let outside = |k: usize| self.quote_over(k).is_none_or(|q| !q.closed);
            stop = (after..stop).find(|&k| self.comma(k) && outside(k)).unwrap_or(stop);
        }
        let last = self.trim(after, stop);
        let alone = last == after + 1 && LONE_LINK.has(self.word(after));
        if last <= after || alone {
            return Some(Content { next: stop.max(close + 1), ..direct });
        }
        let span = Span { start: self.doc.tokens[q.open].span.start, end: self.doc.tokens[last - 1].span.end };
        Some(Content { span, kind: ClaimKind::Mixed, next: stop, fragments: self.fragments(q.open, last) })
    }

    /// وأن, وأنه: the report goes on with a second clause.
    fn joined_clause(&self, i: usize) -> bool {
        let t = &self.tags[i];
        t.is(class::THAT) && t.conjunction && self.word(i).starts_with("وان")
    }

    /// Words of the report right after the marks, without a comma: أدان "المجازر" في غزة، قال "كان هناك 67 راكبا" على متن الطائرة.
    fn goes_on(&self, q: &super::marks::Quoted, end: usize) -> bool {
        let after = q.close + 1;
        if after >= end || self.doc.tokens[after].kind != TokenKind::Arabic {
            return false;
        }
        // "…" وأن "…"
        if self.joined_clause(after) {
            return true;
        }
        if matches!(self.word(q.close - 1), "." | "!" | "؟" | "?" | "،" | ",") || self.ends_clause(after, end) {
            return false;
        }
        let t = &self.tags[after];
        if WHERE_SAID.has(self.word(after)) && !t.is(class::DAY) {
            return true;
        }
        let narrator = class::DAY
            | class::FILLER
            | class::REL
            | class::CONJ
            | class::THAT
            | class::KAN
            | class::QAD
            | class::NEG
            | class::VENUE;
        if t.is(narrator) || t.conjunction || t.form != 0 && t.entity == 0 || self.word(after).starts_with('و') {
            return false;
        }
        let next = self.word_at(after + 1);
        // أكدت الجامعة "تضامنها" مع المغرب: a verbal noun in marks, with what hangs on it
        let inner = q.open + 1;
        if q.len() == 1
            && t.is(class::PREP)
            && self.tags[inner].entity == 0
            && self.his(inner)
            && !self.tags[after + 1].is(class::VENUE | class::DAY | class::DOC)
        {
            return true;
        }
        // أعلنت الفصائل "فشل" مفاوضات السلام: and a noun of the marked one
        if q.len() == 1
            && self.tags[inner].entity == 0
            && !self.tags[inner].is(class::DEFINITE)
            && (self.tags[inner].is(class::MASDAR) || super::tags::masdar_like(self.word(inner)))
            && !t.is(class::PREP | class::DEFINITE)
            && t.attached == super::tags::Attached::None
            && !past_verb(self.word(after))
            && !present_verb(self.word(after))
        {
            return true;
        }
        if t.is(class::PREP) {
            // في تصريح، في عام 1997، خلال لقاء, بعد سؤال
            let n = self.tags.get(after + 1).copied().unwrap_or_default();
            return AFTER_OPENER.has(self.word(after))
                && !n.is(class::VENUE | class::DAY | class::DOC | class::FILLER)
                && !OCCASION.has(next)
                && !n.is(class::MEDIA)
                && self.doc.tokens.get(after + 1).is_some_and(|k| k.kind == TokenKind::Arabic);
        }
        t.is(class::DEFINITE) && t.attached == super::tags::Attached::None && !past_verb(self.word(after))
            || matches!(self.word(after), "هذا" | "هذه" | "بعد" | "قبل" | "حتي") && !next.is_empty()
            || t.attached == super::tags::Attached::Li && t.is(class::MASDAR)
    }

    /// Does what follows a closing mark belong to the narrator again?
    fn ends_clause(&self, i: usize, end: usize) -> bool {
        let w = self.word(i);
        if !matches!(w, "،" | ",") {
            return self.is_boundary(i, end) || self.tags[i].is(class::DAY) || self.comment(i);
        }
        if i + 1 >= end {
            return true;
        }
        let n = self.word(i + 1);
        self.is_boundary(i + 1, end) || self.aside(i + 1) || NARRATES.has(n)
    }

    /// Words that take the reader back to the narrator: وذلك، بعدما، في حين …
    fn aside(&self, i: usize) -> bool {
        let w = self.word(i);
        w == "وذلك" && !self.means(i + 1)
            || BACK.has(w)
            || (w == "في" && self.word_at(i + 1) == "حين")
            || (w == "في" && self.word_at(i + 1) == "وقت")
            || (w == "في" && self.word_at(i + 1) == "اشاره")
    }

    /// وذلك جراء، وذلك عبر: cause and means belong to what is told; its day and occasion do not. Of 38 in annotated articles
    /// 8 told the one and 30 the other, with two exceptions either way.
    fn means(&self, i: usize) -> bool {
        CAUSE.has(self.word_at(i)) || self.word_at(i) == "من" && self.word_at(i + 1) == "خلال"
    }

    /// After فيما, بينما or في حين at token `i`: somebody else's words or stance, and not the other half of the report
    /// (قتل شخصان، فيما أصيب ثالث)? Of 31 such clauses in annotated articles 19 went on with the report, none of which held an
    /// attribution; 11 of the 12 that did not held one.
    fn told_apart(&self, i: usize, end: usize) -> bool {
        if CONCERNS.has(self.word_at(i + 1)) {
            return false;
        }
        (i + 1..end.min(i + 14)).take_while(|&k| !self.comma(k)).any(|k| {
            let t = &self.tags[k];
            let finite = self.form(k).filter(|f| f.finite());
            t.is(class::THAT) && k <= i + 6
                || matches!(self.word(k), "تقارير" | "انباء" | "وسايل")
                || t.entity == 0
                    && finite.is_some_and(|f| {
                        !self.cue_of(f).takes(follow::NOUN)
                            || f.kind == FormKind::Present && self.cue_of(f).attitude == "deny"
                            || self.find(k, end, i).is_some()
                    })
        })
    }

    /// What the speaker did not say: من دون أن يحدد، دون الخوض في التفاصيل, دون ذكر تفاصيل.
    fn untold(&self, i: usize, end: usize) -> bool {
        let k = match self.word(i) {
            "دون" | "بدون" => i + 1,
            "من" if self.word_at(i + 1) == "دون" => i + 2,
            _ => return false,
        };
        if k + 1 >= end {
            return false;
        }
        if self.word(k) == "ان" {
            return self.word(k + 1).strip_prefix(['ي', 'ت']).is_some_and(|v| {
                let v = v.strip_suffix("وا").unwrap_or(v);
                LEFT_UNSAID.has(v)
            });
        }
        let details =
            |j: usize| matches!(clitics::strip_article(self.word(j)), "تفاصيل" | "مزيد" | "توضيحات" | "ايضاحات");
        self.word(k) == "الخوض" || (k..end.min(k + 4)).any(details)
    }

    /// لكن من غير الواضح، ولم يتضح, لكن هذه الحصيلة لم يؤكدها أحد: what the narrator does not know.
    fn unknown(&self, i: usize, end: usize) -> bool {
        static UNSURE: Words = Words::new(&words::SPEECH, "not known to the narrator");
        let jussive = |k: usize| {
            k + 1 < end
                && matches!(self.word(k), "لم" | "ولم")
                && self
                    .word(k + 1)
                    .strip_prefix(['ي', 'ت'])
                    .is_some_and(|v| UNSURE.has(v) || UNSURE.has(v.trim_end_matches("ها").trim_end_matches('ه')))
        };
        match self.word(i) {
            "لكن" | "ولكن" | "غير" | "الا" | "ومن" | "وليس" => {
                let from = if self.word(i) == "ومن" || self.word(i) == "وليس" { i } else { i + 1 };
                (from..end.min(from + 3)).any(|k| {
                    self.word(k) == "غير" && matches!(self.word_at(k + 1), "الواضح" | "المعروف" | "المعلوم")
                        || matches!(self.word(k), "ليس" | "وليس")
                            && self.word_at(k + 1) == "من"
                            && self.word_at(k + 2) == "الواضح"
                }) || matches!(self.word(i), "لكن" | "ولكن") && (i + 1..end.min(i + 4)).any(jussive)
            }
            "ولم" => self.comma(i - 1) && jussive(i),
            // ولكنها لم تعط تفاصيل: what the speaker left unsaid
            "لكنه" | "لكنها" | "لكنهم" | "ولكنه" | "ولكنها" | "ولكنهم" => {
                self.word_at(i + 1) == "لم"
                    && i + 2 < end
                    && self
                        .word(i + 2)
                        .strip_prefix(['ي', 'ت'])
                        .is_some_and(|v| LEFT_UNSAID.has(v.strip_suffix("وا").unwrap_or(v)))
            }
            _ => false,
        }
    }

    /// After a comma or a closing mark: what the reporter makes of it (في رسالة تطمين, في إشارة إلى, ما قد يعني).
    fn comment(&self, i: usize) -> bool {
        match self.word(i) {
            "في" => REPORTERS_VIEW.has(self.word_at(i + 1)),
            "ما" => self.word_at(i + 1) == "قد",
            _ => false,
        }
    }

    /// A past verb with و: ووافقت، وغادر, وتم. A word that is met with the ending of the feminine oftener than with the article.
    fn joined_past(&self, i: usize) -> bool {
        let Some(w) = self.word(i).strip_prefix(['و', 'ف']) else {
            return self.word(i) == "ثم" && self.past(i + 1);
        };
        let other =
            class::MASDAR | class::DEFINITE | class::THAT | class::PREP | class::CONJ | class::REL | class::FILLER;
        self.tags[i].entity == 0 && !self.tags[i].is(other) && past_verb(w)
    }

    /// In a headline: somebody else with و, and a verb of the present soon after the name.
    pub fn second_half(&self, start: usize, i: usize, end: usize) -> bool {
        let t = &self.tags[i];
        let named = t.entity != 0 || t.is(class::ROLE | class::ORG | class::DEFINITE);
        if !t.conjunction || !named || i < start + 2 || !self.headline_like(start) {
            return false;
        }
        let verb = |k: usize| {
            let w = self.word(k);
            self.form(k).is_some_and(|f| f.kind == FormKind::Present)
                || w.chars().count() >= 4
                    && w.starts_with(['ي', 'ت'])
                    && self.tags[k].classes & !class::FILLER == 0
                    && present_verb(w)
        };
        let place = |k: usize| self.tags[k].is(class::FI) && self.tags.get(k + 1).is_some_and(|n| n.entity != 0);
        let inside = |k: usize| {
            let t = &self.tags[k];
            (!t.is(class::PREP | class::FI | class::REL | class::THAT) || place(k)) && !t.conjunction
        };
        (i + 1..end.min(i + 6)).take_while(|&k| inside(k)).any(|k| self.tags[k].entity == 0 && verb(k))
    }

    /// A verbal noun with the pronoun of who does it: لقائه، وصولها.
    fn his(&self, i: usize) -> bool {
        let w = self.word_at(i);
        let noun = ["ها", "هم", "هما"].iter().find_map(|p| w.strip_suffix(p)).or(w.strip_suffix('ه'));
        noun.is_some_and(|n| n.chars().count() >= 4 && (super::tags::masdar_like(w) || HAPPENING.has(n)))
    }

    fn past(&self, i: usize) -> bool {
        i < self.tags.len() && self.tags[i].entity == 0 && past_verb(self.word(i))
    }

    pub fn word_at(&self, i: usize) -> &str {
        if i < self.doc.tokens.len() { self.word(i) } else { "" }
    }

    /// Is token `i` the beginning of another attribution, so that content before it ends?
    pub fn is_boundary(&self, i: usize, end: usize) -> bool {
        let t = &self.tags[i];
        // منظمة "بلا حدود" أكدت: marks around a name are no break
        let name =
            i > 0 && self.quote_over(i - 1).is_some_and(|q| q.close == i - 1 && self.names_something(q.open, q.close));
        let after_break = i == 0 || !name && matches!(self.word(i - 1), "،" | "," | "\"" | "»" | "”" | "-" | "؛" | ".");
        if let Some(form) = self.form(i)
            && t.entity == 0
        {
            match form.kind {
                FormKind::Participle if !t.is(class::DEFINITE) => {
                    let cue = self.cue_of(form);
                    if form.agreement == super::Agreement::Feminine
                        && !after_break
                        && cue.takes(follow::NOUN)
                        && !self.prefixed_complement(i, end)
                    {
                        return false;
                    }
                    return self.complement_near(i, end, after_break || t.conjunction);
                }
                FormKind::Past | FormKind::Present => {
                    let previous = &self.tags[i - 1];
                    // تصريحات للوزير، الأربعاء، انتقد فيها: a clause on a document goes on with the report
                    if !t.conjunction && matches!(self.word_at(i + 1), "فيه" | "فيها") {
                        return false;
                    }
                    let fresh = t.conjunction
                        || (after_break && !form.pronoun && form.kind == FormKind::Past)
                        || (previous.is(class::QAD) && matches!(self.word(i - 1), "وقد" | "فقد"))
                        || BEFORE_CLAUSE.has(self.word(i - 1));
                    if fresh {
                        return self.finite_near(i, end);
                    }
                }
                _ => {}
            }
        }
        self.phrase_cue(i).is_some_and(|cue_end| {
            (after_break || self.quote_over(i - 1).is_some() || i + 1 < end)
                && self.phrase_speaker(i, cue_end, end).is_some()
        })
    }

    /// `لكن X قال إن`: a cue with its subject before it, soon after token `i`.
    fn speaker_first(&self, i: usize, end: usize) -> bool {
        // لكن تغريدة نُشرت على حسابه، ثم حُذفت لاحقا، أشارت إلى
        let reach = if matches!(self.word(i), "لكن" | "ولكن") { 22 } else { 12 };
        (i + 2..end.min(i + reach)).any(|k| {
            self.form(k).is_some_and(|f| match f.kind {
                FormKind::Past => true,
                FormKind::Present => k < i + 12,
                _ => false,
            }) && !self.tags[k].conjunction
                && self.find(k, end, i).is_some()
        })
    }

    /// A strong opener within a few words of a participle.
    fn complement_near(&self, i: usize, end: usize, strong_place: bool) -> bool {
        let Some(form) = self.form(i) else { return false };
        let cue = self.cue_of(form);
        // …، معتبرا القرار خطأ جسيما
        if strong_place && cue.lemma == "اعتبر" && self.held(i, end.min(i + 20)).is_some() {
            return true;
        }
        for k in i + 1..end.min(i + 14) {
            let t = &self.tags[k];
            if t.is(class::THAT) && !t.conjunction {
                return true;
            }
            let w = self.word(k);
            if w == ":" || self.quote_from(k).is_some_and(|q| q.len() >= 3) {
                return true;
            }
            if k == i + 1 || k == i + 2 && matches!(self.word(i + 1), "حتي" | "ايضا" | "كذلك") {
                let prep = (cue.takes(follow::ILA) && t.is(class::ILA))
                    || (cue.takes(follow::ALA) && t.is(class::ALA))
                    || (cue.takes(follow::AN) && t.is(class::AN))
                    || (cue.takes(follow::MIN) && t.is(class::MIN));
                if prep && strong_place {
                    return true;
                }
                if strong_place
                    && cue.takes(follow::OBJECT | follow::ACCUSE | follow::BI | follow::TARGET | follow::DESCRIBE)
                {
                    return true;
                }
            }
            if matches!(w, "،" | ",") || (self.form(k).is_some() && k > i + 1) {
                return false;
            }
        }
        false
    }

    fn prefixed_complement(&self, i: usize, end: usize) -> bool {
        (i + 1..end.min(i + 14)).any(|k| self.bi_complement(k))
    }

    /// A finite cue with its complement in reach.
    fn finite_near(&self, i: usize, end: usize) -> bool {
        self.find(i, end, i).is_some()
    }

    /// Takes off what is no content at the end: stops, commas, dashes, a closing mark without its opener.
    pub fn trim(&self, start: usize, mut end: usize) -> usize {
        while end > start {
            let i = end - 1;
            if self.doc.tokens[i].kind != TokenKind::Punct {
                // a conjunction left alone before a cut
                if LEFT_ALONE.has(self.word(i)) && end < self.doc.tokens.len() && i > start {
                    end -= 1;
                    continue;
                }
                // …، وتابع [قائلا]: the verb of what follows
                if self.tags[i].conjunction
                    && i > start + 1
                    && end < self.doc.tokens.len()
                    && self.form(i).is_some_and(|f| {
                        f.kind == FormKind::Past
                            && matches!(self.cue_of(f).lemma, "تابع" | "أضاف" | "أردف" | "استطرد" | "واصل" | "أكمل")
                    })
                    && self.form(end).is_some_and(|f| f.kind == FormKind::Participle)
                {
                    end -= 1;
                    continue;
                }
                if self.word(i) == "حين" && i > start + 1 && self.word(i - 1) == "في" {
                    end -= 2;
                    continue;
                }
                break;
            }
            match self.word(i) {
                "." | "،" | "," | "؛" | ":" | "-" | "–" | "—" | "*" | "#" | "…" | "/" | "(" | "[" | "'" => {
                    end -= 1
                }
                "\"" | "»" | "”" => match self.quote_over(i) {
                    Some(q) if q.open >= start && q.closed => break,
                    _ => end -= 1,
                },
                _ => break,
            }
        }
        end
    }

    /// Quoted fragments within token bounds that are the speaker's words, not names in marks.
    pub fn fragments(&self, start: usize, end: usize) -> Vec<Span> {
        let mut out = Vec::new();
        let mut i = start;
        while i < end {
            if let Some(q) = self.quote_from(i) {
                if q.len() > 0 && q.close <= end && !self.names_something(q.open, q.close) {
                    out.push(self.span(q.open + 1, q.close));
                }
                i = q.close.max(i) + 1;
            } else {
                i += 1;
            }
        }
        out
    }

    /// Marks around a name (حزب "…"، قناة "…") make no quotation.
    fn names_something(&self, open: usize, close: usize) -> bool {
        // اتهم المفوضية "بتخويف النازحين", لـ"حماية الأخلاق"
        let inner = &self.tags[open + 1];
        let said = inner.entity == 0
            && (inner.attached != super::tags::Attached::None
                || open > 0 && self.word(open - 1) == "ل" && inner.is(class::MASDAR));
        if open > 0 && !said {
            let before = &self.tags[open - 1];
            if before.is(class::ORG | class::MEDIA) || NAMED_IN_MARKS.has(self.word(open - 1)) && close - open <= 6 {
                return true;
            }
        }
        close - open - 1 <= 4
            && (open + 1..close).all(|k| self.tags[k].entity != 0 || self.doc.tokens[k].kind == TokenKind::Latin)
    }
}

/// Is a folded word a verb of the present? By the counts of news: met with both prefixes of the third person, never with
/// the article.
pub fn present_verb(w: &str) -> bool {
    let news = crate::mentions::entities::news().lexicon();
    let count = |w: &str| news.get(w).map_or(0u32, |e| u32::from(e.count));
    let Some(stem) = w.strip_prefix(['ي', 'ت']) else { return false };
    let (he, she) = (count(&format!("ي{stem}")), count(&format!("ت{stem}")));
    he > 3 && she > 3 && count(&format!("ال{w}")) * 4 < he.min(she)
}

/// Auxiliary verbs.
static AUXILIARIES: Words = Words::new(&words::SPEECH, "auxiliary");

/// Is a folded word, without its conjunction, a verb of the past? By the counts of news: met with the ending of the
/// feminine (غادر, غادرت), and hardly with the article.
pub fn past_verb(w: &str) -> bool {
    let news = crate::mentions::entities::news().lexicon();
    let count = |w: &str| news.get(w).map_or(0u32, |e| u32::from(e.count));
    if AUXILIARIES.has(w) {
        return true;
    }
    let masculine = |v: &str| {
        v.chars().count() >= 3 && !v.starts_with(['ي', 'ت', 'ن']) && {
            let feminine = if let Some(r) = v.strip_suffix('ي') {
                count(&format!("{r}ت")).max(count(&format!("{v}ت")))
            } else {
                count(&format!("{v}ت"))
            };
            feminine > 3 && count(&format!("ال{v}")) * 2 < feminine && count(v) > 3
        }
    };
    masculine(w) || w.strip_suffix('ت').is_some_and(masculine)
}
