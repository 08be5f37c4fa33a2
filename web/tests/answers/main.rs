//! What the program answers, asked without a port: headers, languages, refusals, files and the vendored code.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set up what it needs has failed"
)]

mod access;
mod accounts;
mod administration;
mod api;
mod deadlines;
mod dialogue;
mod headers;
mod imports;
mod languages;
mod limits;
mod measurement;
mod monitoring;
#[path = "../common/municipality.rs"]
mod municipality;
mod next_case;
mod openid;
mod people;
#[path = "../common/provider.rs"]
mod provider;
mod qualification;
mod rebalance;
mod refusals;
mod support;
mod vendored;
mod weight_models;
