//! Signing in: who gets in, who must wait, and when a session is over.

use jiff::Timestamp;
use jiff::civil::date;
use rules::access::{Grant, Permission, Role};
use rules::period::Period;
use store::account::AccountError;
use store::password::WeakPassword;
use store::session::{SignIn, SignInError, Token};
use store::{Store, StoreError, Viewer};

use crate::people::{PASSWORD, TODAY, account, given, grant, later, settings, signed_in, somebody, token};
use crate::support::{anna, count, noon, on_both};

/// Whether somebody gets in at this moment.
async fn tries(store: &Store, given: SignIn<'_>, at: Timestamp) -> &'static str {
    let answer = store.sign_in(given, &token(&at.to_string()), &settings(), at).await;
    assert!(!matches!(answer, Err(SignInError::Store(_))), "{answer:?}");
    match answer {
        Ok(_) => "in",
        Err(SignInError::Refused) => "refused",
        Err(SignInError::CodeNeeded) => "code",
        Err(SignInError::Wait { .. }) => "wait",
        Err(SignInError::Store(_)) => "nothing",
    }
}

async fn viewer(store: &Store, token: &Token, at: Timestamp) -> Option<Viewer> {
    store.viewer(token, &settings(), at, TODAY).await.expect("answers")
}

#[tokio::test]
async fn a_wrong_name_a_wrong_password_and_an_account_out_of_use_are_refused_alike() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[]).await;
        assert_eq!(
            tries(&store, given("Worker "), noon()).await,
            "in",
            "names are the same in capitals"
        );
        let wrong = SignIn {
            password: "en annan mening",
            ..given("worker")
        };
        assert_eq!(tries(&store, wrong, later(1)).await, "refused");
        assert_eq!(tries(&store, given("nobody"), later(2)).await, "refused");
        store.disable_account(&anna(), id, true).await.expect("is disabled");
        assert_eq!(tries(&store, given("worker"), later(3)).await, "refused");
        assert!(
            viewer(&store, &token(&noon().to_string()), later(4)).await.is_none(),
            "the session has ended too"
        );
        store.disable_account(&anna(), id, false).await.expect("is enabled");
        assert_eq!(tries(&store, given("worker"), later(5)).await, "in");
        store.add_account(&anna(), "new", "New", None).await.expect("is added");
        assert_eq!(tries(&store, given("new"), later(6)).await, "refused", "no password yet");
        let nothing = count(&store, "SELECT COUNT(*) FROM sign_in WHERE LENGTH(hash) <> 32").await;
        assert_eq!(nothing, 0, "only a hash of the token is stored");
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn whoever_guesses_waits_longer_each_time_and_a_right_password_in_between_does_not_help() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        account(&store, "worker", None, &[]).await;
        let guess = SignIn {
            password: "en annan mening",
            ..given("worker")
        };
        for second in 0..6 {
            assert_eq!(tries(&store, guess, later(second)).await, "refused", "{second}");
        }
        // After the sixth failure two seconds, after the seventh four.
        assert_eq!(tries(&store, given("worker"), later(6)).await, "wait");
        assert_eq!(tries(&store, guess, later(7)).await, "refused");
        assert_eq!(tries(&store, given("worker"), later(10)).await, "wait");
        let elsewhere = SignIn {
            address: "192.0.2.2",
            ..given("worker")
        };
        assert_eq!(tries(&store, elsewhere, later(10)).await, "wait", "from another address too");
        assert_eq!(tries(&store, given("worker"), later(11)).await, "in");
        assert_eq!(tries(&store, guess, later(12)).await, "refused", "and starts afresh");
        // One address against many accounts.
        let names: Vec<String> = (0..40).map(|number| format!("person{number}")).collect();
        let mut answers = Vec::new();
        for name in &names {
            answers.push(tries(&store, given(name), later(20)).await);
        }
        assert_eq!(
            answers.iter().filter(|answer| **answer == "refused").count(),
            30 - 7,
            "{answers:?}"
        );
        assert_eq!(tries(&store, elsewhere, later(21)).await, "in", "others are not held up");
        assert_eq!(
            tries(&store, guess, later(3 * 24 * 3600)).await,
            "refused",
            "forgotten after a day"
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_too_old_signed_out_or_revoked() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[grant(Role::Caseworker, None)]).await;
        let first = signed_in(&store, "worker").await;
        assert!(first.may(Permission::OwnLoad) && !first.may(Permission::Accounts));
        let own = token("worker");
        assert!(viewer(&store, &own, later(29 * 60)).await.is_some());
        assert!(viewer(&store, &own, later(58 * 60)).await.is_some(), "used in between");
        assert!(
            viewer(&store, &own, later(58 * 60 + 31 * 60)).await.is_none(),
            "idle for more than half an hour"
        );
        assert!(viewer(&store, &token("other"), noon()).await.is_none());

        let kept = token("kept");
        store
            .sign_in(given("worker"), &kept, &settings(), noon())
            .await
            .expect("signs in");
        for minutes in (20..12 * 60).step_by(20) {
            assert!(viewer(&store, &kept, later(minutes * 60)).await.is_some(), "{minutes}");
        }
        assert!(
            viewer(&store, &kept, later(12 * 3600 + 1)).await.is_none(),
            "twelve hours are the most"
        );

        let [one, two, three] = ["one", "two", "three"].map(token);
        for token in [&one, &two, &three] {
            store
                .sign_in(given("worker"), token, &settings(), noon())
                .await
                .expect("signs in");
        }
        let who = viewer(&store, &one, noon()).await.expect("is signed in");
        store.sign_out(&who, &one).await.expect("signs out");
        assert!(viewer(&store, &one, noon()).await.is_none());
        let stranger = somebody(&store, "stranger", None, &[]).await;
        let sessions = store.read(&who).await.expect("reads").sessions_of(id).await.expect("reads");
        let refused = store.revoke_session(&stranger, sessions[0].id).await;
        assert!(matches!(refused, Err(StoreError::NotThere)), "{refused:?}");
        assert!(store.read(&stranger).await.expect("reads").sessions_of(id).await.is_err());
        store.sign_out(&stranger, &two).await.expect("does nothing");
        assert!(viewer(&store, &two, noon()).await.is_some());
        store.revoke_all_sessions(&anna(), id, None).await.expect("revokes");
        assert!(viewer(&store, &two, noon()).await.is_none() && viewer(&store, &three, noon()).await.is_none());
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_second_factor_is_asked_for_taken_once_and_can_be_replaced_by_a_code_on_paper() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[]).await;
        // The standard's secret and times: 287082 is shown from second 30 to 59.
        let (secret, shown) = (b"12345678901234567890", "287082");
        let at = |second| Timestamp::from_second(second).expect("a moment");
        store
            .sign_in(given("worker"), &token("worker"), &settings(), at(1))
            .await
            .expect("signs in");
        let own = viewer(&store, &token("worker"), at(1)).await.expect("is signed in");
        assert!(matches!(
            store.set_second_factor(&own, secret, "000000", [[0; 10]; 8]).await,
            Err(AccountError::Wrong)
        ));
        let mut random = [[0; 10]; 8];
        random.iter_mut().zip(1..).for_each(|(bytes, number)| *bytes = [number; 10]);
        let now = at(0);
        let codes = store.set_second_factor(&own, secret, "755224", random).await.expect("is set");
        assert_eq!((codes.len(), now), (8, at(0)));
        let with = |code| SignIn {
            code: Some(code),
            ..given("worker")
        };
        assert_eq!(tries(&store, given("worker"), at(50)).await, "code");
        assert_eq!(tries(&store, with("123456"), at(51)).await, "refused");
        assert_eq!(tries(&store, with(shown), at(52)).await, "in");
        assert_eq!(tries(&store, with(shown), at(53)).await, "refused", "no code is taken twice");
        let wrong = SignIn {
            password: "en annan mening",
            ..with(&codes[0])
        };
        assert_eq!(tries(&store, wrong, at(54)).await, "refused");
        assert_eq!(tries(&store, with(&codes[0]), at(55)).await, "in", "a code on paper");
        assert_eq!(tries(&store, with(&codes[0]), at(56)).await, "refused", "once");
        assert_eq!(tries(&store, with(&codes[1].to_lowercase()), at(57)).await, "in");
        store.remove_second_factor(&anna(), id).await.expect("is removed");
        assert_eq!(tries(&store, given("worker"), at(58)).await, "in");
    })
    .await;
}

