//! Signing in, and the sessions that follow: who a request comes from.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rules::access::{Authority, Permission};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::account::{AccountSettings, blocking, grants_of, name_of};
use crate::log::moment;
use crate::second_factor::{recovery_hash, step_of};
use crate::viewer::Safety;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing, password, throttle};

pub(crate) const ACCOUNT_NAMED: &str = "SELECT id, password, secret, last_step, disabled FROM account WHERE name = $1";
pub(crate) const CODES_OF: &str = "SELECT id, hash FROM recovery_code WHERE account = $1 AND used IS NULL ORDER BY id";
pub(crate) const USE_STEP: &str = "UPDATE account SET last_step = $2 WHERE id = $1 AND (last_step IS NULL OR last_step < $2)";
pub(crate) const USE_CODE: &str = "UPDATE recovery_code SET used = $2 WHERE id = $1 AND used IS NULL";
pub(crate) const IS_DISABLED: &str = "SELECT id FROM account WHERE id = $1 AND disabled IS NOT NULL";
pub(crate) const BEGIN: &str = "INSERT INTO sign_in (id, account, hash, begun, used) VALUES ($1, $2, $3, $4, $4)";
pub(crate) const FIND: &str = "SELECT sign_in.id, sign_in.hash, sign_in.begun, sign_in.used, account.id, account.name, account.display, \
     account.person, account.secret IS NOT NULL, account.temporary FROM sign_in JOIN account ON account.id = sign_in.account \
     WHERE sign_in.hash = $1 AND sign_in.ended IS NULL AND account.disabled IS NULL";
pub(crate) const TOUCH: &str = "UPDATE sign_in SET used = $2 WHERE id = $1 AND used < $2";
pub(crate) const END: &str = "UPDATE sign_in SET ended = $2 WHERE id = $1 AND ended IS NULL";
/// $3 is the hash of the session that goes on; an empty one ends them all.
pub(crate) const END_ALL: &str = "UPDATE sign_in SET ended = $2 WHERE account = $1 AND ended IS NULL AND hash <> $3";
pub(crate) const ACCOUNT_OF: &str = "SELECT account FROM sign_in WHERE id = $1";
pub(crate) const SESSIONS_OF: &str =
    "SELECT id, begun, used FROM sign_in WHERE account = $1 AND ended IS NULL ORDER BY used DESC, id";

/// How long a request waits to note that the session was used; when somebody else is writing for longer, the next request does it.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(100);

/// What only the signed-in browser has: 256 random bits. The database has their SHA-256.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A token of these random bytes.
    #[must_use]
    pub const fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// As it stands in a cookie: 64 hexadecimal figures.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0
            .iter()
            .fold(String::with_capacity(64), |text, byte| format!("{text}{byte:02x}"))
    }

    /// From a cookie; none when it is no token.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(text.get(place..place + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Token(…)")
    }
}

/// What somebody gives to sign in.
#[derive(Clone, Copy)]
pub struct SignIn<'a> {
    /// Name of the account.
    pub name: &'a str,
    /// Password.
    pub password: &'a str,
    /// Code of the second factor or one on paper, once it was asked for.
    pub code: Option<&'a str>,
    /// The address the request comes from.
    pub address: &'a str,
}

impl std::fmt::Debug for SignIn<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SignIn(…)")
    }
}

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No such account, another password or code, or an account out of use: which of them is not said.
    #[error("refused")]
    Refused,
    /// The password is right; now the code.
    #[error("the second factor is missing")]
    CodeNeeded,
    /// After so many failures no attempt is made before this moment.
    #[error("wait until {until}")]
    Wait {
        /// When the next attempt is made.
        until: Timestamp,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A session, for whoever it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Id in this database, to end it by.
    pub id: i64,
    /// When it began.
    pub begun: Timestamp,
    /// When it was last used, to a few minutes.
    pub used: Timestamp,
}

