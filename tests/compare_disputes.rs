//! Party against party: what one says and another denies, in the forms that news has for it. The texts are made up.

mod support;

use muqabala::model::{Fact, FactValue, Relation};
use support::texts::compared;

fn disputes(texts: &[&str]) -> Vec<Fact> {
    let parties = |f: &Fact| f.subject.starts_with("disputed") && f.verdict == Relation::Contradict;
    compared(texts).facts.into_iter().filter(parties).collect()
}

/// The voices of a dispute that deny, or that say.
fn side<'f>(fact: &'f Fact, verb: &str) -> Vec<&'f FactValue> {
    fact.values.iter().filter(|v| v.value.starts_with(verb)).collect()
}

fn words<'t>(texts: &[&'t str], v: &FactValue) -> &'t str {
    &texts[v.doc as usize][v.span.start as usize..v.span.end as usize]
}

const MINE: &str = "انهيار منجم في وادي السدر\nانهار نفق في منجم وادي السدر مساء الثلاثاء وحاصر عمالا في الداخل.\nوقالت نقابة عمال المناجم إن شركة الفنار أهملت دعائم النفق رغم تحذيرات المهندسين، وهو ما نفته الشركة.\nوتواصل فرق الإنقاذ الحفر من الجهة الشرقية للجبل.";
const MINE_TOO: &str = "عمال محاصرون في منجم وادي السدر\nحاصر انهيار نفق في منجم وادي السدر مساء الثلاثاء عمالا في الداخل.\nوقالت نقابة عمال المناجم إن شركة الفنار أهملت دعائم النفق رغم تحذيرات المهندسين قبل شهر.\nوتحفر فرق الإنقاذ من الجهة الشرقية للجبل.";

#[test]
fn a_relative_denial_stands_against_what_its_sentence_tells() {
    let texts = [MINE, MINE_TOO];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    let denied = side(&found[0], "denied by");
    assert_eq!(denied.len(), 1);
    assert_eq!(words(&texts, denied[0]), "وهو ما نفته الشركة");
    // the other outlet tells it as well
    let told: Vec<u32> = side(&found[0], "said by").iter().map(|v| v.doc).collect();
    assert_eq!(told, [0, 1]);
}

#[test]
fn all_forms_of_a_relative_denial_are_read() {
    for form in
        ["الأمر الذي تنفيه الشركة", "وهو اتهام ترفضه الشركة", "وهو أمر نفته الشركة مرارا", "وهو ما سبق أن نفته الشركة"]
    {
        let text = MINE.replace("وهو ما نفته الشركة", form);
        assert_eq!(disputes(&[&text, MINE_TOO]).len(), 1, "{form}");
    }
    // what is refused is not denied
    let text = MINE.replace("وهو ما نفته الشركة", "وهو ما رفضته الشركة");
    assert!(disputes(&[&text, MINE_TOO]).is_empty());
}

#[test]
fn all_voices_of_a_side_share_one_value() {
    let third = MINE.replace("قبل شهر", "").replace("وهو ما نفته الشركة", "الأمر الذي نفته الشركة");
    let texts = [MINE, MINE_TOO, &third];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    let mut values: Vec<&str> = found[0].values.iter().map(|v| v.value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    assert_eq!(values.len(), 2, "{values:?}");
    assert_eq!(side(&found[0], "denied by").len(), 2);
}

#[test]
fn who_had_no_part_answers_who_says_he_stands_behind_it() {
    let first = "تسميم آبار في إقليم دارين\nأكدت واشنطن أن كوريا الشمالية تقف وراء تسميم آبار إقليم دارين الأسبوع الماضي.\nونقل عشرات السكان من إقليم دارين إلى المستشفى.";
    let second = "عشرات المصابين بعد تسميم آبار إقليم دارين\nنفت كوريا الشمالية لعب أي دور في تسميم آبار إقليم دارين.\nونقل عشرات السكان من إقليم دارين إلى المستشفى الأسبوع الماضي.";
    let texts = [first, second];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "denied by").iter().all(|v| v.doc == 1));
    assert!(found[0].values.iter().any(|v| v.doc == 0 && words(&texts, v).contains("تقف وراء")), "{found:?}");
}

