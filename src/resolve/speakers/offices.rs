//! Who holds which office in an article.

use super::held;
use super::people::{People, best_mention};
use super::words::{close, content_words, half, has_close, national, nations, personal, plain};
use crate::lang::gaz::{Gazetteer, key};
use crate::model::{Claim, EntityKind, EntityMention, Span, SpeakerKind};
use crate::text::Document;
use crate::text::clitics;

/// A name that stands beside an office in the article.
#[derive(Debug)]
pub(super) struct Office {
    /// Folded words of the role.
    pub role: Vec<String>,
    pub name: String,
    pub entity: Option<u32>,
    pub start: u32,
}

/// Names with their roles, from tagged mentions and from the speakers of claims, by place.
pub(super) fn offices(doc: &Document, mentions: &[EntityMention], claims: &[Claim]) -> Vec<Office> {
    let of = |role: Vec<String>, m: &EntityMention| Office {
        role,
        name: plain(doc.slice(m.span)),
        entity: m.entity,
        start: m.span.start,
    };
    let mut out: Vec<Office> = Vec::new();
    let people = || mentions.iter().filter(|m| m.kind == EntityKind::Person);
    let bare = || people().filter(|m| m.role.is_none());
    out.extend(people().filter_map(|m| {
        // متحدث باسم رئيسة الوزراء فلانة: hers is the second
        let role = doc.slice(m.role?);
        let role = role.split_once(" باسم ").filter(|(_, o)| speaks(role) && personal(o)).map_or(role, |(_, o)| o);
        Some(of(content_words(role), m))
    }));
    out.extend(bare().map(|m| of(before_name(doc, m.span), m)).filter(|o| !o.role.is_empty()));
    out.extend(bare().flat_map(|m| apposed(doc, m.span).map(move |role| of(content_words(role), m))));
    for c in claims.iter().filter(|c| c.speaker_kind == SpeakerKind::Named) {
        if let (Some(s), Some(r)) = (c.speaker, c.speaker_role)
            && !s.overlaps(r)
        {
            let entity = best_mention(mentions, s).filter(|m| m.kind == EntityKind::Person).and_then(|m| m.entity);
            out.push(Office { role: content_words(doc.slice(r)), name: plain(doc.slice(s)), entity, start: s.start });
        }
    }
    out.sort_by_key(|o| o.start);
    out
}

/// Does a role begin with the noun of a spokesman?
fn speaks(role: &str) -> bool {
    ["متحدث", "ناطق"].iter().any(|w| role.starts_with(w))
}

/// What two words right before a name say of its bearer: الأرجنتيني فلان، مدرب كذا.
fn before_name(doc: &Document, name: Span) -> Vec<String> {
    let before = doc.text()[..name.start as usize].trim_end_matches(' ');
    let mut words = before.rsplit(char::is_whitespace);
    let (last, other) = (words.next().unwrap_or(""), words.next());
    // النيابة، على لسان المتحدثة باسمها فلانة
    if let Some(speaking) = other
        && matches!(last, "باسمه" | "باسمها" | "باسمهم" | "باسمهما")
        && let Some(head) = content_words(speaking.trim_start_matches('و')).into_iter().next()
        && speaks(&head)
    {
        return vec![head];
    }
    let nation = |w: &str| {
        let w = w.trim_start_matches('و');
        let words = if w.starts_with("ال") { content_words(w) } else { Vec::new() };
        words.first().is_some_and(|w| national(w) || half(w)).then_some(words)
    };
    let mut role: Vec<String> = [Some(last), other].into_iter().flatten().map_while(nation).flatten().collect();
    role.reverse();
    role
}

