//! Saved pages → article: JSON-LD first, then meta tags; the main text from the page itself, without menus, related
//! stories, share lines and comments.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use serde_json::Value;

use super::markup::{self, Event, attribute, events, flatten};

/// What a page says.
#[derive(Debug, Default, Clone)]
pub struct Page {
    /// Headline.
    pub title: String,
    /// Main text, a line a paragraph.
    pub text: String,
    /// Canonical address.
    pub url: String,
    /// Publication time as written.
    pub published: String,
    /// Outlet.
    pub outlet: String,
    /// Author.
    pub author: String,
    /// Section.
    pub section: String,
    /// Something that had to be repaired.
    pub repaired: Option<String>,
}

/// Deeper pages are read without a tree: the tree's own walks are recursive. Real pages stay below 100.
const MOST_DEPTH: usize = 200;
/// Larger pages likewise, for time.
const MOST_BYTES: usize = 20 << 20;
/// A main text below this many characters is doubted and other places are asked.
const SHORT: usize = 140;
/// A pruned element may hold at most this share of a page's paragraph text: nobody's article is called "related".
const PRUNE_SHARE: f64 = 0.4;

/// What is no article text, by element, role or a word in class or id.
const PRUNE: &str = "script, style, noscript, template, iframe, form, button, nav, footer, aside, figcaption, time, \
    [role=navigation], [role=complementary], [role=contentinfo], [aria-hidden=true], \
    [class*=related], [id*=related], [class*=comment], [id*=comment], [class*=share], [id*=share], [class*=sharing], \
    [class*=social], [class*=most-read], [class*=mostread], [class*=trending], [class*=newsletter], [class*=subscribe], \
    [class*=breadcrumb], [class*=byline], [class*=author], [class*=advert], [class*=promo], [class*=recommend], \
    [class*=read-more], [class*=readmore], [class*=also-read], [class*=donat], [class*=tags], [class*=cookie]";

/// Reads a page. The text is empty when none is found.
pub fn read(html: &str) -> Page {
    let meta = Meta::collect(html);
    let linked = meta.linked_data();
    let first = |options: &[&str]| options.iter().map(|s| s.trim()).find(|s| !s.is_empty()).unwrap_or("").to_string();
    let m = |name: &str| meta.get(name);
    let mut page = Page {
        title: first(&[&linked.title, m("og:title"), m("twitter:title"), &meta.h1, &meta.title]),
        url: first(&[&linked.url, &meta.canonical, m("og:url"), m("twitter:url"), &meta.saved_from]),
        published: first(&[
            &linked.published,
            m("article:published_time"),
            m("og:article:published_time"),
            m("datepublished"),
            m("parsely-pub-date"),
            m("publishdate"),
            m("pubdate"),
            m("dc.date.issued"),
            m("dc.date"),
            m("date"),
            &meta.time,
        ]),
        outlet: first(&[&linked.outlet, m("og:site_name"), m("application-name"), m("publisher"), m("dc.publisher")]),
        author: first(&[&linked.author, m("author"), m("article:author"), m("dc.creator")]),
        section: first(&[&linked.section, m("article:section")]),
        ..Page::default()
    };
    if !super::outlet::is_url(&page.url) {
        page.url.clear();
    }
    if super::outlet::is_url(&page.author) {
        page.author.clear();
    }
    let depth = markup::depth(html);
    let mut text = if depth > MOST_DEPTH || html.len() > MOST_BYTES {
        page.repaired =
            Some(format!("page nests {depth} elements deep or is very long; text taken without its layout"));
        String::new()
    } else {
        main_text(html)
    };
    if text.chars().count() < SHORT {
        let paragraphs = body_of(&linked.body);
        let flat = plain_text(html);
        for other in [paragraphs, flat] {
            if other.chars().count() > text.chars().count() {
                text = other;
            }
        }
    }
    page.text = without_title(&text, &page.title);
    page
}