#[tokio::test]
async fn passwords_are_taken_by_their_rules_and_changing_one_ends_every_session() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[]).await;
        let own = signed_in(&store, "worker").await;
        let salt = [2; 16];
        for (new, weak) in [
            ("kort", WeakPassword::Short { minimum: 12 }),
            ("football2026!", WeakPassword::Common),
            ("worker and worker", WeakPassword::Name),
        ] {
            let refused = store.change_password(&own, (PASSWORD, new), salt, None, &settings()).await;
            assert!(
                matches!(&refused, Err(AccountError::Weak(found)) if *found == weak),
                "{new}: {refused:?}"
            );
        }
        let new = "en helt ny mening";
        let refused = store.change_password(&own, ("fel", new), salt, None, &settings()).await;
        assert!(matches!(refused, Err(AccountError::Wrong)), "{refused:?}");
        let refused = store.set_password(&own, id, new, salt, &settings()).await;
        assert!(
            matches!(refused, Err(AccountError::Store(StoreError::NotAllowed { .. }))),
            "{refused:?}"
        );
        store
            .change_password(&own, (PASSWORD, new), salt, None, &settings())
            .await
            .expect("is changed");
        assert!(viewer(&store, &token("worker"), noon()).await.is_none());
        assert_eq!(tries(&store, given("worker"), noon()).await, "refused");
        let with_new = SignIn {
            password: new,
            ..given("worker")
        };
        assert_eq!(tries(&store, with_new, later(1)).await, "in");
        let logged = store.log(&anna(), 1, 100).await.expect("reads");
        assert!(
            logged.iter().all(|event| !format!("{event:?}").contains("mening")),
            "no password in the log"
        );
    })
    .await;
}

