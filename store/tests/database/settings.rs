//! Settings that the municipality changes in the pages.

use rules::access::Role;
use rules::setting::{Setting, SettingFault};
use store::setting::SettingError;

use crate::people::{grant, somebody};
use crate::support::on_both;

#[tokio::test]
async fn a_setting_is_chosen_by_an_administrator_stands_in_the_log_and_holds_from_then_on() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let staff = somebody(&store, "staff", None, &[grant(Role::HumanResources, None)]).await;
        let wanted = [(Setting::GroupLimit, Some("8")), (Setting::Organisation, Some("Exempel"))];
        assert!(store.choose_settings(&staff, &wanted).await.is_err());
        store.choose_settings(&admin, &wanted).await.expect("is chosen");
        let bad = [(Setting::DaysToHead, Some("7")), (Setting::GroupLimit, Some("4"))];
        let refused = store.choose_settings(&admin, &bad).await;
        let fault = SettingFault::Number { least: 5, most: 50 };
        assert!(
            matches!(refused, Err(SettingError::Fault(found)) if found == fault),
            "{refused:?}"
        );
        // The same again changes nothing, and is not told.
        store.choose_settings(&admin, &wanted).await.expect("is so already");
        let mut reading = store.read(&staff).await.expect("reads");
        let settings = reading.settings().await.expect("reads");
        assert_eq!((settings.group_limit, settings.organisation.as_deref()), (8, Some("Exempel")));
        assert_eq!(settings.days_to_head, 14, "nothing of what was refused is stored");
        assert!(reading.chosen_settings().await.is_err());
        drop(reading);
        store
            .choose_settings(&admin, &[(Setting::GroupLimit, None)])
            .await
            .expect("is as it comes again");
        let mut reading = store.read(&admin).await.expect("reads");
        assert_eq!(reading.settings().await.expect("reads").group_limit, 5);
        let chosen = reading.chosen_settings().await.expect("reads");
        let limit = chosen
            .iter()
            .find(|chosen| chosen.setting == Setting::GroupLimit)
            .expect("is there");
        assert_eq!((limit.actor.as_str(), limit.value.as_deref()), ("admin", None));
        drop(reading);
        let logged = store.log(&admin, 1, 100).await.expect("reads");
        let told: Vec<&str> = logged
            .iter()
            .filter(|event| event.action == "setting.choose")
            .map(|event| event.subject.as_str())
            .collect();
        assert_eq!(told, ["group-limit", "organisation", "group-limit"]);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}
