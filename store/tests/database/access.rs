//! Everybody sees what is theirs to see, and whoever is looked at can see by whom.

use jiff::civil::date;
use jiff::tz::TimeZone;
use rules::access::{Permission, Role};
use rules::access_review::{Unusual, Usual};
use rules::period::Period;
use rules::weight_model::Series;
use store::access_review::{ReviewError, ReviewOrder};
use store::log::{Broken, Why};
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, account, grant, id_of, later, municipality, settings, somebody, token};
use crate::scene::{FIRST, accept, all, case, employed, model, staff, unit};
use crate::support::{anna, count, noon, on_both};

/// The numbers of those whose loads the viewer is shown, and how many cases wait for somebody as far as the viewer may know.
async fn shown(store: &Store, viewer: &Viewer) -> (Vec<String>, i64) {
    let mut reading = store.read(viewer).await.expect("reads");
    let people = reading.everybody(TODAY, TODAY).await.expect("gathers");
    let numbers: Vec<String> = people.into_iter().map(|facts| facts.person.reference).collect();
    let on_day = reading.on_day(TODAY).await.expect("gathers");
    let again: Vec<String> = on_day.people.iter().map(|facts| facts.person.reference.clone()).collect();
    assert_eq!(numbers, again);
    assert!(on_day.people.iter().all(|facts| facts.holdings.len() == 1), "{on_day:?}");
    reading.close().await.expect("is logged");
    (numbers, on_day.unallocated)
}

#[tokio::test]
async fn each_role_is_shown_its_own_people_and_their_cases_and_nobody_else() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        for (name, person, role, unit, people, unallocated) in [
            ("worker", Some("1001"), Role::Caseworker, Some("south"), vec!["1001"], 0),
            (
                "south",
                Some("1001"),
                Role::Supervisor,
                Some("south"),
                vec!["1001", "1002"],
                0,
            ),
            ("north", None, Role::Supervisor, Some("north"), vec!["1003"], 1),
            ("head", None, Role::Head, Some("family"), vec![], 0),
            ("staff", None, Role::HumanResources, None, vec![], 0),
            ("safety", None, Role::SafetyRepresentative, None, vec![], 0),
            ("admin", None, Role::Administrator, None, vec![], 0),
            ("relief", Some("1002"), Role::Relief, Some("south"), vec![], 0),
        ] {
            let viewer = somebody(&store, name, person, &[grant(role, unit)]).await;
            let (numbers, waiting) = shown(&store, &viewer).await;
            assert_eq!(
                (numbers, waiting),
                (people.iter().map(ToString::to_string).collect(), unallocated),
                "{name}"
            );
        }
        assert_eq!(shown(&store, &anna()).await.0, ["1001", "1002", "1003"]);
    })
    .await;
}