impl Session {
    /// Whether it has neither been idle for too long nor become too old at the moment `at`.
    #[must_use]
    pub fn is_open(&self, settings: &AccountSettings, at: Timestamp) -> bool {
        let seconds = |seconds: u32| SignedDuration::from_secs(i64::from(seconds));
        at.duration_since(self.used) <= seconds(settings.idle) && at.duration_since(self.begun) <= seconds(settings.absolute)
    }
}

/// What an account needs for signing in.
struct Stored {
    id: i64,
    password: Option<String>,
    secret: Option<Vec<u8>>,
    last_step: Option<i64>,
    disabled: bool,
}

/// What is used up by signing in.
enum UsedUp {
    Nothing,
    Step(i64),
    Code(i64),
}

impl Store {
    /// Signs somebody in and begins a session that `token` stands for.
    ///
    /// Each attempt counts as failed until it succeeds, for the account and for the address; see [`throttle::Throttle`].
    ///
    /// # Errors
    /// [`SignInError`].
    pub async fn sign_in(
        &self,
        given: SignIn<'_>,
        token: &Token,
        settings: &AccountSettings,
        at: Timestamp,
    ) -> Result<Session, SignInError> {
        let name = given.name.trim().to_lowercase();
        let subjects = throttle::subjects(&name, given.address);
        let job = Viewer::system("sign-in", at);
        let mut writing = self.begin(&job).await?;
        if let Some(until) = throttle::count(&mut writing, &subjects, &settings.throttle, at).await? {
            return Err(SignInError::Wait { until });
        }
        writing.commit().await?;
        let mut reading = self.read(&job).await?;
        let stored = stored(&mut reading, &name).await?;
        let codes = match &stored {
            Some(stored) => codes_of(&mut reading, stored.id).await?,
            None => Vec::new(),
        };
        drop(reading);
        let hashed = stored.as_ref().and_then(|stored| stored.password.clone());
        let (password, cost) = (given.password.to_owned(), settings.cost);
        let right = blocking(move || password::verify(&password, hashed.as_deref(), cost)).await?;
        let stored = stored
            .filter(|stored| right && !stored.disabled)
            .ok_or(SignInError::Refused)?;
        let used_up = second_factor(&stored, given.code, &codes, at)?;
        self.begin_session(&stored, &name, used_up, token, at, &subjects).await
    }

    async fn begin_session(
        &self,
        stored: &Stored,
        name: &str,
        used_up: UsedUp,
        token: &Token,
        at: Timestamp,
        subjects: &[String; 2],
    ) -> Result<Session, SignInError> {
        let who = Viewer::account(
            stored.id,
            name.to_owned(),
            String::new(),
            None,
            Authority::Granted(Vec::new()),
            (at, Date::MIN),
        );
        let mut writing = self.begin(&who).await?;
        let now = at.as_microsecond();
        // Meanwhile the same code may have been used elsewhere, or the account taken out of use.
        let used = match used_up {
            UsedUp::Nothing => 1,
            UsedUp::Step(step) => writing.execute(USE_STEP, &[stored.id.into(), step.into()]).await?,
            UsedUp::Code(code) => writing.execute(USE_CODE, &[code.into(), now.into()]).await?,
        };
        let disabled = writing
            .fetch_optional(IS_DISABLED, &[stored.id.into()], |row| row.get::<i64>(0))
            .await?;
        if used == 0 || disabled.is_some() {
            return Err(SignInError::Refused);
        }
        throttle::forgive(&mut writing, subjects).await?;
        let (id, hash) = (writing.next_ids(1)?, token.hash());
        writing
            .execute(BEGIN, &[id.into(), stored.id.into(), Value::Bytes(&hash), now.into()])
            .await?;
        let with = match used_up {
            UsedUp::Nothing => "password",
            UsedUp::Step(_) => "password and code",
            UsedUp::Code(_) => "password and recovery code",
        };
        writing
            .record("session.begin", name, &json!({ "session": id, "with": with }))
            .await?;
        writing.commit().await?;
        Ok(Session { id, begun: at, used: at })
    }

