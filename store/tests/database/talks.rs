//! A month is measured once, rated by the person, talked about by both, and what was agreed is followed up.

use jiff::civil::{Date, date};
use rules::access::Role;
use rules::action::{ActionKind, Outcome};
use rules::dialogue::State;
use rules::measurement::{Rating, Reason};
use rules::weight_model::{Band, Series};
use store::dialogue::{DialogueError, NewAction};
use store::measurement::{MeasurementError, OwnRating};
use store::{Store, StoreError, Viewer};

use crate::people::{grant, municipality, somebody};
use crate::scene::{FIRST, SECOND, accept, case, children, model, with};
use crate::support::{anna, count, on_both};

const DAY: Date = date(2026, 10, 31);

fn models() -> Series {
    Series::new(vec![model()]).expect("a series")
}

fn own(rating: u8, sentence: Option<&str>) -> OwnRating {
    OwnRating {
        rating: Rating::try_from(rating).expect("a rating"),
        flex: Some(-90),
        sentence: sentence.map(str::to_owned),
    }
}

/// The person, the supervisor and a supervisor of another team.
async fn three(store: &Store) -> [Viewer; 3] {
    municipality(store).await;
    [
        somebody(store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await,
        somebody(store, "boss", Some("1002"), &[grant(Role::Supervisor, Some("south"))]).await,
        somebody(store, "other", Some("1003"), &[grant(Role::Supervisor, Some("north"))]).await,
    ]
}

fn is_hidden<T: std::fmt::Debug>(answer: &Result<T, DialogueError>) -> bool {
    matches!(
        answer,
        Err(DialogueError::Text(MeasurementError::Store(StoreError::NotThere)))
    )
}

fn relief(owner: i64) -> NewAction {
    NewAction {
        kind: "relief".to_owned(),
        owner,
        due: date(2026, 11, 20),
    }
}

#[tokio::test]
async fn a_month_is_measured_once_and_stays_as_it_stood() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let person = worker.person().expect("is linked");
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let entries = store.verify_log().await.expect("unbroken").entries;
        assert_eq!(
            store
                .measure(&boss, person, date(2026, 10, 1), &models())
                .await
                .expect("is there"),
            id
        );
        let again = store.verify_log().await.expect("unbroken").entries;
        assert_eq!(again, entries, "saving it again changes nothing");
        let heavier = with("R-1", |phase| phase.effort = children(9));
        accept(&store, FIRST, &[heavier, case("R-8", "1001")]).await;
        let mut reading = store.read(&worker).await.expect("reads");
        let found = reading.measurement(id).await.expect("reads").expect("is there");
        assert_eq!(
            (found.month, found.measured_on, found.model.1.as_str()),
            (date(2026, 10, 1), DAY, "1")
        );
        assert_eq!(found.load, rules::load::Load::of(found.points, found.capacity));
        let lines: serde_json::Value = serde_json::from_str(&found.lines).expect("is JSON");
        assert_eq!(lines["cases"].as_array().map(Vec::len), Some(1), "as it stood");
        drop(reading);
        for missing in [
            store.measure(&other, person, DAY, &models()).await,
            store.measure(&other, -1, DAY, &models()).await,
        ] {
            assert!(
                matches!(missing, Err(MeasurementError::Store(StoreError::NotThere))),
                "{missing:?}"
            );
        }
        let mut reading = store.read(&other).await.expect("reads");
        assert_eq!(reading.measurement(id).await.expect("reads"), None);
        assert_eq!(reading.measurements_of(person, 12).await.expect("reads"), []);
        let nothing = store
            .measure(&worker, person, DAY.saturating_sub(jiff::Span::new().years(30)), &models())
            .await;
        assert!(matches!(nothing, Err(MeasurementError::NoModel { .. })), "{nothing:?}");
    })
    .await;
}

