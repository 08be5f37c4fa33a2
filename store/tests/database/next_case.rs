//! Who could take a case, as the database has it, and what whoever was given one answers.

use jiff::civil::{Date, date};
use rules::access::Role;
use rules::allocation::{Obstacle, Reason};
use rules::case::Part;
use rules::next_case::{NotNow, Trouble};
use rules::period::Period;
use store::allocation::{Assign, NewNeed, Reassign};
use store::import::record::Record;
use store::next_case::{Answer, AnswerError, NextCase};
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, grant, id_of, somebody};
use crate::scene::{FIRST, SECOND, accept, all, employed, model, unit, until, with};
use crate::support::{anna, count, on_both};

/// The team `south` (1001, 1002 and 1005, qualified; 1004, who is not; 1006, who leads; 1007, who has left) and `north` (1003). R-0 waits
/// in south; its sibling R-1 is held by 1002, and, of which R-4 is new, by 1001.
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
        person("1005", "south", "social_work"),
        person("1003", "north", "social_work"),
        person("1004", "south", "none"),
        employed("1006", |post| post.role = rules::person::Role::Supervisor),
        employed("1007", |post| post.period = until(date(2020, 1, 1), date(2026, 10, 1))),
    ];
    let of_group = |reference: &str, main: Option<&str>| {
        with(reference, |phase| {
            phase.main = main.map(Into::into);
            phase.sibling_group = Some("S-1".to_owned());
        })
    };
    let cases = [
        of_group("R-0", None),
        of_group("R-1", Some("1002")),
        with("R-2", |_| {}),
        with("R-3", |phase| phase.case_type = "placement".into()),
        with("R-4", |phase| phase.period = Period::since(date(2026, 10, 28))),
    ];
    all(&[&units, &staff, &cases])
}

async fn begin(store: &Store) -> Viewer {
    let accepted = store::import::take_in::take_in(store, "case-system", records(), crate::scene::order(&model(), FIRST)).await;
    accepted.expect("comes in");
    somebody(store, "lead", None, &[grant(Role::Supervisor, Some("south"))]).await
}

async fn phase(store: &Store, reference: &str) -> i64 {
    let mut reading = store.read(&anna()).await.expect("reads");
    reading
        .phase_to_give(reference, TODAY)
        .await
        .expect("reads")
        .expect("is there")
}

async fn suggested(store: &Store, viewer: &Viewer, reference: &str) -> Option<NextCase> {
    let phase = phase(store, reference).await;
    let mut reading = store.read(viewer).await.expect("reads");
    let case = reading.next_case(phase, TODAY).await.expect("reads");
    reading.close().await.expect("closes");
    case
}

/// Numbers of the people in order, of those who can have it.
fn order(case: &NextCase) -> Vec<String> {
    let (list, _) = case.suggestions(&model(), TODAY);
    let allowed = list.iter().filter(|one| one.is_allowed);
    allowed
        .map(|one| case.people[one.candidate].facts.person.reference.clone())
        .collect()
}

async fn give(store: &Store, lead: &Viewer, to: &str) -> i64 {
    let assign = Assign {
        phase: phase(store, "R-0").await,
        to: id_of(store, to).await,
        part: Part::Main,
        share: None,
        on: TODAY,
        reason: Reason::Unallocated,
    };
    store.assign(lead, assign).await.expect("is given")
}

async fn own(store: &Store, number: &str) -> Viewer {
    somebody(
        store,
        &format!("own-{number}"),
        Some(number),
        &[grant(Role::Caseworker, Some("south"))],
    )
    .await
}

#[tokio::test]
async fn the_teams_caseworkers_in_service_are_suggested_with_what_the_database_knows() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let case = suggested(&store, &lead, "R-0").await.expect("is for the team's supervisor");
        let known: Vec<(&str, u32, u32, u32, usize)> = case
            .people
            .iter()
            .map(|one| {
                let number = one.facts.person.reference.as_str();
                (number, one.siblings, one.experience, one.new, one.obstacles.len())
            })
            .collect();
        // Neither who leads, who has left, nor who works in another team.
        let expected = [
            ("1001", 0, 2, 1, 0),
            ("1002", 1, 1, 0, 0),
            ("1004", 0, 0, 0, 1),
            ("1005", 0, 0, 0, 0),
        ];
        assert_eq!(known, expected);
        assert_eq!(order(&case), ["1002", "1005", "1001"]);
        let looks = count(
            &store,
            "SELECT COUNT(*) FROM look WHERE person IN (SELECT id FROM person WHERE number = '1005')",
        )
        .await;
        assert_eq!(looks, 1, "they have been looked at");
    })
    .await;
}

#[tokio::test]
async fn a_case_is_suggested_to_nobody_but_whoever_may_give_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        begin(&store).await;
        let others = [
            somebody(&store, "north", None, &[grant(Role::Supervisor, Some("north"))]).await,
            somebody(&store, "head", None, &[grant(Role::Head, Some("family"))]).await,
            own(&store, "1001").await,
        ];
        for viewer in &others {
            assert_eq!(suggested(&store, viewer, "R-0").await, None, "{}", viewer.name());
        }
        let case = suggested(&store, &anna(), "R-0")
            .await
            .expect("whoever runs the program sees it");
        assert_eq!(
            order(&case),
            ["1002", "1005", "1001"],
            "the team of the unit that the case lies in"
        );
    })
    .await;
}

