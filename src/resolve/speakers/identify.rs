//! Whose words a claim's speaker stands for: a tagged name, somebody heard before, the holder of an office.

use super::offices::{Office, Sought, same_office_head};
use super::people::{People, kind_of};
use super::words::{close, contains_all, content_words, house, is, national, plain, same_head};
use crate::model::{Claim, EntityKind, Span, SpeakerKind};
use crate::text::fold::fold;

/// A speaker that has been identified.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub name: String,
    pub entity: Option<u32>,
    pub kind: SpeakerKind,
    /// Folded content words of the name and role, without the article.
    pub words: Vec<String>,
    /// Words by which it is mentioned again: its name's, and the head of its role.
    pub keys: Vec<String>,
    /// The paper that the claim was made in.
    pub paper: String,
    /// Who passed it on.
    pub channel: Option<u32>,
}

impl Known {
    /// A speaker of no paper that nobody passed on.
    pub fn new(name: String, entity: Option<u32>, kind: SpeakerKind, words: Vec<String>, keys: Vec<String>) -> Known {
        Known { name, entity, kind, words, keys, paper: String::new(), channel: None }
    }

    /// Is it an office that nobody is known to hold?
    pub fn is_bare_office(&self) -> bool {
        self.kind == SpeakerKind::Role && self.entity.is_none()
    }

    /// Is it a person of the run?
    pub fn is_person(&self) -> bool {
        self.kind == SpeakerKind::Named && self.entity.is_some()
    }
}

/// The words of a claim's speaker, with all that may tell whose they are.
pub(super) struct Speaker<'a> {
    people: &'a People<'a>,
    /// Who has spoken before, in order.
    known: &'a [Known],
    span: Span,
    kind: SpeakerKind,
    text: String,
    /// Folded content words of the text.
    own: Vec<String>,
    /// The same with its role's.
    words: Vec<String>,
    /// Words by which it is mentioned again.
    keys: Vec<String>,
}

