//! What every page can reach: the database, today's date, the settings and the sentences.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp, Zoned};
use rules::access::Role;
use rules::setting::{Setting, Settings as Chosen};
use store::account::AccountSettings;
use store::{Store, StoreError, Viewer};

use crate::imports::Imports;
use crate::metrics::Metrics;
use crate::openid::OpenId;
use crate::settings::Settings;
use crate::texts::Texts;

/// Tells the time. The pages never read the clock themselves, so that a test can choose the day.
pub type Clock = Arc<dyn Fn() -> Zoned + Send + Sync>;

/// Asks whether the database answers.
pub type Probe = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = bool> + Send>> + Send + Sync>;

/// How long what was chosen in the pages is kept before it is read again.
const KEPT: SignedDuration = SignedDuration::from_secs(30);

/// What every page can reach. Cheap to clone; every clone is the same site.
#[derive(Clone)]
pub struct Site(Arc<Parts>);

/// A sign-in that the sign-in page of a demonstration offers to everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemonstrationSignIn {
    /// Name of the account.
    pub account: String,
    /// Its password, no secret.
    pub password: String,
    /// The name as shown.
    pub display: String,
    /// The role to try out.
    pub role: Role,
}

struct Parts {
    store: Store,
    clock: Clock,
    probe: Probe,
    settings: Settings,
    chosen: RwLock<Option<(Timestamp, Arc<Chosen>)>>,
    texts: Arc<Texts>,
    metrics: Metrics,
    imports: Imports,
    demonstration: Vec<DemonstrationSignIn>,
    openid: Option<OpenId>,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("store", &self.0.store).finish_non_exhaustive()
    }
}

impl Site {
    /// A site on this database. `probe` is asked by `/health`; see [`probe_of`] for the usual one.
    #[must_use]
    pub fn new(store: Store, clock: Clock, probe: Probe, settings: Settings, texts: Texts) -> Self {
        Self(Arc::new(Parts {
            store,
            clock,
            probe,
            settings,
            chosen: RwLock::default(),
            texts: Arc::new(texts),
            metrics: Metrics::default(),
            imports: Imports::default(),
            demonstration: Vec::new(),
            openid: None,
        }))
    }

    /// The same site as a demonstration, whose sign-in page offers these to everyone. To be called before the site is shared.
    #[must_use]
    pub fn for_demonstration(mut self, sign_ins: Vec<DemonstrationSignIn>) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.demonstration = sign_ins;
        }
        self
    }

    /// The same site with a sign-in through the municipality's own provider. To be called before the site is shared.
    #[must_use]
    pub fn with_openid(mut self, openid: Option<OpenId>) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.openid = openid;
        }
        self
    }

    /// The sign-in through the municipality's own provider.
    #[must_use]
    pub fn openid(&self) -> Option<&OpenId> {
        self.0.openid.as_ref()
    }

    /// What the sign-in page offers to everyone; nothing unless the site is a demonstration.
    #[must_use]
    pub fn demonstration(&self) -> &[DemonstrationSignIn] {
        &self.0.demonstration
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The present moment, where the municipality is.
    #[must_use]
    pub fn now(&self) -> Zoned {
        (self.0.clock)()
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// What the municipality has chosen in the pages, as it was read within the last half minute: another process on the same database
    /// follows within that time.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn chosen(&self) -> Result<Arc<Chosen>, StoreError> {
        let now = self.now().timestamp();
        let known = self.known_choice();
        if let Some((_, chosen)) = known.filter(|(read, _)| now.duration_since(*read).abs() < KEPT) {
            return Ok(chosen);
        }
        self.read_choice(now).await
    }

    /// Reads again what was chosen, after it was changed here.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn choose_again(&self) -> Result<(), StoreError> {
        self.read_choice(self.now().timestamp()).await.map(|_| ())
    }

    async fn read_choice(&self, now: Timestamp) -> Result<Arc<Chosen>, StoreError> {
        let mut reading = self.store().read(&Viewer::system("settings", now)).await?;
        let chosen = Arc::new(reading.settings().await?);
        reading.close().await?;
        let mut known = self.0.chosen.write().unwrap_or_else(PoisonError::into_inner);
        *known = Some((now, Arc::clone(&chosen)));
        Ok(chosen)
    }

    fn known_choice(&self) -> Option<(Timestamp, Arc<Chosen>)> {
        self.0.chosen.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The municipality's name: the operator's word comes first, then what was chosen in the pages, as far as it was read yet.
    #[must_use]
    pub fn organisation(&self) -> Option<String> {
        let chosen = || self.known_choice().and_then(|(_, chosen)| chosen.organisation.clone());
        self.settings().organisation.clone().or_else(chosen)
    }

    /// Whether the operator decides a setting, so that what is chosen in the pages does not count.
    #[must_use]
    pub fn is_operators(&self, setting: Setting) -> bool {
        let (given, usual) = (&self.settings().accounts, AccountSettings::default());
        match setting {
            Setting::Organisation => self.settings().organisation.is_some(),
            Setting::PasswordLength => given.minimum_length != usual.minimum_length,
            Setting::IdleMinutes => given.idle != usual.idle,
            Setting::SessionHours => given.absolute != usual.absolute,
            Setting::GroupLimit
            | Setting::DaysToHead
            | Setting::SecondFactor
            | Setting::ReviewShare
            | Setting::NotAboutChildren
            | Setting::FollowedDuties => false,
        }
    }

    /// How accounts are kept: as the operator says, where that differs from what comes with the product, else as was chosen in the pages.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn accounts(&self) -> Result<AccountSettings, StoreError> {
        let chosen = self.chosen().await?;
        let mut accounts = self.settings().accounts;
        if !self.is_operators(Setting::PasswordLength) {
            accounts.minimum_length = chosen.password_length.into();
        }
        if !self.is_operators(Setting::IdleMinutes) {
            accounts.idle = u32::from(chosen.idle_minutes) * 60;
        }
        if !self.is_operators(Setting::SessionHours) {
            accounts.absolute = u32::from(chosen.session_hours) * 60 * 60;
        }
        Ok(accounts)
    }

    /// The sentences of both languages.
    #[must_use]
    pub fn texts(&self) -> Arc<Texts> {
        Arc::clone(&self.0.texts)
    }

    /// The counts of requests.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// The import under way.
    #[must_use]
    pub fn imports(&self) -> &Imports {
        &self.0.imports
    }

    /// Whether the database answers now.
    pub async fn is_well(&self) -> bool {
        (self.0.probe)().await
    }
}

/// The usual way to ask whether a database answers.
#[must_use]
pub fn probe_of(store: &Store) -> Probe {
    let store = store.clone();
    Arc::new(move || {
        let store = store.clone();
        Box::pin(async move { store.answers().await })
    })
}
