//! Where a name begins and ends by the grammar of names and by the words of its own sentence.

use super::letters::preposition;
use super::{CUT_MOST, Case, Change, LINKS};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::EntityKind;

/// Adjectives of a body that has its field behind it, with لل.
static GENERAL: Words = Words::new(&words::NAMES, "rank of a body");

/// Words with لل that are no field of a body.
static NO_FIELDS: Words = Words::new(&words::NAMES, "no field");

/// A word that hardly ever stands in a name: by the statistics of the corpus, in no list, without the article.
pub(super) fn plain(word: &str, gaz: &Gazetteer) -> bool {
    word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && !["ال", "لل", "وال", "بال"].iter().any(|a| word.starts_with(a))
        && gaz.classes(word) == 0
        && gaz.demonym(word).is_none()
        && gaz.head(word).is_none()
        && gaz.part(word).is_none_or(|p| p.given + p.family < 3)
        && entities::mend::seldom(word)
}

/// Directions that say where the place before them lies.
static LIES: Words = Words::new(&words::NAMES, "where a place lies");

/// A name that the words behind it complete: برنامج الأمم المتحدة + الإنمائي as the lists have it, المجلس الأعلى + للقضاة, محمد + علي;
/// two places that a hyphen ties.
pub(super) fn completed(case: Case, text: &str) -> Option<Change> {
    let Case { r, look, k, m } = case;
    let gaz = Gazetteer::get();
    use crate::lang::gaz::bits;
    let (from, to) = look.at[k];
    let doc = &r.doc;
    let end = doc.sentence_tokens(m.sentence as usize).end;
    let next = look.at.get(k + 1).map_or(usize::MAX, |a| a.0);
    let word = |i: usize| {
        let token = *look.words.get(i)? as usize;
        (token < end && i < next).then(|| doc.fold_of(token))
    };
    let placed = bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE;
    // آل + صبحان: a place called after a family
    if m.kind == EntityKind::Place
        && k.checked_sub(1).is_none_or(|b| look.at[b].1 < from)
        && from > 0
        && doc.text_of(look.words[from - 1] as usize) == "آل"
        && doc.tokens[*look.words.get(from)? as usize].span.start == m.span.start
    {
        return Some(Change::Set(from - 1, to, m.kind));
    }
    if m.kind == EntityKind::Place {
        let pieces: Vec<&str> = text.split(" - ").collect();
        if pieces.len() == 2 && pieces.iter().all(|p| gaz.classes(p) & placed != 0) {
            let first = from + pieces[0].split(' ').count();
            return (first + 1 < to).then(|| Change::Apart(vec![(from, first), (first + 1, to)]));
        }
    }
    // إسرائيل + القدس, بغداد + كركوك: two places with nothing between them
    if m.kind == EntityKind::Place && text.contains(' ') && gaz.classes(text) == 0 && gaz.world_place(text).is_none() {
        let words: Vec<&str> = text.split(' ').collect();
        let sure = |w: &str| gaz.country(w).is_some() || gaz.capital(w).is_some();
        let known = |w: &str| sure(w) || gaz.named(w).iter().any(|e| gaz.known[*e as usize].kind == EntityKind::Place);
        let cut = (1..words.len()).find(|&i| {
            let (a, b) = (words[..i].join(" "), words[i..].join(" "));
            (sure(&a) && known(&b) || known(&a) && sure(&b)) && gaz.demonym(&b).is_none()
        });
        if let Some(i) = cut.filter(|_| words.len() == to - from) {
            return Some(Change::Apart(vec![(from, from + i), (from + i, to)]));
        }
        // خان يونس + جنوب غزة: where it lies
        let lies = (1..words.len().saturating_sub(1)).find(|&i| {
            LIES.has(words[i])
                && !matches!(words[i - 1], "و" | "-" | "/")
                && !entities::mend::PLACE_HEADS.has(words[i - 1])
                && gaz.classes(&words[..i].join(" ")) & placed != 0
        });
        if let Some(i) = lies.filter(|_| words.len() == to - from) {
            return Some(Change::Set(from, from + i, m.kind));
        }
    }
    // إتش.آر. + مكماستر: the letters are a person's
    if m.kind == EntityKind::Organisation
        && gaz.classes(text) == 0
        && text.split(' ').all(|w| w.split('.').filter(|w| !w.is_empty()).all(crate::text::letter_name))
        && let (Some(&(start, past)), Some(n)) = (look.at.get(k + 1), r.mentions.entities.get(k + 1))
        && start == to
        && n.kind == EntityKind::Person
        && n.sentence == m.sentence
        && past == start + 1
        && text.split([' ', '.']).filter(|w| !w.is_empty()).count() <= 2
        && doc.tokens[*look.words.get(from)? as usize].span.start == m.span.start
    {
        return Some(Change::Set(from, past, EntityKind::Person));
    }
    if m.kind == EntityKind::Organisation && text.contains(' ') {
        let mut whole = text.to_string();
        for n in 0..CUT_MOST {
            let Some(w) = word(to + n) else { break };
            whole.push(' ');
            whole.push_str(w);
            // ميليشيات الحوثي + الانقلابية: what the lists have is whole, but for its field
            let open = gaz.classes(text) & bits::ORGANISATION == 0 || w.starts_with("لل");
            if open && gaz.classes(&whole) & bits::ORGANISATION != 0 && gaz.demonym(w).is_none() {
                return Some(Change::Set(from, to + n + 1, m.kind));
            }
        }
        let general = text.rsplit(' ').next().is_some_and(|w| GENERAL.has(w));
        let body = text.split(' ').next().and_then(|w| gaz.head(w)).is_some_and(|h| {
            matches!(
                h.kind,
                "authority"
                    | "council"
                    | "committee"
                    | "centre"
                    | "office"
                    | "foundation"
                    | "institute"
                    | "fund"
                    | "association"
                    | "organisation"
            ) || text.starts_with("الاداره ")
        });
        let field = body
            && word(to).is_some_and(|w| {
                w.starts_with("لل") && w.chars().count() >= 5 && !entities::mend::closes(w) && !NO_FIELDS.has(w)
            });
        if general && field && gaz.classes(text) == 0 {
            return Some(Change::Set(from, to + 1, m.kind));
        }
    }
    let last = text.rsplit(' ').next().unwrap_or(text);
    if m.kind == EntityKind::Person
        && look.apart
        && word(to) == Some("علي")
        && !preposition(doc, *look.words.get(to)? as usize)
        && gaz.part(last).is_some_and(|p| p.given >= 3)
    {
        return Some(Change::Set(from, to + 1, m.kind));
    }
    None
}

