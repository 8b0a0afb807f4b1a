//! Cleaning that keeps offsets: finds what is not the article's own text and leaves it out of extraction.
//!
//! Works on lines, since pages are saved as lines: readers' comments, menus, related stories, donation lines, credits
//! (phrases in `lang/ar/noise.tsv`), blobs, repeated paragraphs, lines that recur across an outlet's articles, and
//! teasers (the opening or headline of another article of the same outlet, standing alone on a line).

use std::sync::LazyLock;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::fold::{CharClass, class, fold};
use crate::lang::lexicon::Lexicon;
use crate::model::{Article, Noise, NoiseKind, Span};

/// A line in this many articles of one outlet is the outlet's furniture. On the ANT corpus menus, notices and
/// teasers recur ten times and more; genuine background paragraphs at most eight times.
const RECURS: u32 = 9;
/// Shorter paragraphs may be repeated on purpose (a refrain, a list head).
const REPEATED_WORDS: usize = 6;
/// A run of letters and digits without space as long as this is no word of any language.
const BLOB_RUN: usize = 60;
/// A line that is nothing but such a run is a blob from this length on, if it also mixes case and digits.
const BLOB_LINE: usize = 16;
/// Lines after a blob line at the end of the text belong to it while they are as short as this.
const AFTER_BLOB_WORDS: usize = 6;

/// What all articles together tell about lines: how often each recurs within its outlet, and which open an article.
#[derive(Debug, Default)]
pub struct Recurring {
    counts: FxHashMap<(u64, u64), u32>,
    openings: FxHashMap<(u64, u64), u32>,
}

struct Phrase {
    folded: String,
    place: Place,
    class: PhraseClass,
    most_words: usize,
}

#[derive(PartialEq)]
enum Place {
    Whole,
    Start,
    Any,
}

#[derive(Clone, Copy, PartialEq)]
enum PhraseClass {
    Comments,
    Next,
    Line(NoiseKind),
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("noise.tsv", include_str!("../lang/ar/noise.tsv"));
    let (phrase, place, kind, most) =
        (lexicon.column("phrase"), lexicon.column("match"), lexicon.column("class"), lexicon.column("most_words"));
    lexicon
        .rows
        .iter()
        .map(|r| Phrase {
            folded: fold(r.get(phrase)),
            place: match r.get(place) {
                "whole" => Place::Whole,
                "any" => Place::Any,
                _ => Place::Start,
            },
            class: match r.get(kind) {
                "comments" => PhraseClass::Comments,
                "next" => PhraseClass::Next,
                "credit" => PhraseClass::Line(NoiseKind::Credit),
                _ => PhraseClass::Line(NoiseKind::Navigation),
            },
            most_words: r.get(most).parse().unwrap_or(0),
        })
        .collect()
});

struct Line<'a> {
    span: Span,
    text: &'a str,
    folded: String,
    words: usize,
}

/// Non-empty lines, trimmed, with their places.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let mut at = 0usize;
    for raw in text.split_inclusive('\n') {
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let start = at + (raw.len() - raw.trim_start().len());
            let folded = fold(trimmed);
            out.push(Line {
                span: Span::new(start, start + trimmed.len()),
                text: trimmed,
                words: folded.split_whitespace().count(),
                folded,
            });
        }
        at += raw.len();
    }
    out
}

/// The line without a leading dateline (`دبي، الإمارات العربية المتحدة (CNN)-- `).
fn without_dateline(folded: &str) -> &str {
    let head_end = folded.char_indices().nth(70).map_or(folded.len(), |(i, _)| i);
    match folded[..head_end].find("--") {
        Some(i) => folded[i..].trim_start_matches(['-', ' ']),
        None => folded,
    }
}

/// Counts lines over all articles. Linear; the result does not depend on the order of the articles.
pub fn count_lines(articles: &[Article]) -> Recurring {
    let per_article: Vec<(u64, Vec<u64>, Vec<u64>)> = articles
        .par_iter()
        .map(|a| {
            let all = lines(&a.text);
            let mut hashes: Vec<u64> = all.iter().map(|l| xxh3_64(l.folded.as_bytes())).collect();
            hashes.sort_unstable();
            hashes.dedup();
            let title_lines = usize::from(a.title_len > 0);
            let mut openings: Vec<u64> = all
                .iter()
                .take(title_lines + 1)
                .filter(|l| l.words >= 4)
                .map(|l| xxh3_64(without_dateline(&l.folded).as_bytes()))
                .collect();
            openings.sort_unstable();
            openings.dedup();
            (xxh3_64(a.outlet.as_bytes()), hashes, openings)
        })
        .collect();
    let mut recurring = Recurring::default();
    for (outlet, hashes, openings) in per_article {
        for h in hashes {
            *recurring.counts.entry((outlet, h)).or_default() += 1;
        }
        for h in openings {
            *recurring.openings.entry((outlet, h)).or_default() += 1;
        }
    }
    recurring
}