/// Offices between commas beside a name: `الأمين العام لحزب الله، فلان، `, `فلان، وزير الخارجية السعودي، `.
fn apposed(doc: &Document, name: Span) -> impl Iterator<Item = &str> {
    let stop = |c: char| matches!(c, '،' | ',' | '.' | ':' | '"' | '\n' | '(' | ')' | '؛');
    let before = doc.text()[..name.start as usize].trim_end();
    let before = before.strip_suffix(['،', ',']).map(|t| &t[t.rfind(stop).map_or(0, |i| i + stop_len(t, i))..]);
    let after = doc.text()[name.end as usize..].strip_prefix(['،', ',']);
    let after = after.and_then(|t| t.find(stop).filter(|&i| t[i..].starts_with(['،', ','])).map(|i| &t[..i]));
    let office = |w: &str| {
        let w = key(w);
        Gazetteer::get()
            .title(clitics::strip_article(&w))
            .is_some_and(|t| !t.plural && matches!(t.class, "office" | "profession" | "royal"))
            || matches!(w.as_str(), "نظيره" | "نظيرها" | "نظيرته" | "نظيرتها")
    };
    // after the verb: أكد [الأمين العام لحزب الله]
    let before = before.and_then(|t| {
        let words: Vec<&str> = t.split_whitespace().collect();
        let first = words.iter().position(|w| office(w))?;
        (words.len() - first <= 10 && first <= 6).then(|| &t[words[first].as_ptr() as usize - t.as_ptr() as usize..])
    });
    let after = after.filter(|t| t.split_whitespace().next().is_some_and(office) && t.split_whitespace().count() <= 10);
    before.into_iter().chain(after)
}

fn stop_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Do two roles begin with one office: the same noun, or one of two that mean the same (ناطق and متحدث, عاهل and ملك)?
pub(super) fn same_office_head(role: &[String], own: &[String]) -> bool {
    const SAME: [[&str; 2]; 3] = [["ناطق", "متحدث"], ["عاهل", "ملك"], ["ناطقه", "متحدثه"]];
    let (Some(r), Some(w)) = (role.first(), own.first()) else { return false };
    (close(r, w) && r.ends_with('ه') == w.ends_with('ه'))
        || SAME.iter().any(|s| s.contains(&r.as_str()) && s.contains(&w.as_str()))
}

/// An office that is told without a name: its words, the countries that they tell, and where it stands.
pub(super) struct Sought<'a> {
    pub own: &'a [String],
    pub definite: bool,
    pub at: u32,
    nations: Vec<&'static str>,
}

