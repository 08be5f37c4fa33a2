//! A list bound to its mapping: what each row says, field by field in the order the mapping's reference tells.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use rules::amount::{Hours, Share};
use rules::case::Effort;
use rules::period::Period;
use rules::person::{Extent, ReductionSize, Role};

use super::Problem;
use super::field::{Amount, BoundField, Fault, Result};
use crate::import::closest::closest;
use crate::import::mapping::{Field, FileMapping, Kind};
use crate::import::record::{
    DutyRecord, EmploymentRecord, EventRecord, PhaseRecord, Record, Records, ReductionRecord, SupportRecord, UnitRecord,
};
use crate::import::rejection::Reason;
use crate::import::table::{RowView, heading};

/// More different sets of factors than a list has; beyond it the memory of them starts anew.
const MOST_EFFORTS: usize = 50_000;

/// The fields of a list by name. So few that looking through them is faster than hashing, and it is done for every row.
struct Fields(Vec<(&'static str, BoundField)>);

impl Fields {
    fn get(&self, name: &str) -> Option<&BoundField> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, field)| field)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut BoundField> {
        self.0.iter_mut().find(|(known, _)| *known == name).map(|(_, field)| field)
    }
}

/// What turns a row of one list into records.
pub(super) struct BoundFile {
    kind: Kind,
    fields: Fields,
    factors: Vec<(String, BoundField)>,
    phases: Vec<(Option<Arc<str>>, Fields)>,
    efforts: HashMap<String, Arc<Effort>>,
    effort_key: String,
    words: HashMap<Box<str>, Arc<str>>,
}

/// Finds the columns of fields among a list's headings.
struct Binder<'a> {
    columns: &'a [String],
    headings: Vec<String>,
    mapping: &'a FileMapping,
    years: &'a RangeInclusive<i16>,
    is_csv: bool,
    problems: Vec<Problem>,
}

impl Binder<'_> {
    fn bind(&mut self, name: &str, field: &Field) -> BoundField {
        let mut found = Vec::new();
        for column in &field.columns {
            let wanted = heading(column);
            let mut places = self
                .headings
                .iter()
                .enumerate()
                .filter(|(_, heading)| **heading == wanted)
                .map(|(place, _)| place);
            match (places.next(), places.next()) {
                (Some(place), None) => found.push(place),
                (Some(_), Some(_)) => {
                    self.problems.push(Problem::ColumnTwice {
                        field: name.to_owned(),
                        column: column.clone(),
                    });
                }
                (None, _) => self.problems.push(Problem::MissingColumn {
                    field: name.to_owned(),
                    column: column.clone(),
                    closest: closest(column, self.columns.iter().map(String::as_str), 3),
                    columns: self.columns.to_vec(),
                }),
            }
        }
        BoundField::new(name, field, found, self.mapping.decimal, self.years, self.is_csv)
    }

    fn bind_all(&mut self, fields: &BTreeMap<String, Field>) -> Fields {
        let known = Kind::NAMES.iter().flat_map(|(_, kind)| kind.fields()).map(|(name, _)| *name);
        let known: Vec<&'static str> = known.collect();
        let bound = fields.iter().filter_map(|(name, field)| {
            let known = known.iter().find(|known| *known == name)?;
            Some((*known, self.bind(name, field)))
        });
        Fields(bound.collect())
    }
}

impl BoundFile {
    /// Finds every column of the mapping among `columns`, or says which are missing or twice there.
    pub(super) fn new(
        mapping: &FileMapping,
        years: &RangeInclusive<i16>,
        columns: &[String],
        is_csv: bool,
    ) -> std::result::Result<Self, Vec<Problem>> {
        let headings = columns.iter().map(|column| heading(column)).collect();
        let mut binder = Binder {
            columns,
            headings,
            mapping,
            years,
            is_csv,
            problems: Vec::new(),
        };
        let fields = binder.bind_all(&mapping.fields);
        let factors = mapping
            .factors
            .iter()
            .map(|(name, field)| (name.clone(), binder.bind(name, field)))
            .collect();
        let phases = mapping
            .phases
            .iter()
            .map(|phase| (Some(Arc::clone(&phase.phase)), binder.bind_all(&phase.fields)))
            .collect();
        if !binder.problems.is_empty() {
            return Err(binder.problems);
        }
        Ok(Self {
            kind: mapping.kind,
            fields,
            factors,
            phases,
            efforts: HashMap::new(),
            effort_key: String::new(),
            words: HashMap::new(),
        })
    }