/// The stretches of an article that do not count. Linear.
pub fn find_noise(article: &Article, recurring: &Recurring) -> Vec<Noise> {
    let all = lines(&article.text);
    let outlet = xxh3_64(article.outlet.as_bytes());
    let mut kinds: Vec<Option<NoiseKind>> = vec![None; all.len()];
    let own_openings: Vec<u64> = all.iter().take(2).map(|l| xxh3_64(without_dateline(&l.folded).as_bytes())).collect();
    let mut seen: FxHashMap<&str, ()> = FxHashMap::default();
    let mut after_blob = false;
    let mut i = 0;
    while i < all.len() {
        let line = &all[i];
        let is_title = line.span.start < article.title_len;
        let hash = xxh3_64(line.folded.as_bytes());
        kinds[i] = match phrase_class(line) {
            Some(PhraseClass::Comments) if !is_title && i > 0 => {
                kinds[i..].fill(Some(NoiseKind::Comments));
                break;
            }
            Some(PhraseClass::Next) => {
                if let Some(next) = all.get(i + 1)
                    && next.words <= 4
                {
                    kinds[i + 1] = Some(NoiseKind::Navigation);
                    i += 1;
                    kinds[i - 1] = Some(NoiseKind::Navigation);
                }
                Some(NoiseKind::Navigation)
            }
            Some(PhraseClass::Line(kind)) if !is_title => Some(kind),
            _ if is_blob(line.text) => {
                after_blob = true;
                Some(NoiseKind::Blob)
            }
            _ if is_title => None,
            _ if after_blob && line.words <= AFTER_BLOB_WORDS => Some(NoiseKind::Blob),
            _ if line.text.chars().all(|c| matches!(class(c), CharClass::Punct | CharClass::Space)) => {
                Some(NoiseKind::Boilerplate)
            }
            _ if recurring.counts.get(&(outlet, hash)).is_some_and(|n| *n >= RECURS) => Some(NoiseKind::Boilerplate),
            _ if i > 0
                && line.words >= 4
                && !own_openings.contains(&hash)
                && recurring.openings.contains_key(&(outlet, hash)) =>
            {
                Some(NoiseKind::Teaser)
            }
            _ if line.words >= REPEATED_WORDS && seen.contains_key(line.folded.as_str()) => Some(NoiseKind::Repeated),
            _ => None,
        };
        seen.insert(&line.folded, ());
        i += 1;
    }
    mark_link_lists(&all, article.title_len, &mut kinds);
    mark_unheaded_comments(&all, &mut kinds);
    all.iter().zip(kinds).filter_map(|(l, k)| k.map(|kind| Noise { span: l.span, kind })).collect()
}

fn phrase_class(line: &Line) -> Option<PhraseClass> {
    if line.words > 60 {
        return None;
    }
    // A heading may count what stands below it: `تعليقات القراء (3)`.
    let bare = line.folded.trim_end_matches([':', ' ', '.', '،', '(', ')', '[', ']']);
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches([' ', '(', '[', ':']);
    PHRASES
        .iter()
        .find(|p| {
            (p.most_words == 0 || line.words <= p.most_words)
                && match p.place {
                    Place::Whole => bare == p.folded,
                    Place::Start => line.folded.starts_with(&p.folded),
                    Place::Any => line.folded.contains(&p.folded),
                }
        })
        .map(|p| p.class)
}

fn is_blob(line: &str) -> bool {
    let code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '_' | '-');
    let mut words = line.split_whitespace();
    if line.split_whitespace().any(|w| {
        w.len() >= BLOB_RUN
            && w.chars().all(code)
            && w.bytes().filter(u8::is_ascii_alphanumeric).count() * 4 > w.len() * 3
    }) {
        return true;
    }
    match (words.next(), words.next()) {
        (Some(w), None) => {
            w.len() >= BLOB_LINE
                && w.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='))
                && w.bytes().any(|b| b.is_ascii_digit())
                && w.bytes().any(|b| b.is_ascii_uppercase())
                && w.bytes().any(|b| b.is_ascii_lowercase())
        }
        _ => false,
    }
}

