//! Subjects of sentences, clauses and papers, who may be the speaker of a verb that names none.

use super::agreement::{agrees, following_verb, guess, institution, opening_verb, several};
use super::first_of;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::quotes::cues::{Agreement, FormKind, class, follow};
use crate::mentions::quotes::phrase::{Mode, Phrase};
use crate::mentions::quotes::{Draft, How, Scan, boundaries};
use crate::model::{EntityKind, SpeakerKind, TokenKind};
use crate::text::clitics;

/// Verbs of going on: whoever spoke last, not the subject of a sentence in between.
const GOING_ON: [&str; 9] = ["أضاف", "تابع", "أردف", "استطرد", "واصل", "أكمل", "ختم", "اختتم", "استدرك"];

/// Conjunctions with a pronoun before a verb.
static BUT_HE: Words = Words::new(&words::SPEECH, "but he");

/// Prepositions with a pronoun between a verb and its subject.
static PREPOSITION_HIM: Words = Words::new(&words::SPEECH, "preposition with a pronoun");

/// Spans of time behind قبل and منذ.
static SPANS_AGO: Words = Words::new(&words::SPEECH, "span of time ago");

/// Words that bring the next speaker behind من.
static HIS_SIDE: Words = Words::new(&words::SPEECH, "his side");

/// Formulas that open a clause of the narrator.
static FORMULA: Words = Words::new(&words::SPEECH, "formula");

/// Verbs of papers that came out.
static CAME_OUT: Words = Words::new(&words::SPEECH, "came out");

/// Adverbs of how often, before ما and a verb.
static OFTEN: Words = Words::new(&words::SPEECH, "how often before a verb");

/// Nouns that lead from one matter to the next.
static FRAME: Words = Words::new(&words::SPEECH, "frame of a statement");

/// Words that close such a frame.
static THE_SAME: Words = Words::new(&words::SPEECH, "the same or another");

/// قال فيها، أقر فيه: the clause hangs on a document or an event before it.
pub fn resumes(scan: &Scan, d: &Draft) -> bool {
    d.cue.is_some_and(|(cue, _)| {
        cue + 1 < scan.tags.len() && matches!(scan.word(cue + 1), "فيه" | "فيها" | "خلاله" | "خلالها")
    })
}

