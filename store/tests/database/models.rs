//! Adopted weight models: one at a time, each from its own day.

use jiff::civil::date;
use store::weight_model::AdoptError;

use crate::scene::model;
use crate::support::{anna, bo, on_both};

#[tokio::test]
async fn two_models_from_the_same_day_are_refused_with_the_name_of_the_first() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        store.adopt(&anna(), &model()).await.expect("is adopted");
        let mut other = model();
        other.version = "2".to_owned();
        let refused = store.adopt(&bo(), &other).await;
        assert!(
            matches!(&refused, Err(AdoptError::SameDay { model, version, valid_from })
                if (model.as_str(), version.as_str(), *valid_from) == ("example", "1", date(2024, 1, 1))),
            "{refused:?}"
        );
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 1);
    })
    .await;
}

#[tokio::test]
async fn each_day_has_the_model_that_was_valid_then_as_it_was_adopted() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut reading = store.read(&anna()).await.expect("reads");
        assert!(reading.weight_models().await.expect("reads").models().is_empty());
        drop(reading);
        let mut newer = model();
        newer.version = "2".to_owned();
        newer.valid_from = date(2026, 7, 1);
        store.adopt(&anna(), &newer).await.expect("is adopted");
        store.adopt(&anna(), &model()).await.expect("an older one may come later");
        let series = store
            .read(&anna())
            .await
            .expect("reads")
            .weight_models()
            .await
            .expect("reads");
        assert_eq!(series.on(date(2023, 12, 31)), None);
        assert_eq!(series.on(date(2026, 6, 30)), Some(&model()));
        assert_eq!(series.on(date(2026, 7, 1)), Some(&newer));
    })
    .await;
}
