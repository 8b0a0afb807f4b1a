//! Borders of persons' names: what stands before them, and two persons that were taken for one.

use rustc_hash::FxHashSet;

use super::super::compare::is_native;
use super::grammar::{house_before, plain};
use super::letters::preposition;
use super::{Case, Change, Forms, KNOWN_ALONE, LINKS, NOUN_LEAST, TIMES, doc_word};
use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::mentions::entities;
use crate::model::EntityKind;

/// Given names with a hamza that fold like nouns with the article, which no name goes over.
static HIDDEN: Words = Words::new(&words::NAMES, "given name with a hamza");

impl Forms {
    /// What belongs to the front of a person's name, or does not: علي before حسن خليل where the run has the three as one
    /// name, a given name before بن; أن, and who is for or against somebody (معارضي الأسد); two persons tied by a hyphen.
    pub(super) fn person_front(&self, case: Case, words: &[&str], here: &FxHashSet<(u32, usize)>) -> Option<Change> {
        let Case { r, look, k, m } = case;
        let gaz = Gazetteer::get();
        let (from, to) = look.at[k];
        let n = words.len();
        if n != to - from {
            return None;
        }
        let doc = &r.doc;
        let token = look.words[from] as usize;
        if n >= 3 && n % 2 == 1 && (1..n).step_by(2).all(|i| words[i] == "-") {
            let alone = |w: &str| {
                let named = |t: &str| self.ids.get(t).is_some_and(|s| here.contains(&(*s, 0)));
                let ends = || {
                    here.iter()
                        .filter(|h| h.1 == 0)
                        .map(|h| self.texts[h.0 as usize].as_str())
                        .any(|t| !t.contains('-') && t.strip_suffix(w).is_some_and(|rest| rest.ends_with(' ')))
                };
                named(w) || ends()
            };
            if (0..n).step_by(2).all(|i| words[i].chars().count() >= 2 && alone(words[i])) {
                return Some(Change::Apart((0..n).step_by(2).map(|i| (from + i, from + i + 1)).collect()));
            }
        }
        // نيمار أم هازار: one or the other
        let or = (1..n.saturating_sub(1)).find(|&i| {
            words[i] == "ام" && doc.text_of(look.words[from + i] as usize) == "أم" && !LINKS.has(words[i - 1])
        });
        if let Some(i) = or {
            return Some(Change::Apart(vec![(from, from + i), (from + i + 1, to)]));
        }
        if doc.tokens[token].span.start != m.span.start {
            return None;
        }
        if n >= 2 {
            let raw = doc.text_of(token);
            let plural = |end: &str, whole: &str| {
                words[0].strip_suffix(end).is_some_and(|stem| {
                    let lexicon = entities::news().lexicon();
                    let whole = format!("{stem}{whole}");
                    stem.chars().count() >= 4
                        && !stem.starts_with("ال")
                        && lexicon.get(&whole).is_some_and(|e| e.count >= NOUN_LEAST)
                        && entities::mend::seldom(&whole)
                })
            };
            let supporters = gaz.part(words[0]).is_none_or(|p| p.given + p.family == 0)
                && gaz.classes(words[0]) == 0
                && (plural("ي", "ين") || plural("و", "ون"));
            if matches!(raw, "أن" | "أنّ" | "إن" | "إنّ") || supporters {
                return Some(Change::Set(from + 1, to, m.kind));
            }
        }
        // the word before, of the same sentence and of no other name
        let before = from.checked_sub(1)?;
        let sentence = doc.sentence_tokens(m.sentence as usize);
        let free = (look.words[before] as usize) >= sentence.start
            && look.at[..k].last().is_none_or(|b| b.1 <= before)
            && !preposition(doc, look.words[before] as usize);
        let word = doc_word(r, look, before);
        // مستشفى + جورج كلوران: what is called after a person
        let house = free.then(|| house_before(word, n)).flatten().filter(|_| n > 1 || is_native(words[0]));
        if let Some((joined, kind)) = house.filter(|_| m.role.is_none()) {
            return Some(Change::House(before, joined, kind));
        }
        // الشيخ + زويد is a town
        if free && word == "الشيخ" {
            use crate::lang::gaz::bits::{CITY, REGION, SMALL_PLACE};
            let whole = format!("{word} {}", words.join(" "));
            if gaz.classes(&whole) & (CITY | REGION | SMALL_PLACE) != 0 {
                return Some(Change::Set(before, to, EntityKind::Place));
            }
        }
        // إلهام is no noun with the article
        let raw = doc.text_of(look.words[before] as usize);
        let article = word.starts_with("ال") && !raw.starts_with(['إ', 'أ', 'آ']);
        if !free || article || word.chars().count() < 3 {
            return None;
        }
        let article_like = raw.starts_with(['إ', 'أ', 'آ']);
        for (word, joined) in [(word, 0), (word.strip_prefix('و').unwrap_or(""), 'و'.len_utf8())] {
            let given =
                gaz.part(word).is_some_and(|p| p.given >= 3 && p.given > p.family) || article_like && HIDDEN.has(word);
            if !given {
                continue;
            }
            let child =
                matches!(words[0], "بن" | "بنت") && n >= 2 || word == "علي" && look.apart && is_native(words[0]);
            let whole = self.ids.get(&format!("{word} {}", words.join(" "))).map_or(0, |f| self.named[*f as usize][0]);
            let least = if joined > 0 || gaz.title(word).is_some() { 2 } else { 1 };
            // آلان + بيتر كايت: folded it looks like a noun with the article, which no name goes over
            let hidden = joined == 0 && HIDDEN.has(word) && article_like && gaz.title(words[0]).is_none();
            // أمير + كرارة: the title has the article, or a land behind it
            let prince = joined == 0 && word == "امير" && gaz.classes(words[0]) == 0 && gaz.demonym(words[0]).is_none();
            if child && joined == 0 || hidden || prince || whole >= least {
                return Some(Change::From(before, joined));
            }
        }
        None
    }