#[tokio::test]
async fn roles_are_given_and_taken_with_dates_by_administrators_and_stand_in_the_log() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        crate::people::municipality(&store).await;
        let boss = account(&store, "boss", None, &[]).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let role = Grant {
            period: Period::since(date(2026, 10, 1)),
            ..grant(Role::Supervisor, Some("south"))
        };
        let given_role = store.give_role(&admin, boss, &role).await.expect("is given");
        let unknown = grant(Role::Supervisor, Some("nowhere"));
        assert!(matches!(
            store.give_role(&admin, boss, &unknown).await,
            Err(AccountError::NoUnit { .. })
        ));
        let own = signed_in(&store, "boss").await;
        assert!(
            store.give_role(&own, boss, &grant(Role::Administrator, None)).await.is_err(),
            "not by oneself"
        );
        assert!(own.may(Permission::LoadByName));
        let backwards = store.take_role(&admin, given_role, date(2026, 9, 30)).await;
        assert!(matches!(backwards, Err(AccountError::Backwards { .. })), "{backwards:?}");
        store.take_role(&admin, given_role, TODAY).await.expect("is taken");
        let own = viewer(&store, &token("boss"), noon()).await.expect("is signed in");
        assert!(!own.may(Permission::LoadByName), "it no longer counts on that day");
        assert_eq!(
            store
                .read(&own)
                .await
                .expect("reads")
                .roles_of(boss)
                .await
                .expect("reads")
                .len(),
            1
        );
        let logged = store.log(&admin, 1, 100).await.expect("reads");
        let of_boss: Vec<&str> = logged
            .iter()
            .filter(|event| event.subject == "boss" && event.actor == "admin")
            .map(|event| event.action.as_str())
            .collect();
        assert_eq!(of_boss, ["role.give", "role.take"]);
        let taken = store.add_account(&admin, "Boss", "Other", None).await;
        assert!(matches!(taken, Err(AccountError::NameTaken { .. })), "{taken:?}");
        let odd = store.add_account(&admin, "a b", "Other", None).await;
        assert!(matches!(odd, Err(AccountError::NoName { .. })), "{odd:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_the_password_stays_signed_in_here_and_nowhere_else() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        account(&store, "worker", None, &[]).await;
        let own = signed_in(&store, "worker").await;
        let elsewhere = token("elsewhere");
        store
            .sign_in(given("worker"), &elsewhere, &settings(), noon())
            .await
            .expect("signs in");
        let here = token("worker");
        let same = store
            .change_password(&own, (PASSWORD, PASSWORD), [2; 16], Some(&here), &settings())
            .await;
        assert!(matches!(same, Err(AccountError::Same)), "{same:?}");
        store
            .change_password(&own, (PASSWORD, "en helt ny mening"), [2; 16], Some(&here), &settings())
            .await
            .expect("is changed");
        assert!(viewer(&store, &here, noon()).await.is_some() && viewer(&store, &elsewhere, noon()).await.is_none());
        let mut reading = store.read(&own).await.expect("reads");
        let current = reading.session_of(&here).await.expect("asks");
        assert!(current.is_some());
        assert_eq!(reading.session_of(&elsewhere).await.expect("asks"), None);
        drop(reading);
        // Guessing at an open session is slowed down, and does not keep the owner from signing in.
        for _ in 0..6 {
            let wrong = store.remove_own_second_factor(&own, "fel", Some(&here), &settings()).await;
            assert!(matches!(wrong, Err(AccountError::Wrong)), "{wrong:?}");
        }
        let wait = store
            .remove_own_second_factor(&own, "en helt ny mening", Some(&here), &settings())
            .await;
        assert!(matches!(wait, Err(AccountError::Wait { .. })), "{wait:?}");
        let again = SignIn {
            password: "en helt ny mening",
            ..given("worker")
        };
        assert_eq!(tries(&store, again, noon()).await, "in");
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_password_that_somebody_else_chose_is_known_as_such_until_it_is_changed() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[]).await;
        store
            .set_temporary_password(&anna(), id, "en annan mening", [3; 16], &settings())
            .await
            .expect("is set");
        let first = SignIn {
            password: "en annan mening",
            ..given("worker")
        };
        let here = token("worker");
        store.sign_in(first, &here, &settings(), noon()).await.expect("signs in");
        let own = viewer(&store, &here, noon()).await.expect("is signed in");
        assert!(own.has_temporary_password());
        store
            .change_password(&own, ("en annan mening", PASSWORD), [4; 16], Some(&here), &settings())
            .await
            .expect("is changed");
        let own = viewer(&store, &here, noon()).await.expect("is still signed in");
        assert!(!own.has_temporary_password());
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_cannot_be_disabled_or_lose_the_role() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let grants = [grant(Role::Administrator, None)];
        let first = account(&store, "first", None, &grants).await;
        let admin = signed_in(&store, "first").await;
        let refused = store.disable_account(&admin, first, true).await;
        assert!(matches!(refused, Err(AccountError::LastAdministrator)), "{refused:?}");
        let role_of = async |account: i64| {
            let mut reading = store.read(&admin).await.expect("reads");
            reading.roles_of(account).await.expect("reads")[0].id
        };
        let own = role_of(first).await;
        for until in [TODAY, date(2030, 1, 1)] {
            let refused = store.take_role(&admin, own, until).await;
            assert!(matches!(refused, Err(AccountError::LastAdministrator)), "{refused:?}");
        }
        // Somebody else from a later day does not help before that day.
        let second = account(&store, "second", None, &[]).await;
        let later = Grant {
            period: Period::since(date(2026, 12, 1)),
            ..grant(Role::Administrator, None)
        };
        store.give_role(&admin, second, &later).await.expect("is given");
        let refused = store.take_role(&admin, own, date(2026, 11, 30)).await;
        assert!(matches!(refused, Err(AccountError::LastAdministrator)), "{refused:?}");
        store.take_role(&admin, own, date(2026, 12, 1)).await.expect("is taken");
        let refused = store.disable_account(&admin, second, true).await;
        assert!(matches!(refused, Err(AccountError::LastAdministrator)), "{refused:?}");
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn an_account_is_changed_and_a_role_given_once_or_not_at_all() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        crate::people::municipality(&store).await;
        let worker = account(&store, "worker", Some("1001"), &[grant(Role::Supervisor, Some("south"))]).await;
        let admin = somebody(&store, "admin", None, &[grant(Role::Administrator, None)]).await;
        let other = crate::people::id_of(&store, "1002").await;
        for (display, person, expected) in [
            (" ", None, "NoDisplay"),
            ("Anna 640823-3234", None, "IdentityNumber"),
            ("Anna", Some(-1), "NoPerson"),
        ] {
            let refused = store.change_account(&admin, worker, display, person).await;
            assert_eq!(format!("{:?}", refused.expect_err("is refused")), expected);
        }
        store
            .change_account(&admin, worker, "Anna Ek", Some(other))
            .await
            .expect("is changed");
        let found = store.read(&admin).await.expect("reads").account(worker).await.expect("reads");
        let found = found.expect("is there");
        assert_eq!((found.display.as_str(), found.person), ("Anna Ek", Some(other)));
        let again = Grant {
            period: Period::new(date(2025, 1, 1), Some(date(2026, 1, 2))).expect("in order"),
            ..grant(Role::Supervisor, Some("south"))
        };
        let refused = store.give_role(&admin, worker, &again).await;
        assert!(matches!(refused, Err(AccountError::Overlapping { .. })), "{refused:?}");
        let before = Grant {
            period: Period::new(date(2025, 1, 1), Some(date(2026, 1, 1))).expect("in order"),
            ..again
        };
        store
            .give_role(&admin, worker, &before)
            .await
            .expect("the days before are free");
        let own = signed_in(&store, "worker").await;
        assert!(own.has_role(Role::Supervisor) && !own.has_role(Role::Administrator) && !own.has_second_factor());
        assert!(store.change_account(&own, worker, "Anna", None).await.is_err());
        let mut reading = store.read(&own).await.expect("reads");
        assert!(reading.account(worker).await.expect("the own").is_some());
        assert!(reading.account(other).await.is_err());
        drop(reading);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}
