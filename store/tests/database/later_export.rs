//! A later export moves what changed of cases, from its day on; what was answered for the days before stays.

use jiff::civil::{Date, date};
use rules::amount::Share;
use rules::case::Part;
use store::import::take_in::ImportError;

use crate::scene::{
    BEGUN, FIRST, SECOND, accept, all, case, case_points, children, employed, export, loads, moved, named, staff, unit, until,
    with,
};
use crate::support::{anna, count, on_both};

const BEFORE: Date = date(2026, 11, 15);

#[tokio::test]
async fn a_phase_that_ended_counts_until_the_day_it_was_closed() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        let ended = with("R-1", |phase| phase.period = until(BEGUN, date(2026, 11, 20)));
        moved(&store, &all(&[&people, &[case("R-1", "1001")]]), &all(&[&people, &[ended]])).await;
        for (day, points) in [(date(2026, 11, 19), 10.0), (date(2026, 11, 20), 0.0), (SECOND, 0.0)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_with_a_new_handler_moves_on_the_day_of_the_export_and_not_before() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001", "1002"]);
        let first = all(&[&people, &[case("R-1", "1001"), case("R-2", "1001")]]);
        let second = all(&[&people, &[case("R-1", "1002"), case("R-2", "1001")]]);
        moved(&store, &first, &second).await;
        for (day, one, two) in [
            (FIRST, 20.0, 0.0),
            (date(2026, 11, 29), 20.0, 0.0),
            (SECOND, 10.0, 10.0),
            (date(2027, 1, 1), 10.0, 10.0),
        ] {
            assert_eq!(
                case_points(&store, day).await,
                named(&[("1001", one), ("1002", two)]),
                "{day}"
            );
        }
        let sql = "SELECT COUNT(*) FROM assignment WHERE until = '2026-11-30'";
        assert_eq!(count(&store, sql).await, 1, "the old assignment gets its end");
        assert_eq!(count(&store, "SELECT COUNT(*) FROM assignment").await, 3);
    })
    .await;
}

#[tokio::test]
async fn new_effort_factors_weigh_once_and_from_the_day_of_the_export() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        let second = with("R-1", |phase| phase.effort = children(3));
        moved(&store, &all(&[&people, &[case("R-1", "1001")]]), &all(&[&people, &[second]])).await;
        for (day, points) in [(FIRST, 10.0), (BEFORE, 10.0), (SECOND, 13.0), (date(2027, 1, 1), 13.0)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "{day}");
            let cases: Vec<u32> = loads(&store, day).await.values().map(|load| load.cases).collect();
            assert_eq!(cases, [1], "one case, however often its factors changed ({day})");
        }
        let third = with("R-1", |phase| phase.effort = children(2));
        accept(&store, date(2026, 12, 31), &[third]).await;
        for (day, points) in [(BEFORE, 10.0), (SECOND, 13.0), (date(2026, 12, 31), 11.5)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn factors_put_right_after_a_phase_is_over_are_put_right_once() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        let closed = |count| {
            with("R-1", |phase| {
                phase.effort = children(count);
                phase.period = until(BEGUN, date(2026, 12, 10));
            })
        };
        let second = with("R-1", |phase| phase.effort = children(2));
        moved(&store, &all(&[&people, &[case("R-1", "1001")]]), &all(&[&people, &[second]])).await;
        accept(&store, date(2026, 12, 31), &[closed(2)]).await;
        assert!(accept(&store, date(2027, 1, 31), &[closed(3)]).await.changed);
        assert!(!accept(&store, date(2027, 1, 31), &[closed(3)]).await.changed);
        for (day, points) in [(BEFORE, 10.0), (date(2026, 12, 5), 13.0), (date(2026, 12, 10), 0.0)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_co_handler_comes_and_goes_and_a_share_changes_on_the_days_of_the_exports() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001", "1002"]);
        let co = |share: Option<i64>| {
            with("R-1", |phase| {
                phase.co = vec![("1002".into(), share.map(|share| Share::from_millionths(share * 10_000)))];
            })
        };
        moved(
            &store,
            &all(&[&people, &[case("R-1", "1001")]]),
            &all(&[&people, &[co(None)]]),
        )
        .await;
        accept(&store, date(2026, 12, 31), &[co(Some(30))]).await;
        accept(&store, date(2027, 1, 31), &[case("R-1", "1001")]).await;
        for (day, points) in [
            (BEFORE, 0.0),
            (SECOND, 5.0),
            (date(2026, 12, 31), 3.0),
            (date(2027, 1, 31), 0.0),
        ] {
            assert_eq!(
                case_points(&store, day).await,
                named(&[("1001", 10.0), ("1002", points)]),
                "{day}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_a_row_names_twice_holds_the_case_once() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut people = staff(&["1001"]);
        people.push(employed("1002", |post| post.also_known_as = vec!["bo".to_owned()]));
        let twice = with("R-1", |phase| {
            phase.co = vec![("1001".into(), None), ("1002".into(), None), ("bo".into(), None)];
        });
        accept(&store, FIRST, &all(&[&people, &[twice]])).await;
        assert_eq!(case_points(&store, FIRST).await, named(&[("1001", 10.0), ("1002", 5.0)]));
    })
    .await;
}

#[tokio::test]
async fn what_vanished_is_listed_and_not_deleted() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut people = staff(&["1001"]);
        people.push(employed("1002", |post| {
            post.also_known_as = vec!["0-bo".to_owned(), "bo".to_owned()];
        }));
        let closed = with("R-3", |phase| phase.period = until(BEGUN, date(2026, 10, 1)));
        let cases = [case("R-1", "1001"), case("R-2", "1002"), closed];
        accept(&store, FIRST, &all(&[&people, &cases])).await;
        let second = accept(&store, SECOND, &all(&[&people[..1], &cases[..1]])).await;
        assert_eq!(second.gone_people, ["1002"], "by number, not by another name");
        let gone: Vec<&str> = second.gone_phases.iter().map(|gone| gone.reference.as_str()).collect();
        assert_eq!(gone, ["R-2"], "a phase that is over is not missing");
        assert!(!second.changed);
        assert_eq!(case_points(&store, SECOND).await, named(&[("1001", 10.0), ("1002", 10.0)]));
        let only_staff = accept(&store, SECOND, &people).await;
        assert!(
            only_staff.gone_phases.is_empty(),
            "a list of staff alone says nothing about cases: {:?}",
            only_staff.gone_phases
        );
        let only_cases = accept(&store, SECOND, &cases).await;
        assert!(only_cases.gone_people.is_empty() && only_cases.gone_phases.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_moved_start_withdraws_the_phase_with_the_old_one() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        let start = |day, end| {
            with("R-1", |phase| {
                phase.period = rules::period::Period::new(day, end).expect("in order");
            })
        };
        let moved_to = date(2026, 9, 10);
        moved(
            &store,
            &all(&[&people, &[case("R-1", "1001")]]),
            &all(&[&people, &[start(moved_to, None)]]),
        )
        .await;
        for (day, points) in [(date(2026, 9, 9), 0.0), (moved_to, 10.0), (SECOND, 10.0)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "{day}");
        }
        let ended = Some(date(2026, 12, 10));
        accept(&store, date(2026, 12, 31), &[start(moved_to, ended)]).await;
        accept(&store, date(2027, 1, 31), &[start(BEGUN, ended)]).await;
        for (day, points) in [(BEGUN, 10.0), (SECOND, 10.0), (date(2026, 12, 10), 0.0)] {
            assert_eq!(case_points(&store, day).await, named(&[("1001", points)]), "closed: {day}");
        }
        let gone = accept(&store, date(2027, 2, 28), &[start(date(2027, 2, 1), None)])
            .await
            .gone_phases;
        assert!(gone.is_empty());
        assert_eq!(
            case_points(&store, SECOND).await,
            named(&[("1001", 10.0)]),
            "a new phase withdraws no old one"
        );
    })
    .await;
}

