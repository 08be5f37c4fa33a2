//! The catalogue of actions: what comes with the product until the municipality edits it, then its own.

use rules::access::Permission;
use rules::action::{ActionKind, shipped};
use serde_json::json;

use crate::{Reading, Row, Store, StoreError, Value, Viewer, dispatch::Transaction};

pub(crate) const KINDS: &str = "SELECT code, title_sv, title_en, retired FROM action_kind ORDER BY id";
pub(crate) const SET_KIND: &str = "INSERT INTO action_kind (id, code, title_sv, title_en, retired) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (code) DO UPDATE SET title_sv = excluded.title_sv, title_en = excluded.title_en, retired = excluded.retired";

async fn own(transaction: &mut Transaction) -> Result<Vec<ActionKind>, StoreError> {
    let read = |row: Row<'_>| {
        Ok(ActionKind {
            id: row.get(0)?,
            sv: row.get(1)?,
            en: row.get(2)?,
            retired: row.get(3)?,
        })
    };
    transaction.fetch(KINDS, &[], read).await
}

impl Reading {
    /// The catalogue, those no longer offered too.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn action_kinds(&mut self) -> Result<Vec<ActionKind>, StoreError> {
        let own = own(self).await?;
        Ok(if own.is_empty() { shipped() } else { own })
    }
}

impl Store {
    /// Adds a kind of action, or changes the one with the same id; the first change makes the shipped catalogue the municipality's own.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn set_action_kind(&self, viewer: &Viewer, kind: &ActionKind) -> Result<(), StoreError> {
        viewer.require(Permission::Settings)?;
        let mut writing = self.begin(viewer).await?;
        let before = own(&mut writing).await?;
        let mut kinds = if before.is_empty() { shipped() } else { Vec::new() };
        kinds.retain(|known| known.id != kind.id);
        kinds.push(kind.clone());
        for kind in &kinds {
            let id = writing.next_ids(1)?;
            let values = [
                id.into(),
                Value::Text(&kind.id),
                Value::Text(&kind.sv),
                Value::Text(&kind.en),
                kind.retired.into(),
            ];
            writing.execute(SET_KIND, &values).await?;
        }
        let old = before.iter().find(|known| known.id == kind.id);
        writing
            .record("action.kind", &kind.id, &json!({ "before": old, "after": kind }))
            .await?;
        writing.commit().await?;
        Ok(())
    }
}