/// A subject of a sentence without a claim after the last one: a person or an office, an institution that agrees with the
/// verb, several people for a plural; in the cue's own sentence, or at most two sentences back.
pub fn between(scan: &Scan, d: &Draft, last: Option<usize>, heard: Option<usize>) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    if last == Some(d.sentence) {
        return None;
    }
    let fits = |p: &Phrase, verb: Option<Agreement>| {
        let person = scan.tags[p.start].is(class::ROLE) || scan.person(p.name.0);
        let several = several(scan, p);
        // عين المجلس فلانة … اعتبروا أن: one is not several
        if matches!(d.agreement, Some(Agreement::Plural | Agreement::Dual))
            && person
            && !several
            && !matches!(guess(scan, p), Some(Agreement::Plural | Agreement::Dual))
            && !(p.start..p.end).any(|k| scan.tags[k].conjunction)
        {
            return false;
        }
        // صنف بوروندي: no subject of a verb of the other gender
        if let (Some(g), Some(v)) = (guess(scan, p), verb)
            && (g, v) == (Agreement::Feminine, Agreement::Masculine)
        {
            return false;
        }
        let shown = d.agreement.is_some_and(|a| {
            guess(scan, p).or(verb).is_none_or(|b| b == a) && (verb.is_some() || guess(scan, p).is_some())
        });
        match d.agreement {
            Some(Agreement::Plural) if several => true,
            _ if person => {
                // المتحدثة shows her gender, any other person the verb before the name
                let gender = guess(scan, p).filter(|&g| g == Agreement::Feminine).or(verb);
                d.agreement.is_none_or(|a| gender.is_none_or(|b| agrees(a, b)))
            }
            // ورفضت بعض الدول … وقالت; واتفق أحد الخبراء … ولكنه طالب
            _ if scan.tags[p.start].is(class::ANON) => {
                verb.is_some()
                    && verb == d.agreement
                    && (!several || verb == Some(Agreement::Feminine))
                    && !matches!(scan.stem(p.start), "انباء" | "الانباء")
            }
            // an institution speaks after a verb of its own gender: استدعت السلطات … فيديو اعتبرته
            _ => {
                // حماس، رويترز: the noun that is left out (حركة, وكالة) is feminine
                let bare = d.agreement == Some(Agreement::Feminine)
                    && scan.entity_kind(p.start) == Some(EntityKind::Organisation)
                    && !scan.tags[p.start].is(class::DEFINITE | class::ORG | class::ROLE)
                    && guess(scan, p).or(verb).is_none();
                // صدر البيان … وأفاد أن
                let paper = scan.tags[p.start].is(class::DOC) && scan.tags[p.start].is(class::DEFINITE) && shown;
                paper || (shown || bare) && institution(scan, p) && scan.quote_over(p.start).is_none()
            }
        }
    };
    let going_on = GOING_ON.contains(&d.lemma)
        || cue > first
            && scan.form(cue - 1).is_some_and(|f| GOING_ON.contains(&scan.cue_of(f).lemma) && f.kind == FormKind::Past);
    if cue >= first + 2
        && let Some(p) = subject(scan, d)
        && fits(&p, opening_verb(scan, first, p.start).or_else(|| following_verb(scan, &p, cue)))
    {
        return Some(p);
    }
    // an institution only when nobody that agrees has spoken lately
    let again = cue > first && BUT_HE.has(scan.word(cue - 1));
    let far = again || heard.is_none_or(|l| l + 3 < d.sentence);
    // one sentence back, and one more when that one drops its subject too (… أراد الفنان فلان. وبدأ في … وصرح)
    for back in 1..=2 {
        let before = d.sentence.checked_sub(back)?;
        if heard.is_some_and(|l| l >= before)
            || scan.doc.sentences[before].is_title
            || scan.doc.sentences[before].paragraph + (back as u32) < scan.doc.sentences[d.sentence].paragraph
        {
            return None;
        }
        let range = scan.doc.sentence_tokens(before);
        // a cross-heading has no stop
        if range.end > range.start && scan.doc.tokens[range.end - 1].kind != TokenKind::Punct {
            return None;
        }
        match sentence_subject(scan, range.start, range.end) {
            Some(p) => {
                let person = scan.tags[p.start].is(class::ROLE) || scan.person(p.name.0);
                let verb = opening_verb(scan, range.start, p.start);
                // وصل أحد الحرفيين … وقال
                let one = scan.tags[p.start].is(class::ANON) && !several(scan, &p) && !going_on;
                let paper = scan.tags[p.start].is(class::DOC) && scan.tags[p.start].is(class::DEFINITE);
                return Some(p).filter(|p| {
                    fits(p, verb)
                        && (person || back == 1 && (one || !going_on && far && (paper || institution(scan, p))))
                });
            }
            None if scan.tags[range.start].conjunction || scan.word(range.start).starts_with('و') => {}
            None => return None,
        }
    }
    None
}

/// The subject of a clause after فيما, بينما, لكن or في حين that begins past byte `from` and goes on to a joined cue.
pub fn since(scan: &Scan, d: &Draft, from: u32) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let also = cue > 0 && scan.word(cue - 1) == "كما";
    if !((scan.tags[cue].conjunction || also) && d.how == How::Dropped || d.how == How::Participle) {
        return None;
    }
    let first = first_of(scan, d);
    let k = (first..cue.saturating_sub(2)).rev().take_while(|&k| scan.doc.tokens[k].span.start >= from).find(|&k| {
        matches!(scan.word(k), "فيما" | "بينما" | "لكن" | "ولكن")
            || k > 0 && scan.word(k) == "حين" && scan.word(k - 1) == "في"
    })?;
    // a verb, then its subject; لكن خبراء قللوا: a subject, then its verb
    let mode = Mode { object: true, ..Default::default() };
    scan.phrase(k + 2, cue, mode).filter(|p| p.start == k + 2 && somebody(scan, p)).or_else(|| {
        scan.phrase(k + 1, cue, mode).filter(|p| {
            p.start == k + 1
                && somebody(scan, p)
                && (following_verb(scan, p, cue).is_some()
                    || p.next < cue && scan.word(p.next).ends_with("وا") && scan.tags[p.start].is(class::ANON))
        })
    })
}

