//! Weight models: which versions the municipality has adopted, and from when.

use jiff::civil::Date;
use rules::access::Permission;
use rules::weight_model::{Series, WeightModel};
use serde_json::json;

use crate::{Reading, Row, Store, StoreError, Value, Viewer};

pub(crate) const ADOPTED: &str = "SELECT text, valid_from FROM weight_model ORDER BY valid_from";
pub(crate) const VALID_SAME_DAY: &str = "SELECT model, version FROM weight_model WHERE valid_from = $1";
pub(crate) const ADOPT: &str = "INSERT INTO weight_model (id, model, version, valid_from, text) VALUES ($1, $2, $3, $4, $5)";

/// Why a model was not adopted.
#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    /// Another model is valid from the same day: give the new one another day.
    #[error("{model} {version} is already valid from {valid_from}")]
    SameDay {
        /// Id of the other.
        model: String,
        /// Its version.
        version: String,
        /// The day.
        valid_from: Date,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Reading {
    /// The adopted versions; an empty series when none has been adopted.
    ///
    /// # Errors
    /// As the database answers; [`StoreError::Corrupt`] when a stored model can no longer be read.
    pub async fn weight_models(&mut self) -> Result<Series, StoreError> {
        let read = |row: Row<'_>| Ok((row.get::<String>(0)?, row.get::<Date>(1)?));
        let mut models = Vec::new();
        for (text, valid_from) in self.fetch(ADOPTED, &[], read).await? {
            let mut model = WeightModel::parse(&text).map_err(|error| StoreError::Corrupt {
                reason: error.to_string(),
            })?;
            model.valid_from = valid_from;
            models.push(model);
        }
        Series::new(models).map_err(|error| StoreError::Corrupt {
            reason: error.to_string(),
        })
    }
}

impl Store {
    /// Adopts a model from its own validity date; the version before it holds until then.
    ///
    /// # Errors
    /// [`AdoptError`]; nothing is stored then.
    pub async fn adopt(&self, viewer: &Viewer, model: &WeightModel) -> Result<(), AdoptError> {
        viewer.require(Permission::AdoptModel)?;
        let mut writing = self.begin(viewer).await?;
        let valid_from = model.valid_from;
        let other = writing
            .fetch_optional(VALID_SAME_DAY, &[valid_from.into()], |row| Ok((row.get(0)?, row.get(1)?)))
            .await?;
        if let Some((model, version)) = other {
            return Err(AdoptError::SameDay {
                model,
                version,
                valid_from,
            });
        }
        let text = model.to_toml();
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            Value::Text(&model.id),
            Value::Text(&model.version),
            valid_from.into(),
            Value::Text(&text),
        ];
        writing.execute(ADOPT, &values).await?;
        writing
            .record("model.adopt", &model.id, &json!({ "before": null, "after": text }))
            .await?;
        writing.commit().await?;
        Ok(())
    }
}
