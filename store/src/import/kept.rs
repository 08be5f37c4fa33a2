//! Mappings that are kept: those that come with the product, and those made in the pages.

use jiff::Timestamp;
use rules::access::Permission;
use serde_json::json;

use super::mapping::Mapping;
use crate::{Reading, Row, Store, StoreError, Value, Viewer};

pub(crate) const ALL: &str = "SELECT id, name, text, author, saved FROM import_mapping ORDER BY name";
pub(crate) const NAMED: &str = "SELECT id, text FROM import_mapping WHERE name = $1";
pub(crate) const SAVE: &str = "INSERT INTO import_mapping (id, name, text, author, saved) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (name) DO UPDATE SET text = excluded.text, author = excluded.author, saved = excluded.saved";
pub(crate) const DROP: &str = "DELETE FROM import_mapping WHERE name = $1";

/// Name and text of each mapping that comes with the product.
pub const SHIPPED: [(&str, &str); 1] = [("kommun-a", include_str!("../../../mappings/kommun-a.toml"))];

/// A mapping made in the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptMapping {
    /// Id.
    pub id: i64,
    /// Its name: the mapping's id.
    pub name: String,
    /// The whole mapping file.
    pub text: String,
    /// Who saved it last.
    pub author: String,
    /// When.
    pub saved: Timestamp,
}

impl Reading {
    /// The mappings made in the pages, by name; none for a viewer who may not import.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn mappings(&mut self) -> Result<Vec<KeptMapping>, StoreError> {
        if !self.viewer.may(Permission::Import) {
            return Ok(Vec::new());
        }
        let read = |row: Row<'_>| {
            let saved: i64 = row.get(4)?;
            Ok(KeptMapping {
                id: row.get(0)?,
                name: row.get(1)?,
                text: row.get(2)?,
                author: row.get(3)?,
                saved: Timestamp::from_microsecond(saved).map_err(|error| StoreError::Corrupt {
                    reason: error.to_string(),
                })?,
            })
        };
        self.fetch(ALL, &[], read).await
    }
}

impl Store {
    /// Keeps a mapping under its own id, in place of the one that had it before.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers; [`StoreError::Corrupt`] when the text is no mapping.
    pub async fn save_mapping(&self, viewer: &Viewer, text: &str) -> Result<(), StoreError> {
        viewer.require(Permission::Import)?;
        let mapping = Mapping::parse(text).map_err(|error| StoreError::Corrupt {
            reason: error.to_string(),
        })?;
        let mut writing = self.begin(viewer).await?;
        let name = [Value::Text(&mapping.id)];
        let known: Option<(i64, String)> = writing
            .fetch_optional(NAMED, &name, |row| Ok((row.get(0)?, row.get(1)?)))
            .await?;
        let id = match &known {
            Some((id, _)) => *id,
            None => writing.next_ids(1)?,
        };
        let values = [
            id.into(),
            Value::Text(&mapping.id),
            Value::Text(text),
            Value::Text(viewer.name()),
            viewer.at().as_microsecond().into(),
        ];
        writing.execute(SAVE, &values).await?;
        let entry = json!({ "before": known.map(|(_, text)| text), "after": text });
        writing.record("import.mapping", &mapping.id, &entry).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Throws a mapping away; whether there was one.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn drop_mapping(&self, viewer: &Viewer, name: &str) -> Result<bool, StoreError> {
        viewer.require(Permission::Import)?;
        let mut writing = self.begin(viewer).await?;
        let known: Option<String> = writing.fetch_optional(NAMED, &[Value::Text(name)], |row| row.get(1)).await?;
        let Some(text) = known else { return Ok(false) };
        writing.execute(DROP, &[Value::Text(name)]).await?;
        let entry = json!({ "before": text, "after": null });
        writing.record("import.mapping", name, &entry).await?;
        writing.commit().await?;
        Ok(true)
    }
}
