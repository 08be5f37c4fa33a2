//! Signing in through a provider (OpenID Connect): attempts under way, whom a provider's subjects are, the roles that its claims give,
//! and what a log-out needs. What a provider says is checked before it comes here.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rules::access::{Permission, Role};
use serde_json::json;

use crate::account::{ADD, AccountSettings, GIVE, ID_OF, TAKE, UNIT_WITH_CODE, is_name, name_of};
use crate::session::{ACCOUNT_OF, BEGIN, END, IS_DISABLED, Session, Token};
use crate::{Row, Store, StoreError, Value, Viewer, Writing};

pub(crate) const FORGET_ATTEMPTS: &str = "DELETE FROM openid_attempt WHERE begun <= $1";
pub(crate) const BEGIN_ATTEMPT: &str =
    "INSERT INTO openid_attempt (state, browser, nonce, verifier, back_to, begun) VALUES ($1, $2, $3, $4, $5, $6)";
pub(crate) const TAKE_ATTEMPT: &str = "DELETE FROM openid_attempt WHERE state = $1 AND browser = $2 AND begun > $3 \
     RETURNING nonce, verifier, back_to";
pub(crate) const ACCOUNT_OF_SUBJECT: &str = "SELECT account FROM openid_subject WHERE issuer = $1 AND subject = $2";
pub(crate) const IS_LINKED: &str = "SELECT account FROM openid_subject WHERE issuer = $1 AND account = $2";
pub(crate) const LINK: &str = "INSERT INTO openid_subject (issuer, subject, account, linked) VALUES ($1, $2, $3, $4)";
pub(crate) const UNLINK: &str = "DELETE FROM openid_subject WHERE account = $1";
pub(crate) const PERSON_WITH_NUMBER: &str = "SELECT id FROM person WHERE number = $1";
pub(crate) const ACCOUNTS_OF_PERSON: &str = "SELECT id FROM account WHERE person = $1 \
     AND NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id) ORDER BY id LIMIT 2";
pub(crate) const CLAIMED_ROLES: &str = "SELECT account_role.id, account_role.role, unit.code, account_role.started FROM openid_role \
     JOIN account_role ON account_role.id = openid_role.account_role LEFT JOIN unit ON unit.id = account_role.unit \
     WHERE account_role.account = $1 AND (account_role.until IS NULL OR account_role.until > $2) ORDER BY account_role.id";
pub(crate) const CLAIM_ROLE: &str = "INSERT INTO openid_role (account_role) VALUES ($1)";
pub(crate) const BEGIN_SESSION: &str =
    "INSERT INTO openid_session (sign_in, issuer, subject, sid, id_token) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const FORGET_SESSIONS: &str = "DELETE FROM openid_session WHERE sign_in IN \
     (SELECT sign_in.id FROM sign_in WHERE sign_in.ended IS NOT NULL OR sign_in.begun < $1)";
pub(crate) const TAKE_SESSION: &str = "DELETE FROM openid_session WHERE sign_in IN \
     (SELECT sign_in.id FROM sign_in WHERE sign_in.hash = $1 AND sign_in.account = $2 AND sign_in.ended IS NULL) \
     RETURNING id_token, issuer";
pub(crate) const SESSIONS_OF_SUBJECT: &str = "SELECT sign_in.id FROM openid_session JOIN sign_in ON sign_in.id = openid_session.sign_in \
     WHERE openid_session.issuer = $1 AND (CAST($2 AS TEXT) IS NULL OR openid_session.subject = $2) \
     AND (CAST($3 AS TEXT) IS NULL OR openid_session.sid = $3) AND sign_in.ended IS NULL ORDER BY sign_in.id";
pub(crate) const FORGET_LOG_OUTS: &str = "DELETE FROM openid_log_out WHERE expires <= $1";
pub(crate) const TAKE_LOG_OUT: &str =
    "INSERT INTO openid_log_out (issuer, token, expires) VALUES ($1, $2, $3) ON CONFLICT (issuer, token) DO NOTHING";

/// How long a sign-in that has begun waits for the provider: ten minutes.
pub const LONGEST_ATTEMPT: SignedDuration = SignedDuration::from_mins(10);

/// A sign-in that begins.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// What the provider gives back; 256 random bits.
    pub state: &'a str,
    /// What the ID token must repeat; 256 random bits.
    pub nonce: &'a str,
    /// What proves that who fetches the tokens is who began (PKCE); 256 random bits.
    pub verifier: &'a str,
    /// The page of ours to go to afterwards.
    pub back_to: &'a str,
}

impl std::fmt::Debug for Attempt<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Attempt(…)")
    }
}

