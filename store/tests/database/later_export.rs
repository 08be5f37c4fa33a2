//! A later export moves what changed, from its day on; what was answered for the days before stays.

use jiff::civil::{Date, date};
use rules::amount::Share;
use rules::case::Part;
use rules::person::Extent;
use store::Store;
use store::import::record::{EmploymentRecord, PhaseRecord, Record};
use store::import::take_in::ImportError;

use crate::scene::{
    BEGUN, FIRST, SECOND, accept, all, case, case_points, children, duty, export, loads, named, phase, post, reduction, staff,
    unit, until,
};
use crate::support::{count, on_both};

const BEFORE: Date = date(2026, 11, 15);

/// The export on [`FIRST`], the later one on [`SECOND`] and again the same day; the last must change nothing.
async fn moved(store: &Store, first: &[Record], second: &[Record]) {
    accept(store, FIRST, first).await;
    assert!(!accept(store, FIRST, first).await.changed, "the same export again");
    assert!(accept(store, SECOND, second).await.changed);
    assert!(!accept(store, SECOND, second).await.changed, "the same later export again");
    store.verify_log().await.expect("unbroken");
}

fn with(reference: &str, change: impl FnOnce(&mut PhaseRecord)) -> Record {
    let mut record = phase(reference, "1001");
    change(&mut record);
    Record::Phase(record)
}

fn employed(person: &str, change: impl FnOnce(&mut EmploymentRecord)) -> Record {
    let mut record = post(person);
    change(&mut record);
    Record::Employment(record)
}

async fn capacity(store: &Store, day: Date) -> Vec<(String, f64)> {
    let loads = loads(store, day).await;
    loads
        .into_iter()
        .map(|(number, load)| (number, load.capacity.to_f64()))
        .collect()
}

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
async fn somebody_who_left_has_capacity_until_the_last_day_and_an_alarm_for_what_is_held() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let left = employed("1001", |post| {
            post.period = until(date(2020, 1, 1), date(2026, 11, 20));
            post.end_reason = Some("own_request".to_owned());
        });
        accept(&store, FIRST, &all(&[&staff(&["1001"]), &[case("R-1", "1001")]])).await;
        let second = accept(&store, SECOND, &all(&[&[left.clone()], &[case("R-1", "1001")]])).await;
        assert_eq!(second.held_by_leavers, (1, 1));
        assert!(second.gone_people.is_empty(), "somebody with an end is not missing");
        assert_eq!(capacity(&store, date(2026, 11, 19)).await, named(&[("1001", 100.0)]));
        assert_eq!(capacity(&store, date(2026, 11, 20)).await, named(&[("1001", 0.0)]));
        assert!(loads(&store, SECOND).await["1001"].is_alarm());
        let sql = "SELECT COUNT(*) FROM employment WHERE end_reason = 'own_request'";
        assert_eq!(count(&store, sql).await, 1);
        let Record::Employment(mut other) = left else {
            panic!("an employment")
        };
        other.end_reason = Some("retirement".to_owned());
        assert!(accept(&store, SECOND, &[Record::Employment(other)]).await.changed);
        assert_eq!(count(&store, sql).await, 0, "another reason alone is a change too");
    })
    .await;
}