impl<'a> Speaker<'a> {
    /// The speaker of a claim, whose words stand at `span`.
    pub fn new(people: &'a People, known: &'a [Known], claim: &Claim, span: Span) -> Speaker<'a> {
        let (doc, kind) = (people.doc, claim.speaker_kind);
        let mut text = plain(doc.slice(span));
        if doc.text()[..span.start as usize].ends_with("لل") {
            // للشرطة: the article lost its alef to the preposition
            text.insert_str(0, "ال");
        }
        let own = content_words(&text);
        let mut words = own.clone();
        // an office or a source comes again by its head alone: الشرطة is not the spokesman of the police
        let unnamed = matches!(kind, SpeakerKind::Role | SpeakerKind::Anonymous);
        let mut keys: Vec<String> = own.iter().take(if unnamed { 1 } else { own.len() }).cloned().collect();
        if let Some(r) = claim.speaker_role {
            let role = content_words(doc.slice(r));
            keys.extend(role.first().cloned());
            words.extend(role);
        }
        Speaker { people, known, span, kind, text, own, words, keys }
    }

    /// Who it is, by the first rule that knows.
    pub fn identify(&self) -> Known {
        let untagged = || self.people.at(self.span).is_none();
        if self.kind == SpeakerKind::Anonymous || self.kind == SpeakerKind::Media && untagged() {
            return self.source();
        }
        self.tagged()
            // صحيفة "ديلي ميل" البريطانية، وكالة "فيتش" للتصنيف: the name in it, after the noun that says what it is
            .or_else(|| self.people.named_institution(self.span).map(|id| self.body(id)))
            .or_else(|| self.same_paper())
            .or_else(|| self.named_in_marks())
            .or_else(|| self.national_institution())
            .or_else(|| self.paper_of_who_spoke())
            .or_else(|| self.mentioned_again())
            .or_else(|| self.office())
            .or_else(|| self.fullest())
            .unwrap_or_else(|| self.unknown())
    }

    fn known(&self, name: String, entity: Option<u32>, kind: SpeakerKind) -> Known {
        Known::new(name, entity, kind, self.words.clone(), self.keys.clone())
    }

    /// An entity under its own name.
    fn entity(&self, id: u32) -> Known {
        let e = self.people.entity(id);
        self.known(e.name.clone(), Some(id), kind_of(e.kind, self.kind))
    }

    /// The same of an institution.
    fn body(&self, id: u32) -> Known {
        self.known(self.people.entity(id).name.clone(), Some(id), SpeakerKind::Organisation)
    }

    fn anonymous(&self, kind: SpeakerKind) -> Known {
        self.known(format!("anonymous: {}", self.text), None, kind)
    }

    /// Who spoke before, the last one first.
    fn before(&self) -> impl Iterator<Item = &'a Known> {
        self.known.iter().rev()
    }

    fn is_same(&self) -> bool {
        self.text.starts_with("نفس ") || self.text.starts_with("ذات ")
    }

    fn is_definite(&self) -> bool {
        self.is_same() || self.text.starts_with("ال")
    }

    /// A source without a name, or the one heard before.
    fn source(&self) -> Known {
        let (own, definite) = (&self.own, self.text.starts_with("ال"));
        // المصدر، الشهود: the unnamed source before
        if own.len() <= 2
            && (own.len() == 1 || definite)
            && let Some(k) = self.before().find(|k| k.kind == self.kind && same_head(&k.words, own))
        {
            return Known { keys: own.clone(), words: own.clone(), ..k.clone() };
        }
        let again = match own.as_slice() {
            // المصدر after a report or an office without a source before it: the same
            [word] if definite && word == "مصدر" => self.before().take(4).find(|k| k.kind != SpeakerKind::Named),
            // وتابع محبي: the name of somebody heard before, which is a plural of the lexicon's too
            [word] if !definite && self.kind == SpeakerKind::Anonymous => {
                self.before().find(|k| k.kind == SpeakerKind::Named && k.words.last() == Some(word))
            }
            _ => None,
        };
        again.cloned().unwrap_or_else(|| self.anonymous(self.kind))
    }

    /// A tagged name at the place.
    fn tagged(&self) -> Option<Known> {
        let (people, span) = (self.people, self.span);
        let e = people.at(span)?;
        let person = e.kind == EntityKind::Person;
        // السعودية، ودولة الإمارات: two together are neither of them
        if let Some(name) = people.together(span) {
            return Some(self.known(name, None, self.kind));
        }
        // أمر البرلمان العراقي مفوضية …: a name that was tagged too far
        let rest = || people.doc.text()[span.end as usize..].trim_start_matches([' ', '"', '«', '“']);
        if !person && e.span.start <= span.start && e.span.end > span.end + 2 && rest().starts_with(char::is_alphabetic)
        {
            // ودانت الجامعة "الجرائم …": a house that comes again is looked for below
            let again = self.text.starts_with("ال") && self.own.len() == 1;
            return (!again).then(|| self.known(self.text.clone(), self.listed(), SpeakerKind::Organisation));
        }
        let office = self.kind == SpeakerKind::Role && !person && e.span.start > span.start;
        let whole = !office && e.span.len() * 10 >= span.len() * 6 || person && self.kind == SpeakerKind::Named;
        let id = e.entity.filter(|_| whole)?;
        // بغداد, قصر الإليزيه: a house or capital speaks for the government that the article names
        if !person && let Some(body) = people.government(span) {
            return Some(self.entity(body));
        }
        if e.kind == EntityKind::Place
            && let Some(state) = people.state(span)
        {
            let name = format!("{} ({})", people.entity(state).name, people.entity(id).name);
            return Some(self.known(name, Some(state), kind_of(EntityKind::Place, self.kind)));
        }
        Some(self.entity(id))
    }

    /// The institution or place of the run that is called by the very words.
    fn listed(&self) -> Option<u32> {
        let own = fold(&self.text);
        let mut entities = self.people.entities.iter();
        let at = entities
            .position(|x| matches!(x.kind, EntityKind::Organisation | EntityKind::Place) && fold(&x.name) == own);
        at.map(|i| i as u32)
    }

    /// نفس البيان: the paper told before, or whoever spoke last.
    fn same_paper(&self) -> Option<Known> {
        let paper = self.own.first().is_some_and(|w| matches!(w.as_str(), "بيان" | "تقرير" | "وثيقه" | "رساله"));
        if !self.is_same() || !paper {
            return None;
        }
        self.before().find(|k| k.kind == SpeakerKind::Document).or(self.known.last()).cloned()
    }

    /// القناة الرسمية "كذا": the name in marks after the noun
    fn named_in_marks(&self) -> Option<Known> {
        if !self.is_definite() || self.people.at(self.span).is_some() {
            return None;
        }
        self.people.named_after(self.span).map(|id| self.entity(id))
    }

    /// الصحيفة الأميركية، المنظمة الدولية: the institution of that kind before it
    fn national_institution(&self) -> Option<Known> {
        let [noun, reach] = self.own.as_slice() else { return None };
        if !self.is_definite() || !is(noun, "institution") || !(national(reach) || is(reach, "reach")) {
            return None;
        }
        let again = self.before().find(|k| self.people.is_body(k.entity) && k.keys.contains(noun));
        again.cloned().or_else(|| self.people.institution(noun, self.span.start).map(|id| self.body(id)))
    }

    /// حسبما جاء في بيان مقتضب: of whoever has just spoken
    fn paper_of_who_spoke(&self) -> Option<Known> {
        let last = self.known.last()?;
        (self.kind == SpeakerKind::Document
            && !self.is_definite()
            && self.own.len() <= 2
            && self.own.first().is_some_and(|w| is(w, "paper"))
            // تقرير أمريكي: another's
            && self.own.get(1).is_none_or(|w| !national(w))
            && matches!(last.kind, SpeakerKind::Organisation | SpeakerKind::Role))
        .then(|| last.clone())
    }

    /// Whoever holds the office of the words, or is called by them.
    fn office(&self) -> Option<Known> {
        if self.kind != SpeakerKind::Role {
            return None;
        }
        // who holds it in this article?
        let sought = Sought::new(&self.own, self.is_definite(), self.span.start);
        if let Some(o) = sought.holder(&self.people.offices).or_else(|| self.only_holder()) {
            let mut k = match o.entity {
                Some(id) => self.entity(id),
                None => self.known(o.name.clone(), None, SpeakerKind::Named),
            };
            k.kind = SpeakerKind::Named;
            k.words.extend(content_words(&o.name));
            return Some(k);
        }
        self.person_of_calling().or_else(|| self.nationals())
    }

    /// الرئيس الاشتراكي، المدرب المخضرم: whoever holds the office, told by what he is like, when only one does
    fn only_holder(&self) -> Option<&'a Office> {
        let [_, like] = self.own.as_slice() else { return None };
        if !self.is_definite()
            || national(like)
            || !self.text.split_whitespace().nth(1).is_some_and(|w| w.starts_with("ال"))
            || is(like, "standing")
            || !like.ends_with(['ي', 'ه'])
        {
            return None;
        }
        let mut same = self.people.offices.iter().filter(|o| same_office_head(&o.role, &self.own));
        let one = same.next().filter(|o| o.entity.is_some())?;
        same.all(|o| o.entity == one.entity).then_some(one)
    }

    /// اللاعب، النجم البرتغالي، الفنانة: a person by his calling, who has no office in the article: the last who spoke
    fn person_of_calling(&self) -> Option<Known> {
        let ([calling] | [calling, _]) = self.own.as_slice() else { return None };
        if !self.is_definite() || !is(calling, "calling") || !self.own[1..].iter().all(|w| national(w)) {
            return None;
        }
        let k = self.before().take(6).find(|k| k.is_person())?;
        Some(Known { keys: k.keys.iter().chain([calling]).cloned().collect(), ..k.clone() })
    }

    /// الفلسطينيون: a people is none of its speakers
    fn nationals(&self) -> Option<Known> {
        let people = self.text.ends_with("ون") || self.text.ends_with("يين");
        (self.is_definite() && self.own.len() == 1 && people).then(|| self.known(self.text.clone(), None, self.kind))
    }

    /// The fullest form among the speakers so far, and among the words of the article's tagged names.
    fn fullest(&self) -> Option<Known> {
        let (own, role) = (&self.own, self.kind == SpeakerKind::Role);
        // الرئيس الأميركي is not the head of the American house
        if role && matches!(own.as_slice(), [head, nation] if head == "رييس" && national(nation)) {
            return None;
        }
        let first = own.first()?;
        let fits = |k: &&Known| {
            let named = k.kind == SpeakerKind::Named;
            (k.entity.is_some() || k.kind == self.kind || role)
                // المستشفى is not its director
                && !(named && house(first))
                && (named || k.keys.first().is_some_and(|w| close(w, first)))
                && k.words.len() > own.len()
                && contains_all(&k.words, own)
        };
        self.before().find(fits).cloned()
    }

    /// Nobody that the article knows.
    fn unknown(&self) -> Known {
        const REPORTERS: [&str; 6] = ["مراسل", "مراسله", "مراسلنا", "مراسلتنا", "موفد", "موفده"];
        // مراسل الوكالة في المدينة، مراسلنا: a reporter without a name
        let reporter = self.own.first().is_some_and(|w| REPORTERS.contains(&w.as_str()));
        if self.kind == SpeakerKind::Role && reporter {
            return self.anonymous(SpeakerKind::Anonymous);
        }
        self.known(self.text.clone(), None, self.kind)
    }
}

