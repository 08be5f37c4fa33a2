//! What is asked of the database: the facts behind a load, who somebody is, and where a case stands.

use jiff::civil::{Date, date};
use rules::amount::Share;
use rules::case::{FactorValue, Holding, Part};
use rules::period::Period;
use store::Store;
use store::import::record::{EmploymentRecord, Record};
use store::load::PersonFacts;

use crate::scene::{BEGUN, FIRST, SECOND, accept, case, children, duty, phase, post, reduction, support, until};
use crate::support::{anna, noon, on_both};

/// Three exports with something of everything: people in two units, leavers, co-handlers, moved cases, changed factors.
async fn fill(store: &Store) {
    let half = |unit: &str, person: &str| EmploymentRecord {
        unit: Some(unit.to_owned()),
        extent: rules::person::Extent::OfFullTime(Share::from_millionths(500_000)),
        also_known_as: vec![format!("alias of {person}")],
        ..post(person)
    };
    let left = EmploymentRecord {
        period: until(date(2020, 1, 1), date(2026, 10, 15)),
        ..post("1003")
    };
    let mut shared = phase("R-2", "1002");
    shared.co = vec![("1001".into(), None), ("1003".into(), Some(Share::from_millionths(300_000)))];
    shared.effort = children(2);
    let mut rows = vec![
        Record::Employment(half("south", "1001")),
        Record::Employment(half("north", "1001")),
        Record::Employment(post("1002")),
        Record::Employment(left),
        Record::Employment(post("1004")),
        reduction("1001", "absence", Some(25), Period::since(BEGUN)),
        reduction("1002", "introduction", None, until(BEGUN, date(2026, 10, 1))),
        duty("1001", Period::since(BEGUN)),
        duty("1002", until(BEGUN, FIRST)),
        support("1001", "1002", date(2026, 10, 1)),
        support("1002", "1001", date(2026, 11, 1)),
        case("R-1", "1001"),
        Record::Phase(shared.clone()),
        case("R-3", "1003"),
    ];
    accept(store, FIRST, &rows).await;
    let mut moved = phase("R-1", "1002");
    moved.effort = children(4);
    shared.co.pop();
    shared.effort = children(3);
    rows.truncate(11);
    rows.extend([
        Record::Phase(moved.clone()),
        Record::Phase(shared.clone()),
        case("R-3", "1003"),
    ]);
    accept(store, SECOND, &rows).await;
    moved.period = until(BEGUN, date(2026, 12, 20));
    shared.effort = children(1);
    rows.truncate(11);
    rows.extend([Record::Phase(moved), Record::Phase(shared), case("R-3", "1004")]);
    accept(store, date(2026, 12, 31), &rows).await;
}

/// The same facts can come in another order, and only one person's have references.
fn comparable(mut facts: PersonFacts) -> PersonFacts {
    for holding in &mut facts.holdings {
        holding.reference = "".into();
    }
    let key = |holding: &Holding| format!("{holding:?}");
    facts.holdings.sort_by_key(key);
    facts
}

#[tokio::test]
async fn each_person_alone_has_the_facts_that_they_have_among_everybody_on_both_engines() {
    let windows = [
        (FIRST, FIRST),
        (date(2026, 11, 15), date(2026, 11, 15)),
        (SECOND, SECOND),
        (date(2026, 12, 25), date(2026, 12, 25)),
        (BEGUN, date(2027, 1, 31)),
        (date(2026, 10, 10), date(2026, 12, 5)),
        (date(2019, 1, 1), date(2019, 12, 31)),
        // Nobody asks for days backwards, but it must not bring anything down.
        (date(2027, 1, 31), date(2025, 1, 1)),
    ];
    let seen = std::cell::RefCell::new(Vec::new());
    on_both(async |fresh| {
        let store = fresh.open().await;
        fill(&store).await;
        let mut reading = store.read(&anna()).await.expect("reads");
        let mut all = Vec::new();
        for (first, last) in windows {
            for facts in reading.everybody(first, last).await.expect("gathers") {
                let alone = reading
                    .somebody(facts.id, first, last)
                    .await
                    .expect("gathers")
                    .expect("is there");
                assert!(alone.holdings.iter().all(|holding| holding.reference.starts_with("R-")));
                let facts = comparable(facts);
                assert_eq!(facts, comparable(alone), "from {first} to {last}");
                all.push(facts);
            }
        }
        assert_eq!(all.len(), windows.len() * 4);
        seen.borrow_mut().push(all);
    })
    .await;
    let seen = seen.into_inner();
    assert_eq!(seen[0], seen[1], "SQLite and PostgreSQL");
}

