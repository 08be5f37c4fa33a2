//! The pen: one batch of cases is written while the next is compared, and nobody writes beside it.

use tokio::task::JoinHandle;

use crate::case::CaseBatch;
use crate::{StoreError, Writing};

/// A write transaction, and the batch that is to be written next.
pub(super) struct Pen {
    hand: Hand,
    waiting: Option<CaseBatch>,
}

enum Hand {
    Idle(Box<Writing>),
    Busy(JoinHandle<Result<Box<Writing>, StoreError>>),
    /// Writing failed; nothing of the transaction is stored.
    Broken,
}

impl Pen {
    pub(super) fn new(writing: Writing) -> Self {
        Self {
            hand: Hand::Idle(Box::new(writing)),
            waiting: None,
        }
    }

    /// Keeps a batch until [`Self::begin_to_write`], or until somebody asks for [`Self::writing`]. One that waits is written first.
    pub(super) async fn keep(&mut self, batch: CaseBatch) -> Result<(), StoreError> {
        self.begin_to_write().await?;
        self.waiting = Some(batch);
        Ok(())
    }

    /// Begins to write the batch that waits, and does not wait until it is written.
    pub(super) async fn begin_to_write(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_none() {
            return Ok(());
        }
        self.idle().await?;
        let Some(batch) = self.waiting.take() else { return Ok(()) };
        if let Hand::Idle(mut writing) = std::mem::replace(&mut self.hand, Hand::Broken) {
            self.hand = Hand::Busy(tokio::spawn(async move {
                batch.write(&mut writing).await?;
                Ok(writing)
            }));
        }
        Ok(())
    }

    /// The transaction with everything written but the batch that waits.
    pub(super) async fn before_waiting(&mut self) -> Result<&mut Writing, StoreError> {
        self.idle().await
    }

    /// The transaction with everything written.
    pub(super) async fn writing(&mut self) -> Result<&mut Writing, StoreError> {
        self.begin_to_write().await?;
        self.idle().await
    }

    /// The transaction with everything written, for whoever ends it.
    pub(super) async fn put_down(mut self) -> Result<Writing, StoreError> {
        self.writing().await?;
        match self.hand {
            Hand::Idle(writing) => Ok(*writing),
            Hand::Busy(_) | Hand::Broken => Err(broken()),
        }
    }

    async fn idle(&mut self) -> Result<&mut Writing, StoreError> {
        if let Hand::Busy(task) = &mut self.hand {
            let written = task.await;
            self.hand = Hand::Broken;
            self.hand = match written {
                Ok(written) => Hand::Idle(written?),
                Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
            };
        }
        match &mut self.hand {
            Hand::Idle(writing) => Ok(writing),
            Hand::Busy(_) | Hand::Broken => Err(broken()),
        }
    }
}

/// What whoever goes on after an error gets.
fn broken() -> StoreError {
    StoreError::ConnectionLost {
        reason: "the import failed before".to_owned(),
    }
}
