//! Bytes → text: byte order mark, declared charset, UTF-8, UTF-16 without a mark, then a guess in which an Arabic
//! reading counts.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// Text and how it was got.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// Name of the charset.
    pub charset: &'static str,
    /// Number of places that could not be read and became U+FFFD.
    pub broken: usize,
}

/// The guess looks at this much.
const GUESS_BYTES: usize = 64 * 1024;
/// UTF-8 with fewer broken places than one in this many bytes is UTF-8 with an accident, not another charset.
const ACCIDENT: usize = 200;
/// Share of control characters above which a file is no text.
const BINARY_SHARE: f64 = 0.02;

/// Decodes; `None` when the bytes are no text at all (images, archives, noise). Linear.
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    if let Some((encoding, skip)) = Encoding::for_bom(&bytes) {
        if encoding == UTF_8 {
            return utf8(bytes, skip);
        }
        return finish(&bytes[skip..], encoding);
    }
    if std::str::from_utf8(&bytes).is_ok() {
        return utf8(bytes, 0);
    }
    if let Some(encoding) = utf16_without_mark(&bytes) {
        return finish(&bytes, encoding);
    }
    if let Some(encoding) = declared(&bytes)
        && encoding != UTF_8
    {
        return finish(&bytes, encoding);
    }
    let lossy = String::from_utf8_lossy(&bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let multibyte = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if broken * ACCIDENT < bytes.len().max(ACCIDENT * 2) && multibyte > broken * 4 {
        let text = lossy.into_owned();
        return (!is_binary(&text)).then_some(Decoded { text, charset: "UTF-8", broken });
    }
    finish(&bytes, guess(&bytes))
}

fn utf8(mut bytes: Vec<u8>, skip: usize) -> Option<Decoded> {
    bytes.drain(..skip);
    let (text, broken) = match String::from_utf8(bytes) {
        Ok(text) => (text, 0),
        Err(e) => {
            let text = String::from_utf8_lossy(e.as_bytes()).into_owned();
            let broken = text.matches('\u{fffd}').count();
            (text, broken)
        }
    };
    (!is_binary(&text)).then_some(Decoded { text, charset: "UTF-8", broken })
}

fn finish(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let broken = text.matches('\u{fffd}').count();
    (!is_binary(&text)).then_some(Decoded { text, charset: encoding.name(), broken })
}

/// UTF-16 has every other byte nearly constant: 0 for ASCII, 6 for Arabic.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 8 {
        return None;
    }
    let high = |at: usize| head.iter().skip(at).step_by(2).filter(|b| matches!(**b, 0 | 6)).count() * 2;
    let (even, odd) = (high(0), high(1));
    let most = head.len() * 9 / 10;
    if odd >= most && even < most / 2 {
        Some(UTF_16LE)
    } else if even >= most && odd < most / 2 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// `charset=` or `encoding=` in the first two kilobytes of something that begins like markup.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2048)];
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = memchr::memmem::find(&lower, key.as_bytes())? + key.len();
        let rest = lower[at..].trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')))?;
        Encoding::for_label(&rest[..end])
    })
}

/// The charset whose reading looks most like Arabic, if one does, else what the detector says.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(GUESS_BYTES)];
    let arabic = [WINDOWS_1256, encoding_rs::ISO_8859_6]
        .map(|e| (arabic_likeness(&e.decode_without_bom_handling(head).0), e))
        .into_iter()
        .max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((likeness, encoding)) = arabic
        && likeness > 0.5
    {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// How much of what is not ASCII is common Arabic letters; 1 for clean Arabic, near 0.4 for noise.
/// Worked: Arabic press in windows-1256 0.95 and more; French in windows-1252 read so 0.3; random bytes 0.3.
fn arabic_likeness(text: &str) -> f64 {
    let (mut good, mut all) = (0usize, 0usize);
    let (mut alif_lam, mut letters) = (0usize, 0usize);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            all += 1;
            if matches!(c, '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{0652}' | '،' | '؛' | '؟' | '«' | '»' | '–' | '“' | '”' | '…')
            {
                good += 1;
            }
            if matches!(c, '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{064a}') {
                letters += 1;
                if before == 'ا' && c == 'ل' {
                    alif_lam += 1;
                }
            }
        }
        before = c;
    }
    // In Arabic prose the pair ا+ل is about one letter pair in fifteen; the wrong table scatters it.
    if all == 0 || letters < 20 || alif_lam * 100 < letters {
        return 0.0;
    }
    good as f64 / all as f64
}

fn is_binary(text: &str) -> bool {
    let (mut control, mut all) = (0usize, 0usize);
    for c in text.chars().take(65536) {
        all += 1;
        if (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')) || c == '\u{fffd}' {
            control += 1;
        }
    }
    // One NUL in a short file is an accident; two in a hundred characters are no text.
    control > 1 && control as f64 > BINARY_SHARE * all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعلن رئيس الوزراء في القاهرة اليوم أن الحكومة وقعت على الاتفاق الجديد، وقال إن «العمل» مستمر.";

    #[test]
    fn old_arabic_charset_is_seen() {
        let bytes = WINDOWS_1256.encode(TEXT).0.into_owned();
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.charset, "windows-1256");
        assert_eq!(decoded.text, TEXT);
    }

    #[test]
    fn utf16_with_and_without_mark() {
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [le.clone(), be.clone(), [vec![0xff, 0xfe], le].concat(), [vec![0xfe, 0xff], be].concat()] {
            assert_eq!(decode(bytes).unwrap().text, TEXT);
        }
    }

    #[test]
    fn one_broken_letter_does_not_change_the_charset() {
        let mut bytes = TEXT.repeat(10).into_bytes();
        bytes[40] = 0xff;
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.charset, "UTF-8");
        assert!(decoded.broken > 0);
    }

    #[test]
    fn noise_is_no_text() {
        let mut x = 12345u32;
        let noise: Vec<u8> = (0..5000)
            .map(|_| {
                x = x.wrapping_mul(1664525).wrapping_add(1013904223);
                (x >> 24) as u8
            })
            .collect();
        assert!(decode(noise).is_none());
    }
}
