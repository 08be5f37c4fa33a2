//! Signing in through a real OpenID provider: who gets in, and that nobody does by an answer that is not as it must be.

use std::collections::BTreeMap;

use axum::Router;
use jiff::Timestamp;
use store::{Store, Viewer};
use web::openid::settings::OpenIdSettings;

use crate::municipality;
use crate::provider::{Provider, site_with};
use crate::support::{Answer, get, post, said};

/// Where the pages are, for the provider; nobody asks there.
const PAGES: &str = "http://127.0.0.1:9";

impl Provider {
    /// A token of log-out for anna, with these claims instead (JSON).
    pub async fn log_out_token(&self, with: &str) -> String {
        let with: String = form_urlencoded::byte_serialize(with.as_bytes()).collect();
        let answer = self.get(&format!("/test/log-out-token?with={with}"), "").await;
        answer.text().await.expect("a token")
    }

    /// The same token, signed by somebody else.
    pub async fn foreign_log_out_token(&self) -> String {
        let answer = self.get("/test/log-out-token?foreign", "").await;
        answer.text().await.expect("a token")
    }

    /// Goes from the address where one signs in until the provider leads back to `pages`, as a browser does, and gives the path and query.
    pub async fn walk(&self, address: &str, pages: &str) -> String {
        let (mut address, mut cookies) = (address.to_owned(), BTreeMap::new());
        for _ in 0..10 {
            let sent: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let answer = self.get(&address, &sent.join("; ")).await;
            for cookie in answer.headers().get_all("set-cookie") {
                let cookie = cookie.to_str().expect("plain text").split(';').next().unwrap_or_default();
                let (name, value) = cookie.split_once('=').expect("a name and a value");
                cookies.insert(name.to_owned(), value.to_owned());
            }
            let Some(next) = answer.headers().get("location") else {
                let status = answer.status();
                panic!(
                    "{address} leads nowhere: {status} {}",
                    answer.text().await.unwrap_or_default()
                );
            };
            let next = next.to_str().expect("plain text").to_owned();
            if let Some(path) = next.strip_prefix(pages) {
                return path.to_owned();
            }
            address = next;
        }
        panic!("{address} leads round and round")
    }
}

struct Scene {
    router: Router,
    store: Store,
    provider: Provider,
}

