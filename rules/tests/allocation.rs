//! Who may hold what: the requirement of the Social Services Act, and what a case needs.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::allocation::{CaseNeeds, Dated, LockReason, Obstacle, Reason, Worker, obstacles};
use rules::case::Part;
use rules::period::Period;
use rules::qualification::{DegreeHeld, Ground, Missing, Qualification, Requirement, RequirementError, Suffices, Task};

const DAY: Date = date(2026, 11, 25);
const OLD: &str = "SoL 2001:453";
const NEW: &str = "SoL 2025:400";

fn requirement() -> Requirement {
    Requirement::shipped().expect("the shipped file is in order")
}

fn with_degree(degree: &str) -> Qualification {
    Qualification {
        imported: Some(degree.to_owned()),
        ..Qualification::default()
    }
}

fn until(from: Date, to: Date) -> Period {
    Period::new(from, Some(to)).expect("in order")
}

#[test]
fn the_section_is_that_of_the_act_in_force_on_the_day() {
    for (day, expected) in [
        (date(2014, 6, 30), None),
        (date(2014, 7, 1), Some((OLD, "3 kap. 3 a §"))),
        (date(2025, 6, 30), Some((OLD, "3 kap. 3 a §"))),
        (date(2025, 7, 1), Some((NEW, "25 kap. 1 §"))),
        (DAY, Some((NEW, "25 kap. 1 §"))),
    ] {
        let refused = requirement()
            .check(&Qualification::default(), "barn", Some("utredning"), day)
            .err();
        let section = refused
            .as_ref()
            .map(|refused| (refused.act.as_str(), refused.section.as_str()));
        assert_eq!(section, expected, "{day}");
    }
}

#[test]
fn a_degree_suffices_alone_with_the_boards_decision_or_never() {
    for (degree, without, with) in [
        (None, Err(Missing::Unknown), Err(Missing::Unknown)),
        (Some("none"), Err(Missing::Degree), Err(Missing::Degree)),
        (Some("saknas"), Err(Missing::Degree), Err(Missing::Degree)),
        (Some("behavioural_science"), Err(Missing::Decision), Ok(())),
        (Some("other"), Err(Missing::Decision), Ok(())),
        (Some("a degree nobody knows"), Err(Missing::Decision), Ok(())),
        (Some("social_work"), Ok(()), Ok(())),
        (Some("socionom"), Ok(()), Ok(())),
        (Some("foreign_certified"), Ok(()), Ok(())),
    ] {
        let mut qualification = Qualification {
            imported: degree.map(str::to_owned),
            ..Qualification::default()
        };
        assert_eq!(requirement().ground(&qualification, DAY).map(drop), without, "{degree:?}");
        qualification.decisions.push(Period::since(date(2026, 1, 1)));
        assert_eq!(
            requirement().ground(&qualification, DAY).map(drop),
            with,
            "{degree:?} and a decision"
        );
    }
}

#[test]
fn the_boards_decision_counts_from_its_day_and_until_its_end() {
    let mut qualification = with_degree("behavioural_science");
    qualification.decisions.push(until(date(2026, 2, 1), date(2026, 3, 1)));
    for (day, expected) in [
        (date(2026, 1, 31), Err(Missing::Decision)),
        (
            date(2026, 2, 1),
            Ok(Ground::Decision("behavioural_science".to_owned(), date(2026, 2, 1))),
        ),
        (
            date(2026, 2, 28),
            Ok(Ground::Decision("behavioural_science".to_owned(), date(2026, 2, 1))),
        ),
        (date(2026, 3, 1), Err(Missing::Decision)),
    ] {
        assert_eq!(requirement().ground(&qualification, day), expected, "{day}");
    }
}

