//! Who passes on what another has said, and the paper in which it stands.

use super::{Found, Opening, REACH, Site};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{Agreement, Form, FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::Attached;
use crate::mentions::quotes::{How, Scan};
use crate::model::SpeakerKind;
use crate::text::clitics;

/// Places where a speaker writes.
static OWN_PAGE: Words = Words::new(&words::SPEECH, "own page");

/// Farthest name of the source from who passes it on, in tokens.
const REACH_SOURCE: usize = 14;

impl Site<'_> {
    /// `نقلت A عن B (قوله) (إن|:|"…")`.
    pub(super) fn find_relay(&self) -> Option<Found> {
        let &Site { i, end, cue, form, .. } = self;
        if form.pronoun || form.kind == FormKind::Masdar {
            return None;
        }
        let limit = end.min(i + 1 + REACH);
        // ونقلت عنه الوكالة قوله: whoever spoke before
        match self.word_at(i + 1) {
            "عنه" => return self.relayed_of_him(Agreement::Masculine, limit),
            "عنها" => return self.relayed_of_him(Agreement::Feminine, limit),
            "عنهم" => return self.relayed_of_him(Agreement::Plural, limit),
            _ => {}
        }
        // وكانت الوكالة قد نقلت عن المتحدث باسمها، فلان قوله: whoever is behind عن is no channel
        let straight = self.plain_an(i + 1);
        let mode = Mode { stop: class::AN, ..Mode::default() };
        let channel = if straight { None } else { self.phrase(i + 1, limit, mode) };
        let from = channel.map_or(i + 1, |p| p.next);
        let near = from..limit.min(from + REACH_SOURCE);
        // نسبت A إلى B قوله، ونسب إلى B القول
        if cue.lemma == "نسب" {
            let to = near.clone().find(|&k| matches!(self.word(k), "الي" | "ل"));
            let speaker = match to {
                Some(k) => self.phrase(k + 1, limit, Mode::default())?,
                None => {
                    let li = (from..limit.min(from + 2)).find(|&k| self.tags[k].attached == Attached::Li)?;
                    self.phrase_with_li(li, limit)?
                }
            };
            return self.relayed_words(channel, speaker, limit);
        }
        if let Some(p) = channel
            && let k = self.skip_fillers(p.next, limit)
            && k < limit
            && self.tags[k].entity == 0
            && let Some(noun) = self.noun_of_pronoun(k)
        {
            // نقلت الصحيفة تأكيده أن …: whoever spoke before, by her
            let opening = self.opened_at(self.skip_fillers(k + 1, limit), limit)?;
            let dropped = self.relayed_by(opening, p);
            return Some(Found { cue: (k, k + 1), form: noun, ..dropped });
        }
        // نقلت A على لسان B
        let tongue = near.clone().find(|&k| self.word(k) == "علي" && self.word_at(k + 1) == "لسان");
        let an = tongue.map(|k| k + 1).or_else(|| near.clone().find(|&k| self.plain_an(k)));
        if let Some(p) = channel
            && let Some(found) = self.relayed_of_nobody(p, an, limit)
        {
            return Some(found);
        }
        let speaker = self.phrase(an? + 1, limit, Mode::default())?;
        self.relayed_words(channel, speaker, limit)
    }

    /// عن alone, with nothing written onto it.
    fn plain_an(&self, k: usize) -> bool {
        self.tags.get(k).is_some_and(|t| t.is(class::AN) && t.attached == Attached::None)
    }

    /// قوله، تأكيده: a verbal noun with the pronoun of who says it.
    fn noun_of_pronoun(&self, k: usize) -> Option<Form> {
        self.form(k).filter(|f| f.kind == FormKind::Masdar && f.pronoun)
    }

    /// Passed on by `channel`, of whoever spoke before.
    fn relayed_by(&self, opening: Opening, channel: Phrase) -> Found {
        Found { how: How::Dropped, reported_by: Some(channel.name), ..self.said(opening, "quote.relay", 0.8) }
    }

    /// ونقلت عنه الوكالة قوله
    fn relayed_of_him(&self, agreement: Agreement, limit: usize) -> Option<Found> {
        let channel = self.phrase(self.i + 2, limit, Mode::default())?;
        let at = channel.next + usize::from(self.noun_of_pronoun(channel.next).is_some());
        let opening = self.opened_at(self.skip_fillers(at, limit), limit)?;
        let form = Form { agreement, kind: FormKind::Past, ..self.form };
        Some(Found { form, ..self.relayed_by(opening, channel) })
    }

    /// نقلت الصحيفة أن …: nobody behind it, so that the words are hers, or of whoever the paper before the colon is of.
    fn relayed_of_nobody(&self, channel: Phrase, an: Option<usize>, limit: usize) -> Option<Found> {
        let from = channel.next;
        let k = (from..limit.min(from + 10)).find(|&k| {
            self.tags[k].is(class::THAT) && !self.tags[k].conjunction
                || self.word(k) == ":"
                || self.form(k).is_some_and(|f| f.finite()) && self.tags[k].entity == 0
        })?;
        let colon = self.word(k) == ":";
        let somebody = self.tags[channel.start].is(class::ORG | class::MEDIA | class::ROLE | class::ANON)
            || !self.untagged(&channel);
        if an.is_some_and(|a| a <= k) || !(self.tags[k].is(class::THAT) || colon) || !somebody || k + 1 >= self.end {
            return None;
        }
        let opening = Opening::new(if colon { Opener::Colon } else { Opener::That }, k + 1);
        // نقلت الوكالة تصريحات المصدر بما يلي: whose words they are
        let paper = self.skip_fillers(from, limit);
        let by = if colon && self.tags[paper].is(class::DOC | class::VENUE) && !self.tags[paper].is(class::DEFINITE) {
            self.phrase(paper + 1, k, Mode::default())
                .filter(|b| b.start == paper + 1 && self.tags[b.start].is(class::ROLE | class::ORG | class::ANON))
        } else {
            None
        };
        let found = match by {
            Some(by) => self.relayed(opening, by, Some(channel)),
            None => self.relayed(opening, channel, None),
        };
        Some(Found { confidence: 0.8, ..found })
    }

    /// What opens behind the source: `قوله إن`, `أن`, a colon or marks.
    fn relayed_words(&self, channel: Option<Phrase>, speaker: Phrase, limit: usize) -> Option<Found> {
        let mut said = self.cue.lemma != "نسب";
        for k in speaker.next..limit {
            let t = &self.tags[k];
            let w = self.word(k);
            if let Some(noun) = self.noun_of_pronoun(k) {
                let lemma = self.cue_of(noun).lemma;
                let at = self.skip_fillers(k + 1, limit);
                // مقال أوردته صحيفة نقلا عن مصادر مفاده أن: the paper's message
                if lemma == "مفاد" || at >= limit {
                    return None;
                }
                let opening = match self.opened_at(at, limit) {
                    Some(opening) => opening,
                    None if lemma != "قال" => Opening::new(Opener::Object, at),
                    // قوله في بيان إن
                    None => {
                        said = true;
                        continue;
                    }
                };
                return Some(Found { cue: (k, k + 1), form: noun, ..self.relayed(opening, speaker, channel) });
            }
            said |= w == "القول";
            if !said {
                if w == "." || t.is(class::THAT) {
                    return None;
                }
                continue;
            }
            let that =
                t.is(class::THAT) && !t.conjunction && matches!(self.stem(k), "ان" | "انه" | "انها" | "انهم" | "بان");
            let opening = if that {
                Some(Opening::new(Opener::That, k + 1))
            } else if w == ":" {
                Some(Opening::new(Opener::Colon, k + 1))
            } else {
                self.quote_from(k).filter(|q| q.len() >= 3).map(|_| Opening::new(Opener::Quote, k))
            };
            if let Some(opening) = opening {
                return Some(self.relayed(opening, speaker, channel));
            }
            if self.form(k).is_some_and(|f| f.finite())
                && t.entity == 0
                && k > speaker.next + 1
                && !t.is(class::ROLE)
                // عن مصدر، لم تكشف عن اسمه، قوله; عن مسؤول طلب عدم ذكر اسمه قوله
                && !self.tags[k - 1].is(class::NEG | class::REL)
                && !matches!(self.word_at(k + 1), "عدم" | "الكشف" | "كشف" | "ذكر" | "نشر")
            {
                return None;
            }
        }
        None
    }

    /// Said by `speaker`, who is named, and passed on by the channel.
    fn relayed(&self, opening: Opening, speaker: Phrase, channel: Option<Phrase>) -> Found {
        Found {
            speaker: Some(speaker),
            how: How::Overt,
            reported_by: channel.map(|p| p.name),
            ..self.said(opening, "quote.relay", 0.93)
        }
    }

    /// `جاء في بيان صادر عن X "…"`.
    pub(super) fn find_source(&self) -> Option<Found> {
        let &Site { i, end, form, .. } = self;
        let limit = end.min(i + 1 + REACH);
        if form.kind != FormKind::Past || form.pronoun || i + 1 >= limit {
            return None;
        }
        let (speaker, from) = self.paper(i + 1, limit)?;
        let how = if speaker.is_some() { How::Overt } else { How::Participle };
        for k in from..limit {
            let t = &self.tags[k];
            let opening = if t.is(class::THAT) && t.conjunction { None } else { self.opened_at(k, limit) };
            if let Some(opening) = opening
                && (opening.opener != Opener::Quote || self.quote_from(k).is_some_and(|q| q.len() >= 4))
            {
                let found = self.said(opening, "quote.source", 0.9);
                return Some(Found { cue: (i, i + 2), speaker, how, ..found });
            }
            if self.form(k).is_some_and(|f| f.kind != FormKind::Masdar && !self.cue_of(f).takes(follow::NOUN))
                && t.entity == 0
            {
                return None;
            }
        }
        None
    }

    /// The paper at token `at`, or whoever it is of, and where reading goes on. Without a phrase it is of somebody named before.
    fn paper(&self, at: usize, limit: usize) -> Option<(Option<Phrase>, usize)> {
        let t = &self.tags[at];
        // وجاء على صفحة النادي: "…"
        if self.word(at) == "علي" && OWN_PAGE.has(clitics::strip_article(self.word_at(at + 1))) && at + 2 < limit {
            let page = self.word(at + 1);
            let own = ["ه", "ها"].iter().any(|e| page.ends_with(e)) && !page.ends_with("صفحه");
            if own {
                return Some((None, at + 2));
            }
            let p = self.phrase(at + 2, limit, Mode::default())?;
            return Some((Some(p), p.next));
        }
        if matches!(self.word(at), "فيه" | "فيها") {
            return Some((None, at + 1));
        }
        let p = if t.is(class::FI) {
            self.phrase(at + 1, limit, Mode::default())
                .or_else(|| self.order(at + 1, limit))
                .filter(|p| self.is_paper(p, limit))?
        } else if t.attached == Attached::Bi
            && t.entity == 0
            && (t.is(class::DOC | class::VENUE) || matches!(self.stem(at), "امر" | "نص" | "لايحه" | "حيثيات" | "مذكره"))
        {
            // جاء ببيان الوزارة أن
            self.phrase_with_li(at, limit)?
        } else {
            return None;
        };
        Some((Some(p), p.next))
    }

    /// في أمر الإحالة: no order is given here.
    fn order(&self, start: usize, limit: usize) -> Option<Phrase> {
        if self.word_at(start) != "امر" || start >= limit {
            return None;
        }
        let end = self.phrase_end(start, limit, Mode::default());
        let kind = SpeakerKind::Document;
        (end > start + 1).then_some(Phrase::plain(start, end, kind))
    }

    fn is_paper(&self, p: &Phrase, limit: usize) -> bool {
        // في إحدى تلك التعليقات
        let one_of = || {
            matches!(self.word(p.start), "احدي" | "احد" | "بعض")
                && (p.start + 1..limit.min(p.start + 4)).any(|k| {
                    self.tags[k].is(class::DOC)
                        || matches!(clitics::strip_article(self.word(k)), "تعليقات" | "تغريدات" | "منشورات" | "رسايل")
                })
        };
        matches!(p.kind, SpeakerKind::Document | SpeakerKind::Organisation | SpeakerKind::Media)
            || self.tags[p.start].is(class::DOC | class::VENUE)
            || one_of()
    }
}

impl Scan<'_> {
    /// What opens a report at token `at`: إن, a colon or a mark of quotation, and where its words begin.
    pub(super) fn opened_at(&self, at: usize, limit: usize) -> Option<Opening> {
        if at >= limit {
            None
        } else if self.tags[at].is(class::THAT) {
            Some(Opening::new(Opener::That, at + 1))
        } else if self.word(at) == ":" {
            Some(Opening::new(Opener::Colon, at + 1))
        } else {
            self.quote_from(at).map(|_| Opening::new(Opener::Quote, at))
        }
    }
}
