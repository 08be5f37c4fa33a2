//! Counting the clocks of one case.

use jiff::civil::Date;

use super::law::{Duty, EXTENSION, Law, Time};
use super::{Clock, Event, Facts, Problem, State, Step};
use crate::calendar;

/// More rounds of one duty than any case has; a file with a day of the year 1 ends there.
const MOST_ROUNDS: u32 = 1_000;

/// The event that a case begins with.
const REPORT: &str = "report-received";

/// Something that happened, with its day.
struct Happened<'f> {
    on: Date,
    kind: &'f str,
}

/// A decision on more time.
struct Extension<'f> {
    decided: Date,
    until: Date,
    duty: Option<&'f str>,
    recorded: Date,
}

/// Every clock of a case, as things stand today by what is known: those that run, those that were kept and those that were not, by the
/// day they are counted from; and what cannot be right in what is known.
///
/// A later fact never moves a day that has passed unnoticed: an extension decided after the last day changes nothing and is a
/// [`Problem`]; one that was decided in time but recorded afterwards says so in the [`Step`]. Which act a duty falls under is chosen by
/// the day it is counted from.
#[must_use]
pub fn clocks<'l>(law: &'l Law, facts: &Facts, today: Date) -> (Vec<Clock<'l>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let happened = happened(law, facts, &mut problems);
    let extensions = extensions(facts, &mut problems);
    two_open_at_once(law, facts, &mut problems);
    let case = Case {
        happened: &happened,
        extensions: &extensions,
        today,
    };
    let mut used = vec![false; extensions.len()];
    let mut clocks = Vec::new();
    for start in &happened {
        for duty in law.duties().iter().filter(|duty| duty.starts == start.kind) {
            let Some(counted_from) = case.counted_from(duty, start) else {
                continue;
            };
            if duty.is_valid(counted_from.on) && case.arises(duty, start) {
                case.rounds(law, duty, start, counted_from, &mut used, &mut clocks, &mut problems);
            }
        }
    }
    let unused = extensions.iter().zip(used).filter(|(_, used)| !used);
    problems.extend(unused.map(|(extension, _)| Problem::NothingToExtend {
        decided: extension.decided,
    }));
    clocks.sort_by(|a, b| (a.from, &a.duty.id, a.round).cmp(&(b.from, &b.duty.id, b.round)));
    clocks.dedup();
    problems.extend(out_of_order(law, &happened));
    (clocks, problems)
}

/// Events and the first and closing days of phases, in the order of their days; what happened on one day, in the order of the law's words.
fn happened<'f>(law: &'f Law, facts: &'f Facts, problems: &mut Vec<Problem>) -> Vec<Happened<'f>> {
    let mut all = Vec::new();
    for event in facts.events.iter().filter(|event| event.kind != EXTENSION) {
        match event.on {
            _ if law.word(&event.kind).is_none() => problems.push(Problem::Unknown {
                event: event.kind.clone(),
            }),
            None => problems.push(Problem::NoDay {
                event: event.kind.clone(),
            }),
            Some(on) => all.push(Happened { on, kind: &event.kind }),
        }
    }
    all.extend(came_in(law, facts, problems).map(|on| Happened { on, kind: REPORT }));
    let said = all.len();
    let beginning: Vec<(&str, Date)> = facts
        .phases
        .iter()
        .filter_map(|(phase, period)| Some((law.phase(phase)?.begins.as_deref()?, period.from())))
        .collect();
    for &(kind, from) in &beginning {
        // What the source says of its own, such as the day a report came in, is not said again by the phase that follows it.
        let is_between = |day: Date| {
            beginning
                .iter()
                .any(|&(other, begun)| other == kind && (day..from).contains(&begun))
        };
        let is_said = all[..said]
            .iter()
            .any(|known| known.kind == kind && known.on <= from && !is_between(known.on));
        if !is_said {
            all.push(Happened { on: from, kind });
        }
    }
    for (phase, period) in &facts.phases {
        let ends = law.phase(phase).and_then(|meaning| meaning.ends.as_deref());
        all.extend(ends.zip(period.to()).map(|(kind, on)| Happened { on, kind }));
    }
    let place = |kind: &str| law.words().iter().position(|word| word.id == kind);
    all.sort_by_key(|one| (one.on, place(one.kind)));
    all.dedup_by(|a, b| (a.on, a.kind) == (b.on, b.kind));
    all
}

