//! What is to be rebalanced: workers, groups of cases, and who may hold what; and the text form of it.

use std::fmt::Write as _;

use thiserror::Error;

/// The most points that all groups, or all capacities, may come to: sums and ratios stay within 64 bits.
pub const MOST_POINTS: u64 = 1 << 40;

/// The most points of one group.
pub const MOST_GROUP_POINTS: u64 = 1 << 31;

/// The most cases in all groups together.
pub const MOST_CASES: u64 = 1 << 24;

/// Cases that are held by one worker, whoever it is: siblings, or one case alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it weighs, in the smallest part of a point that the caller counts in; at most [`MOST_GROUP_POINTS`].
    pub points: u64,
    /// How many cases it is; what a handover of the group counts.
    pub cases: u32,
    /// The worker who holds it now; nothing when it is new and nobody does.
    pub holder: Option<usize>,
    /// Whether it stays with its holder whatever happens.
    pub locked: bool,
    /// The workers who may hold it (qualification, language, district, "not this worker"), rising and each once.
    ///
    /// A locked group stays where it is even when its holder is not among them.
    pub allowed: Vec<usize>,
}

/// What is to be rebalanced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// What each worker can carry at 100 %, in the same part of a point as the groups; together at most [`MOST_POINTS`].
    pub capacity: Vec<u64>,
    /// What is to be held.
    pub groups: Vec<Group>,
}

/// Why a text, or an instance, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {fault}")]
pub struct InstanceError {
    /// The line, from 1.
    pub line: usize,
    /// The column where the word begins that is wrong, from 1, in characters; one past the end of the line where a word is missing.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with an instance.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// The line ends before this stands in it.
    #[error("{0} is missing")]
    Missing(Field),
    /// The word is no whole number within range.
    #[error("{field} is “{word}”, which is no whole number from {least} to {most}")]
    NotANumber {
        /// What the word stands for.
        field: Field,
        /// The word.
        word: String,
        /// The least it may be.
        least: i64,
        /// The most it may be.
        most: u64,
    },
    /// More words than the line should have.
    #[error("“{0}” is more than the line should hold")]
    Extra(String),
    /// Fewer lines of groups than the first line says.
    #[error("{promised} groups are promised, {found} are there")]
    FewerGroups {
        /// What the first line says.
        promised: usize,
        /// How many there are.
        found: usize,
    },
    /// A locked group that nobody holds.
    #[error("the group is locked, but nobody holds it")]
    LockedToNobody,
    /// A worker twice among those who may hold a group.
    #[error("worker {0} stands twice")]
    Twice(usize),
    /// All capacities, points or cases together are more than can be counted with.
    #[error("all together come to more than {0}")]
    TooMuch(u64),
}

/// What a word in an instance stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Field {
    /// The number of workers.
    #[error("the number of workers")]
    Workers,
    /// The number of groups.
    #[error("the number of groups")]
    Groups,
    /// A worker's capacity.
    #[error("the capacity")]
    Capacity,
    /// A group's points.
    #[error("the points")]
    Points,
    /// A group's number of cases.
    #[error("the number of cases")]
    Cases,
    /// A group's holder.
    #[error("the holder")]
    Holder,
    /// Whether a group is locked.
    #[error("locked (0 or 1)")]
    Locked,
    /// The number of workers who may hold a group.
    #[error("the number of workers who may hold it")]
    AllowedCount,
    /// A worker who may hold a group.
    #[error("a worker who may hold it")]
    Allowed,
}

/// The words of a line, with where each begins.
struct Line<'t> {
    number: usize,
    length: usize,
    words: Box<dyn Iterator<Item = (usize, &'t str)> + 't>,
}

impl<'t> Line<'t> {
    fn new(number: usize, text: &'t str) -> Self {
        let start = text.as_ptr() as usize;
        let words = text
            .split_ascii_whitespace()
            .map(move |word| (word.as_ptr() as usize - start, word));
        let words = words.map(move |(byte, word)| (text.get(..byte).map_or(0, |before| before.chars().count()) + 1, word));
        Self {
            number,
            length: text.trim_end().chars().count(),
            words: Box::new(words),
        }
    }

    fn error(&self, column: usize, fault: Fault) -> InstanceError {
        InstanceError {
            line: self.number,
            column,
            fault,
        }
    }

    /// The next word as a number, with its column.
    fn number(&mut self, field: Field, least: i64, most: u64) -> Result<(usize, i64), InstanceError> {
        let Some((column, word)) = self.words.next() else {
            return Err(self.error(self.length + 1, Fault::Missing(field)));
        };
        let number: Option<i64> = word.parse().ok();
        let fits = number.filter(|number| *number >= least && (*number < 0 || number.unsigned_abs() <= most));
        fits.map(|number| (column, number)).ok_or_else(|| {
            let word = word.chars().take(40).collect();
            self.error(
                column,
                Fault::NotANumber {
                    field,
                    word,
                    least,
                    most,
                },
            )
        })
    }

    fn natural(&mut self, field: Field, most: u64) -> Result<(usize, u64), InstanceError> {
        let (column, number) = self.number(field, 0, most)?;
        Ok((column, number.unsigned_abs()))
    }