/// A short definite re-mention: الوزير، البيان، الجامعة، المتحدث.
impl<'a> Speaker<'a> {
    fn mentioned_again(&self) -> Option<Known> {
        let [noun] = self.own.as_slice() else { return None };
        let (paper, definite) = (self.kind == SpeakerKind::Document, self.is_definite());
        if !definite && !paper {
            return None;
        }
        let before = self.body_that_spoke(noun).or_else(|| self.heard_again(noun, definite));
        if let Some(k) = before {
            return Some(k);
        }
        if !definite {
            // وثائق، دراسة: nobody is said to have issued it
            return Some(self.anonymous(self.kind));
        }
        self.issuer(noun)
            .or_else(|| self.spokesman_told(noun))
            .or_else(|| self.still_speaking(noun).cloned())
            .or_else(|| self.institution_of_kind(noun))
    }

    /// The institution that has just spoken, or that passed on what was just said.
    fn body_that_spoke(&self, noun: &String) -> Option<Known> {
        let last = self.known.last()?;
        // هيومن رايتس ووتش … وقالت المنظمة: when its name does not say what it is
        if matches!(noun.as_str(), "منظمه" | "وكاله")
            && last.kind == SpeakerKind::Organisation
            && self.people.is_body(last.entity)
            && !last.keys.iter().any(|w| is(w, "institution") || is(w, "body"))
            && last.words.iter().all(|w| !w.starts_with("وزار"))
            && (last.words.len() > 1 || noun == "وكاله")
        {
            return Some(last.clone());
        }
        // وقالت تاس نقلا عن اللجنة …. وأضافت الوكالة: who passed it on
        let id = last.channel?;
        let called = is(noun, "institution")
            && !last.keys.contains(noun)
            && self.people.is_body(last.channel)
            && content_words(&self.people.entity(id).name).first() == Some(noun);
        called.then(|| self.body(id))
    }

