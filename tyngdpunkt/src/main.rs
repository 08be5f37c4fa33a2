//! Placeholder.
#[cfg_attr(not(test), expect(dead_code, reason = "the command that makes the demonstration uses it"))]
mod demo;
fn main() {}
