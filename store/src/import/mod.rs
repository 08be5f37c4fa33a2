//! What comes in from case and HR systems.

pub mod record;
pub(crate) mod stretch;