#[test]
fn a_denied_deed_is_found_in_another_form_of_its_word() {
    let first = "المحكمة تنظر في قضية وثائق الميناء\nقال المدعي ياسين البقالي إن رئيس الميناء السابق حمدان الجوهري يملك وثائق سرية عن صفقة الرافعات.\nوتنظر المحكمة في القضية صباح الأحد.";
    let second = "قضية وثائق الميناء أمام المحكمة\nنفى رئيس الميناء السابق حمدان الجوهري امتلاكه أي مستندات داخل البلاد أو خارجها.\nوتنظر المحكمة في القضية صباح الأحد.";
    let found = disputes(&[first, second]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().any(|v| v.speaker_name.contains("البقالي")));
}

#[test]
fn a_denial_of_anothers_words_answers_him_alone() {
    let first = "خلاف حول احتجاز سفينة الصيد\nقال وزير الصيد المغربي سعد الناصري إن إسبانيا احتجزت سفينة الصيد نورس تسعة أيام في ميناء قادس.\nوأعلنت شركة التأمين أن سفينة الصيد نورس احتجزت تسعة أيام بسبب عطل.";
    let second = "مدريد ترد على الوزير المغربي\nقالت وزارة الخارجية الإسبانية إن ما ذكره الوزير المغربي عن احتجاز سفينة الصيد نورس في ميناء قادس غير صحيح.\nوعادت سفينة الصيد نورس إلى ميناء أكادير الأحد.";
    let found = disputes(&[first, second]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().any(|v| v.speaker_name.contains("الناصري")), "{found:?}");
}

#[test]
fn one_dispute_of_the_same_parties_is_one_row() {
    let first = "حريق في مصفاة الزاوية الشرقية\nاتهمت أوكرانيا روسيا بتدبير حريق مصفاة الزاوية الشرقية.\nوقالت كييف إن روسيا دبرت حريق مصفاة الزاوية الشرقية بطائرات مسيرة، وهو ما نفته موسكو.\nوأخمد الحريق صباح الأحد.";
    let second = "النيران تلتهم مصفاة الزاوية الشرقية\nنفت روسيا أي دور لها في حريق مصفاة الزاوية الشرقية.\nواتهمت كييف موسكو بتدبير حريق مصفاة الزاوية الشرقية.\nوأخمد الحريق صباح الأحد.";
    let found = disputes(&[first, second]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "denied by").len() >= 2, "{found:?}");
}

#[test]
fn a_denial_of_that_answers_the_clause_before_it() {
    for form in ["إلا أن شركة الفنار نفت ذلك", "لكن شركة الفنار تنفي هذه الاتهامات", "بينما نفت شركة الفنار الأمر"]
    {
        let text = MINE.replace("وهو ما نفته الشركة", form).replace("المهندسين، ", "المهندسين قبل شهر، ");
        let found = disputes(&[&text, MINE_TOO]);
        assert_eq!(found.len(), 1, "{form}");
        assert!(side(&found[0], "said by").iter().any(|v| v.doc == 1), "{form}: {found:?}");
    }
    // a denial of something else answers nothing before it
    let text = MINE.replace("وهو ما نفته الشركة", "لكن شركة الفنار نفت تورطها في ذلك العقد");
    let found = disputes(&[&text, MINE_TOO]);
    assert!(found.iter().all(|f| side(f, "denied by").iter().all(|v| v.speaker_name != "الشركة")), "{found:?}");
}

#[test]
fn a_denied_part_in_this_affair_answers_what_was_told_just_before() {
    let text = "تسميم آبار في إقليم دارين\nونقل عشرات السكان من إقليم دارين إلى المستشفى بعد تسميم الآبار.\nووجهت رئيسة الوزراء اليابانية ميساكي تانابي أصابع الاتهام إلى كوريا الشمالية، فيما نفت بيونغ يانغ أي ضلوع لها في القضية.";
    let other = text.replace("ونقل عشرات السكان", "ونقل نحو مئة من السكان");
    let texts = [text, &other];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().all(|v| words(&texts, v).contains("أصابع الاتهام")), "{found:?}");
}

