//! A month is measured once, rated by the person, talked about by both, and what was agreed is followed up.

use jiff::civil::{Date, date};
use rules::access::Role;
use rules::action::{ActionKind, Outcome};
use rules::dialogue::State;
use rules::measurement::{Rating, Reason};
use rules::weight_model::{Band, Series};
use store::dialogue::{DialogueError, FollowedUp, NewAction, Talks};
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

/// The mark of a dialogue as it stands.
async fn mark(store: &Store, dialogue: i64) -> String {
    let mut reading = store.read(&anna()).await.expect("reads");
    let found = reading.dialogue(dialogue).await.expect("reads");
    found.map_or_else(String::new, |dialogue| dialogue.mark())
}

/// Writes what was seen a moment ago.
async fn write(
    store: &Store,
    viewer: &Viewer,
    dialogue: i64,
    notes: &str,
    actions: &[NewAction],
) -> Result<String, DialogueError> {
    let seen = mark(store, dialogue).await;
    store.write_dialogue(viewer, dialogue, &seen, notes, actions).await
}

/// Concludes what was seen a moment ago.
async fn conclude(store: &Store, viewer: &Viewer, dialogue: i64, on: Date) -> Result<State, DialogueError> {
    let seen = mark(store, dialogue).await;
    store.conclude_dialogue(viewer, dialogue, &seen, on).await
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
            conclude(&store, &boss, talk, DAY).await,
            Err(DialogueError::Plan(_))
        ));
        let unknown = NewAction {
            kind: "holiday".to_owned(),
            ..relief(helper)
        };
        let refused = write(&store, &boss, talk, "Vi pratade.", &[unknown]).await;
        assert!(matches!(refused, Err(DialogueError::NoKind { .. })), "{refused:?}");
        let numbered = write(&store, &boss, talk, "Om 19121212-1212", &[]).await;
        assert!(
            matches!(numbered, Err(DialogueError::Text(MeasurementError::IdentityNumber))),
            "{numbered:?}"
        );
        write(&store, &boss, talk, "Vi pratade.", &[relief(helper)])
            .await
            .expect("is written");
        conclude(&store, &boss, talk, DAY).await.expect("half");
        write(&store, &worker, talk, "Vi pratade länge.", &[relief(helper)])
            .await
            .expect("takes back the half");
        conclude(&store, &worker, talk, DAY).await.expect("half");
        let state = conclude(&store, &worker, talk, DAY).await.expect("still half");
        assert!(matches!(state, State::Draft(_)), "one cannot conclude for both: {state:?}");
        assert!(is_hidden(&conclude(&store, &other, talk, DAY).await));
        let state = conclude(&store, &boss, talk, DAY).await.expect("whole");
        assert!(matches!(state, State::Concluded(_)), "{state:?}");

        let refused = write(&store, &boss, talk, "Nej.", &[]).await;
        assert!(matches!(refused, Err(DialogueError::Concluded)), "{refused:?}");
        assert!(matches!(
            conclude(&store, &boss, talk, DAY).await,
            Err(DialogueError::Concluded)
        ));
        assert!(matches!(
            store.rate(&worker, id, &own(1, None), DAY).await,
            Err(MeasurementError::Frozen)
        ));

        let corrected = store.open_dialogue(&boss, id, SECOND).await.expect("a new version");
        write(&store, &boss, corrected, "Rättat.", &[relief(helper)])
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
        write(&store, &boss, talk, "", &[relief(helper), second])
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
            conclude(&store, viewer, talk, DAY).await.expect("concludes");
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
        write(&store, &boss, talk, "", &[relief(person)]).await.expect("is written");
        conclude(&store, &boss, talk, DAY).await.expect("half");
        assert_eq!(due(&boss, date(2026, 11, 17)).await.len(), 1, "a draft does not settle it");
        conclude(&store, &worker, talk, DAY).await.expect("whole");
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