    /// Whoever spoke before and is mentioned again by the noun, or by the paper that he spoke in.
    fn heard_again(&self, noun: &String, definite: bool) -> Option<Known> {
        let paper = self.kind == SpeakerKind::Document && definite;
        // نقلت الصحيفة عن مصادر قولها …. وذكر التقرير أن: the paper that passed it on
        if paper
            && noun == "تقرير"
            && let Some(Known { kind: SpeakerKind::Anonymous, channel: Some(id), .. }) = self.known.last()
        {
            return Some(self.body(*id));
        }
        let fits = |k: &Known| {
            // المرأة is not جماعة … لحقوق المرأة
            let of_body = self.kind == SpeakerKind::Role
                && k.kind == SpeakerKind::Organisation
                && !k.words.first().is_some_and(|w| close(w, noun));
            // الجيش is not its commander
            let his_house = k.kind == SpeakerKind::Named && (house(noun) || self.kind == SpeakerKind::Organisation);
            !of_body && !his_house && k.keys.iter().any(|w| close(w, noun))
        };
        self.before().find(|k| paper && k.paper == *noun && is(noun, "paper") || fits(k)).cloned()
    }

    /// البيان، التقرير: whoever issued it has just spoken; a study or an inquiry speaks for itself
    fn issuer(&self, noun: &str) -> Option<Known> {
        if self.kind != SpeakerKind::Document || !is(noun, "issued") {
            return None;
        }
        let issuer = self.people.issuer(noun, self.span.start);
        let spoke = || self.before().find(|k| k.paper == noun).or(self.known.last()).cloned();
        issuer.or_else(spoke).filter(|k| k.kind != SpeakerKind::Named || !matches!(noun, "تقرير" | "نص" | "خبر"))
    }

