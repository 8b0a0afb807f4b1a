//! What workbook, page and terminal share: order of importance, passages, links to them, differing words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::tables::Context;
use crate::compare::facts::explain;
use crate::model::*;
use crate::text::Document;

/// The documents that state one value of a fact.
pub struct Group<'a> {
    /// The normalised value.
    pub value: &'a str,
    /// Where it stands, in order of documents.
    pub stated: Vec<&'a FactValue>,
}

impl<'a> Group<'a> {
    /// The place of the value that an explanation speaks of: by its outlet and words, or by its outlet; else the first.
    pub fn told(&self, report: &Report, why: &str) -> &'a FactValue {
        let doc = |v: &FactValue| &report.readings[v.doc as usize].doc;
        let outlet = |v: &&&FactValue| why.contains(doc(v).article.outlet.as_str());
        let words = |v: &&&FactValue| why.contains(doc(v).slice(v.span));
        let both = self.stated.iter().find(|v| outlet(v) && words(v));
        both.or_else(|| self.stated.iter().find(outlet)).unwrap_or(&self.stated[0])
    }
}

/// Values of a fact in order of first appearance.
pub fn groups(fact: &Fact) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for v in &fact.values {
        match groups.iter_mut().find(|g| g.value == v.value) {
            Some(g) => g.stated.push(v),
            None => groups.push(Group { value: &v.value, stated: vec![v] }),
        }
    }
    groups
}

/// What a fact compares, without the word for its type that leads it ("number: …"): a column or chip beside it says so.
pub fn subject(fact: &Fact) -> &str {
    let leads =
        |kind: &str| kind.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') || explain::HEADINGS.contains(&kind);
    match fact.subject.split_once(": ") {
        Some((kind, rest)) if !rest.is_empty() && leads(kind) => rest,
        _ => &fact.subject,
    }
}

/// Two values of a contradicted fact that exclude each other, by their places in [`groups`], and why.
pub struct Rivals<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// The one.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Why both cannot be true.
    pub why: &'a str,
}

/// All such pairs, in the order of [`contradicted`].
pub fn rivals(report: &Report) -> Vec<Rivals<'_>> {
    let mut out = Vec::new();
    for fact in contradicted(report) {
        let groups = groups(fact);
        for a in 0..groups.len() {
            for b in a + 1..groups.len() {
                if let Some(why) = fact.why(groups[a].value, groups[b].value) {
                    out.push(Rivals { fact, a, b, why });
                }
            }
        }
    }
    out
}

/// Contradicted facts: the severest first, then the surest.
pub fn contradicted(report: &Report) -> Vec<&Fact> {
    let mut order: Vec<&Fact> = report.facts.iter().filter(|f| f.verdict == Relation::Contradict).collect();
    order.sort_by(|a, b| {
        a.severity.cmp(&b.severity).then(b.confidence_0_1.total_cmp(&a.confidence_0_1)).then(a.id.cmp(&b.id))
    });
    order
}

/// Dating issues: the severest first, then the surest.
pub fn dating(report: &Report) -> Vec<&DatingIssue> {
    let mut order: Vec<&DatingIssue> = report.dating.iter().collect();
    order.sort_by(|a, b| {
        a.severity.cmp(&b.severity).then(b.confidence_0_1.total_cmp(&a.confidence_0_1)).then(a.id.cmp(&b.id))
    });
    order
}

/// All facts: contradicted, then compatible, then agreed; within these the severest, the one of most outlets, the
/// surest.
pub fn facts_in_order<'a>(c: &Context<'a>) -> Vec<&'a Fact> {
    let mut order: Vec<(usize, &Fact)> = c
        .report
        .facts
        .iter()
        .map(|f| (f.values.iter().map(|v| c.doc(v.doc).outlet.as_str()).collect::<BTreeSet<_>>().len(), f))
        .collect();
    let rank = |f: &Fact| match f.verdict {
        Relation::Contradict => 0,
        Relation::Compatible => 1,
        Relation::Agree => 2,
        Relation::Related => 3,
    };
    order.sort_by(|(na, a), (nb, b)| {
        let severity = |f: &Fact| if f.verdict == Relation::Contradict { f.severity as u8 } else { 0 };
        (rank(a), severity(a))
            .cmp(&(rank(b), severity(b)))
            .then(nb.cmp(na))
            .then(b.confidence_0_1.total_cmp(&a.confidence_0_1))
            .then(a.id.cmp(&b.id))
    });
    order.into_iter().map(|x| x.1).collect()
}

