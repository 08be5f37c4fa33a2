//! Accounts: who can sign in, and which roles each has, in which unit and when.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Grant, Permission, Role, held_until};
use rules::period::Period;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::dispatch::Transaction;
use crate::error::Rule;
use crate::password::{self, PasswordCost, Unusable, WeakPassword};
use crate::second_factor::{Secret, recovery_code, recovery_hash, step_of};
use crate::session::Token;
use crate::throttle::{self, Throttle};
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

pub(crate) const ADD: &str = "INSERT INTO account (id, name, display, person, created) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const ACCOUNTS: &str = "SELECT account.id, account.name, account.display, account.person, person.number, account.disabled, \
     account.password IS NOT NULL, account.secret IS NOT NULL FROM account LEFT JOIN person ON person.id = account.person \
     WHERE NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id) ORDER BY account.name";
pub(crate) const ACCOUNT: &str = "SELECT account.id, account.name, account.display, account.person, person.number, account.disabled, \
     account.password IS NOT NULL, account.secret IS NOT NULL FROM account LEFT JOIN person ON person.id = account.person \
     WHERE account.id = $1";
pub(crate) const CHANGE: &str = "UPDATE account SET display = $2, person = $3 WHERE id = $1";
pub(crate) const PERSON_WITH_ID: &str = "SELECT number FROM person WHERE id = $1";
pub(crate) const CODES_LEFT: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM recovery_code WHERE account = $1 AND used IS NULL";
/// Roles of this kind that accounts in use have, with the account and the row.
pub(crate) const HOLDERS: &str = "SELECT account_role.id, account_role.account, account_role.started, account_role.until \
     FROM account_role JOIN account ON account.id = account_role.account WHERE account_role.role = $1 AND account.disabled IS NULL \
     AND NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id)";
// The account of a token is nobody's to sign in to: it is dealt with by way of the token alone.
pub(crate) const NAME_OF: &str =
    "SELECT name FROM account WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id)";
pub(crate) const ID_OF: &str =
    "SELECT id FROM account WHERE name = $1 AND NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id)";
pub(crate) const PASSWORD_OF: &str = "SELECT password FROM account WHERE id = $1";
pub(crate) const SET_PASSWORD: &str = "UPDATE account SET password = $2, temporary = $3 WHERE id = $1";
pub(crate) const DISABLE: &str = "UPDATE account SET disabled = $2 WHERE id = $1 AND disabled IS NULL";
pub(crate) const ENABLE: &str = "UPDATE account SET disabled = NULL WHERE id = $1 AND disabled IS NOT NULL";
pub(crate) const SET_FACTOR: &str = "UPDATE account SET secret = $2, last_step = $3 WHERE id = $1";
pub(crate) const DROP_CODES: &str = "DELETE FROM recovery_code WHERE account = $1";
pub(crate) const ADD_CODE: &str = "INSERT INTO recovery_code (id, account, hash) VALUES ($1, $2, $3)";
pub(crate) const GRANTS_OF: &str = "SELECT account_role.id, account_role.role, unit.code, account_role.started, account_role.until \
     FROM account_role LEFT JOIN unit ON unit.id = account_role.unit WHERE account_role.account = $1 \
     ORDER BY account_role.started, account_role.id";
pub(crate) const UNIT_WITH_CODE: &str = "SELECT id FROM unit WHERE code = $1";
pub(crate) const GIVE: &str =
    "INSERT INTO account_role (id, account, role, unit, started, until) VALUES ($1, $2, $3, $4, $5, $6)";
pub(crate) const ROLE_WITH_ID: &str = "SELECT account.name, account_role.role, account_role.started FROM account_role \
     JOIN account ON account.id = account_role.account WHERE account_role.id = $1 \
     AND NOT EXISTS (SELECT 1 FROM token WHERE token.account = account.id)";
pub(crate) const TAKE: &str = "UPDATE account_role SET until = $2 WHERE id = $1 AND (until IS NULL OR until > $2)";

/// How accounts are kept; every part can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccountSettings {
    /// Fewest characters of a password.
    pub minimum_length: usize,
    /// Cost of guessing one.
    pub cost: PasswordCost,
    /// How failed attempts are slowed down.
    pub throttle: Throttle,
    /// Seconds without a request after which somebody is signed out.
    pub idle: u32,
    /// Seconds after which somebody must sign in again in any case.
    pub absolute: u32,
}