/// A feminine head that was left outside: شركة + الطيران الكوبية, whose adjective is not that of الطيران.
pub(super) fn head_before(case: Case, words: &[&str]) -> Option<Change> {
    const KINDS: [&str; 8] =
        ["company", "airline", "authority", "agency", "ministry", "armed", "police", "intelligence"];
    let Case { r, look, k, m } = case;
    let (from, to) = look.at[k];
    let gaz = Gazetteer::get();
    let (first, last) = (*words.first()?, *words.last()?);
    let feminine = |w: &str| w.ends_with('ه') || w.ends_with("ات");
    let disagrees = m.kind == EntityKind::Organisation
        && words.len() >= 2
        && words.len() == to - from
        && first.starts_with("ال")
        && !feminine(first)
        && !first.ends_with(['ا', 'ء'])
        && last.starts_with("ال")
        && last.ends_with("يه")
        && !words[1..words.len() - 1].iter().any(|w| feminine(w))
        && gaz.classes(&words.join(" ")) == 0;
    let at = from.checked_sub(1).filter(|_| disagrees)?;
    let token = look.words[at] as usize;
    let free = token >= r.doc.sentence_tokens(m.sentence as usize).start
        && token + 1 == look.words[from] as usize
        && r.doc.tokens[token + 1].span.start == m.span.start
        && k.checked_sub(1).is_none_or(|b| look.at[b].1 <= at);
    let word = r.doc.fold_of(token);
    ["", "و", "ب", "ل", "وب", "ول"].iter().filter(|_| free).find_map(|p| {
        let noun = word.strip_prefix(p)?;
        gaz.head(noun).filter(|h| !h.adjective && KINDS.contains(&h.kind))?;
        (feminine(noun) || noun == "خطوط").then_some(Change::House(at, p.len(), m.kind))
    })
}

