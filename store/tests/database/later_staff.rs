//! A later export moves what changed of people, from its day on; what was answered for the days before stays.

use jiff::civil::{Date, date};
use rules::amount::{Points, Share};
use rules::person::Extent;
use store::import::record::Record;
use store::import::take_in::GonePart;

use crate::scene::{
    BEGUN, FIRST, SECOND, accept, all, capacity, case, duty, employed, loads, moved, named, reduction, staff, until,
};
use crate::support::{anna, count, on_both};

const BEFORE: Date = date(2026, 11, 15);

#[tokio::test]
async fn somebody_who_left_has_capacity_until_the_last_day_and_an_alarm_for_what_is_held() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let left = employed("1001", |post| {
            post.period = until(date(2020, 1, 1), date(2026, 11, 20));
            post.end_reason = Some("own_request".to_owned());
        });
        accept(&store, FIRST, &all(&[&staff(&["1001"]), &[case("R-1", "1001")]])).await;
        let second = accept(&store, SECOND, &all(&[std::slice::from_ref(&left), &[case("R-1", "1001")]])).await;
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
            let everybody = store
                .read(&anna())
                .await
                .expect("reads")
                .everybody(day, day)
                .await
                .expect("gathers");
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
async fn a_start_put_right_or_a_new_contract_counts_once() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lasting = |person: &str, employed_since: Date, rest: Date| {
            let period = rules::period::Period::since;
            [
                employed(person, |post| post.period = period(employed_since)),
                reduction(person, "absence", Some(25), period(rest)),
                duty(person, period(rest)),
            ]
        };
        let first = [
            lasting("1001", date(2020, 1, 1), BEGUN),
            lasting("1002", date(2020, 1, 1), BEGUN),
        ]
        .concat();
        let second = [
            lasting("1001", date(2026, 11, 10), date(2026, 9, 10)),
            lasting("1002", date(2019, 12, 1), date(2026, 8, 1)),
        ];
        moved(&store, &first, &second.concat()).await;
        for day in [BEGUN, date(2026, 9, 10), FIRST, date(2026, 11, 9), date(2026, 11, 10), SECOND] {
            assert_eq!(capacity(&store, day).await, named(&[("1001", 75.0), ("1002", 75.0)]), "{day}");
            for load in loads(&store, day).await.values() {
                assert_eq!(load.duty_points, Points::whole(8), "{day}");
            }
        }
        let same = accept(&store, SECOND, &second.concat()).await;
        assert!(same.gone_people.is_empty() && same.gone_reductions.is_empty() && same.gone_duties.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_reduction_and_a_duty_that_vanished_are_listed_and_not_deleted() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lasting = rules::period::Period::since(BEGUN);
        let people = staff(&["1001", "1002"]);
        let kept = [reduction("1001", "absence", Some(25), lasting), duty("1001", lasting)];
        let lost = [
            reduction("1001", "introduction", None, lasting),
            reduction("1002", "absence", Some(50), lasting),
            reduction("1002", "absence", Some(50), until(date(2026, 1, 1), date(2026, 2, 1))),
            duty("1002", lasting),
        ];
        accept(&store, FIRST, &all(&[&people, &kept, &lost])).await;
        let second = accept(&store, SECOND, &all(&[&people, &kept])).await;
        assert!(!second.changed);
        let gone = |person: &str, kind: &str| GonePart {
            person: person.to_owned(),
            kind: kind.to_owned(),
            started: BEGUN,
        };
        assert_eq!(
            second.gone_reductions,
            [gone("1001", "introduction"), gone("1002", "absence")]
        );
        assert_eq!(second.gone_duties, [gone("1002", "mentor")]);
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
        for (day, points) in [(date(2026, 11, 19), 8), (date(2026, 11, 20), 0)] {
            assert_eq!(loads(&store, day).await["1001"].duty_points, Points::whole(points), "{day}");
        }
    })
    .await;
}
