//! Tables as Parquet under `data/`: strings, 64-bit integers, doubles and days with their types, empty cells null,
//! Snappy-compressed. Behind the cargo feature `parquet` (on by default): it adds some 25 crates to a build.

use std::path::Path;

use anyhow::Result;

use super::manifest::TableFile;
use super::tables::{Context, Table};

/// Writes one table and gives its size and hash.
///
/// # Errors
/// When the file cannot be written, or the program was built without the feature.
#[cfg(not(feature = "parquet"))]
pub fn write(_: &Table, _: &Context, _: &Path) -> Result<TableFile> {
    anyhow::bail!("this build cannot write Parquet\nhint: build with --features parquet, or use --format jsonl")
}

#[cfg(feature = "parquet")]
pub use with_feature::write;

#[cfg(feature = "parquet")]
mod with_feature {
    use std::fs::File;
    use std::sync::Arc;

    use anyhow::Context as _;
    use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::types::Type;

    use super::*;
    use crate::emit::csv::hex;
    use crate::emit::tables::ColumnType;

    /// Rows of a row group: what is held in memory while a table is written.
    const GROUP: usize = 50_000;

    /// Values of one column, without the nulls, and one level a row (0 null, 1 given).
    enum Values {
        Text(Vec<ByteArray>),
        Integer(Vec<i64>),
        Number(Vec<f64>),
        Day(Vec<i32>),
    }

    struct Columns(Vec<(Values, Vec<i16>)>);

    impl Columns {
        fn new(table: &Table) -> Columns {
            let empty = |kind| match kind {
                ColumnType::Text | ColumnType::Id => Values::Text(Vec::new()),
                ColumnType::Integer => Values::Integer(Vec::new()),
                ColumnType::Number => Values::Number(Vec::new()),
                ColumnType::Date => Values::Day(Vec::new()),
            };
            Columns(table.columns.iter().map(|c| (empty(c.kind), Vec::new())).collect())
        }

        fn push(&mut self, column: usize, cell: &str) {
            let (values, levels) = &mut self.0[column];
            let given = !cell.is_empty()
                && match values {
                    Values::Text(v) => {
                        v.push(ByteArray::from(cell.as_bytes().to_vec()));
                        true
                    }
                    Values::Integer(v) => cell.parse().map(|x| v.push(x)).is_ok(),
                    Values::Number(v) => cell.parse().map(|x| v.push(x)).is_ok(),
                    Values::Day(v) => cell.parse().map(|d: jiff::civil::Date| v.push(days(d))).is_ok(),
                };
            levels.push(given as i16);
        }
    }

    /// Days since 1970-01-01.
    fn days(d: jiff::civil::Date) -> i32 {
        (d - jiff::civil::date(1970, 1, 1)).get_days()
    }

    /// See the module.
    pub fn write(table: &Table, context: &Context, folder: &Path) -> Result<TableFile> {
        let path = folder.join(format!("{}.parquet", table.name));
        let fields = table
            .columns
            .iter()
            .map(|c| {
                let (physical, logical) = match c.kind {
                    ColumnType::Text | ColumnType::Id => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                    ColumnType::Integer => (Physical::INT64, None),
                    ColumnType::Number => (Physical::DOUBLE, None),
                    ColumnType::Date => (Physical::INT32, Some(LogicalType::Date)),
                };
                Type::primitive_type_builder(c.name, physical)
                    .with_repetition(Repetition::OPTIONAL)
                    .with_logical_type(logical)
                    .build()
                    .map(Arc::new)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let schema = Arc::new(Type::group_type_builder(table.name).with_fields(fields).build()?);
        let properties = Arc::new(
            WriterProperties::builder()
                .set_compression(Compression::SNAPPY)
                .set_created_by(concat!("muqabala ", env!("CARGO_PKG_VERSION")).to_string())
                .build(),
        );
        let file = File::create(&path).with_context(|| format!("{}: cannot create", path.display()))?;
        let mut writer = SerializedFileWriter::new(file, schema, properties)?;
        let (mut rows, mut held, mut failed) = (0u64, Columns::new(table), None);
        (table.rows)(context, &mut |cells| {
            if failed.is_some() {
                return;
            }
            rows += 1;
            for (i, cell) in cells.iter().enumerate() {
                held.push(i, cell);
            }
            if rows.is_multiple_of(GROUP as u64) {
                let full = std::mem::replace(&mut held, Columns::new(table));
                failed = group(&mut writer, &full).err();
            }
        });
        if failed.is_none() && !rows.is_multiple_of(GROUP as u64) {
            failed = group(&mut writer, &held).err();
        }
        if let Some(e) = failed {
            return Err(e).with_context(|| format!("{}: cannot write", path.display()));
        }
        writer.close().with_context(|| format!("{}: cannot write", path.display()))?;
        let bytes = std::fs::read(&path).with_context(|| format!("{}: cannot read back", path.display()))?;
        Ok(TableFile {
            name: table.name,
            path: format!("data/{}.parquet", table.name),
            rows,
            bytes: bytes.len() as u64,
            sha256: hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes)),
        })
    }

    fn group(writer: &mut SerializedFileWriter<File>, columns: &Columns) -> Result<()> {
        let mut group = writer.next_row_group()?;
        for (values, levels) in &columns.0 {
            let Some(mut column) = group.next_column()? else { break };
            match values {
                Values::Text(v) => column.typed::<ByteArrayType>().write_batch(v, Some(levels), None)?,
                Values::Integer(v) => column.typed::<Int64Type>().write_batch(v, Some(levels), None)?,
                Values::Number(v) => column.typed::<DoubleType>().write_batch(v, Some(levels), None)?,
                Values::Day(v) => column.typed::<Int32Type>().write_batch(v, Some(levels), None)?,
            };
            column.close()?;
        }
        group.close()?;
        Ok(())
    }
}
