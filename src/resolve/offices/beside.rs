//! Role words beside a person's name.

use super::STOPS;
use crate::lang::gaz::{Gazetteer, Title};
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities::roles::RULE;
use crate::model::{EntityKind, Reading, Span, TokenKind};
use crate::text::Document;
use crate::text::clitics::strip_conjunction;

/// Words on each side of a name in which its role is looked for.
const WINDOW: usize = 11;

fn is_comma(w: &str) -> bool {
    matches!(w, "،" | "," | "؛")
}

fn is_quote(w: &str) -> bool {
    matches!(w, "\"" | "«" | "»" | "“" | "”" | "'" | "(" | ")")
}

/// The title that begins at token `i`, after a joined conjunction or preposition; with the bytes to skip.
pub(super) fn title_at(doc: &Document, i: usize) -> Option<(Title, usize)> {
    let g = Gazetteer::get();
    let w = doc.fold_of(i);
    // تحت حكم مادورو: rule, no referee
    if w == "حكم" && i > 0 && RULE.has(doc.fold_of(i - 1)) {
        return None;
    }
    // a part of a hashtag
    if i > 0 && doc.fold_of(i - 1) == "_" {
        return None;
    }
    if let Some(t) = g.title(w) {
        return Some((t, 0));
    }
    if matches!(w, "ومن" | "ولا") {
        return None;
    }
    for cut in crate::text::clitics::splits(w, 3).skip(1) {
        if let Some(t) = g.title(&w[cut..]) {
            return Some((t, cut));
        }
        // للرئيس: the article lost its alef
        if let Some(rest) = w[cut..].strip_prefix('ل')
            && cut > 0
            && w[..cut].ends_with('ل')
            && let Some(t) = g.title(&format!("ال{rest}"))
        {
            // the role begins behind both letters
            return Some((t, cut + 'ل'.len_utf8()));
        }
    }
    None
}

/// Those who are posted to a country or a body.
static POSTED: Words = Words::new(&words::NAMES, "one who is posted");

fn is_office(t: Title) -> bool {
    matches!(t.class, "office" | "royal" | "rank") && !t.plural
}

/// The role words beside a person's name: before it (`وزير الخارجية المصري` …), else behind it (…`، القائد العام للجيش
/// الليبي`). `busy` holds the spans of the document's persons, by start: a role never reaches over another name.
pub fn role_beside(doc: &Document, name: Span, busy: &[Span]) -> Option<Span> {
    if doc.tokens.is_empty() || doc.sentences.is_empty() {
        return None;
    }
    let first = doc.token_at(name.start);
    let last = doc.token_at(name.end.saturating_sub(1));
    let sentence = doc.sentence_tokens(doc.sentence_at(name.start));
    if !sentence.contains(&first) {
        return None;
    }
    let left = role_before(doc, first, sentence.start, busy);
    let strong = |s: Span| {
        let i = doc.token_at(s.start);
        title_at(doc, i).is_some_and(|(t, _)| t.class == "office" || t.class == "royal")
    };
    match left {
        Some(s) if strong(s) => Some(s),
        _ => role_behind(doc, last, sentence.end, busy).or(left),
    }
}

/// Is this a preposition right behind one who is posted somewhere and his country (`السفير الأمريكي في إسرائيل، ديفيد فريدمان`)?
fn is_posted(doc: &Document, i: usize) -> bool {
    let g = Gazetteer::get();
    let at = (1..=2).find(|n| i > *n && g.demonym(doc.fold_of(i - n)).is_none()).map_or(i, |n| i - n);
    doc.fold_of(i) == "في" && POSTED.has(strip_conjunction(doc.fold_of(at)))
}

fn in_other_name(span: Span, busy: &[Span]) -> bool {
    let at = busy.partition_point(|b| b.end <= span.start);
    busy.get(at).is_some_and(|b| b.overlaps(span))
}

fn role_before(doc: &Document, name: usize, from: usize, busy: &[Span]) -> Option<Span> {
    let mut start: Option<(usize, usize)> = None; // token, bytes to skip
    let mut end = name;
    let mut i = name;
    let mut commas = 0;
    let mut only_titles = true;
    while i > from && name - i < WINDOW {
        i -= 1;
        let w = doc.fold_of(i);
        if is_comma(w) {
            // «…، السفير محمد» and «رئيس …، حسن رشاد», once, with titles only behind it
            commas += 1;
            if commas > 1 || !only_titles {
                break;
            }
            if start.is_none() {
                end = i;
            }
            continue;
        }
        if is_quote(w) && i + 1 == name {
            end = i;
            continue;
        }
        if doc.tokens[i].kind != TokenKind::Arabic
            || STOPS.has(w)
            || in_other_name(doc.tokens[i].span, busy)
            || (matches!(w, "في" | "الي") && start.is_none() && commas > 0 && !is_posted(doc, i))
        {
            break;
        }
        match title_at(doc, i) {
            Some((t, cut)) if !t.plural => {
                // a conjunction joins another person: «… ووزير الخارجية محمد»
                start = Some((i, cut));
                if cut > 0 && w.starts_with(['و', 'ف']) {
                    break;
                }
            }
            // رئيس الوزراء الكندي، فلان: ministers that he heads
            Some(_) if i > from && title_at(doc, i - 1).is_some_and(|(t, _)| is_office(t) && !t.plural) => {
                only_titles = false;
            }
            Some(_) => break,
            None => {
                only_titles = false;
            }
        }
    }
    let (at, cut) = start?;
    // after a comma only an office may stand («قال الخبير، محمد» is no role chain, but costs nothing)
    let span = Span {
        start: if cut > 0 { doc.source_in_token(at, cut) } else { doc.tokens[at].span.start },
        end: doc.tokens[end - 1].span.end,
    };
    (span.start < span.end).then_some(span)
}

