//! Tokens: what a program asks with. A token acts as an account of its own, which nobody can sign in to and whose name stands in the log.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rules::access::{Authority, Grant, Permission};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::account::{self, AccountError, AccountRole, checked_name, give, grants_of};
use crate::error::Rule;
use crate::log::moment;
use crate::session;
use crate::{Reading, Row, Store, StoreError, Value, Viewer};

pub(crate) const ADD: &str = "INSERT INTO token (id, account, hash, tail, read_only, issuer, issued, until) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
pub(crate) const FIND: &str = "SELECT token.id, token.hash, token.read_only, token.until, token.used, account.id, account.name, \
     account.display, account.person FROM token JOIN account ON account.id = token.account \
     WHERE token.hash = $1 AND token.revoked IS NULL AND account.disabled IS NULL";
pub(crate) const TOUCH: &str = "UPDATE token SET used = $2 WHERE id = $1 AND (used IS NULL OR used < $2)";
pub(crate) const TOKENS: &str = "SELECT token.id, token.account, account.display, account.person, person.number, token.tail, token.read_only, \
     token.issuer, token.issued, token.until, token.used, token.revoked FROM token JOIN account ON account.id = token.account \
     LEFT JOIN person ON person.id = account.person ORDER BY token.id";
pub(crate) const WITH_ID: &str =
    "SELECT token.account, account.name FROM token JOIN account ON account.id = token.account WHERE token.id = $1";
pub(crate) const REVOKE: &str = "UPDATE token SET revoked = $2 WHERE id = $1 AND revoked IS NULL";

/// What every token begins with, so that a program that looks for secrets in the wrong place knows one.
pub const PREFIX: &str = "tyngd_";

/// The longest that a token can count, years.
pub const LONGEST: i32 = 2;

/// So long a token counts when nothing else is said, years.
pub const USUAL: i32 = 1;

/// How many figures of its own hash a token ends with: whoever looks for secrets can tell a token from what only looks like one.
const CHECK: usize = 8;

/// How long a request waits to note the day of use; when somebody else is writing for longer, the next request does it.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(100);

/// What only the program has: 256 random bits. The database has their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret(session::Token);

impl Secret {
    /// A token of these random bytes.
    #[must_use]
    pub const fn new(random: [u8; 32]) -> Self {
        Self(session::Token::new(random))
    }

    /// As a program sends it: `tyngd_`, 64 hexadecimal figures, and the first eight of their SHA-256.
    #[must_use]
    pub fn to_text(&self) -> String {
        let figures = self.0.to_text();
        format!("{PREFIX}{figures}{}", check(&figures))
    }

    /// From what a program sent; none when it is no token.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(PREFIX)?;
        let (figures, end) = rest.split_at_checked(rest.len().checked_sub(CHECK)?)?;
        if check(figures) != end {
            return None;
        }
        session::Token::from_text(figures).map(Self)
    }
}

fn check(figures: &str) -> String {
    let hash = Sha256::digest(figures);
    let text = hash.iter().take(CHECK / 2);
    text.fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// A token to be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Its name: letters, figures and `.`, `-`, `_`, `@`, one to eighty. In the log it stands after `token:`.
    pub name: String,
    /// Id of the person whose own load it may read, where a role lets it; none for a program that is nobody.
    pub person: Option<i64>,
    /// What it may do, where and when.
    pub grants: Vec<Grant>,
    /// Whether it may only read.
    pub read_only: bool,
    /// The first day on which it no longer counts; at most two years ahead.
    pub until: Date,
}

/// A token, for whoever administers accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Id in this database.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Id of the person it is linked to.
    pub person: Option<i64>,
    /// That person's employment number.
    pub number: Option<String>,
    /// Its last letters.
    pub tail: String,
    /// What it may do.
    pub grants: Vec<Grant>,
    /// Whether it may only read.
    pub read_only: bool,
    /// Who issued it, by the name in the log.
    pub issuer: String,
    /// When.
    pub issued: Timestamp,
    /// The first day on which it no longer counts.
    pub until: Date,
    /// The last day on which it was used.
    pub used: Option<Date>,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