#[tokio::test]
async fn a_corrected_type_weighs_from_the_beginning_with_the_history_it_had() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001", "1002"]);
        let second = with("R-1", |phase| {
            phase.main = Some("1002".into());
            phase.effort = children(3);
        });
        moved(&store, &all(&[&people, &[case("R-1", "1001")]]), &all(&[&people, &[second]])).await;
        let third = [with("R-1", |phase| {
            phase.case_type = "placement".into();
            phase.main = Some("1002".into());
            phase.effort = children(3);
        })];
        assert!(accept(&store, date(2026, 12, 31), &third).await.changed);
        assert!(!accept(&store, date(2026, 12, 31), &third).await.changed);
        for (day, one, two) in [(BEFORE, 12.0, 0.0), (SECOND, 0.0, 15.0), (date(2026, 12, 31), 0.0, 15.0)] {
            assert_eq!(
                case_points(&store, day).await,
                named(&[("1001", one), ("1002", two)]),
                "{day}"
            );
        }
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM phase WHERE withdrawn IS NOT NULL").await,
            1
        );
        let mut reading = store.read(&anna()).await.expect("reads");
        let phases = reading.case("R-1", BEFORE).await.expect("reads").expect("is known");
        let [held] = phases.as_slice() else {
            panic!("one phase: {phases:?}")
        };
        assert_eq!(held.case_type, "placement");
        let (who, part, _) = held.holder.as_ref().expect("is held");
        assert_eq!((who.number.as_str(), *part), ("1001", Part::Main));
    })
    .await;
}

#[tokio::test]
async fn an_older_export_than_the_latest_is_refused_and_another_systems_is_not() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        accept(&store, SECOND, &people).await;
        let refused = export(&store, FIRST, &people).await;
        assert!(
            matches!(&refused, Err(ImportError::Older { latest, exported, .. }) if (*latest, *exported) == (SECOND, FIRST)),
            "{refused:?}"
        );
        let order = crate::scene::order(&crate::scene::model(), FIRST);
        store::import::take_in::take_in(&store, "other-system", people, order)
            .await
            .expect("another system's export has its own days");
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_moved_and_one_that_was_only_named_get_their_place() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let first = accept(&store, FIRST, &staff(&["1001"])).await;
        assert_eq!(first.units_added, ["south"]);
        let units = [unit("all", None), unit("south", Some("all"))];
        let second = accept(&store, SECOND, &all(&[&units, &staff(&["1001"])])).await;
        assert!(second.units_added.is_empty());
        let tree = store.read(&anna()).await.expect("reads").units().await.expect("is a tree");
        assert!(tree.is_within("south", "all"));
    })
    .await;
}

#[tokio::test]
async fn the_day_a_case_came_in_is_what_its_first_row_says() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let other_day = with("R-1", |phase| {
            phase.phase = Some("assessment".into());
            phase.received = Some(date(2026, 8, 1));
        });
        let rows = all(&[&staff(&["1001"]), &[case("R-1", "1001"), other_day]]);
        accept(&store, FIRST, &rows).await;
        assert!(!accept(&store, FIRST, &rows).await.changed);
        let sql = "SELECT COUNT(*) FROM case_file WHERE received = '2026-09-01'";
        assert_eq!(count(&store, sql).await, 1);
    })
    .await;
}
