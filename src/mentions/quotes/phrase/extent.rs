//! Where the noun phrase of a speaker ends.

use std::ops::Deref;

use super::{
    BY_HIM, CAME_BY, FIELDS_BEFORE, FUNCTION, HOW_MANY, LONGEST, Mode, NEXT_CLAUSE, NOUN_HEAD, ONE_OF_THEM, REPORTERS,
    SOMETHING_ELSE, SUPPORTED, masdar_here,
};
use crate::lang::gaz::Gazetteer;
use crate::mentions::entities::news;
use crate::mentions::quotes::Scan;
use crate::mentions::quotes::cues::{FormKind, class};
use crate::mentions::quotes::marks::Quoted;
use crate::mentions::quotes::tags::{Attached, Tag};
use crate::model::{EntityKind, TokenKind};
use crate::text::clitics;

/// A noun phrase whose end is looked for.
struct Extent<'s> {
    scan: &'s Scan<'s>,
    start: usize,
    /// It ends before this token.
    b: usize,
    mode: Mode,
    /// Classes of its first word, and the kind of name that one is part of.
    head: u32,
    head_entity: Option<EntityKind>,
    /// The token reached.
    i: usize,
    /// What was read can stand alone.
    complete: bool,
    /// A name was read.
    named: bool,
}

/// Whether a word belongs to the phrase, where a rule can tell.
type Belongs = Option<bool>;

impl<'s> Deref for Extent<'s> {
    type Target = Scan<'s>;

    fn deref(&self) -> &Scan<'s> {
        self.scan
    }
}

impl Scan<'_> {
    pub fn phrase_end(&self, start: usize, b: usize, mode: Mode) -> usize {
        // ودعا أحدهما المحكمة: closed by its pronoun
        if ONE_OF_THEM.has(self.word(start)) {
            return (start + 1).min(b);
        }
        let head = self.tags[start].classes;
        let head_entity = self.entity_kind(start);
        let complete = self.tags[start].is(class::DEFINITE) || head_entity.is_some() || head & NOUN_HEAD == 0;
        let b = b.min(start + LONGEST);
        let mut phrase = Extent { scan: self, start, b, mode, head, head_entity, i: start + 1, complete, named: false };
        while phrase.i < b && phrase.read() {}
        phrase.i
    }
}

