//! The demonstration municipality: invented units, staff and three years of cases, so that everything can be tried without
//! anybody's data.
//!
//! All figures are data (`demo/*.toml`), every draw follows from the seed and every date from the day. What is invented
//! and what is measured: `docs/demonstration.md`.

mod accounts;
mod aim;
mod calendar;
mod draw;
pub mod figures;
mod flow;
mod inflow;
mod next_case;
mod organisation;
mod rebalance;
mod records;
mod staff;
mod talks;
#[cfg(test)]
mod tests;
mod weight;

use jiff::civil::Date;
use store::import::record::Record;

pub use accounts::{Accounts, Employed};
use calendar::Calendar;
use draw::Draw;
pub use figures::Figures;
use flow::Flow;
pub use rebalance::Plans;
use records::Register;
pub use talks::{Circumstances, Talks};

/// Makes the municipality as it stands on `today`: units first, then employments, reductions and duties, then the phases of
/// the cases by their first day.
///
/// The same figures, seed and day give the same records on every machine. No record holds an identity number.
#[must_use]
pub fn generate(figures: &Figures, seed: u64, today: Date) -> Vec<Record> {
    records(figures, seed, today).collect()
}

/// The same records as [`generate`], each made when it is asked for: a million phases need not all be held at once.
pub fn records(figures: &Figures, seed: u64, today: Date) -> impl Iterator<Item = Record> {
    let calendar = Calendar::new(today, figures.tables.size.years);
    let districts = organisation::districts(figures);
    let mut register = Register::new(figures, calendar);
    for district in &districts {
        // One source of chance for each matter, so that a change in one does not move the others.
        let stream = |matter: u64| Draw::new(seed, district.place as u64 * 8 + matter);
        let workers = staff::workers(figures, calendar, district, &mut stream(0));
        let aims = aim::aims(figures, calendar, district, &mut stream(1));
        register.others(district, &mut stream(2));
        let mut flow = Flow::new(figures, calendar, district, &workers, aims, stream(3));
        flow.run();
        register.workers(district, &workers);
        register.cases(district, flow);
    }
    let units = organisation::units(figures, &districts);
    units.into_iter().map(Record::Unit).chain(register.into_records())
}
