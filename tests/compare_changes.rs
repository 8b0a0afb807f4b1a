//! One fact altered in a reprint must be found, and told apart from spelling and wording. The texts are made up.

mod support;

use muqabala::compare;
use muqabala::model::{Fact, FactKind, Language, Relation};
use support::texts::{Compared, compared, compared_readings, read, reading};

const FIRST: &str = "انهيار جسر في مدينة سلا\nأعلنت السلطات المحلية الخميس مقتل 14 شخصا وإصابة 23 آخرين في انهيار جسر للمشاة فوق وادي بورقراق.\nووصل فريق من المهندسين إلى موقع الجسر لفحص الأعمدة المتبقية وتحديد أسباب الانهيار.\nوقدرت البلدية كلفة إعادة بناء الجسر بنحو 40 مليون دولار.";

fn facts(second: &str) -> Vec<Fact> {
    facts_of(FIRST, second)
}

fn facts_of(first: &str, second: &str) -> Vec<Fact> {
    let Compared { readings, entities, grouped, mut facts, days } = compared(&[first, second]);
    let dating = compare::dating::check(&readings, &entities, &grouped, days);
    facts.extend(compare::facts::days::facts(&readings, &grouped.stories, &dating, &facts, Language::En));
    facts
}

fn contradictions(second: &str) -> Vec<(FactKind, Vec<String>)> {
    facts(second)
        .into_iter()
        .filter(|f| f.verdict == Relation::Contradict)
        .map(|f| (f.kind, f.values.into_iter().map(|v| v.value).collect()))
        .collect()
}

#[test]
fn figures_of_two_states_or_of_an_earlier_event_do_not_exclude_each_other() {
    let number = |first: &str, second: &str| {
        let all = facts_of(first, second);
        all.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Number)
    };
    let quake = "زلزال في جزيرة سنديان\nضرب زلزال بقوة 6.2 درجة جزيرة سنديان الخميس وأدى إلى انهيار بعض المباني.";
    let other = "هزة في سنديان\nضرب زلزال بقوة 6.9 درجة جزيرة سنديان الخميس وأدى إلى انهيار مبان.";
    assert!(number(quake, other));
    let earlier =
        "هزة في سنديان\nضرب زلزال جزيرة سنديان الخميس بعد أربعة أيام من زلزال بقوة 6.9 درجة وأدى إلى انهيار مبان.";
    assert!(!number(quake, earlier));
    let attack = "هجوم على مطعم في إربد\nقتل أربعة أشخاص في هجوم على مطعم في إربد مساء السبت.";
    let three = "هجوم في إربد\nقتل ثلاثة أشخاص في هجوم على مطعم في إربد مساء السبت.";
    assert!(number(attack, three));
    assert!(!number(attack, &three.replace("أشخاص في", "أشخاص على الفور في")));
    // a toll that is lower the next day was put right, a higher one has risen
    let at = |first: &str, second: &str, published: &str| {
        let title = |text: &str| text.lines().next().map_or(0, str::len);
        let later = read("b", second, title(second), Some(published));
        let all = compared_readings(vec![reading("a", first), later]).facts;
        all.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Number)
    };
    assert!(at(attack, three, "2018-04-06T11:00:00Z"));
    assert!(!at(attack, three, "2018-04-07T09:00:00Z"));
    let votes = "نتائج الاقتراع\nحصل حزب البناء على 18 بالمئة من الأصوات في مدينة إربد بعد فرز 97 بالمئة من الصناديق.";
    let more = "الاقتراع في إربد\nحصل حزب البناء على 23 بالمئة من الأصوات في مدينة إربد بعد فرز 97 بالمئة من الصناديق.";
    assert!(number(votes, more));
    assert!(!number(votes, &more.replace("97", "27")));
}

#[test]
fn a_copy_has_agreements_and_no_contradiction() {
    assert!(contradictions(FIRST).is_empty());
    assert!(facts(FIRST).iter().any(|f| f.verdict == Relation::Agree && f.kind == FactKind::Number));
}

#[test]
fn number_words_and_digits_agree() {
    assert!(contradictions(&FIRST.replace("14 شخصا", "أربعة عشر شخصا")).is_empty());
}

#[test]
fn an_altered_number_is_found() {
    let found = contradictions(&FIRST.replace("14 شخصا", "19 شخصا"));
    assert!(found.iter().any(|(k, v)| *k == FactKind::Number && v == &["14", "19"]), "{found:?}");
}

#[test]
fn an_altered_day_is_found() {
    let found = contradictions(&FIRST.replace("الخميس", "الثلاثاء"));
    assert!(found.iter().any(|(k, _)| *k == FactKind::Date), "{found:?}");
}

#[test]
fn a_denial_is_found() {
    let found = contradictions(&FIRST.replace("ووصل فريق", "ولم يصل فريق"));
    assert!(found.iter().any(|(k, _)| *k == FactKind::Polarity), "{found:?}");
}

#[test]
fn negations_of_other_clauses_do_not_hide_a_denial() {
    let denied = |first: &str, second: &str| {
        let head = "خطط المرفأ\nاجتمع مجلس مرفأ الشاطئ الأحد لبحث خطط التوسعة والميزانية الجديدة.\n";
        let all = facts_of(&format!("{head}{first}"), &format!("{head}{second}"));
        all.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Polarity)
    };
    let plan = "ووفقا لهذه الخطط سيتم إغلاق الرصيف القديم الذي يستقبل قوارب الصيد قبل نهاية العام المقبل";
    let other = plan.replace("سيتم", "لن يتم");
    assert!(denied(plan, &other));
    assert!(denied(&format!("{plan}، ولم يحدد المجلس موعدا لافتتاح الرصيف الجديد"), &other));
    // the same negation in both, and "what" that is none
    let said = "وأكدت إدارة مرفأ الشاطئ في المدينة القديمة استقالة مديرها المالي لكنها لم تحدد موعد رحيله عنها.";
    assert!(denied(said, &said.replace("أكدت", "نفت")));
    let fire = "اندلع حريق صغير في مستودع المرفأ بحسب ما أعلن الدفاع المدني لكن تم إخماد النيران بسرعة.";
    let not = "اندلع حريق صغير في مستودع المرفأ كما أعلن الدفاع المدني لكن لم يتم إخماد النيران بسرعة.";
    assert!(denied(fire, not));
    // a negation behind the next comma, and the verb that `كان` stands before
    let sums = "وذكر البيان أن إيرادات مرفأ الشاطئ للعام السابق كانت 5 مليارات دولار، غير أن السنة المالية لم تنته بعد.";
    let not =
        "وأظهر موقع المجلس الأحد أن إيرادات مرفأ الشاطئ للعام السابق لم تكن 5 مليارات دولار حسب ما نقلت وكالة محلية.";
    assert!(denied(sums, not));
    let ship = "وكانت السفينة تنقل 360 راكبا من جزيرة النخيل في طريقها إلى مرفأ الشاطئ.";
    let not = "وأوضح الوزير أن 24 شخصا غرقوا في حادث السفينة التي لم تكن تنقل 360 راكبا من جزيرة النخيل في طريقها إلى مرفأ الشاطئ.";
    assert!(denied(ship, not));
    // a negation that has moved
    let first = "وليست السفينة التي لم تعرف هوية مالكها حتى اليوم الأولى التي تغرق هنا.";
    let moved = "والسفينة الغارقة التي لم تعرف هوية مالكها حتى اليوم ليست الأولى التي تغرق هنا.";
    assert!(!denied(first, moved));
}

