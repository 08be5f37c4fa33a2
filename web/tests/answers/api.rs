//! The API for programs: who may ask for what, how refusals are told, and that nothing is done twice.

use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan as _};
use rules::access::{Grant, Role};
use rules::period::Period;
use serde_json::{Value as Json, json};
use store::token::NewToken;
use store::{Store, Viewer};
use web::api::document::described;
use web::routes::{Audience, ROUTES, Verb};

use crate::access::{cookie, filled};
use crate::municipality::{TODAY, id_of};
use crate::support::{Answer, ask};

/// The tokens: name, number of the person, role, unit.
const TOKENS: [(&str, Option<&str>, Role, Option<&str>); 9] = [
    ("caseworker", Some("1001"), Role::Caseworker, Some("south")),
    ("supervisor", None, Role::Supervisor, Some("south")),
    ("other-supervisor", None, Role::Supervisor, Some("north")),
    ("head", None, Role::Head, Some("family")),
    ("hr", None, Role::HumanResources, None),
    ("relief", None, Role::Relief, None),
    ("coordinator", None, Role::Coordinator, None),
    ("safety-representative", None, Role::SafetyRepresentative, Some("family")),
    ("administrator", None, Role::Administrator, None),
];

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

/// Issues a token and gives it.
pub async fn token(store: &Store, name: &str, read_only: bool) -> String {
    let (_, person, role, unit) = TOKENS.into_iter().find(|(known, ..)| *known == name).expect("a token");
    let person = match person {
        Some(number) => Some(id_of(store, number).await),
        None => None,
    };
    let suffix = if read_only { ".reads" } else { "" };
    let new = NewToken {
        name: format!("{name}{suffix}"),
        person,
        grants: vec![Grant {
            role,
            unit: unit.map(str::to_owned),
            period: Period::since(date(2026, 1, 1)),
        }],
        read_only,
        until: TODAY.saturating_add(1.year()),
    };
    let mut random = [u8::from(read_only); 32];
    random.iter_mut().zip(name.bytes()).for_each(|(byte, letter)| *byte = letter);
    let (_, secret) = store.issue_token(&operator(), &new, random, TODAY).await.expect("is issued");
    secret.to_text()
}

pub async fn get(router: &Router, token: &str, address: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    ask(router, "GET", address, &[("authorization", &bearer)], Body::empty()).await
}

pub async fn send(router: &Router, token: &str, address: &str, key: Option<&str>, body: &Json) -> Answer {
    let bearer = format!("Bearer {token}");
    let mut headers = vec![("authorization", &*bearer), ("content-type", "application/json")];
    headers.extend(key.map(|key| ("idempotency-key", key)));
    ask(router, "POST", address, &headers, Body::from(body.to_string())).await
}

pub fn json(answer: &Answer) -> Json {
    serde_json::from_slice(&answer.body).expect("JSON")
}

/// A refusal says in words what it is.
pub fn problem(answer: &Answer, status: u16, code: &str) -> Json {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = json(answer);
    assert_eq!(
        (&problem["status"], &problem["code"]),
        (&status.into(), &code.into()),
        "{problem}"
    );
    assert!(!problem.to_string().contains("\"api-"), "{problem}");
    problem
}

/// What is sent to try an address: something that is right, or so little that it is refused for itself alone.
fn body_for(path: &str) -> Json {
    match path {
        "/api/v1/measurements/{id}/rating" => json!({ "rating": 3 }),
        "/api/v1/measurements/{id}/remarks" => json!({ "reference": "R-1001-0", "factor": "tolk", "right": true }),
        "/api/v1/dialogues/{id}/draft" => json!({ "mark": "seen", "notes": "", "actions": [] }),
        "/api/v1/dialogues/{id}/conclude" => json!({ "mark": "seen" }),
        "/api/v1/people/{person}/qualification" => json!({ "kind": "language", "value": "arabiska", "until": "2020-01-01" }),
        "/api/v1/people/{person}/qualification/end" | "/api/v1/cases/{reference}/needs/end" => {
            json!({ "id": 999_999, "until": "2026-12-01" })
        }
        "/api/v1/cases/{reference}/needs" => json!({ "kind": "locked", "value": "because" }),
        "/api/v1/allocations" => json!({ "phase": 999_999, "to": 1, "reason": "unallocated" }),
        "/api/v1/actions/{id}/outcome" => json!({ "outcome": "done" }),
        "/api/v1/action-kinds" => json!({ "id": "walk", "sv": "Promenad", "en": "Walk" }),
        "/api/v1/weight-models" => json!({ "toml": "" }),
        "/api/v1/imports" => json!({ "mapping": "none", "lists": [] }),
        "/api/v1/accounts" => json!({ "name": "anna ek" }),
        "/api/v1/accounts/{id}/roles" => json!({ "role": "head" }),
        "/api/v1/rebalance-plans" => json!({ "units": [], "occasion": "over" }),
        "/api/v1/rebalance-plans/{id}/way" => json!({ "way": 0 }),
        "/api/v1/rebalance-plans/{id}/spread" => json!({ "first": "2026-11-02", "per_week": 2 }),
        "/api/v1/rebalance-moves/{id}/decide" => json!({ "stage": "accepted", "receiver": 1 }),
        "/api/v1/rebalance-moves/{id}/receiver" => json!({ "seen": 1, "to": 2 }),
        "/api/v1/tokens" => json!({ "name": "new", "roles": [], "read_only": true }),
        "/api/v1/access-reviews" => json!({ "first": "2026-10-01", "last": "2026-10-31", "seed": 1, "finding": "" }),
        _ => json!({}),
    }
}

