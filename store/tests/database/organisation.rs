//! People and units changed by those who look after them: from a day on, by the right ones, and told in the log.

use jiff::civil::date;
use rules::access::Role;
use rules::amount::Share;
use rules::period::Period;
use rules::person::Extent;
use store::organisation::UnitError;
use store::people::PeopleError;
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, grant, id_of, municipality, somebody};
use crate::scene::{accept, unit};
use crate::support::on_both;

async fn parent_of(store: &Store, viewer: &Viewer, code: &str, day: jiff::civil::Date) -> Option<String> {
    let mut reading = store.read(viewer).await.expect("reads");
    let units = reading.organisation(day).await.expect("reads");
    let unit = units.into_iter().find(|unit| unit.code == code).expect("is there");
    unit.parent
}

#[tokio::test]
async fn a_unit_moves_from_a_day_and_lay_where_it_lay_before() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let head = somebody(&store, "head", None, &[grant(Role::Head, Some("family"))]).await;
        store.add_unit(&admin, "adults", "Adults", None).await.expect("is added");
        let (december, january) = (date(2026, 12, 1), date(2027, 1, 1));
        store
            .move_unit(&admin, "south", Some("adults"), december)
            .await
            .expect("is moved");
        store.move_unit(&admin, "south", None, january).await.expect("is moved again");
        for (day, expected) in [
            (TODAY, Some("family")),
            (december, Some("adults")),
            (date(2026, 12, 31), Some("adults")),
            (january, None),
        ] {
            assert_eq!(parent_of(&store, &admin, "south", day).await.as_deref(), expected, "{day}");
        }
        // Another move in between holds until the next.
        let between = date(2026, 12, 15);
        store
            .move_unit(&admin, "south", Some("family"), between)
            .await
            .expect("is moved");
        assert_eq!(
            parent_of(&store, &admin, "south", date(2026, 12, 14)).await.as_deref(),
            Some("adults")
        );
        assert_eq!(
            parent_of(&store, &admin, "south", date(2026, 12, 31)).await.as_deref(),
            Some("family")
        );
        assert_eq!(parent_of(&store, &admin, "south", january).await, None);
        // In December adults lies under south's new place: a circle on a later day is refused as well.
        let circle = store.move_unit(&admin, "adults", Some("south"), TODAY).await;
        assert!(matches!(circle, Err(UnitError::Circle { .. })), "{circle:?}");
        let refused = store.move_unit(&head, "south", None, TODAY).await;
        assert!(matches!(refused, Err(UnitError::Store(_))), "{refused:?}");
        // The tree that decides what is seen is the one of the day.
        store
            .move_unit(&admin, "north", Some("adults"), TODAY)
            .await
            .expect("is moved");
        let mut reading = store.read(&head).await.expect("reads");
        let tree = reading.units().await.expect("reads");
        assert!(!tree.is_within("north", "family") && tree.is_within("south", "family"));
        drop(reading);
        // A later list that says otherwise moves it from its day on.
        let lists = [
            unit("family", None),
            unit("south", Some("family")),
            unit("north", Some("family")),
        ];
        accept(&store, december, &lists).await;
        assert_eq!(parent_of(&store, &admin, "north", TODAY).await.as_deref(), Some("adults"));
        assert_eq!(parent_of(&store, &admin, "north", december).await.as_deref(), Some("family"));
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_unit_ends_only_when_nobody_is_in_it_or_under_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let employed = store.end_unit(&admin, "south", date(2027, 1, 1)).await;
        assert!(matches!(employed, Err(UnitError::Employed)), "{employed:?}");
        let full = store.end_unit(&admin, "family", date(2027, 1, 1)).await;
        assert!(matches!(full, Err(UnitError::NotEmpty)), "{full:?}");
        store.add_unit(&admin, "new", "New", Some("family")).await.expect("is added");
        store.end_unit(&admin, "new", date(2027, 1, 1)).await.expect("is ended");
        let under = store.add_unit(&admin, "below", "Below", Some("new")).await;
        under.expect("it is used until then");
        let under = store.move_unit(&admin, "south", Some("new"), date(2027, 1, 1)).await;
        assert!(matches!(under, Err(UnitError::NoParent { .. })), "{under:?}");
        let taken = store.add_unit(&admin, "new", "Other", None).await;
        assert!(matches!(taken, Err(UnitError::CodeTaken { .. })), "{taken:?}");
        store.rename_unit(&admin, "new", "Newer").await.expect("is renamed");
        let logged = store.log(&admin, 1, 200).await.expect("reads");
        let told: Vec<&str> = logged
            .iter()
            .filter(|event| event.subject == "new")
            .map(|event| event.action.as_str())
            .collect();
        assert_eq!(told, ["unit.add", "unit.end", "unit.rename"]);
    })
    .await;
}

