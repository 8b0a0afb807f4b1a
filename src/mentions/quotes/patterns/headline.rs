//! Headlines and cross-headings with a colon, and what goes on behind a first report.

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::class;
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::{Draft, How, Scan};
use crate::model::{ClaimKind, EntityKind, SpeakerKind, TokenKind};
use crate::text::clitics;

/// Words of a sentence in the speaker's own voice.
static OURS: Words = Words::new(&words::SPEECH, "our own words");

/// Words of a name before the second colon of a headline, dots with them.
const VOICE: usize = 7;

impl Scan<'_> {
    /// The colon of a headline or of a cross-heading: `X: …`. Gives the colon and whether the line is the headline.
    pub(super) fn heading(&self, s: usize, lo: usize, end: usize) -> Option<(usize, bool)> {
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
            && (lo..end)
                .take_while(|&k| self.word(k) != ":")
                .any(|k| self.form(k).is_some_and(|f| f.finite()) && self.tags[k].entity == 0)
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
    pub(super) fn second_voice(&self, colon: usize, end: usize) -> Option<(usize, usize)> {
        let second = (colon + 2..end).find(|&k| self.word(k) == ":" && self.quote_over(k).is_none())?;
        let name = self.after_dots(second.saturating_sub(VOICE).max(colon + 2) - 2, second)?;
        let dots = (colon + 1..name).rev().take_while(|&k| matches!(self.word(k), "." | "..")).last()?;
        (second + 2 < end && dots > colon + 1).then_some((dots, second))
    }

    /// `X: …` as a claim of X, when X can speak and is not the topic.
    pub(super) fn headline(&self, s: usize, lo: usize, colon: usize, end: usize, body: &[Draft]) -> Option<Draft> {
        // …سفارتها.. وعشراوي: after the dots
        let lo = self.after_dots(lo, colon).unwrap_or(lo);
        if colon - lo > 9 {
            return None;
        }
        let cue = (lo..colon).find(|&k| self.form(k).is_some_and(|f| f.finite()) && self.tags[k].entity == 0);
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
            || self.entity_kind(phrase.start) == Some(EntityKind::Organisation))
            && self.entity_kind(phrase.start) != Some(EntityKind::Place);
        let person = self.person(phrase.name.0);
        let quoted = self.quote_from(colon + 1).is_some();
        let first_person = (colon + 1..end).take(6).any(|k| OURS.has(self.word(k)) || self.we_shall(k));
        let sign = known
            || (office && at_colon)
            || (person && at_colon)
            || (quoted && (office || person || known))
            || (cue.is_some() && known);
        let place = self.entity_kind(phrase.name.0) == Some(EntityKind::Place);
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
    pub(super) fn continuations(&self, out: &mut Vec<Draft>) {
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
