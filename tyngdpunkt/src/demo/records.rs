//! The demonstration as import records: numbers and references are given here, once everything is drawn.

use jiff::civil::Date;
use rules::amount::Share;
use rules::person::{Employment, Extent};
use store::import::record::{DutyRecord, EmploymentRecord, PhaseRecord, Record, ReductionRecord};

use super::calendar::Calendar;
use super::draw::Draw;
use super::figures::{Figures, Other, Stage};
use super::flow::{Case, Flow, Phase};
use super::organisation::{self, District};
use super::staff::{self, Worker, permille};

/// What has been made so far.
pub(super) struct Register<'f> {
    figures: &'f Figures,
    calendar: Calendar,
    people: Vec<Record>,
    facts: Vec<Record>,
    employed: u32,
    /// Employment numbers of the last district's workers, by place.
    numbers: Vec<u32>,
    /// Codes of the teams of all districts.
    teams: Vec<String>,
    cases: Vec<Received>,
    phases: Vec<Placed>,
}

/// A case that waits for its reference.
struct Received {
    case: Case,
    /// The first of the siblings' cases, by its place among all.
    sibling: Option<usize>,
}

/// A phase with its people and unit as they are called in records.
struct Placed {
    case: usize,
    stage: Stage,
    court: bool,
    from: i32,
    to: Option<i32>,
    extended: Option<i32>,
    main: Option<u32>,
    co: Option<(u32, Option<Share>)>,
    /// The team, by its place among all.
    team: Option<usize>,
}

impl<'f> Register<'f> {
    pub(super) fn new(figures: &'f Figures, calendar: Calendar) -> Self {
        Self {
            figures,
            calendar,
            people: Vec::new(),
            facts: Vec::new(),
            employed: 0,
            numbers: Vec::new(),
            teams: Vec::new(),
            cases: Vec::new(),
            phases: Vec::new(),
        }
    }

    fn next_number(&mut self) -> u32 {
        self.employed += 1;
        self.figures.tables.staff.first_number + self.employed - 1
    }

    /// Supervisors, heads and all who hold no cases.
    pub(super) fn others(&mut self, district: &District, draw: &mut Draw) {
        let figures = self.figures;
        let organisation = &figures.tables.organisation;
        for other in &figures.tables.other {
            let places: Vec<String> = match other.place.as_str() {
                "team" => district.teams.iter().map(|team| team.code.clone()).collect(),
                "area" => organisation
                    .area
                    .iter()
                    .map(|area| organisation::code(figures, district.place, &area.code))
                    .collect(),
                "top" if district.place > 0 => Vec::new(),
                "top" => vec![organisation.code.clone()],
                area => vec![organisation::code(figures, district.place, area); other.count.unwrap_or(1)],
            };
            for unit in places {
                let record = self.other(other, unit, draw);
                self.people.push(Record::Employment(record));
            }
        }
    }

    fn other(&mut self, other: &Other, unit: String, draw: &mut Draw) -> EmploymentRecord {
        let staff = &self.figures.tables.staff;
        let from = -draw.within(&staff.tenure_before);
        let months = draw.within(&staff.experience);
        let person = self.next_number().to_string();
        EmploymentRecord {
            email: Some(format!("{person}@{}", staff.email_domain)),
            person,
            also_known_as: Vec::new(),
            name: staff::name(self.figures, draw),
            degree: None,
            in_profession_since: Some(self.calendar.date(self.calendar.months_after(from, -months))),
            unit: Some(unit),
            title: Some(other.title.clone()),
            role: other.role,
            form: Some(staff.permanent.clone()),
            extent: Extent::OfFullTime(permille(1000)),
            period: staff::period(self.calendar, from, None),
            end_reason: None,
        }
    }

    /// The district's caseworkers, who get their numbers here.
    pub(super) fn workers(&mut self, district: &District, workers: &[Worker]) {
        self.numbers.clear();
        for worker in workers {
            let next = self.next_number();
            self.numbers.push(next);
            let number = next.to_string();
            for (employment, team) in worker.person.employments.iter().zip(&worker.teams) {
                let record = self.employment(worker, employment, &number, &district.teams[*team].code);
                self.people.push(Record::Employment(record));
            }
            for reduction in &worker.person.reductions {
                self.facts.push(Record::Reduction(ReductionRecord {
                    person: number.clone(),
                    kind: reduction.kind.clone(),
                    size: reduction.size,
                    period: reduction.period,
                }));
            }
            for duty in &worker.person.duties {
                self.facts.push(Record::Duty(DutyRecord {
                    person: number.clone(),
                    kind: duty.kind.clone(),
                    period: duty.period,
                }));
            }
        }
    }