    /// What a row says.
    pub(super) fn records(&mut self, row: RowView<'_>) -> Result<Records> {
        match self.kind {
            Kind::Units => self.unit(row).map(|record| Records::one(Record::Unit(record))),
            Kind::Staff => self.employment(row).map(|record| Records::one(Record::Employment(record))),
            Kind::Reductions => self.reduction(row).map(|record| Records::one(Record::Reduction(record))),
            Kind::Duties => self.duty(row).map(|record| Records::one(Record::Duty(record))),
            Kind::Support => self.support(row).map(|record| Records::one(Record::Support(record))),
            Kind::Cases => self.case(row),
            Kind::Events => self.event(row).map(|record| Records::one(Record::Event(record))),
        }
    }

    fn own_text(&self, name: &str, row: RowView<'_>) -> Result<Option<String>> {
        self.fields.get(name).map_or(Ok(None), |field| field.own_text(row))
    }

    fn word(&mut self, name: &str, row: RowView<'_>) -> Result<Option<String>> {
        Ok(word(&mut self.fields, name, row)?.map(|word| word.to_string()))
    }

    /// A text that must be there.
    fn needed(&self, name: &'static str, row: RowView<'_>) -> Result<String> {
        self.own_text(name, row)?.ok_or_else(|| self.missing(name))
    }

    fn missing(&self, name: &'static str) -> Fault {
        missing(&self.fields, name)
    }

    fn unit(&self, row: RowView<'_>) -> Result<UnitRecord> {
        let code = self.needed("code", row)?;
        let name = self.own_text("name", row)?.unwrap_or_else(|| code.clone());
        Ok(UnitRecord {
            code,
            name,
            parent: self.own_text("parent", row)?,
        })
    }

    fn employment(&mut self, row: RowView<'_>) -> Result<EmploymentRecord> {
        let person = self.needed("person", row)?;
        let period = period(&self.fields, row)?;
        let extent = self.fields.get("extent").map_or(Ok(None), |field| field.amount(row))?;
        let also_known_as = self
            .fields
            .get_mut("also_known_as")
            .map_or(Ok(Vec::new()), |field| field.list(row))?;
        Ok(EmploymentRecord {
            person,
            also_known_as: also_known_as.iter().map(ToString::to_string).collect(),
            name: self.needed("name", row)?,
            email: self.own_text("email", row)?,
            degree: self.word("degree", row)?,
            in_profession_since: date(&self.fields, "in_profession_since", row)?,
            unit: self.own_text("unit", row)?,
            title: self.own_text("title", row)?,
            role: role(&self.word("role", row)?.ok_or_else(|| self.missing("role"))?),
            form: self.word("form", row)?,
            extent: match extent.ok_or_else(|| self.missing("extent"))? {
                Amount::Share(millionths) => Extent::OfFullTime(Share::from_millionths(millionths)),
                Amount::Hours(millionths) => Extent::HoursPerWeek(Hours::from_millionths(millionths)),
            },
            period,
            end_reason: self.word("end_reason", row)?,
        })
    }

    fn reduction(&mut self, row: RowView<'_>) -> Result<ReductionRecord> {
        let person = self.needed("person", row)?;
        let kind = self.word("kind", row)?.ok_or_else(|| self.missing("kind"))?;
        let period = period(&self.fields, row)?;
        let size = self.fields.get("size").map_or(Ok(None), |field| field.amount(row))?;
        let size = size.map(|size| match size {
            Amount::Share(millionths) => ReductionSize::Share(Share::from_millionths(millionths)),
            Amount::Hours(millionths) => ReductionSize::HoursPerWeek(Hours::from_millionths(millionths)),
        });
        Ok(ReductionRecord {
            person,
            kind,
            size,
            period,
        })
    }

