//! Who may see and do what, on which day.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::access::{Authority, Grant, Group, Permission, Reach, Role, TABLE, shown};
use rules::period::Period;
use rules::unit::{Tree, Unit};

const DAY: Date = date(2026, 11, 24);

/// `family` has the teams `south` and `north`; `adults` stands beside it.
fn tree() -> Tree {
    let unit = |code: &str, parent: Option<&str>| Unit {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: parent.map(str::to_owned),
    };
    let units = vec![
        unit("family", None),
        unit("south", Some("family")),
        unit("north", Some("family")),
        unit("adults", None),
    ];
    Tree::new(units).expect("a tree")
}

fn grant(role: Role, unit: Option<&str>) -> Grant {
    Grant {
        role,
        unit: unit.map(str::to_owned),
        period: Period::since(date(2026, 1, 1)),
    }
}

fn reach(grants: &[Grant], permission: Permission) -> Reach {
    Authority::Granted(grants.to_vec()).reach(permission, &tree(), DAY)
}

#[test]
fn each_role_sees_loads_by_name_and_sums_where_the_rule_says_and_nowhere_else() {
    // Role and unit; whose load is seen by name: the own, a colleague's in south, one's in north; sums of south, family, adults.
    let table = [
        (Role::Caseworker, Some("south"), [true, false, false], [false, false, false]),
        (Role::Supervisor, Some("south"), [true, true, false], [true, false, false]),
        (Role::Supervisor, None, [true, false, false], [false, false, false]),
        (Role::Supervisor, Some("family"), [true, false, false], [false, true, false]),
        (Role::Head, Some("family"), [true, false, false], [true, true, false]),
        (Role::HumanResources, None, [false, false, false], [false, false, false]),
        (Role::Relief, Some("south"), [false, false, false], [false, false, false]),
        (Role::Coordinator, Some("south"), [false, false, false], [false, false, false]),
        (
            Role::SafetyRepresentative,
            Some("family"),
            [false, false, false],
            [true, true, false],
        ),
        (Role::SafetyRepresentative, None, [false, false, false], [true, true, true]),
        (Role::Administrator, None, [false, false, false], [false, false, false]),
    ];
    for (role, unit, names, sums) in table {
        let grants = [grant(role, unit)];
        let by_name = reach(&grants, Permission::OwnLoad).and(reach(&grants, Permission::LoadByName));
        let seen = [
            by_name.covers(true, ["north"]),
            by_name.covers(false, ["south"]),
            by_name.covers(false, ["north"]),
        ];
        assert_eq!(seen, names, "by name: {role:?} in {unit:?}");
        let of_units = reach(&grants, Permission::UnitSums);
        let seen = ["south", "family", "adults"].map(|code| of_units.covers_unit(Some(code)));
        assert_eq!(seen, sums, "sums: {role:?} in {unit:?}");
    }
}

#[test]
fn only_the_administrator_administers_and_hr_sees_people_but_no_cases() {
    for role in Role::ALL {
        let authority = Authority::Granted(vec![grant(role, None)]);
        for permission in [
            Permission::Import,
            Permission::Accounts,
            Permission::Settings,
            Permission::EventLog,
            Permission::ReviewAccess,
            Permission::AdoptModel,
        ] {
            assert_eq!(
                authority.may(permission, DAY),
                role == Role::Administrator,
                "{permission:?} for {role:?}"
            );
        }
        assert!(
            authority.may(Permission::WeightModels, DAY),
            "everybody may know how work is weighed"
        );
    }
    let hr = [grant(Role::HumanResources, None)];
    assert!(reach(&hr, Permission::People).covers(false, ["south"]));
    assert!(reach(&hr, Permission::LoadByName).is_empty() && reach(&hr, Permission::Unallocated).is_empty());
}

#[test]
fn a_head_who_also_supervises_a_team_sees_names_there_only() {
    let grants = [grant(Role::Head, Some("family")), grant(Role::Supervisor, Some("north"))];
    let by_name = reach(&grants, Permission::LoadByName);
    assert!(by_name.covers(false, ["north"]) && !by_name.covers(false, ["south"]));
}

#[test]
fn a_grant_counts_from_its_first_day_until_the_day_it_ends() {
    let period = Period::new(date(2026, 3, 1), Some(date(2026, 11, 24))).expect("in order");
    let grants = vec![Grant {
        period,
        ..grant(Role::Supervisor, Some("south"))
    }];
    let authority = Authority::Granted(grants);
    for (day, counts) in [
        (date(2026, 2, 28), false),
        (date(2026, 3, 1), true),
        (date(2026, 11, 23), true),
        (date(2026, 11, 24), false),
    ] {
        let seen = authority.reach(Permission::LoadByName, &tree(), day).covers(false, ["south"]);
        assert_eq!((seen, authority.may(Permission::LoadByName, day)), (counts, counts), "{day}");
    }
}