#[tokio::test]
async fn languages_are_told_of_whoever_speaks_them_and_lacking_in_whoever_does_not() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let always = Period::since(TODAY);
        store
            .add_need(&lead, ("R-0", TODAY), &NewNeed::Language("Arabic"), always)
            .await
            .expect("is stored");
        let speaks = (store::qualification::FactKind::Language, "arabic");
        let bo = id_of(&store, "1005").await;
        store.record_fact(&lead, bo, speaks, always).await.expect("is recorded");
        let case = suggested(&store, &lead, "R-0").await.expect("is there");
        let bo = case.people.iter().find(|one| one.facts.id == bo).expect("is there");
        assert_eq!((bo.languages.clone(), bo.obstacles.len()), (vec!["Arabic".to_owned()], 0));
        let lacks = Obstacle::Language {
            language: "Arabic".to_owned(),
        };
        assert_eq!(case.people[0].obstacles, [lacks]);
        assert_eq!(
            order(&case),
            ["1002", "1005", "1001"],
            "the siblings' caseworker, then who speaks it"
        );
    })
    .await;
}

#[tokio::test]
async fn not_now_ends_the_assignment_and_the_case_waits_again_with_the_reason() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let given = give(&store, &lead, "1002").await;
        let receiver = own(&store, "1002").await;
        let mut reading = store.read(&receiver).await.expect("reads");
        let waits = reading.unanswered(TODAY).await.expect("reads");
        assert_eq!(waits.iter().map(|one| (one.id, &*one.reference)).collect::<Vec<_>>(), [(given, "R-0")]);
        reading.close().await.expect("closes");
        let not_now = Answer::NotNow(NotNow::Deadlines);
        for stranger in [&lead, &own(&store, "1001").await, &anna()] {
            let refused = store.answer_given(stranger, given, not_now, TODAY).await;
            assert!(matches!(refused, Err(AnswerError::Store(StoreError::NotThere))), "{refused:?}");
        }
        assert_eq!(store.answer_given(&receiver, given, not_now, TODAY).await.expect("is taken"), "R-0");
        let again = store.answer_given(&receiver, given, Answer::Taken, TODAY).await;
        assert!(matches!(again, Err(AnswerError::Answered)), "{again:?}");
        let mut reading = store.read(&lead).await.expect("reads");
        let waiting = reading.waiting(TODAY).await.expect("reads");
        assert_eq!(waiting.iter().map(|one| &*one.reference).collect::<Vec<_>>(), ["R-0"]);
        let said = reading.not_now(&[waiting[0].id]).await.expect("reads");
        let said = &said[&waiting[0].id];
        assert_eq!((&*said[0].person.number, said[0].on, said[0].why), ("1002", TODAY, NotNow::Deadlines));
        reading.close().await.expect("closes");
        let case = suggested(&store, &lead, "R-0").await.expect("is there");
        assert_eq!(order(&case), ["1005", "1001", "1002"], "whoever said so comes last of those who can");
        // An export that does not know of it changes nothing.
        assert!(!accept_again(&store).await);
        let events = "SELECT COUNT(*) FROM event WHERE action = 'case.answer' AND subject = 'R-0' AND details LIKE '%\"reason\":\"deadlines\"%'";
        assert_eq!(count(&store, events).await, 1);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

async fn accept_again(store: &Store) -> bool {
    let order = crate::scene::order(&model(), SECOND);
    let waits = with("R-0", |phase| {
        phase.main = None;
        phase.sibling_group = Some("S-1".to_owned());
    });
    let done = store::import::take_in::take_in(store, "case-system", vec![waits], order).await;
    done.expect("comes in").changed
}

#[tokio::test]
async fn a_moved_case_that_is_not_taken_waits_for_the_supervisor_and_not_for_whoever_had_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let reassign = Reassign {
            phase: phase(&store, "R-2").await,
            from: id_of(&store, "1001").await,
            to: id_of(&store, "1005").await,
            on: date(2026, 11, 2),
            reason: Reason::Overload,
        };
        let given = store.reassign(&lead, reassign).await.expect("is moved");
        let receiver = own(&store, "1005").await;
        let answer = Answer::NotNow(NotNow::Away);
        store.answer_given(&receiver, given, answer, TODAY).await.expect("is taken");
        let waits = async |day: Date| {
            let mut reading = store.read(&lead).await.expect("reads");
            let waiting = reading.waiting(day).await.expect("reads");
            waiting.iter().any(|one| one.reference == "R-2")
        };
        assert!(!waits(date(2026, 11, 1)).await, "it is still with whoever has it");
        assert!(waits(date(2026, 11, 2)).await);
    })
    .await;
}

#[tokio::test]
async fn what_was_given_more_than_two_weeks_ago_is_no_longer_asked_about() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let lead = begin(&store).await;
        let given = give(&store, &lead, "1002").await;
        let receiver = own(&store, "1002").await;
        let waits = async |day: Date| {
            let mut reading = store.read(&receiver).await.expect("reads");
            let waits = reading.unanswered(day).await.expect("reads");
            waits.len()
        };
        assert_eq!((waits(date(2026, 11, 14)).await, waits(date(2026, 11, 15)).await), (1, 0));
        let late = store
            .answer_given(&receiver, given, Answer::NotNow(NotNow::Other), date(2026, 11, 15))
            .await;
        assert!(matches!(late, Err(AnswerError::Store(StoreError::NotThere))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_team_in_which_nobody_is_qualified_says_so_with_the_section() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let units = [unit("south", None)];
        let staff = [employed("1004", |post| post.degree = Some("none".to_owned()))];
        accept(
            &store,
            FIRST,
            &all(&[&units, &staff, &[with("R-0", |phase| phase.main = None)]]),
        )
        .await;
        let lead = somebody(&store, "lead", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let case = suggested(&store, &lead, "R-0").await.expect("is there");
        let (_, trouble) = case.suggestions(&model(), TODAY);
        let Some(Trouble::NobodyQualified { section, .. }) = trouble else {
            panic!("{trouble:?}");
        };
        assert_eq!(section, "25 kap. 1 §");
    })
    .await;
}