/// Days from which a case with these children is held.
fn stretch(facts: &PersonFacts) -> Vec<(Date, Option<Date>, Option<FactorValue>)> {
    let mut stretches: Vec<_> = facts
        .holdings
        .iter()
        .map(|held| (held.period.from(), held.period.to(), held.effort.get("children").cloned()))
        .collect();
    stretches.sort();
    stretches
}

#[tokio::test]
async fn a_case_whose_factors_changed_is_held_in_stretches_that_follow_each_other() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        fill(&store).await;
        let mut reading = store.read(&anna()).await.expect("reads");
        let one = reading.find_person("1001").await.expect("finds").remove(0).id;
        let last = date(2027, 1, 31);
        let all = reading.somebody(one, BEGUN, last).await.expect("gathers").expect("is there");
        let of = |count| Some(FactorValue::Count(count));
        let third = date(2026, 12, 31);
        let expected = [
            (BEGUN, Some(SECOND), None),
            (BEGUN, Some(SECOND), of(2)),
            (SECOND, Some(third), of(3)),
            (third, None, of(1)),
        ];
        assert_eq!(stretch(&all), expected);
        let on = reading
            .somebody(one, SECOND, SECOND)
            .await
            .expect("gathers")
            .expect("is there");
        assert_eq!(stretch(&on), [(SECOND, None, of(3))], "one day has one stretch");
        assert_eq!(reading.somebody(-1, SECOND, SECOND).await.expect("gathers"), None);
    })
    .await;
}

#[tokio::test]
async fn somebody_is_found_by_number_by_another_name_and_by_name() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut namesake = post("1009");
        namesake.name = "Name of 1001".to_owned();
        fill(&store).await;
        accept(&store, date(2026, 12, 31), &[Record::Employment(namesake)]).await;
        let mut reading = store.read(&anna()).await.expect("reads");
        for (name, numbers) in [
            ("1001", &["1001"][..]),
            ("alias of 1001", &["1001"]),
            ("Name of 1002", &["1002"]),
            ("Name of 1001", &["1001", "1009"]),
            ("nobody", &[]),
            ("", &[]),
            ("' OR 1 = 1", &[]),
        ] {
            let found = reading.find_person(name).await.expect("finds");
            let found: Vec<&str> = found.iter().map(|one| one.number.as_str()).collect();
            assert_eq!(found, numbers, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_shows_who_holds_it_and_its_factors_on_each_day() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        fill(&store).await;
        let mut reading = store.read(&anna()).await.expect("reads");
        let mut held = async |reference: &str, day| {
            let phases = reading.case(reference, day).await.expect("reads").expect("is known");
            let shown = phases.into_iter().map(|phase| {
                assert_eq!(phase.reference, reference);
                let holder = phase
                    .holder
                    .map(|(who, part, share)| (who.number, part, share.map(Share::millionths)));
                (holder, phase.effort.get("children").cloned())
            });
            shown.collect::<Vec<_>>()
        };
        let by = |number: &str, part, share, children: u32| {
            let children = (children > 0).then_some(FactorValue::Count(children));
            (Some((number.to_owned(), part, share)), children)
        };
        assert_eq!(
            held("R-2", FIRST).await,
            [
                by("1002", Part::Main, None, 2),
                by("1001", Part::Co, None, 2),
                by("1003", Part::Co, Some(300_000), 2)
            ]
        );
        assert_eq!(
            held("R-2", SECOND).await,
            [by("1002", Part::Main, None, 3), by("1001", Part::Co, None, 3)]
        );
        assert_eq!(held("R-1", date(2026, 11, 29)).await, [by("1001", Part::Main, None, 0)]);
        assert_eq!(held("R-1", SECOND).await, [by("1002", Part::Main, None, 4)]);
        assert_eq!(held("R-1", date(2026, 12, 20)).await, [], "it is over");
        assert_eq!(held("R-1", date(2026, 8, 31)).await, [], "it has not begun");
        assert_eq!(reading.case("R-99", FIRST).await.expect("reads"), None);
    })
    .await;
}

#[tokio::test]
async fn an_unallocated_case_is_shown_without_anybody() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut nobody = phase("R-1", "");
        nobody.main = None;
        accept(&store, FIRST, &[Record::Phase(nobody)]).await;
        let phases = store
            .read(&anna())
            .await
            .expect("reads")
            .case("R-1", FIRST)
            .await
            .expect("reads");
        let phases = phases.expect("is known");
        assert_eq!(phases.len(), 1);
        assert_eq!(phases[0].holder, None);
        assert_eq!(store.log(&anna(), 1, 1).await.expect("reads")[0].at, noon());
    })
    .await;
}
