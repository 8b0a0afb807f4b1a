//! muqabala.toml: outlets with their aliases, domains and zones; thresholds; column names.
//!
//! ```toml
//! [[outlets]]
//! name = "صدى المشرق"
//! aliases = ["sada", "صدى"]
//! domains = ["sada-mashriq.example"]
//! zone = "Asia/Beirut"            # or a fixed offset such as "+03:00"
//!
//! [columns]                        # field = "column of your tables"
//! text = "body_column"
//!
//! [thresholds]                     # rows below are left out of the tables
//! matches = 0.0
//! contradictions = 0.0
//! dating = 0.0
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};

/// Name of the file that is looked for in the working folder and above.
pub const FILE_NAME: &str = "muqabala.toml";

/// What muqabala.toml says.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Outlets with other names, domains and zone.
    pub outlets: Vec<OutletEntry>,
    /// Field → column of the inputs.
    pub columns: BTreeMap<String, String>,
    /// Least score or confidence of a row.
    pub thresholds: Thresholds,
}

/// One outlet of the configuration.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutletEntry {
    /// The name that the tables show.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Domains; subdomains are included.
    pub domains: Vec<String>,
    /// IANA name or fixed offset of the outlet's local time.
    pub zone: Option<String>,
}

/// Rows below these are left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// `score` in matches.csv.
    pub matches: f64,
    /// `confidence` in contradictions.csv.
    pub contradictions: f64,
    /// `confidence` in dating.csv.
    pub dating: f64,
}

impl Config {
    /// Reads a configuration file.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, has an unknown key, or names an unknown zone.
    pub fn load(path: &Path) -> Result<Config> {
        let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot read", path.display()))?;
        Config::parse(&text).with_context(|| format!("{}: not a usable configuration", path.display()))
    }

    /// Reads configuration text.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn parse(text: &str) -> Result<Config> {
        let config: Config = toml::from_str(text)?;
        for outlet in &config.outlets {
            if outlet.name.trim().is_empty() {
                bail!("an outlet has no name");
            }
            if let Some(z) = &outlet.zone {
                zone(z).with_context(|| format!("outlet \"{}\"", outlet.name))?;
            }
        }
        Ok(config)
    }

    /// The nearest muqabala.toml in `folder` or above it.
    pub fn discover(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|f| f.join(FILE_NAME)).find(|p| p.is_file())
    }
}

/// A zone from its IANA name or from a fixed offset such as `+03:00`.
///
/// # Errors
/// When it is neither.
pub fn zone(name: &str) -> Result<TimeZone> {
    let name = name.trim();
    if let Some(sign) = name.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let digits = &name[1..];
        let (h, m) = match digits.split_once(':') {
            Some(parts) => parts,
            None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
            None => (digits, "0"),
        };
        let (h, m): (i32, i32) = (h.parse()?, m.parse()?);
        if !(0..=18).contains(&h) || !(0..60).contains(&m) {
            bail!("\"{name}\" is not an offset");
        }
        let minutes = h * 60 + m;
        let seconds = if sign == '-' { -minutes } else { minutes } * 60;
        return Ok(TimeZone::fixed(Offset::from_seconds(seconds)?));
    }
    TimeZone::get(name).with_context(|| format!("unknown zone \"{name}\"; give an IANA name or an offset"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_outlets_columns_and_thresholds() {
        let c = Config::parse(
            "[[outlets]]\nname = \"أ\"\naliases = [\"a\"]\ndomains = [\"a.example\"]\nzone = \"+03:00\"\n[columns]\ntext = \"b\"\n[thresholds]\ndating = 0.5\n",
        )
        .unwrap();
        assert_eq!(c.outlets[0].aliases, ["a"]);
        assert_eq!(c.columns["text"], "b");
        assert_eq!(c.thresholds.dating, 0.5);
    }

    #[test]
    fn unknown_keys_and_zones_are_refused() {
        assert!(Config::parse("[thresholds]\nfoo = 1\n").is_err());
        assert!(Config::parse("[[outlets]]\nname = \"a\"\nzone = \"Mars/Olympus\"\n").is_err());
    }
}
