//! The staff of the demonstration: who has held each post, with hours, experience, absences and duties.

use rules::amount::Share;
use rules::period::Period;
use rules::person::{Duty, Employment, Extent, Person, Reduction, ReductionSize};

use super::calendar::Calendar;
use super::draw::Draw;
use super::figures::{Choice, Figures, Staff};
use super::organisation::District;

/// A caseworker, now or earlier.
pub(super) struct Worker {
    /// The facts that decide the capacity.
    pub(super) person: Person,
    pub(super) name: String,
    pub(super) degree: String,
    pub(super) form: String,
    pub(super) end_reason: Option<String>,
    /// The team, by its place in the district; the second for somebody who works in two.
    pub(super) teams: Vec<usize>,
    /// The post: whoever leaves is followed by another in the same one.
    pub(super) post: usize,
    pub(super) from: i32,
    /// The first day out of service, when that is not later than the day.
    pub(super) to: Option<i32>,
    /// Began during the history, so that the caseload is built up.
    pub(super) newcomer: bool,
    /// Left cases behind that nobody took over.
    pub(super) leaves_behind: bool,
}

/// One holder of a post: from a day until, perhaps, another.
struct Tenure {
    from: i32,
    to: Option<i32>,
    leaves_behind: bool,
}

/// Draws everybody who has held one of the district's posts, in order of employment.
pub(super) fn workers(figures: &Figures, calendar: Calendar, district: &District, draw: &mut Draw) -> Vec<Worker> {
    let posts: Vec<usize> = district
        .teams
        .iter()
        .enumerate()
        .flat_map(|(place, team)| std::iter::repeat_n(place, team.caseworkers))
        .collect();
    let forgetful = forgetful_post(figures, district, &posts, draw);
    let chains = chains(figures, calendar, posts.len(), forgetful, draw);
    let mut workers = Vec::new();
    for (post, (team, chain)) in posts.iter().zip(chains).enumerate() {
        for tenure in chain {
            workers.push(worker(figures, calendar, (post, *team), &tenure, draw));
        }
    }
    exceptions(figures, calendar, district, &mut workers, draw);
    workers.sort_by_key(|worker| worker.from);
    workers
}

/// The post whose last holder left cases behind: not one that only receives reports.
fn forgetful_post(figures: &Figures, district: &District, posts: &[usize], draw: &mut Draw) -> Option<usize> {
    let first = figures.tables.path.first()?;
    let entrance = first.stage(*first.stages().first()?)?;
    let fitting = |post: &usize| district.teams[posts[*post]].kind != entrance.team;
    let fitting: Vec<usize> = (0..posts.len()).filter(fitting).collect();
    fitting.get(draw.below(fitting.len())).copied()
}

/// Who has held each post: as many leave in every year up to the day as the turnover says.
fn chains(figures: &Figures, calendar: Calendar, posts: usize, forgetful: Option<usize>, draw: &mut Draw) -> Vec<Vec<Tenure>> {
    let staff = &figures.tables.staff;
    let mut departures: Vec<Vec<i32>> = vec![Vec::new(); posts];
    for year in 0..figures.tables.size.years {
        let first = calendar.months_after(0, 12 * year);
        let last = calendar.months_after(0, 12 * (year + 1)) - 1;
        let mut order: Vec<usize> = (0..posts).collect();
        draw.shuffle(&mut order);
        for post in order.into_iter().take(posts * staff.turnover / 1000) {
            departures[post].push(draw.between(first, last));
        }
    }
    let recent = calendar.today - draw.between(6, 30);
    let mut chains = Vec::with_capacity(posts);
    for (post, mut departures) in departures.into_iter().enumerate() {
        let forgets = forgetful == Some(post);
        if forgets {
            departures.retain(|day| *day < recent - 200);
            departures.push(recent);
        }
        chains.push(chain(staff, calendar, &departures, forgets, draw));
    }
    chains
}

