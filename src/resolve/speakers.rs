//! Speakers of claims: dropped subjects, titles, re-mentions, and the entity behind the words.

mod held;

use std::sync::OnceLock;

use crate::lang::lexicon::Classes;
use crate::model::{Claim, ClaimKind, Entity, EntityKind, EntityMention, Reading, Span, SpeakerKind};
use crate::text::Document;
use crate::text::clitics;
use crate::text::fold::fold;

pub use self::held::across;

/// Fills `speaker_entity` and `speaker_name` of every claim of a reading. `entities` is the run's list; the
/// mentions of the reading already point into it. Claims are read in order, so that الوزير and البيان find the
/// speaker they stand for before them. Near-linear: each claim looks at the mentions of its document once.
pub fn resolve(reading: &mut Reading, entities: &[Entity]) {
    let doc = &reading.doc;
    let mentions = &reading.mentions.entities;
    let mut order: Vec<usize> = (0..reading.mentions.claims.len()).collect();
    order.sort_by_key(|&i| {
        let c = &reading.mentions.claims[i];
        (c.sentence, c.cue.map_or(c.span.start, |q| q.start), c.span.start)
    });
    let mut known: Vec<Known> = Vec::new();
    let mut names: Vec<(usize, Known)> = Vec::new();
    let offices = offices(doc, mentions, &reading.mentions.claims);
    for i in order.iter().copied() {
        let c = &reading.mentions.claims[i];
        if c.kind == ClaimKind::Narrated {
            continue;
        }
        let Some(span) = c.speaker.or(c.speaker_from) else { continue };
        let mut k = identify(doc, mentions, entities, span, c.speaker_role, c.speaker_kind, &known, &offices);
        if let Some(role) = c.speaker_role
            && let Some(name) = spoken_for(doc, role, span, k.entity, entities, &offices)
        {
            let keys = content_words(&name).into_iter().take(1).collect();
            k = Known::new(name, None, SpeakerKind::Role, content_words(doc.slice(role)), keys);
        }
        if k.kind == SpeakerKind::Role
            && k.entity.is_none()
            && let Some(id) = held::in_article(doc, mentions, entities, &offices, span)
        {
            let e = &entities[id as usize];
            k.words.extend(content_words(&e.name));
            k = Known { name: e.name.clone(), entity: Some(id), kind: SpeakerKind::Named, ..k };
        }
        k.paper = paper(doc, c, span);
        k.channel = c.reported_by.and_then(|r| best_mention(mentions, r)).and_then(|m| m.entity);
        known.push(k.clone());
        names.push((i, k));
    }
    named_later(&reading.mentions.claims, mentions, &offices, &mut names);
    headed(doc, &reading.mentions.claims, &offices, &mut names);
    for (i, k) in names {
        let c = &mut reading.mentions.claims[i];
        c.speaker_entity = k.entity;
        c.speaker_kind = k.kind;
        c.speaker_name = k.name;
    }
}

/// The paper that a claim was made in (قال في بيان، أعلنت في تقرير), folded, or nothing.
fn paper(doc: &Document, c: &Claim, speaker: Span) -> String {
    let from = c.cue.map_or(c.span.start, |q| q.start).min(c.span.start).min(speaker.start);
    let to = c.span.start.max(c.cue.map_or(0, |q| q.end));
    let sentence = doc.sentences[c.sentence as usize].span;
    let before = doc.slice(Span { start: from.max(sentence.start), end: to.max(from).min(sentence.end).max(from) });
    let after =
        doc.slice(Span { start: c.span.end.min(sentence.end), end: sentence.end.max(c.span.end.min(sentence.end)) });
    let noun = |text: &str| {
        fold(text).split(|c: char| !c.is_alphanumeric()).find_map(|w| {
            let w = w.strip_prefix(['ب', 'و']).filter(|r| r.chars().count() > 3).unwrap_or(w);
            let w = ["ها", "هم", "ه", "ا"].iter().find_map(|s| w.strip_suffix(s)).unwrap_or(w);
            let whole = format!("{w}ه");
            [w, whole.as_str()].into_iter().find(|p| is(p, "paper")).map(str::to_string)
        })
    };
    noun(before).or_else(|| noun(after)).unwrap_or_default()
}

/// `وزير ألماني: …`: a headline's office without a name is that of whoever speaks under it in the body and holds one of its
/// kind, when nobody else there does. `الحريري: …`: a headline's short name is that of whoever speaks under it in the body, when the person that it stands
/// for does not.
fn headed(doc: &Document, claims: &[Claim], offices: &[Office], names: &mut [(usize, Known)]) {
    for n in 0..names.len() {
        let (i, k) = (names[n].0, names[n].1.clone());
        if k.kind == SpeakerKind::Role && k.entity.is_none() && doc.sentences[claims[i].sentence as usize].is_title {
            let own = content_words(&k.name);
            let his = |x: &Known| {
                let office = |o: &Office| {
                    o.entity == x.entity
                        && same_office_head(&o.role, &own)
                        && own[1..].iter().all(|w| o.role.iter().any(|r| close(r, w)))
                };
                own.len() > 1 && offices.iter().any(office)
            };
            let mut body = names.iter().map(|(_, x)| x).filter(|x| x.kind == SpeakerKind::Named && x.entity.is_some());
            if let Some(x) = body.find(|x| his(x)).cloned()
                && body.all(|y| y.entity == x.entity || !his(y))
            {
                names[n].1 = x;
            }
            continue;
        }
        if claims[i].rule != "quote.headline" || k.kind != SpeakerKind::Named || k.entity.is_none() {
            continue;
        }
        let body = || names.iter().filter(|(c, x)| *c != i && x.entity.is_some() && x.kind == SpeakerKind::Named);
        if body().any(|(_, x)| x.entity == k.entity) {
            continue;
        }
        let Some(short) = k.words.last().cloned() else { continue };
        if let Some(x) = body().map(|(_, x)| x).find(|x| content_words(&x.name).last() == Some(&short)).cloned() {
            names[n].1 = x;
        }
    }
}

