//! Text: `Article` → `Document`.
//!
//! - takes: an article and the stretches of noise found in it
//! - gives: tokens with folded forms, sentences; all spans point into the untouched text
//! - runs: per article
//! - cost: linear in the text
//! - data: none

pub mod clean;
pub mod clitics;
pub mod fold;
pub mod language;

use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Article, Noise, Sentence, Span, Token, TokenKind};
use fold::{CharClass, class, fold_char};

/// An article with its tokens and sentences. Tokens and sentences leave noise out.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// Folded tokens, joined by single spaces, in order (so a phrase can be searched in it).
    pub folded: String,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// What was left out.
    pub noise: Vec<Noise>,
}

/// Is a folded word a Latin letter as Arabic writes it out (بي.بي.سي, إس.إيه)? A single letter counts.
pub(crate) fn letter_name(word: &str) -> bool {
    static NAMES: Words = Words::new(&words::NAMES, "Latin letter");
    let bare = word.strip_prefix(['و', 'ل', 'ب']).filter(|w| w.chars().count() > 1).unwrap_or(word);
    word.chars().count() == 1 || NAMES.has(word) || NAMES.has(bare)
}

/// A sentence of more tokens than this is cut: no sentence of the press is half as long; a list or a broken file is.
const MOST_SENTENCE: usize = 600;

impl Document {
    /// Tokenises an article, leaving the given noise out. Linear.
    pub fn new(article: Article, mut noise: Vec<Noise>) -> Document {
        noise.sort_by_key(|n| (n.span.start, n.span.end));
        let mut doc = Document { article, noise, ..Document::default() };
        doc.tokenize();
        doc.split_sentences();
        doc
    }

    /// A document from bare text, for tests and `annotate`; the first line is no headline.
    pub fn from_text(text: &str) -> Document {
        let article = Article { doc_id: "text".into(), text: text.into(), language: "ar".into(), ..Article::default() };
        Document::new(article, Vec::new())
    }

    /// The untouched text.
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// The words that a span cuts.
    pub fn slice(&self, span: Span) -> &str {
        &self.article.text[span.range()]
    }

    /// The name that a span cuts, a hashtag as its words (`#رامي_سعد`).
    pub fn name_at(&self, span: Span) -> String {
        self.slice(span).trim_start_matches('#').replace('_', " ")
    }

    /// Folded form of token `i`.
    pub fn fold_of(&self, i: usize) -> &str {
        &self.folded[self.tokens[i].fold.range()]
    }

    /// Source text of token `i`.
    pub fn text_of(&self, i: usize) -> &str {
        self.slice(self.tokens[i].span)
    }

