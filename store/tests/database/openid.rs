//! Signing in through a provider: whose account it is, which roles follow the claims, and how a session ends from the provider's side.

use jiff::SignedDuration;
use jiff::civil::date;
use rules::access::Role;
use store::openid::{Attempt, Identity, LogOut, OpenIdError, SignedIn};
use store::{Store, StoreError};

use crate::people::{TODAY, account, grant, later, municipality, settings, token};
use crate::support::{anna, count, noon, on_both};

const ISSUER: &str = "https://login.example";

const SUBJECT: Identity<'static> = Identity {
    issuer: ISSUER,
    subject: "f3a1",
    sid: Some("s-1"),
    id_token: "header.claims.signature",
    account: Some("Worker"),
    number: None,
    display: Some("Anna Ek"),
    roles: &[],
    may_create: false,
};

async fn arrives(store: &Store, identity: Identity<'_>, name: &str) -> Result<SignedIn, OpenIdError> {
    let answer = store.sign_in_openid(identity, &token(name), &settings(), noon(), TODAY).await;
    assert!(!matches!(answer, Err(OpenIdError::Store(_))), "{answer:?}");
    answer
}

async fn is_in(store: &Store, name: &str) -> bool {
    let viewer = store.viewer(&token(name), &settings(), noon(), TODAY).await;
    viewer.expect("answers").is_some()
}

#[tokio::test]
async fn a_sign_in_is_taken_up_once_by_the_browser_that_began_it_within_ten_minutes() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let attempt = |state| Attempt {
            state,
            nonce: "nonce",
            verifier: "verifier",
            back_to: "/my-load",
        };
        let (own, other) = (token("own"), token("other"));
        for state in ["first", "second"] {
            store.begin_openid(attempt(state), &own, noon()).await.expect("begins");
        }
        let take = async |state, browser, at| store.take_openid(state, browser, at).await.expect("answers");
        assert!(take("first", &other, later(1)).await.is_none(), "another browser");
        assert!(take("third", &own, later(1)).await.is_none(), "never begun");
        let begun = take("first", &own, later(599)).await.expect("is taken up");
        assert_eq!(begun.nonce, "nonce");
        assert_eq!(begun.verifier, "verifier");
        assert_eq!(begun.back_to, "/my-load");
        assert!(take("first", &own, later(599)).await.is_none(), "only once");
        assert!(take("second", &own, later(600)).await.is_none(), "too late");
        let at = later(600);
        store.begin_openid(attempt("third"), &own, at).await.expect("begins");
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM openid_attempt").await,
            1,
            "old ones are gone"
        );
    })
    .await;
}

#[tokio::test]
async fn whom_the_claims_name_is_linked_once_and_then_known_by_the_subject_alone() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let id = account(&store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await;
        let nobody = Identity {
            account: Some("nobody"),
            ..SUBJECT
        };
        assert!(matches!(arrives(&store, nobody, "a").await, Err(OpenIdError::Unknown)));
        arrives(&store, SUBJECT, "a").await.expect("by its name");
        assert!(is_in(&store, "a").await);
        arrives(&store, nobody, "b")
            .await
            .expect("by the subject, whatever the claims say now");
        let other = Identity {
            subject: "77b2",
            ..SUBJECT
        };
        let taken = arrives(&store, other, "c").await;
        assert!(
            matches!(taken, Err(OpenIdError::Taken)),
            "a name that somebody else has got: {taken:?}"
        );
        store.disable_account(&anna(), id, true).await.expect("is disabled");
        assert!(matches!(arrives(&store, SUBJECT, "d").await, Err(OpenIdError::Disabled)));
        assert!(!is_in(&store, "a").await && !is_in(&store, "d").await);
        store.disable_account(&anna(), id, false).await.expect("is enabled");
        assert!(store.unlink_openid(&anna(), id).await.expect("is unlinked"));
        assert!(!store.unlink_openid(&anna(), id).await.expect("answers"), "nothing to unlink");
        arrives(&store, other, "e").await.expect("the new subject");
        let by_number = Identity {
            subject: "99",
            account: None,
            number: Some("1002"),
            ..SUBJECT
        };
        assert!(matches!(arrives(&store, by_number, "f").await, Err(OpenIdError::Unknown)));
        account(&store, "second", Some("1002"), &[]).await;
        arrives(&store, by_number, "f").await.expect("by the number");
        let linked = "SELECT COUNT(*) FROM event WHERE action = 'account.openid' AND actor = 'openid'";
        assert_eq!(count(&store, linked).await, 3);
        let begun = "SELECT COUNT(*) FROM event WHERE action = 'session.begin' AND actor = 'worker'";
        assert_eq!(count(&store, begun).await, 3);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn an_account_is_made_only_when_asked_and_only_for_whoever_has_a_role() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let roles = [(Role::Caseworker, Some("south".to_owned()))];
        let new = Identity {
            number: Some("1001"),
            roles: &roles,
            may_create: true,
            ..SUBJECT
        };
        for refused in [
            Identity { may_create: false, ..new },
            Identity { roles: &[], ..new },
            Identity { account: None, ..new },
            Identity { account: Some("not a name"), ..new },
        ] {
            assert!(matches!(arrives(&store, refused, "a").await, Err(OpenIdError::Unknown)));
        }
        assert_eq!(count(&store, "SELECT COUNT(*) FROM account").await, 0);
        arrives(&store, new, "a").await.expect("is made");
        let made = "SELECT COUNT(*) FROM account WHERE name = 'worker' AND display = 'Anna Ek' AND password IS NULL AND person IS NOT NULL";
        assert_eq!(count(&store, made).await, 1);
    })
    .await;
}