    fn duty(&mut self, row: RowView<'_>) -> Result<DutyRecord> {
        let person = self.needed("person", row)?;
        let kind = self.word("kind", row)?.ok_or_else(|| self.missing("kind"))?;
        Ok(DutyRecord {
            person,
            kind,
            period: period(&self.fields, row)?,
        })
    }

    fn support(&mut self, row: RowView<'_>) -> Result<SupportRecord> {
        let helper = self.needed("helper", row)?;
        let owner = self.needed("owner", row)?;
        let kind = self.word("kind", row)?.ok_or_else(|| self.missing("kind"))?;
        let count = self.fields.get("count").map_or(Ok(None), |field| field.whole(row))?;
        let on = date(&self.fields, "on", row)?.ok_or_else(|| self.missing("on"))?;
        Ok(SupportRecord {
            helper,
            owner,
            kind,
            count: count.unwrap_or(1),
            on,
        })
    }

    fn case(&mut self, row: RowView<'_>) -> Result<Records> {
        let Some(reference) = self.own_text("reference", row)? else {
            return Err(fault(&self.fields, "reference", Reason::MissingReference));
        };
        let (case_type, phase) = self.type_and_phase(row)?;
        let periods = self.periods(row, phase)?;
        let received = date(&self.fields, "received", row)?;
        let extended_to = date(&self.fields, "extended_to", row)?;
        let unit = word(&mut self.fields, "unit", row)?;
        let main = word(&mut self.fields, "main", row)?;
        let share = self.fields.get("co_share").map_or(Ok(None), |field| field.share(row))?;
        let co = self.fields.get_mut("co").map_or(Ok(Vec::new()), |field| field.list(row))?;
        let sibling_group = self.own_text("sibling_group", row)?;
        let effort = self.effort(row)?;
        let mut records = periods.into_iter().map(|held| {
            Record::Phase(PhaseRecord {
                reference: reference.clone(),
                case_type: Arc::clone(&case_type),
                phase: held.phase,
                unit: held.unit.or_else(|| unit.clone()),
                received,
                period: held.period,
                main: held.main.or_else(|| main.clone()),
                co: co.iter().map(|person| (Arc::clone(person), share)).collect(),
                effort: Arc::clone(&effort),
                sibling_group: sibling_group.clone(),
                extended_to,
            })
        });
        let first = records.next();
        let rest = records.collect();
        match first {
            Some(first) => Ok(Records { first, rest }),
            None => Err(match self.phases.first() {
                Some((_, fields)) => fault(fields, "start", Reason::MissingStart),
                None => fault(&self.fields, "start", Reason::MissingStart),
            }),
        }
    }

    fn event(&mut self, row: RowView<'_>) -> Result<EventRecord> {
        let Some(reference) = self.own_text("reference", row)? else {
            return Err(fault(&self.fields, "reference", Reason::MissingReference));
        };
        let kind = self.word("event", row)?.ok_or_else(|| self.missing("event"))?;
        let on = date(&self.fields, "day", row)?.ok_or_else(|| self.missing("day"))?;
        Ok(EventRecord {
            reference,
            kind,
            on,
            duty: self.word("duty", row)?,
            until: date(&self.fields, "until", row)?,
        })
    }

