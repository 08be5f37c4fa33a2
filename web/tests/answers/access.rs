//! Who may see what: every address with every role, in one table. An address without a row fails the test.

use axum::Router;
use axum::http::StatusCode;
use jiff::tz::TimeZone;
use store::session::{SignIn, Token};
use store::{Store, Viewer};
use web::routes::{Audience, ROUTES, Verb};
use web::{Settings, Site};

use crate::municipality::{self, ACCOUNTS, PASSWORD, TODAY, accounts, id_of};
use crate::support::{Answer, get, post, site};

/// A filled site and its router.
pub async fn filled() -> (Router, Store) {
    let settings = Settings {
        accounts: accounts(),
        ..Settings::default()
    };
    let site: Site = site(settings).await;
    municipality::fill(site.store()).await;
    (web::router(&site), site.store().clone())
}

/// Signs in and gives the cookie.
pub async fn cookie(router: &Router, name: &str) -> String {
    let form = format!("name={name}&password={}&to=%2Fhelp", PASSWORD.replace(' ', "+"));
    let answer = post(router, "/sign-in", &[], &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {}", answer.text());
    assert_eq!(answer.header("location"), "/help");
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    cookie.split(';').next().expect("a cookie").to_owned()
}

/// Whoever signs in with this name, as the store knows them.
pub async fn viewer(store: &Store, name: &str) -> Viewer {
    let now = TODAY.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment").timestamp();
    let token = Token::new([name.as_bytes()[0]; 32]);
    let given = SignIn {
        name,
        password: PASSWORD,
        code: None,
        address: "",
    };
    store.sign_in(given, &token, &accounts(), now).await.expect("signs in");
    let found = store.viewer(&token, &accounts(), now, TODAY).await.expect("reads");
    found.expect("is signed in")
}

async fn ask(router: &Router, verb: Verb, address: &str, cookie: &str) -> Answer {
    match verb {
        Verb::Get => get(router, address, &[("cookie", cookie)]).await,
        Verb::Post => post(router, address, &[("cookie", cookie)], "to=%2F").await,
    }
}

/// What is answered to whoever may: the address to ask for, and the status. A form with nothing useful in it is a bad request, or 422 where
/// the page says what to put right.
#[expect(clippy::too_many_lines, reason = "a table with a row for each address")]
fn row(verb: Verb, path: &str) -> Option<(&'static str, u16)> {
    Some(match (verb, path) {
        (Verb::Get, "/") => ("/", 200),
        (Verb::Get, "/help") => ("/help", 200),
        (Verb::Get, "/about-the-number") => ("/about-the-number", 200),
        (Verb::Get, "/accessibility") => ("/accessibility", 200),
        (Verb::Post, "/language") => ("/language", 400),
        (Verb::Get, "/sign-in") => ("/sign-in", 200),
        (Verb::Post, "/sign-in") => ("/sign-in", 422),
        (Verb::Post, "/sign-out") => ("/sign-out", 303),
        // Without a provider in the settings they are not there.
        (Verb::Get, "/sign-in/openid") => ("/sign-in/openid", 404),
        (Verb::Get, "/sign-in/openid/back") => ("/sign-in/openid/back", 404),
        (Verb::Post, "/sign-out/openid") => ("/sign-out/openid", 400),
        (Verb::Get, "/my-load") => ("/my-load", 200),
        (Verb::Get, "/measurement") => ("/measurement", 200),
        (Verb::Post, "/measurement") => ("/measurement", 422),
        // Nothing is saved this month, so they lead to where it is done.
        (Verb::Get, "/measurement/saved") => ("/measurement/saved", 303),
        (Verb::Get | Verb::Post, "/measurement/cases") => ("/measurement/cases", 303),
        (Verb::Post, "/dialogue") => ("/dialogue", 400),
        (Verb::Get, "/dialogue/{dialogue}") => ("/dialogue/of-south", 200),
        // An empty form changes nothing in an empty draft, and leads back.
        (Verb::Post, "/dialogue/{dialogue}") => ("/dialogue/of-south", 303),
        (Verb::Post, "/dialogue/{dialogue}/actions") => ("/dialogue/of-south/actions", 303),
        (Verb::Post, "/remark/{remark}") => ("/remark/of-south", 303),
        (Verb::Get, "/team") => ("/team", 200),
        (Verb::Get, "/team/{person}") => ("/team/of-south", 200),
        (Verb::Get, "/next-case") => ("/next-case?case=R-0", 303),
        (Verb::Get, "/next-case/{phase}") => ("/next-case/of-south", 200),
        (Verb::Post, "/next-case/{phase}") => ("/next-case/of-south", 422),
        (Verb::Get, "/given/{given}") => ("/given/of-south", 200),
        (Verb::Post, "/given/{given}") => ("/given/of-south", 422),
        (Verb::Get, "/deadlines") => ("/deadlines", 200),
        (Verb::Get, "/deadlines/case/{reference}") => ("/deadlines/case/R-1001-0", 200),
        (Verb::Post, "/deadlines/case/{reference}") => ("/deadlines/case/R-1001-0", 422),
        (Verb::Post, "/deadlines/calendar") => ("/deadlines/calendar", 400),
        // Without a secret that somebody was given there is no calendar.
        (Verb::Get, "/calendar/{secret}") => ("/calendar/none", 404),
        (Verb::Get, "/team/deadlines") => ("/team/deadlines", 200),
        (Verb::Get, "/units/deadlines") => ("/units/deadlines", 200),
        (Verb::Get, "/units") => ("/units", 200),
        (Verb::Get, "/rebalance") => ("/rebalance", 200),
        // Nothing is chosen, so it leads to where that is done.
        (Verb::Get, "/rebalance/new") => ("/rebalance/new", 303),
        (Verb::Post, "/rebalance/new") => ("/rebalance/new", 400),
        (Verb::Get, "/rebalance/{plan}") => ("/rebalance/a-plan", 200),
        (Verb::Post, "/rebalance/{plan}") => ("/rebalance/a-plan", 400),
        (Verb::Get, "/rebalance/{plan}/moves/{step}") => ("/rebalance/a-plan/moves/a-move", 200),
        (Verb::Post, "/rebalance/{plan}/moves/{step}") => ("/rebalance/a-plan/moves/a-move", 400),
        (Verb::Get, "/administration") => ("/administration", 200),
        (Verb::Get, "/accounts") => ("/accounts", 200),
        (Verb::Get, "/accounts/new") => ("/accounts/new", 200),
        (Verb::Post, "/accounts/new") => ("/accounts/new", 422),
        (Verb::Get, "/accounts/{account}") => ("/accounts/of-hr", 200),
        (Verb::Post, "/accounts/{account}") => ("/accounts/of-hr", 400),
        (Verb::Get, "/tokens") => ("/tokens", 200),
        (Verb::Post, "/tokens") => ("/tokens", 400),
        (Verb::Get, "/people") => ("/people", 200),
        (Verb::Get, "/people/{person}") => ("/people/of-south", 200),
        (Verb::Post, "/people/{person}") => ("/people/of-south", 400),
        (Verb::Get, "/qualification") => ("/qualification", 200),
        (Verb::Get, "/people/{person}/qualification") => ("/people/of-south/qualification", 200),
        (Verb::Post, "/people/{person}/qualification") => ("/people/of-south/qualification", 400),
        (Verb::Get, "/cases/{reference}/needs") => ("/cases/R-0/needs", 200),
        (Verb::Post, "/cases/{reference}/needs") => ("/cases/R-0/needs", 400),
        (Verb::Get, "/organisation") => ("/organisation", 200),
        (Verb::Post, "/organisation") => ("/organisation", 422),
        (Verb::Get, "/organisation/{unit}") => ("/organisation/south", 200),
        (Verb::Post, "/organisation/{unit}") => ("/organisation/south", 400),
        (Verb::Get, "/event-log") => ("/event-log", 200),
        (Verb::Post, "/event-log") => ("/event-log", 303),
        (Verb::Get, "/access-review") => ("/access-review", 200),
        (Verb::Post, "/access-review") => ("/access-review", 400),
        (Verb::Get, "/access-review/{review}") => ("/access-review/of-nobody", 404),
        (Verb::Get, "/action-kinds") => ("/action-kinds", 200),
        (Verb::Post, "/action-kinds") => ("/action-kinds", 422),
        (Verb::Get, "/settings") => ("/settings", 200),
        (Verb::Post, "/settings") => ("/settings", 400),
        (Verb::Get, "/account") => ("/account", 200),
        (Verb::Post, "/account/sessions") => ("/account/sessions", 400),
        (Verb::Get, "/account/password") => ("/account/password", 200),
        (Verb::Post, "/account/password") => ("/account/password", 422),
        (Verb::Get, "/account/second-factor") => ("/account/second-factor", 200),
        (Verb::Post, "/account/second-factor") => ("/account/second-factor", 400),
        (Verb::Post, "/account/second-factor/remove") => ("/account/second-factor/remove", 422),
        (Verb::Get, "/weight-models") => ("/weight-models", 200),
        (Verb::Get, "/weight-models/{version}") => ("/weight-models/a-version", 200),
        (Verb::Get, "/weight-models/{version}/file") => ("/weight-models/a-version/file", 200),
        (Verb::Post, "/weight-models/drafts") => ("/weight-models/drafts", 422),
        (Verb::Post, "/weight-models/drafts/upload") => ("/weight-models/drafts/upload", 400),
        (Verb::Get, "/weight-models/drafts/{draft}") => ("/weight-models/drafts/a-draft", 200),
        (Verb::Post, "/weight-models/drafts/{draft}") => ("/weight-models/drafts/a-draft", 422),
        (Verb::Get, "/weight-models/drafts/{draft}/file") => ("/weight-models/drafts/a-draft/file", 200),
        (Verb::Get, "/weight-models/drafts/{draft}/effect") => ("/weight-models/drafts/a-draft/effect", 200),
        (Verb::Get, "/weight-models/drafts/{draft}/adopt") => ("/weight-models/drafts/a-draft/adopt", 200),
        (Verb::Post, "/weight-models/drafts/{draft}/adopt") => ("/weight-models/drafts/a-draft/adopt", 422),
        (Verb::Post, "/weight-models/drafts/{draft}/throw-away") => ("/weight-models/drafts/a-draft/throw-away", 303),
        (Verb::Get, "/api/openapi.json") => ("/api/openapi.json", 200),
        (Verb::Get, "/import") => ("/import", 200),
        (Verb::Post, "/import") => ("/import", 400),
        // No import is under way, so they lead to where one begins.
        (Verb::Get | Verb::Post, "/import/columns") => ("/import/columns", 303),
        (Verb::Get, "/import/current") => ("/import/current", 303),
        (Verb::Post, "/import/take-in") => ("/import/take-in", 303),
        (Verb::Post, "/import/give-up") => ("/import/give-up", 303),
        (Verb::Get, "/import/rejected/{file}") => ("/import/rejected/0", 404),
        (Verb::Post, "/import/mappings") => ("/import/mappings", 404),
        (Verb::Get, "/import/mappings/{mapping}") => ("/import/mappings/1", 404),
        (Verb::Post, "/import/mappings/{mapping}/throw-away") => ("/import/mappings/1/throw-away", 404),
        (Verb::Get, "/static/{version}/{name}") => ("/static/none/none", 404),
        (Verb::Get, "/health") => ("/health", 200),
        (Verb::Get, "/metrics") => ("/metrics", 404),
        _ => return None,
    })
}

/// Who, besides those for whom the page is open to all, may ask for an address.
fn admitted(path: &str) -> &'static [&'static str] {
    match path {
        "/deadlines" | "/deadlines/calendar" => &["caseworker", "supervisor", "other-supervisor", "head"],
        "/my-load" | "/measurement" | "/measurement/saved" | "/measurement/cases" | "/dialogue" => {
            &["caseworker", "supervisor", "other-supervisor", "head"]
        }
        "/dialogue/{dialogue}" | "/dialogue/{dialogue}/actions" | "/deadlines/case/{reference}" => &["caseworker", "supervisor"],
        "/team" | "/team/deadlines" => &["supervisor", "other-supervisor"],
        // It was given to Anna.
        "/given/{given}" => &["caseworker"],
        "/next-case" | "/next-case/{phase}" | "/team/{person}" | "/remark/{remark}" | "/cases/{reference}/needs" => {
            &["supervisor"]
        }
        "/rebalance" | "/rebalance/new" => &["supervisor", "other-supervisor", "head"],
        "/rebalance/{plan}" | "/rebalance/{plan}/moves/{step}" => &["supervisor", "head"],
        "/units" | "/units/deadlines" => &["supervisor", "other-supervisor", "head", "safety-representative"],
        "/accounts"
        | "/accounts/new"
        | "/accounts/{account}"
        | "/tokens"
        | "/event-log"
        | "/access-review"
        | "/access-review/{review}"
        | "/action-kinds"
        | "/settings" => &["administrator"],
        "/people" | "/qualification" => &["caseworker", "supervisor", "other-supervisor", "hr", "administrator"],
        "/people/{person}" | "/people/{person}/qualification" => &["supervisor", "hr", "administrator"],
        "/organisation" | "/organisation/{unit}" => &["hr", "administrator"],
        "/administration" => &["supervisor", "other-supervisor", "hr", "administrator"],
        "/weight-models/drafts/{draft}/effect" => &[
            "supervisor",
            "other-supervisor",
            "head",
            "safety-representative",
            "administrator",
        ],
        path if path.starts_with("/import") || path.starts_with("/weight-models/drafts") => &["administrator"],
        "/sign-out"
        | "/weight-models"
        | "/weight-models/{version}"
        | "/weight-models/{version}/file"
        | "/account"
        | "/account/sessions"
        | "/account/password"
        | "/account/second-factor"
        | "/account/second-factor/remove" => &[
            "caseworker",
            "supervisor",
            "other-supervisor",
            "head",
            "hr",
            "relief",
            "coordinator",
            "safety-representative",
            "administrator",
        ],
        _ => &[],
    }
}