/// قال رئيس الهيئة … وأضاف فلان: whoever goes on speaking is the office that spoke right before, when nobody else could
/// be meant: the office has no name of its own, and the person was not heard before.
fn named_later(claims: &[Claim], mentions: &[EntityMention], offices: &[Office], names: &mut [(usize, Known)]) {
    const ON: [&str; 6] = ["أضاف", "تابع", "أردف", "استطرد", "واصل", "أكمل"];
    for n in 1..names.len() {
        let (i, k) = (names[n].0, names[n].1.clone());
        if k.kind != SpeakerKind::Named || k.entity.is_none() || claims[i].speaker.is_none() {
            continue;
        }
        // وذلك بعد إدانتها كذا: what a verbal noun tells on the way is nobody's turn
        let Some(before) = names[..n].iter().rposition(|(c, _)| claims[*c].rule != "quote.noun-cue") else { continue };
        let office = names[before].1.clone();
        let last = claims[names[before].0].sentence;
        let close = claims[i].sentence.saturating_sub(last) <= 2;
        // أكد المتحدث باسم الوزارة أن …. وأكد فلان أن: nobody says who he is, so that he was told before
        let new = claims[i].speaker.is_some_and(|s| {
            claims[i].speaker_role.is_none()
                && claims[i].sentence == last + 1
                && office.words.first().is_some_and(|w| is(w, "speaking"))
                // أوضح بهذا الصدد فلان: no office
                && !offices.iter().any(|o| o.entity == k.entity && o.role.first().is_some_and(|w| title(w)))
                && mentions.iter().find(|m| m.entity == k.entity).is_none_or(|m| m.span.end > s.start)
        });
        if !(ON.contains(&claims[i].cue_lemma.as_str()) || new)
            || office.kind != SpeakerKind::Role
            || office.entity.is_some()
            || !close
            || names[..n].iter().any(|(_, x)| x.entity == k.entity)
        {
            continue;
        }
        for (_, x) in &mut names[..n] {
            if x.kind == SpeakerKind::Role && x.entity.is_none() && x.name == office.name {
                *x = Known { words: x.words.clone(), keys: x.keys.clone(), paper: x.paper.clone(), ..k.clone() };
            }
        }
    }
}

/// A speaker that has been identified.
#[derive(Debug, Clone)]
struct Known {
    name: String,
    entity: Option<u32>,
    kind: SpeakerKind,
    /// Folded content words of the name and role, without the article.
    words: Vec<String>,
    /// Words by which it is mentioned again: its name's, and the head of its role.
    keys: Vec<String>,
    /// The paper that the claim was made in.
    paper: String,
    /// Who passed it on.
    channel: Option<u32>,
}

impl Known {
    /// A speaker of no paper that nobody passed on.
    fn new(name: String, entity: Option<u32>, kind: SpeakerKind, words: Vec<String>, keys: Vec<String>) -> Known {
        Known { name, entity, kind, words, keys, paper: String::new(), channel: None }
    }
}

/// A name that stands beside an office in the article.
#[derive(Debug)]
struct Office {
    /// Folded words of the role.
    role: Vec<String>,
    name: String,
    entity: Option<u32>,
    start: u32,
}

/// Names with their roles, from tagged mentions and from the speakers of claims, by place.
fn offices(doc: &Document, mentions: &[EntityMention], claims: &[Claim]) -> Vec<Office> {
    let mut out: Vec<Office> = Vec::new();
    for m in mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        if let Some(r) = m.role {
            // متحدث باسم رئيسة الوزراء فلانة: hers is the second
            let role = doc.slice(r);
            let unnamed = ["متحدث", "ناطق"].iter().any(|w| role.starts_with(w));
            let role = role.split_once(" باسم ").filter(|(_, o)| unnamed && personal(o)).map_or(role, |(_, o)| o);
            out.push(Office {
                role: content_words(role),
                name: plain(doc.slice(m.span)),
                entity: m.entity,
                start: m.span.start,
            });
        }
    }
    // الأرجنتيني فلان، مدرب كذا: his nation stands before the name
    let gaz = crate::lang::gaz::Gazetteer::get();
    for m in mentions.iter().filter(|m| m.kind == EntityKind::Person && m.role.is_none()) {
        let before = doc.text()[..m.span.start as usize].trim_end_matches(' ');
        let words: Vec<&str> = before.rsplit(char::is_whitespace).take(2).collect();
        let nation = |w: &&str| {
            w.trim_start_matches('و').starts_with("ال")
                && content_words(w.trim_start_matches('و')).first().is_some_and(|w| {
                    gaz.demonym(w).is_some() || matches!(w.as_str(), "جنوبي" | "شمالي" | "جنوبيه" | "شماليه")
                })
        };
        let mut role: Vec<String> =
            words.iter().take_while(|w| nation(w)).flat_map(|w| content_words(w.trim_start_matches('و'))).collect();
        role.reverse();
        // النيابة، على لسان المتحدثة باسمها فلانة
        if let [his, speaking] = words[..]
            && matches!(his, "باسمه" | "باسمها" | "باسمهم" | "باسمهما")
            && let Some(head) = content_words(speaking.trim_start_matches('و')).first()
            && ["متحدث", "ناطق"].iter().any(|w| head.starts_with(w))
        {
            role = vec![head.clone()];
        }
        if !role.is_empty() {
            out.push(Office { role, name: plain(doc.slice(m.span)), entity: m.entity, start: m.span.start });
        }
    }
    for m in mentions.iter().filter(|m| m.kind == EntityKind::Person && m.role.is_none()) {
        for role in apposed(doc, m.span) {
            let (name, start) = (plain(doc.slice(m.span)), m.span.start);
            out.push(Office { role: content_words(role), name, entity: m.entity, start });
        }
    }
    for c in claims {
        if let (Some(s), Some(r)) = (c.speaker, c.speaker_role)
            && c.speaker_kind == SpeakerKind::Named
            && !s.overlaps(r)
        {
            let entity = best_mention(mentions, s).filter(|m| m.kind == EntityKind::Person).and_then(|m| m.entity);
            out.push(Office { role: content_words(doc.slice(r)), name: plain(doc.slice(s)), entity, start: s.start });
        }
    }
    out.sort_by_key(|o| o.start);
    out
}