    /// بحسب المتحدث باسم رئيسة الوزراء. وقال المتحدث: the spokesman that was named, when a state or a house spoke last
    fn spokesman_told(&self, noun: &str) -> Option<Known> {
        if !matches!(noun, "متحدث" | "متحدثه" | "ناطق" | "ناطقه")
            || self.known.last()?.kind != SpeakerKind::Organisation
        {
            return None;
        }
        let before = self.people.doc.text().get(..self.span.start as usize)?;
        let at = before.rfind("تحدث باسم ").or_else(|| before.rfind("تحدثة باسم "))?;
        if before.len() - at >= 420 {
            return None;
        }
        let mut name = String::from(if noun.ends_with('ه') { "المتحدثة" } else { "المتحدث" });
        for w in before[at..].split([' ', '\n']).skip(1).take(3) {
            name.push(' ');
            name.push_str(w.trim_end_matches(['،', '.', ':', '"', ')']));
            if w.ends_with(['،', '.', ':', '"']) {
                break;
            }
        }
        Some(self.known(name, None, SpeakerKind::Role))
    }

    /// المتحدث: whoever has been speaking, and holds no other office
    fn still_speaking(&self, noun: &str) -> Option<&'a Known> {
        const OTHERS: [&str; 6] = ["رييس", "وزير", "رييسه", "وزيره", "ملك", "امير"];
        if !is(noun, "speaking") {
            return None;
        }
        let k = self.before().take(4).find(|k| k.kind != SpeakerKind::Document)?;
        let other = |o: &Office| o.entity == k.entity && o.role.first().is_some_and(|w| OTHERS.contains(&w.as_str()));
        (!k.is_person() || noun == "مسوول" || !self.people.offices.iter().any(other)).then_some(k)
    }

    /// الشركة، النادي: the institution of that kind before it, or the one that has been speaking; الوزارة، المحكمة: the one
    /// named before it, though it has not spoken
    fn institution_of_kind(&self, noun: &str) -> Option<Known> {
        let spoken = is(noun, "institution");
        if !spoken && !is(noun, "house") {
            return None;
        }
        if let Some(id) = self.people.institution(noun, self.span.start) {
            return Some(self.body(id));
        }
        if !spoken {
            return None;
        }
        if let Some(name) = self.people.called(noun, self.span.start) {
            return Some(self.known(name, None, SpeakerKind::Organisation));
        }
        let k = self.before().find(|k| self.people.is_body(k.entity))?;
        Some(Known { keys: self.keys.clone(), ..k.clone() })
    }
}
