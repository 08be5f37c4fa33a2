//! Values on their way into and out of the database, the same for both engines.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx as _;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgRow, PgTypeInfo};
use sqlx::{Encode, Postgres, Row as _, Type, ValueRef as _};

use crate::StoreError;

/// A value of a statement's `$1`, `$2`, … or of a row to insert. Everything that is stored converts into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number: an id, millionths, microseconds.
    Integer(i64),
    /// Yes or no.
    Flag(bool),
    /// Text.
    Text(&'a str),
    /// A day.
    Date(Date),
    /// Raw bytes: a hash.
    Bytes(&'a [u8]),
    /// A JSON text for `json_each($1)`, which both engines have: see [`keys`].
    Json(&'a str),
}

/// A [`Value`] that is kept for a while, on its way between two databases or until it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OwnedValue {
    Null,
    Integer(i64),
    Text(String),
    Date(Date),
    Bytes(Vec<u8>),
    Flag(bool),
}

impl OwnedValue {
    pub(crate) fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text),
            Self::Date(day) => Value::Date(*day),
            Self::Bytes(bytes) => Value::Bytes(bytes),
            Self::Flag(flag) => Value::Flag(*flag),
        }
    }
}

impl From<Value<'_>> for OwnedValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(number) => Self::Integer(number),
            Value::Text(text) | Value::Json(text) => Self::Text(text.to_owned()),
            Value::Date(day) => Self::Date(day),
            Value::Bytes(bytes) => Self::Bytes(bytes.to_owned()),
            Value::Flag(flag) => Self::Flag(flag),
        }
    }
}

/// A JSON object with these keys, for a look-up of many at once that is one text on both engines:
/// `… FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key`, with [`Value::Json`].
#[must_use]
pub fn keys<'a>(wanted: impl IntoIterator<Item = &'a str>) -> String {
    let mut object = String::from("{");
    for key in wanted {
        if object.len() > 1 {
            object.push(',');
        }
        object.push_str(&serde_json::Value::from(key).to_string());
        object.push_str(":0");
    }
    object.push('}');
    object
}

/// As [`keys`], with ids: `… json_each($1) AS wanted JOIN person ON person.id = CAST(wanted.key AS BIGINT)`.
#[must_use]
pub fn id_keys(ids: impl IntoIterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    keys(ids.iter().map(String::as_str))
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}
impl From<u32> for Value<'_> {
    fn from(value: u32) -> Self {
        Self::Integer(value.into())
    }
}
impl From<Date> for Value<'_> {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(value)
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}
impl<T: Into<Self>> From<Option<T>> for Value<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
impl<'a> From<&'a Option<String>> for Value<'a> {
    fn from(value: &'a Option<String>) -> Self {
        value.as_deref().into()
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Integer(value) => ToSqlOutput::Borrowed(ValueRef::Integer(*value)),
            Self::Flag(value) => ToSqlOutput::Borrowed(ValueRef::Integer((*value).into())),
            Self::Text(value) | Self::Json(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
            Self::Date(value) => ToSqlOutput::Owned(written(*value).into()),
            Self::Bytes(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
        })
    }
}

/// PostgreSQL's type `unknown`: the server then takes the type from where the value stands.
const UNKNOWN: Oid = Oid(705);

impl Type<Postgres> for Value<'_> {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(UNKNOWN)
    }
}

impl Encode<'_, Postgres> for Value<'_> {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(value) => Encode::<Postgres>::encode_by_ref(value, buffer),
            Self::Flag(value) => Encode::<Postgres>::encode_by_ref(value, buffer),
            Self::Text(value) | Self::Json(value) => Encode::<Postgres>::encode_by_ref(value, buffer),
            Self::Date(value) => Encode::<Postgres>::encode_by_ref(&value.to_sqlx(), buffer),
            Self::Bytes(value) => Encode::<Postgres>::encode_by_ref(value, buffer),
        }
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        const JSON: Oid = Oid(114);
        Some(match self {
            Self::Null => PgTypeInfo::with_oid(UNKNOWN),
            Self::Integer(_) => <i64 as Type<Postgres>>::type_info(),
            Self::Flag(_) => <bool as Type<Postgres>>::type_info(),
            Self::Text(_) => <str as Type<Postgres>>::type_info(),
            Self::Date(_) => <jiff_sqlx::Date as Type<Postgres>>::type_info(),
            Self::Bytes(_) => <[u8] as Type<Postgres>>::type_info(),
            Self::Json(_) => PgTypeInfo::with_oid(JSON),
        })
    }
}

/// One row of an answer, from either engine.
#[derive(Clone, Copy)]
pub enum Row<'r> {
    /// A row of SQLite.
    Sqlite(&'r rusqlite::Row<'r>),
    /// A row of PostgreSQL.
    Postgres(&'r PgRow),
}

