//! A draft plan to rebalance of the supervisor in the demonstration (`demo/rebalance.toml`), made and decided as the pages do it.

use std::collections::BTreeSet;

use allocate::question::{SEED, answer, steps};
use rules::amount::Share;
use rules::rebalance::{Answer, Asked, Occasion, Pace, Stage};
use rules::weight_model::Series;
use serde::Deserialize;
use store::rebalance::{Made, RebalanceError};
use store::{Store, StoreError, Viewer};

use super::talks::{Circumstances, TalksError, sign_in};

/// The plan of the demonstration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plans {
    account: String,
    limit: Share,
    per_week: u16,
    accepted: usize,
}

/// Why it could not be stored.
#[derive(Debug, thiserror::Error)]
pub enum PlansError {
    /// The account cannot sign in.
    #[error(transparent)]
    SignIn(#[from] TalksError),
    /// The plan.
    #[error(transparent)]
    Plan(#[from] RebalanceError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Plans {
    /// That which comes with the product.
    ///
    /// # Errors
    /// When it is not in order, which a test rules out.
    pub fn shipped() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../demo/rebalance.toml"))
    }

    /// Stores it.
    ///
    /// # Errors
    /// [`PlansError`].
    pub async fn add(&self, store: &Store, models: &Series, around: &Circumstances<'_>) -> Result<(), PlansError> {
        let Some(supervisor) = sign_in(store, &self.account, around).await? else {
            return Ok(());
        };
        let done = self.plan(store, &supervisor.viewer, models, around).await;
        store.sign_out(&supervisor.viewer, &supervisor.token).await?;
        done
    }

    async fn plan(&self, store: &Store, viewer: &Viewer, models: &Series, around: &Circumstances<'_>) -> Result<(), PlansError> {
        let mut reading = store.read(viewer).await?;
        let (places, _) = reading.rebalance_places().await?;
        let Some(model) = models.on(around.today).filter(|_| !places.is_empty()) else {
            reading.close().await?;
            return Ok(());
        };
        let mut asked = Asked {
            units: places.into_iter().map(|place| place.code).collect::<BTreeSet<String>>(),
            occasion: Occasion::Over,
            day: around.today,
            limit: self.limit,
            unallocated: false,
        };
        let mut question = reading.rebalance_question(&asked, models).await?;
        let mut steps = steps(&question);
        let mut found = answer(&question, SEED, steps, &mut || false);
        if let Answer::Impossible {
            enough: Some(enough), ..
        } = found
        {
            asked.limit = enough;
            question = reading.rebalance_question(&asked, models).await?;
            steps = allocate::question::steps(&question);
            found = answer(&question, SEED, steps, &mut || false);
        }
        reading.close().await?;
        let made = Made {
            model: (model.id.clone(), model.version.clone()),
            seed: SEED,
            steps,
            pace: Pace {
                first: around.today,
                per_week: self.per_week,
            },
        };
        let id = store.save_plan(viewer, &question, &found, &made).await?;
        let mut reading = store.read(viewer).await?;
        let plan = reading.plan(id).await?;
        reading.close().await?;
        let moves = plan.into_iter().flat_map(|plan| plan.moves).take(self.accepted);
        let moves: Vec<(i64, i64)> = moves.map(|step| (step.id, step.to)).collect();
        store.decide_moves(viewer, id, &moves, Stage::Accepted).await?;
        Ok(())
    }
}