#[test]
fn a_degree_that_was_recorded_takes_the_place_of_the_imported_one_from_its_day() {
    let mut qualification = with_degree("none");
    qualification.degrees.push(DegreeHeld {
        degree: "social_work".to_owned(),
        period: Period::since(date(2026, 6, 10)),
    });
    assert_eq!(requirement().ground(&qualification, date(2026, 6, 9)), Err(Missing::Degree));
    let ground = requirement().ground(&qualification, date(2026, 6, 10));
    assert_eq!(ground, Ok(Ground::Degree("social_work".to_owned())));
}

#[test]
fn the_requirement_holds_for_every_type_and_phase_unless_somebody_says_otherwise() {
    let listed = requirement().without_types(vec!["vuxen".to_owned()]);
    for (case_type, phase, task) in [
        ("barn", Some("forhandsbedomning"), Some(Some(Task::Assessment))),
        ("barn", Some("utredning"), Some(Some(Task::Investigation))),
        ("placering", Some("insats"), Some(Some(Task::FollowUp))),
        ("familjehem", Some("a phase of the municipality's own"), Some(None)),
        ("barn", None, Some(None)),
        ("vuxen", Some("utredning"), None),
    ] {
        let refused = listed.check(&with_degree("none"), case_type, phase, DAY).err();
        assert_eq!(refused.map(|refused| refused.task), task, "{case_type} {phase:?}");
    }
    let without = "format = 1\nrule = []\ntask = []\ndegree = []\n[phases]\nwithout = [\"paus\"]\n";
    let without = Requirement::parse(without).expect("in order");
    assert!(!without.applies("barn", Some("paus")) && without.applies("barn", Some("utredning")));
}

#[test]
fn a_file_that_contradicts_itself_is_refused_with_the_place() {
    let rule = |act: &str, from: &str| format!("[[rule]]\nact = \"{act}\"\nsection = \"1 §\"\nvalid_from = {from}\n");
    let rest = "[[task]]\nid = \"assessment\"\nphases = []\n[[degree]]\nid = \"a\"\nsuffices = \"alone\"\n";
    let two = format!("format = 1\n{}{}{rest}", rule("A", "2020-01-01"), rule("B", "2024-01-01"));
    assert!(matches!(Requirement::parse(&two), Err(RequirementError::TwoSections { .. })));
    let twice = format!(
        "format = 1\n{}{rest}[[degree]]\nid = \"b\"\nalso = [\"a\"]\nsuffices = \"never\"\n",
        rule("A", "2020-01-01")
    );
    assert_eq!(
        Requirement::parse(&twice),
        Err(RequirementError::Twice { id: "a".to_owned() })
    );
    let later = format!("format = 2\n{}{rest}", rule("A", "2020-01-01"));
    assert_eq!(Requirement::parse(&later), Err(RequirementError::Format { format: 2 }));
    let wrong = format!("format = 1\n{rest}[[degree]]\nid = \"c\"\nsuffices = \"perhaps\"\n");
    assert!(matches!(Requirement::parse(&wrong), Err(RequirementError::Toml { .. })));
    let suffices: Vec<Suffices> = requirement().degrees().map(|(_, suffices)| suffices).collect();
    assert!(suffices.contains(&Suffices::Alone) && suffices.contains(&Suffices::Decision));
}

fn word(value: &str) -> Dated {
    Dated {
        value: value.to_owned(),
        period: Period::since(date(2026, 1, 1)),
    }
}

fn worker(degree: &str) -> Worker {
    Worker {
        id: 1,
        qualification: with_degree(degree),
        ..Worker::default()
    }
}

fn case() -> CaseNeeds {
    CaseNeeds {
        case_type: "barn".to_owned(),
        phase: Some("utredning".to_owned()),
        ..CaseNeeds::default()
    }
}

fn ids(worker: &Worker, case: &CaseNeeds, part: Part, on: Date) -> Vec<&'static str> {
    let found = obstacles(&requirement(), worker, case, part, on);
    found.iter().map(Obstacle::id).collect()
}

type Change = Box<dyn Fn(&mut CaseNeeds)>;

