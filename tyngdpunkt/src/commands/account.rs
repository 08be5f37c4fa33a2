//! `account`: who can sign in and with which roles, so that an operator can make the first administrator.

use std::io::{BufRead as _, IsTerminal as _};

use jiff::civil::Date;
use rules::access::{Grant, Role};
use rules::period::{Period, Status};
use store::account::{Account, AccountError, AccountSettings};
use store::{Store, StoreError};

use super::{nobody, one_person};
use crate::cli::{Account as Options, GivenRole, Role as RoleOptions};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let failed = |error: AccountError| sentences::account(&error, &session.language);
    let viewer = session.viewer();
    let store = match options {
        Options::Add { .. } => session.open().await?,
        _ => session.open_existing().await?,
    };
    let changed = match options {
        Options::List => None,
        Options::Add {
            account,
            display,
            person,
        } => {
            let person = match person {
                Some(name) => {
                    let mut reading = session.read(&store).await?;
                    let found = one_person(&mut reading, name, session).await?;
                    Some(found.ok_or_else(|| nobody(name, session))?)
                }
                None => None,
            };
            let shown = person.as_ref().map(|person| person.name.as_str());
            let shown = display.as_deref().or(shown).unwrap_or(account);
            let linked = person.as_ref().map(|person| person.id);
            Some(store.add_account(&viewer, account, shown, linked).await.map_err(failed)?)
        }
        Options::Disable { account } | Options::Enable { account } => {
            let id = named(&store, account, session).await?;
            let disabled = matches!(options, Options::Disable { .. });
            store.disable_account(&viewer, id, disabled).await.map_err(failed)?;
            Some(id)
        }
        Options::Unlink { account } => {
            let id = named(&store, account, session).await?;
            store.unlink_openid(&viewer, id).await.map_err(session.store())?;
            Some(id)
        }
        Options::Password { account } => {
            let id = named(&store, account, session).await?;
            let password = password(session)?;
            let settings = AccountSettings::default();
            store
                .set_password(&viewer, id, &password, session.salt()?, &settings)
                .await
                .map_err(failed)?;
            Some(id)
        }
        Options::Role(RoleOptions::Give(given)) => {
            let id = named(&store, &given.account, session).await?;
            let grant = Grant {
                role: role(given, session)?,
                unit: given.unit.clone(),
                period: Period::since(given.from.unwrap_or(session.today)),
            };
            store.give_role(&viewer, id, &grant).await.map_err(failed)?;
            Some(id)
        }
        Options::Role(RoleOptions::Take(given)) => {
            let id = named(&store, &given.account, session).await?;
            take(&store, id, given, session).await?;
            Some(id)
        }
    };
    answer(&store, changed, session).await
}

/// Ends every role of this kind in this unit that has not ended.
async fn take(store: &Store, account: i64, given: &GivenRole, session: &Session) -> Result<(), Failure> {
    let role = role(given, session)?;
    let day = given.from.unwrap_or(session.today);
    let roles = session.read(store).await?.roles_of(account).await.map_err(session.store())?;
    let same = roles
        .iter()
        .filter(|known| known.grant.role == role && known.grant.unit == given.unit);
    let lasting: Vec<i64> = same
        .filter(|known| known.grant.period.status(day) == Status::Current)
        .map(|known| known.id)
        .collect();
    if lasting.is_empty() {
        let arguments = [("role", role.id().into()), ("day", day.to_string().into())];
        return Err(Failure {
            exit: Exit::Input,
            sentence: session.language.text("account-no-such-role-held", &arguments),
        });
    }
    for id in lasting {
        let taken = store.take_role(&session.viewer(), id, day).await;
        taken.map_err(|error| sentences::account(&error, &session.language))?;
    }
    Ok(())
}

fn role(given: &GivenRole, session: &Session) -> Result<Role, Failure> {
    role_of(&given.role, session)
}

/// The role with this id.
pub(super) fn role_of(id: &str, session: &Session) -> Result<Role, Failure> {
    Role::from_id(id).ok_or_else(|| {
        let known = Role::ALL.map(Role::id).join(", ");
        let arguments = [("role", sentences::given(id, &session.language)), ("known", known.into())];
        Failure {
            exit: Exit::Input,
            sentence: session.language.text("no-such-role", &arguments),
        }
    })
}

async fn named(store: &Store, name: &str, session: &Session) -> Result<i64, Failure> {
    store
        .account_named(&session.viewer(), name)
        .await
        .map_err(|error| match error {
            StoreError::NotThere => Failure {
                exit: Exit::Input,
                sentence: session
                    .language
                    .text("no-such-account", &[("name", sentences::given(name, &session.language))]),
            },
            error => sentences::store(&error, &session.language),
        })
}

/// The new password: asked for without showing it at a terminal, otherwise the first line that is sent in.
fn password(session: &Session) -> Result<String, Failure> {
    let input = std::io::stdin();
    let read = if input.is_terminal() {
        rpassword::prompt_password(session.language.text("account-new-password", &[]))
    } else {
        let mut line = String::new();
        input.lock().read_line(&mut line).map(|_| line)
    };
    let read = read.map_err(|error| Failure {
        exit: Exit::of_io(&error),
        sentence: sentences::file(&session.language.text("standard-input", &[]), &error, &session.language),
    })?;
    Ok(read.trim_end_matches(['\r', '\n']).to_owned())
}

/// The account that was changed, or all of them.
async fn answer(store: &Store, changed: Option<i64>, session: &Session) -> Result<Exit, Failure> {
    let text = |id: &str| session.language.text(id, &[]);
    let columns = vec![
        Column::new("account", text("column-account"), Kind::Text).priority(Priority::Always),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::High),
        Column::new("number", text("column-number"), Kind::Text),
        Column::new("state", text("column-state"), Kind::Text).priority(Priority::High),
        Column::new("roles", text("column-roles"), Kind::Text).priority(Priority::Always),
    ];
    let mut report = Report::new("accounts", text("title-accounts"), None, columns);
    let mut reading = session.read(store).await?;
    let accounts = reading.accounts().await.map_err(session.store())?;
    for account in accounts
        .into_iter()
        .filter(|account| changed.is_none_or(|id| account.id == id))
    {
        let roles = reading.roles_of(account.id).await.map_err(session.store())?;
        let lasting = roles
            .iter()
            .filter(|role| role.grant.period.status(session.today) != Status::Past);
        let roles: Vec<String> = lasting.map(|role| shown(&role.grant, session.today)).collect();
        let state = state(&account);
        report.push(vec![
            Cell::Text(account.name),
            Cell::Text(account.display),
            Cell::maybe(account.number, Cell::Text),
            Cell::Text(text(state)),
            Cell::Text(roles.join(", ")),
        ]);
    }
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// A role as it is given on the command line, with its days where they are not simply since some time.
pub(super) fn shown(grant: &Grant, today: Date) -> String {
    let unit = grant.unit.as_ref().map(|unit| format!("@{unit}")).unwrap_or_default();
    let coming = Some(grant.period.from()).filter(|from| *from > today);
    let from = coming.map(|from| format!(" {from}")).unwrap_or_default();
    let to = grant.period.to().map(|to| format!(" –{to}")).unwrap_or_default();
    format!("{}{unit}{from}{to}", grant.role.id())
}

fn state(account: &Account) -> &'static str {
    if account.disabled {
        "account-disabled"
    } else if account.has_password {
        "account-in-use"
    } else {
        "account-without-password"
    }
}
