//! Where the words of somebody end inside their sentence.

use std::ops::Deref;

use super::{AS_IT_WAS, DENIAL, LONE_BUT, OPPOSED, Opener, STIRRED, STRETCH, present_verb};
use crate::mentions::quotes::Scan;
use crate::mentions::quotes::cues::{FormKind, class};
use crate::mentions::quotes::tags::{Attached, Tag};

/// A token at which the content of a claim may end.
struct Cut<'s> {
    scan: &'s Scan<'s>,
    /// First token of the content, one past the last that may belong to it, and how it was opened.
    start: usize,
    end: usize,
    opener: Opener,
    /// The token.
    i: usize,
    /// A closing mark stands right before it; that, or a comma.
    marked: bool,
    comma: bool,
}

impl<'s> Deref for Cut<'s> {
    type Target = Scan<'s>;

    fn deref(&self) -> &Scan<'s> {
        self.scan
    }
}

impl Scan<'_> {
    /// One past the last token of the content that begins at `start`.
    pub(super) fn cut(&self, start: usize, end: usize, opener: Opener) -> usize {
        let mut i = start;
        while i < end {
            if let Some(q) = self.quote_from(i).filter(|q| q.closed && q.close > i) {
                i = q.close + 1;
                continue;
            }
            if i > start {
                let marked = self.quote_over(i - 1).is_some_and(|q| q.close == i - 1);
                let comma = marked || self.comma(i - 1);
                if (Cut { scan: self, start, end, opener, i, marked, comma }).ends() {
                    return i;
                }
            }
            i += 1;
        }
        // a quotation that runs over several sentences belongs to the content whole
        i.max(end).min(self.doc.tokens.len())
    }
}

impl<'s> Cut<'s> {
    fn ends(&self) -> bool {
        self.is_boundary(self.i, self.end)
            || self.narrator_again()
            || self.another_speaks()
            || matches!(self.opener, Opener::Object | Opener::Preposition) && self.ends_noun()
    }

