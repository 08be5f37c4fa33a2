//! The parts that pages are made of, together on one page that only this test has: form with faults, tables, pictures.

use askama::Template;
use axum::response::IntoResponse;
use axum::routing::get;
use rules::weight_model::Band;
use web::form::{Form, Keep};
use web::language::Locale;
use web::page::{Page as Frame, Shown, Visit};
use web::picture::{BandWords, Bar, Cell, Gauge, HeatMap, Histogram, Limits, Line, Picture, Point, Row, Sparkline, Words};
use web::{Settings, routes};

use crate::page::{Page, WIDE, WINDOWS, Window};

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    page: Frame,
    form: Form,
    factors: [(&'static str, &'static str); 3],
    pictures: Vec<Picture>,
}

async fn show(visit: Visit) -> impl IntoResponse {
    let mut form = Form::new(&[
        ("name", Keep::Written),
        ("password", Keep::Nothing),
        ("note", Keep::Written),
        ("factor", Keep::Written),
        ("rating", Keep::Written),
    ]);
    form.set("name", "Anna");
    form.set("factor", "court");
    form.refuse("name", "Write the whole name.");
    form.refuse("rating", "Choose a number from 1 to 5.");
    form.refuse_all("The form is from yesterday. Open it again.");
    let page = visit.page("help-title");
    Shown::new(&Gallery {
        page,
        form,
        factors: [("court", "Court"), ("travel", "Long travel"), ("interpreter", "Interpreter")],
        pictures: pictures(),
    })
}

const BANDS: BandWords<'static> = BandWords {
    low: "low",
    balance: "balance",
    high: "high",
    over: "over",
    no_capacity: "no capacity",
};

const LIMITS: Limits = Limits {
    balance: 700_000,
    high: 1_000_000,
    over: 1_150_000,
};

fn words(title: &'static str) -> Words<'static> {
    Words {
        title,
        description: "An invented person in an invented municipality.",
    }
}

fn gauge(value: Option<i64>, value_text: &'static str, band: Band) -> Gauge<'static> {
    Gauge {
        words: words("Load today"),
        value,
        value_text,
        band,
        limits: LIMITS,
        limit_texts: ["70", "100", "115"],
        bands: BANDS,
        columns: ["Load", "Band"],
    }
}

fn pictures() -> Vec<Picture> {
    let months = [
        "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
    ];
    let values = [62, 71, 80, 84, 97, 104, 109, 121, 0, 118, 112, 98];
    let texts: Vec<String> = values.iter().map(|value| format!("{value} %")).collect();
    let band = |value: i64| match value {
        ..70 => Band::Low,
        70..=100 => Band::Balance,
        101..=115 => Band::High,
        _ => Band::Over,
    };
    let value = |place: usize| (values[place] > 0).then_some(values[place] * 10_000);
    let points: Vec<Point<'_>> = (0..12)
        .map(|place| Point {
            short: months[place],
            name: months[place],
            value: value(place),
            value_text: if values[place] > 0 { &texts[place] } else { "no capacity" },
            band: if values[place] > 0 {
                band(values[place])
            } else {
                Band::NoCapacity
            },
        })
        .collect();
    let small: Vec<_> = points
        .iter()
        .map(|point| (point.name, point.value, point.value_text))
        .collect();
    let bars: Vec<Bar<'_>> = [
        ("–60", 0),
        ("60–70", 3),
        ("70–80", 7),
        ("80–90", 14),
        ("90–100", 11),
        ("100–110", 6),
        ("110–", 2),
    ]
    .into_iter()
    .zip(["0", "3", "7", "14", "11", "6", "2"])
    .map(|((name, count), count_text)| Bar {
        name,
        count: Some(count),
        count_text,
        band: band(
            i64::from(
                name.trim_start_matches('–')
                    .split('–')
                    .next()
                    .and_then(|n| n.parse::<u8>().ok())
                    .unwrap_or(0),
            ) + 1,
        ),
    })
    .collect();
    let weeks: Vec<String> = (40..52).map(|week| format!("w {week}")).collect();
    let weeks: Vec<&str> = weeks.iter().map(String::as_str).collect();
    let cells: Vec<Cell<'_>> = (0..12)
        .map(|place| Cell {
            band: (place != 8).then(|| points[place].band),
            text: if place == 8 {
                "–"
            } else {
                &texts[place][..texts[place].len() - 2]
            },
        })
        .collect();
    let rows = ["Assessment north", "Reception", "Foster homes and support at home"].map(|name| Row { name, cells: &cells });
    vec![
        gauge(Some(844_000), "84,4 %", Band::Balance).draw("g1"),
        gauge(Some(1_312_000), "131,2 %", Band::Over).draw("g2"),
        gauge(None, "no capacity", Band::NoCapacity).draw("g3"),
        Sparkline {
            words: words("Three months"),
            points: &small,
            columns: ["Month", "Load"],
        }
        .draw("s"),
        Line {
            words: words("Twelve months"),
            points: &points,
            limits: LIMITS,
            bands: BANDS,
            columns: ["Month", "Load", "Band"],
        }
        .draw("l"),
        Histogram {
            words: words("How the load is spread"),
            bars: &bars,
            columns: ["Load in per cent", "People"],
        }
        .draw("h"),
        HeatMap {
            words: words("Weeks and teams"),
            row_title: "Team",
            columns: &weeks,
            rows: &rows,
        }
        .draw("m"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_parts_of_pages_hold_in_every_window_opened_and_closed() {
    let routes = routes::undressed().route("/gallery", get(show));
    let mut page = Page::open_with(WIDE, Settings::default(), routes).await;
    page.complaints().await;
    for window in WINDOWS {
        for locale in Locale::ALL {
            page.see(Window { locale, ..window }).await;
            page.go("/gallery").await;
            let name = format!("gallery-{}-{}-{}", locale.code(), window.width, window.is_dark);
            page.holds(&name).await;
            page.ask::<()>("document.querySelectorAll('details').forEach(each => each.open = true)")
                .await;
            page.holds(&format!("{name}-open")).await;
        }
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_there_is_the_content_and_nothing_that_can_only_be_pressed() {
    let routes = routes::undressed().route("/gallery", get(show));
    let page = Page::open_with(WIDE, Settings::default(), routes).await;
    page.go("/gallery").await;
    page.see_on_paper().await;
    page.screenshot("gallery-paper").await;
    for (selector, shows) in [
        ("h1", true),
        ("svg.line", true),
        ("table", true),
        (".site-name", true),
        (".site-navigation", false),
        (".site-language", false),
        ("main button", false),
    ] {
        let is_shown = page.element(selector).await.is_displayed().await.expect("it is there");
        assert_eq!(is_shown, shows, "{selector}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_in_the_summary_leads_to_its_field() {
    let routes = routes::undressed().route("/gallery", get(show));
    let page = Page::open_with(WIDE, Settings::default(), routes).await;
    page.go("/gallery").await;
    page.element("#error-summary a[href='#name']")
        .await
        .click()
        .await
        .expect("a link");
    assert_eq!(
        page.ask::<String>("return document.activeElement.id || document.activeElement.tagName")
            .await,
        "name"
    );
    let described: String = page
        .ask("return document.getElementById('name').getAttribute('aria-describedby')")
        .await;
    for id in described.split(' ') {
        assert!(!page.text(&format!("#{id}")).await.is_empty(), "{id}");
    }
}