/// The person that the last verb of the past before a cue has for its subject: …منذ أن قرر الرئيس فلان الانسحاب، قائلا.
pub fn doer(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    let verb = (first + 1..cue).rev().find(|&k| {
        let w = scan.word(k);
        let bare = clitics::strip_conjunction(w);
        scan.tags[k].entity == 0
            && scan.quote_over(k).is_none()
            && scan.doc.tokens[k].kind == TokenKind::Arabic
            && !scan.tags[k].is(class::DEFINITE | class::ROLE | class::ORG | class::DOC | class::PREP | class::MASDAR)
            && (boundaries::past_verb(bare)
                || scan.form(k).is_some_and(|f| f.kind == FormKind::Past) && !scan.tags[k].is(class::ADJ)
                // ثم يتحدث فلان متسائلا
                || k + 2 <= cue
                    && scan.form(k).is_some_and(|f| {
                        let object = follow::OBJECT | follow::ACCUSE | follow::TARGET | follow::DESCRIBE | follow::BLAME;
                        f.kind == FormKind::Present && scan.cue_of(f).follow & object == 0
                    })
                    && scan.person(k + 1))
    })?;
    let at = |k: usize| {
        scan.phrase(k, cue, Mode { object: true, ..Default::default() }).filter(|p| {
            p.start == k
                && (scan.person(p.name.0)
                    || k > verb + 1 && scan.tags[k].is(class::ROLE) && scan.tags[k].is(class::DEFINITE))
        })
    };
    // أشار إليه بحزن الأمين العام
    let him = PREPOSITION_HIM.has(scan.word(verb + 1));
    at(verb + 1).or_else(|| if him { at(verb + 2).or_else(|| at(verb + 3)) } else { None })
}

/// The last person named before a cue in its sentence, outside of marks.
pub fn named_before(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    let k = (first..cue).rev().find(|&k| scan.person(k) && scan.quote_over(k).is_none())?;
    Some(whole_name(scan, k, SpeakerKind::Named))
}

/// The name that ends with a token.
pub fn whole_name(scan: &Scan, last: usize, kind: SpeakerKind) -> Phrase {
    let e = scan.tags[last].entity;
    let start = (0..=last).rev().take_while(|&j| scan.tags[j].entity == e).last().unwrap_or(last);
    let end = last + 1;
    Phrase::plain(start, end, kind)
}

/// The name right before a feminine participle, when it follows a feminine verb with its object (`شكوى أودعتها قطر متهمة`).
pub fn relative(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    let last = cue.checked_sub(1).filter(|k| *k >= first && scan.tags[*k].entity != 0)?;
    let kind = match scan.entity_kind(last) {
        Some(EntityKind::Person) => SpeakerKind::Named,
        _ => SpeakerKind::Organisation,
    };
    let name = whole_name(scan, last, kind);
    let verb = name.start.checked_sub(1).filter(|k| *k > first)?;
    let w = scan.word(verb);
    let governs = w.chars().count() >= 6 && (w.ends_with("تها") || w.ends_with("تهم")) && scan.tags[verb].entity == 0;
    (d.agreement == Some(Agreement::Feminine) && governs).then_some(name)
}

/// The last definite plural in the nominative before a cue, in its sentence.
pub fn people(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    let k = (first..cue).rev().find(|&k| {
        let w = scan.word(k);
        w.starts_with("ال")
            && w.ends_with("ون")
            && w.chars().count() > 6
            && scan.tags[k].entity == 0
            && scan.quote_over(k).is_none_or(|q| q.open <= first)
            && !(k > first && scan.tags[k - 1].is(class::DEFINITE))
    })?;
    scan.phrase(k, cue, Mode { object: true, ..Default::default() })
}