impl Default for AccountSettings {
    fn default() -> Self {
        Self {
            minimum_length: 12,
            cost: PasswordCost::default(),
            throttle: Throttle::default(),
            idle: 30 * 60,
            absolute: 12 * 60 * 60,
        }
    }
}

/// Why something about an account was not done.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The new password is not taken.
    #[error(transparent)]
    Weak(#[from] WeakPassword),
    /// The present password or code is another.
    #[error("the present password or code is another")]
    Wrong,
    /// The new password is the present one.
    #[error("the new password is the present one")]
    Same,
    /// After so many wrong passwords no attempt is made before this moment.
    #[error("wait until {until}")]
    Wait {
        /// When the next attempt is made.
        until: Timestamp,
    },
    /// Somebody else has the name.
    #[error("the name {name} is taken")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// A name is letters, figures and `.`, `-`, `_`, `@`, one to eighty of them.
    #[error("{name:?} cannot be the name of an account")]
    NoName {
        /// The name, as given.
        name: String,
    },
    /// A name as shown has one to eighty characters.
    #[error("the name as shown has one to 80 characters")]
    NoDisplay,
    /// A name contains what looks like a personal identity number.
    #[error("the name contains a personal identity number")]
    IdentityNumber,
    /// The person it shall be linked to is not there.
    #[error("there is no such person")]
    NoPerson,
    /// Nobody could administer accounts any more from some day on.
    #[error("it is the last administrator's")]
    LastAdministrator,
    /// The account has the role in that unit already on some of the days.
    #[error("the account has the role already from {from}")]
    Overlapping {
        /// First day of the other.
        from: Date,
        /// The day on which the other no longer counts; none while it lasts.
        until: Option<Date>,
    },
    /// There is no unit with the code.
    #[error("there is no unit {code}")]
    NoUnit {
        /// The code.
        code: String,
    },
    /// The role ends before it begins.
    #[error("the role ends {until}, before it begins {from}")]
    Backwards {
        /// First day.
        from: Date,
        /// The day on which it would no longer count.
        until: Date,
    },
    /// The settings of the cost.
    #[error(transparent)]
    Unusable(#[from] Unusable),
    /// The database, or the viewer may not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An account, for whoever administers them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Id in this database.
    pub id: i64,
    /// The name to sign in by; it stands in the log.
    pub name: String,
    /// The name as shown.
    pub display: String,
    /// Id of the person it is linked to.
    pub person: Option<i64>,
    /// That person's employment number.
    pub number: Option<String>,
    /// Whether it is out of use.
    pub disabled: bool,
    /// Whether it has a password.
    pub has_password: bool,
    /// Whether it has a second factor.
    pub has_second_factor: bool,
}

/// A role that an account has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRole {
    /// Id of the row, to end it by.
    pub id: i64,
    /// The role, its unit and its days.
    pub grant: Grant,
}

impl Reading {
    /// All accounts, by name.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        self.viewer().require(Permission::Accounts)?;
        self.fetch(ACCOUNTS, &[], read_account).await
    }

    /// An account: the own, or anybody's for whoever administers accounts; none when there is no such account.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn account(&mut self, id: i64) -> Result<Option<Account>, StoreError> {
        if self.viewer().account_id() != Some(id) {
            self.viewer().require(Permission::Accounts)?;
        }
        self.fetch_optional(ACCOUNT, &[id.into()], read_account).await
    }

    /// How many codes on paper the viewer has not used yet.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn recovery_codes_left(&mut self) -> Result<i64, StoreError> {
        let account = self.viewer().account_id().ok_or(StoreError::NotThere)?;
        self.fetch_one(CODES_LEFT, &[account.into()], |row| row.get(0)).await
    }

    /// All roles of an account, past and coming ones too; the own, or anybody's for whoever administers accounts.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn roles_of(&mut self, account: i64) -> Result<Vec<AccountRole>, StoreError> {
        if self.viewer().account_id() != Some(account) {
            self.viewer().require(Permission::Accounts)?;
        }
        grants_of(self, account).await
    }
}

fn read_account(row: Row<'_>) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.get(0)?,
        name: row.get(1)?,
        display: row.get(2)?,
        person: row.get(3)?,
        number: row.get(4)?,
        disabled: row.get::<Option<i64>>(5)?.is_some(),
        has_password: row.get(6)?,
        has_second_factor: row.get(7)?,
    })
}

