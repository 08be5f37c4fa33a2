//! The monthly measurement: what is refused, what is saved, and when it can no longer be changed.

use axum::Router;
use axum::http::StatusCode;
use jiff::Timestamp;
use store::{Store, Viewer};

use crate::access::{cookie, filled};
use crate::municipality::{TODAY, id_of};
use crate::support::{Answer, get, post, said};

const RIGHT: &str = "rating=4&flex=-7%2C5&sentence=Many+new+cases+at+once.";

async fn send(router: &Router, cookie: &str, form: &str) -> Answer {
    post(router, "/measurement", &[("cookie", cookie)], form).await
}

async fn shown(router: &Router, cookie: &str, address: &str) -> String {
    let answer = get(router, address, &[("cookie", cookie)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.text().to_owned()
}

/// How many measurements Anna has, as the database knows.
async fn saved(store: &Store) -> usize {
    let anna = id_of(store, "1001").await;
    let mut reading = store.read(&operator()).await.expect("reads");
    reading.measurements_of(anna, 10).await.expect("reads").len()
}

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_with_its_reason_and_saves_nothing() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    let long = format!("rating=3&sentence={}", "a".repeat(301));
    for (form, field, reason) in [
        ("flex=1", "rating", "Välj hur tungt"),
        ("rating=6", "rating", "Välj hur tungt"),
        ("rating=3&flex=much", "flex", "Skriv flexsaldot i timmar"),
        ("rating=3&flex=1000", "flex", "högst 999 timmar"),
        (&*long, "sentence", "högst 300 tecken"),
        ("rating=3&sentence=On+640823-3234", "sentence", "innehöll ett personnummer"),
        (
            "rating=3&sentence=On+640823%0D%0A3234",
            "sentence",
            "innehöll ett personnummer",
        ),
    ] {
        let answer = send(&router, &cookie, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains("id=\"error-summary\"") && text.contains(reason),
            "{form}: {text}"
        );
        assert!(text.contains(&format!("href=\"#{field}\"")), "{form}");
    }
    assert_eq!(saved(&store).await, 0);
}

#[tokio::test]
async fn an_identity_number_is_never_shown_again_in_whichever_field_it_was_written() {
    let (router, _) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    for form in [
        "rating=3&flex=2&sentence=On+640823-3234",
        "rating=3&flex=640823-3234",
        "rating=640823-3234",
    ] {
        let answer = send(&router, &cookie, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(!answer.text().contains("3234"), "{form}");
    }
    let kept = send(&router, &cookie, "rating=3&flex=2,5&sentence=On+640823-3234").await;
    assert!(kept.text().contains("value=\"2,5\""), "the other fields are kept");
}

#[tokio::test]
async fn what_is_saved_is_shown_again_and_can_be_changed() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    let answer = send(&router, &cookie, RIGHT).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/measurement/cases")
    );
    let page = shown(&router, &cookie, "/measurement/saved").await;
    for part in [
        "role=\"status\"",
        "4 – Tungt",
        "\u{2212}7,5 timmar",
        "Many new cases at once.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let form = shown(&router, &cookie, "/measurement").await;
    assert!(
        form.contains("value=\"4\" checked") && form.contains("value=\"\u{2212}7,5\""),
        "{form}"
    );
    send(&router, &cookie, "rating=2").await;
    let page = shown(&router, &cookie, "/measurement/saved").await;
    assert!(page.contains("2 – Lätt") && !page.contains("Many new cases"), "{page}");
    assert_eq!(saved(&store).await, 1);
}

#[tokio::test]
async fn after_a_concluded_dialogue_nothing_can_be_changed_and_the_page_says_why() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    // A rating so near to the band that no plan is required.
    send(&router, &cookie, "rating=3").await;
    conclude(&store).await;
    let page = shown(&router, &cookie, "/measurement").await;
    assert!(page.contains(&said("sv", "measurement-frozen")) && !page.contains("action=\"/measurement\""));
    let answer = send(&router, &cookie, "rating=1&sentence=Changed").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains(&said("sv", "measurement-frozen")));
    let page = shown(&router, &cookie, "/measurement/saved").await;
    assert!(page.contains("3 – Lagom") && !page.contains("Changed"));
}

/// Anna and her supervisor conclude the dialogue about the month.
async fn conclude(store: &Store) {
    let anna = id_of(store, "1001").await;
    let mut reading = store.read(&operator()).await.expect("reads");
    let measurement = reading.measurements_of(anna, 1).await.expect("reads").remove(0).id;
    reading.close().await.expect("closes");
    let mut dialogue = None;
    for name in ["caseworker", "supervisor"] {
        let viewer = crate::access::viewer(store, name).await;
        let id = match dialogue {
            Some(id) => id,
            None => store.open_dialogue(&viewer, measurement, TODAY).await.expect("opens"),
        };
        let mut reading = store.read(&viewer).await.expect("reads");
        let seen = reading.dialogue(id).await.expect("reads").expect("is there").mark();
        reading.close().await.expect("closes");
        store.conclude_dialogue(&viewer, id, &seen, TODAY).await.expect("concludes");
        dialogue = Some(id);
    }
}

#[tokio::test]
async fn a_factor_said_to_be_wrong_is_told_and_taken_back() {
    let (router, store) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    send(&router, &cookie, RIGHT).await;
    let page = shown(&router, &cookie, "/measurement/cases").await;
    assert!(
        page.contains("value=\"tolk:R-1001-0\"") && page.contains("Tolk behövs: ja"),
        "{page}"
    );
    assert!(!page.contains("R-1002"), "nobody else's cases");
    let sent = "wrong=tolk:R-1001-0&wrong=barn:R-1001-2&wrong=tolk:R-1002-0&wrong=x";
    let answer = post(&router, "/measurement/cases", &[("cookie", &cookie)], sent).await;
    assert_eq!(answer.header("location"), "/measurement/saved");
    let page = shown(&router, &cookie, "/measurement/saved").await;
    assert!(page.contains("2 tyngdfaktorer är fel"), "{page}");
    post(&router, "/measurement/cases", &[("cookie", &cookie)], "wrong=barn:R-1001-2").await;
    let page = shown(&router, &cookie, "/measurement/cases").await;
    assert_eq!(page.matches(" checked").count(), 1, "{page}");
    let anna = id_of(&store, "1001").await;
    let mut reading = store.read(&operator()).await.expect("reads");
    let measurement = reading.measurements_of(anna, 1).await.expect("reads").remove(0).id;
    let remarks = reading.remarks(measurement).await.expect("reads");
    let remarks: Vec<_> = remarks
        .iter()
        .map(|one| (one.reference.as_str(), one.factor.as_str(), one.is_right))
        .collect();
    assert_eq!(remarks, [("R-1001-0", "tolk", true), ("R-1001-2", "barn", false)]);
}

#[tokio::test]
async fn both_languages_read_the_balance_and_write_it_in_their_own_way() {
    let (router, _) = filled().await;
    let cookie = cookie(&router, "caseworker").await;
    for (language, sent, written) in [("en", "-1.25", "-1.25 hours"), ("sv", "-1%2C25", "\u{2212}1,25 timmar")] {
        send(&router, &cookie, &format!("rating=3&flex={sent}")).await;
        let headers = [("cookie", &*cookie), ("accept-language", language)];
        let page = get(&router, "/measurement/saved", &headers).await;
        assert!(page.text().contains(written), "{}", page.text());
    }
}