    fn index(&mut self, field: Field, most: usize) -> Result<(usize, usize), InstanceError> {
        let (column, number) = self.natural(field, most as u64)?;
        Ok((column, usize::try_from(number).unwrap_or(usize::MAX)))
    }

    fn end(mut self) -> Result<(), InstanceError> {
        match self.words.next() {
            Some((column, word)) => Err(self.error(column, Fault::Extra(word.chars().take(40).collect()))),
            None => Ok(()),
        }
    }
}

impl Instance {
    /// Reads an instance: a line `workers groups`; a line with each worker's capacity; then a line for each group,
    /// `points cases holder locked n w1 … wn`, where the holder is −1 for nobody, locked is 0 or 1, and `w1 … wn` are the workers who
    /// may hold it, counted from 0. Empty lines count for nothing.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line and column.
    pub fn parse(text: &str) -> Result<Self, InstanceError> {
        let count = text.lines().count();
        let mut lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| Line::new(number + 1, line));
        let mut next = || lines.next().unwrap_or_else(|| Line::new(count + 1, ""));
        let mut line = next();
        let (_, workers) = line.index(Field::Workers, 1_000_000)?;
        let (_, promised) = line.index(Field::Groups, 10_000_000)?;
        line.end()?;
        let mut capacity = Vec::new();
        let mut sum = 0;
        if workers > 0 {
            let mut line = next();
            for _ in 0..workers {
                let (column, points) = line.natural(Field::Capacity, MOST_POINTS)?;
                sum += points;
                if sum > MOST_POINTS {
                    return Err(line.error(column, Fault::TooMuch(MOST_POINTS)));
                }
                capacity.push(points);
            }
            line.end()?;
        }
        let mut groups = Vec::new();
        let (mut points, mut cases) = (0, 0);
        for line in lines {
            if groups.len() == promised {
                let mut line = line;
                let (column, word) = line.words.next().unwrap_or((1, ""));
                return Err(line.error(column, Fault::Extra(word.chars().take(40).collect())));
            }
            groups.push(Self::group(line, workers, &mut points, &mut cases)?);
        }
        if groups.len() < promised {
            let found = groups.len();
            return Err(Line::new(count + 1, "").error(1, Fault::FewerGroups { promised, found }));
        }
        Ok(Self { capacity, groups })
    }

    fn group(mut line: Line<'_>, workers: usize, all_points: &mut u64, all_cases: &mut u64) -> Result<Group, InstanceError> {
        let (column, points) = line.natural(Field::Points, MOST_GROUP_POINTS)?;
        *all_points += points;
        if *all_points > MOST_POINTS {
            return Err(line.error(column, Fault::TooMuch(MOST_POINTS)));
        }
        let (column, cases) = line.natural(Field::Cases, MOST_CASES)?;
        *all_cases += cases;
        if *all_cases > MOST_CASES {
            return Err(line.error(column, Fault::TooMuch(MOST_CASES)));
        }
        let last = workers.saturating_sub(1);
        let (column, holder) = line.number(Field::Holder, -1, last as u64)?;
        if holder >= 0 && workers == 0 {
            let word = holder.to_string();
            let fault = Fault::NotANumber {
                field: Field::Holder,
                word,
                least: -1,
                most: 0,
            };
            return Err(line.error(column, fault));
        }
        let holder = usize::try_from(holder).ok();
        let (column, locked) = line.natural(Field::Locked, 1)?;
        let locked = locked == 1;
        if locked && holder.is_none() {
            return Err(line.error(column, Fault::LockedToNobody));
        }
        let (_, count) = line.index(Field::AllowedCount, workers)?;
        let mut allowed = Vec::with_capacity(count);
        for _ in 0..count {
            let (column, worker) = line.index(Field::Allowed, last)?;
            match allowed.binary_search(&worker) {
                Ok(_) => return Err(line.error(column, Fault::Twice(worker))),
                Err(place) => allowed.insert(place, worker),
            }
        }
        line.end()?;
        Ok(Group {
            points,
            cases: u32::try_from(cases).unwrap_or(u32::MAX),
            holder,
            locked,
            allowed,
        })
    }

    /// The text that [`Instance::parse`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("{} {}\n", self.capacity.len(), self.groups.len());
        let capacity: Vec<String> = self.capacity.iter().map(u64::to_string).collect();
        text += &capacity.join(" ");
        text.push('\n');
        for group in &self.groups {
            let holder = group.holder.map_or_else(|| "-1".to_owned(), |worker| worker.to_string());
            let (points, cases, locked) = (group.points, group.cases, u8::from(group.locked));
            let _ = write!(text, "{points} {cases} {holder} {locked} {}", group.allowed.len());
            for worker in &group.allowed {
                let _ = write!(text, " {worker}");
            }
            text.push('\n');
        }
        text
    }

    /// Whether a worker may hold a group in a plan: its holder when it is locked, else one of those allowed.
    #[must_use]
    pub fn may_hold(&self, worker: usize, group: usize) -> bool {
        let group = &self.groups[group];
        if group.locked {
            group.holder == Some(worker)
        } else {
            group.allowed.binary_search(&worker).is_ok()
        }
    }
}
