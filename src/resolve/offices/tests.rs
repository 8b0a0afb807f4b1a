use super::beside::tidy;
use super::*;
use crate::model::Span;
use crate::resolve::names::compare::PersonName;
use crate::text::Document;

fn role(text: &str, name: &str) -> String {
    let doc = Document::from_text(text);
    let at = text.find(name).expect("the name is in the text");
    let span = Span::new(at, at + name.len());
    role_beside(&doc, span, &[span]).map(|s| doc.slice(s).to_string()).unwrap_or_default()
}

#[test]
fn a_role_of_another_and_a_clause_behind_it_are_left_out() {
    let tidied = |text: &str, name: &str, role: &str| {
        let doc = Document::from_text(text);
        let span = |w: &str| text.find(w).map(|at| Span::new(at, at + w.len())).expect("it is in the text");
        tidy(&doc, span(name), span(role), &|_| false).map(|s| doc.slice(s).to_string())
    };
    assert_eq!(tidied("جون لاعب هدرسفيلد، وسمير نجيب", "سمير نجيب", "لاعب هدرسفيلد"), None);
    assert_eq!(tidied("بحضور نجل كيميش", "كيميش", "نجل"), None);
    assert_eq!(tidied("أوقف المدافع البرازيلي تسديدة كيميش", "كيميش", "المدافع البرازيلي تسديدة"), None);
    assert_eq!(
        tidied("كونتي المدير الفني السابق والذي ينتهي", "كونتي", "المدير الفني السابق والذي").as_deref(),
        Some("المدير الفني السابق")
    );
}

#[test]
fn roles_before_and_behind_the_name() {
    assert_eq!(role("بحضور رئيس المخابرات العامة المصرية، سمير نجيب.", "سمير نجيب"), "رئيس المخابرات العامة المصرية");
    assert_eq!(role("التقى سمير نجيب، القائد العام للجيش الليبي، أمس", "سمير نجيب"), "القائد العام للجيش الليبي");
    assert_eq!(role("وقال وزير الخارجية المصري الدكتور سمير نجيب إن", "سمير نجيب"), "وزير الخارجية المصري الدكتور");
    assert_eq!(
        role("وأضاف المتحدث الرسمي باسم الرئاسة المصرية، السفير سمير نجيب، أن", "سمير نجيب"),
        "المتحدث الرسمي باسم الرئاسة المصرية، السفير"
    );
    // ministers whom the prime minister heads; where an ambassador is posted
    assert_eq!(role("وقال رئيس الوزراء الأردني، سمير نجيب، إن", "سمير نجيب"), "رئيس الوزراء الأردني");
    assert_eq!(role("وقال السفير الأردني في باريس، سمير نجيب، إن", "سمير نجيب"), "السفير الأردني في باريس");
    assert_eq!(role("وقال الوزراء، سمير نجيب وغيره، إن", "سمير نجيب"), "");
    assert_eq!(role("غادر المدينة سمير نجيب", "سمير نجيب"), "");
}

fn office(role: &str) -> Option<(String, String, bool, bool)> {
    offices(role).into_iter().next().map(|o| (o.office, o.country, o.current, o.single))
}

#[test]
fn a_form_of_address_leaves_an_office_as_it_is() {
    let leader = Some(("supreme_leader".into(), "IR".into(), true, true));
    assert_eq!(office("الزعيم الأعلى الإيراني آية الله"), leader);
    assert_eq!(office("المرشد الإيراني"), leader);
}

#[test]
fn one_office_under_several_names() {
    let chief = Some(("intelligence_chief".into(), "EG".into(), true, true));
    for r in ["رئيس المخابرات العامة المصرية", "رئيس جهاز المخابرات المصري", "رئيس المخابرات المصرية الجديد"]
    {
        assert_eq!(office(r), chief, "{r}");
    }
    let spokesman = Some(("presidency_spokesman".into(), "EG".into(), true, true));
    for r in ["المتحدث الرسمي باسم الرئاسة المصرية، السفير", "المتحدث باسم رئاسة الجمهورية المصرية"]
    {
        assert_eq!(office(r), spokesman, "{r}");
    }
}

#[test]
fn former_deputies_and_plural_offices_do_not_count() {
    assert!(office("رئيس الوزراء الإسرائيلي السابق").is_some_and(|o| !o.2));
    assert_eq!(office("مستشار الرئيس الأمريكي"), None);
    assert!(office("وزير الدولة المصري").is_none_or(|o| !o.3));
    assert_eq!(office("السفير"), None);
}

#[test]
fn spokesmen_of_a_ministry_and_offices_of_the_article() {
    let of = |role: &str, about| offices_about(role, about).into_iter().next().map(|o| (o.office, o.country, o.single));
    assert_eq!(of("المتحدث باسم وزارة النفط العراقية", None), of("المتحدث باسم وزارة النفط", Some("IQ")));
    assert_eq!(of("المتحدث باسم وزارة النفط", None), None);
    assert_eq!(of("محافظ البنك المركزي", Some("KW")), Some(("central_bank_governor".into(), "KW".into(), true)));
}

#[test]
fn misspelt_names_are_one_and_native_twins_two() {
    let same = |a: &str, b: &str| one_misspelt(&PersonName::parse(a), &PersonName::parse(b));
    assert!(same("ماوريسيو ماركي", "ماوريسيو ماكري"));
    assert!(same("سلفا كير", "سلفاكير ميرديت"));
    assert!(!same("حسن رشاد", "عباس كامل"));
    assert!(!same("سرمد الجنابي", "ليث العزاوي"));
}
