//! Places in an order told by an ordinal behind its noun: `المركز التاسع`, `المجموعة الأولى`, `لولاية رابعة`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::ar::numbers;
use crate::lang::lexicon::Lexicon;
use crate::model::{Bound, Quantity, Span, TokenKind};
use crate::text::Document;
use crate::text::clitics;
use crate::text::fold::fold;

/// Unit of a quantity that is a place in an order and no count.
pub const RANK: &str = "rank";

/// Folded noun to the name of what is numbered, and whether a word may stand before the ordinal.
static NOUNS: LazyLock<FxHashMap<String, (String, bool)>> = LazyLock::new(|| {
    let l = Lexicon::parse("ranks.tsv", include_str!("../lang/ar/ranks.tsv"));
    let [form, noun, between] = ["form", "noun", "between"].map(|c| l.column(c));
    l.rows.iter().map(|r| (fold(r.get(form)), (r.get(noun).to_string(), r.get(between) == "yes"))).collect()
});

/// Highest place, round or edition that is read; years and the like are higher.
const HIGHEST: f64 = 150.0;

/// What a noun numbers, with its proclitics, article and pronoun.
fn numbered(word: &str) -> Option<&'static (String, bool)> {
    let bare = |w: &str| NOUNS.get(clitics::strip_article(w));
    clitics::splits(word, 3).find_map(|cut| {
        let w = &word[cut..];
        // للمرة: the article is inside
        let fused = w.strip_prefix("لل").and_then(|rest| NOUNS.get(rest));
        // ولايته: the ending of a feminine noun before its pronoun
        let owned = || {
            let stem = w.strip_suffix("ها").or_else(|| w.strip_suffix('ه'))?;
            bare(stem).or_else(|| NOUNS.get(&format!("{}ه", stem.strip_suffix('ت')?)))
        };
        bare(w).or(fused).or_else(owned)
    })
}

/// The ordinal at token `i` when a noun before it says what it numbers; gives the token behind it. The span is the ordinal with its noun.
pub fn rank(doc: &Document, sentence: u32, i: usize, floor: usize, end: usize) -> Option<(Quantity, usize)> {
    if doc.tokens[i].kind != TokenKind::Arabic || !numbers::starts_number(doc.fold_of(i)) {
        return None;
    }
    let before = |k: usize| i.checked_sub(k).filter(|t| *t >= floor && doc.tokens[*t].kind == TokenKind::Arabic);
    let close = before(1).and_then(|t| Some((t, numbered(doc.fold_of(t))?)));
    let far = || before(2).and_then(|t| Some((t, numbered(doc.fold_of(t)).filter(|n| n.1)?)));
    let (at, (noun, _)) = close.or_else(far)?;
    let n = numbers::parse_at(doc, i, end).filter(|n| n.ordinal && (1.0..=HIGHEST).contains(&n.value))?;
    let next = i + n.words;
    let span = Span { start: doc.tokens[at].span.start, end: doc.tokens[next - 1].span.end };
    let quantity = Quantity {
        span,
        number_span: Span { start: doc.tokens[i].span.start, end: span.end },
        value: n.value,
        upper: None,
        bound: Bound::Exact,
        unit: RANK.into(),
        noun: noun.clone(),
        role: String::new(),
        sentence,
    };
    Some((quantity, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    fn all(text: &str) -> Vec<(String, f64)> {
        let doc = Document::new(Article { text: text.into(), ..Article::default() }, Vec::new());
        let end = doc.tokens.len();
        (0..end).filter_map(|i| rank(&doc, 0, i, 0, end)).map(|(q, _)| (q.noun, q.value)).collect()
    }

    #[test]
    fn places_in_an_order() {
        assert_eq!(all("صعد الفريق إلى المركز التاسع"), [("مركز".into(), 9.0)]);
        assert_eq!(all("ضمن منافسات المجموعة الأولى لدوري المرافئ"), [("مجموعة".into(), 1.0)]);
        assert_eq!(all("في المرحلة الرابعة والثلاثين من الدوري"), [("جولة".into(), 34.0)]);
        assert_eq!(all("أعيد انتخابه لولاية رئاسية ثانية"), [("ولاية".into(), 2.0)]);
        assert_eq!(all("توج باللقب للمرة الخامسة في تاريخه"), [("مرة".into(), 5.0)]);
        assert_eq!(all("في دورته الحادية والسبعين"), [("دورة".into(), 71.0)]);
    }

    #[test]
    fn other_ordinals_are_no_places() {
        assert!(all("الحرب العالمية الثانية").is_empty());
        assert!(all("قال الثاني إنه سيسافر").is_empty());
        assert!(all("مركز تدريب خمسة لاعبين").is_empty());
    }
}
