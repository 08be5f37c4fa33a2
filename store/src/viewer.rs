//! Who asks: every reading and writing goes through a viewer, which decides how far it reaches and whose name stands in the log.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::access::{Authority, Permission, Reach, Role};
use rules::unit::Tree;

use crate::value::{id_keys, keys};
use crate::{Reading, StoreError, Value};

/// People in some units (`$1`, codes) on a day (`$2`): those employed there, and those who have left but still hold a case, in the unit
/// they were last employed in.
macro_rules! members {
    ($condition:literal) => {
        concat!(
            "SELECT DISTINCT employment.person FROM json_each($1) AS wanted JOIN unit ON unit.code = wanted.key \
             JOIN employment ON employment.unit = unit.id WHERE employment.started <= $2 \
             AND (employment.until IS NULL OR employment.until > $2 OR (\
             NOT EXISTS (SELECT 1 FROM employment AS other WHERE other.person = employment.person AND other.started <= $2 \
             AND (other.until IS NULL OR other.until > employment.until)) \
             AND EXISTS (SELECT 1 FROM assignment JOIN phase ON phase.id = assignment.phase \
             WHERE assignment.person = employment.person AND assignment.started <= $2 \
             AND (assignment.until IS NULL OR assignment.until > $2) AND phase.withdrawn IS NULL AND phase.started <= $2 \
             AND (phase.until IS NULL OR phase.until > $2))))",
            $condition
        )
    };
}
pub(crate) const MEMBERS: &str = members!("");
pub(crate) const IS_MEMBER: &str = members!(" AND employment.person = $3");

/// Somebody who asks, and when. Only the store makes one: from a session, or for the command line.
///
/// Nothing can be read without one:
///
/// ```compile_fail,E0061
/// # async fn example(store: store::Store) {
/// let reading = store.read().await;
/// # }
/// ```
///
/// nor can one be made up:
///
/// ```compile_fail,E0451
/// let viewer = store::Viewer { name: "anna".to_owned(), ..store::Viewer::operator("anna", jiff::Timestamp::UNIX_EPOCH) };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    name: String,
    at: Timestamp,
    who: Who,
    token: Option<Held>,
}

/// The token that a program asks with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    id: i64,
    read_only: bool,
    /// The request that is done once; see [`crate::once`].
    request: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Operator,
    System,
    Account {
        id: i64,
        display: String,
        person: Option<i64>,
        authority: Authority,
        day: Date,
        safety: Safety,
    },
}

/// How safely somebody has signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Safety {
    /// The account has a second factor.
    pub(crate) has_second_factor: bool,
    /// Somebody else chose the password.
    pub(crate) has_temporary_password: bool,
}

const EVERYTHING: &Authority = &Authority::Everything;

impl Viewer {
    /// Whoever runs the program beside its database and so can read all of it anyway, by the name that shall stand in the log.
    #[must_use]
    pub fn operator(name: &str, at: Timestamp) -> Self {
        Self {
            name: name.to_owned(),
            at,
            who: Who::Operator,
            token: None,
        }
    }

    /// A job of the program's own. No person sees what it reads.
    #[must_use]
    pub fn system(job: &'static str, at: Timestamp) -> Self {
        Self {
            name: job.to_owned(),
            at,
            who: Who::System,
            token: None,
        }
    }

    /// Somebody with an account.
    pub(crate) fn account(
        id: i64,
        name: String,
        display: String,
        person: Option<i64>,
        authority: Authority,
        now: (Timestamp, Date),
    ) -> Self {
        let (at, day) = now;
        let who = Who::Account {
            id,
            display,
            person,
            authority,
            day,
            safety: Safety::default(),
        };
        Self {
            name,
            at,
            who,
            token: None,
        }
    }

    /// The same viewer as a program with this token.
    pub(crate) fn by_token(mut self, id: i64, read_only: bool) -> Self {
        self.token = Some(Held {
            id,
            read_only,
            request: None,
        });
        self
    }

    /// The same viewer, whose next change is marked as that of a request that is done once.
    pub(crate) fn doing(mut self, request: i64) -> Self {
        self.token = self.token.map(|held| Held {
            request: Some(request),
            ..held
        });
        self
    }

    /// The request that is done once.
    pub(crate) fn request(&self) -> Option<i64> {
        self.token.and_then(|held| held.request)
    }

    /// Id of the token; none for whoever is no program.
    #[must_use]
    pub fn token_id(&self) -> Option<i64> {
        self.token.map(|held| held.id)
    }

