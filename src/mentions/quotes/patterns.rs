//! The patterns of attribution, tried at every cue.

use super::boundaries::{CONCERNS, Opener};
use super::cues::{Agreement, Form, FormKind, class, follow};
use super::phrase::{Mode, Phrase};
use super::tags::{Attached, masdar_like};
use super::{Draft, How, Scan};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{ClaimKind, Span, SpeakerKind, TokenKind};
use crate::text::clitics;

/// A cue with its complement, before the content's end is known.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    cue: (usize, usize),
    form: Form,
    speaker: Option<Phrase>,
    how: How,
    opener: Opener,
    start: usize,
    /// Folded bytes of a proclitic before the content inside its first token.
    offset: usize,
    reported_by: Option<(usize, usize)>,
    negated: bool,
    rule: &'static str,
    confidence: f32,
}

/// Farthest complement from its cue, in tokens: 29 % stand eight or more tokens away, hardly one beyond this.
const REACH: usize = 34;
/// Farthest subject before its cue, in tokens.
const BACK: usize = 24;
/// Shortest content of a post-posed attribution, in tokens.
const LEAST_BEFORE: usize = 3;
/// Tokens before the counted last clause of a sentence (see `counted_tail`): shorter sentences are told as a whole.
const TAIL_AFTER: usize = 8;
/// Tokens within which the predicate of a judged thing is looked for past commas (see `judged`).
const FAR_PREDICATE: usize = 40;

/// Words before a verb that is no verb of speech there.
static LONGER_AGO: Words = Words::new(&words::SPEECH, "before a verb of reaching");

/// سبق له أن: what somebody has done before.
static HAPPENED_BEFORE: Words = Words::new(&words::SPEECH, "has done before");

/// في بيان لها: of whom the paper is.
static OWNER: Words = Words::new(&words::SPEECH, "owner of a paper");

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

/// Things that are announced by handing them over.
static NEWS: Words = Words::new(&words::SPEECH, "news");

/// Lists, dates and results that are announced.
static HANDED_OVER: Words = Words::new(&words::SPEECH, "list handed over");

/// Nouns of what is denied or refused.
static MATTERS: Words = Words::new(&words::SPEECH, "matter of a denial");

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

/// Outlets.
static OUTLETS: Words = Words::new(&words::SPEECH, "outlet");

/// Words of a sentence in the speaker's own voice.
static OURS: Words = Words::new(&words::SPEECH, "our own words");

/// Words of a name before the second colon of a headline, dots with them.
const VOICE: usize = 7;

