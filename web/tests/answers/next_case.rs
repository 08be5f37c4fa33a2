//! Who gets the next case: what the pages answer to what is chosen.

use axum::Router;
use axum::http::StatusCode;
use rules::allocation::Reason;
use rules::case::Part;
use store::Store;
use store::allocation::Assign;

use crate::access::{cookie, filled, viewer};
use crate::municipality::{TODAY, id_of};
use crate::support::{Answer, get, post};

/// The phase of R-0, which waits, and the decision by which Anna became co-handler of a colleague's case.
pub async fn waiting_and_given(store: &Store) -> (i64, i64) {
    let lead = viewer(store, "supervisor").await;
    let mut reading = store.read(&lead).await.expect("reads");
    let waiting = reading.waiting(TODAY).await.expect("reads").remove(0).id;
    let of_colleague = reading
        .phase_to_give("R-1003-0", TODAY)
        .await
        .expect("reads")
        .expect("is there");
    reading.close().await.expect("closes");
    let assign = Assign {
        phase: of_colleague,
        to: id_of(store, "1001").await,
        part: Part::Co,
        share: None,
        on: TODAY,
        reason: Reason::Other,
    };
    let given = store.assign(&lead, assign).await.expect("is given");
    (waiting, given)
}

async fn page(router: &Router, address: &str, name: &str) -> Answer {
    get(router, address, &[("cookie", &cookie(router, name).await)]).await
}

async fn text(router: &Router, address: &str, name: &str) -> String {
    page(router, address, name).await.text().to_owned()
}

async fn send(router: &Router, address: &str, name: &str, form: &str) -> Answer {
    post(router, address, &[("cookie", &cookie(router, name).await)], form).await
}

async fn phase(store: &Store, reference: &str) -> i64 {
    let lead = viewer(store, "supervisor").await;
    let mut reading = store.read(&lead).await.expect("reads");
    let phase = reading
        .phase_to_give(reference, TODAY)
        .await
        .expect("reads")
        .expect("is there");
    reading.close().await.expect("closes");
    phase
}

