//! People and the organisation: what is shown to whom, what is changed from a day on, and what is refused.

use axum::http::StatusCode;
use jiff::civil::date;
use store::Viewer;

use crate::access::{cookie, filled};
use crate::administration::{send, shown};
use crate::municipality::{TODAY, id_of};
use crate::support::get;

fn operator() -> Viewer {
    let at = TODAY.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("a moment");
    Viewer::operator("test", at.timestamp())
}

#[tokio::test]
async fn people_are_listed_in_swedish_order_and_found_by_name_number_and_unit() {
    let (router, _) = filled().await;
    let hr = cookie(&router, "hr").await;
    let page = shown(&router, &hr, "/people").await;
    let places: Vec<usize> = [
        "Anna Ek",
        "Bo Åker",
        "Kim Alm",
        "Zara Nord",
        "Åsa Dahl",
        "Ärla Lund",
        "Örjan Berg",
    ]
    .iter()
    .map(|name| page.find(name).expect("is there"))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(page.contains("10 personer") && !page.contains("R-0"), "{page}");
    for (search, found, not) in [
        ("%C3%96RJAN", "Örjan Berg", "Anna Ek"),
        ("1003", "Åsa Dahl", "Anna Ek"),
        ("norr", "Lo Vik", "Anna Ek"),
    ] {
        let page = shown(&router, &hr, &format!("/people?search={search}")).await;
        assert!(page.contains(found) && !page.contains(not), "{search}");
    }
    let page = shown(&router, &hr, "/people?search=640823-3234").await;
    assert!(page.contains("Ingen hittades") && !page.contains("3234"));
}

