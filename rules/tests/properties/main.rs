//! What always holds, whatever the model, the person and the caseload.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

mod amounts;
mod days;
mod strategies;

use jiff::civil::Date;
use proptest::prelude::*;
use rules::case::Holding;
use rules::load::{Held, PersonLoad, load};
use rules::person::Person;
use rules::weight_model::WeightModel;
use strategies::{ANY, model};

/// The load of somebody on a day, from everything that person ever held.
fn load_on(model: &WeightModel, person: &Person, holdings: &[Holding], on: Date) -> PersonLoad {
    let held = holdings.iter().filter(|holding| holding.period.contains(on));
    load(model, person, &held.map(|holding| Held::weigh(model, holding)), on)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_model_printed_and_parsed_again_is_the_same(model in model(ANY)) {
        let text = model.to_toml();
        match WeightModel::parse(&text) {
            Ok(again) => prop_assert_eq!(again, model),
            Err(error) => prop_assert!(false, "{}\n{}", error, text),
        }
    }
}