/// All outlets by name, those of unread articles too.
pub fn outlets(report: &Report) -> Vec<&str> {
    let set: BTreeSet<&str> =
        report.readings.iter().map(|r| &r.doc.article).chain(&report.unread).map(|a| a.outlet.as_str()).collect();
    set.into_iter().collect()
}

/// Story by id.
pub fn stories_by_id(report: &Report) -> BTreeMap<&str, (usize, &Story)> {
    report.stories.iter().enumerate().map(|(i, s)| (s.id.as_str(), (i, s))).collect()
}

/// A passage cut around a span: what stands before it in its sentence, the words, what stands after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// Before the words, cut at a word boundary.
    pub before: Cow<'a, str>,
    /// The words.
    pub words: &'a str,
    /// After the words.
    pub after: Cow<'a, str>,
}

/// Bytes of context on each side of the words; some 150 Arabic letters.
const CONTEXT_BYTES: usize = 300;

/// Cuts a passage. The span may lie outside the sentence (then the words stand alone) or be empty (then the sentence is
/// all context).
pub fn excerpt(doc: &Document, sentence: Span, span: Span) -> Excerpt<'_> {
    if span.is_empty() {
        return Excerpt { before: cut_end(doc.slice(sentence)), words: "", after: "".into() };
    }
    if !sentence.contains(span) {
        return Excerpt { before: "".into(), words: doc.slice(span), after: "".into() };
    }
    Excerpt {
        before: cut_start(doc.slice(Span { start: sentence.start, end: span.start })),
        words: doc.slice(span),
        after: cut_end(doc.slice(Span { start: span.end, end: sentence.end })),
    }
}

fn cut_start(s: &str) -> Cow<'_, str> {
    if s.len() <= CONTEXT_BYTES {
        return s.into();
    }
    let from = s.len() - CONTEXT_BYTES;
    match s.char_indices().find(|(i, c)| *i >= from && c.is_whitespace()) {
        Some((i, _)) => format!("…{}", &s[i..]).into(),
        None => "… ".into(),
    }
}

fn cut_end(s: &str) -> Cow<'_, str> {
    if s.len() <= CONTEXT_BYTES {
        return s.into();
    }
    match s.char_indices().take_while(|(i, _)| *i <= CONTEXT_BYTES).filter(|(_, c)| c.is_whitespace()).last() {
        Some((i, _)) => format!("{} …", &s[..i]).into(),
        None => " …".into(),
    }
}

/// An address that may be linked: http or https, no space or control character, at most 2,000 bytes.
pub fn safe_url(url: &str) -> Option<&str> {
    let url = url.trim();
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let ok = (lower.starts_with("http://") || lower.starts_with("https://"))
        && url.len() <= 2000
        && !url
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>') || is_bidi_control(c));
    ok.then_some(url)
}

/// Words at each end of a long passage that a text fragment quotes: enough to be unique, short enough for an address
/// (an Arabic letter costs six bytes when encoded).
const FRAGMENT_WORDS: usize = 4;

/// What a text fragment quotes of a passage: its first words, and its last when it is long.
/// Words are cut at white space only, so a fragment never starts inside a token.
pub fn fragment(passage: &str) -> (String, Option<String>) {
    let words: Vec<&str> = passage
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .collect();
    if words.len() <= 2 * FRAGMENT_WORDS && passage.split_whitespace().count() == words.len() {
        return (passage.split_whitespace().collect::<Vec<_>>().join(" "), None);
    }
    let raw: Vec<&str> = passage.split_whitespace().collect();
    let n = FRAGMENT_WORDS.min(raw.len());
    let trim = |s: String| s.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    (trim(raw[..n].join(" ")), Some(trim(raw[raw.len() - n..].join(" "))))
}

/// Address of a passage: the article's address with a text fragment (`#:~:text=first words,last words`).
pub fn passage_url(url: &str, passage: &str) -> Option<String> {
    let url = safe_url(url)?;
    let base = url.split('#').next().unwrap_or(url);
    let (first, last) = fragment(passage);
    if first.is_empty() {
        return Some(url.to_string());
    }
    let mut out = format!("{base}#:~:text={}", encode(&first));
    if let Some(last) = last.filter(|l| !l.is_empty()) {
        out.push(',');
        out.push_str(&encode(&last));
    }
    Some(out)
}

