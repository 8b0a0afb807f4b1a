//! Whose a short name is that its article does not say in full. The texts are made up.

mod support;

use muqabala::model::EntityKind::{self, Organisation as Org, Person};
use muqabala::model::{EntityMention, Reading, Span};
use muqabala::resolve;
use support::texts::read;

/// An article of a month of 2018 whose names are these, each wherever it stands.
fn named(id: &str, month: u8, text: &str, names: &[(&str, EntityKind)]) -> Reading {
    let mut out =
        read(id, text, text.lines().next().map_or(0, str::len), Some(&format!("2018-{month:02}-06T10:00:00Z")));
    let mut found: Vec<EntityMention> = Vec::new();
    for (name, kind) in names {
        for (at, _) in text.match_indices(name) {
            let span = Span { start: at as u32, end: (at + name.len()) as u32 };
            if !found.iter().any(|m| m.span.overlaps(span)) {
                let sentence = out.doc.sentence_at(span.start) as u32;
                found.push(EntityMention { span, kind: *kind, role: None, sentence, score_0_1: 1.0, entity: None });
            }
        }
    }
    found.sort_by_key(|m| m.span);
    out.mentions.entities = found;
    out
}

/// The name under which the first mention of some words is listed in the last of some articles.
fn listed(mut readings: Vec<Reading>, words: &str) -> String {
    let entities = resolve::names::resolve(&mut readings);
    let last = readings.last().unwrap();
    let mention = last.mentions.entities.iter().find(|m| last.doc.slice(m.span) == words).unwrap();
    entities[mention.entity.unwrap() as usize].name.clone()
}