/// The noun before the last relative of the sentence that stands before the cue.
pub fn antecedent(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    let rel = (first + 1..cue.checked_sub(1)?).rev().find(|&k| scan.tags[k].is(class::REL))?;
    scan.subject_before(rel + 1, first)
}

/// The issuer of the last document before a cue, when it is said.
pub fn issued(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    for k in (first.max(cue.saturating_sub(16))..cue).rev() {
        let accusative = scan.stem(k).strip_suffix('ا').is_some_and(|w| {
            scan.words.entries.get(w).is_some_and(|e| e.classes & class::DOC != 0)
                || matches!(w, "فيديو" | "تسجيل" | "مقطع" | "شريط" | "قرار")
        });
        if scan.quote_over(k).is_some_and(|q| q.closed && q.close < cue) {
            continue;
        }
        // تصريحا لعمدة المدينة قال فيه
        if accusative
            && k + 1 < cue
            && scan.tags[k + 1].attached == crate::mentions::quotes::tags::Attached::Li
            && scan.tags[k + 1].is(class::ROLE | class::ORG)
            && let Some(p) = scan.phrase_with_li(k + 1, cue)
        {
            return Some(p);
        }
        if accusative || scan.tags[k].is(class::DOC | class::VENUE) {
            if let Some(p) = scan.phrase(k, cue, Mode::default()).filter(|p| p.name.0 > p.start) {
                return Some(p);
            }
            if let Some(p) = issuing(scan, first, k) {
                return Some(p);
            }
        }
    }
    None
}

/// The subject of the verb of issuing that has the paper at token `paper` for its object: أصدر المكتب بيانا.
pub fn issuing(scan: &Scan, first: usize, paper: usize) -> Option<Phrase> {
    static ISSUES: Words = Words::new(&words::SPEECH, "issues a paper");
    let verb = (first.max(paper.saturating_sub(14))..paper).rev().find(|&k| {
        let w = scan.word(k);
        let bare = clitics::strip_conjunction(w);
        scan.tags[k].entity == 0
            && scan.quote_over(k).is_none()
            && (ISSUES.has(w) || scan.doc.tokens[k].kind == TokenKind::Arabic && ISSUES.has(bare))
    })?;
    scan.phrase(verb + 1, paper + 1, Mode { object: true, ..Default::default() })
        .filter(|p| p.next <= paper && somebody(scan, p))
        .or_else(|| scan.subject_before(verb, first).filter(|p| somebody(scan, p)))
}

/// The subject of the sentence that holds a cue, when it stands before the cue: كان X، لكن X، V X … قائلا. A document with an
/// issuer right before the cue wins: في تصريحات لـX، انتقد فيها.
pub fn subject(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let (cue, _) = d.cue?;
    let first = first_of(scan, d);
    if resumes(scan, d)
        && let Some(p) = issued(scan, d)
    {
        return Some(p);
    }
    // …، كما حظرت السلطات X واعتبرتها: the clause of its own
    let clause = (first + 1..cue.saturating_sub(2)).rev().take(40).find(|&k| {
        scan.comma(k - 1)
            && (matches!(scan.word(k), "كما" | "فيما" | "بينما") || scan.word(k) == "في" && scan.word(k + 1) == "حين")
    });
    clause
        .and_then(|k| {
            let verb = k + 1 + usize::from(scan.word(k) == "في");
            let verb = verb + usize::from(verb < cue && scan.tags[verb].is(class::NEG));
            sentence_subject(scan, verb, cue).filter(|p| p.start == verb + 1 && !scan.tags[p.start].is(class::DOC))
        })
        .or_else(|| sentence_subject(scan, first, cue))
}

/// The subject of a clause that begins at `first`: after كان or a connective, after a first verb, or the first noun.
pub fn sentence_subject(scan: &Scan, first: usize, end: usize) -> Option<Phrase> {
    // not out of somebody's words that began before the sentence
    subject_of(scan, first, end).filter(|p| scan.quote_over(p.start).is_none_or(|q| q.open >= first))
}

