//! `model show`: what a weight model says, row by row.

use rules::amount::Share;
use rules::weight_model::{FactorKind, Limit, ReductionRow, WeightModel};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::session::Session;

/// Answers with the whole model.
pub fn show(model: &WeightModel, session: &Session) -> Result<Exit, Failure> {
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("part", text("column-part"), Kind::Text).priority(Priority::High),
        Column::new("id", text("column-id"), Kind::Text).priority(Priority::High),
        Column::new("title", text("column-title"), Kind::Text),
        Column::new("value", text("column-value"), Kind::Text)
            .priority(Priority::Always)
            .wrapping(),
    ];
    let arguments = [
        ("title", model.title.clone().into()),
        ("version", model.version.clone().into()),
        ("from", model.valid_from.to_string().into()),
    ];
    let mut report = Report::new("model", language.text("title-model", &arguments), None, columns);
    report.about = vec![
        ("id", Cell::Text(model.id.clone())),
        ("version", Cell::Text(model.version.clone())),
        ("valid_from", Cell::Date(model.valid_from)),
        ("title", Cell::Text(model.title.clone())),
        ("source", Cell::Text(model.source.clone())),
    ];
    let mut rows = Rows { session, report };
    rows.capacity(model);
    rows.cases(model);
    rows.other_work(model);
    rows.bounds(model);
    let source = language.text("model-source", &[("source", model.source.clone().into())]);
    rows.report.notes.push(source);
    session.deliver(&rows.report)?;
    Ok(Exit::Done)
}

/// The rows that have been said so far.
struct Rows<'a> {
    session: &'a Session,
    report: Report,
}

impl Rows<'_> {
    fn text(&self, id: &str) -> String {
        self.session.language.text(id, &[])
    }

    fn add(&mut self, part: &str, id: &str, title: &str, value: String) {
        let part = self.text(part);
        let texts = [part, id.to_owned(), title.to_owned(), value];
        self.report.push(texts.into_iter().map(Cell::Text).collect());
    }

    /// What somebody can carry: the norm, the stable part and the levels of experience.
    fn capacity(&mut self, model: &WeightModel) {
        let (language, locale) = (&self.session.language, self.session.language.locale());
        let norm = &model.norm;
        let arguments = [
            ("points", locale.points(norm.points).into()),
            ("hours", locale.hours(norm.hours_per_week).into()),
        ];
        self.add("part-norm", "", "", language.text("model-norm", &arguments));
        if !norm.stable.is_zero() {
            self.add("part-stable", "", "", locale.points(norm.stable));
        }
        for level in &norm.levels {
            let limit = match level.below_months {
                Some(months) => language.text("model-level-below", &[("months", months.into())]),
                None => language.text("model-level-last", &[]),
            };
            self.add("part-level", &level.id, &limit, locale.percent(level.share));
        }
    }

    /// What a case weighs: rows, factors and how a shared case is divided.
    fn cases(&mut self, model: &WeightModel) {
        let (language, locale) = (&self.session.language, self.session.language.locale());
        for case in &model.cases {
            let id = super::explain::kind(&case.case_type, case.phase.as_deref());
            let title = case.title.as_deref().unwrap_or_default();
            self.add("word-case", &id, title, locale.points(case.points));
        }
        for factor in &model.factors {
            let effect = effect(&factor.kind, self.session);
            self.add("word-factor", &factor.id, &factor.title, effect);
        }
        let shares = [
            ("main", locale.percent(model.share.main).into()),
            ("co", locale.percent(model.share.co).into()),
        ];
        self.add("part-share", "", "", language.text("model-shares", &shares));
    }

    /// Duties, support and reductions.
    fn other_work(&mut self, model: &WeightModel) {
        let (language, locale) = (&self.session.language, self.session.language.locale());
        for duty in &model.duties {
            self.add("word-duty", &duty.id, &duty.title, locale.points(duty.points));
        }
        for support in &model.support {
            let arguments = [
                ("points", locale.points(support.points).into()),
                ("days", support.days.into()),
            ];
            let value = language.text("model-support", &arguments);
            self.add("part-support", &support.id, &support.title, value);
        }
        for reduction in &model.reductions {
            let value = self.reduction(reduction);
            self.add("word-reduction", &reduction.id, &reduction.title, value);
        }
    }

    fn reduction(&self, reduction: &ReductionRow) -> String {
        let (language, locale) = (&self.session.language, self.session.language.locale());
        let given = reduction
            .share
            .map_or_else(|| self.text("model-reduction-free"), |share| locale.percent(share));
        let most = reduction
            .max_share
            .map(|share| language.text("model-reduction-most", &[("share", locale.percent(share).into())]));
        let months = reduction
            .months
            .map(|months| language.text("model-reduction-months", &[("months", months.into())]));
        let value: Vec<String> = std::iter::once(given).chain(most).chain(months).collect();
        value.join(", ")
    }

    /// Case limits, bands and how long too much may last.
    fn bounds(&mut self, model: &WeightModel) {
        let (language, locale) = (&self.session.language, self.session.language.locale());
        for limit in &model.limits {
            let of: Vec<&str> = limit.types.iter().chain(&limit.phases).map(String::as_str).collect();
            let value = self.limit(limit);
            let title = limit.title.as_deref().unwrap_or_default();
            self.add("part-limit", &of.join(", "), title, value);
        }
        let bands = [
            ("low", locale.percent(model.bands.low).into()),
            ("high", locale.percent(model.bands.high).into()),
            ("over", locale.percent(model.bands.over).into()),
        ];
        self.add("word-band", "", "", language.text("model-bands", &bands));
        if let Some(rule) = model.overload {
            let from_band = self.text(&format!("band-{}", rule.band.id()));
            let arguments = [("band", from_band.into()), ("weeks", rule.weeks.into())];
            self.add("part-overload", "", "", language.text("model-overload", &arguments));
        }
    }

    fn limit(&self, limit: &Limit) -> String {
        let Some(exceptional) = limit.exceptional else {
            return self.session.language.locale().count(limit.count.into());
        };
        let arguments = [("count", limit.count.into()), ("exceptional", exceptional.into())];
        self.session.language.text("model-limit-exceptional", &arguments)
    }
}

/// What a factor does, in words and numbers.
fn effect(kind: &FactorKind, session: &Session) -> String {
    let locale = session.language.locale();
    let plain = |share: Share| locale.decimal(share.millionths(), 0);
    match kind {
        FactorKind::Flag { add, multiply } => {
            let adds = (!add.is_zero()).then(|| format!("+ {}", locale.points(*add)));
            let multiplies = (*multiply != Share::FULL).then(|| format!("× {}", plain(*multiply)));
            adds.into_iter().chain(multiplies).collect::<Vec<_>>().join(", ")
        }
        FactorKind::Count { free, add, max } => {
            let each = [("points", locale.points(*add).into()), ("free", (*free).into())];
            let each = session.language.text("model-factor-count", &each);
            let most = max.map(|max| {
                session
                    .language
                    .text("explain-at-most", &[("points", locale.points(max).into())])
            });
            std::iter::once(each).chain(most).collect::<Vec<_>>().join(", ")
        }
        FactorKind::Levels(levels) => levels
            .iter()
            .map(|(name, points)| format!("{name} + {}", locale.points(*points)))
            .collect::<Vec<_>>()
            .join(", "),
        FactorKind::Multipliers(levels) => levels
            .iter()
            .map(|(name, share)| format!("{name} × {}", plain(*share)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
