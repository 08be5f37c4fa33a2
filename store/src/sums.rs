//! Sums of units: loads counted for those who see no names. No name leaves the store on this way.

use jiff::civil::Date;
use rules::access::Permission;
use rules::load::{is_listed, unit_parts};
use rules::overload::{history, overload_on};
use rules::sums::{Counted, UnitSum, sums};
use rules::weight_model::Series;

use crate::{Reading, StoreError};

impl Reading {
    /// The sums on `day` of every unit whose sums the viewer may see, each after the one above it.
    ///
    /// Overloads are looked for back to `first`; give `day` when they are of no interest. Groups under `limit` people are without figures,
    /// except in teams that the viewer leads.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn sums(&mut self, models: &Series, first: Date, day: Date, limit: usize) -> Result<Vec<UnitSum>, StoreError> {
        let sums = self.sums_on(models, first, &[day], limit).await?;
        Ok(sums.into_iter().next().unwrap_or_default())
    }

    /// The same on each of `days`, in their order, from one reading of the facts: with the units as they are today, and in them whoever was
    /// there on each day.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn sums_on(
        &mut self,
        models: &Series,
        first: Date,
        days: &[Date],
        limit: usize,
    ) -> Result<Vec<Vec<UnitSum>>, StoreError> {
        let reach = self.reach(Permission::UnitSums).await?;
        let Some(last) = days.iter().max().filter(|_| !reach.is_empty()) else {
            return Ok(days.iter().map(|_| Vec::new()).collect());
        };
        let tree = self.units().await?;
        let own = self.reach(Permission::LoadByName).await?;
        let people = self.facts_for_sums(&reach, first, days).await?;
        let mut counted: Vec<Vec<Counted>> = days.iter().map(|_| Vec::new()).collect();
        for facts in &people {
            let steps = history(models, &facts.person, &facts.holdings, first, *last);
            for (day, counted) in days.iter().zip(&mut counted) {
                let step = steps.iter().find(|step| step.period.contains(*day));
                let Some((load, model)) = step.and_then(|step| step.load.as_ref()).zip(models.on(*day)) else {
                    continue;
                };
                if is_listed(&facts.person, load, *day) {
                    counted.push(Counted {
                        parts: unit_parts(model, &facts.person, load, *day),
                        band: load.band,
                        lasting: overload_on(models, &steps, *day).is_some_and(|overload| overload.due),
                    });
                }
            }
        }
        let on_days = days.iter().zip(counted).map(|(day, counted)| match models.on(*day) {
            Some(_) => sums(&tree, &reach, &own, &counted, limit),
            None => Vec::new(),
        });
        Ok(on_days.collect())
    }
}
