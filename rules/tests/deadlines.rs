//! The clocks of the law: every row of the acts, the change of acts, extensions, and what cannot be right.

#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::deadline::{Clock, Event, Facts, Followed, Law, Problem, State, Step, clocks, figures};
use rules::period::Period;

fn law() -> Law {
    Law::shipped().expect("the shipped law is in order")
}

fn event(kind: &str, on: Date) -> Event {
    Event {
        on: Some(on),
        kind: kind.to_owned(),
        duty: None,
        until: None,
        recorded: on,
    }
}

fn extension(decided: Date, until: Date) -> Event {
    Event {
        until: Some(until),
        ..event("extension-decided", decided)
    }
}

fn facts(events: Vec<Event>) -> Facts {
    Facts {
        events,
        ..Facts::default()
    }
}

fn only<'c, 'l>(clocks: &'c [Clock<'l>], duty: &str) -> &'c Clock<'l> {
    let found: Vec<_> = clocks.iter().filter(|clock| clock.duty.id == duty).collect();
    assert_eq!(found.len(), 1, "{duty}: {found:?}");
    found[0]
}

/// Duty, event it arises with, and the section and last day for one that arises on 10 February 2025 and on 10 February 2026.
type Row = (
    &'static str,
    &'static [&'static str],
    (&'static str, &'static str, Option<Date>),
    (&'static str, &'static str, Option<Date>),
);

const OLD: &str = "SoL 2001:453";
const NEW: &str = "SoL 2025:400";
const LVU: &str = "LVU 1990:52";
const FL: &str = "FL 2017:900";

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    let (y25, y26) = (|month, day| Some(date(2025, month, day)), |month, day| Some(date(2026, month, day)));
    vec![
        ("protection-assessment",   &["report-received"], (OLD, "11 kap. 1 a § första stycket", y25(2, 10)), (NEW, "20 kap. 1 §", y26(2, 10))),
        ("preliminary-assessment",  &["report-received"], (OLD, "11 kap. 1 a § andra stycket", y25(2, 24)), (NEW, "20 kap. 2 §", y26(2, 24))),
        ("open-investigation",      &["report-received"], (OLD, "11 kap. 1 §", None), (NEW, "14 kap. 2 §", None)),
        ("investigation",           &["investigation-opened"], (OLD, "11 kap. 2 §", y25(6, 10)), (NEW, "20 kap. 3 §", y26(6, 10))),
        ("inform-of-investigation", &["investigation-opened"], (OLD, "11 kap. 2 § tredje stycket", y25(2, 10)), (NEW, "20 kap. 4 §", y26(2, 10))),
        ("feedback",                &["feedback-requested"], (OLD, "14 kap. 1 b §", None), (NEW, "19 kap. 6 §", y26(2, 17))),
        ("placement-consideration", &["placed"], (OLD, "6 kap. 8 §", y25(8, 10)), (NEW, "22 kap. 13 §", y26(8, 10))),
        ("custody-consideration",   &["placed-in-family-home"], (OLD, "6 kap. 8 b §", Some(date(2027, 2, 10))), (NEW, "22 kap. 14 §", Some(date(2028, 2, 10)))),
        ("visits",                  &["placed"], (OLD, "6 kap. 7 b–c §§", None), (NEW, "22 kap. 11–12 §§", None)),
        ("follow-up",               &["investigation-closed", "follow-up-decided"], (OLD, "11 kap. 4 a–c §§", y25(4, 10)), (NEW, "23 kap. 1–2 och 5 §§", y26(8, 10))),
        ("follow-up",               &["placement-ended", "follow-up-decided"], (OLD, "11 kap. 4 a–c §§", y25(4, 10)), (NEW, "23 kap. 1–2 och 5 §§", y26(8, 10))),
        ("lex-sarah",               &["irregularity-reported"], (OLD, "14 kap. 3 och 6 §§", y25(2, 10)), (NEW, "27 kap. 5 §", y26(2, 10))),
        ("lvu-consideration",       &["care-for-home-began"], (LVU, "13 § första stycket", y25(8, 10)), (LVU, "13 § första stycket", y26(8, 10))),
        ("lvu-review",              &["care-for-behaviour-enforced"], (LVU, "13 § andra stycket", y25(8, 10)), (LVU, "13 § andra stycket", y26(8, 10))),
        ("lvu-submission",          &["taken-into-immediate-care"], (LVU, "7 §", y25(2, 17)), (LVU, "7 §", y26(2, 17))),
        ("lvu-application",         &["immediate-care-enforced"], (LVU, "8 §", y25(3, 10)), (LVU, "8 §", y26(3, 10))),
        ("lvu-contact",             &["contact-restricted"], (LVU, "14 §", y25(5, 10)), (LVU, "14 §", y26(5, 10))),
        ("lvu-removal",             &["removal-prohibited"], (LVU, "26 §", y25(5, 10)), (LVU, "26 §", y26(5, 10))),
        ("lvu-custody",             &["placed-in-family-home-in-care"], (LVU, "13 c §", Some(date(2027, 2, 10))), (LVU, "13 c §", Some(date(2028, 2, 10)))),
        ("lvu-follow-up",           &["care-ended", "follow-up-decided"], (LVU, "21 b–c §§", y25(8, 10)), (LVU, "21 b–c §§", y26(8, 10))),
        ("lvu-preventive-measure",  &["preventive-measure-decided"], (LVU, "22 § andra stycket", y25(8, 10)), (LVU, "22 § andra stycket", y26(8, 10))),
        ("lvu-travel",              &["travel-prohibited"], (LVU, "31 c §", y25(8, 10)), (LVU, "31 c §", y26(8, 10))),
        ("lvu-travel-submission",   &["travel-prohibited-for-now"], (LVU, "31 e §", y25(2, 17)), (LVU, "31 e §", y26(2, 17))),
        ("lvu-travel-application",  &["travel-prohibited-for-now"], (LVU, "31 f §", y25(3, 10)), (LVU, "31 f §", y26(3, 10))),
        ("delay",                   &["matter-begun-by-party"], (FL, "11–12 §§", y25(8, 10)), (FL, "11–12 §§", y26(8, 10))),
        ("delay-answer",            &["decision-requested"], (FL, "12 §", y25(3, 10)), (FL, "12 §", y26(3, 10))),
    ]
}