#[tokio::test]
async fn what_the_other_party_has_not_seen_is_neither_overwritten_nor_concluded() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, _] = three(&store).await;
        let person = worker.person().expect("is linked");
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        let seen = mark(&store, talk).await;
        store
            .write_dialogue(&worker, talk, &seen, "Det jag vill ta upp.", &[])
            .await
            .expect("is written");
        let broken = store.write_dialogue(&boss, talk, &seen, "Om 19121212\n1212", &[]).await;
        assert!(
            matches!(broken, Err(DialogueError::Text(MeasurementError::IdentityNumber))),
            "over two lines: {broken:?}"
        );
        let over = store.write_dialogue(&boss, talk, &seen, "Mitt.", &[]).await;
        assert!(matches!(over, Err(DialogueError::Changed)), "{over:?}");
        let unseen = store.conclude_dialogue(&boss, talk, &seen, DAY).await;
        assert!(matches!(unseen, Err(DialogueError::Changed)), "{unseen:?}");
        store
            .write_dialogue(&boss, talk, &seen, "Det jag vill ta upp.", &[])
            .await
            .expect("the same text is no other text");
        let logged = store.log(&anna(), 1, 1000).await.expect("reads");
        assert_eq!(logged.iter().filter(|event| event.action == "dialogue.write").count(), 1);
        conclude(&store, &boss, talk, DAY).await.expect("half");
        write(&store, &worker, talk, "Det jag vill ta upp.", &[])
            .await
            .expect("nothing new");
        let state = conclude(&store, &worker, talk, DAY).await.expect("whole");
        assert!(matches!(state, State::Concluded(_)), "{state:?}");
    })
    .await;
}

#[tokio::test]
async fn only_the_two_who_talk_have_something_to_do() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let (person, helper) = (worker.person().expect("is linked"), boss.person().expect("is linked"));
        let stranger = other.person().expect("is linked");
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        for viewer in [&worker, &boss] {
            let mut reading = store.read(viewer).await.expect("reads");
            let owners = reading.action_owners(person).await.expect("reads");
            let owners: Vec<i64> = owners.iter().map(|owner| owner.id).collect();
            assert_eq!(owners, [person, helper]);
        }
        let mut reading = store.read(&other).await.expect("reads");
        assert_eq!(reading.action_owners(person).await.expect("reads"), []);
        assert_eq!(reading.party_with(person).await.expect("reads"), None);
        drop(reading);
        for owner in [stranger, -1] {
            let refused = write(&store, &worker, talk, "", &[relief(owner)]).await;
            assert!(matches!(refused, Err(DialogueError::NoOwner { .. })), "{refused:?}");
        }
        write(&store, &worker, talk, "", &[relief(helper)]).await.expect("is written");
    })
    .await;
}

#[tokio::test]
async fn where_the_talks_of_a_team_stand_is_told_in_one_go_to_those_who_may_know() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let (person, helper) = (worker.person().expect("is linked"), boss.person().expect("is linked"));
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        store.rate(&worker, id, &own(4, None), DAY).await.expect("is stored");
        store.remark(&worker, id, "R-1", "children", false).await.expect("is stored");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        let of = async |viewer: &Viewer, today: Date| {
            let mut reading = store.read(viewer).await.expect("reads");
            let talks = reading.talks(&[person, helper], today).await.expect("reads");
            reading.close().await.expect("is logged");
            talks
        };
        let begun = of(&boss, DAY).await;
        assert_eq!(begun.len(), 2);
        let rating = Rating::try_from(4).ok();
        assert_eq!(
            begun[&person],
            Talks {
                latest: Some((id, date(2026, 10, 1), rating, Band::Low)),
                draft: Some((talk, DAY)),
                remarks: 1,
                ..Talks::default()
            }
        );
        assert_eq!(begun[&helper], Talks::default());
        assert_eq!(of(&worker, DAY).await.len(), 1, "only the own");
        assert_eq!(of(&other, DAY).await.len(), 0);
        let mut reading = store.read(&worker).await.expect("reads");
        let looks = reading.who_looked_at(person, 50).await.expect("reads");
        assert!(looks.iter().any(|look| look.actor == "boss" && look.subject == "measurement"));
        drop(reading);

        write(&store, &boss, talk, "", &[relief(helper)]).await.expect("is written");
        conclude(&store, &boss, talk, DAY).await.expect("half");
        conclude(&store, &worker, talk, SECOND).await.expect("whole");
        let concluded = of(&boss, date(2026, 11, 21)).await;
        let expected = Talks {
            latest: begun[&person].latest,
            concluded: Some((talk, SECOND)),
            open_actions: 1,
            late_actions: 1,
            remarks: 1,
            ..Talks::default()
        };
        assert_eq!(concluded[&person], expected);
        assert_eq!(
            of(&boss, date(2026, 11, 20)).await[&person].late_actions,
            0,
            "on the day itself"
        );
    })
    .await;
}