/// The day on which the case came in, where it begins with a report that was taken up then or later.
fn came_in(law: &Law, facts: &Facts, problems: &mut Vec<Problem>) -> Option<Date> {
    let received = facts.received?;
    let (phase, period) = facts.phases.iter().min_by_key(|(phase, period)| (*period, phase))?;
    if law.phase(phase)?.begins.as_deref() != Some(REPORT) {
        return None;
    }
    if received > period.from() {
        problems.push(Problem::BeforeItCameIn {
            phase: phase.clone(),
            began: period.from(),
            ended: period.to().filter(|ended| *ended < received),
            received,
        });
        return None;
    }
    // What somebody recorded of the report comes before what the list of cases says.
    let is_recorded = facts
        .events
        .iter()
        .any(|event| event.kind == REPORT && event.on.is_some_and(|on| on <= period.from()));
    (!is_recorded).then_some(received)
}

fn extensions<'f>(facts: &'f Facts, problems: &mut Vec<Problem>) -> Vec<Extension<'f>> {
    let mut all = Vec::new();
    for event in facts.events.iter().filter(|event| event.kind == EXTENSION) {
        let Event {
            on,
            until,
            duty,
            recorded,
            ..
        } = event;
        match (*on, *until) {
            (None, until) => problems.push(Problem::ExtensionWithoutDecision { until }),
            (Some(decided), None) => problems.push(Problem::ExtensionWithoutEnd { decided }),
            (Some(decided), Some(until)) => all.push(Extension {
                decided,
                until,
                duty: duty.as_deref(),
                recorded: *recorded,
            }),
        }
    }
    all.sort_by_key(|extension| (extension.decided, extension.until));
    all
}

/// A case has one investigation at a time.
fn two_open_at_once(law: &Law, facts: &Facts, problems: &mut Vec<Problem>) {
    let is_investigation = |phase: &str| {
        let begins = law.phase(phase).and_then(|meaning| meaning.begins.as_deref());
        begins == Some("investigation-opened")
    };
    let mut open: Vec<_> = facts
        .phases
        .iter()
        .filter(|(phase, _)| is_investigation(phase))
        .map(|(_, period)| *period)
        .collect();
    open.sort_unstable();
    problems.extend(open.windows(2).filter_map(|pair| {
        pair[0].overlap(pair[1]).map(|_| Problem::TwoOpen {
            first: pair[0].from(),
            second: pair[1].from(),
        })
    }));
}

/// What keeps a duty although that has not arisen before it, and arises after.
fn out_of_order(law: &Law, happened: &[Happened<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (place, end) in happened.iter().enumerate() {
        let duties = || {
            law.duties()
                .iter()
                .filter(|duty| duty.is_valid(end.on) && duty.kept_by.iter().any(|kind| kind == end.kind))
        };
        let has_begun = |duty: &Duty| happened[..place].iter().any(|start| start.kind == duty.starts);
        if duties().next().is_none() || duties().any(has_begun) {
            continue;
        }
        let later = happened[place + 1..]
            .iter()
            .find(|start| duties().any(|duty| duty.starts == start.kind));
        if let Some(start) = later {
            problems.push(Problem::OutOfOrder {
                event: end.kind.to_owned(),
                on: end.on,
                start: start.kind.to_owned(),
                started: start.on,
            });
        }
    }
    problems
}

struct Case<'c, 'f> {
    happened: &'c [Happened<'f>],
    extensions: &'c [Extension<'f>],
    today: Date,
}

