//! What one may rely on of a plan: it keeps every rule, it has the fewest handovers, and what is said of it is true.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set up what it needs has failed"
)]

mod bad_input;
mod impossible;
mod made_up;
mod municipality;
mod question;
mod shapes;
mod support;
mod tiny;
