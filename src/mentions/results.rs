//! The result of a match told in words: `بأربعة أهداف مقابل هدفين`, `بهدفين لهدف`, `بهدف دون رد`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::ar::numbers;
use crate::lang::lexicon::Lexicon;
use crate::model::TokenKind;
use crate::text::Document;
use crate::text::clitics;
use crate::text::fold::fold;

/// Folded word to its classes and value.
static WORDS: LazyLock<FxHashMap<String, Vec<(&'static str, f64)>>> = LazyLock::new(|| {
    let l = Lexicon::parse("results.tsv", include_str!("../lang/ar/results.tsv"));
    let [form, class, value] = ["form", "class", "value"].map(|c| l.column(c));
    let mut out: FxHashMap<String, Vec<(&str, f64)>> = FxHashMap::default();
    for r in &l.rows {
        let n = r.get(value).parse().unwrap_or_else(|_| panic!("results.tsv:{}: value is no number", r.line));
        out.entry(fold(r.get(form))).or_default().push((r.get(class), n));
    }
    out
});

/// Goals that one side scores at most; more are no result.
pub const MOST_GOALS: f64 = 20.0;

/// Words of a number before the goals that it counts.
const BEFORE_GOALS: usize = 3;

/// Value of a word in a class.
fn value(word: &str, class: &str) -> Option<f64> {
    WORDS.get(word)?.iter().find(|(c, _)| *c == class).map(|(_, v)| *v)
}

fn is(doc: &Document, t: usize, end: usize, class: &str) -> bool {
    t < end && value(doc.fold_of(t), class).is_some()
}

/// Goals said at token `i`, with or without `ب`, `ل` or `و` before them: how many, the token behind them, the bytes of the letter,
/// and whether goals are named.
fn goals(doc: &Document, i: usize, end: usize) -> Option<(f64, usize, usize, bool)> {
    if i >= end {
        return None;
    }
    let word = doc.fold_of(i);
    if doc.tokens[i].kind == TokenKind::Arabic {
        let named = clitics::splits(word, 3).find_map(|cut| Some((value(&word[cut..], "goals")?, cut)));
        if let Some((n, cut)) = named.filter(|(n, _)| *n > 0.0) {
            let next = i + 1 + usize::from(is(doc, i + 1, end, "one"));
            return Some((n, next, cut, true));
        }
    }
    let n = match doc.tokens[i].kind {
        TokenKind::Number | TokenKind::Arabic => numbers::parse_at(doc, i, end).filter(|n| !n.ordinal)?,
        _ => return None,
    };
    let next = i + n.words;
    let named = is(doc, next, end, "goals");
    (n.value.fract() == 0.0 && n.value <= MOST_GOALS).then_some((
        n.value,
        next + usize::from(named),
        n.proclitic,
        named,
    ))
}

/// Tokens between a draw and the words that it had no goals.
const DRAW_REACH: usize = 8;

/// A result with a word for no goals: `1-صفر`, `صفر - صفر`; with two figures: quantities.rs.
fn dashed(doc: &Document, i: usize, end: usize) -> Option<(f64, f64, usize, usize)> {
    let side = |t: usize| {
        let token = doc.tokens.get(t).filter(|_| t < end)?;
        let goals = match token.kind {
            TokenKind::Number => doc.fold_of(t).parse().ok()?,
            _ => value(doc.fold_of(t), "zero")?,
        };
        (goals <= MOST_GOALS).then_some((goals, token.kind == TokenKind::Number))
    };
    // asked at every token, so the dash first
    if i + 2 >= end || !matches!(doc.fold_of(i + 1), "-" | "–") {
        return None;
    }
    let ((own, figure), (other, both)) = (side(i)?, side(i + 2)?);
    (!(figure && both)).then_some((own, other, i + 3, 0))
}

/// A draw without goals: `بالتعادل السلبي`, `تعادل الفريقان بدون أهداف`.
fn goalless(doc: &Document, i: usize, end: usize) -> Option<(f64, f64, usize, usize)> {
    let draw = |t: usize| {
        let word = doc.fold_of(t);
        word.contains("تعادل") && clitics::splits(word, 3).any(|cut| value(&word[cut..], "draw").is_some())
    };
    if draw(i) && is(doc, i + 1, end, "goalless") {
        return Some((0.0, 0.0, i + 2, 0));
    }
    let without = is(doc, i, end, "without") && i + 1 < end && value(doc.fold_of(i + 1), "goals") == Some(0.0);
    (without && (i.saturating_sub(DRAW_REACH)..i).any(draw)).then_some((0.0, 0.0, i + 2, 0))
}

