//! What is recorded of people's qualification, and who holds what without it.

use jiff::civil::date;
use rules::access::Role;
use rules::period::Period;
use rules::qualification::{Ground, Missing};
use store::StoreError;
use store::qualification::{FactKind, QualificationError};

use crate::people::{TODAY, grant, id_of, municipality, somebody};
use crate::scene::{FIRST, accept, all, case, employed, unit};
use crate::support::on_both;

fn since_autumn() -> Period {
    Period::since(date(2026, 9, 1))
}

/// As [`municipality`], where 1001 has a degree in social work and 1002 in behavioural science.
async fn with_degrees(store: &store::Store) {
    municipality(store).await;
    let degree = |number: &str, degree: &str| employed(number, |post| post.degree = Some(degree.to_owned()));
    accept(
        store,
        FIRST,
        &[degree("1001", "social_work"), degree("1002", "behavioural_science")],
    )
    .await;
}

#[tokio::test]
async fn the_imported_degree_counts_until_somebody_records_one_and_the_log_says_who() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        with_degrees(&store).await;
        let hr = somebody(&store, "hr", None, &[grant(Role::HumanResources, None)]).await;
        let two = id_of(&store, "1002").await;
        let mut reading = store.read(&hr).await.expect("reads");
        let before = reading.qualification_of(two, TODAY).await.expect("reads").expect("is there");
        assert_eq!(before.ground, Err(Missing::Decision));
        assert!(before.may_record && before.may_tell);
        drop(reading);
        let decision = store
            .record_fact(&hr, two, (FactKind::Decision, "SN 2026/114"), since_autumn())
            .await;
        let decision = decision.expect("is recorded");
        let after = store
            .read(&hr)
            .await
            .expect("reads")
            .qualification_of(two, TODAY)
            .await
            .expect("reads");
        let ground = Ground::Decision("behavioural_science".to_owned(), date(2026, 9, 1));
        assert_eq!(after.expect("is there").ground, Ok(ground));
        store.end_fact(&hr, (two, decision), TODAY).await.expect("ends");
        let ended = store
            .read(&hr)
            .await
            .expect("reads")
            .qualification_of(two, TODAY)
            .await
            .expect("reads");
        let ended = ended.expect("is there");
        assert_eq!(
            (ended.ground, ended.facts.len()),
            (Err(Missing::Decision), 1),
            "ended, not taken away"
        );
        let log = store.log(&crate::support::anna(), 1, 1000).await.expect("reads");
        let actions: Vec<_> = log
            .iter()
            .filter(|event| event.action.starts_with("qualification."))
            .collect();
        assert_eq!(actions.len(), 2);
        assert!(actions.iter().all(|event| event.actor == "hr" && event.subject == "1002"));
    })
    .await;
}