impl Scene {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut OpenIdSettings)) -> Self {
        let store = Store::open("sqlite::memory:").await.expect("a database");
        municipality::fill(&store).await;
        let provider = Provider::start(PAGES);
        let mut settings = provider.settings();
        change(&mut settings);
        let site = site_with(store.clone(), settings, PAGES);
        Self {
            router: web::router(&site),
            store,
            provider,
        }
    }

    /// Begins in a browser without cookies: the address at the provider's, and the cookie.
    async fn begin(&self, to: &str) -> (String, String) {
        let answer = get(&self.router, &format!("/sign-in/openid?to={to}"), &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let cookie = answer.header("set-cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let cookie = cookie.split(';').next().expect("a cookie").to_owned();
        (answer.header("location").to_owned(), cookie)
    }

    /// Comes back with this path and query.
    async fn back(&self, path: &str, cookie: &str) -> Answer {
        get(&self.router, path, &[("cookie", cookie)]).await
    }

    /// The whole way.
    async fn sign_in(&self, to: &str) -> Answer {
        let (address, cookie) = self.begin(to).await;
        let path = self.provider.walk(&address, PAGES).await;
        self.back(&path, &cookie).await
    }

    /// Signs in and gives the cookie of the session.
    async fn signed_in(&self) -> String {
        let answer = self.sign_in("/help").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("set-cookie").split(';').next().expect("a cookie").to_owned()
    }

    async fn is_in(&self, cookie: &str) -> bool {
        get(&self.router, "/measurement", &[("cookie", cookie)]).await.status == 200
    }

    async fn log_out(&self, token: &str) -> u16 {
        let answer = post(&self.router, "/sign-out/openid", &[], &format!("logout_token={token}")).await;
        answer.status.as_u16()
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let mut reading = self.store.read(&operator()).await.expect("reads");
        reading.fetch_one(sql, &[], |row| row.get(0)).await.expect("counts")
    }
}

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

/// Nobody was signed in, and the page says so with this status and text.
fn assert_refused(answer: &Answer, status: u16, id: &str, what: &str) {
    assert_eq!(answer.status, status, "{what}: {}", answer.text());
    assert!(answer.header("set-cookie").is_empty(), "{what}");
    let title = said("sv", &format!("{id}-title"));
    assert!(answer.text().contains(&title), "{what}: {}", answer.text());
    assert!(answer.text().contains("Uppge det här numret"), "{what}");
    for secret in ["eyJ", "code=", "state="] {
        assert!(!answer.text().contains(secret), "{what}: {secret}");
    }
}

#[tokio::test]
async fn whom_the_provider_vouches_for_is_signed_in_with_the_roles_of_the_claims() {
    let scene = Scene::new().await;
    let page = get(&scene.router, "/sign-in?to=%2Fmeasurement", &[]).await;
    assert!(page.text().contains("Logga in med Exempelkommunens inloggning"));
    assert!(page.text().contains("/sign-in/openid?to=%2Fmeasurement"));
    let answer = scene.sign_in("%2Fmeasurement").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(answer.header("location"), "/measurement");
    let cookie = answer.header("set-cookie").split(';').next().expect("a cookie");
    assert!(scene.is_in(cookie).await);
    let given = "SELECT COUNT(*) FROM openid_role JOIN account_role ON account_role.id = openid_role.account_role \
         JOIN unit ON unit.id = account_role.unit WHERE unit.code = 'south' AND account_role.until IS NULL";
    assert_eq!(scene.count(given).await, 1);
    scene.signed_in().await;
    assert_eq!(scene.count(given).await, 1, "the same role is not given twice");
    scene.store.verify_log().await.expect("unbroken");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let scene = Scene::new().await;
    for to in [
        "https%3A%2F%2Felsewhere.example",
        "%2F%2Felsewhere.example",
        "%2F%5Celsewhere.example",
    ] {
        let answer = scene.sign_in(to).await;
        assert_eq!(answer.header("location"), "/", "{to}");
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_trusted_is_refused() {
    let scene = Scene::new().await;
    for fault in [
        "nonce",
        "no-nonce",
        "expired",
        "no-expiry",
        "future",
        "audience",
        "second-audience",
        "party",
        "issuer",
        "subject",
        "access-token",
        "log-out",
        "tampered",
        "unsigned",
        "shared-secret",
        "foreign-key",
        "foreign-key-own-name",
        "critical",
        "garbage",
        "other-user",
    ] {
        scene.provider.tell(&format!("fault={fault}")).await;
        let answer = scene.sign_in("%2Fhelp").await;
        assert_refused(&answer, 403, "openid-refused-untrusted", fault);
        assert!(answer.text().contains("/sign-in/openid?to=%2Fhelp"), "one can try again");
    }
    assert_eq!(scene.count("SELECT COUNT(*) FROM sign_in").await, 0);
    scene.provider.tell("fault=none").await;
    assert_eq!(scene.sign_in("%2Fhelp").await.status, 303, "the same without a fault");
}

#[tokio::test]
async fn a_code_is_good_for_one_sign_in() {
    let scene = Scene::new().await;
    let (address, cookie) = scene.begin("/").await;
    let path = scene.provider.walk(&address, PAGES).await;
    let answer = scene.back(&path, &cookie).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_refused(
        &scene.back(&path, &cookie).await,
        400,
        "openid-refused-not-begun",
        "the same answer again",
    );
    let (address, cookie) = scene.begin("/").await;
    let new = scene.provider.walk(&address, PAGES).await;
    let part = |path: &str, name: &str| {
        let start = path.split(&format!("{name}=")).nth(1).expect("is there");
        start.split('&').next().unwrap_or_default().to_owned()
    };
    let mixed = new.replace(&part(&new, "code"), &part(&path, "code"));
    assert_ne!(mixed, new);
    assert_refused(
        &scene.back(&mixed, &cookie).await,
        400,
        "openid-refused-not-begun",
        "an old code with a new state",
    );
}

#[tokio::test]
async fn an_answer_to_another_browser_or_to_no_question_is_refused() {
    let scene = Scene::new().await;
    let (address, cookie) = scene.begin("/").await;
    let (_, other) = scene.begin("/").await;
    let path = scene.provider.walk(&address, PAGES).await;
    assert_refused(
        &scene.back(&path, &other).await,
        400,
        "openid-refused-not-begun",
        "another browser's cookie",
    );
    assert_refused(&scene.back(&path, "").await, 400, "openid-refused-not-begun", "no cookie");
    let wrong = path.replace("state=", "state=0");
    assert_refused(
        &scene.back(&wrong, &cookie).await,
        400,
        "openid-refused-not-begun",
        "a wrong state",
    );
    assert_refused(
        &scene.back("/sign-in/openid/back", &cookie).await,
        400,
        "openid-refused-not-begun",
        "nothing",
    );
    let twice = format!("{path}&code=x");
    assert_eq!(scene.back(&twice, &cookie).await.status, 400, "two codes");
    assert_eq!(
        scene.back(&path, &cookie).await.status,
        303,
        "none of that disturbs whoever began"
    );
}

#[tokio::test]
async fn an_answer_must_say_whose_it_is() {
    let scene = Scene::new().await;
    for change in ["elsewhere", ""] {
        let (address, cookie) = scene.begin("/").await;
        let path = scene.provider.walk(&address, PAGES).await;
        let (before, after) = path.split_once("iss=").expect("the provider says whose it is");
        let after = after.split_once('&').map_or("", |(_, after)| after);
        let changed = match change {
            "" => format!("{before}{after}"),
            other => format!("{before}iss=https%3A%2F%2F{other}.example&{after}"),
        };
        assert_refused(&scene.back(&changed, &cookie).await, 403, "openid-refused-untrusted", change);
    }
}

#[tokio::test]
async fn who_has_no_account_or_one_out_of_use_is_told_so() {
    let scene = Scene::new().await;
    scene.provider.tell("person=bo").await;
    let answer = scene.sign_in("/").await;
    assert_refused(&answer, 403, "openid-refused-unknown", "nobody's account");
    assert!(
        answer.text().contains("/sign-in/openid?to=%2F&#38;anew=true"),
        "{}",
        answer.text()
    );
    let anew = get(&scene.router, "/sign-in/openid?anew=true", &[]).await;
    assert!(
        anew.header("location").contains("prompt=login"),
        "the provider asks who it is"
    );
    scene.provider.tell("person=none").await;
    assert_refused(
        &scene.sign_in("/").await,
        403,
        "openid-refused-broken-off",
        "broken off at the provider's",
    );
    scene.provider.tell("person=anna").await;
    let cookie = scene.signed_in().await;
    scene.provider.tell("person=eva").await;
    assert_refused(
        &scene.sign_in("/").await,
        403,
        "openid-refused-taken",
        "a name that somebody else had before",
    );
    scene.provider.tell("person=anna").await;
    let account = scene.store.account_named(&operator(), "caseworker").await.expect("is there");
    scene
        .store
        .disable_account(&operator(), account, true)
        .await
        .expect("is disabled");
    assert_refused(&scene.sign_in("/").await, 403, "openid-refused-disabled", "out of use");
    assert!(!scene.is_in(&cookie).await);
}

#[tokio::test]
async fn an_account_is_made_at_the_first_sign_in_only_where_the_settings_say_so() {
    let scene = Scene::new().await;
    scene.provider.tell("person=kim").await;
    assert_refused(&scene.sign_in("/").await, 403, "openid-refused-unknown", "none is made");
    let scene = Scene::with(|settings| settings.create_accounts = true).await;
    scene.provider.tell("person=kim").await;
    let cookie = scene.signed_in().await;
    assert!(scene.is_in(&cookie).await, "with the person's own load");
    scene.provider.tell("person=bo").await;
    assert_refused(
        &scene.sign_in("/").await,
        403,
        "openid-refused-unknown",
        "nobody without a role",
    );
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_and_passwords_still_work_where_they_may() {
    let scene = Scene::new().await;
    scene.provider.tell("fault=down").await;
    let answer = get(&scene.router, "/sign-in/openid", &[]).await;
    assert_refused(&answer, 503, "openid-refused-down", "down");
    assert!(answer.text().contains("Logga in med lösenord i stället"));
    let form = format!("name=caseworker&password={}", municipality::PASSWORD.replace(' ', "+"));
    assert_eq!(post(&scene.router, "/sign-in", &[], &form).await.status, 303);

    let scene = Scene::with(|settings| settings.password_sign_in = false).await;
    let page = get(&scene.router, "/sign-in", &[]).await;
    assert!(page.text().contains("/sign-in/openid") && !page.text().contains("type=\"password\""));
    assert_eq!(post(&scene.router, "/sign-in", &[], &form).await.status, 404);
    assert_eq!(scene.sign_in("/").await.status, 303);
}

#[tokio::test]
async fn a_provider_that_has_changed_its_key_is_asked_for_the_new_one() {
    let scene = Scene::new().await;
    scene.provider.tell("keys=old").await;
    assert_eq!(scene.sign_in("/").await.status, 303);
}

#[tokio::test]
async fn a_provider_that_is_not_who_the_settings_say_is_not_asked_further() {
    let scene = Scene::with(|settings| settings.issuer.push('/')).await;
    let answer = get(&scene.router, "/sign-in/openid", &[]).await;
    assert_refused(&answer, 502, "openid-refused-odd", "another name");
}

#[tokio::test]
async fn signing_out_ends_the_session_here_and_leads_on_to_the_providers_sign_out() {
    let scene = Scene::new().await;
    let cookie = scene.signed_in().await;
    let answer = post(&scene.router, "/sign-out", &[("cookie", &cookie)], "").await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    let next = answer.header("refresh");
    let start = format!("0; url={}/session/end?id_token_hint=eyJ", scene.provider.issuer);
    assert!(next.starts_with(&start), "{next}");
    assert!(
        next.contains("post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fsign-in"),
        "{next}"
    );
    assert!(!scene.is_in(&cookie).await);
    assert_eq!(
        scene.count("SELECT COUNT(*) FROM openid_session").await,
        0,
        "the ID token is not kept"
    );
    let cookie = scene.signed_in().await;
    scene.provider.tell("fault=down").await;
    let answer = post(&scene.router, "/sign-out", &[("cookie", &cookie)], "").await;
    assert!(answer.status == 200 || answer.status == 303, "signed out here in any case");
    assert!(!scene.is_in(&cookie).await);
}

#[tokio::test]
async fn a_log_out_at_the_provider_ends_the_sessions_here() {
    let scene = Scene::new().await;
    let (first, second) = (scene.signed_in().await, scene.signed_in().await);
    let token = scene.provider.log_out_token("{}").await;
    assert_eq!(scene.log_out(&token).await, 200);
    assert!(!scene.is_in(&first).await && !scene.is_in(&second).await);
    let again = scene.signed_in().await;
    assert_eq!(scene.log_out(&token).await, 400, "a token is taken once");
    assert!(scene.is_in(&again).await);
}

#[tokio::test]
async fn a_log_out_token_that_is_not_as_it_must_be_ends_nothing() {
    let scene = Scene::new().await;
    let cookie = scene.signed_in().await;
    for with in [
        r#"{"nonce": "x"}"#,
        r#"{"events": null}"#,
        r#"{"events": {"http://schemas.openid.net/event/other": {}}}"#,
        r#"{"jti": null}"#,
        r#"{"sub": null}"#,
        r#"{"sub": 7, "sid": "x"}"#,
        r#"{"aud": "another-client"}"#,
        r#"{"iss": "https://elsewhere.example"}"#,
        r#"{"exp": 1}"#,
        r#"{"exp": null}"#,
        r#"{"iat": 99999999999}"#,
    ] {
        let token = scene.provider.log_out_token(with).await;
        assert_eq!(scene.log_out(&token).await, 400, "{with}");
    }
    let foreign = scene.provider.foreign_log_out_token().await;
    for token in ["garbage", "", foreign.as_str()] {
        assert_eq!(scene.log_out(token).await, 400, "{token}");
    }
    let answer = post(&scene.router, "/sign-out/openid", &[], "").await;
    assert!(answer.status.is_client_error(), "no token at all");
    let elsewhere = scene.provider.log_out_token(r#"{"sid": "another session"}"#).await;
    assert_eq!(scene.log_out(&elsewhere).await, 200, "nothing to end");
    assert!(scene.is_in(&cookie).await);
}
