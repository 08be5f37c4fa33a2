//! What comes in from case and HR systems.

mod closest;
pub mod mapping;
pub mod read;
pub mod record;
pub mod rejection;
pub mod table;
pub mod value;
