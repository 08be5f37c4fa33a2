//! `token`: what programs ask with.

use jiff::ToSpan as _;
use rules::access::Grant;
use rules::period::Period;
use store::token::{NewToken, Secret, Token, USUAL};

use super::account::{role_of, shown};
use super::{nobody, one_person};
use crate::cli::Token as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let told = match options {
        Options::List => None,
        Options::Add {
            name,
            role,
            person,
            read_only,
            until,
        } => {
            let person = match person {
                Some(person) => {
                    let mut reading = session.read(&store).await?;
                    let found = one_person(&mut reading, person, session).await?;
                    Some(found.ok_or_else(|| nobody(person, session))?.id)
                }
                None => None,
            };
            let new = NewToken {
                name: name.clone(),
                person,
                grants: role.iter().map(|role| grant(role, session)).collect::<Result<_, _>>()?,
                read_only: *read_only,
                until: until.unwrap_or_else(|| session.today.saturating_add(USUAL.years())),
            };
            let issued = store
                .issue_token(&session.viewer(), &new, session.random()?, session.today)
                .await;
            Some(issued.map_err(|error| sentences::token(&error, &session.language))?)
        }
        Options::Revoke { name } => {
            let tokens = session.read(&store).await?.tokens().await.map_err(session.store())?;
            let wanted = name.to_lowercase();
            let found = tokens.iter().find(|token| token.name == wanted && token.revoked.is_none());
            let arguments = [("name", sentences::given(name, &session.language))];
            let none = || Failure {
                exit: Exit::Input,
                sentence: session.language.text("no-such-token", &arguments),
            };
            let id = found.ok_or_else(none)?.id;
            store.revoke_token(&session.viewer(), id).await.map_err(session.store())?;
            None
        }
    };
    let mut tokens = session.read(&store).await?.tokens().await.map_err(session.store())?;
    if let Some((id, _)) = &told {
        tokens.retain(|token| token.id == *id);
    }
    session.deliver(&report(&tokens, told.as_ref().map(|(_, secret)| secret), session))?;
    Ok(Exit::Done)
}

/// A role as it is written in the list of accounts: `supervisor@south`.
fn grant(written: &str, session: &Session) -> Result<Grant, Failure> {
    let (role, unit) = match written.split_once('@') {
        Some((role, unit)) => (role, Some(unit.to_owned())),
        None => (written, None),
    };
    Ok(Grant {
        role: role_of(role, session)?,
        unit,
        period: Period::since(session.today),
    })
}

/// The tokens; `secret` is that of the one that was just issued.
fn report(tokens: &[Token], secret: Option<&Secret>, session: &Session) -> Report {
    let text = |id: &str| session.language.text(id, &[]);
    let mut columns = vec![
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("tail", text("column-tail"), Kind::Text),
        Column::new("state", text("column-state"), Kind::Text).priority(Priority::High),
        Column::new("may", text("column-may"), Kind::Text),
        Column::new("roles", text("column-roles"), Kind::Text).priority(Priority::Always),
        Column::new("until", text("column-until"), Kind::Date).priority(Priority::High),
        Column::new("used", text("column-used"), Kind::Date),
    ];
    if secret.is_some() {
        columns.push(
            Column::new("token", text("column-token"), Kind::Text)
                .priority(Priority::Always)
                .wrapping(),
        );
    }
    let mut report = Report::new("tokens", text("title-tokens"), None, columns);
    for token in tokens {
        let roles: Vec<String> = token.grants.iter().map(|grant| shown(grant, session.today)).collect();
        let state = match token.revoked {
            Some(_) => "token-revoked",
            None if token.until <= session.today => "token-expired",
            None => "token-counts",
        };
        let may = if token.read_only { "token-reads" } else { "token-writes" };
        let mut row = vec![
            Cell::Text(token.name.clone()),
            Cell::Text(token.tail.clone()),
            Cell::Text(text(state)),
            Cell::Text(text(may)),
            Cell::Text(roles.join(", ")),
            Cell::Date(token.until),
            Cell::maybe(token.used, Cell::Date),
        ];
        row.extend(secret.map(|secret| Cell::Text(secret.to_text())));
        report.push(row);
    }
    if secret.is_some() {
        report.notes.push(text("token-told-once"));
    }
    report
}
