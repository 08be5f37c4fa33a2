//! Weight models: which versions the municipality has adopted, and from when; drafts of new ones, and what each would do.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::identity_number;
use rules::model_effect::{Effect, Effects, effects};
use rules::weight_model::{Series, WeightModel};
use serde_json::json;

use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

pub(crate) const ADOPTED: &str = "SELECT text, valid_from FROM weight_model ORDER BY valid_from";
pub(crate) const VALID_SAME_DAY: &str = "SELECT model, version FROM weight_model WHERE valid_from = $1";
pub(crate) const ADOPT: &str = "INSERT INTO weight_model (id, model, version, valid_from, text) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const SAME_VERSION: &str = "SELECT valid_from FROM weight_model WHERE model = $1 AND version = $2";
pub(crate) const ADOPTED_BY: &str = "INSERT INTO adoption (weight_model, adopted, adopted_by, reason) VALUES ($1, $2, $3, $4)";
pub(crate) const VERSIONS: &str = "SELECT weight_model.id, weight_model.text, weight_model.valid_from, adoption.adopted, \
     adoption.adopted_by, adoption.reason FROM weight_model LEFT JOIN adoption ON adoption.weight_model = weight_model.id \
     ORDER BY weight_model.valid_from";
pub(crate) const DRAFTS: &str = "SELECT id, text, author, saved FROM weight_model_draft ORDER BY id";
pub(crate) const DRAFT: &str = "SELECT id, text, author, saved FROM weight_model_draft WHERE id = $1";
pub(crate) const SAVE_DRAFT: &str = "INSERT INTO weight_model_draft (id, text, author, saved) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, author = excluded.author, saved = excluded.saved";
pub(crate) const DROP_DRAFT: &str = "DELETE FROM weight_model_draft WHERE id = $1";

/// The longest reason for adopting a model, in characters.
pub const LONGEST_REASON: usize = 300;

/// An adopted version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Id.
    pub id: i64,
    /// The model, valid from the day it was adopted for.
    pub model: WeightModel,
    /// When it was adopted, by whom and why; none for those adopted by the first builds, which told only the log.
    pub adopted: Option<(Timestamp, String, String)>,
}

/// A model that somebody prepares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Id.
    pub id: i64,
    /// The model as it is so far.
    pub model: WeightModel,
    /// Who saved it last.
    pub author: String,
    /// When.
    pub saved: Timestamp,
}

/// Why a model was not adopted.
#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    /// There is no such draft, or it has been adopted or thrown away.
    #[error("there is no such draft")]
    NoDraft,
    /// The day is over: what has been counted must stay as it was.
    #[error("{valid_from} is before {today}")]
    Past {
        /// The day asked for.
        valid_from: Date,
        /// The first day that can be.
        today: Date,
    },
    /// The same version of the same model has been adopted before.
    #[error("{model} {version} has been adopted from {valid_from}")]
    SameVersion {
        /// Id of the model.
        model: String,
        /// The version.
        version: String,
        /// From when it was adopted.
        valid_from: Date,
    },
    /// No reason was given, or one that is longer than [`LONGEST_REASON`].
    #[error("a reason of 1 to {LONGEST_REASON} characters is needed")]
    Reason,
    /// An identity number stands in the reason.
    #[error("the reason holds an identity number")]
    IdentityNumber,
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

    /// The adopted versions with who adopted them, earliest first.
    ///
    /// # Errors
    /// As [`Reading::weight_models`].
    pub async fn versions(&mut self) -> Result<Vec<Version>, StoreError> {
        let read = |row: Row<'_>| {
            let adopted: Option<i64> = row.get(3)?;
            let by = match adopted {
                Some(adopted) => Some((adopted, row.get(4)?, row.get(5)?)),
                None => None,
            };
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, by))
        };
        let rows: Vec<VersionRow> = self.fetch(VERSIONS, &[], read).await?;
        let versions = rows.into_iter().map(|(id, text, valid_from, adopted)| {
            let mut model = parsed(&text)?;
            model.valid_from = valid_from;
            let adopted = match adopted {
                Some((at, by, reason)) => Some((moment(at)?, by, reason)),
                None => None,
            };
            Ok(Version { id, model, adopted })
        });
        versions.collect()
    }

    /// The drafts that the viewer may see, oldest first: all for whoever may adopt one, or sees loads and so what each would do to them.
    ///
    /// # Errors
    /// As [`Reading::weight_models`].
    pub async fn drafts(&mut self) -> Result<Vec<Draft>, StoreError> {
        if !self.sees_drafts() {
            return Ok(Vec::new());
        }
        let rows = self.fetch(DRAFTS, &[], draft_row).await?;
        rows.into_iter().map(draft).collect()
    }

    /// One of [`Reading::drafts`].
    ///
    /// # Errors
    /// As [`Reading::weight_models`].
    pub async fn draft(&mut self, id: i64) -> Result<Option<Draft>, StoreError> {
        if !self.sees_drafts() {
            return Ok(None);
        }
        let row = self.fetch_optional(DRAFT, &[id.into()], draft_row).await?;
        row.map(draft).transpose()
    }

    fn sees_drafts(&self) -> bool {
        let may = |permission| self.viewer.may(permission);
        may(Permission::AdoptModel) || may(Permission::UnitSums) || may(Permission::LoadByName)
    }

    /// What going from one model to another would do to each unit on `day`, without names: in the units whose sums the viewer sees, and
    /// in all of them for whoever may adopt a model. Groups under `limit` people are without figures, except in teams that the viewer
    /// leads.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn model_effects(
        &mut self,
        before: &WeightModel,
        after: &WeightModel,
        day: Date,
        limit: usize,
    ) -> Result<Effects, StoreError> {
        let reach = if self.viewer.may(Permission::AdoptModel) {
            Reach {
                everywhere: true,
                ..Reach::default()
            }
        } else {
            self.reach(Permission::UnitSums).await?
        };
        let tree = self.units().await?;
        let own = self.reach(Permission::LoadByName).await?;
        let people = if reach.is_empty() {
            Vec::new()
        } else {
            self.facts_for_sums(&reach, day, &[day]).await?
        };
        let changed: Vec<Effect> = people
            .iter()
            .filter_map(|facts| Effect::of(before, after, &facts.person, &facts.holdings, day))
            .collect();
        Ok(effects(&tree, &reach, &own, &changed, limit))
    }
}

