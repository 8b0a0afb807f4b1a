//! The names of an article among which a speaker is looked for: institutions behind a noun, governments, states.

use super::identify::Known;
use super::offices::{Office, offices};
use super::words::{content_words, is, national, plain};
use crate::lang::gaz::{Gazetteer, key};
use crate::model::{Claim, Entity, EntityKind, EntityMention, Span, SpeakerKind};
use crate::text::Document;
use crate::text::clitics;
use crate::text::fold::fold;

/// Who is named in an article, and who of them holds which office.
pub(super) struct People<'a> {
    pub doc: &'a Document,
    pub mentions: &'a [EntityMention],
    pub claims: &'a [Claim],
    /// The run's entities.
    pub entities: &'a [Entity],
    pub offices: Vec<Office>,
}

impl<'a> People<'a> {
    pub fn new(
        doc: &'a Document,
        mentions: &'a [EntityMention],
        claims: &'a [Claim],
        entities: &'a [Entity],
    ) -> People<'a> {
        People { doc, mentions, claims, entities, offices: offices(doc, mentions, claims) }
    }

    pub fn entity(&self, id: u32) -> &'a Entity {
        &self.entities[id as usize]
    }

    pub fn is_body(&self, id: Option<u32>) -> bool {
        id.is_some_and(|id| self.entity(id).kind == EntityKind::Organisation)
    }

    /// The tagged name at a place.
    pub fn at(&self, span: Span) -> Option<&'a EntityMention> {
        best_mention(self.mentions, span)
    }

    /// The names of several speakers that و joins in one span, each in its fullest form: السعودية والإمارات.
    pub fn together(&self, span: Span) -> Option<String> {
        let from = self.mentions.partition_point(|m| m.span.start < span.start);
        let inside: Vec<&EntityMention> = self.mentions[from..]
            .iter()
            .take_while(|m| m.span.start < span.end)
            .filter(|m| m.span.end <= span.end && m.kind != EntityKind::Other)
            .collect();
        let [first, rest @ ..] = inside.as_slice() else { return None };
        let text = self.doc.text();
        let joined = |m: &&EntityMention| {
            text[..m.span.start as usize].ends_with('و')
                || text[first.span.end as usize..m.span.start as usize].trim_start().starts_with('و')
                    && m.kind == EntityKind::Person
        };
        // وزير الخارجية والمغتربين فلان, هيئة الإذاعة: the first has to open the span
        let opens = first.span.start == span.start;
        if !opens || rest.is_empty() || !rest.iter().all(joined) || rest.iter().any(|m| m.entity == first.entity) {
            return None;
        }
        let names = inside.iter().map(|m| m.entity.map(|id| self.entity(id).name.clone()));
        names.collect::<Option<Vec<String>>>().map(|n| n.join(" و"))
    }

    /// Whoever issued the paper that stood last before `at`, when a verb says so: أصدرت الشركة بيانا … وأضاف البيان.
    pub fn issuer(&self, noun: &str, at: u32) -> Option<Known> {
        const ISSUED: [&str; 8] = ["اصدر", "اصدرت", "نشر", "نشرت", "وزع", "وزعت", "تصدر", "يصدر"];
        let doc = self.doc;
        let s = doc.sentence_at(at);
        let paper = |&k: &usize| doc.tokens[k].span.start < at && doc.fold_of(k).strip_suffix('ا') == Some(noun);
        let k = (s.saturating_sub(3)..=s).rev().find_map(|s| doc.sentence_tokens(s).rev().find(paper))?;
        let from = doc.sentence_tokens(doc.sentence_at(doc.tokens[k].span.start)).start.max(k.saturating_sub(12));
        let issued = |&v: &usize| {
            let word = doc.fold_of(v);
            ISSUED.contains(&word.strip_prefix('و').unwrap_or(word))
        };
        let verb = (from..k).rev().find(issued)?;
        let (lo, hi) = (doc.tokens[verb].span.end, doc.tokens[k].span.start);
        let m = self.mentions.iter().find(|m| m.span.start >= lo && m.span.end <= hi)?;
        let near = doc.slice(Span { start: lo, end: m.span.start }).split_whitespace().count() <= 2;
        if !near || m.kind == EntityKind::Person || m.kind == EntityKind::Other {
            return None;
        }
        let e = self.entity(m.entity?);
        let words = content_words(&e.name);
        let kind = kind_of(e.kind, SpeakerKind::Organisation);
        let issuer = Known::new(e.name.clone(), m.entity, kind, words.clone(), words);
        Some(Known { paper: noun.to_string(), ..issuer })
    }

    /// The government or presidency of a country whose capital or house the span names, when the article names it too.
    pub fn government(&self, span: Span) -> Option<u32> {
        let gaz = Gazetteer::get();
        let key = key(self.doc.slice(span));
        let code = gaz.government(&key)?;
        let adjectives = gaz.adjectives(code)?.map(fold);
        let house = key.split(' ').next() == Some("قصر") || gaz.capital(&key).is_none();
        let bodies: &[&str] = if house { &["الرياسه", "الحكومه"] } else { &["الحكومه"] };
        let named = |m: &&EntityMention, body: &str| {
            let name = fold(self.doc.slice(m.span));
            let words: Vec<&str> = name.split_whitespace().collect();
            matches!(words[..], [noun, of] if noun == body && adjectives.iter().any(|a| a == of))
        };
        let bodies_named = || self.mentions.iter().filter(|m| m.kind == EntityKind::Organisation && m.entity.is_some());
        bodies.iter().find_map(|body| bodies_named().find(|m| named(m, body)))?.entity
    }

    /// The state whose capital the span names, when the article names the state too: أنقرة speaks for تركيا. A capital that
    /// is called as a country is (الجزائر) stays what it is.
    pub fn state(&self, span: Span) -> Option<u32> {
        let gaz = Gazetteer::get();
        let key_of = |span| key(&plain(self.doc.slice(span)));
        let capital = key_of(span);
        let code = gaz.capital(&capital).filter(|_| gaz.country(&capital).is_none())?;
        let named = |m: &&EntityMention| {
            m.kind == EntityKind::Place && m.entity.is_some() && gaz.country(&key_of(m.span)) == Some(code)
        };
        self.mentions.iter().find(named)?.entity
    }

    /// The last name before `at` that begins with the noun or stands right after it: نادي كذا، منظمة "كذا".
    pub fn institution(&self, noun: &str, at: u32) -> Option<u32> {
        let (before, behind) = self.mentions.split_at(self.mentions.partition_point(|m| m.span.start < at));
        let near = before.iter().rev().take(60).chain(behind.iter().take(20));
        near.filter(|m| m.kind != EntityKind::Person && m.span.start != at)
            .find(|m| m.entity.is_some_and(|id| self.is_called(m, id, noun, at)))?
            .entity
    }

    /// Does a name begin with the noun, or stand right after it?
    fn is_called(&self, m: &EntityMention, id: u32, noun: &str, at: u32) -> bool {
        let (text, own) = (self.doc.text(), self.doc.slice(m.span));
        // وطالبت المجموعة لجنة كذا: the name after the words themselves is another's
        if m.span.start > at && !text[at as usize..m.span.start as usize].trim_end().contains([' ', '"', '«']) {
            return false;
        }
        let words = content_words(own);
        let begins = words.len() > 1
            && (words[0] == noun && !own.starts_with("ال")
                || content_words(&self.entity(id).name).first().is_some_and(|w| w == noun));
        let before = &text[..m.span.start as usize];
        let from = (before.len().saturating_sub(48)..).find(|&i| before.is_char_boundary(i)).unwrap_or(0);
        let last = before[from..].rsplit([' ', '\n']).find(|w| w.chars().any(char::is_alphabetic)).unwrap_or("");
        let after = |w: &String| w == noun || w.strip_prefix(['و', 'ل', 'ب']).is_some_and(|r| r == noun);
        begins || content_words(last).first().is_some_and(after)
    }

    /// موقع "كذا": the last name in marks before `at` behind the noun, when nobody tagged it; in the three sentences before.
    pub fn called(&self, noun: &str, at: u32) -> Option<String> {
        let doc = self.doc;
        let from = doc.sentences[doc.sentence_at(at).saturating_sub(3)].span.start;
        let text = doc.text().get(from as usize..at as usize)?;
        let mut marks = text.rmatch_indices(['"', '«', '“']).map(|(i, m)| (&text[..i], &text[i + m.len()..]));
        let (_, mark) = marks.find(|(before, mark)| {
            let last = fold(before.split_whitespace().next_back().unwrap_or(""));
            let last = clitics::strip_conjunction(&last);
            (last == noun || last.strip_prefix(['ل', 'ب']).is_some_and(|r| r == noun))
                && before.ends_with(' ')
                && mark.starts_with(char::is_alphabetic)
        })?;
        let name = mark.split(['"', '»', '”', '\n', '،', '.']).next()?.trim();
        (1..=5).contains(&name.split_whitespace().count()).then(|| name.to_string())
    }

    /// The institution named at the front of a span: at its very beginning, or after a noun that says what it is.
    pub fn named_institution(&self, span: Span) -> Option<u32> {
        let doc = self.doc;
        let m = self.mentions[self.mentions.partition_point(|m| m.span.end <= span.start)..].first()?;
        if m.kind != EntityKind::Organisation || m.span.end > span.end {
            return None;
        }
        let fits = if m.span.start <= span.start {
            // what follows must not be a further part of the name: … التابعة للأمم المتحدة, … البريطانية
            let rest = fold(doc.slice(Span { start: m.span.end, end: span.end }));
            let mut words = rest.split_whitespace().peekable();
            words.peek().is_some_and(|w| matches!(*w, "التابع" | "التابعه" | "الموالي" | "المواليه"))
                || words.all(national)
        } else {
            let front = content_words(doc.slice(Span { start: span.start, end: m.span.start }));
            front.len() == 1 && is(&front[0], "named")
        };
        m.entity.filter(|_| fits)
    }

    /// The tagged name that opens a pair of marks right after the span.
    pub fn named_after(&self, span: Span) -> Option<u32> {
        let text = self.doc.text();
        let rest = &text[span.end as usize..];
        let gap = &rest[..rest.len() - rest.trim_start_matches([' ', '"', '«', '“']).len()];
        if gap.len() < 2 || !gap.contains(['"', '«', '“']) {
            return None;
        }
        let at = span.end + gap.len() as u32;
        let m = self.mentions.get(self.mentions.partition_point(|m| m.span.start < at))?;
        // not the first name of a quotation: وأضافت الصحيفة "فلان يقدم …"
        let closes = || text[m.span.end as usize..].trim_start().starts_with(['"', '»', '”']);
        m.entity.filter(|_| m.span.start == at && closes())
    }
}

/// The tagged mention that overlaps the span most; persons before institutions before places.
pub(super) fn best_mention(mentions: &[EntityMention], span: Span) -> Option<&EntityMention> {
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    let over = mentions[from..].iter().take_while(|m| m.span.start < span.end);
    over.filter(|m| m.kind != EntityKind::Other).max_by_key(|m| {
        let shared = m.span.end.min(span.end).saturating_sub(m.span.start.max(span.start));
        (m.kind == EntityKind::Person, shared, std::cmp::Reverse(m.span.start))
    })
}

/// What a speaker is whom the tagger took for an entity of a kind.
pub(super) fn kind_of(entity: EntityKind, kind: SpeakerKind) -> SpeakerKind {
    match entity {
        EntityKind::Person => SpeakerKind::Named,
        _ if kind == SpeakerKind::Document => SpeakerKind::Document,
        _ => SpeakerKind::Organisation,
    }
}
