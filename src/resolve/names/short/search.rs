//! Whose a short form is that its own article does not say in full: by the articles near it, by the country, by the run.

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::compare::is_native;
use super::super::{Form, OWNER_SHARE, Run, compare, found, orgs, skeleton};
use super::lands::{MOSTLY, weighed_country};
use super::near::{Rare, SHARED_SURE};
use super::talk::{RATHER, Talk};
use super::{Open, Votes, WELL_KNOWN, given_name};
use crate::lang::gaz::{Gazetteer, key};
use crate::model::{EntityKind, Reading, Span};
use crate::text::Document;

/// Share of a given name's bearer in the articles that name him in full that makes it his elsewhere.
const GIVEN_SHARE: f64 = 0.95;

/// Articles that name somebody in full before his short form is his beyond the articles.
const KNOWN_LEAST: u32 = 40;

/// Articles of an owner that are looked at for the names beside his.
const TALK_DOCS: usize = 60;

/// A name of more articles than this stands beside everybody.
const TALK_MOST_DOCS: usize = 600;

/// Articles of an owner from which his alone say what is talked of beside him.
const TALK_LEAST: usize = 8;

/// A name of as many articles at most tells what an article talks of.
const TALK_RARE_DOCS: usize = 150;

/// One in so many names of an article are those of its talk.
const TALK_SHARE: usize = 5;

/// Articles that mean the same by a short form, and say so, from which it is his in any.
const MEANT_BY_MANY: u32 = 50;

/// Fuller forms of a short one that are looked at.
const FULLER_MOST: usize = 4000;

/// Articles about one country that say whose a body is, from which the run knows it there.
const SAID_ABOUT_LEAST: u32 = 8;

/// Share of one country among them that makes the body its.
const SAID_ABOUT_SHARE: f64 = 0.8;

/// The country of an article and how much of it is about it.
type Weighed = Option<(&'static str, f64)>;

/// Fuller names by what a short form has of them.
pub(super) struct Fuller {
    /// Persons by the consonants of their last part.
    pub bearers: FxHashMap<String, Vec<u32>>,
    /// Institutions and things by the words that they begin with.
    extensions: FxHashMap<String, Vec<u32>>,
}

impl Run {
    /// Full names count for their last part too.
    pub(super) fn fuller_names(&self) -> Fuller {
        let mut fuller = Fuller { bearers: FxHashMap::default(), extensions: FxHashMap::default() };
        for (id, f) in self.forms.iter().enumerate() {
            match f.kind {
                EntityKind::Person if f.person.parts.len() >= 2 && !f.person.latin => {
                    let last = skeleton(compare::bare(f.person.last()));
                    fuller.bearers.entry(last).or_default().push(id as u32);
                }
                EntityKind::Organisation | EntityKind::Other => {
                    for (at, _) in f.normal.match_indices(' ') {
                        fuller.extensions.entry(f.normal[..at].to_string()).or_default().push(id as u32);
                    }
                }
                _ => {}
            }
        }
        fuller
    }
}

/// The search for the owners of open forms, article by article.
pub(super) struct Search<'a> {
    run: &'a mut Run,
    readings: &'a [Reading],
    votes: Votes,
    fuller: &'a Fuller,
    rare: &'a Rare,
    owners_of: FxHashMap<u32, Vec<u32>>,
    /// Articles near one, with the rare names that they share with it.
    near: (u32, Vec<(u32, u32)>),
    /// What each article is mostly about.
    countries: Vec<Weighed>,
    /// Whose the run says a bare body is, by its normal form: articles by the country that they are about and the one that they say.
    said_about: FxHashMap<String, FxHashMap<(&'static str, &'static str), u32>>,
    /// Persons and bodies of several words by their normal forms.
    named: FxHashMap<(EntityKind, String), u32>,
    /// Forms that stand beside an owner in his articles.
    talk: FxHashMap<u32, FxHashSet<u32>>,
    /// Nodes by the name under which they are one.
    pub unowned: FxHashMap<(EntityKind, String), Vec<u32>>,
    /// Those that stay without an owner.
    pub left: Vec<Open>,
}

