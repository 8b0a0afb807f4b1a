//! What the tests share.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the binary in an empty configuration: no muqabala.toml above.
pub fn muqabala(args: &[&str]) -> Output {
    muqabala_with(args, b"")
}

/// The same with standard input.
pub fn muqabala_with(args: &[&str], input: &[u8]) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_muqabala"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    let mut stdin = child.stdin.take().expect("piped");
    let bytes = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that does not read its input is fine.
        let _ = stdin.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("it was started");
    writer.join().expect("the writer does not panic");
    output
}

/// Exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Rows of a table as maps.
pub fn rows(folder: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(folder.join(format!("{table}.csv"))).expect("every table is written");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().expect("a header").clone();
    reader
        .records()
        .map(|r| header.iter().zip(r.expect("a row").iter()).map(|(h, c)| (h.to_string(), c.to_string())).collect())
        .collect()
}

/// Tables of a folder: name → bytes.
pub fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|x| x == "csv"))
        .map(|e| (e.file_name().to_string_lossy().into_owned(), std::fs::read(e.path()).expect("readable")))
        .collect()
}

/// A sound article as a JSON line.
pub fn article(id: &str) -> String {
    format!(
        "{{\"id\":\"{id}\",\"outlet\":\"الأولى\",\"title\":\"اجتماع في القاهرة\",\"published\":\"2025-03-02T10:00:00+02:00\",\
         \"text\":\"قال الوزير أحمد سالم إن الاجتماع عقد أمس في القاهرة بحضور 12 وزيرا.\"}}\n"
    )
}
