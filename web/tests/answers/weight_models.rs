//! The weight models: everybody reads what is in force; a draft weighs nothing, shows what it would do, and is adopted with a reason.

use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use jiff::Timestamp;
use store::{Store, Viewer};

use crate::access::{cookie, draft_in, filled, version_of};
use crate::support::{Answer, ask, get, post};

async fn shown(router: &Router, cookie: &str, address: &str) -> String {
    let answer = get(router, address, &[("cookie", cookie)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.text().to_owned()
}

/// Sends a file as a browser does.
pub async fn send_file(router: &Router, cookie: &str, address: &str, field: &str, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let headers = [("cookie", cookie), ("content-type", "multipart/form-data; boundary=edge")];
    ask(router, "POST", address, &headers, Body::from(body)).await
}

async fn drafts(store: &Store) -> usize {
    let operator = Viewer::operator("test", Timestamp::UNIX_EPOCH);
    let mut reading = store.read(&operator).await.expect("reads");
    reading.drafts().await.expect("reads").len()
}

#[tokio::test]
async fn whoever_is_weighed_reads_what_weighs_in_words() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    let list = shown(&router, &cookie, "/weight-models").await;
    assert!(
        list.contains("Exempelmodell barn och unga") && list.contains("gäller nu"),
        "{list}"
    );
    assert!(!list.contains("Skapa utkast"), "only an administrator begins one");
    let version = version_of(&store).await;
    let page = shown(&router, &cookie, &format!("/weight-models/{version}")).await;
    for part in [
        "Familjehem",
        "3,5",
        "Tolk behövs",
        "+ 1,5 för var och en utöver 1, högst 6",
        "över 110\u{a0}%",
        "90\u{a0}%",
        "i 4 veckor",
        "Särskilt uppdrag på del av tiden",
    ] {
        assert!(
            page.contains(part) || page.contains(&part.replace('\u{a0}', " ")),
            "{part}: {page}"
        );
    }
    let file = get(&router, &format!("/weight-models/{version}/file"), &[("cookie", &cookie)]).await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert!(rules::weight_model::WeightModel::parse(file.text()).is_ok());
    let none = get(&router, "/weight-models/9999999", &[("cookie", &cookie)]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_is_begun_as_a_copy_changed_and_shown_again_with_its_faults() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "administrator").await;
    let begun = post(
        &router,
        "/weight-models/drafts",
        &[("cookie", &cookie)],
        "from=shipped%3Awirral",
    )
    .await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let address = begun.header("location").to_owned();
    let page = shown(&router, &cookie, &address).await;
    assert!(page.contains("name=\"case-0-points\""));
    let form = "head-version=7&head-title=Ny&head-source=Beslut&head-unit=po%C3%A4ng&head-scored_by=lead&case-0-type=barn&case-0-points=2%2C5\
        &share-main=100&share-co=50&norm-points=100&norm-hours_per_week=40&norm-rounding=none&bands-low=85&bands-high=100&bands-over=110\
        &overload-band=over&overload-weeks=4";
    let refused = post(&router, &address, &[("cookie", &cookie)], &form.replace("2%2C5", "tio")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(
        text.contains("href=\"#case-0-points\"") && text.contains("Skriv ett tal"),
        "{text}"
    );
    assert!(text.contains("value=\"tio\""), "what was written is shown again");
    let more = post(&router, &address, &[("cookie", &cookie)], &format!("{form}&more=duty")).await;
    assert_eq!(more.status, StatusCode::OK);
    assert!(more.text().contains("name=\"duty-2-points\""));
    let saved = post(&router, &address, &[("cookie", &cookie)], &format!("{form}&then=effect")).await;
    assert_eq!(saved.header("location"), format!("{address}/effect"));
    let file = get(&router, &format!("{address}/file"), &[("cookie", &cookie)]).await;
    assert!(file.text().contains("points = 2.5") && file.text().contains("version = \"7\""));
    let away = post(&router, &format!("{address}/throw-away"), &[("cookie", &cookie)], "").await;
    assert_eq!(away.header("location"), "/weight-models");
    assert_eq!(drafts(&store).await, 0);
}

#[tokio::test]
async fn a_file_that_is_no_model_is_refused_with_the_line_of_each_fault_and_keeps_nothing() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "administrator").await;
    let upload = "/weight-models/drafts/upload";
    let right = rules::weight_model::shipped("nassjo").expect("ships").to_toml();
    for (name, bytes, reason) in [
        ("m.toml", right.replace("valid_from", "valid_form").into_bytes(), "m.toml:"),
        ("m.toml", b"<html>".to_vec(), "m.toml:1:"),
        ("m.toml", vec![0xff, 0xfe, 0], "UTF-8"),
        ("m.toml", format!("# 640823-3234\n{right}").into_bytes(), "personnummer"),
        ("", Vec::new(), "Välj en fil"),
    ] {
        let answer = send_file(&router, &cookie, upload, "file", name, &bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason}");
        assert!(answer.text().contains(reason), "{reason}: {}", answer.text());
        assert!(!answer.text().contains("3234"));
    }
    assert_eq!(drafts(&store).await, 0);
    let taken = send_file(&router, &cookie, upload, "file", "nassjo.toml", right.as_bytes()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    assert_eq!(drafts(&store).await, 1);
}

#[tokio::test]
async fn the_effect_names_people_only_to_their_own_supervisor_and_hides_small_groups() {
    let (router, store) = filled().await;
    let address = format!("/weight-models/drafts/{}/effect", draft_in(&store).await);
    for name in ["administrator", "head", "safety-representative"] {
        let cookie = cookie(&router, name).await;
        let page = shown(&router, &cookie, &address).await;
        for person in ["Anna Ek", "Örjan Berg", "Lo Vik"] {
            assert!(!page.contains(person), "{name}: {person}");
        }
        assert!(
            page.contains("Familjeenheten") && page.contains("9 personer räknas"),
            "{name}: {page}"
        );
        assert!(page.contains("För få personer"), "{name}: north has three");
        // 24 cases of three children with interpreter go from 14 to 9 points each.
        assert!(page.contains("En person som är över kommer ner") || page.contains("Ingen som är över kommer ner"));
    }
    let own = cookie(&router, "supervisor").await;
    let page = shown(&router, &own, &address).await;
    assert!(page.contains("Anna Ek") && !page.contains("Lo Vik"));
    assert!(page.contains("procentenheter"), "{page}");
    assert!(!page.contains("/adopt"), "a supervisor does not adopt");
}

#[tokio::test]
async fn a_model_is_adopted_from_a_coming_day_with_a_reason_and_nothing_else() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "administrator").await;
    let address = format!("/weight-models/drafts/{}/adopt", draft_in(&store).await);
    for (form, reason) in [
        ("from=&reason=Beslut", "Skriv en dag"),
        ("from=2026-02-30&reason=Beslut", "Skriv en dag"),
        ("from=2026-10-30&reason=Beslut", "Den dagen har varit"),
        ("from=2027-01-01&reason=", "Skriv varför"),
        ("from=2027-01-01&reason=640823-3234", "personnummer"),
    ] {
        let answer = post(&router, &address, &[("cookie", &cookie)], form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(answer.text().contains(reason), "{form}: {}", answer.text());
        assert!(!answer.text().contains("3234"));
    }
    let form = "from=2027-01-01&reason=Beslut+i+n%C3%A4mnden";
    let adopted = post(&router, &address, &[("cookie", &cookie)], form).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER);
    let page = shown(&router, &cookie, adopted.header("location")).await;
    assert!(
        page.contains("börjar gälla senare") && page.contains("Beslut i nämnden"),
        "{page}"
    );
    let list = shown(&router, &cookie, "/weight-models").await;
    assert!(list.contains("31 december 2026"), "the version before ends the day before");
    let again = format!("/weight-models/drafts/{}/adopt", draft_in(&store).await);
    let same = post(&router, &again, &[("cookie", &cookie)], &form.replace("2027", "2028")).await;
    assert!(same.text().contains("har redan antagits"), "{}", same.text());
    store.verify_log().await.expect("unbroken");
}
