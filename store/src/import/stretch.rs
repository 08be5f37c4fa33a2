//! What a later export changes: the states that are stored set against those that the file states, one dated thing at a time.

use jiff::civil::Date;
use rules::period::Period;

/// The latest stored state of something that began on `begun`; earlier states of it are over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored<S> {
    pub(crate) id: i64,
    pub(crate) begun: Date,
    pub(crate) started: Date,
    pub(crate) until: Option<Date>,
    pub(crate) state: S,
}

/// What is to be done so that the store says what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change<S> {
    /// Not known before: add it. It began on `begun`, but may hold from a later day only.
    Add { begun: Date, period: Period, state: S },
    /// The same, with another end.
    End { id: i64, until: Option<Date> },
    /// Another state from `on`: the old one ends there and the new one follows.
    Continue {
        id: i64,
        begun: Date,
        on: Date,
        until: Option<Date>,
        state: S,
    },
    /// Another state, but there is no day on which the old one has been seen: put right in place.
    Correct { id: i64, until: Option<Date>, state: S },
}

/// Whether two states may be one thing.
type Fits<'f, S> = &'f dyn Fn(&S, &S) -> bool;

/// Compares what is stored with what the file states, and gives the changes and the ids of what the file no longer has.
///
/// Both are about one person. `same` says whether two states are of one kind at all (two reductions of different kinds never
/// are), `alike` whether they are most probably one thing whose details changed (an employment in the same unit). `exported` is
/// the day of the export, from which a changed state holds.
pub(crate) fn compare<S: Clone + PartialEq>(
    stored: &[Stored<S>],
    stated: &[(Period, S)],
    exported: Date,
    same: impl Fn(&S, &S) -> bool,
    alike: impl Fn(&S, &S) -> bool,
) -> (Vec<Change<S>>, Vec<i64>) {
    let mut free: Vec<&Stored<S>> = stored.iter().collect();
    let mut open: Vec<&(Period, S)> = stated.iter().collect();
    let mut changes = Vec::new();
    let tries: [Fits<'_, S>; 3] = [&S::eq, &alike, &same];
    for fits in tries {
        open.retain(|(period, state)| {
            let found = free
                .iter()
                .position(|old| old.begun == period.from() && same(&old.state, state) && fits(&old.state, state));
            let Some(found) = found else { return true };
            changes.extend(change(free.remove(found), *period, state, exported));
            false
        });
    }
    // What was one until now and is two from now on (an employment split between units) was not two before.
    let is_split = |period: Period, state: &S| stored.iter().any(|old| old.begun == period.from() && same(&old.state, state));
    let (split, new): (Vec<_>, Vec<_>) = open.into_iter().partition(|(period, state)| is_split(*period, state));
    let mut gone = Vec::new();
    for old in free {
        match superseded(old, stated, &new, exported, &same) {
            Some(on) => changes.push(Change::End {
                id: old.id,
                until: Some(on.max(old.started)),
            }),
            None => gone.push(old.id),
        }
    }
    let split = split.into_iter().map(|(period, state)| {
        let since_now = Period::new(exported.max(period.from()), period.to());
        (period.from(), since_now.unwrap_or(*period), state)
    });
    let new = new.into_iter().map(|(period, state)| (period.from(), *period, state));
    changes.extend(split.chain(new).map(|(begun, period, state)| Change::Add {
        begun,
        period,
        state: state.clone(),
    }));
    (changes, gone)
}

/// The day on which something else took the place of what the file no longer has, if that is what happened: something new of the kind
/// that began while it lasted (a start that was put right, a new contract), or else what it was divided from.
fn superseded<S>(
    old: &Stored<S>,
    stated: &[(Period, S)],
    new: &[&(Period, S)],
    exported: Date,
    same: impl Fn(&S, &S) -> bool,
) -> Option<Date> {
    let lasts = old.until.is_none_or(|until| until > exported);
    let period = Period::new(old.started, old.until).ok().filter(|_| lasts)?;
    let followed = new
        .iter()
        .filter(|(other, state)| same(&old.state, state) && other.overlap(period).is_some());
    let whole = stated
        .iter()
        .any(|(other, state)| other.from() == old.begun && same(&old.state, state));
    followed.map(|(other, _)| other.from()).min().or(whole.then_some(exported))
}

fn change<S: Clone + PartialEq>(old: &Stored<S>, period: Period, state: &S, exported: Date) -> Option<Change<S>> {
    // Later stretches are not undone by an end before them: then the latest one counts on no day.
    let (id, until) = (old.id, period.to().map(|until| until.max(old.started)));
    if old.state == *state {
        return (old.until != until).then_some(Change::End { id, until });
    }
    let state = state.clone();
    let over = until.is_some_and(|until| until <= exported);
    Some(if over || exported <= old.started {
        Change::Correct { id, until, state }
    } else {
        Change::Continue {
            id,
            begun: old.begun,
            on: exported,
            until,
            state,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    type State = (&'static str, u8);

    fn stored(id: i64, begun: Date, state: State) -> Stored<State> {
        Stored {
            id,
            begun,
            started: begun,
            until: None,
            state,
        }
    }

    fn compared(stored: &[Stored<State>], stated: &[(Period, State)]) -> (Vec<Change<State>>, Vec<i64>) {
        compare(stored, stated, date(2026, 11, 1), |_, _| true, |a, b| a.0 == b.0)
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let begun = date(2020, 1, 1);
        assert_eq!(
            compared(&[stored(1, begun, ("A", 100))], &[(Period::since(begun), ("A", 100))]),
            (vec![], vec![])
        );
    }

    #[test]
    fn a_person_who_left_gets_an_end_and_one_who_changed_hours_a_new_stretch_from_the_day_of_the_export() {
        let begun = date(2020, 1, 1);
        let over = Period::new(begun, Some(date(2026, 10, 1))).expect("in order");
        let known = [stored(1, begun, ("A", 100))];
        assert_eq!(
            compared(&known, &[(over, ("A", 100))]).0,
            [Change::End {
                id: 1,
                until: Some(date(2026, 10, 1))
            }]
        );
        let (id, on, until) = (1, date(2026, 11, 1), None);
        assert_eq!(
            compared(&known, &[(Period::since(begun), ("A", 80))]).0,
            [Change::Continue {
                id,
                begun,
                on,
                until,
                state: ("A", 80)
            }]
        );
    }

    #[test]
    fn of_two_units_the_right_one_is_changed() {
        let begun = date(2020, 1, 1);
        let known = [stored(1, begun, ("A", 50)), stored(2, begun, ("B", 50))];
        let stated = [(Period::since(begun), ("B", 30)), (Period::since(begun), ("A", 50))];
        let (changes, gone) = compared(&known, &stated);
        assert!(
            matches!(
                changes[..],
                [Change::Continue {
                    id: 2,
                    state: ("B", 30),
                    ..
                }]
            ),
            "{changes:?}"
        );
        assert!(gone.is_empty());
    }

    #[test]
    fn what_the_file_no_longer_has_is_named() {
        let (begun, over) = (date(2020, 1, 1), date(2026, 1, 1));
        let known = [stored(1, begun, ("A", 100))];
        assert_eq!(compared(&known, &[]), (vec![], vec![1]));
        let before = Period::new(date(2010, 1, 1), Some(date(2012, 1, 1))).expect("in order");
        let (changes, gone) = compared(&known, &[(before, ("A", 100))]);
        assert!(matches!(changes[..], [Change::Add { .. }]));
        assert_eq!(gone, [1], "what shares no day with it has not taken its place");
        let past = [Stored {
            until: Some(over),
            ..stored(2, begun, ("A", 100))
        }];
        let (changes, _) = compared(&past, &[(Period::since(date(2025, 1, 1)), ("A", 100))]);
        assert!(matches!(changes[..], [Change::Add { .. }]), "what is over stays as it was");
    }

    #[test]
    fn what_took_the_place_of_something_ends_it_so_that_it_counts_once() {
        for (from, until) in [
            (date(2026, 1, 1), date(2026, 1, 1)),
            (date(2020, 2, 1), date(2020, 2, 1)),
            // An earlier start has all its days.
            (date(2019, 12, 1), date(2020, 1, 1)),
        ] {
            let known = [stored(1, date(2020, 1, 1), ("A", 100))];
            let (changes, gone) = compared(&known, &[(Period::since(from), ("A", 100))]);
            let until = Some(until);
            let expected = [
                Change::End { id: 1, until },
                Change::Add {
                    begun: from,
                    period: Period::since(from),
                    state: ("A", 100),
                },
            ];
            assert_eq!((changes, gone), (expected.to_vec(), vec![]));
        }
    }

    #[test]
    fn what_is_split_or_put_together_is_so_from_the_day_of_the_export() {
        let (begun, on) = (date(2020, 1, 1), date(2026, 11, 1));
        let stated = [(Period::since(begun), ("A", 50)), (Period::since(begun), ("B", 50))];
        let (changes, gone) = compared(&[stored(1, begun, ("A", 100))], &stated);
        let (id, until) = (1, None);
        let state = ("A", 50);
        let expected = [
            Change::Continue {
                id,
                begun,
                on,
                until,
                state,
            },
            Change::Add {
                begun,
                period: Period::since(on),
                state: ("B", 50),
            },
        ];
        assert_eq!((changes, gone), (expected.to_vec(), vec![]));

        let known = [stored(1, begun, ("A", 50)), stored(2, begun, ("B", 50))];
        let (changes, gone) = compared(&known, &[(Period::since(begun), ("A", 50))]);
        let until = Some(on);
        assert_eq!((changes, gone), (vec![Change::End { id: 2, until }], vec![]));
    }
}