/// المتحدث باسم الرئيس التركي رجب طيب أردوغان: the words of the spokesman when the name beside them holds the office
/// he speaks for.
fn spoken_for(
    doc: &Document,
    role: Span,
    name: Span,
    entity: Option<u32>,
    entities: &[Entity],
    offices: &[Office],
) -> Option<String> {
    let text = plain(doc.slice(role));
    let (_, whose) = text.split_once(" باسم ")?;
    let whose = content_words(whose);
    let gap = if role.end <= name.start { &doc.text()[role.end as usize..name.start as usize] } else { "،" };
    let own = content_words(&plain(doc.slice(name)));
    let same = |o: &&Office| {
        o.start != name.start
            && (entity.is_some() && o.entity == entity || content_words(&o.name) == own)
            && same_office_head(&o.role, &whose)
    };
    // متحدثة باسم الرئيس الأمريكي، فلان،: the lists know him
    let listed = || {
        let office = crate::resolve::offices::leading(text.split_once(" باسم ")?.1)?;
        entity.filter(|&id| held::in_office(&entities[id as usize], &office, held::year(doc)))
    };
    (entity.is_some() && gap.trim().is_empty() && offices.iter().any(|o| same(&o)) || listed().is_some())
        .then_some(text)
}

/// Offices between commas beside a name: `الأمين العام لحزب الله، فلان، `, `فلان، وزير الخارجية السعودي، `.
fn apposed(doc: &Document, name: Span) -> impl Iterator<Item = &str> {
    let stop = |c: char| matches!(c, '،' | ',' | '.' | ':' | '"' | '\n' | '(' | ')' | '؛');
    let before = doc.text()[..name.start as usize].trim_end();
    let before = before.strip_suffix(['،', ',']).map(|t| &t[t.rfind(stop).map_or(0, |i| i + stop_len(t, i))..]);
    let after = doc.text()[name.end as usize..].strip_prefix(['،', ',']);
    let after = after.and_then(|t| t.find(stop).filter(|&i| t[i..].starts_with(['،', ','])).map(|i| &t[..i]));
    let gaz = crate::lang::gaz::Gazetteer::get();
    let office = |w: &str| {
        let w = crate::lang::gaz::key(w);
        gaz.title(clitics::strip_article(&w))
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

/// Is a folded word without the article a title or an office?
fn title(word: &str) -> bool {
    crate::lang::gaz::Gazetteer::get().title(word).is_some()
}

fn gaz_nation(word: &str) -> bool {
    crate::lang::gaz::Gazetteer::get().demonym(word).is_some()
}

/// Does a text begin with the office of a person?
fn personal(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|w| {
        let w = crate::lang::gaz::key(w);
        crate::lang::gaz::Gazetteer::get()
            .title(clitics::strip_article(&w))
            .is_some_and(|t| !t.plural && matches!(t.class, "office" | "royal"))
    })
}

fn stop_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The holder of an office: its head noun agrees and two thirds of its words are among the role's, those before the
/// place first, nearest first.
fn holder<'a>(offices: &'a [Office], own: &[String], definite: bool, at: u32) -> Option<&'a Office> {
    let gaz = crate::lang::gaz::Gazetteer::get();
    let codes = |words: &[String]| words.iter().filter_map(|w| gaz.demonym(w)).collect::<Vec<_>>();
    let nations = codes(own);
    let fits = |o: &&Office| {
        // of one country where both say so: وزير الخارجية السعودي is not his American colleague
        let theirs = codes(&o.role);
        if !nations.is_empty() && !theirs.is_empty() && !nations.iter().any(|c| theirs.contains(c)) {
            return false;
        }
        // وزير الخارجية السعودي is not a minister of state for foreign affairs of no named country
        let of_state = |words: &[String]| words.iter().any(|w| w == "دوله");
        if !nations.is_empty() && theirs.is_empty() && of_state(&o.role) && !of_state(own) {
            return false;
        }
        // الرئيس التونسي is not the head of a Tunisian society
        if own.len() == 2 && !nations.is_empty() && o.role.len() > own.len() + 1 {
            return false;
        }
        // هاجمت الطالبة ترامب: a woman's office beside a man who holds others
        let feminine = |o: &Office| o.role.first().is_some_and(|w| w.ends_with('ه') && w != "خليفه");
        if definite && feminine(o) && o.entity.is_some() {
            let same = offices.iter().filter(|x| x.entity == o.entity && !x.role.is_empty());
            let (women, men): (Vec<&Office>, Vec<&Office>) = same.partition(|x| feminine(x));
            if men.len() > women.len() {
                return false;
            }
        }
        let shared = own.iter().filter(|w| o.role.iter().any(|r| close(r, w))).count();
        same_office_head(&o.role, own) && shared * 3 >= own.len().max(1) * 2
    };
    let split = offices.partition_point(|o| o.start <= at);
    offices[..split].iter().rev().find(fits).or_else(|| offices[split..].iter().find(fits)).or_else(|| {
        // الوزير الكوري الجنوبي: the only one of that office before, under his nation
        // السويسري روجر فيدرر … اللاعب السويسري
        // نظيره الأميركي، دونالد ترامب … الرئيس الأميركي
        let equal = |o: &Office| o.role.len() == 2 && o.role[0].starts_with("نظير");
        let side = |w: &String| matches!(w.as_str(), "جنوبي" | "شمالي" | "جنوبيه" | "شماليه");
        let bare = |o: &Office| o.role.iter().all(|w| gaz.demonym(w).is_some() || side(w));
        let sides = |words: &[String]| words.iter().find(|w| side(w)).map(|w| w.trim_end_matches('ه').to_string());
        let woman = own.first().is_some_and(|w| w.ends_with('ه'));
        let by_nation = |o: &&Office| {
            (bare(o) && o.role.iter().all(|w| w.ends_with('ه') == woman) || equal(o))
                && codes(&o.role).iter().any(|c| nations.contains(c))
                && sides(&o.role) == sides(own)
        };
        if own.len() >= 2
            && own[1..].iter().all(|w| gaz.demonym(w).is_some() || side(w))
            && !nations.is_empty()
            && let Some(o) = offices[..split].iter().rev().find(by_nation)
        {
            return Some(o);
        }
        let nation = own.len() >= 2
            && own[1..].iter().all(|w| gaz.demonym(w).is_some() || matches!(w.as_str(), "جنوبي" | "شمالي"));
        let other = |o: &Office| {
            let theirs = codes(&o.role);
            !theirs.is_empty() && !nations.is_empty() && !nations.iter().any(|c| theirs.contains(c))
        };
        let mut same = offices[..split].iter().filter(|o| nation && same_office_head(&o.role, own) && !other(o));
        if let Some(one) = same.next_back() {
            return same.all(|o| o.entity.is_some() && o.entity == one.entity).then_some(one);
        }
        // وزيرة الجيوش الفرنسية … وقالت الوزيرة فلانة: the only one of that office, under the bare word after it
        let mut heads = offices.iter().filter(|o| same_office_head(&o.role, own));
        let one = heads.next().filter(|o| definite && o.role.len() == 1 && o.entity.is_some() && o.start > at)?;
        heads.all(|o| o.entity == one.entity).then_some(one)
    })
}