#[tokio::test]
async fn what_came_of_the_actions_of_a_unit_is_told_without_names_to_those_who_follow_it_up() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let safety = somebody(&store, "safety", None, &[grant(Role::SafetyRepresentative, Some("family"))]).await;
        let (person, helper) = (worker.person().expect("is linked"), boss.person().expect("is linked"));
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        let on = |kind: &str, day: i8| NewAction {
            kind: kind.to_owned(),
            owner: helper,
            due: date(2026, 11, day),
        };
        let agreed = [on("relief", 5), on("training", 6), on("postpone", 7), on("co-handler", 28)];
        write(&store, &boss, talk, "", &agreed).await.expect("is written");
        let told = async |viewer: &Viewer| {
            let mut reading = store.read(viewer).await.expect("reads");
            reading
                .followed_up(date(2026, 11, 1), date(2026, 11, 20))
                .await
                .expect("reads")
        };
        assert!(told(&safety).await.is_empty(), "not while it is a draft");
        for viewer in [&worker, &boss] {
            conclude(&store, viewer, talk, DAY).await.expect("concludes");
        }
        let mut reading = store.read(&worker).await.expect("reads");
        let open = reading.open_actions(person).await.expect("reads");
        drop(reading);
        let done = Outcome::Done { on: SECOND };
        let not_done = Outcome::NotDone {
            on: SECOND,
            why: "Ingen var ledig.".to_owned(),
        };
        let corrected = store.open_dialogue(&boss, id, SECOND).await.expect("a correction is begun");
        store.settle_action(&boss, open[0].id, &done).await.expect("is settled");
        store.settle_action(&boss, open[1].id, &not_done).await.expect("is settled");
        let expected = FollowedUp {
            done: 1,
            not_done: 1,
            late: 1,
            open: 1,
        };
        assert_eq!(told(&safety).await, [("south".to_owned(), expected)].into());
        assert_eq!(told(&boss).await.len(), 1);
        assert!(told(&other).await.is_empty() && told(&worker).await.is_empty());
        let mut reading = store.read(&safety).await.expect("reads");
        let later = reading
            .followed_up(date(2026, 11, 7), date(2026, 11, 20))
            .await
            .expect("reads");
        assert_eq!((later["south"].done, later["south"].late), (0, 1));
        drop(reading);
        for viewer in [&worker, &boss] {
            conclude(&store, viewer, corrected, SECOND).await.expect("concludes");
        }
        assert_eq!(
            told(&safety).await["south"],
            expected,
            "what was settled meanwhile is settled in the correction too"
        );
    })
    .await;
}

#[tokio::test]
async fn a_concluded_dialogue_freezes_what_is_said_of_factors_and_the_supervisor_still_deals_with_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, boss, other] = three(&store).await;
        let person = worker.person().expect("is linked");
        let id = store.measure(&worker, person, DAY, &models()).await.expect("is saved");
        store.remark(&worker, id, "R-1", "children", false).await.expect("is stored");
        let talk = store.open_dialogue(&boss, id, DAY).await.expect("is begun");
        for viewer in [&worker, &boss] {
            conclude(&store, viewer, talk, DAY).await.expect("concludes");
        }
        let late = store.remark(&worker, id, "R-1", "children", true).await;
        assert!(matches!(late, Err(MeasurementError::Frozen)), "{late:?}");
        let wrong = async |viewer: &Viewer, since: Date| {
            let mut reading = store.read(viewer).await.expect("reads");
            reading.wrong_factors(person, since).await.expect("reads")
        };
        let found = wrong(&boss, DAY).await;
        assert_eq!((found.len(), found[0].0, found[0].1.settled), (1, date(2026, 10, 1), None));
        assert_eq!(wrong(&other, DAY).await, []);
        let settled = store.settle_remark(&boss, found[0].1.id, DAY).await.expect("is settled");
        assert_eq!(settled, person);
        assert_eq!(wrong(&worker, DAY).await[0].1.settled, Some(DAY));
        assert_eq!(wrong(&worker, SECOND).await, [], "dealt with before");
    })
    .await;
}

#[tokio::test]
async fn sums_of_many_weeks_are_those_of_each_week_by_itself() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        three(&store).await;
        let head = somebody(&store, "head", None, &[grant(Role::Head, Some("family"))]).await;
        let days = [date(2026, 8, 31), date(2026, 9, 15), DAY];
        let first = date(2026, 8, 1);
        let mut reading = store.read(&head).await.expect("reads");
        let together = reading.sums_on(&models(), first, &days, 1).await.expect("counts");
        for (day, together) in days.iter().zip(&together) {
            let alone = reading.sums(&models(), first, *day, 1).await.expect("counts");
            assert_eq!(together, &alone, "{day}");
        }
        let points = |of: usize| together[of][0].figures.as_ref().map(|figures| figures.points);
        assert!(points(0) < points(2), "the cases began between them");
    })
    .await;
}
