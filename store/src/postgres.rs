//! The server: values for a statement, and many rows at once in its fastest way.

use std::fmt::Write as _;

use sqlx::postgres::PgArguments;
use sqlx::{Arguments as _, PgConnection};

use crate::StoreError;
use crate::value::Value;

/// Values for one statement, as the driver wants them.
pub(crate) fn bound(values: &[Value<'_>]) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    arguments.reserve(values.len(), 0);
    for value in values {
        arguments.add(value).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// Bytes that are sent to the server at a time.
const COPY_BUFFER: usize = 1 << 18;

/// COPY in text format: the server parses the values by the columns' own types.
pub(crate) async fn copy_in<'a, R: AsRef<[Value<'a>]>>(
    connection: &mut PgConnection,
    table: &str,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<u64, StoreError> {
    let mut copy = connection
        .copy_in_raw(&format!("COPY {table} ({}) FROM STDIN", columns.join(", ")))
        .await?;
    let mut text = String::with_capacity(COPY_BUFFER + 4096);
    for row in rows {
        for (index, value) in row.as_ref().iter().enumerate() {
            if index > 0 {
                text.push('\t');
            }
            push_copy_text(&mut text, value);
        }
        text.push('\n');
        if text.len() >= COPY_BUFFER {
            copy.send(text.as_bytes()).await?;
            text.clear();
        }
    }
    copy.send(text.as_bytes()).await?;
    Ok(copy.finish().await?)
}

/// <https://www.postgresql.org/docs/15/sql-copy.html>, "Text Format".
fn push_copy_text(text: &mut String, value: &Value<'_>) {
    match value {
        Value::Null => text.push_str("\\N"),
        Value::Integer(number) => write_to(text, format_args!("{number}")),
        Value::Flag(flag) => text.push_str(if *flag { "t" } else { "f" }),
        Value::Date(day) => write_to(text, format_args!("{day}")),
        Value::Text(value) | Value::Json(value) => {
            for character in value.chars() {
                match character {
                    '\\' => text.push_str("\\\\"),
                    '\n' => text.push_str("\\n"),
                    '\r' => text.push_str("\\r"),
                    '\t' => text.push_str("\\t"),
                    other => text.push(other),
                }
            }
        }
        Value::Bytes(bytes) => {
            text.push_str("\\\\x");
            for byte in *bytes {
                write_to(text, format_args!("{byte:02x}"));
            }
        }
    }
}

fn write_to(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(what);
}
