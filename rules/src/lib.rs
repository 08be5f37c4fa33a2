//! The domain of Tyngdpunkt: what a case weighs, what a person can carry, and when it has been too much for too long.
//!
//! Pure functions over dated facts. No clock, no randomness, no input or output: today's date comes in as an argument.

pub mod access;
pub mod access_review;
pub mod action;
pub mod allocation;
pub mod amount;
pub mod calendar;
pub mod capacity;
pub mod case;
pub mod caseload;
pub mod deadline;
pub mod dialogue;
pub mod fairness;
pub mod identity_number;
pub mod load;
pub mod measurement;
pub mod model_effect;
pub mod next_case;
pub mod overload;
pub mod period;
pub mod person;
pub mod qualification;
pub mod rebalance;
pub mod setting;
pub mod sums;
pub mod unit;
pub mod weigh;
pub mod weight_model;
