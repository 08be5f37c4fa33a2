//! The program as a user meets it: commands run in a folder of their own, and what they answer, print and leave behind.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set up what it needs has failed"
)]

mod accounts;
mod bad_files;
mod demonstration;
mod explanation;
mod forms;
mod identity_numbers;
mod keeping;
mod models;
mod municipality;
mod over_time;
mod rebalancing;
mod serving;
mod support;
mod tokens;
mod weighing;
