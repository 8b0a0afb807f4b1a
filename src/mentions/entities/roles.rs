//! Role words beside a person's name: `وزير الخارجية الأمريكي`, `المتحدث باسم الرئاسة`.

use crate::lang::gaz::Gazetteer;
use crate::model::{Span, TokenKind};
use crate::text::Document;
use crate::text::clitics;

/// Words of a role at most.
const LONGEST: usize = 10;
/// Words that join the parts of a role (`المتحدث باسم`, `المبعوث الأممي إلى`).
const JOINS: [&str; 12] = ["باسم", "لدي", "الي", "في", "لشيون", "للشيون", "عن", "من", "علي", "ال", "شيون", "بن"];

/// A title's class as the lists give it, for the phrase or word at `i` (one to three words); the first word may carry
/// a conjunction or preposition. Gives the words it takes and the bytes of the particle.
fn title_at(doc: &Document, i: usize, end: usize, gaz: &Gazetteer) -> Option<(usize, usize)> {
    let first = doc.fold_of(i);
    for cut in clitics::splits(first, 2) {
        let mut key = first[cut..].to_string();
        if cut > 0 && key.starts_with('ل') {
            // fused لل: the article has lost its alef
            key.insert(0, 'ا');
        }
        let mut found = None;
        for k in 0..3.min(end - i) {
            if k > 0 {
                key.push(' ');
                key.push_str(doc.fold_of(i + k));
            }
            if gaz.title(&key).is_some_and(|t| t.class != "relation") {
                found = Some((k + 1, cut));
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn continues(doc: &Document, i: usize, inside_name: bool, gaz: &Gazetteer) -> bool {
    let t = doc.tokens[i];
    if t.kind == TokenKind::Punct {
        return false;
    }
    let w = doc.fold_of(i);
    inside_name
        || w.starts_with("ال")
        || w.starts_with("لل")
        || w.starts_with("وال")
        || w.starts_with("بال")
        || JOINS.contains(&w)
        || gaz.demonym(w).is_some()
        || gaz.head(w).is_some()
        || gaz.title(w).is_some()
}

/// The role words just before or after the name at tokens `from..to` of the sentence `range`; `inside` tells whether a
/// token lies in the name of an organisation or a place. At most [`LONGEST`] words either way.
pub fn beside(
    doc: &Document,
    range: std::ops::Range<usize>,
    from: usize,
    to: usize,
    inside: &dyn Fn(usize) -> bool,
    gaz: &Gazetteer,
) -> Option<Span> {
    // before: the farthest title from which every word leads on to the name
    let mut best: Option<Span> = None;
    // "المتحدث الرسمي باسم الرئاسة، السفير …": an office may stand before a rank, over one comma
    let mut comma = None;
    let mut i = from;
    while i > range.start && from - i < LONGEST {
        i -= 1;
        if comma.is_none()
            && matches!(doc.fold_of(i), "،" | ",")
            && best.is_some_and(|b| b.start == doc.tokens[i + 1].span.start)
        {
            comma = Some(i);
            continue;
        }
        if let Some((words, cut)) = title_at(doc, i, from, gaz) {
            let goes_on = (i + words..from).all(|k| comma == Some(k) || continues(doc, k, inside(k), gaz));
            if goes_on {
                best = Some(Span { start: doc.source_in_token(i, cut), end: doc.tokens[from - 1].span.end });
            }
        }
        if !continues(doc, i, inside(i), gaz) && best.is_none_or(|b| b.start > doc.tokens[i].span.start) {
            // an indefinite noun may still open the role (وزير, رئيس): only then go on
            if title_at(doc, i, from, gaz).is_none() {
                break;
            }
        }
    }
    if best.is_some() {
        return best;
    }
    // after: "…، الأمين العام ل…" or "… وزير الخارجية"
    let mut i = to;
    let comma = i < range.end && matches!(doc.fold_of(i), "،" | "," | "-" | "(");
    if comma {
        i += 1;
    }
    if i >= range.end {
        return None;
    }
    let (words, cut) = title_at(doc, i, range.end, gaz)?;
    if cut > 0 {
        return None;
    }
    let mut end = i + words;
    while end < range.end && end - i < LONGEST && continues(doc, end, inside(end), gaz) {
        end += 1;
    }
    while end > i + words && JOINS.contains(&doc.fold_of(end - 1)) {
        end -= 1;
    }
    Some(doc.span_of(i, end))
}
