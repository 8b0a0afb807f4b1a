//! Words of temporal expressions, taken apart once and looked up by hash. Data: dates.tsv, holidays.tsv.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::numbers;
use crate::lang::lexicon::Lexicon;
use crate::text::clitics;
use crate::text::fold::fold;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Night, counted as a day.
    Night,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Morning, dawn.
    Morning,
    /// Noon.
    Noon,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// Night.
    Night,
}

/// What an adjective says about the unit, weekday or month before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// The last one.
    Past,
    /// The next one.
    Next,
    /// The current one.
    Now,
    /// The one just mentioned.
    Same,
    /// The one after the one just mentioned.
    After,
    /// The one before.
    Before,
    /// The last of several, or the last one.
    Last,
}

/// The side of a period that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its middle.
    Mid,
    /// Its end.
    End,
}

/// A preposition that makes an offset or a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// قبل
    Before,
    /// منذ
    Since,
    /// بعد
    After,
    /// خلال، في غضون
    Within,
    /// لمدة، طوال
    For,
}

/// What a word says about the time of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// A present verb that dates what is to come when a weekday lies four days back or more.
    Present,
    /// It lies ahead.
    Future,
    /// It lies behind.
    Past,
    /// Nothing: a noun that begins like a future verb.
    Noun,
}

/// Naming system of a month name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum System {
    /// Gulf and Egypt: يناير.
    #[default]
    Gulf,
    /// Levant: كانون الثاني.
    Levant,
    /// Maghreb: جانفي.
    Maghreb,
}

/// What a token can be in a temporal expression. Zero or None: not that.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Bytes of the folded form that are proclitics, the fused article included.
    pub cut: u8,
    /// The proclitics begin with و or ف.
    pub and: bool,
    /// The proclitics hold ب, ل or ك.
    pub by: bool,
    /// With the article.
    pub definite: bool,
    /// In the lexicon at all.
    pub known: bool,
    /// Digits: their value; -1 when it is no digit token.
    pub digits: i32,
    /// Length of the digit token.
    pub digit_count: u8,
    /// Month 1-12.
    pub month: u8,
    /// The month name needs no cue.
    pub month_sure: bool,
    /// Its naming system.
    pub system: System,
    /// First word of كانون (12) or تشرين (10).
    pub month_head: u8,
    /// Hijri month that needs a cue.
    pub hijri: u8,
    /// First word of a Hijri month of two words.
    pub hijri_head: u8,
    /// Second word of ذو القعدة (11), ذو الحجة (12).
    pub hijri_tail: u8,
    /// Weekday, 1 Monday to 7 Sunday.
    pub weekday: u8,
    /// Unit.
    pub unit: Option<Unit>,
    /// Grammatical number of the unit: 1, 2, 3 for plural.
    pub count: u8,
    /// Adjective.
    pub turn: Option<Turn>,
    /// Distance from today, in days.
    pub day: Option<i8>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Edge of a period.
    pub edge: Option<Edge>,
    /// Season, two letters of TIMEX3.
    pub season: Option<&'static str>,
    /// Decade, 20 to 90.
    pub decade: u8,
    /// Recurring adverb: its TIMEX3 period.
    pub set: Option<&'static str>,
    /// كل
    pub each: bool,
    /// Preposition.
    pub link: Option<Link>,
    /// Word of approximation or bound.
    pub about: bool,
    /// ربع or نصف: 4, 2; ثلث 3.
    pub fraction: u8,
    /// توقيت
    pub zone: bool,
    /// Greenwich.
    pub gmt: bool,
    /// A number word.
    pub number: bool,
    /// The number word is an ordinal.
    pub ordinal: bool,
    /// What it says about the time of its clause.
    pub tense: Option<Tense>,
}

static WORDS: LazyLock<FxHashMap<String, Word>> = LazyLock::new(load);