/// Three articles of February on an airline, and one of September.
fn with_an_airline(last: Reading) -> Vec<Reading> {
    let names = [("رافد للطيران", Org), ("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    let texts = [
        "رافد للطيران تشتري طائرات\nقال سمير الجندوبي إن رافد ستتسلم خمس طائرات.\nوحضرت ليلى حداد الحفل.",
        "خسائر رافد للطيران\nأعلن سمير الجندوبي خسائر رافد هذا العام.\nوطالبت ليلى حداد بالتحقيق.",
        "إضراب في رافد للطيران\nبدأ طيارو رافد إضرابا.\nوالتقى سمير الجندوبي النقابية ليلى حداد.",
    ];
    let mut out: Vec<Reading> = (0..3).map(|n| named(&n.to_string(), 2, texts[n], &names)).collect();
    out.push(last);
    out
}

#[test]
fn a_short_name_is_its_owners_where_the_article_talks_of_the_same() {
    let same = "رافد تعلق رحلاتها\nعلقت رافد رحلاتها.\nوقال سمير الجندوبي إن القرار مؤقت، وانتقدته ليلى حداد.";
    let names = [("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    assert_eq!(listed(with_an_airline(named("d", 9, same, &names)), "رافد"), "رافد للطيران");
    // one name beside it of seven is no talk
    let other = "كتاب عن الوادي\nجف رافد الوادي هذا الصيف.\nويروي كريم منصور وسلمى الخطيب ونادر الزغل ووليد الحاج وهدى الشريف ذكرياتهم فيه، وقدمت للكتاب ليلى حداد.";
    let people = ["كريم منصور", "سلمى الخطيب", "نادر الزغل", "وليد الحاج", "هدى الشريف", "ليلى حداد"];
    let names: Vec<(&str, EntityKind)> = people.map(|p| (p, Person)).into_iter().chain([("رافد", Org)]).collect();
    assert_eq!(listed(with_an_airline(named("d", 9, other, &names)), "رافد"), "رافد");
}

#[test]
fn a_word_of_another_name_is_no_short_name() {
    let two = "رافد الأحمدي يدير الشركة\nعين رافد الأحمدي مديرا.\nوكان رافد الأحمدي زميل سمير الجندوبي وليلى حداد.";
    let names = [("رافد", Org), ("سمير الجندوبي", Person), ("ليلى حداد", Person)];
    let mut all = with_an_airline(named("d", 9, two, &names));
    assert_eq!(listed(all.clone(), "رافد"), "رافد للطيران");
    let known = "سيرة رافد الأحمدي\nولد رافد الأحمدي في صفاقس.";
    all.insert(0, named("k", 5, known, &[("رافد الأحمدي", Person)]));
    assert_eq!(listed(all, "رافد"), "رافد");
}

/// The name and how many mentions share the entity of some words' first mention in the last of some articles.
fn body_of(mut readings: Vec<Reading>, words: &str) -> (String, usize) {
    let entities = resolve::names::resolve(&mut readings);
    let last = readings.last().unwrap();
    let entity =
        last.mentions.entities.iter().find(|m| last.doc.slice(m.span) == words).and_then(|m| m.entity).unwrap();
    let all = readings.iter().flat_map(|r| &r.mentions.entities).filter(|m| m.entity == Some(entity)).count();
    (entities[entity as usize].name.clone(), all)
}

#[test]
fn a_bare_body_is_of_the_country_that_its_sentence_speaks_of() {
    let full = |id, text| named(id, 2, text, &[("وزارة الصحة الإيرانية", Org), ("وزارة الصحة السودانية", Org)]);
    let known = || {
        let one = full("a", "وباء في إيران\nأعلنت وزارة الصحة الإيرانية حصيلة جديدة في إيران.");
        let two = full("b", "وباء في السودان\nأعلنت وزارة الصحة السودانية حصيلة جديدة في السودان.");
        vec![one, two]
    };
    let main = "إيران تواجه الوباء\nتنتشر العدوى في إيران، وتقول طهران إن إيران مستعدة.\n";
    let body = [("وزارة الصحة", Org), ("إيران", EntityKind::Place), ("طهران", EntityKind::Place)];
    let with = |sentence: &str| {
        let mut all = known();
        all.push(named("c", 9, &format!("{main}{sentence}"), &body));
        listed(all, "وزارة الصحة")
    };
    assert_eq!(with("وأوصت وزارة الصحة بالبقاء في المنازل."), "وزارة الصحة الإيرانية");
    assert_eq!(with("ونقلت وكالة الأنباء السودانية عن وزارة الصحة تحذيرا."), "وزارة الصحة السودانية");
    // the sentence has the article's country too
    assert_eq!(with("واستقبل الوزير السوداني في إيران وفدا من وزارة الصحة."), "وزارة الصحة الإيرانية");
}

#[test]
fn a_head_alone_is_the_body_above_countries_that_its_article_names() {
    let names = [("محكمة العدل الدولية", Org), ("المحكمة", Org), ("قطر", EntityKind::Place)];
    let text = "قطر أمام محكمة العدل الدولية\nرفعت قطر دعوى في لاهاي.\nوقال القاضي إن المحكمة ستحكم في دعوى قطر قريبا، وتأمل قطر خيرا.";
    assert_eq!(body_of(vec![named("a", 6, text, &names)], "المحكمة"), ("محكمة العدل الدولية".to_string(), 2));
}

#[test]
fn a_sponsor_in_brackets_is_no_short_name_of_a_team() {
    let names = [("المنتخب الليبي", Org), ("ماركة سيرت", Org), ("سيرت", Org)];
    let mut all: Vec<Reading> = (0..40)
        .map(|n| named(&format!("t{n}"), 3, "فوز آخر\nفاز المنتخب الليبي أمس.\nوباعت سيرت قمصانه.", &names))
        .collect();
    all.push(named("z", 9, "قميص جديد\nعرض المنتخب الليبي (سيرت) قميصه.", &names));
    assert_eq!(listed(all, "المنتخب الليبي"), "المنتخب الليبي");
}

#[test]
fn a_father_of_a_common_name_is_somebody_else_in_each_article() {
    let full = "سفير جديد\nوصل السفير نادر أبو علي، وقال أبو علي إنه سعيد.";
    let mut all: Vec<Reading> =
        (0..9).map(|n| named(&format!("a{n}"), 3, full, &[("نادر أبو علي", Person), ("أبو علي", Person)])).collect();
    all.push(named("z", 9, "ناخب في بعلبك\nقال أبو علي إنه سيصوت.", &[("أبو علي", Person)]));
    assert_eq!(listed(all, "أبو علي"), "أبو علي");
}

#[test]
fn a_body_with_a_name_of_its_own_takes_no_country() {
    let lands = [("السودان", EntityKind::Place), ("اليمن", EntityKind::Place)];
    let with = |body: &str| {
        let names: Vec<(&str, EntityKind)> = lands.into_iter().chain([(body, Org)]).collect();
        let one = format!("السودان يترقب\nيقول السودان إنه يراقب حدود السودان.\nوأعلنت {body} حالة الطوارئ.");
        let two = format!("اليمن يترقب\nيقول اليمن إنه يراقب حدود اليمن.\nوأعلنت {body} حالة الطوارئ.");
        body_of(vec![named("a", 3, &one, &names), named("b", 9, &two, &names)], body)
    };
    // one body in both articles
    assert_eq!(with("كتيبة خالد بن سعيد").1, 2);
    assert_eq!(with("شرطة وادي كلبون"), ("شرطة وادي كلبون".to_string(), 2));
    assert_eq!(with("جيش خالد بن سعيد"), ("جيش خالد بن سعيد".to_string(), 2));
    assert_eq!(with("قوات الأسد"), ("قوات الأسد".to_string(), 2));
    // of common nouns every country has its own
    assert_eq!(with("وزارة العدل"), ("وزارة العدل اليمنية".to_string(), 1));
    assert_eq!(with("الجيش العربي"), ("الجيش العربي اليمني".to_string(), 1));
    assert_eq!(with("القوات الجوية"), ("القوات الجوية اليمنية".to_string(), 1));
    // a figure is no name, but takes no adjective
    assert_eq!(with("مجلس النواب الـ 120"), ("مجلس النواب الـ 120".to_string(), 1));
    // where its town lies it is still told by its name
    assert_eq!(with("شرطة باريس"), ("شرطة باريس".to_string(), 2));
}

#[test]
fn a_body_that_is_always_said_of_one_country_is_no_other() {
    let names = [("وزارة الخزانة النرويجية", Org), ("وزارة الخزانة", Org), ("السودان", EntityKind::Place)];
    let known = || -> Vec<Reading> {
        let text = "عقوبات جديدة\nأعلنت وزارة الخزانة النرويجية قائمة بالشركات.";
        (0..24).map(|n| named(&format!("k{n}"), 2, text, &names)).collect()
    };
    let main = "السودان تحت العقوبات\nيقول السودان إن عملة السودان تتراجع.\n";
    let with = |sentence: &str| {
        let mut all = known();
        all.push(named("z", 9, &format!("{main}{sentence}"), &names));
        listed(all, "وزارة الخزانة")
    };
    assert_eq!(with("وكانت النرويج قد ضغطت كثيرا.\nوأدرجت وزارة الخزانة ثلاثة مصارف."), "وزارة الخزانة النرويجية");
    // the article does not speak of that country: its own
    assert_eq!(with("وأدرجت وزارة الخزانة ثلاثة مصارف."), "وزارة الخزانة");
}

#[test]
fn a_state_has_no_house_that_it_has_not() {
    let lands = [("إيران", EntityKind::Place), ("طهران", EntityKind::Place), ("إيطاليا", EntityKind::Place)];
    let full = ("مجلس الشيوخ الإيطالي", Org);
    let with = |body: &'static str, sentence: &str| {
        let names: Vec<(&str, EntityKind)> = lands.into_iter().chain([full, (body, Org)]).collect();
        let one = named("a", 2, "تصويت في روما\nصوت مجلس الشيوخ الإيطالي على قانون جديد في إيطاليا.", &names);
        let main = "إيران تترقب\nتقول طهران إن إيران مستعدة، وإن حدود إيران مغلقة.\n";
        listed(vec![one, named("b", 9, &format!("{main}{sentence}"), &names)], body)
    };
    let senate = "مجلس الشيوخ";
    assert_eq!(with(senate, "وقالت إيطاليا كلمتها.\nوانتقدها عضو في مجلس الشيوخ."), "مجلس الشيوخ الإيطالي");
    assert_eq!(with(senate, "وانتقدها عضو في مجلس الشيوخ."), "مجلس الشيوخ");
    assert_eq!(with("مجلس الشورى", "وأقرها مجلس الشورى."), "مجلس الشورى الإيراني");
    assert_eq!(with("القوات الشرعية", "وصدت الميليشيا الإيرانية القوات الشرعية."), "القوات الشرعية");
    // told by another adjective than a country's
    assert_eq!(with("القوات الرديفة", "وتقدمت القوات الرديفة."), "القوات الرديفة");
}

#[test]
fn a_bare_body_is_whose_the_articles_about_its_country_say() {
    let names = [("وزارة العدل النرويجية", Org), ("وزارة العدل", Org), ("السودان", EntityKind::Place)];
    let main = "السودان يحاكم صيادين\nيقول السودان إن مياه السودان مغلقة.\n";
    let with = |of_sudan: usize| {
        let known = |n: usize| {
            let text = format!("{main}وطالبت وزارة العدل النرويجية بالإفراج عنهم.");
            named(&format!("k{n}"), 2, &text, &names)
        };
        let own = |n: usize| {
            let names = [("وزارة العدل السودانية", Org), ("السودان", EntityKind::Place)];
            named(&format!("o{n}"), 2, &format!("{main}ورفضت وزارة العدل السودانية الطلب."), &names)
        };
        let mut all: Vec<Reading> = (0..10).map(known).chain((0..of_sudan).map(own)).collect();
        let last = format!("{main}ووصل محام من النرويج.\nوكررت وزارة العدل مطلبها.");
        all.push(named("z", 9, &last, &names));
        listed(all, "وزارة العدل")
    };
    assert_eq!(with(0), "وزارة العدل النرويجية");
    assert_eq!(with(8), "وزارة العدل السودانية");
}

#[test]
fn a_bare_body_is_not_the_main_countrys_where_its_sentence_tells_of_another() {
    let names = [("مجلس الوزراء", Org), ("إيران", EntityKind::Place), ("النرويج", EntityKind::Place)];
    let with = |sentence: &str| {
        let text = format!("إيران تفاوض\nتقول إيران إنها تفاوض.\nوزار وزير من النرويج طهران أمس.\n{sentence}");
        let known = |n: usize| {
            let names = [("مجلس الوزراء الإيراني", Org)];
            named(&format!("k{n}"), 2, "إيران تقرر\nقرر مجلس الوزراء الإيراني ذلك.", &names)
        };
        let mut all: Vec<Reading> = (0..2).map(known).collect();
        all.push(named("z", 9, &text, &names));
        listed(all, "مجلس الوزراء")
    };
    assert_eq!(with("وأقرت إيران الاتفاق في مجلس الوزراء."), "مجلس الوزراء الإيراني");
    assert_eq!(with("وتلقى مجلس الوزراء تقريرا."), "مجلس الوزراء الإيراني");
    assert_ne!(with("وكرر وزير من النرويج أمام مجلس الوزراء رأيه."), "مجلس الوزراء الإيراني");
}

#[test]
fn a_bare_surname_in_an_article_on_kin_is_the_well_known_bearers() {
    let known = |n: usize| {
        let names = [("فيكتور دراغونسكي", Person), ("دراغونسكي", Person)];
        named(&format!("k{n}"), 2, "خطاب\nألقى فيكتور دراغونسكي خطابا.\nوشكر دراغونسكي الحضور.", &names)
    };
    let with = |text: &str| {
        let names = [("سفيتلورا دراغونسكي", Person), ("فيكتور دراغونسكي", Person), ("دراغونسكي", Person)];
        let mut all: Vec<Reading> = (0..61).map(known).collect();
        all.push(named("z", 9, text, &names));
        listed(all, "دراغونسكي")
    };
    let wife = "زيارة\nوصلت سفيتلورا دراغونسكي، زوجة فيكتور دراغونسكي، أمس.\nوقالت سفيتلورا دراغونسكي إنها سعيدة.\n";
    assert_eq!(with(&format!("{wife}ولم يحضر زوجها دراغونسكي.")), "فيكتور دراغونسكي");
    let wife = "زيارة\nوصلت أمس زوجته سفيتلورا دراغونسكي.\nوتكلمت سفيتلورا دراغونسكي.\nوحضر فيكتور دراغونسكي.\n";
    assert_eq!(with(&format!("{wife}وألقى دراغونسكي كلمة.")), "فيكتور دراغونسكي");
    assert_eq!(with(&format!("{wife}وقالت دراغونسكي إنها سعيدة.")), "سفيتلورا دراغونسكي");
}

#[test]
fn a_given_name_behind_a_word_of_kin_is_another_than_its_bearer_in_the_article() {
    let names = [("أحمد الوردي", Person), ("أحمد", Person)];
    let with = |sentence: &str| {
        let text = format!("لقاء\nقال الوزير أحمد الوردي إن اللقاء ناجح.\n{sentence}");
        listed(vec![named("z", 9, &text, &names)], "أحمد")
    };
    assert_eq!(with("وحضر الرئيس ومعه ابنه أحمد."), "أحمد");
    assert_eq!(with("وشكر أحمد الحضور."), "أحمد الوردي");
}

#[test]
fn koreans_of_two_like_syllables_are_two_in_articles_of_one_event() {
    let names = ["كيم يونغ هان", "كيم جونغ هان", "سلفاتور دونكي", "ريمون أوبارت", "لوديك فارسن"].map(|p| (p, Person));
    let article = |id: &str, who: &str| {
        let text = format!(
            "محادثات في الميناء\nوصل {who} إلى الميناء.\nوكان في استقباله سلفاتور دونكي وريمون أوبارت ولوديك فارسن."
        );
        named(id, 2, &text, &names)
    };
    let other = vec![article("a", "كيم جونغ هان"), article("b", "كيم جونغ هان"), article("c", "كيم يونغ هان")];
    assert_eq!(listed(other, "كيم يونغ هان"), "كيم يونغ هان");
}