#[test]
fn each_need_of_a_case_stands_in_the_way_of_whoever_does_not_meet_it() {
    let able = Worker {
        languages: vec![word("Arabiska")],
        districts: vec![word("Söder"), word("Norr")],
        ..worker("social_work")
    };
    let since = Period::since(date(2026, 1, 1));
    let lock = vec![(LockReason::Court, since)];
    let table: Vec<(&str, Change, Vec<&str>)> = vec![
        ("nothing", Box::new(|_| ()), vec![]),
        (
            "language spoken",
            Box::new(|case| case.languages = vec![word(" arabiska")]),
            vec![],
        ),
        (
            "both languages",
            Box::new(|case| case.languages = vec![word("arabiska"), word("somaliska")]),
            vec!["language"],
        ),
        (
            "one of its districts",
            Box::new(|case| case.districts = vec![word("väster"), word("norr")]),
            vec![],
        ),
        (
            "another district",
            Box::new(|case| case.districts = vec![word("Väster")]),
            vec!["district"],
        ),
        (
            "not this worker",
            Box::new(move |case| case.not_workers = vec![(1, since)]),
            vec!["not-this-worker"],
        ),
        (
            "not another",
            Box::new(move |case| case.not_workers = vec![(2, since)]),
            vec![],
        ),
        (
            "locked with nobody",
            {
                let lock = lock.clone();
                Box::new(move |case| case.locked.clone_from(&lock))
            },
            vec![],
        ),
        (
            "locked with oneself",
            {
                let lock = lock.clone();
                Box::new(move |case| (case.locked, case.holder) = (lock.clone(), Some(1)))
            },
            vec![],
        ),
        (
            "locked with another",
            Box::new(move |case| (case.locked, case.holder) = (lock.clone(), Some(2))),
            vec!["locked"],
        ),
    ];
    for (what, change, expected) in table {
        let mut case = case();
        change(&mut case);
        assert_eq!(ids(&able, &case, Part::Main, DAY), expected, "{what}");
    }
}

#[test]
fn whoever_has_no_districts_works_in_all_of_them() {
    let case = CaseNeeds {
        districts: vec![word("Väster")],
        ..case()
    };
    assert_eq!(ids(&worker("social_work"), &case, Part::Main, DAY), [""; 0]);
}

#[test]
fn a_co_handler_under_guidance_needs_no_qualification_but_may_be_excluded() {
    let case = CaseNeeds {
        languages: vec![word("somaliska")],
        not_workers: vec![(1, Period::since(date(2026, 11, 1)))],
        ..case()
    };
    let nobody = worker("none");
    assert_eq!(ids(&nobody, &case, Part::Co, date(2026, 10, 31)), [""; 0]);
    assert_eq!(ids(&nobody, &case, Part::Co, DAY), ["not-this-worker"]);
    let all = ["not-qualified", "not-this-worker", "language"];
    assert_eq!(ids(&nobody, &case, Part::Main, DAY), all, "the law first");
}

#[test]
fn only_language_and_district_can_be_decided_past() {
    let case = CaseNeeds {
        languages: vec![word("somaliska")],
        districts: vec![word("Väster")],
        locked: vec![(LockReason::Relation, Period::ALWAYS)],
        not_workers: vec![(1, Period::ALWAYS)],
        holder: Some(2),
        ..case()
    };
    let found = obstacles(
        &requirement(),
        &Worker {
            districts: vec![word("Söder")],
            ..worker("none")
        },
        &case,
        Part::Main,
        DAY,
    );
    let refusing: Vec<_> = found.iter().filter(|obstacle| obstacle.refuses()).map(Obstacle::id).collect();
    assert_eq!(refusing, ["not-qualified", "not-this-worker", "locked"]);
    assert_eq!(found.len(), 5);
}

