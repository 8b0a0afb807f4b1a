//! One sentence, cue by cue.

use std::ops::Deref;

use super::{Found, OUTLETS};
use crate::mentions::quotes::boundaries::{self, CONCERNS, Opener};
use crate::mentions::quotes::cues::{Agreement, FormKind, class, follow};
use crate::mentions::quotes::phrase::Phrase;
use crate::mentions::quotes::{Draft, How, Scan};
use crate::model::{ClaimKind, TokenKind};
use crate::text::clitics;

/// A phrase of attribution: بحسب X.
#[derive(Clone, Copy)]
pub(super) struct Attribution {
    pub sentence: usize,
    /// Its tokens before whoever it names.
    pub cue: (usize, usize),
    pub speaker: Option<Phrase>,
    /// One past the speaker, and past the last token that may be read.
    pub next: usize,
    pub end: usize,
}

/// How far a sentence has been read.
struct Walk<'s> {
    scan: &'s Scan<'s>,
    sentence: usize,
    lo: usize,
    end: usize,
    out: &'s mut Vec<Draft>,
    /// The token reached, and where its clause begins.
    i: usize,
    clause: usize,
    /// Who passes on the next claim.
    relay: Option<(usize, usize)>,
    /// Where the last claim ended.
    last_end: Option<usize>,
}

impl<'s> Deref for Walk<'s> {
    type Target = Scan<'s>;

    fn deref(&self) -> &Scan<'s> {
        self.scan
    }
}

impl Scan<'_> {
    /// The claims of a sentence, or of part of it, and where reading ended.
    pub(super) fn sentence(&self, sentence: usize, lo: usize, end: usize, out: &mut Vec<Draft>) -> usize {
        if let Some(d) = self.lone_phrase(sentence, lo, end, out) {
            out.push(d);
            return end;
        }
        let mut walk = Walk { scan: self, sentence, lo, end, out, i: lo, clause: lo, relay: None, last_end: None };
        while walk.i < end {
            if !(walk.marks() || walk.cue() || walk.attribution()) {
                walk.i += 1;
            }
        }
        walk.i
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
                    || !boundaries::past_verb(w) && !boundaries::present_verb(w) && self.form(k).is_none()
            })
    }
}