#[tokio::test]
async fn facts_about_others_are_continued_and_ended_by_those_who_may_and_never_the_own() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let staff = somebody(&store, "staff", Some("1002"), &[grant(Role::HumanResources, None)]).await;
        let leader = somebody(&store, "south", Some("1001"), &[grant(Role::Supervisor, Some("south"))]).await;
        let (one, two, three) = (
            id_of(&store, "1001").await,
            id_of(&store, "1002").await,
            id_of(&store, "1003").await,
        );
        let file = async |viewer: &Viewer, person| {
            let mut reading = store.read(viewer).await.expect("reads");
            reading.person_file(person).await.expect("reads")
        };
        assert_eq!(file(&leader, three).await, None, "in another team");
        let own = file(&leader, one).await.expect("the own");
        assert!(!own.may_change && !own.may_change_employment);
        let of_team = file(&leader, two).await.expect("in the team");
        assert!(of_team.may_change && !of_team.may_change_employment);
        let period = Period::since(date(2026, 11, 1));
        let quarter = Some(Share::from_millionths(250_000));
        let refused = store.add_reduction(&leader, one, "franvaro", quarter, period).await;
        assert!(
            matches!(refused, Err(PeopleError::Store(StoreError::NotThere))),
            "{refused:?}"
        );
        store
            .add_reduction(&leader, two, "franvaro", quarter, period)
            .await
            .expect("is added");
        let again = store.add_reduction(&staff, one, "franvaro", quarter, period).await;
        again.expect("of another person");
        let twice = store.add_reduction(&leader, two, "franvaro", quarter, period).await;
        assert!(matches!(twice, Err(PeopleError::Overlapping { .. })), "{twice:?}");
        store.add_duty(&leader, two, "handledare", period).await.expect("is added");
        let known = file(&leader, two).await.expect("in the team");
        let (part, task) = (known.reductions[0].id, known.duties[0].id);
        let early = store.end_reduction(&leader, (two, part), date(2026, 10, 1)).await;
        assert!(matches!(early, Err(PeopleError::Backwards { .. })), "{early:?}");
        store
            .end_reduction(&leader, (two, part), date(2026, 12, 1))
            .await
            .expect("is ended");
        store
            .end_duty(&leader, (two, task), date(2026, 12, 1))
            .await
            .expect("is ended");
        let foreign = store.end_duty(&staff, (one, task), date(2026, 12, 1)).await;
        assert!(
            matches!(foreign, Err(PeopleError::Store(StoreError::NotThere))),
            "of another person: {foreign:?}"
        );

        let post = file(&staff, three).await.expect("HR sees everybody").posts[0].clone();
        let half = Extent::OfFullTime(Share::from_millionths(500_000));
        let day = date(2026, 11, 15);
        let before = store.change_employment(&staff, (three, post.id), post.period.from(), Some("south"), half);
        assert!(matches!(before.await, Err(PeopleError::Outside { .. })));
        let nowhere = store.change_employment(&staff, (three, post.id), day, Some("nowhere"), half);
        assert!(matches!(nowhere.await, Err(PeopleError::NoUnit { .. })));
        store
            .change_employment(&staff, (three, post.id), day, Some("south"), half)
            .await
            .expect("is changed");
        let posts = file(&staff, three).await.expect("is there").posts;
        assert_eq!(posts.len(), 2);
        assert_eq!((posts[1].period.to(), posts[1].is_latest), (Some(day), false));
        assert_eq!(
            (posts[0].period, posts[0].extent, posts[0].is_latest),
            (Period::since(day), half, true)
        );
        let over = store.end_employment(&staff, (three, post.id), date(2027, 1, 1)).await;
        assert!(
            matches!(over, Err(PeopleError::Store(StoreError::NotThere))),
            "what was stays: {over:?}"
        );
        store
            .end_employment(&staff, (three, posts[0].id), date(2027, 1, 1))
            .await
            .expect("is ended");
        let mut reading = store.read(&staff).await.expect("reads");
        let on = async |reading: &mut store::Reading, day| {
            let people = reading.people(day).await.expect("reads");
            people.into_iter().find(|person| person.id == three).expect("is there")
        };
        assert_eq!(on(&mut reading, TODAY).await.units, ["north"]);
        assert_eq!(on(&mut reading, day).await.units, ["south"]);
        assert!(!on(&mut reading, date(2027, 1, 1)).await.is_employed);
        drop(reading);
        let mut reading = store.read(&leader).await.expect("reads");
        assert_eq!(reading.people(TODAY).await.expect("reads").len(), 2);
        drop(reading);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}