/// The name as shown, when it can be one.
fn display_of(display: &str) -> Result<&str, AccountError> {
    let display = display.trim();
    if display.is_empty() || display.chars().count() > 80 {
        return Err(AccountError::NoDisplay);
    }
    if rules::identity_number::contains(display) {
        return Err(AccountError::IdentityNumber);
    }
    Ok(display)
}

/// What stays when a password is set.
#[derive(Debug, Clone, Copy)]
enum Kept<'a> {
    /// No session.
    Nothing,
    /// No session, and the password only until its owner has chosen another.
    Temporary,
    /// The session in which its owner changed it.
    Session(Option<&'a Token>),
}

/// Until when there is an administrator, counted from the viewer's day, if one account or one role is left out or ended.
async fn administered(
    writing: &mut Writing,
    day: Date,
    without_account: Option<i64>,
    ended: Option<(i64, Date)>,
) -> Result<Option<Date>, StoreError> {
    let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let holders: Vec<(i64, i64, Date, Option<Date>)> = writing.fetch(HOLDERS, &[Role::Administrator.id().into()], read).await?;
    let periods = holders
        .into_iter()
        .filter(|(_, account, ..)| Some(*account) != without_account)
        .filter_map(|(id, _, from, until)| {
            let until = match ended {
                Some((ended, day)) if ended == id => Some(until.map_or(day, |until| until.min(day))),
                _ => until,
            };
            Period::new(from, until).ok()
        });
    Ok(held_until(periods, day))
}

/// Refuses what leaves a day without an administrator on which there was one.
async fn keep_administered(
    writing: &mut Writing,
    day: Date,
    without_account: Option<i64>,
    ended: Option<(i64, Date)>,
) -> Result<(), AccountError> {
    let before = administered(writing, day, None, None).await?;
    let after = administered(writing, day, without_account, ended).await?;
    let is_shorter = after.is_some_and(|after| before.is_none_or(|before| after < before));
    if is_shorter {
        Err(AccountError::LastAdministrator)
    } else {
        Ok(())
    }
}

pub(crate) async fn grants_of(transaction: &mut Transaction, account: i64) -> Result<Vec<AccountRole>, StoreError> {
    let read = |row: Row<'_>| {
        let corrupt = |reason: String| StoreError::Corrupt { reason };
        let role: &str = row.get(1)?;
        let grant = Grant {
            role: Role::from_id(role).ok_or_else(|| corrupt(format!("there is no role {role}")))?,
            unit: row.get(2)?,
            period: Period::new(row.get(3)?, row.get(4)?).map_err(|error| corrupt(error.to_string()))?,
        };
        Ok(AccountRole { id: row.get(0)?, grant })
    };
    transaction.fetch(GRANTS_OF, &[account.into()], read).await
}

