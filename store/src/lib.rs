//! The database of Tyngdpunkt (SQLite or PostgreSQL) and what comes in and goes out of it. Nothing else in the house writes SQL.

pub mod backup;
mod bulk;
pub mod database;
pub mod dispatch;
pub mod error;
pub mod import;
pub mod log;
pub mod schema;
pub mod statements;
pub mod value;

pub use database::Store;
pub use error::StoreError;
pub use log::{Reading, Writing};
pub use value::{Row, Value};
