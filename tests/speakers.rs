//! Who is behind the words of a speaker: holders of offices, institutions named before, people told by what they are. The texts
//! are made up.

mod support;

use muqabala::link::stories;
use muqabala::{model::Reading, resolve};
use support::texts::reading;

/// The names of who speaks in each text, in order, each text an article of its own outlet and all of one run.
fn speakers(texts: &[&str]) -> Vec<Vec<String>> {
    let mut readings: Vec<Reading> = texts.iter().zip(["a", "b", "c"]).map(|(t, id)| reading(id, t)).collect();
    let entities = resolve::names::resolve(&mut readings);
    readings.iter_mut().for_each(|r| resolve::speakers::resolve(r, &entities));
    let grouped = stories::group(&readings);
    resolve::speakers::across(&mut readings, &entities, &grouped.stories);
    let names =
        |r: &Reading| r.mentions.claims.iter().filter(|c| c.cue.is_some()).map(|c| c.speaker_name.clone()).collect();
    readings.iter().map(names).collect()
}

#[test]
fn the_lists_know_who_holds_an_office_when_the_article_names_him() {
    let text =
        "قمة في أنقرة\nوصل رجب طيب أردوغان إلى قاعة المؤتمرات صباح الخميس.\nوقال الرئيس التركي إن بلاده لن تتراجع.";
    assert_eq!(speakers(&[text]), [["رجب طيب أردوغان"]]);
    let nobody = "قمة في أنقرة\nوصلت الوفود إلى قاعة المؤتمرات صباح الخميس.\nوقال الرئيس التركي إن بلاده لن تتراجع.";
    assert_eq!(speakers(&[nobody]), [["الرئيس التركي"]]);
}

#[test]
fn a_trainer_of_a_country_is_that_of_its_team() {
    let text =
        "مدرب كرواتيا: سنلعب للفوز\nأكد مدرب المنتخب الكرواتي زلاتكو داليتش أن فريقه سيلعب للفوز في المباراة المقبلة.";
    assert_eq!(speakers(&[text]), [["زلاتكو داليتش", "زلاتكو داليتش"]]);
}

#[test]
fn an_office_of_the_headline_is_held_by_who_speaks_below() {
    let text = "وزير ألماني: سنزيد الإنفاق\nقال وزير المالية الألماني أولاف شولتس إن برلين ستزيد الإنفاق على الطرق.";
    assert_eq!(speakers(&[text]), [["أولاف شولتس", "أولاف شولتس"]]);
}

#[test]
fn the_age_of_who_speaks_is_no_part_of_his_office() {
    let text =
        "لاعب يغادر ناديه\nأعلن المهاجم سامر الخطيب رحيله عن النادي.\nوقال اللاعب البالغ 27 عاما إن التجربة كانت صعبة.";
    assert!(speakers(&[text])[0].iter().all(|s| s == "سامر الخطيب"), "{:?}", speakers(&[text]));
}

#[test]
fn a_site_named_in_marks_is_the_site() {
    let text = "تسريبات جديدة\nتداول مستخدمون ما نشره موقع \"نبض الواحات\" عن الصفقة مساء الأربعاء.\nوأوضح الموقع أن الصفقة ألغيت قبل شهر.";
    assert!(speakers(&[text])[0].iter().any(|s| s.contains("نبض الواحات")), "{:?}", speakers(&[text]));
}

#[test]
fn a_coalition_is_not_its_spokesman() {
    let text = "بيان عن الغارات\nقال المتحدث باسم التحالف العربي سامر الخطيب إن الغارات أصابت أهدافها.\nوقصف الطيران مخازن قرب الميناء، وفقا للتحالف.";
    let found = speakers(&[text]);
    assert!(found[0].last().is_some_and(|s| s.contains("التحالف")), "{found:?}");
}

#[test]
fn how_often_stands_before_the_verb_of_the_subject() {
    let text = "هجوم في العاصمة\nوكان سامر الخطيب قال إن الأمور هادئة.\nونادرا ما تتحدث إسرائيل عن هذه العمليات، إلا أنها لطالما كررت أنها لن تغير نهجها.";
    assert_eq!(speakers(&[text])[0].last().map(String::as_str), Some("إسرائيل"));
}

#[test]
fn two_people_go_on_speaking_together() {
    let text = "رسالة إلى المصارف\nاعتبر سامر الخطيب ورامي الحداد أن المصرف ليس شرعيا، وشددا على ضرورة إغلاق الحسابات.";
    let found = &speakers(&[text])[0];
    assert_eq!(found[0], found[1], "{found:?}");
}
