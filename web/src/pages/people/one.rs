//! One person: employments, reductions and duties with their days, and what can be added or ended here.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::amount::{Hours, Share, millionths};
use rules::period::Status;
use rules::person::{Extent, ReductionSize};
use rules::weight_model::WeightModel;
use store::people::{PeopleError, PersonFile};
use store::qualification::PersonQualification;
use store::{StoreError, Viewer};

use crate::allocation;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{day_after, period_in_words, read_day, read_period, refuse};
use crate::pages::dated::DatedFact;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "people/one.html")]
struct PersonPage {
    page: Page,
    form: Form,
    address: String,
    number: String,
    since: String,
    /// Whether qualified, and by what.
    qualification: String,
    posts: Vec<DatedFact>,
    reductions: Vec<DatedFact>,
    duties: Vec<DatedFact>,
    may_change: bool,
    may_change_employment: bool,
    /// What can be changed or ended, to choose from.
    open_posts: Vec<(String, String)>,
    open_reductions: Vec<(String, String)>,
    open_duties: Vec<(String, String)>,
    units: Vec<(String, String)>,
    reduction_kinds: Vec<(String, String)>,
    duty_kinds: Vec<(String, String)>,
}

/// What is known of somebody.
struct Known {
    file: PersonFile,
    /// The units that are used, by code.
    units: BTreeMap<String, String>,
    model: Option<WeightModel>,
    qualification: Option<PersonQualification>,
    today: Date,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, id: i64) -> Result<Self, Failure> {
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let file = reading.person_file(id).await?.ok_or(Failure::NotFound)?;
        let units = if file.may_change_employment {
            let units = reading.organisation(today).await?;
            let used = units.into_iter().filter(|unit| unit.ended.is_none_or(|ended| ended > today));
            used.map(|unit| (unit.code, unit.name)).collect()
        } else {
            BTreeMap::new()
        };
        let model = reading.weight_models().await?.on(today).cloned();
        let qualification = reading.qualification_of(id, today).await?;
        reading.close().await?;
        Ok(Self {
            file,
            units,
            model,
            qualification,
            today,
        })
    }

    fn title_of_reduction(&self, kind: &str) -> String {
        let known = self
            .model
            .iter()
            .flat_map(|model| &model.reductions)
            .find(|known| known.id == kind);
        known.map_or_else(|| kind.to_owned(), |known| known.title.clone())
    }

    fn title_of_duty(&self, kind: &str) -> String {
        let known = self
            .model
            .iter()
            .flat_map(|model| &model.duties)
            .find(|known| known.id == kind);
        known.map_or_else(|| kind.to_owned(), |known| known.title.clone())
    }

    fn page(&self, visit: &Visit, form: Form) -> PersonPage {
        let tr = &visit.tr;
        let fact = |words: String, extent: String, period| DatedFact::new(words, extent, period, self.today, tr);
        let open = |period: rules::period::Period| period.status(self.today) != Status::Past;
        let post = |post: &store::people::Post| {
            let unit = post
                .unit
                .as_ref()
                .map_or_else(|| tr.text("people-no-unit"), |(_, name)| name.clone());
            match &post.title {
                Some(title) => format!("{title}, {unit}"),
                None => unit,
            }
        };
        let size = |size: Option<ReductionSize>| match size {
            Some(ReductionSize::Share(share)) => tr.locale().percent(share),
            Some(ReductionSize::HoursPerWeek(hours)) => hours_in_words(hours, tr),
            None => tr.text("people-by-the-model"),
        };
        let choice = |id: i64, words: String, period| (id.to_string(), format!("{words}, {}", period_in_words(period, tr)));
        let mut units: Vec<(String, String)> = self.units.iter().map(|(code, name)| (code.clone(), name.clone())).collect();
        units.sort_by_cached_key(|(_, name)| swedish_order(name));
        let kinds = |kinds: Vec<(String, String)>| {
            let mut kinds = kinds;
            kinds.insert(0, (String::new(), tr.text("people-choose-kind")));
            kinds
        };
        let model = self.model.as_ref();
        let reductions = model.map(|model| {
            model
                .reductions
                .iter()
                .map(|kind| (kind.id.clone(), kind.title.clone()))
                .collect()
        });
        let duties = model.map(|model| {
            model
                .duties
                .iter()
                .map(|kind| (kind.id.clone(), kind.title.clone()))
                .collect()
        });
        let file = &self.file;
        PersonPage {
            address: format!("/people/{}", file.id),
            number: file.number.clone(),
            since: file
                .in_profession_since
                .map_or_else(|| tr.text("word-not-stated"), |since| tr.locale().day(since)),
            qualification: self
                .qualification
                .as_ref()
                .map_or_else(String::new, |known| allocation::ground(&known.ground, tr)),
            posts: file
                .posts
                .iter()
                .map(|one| fact(post(one), extent_in_words(one.extent, tr), one.period))
                .collect(),
            reductions: file
                .reductions
                .iter()
                .map(|part| fact(self.title_of_reduction(&part.kind), size(part.size), part.period))
                .collect(),
            duties: file
                .duties
                .iter()
                .map(|task| fact(self.title_of_duty(&task.kind), String::new(), task.period))
                .collect(),
            may_change: file.may_change,
            may_change_employment: file.may_change_employment,
            open_posts: file
                .posts
                .iter()
                .filter(|one| one.is_latest && open(one.period))
                .map(|one| choice(one.id, post(one), one.period))
                .collect(),
            open_reductions: file
                .reductions
                .iter()
                .filter(|part| part.is_latest && open(part.period))
                .map(|part| choice(part.id, self.title_of_reduction(&part.kind), part.period))
                .collect(),
            open_duties: file
                .duties
                .iter()
                .filter(|task| open(task.period))
                .map(|task| choice(task.id, self.title_of_duty(&task.kind), task.period))
                .collect(),
            units,
            reduction_kinds: kinds(reductions.unwrap_or_default()),
            duty_kinds: kinds(duties.unwrap_or_default()),
            form,
            page: visit.titled(file.name.clone()),
        }
    }

    /// The form with what holds now.
    fn form(&self, tr: &Tr) -> Form {
        let mut form = empty_form();
        let open = self
            .file
            .posts
            .iter()
            .find(|post| post.is_latest && post.period.status(self.today) != Status::Past);
        if let Some(post) = open {
            form.set("unit", post.unit.as_ref().map(|(code, _)| code.clone()).unwrap_or_default());
            form.set("extent", extent_written(post.extent, tr));
        }
        form
    }
}

