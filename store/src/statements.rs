//! Every statement of the store by its text, so that a test can have both engines read them all.

use crate::log;

/// The statements that run on both engines.
pub const ALL: &[&[&str]] = &[&[
    log::TAKE_HEAD,
    log::MOVE_HEAD,
    log::READ_HEAD,
    log::INSERT_EVENT,
    log::READ_EVENTS,
    log::READ_SOME_EVENTS,
    crate::backup::READ_WHOLE_HEAD,
]];