    /// Source span of tokens `from..to` (to exclusive, at least one token).
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        Span { start: self.tokens[from].span.start, end: self.tokens[to - 1].span.end }
    }

    /// True when nothing stands between token `i` and the next.
    pub fn glued(&self, i: usize) -> bool {
        i + 1 < self.tokens.len() && self.tokens[i].span.end == self.tokens[i + 1].span.start
    }

    /// Index of the first token that ends after `byte` (tokens.len() when none). Logarithmic.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= byte)
    }

    /// Index of the sentence that holds `byte`, or the next one after it. Logarithmic.
    pub fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|s| s.span.end <= byte).min(self.sentences.len().saturating_sub(1))
    }

    /// Token indices of a sentence.
    pub fn sentence_tokens(&self, sentence: usize) -> std::ops::Range<usize> {
        let r = &self.sentences[sentence].tokens;
        r.start as usize..r.end as usize
    }

    /// Source byte offset of the place `folded_bytes` into the folded form of token `i`: where the rest of a word
    /// begins after its proclitics. Walks the token's characters.
    pub fn source_in_token(&self, i: usize, folded_bytes: usize) -> u32 {
        let token = self.tokens[i];
        let mut buffer = String::new();
        for (at, c) in self.slice(token.span).char_indices() {
            if buffer.len() >= folded_bytes && class(c) != CharClass::Mark && class(c) != CharClass::Ignorable {
                return token.span.start + at as u32;
            }
            fold_char(c, &mut buffer);
        }
        token.span.end
    }

    fn tokenize(&mut self) {
        let text = self.article.text.clone();
        let mut folded = String::with_capacity(text.len());
        let mut tokens = Vec::with_capacity(text.len() / 9);
        let mut noise = self.noise.iter().peekable();
        let mut chars = text.char_indices().peekable();
        while let Some(&(at, c)) = chars.peek() {
            while noise.peek().is_some_and(|n| n.span.end as usize <= at) {
                noise.next();
            }
            if noise.peek().is_some_and(|n| n.span.start as usize <= at) {
                chars.next();
                continue;
            }
            let kind = match class(c) {
                CharClass::Space | CharClass::Ignorable | CharClass::Mark => {
                    chars.next();
                    continue;
                }
                CharClass::Punct => TokenKind::Punct,
                CharClass::Digit => TokenKind::Number,
                CharClass::Arabic => TokenKind::Arabic,
                CharClass::Latin => TokenKind::Latin,
            };
            let fold_start = folded.len();
            let mut end = at + c.len_utf8();
            fold_char(c, &mut folded);
            chars.next();
            if kind != TokenKind::Punct {
                while let Some(&(next_at, next)) = chars.peek() {
                    let same = match class(next) {
                        CharClass::Arabic => kind == TokenKind::Arabic,
                        CharClass::Latin => kind == TokenKind::Latin,
                        CharClass::Digit => kind == TokenKind::Number,
                        CharClass::Mark => kind != TokenKind::Number,
                        CharClass::Ignorable => {
                            chars.next();
                            continue;
                        }
                        _ => false,
                    };
                    if !same {
                        break;
                    }
                    end = next_at + next.len_utf8();
                    fold_char(next, &mut folded);
                    chars.next();
                }
            }
            if folded.len() > fold_start {
                tokens.push(Token { span: Span::new(at, end), fold: Span::new(fold_start, folded.len()), kind });
                folded.push(' ');
            }
        }
        self.folded = folded;
        self.tokens = tokens;
    }

    fn split_sentences(&mut self) {
        let text = self.article.text.clone();
        let title_len = self.article.title_len;
        let mut sentences: Vec<Sentence> = Vec::new();
        let mut paragraph = 0u32;
        let mut first = 0usize;
        let n = self.tokens.len();
        let mut i = 0usize;
        while i < n {
            let is_title = self.tokens[i].span.start < title_len;
            let gap_end = if i + 1 < n { self.tokens[i + 1].span.start } else { text.len() as u32 };
            let line_break = text[self.tokens[i].span.end as usize..gap_end as usize].contains('\n');
            let mut last = i;
            let mut stop = line_break || i + 1 == n;
            if !stop && !is_title && self.ends_sentence(i) {
                // closing marks that stick to the stop belong to the sentence
                while last + 1 < n
                    && self.glued(last)
                    && matches!(self.fold_of(last + 1), "\"" | "»" | "”" | "’" | ")" | "!" | "؟" | "?")
                {
                    last += 1;
                }
                stop = true;
            }
            // Some searches look back over a sentence: without an end it would cost the square of the text.
            if last + 1 - first >= MOST_SENTENCE {
                stop = true;
            }
            if stop {
                let gap_end = if last + 1 < n { self.tokens[last + 1].span.start } else { text.len() as u32 };
                let broke = text[self.tokens[last].span.end as usize..gap_end as usize].contains('\n');
                sentences.push(Sentence {
                    span: self.span_of(first, last + 1),
                    tokens: first as u32..last as u32 + 1,
                    paragraph,
                    is_title: self.tokens[first].span.start < title_len,
                });
                first = last + 1;
                if broke {
                    paragraph += 1;
                }
            }
            i = last + 1;
        }
        self.sentences = sentences;
    }

    /// Is token `i` a full stop, exclamation or question mark that ends a sentence?
    fn ends_sentence(&self, i: usize) -> bool {
        match self.fold_of(i) {
            "!" | "؟" | "?" => true,
            "." => {
                if i == 0 {
                    return false;
                }
                let before = self.tokens[i - 1];
                let next_glued = self.glued(i);
                let previous = self.fold_of(i - 1);
                // runs of dots are pauses in headlines and quotations, not ends
                if previous == "." || (next_glued && self.fold_of(i + 1) == ".") {
                    return false;
                }
                if next_glued {
                    let next = self.tokens[i + 1].kind;
                    let closing = matches!(self.fold_of(i + 1), "\"" | "»" | "”" | "’" | ")");
                    return match (before.kind, next) {
                        _ if closing => true,
                        // words glued to the stop: كذا.وقال
                        (TokenKind::Arabic, TokenKind::Arabic) => {
                            let next = self.fold_of(i + 1);
                            previous.chars().count() > 1
                                && !(letter_name(previous) && letter_name(next))
                                && !matches!(next, "نت" | "كوم" | "اورغ")
                        }
                        (TokenKind::Punct, TokenKind::Arabic) => true,
                        (TokenKind::Number, TokenKind::Arabic) => true,
                        _ => false,
                    };
                }
                // initials: د. أ. م. and Latin single letters
                !(matches!(before.kind, TokenKind::Arabic | TokenKind::Latin)
                    && previous.chars().count() == 1
                    && before.span.end == self.tokens[i].span.start)
            }
            _ => false,
        }
    }
}

