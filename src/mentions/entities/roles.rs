//! Role words beside a person's name: `وزير الخارجية الأمريكي`, `المتحدث باسم الرئاسة`.

use crate::lang::gaz::Gazetteer;
use crate::lang::lexicon::Words;
use crate::lang::words;
use crate::model::{Span, TokenKind};
use crate::text::Document;
use crate::text::clitics;

/// Words of a role at most.
const LONGEST: usize = 10;
/// Words that join the parts of a role (`المتحدث باسم`, `المبعوث الأممي إلى`).
static JOINS: Words = Words::new(&words::NAMES, "word inside a role");

/// Words for one who is somebody's: before a name they are not its bearer's (محامي ترامب, نجل النائب فلان).
static OF_ANOTHER: Words = Words::new(&words::NAMES, "one who is another's");
/// Does a word, with or without a letter before it, call somebody another's (`نجل`, `ومحامي`)?
pub fn is_of_another(word: &str) -> bool {
    OF_ANOTHER.has(word) || word.strip_prefix(['و', 'ل', 'ب']).is_some_and(|w| OF_ANOTHER.has(w))
}

/// To whom something was said: no part of the speaker's role.
static AUDIENCE: Words = Words::new(&words::NAMES, "audience");

/// Adjectives of indefinite titles (نائب مدير عام المنظمة).
static MORE: Words = Words::new(&words::NAMES, "word of a longer title");

/// A role as the tables show it: behind a fused لل the article is put back (للمدرب الوطني: المدرب الوطني).
pub fn shown(doc: &Document, role: Span) -> String {
    let text = doc.slice(role).split_whitespace().collect::<Vec<_>>().join(" ");
    if doc.text()[..role.start as usize].ends_with("لل") { format!("ال{text}") } else { text }
}

/// Words that make of حكم behind them rule, not a referee.
pub(crate) static RULE: Words = Words::new(&words::NAMES, "before حكم");

