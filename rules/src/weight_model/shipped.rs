//! The models that come with the product, as data.

use super::WeightModel;

macro_rules! ship {
    ($($id:literal),+ $(,)?) => {
        [$(($id, include_str!(concat!("../../../models/", $id, ".toml")))),+]
    };
}

/// Id and text of each model that ships, the example first.
pub const SHIPPED: [(&str, &str); 6] = ship![
    "exempel-barn-unga",
    "nassjo",
    "wirral",
    "uk-probation",
    "western-australia",
    "cwla",
];

/// The shipped model with this id.
#[must_use]
pub fn shipped(id: &str) -> Option<WeightModel> {
    let (_, text) = SHIPPED.iter().find(|(shipped, _)| *shipped == id)?;
    WeightModel::parse(text).ok()
}
