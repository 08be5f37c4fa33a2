//! Every statement of the store by its text, so that a test can have both engines read them all.

use crate::log;

/// The statements that run on both engines.
pub const ALL: &[&[&str]] = &[
    &[
        log::TAKE_HEAD,
        log::MOVE_HEAD,
        log::READ_HEAD,
        log::INSERT_EVENT,
        log::READ_EVENTS,
        log::READ_SOME_EVENTS,
        crate::backup::READ_WHOLE_HEAD,
    ],
    &[crate::unit::UNITS, crate::unit::CHANGE_UNIT],
    &[
        crate::person::PEOPLE,
        crate::person::ALIASES,
        crate::person::CHANGE_PERSON,
        crate::person::LATEST_EMPLOYMENTS,
        crate::person::END_EMPLOYMENT,
        crate::person::CONTINUE_EMPLOYMENT,
        crate::person::CORRECT_EMPLOYMENT,
        crate::person::LATEST_REDUCTIONS,
        crate::person::END_REDUCTION,
        crate::person::CONTINUE_REDUCTION,
        crate::person::CORRECT_REDUCTION,
        crate::person::DUTIES,
        crate::person::END_DUTY,
        crate::person::SUPPORT,
    ],
    &[
        crate::case::HAS_CASES,
        crate::case::LAST_EXPORT,
        crate::case::CASES_OF,
        crate::case::PHASES_OF,
        crate::case::EFFORT_OF,
        crate::case::HOLDERS_OF,
        crate::case::CHANGE_CASE,
        crate::case::CHANGE_PHASE,
        crate::case::CORRECT_EFFORT,
        crate::case::CHANGE_EFFORT,
        crate::case::END_ASSIGNMENT,
        crate::case::WITHDRAW_PHASE,
        crate::case::ALL_PHASES,
    ],
    &[
        crate::load::REFERENCES_OF_ONE,
        crate::load::FIND_PERSON,
        crate::load::UNALLOCATED,
        crate::load::CASE_ON,
        crate::load::EFFORT_ON,
        crate::load::CASE_EXISTS,
    ],
    &[
        crate::weight_model::ADOPTED,
        crate::weight_model::VALID_SAME_DAY,
        crate::weight_model::ADOPT,
    ],
    &[
        crate::import::take_in::INSERT_RUN,
        crate::import::take_in::LATEST_RUN,
        crate::import::take_in::HELD_BY_LEAVERS,
        crate::import::take_in::IN_NO_UNIT,
    ],
];
