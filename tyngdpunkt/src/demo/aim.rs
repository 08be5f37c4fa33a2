//! How heavy each post of the demonstration is: what the allocation of new cases aims at.

use super::calendar::Calendar;
use super::draw::Draw;
use super::figures::{Figures, Heaviness};
use super::organisation::District;

/// What the load of one post aims at, before and after a change, in thousandths of the capacity.
pub(super) struct Aim {
    earlier: i32,
    recent: i32,
    changed: i32,
}

impl Aim {
    /// The aim on a day.
    pub(super) const fn on(&self, day: i32) -> i32 {
        if day < self.changed { self.earlier } else { self.recent }
    }
}

/// The aim of every post of a district, in the order of its teams: together they are spread as the figures say, and some
/// teams are heavier than others.
pub(super) fn aims(figures: &Figures, calendar: Calendar, district: &District, draw: &mut Draw) -> Vec<Aim> {
    let load = &figures.tables.load;
    let mut teams: Vec<usize> = (0..district.teams.len()).collect();
    draw.shuffle(&mut teams);
    let earlier = spread(load, district, &teams, draw);
    let recent = spread(load, district, &teams, draw);
    let aim = |(earlier, recent)| Aim {
        earlier,
        recent,
        changed: calendar.today - draw.within(&load.changed_days_ago),
    };
    earlier.into_iter().zip(recent).map(aim).collect()
}

/// One aim for each post: the posts are put in order by team and chance, and take their aims from the table in that order.
fn spread(load: &Heaviness, district: &District, team_order: &[usize], draw: &mut Draw) -> Vec<i32> {
    let mut scores = Vec::new();
    for (place, team) in district.teams.iter().enumerate() {
        let of_team = team_order[place] * 1000 / district.teams.len().max(1);
        let team_part = of_team * load.team_spread as usize;
        for _ in 0..team.caseworkers {
            scores.push(team_part + draw.below(1000) * 1000_usize.saturating_sub(load.team_spread as usize));
        }
    }
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by_key(|post| scores[*post]);
    let mut aims = vec![0; scores.len()];
    for (rank, post) in order.into_iter().enumerate() {
        aims[post] = quantile(load, rank, scores.len());
    }
    aims
}

/// The value at a rank of `count`, evenly within each interval of the table.
fn quantile(load: &Heaviness, rank: usize, count: usize) -> i32 {
    let whole: i64 = load.aims.iter().map(|aim| i64::from(aim.0)).sum();
    // Doubled, so that the middle of each rank is a whole number.
    let doubled = |number: usize| i64::try_from(number).unwrap_or(0);
    let mut at = (2 * doubled(rank) + 1) * whole;
    let size = 2 * doubled(count).max(1);
    for (weight, from, to) in &load.aims {
        let width = i64::from(*weight) * size;
        if at < width {
            let within = i64::from(to - from) * at / width;
            return from + i32::try_from(within).unwrap_or(0);
        }
        at -= width;
    }
    load.aims.last().map_or(1000, |aim| aim.2)
}