#[test]
fn a_charge_and_its_denial_are_a_dispute_of_speakers() {
    let charge = "اتهام شركة سهول بتلويث نهر الزاب\nاتهمت وزارة الري العراقية شركة سهول للطاقة بتلويث مياه نهر الزاب بمخلفات المصنع الجديد.\nوأغلقت السلطات محطة الشرب في مدينة أربيل الأحد بعد ظهور بقع زيتية.";
    let denial = "شركة سهول ترد على اتهامات تلويث نهر الزاب\nنفت شركة سهول للطاقة تلويث مياه نهر الزاب بمخلفات المصنع الجديد.\nوكانت محطة الشرب في مدينة أربيل أغلقت الأحد بعد ظهور بقع زيتية.";
    let found = facts_of(charge, denial);
    let dispute = found.iter().find(|f| f.subject.starts_with("disputed")).expect("the dispute");
    assert_eq!(dispute.verdict, Relation::Contradict);
    assert!(dispute.values.iter().any(|v| v.value.starts_with("denied by") && v.doc == 1));
    assert!(dispute.values.iter().any(|v| v.value.starts_with("said by") && v.doc == 0));
}

#[test]
fn each_of_two_deeds_answers_the_other() {
    let first = "قصف متبادل على حدود وادي الرمل\nقصفت مدفعية الجيش مواقع في وادي الرمل ليل الاثنين، ردت عليها جماعة الفجر بإطلاق قذائف على معسكر الحدود.\nولم تقع إصابات في القصف على وادي الرمل.";
    let second = "الجيش يقصف مواقع في وادي الرمل\nقصفت مدفعية الجيش مواقع في وادي الرمل ليل الاثنين ردا على إطلاق قذائف على معسكر الحدود.\nولم تقع إصابات في القصف على وادي الرمل.";
    let found = facts_of(first, second);
    assert!(found.iter().any(|f| f.verdict == Relation::Contradict && f.subject.starts_with("order of events")));
}

#[test]
fn a_sum_of_two_currencies_contradicts_itself() {
    let text = "مؤتمر لدعم ميناء طرفاية\nأعلن البنك في مؤتمر المانحين منح ميناء طرفاية 300 مليون يورو، منها 200 مليون يورو قروضا و100 مليون دولار هبات.\nويبدأ العمل في توسعة الميناء في الربيع.";
    let found = facts_of(text, text);
    let sum = found.iter().find(|f| f.subject.starts_with("sum")).expect("the sum");
    assert_eq!(sum.values.len(), 4);
}

/// Do two texts contradict each other in a day?
fn days_contradict(first: &str, second: &str) -> bool {
    facts_of(first, second).iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Date)
}

#[test]
fn an_election_has_one_day() {
    let first = "ستة مرشحين في انتخابات بلدية تطوان\nتستعد بلدية تطوان للانتخابات المقبلة بعد إغلاق باب الترشح لستة مرشحين.\nوقالت اللجنة إن الانتخابات البلدية ستجري في 24 يونيو في جميع الدوائر.";
    let second = "إغلاق باب الترشح في بلدية تطوان\nأغلقت بلدية تطوان باب الترشح للانتخابات المقبلة لستة مرشحين.\nوتجري الانتخابات البلدية في 25 يونيو بحسب اللجنة في جميع الدوائر.";
    assert!(days_contradict(first, second));
}

#[test]
fn nobody_hurt_contradicts_seven_hurt() {
    let first = "انفجار في سوق الذهب بمدينة سلا\nأصيب سبعة أشخاص في انفجار أسطوانة غاز في سوق الذهب بمدينة سلا صباح الجمعة.\nوفتحت الشرطة تحقيقا في أسباب الانفجار.";
    let second = "انفجار أسطوانة غاز في سوق الذهب\nانفجرت أسطوانة غاز في سوق الذهب بمدينة سلا صباح الجمعة من دون وقوع أي إصابات.\nوقالت الشرطة إنها تحقق في أسباب الانفجار.";
    let found = facts_of(first, second);
    let toll = |f: &&Fact| f.kind == FactKind::Number && f.values.iter().any(|v| v.value == "0");
    assert_eq!(found.iter().find(toll).map(|f| f.verdict), Some(Relation::Contradict));
}

#[test]
fn a_goal_has_one_minute_and_a_person_one_age() {
    let first = "الترجي يهزم النجم بثلاثة أهداف\nفاز الترجي على النجم في رادس بثلاثة أهداف مساء الأحد.\nوافتتح مراد العكرمي (23 عاما) التسجيل للترجي في الدقيقة 14.";
    let second = "الترجي يتغلب على النجم في رادس\nتغلب الترجي على النجم في رادس بثلاثة أهداف مساء الأحد.\nوجاء هدف التقدم بعد ركلة ركنية أكملها مراد العكرمي، البالغ 24 عاما، برأسه في الشباك في الدقيقة السادسة عشرة.";
    let found = facts_of(first, second);
    let differ = |x: &str, y: &str| {
        let has = |f: &Fact, value: &str| f.values.iter().any(|v| v.value == value);
        found.iter().any(|f| f.verdict == Relation::Contradict && has(f, x) && has(f, y))
    };
    assert!(differ("23 year", "24 year"), "{found:?}");
    assert!(differ("14", "16"), "{found:?}");
}

#[test]
fn an_hour_in_greenwich_time_is_one() {
    let first = "تصادم قطارين قرب مدينة طبرقة\nاصطدم قطاران قرب مدينة طبرقة مساء الاثنين في نحو الساعة 9:20 مساء بالتوقيت المحلي (1920 بتوقيت غرينتش).\nونقل سائق إلى المستشفى.";
    let second = "اصطدام قطارين قرب طبرقة\nاصطدم قطاران مساء الاثنين على الخط الواصل إلى مدينة طبرقة قرابة الساعة 21,20 (20,20 بتوقيت غرينتش).\nونقل سائق أحد القطارين إلى المستشفى.";
    let found = facts_of(first, second);
    assert!(found.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Date), "{found:?}");
}