/// Do two roles begin with one office: the same noun, or one of two that mean the same (ناطق and متحدث, عاهل and ملك)?
fn same_office_head(role: &[String], own: &[String]) -> bool {
    const SAME: [[&str; 2]; 3] = [["ناطق", "متحدث"], ["عاهل", "ملك"], ["ناطقه", "متحدثه"]];
    let (Some(r), Some(w)) = (role.first(), own.first()) else { return false };
    (close(r, w) && r.ends_with('ه') == w.ends_with('ه'))
        || SAME.iter().any(|s| s.contains(&r.as_str()) && s.contains(&w.as_str()))
}

#[allow(clippy::too_many_arguments)]
fn identify(
    doc: &Document,
    mentions: &[EntityMention],
    entities: &[Entity],
    span: Span,
    role: Option<Span>,
    kind: SpeakerKind,
    known: &[Known],
    offices: &[Office],
) -> Known {
    let mut text = plain(doc.slice(span));
    if doc.text()[..span.start as usize].ends_with("لل") {
        // للشرطة: the article lost its alef to the preposition
        text.insert_str(0, "ال");
    }
    let mut words = content_words(&text);
    // an office or a source comes again by its head alone: الشرطة is not the spokesman of the police
    let unnamed = matches!(kind, SpeakerKind::Role | SpeakerKind::Anonymous);
    let mut keys = if unnamed { words.first().cloned().into_iter().collect() } else { words.clone() };
    if let Some(r) = role {
        let role = content_words(doc.slice(r));
        keys.extend(role.first().cloned());
        words.extend(role);
    }
    if kind == SpeakerKind::Anonymous || kind == SpeakerKind::Media && !covered(mentions, span) {
        let own = content_words(&text);
        // المصدر، الشهود: the unnamed source before
        if own.len() <= 2
            && (own.len() == 1 || definite_text(&text))
            && let Some(k) = known.iter().rev().find(|k| k.kind == kind && same_head(&k.words, &own))
        {
            return Known { keys: own.clone(), words: own, ..k.clone() };
        }
        // المصدر after a report or an office without a source before it: the same
        if own.len() == 1
            && own[0] == "مصدر"
            && definite_text(&text)
            && let Some(k) = known.iter().rev().take(4).find(|k| k.kind != SpeakerKind::Named)
        {
            return k.clone();
        }
        // وتابع محبي: the name of somebody heard before, which is a plural of the lexicon's too
        if own.len() == 1
            && !definite_text(&text)
            && kind == SpeakerKind::Anonymous
            && let Some(k) = known.iter().rev().find(|k| k.kind == SpeakerKind::Named && k.words.last() == own.last())
        {
            return k.clone();
        }
        return Known::new(format!("anonymous: {text}"), None, kind, words, keys);
    }
    // a tagged name at the place
    if let Some(e) = best_mention(mentions, span) {
        let office = kind == SpeakerKind::Role && e.kind != EntityKind::Person && e.span.start > span.start;
        // السعودية، ودولة الإمارات: two together are neither of them
        if let Some(name) = together(doc, mentions, entities, span) {
            return Known::new(name, None, kind, words, keys);
        }
        let whole = !office && e.span.len() * 10 >= span.len() * 6
            || e.kind == EntityKind::Person && kind == SpeakerKind::Named;
        // أمر البرلمان العراقي مفوضية …: a name that was tagged too far
        let too_far = e.kind != EntityKind::Person
            && e.span.start <= span.start
            && e.span.end > span.end + 2
            && doc.text()[span.end as usize..]
                .trim_start_matches([' ', '"', '«', '“'])
                .starts_with(|c: char| c.is_alphabetic());
        // ودانت الجامعة "الجرائم …": a house that comes again is looked for below
        let again = too_far && definite_text(&text) && content_words(&text).len() == 1;
        if too_far && !again {
            let own = fold(&text);
            let kind = |x: &Entity| matches!(x.kind, EntityKind::Organisation | EntityKind::Place);
            let id = entities.iter().position(|x| kind(x) && fold(&x.name) == own).map(|i| i as u32);
            return Known::new(text, id, SpeakerKind::Organisation, words, keys);
        }
        if whole
            && !again
            && let Some(id) = e.entity
        {
            // بغداد, قصر الإليزيه: a house or capital speaks for the government that the article names
            let by = if e.kind == EntityKind::Person { None } else { government(doc, mentions, span) };
            if by.is_none()
                && e.kind == EntityKind::Place
                && let Some(state) = state(doc, mentions, span)
            {
                let name = format!("{} ({})", entities[state as usize].name, entities[id as usize].name);
                return Known::new(name, Some(state), kind_of(EntityKind::Place, kind), words, keys);
            }
            let id = by.unwrap_or(id);
            let entity = &entities[id as usize];
            return Known::new(entity.name.clone(), Some(id), kind_of(entity.kind, kind), words, keys);
        }
    }
    // صحيفة "ديلي ميل" البريطانية، وكالة "فيتش" للتصنيف: the name in it, after the noun that says what it is
    if let Some(m) = named_institution(doc, mentions, span)
        && let Some(id) = m.entity
    {
        let name = entities[id as usize].name.clone();
        return Known::new(name, Some(id), SpeakerKind::Organisation, words, keys);
    }
    let own = content_words(&text);
    let again = text.starts_with("نفس ") || text.starts_with("ذات ");
    let definite = again || text.starts_with("ال");
    if again
        && own.first().is_some_and(|w| matches!(w.as_str(), "بيان" | "تقرير" | "وثيقه" | "رساله"))
        && let Some(k) = known.iter().rev().find(|k| k.kind == SpeakerKind::Document).or(known.last())
    {
        return k.clone();
    }
    // القناة الرسمية "كذا": the name in marks after the noun
    if definite
        && e_free(mentions, span)
        && let Some(m) = named_after(doc, mentions, span)
        && let Some(id) = m.entity
    {
        let entity = &entities[id as usize];
        return Known::new(entity.name.clone(), Some(id), kind_of(entity.kind, kind), words, keys);
    }
    // الصحيفة الأميركية، المنظمة الدولية: the institution of that kind before it
    if definite
        && own.len() == 2
        && is(&own[0], "institution")
        && (crate::lang::gaz::Gazetteer::get().demonym(&own[1]).is_some() || is(&own[1], "reach"))
    {
        let again = known.iter().rev().find(|k| {
            k.entity.is_some_and(|id| entities[id as usize].kind == EntityKind::Organisation)
                && k.keys.iter().any(|w| *w == own[0])
        });
        if let Some(k) = again {
            return k.clone();
        }
        if let Some(id) = institution(doc, mentions, entities, &own[0], span.start) {
            let kind = SpeakerKind::Organisation;
            return Known::new(entities[id as usize].name.clone(), Some(id), kind, words, keys);
        }
    }
    // حسبما جاء في بيان مقتضب: of whoever has just spoken
    if kind == SpeakerKind::Document
        && !definite
        && own.len() <= 2
        && own.first().is_some_and(|w| is(w, "paper"))
        // تقرير أمريكي: another's
        && own.get(1).is_none_or(|w| crate::lang::gaz::Gazetteer::get().demonym(w).is_none())
        && let Some(k) = known.last()
        && matches!(k.kind, SpeakerKind::Organisation | SpeakerKind::Role)
    {
        return k.clone();
    }
    // a short definite re-mention: الوزير، البيان، الجامعة، المتحدث
    if definite && own.len() == 1 || kind == SpeakerKind::Document && own.len() <= 1 {
        // هيومن رايتس ووتش … وقالت المنظمة: the institution that has just spoken, when its name does not say what it is
        if matches!(own[0].as_str(), "منظمه" | "وكاله")
            && let Some(k) = known.last()
            && k.kind == SpeakerKind::Organisation
            && k.entity.is_some_and(|id| entities[id as usize].kind == EntityKind::Organisation)
            && !k.keys.iter().any(|w| is(w, "institution") || is(w, "body"))
            && k.words.iter().all(|w| !w.starts_with("وزار"))
            && (k.words.len() > 1 || own[0] == "وكاله")
        {
            return k.clone();
        }
        // وقالت تاس نقلا عن اللجنة …. وأضافت الوكالة: who passed it on
        if is(&own[0], "institution")
            && let Some(k) = known.last()
            && let Some(id) = k.channel
            && !k.keys.iter().any(|w| *w == own[0])
            && entities[id as usize].kind == EntityKind::Organisation
            && content_words(&entities[id as usize].name).first() == Some(&own[0])
        {
            let name = entities[id as usize].name.clone();
            return Known::new(name, Some(id), SpeakerKind::Organisation, words, keys);
        }
        // الجيش is not its commander
        let fits = |k: &&Known| {
            // المرأة is not جماعة … لحقوق المرأة
            let of_body = kind == SpeakerKind::Role
                && k.kind == SpeakerKind::Organisation
                && !k.words.first().is_some_and(|w| close(w, &own[0]));
            let his_house = k.kind == SpeakerKind::Named && (house(&own[0]) || kind == SpeakerKind::Organisation);
            !of_body && !his_house && k.keys.iter().any(|w| close(w, &own[0]))
        };
        // نقلت الصحيفة عن مصادر قولها …. وذكر التقرير أن: the paper that passed it on
        if kind == SpeakerKind::Document
            && definite
            && own[0] == "تقرير"
            && let Some(k) = known.last()
            && k.kind == SpeakerKind::Anonymous
            && let Some(id) = k.channel
        {
            let name = entities[id as usize].name.clone();
            let kind = SpeakerKind::Organisation;
            return Known::new(name, Some(id), kind, words, keys);
        }
        let paper = |k: &&Known| kind == SpeakerKind::Document && definite && k.paper == own[0] && is(&own[0], "paper");
        if let Some(k) = known.iter().rev().find(|k| paper(k) || fits(k)) {
            return k.clone();
        }
        // البيان، التقرير: whoever issued it has just spoken; a study or an inquiry speaks for itself
        if kind == SpeakerKind::Document
            && definite
            && is(&own[0], "issued")
            && let k = issuer(doc, mentions, entities, &own[0], span.start)
            && let Some(k) = k.as_ref().or_else(|| known.iter().rev().find(|k| k.paper == own[0])).or(known.last())
            && (k.kind != SpeakerKind::Named || !matches!(own[0].as_str(), "تقرير" | "نص" | "خبر"))
        {
            return k.clone();
        }
        // بحسب المتحدث باسم رئيسة الوزراء. وقال المتحدث: the spokesman that was named, when a state or a house spoke last
        if definite
            && matches!(own[0].as_str(), "متحدث" | "متحدثه" | "ناطق" | "ناطقه")
            && known.last().is_some_and(|k| k.kind == SpeakerKind::Organisation)
            && let Some(before) = doc.text().get(..span.start as usize)
            && let Some(at) = before.rfind("تحدث باسم ").or_else(|| before.rfind("تحدثة باسم "))
            && before.len() - at < 420
        {
            let whole = &before[at..];
            let words_of: Vec<&str> = whole.split([' ', '\n']).take(4).collect();
            let mut name = String::from(if own[0].ends_with('ه') { "المتحدثة" } else { "المتحدث" });
            for w in &words_of[1..] {
                let stop = w.ends_with(['،', '.', ':', '"']);
                name.push(' ');
                name.push_str(w.trim_end_matches(['،', '.', ':', '"', ')']));
                if stop {
                    break;
                }
            }
            return Known::new(name, None, SpeakerKind::Role, words, keys);
        }
        // المتحدث: whoever has been speaking
        if definite
            && is(&own[0], "speaking")
            && let Some(k) = known
                .iter()
                .rev()
                .take(4)
                .find(|k| k.kind != SpeakerKind::Document)
                // not whoever holds another office
                .filter(|k| {
                    k.kind != SpeakerKind::Named
                        || k.entity.is_none()
                        || own[0] == "مسوول"
                        || !offices.iter().any(|o| {
                            o.entity == k.entity
                                && o.role.first().is_some_and(|w| {
                                    matches!(w.as_str(), "رييس" | "وزير" | "رييسه" | "وزيره" | "ملك" | "امير")
                                })
                        })
                })
        {
            return k.clone();
        }
        // الشركة، النادي: the institution of that kind before it, or the one that has been speaking
        if definite && is(&own[0], "institution") {
            if let Some(id) = institution(doc, mentions, entities, &own[0], span.start) {
                let kind = SpeakerKind::Organisation;
                return Known::new(entities[id as usize].name.clone(), Some(id), kind, words, keys);
            }
            if let Some(name) = called(doc, &own[0], span.start) {
                return Known::new(name, None, SpeakerKind::Organisation, words, keys);
            }
            if let Some(k) = known
                .iter()
                .rev()
                .find(|k| k.entity.is_some_and(|id| entities[id as usize].kind == EntityKind::Organisation))
            {
                return Known { keys: keys.clone(), ..k.clone() };
            }
        }
        // الوزارة، المحكمة: the one named before it, though it has not spoken
        if definite
            && is(&own[0], "house")
            && let Some(id) = institution(doc, mentions, entities, &own[0], span.start)
        {
            let kind = SpeakerKind::Organisation;
            let name = entities[id as usize].name.clone();
            return Known::new(name, Some(id), kind, words, keys);
        }
        if kind == SpeakerKind::Document && !definite {
            // وثائق، دراسة: nobody is said to have issued it
            return Known::new(format!("anonymous: {text}"), None, kind, words, keys);
        }
    }
    // an office: who holds it in this article?
    if matches!(kind, SpeakerKind::Role)
        && let Some(o) = holder(offices, &own, definite, span.start)
    {
        words.extend(content_words(&o.name));
        let name = o.entity.map_or_else(|| o.name.clone(), |id| entities[id as usize].name.clone());
        return Known::new(name, o.entity, SpeakerKind::Named, words, keys);
    }
    // الرئيس الاشتراكي، المدرب المخضرم: whoever holds the office, told by what he is like, when only one does
    if matches!(kind, SpeakerKind::Role)
        && definite
        && own.len() == 2
        && crate::lang::gaz::Gazetteer::get().demonym(&own[1]).is_none()
        && text.split_whitespace().nth(1).is_some_and(|w| w.starts_with("ال"))
        && !is(&own[1], "standing")
        && own[1].ends_with(['ي', 'ه'])
    {
        let mut same = offices.iter().filter(|o| same_office_head(&o.role, &own));
        if let Some(one) = same.next()
            && let Some(id) = one.entity
            && same.all(|o| o.entity == Some(id))
        {
            words.extend(content_words(&one.name));
            let name = entities[id as usize].name.clone();
            return Known::new(name, Some(id), SpeakerKind::Named, words, keys);
        }
    }
    // اللاعب، النجم البرتغالي، الفنانة: a person by his calling, who has no office in the article: the last who spoke
    if matches!(kind, SpeakerKind::Role)
        && definite
        && is(&own[0], "calling")
        && own.len() <= 2
        && own.get(1).is_none_or(|w| gaz_nation(w))
        && let Some(k) = known.iter().rev().take(6).find(|k| k.kind == SpeakerKind::Named && k.entity.is_some())
    {
        return Known { keys: k.keys.iter().cloned().chain(own.first().cloned()).collect(), ..k.clone() };
    }
    // الفلسطينيون: a people is none of its speakers
    let people = definite && own.len() == 1 && (text.ends_with("ون") || text.ends_with("يين"));
    if people && kind == SpeakerKind::Role {
        return Known::new(text, None, kind, words, keys);
    }
    // الرئيس الأميركي is not the head of the American house
    let nation = own.len() == 2 && own[0] == "رييس" && crate::lang::gaz::Gazetteer::get().demonym(&own[1]).is_some();
    // the fullest form among the speakers so far, and among the words of the article's tagged names
    if !(nation && kind == SpeakerKind::Role)
        && let Some(k) =
            known.iter().rev().filter(|k| k.entity.is_some() || k.kind == kind || kind == SpeakerKind::Role).find(|k| {
                // المستشفى is not its director
                if k.kind == SpeakerKind::Named && own.first().is_some_and(|w| house(w)) {
                    return false;
                }
                let same_head = k.kind == SpeakerKind::Named
                    || k.keys.first().is_some_and(|w| own.first().is_some_and(|o| close(w, o)));
                same_head && contains_all(&k.words, &own) && k.words.len() > own.len()
            })
    {
        return k.clone();
    }
    // مراسل الوكالة في المدينة، مراسلنا: a reporter without a name
    if kind == SpeakerKind::Role
        && own
            .first()
            .is_some_and(|w| matches!(w.as_str(), "مراسل" | "مراسله" | "مراسلنا" | "مراسلتنا" | "موفد" | "موفده"))
    {
        return Known::new(format!("anonymous: {text}"), None, SpeakerKind::Anonymous, words, keys);
    }
    Known::new(text, None, kind, words, keys)
}

