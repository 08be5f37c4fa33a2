//! Which clocks are followed: those of which it can be known whether they were kept.

use super::law::{Duty, Law};
use super::{Clock, Facts};

/// The duties whose clocks are followed.
///
/// A clock that nobody stops runs out on every case: one that no system is told the keeping of says nothing. So a duty is followed when the
/// days of phases tell that it was kept, when something that begins or keeps it was recorded on the case, or when the municipality says that
/// it records it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Followed {
    always: Vec<String>,
}

impl Followed {
    /// With these duties, by their ids, followed on every case.
    #[must_use]
    pub fn with(always: &[String]) -> Self {
        Self { always: always.to_vec() }
    }

    /// Whether a duty is followed on every case where it arises.
    #[must_use]
    pub fn always(&self, law: &Law, duty: &Duty) -> bool {
        law.is_told_by_phases(duty) || self.always.contains(&duty.id)
    }

    /// Whether a clock of a case is followed, by what is known of the case.
    #[must_use]
    pub fn follows(&self, law: &Law, clock: &Clock<'_>, facts: &Facts) -> bool {
        let duty = clock.duty;
        let is_of_duty = |kind: &String| *kind == duty.starts || duty.kept_by.contains(kind);
        self.always(law, duty) || facts.events.iter().any(|event| is_of_duty(&event.kind))
    }
}