impl<'f> Case<'_, 'f> {
    /// The event that the time is counted from.
    fn counted_from<'s>(&'s self, duty: &Duty, start: &'s Happened<'f>) -> Option<&'s Happened<'f>> {
        if duty.counted_from.is_empty() {
            return Some(start);
        }
        let mut before = self.happened.iter().filter(|one| one.on <= start.on);
        before.rfind(|one| duty.counted_from.iter().any(|kind| kind == one.kind))
    }

    /// Whether the duty arises: not while something goes on that makes it needless.
    fn arises(&self, duty: &Duty, start: &Happened<'_>) -> bool {
        let Some(between) = &duty.not_between else { return true };
        let mut before = self.happened.iter().filter(|one| one.on < start.on);
        let last = before.rfind(|one| one.kind == between.begin || one.kind == between.end);
        last.is_none_or(|last| last.kind == between.end)
    }

    /// The first of these events on or after `from`. What keeps a returning duty must come after the day it is counted from.
    fn first<'s>(&'s self, kinds: &[String], from: Date, on_the_day: bool) -> Option<&'s Happened<'f>> {
        let mut all = self.happened.iter();
        all.find(|one| (one.on > from || (on_the_day && one.on == from)) && kinds.iter().any(|kind| kind == one.kind))
    }

    /// The clock, and for a duty that returns every further one.
    #[expect(clippy::too_many_arguments, reason = "the parts of one reckoning")]
    fn rounds<'l>(
        &self,
        law: &'l Law,
        first: &'l Duty,
        start: &Happened<'_>,
        counted_from: &Happened<'_>,
        used: &mut [bool],
        clocks: &mut Vec<Clock<'l>>,
        problems: &mut Vec<Problem>,
    ) {
        let fell = self.first(&first.falls_with, start.on, true).map(|event| event.on);
        let (mut duty, mut event, mut from) = (first, counted_from.kind.to_owned(), counted_from.on);
        for round in 0..MOST_ROUNDS {
            let time = if round == 0 {
                duty.length
            } else {
                duty.every.unwrap_or(duty.length)
            };
            let mut reckoning = vec![Step::From { event, on: from }];
            let last = self.last(duty, time, from, &mut reckoning, used, problems);
            // The day of an at-once duty, and of a decision that follows the report, may be the day it arose.
            let kept = self.first(&duty.kept_by, from.max(if round == 0 { start.on } else { from }), round == 0);
            let kept = kept.filter(|kept| fell.is_none_or(|fell| kept.on <= fell));
            let state = self.state(last, kept.map(|kept| kept.on), fell);
            clocks.push(Clock {
                duty,
                round,
                from,
                last,
                reckoning,
                state,
            });
            let (Some(kept), Some(_)) = (kept, duty.every) else { return };
            if fell == Some(kept.on) {
                return;
            }
            (event, from) = (kept.kind.to_owned(), kept.on);
            match law.duty(&duty.id, from) {
                Some(now) => duty = now,
                None => return,
            }
        }
    }

    fn state(&self, last: Option<Date>, kept: Option<Date>, fell: Option<Date>) -> State {
        let since = |last: Date, day: Date| u32::try_from(last.duration_until(day).as_hours() / 24).unwrap_or(0);
        match (kept, fell, last) {
            (Some(on), _, Some(last)) if on > last => State::Late {
                on,
                days: since(last, on),
            },
            (Some(on), ..) => State::Kept { on },
            (None, Some(on), _) => State::FellAway { on },
            (None, None, None) => State::ByNeed,
            (None, None, Some(last)) if last < self.today => State::Passed {
                days: since(last, self.today),
            },
            (None, None, Some(last)) => State::Running {
                working_days: calendar::working_days_left(self.today, last),
            },
        }
    }

    /// The last day, with how it was computed.
    fn last(
        &self,
        duty: &Duty,
        time: Time,
        from: Date,
        reckoning: &mut Vec<Step>,
        used: &mut [bool],
        problems: &mut Vec<Problem>,
    ) -> Option<Date> {
        let length = match time {
            Time::AtOnce => {
                reckoning.push(Step::AtOnce);
                return Some(from);
            }
            Time::ByNeed => {
                reckoning.push(Step::ByNeed);
                return None;
            }
            Time::Fixed(length) => length,
        };
        let mut last = length.after(from);
        reckoning.push(Step::Add { length, day: last });
        if duty.extension.is_some() {
            let over = self.first(&duty.kept_by, from, true).map(|kept| kept.on);
            for (extension, used) in self.extensions.iter().zip(used) {
                let is_of_duty = extension.duty.is_none_or(|id| id == duty.id);
                let is_of_round = extension.decided >= from && over.is_none_or(|over| extension.decided <= over);
                if *used || !is_of_duty || !is_of_round {
                    continue;
                }
                *used = true;
                if extension.decided > last {
                    problems.push(Problem::ExtendedTooLate {
                        decided: extension.decided,
                        last,
                    });
                } else if extension.until <= last {
                    problems.push(Problem::ExtensionShortens {
                        until: extension.until,
                        last,
                    });
                } else {
                    let recorded_late = (extension.recorded > last).then_some(extension.recorded);
                    last = extension.until;
                    reckoning.push(Step::Extended {
                        decided: extension.decided,
                        until: last,
                        recorded_late,
                    });
                }
            }
        }
        let to = calendar::working_day_from(last);
        if to != last {
            if duty.moves {
                reckoning.push(Step::Moved { to });
                last = to;
            } else {
                reckoning.push(Step::WouldMove { to });
            }
        }
        Some(last)
    }
}
