use super::*;
use crate::lang::lexicon::Lexicon;
use crate::text::fold::fold;

fn claims(text: &str) -> (Document, Vec<Claim>) {
    let doc = Document::from_text(text);
    let claims = extract(&doc, &Mentions::default());
    (doc, claims)
}

fn contents(text: &str) -> Vec<String> {
    let (doc, claims) = claims(text);
    claims.iter().filter(|c| c.kind != ClaimKind::Narrated).map(|c| doc.slice(c.span).to_string()).collect()
}

fn speakers(text: &str) -> Vec<String> {
    let (doc, claims) = claims(text);
    claims
        .iter()
        .filter(|c| c.kind != ClaimKind::Narrated)
        .map(|c| c.speaker.or(c.speaker_from).map_or("-", |s| doc.slice(s)).to_string())
        .collect()
}

#[test]
fn lexicon_examples_match_and_counterexamples_do_not() {
    let l = Lexicon::parse("cues.tsv", cues::CUES);
    let (lemma, matches, not) = (l.column("lemma"), l.column("matches"), l.column("not"));
    let mut wrong = Vec::new();
    for r in &l.rows {
        let example = r.get(matches);
        if let (Some(a), Some(b)) = (example.find('['), example.find(']')) {
            let wanted = &example[a + 1..b];
            let text = example.replace(['[', ']'], "");
            let found = contents(&text);
            if found.first().is_none_or(|f| fold(f) != fold(wanted)) {
                wrong.push(format!("cues.tsv:{}: {}: {text}: {found:?}", r.line, r.get(lemma)));
            }
        }
        let counter = r.get(not);
        if !counter.is_empty() {
            let found = contents(&format!("{counter}."));
            if !found.is_empty() {
                wrong.push(format!("cues.tsv:{}: {}: not {counter}: {found:?}", r.line, r.get(lemma)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dropped_subjects_take_the_last_speaker_that_agrees() {
    let text = "قالت وزارة الصحة إن الوباء ينتشر.\nوقال مدير المستشفى إن الأسرة تكفي.\nوأضافت أن العدد يرتفع.";
    assert_eq!(speakers(text), ["وزارة الصحة", "مدير المستشفى", "وزارة الصحة"]);
}

#[test]
fn relayed_speech_has_speaker_and_channel() {
    let (doc, claims) = claims("ونقلت وكالة رويترز عن وزير المالية تارو آسو قوله إن الحكومة خصصت المبلغ.");
    assert_eq!(claims[0].speaker.map(|s| doc.slice(s)), Some("تارو آسو"));
    assert_eq!(claims[0].reported_by.map(|s| doc.slice(s)), Some("وكالة رويترز"));
}

#[test]
fn background_formulas_are_no_claims() {
    assert!(contents("يذكر أن المدينة تعرضت للقصف مرارا.").is_empty());
    assert!(contents("ويتوقع أن ترتفع الأسعار في الشتاء.").is_empty());
    assert!(contents("وجرى البيع وفق شروط العقد الجديد بين الطرفين.").is_empty());
}

#[test]
fn appended_attribution_takes_the_clause_before_it() {
    assert_eq!(
        contents("وشهدت المدينة أمطارا غزيرة طوال الليل، بحسب وزارة الداخلية."),
        ["شهدت المدينة أمطارا غزيرة طوال الليل"]
    );
}

#[test]
fn two_cues_in_a_sentence_are_two_claims() {
    let found = contents("قال الوزير إن الاتفاق قريب، مضيفا أن الوفد سيعود غدا.");
    assert_eq!(found, ["الاتفاق قريب", "الوفد سيعود غدا"]);
}

#[test]
fn denial_shows_in_the_polarity() {
    let (_, claims) = claims("نفى الجيش الإسرائيلي تورط قواته في الانفجار.");
    assert_eq!((claims[0].attitude, claims[0].polarity), ("deny", Polarity::Denied));
}

/// The words that the last claim's speaker is carried from.
fn carried(text: &str) -> Option<String> {
    let (doc, claims) = claims(text);
    claims.last()?.speaker_from.map(|s| doc.slice(s).to_string())
}

#[test]
fn the_subject_of_a_sentence_without_a_claim_goes_on() {
    let text = "قال الجيش إن الطريق مغلق. واعترضت الحكومة على النص في الجلسة، وقالت إن الاتفاق باطل.";
    assert_eq!(carried(text).as_deref(), Some("الحكومة"));
    let text = "قالت الحكومة إن الطريق مغلق. ورفض مجلس القضاء الطلب أمس، وقال إن الاتفاق باطل.";
    assert_eq!(carried(text).as_deref(), Some("مجلس القضاء"));
}

#[test]
fn several_people_are_not_the_one_who_spoke_last() {
    let text = "قال الوزير إن العمل مستمر. ويعتزم النشطاء الاحتجاج غدا ودعوا الرئيس إلى الاستقالة.";
    assert_eq!(carried(text).as_deref(), Some("النشطاء"));
    assert_eq!(carried("قال الوزير إن العمل مستمر. وأضافوا أن الوقت ضيق."), None);
}

#[test]
fn verbs_of_going_on_keep_the_speaker() {
    let text = "قال الوزير إن العمل مستمر. وتضم القائمة عشرين اسما. وأضاف أن الوقت ضيق.";
    assert_eq!(carried(text).as_deref(), Some("الوزير"));
}

#[test]
fn times_in_several_words_stand_between_a_verb_and_its_object() {
    assert_eq!(contents("نفى الوزير غير مرة علمه بالصفقة."), ["علمه بالصفقة"]);
    assert_eq!(contents("ونفى الوزير مرارا وتكرارا تأجيل الانتخابات."), ["تأجيل الانتخابات"]);
    assert_eq!(contents("ووصل إلى المحكمة المدير الذي نفى دفع مال للشهود."), ["دفع مال للشهود"]);
    assert_eq!(contents("ونفى الوزير من جانبه ارتكابه أي مخالفة."), ["ارتكابه أي مخالفة"]);
    assert_eq!(contents("ونفى المسلحون أنفسهم التوصل إلى اتفاق."), ["التوصل إلى اتفاق"]);
    assert_eq!(contents("ونفت الوزارة أمام المحكمة الاتهامات بانتهاك حقوق السجناء."), ["الاتهامات بانتهاك حقوق السجناء"]);
    assert_eq!(
        contents("طلبت الوزارة وقف الحملة على المصرف، كما نفت وجود أي خلاف."),
        ["وقف الحملة على المصرف", "وجود أي خلاف"]
    );
    assert_eq!(
        contents("ونفت الوزارة في ذلك الحين الاتهامات الموجهة إليها بالتقصير."),
        ["الاتهامات الموجهة إليها بالتقصير"]
    );
}

#[test]
fn relative_clauses_of_the_speaker_are_read_over() {
    let text = "وأقرت الوزيرة التي شاركت في إعداد الموازنة العامة الجديدة بأن الأسعار مرتفعة.";
    assert_eq!(contents(text), ["الأسعار مرتفعة"]);
    let text = "أعلن النائب - الذي قضى خمسة أعوام في السجن - معارضته للمشروع.";
    assert_eq!(contents(text), ["معارضته للمشروع"]);
}

#[test]
fn promises_and_stances_are_told_from_other_uses_of_their_verbs() {
    assert_eq!(contents("الحكومة تعد بخفض الضرائب."), ["خفض الضرائب"]);
    assert!(contents("ويعد الوزير من أقدم أعضاء الحكومة.").is_empty());
    assert!(contents("ويعد المتحف بمبانيه القديمة مقصدا للزوار.").is_empty());
    assert_eq!(contents("وأبدت الوزارة استعدادها لاستئناف الحوار."), ["استعدادها لاستئناف الحوار"]);
    assert!(contents("وأبدى اللاعب مرونة كبيرة في الملعب.").is_empty());
    assert!(contents("وأبدى الوزير قلقه.").is_empty());
}

#[test]
fn reports_of_a_happening_with_their_preposition() {
    assert_eq!(contents("وأفادت الوكالة عن توقف القصف."), ["توقف القصف"]);
    assert_eq!(contents("وأفادت الوكالة نقلا عن مصدر أمني بأن القصف توقف."), ["القصف توقف"]);
}

#[test]
fn a_noun_in_marks_goes_on_behind_them() {
    assert_eq!(contents("أعلنت الحكومة اليوم \"فشل\" مفاوضات السلام مع الحركة."), ["\"فشل\" مفاوضات السلام مع الحركة"]);
}

#[test]
fn what_a_thing_is_held_to_be() {
    assert_eq!(contents("وهو الأمر الذي اعتبرته الوزارة تدخلا في شؤونها."), ["تدخلا في شؤونها"]);
    assert_eq!(contents("وأزيل الجدار الذي اعتبرته الوزارة بمثابة إعلان حرب."), ["بمثابة إعلان حرب"]);
}

#[test]
fn names_in_marks_speak_when_their_clause_follows() {
    let text = "وقالت \"غرفة العمليات المشتركة في الشمال\" إن المعارك توقفت.";
    assert_eq!(contents(text), ["المعارك توقفت"]);
    assert_eq!(speakers(text), ["غرفة العمليات المشتركة في الشمال"]);
}

#[test]
fn calls_to_a_meeting() {
    assert_eq!(contents("ودعا الوزير إلى اجتماع طارئ للجنة."), ["اجتماع طارئ للجنة"]);
}

#[test]
fn who_the_speaker_is_may_stand_before_the_complement() {
    let text = "وأعرب مدير المركز، وهو من مؤسسي الجمعية، عن قلقه من نقص المياه.";
    assert_eq!(contents(text), ["قلقه من نقص المياه"]);
    let text = "وأكدت الهيئة المكلفة مراقبة الحدود، في نهاية الشهر، أن المعبر مفتوح.";
    assert_eq!(contents(text), ["المعبر مفتوح"]);
}

#[test]
fn reports_came_in_and_plain_words_without_an_opener() {
    assert_eq!(contents("ووردت تقارير عن سقوط قتلى في القصف."), ["سقوط قتلى في القصف"]);
    assert_eq!(contents("وقال الوزير لقد انتهت الأزمة تماما."), ["لقد انتهت الأزمة تماما"]);
}

#[test]
fn the_narrator_comes_back() {
    let text = "وقالت الجمعية إن المحتجزين نقلوا إلى العاصمة، لكن من غير الواضح متى سيفرج عنهم.";
    assert_eq!(contents(text), ["المحتجزين نقلوا إلى العاصمة"]);
    let text = "وتعهدت الدول بتقديم مساعدات عاجلة، خلال مؤتمر استضافته المدينة.";
    assert_eq!(contents(text), ["تقديم مساعدات عاجلة"]);
    let text = "وقال الوزير إن الضرائب سترتفع، ما أثار غضب التجار.";
    assert_eq!(contents(text), ["الضرائب سترتفع"]);
}

#[test]
fn what_is_seen_in_a_thing() {
    assert_eq!(contents("ورأت الحكومة في القرار الأخير محاولة للضغط عليها."), ["القرار الأخير محاولة للضغط عليها"]);
}

#[test]
fn orders_inside_reported_speech_are_claims() {
    let text = "وقالت الوزارة إن المدير أمر بإغلاق المصنع.";
    assert_eq!(contents(text), ["المدير أمر بإغلاق المصنع", "إغلاق المصنع"]);
}

#[test]
fn headings_between_paragraphs_and_agreements_tell_nothing() {
    let text = "عنوان الخبر\nقال الوزير إن العمل مستمر.\nاعتراف المتهم بتفاصيل الجريمة\nوأضاف أن الوقت ضيق.";
    assert_eq!(contents(text), ["العمل مستمر", "الوقت ضيق"]);
    assert_eq!(contents("قال الوزير إن العمل مستمر. ووقع الاتفاق وينص على وقف القتال."), ["العمل مستمر"]);
}

#[test]
fn what_is_judged_by_a_participle() {
    assert_eq!(
        contents("وانتقد الوزير الاتفاق الأخير مع الشركة، معتبرا القرار خطأ جسيما."),
        ["الاتفاق الأخير مع الشركة", "القرار خطأ جسيما"]
    );
    assert_eq!(contents("ورحبت الحكومة بوقف القتال، معتبرة إياه خطوة إيجابية."), ["وقف القتال", "خطوة إيجابية"]);
}

#[test]
fn plurals_with_their_ending_take_no_genitive() {
    let text = "ووصف مغردون آخرون المطالبة بالمساواة بأنها مبالغة.";
    assert_eq!(contents(text), ["المطالبة بالمساواة بأنها مبالغة"]);
    assert_eq!(speakers(text), ["مغردون آخرون"]);
}

#[test]
fn an_attribution_in_the_present_behind_its_clause() {
    assert_eq!(contents("وانسحب المقاتلون من القرية فجرا، كما تقول السلطات."), ["انسحب المقاتلون من القرية فجرا"]);
}

#[test]
fn what_somebody_says_a_thing_is() {
    let text = "ونشرت الوزارة تسجيلا يظهر ما قالت إنها تجربة ناجحة للصاروخ الجديد.";
    assert_eq!(contents(text), ["تجربة ناجحة للصاروخ الجديد"]);
    assert!(contents("وهذا ما قالت الوزارة أمس أمام الجميع.").is_empty());
}

#[test]
fn answers_with_a_preposition_and_many_of_them() {
    assert_eq!(contents("وسأله الصحفي عن السبب، ليجيب اللاعب: \"أشعر بالتعب اليوم\"."), ["أشعر بالتعب اليوم"]);
    let text = "وأشاد عدد كبير من المستخدمين بتصميم الجهاز.";
    assert_eq!(contents(text), ["تصميم الجهاز"]);
    assert_eq!(speakers(text), ["عدد كبير من المستخدمين"]);
    assert_eq!(contents("وتوقع محللون ارتفاع الأسعار في الصيف."), ["ارتفاع الأسعار في الصيف"]);
}

#[test]
fn what_a_speaker_left_unsaid_is_the_narrators() {
    let text = "وقالت الشرطة إن الحادث وقع فجرا، لكنها لم توضح سببه.";
    assert_eq!(contents(text), ["الحادث وقع فجرا"]);
}

#[test]
fn a_paper_that_passes_on_a_named_speaker_makes_no_claim() {
    let (doc, claims) = claims("وذكرت وكالة الأنباء أن الوزير قال إن المعبر مفتوح.");
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].speaker.map(|s| doc.slice(s)), Some("الوزير"));
    assert_eq!(claims[0].reported_by.map(|s| doc.slice(s)), Some("وكالة الأنباء"));
}

#[test]
fn a_figure_behind_a_verb_is_no_name() {
    let text = "ووفقا لصحيفة محلية، ذهبت 90 بالمئة من الأصوات إلى اللاعب، نجم الفريق.";
    assert_eq!(contents(text), ["ذهبت 90 بالمئة من الأصوات إلى اللاعب، نجم الفريق"]);
}

#[test]
fn broken_input_does_not_stop_the_walk() {
    for text in [
        "",
        "\"",
        "قال",
        "قال \"",
        "قال إن",
        "بحسب",
        "وفقا ل",
        ":",
        "قال:\n\"\n\"",
        "نقلت عن",
        "جاء في",
        "X:",
        "قالت \"\" إن \"\"",
    ] {
        let _ = contents(text);
    }
}

#[test]
fn two_voices_of_a_headline_are_two_claims() {
    let text = "الخطيب: المباراة كانت صعبة.. حداد: نتيجة ثقيلة على الفريق\nقال المدرب سامر الخطيب إن المباراة كانت صعبة.\nوقال الحارس كريم حداد إن النتيجة ثقيلة.";
    let said = contents(text);
    assert_eq!(said[..2], ["المباراة كانت صعبة", "نتيجة ثقيلة على الفريق"], "{said:?}");
}

#[test]
fn why_something_was_said_is_no_part_of_it() {
    let text = "أكدت الشركة أن جميع مرافقها آمنة وتعمل بشكل طبيعي، بعدما انتشر مقطع مصور لحريق في الميناء.";
    assert_eq!(contents(text), ["جميع مرافقها آمنة وتعمل بشكل طبيعي"]);
}
