//! Giving and moving cases, what they need, and what a later export makes of it.

use jiff::civil::{Date, date};
use rules::access::Role;
use rules::allocation::{LockReason, Obstacle, Reason};
use rules::case::Part;
use rules::period::Period;
use store::allocation::{AllocationError, Assign, NeedKind, NewNeed, Reassign};
use store::import::record::Record;
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, grant, id_of, somebody};
use crate::scene::{FIRST, SECOND, accept, all, case, case_points, employed, named, unit, with};
use crate::support::{anna, count, on_both};

/// The teams `south` (1001 and 1002, qualified; 1004, who is not) and `north` (1003, qualified). are held by 1001 and 1002;
/// R-8 in south and R-9 in north by nobody.
fn records() -> Vec<Record> {
    let units = [
        unit("family", None),
        unit("south", Some("family")),
        unit("north", Some("family")),
    ];
    let person = |number: &str, team: &str, degree: &str| {
        employed(number, |post| {
            (post.unit, post.degree) = (Some(team.to_owned()), Some(degree.to_owned()));
        })
    };
    let staff = [
        person("1001", "south", "social_work"),
        person("1002", "south", "social_work"),
        person("1003", "north", "social_work"),
        person("1004", "south", "none"),
    ];
    let nobody = with("R-8", |phase| phase.main = None);
    let elsewhere = with("R-9", |phase| (phase.unit, phase.main) = (Some("north".into()), None));
    all(&[&units, &staff, &[case("R-1", "1001"), case("R-2", "1002"), nobody, elsewhere]])
}

async fn begin(store: &Store) -> Viewer {
    accept(store, FIRST, &records()).await;
    somebody(store, "lead", None, &[grant(Role::Supervisor, Some("south"))]).await
}

async fn phase(store: &Store, reference: &str, day: Date) -> i64 {
    let mut reading = store.read(&anna()).await.expect("reads");
    let phases = reading.case(reference, day).await.expect("reads").expect("is there");
    phases[0].id
}

async fn assign(store: &Store, viewer: &Viewer, reference: &str, to: &str, part: Part) -> Result<i64, AllocationError> {
    let assign = Assign {
        phase: phase(store, reference, TODAY).await,
        to: id_of(store, to).await,
        part,
        share: None,
        on: TODAY,
        reason: Reason::Unallocated,
    };
    store.assign(viewer, assign).await
}

async fn reassign(
    store: &Store,
    viewer: &Viewer,
    reference: &str,
    (from, to): (&str, &str),
    on: Date,
) -> Result<i64, AllocationError> {
    let reassign = Reassign {
        phase: phase(store, reference, TODAY).await,
        from: id_of(store, from).await,
        to: id_of(store, to).await,
        on,
        reason: Reason::Overload,
    };
    store.reassign(viewer, reassign).await
}

/// Numbers of the main caseworkers of a case on a day.
async fn main_of(store: &Store, reference: &str, day: Date) -> Vec<String> {
    let mut reading = store.read(&anna()).await.expect("reads");
    let phases = reading.case(reference, day).await.expect("reads").expect("is there");
    let mains = phases
        .into_iter()
        .filter_map(|phase| phase.holder)
        .filter(|(_, part, _)| *part == Part::Main);
    mains.map(|(person, ..)| person.number).collect()
}

fn refused(result: Result<i64, AllocationError>) -> Vec<&'static str> {
    match result.expect_err("is refused") {
        AllocationError::Refused(obstacles) => obstacles.iter().map(Obstacle::id).collect(),
        other => vec![Box::leak(other.to_string().into_boxed_str())],
    }
}

