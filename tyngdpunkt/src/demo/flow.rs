//! The flow of cases through the demonstration: reports come in, are assessed, investigated and followed up, day by day.
//!
//! New cases go to whoever has most room. Who has too much closes what is nearest to its end, who has room keeps a case a
//! little longer, and who leaves hands over. So every load follows its aim, and every date follows from the seed.

use rules::amount::Share;
use rules::capacity;

use super::aim::Aim;
use super::calendar::Calendar;
use super::draw::Draw;
use super::figures::{Figures, Plan, Stage};
use super::inflow::Inflow;
use super::organisation::District;
use super::staff::{Worker, permille};
use super::weight::{Features, Weights};

/// A case.
pub(super) struct Case {
    /// Its type, by the place of its path in the figures.
    pub(super) path: usize,
    pub(super) received: i32,
    pub(super) features: Features,
    /// The first of the siblings' cases.
    pub(super) sibling: Option<usize>,
    /// Who has it, or had it last.
    holder: Option<usize>,
    /// Its latest phase, by place.
    latest: Option<usize>,
}

/// A phase of a case, as long as one caseworker has it.
#[derive(Clone)]
pub(super) struct Phase {
    pub(super) case: usize,
    pub(super) stage: Stage,
    pub(super) court: bool,
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    /// The caseworker, by place; none while it waits.
    pub(super) main: Option<usize>,
    pub(super) co: Option<(usize, Option<Share>)>,
    /// The team that has it, by place; none where there was nobody at all.
    pub(super) team: Option<usize>,
    pub(super) extended: Option<i32>,
    /// The phase's own start, before any handover.
    began: i32,
    /// How long it was to take.
    days: i32,
    /// When it is to be closed.
    due: i32,
    /// The last day by which it must be, where there is one.
    limit: Option<i32>,
    points: i64,
    co_points: i64,
    left_behind: bool,
}

/// A caseworker's place in the flow.
#[derive(Default)]
struct Desk {
    /// Millionths of a point that the aim leaves for cases.
    room: i64,
    /// Millionths of a point held.
    points: i64,
    /// Open phases, as main caseworker.
    held: Vec<usize>,
    /// Open phases, as co-handler.
    helped: Vec<usize>,
}

/// A district on one day.
pub(super) struct Flow<'f> {
    figures: &'f Figures,
    calendar: Calendar,
    district: &'f District<'f>,
    workers: &'f [Worker],
    aims: Vec<Aim>,
    draw: Draw,
    weights: Weights<'f>,
    desks: Vec<Desk>,
    /// Phases to be closed, by day.
    due: Vec<Vec<usize>>,
    pub(super) cases: Vec<Case>,
    pub(super) phases: Vec<Phase>,
}

/// How much longer than planned a phase without a limit may last, in tenths of the plan.
const LONGER_TENTHS: i32 = 8;
/// How much of the plan must have passed before a phase may be closed to make room, in tenths.
const SHORTEST_TENTHS: i32 = 5;
/// How far back a closing may be undone to bring the load on the day near its aim.
const SETTLING_DAYS: i32 = 45;

impl<'f> Flow<'f> {
    /// A district on the first day of its history, with the cases that are open then.
    pub(super) fn new(
        figures: &'f Figures,
        calendar: Calendar,
        district: &'f District<'f>,
        workers: &'f [Worker],
        aims: Vec<Aim>,
        draw: Draw,
    ) -> Self {
        let days = usize::try_from(calendar.today).unwrap_or(0) + 1;
        let mut flow = Self {
            figures,
            calendar,
            district,
            workers,
            aims,
            draw,
            weights: Weights::new(figures),
            desks: workers.iter().map(|_| Desk::default()).collect(),
            due: vec![Vec::new(); days],
            cases: Vec::new(),
            phases: Vec::new(),
        };
        flow.open_stock();
        flow
    }

    /// Lets all days pass, up to and including the day for which the municipality is made.
    pub(super) fn run(&mut self) {
        let posts = self.district.teams.iter().map(|team| team.caseworkers).sum();
        let paths = &self.figures.tables.path;
        let mut inflows: Vec<Inflow> = paths
            .iter()
            .map(|path| Inflow::new(self.figures, posts, path.per_1000_reports))
            .collect();
        for day in 0..=self.calendar.today {
            self.refresh(day);
            self.close_due(day);
            self.depart(day);
            if self.calendar.weekday(day) == 0 {
                self.look_over(day);
            }
            for (path, inflow) in inflows.iter_mut().enumerate() {
                let mut left = inflow.on(self.calendar, day, &mut self.draw);
                while left > 0 {
                    left -= self.receive(path, day, left);
                }
            }
        }
        self.look_over(self.calendar.today);
        self.leave_waiting();
        self.keep_open();
    }