    /// Who the token is of at the moment `at`, which is the day `today` where the municipality lies; none when the session is over or there
    /// never was one.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn viewer(
        &self,
        token: &Token,
        settings: &AccountSettings,
        at: Timestamp,
        today: Date,
    ) -> Result<Option<Viewer>, StoreError> {
        let job = Viewer::system("session", at);
        let mut reading = self.read(&job).await?;
        let hash = token.hash();
        let read = |row: Row<'_>| {
            let same = bool::from(row.get::<&[u8]>(1)?.ct_eq(&hash));
            let times = (moment(row.get(2)?)?, moment(row.get(3)?)?);
            let account: (i64, String, String, Option<i64>) = (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
            let safety = Safety {
                has_second_factor: row.get(8)?,
                has_temporary_password: row.get(9)?,
            };
            Ok((same, row.get::<i64>(0)?, times, account, safety))
        };
        let found = reading.fetch_optional(FIND, &[Value::Bytes(&hash)], read).await?;
        let Some((true, session, (begun, used), (id, name, display, person), safety)) = found else {
            return Ok(None);
        };
        let known = Session {
            id: session,
            begun,
            used,
        };
        if !known.is_open(settings, at) {
            return Ok(None);
        }
        let grants = grants_of(&mut reading, id)
            .await?
            .into_iter()
            .map(|role| role.grant)
            .collect();
        drop(reading);
        // Not at every request: a page that is only read shall not wait for a write.
        if at.duration_since(used) > SignedDuration::from_secs(i64::from(settings.idle)) / 8 {
            let touched = tokio::time::timeout(PATIENCE, self.touch(&job, session)).await;
            match touched.unwrap_or(Ok(())) {
                Ok(()) | Err(StoreError::Busy | StoreError::ReadOnly) => {}
                Err(error) => return Err(error),
            }
        }
        let authority = Authority::Granted(grants);
        let viewer = Viewer::account(id, name, display, person, authority, (at, today));
        Ok(Some(viewer.with_safety(safety)))
    }

    async fn touch(&self, job: &Viewer, session: i64) -> Result<(), StoreError> {
        let mut writing = self.begin(job).await?;
        writing
            .run(TOUCH, &[session.into(), job.at().as_microsecond().into()])
            .await?;
        writing.commit().await?;
        Ok(())
    }

    /// Ends the session that the token stands for.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn sign_out(&self, viewer: &Viewer, token: &Token) -> Result<(), StoreError> {
        let mut writing = self.begin(viewer).await?;
        let hash = token.hash();
        let read = |row: Row<'_>| Ok((row.get::<i64>(0)?, row.get::<i64>(4)?));
        let found = writing.fetch_optional(FIND, &[Value::Bytes(&hash)], read).await?;
        let Some((session, _)) = found.filter(|(_, account)| viewer.account_id() == Some(*account)) else {
            return Ok(());
        };
        end(writing, session).await
    }

    /// Ends one session: an own one, or anybody's for whoever administers accounts.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for anybody else's and for one that is not there; or as the database answers.
    pub async fn revoke_session(&self, viewer: &Viewer, session: i64) -> Result<(), StoreError> {
        let mut writing = self.begin(viewer).await?;
        let account = writing
            .fetch_optional(ACCOUNT_OF, &[session.into()], |row| row.get::<i64>(0))
            .await?;
        let account = account.ok_or(StoreError::NotThere)?;
        if viewer.account_id() != Some(account) && !viewer.may(Permission::Accounts) {
            return Err(StoreError::NotThere);
        }
        end(writing, session).await
    }

    /// Ends all sessions of an account but the one that `kept` stands for, the own or anybody's for whoever administers accounts, and says
    /// how many.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], [`StoreError::NotThere`], or as the database answers.
    pub async fn revoke_all_sessions(&self, viewer: &Viewer, account: i64, kept: Option<&Token>) -> Result<u64, StoreError> {
        if viewer.account_id() != Some(account) {
            viewer.require(Permission::Accounts)?;
        }
        let mut writing = self.begin(viewer).await?;
        let name = name_of(&mut writing, account).await?;
        let ended = end_all(&mut writing, account, kept).await?;
        if ended > 0 {
            writing
                .record("session.end_all", &name, &json!({ "sessions_ended": ended }))
                .await?;
            writing.commit().await?;
        }
        Ok(ended)
    }
}