/// Who may ask for an address, and the status that they are answered with.
fn admitted(verb: Verb, path: &str) -> (&'static [&'static str], u16) {
    const EVERYBODY: &[&str] = &[
        "caseworker",
        "supervisor",
        "other-supervisor",
        "head",
        "hr",
        "relief",
        "coordinator",
        "safety-representative",
        "administrator",
    ];
    const OWN: &[&str] = &["caseworker", "supervisor", "other-supervisor", "head"];
    const LEADS: &[&str] = &["supervisor", "other-supervisor"];
    const SUMS: &[&str] = &["supervisor", "other-supervisor", "head", "safety-representative"];
    const ADMINISTRATOR: &[&str] = &["administrator"];
    match (verb, path) {
        (
            Verb::Get,
            "/api/v1/me"
            | "/api/v1/people/find"
            | "/api/v1/units"
            | "/api/v1/action-kinds"
            | "/api/v1/weight-models"
            | "/api/v1/weight-models/{valid_from}"
            // Lists about Anna are empty to those who do not see her, as they are about nobody.
            | "/api/v1/people/{person}/measurements"
            | "/api/v1/people/{person}/dialogues"
            | "/api/v1/people/{person}/actions"
            | "/api/v1/loads/{person}/looks",
        ) => (EVERYBODY, 200),
        (Verb::Get, "/api/v1/people/{person}/qualification") => (&["caseworker", "supervisor", "hr", "administrator"], 200),
        // Days that run backwards are refused before anybody is looked for.
        (Verb::Post, "/api/v1/people/{person}/qualification") => {
            (&["caseworker", "supervisor", "other-supervisor", "hr", "administrator"], 422)
        }
        (Verb::Post, "/api/v1/cases/{reference}/needs") => (LEADS, 422),
        (Verb::Get, "/api/v1/people" | "/api/v1/qualification") => (&["caseworker", "supervisor", "other-supervisor", "hr", "administrator"], 200),
        (Verb::Post, "/api/v1/people/{person}/measurements") => (&["caseworker", "supervisor"], 201),
        (Verb::Get, "/api/v1/loads" | "/api/v1/loads/overloaded" | "/api/v1/cases/unallocated" | "/api/v1/dialogues/due") => {
            (LEADS, 200)
        }
        (Verb::Get, "/api/v1/rebalance-plans") => (&["supervisor", "other-supervisor", "head"], 200),
        (Verb::Get, "/api/v1/loads/own") => (&["caseworker"], 200),
        (
            Verb::Get,
            "/api/v1/loads/{person}"
            | "/api/v1/loads/{person}/history"
            | "/api/v1/cases/{reference}"
            | "/api/v1/cases/{reference}/needs",
        ) => (&["caseworker", "supervisor"], 200),
        (Verb::Get, "/api/v1/units/sums" | "/api/v1/units/overdue-dialogues") => (SUMS, 200),
        // There is no measurement, dialogue, remark or action yet.
        (Verb::Post, "/api/v1/measurements/{id}/rating" | "/api/v1/measurements/{id}/remarks") => (OWN, 404),
        (Verb::Post, "/api/v1/imports/csv") => (ADMINISTRATOR, 415),
        (
            Verb::Get,
            "/api/v1/accounts" | "/api/v1/tokens" | "/api/v1/events" | "/api/v1/access-reviews" | "/api/v1/access-reviews/draw",
        )
        | (Verb::Post, "/api/v1/action-kinds") => (ADMINISTRATOR, 200),
        (Verb::Post, "/api/v1/accounts" | "/api/v1/access-reviews" | "/api/v1/weight-models" | "/api/v1/imports") => {
            (ADMINISTRATOR, 422)
        }
        (Verb::Post, "/api/v1/tokens") => (ADMINISTRATOR, 400),
        _ => (&[], 404),
    }
}