impl<'a> Search<'a> {
    pub fn new(
        run: &'a mut Run,
        readings: &'a [Reading],
        votes: Votes,
        fuller: &'a Fuller,
        rare: &'a Rare,
    ) -> Search<'a> {
        let full = |f: &Form| matches!(f.kind, EntityKind::Person | EntityKind::Organisation) && f.normal.contains(' ');
        let forms = run.forms.iter().enumerate().filter(|(_, f)| full(f));
        let named = forms.map(|(id, f)| ((f.kind, f.normal.clone()), id as u32)).collect();
        let countries: Vec<Weighed> = readings.par_iter().map(weighed_country).collect();
        let said_about = run.said_about(&countries);
        Search {
            named,
            countries,
            said_about,
            run,
            readings,
            votes,
            fuller,
            rare,
            owners_of: FxHashMap::default(),
            near: (u32::MAX, Vec::new()),
            talk: FxHashMap::default(),
            unowned: FxHashMap::default(),
            left: Vec::new(),
        }
    }

    /// Joins the node of a short form to its owner, or leaves it to itself.
    pub fn settle(&mut self, open: Open) {
        let form = open.form;
        let kind = self.run.forms[form as usize].kind;
        let owners = self.owners(form);
        if let Some(code) = self.land(open) {
            let qualified = format!("{} @{code}", self.run.forms[form as usize].normal);
            self.stand_as(open, kind, qualified);
            return;
        }
        let near = self.owner_near(open, &owners);
        let mut owned_elsewhere = false;
        let (decided, qualified) = if self.run.is_bare_body(form) {
            self.owner_of_bare(open, &owners, near)
        } else if let Some((to, reason, _)) = near {
            (Some((to, reason)), None)
        } else {
            let owner = self.owner_in_run(form, &owners);
            owned_elsewhere = owner.is_some();
            (owner.filter(|(to, _)| self.is_talked_of(open, *to)), None)
        };
        if let Some((to, reason)) = decided {
            self.run.join_nodes((open.node, form), (to, to), reason);
            return;
        }
        self.left.push(open);
        if let Some(qualified) = qualified {
            self.stand_as(open, kind, qualified);
        } else if !owned_elsewhere && self.stands_alone(form, &owners) {
            let normal = self.run.forms[form as usize].normal.clone();
            self.unowned.entry((kind, normal)).or_default().push(open.node);
        } else {
            let doc_id = &self.readings[open.d as usize].doc.article.doc_id;
            let name = format!("{}\t{doc_id}", self.run.forms[form as usize].normal);
            self.run.identity.insert(open.node, name);
        }
    }

    /// The node is what this name says, with all others of the name.
    fn stand_as(&mut self, open: Open, kind: EntityKind, name: String) {
        self.run.identity.insert(open.node, name.clone());
        self.unowned.entry((kind, name)).or_default().push(open.node);
    }

    /// فالنسيا in Spain and in Venezuela
    fn land(&mut self, open: Open) -> Option<&'static str> {
        let (form, d) = (open.form, open.d);
        if !self.run.lands.contains_key(&form) || self.run.forms[form as usize].kind != EntityKind::Place {
            return None;
        }
        let country = self.countries[d as usize];
        self.run.land_of(form, &self.readings[d as usize], d as usize, country)
    }

    /// The owner whom an article near this one has, with the rare names that they share; or whom hundreds have.
    fn owner_near(&mut self, open: Open, owners: &[u32]) -> Option<(u32, String, u32)> {
        if self.near.0 != open.d {
            self.near = (open.d, self.run.near_articles(open.d, self.rare));
        }
        let beside = self.run.owner_near(owners, &self.near.1)?;
        // كيم, whom hundreds of articles name in full, is nobody else's for two shared names
        if beside.2 < SHARED_SURE && self.run.forms[open.form as usize].kind == EntityKind::Person {
            let root = self.run.groups.find(beside.0);
            if let Some((known, reason)) = self.known_by(open.form).filter(|k| k.0 != root) {
                return Some((known, reason, beside.2));
            }
        }
        Some(beside)
    }

    /// The owner of a bare body by the country that its article tells of, and the name with that country.
    fn owner_of_bare(
        &mut self,
        open: Open,
        owners: &[u32],
        near: Option<(u32, String, u32)>,
    ) -> (Option<(u32, String)>, Option<String>) {
        let (form, d) = (open.form, open.d);
        if let Some(above) = self.run.court_above(form, d as usize) {
            let reason = format!("{} in the same article says it in full", self.run.forms[above as usize].shown);
            return (Some((above, reason)), None);
        }
        let mostly = self.countries[d as usize];
        // وزارة الحج والعمرة في السعودية: what the article says, whatever else it is about
        let said = self.run.country_said(form, &self.readings[d as usize], d as usize);
        let said = said.or_else(|| self.run.country_of_town(form));
        let stated = said.is_some();
        let own = !stated && self.run.has_own_name(form);
        let said = said.or_else(|| {
            if own { None } else { self.run.country_near(form, &self.readings[d as usize], d as usize, mostly?.0) }
        });
        let country = said.map(|code| (code, 1.0)).or(mostly);
        if let Some((to, reason, shared)) = near {
            // an article that is about another country than the neighbour's body leaves it open
            let other = |code: &str| shared < SHARED_SURE && self.run.country_of_body(to).is_some_and(|c| c != code);
            let open = country.is_some_and(|c| other(c.0));
            return ((!open).then_some((to, reason)), None);
        }
        let mut code = country.filter(|c| c.1 >= MOSTLY && self.run.takes_country(form)).map(|c| c.0);
        if let Some(main) = code.filter(|_| said.is_none() && !own)
            && let Some(other) = self.said_of_another(form, main).or_else(|| self.said_about_another(form, main))
        {
            // وزارة الخزانة in an article on Iran
            if !Run::speaks_of(&self.readings[d as usize], other) {
                return (None, None);
            }
            code = Some(other);
        }
        if let Some((main, share)) = mostly.filter(|m| said.is_none() && !own && code == Some(m.0))
            && !self.is_of_main(form, d as usize, main, share)
        {
            // مجلس الوزراء where نتنياهو speaks, in an article on Iran
            return (None, None);
        }
        if code.filter(|_| !stated).is_some_and(|c| orgs::calls_otherwise(&self.run.forms[form as usize].normal, c)) {
            return (None, None);
        }
        if let Some(main) = code.filter(|_| !stated)
            && orgs::lacks(&self.run.forms[form as usize].normal, main)
        {
            // مجلس الشيوخ in an article on Iran is that of the state which the run mostly has it of
            code = self.most_said_of(form).filter(|of| Run::speaks_of(&self.readings[d as usize], of));
            if code.is_none() {
                return (None, None);
            }
        }
        let qualified = code.map(|code| self.run.with_country(form, code));
        let owner = qualified.as_deref().and_then(|q| self.run.owner_by_country(q, owners));
        if own && owner.is_none() {
            return (None, Some(self.run.forms[form as usize].normal.clone()));
        }
        (owner, qualified)
    }

    /// Do the sentences of a bare body, and the headline, let it be the main country's? Of leagues and places, and of bodies that
    /// are no state's, only a doubtful share asks for more.
    fn is_of_main(&self, form: u32, d: usize, main: &str, share: f64) -> bool {
        let reading = &self.readings[d];
        if self.run.forms[form as usize].kind != EntityKind::Organisation
            || share >= RATHER && !self.run.is_state_body(form)
            || self.is_nearly_always_of(form, main)
        {
            return true;
        }
        let mentions = self.run.mentions_of(form, reading, d);
        Talk::new(self.run, reading, d).is_of(&mentions, main, share)
    }

    /// Does the run say of a body nearly always that it is this country's (قوات الشرعية, وزارة الخزانة)?
    fn is_nearly_always_of(&self, form: u32, main: &str) -> bool {
        let Some(fuller) = self.fuller.extensions.get(&self.run.forms[form as usize].normal) else { return false };
        let (most, said) = self.run.said_of(form, fuller);
        let all: usize = said.values().sum();
        let of = most.and_then(|m| said.get(m)).copied().unwrap_or(0);
        most == Some(main) && all >= SAID_ABOUT_LEAST as usize && of as f64 >= SAID_ABOUT_SHARE * all as f64
    }

    /// The country whose a bare body is in the run, when that is never the article's.
    fn said_of_another(&self, form: u32, main: &str) -> Option<&'static str> {
        let s = &self.run.forms[form as usize];
        // of these two the run says either of one house
        if s.kind != EntityKind::Organisation || matches!(s.normal.as_str(), "برلمان" | "مجلس نواب") {
            return None;
        }
        self.run.said_of_another(form, self.fuller.extensions.get(&s.normal)?, main)
    }

    /// The country whose a bare body nearly always is where articles about `main` say whose: وزارة الصحة in those on Israel,
    /// الجيش الوطني in those on Iran.
    fn said_about_another(&self, form: u32, main: &str) -> Option<&'static str> {
        let said = self.said_about.get(&self.run.forms[form as usize].normal)?;
        #[allow(clippy::iter_over_hash_type)] // sums and the maximum under a total order do not depend on it
        let here: Vec<(u32, &'static str)> = said.iter().filter(|(k, _)| k.0 == main).map(|(k, n)| (*n, k.1)).collect();
        let all: u32 = here.iter().map(|(n, _)| n).sum();
        let (most, of) = here.into_iter().max()?;
        (of != main && all >= SAID_ABOUT_LEAST && f64::from(most) >= SAID_ABOUT_SHARE * f64::from(all)).then_some(of)
    }

    /// The country that the run has a bare body of most.
    fn most_said_of(&self, form: u32) -> Option<&'static str> {
        let fuller = self.fuller.extensions.get(&self.run.forms[form as usize].normal)?;
        self.run.said_of(form, fuller).0
    }

    /// Is the owner in the run talked of in this article? كارت the yellow card is not موسى كارت, whom another article names;
    /// النصر the victory is not the club.
    fn is_talked_of(&mut self, open: Open, owner: u32) -> bool {
        !self.is_part_of_another(open, owner) && self.same_talk(owner, open.form, open.d)
    }

    /// Is the short form, with the word before or behind it, the name of something else (`ديلي ألي` is not `ديلي ميل`)?
    fn is_part_of_another(&mut self, open: Open, owner: u32) -> bool {
        let reading = &self.readings[open.d as usize];
        let forms = &self.run.of_mention[open.d as usize];
        let mentions = reading.mentions.entities.iter().zip(forms).filter(|(_, f)| **f == open.form);
        let spans: Vec<Span> = mentions.flat_map(|(m, _)| wider(&reading.doc, m.span)).collect();
        let root = self.run.groups.find(owner);
        let kind = self.run.forms[open.form as usize].kind;
        spans.into_iter().any(|span| {
            let text = reading.doc.slice(span);
            // نظام الأسد is nobody else
            let kinds = [EntityKind::Person, EntityKind::Organisation];
            let kinds = if kind == EntityKind::Person { &kinds[..1] } else { &kinds };
            kinds.iter().any(|kind| {
                let other = self.named.get(&(*kind, found(*kind, text).normal)).copied();
                other.is_some_and(|f| self.run.groups.find(f) != root)
            })
        })
    }

    /// Fuller names that a short form may stand for, one for each group.
    fn owners(&mut self, form: u32) -> Vec<u32> {
        if let Some(owners) = self.owners_of.get(&form) {
            return owners.clone();
        }
        let owners = match self.run.forms[form as usize].kind {
            EntityKind::Person => self.possible_bearers(form),
            _ => self.possible_extensions(form),
        };
        self.owners_of.insert(form, owners.clone());
        owners
    }

    /// One form of each group.
    fn one_a_group(&mut self, forms: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut seen = FxHashSet::default();
        forms.into_iter().filter(|id| seen.insert(self.run.groups.find(*id))).collect()
    }

    /// Full names of the run whose last part is spelled like this surname.
    fn possible_bearers(&mut self, short: u32) -> Vec<u32> {
        let name = &self.run.forms[short as usize].person;
        let Some(list) = self.fuller.bearers.get(&skeleton(compare::bare(name.last()))) else { return Vec::new() };
        if self.run.is_common(short) {
            return Vec::new();
        }
        let alike = |a: &str, b: &str| compare::part_cost(a, b).is_some_and(|(c, _)| c <= 0.35);
        let fits = |id: &u32| {
            let full = &self.run.forms[*id as usize].person;
            let n = full.parts.len();
            // دياز كانيل: both parts end the fuller name
            alike(name.last(), full.last())
                && (name.parts.len() == 1 || n >= 3 && alike(name.first(), &full.parts[n - 2].text))
        };
        let list: Vec<u32> = list.iter().copied().take(FULLER_MOST).filter(fits).collect();
        self.one_a_group(list)
    }

    /// Fuller names of institutions and things that begin with a short form.
    fn possible_extensions(&mut self, short: u32) -> Vec<u32> {
        let run = &*self.run;
        let s = &run.forms[short as usize];
        let Some(list) = self.fuller.extensions.get(&s.normal) else { return Vec::new() };
        let bare = orgs::is_bare(&s.normal);
        let same = |id: &u32| run.forms[*id as usize].kind == s.kind;
        let of_country = |id: u32| run.forms[id as usize].normal[s.normal.len()..].starts_with(" @");
        let fits = |id: &u32| !bare || of_country(*id) || run.listed_entity(*id).is_none();
        let list: Vec<u32> = list.iter().copied().filter(same).take(FULLER_MOST).filter(fits).collect();
        self.one_a_group(list)
    }

    /// How often articles that have a short form's owner in full mean each group by it.
    fn tally(&mut self, short: u32) -> FxHashMap<u32, u32> {
        let f = &self.run.forms[short as usize];
        let mut tally: FxHashMap<u32, u32> = FxHashMap::default();
        if let Some(votes) = self.votes.get(&(f.kind, f.normal.clone())) {
            #[allow(clippy::iter_over_hash_type)] // sums do not depend on the order
            for (root, n) in votes {
                *tally.entry(self.run.groups.find(*root)).or_insert(0) += n;
            }
        }
        tally
    }

    /// The one whom the articles that name him in full make the owner of a short form, when many do and hardly any another.
    fn known_by(&mut self, short: u32) -> Option<(u32, String)> {
        let (root, n, all) = most(self.tally(short))?;
        let known = n >= KNOWN_LEAST && f64::from(n) >= GIVEN_SHARE * f64::from(all);
        let form = self.run.forms.get(root as usize).filter(|_| known)?;
        Some((root, format!("{n} of {all} articles that name somebody so in full mean {}", form.shown)))
    }

    /// The one who owns a short form nearly everywhere in the run.
    fn owner_in_run(&mut self, short: u32, owners: &[u32]) -> Option<(u32, String)> {
        let mut tally = self.tally(short);
        #[allow(clippy::iter_over_hash_type)] // each by itself
        tally.values_mut().for_each(|n| *n *= 3);
        let s = &self.run.forms[short as usize];
        let person = s.kind == EntityKind::Person;
        // a given name is whose the articles say that have him in full
        let given = person && given_name(&s.normal);
        for o in owners.iter().filter(|_| !given) {
            let full = &self.run.forms[*o as usize];
            // كليبر is not كلابر for want of another
            if !person || full.person.last() == s.person.last() {
                *tally.entry(self.run.groups.find(*o)).or_insert(0) += full.docs.len() as u32;
            }
        }
        let (root, n, all) = most(tally)?;
        // a name of the lists is nobody's for one article
        // one article that says it in full makes nobody the owner of a surname
        let listed = !Gazetteer::get().short_for(&key(&s.shown)).is_empty();
        let least = match s.kind {
            _ if given || listed => 30,
            EntityKind::Person => 8,
            _ => 3,
        };
        let share = if given { GIVEN_SHARE } else { OWNER_SHARE };
        if n < least || f64::from(n) < share * f64::from(all) {
            return None;
        }
        let shown = &self.run.forms.get(root as usize)?.shown;
        let share = (f64::from(n) / f64::from(all) * 100.0).round();
        Some((root, format!("in this run the name alone stands for {shown} {share} times in a hundred")))
    }

    /// Does the article talk of what articles of this owner talk of? A surname that little is known of needs one name beside it
    /// that stands beside its owner; what is more than a surname (a given name, a word, a body) needs two rare ones, or a
    /// fifth of what the article names. Whom many articles mean needs nobody beside him, and a paper is quoted in every talk.
    fn same_talk(&mut self, owner: u32, short: u32, d: u32) -> bool {
        let surname = self.run.forms[owner as usize].kind == EntityKind::Person
            && !given_name(&self.run.forms[short as usize].normal);
        if surname && most(self.tally(short)).is_some_and(|(_, n, _)| n >= MEANT_BY_MANY) {
            return true;
        }
        let listed = self.run.listed_entity(owner).map(|e| Gazetteer::get().known[e as usize].class);
        if listed == Some("media") {
            return true;
        }
        let root = self.run.groups.find(owner);
        let run = &*self.run;
        let said = self.talk.entry(root).or_insert_with(|| talk_of(run, owner, short));
        let docs = |f: u32| run.forms[f as usize].docs.len();
        let beside = run.forms_of_doc[d as usize].iter().copied().filter(|f| docs(*f) <= TALK_MOST_DOCS);
        let shared: Vec<u32> = beside.clone().filter(|f| said.contains(f)).collect();
        if surname && docs(owner) < WELL_KNOWN {
            return !shared.is_empty();
        }
        let rare = shared.iter().filter(|f| docs(**f) <= TALK_RARE_DOCS).count();
        rare >= 2 || shared.len() >= 2 && shared.len() * TALK_SHARE >= beside.count()
    }

    /// May articles share this unresolved form? Not a given name, not a surname of several people.
    fn stands_alone(&self, short: u32, owners: &[u32]) -> bool {
        let run = &*self.run;
        let f = &run.forms[short as usize];
        match f.kind {
            EntityKind::Person => {
                let shared = run.is_common(short) || given_name(&f.normal) || is_native(&f.normal) && f.docs.len() > 30;
                !shared && owners.is_empty() && !run.firsts.contains(&f.normal)
            }
            // الأهلي: of two listed ones
            EntityKind::Organisation => {
                // الواحة, a company here and a project there
                let word = key(&f.shown);
                let noun =
                    word.starts_with("ال") && !word.contains(' ') && crate::mentions::entities::mend::seldom(&word);
                !noun && !orgs::is_bare(&f.normal) && Gazetteer::get().short_for(&word).len() < 2
            }
            _ => !run.is_bare_body(short),
        }
    }
}