/// What was kept of a sign-in that comes back.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    /// What the ID token must repeat.
    pub nonce: String,
    /// For the provider, with the code.
    pub verifier: String,
    /// The page of ours to go to.
    pub back_to: String,
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Begun(…)")
    }
}

/// Somebody whom a provider has vouched for.
#[derive(Clone, Copy)]
pub struct Identity<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// Its own word for whom it means, which never changes.
    pub subject: &'a str,
    /// Its session.
    pub sid: Option<&'a str>,
    /// The ID token as it came, kept for the log-out.
    pub id_token: &'a str,
    /// The name of the account, by a claim: finds the account the first time.
    pub account: Option<&'a str>,
    /// The employment number, by a claim: finds the account the first time when the name does not.
    pub number: Option<&'a str>,
    /// The name as shown, for an account that is made.
    pub display: Option<&'a str>,
    /// The roles that the claims give, with the code of the unit; no code is the whole organisation.
    pub roles: &'a [(Role, Option<String>)],
    /// Whether an account is made for whoever has none and is given a role.
    pub may_create: bool,
}

impl std::fmt::Debug for Identity<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Identity(…)")
    }
}

/// Why somebody whom the provider knows was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum OpenIdError {
    /// No account is this person's, and none is made.
    #[error("no account is this person's")]
    Unknown,
    /// The account that the claims name already belongs to another subject of the provider.
    #[error("the account belongs to another subject")]
    Taken,
    /// The account is out of use.
    #[error("the account is out of use")]
    Disabled,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody was signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Codes of units in the claims that there are none of: no role was given there.
    pub unknown_units: BTreeSet<String>,
}

/// What a log-out token says, once it is checked.
#[derive(Clone, Copy)]
pub struct LogOut<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// Whose sessions; none is given when one session is.
    pub subject: Option<&'a str>,
    /// Which session of the provider's; none is all of the subject's.
    pub sid: Option<&'a str>,
    /// The token's own id.
    pub token: &'a str,
    /// When the token would be too old.
    pub expires: Timestamp,
}

impl std::fmt::Debug for LogOut<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("LogOut(…)")
    }
}

