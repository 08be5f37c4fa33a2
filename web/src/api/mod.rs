//! The API for programs, under `/api/v1`: the same calls as the pages, in JSON, described at `/api/openapi.json`.
//!
//! A program asks with a token ([`store::token`]) and never with a cookie, so that no other site can make a browser ask in somebody's name.
//! Everything that changes something is a POST, and every POST takes an `Idempotency-Key` (`once.rs`). What is refused is told as problem
//! details (`problem.rs`). A handler takes [`ask`]'s extractors, asks the store as the viewer of the token, and answers with a type that has
//! a schema; its row stands in [`crate::routes::ROUTES`] and its description beside it, in [`document`].
#![expect(unused_qualifications, reason = "what utoipa generates names types by their whole path")]

pub(crate) mod access_review;
pub(crate) mod account;
pub(crate) mod action;
pub(crate) mod allocation;
mod answer;
mod ask;
pub(crate) mod case;
pub(crate) mod dialogue;
pub mod document;
pub(crate) mod event;
mod guard;
pub(crate) mod import;
pub(crate) mod load;
pub(crate) mod measurement;
mod once;
pub(crate) mod person;
pub(crate) mod problem;
pub(crate) mod qualification;
pub(crate) mod rebalance;
pub(crate) mod token;
pub(crate) mod unit;
pub(crate) mod weight_model;

pub(crate) use guard::admit;

/// Whether an address is one of the API's.
pub(crate) fn is_of_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}