impl<'s> Extent<'s> {
    fn tag(&self) -> &'s Tag {
        &self.scan.tags[self.i]
    }

    fn previous(&self) -> &'s Tag {
        &self.scan.tags[self.i - 1]
    }

    fn w(&self) -> &'s str {
        self.scan.word(self.i)
    }

    /// The tag of the next token, inside the bounds of the phrase.
    fn next(&self) -> Option<&'s Tag> {
        self.scan.tags.get(self.i + 1).filter(|_| self.i + 1 < self.b)
    }

    /// The token belongs to the phrase, and all before `to`.
    fn on(&mut self, to: usize, complete: bool) -> Belongs {
        (self.i, self.complete) = (to, complete);
        Some(true)
    }

    /// Reads the next word when it belongs to the phrase.
    fn read(&mut self) -> bool {
        self.marks()
            .or_else(|| self.no_word())
            .or_else(|| self.same_name())
            .or_else(|| (self.tells_how() || self.clause_begins() || self.other_noun()).then_some(false))
            .or_else(|| self.closed_adjective())
            .or_else(|| (self.tag().classes & self.mode.stop != 0 || self.how_with_ba()).then_some(false))
            .or_else(|| self.in_the_name_of())
            .or_else(|| self.preposition())
            .or_else(|| self.with_li())
            .or_else(|| self.with_ba())
            .or_else(|| self.joined())
            .or_else(|| self.another_phrase().then_some(false))
            .unwrap_or_else(|| self.plain_word())
    }

    /// A name in marks, where it belongs to the noun before it.
    fn marks(&mut self) -> Belongs {
        let q = self.quote_from(self.i)?;
        let next = q.close + 1;
        // حلف شمال الأطلسي "الناتو": the short form after the name
        let short = self.mode.object
            && q.closed
            && q.len() == 1
            && next < self.b
            && self.previous().entity != 0
            && self.entity_kind(self.i - 1) == Some(EntityKind::Organisation)
            && self.word(self.i + 1).starts_with("ال")
            && (self.entity_kind(next).is_some() || self.comma(next));
        if short {
            return self.on(next, self.complete);
        }
        let opens = self.opener_follows(next, self.b);
        let long = self.previous().is(class::ORG | class::MEDIA) && !self.previous().is(class::DEFINITE) && opens;
        if q.closed && q.len() <= (if long { 8 } else { 4 }) && q.close < self.b && self.named_by(q, opens) {
            return self.on(next, true);
        }
        Some(false)
    }

    /// Is the noun before the marks called so?
    fn named_by(&self, q: Quoted, opens: bool) -> bool {
        let (start, i, previous) = (self.start, self.i, self.previous());
        let first = &self.tags[start];
        // شركة "بي ايه اي سيستمز", مراسل "سكاي نيوز عربية"
        let at_once = i == start + 1
            && q.len() <= 4
            && !previous.is(class::DEFINITE)
            && (previous.is(class::ORG) && !self.doc.text_of(start).ends_with('ا') || REPORTERS.has(self.stem(start)));
        // توقع المصرف الأميركي "مورغان ستانلي" وصول كذا
        let behind_nation = || {
            self.mode.object
                && i == start + 2
                && q.len() <= 3
                && first.is(class::ORG)
                && self.word(start).starts_with("ال")
                && self.word(i - 1).starts_with("ال")
                && self.word(i - 1).ends_with(['ي', 'ه'])
                && (q.open + 1..q.close).all(|k| {
                    self.tags[k].entity != 0 && !self.word(k).starts_with("ال")
                        || self.doc.tokens[k].kind == TokenKind::Latin
                })
        };
        previous.is(class::ORG | class::MEDIA | class::DOC | class::BASM) && q.len() <= 3
            || previous.is(NOUN_HEAD) && opens
            || at_once
            || behind_nation()
    }

    /// Brackets, dots and figures.
    fn no_word(&mut self) -> Belongs {
        let (i, b) = (self.i, self.b);
        match self.doc.tokens[i].kind {
            TokenKind::Punct => {}
            TokenKind::Number => return Some(false),
            _ => return None,
        }
        let inside = match self.w() {
            // (شين بيت): a short bracket belongs to the name; a latin or numeric one ends it
            "(" => {
                let Some(close) = (i + 1..b.min(i + 8)).find(|&k| self.word(k) == ")") else { return Some(false) };
                return self.on(close + 1, true);
            }
            // حملت الرئاسة #حركة_كذا المسؤولية: a hashtag of an institution is another name
            "#" => {
                !(self.mode.object
                    && self.complete
                    && self.next().is_some_and(|n| n.is(class::ORG) && !n.is(class::DEFINITE)))
            }
            "_" => true,
            // الوزير د. فلان
            "." => {
                let initial = self.word(i - 1).chars().count() == 1 && i > self.start + 1;
                i + 1 < b && (initial && self.person(i + 1) || self.doc.glued(i - 1) && self.doc.glued(i))
            }
            "-" | "/" | "'" | "’" => self.doc.glued(i - 1) && self.doc.glued(i) && i + 1 < b,
            _ => false,
        };
        self.i += usize::from(inside);
        Some(inside)
    }

    /// The rest of a name, unless it is another's.
    fn same_name(&mut self) -> Belongs {
        let (t, previous) = (self.tag(), self.previous());
        if t.entity == 0 || t.entity != previous.entity {
            return None;
        }
        if self.mode.object && (self.institution_behind_adjective() || self.state_in_name()) {
            return Some(false);
        }
        self.on(self.i + 1, true)
    }

    /// أمر البرلمان العراقي [مفوضية الانتخابات]: no institution's name goes on with an indefinite one after its adjective.
    fn institution_behind_adjective(&self) -> bool {
        let t = self.tag();
        self.previous().is(class::DEFINITE)
            && t.is(class::ORG | class::ROLE)
            && !t.is(class::DEFINITE)
            && t.attached == Attached::None
            && !t.conjunction
            && self.entity_kind(self.i) == Some(EntityKind::Organisation)
    }

    /// وحث مكتب حقوق الإنسان [إسرائيل] على: a state that was read into the name.
    fn state_in_name(&self) -> bool {
        let i = self.i;
        i > self.start + 1
            && self.word(i - 1).starts_with("ال")
            && self.next().is_some_and(|n| {
                n.entity != self.tag().entity
                    && (n.is(class::ALA | class::ILA) || self.mode.bi && self.bi_complement(i + 1))
            })
            && Gazetteer::get().country(self.w()).is_some()
    }

    /// متوجها إلى، رافضا كشف اسمه: an accusative or a noun with a pronoun tells how, or begins the object.
    fn tells_how(&self) -> bool {
        let (t, w, previous) = (self.tag(), self.w(), self.previous());
        if t.entity != 0 || t.classes != 0 {
            return false;
        }
        let long = w.len() >= 10;
        // انتقد عدد من العملاء قيمته: the object; but الرئيس المنتهية ولايته
        let object = self.mode.object
            && previous.is(class::DEFINITE)
            && !self.word(self.i - 1).starts_with("الم")
            && w.ends_with("ته")
            && w.chars().count() >= 5;
        let noun = |one: &str| {
            let listed = self.words.entries.get(one);
            listed.is_some_and(|e| e.classes & (class::DOC | class::MASDAR | class::ORG) != 0)
        };
        let accusative = |one: &str| {
            long && w.starts_with('م')
                || noun(one)
                // قال متطوع رافضا كشف اسمه
                || t.form == 0
                    && self.complete
                    && !(self.i + 1 < self.b && self.person(self.i + 1))
                    && !self.may_speak(self.i)
        };
        long && (w.ends_with("ها") || w.ends_with("هم"))
            || object
            || w.len() >= 8 && w.strip_suffix('ا').is_some_and(accusative)
    }

    /// A verb, a conjunction, a day or another word that begins what is said or a clause on the phrase.
    fn clause_begins(&self) -> bool {
        let (i, t, w) = (self.i, self.tag(), self.w());
        let plain = t.entity == 0 && t.classes == 0;
        // بيان حصلت الوكالة عليه: a clause on the paper
        let on_paper = || self.head & class::DOC != 0 && i == self.start + 1 && CAME_BY.has(w);
        // عدد من الأعضاء أبدوا قلقهم
        let they = || w.ends_with("وا") && w.chars().count() >= 4;
        if plain && (on_paper() || they()) {
            return true;
        }
        // اللجنة المكونة من خبراء: what it is made of
        let made = self.complete && matches!(w, "المكون" | "المكونه" | "المولف" | "المولفه");
        let verb = t.form != 0
            && t.entity == 0
            && !t.is(NOUN_HEAD | class::ADJ)
            && !(t.is(class::DEFINITE) && self.form(i).is_some_and(|f| f.kind == FormKind::Masdar));
        made || verb
            || NEXT_CLAUSE.has(w)
            || t.is(FUNCTION)
            || t.is(class::DAY | class::FILLER) && t.entity == 0
            || self.is_recipient(i)
            // تابع البيان الصادر عن المتحدث بالقول
            || matches!(w, "بالقول" | "بقوله" | "بقولها" | "بقولهم")
    }

    /// Nouns that are none of the phrase's: the object, the one told, the complement with ب.
    fn other_noun(&self) -> bool {
        let (i, t, w, previous) = (self.i, self.tag(), self.w(), self.previous());
        let closed = previous.is(class::DEFINITE) || previous.entity != 0;
        match w {
            // رفض قرواز هذه الانتقادات; but منتقدو هذه الطريقة
            "هذا" | "هذه" | "ذلك" | "تلك"
                if closed
                    || previous.is(class::ADJ)
                    || previous.is(class::ANON) && self.word(i - 1).ends_with("ون") =>
            {
                return true;
            }
            // حملت الحكومة حزب كذا المسؤولية: no part of a name
            "المسووليه" | "مسووليه" | "المسءوليه" | "المسيوليه" | "كامل" if self.mode.object =>
            {
                return true;
            }
            // أفاد مسؤول في شمال العراق وكالة كذا: the one told
            "وكاله" | "صحيفه" | "قناه" | "شبكه" if closed && self.head & class::ROLE != 0 => {
                return true;
            }
            _ => {}
        }
        // كشف الوزير البلغاري [بعض المعلومات]
        if self.complete && closed && t.entity == 0 && SOMETHING_ELSE.has(w) {
            return true;
        }
        self.mode.bi
            && self.complete
            && w.starts_with('ب')
            && t.entity == 0
            && !self.house_of_office()
            && self.bi_complement(i)
    }

    /// حثت مسؤولة السياسة الخارجية بالاتحاد الأوروبي، فلانة، على
    fn house_of_office(&self) -> bool {
        self.head & class::ROLE != 0 && self.tag().is(class::ORG) && self.mode.stop & class::ALA != 0
    }

    /// الحكومة اليمنية المعترف بها دوليا, مبعوث الأمم المتحدة الخاص إلى سوريا: what an adjective is closed by.
    fn closed_adjective(&mut self) -> Belongs {
        let (i, b) = (self.i, self.b);
        if matches!(self.w(), "به" | "بها" | "بهم") && i > self.start + 1 && self.word(i - 1).starts_with("الم")
        {
            let how = i + 1 < b && matches!(self.word(i + 1), "دوليا" | "رسميا" | "عالميا" | "محليا");
            return self.on(i + 1 + usize::from(how), true);
        }
        if self.sent_to(i) && i + 1 < b {
            let e = self.tags[i + 1].entity;
            let to = (i + 1..b).find(|&k| self.tags[k].entity != e).unwrap_or(b);
            return self.on(to, true);
        }
        None
    }

    /// ورد رئيس النادي بتحد على العقوبة: how, by a word that is rarer with its letter.
    fn how_with_ba(&self) -> bool {
        let (i, t, w) = (self.i, self.tag(), self.w());
        let count = |w: &str| news().lexicon().get(w).map_or(0, |e| e.count);
        self.complete
            && t.classes == 0
            && t.form == 0
            && t.entity == 0
            && t.attached == Attached::None
            && w.chars().count() >= 4
            && w.strip_prefix('ب').is_some_and(|rest| count(rest) > 5 && count(rest) > 2 * count(w))
            && self.next().is_none_or(|n| n.is(class::PREP) || self.doc.tokens[i + 1].kind == TokenKind::Punct)
            && !self.name_like(i, i + 1)
    }

    /// باسم: the phrase goes on with a noun.
    fn in_the_name_of(&mut self) -> Belongs {
        if !self.tag().is(class::BASM) {
            return None;
        }
        self.named = false;
        self.on(self.i + 1, false)
    }

    /// في, عن, من, لدى inside the phrase, or behind it.
    fn preposition(&mut self) -> Belongs {
        let (i, t) = (self.i, self.tag());
        if !t.is(class::PREP) {
            return None;
        }
        let office = self.head & class::ROLE != 0;
        let house = self.quote_from(i + 1).filter(|q| q.closed && q.close + 1 < self.b && office);
        // المحلل لدى "كذا" في تورنتو، فلان
        if let Some(q) = house.filter(|q| q.len() <= 5 && self.w() == "لدي") {
            return self.on(q.close + 1, true);
        }
        if i + 1 >= self.b || !self.inner_preposition() {
            return Some(false);
        }
        // المسؤول في "جيش الإسلام" فلان
        if let Some(q) = house.filter(|q| q.len() <= 4 && t.is(class::FI) && self.person(q.close + 1)) {
            return self.on(q.close + 1, true);
        }
        let n = &self.tags[i + 1];
        self.on(i + 2, n.is(class::DEFINITE) || n.entity != 0 || !n.is(NOUN_HEAD))
    }

    /// Does the preposition at the token reached, with the word behind it, belong to the phrase?
    fn inner_preposition(&self) -> bool {
        let (start, i, t) = (self.start, self.i, self.tag());
        let n = &self.tags[i + 1];
        if t.is(class::FI) {
            // الموقع في توضيح مقتضب: how it was said
            let manner = self.word(start).starts_with("ال")
                && i == start + 1
                && self.doc.tokens[i + 1].kind == TokenKind::Arabic
                && !n.is(NOUN_HEAD | class::DEFINITE)
                && n.entity == 0;
            self.head & (class::ROLE | class::ANON | class::ORG) != 0
                && !self.named
                && !manner
                && !self.place_of_saying()
        } else if t.is(class::AN) {
            // ممثلون عن دول عدة
            self.head & class::DOC != 0 || i == start + 1 && self.stem(start).contains("ممثل")
        } else if t.is(class::MIN) {
            // وسائل الإعلام المدعومة من الدولة
            (self.head & class::ANON != 0 || SUPPORTED.has(self.word(i - 1))) && !self.place_of_saying()
        } else {
            // السفير لدى الأمم المتحدة, not الرئيس لدى وصوله
            self.w() == "لدي" && self.head & class::ROLE != 0 && (n.entity != 0 || n.is(class::DEFINITE | class::ORG))
        }
    }

    /// في بيان, في تصنيفها: does the word behind the preposition say where or when it was said?
    fn place_of_saying(&self) -> bool {
        let (start, next) = (self.start, self.i + 1);
        let (n, word, fi) = (&self.tags[next], self.word(next), self.tag().is(class::FI));
        n.is(class::VENUE | class::DAY)
            || matches!(word, "رد" | "ردها" | "ردهم")
            // وكالة موديز في تصنيفها
            || self.head & (class::ORG | class::DOC) != 0
                && fi
                && n.entity == 0
                && ["ها", "ته", "هم"].iter().any(|e| word.ends_with(e))
                && word.chars().count() >= 5
            // الهيئة في اللائحة الجديدة
            || self.word(start).starts_with("ال")
                && !self.word(start).ends_with(['ن', 'ت'])
                && fi
                && n.is(class::DOC)
                && !n.is(class::ORG)
            || self.doc.tokens[next].kind == TokenKind::Number
    }

    /// A word with ل: of the phrase, or the one spoken to.
    fn with_li(&mut self) -> Belongs {
        let (i, t, w) = (self.i, self.tag(), self.w());
        let li = t.attached == Attached::Li;
        if li && self.told() {
            return Some(false);
        }
        let fused = w.starts_with('ل')
            && w.len() >= 8
            && !t.is(!class::DEFINITE)
            && t.form == 0
            && t.entity == 0
            && self.head & (class::ORG | class::ROLE | class::DOC) != 0
            && !self.named
            && self.complete;
        if !li && w != "ل" && !fused {
            return None;
        }
        let of = class::ROLE | class::DOC | class::ORG | if w == "ل" { 0 } else { class::ANON };
        if t.entity == 0 && (self.head & of == 0 || self.named) {
            return Some(false);
        }
        self.on(i + 1, t.is(class::DEFINITE) || t.entity != 0)
    }

    /// Are those with ل at the token reached the ones it was said to?
    fn told(&self) -> bool {
        let (t, first) = (self.tag(), &self.tags[self.start]);
        // تقول المفوضية الأوروبية لدول الاتحاد: after a whole name
        let behind_name = t.entity == 0
            && !t.is(class::DEFINITE)
            && self.head_entity == Some(EntityKind::Organisation)
            && self.previous().entity != 0
            && self.previous().entity == first.entity
            && !matches!(self.stem(self.i), "حقوق" | "شوون" | "مكافحه" | "رعايه");
        // المسؤولة للمسجونين المفرج عنهم
        let people = self.i == self.start + 1
            && first.is(class::DEFINITE)
            && self.head & class::ROLE != 0
            && t.is(class::DEFINITE)
            && !t.is(NOUN_HEAD)
            && self.w().ends_with("ين");
        behind_name || people
    }

    /// A word with ب: where an office or a house is, or something else.
    fn with_ba(&mut self) -> Belongs {
        let t = self.tag();
        if t.attached != Attached::Bi || t.entity != 0 {
            return None;
        }
        let place = self.head & (class::ROLE | class::ANON | class::ORG) != 0
            && !self.named
            && (!self.mode.bi || self.house_of_office())
            && (t.is(class::ORG | class::DEFINITE) || self.previous().is(class::ADJ))
            && self.head_entity != Some(EntityKind::Place)
            && !t.is(class::VENUE | class::MASDAR);
        if place { self.on(self.i + 1, t.is(class::DEFINITE)) } else { Some(false) }
    }

    /// و + name: two speakers; و + anything else goes on elsewhere.
    fn joined(&mut self) -> Belongs {
        let t = self.tag();
        if !t.conjunction || t.entity != 0 || !self.complete {
            return None;
        }
        // وزير الخارجية وشؤون المغتربين
        let affairs = self.stem(self.i) == "شوون" && self.head & (class::ROLE | class::ORG) != 0;
        let second = self.head & NOUN_HEAD != 0
            && t.is(NOUN_HEAD | class::DEFINITE)
            && (!self.mode.object || t.is(class::DEFINITE));
        let belongs = affairs || second;
        self.i += usize::from(belongs);
        Some(belongs)
    }

    /// Does another noun phrase begin here, with nothing between them?
    fn another_phrase(&self) -> bool {
        let (i, t) = (self.i, self.tag());
        // أنقرة رجل الدين، العراق هزيمة: an indefinite noun is no part of a place's or institution's name
        let behind_name = matches!(self.head_entity, Some(EntityKind::Place | EntityKind::Organisation))
            && t.entity == 0
            && self.complete
            && self.doc.tokens[i].kind == TokenKind::Arabic
            && t.attached == Attached::None
            && !t.is(class::DEFINITE | class::ADJ)
            && self.w() != "شبه"
            && (t.is(NOUN_HEAD | class::MASDAR) || !self.rare(i));
        behind_name || self.mode.object && (self.complete && self.begins_object() || self.past_plural())
    }

    /// A further noun, adjective or part of a name.
    fn plain_word(&mut self) -> bool {
        let (i, t) = (self.i, self.tag());
        self.complete |= t.is(class::DEFINITE) || t.entity != 0;
        let plain = t.entity == 0 && !t.is(class::DEFINITE | NOUN_HEAD);
        self.named |= self.person(i) || plain && self.complete && !t.is(class::ADJ);
        // عدة شركات
        let several = i == self.start + 1 && matches!(self.word(self.start), "عده" | "بضعه");
        self.complete |= plain || several;
        self.i += 1;
        true
    }

    /// مغردون آخرون [المطالبة], مسؤولون حقوقيون [إسرائيل], محللون [ارتفاع الأسعار]: no genitive and no definite adjective
    /// follow this ending.
    fn past_plural(&self) -> bool {
        let (i, t, previous) = (self.i, self.tag(), self.previous());
        let before = self.word(i - 1);
        before.ends_with("ون")
            && before.chars().count() > 4
            && previous.entity == 0
            && !previous.is(class::DEFINITE)
            && (self.tags[self.start].is(class::ANON) || previous.is(class::ANON))
            && t.attached == Attached::None
            && !t.conjunction
            && (t.entity != 0 && !self.joined_name(i)
                || t.is(class::DEFINITE)
                || t.is(class::MASDAR) && !t.is(class::ROLE | class::ANON))
    }

    /// After a complete noun phrase: does the token reached begin another one (an object)?
    fn begins_object(&self) -> bool {
        let (i, t, previous) = (self.i, self.tag(), self.previous());
        if t.is(class::ADJ) && t.entity == 0 {
            return false;
        }
        // طالبت الجامعة [مجلس حقوق الإنسان …]: no genitive follows the article
        if previous.is(class::DEFINITE)
            && self.word(i - 1).starts_with("ال")
            && t.is(class::ORG)
            && !t.is(class::DEFINITE | class::ROLE)
            && t.attached == Attached::None
            && !self.person(i)
        {
            return true;
        }
        // الميليشيات الموالية لإيران: hangs on what is before
        if self.w().starts_with('ل') && self.joined_name_li(i) {
            return false;
        }
        match self.entity_kind(i) {
            Some(kind) => self.begins_with_name(kind),
            None if t.is(class::DEFINITE) && t.cut == 0 => self.begins_with_article(),
            None => t.is(class::MASDAR) || masdar_here(self.w()) || self.begins_with_noun(),
        }
    }

    /// Is the name here another's?
    fn begins_with_name(&self, kind: EntityKind) -> bool {
        let (start, i, t) = (self.start, self.i, self.tag());
        let first = &self.tags[start];
        let article = |k: usize| self.word(k).starts_with("ال");
        let before = self.entity_kind(i - 1);
        let another = match kind {
            EntityKind::Person if i == start + 1 => {
                // انتقد البعض [جونسون]
                first.is(class::ANON) && first.is(class::DEFINITE) && !first.is(class::ROLE)
                    // طالبت السلطات [المهدي]
                    || first.is(class::ORG) && article(start)
            }
            // حملت السلطات السورية [القوات الأمريكية], دعت الصحيفة [السلطة الفلسطينية]: another house
            EntityKind::Organisation => {
                before.is_none()
                    && t.is(class::ORG)
                    && t.is(class::DEFINITE)
                    && article(i)
                    && first.is(class::ORG)
                    && article(i - 1)
            }
            // دعت السلطات الإيطالية [بريطانيا]
            EntityKind::Place => {
                before.is_none()
                    && !t.is(class::DEFINITE)
                    && t.attached == Attached::None
                    && first.is(class::ORG)
                    && (article(start) || i >= start + 2)
                    && article(i - 1)
            }
            _ => false,
        };
        // a title and its bearer are neighbours: وزير خارجية فرنسا [جان إيف لودريان]
        let titled = first.is(class::ROLE) && kind == EntityKind::Person;
        another
            || match (self.head_entity, before) {
                (Some(_), _) | (None, Some(EntityKind::Person)) => true,
                (None, Some(_)) => !titled,
                (None, None) => {
                    kind != EntityKind::Person
                        && self.previous().is(class::DEFINITE)
                        && !first.is(class::ORG | class::DOC)
                }
            }
    }

    /// Is the word with the article a noun of its own, and no adjective?
    fn begins_with_article(&self) -> bool {
        let (start, i, t, w, previous) = (self.start, self.i, self.tag(), self.w(), self.previous());
        let before = self.word(i - 1);
        // مسؤولة السياسة الخارجية
        if matches!(w, "الخارجيه" | "الداخليه" | "العامه") && FIELDS_BEFORE.has(before) {
            return false;
        }
        if t.is(class::ORG | class::DOC) && !t.is(class::ROLE) {
            return !previous.is(class::ROLE | class::ORG) || previous.is(class::DEFINITE);
        }
        // الدول الخليجية [القطريين]: no adjective of a feminine
        if w.ends_with("يين") && previous.is(class::DEFINITE) && before.ends_with('ه') && t.entity == 0 {
            return true;
        }
        // اتهم مسؤول سابق في الفاتيكان [البابا]: after the place
        if t.is(class::ROLE)
            && self.entity_kind(i - 1) == Some(EntityKind::Place)
            && i >= start + 2
            && self.tags[i - 2].is(class::PREP)
            && !self.tags[start].is(class::DEFINITE)
        {
            return true;
        }
        if t.is(class::ROLE) || ["ي", "يه", "يين", "يون"].iter().any(|e| w.ends_with(e)) {
            return false;
        }
        let next = self.tags.get(i + 1);
        // وصفت الإمارات [الواقعة] بأنها
        if previous.entity != 0
            && next.is_some_and(|n| n.is(class::THAT) && !n.conjunction)
            && self.word(i + 1).starts_with('ب')
        {
            return true;
        }
        if previous.is(class::DEFINITE) {
            // وسائل الإعلام المدعومة من الدولة, اللجنة المكلفة ب: a participle with its preposition
            let participle = w.starts_with("الم")
                && (next.is_some_and(|n| n.is(class::MIN | class::FI))
                    // الحكومة اليمنية المعترف بها
                    || BY_HIM.has(self.word_at(i + 1)));
            // an adjective that agrees: قضايا الاحتيالات الخطيرة
            let agrees = w.ends_with('ه')
                && (before.ends_with('ه') || before.ends_with("ات"))
                && !t.is(class::MASDAR)
                // أعلنت الوزارة [الاستعانة بـ…]
                && !(w.starts_with("الاست")
                    && masdar_here(clitics::strip_article(w))
                    && self.word_at(i + 1).starts_with('ب'));
            // الدول العشر
            return !HOW_MANY.has(w) && !participle && !agrees;
        }
        // a noun with the article after a phrase that is closed by one, or after a name
        previous.entity != 0
    }

    /// Is the word without the article a noun of its own?
    fn begins_with_noun(&self) -> bool {
        let (start, i, t, previous) = (self.start, self.i, self.tag(), self.previous());
        let first = &self.tags[start];
        // انتقد الملك [برامج الدعم]: no genitive after a title with the article
        if i == start + 1
            && first.is(class::ROLE)
            && first.is(class::DEFINITE)
            && self.word(start).starts_with("ال")
            && t.entity == 0
            && t.form == 0
            && t.classes == 0
            && self.doc.tokens[i].kind == TokenKind::Arabic
            && self
                .tags
                .get(i + 1)
                .is_some_and(|n| n.is(class::DEFINITE) && n.entity == 0 && n.attached == Attached::None)
            && !self.may_speak(i)
        {
            return true;
        }
        if self.person(i - 1) && !t.is(class::ROLE | class::DEFINITE)
            || first.is(class::ORG) && first.is(class::DEFINITE) && !t.is(class::DEFINITE)
        {
            return true;
        }
        if t.is(class::ORG | class::DOC | class::ANON) {
            return previous.is(class::DEFINITE) || previous.entity != 0;
        }
        if t.is(class::ROLE) {
            return previous.is(class::DEFINITE) && !first.is(class::ROLE);
        }
        // أحضرت إدارة الفندق [كعكة كبيرة]: a common noun without the article
        previous.is(class::DEFINITE)
            && self.word(i - 1).starts_with("ال")
            && first.is(class::ORG)
            && t.classes == 0
            && t.form == 0
            && t.attached == Attached::None
            && !t.conjunction
            && self.w().ends_with('ه')
            && !self.name_like(i, i + 1)
            && !self.rare(i)
    }
}