/// Do two texts contradict each other in these two values?
fn values_contradict(first: &str, second: &str, x: &str, y: &str) -> bool {
    let has = |f: &Fact, value: &str| f.values.iter().any(|v| v.value == value);
    facts_of(first, second).iter().any(|f| f.verdict == Relation::Contradict && has(f, x) && has(f, y))
}

#[test]
fn a_figure_that_is_left_over_is_another_one() {
    let first = "تمثال لشاعر الأطلس في آزرو\nأزاحت بلدية آزرو السبت الستار عن تمثال الشاعر عمر الدغوغي في ساحة المسرح، وهو تمثال من البرونز يبلغ ارتفاعه خمسة أمتار.\nوحضر الحفل أفراد من أسرة الشاعر.";
    let second = "أسرة الدغوغي تحضر حفل تمثاله\nحضر أفراد من أسرة الشاعر عمر الدغوغي حفلا في ساحة المسرح بمدينة آزرو.\nوقال نحات التمثال المصنوع من البرونز، والبالغ ارتفاعه 4.5 متر، إن العمل استغرق عامين.";
    assert!(values_contradict(first, second, "5 m", "4.5 m"));
    let same = second.replace("4.5 متر", "خمسة أمتار");
    assert!(!values_contradict(first, &same, "5 m", "5 m"));
}

#[test]
fn one_match_has_one_result_and_two_legs_have_two() {
    let first = "الترجي يعبر إلى النهائي\nتأهل الترجي التونسي إلى نهائي كأس الأندية بعد فوزه على الوداد المغربي 3-1 مساء السبت في ملعب رادس.\nوسجل الأهداف ثلاثة لاعبين.";
    let second = "ثلاثة هدافين في ليلة الترجي\nسجل ثلاثة لاعبين أهداف الترجي التونسي الذي فاز على الوداد المغربي 4-1 ليبلغ نهائي كأس الأندية.\nوأقيمت المباراة في ملعب رادس.";
    assert!(values_contradict(first, second, "3-1", "4-1"));
    let leg = second.replace("فاز على الوداد المغربي 4-1", "فاز ذهابا على الوداد المغربي 4-1");
    assert!(!values_contradict(first, &leg, "3-1", "4-1"));
}

#[test]
fn a_place_that_is_left_over_is_another_one() {
    let first = "دهس قرب حاجز عسكري\nقتل جندي وأصيب آخر في عملية دهس نفذها سائق شاحنة صباح الجمعة.\nووقعت الحادثة قرب بلدة قباطية جنوب مدينة جنين الفلسطينية.";
    let second = "مقتل جندي دهسا بشاحنة\nقتل جندي وأصيب آخر صباح الجمعة حين دهستهما شاحنة.\nووقع الهجوم قرب بلدة يعبد غربي مدينة جنين بحسب الشرطة.";
    let found = facts_of(first, second);
    let place = |f: &&Fact| f.verdict == Relation::Contradict && f.kind == FactKind::Place;
    assert!(found.iter().any(|f| place(&f)), "{found:?}");
}

#[test]
fn a_person_who_is_left_over_in_one_role_is_another_one() {
    let first = "مقبرة ملكية قرب تل السدر\nكشفت بعثة أثرية صباح الأحد مقبرة ملكية قرب تل السدر فيها أوان من الفخار.\nوقال مدير البعثة الأثرية في تل السدر هاشم العلمي إن المقبرة تعود إلى ثلاثة آلاف عام.";
    let second = "كشف أثري في تل السدر\nأعلن صباح الأحد كشف مقبرة ملكية قرب تل السدر.\nوتعود المقبرة إلى ثلاثة آلاف عام، بحسب مدير البعثة الأثرية في تل السدر ياسين البقالي الذي قال إن فيها أواني من الفخار.";
    let person = |second: &str| {
        let rows = facts_of(first, second);
        rows.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Person)
    };
    assert!(person(second));
    assert!(!person(&second.replace("مدير البعثة الأثرية في تل السدر", "محافظ الإقليم")));
    assert!(!person(&second.replace("ياسين البقالي", "هاشم العلمي")));
}

#[test]
fn a_figure_without_its_noun_is_compared_among_the_same_words() {
    let first = "قانون الموانئ أمام المجلس\nاجتمع مجلس مدينة السدر صباح الأحد.\nوصادق المجلس على مشروع قانون الموانئ بخمسة وعشرين صوتا مقابل 20 صوتا، وبات بالإمكان استيراد الرافعات من الخارج.";
    let second = "مجلس السدر يقر قانون الموانئ\nاجتمع مجلس مدينة السدر صباح الأحد.\nوصادق المجلس على مشروع قانون الموانئ بخمسة وعشرين صوتا مقابل 16، وبات بالإمكان استيراد الرافعات من الخارج، وفق ما قال رئيسه.";
    assert!(values_contradict(first, second, "20", "16"));
    assert!(!values_contradict(first, &second.replace("16", "20"), "20", "16"));
}

/// Statements of a kind that both texts make: what each says, in the order of the texts.
fn statements(first: &str, second: &str) -> Vec<Vec<String>> {
    let readings = [first, second];
    let words = |v: &muqabala::model::FactValue| {
        let text = readings[v.doc as usize];
        text[v.span.start as usize..v.span.end as usize].to_string()
    };
    facts_of(first, second)
        .iter()
        .filter(|f| f.kind == FactKind::Polarity && f.verdict == Relation::Agree)
        .map(|f| f.values.iter().map(words).collect())
        .collect()
}

const FIRE: &str = "حريق في مستودع للأخشاب بمدينة صفاقس\nاندلع حريق ضخم مساء الخميس في مستودع للأخشاب بمدينة صفاقس التونسية.\nوشاركت في الإطفاء طائرات تابعة للحماية المدنية وشاحنات من المدن المجاورة.\nولم تسجل السلطات الأميركية في القنصلية القريبة أي أضرار في المبنى.";

#[test]
fn a_statement_in_other_words_is_found() {
    let second = FIRE
        .replace("وشاركت في الإطفاء طائرات تابعة للحماية المدنية وشاحنات", "وكانت طائرة تتبع الحماية المدنية وشاحنة")
        .replace("الأميركية", "الأمريكية");
    let found = statements(FIRE, &second);
    assert!(found.iter().any(|v| v[0].contains("الأميركية") && v[1].contains("الأمريكية")), "{found:?}");
    assert!(found.iter().any(|v| v[0].contains("طائرات") && v[1].contains("طائرة")), "{found:?}");
}

#[test]
fn a_statement_keeps_the_negation_before_it() {
    let second = FIRE.replace("ولم تسجل السلطات", "وبعد ساعات من العمل لم تسجل السلطات");
    let found = statements(FIRE, &second);
    assert!(found.iter().any(|v| v.iter().all(|w| w.contains("لم تسجل"))), "{found:?}");
}