#[test]
fn every_duty_runs_by_the_act_of_the_day_it_arose() {
    let law = law();
    for (duty, events, old, new) in rows() {
        for (day, (act, section, last)) in [(date(2025, 2, 10), old), (date(2026, 2, 10), new)] {
            let facts = facts(events.iter().map(|kind| event(kind, day)).collect());
            let (clocks, problems) = clocks(&law, &facts, day);
            let clock = only(&clocks, duty);
            assert_eq!(
                (clock.duty.act.as_str(), clock.duty.section.as_str(), clock.last),
                (act, section, last),
                "{duty}, {day}"
            );
            assert!(problems.is_empty(), "{problems:?}");
            assert!(matches!(clock.reckoning[0], Step::From { on, .. } if on == day));
        }
    }
    let told: std::collections::HashSet<&str> = rows().iter().map(|row| row.0).collect();
    let untold: Vec<_> = law.duties().iter().filter(|duty| !told.contains(duty.id.as_str())).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn the_act_changes_with_the_first_of_july_2025() {
    let law = law();
    for (day, act, last) in [
        (date(2025, 6, 30), OLD, date(2025, 8, 30)),
        (date(2025, 7, 1), NEW, date(2026, 1, 1)),
    ] {
        let facts = facts(vec![
            event("investigation-closed", day),
            event("follow-up-decided", date(2025, 7, 3)),
        ]);
        let (clocks, _) = clocks(&law, &facts, date(2025, 7, 3));
        let clock = only(&clocks, "follow-up");
        assert_eq!((clock.duty.act.as_str(), clock.last), (act, Some(last)), "closed {day}");
    }
    let facts = facts(vec![event("investigation-opened", date(2025, 6, 30))]);
    let (clocks, _) = clocks(&law, &facts, date(2025, 7, 15));
    assert_eq!(
        only(&clocks, "investigation").duty.section,
        "11 kap. 2 §",
        "what arose under the old act stays under it"
    );
}

#[test]
fn a_day_off_moves_only_what_must_reach_a_court_and_is_shown_for_all() {
    let law = law();
    // 27 March 2026 + 1 week is Good Friday; the next working day is Tuesday 7 April.
    let facts = facts(vec![
        event("taken-into-immediate-care", date(2026, 3, 27)),
        event("report-received", date(2026, 3, 20)),
    ]);
    let (clocks, _) = clocks(&law, &facts, date(2026, 3, 27));
    let court = only(&clocks, "lvu-submission");
    assert_eq!(court.last, Some(date(2026, 4, 7)));
    assert_eq!(court.reckoning.last(), Some(&Step::Moved { to: date(2026, 4, 7) }));
    let assessment = only(&clocks, "preliminary-assessment");
    assert_eq!(assessment.last, Some(date(2026, 4, 3)));
    assert_eq!(assessment.reckoning.last(), Some(&Step::WouldMove { to: date(2026, 4, 7) }));
}

#[test]
fn four_months_from_a_day_that_the_last_month_does_not_have_end_with_that_month() {
    let law = law();
    for (opened, last) in [
        (date(2025, 10, 31), date(2026, 2, 28)),
        (date(2027, 10, 30), date(2028, 2, 29)),
        (date(2025, 12, 31), date(2026, 4, 30)),
        (date(2024, 2, 29), date(2024, 6, 29)),
    ] {
        let facts = facts(vec![event("investigation-opened", opened)]);
        let (clocks, _) = clocks(&law, &facts, opened);
        assert_eq!(only(&clocks, "investigation").last, Some(last), "opened {opened}");
    }
}

#[test]
fn phases_start_and_stop_clocks_by_themselves() {
    let law = law();
    let facts = Facts {
        phases: vec![
            (
                "forhandsbedomning".to_owned(),
                Period::new(date(2026, 1, 7), Some(date(2026, 1, 20))).expect("in order"),
            ),
            (
                "utredning".to_owned(),
                Period::new(date(2026, 1, 20), Some(date(2026, 6, 1))).expect("in order"),
            ),
            ("insats".to_owned(), Period::since(date(2026, 6, 1))),
        ],
        ..Facts::default()
    };
    let (clocks, problems) = clocks(&law, &facts, date(2026, 6, 3));
    assert_eq!(problems, []);
    assert_eq!(
        only(&clocks, "preliminary-assessment").state,
        State::Kept { on: date(2026, 1, 20) }
    );
    let investigation = only(&clocks, "investigation");
    assert_eq!(investigation.last, Some(date(2026, 5, 20)));
    assert_eq!(
        investigation.state,
        State::Late {
            on: date(2026, 6, 1),
            days: 12
        }
    );
}

#[test]
fn the_day_a_report_came_in_counts_and_not_the_day_somebody_began_with_it() {
    let law = law();
    let facts = Facts {
        phases: vec![
            (
                "forhandsbedomning".to_owned(),
                Period::new(date(2026, 1, 12), Some(date(2026, 1, 20))).expect("in order"),
            ),
            ("forhandsbedomning".to_owned(), Period::since(date(2026, 3, 2))),
        ],
        events: vec![event("report-received", date(2026, 1, 7))],
        received: None,
    };
    let (clocks, _) = clocks(&law, &facts, date(2026, 3, 3));
    let from: Vec<Date> = clocks
        .iter()
        .filter(|clock| clock.duty.id == "preliminary-assessment")
        .map(|clock| clock.from)
        .collect();
    assert_eq!(from, [date(2026, 1, 7), date(2026, 3, 2)]);
}

#[test]
fn the_day_a_case_came_in_counts_unless_it_lies_after_its_first_phase() {
    let law = law();
    let phase = |from, to| ("forhandsbedomning".to_owned(), Period::new(from, to).expect("in order"));
    let began = date(2026, 1, 12);
    let facts = |received, ended| Facts {
        phases: vec![phase(date(2026, 3, 2), None), phase(began, Some(ended))],
        received: Some(received),
        ..Facts::default()
    };
    let from = |facts: &Facts| {
        let (clocks, problems) = clocks(&law, facts, date(2026, 3, 3));
        let assessments = clocks.iter().filter(|clock| clock.duty.id == "preliminary-assessment");
        (assessments.map(|clock| clock.from).collect::<Vec<_>>(), problems)
    };
    let later = date(2026, 3, 2);
    assert_eq!(
        from(&facts(date(2026, 1, 7), date(2026, 1, 20))),
        (vec![date(2026, 1, 7), later], vec![])
    );
    for (received, ended, told) in [
        (date(2026, 1, 15), date(2026, 1, 20), None),
        (date(2026, 1, 15), date(2026, 1, 13), Some(date(2026, 1, 13))),
    ] {
        let problem = Problem::BeforeItCameIn {
            phase: "forhandsbedomning".to_owned(),
            began,
            ended: told,
            received,
        };
        assert_eq!(from(&facts(received, ended)), (vec![began, later], vec![problem]));
    }
}

#[test]
fn a_clock_is_followed_when_something_can_tell_that_it_was_kept() {
    let law = law();
    let phases = Facts {
        phases: vec![("forhandsbedomning".to_owned(), Period::since(date(2026, 1, 7)))],
        ..Facts::default()
    };
    let followed = |facts: &Facts, always: &[&str]| {
        let always: Vec<String> = always.iter().map(|duty| (*duty).to_owned()).collect();
        let followed = Followed::with(&always);
        let (clocks, _) = clocks(&law, facts, date(2026, 1, 8));
        let mut duties: Vec<String> = clocks
            .iter()
            .filter(|clock| followed.follows(&law, clock, facts))
            .map(|clock| clock.duty.id.clone())
            .collect();
        duties.sort();
        duties
    };
    let by_phases = ["open-investigation", "preliminary-assessment"];
    let all = ["open-investigation", "preliminary-assessment", "protection-assessment"];
    assert_eq!(followed(&phases, &[]), by_phases);
    assert_eq!(followed(&phases, &["protection-assessment"]), all);
    let recorded = Facts {
        events: vec![event("protection-assessed", date(2026, 1, 7))],
        ..phases
    };
    assert_eq!(followed(&recorded, &[]), all);
}

#[test]
fn no_new_assessment_is_decided_while_an_investigation_runs() {
    let law = law();
    let facts = facts(vec![
        event("report-received", date(2026, 1, 7)),
        event("investigation-opened", date(2026, 1, 12)),
        event("report-received", date(2026, 2, 2)),
        event("investigation-closed", date(2026, 4, 1)),
        event("report-received", date(2026, 5, 4)),
    ]);
    let (clocks, _) = clocks(&law, &facts, date(2026, 5, 5));
    let from: Vec<Date> = clocks
        .iter()
        .filter(|clock| clock.duty.id == "preliminary-assessment")
        .map(|clock| clock.from)
        .collect();
    assert_eq!(from, [date(2026, 1, 7), date(2026, 5, 4)]);
    // But whether the child is safe is assessed each time.
    assert_eq!(
        clocks.iter().filter(|clock| clock.duty.id == "protection-assessment").count(),
        3
    );
}

#[test]
fn what_returns_is_counted_from_when_it_was_last_done() {
    let law = law();
    let facts = facts(vec![
        event("placed-in-family-home", date(2022, 3, 1)),
        event("custody-considered", date(2024, 2, 20)),
        event("custody-considered", date(2025, 3, 3)),
    ]);
    let (clocks, _) = clocks(&law, &facts, date(2026, 2, 27));
    let rounds: Vec<_> = clocks
        .iter()
        .map(|clock| (clock.round, clock.from, clock.last.expect("fixed"), clock.state))
        .collect();
    assert_eq!(
        rounds,
        [
            (0, date(2022, 3, 1), date(2024, 3, 1), State::Kept { on: date(2024, 2, 20) }),
            (
                1,
                date(2024, 2, 20),
                date(2025, 2, 20),
                State::Late {
                    on: date(2025, 3, 3),
                    days: 11
                }
            ),
            (2, date(2025, 3, 3), date(2026, 3, 3), State::Running { working_days: 2 }),
        ]
    );
    assert_eq!(
        clocks.iter().map(|clock| clock.duty.act.as_str()).collect::<Vec<_>>(),
        [OLD, OLD, OLD]
    );
}

#[test]
fn a_duty_falls_away_with_what_it_was_about() {
    let law = law();
    let facts = facts(vec![
        event("placed", date(2026, 1, 12)),
        event("placement-considered", date(2026, 6, 1)),
        event("placement-ended", date(2026, 9, 1)),
    ]);
    let (clocks, _) = clocks(&law, &facts, date(2027, 1, 1));
    let states: Vec<_> = clocks
        .iter()
        .filter(|clock| clock.duty.id == "placement-consideration")
        .map(|clock| clock.state)
        .collect();
    assert_eq!(
        states,
        [State::Kept { on: date(2026, 6, 1) }, State::FellAway { on: date(2026, 9, 1) }]
    );
}

#[test]
fn an_extension_in_time_moves_the_last_day_and_says_so() {
    let law = law();
    let mut late = extension(date(2026, 4, 20), date(2026, 7, 31));
    late.recorded = date(2026, 6, 1);
    let facts = facts(vec![event("investigation-opened", date(2026, 1, 12)), late]);
    let (clocks, problems) = clocks(&law, &facts, date(2026, 6, 2));
    assert_eq!(problems, []);
    let clock = only(&clocks, "investigation");
    assert_eq!(clock.last, Some(date(2026, 7, 31)));
    assert_eq!(
        clock.reckoning[2],
        Step::Extended {
            decided: date(2026, 4, 20),
            until: date(2026, 7, 31),
            recorded_late: Some(date(2026, 6, 1)),
        }
    );
}

#[test]
fn each_thing_that_cannot_be_right_is_named_and_moves_nothing() {
    let law = law();
    let opened = event("investigation-opened", date(2026, 1, 12));
    let last = date(2026, 5, 12);
    let no_decision = Event {
        on: None,
        ..extension(date(2026, 5, 1), date(2026, 9, 1))
    };
    let no_end = Event {
        until: None,
        ..extension(date(2026, 5, 1), date(2026, 9, 1))
    };
    let no_day = Event {
        on: None,
        ..event("investigation-closed", date(2026, 5, 1))
    };
    #[rustfmt::skip]
    let cases = [
        (no_decision, Problem::ExtensionWithoutDecision { until: Some(date(2026, 9, 1)) }),
        (no_end, Problem::ExtensionWithoutEnd { decided: date(2026, 5, 1) }),
        (extension(date(2026, 5, 13), date(2026, 9, 1)), Problem::ExtendedTooLate { decided: date(2026, 5, 13), last }),
        (extension(date(2026, 5, 1), date(2026, 5, 12)), Problem::ExtensionShortens { until: date(2026, 5, 12), last }),
        (extension(date(2025, 5, 1), date(2026, 9, 1)), Problem::NothingToExtend { decided: date(2025, 5, 1) }),
        (no_day, Problem::NoDay { event: "investigation-closed".to_owned() }),
        (event("went-fishing", date(2026, 5, 1)), Problem::Unknown { event: "went-fishing".to_owned() }),
        (event("investigation-closed", date(2026, 1, 2)), Problem::OutOfOrder {
            event: "investigation-closed".to_owned(), on: date(2026, 1, 2), start: "investigation-opened".to_owned(), started: date(2026, 1, 12),
        }),
    ];
    for (wrong, problem) in cases {
        let facts = facts(vec![opened.clone(), wrong]);
        let (clocks, problems) = clocks(&law, &facts, date(2026, 5, 20));
        assert_eq!(problems, [problem]);
        assert!(!problems[0].to_string().is_empty());
        let clock = only(&clocks, "investigation");
        assert_eq!(
            (clock.last, clock.state),
            (Some(last), State::Passed { days: 8 }),
            "{}",
            problems[0]
        );
    }
}

#[test]
fn two_investigations_open_at_once_are_named() {
    let law = law();
    let facts = Facts {
        phases: vec![
            ("utredning".to_owned(), Period::since(date(2026, 1, 7))),
            ("utredning".to_owned(), Period::since(date(2026, 3, 2))),
        ],
        ..Facts::default()
    };
    let (_, problems) = clocks(&law, &facts, date(2026, 3, 3));
    assert_eq!(
        problems,
        [Problem::TwoOpen {
            first: date(2026, 1, 7),
            second: date(2026, 3, 2)
        }]
    );
}

#[test]
fn figures_say_how_many_were_kept_and_which_months_stand_out() {
    let law = law();
    let mut all = Vec::new();
    for month in 1..=8 {
        for number in 0..20_i8 {
            let opened = date(2026, month, 1 + number % 5);
            // In August none is kept, before that all but one in twenty.
            let days = if month == 8 || number == 0 { 20 } else { 10 };
            let done = opened.checked_add(i64::from(days).days()).expect("within the calendar");
            all.push(facts(vec![
                event("report-received", opened),
                event("investigation-not-opened", done),
            ]));
        }
    }
    let counted: Vec<Clock<'_>> = all
        .iter()
        .flat_map(|facts| clocks(&law, facts, date(2026, 12, 1)).0)
        .filter(|clock| clock.duty.id == "preliminary-assessment")
        .collect();
    let months = figures::months(&counted);
    assert_eq!(
        months.iter().map(|month| (month.all, month.kept)).collect::<Vec<_>>(),
        [(20, 19); 7].into_iter().chain([(20, 0)]).collect::<Vec<_>>()
    );
    assert_eq!((months[0].median_days, months[0].longest_days), (Some(10), Some(20)));
    assert_eq!(
        months
            .iter()
            .filter(|month| month.stands_out())
            .map(|month| month.month)
            .collect::<Vec<_>>(),
        [date(2026, 8, 1)]
    );
}

#[test]
fn an_error_in_the_laws_files_says_where_and_what() {
    let words = "[[event]]\nid = \"a\"\nsv = \"A\"\nen = \"A\"\n";
    let row = |more: &str| {
        format!(
            "act = \"X\"\n[[duty]]\nid = \"d\"\nsection = \"1 §\"\nsv = \"D\"\nen = \"D\"\nstarts = \"a\"\nkept_by = [\"a\"]\n{more}"
        )
    };
    for (text, says) in [
        (row("length = \"soon\"\n"), "line 9"),
        (row(""), "length"),
        (
            row("length = \"1 week\"\nfalls_with = [\"b\"]\n"),
            "falls_with names the event \"b\"",
        ),
        (row("length = \"1 week\"\ncolour = 1\n"), "colour"),
        (row("length = \"1 week\"\nvalid_from = 2025-07-01T10:00:00\n"), "line 10"),
        (
            format!(
                "{}{}",
                row("length = \"1 week\"\n"),
                row("length = \"2 weeks\"\n").replace("act = \"X\"\n", "")
            ),
            "two rows",
        ),
        (format!("format = 2\n{words}"), "format 2"),
        (words.to_owned(), "twice"),
    ] {
        let error = Law::parse([("words.toml", words), ("own.toml", &text)]).expect_err(&text);
        assert!(error.to_string().contains(says), "{error}, should say {says}");
    }
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let kinds: Vec<String> = law().words().iter().map(|word| word.id.clone()).collect();
    let day = (0_i64..1500).prop_map(|days| date(2023, 1, 1).checked_add(days.days()).expect("within the calendar"));
    let one = (
        prop::sample::select(kinds),
        prop::option::weighted(0.95, day.clone()),
        prop::option::of(day.clone()),
        day.clone(),
    );
    let events = prop::collection::vec(
        one.prop_map(|(kind, on, until, recorded)| Event {
            on,
            kind,
            duty: None,
            until,
            recorded,
        }),
        0..30,
    );
    let phase = (
        prop::sample::select(vec!["forhandsbedomning", "utredning", "insats", "annat"]),
        day,
        0_i64..300,
    );
    let phases = prop::collection::vec(
        phase.prop_map(|(id, from, days)| {
            (
                id.to_owned(),
                Period::new(from, from.checked_add(days.days()).ok()).expect("in order"),
            )
        }),
        0..5,
    );
    (events, phases).prop_map(|(events, phases)| Facts {
        phases,
        events,
        received: None,
    })
}

proptest! {
    #[test]
    fn whatever_is_known_is_counted_the_same_in_any_order(facts in any_facts()) {
        let law = law();
        let today = date(2026, 1, 1);
        let mut turned = facts.clone();
        turned.events.reverse();
        turned.phases.reverse();
        prop_assert_eq!(clocks(&law, &facts, today).0, clocks(&law, &turned, today).0);
    }

    #[test]
    fn each_clock_lies_within_the_days_its_act_is_valid(facts in any_facts()) {
        let law = law();
        for clock in clocks(&law, &facts, date(2026, 1, 1)).0 {
            prop_assert!(clock.duty.is_valid(clock.from));
            prop_assert!(clock.last.is_none_or(|last| last >= clock.from));
        }
    }

    /// What happens, is decided and is recorded after a last day that passed without anything done, does not move that day.
    #[test]
    fn a_later_fact_never_moves_a_day_that_has_passed(facts in any_facts(), later in any_facts(), gap in 1_i64..200) {
        let law = law();
        let mut known = facts;
        known.phases.clear();
        let newest = known.events.iter().filter_map(|event| event.on).max().unwrap_or(date(2023, 1, 1));
        let today = newest.checked_add(gap.days()).expect("within the calendar");
        let before = clocks(&law, &known, today).0;
        let mut after = known.clone();
        let moved = later.events.into_iter().filter_map(|mut event| {
            let days = event.on?.duration_since(date(2023, 1, 1)).as_hours() / 24;
            let on = today.checked_add(days.days()).ok()?;
            event.until = event.until.map(|until| until.max(on));
            (event.on, event.recorded) = (Some(on), on);
            Some(event)
        });
        after.events.extend(moved);
        let now = clocks(&law, &after, today.checked_add(2000.days()).expect("within the calendar")).0;
        for clock in before.iter().filter(|clock| matches!(clock.state, State::Passed { .. })) {
            let same = now.iter().find(|other| (&other.duty.id, other.round, other.from) == (&clock.duty.id, clock.round, clock.from));
            prop_assert_eq!(same.map(|same| same.last), Some(clock.last));
        }
    }
}
