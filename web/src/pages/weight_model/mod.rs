//! The weight models: what weighs the cases, since when and why, and how a new version comes about.

pub mod adopt;
pub mod edit;
pub mod effect;
mod fields;
mod words;

use askama::Template;
use axum::extract::{Form as Sent, Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::access::Permission;
use rules::weight_model::{SHIPPED, WeightModel, shipped};
use store::Viewer;
use store::weight_model::{Draft, Version};

use self::words::Part;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::sentences;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "weight_model/models.html")]
struct ModelsPage {
    page: Page,
    /// The model in force; none when there is none.
    current: Option<Shelf>,
    /// Every adopted version, the latest first.
    versions: Vec<Shelf>,
    drafts: Vec<DraftOnShelf>,
    /// Whether the viewer may prepare and adopt.
    may_adopt: bool,
    /// What a new version can begin as: value and words.
    beginnings: Vec<(String, String)>,
    form: Form,
}

#[derive(Template)]
#[template(path = "weight_model/model.html")]
struct ModelPage {
    page: Page,
    version: Shelf,
    source: String,
    unit: String,
    scored_by: String,
    parts: Vec<Part>,
}

/// A version in the list.
struct Shelf {
    address: String,
    title: String,
    version: String,
    from: String,
    /// The last day, or that it holds until further notice.
    until: String,
    /// From when to when, in a sentence.
    holds: String,
    /// When it applies, as a word: now, later, before.
    when: String,
    /// When and by whom it was adopted; empty when not known.
    adopted: String,
    /// Why; empty when not known.
    reason: String,
    is_current: bool,
}

/// A draft in the list.
struct DraftOnShelf {
    address: String,
    title: String,
    version: String,
    saved: String,
}

fn shelf(version: &Version, all: &[Version], today: Date, zone: &TimeZone, tr: &Tr) -> Shelf {
    let from = version.model.valid_from;
    let next = all.iter().map(|other| other.model.valid_from).find(|other| *other > from);
    let until = next.and_then(|next| next.yesterday().ok());
    let is_current = from <= today && until.is_none_or(|until| today <= until);
    let when = if is_current {
        "models-when-now"
    } else if from > today {
        "models-when-later"
    } else {
        "models-when-before"
    };
    let (adopted, reason) = match &version.adopted {
        Some((at, by, reason)) => {
            let day = tr.long_day(at.to_zoned(zone.clone()).date());
            let arguments = [("day", day.into()), ("name", by.as_str().into())];
            (tr.fill("models-adopted-by", &arguments), reason.clone())
        }
        None => (String::new(), String::new()),
    };
    Shelf {
        address: format!("/weight-models/{}", version.id),
        title: version.model.title.clone(),
        version: version.model.version.clone(),
        holds: match until {
            Some(until) => {
                let days = [("from", tr.long_day(from).into()), ("until", tr.long_day(until).into())];
                tr.fill("models-holds", &days)
            }
            None => tr.with("models-holds-on", "from", &tr.long_day(from)),
        },
        from: tr.long_day(from),
        until: until.map_or_else(|| tr.text("models-until-further-notice"), |until| tr.long_day(until)),
        when: tr.text(when),
        adopted,
        reason,
        is_current,
    }
}