/// The main text by the tree.
fn main_text(html: &str) -> String {
    let document = Document::from(html);
    let total = document.select("p").nodes().iter().map(|n| n.text().chars().count()).sum::<usize>().max(1);
    if let Some(noise) = document.try_select(PRUNE) {
        for node in noise.nodes() {
            let inside = dom_query::Selection::from(*node)
                .select("p")
                .nodes()
                .iter()
                .map(|n| n.text().chars().count())
                .sum::<usize>();
            if (inside as f64) < PRUNE_SHARE * total as f64 {
                node.remove_from_parent();
            }
        }
    }
    let config = Config { text_mode: TextMode::Raw, disable_json_ld: true, char_threshold: 200, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else { return String::new() };
    match reader.parse() {
        Ok(article) => flatten(&article.content, &[]),
        Err(_) => String::new(),
    }
}

/// The text of `article` or `main`, else of all paragraphs, without a tree.
fn plain_text(html: &str) -> String {
    let skip = ["nav", "footer", "aside", "header", "form", "button", "figure", "head", "select", "title"];
    for name in ["article", "main"] {
        if let Some(inner) = element(html, name) {
            let text = flatten(inner, &skip);
            if text.chars().count() >= SHORT {
                return text;
            }
        }
    }
    let all = flatten(html, &skip);
    // A paragraph ends in a full stop or is long; menus are neither.
    let kept: Vec<&str> = all
        .lines()
        .filter(|l| {
            l.chars().count() >= 60 || (l.split_whitespace().count() > 4 && l.ends_with(['.', '؟', '!', '"', '»', '”']))
        })
        .collect();
    if kept.is_empty() { all } else { kept.join("\n") }
}

/// What the first element of that name holds.
fn element<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let lower = html.to_ascii_lowercase();
    let open = lower
        .match_indices(&format!("<{name}"))
        .find(|(i, m)| lower[i + m.len()..].starts_with(|c: char| c == '>' || c.is_whitespace()))?;
    let start = open.0 + lower[open.0..].find('>')? + 1;
    let end = lower[start..].rfind(&format!("</{name}")).map_or(html.len(), |i| start + i);
    Some(&html[start..end])
}

/// `articleBody` as lines.
fn body_of(body: &str) -> String {
    if body.contains('<') && body.contains('>') { flatten(body, &[]) } else { body.trim().to_string() }
}

/// A first line that repeats the headline is dropped: the headline is put in front of the text anyway.
fn without_title(text: &str, title: &str) -> String {
    let bare = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.split_once('\n') {
        Some((first, rest)) if !title.is_empty() && bare(first) == bare(title) => rest.to_string(),
        _ => text.to_string(),
    }
}

/// Head of a page.
#[derive(Debug, Default)]
struct Meta {
    named: Vec<(String, String)>,
    scripts: Vec<String>,
    canonical: String,
    title: String,
    h1: String,
    time: String,
    saved_from: String,
}

#[derive(Debug, Default)]
struct Linked {
    title: String,
    url: String,
    published: String,
    outlet: String,
    author: String,
    section: String,
    body: String,
}

impl Meta {
    fn collect(html: &str) -> Meta {
        let mut meta = Meta::default();
        let mut inside: Option<String> = None;
        let mut ld = false;
        for event in events(html) {
            match event {
                Event::Open(name, a) => match name.as_str() {
                    "meta" => {
                        let key = ["property", "name", "itemprop"].iter().find_map(|k| attribute(a, k));
                        if let (Some(key), Some(value)) = (key, attribute(a, "content")) {
                            meta.named.push((key.trim().to_ascii_lowercase(), value));
                        }
                    }
                    "link"
                        if meta.canonical.is_empty()
                            && attribute(a, "rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) =>
                    {
                        meta.canonical = attribute(a, "href").unwrap_or_default();
                    }
                    "time" if meta.time.is_empty() => meta.time = attribute(a, "datetime").unwrap_or_default(),
                    "script" => {
                        ld = attribute(a, "type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
                    }
                    "title" if meta.title.is_empty() => inside = Some(name),
                    "h1" if meta.h1.is_empty() => inside = Some(name),
                    _ => {}
                },
                Event::Close(name) => {
                    if inside.as_deref() == Some(name.as_str()) {
                        inside = None;
                    }
                }
                Event::Text(t) => match inside.as_deref() {
                    Some("title") => meta.title.push_str(&markup::decode(t)),
                    Some("h1") => meta.h1.push_str(&markup::decode(t)),
                    _ => {}
                },
                Event::Raw(name, inner) => {
                    if name == "script" && ld {
                        meta.scripts.push(inner.to_string());
                    }
                }
            }
        }
        meta.h1 = meta.h1.split_whitespace().collect::<Vec<_>>().join(" ");
        meta.title = meta.title.split_whitespace().collect::<Vec<_>>().join(" ");
        // SingleFile and browsers write the address into a comment at the top.
        let head = &html[..html.char_indices().nth(1500).map_or(html.len(), |(i, _)| i)];
        if let Some(i) = head
            .find("url: http")
            .map(|i| i + 5)
            .or_else(|| head.find("saved from url=").and_then(|i| head[i..].find("http").map(|j| i + j)))
        {
            meta.saved_from = head[i..].split_whitespace().next().unwrap_or("").to_string();
        }
        meta
    }

    fn get(&self, name: &str) -> &str {
        self.named.iter().find(|(k, v)| k == name && !v.trim().is_empty()).map_or("", |(_, v)| v)
    }

    /// The article among the page's linked data, in `@graph` or not.
    fn linked_data(&self) -> Linked {
        let mut best: Option<(usize, Value)> = None;
        for script in &self.scripts {
            let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
            let script = script.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
            let Ok(value) = serde_json::from_str::<Value>(script) else { continue };
            let mut found = Vec::new();
            nodes(&value, 0, &mut found);
            for node in found {
                let rank = article_rank(node);
                if rank > 0 && best.as_ref().is_none_or(|(r, _)| rank > *r) {
                    best = Some((rank, node.clone()));
                }
            }
        }
        let Some((_, node)) = best else { return Linked::default() };
        let s = |k: &str| node.get(k).map(text_of).unwrap_or_default();
        Linked {
            title: markup::decode(&s("headline")),
            url: [s("url"), s("mainEntityOfPage"), s("@id")]
                .into_iter()
                .find(|u| super::outlet::is_url(u))
                .unwrap_or_default(),
            published: [s("datePublished"), s("dateCreated")].into_iter().find(|d| !d.is_empty()).unwrap_or_default(),
            outlet: [s("publisher"), s("sourceOrganization")].into_iter().find(|o| !o.is_empty()).unwrap_or_default(),
            author: s("author"),
            section: s("articleSection"),
            body: s("articleBody"),
        }
    }
}

fn nodes<'a>(value: &'a Value, depth: usize, out: &mut Vec<&'a Value>) {
    if depth > 6 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|v| nodes(v, depth + 1, out)),
        Value::Object(object) => {
            out.push(value);
            if let Some(graph) = object.get("@graph") {
                nodes(graph, depth + 1, out);
            }
            if let Some(main) = object.get("mainEntity") {
                nodes(main, depth + 1, out);
            }
        }
        _ => {}
    }
}