#[tokio::test]
async fn degrees_are_for_hr_languages_for_the_supervisor_too_and_nothing_for_oneself() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        with_degrees(&store).await;
        let (one, three) = (id_of(&store, "1001").await, id_of(&store, "1003").await);
        let supervisor = somebody(&store, "lead", Some("1002"), &[grant(Role::Supervisor, Some("south"))]).await;
        let two = id_of(&store, "1002").await;
        let language = (FactKind::Language, "arabiska");
        store
            .record_fact(&supervisor, one, language, since_autumn())
            .await
            .expect("a language of the team");
        for (person, fact) in [
            (one, (FactKind::Degree, "social_work")),
            (one, (FactKind::Independent, "")),
            (two, language),
            (three, language),
        ] {
            let refused = store.record_fact(&supervisor, person, fact, since_autumn()).await;
            let refused = matches!(refused, Err(QualificationError::Store(StoreError::NotThere)));
            assert!(refused, "{person} {fact:?}");
        }
        let worker = somebody(&store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await;
        let mut reading = store.read(&worker).await.expect("reads");
        let own = reading.qualification_of(one, TODAY).await.expect("reads").expect("the own");
        assert_eq!((own.facts.len(), own.may_record, own.may_tell), (1, false, false));
        assert_eq!(reading.qualification_of(three, TODAY).await.expect("reads"), None);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_stored() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        with_degrees(&store).await;
        let hr = somebody(&store, "hr", None, &[grant(Role::HumanResources, None)]).await;
        let one = id_of(&store, "1001").await;
        let long = "x".repeat(61);
        let record = async |fact| store.record_fact(&hr, one, fact, since_autumn()).await;
        assert!(matches!(
            record((FactKind::Degree, "queen")).await,
            Err(QualificationError::NoDegree { .. })
        ));
        assert!(matches!(
            record((FactKind::Language, "  ")).await,
            Err(QualificationError::Empty)
        ));
        assert!(matches!(
            record((FactKind::District, &long)).await,
            Err(QualificationError::Long { longest: 60 })
        ));
        let number = record((FactKind::Decision, "om 640823-3234")).await;
        assert!(matches!(number, Err(QualificationError::IdentityNumber)));
        let language = record((FactKind::Language, "Arabiska")).await.expect("is recorded");
        assert!(matches!(
            record((FactKind::Language, "arabiska ")).await,
            Err(QualificationError::Overlapping { .. })
        ));
        let backwards = store.end_fact(&hr, (one, language), date(2026, 8, 31)).await;
        assert!(matches!(backwards, Err(QualificationError::Backwards { .. })));
        let nobody = store
            .record_fact(&hr, 987_654, (FactKind::Language, "x"), since_autumn())
            .await;
        assert!(matches!(nobody, Err(QualificationError::Store(StoreError::NotThere))));
    })
    .await;
}

#[tokio::test]
async fn who_lacks_it_is_listed_with_the_cases_for_the_team_and_only_how_many_for_hr() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        with_degrees(&store).await;
        let hr = somebody(&store, "hr", None, &[grant(Role::HumanResources, None)]).await;
        let lead = somebody(&store, "lead", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let summary = |listed: Vec<store::qualification::Lacking>| -> Vec<_> {
            let line = |line: store::qualification::Lacking| {
                let cases: Vec<String> = line.cases.into_iter().map(|case| case.reference).collect();
                (line.person.number, line.missing, line.held, cases)
            };
            listed.into_iter().map(line).collect()
        };
        let listed = store.read(&lead).await.expect("reads").lacking(TODAY).await.expect("reads");
        let section = listed[0].cases[0].unqualified.section.clone();
        assert_eq!(section, "25 kap. 1 §");
        let two = ("1002".to_owned(), Missing::Decision, 1, vec!["R-2".to_owned()]);
        assert_eq!(summary(listed), [two]);
        let listed = store.read(&hr).await.expect("reads").lacking(TODAY).await.expect("reads");
        let expected = [
            ("1002".to_owned(), Missing::Decision, 1, vec![]),
            ("1003".to_owned(), Missing::Unknown, 1, vec![]),
        ];
        assert_eq!(summary(listed), expected);
    })
    .await;
}

#[tokio::test]
async fn an_import_takes_in_what_has_already_happened_and_counts_it_as_an_alarm() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let degree = |number: &str, degree: &str| employed(number, |post| post.degree = Some(degree.to_owned()));
        let staff = [degree("1001", "social_work"), degree("1002", "none")];
        let cases = [case("R-1", "1001"), case("R-2", "1002"), case("R-3", "1002")];
        let summary = accept(&store, FIRST, &all(&[&[unit("south", None)], &staff, &cases])).await;
        assert_eq!(summary.held_without_qualification, (2, 1));
        let administrator = somebody(&store, "administrator", None, &[grant(Role::Administrator, None)]).await;
        let setting = rules::setting::Setting::NotAboutChildren;
        store
            .choose_settings(&administrator, &[(setting, Some("adult, child"))])
            .await
            .expect("is chosen");
        let again = accept(&store, FIRST, &cases).await;
        assert_eq!(
            again.held_without_qualification,
            (0, 0),
            "the municipality says that the type is not about children"
        );
    })
    .await;
}
