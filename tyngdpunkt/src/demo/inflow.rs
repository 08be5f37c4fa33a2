//! What comes in to the demonstration: how many cases on each day, with the seasons of the year and the days of the week.

use super::calendar::Calendar;
use super::draw::Draw;
use super::figures::Figures;

/// How many cases of one type come in, day by day; what a day leaves over is carried to the next.
pub(super) struct Inflow<'f> {
    figures: &'f Figures,
    /// Thousandths of a case in a year.
    per_year: u64,
    /// Millionths of a case carried over.
    carried: u64,
}

impl<'f> Inflow<'f> {
    /// The inflow of a type of case to so many caseworkers.
    pub(super) fn new(figures: &'f Figures, caseworkers: usize, per_1000_reports: u32) -> Self {
        let children = caseworkers as u64 * u64::from(figures.tables.size.children_per_caseworker);
        let reports = children * u64::from(figures.tables.inflow.reports_per_1000_children) / 1000;
        let per_year = reports * u64::from(per_1000_reports) * u64::from(figures.caseload) / 1000;
        Self {
            figures,
            per_year,
            carried: 0,
        }
    }

    /// Cases that come in on `day`.
    pub(super) fn on(&mut self, calendar: Calendar, day: i32, draw: &mut Draw) -> u32 {
        let inflow = &self.figures.tables.inflow;
        let month = usize::try_from(calendar.date(day).month()).unwrap_or(1) - 1;
        let month_share = share_of_average(&inflow.months, month);
        let day_share = share_of_average(&inflow.weekdays, calendar.weekday(day));
        // Thousandths a year × thousandths × thousandths ÷ 365 days, as millionths of a case, and up to half more or less.
        let expected = self.per_year * month_share * day_share / (365 * 1000);
        let jitter = 500 + draw.below(1001) as u64;
        self.carried += expected * jitter / 1000;
        let count = self.carried / 1_000_000;
        self.carried %= 1_000_000;
        u32::try_from(count).unwrap_or(0)
    }
}

/// One of the numbers in thousandths of their average.
fn share_of_average(numbers: &[u32], place: usize) -> u64 {
    let sum: u64 = numbers.iter().map(|number| u64::from(*number)).sum();
    u64::from(numbers[place]) * 1000 * numbers.len() as u64 / sum.max(1)
}
