//! The event log, the review of the access log, the catalogue of actions and the settings.

use axum::Router;
use axum::http::StatusCode;
use rules::setting::Setting;
use store::{Store, Viewer};

use crate::access::{cookie, filled};
use crate::municipality::id_of;
use crate::support::{Answer, get, post, said, site_on};

fn operator() -> Viewer {
    Viewer::operator("test", jiff::Timestamp::UNIX_EPOCH)
}

pub async fn send(router: &Router, cookie: &str, address: &str, form: &str) -> Answer {
    post(router, address, &[("cookie", cookie)], form).await
}

pub async fn shown(router: &Router, cookie: &str, address: &str) -> String {
    let answer = get(router, address, &[("cookie", cookie)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.text().to_owned()
}

/// The supervisor of south looks at Anna's load.
async fn look(router: &Router, store: &Store) {
    let supervisor = cookie(router, "supervisor").await;
    let anna = id_of(store, "1001").await;
    shown(router, &supervisor, &format!("/team/{anna}")).await;
}

#[tokio::test]
async fn each_sees_only_the_parts_that_are_theirs_to_look_after() {
    let (router, _) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let page = shown(&router, &admin, "/administration").await;
    for part in [
        "/people",
        "/organisation",
        "/accounts",
        "/action-kinds",
        "/settings",
        "/event-log",
        "/access-review",
    ] {
        assert!(page.contains(&format!("href=\"{part}\"")), "{part}");
    }
    let hr = cookie(&router, "hr").await;
    let page = shown(&router, &hr, "/administration").await;
    assert!(page.contains("href=\"/people\"") && !page.contains("href=\"/accounts\""));
    let worker = cookie(&router, "caseworker").await;
    assert!(!shown(&router, &worker, "/my-load").await.contains("href=\"/administration\""));
}

#[tokio::test]
async fn the_event_log_is_shown_from_the_latest_on_by_day_kind_and_actor() {
    let (router, store) = filled().await;
    look(&router, &store).await;
    let admin = cookie(&router, "administrator").await;
    let page = shown(&router, &admin, "/event-log").await;
    assert!(
        page.contains("Loggade in") && page.contains("Äldre händelser") || !page.contains("before="),
        "{page}"
    );
    let page = shown(&router, &admin, "/event-log?kind=load.look").await;
    assert!(
        page.contains("Tittade på någon annans tyngd") && page.contains("supervisor"),
        "{page}"
    );
    assert!(
        page.contains(&said("sv", "event-log-about-load")) && !page.contains("people"),
        "{page}"
    );
    let page = shown(&router, &admin, "/event-log?actor=Administrator").await;
    assert!(page.contains("Loggade in") && !page.contains("Viktmodell antagen</td>"));
    let page = shown(&router, &admin, "/event-log?from=2026-10-31&to=2026-10-31&kind=session.begin").await;
    assert!(page.contains("2026-10-31"));
    let page = shown(&router, &admin, "/event-log?to=2026-10-30&kind=session.begin").await;
    assert!(page.contains(&said("sv", "event-log-nothing")));
    let page = shown(&router, &admin, "/event-log?kind=%27%3B+DROP+TABLE+event").await;
    assert!(page.contains(&said("sv", "event-log-nothing")));
    for odd in ["from=2026-02-30", "to=640823-3234", "from=31+oktober"] {
        let answer = get(&router, &format!("/event-log?{odd}"), &[("cookie", &admin)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        assert!(
            answer.text().contains("ett datum som finns") && !answer.text().contains("3234"),
            "{odd}"
        );
    }
    for odd in ["before=x", "before=-1", "before=99999999999999999999"] {
        shown(&router, &admin, &format!("/event-log?{odd}")).await;
    }
}

#[tokio::test]
async fn a_long_log_is_paged_without_losing_or_repeating_an_entry() {
    let (router, store) = filled().await;
    for number in 0..60 {
        let kind = rules::action::ActionKind {
            id: format!("kind-{number}"),
            sv: format!("sv {number}"),
            en: format!("en {number}"),
            retired: false,
        };
        store.set_action_kind(&operator(), &kind).await.expect("is set");
    }
    let admin = cookie(&router, "administrator").await;
    let first = shown(&router, &admin, "/event-log?kind=action.kind").await;
    let (_, rest) = first.split_once("href=\"/event-log?before=").expect("there are older ones");
    let older = rest
        .split('"')
        .next()
        .expect("an address")
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    let second = shown(&router, &admin, &format!("/event-log?before={older}")).await;
    for number in 0..60 {
        let cell = format!(">kind-{number}</td>");
        assert_eq!(first.matches(&cell).count() + second.matches(&cell).count(), 1, "{number}");
    }
}

#[tokio::test]
async fn whether_the_log_is_whole_is_checked_when_asked_and_noted() {
    let (router, _) = filled().await;
    let admin = cookie(&router, "administrator").await;
    assert!(
        shown(&router, &admin, "/event-log")
            .await
            .contains(&said("sv", "event-log-never-checked"))
    );
    let answer = send(&router, &admin, "/event-log", "").await;
    assert_eq!(answer.header("location"), "/event-log");
    let page = shown(&router, &admin, "/event-log").await;
    assert!(
        page.contains("Loggen var hel 2026-10-31 09:00") && page.contains("Kontrollerad av administrator"),
        "{page}"
    );
}

#[tokio::test]
async fn a_review_is_drawn_once_signed_with_a_finding_and_kept() {
    let (router, store) = filled().await;
    look(&router, &store).await;
    // The moment of the test stands still: what was looked at in it is before the end of a review only a moment later.
    let later = site_on_at(&store, 60);
    let router = web::router(&later);
    let admin = cookie(&router, "administrator").await;
    let page = shown(&router, &admin, "/access-review").await;
    assert!(page.contains("En läsning är inte granskad än"), "{page}");
    assert_eq!(
        send(&router, &admin, "/access-review", "do=begin").await.status,
        StatusCode::SEE_OTHER
    );
    let page = shown(&router, &admin, "/access-review").await;
    assert!(
        page.contains("Anna Ek") && page.contains("Natt eller helg") && page.contains("Lottad"),
        "{page}"
    );
    let seed = |page: &str| {
        let (_, rest) = page.split_once("startvärde ").expect("a seed");
        rest.split(')').next().expect("a number").to_owned()
    };
    send(&router, &admin, "/access-review", "do=begin").await;
    assert_eq!(
        seed(&shown(&router, &admin, "/access-review").await),
        seed(&page),
        "it is not drawn again"
    );
    for (finding, reason) in [
        ("", "Skriv vad du kom fram till"),
        ("Om+640823-3234", "innehöll ett personnummer"),
    ] {
        let answer = send(&router, &admin, "/access-review", &format!("do=sign&finding={finding}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(reason) && !answer.text().contains("3234"), "{finding}");
    }
    let answer = send(&router, &admin, "/access-review", "do=sign&finding=Allt+hade+ett+skäl.").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let signed = answer.header("location").to_owned();
    let page = shown(&router, &admin, &signed).await;
    assert!(page.contains("Allt hade ett skäl.") && page.contains("av administrator") && page.contains("Anna Ek"));
    let page = shown(&router, &admin, "/access-review").await;
    assert!(page.contains("Allt är granskat sedan") && page.contains(&signed), "{page}");
    // Nothing is open any more, so nothing is signed.
    let again = send(&router, &admin, "/access-review", "do=sign&finding=x").await;
    assert_eq!(again.header("location"), "/access-review");
    for nowhere in ["/access-review/999999", "/access-review/x"] {
        let answer = get(&router, nowhere, &[("cookie", &admin)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
    let mut reading = store.read(&operator()).await.expect("reads");
    assert_eq!(reading.reviews().await.expect("reads").len(), 1);
}

/// The site of another process, so many seconds later.
fn site_on_at(store: &Store, seconds: i64) -> web::Site {
    crate::support::site_at(store.clone(), seconds)
}

#[tokio::test]
async fn an_action_is_added_renamed_and_retired_and_never_doubled() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    for (form, field, reason) in [
        ("id=&sv=&en=Home", "sv", "Skriv vad åtgärden heter"),
        ("id=&sv=Hemarbete&en=", "en", "Skriv vad åtgärden heter"),
        ("id=&sv=Om+640823-3234&en=Home", "sv", "innehöll ett personnummer"),
        ("id=&sv=N%C3%A5got+skjuts+upp&en=Home", "sv", "heter redan så"),
    ] {
        let answer = send(&router, &admin, "/action-kinds", form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("3234"), "{form}");
    }
    let added = send(&router, &admin, "/action-kinds", "id=&sv=Hemarbete&en=Work+from+home").await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let page = shown(&router, &admin, "/action-kinds?kind=work-from-home").await;
    assert!(page.contains("value=\"Hemarbete\""), "{page}");
    let changed = "id=work-from-home&sv=Arbete+hemifr%C3%A5n&en=Work+from+home&retired=yes";
    send(&router, &admin, "/action-kinds", changed).await;
    let mut reading = store.read(&operator()).await.expect("reads");
    let kinds = reading.action_kinds().await.expect("reads");
    drop(reading);
    let kind = kinds.iter().find(|kind| kind.id == "work-from-home").expect("is there");
    assert_eq!((kind.sv.as_str(), kind.retired), ("Arbete hemifrån", true));
    assert_eq!(kinds.len(), rules::action::shipped().len() + 1);
    let nowhere = send(&router, &admin, "/action-kinds", "id=nothing&sv=a&en=b").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let nowhere = get(&router, "/action-kinds?kind=nothing", &[("cookie", &admin)]).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

const SETTINGS: &str = "organisation=Exempelkommunen&group-limit=6&days-to-head=&password-length=14&idle-minutes=&session-hours=\
     &second-factor=hr&second-factor=head&review-share=";

#[tokio::test]
async fn settings_are_saved_together_hold_at_once_and_say_who_changed_them() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let page = shown(&router, &admin, "/settings").await;
    assert!(page.contains(&said("sv", "settings-never-changed")) && page.contains("Från 5 till 50; standard är 5."));
    let answer = send(&router, &admin, "/settings", SETTINGS).await;
    assert_eq!(answer.header("location"), "/settings?saved=yes", "{}", answer.text());
    let page = shown(&router, &admin, "/settings?saved=yes").await;
    assert!(page.contains("site-organisation\">Exempelkommunen<"), "{page}");
    assert!(page.contains("Ändrad 2026-10-31 09:00 av administrator"));
    assert_eq!(page.matches(" checked").count(), 2, "{page}");
    let short = send(
        &router,
        &admin,
        "/accounts/new",
        "name=x&display=X&how=typed&password=tretton+teckn",
    )
    .await;
    assert!(short.text().contains("minst 14 tecken"), "{}", short.text());
    let head = cookie(&router, "head").await;
    let led = get(&router, "/units", &[("cookie", &head)]).await;
    assert_eq!(led.header("location"), "/account/second-factor");
    let supervisor = cookie(&router, "other-supervisor").await;
    assert!(shown(&router, &supervisor, "/units").await.contains("färre än 6"));
    // Left empty, it is as it comes again.
    let emptied = SETTINGS
        .replace("group-limit=6", "group-limit=")
        .replace("second-factor=", "x=");
    send(&router, &admin, "/settings", &emptied).await;
    assert!(shown(&router, &supervisor, "/units").await.contains("färre än 5"));
    let mut reading = store.read(&operator()).await.expect("reads");
    assert!(reading.settings().await.expect("reads").second_factor.is_empty());
}

#[tokio::test]
async fn a_setting_outside_its_range_is_refused_and_none_is_saved() {
    let (router, store) = filled().await;
    let admin = cookie(&router, "administrator").await;
    for (form, field, reason) in [
        (
            "organisation=Kommunen&group-limit=4",
            "group-limit",
            "ett helt tal från 5 till 50",
        ),
        (
            "organisation=Kommunen&group-limit=-1",
            "group-limit",
            "ett helt tal från 5 till 50",
        ),
        (
            "organisation=Kommunen&idle-minutes=evigt",
            "idle-minutes",
            "ett helt tal från 5 till 480",
        ),
        (
            "organisation=Kommunen&review-share=101",
            "review-share",
            "ett helt tal från 1 till 100",
        ),
        (
            "organisation=Kommunen&second-factor=queen",
            "second-factor",
            "Välj bland rollerna",
        ),
        ("organisation=Anna+640823-3234", "organisation", "innehöll ett personnummer"),
        ("group-limit=6&days-to-head=6408233234", "days-to-head", "ett helt tal"),
    ] {
        let answer = send(&router, &admin, "/settings", form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("3234"), "{form}");
    }
    assert_eq!(
        send(&router, &admin, "/settings", "x=y").await.status,
        StatusCode::BAD_REQUEST
    );
    let mut reading = store.read(&operator()).await.expect("reads");
    assert_eq!(reading.settings().await.expect("reads"), rules::setting::Settings::default());
}

#[tokio::test]
async fn the_operators_word_comes_first_and_the_page_says_so() {
    let (_, store) = filled().await;
    let admin = crate::access::viewer(&store, "administrator").await;
    let wanted = [(Setting::Organisation, Some("Vald")), (Setting::IdleMinutes, Some("60"))];
    store.choose_settings(&admin, &wanted).await.expect("is chosen");
    let settings = web::Settings {
        organisation: Some("Filens".to_owned()),
        accounts: store::account::AccountSettings {
            idle: 600,
            ..crate::municipality::accounts()
        },
        ..web::Settings::default()
    };
    let site = crate::support::site_with(store.clone(), settings, 0);
    let router = web::router(&site);
    let own = cookie(&router, "administrator").await;
    let page = shown(&router, &own, "/settings").await;
    assert!(page.contains("site-organisation\">Filens<"), "{page}");
    assert_eq!(page.matches(&said("sv", "settings-operators")).count(), 2);
    assert!(!page.contains("name=\"organisation\"") && !page.contains("name=\"idle-minutes\""));
    assert_eq!(site.accounts().await.expect("reads").idle, 600);
    send(&router, &own, "/settings", "organisation=Annan&group-limit=7").await;
    let mut reading = store.read(&operator()).await.expect("reads");
    let stored = reading.settings().await.expect("reads");
    assert_eq!((stored.organisation.as_deref(), stored.group_limit), (Some("Vald"), 7));
}

#[tokio::test]
async fn two_processes_on_one_database_agree_within_a_minute() {
    let (_, store) = filled().await;
    let admin = crate::access::viewer(&store, "administrator").await;
    let clock = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(0));
    let site = crate::support::site_by(store.clone(), std::sync::Arc::clone(&clock));
    assert_eq!(site.chosen().await.expect("reads").group_limit, 5);
    // The other process saves.
    let saved = store.choose_settings(&admin, &[(Setting::GroupLimit, Some("9"))]).await;
    saved.expect("is chosen");
    clock.store(60, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(site.chosen().await.expect("reads").group_limit, 9);
    let site = site_on(store.clone());
    assert_eq!(site.chosen().await.expect("reads").group_limit, 9);
}
