//! The own second factor: set up with an app, and taken off again.

use std::fmt::Write as _;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use fast_qr::QRBuilder;
use fast_qr::qr::QRCodeError;
use store::Viewer;
use store::account::AccountError;
use store::second_factor::{Secret, address, base32, secret_of};

use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::accounts::refused;
use crate::session::{SignedIn, random, token};
use crate::site::Site;

#[derive(Template)]
#[template(path = "account/second_factor.html")]
struct SetUpPage {
    page: Page,
    form: Form,
    secret: String,
    /// The secret in groups, as it is typed.
    grouped: String,
    picture: Squares,
    /// Whether a role of the viewer's asks for it.
    is_required: bool,
}

#[derive(Template)]
#[template(path = "account/remove_second_factor.html")]
struct RemovePage {
    page: Page,
    /// Name of the account, for whoever keeps passwords.
    name: String,
    form: Form,
    codes_left: String,
}

#[derive(Template)]
#[template(path = "account/recovery_codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
}

/// A QR code as one path of a picture.
#[derive(Debug, PartialEq, Eq)]
struct Squares {
    /// Width and height, with the empty margin that readers need.
    size: usize,
    path: String,
}

/// The empty margin around a QR code (ISO/IEC 18004, section 6.3.8), in squares.
const MARGIN: usize = 4;

fn squares(text: &str) -> Result<Squares, QRCodeError> {
    let code = QRBuilder::new(text).build()?;
    let mut path = String::new();
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
        }
    }
    let size = code.size + 2 * MARGIN;
    Ok(Squares { size, path })
}

/// `GET /account/second-factor`: sets one up, or takes it off when there is one.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    if viewer.has_second_factor() {
        return to_remove(&site, &viewer, &visit, Form::new(&[("present", Keep::Nothing)])).await;
    }
    to_set_up(&site, &viewer, &visit, Form::new(&[("code", Keep::Nothing)]), random()?).await
}

async fn to_set_up(site: &Site, viewer: &Viewer, visit: &Visit, form: Form, secret: Secret) -> Result<Shown, Failure> {
    let product = visit.tr.text("product");
    let issuer = site
        .organisation()
        .map_or_else(|| product.clone(), |name| format!("{product} {name}"));
    let picture = squares(&address(&secret, viewer.name(), &issuer)).map_err(|error| {
        tracing::error!(%error, "the secret could not be drawn");
        Failure::Internal
    })?;
    let chosen = site.chosen().await?;
    let secret = base32(&secret);
    let groups = secret.as_bytes().chunks(4).map(String::from_utf8_lossy);
    Ok(Shown::new(&SetUpPage {
        page: visit.page("account-factor-title"),
        form,
        grouped: groups.collect::<Vec<_>>().join(" "),
        secret,
        picture,
        is_required: chosen.second_factor.iter().any(|role| viewer.has_role(*role)),
    }))
}

async fn to_remove(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let codes = reading.recovery_codes_left().await?;
    reading.close().await?;
    Ok(Shown::new(&RemovePage {
        page: visit.page("account-factor-title"),
        name: viewer.name().to_owned(),
        form,
        codes_left: visit.tr.counted("account-codes-left", codes),
    }))
}

/// `POST /account/second-factor`: the codes on paper are shown in the answer, once.
///
/// # Errors
/// [`Failure`] when the database does not answer. A wrong code is a form to be put right.
pub async fn set_up(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    if viewer.has_second_factor() {
        return Ok(Redirect::to("/account/second-factor").into_response());
    }
    let secret = sent
        .iter()
        .find(|(name, _)| name == "secret")
        .and_then(|(_, secret)| secret_of(secret));
    let secret = secret.ok_or(Failure::BadRequest)?;
    let mut form = Form::new(&[("code", Keep::Nothing)]).filled_in(sent);
    let random: [u8; 80] = random()?;
    let mut codes = [[0; 10]; 8];
    for (code, bytes) in codes.iter_mut().zip(random.chunks_exact(10)) {
        code.copy_from_slice(bytes);
    }
    match site
        .store()
        .set_second_factor(&viewer, &secret, form.value("code"), codes)
        .await
    {
        Ok(codes) => {
            let page = visit.page("account-codes-title");
            return Ok(Shown::new(&CodesPage { page, codes }).into_response());
        }
        Err(AccountError::Wrong) => form.refuse("code", visit.tr.text("account-code-wrong")),
        Err(error) => refused(&mut form, error, &visit.tr)?,
    }
    let shown = to_set_up(&site, &viewer, &visit, form, secret).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// `POST /account/second-factor/remove`: the password must allow it, and other sessions end.
///
/// # Errors
/// [`Failure`] when the database does not answer. A wrong password is a form to be put right.
pub async fn remove(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    headers: HeaderMap,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut form = Form::new(&[("present", Keep::Nothing)]).filled_in(sent);
    if form.value("present").is_empty() {
        form.refuse("present", visit.tr.text("account-present-needed"));
    } else {
        let (settings, kept) = (site.accounts().await?, token(&site, &headers));
        let removed = site
            .store()
            .remove_own_second_factor(&viewer, form.value("present"), kept.as_ref(), &settings)
            .await;
        match removed {
            Ok(()) => return Ok(Redirect::to("/account").into_response()),
            Err(error) => refused(&mut form, error, &visit.tr)?,
        }
    }
    let shown = to_remove(&site, &viewer, &visit, form).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_the_margin_and_the_three_corners_that_readers_look_for() {
        let picture = squares("otpauth://totp/Tyngdpunkt:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").expect("is drawn");
        let has = |column: usize, row: usize| picture.path.contains(&format!("M{column} {row}h1v1h-1z"));
        let far = picture.size - MARGIN - 7;
        for (column, row) in [(MARGIN, MARGIN), (far, MARGIN), (MARGIN, far)] {
            assert!((0..7).all(|step| has(column + step, row) && has(column, row + step)));
            assert!(!has(column + 1, row + 1) && has(column + 3, row + 3));
        }
        assert!((0..picture.size).all(|step| !has(step, MARGIN - 1) && !has(MARGIN - 1, step)));
    }
}
