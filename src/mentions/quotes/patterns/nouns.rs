//! Participles and verbal nouns of saying, and verbs with a pronoun for whom they speak of.

use super::complement::Search;
use super::{Found, Opening, REACH, Site};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::boundaries::Opener;
use crate::mentions::quotes::cues::{Agreement, Form, FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::tags::{Attached, masdar_like};
use crate::mentions::quotes::{How, Scan};
use crate::model::TokenKind;
use crate::text::clitics;

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

/// Tokens in which a participle's complement opens, in which that of a verbal noun does, and that of قول.
const REACH_PARTICIPLE: usize = 20;
const REACH_NOUN: usize = 12;
const REACH_SAYING: usize = 19;

impl Site<'_> {
    /// A cue with an attached pronoun: `اعتبرته بغداد [غير قانوني]`, `تتهمها الإدارة [بسرقة …]`, `أبلغه أن`.
    pub(super) fn find_pronoun(&self) -> Option<Found> {
        let &Site { i, end, clause, cue, form, .. } = self;
        // وطالبها باتخاذ إجراءات
        let asked = cue.takes(follow::TARGET)
            && cue.takes(follow::BI)
            && i + 1 < end
            && self.bi_complement(i + 1)
            && (self.tags[i + 1].is(class::MASDAR)
                || masdar_like(self.stem(i + 1).strip_prefix('ب').unwrap_or(self.stem(i + 1))));
        // الذي تحمله واشنطن المسؤولية
        let blamed = cue.takes(follow::BLAME) && (i + 1..end.min(i + 8)).any(|k| self.responsibility(k));
        if cue.takes(follow::NOUN) && !matches!(cue.lemma, "وصف" | "قدر" | "صنف") && !asked && !blamed {
            return None;
        }
        // يمكن وصفه بأنه: a verbal noun
        if CAN_BE.has(self.previous_word()) {
            return None;
        }
        let limit = end.min(i + 1 + REACH);
        let subject = self.subject_of_pronoun(limit);
        // بعد أيام من وصفه بريطانيا بأنها: a verbal noun, and its object
        let noun = cue.lemma == "وصف"
            && form.agreement == Agreement::Masculine
            && self.previous().is(class::PREP | class::MIN | class::ILA | class::ALA | class::AN);
        if noun && subject.is_none() {
            return None;
        }
        let opening = self.opening_of_pronoun(subject, blamed, limit)?;
        // القمة التي وصفها: the pronoun is the noun before, somebody else speaks
        let before = || if self.previous().is(class::REL) { None } else { self.subject_before(i, clause) };
        let (speaker, how) = match subject {
            Some(_) if noun => (None, How::Dropped),
            Some(p) => (Some(p), How::Overt),
            None => before().map_or((None, How::Dropped), |p| (Some(p), How::Before)),
        };
        Some(Found { speaker, how, ..self.said(opening, "quote.pronoun-object", 0.75) })
    }

    /// The phrase behind a verb with a pronoun, where it may be the subject.
    fn subject_of_pronoun(&self, limit: usize) -> Option<Phrase> {
        let &Site { i, cue, form, .. } = self;
        let judged = cue.takes(follow::OBJECT_AFTER_PRONOUN);
        if matches!(form.agreement, Agreement::Plural | Agreement::Dual) {
            return None;
        }
        // اعتبرتها "غير مقبولة": what it is held to be
        if judged && self.quote_over(self.skip_fillers(i + 1, limit)).is_some() {
            return None;
        }
        // تتهمها الدول المجاورة بأنها: the accused is the pronoun
        let object = !cue.takes(follow::ACCUSE);
        let p = self.phrase(i + 1, limit, Mode { object, bi: true, stop: self.stops(cue.follow), quoted: false })?;
        let t = &self.tags[p.start];
        if p.start != i + 1 || t.entity != 0 || t.is(class::DEFINITE) {
            return Some(p);
        }
        // ما اعتبرته تدخلا: an indefinite accusative is no subject
        let accusative = i > 0
            && (matches!(self.previous_word(), "ما" | "مما" | "بما" | "لما")
                || judged && self.indefinite_accusative(i + 1))
            && !t.is(class::ROLE | class::ORG)
            && self.doc.text_of(p.start).trim_end_matches(['\u{64b}']).ends_with('ا');
        // اعتبرتهم منحرفين: an indefinite plural in the accusative is what they are judged to be
        let plural = judged && self.stem(p.start).ends_with("ين") && p.end == p.start + 1;
        (!accusative && !plural).then_some(p)
    }

    /// What opens right behind the subject of a verb with a pronoun.
    fn opening_of_pronoun(&self, subject: Option<Phrase>, blamed: bool, limit: usize) -> Option<Opening> {
        let &Site { i, end, cue, .. } = self;
        let mut from = subject.map_or(i + 1, |p| p.next);
        while subject.is_some() && from < limit && self.joined_name(from) {
            let id = self.tags[from].entity;
            from = (from..limit).find(|&k| self.tags[k].entity != id).unwrap_or(limit);
        }
        let mut at = self.skip_fillers(from, limit);
        // وصفتها الوزارة في عام 1997 بأنها
        if at + 1 < limit && self.tags[at].is(class::FI) && self.tags[at + 1].is(class::DAY) {
            at = self.skip_fillers(at + 1, limit);
        }
        if at >= limit {
            return None;
        }
        let t = &self.tags[at];
        let by = self.word(at).starts_with('ب');
        let judged = cue.takes(follow::OBJECT_AFTER_PRONOUN);
        // تتهمها الحكومة بأنها
        if t.is(class::THAT) && (cue.takes(follow::TARGET | follow::DESCRIBE) || cue.takes(follow::ACCUSE) && by) {
            return Some(Opening::new(Opener::That, at + 1));
        }
        if cue.takes(follow::ACCUSE | follow::BI | follow::DESCRIBE)
            && (self.bi_complement(at) || by && t.attached == Attached::Bi)
        {
            return Some(self.after_proclitic(at));
        }
        if judged
            && self.doc.tokens[at].kind == TokenKind::Arabic
            // اعتبرته الوزارة بمثابة إعلان حرب
            && (!t.is(class::PREP | class::CONJ) || self.word(at) == "بمثابه")
            && (subject.is_some() || at == i + 1)
            || blamed && self.responsibility(at)
        {
            return Some(Opening::new(Opener::Object, at));
        }
        if judged && self.quote_from(at).is_some() {
            return Some(Opening::new(Opener::Quote, at));
        }
        let to = t.is(class::ILA)
            && (cue.takes(follow::ILA) && cue.takes(follow::TARGET)
                || matches!(cue.lemma, "عزا" | "أرجع") && subject.is_some())
            && at + 1 < end;
        to.then(|| Opening::new(Opener::Preposition, at + 1))
    }

    /// `مؤكدا أن`, `متهما إياه بالخيانة`, `معتبرا القرار خطأ`
    pub(super) fn find_participle(&self) -> Option<Found> {
        let &Site { i, end, cue, .. } = self;
        let t = self.tag();
        if t.is(class::DEFINITE) || t.attached != Attached::None || i == 0 || !self.tells_manner() {
            return None;
        }
        // معايير مهنية: no congratulating
        if cue.lemma == "هنأ" && !self.doc.text_of(i).contains('ئ') {
            return None;
        }
        let after_break = matches!(self.previous_word(), "،" | "," | "\"" | "»" | "”" | "." | "-") || t.conjunction;
        let limit = end.min(i + 1 + REACH_PARTICIPLE);
        let mut follow = cue.follow;
        if !after_break {
            follow &= !follow::OBJECT;
            if self.adjective_of_noun() {
                follow &= follow::THAT | follow::QUOTE;
            }
        }
        // متهما إياه بالخيانة
        let him = follow & (follow::ACCUSE | follow::DESCRIBE) != 0
            && self.about_him()
            && i + 2 < end
            && self.bi_complement(i + 2);
        let held =
            if cue.lemma == "اعتبر" && self.quote_from(i + 1).is_none() { self.held(i, limit) } else { None };
        let opening = match held {
            _ if him => self.after_proclitic(i + 2),
            Some(k) => Opening::new(Opener::Object, k),
            None => {
                let scan = self.scan;
                Search { scan, cue: i, speaker: None, limit, end, follow, head: true, stated: false }.complement()?
            }
        };
        if self.no_manner(opening) || !after_break && self.of_noun(opening, held.is_some()) {
            return None;
        }
        let confidence = if opening.opener == Opener::That { 0.95 } else { 0.85 };
        Some(self.said(opening, "quote.participle", confidence))
    }

    /// إياه behind a participle: whom it is about.
    fn about_him(&self) -> bool {
        matches!(self.word_at(self.i + 1), "اياه" | "اياها" | "اياهم" | "اياهما")
    }

    /// May a participle of manner stand behind the word before it?
    fn tells_manner(&self) -> bool {
        let &Site { i, cue, form, .. } = self;
        let previous = self.previous();
        // كان مؤكدا أن، بات متهما بـ: no participle of manner
        if COPULAS.has(self.previous_word()) {
            return false;
        }
        if !previous.is(class::THAT | class::NEG | class::PREP | class::ADJ) || previous.is(class::DAY) {
            return true;
        }
        // بالوثيقة المشتركة معتبرا أنها: an accusative of manner, no second adjective
        let manner = previous.is(class::ADJ)
            && !previous.is(class::THAT | class::NEG | class::PREP)
            && form.agreement == Agreement::Masculine
            && self.word(i).ends_with('ا')
            && (self.tags.get(i + 1).is_some_and(|n| n.is(class::THAT))
                || previous.is(class::DEFINITE)
                || cue.takes(follow::DESCRIBE));
        manner
            // لا معنى له مشيرا إلى: with its pronoun the preposition is closed
            || CLOSED_BY_HIM.has(self.previous_word())
            || self.about_him()
            // في تغريدة أخرى قائلا: no other reading
            || cue.lemma == "قال" && previous.is(class::ADJ)
    }

    /// May the participle be an adjective of the noun right before it?
    fn adjective_of_noun(&self) -> bool {
        let previous = self.previous();
        let noun = self.doc.text_of(self.i - 1);
        if previous.entity != 0 || previous.is(class::DAY | class::FILLER) {
            return false;
        }
        match self.form.agreement {
            // مجالا واعدا بـ…: of an indefinite noun in the accusative
            Agreement::Masculine => {
                ["ا", "اً", "ًا"].iter().any(|e| noun.ends_with(e)) && !self.previous_word().starts_with("ال")
            }
            // إجراءات مشددة على، منظمة مطالبة ب: of a feminine or plural one
            Agreement::Feminine => !previous.is(class::DEFINITE) && (noun.ends_with("ات") || noun.ends_with('ة')),
            _ => false,
        }
    }

    /// Nouns and adjectives of the participle's letters.
    fn no_manner(&self, Opening { opener, start, .. }: Opening) -> bool {
        match self.cue.lemma {
            // ذاكرة داخلية: a memory
            "ذكر" => opener == Opener::Object,
            // مفيدة بشكل خاص: useful
            "أفاد" => opener != Opener::That || start > self.i + 2,
            _ => false,
        }
    }

    /// With no break before it the participle may be of the noun there, and its complement no content.
    fn of_noun(&self, Opening { opener, start, offset }: Opening, held: bool) -> bool {
        let &Site { i, cue, form, .. } = self;
        let previous = self.previous();
        // وردت واشنطن متهمة موسكو بـ: whom she accuses stands between
        let accusing = cue.takes(follow::ACCUSE)
            && form.agreement != Agreement::Plural
            && (previous.entity != 0 || previous.is(class::DEFINITE) && !self.previous_word().ends_with('ه'))
            // واصفا العنصرية بأنها
            || cue.takes(follow::DESCRIBE)
                && form.agreement == Agreement::Masculine
                && self.word(i).ends_with('ا');
        let that = opener == Opener::That && start <= i + 2;
        let whom = opener == Opener::Preposition && offset > 0 && cue.takes(follow::TARGET);
        match form.agreement {
            Agreement::Feminine if cue.takes(follow::NOUN) && !that && !whom => true,
            Agreement::Plural if matches!(opener, Opener::Object | Opener::Preposition) => true,
            _ => opener == Opener::Object && !accusing && !held,
        }
    }

    /// `قوله إن`, `بالقول إن`, `إعلان X عن …`, `تحذير X من …`.
    pub(super) fn find_masdar(&self) -> Option<Found> {
        let &Site { i, end, cue, form, .. } = self;
        let t = self.tag();
        match cue.lemma {
            "قال" => return self.find_saying(),
            "علق" => return self.find_comment(),
            _ => {}
        }
        if t.is(class::DEFINITE)
            && !form.pronoun
            && t.attached == Attached::Bi
            && t.entity == 0
            && i + 2 < end
            && self.tags[i + 2].entity == 0
        {
            return self.find_by_noun();
        }
        if t.is(class::DEFINITE) || form.pronoun && t.attached != Attached::None && cue.lemma != "أعلن" {
            return None;
        }
        // ودعوة الوزير لكذا ليست جديدة: the subject of a sentence, whose predicate nothing marks
        if matches!(cue.lemma, "دعا" | "أشار") && t.conjunction && !form.pronoun {
            return None;
        }
        let limit = end.min(i + 1 + REACH_NOUN);
        let speaker = if form.pronoun { None } else { Some(self.subject_of_noun(limit)?) };
        if speaker.is_none() && cue.lemma == "دعا" && self.called_noun() {
            return None;
        }
        let at = self.skip_fillers(speaker.map_or(i + 1, |p| p.next), limit);
        if at >= limit {
            return None;
        }
        let sure =
            if form.pronoun { self.deed_of_pronoun(at) } else { self.called(at).or_else(|| self.accused_by(at)) };
        let (opening, confidence) = match sure {
            Some(opening) => (opening, 0.65),
            None => (self.opening_of_noun(at)?, 0.7),
        };
        let how = if speaker.is_some() { How::Overt } else { How::Participle };
        Some(Found { speaker, how, ..self.said(opening, "quote.noun-cue", confidence) })
    }

    /// The subject of a verbal noun, which must be somebody: entity, office or institution.
    fn subject_of_noun(&self, limit: usize) -> Option<Phrase> {
        let stop = class::ILA | class::ALA | class::AN | class::MIN;
        let p = self.phrase(self.i + 1, limit, Mode { object: true, bi: true, stop, quoted: false })?;
        let head = &self.tags[p.start];
        if head.entity == 0 && !head.is(class::ROLE | class::ORG) {
            return None;
        }
        let called = self.cue.lemma == "دعا"
            && (self.called_noun()
                || p.start != self.i + 1
                || !(self.person(p.name.0) || head.is(class::ROLE))
                || head.entity != 0 && self.word(p.start).starts_with('ل') && self.joined_name_li(p.start));
        (!called).then_some(p)
    }

    /// لدعوة الشركة إلى، وجه دعوة لترامب إلى, ضرورة دعوة روسيا إلى: those who are called.
    fn called_noun(&self) -> bool {
        self.tag().attached != Attached::None
            || self.previous().is(class::MASDAR) && !self.previous().is(class::DEFINITE)
    }

    /// `قوله إن`, `غداة قول الوزير إن`
    fn find_saying(&self) -> Option<Found> {
        let &Site { i, end, form, .. } = self;
        let t = self.tag();
        let limit = end.min(i + 1 + REACH_SAYING);
        // يمكن القول إن: nobody says it
        if t.is(class::DEFINITE) && SAY_NOBODY.has(self.previous_word()) {
            return None;
        }
        // غداة قول رئيس الوزراء، فلان، إن
        let after = self.previous().is(class::PREP) || AFTER_DEED.has(self.previous_word());
        let whose = if !form.pronoun && !t.is(class::DEFINITE) && t.attached == Attached::None && after {
            self.phrase(i + 1, limit, Mode::default()).filter(|p| {
                let head = &self.tags[p.start];
                p.start == i + 1 && (head.is(class::ROLE | class::ORG | class::ANON) || head.entity != 0)
            })
        } else {
            None
        };
        let mut at = self.skip_fillers(whose.map_or(i + 1, |p| p.next), limit);
        // قول فلان، رئيس الجناح السياسي للحركة، إن
        if whose.is_some()
            && at < limit
            && !self.tags[at].is(class::THAT)
            && let Some(comma) = (at..limit).find(|&k| self.comma(k))
            && self.tags.get(comma + 1).is_some_and(|n| n.is(class::THAT))
        {
            at = comma + 1;
        }
        let opening = self.opened_at(at, limit)?;
        match opening.opener {
            Opener::That => {}
            _ if whose.is_some() => return None,
            Opener::Quote if self.quote_from(at).is_some_and(|q| q.len() < 2) => return None,
            _ => {}
        }
        // عن B قوله: B speaks
        let before = || if form.pronoun { self.phrase_before_masdar(i) } else { None };
        let (speaker, how) = match whose {
            Some(p) => (Some(p), How::Overt),
            None => before().map_or((None, How::Participle), |p| (Some(p), How::Before)),
        };
        Some(Found { speaker, how, ..self.said(opening, "quote.saying", 0.9) })
    }

    /// `أرفقها بتعليق: "…"`
    fn find_comment(&self) -> Option<Found> {
        let at = self.i + 1;
        let opening = self.opened_at(at, self.end.saturating_sub(1)).filter(|o| match o.opener {
            Opener::Colon => true,
            Opener::Quote => self.quote_from(at).is_some_and(|q| q.len() >= 3),
            _ => false,
        })?;
        (self.tag().attached == Attached::Bi).then(|| self.said(opening, "quote.saying", 0.8))
    }

    /// اكتفى بالإشارة إلى …، بدأ بالإعلان عن …: by whoever the clause is about.
    fn find_by_noun(&self) -> Option<Found> {
        let &Site { i, end, cue, form, .. } = self;
        let (n, second) = (&self.tags[i + 1], &self.tags[i + 2]);
        let opener = if cue.takes(follow::THAT) && n.is(class::THAT) && !n.conjunction {
            Opener::That
        } else if n.classes & self.stops(cue.follow & !follow::FI) == 0 {
            return None;
        } else if second.is(class::THAT) {
            Opener::That
        } else {
            Opener::Preposition
        };
        let start = i + 2 + usize::from(opener == Opener::That && !n.is(class::THAT));
        // واكتفت بالإشارة: the verb before shows who
        let verb = self.previous_word();
        let agreement = if verb.ends_with("وا") {
            Agreement::Plural
        } else if verb.ends_with('ت') || verb.starts_with('ت') {
            Agreement::Feminine
        } else {
            Agreement::Masculine
        };
        let form = Form { agreement, kind: FormKind::Past, ..form };
        let found = Found { form, ..self.said(Opening::new(opener, start), "quote.saying", 0.7) };
        (start < end).then_some(found)
    }

    /// على وعدها وقف التجارب، بعد إدانتها اقتراب الطائرة، تهديده ب…: a verbal noun of the one last named.
    fn deed_of_pronoun(&self, at: usize) -> Option<Opening> {
        let &Site { end, cue, .. } = self;
        let n = &self.tags[at];
        let after = self.previous().is(class::PREP | class::CONJ) || AFTER_DEED.has(self.previous_word());
        if !after || self.tag().attached != Attached::None {
            return None;
        }
        if cue.takes(follow::OBJECT)
            && matches!(cue.attitude, "deny" | "condemn" | "promise")
            && self.declared(at, end) == Some(at)
        {
            return Some(Opening::new(Opener::Object, at));
        }
        if (cue.takes(follow::ILA) && n.is(class::ILA) || cue.takes(follow::MIN) && n.is(class::MIN))
            && at + 1 < end
            && (cue.lemma != "دعا" || self.deed_at(at + 1))
        {
            return Some(Opening::new(Opener::Preposition, at + 1));
        }
        (cue.takes(follow::BI) && self.bi_complement(at)).then(|| self.after_proclitic(at))
    }

    /// يأتي دعوة الوزير إلى …: what follows is to be done.
    fn deed_at(&self, k: usize) -> bool {
        self.tags.get(k).is_some_and(|t| t.is(class::MASDAR)) || masdar_like(clitics::strip_article(self.word_at(k)))
    }

    /// دعوة الوزير لوقف القتال.
    fn called(&self, at: usize) -> Option<Opening> {
        let n = &self.tags[at];
        let stem = self.stem(at);
        let deed = self.cue.lemma == "دعا"
            && n.attached == Attached::Li
            && n.entity == 0
            && (n.is(class::MASDAR)
                || masdar_like(stem.strip_prefix('ل').unwrap_or(stem))
                || masdar_like(clitics::strip_article(stem)));
        deed.then(|| Opening { offset: n.cut as usize, ..Opening::new(Opener::Preposition, at) })
    }

    /// غداة اتهام إسرائيل طهران ب…: who accuses whom.
    fn accused_by(&self, at: usize) -> Option<Opening> {
        let &Site { end, cue, .. } = self;
        let n = &self.tags[at];
        let whom = cue.takes(follow::ACCUSE)
            && n.entity != 0
            && n.attached == Attached::None
            && self.spoken_of(at, end.min(at + 8), cue.follow).is_some();
        whom.then(|| Opening::new(Opener::Object, at))
    }

    /// What opens behind a verbal noun and its subject.
    fn opening_of_noun(&self, at: usize) -> Option<Opening> {
        let &Site { end, cue, form, .. } = self;
        let n = &self.tags[at];
        let declared = cue.lemma == "أعلن";
        if cue.lemma == "دعا" && n.is(class::ILA) && !self.deed_at(at + 1) {
            return None;
        }
        if n.is(class::THAT) && matches!(self.word(at), "ان" | "بان" | "انه" | "انها" | "بانه" | "بانها")
        {
            return Some(Opening::new(Opener::That, at + 1));
        }
        let preposition = cue.takes(follow::MIN) && n.is(class::MIN)
            || cue.takes(follow::ILA) && n.is(class::ILA)
            || declared && n.is(class::AN);
        if preposition && !form.pronoun && at + 1 < end {
            return Some(Opening::new(Opener::Preposition, at + 1));
        }
        if cue.takes(follow::BI) && !form.pronoun && self.bi_complement(at) {
            return Some(self.after_proclitic(at));
        }
        // بعد إعلان المغرب [قطع علاقاته], بإعلانه [وقف القتال]
        let k = if declared { self.declared(at, end)? } else { return None };
        Some(Opening::new(Opener::Object, k))
    }
}

