//! The files that belong to the pages (style, script, icon), each at an address that changes with its content.

use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// A file that belongs to the pages.
#[derive(Debug)]
pub struct Asset {
    /// Its name, the last part of its address.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub content: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";

/// Every file that belongs to the pages, the style sheets in the order in which they are read.
pub const ASSETS: &[Asset] = &[
    Asset {
        name: "designsystemet-theme.css",
        media_type: CSS,
        content: include_bytes!("../vendor/designsystemet/theme.css"),
    },
    Asset {
        name: "designsystemet.css",
        media_type: CSS,
        content: include_bytes!("../vendor/designsystemet/designsystemet.css"),
    },
    Asset {
        name: "theme.css",
        media_type: CSS,
        content: include_bytes!("../static/theme.css"),
    },
    Asset {
        name: "layout.css",
        media_type: CSS,
        content: include_bytes!("../static/layout.css"),
    },
    Asset {
        name: "picture.css",
        media_type: CSS,
        content: include_bytes!("../static/picture.css"),
    },
    Asset {
        name: "print.css",
        media_type: CSS,
        content: include_bytes!("../static/print.css"),
    },
    Asset {
        name: "htmx.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_bytes!("../vendor/htmx/htmx.min.js"),
    },
    Asset {
        name: "icon.svg",
        media_type: "image/svg+xml",
        content: include_bytes!("../static/icon.svg"),
    },
];

/// What the content of each file is known by, in the order of [`ASSETS`].
static VERSIONS: LazyLock<Vec<String>> = LazyLock::new(|| ASSETS.iter().map(|asset| version(asset.content)).collect());

/// The first eight bytes of the content's SHA-256, enough to tell two versions apart.
fn version(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The address of the file `name`; a name that no file has gets an address where nothing is (a test asks for those in use).
#[must_use]
pub fn address(name: &str) -> String {
    let place = ASSETS.iter().position(|asset| asset.name == name);
    let version = place.and_then(|place| VERSIONS.get(place)).map_or("none", String::as_str);
    format!("/static/{version}/{name}")
}

/// `GET /static/{version}/{name}`: the file, to be kept for a year; another content has another address.
pub(crate) async fn send(Path((version, name)): Path<(String, String)>) -> Result<Response, Failure> {
    let found = ASSETS
        .iter()
        .zip(VERSIONS.iter())
        .find(|(asset, current)| asset.name == name && **current == version);
    let (asset, _) = found.ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.content).into_response())
}
