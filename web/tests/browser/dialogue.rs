//! The dialogue in a browser: the whole of it by both parties and into the next month, with the keyboard alone, and without JavaScript.

use jiff::civil::date;
use thirtyfour::prelude::*;
use web::language::Locale;

use crate::measurement::{leads_to, press, tab_to};
use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};
use crate::signed_in::sign_in;

/// Signs out whoever is signed in, and somebody in.
async fn change_to(page: &Page, name: &str) {
    page.press(".site-account button").await;
    sign_in(page, name).await;
}

/// Anna's month with this rating.
async fn measure(page: &Page, rating: u8) {
    page.go("/measurement").await;
    let choice = if rating == 1 {
        "#rating".to_owned()
    } else {
        format!("#rating-{rating}")
    };
    page.element(&choice).await.click().await.expect("is chosen");
    page.press("#main button[type=submit]").await;
    leads_to(page, "/measurement/cases").await;
    page.element("#wrong-1-1").await.click().await.expect("is ticked");
    page.press("#main button[type=submit]").await;
    leads_to(page, "/measurement/saved").await;
}

/// Writes into a field, in place of what stands there.
async fn write(page: &Page, selector: &str, text: &str) {
    let field = page.element(selector).await;
    field.clear().await.expect("is emptied");
    field.send_keys(text).await.expect("is written");
}

/// Chooses in a list.
async fn choose(page: &Page, selector: &str, value: &str) {
    let option = format!("{selector} option[value='{value}']");
    page.element(&option).await.click().await.expect("is chosen");
}

/// A day, as a browser takes it whatever its language.
async fn write_day(page: &Page, selector: &str, day: &str) {
    page.ask::<()>(&format!("document.querySelector('{selector}').value = '{day}'"))
        .await;
}

async fn holds_everywhere(page: &mut Page, window: Window, name: &str) {
    for one in WINDOWS {
        let locale = window.locale;
        page.see(Window { locale, ..one }).await;
        let scheme = if one.is_dark { "-dark" } else { "" };
        page.holds(&format!("{name}-{}-{}{scheme}", locale.code(), one.width)).await;
    }
    page.see(window).await;
}