#[tokio::test]
async fn only_the_person_rates_the_month_in_words_without_identity_numbers_and_says_which_factor_is_wrong() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, _] = three(&store).await;
        let person = worker.person().expect("is linked");
        let id = store.measure(&boss, person, DAY, &models()).await.expect("is saved");
        let number = store.rate(&worker, id, &own(5, Some("Mycket om 19121212-1212")), DAY).await;
        assert!(matches!(number, Err(MeasurementError::IdentityNumber)), "{number:?}");
        let long = "ord ".repeat(100);
        let long = store.rate(&worker, id, &own(5, Some(&long)), DAY).await;
        assert!(matches!(long, Err(MeasurementError::TooLong { .. })), "{long:?}");
        let by_another = store.rate(&boss, id, &own(1, None), DAY).await;
        assert!(
            matches!(by_another, Err(MeasurementError::Store(StoreError::NotThere))),
            "{by_another:?}"
        );
        store
            .rate(&worker, id, &own(4, Some("  Tungt men gick. ")), DAY)
            .await
            .expect("is stored");
        store
            .rate(&worker, id, &own(5, Some("Tungt.")), DAY)
            .await
            .expect("takes its place");
        store.remark(&worker, id, "R-1", "children", true).await.expect("is stored");
        store
            .remark(&worker, id, "R-1", "children", false)
            .await
            .expect("takes its place");
        for (viewer, reference) in [(&worker, "R-2"), (&boss, "R-1")] {
            let refused = store.remark(viewer, id, reference, "children", false).await;
            assert!(
                matches!(refused, Err(MeasurementError::Store(StoreError::NotThere))),
                "{refused:?}"
            );
        }
        let mut reading = store.read(&boss).await.expect("reads");
        let found = reading.measurements_of(person, 12).await.expect("reads").remove(0);
        assert_eq!(found.own, Some(own(5, Some("Tungt."))));
        let remarks = reading.remarks(id).await.expect("reads");
        assert_eq!((remarks.len(), remarks[0].is_right, remarks[0].settled), (1, false, None));
        drop(reading);
        assert!(
            store.settle_remark(&worker, remarks[0].id, DAY).await.is_err(),
            "that is for the supervisor"
        );
        store.settle_remark(&boss, remarks[0].id, DAY).await.expect("is settled");
        let mut reading = store.read(&worker).await.expect("reads");
        assert_eq!(reading.remarks(id).await.expect("reads")[0].settled, Some(DAY));
        drop(reading);
        let logged = store.log(&anna(), 1, 1000).await.expect("reads");
        assert!(
            !logged.iter().any(|event| format!("{event:?}").contains("Tungt")),
            "no free text in the log"
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_dialogue_is_concluded_by_both_with_a_plan_where_one_is_required_and_then_frozen() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let (person, helper) = (worker.person().expect("is linked"), boss.person().expect("is linked"));
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        store.rate(&worker, id, &own(5, None), DAY).await.expect("is stored");
        assert!(is_hidden(&store.open_dialogue(&other, id, DAY).await));
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        assert_eq!(
            store.open_dialogue(&worker, id, DAY).await.expect("is there"),
            talk,
            "both write the same"
        );
        assert!(matches!(
            store.conclude_dialogue(&boss, talk, DAY).await,
            Err(DialogueError::Plan(_))
        ));
        let unknown = NewAction {
            kind: "holiday".to_owned(),
            ..relief(helper)
        };
        let refused = store.write_dialogue(&boss, talk, "Vi pratade.", &[unknown]).await;
        assert!(matches!(refused, Err(DialogueError::NoKind { .. })), "{refused:?}");
        let numbered = store.write_dialogue(&boss, talk, "Om 19121212-1212", &[]).await;
        assert!(
            matches!(numbered, Err(DialogueError::Text(MeasurementError::IdentityNumber))),
            "{numbered:?}"
        );
        store
            .write_dialogue(&boss, talk, "Vi pratade.", &[relief(helper)])
            .await
            .expect("is written");
        store.conclude_dialogue(&boss, talk, DAY).await.expect("half");
        store
            .write_dialogue(&worker, talk, "Vi pratade länge.", &[relief(helper)])
            .await
            .expect("takes back the half");
        store.conclude_dialogue(&worker, talk, DAY).await.expect("half");
        let state = store.conclude_dialogue(&worker, talk, DAY).await.expect("still half");
        assert!(matches!(state, State::Draft(_)), "one cannot conclude for both: {state:?}");
        assert!(is_hidden(&store.conclude_dialogue(&other, talk, DAY).await));
        let state = store.conclude_dialogue(&boss, talk, DAY).await.expect("whole");
        assert!(matches!(state, State::Concluded(_)), "{state:?}");

        let refused = store.write_dialogue(&boss, talk, "Nej.", &[]).await;
        assert!(matches!(refused, Err(DialogueError::Concluded)), "{refused:?}");
        assert!(matches!(
            store.conclude_dialogue(&boss, talk, DAY).await,
            Err(DialogueError::Concluded)
        ));
        assert!(matches!(
            store.rate(&worker, id, &own(1, None), DAY).await,
            Err(MeasurementError::Frozen)
        ));

        let corrected = store.open_dialogue(&boss, id, SECOND).await.expect("a new version");
        store
            .write_dialogue(&boss, corrected, "Rättat.", &[relief(helper)])
            .await
            .expect("is written");
        let mut reading = store.read(&worker).await.expect("reads");
        let both = reading.dialogues_of(person, 10).await.expect("reads");
        let notes: Vec<(u32, &str)> = both.iter().map(|talk| (talk.state.version(), talk.notes.as_str())).collect();
        assert_eq!(notes, [(2, "Rättat."), (1, "Vi pratade länge.")]);
        assert_eq!(
            reading.open_actions(person).await.expect("reads").len(),
            1,
            "the concluded version counts"
        );
        drop(reading);
        let logged = store.log(&anna(), 1, 1000).await.expect("reads");
        assert!(
            !logged.iter().any(|event| format!("{event:?}").contains("pratade")),
            "no free text in the log"
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn an_action_comes_back_until_it_is_done_or_somebody_says_why_not() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let (person, helper) = (worker.person().expect("is linked"), boss.person().expect("is linked"));
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        let second = NewAction {
            kind: "training".to_owned(),
            ..relief(person)
        };
        store
            .write_dialogue(&boss, talk, "", &[relief(helper), second])
            .await
            .expect("is written");
        for viewer in [&worker, &boss] {
            let mut reading = store.read(viewer).await.expect("reads");
            assert_eq!(
                reading.open_actions(person).await.expect("reads"),
                [],
                "not while it is a draft"
            );
            drop(reading);
            store.conclude_dialogue(viewer, talk, DAY).await.expect("concludes");
        }
        let mut reading = store.read(&worker).await.expect("reads");
        let open = reading.open_actions(person).await.expect("reads");
        drop(reading);
        assert_eq!(open.len(), 2);
        let not_done = |why: &str| Outcome::NotDone {
            on: SECOND,
            why: why.to_owned(),
        };
        assert!(matches!(
            store.settle_action(&boss, open[0].id, &not_done(" ")).await,
            Err(DialogueError::NoReason)
        ));
        assert!(is_hidden(
            &store.settle_action(&other, open[0].id, &Outcome::Done { on: SECOND }).await
        ));
        store
            .settle_action(&boss, open[0].id, &not_done("Ingen var ledig."))
            .await
            .expect("is settled");
        let mut reading = store.read(&worker).await.expect("reads");
        assert_eq!(reading.open_actions(person).await.expect("reads").len(), 1);
        drop(reading);
        store
            .settle_action(&worker, open[1].id, &Outcome::Done { on: SECOND })
            .await
            .expect("is settled");
        let mut reading = store.read(&worker).await.expect("reads");
        let talk = reading.dialogue(talk).await.expect("reads").expect("is there");
        let outcomes: Vec<&Outcome> = talk.actions.iter().map(|action| &action.outcome).collect();
        assert_eq!(outcomes, [&not_done("Ingen var ledig."), &Outcome::Done { on: SECOND }]);
    })
    .await;
}

