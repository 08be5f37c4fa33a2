//! Settings that the municipality changes in the pages: what was chosen, by whom and when. Each change is a row; the latest holds.

use jiff::Timestamp;
use rules::access::Permission;
use rules::setting::{Setting, SettingFault, Settings};
use serde_json::json;

use crate::log::moment;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, dispatch::Transaction};

pub(crate) const CHOSEN: &str = "SELECT setting.name, setting.value, setting.changed, setting.actor FROM setting \
     JOIN (SELECT name, MAX(id) AS latest FROM setting GROUP BY name) AS last ON last.latest = setting.id";
pub(crate) const CHOOSE: &str = "INSERT INTO setting (id, name, value, changed, actor) VALUES ($1, $2, $3, $4, $5)";

/// What was chosen last for a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub setting: Setting,
    /// The value, as [`Setting::read`] gives it; none for the one that comes with the product.
    pub value: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who, by the name in the log.
    pub actor: String,
}

/// Why a setting was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// It cannot have that value.
    #[error(transparent)]
    Fault(#[from] SettingFault),
    /// The database, or the viewer may not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

async fn chosen(transaction: &mut Transaction) -> Result<Vec<Chosen>, StoreError> {
    let read = |row: Row<'_>| {
        let name: &str = row.get(0)?;
        // One that only a later or an earlier program knows.
        let Some(setting) = Setting::from_id(name) else {
            return Ok(None);
        };
        Ok(Some(Chosen {
            setting,
            value: row.get(1)?,
            at: moment(row.get(2)?)?,
            actor: row.get(3)?,
        }))
    };
    Ok(transaction.fetch(CHOSEN, &[], read).await?.into_iter().flatten().collect())
}

/// The settings that hold.
pub(crate) async fn holding(transaction: &mut Transaction) -> Result<Settings, StoreError> {
    let chosen = chosen(transaction).await?;
    let value = |setting| chosen.iter().find(|chosen| chosen.setting == setting)?.value.clone();
    Ok(Settings::of(value))
}

impl Reading {
    /// What the municipality has chosen, with who did and when.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn chosen_settings(&mut self) -> Result<Vec<Chosen>, StoreError> {
        self.viewer().require(Permission::Settings)?;
        chosen(self).await
    }

    /// The settings that hold, for anybody: they are about nobody.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn settings(&mut self) -> Result<Settings, StoreError> {
        holding(self).await
    }
}

impl Store {
    /// Changes settings together; without a value one is again as it comes with the product. Those that are so already are left alone.
    ///
    /// # Errors
    /// [`SettingError`]; nothing is changed then.
    pub async fn choose_settings(&self, viewer: &Viewer, wanted: &[(Setting, Option<&str>)]) -> Result<(), SettingError> {
        viewer.require(Permission::Settings)?;
        let mut checked = Vec::new();
        for (setting, value) in wanted {
            checked.push((*setting, value.map(|value| setting.read(value)).transpose()?));
        }
        let mut writing = self.begin(viewer).await?;
        let before = chosen(&mut writing).await?;
        for (setting, value) in checked {
            let old = before
                .iter()
                .find(|chosen| chosen.setting == setting)
                .and_then(|chosen| chosen.value.clone());
            if old == value {
                continue;
            }
            let id = writing.next_ids(1)?;
            let values = [
                id.into(),
                Value::Text(setting.id()),
                (&value).into(),
                viewer.at().as_microsecond().into(),
                Value::Text(viewer.name()),
            ];
            writing.execute(CHOOSE, &values).await?;
            let details = json!({ "before": old, "after": value });
            writing.record("setting.choose", setting.id(), &details).await?;
        }
        if writing.changed() {
            writing.commit().await?;
        }
        Ok(())
    }
}
