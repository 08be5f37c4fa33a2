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

#[tokio::test]
async fn a_draft_weighs_nothing_until_it_is_adopted_and_is_gone_then() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        store.adopt(&anna(), &model()).await.expect("is adopted");
        let mut next = model();
        next.version = "2".to_owned();
        let id = store
            .save_draft(&anna(), None, &next)
            .await
            .expect("is saved")
            .expect("is new");
        next.title = "Better".to_owned();
        assert_eq!(store.save_draft(&bo(), Some(id), &next).await.expect("is saved"), Some(id));
        let mut reading = store.read(&anna()).await.expect("reads");
        let drafts = reading.drafts().await.expect("reads");
        assert_eq!((drafts.len(), drafts[0].author.as_str()), (1, "bo"));
        assert_eq!(drafts[0].model.title, "Better");
        assert_eq!(reading.weight_models().await.expect("reads").models().len(), 1);
        drop(reading);
        let (day, today) = (date(2026, 12, 1), date(2026, 11, 25));
        let adopted = store
            .adopt_draft(&anna(), id, day, " Fits better ", today)
            .await
            .expect("is adopted");
        let mut reading = store.read(&anna()).await.expect("reads");
        assert!(reading.drafts().await.expect("reads").is_empty());
        let versions = reading.versions().await.expect("reads");
        let last = versions.last().expect("a version");
        assert_eq!((last.id, last.model.valid_from), (adopted, day));
        let (_, by, reason) = last.adopted.as_ref().expect("by somebody");
        assert_eq!((by.as_str(), reason.as_str()), ("anna", "Fits better"));
        drop(reading);
        assert_eq!(store.save_draft(&anna(), Some(id), &next).await.expect("answers"), None);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_not_adopted_from_a_day_that_is_over_or_taken_nor_without_a_reason() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        store.adopt(&anna(), &model()).await.expect("is adopted");
        let mut next = model();
        next.version = "2".to_owned();
        let id = store
            .save_draft(&anna(), None, &next)
            .await
            .expect("is saved")
            .expect("is new");
        let today = date(2026, 11, 25);
        let adopt = async |day, reason| store.adopt_draft(&anna(), id, day, reason, today).await;
        let over = adopt(date(2026, 11, 24), "Fits").await;
        assert!(matches!(over, Err(AdoptError::Past { .. })), "{over:?}");
        let silent = adopt(today, "  ").await;
        assert!(matches!(silent, Err(AdoptError::Reason)), "{silent:?}");
        let long = "a".repeat(301);
        let long = adopt(today, &long).await;
        assert!(matches!(long, Err(AdoptError::Reason)), "{long:?}");
        let number = adopt(today, "For 640823-3234").await;
        assert!(matches!(number, Err(AdoptError::IdentityNumber)), "{number:?}");
        adopt(today, "Fits").await.expect("is adopted");
        let gone = adopt(date(2026, 12, 1), "Fits").await;
        assert!(matches!(gone, Err(AdoptError::NoDraft)), "{gone:?}");
        let id = store
            .save_draft(&anna(), None, &next)
            .await
            .expect("is saved")
            .expect("is new");
        let same = store.adopt_draft(&anna(), id, date(2026, 12, 1), "Fits", today).await;
        assert!(matches!(same, Err(AdoptError::SameVersion { .. })), "{same:?}");
        next.version = "3".to_owned();
        store.save_draft(&anna(), Some(id), &next).await.expect("is saved");
        let taken = store.adopt_draft(&anna(), id, today, "Fits", today).await;
        assert!(matches!(taken, Err(AdoptError::SameDay { .. })), "{taken:?}");
        assert!(store.throw_draft_away(&anna(), id).await.expect("answers"));
        assert!(!store.throw_draft_away(&anna(), id).await.expect("answers"));
    })
    .await;
}