/// Small words that the name of a public body may go on with.
static INSIDE_BODIES: Words = Words::new(&words::NAMES, "small word inside a body's name");

/// Bare words that stand in names of public bodies.
static BARE_INSIDE: Words = Words::new(&words::NAMES, "bare word inside a body's name");

/// Where the name of a public body ends before words that its grammar has no room for: behind a definite word or an
/// adjective of a country no bare word follows that is no place, no letters and no name of the lists (البرلمان + حزب اليسار,
/// مجلس الوزراء + وزير الدفاع, الحكومة + الس), no bracket and no number (مجلس الأمن + 2216). Houses that are called by
/// names of any kind (banks, companies, clubs, schools, papers) are left alone.
///
/// `hamza` says whether a word is written with a hamza on its first letter: ألوية has no article.
pub(super) fn overgrown(words: &[&str], hamza: impl Fn(usize) -> bool, gaz: &Gazetteer) -> Option<usize> {
    const PUBLIC: [&str; 14] = [
        "government",
        "ministry",
        "parliament",
        "council",
        "court",
        "army",
        "police",
        "intelligence",
        "national_team",
        "committee",
        "alliance",
        "armed",
        "union",
        "association",
    ];
    use crate::lang::gaz::bits;
    const NAMED: u16 = bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE | bits::ORGANISATION;
    static NAMED_AFTER: Words = Words::new(&words::NAMES, "title that something is called by");
    if !gaz.head(words[0]).is_some_and(|h| PUBLIC.contains(&h.kind)) || gaz.classes(&words.join(" ")) != 0 {
        return None;
    }
    let arabic = |w: &str| w.chars().all(|c| ('\u{620}'..='\u{64a}').contains(&c));
    (1..words.len()).find(|&i| {
        let (before, w) = (words[i - 1], words[i]);
        let closed =
            before.starts_with("ال") && !matches!(before, "ال" | "الله") && !hamza(i - 1) && !NAMED_AFTER.has(before);
        if !closed {
            return false;
        }
        if i >= 2 && w.len() >= 3 && w.chars().all(|c| c.is_ascii_digit()) {
            return true;
        }
        if matches!(w, "(" | "." | ".." | "..." | "…" | ":") {
            return true;
        }
        let bare = arabic(w)
            && !w.starts_with("ال")
            && !w.starts_with("لل")
            && !w.starts_with("وال")
            && !w.starts_with("بال")
            && !INSIDE_BODIES.has(w)
            && !w.starts_with(['ل', 'ب'])
            && !(w.starts_with('و') && gaz.part(w).is_none() && gaz.title(w).is_none());
        bare && gaz.classes(w) & NAMED == 0
            && gaz.demonym(w).is_none()
            && gaz.country(w).is_none()
            && gaz.world_place(w).is_none()
            && !crate::text::letter_name(w)
            && !BARE_INSIDE.has(w)
            && gaz.classes(&words[i - 1..=i].join(" ")) == 0
            && gaz.classes(&words[..=i].join(" ")) == 0
    })
}

/// A noun of houses and grounds right before a person's full name, which is called after the person: bytes of the particle
/// joined to the noun, kind. A camp may be called by a given name alone.
pub(super) fn house_before(word: &str, parts: usize) -> Option<(usize, EntityKind)> {
    static PLACES: Words = Words::new(&words::NAMES, "ground called after somebody");
    static BODIES: Words = Words::new(&words::NAMES, "house called after somebody");
    ["", "و", "ب", "ل", "وب", "ول"].iter().find_map(|p| {
        let noun = word.strip_prefix(p)?;
        let kind = if PLACES.has(noun) {
            EntityKind::Place
        } else if BODIES.has(noun) {
            EntityKind::Organisation
        } else {
            return None;
        };
        (parts >= 2 || noun == "معسكر").then_some((p.len(), kind))
    })
}