/// A dialogue with Anna about last month that is begun, and a factor she says is wrong. This month stays as it is.
async fn talk_of_anna(store: &Store) -> (i64, i64) {
    let anna = viewer(store, "caseworker").await;
    let person = anna.person().expect("is linked");
    let mut reading = store.read(&anna).await.expect("reads");
    let models = reading.weight_models().await.expect("reads");
    reading.close().await.expect("closes");
    let before = TODAY.first_of_month().yesterday().expect("a day");
    let measured = store.measure(&anna, person, before, &models).await.expect("is saved");
    store
        .remark(&anna, measured, "R-1001-0", "tolk", false)
        .await
        .expect("is stored");
    let talk = store.open_dialogue(&anna, measured, TODAY).await.expect("is begun");
    let mut reading = store.read(&anna).await.expect("reads");
    let remark = reading.remarks(measured).await.expect("reads").remove(0).id;
    (talk, remark)
}

/// The id of the adopted weight model.
pub async fn version_of(store: &Store) -> i64 {
    let operator = Viewer::operator("test", jiff::Timestamp::UNIX_EPOCH);
    let mut reading = store.read(&operator).await.expect("reads");
    reading.versions().await.expect("reads").remove(0).id
}

/// The id of a new draft: the example under the name of another version, with half the points for an investigation.
pub async fn draft_in(store: &Store) -> i64 {
    let operator = Viewer::operator("test", jiff::Timestamp::UNIX_EPOCH);
    let mut model = rules::weight_model::shipped("exempel-barn-unga").expect("ships");
    model.version = String::from("2027-01");
    model.cases[1].points = "5".parse().expect("points");
    let id = store.save_draft(&operator, None, &model).await.expect("is saved");
    id.expect("is new")
}