async fn models_page(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let now = site.now();
    let mut reading = site.store().read(viewer).await?;
    let versions = reading.versions().await?;
    let drafts = reading.drafts().await?;
    reading.close().await?;
    let tr = &visit.tr;
    let may_adopt = viewer.may(Permission::AdoptModel);
    let shelves: Vec<Shelf> = versions
        .iter()
        .map(|version| shelf(version, &versions, now.date(), now.time_zone(), tr))
        .rev()
        .collect();
    let adopted = versions.iter().rev().map(|version| {
        let words = tr.fill(
            "models-begin-with-adopted",
            &[
                ("title", version.model.title.as_str().into()),
                ("version", version.model.version.as_str().into()),
            ],
        );
        (format!("adopted:{}", version.id), words)
    });
    let shipped = SHIPPED.iter().filter_map(|(id, _)| {
        let model = shipped(id)?;
        let words = tr.with("models-begin-with-shipped", "title", &model.title);
        Some((format!("shipped:{id}"), words))
    });
    let page = ModelsPage {
        current: versions
            .iter()
            .map(|version| shelf(version, &versions, now.date(), now.time_zone(), tr))
            .find(|shelf| shelf.is_current),
        versions: shelves,
        drafts: drafts
            .iter()
            .map(|draft| draft_on_shelf(draft, may_adopt, now.time_zone(), tr))
            .collect(),
        may_adopt,
        beginnings: adopted.chain(shipped).collect(),
        form,
        page: visit.page("models-title"),
    };
    Ok(Shown::new(&page))
}

fn draft_on_shelf(draft: &Draft, may_adopt: bool, zone: &TimeZone, tr: &Tr) -> DraftOnShelf {
    let day = tr.long_day(draft.saved.to_zoned(zone.clone()).date());
    let arguments = [("day", day.into()), ("name", draft.author.as_str().into())];
    let part = if may_adopt { "" } else { "/effect" };
    DraftOnShelf {
        address: format!("/weight-models/drafts/{}{part}", draft.id),
        title: draft.model.title.clone(),
        version: draft.model.version.clone(),
        saved: tr.fill("models-draft-saved-by", &arguments),
    }
}

fn empty_form() -> Form {
    Form::new(&[("from", Keep::Written), ("file", Keep::Nothing)])
}

/// `GET /weight-models`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    models_page(&site, &viewer, &visit, empty_form()).await
}

/// The version with the id that an address has.
async fn version(site: &Site, viewer: &Viewer, id: &str) -> Result<(Version, Vec<Version>), Failure> {
    let id: i64 = id.parse().map_err(|_| Failure::NotFound)?;
    let mut reading = site.store().read(viewer).await?;
    let versions = reading.versions().await?;
    reading.close().await?;
    let version = versions.iter().find(|version| version.id == id).cloned();
    Ok((version.ok_or(Failure::NotFound)?, versions))
}

/// The draft with the id that an address has.
async fn draft(site: &Site, viewer: &Viewer, id: &str) -> Result<Draft, Failure> {
    let id: i64 = id.parse().map_err(|_| Failure::NotFound)?;
    let mut reading = site.store().read(viewer).await?;
    let draft = reading.draft(id).await?;
    reading.close().await?;
    draft.ok_or(Failure::NotFound)
}

/// `GET /weight-models/{version}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such version; or when the database does not answer.
pub async fn show_one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Shown, Failure> {
    let (version, all) = version(&site, &viewer, &id).await?;
    let now = site.now();
    let tr = &visit.tr;
    let page = ModelPage {
        version: shelf(&version, &all, now.date(), now.time_zone(), tr),
        source: version.model.source.clone(),
        unit: version.model.unit.clone(),
        scored_by: words::scored_by(&version.model, tr),
        parts: words::parts(&version.model, tr),
        page: visit.titled(version.model.title.clone()),
    };
    Ok(Shown::new(&page))
}

/// `GET /weight-models/{version}/file`
///
/// # Errors
/// As [`show_one`].
pub async fn send_file(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let (version, _) = version(&site, &viewer, &id).await?;
    Ok(file(&version.model))
}

/// `GET /weight-models/drafts/{draft}/file`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer.
pub async fn send_draft(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    Ok(file(&draft.model))
}

/// A model as a file to be kept.
fn file(model: &WeightModel) -> Response {
    crate::download::file(
        &format!("{}-{}.toml", model.id, model.version),
        HeaderValue::from_static("application/toml; charset=utf-8"),
        model.to_toml(),
    )
}

