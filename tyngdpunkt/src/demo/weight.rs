//! What a case of the demonstration weighs: the weight model is asked once for each kind of case.

use std::collections::HashMap;

use rules::amount::Share;
use rules::case::{Effort, FactorValue, Part};
use rules::weigh;

use super::draw::Draw;
use super::figures::{Figures, Stage};

/// The effort factors of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Features {
    pub(super) children: u8,
    pub(super) interpreter: bool,
    pub(super) conflict: bool,
    /// A level, by its place in the figures.
    pub(super) travel: u8,
}

impl Features {
    /// Draws the factors of a case; with `one_child` it is one of several siblings' cases.
    pub(super) fn draw(figures: &Figures, one_child: bool, draw: &mut Draw) -> Self {
        let factors = &figures.tables.factors;
        let children = draw.within(&factors.children_count);
        let travel = draw.place(factors.travel_levels.iter().map(|level| level.weight));
        Self {
            children: if one_child { 1 } else { u8::try_from(children).unwrap_or(1) },
            interpreter: draw.chance(factors.interpreter_share),
            conflict: draw.chance(factors.conflict_share),
            travel: u8::try_from(travel).unwrap_or(0),
        }
    }

    /// As the weight model knows them; a flag that is not set is left out.
    pub(super) fn effort(self, figures: &Figures, court: bool) -> Effort {
        let factors = &figures.tables.factors;
        let mut effort = Effort::new();
        effort.insert(factors.children.clone(), FactorValue::Count(u32::from(self.children)));
        if let Some(level) = factors.travel_levels.get(usize::from(self.travel)) {
            effort.insert(factors.travel.clone(), FactorValue::Level(level.id.clone()));
        }
        let flags = [
            (&factors.interpreter, self.interpreter),
            (&factors.conflict, self.conflict),
            (&factors.court, court),
        ];
        for (id, _) in flags.into_iter().filter(|(_, is_set)| *is_set) {
            effort.insert(id.clone(), FactorValue::Flag(true));
        }
        effort
    }
}

/// Path, stage, features and court process: what decides the weight.
type Kind = (usize, Stage, Features, bool);

/// The weights already asked for.
pub(super) struct Weights<'f> {
    figures: &'f Figures,
    known: HashMap<Kind, i64>,
}

impl<'f> Weights<'f> {
    pub(super) fn new(figures: &'f Figures) -> Self {
        Self {
            figures,
            known: HashMap::new(),
        }
    }

    /// Millionths of a point for the main caseworker.
    pub(super) fn main(&mut self, kind: Kind) -> i64 {
        let figures = self.figures;
        *self.known.entry(kind).or_insert_with(|| {
            let (path, stage, features, court) = kind;
            let case_type = &figures.tables.path[path].case_type;
            let phase = figures.tables.phases.id(stage);
            let effort = features.effort(figures, court);
            // The figures were compared with the model, so it knows the case.
            weigh::points(
                &figures.model,
                case_type,
                Some(phase),
                &effort,
                (Part::Main, Some(Share::FULL)),
            )
            .map_or(0, rules::amount::Points::millionths)
        })
    }

    /// Millionths of a point for a co-handler with an agreed share or the model's.
    pub(super) fn co(&self, whole: i64, agreed: Option<Share>) -> i64 {
        let share = weigh::share_of(&self.figures.model, Part::Co, agreed);
        share.of(rules::amount::Points::from_millionths(whole)).millionths()
    }
}
