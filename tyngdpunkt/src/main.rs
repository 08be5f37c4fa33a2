//! The command line of Tyngdpunkt, which keeps every caseworker's load reasonable.

#![expect(dead_code, reason = "the commands that use these modules are put together here")]
#![cfg_attr(
    not(test),
    expect(unused_imports, reason = "the commands that use these modules are put together here")
)]

mod cli;
mod exit;
mod failure;
mod help;
mod language;
mod output;
mod progress;
mod sentences;

fn main() {}
