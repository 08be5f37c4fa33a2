//! A plan is made: the question from the database, the answer from the engine on a thread of its own, and the draft kept.

use jiff::SignedDuration;
use rules::rebalance::{Asked, Pace};
use store::rebalance::{Made, RebalanceError};
use store::{StoreError, Viewer};
use tokio::sync::Semaphore;

use crate::site::Site;

/// One plan at a time is worked out: it takes a whole core.
static TURN: Semaphore = Semaphore::const_new(1);

/// How long the engine may look on a computer so slow that its steps take longer.
const LONGEST: SignedDuration = SignedDuration::from_secs(15);

/// Asks, has the answer worked out and keeps it as a draft; gives its id.
///
/// # Errors
/// [`RebalanceError`].
pub(crate) async fn propose(site: &Site, viewer: &Viewer, asked: &Asked, pace: Pace) -> Result<i64, RebalanceError> {
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    let question = reading.rebalance_question(asked, &models).await?;
    reading.close().await?;
    let model = models.on(asked.day).ok_or(RebalanceError::NoModel)?;
    let steps = allocate::question::steps(&question);
    let made = Made {
        model: (model.id.clone(), model.version.clone()),
        seed: allocate::question::SEED,
        steps,
        pace,
    };
    let turn = TURN.acquire().await.map_err(|_| StoreError::Busy)?;
    let clock = site.clone();
    let work = tokio::task::spawn_blocking(move || {
        // Until the work is done, also when nobody waits for it any longer.
        let _turn = turn;
        let begun = clock.now().timestamp();
        let mut should_stop = || clock.now().timestamp().duration_since(begun) > LONGEST;
        let answer = allocate::question::answer(&question, allocate::question::SEED, steps, &mut should_stop);
        (question, answer)
    });
    let (question, answer) = work.await.map_err(|error| StoreError::Unexpected(error.into()))?;
    site.store().save_plan(viewer, &question, &answer, &made).await
}
