//! The database of Tyngdpunkt (SQLite or PostgreSQL) and what comes in and goes out of it. Nothing else in the house writes SQL.

pub mod access_review;
pub mod account;
mod action;
pub mod backup;
mod case;
pub mod database;
pub mod dialogue;
pub mod dispatch;
pub mod error;
pub mod import;
pub mod load;
pub mod log;
pub mod look;
pub mod measurement;
pub mod once;
pub mod password;
pub mod person;
mod postgres;
pub mod schema;
pub mod second_factor;
pub mod session;
mod sqlite;
pub mod statements;
mod sums;
pub mod throttle;
pub mod token;
mod unit;
pub mod value;
pub mod viewer;
pub mod weight_model;

pub use database::Store;
pub use error::StoreError;
pub use log::{Reading, Writing};
pub use value::{Row, Value};
pub use viewer::Viewer;
