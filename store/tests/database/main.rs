//! The store on real databases: SQLite and PostgreSQL.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod backup;
mod killed;
mod log;
mod opening;
mod support;