#[tokio::test]
async fn every_address_of_the_api_answers_every_role_as_the_table_says() {
    let (router, store) = filled().await;
    let anna = id_of(&store, "1001").await.to_string();
    let mut tokens = Vec::new();
    for (name, ..) in TOKENS {
        tokens.push((name, token(&store, name, false).await, token(&store, name, true).await));
    }
    let session = cookie(&router, "administrator").await;
    let mut seen = 0;
    for route in ROUTES
        .iter()
        .filter(|route| matches!(route.audience, Audience::Token | Audience::TokenWith(_)))
    {
        seen += 1;
        let address = route.path.replace("{person}", &anna).replace("{reference}", "R-1001-0");
        let address = address.replace("{valid_from}", "2024-01-01").replace("{id}", "999999");
        let address = if address.ends_with("/draw") {
            format!("{address}?first=2026-10-01&last=2026-10-31&seed=1")
        } else if address.ends_with("/find") {
            format!("{address}?name=1001")
        } else if address.ends_with("/csv") {
            format!("{address}?mapping=kommun-a&name=enheter.csv")
        } else {
            address
        };
        let body = body_for(route.path);
        let (who, status) = admitted(route.verb, route.path);
        for (name, writes, reads) in &tokens {
            let expected = if who.contains(name) { status } else { 404 };
            let answer = match route.verb {
                Verb::Get => get(&router, writes, &address).await,
                Verb::Post => send(&router, writes, &address, None, &body).await,
            };
            assert_eq!(answer.status, expected, "{route:?}, {name}: {}", answer.text());
            if answer.status.is_client_error() {
                assert_eq!(answer.header("content-type"), "application/problem+json", "{route:?}");
            }
            // A token that may only read is answered the same where it reads, and changes nothing.
            if route.verb == Verb::Post {
                let answer = send(&router, reads, &address, None, &body).await;
                let is_there = match route.audience {
                    Audience::TokenWith(_) => who.contains(name) || is_allowed(route.audience, name),
                    _ => true,
                };
                assert_eq!(answer.status, if is_there { 403 } else { 404 }, "{route:?}, {name} reads");
            } else {
                assert_eq!(
                    get(&router, reads, &address).await.status,
                    expected,
                    "{route:?}, {name} reads"
                );
            }
        }
        // Neither nobody nor somebody who is signed in to the pages is let in.
        for headers in [vec![], vec![("cookie", &*session)], vec![("authorization", "Bearer tyngd_x")]] {
            let answer = ask(&router, route.verb.method().as_str(), &address, &headers, Body::empty()).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{route:?}");
            assert!(answer.header("www-authenticate").starts_with("Bearer realm=\"tyngdpunkt\""));
        }
    }
    assert!(seen > 40, "{seen}");
}

/// Whether a role of the tokens holds the permission of a row, whatever it then reaches.
fn is_allowed(audience: Audience, name: &str) -> bool {
    let Audience::TokenWith(permission) = audience else {
        return true;
    };
    let (_, _, role, unit) = TOKENS.into_iter().find(|(known, ..)| *known == name).expect("a token");
    match rules::access::scope(role, permission) {
        rules::access::Scope::Nothing => false,
        rules::access::Scope::Team => unit.is_some(),
        _ => true,
    }
}

#[tokio::test]
async fn a_token_opens_no_page_and_the_description_is_for_everybody() {
    let (router, store) = filled().await;
    let own = token(&store, "caseworker", false).await;
    let page = get(&router, &own, "/my-load").await;
    assert_eq!(page.header("location"), "/sign-in?to=/my-load");
    let answer = ask(&router, "GET", "/api/openapi.json", &[], Body::empty()).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::OK, "application/json")
    );
    assert_eq!(&json(&answer), described());
    assert_eq!(described()["openapi"], "3.1.0");
}

#[tokio::test]
async fn a_program_is_seen_by_whom_it_looks_at() {
    let (router, store) = filled().await;
    let anna = id_of(&store, "1001").await;
    let supervisor = token(&store, "supervisor", true).await;
    let load = json(&get(&router, &supervisor, &format!("/api/v1/loads/{anna}")).await);
    assert_eq!((&load["number"], &load["day"]), (&"1001".into(), &TODAY.to_string().into()));
    let sum = |lines: &Json| {
        lines
            .as_array()
            .expect("lines")
            .iter()
            .map(|line| line["points"].as_f64().expect("points"))
            .sum::<f64>()
    };
    assert!(
        (sum(&load["lines"]) - load["load"]["case_points"].as_f64().expect("points")).abs() < 1e-9,
        "{load}"
    );
    let own = token(&store, "caseworker", false).await;
    let looks = json(&get(&router, &own, &format!("/api/v1/loads/{anna}/looks")).await);
    assert_eq!(looks["items"][0]["actor"], "token:supervisor.reads", "{looks}");
    let administrator = token(&store, "administrator", true).await;
    let address = "/api/v1/access-reviews/draw?first=2026-10-01&last=2026-10-31&seed=1";
    let drawn = json(&get(&router, &administrator, address).await);
    assert_eq!(drawn["looks"][0]["actor"], "token:supervisor.reads", "{drawn}");
    assert_eq!(
        drawn["looks"][0]["unusual"],
        json!(["outside_hours"]),
        "a Saturday, and of the own team: {drawn}"
    );
}