/// Why a token was not issued.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// It would end before it begins, or count for too long.
    #[error("a token counts from today until a day from {first} to {last}, not {until}")]
    Until {
        /// The day given.
        until: Date,
        /// The earliest day.
        first: Date,
        /// The latest day.
        last: Date,
    },
    /// It has no role, so it could ask for nothing.
    #[error("a token has at least one role")]
    NoRole,
    /// There is no such person.
    #[error("there is no person {person}")]
    NoPerson {
        /// The id given.
        person: i64,
    },
    /// Its name or a role.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<StoreError> for TokenError {
    fn from(error: StoreError) -> Self {
        Self::Account(error.into())
    }
}

impl Store {
    /// Issues a token and gives its id and the token itself, which can never be read again. `random` is 32 random bytes and `today` the day
    /// where the municipality lies.
    ///
    /// # Errors
    /// [`TokenError`].
    pub async fn issue_token(
        &self,
        viewer: &Viewer,
        new: &NewToken,
        random: [u8; 32],
        today: Date,
    ) -> Result<(i64, Secret), TokenError> {
        viewer.require(Permission::Accounts)?;
        let name = checked_name(&new.name)?;
        let (first, last) = (today.saturating_add(1.day()), today.saturating_add(LONGEST.years()));
        if new.until < first || new.until > last {
            let until = new.until;
            return Err(TokenError::Until { until, first, last });
        }
        if new.grants.is_empty() {
            return Err(TokenError::NoRole);
        }
        let secret = Secret::new(random);
        let text = secret.to_text();
        let tail = text.get(text.len() - 4..).unwrap_or_default();
        let (hash, at) = (secret.0.hash(), viewer.at().as_microsecond());
        let logged = logged_name(&name);
        let mut writing = self.begin(viewer).await?;
        if let Some(person) = new.person {
            let known = writing
                .fetch_optional(crate::load::PERSON, &[person.into()], |row| row.get::<i64>(0))
                .await?;
            known.ok_or(TokenError::NoPerson { person })?;
        }
        let (account, id) = (writing.next_ids(1)?, writing.next_ids(1)?);
        let values = [
            account.into(),
            Value::Text(&logged),
            Value::Text(&name),
            new.person.into(),
            at.into(),
        ];
        match writing.execute(account::ADD, &values).await {
            Err(StoreError::Refused { rule: Rule::Unique, .. }) => return Err(AccountError::NameTaken { name }.into()),
            done => done?,
        };
        let values = [
            id.into(),
            account.into(),
            Value::Bytes(&hash),
            Value::Text(tail),
            new.read_only.into(),
            viewer.name().into(),
            at.into(),
            new.until.into(),
        ];
        writing.execute(ADD, &values).await?;
        let mut roles = Vec::with_capacity(new.grants.len());
        for grant in &new.grants {
            give(&mut writing, account, grant).await?;
            let (from, until) = (grant.period.from(), grant.period.to());
            roles.push(json!({ "role": grant.role.id(), "unit": grant.unit, "from": from, "until": until }));
        }
        let after = json!({ "person": new.person, "roles": roles, "read_only": new.read_only, "until": new.until });
        writing
            .record("token.issue", &logged, &json!({ "before": null, "after": after }))
            .await?;
        writing.commit().await?;
        Ok((id, secret))
    }