#[tokio::test]
async fn every_address_answers_every_role_as_the_table_says() {
    let (router, store) = filled().await;
    let of_south = format!("/team/{}", id_of(&store, "1003").await);
    let (talk, remark) = talk_of_anna(&store).await;
    let (waiting, given) = crate::next_case::waiting_and_given(&store).await;
    let (plan, step) = crate::rebalance::plan_of_south(&router, &store).await;
    let of_hr = format!("/accounts/{}", crate::accounts::account(&store, "hr").await.id);
    for route in ROUTES {
        // Of those that take a token, `api.rs` has a table of its own.
        if matches!(route.audience, Audience::Token | Audience::TokenWith(_)) {
            continue;
        }
        let (address, status) = row(route.verb, route.path).unwrap_or_else(|| panic!("{route:?} has no row"));
        let address = address
            .replace("/team/of-south", &of_south)
            .replace("/people/of-south", &of_south.replace("/team/", "/people/"))
            .replace("/dialogue/of-south", &format!("/dialogue/{talk}"))
            .replace("/remark/of-south", &format!("/remark/{remark}"))
            .replace("/next-case/of-south", &format!("/next-case/{waiting}"))
            .replace("/given/of-south", &format!("/given/{given}"))
            .replace("/accounts/of-hr", &of_hr)
            .replace("a-plan", &plan.to_string())
            .replace("a-move", &step.to_string())
            .replace("a-version", &version_of(&store).await.to_string())
            .replace("a-draft", &draft_in(&store).await.to_string());
        let is_open = matches!(route.audience, Audience::Everyone | Audience::Monitoring);
        let nobody = ask(&router, route.verb, &address, "").await;
        if is_open {
            assert_eq!(nobody.status, status, "{route:?}, nobody");
        } else {
            assert_eq!(nobody.status, StatusCode::SEE_OTHER, "{route:?}, nobody");
            assert!(nobody.header("location").starts_with("/sign-in?to="), "{route:?}");
        }
        for (name, ..) in ACCOUNTS {
            let cookie = cookie(&router, name).await;
            let answer = ask(&router, route.verb, &address, &cookie).await;
            let expected = if route.path == "/" {
                303
            } else if is_open || admitted(route.path).contains(&name) {
                status
            } else {
                404
            };
            assert_eq!(answer.status, expected, "{route:?}, {name}");
        }
    }
}