    /// Fills every desk that is manned on the first day with cases that have already begun.
    fn open_stock(&mut self) {
        self.refresh(0);
        for worker in 0..self.workers.len() {
            let kinds: Vec<(usize, Stage, u32)> = self.kinds_of(worker);
            while !kinds.is_empty() && self.desks[worker].points < self.desks[worker].room {
                let (path, stage, _) = kinds[self.draw.place(kinds.iter().map(|kind| kind.2))];
                let Some(plan) = self.figures.tables.path[path].stage(stage) else {
                    break;
                };
                let days = self.draw.within(&plan.days);
                let age = self.draw.between(0, days - 1);
                let from = self.calendar.workday(-age, -age - 3);
                let case = self.register(path, from, false, None);
                self.open(case, stage, (from, days), Some(worker));
            }
        }
    }

    /// What a worker's first team does, each weighted by how many there are at a time.
    fn kinds_of(&self, worker: usize) -> Vec<(usize, Stage, u32)> {
        let team = self.district.teams[self.workers[worker].teams[0]].kind;
        let mut kinds = Vec::new();
        for (place, path) in self.figures.tables.path.iter().enumerate() {
            let mut share = path.per_1000_reports;
            for stage in path.stages() {
                let Some(plan) = path.stage(stage).filter(|_| share > 0) else {
                    continue;
                };
                if plan.team == team {
                    let longest = plan.days.iter().map(|days| days.2).max().unwrap_or(1);
                    kinds.push((place, stage, share * longest.unsigned_abs()));
                }
                share = share * plan.onward / 1000;
            }
        }
        kinds
    }

    /// What each worker has room for: on Mondays, on the first and last day, and when somebody begins.
    fn refresh(&mut self, day: i32) {
        let all = self.calendar.weekday(day) == 0 || day == 0 || day == self.calendar.today;
        for (place, worker) in self.workers.iter().enumerate() {
            if (all && in_service(worker, day)) || worker.from == day {
                self.desks[place].room = self.room(place, day);
            }
        }
    }

    /// Millionths of a point that the aim leaves for cases on a day.
    fn room(&self, place: usize, day: i32) -> i64 {
        let worker = &self.workers[place];
        let (model, date) = (&self.figures.model, self.calendar.date(day));
        let capacity = capacity::capacity(model, &worker.person, date).millionths();
        let duties = worker.person.duties.iter().filter(|duty| duty.period.contains(date));
        let duties = duties.filter_map(|duty| model.duty(&duty.kind));
        let beside: i64 = duties.map(|duty| duty.points.millionths()).sum::<i64>() + model.norm.stable.millionths();
        let room = (capacity * i64::from(self.aims[worker.post].on(day)) / 1000 - beside).max(0);
        let learning = self.figures.tables.load.newcomer_days.max(1);
        let since = day - worker.from;
        let room = if worker.newcomer && since < learning {
            room * i64::from(learning + 3 * since) / i64::from(4 * learning)
        } else {
            room
        };
        room * i64::from(self.figures.caseload) / 1000
    }

    /// Takes in one report, or those of siblings; answers how many cases it made.
    fn receive(&mut self, path: usize, day: i32, most: u32) -> u32 {
        let inflow = &self.figures.tables.inflow;
        let Some(stage) = self.figures.tables.path[path].stages().first().copied() else {
            return most;
        };
        // Only what begins with an assessment comes in on any day of the week.
        let siblings = stage == Stage::Assessment && self.draw.chance(inflow.siblings);
        let count = if siblings {
            self.draw.within(&inflow.siblings_count).unsigned_abs().clamp(1, most)
        } else {
            1
        };
        let mut first = None;
        for _ in 0..count {
            let case = self.register(path, day, count > 1, first);
            if count > 1 {
                first.get_or_insert(case);
                self.cases[case].sibling = first;
            }
            self.begin(case, stage, day);
        }
        count
    }

    fn register(&mut self, path: usize, received: i32, one_child: bool, sibling: Option<usize>) -> usize {
        let features = Features::draw(self.figures, one_child, &mut self.draw);
        self.cases.push(Case {
            path,
            received,
            features,
            sibling,
            holder: None,
            latest: None,
        });
        self.cases.len() - 1
    }

    /// Gives a stage of a case to somebody, who may have to close another to make room.
    fn begin(&mut self, case: usize, stage: Stage, day: i32) {
        let Some(plan) = self.figures.tables.path[self.cases[case].path].stage(stage) else {
            return;
        };
        let days = self.draw.within(&plan.days);
        let main = self.choose(case, plan, day);
        self.open(case, stage, (day, days), main);
        if let Some(worker) = main.filter(|_| self.calendar.is_workday(day)) {
            self.make_room(worker, day);
        }
    }