impl<'r> Row<'r> {
    /// The value of the column at `index`, counted from 0: `i64`, `bool`, `&str`, `String`, `Date`, `&[u8]`, `Vec<u8>`, or an `Option`
    /// of these.
    ///
    /// Types are not checked against the column: every statement is tried on both engines by a test.
    ///
    /// # Errors
    /// When the column is not there or holds nothing of that type.
    pub fn get<T: Column<'r>>(&self, index: usize) -> Result<T, StoreError> {
        match self {
            Self::Sqlite(row) => {
                let value = row.get_ref(index)?;
                T::from_sqlite(value).ok_or_else(|| StoreError::Corrupt {
                    reason: format!("column {index} holds {} and was to hold something else", value.data_type()),
                })
            }
            Self::Postgres(row) => Ok(T::from_postgres(row, index)?),
        }
    }
}

/// What can be read from a column.
pub trait Column<'r>: Sized {
    /// From what SQLite holds; none when that is of another type.
    fn from_sqlite(value: ValueRef<'r>) -> Option<Self>;
    /// From a row of PostgreSQL.
    ///
    /// # Errors
    /// When the column is not there or of another type.
    fn from_postgres(row: &'r PgRow, index: usize) -> Result<Self, sqlx::Error>;
}

impl<'r, T: Column<'r>> Column<'r> for Option<T> {
    fn from_sqlite(value: ValueRef<'r>) -> Option<Self> {
        if value == ValueRef::Null {
            Some(None)
        } else {
            T::from_sqlite(value).map(Some)
        }
    }
    fn from_postgres(row: &'r PgRow, index: usize) -> Result<Self, sqlx::Error> {
        if row.try_get_raw(index)?.is_null() {
            Ok(None)
        } else {
            T::from_postgres(row, index).map(Some)
        }
    }
}

macro_rules! columns {
    ($($own:ty: $value:ident => $from_sqlite:expr;)*) => { $(
        impl<'r> Column<'r> for $own {
            fn from_sqlite($value: ValueRef<'r>) -> Option<Self> {
                $from_sqlite
            }
            fn from_postgres(row: &'r PgRow, index: usize) -> Result<Self, sqlx::Error> {
                row.try_get_unchecked(index)
            }
        }
    )* };
}
columns! {
    i64: value => value.as_i64().ok();
    bool: value => value.as_i64().ok().map(|number| number != 0);
    &'r str: value => value.as_str().ok();
    String: value => value.as_str().ok().map(str::to_owned);
    &'r [u8]: value => value.as_blob().ok();
    Vec<u8>: value => value.as_blob().ok().map(<[u8]>::to_vec);
}

impl<'r> Column<'r> for Date {
    fn from_sqlite(value: ValueRef<'r>) -> Option<Self> {
        day(value.as_str().ok()?)
    }
    fn from_postgres(row: &'r PgRow, index: usize) -> Result<Self, sqlx::Error> {
        row.try_get_unchecked(index).map(jiff_sqlx::Date::to_jiff)
    }
}

/// A day as it is stored in SQLite: `2026-10-31`. Written by hand, since this is done millions of times.
fn written(day: Date) -> String {
    let (Ok(century), Ok(year)) = (u8::try_from(day.year() / 100), u8::try_from(day.year() % 100)) else {
        return day.to_string();
    };
    let mut text = String::with_capacity(10);
    for (number, after) in [
        (century, ""),
        (year, "-"),
        (day.month().unsigned_abs(), "-"),
        (day.day().unsigned_abs(), ""),
    ] {
        text.push(char::from(b'0' + number / 10));
        text.push(char::from(b'0' + number % 10));
        text.push_str(after);
    }
    text
}

/// A day as both engines write it: `2026-10-31`. Read by hand, since this is done a million times.
fn day(text: &str) -> Option<Date> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |digits: &[u8]| {
        let next = |sum: i16, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'));
        digits.iter().try_fold(0, next)
    };
    let small = |digits: &[u8]| number(digits).and_then(|number| i8::try_from(number).ok());
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    Date::new(number(&bytes[..4])?, small(&bytes[5..7])?, small(&bytes[8..])?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_written_as_it_is_read() {
        for day in [
            date(1899, 12, 31),
            date(2024, 2, 29),
            date(2026, 10, 31),
            date(1, 1, 1),
            Date::MAX,
            Date::MIN,
        ] {
            assert_eq!(written(day), day.to_string());
        }
        assert_eq!(day("2026-10-31"), Some(date(2026, 10, 31)));
        for odd in ["", "2026-10-3", "2026-13-01", "2026-02-30", "20261031xx", "2026/10/31"] {
            assert_eq!(day(odd), None, "{odd}");
        }
    }
}