/// Converts byte offsets of one text to code-point offsets; a checkpoint every 256 bytes.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

const CODE_POINT_STEP: usize = 256;

impl<'a> CodePoints<'a> {
    /// Indexes a text. Linear.
    pub fn new(text: &'a str) -> CodePoints<'a> {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / CODE_POINT_STEP + 1);
        let mut count = 0u32;
        for chunk in bytes.chunks(CODE_POINT_STEP) {
            marks.push(count);
            count += chunk.iter().filter(|b| (**b as i8) >= -0x40).count() as u32;
        }
        marks.push(count);
        CodePoints { text, marks }
    }

    /// Code points before byte offset `at` (which must lie on a character boundary). Constant.
    pub fn at(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let mark = at / CODE_POINT_STEP;
        let from = mark * CODE_POINT_STEP;
        self.marks[mark] + self.text.as_bytes()[from..at].iter().filter(|b| (**b as i8) >= -0x40).count() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let d = Document::from_text(text);
        d.sentences.iter().map(|s| d.slice(s.span).to_string()).collect()
    }

    #[test]
    fn decimals_initials_and_pauses_do_not_end_sentences() {
        assert_eq!(sentences("ارتفع 3.5 بالمئة. وقال د. أحمد.. نعم").len(), 2);
    }

    #[test]
    fn closing_mark_stays_with_its_sentence() {
        assert_eq!(sentences("قال \"لن نعود.\" وأضاف"), ["قال \"لن نعود.\"", "وأضاف"]);
    }

    #[test]
    fn digits_glued_to_letters_are_two_tokens() {
        let d = Document::from_text("18راكبا");
        assert_eq!(d.tokens.len(), 2);
        assert_eq!(d.fold_of(1), "راكبا");
    }

    #[test]
    fn place_after_a_proclitic_skips_its_marks() {
        let d = Document::from_text("وَالقاهرة");
        assert_eq!(&d.text()[d.source_in_token(0, "و".len()) as usize..], "القاهرة");
    }

    #[test]
    fn code_points_count_characters() {
        let t = "أب".repeat(400);
        let c = CodePoints::new(&t);
        assert_eq!(c.at(t.len() as u32), 800);
        assert_eq!(c.at(1000), 500);
    }
}
