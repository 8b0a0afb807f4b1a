//! The patterns of attribution, tried at every cue.

mod complement;
mod finite;
mod headline;
mod judged;
mod nouns;
mod objects;
mod phrases;
mod relays;
mod subject;
mod walk;

use std::ops::Deref;

use super::boundaries::Opener;
use super::cues::{Agreement, Cue, Form, FormKind, class, follow};
use super::phrase::Phrase;
use super::tags::{Attached, Tag};
use super::{Draft, How, Scan};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{ClaimKind, Span};
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

/// Where the content behind a cue opens.
#[derive(Debug, Clone, Copy)]
struct Opening {
    opener: Opener,
    start: usize,
    /// As in [`Found`].
    offset: usize,
}

impl Opening {
    fn new(opener: Opener, start: usize) -> Opening {
        Opening { opener, start, offset: 0 }
    }
}

/// A cue where it stands, and what is read around it.
#[derive(Clone, Copy)]
struct Site<'s> {
    scan: &'s Scan<'s>,
    /// Its token.
    i: usize,
    /// One past the last token that may be read.
    end: usize,
    /// First token of its clause.
    clause: usize,
    form: Form,
    cue: &'static Cue,
}

impl<'s> Deref for Site<'s> {
    type Target = Scan<'s>;

    fn deref(&self) -> &Scan<'s> {
        self.scan
    }
}

/// Farthest complement from its cue, in tokens: 29 % stand eight or more tokens away, hardly one beyond this.
const REACH: usize = 34;

