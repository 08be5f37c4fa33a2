//! Who may hold what: the refusal at each door, what is recorded, and what a case needs.

use axum::http::StatusCode;
use serde_json::json;

use crate::access::{cookie, filled};
use crate::administration::{send, shown};
use crate::municipality::id_of;
use crate::support::get;

#[tokio::test]
async fn hr_records_a_degree_and_the_person_is_no_longer_listed() {
    let (router, store) = filled().await;
    let hr = cookie(&router, "hr").await;
    let zara = id_of(&store, "1006").await;
    let address = format!("/people/{zara}/qualification");
    let list = shown(&router, &hr, "/qualification").await;
    assert!(list.contains("Zara Nord") && list.contains("25 kap. 1 §"), "{list}");
    assert!(!list.contains("R-1006-0"), "HR sees how many, not which");
    let supervisor = cookie(&router, "supervisor").await;
    let list = shown(&router, &supervisor, "/qualification").await;
    assert!(list.contains("R-1006-0") && !list.contains("Lo Vik"), "{list}");
    assert!(
        shown(&router, &supervisor, "/team").await.contains("/qualification"),
        "an alarm on the team's page"
    );
    let answer = send(&router, &hr, &address, "do=degree&degree-value=queen").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = send(
        &router,
        &hr,
        &address,
        "do=degree&degree-value=social_work&degree-from=2026-10-01",
    )
    .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(!shown(&router, &hr, "/qualification").await.contains("Zara Nord"));
    assert!(
        shown(&router, &hr, &format!("/people/{zara}"))
            .await
            .contains("Behörig genom sin examen")
    );
    let answer = send(&router, &supervisor, &address, "do=degree&degree-value=none").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "degrees are HR's");
    let answer = send(&router, &supervisor, &address, "do=language&language-value=arabiska").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let own = cookie(&router, "caseworker").await;
    assert_eq!(
        get(&router, &address, &[("cookie", &own)]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn an_identity_number_is_neither_stored_nor_shown_again() {
    let (router, store) = filled().await;
    let supervisor = cookie(&router, "supervisor").await;
    let zara = id_of(&store, "1006").await;
    for (address, form) in [
        (
            format!("/people/{zara}/qualification"),
            "do=district&district-value=vid+640823-3234",
        ),
        ("/cases/R-0/needs".to_owned(), "do=language&language-value=640823-3234"),
    ] {
        let answer = send(&router, &supervisor, &address, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(!answer.text().contains("640823"), "{address}");
    }
}

#[tokio::test]
async fn a_need_is_said_by_whoever_leads_the_unit_and_ended_with_its_day() {
    let (router, store) = filled().await;
    let supervisor = cookie(&router, "supervisor").await;
    let anna = id_of(&store, "1001").await;
    for (form, status) in [
        ("do=language&language-value=somaliska", 303),
        ("do=language&language-value=Somaliska", 422),
        ("do=locked&locked-value=", 422),
        ("do=locked&locked-value=court", 303),
        ("do=not_worker&not_worker-value=999999", 422),
        (
            "do=district&district-value=norr&district-from=2026-11-02&district-last=2026-11-01",
            422,
        ),
        ("do=nothing", 400),
        ("do=end&ended=999999&ends=2026-11-01", 404),
    ] {
        assert_eq!(
            send(&router, &supervisor, "/cases/R-0/needs", form).await.status,
            status,
            "{form}"
        );
    }
    let form = format!("do=not_worker&not_worker-value={anna}");
    assert_eq!(send(&router, &supervisor, "/cases/R-0/needs", &form).await.status, 303);
    let page = shown(&router, &supervisor, "/cases/R-0/needs").await;
    assert!(
        page.contains("somaliska") && page.contains("prövas i domstol") && page.contains("Anna Ek"),
        "{page}"
    );
    for name in ["other-supervisor", "head", "caseworker", "hr", "administrator"] {
        let cookie = cookie(&router, name).await;
        let answer = get(&router, "/cases/R-0/needs", &[("cookie", &cookie)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn a_program_is_refused_with_the_section_and_gives_to_whoever_is_qualified() {
    use crate::api::{get, json, problem, send, token};
    let (router, store) = filled().await;
    let supervisor = token(&store, "supervisor", false).await;
    let waiting = json(&get(&router, &supervisor, "/api/v1/cases/unallocated").await);
    let phase = waiting["items"][0]["id"].as_i64().expect("a phase");
    let (zara, anna, lo) = (
        id_of(&store, "1006").await,
        id_of(&store, "1001").await,
        id_of(&store, "1008").await,
    );
    let give = async |body: serde_json::Value| send(&router, &supervisor, "/api/v1/allocations", None, &body).await;
    let refused = give(json!({ "phase": phase, "to": zara, "reason": "unallocated" })).await;
    let refused = problem(&refused, 422, "refused");
    assert_eq!(
        (&refused["faults"][0]["code"], &refused["faults"][0]["pointer"]),
        (&"not-qualified".into(), &"/to".into())
    );
    assert!(refused.to_string().contains("25 kap. 1 § SoL 2025:400"), "{refused}");
    problem(
        &give(json!({ "phase": phase, "to": lo, "reason": "unallocated" })).await,
        404,
        "not-found",
    );
    problem(
        &give(json!({ "phase": phase, "to": anna, "reason": "because" })).await,
        422,
        "refused",
    );
    assert_eq!(
        give(json!({ "phase": phase, "to": anna, "reason": "unallocated" }))
            .await
            .status,
        StatusCode::OK
    );
    problem(
        &give(json!({ "phase": phase, "to": anna, "reason": "unallocated" })).await,
        409,
        "already-held",
    );
    let co = give(json!({ "phase": phase, "to": zara, "part": "co", "reason": "experience" })).await;
    assert_eq!(
        co.status,
        StatusCode::OK,
        "a co-handler needs no qualification: {}",
        co.text()
    );
    let moved = give(json!({ "phase": phase, "from": anna, "to": zara, "reason": "overload" })).await;
    problem(&moved, 422, "refused");
    let need = json!({ "kind": "locked", "value": "court" });
    let answer = send(&router, &supervisor, "/api/v1/cases/R-0/needs", None, &need).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let orjan = id_of(&store, "1002").await;
    let locked = problem(
        &give(json!({ "phase": phase, "from": anna, "to": orjan, "reason": "overload" })).await,
        422,
        "refused",
    );
    assert_eq!(locked["faults"][0]["code"], "case-locked");
    let need = json(&answer)["needs"][0]["id"].clone();
    let end = json!({ "id": need, "until": "2026-10-31" });
    assert_eq!(
        send(&router, &supervisor, "/api/v1/cases/R-0/needs/end", None, &end)
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(
        give(json!({ "phase": phase, "from": anna, "to": orjan, "reason": "overload" }))
            .await
            .status,
        StatusCode::OK
    );
    let lacking = json(&get(&router, &supervisor, "/api/v1/qualification").await);
    assert_eq!(
        (&lacking["items"][0]["number"], &lacking["items"][0]["held"]),
        (&"1006".into(), &3.into()),
        "{lacking}"
    );
}