    /// Takes a token out of use for good. Its name in the log stays.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], [`StoreError::NotThere`], or as the database answers.
    pub async fn revoke_token(&self, viewer: &Viewer, token: i64) -> Result<(), StoreError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let read = |row: Row<'_>| Ok((row.get::<i64>(0)?, row.get::<String>(1)?));
        let found = writing.fetch_optional(WITH_ID, &[token.into()], read).await?;
        let (account, name) = found.ok_or(StoreError::NotThere)?;
        let at = viewer.at().as_microsecond();
        if writing.execute(REVOKE, &[token.into(), at.into()]).await? > 0 {
            writing.execute(account::DISABLE, &[account.into(), at.into()]).await?;
            writing.record("token.revoke", &name, &json!({ "token": token })).await?;
            writing.commit().await?;
        }
        Ok(())
    }

    /// The program that has this token, at the moment `at`, which is the day `today` where the municipality lies; none when the token is
    /// out of use or there never was one. Notes the day.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn token_viewer(&self, secret: &Secret, at: Timestamp, today: Date) -> Result<Option<Viewer>, StoreError> {
        let job = Viewer::system("token", at);
        let mut reading = self.read(&job).await?;
        let hash = secret.0.hash();
        let read = |row: Row<'_>| {
            let same = bool::from(row.get::<&[u8]>(1)?.ct_eq(&hash));
            let token: (i64, bool, Date, Option<Date>) = (row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?);
            let account: (i64, String, String, Option<i64>) = (row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?);
            Ok((same, token, account))
        };
        let found = reading.fetch_optional(FIND, &[Value::Bytes(&hash)], read).await?;
        let Some((true, (token, read_only, until, used), (id, name, display, person))) = found else {
            return Ok(None);
        };
        if until <= today {
            return Ok(None);
        }
        let grants = grants_of(&mut reading, id).await?;
        drop(reading);
        if used.is_none_or(|used| used < today) {
            let touched = tokio::time::timeout(PATIENCE, self.touch_token(&job, token, today)).await;
            match touched.unwrap_or(Ok(())) {
                Ok(()) | Err(StoreError::Busy | StoreError::ReadOnly) => {}
                Err(error) => return Err(error),
            }
        }
        let authority = Authority::Granted(grants.into_iter().map(|role| role.grant).collect());
        let viewer = Viewer::account(id, name, display, person, authority, (at, today));
        Ok(Some(viewer.by_token(token, read_only)))
    }

    async fn touch_token(&self, job: &Viewer, token: i64, today: Date) -> Result<(), StoreError> {
        let mut writing = self.begin(job).await?;
        writing.run(TOUCH, &[token.into(), today.into()]).await?;
        writing.commit().await?;
        Ok(())
    }
}

impl Reading {
    /// All tokens, also those out of use, in the order in which they were issued.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        self.viewer().require(Permission::Accounts)?;
        let read = |row: Row<'_>| {
            let token = Token {
                id: row.get(0)?,
                name: row.get(2)?,
                person: row.get(3)?,
                number: row.get(4)?,
                tail: row.get(5)?,
                grants: Vec::new(),
                read_only: row.get(6)?,
                issuer: row.get(7)?,
                issued: moment(row.get(8)?)?,
                until: row.get(9)?,
                used: row.get(10)?,
                revoked: row.get::<Option<i64>>(11)?.map(moment).transpose()?,
            };
            Ok((row.get::<i64>(1)?, token))
        };
        let found = self.fetch(TOKENS, &[], read).await?;
        let mut tokens = Vec::with_capacity(found.len());
        for (account, token) in found {
            let grants = grants_of(self, account).await?;
            let grants = grants.into_iter().map(|role: AccountRole| role.grant).collect();
            tokens.push(Token { grants, ..token });
        }
        Ok(tokens)
    }
}

/// The name of a token in the log: no account can be called so.
fn logged_name(name: &str) -> String {
    format!("token:{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_by_its_beginning_and_a_slip_of_the_pen_by_its_end() {
        let text = Secret::new([7; 32]).to_text();
        assert!(
            text.starts_with("tyngd_0707") && text.len() == PREFIX.len() + 64 + CHECK,
            "{text}"
        );
        assert_eq!(Secret::from_text(&text), Some(Secret::new([7; 32])));
        let wrong = [
            text.replace("0707", "0708"),
            text.to_uppercase(),
            text[..70].to_owned(),
            String::new(),
        ];
        for wrong in wrong.into_iter().chain(["tyngd_å".to_owned(), "tyngd_".to_owned()]) {
            assert_eq!(Secret::from_text(&wrong), None, "{wrong}");
        }
    }
}