    /// A rare name of a person with a common word before or behind it, or of two persons.
    pub(super) fn odd_person(
        &self,
        from: usize,
        words: &[&str],
        here: &FxHashSet<(u32, usize)>,
        gaz: &Gazetteer,
    ) -> Option<Change> {
        let n = words.len();
        let stands = |words: &[&str]| self.ids.get(&words.join(" ")).is_some_and(|s| here.contains(&(*s, 0)));
        // وليام + قداسا: an indefinite accusative whose noun the corpus knows
        let accusative = |w: &str| {
            let Some(noun) = w.strip_suffix('ا').filter(|x| x.chars().count() >= 3) else { return false };
            gaz.part(w).is_none()
                && gaz.part(noun).is_none()
                && gaz.classes(w) == 0
                && entities::news().lexicon().get(noun).is_some_and(|e| e.count >= NOUN_LEAST)
                && entities::mend::seldom(noun)
        };
        let mut j = n;
        // ليوناردو + العائدة
        let common = |w: &str| entities::mend::describes(w, entities::news().lexicon(), gaz);
        // إيان + بريطاني
        let citizen =
            |w: &str| !w.starts_with("ال") && gaz.demonym(w).is_some() && gaz.part(w).is_none_or(|p| p.family < 3);
        while j > 1
            && (plain(words[j - 1], gaz) || accusative(words[j - 1]) || common(words[j - 1]) || citizen(words[j - 1]))
        {
            j -= 1;
        }
        if j < n && !LINKS.has(words[j - 1]) && stands(&words[..j]) {
            return Some(Change::Set(from, from + j, EntityKind::Person));
        }
        let mut i = 0;
        // عادلت + رؤى: a verb that the statistics do not know
        let verb = |w: &str| {
            w.chars().count() >= 4
                && w.ends_with('ت')
                && gaz.part(w).is_none()
                && gaz.classes(w) == 0
                && entities::news().word_stats(w).is_none()
        };
        while i + 1 < n && (plain(words[i], gaz) || verb(words[i])) {
            i += 1;
        }
        let given = |w: &str| w.starts_with("عبد") || gaz.part(w).is_some_and(|p| p.given >= 3 && p.given > p.family);
        // تتمنى + مها: not يومي فؤاد, whose surname stands alone as surnames do
        // دموع + نيمار, whom the run names
        let noun = |w: &str| entities::news().lexicon().get(w).is_some_and(|e| e.count >= NOUN_LEAST);
        let named = |words: &[&str]| {
            self.ids.get(&words.join(" ")).is_some_and(|s| self.named[*s as usize][0] >= NOUN_LEAST.into())
        };
        let said = || i + 1 == n && words[..i].iter().all(|w| noun(w)) && named(&words[i..]);
        if i > 0 && (given(words[i]) || said()) && stands(&words[i..]) {
            return Some(Change::Set(from + i, from + n, EntityKind::Person));
        }
        // هاري + وميغن ماركل: و, and a name of the run
        let joined = (1..n).find(|&j| {
            words[j].strip_prefix('و').filter(|w| w.chars().count() >= 3).is_some_and(|w| {
                let rest = std::iter::once(w).chain(words[j + 1..].iter().copied()).collect::<Vec<_>>().join(" ");
                let least = if rest.contains(' ') { 1 } else { TIMES };
                let known =
                    self.ids.get(&rest).is_some_and(|s| self.named[*s as usize][0] >= least || here.contains(&(*s, 0)));
                let alone = self.ids.get(w).is_some_and(|s| here.contains(&(*s, 0)));
                (known || alone)
                    && gaz.part(words[j]).is_none_or(|p| p.given + p.family == 0)
                    && !LINKS.has(words[j - 1])
            })
        });
        if let Some(j) = joined {
            return Some(Change::Part(from + j, 'و'.len_utf8()));
        }
        let persons = |w: &str| {
            let longer = here.iter().filter(|h| h.1 == 0).map(|h| self.texts[h.0 as usize].as_str());
            longer.filter(|t| t.contains(' ') && t.split(' ').any(|x| x == w)).collect::<Vec<_>>()
        };
        let own = words.join(" ");
        // قمة مون-كيم: two foreign names, each of somebody else in the article
        if n == 2 && words.iter().all(|w| !is_native(w)) && (stands(&words[..1]) || stands(&words[1..])) {
            let (a, b) = (persons(words[0]), persons(words[1]));
            let apart =
                |x: &[&str], y: &[&str]| x.iter().any(|t| *t != own) && !x.iter().any(|t| *t != own && y.contains(t));
            if apart(&a, &b) && apart(&b, &a) {
                return Some(Change::Part(from + 1, 0));
            }
        }
        // هاري + ميغان ماركل
        if n >= 3
            && stands(&words[..1])
            && !LINKS.has(words[0])
            && self.ids.get(&words[1..].join(" ")).is_some_and(|s| {
                let own = self.ids.get(&own).map_or(0, |o| self.named[*o as usize][0]);
                self.named[*s as usize][0] >= 2 * TIMES * own.max(1)
            })
            && given(words[1])
            && persons(words[0]).iter().all(|t| *t == own)
        {
            return Some(Change::Part(from + 1, 0));
        }
        // ترامب + برادلي بارسكيل: one whom the whole run knows by this name alone
        if n >= 3
            && given(words[1])
            && gaz.part(words[0]).is_none_or(|p| p.given <= p.family)
            && self.ids.get(words[0]).is_some_and(|s| self.named[*s as usize][0] >= KNOWN_ALONE)
            && (stands(&words[1..]) || stands(&words[n - 1..]))
            && persons(words[0]).iter().all(|t| *t == own || t.ends_with(words[0]))
        {
            return Some(Change::Part(from + 1, 0));
        }
        // يورجين كلوب + جوارديولا: two whom the run knows, no Arabs, whose names are chains
        if n >= 3 && words.iter().all(|w| !is_native(w)) && !LINKS.has(words[n - 2]) {
            let of = |words: &[&str]| self.ids.get(&words.join(" ")).map_or(0, |s| self.named[*s as usize][0]);
            let own = of(words);
            if own <= 1 && of(&words[..n - 1]) >= TIMES && of(&words[n - 1..]) >= KNOWN_ALONE {
                return Some(Change::Part(from + n - 1, 0));
            }
        }
        // خاطب + نوفاك ميلر: the surname of one of the article and another who stands alone there
        if n == 2 && !LINKS.has(words[0]) && gaz.part(words[0]).is_none_or(|p| p.given <= p.family) {
            let persons = || here.iter().filter(|h| h.1 == 0).map(|h| self.texts[h.0 as usize].as_str());
            let ends = |w: &str| persons().any(|t| t.strip_suffix(w).is_some_and(|rest| rest.ends_with(' ')));
            let own = words.join(" ");
            let opened =
                persons().any(|t| t != own && t.strip_prefix(words[0]).is_some_and(|rest| rest.starts_with(' ')));
            let ends_other =
                |w: &str| persons().any(|t| t != own && t.strip_suffix(w).is_some_and(|rest| rest.ends_with(' ')));
            if ends(words[0]) && !opened && stands(&words[1..]) && (stands(&words[..1]) || ends_other(words[1])) {
                return Some(Change::Part(from + 1, 0));
            }
        }
        None
    }
}
