//! The organisation of the demonstration: areas and teams, one district of them for every 150 caseworkers or so.

use store::import::record::UnitRecord;

use super::figures::{Figures, Team};

/// One district: a whole set of areas and teams. A municipality of the usual size is one district.
pub(super) struct District<'f> {
    /// 0 for the first.
    pub(super) place: usize,
    /// Its teams, those without caseworkers left out.
    pub(super) teams: Vec<TeamPlace<'f>>,
}

/// A team of a district.
pub(super) struct TeamPlace<'f> {
    pub(super) code: String,
    pub(super) kind: &'f str,
    /// Caseworkers in service on the day.
    pub(super) caseworkers: usize,
}

/// Divides the caseworkers over as many districts as they fill; the last one may be smaller, in all its teams alike.
pub(super) fn districts(figures: &Figures) -> Vec<District<'_>> {
    let teams: Vec<&Team> = figures.tables.organisation.area.iter().flat_map(|area| &area.teams).collect();
    let whole: usize = teams.iter().map(|team| team.caseworkers).sum();
    let count = figures.caseworkers.div_ceil(whole.max(1));
    let district = |place: usize| {
        let size = whole.min(figures.caseworkers - place * whole);
        let mut before = 0;
        let teams = teams.iter().map(|team| {
            let first = before * size / whole;
            before += team.caseworkers;
            TeamPlace {
                code: code(figures, place, &team.code),
                kind: &team.kind,
                caseworkers: before * size / whole - first,
            }
        });
        let teams = teams.filter(|team| team.caseworkers > 0).collect();
        District { place, teams }
    };
    (0..count).map(district).collect()
}

/// The code of an area or team in a district.
pub(super) fn code(figures: &Figures, district: usize, code: &str) -> String {
    let top = &figures.tables.organisation.code;
    match district {
        0 => format!("{top}-{code}"),
        _ => format!("{top}{}-{code}", district + 1),
    }
}

/// The units, each after the one above it.
pub(super) fn units(figures: &Figures, districts: &[District]) -> Vec<UnitRecord> {
    let organisation = &figures.tables.organisation;
    let mut units = vec![UnitRecord {
        code: organisation.code.clone(),
        name: organisation.name.clone(),
        parent: None,
    }];
    for district in districts {
        let name = |name: &str| match district.place {
            0 => name.to_owned(),
            place => format!("{name} {}", place + 1),
        };
        for area in &organisation.area {
            let area_code = code(figures, district.place, &area.code);
            units.push(UnitRecord {
                code: area_code.clone(),
                name: name(&area.name),
                parent: Some(organisation.code.clone()),
            });
            for team in &area.teams {
                let team_code = code(figures, district.place, &team.code);
                if district.teams.iter().any(|team| team.code == team_code) {
                    units.push(UnitRecord {
                        code: team_code,
                        name: name(&team.name),
                        parent: Some(area_code.clone()),
                    });
                }
            }
        }
    }
    units
}