    /// Who gets it: whoever has the siblings' case, else whoever has most room in the teams that do this.
    fn choose(&self, case: usize, plan: &Plan, day: i32) -> Option<usize> {
        let with_sibling = self.cases[case].sibling.and_then(|first| self.cases[first].holder);
        let with_sibling = with_sibling.filter(|worker| {
            let does_this = self.workers[*worker]
                .teams
                .iter()
                .any(|team| self.district.teams[*team].kind == plan.team);
            let desk = &self.desks[*worker];
            does_this && in_service(&self.workers[*worker], day) && desk.points < desk.room
        });
        with_sibling.or_else(|| {
            let also = plan.also.as_deref().filter(|_| self.has_room_to_spare(plan, day));
            self.most_room(|kind| kind == plan.team || also == Some(kind), day)
        })
    }

    /// Whether the teams that also do this have a sixth of their room left.
    fn has_room_to_spare(&self, plan: &Plan, day: i32) -> bool {
        let also = self.workers.iter().zip(&self.desks).filter(|(worker, _)| {
            let kind = self.district.teams[worker.teams[0]].kind;
            in_service(worker, day) && plan.also.as_deref() == Some(kind)
        });
        let (points, room) = also.fold((0, 0), |(points, room), (_, desk)| (points + desk.points, room + desk.room));
        points * 6 < room * 5
    }

    /// The worker in service with most room for the size of the desk; of those who have none at all, the one with least to do.
    fn most_room(&self, does_this: impl Fn(&str) -> bool, day: i32) -> Option<usize> {
        let fitting = self.workers.iter().enumerate().filter(|(_, worker)| {
            in_service(worker, day) && worker.teams.iter().any(|team| does_this(self.district.teams[*team].kind))
        });
        let gap = |place: usize| {
            let desk = &self.desks[place];
            if desk.room > 0 {
                (desk.room - desk.points) * 1_000_000 / desk.room
            } else {
                -1_000_000_000 - desk.points / 1000
            }
        };
        fitting
            .max_by_key(|(place, _)| (gap(*place), std::cmp::Reverse(*place)))
            .map(|(place, _)| place)
    }

    /// Opens a phase.
    fn open(&mut self, case: usize, stage: Stage, (from, days): (i32, i32), main: Option<usize>) {
        let Case { path, features, .. } = self.cases[case];
        let Some(plan) = self.figures.tables.path[path].stage(stage) else {
            return;
        };
        let court = self.draw.chance(plan.court);
        let points = self.weights.main((path, stage, features, court));
        let due = self.calendar.workday(from + days, from.max(-1));
        let limit = plan.limit_months.map(|months| self.calendar.months_after(from, months));
        let extended = limit.zip(plan.limit_months).filter(|(limit, _)| due > *limit);
        let extended = extended.filter(|_| !self.draw.chance(self.figures.tables.deadlines.missed_extension));
        let extended = extended.and_then(|(_, months)| {
            let ends = (months + 1..=months + 12).map(|months| self.calendar.months_after(from, months));
            ends.into_iter().find(|end| *end >= due)
        });
        let co = main.and_then(|main| self.co_handler(main, plan, from.max(0)));
        let co_points = co.map_or(0, |(_, agreed)| self.weights.co(points, agreed));
        let team = self.team_for(case, plan, main);
        if let Some(main) = main {
            self.cases[case].holder = Some(main);
        }
        self.place(Phase {
            case,
            stage,
            court,
            from,
            to: None,
            main,
            co,
            team,
            extended,
            began: from,
            days,
            due,
            limit: extended.or(limit),
            points,
            co_points,
            left_behind: false,
        });
    }

    /// Takes in an open phase: on the desks of those who hold it, and in the diary.
    fn place(&mut self, phase: Phase) {
        let place = self.phases.len();
        self.cases[phase.case].latest = Some(place);
        self.note_due(place, phase.due);
        self.phases.push(phase);
        self.occupy(place);
    }

    /// Puts a phase on the desks of those who hold it.
    fn occupy(&mut self, phase: usize) {
        let Phase {
            main,
            co,
            points,
            co_points,
            ..
        } = self.phases[phase];
        if let Some(main) = main {
            self.desks[main].points += points;
            self.desks[main].held.push(phase);
        }
        if let Some((co, _)) = co {
            self.desks[co].points += co_points;
            self.desks[co].helped.push(phase);
        }
    }

