//! Files: walking folders, unpacking, telling formats apart, sidecar manifests.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::charset;

/// A file to read, with the name that tables show for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Path relative to the input root, with `/`.
    pub name: String,
    /// Where it is; `-` for standard input.
    pub path: PathBuf,
    /// Named by the user, not met in a folder: then its format is found out whatever it is called.
    pub explicit: bool,
}

/// What a walk met.
#[derive(Debug, Default)]
pub struct Walk {
    /// Files to read, sorted by name.
    pub files: Vec<Found>,
    /// What could not be opened: name and reason.
    pub unreadable: Vec<(String, String)>,
    /// Files in folders whose format is not read.
    pub aside: Vec<String>,
}

/// Formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text: one article.
    Txt,
    /// A saved page: one article.
    Html,
    /// JSON in any arrangement.
    Json,
    /// JSON lines.
    Jsonl,
    /// Delimited text.
    Csv,
    /// A workbook.
    Xlsx,
    /// TREC documents.
    Sgml,
}

impl Format {
    /// The word in the manifest.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Txt => "txt",
            Format::Html => "html",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Sgml => "sgml",
        }
    }
}

/// A file unpacked beyond this is cut: no newsroom's archive, more likely a bomb.
const MOST_UNPACKED: u64 = 3 << 30;

/// Sidecar files: they describe the articles beside them.
pub const SIDECARS: [&str; 2] = ["manifest.csv", "manifest.tsv"];

/// What lies in folders of saved pages and projects without being an article or worth a word.
const SILENT: [&str; 38] = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "avif", "woff", "woff2", "ttf",
    "otf", "eot", "mp3", "mp4", "webm", "ogg", "m4a", "mov", "md", "toml", "yaml", "yml", "log", "py", "sh", "rs",
    "lock", "ini", "cfg", "license", "ds_store", "db", "tmp",
];

/// Files below the inputs, sorted; the same file given twice is read once.
pub fn walk(inputs: &[PathBuf]) -> Walk {
    let mut out = Walk::default();
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            out.files.push(Found { name: "stdin".into(), path: input.clone(), explicit: true });
            continue;
        }
        match std::fs::metadata(input) {
            Ok(m) if m.is_dir() => folder(input, input, &mut seen, &mut out),
            Ok(m) if m.is_file() => {
                if seen.insert(canonical(input)) {
                    let name = input.file_name().map_or_else(|| shown(input), |n| n.to_string_lossy().into_owned());
                    out.files.push(Found { name, path: input.clone(), explicit: true });
                }
            }
            Ok(_) => out.files.push(Found { name: shown(input), path: input.clone(), explicit: true }),
            Err(e) => out.unreadable.push((shown(input), reason(&e))),
        }
    }
    out.files.sort();
    out.unreadable.sort();
    out.aside.sort();
    out
}

fn folder(root: &Path, at: &Path, seen: &mut BTreeSet<PathBuf>, out: &mut Walk) {
    // A link back up would never end.
    if !seen.insert(canonical(at)) {
        return;
    }
    let name = |p: &Path| {
        let relative = p.strip_prefix(root).unwrap_or(p);
        if relative.as_os_str().is_empty() { shown(root) } else { shown(relative) }
    };
    let entries = match std::fs::read_dir(at) {
        Ok(entries) => entries,
        Err(e) => {
            out.unreadable.push((name(at), reason(&e)));
            return;
        }
    };
    for entry in entries {
        let path = match entry {
            Ok(e) => e.path(),
            Err(e) => {
                out.unreadable.push((name(at), reason(&e)));
                continue;
            }
        };
        let file_name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if file_name.starts_with('.') {
            continue;
        }
        match std::fs::metadata(&path) {
            // What a browser saves beside PAGE.html.
            Ok(m) if m.is_dir() => {
                let saved = file_name
                    .strip_suffix("_files")
                    .is_some_and(|stem| ["html", "htm"].iter().any(|e| at.join(format!("{stem}.{e}")).is_file()));
                if !saved {
                    folder(root, &path, seen, out);
                }
            }
            Ok(m) if m.is_file() => {
                if format_by_name(&file_name).is_some() {
                    if seen.insert(canonical(&path)) {
                        out.files.push(Found { name: name(&path), path, explicit: false });
                    }
                } else if !is_silent(&file_name) {
                    out.aside.push(name(&path));
                }
            }
            Ok(_) => {}
            Err(e) => out.unreadable.push((name(&path), reason(&e))),
        }
    }
}

fn canonical(p: &Path) -> PathBuf {
    std::fs::canonicalize(p).unwrap_or_else(|_| p.to_path_buf())
}

fn shown(p: &Path) -> String {
    p.to_string_lossy().replace('\\', "/")
}

/// The system's reason, without its number.
pub fn reason(e: &std::io::Error) -> String {
    match e.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => e.to_string().to_lowercase(),
    }
}

fn is_silent(name: &str) -> bool {
    let lower = name.to_lowercase();
    match lower.rsplit_once('.') {
        Some((_, ext)) => SILENT.contains(&ext),
        None => matches!(lower.as_str(), "license" | "readme" | "makefile" | "changelog" | "notice"),
    }
}

/// The name without `.gz` or `.zst`.
pub fn unpacked_name(name: &str) -> &str {
    let lower = name.to_ascii_lowercase();
    for ext in [".gz", ".zst"] {
        if lower.ends_with(ext) {
            return &name[..name.len() - ext.len()];
        }
    }
    name
}

