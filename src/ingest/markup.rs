//! Markup seen as a flat run of tags and text: no tree, no recursion, linear whatever the nesting.

/// One thing in a run of markup.
#[derive(Debug, PartialEq)]
pub enum Event<'a> {
    /// Opening tag: lower-case name, attributes as written.
    Open(String, &'a str),
    /// Closing tag: lower-case name.
    Close(String),
    /// Text between tags, entities as written.
    Text(&'a str),
    /// Text inside `script`, `style`, `template`…: name of the element, its text.
    Raw(String, &'a str),
}

/// Elements whose content is not markup.
const RAW: [&str; 6] = ["script", "style", "noscript", "template", "textarea", "iframe"];

/// Elements that begin a new line of text.
const BLOCKS: [&str; 36] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "td",
    "th",
    "section",
    "article",
    "blockquote",
    "header",
    "footer",
    "nav",
    "aside",
    "main",
    "figure",
    "figcaption",
    "hr",
    "dd",
    "dt",
    "dl",
    "pre",
    "form",
    "title",
    "body",
    "option",
    "address",
];

/// Elements without end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Walks markup.
pub struct Events<'a> {
    text: &'a str,
    at: usize,
    raw: Option<String>,
}

/// Events of a markup text.
pub fn events(text: &str) -> Events<'_> {
    Events { text, at: 0, raw: None }
}

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            if self.at >= bytes.len() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                let end = find_close(self.text, self.at, &name);
                let inner = &self.text[self.at..end];
                self.at = end;
                return Some(Event::Raw(name, inner));
            }
            if bytes[self.at] != b'<' || !tag_follows(&bytes[self.at + 1..]) {
                let from = self.at;
                let mut to = from + usize::from(bytes[from] == b'<');
                loop {
                    match memchr::memchr(b'<', &bytes[to..]) {
                        Some(i) if tag_follows(&bytes[to + i + 1..]) => {
                            to += i;
                            break;
                        }
                        Some(i) => to += i + 1,
                        None => {
                            to = bytes.len();
                            break;
                        }
                    }
                }
                self.at = to;
                return Some(Event::Text(&self.text[from..to]));
            }
            let rest = &self.text[self.at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                self.at = comment.find("-->").map_or(bytes.len(), |i| self.at + 4 + i + 3);
                continue;
            }
            if let Some(data) = rest.strip_prefix("<![CDATA[") {
                let end = data.find("]]>").unwrap_or(data.len());
                self.at = (self.at + 9 + end + 3).min(bytes.len());
                return Some(Event::Text(&data[..end]));
            }
            let end = tag_end(rest);
            let inside = &rest[1..end];
            self.at += (end + 1).min(rest.len());
            if inside.starts_with(['!', '?']) {
                continue;
            }
            if let Some(name) = inside.strip_prefix('/') {
                return Some(Event::Close(tag_name(name)));
            }
            let name = tag_name(inside);
            let attributes = inside.get(name.len()..).unwrap_or("");
            if RAW.contains(&name.as_str()) && !attributes.ends_with('/') {
                self.raw = Some(name.clone());
            }
            return Some(Event::Open(name, attributes));
        }
    }
}

fn tag_follows(after: &[u8]) -> bool {
    after.first().is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
}

fn tag_name(s: &str) -> String {
    s.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_'))
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Offset of the `>` that ends the tag at the start of `rest`, quoted attributes respected.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (i, b) in rest.bytes().enumerate() {
        match (quote, b) {
            (None, b'>') => return i,
            (None, b'"' | b'\'') if rest[..i].ends_with(['=', ' ', '\n', '\t']) => quote = Some(b),
            (Some(q), b) if q == b => quote = None,
            _ => {}
        }
        // A quotation mark that never closes would swallow the page.
        if i > 20_000 && quote.is_some() {
            return rest.find('>').unwrap_or(rest.len());
        }
    }
    rest.find('>').unwrap_or(rest.len())
}

fn find_close(text: &str, from: usize, name: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(i) = memchr::memmem::find(&bytes[at..], b"</") {
        let start = at + i;
        let after = &bytes[start + 2..];
        if after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return start;
        }
        at = start + 2;
    }
    text.len()
}

/// An attribute's value, entities decoded; `None` when the tag has no such attribute.
pub fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c == '=' || c.is_whitespace() || c == '/').unwrap_or(rest.len());
        if rest.is_empty() {
            return None;
        }
        let (key, after) = rest.split_at(end.max(rest.chars().next().map_or(1, char::len_utf8)));
        let after = after.trim_start();
        let (value, next) = match after.strip_prefix('=') {
            Some(v) => {
                let v = v.trim_start();
                match v.chars().next() {
                    Some(q @ ('"' | '\'')) => {
                        let inner = &v[1..];
                        let close = inner.find(q).unwrap_or(inner.len());
                        (&inner[..close], inner.get(close + 1..).unwrap_or(""))
                    }
                    _ => {
                        let close = v.find(char::is_whitespace).unwrap_or(v.len());
                        v.split_at(close)
                    }
                }
            }
            None => ("", after),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(decode(value));
        }
        rest = next;
    }
}