#[test]
fn every_reason_has_an_id_of_its_own() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_id(reason.id()), Some(reason));
    }
    for reason in LockReason::ALL {
        assert_eq!(LockReason::from_id(reason.id()), Some(reason));
    }
    assert_eq!(Reason::from_id("because"), None);
}

fn a_period() -> impl Strategy<Value = Period> {
    (0..800_i32, prop::option::of(0..400_i32)).prop_map(|(from, days)| {
        let from = date(2025, 6, 1).saturating_add(from.days());
        Period::new(from, days.map(|days| from.saturating_add(days.days()))).expect("in order")
    })
}

fn dated() -> impl Strategy<Value = Vec<Dated>> {
    let word = prop::sample::select(vec!["a", "B", "c"]);
    prop::collection::vec((word, a_period()), 0..4).prop_map(|words| {
        let dated = words.into_iter().map(|(value, period)| Dated {
            value: value.to_owned(),
            period,
        });
        dated.collect()
    })
}

fn a_worker() -> impl Strategy<Value = Worker> {
    let degree = prop::option::of(prop::sample::select(vec!["none", "other", "social_work"]));
    let periods = || prop::collection::vec(a_period(), 0..3);
    (0..3_i64, degree, periods(), dated(), dated()).prop_map(|(id, degree, decisions, languages, districts)| Worker {
        id,
        qualification: Qualification {
            imported: degree.map(str::to_owned),
            decisions,
            ..Qualification::default()
        },
        languages,
        districts,
    })
}

fn a_case() -> impl Strategy<Value = CaseNeeds> {
    let locked = prop::collection::vec((Just(LockReason::Court), a_period()), 0..2);
    let not_workers = prop::collection::vec((0..3_i64, a_period()), 0..3);
    (dated(), dated(), locked, not_workers, prop::option::of(0..3_i64)).prop_map(
        |(languages, districts, locked, not_workers, holder)| CaseNeeds {
            languages,
            districts,
            locked,
            not_workers,
            holder,
            ..case()
        },
    )
}

proptest! {
    #[test]
    fn a_co_handler_is_never_stopped_by_more_than_a_main_caseworker(worker in a_worker(), case in a_case(), days in 0..1000_i32) {
        let on = date(2025, 6, 1).saturating_add(days.days());
        let main = obstacles(&requirement(), &worker, &case, Part::Main, on);
        let co = obstacles(&requirement(), &worker, &case, Part::Co, on);
        prop_assert!(co.iter().all(|obstacle| main.contains(obstacle)), "{co:?} within {main:?}");
    }

    #[test]
    fn what_has_ended_or_not_begun_stands_in_nobodys_way(worker in a_worker(), case in a_case(), days in 0..1000_i32) {
        let on = date(2025, 6, 1).saturating_add(days.days());
        let mut now = case.clone();
        now.languages.retain(|needed| needed.period.contains(on));
        now.districts.retain(|needed| needed.period.contains(on));
        now.locked.retain(|(_, period)| period.contains(on));
        now.not_workers.retain(|(_, period)| period.contains(on));
        let all = obstacles(&requirement(), &worker, &case, Part::Main, on);
        prop_assert_eq!(all, obstacles(&requirement(), &worker, &now, Part::Main, on));
    }

    #[test]
    fn whoever_learns_more_is_stopped_by_no_more(worker in a_worker(), case in a_case(), days in 0..1000_i32) {
        let on = date(2025, 6, 1).saturating_add(days.days());
        let before = obstacles(&requirement(), &worker, &case, Part::Main, on);
        let mut able = worker.clone();
        able.qualification.imported = Some("social_work".to_owned());
        able.languages.push(Dated { value: "a".to_owned(), period: Period::ALWAYS });
        let after = obstacles(&requirement(), &able, &case, Part::Main, on);
        prop_assert!(after.iter().all(|obstacle| before.contains(obstacle)), "{after:?} within {before:?}");
        prop_assert!(!after.iter().any(|obstacle| matches!(obstacle, Obstacle::NotQualified(_))));
    }
}