#[tokio::test]
async fn the_first_is_given_a_case_without_a_reason_and_takes_it() {
    let (router, store) = filled().await;
    let address = format!("/next-case/{}", phase(&store, "R-0").await);
    let shown = page(&router, &address, "supervisor").await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
    let anna = id_of(&store, "1001").await;
    // Anna, Bo, Åsa and Ärla have as much: by name; then Örjan, who has far too much, and Zara, who is not qualified.
    let text = shown.text();
    let places: Vec<usize> = ["Anna Ek", "Bo Åker", "Åsa Dahl", "Ärla Lund", "Örjan Berg", "25 kap. 1 §"]
        .iter()
        .map(|name| text.find(name).unwrap_or_else(|| panic!("{name} is missing: {text}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!text.contains("Lo Vik") && !text.contains("Siv Holm</label>"));
    let given = send(&router, &address, "supervisor", &format!("person={anna}")).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    let team = page(&router, given.header("location"), "supervisor").await;
    assert!(team.text().contains("R-0 går till Anna Ek"), "{}", team.text());
    let own = page(&router, "/my-load", "caseworker").await;
    assert!(own.text().contains("Du har fått ett ärende"), "{}", own.text());
    let text = own.text();
    let answer = text.split("action=\"/given/").nth(1).and_then(|rest| rest.split('"').next());
    let answer = format!("/given/{}", answer.expect("a form"));
    let taken = send(&router, &answer, "caseworker", "answer=taken").await;
    assert_eq!((taken.status, taken.header("location")), (StatusCode::SEE_OTHER, "/my-load"));
    let own = page(&router, "/my-load", "caseworker").await;
    assert!(!own.text().contains("Du har fått ett ärende"));
    let again = send(&router, &answer, "caseworker", "answer=not-now&reason=too-much").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text().contains("Du har tagit ärendet."), "{}", again.text());
}

#[tokio::test]
async fn another_than_the_first_needs_a_reason_from_the_list() {
    let (router, store) = filled().await;
    let address = format!("/next-case/{}", phase(&store, "R-0").await);
    let bo = id_of(&store, "1005").await;
    for form in [format!("person={bo}"), format!("person={bo}&reason=overload")] {
        let refused = send(&router, &address, "supervisor", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text().contains("Välj varför du tar någon annan"),
            "{}",
            refused.text()
        );
    }
    let nobody = send(&router, &address, "supervisor", "person=&reason=siblings").await;
    assert!(nobody.text().contains("Välj vem som ska ha ärendet."));
    // Nobody of another team, and nobody at all, can be chosen.
    for person in [id_of(&store, "1007").await, 999_999] {
        let refused = send(&router, &address, "supervisor", &format!("person={person}&reason=other")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let given = send(&router, &address, "supervisor", &format!("person={bo}&reason=experience")).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    let late = send(&router, &address, "supervisor", &format!("person={bo}")).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text().contains("Bo Åker har ärendet"), "{}", late.text());
}

#[tokio::test]
async fn not_now_brings_the_case_back_with_a_reason_and_gives_it_to_nobody() {
    let (router, store) = filled().await;
    let waiting = phase(&store, "R-0").await;
    let address = format!("/next-case/{waiting}");
    let anna = id_of(&store, "1001").await;
    send(&router, &address, "supervisor", &format!("person={anna}")).await;
    let own = text(&router, "/my-load", "caseworker").await;
    let given = own.split("action=\"/given/").nth(1).and_then(|rest| rest.split('"').next());
    let given = &format!("/given/{}", given.expect("a form"));
    let refused = send(&router, given, "caseworker", "answer=not-now").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Välj varför du inte kan ta ärendet nu."));
    // Neither the supervisor nor a colleague answers in Anna's place.
    let other = send(&router, given, "supervisor", "answer=taken").await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let said = send(&router, given, "caseworker", "answer=not-now&reason=too-much").await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    let told = page(&router, said.header("location"), "caseworker").await;
    assert!(
        told.text().contains("Ärendet är tillbaka hos din gruppledare."),
        "{}",
        told.text()
    );
    let team = text(&router, "/team", "supervisor").await;
    let rest = team.split("id=\"waiting\"").nth(1).expect("what waits");
    assert!(rest.contains("R-0") && rest.contains("Anna Ek sade ”inte nu”"), "{rest}");
    let list = text(&router, &address, "supervisor").await;
    let (bo, again) = (list.find("Bo Åker"), list.find("Anna Ek</label>"));
    assert!(bo < again && list.contains("sade ”inte nu” till ärendet"), "{list}");
}

#[tokio::test]
async fn a_case_is_moved_with_a_reason_and_from_a_day() {
    let (router, store) = filled().await;
    let orjan = id_of(&store, "1002").await;
    let found = page(&router, &format!("/next-case?case=R-1002-0&from={orjan}"), "supervisor").await;
    let address = found.header("location").to_owned();
    assert_eq!(found.status, StatusCode::SEE_OTHER);
    let shown = text(&router, &address, "supervisor").await;
    assert!(
        shown.contains("Örjan Berg har ärendet.") && shown.contains("Varför flyttas ärendet?"),
        "{shown}"
    );
    let anna = id_of(&store, "1001").await;
    for (form, fault) in [
        (format!("person={anna}&on=2026-11-02"), "Välj varför ärendet flyttas."),
        (
            format!("person={anna}&reason=overload&on=2026-10-30"),
            "Skriv en dag från och med i dag",
        ),
        (
            format!("person={anna}&reason=overload&on=640823-3234"),
            "Skriv en dag från och med i dag",
        ),
        (
            format!("person={orjan}&reason=overload&on=2026-11-02"),
            "Välj vem som ska ha ärendet.",
        ),
    ] {
        let refused = send(&router, &address, "supervisor", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(fault), "{form}: {}", refused.text());
        assert!(!refused.text().contains("640823"));
    }
    let moved = send(
        &router,
        &address,
        "supervisor",
        &format!("person={anna}&reason=overload&on=2026-11-02"),
    )
    .await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    let team = text(&router, moved.header("location"), "supervisor").await;
    assert!(
        team.contains("R-1002-0 går till Anna Ek från och med den 2 november"),
        "{team}"
    );
    let bo = id_of(&store, "1005").await;
    let earlier = format!("person={bo}&reason=overload&on=2026-11-01");
    let again = send(&router, &address, "supervisor", &earlier).await;
    assert!(
        again.text().contains("Det är redan bestämt att ärendet går till Anna Ek"),
        "{}",
        again.text()
    );
}

#[tokio::test]
async fn a_case_of_another_team_is_not_there() {
    let (router, store) = filled().await;
    let phase = phase(&store, "R-0").await;
    for address in [
        format!("/next-case/{phase}"),
        "/next-case?case=R-0".to_owned(),
        "/next-case/none".to_owned(),
    ] {
        assert_eq!(
            page(&router, &address, "other-supervisor").await.status,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
    let sent = send(&router, &format!("/next-case/{phase}"), "other-supervisor", "person=1").await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
}