/// The names of several speakers that و joins in one span, each in its fullest form: السعودية والإمارات.
fn together(doc: &Document, mentions: &[EntityMention], entities: &[Entity], span: Span) -> Option<String> {
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let inside: Vec<&EntityMention> = mentions[from..]
        .iter()
        .take_while(|m| m.span.start < span.end)
        .filter(|m| m.span.end <= span.end && m.kind != EntityKind::Other)
        .collect();
    let [first, rest @ ..] = inside.as_slice() else { return None };
    let joined = |m: &&EntityMention| {
        let text = doc.text();
        text[..m.span.start as usize].ends_with('و')
            || text[first.span.end as usize..m.span.start as usize].trim_start().starts_with('و')
                && m.kind == EntityKind::Person
    };
    // وزير الخارجية والمغتربين فلان, هيئة الإذاعة: the first has to open the span
    let opens = first.span.start == span.start;
    if !opens || rest.is_empty() || !rest.iter().all(joined) || rest.iter().any(|m| m.entity == first.entity) {
        return None;
    }
    let names = inside.iter().map(|m| m.entity.map(|id| entities[id as usize].name.clone()));
    names.collect::<Option<Vec<String>>>().map(|n| n.join(" و"))
}

/// Whoever issued the paper that stood last before `at`, when a verb says so: أصدرت الشركة بيانا … وأضاف البيان.
fn issuer(doc: &Document, mentions: &[EntityMention], entities: &[Entity], noun: &str, at: u32) -> Option<Known> {
    let s = doc.sentence_at(at);
    let k = (s.saturating_sub(3)..=s).rev().find_map(|s| {
        let tokens = doc.sentence_tokens(s);
        tokens
            .rev()
            .filter(|&k| doc.tokens[k].span.start < at)
            .find(|&k| doc.fold_of(k).strip_suffix('ا') == Some(noun))
    })?;
    let from = doc.sentence_tokens(doc.sentence_at(doc.tokens[k].span.start)).start.max(k.saturating_sub(12));
    let verb = (from..k).rev().find(|&v| {
        let w = doc.fold_of(v);
        matches!(w.strip_prefix('و').unwrap_or(w), "اصدر" | "اصدرت" | "نشر" | "نشرت" | "وزع" | "وزعت" | "تصدر" | "يصدر")
    })?;
    let (lo, hi) = (doc.tokens[verb].span.end, doc.tokens[k].span.start);
    let m = mentions.iter().find(|m| m.span.start >= lo && m.span.end <= hi)?;
    let near = doc.slice(Span { start: lo, end: m.span.start }).split_whitespace().count() <= 2;
    if !near || m.kind == EntityKind::Person || m.kind == EntityKind::Other {
        return None;
    }
    let id = m.entity?;
    let e = &entities[id as usize];
    let words = content_words(&e.name);
    let kind = kind_of(e.kind, SpeakerKind::Organisation);
    let issuer = Known::new(e.name.clone(), Some(id), kind, words.clone(), words);
    Some(Known { paper: noun.to_string(), ..issuer })
}

