//! The pages, a file each: what the page says is decided here, how it looks stands in its template.

pub mod about_number;
pub mod accessibility;
pub mod choose_language;
pub mod help;
pub mod measurement;
pub mod my_load;
pub mod openid;
pub mod sign_in;
pub mod start;
pub mod team;
pub mod units;