#[test]
fn statements_that_count_otherwise_do_not_agree() {
    let first = "غارات على مواقع\nقال الجيش إن طائراته قصفت عشرة مواقع عسكرية للتنظيم شمال مدينة الرقة فجر الخميس ردا على إطلاق قذائف.";
    let second = "قصف مواقع للتنظيم\nقال الجيش إن طائراته استهدفت خمسة مواقع عسكرية للتنظيم شمال مدينة الرقة فجر الخميس ردا على إطلاق قذائف.";
    let whole = |v: &Vec<String>| v.iter().any(|w| w.contains("عشرة")) && v.iter().any(|w| w.contains("خمسة"));
    let found = statements(first, second);
    assert!(!found.iter().any(whole), "{found:?}");
}

#[test]
fn a_fuller_quotation_is_told_beside_the_same_one() {
    let a = "تحذير من فيضان السد\nقال مدير السد سالم الوهيبي إن منسوب المياه في البحيرة تجاوز الحد المسموح به منذ بنائه، وإن البوابات الأربع ستفتح فجر السبت لتخفيف الضغط عن الجدار.";
    let b = "سالم الوهيبي: منسوب المياه تجاوز الحد\nوأكد سالم الوهيبي أن منسوب المياه في البحيرة تجاوز الحد المسموح به منذ بنائه، وأن البوابات الأربع ستفتح فجر السبت لتخفيف الضغط عن الجدار.";
    let found = facts_of(a, b);
    let of = |relation: Relation| {
        let quotes = found.iter().filter(|f| f.kind == FactKind::Quote && f.verdict == relation);
        quotes.map(|f| f.values.iter().map(|v| v.span.len()).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    assert_eq!(of(Relation::Agree).len(), 1, "{:?}", of(Relation::Agree));
    assert_eq!(of(Relation::Compatible).len(), 1, "{:?}", of(Relation::Compatible));
}

#[test]
fn a_text_with_two_sources_is_compared_with_both() {
    let a = "بلدية برقة: الحريق الذي اندلع في مصنع الورق دمر مخازن الكرتون\nأعلنت وزارة الصناعة أن الحريق الذي اندلع في مصنع الورق بمدينة برقة دمر مخازن الكرتون قبل السيطرة عليه.";
    let b = "خسائر في برقة\nقال اتحاد الصناعات إن الحريق الذي اندلع في مصنع الورق بمدينة برقة دمر مخازن الكرتون قبل السيطرة عليه.";
    let found = facts_of(a, b);
    let sources = found.iter().filter(|f| f.kind == FactKind::Attribution && f.verdict == Relation::Compatible);
    let said: Vec<&str> = sources.flat_map(|f| f.values.iter().map(|v| v.value.as_str())).collect();
    assert!(said.contains(&"وزارة الصناعة") && said.contains(&"بلدية برقة"), "{said:?}");
}

#[test]
fn the_counts_of_two_leads_are_of_one_event() {
    // other words around the counts, and five stands in both texts for something else
    let first = "حريق في مصنع للنسيج بمدينة صفاقس\nاندلع حريق كبير فجر اليوم داخل مصنع للنسيج في المنطقة الصناعية بمدينة صفاقس وأصيب خمسة عمال بحسب الحماية المدنية.\nوشاركت خمس شاحنات إطفاء في إخماد الحريق في مصنع النسيج.";
    let second = "إخماد حريق في مصنع للنسيج بصفاقس\nأخمدت فرق الحماية المدنية حريقا شب في مصنع للنسيج بالمنطقة الصناعية في مدينة صفاقس بعدما أدى إلى إصابة سبعة عمال.\nواستعانت الفرق بخمس شاحنات إطفاء لإخماد حريق مصنع النسيج.";
    let found = facts_of(first, second);
    let differ = |f: &Fact| ["5", "7"].iter().all(|x| f.values.iter().any(|v| v.value == *x));
    assert!(found.iter().any(|f| f.verdict == Relation::Contradict && differ(f)));
    // a text that has the other count as well tells of more than one
    let both = second.replace("واستعانت", "وكانت حصيلة المستشفى خمسة مصابين من العمال. واستعانت");
    let found = facts_of(first, &both);
    assert!(!found.iter().any(|f| f.verdict == Relation::Contradict && differ(f)));
}

#[test]
fn two_days_of_one_arrest_are_found_in_other_words() {
    let first = "محاكمة الخبيرة نوال السرغيني\nتبدأ محكمة الرباط النظر في قضية الخبيرة نوال السرغيني المتهمة بتسريب وثائق البنك.\nوكانت الشرطة قد أوقفت نوال السرغيني في 26 مارس في مطار الرباط بعد عودتها من جنيف.";
    let second = "قضية تسريب وثائق البنك أمام محكمة الرباط\nتنظر محكمة الرباط في قضية تسريب وثائق البنك المتهمة فيها الخبيرة نوال السرغيني.\nيذكر أن السرغيني اعتقلت يوم 25 مارس لدى وصولها إلى مطار الرباط قادمة من سويسرا.";
    assert!(days_contradict(first, second));
}

/// Facts of two texts whose one body sentence each shares a date and a place, told in other words.
#[test]
fn one_matter_with_other_details_is_compatible() {
    let a = "أخبار الجنوب\nوقعت الشركة الوطنية للسكك في طبرقة يوم 12 مارس عقد تمديد الخط الحديدي مع مصرف التعمير.\nوقال السكان إن القطار تأخر كثيرا.";
    let b = "قطار طبرقة\nينتظر أهالي طبرقة الخط الحديدي منذ سنوات، وكان عقد تمديده قد أبرم يوم 12 مارس بحضور نواب المنطقة.\nوهطلت أمطار غزيرة مساء.";
    let found = facts_of(a, b);
    let told = found.iter().filter(|f| f.kind == FactKind::Polarity && f.verdict == Relation::Compatible);
    let spans: Vec<Vec<usize>> = told.map(|f| f.values.iter().map(|v| v.span.len()).collect()).collect();
    assert_eq!(spans.len(), 1, "{:?}", found.iter().map(|f| (f.kind, f.verdict, &f.subject)).collect::<Vec<_>>());
}

#[test]
fn rows_beside_others_do_not_bring_texts_together() {
    let b = FIRST.replace(
        "وقدرت البلدية كلفة إعادة بناء الجسر بنحو 40 مليون دولار.",
        "وقال المهندسون إن إعادة البناء تحتاج إلى سنة.",
    );
    let mut found = facts(&b);
    let before = compare::facts::shared(&found);
    let mut row = found[0].clone();
    row.score_parts.push((compare::facts::BESIDE.into(), 1.0));
    found.push(row);
    assert_eq!(before, compare::facts::shared(&found));
}

#[test]
fn a_changed_name_is_found_though_the_sentence_has_it_twice() {
    let first = "تونس تستضيف اجتماع وزراء المياه\nقالت رئاسة الحكومة في تونس إن اجتماع وزراء المياه سيعقد الأسبوع المقبل في تونس بمشاركة سبعة وفود.\nويبحث الوزراء خطة مشتركة لتحلية مياه البحر وإعادة استخدام مياه الصرف.";
    let second = first.replace("المقبل في تونس", "المقبل في بيروت");
    let found = facts_of(first, &second);
    let places = |f: &Fact| f.kind == FactKind::Place && f.values.iter().any(|v| v.value == "بيروت");
    assert!(found.iter().any(|f| f.verdict == Relation::Contradict && places(f)));
    // the same two names in another order are no change
    let first = first.replace("المقبل في تونس", "المقبل في بيروت وتونس");
    let second = first.replace("بيروت وتونس", "تونس وبيروت");
    assert!(!facts_of(&first, &second).iter().any(|f| f.verdict == Relation::Contradict));
}

#[test]
fn sentences_with_contradicting_values_are_no_matter_with_other_details() {
    let b = FIRST.replace("مقتل 14 شخصا", "مقتل 41 شخصا").replace("الخميس ", "");
    let found = facts(&b);
    assert!(found.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Number));
    let lead = "أعلنت السلطات المحلية";
    let at = |f: &&Fact| f.values.iter().any(|v| v.span.start as usize <= FIRST.find(lead).unwrap());
    let told = found.iter().filter(|f| f.kind == FactKind::Polarity && f.verdict == Relation::Compatible);
    assert_eq!(told.filter(at).count(), 0);
}

/// The chance of the contradiction of figures between two texts, None without one.
fn figures_contradict(first: &str, second: &str) -> Option<f64> {
    let found = facts_of(first, second);
    let rival = |f: &&Fact| f.verdict == Relation::Contradict && f.kind == FactKind::Number;
    found.iter().find(rival).map(|f| f.confidence_0_1)
}

#[test]
fn a_sum_rounded_in_a_copied_sentence_comes_later_than_others() {
    let told = |sum: &str| {
        format!(
            "نادي المرسى يضم الحارس نادر الزغل\nقال نادي المرسى في بيان إن الحارس نادر الزغل انتقل إليه من فريق الساحل مقابل {sum} يورو لمدة أربعة مواسم."
        )
    };
    let other = |sum| figures_contradict(&told("30.5 مليون"), &told(sum));
    assert!(other("31 مليون") < other("35 مليون"), "{:?}", other("31 مليون"));
}

#[test]
fn days_counted_with_the_first_or_without_it_come_later_than_others() {
    let told = |days: u32| {
        format!(
            "إنقاذ عمال المنجم في القصرين\nأنقذت فرق الحماية المدنية في القصرين خمسة عمال من منجم مهجور بعد محنة استمرت {days} يوما تحت الأرض."
        )
    };
    let (by_one, by_many) = (figures_contradict(&told(17), &told(18)), figures_contradict(&told(17), &told(27)));
    assert!(by_one < by_many, "{by_one:?} {by_many:?}");
}

#[test]
fn two_days_until_which_one_thing_lasts_are_found() {
    let first = "مهلة تسليم الأسلحة في سبها\nمددت لجنة المصالحة في سبها مهلة تسليم الأسلحة.\nوقال رئيس اللجنة إن مهلة تسليم الأسلحة في سبها ستستمر حتى 20 يونيو.";
    let second = "شيوخ سبها يرحبون بتمديد المهلة\nرحب شيوخ القبائل بقرار لجنة المصالحة.\nوستستمر مهلة تسليم الأسلحة في سبها حتى 19 يونيو بحسب بيان الشيوخ.";
    assert!(days_contradict(first, second));
    // the day from which is another thing
    assert!(!days_contradict(first, &second.replace("حتى 19", "بدءا من 19")));
}

#[test]
fn a_day_of_quoted_words_is_compared() {
    let first = "غارة على معسكر في كونار\nقال متحدث باسم الجيش إن \"الطائرات قصفت معسكر المسلحين في ولاية كونار يوم 13 يونيو وقتلت قائدهم\".";
    let second = "مقتل قائد المسلحين في كونار\nقتل قائد المسلحين حين قصفت الطائرات معسكر المسلحين في ولاية كونار يوم 14 يونيو بحسب وزارة الدفاع.";
    assert!(days_contradict(first, second));
}

#[test]
fn one_side_of_a_match_is_its_host() {
    let match_of = |at: &str, rest: &str| {
        format!(
            "برشلونة يهزم روما بهدفين\nفاز نادي برشلونة على {at} روما بهدفين دون رد مساء السبت في الدوري الأوروبي.\nوسجل المهاجم سامر الخطيب الهدفين في الشوط الثاني{rest}."
        )
    };
    let hosts =
        |texts: &[&str]| compared(texts).facts.into_iter().filter(|f| f.subject.starts_with("host or guest")).count();
    let (guest, host) = (match_of("ضيفه", ""), match_of("مضيفه", " من المباراة"));
    assert_eq!(hosts(&[&guest, &host]), 1);
    assert_eq!(hosts(&[&guest, &match_of("ضيفه", " من المباراة")]), 0);
    // of two legs each has its own
    let (first, second) = (guest.replace("الدوري", "ذهاب الدوري"), host.replace("الدوري", "إياب الدوري"));
    assert_eq!(hosts(&[&first, &second]), 0);
}

#[test]
fn two_of_a_thing_beside_one_of_it() {
    let first = "محكمة تفرج عن الشابة ليلى حداد\nأفرجت المحكمة صباح الأحد عن الشابة ليلى حداد التي صفعت جنديين أمام منزلها في نهاية العام الماضي.\nواستقبلها أهالي البلدة بالورود عند مدخل السجن.";
    let one = first.replace("جنديين", "جنديا").replace("بالورود", "بالأغاني والورود");
    let counts = |texts: &[&str]| {
        let of_soldiers = |f: &Fact| f.verdict == Relation::Contradict && f.subject.contains("جندي");
        compared(texts).facts.into_iter().filter(of_soldiers).count()
    };
    assert_eq!(counts(&[first, &one]), 1);
    // who tells of both contradicts nobody
    assert_eq!(counts(&[first, &one.replace("بالأغاني", "بعد شكوى الجنديين بالأغاني")]), 0);
}

/// Whether two texts give two people one office, role or goal.
fn people_contradict(first: &str, second: &str) -> bool {
    compared(&[first, second]).facts.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Person)
}

