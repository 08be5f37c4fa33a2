//! What comes in from case and HR systems.

mod closest;
pub mod glance;
pub mod kept;
pub mod mapping;
pub mod outcome;
mod pen;
pub mod read;
pub mod record;
pub mod rejection;
pub(crate) mod stretch;
pub mod table;
pub mod take_in;
pub mod value;