#[tokio::test]
async fn nothing_tells_a_program_whether_somebody_exists_whom_it_may_not_see() {
    let (router, store) = filled().await;
    let supervisor = token(&store, "supervisor", false).await;
    let other = id_of(&store, "1008").await;
    let mut answers = Vec::new();
    for person in [
        other.to_string(),
        "999999".to_owned(),
        "nobody".to_owned(),
        "99999999999999999999".to_owned(),
    ] {
        let headers = [("authorization", &*format!("Bearer {supervisor}")), ("x-request-id", "42")];
        let answer = ask(&router, "GET", &format!("/api/v1/loads/{person}"), &headers, Body::empty()).await;
        problem(&answer, 404, "not-found");
        answers.push(answer.text().to_owned());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

/// What is sent, the status, and where the fault is.
fn faults() -> Vec<(&'static str, Json, u16, &'static str, &'static str)> {
    vec![
        (
            "/api/v1/accounts",
            json!({ "name": "a", "person": "640823-3234" }),
            400,
            "/person",
            "wrong-value",
        ),
        ("/api/v1/accounts", json!({ "display": "x" }), 400, "/name", "missing"),
        (
            "/api/v1/accounts",
            json!({ "name": "a", "640823-3234": 1 }),
            400,
            "",
            "unknown-field",
        ),
        (
            "/api/v1/accounts",
            json!({ "name": "640823-3234" }),
            422,
            "/name",
            "identity-number",
        ),
        ("/api/v1/accounts", json!({ "name": "a\0b" }), 422, "/name", "nul"),
        (
            "/api/v1/accounts",
            json!({ "name": "a", "person": 999_999 }),
            422,
            "",
            "no-reference",
        ),
        ("/api/v1/accounts?x=1", json!({ "name": "a" }), 400, "?x", "unknown-field"),
        (
            "/api/v1/tokens",
            json!({ "name": "a", "read_only": true, "roles": [{ "role": "king" }] }),
            400,
            "/roles/0/role",
            "wrong-value",
        ),
        (
            "/api/v1/tokens",
            json!({ "name": "a", "read_only": true, "roles": [{ "role": "head", "unit": "none" }] }),
            422,
            "/unit",
            "no-unit",
        ),
        (
            "/api/v1/tokens",
            json!({ "name": "a", "read_only": true, "roles": [{ "role": "head" }], "until": "2029-01-01" }),
            422,
            "/until",
            "token-until",
        ),
        (
            "/api/v1/tokens",
            json!({ "name": "a", "read_only": true, "roles": [{ "role": "head", "from": "2026-02-01", "until": "2026-01-01" }] }),
            422,
            "/roles/0/until",
            "backwards",
        ),
        (
            "/api/v1/weight-models",
            json!({ "toml": "x = 1" }),
            422,
            "/toml",
            "no-model-text",
        ),
        (
            "/api/v1/imports",
            json!({ "mapping": "kommun-a", "lists": [{ "name": "../x.csv", "rows": [] }] }),
            400,
            "/lists/0/name",
            "list-name",
        ),
    ]
}

#[tokio::test]
async fn a_refusal_says_where_the_fault_is_in_the_language_asked_for_and_repeats_nothing_that_was_sent() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", false).await;
    for (address, body, status, pointer, code) in faults() {
        let answer = send(&router, &administrator, address, None, &body).await;
        let outer = if status == 400 { "malformed" } else { "refused" };
        let problem = problem(&answer, status, outer);
        let fault = &problem["faults"][0];
        assert_eq!(
            (&fault["pointer"], &fault["code"]),
            (&pointer.into(), &code.into()),
            "{body}: {problem}"
        );
        assert!(fault["detail"].as_str().is_some_and(|text| text.len() > 5) && fault["remedy"].as_str().is_some());
        assert!(!answer.text().contains("3234"), "{problem}");
    }
    let bearer = format!("Bearer {administrator}");
    let headers = [
        ("authorization", &*bearer),
        ("content-type", "text/plain"),
        ("accept-language", "sv"),
    ];
    let answer = ask(&router, "POST", "/api/v1/accounts", &headers, Body::from("{}")).await;
    assert_eq!(problem(&answer, 415, "not-json")["title"], "Fel medietyp");
    let answer = ask(&router, "DELETE", "/api/v1/accounts", &headers, Body::empty()).await;
    problem(&answer, 405, "method-not-allowed");
    assert_eq!(answer.header("allow"), "GET,HEAD,POST");
    let large = format!("{{\"name\":\"{}\"}}", "a".repeat(3 * 1024 * 1024));
    let headers = [("authorization", &*bearer), ("content-type", "application/json")];
    let answer = ask(&router, "POST", "/api/v1/accounts", &headers, Body::from(large)).await;
    problem(&answer, 413, "too-large");
}

#[tokio::test]
async fn a_token_is_told_once_counts_until_it_is_revoked_and_cannot_be_signed_in_with() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", false).await;
    let new = json!({ "name": "Import.HR", "read_only": true, "roles": [{ "role": "supervisor", "unit": "south", "from": "2026-01-01" }] });
    let answer = send(&router, &administrator, "/api/v1/tokens", Some("k1"), &new).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let issued = json(&answer);
    let (id, issued) = (
        issued["id"].as_i64().expect("an id"),
        issued["token"].as_str().expect("a token").to_owned(),
    );
    let again = send(&router, &administrator, "/api/v1/tokens", Some("k1"), &new).await;
    assert!(!problem(&again, 409, "key-done").to_string().contains("tyngd_"));
    let me = json(&get(&router, &issued, "/api/v1/me").await);
    assert_eq!((&me["name"], &me["read_only"]), (&"token:import.hr".into(), &true.into()));
    assert_eq!(get(&router, &issued, "/api/v1/loads").await.status, StatusCode::OK);
    let list = get(&router, &administrator, "/api/v1/tokens").await;
    assert!(!list.text().contains(&issued));
    let told = json(&list)["items"]
        .as_array()
        .expect("tokens")
        .iter()
        .find(|one| one["id"] == id)
        .expect("it")
        .clone();
    assert_eq!(
        (&told["tail"], &told["used"]),
        (&issued[issued.len() - 4..].into(), &TODAY.to_string().into())
    );
    assert_eq!(told["until"], "2027-10-31");
    let accounts = get(&router, &administrator, "/api/v1/accounts").await;
    assert!(
        !accounts.text().contains("import.hr"),
        "its account is nobody's to sign in to"
    );
    let taken = send(&router, &administrator, "/api/v1/tokens", None, &new).await;
    problem(&taken, 409, "name-taken");
    let revoked = send(
        &router,
        &administrator,
        &format!("/api/v1/tokens/{id}/revoke"),
        None,
        &json!({}),
    )
    .await;
    assert_eq!(revoked.status, StatusCode::OK);
    problem(&get(&router, &issued, "/api/v1/me").await, 401, "refused-token");
}

