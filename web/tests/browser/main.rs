//! The pages in a real browser: no barrier that axe-core finds, no sideways scrolling, the keyboard alone, without JavaScript.
//!
//! `cargo xtask test` installs Chromium and its driver and fetches axe-core, and says in the environment where they are; without
//! them these tests fail.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set up what it needs has failed"
)]

mod accounts;
mod administration;
mod deadlines;
mod dialogue;
mod driver;
mod failures;
mod gallery;
mod harness;
mod imports;
mod keyboard;
mod measurement;
#[path = "../common/municipality.rs"]
mod municipality;
mod next_case;
mod openid;
mod page;
#[path = "../common/provider.rs"]
mod provider;
mod public;
mod qualification;
mod rebalance;
mod signed_in;
mod weight_models;