#[test]
fn two_holders_of_one_office_are_found_however_they_are_told() {
    let first = "خطة لترميم الميناء\nقال رئيس الوزراء الأردني، سمير نجيب، الأحد إن الحكومة ستنفق 40 مليون دينار على ترميم ميناء العقبة.\nوأضاف أن العمل في ميناء العقبة سيبدأ في الربيع.";
    let second = "ميناء العقبة يستعد للترميم\nيبدأ العمل في ميناء العقبة في الربيع بعد أن خصصت الحكومة 40 مليون دينار لترميمه.\nوأعلن رئيس الوزراء الأردني وليد الخطيب الخطة يوم الأحد في عمان.";
    assert!(people_contradict(first, second));
    assert!(!people_contradict(first, &second.replace("وليد الخطيب", "سمير نجيب")));
    // a text that has the other name too, or a former holder
    assert!(!people_contradict(first, &format!("{second}\nوحضر سمير نجيب اللقاء.")));
    assert!(!people_contradict(first, &second.replace("الأردني وليد", "الأردني السابق وليد")));
}

#[test]
fn whom_the_lists_have_in_office_holds_it_without_being_called_so() {
    let first =
        "قمة في عمان\nوصل عبد الله الثاني إلى قاعة القمة في عمان صباح الأحد.\nويبحث القادة في القمة أسعار النفط.";
    let second = "النفط على طاولة القمة\nيبحث القادة في قمة عمان أسعار النفط.\nوافتتح ملك الأردن سامر الخطيب أعمال القمة صباح الأحد.";
    assert!(people_contradict(first, second));
    assert!(!people_contradict(first, &second.replace("سامر الخطيب", "عبد الله الثاني")));
    // another country's
    assert!(!people_contradict(first, &second.replace("ملك الأردن", "ملك البحرين")));
}

