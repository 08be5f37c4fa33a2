//! A database with made-up people and their cases, and accounts for them.

use std::collections::HashSet;

use anyhow::{Context as _, ensure};
use jiff::Timestamp;
use rules::access::{Grant, Role};
use rules::period::Period;
use rules::weight_model::{WeightModel, shipped};
use store::account::AccountSettings;
use store::import::record::Record;
use store::import::take_in::{Order, take_in};
use store::{Store, Viewer};

use crate::bench::DAY;

/// Everybody's password.
pub const PASSWORD: &str = "tyst regn mot rutan";

/// Who fills the database, and looks at it without being anybody there.
pub fn viewer() -> Viewer {
    Viewer::system("benchmark", Timestamp::UNIX_EPOCH)
}

/// The model that the cases are weighed by.
///
/// # Errors
/// Never, as long as the example ships.
pub fn example() -> anyhow::Result<WeightModel> {
    shipped("exempel-barn-unga").context("the example model ships")
}

/// Opens the database at `address`, and takes in the records.
///
/// # Errors
/// When the database does not answer, or a record is rejected.
pub async fn filled(address: &str, records: Vec<Record>) -> anyhow::Result<Store> {
    let store = Store::open(address).await?;
    let model = example()?;
    store.adopt(&viewer(), &model).await?;
    let case_types: HashSet<String> = model.cases.iter().map(|row| row.case_type.clone()).collect();
    let order = Order {
        viewer: viewer(),
        exported: DAY,
        case_types,
        dry_run: false,
    };
    let summary = take_in(&store, "benchmark", records, order).await?;
    ensure!(
        summary.rejected.is_empty(),
        "{} records were rejected",
        summary.rejected.len()
    );
    Ok(store)
}

/// Id of the person with this number.
///
/// # Errors
/// When there is none, or the database does not answer.
pub async fn person(store: &Store, number: u32) -> anyhow::Result<i64> {
    let found = store.read(&viewer()).await?.find_person(&number.to_string()).await?;
    Ok(found.first().context("the person is there")?.id)
}

/// Adds an account with [`PASSWORD`] and these roles in one unit.
///
/// # Errors
/// As the database answers.
pub async fn account(
    store: &Store,
    name: &str,
    person: Option<i64>,
    roles: &[Role],
    unit: &str,
    settings: &AccountSettings,
) -> anyhow::Result<()> {
    let id = store.add_account(&viewer(), name, name, person).await?;
    store.set_password(&viewer(), id, PASSWORD, [7; 16], settings).await?;
    for role in roles {
        let grant = Grant {
            role: *role,
            unit: Some(unit.to_owned()),
            period: Period::since(DAY),
        };
        store.give_role(&viewer(), id, &grant).await?;
    }
    Ok(())
}