fn role_behind(doc: &Document, name: usize, to: usize, busy: &[Span]) -> Option<Span> {
    let mut i = name + 1;
    let mut comma = false;
    while i < to && (is_comma(doc.fold_of(i)) || is_quote(doc.fold_of(i))) {
        comma |= is_comma(doc.fold_of(i));
        i += 1;
        if i > name + 3 {
            return None;
        }
    }
    if i >= to {
        return None;
    }
    let (t, cut) = title_at(doc, i)?;
    if cut > 0 || t.plural || !matches!(t.class, "office" | "royal" | "profession") {
        return None;
    }
    // without a comma only an indefinite head goes with the name before it («حفتر قائد قوات شرق ليبيا»)
    if !comma && (doc.fold_of(i).starts_with("ال") || !is_office(t)) {
        return None;
    }
    let start = i;
    while i < to && i - start < WINDOW {
        let w = doc.fold_of(i);
        // the role runs into another name: it is that one's («السيسي وحفتر رئيس المخابرات عباس كامل»)
        if in_other_name(doc.tokens[i].span, busy) {
            return None;
        }
        if doc.tokens[i].kind != TokenKind::Arabic
            || i > start && (STOPS.has(w) || matches!(w, "في" | "الي") && !phrase_goes_on(doc, start, i))
        {
            break;
        }
        i += 1;
    }
    (i > start).then(|| doc.span_of(start, i))
}

/// «المبعوث الأممي إلى ليبيا»: the preposition belongs to an envoy's or representative's office.
fn phrase_goes_on(doc: &Document, start: usize, i: usize) -> bool {
    doc.fold_of(i) == "الي"
        && (start..i).any(|t| {
            let w = doc.fold_of(t);
            w.contains("مبعوث") || w.contains("ممثل") || w.contains("موفد")
        })
}

/// Fills `EntityMention::role` of persons where the tagger left it empty. Linear.
pub fn fill_roles(reading: &mut Reading) {
    let busy: Vec<Span> =
        reading.mentions.entities.iter().filter(|m| m.kind == EntityKind::Person).map(|m| m.span).collect();
    for i in 0..reading.mentions.entities.len() {
        let m = &reading.mentions.entities[i];
        if m.kind == EntityKind::Person && m.role.is_none() {
            let role = role_beside(&reading.doc, m.span, &busy);
            let named = |at: Span| reading.mentions.entities.iter().any(|e| e.span.overlaps(at));
            reading.mentions.entities[i].role = role.and_then(|r| tidy(&reading.doc, m.span, r, &named));
        }
    }
}

/// Words that begin a clause about the one named.
static CLAUSE: Words = Words::new(&words::NAMES, "opens a clause");

/// Prepositions in a role that explain its bare last word.
static WAITS: Words = Words::new(&words::NAMES, "word that a role waits at");

/// A role without the clause that follows it (والذي ينتهي عقده, وهو فلان); None where it is another's: a name with و of its
/// own does not take the role before it (لاعب هدرسفيلد، وبوني), nor does a name behind a noun of action (المدافع البرازيلي تسديدة
/// كيميش). `named` tells whether a span lies in a name.
pub(super) fn tidy(doc: &Document, name: Span, role: Span, named: &dyn Fn(Span) -> bool) -> Option<Span> {
    let first = doc.token_at(name.start);
    let before = role.end <= name.start;
    let (from, mut to) = (doc.token_at(role.start), doc.token_at(role.end.saturating_sub(1)) + 1);
    if before && name.start > doc.tokens[first].span.start && doc.fold_of(first).starts_with('و') {
        return None;
    }
    let clause = |w: &str| {
        let bare = w.strip_prefix('و').unwrap_or(w);
        CLAUSE.has(bare)
    };
    if let Some(k) = (from..to).find(|&k| clause(doc.fold_of(k))) {
        // before the name only a closing وهو may stand
        if before && k + 1 < to {
            return None;
        }
        to = k;
    }
    // نجل حفتر is not حفتر
    if to <= from || before && crate::mentions::entities::roles::is_of_another(doc.fold_of(to - 1)) {
        return None;
    }
    let last = doc.fold_of(to - 1);
    let definite = |w: &str| w.starts_with("ال") || w.starts_with("لل") || w.starts_with("بال") || w.starts_with("وال");
    if before
        && to - from > 1
        && definite(doc.fold_of(from))
        && !definite(last)
        && doc.tokens[to - 1].kind == TokenKind::Arabic
        && title_at(doc, to - 1).is_none()
        && Gazetteer::get().demonym(last).is_none()
        && !named(doc.tokens[to - 1].span)
        && !(from..to).any(|k| WAITS.has(doc.fold_of(k)))
    {
        return None;
    }
    Some(Span { start: role.start, end: doc.tokens[to - 1].span.end.min(role.end) })
}
