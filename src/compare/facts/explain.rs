//! Explanations: one plain sentence, in English or Arabic.

use super::changes::Change;
use super::verdict::Reason;
use super::verdict::Verdict;
use super::{Edge, Saying, Story};
use crate::model::{FactKind, Language, Relation, Span};

/// Why, in a few words.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    let (en, ar) = match reason {
        Reason::Same => ("same value", "القيمة نفسها"),
        Reason::SameWithBound => ("same number, one with a bound", "العدد نفسه، مقيد في أحدهما"),
        Reason::Rounding => ("one is the other rounded", "أحدهما تقريب للآخر"),
        Reason::Bound => ("a bound that allows the other value", "حد يسمح بالقيمة الأخرى"),
        Reason::Range => ("one lies in the range of the other", "إحدى القيمتين في مدى الأخرى"),
        Reason::FinerGrain => ("one is of finer grain", "أحدهما أدق"),
        Reason::PartOfWhole => ("one is a part of the other", "أحدهما جزء من الآخر"),
        Reason::LaterUpdate => ("the later report has the higher count", "الحصيلة الأعلى أحدث"),
        Reason::Spelling => ("same name, other spelling", "الاسم نفسه بكتابة أخرى"),
        Reason::Fuller => ("one is fuller", "أحدهما أوفى"),
        Reason::Wording => ("same wording", "الصياغة نفسها"),
        Reason::Paraphrase => ("same content in other words", "المضمون نفسه بألفاظ أخرى"),
        Reason::Different => ("values that cannot both be true", "قيمتان لا تصحان معا"),
        Reason::Denied => ("one says it happened, the other that it did not", "أحدهما يثبت والآخر ينفي"),
        Reason::Sum => ("the parts make the total only in one currency", "لا يبلغ مجموع الأجزاء الإجمالي إلا بعملة واحدة"),
        Reason::Order => ("each of the two deeds is said to answer the other", "كل من الفعلين يوصف بأنه رد على الآخر"),
        Reason::BetweenSpeakers => ("one speaker denies what another says", "متحدث ينفي ما يقوله آخر"),
        Reason::Hedged => ("certain in one, expected or likely in the other", "مؤكد في أحدهما ومتوقع أو مرجح في الآخر"),
        Reason::Retold => ("the same matter with other details", "الأمر نفسه بتفاصيل أخرى"),
        Reason::OtherRole => ("another role or description of one person", "صفة أخرى للشخص نفسه"),
        Reason::OtherSource => ("the same statement from another source", "القول نفسه من مصدر آخر"),
    };
    match language {
        Language::En => en,
        Language::Ar => ar,
    }
}

/// At most `most` characters, cut at a word.
pub fn shorten(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > most {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.push('…');
    out
}

/// Words around a span, for a reader: up to three before and four after.
fn around(story: &Story, view: usize, span: Span, sentence: usize) -> String {
    let v = &story.views[view];
    let s = &v.sentences[sentence];
    let (from, to) = (v.term_at(span.start), v.term_at(span.end.saturating_sub(1)) + 1);
    let a = from.saturating_sub(4).max(s.from);
    let b = (to + 4).min(s.to);
    if a >= b { String::new() } else { shorten(v.reading.doc.slice(v.span(a, b)), 90) }
}

/// The word for a kind of fact, which leads its subject.
pub fn kind_name(kind: FactKind, language: Language) -> &'static str {
    match (kind, language) {
        (FactKind::Number, Language::En) => "number",
        (FactKind::Number, Language::Ar) => "العدد",
        (FactKind::Date, Language::En) => "date",
        (FactKind::Date, Language::Ar) => "التاريخ",
        (FactKind::Place, Language::En) => "place",
        (FactKind::Place, Language::Ar) => "المكان",
        (FactKind::Person, Language::En) => "person",
        (FactKind::Person, Language::Ar) => "الشخص",
        (FactKind::Organisation, Language::En) => "organisation",
        (FactKind::Organisation, Language::Ar) => "الجهة",
        (FactKind::Quote, Language::En) => "statement",
        (FactKind::Quote, Language::Ar) => "القول",
        (FactKind::Polarity, Language::En) => "event",
        (FactKind::Polarity, Language::Ar) => "الحدث",
        (FactKind::Attribution, Language::En) => "source",
        (FactKind::Attribution, Language::Ar) => "المصدر",
    }
}