#[tokio::test]
async fn the_same_request_with_the_same_key_is_done_once_and_answered_the_same() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", false).await;
    let new = json!({ "name": "anna.ek", "display": "Anna Ek" });
    let first = send(&router, &administrator, "/api/v1/accounts", Some("a"), &new).await;
    let events = || async { store.log(&operator(), 1, 100_000).await.expect("reads").len() };
    let before = events().await;
    let second = send(&router, &administrator, "/api/v1/accounts", Some("a"), &new).await;
    assert_eq!((first.status, &first.body), (second.status, &second.body));
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(
        (first.header("idempotency-replayed"), second.header("idempotency-replayed")),
        ("", "true")
    );
    assert_eq!(events().await, before, "nothing more was done");
    let other = send(
        &router,
        &administrator,
        "/api/v1/accounts",
        Some("a"),
        &json!({ "name": "bo" }),
    )
    .await;
    assert_eq!(problem(&other, 422, "refused")["faults"][0]["code"], "key-reused");
    // What was refused can be sent again, put right, with the same key.
    let refused = send(
        &router,
        &administrator,
        "/api/v1/accounts",
        Some("b"),
        &json!({ "name": "bo ek" }),
    )
    .await;
    problem(&refused, 422, "refused");
    let right = send(
        &router,
        &administrator,
        "/api/v1/accounts",
        Some("b"),
        &json!({ "name": "bo.ek" }),
    )
    .await;
    assert_eq!(right.status, StatusCode::CREATED);
    // Another token has keys of its own.
    let hr = token(&store, "hr", false).await;
    assert_eq!(
        send(&router, &hr, "/api/v1/accounts", Some("a"), &new).await.status,
        StatusCode::NOT_FOUND
    );
    for key in ["", "å", "a b", &"x".repeat(256)] {
        let answer = send(&router, &administrator, "/api/v1/accounts", Some(key), &new).await;
        problem(&answer, 400, "malformed");
    }
}