/// The government or presidency of a country whose capital or house the span names, when the article names it too.
fn government(doc: &Document, mentions: &[EntityMention], span: Span) -> Option<u32> {
    let gaz = crate::lang::gaz::Gazetteer::get();
    let key = crate::lang::gaz::key(doc.slice(span));
    let code = gaz.government(&key)?;
    let [masculine, feminine] = gaz.adjectives(code)?.map(fold);
    let house = key.split(' ').next() == Some("قصر") || gaz.capital(&key).is_none();
    let bodies: &[&str] = if house { &["الرياسه", "الحكومه"] } else { &["الحكومه"] };
    bodies.iter().find_map(|body| {
        mentions.iter().filter(|m| m.kind == EntityKind::Organisation).find_map(|m| {
            let name = fold(doc.slice(m.span));
            let mut words = name.split_whitespace();
            let fits = words.next() == Some(body)
                && words.next().is_some_and(|w| w == feminine || w == masculine)
                && words.next().is_none();
            m.entity.filter(|_| fits)
        })
    })
}

/// The state whose capital the span names, when the article names the state too: أنقرة speaks for تركيا. A capital that is
/// called as a country is (الجزائر) stays what it is.
fn state(doc: &Document, mentions: &[EntityMention], span: Span) -> Option<u32> {
    let gaz = crate::lang::gaz::Gazetteer::get();
    let key = crate::lang::gaz::key(&plain(doc.slice(span)));
    let code = gaz.capital(&key).filter(|_| gaz.country(&key).is_none())?;
    let named = |m: &&EntityMention| {
        m.kind == EntityKind::Place && gaz.country(&crate::lang::gaz::key(&plain(doc.slice(m.span)))) == Some(code)
    };
    mentions.iter().find(|m| m.entity.is_some() && named(m)).and_then(|m| m.entity)
}