/// Arabic words that lead a subject; the English ones are in small letters.
pub const HEADINGS: [&str; 13] = [
    "العدد",
    "التاريخ",
    "المكان",
    "الشخص",
    "الجهة",
    "القول",
    "الحدث",
    "المصدر",
    "خلاف",
    "من قال",
    "من يذكر",
    "ترتيب الأحداث",
    "المجموع",
];

/// One of two words, by the language of the explanations.
pub fn pick(language: Language, en: &'static str, ar: &'static str) -> &'static str {
    match language {
        Language::En => en,
        Language::Ar => ar,
    }
}

/// What is compared, in a few words: the words around the value in the article that has more of them.
pub fn subject(story: &Story, kind: FactKind, edge: &Edge, language: Language) -> String {
    let slot = &story.slots[edge.a.0][edge.a.1];
    let words = around(story, edge.a.0, slot.span, slot.sentence);
    format!("{}: {}", kind_name(kind, language), words)
}

/// What a statement is about.
pub fn saying_subject(story: &Story, s: &Saying, language: Language) -> String {
    let v = &story.views[s.a.0];
    format!("{}: {}", kind_name(s.kind, language), shorten(v.reading.doc.slice(s.a.1), 80))
}

/// One sentence on a fact.
pub fn explain(story: &Story, kind: FactKind, edge: &Edge, language: Language) -> String {
    let side = |n: (usize, usize)| {
        let view = &story.views[n.0];
        let slot = &story.slots[n.0][n.1];
        (
            view.reading.doc.article.outlet.clone(),
            shorten(view.reading.doc.slice(slot.span), 60),
            around(story, n.0, slot.span, slot.sentence),
        )
    };
    let ((oa, ta, wa), (ob, tb, wb)) = (side(edge.a), side(edge.b));
    let why = reason(edge.verdict.reason, language);
    let kind = kind_name(kind, language);
    match (language, edge.verdict.relation) {
        (Language::En, Relation::Contradict) => {
            format!("{oa} has \"{ta}\" and {ob} has \"{tb}\" for the same {kind} (\"{wa}\" beside \"{wb}\"): {why}.")
        }
        (Language::En, Relation::Compatible) => {
            format!("{oa} has \"{ta}\" and {ob} has \"{tb}\" for the same {kind}; both can hold: {why}.")
        }
        (Language::En, _) => format!("{oa} and {ob} give the same {kind}, \"{ta}\": {why}."),
        (Language::Ar, Relation::Contradict) => {
            format!("تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\" في الأمر نفسه ({kind}؛ \"{wa}\" مقابل \"{wb}\"): {why}.")
        }
        (Language::Ar, Relation::Compatible) => {
            format!("تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\" في الأمر نفسه ({kind})، ويمكن الجمع بينهما: {why}.")
        }
        (Language::Ar, _) => format!("تتفق {oa} و{ob} على {kind}: \"{ta}\"؛ {why}."),
    }
}

/// One sentence on a statement.
pub fn saying(story: &Story, s: &Saying, language: Language) -> String {
    let outlet = |n: usize| story.views[n].reading.doc.article.outlet.clone();
    let (oa, ob) = (outlet(s.a.0), outlet(s.b.0));
    let ta = shorten(story.views[s.a.0].reading.doc.slice(s.a.1), 90);
    let tb = shorten(story.views[s.b.0].reading.doc.slice(s.b.1), 90);
    let why = reason(s.verdict.reason, language);
    match (language, s.verdict.relation) {
        (Language::En, Relation::Contradict) => format!("{oa} has \"{ta}\" and {ob} has \"{tb}\": {why}."),
        (Language::En, Relation::Compatible) => {
            format!("{oa} has \"{ta}\" and {ob} has \"{tb}\"; both can hold: {why}.")
        }
        (Language::En, _) => format!("{oa} and {ob} both report \"{ta}\": {why}."),
        (Language::Ar, Relation::Contradict) => format!("تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\": {why}."),
        (Language::Ar, Relation::Compatible) => {
            format!("تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\"، ويمكن الجمع بينهما: {why}.")
        }
        (Language::Ar, _) => format!("تورد {oa} و{ob} معا \"{ta}\": {why}."),
    }
}

