//! The clocks of the law in words.

use rules::deadline::law::{Duty, Law};
use rules::deadline::{Clock, Problem, State, Step};
use store::deadline::CaseClocks;

use crate::counted;
use crate::language::Locale;
use crate::texts::Tr;

/// A clock as it is shown.
pub(super) struct Line {
    pub reference: String,
    /// Where its case is.
    pub address: String,
    pub kind: String,
    /// Who holds the case; empty where that goes without saying.
    pub holders: String,
    pub title: String,
    pub section: String,
    /// The last day; empty for a duty by need.
    pub last: String,
    /// How it stands.
    pub state: String,
    /// Class of the state in the style sheet.
    pub class: &'static str,
    /// How the last day was computed, step by step.
    pub steps: Vec<String>,
}

/// A case in whose facts something cannot be right.
pub(super) struct Wrong {
    pub reference: String,
    pub address: String,
    pub problems: Vec<String>,
}

/// The address of a case's page.
pub(super) fn address(reference: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(reference.as_bytes()).collect();
    format!("/deadlines/case/{}", encoded.replace('+', "%20"))
}

/// What a duty is called.
pub(crate) fn title<'l>(duty: &'l Duty, tr: &Tr) -> &'l str {
    match tr.locale() {
        Locale::Swedish => &duty.sv,
        Locale::English => &duty.en,
    }
}

/// What an event is called; its id where the law's files do not name it.
pub(crate) fn event(law: &Law, id: &str, tr: &Tr) -> String {
    law.word(id).map_or_else(
        || id.to_owned(),
        |word| match tr.locale() {
            Locale::Swedish => word.sv.clone(),
            Locale::English => word.en.clone(),
        },
    )
}

/// Those who hold a case.
fn holders(case: &CaseClocks<'_>, tr: &Tr) -> String {
    if case.holders.is_empty() {
        return tr.text("deadline-nobody");
    }
    let names: Vec<&str> = case.holders.iter().map(|(person, _)| person.name.as_str()).collect();
    names.join(", ")
}

/// The kind of a case: type and phase.
pub(super) fn kind(case: &CaseClocks<'_>) -> String {
    let kind = case.kind.as_ref();
    kind.map_or_else(String::new, |(case_type, phase)| counted::kind(case_type, phase.as_deref()))
}

/// A clock of a case.
pub(super) fn line(law: &Law, case: &CaseClocks<'_>, clock: &Clock<'_>, with_holders: bool, tr: &Tr) -> Line {
    Line {
        reference: case.reference.clone(),
        address: address(&case.reference),
        kind: kind(case),
        holders: if with_holders { holders(case, tr) } else { String::new() },
        title: title(clock.duty, tr).to_owned(),
        section: format!("{} {}", clock.duty.act, clock.duty.section),
        last: clock.last.map_or_else(String::new, |last| tr.long_day(last)),
        state: state(clock.state, tr),
        class: class(clock.state),
        steps: clock.reckoning.iter().map(|one| step(law, one, tr)).collect(),
    }
}

/// Days in which a clock is soon out, in working days.
const SOON: u32 = 5;

const fn class(state: State) -> &'static str {
    match state {
        State::Passed { .. } | State::Late { .. } => "over",
        State::Running { working_days } if working_days <= SOON => "high",
        State::Running { .. } | State::Kept { .. } | State::FellAway { .. } | State::ByNeed => "calm",
    }
}

/// How a clock stands.
pub(crate) fn state(state: State, tr: &Tr) -> String {
    match state {
        State::Running { working_days } => tr.counted("deadline-left", working_days.into()),
        State::Passed { days } => tr.counted("deadline-passed", days.into()),
        State::Kept { on } => tr.with("deadline-kept", "day", &tr.long_day(on)),
        State::Late { on, days } => {
            let days = tr.counted("days", days.into());
            tr.fill("deadline-late", &[("day", tr.long_day(on).into()), ("days", days.into())])
        }
        State::FellAway { on } => tr.with("deadline-fell-away", "day", &tr.long_day(on)),
        State::ByNeed => tr.text("deadline-by-need"),
    }
}