    fn note_due(&mut self, phase: usize, day: i32) {
        if let Some(diary) = usize::try_from(day).ok().and_then(|day| self.due.get_mut(day)) {
            diary.push(phase);
        }
    }

    /// A colleague in the same team, in so many cases as the plan says.
    fn co_handler(&mut self, main: usize, plan: &Plan, day: i32) -> Option<(usize, Option<Share>)> {
        if !self.draw.chance(plan.co) {
            return None;
        }
        let team = self.workers[main].teams[0];
        let fitting = |place: &usize| {
            let worker = &self.workers[*place];
            let desk = &self.desks[*place];
            *place != main && worker.teams[0] == team && in_service(worker, day) && desk.points < desk.room
        };
        let colleagues: Vec<usize> = (0..self.workers.len()).filter(fitting).collect();
        let colleague = *colleagues.get(self.draw.below(colleagues.len()))?;
        let factors = &self.figures.tables.factors;
        let agreed = self.draw.chance(factors.co_agreed).then(|| {
            let place = self.draw.below(factors.co_agreed_shares.len());
            factors.co_agreed_shares.get(place).map(|share| permille(*share))
        });
        Some((colleague, agreed.flatten()))
    }

    /// The team that has a case: its caseworker's (for one in two teams every other case is the other's), else one that does this.
    fn team_for(&self, case: usize, plan: &Plan, main: Option<usize>) -> Option<usize> {
        match main {
            Some(main) => {
                let teams = &self.workers[main].teams;
                teams.get(case % teams.len()).copied()
            }
            None => self.district.teams.iter().position(|team| team.kind == plan.team),
        }
    }

    /// Takes a phase off the desks.
    fn clear(&mut self, phase: usize) {
        let Phase {
            main,
            co,
            points,
            co_points,
            ..
        } = self.phases[phase];
        if let Some(main) = main {
            self.desks[main].points -= points;
            self.desks[main].held.retain(|held| *held != phase);
        }
        if let Some((co, _)) = co {
            self.desks[co].points -= co_points;
            self.desks[co].helped.retain(|helped| *helped != phase);
        }
    }

    /// Closes a phase; the case may go on to its next stage, with another team.
    fn close(&mut self, phase: usize, day: i32) {
        self.clear(phase);
        self.phases[phase].to = Some(day);
        let Phase { case, stage, .. } = self.phases[phase];
        let path = &self.figures.tables.path[self.cases[case].path];
        let onward = path.stage(stage).map_or(0, |plan| plan.onward);
        let next = path.stages().into_iter().find(|later| *later > stage);
        if let Some(next) = next.filter(|_| self.draw.chance(onward)) {
            self.begin(case, next, day);
        }
    }

    /// Closes what is nearest to its end while a worker has more than there is room for.
    fn make_room(&mut self, worker: usize, day: i32) {
        loop {
            let desk = &self.desks[worker];
            let excess = desk.points - desk.room;
            let completed = |phase: &Phase| (day - phase.began) * 1000 / phase.days.max(1);
            let ready = desk.held.iter().copied().filter(|place| {
                let phase = &self.phases[*place];
                self.is_flexible(phase)
                    && phase.from < day
                    && phase.points < 2 * excess
                    && completed(phase) >= SHORTEST_TENTHS * 100
            });
            let Some(phase) = ready.max_by_key(|place| completed(&self.phases[*place])) else {
                return;
            };
            self.close(phase, day);
        }
    }

    /// Once a week everybody closes what can be closed.
    fn look_over(&mut self, day: i32) {
        for worker in 0..self.workers.len() {
            if in_service(&self.workers[worker], day) && self.desks[worker].room > 0 {
                self.make_room(worker, day);
            }
        }
    }

    fn is_flexible(&self, phase: &Phase) -> bool {
        let path = &self.figures.tables.path[self.cases[phase.case].path];
        !phase.left_behind && path.stage(phase.stage).is_some_and(|plan| plan.flexible)
    }

    fn close_due(&mut self, day: i32) {
        let place = usize::try_from(day).unwrap_or(0);
        for phase in std::mem::take(&mut self.due[place]) {
            let Phase {
                to, due, left_behind, ..
            } = self.phases[phase];
            if to.is_some() || due != day || left_behind {
                continue;
            }
            match self.later(phase, day) {
                Some(later) => {
                    self.phases[phase].due = later;
                    self.note_due(phase, later);
                }
                None => self.close(phase, day),
            }
        }
    }