/// Two or more neighbouring lines that begin with a dash and read like headlines of other stories (no full stop, and
/// one of them with a headline's pause, guillemets or colon), not introduced by a colon: links to related stories.
fn mark_link_lists(all: &[Line], title_len: u32, kinds: &mut [Option<NoiseKind>]) {
    let dash = |l: &Line| {
        l.span.start >= title_len
            && l.text.starts_with(['-', '–', '•'])
            && (4..=18).contains(&l.words)
            && !l.text.ends_with(['.', '؟', ':', '؛', '،'])
    };
    let mut i = 0;
    while i < all.len() {
        let mut j = i;
        while j < all.len() && dash(&all[j]) {
            j += 1;
        }
        let headline = |l: &Line| l.text.contains("..") || l.text.contains('«') || l.text.contains(": ");
        let introduced = i > 0 && all[i - 1].text.ends_with(':');
        if j >= i + 2 && !introduced && all[i..j].iter().any(headline) {
            kinds[i..j].fill(Some(NoiseKind::Navigation));
        }
        i = j.max(i + 1);
    }
}

/// Comments without a heading: `name -` on a line, then a line that begins with its age (`منذ 7 ساعات…`), twice or
/// more; everything from the first on.
fn mark_unheaded_comments(all: &[Line], kinds: &mut [Option<NoiseKind>]) {
    let at: Vec<usize> = (0..all.len().saturating_sub(1))
        .filter(|&i| {
            all[i].text.ends_with('-')
                && all[i].words <= 6
                && all[i + 1].folded.starts_with("منذ ")
                && kinds[i].is_none()
        })
        .collect();
    if let (Some(&first), true) = (at.first(), at.len() >= 2) {
        kinds[first..].fill(Some(NoiseKind::Comments));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise_of(text: &str) -> Vec<(String, NoiseKind)> {
        let article = Article { outlet: "o".into(), text: text.into(), ..Article::default() };
        find_noise(&article, &Recurring::default())
            .into_iter()
            .map(|n| (text[n.span.range()].to_string(), n.kind))
            .collect()
    }

    #[test]
    fn comments_run_to_the_end() {
        let found = noise_of("وصل الوزير أمس.\nالتعليقات\nسمير -\nكلام جميل");
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|f| f.1 == NoiseKind::Comments));
    }

    #[test]
    fn heading_that_counts_its_comments() {
        assert_eq!(noise_of("وصل الوزير أمس.\nتعليقات القراء (٣)\nسمير: كلام").len(), 2);
        assert_eq!(noise_of("وصل الوزير أمس.\nشارك الخبر: فيسبوك - واتساب").len(), 1);
    }

    #[test]
    fn encoded_line_and_what_trails_it_are_a_blob() {
        let found = noise_of("انتهى الاجتماع.\naGVsbG8gd29ybGQgMTIzNA\nقرية بعيدة");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn list_of_results_is_kept_and_links_are_not() {
        assert!(
            noise_of("أبرز المحاور:\n- تعزيز التعاون بين البلدين الجارين\n- فتح معابر جديدة على الحدود").is_empty()
        );
        assert_eq!(
            noise_of("قال الوزير كلاما.\n- زيارة مفاجئة.. الرئيس في العاصمة\n- «أزمة الماء» تعود إلى الواجهة").len(),
            2
        );
    }

    #[test]
    fn second_copy_of_a_paragraph_is_left_out() {
        let p = "أعلنت الوزارة أمس بدء العمل في الجسر الجديد";
        assert_eq!(noise_of(&format!("{p}\nثم قالت إن العمل مستمر.\n{p}")).len(), 1);
    }

    #[test]
    fn opening_of_another_article_is_a_teaser() {
        let a = |id: &str, text: &str| Article {
            doc_id: id.into(),
            outlet: "o".into(),
            text: text.into(),
            ..Article::default()
        };
        let one = a("1", "أعلنت الشركة نتائجها للربع الأول\nوقالت إنها جيدة");
        let two = a("2", "فاز الفريق في المباراة الأخيرة\nوسجل هدفين\nأعلنت الشركة نتائجها للربع الأول");
        let recurring = count_lines(&[one, two.clone()]);
        let found = find_noise(&two, &recurring);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, NoiseKind::Teaser);
    }
}
