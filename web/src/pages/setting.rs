//! The settings that the municipality changes in the pages: each with what it is for, what it can be, and who changed it last.

use askama::Template;
use axum::extract::{Form as Sent, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::access::Role;
use rules::setting::{Kind, Setting, SettingFault};
use store::Viewer;
use store::setting::{Chosen, SettingError};

use super::administration::{moment, refuse, refuse_identity_numbers};
use super::deadline::{law, title};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    settings: Vec<Line>,
    is_saved: bool,
}

/// A setting.
struct Line {
    id: &'static str,
    title: String,
    hint: String,
    /// The roles or duties to choose from; none for a field that is written in.
    roles: Vec<(String, String)>,
    /// What the operator has decided; none when the municipality decides here.
    operators: Option<String>,
    changed: String,
}

fn empty_form() -> Form {
    let fields: Vec<(&'static str, Keep)> = Setting::ALL.map(|setting| (setting.id(), Keep::Written)).to_vec();
    Form::new(&fields)
}

/// `GET /settings`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Shown, Failure> {
    let chosen = chosen(&site, &viewer).await?;
    let mut form = empty_form();
    for setting in Setting::ALL.into_iter().filter(|setting| !is_list(*setting)) {
        form.set(setting.id(), usual(setting));
    }
    for one in chosen.iter().filter(|one| one.value.is_some()) {
        let value = one.value.clone().unwrap_or_default();
        if is_list(one.setting) {
            let roles = value
                .split_whitespace()
                .map(|role| (one.setting.id().to_owned(), role.to_owned()));
            form = form.filled_in(roles.collect::<Vec<_>>());
        } else {
            form.set(one.setting.id(), value);
        }
    }
    let is_saved = asked.iter().any(|(name, _)| name == "saved");
    shown(&site, &visit, form, &chosen, is_saved).await
}

/// Whether several of a list can be chosen.
fn is_list(setting: Setting) -> bool {
    matches!(setting.kind(), Kind::Roles | Kind::Duties)
}

/// The duties that are followed only where somebody says so.
fn duties(tr: &Tr) -> Result<Vec<(String, String)>, Failure> {
    let law = law()?;
    let mut duties: Vec<(String, String)> = Vec::new();
    for duty in law.duties().iter().filter(|duty| !law.is_told_by_phases(duty)) {
        if !duties.iter().any(|(id, _)| *id == duty.id) {
            duties.push((duty.id.clone(), title(duty, tr).to_owned()));
        }
    }
    Ok(duties)
}

/// What a setting is until somebody changes it, as it is written.
fn usual(setting: Setting) -> String {
    match setting.kind() {
        Kind::Number { default, .. } => default.to_string(),
        Kind::Text { .. } | Kind::Roles | Kind::Duties => String::new(),
    }
}

async fn chosen(site: &Site, viewer: &Viewer) -> Result<Vec<Chosen>, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let chosen = reading.chosen_settings().await?;
    reading.close().await?;
    Ok(chosen)
}

async fn shown(site: &Site, visit: &Visit, form: Form, chosen: &[Chosen], is_saved: bool) -> Result<Shown, Failure> {
    let tr = &visit.tr;
    let mut settings = Vec::new();
    for setting in Setting::ALL {
        settings.push(line(setting, site, chosen, tr).await?);
    }
    Ok(Shown::new(&SettingsPage {
        form,
        settings,
        is_saved,
        page: visit.page("settings-title"),
    }))
}