/// The holders of one post, the last of them in service on the day.
fn chain(staff: &Staff, calendar: Calendar, departures: &[i32], forgets: bool, draw: &mut Draw) -> Vec<Tenure> {
    let mut from = -draw.within(&staff.tenure_before);
    let mut chain = Vec::new();
    for (place, day) in departures.iter().enumerate() {
        let to = (*day).max(from + 30);
        if to > calendar.today {
            break;
        }
        let leaves_behind = forgets && place + 1 == departures.len();
        chain.push(Tenure {
            from,
            to: Some(to),
            leaves_behind,
        });
        let next = to + if leaves_behind { 0 } else { draw.within(&staff.vacancy_days) };
        from = calendar.workday(next, next - 1).min(calendar.today);
    }
    chain.push(Tenure {
        from,
        to: None,
        leaves_behind: false,
    });
    chain
}

fn worker(figures: &Figures, calendar: Calendar, (post, team): (usize, usize), tenure: &Tenure, draw: &mut Draw) -> Worker {
    let staff = &figures.tables.staff;
    let newcomer = tenure.from >= 0;
    let months = draw.within(&staff.experience);
    let in_profession = calendar.months_after(tenure.from, -months) - if months == 0 { 0 } else { draw.between(0, 27) };
    let (form, end) = form(staff, calendar, tenure, newcomer, draw);
    let end_reason = tenure.to.map(|_| {
        if form == staff.permanent {
            choice(&staff.end_reasons, draw).to_owned()
        } else {
            staff.temporary_end.clone()
        }
    });
    let period = period(calendar, tenure.from, tenure.to.or(end));
    let percent = draw.value(&staff.extents);
    let employment = Employment {
        unit: None,
        role: staff.role,
        extent: Extent::OfFullTime(permille(percent * 10)),
        period,
    };
    let mut person = Person {
        in_profession_since: Some(calendar.date(in_profession)),
        employments: vec![employment],
        ..Person::default()
    };
    if newcomer && months < staff.introduction.below_months {
        let to = calendar.months_after(tenure.from, staff.introduction.months);
        let period = self::period(calendar, tenure.from, Some(tenure.to.map_or(to, |left| left.min(to))));
        person.reductions.push(Reduction::new(&staff.introduction.kind, None, period));
    }
    let experienced = calendar.months_after(in_profession, staff.mentor.experienced_months);
    reductions(staff, calendar, tenure, &mut person, draw);
    duties(staff, calendar, tenure, experienced, &mut person, draw);
    Worker {
        person,
        name: name(figures, draw),
        degree: choice(&staff.degree, draw).to_owned(),
        form,
        end_reason,
        teams: vec![team],
        post,
        from: tenure.from,
        to: tenure.to,
        newcomer,
        leaves_behind: tenure.leaves_behind,
    }
}

/// Form of employment, and the agreed end of a temporary one that lasts.
fn form(staff: &Staff, calendar: Calendar, tenure: &Tenure, newcomer: bool, draw: &mut Draw) -> (String, Option<i32>) {
    let temporary = draw.chance(staff.temporary_share);
    let fixed_term = draw.chance(500);
    let end = calendar.today + draw.between(14, 150);
    let days = tenure.to.unwrap_or(calendar.today) - tenure.from;
    if !newcomer || !temporary || days >= staff.substitute_days {
        return (staff.permanent.clone(), None);
    }
    let form = if fixed_term && days < staff.fixed_term_days {
        &staff.fixed_term
    } else {
        &staff.substitute
    };
    (form.clone(), tenure.to.is_none().then_some(end))
}

