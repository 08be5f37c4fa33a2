//! The dialogue: begun from a measurement, written and concluded by both, followed up, and told of where it is due.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use store::{Store, Viewer};
use web::{Settings, Site, Texts, probe_of};

use crate::access::{cookie, filled, viewer};
use crate::municipality::{TODAY, accounts, id_of};
use crate::support::{Answer, get, post, said};

/// A rating so far from Anna's low band that a plan is required.
const HEAVY: &str = "rating=5&flex=3&sentence=Too+much+at+once.";

/// The municipality with the two who talk, each with the cookie of a session.
struct Talk {
    router: Router,
    store: Store,
    anna: String,
    leader: String,
}

impl Talk {
    /// Nothing is measured yet.
    async fn scene() -> Self {
        let (router, store) = filled().await;
        let (anna, leader) = (cookie(&router, "caseworker").await, cookie(&router, "supervisor").await);
        Self {
            router,
            store,
            anna,
            leader,
        }
    }

    /// Anna has measured her month as this form says, and the supervisor has begun the dialogue about it; its address.
    async fn begun(&self, measurement: &str) -> String {
        self.measured(measurement).await;
        let anna = id_of(&self.store, "1001").await;
        let begun = self.send(&self.leader, "/dialogue", &format!("person={anna}")).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
        begun.header("location").to_owned()
    }