impl Store {
    /// Keeps a sign-in that begins, for the browser that has `browser`; forgets those that took too long.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn begin_openid(&self, attempt: Attempt<'_>, browser: &Token, at: Timestamp) -> Result<(), StoreError> {
        let mut writing = self.begin(&Viewer::system("openid", at)).await?;
        writing.run(FORGET_ATTEMPTS, &[oldest_attempt(at).into()]).await?;
        let hash = browser.hash();
        let values = [
            Value::Text(attempt.state),
            Value::Bytes(&hash),
            Value::Text(attempt.nonce),
            Value::Text(attempt.verifier),
            Value::Text(attempt.back_to),
            at.as_microsecond().into(),
        ];
        writing.run(BEGIN_ATTEMPT, &values).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Takes up the sign-in with this state again; none when it was never begun by the browser that has `browser`, has been taken up
    /// before, or is older than [`LONGEST_ATTEMPT`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn take_openid(&self, state: &str, browser: &Token, at: Timestamp) -> Result<Option<Begun>, StoreError> {
        let mut writing = self.begin(&Viewer::system("openid", at)).await?;
        let hash = browser.hash();
        let values = [Value::Text(state), Value::Bytes(&hash), oldest_attempt(at).into()];
        let read = |row: Row<'_>| {
            Ok(Begun {
                nonce: row.get(0)?,
                verifier: row.get(1)?,
                back_to: row.get(2)?,
            })
        };
        let begun = writing.fetch_optional(TAKE_ATTEMPT, &values, read).await?;
        writing.commit().await?;
        Ok(begun)
    }

    /// Signs in somebody whom a provider has vouched for, and begins a session that `token` stands for.
    ///
    /// The account is that of the subject; the first time it is found by the claims and linked. The roles that claims gave before and no
    /// longer give end `today`, and those that are new begin; roles given here are left alone.
    ///
    /// # Errors
    /// [`OpenIdError`].
    pub async fn sign_in_openid(
        &self,
        identity: Identity<'_>,
        token: &Token,
        settings: &AccountSettings,
        at: Timestamp,
        today: Date,
    ) -> Result<SignedIn, OpenIdError> {
        let mut writing = self.begin(&Viewer::system("openid", at)).await?;
        let account = account_of(&mut writing, &identity).await?;
        let disabled = writing
            .fetch_optional(IS_DISABLED, &[account.into()], |row| row.get::<i64>(0))
            .await?;
        if disabled.is_some() {
            return Err(OpenIdError::Disabled);
        }
        let name = name_of(&mut writing, account).await?;
        let unknown_units = follow_claims(&mut writing, account, &name, identity.roles, today).await?;
        let oldest = at
            .saturating_sub(SignedDuration::from_secs(i64::from(settings.absolute)))
            .unwrap_or(Timestamp::MIN);
        writing.run(FORGET_SESSIONS, &[oldest.as_microsecond().into()]).await?;
        let (id, hash) = (writing.next_ids(1)?, token.hash());
        let values = [id.into(), account.into(), Value::Bytes(&hash), at.as_microsecond().into()];
        writing.execute(BEGIN, &values).await?;
        let values = [
            id.into(),
            Value::Text(identity.issuer),
            Value::Text(identity.subject),
            identity.sid.into(),
            Value::Text(identity.id_token),
        ];
        writing.execute(BEGIN_SESSION, &values).await?;
        writing
            .record_for(
                (&name, at),
                "session.begin",
                &name,
                &json!({ "session": id, "with": "openid" }),
            )
            .await?;
        writing.commit().await?;
        let session = Session { id, begun: at, used: at };
        Ok(SignedIn { session, unknown_units })
    }

    /// The ID token of the viewer's session that `token` stands for, to tell its provider of the log-out, if `issuer` began it. It is not
    /// kept any longer.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn take_id_token(&self, viewer: &Viewer, token: &Token, issuer: &str) -> Result<Option<String>, StoreError> {
        let Some(account) = viewer.account_id() else {
            return Ok(None);
        };
        let mut writing = self.begin(viewer).await?;
        let hash = token.hash();
        let read = |row: Row<'_>| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
        let found = writing
            .fetch_optional(TAKE_SESSION, &[Value::Bytes(&hash), account.into()], read)
            .await?;
        writing.commit().await?;
        Ok(found.filter(|(_, of)| of == issuer).map(|(id_token, _)| id_token))
    }

    /// Ends the sessions that a provider's log-out token is about and says how many; none when the token has been taken before.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn log_out_openid(&self, given: LogOut<'_>, at: Timestamp) -> Result<Option<u64>, StoreError> {
        let mut writing = self.begin(&Viewer::system("openid", at)).await?;
        let now = at.as_microsecond();
        writing.run(FORGET_LOG_OUTS, &[now.into()]).await?;
        let values = [
            Value::Text(given.issuer),
            Value::Text(given.token),
            given.expires.as_microsecond().into(),
        ];
        if writing.run(TAKE_LOG_OUT, &values).await? == 0 {
            return Ok(None);
        }
        let mut ended = 0;
        if given.subject.is_some() || given.sid.is_some() {
            let values = [Value::Text(given.issuer), given.subject.into(), given.sid.into()];
            let sessions = writing.fetch(SESSIONS_OF_SUBJECT, &values, |row| row.get::<i64>(0)).await?;
            for session in sessions {
                let account = writing.fetch_one(ACCOUNT_OF, &[session.into()], |row| row.get(0)).await?;
                let name = name_of(&mut writing, account).await?;
                ended += writing.execute(END, &[session.into(), now.into()]).await?;
                writing
                    .record("session.end", &name, &json!({ "session": session, "by": "openid" }))
                    .await?;
            }
            writing.run(FORGET_SESSIONS, &[i64::MIN.into()]).await?;
        }
        writing.commit().await?;
        Ok(Some(ended))
    }

    /// Has no provider's subject mean this account any longer, and ends its sessions: the next sign-in through a provider finds it by the
    /// claims, as the first did. For a person whom the provider has given a new identity.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], [`StoreError::NotThere`], or as the database answers.
    pub async fn unlink_openid(&self, viewer: &Viewer, account: i64) -> Result<bool, StoreError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let name = name_of(&mut writing, account).await?;
        if writing.execute(UNLINK, &[account.into()]).await? == 0 {
            return Ok(false);
        }
        let ended = crate::session::end_all(&mut writing, account, None).await?;
        let details = json!({ "before": true, "after": null, "sessions_ended": ended });
        writing.record("account.openid", &name, &details).await?;
        writing.commit().await?;
        Ok(true)
    }
}

/// Microseconds since 1970: what began then or before has taken too long.
fn oldest_attempt(at: Timestamp) -> i64 {
    at.saturating_sub(LONGEST_ATTEMPT).unwrap_or(Timestamp::MIN).as_microsecond()
}

