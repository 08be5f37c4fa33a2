//! The store on real databases: SQLite and PostgreSQL.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod access;
mod any_export;
mod backup;
mod bad_rows;
mod broken_import;
mod facts;
mod imports;
mod killed;
mod kommun_a;
mod later_export;
mod later_staff;
mod log;
mod models;
mod opening;
mod people;
mod scene;
mod sign_in;
mod support;
mod talks;
