//! Tokens of programs, and requests that are done once.

use jiff::civil::date;
use rules::access::{Permission, Role};
use store::account::AccountError;
use store::once::{Claim, KEPT_HOURS, Kept};
use store::session::SignInError;
use store::token::{NewToken, Secret, TokenError};
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, given, grant, id_of, later, municipality, settings, token};
use crate::support::{anna, count, noon, on_both};

fn new(name: &str, read_only: bool) -> NewToken {
    NewToken {
        name: name.to_owned(),
        person: None,
        grants: vec![grant(Role::Supervisor, Some("south"))],
        read_only,
        until: date(2027, 10, 31),
    }
}

/// Issues a token and gives the program that has it.
async fn program(store: &Store, name: &str, read_only: bool) -> Viewer {
    let random = [name.as_bytes()[0]; 32];
    let issued = store.issue_token(&anna(), &new(name, read_only), random, TODAY).await;
    let (_, secret) = issued.expect("is issued");
    found(store, &secret).await.expect("counts")
}

async fn found(store: &Store, secret: &Secret) -> Option<Viewer> {
    store.token_viewer(secret, noon(), TODAY).await.expect("answers")
}

#[tokio::test]
async fn a_token_may_what_its_roles_say_until_its_day_or_until_it_is_revoked() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let mut wanted = new("Screen", false);
        wanted.person = Some(id_of(&store, "1002").await);
        let (id, secret) = store.issue_token(&anna(), &wanted, [7; 32], TODAY).await.expect("is issued");
        let viewer = found(&store, &secret).await.expect("counts");
        assert_eq!((viewer.name(), viewer.person()), ("token:screen", wanted.person));
        assert!(viewer.may(Permission::LoadByName) && !viewer.may(Permission::Accounts));
        assert!(
            store
                .token_viewer(&secret, noon(), date(2027, 10, 30))
                .await
                .expect("answers")
                .is_some()
        );
        assert!(
            store
                .token_viewer(&secret, noon(), date(2027, 10, 31))
                .await
                .expect("answers")
                .is_none()
        );
        assert!(found(&store, &Secret::new([8; 32])).await.is_none());
        let kept = count(
            &store,
            "SELECT COUNT(*) FROM token WHERE LENGTH(hash) = 32 AND LENGTH(tail) = 4",
        )
        .await;
        assert_eq!(kept, 1, "only a hash is stored");
        store.revoke_token(&anna(), id).await.expect("is revoked");
        store.revoke_token(&anna(), id).await.expect("twice is once");
        assert!(found(&store, &secret).await.is_none());
        let told = store
            .read(&anna())
            .await
            .expect("reads")
            .tokens()
            .await
            .expect("reads")
            .remove(0);
        assert_eq!(
            (told.issuer.as_str(), told.used, told.revoked),
            ("anna", Some(date(2027, 10, 30)), Some(noon()))
        );
        let log = store.log(&anna(), 1, 1_000).await.expect("reads");
        let actions: Vec<&str> = log.iter().rev().take(2).map(|event| event.action.as_str()).collect();
        assert_eq!(actions, ["token.revoke", "token.issue"]);
        assert!(
            log.iter()
                .all(|event| event.details.as_deref().is_none_or(|details| !details.contains("0707")))
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_token_is_refused_and_leaves_nothing() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let reader = program(&store, "reader", false).await;
        let before = count(&store, "SELECT COUNT(*) FROM account").await;
        let refused = async |change: &dyn Fn(&mut NewToken)| {
            let mut wanted = new("other", false);
            change(&mut wanted);
            store
                .issue_token(&anna(), &wanted, [9; 32], TODAY)
                .await
                .expect_err("is refused")
        };
        assert!(matches!(refused(&|new| new.until = TODAY).await, TokenError::Until { .. }));
        assert!(matches!(
            refused(&|new| new.until = date(2028, 11, 1)).await,
            TokenError::Until { .. }
        ));
        assert!(matches!(refused(&|new| new.grants.clear()).await, TokenError::NoRole));
        assert!(matches!(
            refused(&|new| new.person = Some(-1)).await,
            TokenError::NoPerson { person: -1 }
        ));
        assert!(matches!(
            refused(&|new| new.name = "Reader".to_owned()).await,
            TokenError::Account(AccountError::NameTaken { .. })
        ));
        assert!(matches!(
            refused(&|new| new.name = "a b".to_owned()).await,
            TokenError::Account(AccountError::NoName { .. })
        ));
        assert!(matches!(
            refused(&|new| new.grants[0].unit = Some("nowhere".to_owned())).await,
            TokenError::Account(AccountError::NoUnit { .. })
        ));
        let not_allowed = store.issue_token(&reader, &new("other", false), [9; 32], TODAY).await;
        assert!(matches!(
            not_allowed,
            Err(TokenError::Account(AccountError::Store(StoreError::NotAllowed { .. })))
        ));
        assert!(store.revoke_token(&reader, 1).await.is_err());
        assert_eq!(count(&store, "SELECT COUNT(*) FROM account").await, before);
    })
    .await;
}