fn hours_in_words(hours: Hours, tr: &Tr) -> String {
    tr.with("counted-hours", "hours", &tr.locale().decimal(hours.millionths(), 0))
}

fn extent_in_words(extent: Extent, tr: &Tr) -> String {
    match extent {
        Extent::OfFullTime(share) => tr.locale().percent(share),
        Extent::HoursPerWeek(hours) => hours_in_words(hours, tr),
    }
}

/// Per cent of full time, or hours where the employment is in hours.
fn extent_written(extent: Extent, tr: &Tr) -> String {
    match extent {
        Extent::OfFullTime(share) => tr.locale().decimal(share.millionths().saturating_mul(100), 0),
        Extent::HoursPerWeek(hours) => tr.locale().decimal(hours.millionths(), 0),
    }
}

const FIELDS: [&str; 15] = [
    "changed",
    "unit",
    "extent",
    "on",
    "left",
    "left-on",
    "reduction",
    "share",
    "reduction-from",
    "reduction-last",
    "reduction-ended",
    "reduction-ends",
    "duty",
    "duty-from",
    "duty-last",
];

fn empty_form() -> Form {
    let mut fields: Vec<(&'static str, Keep)> = FIELDS.map(|name| (name, Keep::Written)).to_vec();
    fields.extend([("duty-ended", Keep::Written), ("duty-ends", Keep::Written)]);
    Form::new(&fields)
}

/// `GET /people/{person}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person or not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Shown, Failure> {
    let id = person.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    let form = known.form(&visit.tr);
    Ok(Shown::new(&known.page(&visit, form)))
}

