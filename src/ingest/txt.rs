//! Plain text: the file is the text. YAML front matter is taken off; names of files and folders may say outlet and day.

use std::borrow::Cow;

use super::fields::Record;

/// Front matter is looked for in this many bytes.
const MOST_FRONT: usize = 16 * 1024;
/// A first line longer than this is a paragraph, not a headline.
const MOST_TITLE: usize = 250;

/// Splits YAML front matter off: its keys, and the text behind it untouched.
pub fn front_matter(text: &str) -> (Record<'_>, &str) {
    let mut record = Record::default();
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return (record, text) };
    let mut at = text.len() - rest.len();
    for line in rest.split_inclusive('\n') {
        at += line.len();
        let bare = line.trim_end();
        if matches!(bare, "---" | "...") {
            return if record.fields.is_empty() { (record, text) } else { (record, &text[at..]) };
        }
        if at > MOST_FRONT {
            break;
        }
        if bare.is_empty() || bare.starts_with('#') || bare.starts_with([' ', '\t', '-']) {
            continue;
        }
        let Some((key, value)) = bare.split_once(':') else { break };
        let value = value.trim();
        let value = match value.chars().next() {
            Some(q @ ('"' | '\'')) if value.len() > 1 && value.ends_with(q) => &value[1..value.len() - 1],
            _ => value,
        };
        let value = if value.contains("\\\"") { Cow::Owned(value.replace("\\\"", "\"")) } else { Cow::Borrowed(value) };
        record.fields.push((Cow::Borrowed(key.trim()), value));
    }
    (Record::default(), text)
}

/// The headline of a plain text: its first line that is not empty, unless that is a paragraph. Gives the line and the
/// offset of its end.
pub fn title_line(text: &str) -> Option<(&str, usize)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if !bare.is_empty() {
            let sentence = bare.ends_with('.') && bare.chars().count() > 100;
            let fits = bare.chars().count() <= MOST_TITLE && !sentence;
            return fits.then(|| (bare, at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// Day and outlet from `2024-03-12_outlet_slug` (also `20240312-outlet-slug`): day, outlet.
pub fn from_name(stem: &str) -> Option<(&str, &str)> {
    let file = stem.rsplit('/').next().unwrap_or(stem);
    let bytes = file.as_bytes();
    let digits = |r: std::ops::Range<usize>| bytes.get(r).is_some_and(|b| b.iter().all(u8::is_ascii_digit));
    let day_end = if digits(0..4)
        && bytes.get(4) == Some(&b'-')
        && digits(5..7)
        && bytes.get(7) == Some(&b'-')
        && digits(8..10)
    {
        10
    } else if digits(0..8) && !digits(8..9) {
        8
    } else {
        return None;
    };
    let rest = &file[day_end..];
    let separator = rest.chars().next()?;
    if !matches!(separator, '_' | '-') {
        return Some((&file[..day_end], ""));
    }
    let rest = &rest[1..];
    let outlet = rest.split(separator).next().unwrap_or("");
    // Without a slug behind it the word may as well be the slug: only the day is sure.
    Some((&file[..day_end], if outlet.len() < rest.len() { outlet } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_taken_off() {
        let (r, rest) = front_matter("---\ntitle: \"قال: \\\"نعم\\\"\"\nurl: https://a.example/x\n---\nنص\n");
        assert_eq!(rest, "نص\n");
        assert_eq!(r.fields[0].1, "قال: \"نعم\"");
        assert_eq!(r.fields[1].1, "https://a.example/x");
        assert_eq!(front_matter("---\nبلا مفتاح\n---\nنص").1, "---\nبلا مفتاح\n---\nنص");
        assert_eq!(front_matter("نص\n---\n").1, "نص\n---\n");
    }

    #[test]
    fn headline_is_the_first_line_unless_a_paragraph() {
        assert_eq!(title_line("\nعنوان\nنص"), Some(("عنوان", 1 + "عنوان".len())));
        assert_eq!(title_line(&"كلمة ".repeat(100)), None);
        assert_eq!(title_line("\n \n"), None);
    }

    #[test]
    fn names_of_files() {
        assert_eq!(from_name("a/2024-03-12_bbc_summit"), Some(("2024-03-12", "bbc")));
        assert_eq!(from_name("20240312-bbc-summit-1"), Some(("20240312", "bbc")));
        assert_eq!(from_name("2024-03-12_summit"), Some(("2024-03-12", "")));
        assert_eq!(from_name("000_6b6e"), None);
    }
}