fn load() -> FxHashMap<String, Word> {
    let lexicon = Lexicon::parse("dates.tsv", include_str!("dates.tsv"));
    let (form, class, value) = (lexicon.column("form"), lexicon.column("class"), lexicon.column("value"));
    let mut map: FxHashMap<String, Word> = FxHashMap::default();
    for row in &lexicon.rows {
        let word = map.entry(fold(row.get(form))).or_default();
        let v = row.get(value);
        let bad = || -> ! { panic!("dates.tsv:{}: value \"{v}\" does not fit its class", row.line) };
        let n = || v.trim_end_matches(['g', 'l', 'm']).parse::<i32>().unwrap_or_else(|_| bad());
        let system = match v.chars().last() {
            Some('l') => System::Levant,
            Some('m') => System::Maghreb,
            _ => System::Gulf,
        };
        word.known = true;
        word.digits = -1;
        match row.get(class) {
            "month" | "month-cue" => {
                word.month = n() as u8;
                word.month_sure = row.get(class) == "month";
                word.system = system;
            }
            "month-head" => {
                word.month_head = n() as u8;
                word.system = system;
            }
            "hijri-cue" => word.hijri = n() as u8,
            "hijri-head" => word.hijri_head = n() as u8,
            "hijri-tail" => word.hijri_tail = n() as u8,
            "weekday" => word.weekday = n() as u8,
            "unit" => {
                let (code, count) = v.split_at(v.len() - 1);
                word.count = match count {
                    "s" => 1,
                    "d" => 2,
                    "p" => 3,
                    _ => bad(),
                };
                word.unit = Some(match code {
                    "S" => Unit::Second,
                    "M" => Unit::Minute,
                    "H" => Unit::Hour,
                    "D" => Unit::Day,
                    "N" => Unit::Night,
                    "W" => Unit::Week,
                    "MO" => Unit::Month,
                    "Y" => Unit::Year,
                    "DE" => Unit::Decade,
                    "C" => Unit::Century,
                    "MI" => Unit::Millennium,
                    _ => bad(),
                });
            }
            "modifier" => {
                word.turn = Some(match v {
                    "past" => Turn::Past,
                    "next" => Turn::Next,
                    "now" => Turn::Now,
                    "same" => Turn::Same,
                    "after" => Turn::After,
                    "before" => Turn::Before,
                    "last" => Turn::Last,
                    _ => bad(),
                });
            }
            "day" => word.day = Some(n() as i8),
            "part" => {
                word.part = Some(match v {
                    "MO" => Part::Morning,
                    "MI" => Part::Noon,
                    "AF" => Part::Afternoon,
                    "EV" => Part::Evening,
                    "NI" => Part::Night,
                    _ => bad(),
                });
            }
            "edge" => {
                word.edge = Some(match v {
                    "START" => Edge::Start,
                    "MID" => Edge::Mid,
                    "END" => Edge::End,
                    _ => bad(),
                });
            }
            "season" => {
                word.season = Some(match v {
                    "SP" => "SP",
                    "SU" => "SU",
                    "FA" => "FA",
                    "WI" => "WI",
                    _ => bad(),
                });
            }
            "decade" => word.decade = n() as u8,
            "set" => {
                word.set = Some(match v {
                    "P1Y" => "P1Y",
                    "P1M" => "P1M",
                    "P1W" => "P1W",
                    "P1D" => "P1D",
                    _ => bad(),
                });
            }
            "each" => word.each = true,
            "prep" => {
                word.link = Some(match v {
                    "before" => Link::Before,
                    "since" => Link::Since,
                    "after" => Link::After,
                    "within" => Link::Within,
                    "for" => Link::For,
                    _ => bad(),
                });
            }
            "about" => word.about = true,
            "fraction" => {
                word.fraction = match v {
                    "Q" => 4,
                    "H" => 2,
                    "T" => 3,
                    _ => bad(),
                };
            }
            "tense" => {
                word.tense = Some(match v {
                    "future" => Tense::Future,
                    "present" => Tense::Present,
                    "past" => Tense::Past,
                    "noun" => Tense::Noun,
                    _ => bad(),
                });
            }
            "zone" => word.zone = true,
            "gmt" => word.gmt = true,
            "clock" => {}
            other => panic!("dates.tsv:{}: unknown class \"{other}\"", row.line),
        }
    }
    for (form, class) in numbers::forms() {
        let word = map.entry(form.to_string()).or_default();
        word.digits = -1;
        word.number = true;
        word.ordinal = matches!(class, numbers::Class::Ordinal | numbers::Class::OrdinalUnit);
    }
    map
}

/// What a folded Arabic word can be. At most six hash look-ups, one for most words.
pub fn classify(word: &str) -> Word {
    let none = Word { digits: -1, ..Word::default() };
    if word.len() < 4 {
        return none;
    }
    if let Some(found) = with_article(word, 0) {
        return found;
    }
    let bytes = word.as_bytes();
    // و U+0648 d9 88, ف U+0641 d9 81, ب U+0628 d8 a8, ل U+0644 d9 84, ك U+0643 d9 83
    let is_and = |at: usize| matches!(bytes.get(at..at + 2), Some([0xd9, 0x88 | 0x81]));
    let is_by = |at: usize| matches!(bytes.get(at..at + 2), Some([0xd9, 0x84 | 0x83] | [0xd8, 0xa8]));
    if is_and(0) {
        if let Some(mut found) = with_article(&word[2..], 2) {
            found.and = true;
            return found;
        }
        if is_by(2)
            && let Some(mut found) = with_article(&word[4..], 4).or_else(|| fused(word, 4))
        {
            found.and = true;
            found.by = true;
            return found;
        }
    } else if is_by(0)
        && let Some(mut found) = with_article(&word[2..], 2).or_else(|| fused(word, 2))
    {
        found.by = true;
        return found;
    }
    none
}

fn with_article(rest: &str, cut: u8) -> Option<Word> {
    if rest.len() < 4 {
        return None;
    }
    if let Some(word) = WORDS.get(rest) {
        let mut word = *word;
        word.cut = cut;
        return Some(word);
    }
    let bare = rest.strip_prefix("ال")?;
    let mut word = *WORDS.get(bare)?;
    word.cut = cut;
    word.definite = true;
    Some(word)
}