#[tokio::test]
async fn pages_of_a_list_follow_each_other_by_the_link() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", true).await;
    let (mut address, mut numbers) = ("/api/v1/people?limit=4&day=2026-10-31".to_owned(), Vec::new());
    loop {
        let answer = get(&router, &administrator, &address).await;
        let page = json(&answer);
        let items = page["items"].as_array().expect("items").clone();
        assert!(items.len() <= 4);
        numbers.extend(items.iter().map(|item| item["number"].as_str().expect("a number").to_owned()));
        let Some(next) = answer
            .header("link")
            .strip_prefix('<')
            .and_then(|link| link.strip_suffix(">; rel=\"next\""))
        else {
            assert!(page["next"].is_null());
            break;
        };
        address = next.to_owned();
    }
    assert_eq!(numbers, (1001..=1010).map(|number| number.to_string()).collect::<Vec<_>>());
    for wrong in [
        "?limit=0",
        "?limit=501",
        "?limit=x",
        "?after=x",
        "?day=2026-02-30",
        "?page=2",
        "?limit=1&limit=2",
    ] {
        let answer = get(&router, &administrator, &format!("/api/v1/people{wrong}")).await;
        assert!(answer.status.is_client_error(), "{wrong}");
        assert!(
            json(&answer)["faults"][0]["pointer"]
                .as_str()
                .is_some_and(|pointer| pointer.starts_with('?')),
            "{wrong}"
        );
    }
}

/// A token that acts for the caseworker it is linked to.
async fn token_of_caseworker(store: &Store, person: i64) -> String {
    let new = NewToken {
        name: "orjan".to_owned(),
        person: Some(person),
        grants: vec![Grant {
            role: Role::Caseworker,
            unit: None,
            period: Period::since(date(2026, 1, 1)),
        }],
        read_only: false,
        until: TODAY.saturating_add(1.year()),
    };
    let (_, own) = store.issue_token(&operator(), &new, [9; 32], TODAY).await.expect("is issued");
    own.to_text()
}

#[tokio::test]
async fn a_month_is_measured_rated_talked_about_and_followed_up_by_two_programs() {
    let (router, store) = filled().await;
    let orjan = id_of(&store, "1002").await;
    let supervisor = token(&store, "supervisor", false).await;
    let own = token_of_caseworker(&store, orjan).await;
    let id = |answer: &Answer| json(answer)["id"].as_i64().unwrap_or_else(|| panic!("{}", answer.text()));
    let measured = send(
        &router,
        &own,
        &format!("/api/v1/people/{orjan}/measurements"),
        None,
        &json!({}),
    )
    .await;
    let measurement = id(&measured);
    assert_eq!(measured.header("location"), format!("/api/v1/measurements/{measurement}"));
    let rated = json!({ "rating": 5, "flex_minutes": -450, "sentence": "Too much." });
    let address = format!("/api/v1/measurements/{measurement}/rating");
    assert_eq!(send(&router, &own, &address, None, &rated).await.status, StatusCode::OK);
    assert_eq!(
        send(&router, &supervisor, &address, None, &rated).await.status,
        StatusCode::NOT_FOUND,
        "nobody rates for another"
    );
    let remark = json!({ "reference": "R-1002-0", "factor": "tolk", "right": false });
    let address = format!("/api/v1/measurements/{measurement}/remarks");
    assert_eq!(send(&router, &own, &address, None, &remark).await.status, StatusCode::OK);
    let told = json(&get(&router, &supervisor, &format!("/api/v1/measurements/{measurement}")).await);
    assert_eq!(told["own"], rated);
    let remark = told["remarks"][0]["id"].as_i64().expect("a remark");
    let settled = send(
        &router,
        &supervisor,
        &format!("/api/v1/remarks/{remark}/settle"),
        None,
        &json!({}),
    )
    .await;
    assert_eq!(settled.status, StatusCode::OK);
    let due = json(&get(&router, &supervisor, "/api/v1/dialogues/due").await);
    assert_eq!(due["items"][0]["person"], orjan, "{due}");
    let dialogue = id(&send(
        &router,
        &supervisor,
        &format!("/api/v1/measurements/{measurement}/dialogue"),
        None,
        &json!({}),
    )
    .await);
    let conclude = format!("/api/v1/dialogues/{dialogue}/conclude");
    let mark = async || {
        let told = json(&get(&router, &own, &format!("/api/v1/dialogues/{dialogue}")).await);
        json!({ "mark": told["mark"] })
    };
    problem(
        &send(&router, &own, &conclude, None, &mark().await).await,
        409,
        "plan-missing",
    );
    problem(
        &send(&router, &own, &conclude, None, &json!({ "mark": "another" })).await,
        409,
        "changed",
    );
    let kinds = json(&get(&router, &own, "/api/v1/action-kinds").await);
    let kind = kinds["items"][0]["id"].clone();
    let draft = json!({ "mark": mark().await["mark"], "notes": "Talked.", "actions": [{ "kind": kind, "owner": orjan, "due": "2026-11-30" }] });
    let address = format!("/api/v1/dialogues/{dialogue}/draft");
    assert_eq!(
        send(&router, &supervisor, &address, None, &draft).await.status,
        StatusCode::OK
    );
    for token in [&own, &supervisor] {
        assert_eq!(
            send(&router, token, &conclude, None, &mark().await).await.status,
            StatusCode::OK
        );
    }
    problem(&send(&router, &supervisor, &address, None, &draft).await, 409, "concluded");
    let open = json(&get(&router, &own, &format!("/api/v1/people/{orjan}/actions")).await);
    let action = open["items"][0]["id"].as_i64().expect("an action");
    let address = format!("/api/v1/actions/{action}/outcome");
    let nothing = send(&router, &supervisor, &address, None, &json!({ "outcome": "not_done" })).await;
    problem(&nothing, 422, "refused");
    assert_eq!(
        send(&router, &supervisor, &address, None, &json!({ "outcome": "done" }))
            .await
            .status,
        StatusCode::OK
    );
    let told = json(&get(&router, &own, &format!("/api/v1/dialogues/{dialogue}")).await);
    assert_eq!(
        (&told["concluded"], &told["actions"][0]["outcome"]),
        (&true.into(), &"done".into()),
        "{told}"
    );
}