#[test]
fn a_text_goes_on_with_one_whom_it_has_nowhere_named() {
    let first = "افتتاح مرصد في إربد\nقالت مديرة المرصد الفلكي في إربد سلمى البرغوثي الثلاثاء إن التلسكوب الجديد وصل من الميناء.\nوأضافت البرغوثي أن الزوار يدخلون مجانا من باب جامعة اليرموك قرب وادي الغفر وأن بلدية كفريوبا تنقلهم.";
    let second = "تلسكوب جديد للزوار\nيفتح مرصد إربد في جامعة اليرموك قرب وادي الغفر أبوابه مجانا وتنقل بلدية كفريوبا الزوار.\nوقبل شهر وصل من الميناء إلى المرصد الفلكي هذا التلسكوب الجديد كما أوضحت ديانا حداد.\nوتابعت البرغوثي أن الزوار يدخلون مجانا.";
    assert!(people_contradict(first, second));
    // both are spoken of
    assert!(!people_contradict(first, &second.replace("وتابعت", "وتابعت سلمى")));
    let together = "تلسكوب جديد للزوار\nيفتح مرصد إربد أبوابه مجانا.\nوحضرت ديانا حداد والبرغوثي وصول التلسكوب الجديد من الميناء إلى المرصد الفلكي.\nوتابعت البرغوثي أن الزوار يدخلون مجانا.";
    assert!(!people_contradict(first, together));
    assert!(!people_contradict(first, &second.replace("وتابعت البرغوثي", "وتابعت حداد")));
}

#[test]
fn two_scorers_of_one_minute_are_found() {
    let first = "ليفربول يهزم روما\nفاز نادي ليفربول على روما بهدفين دون رد مساء السبت في الدوري الأوروبي.\nوسجل سامر الخطيب هدف ليفربول الأول في الدقيقة 23 وأضاف كريم منصور الهدف الثاني في الدقيقة 78.";
    let second = "روما يخسر أمام ليفربول\nخسر روما أمام نادي ليفربول بهدفين مساء السبت في الدوري الأوروبي.\nوأحرز الهدفين وليد الحاج (23) وكريم منصور (78).";
    assert!(people_contradict(first, second));
    assert!(!people_contradict(first, &second.replace("وليد الحاج", "سامر الخطيب")));
    let second_told =
        second.replace("وأحرز الهدفين وليد الحاج (23)", "وجاء الهدف الأول في الدقيقة 23 عن طريق وليد الحاج");
    assert!(people_contradict(first, &second_told));
    // a part in the goal is no goal
    assert!(!people_contradict(first, &second.replace("وليد الحاج", "سامر حسن بعد خطأ من وليد الحاج")));
}

#[test]
fn a_clause_denied_word_for_word_is_found_in_sentences_that_differ() {
    let first = "العثور على زجاجة في إربد\nوقالت الشرطة الأربعاء في بيان تلقته وكالات الأنباء بعد أيام من البحث المتواصل إنه تم العثور على زجاجة صغيرة أثناء تفتيش منزل الضحية.";
    let second = "تحقيقات إربد مستمرة\nوتم العثور على زجاجة صغيرة أثناء تفتيش منزل الضحية كما أعلن محققون كبار استعانوا بخبراء من الخارج لمعرفة السم.";
    let denials = |second: &str| {
        let all = compared(&[first, second]).facts;
        all.into_iter().filter(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Polarity).count()
    };
    assert_eq!(denials(second), 0);
    assert_eq!(denials(&second.replace("وتم العثور", "ولم يتم العثور")), 1);
    // what is undone before it is no denial
    assert_eq!(denials(&second.replace("وتم العثور", "ولم يتم إلغاء العثور")), 0);
}

/// Kinds of the contradictions of two texts.
fn contradicted(first: &str, second: &str) -> Vec<FactKind> {
    let all = compared(&[first, second]).facts;
    all.into_iter().filter(|f| f.verdict == Relation::Contradict).map(|f| f.kind).collect()
}

#[test]
fn one_wording_with_two_vague_figures_days_or_names_is_wrong_once() {
    let first = "تقرير عن التعليم في كونار\nوأضافت المنظمة أن المسلحين دمروا أكثر من 1400 مدرسة في الولاية منذ بدء النزاع.\nوستستقبل الوزارة مندوبي المانحين بين 14 يونيو و15 يوليو في العاصمة لبحث البناء.\nوحضر الحفل المهندس سامر حسن بدلا من المهندس كريم منصور بعد غيابه الطويل.";
    let kinds = |old: &str, new: &str| contradicted(first, &first.replace(old, new));
    assert_eq!(kinds("من 1400 مدرسة", "من 1700 مدرسة"), [FactKind::Number]);
    assert_eq!(kinds("14 يونيو", "16 يونيو"), [FactKind::Date]);
    assert_eq!(kinds("كريم منصور", "وليد الخطيب"), [FactKind::Person]);
    assert!(kinds("من 1400 مدرسة", "من ألف وأربعمئة مدرسة").is_empty());
    assert!(kinds("14 يونيو", "14 حزيران/يونيو").is_empty());
}