/// The result at token `i`: both sides' goals in the order of the text, the token behind it, the bytes of a letter before it.
pub fn result(doc: &Document, i: usize, end: usize) -> Option<(f64, f64, usize, usize)> {
    if let Some(found) = dashed(doc, i, end).or_else(|| goalless(doc, i, end)) {
        return Some(found);
    }
    let word = doc.fold_of(i);
    // few words begin a result: a goal, a number before goals, a bunch of them
    let counted = || (i + 1..end.min(i + 1 + BEFORE_GOALS)).any(|t| is(doc, t, end, "goals"));
    let number = doc.tokens[i].kind == TokenKind::Number || numbers::starts_number(word);
    if !(word.contains("هدف") || word.ends_with("يه") || number && counted()) {
        return None;
    }
    // بثلاثية نظيفة: without ب a player may have scored them
    let bunch = clitics::splits(word, 3)
        .find_map(|cut| Some((value(&word[cut..], "bunch")?, cut)))
        .filter(|(_, cut)| word[..*cut].ends_with('ب'));
    let (own, at, cut) = match bunch {
        Some((n, cut)) => (n, i + 1, cut),
        None => {
            let (n, at, cut, named) = goals(doc, i, end)?;
            if !named {
                return None;
            }
            (n, at, cut)
        }
    };
    if is(doc, at, end, "none") {
        return Some((own, 0.0, at + 1, cut));
    }
    // من دون رد
    let from = at + usize::from(at < end && doc.fold_of(at) == "من");
    if is(doc, from, end, "without") && is(doc, from + 1, end, "answer") {
        return Some((own, 0.0, from + 2, cut));
    }
    if bunch.is_some() || at >= end {
        return None;
    }
    // بهدف لمثله
    if is(doc, at, end, "alike") {
        return Some((own, own, at + 1, cut));
    }
    if is(doc, at, end, "against") {
        if at + 2 < end && doc.fold_of(at + 1) == "لا" && is(doc, at + 2, end, "answer") {
            return Some((own, 0.0, at + 3, cut));
        }
        let (other, next, _, _) = goals(doc, at + 1, end)?;
        return Some((own, other, next, cut));
    }
    // بهدفين لهدف, بثلاثة أهداف لاثنين
    if !doc.fold_of(at).starts_with('ل') {
        return None;
    }
    let (other, next, before, named) = goals(doc, at, end)?;
    let alone =
        next >= end || doc.tokens[next].kind == TokenKind::Punct || crate::link::terms::is_light(doc.fold_of(next));
    (before > 0 && (named || alone)).then_some((own, other, next, cut))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    fn first(text: &str) -> Option<(f64, f64)> {
        let doc = Document::new(Article { text: text.into(), ..Article::default() }, Vec::new());
        (0..doc.tokens.len()).find_map(|i| result(&doc, i, doc.tokens.len())).map(|(a, b, _, _)| (a, b))
    }

    #[test]
    fn results_in_words() {
        assert_eq!(first("تغلب الزوارق على المراكب بأربعة أهداف مقابل هدفين مساء السبت"), Some((4.0, 2.0)));
        assert_eq!(first("خسر بهدفين مقابل هدف واحد أمام ضيفه"), Some((2.0, 1.0)));
        assert_eq!(first("وانتهى اللقاء بثلاثة أهداف لهدف."), Some((3.0, 1.0)));
        assert_eq!(first("فاز بثلاثة أهداف لاثنين في ملعبه"), Some((3.0, 2.0)));
        assert_eq!(first("فوز صعب بهدف دون رد"), Some((1.0, 0.0)));
        assert_eq!(first("فوز ثمين بهدفين نظيفين على ضيفه"), Some((2.0, 0.0)));
        assert_eq!(first("هزمه بثلاثية نظيفة"), Some((3.0, 0.0)));
        assert_eq!(first("فاز بهدفين مقابل لا شيء"), Some((2.0, 0.0)));
        assert_eq!(first("فاز المضيف 2-صفر أمس"), Some((2.0, 0.0)));
        assert_eq!(first("انتهت المباراة صفر – 3 للضيوف"), Some((0.0, 3.0)));
        assert_eq!(first("تعادلا صفر-صفر ذهابا"), Some((0.0, 0.0)));
        assert_eq!(first("تعادل الزوارق مع المراكب بهدف لمثله"), Some((1.0, 1.0)));
        assert_eq!(first("تعادل الفريقان بهدفين لمثلهما"), Some((2.0, 2.0)));
        assert_eq!(first("انتهى اللقاء بالتعادل السلبي"), Some((0.0, 0.0)));
        assert_eq!(first("تعادل الزوارق مع ضيفه المراكب بدون أهداف"), Some((0.0, 0.0)));
    }

    #[test]
    fn goals_alone_are_no_result() {
        assert_eq!(first("سجل هدفين لفريقه الجديد"), None);
        assert_eq!(first("أحرز ثلاثة أهداف في الشوط الثاني"), None);
        assert_eq!(first("ثلاثة أهداف لثلاثة لاعبين"), None);
        assert_eq!(first("حقق ثلاثية تاريخية"), None);
        assert_eq!(first("سجل سالم ثلاثية نظيفة"), None);
        assert_eq!(first("كان للخبر أثر سلبي على السوق"), None);
        assert_eq!(first("عشر مباريات بدون أهداف في ملعبه"), None);
    }
}
