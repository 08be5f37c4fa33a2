//! One account: whose it is, its roles, its password and where it is signed in; and everything that can be changed about it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::period::Status;
use store::Viewer;
use store::account::{Account, AccountRole};

use super::new::{ToldPage, ways};
use super::{generated, grant, offered, person, places, refused, role_in_words, state, unit_names};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{day_after, moment, period_in_words, read_day};
use crate::session::{SignedIn, random};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "accounts/one.html")]
struct AccountPage {
    page: Page,
    form: Form,
    address: String,
    name: String,
    state: String,
    is_disabled: bool,
    has_second_factor: bool,
    /// Whether it is the viewer's own.
    is_own: bool,
    roles: Vec<GivenRole>,
    /// Those that have not ended, to end one.
    lasting: Vec<(String, String)>,
    offered: Vec<(String, String)>,
    units: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    fewest: String,
    sessions: Vec<Open>,
}

/// A role with its days.
struct GivenRole {
    words: String,
    period: String,
    when: String,
}

/// A place where the account is signed in.
pub(in crate::pages) struct Open {
    pub(in crate::pages) id: String,
    pub(in crate::pages) begun: String,
    pub(in crate::pages) used: String,
    /// The one in which the page is shown.
    pub(in crate::pages) is_this: bool,
}

/// What is known of an account.
struct Known {
    account: Account,
    roles: Vec<AccountRole>,
    units: BTreeMap<String, String>,
    sessions: Vec<store::session::Session>,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, id: i64) -> Result<Self, Failure> {
        let (settings, now) = (site.accounts().await?, site.now().timestamp());
        let mut reading = site.store().read(viewer).await?;
        let account = reading.account(id).await?.ok_or(Failure::NotFound)?;
        let roles = reading.roles_of(id).await?;
        let units = unit_names(&mut reading).await?;
        let mut sessions = reading.sessions_of(id).await?;
        sessions.retain(|session| session.is_open(&settings, now));
        reading.close().await?;
        Ok(Self {
            account,
            roles,
            units,
            sessions,
        })
    }

    fn form(&self) -> Form {
        let mut form = empty_form();
        form.set("display", self.account.display.as_str());
        form.set("person", self.account.number.clone().unwrap_or_default());
        form.set("how", "generated");
        form
    }

    async fn page(self, site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<AccountPage, Failure> {
        let (tr, today) = (&visit.tr, site.now().date());
        let fewest = i64::try_from(site.accounts().await?.minimum_length).unwrap_or(i64::MAX);
        let given = |role: &AccountRole| GivenRole {
            words: role_in_words(role, &self.units, tr),
            period: period_in_words(role.grant.period, tr),
            when: when(role.grant.period.status(today), tr),
        };
        let lasting = self
            .roles
            .iter()
            .filter(|role| role.grant.period.status(today) != Status::Past);
        let choice = |role: &AccountRole| {
            let words = format!(
                "{}, {}",
                role_in_words(role, &self.units, tr),
                period_in_words(role.grant.period, tr)
            );
            (role.id.to_string(), words)
        };
        let (offered, units) = (offered(tr), places(&self.units, tr));
        let open = self.sessions.iter().map(|session| Open {
            id: session.id.to_string(),
            begun: moment(session.begun, site, tr),
            used: moment(session.used, site, tr),
            is_this: false,
        });
        Ok(AccountPage {
            form,
            address: format!("/accounts/{}", self.account.id),
            state: state(&self.account, tr),
            is_disabled: self.account.disabled,
            has_second_factor: self.account.has_second_factor,
            is_own: viewer.account_id() == Some(self.account.id),
            roles: self.roles.iter().map(given).collect(),
            lasting: lasting.map(choice).collect(),
            offered,
            units,
            ways: ways(visit),
            fewest: tr.locale().count(fewest),
            sessions: open.collect(),
            page: visit.titled(tr.with("accounts-one-title", "name", &self.account.display)),
            name: self.account.name,
        })
    }
}

pub(in crate::pages) fn when(status: Status, tr: &Tr) -> String {
    tr.text(match status {
        Status::Coming => "administration-coming",
        Status::Current => "administration-current",
        Status::Past => "administration-past",
    })
}

fn empty_form() -> Form {
    Form::new(&[
        ("display", Keep::Written),
        ("person", Keep::Written),
        ("role", Keep::Written),
        ("unit", Keep::Written),
        ("from", Keep::Written),
        ("last", Keep::Written),
        ("ended", Keep::Written),
        ("ends", Keep::Written),
        ("how", Keep::Written),
        ("password", Keep::Nothing),
    ])
}

/// `GET /accounts/{account}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such account; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(account): Path<String>,
) -> Result<Shown, Failure> {
    let id = account.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    let form = known.form();
    Ok(Shown::new(&known.page(&site, &viewer, &visit, form).await?))
}