/// `للعام`: ل and the article that lost its alef.
fn fused(word: &str, cut: usize) -> Option<Word> {
    if !word[..cut].ends_with('ل') {
        return None;
    }
    let bare = word[cut..].strip_prefix('ل')?;
    let mut found = *WORDS.get(bare)?;
    found.cut = cut as u8 + 2;
    found.definite = true;
    Some(found)
}

/// How a feast finds its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A day of the Gregorian year.
    Gregorian,
    /// A day of the Hijri year.
    Hijri,
    /// Days after Western Easter.
    Easter,
    /// Days after Orthodox Easter.
    Orthodox,
    /// The nth (`days`) weekday (`day`) of a month.
    Weekday,
}

/// A feast or named day.
#[derive(Debug, Clone)]
pub struct Holiday {
    /// Folded words.
    pub words: Vec<String>,
    /// How its day is found.
    pub rule: Rule,
    /// Month, when the rule has one.
    pub month: u8,
    /// Day, offset or weekday.
    pub day: i8,
    /// Number of days, or which weekday of the month.
    pub days: u8,
}

/// Indices of holidays by the first word of their name, the longest name first.
type ByFirstWord = FxHashMap<String, Vec<u16>>;

static HOLIDAYS: LazyLock<(Vec<Holiday>, ByFirstWord)> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("holidays.tsv", include_str!("holidays.tsv"));
    let c = |name| lexicon.column(name);
    let (form, calendar, month, day, days) = (c("form"), c("calendar"), c("month"), c("day"), c("days"));
    let mut all: Vec<Holiday> = Vec::new();
    let mut by_first = ByFirstWord::default();
    for row in &lexicon.rows {
        let number = |column: usize| -> i8 {
            row.get(column).parse().unwrap_or_else(|_| panic!("holidays.tsv:{}: not a number", row.line))
        };
        let words: Vec<String> = row.get(form).split(' ').map(fold).collect();
        all.push(Holiday {
            words,
            rule: match row.get(calendar) {
                "gregorian" => Rule::Gregorian,
                "hijri" => Rule::Hijri,
                "easter" => Rule::Easter,
                "orthodox" => Rule::Orthodox,
                "weekday" => Rule::Weekday,
                other => panic!("holidays.tsv:{}: unknown calendar \"{other}\"", row.line),
            },
            month: number(month) as u8,
            day: number(day),
            days: number(days) as u8,
        });
    }
    let mut order: Vec<u16> = (0..all.len() as u16).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(all[usize::from(*i)].words.len()), *i));
    for i in order {
        by_first.entry(all[usize::from(i)].words[0].clone()).or_default().push(i);
    }
    (all, by_first)
});

/// The feast of an index.
pub fn holiday(index: u16) -> &'static Holiday {
    &HOLIDAYS.0[usize::from(index)]
}

/// Feasts whose first folded word this is, the longest first.
pub fn holidays_from(word: &str) -> &'static [u16] {
    HOLIDAYS.1.get(word).map_or(&[], Vec::as_slice)
}

/// Year of the event by word, month and day (named_days.tsv).
static NAMED_DAYS: LazyLock<FxHashMap<(String, u8, u8), i32>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("named_days.tsv", include_str!("named_days.tsv"));
    let c = |name| lexicon.column(name);
    let (word, month, day, year) = (c("word"), c("month"), c("day"), c("year"));
    let number = |row: &crate::lang::lexicon::Row, column: usize| -> i32 {
        row.get(column).parse().unwrap_or_else(|_| panic!("named_days.tsv:{}: not a number", row.line))
    };
    lexicon
        .rows
        .iter()
        .map(|r| ((fold(r.get(word)), number(r, month) as u8, number(r, day) as u8), number(r, year)))
        .collect()
});

/// The year of a day that the word before it names (`هجمات 11 سبتمبر`): 2001.
pub fn named_day(word: &str, month: u8, day: u8) -> Option<i32> {
    let bare = clitics::strip_article(clitics::strip_conjunction(word));
    [word, bare, bare.strip_prefix(['ل', 'ب']).unwrap_or(bare)]
        .iter()
        .find_map(|w| NAMED_DAYS.get(&(w.to_string(), month, day)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_come_off() {
        let w = classify(&fold("والجمعة"));
        assert!(w.weekday == 5 && w.definite && w.and && w.cut == 2);
        let w = classify(&fold("للعام"));
        assert!(w.unit == Some(Unit::Year) && w.definite && w.by && w.cut == 4);
        let w = classify(&fold("بالأمس"));
        assert!(w.day == Some(-1) && w.definite && w.cut == 2);
        assert!(!classify(&fold("الرئيس")).known);
    }

    #[test]
    fn lexicons_load() {
        assert!(holidays_from("عيد").len() >= 5);
        assert_eq!(classify(&fold("آذار")).month, 3);
    }
}