#[tokio::test]
async fn roles_of_claims_follow_them_with_their_days_and_roles_given_here_are_left_alone() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let id = account(&store, "worker", None, &[grant(Role::Supervisor, Some("north"))]).await;
        let south = (Role::Caseworker, Some("south".to_owned()));
        let nowhere = (Role::Caseworker, Some("nowhere".to_owned()));
        let first = [south.clone(), (Role::Head, Some("family".to_owned())), nowhere];
        let signed_in = arrives(
            &store,
            Identity {
                roles: &first,
                ..SUBJECT
            },
            "a",
        )
        .await
        .expect("in");
        assert_eq!(Vec::from_iter(signed_in.unknown_units), ["nowhere"]);
        let second = [south, (Role::Supervisor, Some("north".to_owned()))];
        for day in [date(2026, 11, 5), date(2026, 11, 6)] {
            let identity = Identity {
                roles: &second,
                ..SUBJECT
            };
            let done = store
                .sign_in_openid(identity, &token(&day.to_string()), &settings(), noon(), day)
                .await;
            done.expect("in");
        }
        let mut reading = store.read(&anna()).await.expect("reads");
        let roles = reading.roles_of(id).await.expect("reads");
        let mut shown: Vec<String> = roles
            .iter()
            .map(|role| {
                let (grant, unit) = (&role.grant, role.grant.unit.as_deref().unwrap_or("-"));
                let until = grant.period.to().map_or_else(String::new, |until| until.to_string());
                format!("{} {unit} {} {until}", grant.role.id(), grant.period.from())
            })
            .collect();
        shown.sort();
        assert_eq!(
            shown,
            [
                "caseworker south 2026-10-31 ",
                "head family 2026-10-31 2026-11-05",
                "supervisor north 2026-01-01 ",
                "supervisor north 2026-11-05 ",
            ]
        );
        drop(reading);
        let identity = Identity { roles: &[], ..SUBJECT };
        let done = store
            .sign_in_openid(identity, &token("z"), &settings(), noon(), date(2026, 11, 6))
            .await;
        done.expect("in");
        let left = "SELECT COUNT(*) FROM account_role WHERE until IS NULL";
        assert_eq!(count(&store, left).await, 1, "the one given here");
        let told = "SELECT COUNT(*) FROM event WHERE action IN ('role.give', 'role.take') AND actor = 'openid'";
        assert_eq!(count(&store, told).await, 3 + 3);
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_log_out_from_the_provider_ends_the_session_or_all_of_the_subjects_and_is_taken_once() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        account(&store, "worker", None, &[]).await;
        account(&store, "second", None, &[]).await;
        for (name, sid) in [("a", "s-1"), ("b", "s-2"), ("c", "s-3")] {
            arrives(
                &store,
                Identity {
                    sid: Some(sid),
                    ..SUBJECT
                },
                name,
            )
            .await
            .expect("in");
        }
        let other = Identity {
            subject: "other",
            account: Some("second"),
            sid: Some("s-4"),
            ..SUBJECT
        };
        arrives(&store, other, "d").await.expect("in");
        let order = LogOut {
            issuer: ISSUER,
            subject: Some("f3a1"),
            sid: Some("s-1"),
            token: "j-1",
            expires: later(120),
        };
        let ended = async |order, at| store.log_out_openid(order, at).await.expect("answers");
        assert_eq!(
            ended(
                LogOut {
                    issuer: "https://other.example",
                    ..order
                },
                noon()
            )
            .await,
            Some(0)
        );
        assert_eq!(
            ended(
                LogOut {
                    subject: None,
                    sid: None,
                    token: "j-0",
                    ..order
                },
                noon()
            )
            .await,
            Some(0)
        );
        assert_eq!(
            ended(
                LogOut {
                    sid: Some("s-4"),
                    token: "j-00",
                    ..order
                },
                noon()
            )
            .await,
            Some(0)
        );
        assert_eq!(ended(order, noon()).await, Some(1));
        assert_eq!(ended(order, later(60)).await, None, "taken before");
        assert!(!is_in(&store, "a").await && is_in(&store, "b").await);
        let all = LogOut {
            sid: None,
            token: "j-2",
            ..order
        };
        assert_eq!(ended(all, noon()).await, Some(2));
        assert!(!is_in(&store, "b").await && !is_in(&store, "c").await && is_in(&store, "d").await);
        let kept = count(&store, "SELECT COUNT(*) FROM openid_session").await;
        assert_eq!(kept, 1, "ID tokens go with their sessions");
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn an_id_token_is_given_once_to_whoever_it_is_of_and_not_kept_past_the_longest_session() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let id = account(&store, "worker", None, &[]).await;
        arrives(&store, SUBJECT, "a").await.expect("in");
        let viewer = store.viewer(&token("a"), &settings(), noon(), TODAY).await.expect("answers");
        let viewer = viewer.expect("is in");
        let take = async |name| store.take_id_token(&viewer, &token(name), ISSUER).await.expect("answers");
        assert_eq!(take("b").await, None);
        assert_eq!(take("a").await.as_deref(), Some("header.claims.signature"));
        assert_eq!(take("a").await, None);
        arrives(&store, SUBJECT, "b").await.expect("in");
        let next = noon() + SignedDuration::from_hours(13);
        let done = store.sign_in_openid(SUBJECT, &token("c"), &settings(), next, TODAY).await;
        done.expect("in");
        assert_eq!(count(&store, "SELECT COUNT(*) FROM openid_session").await, 1);
        let not_allowed = store.unlink_openid(&viewer, id).await;
        assert!(matches!(not_allowed, Err(StoreError::NotAllowed { .. })));
    })
    .await;
}