impl Reading {
    /// Id of the viewer's own session that the token stands for.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn session_of(&mut self, token: &Token) -> Result<Option<i64>, StoreError> {
        let hash = token.hash();
        let read = |row: Row<'_>| Ok((row.get::<i64>(0)?, row.get::<i64>(4)?));
        let found = self.fetch_optional(FIND, &[Value::Bytes(&hash)], read).await?;
        let own = found.filter(|(_, account)| self.viewer().account_id() == Some(*account));
        Ok(own.map(|(session, _)| session))
    }

    /// The sessions of an account that nobody has ended, the latest used first: the own, or anybody's for whoever administers accounts.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn sessions_of(&mut self, account: i64) -> Result<Vec<Session>, StoreError> {
        if self.viewer().account_id() != Some(account) {
            self.viewer().require(Permission::Accounts)?;
        }
        let read = |row: Row<'_>| {
            Ok(Session {
                id: row.get(0)?,
                begun: moment(row.get(1)?)?,
                used: moment(row.get(2)?)?,
            })
        };
        self.fetch(SESSIONS_OF, &[account.into()], read).await
    }
}

async fn end(mut writing: Writing, session: i64) -> Result<(), StoreError> {
    let at = writing.viewer().at().as_microsecond();
    if writing.execute(END, &[session.into(), at.into()]).await? > 0 {
        let name = writing.viewer().name().to_owned();
        writing.record("session.end", &name, &json!({ "session": session })).await?;
        writing.commit().await?;
    }
    Ok(())
}

/// Ends all sessions of an account but one, and says how many.
pub(crate) async fn end_all(writing: &mut Writing, account: i64, kept: Option<&Token>) -> Result<u64, StoreError> {
    let at = writing.viewer().at().as_microsecond();
    let kept = kept.map(Token::hash);
    let kept: &[u8] = kept.as_ref().map_or(&[], |hash| hash);
    let values = [account.into(), at.into(), Value::Bytes(kept)];
    writing.execute(END_ALL, &values).await
}

async fn stored(reading: &mut Reading, name: &str) -> Result<Option<Stored>, StoreError> {
    let read = |row: Row<'_>| {
        Ok(Stored {
            id: row.get(0)?,
            password: row.get(1)?,
            secret: row.get::<Option<&[u8]>>(2)?.map(<[u8]>::to_vec),
            last_step: row.get(3)?,
            disabled: row.get::<Option<i64>>(4)?.is_some(),
        })
    };
    reading.fetch_optional(ACCOUNT_NAMED, &[Value::Text(name)], read).await
}

async fn codes_of(reading: &mut Reading, account: i64) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?));
    reading.fetch(CODES_OF, &[account.into()], read).await
}

/// Checks the code where the account has a second factor, and says what it uses up.
fn second_factor(stored: &Stored, given: Option<&str>, codes: &[(i64, Vec<u8>)], at: Timestamp) -> Result<UsedUp, SignInError> {
    let Some(secret) = &stored.secret else {
        return Ok(UsedUp::Nothing);
    };
    let given = given.ok_or(SignInError::CodeNeeded)?;
    if let Some(step) = step_of(given, secret, at, stored.last_step) {
        return Ok(UsedUp::Step(step));
    }
    let hash = recovery_hash(given);
    let found = codes.iter().find(|(_, code)| bool::from(code.as_slice().ct_eq(&hash)));
    found.map(|(id, _)| UsedUp::Code(*id)).ok_or(SignInError::Refused)
}