/// What differs in one wording, with what stands around it.
pub fn change_subject(story: &Story, c: &Change, language: Language) -> String {
    format!("{}: {}", kind_name(c.kind, language), around(story, c.a.0, c.a.1, c.sentences.0))
}

/// One sentence on a differing place.
pub fn change(story: &Story, c: &Change, why: Reason, language: Language) -> String {
    let side = |n: (usize, Span), sentence: usize| {
        let v = &story.views[n.0];
        (v.reading.doc.article.outlet.clone(), around(story, n.0, n.1, sentence))
    };
    let ((oa, ta), (ob, tb)) = (side(c.a, c.sentences.0), side(c.b, c.sentences.1));
    let (x, y) = (&c.values.0, &c.values.1);
    let why = reason(why, language);
    let kind = kind_name(c.kind, language);
    match (language, c.kind) {
        (Language::En, FactKind::Polarity) => {
            format!("In wording that is otherwise the same {oa} has \"{ta}\" and {ob} has \"{tb}\": {why}.")
        }
        (Language::En, _) => format!(
            "In wording that is otherwise the same {oa} names \"{x}\" and {ob} \"{y}\" ({kind}; \"{ta}\" beside \"{tb}\"): {why}."
        ),
        (Language::Ar, FactKind::Polarity) => {
            format!("في صياغة متطابقة فيما عدا ذلك تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\": {why}.")
        }
        (Language::Ar, _) => format!(
            "في صياغة متطابقة فيما عدا ذلك تذكر {oa} \"{x}\" وتذكر {ob} \"{y}\" ({kind}؛ \"{ta}\" مقابل \"{tb}\"): {why}."
        ),
    }
}

/// One sentence on who said a statement.
pub fn attribution(
    said: &str,
    (oa, x): (&str, &str),
    (ob, y): (&str, &str),
    verdict: Verdict,
    language: Language,
) -> String {
    let said = shorten(said, 80);
    let why = reason(verdict.reason, language);
    match (language, verdict.relation) {
        (Language::En, Relation::Agree) => format!("{oa} and {ob} both attribute \"{said}\" to {x}: {why}."),
        (Language::En, Relation::Contradict) => {
            format!(
                "{oa} attributes \"{said}\" to {x}, {ob} attributes the same quotation to {y}: one of them has the wrong speaker."
            )
        }
        (Language::En, _) => format!("{oa} attributes \"{said}\" to {x}, {ob} to {y}; both can hold: {why}."),
        (Language::Ar, Relation::Agree) => format!("تنسب {oa} و{ob} \"{said}\" إلى {x}: {why}."),
        (Language::Ar, Relation::Contradict) => {
            format!("تنسب {oa} \"{said}\" إلى {x} وتنسب {ob} الكلام نفسه إلى {y}: أحد القائلين خطأ.")
        }
        (Language::Ar, _) => format!("تنسب {oa} \"{said}\" إلى {x} وتنسبه {ob} إلى {y}، ويمكن الجمع بينهما: {why}."),
    }
}