impl Store {
    /// Adds an account, without password and roles, and gives its id.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn add_account(
        &self,
        viewer: &Viewer,
        name: &str,
        display: &str,
        person: Option<i64>,
    ) -> Result<i64, AccountError> {
        viewer.require(Permission::Accounts)?;
        let name = checked_name(name)?;
        let display = display_of(display)?;
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let created = viewer.at().as_microsecond();
        let values = [id.into(), Value::Text(&name), display.into(), person.into(), created.into()];
        match writing.execute(ADD, &values).await {
            Err(StoreError::Refused { rule: Rule::Unique, .. }) => return Err(AccountError::NameTaken { name }),
            done => done?,
        };
        let after = json!({ "before": null, "after": { "display": display, "person": person } });
        writing.record("account.add", &name, &after).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Changes the name as shown, and the person an account is linked to.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn change_account(
        &self,
        viewer: &Viewer,
        account: i64,
        display: &str,
        person: Option<i64>,
    ) -> Result<(), AccountError> {
        viewer.require(Permission::Accounts)?;
        let display = display_of(display)?;
        let mut writing = self.begin(viewer).await?;
        let before = writing.fetch_optional(ACCOUNT, &[account.into()], read_account).await?;
        let before = before.ok_or(StoreError::NotThere)?;
        if before.display == display && before.person == person {
            return Ok(());
        }
        if let Some(person) = person {
            let known = writing
                .fetch_optional(PERSON_WITH_ID, &[person.into()], |row| row.get::<String>(0))
                .await?;
            known.ok_or(AccountError::NoPerson)?;
        }
        writing
            .execute(CHANGE, &[account.into(), display.into(), person.into()])
            .await?;
        let details = json!({
            "before": { "display": before.display, "person": before.person },
            "after": { "display": display, "person": person },
        });
        writing.record("account.change", &before.name, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Id of the account with this name, for whoever administers accounts.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], [`StoreError::NotThere`], or as the database answers.
    pub async fn account_named(&self, viewer: &Viewer, name: &str) -> Result<i64, StoreError> {
        viewer.require(Permission::Accounts)?;
        let name = name.to_lowercase();
        let mut reading = self.read(viewer).await?;
        let found = reading.fetch_optional(ID_OF, &[Value::Text(&name)], |row| row.get(0)).await?;
        found.ok_or(StoreError::NotThere)
    }

    /// Gives somebody's account a password, as whoever administers accounts does; ends all its sessions.
    ///
    /// `salt` is sixteen random bytes.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn set_password(
        &self,
        viewer: &Viewer,
        account: i64,
        new: &str,
        salt: [u8; 16],
        settings: &AccountSettings,
    ) -> Result<(), AccountError> {
        viewer.require(Permission::Accounts)?;
        self.store_password(viewer, account, new, (salt, Kept::Nothing), settings)
            .await
    }

    /// As [`Self::set_password`], with one that its owner must change before anything else.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn set_temporary_password(
        &self,
        viewer: &Viewer,
        account: i64,
        new: &str,
        salt: [u8; 16],
        settings: &AccountSettings,
    ) -> Result<(), AccountError> {
        viewer.require(Permission::Accounts)?;
        self.store_password(viewer, account, new, (salt, Kept::Temporary), settings)
            .await
    }

    /// Changes the viewer's own password; ends all sessions of the account but the one that `kept` stands for.
    ///
    /// # Errors
    /// [`AccountError::Wrong`] when `present` is not the present one, [`AccountError::Same`] when the new one is; [`AccountError`].
    pub async fn change_password(
        &self,
        viewer: &Viewer,
        (present, new): (&str, &str),
        salt: [u8; 16],
        kept: Option<&Token>,
        settings: &AccountSettings,
    ) -> Result<(), AccountError> {
        let account = viewer.account_id().ok_or(StoreError::NotThere)?;
        self.prove(viewer, present, settings).await?;
        if present == new {
            return Err(AccountError::Same);
        }
        self.store_password(viewer, account, new, (salt, Kept::Session(kept)), settings)
            .await
    }

    /// Has the viewer prove by the password who it is, and slows down whoever guesses.
    async fn prove(&self, viewer: &Viewer, present: &str, settings: &AccountSettings) -> Result<(), AccountError> {
        let account = viewer.account_id().ok_or(StoreError::NotThere)?;
        // Apart from those of signing in: whoever sits at an open session shall not keep the owner from signing in elsewhere.
        let subjects = throttle::subjects(&format!("within {}", viewer.name()), &format!("within {}", viewer.name()));
        let mut writing = self.begin(viewer).await?;
        if let Some(until) = throttle::count(&mut writing, &subjects, &settings.throttle, viewer.at()).await? {
            return Err(AccountError::Wait { until });
        }
        writing.commit().await?;
        let mut reading = self.read(viewer).await?;
        let read = |row: Row<'_>| row.get::<Option<String>>(0);
        let stored = reading.fetch_optional(PASSWORD_OF, &[account.into()], read).await?.flatten();
        drop(reading);
        let (present, cost) = (present.to_owned(), settings.cost);
        if !blocking(move || password::verify(&present, stored.as_deref(), cost)).await? {
            return Err(AccountError::Wrong);
        }
        let mut writing = self.begin(viewer).await?;
        throttle::forgive(&mut writing, &subjects).await?;
        writing.commit().await?;
        Ok(())
    }

    async fn store_password(
        &self,
        viewer: &Viewer,
        account: i64,
        new: &str,
        (salt, kept): ([u8; 16], Kept<'_>),
        settings: &AccountSettings,
    ) -> Result<(), AccountError> {
        let mut reading = self.read(viewer).await?;
        let name = name_of(&mut reading, account).await?;
        drop(reading);
        password::check(new, &name, settings.minimum_length)?;
        let (new, cost) = (new.to_owned(), settings.cost);
        let hashed = blocking(move || password::hash(&new, salt, cost)).await??;
        let mut writing = self.begin(viewer).await?;
        let values = [account.into(), Value::Text(&hashed), matches!(kept, Kept::Temporary).into()];
        writing.execute(SET_PASSWORD, &values).await?;
        let kept = match kept {
            Kept::Session(kept) => kept,
            Kept::Nothing | Kept::Temporary => None,
        };
        let ended = crate::session::end_all(&mut writing, account, kept).await?;
        writing
            .record("account.password", &name, &json!({ "sessions_ended": ended }))
            .await?;
        writing.commit().await?;
        Ok(())
    }

    /// Takes an account out of use and ends its sessions, or into use again. Its roles and its name in the log stay.
    ///
    /// # Errors
    /// [`AccountError::LastAdministrator`], [`AccountError::Store`].
    pub async fn disable_account(&self, viewer: &Viewer, account: i64, disabled: bool) -> Result<(), AccountError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let name = name_of(&mut writing, account).await?;
        let changed = if disabled {
            keep_administered(&mut writing, viewer.today(), Some(account), None).await?;
            let at = viewer.at().as_microsecond();
            writing.execute(DISABLE, &[account.into(), at.into()]).await?
        } else {
            writing.execute(ENABLE, &[account.into()]).await?
        };
        if changed == 0 {
            return Ok(());
        }
        let ended = crate::session::end_all(&mut writing, account, None).await?;
        let action = if disabled { "account.disable" } else { "account.enable" };
        writing.record(action, &name, &json!({ "sessions_ended": ended })).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Gives the viewer's own account a second factor, once the app shows the right `code` for `secret`; the codes on paper made from
    /// `random` are given once and replace older ones.
    ///
    /// # Errors
    /// [`AccountError::Wrong`] when the code is another; [`AccountError`].
    pub async fn set_second_factor(
        &self,
        viewer: &Viewer,
        secret: &Secret,
        code: &str,
        random: [[u8; 10]; 8],
    ) -> Result<Vec<String>, AccountError> {
        let account = viewer.account_id().ok_or(StoreError::NotThere)?;
        let step = step_of(code, secret, viewer.at(), None).ok_or(AccountError::Wrong)?;
        let mut writing = self.begin(viewer).await?;
        let values = [account.into(), Value::Bytes(secret), step.into()];
        writing.execute(SET_FACTOR, &values).await?;
        writing.execute(DROP_CODES, &[account.into()]).await?;
        let codes: Vec<String> = random.into_iter().map(recovery_code).collect();
        for code in &codes {
            let (id, hash) = (writing.next_ids(1)?, recovery_hash(code));
            writing
                .execute(ADD_CODE, &[id.into(), account.into(), Value::Bytes(&hash)])
                .await?;
        }
        writing
            .record("account.second_factor", viewer.name(), &json!({ "after": true }))
            .await?;
        writing.commit().await?;
        Ok(codes)
    }

    /// Takes the second factor off the viewer's own account, which the password must allow; other sessions end.
    ///
    /// # Errors
    /// [`AccountError::Wrong`] when the password is another; [`AccountError`].
    pub async fn remove_own_second_factor(
        &self,
        viewer: &Viewer,
        present: &str,
        kept: Option<&Token>,
        settings: &AccountSettings,
    ) -> Result<(), AccountError> {
        let account = viewer.account_id().ok_or(StoreError::NotThere)?;
        self.prove(viewer, present, settings).await?;
        let mut writing = self.begin(viewer).await?;
        drop_factor(&mut writing, account, viewer.name(), kept).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Takes the second factor off an account, as whoever administers accounts does for somebody who has lost it; ends all its sessions.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], [`StoreError::NotThere`], or as the database answers.
    pub async fn remove_second_factor(&self, viewer: &Viewer, account: i64) -> Result<(), StoreError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let name = name_of(&mut writing, account).await?;
        drop_factor(&mut writing, account, &name, None).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Gives an account a role, and gives the id of the row.
    ///
    /// # Errors
    /// [`AccountError::NoUnit`], [`AccountError::Overlapping`], [`AccountError::Store`].
    pub async fn give_role(&self, viewer: &Viewer, account: i64, grant: &Grant) -> Result<i64, AccountError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let name = name_of(&mut writing, account).await?;
        let id = give(&mut writing, account, grant).await?;
        let (role, from, until) = (grant.role.id(), grant.period.from(), grant.period.to());
        let after = json!({ "role": role, "unit": grant.unit, "from": from, "until": until });
        writing
            .record("role.give", &name, &json!({ "before": null, "after": after }))
            .await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Has a role no longer count from `until` on; one that has ended before stays as it is.
    ///
    /// # Errors
    /// [`AccountError::Backwards`], [`AccountError::LastAdministrator`], [`AccountError::Store`].
    pub async fn take_role(&self, viewer: &Viewer, role: i64, until: Date) -> Result<(), AccountError> {
        viewer.require(Permission::Accounts)?;
        let mut writing = self.begin(viewer).await?;
        let read = |row: Row<'_>| Ok((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<Date>(2)?));
        let found = writing.fetch_optional(ROLE_WITH_ID, &[role.into()], read).await?;
        let (name, role_id, from) = found.ok_or(StoreError::NotThere)?;
        if until < from {
            return Err(AccountError::Backwards { from, until });
        }
        if role_id == Role::Administrator.id() {
            keep_administered(&mut writing, viewer.today(), None, Some((role, until))).await?;
        }
        if writing.execute(TAKE, &[role.into(), until.into()]).await? > 0 {
            let after = json!({ "role": role_id, "from": from, "until": until });
            writing.record("role.take", &name, &json!({ "after": after })).await?;
            writing.commit().await?;
        }
        Ok(())
    }
}