    /// A later day for a phase that is due, where its caseworker is away or has room and it may wait; none closes it.
    fn later(&self, place: usize, day: i32) -> Option<i32> {
        let phase = &self.phases[place];
        let desk = &self.desks[phase.main.filter(|_| self.is_flexible(phase))?];
        if desk.room == 0 {
            return Some(self.calendar.workday(day + 14, day));
        }
        let later = self.calendar.workday(day + (phase.days / 5).max(7), day);
        let later = phase.limit.map_or(later, |limit| later.min(limit));
        let may_wait = phase.limit.is_some() || later - phase.began <= phase.days + phase.days * LONGER_TENTHS / 10;
        let has_room = desk.points - phase.points / 2 < desk.room;
        (has_room && may_wait && later > day).then_some(later)
    }

    /// Hands over the cases of those who leave.
    fn depart(&mut self, day: i32) {
        for place in 0..self.workers.len() {
            if self.workers[place].to == Some(day) {
                self.hand_over(place, day);
            }
        }
    }

    fn hand_over(&mut self, leaver: usize, day: i32) {
        let mut held = self.desks[leaver].held.clone();
        if self.workers[leaver].leaves_behind {
            let behind = self.figures.tables.waiting.left_behind.min(held.len());
            for phase in held.drain(..behind) {
                self.phases[phase].left_behind = true;
            }
        }
        let mut helped = self.desks[leaver].helped.clone();
        helped.sort_unstable_by_key(|place| std::cmp::Reverse(*place));
        let post = self.workers[leaver].post;
        let followers = self.workers.iter().enumerate();
        let follower = followers
            .filter(|(_, worker)| worker.post == post && in_service(worker, day))
            .map(|(place, _)| place)
            .next();
        for phase in held {
            let kind = self.district.teams[self.workers[leaver].teams[0]].kind;
            let main = follower.or_else(|| self.most_room(|other| other == kind, day));
            self.split(phase, main, day);
        }
        for phase in helped {
            self.split(phase, self.phases[phase].main, day);
        }
    }

    /// Ends somebody's part in a phase, which goes on from the same day with `main` and without whoever has left.
    fn split(&mut self, phase: usize, main: Option<usize>, day: i32) {
        self.clear(phase);
        let old = &mut self.phases[phase];
        let co = old
            .co
            .filter(|(co, _)| in_service(&self.workers[*co], day) && Some(*co) != main);
        let continued = Phase {
            from: day,
            to: None,
            main,
            co,
            team: main.map(|main| self.workers[main].teams[0]).or(old.team),
            ..old.clone()
        };
        old.to = Some(day);
        self.cases[continued.case].holder = main;
        self.place(continued);
    }

    /// Takes the main caseworker off the last few cases: nobody has been given them yet.
    fn leave_waiting(&mut self) {
        let waiting = &self.figures.tables.waiting;
        let posts: usize = self.district.teams.iter().map(|team| team.caseworkers).sum();
        for (stage, count, days) in [
            (Stage::Assessment, waiting.assessments, waiting.assessment_days),
            (Stage::Investigation, waiting.investigations, waiting.investigation_days),
        ] {
            let earliest = self.calendar.today - days;
            let open = self.phases.iter().enumerate().rev().filter(|(_, phase)| {
                phase.stage == stage && phase.to.is_none() && phase.from >= earliest && phase.from == phase.began
            });
            let places: Vec<usize> = open.take((count * posts).div_ceil(150)).map(|(place, _)| place).collect();
            for place in places {
                self.clear(place);
                let phase = &mut self.phases[place];
                (phase.main, phase.co) = (None, None);
            }
        }
    }

    /// Keeps open what was closed in the last weeks and led to nothing more, where its caseworker has room: so that the load on
    /// the day is near its aim in every season.
    fn keep_open(&mut self) {
        let today = self.calendar.today;
        for place in (0..self.phases.len()).rev() {
            let phase = &self.phases[place];
            let Some((main, closed)) = phase.main.zip(phase.to) else {
                continue;
            };
            let is_last = self.cases[phase.case].latest == Some(place);
            let may_wait = phase.limit.is_none_or(|limit| limit > today) && self.is_flexible(phase);
            let mut holders = std::iter::once(main).chain(phase.co.map(|(co, _)| co));
            let still_here = holders.all(|worker| in_service(&self.workers[worker], today));
            let desk = &self.desks[main];
            let has_room = desk.room - desk.points > phase.points / 2;
            if closed > today - SETTLING_DAYS && is_last && may_wait && still_here && has_room {
                self.phases[place].to = None;
                self.occupy(place);
            }
        }
    }
}

/// Whether a worker is in service on a day.
fn in_service(worker: &Worker, day: i32) -> bool {
    worker.from <= day && worker.to.is_none_or(|to| day < to)
}
