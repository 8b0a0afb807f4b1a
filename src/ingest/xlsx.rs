//! Workbooks → tables, one a sheet.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use super::csv::{Table, table};

/// Reads every sheet that holds something.
///
/// # Errors
/// When the bytes are no workbook.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| e.to_string().to_lowercase())?;
    let mut out = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let first = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
        let rows =
            range.rows().enumerate().map(|(i, cells)| (first + i as u64, cells.iter().map(cell).collect())).collect();
        let table = table(rows, Vec::new());
        if !table.rows.is_empty() {
            out.push(table);
        }
    }
    Ok(out)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(s) | Data::DateTimeIso(s) | Data::DurationIso(s) => s.clone(),
        Data::Bool(b) => b.to_string(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::DateTime(t) => date(t.as_f64()).unwrap_or_else(|| t.as_f64().to_string()),
    }
}

/// Days since the last day of 1899 as a civil time; a fraction of a day as a clock time.
fn date(serial: f64) -> Option<String> {
    if (0.0..1.0).contains(&serial) {
        let minutes = (serial * 1440.0).round() as i64;
        return Some(format!("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    if !(1.0..=200_000.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let at = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0).checked_add(jiff::Span::new().seconds(seconds)).ok()?;
    Some(at.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_days_are_dates() {
        assert_eq!(date(45363.770833333336).as_deref(), Some("2024-03-12T18:30:00"));
        assert_eq!(date(-1.0), None);
    }
}