impl Scan<'_> {
    /// All claims with the words that say who speaks, where they do.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::new();
        let mut at = 0usize;
        let mut heads = Vec::new();
        for s in 0..self.doc.sentences.len() {
            let tokens = self.doc.sentence_tokens(s);
            if tokens.end <= at {
                continue;
            }
            let lo = tokens.start.max(at);
            let before = out.len();
            // للمزيد: فلان: …: the words of the link after the pointer
            let from = self.past_pointer(s, lo, tokens.end);
            let colon = self.heading(s, from, tokens.end);
            let end = colon.map_or(tokens.end, |(c, _)| c);
            at = self.sentence(s, from, end, &mut out);
            if let Some((c, _)) = colon {
                match self.second_voice(c, tokens.end) {
                    Some((dots, second)) => {
                        heads.push((before..out.len(), s, from, c, dots));
                        heads.push((out.len()..out.len(), s, c + 1, second, tokens.end));
                    }
                    None => heads.push((before..out.len(), s, from, c, tokens.end)),
                }
                at = at.max(tokens.end);
            }
        }
        for (place, s, lo, colon, end) in heads.into_iter().rev() {
            if let Some(d) = self.headline(s, lo, colon, end, &out) {
                // a cue verb on the left of the colon gives way: ترامب يحذر كيم: …
                out.insert(place.start, d);
            } else {
                // تونس: الشاهد يعلن إقالة وزير: the words before the colon are the topic
                let mut told = Vec::new();
                self.sentence(s, colon + 1, end, &mut told);
                // in a cross-heading nobody goes on speaking
                if !self.doc.sentences[s].is_title {
                    told.retain(|d| d.speaker.is_some());
                }
                out.splice(place.end..place.end, told);
            }
        }
        // اعتراف المتهم بتفاصيل الجريمة: a cross-heading tells no claim by a noun
        out.retain(|d| {
            let sentence = &self.doc.sentences[d.sentence];
            d.rule != "quote.noun-cue"
                || sentence.is_title
                || d.cue.is_none_or(|(cue, _)| cue > sentence.tokens.start as usize)
                || !self.headline_like(sentence.tokens.start as usize)
        });
        self.continuations(&mut out);
        out
    }

    fn sentence(&self, s: usize, lo: usize, end: usize, out: &mut Vec<Draft>) -> usize {
        let mut i = lo;
        let mut clause = lo;
        let mut relay: Option<(usize, usize)> = None;
        let mut last_end = usize::MAX;
        if let Some(d) = self.lone_phrase(s, lo, end, out) {
            out.push(d);
            return end;
        }
        while i < end {
            if let Some(q) = self.quote_from(i) {
                if q.closed
                    && q.len() >= 4
                    && let Some((d, next)) = self.after_quote(s, q.open, q.close, end, clause)
                {
                    out.push(d);
                    i = next;
                    clause = i;
                    last_end = i;
                    continue;
                }
                // somebody else's words: no cue of the outlet's in there, unless it is a name in marks
                i = if q.closed || q.len() > 3 { q.close + 1 } else { i + 1 };
                continue;
            }
            if self.second_half(lo, i, end) {
                clause = i;
            }
            if let Some(found) = self.find(i, end, clause) {
                // relay: وأورد مكتب هنية أنه أكد …
                let inner = (found.opener == Opener::That && found.offset == 0)
                    .then(|| self.form(found.start))
                    .flatten()
                    .filter(|f| matches!(f.kind, FormKind::Past) && !self.tags[found.start].conjunction)
                    .and_then(|_| self.find(found.start, end, found.start));
                // وأوضح أنه طلب من المجلس أن …: his own words; ذكرت الوكالة أنه أكد: another's
                let another = found.speaker.is_some_and(|p| self.stem(p.start) == "مكتب")
                    || match found.start.checked_sub(1).map(|k| self.stem(k)) {
                        Some("انه" | "بانه") => found.form.agreement == Agreement::Feminine,
                        Some("انها" | "بانها") => {
                            found.form.agreement == Agreement::Masculine
                                && found.speaker.is_some_and(|p| self.tags[p.start].is(class::MEDIA | class::ROLE))
                        }
                        _ => true,
                    };
                if let Some(mut inner) = inner.filter(|_| another)
                    && inner.speaker.is_none()
                    && let Some(c) = self.content(inner.start, inner.offset, end, inner.opener)
                {
                    inner.how = How::Dropped;
                    let mut d = self.draft(s, &inner, c.span, c.kind, c.fragments);
                    d.from = found.speaker;
                    d.agreement = None;
                    d.rule = "quote.relay-self";
                    out.push(d);
                    i = c.next.max(inner.start + 1);
                    clause = i;
                    last_end = i;
                    continue;
                }
                if let Some(c) = self.content(found.start, found.offset, self.clause_of(&found, end), found.opener) {
                    let mut d = self.draft(s, &found, c.span, c.kind, c.fragments);
                    if d.reported_by.is_none() {
                        d.reported_by = relay.take();
                    }
                    let reported = d.kind != ClaimKind::Direct;
                    let outer = out.len();
                    out.push(d);
                    if reported {
                        self.nested(s, found.start, c.next.min(end), out);
                    }
                    // نقلت صحيفة كذا أن الرئيس قال إن …: the paper only passes it on
                    if found.opener == Opener::That
                        && out.len() == outer + 2
                        && found.speaker.is_some_and(|p| {
                            self.tags[p.start].is(class::MEDIA)
                                || OUTLETS.has(clitics::strip_article(self.stem(p.start)))
                                || self.stem(p.start) == "مكتب"
                                || self.cue_of(found.form).follow & follow::RELAY != 0
                        })
                        && out[outer + 1].rule == "quote.nested"
                        && out[outer + 1].span.end == out[outer].span.end
                        && matches!(out[outer + 1].lemma, "قال" | "أكد" | "أعلن" | "ذكر" | "أفاد" | "أوضح" | "أضاف")
                        && out[outer + 1].speaker.is_some_and(|p| p.start == found.start)
                        && out[outer + 1].cue.is_some_and(|(k, _)| k <= found.start + 7)
                    {
                        let by = out[outer].speaker.map(|p| p.name);
                        out.remove(outer);
                        out[outer].reported_by = out[outer].reported_by.or(by);
                    }
                    i = c.next.max(found.cue.1);
                    clause = i;
                    last_end = i;
                    continue;
                }
            }
            if let Some(cue_end) = self.phrase_cue(i)
                && let Some((phrase, speaker_end)) = self.phrase_speaker(i, cue_end, end)
            {
                let inner = out.last().is_some_and(|d| {
                    d.sentence == s
                        && d.cue.is_some_and(|(c, _)| {
                            c > lo + 5 && (d.rule == "quote.pronoun-object" || self.tags[c - 1].is(class::REL))
                        })
                });
                if inner && let Some(d) = self.closing_phrase(s, lo, i, cue_end, phrase) {
                    let place = out.len() - 1;
                    out.insert(place, d);
                    i = speaker_end.max(i + 1);
                    clause = i;
                    last_end = i;
                    continue;
                }
                // …، وحسب التقارير الواردة فقد تحطمت: a report of its own
                let anew = self.word(i).starts_with('و')
                    && !matches!(self.word(i), "وفق" | "وفقا" | "وفقما")
                    && last_end != usize::MAX
                    && last_end <= i
                    && i <= last_end + 2;
                if anew
                    && let Some((d, next)) = self.opening_phrase(s, i, cue_end, phrase, speaker_end, end, &mut relay)
                {
                    out.push(d);
                    i = next;
                    clause = i;
                    last_end = i;
                    continue;
                }
                let behind = last_end != usize::MAX && last_end <= i && !out.is_empty();
                if behind && (i <= last_end + 2 || self.adjunct_only(last_end, i)) {
                    // content that has its speaker already: this is the channel
                    if let (Some(p), Some(d)) = (phrase, out.last_mut())
                        && d.reported_by.is_none()
                    {
                        d.reported_by = Some(p.name);
                    }
                    // unless new content follows: ، وبحسب X فإن …
                    i = speaker_end.max(i + 1);
                    clause = i;
                    continue;
                }
                // …، لكن بحسب X، …: what follows is X's
                let turned = i > lo && matches!(self.word(i - 1), "لكن" | "ولكن") && !self.tags[i].conjunction;
                let opening = turned || self.skip_fillers(clause, i) >= i || (i == clause);
                if opening {
                    if let Some((d, next)) = self.opening_phrase(s, i, cue_end, phrase, speaker_end, end, &mut relay) {
                        out.push(d);
                        i = next;
                        clause = i;
                        last_end = i;
                        continue;
                    }
                    i = speaker_end.max(i + 1);
                    clause = i;
                    continue;
                }
                if let Some((d, next)) = self.aside_phrase(s, clause, i, cue_end, phrase, speaker_end, end) {
                    out.push(d);
                    i = next;
                    clause = i;
                    last_end = i;
                    continue;
                }
                if let Some(d) = self.closing_phrase(s, clause, i, cue_end, phrase) {
                    out.push(d);
                    i = speaker_end.max(i + 1);
                    clause = i;
                    last_end = i;
                    continue;
                }
            }
            i += 1;
        }
        i
    }

    /// وعد بكذا، بعد تنفيذ تجارب، بحسب X: nothing but an adjunct between the end of a claim and an attribution behind it.
    fn adjunct_only(&self, from: usize, to: usize) -> bool {
        let Some(first) = (from..to).find(|&k| self.doc.tokens[k].kind != TokenKind::Punct) else { return true };
        // فيما يتعلق بكذا: what was said goes on
        let regards = self.word(first) == "فيما" && CONCERNS.has(self.word_at(first + 1));
        if regards {
            return true;
        }
        let t = &self.tags[first];
        t.is(class::PREP | class::FI | class::ALA | class::MIN)
            && !t.conjunction
            && to - first <= 14
            && (first + 1..to).all(|k| {
                let w = self.word(k);
                self.tags[k].entity != 0
                    || !super::boundaries::past_verb(w) && !super::boundaries::present_verb(w) && self.form(k).is_none()
            })
    }

    /// The end for a relative clause of description, or one on the noun before a comma, which a comma closes:
    /// الذي تصنفه A بأنه "…"، …; إصابة سبعة، وصفها الأطباء بأنها طفيفة، وتم …
    fn clause_of(&self, found: &Found, end: usize) -> usize {
        // المحكمة، التي شددت على خطورة التهم، حكما: a relative clause between commas
        let outside = |k: usize| self.quote_over(k).is_none_or(|q| !q.closed);
        // وبعد إعلان فلان عزمه الترشح، أحيل إلى …: no report of its own
        if found.rule == "quote.noun-cue"
            && (found.opener != Opener::That
                || found.cue.0
                    <= self.doc.sentence_tokens(self.doc.sentence_at(self.doc.tokens[found.cue.0].span.start)).start
                        + 4)
            && let Some(k) = (found.start + 1..end).find(|&k| {
                (matches!(self.word(k), "،" | "," | "..") || self.word(k) == "." && self.word_at(k + 1) == ".")
                    && outside(k)
            })
        {
            return k;
        }
        // يصبح فلان الذي تعهد بكذا ويعتبرها متساهلة، أصغر رئيس: the relative clause ends at the comma
        if found.rule == "quote.pronoun-object"
            && found.opener == Opener::Object
            && self.tags[found.cue.0].conjunction
            && let Some(rel) = (found.cue.0.saturating_sub(16)..found.cue.0)
                .rev()
                .take_while(|&k| !matches!(self.word(k), "،" | "," | "."))
                .find(|&k| self.tags[k].is(class::REL))
            && rel + 1 < found.cue.0
            && let Some(k) = (found.start + 1..end).find(|&k| matches!(self.word(k), "،" | ",") && outside(k))
            && self.tags.get(k + 1).is_some_and(|n| !n.conjunction)
        {
            return k;
        }
        if found.cue.0 > 1
            && self.tags[found.cue.0 - 1].is(class::REL)
            && matches!(self.word(found.cue.0 - 2), "،" | ",")
            && matches!(found.opener, Opener::Preposition | Opener::Object)
            && found.how == How::Before
            && let Some(k) = (found.start + 1..end).find(|&k| matches!(self.word(k), "،" | ",") && outside(k))
            && k < found.start + 16
        {
            return k;
        }
        // العقوبات، التي قالت الوزارة إنها ستفرضها، تفي بالتزاماتها: up to the verb of the main clause
        if found.cue.0 > 1
            && self.tags[found.cue.0 - 1].is(class::REL)
            && matches!(self.word(found.cue.0 - 2), "،" | ",")
            && found.opener == Opener::That
            && let Some(k) = (found.start + 1..end).find(|&k| matches!(self.word(k), "،" | ",") && outside(k))
            && k + 1 < end
            && self.word(k + 1).starts_with(['ي', 'ت'])
            && self.tags[k + 1].classes & !class::FILLER == 0
            && self.tags[k + 1].entity == 0
            && !super::tags::masdar_like(self.word(k + 1))
        {
            return k;
        }
        let apposed = found.cue.0 > 0
            && (self.tags[found.cue.0 - 1].is(class::REL)
                || matches!(self.word(found.cue.0 - 1), "،" | ",") && !self.tags[found.cue.0].conjunction);
        let described = follow::DESCRIBE | follow::OBJECT_AFTER_PRONOUN;
        if found.rule != "quote.pronoun-object" || !apposed || self.cue_of(found.form).follow & described == 0 {
            return end;
        }
        (found.start + 1..end).find(|&k| matches!(self.word(k), "،" | ",") && outside(k)).unwrap_or(end)
    }

    /// Speech reported inside reported speech: a named speaker and a clause are asked for.
    fn nested(&self, s: usize, start: usize, end: usize, out: &mut Vec<Draft>) {
        let mut i = start + 1;
        while i < end {
            if let Some(q) = self.quote_from(i) {
                i = q.close + 1;
                continue;
            }
            let finite = self.form(i).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present));
            // الذين تصنفهم أنقرة بـ"…"، التي تعتبرها أنقرة "…"
            if finite
                && let Some(f) = self.form(i).map(|f| (f.pronoun, self.cue_of(f).follow))
                && f.0
                && f.1 & (follow::DESCRIBE | follow::ACCUSE | follow::OBJECT_AFTER_PRONOUN) != 0
                && i > 0
                && self.tags[i - 1].is(class::REL)
                && let Some(mut found) = self.find(i, end, start)
                && (found.how == How::Overt || f.1 & follow::ACCUSE != 0)
                && (f.1 & (follow::DESCRIBE | follow::ACCUSE) != 0
                    || found.speaker.is_some_and(|p| {
                        (self.tags[p.start].entity != 0 || self.tags[p.start].is(class::ANON))
                            && p.next == found.start - usize::from(self.quote_from(found.start - 1).is_some())
                    }))
                && let Some(c) = self.content(found.start, found.offset, self.clause_of(&found, end), found.opener)
            {
                found.confidence = 0.7;
                out.push(self.draft(s, &found, c.span, c.kind, c.fragments));
                i = c.next.max(i + 1);
                continue;
            }
            // تصريحات للوزير انتقد فيها …: a clause on a document inside the report
            if finite
                && !self.tags[i].conjunction
                && matches!(self.word_at(i + 1), "فيه" | "فيها")
                && let Some(mut found) = self.find(i, end, start)
                && found.speaker.is_none()
                && let Some(c) = self.content(found.start, found.offset, end, found.opener)
            {
                found.confidence = 0.7;
                found.how = How::Dropped;
                out.push(self.draft(s, &found, c.span, c.kind, c.fragments));
                i = c.next.max(i + 1);
                continue;
            }
            if finite
                && let Some(mut found) = self.find(i, end, start)
                && (found.opener == Opener::That
                    // أن النائب العام أمر بإحالة المتهمين إلى المحاكمة
                    || (found.opener == Opener::Preposition
                        || found.opener == Opener::Object && self.cue_of(found.form).attitude != "condemn")
                        // طالبت، تعهدت: no noun
                        && (self.cue_of(found.form).follow & follow::NOUN == 0
                            || self.cue_of(found.form).lemma == "أمر"
                            || matches!(found.form.agreement, Agreement::Feminine | Agreement::Plural))
                        && !matches!(self.word(i - 1), "اذا" | "لو" | "حال")
                        && !self.closed_by_pronoun(found.start)
                        && self.masdar_at(found.start, found.offset))
                && let Some(p) = found.speaker
                && (self.tags[p.start].is(class::ROLE | class::ORG | class::ANON)
                    || (p.start..p.end).any(|k| self.tags[k].entity != 0))
                && let Some(c) = self.content(found.start, found.offset, self.clause_of(&found, end), found.opener)
            {
                found.rule = "quote.nested";
                found.confidence = 0.7;
                out.push(self.draft(s, &found, c.span, c.kind, c.fragments));
                i = c.next.max(i + 1);
                continue;
            }
            i += 1;
        }
    }

    fn draft(&self, s: usize, f: &Found, span: Span, kind: ClaimKind, fragments: Vec<Span>) -> Draft {
        let cue = self.cue_of(f.form);
        let came = f.rule == "quote.source" && cue.lemma == "رد";
        let cut = match cue.lemma {
            _ if came => 0,
            // وورد: the conjunction is in the list, for ورد alone is "and answered"
            "ورد" => 'و'.len_utf8(),
            _ => self.tags[f.cue.0].cut as usize,
        };
        // the cue stands without its conjunction and preposition
        let from = if cut > 0 { self.doc.source_in_token(f.cue.0, cut) } else { self.doc.tokens[f.cue.0].span.start };
        Draft {
            span,
            kind,
            cue: Some(f.cue),
            cue_span: Some(Span { start: from, end: self.doc.tokens[f.cue.1 - 1].span.end }),
            lemma: if came { "ورد" } else { cue.lemma },
            attitude: match cue.attitude {
                "announce" | "write" | "relay" => "say",
                other => other,
            },
            speaker: f.speaker,
            how: f.how,
            agreement: match f.form.kind {
                // VSO agrees in gender only
                // قولها shows whose saying it is
                FormKind::Masdar => f.form.pronoun.then_some(f.form.agreement),
                _ => Some(f.form.agreement),
            },
            reported_by: f.reported_by,
            sentence: s,
            negated: f.negated,
            rule: f.rule,
            confidence: f.confidence,
            from: None,
            fragments,
            addressee: (cue.follow & follow::TARGET != 0
                && f.how == How::Overt
                && f.opener == Opener::Quote
                // ودعا الوزراء في بيان "إلى …": how they asked stands after the subject
                && f.speaker.is_none_or(|p| {
                    // وطالب فلان وزير الدولة عبر تويتر "بـ…"
                    !(p.next..f.start.min(self.tags.len()))
                        .any(|k| self.tags[k].is(class::VENUE | class::MEDIA) || self.word(k) == "عبر")
                })
                && self.tags[f.cue.0].conjunction)
                .then(|| f.speaker.map(|p| self.doc.tokens[p.start].span.start))
                .flatten(),
        }
    }

    /// A complement of the cue at token `i`, or None.
    pub fn find(&self, i: usize, end: usize, clause: usize) -> Option<Found> {
        let form = self.form(i)?;
        let t = &self.tags[i];
        if t.entity != 0 || t.future {
            return None;
        }
        let cue = self.cue_of(form);
        match cue.lemma {
            // أبدى قلقه من كذا, not أبدى مرونة
            "أبدى" => return self.find_verb(i, end, clause, form).filter(|f| self.stance(f, end)),
            // يعد بخفض الضرائب, not يعد الأكبر
            "وعد" if form.kind == FormKind::Present => {
                return self.find_verb(i, end, clause, form).filter(|f| self.promised(f));
            }
            _ => {}
        }
        // وردت تقارير عن كذا, أنباء بأن
        if matches!(cue.lemma, "رد" | "ورد")
            && form.kind == FormKind::Past
            && matches!(self.word(i), "ورد" | "وردت" | "ووردت")
            && matches!(self.word_at(i + 1), "تقارير" | "انباء" | "معلومات" | "اخبار")
            && let Some(e) = self.words.entries.get("تواردت")
            && e.form != 0
        {
            return self.find_verb(i, end, clause, self.words.forms[e.form as usize - 1]);
        }
        if cue.follow & follow::RELAY != 0 {
            return self.find_relay(i, end, form);
        }
        if cue.follow & follow::SOURCE != 0 {
            return self.find_source(i, end, form);
        }
        // ورد في بيان أن, وردت في التقرير: came in, not answered
        if cue.lemma == "رد"
            && form.kind == FormKind::Past
            && matches!(self.word(i), "ورد" | "وردت")
            && !(i > 0 && matches!(self.word(i - 1), "ما" | "مما" | "كما" | "لما" | "بما"))
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::FI) || n.attached == Attached::Bi)
            && let Some(found) = self.find_source(i, end, form)
        {
            return Some(found);
        }
        // على وعدها، بعد رفضه: written like the past
        if form.kind == FormKind::Past
            && form.pronoun
            && i > clause
            && self.tags[i - 1].is(class::PREP)
            && matches!(cue.lemma, "وعد" | "تعهد" | "توعد" | "طلب" | "أدان" | "دان")
        {
            return self.find_masdar(i, end, Form { kind: FormKind::Masdar, ..form });
        }
        self.find_verb(i, end, clause, form)
    }

    /// By the shape of the cue.
    fn find_verb(&self, i: usize, end: usize, clause: usize, form: Form) -> Option<Found> {
        match form.kind {
            FormKind::Past | FormKind::Present => self.find_finite(i, end, clause, form),
            FormKind::Participle => self.find_participle(i, end, form),
            FormKind::Masdar => self.find_masdar(i, end, form),
        }
    }

    /// أبدى [قلقه من كذا], [استعداده ل…]: a stance that is shown by word, with what it is about.
    fn stance(&self, f: &Found, end: usize) -> bool {
        let after = self.quote_from(f.start).map_or(f.start, |q| if q.len() == 1 { q.close } else { f.start }) + 1;
        matches!(f.opener, Opener::Object | Opener::Quote)
            && self.shown(f.start)
            && !self.clause_ends(after, end)
            && self.tags.get(after).is_some_and(|n| !n.conjunction)
    }

    /// قلقه، "استعداده …": a stance.
    fn shown(&self, k: usize) -> bool {
        static SHOWN: Words = Words::new(&words::SPEECH, "stance shown by word");
        let at = if self.quote_from(k).is_some() { k + 1 } else { k };
        SHOWN.begins(clitics::strip_article(self.word_at(at)))
    }

    /// يعد [بخفض الضرائب], [بأن …]: what is promised is a deed, and stands right behind the one who promises.
    fn promised(&self, f: &Found) -> bool {
        let from = f.speaker.filter(|p| p.start >= f.cue.1).map_or(f.cue.1, |p| p.next);
        let at = self.skip_fillers(from, f.start);
        match f.opener {
            Opener::That => at + 1 >= f.start && self.word(f.start - 1).starts_with('ب'),
            Opener::Preposition => {
                at + 1 >= f.start && self.quote_from(f.start).is_none() && self.masdar_at(f.start, f.offset)
            }
            _ => false,
        }
    }

    fn find_finite(&self, i: usize, end: usize, clause: usize, form: Form) -> Option<Found> {
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

    /// A thing that is announced by handing it over: التشكيلة, قائمة الفائزين, موعد المباراة, القرار.
    fn named_thing(&self, start: usize) -> bool {
        let at = if self.quote_from(start).is_some() { start + 1 } else { start };
        let w = self.word_at(at);
        NEWS.has(w) || HANDED_OVER.has(clitics::strip_article(w)) && !matches!(w, "تشكيل")
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

    /// `اعتبر X [القرار "خاطئا"]`: what is judged, when a marked predicate follows in its clause.
    fn judged(&self, lemma: &str, speaker: Option<&Phrase>, before: bool, i: usize, limit: usize) -> Option<usize> {
        if lemma != "اعتبر" || speaker.is_none() && !before {
            return None;
        }
        let k = self.skip_fillers(if before { i + 1 } else { speaker?.next }, limit);
        let t = self.tags.get(k)?;
        let noun = t.is(class::MASDAR | class::DEFINITE | class::DOC)
            || masdar_like(self.word(k))
            || MATTERS.has(self.word(k))
            // هجوم المدينة, مشروع القرار
            || !t.is(class::THAT | class::PREP | class::CONJ | class::NEG | class::FILLER | class::DAY | class::VENUE | class::ROLE)
                && t.entity == 0
                && self.form(k).is_none()
                && self.doc.tokens[k].kind == TokenKind::Arabic
                && self.tags.get(k + 1).is_some_and(|n| {
                    n.attached == Attached::None && !n.conjunction && (n.is(class::DEFINITE) || n.entity != 0)
                });
        if !noun || t.is(class::REL) || t.attached != Attached::None || t.conjunction || k >= limit {
            return None;
        }
        // اعتبر المجلس إقالة الوزير، المعروف بـ…، إشارة إلى كذا; الحملة بمثابة طعنة
        let far = (k + 1..limit.min(k + FAR_PREDICATE)).take_while(|&j| {
            !self.tags[j].is(class::THAT | class::KAN) && self.word(j) != ":" && self.quote_from(j).is_none()
        });
        if self.form(i).is_some_and(|f| f.kind == FormKind::Past) || before {
            for j in far {
                let led_on = self.tags.get(j + 1).is_some_and(|n| {
                    n.is(class::ILA | class::ALA | class::MIN | class::FI) || n.attached == Attached::Li
                });
                if self.word(j) == "بمثابه"
                    || matches!(self.word(j - 1), "،" | ",") && self.verbal_noun(j) && led_on && j + 2 < limit
                {
                    return Some(k);
                }
            }
        }
        for j in k + 1..limit.min(k + 12) {
            if let Some(q) = self.quote_from(j) {
                return (q.closed && self.clause_ends(q.close + 1, limit)).then_some(k);
            }
            if self.tags[j].is(class::THAT | class::KAN | class::REL) || matches!(self.word(j), "،" | "," | ":") {
                return None;
            }
            // يعتبر الاعتداء الأكثر دموية: a present before its noun may be passive
            let named = speaker.is_some_and(|p| {
                (p.start..p.end).any(|k| self.tags[k].entity != 0) && self.indefinite_accusative(j)
                    // تعتبر الصين الدولة الأكثر سكانا: a passive
                    && !self.elative(j - 1)
            });
            if self.predicate(j) && (before || named || self.form(i).is_some_and(|f| f.kind == FormKind::Past)) {
                return Some(k);
            }
        }
        None
    }

    /// مشروع القرار منحاز, الخطوة غير قانونية, الهدنة انتهاكا: an indefinite word that cannot belong to the definite noun
    /// right before it, or an accusative.
    fn predicate(&self, j: usize) -> bool {
        let t = &self.tags[j];
        let other = class::PREP
            | class::CONJ
            | class::THAT
            | class::REL
            | class::KAN
            | class::QAD
            | class::NEG
            | class::FILLER
            | class::DAY
            | class::VENUE
            | class::MIN
            | class::ILA
            | class::ALA
            | class::AN
            | class::FI;
        if t.entity != 0
            || t.is(other | class::DEFINITE)
            || t.attached != Attached::None
            || t.conjunction
            || self.doc.tokens[j].kind != TokenKind::Arabic
        {
            return false;
        }
        let w = self.word(j);
        let source = self.doc.text_of(j);
        // خاطئاً، انتهاكا: not هذا, أيضا
        let accusative = source.trim_end_matches('\u{64b}').ends_with('ا')
            && w.chars().count() >= 5
            && !w.ends_with("وا")
            && !w.ends_with("نا")
            && crate::mentions::entities::news().lexicon().get(w.trim_end_matches('ا')).is_some_and(|e| e.count > 3);
        let before = self.tags[j - 1].is(class::DEFINITE) || self.tags[j - 1].entity != 0;
        let plain = before
            && (w == "غير" || self.tags[j - 1].is(class::DEFINITE) && (t.is(class::MASDAR) || w.ends_with('ه')))
            && !super::boundaries::past_verb(w);
        accusative || plain
    }

    /// رأت طهران في [القرار إشارة إلى كذا], [الاتفاق خطوة]: what is seen in a thing: an accusative behind it in its clause.
    fn seen_in(&self, lemma: &str, speaker: Option<&Phrase>, before: bool, i: usize, limit: usize) -> Option<usize> {
        if lemma != "رأى" || speaker.is_none() && !before {
            return None;
        }
        let k = self.skip_fillers(speaker.map_or(i + 1, |p| p.next.max(i + 1)), limit);
        if k + 4 >= limit || !self.tags[k].is(class::FI) || self.tags[k].conjunction {
            return None;
        }
        let definite = |j: usize| self.tags[j].is(class::DEFINITE) || self.tags[j].entity != 0;
        let first = k + 1;
        if self.tags[first].is(class::DAY | class::VENUE | class::PREP | class::REL) {
            return None;
        }
        for j in first + 1..limit {
            if self.tags[j].is(class::THAT | class::KAN)
                || self.word(j) == ":"
                || self.quote_from(j).is_some_and(|q| q.len() > 3)
            {
                return None;
            }
            let broken = matches!(self.word(j - 1), "،" | ",");
            // الخطوة محاولة للضغط: an indefinite verbal noun in ه behind a definite word
            let feminine = self.verbal_noun(j) && (definite(j - 1) || broken);
            if self.indefinite_accusative(j) && !self.elative(j - 1) || feminine {
                return Some(first);
            }
        }
        None
    }

    /// إشارة, محاولة: an indefinite verbal noun in ه.
    fn verbal_noun(&self, j: usize) -> bool {
        self.word(j).ends_with('ه')
            && self.tags[j].entity == 0
            && !self.tags[j].is(class::DEFINITE | class::PREP | class::REL | class::FILLER | class::DAY)
            && self.tags[j].attached == Attached::None
            && !self.tags[j].conjunction
            && (self.tags[j].is(class::MASDAR | class::DOC | class::ORG) || masdar_like(self.word(j)))
    }

    /// الأكثر، الأشد: before an accusative of measure.
    fn elative(&self, j: usize) -> bool {
        let w = clitics::strip_article(self.word(j));
        w.starts_with('ا') && w.chars().count() == 4 && !w.ends_with(['ا', 'ه'])
    }

    /// متساهلا, تدخلا: an indefinite word in the accusative, by its ending and by the word without it.
    fn indefinite_accusative(&self, j: usize) -> bool {
        let Some(t) = self.tags.get(j) else { return false };
        let w = self.word(j);
        t.entity == 0
            && t.attached == Attached::None
            && !t.conjunction
            && !t.is(class::DEFINITE | class::FILLER | class::DAY | class::PREP | class::REL | class::CONJ)
            && self.doc.text_of(j).trim_end_matches('\u{64b}').ends_with('ا')
            && w.chars().count() >= 5
            && !w.ends_with("وا")
            && !w.ends_with("نا")
            && !w.ends_with("ها")
            && !w.ends_with("يا")
            && crate::mentions::entities::news().lexicon().get(w.trim_end_matches('ا')).is_some_and(|e| e.count > 3)
    }

    /// What is denied: اتهامات الرباط، مزاعم عن …, تصريحات فلان; with the article only when a preposition says what it is
    /// (الاتهامات الموجهة إليه بالتورط). `refused`: the verb also means to turn down, so that only charges are asked for.
    fn allegation(&self, k: usize, end: usize, refused: bool) -> bool {
        static CHARGES: Words = Words::new(&words::SPEECH, "charge");
        static DENIED_NOUNS: Words = Words::new(&words::SPEECH, "denied matter");
        if self.tags[k].attached != Attached::None || self.tags[k].conjunction {
            return false;
        }
        let w = self.word(k);
        let noun = clitics::strip_article(w);
        if !(CHARGES.has(noun) || !refused && DENIED_NOUNS.has(noun)) {
            return false;
        }
        if noun == w && !refused {
            return self.doc.tokens.get(k + 1).is_some_and(|t| t.kind == TokenKind::Arabic);
        }
        (k + 1..end.min(k + 9)).take_while(|&j| !matches!(self.word(j), "،" | ",")).any(|j| {
            self.tags[j].attached == Attached::Bi && !self.tags[j].is(class::VENUE | class::DAY)
                || matches!(self.word(j), "بان" | "بانه" | "بانها" | "حول" | "بشان")
        })
    }

    fn title(&self, i: usize) -> bool {
        self.doc.tokens[i].span.start < self.doc.article.title_len
    }

    fn stops(&self, f: u32) -> u32 {
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

    /// The opener of the content to the right of a cue.
    #[allow(clippy::too_many_arguments)]
    fn complement(
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
                    || relative && q.len() <= 4 && super::boundaries::NAMED_IN_MARKS.has(self.word(k - 1))
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
    fn closed_by_pronoun(&self, k: usize) -> bool {
        let w = self.word(k);
        {
            let stem = ["ها", "هم", "هما"].iter().find_map(|p| w.strip_suffix(p)).or(w.strip_suffix('ه'));
            // not the feminine ending: إقامة
            stem.is_some_and(|s| s.chars().count() > 3) && !self.doc.text_of(k).ends_with('ة')
        }
    }

    /// A listed verbal noun, past `offset` folded bytes of a proclitic.
    fn masdar_at(&self, k: usize, offset: usize) -> bool {
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
    fn past_joined(&self, first: &Phrase, limit: usize, mode: Mode) -> usize {
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
            let verb = next < limit && self.tags[next].entity == 0 && super::boundaries::present_verb(self.word(next));
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
    fn joined_name_li(&self, k: usize) -> bool {
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

    fn clause_ends(&self, k: usize, end: usize) -> bool {
        k >= end || matches!(self.word(k), "." | "،" | "," | "!" | "؟" | "؛")
    }

    fn after_proclitic(&self, k: usize) -> (Opener, usize, usize) {
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
    fn begins_noun(&self, k: usize) -> bool {
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
    fn responsibility(&self, k: usize) -> bool {
        self.word(k).contains("مسوولي") || self.word(k).contains("مسيولي")
    }

    /// `اتهم X [Y بـ…]`, `وصف X [Y بأنه …]`: where the content begins, if the preposition does follow.
    fn spoken_of(&self, k: usize, end: usize, f: u32) -> Option<usize> {
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

    /// A cue with an attached pronoun: `اعتبرته بغداد [غير قانوني]`, `تتهمها الإدارة [بسرقة …]`, `أبلغه أن`.
    fn find_pronoun(&self, i: usize, end: usize, form: Form, clause: usize) -> Option<Found> {
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

    fn find_participle(&self, i: usize, end: usize, form: Form) -> Option<Found> {
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
    fn find_masdar(&self, i: usize, end: usize, form: Form) -> Option<Found> {
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
    fn find_relay(&self, i: usize, end: usize, form: Form) -> Option<Found> {
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
    fn find_source(&self, i: usize, end: usize, form: Form) -> Option<Found> {
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

    /// The subject that stands before the cue in its clause: وكان X قد قال، لكن X قال، الذي قال, headline X يعلن.
    pub fn subject_before(&self, i: usize, clause: usize) -> Option<Phrase> {
        if i == 0 || i <= clause {
            return None;
        }
        let lo = clause.max(i.saturating_sub(BACK));
        let mut edge = i;
        while edge > lo && (self.tags[edge - 1].is(class::QAD | class::FILLER | class::NEG | class::DAY)) {
            edge -= 1;
        }
        // أن الوزارة كانت قالت
        if edge > lo + 1
            && self.tags[edge - 1].is(class::KAN)
            && !self.tags[edge - 1].conjunction
            && !self.word(edge - 1).starts_with(['و', 'ف'])
        {
            edge -= 1;
        }
        if edge == lo {
            return None;
        }
        // الذي قال: the noun before the relative
        if self.tags[edge - 1].is(class::REL) && self.word(edge - 1) != "من" {
            // نجمة داود التي قال إنها: the relative shows another gender than the verb; التصريحات التي قال فيها
            let other = self.form(i).is_some_and(|f| match self.word(edge - 1) {
                "التي" | "والتي" => f.agreement == Agreement::Masculine,
                "الذي" | "والذي" => f.agreement == Agreement::Feminine,
                _ => false,
            });
            let within = matches!(self.word_at(i + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
            if other || within {
                return None;
            }
            let to = edge - 1;
            let to = if to > lo && matches!(self.word(to - 1), "،" | ",") { to - 1 } else { to };
            let mut a = to;
            while a > lo && to - a < 8 {
                let t = &self.tags[a - 1];
                if t.is(class::PREP | class::CONJ | class::KAN | class::DAY)
                    || (t.form != 0 && t.entity == 0 && !t.is(class::ROLE))
                    || matches!(self.word(a - 1), "،" | "," | "\"")
                {
                    break;
                }
                a -= 1;
            }
            // the longest phrase that reaches the relative
            let p = (a..to)
                .filter(|&k| {
                    k == a
                        || self.tags[k].is(class::DEFINITE | class::ROLE | class::ORG | class::DOC | class::ANON)
                        || self.tags[k].entity != 0
                })
                .find_map(|k| self.phrase(k, to, Mode::default()).filter(|p| p.next >= to))?;
            // الفلسطينيين الذين يقولون: people by their plural
            let plural = self.tags[p.start].is(class::DEFINITE)
                && (self.word(p.start).ends_with("ون") || self.word(p.start).ends_with("يين"))
                && matches!(self.word(edge - 1), "الذين" | "والذين");
            // ليزا موركوفيسكي، عضوة المجلس عن ولاية ألاسكا، التي قالت: whoever comes from the place
            if matches!(self.entity_kind(p.start), Some(crate::model::EntityKind::Place))
                && p.start > lo + 1
                && self.tags[p.start - 1].is(class::PREP)
                && let Some(role) = (lo.max(p.start.saturating_sub(8))..p.start - 1)
                    .rev()
                    .take_while(|&k| !matches!(self.word(k), "،" | ","))
                    .find(|&k| self.tags[k].is(class::ROLE) && self.tags[k].entity == 0)
            {
                if role > lo + 1
                    && matches!(self.word(role - 1), "،" | ",")
                    && self.entity_kind(role - 2) == Some(crate::model::EntityKind::Person)
                {
                    let e = self.tags[role - 2].entity;
                    let from = (lo..role - 1).rev().take_while(|&k| self.tags[k].entity == e).last()?;
                    return self.phrase(from, role - 1, Mode::default());
                }
                return self.phrase(role, to, Mode::default());
            }
            let somebody = plural
                || self.tags[p.start].is(class::ROLE | class::ORG | class::ANON | class::DOC | class::MEDIA)
                || self.tags[p.start].entity != 0
                || p.kind == SpeakerKind::Named && p.role.is_some();
            return (p.next >= to && somebody).then_some(p);
        }
        // وسط تقارير تؤكد أن: a clause on an indefinite noun
        if edge == i
            && self.tags[i - 1].is(class::DOC | class::ANON)
            && !self.tags[i - 1].is(class::DEFINITE | class::ROLE)
            && self.tags[i - 1].entity == 0
            && i >= lo + 2
            && (self.tags[i - 2].is(class::PREP) || self.word(i - 2) == "وسط")
            && self.form(i).is_some_and(|f| {
                matches!(f.kind, FormKind::Present | FormKind::Past)
                    && (f.agreement == Agreement::Feminine || !self.word(i - 1).ends_with(['ه', 'ت', 'ر']))
            })
            && let Some(p) = self.phrase(i - 1, i, Mode::default())
        {
            return Some(p);
        }
        // هتافات متظاهرين قالوا: several people without the article, and a plural verb
        if edge == i
            && self.form(i).is_some_and(|f| f.agreement == Agreement::Plural && !f.pronoun)
            && !self.tags[i].conjunction
            && self.tags[i - 1].is(class::ANON)
            && !self.tags[i - 1].is(class::DEFINITE)
            && self.tags[i - 1].entity == 0
            && (self.word(i - 1).ends_with("ين")
                || self.word(i - 1).ends_with("ون")
                // وشهود يقولون إن
                || self.tags[i - 1].conjunction && matches!(self.stem(i - 1), "شهود" | "خبراء" | "نشطاء" | "سكان" | "علماء"))
            && let Some(p) = self.phrase(i - 1, i, Mode::default())
        {
            return Some(p);
        }
        // نشرت الصحيفة تقريرا اتهم المنظمة بـ…: a clause on an indefinite document in the accusative
        if edge == i
            && self.word_at(i + 1) != "فيه"
            && self
                .form(i)
                .is_some_and(|f| f.kind == FormKind::Past && f.agreement == Agreement::Masculine && !f.pronoun)
            && !self.tags[i].conjunction
            && let Some(p) = self.accusative(i - 1, i)
            && p.kind == SpeakerKind::Document
        {
            return Some(p);
        }
        let mut k = edge;
        let mut start = None;
        while k > lo {
            k -= 1;
            let t = &self.tags[k];
            // دبي، الإمارات (CNN) -- أكد: a dateline
            if matches!(self.word(k), "-" | "–" | "—") && k > lo && matches!(self.word(k - 1), ")" | "-") {
                start = Some((k + 1, false));
                break;
            }
            if t.is(class::KAN)
                || (t.is(class::CONJ) && !t.is(class::REL))
                || k + 1 < edge && matches!(self.word(k), "ان" | "فان") && t.is(class::THAT)
            {
                start = Some((k + 1, true));
                break;
            }
            if t.form != 0
                && t.entity == 0
                && self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                && !t.is(class::ROLE | class::ADJ)
                && !self.in_relative(k, lo)
                && !self.form(k).is_some_and(|f| self.cue_of(f).follow & follow::NOUN != 0 && !t.conjunction && k > lo)
            {
                return None;
            }
            if k == lo {
                // after a full stop, or in a headline after dots or colon
                start = Some((k, false));
            } else if self.title(i)
                && (matches!(self.word(k), ":" | "|" | "-" | "!" | "؟")
                    || (self.word(k) == "." && self.word(k - 1) == "."))
            {
                start = Some((k + 1, false));
                break;
            }
        }
        let (a, marked) = start?;
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
        let somebody = head.is(class::ROLE | class::ORG | class::ANON | class::MEDIA | class::DOC)
            || head.entity != 0
            || p.role.is_some() && !verbal;
        let closed_aside = gap <= 16
            && (matches!(self.word(edge - 1), "،" | "," | ")" | "-" | "–")
                || marked
                || self.tags[p.next].is(class::REL | class::PREP));
        let agreeing = p.start >= a;
        if !agreeing {
            return None;
        }
        if direct && (marked || somebody || self.title(i)) || (closed_aside && somebody) {
            return Some(p);
        }
        None
    }

    /// The definite noun of no person that a clause before a verb begins with, after لكن, أن or كان, agreeing with the verb.
    fn thing_before(&self, i: usize, clause: usize, agreement: Agreement) -> Option<usize> {
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
        let quiet = (k + 2..i)
            .all(|j| self.tags[j].entity == 0 || self.entity_kind(j) != Some(crate::model::EntityKind::Person));
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
        alone.then_some(Phrase { start: a, end: edge, name: (a, edge), role: None, kind, next: edge, li: false })
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
                    && (matches!(self.word(i - 1), "،" | ",")
                        || self.quote_over(i - 1).is_some_and(|q| q.close == i - 1))
                    && self.tags.get(i + 2).is_some_and(|v| !v.conjunction && v.entity == 0)
                    && self.form(i + 2).is_some_and(|f| {
                        matches!(f.kind, FormKind::Past | FormKind::Present)
                            && self.cue_of(f).follow & (follow::QUOTE | follow::RELAY | follow::THAT) != 0
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
                                && matches!(self.word(i - 1), "،" | ",")
                                && matches!(self.cue_of(f).lemma, "قال" | "أكد" | "رأى" | "ذكر"))
                            && !f.pronoun
                            && self.cue_of(f).follow & follow::QUOTE != 0
                            && self.cue_of(f).follow & follow::TARGET == 0
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
        let w = self.word(cue_end);
        if self.word(i).ends_with("علي") && self.word(i + 1) == "حد" {
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
            return Some((Some(p), p.next));
        }
        if self.word(i) == "كما" {
            let p = self.phrase(cue_end + 1, limit, Mode::default())?;
            let t = &self.tags[p.start];
            let somebody = t.is(class::ROLE | class::ORG | class::ANON | class::MEDIA | class::DOC)
                || (p.start..p.end).any(|k| self.tags[k].entity != 0);
            let after = self.skip_fillers(p.next, end);
            // كما أفاد التلفزيون نقلا عن الوزارة
            if self.word_at(after) == "نقلا"
                && self.tags.get(after + 1).is_some_and(|n| n.is(class::AN))
                && after + 2 < limit
                && let Some(source) = self.phrase(after + 2, limit, Mode::default())
            {
                return Some((Some(source), source.next));
            }
            let closed = self.clause_ends(after, end)
                || self.tags[p.next].is(class::FI | class::DAY | class::VENUE | class::PREP)
                    && !(p.next..end).any(|k| self.tags[k].is(class::THAT) && !self.tags[k].conjunction);
            return (somebody && closed).then_some((Some(p), p.next));
        }
        let verbal = ACCORDING_WHAT.has(self.word(cue_end - 1));
        if verbal {
            // ما أفادت الشرطة، ما جاء في بيان
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
            return match self.phrase(after, limit, Mode { quoted: true, ..Mode::default() }) {
                Some(p) => Some((Some(p), p.next)),
                None => Some((None, after)),
            };
        }
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
            && self.entity_kind(from) == Some(crate::model::EntityKind::Person)
            && matches!(self.word_at(to), "،" | ",")
            && matches!(self.word_at(to + 1), "فان" | "فانه" | "فانها" | "فقد")
        {
            let kind = SpeakerKind::Named;
            let named = Phrase { role: Some((p.start, p.end)), name: (from, to), next: to, kind, ..p };
            return Some((Some(named), to));
        }
        (hangs || self.speaks(&p, i)).then_some((Some(p), p.next))
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
    #[allow(clippy::too_many_arguments)]
    fn opening_phrase(
        &self,
        s: usize,
        i: usize,
        cue_end: usize,
        phrase: Option<Phrase>,
        speaker_end: usize,
        end: usize,
        relay: &mut Option<(usize, usize)>,
    ) -> Option<(Draft, usize)> {
        let phrase = phrase?;
        let mut k = speaker_end;
        // past a relative clause or an adjunct: بحسب النص الذي نشرته المنظمة، …
        let stop = end.min(k + 22);
        let mut start = None;
        while k < stop {
            let w = self.word(k);
            if let Some(q) = self.quote_from(k)
                && q.closed
                && q.len() < 4
                && k > speaker_end
            {
                k = q.close + 1;
                continue;
            }
            if k == speaker_end && self.tags[k].is(class::KAN) && !self.tags[k].conjunction {
                start = Some(k);
                break;
            }
            // وبحسب الوكالة جاء في بيان من النيابة، أن: the paper's
            if !self.tags[k].conjunction
                && self.form(k).is_some_and(|f| f.kind == FormKind::Past && self.cue_of(f).follow & follow::SOURCE != 0)
                && self.find(k, end, k).is_some()
            {
                *relay = Some(phrase.name);
                return None;
            }
            // وبحسب الوكالة قال فلان إن
            if k == speaker_end
                && !self.tags[k].conjunction
                && self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                && self.find(k, end, k).is_some_and(|f| f.how == How::Overt && f.opener != Opener::Object)
            {
                *relay = Some(phrase.name);
                return None;
            }
            if THEN_THAT.has(w) || matches!(w, ":") {
                start = Some(k + 1);
                break;
            }
            if matches!(w, "،" | ",") {
                let next = self.skip_fillers(k + 1, end);
                if next < end {
                    let n = self.word(next);
                    if THEN_HE.has(n) {
                        start = Some(next + 1);
                        break;
                    }
                    // بحسب تقرير نشره موقع كذا، واطلعت عليه الصحيفة، فإن
                    if SEEN_BY_US.has(n) {
                        k = next + 1;
                        continue;
                    }
                    // a second apposition or a relative clause: read on
                    if self.tags[next].is(class::REL | class::PREP)
                        && k < speaker_end + 2
                        && !self.tags[next].is(class::FI)
                    {
                        k = next + 1;
                        continue;
                    }
                    start = Some(next);
                }
                break;
            }
            if self.quote_from(k).is_some_and(|q| q.len() >= 4) {
                start = Some(k);
                break;
            }
            // وبحسب الشرطة اعترف المتهم, وبحسب خبراء قد تكون: no comma before the clause
            if k == speaker_end
                && self.tags[k].entity == 0
                && (w == "قد"
                    || !self.tags[k].conjunction
                        && self.tags[k].classes == 0
                        && (self.tags[phrase.start].is(class::DEFINITE)
                            || self.tags[k - 1].entity != 0 && self.tags[k - 1].is(class::DEFINITE))
                        && super::boundaries::past_verb(w))
            {
                start = Some(k);
                break;
            }
            k += 1;
        }
        let start = start?;
        if start >= end {
            return None;
        }
        // وبحسب رويترز، قال المشنوق …: the channel of what follows
        let probe = self.skip_fillers(start, end);
        if probe < end && self.find(probe, end, probe).is_some() {
            *relay = Some(phrase.name);
            return None;
        }
        if let Some(found) = (probe..end.min(probe + 12)).find_map(|k| {
            self.form(k)
                .filter(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                .and_then(|_| self.find(k, end, probe))
        }) && found.how != How::Dropped
        {
            *relay = Some(phrase.name);
            return None;
        }
        let c = self.content(start, 0, end, Opener::That)?;
        let mut speaker = phrase;
        let mut reported_by = None;
        let mut next = c.next;
        // وفقا لوكالة …، …، بحسب ما أفاد شهود: the last one spoke
        if next < end
            && let Some(e) = self.phrase_cue(next)
            && let Some((Some(p), to)) = self.phrase_speaker(next, e, end)
        {
            reported_by = Some(speaker.name);
            speaker = p;
            next = to;
        }
        Some((
            self.phrase_draft(
                s,
                (i, cue_end),
                Some(speaker),
                reported_by,
                c.span,
                c.kind,
                c.fragments,
                "quote.phrase-before",
            ),
            next,
        ))
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
            k < cue && self.tags[k].entity == 0 && (she || super::boundaries::past_verb(w))
        };
        let tail = (from + TAIL_AFTER..cue.saturating_sub(2)).rev().find_map(|k| {
            let comma = matches!(self.word(k - 1), "،" | ",");
            (comma && self.word(k) == "حيث" && past(k + 1) || self.word(k) == "وقد" && past(k + 1)).then_some(k + 1)
        })?;
        ((tail..cue).any(count) && !(from..tail).any(|k| self.quote_over(k).is_some())).then_some(tail)
    }

    /// `…، بحسب X`: content from the head of the clause.
    fn closing_phrase(
        &self,
        s: usize,
        clause: usize,
        i: usize,
        cue_end: usize,
        phrase: Option<Phrase>,
    ) -> Option<Draft> {
        let mut from = clause;
        while from < i && (self.doc.tokens[from].kind == TokenKind::Punct && self.quote_from(from).is_none()) {
            from += 1;
        }
        // معدل البطالة شهد بحسب التقرير انخفاضا: inside a clause that is not whole
        if i > from + 1
            && self.tags[i - 1].entity == 0
            && self.tags[i - 1].classes == 0
            && self.tags[i - 1].form == 0
            && self.doc.tokens[i - 1].kind == TokenKind::Arabic
            && i - from <= 4
            && super::boundaries::past_verb(self.word(i - 1))
        {
            return None;
        }
        // في …: a stop before a lead-in (وفي وقت سابق، …)
        if let Some(comma) = (from..i.min(from + 6)).find(|&k| matches!(self.word(k), "،" | ","))
            && (self.tags[from].is(class::PREP) || self.lead_in(from))
            && comma + 1 + LEAST_BEFORE < i
        {
            from = comma + 1;
        }
        while from + LEAST_BEFORE < i && matches!(self.word(from), "كما" | "وكما" | "كذلك" | "فيما" | "بينما")
        {
            from += 1;
        }
        if let Some(tail) = self.counted_tail(from, i) {
            from = tail;
        }
        // cnn-like dateline: دبي، الإمارات العربية المتحدة (CNN)--
        if let Some(dash) = (from..i.min(from + 12))
            .rev()
            .find(|&k| matches!(self.word(k), "-" | "—" | "–") && k > from && matches!(self.word(k - 1), ")" | "-"))
        {
            from = dash + 1;
        }
        let last = self.trim(from, i);
        if last < from + LEAST_BEFORE {
            return None;
        }
        // وذلك خلال مشاركته في …، وفقا لـ: an adjunct of the sentence before, no statement
        if matches!(self.word(from), "ذلك" | "وذلك")
            && self.tags.get(from + 1).is_some_and(|n| n.is(class::PREP | class::CONJ))
        {
            return None;
        }
        // في إشارة إلى تصريحات … على لسان فلان: the reporter's
        if self.word(from) == "في" && self.word_at(from + 1) == "اشاره" {
            return None;
        }
        // ولم يؤكد X، لم يرد تعقيب: the outlet's own words
        if self.tags[from].is(class::NEG)
            && (self
                .form(from + 1)
                .is_some_and(|f| self.cue_of(f).follow & follow::QUOTE != 0 && self.cue_of(f).lemma != "استبعد")
                || matches!(self.word(from + 1), "يرد" | "ترد" | "يصدر" | "تصدر"))
        {
            return None;
        }
        if let Some(q) = self.quote_from(from)
            && q.closed
            && q.close + 1 == last
        {
            let span = self.span(q.open + 1, q.close);
            return Some(self.phrase_draft(
                s,
                (i, cue_end),
                phrase,
                None,
                span,
                ClaimKind::Direct,
                Vec::new(),
                "quote.phrase-after",
            ));
        }
        let w = self.word(from);
        let t = &self.tags[from];
        // فتحت الوزارة تحقيقا: no ف before تحت
        let own = ROOT_F.has(w);
        let offset = if own {
            0
        } else if t.conjunction
            || w.starts_with('و') && w.len() > 4 && t.is(class::NEG | class::QAD | class::KAN)
            || self.joined_name(from)
        {
            2
        } else {
            usize::from(
                w.len() > 6
                    && w.starts_with('و')
                    && t.classes == 0
                    && t.form == 0
                    && t.entity == 0
                    && self.looks_conjoined(w),
            ) * 2
        };
        let start = if w == "و" {
            self.doc.tokens[from + 1].span.start
        } else if offset > 0 {
            self.doc.source_in_token(from, offset)
        } else {
            self.doc.tokens[from].span.start
        };
        let fragments = self.fragments(from, last);
        let kind = if fragments.is_empty() { ClaimKind::Indirect } else { ClaimKind::Mixed };
        let span = Span { start, end: self.doc.tokens[last - 1].span.end };
        Some(self.phrase_draft(s, (i, cue_end), phrase, None, span, kind, fragments, "quote.phrase-after"))
    }

    /// `أعطت الرسالة، بحسب X، حرية أكثر`: an attribution between the words of a clause that is not whole before it.
    #[allow(clippy::too_many_arguments)]
    fn aside_phrase(
        &self,
        s: usize,
        clause: usize,
        i: usize,
        cue_end: usize,
        phrase: Option<Phrase>,
        speaker_end: usize,
        end: usize,
    ) -> Option<(Draft, usize)> {
        let phrase = phrase?;
        let comma = |k: usize| k < end && matches!(self.word(k), "،" | ",");
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
            && (super::boundaries::present_verb(bare) || super::boundaries::past_verb(bare))
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
        let d = self.phrase_draft(s, (i, cue_end), Some(phrase), None, span, kind, fragments, "quote.phrase-after");
        Some((d, c.next))
    }

    /// A sentence that is nothing but `وفقا لـX.`: the sentence before is X's.
    fn lone_phrase(&self, s: usize, lo: usize, end: usize, out: &[Draft]) -> Option<Draft> {
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
    fn after_quote(&self, s: usize, open: usize, close: usize, end: usize, clause: usize) -> Option<(Draft, usize)> {
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
        let form = self.form(k)?;
        let t = &self.tags[k];
        if t.conjunction
            || t.entity != 0
            || !matches!(form.kind, FormKind::Past | FormKind::Present)
            || self.cue_of(form).follow & follow::QUOTE == 0
            || self.cue_of(form).follow & follow::NOUN != 0
            || form.pronoun
        {
            return None;
        }
        if self.find(k, end, k).is_some() {
            return None;
        }
        let speaker = self.phrase(k + 1, end.min(k + 16), Mode::default())?;
        let found = Found {
            cue: (k, k + 1),
            form,
            speaker: Some(speaker),
            how: How::Overt,
            opener: Opener::Quote,
            start: open,
            offset: 0,
            reported_by: None,
            negated: false,
            rule: "quote.verb-after",
            confidence: 0.8,
        };
        Some((self.draft(s, &found, span, ClaimKind::Direct, Vec::new()), speaker.next))
    }

    /// Past `للمزيد:`, `اقرأ أيضا..`, `قد يهمك:` at the head of a line that points to another story.
    fn past_pointer(&self, s: usize, lo: usize, end: usize) -> usize {
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

    /// The colon of a headline or of a cross-heading: `X: …`. Gives the colon and whether the line is the headline.
    fn heading(&self, s: usize, lo: usize, end: usize) -> Option<(usize, bool)> {
        let sentence = &self.doc.sentences[s];
        let title = sentence.is_title;
        if !title {
            // a cross-heading: a whole short paragraph without a stop
            let whole = (s == 0 || self.doc.sentences[s - 1].paragraph != sentence.paragraph)
                && self.doc.sentences.get(s + 1).is_none_or(|n| n.paragraph != sentence.paragraph);
            if !whole || end - lo > 22 || matches!(self.word(end - 1), "." | "\"") {
                return None;
            }
        }
        if !title
            && (lo..end).take_while(|&k| self.word(k) != ":").any(|k| {
                self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                    && self.tags[k].entity == 0
            })
        {
            return None;
        }
        let colon = (lo..end).find(|&k| self.word(k) == ":" && self.quote_over(k).is_none())?;
        (colon > lo && colon + 2 < end).then_some((colon, title))
    }

    /// The first word behind the last dots among some words of a headline.
    fn after_dots(&self, from: usize, end: usize) -> Option<usize> {
        let dots = |k: usize| self.word(k - 1) == "." && self.word(k - 2) == "." || self.word(k - 1) == "..";
        (from + 2..end).rev().find(|&k| dots(k))
    }

    /// A second voice in a headline (`المدرب: المباراة صعبة.. الحارس: ظلمنا`): the dots before it, and its colon.
    fn second_voice(&self, colon: usize, end: usize) -> Option<(usize, usize)> {
        let second = (colon + 2..end).find(|&k| self.word(k) == ":" && self.quote_over(k).is_none())?;
        let name = self.after_dots(second.saturating_sub(VOICE).max(colon + 2) - 2, second)?;
        let dots = (colon + 1..name).rev().take_while(|&k| matches!(self.word(k), "." | "..")).last()?;
        (second + 2 < end && dots > colon + 1).then_some((dots, second))
    }

    /// `X: …` as a claim of X, when X can speak and is not the topic.
    fn headline(&self, s: usize, lo: usize, colon: usize, end: usize, body: &[Draft]) -> Option<Draft> {
        // …سفارتها.. وعشراوي: after the dots
        let lo = self.after_dots(lo, colon).unwrap_or(lo);
        if colon - lo > 9 {
            return None;
        }
        let cue = (lo..colon).find(|&k| {
            self.form(k).is_some_and(|f| matches!(f.kind, FormKind::Past | FormKind::Present))
                && self.tags[k].entity == 0
        });
        let phrase = match cue {
            Some(k) if k == lo => self.phrase(k + 1, colon, Mode { object: true, ..Mode::default() })?,
            Some(k) => self.phrase(lo, k, Mode::default())?,
            None => self.phrase(lo, colon, Mode { object: true, ..Mode::default() })?,
        };
        let head = &self.tags[phrase.start];
        // وزير الخارجية الأسبق لـCNN: …
        let at_colon = phrase.next >= colon || cue.is_none() && self.skip_fillers(phrase.next, colon) >= colon;
        // said in the body, under the same name?
        let known = body.iter().filter_map(|d| d.speaker).any(|p| self.shares_word(&p, &phrase));
        let office = (head.is(class::ROLE | class::ORG | class::ANON)
            || self.entity_kind(phrase.start) == Some(crate::model::EntityKind::Organisation))
            && self.entity_kind(phrase.start) != Some(crate::model::EntityKind::Place);
        let person = self.entity_kind(phrase.name.0) == Some(crate::model::EntityKind::Person);
        let quoted = self.quote_from(colon + 1).is_some();
        let first_person = (colon + 1..end).take(6).any(|k| OURS.has(self.word(k)) || self.we_shall(k));
        let sign = known
            || (office && at_colon)
            || (person && at_colon)
            || (quoted && (office || person || known))
            || (cue.is_some() && known);
        let place = self.entity_kind(phrase.name.0) == Some(crate::model::EntityKind::Place);
        let topical = ["france24", "bbc"].iter().any(|o| self.doc.article.outlet.eq_ignore_ascii_case(o))
            && !quoted
            // فلان لفرانس24: …
            && !(person && phrase.next < colon && self.is_recipient(phrase.next))
            && (!known && !office || place && cue.is_none() && !first_person);
        if !(sign || first_person && at_colon && head.entity != 0) || topical {
            return None;
        }
        if !at_colon && cue.is_none() && !known {
            return None;
        }
        // فلان: السياسي المخضرم الذي …: who he is
        let described = !quoted
            && person
            && self.tags.get(colon + 1).is_some_and(|t| t.is(class::DEFINITE) && t.entity == 0)
            && (colon + 2..end.min(colon + 6)).any(|k| self.tags[k].is(class::REL))
            && !(colon + 1..end.min(colon + 6)).any(|k| self.form(k).is_some() && self.tags[k].entity == 0);
        if described {
            return None;
        }
        let c = self.content(colon + 1, 0, end, Opener::Colon)?;
        Some(Draft {
            span: c.span,
            kind: c.kind,
            cue: Some((colon, colon + 1)),
            cue_span: Some(self.doc.tokens[colon].span),
            lemma: ":",
            attitude: "say",
            speaker: Some(phrase),
            how: How::Overt,
            agreement: None,
            reported_by: None,
            sentence: s,
            negated: false,
            rule: "quote.headline",
            confidence: if known { 0.9 } else { 0.75 },
            from: None,
            fragments: c.fragments,
            addressee: None,
        })
    }

    /// وسنسقط، سنرد: a future of the first person, of a verb that is met in the third.
    fn we_shall(&self, k: usize) -> bool {
        let w = self.word(k);
        let w = w.strip_prefix('و').unwrap_or(w);
        let news = crate::mentions::entities::news().lexicon();
        self.tags[k].entity == 0
            && w.strip_prefix("سن")
                .filter(|stem| stem.chars().count() >= 2)
                .is_some_and(|stem| news.get(&format!("ي{stem}")).is_some_and(|e| e.count > 3))
    }

    /// Does a speaker of the body go under the headline's name? `عباس` for محمود عباس, not `السودان` for وكالة السودان.
    fn shares_word(&self, body: &Phrase, heading: &Phrase) -> bool {
        let plain = |k: usize| clitics::strip_article(self.stem(k));
        let words = |from: usize, to: usize| (from..to).filter(|&k| self.doc.tokens[k].kind != TokenKind::Punct);
        let whole = body.start.min(body.name.0)..body.end.max(body.name.1).min(self.tags.len());
        let shared = words(heading.name.0, heading.name.1)
            .filter(|&j| plain(j).len() > 4 && whole.clone().any(|k| plain(k) == plain(j)))
            .count();
        let asked = words(heading.name.0, heading.name.1).count();
        let first = words(heading.name.0, heading.name.1).next();
        let starts = first.is_some_and(|j| plain(j) == plain(body.start) || plain(j) == plain(body.name.0));
        let person = body.kind == SpeakerKind::Named;
        shared > 0 && (starts || person && shared * 2 >= asked || shared >= 2 && shared * 3 >= asked * 2)
    }

    /// Do two phrases share a word of their names?
    pub fn same_words(&self, a: &Phrase, b: &Phrase) -> bool {
        let plain = |k: usize| clitics::strip_article(self.stem(k));
        (b.name.0..b.name.1)
            .any(|j| plain(j).len() > 4 && (a.start.min(a.name.0)..a.end.max(a.name.1)).any(|k| plain(k) == plain(j)))
    }

    /// A paragraph that is one quotation and follows a quotation goes on with it (BBC style).
    fn continuations(&self, out: &mut Vec<Draft>) {
        let mut added: Vec<(usize, Draft)> = Vec::new();
        for q in &self.quotes {
            if q.len() < 6 {
                continue;
            }
            let s = self.doc.sentence_at(self.doc.tokens[q.open].span.start);
            let sentence = &self.doc.sentences[s];
            if sentence.tokens.start as usize != q.open || sentence.is_title || s == 0 {
                continue;
            }
            let start = self.doc.tokens[q.open].span.start;
            let place = out.partition_point(|d| d.span.start < start);
            let Some(before) = place.checked_sub(1).map(|p| &out[p]) else { continue };
            // قال "…". "…": in one paragraph only when nothing stands between
            if self.doc.sentences[s - 1].paragraph == sentence.paragraph
                && !(before.kind == ClaimKind::Direct
                    && q.closed
                    && (self.doc.token_at(before.span.end)..q.open)
                        .all(|k| self.doc.tokens[k].kind == TokenKind::Punct))
            {
                continue;
            }
            if out
                .get(place)
                .is_some_and(|d| d.span.start <= self.doc.tokens[q.close.min(self.doc.tokens.len()) - 1].span.start)
            {
                continue;
            }
            let gap = self.doc.sentences[before.sentence].paragraph + 1;
            let chained =
                added.last().is_some_and(|(_, d)| self.doc.sentences[d.sentence].paragraph + 1 == sentence.paragraph);
            if !(matches!(before.kind, ClaimKind::Direct | ClaimKind::Mixed) && gap >= sentence.paragraph || chained) {
                continue;
            }
            let last = self.trim(q.open + 1, q.close);
            if last <= q.open + 1 {
                continue;
            }
            // a cross-heading takes its words out of a statement that follows
            let alone = q.closed
                && q.len() <= 14
                && self.doc.sentences[s - 1].paragraph != sentence.paragraph
                && self.doc.sentences.get(s + 1).is_none_or(|n| n.paragraph != sentence.paragraph)
                && (q.close + 1..sentence.tokens.end as usize).all(|k| self.word(k) != ".");
            let later = out[place..].iter().find(|d| {
                let words = self.doc.slice(d.span);
                alone
                    && (words.contains(self.doc.slice(self.span(q.open + 1, (q.open + 5).min(last))))
                        || words.contains(self.doc.slice(self.span(last.saturating_sub(4).max(q.open + 1), last))))
            });
            if let Some(later) = later
                && later.speaker.is_none()
            {
                continue;
            }
            let mut d = later.unwrap_or(before).clone();
            d.span = self.span(q.open + 1, last);
            d.kind = ClaimKind::Direct;
            d.from = d.speaker.or(d.from);
            d.speaker = None;
            d.cue = None;
            d.cue_span = None;
            d.lemma = "";
            d.how = How::Dropped;
            d.sentence = s;
            d.rule = "quote.continuation";
            d.confidence = 0.7;
            d.fragments = Vec::new();
            added.push((place, d));
        }
        for (place, d) in added.into_iter().rev() {
            out.insert(place, d);
        }
    }
}
