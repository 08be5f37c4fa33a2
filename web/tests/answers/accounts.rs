//! Accounts, roles and the own account: what is refused with its reason, and what is told once.

use axum::Router;
use axum::http::StatusCode;
use store::account::Account;
use store::{Store, Viewer};

use crate::access::{cookie, filled};
use crate::municipality::PASSWORD;
use crate::support::{Answer, get, post, said};

fn operator() -> Viewer {
    Viewer::operator("test", jiff::Timestamp::UNIX_EPOCH)
}

pub async fn account(store: &Store, name: &str) -> Account {
    let mut reading = store.read(&operator()).await.expect("reads");
    let accounts = reading.accounts().await.expect("reads");
    accounts.into_iter().find(|account| account.name == name).expect("is there")
}

async fn send(router: &Router, cookie: &str, address: &str, form: &str) -> Answer {
    post(router, address, &[("cookie", cookie)], form).await
}

async fn shown(router: &Router, cookie: &str, address: &str) -> String {
    let answer = get(router, address, &[("cookie", cookie)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.text().to_owned()
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).expect(before);
    rest.split_once(after).expect("an end").0
}

/// Signs in and gives the cookie and where that led.
async fn signed_in(router: &Router, form: &str) -> (String, Answer) {
    let answer = post(router, "/sign-in", &[], form).await;
    let cookie = answer.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    (cookie, answer)
}

#[tokio::test]
async fn a_new_account_gets_a_password_that_is_told_once_and_must_be_changed_first() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let answer = send(
        &router,
        &admin,
        "/accounts/new",
        "name=Ny.Person&display=Ny+Person&person=1003&how=generated&password=",
    )
    .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let password = between(answer.text(), "<p class=\"told\">", "</p>").to_owned();
    assert_eq!(password.len(), 19, "{password}");
    let known = account(&store, "ny.person").await;
    assert_eq!(known.number.as_deref(), Some("1003"));
    let page = shown(&router, &admin, &format!("/accounts/{}", known.id)).await;
    assert!(!page.contains(&password), "only once");

    let (own, answer) = signed_in(&router, &format!("name=ny.person&password={password}&to=%2Faccount")).await;
    assert_eq!(answer.header("location"), "/account");
    for address in ["/account", "/account/second-factor"] {
        let answer = get(&router, address, &[("cookie", &own)]).await;
        assert_eq!(answer.header("location"), "/account/password", "{address}");
    }
    let page = shown(&router, &own, "/account/password").await;
    assert!(page.contains(&said("sv", "account-password-temporary")));
    let form = format!("present={password}&password=en+egen+mening&again=en+egen+mening");
    let answer = send(&router, &own, "/account/password", &form).await;
    assert!(
        answer.text().contains(&said("sv", "account-password-done")),
        "{}",
        answer.text()
    );
    assert!(shown(&router, &own, "/account").await.contains("ny.person"));
}

#[tokio::test]
async fn an_account_that_cannot_be_taken_is_refused_with_its_reason_and_nothing_is_stored() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    for (form, field, reason) in [
        ("name=a+b&display=A&how=generated", "name", "Använd bara bokstäver"),
        ("name=caseworker&display=A&how=generated", "name", "finns redan"),
        ("name=x&display=&how=generated", "display", "Skriv ett namn som visas"),
        (
            "name=x&display=Anna+640823-3234&how=generated",
            "display",
            "innehöll ett personnummer",
        ),
        ("name=6408233234&display=A&how=generated", "name", "innehöll ett personnummer"),
        (
            "name=x&display=A&person=9999&how=generated",
            "person",
            "Ingen i personallistan",
        ),
        (
            "name=x&display=A&person=640823-3234&how=generated",
            "person",
            "Ingen i personallistan",
        ),
        ("name=x&display=A&how=typed&password=kort", "password", "för kort"),
        (
            "name=x&display=A&how=typed&password=Football2026%21",
            "password",
            "gissas först",
        ),
        ("name=x&display=A", "how", "Välj hur lösenordet"),
    ] {
        let answer = send(&router, &admin, "/accounts/new", form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains("id=\"error-summary\"") && text.contains(reason),
            "{form}: {text}"
        );
        assert!(text.contains(&format!("href=\"#{field}\"")), "{form}: {text}");
        assert!(!text.contains("3234") && !text.contains("Football2026"), "{form}");
    }
    let mut reading = store.read(&operator()).await.expect("reads");
    assert_eq!(
        reading.accounts().await.expect("reads").len(),
        crate::municipality::ACCOUNTS.len()
    );
}

