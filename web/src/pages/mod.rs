//! The pages, a file each: what the page says is decided here, how it looks stands in its template.

pub mod about_number;
pub mod access_review;
pub mod accessibility;
pub mod account;
pub mod accounts;
pub mod action_kinds;
pub mod administration;
pub mod choose_language;
pub mod deadline;
pub mod dialogue;
pub mod event_log;
pub mod help;
pub mod import;
pub mod measurement;
pub mod my_load;
pub mod openid;
pub mod organisation;
pub mod people;
pub mod setting;
pub mod sign_in;
pub mod start;
pub mod team;
pub mod units;
pub mod weight_model;