/// One sentence on the role of a person, by outlet and words.
pub fn role(name: &str, a: (&str, &str), b: (&str, &str), verdict: Verdict, language: Language) -> String {
    let ((oa, ta), (ob, tb)) = (a, b);
    let (ta, tb) = (shorten(ta, 60), shorten(tb, 60));
    match (language, verdict.relation) {
        (Language::En, Relation::Contradict) => format!(
            "{oa} calls {name} \"{ta}\", {ob} \"{tb}\": a former holder and the present one are not the same thing."
        ),
        (Language::En, Relation::Compatible) => {
            format!("{oa} calls {name} \"{ta}\", {ob} \"{tb}\"; one person can be both.")
        }
        (Language::En, _) => format!("{oa} and {ob} give {name} the same role, \"{ta}\"."),
        (Language::Ar, Relation::Contradict) => {
            format!("تصف {oa} {name} بأنه \"{ta}\" وتصفه {ob} بأنه \"{tb}\": لا يكون سابقا وحاليا معا.")
        }
        (Language::Ar, Relation::Compatible) => {
            format!("تصف {oa} {name} بأنه \"{ta}\" وتصفه {ob} بأنه \"{tb}\"، ويمكن أن يكون كليهما.")
        }
        (Language::Ar, _) => format!("تتفق {oa} و{ob} على صفة {name}: \"{ta}\"."),
    }
}

/// One side of [`state`]: the outlet, the words in question up to `most` letters, and their sentence.
pub fn side(doc: &crate::text::Document, words: Span, sentence: Span, most: usize) -> (String, String, String) {
    (doc.article.outlet.clone(), shorten(doc.slice(words), most), shorten(doc.slice(sentence), 90))
}

/// One sentence on two states that exclude each other; each side by outlet, words and sentence.
pub fn state(
    (oa, ta, wa): (String, String, String),
    (ob, tb, wb): (String, String, String),
    why: Reason,
    language: Language,
) -> String {
    let why = reason(why, language);
    match language {
        Language::En => format!("{oa} has \"{ta}\" and {ob} has \"{tb}\" (\"{wa}\" beside \"{wb}\"): {why}."),
        Language::Ar => format!("تذكر {oa} \"{ta}\" وتذكر {ob} \"{tb}\" (\"{wa}\" مقابل \"{wb}\"): {why}."),
    }
}

/// One sentence on a dispute; each side by outlet, speaker and words.
pub fn dispute(
    (oa, sa, ta): (String, String, String),
    (ob, sb, tb): (String, String, String),
    accuses: bool,
    language: Language,
) -> String {
    match language {
        Language::En if sa.is_empty() => format!(
            "{oa} tells \"{ta}\", {sb} denies it: \"{tb}\" ({ob}). It stands against its denial, not outlet against outlet."
        ),
        Language::Ar if sa.is_empty() => {
            format!("تذكر {oa} \"{ta}\" وينفيه {sb}: \"{tb}\" ({ob}). الخلاف بين الخبر ونفيه لا بين وسائل الإعلام.")
        }
        Language::En if accuses => format!(
            "{sa} makes the charge: \"{ta}\" ({oa}), {sb} denies it: \"{tb}\" ({ob}). The speakers contradict each other, not the outlets."
        ),
        Language::Ar if accuses => {
            format!(
                "الاتهام من {sa}: \"{ta}\" ({oa}) وينفيه {sb}: \"{tb}\" ({ob}). الخلاف بين المتحدثين لا بين وسائل الإعلام."
            )
        }
        Language::En => format!(
            "{sa} says \"{ta}\" ({oa}), {sb} denies it: \"{tb}\" ({ob}). The speakers contradict each other, not the outlets."
        ),
        Language::Ar => {
            format!("يقول {sa} \"{ta}\" ({oa}) وينفيه {sb}: \"{tb}\" ({ob}). الخلاف بين المتحدثين لا بين وسائل الإعلام.")
        }
    }
}

/// One sentence on a total whose parts are in two currencies.
pub fn sum(outlet: &str, total: &str, [a, b]: [&str; 2], language: Language) -> String {
    match language {
        Language::En => format!(
            "{outlet} gives \"{total}\" as a whole of \"{a}\" and \"{b}\": the figures add up, the currencies do not."
        ),
        Language::Ar => format!("تذكر {outlet} \"{total}\" مجموعا لـ\"{a}\" و\"{b}\": الأرقام متطابقة والعملات مختلفة."),
    }
}
