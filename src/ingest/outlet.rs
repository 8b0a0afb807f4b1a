//! Outlet names: aliases and domains of the configuration; else the name as given, or the domain of the address.

use jiff::tz::TimeZone;
use rustc_hash::FxHashMap;

use crate::config::{self, Config};
use crate::text::fold::fold;

/// Outlets by every name that they go by.
#[derive(Debug, Default, Clone)]
pub struct Outlets {
    names: Vec<(String, Option<TimeZone>)>,
    by_name: FxHashMap<String, usize>,
    by_domain: FxHashMap<String, usize>,
}

impl Outlets {
    /// From the configuration; the first entry wins where two claim one name.
    pub fn new(config: &Config) -> Outlets {
        let mut out = Outlets::default();
        for entry in &config.outlets {
            let index = out.names.len();
            let zone = entry.zone.as_deref().and_then(|z| config::zone(z).ok());
            out.names.push((entry.name.clone(), zone));
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                out.by_name.entry(key(name)).or_insert(index);
            }
            for domain in &entry.domains {
                out.by_domain.entry(bare_domain(domain).to_string()).or_insert(index);
            }
        }
        out
    }

    /// The name to show and the zone, from what the input calls the outlet and from the address (either may be empty).
    /// A configured domain beats a name that the configuration does not know.
    pub fn resolve(&self, given: &str, url: &str) -> (String, Option<&TimeZone>) {
        let given = given.trim();
        let host = host_of(url).unwrap_or_default();
        let known = self
            .by_name
            .get(&key(given))
            .or_else(|| is_domain(given).then(|| self.domain(&given.to_ascii_lowercase())).flatten())
            .or_else(|| self.domain(&host));
        if let Some(&i) = known {
            return (self.names[i].0.clone(), self.names[i].1.as_ref());
        }
        if !given.is_empty() {
            let shown = if is_domain(given) { bare_domain(given).to_ascii_lowercase() } else { given.to_string() };
            return (shown, None);
        }
        (bare_domain(&host).to_string(), None)
    }

    fn domain(&self, host: &str) -> Option<&usize> {
        let mut rest = bare_domain(host);
        loop {
            if let Some(i) = self.by_domain.get(rest) {
                return Some(i);
            }
            rest = rest.split_once('.')?.1;
        }
    }
}

fn key(name: &str) -> String {
    fold(&name.trim().to_lowercase())
}

/// True for what reads as an address (`https://…`, `www.…`).
pub fn is_url(s: &str) -> bool {
    let s = s.trim();
    (s.starts_with("http://") || s.starts_with("https://") || s.starts_with("www.")) && !s.contains(char::is_whitespace)
}

/// True for a bare domain name.
pub fn is_domain(s: &str) -> bool {
    let s = s.trim();
    let Some((_, last)) = s.rsplit_once('.') else { return false };
    s.len() <= 253
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic())
        && s.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

/// Host of an address, lower case, without port.
pub fn host_of(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url.split_once("://").map(|(_, r)| r).or_else(|| url.starts_with("www.").then_some(url))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_lowercase())
}

fn bare_domain(domain: &str) -> &str {
    let d = domain.trim();
    for prefix in ["www.", "m.", "amp."] {
        if let Some(rest) = d.strip_prefix(prefix)
            && rest.contains('.')
        {
            return rest;
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outlets() -> Outlets {
        Outlets::new(
            &Config::parse("[[outlets]]\nname = \"الأولى\"\naliases = [\"One\", \"الاولي\"]\ndomains = [\"one.example\"]\nzone = \"Africa/Cairo\"\n")
                .unwrap(),
        )
    }

    #[test]
    fn aliases_and_domains_lead_to_one_name() {
        let o = outlets();
        for (given, url) in [
            ("one", ""),
            ("الأولى", ""),
            ("ONE", "https://other.example/x"),
            ("", "https://www.one.example/x"),
            ("", "http://ar.one.example:80/x"),
            ("www.one.example", ""),
        ] {
            let (name, zone) = o.resolve(given, url);
            assert_eq!(name, "الأولى", "{given} {url}");
            assert!(zone.is_some());
        }
    }

    #[test]
    fn unknown_outlets_keep_their_name_or_show_their_domain() {
        let o = outlets();
        assert_eq!(o.resolve("جريدة", "https://x.example/a").0, "جريدة");
        assert_eq!(o.resolve("", "https://www.x.example/a").0, "x.example");
        assert_eq!(o.resolve("", "").0, "");
    }
}