#[tokio::test]
async fn nobody_signs_in_to_the_account_of_a_token_or_deals_with_it_as_with_an_account() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let viewer = program(&store, "screen", false).await;
        let account = viewer.account_id().expect("an account");
        assert!(
            store
                .read(&anna())
                .await
                .expect("reads")
                .accounts()
                .await
                .expect("reads")
                .is_empty()
        );
        assert!(matches!(
            store.account_named(&anna(), "token:screen").await,
            Err(StoreError::NotThere)
        ));
        let set = store
            .set_password(&anna(), account, "en lång mening", [1; 16], &settings())
            .await;
        assert!(matches!(set, Err(AccountError::Store(StoreError::NotThere))));
        let gave = store.give_role(&anna(), account, &grant(Role::Administrator, None)).await;
        assert!(matches!(gave, Err(AccountError::Store(StoreError::NotThere))));
        let entered = store.sign_in(given("token:screen"), &token("x"), &settings(), noon()).await;
        assert!(matches!(entered, Err(SignInError::Refused)));
    })
    .await;
}

#[tokio::test]
async fn a_token_that_may_only_read_changes_nothing_and_its_looks_are_logged_all_the_same() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let viewer = program(&store, "screen", true).await;
        assert!(matches!(store.begin(&viewer).await, Err(StoreError::ReadOnlyToken)));
        let person = id_of(&store, "1001").await;
        let mut reading = store.read(&viewer).await.expect("reads");
        assert!(reading.somebody(person, TODAY, TODAY).await.expect("reads").is_some());
        reading.close().await.expect("is logged");
        let looks = store
            .read(&anna())
            .await
            .expect("reads")
            .who_looked_at(person, 5)
            .await
            .expect("reads");
        assert_eq!(looks[0].actor, "token:screen");
    })
    .await;
}

/// The viewer of a claim that is new.
fn is_new(claim: Claim) -> Viewer {
    let viewer = match claim {
        Claim::New(viewer) => Some(viewer),
        _ => None,
    };
    viewer.expect("a new claim")
}

/// Changes something as this viewer.
async fn add(store: &Store, viewer: &Viewer, code: &str) -> Result<i64, StoreError> {
    let mut writing = store.begin(viewer).await?;
    crate::support::write_unit(&mut writing, code).await;
    writing.commit().await
}

#[tokio::test]
async fn a_request_with_a_key_is_done_once_and_answered_as_the_first_time() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let viewer = program(&store, "import", false).await;
        let claim = async |key: &str, body: &[u8]| store.claim(&viewer, key, &[b"/imports", body], 30).await.expect("answers");
        let doing = is_new(claim("k", b"x").await);
        assert_eq!(claim("k", b"x").await, Claim::UnderWay);
        assert_eq!(claim("k", b"y").await, Claim::Other);
        add(&store, &doing, "west").await.expect("is done");
        assert_eq!(
            claim("k", b"x").await,
            Claim::UnderWay,
            "done, and perhaps just being answered"
        );
        let kept = Kept {
            status: 201,
            place: Some("/there".to_owned()),
            answer: Some("{}".to_owned()),
        };
        store.answered(&doing, &kept).await.expect("is kept");
        assert_eq!(claim("k", b"x").await, Claim::Answered(kept));
        let refused = is_new(claim("other", b"x").await);
        store.release(&refused).await.expect("is let go");
        assert!(
            matches!(claim("other", b"y").await, Claim::New(_)),
            "what was refused can be put right"
        );
        store.release(&doing).await.expect("changes nothing");
        assert!(
            matches!(claim("k", b"x").await, Claim::Answered(_)),
            "what was done stays done"
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_request_that_stopped_half_way_is_done_by_the_next_and_never_by_both() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let random = [5; 32];
        let (_, secret) = store
            .issue_token(&anna(), &new("import", false), random, TODAY)
            .await
            .expect("is issued");
        let at = async |seconds: i64| {
            let viewer = store.token_viewer(&secret, later(seconds), TODAY).await.expect("answers");
            viewer.expect("counts")
        };
        let claim = async |seconds: i64| store.claim(&at(seconds).await, "k", &[b"x"], 30).await.expect("answers");
        let first = is_new(claim(0).await);
        assert_eq!(claim(30).await, Claim::UnderWay);
        let second = is_new(claim(31).await);
        let late = add(&store, &first, "west").await;
        assert!(matches!(late, Err(StoreError::TakenOver)), "{late:?}");
        let event = add(&store, &second, "west").await.expect("is done");
        // The program is stopped before the answer is kept: it is known that it was done, and with which entry.
        assert_eq!(claim(32).await, Claim::UnderWay);
        assert_eq!(claim(62).await, Claim::Done { event: Some(event) });
        assert!(
            matches!(claim(KEPT_HOURS * 3_600 + 60).await, Claim::New(_)),
            "forgotten after three days"
        );
        assert_eq!(count(&store, "SELECT COUNT(*) FROM unit WHERE code = 'west'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn of_many_programs_that_send_the_same_request_at_once_one_does_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        municipality(&store).await;
        let viewer = program(&store, "import", false).await;
        let tries: Vec<_> = (0..8)
            .map(|_| {
                let (store, viewer) = (store.clone(), viewer.clone());
                tokio::spawn(async move { store.claim(&viewer, "k", &[b"x"], 30).await.expect("answers") })
            })
            .collect();
        let mut new = 0;
        for one in tries {
            new += usize::from(matches!(one.await.expect("no panic"), Claim::New(_)));
        }
        assert_eq!(new, 1);
    })
    .await;
}
