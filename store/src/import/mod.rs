//! What comes in from case and HR systems.

pub mod record;
pub mod table;
pub mod value;