fn subject_of(scan: &Scan, first: usize, end: usize) -> Option<Phrase> {
    let mut k = past_lead_ins(scan, past_dateline(scan, first, end), end)?;
    let mode = Mode { object: true, ..Default::default() };
    // يذكر أن الرئيس …، تجدر الإشارة إلى أن …: the clause behind the formula
    if FORMULA.has(scan.word(k))
        && let Some(that) = (k + 1..end.min(k + 7)).find(|&j| scan.tags[j].is(class::THAT))
    {
        return if that + 1 < end { subject_of(scan, that + 1, end) } else { None };
    }
    // جاء ذلك في مداخلة للوزير
    if matches!(scan.word(k), "جاء" | "وجاء")
        && k + 3 < end
        && matches!(scan.word(k + 1), "ذلك" | "هذا")
        && let Some(j) = (k + 2..end.min(k + 7)).find(|&j| scan.tags[j].is(class::DOC | class::VENUE))
    {
        return scan.phrase(j, end, mode).filter(|p| p.name.0 > p.start);
    }
    // أما والده فقد كان: the topic is the subject
    if matches!(scan.word(k), "اما" | "واما") {
        return scan.phrase(k + 1, end, mode).filter(|p| somebody(scan, p));
    }
    // ولم تهدد إيران: past the negation
    if scan.tags[k].is(class::NEG) && k + 2 < end {
        k += 1;
    }
    let t = &scan.tags[k];
    if t.is(class::KAN | class::QAD) {
        let mut a = k + 1;
        while a < end && scan.tags[a].is(class::QAD | class::FILLER) {
            a += 1;
        }
        return scan
            .phrase(a, end, mode)
            .filter(|p| somebody(scan, p))
            .or_else(|| scan.phrase(a + 1, end, mode).filter(|p| somebody(scan, p)));
    }
    if t.entity != 0
        || t.is(class::ROLE | class::ORG | class::ANON) && t.attached == crate::mentions::quotes::tags::Attached::None
    {
        return scan.phrase(k, end, mode).filter(|p| somebody(scan, p));
    }
    // "هنأ" رئيس الوزراء: the verb in marks
    let k = scan.quote_from(k).filter(|q| q.closed && q.len() == 1).map_or(k, |q| q.close);
    // a verb first; صدر البيان, جاء التقرير: a paper that came out
    let out = CAME_OUT.has(scan.stem(k));
    let paper = |p: &Phrase| out && scan.tags[p.start].is(class::DOC) && scan.tags[p.start].is(class::DEFINITE);
    // وتدخلت على الفور المديرية: an adverb of two words before the subject
    let adverb =
        k + 3 < end && scan.tags[k + 1].is(class::PREP | class::ALA | class::FI) && !scan.tags[k + 1].is(class::MIN);
    scan.phrase(k + 1, end, mode).filter(|p| somebody(scan, p) || paper(p)).or_else(|| {
        scan.phrase(k + 3, end, mode).filter(|p| {
            adverb && p.start == k + 3 && scan.tags[p.start].is(class::DEFINITE | class::ORG) && somebody(scan, p)
        })
    })
}

/// Past a dateline or the topic of a headline.
fn past_dateline(scan: &Scan, first: usize, end: usize) -> usize {
    // القاهرة، مصر (CNN) -- سخر الإعلامي: a dateline
    let dash = (first..end.min(first + 14))
        .rev()
        .find(|&k| k > first && matches!(scan.word(k), "-" | "–" | "—") && matches!(scan.word(k - 1), ")" | "-"));
    let first = dash.map_or(first, |k| k + 1);
    // سوريا: موسكو تنفي …: the topic of a headline
    let title = scan.doc.sentences[scan.doc.sentence_at(scan.doc.tokens[first].span.start)].is_title;
    let topic = (first + 1..end.min(first + 9)).find(|&k| title && scan.word(k) == ":" && k + 1 < end);
    topic.map_or(first, |k| k + 1)
}