type VersionRow = (i64, String, Date, Option<(i64, String, String)>);

type DraftRow = (i64, String, String, i64);

fn draft_row(row: Row<'_>) -> Result<DraftRow, StoreError> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn draft((id, text, author, saved): DraftRow) -> Result<Draft, StoreError> {
    Ok(Draft {
        id,
        model: parsed(&text)?,
        author,
        saved: moment(saved)?,
    })
}

fn parsed(text: &str) -> Result<WeightModel, StoreError> {
    WeightModel::parse(text).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

fn moment(microsecond: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microsecond).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

impl Store {
    /// Adopts a model from its own validity date; the version before it holds until then.
    ///
    /// # Errors
    /// [`AdoptError`]; nothing is stored then.
    pub async fn adopt(&self, viewer: &Viewer, model: &WeightModel) -> Result<(), AdoptError> {
        viewer.require(Permission::AdoptModel)?;
        let mut writing = self.begin(viewer).await?;
        adopt(&mut writing, model, "").await?;
        writing.commit().await?;
        Ok(())
    }

    /// Adopts a draft from a day that is not over, for a reason; the draft is a draft no longer. While no model is adopted at all, any
    /// day will do. Gives the id of the new version.
    ///
    /// # Errors
    /// [`AdoptError`]; nothing is stored then.
    pub async fn adopt_draft(
        &self,
        viewer: &Viewer,
        draft: i64,
        valid_from: Date,
        reason: &str,
        today: Date,
    ) -> Result<i64, AdoptError> {
        viewer.require(Permission::AdoptModel)?;
        let reason = reason.trim();
        if identity_number::contains(reason) {
            return Err(AdoptError::IdentityNumber);
        }
        if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
            return Err(AdoptError::Reason);
        }
        let mut writing = self.begin(viewer).await?;
        let row = writing.fetch_optional(DRAFT, &[draft.into()], draft_row).await?;
        let mut model = self::draft(row.ok_or(AdoptError::NoDraft)?)?.model;
        model.valid_from = valid_from;
        let adopted: Vec<(String, Date)> = writing.fetch(ADOPTED, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
        if !adopted.is_empty() && valid_from < today {
            return Err(AdoptError::Past { valid_from, today });
        }
        let of_version = [Value::Text(&model.id), Value::Text(&model.version)];
        let same: Option<Date> = writing.fetch_optional(SAME_VERSION, &of_version, |row| row.get(0)).await?;
        if let Some(valid_from) = same {
            let (model, version) = (model.id, model.version);
            return Err(AdoptError::SameVersion {
                model,
                version,
                valid_from,
            });
        }
        let id = adopt(&mut writing, &model, reason).await?;
        writing.execute(DROP_DRAFT, &[draft.into()]).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Keeps a draft: a new one, or `id` as it is now. Gives its id; none when there is no such draft any more.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn save_draft(&self, viewer: &Viewer, id: Option<i64>, model: &WeightModel) -> Result<Option<i64>, StoreError> {
        viewer.require(Permission::AdoptModel)?;
        let mut writing = self.begin(viewer).await?;
        let (id, before) = match id {
            None => (writing.next_ids(1)?, None),
            Some(id) => match writing.fetch_optional(DRAFT, &[id.into()], draft_row).await? {
                Some((_, text, ..)) => (id, Some(text)),
                None => return Ok(None),
            },
        };
        let text = model.to_toml();
        let values = [
            id.into(),
            Value::Text(&text),
            Value::Text(viewer.name()),
            viewer.at().as_microsecond().into(),
        ];
        writing.execute(SAVE_DRAFT, &values).await?;
        writing
            .record("model.draft", &model.id, &json!({ "before": before, "after": text }))
            .await?;
        writing.commit().await?;
        Ok(Some(id))
    }

    /// Throws a draft away; whether there was one.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn throw_draft_away(&self, viewer: &Viewer, id: i64) -> Result<bool, StoreError> {
        viewer.require(Permission::AdoptModel)?;
        let mut writing = self.begin(viewer).await?;
        let Some((_, text, ..)) = writing.fetch_optional(DRAFT, &[id.into()], draft_row).await? else {
            return Ok(false);
        };
        let model = parsed(&text)?;
        writing.execute(DROP_DRAFT, &[id.into()]).await?;
        let entry = json!({ "before": text, "after": null });
        writing.record("model.draft", &model.id, &entry).await?;
        writing.commit().await?;
        Ok(true)
    }
}

/// Stores a model as adopted, and gives its id.
async fn adopt(writing: &mut Writing, model: &WeightModel, reason: &str) -> Result<i64, AdoptError> {
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
    let viewer = writing.viewer().clone();
    let by = [
        id.into(),
        viewer.at().as_microsecond().into(),
        Value::Text(viewer.name()),
        Value::Text(reason),
    ];
    writing.execute(ADOPTED_BY, &by).await?;
    let entry = json!({ "before": null, "after": text, "valid_from": valid_from, "reason": reason });
    writing.record("model.adopt", &model.id, &entry).await?;
    Ok(id)
}