/// A noun of an institution: never one of its people.
fn house(noun: &str) -> bool {
    is(noun, "institution") || is(noun, "house")
}

/// Nouns by which speakers are mentioned again.
const NOUNS: &str = include_str!("../lang/ar/speaker_nouns.tsv");

/// Folded nouns with their classes.
fn nouns() -> &'static Classes<'static> {
    static LIST: OnceLock<Classes> = OnceLock::new();
    LIST.get_or_init(|| Classes::parse("speaker_nouns.tsv", NOUNS))
}

/// Is a folded noun without the article of the class?
fn is(noun: &str, class: &str) -> bool {
    nouns().has(noun, class)
}

/// The last name before `at` that begins with the noun or stands right after it: نادي كذا، منظمة "كذا".
fn institution(doc: &Document, mentions: &[EntityMention], entities: &[Entity], noun: &str, at: u32) -> Option<u32> {
    let to = mentions.partition_point(|m| m.span.start < at);
    mentions[..to].iter().rev().take(60).chain(mentions[to..].iter().take(20)).find_map(|m| {
        let id = m.entity?;
        if m.kind == EntityKind::Person {
            return None;
        }
        if m.span.start == at {
            return None;
        }
        let own = content_words(doc.slice(m.span));
        // وطالبت المجموعة لجنة كذا: the name after the words themselves is another's
        if m.span.start > at && !doc.text()[at as usize..m.span.start as usize].trim_end().contains([' ', '"', '«']) {
            return None;
        }
        let begins = own.len() > 1 && own[0] == noun && !definite_text(doc.slice(m.span))
            || own.len() > 1 && content_words(&entities[id as usize].name).first().is_some_and(|w| w == noun);
        let before = &doc.text()[..m.span.start as usize];
        let tail: String = {
            let mut from = before.len().saturating_sub(48);
            while !before.is_char_boundary(from) {
                from += 1;
            }
            before[from..].to_string()
        };
        let after = content_words(tail.rsplit([' ', '\n']).find(|w| w.chars().any(char::is_alphabetic)).unwrap_or(""))
            .first()
            .is_some_and(|w| w == noun || w.strip_prefix(['و', 'ل', 'ب']).is_some_and(|r| r == noun));
        (begins || after).then_some(id)
    })
}