/// Where a person's name ends before a bare noun that says who the person is: فيليب + زوج, سانتياغو أرياس + ظهير أيمن.
pub(super) fn calling_behind(words: &[&str], gaz: &Gazetteer) -> Option<usize> {
    static WHO: Words = Words::new(&words::NAMES, "who somebody is");
    (1..words.len()).find(|&j| {
        let w = words[j];
        WHO.has(w)
            && !LINKS.has(words[j - 1])
            && gaz.part(w).is_none_or(|p| p.family < 3)
            && gaz.classes(&words.join(" ")) == 0
    })
}

/// Where a name ends before the adjective of the country that it is of: مدينة نيويورك + الأمريكية, جيجو يونايتد + الكوري
/// الجنوبي, مجلة "تايم" + الأميركية. `closed` says whether a mark closes behind a word. Only behind a proper name: behind a
/// definite noun the adjective says which body it is (البرلمان التركي), and what the lists have with its adjective is whole.
pub(super) fn nationality_behind(
    words: &[&str],
    kind: EntityKind,
    closed: impl Fn(usize) -> bool,
    known: impl Fn(&str) -> u32,
    gaz: &Gazetteer,
) -> Option<usize> {
    use crate::lang::gaz::bits;
    let n = words.len();
    let bare = |w: &str| w.strip_prefix("ال").filter(|w| w.chars().count() >= 3).map(str::to_string);
    let of = |w: &str| gaz.demonym(w).filter(|code| code.len() == 2);
    // الكوري الجنوبي, الجنوب أفريقي
    let two = || {
        let (a, b) = (bare(words[n - 2])?, words[n - 1]);
        let b = bare(b).unwrap_or_else(|| b.to_string());
        of(&format!("{a} {b}"))
    };
    let (j, code) = match (n >= 3).then(two).flatten() {
        Some(code) => (n - 2, code),
        None => (n - 1, of(words[n - 1]).filter(|_| words[n - 1].starts_with("ال"))?),
    };
    let whole = words.join(" ");
    let base = words[..j].join(" ");
    let last = *words[..j].last()?;
    if gaz.classes(&whole) != 0 || gaz.world_place(&whole).is_some() {
        return None;
    }
    // (لوس أنجلوس الأميركي): a club that is called like its town
    if kind == EntityKind::Organisation && gaz.classes(&base) & bits::CITY != 0 && !words[n - 1].ends_with('ه') {
        return None;
    }
    if closed(j - 1) {
        return Some(j);
    }
    // غويانا الفرنسية, قبرص التركية; حركة طالبان الباكستانية, برشلونة الإكوادوري: another than the one of the lists
    let named_elsewhere = |w: &str| {
        gaz.country(w).is_some_and(|c| c != code)
            || gaz.named(w).iter().any(|e| {
                let c = gaz.known[*e as usize].country;
                c.len() == 2 && c != code
            })
    };
    if named_elsewhere(last) || named_elsewhere(&base) {
        return None;
    }
    let arabic = last.chars().all(|c| ('\u{620}'..='\u{64a}').contains(&c));
    if !arabic {
        return last.chars().any(|c| c.is_ascii_alphabetic()).then_some(j);
    }
    let count = |w: &str| entities::news().lexicon().get(w).map_or(0, |e| e.count);
    let place = gaz.classes(last) & (bits::CITY | bits::COUNTRY | bits::REGION | bits::SMALL_PLACE) != 0;
    let proper = !["ال", "وال", "بال", "لل"].iter().any(|a| last.starts_with(a))
        && last.chars().count() >= 3
        && gaz.head(last).is_none()
        && gaz.title(last).is_none()
        && gaz.demonym(last).is_none()
        && !entities::mend::PLACE_HEADS.has(last)
        && !entities::mend::closes(last)
        && !entities::mend::seldom(last)
        && (place || entities::news().word_stats(last).is_some() || count(last) < super::NOUN_LEAST);
    // نون السعودية: of one word it is cut only to what the run has by itself
    let enough = j > 1 || known(&base) >= 2 && known(&base) >= known(&whole);
    (proper && enough && !(kind == EntityKind::Other && j == 1)).then_some(j)
}