/// Outlets.
static OUTLETS: Words = Words::new(&words::SPEECH, "outlet");

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

    /// The end for a relative clause of description, or one on the noun before a comma, which a comma closes:
    /// الذي تصنفه A بأنه "…"، …; إصابة سبعة، وصفها الأطباء بأنها طفيفة، وتم …
    fn clause_of(&self, found: &Found, end: usize) -> usize {
        // المحكمة، التي شددت على خطورة التهم، حكما: a relative clause between commas
        let outside = |k: usize| self.quote_over(k).is_none_or(|q| !q.closed);
        // وبعد إعلان فلان عزمه الترشح، أحيل إلى …: no report of its own
        if found.rule == "quote.noun-cue"
            && (found.opener != Opener::That || found.cue.0 <= self.sentence_start(found.cue.0) + 4)
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
            && let Some(k) = (found.start + 1..end).find(|&k| self.comma(k) && outside(k))
            && self.tags.get(k + 1).is_some_and(|n| !n.conjunction)
        {
            return k;
        }
        if found.cue.0 > 1
            && self.tags[found.cue.0 - 1].is(class::REL)
            && self.comma(found.cue.0 - 2)
            && matches!(found.opener, Opener::Preposition | Opener::Object)
            && found.how == How::Before
            && let Some(k) = (found.start + 1..end).find(|&k| self.comma(k) && outside(k))
            && k < found.start + 16
        {
            return k;
        }
        // العقوبات، التي قالت الوزارة إنها ستفرضها، تفي بالتزاماتها: up to the verb of the main clause
        if found.cue.0 > 1
            && self.tags[found.cue.0 - 1].is(class::REL)
            && self.comma(found.cue.0 - 2)
            && found.opener == Opener::That
            && let Some(k) = (found.start + 1..end).find(|&k| self.comma(k) && outside(k))
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
                || self.comma(found.cue.0 - 1) && !self.tags[found.cue.0].conjunction);
        let described = follow::DESCRIBE | follow::OBJECT_AFTER_PRONOUN;
        if found.rule != "quote.pronoun-object" || !apposed || self.cue_of(found.form).follow & described == 0 {
            return end;
        }
        (found.start + 1..end).find(|&k| self.comma(k) && outside(k)).unwrap_or(end)
    }

    /// Speech reported inside reported speech: a named speaker and a clause are asked for.
    fn nested(&self, s: usize, start: usize, end: usize, out: &mut Vec<Draft>) {
        let mut i = start + 1;
        while i < end {
            if let Some(q) = self.quote_from(i) {
                i = q.close + 1;
                continue;
            }
            let finite = self.form(i).is_some_and(|f| f.finite());
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
                        && (!self.cue_of(found.form).takes(follow::NOUN)
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
            addressee: (cue.takes(follow::TARGET)
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
        let site = self.site(i, end, clause)?;
        if site.tag().entity != 0 || site.tag().future {
            return None;
        }
        site.find()
    }

    fn site(&self, i: usize, end: usize, clause: usize) -> Option<Site<'_>> {
        let form = self.form(i)?;
        Some(Site { scan: self, i, end, clause, form, cue: self.cue_of(form) })
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
}

impl<'s> Site<'s> {
    fn tag(&self) -> &Tag {
        &self.scan.tags[self.i]
    }

    fn previous(&self) -> Tag {
        self.i.checked_sub(1).map(|p| self.scan.tags[p]).unwrap_or_default()
    }

    fn previous_word(&self) -> &'s str {
        self.i.checked_sub(1).map_or("", |p| self.scan.word(p))
    }

    /// The same token read as another form.
    fn read_as(self, form: Form) -> Site<'s> {
        Site { form, cue: self.cue_of(form), ..self }
    }

    /// A claim whose speaker is still to be found.
    fn said(&self, Opening { opener, start, offset }: Opening, rule: &'static str, confidence: f32) -> Found {
        Found {
            cue: (self.i, self.i + 1),
            form: self.form,
            speaker: None,
            how: How::Participle,
            opener,
            start,
            offset,
            reported_by: None,
            negated: false,
            rule,
            confidence,
        }
    }

    /// By the verb, where it has a construction of its own, or by the form.
    fn find(self) -> Option<Found> {
        let Site { i, end, clause, form, cue, .. } = self;
        let past = form.kind == FormKind::Past;
        let came = matches!(self.word(i), "ورد" | "وردت");
        match cue.lemma {
            // أبدى قلقه من كذا, not أبدى مرونة
            "أبدى" => return self.find_verb().filter(|f| self.stance(f, end)),
            // يعد بخفض الضرائب, not يعد الأكبر
            "وعد" if form.kind == FormKind::Present => return self.find_verb().filter(|f| self.promised(f)),
            // وردت تقارير عن كذا, أنباء بأن
            "رد" | "ورد"
                if past
                    && (came || self.word(i) == "ووردت")
                    && matches!(self.word_at(i + 1), "تقارير" | "انباء" | "معلومات" | "اخبار") =>
            {
                if let Some(came_in) = self.words.entries.get("تواردت").filter(|e| e.form != 0) {
                    return self.read_as(self.words.forms[came_in.form as usize - 1]).find_verb();
                }
            }
            _ => {}
        }
        if cue.takes(follow::RELAY) {
            return self.find_relay();
        }
        if cue.takes(follow::SOURCE) {
            return self.find_source();
        }
        // ورد في بيان أن, وردت في التقرير: came in, not answered
        if cue.lemma == "رد"
            && past
            && came
            && !matches!(self.previous_word(), "ما" | "مما" | "كما" | "لما" | "بما")
            && self.tags.get(i + 1).is_some_and(|n| n.is(class::FI) || n.attached == Attached::Bi)
            && let Some(found) = self.find_source()
        {
            return Some(found);
        }
        // على وعدها، بعد رفضه: written like the past
        if past
            && form.pronoun
            && i > clause
            && self.previous().is(class::PREP)
            && matches!(cue.lemma, "وعد" | "تعهد" | "توعد" | "طلب" | "أدان" | "دان")
        {
            return self.read_as(Form { kind: FormKind::Masdar, ..form }).find_masdar();
        }
        self.find_verb()
    }

    /// By the shape of the cue.
    fn find_verb(self) -> Option<Found> {
        match self.form.kind {
            FormKind::Past | FormKind::Present => self.find_finite(),
            FormKind::Participle => self.find_participle(),
            FormKind::Masdar => self.find_masdar(),
        }
    }
}