#[tokio::test]
async fn what_one_may_not_see_looks_as_if_it_were_not_there() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let (own, other) = (id_of(&store, "1001").await, id_of(&store, "1003").await);
        let viewer = somebody(&store, "south", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let mut reading = store.read(&viewer).await.expect("reads");
        assert!(reading.somebody(own, TODAY, TODAY).await.expect("asks").is_some());
        assert_eq!(reading.somebody(other, TODAY, TODAY).await.expect("asks"), None);
        assert_eq!(reading.somebody(-1, TODAY, TODAY).await.expect("asks"), None);
        assert!(reading.case("R-1", TODAY).await.expect("asks").is_some());
        for hidden in ["R-3", "R-9", "R-unknown"] {
            assert_eq!(reading.case(hidden, TODAY).await.expect("asks"), None, "{hidden}");
        }
        assert_eq!(reading.find_person("1001").await.expect("asks").len(), 1);
        assert_eq!(reading.find_person("1003").await.expect("asks"), []);
        assert_eq!(reading.find_person("nobody").await.expect("asks"), []);
        assert_eq!(reading.who_looked_at(other, 10).await.expect("asks"), []);
        drop(reading);
        let north = somebody(&store, "north", None, &[grant(Role::Supervisor, Some("north"))]).await;
        let mut reading = store.read(&north).await.expect("reads");
        assert!(
            reading.case("R-9", TODAY).await.expect("asks").is_some(),
            "unallocated in the own team"
        );
        assert_eq!(reading.waiting(TODAY).await.expect("asks")[0].reference, "R-9");
        let staff = somebody(&store, "staff", None, &[grant(Role::HumanResources, None)]).await;
        let mut reading = store.read(&staff).await.expect("reads");
        assert_eq!(
            reading.find_person("1003").await.expect("asks").len(),
            1,
            "HR knows who works here"
        );
        assert_eq!(reading.case("R-1", TODAY).await.expect("asks"), None, "but no cases");
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_team_is_seen_by_the_new_supervisor_from_that_day_and_a_leaver_while_cases_are_held() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let moves = |until| {
            let before = employed("1001", |post| {
                post.period = Period::new(date(2020, 1, 1), Some(date(2026, 10, 1))).expect("in order");
            });
            let after = employed("1001", |post| {
                post.unit = Some("north".to_owned());
                post.period = Period::new(date(2026, 10, 1), until).expect("in order");
            });
            [before, after]
        };
        let units = [unit("south", None), unit("north", None)];
        let leaver = employed("1002", |post| {
            post.period = Period::new(date(2020, 1, 1), Some(date(2026, 9, 15))).expect("in order");
        });
        let gone = employed("1003", |post| {
            post.period = Period::new(date(2020, 1, 1), Some(date(2026, 9, 15))).expect("in order");
        });
        let cases = [case("R-1", "1001"), case("R-2", "1002")];
        accept(&store, FIRST, &all(&[&units, &moves(None), &[leaver, gone], &cases])).await;
        for unit in ["south", "north"] {
            account(&store, unit, None, &[grant(Role::Supervisor, Some(unit))]).await;
            store
                .sign_in(crate::people::given(unit), &token(unit), &settings(), noon())
                .await
                .expect("signs in");
        }
        for (unit, day, people) in [
            ("south", date(2026, 9, 14), vec!["1001", "1002", "1003"]),
            ("south", date(2026, 9, 30), vec!["1001", "1002"]),
            ("south", date(2026, 10, 1), vec!["1002"]),
            ("north", date(2026, 9, 30), vec![]),
            ("north", date(2026, 10, 1), vec!["1001"]),
        ] {
            let viewer = store
                .viewer(&token(unit), &settings(), noon(), day)
                .await
                .expect("answers")
                .expect("is signed in");
            let mut reading = store.read(&viewer).await.expect("reads");
            let seen = reading.everybody(TODAY, TODAY).await.expect("gathers");
            let numbers: Vec<&str> = seen.iter().map(|facts| facts.person.reference.as_str()).collect();
            assert_eq!(numbers, people, "{unit} on {day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_caseworker_sees_who_looked_at_the_own_load_and_the_own_reading_leaves_no_trace() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let worker = somebody(&store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await;
        let boss = somebody(&store, "boss", Some("1002"), &[grant(Role::Supervisor, Some("south"))]).await;
        let own = worker.person().expect("is linked");
        for viewer in [&worker, &boss] {
            let mut reading = store.read(viewer).await.expect("reads");
            reading
                .somebody(own, date(2026, 1, 1), TODAY)
                .await
                .expect("gathers")
                .expect("is seen");
            reading.close().await.expect("is logged");
        }
        let mut reading = store.read(&boss).await.expect("reads");
        reading.everybody(TODAY, TODAY).await.expect("gathers");
        reading.case("R-1", TODAY).await.expect("gathers").expect("is seen");
        // Whoever forgets to end the reading has it written later.
        drop(reading);
        let mut reading = store.read(&boss).await.expect("reads");
        reading.case("R-1", TODAY).await.expect("gathers").expect("is seen");
        reading.close().await.expect("is logged");

        let mut reading = store.read(&worker).await.expect("reads");
        let looked = reading.who_looked_at(own, 10).await.expect("asks");
        let found: Vec<(&str, &str)> = looked
            .iter()
            .map(|look| (look.actor.as_str(), look.subject.as_str()))
            .collect();
        assert_eq!(
            found,
            [("boss", "case"), ("boss", "case"), ("boss", "load"), ("boss", "history")]
        );
        assert!(looked.iter().all(|look| look.at == noon()));
        drop(reading);
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM look").await,
            4,
            "nobody else was looked at"
        );
        store.verify_log().await.expect("unbroken");
        fresh
            .behind_the_back("DELETE FROM look WHERE event = (SELECT MAX(event) FROM look)")
            .await;
        let broken = store.verify_log().await;
        assert!(
            matches!(
                &broken,
                Err(StoreError::LogBroken(Broken {
                    why: Why::LooksChanged,
                    ..
                }))
            ),
            "{broken:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn readings_that_end_at_once_are_all_in_the_log_when_they_are_answered() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let boss = somebody(&store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let readings: Vec<_> = (0..12)
            .map(|_| {
                let (store, boss) = (store.clone(), boss.clone());
                tokio::spawn(async move {
                    let mut reading = store.read(&boss).await.expect("reads");
                    assert_eq!(reading.everybody(TODAY, TODAY).await.expect("gathers").len(), 2);
                    reading.close().await.expect("is logged");
                })
            })
            .collect();
        for reading in readings {
            reading.await.expect("ends");
        }
        assert_eq!(count(&store, "SELECT COUNT(*) FROM look").await, 24);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_reading_is_answered_and_its_entry_kept_while_somebody_else_writes_for_long() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let boss = somebody(&store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let import = store.begin(&anna()).await.expect("begins");
        let mut reading = store.read(&boss).await.expect("reads");
        reading.everybody(TODAY, TODAY).await.expect("gathers");
        reading.close().await.expect("does not wait for the import");
        assert_eq!(count(&store, "SELECT COUNT(*) FROM look").await, 0);
        drop(import);
        store.close().await;
        let store = fresh.open().await;
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM look").await,
            2,
            "written at the latest when the store is closed"
        );
    })
    .await;
}