#[test]
fn one_wording_is_compared_in_sentences_that_go_on_otherwise() {
    let first = "حريق في سوق صفاقس\nاندلع حريق في سوق الأقمشة بمدينة صفاقس وأتى على عشرات المتاجر قبل أن تصل فرق الإطفاء.\nوذكرت الحماية المدنية أن النيران التهمت أكثر من 40 متجرا في السوق القديم قبل وصول فرق الإطفاء، مشيرة إلى أن الأسلاك المهترئة سبب مرجح.";
    let second = "خسائر كبيرة في صفاقس\nأتى حريق في سوق الأقمشة بمدينة صفاقس على عشرات المتاجر.\nوبينما كان التجار يبحثون بين الأنقاض عن بضائعهم التهمت النيران أكثر من 40 متجرا في السوق القديم قبل وصول فرق الإطفاء إلى المكان من ثكنات بعيدة.";
    assert!(contradicted(first, second).is_empty());
    assert_eq!(contradicted(first, &second.replace("من 40 متجرا", "من 70 متجرا")), [FactKind::Number]);
    // at least so many is less than more than so many
    assert!(contradicted(first, &second.replace("أكثر من 40 متجرا", "ما لا يقل عن 30 متجرا")).is_empty());
    // the text that has both
    assert!(
        contradicted(
            first,
            &second.replace("من 40 متجرا", "من 70 متجرا").replace("وبينما", "والتهمت النيران أكثر من 40 متجرا، وبينما")
        )
        .is_empty()
    );
}

#[test]
fn a_verb_denied_among_the_same_words_is_found() {
    let first = "افتتاح متحف الخزف في نابل\nيستعد المتحف الجديد في نابل لاستقبال أول زواره.\nوأوضح مدير المتحف، في حديث مطول نشرته صحيفة محلية، أن الوزارة ستشارك في تمويل ترميم القاعات القديمة.";
    let second = "متحف الخزف ينتظر زواره\nينتظر متحف الخزف في نابل زواره الأوائل بعد سنوات من الأعمال.\nومن المتوقع بحسب ما أعلنت الإدارة أن الوزارة ستشارك في تمويل ترميم القاعات القديمة، إلا أن موعد ذلك غير محدد.";
    assert!(contradicted(first, second).is_empty());
    assert_eq!(contradicted(first, &second.replace("ستشارك", "لن تشارك")), [FactKind::Polarity]);
    // only in that way, or something else that is not done
    assert!(contradicted(first, &second.replace("ستشارك", "لن تشارك سوى")).is_empty());
    assert!(contradicted(first, &second.replace("ستشارك", "لن تتأخر")).is_empty());
}

#[test]
fn a_negation_misspelt_or_moved_denies_nothing() {
    let with = |sentence: &str| {
        format!(
            "ندوة عن سلامة الجسور في مدينة سلا\n{sentence}\nوحضر الندوة الخميس مهندسون من ثلاث جامعات وعدد من سكان المدينة."
        )
    };
    let same = [
        (
            "وقال المهندس إن سبب انهيار الجسر القديم في المدينة لم يكن واضحا للجنة.",
            "وقال المهندس إن سبب انهيار الجسر القديم في المدينة لكن يكن واضحا للجنة.",
        ),
        (
            "ولم تذكر اللجنة إن كان حارس الجسر القديم في المدينة قد قتل أم جرح.",
            "ولم تذكر اللجنة إن كان حارس الجسر القديم في المدينة قد قتل لم جرح.",
        ),
    ];
    for (one, other) in same {
        let found = contradicted(&with(one), &with(other));
        assert!(!found.contains(&FactKind::Polarity), "{other}: {found:?}");
    }
    // a negation that stands in one text only
    let plain = "وقال المهندس إن سبب انهيار الجسر القديم في المدينة كان واضحا للجنة.";
    let found = contradicted(&with(same[0].0), &with(plain));
    assert!(found.contains(&FactKind::Polarity), "{found:?}");
}

#[test]
fn a_resignation_refused_before_and_the_way_back_contradict_nothing() {
    let with = |sentence: &str| {
        format!("تغيير في وزارة النقل\n{sentence}\nوتجتمع الحكومة الخميس لاختيار وزير جديد للنقل من حزب الوسط.")
    };
    let dismissed = with("أقال رئيس الحكومة وزير النقل حمدان الجوهري من منصبه مساء الأربعاء.");
    let before = with("وسبق لوزير النقل حمدان الجوهري أن تقدم باستقالته من منصبه لرئيس الحكومة ورفضها.");
    assert!(!contradicted(&dismissed, &before).contains(&FactKind::Polarity));
    let now = with("وزير النقل حمدان الجوهري تقدم باستقالته من منصبه لرئيس الحكومة مساء الأربعاء.");
    assert!(contradicted(&dismissed, &now).contains(&FactKind::Polarity));
    let arrived = with("قال مسؤول إن وزير النقل حمدان الجوهري وصل إلى العاصمة الكورية لتوقيع اتفاق السكك.");
    let back = with("قالت الرئاسة إن وزير النقل حمدان الجوهري في طريقه عائدا من العاصمة الكورية بعد اتفاق السكك.");
    assert!(!contradicted(&arrived, &back).contains(&FactKind::Polarity));
    let not_yet = back.replace("عائدا من العاصمة", "إلى العاصمة");
    assert!(contradicted(&arrived, &not_yet).contains(&FactKind::Polarity));
}

/// Whether two texts, the second published two hours after the first, contradict each other in a figure.
fn figures_contradict_later(first: &str, second: &str) -> bool {
    let title = |text: &str| text.lines().next().map_or(0, str::len);
    let later = read("b", second, title(second), Some("2018-04-06T12:00:00Z"));
    let all = compared_readings(vec![reading("a", first), later]).facts;
    all.iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Number)
}

#[test]
fn a_count_of_an_event_some_days_back_rises_no_more() {
    let first = "حريق في سوق إربد\nاندلع حريق في سوق إربد فجر الجمعة دون إصابات.\nووقع الحريق بعد شهر من انفجار في مصنع الدهانات، مما أدى إلى مقتل 10 أشخاص وإصابة 15 آخرين.";
    let second = "سوق إربد يحترق\nاشتعلت النيران في سوق إربد فجر الجمعة دون إصابات.\nووقع الحريق بعد شهر من انفجار في مصنع الدهانات، ما أدى إلى مقتل 12 شخصا وإصابة 15 آخرين.";
    assert!(figures_contradict_later(first, second));
    assert!(!figures_contradict_later(first, &second.replace("12 شخصا", "10 أشخاص")));
    // the count of what goes on has risen
    let today = |text: &str| text.replace("بعد شهر من انفجار", "بعد ساعة من انفجار");
    assert!(!figures_contradict_later(&today(first), &today(second)));
}

