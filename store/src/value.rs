//! Values on their way into and out of the database, the same for both engines.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx as _;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgRow, PgTypeInfo};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteRow, SqliteTypeInfo};
use sqlx::{Decode, Encode, Postgres, Row as _, Sqlite, Type};

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

impl Type<Sqlite> for Value<'_> {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Value<'_> {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(value) => Encode::<Sqlite>::encode_by_ref(value, buffer),
            Self::Flag(value) => Encode::<Sqlite>::encode_by_ref(value, buffer),
            Self::Text(value) | Self::Json(value) => Encode::<Sqlite>::encode_by_ref(value, buffer),
            Self::Date(value) => Encode::<Sqlite>::encode_by_ref(&value.to_sqlx(), buffer),
            Self::Bytes(value) => Encode::<Sqlite>::encode_by_ref(value, buffer),
        }
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
    Sqlite(&'r SqliteRow),
    /// A row of PostgreSQL.
    Postgres(&'r PgRow),
}

impl<'r> Row<'r> {
    /// The value of the column at `index`, counted from 0: `i64`, `&str`, `String`, `Date`, `&[u8]`, or an `Option` of these.
    ///
    /// Types are not checked against the column: every statement is tried on both engines by a test.
    ///
    /// # Errors
    /// When the column is not there or holds nothing of that type.
    pub fn get<T: Column<'r>>(&self, index: usize) -> Result<T, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => T::from_stored(row.try_get_unchecked::<T::Stored, _>(index)?),
            Self::Postgres(row) => T::from_stored(row.try_get_unchecked::<T::Stored, _>(index)?),
        })
    }
}

/// What can be read from a column.
pub trait Column<'r>: Sized {
    /// The type that both drivers know.
    type Stored: Decode<'r, Sqlite> + Decode<'r, Postgres> + 'r;
    /// From the drivers' type to ours.
    fn from_stored(stored: Self::Stored) -> Self;
}

macro_rules! columns {
    ($($own:ty),*) => { $(
        impl<'r> Column<'r> for $own {
            type Stored = Self;
            fn from_stored(stored: Self) -> Self {
                stored
            }
        }
        impl<'r> Column<'r> for Option<$own> {
            type Stored = Self;
            fn from_stored(stored: Self) -> Self {
                stored
            }
        }
    )* };
}
columns!(i64, bool, String, &'r str, &'r [u8], Vec<u8>);

impl Column<'_> for Date {
    type Stored = jiff_sqlx::Date;
    fn from_stored(stored: Self::Stored) -> Self {
        stored.to_jiff()
    }
}
impl Column<'_> for Option<Date> {
    type Stored = Option<jiff_sqlx::Date>;
    fn from_stored(stored: Self::Stored) -> Self {
        stored.map(jiff_sqlx::Date::to_jiff)
    }
}