impl Scan<'_> {
    /// معتبرا [القرار خطأ جسيما], معتبرة إياه [خطوة إيجابية]: what is judged by a participle, or what him or it is held to be.
    pub fn held(&self, i: usize, limit: usize) -> Option<usize> {
        if matches!(self.word_at(i + 1), "اياه" | "اياها" | "اياهم" | "اياهما") {
            return (i + 2 < limit && !self.tags[i + 2].is(class::PREP | class::THAT)).then_some(i + 2);
        }
        if matches!(self.word_at(i + 1), "ذلك" | "هذا" | "هذه") && i + 2 < limit {
            let j = (i + 2..limit.min(i + 5)).find(|&j| self.indefinite_accusative(j) || self.quote_from(j).is_some());
            return j.map(|_| i + 1);
        }
        self.judged(i, None, true, limit)
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
        if at == 0 || !self.comma(at - 1) {
            return None;
        }
        let comma = (at..end.min(at + 8)).find(|&k| self.comma(k))?;
        (comma + 1 < end && fits(comma + 1)).then_some(comma + 1)
    }

    /// The noun phrase that ends right before `قوله`.
    fn phrase_before_masdar(&self, i: usize) -> Option<Phrase> {
        let lo = i.saturating_sub(16);
        let an = (lo..i).rev().find(|&k| self.tags[k].is(class::AN))?;
        self.phrase(an + 1, i, Mode::default())
    }
}