/// `POST /accounts/{account}`: the field `do` says which form was sent.
///
/// # Errors
/// [`Failure`] when there is no such account or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(account): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id = account.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    let value = |name: &str| sent.iter().find(|(sent, _)| sent == name).map(|(_, value)| value.clone());
    let what = value("do").ok_or(Failure::BadRequest)?;
    let session = value("session").and_then(|session| session.parse().ok());
    // What another form on the page holds stays as it is stored.
    let mut form = known.form();
    let written = empty_form().filled_in(sent);
    for name in [
        "display", "person", "role", "unit", "from", "last", "ended", "ends", "how", "password",
    ] {
        if !written.values(name).is_empty() {
            form.set(name, written.value(name));
        }
    }
    let changing = Changing {
        site: &site,
        viewer: &viewer,
        known: &known,
        id,
    };
    let done = changing.done(&what, session, &mut form, &visit).await?;
    match done {
        Done::Told(told) => Ok(Shown::new(&*told).into_response()),
        Done::Changed => Ok(Redirect::to(&format!("/accounts/{id}")).into_response()),
        Done::Refused => {
            let page = known.page(&site, &viewer, &visit, form).await?;
            Ok(Shown::new(&page)
                .with_status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response())
        }
    }
}

/// What came of a form.
enum Done {
    Changed,
    Told(Box<ToldPage>),
    /// The faults are in the form.
    Refused,
}

struct Changing<'a> {
    site: &'a Site,
    viewer: &'a Viewer,
    known: &'a Known,
    id: i64,
}

impl Changing<'_> {
    async fn done(&self, what: &str, session: Option<i64>, form: &mut Form, visit: &Visit) -> Result<Done, Failure> {
        let (store, viewer, id, tr) = (self.site.store(), self.viewer, self.id, &visit.tr);
        let result = match what {
            "change" => {
                let mut reading = store.read(viewer).await?;
                let person = person(&mut reading, form, tr).await?;
                reading.close().await?;
                if !form.is_right() {
                    return Ok(Done::Refused);
                }
                store.change_account(viewer, id, form.value("display"), person).await
            }
            "give" => match grant(form, &self.known.units, self.site.now().date(), tr) {
                Some(grant) => store.give_role(viewer, id, &grant).await.map(|_| ()),
                None => return Ok(Done::Refused),
            },
            "end" => match self.ended(form, tr) {
                Some((role, until)) => store.take_role(viewer, role, until).await,
                None => return Ok(Done::Refused),
            },
            "password" => return self.password(form, visit).await,
            "disable" | "enable" => store.disable_account(viewer, id, what == "disable").await,
            "second-factor" => store.remove_second_factor(viewer, id).await.map_err(Into::into),
            "session" => {
                let open = self.known.sessions.iter().map(|session| session.id);
                let session = session.filter(|session| open.clone().any(|id| id == *session));
                match session {
                    Some(session) => store.revoke_session(viewer, session).await.map_err(Into::into),
                    None => Ok(()),
                }
            }
            "sessions" => store
                .revoke_all_sessions(viewer, id, None)
                .await
                .map(|_| ())
                .map_err(Into::into),
            _ => return Err(Failure::BadRequest),
        };
        match result {
            Ok(()) => Ok(Done::Changed),
            Err(error) => {
                refused(form, error, tr)?;
                Ok(Done::Refused)
            }
        }
    }

    /// The role that shall end, and the day on which it no longer counts; the faults are in the form.
    fn ended(&self, form: &mut Form, tr: &Tr) -> Option<(i64, Date)> {
        let role = form.value("ended").parse::<i64>().ok();
        let role = role.filter(|role| self.known.roles.iter().any(|known| known.id == *role));
        if role.is_none() {
            form.refuse("ended", tr.text("accounts-choose-ended"));
        }
        let last = read_day(form, "ends", tr);
        if last.is_none() && !form.has_fault_in("ends") {
            form.refuse("ends", tr.text("administration-day-needed"));
        }
        let today = self.site.now().date();
        let last = last?;
        if day_after(last) < today {
            form.refuse("ends", tr.text("accounts-ends-past"));
        }
        let is_right = form.is_right();
        role.filter(|_| is_right).map(|role| (role, day_after(last)))
    }

    async fn password(&self, form: &mut Form, visit: &Visit) -> Result<Done, Failure> {
        let tr = &visit.tr;
        let settings = self.site.accounts().await?;
        let told = match form.value("how") {
            "generated" => Some(generated(&settings)?),
            "typed" => None,
            _ => {
                form.refuse("how", tr.text("accounts-no-way"));
                return Ok(Done::Refused);
            }
        };
        let new = told.clone().unwrap_or_else(|| form.value("password").to_owned());
        let store = self.site.store();
        let set = store.set_temporary_password(self.viewer, self.id, &new, random()?, &settings);
        if let Err(error) = set.await {
            refused(form, error, tr)?;
            return Ok(Done::Refused);
        }
        Ok(Done::Told(Box::new(ToldPage {
            page: visit.page("accounts-told-title"),
            name: self.known.account.name.clone(),
            password: told,
            address: format!("/accounts/{}", self.id),
            is_new: false,
        })))
    }
}