#[tokio::test]
async fn roles_are_given_and_ended_by_day_and_what_contradicts_itself_is_refused() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let address = format!("/accounts/{}", account(&store, "hr").await.id);
    for (form, field, reason) in [
        ("do=give&role=queen&unit=", "role", "Välj en roll"),
        ("do=give&role=head&unit=nowhere", "unit", "Enheten finns inte"),
        ("do=give&role=supervisor&unit=", "unit", "Välj enheten"),
        ("do=give&role=head&unit=family&from=2026-02-30", "from", "ett datum som finns"),
        (
            "do=give&role=head&unit=family&from=640823-3234",
            "from",
            "ett datum som finns",
        ),
        (
            "do=give&role=head&unit=family&from=2026-12-01&last=2026-11-01",
            "last",
            "ligger före",
        ),
        ("do=give&role=hr&unit=&from=2026-12-01", "role", "har redan den rollen"),
        ("do=end&ended=&ends=2026-12-31", "ended", "Välj vilken roll"),
        ("do=end&ended=999999&ends=2026-12-31", "ended", "Välj vilken roll"),
    ] {
        let answer = send(&router, &admin, &address, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("3234"), "{form}");
    }
    let given = "do=give&role=head&unit=south&from=2026-11-01&last=2026-11-30";
    assert_eq!(send(&router, &admin, &address, given).await.status, StatusCode::SEE_OTHER);
    let page = shown(&router, &admin, &address).await;
    assert!(
        page.contains("Chef (Gruppen söder)") && page.contains("2026-11-01 till och med 2026-11-30"),
        "{page}"
    );
    let id = account(&store, "hr").await.id;
    let mut reading = store.read(&operator()).await.expect("reads");
    let roles = reading.roles_of(id).await.expect("reads");
    drop(reading);
    let hr = roles.iter().find(|role| role.grant.unit.is_none()).expect("is there").id;
    for (ends, expected) in [("2026-10-29", 422), ("", 422), ("2026-10-30", 303)] {
        let answer = send(&router, &admin, &address, &format!("do=end&ended={hr}&ends={ends}")).await;
        assert_eq!(answer.status, expected, "{ends}");
    }
    let page = shown(&router, &admin, &address).await;
    assert!(
        page.contains("2026-01-01 till och med 2026-10-30") && page.contains("Avslutad"),
        "{page}"
    );
}

#[tokio::test]
async fn the_last_administrator_is_kept_and_the_page_says_why() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let id = account(&store, "administrator").await.id;
    let mut reading = store.read(&operator()).await.expect("reads");
    let role = reading.roles_of(id).await.expect("reads")[0].id;
    drop(reading);
    let address = format!("/accounts/{id}");
    for form in ["do=disable".to_owned(), format!("do=end&ended={role}&ends=2027-12-31")] {
        let answer = send(&router, &admin, &address, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(answer.text().contains(&said("sv", "accounts-last-administrator")), "{form}");
    }
    let given = send(
        &router,
        &admin,
        &format!("/accounts/{}", account(&store, "hr").await.id),
        "do=give&role=administrator&unit=",
    )
    .await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    assert_eq!(
        send(&router, &admin, &address, "do=disable").await.status,
        StatusCode::SEE_OTHER
    );
    let after = get(&router, "/accounts", &[("cookie", &admin)]).await;
    assert!(
        after.header("location").starts_with("/sign-in"),
        "a closed account is signed out"
    );
}

