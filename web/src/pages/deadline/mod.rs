//! Deadlines: the clocks of the law on one's own cases, on the team's and on one case, and how many are kept.

pub mod calendar;
pub mod case;
pub mod figures;
mod words;

use std::sync::LazyLock;

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use rules::deadline::law::LawError;
use rules::deadline::{Clock, Followed, Law};
use serde::Deserialize;
use store::deadline::{CaseClocks, Question};

use crate::failure::Failure;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;
use words::{Line, Wrong};

pub(crate) use words::title;

static LAW: LazyLock<Result<Law, LawError>> = LazyLock::new(Law::shipped);

/// The law that comes with the program.
pub(crate) fn law() -> Result<&'static Law, Failure> {
    LAW.as_ref().map_err(|error| {
        tracing::error!(%error, "the law's files cannot be read");
        Failure::Internal
    })
}

/// Which clocks the municipality follows.
pub(crate) async fn followed(site: &Site) -> Result<Followed, Failure> {
    Ok(Followed::with(&site.chosen().await?.followed_duties))
}

/// What is asked on a page: which law, which of its clocks, and of which day.
pub(super) struct Asked {
    law: &'static Law,
    followed: Followed,
    day: Date,
}

impl Asked {
    async fn on(site: &Site, day: Date) -> Result<Self, Failure> {
        let (law, followed) = (law()?, followed(site).await?);
        Ok(Self { law, followed, day })
    }

    fn question(&self) -> Question<'_> {
        Question {
            law: self.law,
            followed: &self.followed,
            day: self.day,
        }
    }
}

/// A case to choose.
struct Choice {
    reference: String,
    address: String,
    kind: String,
}

/// Clocks under a heading.
struct Group {
    /// Empty where there is only one.
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "deadline/list.html")]
struct ListPage {
    page: Page,
    day: String,
    is_team: bool,
    by_person: bool,
    groups: Vec<Group>,
    wrong: Vec<Wrong>,
    cases: Vec<Choice>,
    /// The own calendar: when it was opened and last read; none without one.
    calendar: Option<String>,
}

/// The clocks with something to do before a certain day, by that day: passed ones come first.
fn open<'c, 'l>(cases: &'c [CaseClocks<'l>]) -> Vec<(Date, &'c CaseClocks<'l>, &'c Clock<'l>)> {
    let mut open: Vec<_> = cases
        .iter()
        .flat_map(|case| case.clocks.iter().map(move |clock| (case, clock)))
        .filter(|(_, clock)| clock.state.is_open())
        .filter_map(|(case, clock)| Some((clock.last?, case, clock)))
        .collect();
    open.sort_by(|a, b| (a.0, &a.1.reference, a.2.from).cmp(&(b.0, &b.1.reference, b.2.from)));
    open
}

fn choices(cases: &[CaseClocks<'_>]) -> Vec<Choice> {
    let open = cases.iter().filter(|case| case.is_open);
    open.map(|case| Choice {
        reference: case.reference.clone(),
        address: words::address(&case.reference),
        kind: words::kind(case),
    })
    .collect()
}

/// `GET /deadlines`: the clocks on the cases that one holds, the soonest first.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let Some(person) = viewer.person() else {
        return Ok(super::my_load::no_load(&visit, "deadline-title", "my-load-no-person"));
    };
    let asked = Asked::on(&site, site.now().date()).await?;
    let mut reading = site.store().read(&viewer).await?;
    let cases = reading
        .deadlines_of(asked.question(), person)
        .await?
        .ok_or(Failure::NotFound)?;
    let feed = reading.feed().await?;
    reading.close().await?;
    let tr = &visit.tr;
    let page = ListPage {
        day: tr.long_day(asked.day),
        is_team: false,
        by_person: false,
        groups: in_one(asked.law, &open(&cases), false, tr),
        wrong: cases.iter().filter_map(|case| words::wrong(asked.law, case, tr)).collect(),
        cases: choices(&cases),
        calendar: feed.map(|feed| calendar::told(&feed, &site, tr)),
        page: visit.page("deadline-title"),
    };
    Ok(Shown::new(&page))
}

/// In which order the team's clocks stand.
#[derive(Debug, Deserialize)]
pub struct Order {
    order: Option<String>,
}

/// `GET /team/deadlines`: the clocks of the team, by day; by person when that is chosen with `order=person`.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn team(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(order): Query<Order>,
) -> Result<Shown, Failure> {
    let asked = Asked::on(&site, site.now().date()).await?;
    let mut reading = site.store().read(&viewer).await?;
    let cases = reading.deadlines(asked.question()).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let by_person = order.order.as_deref() == Some("person");
    let open = open(&cases);
    let groups = if by_person {
        grouped(asked.law, &open, tr)
    } else {
        in_one(asked.law, &open, true, tr)
    };
    let page = ListPage {
        day: tr.long_day(asked.day),
        is_team: true,
        by_person,
        groups,
        wrong: cases.iter().filter_map(|case| words::wrong(asked.law, case, tr)).collect(),
        cases: choices(&cases),
        calendar: None,
        page: visit.page("deadline-team-title"),
    };
    Ok(Shown::new(&page))
}

/// All clocks together, without a heading; nothing when there are none.
fn in_one(law: &Law, open: &[(Date, &CaseClocks<'_>, &Clock<'_>)], with_holders: bool, tr: &Tr) -> Vec<Group> {
    let lines = open
        .iter()
        .map(|(_, case, clock)| words::line(law, case, clock, with_holders, tr));
    let all = Group {
        title: String::new(),
        lines: lines.collect(),
    };
    Some(all).filter(|group| !group.lines.is_empty()).into_iter().collect()
}

/// The clocks under the name of each who holds the case, in the order of names; first those that nobody holds.
fn grouped(law: &Law, open: &[(Date, &CaseClocks<'_>, &Clock<'_>)], tr: &Tr) -> Vec<Group> {
    let mut names: Vec<&str> = open
        .iter()
        .flat_map(|(_, case, _)| case.holders.iter().map(|(person, _)| person.name.as_str()))
        .collect();
    names.sort_by_cached_key(|name| swedish_order(name));
    names.dedup();
    let group = |title: String, is_in: &dyn Fn(&CaseClocks<'_>) -> bool| {
        let lines = open.iter().filter(|(_, case, _)| is_in(case));
        let lines: Vec<Line> = lines
            .map(|(_, case, clock)| words::line(law, case, clock, false, tr))
            .collect();
        Group { title, lines }
    };
    let nobodys = group(tr.text("deadline-nobody"), &|case| case.holders.is_empty());
    let of_people = names.into_iter().map(|name| {
        group(name.to_owned(), &|case| {
            case.holders.iter().any(|(person, _)| person.name == name)
        })
    });
    std::iter::once(nobodys)
        .chain(of_people)
        .filter(|group| !group.lines.is_empty())
        .collect()
}