#[tokio::test]
async fn a_dialogue_that_is_due_is_told_to_the_supervisor_and_after_the_time_given_to_the_head() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let head = somebody(&store, "head", None, &[grant(Role::Head, Some("family"))]).await;
        let person = worker.person().expect("is linked");
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let band = store
            .read(&worker)
            .await
            .expect("reads")
            .measurement(id)
            .await
            .expect("reads")
            .expect("is there")
            .band;
        assert_eq!(band, Band::Low);
        let due = async |viewer: &Viewer, today: Date| {
            store
                .read(viewer)
                .await
                .expect("reads")
                .dialogues_due(today, 14)
                .await
                .expect("reads")
        };
        assert_eq!(due(&boss, DAY).await, [], "nobody has rated it");
        store
            .rate(&worker, id, &own(5, None), date(2026, 11, 2))
            .await
            .expect("is stored");
        let found = due(&boss, date(2026, 11, 16)).await;
        assert_eq!((found.len(), found[0].at_head, found[0].since), (1, false, date(2026, 11, 2)));
        assert_eq!(found[0].reasons, [Reason::Differs { steps: 3 }]);
        assert_eq!(due(&other, date(2026, 11, 16)).await, []);
        assert_eq!(due(&head, date(2026, 11, 17)).await, [], "not by name");
        let at_head = async |viewer: &Viewer, today: Date| {
            store
                .read(viewer)
                .await
                .expect("reads")
                .dialogues_at_head(today, 14)
                .await
                .expect("reads")
        };
        assert_eq!(at_head(&head, date(2026, 11, 16)).await, []);
        let overdue = at_head(&head, date(2026, 11, 17)).await;
        assert_eq!(
            (overdue.len(), overdue[0].unit.as_str(), overdue[0].dialogues),
            (1, "south", 1)
        );
        assert_eq!(at_head(&worker, date(2026, 11, 17)).await, []);
        assert!(due(&boss, date(2026, 11, 17)).await[0].at_head);

        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        store
            .write_dialogue(&boss, talk, "", &[relief(person)])
            .await
            .expect("is written");
        store.conclude_dialogue(&boss, talk, DAY).await.expect("half");
        assert_eq!(due(&boss, date(2026, 11, 17)).await.len(), 1, "a draft does not settle it");
        store.conclude_dialogue(&worker, talk, DAY).await.expect("whole");
        assert_eq!(due(&boss, date(2026, 11, 17)).await, []);
        assert_eq!(at_head(&head, date(2026, 11, 17)).await, []);
    })
    .await;
}