/// The account of whom the provider means: that of the subject, or the first time that of the claims, which is then linked.
async fn account_of(writing: &mut Writing, identity: &Identity<'_>) -> Result<i64, OpenIdError> {
    let subject = [Value::Text(identity.issuer), Value::Text(identity.subject)];
    let linked = writing
        .fetch_optional(ACCOUNT_OF_SUBJECT, &subject, |row| row.get::<i64>(0))
        .await?;
    if let Some(account) = linked {
        return Ok(account);
    }
    let person = match identity.number {
        Some(number) => {
            writing
                .fetch_optional(PERSON_WITH_NUMBER, &[Value::Text(number)], |row| row.get::<i64>(0))
                .await?
        }
        None => None,
    };
    let account = match claimed(writing, identity, person).await? {
        Some(account) => account,
        None if identity.may_create && !identity.roles.is_empty() => create(writing, identity, person).await?,
        None => return Err(OpenIdError::Unknown),
    };
    let values = [Value::Text(identity.issuer), account.into()];
    let other = writing.fetch_optional(IS_LINKED, &values, |row| row.get::<i64>(0)).await?;
    if other.is_some() {
        return Err(OpenIdError::Taken);
    }
    let at = writing.viewer().at().as_microsecond();
    let values = [
        Value::Text(identity.issuer),
        Value::Text(identity.subject),
        account.into(),
        at.into(),
    ];
    writing.execute(LINK, &values).await?;
    let name = name_of(writing, account).await?;
    let details = json!({ "before": null, "after": { "issuer": identity.issuer } });
    writing.record("account.openid", &name, &details).await?;
    Ok(account)
}

/// The account that the claims name: by its name, else as the only one of the person with the number.
async fn claimed(writing: &mut Writing, identity: &Identity<'_>, person: Option<i64>) -> Result<Option<i64>, StoreError> {
    if let Some(name) = identity.account {
        let name = name.to_lowercase();
        let found = writing.fetch_optional(ID_OF, &[Value::Text(&name)], |row| row.get(0)).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let Some(person) = person else { return Ok(None) };
    let accounts = writing
        .fetch(ACCOUNTS_OF_PERSON, &[person.into()], |row| row.get::<i64>(0))
        .await?;
    Ok(match accounts.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

/// An account for somebody who had none, without a password.
async fn create(writing: &mut Writing, identity: &Identity<'_>, person: Option<i64>) -> Result<i64, OpenIdError> {
    let name = identity.account.filter(|name| is_name(name)).ok_or(OpenIdError::Unknown)?;
    let name = name.to_lowercase();
    let display = identity.display.unwrap_or(&name);
    let (id, created) = (writing.next_ids(1)?, writing.viewer().at().as_microsecond());
    let values = [id.into(), Value::Text(&name), display.into(), person.into(), created.into()];
    writing.execute(ADD, &values).await?;
    let after = json!({ "before": null, "after": { "display": display, "person": person }, "by": "openid" });
    writing.record("account.add", &name, &after).await?;
    Ok(id)
}

/// Has the roles that claims give be those of `roles`, from `today` on, and gives the codes of units that there are none of.
async fn follow_claims(
    writing: &mut Writing,
    account: i64,
    name: &str,
    roles: &[(Role, Option<String>)],
    today: Date,
) -> Result<BTreeSet<String>, StoreError> {
    let read = |row: Row<'_>| {
        let claimed: (String, Option<String>) = (row.get(1)?, row.get(2)?);
        Ok((row.get::<i64>(0)?, claimed, row.get::<Date>(3)?))
    };
    let held = writing.fetch(CLAIMED_ROLES, &[account.into(), today.into()], read).await?;
    let wanted: BTreeSet<(String, Option<String>)> = roles
        .iter()
        .map(|(role, unit)| (role.id().to_owned(), unit.clone()))
        .collect();
    for (row, claimed, from) in &held {
        if wanted.contains(claimed) {
            continue;
        }
        writing.execute(TAKE, &[(*row).into(), today.max(*from).into()]).await?;
        let after = json!({ "role": claimed.0, "unit": claimed.1, "from": from, "until": today.max(*from) });
        writing
            .record("role.take", name, &json!({ "after": after, "by": "openid" }))
            .await?;
    }
    let mut unknown = BTreeSet::new();
    for (role, unit) in wanted {
        if held.iter().any(|(_, claimed, _)| claimed.0 == role && claimed.1 == unit) {
            continue;
        }
        let mut in_unit = None;
        if let Some(code) = &unit {
            in_unit = writing
                .fetch_optional(UNIT_WITH_CODE, &[Value::Text(code)], |row| row.get::<i64>(0))
                .await?;
            if in_unit.is_none() {
                unknown.insert(code.clone());
                continue;
            }
        }
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            account.into(),
            Value::Text(&role),
            in_unit.into(),
            today.into(),
            None::<Date>.into(),
        ];
        writing.execute(GIVE, &values).await?;
        writing.execute(CLAIM_ROLE, &[id.into()]).await?;
        let after = json!({ "role": role, "unit": unit, "from": today, "until": null });
        writing
            .record("role.give", name, &json!({ "before": null, "after": after, "by": "openid" }))
            .await?;
    }
    Ok(unknown)
}
