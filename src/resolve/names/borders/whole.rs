//! Names that are known as wholes: where one stands in the text around a name that was taken for a piece of it, the name is the whole
//! (نوفوستي in ريا نوفوستي, مون جاي in مون جاي إن). The wholes are those of whole_names.tsv and the bodies and persons of the lists.
//!
//! - cost: a look at the few words before a mention, and at the wholes that begin with one of them

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters::JOINED;
use super::name::{Name, is_noun_of_kind};
use super::{Change, doc_word};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Lexicon;
use crate::model::EntityKind;
use crate::text::fold::fold;

/// Words before a name that may begin its whole.
const BEFORE: usize = 5;

/// A known whole: its words behind the first, its kind.
struct Whole {
    rest: Vec<String>,
    kind: EntityKind,
    /// Of whole_names.tsv: a piece that the lists have for another name is this name's, too.
    sure: bool,
}

/// The wholes by their first word, the longest first.
static WHOLES: LazyLock<FxHashMap<String, Vec<Whole>>> = LazyLock::new(|| {
    let mut out: FxHashMap<String, Vec<Whole>> = FxHashMap::default();
    let mut add = |text: &str, kind: EntityKind, sure: bool| {
        let mut words = text.split(' ');
        let first = words.next().unwrap_or_default().to_string();
        let rest: Vec<String> = words.map(str::to_string).collect();
        if !rest.is_empty() {
            out.entry(first).or_default().push(Whole { rest, kind, sure });
        }
    };
    let l = Lexicon::parse("whole_names.tsv", include_str!("../../../lang/ar/whole_names.tsv"));
    let (name, kind) = (l.column("name"), l.column("kind"));
    for r in &l.rows {
        let kind = match r.get(kind) {
            "PER" => EntityKind::Person,
            "ORG" => EntityKind::Organisation,
            "LOC" => EntityKind::Place,
            _ => EntityKind::Other,
        };
        add(&fold(r.get(name)), kind, true);
    }
    let gaz = Gazetteer::get();
    for (key, entities) in gaz.all_names() {
        let kind = gaz.known[entities[0] as usize].kind;
        let one = entities.iter().all(|e| gaz.known[*e as usize].kind == kind);
        // صحيفة الحياة: the noun stays outside
        let headed = key.split(' ').next().is_some_and(|w| is_noun_of_kind(w, gaz));
        // ريال مدريد الإسباني: the adjective, too
        let of_country = key.split(' ').next_back().is_some_and(|w| gaz.demonym(w).is_some());
        if one && !headed && !of_country && matches!(kind, EntityKind::Person | EntityKind::Organisation) {
            add(key, kind, false);
        }
    }
    #[allow(clippy::iter_over_hash_type)] // each list is sorted by itself
    for list in out.values_mut() {
        list.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
    }
    out
});

impl Name<'_> {
    /// The whole around the name.
    pub(super) fn known_whole(&self) -> Option<Change> {
        let listed = self.gaz.classes(self.text) != 0;
        (0..=BEFORE.min(self.from)).rev().find_map(|n| {
            let begin = self.from - n;
            self.is_free(begin).then_some(())?;
            let word = doc_word(self.r, self.look, begin);
            // the letter before the name itself may have been cut off already
            JOINED.iter().find_map(|p| {
                let first = word.strip_prefix(p).filter(|w| w.chars().count() >= 2)?;
                let whole = WHOLES.get(first)?.iter().find(|w| (w.sure || !listed) && self.is_piece(begin, w))?;
                let end = begin + 1 + whole.rest.len();
                Some(Change::Around(begin, p.len(), end, whole.kind))
            })
        })
    }

    /// Is the word in the sentence of the name, and behind every name that does not stand in between?
    fn is_free(&self, begin: usize) -> bool {
        let sentence = self.r.doc.sentence_tokens(self.m.sentence as usize).start;
        let others = &self.look.at[..self.k];
        self.look.words[begin] as usize >= sentence
            && others.iter().rev().take(BEFORE).all(|o| o.1 <= begin || o.0 >= begin)
    }

    /// Does the whole that begins at a word hold the name and more, in one sentence, without cutting another name?
    fn is_piece(&self, begin: usize, whole: &Whole) -> bool {
        let end = begin + 1 + whole.rest.len();
        let (doc, words) = (&self.r.doc, &self.look.words);
        let longer = end >= self.to && end - begin > self.to - self.from && end <= words.len();
        // صحيفة "ماركا" الإسبانية
        let marked =
            || (words[begin]..words[end - 1]).any(|t| matches!(doc.text_of(t as usize), "\"" | "«" | "»" | "“" | "”"));
        longer
            && !marked()
            && (words[end - 1] as usize) < doc.sentence_tokens(self.m.sentence as usize).end
            && whole.rest.iter().enumerate().all(|(i, w)| doc_word(self.r, self.look, begin + 1 + i) == w)
            && self.look.at[self.k + 1..].iter().take(BEFORE).all(|o| o.0 >= end || o.1 <= end)
    }
}