/// Longer absences and special assignments, as shares of the working time.
fn reductions(staff: &Staff, calendar: Calendar, tenure: &Tenure, person: &mut Person, draw: &mut Draw) {
    let last = tenure.to.unwrap_or(calendar.today);
    let absence = &staff.absence;
    let mut year = tenure.from.max(0);
    while year < last {
        if draw.chance(absence.per_year) {
            let share = draw.value(&absence.shares);
            let days = draw.within(&absence.days);
            let days = if share >= 1000 { days.min(absence.full_days) } else { days };
            let first = draw.between(year, (year + 364).min(last));
            let to = (first + days).min(tenure.to.unwrap_or(i32::MAX));
            person
                .reductions
                .push(reduction(&absence.kind, share, period(calendar, first, Some(to))));
        }
        year += 365;
    }
    if draw.chance(staff.assignment.share) {
        let first = draw.between(tenure.from.max(0), last);
        let share = draw.value(&staff.assignment.sizes);
        person
            .reductions
            .push(reduction(&staff.assignment.kind, share, period(calendar, first, tenure.to)));
    }
}

/// The experienced guide students and new colleagues now and then.
fn duties(staff: &Staff, calendar: Calendar, tenure: &Tenure, experienced: i32, person: &mut Person, draw: &mut Draw) {
    let last = tenure.to.unwrap_or(calendar.today);
    let mut year = tenure.from.max(0);
    while year < last {
        let first = draw.between(year, (year + 364).min(last));
        let to = (first + draw.within(&staff.mentor.days)).min(tenure.to.unwrap_or(i32::MAX));
        if draw.chance(staff.mentor.share) && first >= experienced {
            person.duties.push(Duty {
                kind: staff.mentor.kind.clone(),
                count: 1,
                period: period(calendar, first, Some(to)),
            });
            year = to;
        }
        year += 365;
    }
}

/// Somebody wholly absent with cases, and somebody who works in two teams.
fn exceptions(figures: &Figures, calendar: Calendar, district: &District, workers: &mut [Worker], draw: &mut Draw) {
    let absence = &figures.tables.staff.absence;
    let mut settled: Vec<usize> = (0..workers.len())
        .filter(|place| workers[*place].to.is_none() && workers[*place].from < calendar.today - 150)
        .collect();
    draw.shuffle(&mut settled);
    let mut settled = settled.into_iter();
    if let Some(worker) = settled.next().map(|place| &mut workers[place]) {
        let (first, to) = (calendar.today - draw.between(5, 20), calendar.today + draw.between(20, 80));
        let whole = reduction(&absence.kind, 1000, period(calendar, first, Some(to)));
        worker.person.reductions.retain(|reduction| reduction.kind != absence.kind);
        worker.person.reductions.push(whole);
    }
    let sibling = |team: usize| {
        let kind = district.teams[team].kind;
        (0..district.teams.len()).find(|other| *other != team && district.teams[*other].kind == kind)
    };
    let divided = settled.find_map(|place| Some((place, sibling(workers[place].teams[0])?)));
    if let Some((place, team)) = divided {
        let worker = &mut workers[place];
        worker.teams.push(team);
        let half = Employment {
            extent: Extent::OfFullTime(permille(500)),
            ..worker.person.employments[0].clone()
        };
        worker.person.employments = vec![half.clone(), half];
    }
}

/// A name of the usual ones, put together by chance.
pub(super) fn name(figures: &Figures, draw: &mut Draw) -> String {
    let names = &figures.tables.names;
    format!("{} {}", draw.text(&names.first), draw.text(&names.last))
}

pub(super) fn choice<'c>(choices: &'c [Choice], draw: &mut Draw) -> &'c str {
    let place = draw.place(choices.iter().map(|choice| choice.weight));
    choices.get(place).map_or("", |choice| &choice.id)
}

/// Thousandths as a share.
pub(super) fn permille(thousandths: u32) -> Share {
    Share::from_millionths(i64::from(thousandths) * 1000)
}

/// A period in days of the calendar; one that would end before it begins lasts no day.
pub(super) fn period(calendar: Calendar, from: i32, to: Option<i32>) -> Period {
    let first = calendar.date(from);
    let to = to.map(|to| calendar.date(to).max(first));
    Period::new(first, to).unwrap_or(Period::since(first))
}

fn reduction(kind: &str, thousandths: u32, period: Period) -> Reduction {
    Reduction::new(kind, Some(ReductionSize::Share(permille(thousandths))), period)
}