async fn line(setting: Setting, site: &Site, chosen: &[Chosen], tr: &Tr) -> Result<Line, Failure> {
    let id = setting.id();
    let count = |number: u16| tr.locale().count(number.into());
    let explained = tr.text(&format!("setting-{id}-hint"));
    let hint = match setting.kind() {
        Kind::Number { least, most, default } => tr.fill(
            "settings-number",
            &[
                ("explained", explained.into()),
                ("least", count(least).into()),
                ("most", count(most).into()),
                ("default", count(default).into()),
            ],
        ),
        Kind::Text { .. } | Kind::Roles | Kind::Duties => explained,
    };
    let roles = match setting.kind() {
        Kind::Roles => Role::ALL
            .map(|role| (role.id().to_owned(), tr.text(&format!("role-{}", role.id()))))
            .to_vec(),
        Kind::Duties => duties(tr)?,
        Kind::Text { .. } | Kind::Number { .. } => Vec::new(),
    };
    let changed = match chosen.iter().find(|one| one.setting == setting) {
        Some(one) => tr.fill(
            "settings-changed",
            &[("at", moment(one.at, site, tr).into()), ("actor", one.actor.clone().into())],
        ),
        None => tr.text("settings-never-changed"),
    };
    Ok(Line {
        id,
        title: tr.text(&format!("setting-{id}")),
        hint,
        roles,
        operators: operators(setting, site).await?,
        changed,
    })
}

/// What holds when the operator decides it.
async fn operators(setting: Setting, site: &Site) -> Result<Option<String>, Failure> {
    if !site.is_operators(setting) {
        return Ok(None);
    }
    let accounts = site.accounts().await?;
    Ok(match setting {
        Setting::Organisation => site.organisation(),
        Setting::PasswordLength => Some(accounts.minimum_length.to_string()),
        Setting::IdleMinutes => Some((accounts.idle / 60).to_string()),
        Setting::SessionHours => Some((accounts.absolute / 3600).to_string()),
        Setting::GroupLimit
        | Setting::DaysToHead
        | Setting::SecondFactor
        | Setting::ReviewShare
        | Setting::NotAboutChildren
        | Setting::FollowedDuties => None,
    })
}

/// `POST /settings`: all together or none. What the operator decides is passed over.
///
/// # Errors
/// [`Failure`] when the database does not answer. What cannot be taken is a form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    // A form that says nothing of the settings would set them all back.
    if !sent.iter().any(|(name, _)| Setting::from_id(name).is_some()) {
        return Err(Failure::BadRequest);
    }
    let mut form = empty_form().filled_in(sent);
    let mut wanted: Vec<(Setting, Option<String>)> = Vec::new();
    for setting in Setting::ALL.into_iter().filter(|setting| !site.is_operators(*setting)) {
        let written = form.values(setting.id()).join(" ");
        if written.trim().is_empty() {
            wanted.push((setting, None));
            continue;
        }
        match setting.read(&written) {
            Ok(value) => wanted.push((setting, Some(value).filter(|value| *value != usual(setting)))),
            Err(fault) => refused(&mut form, setting, fault, tr),
        }
    }
    if form.is_right() {
        let wanted: Vec<(Setting, Option<&str>)> = wanted.iter().map(|(setting, value)| (*setting, value.as_deref())).collect();
        match site.store().choose_settings(&viewer, &wanted).await {
            Ok(()) => {}
            Err(SettingError::Fault(fault)) => {
                tracing::error!(%fault, "a setting was taken by the page and refused by the store");
                return Err(Failure::Internal);
            }
            Err(SettingError::Store(error)) => return Err(error.into()),
        }
        site.choose_again().await?;
        return Ok(Redirect::to("/settings?saved=yes").into_response());
    }
    let chosen = chosen(&site, &viewer).await?;
    let shown = shown(&site, &visit, form, &chosen, false).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn refused(form: &mut Form, setting: Setting, fault: SettingFault, tr: &Tr) {
    let id = setting.id();
    match fault {
        SettingFault::Long { longest } => {
            let longest = i64::try_from(longest).unwrap_or(i64::MAX);
            form.refuse(id, tr.counted("settings-too-long", longest));
        }
        SettingFault::IdentityNumber => refuse_identity_numbers(form, &[id], tr),
        SettingFault::Number { least, most } => {
            let arguments = [("least", i64::from(least).into()), ("most", i64::from(most).into())];
            refuse(form, id, &tr.fill("settings-no-number", &arguments));
        }
        SettingFault::Duty => refuse(form, id, &tr.text("settings-no-duty")),
        SettingFault::Role => refuse(form, id, &tr.text("settings-no-role")),
    }
}
