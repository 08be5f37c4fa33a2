//! The models that come with the product, as data.

use super::WeightModel;

/// Id and text of each model that ships, the example first.
pub const SHIPPED: [(&str, &str); 1] = [("exempel-barn-unga", include_str!("../../../models/exempel-barn-unga.toml"))];

/// The shipped model with this id.
#[must_use]
pub fn shipped(id: &str) -> Option<WeightModel> {
    let (_, text) = SHIPPED.iter().find(|(shipped, _)| *shipped == id)?;
    WeightModel::parse(text).ok()
}
