//! Plans to rebalance, asked for in the pages and the API: what is refused, what is kept, and that every plan is feasible.

use std::collections::BTreeSet;
use std::sync::Arc;

use allocate::Limit;
use allocate::checker::check;
use allocate::question::{SEED, answer, instance, steps};
use axum::Router;
use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::date;
use rules::access::{Grant, Role};
use rules::amount::Share;
use rules::case::Effort;
use rules::period::Period;
use rules::person::{Extent, Role as Work};
use rules::rebalance::{Answer, Asked, Occasion, Question, Stage};
use rules::weight_model::shipped;
use store::import::record::{EmploymentRecord, PhaseRecord, Record, UnitRecord};
use store::import::take_in::{Order, take_in};
use store::qualification::FactKind;
use store::rebalance::Plan;
use store::{Store, Viewer};

use crate::access::{cookie, filled, viewer};
use crate::municipality::{TODAY, id_of};
use crate::support::{Answer as Answered, get, post, site_at};

const OVER: &str = "occasion=over&unit=south&day=2026-10-31&limit=100&first=2026-10-31&pace=2";

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

async fn make(router: &Router, cookie: &str, form: &str) -> Answered {
    post(router, "/rebalance/new", &[("cookie", cookie)], form).await
}

/// The id of the plan that an answer leads to.
fn led_to(answer: &Answered) -> i64 {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let id = answer.header("location").strip_prefix("/rebalance/").map(str::parse);
    id.expect("a plan").expect("an id")
}

async fn plan(store: &Store, viewer: &Viewer, id: i64) -> Option<Plan> {
    let mut reading = store.read(viewer).await.expect("reads");
    reading.plan(id).await.expect("reads")
}

/// A plan of the supervisor for south, and one of its moves.
pub async fn plan_of_south(router: &Router, store: &Store) -> (i64, i64) {
    let cookie = cookie(router, "supervisor").await;
    let id = led_to(&make(router, &cookie, OVER).await);
    let plan = plan(store, &operator(), id).await.expect("is there");
    (id, plan.moves.first().expect("a move").id)
}

fn asked(units: &[&str], limit: i64) -> Asked {
    Asked {
        units: units.iter().map(|code| (*code).to_owned()).collect(),
        occasion: Occasion::Over,
        day: TODAY,
        limit: Share::from_millionths(limit * 10_000),
        unallocated: false,
    }
}

async fn question(store: &Store, viewer: &Viewer, asked: &Asked) -> Question {
    let mut reading = store.read(viewer).await.expect("reads");
    let models = reading.weight_models().await.expect("reads");
    reading.rebalance_question(asked, &models).await.expect("a question")
}

/// Every way of a plan keeps every rule, by a checker that shares no code with the search.
fn assert_feasible(question: &Question, found: &Answer) {
    let Answer::Plan(found) = found else {
        panic!("a plan: {found:?}")
    };
    let (instance, _) = instance(question);
    for way in &found.ways {
        let mut holders: Vec<usize> = instance
            .groups
            .iter()
            .map(|group| group.holder.unwrap_or(usize::MAX))
            .collect();
        for step in &way.moves {
            assert!(question.groups[step.group].allowed.contains(&step.to));
            holders[step.group] = step.to;
        }
        let limit = Limit {
            parts: u32::try_from(question.asked.limit.millionths()).expect("is small"),
            of: 1_000_000,
        };
        let measured = check(&instance, limit, &holders).expect("keeps every rule");
        assert_eq!(measured.handovers, way.handovers);
    }
}

