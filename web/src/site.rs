//! What every page can reach: the database, today's date, the settings and the sentences.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use jiff::Zoned;
use rules::access::Role;
use store::Store;

use crate::metrics::Metrics;
use crate::openid::OpenId;
use crate::settings::Settings;
use crate::texts::Texts;

/// Tells the time. The pages never read the clock themselves, so that a test can choose the day.
pub type Clock = Arc<dyn Fn() -> Zoned + Send + Sync>;

/// Asks whether the database answers.
pub type Probe = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = bool> + Send>> + Send + Sync>;

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
    texts: Arc<Texts>,
    metrics: Metrics,
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
            texts: Arc::new(texts),
            metrics: Metrics::default(),
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