#[test]
fn votes_beside_equal_ones_have_been_counted() {
    let first = "المجلس يقر الموازنة\nأقر مجلس النواب في سنديان الموازنة بأغلبية 256 صوتا مقابل 167 صوتا مساء الخميس.";
    let second = "إقرار موازنة سنديان\nأقر مجلس النواب في سنديان الموازنة مساء الخميس بأغلبية 256 صوتا مقابل 171 صوتا.";
    assert!(figures_contradict_later(first, second));
    assert!(!figures_contradict_later(first, &second.replace("256", "259")));
}

#[test]
fn a_result_is_known_by_its_two_sides() {
    let first = "الأخضر يعبر إلى الدور الثاني\nحجز المنتخب السعودي مقعده بعد فوزه على نظيره الأردني 2-صفر في ملعب القويسمة مساء الخميس.\nوحضر المباراة عشرة آلاف متفرج في ملعب القويسمة، وسجل الهدفين سالم المرزوق.";
    let second = "المرزوق يهدي الأخضر الدور الثاني\nامتلأت مدرجات ملعب القويسمة مساء الخميس بعشرة آلاف متفرج شاهدوا هدفي سالم المرزوق.\nوانتهت مباراة السعودية والأردن بنتيجة 3-صفر.";
    assert!(values_contradict(first, second, "2-0", "3-0"));
    assert!(!values_contradict(first, &second.replace("3-صفر", "2-صفر"), "2-0", "2-0"));
    // the course of the match, another match
    assert!(!values_contradict(first, &second.replace("وانتهت مباراة", "وتقدم في مباراة"), "2-0", "3-0"));
    assert!(!values_contradict(first, &second.replace("والأردن", "والبحرين"), "2-0", "3-0"));
}

#[test]
fn the_one_goal_of_a_player_has_one_minute() {
    let first = "فوز الترجي على النجم\nفاز الترجي على النجم 2-صفر في رادس مساء الخميس.\nوسجل مراد العكرمي الهدف الأول في الدقيقة 14.\nوأضاف سليم الغربي الهدف الثاني في الدقيقة 63.";
    let second = "ليلة الترجي في رادس\nتغلب الترجي على ضيفه النجم 2-صفر مساء الخميس.\nوسجل الهدفين مراد العكرمي (14) وسليم الغربي (75).";
    assert!(values_contradict(first, second, "63", "75"));
    // nothing else says that it is one match
    assert!(!values_contradict(first, &second.replace("(14)", "(30)"), "63", "75"));
}

#[test]
fn two_states_of_alike_names_are_two() {
    let first = "دعوة إلى حماية المدنيين\nشددت الوزارة الخميس على أهمية اضطلاع المجتمع الدولي بمسؤولياته تجاه حماية المدنيين في سوريا.";
    let second =
        "بيان للوزارة\nشددت الوزارة الخميس على أهمية اضطلاع المجتمع الدولي بمسؤولياته تجاه حماية المدنيين في سريلانكا.";
    assert!(facts_of(first, second).iter().any(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Place));
}

#[test]
fn two_sides_of_one_place_exclude_each_other() {
    let first = "تحطم طائرة نقل في وادي السدر\nأعلنت وزارة الدفاع الروسية الثلاثاء تحطم طائرة نقل خلال هبوطها في قاعدة النورس شرق سوريا.\nوقالت الوزارة إن الطائرة كانت تحمل معدات.";
    let places = |second: &str| {
        let all = facts_of(first, second);
        all.iter().filter(|f| f.verdict == Relation::Contradict && f.kind == FactKind::Place).count()
    };
    assert_eq!(places(&first.replace("شرق سوريا", "غرب سوريا")), 1);
    assert_eq!(places(&first.replace("شرق سوريا", "شرقي سوريا")), 0);
    assert_eq!(places(&first.replace("شرق سوريا", "شمال شرق سوريا")), 0);
}

#[test]
fn two_lengths_among_the_same_words_exclude_each_other() {
    let first = "أمطار غزيرة في كيرالا\nتشهد ولاية كيرالا أمطارا غزيرة كل عام لكن الأضرار التي نجمت عنها هذا العام هي الأسوأ منذ عقد.\nوشردت الأمطار آلاف السكان.";
    let lengths = |second: &str| {
        let all = facts_of(first, second);
        let of_days =
            |f: &&Fact| f.verdict == Relation::Contradict && f.values.iter().all(|v| v.value.starts_with('P'));
        all.iter().filter(of_days).count()
    };
    assert_eq!(lengths(&first.replace("منذ عقد", "منذ قرن")), 1);
    assert_eq!(lengths(&first.replace("منذ عقد", "منذ عشر سنوات")), 0);
}

#[test]
fn stretches_of_days_with_one_end_in_common_exclude_each_other() {
    let first = "نتائج الانتخابات الرئاسية\nأعلنت الهيئة نتائج الانتخابات الرئاسية التي جرت من 2 حتى 4 مارس الماضي في مراكز الاقتراع.";
    let second = "فوز في الانتخابات الرئاسية\nفاز المرشح في الانتخابات الرئاسية التي جرت في مراكز الاقتراع بين يومي 2 و5 مارس الماضي.";
    let days = |second: &str| {
        let all = facts_of(first, second);
        all.iter()
            .filter(|f| f.verdict == Relation::Contradict && f.values.iter().any(|v| v.value.contains('/')))
            .count()
    };
    assert_eq!(days(second), 1);
    assert_eq!(days(&second.replace("و5", "و4")), 0);
}

#[test]
fn two_given_names_of_one_minister_are_told() {
    let first = "تعديل وزاري في الأردن\nعين الملك حسن الغزاوي وزيرا للمياه والري في التعديل الوزاري الجديد.\nوأدى الوزراء اليمين صباح الأحد في عمان.";
    let told = "تعديل وزاري في الأردن\nشمل التعديل الوزاري الجديد وزارات عدة بينها وزارة المياه والري التي تولاها علي الغزاوي.\nوأدى الوزراء اليمين الأحد في عمان.";
    let second = first.replace("حسن الغزاوي", "علي الغزاوي").replace("صباح الأحد", "الأحد");
    let found = |texts: &[&str]| {
        let given = |f: &Fact| f.verdict == Relation::Contradict && f.kind == FactKind::Person;
        compared(texts).facts.into_iter().filter(given).count()
    };
    assert_eq!(found(&[first, &second]), 1);
    assert_eq!(found(&[first, told]), 1);
    // two brothers whom one text tells apart
    let both = second.replace("وأدى الوزراء", "وحضر شقيقه حسن الغزاوي. وأدى الوزراء");
    assert_eq!(found(&[first, &both]), 0);
}