/// Depth of nesting: the most elements open at once, end tags that match nothing ignored.
pub fn depth(text: &str) -> usize {
    let (mut open, mut most) = (0usize, 0usize);
    for event in events(text) {
        match event {
            Event::Open(name, attributes) => {
                if !VOID.contains(&name.as_str()) && !attributes.ends_with('/') {
                    open += 1;
                    most = most.max(open);
                }
                // Elements that end by themselves.
                if matches!(name.as_str(), "p" | "li" | "td" | "tr" | "th" | "option" | "dd" | "dt") {
                    open = open.saturating_sub(1);
                }
            }
            Event::Close(name)
                if !matches!(name.as_str(), "p" | "li" | "td" | "tr" | "th" | "option" | "dd" | "dt") =>
            {
                open = open.saturating_sub(1);
            }
            _ => {}
        }
    }
    most
}

/// The visible text, a line a block, spaces collapsed. Elements named in `skip` are left out with what they hold.
pub fn flatten(html: &str, skip: &[&str]) -> String {
    let mut out = Lines::default();
    let mut skipping: Option<(String, usize)> = None;
    for event in events(html) {
        match (&mut skipping, event) {
            (Some((name, n)), Event::Open(open, a)) if *name == open && !a.ends_with('/') => *n += 1,
            (Some((name, n)), Event::Close(close)) if *name == close => {
                *n -= 1;
                if *n == 0 {
                    skipping = None;
                    out.end_line();
                }
            }
            (Some(_), _) => {}
            (None, Event::Open(name, a)) => {
                if BLOCKS.contains(&name.as_str()) {
                    out.end_line();
                }
                if skip.contains(&name.as_str()) && !a.ends_with('/') {
                    skipping = Some((name, 1));
                }
            }
            (None, Event::Close(name)) if BLOCKS.contains(&name.as_str()) => out.end_line(),
            (None, Event::Close(_)) => {}
            (None, Event::Text(t)) => out.text(t),
            (None, Event::Raw(..)) => {}
        }
    }
    out.end_line();
    out.done.join("\n")
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
}

impl Lines {
    fn text(&mut self, t: &str) {
        for c in decode(t).chars() {
            if c.is_whitespace() {
                if !self.line.is_empty() && !self.line.ends_with(' ') {
                    self.line.push(' ');
                }
            } else {
                self.line.push(c);
            }
        }
    }
    fn end_line(&mut self) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            self.done.push(line.to_string());
        }
        self.line.clear();
    }
}

const ENTITIES: [(&str, &str); 28] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("bdquo", "„"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("zwnj", "\u{200c}"),
    ("zwj", "\u{200d}"),
    ("lrm", "\u{200e}"),
    ("rlm", "\u{200f}"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("euro", "€"),
    ("pound", "£"),
    ("deg", "°"),
    ("shy", "\u{ad}"),
];

/// Character references replaced; an `&` that begins none stays.
pub fn decode(s: &str) -> String {
    if !s.contains('&') {
        return s.to_string();
    }
    let mut out = String::with_capacity(s.len());
    let mut rest = s;
    while let Some(i) = rest.find('&') {
        out.push_str(&rest[..i]);
        rest = &rest[i..];
        let found = rest.char_indices().take(12).find(|(_, c)| *c == ';').and_then(|(end, _)| {
            let name = &rest[1..end];
            let value = match name.strip_prefix('#') {
                Some(n) => {
                    let code = match n.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => n.parse().ok(),
                    };
                    code.and_then(char::from_u32).filter(|c| *c != '\0').map(String::from)
                }
                None => ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_string()),
            };
            value.map(|v| (v, end + 1))
        });
        match found {
            Some((value, used)) => {
                out.push_str(&value);
                rest = &rest[used..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_blocks_without_scripts() {
        let html =
            "<p>قال <b>الوزير</b>:</p><script>if (a<b) {}</script><p>نعم &amp; لا<br>ثم &laquo;كذا&raquo;</p>a < b";
        assert_eq!(flatten(html, &[]), "قال الوزير:\nنعم & لا\nثم «كذا»\na < b");
        assert_eq!(flatten("<p>a</p><aside>b<aside>c</aside></aside><p>d</p>", &["aside"]), "a\nd");
    }

    #[test]
    fn attributes_quoted_and_bare() {
        assert_eq!(attribute(" property=\"og:title\" content='a > b'", "content").as_deref(), Some("a > b"));
        assert_eq!(attribute(" rel=canonical href=x/y ", "href").as_deref(), Some("x/y"));
        assert_eq!(attribute(" disabled", "href"), None);
    }

    #[test]
    fn ampersand_alone_stays() {
        assert_eq!(decode("A & B &foo; &#1575; &#x200f;"), "A & B &foo; ا \u{200f}");
    }

    #[test]
    fn depth_counts_open_elements() {
        assert_eq!(depth("<div><div><br><p>a<p>b</div></div>"), 3);
        assert_eq!(depth(&"<div>".repeat(50_000)), 50_000);
    }
}