#[tokio::test]
async fn a_head_is_given_sums_without_names_and_none_of_small_groups() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let units = [
            unit("family", None),
            unit("south", Some("family")),
            unit("north", Some("family")),
        ];
        let south = ["1001", "1002", "1003", "1004", "1005", "1006"];
        let in_north = |number: &str| employed(number, |post| post.unit = Some("north".to_owned()));
        let north = ["2001", "2002"].map(in_north);
        accept(
            &store,
            FIRST,
            &all(&[&units, &staff(&south), &north, &[case("R-1", "1001"), case("R-2", "2001")]]),
        )
        .await;
        let head = somebody(&store, "head", None, &[grant(Role::Head, Some("family"))]).await;
        let models = Series::new(vec![model()]).expect("a series");
        let mut reading = store.read(&head).await.expect("reads");
        let sums = reading.sums(&models, TODAY, TODAY, 5).await.expect("sums");
        let people: Vec<(&str, Option<usize>)> = sums
            .iter()
            .map(|sum| (sum.unit.as_str(), sum.figures.as_ref().map(|figures| figures.people)))
            .collect();
        // Eight people less the six of south would be the two of north, so south is not shown either.
        assert_eq!(people, [("family", Some(8)), ("south", None), ("north", None)]);
        let figures = sums[0].figures.as_ref().expect("is shown");
        assert_eq!(figures.bands.values().sum::<usize>(), 8);
        reading.close().await.expect("ends");
        assert_eq!(count(&store, "SELECT COUNT(*) FROM look").await, 0, "sums are about nobody");

        let both = [grant(Role::Head, Some("family")), grant(Role::Supervisor, Some("north"))];
        let leading = somebody(&store, "leading", None, &both).await;
        let mut reading = store.read(&leading).await.expect("reads");
        let sums = reading.sums(&models, TODAY, TODAY, 5).await.expect("sums");
        assert_eq!(
            sums[2].figures.as_ref().map(|figures| figures.people),
            Some(2),
            "the own team"
        );
        let worker = somebody(&store, "worker", Some("1001"), &[grant(Role::Caseworker, None)]).await;
        let mut reading = store.read(&worker).await.expect("reads");
        assert_eq!(reading.sums(&models, TODAY, TODAY, 5).await.expect("sums"), []);
    })
    .await;
}

#[tokio::test]
async fn only_the_administrator_imports_adopts_and_reads_the_log() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let boss = somebody(&store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let refused = store.log(&boss, 1, 10).await;
        assert!(
            matches!(
                refused,
                Err(StoreError::NotAllowed {
                    permission: Permission::EventLog
                })
            ),
            "{refused:?}"
        );
        assert!(!store.log(&admin, 1, 10).await.expect("reads").is_empty());
        assert!(store.adopt(&boss, &model()).await.is_err());
        store.adopt(&admin, &model()).await.expect("is adopted");
        let order = |viewer: &Viewer| store::import::take_in::Order {
            viewer: viewer.clone(),
            ..crate::scene::order(&model(), FIRST)
        };
        let records = || vec![unit("east", None)];
        assert!(
            store::import::take_in::take_in(&store, "case-system", records(), order(&boss))
                .await
                .is_err()
        );
        store::import::take_in::take_in(&store, "case-system", records(), order(&admin))
            .await
            .expect("comes in");
    })
    .await;
}