    async fn measured(&self, form: &str) {
        let answer = self.send(&self.anna, "/measurement", form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    async fn send(&self, cookie: &str, address: &str, form: &str) -> Answer {
        post(&self.router, address, &[("cookie", cookie)], form).await
    }

    async fn see(&self, cookie: &str, address: &str) -> String {
        let answer = get(&self.router, address, &[("cookie", cookie)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
        answer.text().to_owned()
    }

    /// The mark of what is stored, as the form has it.
    async fn mark(&self, address: &str) -> String {
        let page = self.see(&self.leader, address).await;
        let rest = page.split("name=\"seen\" value=\"").nth(1).expect("a draft");
        rest.split('"').next().expect("a mark").to_owned()
    }

    /// Sends the form of a draft as it stands now.
    async fn write(&self, cookie: &str, address: &str, fields: &str) -> Answer {
        let seen = self.mark(address).await;
        self.send(cookie, address, &format!("seen={seen}&{fields}")).await
    }

    /// Both conclude it with one action of the supervisor's, due on the 20th of November.
    async fn concluded(&self, address: &str) {
        let fields = format!("notes=Two+cases+go+to+Bo.&{}&do=conclude", self.relief().await);
        for cookie in [&self.leader, &self.anna] {
            let answer = self.write(cookie, address, &fields).await;
            assert_eq!(
                (answer.status, answer.header("location").to_owned()),
                (StatusCode::SEE_OTHER, format!("{address}?done=concluded")),
                "{}",
                answer.text()
            );
        }
    }

    async fn relief(&self) -> String {
        let leader = id_of(&self.store, "1010").await;
        format!("kind-1=relief&owner-1={leader}&due-1=2026-11-20")
    }

    /// The same municipality on another day, both signed in again.
    async fn on(self, day: Date) -> Self {
        let now = day.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment");
        let settings = Settings {
            accounts: accounts(),
            ..Settings::default()
        };
        let store = self.store;
        let site = Site::new(
            store.clone(),
            Arc::new(move || now.clone()),
            probe_of(&store),
            settings,
            Texts::embedded(),
        );
        let router = web::router(&site);
        let (anna, leader) = (cookie(&router, "caseworker").await, cookie(&router, "supervisor").await);
        Self {
            router,
            store,
            anna,
            leader,
        }
    }

    /// What is stored of the dialogue: notes, and how many actions.
    async fn stored(&self, address: &str) -> (String, usize) {
        let viewer = Viewer::operator("test", Timestamp::UNIX_EPOCH);
        let id = address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
        let mut reading = self.store.read(&viewer).await.expect("reads");
        let found = reading.dialogue(id).await.expect("reads").expect("is there");
        (found.notes, found.actions.len())
    }
}

#[tokio::test]
async fn both_see_the_same_two_months_side_by_side_and_what_changed_in_words() {
    let talk = Talk::scene().await;
    let anna = viewer(&talk.store, "caseworker").await;
    let mut reading = talk.store.read(&anna).await.expect("reads");
    let models = reading.weight_models().await.expect("reads");
    reading.close().await.expect("closes");
    let person = anna.person().expect("is linked");
    let before = talk
        .store
        .measure(&anna, person, date(2026, 9, 30), &models)
        .await
        .expect("is saved");
    let own = store::measurement::OwnRating {
        rating: rules::measurement::Rating::try_from(3).expect("a rating"),
        flex: Some(60),
        sentence: None,
    };
    talk.store.rate(&anna, before, &own, TODAY).await.expect("is stored");
    let address = talk.begun(HEAVY).await;
    for cookie in [&talk.anna, &talk.leader] {
        let page = talk.see(cookie, &address).await;
        for part in [
            "september 2026",
            "oktober 2026",
            "Too much at once.",
            "3 – Lagom",
            "5 – Alldeles för tungt",
            "2 steg mer",
            "2 timmar mer",
            "oförändrat",
            "Ärenden: Utredning",
            "Samma ärenden",
            "3 steg från varandra",
            &said("sv", "dialogue-plan-required"),
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
    let english = get(&talk.router, &address, &[("cookie", &talk.leader), ("accept-language", "en")]).await;
    assert!(english.text().contains("2 steps more") && english.text().contains("2 hours more"));
}

#[tokio::test]
async fn a_dialogue_is_begun_by_either_and_is_the_same_for_both() {
    let talk = Talk::scene().await;
    talk.measured("rating=3").await;
    let saved = talk.see(&talk.anna, "/measurement/saved").await;
    let measurement = saved.split("name=\"measurement\" value=\"").nth(1).expect("a button");
    let measurement = measurement.split('"').next().expect("an id");
    let by_anna = talk
        .send(&talk.anna, "/dialogue", &format!("measurement={measurement}"))
        .await;
    let anna = id_of(&talk.store, "1001").await;
    let by_leader = talk.send(&talk.leader, "/dialogue", &format!("person={anna}")).await;
    assert!(by_anna.header("location").starts_with("/dialogue/"), "{}", by_anna.text());
    assert_eq!(by_anna.header("location"), by_leader.header("location"));
    let own = talk.see(&talk.anna, "/my-load").await;
    assert!(own.contains(by_anna.header("location")) && own.contains("Fortsätt på utkastet om oktober 2026"));
    let of_anna = talk.see(&talk.leader, &format!("/team/{anna}")).await;
    assert!(of_anna.contains(by_anna.header("location")));
    assert!(talk.see(&talk.leader, "/team").await.contains("utkast sedan 31 oktober 2026"));
}

#[tokio::test]
async fn where_a_plan_is_required_it_is_said_before_and_without_one_nothing_is_concluded() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let refused = talk.write(&talk.leader, &address, "notes=We+talked.&do=conclude").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(&said("sv", "dialogue-plan-missing")));
    assert!(
        refused.text().contains("We talked.") && refused.text().contains("href=\"#kind-1\""),
        "what was written stays"
    );
    assert_eq!(talk.stored(&address).await, (String::new(), 0));
    talk.concluded(&address).await;
    let page = talk.see(&talk.anna, &address).await;
    assert!(page.contains("Two cases go to Bo.") && page.contains("Arbete flyttas till avlastningen"));
    assert!(page.contains("Siv Holm") && page.contains("senast 20 november 2026"));
    assert!(!page.contains("name=\"notes\""), "it can no longer be written");
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_with_its_reason_and_stores_nothing() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let leader = id_of(&talk.store, "1010").await;
    let of_another = id_of(&talk.store, "1007").await;
    let long = format!("notes={}", "a".repeat(4001));
    let action = |kind: &str, owner: &str, due: &str| format!("notes=Kept.&kind-1={kind}&owner-1={owner}&due-1={due}");
    let own = leader.to_string();
    for (fields, field, reason) in [
        (long, "notes", "högst 4\u{a0}000 tecken"),
        (action("holiday", &own, "2026-11-20"), "kind-1", "Välj vilken åtgärd"),
        (action("", &own, "2026-11-20"), "kind-1", "Välj vilken åtgärd"),
        (action("relief", &of_another.to_string(), "2026-11-20"), "owner-1", "Välj vem"),
        (action("relief", "-1", "2026-11-20"), "owner-1", "Välj vem"),
        (action("relief", "", "2026-11-20"), "owner-1", "Välj vem"),
        (action("relief", &own, ""), "due-1", "Välj ett datum"),
        (action("relief", &own, "2026-02-30"), "due-1", "Välj ett datum"),
        (action("relief", &own, "2026-10-30"), "due-1", "från 31 oktober 2026"),
        (action("relief", &own, "2028-11-01"), "due-1", "till 31 oktober 2028"),
        (action("relief", &own, "-000001-01-01"), "due-1", "Välj ett datum"),
        ("notes=On+640823-3234".to_owned(), "notes", "innehöll ett personnummer"),
        ("notes=On+640823%0D%0A3234".to_owned(), "notes", "innehöll ett personnummer"),
        (
            action("640823-3234", &own, "640823-3234"),
            "kind-1",
            "innehöll ett personnummer",
        ),
    ] {
        let answer = talk.write(&talk.leader, &address, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        let text = answer.text();
        assert!(
            text.contains("id=\"error-summary\"") && text.contains(reason),
            "{fields}: {text}"
        );
        assert!(text.contains(&format!("href=\"#{field}\"")), "{fields}");
        assert!(!text.contains("3234"), "{fields}");
        assert!(!fields.contains("Kept.") || text.contains("Kept."), "{fields}");
    }
    assert_eq!(talk.stored(&address).await, (String::new(), 0));
}

#[tokio::test]
async fn of_notes_with_an_identity_number_the_other_lines_stay_in_the_form() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let fields = "notes=The+first+line.%0D%0AAbout+640823-3234+and+more.%0D%0AThe+last+line.";
    let answer = talk.write(&talk.leader, &address, fields).await;
    let text = answer.text();
    assert!(text.contains("The first line.") && text.contains("The last line."), "{text}");
    assert!(!text.contains("and more") && !text.contains("3234"), "{text}");
}

#[tokio::test]
async fn an_agreed_action_is_taken_away_by_choosing_none() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    talk.write(&talk.leader, &address, &format!("notes=&{}&do=save", talk.relief().await))
        .await;
    assert_eq!(talk.stored(&address).await.1, 1);
    let none = talk.relief().await.replace("kind-1=relief", "kind-1=");
    let answer = talk.write(&talk.anna, &address, &format!("notes=&{none}&do=save")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(talk.stored(&address).await.1, 0);
}

#[tokio::test]
async fn what_no_key_writes_is_left_out_of_the_notes() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let answer = talk
        .write(
            &talk.leader,
            &address,
            "notes=One%00+line.%0D%0A%0D%0AAnother%1B+one.%0D&do=save",
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(talk.stored(&address).await.0, "One line.\n\nAnother one.");
}

#[tokio::test]
async fn saving_over_what_the_other_has_saved_is_refused_and_the_own_text_is_kept() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let seen = talk.mark(&address).await;
    let answer = talk
        .send(&talk.anna, &address, &format!("seen={seen}&notes=What+Anna+says.&do=save"))
        .await;
    assert_eq!(answer.header("location"), format!("{address}?done=saved"));
    let form = format!("seen={seen}&notes=What+Siv+says.&{}&do=save", talk.relief().await);
    let refused = talk.send(&talk.leader, &address, &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let text = refused.text();
    assert!(text.contains(&said("sv", "dialogue-changed-meanwhile")), "{text}");
    assert!(
        text.contains("What Siv says.</textarea>") && text.contains("<p>What Anna says.</p>"),
        "{text}"
    );
    assert!(text.contains("value=\"2026-11-20\""), "the own action too");
    assert_eq!(talk.stored(&address).await, ("What Anna says.".to_owned(), 0));
    let unseen = talk
        .send(
            &talk.leader,
            &address,
            &format!("seen={seen}&notes=&{}&do=conclude", talk.relief().await),
        )
        .await;
    assert_eq!(unseen.status, StatusCode::CONFLICT, "nor is it concluded unseen");
    // The page that refused has the new mark: whoever has seen the other's text can save.
    let seen = text
        .split("name=\"seen\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let both = format!("seen={}&notes=What+both+say.&do=save", seen.expect("a mark"));
    assert_eq!(talk.send(&talk.leader, &address, &both).await.status, StatusCode::SEE_OTHER);
    assert_eq!(talk.stored(&address).await.0, "What both say.");
}

#[tokio::test]
async fn putting_a_fault_right_does_not_make_what_the_other_saved_seen() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let seen = talk.mark(&address).await;
    talk.send(&talk.anna, &address, &format!("seen={seen}&notes=What+Anna+says.&do=save"))
        .await;
    let faulty = format!("seen={seen}&notes=What+Siv+says.&kind-1=relief&do=save");
    let refused = talk.send(&talk.leader, &address, &faulty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = refused.text().split("name=\"seen\" value=\"").nth(1).expect("a draft");
    let again = again.split('"').next().expect("a mark");
    let right = format!("seen={again}&notes=What+Siv+says.&do=save");
    assert_eq!(talk.send(&talk.leader, &address, &right).await.status, StatusCode::CONFLICT);
    assert_eq!(talk.stored(&address).await.0, "What Anna says.");
}

#[tokio::test]
async fn what_is_written_after_both_have_concluded_is_shown_and_not_stored() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    talk.concluded(&address).await;
    let late = talk.send(&talk.anna, &address, "notes=One+thing+more.&do=save").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("One thing more.") && late.text().contains("redan avslutat"));
    assert_eq!(talk.stored(&address).await.0, "Two cases go to Bo.");
    let number = talk.send(&talk.anna, &address, "notes=On+640823-3234&do=save").await;
    assert_eq!(number.status, StatusCode::CONFLICT);
    assert!(!number.text().contains("3234"));
}

#[tokio::test]
async fn a_correction_is_a_new_version_that_says_which_it_corrects() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    talk.concluded(&address).await;
    let page = talk.see(&talk.leader, &address).await;
    let measurement = page.split("name=\"measurement\" value=\"").nth(1).expect("a button");
    let measurement = measurement.split('"').next().expect("an id").to_owned();
    let again = talk
        .send(&talk.leader, "/dialogue", &format!("measurement={measurement}"))
        .await;
    assert_eq!(again.header("location"), address, "only on purpose");
    let corrected = talk
        .send(&talk.leader, "/dialogue", &format!("measurement={measurement}&correct=yes"))
        .await;
    let corrected = corrected.header("location").to_owned();
    assert_ne!(corrected, address);
    let draft = talk.see(&talk.anna, &corrected).await;
    assert!(draft.contains("Det här är version 2. Den rättar version 1"), "{draft}");
    assert!(draft.contains("Two cases go to Bo.</textarea>") && draft.contains(&address));
    let first = talk.see(&talk.anna, &address).await;
    assert!(first.contains("version 1 och den är rättad: version 2"), "{first}");
    assert!(!first.contains("name=\"correct\""));
}

#[tokio::test]
async fn a_dialogue_of_others_is_as_if_it_were_not_there() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let anna = id_of(&talk.store, "1001").await;
    for name in ["other-supervisor", "head"] {
        let other = cookie(&talk.router, name).await;
        let headers = [("cookie", &*other)];
        let seen = get(&talk.router, &address, &headers).await;
        let none = get(&talk.router, "/dialogue/999999", &headers).await;
        let nonsense = get(&talk.router, "/dialogue/none", &headers).await;
        for answer in [&seen, &none, &nonsense] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
        }
        for (address, form) in [
            (address.clone(), "notes=x&do=save".to_owned()),
            (format!("{address}/actions"), String::new()),
            ("/dialogue".to_owned(), format!("person={anna}")),
            ("/dialogue".to_owned(), "measurement=999999".to_owned()),
        ] {
            let answer = talk.send(&other, &address, &form).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name} {address} {form}");
        }
    }
    let nonsense = talk.send(&talk.leader, "/dialogue", "person=x&measurement=y").await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn next_month_what_was_agreed_comes_first_and_is_followed_up() {
    let talk = Talk::scene().await;
    let first = talk.begun(HEAVY).await;
    talk.concluded(&first).await;
    let own = talk.see(&talk.anna, "/my-load").await;
    assert!(
        own.contains("Arbete flyttas till avlastningen") && own.contains("20 november 2026"),
        "{own}"
    );
    let talk = talk.on(date(2026, 11, 30)).await;
    let own = talk.see(&talk.anna, "/my-load").await;
    assert!(own.contains("Du har inte gjort mätningen för november 2026 än"), "{own}");
    assert!(own.contains(&said("sv", "action-late")) && own.contains("Senaste avslutade samtalet, om oktober 2026"));
    let team = talk.see(&talk.leader, "/team").await;
    assert!(team.contains("en öppen åtgärd, en försenad"), "{team}");
    let second = talk.begun("rating=3").await;
    assert_ne!(first, second);
    let page = talk.see(&talk.leader, &second).await;
    let places: Vec<Option<usize>> = ["Det ni kom överens om förra gången", "name=\"outcome-", "name=\"notes\""]
        .iter()
        .map(|part| page.find(part))
        .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let field = page
        .split("name=\"outcome-")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("an action");
    for fields in [
        format!("outcome-{field}=not-done"),
        format!("outcome-{field}=perhaps"),
        format!("outcome-{field}=open&why-{field}=No+time."),
        format!("outcome-{field}=not-done&why-{field}=On+640823-3234"),
    ] {
        let refused = talk.write(&talk.leader, &second, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(!refused.text().contains("3234"));
    }
    let fields = format!("outcome-{field}=not-done&why-{field}=Nobody+was+free.&notes=&do=save");
    let saved = talk.write(&talk.leader, &second, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let page = talk.see(&talk.anna, &second).await;
    assert!(page.contains("Inte gjort, 30 november 2026: Nobody was free."), "{page}");
    assert!(talk.see(&talk.anna, "/my-load").await.contains("Inga åtgärder är öppna"));
}

#[tokio::test]
async fn an_action_can_be_followed_up_on_the_concluded_dialogue_itself() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    let early = talk.send(&talk.anna, &format!("{address}/actions"), "").await;
    assert_eq!(
        early.header("location"),
        address,
        "nothing is agreed before both have concluded"
    );
    talk.concluded(&address).await;
    let page = talk.see(&talk.anna, &address).await;
    let field = page
        .split("name=\"outcome-")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("an action");
    let refused = talk
        .send(
            &talk.anna,
            &format!("{address}/actions"),
            &format!("outcome-{field}=not-done"),
        )
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = talk
        .send(
            &talk.anna,
            &format!("{address}/actions"),
            &format!("outcome-{field}=done&outcome-999=done"),
        )
        .await;
    assert_eq!(done.header("location"), format!("{address}?done=followed-up"));
    assert!(talk.see(&talk.leader, &address).await.contains("Gjort, 31 oktober 2026"));
}

#[tokio::test]
async fn a_dialogue_that_is_due_is_told_to_the_supervisor_and_later_to_the_head_without_a_name() {
    let talk = Talk::scene().await;
    talk.measured(HEAVY).await;
    let team = talk.see(&talk.leader, "/team").await;
    assert!(
        team.contains("Tyngdsamtal som ska hållas") && team.contains("3 steg från varandra"),
        "{team}"
    );
    assert!(team.contains("Ska hållas sedan den 31 oktober 2026."));
    // Örjan has had far too much since May, and his month is not measured.
    assert!(team.contains("Börja tyngdsamtalet med Örjan Berg") && team.contains("sedan den 1 maj 2026"));
    let units = async |talk: &Talk, name: &str| {
        let cookie = cookie(&talk.router, name).await;
        talk.see(&cookie, "/units").await
    };
    let overdue = |count: &str| format!("data-label=\"Försenade samtal\">{count}</td>");
    assert!(!units(&talk, "head").await.contains(&overdue("1")));
    let talk = talk.on(date(2026, 11, 15)).await;
    for name in ["head", "safety-representative"] {
        let page = units(&talk, name).await;
        assert!(page.contains(&overdue("1")), "{name}: {page}");
        assert!(!page.contains("Anna Ek") && !page.contains("Örjan"), "{name}");
    }
    assert!(talk.see(&talk.leader, "/team").await.contains(&said("sv", "due-at-head")));
    let own = talk.see(&talk.anna, "/my-load").await;
    assert!(
        own.contains("Nu ska ett tyngdsamtal hållas") && own.contains("name=\"measurement\""),
        "{own}"
    );
    let address = talk.begun("rating=3").await;
    // November's is another month, and a talk about it settles October's.
    talk.write(&talk.leader, &address, "notes=&do=conclude").await;
    talk.write(&talk.anna, &address, "notes=&do=conclude").await;
    assert!(!units(&talk, "head").await.contains(&overdue("1")));
    assert!(!talk.see(&talk.leader, "/team").await.contains("steg från varandra"));
}

#[tokio::test]
async fn a_safety_representative_sees_whether_the_promised_was_done_and_not_for_whom() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    talk.concluded(&address).await;
    let safety = cookie(&talk.router, "safety-representative").await;
    let page = talk.see(&safety, "/units").await;
    assert!(page.contains("data-label=\"Åtgärder\">en på väg</td>"), "{page}");
    let talk = talk.on(date(2026, 11, 21)).await;
    let safety = cookie(&talk.router, "safety-representative").await;
    let page = talk.see(&safety, "/units").await;
    assert!(page.contains("data-label=\"Åtgärder\">en försenad</td>"), "{page}");
    for name in ["Anna Ek", "Siv Holm", "avlastningen"] {
        assert!(!page.contains(name), "{name}");
    }
    assert_eq!(
        get(&talk.router, &address, &[("cookie", &safety)]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn what_is_said_to_be_wrong_is_dealt_with_by_the_supervisor_and_the_caseworker_sees_it() {
    let talk = Talk::scene().await;
    talk.measured("rating=3").await;
    talk.send(&talk.anna, "/measurement/cases", "wrong=tolk:R-1001-0").await;
    let anna = id_of(&talk.store, "1001").await;
    assert!(talk.see(&talk.leader, "/team").await.contains("en tyngdfaktor sägs vara fel"));
    let page = talk.see(&talk.leader, &format!("/team/{anna}")).await;
    assert!(page.contains("R-1001-0: Tolk behövs (mätningen för oktober 2026)"), "{page}");
    let remark = page
        .split("action=\"/remark/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a button");
    let address = format!("/remark/{remark}");
    let own = talk.see(&talk.anna, "/my-load").await;
    assert!(own.contains("R-1001-0: Tolk behövs") && !own.contains("action=\"/remark/"));
    let other = cookie(&talk.router, "other-supervisor").await;
    for (cookie, address) in [
        (&other, &*address),
        (&talk.leader, "/remark/999999"),
        (&talk.leader, "/remark/x"),
    ] {
        assert_eq!(
            talk.send(cookie, address, "").await.status,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
    let settled = talk.send(&talk.leader, &address, "").await;
    assert_eq!(settled.header("location"), format!("/team/{anna}#wrong"));
    assert!(
        talk.see(&talk.anna, "/my-load")
            .await
            .contains("Gruppledaren har gått igenom det, den 31 oktober 2026")
    );
    assert!(!talk.see(&talk.leader, "/team").await.contains("sägs vara fel"));
}

#[tokio::test]
async fn after_a_concluded_dialogue_nothing_more_is_said_to_be_wrong_and_the_page_says_why() {
    let talk = Talk::scene().await;
    let address = talk.begun(HEAVY).await;
    talk.send(&talk.anna, "/measurement/cases", "wrong=tolk:R-1001-0").await;
    talk.concluded(&address).await;
    let page = talk.see(&talk.anna, "/measurement/cases").await;
    assert!(page.contains(&said("sv", "measurement-frozen")) && !page.contains("type=\"checkbox\""));
    assert!(page.contains("du har sagt att det är fel"));
    let refused = talk.send(&talk.anna, "/measurement/cases", "wrong=barn:R-1001-1").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains(&said("sv", "measurement-frozen")));
}

#[tokio::test]
async fn the_team_stands_in_order_of_need_only_when_that_is_chosen_and_is_then_not_printed() {
    let talk = Talk::scene().await;
    let page = talk.see(&talk.leader, "/team").await;
    let members = page.split("id=\"members\"").nth(1).expect("the list");
    assert!(members.find("Anna Ek") < members.find("Örjan Berg") && !page.contains("class=\"by-need\""));
    let page = talk.see(&talk.leader, "/team?order=need").await;
    let members = page.split("id=\"members\"").nth(1).expect("the list");
    assert!(members.find("Örjan Berg") < members.find("Anna Ek"), "{members}");
    assert!(page.contains("class=\"by-need\"") && page.contains(&said("sv", "team-not-on-paper")));
    assert!(members.contains("class=\"sparkline\"") && members.contains("inget omdöme"));
}

#[tokio::test]
async fn the_units_show_week_by_week_how_large_a_share_has_too_much_and_no_small_group() {
    let talk = Talk::scene().await;
    let page = talk.see(&talk.leader, "/units").await;
    let map = page.split("class=\"heat-map\"").nth(1).expect("the weeks");
    // One of six in south has far too much.
    assert!(map.contains("17 %"), "{map}");
    assert!(map.contains("v.44") && map.contains("v.33"), "twelve weeks: {map}");
    // North has three people, and south shown to the head would tell of them.
    let head = cookie(&talk.router, "head").await;
    assert!(!talk.see(&head, "/units").await.contains("class=\"heat-map\""));
}