/// A name with the word before it, and with the word behind it, where a space alone stands between.
fn wider(doc: &Document, name: Span) -> impl Iterator<Item = Span> {
    let (first, last) = (doc.token_at(name.start), doc.token_at(name.end - 1));
    let before = (first > 0).then(|| doc.span_of(first - 1, last + 1)).filter(|s| s.start < name.start);
    let behind = (last + 1 < doc.tokens.len()).then(|| doc.span_of(first, last + 2)).filter(|s| s.end > name.end);
    let joined = |s: &Span| doc.slice(*s).chars().all(|c| c.is_alphanumeric() || c == ' ');
    before.into_iter().chain(behind).filter(joined)
}

/// Forms that stand beside an owner in his articles; where these are few, those that stand twice beside his short form.
fn talk_of(run: &Run, owner: u32, short: u32) -> FxHashSet<u32> {
    let own = &run.forms[owner as usize].docs;
    let few = own.len() < TALK_LEAST;
    let docs = if few { &run.forms[short as usize].docs } else { own };
    let mut beside: FxHashMap<u32, u32> = FxHashMap::default();
    for f in docs.iter().take(TALK_DOCS).flat_map(|e| &run.forms_of_doc[*e as usize]) {
        *beside.entry(*f).or_insert(0) += 1;
    }
    let telling = |f: &u32| *f != owner && *f != short && run.forms[*f as usize].docs.len() <= TALK_MOST_DOCS;
    #[allow(clippy::iter_over_hash_type)] // a set
    beside.into_iter().filter(|(_, n)| !few || *n >= 2).map(|(f, _)| f).filter(telling).collect()
}

/// The group with the most, how many that are, and how many there are in all.
fn most(tally: FxHashMap<u32, u32>) -> Option<(u32, u32, u32)> {
    let all: u32 = tally.values().sum();
    #[allow(clippy::iter_over_hash_type)] // the maximum under a total order does not depend on it
    let (root, n) = tally.into_iter().max_by_key(|(root, n)| (*n, Reverse(*root)))?;
    Some((root, n, all))
}