/// `POST /weight-models/drafts`: begins a new version as a copy of another.
///
/// # Errors
/// [`Failure`] when the database does not answer. A beginning that there is not is no failure but a form to be put right.
pub async fn begin(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut form = empty_form().filled_in(sent);
    let model = match form.value("from").split_once(':') {
        Some(("adopted", id)) => match version(&site, &viewer, id).await {
            Ok((version, _)) => Some(version.model),
            Err(Failure::NotFound) => None,
            Err(failure) => return Err(failure),
        },
        Some(("shipped", id)) => shipped(id),
        _ => None,
    };
    let Some(model) = model else {
        form.refuse("from", visit.tr.text("models-no-such-beginning"));
        let page = models_page(&site, &viewer, &visit, form).await?;
        return Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    keep(&site, &viewer, &model).await
}

async fn keep(site: &Site, viewer: &Viewer, model: &WeightModel) -> Result<Response, Failure> {
    let id = site.store().save_draft(viewer, None, model).await?.ok_or(Failure::Internal)?;
    Ok(Redirect::to(&format!("/weight-models/drafts/{id}")).into_response())
}

/// So many faults of a file are told at a time.
const MOST_FAULTS: usize = 20;

/// `POST /weight-models/drafts/upload`: begins a new version as a file says.
///
/// # Errors
/// [`Failure`] when the database does not answer or nothing that was sent can be understood. A file with faults is no failure but a form
/// to be put right.
pub async fn upload(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    mut sent: Multipart,
) -> Result<Response, Failure> {
    let mut form = empty_form();
    let mut found = None;
    while let Some(field) = sent.next_field().await.map_err(|error| multipart(&error))? {
        if field.name() == Some("file") && found.is_none() {
            let name = field.file_name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|error| multipart(&error))?;
            found = Some((name, bytes)).filter(|(name, bytes)| !name.is_empty() || !bytes.is_empty());
        }
    }
    let tr = &visit.tr;
    let parsed = match &found {
        None => Err(vec![tr.text("models-no-file")]),
        Some((_, bytes)) => match std::str::from_utf8(bytes) {
            Err(_) => Err(vec![tr.text("models-file-not-text")]),
            Ok(text) if rules::identity_number::contains(text) => Err(vec![tr.text("models-file-identity-number")]),
            Ok(text) => WeightModel::parse(text).map_err(|error| {
                let name = found.as_ref().map_or("", |(name, _)| name);
                sentences::model(&error, &sentences::without_identity_number(name, tr), tr)
            }),
        },
    };
    match parsed {
        Ok(model) => keep(&site, &viewer, &model).await,
        Err(faults) => {
            for fault in faults.into_iter().take(MOST_FAULTS) {
                form.refuse("file", fault);
            }
            let page = models_page(&site, &viewer, &visit, form).await?;
            Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

/// What a form with files that breaks off means.
pub(super) fn multipart(error: &axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge
    } else {
        Failure::BadRequest
    }
}

/// `POST /weight-models/drafts/{draft}/throw-away`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer.
pub async fn throw_away(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id: i64 = id.parse().map_err(|_| Failure::NotFound)?;
    if site.store().throw_draft_away(&viewer, id).await? {
        Ok(Redirect::to("/weight-models"))
    } else {
        Err(Failure::NotFound)
    }
}

/// The ids of the sentences that the form puts together, for the test of the sentences.
#[cfg(test)]
pub(crate) fn composed() -> Vec<String> {
    let mut ids = Vec::new();
    for table in &fields::TABLES {
        ids.extend(["part", "hint"].map(|what| format!("models-{what}-{}", table.name)));
        for field in table.fields {
            ids.push(format!("models-field-{}-{}", table.name, field.key));
            if let fields::Kind::Choice(choices) = field.kind {
                ids.extend(choices.iter().map(|choice| format!("models-choice-{}-{choice}", field.key)));
            }
        }
    }
    ids
}
