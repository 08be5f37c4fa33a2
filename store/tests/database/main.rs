//! The store on real databases: SQLite and PostgreSQL.

mod backup;
mod killed;
mod log;
mod opening;
mod support;
