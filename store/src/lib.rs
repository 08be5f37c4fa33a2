//! The database of Tyngdpunkt (SQLite or PostgreSQL) and what comes in and goes out of it. Nothing else in the house writes SQL.

pub mod import;