/// A title's class as the lists give it, for the phrase or word at `i` (one to three words); the first word may carry
/// a conjunction or preposition. Gives the words it takes and the bytes of the particle.
fn title_at(doc: &Document, i: usize, end: usize, gaz: &Gazetteer) -> Option<(usize, usize)> {
    let first = doc.fold_of(i);
    // #برنامج_حساب_المواطن: a part of a hashtag
    if i > 0 && doc.fold_of(i - 1) == "_" {
        return None;
    }
    // أمام البريطانية جوهانا: before, no imam
    if first.ends_with("امام") && doc.text_of(i).ends_with("أمام") {
        return None;
    }
    // تحت حكم مادورو: rule, no referee
    if first == "حكم" && i > 0 && RULE.has(doc.fold_of(i - 1)) {
        return None;
    }
    for cut in clitics::splits(first, 2) {
        let mut key = first[cut..].to_string();
        let mut taken = cut;
        if cut > 0 && key.starts_with('ل') {
            // fused لل: the article has lost its alef, and the role begins behind both letters
            key.insert(0, 'ا');
            taken += 'ل'.len_utf8();
        }
        let mut found = None;
        for k in 0..3.min(end - i) {
            if k > 0 {
                key.push(' ');
                key.push_str(doc.fold_of(i + k));
            }
            // لاعبو مورينيو, النواب: several people are not the one named
            if gaz.title(&key).is_some_and(|t| t.class != "relation" && !t.plural) {
                found = Some((k + 1, taken));
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn continues(doc: &Document, i: usize, inside_name: bool, gaz: &Gazetteer) -> bool {
    let t = doc.tokens[i];
    if t.kind == TokenKind::Punct {
        return false;
    }
    let w = doc.fold_of(i);
    if AUDIENCE.has(w) {
        return false;
    }
    inside_name
        || w.starts_with("ال")
        || w.starts_with("لل")
        || w.starts_with("وال")
        || w.starts_with("بال")
        || JOINS.has(w)
        || MORE.has(w)
        || gaz.demonym(w).is_some()
        || gaz.head(w).is_some()
        || gaz.title(w).is_some()
}

/// Words that make a deputy of the title behind them.
static DEPUTY: Words = Words::new(&words::NAMES, "deputy");

/// The role words just before or after the name at tokens `from..to` of the sentence `range`; `inside` tells whether a
/// token lies in the name of an organisation or a place, `person` whether in a person's. At most [`LONGEST`] words either way.
pub fn beside(
    doc: &Document,
    range: std::ops::Range<usize>,
    from: usize,
    to: usize,
    inside: &dyn Fn(usize) -> bool,
    person: &dyn Fn(usize) -> bool,
    gaz: &Gazetteer,
) -> Option<Span> {
    // before: the farthest title from which every word leads on to the name
    let mut best: Option<Span> = None;
    // "المتحدث الرسمي باسم الرئاسة، السفير …": an office may stand before a rank, over one comma
    let mut comma = None;
    let mut i = from;
    while i > range.start && from - i < LONGEST {
        i -= 1;
        // نقلت الصحيفة المعارضة عن الممثلة …: the one quoted begins behind عن
        if doc.fold_of(i) == "عن" && best.is_some_and(|b| b.start == doc.tokens[i + 1].span.start) {
            break;
        }
        if comma.is_none()
            && matches!(doc.fold_of(i), "،" | ",")
            && best.is_some_and(|b| b.start == doc.tokens[i + 1].span.start)
        {
            comma = Some(i);
            continue;
        }
        if let Some((words, cut)) = title_at(doc, i, from, gaz) {
            // up to a form of address that was found already (المرشد الأعلى آية الله)
            let known =
                best.map(|b| doc.token_at(b.start)).filter(|k| is_religious(doc, *k, from, gaz)).unwrap_or(from);
            let goes_on =
                (i + words..known).all(|k| !person(k) && (comma == Some(k) || continues(doc, k, inside(k), gaz)));
            // محامي الرئيس الأميركي دونالد ترامب: the President is named, not his lawyer
            let others = words == 1
                && !doc.fold_of(i).starts_with("ال")
                && cut == 0
                && best.is_some_and(|b| b.start == doc.tokens[i + 1].span.start)
                && doc.fold_of(i + 1).starts_with("ال")
                // مستشار الرئيس للشؤون الأمنية: his own field follows
                && !(i + 2..from).any(|k| doc.fold_of(k).starts_with('ل'))
                && gaz.title(doc.fold_of(i + 1)).is_some_and(|t| matches!(t.class, "office" | "royal"));
            if goes_on && !others {
                best = Some(Span { start: doc.source_in_token(i, cut), end: doc.tokens[from - 1].span.end });
            }
        }
        if !continues(doc, i, inside(i), gaz) && best.is_none_or(|b| b.start > doc.tokens[i].span.start) {
            // an indefinite noun may still open the role (وزير, رئيس): only then go on
            if title_at(doc, i, from, gaz).is_none() {
                break;
            }
        }
    }
    // محامي ترامب: nobody's role beside him; نجل النائب فلان: the member of parliament is named
    while let Some(b) = best {
        let at = doc.token_at(b.start);
        if !is_of_another(doc.fold_of(at)) {
            break;
        }
        if at + 1 >= from {
            return None;
        }
        if title_at(doc, at + 1, from, gaz).is_none() {
            break;
        }
        best = Some(Span { start: doc.tokens[at + 1].span.start, end: b.end });
    }
    if let Some(b) = &mut best {
        // مساعد مفوض الشرطة: a deputy
        let at = doc.token_at(b.start);
        if at > range.start && doc.tokens[at].span.start == b.start && !doc.fold_of(at).starts_with("ال") {
            let word = doc.fold_of(at - 1);
            if DEPUTY.has(word) {
                b.start = doc.tokens[at - 1].span.start;
            }
        }
        // آية الله فلان، رئيس السلطة القضائية: an office says more than a form of address
        let address = matches!(class_at(doc, at, from, gaz), Some("religious" | "honorific" | "title"))
            && !(at..from).any(|k| is_office(doc, k, from, gaz));
        let comma = address && to + 1 < range.end && matches!(doc.fold_of(to), "،" | ",");
        let office = (comma && is_office(doc, to + 1, range.end, gaz))
            .then(|| after(doc, range, to, inside, person, gaz))
            .flatten();
        let of_next = |span: &Span| person(doc.token_at(span.end));
        return office.filter(|span| !of_next(span)).or(best);
    }
    after(doc, range, to, inside, person, gaz)
}

/// The class of the title that begins with a word.
fn class_at(doc: &Document, i: usize, end: usize, gaz: &Gazetteer) -> Option<&'static str> {
    let (words, cut) = title_at(doc, i, end, gaz)?;
    let key: Vec<&str> = (i..i + words).map(|k| doc.fold_of(k)).collect();
    (cut == 0).then(|| gaz.title(&key.join(" "))).flatten().map(|t| t.class)
}

/// Does the title of an office begin at a word?
fn is_office(doc: &Document, i: usize, end: usize, gaz: &Gazetteer) -> bool {
    class_at(doc, i, end, gaz) == Some("office")
}

/// Does a title of clerics begin at a word?
fn is_religious(doc: &Document, i: usize, end: usize, gaz: &Gazetteer) -> bool {
    class_at(doc, i, end, gaz) == Some("religious")
}

/// The role words behind a name: "…، الأمين العام ل…" or "… وزير الخارجية".
fn after(
    doc: &Document,
    range: std::ops::Range<usize>,
    to: usize,
    inside: &dyn Fn(usize) -> bool,
    person: &dyn Fn(usize) -> bool,
    gaz: &Gazetteer,
) -> Option<Span> {
    let mut i = to;
    let comma = i < range.end && matches!(doc.fold_of(i), "،" | "," | "-" | "(");
    if comma {
        i += 1;
    }
    if i >= range.end {
        return None;
    }
    let (words, cut) = title_at(doc, i, range.end, gaz)?;
    if cut > 0 {
        return None;
    }
    let mut end = i + words;
    while end < range.end && end - i < LONGEST && continues(doc, end, inside(end), gaz) {
        end += 1;
    }
    while end > i + words && JOINS.has(doc.fold_of(end - 1)) {
        end -= 1;
    }
    // انتقد سكولز المدير الفني للفريق جوزيه مورينيو: the role of the next name
    let definite = |k: usize| doc.fold_of(k).starts_with("ال") || doc.fold_of(k).starts_with("لل");
    let joined = (i..end).any(|k| JOINS.has(doc.fold_of(k)));
    if !comma && end < range.end && person(end) && definite(i) && definite(end - 1) && !joined {
        return None;
    }
    Some(doc.span_of(i, end))
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn roles(text: &str) -> Vec<(String, String)> {
        let doc = Document::from_text(text);
        let mentions = super::super::extract(&doc);
        let slice = |s| doc.slice(s).to_string();
        mentions.iter().filter_map(|m| Some((slice(m.span), slice(m.role?)))).collect()
    }

    #[test]
    fn the_president_is_named_and_not_his_lawyer() {
        let found = roles("صرح محامي الرئيس الأميركي دونالد ترامب لشبكة التلفزيون.");
        assert!(found.contains(&("دونالد ترامب".into(), "الرئيس الأميركي".into())), "{found:?}");
    }

    #[test]
    fn a_lawyer_of_somebody_is_not_that_somebody() {
        let found = roles("وقال رودي جيلياني، محامي ترامب، إن القضية انتهت.");
        assert!(found.iter().all(|f| f.0 != "ترامب"), "{found:?}");
        let found = roles("وصل نجل الرئيس التركي رجب طيب أردوغان إلى أنقرة.");
        assert!(found.contains(&("رجب طيب أردوغان".into(), "الرئيس التركي".into())), "{found:?}");
    }

    #[test]
    fn before_somebody_is_no_imam() {
        let found = roles("وخسرت سيرينا ويليامز أمام البريطانية جوهانا كونتا في الدور الأول.");
        assert!(found.iter().all(|f| !f.1.contains("أمام")), "{found:?}");
    }

    #[test]
    fn whom_a_speaker_told_is_no_part_of_the_role() {
        let found = roles("وقالت ماريا زاخاروفا المتحدثة باسم وزارة الخارجية للصحفيين في موسكو إن الحوار بدأ.");
        assert!(found.iter().all(|f| !f.1.contains("للصحفيين")), "{found:?}");
    }

    #[test]
    fn an_office_says_more_than_a_form_of_address() {
        let found = roles("وقال المرشد الأعلى للثورة الإيرانية، آية الله علي خامنئي، إن القرار خاطئ.");
        assert!(found.contains(&("علي خامنئي".into(), "المرشد الأعلى للثورة الإيرانية، آية الله".into())), "{found:?}");
        let found = roles("واستقبل الشيخ محمد بن راشد آل مكتوم، نائب رئيس الدولة، الوفد في دبي.");
        assert!(found.contains(&("محمد بن راشد آل مكتوم".into(), "نائب رئيس الدولة".into())), "{found:?}");
    }

    #[test]
    fn several_people_are_not_the_one_named() {
        assert!(roles("فاز لاعبو مورينيو أمس على تشيلسي.").is_empty());
    }
}
