//! One transaction on either engine: the same statements, the same values in and the same rows out.

use std::collections::HashMap;

use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr as _};

use crate::postgres::{bound, copy_in};
use crate::value::{Row, Value};
use crate::{StoreError, sqlite};

/// Which database is behind the store. Only where the engines differ does anybody need to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
}

const LOOK_AT_TABLES: &str = "ANALYZE unit, person, person_alias, employment, reduction, duty, support, case_file, effort, phase, effort_change, assignment";

/// An open transaction. Dropped without a commit, nothing of it is stored.
///
/// Every statement is one text for both engines with `$1`, `$2`, … for the values. `SUM` of a BIGINT needs a
/// `CAST(… AS BIGINT)`, a `$1` that stands alone in a SELECT needs a CAST too.
#[derive(Debug)]
pub struct Transaction {
    pub(crate) inner: Inner,
    /// Rows changed so far, other than in the log.
    pub(crate) changes: u64,
    /// The same for each statement, and for each table that rows were added to.
    by_statement: HashMap<&'static str, u64>,
}

#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(sqlite::Transaction),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Transaction {
    pub(crate) fn new(inner: Inner) -> Self {
        Self {
            inner,
            changes: 0,
            by_statement: HashMap::new(),
        }
    }

    /// The engine behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement and says how many rows it changed.
    ///
    /// # Errors
    /// As the database answers; the transaction is then good for nothing but to be dropped.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let changed = self.run(sql, values).await?;
        self.count(sql, changed);
        Ok(changed)
    }

    fn count(&mut self, statement: &'static str, rows: u64) {
        self.changes += rows;
        *self.by_statement.entry(statement).or_default() += rows;
    }

    /// How many rows a statement changed so far, or were added to a table.
    pub(crate) fn rows_by(&self, statement: &str) -> u64 {
        self.by_statement.get(statement).copied().unwrap_or(0)
    }

    /// As [`Self::execute`], for what the store itself keeps: it asks for no entry in the log.
    pub(crate) async fn run(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        match &mut self.inner {
            Inner::Sqlite(c) => c.execute(sql, values),
            Inner::Postgres(c) => Ok(sqlx::query_with(sql, bound(values)?).execute(&mut **c).await?.rows_affected()),
        }
    }

    /// Hands every row of the answer to `each`, in the order in which they come, without keeping them.
    ///
    /// # Errors
    /// As the database answers, or as `each` does; the rest of the rows is then not read.
    pub async fn for_each(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        mut each: impl FnMut(Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(c) => c.for_each(sql, values, each),
            Inner::Postgres(c) => {
                let mut rows = sqlx::query_with(sql, bound(values)?).fetch(&mut **c);
                while let Some(row) = rows.try_next().await? {
                    each(Row::Postgres(&row))?;
                }
                Ok(())
            }
        }
    }

    /// All rows of the answer, each as `read` makes it.
    ///
    /// # Errors
    /// As [`Self::for_each`].
    pub async fn fetch<T>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        mut read: impl FnMut(Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.for_each(sql, values, |row| {
            all.push(read(row)?);
            Ok(())
        })
        .await?;
        Ok(all)
    }

    /// The first row of the answer, if there is one.
    ///
    /// # Errors
    /// As [`Self::for_each`].
    pub async fn fetch_optional<T>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl FnOnce(Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match &mut self.inner {
            Inner::Sqlite(c) => c.fetch_optional(sql, values, read),
            Inner::Postgres(c) => {
                let row = sqlx::query_with(sql, bound(values)?).fetch_optional(&mut **c).await?;
                row.as_ref().map(|row| read(Row::Postgres(row))).transpose()
            }
        }
    }

    /// The one row of the answer.
    ///
    /// # Errors
    /// As [`Self::for_each`], and when there is no row.
    pub async fn fetch_one<T>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl FnOnce(Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.fetch_optional(sql, values, read)
            .await?
            .ok_or_else(|| StoreError::Unexpected(Box::new(sqlx::Error::RowNotFound)))
    }

    /// Inserts many rows and says how many; the fast way, hundreds of thousands of rows a second.
    ///
    /// `table` and `columns` are names in the program, never input.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn insert_many<'a, const N: usize>(
        &mut self,
        table: &'static str,
        columns: [&'static str; N],
        rows: impl IntoIterator<Item = [Value<'a>; N]>,
    ) -> Result<u64, StoreError> {
        let inserted = self.insert_rows(table, &columns, rows).await?;
        self.count(table, inserted);
        Ok(inserted)
    }

    /// As [`Self::insert_many`], for what asks for no entry in the log: copying everything, the log too.
    pub(crate) async fn insert_rows<'a, R: AsRef<[Value<'a>]>>(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: impl IntoIterator<Item = R>,
    ) -> Result<u64, StoreError> {
        match &mut self.inner {
            Inner::Sqlite(c) => c.insert(table, columns, rows),
            Inner::Postgres(c) => copy_in(c, table, columns, rows).await,
        }
    }

    /// Runs several statements that take no values.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        match &mut self.inner {
            Inner::Sqlite(c) => c.script(sql),
            Inner::Postgres(c) => {
                let _ = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **c).await?;
                Ok(())
            }
        }
    }

    /// Has PostgreSQL look at what the tables hold now, this transaction's rows too. Without it, it takes full tables for nearly empty
    /// ones until it finds the time to look by itself, and joins them row by row. SQLite needs no such look.
    pub(crate) async fn look_at_tables(&mut self) -> Result<(), StoreError> {
        if let Inner::Postgres(c) = &mut self.inner {
            sqlx::raw_sql(LOOK_AT_TABLES).execute(&mut **c).await?;
        }
        Ok(())
    }

    /// Whether a table holds anything.
    pub(crate) async fn any_row(&mut self, table: &'static str) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {table} LIMIT 1");
        match &mut self.inner {
            Inner::Sqlite(c) => Ok(c.fetch_optional(&sql, &[], |_| Ok(()))?.is_some()),
            Inner::Postgres(c) => Ok(sqlx::query(AssertSqlSafe(sql)).fetch_optional(&mut **c).await?.is_some()),
        }
    }

    /// Takes all rows out of a table.
    pub(crate) async fn delete_all(&mut self, table: &'static str) -> Result<(), StoreError> {
        self.script(&format!("DELETE FROM {table}")).await
    }

    /// Has the database parse a statement without running it.
    ///
    /// # Errors
    /// When the database does not understand it.
    pub async fn prepare(&mut self, sql: &'static str) -> Result<(), StoreError> {
        use sqlx::Executor as _;
        match &mut self.inner {
            Inner::Sqlite(c) => c.prepare(sql),
            Inner::Postgres(c) => {
                c.prepare(sql.into_sql_str()).await?;
                Ok(())
            }
        }
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self.inner {
            Inner::Sqlite(c) => c.commit(),
            Inner::Postgres(c) => Ok(c.commit().await?),
        }
    }
}