    /// Whether it is a program that may only read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.token.is_some_and(|held| held.read_only)
    }

    /// The same, who has signed in so safely.
    pub(crate) fn with_safety(mut self, signed_in: Safety) -> Self {
        if let Who::Account { safety, .. } = &mut self.who {
            *safety = signed_in;
        }
        self
    }

    /// The name in the log: the account's, the operator's or the job's.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name as shown to people.
    #[must_use]
    pub fn display(&self) -> &str {
        match &self.who {
            Who::Account { display, .. } => display,
            Who::Operator | Who::System => &self.name,
        }
    }

    /// When the viewer asks.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Id of the account; none for an operator or a job.
    #[must_use]
    pub const fn account_id(&self) -> Option<i64> {
        match self.who {
            Who::Account { id, .. } => Some(id),
            Who::Operator | Who::System => None,
        }
    }

    /// Id of the person the account is linked to.
    #[must_use]
    pub const fn person(&self) -> Option<i64> {
        match self.who {
            Who::Account { person, .. } => person,
            Who::Operator | Who::System => None,
        }
    }

    /// Whether the account has a second factor; an operator or a job needs none.
    #[must_use]
    pub const fn has_second_factor(&self) -> bool {
        match self.who {
            Who::Account { safety, .. } => safety.has_second_factor,
            Who::Operator | Who::System => true,
        }
    }

    /// Whether somebody else chose the password, so that it must be changed before anything else.
    #[must_use]
    pub const fn has_temporary_password(&self) -> bool {
        match self.who {
            Who::Account { safety, .. } => safety.has_temporary_password,
            Who::Operator | Who::System => false,
        }
    }

    /// Whether an account has this role today, in any unit.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        match self.authority() {
            Authority::Everything => false,
            Authority::Granted(grants) => grants
                .iter()
                .any(|grant| grant.role == role && grant.period.contains(self.day())),
        }
    }

    /// Whether anything at all can be asked by this permission today.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.authority().may(permission, self.day())
    }

    /// How far a permission reaches today.
    #[must_use]
    pub fn reach(&self, permission: Permission, tree: &Tree) -> Reach {
        self.authority().reach(permission, tree, self.day())
    }

    /// [`StoreError::NotAllowed`] unless the permission is held today.
    pub(crate) fn require(&self, permission: Permission) -> Result<(), StoreError> {
        if self.may(permission) {
            Ok(())
        } else {
            Err(StoreError::NotAllowed { permission })
        }
    }

    /// Whether somebody sees what is read.
    pub(crate) const fn is_somebody(&self) -> bool {
        !matches!(self.who, Who::System)
    }

    pub(crate) fn authority(&self) -> &Authority {
        match &self.who {
            Who::Account { authority, .. } => authority,
            Who::Operator | Who::System => EVERYTHING,
        }
    }

    /// The day on which the viewer asks; for an operator and a job, who are nowhere, the day in Greenwich.
    pub(crate) fn today(&self) -> Date {
        match self.who {
            Who::Account { day, .. } => day,
            Who::Operator | Who::System => TimeZone::UTC.to_datetime(self.at).date(),
        }
    }

    /// The day on which grants and membership must count; for those who have everything any day does.
    pub(crate) const fn day(&self) -> Date {
        match self.who {
            Who::Account { day, .. } => day,
            Who::Operator | Who::System => Date::MIN,
        }
    }
}

/// The people a viewer may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Visible {
    Everybody,
    One(i64),
    /// Their ids as the keys of a JSON object.
    Some(String),
}

impl Visible {
    /// Their ids as the keys of a JSON object, for a statement that is not written for one person alone; none for everybody.
    pub(crate) fn into_keys(self) -> Option<String> {
        match self {
            Self::Everybody => None,
            Self::One(id) => Some(id_keys([id])),
            Self::Some(ids) => Some(ids),
        }
    }

    fn of(ids: &[i64]) -> Self {
        if let [one] = ids {
            return Self::One(*one);
        }
        Self::Some(id_keys(ids.iter().copied()))
    }
}

impl Reading {
    /// Who reads.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// How far the viewer's permission reaches today.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn reach(&mut self, permission: Permission) -> Result<Reach, StoreError> {
        // Who has everything, and who has nothing, needs no tree.
        let bare = self.viewer.reach(permission, &Tree::default());
        if bare.everywhere || !self.viewer.may(permission) {
            return Ok(bare);
        }
        let tree = self.units().await?;
        Ok(self.viewer.reach(permission, &tree))
    }

    /// How far the viewer sees loads by name: the own, and those of the teams led.
    pub(crate) async fn loads_reach(&mut self) -> Result<Reach, StoreError> {
        Ok(self
            .reach(Permission::OwnLoad)
            .await?
            .and(self.reach(Permission::LoadByName).await?))
    }

    /// Whether a reach covers a person today.
    pub(crate) async fn covers(&mut self, reach: &Reach, person: i64) -> Result<bool, StoreError> {
        if reach.everywhere || (reach.own && self.viewer.person() == Some(person)) {
            return Ok(true);
        }
        if reach.units.is_empty() {
            return Ok(false);
        }
        let codes = keys(reach.units.iter().map(String::as_str));
        let values = [Value::Json(&codes), self.viewer.day().into(), person.into()];
        let member = self.fetch_optional(IS_MEMBER, &values, |row| row.get::<i64>(0)).await?;
        Ok(member.is_some())
    }

    /// Whether the viewer may see this person's load.
    pub(crate) async fn sees_load_of(&mut self, person: i64) -> Result<bool, StoreError> {
        let reach = self.loads_reach().await?;
        self.covers(&reach, person).await
    }

    /// The people that a reach covers today.
    pub(crate) async fn visible(&mut self, reach: &Reach) -> Result<Visible, StoreError> {
        if reach.everywhere {
            return Ok(Visible::Everybody);
        }
        let mut ids = self.members(reach, self.viewer.day()).await?;
        ids.extend(self.viewer.person().filter(|own| reach.own && !ids.contains(own)));
        Ok(Visible::of(&ids))
    }

    /// Those in the units of a reach on `day`.
    pub(crate) async fn members(&mut self, reach: &Reach, day: Date) -> Result<Vec<i64>, StoreError> {
        if reach.units.is_empty() {
            return Ok(Vec::new());
        }
        let codes = keys(reach.units.iter().map(String::as_str));
        self.fetch(MEMBERS, &[Value::Json(&codes), day.into()], |row| row.get(0))
            .await
    }

    /// Those in the units of a reach on any of `days`, to count sums from.
    pub(crate) async fn counted(&mut self, reach: &Reach, days: &[Date]) -> Result<Visible, StoreError> {
        if reach.everywhere {
            return Ok(Visible::Everybody);
        }
        let mut ids = Vec::new();
        for day in days {
            ids.extend(self.members(reach, *day).await?);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(Visible::of(&ids))
    }
}