#[tokio::test]
async fn a_review_draws_some_readings_by_lot_and_all_unusual_ones_and_is_signed() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let boss = somebody(&store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        for viewer in [&boss, &boss, &boss, &anna()] {
            let mut reading = store.read(viewer).await.expect("reads");
            reading.everybody(TODAY, TODAY).await.expect("gathers");
            reading.close().await.expect("is logged");
        }
        let order = ReviewOrder {
            from: noon(),
            to: later(1),
            seed: 7,
            size: 1,
            // 31 October 2026 is a Saturday.
            usual: Usual::default(),
            zone: TimeZone::UTC,
        };
        let mut reading = store.read(&admin).await.expect("reads");
        let drawn = reading.draw_review(&order).await.expect("draws");
        drop(reading);
        assert_eq!(drawn.len(), 4, "all on a Saturday");
        assert_eq!(drawn.iter().filter(|look| look.drawn).count(), 1);
        assert_eq!(drawn[0].unusual, [Unusual::OutsideHours]);
        assert_eq!(drawn[3].unusual, [Unusual::OutsideHours, Unusual::OutsideTeam { people: 3 }]);

        assert!(matches!(
            store.sign_review(&admin, &order, " ").await,
            Err(ReviewError::Finding)
        ));
        let number = "Se 19121212-1212";
        assert!(matches!(
            store.sign_review(&admin, &order, number).await,
            Err(ReviewError::IdentityNumber)
        ));
        assert!(store.sign_review(&boss, &order, "Inget att anmärka.").await.is_err());
        store
            .sign_review(&admin, &order, "Inget att anmärka.")
            .await
            .expect("is signed");
        let mut reading = store.read(&admin).await.expect("reads");
        let reviews = reading.reviews().await.expect("reads");
        assert_eq!((reviews[0].reviewer.as_str(), &reviews[0].looks), ("admin", &drawn));
        drop(reading);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_review_that_was_begun_is_not_drawn_again_and_the_next_one_covers_what_came_after_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let leader = somebody(&store, "south", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let look = async || {
            let mut reading = store.read(&leader).await.expect("reads");
            let found = reading.everybody(TODAY, TODAY).await.expect("gathers");
            assert_eq!(found.len(), 2);
            reading.close().await.expect("is logged");
        };
        look().await;
        let reviewer = |seconds| Viewer::operator("reviewer", later(seconds));
        let left = async |seconds| {
            let mut reading = store.read(&reviewer(seconds)).await.expect("reads");
            reading.not_reviewed().await.expect("counts")
        };
        assert_eq!((left(60).await.looks, left(60).await.since), (1, None));
        let first = store.begin_review(&reviewer(60), 7, 5).await.expect("begins");
        assert_eq!((first.size, first.seed), (1, 7), "at least ten, of as many as there are");
        let again = store.begin_review(&reviewer(90), 8, 5).await.expect("is given");
        assert_eq!(again, first);
        let order = first.order(Usual::default(), TimeZone::UTC);
        store
            .sign_review(&reviewer(120), &order, "Allt hade ett skäl.")
            .await
            .expect("is signed");
        let mut reading = store.read(&reviewer(120)).await.expect("reads");
        assert_eq!(reading.open_review().await.expect("asks"), None);
        let worker = id_of_in(&mut reading, "1001").await;
        let names = reading.names_of(&[worker]).await;
        drop(reading);
        assert_eq!(names.expect("names").len(), 1);
        let after = left(180).await;
        assert_eq!((after.looks, after.since), (0, Some(later(60))));
        let second = store.begin_review(&reviewer(180), 9, 5).await.expect("begins");
        assert_eq!((second.from, second.size), (later(60), 0));
        assert!(store.begin_review(&leader, 1, 5).await.is_err());
        assert!(store.read(&leader).await.expect("reads").names_of(&[]).await.is_err());
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

async fn id_of_in(reading: &mut store::Reading, number: &str) -> i64 {
    reading.find_person(number).await.expect("finds").remove(0).id
}