#[tokio::test]
async fn too_much_for_the_models_weeks_makes_a_dialogue_due_without_any_rating() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, _] = three(&store).await;
        let person = worker.person().expect("is linked");
        let mut strict = model();
        strict.overload = Some(rules::weight_model::Overload {
            band: Band::Low,
            weeks: 4,
        });
        let models = Series::new(vec![strict]).expect("a series");
        let id = store.measure(&worker, person, DAY, &models).await.expect("is saved");
        let mut reading = store.read(&boss).await.expect("reads");
        let since = reading.measurement(id).await.expect("reads").expect("is there").too_much;
        assert!(since.is_some_and(|(_, due)| due), "{since:?}");
        let due = reading.dialogues_due(DAY, 14).await.expect("reads");
        assert!(matches!(due[0].reasons.as_slice(), [Reason::TooMuch { .. }]), "{due:?}");
    })
    .await;
}

#[tokio::test]
async fn each_municipality_edits_its_own_catalogue_of_actions() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [_, boss, _] = three(&store).await;
        let shipped = rules::action::shipped();
        let mut reading = store.read(&boss).await.expect("reads");
        assert_eq!(reading.action_kinds().await.expect("reads"), shipped);
        drop(reading);
        let walk = ActionKind {
            id: "walk".to_owned(),
            sv: "En promenad".to_owned(),
            en: "A walk".to_owned(),
            retired: false,
        };
        assert!(matches!(
            store.set_action_kind(&boss, &walk).await,
            Err(StoreError::NotAllowed { .. })
        ));
        store.set_action_kind(&anna(), &walk).await.expect("is added");
        let no_longer = ActionKind { retired: true, ..walk };
        store.set_action_kind(&anna(), &no_longer).await.expect("is changed");
        let mut reading = store.read(&boss).await.expect("reads");
        let kinds = reading.action_kinds().await.expect("reads");
        assert_eq!(kinds.len(), shipped.len() + 1);
        assert_eq!(kinds.last(), Some(&no_longer));
        assert_eq!(count(&store, "SELECT COUNT(*) FROM action_kind WHERE retired").await, 1);
    })
    .await;
}