/// The name without packing and without extension: what a document of this file is called.
pub fn stem(name: &str) -> &str {
    let plain = unpacked_name(name);
    let file = plain.rsplit('/').next().unwrap_or(plain);
    match file.rfind('.') {
        Some(dot) if dot > 0 => &plain[..plain.len() - (file.len() - dot)],
        _ => plain,
    }
}

/// The format that the extension promises.
pub fn format_by_name(name: &str) -> Option<Format> {
    let plain = unpacked_name(name);
    let (_, ext) = plain.rsplit_once('.')?;
    Some(match ext.to_ascii_lowercase().as_str() {
        "txt" | "text" => Format::Txt,
        "html" | "htm" | "xhtml" => Format::Html,
        "json" => Format::Json,
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" | "tsv" | "tab" => Format::Csv,
        "xlsx" | "xlsm" | "xls" | "ods" | "xlsb" => Format::Xlsx,
        "sgml" | "sgm" | "trec" | "xml" => Format::Sgml,
        _ => return None,
    })
}

/// The bytes of a file.
///
/// # Errors
/// The reason why it cannot be read.
pub fn bytes(found: &Found) -> Result<Vec<u8>, String> {
    let read = || -> std::io::Result<Vec<u8>> {
        if found.path.as_os_str() == "-" {
            let mut all = Vec::new();
            std::io::stdin().lock().read_to_end(&mut all)?;
            return Ok(all);
        }
        if !std::fs::metadata(&found.path)?.is_file() {
            // Pipes and such are read when named; a device would never end.
            let mut all = Vec::new();
            std::fs::File::open(&found.path)?.take(MOST_UNPACKED).read_to_end(&mut all)?;
            return Ok(all);
        }
        std::fs::read(&found.path)
    };
    read().map_err(|e| reason(&e))
}

/// Unpacks gzip and zstd by their first bytes, whatever the name says; `None` for what is not packed. What could be
/// unpacked is kept; the second value says what went wrong.
pub fn unpack(packed: &[u8]) -> (Option<Vec<u8>>, Option<String>) {
    let mut out = Vec::new();
    let result = if packed.starts_with(&[0x1f, 0x8b]) {
        out.reserve(packed.len() * 4);
        flate2::read::MultiGzDecoder::new(packed).take(MOST_UNPACKED).read_to_end(&mut out).map(|_| ())
    } else if packed.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        out.reserve(packed.len() * 4);
        unzstd(packed, &mut out)
    } else {
        return (None, None);
    };
    let problem = match result {
        Ok(()) if out.len() as u64 >= MOST_UNPACKED => Some(format!("more than {} GiB unpacked", MOST_UNPACKED >> 30)),
        Ok(()) => None,
        Err(e) => Some(e.to_string().to_lowercase()),
    };
    (Some(out), problem)
}

fn unzstd(packed: &[u8], out: &mut Vec<u8>) -> std::io::Result<()> {
    let mut rest = packed;
    while !rest.is_empty() {
        let mut frame = ruzstd::decoding::StreamingDecoder::new(&mut rest).map_err(std::io::Error::other)?;
        (&mut frame).take(MOST_UNPACKED.saturating_sub(out.len() as u64)).read_to_end(out)?;
        if out.len() as u64 >= MOST_UNPACKED {
            break;
        }
    }
    Ok(())
}

/// True for the zip container of workbooks.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The format that the text itself shows, given what the name promised.
pub fn sniff(text: &str, promised: Option<Format>) -> Format {
    let head = text.trim_start();
    let start = &head[..head.char_indices().nth(4000).map_or(head.len(), |(i, _)| i)];
    let is_sgml = start.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("<doc"))
        && start[4..].starts_with(|c: char| c == '>' || c.is_whitespace());
    let markup = start.starts_with('<');
    match promised {
        Some(Format::Txt | Format::Html | Format::Sgml) if is_sgml => Format::Sgml,
        Some(Format::Sgml) if markup && !memchr_ci(start, "<doc>") => Format::Html,
        Some(f) => f,
        None if is_sgml => Format::Sgml,
        None if markup => Format::Html,
        None if start.starts_with('{') || start.starts_with('[') => {
            let first = head.lines().next().unwrap_or("");
            if first.starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok() {
                Format::Jsonl
            } else {
                Format::Json
            }
        }
        None if super::csv::looks_like_table(start) => Format::Csv,
        None => Format::Txt,
    }
}

fn memchr_ci(hay: &str, needle: &str) -> bool {
    hay.to_ascii_lowercase().contains(needle)
}

/// Decodes a file's text; `None` when it is none.
pub fn text(bytes: Vec<u8>) -> Option<charset::Decoded> {
    charset::decode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_and_formats() {
        assert_eq!(stem("a/b.txt"), "a/b");
        assert_eq!(stem("a.b/c"), "a.b/c");
        assert_eq!(stem("wire.jsonl.gz"), "wire");
        assert_eq!(format_by_name("x.CSV.zst"), Some(Format::Csv));
        assert_eq!(format_by_name("x.pdf"), None);
    }

    #[test]
    fn formats_are_seen_without_a_name() {
        assert_eq!(sniff("{\"a\":1}\n{\"a\":2}\n", None), Format::Jsonl);
        assert_eq!(sniff("[\n{\"a\":1}]", None), Format::Json);
        assert_eq!(sniff("<DOC>\n<DOCNO>1</DOCNO>", None), Format::Sgml);
        assert_eq!(sniff("<!DOCTYPE html>", None), Format::Html);
        assert_eq!(sniff("url,title,text\na,b,c\n", None), Format::Csv);
        assert_eq!(sniff("قال الوزير، أمس، كلاما", None), Format::Txt);
    }
}
