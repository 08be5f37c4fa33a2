//! Deadlines: what is shown to whom, what is recorded and refused, the calendar, and the figures.

use axum::http::StatusCode;

use crate::access::{cookie, filled};
use crate::support::{get, post};

const CASE: &str = "/deadlines/case/R-1001-0";

#[tokio::test]
async fn what_happened_is_recorded_with_its_day_and_withdrawn_with_a_reason() {
    let (router, _) = filled().await;
    let own = cookie(&router, "caseworker").await;
    let headers = [("cookie", own.as_str())];
    let saved = post(&router, CASE, &headers, "kind=feedback-requested&on=2026-10-20").await;
    assert_eq!((saved.status, saved.header("location")), (StatusCode::SEE_OTHER, CASE));
    let case = get(&router, CASE, &headers).await;
    assert!(case.text().contains("20 oktober 2026"), "{}", case.text());
    let list = get(&router, "/deadlines", &headers).await;
    assert!(list.text().contains(CASE), "its clock is among one's own");
    let id = case.text().split("name=\"withdraw\" value=\"").nth(1).expect("a button");
    let id = id.split('"').next().expect("an id");
    let unsaid = post(&router, CASE, &headers, &format!("withdraw={id}")).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    let withdrawn = post(&router, CASE, &headers, &format!("withdraw={id}&reason=wrong-day")).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
    let case = get(&router, CASE, &headers).await;
    assert!(case.text().contains("<s>") && case.text().contains("fel dag"));
}

#[tokio::test]
async fn what_cannot_be_right_is_said_at_its_field() {
    let (router, _) = filled().await;
    let own = cookie(&router, "caseworker").await;
    let headers = [("cookie", own.as_str())];
    for (form, field, sentence) in [
        ("kind=&on=2026-10-20", "kind", "Välj vad som hände"),
        ("kind=placed", "on", "Skriv vilken dag det hände"),
        ("kind=placed&on=2026-13-01", "on", ""),
        ("kind=placed&on=2030-01-01", "on", "har inte kommit än"),
        (
            "kind=extension-decided&until=2026-12-01",
            "on",
            "dag förlängningen beslutades",
        ),
        ("kind=extension-decided&on=2026-10-20", "until", "sista dagen"),
        (
            "kind=extension-decided&on=2026-10-20&until=2026-10-01",
            "until",
            "efter beslutet",
        ),
        ("kind=placed&on=2026-10-20&until=2026-12-01", "until", "Bara en förlängning"),
    ] {
        let answer = post(&router, CASE, &headers, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(&format!("href=\"#{field}\"")) && text.contains(sentence),
            "{form}: {text}"
        );
    }
    let secret = post(&router, CASE, &headers, "kind=640823-3234&on=2026-10-20").await;
    assert!(!secret.text().contains("3234"));
}

#[tokio::test]
async fn nobody_sees_or_changes_the_case_of_another_team() {
    let (router, _) = filled().await;
    let other = cookie(&router, "other-supervisor").await;
    let headers = [("cookie", other.as_str())];
    assert_eq!(get(&router, CASE, &headers).await.status, StatusCode::NOT_FOUND);
    let change = post(&router, CASE, &headers, "kind=placed&on=2026-10-20").await;
    assert_eq!(change.status, StatusCode::NOT_FOUND);
    let team = get(&router, "/team/deadlines", &headers).await;
    assert!(!team.text().contains("R-1001-0"));
}

#[tokio::test]
async fn a_calendar_is_read_without_signing_in_names_nobody_and_ends_when_it_is_taken_away() {
    let (router, _) = filled().await;
    let own = cookie(&router, "caseworker").await;
    let headers = [("cookie", own.as_str())];
    post(&router, CASE, &headers, "kind=feedback-requested&on=2026-10-28").await;
    let opened = post(&router, "/deadlines/calendar", &headers, "calendar=open").await;
    assert_eq!(opened.status, StatusCode::OK);
    let address = opened.text().split("/calendar/").nth(1).expect("an address");
    let address = format!("/calendar/{}", address.split('<').next().expect("an end"));
    let page = get(&router, "/deadlines", &headers).await;
    assert!(!page.text().contains(&address), "it is shown once");
    let read = get(&router, &address, &[]).await;
    assert_eq!(read.header("content-type"), "text/calendar; charset=utf-8");
    assert!(!read.text().contains("Anna"));
    let mut calendars = ical::IcalParser::new(read.body.as_slice());
    let calendar = calendars.next().expect("a calendar").expect("another program reads it");
    assert!(calendars.next().is_none() && !calendar.events.is_empty());
    for event in &calendar.events {
        let has = |name: &str| event.properties.iter().any(|one| one.name == name && one.value.is_some());
        assert!(
            ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"].into_iter().all(has),
            "{event:?}"
        );
    }
    let lines: Vec<&str> = read.text().split("\r\n").collect();
    assert_eq!((lines[0], lines[lines.len() - 2]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    for start in [
        "UID:",
        "DTSTAMP:",
        "DTSTART;VALUE=DATE:",
        "DTEND;VALUE=DATE:",
        "SUMMARY:R-1001-0: ",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{start}: {}", read.text());
    }
    assert!(read.text().split("\r\n").all(|line| line.len() <= 75), "no line is too long");
    post(&router, "/deadlines/calendar", &headers, "calendar=close").await;
    assert_eq!(get(&router, &address, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn figures_name_nobody() {
    let (router, _) = filled().await;
    for name in ["head", "safety-representative"] {
        let cookie = cookie(&router, name).await;
        let page = get(&router, "/units/deadlines", &[("cookie", &cookie)]).await;
        assert!(page.text().contains("Gruppen söder"), "{name}");
        for person in ["Anna Ek", "Örjan Berg", "Lo Vik"] {
            assert!(!page.text().contains(person), "{name}: {person}");
        }
    }
}