/// Past lead-ins: من جهته، وفي وقت سابق، كما.
fn past_lead_ins(scan: &Scan, first: usize, end: usize) -> Option<usize> {
    let mut k = first;
    for _ in 0..5 {
        if k >= end {
            return None;
        }
        let t = &scan.tags[k];
        let time = t.is(class::PREP)
            && (k + 1..end)
                .take_while(|&j| {
                    scan.tags[j].is(class::DAY)
                        || scan.doc.tokens[j].kind == TokenKind::Number
                        || SPANS_AGO.has(scan.word(j))
                })
                .last()
                .filter(|&j| j + 1 < end && !scan.comma(j + 1))
                .map(|j| k = j + 1)
                .is_some();
        let frame = frame(scan, k, end);
        if let Some(past) = frame {
            k = past;
        } else if k + 2 < end && scan.word(k + 1) == "ما" && OFTEN.has(clitics::strip_conjunction(scan.word(k))) {
            // وغالبا ما تستهدف الحركة …
            k += 2;
        } else if time {
            // من جهتها نشرت الهيئة: no comma after it
        } else if matches!(scan.word(k), "من" | "ومن") && k + 2 < end && HIS_SIDE.has(scan.word(k + 1)) {
            k += 2;
        } else if t.is(class::CONJ | class::FILLER | class::DAY) && !t.is(class::ROLE | class::ORG)
            || k > first && matches!(scan.word(k), "،" | "," | "ان")
            || scan.word(k) == "بيد"
        {
            k += 1;
        } else if t.is(class::PREP) || matches!(scan.word(k), "ومن" | "وفي" | "وعلي" | "وخلال" | "وبعد")
        {
            let comma = (k..end.min(k + 9)).find(|&j| scan.comma(j));
            match comma {
                Some(c) => k = c + 1,
                None => return None,
            }
        } else {
            break;
        }
    }
    (k < end).then_some(k)
}

/// Past a frame without a comma: في الإطار نفسه، في هذا السياق، في غضون ذلك.
pub fn frame(scan: &Scan, k: usize, end: usize) -> Option<usize> {
    if !matches!(scan.word(k), "في" | "وفي") || k + 3 >= end {
        return None;
    }
    let w = |j: usize| scan.word(j);
    let noun = |j: usize| FRAME.has(clitics::strip_article(w(j)));
    let at = k + 1 + usize::from(matches!(w(k + 1), "هذا" | "هذه" | "ذات" | "نفس" | "تلك"));
    if !noun(at) {
        return None;
    }
    let after = at + 1 + usize::from(THE_SAME.has(w(at + 1)));
    (after > k + 2 && after < end && !matches!(w(after), "،" | ",")).then_some(after)
}

/// An office, an institution, a person: not any noun.
pub fn somebody(scan: &Scan, p: &Phrase) -> bool {
    let t = &scan.tags[p.start];
    let tagged = scan.entity_kind(p.name.0);
    // آخر خطاب له
    if scan.stem(p.start) == "اخر" && scan.tags.get(p.start + 1).is_some_and(|n| n.is(class::DOC | class::VENUE)) {
        return false;
    }
    t.is(class::ROLE | class::ORG | class::ANON)
        || matches!(tagged, Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Place))
        || p.role.is_some()
}

/// Nothing said so far, and a woman speaks: the last person before who has a verb of the feminine.
pub fn heroine(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let end = first_of(scan, d);
    let people = scan.mentions.entities.iter().filter(|e| e.kind == EntityKind::Person);
    let here: Vec<usize> = people.map(|e| scan.doc.token_at(e.span.start)).filter(|&k| k > 0 && k < end).collect();
    let k = here.into_iter().rev().take(12).find(|&k| {
        matches!(scan.word(k - 1), "كانت" | "وكانت" | "تكون")
            || opening_verb(scan, k - 1, k) == Some(Agreement::Feminine)
    })?;
    scan.phrase(k, end, Mode { object: true, ..Default::default() })
}

/// Nothing said so far: the first person or institution of the article.
pub fn lede(scan: &Scan, d: &Draft) -> Option<Phrase> {
    let end = first_of(scan, d);
    let from = scan.mentions.entities.iter().find(|e| e.kind == EntityKind::Person)?;
    let k = scan.doc.token_at(from.span.start);
    (k < end).then(|| {
        let to = (k..end).find(|&j| scan.doc.tokens[j].span.start >= from.span.end).unwrap_or(end);
        Phrase::plain(k, to, SpeakerKind::Named)
    })
}