    fn w(&self) -> &'s str {
        self.scan.word(self.i)
    }

    /// The word `n` tokens on.
    fn ahead(&self, n: usize) -> &'s str {
        self.scan.word_at(self.i + n)
    }

    /// The outlet goes on in its own words.
    fn narrator_again(&self) -> bool {
        let &Cut { start, end, i, comma, .. } = self;
        let by_word = match self.w() {
            // "…" في وقت تشن القوات …
            "في" if self.ahead(1) == "وقت" => self.marked && self.ahead(2).starts_with(['ت', 'ي']),
            "في" => comma && self.ahead(1) == "حين" && self.told_apart(i, end),
            "فيما" | "بينما" => {
                self.tags.get(i + 1).is_some_and(|t| t.is(class::KAN)) && self.speaker_first(i, end)
                    || comma && self.told_apart(i, end)
            }
            "وذلك" => !self.means(i + 1),
            // "…"، كما شكرت الحكومة
            "كما" => comma && i > 1 && self.quote_over(i - 2).is_some_and(|q| q.close == i - 2) && self.past(i + 1),
            // أكدت الشركة أن مرافقها آمنة، بعدما انتشر مقطع: why it was said
            "بعدما" => comma && i > start + 3,
            // …، ما أثار الجدل: what came of the words
            "ما" | "مما" => comma && STIRRED.has(self.ahead(1)),
            // رغم كذا، إلا أن كذا: one thought
            "الا" => {
                let despite =
                    || (start..start + 3).any(|k| matches!(self.word_at(k), "رغم" | "الرغم" | "بالرغم" | "برغم"));
                comma && self.ahead(1).starts_with("ان") && !despite()
            }
            _ => false,
        };
        by_word
            || self.untold(i, end)
            || comma && self.comment(i)
            // …، لكن من غير الواضح: what the narrator does not know
            || self.unknown(i, end)
    }

    /// Somebody else speaks, or denies it.
    fn another_speaks(&self) -> bool {
        let &Cut { start, end, opener, i, comma, .. } = self;
        let w = self.w();
        // تتهمه أنقرة بأنه وراء الانقلاب، وهو ما ينفيه: another denies it
        let denied = comma
            && matches!((w, self.ahead(1)), ("وهو" | "وهي", "ما") | ("الامر", "الذي"))
            && (i + 2..end.min(i + 2 + DENIAL))
                .any(|k| self.form(k).is_some_and(|f| f.pronoun && self.cue_of(f).lemma == "نفى"));
        // الصاروخ أطلق أمس، ونشرت قناة كذا صورا: another outlet
        let outlet = || {
            let media = |n: &Tag| n.is(class::MEDIA) && n.attached == Attached::None;
            comma && w.starts_with('و') && self.tags.get(i + 1).is_some_and(media) && self.joined_past(i)
        };
        // ، لكن دبلوماسيين قالوا إن …: another speaker before the verb
        let opposed = || {
            (comma && OPPOSED.has(w) || matches!(w, "لكن" | "ولكن") && opener != Opener::Colon)
                && self.speaker_first(i, end)
        };
        denied
            || outlet()
            // المعارضة تطالب باستقالة رئيس الوزراء والأمم المتحدة تدعو إلى التهدئة: the second half of a headline
            || self.second_half(start, i, end)
            || opposed()
    }

    /// The end of what is no clause: a noun phrase and what hangs on it.
    fn ends_noun(&self) -> bool {
        let &Cut { start, end, opener, i, comma, .. } = self;
        let (second, third) = (i > start + 1, i > start + 2);
        let by_word = match self.w() {
            // …، ما أدى إلى: what came of it
            "ما" | "مما" => comma && self.past(i + 1),
            "خلال" | "اثناء" | "علي" => comma && self.occasion(),
            // أعلن التنظيم مسؤوليته عنه كما وقعت …, تتوقع الدولة بيعها، كما يتوقع: something else
            "كما" => {
                second
                    && !AS_IT_WAS.has(self.ahead(1))
                    && (self.past(i + 1)
                        || comma && (self.verb_behind(FormKind::Present) || self.verb_behind(FormKind::Past)))
            }
            // إعلان البلاد تغيير موقفها حتى رد الرئيس
            "حتي" => second && (self.past(i + 1) || self.verb_behind(FormKind::Past)),
            // نزع سلاحها من دون أن يكون هناك ذكر للعقوبات
            "دون" => self.word(i - 1) != "من" && self.ahead(1) == "ان",
            "من" => self.ahead(1) == "دون" && self.ahead(2) == "ان",
            "بعدما" => true,
            "بعد" => {
                third
                    && (STRETCH.has(self.ahead(1))
                        // تعهد بإنهاء المناورات بعد لقائه بالزعيم
                        || opener == Opener::Preposition && self.his(i + 1))
                    || second && comma
            }
            "رغم" | "برغم" => third && !(i - 1..end).any(|k| self.comma(k)),
            "ردا" => self.ahead(1) == "علي",
            "وهو" | "وهي" => self.ahead(1) != "في",
            _ => false,
        };
        by_word
            // طلب تسليم المتهم، ووافقت المحكمة: a new sentence after a noun phrase
            || second && self.comma(i - 1) && self.joined_past(i)
            || second && comma && self.aside(i)
            || self.but()
            || second && self.words_themselves()
    }

    /// A verb of saying in that tense behind the token.
    fn verb_behind(&self, kind: FormKind) -> bool {
        self.i + 1 < self.end && self.form(self.i + 1).is_some_and(|f| f.kind == kind)
    }

    /// نجاة ثلاثة لكنهم في حالة حرجة: no verb of theirs.
    fn but(&self) -> bool {
        let i = self.i;
        let but = self.w().strip_prefix('و').unwrap_or(self.w());
        let acts = || {
            i + 1 < self.end
                && (self.tags[i + 1].is(class::NEG | class::QAD | class::KAN)
                    || self.past(i + 1)
                    || present_verb(self.word(i + 1))
                    || self.form(i + 1).is_some())
        };
        self.comma && but.starts_with("لكن") || but == "لكن" || LONE_BUT.has(but) && acts()
    }

    /// تعهدت الدول بكذا، خلال مؤتمر استضافته المدينة: where it was said.
    fn occasion(&self) -> bool {
        let i = self.i;
        let place = if self.w() == "علي" {
            self.ahead(1) == "هامش"
        } else {
            self.tags.get(i + 1).is_some_and(|n| n.is(class::VENUE)) || self.his(i + 1)
        };
        place
            && (self.opener == Opener::Preposition
                || !(i + 1..self.end).any(|k| self.word(k) == "ب" || self.tags[k].is(class::THAT)))
    }

    /// طلبت منه التعليق على التقرير قال "…": the words themselves.
    fn words_themselves(&self) -> bool {
        let i = self.i;
        self.form(i).is_some_and(|f| f.kind == FormKind::Past && self.cue_of(f).lemma == "قال")
            && self.tags[i].entity == 0
            && !self.tags[i - 1].is(class::REL)
            && !matches!(self.word(i - 1), "ما" | "مما" | "من")
            && (self.quote_from(i + 1).is_some() || self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT)))
    }
}