#[tokio::test]
async fn nothing_tells_whether_somebody_exists_whom_one_may_not_see() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let own = get(
        &router,
        &format!("/team/{}", id_of(&store, "1002").await),
        &[("cookie", &cookie)],
    )
    .await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(own.text().contains("Örjan Berg"));
    let of_another_team = id_of(&store, "1008").await;
    let mut answers = Vec::new();
    for person in [of_another_team.to_string(), "999999".to_owned(), "nobody".to_owned()] {
        let answer = get(&router, &format!("/team/{person}"), &[("cookie", &cookie)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{person}");
        answers.push(answer.text().replace(&format!("/team/{person}"), "/team/PERSON"));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn a_team_is_shown_by_name_in_swedish_order_and_only_its_own() {
    let (router, _) = filled().await;
    let cookie = cookie(&router, "supervisor").await;
    let page = get(&router, "/team", &[("cookie", &cookie)]).await;
    let text = page.text();
    let members = text.split("id=\"members\"").nth(1).expect("the list");
    let places: Vec<usize> = ["Anna Ek", "Bo Åker", "Zara Nord", "Åsa Dahl", "Ärla Lund", "Örjan Berg"]
        .iter()
        .map(|name| members.find(name).unwrap_or_else(|| panic!("{name} is missing")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!text.contains("Lo Vik"));
    assert!(text.contains("R-0"), "the case that waits");
}

#[tokio::test]
async fn whoever_was_looked_at_sees_by_whom() {
    let (router, store) = filled().await;
    let supervisor = cookie(&router, "supervisor").await;
    let anna = id_of(&store, "1001").await;
    get(&router, &format!("/team/{anna}"), &[("cookie", &supervisor)]).await;
    let own = cookie(&router, "caseworker").await;
    let page = get(&router, "/my-load", &[("cookie", &own)]).await;
    assert!(
        page.text().contains("31 okt") || page.text().contains("supervisor"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("supervisor"));
}

#[tokio::test]
async fn sums_name_nobody_and_hide_groups_under_five() {
    let (router, _) = filled().await;
    for name in ["head", "safety-representative"] {
        let cookie = cookie(&router, name).await;
        let page = get(&router, "/units", &[("cookie", &cookie)]).await;
        let text = page.text();
        assert!(text.contains("Familjeenheten") && text.contains("Gruppen norr"), "{name}");
        assert!(text.contains("För få personer"), "{name}: north has three");
        for person in ["Anna Ek", "Örjan Berg", "Lo Vik"] {
            assert!(!text.contains(person), "{name}: {person}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_says_nothing_of_who_exists() {
    let (router, _) = filled().await;
    let wrong = post(&router, "/sign-in", &[], "name=caseworker&password=wrong").await;
    let nobody = post(&router, "/sign-in", &[], "name=no.such.account&password=wrong").await;
    for answer in [&wrong, &nobody] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.header("set-cookie").is_empty());
        assert!(!answer.text().contains("wrong"), "the password is not shown again");
    }
    let without_names = |answer: &Answer| {
        answer
            .text()
            .replace("value=\"no.such.account\"", "")
            .replace("value=\"caseworker\"", "")
    };
    assert_eq!(without_names(&wrong), without_names(&nobody));
}

#[tokio::test]
async fn after_signing_out_the_session_opens_nothing_any_more() {
    let (router, _) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    assert_eq!(get(&router, "/my-load", &[("cookie", &cookie)]).await.status, StatusCode::OK);
    let out = post(&router, "/sign-out", &[("cookie", &cookie)], "").await;
    assert_eq!(out.header("location"), "/sign-in");
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    let after = get(&router, "/my-load", &[("cookie", &cookie)]).await;
    assert_eq!(after.header("location"), "/sign-in?to=/my-load");
}

#[tokio::test]
async fn signing_in_leads_back_to_a_page_of_ours_and_nowhere_else() {
    let (router, _) = filled().await;
    let form = format!(
        "name=caseworker&password={}&to=https%3A%2F%2Felsewhere.example",
        PASSWORD.replace(' ', "+")
    );
    let answer = post(&router, "/sign-in", &[], &form).await;
    assert_eq!(answer.header("location"), "/");
}