#[tokio::test]
async fn a_supervisor_sees_the_team_and_a_caseworker_only_the_own_facts_without_changing_them() {
    let (router, store) = filled().await;
    let supervisor = cookie(&router, "supervisor").await;
    let page = shown(&router, &supervisor, "/people").await;
    assert!(page.contains("Anna Ek") && !page.contains("Lo Vik"));
    let anna = id_of(&store, "1001").await;
    let page = shown(&router, &supervisor, &format!("/people/{anna}")).await;
    assert!(page.contains("value=\"reduction\"") && !page.contains("value=\"end-employment\""));
    let own = cookie(&router, "caseworker").await;
    assert!(!shown(&router, &own, "/people").await.contains("Åsa Dahl"));
    let page = shown(&router, &own, &format!("/people/{anna}")).await;
    assert!(page.contains("Gruppen söder") && !page.contains("name=\"do\""));
    let form = "do=duty&duty=handledare";
    assert_eq!(
        send(&router, &own, &format!("/people/{anna}"), form).await.status,
        StatusCode::NOT_FOUND
    );
    let form = "do=end-employment&left=1&left-on=2026-12-31";
    let answer = send(&router, &supervisor, &format!("/people/{anna}"), form).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let other = id_of(&store, "1008").await;
    for nowhere in [
        format!("/people/{other}"),
        "/people/999999".to_owned(),
        "/people/x".to_owned(),
    ] {
        let answer = get(&router, &nowhere, &[("cookie", &supervisor)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn facts_are_added_changed_from_a_day_and_ended_and_what_was_stays() {
    let (router, store) = filled().await;
    let hr = cookie(&router, "hr").await;
    let anna = id_of(&store, "1001").await;
    let address = format!("/people/{anna}");
    let file = async || {
        let mut reading = store.read(&operator()).await.expect("reads");
        reading.person_file(anna).await.expect("reads").expect("is there")
    };
    let post = file().await.posts[0].id;
    for form in [
        "do=reduction&reduction=franvaro&share=37%2C5&reduction-from=2026-11-02&reduction-last=2026-11-30".to_owned(),
        "do=duty&duty=handledare&duty-from=2026-11-01".to_owned(),
        format!("do=employment&changed={post}&unit=north&extent=75&on=2026-11-01"),
    ] {
        let answer = send(&router, &hr, &address, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}: {}", answer.text());
    }
    let page = shown(&router, &hr, &address).await;
    for part in [
        "37,5\u{a0}%",
        "2026-11-02 till och med 2026-11-30",
        "Handleder student",
        "2020-01-01 till och med 2026-10-31",
        "75,0\u{a0}%",
        "från 2026-11-01",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let known = file().await;
    assert_eq!(known.posts.len(), 2);
    let (part, task, latest) = (known.reductions[0].id, known.duties[0].id, known.posts[0].id);
    for form in [
        format!("do=end-reduction&reduction-ended={part}&reduction-ends=2026-11-15"),
        format!("do=end-duty&duty-ended={task}&duty-ends=2027-01-31"),
        format!("do=end-employment&left={latest}&left-on=2026-12-31"),
    ] {
        assert_eq!(
            send(&router, &hr, &address, &form).await.status,
            StatusCode::SEE_OTHER,
            "{form}"
        );
    }
    let known = file().await;
    assert_eq!(known.reductions[0].period.to(), Some(date(2026, 11, 16)));
    assert_eq!(known.duties[0].period.to(), Some(date(2027, 2, 1)));
    assert_eq!(known.posts[0].period.to(), Some(date(2027, 1, 1)));
}

#[tokio::test]
async fn what_cannot_be_about_a_person_is_refused_with_its_reason_and_nothing_is_stored() {
    let (router, store) = filled().await;
    let hr = cookie(&router, "hr").await;
    let anna = id_of(&store, "1001").await;
    let address = format!("/people/{anna}");
    let mut reading = store.read(&operator()).await.expect("reads");
    let before = reading.person_file(anna).await.expect("reads").expect("is there");
    drop(reading);
    let post = before.posts[0].id;
    let on = |rest: &str| format!("do=employment&changed={post}&{rest}");
    for (form, field, reason) in [
        (
            "do=reduction&reduction=sjuk&share=10".to_owned(),
            "reduction",
            "Välj i listan",
        ),
        (
            "do=reduction&reduction=franvaro&share=101".to_owned(),
            "share",
            "Skriv delen i procent",
        ),
        (
            "do=reduction&reduction=franvaro&share=640823-3234".to_owned(),
            "share",
            "Skriv delen i procent",
        ),
        (
            "do=reduction&reduction=franvaro&reduction-from=2026-02-30".to_owned(),
            "reduction-from",
            "ett datum som finns",
        ),
        (
            "do=reduction&reduction=franvaro&reduction-from=2026-12-01&reduction-last=2026-11-01".to_owned(),
            "reduction-last",
            "ligger före",
        ),
        ("do=duty&duty=640823-3234".to_owned(), "duty", "Välj i listan"),
        (
            "do=end-duty&duty-ended=&duty-ends=2026-12-01".to_owned(),
            "duty-ended",
            "Välj vad som ska avslutas",
        ),
        ("do=end-employment&left=x&left-on=".to_owned(), "left-on", "Skriv ett datum"),
        (
            format!("do=end-employment&left={post}&left-on=2019-01-01"),
            "left-on",
            "kan inte sluta tidigare",
        ),
        (on("unit=nowhere&extent=75&on=2026-11-01"), "unit", "Enheten finns inte"),
        (on("unit=north&extent=0&on=2026-11-01"), "extent", "Skriv omfattningen"),
        (on("unit=north&extent=75&on=2020-01-01"), "on", "Välj en dag efter"),
        (on("unit=north&extent=75&on="), "on", "Skriv ett datum"),
        (
            "do=employment&changed=1&unit=north&extent=75&on=2026-11-01".to_owned(),
            "changed",
            "Välj anställning",
        ),
    ] {
        let answer = send(&router, &hr, &address, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("3234"), "{form}");
    }
    for odd in ["do=nothing", "x=y"] {
        assert_eq!(
            send(&router, &hr, &address, odd).await.status,
            StatusCode::BAD_REQUEST,
            "{odd}"
        );
    }
    let nowhere = send(&router, &hr, &address, "do=end-duty&duty-ended=999999&duty-ends=2026-12-01").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let right = "do=reduction&reduction=franvaro&share=10&reduction-from=2026-11-01";
    assert_eq!(send(&router, &hr, &address, right).await.status, StatusCode::SEE_OTHER);
    let again = send(&router, &hr, &address, right).await;
    assert!(
        again.text().contains("Det finns redan en sådan nedsättning"),
        "{}",
        again.text()
    );
    let mut reading = store.read(&operator()).await.expect("reads");
    let after = reading.person_file(anna).await.expect("reads").expect("is there");
    assert_eq!(
        (after.posts, after.duties, after.reductions.len()),
        (before.posts, before.duties, 1)
    );
}

#[tokio::test]
async fn units_are_added_renamed_moved_from_a_day_and_ended() {
    let (router, _) = filled().await;
    let admin = cookie(&router, "administrator").await;
    let page = shown(&router, &admin, "/organisation").await;
    assert!(
        page.contains("supervisor (Gruppledare)") && page.contains("head (Chef)"),
        "{page}"
    );
    let places: Vec<usize> = ["Familjeenheten</a>", "Gruppen norr</a>", "Gruppen söder</a>"]
        .iter()
        .map(|name| page.find(name).expect("is there"))
        .collect();
    assert!(places.is_sorted());
    let added = send(&router, &admin, "/organisation", "code=adults&name=Vuxenenheten&parent=").await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let added = send(&router, &admin, "/organisation", "code=a%2F1&name=Gruppen+ett&parent=adults").await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    assert!(shown(&router, &admin, "/organisation/a%2F1").await.contains("Vuxenenheten"));
    let south = "/organisation/south";
    for form in ["do=rename&name=Gruppen+syd", "do=move&parent=adults&from=2026-12-01"] {
        let answer = send(&router, &admin, south, form).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::SEE_OTHER, south),
            "{form}"
        );
    }
    let page = shown(&router, &admin, south).await;
    assert!(
        page.contains("Gruppen syd") && page.contains("Vuxenenheten, från 2026-12-01"),
        "{page}"
    );
    assert!(page.contains("<dd>Familjeenheten</dd>"), "it lies there until then");
    let ended = send(&router, &admin, "/organisation/a%2F1", "do=end&last=2026-11-30").await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert!(shown(&router, &admin, "/organisation").await.contains("Avslutas 2026-11-30"));
}

#[tokio::test]
async fn what_would_make_no_tree_is_refused_with_its_reason() {
    let (router, _) = filled().await;
    let admin = cookie(&router, "administrator").await;
    for (address, form, field, reason) in [
        ("/organisation", "code=&name=X&parent=", "code", "Använd bara bokstäver"),
        ("/organisation", "code=a+b&name=X&parent=", "code", "Använd bara bokstäver"),
        ("/organisation", "code=south&name=X&parent=", "code", "har redan koden"),
        (
            "/organisation",
            "code=6408233234&name=X&parent=",
            "code",
            "innehöll ett personnummer",
        ),
        ("/organisation", "code=x&name=&parent=", "name", "Skriv ett namn"),
        (
            "/organisation",
            "code=x&name=Anna+640823-3234&parent=",
            "name",
            "innehöll ett personnummer",
        ),
        (
            "/organisation",
            "code=x&name=X&parent=nowhere",
            "parent",
            "Enheten ovanför finns inte",
        ),
        (
            "/organisation/family",
            "do=move&parent=south&from=2026-12-01",
            "parent",
            "i en ring",
        ),
        (
            "/organisation/south",
            "do=move&parent=nowhere&from=2026-12-01",
            "parent",
            "Enheten ovanför finns inte",
        ),
        (
            "/organisation/south",
            "do=move&parent=&from=2026-02-30",
            "from",
            "ett datum som finns",
        ),
        ("/organisation/south", "do=move&parent=&from=", "from", "Skriv ett datum"),
        ("/organisation/south", "do=end&last=2026-12-31", "last", "Någon är anställd"),
        (
            "/organisation/family",
            "do=end&last=2026-12-31",
            "last",
            "Andra enheter ligger under",
        ),
        (
            "/organisation/south",
            "do=rename&name=640823-3234",
            "name",
            "innehöll ett personnummer",
        ),
    ] {
        let answer = send(&router, &admin, address, form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        let text = answer.text();
        assert!(
            text.contains(reason) && text.contains(&format!("href=\"#{field}\"")),
            "{form}: {text}"
        );
        assert!(!text.contains("3234"), "{form}");
    }
    let nowhere = get(&router, "/organisation/nowhere", &[("cookie", &admin)]).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    assert_eq!(
        send(&router, &admin, "/organisation/south", "x=y").await.status,
        StatusCode::BAD_REQUEST
    );
}