/// Percent-encodes all but unreserved characters; `-` too, which has a meaning in text fragments.
fn encode(s: &str) -> String {
    let mut out = String::with_capacity(s.len() * 3);
    for b in s.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'~') {
            out.push(b as char);
        } else {
            let _ = write!(out, "%{b:02X}");
        }
    }
    out
}

/// Characters that reorder what follows them: embeddings, overrides, isolates.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text for eyes: characters that reorder text are shown as ⟦U+202E⟧ and not obeyed; other control characters
/// become spaces.
pub fn shown(s: &str) -> Cow<'_, str> {
    if !s.chars().any(|c| is_bidi_control(c) || (c.is_control() && c != '\n')) {
        return s.into();
    }
    let mut out = String::with_capacity(s.len() + 16);
    for c in s.chars() {
        if is_bidi_control(c) {
            let _ = write!(out, "⟦U+{:04X}⟧", c as u32);
        } else if c.is_control() && c != '\n' {
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    out.into()
}

/// How a piece of evidence is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it is.
    Plain,
    /// The compared words.
    Value,
    /// A word that the other side does not have.
    Differs,
}

/// Two sentences are compared word by word when at least this share of the shorter one's words stand in both in the
/// same order; below it nearly every word would be marked, which shows nothing.
const MIN_SHARED: f64 = 0.4;
/// Longest sentence compared word by word.
const MAX_TOKENS: usize = 160;

/// Text in pieces, each with its mark.
pub type Pieces = Vec<(Mark, String)>;

/// The evidence of two sides, in pieces: the compared words marked, and the words that only one side has when the
/// sentences are alike. Quadratic in the words of a sentence, at most 160.
pub fn evidence_pair(a: (&Document, Span, Span), b: (&Document, Span, Span)) -> (Pieces, Pieces) {
    let tokens = |(doc, sentence, _): (&Document, Span, Span)| -> Vec<usize> {
        let from = doc.token_at(sentence.start);
        (from..doc.tokens.len())
            .take_while(|i| doc.tokens[*i].span.start < sentence.end)
            .filter(|i| doc.tokens[*i].kind != TokenKind::Punct)
            .collect()
    };
    let (ta, tb) = (tokens(a), tokens(b));
    let (mut only_a, mut only_b) = (Vec::new(), Vec::new());
    if ta.len() <= MAX_TOKENS && tb.len() <= MAX_TOKENS && !ta.is_empty() && !tb.is_empty() {
        let fa: Vec<&str> = ta.iter().map(|i| a.0.fold_of(*i)).collect();
        let fb: Vec<&str> = tb.iter().map(|i| b.0.fold_of(*i)).collect();
        let shared = common(&fa, &fb);
        if shared.len() as f64 >= MIN_SHARED * fa.len().min(fb.len()) as f64 && shared.len() > 2 {
            let mut in_a = vec![false; fa.len()];
            let mut in_b = vec![false; fb.len()];
            for (i, j) in shared {
                in_a[i] = true;
                in_b[j] = true;
            }
            only_a = ta.iter().zip(&in_a).filter(|(_, k)| !**k).map(|(i, _)| a.0.tokens[*i].span).collect();
            only_b = tb.iter().zip(&in_b).filter(|(_, k)| !**k).map(|(i, _)| b.0.tokens[*i].span).collect();
        }
    }
    (pieces(a.0, a.1, a.2, &only_a), pieces(b.0, b.1, b.2, &only_b))
}