/// موقع "كذا": the last name in marks before `at` behind the noun, when nobody tagged it; in the three sentences before.
fn called(doc: &Document, noun: &str, at: u32) -> Option<String> {
    let s = doc.sentence_at(at);
    let from = doc.sentences[s.saturating_sub(3)].span.start;
    let text = doc.text().get(from as usize..at as usize)?;
    let (before, mark) = text.rmatch_indices(['"', '«', '“']).map(|(i, m)| (&text[..i], &text[i + m.len()..])).find(
        |(before, mark)| {
            let last = fold(before.split_whitespace().next_back().unwrap_or(""));
            let last = clitics::strip_conjunction(&last);
            (last == noun || last.strip_prefix(['ل', 'ب']).is_some_and(|r| r == noun))
                && before.ends_with(' ')
                && mark.starts_with(char::is_alphabetic)
        },
    )?;
    let name = mark.split(['"', '»', '”', '\n', '،', '.']).next()?.trim();
    (!before.is_empty() && (1..=5).contains(&name.split_whitespace().count())).then(|| name.to_string())
}

/// The institution named at the front of a span: at its very beginning, or after a noun that says what it is.
fn named_institution<'a>(doc: &Document, mentions: &'a [EntityMention], span: Span) -> Option<&'a EntityMention> {
    let m = mentions[mentions.partition_point(|m| m.span.end <= span.start)..].first()?;
    if m.kind != EntityKind::Organisation || m.span.end > span.end {
        return None;
    }
    if m.span.start <= span.start {
        // what follows must not be a further part of the name: … التابعة للأمم المتحدة, … البريطانية
        let rest = fold(doc.slice(Span { start: m.span.end, end: span.end }));
        let mut words = rest.split_whitespace();
        let gaz = crate::lang::gaz::Gazetteer::get();
        let hangs = words.clone().next().is_some_and(|w| matches!(w, "التابع" | "التابعه" | "الموالي" | "المواليه"));
        return (hangs || words.all(|w| gaz.demonym(w).is_some())).then_some(m);
    }
    let front = content_words(doc.slice(Span { start: span.start, end: m.span.start }));
    (front.len() == 1 && is(&front[0], "named")).then_some(m)
}

/// Is there no tagged name in the span?
fn e_free(mentions: &[EntityMention], span: Span) -> bool {
    best_mention(mentions, span).is_none()
}

/// The tagged name that opens a pair of marks right after the span.
fn named_after<'a>(doc: &Document, mentions: &'a [EntityMention], span: Span) -> Option<&'a EntityMention> {
    let rest = &doc.text()[span.end as usize..];
    let gap: usize = rest.chars().take_while(|c| matches!(c, ' ' | '"' | '«' | '“')).map(char::len_utf8).sum();
    if gap < 2 || !rest[..gap].contains(['"', '«', '“']) {
        return None;
    }
    let at = span.end + gap as u32;
    // not the first name of a quotation: وأضافت الصحيفة "فلان يقدم …"
    let closes = |m: &&EntityMention| doc.text()[m.span.end as usize..].trim_start().starts_with(['"', '»', '”']);
    mentions[mentions.partition_point(|m| m.span.start < at)..].first().filter(|m| m.span.start == at).filter(closes)
}

fn definite_text(text: &str) -> bool {
    text.starts_with("ال")
}

fn plain(text: &str) -> String {
    let cleaned: String = text
        .chars()
        .filter(|c| !matches!(c, '#' | '"' | '«' | '»' | '“' | '”'))
        .map(|c| if c == '_' { ' ' } else { c })
        .collect();
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn content_words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| {
            w.chars().count() > 1
                && !matches!(
                    *w,
                    "في" | "من"
                        | "عن"
                        | "علي"
                        | "باسم"
                        | "ان"
                        | "نفس"
                        | "نفسه"
                        | "نفسها"
                        | "ذاته"
                        | "ذاتها"
                        | "المذكور"
                )
        })
        .map(|w| {
            let bare = clitics::strip_article(w);
            // ألماني has no article
            if w.starts_with("ال") && gaz_nation(w) && !gaz_nation(bare) { w.to_string() } else { bare.to_string() }
        })
        .collect()
}

/// The same word but for gender, or a country and its adjective: فرنسا، فرنسي، فرنسية.
fn close(a: &str, b: &str) -> bool {
    a == b || (a.len() > 6 && b.len() > 6 && bare(a) == bare(b))
}

fn bare(w: &str) -> &str {
    ["يه", "ي", "ا", "ه"].iter().find_map(|s| w.strip_suffix(s).filter(|r| r.len() >= 6)).unwrap_or(w)
}

fn same_head(a: &[String], b: &[String]) -> bool {
    match (a.first(), b.first()) {
        (Some(x), Some(y)) => close(x, y),
        _ => false,
    }
}

fn contains_all(a: &[String], b: &[String]) -> bool {
    !b.is_empty() && b.iter().all(|w| a.iter().any(|x| close(x, w)))
}

fn covered(mentions: &[EntityMention], span: Span) -> bool {
    best_mention(mentions, span).is_some()
}

/// The tagged mention that overlaps the span most; persons before institutions before places.
fn best_mention(mentions: &[EntityMention], span: Span) -> Option<&EntityMention> {
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    mentions[from..].iter().take_while(|m| m.span.start < span.end).filter(|m| m.kind != EntityKind::Other).max_by_key(
        |m| {
            (
                m.kind == EntityKind::Person,
                m.span.end.min(span.end).saturating_sub(m.span.start.max(span.start)),
                std::cmp::Reverse(m.span.start),
            )
        },
    )
}

fn kind_of(entity: EntityKind, kind: SpeakerKind) -> SpeakerKind {
    match entity {
        EntityKind::Person => SpeakerKind::Named,
        _ if kind == SpeakerKind::Document => SpeakerKind::Document,
        _ => SpeakerKind::Organisation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn institutions_are_none_of_their_people() {
        assert!(house("مستشفي") && house("شركه") && !house("رييس"));
    }
}