impl<'a> Sought<'a> {
    pub fn new(own: &'a [String], definite: bool, at: u32) -> Sought<'a> {
        Sought { own, definite, at, nations: nations(own) }
    }

    /// The holder of the office: its head noun agrees and two thirds of its words are among the role's, those before the
    /// place first, nearest first.
    pub fn holder<'o>(&self, offices: &'o [Office]) -> Option<&'o Office> {
        let (before, behind) = offices.split_at(offices.partition_point(|o| o.start <= self.at));
        let fits = |o: &&Office| self.fits(o, offices);
        let near = before.iter().rev().find(fits).or_else(|| behind.iter().find(fits));
        near.or_else(|| before.iter().rev().find(|o| self.is_of_nation(o)))
            .or_else(|| self.only_before(before))
            .or_else(|| self.only_behind(offices))
    }

    fn same_head(&self, o: &Office) -> bool {
        same_office_head(&o.role, self.own)
    }

    /// Do both tell a country, and not the same?
    fn is_of_other_nation(&self, o: &Office) -> bool {
        let theirs = nations(&o.role);
        !self.nations.is_empty() && !theirs.is_empty() && !self.nations.iter().any(|c| theirs.contains(c))
    }

    fn fits(&self, o: &Office, offices: &[Office]) -> bool {
        let own = self.own;
        let shared = || own.iter().filter(|w| has_close(&o.role, w)).count();
        if !self.same_head(o) || shared() * 3 < own.len().max(1) * 2 {
            return false;
        }
        // of one country where both say so: وزير الخارجية السعودي is not his American colleague
        if self.is_of_other_nation(o) {
            return false;
        }
        let told = !self.nations.is_empty();
        // وزير الخارجية السعودي is not a minister of state for foreign affairs of no named country
        let of_state = |words: &[String]| words.iter().any(|w| w == "دوله");
        if told && of_state(&o.role) && !of_state(own) && nations(&o.role).is_empty() {
            return false;
        }
        // الرئيس التونسي is not the head of a Tunisian society
        if own.len() == 2 && told && o.role.len() > own.len() + 1 {
            return false;
        }
        // هاجمت الطالبة ترامب: a woman's office beside a man who holds others
        let feminine = |o: &Office| o.role.first().is_some_and(|w| w.ends_with('ه') && w != "خليفه");
        if !self.definite || !feminine(o) || o.entity.is_none() {
            return true;
        }
        let same = offices.iter().filter(|x| x.entity == o.entity && !x.role.is_empty());
        let (women, men): (Vec<&Office>, Vec<&Office>) = same.partition(|x| feminine(x));
        men.len() <= women.len()
    }

    /// Is the office told by its head and its country alone?
    fn is_national(&self) -> bool {
        self.own.len() >= 2 && self.own[1..].iter().all(|w| national(w) || half(w))
    }

    /// السويسري روجر فيدرر … اللاعب السويسري: one who is told by his nation; نظيره الأميركي، دونالد ترامب … الرئيس الأميركي
    fn is_of_nation(&self, o: &Office) -> bool {
        if !self.is_national() || self.nations.is_empty() {
            return false;
        }
        let sides = |words: &[String]| words.iter().find(|w| half(w)).map(|w| w.trim_end_matches('ه').to_string());
        let woman = self.own[0].ends_with('ه');
        let bare = o.role.iter().all(|w| (national(w) || half(w)) && w.ends_with('ه') == woman);
        let equal = o.role.len() == 2 && o.role[0].starts_with("نظير");
        (bare || equal)
            && nations(&o.role).iter().any(|c| self.nations.contains(c))
            && sides(&o.role) == sides(self.own)
    }

    /// الوزير الكوري الجنوبي: the only one of that office before, under his nation
    fn only_before<'o>(&self, before: &'o [Office]) -> Option<&'o Office> {
        let side = |w: &String| national(w) || matches!(w.as_str(), "جنوبي" | "شمالي");
        if self.own.len() < 2 || !self.own[1..].iter().all(side) {
            return None;
        }
        let mut same = before.iter().filter(|o| self.same_head(o) && !self.is_of_other_nation(o));
        let one = same.next_back()?;
        same.all(|o| o.entity.is_some() && o.entity == one.entity).then_some(one)
    }

    /// وزيرة الجيوش الفرنسية … وقالت الوزيرة فلانة: the only one of that office, under the bare word after it
    fn only_behind<'o>(&self, offices: &'o [Office]) -> Option<&'o Office> {
        let mut heads = offices.iter().filter(|o| self.same_head(o));
        let bare = |o: &&Office| self.definite && o.role.len() == 1 && o.entity.is_some() && o.start > self.at;
        let one = heads.next().filter(bare)?;
        heads.all(|o| o.entity == one.entity).then_some(one)
    }
}

impl People<'_> {
    /// المتحدث باسم الرئيس التركي رجب طيب أردوغان: the words of the spokesman when the name beside them holds the office
    /// he speaks for.
    pub(super) fn spoken_for(&self, role: Span, name: Span, entity: Option<u32>) -> Option<String> {
        let doc = self.doc;
        let text = plain(doc.slice(role));
        let (_, office) = text.split_once(" باسم ")?;
        let id = entity?;
        let whose = content_words(office);
        let beside = role.end <= name.start && doc.text()[role.end as usize..name.start as usize].trim().is_empty();
        let own = content_words(&plain(doc.slice(name)));
        let same = |o: &Office| {
            o.start != name.start
                && (o.entity == entity || content_words(&o.name) == own)
                && same_office_head(&o.role, &whose)
        };
        // متحدثة باسم الرئيس الأمريكي، فلان،: the lists know him
        let listed = || {
            crate::resolve::offices::leading(office)
                .is_some_and(|o| held::in_office(&self.entities[id as usize], &o, held::year(doc)))
        };
        (beside && self.offices.iter().any(same) || listed()).then_some(text)
    }
}