#[tokio::test]
async fn a_plan_from_the_pages_is_a_feasible_draft_that_moves_nothing() {
    let (router, store) = filled().await;
    let supervisor = viewer(&store, "supervisor").await;
    let question = question(&store, &supervisor, &asked(&["south"], 100)).await;
    assert_feasible(&question, &answer(&question, SEED, steps(&question), &mut || false));
    let cookie = cookie(&router, "supervisor").await;
    let id = led_to(&make(&router, &cookie, OVER).await);
    let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
    let text = page.text();
    for part in [
        "Örjan Berg",
        "R-1002-",
        "Handläggaren har",
        "Färre byten går inte",
        "Godkänn alla",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut reading = store.read(&operator()).await.expect("reads");
    let facts = reading.everybody(TODAY, TODAY).await.expect("reads");
    drop(reading);
    let held = facts.iter().find(|facts| facts.name == "Örjan Berg").expect("is there");
    assert_eq!(held.holdings.len(), 24, "nothing is assigned by itself");
    let team = get(&router, "/team", &[("cookie", &cookie)]).await;
    assert!(team.text().contains("href=\"/rebalance\""));
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_at_its_field_and_nothing_is_kept() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let of_north = id_of(&store, "1008").await;
    let stranger = format!("occasion=leaves&unit=south&people={of_north}&day=2026-11-30&limit=100&pace=2");
    for (form, field) in [
        ("occasion=over&unit=south&limit=0&pace=2", "limit"),
        ("occasion=over&unit=south&limit=1000&pace=2", "limit"),
        ("occasion=over&unit=south&limit=-5&pace=2", "limit"),
        ("occasion=over&unit=south&limit=much&pace=2", "limit"),
        ("occasion=over&unit=south&limit=&pace=2", "limit"),
        ("occasion=over&unit=south&limit=99999999999999999999&pace=2", "limit"),
        ("occasion=over&unit=south&limit=100&pace=0", "pace"),
        ("occasion=over&unit=south&limit=100&pace=1000000", "pace"),
        ("occasion=over&unit=south&limit=100&pace=2&day=2020-01-01", "day"),
        ("occasion=over&unit=south&limit=100&pace=2&day=9999-12-31", "day"),
        ("occasion=over&unit=south&limit=100&pace=2&day=640823-3234", "day"),
        ("occasion=over&unit=south&limit=100&pace=2&first=2020-01-01", "first"),
        ("occasion=leaves&unit=south&limit=100&pace=2", "people"),
        ("occasion=leaves&unit=south&limit=100&pace=2&people=x", "people"),
        ("occasion=leaves&unit=south&limit=100&pace=2&people=987654321", "people"),
        (&*stranger, "people"),
        ("occasion=leave&unit=south&limit=100&pace=2&people=1&keeps=100", "keeps"),
        (
            "occasion=leave&unit=south&limit=100&pace=2&people=1&until=2026-01-01",
            "until",
        ),
        ("occasion=split&unit=south&limit=100&pace=2&people=1", "kinds"),
        ("occasion=split&unit=south&limit=100&pace=2&people=1&kinds=unknown", "kinds"),
    ] {
        let answer = make(&router, &cookie, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}: {}", answer.text());
        let text = answer.text();
        assert!(
            text.contains("id=\"error-summary\"") && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("640823-3234"), "{text}");
    }
    for form in ["", "occasion=over", "occasion=feast&unit=south", "unit=south"] {
        assert_eq!(make(&router, &cookie, form).await.status, StatusCode::BAD_REQUEST, "{form}");
    }
    for unit in ["north", "family", "nowhere", "*"] {
        let form = format!("occasion=over&unit={unit}&limit=100&pace=2");
        assert_eq!(make(&router, &cookie, &form).await.status, StatusCode::NOT_FOUND, "{unit}");
        let begun = get(
            &router,
            &format!("/rebalance/new?occasion=over&unit={unit}"),
            &[("cookie", &cookie)],
        )
        .await;
        assert_eq!(begun.status, StatusCode::NOT_FOUND, "{unit}");
    }
    let mut reading = store.read(&operator()).await.expect("reads");
    assert_eq!(reading.plans(10).await.expect("reads"), []);
}

#[tokio::test]
async fn a_plan_that_cannot_be_made_says_in_words_what_would_be_enough() {
    let (router, _) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let id = led_to(&make(&router, &cookie, "occasion=over&unit=south&limit=10&pace=2").await);
    let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
    let text = page.text();
    assert!(text.contains("Det går inte med den här gränsen"), "{text}");
    assert!(
        text.contains("finns det en plan") && text.contains("/rebalance/new?occasion=over"),
        "{text}"
    );
}

#[tokio::test]
async fn a_plan_of_another_team_is_not_there_whatever_is_sent() {
    let (router, store) = filled().await;
    let (plan, step) = plan_of_south(&router, &store).await;
    let other = cookie(&router, "other-supervisor").await;
    let mut answers = Vec::new();
    for plan in [
        plan.to_string(),
        "999999".to_owned(),
        "nothing".to_owned(),
        "99999999999999999999".to_owned(),
    ] {
        for address in [format!("/rebalance/{plan}"), format!("/rebalance/{plan}/moves/{step}")] {
            let answer = get(&router, &address, &[("cookie", &other)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            answers.push(answer.text().replace(&address, "/A"));
            for form in [
                "do=close",
                "do=accept-all",
                "do=accept&seen=1",
                "do=change&seen=1&to=1",
                "do=carry-out&seen=1",
            ] {
                let answer = post(&router, &address, &[("cookie", &other)], form).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address} {form}");
            }
        }
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[tokio::test]
async fn a_head_sees_cases_and_sums_but_nobodys_load() {
    let (router, store) = filled().await;
    let (plan, step) = plan_of_south(&router, &store).await;
    let head = cookie(&router, "head").await;
    for address in [format!("/rebalance/{plan}"), format!("/rebalance/{plan}/moves/{step}")] {
        let page = get(&router, &address, &[("cookie", &head)]).await;
        let text = page.text();
        assert!(
            text.contains("R-1002-") && text.contains("Örjan Berg") && text.contains("Handläggaren är över gränsen."),
            "{text}"
        );
        assert!(
            !text.contains("Tyngd före och efter") && !text.contains("Handläggaren har"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn moves_are_accepted_changed_and_dropped_in_the_pages() {
    let (router, store) = filled().await;
    let supervisor = viewer(&store, "supervisor").await;
    let (id, _) = plan_of_south(&router, &store).await;
    let cookie = cookie(&router, "supervisor").await;
    let address = format!("/rebalance/{id}");
    let moves = plan(&store, &supervisor, id).await.expect("is there").moves;
    let none = post(&router, &address, &[("cookie", &cookie)], "do=accept").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Välj minst en flytt"));
    let chosen = format!("do=drop&move={}%3A{}", moves[0].id, moves[0].to);
    let dropped = post(&router, &address, &[("cookie", &cookie)], &chosen).await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER);
    let all = post(&router, &address, &[("cookie", &cookie)], "do=accept-all").await;
    assert_eq!(all.status, StatusCode::SEE_OTHER);
    let stages: Vec<Stage> = plan(&store, &supervisor, id)
        .await
        .expect("is there")
        .moves
        .iter()
        .map(|step| step.stage)
        .collect();
    assert_eq!(stages[0], Stage::Dropped);
    assert!(stages[1..].iter().all(|stage| *stage == Stage::Accepted), "{stages:?}");
    let one = format!("{address}/moves/{}", moves[1].id);
    let page = get(&router, &one, &[("cookie", &cookie)]).await;
    assert!(page.text().contains("Välj en annan mottagare"), "{}", page.text());
    let receiver = [1003, 1004].map(|number: i32| number.to_string());
    let mut to = id_of(&store, &receiver[0]).await;
    if to == moves[1].to {
        to = id_of(&store, &receiver[1]).await;
    }
    let form = format!("do=change&seen={}&to={to}", moves[1].to);
    let changed = post(&router, &one, &[("cookie", &cookie)], &form).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let again = post(&router, &one, &[("cookie", &cookie)], &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text().contains("Någon annan har ändrat flytten"));
    for (form, status) in [
        ("do=change&seen=x&to=1".to_owned(), 400),
        (format!("do=change&seen={to}&to=x"), 400),
        (format!("do=change&seen={to}&to=987654321"), 409),
        (format!("do=dance&seen={to}"), 400),
        (format!("do=carry-out&seen={to}"), 409),
    ] {
        let answer = post(&router, &one, &[("cookie", &cookie)], &form).await;
        assert_eq!(answer.status.as_u16(), status, "{form}: {}", answer.text());
    }
    for form in ["do=way&way=x", "do=dance", "do=accept&move=x", "do=accept&move=1%3Ax"] {
        let answer = post(&router, &address, &[("cookie", &cookie)], form).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{form}");
    }
    let paced = post(&router, &address, &[("cookie", &cookie)], "do=spread&first=2026-12-01&pace=0").await;
    assert_eq!(paced.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = post(&router, &address, &[("cookie", &cookie)], "do=close").await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    let late = post(&router, &address, &[("cookie", &cookie)], &chosen).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Planen är avslutad"));
}

#[tokio::test]
async fn a_receiver_who_is_not_qualified_is_refused_with_the_section() {
    let (router, store) = filled().await;
    let (id, _) = plan_of_south(&router, &store).await;
    let step = plan(&store, &operator(), id).await.expect("is there").moves[0].clone();
    let mut other = id_of(&store, "1004").await;
    if other == step.to {
        other = id_of(&store, "1003").await;
    }
    let fact = (FactKind::Degree, "none");
    let since = Period::since(date(2026, 1, 1));
    store.record_fact(&operator(), other, fact, since).await.expect("is recorded");
    let cookie = cookie(&router, "supervisor").await;
    let address = format!("/rebalance/{id}/moves/{}", step.id);
    let page = get(&router, &address, &[("cookie", &cookie)]).await;
    let section = "saknar den behörighet som lagen kräver (25 kap. 1 § SoL 2025:400)";
    assert!(page.text().contains(section), "{}", page.text());
    let form = format!("do=change&seen={}&to={other}", step.to);
    let refused = post(&router, &address, &[("cookie", &cookie)], &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(
        refused
            .text()
            .contains(&format!("Den personen kan inte få ärendet: {section}")),
        "{}",
        refused.text()
    );
    assert_eq!(plan(&store, &operator(), id).await.expect("is there").moves[0].to, step.to);
    // Nor does a new plan propose it.
    let higher = OVER.replace("limit=100", "limit=150");
    let again = led_to(&make(&router, &cookie, &higher).await);
    let moves = plan(&store, &operator(), again).await.expect("is there").moves;
    assert!(!moves.is_empty() && moves.iter().all(|step| step.to != other));
}

#[tokio::test]
async fn a_team_in_which_nobody_is_qualified_is_told_so_with_the_section() {
    let (router, store) = filled().await;
    for number in 1001..=1006 {
        let person = id_of(&store, &number.to_string()).await;
        let since = Period::since(date(2026, 1, 1));
        store
            .record_fact(&operator(), person, (FactKind::Degree, "none"), since)
            .await
            .expect("is recorded");
    }
    let cookie = cookie(&router, "supervisor").await;
    let id = led_to(&make(&router, &cookie, OVER).await);
    let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
    let text = page.text();
    for part in [
        "Ingen av dem som är med får ha",
        "25 kap. 1 § SoL 2025:400",
        "Ta med någon som får",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[tokio::test]
async fn a_team_in_which_nobody_has_capacity_is_told_so_with_what_to_do() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let mut form = String::from("occasion=leaves&unit=south&day=2026-10-31&limit=100&pace=2");
    for number in 1001..=1006 {
        form = format!("{form}&people={}", id_of(&store, &number.to_string()).await);
    }
    let id = led_to(&make(&router, &cookie, &form).await);
    let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
    let text = page.text();
    assert!(
        text.contains("Ingen av dem som är med kan ta emot ärenden") && text.contains("Ta med fler enheter"),
        "{text}"
    );
    assert!(!text.contains("finns det en plan"), "no limit helps: {text}");
}

#[tokio::test]
async fn whoever_leaves_is_away_or_is_divided_from_the_others_gives_up_what_that_means() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let anna = id_of(&store, "1001").await;
    let mut others = String::new();
    for number in 1002..=1006 {
        others = format!("{others}&people={}", id_of(&store, &number.to_string()).await);
    }
    let only_anna = format!("&people={anna}");
    for (form, people, from_anna) in [
        ("occasion=leaves&limit=200", &only_anna, 3),
        ("occasion=leave&keeps=0&limit=200", &only_anna, 3),
        ("occasion=leave&keeps=20&until=2026-12-31&limit=200", &only_anna, 1),
        ("occasion=split&kinds=barn%09utredning&limit=200", &others, 3),
    ] {
        let form = format!("{form}&unit=south{people}&day=2026-10-31&pace=2");
        let id = led_to(&make(&router, &cookie, &form).await);
        let plan = plan(&store, &operator(), id).await.expect("is there");
        assert!(plan.is_possible(), "{form}: {:?}", plan.hindrances);
        let given = plan.moves.iter().filter(|step| step.from == Some(anna)).count();
        assert_eq!(given, from_anna, "{form}");
        assert!(plan.moves.iter().all(|step| step.to != anna), "{form}");
        let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
        assert!(page.text().contains("Anna Ek"), "{form}");
    }
}

/// 300 caseworkers in ten teams and 6,000 cases, of which every fifth caseworker has far more than the others.
async fn large(store: &Store) {
    let model = shipped("exempel-barn-unga").expect("the example ships");
    store.adopt(&operator(), &model).await.expect("is adopted");
    let mut records = Vec::new();
    for team in 0..10 {
        records.push(Record::Unit(UnitRecord {
            code: format!("team-{team}"),
            name: format!("Grupp {team}"),
            parent: None,
        }));
    }
    let mut case = 0;
    for person in 0..300_u32 {
        records.push(Record::Employment(EmploymentRecord {
            person: person.to_string(),
            also_known_as: Vec::new(),
            name: format!("Person {person}"),
            email: None,
            degree: Some("social_work".to_owned()),
            in_profession_since: Some(date(2015, 1, 1)),
            unit: Some(format!("team-{}", person % 10)),
            title: None,
            role: Work::Caseworker,
            form: None,
            extent: Extent::OfFullTime(Share::FULL),
            period: Period::since(date(2020, 1, 1)),
            end_reason: None,
        }));
        let cases = if person % 5 == 0 { 36 } else { 16 };
        for _ in 0..cases {
            case += 1;
            records.push(Record::Phase(PhaseRecord {
                reference: format!("R-{case}"),
                case_type: "barn".into(),
                phase: Some(if case % 4 == 0 { "utredning" } else { "insats" }.into()),
                unit: Some(format!("team-{}", person % 10).into()),
                received: Some(date(2026, 5, 1)),
                period: Period::since(date(2026, 5, 1)),
                main: Some(person.to_string().into()),
                co: Vec::new(),
                effort: Arc::new(Effort::new()),
                sibling_group: (case % 7 < 2).then(|| format!("S-{}", case / 7)),
                extended_to: None,
            }));
        }
    }
    let order = Order {
        viewer: operator(),
        exported: TODAY,
        case_types: model.cases.iter().map(|row| row.case_type.clone()).collect(),
        dry_run: false,
    };
    let done = take_in(store, "test", records, order).await.expect("is taken in");
    assert!(done.rejected.is_empty(), "{:?}", done.rejected);
}

#[tokio::test]
async fn a_whole_municipality_is_asked_about_in_one_request() {
    let store = Store::open("sqlite::memory:").await.expect("a database");
    large(&store).await;
    let settings = crate::municipality::accounts();
    let id = store.add_account(&operator(), "head", "head", None).await.expect("is added");
    store
        .set_password(&operator(), id, crate::municipality::PASSWORD, [1; 16], &settings)
        .await
        .expect("has a password");
    let grant = Grant {
        role: Role::Head,
        unit: None,
        period: Period::since(date(2026, 1, 1)),
    };
    store.give_role(&operator(), id, &grant).await.expect("has a role");
    let router = web::router(&site_at(store.clone(), 0));
    let cookie = cookie(&router, "head").await;
    let form = "occasion=over&unit=*&day=2026-10-31&limit=100&pace=2";
    let id = led_to(&make(&router, &cookie, form).await);
    let page = get(&router, &format!("/rebalance/{id}"), &[("cookie", &cookie)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let plan = plan(&store, &viewer(&store, "head").await, id).await.expect("is there");
    assert!(plan.is_possible() && !plan.stopped);
    let sums = plan.sums.expect("sums");
    assert!(
        sums.above_before > 0 && sums.above_after == 0 && sums.handovers > 0,
        "{sums:?}"
    );
    assert_eq!(plan.asked.units, BTreeSet::new());
}