#[test]
fn every_role_has_an_id_of_its_own_and_every_permission_a_row() {
    for role in Role::ALL {
        assert_eq!(Role::from_id(role.id()), Some(role));
    }
    let mut permissions: Vec<_> = TABLE.iter().map(|(permission, _)| *permission).collect();
    permissions.dedup();
    assert_eq!(permissions.len(), TABLE.len());
    assert_eq!(Role::from_id("king"), None);
}

#[test]
fn groups_under_five_are_hidden_and_so_is_what_would_give_them_away() {
    let group = |people, above| Group { people, above };
    // A department of 20 with teams of 11, 6 and 3: without hiding the team of 6 too, 20 − 11 − 6 would tell about the 3.
    let department = [group(20, None), group(11, Some(0)), group(6, Some(0)), group(3, Some(0))];
    assert_eq!(shown(&department, 5), [true, true, false, false]);
    // Two small teams hide each other.
    let small = [group(16, None), group(10, Some(0)), group(3, Some(0)), group(3, Some(0))];
    assert_eq!(shown(&small, 5), [true, true, false, false]);
    assert_eq!(shown(&[group(4, None)], 5), [false]);
    assert_eq!(
        shown(&[group(5, None), group(0, None)], 5),
        [true, true],
        "an empty group is about nobody"
    );
}

fn any_grant() -> impl Strategy<Value = Grant> {
    let unit = prop::option::of(prop::sample::select(vec!["family", "south", "north", "adults", "unknown"]));
    (
        prop::sample::select(Role::ALL.to_vec()),
        unit,
        -40_i64..40,
        prop::option::of(0_i64..60),
    )
        .prop_map(|(role, unit, from, length)| {
            let day = |days: i64| DAY.saturating_add(jiff::Span::new().days(days));
            Grant {
                role,
                unit: unit.map(str::to_owned),
                period: Period::new(day(from), length.map(|length| day(from + length))).expect("in order"),
            }
        })
}

fn any_groups() -> impl Strategy<Value = Vec<Group>> {
    // Each part has people of its own and stands under some part before it, or at the top.
    prop::collection::vec((0_usize..8, any::<prop::sample::Index>(), prop::bool::weighted(0.2)), 1..14).prop_map(|parts| {
        let mut groups: Vec<Group> = Vec::new();
        for (place, (own, above, top)) in parts.into_iter().enumerate() {
            let above = (place > 0 && !top).then(|| above.index(place));
            groups.push(Group { people: 0, above });
            let mut current = Some(place);
            while let Some(at) = current {
                groups[at].people += own;
                current = groups[at].above;
            }
        }
        groups
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn taking_a_grant_away_never_shows_more(grants in prop::collection::vec(any_grant(), 1..5), taken in any::<prop::sample::Index>()) {
        let mut fewer = grants.clone();
        fewer.remove(taken.index(grants.len()));
        for (permission, _) in TABLE {
            let (before, after) = (reach(&grants, permission), reach(&fewer, permission));
            prop_assert!(before.everywhere || !after.everywhere);
            prop_assert!(before.own || !after.own);
            prop_assert!(after.units.is_subset(&before.units));
            let may = |grants: &[Grant]| Authority::Granted(grants.to_vec()).may(permission, DAY);
            prop_assert!(may(&grants) || !may(&fewer));
        }
    }

    #[test]
    fn grants_that_do_not_count_on_the_day_give_nothing(grants in prop::collection::vec(any_grant(), 0..5)) {
        let others: Vec<Grant> = grants.into_iter().filter(|grant| !grant.period.contains(DAY)).collect();
        for (permission, _) in TABLE {
            prop_assert!(reach(&others, permission).is_empty());
            prop_assert!(!Authority::Granted(others.clone()).may(permission, DAY));
        }
    }

    #[test]
    fn no_difference_of_sums_that_are_shown_is_about_fewer_than_the_limit(groups in any_groups(), limit in 1_usize..7) {
        let shown = shown(&groups, limit);
        for (place, group) in groups.iter().enumerate().filter(|(place, _)| shown[*place]) {
            prop_assert!(group.people == 0 || group.people >= limit);
            let below = groups.iter().zip(&shown).filter(|(part, shown)| part.above == Some(place) && **shown);
            let rest = group.people - below.map(|(part, _)| part.people).sum::<usize>();
            prop_assert!(rest == 0 || rest >= limit, "{rest} of {group:?} remain: {groups:?} {shown:?}");
        }
    }
}