#[tokio::test]
async fn a_case_is_given_from_a_day_on_and_the_decision_stands_in_the_log_with_its_reason() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        assign(&store, &lead, "R-8", "1001", Part::Main).await.expect("is given");
        assert_eq!(main_of(&store, "R-8", TODAY).await, ["1001"]);
        let before = TODAY.yesterday().expect("a day");
        assert_eq!(main_of(&store, "R-8", before).await, [""; 0]);
        let again = assign(&store, &lead, "R-8", "1002", Part::Main).await;
        assert!(matches!(again, Err(AllocationError::AlreadyHeld { .. })), "{again:?}");
        let log = store.log(&anna(), 1, 1000).await.expect("reads");
        let entry = log.iter().find(|event| event.action == "case.assign").expect("is in the log");
        assert_eq!((entry.actor.as_str(), entry.subject.as_str()), ("lead", "R-8"));
        assert!(entry.details.as_ref().is_some_and(|details| details.contains("unallocated")));
        let one = id_of(&store, "1001").await;
        let given = store
            .read(&lead)
            .await
            .expect("reads")
            .given_to(one, TODAY)
            .await
            .expect("reads");
        assert_eq!(given.len(), 1);
        assert_eq!(
            (given[0].reference.as_str(), given[0].previous, given[0].seen),
            ("R-8", None, None)
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_qualified_is_refused_with_the_section_but_may_be_co_handler() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        match assign(&store, &lead, "R-8", "1004", Part::Main).await {
            Err(AllocationError::Refused(obstacles)) => match &obstacles[..] {
                [Obstacle::NotQualified(unqualified)] => {
                    assert_eq!(
                        (unqualified.act.as_str(), unqualified.section.as_str()),
                        ("SoL 2025:400", "25 kap. 1 §")
                    );
                }
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
        assert_eq!(
            refused(reassign(&store, &lead, "R-1", ("1001", "1004"), TODAY).await),
            ["not-qualified"]
        );
        assert_eq!(count(&store, "SELECT COUNT(*) FROM allocation").await, 0);
        assign(&store, &lead, "R-1", "1004", Part::Co).await.expect("under guidance");
        let twice = assign(&store, &lead, "R-1", "1004", Part::Co).await;
        assert!(matches!(twice, Err(AllocationError::AlreadyHeld { .. })), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn only_whoever_leads_the_team_gives_and_only_within_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let not_there =
            |result: Result<i64, AllocationError>| matches!(result, Err(AllocationError::Store(StoreError::NotThere)));
        assert!(
            not_there(assign(&store, &lead, "R-9", "1001", Part::Main).await),
            "another team's case"
        );
        assert!(
            not_there(assign(&store, &lead, "R-8", "1003", Part::Main).await),
            "another team's caseworker"
        );
        for (name, role, unit) in [
            ("head", Role::Head, Some("family")),
            ("worker", Role::Caseworker, Some("south")),
            ("hr", Role::HumanResources, None),
            ("administrator", Role::Administrator, None),
        ] {
            let viewer = somebody(&store, name, None, &[grant(role, unit)]).await;
            assert!(not_there(assign(&store, &viewer, "R-8", "1001", Part::Main).await), "{name}");
            assert!(
                not_there(reassign(&store, &viewer, "R-1", ("1001", "1002"), TODAY).await),
                "{name}"
            );
            let need = store
                .add_need(&viewer, ("R-1", TODAY), &NewNeed::Language("arabiska"), Period::since(TODAY))
                .await;
            assert!(
                matches!(need, Err(AllocationError::Store(StoreError::NotThere))),
                "{name}: {need:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_moved_case_counts_for_the_one_until_the_day_and_for_the_other_from_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let ahead = date(2026, 11, 9);
        reassign(&store, &lead, "R-1", ("1001", "1002"), ahead)
            .await
            .expect("is moved");
        for (day, holder) in [(TODAY, "1001"), (date(2026, 11, 8), "1001"), (ahead, "1002")] {
            assert_eq!(main_of(&store, "R-1", day).await, [holder], "{day}");
        }
        let again = reassign(&store, &lead, "R-1", ("1001", "1002"), TODAY).await;
        assert!(
            matches!(again, Err(AllocationError::AlreadyMoving { from, .. }) if from == ahead),
            "{again:?}"
        );
        let points = [("1001", 0.0), ("1002", 20.0)];
        let loads = case_points(&store, ahead).await;
        for expected in named(&points) {
            assert!(loads.contains(&expected), "{loads:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_given_says_why() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let early = reassign(&store, &lead, "R-1", ("1001", "1002"), date(2026, 8, 31)).await;
        assert!(matches!(early, Err(AllocationError::NotOpen { .. })), "{early:?}");
        let same = reassign(&store, &lead, "R-1", ("1001", "1001"), TODAY).await;
        assert!(matches!(same, Err(AllocationError::AlreadyHeld { .. })), "{same:?}");
        let another = reassign(&store, &lead, "R-1", ("1002", "1001"), TODAY).await;
        assert!(
            matches!(
                another,
                Err(AllocationError::AlreadyHeld { .. } | AllocationError::NotHeld { .. })
            ),
            "{another:?}"
        );
        let two = id_of(&store, "1002").await;
        let leaves = employed("1002", |post| {
            post.degree = Some("social_work".to_owned());
            post.period = crate::scene::until(date(2020, 1, 1), date(2026, 12, 1));
        });
        accept(&store, FIRST, &[leaves]).await;
        let after = Assign {
            phase: phase(&store, "R-8", TODAY).await,
            to: two,
            part: Part::Main,
            share: None,
            on: date(2026, 12, 1),
            reason: Reason::Unallocated,
        };
        let gone = store.assign(&lead, after).await;
        assert!(matches!(gone, Err(AllocationError::NotEmployed { .. })), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn the_needs_of_a_case_decide_who_may_have_it_from_their_day_until_their_end() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let case = ("R-1", TODAY);
        let since = Period::since(TODAY);
        let two = id_of(&store, "1002").await;
        store
            .add_need(&lead, case, &NewNeed::NotWorker(two), since)
            .await
            .expect("is said");
        store
            .add_need(&lead, case, &NewNeed::Locked(LockReason::Court), since)
            .await
            .expect("is said");
        store
            .add_need(&lead, case, &NewNeed::Language("Somaliska"), since)
            .await
            .expect("is said");
        let twice = store.add_need(&lead, case, &NewNeed::Language("somaliska "), since).await;
        assert!(matches!(twice, Err(AllocationError::Value(_))), "{twice:?}");
        let number = store
            .add_need(&lead, case, &NewNeed::District("vid 640823-3234"), since)
            .await;
        assert!(matches!(number, Err(AllocationError::Value(_))), "{number:?}");
        let refusing = refused(reassign(&store, &lead, "R-1", ("1001", "1002"), TODAY).await);
        assert_eq!(
            refusing,
            ["not-this-worker", "locked"],
            "an interpreter can be had, so the language does not refuse"
        );
        let needs = store
            .read(&lead)
            .await
            .expect("reads")
            .needs("R-1", TODAY)
            .await
            .expect("reads");
        let needs = needs.expect("is there");
        assert!(needs.may_change);
        let ending: Vec<i64> = needs
            .needs
            .iter()
            .filter(|need| need.kind != NeedKind::Language)
            .map(|need| need.id)
            .collect();
        assert_eq!((ending.len(), needs.needs.len()), (2, 3));
        for need in ending {
            store.end_need(&lead, case, need, TODAY).await.expect("ends");
        }
        reassign(&store, &lead, "R-1", ("1001", "1002"), TODAY)
            .await
            .expect("is moved");
        let log = store.log(&anna(), 1, 1000).await.expect("reads");
        let entry = log
            .iter()
            .find(|event| event.action == "case.reassign")
            .expect("is in the log");
        assert!(
            entry.details.as_ref().is_some_and(|details| details.contains("Somaliska")),
            "it says despite what"
        );
    })
    .await;
}

#[tokio::test]
async fn a_later_export_that_shows_what_was_before_undoes_nothing_and_one_that_shows_it_adds_nothing() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        reassign(&store, &lead, "R-1", ("1001", "1002"), TODAY)
            .await
            .expect("is moved");
        assign(&store, &lead, "R-8", "1001", Part::Main).await.expect("is given");
        assign(&store, &lead, "R-2", "1004", Part::Co).await.expect("is given");
        let assignments = count(&store, "SELECT COUNT(*) FROM assignment").await;
        let stands = async |day| {
            assert_eq!(main_of(&store, "R-1", day).await, ["1002"]);
            assert_eq!(main_of(&store, "R-8", day).await, ["1001"]);
            assert_eq!(count(&store, "SELECT COUNT(*) FROM assignment").await, assignments);
            assert_eq!(
                count(&store, "SELECT COUNT(*) FROM assignment WHERE part = 'co' AND until IS NULL").await,
                1
            );
        };
        // The source system has not been told yet.
        assert!(!accept(&store, FIRST, &records()).await.changed);
        stands(TODAY).await;
        accept(&store, SECOND, &records()).await;
        stands(SECOND).await;
        assert_eq!(count(&store, "SELECT COUNT(*) FROM allocation WHERE seen IS NULL").await, 3);
        // Now it has.
        let co = with("R-2", |phase| {
            phase.main = Some("1002".into());
            phase.co = vec![("1004".into(), None)];
        });
        let told = [case("R-1", "1002"), case("R-8", "1001"), co];
        let december = date(2026, 12, 31);
        accept(&store, december, &told).await;
        stands(december).await;
        assert_eq!(count(&store, "SELECT COUNT(*) FROM allocation WHERE seen IS NULL").await, 0);
        assert!(!accept(&store, december, &told).await.changed, "the same export again");
        // From now on the exports are followed again.
        accept(&store, date(2027, 1, 31), &[case("R-1", "1001")]).await;
        assert_eq!(main_of(&store, "R-1", date(2027, 1, 31)).await, ["1001"]);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn an_export_that_shows_something_newer_is_followed_and_an_older_one_is_not() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let ahead = date(2026, 11, 16);
        reassign(&store, &lead, "R-1", ("1001", "1002"), ahead)
            .await
            .expect("is moved");
        // Exported before the day: what it shows of the holder is old, whoever it is.
        accept(&store, date(2026, 11, 10), &[case("R-1", "1003")]).await;
        assert_eq!(main_of(&store, "R-1", date(2026, 11, 10)).await, ["1001"]);
        assert_eq!(main_of(&store, "R-1", ahead).await, ["1002"]);
        accept(&store, SECOND, &[case("R-1", "1003")]).await;
        assert_eq!(main_of(&store, "R-1", ahead).await, ["1002"]);
        assert_eq!(main_of(&store, "R-1", SECOND).await, ["1003"]);
    })
    .await;
}

#[tokio::test]
async fn a_case_moved_twice_stays_where_it_is_whichever_of_the_earlier_holders_an_export_shows() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        reassign(&store, &lead, "R-1", ("1001", "1002"), TODAY)
            .await
            .expect("is moved");
        reassign(&store, &lead, "R-1", ("1002", "1001"), date(2026, 11, 2))
            .await
            .expect("is moved back");
        let later = date(2026, 11, 4);
        accept(&store, later, &[case("R-1", "1002")]).await;
        assert_eq!(main_of(&store, "R-1", later).await, ["1001"]);
        accept(&store, SECOND, &[case("R-1", "1001")]).await;
        assert_eq!(main_of(&store, "R-1", SECOND).await, ["1001"]);
        assert_eq!(count(&store, "SELECT COUNT(*) FROM allocation WHERE seen IS NULL").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_case_given_here_keeps_its_caseworker_when_an_export_corrects_its_type() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        assign(&store, &lead, "R-8", "1001", Part::Main).await.expect("is given");
        let types: Vec<String> = crate::scene::model().cases.iter().map(|row| row.case_type.clone()).collect();
        let other = types.iter().find(|name| *name != "child").expect("another type").clone();
        let corrected = with("R-8", |phase| {
            phase.case_type = other.as_str().into();
            phase.main = None;
        });
        accept(&store, SECOND, std::slice::from_ref(&corrected)).await;
        assert_eq!(main_of(&store, "R-8", SECOND).await, ["1001"]);
        assert!(!accept(&store, SECOND, &[corrected]).await.changed);
    })
    .await;
}