/// Takes off an account's second factor with its codes on paper, ends its sessions but the one kept, and says so.
async fn drop_factor(writing: &mut Writing, account: i64, name: &str, kept: Option<&Token>) -> Result<(), StoreError> {
    let values = [account.into(), Value::Null, Value::Null];
    writing.execute(SET_FACTOR, &values).await?;
    writing.execute(DROP_CODES, &[account.into()]).await?;
    let ended = crate::session::end_all(writing, account, kept).await?;
    let details = json!({ "after": false, "sessions_ended": ended });
    writing.record("account.second_factor", name, &details).await?;
    Ok(())
}

/// Whether an account can have this name; see [`AccountError::NoName`].
pub(crate) fn is_name(name: &str) -> bool {
    let fits = |character: char| character.is_alphanumeric() || ".-_@".contains(character);
    !name.is_empty() && name.chars().count() <= 80 && name.chars().all(fits)
}

/// A name for an account, in small letters.
pub(crate) fn checked_name(name: &str) -> Result<String, AccountError> {
    if !is_name(name) {
        return Err(AccountError::NoName { name: name.to_owned() });
    }
    if rules::identity_number::contains(name) {
        return Err(AccountError::IdentityNumber);
    }
    Ok(name.to_lowercase())
}

/// Adds a role to an account and gives the id of the row.
pub(crate) async fn give(writing: &mut Writing, account: i64, grant: &Grant) -> Result<i64, AccountError> {
    let unit = match &grant.unit {
        None => None,
        Some(code) => {
            let found = writing
                .fetch_optional(UNIT_WITH_CODE, &[Value::Text(code)], |row| row.get::<i64>(0))
                .await?;
            Some(found.ok_or_else(|| AccountError::NoUnit { code: code.clone() })?)
        }
    };
    let same = |known: &&AccountRole| known.grant.role == grant.role && known.grant.unit == grant.unit;
    let roles = grants_of(writing, account).await?;
    let other = roles
        .iter()
        .filter(same)
        .find(|known| known.grant.period.overlap(grant.period).is_some());
    if let Some(other) = other {
        let (from, until) = (other.grant.period.from(), other.grant.period.to());
        return Err(AccountError::Overlapping { from, until });
    }
    let id = writing.next_ids(1)?;
    let values = [
        id.into(),
        account.into(),
        grant.role.id().into(),
        unit.into(),
        grant.period.from().into(),
        grant.period.to().into(),
    ];
    writing.execute(GIVE, &values).await?;
    Ok(id)
}

/// Name of an account, for the log.
pub(crate) async fn name_of(transaction: &mut Transaction, account: i64) -> Result<String, StoreError> {
    let found = transaction
        .fetch_optional(NAME_OF, &[account.into()], |row| row.get(0))
        .await?;
    found.ok_or(StoreError::NotThere)
}

/// Hashing takes a while on purpose: it must not hold up everybody else.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}