/// A step of a reckoning.
pub(crate) fn step(law: &Law, step: &Step, tr: &Tr) -> String {
    match step {
        Step::From { event: kind, on } => {
            let arguments = [("event", event(law, kind, tr).into()), ("day", tr.long_day(*on).into())];
            tr.fill("deadline-step-from", &arguments)
        }
        Step::Add { length, day } => {
            let (count, unit) = length.parts();
            let length = tr.counted(&format!("deadline-length-{unit}"), count.into());
            tr.fill(
                "deadline-step-add",
                &[("length", length.into()), ("day", tr.long_day(*day).into())],
            )
        }
        Step::AtOnce => tr.text("deadline-step-at-once"),
        Step::ByNeed => tr.text("deadline-step-by-need"),
        Step::Extended {
            decided,
            until,
            recorded_late,
        } => {
            let arguments = [
                ("decided", tr.long_day(*decided).into()),
                ("until", tr.long_day(*until).into()),
            ];
            let told = tr.fill("deadline-step-extended", &arguments);
            match recorded_late {
                None => told,
                Some(day) => format!("{told} {}", tr.with("deadline-step-recorded-late", "day", &tr.long_day(*day))),
            }
        }
        Step::Moved { to } => tr.with("deadline-step-moved", "day", &tr.long_day(*to)),
        Step::WouldMove { to } => tr.with("deadline-step-would-move", "day", &tr.long_day(*to)),
    }
}

/// What is wrong, and what to do.
pub(crate) fn problem(law: &Law, problem: &Problem, tr: &Tr) -> String {
    let day = |day: jiff::civil::Date| tr.long_day(day);
    match problem {
        Problem::NoDay { event: kind } => tr.with("deadline-problem-no-day", "event", &event(law, kind, tr)),
        Problem::ExtensionWithoutDecision { until: Some(until) } => {
            tr.with("deadline-problem-no-decision", "until", &day(*until))
        }
        Problem::ExtensionWithoutDecision { until: None } => tr.text("deadline-problem-no-decision-at-all"),
        Problem::ExtensionWithoutEnd { decided } => tr.with("deadline-problem-no-end", "decided", &day(*decided)),
        Problem::ExtendedTooLate { decided, last } => tr.fill(
            "deadline-problem-too-late",
            &[("decided", day(*decided).into()), ("last", day(*last).into())],
        ),
        Problem::ExtensionShortens { until, last } => tr.fill(
            "deadline-problem-shortens",
            &[("until", day(*until).into()), ("last", day(*last).into())],
        ),
        Problem::NothingToExtend { decided } => tr.with("deadline-problem-nothing", "decided", &day(*decided)),
        Problem::OutOfOrder {
            event: kind,
            on,
            start,
            started,
        } => tr.fill(
            "deadline-problem-order",
            &[
                ("event", event(law, kind, tr).into()),
                ("day", day(*on).into()),
                ("start", event(law, start, tr).into()),
                ("started", day(*started).into()),
            ],
        ),
        Problem::BeforeItCameIn {
            phase,
            began,
            ended,
            received,
        } => {
            let arguments = [
                ("phase", counted::in_words(phase).into()),
                ("began", day(*began).into()),
                ("ended", ended.map_or_else(String::new, day).into()),
                ("received", day(*received).into()),
            ];
            let id = if ended.is_some() {
                "deadline-problem-ended-before"
            } else {
                "deadline-problem-began-before"
            };
            tr.fill(id, &arguments)
        }
        Problem::TwoOpen { first, second } => tr.fill(
            "deadline-problem-two",
            &[("first", day(*first).into()), ("second", day(*second).into())],
        ),
        Problem::Unknown { event } => tr.with("deadline-problem-unknown", "event", event),
    }
}

/// The case with what cannot be right in it; none where nothing is wrong.
pub(super) fn wrong(law: &Law, case: &CaseClocks<'_>, tr: &Tr) -> Option<Wrong> {
    (!case.problems.is_empty()).then(|| Wrong {
        reference: case.reference.clone(),
        address: address(&case.reference),
        problems: case.problems.iter().map(|one| problem(law, one, tr)).collect(),
    })
}
