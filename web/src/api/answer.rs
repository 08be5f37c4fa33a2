//! What a program is answered: amounts, what was made, and lists a page at a time.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rules::amount::{Hours, Points, Share};
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use super::problem::Refusal;

/// An amount as a JSON number: exact, with at most six decimals and no needless zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal(Points);

impl From<Points> for Decimal {
    fn from(points: Points) -> Self {
        Self(points)
    }
}

impl From<Share> for Decimal {
    fn from(share: Share) -> Self {
        Self(Points::from_millionths(share.millionths()))
    }
}

impl From<Hours> for Decimal {
    fn from(hours: Hours) -> Self {
        Self(Points::from_millionths(hours.millionths()))
    }
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl PartialSchema for Decimal {
    fn schema() -> utoipa::openapi::RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Number)
            .description(Some("A decimal number, exact, with at most six decimals."))
            .build()
            .into()
    }
}

impl ToSchema for Decimal {}

/// The id of what was made or changed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub(crate) struct Made {
    /// Its id.
    #[schema(minimum = 1)]
    pub id: i64,
}

/// Something was made, and can be read at `place`.
pub(crate) fn made(id: i64, place: &str) -> Response {
    created(&Made { id }, place)
}

/// Something was made, is told, and can be read at `place`.
pub(crate) fn created(told: &impl Serialize, place: &str) -> Response {
    let mut answer = (StatusCode::CREATED, Json(told)).into_response();
    if let Ok(place) = HeaderValue::from_str(place) {
        answer.headers_mut().insert(header::LOCATION, place);
    }
    answer
}

/// Marks an answer that holds a secret: it is given once and not kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Secret;

/// Which part of a list.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Paging {
    /// What `next` of the page before said; without it the list begins.
    #[param(max_length = 500)]
    pub after: Option<String>,
    /// So many at most; 100 when nothing is said.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
}

/// A day, and which part of a list.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DayPaging {
    /// The day that is asked about; today when nothing is said.
    pub day: Option<jiff::civil::Date>,
    /// What `next` of the page before said; without it the list begins.
    #[param(max_length = 500)]
    pub after: Option<String>,
    /// So many at most; 100 when nothing is said.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
}

impl DayPaging {
    /// Which part of the list.
    pub(crate) fn paging(self) -> Paging {
        Paging {
            after: self.after,
            limit: self.limit,
        }
    }
}

/// A day.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OnDay {
    /// The day that is asked about; today when nothing is said.
    pub day: Option<jiff::civil::Date>,
}

/// No parameters: any is one too many.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// What stands where nothing needs to be said: an empty object.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub(crate) struct Empty {}

const USUAL: u16 = 100;
const MOST: u16 = 500;
const LONGEST_AFTER: usize = 500;

impl Paging {
    /// How many are wanted.
    pub(crate) fn limit(&self) -> Result<usize, Refusal> {
        match self.limit.unwrap_or(USUAL) {
            limit @ 1..=MOST => Ok(limit.into()),
            _ => Err(Refusal::malformed("?limit", "limit").saying("maximum", &MOST)),
        }
    }

    /// The key after which the page begins.
    pub(crate) fn after<K: std::str::FromStr>(&self) -> Result<Option<K>, Refusal> {
        if self.after.as_ref().is_some_and(|after| after.chars().count() > LONGEST_AFTER) {
            return Err(Refusal::malformed("?after", "too-long").saying("maximum", &LONGEST_AFTER));
        }
        let parsed = self.after.as_deref().map(str::parse).transpose();
        parsed.map_err(|_| Refusal::refused("?after", "no-cursor"))
    }

    /// The page of a whole list, each thing of which has a key of its own.
    pub(crate) fn page<T, A, K>(
        &self,
        all: impl IntoIterator<Item = T>,
        key: impl Fn(&T) -> K,
        answer: impl Fn(T) -> A,
    ) -> Result<Page<A>, Refusal>
    where
        K: Ord + std::fmt::Display + std::str::FromStr,
    {
        let (after, limit) = (self.after::<K>()?, self.limit()?);
        let mut rest: Vec<(K, T)> = all
            .into_iter()
            .map(|one| (key(&one), one))
            .filter(|(key, _)| after.as_ref().is_none_or(|after| key > after))
            .collect();
        rest.sort_by(|a, b| a.0.cmp(&b.0));
        let next = (rest.len() > limit).then(|| rest.get(limit - 1).map(|(key, _)| key.to_string()));
        let items = rest.into_iter().take(limit).map(|(_, one)| answer(one)).collect();
        Ok(Page {
            items,
            next: next.flatten(),
        })
    }
}

/// A page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Page<T> {
    /// The things, always in the same order.
    pub items: Vec<T>,
    /// What to send as `after` for the next page; nothing on the last. The header `Link` has the whole address.
    pub next: Option<String>,
}

impl<T: Serialize> Page<T> {
    /// The page with the address of the next in `Link` (RFC 8288).
    pub(crate) fn at(self, uri: &Uri) -> Response {
        let link = self
            .next
            .as_deref()
            .and_then(|next| HeaderValue::from_str(&next_of(uri, next)).ok());
        let mut answer = Json(self).into_response();
        if let Some(link) = link {
            answer.headers_mut().insert(header::LINK, link);
        }
        answer
    }
}

fn next_of(uri: &Uri, after: &str) -> String {
    let others = uri.query().unwrap_or_default().split('&');
    let mut pairs: Vec<String> = others
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some("after"))
        .map(str::to_owned)
        .collect();
    pairs.push(format!("after={}", crate::session::escaped(after)));
    format!("<{}?{}>; rel=\"next\"", uri.path(), pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_number_with_no_needless_zeros() {
        for (millionths, written) in [
            (19_375_000, "19.375"),
            (12_000_000, "12"),
            (-500_000, "-0.5"),
            (123_456_789_123_456, "123456789.123456"),
        ] {
            let decimal = Decimal::from(Points::from_millionths(millionths));
            let json = serde_json::to_string(&decimal).expect("JSON");
            let read: Points = serde_json::from_str(&json).expect("an amount");
            assert_eq!(read.millionths(), millionths, "{json}");
            assert_eq!(json, written);
        }
    }

    #[test]
    fn pages_follow_each_other_without_a_gap_and_the_last_says_so() {
        let all = [5_i64, 3, 9, 1, 7];
        let paging = |after: Option<&str>, limit| Paging {
            after: after.map(str::to_owned),
            limit: Some(limit),
        };
        let page = |paging: Paging| paging.page(all, |one| *one, |one| one).map(|page| (page.items, page.next));
        assert_eq!(page(paging(None, 2)), Ok((vec![1, 3], Some("3".to_owned()))));
        assert_eq!(page(paging(Some("3"), 2)), Ok((vec![5, 7], Some("7".to_owned()))));
        assert_eq!(page(paging(Some("7"), 2)), Ok((vec![9], None)));
        assert_eq!(page(paging(None, 5)), Ok((vec![1, 3, 5, 7, 9], None)));
        assert!(page(paging(None, 0)).is_err() && page(paging(Some("x"), 1)).is_err());
        let uri: Uri = "/api/v1/loads?day=2026-10-31&after=3&limit=2".parse().expect("an address");
        assert_eq!(
            next_of(&uri, "å 7"),
            "</api/v1/loads?day=2026-10-31&limit=2&after=%C3%A5%207>; rel=\"next\""
        );
    }
}