#[test]
fn what_a_denier_says_that_another_said_is_his_voice() {
    let first = "خلاف حول احتجاز سفينة الصيد\nقال وزير الصيد المغربي سعد الناصري إن إسبانيا احتجزت سفينة الصيد نورس تسعة أيام في ميناء قادس.\nوعادت سفينة الصيد نورس إلى ميناء أكادير الأحد.";
    let second = "مدريد ترد على الوزير المغربي\nقالت وزارة الخارجية الإسبانية إن ما ذكره الوزير المغربي عن احتجاز سفينة الصيد نورس في ميناء قادس غير صحيح.\nوعادت سفينة الصيد نورس إلى ميناء أكادير الأحد.";
    let texts = [first, second];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    let inside = side(&found[0], "said by").into_iter().find(|v| v.doc == 1).expect("his words in the denial");
    assert!(words(&texts, inside).contains("احتجاز سفينة الصيد نورس"));
    assert!(!words(&texts, inside).contains("غير صحيح"));
}

#[test]
fn a_denial_told_of_another_is_not_the_speakers() {
    let first = "تقرير عن تسميم آبار في إقليم دارين\nقال بيان المنظمة إن رفض كوريا الشمالية التي تنفي أي تورط في تسميم آبار إقليم دارين يثير القلق.\nوأضاف بيان المنظمة أن رفض الرد يؤكد مسؤولية كوريا الشمالية عن تسميم آبار إقليم دارين.";
    let second = first.replace("يثير القلق", "يثير قلقا كبيرا");
    let found = disputes(&[first, &second]);
    assert!(
        found.iter().all(|f| side(f, "denied by").iter().all(|v| !v.speaker_name.contains("المنظمة"))),
        "{found:?}"
    );
}

#[test]
fn who_accuses_in_a_relative_clause_is_its_subject() {
    let text = "شكوى أمام محكمة العدل الدولية\nبدأت محكمة العدل الدولية الأربعاء النظر في شكوى أودعتها قطر متهمة الإمارات بالتمييز ضد مواطنيها.";
    let readings = compared(&[text]).readings;
    let claims = &readings[0].mentions.claims;
    assert!(claims.iter().any(|c| c.speaker_name == "قطر"), "{claims:?}");
}

#[test]
fn an_agency_carries_a_charge_and_makes_none() {
    let first = MINE.replace("وقالت نقابة عمال المناجم إن", "وقالت وكالة رويترز إن");
    let second = MINE_TOO.replace("وقالت نقابة عمال المناجم إن", "وقالت وكالة رويترز إن");
    let found = disputes(&[&first, &second]);
    let voices = || found.iter().flat_map(|f| &f.values);
    assert!(voices().any(|v| v.value.starts_with("denied by")), "{found:?}");
    assert!(voices().all(|v| !v.value.contains("رويترز") && !v.speaker_name.contains("رويترز")), "{found:?}");
}

#[test]
fn who_accuses_is_named_where_the_verb_has_its_object_or_the_sentence_its_subject() {
    let with = |charge: &str| {
        format!(
            "قضية الخبير مروان الحداد\n{charge}، وهو ما ينفيه الحداد.\nويعيش الحداد في ليبيا منذ سنوات ويعمل في شركة للنقل."
        )
    };
    let charges = [
        ("ويعيش مروان الحداد في منفاه منذ سنوات، وتتهمه تونس بأنه سرب وثائق المصرف", "تونس"),
        ("نشرت تونس تقريرا اتهمت فيه مروان الحداد بتسريب وثائق المصرف المركزي", "تونس"),
    ];
    for (charge, by) in charges {
        let first = with(charge);
        let second = first.replace("منذ سنوات ويعمل", "ويعمل");
        let found = disputes(&[&first, &second]);
        assert_eq!(found.len(), 1, "{charge}");
        let said = side(&found[0], "said by");
        assert!(said.iter().any(|v| v.value.contains(by)), "{charge}: {:?}", found[0].values);
    }
}

const TUNNEL: &str = "محاكمة مدير الميناء في خليج النورس\nبدأت صباح الأحد محاكمة مدير ميناء خليج النورس في قاعة مكتظة.\n{}\nوتستأنف الجلسات الأربعاء المقبل بحضور محامين من ثلاث نقابات.";

/// The disputes of two texts that tell the same in the middle.
fn told_by_two(middle: &str) -> Vec<Fact> {
    let text = TUNNEL.replace("{}", middle);
    let other = text.replace("قاعة مكتظة", "قاعة صغيرة");
    disputes(&[&text, &other])
}

