//! What comes in from case and HR systems.

pub mod record;
