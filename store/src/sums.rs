//! Sums of units: loads counted for those who see no names. No name leaves the store on this way.

use jiff::civil::Date;
use rules::access::Permission;
use rules::load::{is_listed, unit_parts};
use rules::overload::{history, overload};
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
        let reach = self.reach(Permission::UnitSums).await?;
        let Some(model) = models.on(day).filter(|_| !reach.is_empty()) else {
            return Ok(Vec::new());
        };
        let tree = self.units().await?;
        let own = self.reach(Permission::LoadByName).await?;
        let people = self.facts_for_sums(&reach, first, day).await?;
        let counted = people.iter().filter_map(|facts| {
            let steps = history(models, &facts.person, &facts.holdings, first, day);
            let load = steps.last()?.load.as_ref()?;
            is_listed(&facts.person, load, day).then(|| Counted {
                parts: unit_parts(model, &facts.person, load, day),
                band: load.band,
                lasting: overload(models, &steps).is_some_and(|overload| overload.due),
            })
        });
        let counted: Vec<Counted> = counted.collect();
        Ok(sums(&tree, &reach, &own, &counted, limit))
    }
}
