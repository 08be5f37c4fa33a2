//! What a program sent: parameters of the address, and JSON. Each fault is told with its place.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

use axum::body::{Bytes, to_bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;
use serde_path_to_error::Segment;

use super::problem::Refusal;
use crate::site::Site;

/// The parameters of the address.
#[derive(Debug)]
pub(crate) struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Site> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Refusal> {
        let query = parts.uri.query().unwrap_or_default();
        if query.contains("%00") {
            return Err(Refusal::refused("?", "nul"));
        }
        match Query::<T>::try_from_uri(&parts.uri) {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(rejection) => Err(of_query(&rejection)),
        }
    }
}

fn of_query(rejection: &QueryRejection) -> Refusal {
    type AtPlace = serde_path_to_error::Error<serde::de::value::Error>;
    let mut cause: Option<&(dyn Error + 'static)> = Some(rejection);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<AtPlace>() {
            let name = error.path().to_string();
            return Refusal::malformed(
                kept(format!("?{}", name.trim_matches('.'))),
                reason(&error.inner().to_string()),
            );
        }
        cause = error.source();
    }
    Refusal::malformed("?", "wrong-value")
}

/// Ids and other whole numbers stay below this: every language reads them exactly.
pub(super) const LARGEST: i64 = 9_007_199_254_740_991;

/// The id in the path. What is no number is the id of nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Id(pub i64);

impl FromRequestParts<Site> for Id {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let path = Path::<String>::from_request_parts(parts, site).await;
        let text = path.map_err(|_| Refusal::not_found())?;
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let id = text.parse().ok().filter(|id| is_plain && (1..=LARGEST).contains(id));
        id.map(Self).ok_or_else(Refusal::not_found)
    }
}

/// A text in the path, such as the reference of a case.
#[derive(Debug, Clone)]
pub(crate) struct Name(pub String);

impl FromRequestParts<Site> for Name {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let path = Path::<String>::from_request_parts(parts, site).await;
        let Path(text) = path.map_err(|_| Refusal::not_found())?;
        if text.contains('\0') {
            return Err(Refusal::not_found());
        }
        Ok(Self(text))
    }
}

/// The JSON of the body.
#[derive(Debug)]
pub(crate) struct Sent<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Site> for Sent<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        if !is_json(&parts.headers) {
            return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json"));
        }
        let body = whole(body, site).await?;
        read(&body).map(Self)
    }
}

/// The body as it was sent, up to the limit of the settings.
pub(crate) async fn whole(body: axum::body::Body, site: &Site) -> Result<Bytes, Refusal> {
    let too_large = |_| Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    to_bytes(body, site.settings().largest_body).await.map_err(too_large)
}

/// Whether the body says that it is of this media type.
pub(crate) fn is_of_type(headers: &HeaderMap, wanted: &str) -> bool {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let sent = sent.and_then(|sent| sent.split(';').next()).unwrap_or_default();
    sent.trim().eq_ignore_ascii_case(wanted)
}

pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    is_of_type(headers, "application/json")
}

/// Reads JSON into what a handler wants.
pub(crate) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    let mut json: Json = serde_json::from_slice(body).map_err(|error| {
        Refusal::malformed("", "no-json")
            .saying("line", &error.line())
            .saying("column", &error.column())
    })?;
    if let Some(pointer) = nul_in(&json) {
        return Err(Refusal::refused(pointer, "nul"));
    }
    whole_numbers(&mut json);
    let read: Result<Object<T>, _> = serde_path_to_error::deserialize(json);
    read.map(|object| object.0).map_err(|error| {
        let message = error.inner().to_string();
        let segments = error.path().iter().filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => None,
        });
        let mut pointer = segments.fold(String::new(), |pointer, segment| format!("{pointer}/{segment}"));
        // The name of a missing field is ours.
        if let Some(field) = message
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split('`').next())
        {
            pointer = format!("{pointer}/{field}");
        }
        Refusal::malformed(kept(pointer), reason(&message))
    })
}

/// Writes whole numbers as such: `7.0` is one in JSON.
#[expect(clippy::cast_possible_truncation, reason = "whole and within what a double holds exactly")]
fn whole_numbers(json: &mut Json) {
    match json {
        Json::Number(number) if number.is_f64() => {
            let whole = number
                .as_f64()
                .filter(|value| value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_991.0);
            if let Some(value) = whole {
                *json = Json::from(value as i64);
            }
        }
        Json::Array(all) => all.iter_mut().for_each(whole_numbers),
        Json::Object(fields) => fields.values_mut().for_each(whole_numbers),
        _ => {}
    }
}

/// What must stand as an object, each value under its name: by itself, serde takes a list of the values in their order as well.
#[derive(Debug, Clone)]
pub(crate) struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(fields))
            }
        }

        deserializer.deserialize_map(Fields(PhantomData)).map(Self)
    }
}

/// What is wrong, by what serde says of it. Its own words are not told: they repeat what was sent.
fn reason(message: &str) -> &'static str {
    [
        ("missing field", "missing"),
        ("unknown field", "unknown-field"),
        ("duplicate field", "twice"),
    ]
    .into_iter()
    .find_map(|(start, code)| message.starts_with(start).then_some(code))
    .unwrap_or("wrong-value")
}

/// Where a text has a character of the value zero, which no database keeps.
fn nul_in(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => text.contains('\0').then(String::new),
        Json::Array(all) => all
            .iter()
            .zip(0..)
            .find_map(|(one, place): (_, usize)| nul_in(one).map(|rest| format!("/{place}{rest}"))),
        Json::Object(fields) => fields.iter().find_map(|(name, one)| {
            if name.contains('\0') {
                return Some(String::new());
            }
            nul_in(one).map(|rest| format!("/{}{rest}", escaped(name)))
        }),
        _ => None,
    }
}

/// A place, unless its name is one that is told to nobody.
fn kept(pointer: String) -> String {
    if rules::identity_number::contains(&pointer) {
        return String::new();
    }
    pointer
}

/// A part of a JSON Pointer (RFC 6901).
fn escaped(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only read into")]
        list: Vec<Object<Inner>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only read into")]
        number: u8,
    }

    #[test]
    fn every_fault_is_told_with_its_place_and_nothing_of_what_was_sent() {
        for (body, expected) in [
            (
                r#"{"list":[{"number":1},{"number":"640823-3234"}]}"#,
                Refusal::malformed("/list/1/number", "wrong-value"),
            ),
            (r#"{"list":[{}]}"#, Refusal::malformed("/list/0/number", "missing")),
            ("{}", Refusal::malformed("/list", "missing")),
            (
                r#"{"list":[{"number":1,"more":2}]}"#,
                Refusal::malformed("/list/0/more", "unknown-field"),
            ),
            ("[[]]", Refusal::malformed("", "wrong-value")),
            (r#"{"list":[[1]]}"#, Refusal::malformed("/list/0", "wrong-value")),
            (
                r#"{"list":[{"number":1.5}]}"#,
                Refusal::malformed("/list/0/number", "wrong-value"),
            ),
            (r#"{"list":[],"a~/b":"\u0000"}"#, Refusal::refused("/a~0~1b", "nul")),
        ] {
            assert_eq!(read::<Outer>(body.as_bytes()).expect_err(body), expected, "{body}");
        }
        assert!(read::<Outer>(br#"{"list":[{"number":7.0}]}"#).is_ok(), "7.0 is whole");
        let cut = read::<Outer>(b"{").expect_err("cut off");
        assert_eq!(cut, Refusal::malformed("", "no-json").saying("line", &1).saying("column", &1));
    }
}