/// Longest common subsequence as pairs of indices.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] = if a[i] == b[j] {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// A sentence in pieces around the compared words and the words that differ; neighbours of one kind are joined.
pub fn pieces(doc: &Document, sentence: Span, value: Span, differs: &[Span]) -> Vec<(Mark, String)> {
    let (text, base) = (doc.slice(sentence), sentence.start);
    let inside = sentence.contains(value) && !value.is_empty();
    if !inside && !value.is_empty() {
        return vec![(Mark::Value, doc.slice(value).to_string())];
    }
    // long sentences are cut around the words
    let mut window = (0usize, text.len());
    if text.len() > 3 * CONTEXT_BYTES {
        let at = if inside { (value.start - base) as usize } else { 0 };
        let until = if inside { (value.end - base) as usize } else { 0 };
        let space = |i: &(usize, char)| i.1.is_whitespace();
        let from = at.saturating_sub(CONTEXT_BYTES);
        if from > 0 {
            window.0 = text.char_indices().filter(space).map(|x| x.0).find(|i| *i >= from && *i <= at).unwrap_or(at);
        }
        let to = until + 2 * CONTEXT_BYTES;
        if to < text.len() {
            window.1 = text.char_indices().filter(space).map(|x| x.0).find(|i| *i >= to).unwrap_or(text.len());
        }
    }
    let mut marks: Vec<(usize, usize, Mark)> = differs
        .iter()
        .filter(|s| sentence.contains(**s) && !(inside && value.overlaps(**s)))
        .map(|s| ((s.start - base) as usize, (s.end - base) as usize, Mark::Differs))
        .collect();
    if inside {
        marks.push(((value.start - base) as usize, (value.end - base) as usize, Mark::Value));
    }
    marks.sort_by_key(|m| (m.0, m.1));
    let mut out: Vec<(Mark, String)> = Vec::new();
    let mut push = |mark: Mark, s: &str| {
        if s.is_empty() {
            return;
        }
        match out.last_mut() {
            Some(last) if last.0 == mark => last.1.push_str(s),
            _ => out.push((mark, s.to_string())),
        }
    };
    if window.0 > 0 {
        push(Mark::Plain, "…");
    }
    let mut at = window.0;
    for (start, end, mark) in marks {
        if start < at || end > window.1 {
            continue;
        }
        let gap = &text[at..start];
        // words that differ side by side are one stretch
        let blank = gap.trim().is_empty() && mark == Mark::Differs;
        push(if blank && at > window.0 { Mark::Differs } else { Mark::Plain }, gap);
        push(mark, &text[start..end]);
        at = end;
    }
    push(Mark::Plain, &text[at..window.1]);
    if window.1 < text.len() {
        push(Mark::Plain, " …");
    }
    out
}

/// The sentence that holds a span, or the span itself.
pub fn sentence_of(doc: &Document, span: Span) -> Span {
    if span.is_empty() || doc.sentences.is_empty() {
        return span;
    }
    let s = doc.sentences[doc.sentence_at(span.start)].span;
    if s.contains(span) { s } else { span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragment_quotes_both_ends_of_a_long_passage() {
        let (first, last) = fragment("قال الوزير إن الاجتماع الذي عقد أمس في العاصمة انتهى إلى اتفاق.");
        assert_eq!(first, "قال الوزير إن الاجتماع");
        assert_eq!(last.as_deref(), Some("العاصمة انتهى إلى اتفاق"));
        assert_eq!(fragment("ثلاثة قتلى"), ("ثلاثة قتلى".to_string(), None));
    }

    #[test]
    fn fragment_encodes_dash_and_comma() {
        let url = passage_url("https://a.example/x#top", "a-b, c").unwrap();
        assert_eq!(url, "https://a.example/x#:~:text=a%2Db%2C%20c");
        assert_eq!(passage_url("javascript:alert(1)", "x"), None);
    }

    #[test]
    fn controls_that_reorder_text_are_shown() {
        assert_eq!(shown("a\u{202e}b"), "a⟦U+202E⟧b");
        assert_eq!(shown("نص\u{200f} عادي"), "نص\u{200f} عادي");
    }

    #[test]
    fn differing_words_of_like_sentences_are_marked() {
        let a = Document::from_text("قتل ثلاثة أشخاص في انفجار سيارة بالمدينة");
        let b = Document::from_text("قتل خمسة أشخاص في انفجار شاحنة بالمدينة");
        let span = |d: &Document, w: &str| {
            let at = d.text().find(w).unwrap();
            Span::new(at, at + w.len())
        };
        let all = |d: &Document| Span::new(0, d.text().len());
        let (pa, pb) = evidence_pair((&a, all(&a), span(&a, "ثلاثة")), (&b, all(&b), span(&b, "خمسة")));
        assert!(pa.contains(&(Mark::Value, "ثلاثة".into())));
        assert!(pa.contains(&(Mark::Differs, "سيارة".into())), "{pa:?}");
        assert!(pb.contains(&(Mark::Differs, "شاحنة".into())));
        assert_eq!(pa.iter().map(|p| p.1.as_str()).collect::<String>(), a.text());
    }
}