#[test]
fn the_accused_of_a_pronoun_is_named_before_it() {
    let found = told_by_two(
        "وأغلقت الموانئ طرقها إلى قطر، التي تتهمها الدول المجاورة بأنها تمول صفقة الرافعات.\nوتنفي الدوحة الاتهامات الموجهة إليها.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().any(|v| v.speaker_name.contains("الدول المجاورة")), "{found:?}");
    // a band without a name is another than who denies
    let found =
        told_by_two("وتعاون سامر الخطيب مع الجماعة التي تتهمها أنقرة بتدبير صفقة الرافعات.\nونفى الخطيب الاتهامات.");
    assert!(found.iter().all(|f| side(f, "denied by").is_empty()), "{found:?}");
}

#[test]
fn who_wants_somebody_charged_accuses_him() {
    let found = told_by_two(
        "وأوصت الشرطة بتوجيه الاتهام للوزير سامر الخطيب بالرشوة في صفقة الرافعات.\nونفى الخطيب ارتكابه أي جرم.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    let found = told_by_two("وطالبت النقابة بإسقاط الاتهام عن الوزير سامر الخطيب.\nونفى الخطيب ارتكابه أي جرم.");
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_truth_of_that_is_denied() {
    let found = told_by_two(
        "وتحدثت بعض التقارير عن أن اللاعب سامر الخطيب يقف وراء صفقة الرافعات في الميناء.\nلكن مدير النادي نفى صحة ذلك.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_same_deed_beside_its_denial_is_enough() {
    let found = told_by_two(
        "ونفى الجيش التركي السبت استهداف مستشفى في خليج النورس.\nوقال شهود الجمعة إن غارة تركية أصابت المستشفى الرئيسي في خليج النورس.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn an_observatory_does_not_speak_for_the_state_whose_adjective_it_bears() {
    let found = told_by_two(
        "وقال المرصد السوري لحقوق الإنسان إن دمشق تقف وراء حريق الرافعات في خليج النورس.\nونفت دمشق أي دور لها في حريق الرافعات.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

/// What the explanation of the one dispute of a middle quotes of the charge.
fn charge_of(middle: &str) -> String {
    let found = told_by_two(middle);
    assert_eq!(found.len(), 1, "{middle}: {found:?}");
    let text = &found[0].explanation;
    text[..text.find(" denies it").expect("who denies")].to_string()
}

#[test]
fn a_charge_is_shown_with_its_verb_up_to_where_its_clause_ends() {
    let charge = charge_of(
        "واتهمت هولندا روسيا بتدبير حريق الرافعات، وطردت أربعة ملحقين تجاريين.\nوتنفي موسكو أي ضلوع لها في حريق الرافعات.",
    );
    assert!(charge.contains("\"اتهمت هولندا روسيا بتدبير حريق الرافعات\""), "{charge}");
    let charge = charge_of(
        "وأدى حريق الرافعات، الذي تتهم هولندا روسيا بتدبيره، إلى إغلاق الميناء شهرا كاملا.\nوتنفي موسكو أي ضلوع لها في حريق الرافعات.",
    );
    assert!(!charge.contains("إلى إغلاق"), "{charge}");
    // the speaker is left out where he stands between the verb and the accused
    let charge = charge_of(
        "واتهمت الناطقة باسم وزارة التجارة الهولندية الأربعاء روسيا بتدبير حريق الرافعات.\nوتنفي موسكو أي ضلوع لها في حريق الرافعات.",
    );
    assert!(charge.contains("روسيا بتدبير حريق الرافعات"), "{charge}");
}

#[test]
fn a_charge_does_not_hold_its_denial() {
    for denial in ["، ولكن روسيا تنفي ذلك", "، وتنفي موسكو هذا الاتهام", "، وهو ما تنفيه موسكو"]
    {
        let charge = charge_of(&format!("وتتهم هولندا روسيا بتدبير حريق الرافعات{denial}."));
        assert!(charge.ends_with("بتدبير حريق الرافعات\" (0), روسيا") || !charge.contains("تنفي"), "{charge}");
    }
    let charge = charge_of(
        "ووجهت هولندا أصابع الاتهام إلى موسكو التي نفت أي علاقة لها بحريق الرافعات.\nونفت موسكو أي ضلوع لها في حريق الرافعات.",
    );
    assert!(!charge.contains("نفت"), "{charge}");
}

#[test]
fn the_charge_inside_of_what_is_told_is_shown() {
    let charge = charge_of(
        "ويأتي الإغلاق بعد يومين من وصول الرافعات إلى الرصيف، وغداة اتهامات لشركة الفنار بإهمال الصيانة، وهو ما نفته الشركة.",
    );
    assert!(charge.contains("\"اتهامات لشركة الفنار بإهمال الصيانة\""), "{charge}");
    let charge = charge_of(
        "أبدى وزير التجارة سامر الخطيب قلقه بشأن تقارير نسبت إلى إيران تهريب الرافعات، وهو الأمر الذي نفته طهران.",
    );
    assert!(charge.contains("\"تقارير نسبت إلى إيران تهريب الرافعات\""), "{charge}");
    // nobody who is named makes that charge
    assert!(!charge.contains("الخطيب"), "{charge}");
}

#[test]
fn the_reason_that_a_claim_gives_is_shown_where_it_alone_is_denied() {
    let charge = charge_of(
        "وأعلن وزير التجارة سامر الخطيب وقف المفاوضات مع النقابة في العاصمة بسبب إهمال شركة الفنار صيانة الرافعات.\nونفت شركة الفنار إهمال صيانة الرافعات.",
    );
    assert!(charge.contains("\"إهمال شركة الفنار صيانة الرافعات\""), "{charge}");
}

#[test]
fn who_accuses_in_a_participle_is_named_in_its_sentence() {
    let found = told_by_two(
        "ورحبت إسبانيا بقرار الميناء.\nوأغلقت وزارة الداخلية الإيطالية الأرصفة أمام سفن الإنقاذ متهمة إياها بمساعدة المهربين، وهو ما تنفيه منظمات الإنقاذ.",
    );
    let voices = || found.iter().flat_map(|f| side(f, "said by"));
    assert!(voices().all(|v| !v.speaker_name.contains("إسبانيا")), "{found:?}");
}

#[test]
fn what_is_not_denied_is_no_dispute() {
    for told in [
        // taken back
        "وقال الوزير سامر الخطيب إن شركة الفنار باعت رافعات الميناء.\nونفت شركة الفنار بيع رافعات الميناء قبل أن تعود وتقر بالصفقة.",
        // the lawyer is accused, not his client
        "ورفعت نادية السالم دعوى على محامي الوزير حمدان الجوهري تتهمه بالقذف.\nوينفي الجوهري اتهامات السالم.",
        // another deed
        "واتهمت هولندا روسيا بإغلاق رصيف الحبوب أمام سفنها في الميناء.\nونفت روسيا استخدام رافعات مسروقة هناك.",
        // who knew nothing does not deny that it was done
        "وقال مدير المصرف هاني المرزوقي إنه دفع 130 ألف دولار للسمسار.\nونفى الوزير سامر الخطيب معرفته بدفع 130 ألف دولار للسمسار.",
        // two men are not the state
        "واتهمت هولندا رجلين روسيين بتدبير حريق الرافعات.\nوتنفي موسكو أي ضلوع لها في حريق الرافعات.",
    ] {
        let found = told_by_two(told);
        assert!(found.is_empty(), "{told}: {found:?}");
    }
}

#[test]
fn a_charge_has_the_speaker_that_its_grammar_has() {
    let found = told_by_two(
        "وجاء بيان الشركة بعد دعوى من سيدة تقول إن اللاعب سامر الخطيب احتال عليها في صفقة الرافعات.\nونفى الخطيب احتياله على أحد في صفقة الرافعات.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().all(|v| v.speaker_name.contains("سيدة")), "{found:?}");
}

#[test]
fn a_denial_behind_a_clause_told_of_the_denier_is_read() {
    let first = "تسميم آبار في إقليم دارين\nاتهمت اليابان كوريا الشمالية بتسميم آبار إقليم دارين الأسبوع الماضي.\nونقل عشرات السكان من إقليم دارين إلى المستشفى.";
    let second = "عشرات المصابين بعد تسميم آبار إقليم دارين\nونقل عشرات السكان من إقليم دارين إلى المستشفى الأسبوع الماضي.\nونفت كوريا الشمالية التي تستضيف حاليا مهرجانا للسينما في العاصمة أي ضلوع لها في قضية الآبار.";
    let found = disputes(&[first, second]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "denied by").iter().any(|v| v.doc == 1), "{found:?}");
}

#[test]
fn denied_charges_are_those_told_before() {
    let text = "استجواب الوزير هاشم العلمي\nاستجوبت الشرطة الوزير السابق هاشم العلمي صباح الأحد في مدينة سلا.\nويتعلق الاستجواب باتهامات من مقاول بنقل حقائب من المال إلى مدير حملة هاشم العلمي قبل الانتخابات.\nونفى هاشم العلمي في الماضي تلك المزاعم.";
    let other = text.replace("صباح الأحد", "الأحد").replace("ونفى هاشم العلمي في الماضي تلك المزاعم.", "");
    let texts = [text, &other];
    let found = disputes(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    let denied = side(&found[0], "denied by");
    assert!(denied.iter().all(|v| words(&texts, v).contains("تلك المزاعم")), "{found:?}");
}

#[test]
fn a_verbal_noun_denies_the_verb_that_another_tells() {
    let first = "المحكمة تنظر في قضية صفقة الميناء\nقال المدعي ياسين البقالي إن رئيس الميناء السابق حمدان الجوهري ضلل المفتشين بشأن صفقة الرافعات.\nوتنظر المحكمة في القضية صباح الأحد.";
    let second = "قضية صفقة الميناء أمام المحكمة\nنفى رئيس الميناء السابق حمدان الجوهري تضليله للمفتشين.\nوتنظر المحكمة في القضية صباح الأحد.";
    let found = disputes(&[first, second]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().any(|v| v.speaker_name.contains("البقالي")), "{found:?}");
}

#[test]
fn who_denies_the_charges_again_is_listed_again() {
    let first = MINE.replace("وهو ما نفته الشركة", "وهو ما نفته شركة الفنار");
    let third = MINE_TOO.replace("\nوتحفر فرق", "\nونفت شركة الفنار الاتهامات.\nوتحفر فرق");
    let found = disputes(&[&first, &third]);
    assert_eq!(found.len(), 1, "{found:?}");
    let denied: Vec<u32> = side(&found[0], "denied by").iter().map(|v| v.doc).collect();
    assert_eq!(denied, [0, 1]);
}

/// One outlet's text with a sentence of charge and denial in it, and another's on the same event without.
fn told_beside(sentences: &str) -> Vec<Fact> {
    let first = format!(
        "حريق في مخازن ميناء السدر\nاندلع حريق كبير في مخازن ميناء السدر صباح الأحد وأتى على أربعين شاحنة.\n{sentences}\nوأخمد رجال الإطفاء الحريق بعد ست ساعات."
    );
    let second = "حريق في مخازن ميناء السدر\nاندلع حريق كبير في مخازن ميناء السدر صباح الأحد وأتى على أربعين شاحنة.\nوأخمد رجال الإطفاء الحريق بعد ست ساعات.";
    disputes(&[&first, second])
}

#[test]
fn what_somebody_alleges_is_a_charge() {
    let found = told_beside(
        "وتزعم نقابة البحارة أن شركة الفنار خزنت الوقود بلا رخصة في الميناء. ونفت شركة الفنار تخزين الوقود بلا رخصة.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(side(&found[0], "said by").iter().any(|v| v.speaker_name.contains("نقابة البحارة")), "{found:?}");
}

#[test]
fn a_charge_that_no_claim_holds_is_found_beside_its_denial() {
    let charged = "وكان المقاول حمدان الجوهري المتهم بتخزين الوقود بلا رخصة قد غادر الميناء قبل الحريق. ونفى حمدان الجوهري التهم الموجهة إليه.";
    let found = told_beside(charged);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(side(&found[0], "told").len(), 1, "{found:?}");
    // to whom the deed was done is not charged with it
    let victim = "وكان المقاول ياسين البقالي معتقلا بتهمة التشهير بالوزير حمدان الجوهري. ونفى حمدان الجوهري الاتهامات.";
    assert!(told_beside(victim).is_empty());
}

#[test]
fn a_denial_of_that_answers_what_was_said_last() {
    let found =
        told_beside("وأعلنت قوات الساحل سيطرتها على الرصيف. لكن حركة الأفق، التي يقودها هاشم العلمي، نفت صحة ذلك.");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn what_is_only_supposed_is_no_charge() {
    let found = told_beside(
        "وقالت النيابة إنها ستغلق الميناء إذا ثبت أن شركة الفنار مسؤولة عن الحريق. ونفت شركة الفنار أي ضلوع لها في الحادث.",
    );
    assert!(found.is_empty(), "{found:?}");
}
