//! What outlets agree on: which rows are written. The texts are made up.

mod support;

use muqabala::compare::facts::settle;
use muqabala::model::{Fact, FactKind, Relation};
use support::texts::compared;

/// The agreements of two texts, as they are written.
fn agreed(texts: &[&str]) -> Vec<Fact> {
    let mut facts = compared(texts).facts;
    settle(&mut facts);
    facts.retain(|f| f.verdict == Relation::Agree);
    facts
}

const DAM: &str = "تصدع سد الرملة بعد السيول\nأعلنت هيئة السدود الوطنية مساء الثلاثاء تصدع جدار سد الرملة بعد ثلاثة أيام من السيول الغزيرة.\nوقال متحدث باسم الجيش إن وحدات الهندسة بدأت تدعيم الجدار بأكياس الرمل.\nوأخلت السلطات أربع قرى تقع أسفل الوادي.";
const DAM_TOO: &str = "إخلاء قرى أسفل وادي الرملة\nقالت هيئة السدود الوطنية مساء الثلاثاء إن جدار سد الرملة تصدع بعد ثلاثة أيام من السيول الغزيرة التي ضربت المنطقة.\nوذكر متحدث باسم الجيش أن جنودا نقلوا المرضى من المستوصف.\nوأخلت السلطات أربع قرى تقع أسفل الوادي.";

#[test]
fn a_body_named_for_its_spokesman_is_no_row() {
    let bodies: Vec<Fact> = agreed(&[DAM, DAM_TOO]).into_iter().filter(|f| f.kind == FactKind::Organisation).collect();
    assert!(bodies.iter().all(|f| !f.values[0].value.contains("الجيش")), "{bodies:?}");
}

#[test]
fn a_body_that_an_agreed_statement_holds_is_no_row() {
    let told = "وقعت هيئة السدود الوطنية وشركة الفنار للمقاولات عقد ترميم سد الرملة بقيمة سبعين مليون درهم";
    let [a, b] = ["عقد جديد لترميم سد الرملة", "شركة الفنار ترمم سد الرملة"]
        .map(|title| format!("{title}\n{told}.\nويبدأ العمل في الموقع مطلع الشهر المقبل."));
    let texts = [a.as_str(), b.as_str()];
    let before = compared(&texts).facts;
    let rows = |facts: &[Fact]| facts.iter().filter(|f| f.kind == FactKind::Organisation).count();
    let mut after = before.clone();
    settle(&mut after);
    assert!(rows(&before) > 0 && rows(&after) == 0, "{before:?}");
    // figures keep their rows
    let figures = |facts: &[Fact]| facts.iter().filter(|f| f.kind == FactKind::Number).count();
    assert!(figures(&before) > 0 && figures(&before) == figures(&after));
}

#[test]
fn a_headline_agrees_with_the_first_sentence_of_another() {
    let one = "محكمة ترفض تسليم مهندس السد المتصدع\nعقدت المحكمة جلستها صباح الأحد بحضور محامين من البلدين.";
    let other =
        "قضية السد أمام القضاء\nرفضت محكمة في العاصمة تسليم مهندس السد المتصدع إلى بلاده صباح الأحد بعد جلسة قصيرة.";
    let rows = agreed(&[one, other]);
    let headline = |f: &&Fact| f.kind == FactKind::Polarity && f.values.iter().any(|v| v.doc == 0 && v.span.start == 0);
    assert!(rows.iter().find(headline).is_some(), "{rows:?}");
}

#[test]
fn one_goal_has_its_minute_in_brackets_or_before_the_end() {
    let one = "النجم يهزم الهلال الأزرق\nفاز النجم على الهلال الأزرق بهدفين، وسجل للفائز كمال الحداد (38) وسليم الماجد (87).\nوحضر المباراة عشرون ألف متفرج.";
    let other = "خسارة الهلال الأزرق أمام النجم\nخسر الهلال الأزرق مباراته مع النجم، وافتتح كمال الحداد التسجيل في الدقيقة 38 بضربة رأس.\nثم أضاف سليم الماجد هدفا ثانيا قبل ثلاث دقائق من نهاية المباراة.";
    let rows = agreed(&[one, other]);
    for minute in ["38", "87"] {
        let row =
            rows.iter().find(|f| f.kind == FactKind::Number && f.values.iter().all(|v| v.value.starts_with(minute)));
        assert!(row.is_none_or(|f| f.values.len() == 2), "{rows:?}");
    }
    assert!(rows.iter().any(|f| f.subject.contains("minute of") && f.values[0].value == "87"), "{rows:?}");
    // time added is told as it is played, and three minutes before the end of the first half are the 42nd
    let one = one.replace("(38)", "(42)").replace("(87)", "(90+4)");
    let other = other
        .replace("في الدقيقة 38", "قبل نهاية الشوط بثلاث دقائق")
        .replace("قبل ثلاث دقائق من نهاية المباراة", "في الدقيقة 94");
    let rows = agreed(&[&one, &other]);
    let minutes: Vec<&str> =
        rows.iter().filter(|f| f.subject.contains("minute of")).map(|f| f.values[0].value.as_str()).collect();
    assert!(minutes.contains(&"42") && minutes.contains(&"94"), "{rows:?}");
}

