//! Texts that are no instance: the line, the column and what is wrong.

use allocate::Instance;
use allocate::instance::{Fault, Field};

#[test]
fn what_is_wrong_is_named_with_its_line_and_column() {
    let number = |field, word: &str, least, most| Fault::NotANumber {
        field,
        word: word.to_owned(),
        least,
        most,
    };
    for (text, line, column, fault) in [
        ("", 1, 1, Fault::Missing(Field::Workers)),
        ("2", 1, 2, Fault::Missing(Field::Groups)),
        ("2 1\n5\n", 2, 2, Fault::Missing(Field::Capacity)),
        ("2 1\n5 5 5\n", 2, 5, Fault::Extra("5".into())),
        ("2 1\n5 5\n", 3, 1, Fault::FewerGroups { promised: 1, found: 0 }),
        ("1 1\n5\n1 1 0 0 1 0\n1 1 0 0 1 0\n", 4, 1, Fault::Extra("1".into())),
        ("1 1\n5\n1 1 0 0 1 0 0\n", 3, 13, Fault::Extra("0".into())),
        ("1 1\n5\n1 1 0 0 1\n", 3, 10, Fault::Missing(Field::Allowed)),
        ("1 1\n5\n1 1 -1 1 1 0\n", 3, 8, Fault::LockedToNobody),
        ("2 1\n5 5\n1 1 0 0 2 1 1\n", 3, 13, Fault::Twice(1)),
        ("1 1\n5\nåtta 1 0 0 1 0\n", 3, 1, number(Field::Points, "åtta", 0, 1 << 31)),
        ("1 1\n5\n1 1 1 0 1 0\n", 3, 5, number(Field::Holder, "1", -1, 0)),
        ("1 1\n5\n1 1 0 2 1 0\n", 3, 7, number(Field::Locked, "2", 0, 1)),
        ("1 1\n-5\n1 1 0 0 1 0\n", 2, 1, number(Field::Capacity, "-5", 0, 1 << 40)),
        ("2 0\n1099511627776 1\n", 2, 15, Fault::TooMuch(1 << 40)),
        ("1 2\n5\n1 16777216 0 0 1 0\n1 1 0 0 1 0\n", 4, 3, Fault::TooMuch(1 << 24)),
    ] {
        let error = Instance::parse(text).expect_err(text);
        assert_eq!((error.line, error.column, error.fault), (line, column, fault), "{text:?}");
    }
}
