//! The store on real databases: SQLite and PostgreSQL.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod access;
mod allocation;
mod any_export;
mod backup;
mod bad_rows;
mod broken_import;
mod deadlines;
mod facts;
mod imports;
mod killed;
mod kommun_a;
mod later_export;
mod later_staff;
mod log;
mod lost_answer;
mod models;
mod next_case;
mod openid;
mod opening;
mod organisation;
mod people;
mod qualification;
mod rebalance;
mod scene;
mod settings;
mod sign_in;
mod support;
mod talks;
mod tokens;