    /// Type and phase from their own columns, or from one that holds both as `type/phase`.
    fn type_and_phase(&mut self, row: RowView<'_>) -> Result<(Arc<str>, Option<Arc<str>>)> {
        let combined = self.fields.get("type_and_phase").is_some();
        let name = if combined { "type_and_phase" } else { "type" };
        let Some(case_type) = word(&mut self.fields, name, row)? else {
            return Err(fault(&self.fields, name, Reason::UnknownCaseType { value: None }));
        };
        if !combined {
            return Ok((case_type, word(&mut self.fields, "phase", row)?));
        }
        match case_type.split_once('/') {
            Some((case_type, phase)) => Ok((self.shared(case_type.trim()), Some(self.shared(phase.trim())))),
            None => Ok((case_type, None)),
        }
    }

    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.words.get(text) {
            return Arc::clone(known);
        }
        let shared: Arc<str> = text.into();
        self.words.insert(text.into(), Arc::clone(&shared));
        shared
    }

    /// The phases a row tells of: its one phase, or those of several that have begun.
    fn periods(&mut self, row: RowView<'_>, phase: Option<Arc<str>>) -> Result<Vec<Held>> {
        if self.phases.is_empty() {
            return Ok(vec![Held {
                phase,
                period: period(&self.fields, row)?,
                main: None,
                unit: None,
            }]);
        }
        let mut held = Vec::with_capacity(self.phases.len());
        for (phase, fields) in &mut self.phases {
            let ends = date(fields, "end", row)?.is_some() || date(fields, "last_day", row)?.is_some();
            if !ends && date(fields, "start", row)?.is_none() {
                continue;
            }
            let period = period(fields, row)?;
            held.push(Held {
                phase: phase.clone(),
                period,
                main: word(fields, "main", row)?,
                unit: word(fields, "unit", row)?,
            });
        }
        Ok(held)
    }

    /// The row's effort factors, shared between the rows in which the same texts stand.
    fn effort(&mut self, row: RowView<'_>) -> Result<Arc<Effort>> {
        self.effort_key.clear();
        for (_, field) in &self.factors {
            if let Some(text) = field.text(row)? {
                self.effort_key.push_str(&text);
            }
            self.effort_key.push('\u{1f}');
        }
        if let Some(known) = self.efforts.get(&self.effort_key) {
            return Ok(Arc::clone(known));
        }
        let mut effort = Effort::new();
        for (name, field) in &self.factors {
            if let Some(value) = field.factor(row)? {
                effort.insert(name.clone(), value);
            }
        }
        let effort = Arc::new(effort);
        if self.efforts.len() >= MOST_EFFORTS {
            self.efforts.clear();
        }
        self.efforts.insert(self.effort_key.clone(), Arc::clone(&effort));
        Ok(effort)
    }
}

/// One phase of a row.
struct Held {
    phase: Option<Arc<str>>,
    period: Period,
    main: Option<Arc<str>>,
    unit: Option<Arc<str>>,
}

fn word(fields: &mut Fields, name: &str, row: RowView<'_>) -> Result<Option<Arc<str>>> {
    fields.get_mut(name).map_or(Ok(None), |field| field.word(row))
}

fn date(fields: &Fields, name: &str, row: RowView<'_>) -> Result<Option<Date>> {
    fields.get(name).map_or(Ok(None), |field| field.date(row))
}

fn fault(fields: &Fields, name: &str, reason: Reason) -> Fault {
    match fields.get(name) {
        Some(field) => field.fault(reason),
        None => Fault::new(None, reason),
    }
}

fn missing(fields: &Fields, name: &'static str) -> Fault {
    fault(fields, name, Reason::MissingValue { field: name })
}

/// Start and end: `end` no longer counts, `last_day` still does.
fn period(fields: &Fields, row: RowView<'_>) -> Result<Period> {
    let start = date(fields, "start", row)?.ok_or_else(|| fault(fields, "start", Reason::MissingStart))?;
    let (name, end) = match date(fields, "end", row)? {
        Some(end) => ("end", Some(end)),
        None => ("last_day", date(fields, "last_day", row)?),
    };
    let Some(end) = end else {
        return Ok(Period::since(start));
    };
    let before = || fault(fields, name, Reason::EndBeforeStart { start, end });
    if end < start {
        return Err(before());
    }
    let to = if name == "end" {
        end
    } else {
        end.tomorrow().map_err(|_| before())?
    };
    Period::new(start, Some(to)).map_err(|_| before())
}

/// A role by its id; the mapping was checked to give no other.
fn role(id: &str) -> Role {
    match id {
        "caseworker" => Role::Caseworker,
        "supervisor" => Role::Supervisor,
        "head" => Role::Head,
        "human_resources" => Role::HumanResources,
        "relief" => Role::Relief,
        "coordinator" => Role::Coordinator,
        _ => Role::Other,
    }
}
