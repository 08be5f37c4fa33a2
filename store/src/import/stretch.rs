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
    let equal = |a: &S, b: &S| a == b;
    let tries: [&dyn Fn(&S, &S) -> bool; 3] = [&equal, &alike, &same];
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
    changes.extend(open.into_iter().map(|(period, state)| {
        // What was one until now and is two from now on (an employment split between units) was not two before.
        let is_split = stored.iter().any(|old| old.begun == period.from() && same(&old.state, state));
        let since_now = Period::new(exported.max(period.from()), period.to())
            .ok()
            .filter(|_| is_split);
        Change::Add {
            begun: period.from(),
            period: since_now.unwrap_or(*period),
            state: state.clone(),
        }
    }));
    (changes, free.into_iter().map(|old| old.id).collect())
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
        let known = [stored(1, date(2020, 1, 1), ("A", 100))];
        let (changes, gone) = compared(&known, &[(Period::since(date(2026, 1, 1)), ("A", 100))]);
        assert!(matches!(changes[..], [Change::Add { .. }]));
        assert_eq!(gone, [1]);
    }
}