/// The address of the open page without what was just done.
async fn address(page: &Page) -> String {
    let path = page.path().await;
    path.split('?').next().expect("a path").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_dialogue_is_held_and_followed_up_the_next_month() {
    whole_dialogue(Locale::Swedish).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_dialogue_is_held_and_followed_up_the_next_month_in_english() {
    whole_dialogue(Locale::English).await;
}

async fn whole_dialogue(locale: Locale) {
    let window = Window { locale, ..WIDE };
    let mut page = Page::open_municipality(window).await;
    page.today(date(2026, 9, 30));
    sign_in(&page, "caseworker").await;
    measure(&page, 3).await;
    page.today(date(2026, 10, 31));
    sign_in(&page, "caseworker").await;
    measure(&page, 5).await;
    page.complaints().await;
    change_to(&page, "supervisor").await;
    holds_at(&mut page, window, "/team", "talk-team-due").await;
    holds_at(&mut page, window, "/team?order=need", "talk-team-need").await;
    page.go("/team").await;
    page.press("form input[name=measurement] ~ button").await;
    let dialogue = address(&page).await;
    holds_everywhere(&mut page, window, "dialogue-draft").await;

    // Without a plan it cannot be concluded.
    write(&page, "#notes", "Two cases go to Bo.\nWe look again in a month.").await;
    page.press("button[value=conclude]").await;
    assert!(
        page.ask::<bool>("return document.querySelector(\"#error-summary a[href='#kind-1']\") !== null")
            .await
    );
    page.complaints().await; // that the answer was 422
    holds_everywhere(&mut page, window, "dialogue-refused").await;
    choose(&page, "#kind-1", "relief").await;
    write_day(&page, "#due-1", "2026-11-20").await;
    page.press("button[value=conclude]").await;
    leads_to(&page, &format!("{dialogue}?done=concluded")).await;
    holds_everywhere(&mut page, window, "dialogue-half").await;

    change_to(&page, "caseworker").await;
    page.go("/my-load").await;
    page.press(&format!("main a[href='{dialogue}']")).await;
    page.press("button[value=conclude]").await;
    holds_everywhere(&mut page, window, "dialogue-concluded").await;
    page.complaints().await;

    page.today(date(2026, 11, 30));
    sign_in(&page, "caseworker").await;
    holds_at(&mut page, window, "/my-load", "talk-my-load-open").await;
    measure(&page, 3).await;
    page.press("form[action='/dialogue'] button").await;
    let second = address(&page).await;
    assert_ne!(dialogue, second);
    holds_everywhere(&mut page, window, "dialogue-followed").await;
    // The second choice is that it was done.
    page.element("[id^=outcome-][value=done]")
        .await
        .click()
        .await
        .expect("is chosen");
    page.press("button[value=save]").await;
    leads_to(&page, &format!("{second}?done=saved")).await;
    change_to(&page, "supervisor").await;
    let of_anna = page.element("main table a[href^='/team/']").await;
    let of_anna = of_anna.attr("href").await.expect("an attribute").expect("an address");
    holds_at(&mut page, window, &of_anna, "talk-team-anna").await;
    page.press("form[action^='/remark/'] button").await;
    assert!(page.path().await.starts_with(&of_anna), "{}", page.path().await);
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

async fn holds_at(page: &mut Page, window: Window, path: &str, name: &str) {
    page.go(path).await;
    holds_everywhere(page, window, name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_both_write_at_once_the_later_keeps_the_own_text_beside_the_others() {
    let mut page = Page::open_municipality(WIDE).await;
    sign_in(&page, "caseworker").await;
    measure(&page, 5).await;
    page.press("form[action='/dialogue'] button").await;
    let dialogue = address(&page).await;
    // The other party saves from another window of the same browser's: by the form's own mark.
    let save = format!(
        "const form = new URLSearchParams({{ seen: document.querySelector('[name=seen]').value, notes: 'What was saved first.', do: 'save' }});
         const done = arguments[arguments.length - 1];
         fetch('{dialogue}', {{ method: 'POST', body: form }}).then(answer => done(answer.status));"
    );
    let status = page.browser().execute_async(&save, Vec::new()).await.expect("is sent");
    assert_eq!(status.convert::<u16>().expect("a status"), 200);
    write(&page, "#notes", "What I wrote meanwhile.").await;
    page.press("button[value=save]").await;
    page.complaints().await; // that the answer was 409
    let text = page.text("main").await;
    assert!(text.contains("What was saved first."), "{text}");
    let kept: String = page.ask("return document.getElementById('notes').value").await;
    assert_eq!(kept, "What I wrote meanwhile.");
    holds_everywhere(&mut page, WIDE, "dialogue-changed").await;
    page.press("button[value=save]").await;
    leads_to(&page, &format!("{dialogue}?done=saved")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialogue_is_held_with_the_keyboard_alone() {
    let page = Page::open_municipality(WIDE).await;
    sign_in(&page, "caseworker").await;
    measure(&page, 5).await;
    change_to(&page, "supervisor").await;
    page.go("/team").await;
    tab_to(&page, "form input[name=measurement] ~ button").await;
    press(&page, Key::Enter).await;
    page.element("#notes").await;
    let dialogue = address(&page).await;
    tab_to(&page, "#notes").await;
    press(&page, "Two cases go to Bo.").await;
    tab_to(&page, "#kind-1").await;
    press(&page, Key::Down).await;
    press(&page, Key::Down).await;
    assert!(page.ask::<bool>("return document.activeElement.value !== ''").await);
    tab_to(&page, "#owner-1").await;
    tab_to(&page, "#due-1").await;
    // The browser of the tests is an English one, whatever language the page has: month, day, year.
    press(&page, "11202026").await;
    let day: String = page.ask("return document.getElementById('due-1').value").await;
    assert_eq!(day, "2026-11-20");
    tab_to(&page, "button[value=conclude]").await;
    press(&page, Key::Enter).await;
    leads_to(&page, &format!("{dialogue}?done=concluded")).await;
    change_to(&page, "caseworker").await;
    page.go(&dialogue).await;
    tab_to(&page, "button[value=conclude]").await;
    press(&page, Key::Enter).await;
    leads_to(&page, &format!("{dialogue}?done=concluded")).await;
    assert!(page.text("main").await.contains("Two cases go to Bo."));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_dialogue_is_held_and_followed_up() {
    let window = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open_municipality(window).await;
    sign_in(&page, "caseworker").await;
    measure(&page, 5).await;
    page.press("form[action='/dialogue'] button").await;
    let dialogue = address(&page).await;
    write(&page, "#notes", "Two cases go to Bo.").await;
    choose(&page, "#kind-1", "relief").await;
    page.press("button[value=save]").await;
    assert!(page.text("#error-summary").await.contains("Välj ett datum"));
    // Month, day, year: the browser of the tests is an English one.
    page.element("#due-1").await.send_keys("11202026").await.expect("is written");
    page.press("button[value=conclude]").await;
    leads_to(&page, &format!("{dialogue}?done=concluded")).await;
    change_to(&page, "supervisor").await;
    page.go(&dialogue).await;
    page.press("button[value=conclude]").await;
    leads_to(&page, &format!("{dialogue}?done=concluded")).await;
    page.element("[id^=outcome-][value=not-done]")
        .await
        .click()
        .await
        .expect("is chosen");
    page.press("form[action$='/actions'] button").await;
    assert!(page.text("#error-summary").await.contains("varför det inte blev gjort"));
    page.element("[id^=why-]")
        .await
        .send_keys("Nobody was free.")
        .await
        .expect("is written");
    page.press("form[action$='/actions'] button").await;
    leads_to(&page, &format!("{dialogue}?done=followed-up")).await;
    assert!(page.text("main").await.contains("Nobody was free."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_units_hold_with_weeks_and_teams_for_those_who_follow_up() {
    for locale in [Locale::Swedish, Locale::English] {
        let window = Window { locale, ..WIDE };
        let mut page = Page::open_municipality(window).await;
        sign_in(&page, "safety-representative").await;
        page.complaints().await;
        holds_at(&mut page, window, "/units", "units-safety-representative").await;
        page.ask::<()>("document.querySelectorAll('details').forEach(each => each.open = true)")
            .await;
        holds_everywhere(&mut page, window, "units-safety-representative-open").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}
