//! What every page has around its own content: language, title, header, navigation and footer.

use std::convert::Infallible;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rules::access::Permission;
use store::Viewer;

use crate::assets;
use crate::failure::Failure;
use crate::site::Site;
use crate::texts::Tr;

/// How long a page that needs nothing else of the database waits for the municipality's name.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(250);

/// Somebody asking for a page: in which language, and which page. A handler takes it as an argument.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The sentences in the visitor's language.
    pub tr: Tr,
    /// Path and query asked for, where a change of language leads back to.
    address: String,
    path: String,
    organisation: Option<String>,
    viewer: Option<Viewer>,
}

impl Visit {
    /// The visit of a request with these headers to this address, by whoever is signed in.
    #[must_use]
    pub fn of_request(headers: &HeaderMap, uri: &Uri, viewer: Option<Viewer>, site: &Site) -> Self {
        let address = uri.path_and_query().map_or("/", |address| address.as_str());
        Self {
            tr: Tr::of_headers(headers, site),
            address: address.to_owned(),
            path: uri.path().to_owned(),
            organisation: site.organisation(),
            viewer,
        }
    }

    /// The path asked for, as it stands in the address.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Who is signed in.
    #[must_use]
    pub fn viewer(&self) -> Option<&Viewer> {
        self.viewer.as_ref()
    }

    /// The same visit by nobody: whoever was signed in no longer is.
    #[must_use]
    pub fn signed_out(self) -> Self {
        Self { viewer: None, ..self }
    }

    /// The same visit to a page that cannot be asked for again: a change of language leads to another one.
    #[must_use]
    pub fn led_to(self, address: &str) -> Self {
        let address = address.to_owned();
        Self { address, ..self }
    }

    /// The frame of a page whose title is the sentence `title_id`, with the navigation that everyone has.
    #[must_use]
    pub fn page(&self, title_id: &str) -> Page {
        self.titled(self.tr.text(title_id))
    }

    /// The frame of a page with this title, for a title that is not a sentence alone.
    #[must_use]
    pub fn titled(&self, title: String) -> Page {
        Page {
            navigation: navigation(&self.tr, &self.path, self.viewer.as_ref()),
            signed_in: self.viewer.as_ref().map(|viewer| viewer.display().to_owned()),
            tr: self.tr.clone(),
            title,
            address: self.address.clone(),
            path: self.path.clone(),
            organisation: self.organisation.clone(),
        }
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        // Without an answer the page has no name in its header; whatever else it needs of the database says so by itself.
        let _ = tokio::time::timeout(PATIENCE, site.chosen()).await;
        Ok(Self::of_request(&parts.headers, &parts.uri, viewer, site))
    }
}

/// A place in the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address.
    pub address: String,
    /// Its name.
    pub name: String,
    /// Whether it is the page shown.
    pub is_current: bool,
}

/// What every page has around its content. A page struct holds it as `page`; `base.html` reads it.
#[derive(Debug, Clone)]
pub struct Page {
    /// The sentences in the visitor's language.
    pub tr: Tr,
    /// The title, also the page's one heading of the first level.
    pub title: String,
    /// Where one can go.
    pub navigation: Vec<Place>,
    /// The municipality's name.
    pub organisation: Option<String>,
    /// The name of whoever is signed in.
    pub signed_in: Option<String>,
    address: String,
    path: String,
}

impl Page {
    /// The same page with other places in the navigation: pairs of address and name, of which that of the page itself is marked.
    #[must_use]
    pub fn with_navigation<A: Into<String>, N: Into<String>>(mut self, places: impl IntoIterator<Item = (A, N)>) -> Self {
        let places = places
            .into_iter()
            .map(|(address, name)| place(address.into(), name.into(), &self.path));
        self.navigation = places.collect();
        self
    }

    /// The same page, to which a change of language leads back without what was asked: where that holds an identity number, it is not
    /// written again.
    #[must_use]
    pub fn forgetting_identity_numbers(mut self, asked: &[(String, String)]) -> Self {
        if asked.iter().any(|(_, value)| rules::identity_number::contains(value)) {
            self.address.clone_from(&self.path);
        }
        self
    }

    /// Path and query of the page, where a change of language leads back to.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The page in the other language: its sentences, to name the language in itself.
    #[must_use]
    pub fn other_language(&self) -> Tr {
        self.tr.in_language(self.tr.locale().other())
    }

    /// The address of a file that belongs to the pages.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The addresses of the style sheets, in their order.
    #[must_use]
    pub fn style_sheets(&self) -> Vec<String> {
        let sheets = assets::ASSETS.iter().filter(|asset| asset.media_type.starts_with("text/css"));
        sheets.map(|asset| assets::address(asset.name)).collect()
    }
}

/// The places that the visitor can go to.
fn navigation(tr: &Tr, path: &str, viewer: Option<&Viewer>) -> Vec<Place> {
    let may = |permission| viewer.is_some_and(|viewer| viewer.may(permission));
    let has_own = viewer.is_some_and(|viewer| viewer.person().is_some()) && may(Permission::OwnLoad);
    [
        ("/", "place-start", viewer.is_none()),
        // What one is responsible for comes before the own number: the first place is where one begins.
        ("/team", "place-team", may(Permission::LoadByName)),
        ("/units", "place-units", may(Permission::UnitSums)),
        ("/my-load", "place-my-load", has_own),
        ("/deadlines", "place-deadlines", has_own && may(Permission::Deadlines)),
        ("/measurement", "place-measurement", has_own),
        (
            "/administration",
            "place-administration",
            crate::pages::administration::is_open_to(viewer),
        ),
        ("/weight-models", "place-weight-models", may(Permission::WeightModels)),
        ("/about-the-number", "place-about-the-number", true),
        ("/help", "place-help", true),
        ("/sign-in", "place-sign-in", viewer.is_none()),
    ]
    .into_iter()
    .filter(|(.., is_open)| *is_open)
    .map(|(address, id, _)| place(address.to_owned(), tr.text(id), path))
    .collect()
}

fn place(address: String, name: String, path: &str) -> Place {
    let is_current = address == path;
    Place {
        address,
        name,
        is_current,
    }
}

/// A filled-in template on its way to the visitor.
#[derive(Debug)]
pub struct Shown {
    markup: Result<String, askama::Error>,
    status: StatusCode,
}

impl Shown {
    /// Fills in the template; the status is 200.
    #[must_use]
    pub fn new(template: &impl Template) -> Self {
        Self {
            markup: template.render(),
            status: StatusCode::OK,
        }
    }

    /// The same with another status: 422 for a form that cannot be taken as it was filled in.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

impl IntoResponse for Shown {
    fn into_response(self) -> Response {
        match self.markup {
            Ok(markup) => (self.status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup).into_response(),
            Err(error) => Failure::from(error).into_response(),
        }
    }
}