/// 0 for what is no article.
fn article_rank(node: &Value) -> usize {
    let rank = |t: &str| match t.rsplit('/').next().unwrap_or(t) {
        "NewsArticle" | "ReportageNewsArticle" | "AnalysisNewsArticle" | "BackgroundNewsArticle" => 4,
        "LiveBlogPosting" | "OpinionNewsArticle" | "ReviewNewsArticle" => 3,
        "Article" | "BlogPosting" | "Report" | "SocialMediaPosting" => 2,
        "WebPage" if node.get("headline").is_some() || node.get("datePublished").is_some() => 1,
        _ => 0,
    };
    match node.get("@type") {
        Some(Value::String(t)) => rank(t),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(rank).max().unwrap_or(0),
        _ => 0,
    }
}

/// A value as words: itself, its name, its address, or those of its elements joined.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(s) => s.trim().to_string(),
        Value::Array(list) => {
            let parts: Vec<String> =
                list.iter().filter(|v| !v.is_array()).map(text_of).filter(|s| !s.is_empty()).collect();
            parts.join("; ")
        }
        Value::Object(object) => ["name", "@id", "url", "@value"]
            .iter()
            .find_map(|k| object.get(*k).and_then(Value::as_str))
            .unwrap_or("")
            .to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "أعلن وزير النقل أمس أن العمل في الجسر الجديد بدأ فعلا، وأن الشركة المنفذة ستنجزه خلال عامين كاملين من الآن.";

    fn page(head: &str, body: &str) -> Page {
        read(&format!("<html><head>{head}</head><body>{body}</body></html>"))
    }

    #[test]
    fn linked_data_comes_before_meta_tags() {
        let p = page(
            "<meta property='og:title' content='من الوسم'><meta property='og:site_name' content='أ'>\
             <script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},\
             {\"@type\":[\"NewsArticle\"],\"headline\":\"من البيانات\",\"datePublished\":\"2025-01-02T03:04:05Z\",\
             \"publisher\":{\"name\":\"ب\"},\"author\":[{\"name\":\"س\"},{\"name\":\"ع\"}]}]}</script>",
            &format!("<article><p>{BODY}</p><p>{BODY} ثانيا</p></article>"),
        );
        assert_eq!((p.title.as_str(), p.outlet.as_str(), p.author.as_str()), ("من البيانات", "ب", "س; ع"));
        assert_eq!(p.published, "2025-01-02T03:04:05Z");
        assert!(p.text.starts_with(BODY));
    }

    #[test]
    fn related_stories_and_comments_stay_out() {
        let p = page(
            "<title>خبر</title>",
            &format!(
                "<nav><a>رياضة</a></nav><article><h1>خبر</h1><p>{BODY}</p><aside class='related'><p>مقتل 75</p></aside><p>{BODY} \
                 وأيضا</p><div class='share'>شارك</div></article><div id='comments'><p>تعليق</p></div><footer>حقوق</footer>"
            ),
        );
        assert_eq!(p.text, format!("{BODY}\n{BODY} وأيضا"));
    }

    #[test]
    fn deep_nesting_is_read_without_a_tree() {
        let p = page("<title>خبر</title>", &format!("{}<p>{BODY}</p>", "<div>".repeat(100_000)));
        assert!(p.text.contains(BODY));
        assert!(p.repaired.is_some());
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(read("").text, "");
        assert_eq!(read("<html><body></body></html>").text, "");
        let _ = read("<<<>>><!--<a href='");
    }
}