impl Walk<'_> {
    /// Reads on at `next`, where a clause begins.
    fn on(&mut self, next: usize) -> bool {
        (self.i, self.clause) = (next, next);
        true
    }

    /// A claim was read up to `next`.
    fn told(&mut self, next: usize) -> bool {
        self.last_end = Some(next);
        self.on(next)
    }

    /// Somebody else's words: no cue of the outlet's in there, unless it is a name in marks.
    fn marks(&mut self) -> bool {
        let Some(q) = self.quote_from(self.i) else { return false };
        if q.closed
            && q.len() >= 4
            && let Some((d, next)) = self.after_quote(self.sentence, q.open, q.close, self.end, self.clause)
        {
            self.out.push(d);
            return self.told(next);
        }
        self.i = if q.closed || q.len() > 3 { q.close + 1 } else { self.i + 1 };
        true
    }

    /// A verb, participle or noun of saying with its content.
    fn cue(&mut self) -> bool {
        let (s, end) = (self.sentence, self.end);
        if self.second_half(self.lo, self.i, end) {
            self.clause = self.i;
        }
        let Some(found) = self.find(self.i, end, self.clause) else { return false };
        if self.relayed_self(&found) {
            return true;
        }
        let clause_end = self.clause_of(&found, end);
        let Some(c) = self.content(found.start, found.offset, clause_end, found.opener) else { return false };
        let mut d = self.draft(s, &found, c.span, c.kind, c.fragments);
        if d.reported_by.is_none() {
            d.reported_by = self.relay.take();
        }
        let reported = d.kind != ClaimKind::Direct;
        let outer = self.out.len();
        self.out.push(d);
        if reported {
            self.scan.nested(s, found.start, c.next.min(end), self.out);
        }
        if self.only_passes_on(&found, outer) {
            let by = self.out.remove(outer).speaker.map(|p| p.name);
            let inner = &mut self.out[outer];
            inner.reported_by = inner.reported_by.or(by);
        }
        self.told(c.next.max(found.cue.1))
    }

    /// وأورد مكتب هنية أنه أكد …: the words are those of whoever the office is of.
    fn relayed_self(&mut self, found: &Found) -> bool {
        let (start, end) = (found.start, self.end);
        let past = found.opener == Opener::That
            && found.offset == 0
            && !self.tags[start].conjunction
            && self.form(start).is_some_and(|f| f.kind == FormKind::Past);
        if !past || !self.another(found) {
            return false;
        }
        let Some(inner) = self.find(start, end, start).filter(|f| f.speaker.is_none()) else { return false };
        let Some(c) = self.content(inner.start, inner.offset, end, inner.opener) else { return false };
        let inner = Found { how: How::Dropped, ..inner };
        let d = self.draft(self.sentence, &inner, c.span, c.kind, c.fragments);
        self.out.push(Draft { from: found.speaker, agreement: None, rule: "quote.relay-self", ..d });
        self.told(c.next.max(inner.start + 1))
    }

    /// وأوضح أنه طلب من المجلس أن …: his own words; ذكرت الوكالة أنه أكد: another's.
    fn another(&self, found: &Found) -> bool {
        let speaker = |classes: u32| found.speaker.is_some_and(|p| self.tags[p.start].is(classes));
        found.speaker.is_some_and(|p| self.stem(p.start) == "مكتب")
            || match found.start.checked_sub(1).map(|k| self.stem(k)) {
                Some("انه" | "بانه") => found.form.agreement == Agreement::Feminine,
                Some("انها" | "بانها") => {
                    found.form.agreement == Agreement::Masculine && speaker(class::MEDIA | class::ROLE)
                }
                _ => true,
            }
    }

    /// نقلت صحيفة كذا أن الرئيس قال إن …: the paper only passes on the claim behind its own, the draft at `outer`.
    fn only_passes_on(&self, found: &Found, outer: usize) -> bool {
        let [outer, inner] = &self.out[outer..] else { return false };
        found.opener == Opener::That
            && found.speaker.is_some_and(|p| {
                self.tags[p.start].is(class::MEDIA)
                    || OUTLETS.has(clitics::strip_article(self.stem(p.start)))
                    || self.stem(p.start) == "مكتب"
                    || self.cue_of(found.form).takes(follow::RELAY)
            })
            && inner.rule == "quote.nested"
            && inner.span.end == outer.span.end
            && matches!(inner.lemma, "قال" | "أكد" | "أعلن" | "ذكر" | "أفاد" | "أوضح" | "أضاف")
            && inner.speaker.is_some_and(|p| p.start == found.start)
            && inner.cue.is_some_and(|(k, _)| k <= found.start + 7)
    }

    /// A phrase of attribution: of what follows, of what stands before it, or of the claim just read.
    fn attribution(&mut self) -> bool {
        let (s, i, clause, end) = (self.sentence, self.i, self.clause, self.end);
        let Some(cue_end) = self.phrase_cue(i) else { return false };
        let Some((speaker, next)) = self.phrase_speaker(i, cue_end, end) else { return false };
        let a = Attribution { sentence: s, cue: (i, cue_end), speaker, next, end };
        let past = next.max(i + 1);
        if self.last_in_relative()
            && let Some(d) = self.closing_phrase(s, self.lo, i, cue_end, speaker)
        {
            let place = self.out.len() - 1;
            self.out.insert(place, d);
            return self.told(past);
        }
        // …، وحسب التقارير الواردة فقد تحطمت: a report of its own
        let last = self.last_end.filter(|&last| last <= i);
        let anew = self.word(i).starts_with('و')
            && !matches!(self.word(i), "وفق" | "وفقا" | "وفقما")
            && last.is_some_and(|last| i <= last + 2);
        if anew && self.opening(&a) {
            return true;
        }
        if let Some(last) = last
            && !self.out.is_empty()
            && (i <= last + 2 || self.adjunct_only(last, i))
        {
            // content that has its speaker already: this is the channel
            if let (Some(p), Some(d)) = (speaker, self.out.last_mut()) {
                d.reported_by = d.reported_by.or(Some(p.name));
            }
            // unless new content follows: ، وبحسب X فإن …
            return self.on(past);
        }
        // …، لكن بحسب X، …: what follows is X's
        let turned = i > self.lo && matches!(self.word(i - 1), "لكن" | "ولكن") && !self.tags[i].conjunction;
        if turned || self.skip_fillers(clause, i) >= i || i == clause {
            return self.opening(&a) || self.on(past);
        }
        if let Some((d, next)) = self.aside_phrase(&a, clause) {
            self.out.push(d);
            return self.told(next);
        }
        let Some(d) = self.closing_phrase(s, clause, i, cue_end, speaker) else { return false };
        self.out.push(d);
        self.told(past)
    }

    /// An attribution of what follows it.
    fn opening(&mut self, a: &Attribution) -> bool {
        let scan = self.scan;
        let Some((d, next)) = scan.opening_phrase(a, &mut self.relay) else { return false };
        self.out.push(d);
        self.told(next)
    }

    /// The last claim hangs on a noun of the sentence, which goes on behind it.
    fn last_in_relative(&self) -> bool {
        self.out.last().is_some_and(|d| {
            d.sentence == self.sentence
                && d.cue.is_some_and(|(c, _)| {
                    c > self.lo + 5 && (d.rule == "quote.pronoun-object" || self.tags[c - 1].is(class::REL))
                })
        })
    }
}