#[tokio::test]
async fn changed_hours_another_unit_and_two_units_hold_from_the_day_of_the_export() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let part = |unit: &str, percent: i64| {
            employed("1001", |post| {
                post.unit = Some(unit.to_owned());
                post.extent = Extent::OfFullTime(Share::from_millionths(percent * 10_000));
            })
        };
        moved(&store, &[part("south", 100)], &[part("south", 80)]).await;
        accept(&store, date(2026, 12, 31), &[part("north", 80)]).await;
        let split = [part("south", 50), part("north", 30)];
        accept(&store, date(2027, 1, 31), &split).await;
        assert!(!accept(&store, date(2027, 1, 31), &split).await.changed);
        let shares = async |day| {
            let everybody = store.read().await.expect("reads").everybody(day, day).await.expect("gathers");
            let posts = everybody[0]
                .person
                .employments
                .iter()
                .filter(|post| post.period.contains(day));
            let mut shares: Vec<_> = posts
                .map(|post| (post.unit.clone().unwrap_or_default(), post.extent))
                .collect();
            shares.sort_by(|a, b| a.0.cmp(&b.0));
            shares
        };
        let is = |parts: &[(&str, i64)]| -> Vec<(String, Extent)> {
            let part = |(unit, percent): &(&str, i64)| {
                (
                    (*unit).to_owned(),
                    Extent::OfFullTime(Share::from_millionths(percent * 10_000)),
                )
            };
            parts.iter().map(part).collect()
        };
        assert_eq!(shares(BEFORE).await, is(&[("south", 100)]));
        assert_eq!(shares(SECOND).await, is(&[("south", 80)]));
        assert_eq!(shares(date(2027, 1, 30)).await, is(&[("north", 80)]));
        assert_eq!(capacity(&store, date(2027, 1, 31)).await, named(&[("1001", 80.0)]));
        assert_eq!(shares(date(2027, 1, 31)).await, is(&[("north", 30), ("south", 50)]));
    })
    .await;
}

#[tokio::test]
async fn an_end_that_lies_before_a_change_seen_earlier_stops_no_import() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let post = |percent: i64, end: Option<Date>| {
            employed("1001", |post| {
                post.extent = Extent::OfFullTime(Share::from_millionths(percent * 10_000));
                post.period = rules::period::Period::new(post.period.from(), end).expect("in order");
            })
        };
        let size = |percent, end: Option<Date>| {
            let period = rules::period::Period::new(BEGUN, end).expect("in order");
            reduction("1001", "absence", Some(percent), period)
        };
        moved(&store, &[post(100, None), size(50, None)], &[post(80, None), size(25, None)]).await;
        let ended = Some(BEFORE);
        let third = [post(80, ended), size(25, ended), case("R-1", "1001")];
        accept(&store, date(2026, 12, 31), &third).await;
        assert!(!accept(&store, date(2026, 12, 31), &third).await.changed);
        assert_eq!(capacity(&store, SECOND).await, named(&[("1001", 0.0)]));
        assert_eq!(capacity(&store, FIRST).await, named(&[("1001", 50.0)]));
    })
    .await;
}

#[tokio::test]
async fn a_reduction_whose_size_changed_still_expires_from_the_day_it_began() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let begun = rules::period::Period::since(BEGUN);
        let introduction = |percent| reduction("1001", "introduction", percent, begun);
        let people = staff(&["1001"]);
        moved(
            &store,
            &all(&[&people, &[introduction(Some(20))]]),
            &all(&[&people, &[introduction(Some(10))]]),
        )
        .await;
        for (day, expected) in [
            (FIRST, 80.0),
            (BEFORE, 80.0),
            (SECOND, 90.0),
            (date(2027, 2, 28), 90.0),
            // The model gives an introduction six months, and it began on the first of September.
            (date(2027, 3, 1), 100.0),
        ] {
            assert_eq!(capacity(&store, day).await, named(&[("1001", expected)]), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_duty_that_ended_counts_until_then() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001"]);
        let first = duty("1001", rules::period::Period::since(BEGUN));
        let second = duty("1001", until(BEGUN, date(2026, 11, 20)));
        moved(&store, &all(&[&people, &[first]]), &all(&[&people, &[second]])).await;
        for (day, points) in [(date(2026, 11, 19), 8.0), (date(2026, 11, 20), 0.0)] {
            assert_eq!(loads(&store, day).await["1001"].duty_points.to_f64(), points, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_vanished_is_listed_and_not_deleted() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut people = staff(&["1001"]);
        people.push(employed("1002", |post| {
            post.also_known_as = vec!["0-bo".to_owned(), "bo".to_owned()]
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
                phase.period = rules::period::Period::new(day, end).expect("in order")
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
        let mut reading = store.read().await.expect("reads");
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
        let tree = store.read().await.expect("reads").units().await.expect("is a tree");
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
