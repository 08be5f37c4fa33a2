//! The calendar of one's own deadlines: an address with a secret that a calendar program reads. References only, and nobody's name.

use std::fmt::Write as _;

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::deadline::Clock;
use store::deadline::CaseClocks;
use store::feed::Feed;
use store::session::Token;

use super::{Asked, open, words};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, new_token};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "deadline/calendar.html")]
struct CalendarPage {
    page: Page,
    address: String,
}

/// When a calendar was opened and last read.
pub(super) fn told(feed: &Feed, site: &Site, tr: &Tr) -> String {
    let created = site.now().time_zone().to_datetime(feed.created).date();
    let created = tr.long_day(created);
    match feed.used {
        Some(used) => tr.fill(
            "deadline-calendar-used",
            &[("created", created.into()), ("used", tr.long_day(used).into())],
        ),
        None => tr.with("deadline-calendar-unused", "created", &created),
    }
}

/// `POST /deadlines/calendar`: opens a calendar (`open`) and shows its address once, or takes it away (`close`).
///
/// # Errors
/// [`Failure::BadRequest`] when it says neither; [`Failure::NotFound`] for whoever has no deadlines of the own.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let says = |wanted: &str| sent.iter().any(|(name, value)| name == "calendar" && value == wanted);
    if says("close") {
        site.store().close_feed(&viewer).await?;
        return Ok(Redirect::to("/deadlines#calendar").into_response());
    }
    if !says("open") {
        return Err(Failure::BadRequest);
    }
    let secret = new_token()?;
    site.store().open_feed(&viewer, &secret).await?;
    let page = visit.led_to("/deadlines").page("deadline-calendar-opened");
    let host = site.settings().public_address.as_deref().unwrap_or_default();
    let address = format!("{}/calendar/{}", host.trim_end_matches('/'), secret.to_text());
    Ok(Shown::new(&CalendarPage { page, address }).into_response())
}

/// `GET /calendar/{secret}`: the calendar, for whatever has its address; no cookie is asked for.
///
/// # Errors
/// [`Failure::NotFound`] when no calendar has the secret; or when the database does not answer.
pub async fn feed(State(site): State<Site>, visit: Visit, Path(secret): Path<String>) -> Result<Response, Failure> {
    let secret = Token::from_text(&secret).ok_or(Failure::NotFound)?;
    let now = site.now();
    let (at, day) = (now.timestamp(), now.date());
    let viewer = site.store().feed_viewer(&secret, at, day).await?.ok_or(Failure::NotFound)?;
    let person = viewer.person().ok_or(Failure::NotFound)?;
    let asked = Asked::on(&site, day).await?;
    let mut reading = site.store().read(&viewer).await?;
    let cases = reading
        .deadlines_of(asked.question(), person)
        .await?
        .ok_or(Failure::NotFound)?;
    reading.close().await?;
    let text = calendar(&open(&cases), at, &visit.tr);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

/// The calendar by RFC 5545: an all-day event for the last day of each clock.
fn calendar(open: &[(Date, &CaseClocks<'_>, &Clock<'_>)], at: Timestamp, tr: &Tr) -> String {
    let mut text = String::new();
    for start in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tyngdpunkt//Deadlines//SV"] {
        line(&mut text, start);
    }
    line(&mut text, &format!("X-WR-CALNAME:{}", escaped(&tr.text("deadline-title"))));
    let stamp = at.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (last, case, clock) in open {
        line(&mut text, "BEGIN:VEVENT");
        let unique = format!("{}-{}-{}-{}", case.reference, clock.duty.id, clock.from, clock.round);
        line(&mut text, &format!("UID:{}@tyngdpunkt", escaped(&unique)));
        line(&mut text, &format!("DTSTAMP:{stamp}"));
        line(&mut text, &format!("DTSTART;VALUE=DATE:{}", last.strftime("%Y%m%d")));
        let end = last.saturating_add(1.day());
        line(&mut text, &format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d")));
        let summary = format!("{}: {}", case.reference, words::title(clock.duty, tr));
        line(&mut text, &format!("SUMMARY:{}", escaped(&summary)));
        let section = format!("{} {}", clock.duty.act, clock.duty.section);
        line(&mut text, &format!("DESCRIPTION:{}", escaped(&section)));
        line(&mut text, "TRANSP:TRANSPARENT");
        line(&mut text, "END:VEVENT");
    }
    line(&mut text, "END:VCALENDAR");
    text
}

/// A text as it stands in a value (RFC 5545, 3.3.11). What would end the line is a space.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// So many bytes a line has at most (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// Adds a line, folded where it is too long, never inside a letter.
fn line(text: &mut String, content: &str) {
    let mut width = 0;
    for letter in content.chars() {
        if width + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(letter);
        width += letter.len_utf8();
    }
    let _ = write!(text, "\r\n");
}