#[tokio::test]
async fn lists_are_imported_row_by_row_and_the_same_again_changes_nothing() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", false).await;
    let rows = json!([
        { "Enhet": "west", "Namn": "Gruppen väster", "Överordnad": "family" },
        { "Enhet": "east", "Namn": "Gruppen öster", "Överordnad": "none" },
        { "Enhet": "640823-3234", "Namn": "x", "Överordnad": null },
    ]);
    let import = |dry_run| {
        json!({ "mapping": "kommun-a", "exported": "2026-10-31", "dry_run": dry_run,
        "lists": [{ "name": "enheter.csv", "rows": rows }] })
    };
    for (dry_run, changed) in [(true, true), (false, true), (false, false)] {
        let answer = send(&router, &administrator, "/api/v1/imports", None, &import(dry_run)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        assert!(!answer.text().contains("3234"));
        let done = json(&answer);
        assert_eq!(
            (&done["rows"], &done["accepted"], &done["changed"]),
            (&3.into(), &1.into(), &changed.into()),
            "{done}"
        );
        let rejected = done["rejected_rows"].as_array().expect("rows");
        let told: Vec<_> = rejected
            .iter()
            .map(|row| (row["line"].clone(), row["code"].clone()))
            .collect();
        assert_eq!(
            told,
            [
                (json!(3), json!("unknown_unit")),
                (json!(4), json!("personal_identity_number"))
            ]
        );
        assert!(
            rejected
                .iter()
                .all(|row| row["remedy"].as_str().is_some_and(|remedy| remedy.len() > 5)),
            "{done}"
        );
    }
    let bearer = format!("Bearer {administrator}");
    let headers = [("authorization", &*bearer), ("content-type", "text/csv")];
    let address = "/api/v1/imports/csv?mapping=kommun-a&name=enheter.csv&exported=2026-10-31";
    let body = "Enhet;Namn;Överordnad\nwest;Gruppen väster;family\n";
    let answer = ask(&router, "POST", address, &headers, Body::from(body)).await;
    assert_eq!(
        (&json(&answer)["accepted"], &json(&answer)["changed"]),
        (&1.into(), &false.into()),
        "{}",
        answer.text()
    );
    let answer = ask(&router, "POST", address, &headers, Body::from("Namn\n640823-3234\n")).await;
    problem(&answer, 422, "refused");
    assert!(!answer.text().contains("3234"));
    let address = "/api/v1/imports/csv?mapping=kommun-a&name=enheter.csv&exported=2026-10-30";
    let answer = ask(&router, "POST", address, &headers, Body::from(body)).await;
    problem(&answer, 409, "older-export");
}

#[tokio::test]
async fn a_program_imports_by_a_mapping_that_was_saved_in_the_pages() {
    let (router, store) = filled().await;
    let administrator = token(&store, "administrator", false).await;
    let import = json!({ "mapping": "our-lists", "exported": "2026-10-31", "dry_run": true,
        "lists": [{ "name": "enheter.csv", "rows": [{ "Enhet": "west", "Namn": "Gruppen väster", "Överordnad": "family" }] }] });
    let answer = send(&router, &administrator, "/api/v1/imports", None, &import).await;
    problem(&answer, 422, "refused");
    assert!(answer.text().contains("kommun-a"), "{}", answer.text());
    let text = include_str!("../../../mappings/kommun-a.toml").replace("id = \"kommun-a\"", "id = \"our-lists\"");
    store.save_mapping(&operator(), &text).await.expect("a mapping");
    let answer = send(&router, &administrator, "/api/v1/imports", None, &import).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    assert_eq!(json(&answer)["accepted"], 1);
}