#[tokio::test]
async fn an_administrator_sets_passwords_ends_sessions_and_closes_and_opens_accounts() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let worker = cookie(&router, "caseworker").await;
    let address = format!("/accounts/{}", account(&store, "caseworker").await.id);
    let page = shown(&router, &admin, &address).await;
    let session = between(&page, "name=\"session\" value=\"", "\"").to_owned();
    // A session of another account is not ended from here.
    let own = shown(
        &router,
        &admin,
        &format!("/accounts/{}", account(&store, "administrator").await.id),
    )
    .await;
    let other = between(&own, "name=\"session\" value=\"", "\"").to_owned();
    send(&router, &admin, &address, &format!("do=session&session={other}")).await;
    shown(&router, &admin, &address).await;
    send(&router, &admin, &address, &format!("do=session&session={session}")).await;
    let answer = get(&router, "/my-load", &[("cookie", &worker)]).await;
    assert!(answer.header("location").starts_with("/sign-in"));
    let told = send(&router, &admin, &address, "do=password&how=generated").await;
    let password = between(told.text(), "<p class=\"told\">", "</p>").to_owned();
    let (_, answer) = signed_in(&router, &format!("name=caseworker&password={}", PASSWORD.replace(' ', "+"))).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, answer) = signed_in(&router, &format!("name=caseworker&password={password}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let weak = send(&router, &admin, &address, "do=password&how=typed&password=kort").await;
    assert!(weak.text().contains("för kort"));
    send(&router, &admin, &address, "do=disable").await;
    assert!(shown(&router, &admin, &address).await.contains("Avstängt"));
    send(&router, &admin, &address, "do=enable").await;
    assert!(shown(&router, &admin, &address).await.contains("I\u{a0}bruk"));
    let renamed = "do=change&display=Anna+Eklund&person=1003";
    assert_eq!(send(&router, &admin, &address, renamed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(account(&store, "caseworker").await.number.as_deref(), Some("1003"));
    for odd in ["do=nothing", "x=y"] {
        assert_eq!(
            send(&router, &admin, &address, odd).await.status,
            StatusCode::BAD_REQUEST,
            "{odd}"
        );
    }
    for nowhere in ["/accounts/999999", "/accounts/x"] {
        let answer = get(&router, nowhere, &[("cookie", &admin)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn the_own_password_is_changed_only_with_the_present_one_and_ends_other_sessions() {
    let (router, _) = filled().await;
    let here = cookie(&router, "caseworker").await;
    let elsewhere = cookie(&router, "caseworker").await;
    let present = PASSWORD.replace(' ', "+");
    for (form, field, reason) in [
        (
            "present=&password=en+ny+mening+h&again=en+ny+mening+h".to_owned(),
            "present",
            "Skriv det lösenord",
        ),
        (
            "present=fel&password=en+ny+mening+h&again=en+ny+mening+h".to_owned(),
            "present",
            "stämmer inte",
        ),
        (
            format!("present={present}&password=en+ny+mening+h&again=en+annan"),
            "again",
            "inte lika",
        ),
        (format!("present={present}&password=kort&again=kort"), "password", "för kort"),
        (
            format!("present={present}&password={present}&again={present}"),
            "password",
            "redan har",
        ),
    ] {
        let answer = send(&router, &here, "/account/password", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("tulpaner") && !text.contains("en ny mening"), "{form}");
    }
    let form = format!("present={present}&password=en+ny+mening+h&again=en+ny+mening+h");
    assert_eq!(send(&router, &here, "/account/password", &form).await.status, StatusCode::OK);
    shown(&router, &here, "/account").await;
    let answer = get(&router, "/account", &[("cookie", &elsewhere)]).await;
    assert!(answer.header("location").starts_with("/sign-in"));
}

#[tokio::test]
async fn own_sessions_are_shown_and_ended_and_nobody_elses() {
    let (router, store) = filled().await;
    let here = cookie(&router, "caseworker").await;
    let elsewhere = cookie(&router, "caseworker").await;
    let admin = cookie(&router, "administrator").await;
    let of_admin = shown(
        &router,
        &admin,
        &format!("/accounts/{}", account(&store, "administrator").await.id),
    )
    .await;
    let foreign = between(&of_admin, "name=\"session\" value=\"", "\"").to_owned();
    send(&router, &here, "/account/sessions", &format!("session={foreign}")).await;
    shown(&router, &admin, "/accounts").await;
    let page = shown(&router, &here, "/account").await;
    assert_eq!(page.matches(&said("sv", "account-this-session")).count(), 1);
    let other = between(&page, "name=\"session\" value=\"", "\"").to_owned();
    send(&router, &here, "/account/sessions", &format!("session={other}")).await;
    assert!(
        get(&router, "/account", &[("cookie", &elsewhere)])
            .await
            .header("location")
            .starts_with("/sign-in")
    );
    let again = cookie(&router, "caseworker").await;
    send(&router, &here, "/account/sessions", "session=others").await;
    assert!(
        get(&router, "/account", &[("cookie", &again)])
            .await
            .header("location")
            .starts_with("/sign-in")
    );
    shown(&router, &here, "/account").await;
}

#[tokio::test]
async fn a_second_factor_is_not_set_up_with_a_wrong_code_or_a_made_up_secret() {
    let (router, _) = filled().await;
    let own = cookie(&router, "caseworker").await;
    let page = shown(&router, &own, "/account/second-factor").await;
    let secret = between(&page, "name=\"secret\" value=\"", "\"").to_owned();
    assert_eq!(secret.len(), 32);
    assert!(page.contains("class=\"qr\""));
    let answer = send(&router, &own, "/account/second-factor", &format!("secret={secret}&code=123")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains(&secret), "the app need not be set up again");
    assert!(answer.text().contains(&said("sv", "account-code-wrong")));
    let answer = send(&router, &own, "/account/second-factor", "secret=x&code=123456").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

/// The code that an app shows for this secret at nine o'clock on the last day of October 2026.
fn code(secret: &str) -> String {
    let secret = store::second_factor::secret_of(secret).expect("a secret");
    let at = crate::municipality::TODAY
        .at(9, 0, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .expect("a moment");
    store::second_factor::code_at(&secret, at.timestamp())
}

#[tokio::test]
async fn a_second_factor_is_set_up_gives_codes_once_is_asked_for_and_taken_off() {
    let (router, store) = filled().await;
    let own = cookie(&router, "caseworker").await;
    let page = shown(&router, &own, "/account/second-factor").await;
    let secret = between(&page, "name=\"secret\" value=\"", "\"").to_owned();
    let form = format!("secret={secret}&code={}", code(&secret));
    let answer = send(&router, &own, "/account/second-factor", &form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let codes = between(answer.text(), "<ol class=\"codes\">", "</ol>");
    let codes: Vec<&str> = codes
        .split("<li>")
        .skip(1)
        .filter_map(|code| code.split("</li>").next())
        .collect();
    assert_eq!(codes.len(), 8);
    assert!(shown(&router, &own, "/account").await.contains("8 reservkoder är kvar"));
    let password = PASSWORD.replace(' ', "+");
    let (_, answer) = signed_in(&router, &format!("name=caseworker&password={password}")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (again, _) = signed_in(&router, &format!("name=caseworker&password={password}&code={}", codes[0])).await;
    assert!(shown(&router, &again, "/account").await.contains("7 reservkoder är kvar"));
    let wrong = send(&router, &own, "/account/second-factor/remove", "present=fel").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let removed = send(&router, &own, "/account/second-factor/remove", &format!("present={password}")).await;
    assert_eq!(removed.header("location"), "/account");
    assert!(!account(&store, "caseworker").await.has_second_factor);
}

#[tokio::test]
async fn a_role_that_asks_for_a_second_factor_leads_to_setting_it_up_before_anything_else() {
    let (router, store) = filled().await;
    let admin = crate::access::viewer(&store, "administrator").await;
    let wanted = [(rules::setting::Setting::SecondFactor, Some("administrator"))];
    store.choose_settings(&admin, &wanted).await.expect("is chosen");
    // Another process on the same database than the one that chose: it follows when it reads again.
    let site = crate::support::site_on(store.clone());
    let router_after = web::router(&site);
    drop(router);
    let own = cookie(&router_after, "administrator").await;
    for address in ["/accounts", "/account", "/administration"] {
        let answer = get(&router_after, address, &[("cookie", &own)]).await;
        assert_eq!(answer.header("location"), "/account/second-factor", "{address}");
    }
    let page = shown(&router_after, &own, "/account/second-factor").await;
    assert!(page.contains(&said("sv", "account-factor-required")));
    let secret = between(&page, "name=\"secret\" value=\"", "\"").to_owned();
    send(
        &router_after,
        &own,
        "/account/second-factor",
        &format!("secret={secret}&code={}", code(&secret)),
    )
    .await;
    shown(&router_after, &own, "/accounts").await;
    let others = cookie(&router_after, "caseworker").await;
    shown(&router_after, &others, "/account").await;
}

#[tokio::test]
async fn a_token_is_told_once_counts_at_the_api_and_no_longer_when_it_is_revoked() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let form = "do=issue&name=import-hr&role=hr&unit=&person=&may=read&ends=2026-12-31";
    let answer = send(&router, &admin, "/tokens", form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let token = between(answer.text(), "<p class=\"told\">", "</p>").to_owned();
    assert!(store::token::Secret::from_text(&token).is_some(), "{token}");
    let bearer = format!("Bearer {token}");
    let ask = async || get(&router, "/api/v1/people", &[("authorization", &bearer)]).await.status;
    assert_eq!(ask().await, StatusCode::OK);
    let list = shown(&router, &admin, "/tokens").await;
    assert!(list.contains("import-hr") && list.contains("2026-12-31"), "{list}");
    assert!(!list.contains(&token), "{list}");
    let mut reading = store.read(&operator()).await.expect("reads");
    let known = reading.tokens().await.expect("reads").pop().expect("is there");
    drop(reading);
    assert!(known.read_only && known.issuer == "administrator", "{known:?}");
    let answer = send(&router, &admin, "/tokens", &format!("do=revoke&token={}", known.id)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(ask().await, StatusCode::UNAUTHORIZED);
    let list = shown(&router, &admin, "/tokens").await;
    assert!(!list.contains("value=\"revoke\""), "{list}");
}

#[tokio::test]
async fn a_token_that_cannot_be_issued_is_refused_at_its_field_and_nothing_is_stored() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    for (form, field, reason) in [
        (
            "name=&role=hr&may=read&ends=2026-12-31",
            "name",
            said("sv", "accounts-no-name"),
        ),
        (
            "name=x&role=&may=read&ends=2026-12-31",
            "role",
            said("sv", "accounts-choose-role"),
        ),
        (
            "name=x&role=supervisor&may=read&ends=2026-12-31",
            "unit",
            said("sv", "accounts-unit-needed"),
        ),
        (
            "name=x&role=hr&unit=NOWHERE&may=read&ends=2026-12-31",
            "unit",
            said("sv", "accounts-no-unit"),
        ),
        ("name=x&role=hr&may=all&ends=2026-12-31", "may", said("sv", "tokens-no-reach")),
        (
            "name=x&role=hr&may=read&ends=",
            "ends",
            said("sv", "administration-day-needed"),
        ),
        (
            "name=x&role=hr&may=read&ends=2020-01-01",
            "ends",
            "Sista dagen kan vara".to_owned(),
        ),
        (
            "name=x&role=hr&may=read&ends=2099-01-01",
            "ends",
            "Sista dagen kan vara".to_owned(),
        ),
        (
            "name=x&role=hr&person=9999&may=read&ends=2026-12-31",
            "person",
            said("sv", "accounts-no-person"),
        ),
        (
            "name=6408233234&role=hr&may=read&ends=2026-12-31",
            "name",
            "innehöll ett personnummer".to_owned(),
        ),
    ] {
        let answer = send(&router, &admin, "/tokens", &format!("do=issue&{form}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(text.contains(&reason), "{form}: {reason}: {text}");
        assert!(text.contains(&format!("href=\"#{field}\"")), "{form}: {text}");
        assert!(!text.contains("3234"), "{form}");
    }
    for (form, status) in [
        ("do=revoke&token=999999", StatusCode::NOT_FOUND),
        ("do=revoke", StatusCode::NOT_FOUND),
        ("do=else", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(send(&router, &admin, "/tokens", form).await.status, status, "{form}");
    }
    let mut reading = store.read(&operator()).await.expect("reads");
    assert_eq!(reading.tokens().await.expect("reads"), Vec::new());
}