#[test]
fn sentences_alike_in_more_than_names_tell_one_matter() {
    let one = "افتتاح قطار الساحل\nانطلق قطار الساحل صباح الأحد.\nوتوقفت العربات ساعة كاملة داخل النفق بسبب عطل في مضخات التبريد القديمة.";
    let matter = |other: &str| {
        let all = compared(&[one, other]).facts;
        all.iter().any(|f| f.verdict == Relation::Compatible && f.values.iter().all(|v| v.span.len() > 60))
    };
    assert!(matter(
        "قطار الساحل في رحلته الأولى\nانطلق قطار الساحل صباح الأحد.\nوقال مهندس إن مضخات التبريد القديمة لم تعمل، وإن الركاب بقوا في العربات حتى أصلحها زملاؤه بعد ساعة."
    ));
    assert!(!matter(
        "قطار الساحل في رحلته الأولى\nانطلق قطار الساحل صباح الأحد.\nويخشى سكان القرى القريبة من المحطة أن ترتفع أسعار البيوت كما حدث في العاصمة."
    ));
}

#[test]
fn a_result_is_one_in_words_or_figures_between_the_same_sides() {
    let one = "قمة الدوري\nتعادل نادي النجم مع ضيفه نادي الهلال الأزرق بهدف لمثله.\nوأصبح النجم في المركز التاسع قبل جولتين من ختام الموسم.\nوخسر نادي الفنار صفر-2 أمام نادي المرفأ.";
    let other = "أمسية باردة في ملعب الساحل\nلم يستفد نادي الهلال الأزرق من رحلته الطويلة، وعاد بنقطة واحدة بعدما أنهى مباراته ضد نادي النجم 1-1 رغم تقدمه.\nوقال المدرب إن البقاء في المركز التاسع قبل جولتين من النهاية لا يكفي جمهور المدينة.\nوفي لقاء ثان لعب نادي الحصن مع نادي القلعة 2-صفر.";
    let rows = agreed(&[one, other]);
    let value = |v: &str| rows.iter().any(|f| f.kind == FactKind::Number && f.values.iter().all(|x| x.value == v));
    assert!(value("1-1"), "{rows:?}");
    assert!(value("9"), "{rows:?}");
    let elsewhere = |f: &&Fact| f.values.iter().any(|v| v.value == "0-2" || v.value == "2-0");
    assert!(rows.iter().find(elsewhere).is_none(), "{rows:?}");
}

#[test]
fn another_place_in_a_table_is_no_contradiction() {
    let one = "ترتيب الدوري\nأنهى نادي النجم الموسم في المركز التاسع برصيد ثلاثين نقطة.";
    let other = "ترتيب الدوري\nأنهى نادي الفنار الموسم في المركز الخامس برصيد أربعين نقطة.";
    let facts = compared(&[one, other]).facts;
    assert!(facts.iter().all(|f| f.values.iter().all(|v| v.value != "9" && v.value != "5")), "{facts:?}");
}

#[test]
fn a_clause_with_another_count_is_not_agreed_on_whole() {
    let one = "مقتل 32 عاملا بانهيار سقف المصنع القديم خلال ترميمه بمدينة الرملة\nانهار سقف المصنع القديم صباح الثلاثاء.";
    let other =
        "كارثة في الرملة\nانهار سقف المصنع القديم خلال ترميمه بمدينة الرملة ما أدى إلى مقتل 39 عاملا بحسب البلدية.";
    let rows = agreed(&[one, other]);
    let told: Vec<&Fact> = rows.iter().filter(|f| f.kind == FactKind::Polarity).collect();
    let whole = |f: &&&Fact| f.values.iter().any(|v| v.value.contains("32") || v.value.contains("39"));
    assert!(!told.is_empty() && told.iter().find(whole).is_none(), "{told:?}");
}