#[tokio::test]
async fn a_program_makes_a_plan_and_decides_about_each_move() {
    let (router, store) = filled().await;
    let supervisor = token(&store, "supervisor", false).await;
    let asked = json!({ "units": ["south"], "occasion": "over", "limit": 1.0, "first": "2026-10-31", "per_week": 3 });
    let made = send(&router, &supervisor, "/api/v1/rebalance-plans", Some("plan-1"), &asked).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let again = send(&router, &supervisor, "/api/v1/rebalance-plans", Some("plan-1"), &asked).await;
    assert_eq!(
        json(&made)["id"],
        json(&again)["id"],
        "with the same key no second plan is made"
    );
    let address = made.header("location").to_owned();
    let plan = json(&get(&router, &supervisor, &address).await);
    assert_eq!(
        (&plan["proven"], &plan["whole"], &plan["sums"]["above_after"]),
        (&json!(true), &json!(true), &json!(0)),
        "{plan}"
    );
    let step = &plan["moves"][0];
    let (id, to) = (step["id"].as_i64().expect("an id"), step["to"].as_i64().expect("a person"));
    let at = |what: &str| format!("/api/v1/rebalance-moves/{id}/{what}");
    let decide = |stage: &str, receiver: i64| json!({ "stage": stage, "receiver": receiver });
    problem(
        &send(&router, &supervisor, &at("decide"), None, &decide("accepted", to + 1)).await,
        409,
        "move-changed",
    );
    problem(
        &send(&router, &supervisor, &at("decide"), None, &decide("done", to)).await,
        400,
        "malformed",
    );
    problem(
        &send(&router, &supervisor, &at("carry-out"), None, &json!({})).await,
        409,
        "move-not-accepted",
    );
    assert_eq!(
        send(&router, &supervisor, &at("decide"), None, &decide("accepted", to))
            .await
            .status,
        200
    );
    problem(
        &send(&router, &supervisor, &at("carry-out"), None, &json!({})).await,
        409,
        "move-not-yet",
    );
    let receivers = json(&get(&router, &supervisor, &at("receivers")).await);
    let other = receivers["items"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["may"] == true && one["person"] != to);
    let other = other.expect("somebody else")["person"].as_i64().expect("a person");
    let changed = send(
        &router,
        &supervisor,
        &at("receiver"),
        None,
        &json!({ "seen": to, "to": other }),
    )
    .await;
    assert_eq!(changed.status, 200, "{}", changed.text());
    let nobody = json!({ "seen": other, "to": 987_654_321 });
    problem(
        &send(&router, &supervisor, &at("receiver"), None, &nobody).await,
        422,
        "refused",
    );
    for (what, body, status) in [
        ("way", json!({ "way": 99 }), 404),
        ("way", json!({ "way": 0 }), 200),
        ("spread", json!({ "first": "2020-01-01", "per_week": 1 }), 422),
        ("spread", json!({ "first": "2026-12-01", "per_week": 51 }), 400),
        ("spread", json!({ "first": "2026-12-01", "per_week": 1 }), 200),
        ("close", json!({}), 200),
        ("close", json!({}), 409),
    ] {
        let answer = send(&router, &supervisor, &format!("{address}/{what}"), None, &body).await;
        assert_eq!(answer.status, status, "{what} {body}: {}", answer.text());
    }
    let head = token(&store, "head", false).await;
    let seen = json(&get(&router, &head, &address).await);
    assert!(
        seen["people"]
            .as_array()
            .expect("people")
            .iter()
            .all(|one| one["load_before"].is_null()),
        "{seen}"
    );
    let other = token(&store, "other-supervisor", false).await;
    problem(&get(&router, &other, &address).await, 404, "not-found");
    problem(&get(&router, &other, &at("receivers")).await, 404, "not-found");
}

#[tokio::test]
async fn a_plan_that_cannot_be_asked_for_is_refused_to_a_program_too() {
    let (router, store) = filled().await;
    let supervisor = token(&store, "supervisor", false).await;
    for (asked, status) in [
        (json!({ "units": [], "occasion": "over" }), 404),
        (json!({ "units": ["north"], "occasion": "over" }), 404),
        (json!({ "units": ["south"], "occasion": "feast" }), 400),
        (json!({ "units": ["south"], "occasion": "over", "limit": 0 }), 422),
        (json!({ "units": ["south"], "occasion": "over", "limit": 10 }), 422),
        (json!({ "units": ["south"], "occasion": "over", "limit": -1e308 }), 422),
        (json!({ "units": ["south"], "occasion": "over", "day": "2020-01-01" }), 422),
        (json!({ "units": ["south"], "occasion": "leaves" }), 422),
        (
            json!({ "units": ["south"], "occasion": "leaves", "people": [987_654_321] }),
            422,
        ),
        (
            json!({ "units": ["south"], "occasion": "leave", "people": [1], "keeps": 1 }),
            422,
        ),
        (json!({ "units": ["south"], "occasion": "split", "people": [1] }), 422),
    ] {
        let answer = send(&router, &supervisor, "/api/v1/rebalance-plans", None, &asked).await;
        assert_eq!(answer.status, status, "{asked}: {}", answer.text());
    }
}