    fn employment(&self, worker: &Worker, employment: &Employment, number: &str, unit: &str) -> EmploymentRecord {
        let staff = &self.figures.tables.staff;
        EmploymentRecord {
            person: number.to_owned(),
            also_known_as: Vec::new(),
            name: worker.name.clone(),
            email: Some(format!("{number}@{}", staff.email_domain)),
            degree: Some(worker.degree.clone()),
            in_profession_since: worker.person.in_profession_since,
            unit: Some(unit.to_owned()),
            title: Some(staff.title.clone()),
            role: employment.role,
            form: Some(worker.form.clone()),
            extent: employment.extent,
            period: employment.period,
            end_reason: worker.end_reason.clone(),
        }
    }

    /// The district's cases, once its workers have their numbers.
    pub(super) fn cases(&mut self, district: &District, flow: Flow) {
        let (before, teams_before) = (self.cases.len(), self.teams.len());
        self.teams.extend(district.teams.iter().map(|team| team.code.clone()));
        let (cases, phases) = (flow.cases, flow.phases);
        self.cases.extend(cases.into_iter().map(|case| Received {
            sibling: case.sibling.map(|first| before + first),
            case,
        }));
        let place = |phase: Phase| Placed {
            case: before + phase.case,
            stage: phase.stage,
            court: phase.court,
            from: phase.from,
            to: phase.to,
            extended: phase.extended,
            main: phase.main.map(|main| self.numbers[main]),
            co: phase.co.map(|(co, agreed)| (self.numbers[co], agreed)),
            team: phase.team.map(|team| teams_before + team),
        };
        self.phases.extend(phases.into_iter().map(place));
    }

    /// Everything but the units, in an order in which it can be taken in.
    pub(super) fn into_records(mut self) -> impl Iterator<Item = Record> {
        let numbers = self.references();
        self.phases.sort_by_key(|phase| (phase.from, numbers[phase.case]));
        let (people, facts) = (std::mem::take(&mut self.people), std::mem::take(&mut self.facts));
        let phases = std::mem::take(&mut self.phases).into_iter();
        let phases = phases.map(move |phase| Record::Phase(self.phase(&phase, &numbers)));
        people.into_iter().chain(facts).chain(phases)
    }

    /// The year and number of every case: counted through the year, in the order they came in.
    fn references(&self) -> Vec<(i16, u32)> {
        let mut order: Vec<usize> = (0..self.cases.len()).collect();
        order.sort_by_key(|place| self.cases[*place].case.received);
        let mut references = vec![(0, 0); self.cases.len()];
        let (mut year, mut number) = (Date::MIN.year(), 0);
        for place in order {
            let received = self.calendar.date(self.cases[place].case.received).year();
            number = if received == year { number + 1 } else { 1 };
            year = received;
            references[place] = (year, number);
        }
        references
    }

    fn phase(&self, phase: &Placed, numbers: &[(i16, u32)]) -> PhaseRecord {
        let Received { case, sibling } = &self.cases[phase.case];
        let tables = &self.figures.tables;
        let (year, number) = numbers[phase.case];
        PhaseRecord {
            reference: format!("{year:04}-{number:06}"),
            case_type: tables.path[case.path].case_type.as_str().into(),
            phase: Some(tables.phases.id(phase.stage).into()),
            unit: phase.team.map(|team| self.teams[team].as_str().into()),
            received: Some(self.calendar.date(case.received)),
            period: staff::period(self.calendar, phase.from, phase.to),
            main: phase.main.map(|main| main.to_string().into()),
            co: phase.co.iter().map(|(co, agreed)| (co.to_string().into(), *agreed)).collect(),
            effort: case.features.effort(self.figures, phase.court).into(),
            sibling_group: sibling.map(|first| format!("S{:04}{:06}", numbers[first].0, numbers[first].1)),
            extended_to: phase.extended.map(|day| self.calendar.date(day)),
        }
    }
}
