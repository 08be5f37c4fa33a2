//! The database of Tyngdpunkt (SQLite or PostgreSQL) and what comes in and goes out of it. Nothing else in the house writes SQL.

pub mod backup;
mod case;
pub mod database;
pub mod dispatch;
pub mod error;
pub mod import;
pub mod load;
pub mod log;
mod person;
mod postgres;
pub mod schema;
mod sqlite;
pub mod statements;
mod unit;
pub mod value;
pub mod weight_model;

pub use database::Store;
pub use error::StoreError;
pub use log::{Reading, Writing};
pub use value::{Row, Value};