/// `POST /people/{person}`: the field `do` says which form was sent.
///
/// # Errors
/// [`Failure`] when there is no such person or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(person): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id = person.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    let what = sent.iter().find(|(name, _)| name == "do").map(|(_, what)| what.clone());
    let what = what.ok_or(Failure::BadRequest)?;
    let mut form = empty_form().filled_in(sent);
    let changing = Changing {
        site: &site,
        viewer: &viewer,
        known: &known,
        tr: &visit.tr,
    };
    if changing.is_done(&what, &mut form).await? {
        return Ok(Redirect::to(&format!("/people/{id}")).into_response());
    }
    // The other forms on the page hold what is stored.
    let stored = known.form(&visit.tr);
    for name in ["unit", "extent"] {
        if form.value(name).is_empty() && !form.has_fault_in(name) {
            form.set(name, stored.value(name));
        }
    }
    Ok(Shown::new(&known.page(&visit, form))
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

struct Changing<'a> {
    site: &'a Site,
    viewer: &'a Viewer,
    known: &'a Known,
    tr: &'a Tr,
}

impl Changing<'_> {
    /// Whether it was done; else the faults are in the form.
    async fn is_done(&self, what: &str, form: &mut Form) -> Result<bool, Failure> {
        let (store, viewer, id, tr) = (self.site.store(), self.viewer, self.known.file.id, self.tr);
        let today = self.known.today;
        let (result, kind, day) = match what {
            "employment" => {
                let Some((post, on, unit, extent)) = self.employment(form) else {
                    return Ok(false);
                };
                let changed = store.change_employment(viewer, (id, post), on, Some(&unit), extent);
                (changed.await, "changed", "on")
            }
            "end-employment" => {
                let Some((post, until)) = self.ended(form, "left", "left-on") else {
                    return Ok(false);
                };
                (store.end_employment(viewer, (id, post), until).await, "left", "left-on")
            }
            "reduction" => {
                let kind = form.value("reduction").to_owned();
                let model = self.known.model.as_ref();
                if !model.is_some_and(|model| model.reductions.iter().any(|known| known.id == kind)) {
                    refuse(form, "reduction", &tr.text("people-choose-kind"));
                }
                let share = self.share(form);
                let period = read_period(form, "reduction-from", "reduction-last", today, tr);
                let Some(period) = period.filter(|_| form.is_right()) else {
                    return Ok(false);
                };
                let added = store.add_reduction(viewer, id, &kind, share, period);
                (added.await, "reduction", "reduction-from")
            }
            "end-reduction" => {
                let names = ("reduction-ended", "reduction-ends");
                let Some((part, until)) = self.ended(form, names.0, names.1) else {
                    return Ok(false);
                };
                (store.end_reduction(viewer, (id, part), until).await, names.0, names.1)
            }
            "duty" => {
                let kind = form.value("duty").to_owned();
                let model = self.known.model.as_ref();
                if !model.is_some_and(|model| model.duties.iter().any(|known| known.id == kind)) {
                    refuse(form, "duty", &tr.text("people-choose-kind"));
                }
                let period = read_period(form, "duty-from", "duty-last", today, tr);
                let Some(period) = period.filter(|_| form.is_right()) else {
                    return Ok(false);
                };
                (store.add_duty(viewer, id, &kind, period).await, "duty", "duty-from")
            }
            "end-duty" => {
                let names = ("duty-ended", "duty-ends");
                let Some((task, until)) = self.ended(form, names.0, names.1) else {
                    return Ok(false);
                };
                (store.end_duty(viewer, (id, task), until).await, names.0, names.1)
            }
            _ => return Err(Failure::BadRequest),
        };
        match result {
            Ok(()) => return Ok(true),
            Err(PeopleError::Backwards { from }) => {
                form.refuse(day, tr.with("people-backwards", "from", &tr.locale().day(from)));
            }
            Err(PeopleError::Outside { from }) => {
                form.refuse(day, tr.with("people-outside", "from", &tr.locale().day(from)));
            }
            Err(PeopleError::Overlapping { period }) => {
                form.refuse(kind, tr.with("people-overlapping", "period", &period_in_words(period, tr)));
            }
            Err(PeopleError::NoUnit { .. }) => form.refuse("unit", tr.text("accounts-no-unit")),
            Err(PeopleError::Store(StoreError::NotThere)) => return Err(Failure::NotFound),
            Err(PeopleError::Store(error)) => return Err(error.into()),
        }
        Ok(false)
    }

    /// What an employment shall be, and from when; the faults are in the form.
    fn employment(&self, form: &mut Form) -> Option<(i64, Date, String, Extent)> {
        let tr = self.tr;
        let posts = &self.known.file.posts;
        let post = form.value("changed").parse::<i64>().ok();
        let post = post.and_then(|id| posts.iter().find(|post| post.id == id));
        if post.is_none() {
            refuse(form, "changed", &tr.text("people-choose-employment"));
        }
        let unit = form.value("unit").to_owned();
        if !self.known.units.contains_key(&unit) {
            refuse(form, "unit", &tr.text("accounts-no-unit"));
        }
        let number = decimal(form.value("extent"));
        let extent = post.and_then(|post| match post.extent {
            Extent::OfFullTime(_) => {
                let share = number? / 100;
                (1..=1_000_000)
                    .contains(&share)
                    .then(|| Extent::OfFullTime(Share::from_millionths(share)))
            }
            Extent::HoursPerWeek(_) => {
                let hours = number?;
                (1..=60_000_000)
                    .contains(&hours)
                    .then(|| Extent::HoursPerWeek(Hours::from_millionths(hours)))
            }
        });
        if extent.is_none() && post.is_some() {
            refuse(form, "extent", &tr.text("people-no-extent"));
        }
        let on = self.day(form, "on");
        let is_right = form.is_right();
        let (post, on, extent) = (post?, on?, extent?);
        is_right.then_some((post.id, on, unit, extent))
    }

    /// A day that must be written.
    fn day(&self, form: &mut Form, name: &str) -> Option<Date> {
        let day = read_day(form, name, self.tr);
        if day.is_none() && !form.has_fault_in(name) {
            form.refuse(name, self.tr.text("administration-day-needed"));
        }
        day
    }

    /// What shall end, and the day on which it no longer counts.
    fn ended(&self, form: &mut Form, which: &str, last: &str) -> Option<(i64, Date)> {
        let id = form.value(which).parse::<i64>().ok();
        if id.is_none() {
            refuse(form, which, &self.tr.text("people-choose-ended"));
        }
        let last = self.day(form, last);
        let is_right = form.is_right();
        id.zip(last).filter(|_| is_right).map(|(id, last)| (id, day_after(last)))
    }

    /// A share in per cent of the own working time; none when it was left empty.
    fn share(&self, form: &mut Form) -> Option<Share> {
        let written = form.value("share").to_owned();
        if written.is_empty() {
            return None;
        }
        let share = decimal(&written).map(|number| number / 100);
        let share = share.filter(|share| (1..=1_000_000).contains(share));
        if share.is_none() {
            refuse(form, "share", &self.tr.text("people-no-share"));
        }
        share.map(Share::from_millionths)
    }
}

/// Millionths of a number written with comma or point, perhaps with a percent sign.
fn decimal(written: &str) -> Option<i64> {
    let number: String = written
        .trim_end_matches('%')
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let starts = number.starts_with(|first: char| first.is_ascii_digit());
    let plain = number.chars().all(|letter| letter.is_ascii_digit() || ",.".contains(letter));
    (starts && plain)
        .then(|| millionths(&number.replacen(',', ".", 1), 6).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_with_comma_or_point_and_nothing_else_is() {
        for (written, expected) in [
            ("75", Some(75_000_000)),
            ("37,5 %", Some(37_500_000)),
            ("37.5%", Some(37_500_000)),
            ("-5", None),
            ("", None),
            ("1e3", None),
            ("1_0", None),
            ("640823-3234", None),
        ] {
            assert_eq!(decimal(written), expected, "{written}");
        }
    }
}
