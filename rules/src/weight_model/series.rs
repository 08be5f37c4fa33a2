//! Model versions by validity date: on every day at most one applies.

use jiff::civil::Date;

use super::WeightModel;

/// The adopted versions, each valid from its date until the next one's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    models: Vec<WeightModel>,
}

/// Two models would be valid from the same day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{first} and {second} are both valid from {valid_from}")]
pub struct SeriesError {
    /// The day.
    pub valid_from: Date,
    /// One, as `id version`.
    pub first: String,
    /// The other.
    pub second: String,
}

impl Series {
    /// Orders the models by validity date.
    ///
    /// # Errors
    /// [`SeriesError`] when two are valid from the same day.
    pub fn new(mut models: Vec<WeightModel>) -> Result<Self, SeriesError> {
        models.sort_by_key(|model| model.valid_from);
        for pair in models.windows(2) {
            if pair[0].valid_from == pair[1].valid_from {
                let name = |model: &WeightModel| format!("{} {}", model.id, model.version);
                return Err(SeriesError {
                    valid_from: pair[0].valid_from,
                    first: name(&pair[0]),
                    second: name(&pair[1]),
                });
            }
        }
        Ok(Self { models })
    }

    /// One model for every day, whatever its own validity date: to ask what it would say.
    #[must_use]
    pub fn always(mut model: WeightModel) -> Self {
        model.valid_from = Date::MIN;
        Self { models: vec![model] }
    }

    /// The model that applies on `day`; none before the first.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&WeightModel> {
        self.models.iter().rev().find(|model| model.valid_from <= day)
    }

    /// All versions, earliest first.
    #[must_use]
    pub fn models(&self) -> &[WeightModel] {
        &self.models
    }
}
