//! Many rows at once, each engine in its own fastest way.

use std::fmt::Write as _;
use std::sync::Arc;

use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments as _, AssertSqlSafe, PgConnection, SqliteConnection};

use crate::StoreError;
use crate::value::Value;

/// Rows in one INSERT for SQLite, largest first; each size is one prepared statement. Each statement is a journey to SQLite's
/// own thread and back, so the largest is large.
const CHUNKS: [usize; 4] = [1024, 64, 8, 1];

/// At most this many values in one statement (SQLite allows 32766).
const VALUES_IN_ONE: usize = 16_384;

/// INSERT with as many rows in one VALUES list as fit. While SQLite's own thread inserts some rows, the next are made ready.
pub(crate) async fn into_sqlite<'a, R: AsRef<[Value<'a>]>>(
    connection: &mut SqliteConnection,
    table: &str,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<u64, StoreError> {
    let largest = CHUNKS[0].min(VALUES_IN_ONE / columns.len().max(1)).max(1);
    let full = insert_text(table, columns, largest);
    let mut rows = rows.into_iter();
    let mut chunk: Vec<R> = rows.by_ref().take(largest).collect();
    let mut inserted = 0;
    let mut ready = if chunk.len() == largest {
        Some(arguments(&chunk)?)
    } else {
        None
    };
    while let Some(now) = ready.take() {
        let insert = sqlx::query_with(AssertSqlSafe(Arc::clone(&full)), now).execute(&mut *connection);
        let prepare = async {
            chunk = rows.by_ref().take(largest).collect();
            if chunk.len() == largest {
                arguments(&chunk).map(Some)
            } else {
                Ok(None)
            }
        };
        let (done, next) = futures_util::future::join(insert, prepare).await;
        inserted += done?.rows_affected();
        ready = next?;
    }
    let mut rest = chunk.as_slice();
    for size in CHUNKS {
        while rest.len() >= size {
            let (now, later) = rest.split_at(size);
            let insert = sqlx::query_with(AssertSqlSafe(insert_text(table, columns, size)), arguments(now)?);
            inserted += insert.execute(&mut *connection).await?.rows_affected();
            rest = later;
        }
    }
    Ok(inserted)
}

/// Nameless placeholders: the driver parses the name of each named one. `OR FAIL`: a row that is refused ends the transaction
/// anyway, so SQLite need not keep what it takes to undo the statement alone.
fn insert_text(table: &str, columns: &[&str], rows: usize) -> Arc<str> {
    let row = format!("({})", vec!["?"; columns.len()].join(","));
    format!(
        "INSERT OR FAIL INTO {table} ({}) VALUES {}",
        columns.join(", "),
        vec![row; rows].join(",")
    )
    .into()
}

/// The values of some rows, as the driver wants them.
fn arguments<'a, R: AsRef<[Value<'a>]>>(rows: &[R]) -> Result<SqliteArguments, StoreError> {
    let mut arguments = SqliteArguments::default();
    arguments.reserve(rows.iter().map(|row| row.as_ref().len()).sum(), 0);
    for value in rows.iter().flat_map(AsRef::as_ref) {
        arguments.add(value).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// Bytes that are sent to the server at a time.
const COPY_BUFFER: usize = 1 << 18;

/// COPY in text format: the server parses the values by the columns' own types.
pub(crate) async fn into_postgres<'a, R: AsRef<[Value<'a>]>>(
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
