//! Tests of the form of a weight model: every model that ships goes through it unchanged, and each fault lies at its field.

use std::sync::Arc;

use rules::weight_model::{SHIPPED, shipped};

use super::*;
use crate::language::Locale;
use crate::texts::Texts;

fn tr(locale: Locale) -> Tr {
    Tr::new(Arc::new(Texts::embedded()), locale)
}

fn example() -> WeightModel {
    shipped("exempel-barn-unga").expect("ships")
}

#[test]
fn every_model_that_ships_comes_out_of_its_form_as_it_went_in() {
    for locale in Locale::ALL {
        let tr = tr(locale);
        for (id, _) in SHIPPED {
            let model = shipped(id).expect("ships");
            let mut form = of_model(&model, &tr);
            let read = read(&mut form, &model, &tr);
            assert_eq!(read.as_ref(), Some(&model), "{id} {locale:?}: {:?}", form.faults());
        }
    }
}

#[test]
fn numbers_are_read_with_comma_or_point_and_shares_as_percent() {
    for (written, read) in [
        ("12,5", Some("12.5")),
        ("12.50", Some("12.5")),
        ("1\u{a0}234,5", Some("1234.5")),
        ("007", Some("7")),
        ("\u{2212}1", Some("-1")),
        ("1,2,3", None),
        ("much", None),
        (",5", None),
    ] {
        assert_eq!(number(written).as_deref(), read, "{written}");
    }
    for (written, read) in [
        ("75", Some("0.75")),
        ("7,5 %", Some("0.075")),
        ("110", Some("1.1")),
        ("100", Some("1")),
        ("0", Some("0")),
        ("half", None),
    ] {
        assert_eq!(hundredths(written).as_deref(), read, "{written}");
    }
}

#[test]
fn each_fault_is_told_at_the_field_it_is_in() {
    let tr = tr(Locale::Swedish);
    for (field, written, expected) in [
        ("case-1-points", "tio", "ett tal"),
        ("case-1-points", "-1", "från 0 till"),
        ("case-1-points", "1,2345", "decimaler"),
        ("case-1-points", "", "Fyll i"),
        ("head-version", "", "Fyll i"),
        ("head-title", "640823-3234", "personnummer"),
        ("factor-0-multiply", "2", "tomt"),
        ("factor-1-add", "", "ändrar"),
        ("factor-3-levels", "ingen, medel", "namn = tal"),
        ("factor-2-phases", "utredning, annat", "annat"),
        ("level-2-below_months", "40", "sista"),
        ("level-1-below_months", "5", "ordning"),
        ("level-0-share", "mycket", "procent"),
        ("bands-high", "80", "ordning"),
        ("norm-hours_per_week", "0", "från 1 till 168"),
        ("overload-weeks", "fyra", "ett tal"),
        ("duty-0-points", "", "Fyll i"),
    ] {
        let model = example();
        let mut form = of_model(&model, &tr);
        form.set(field, written);
        assert_eq!(read(&mut form, &model, &tr), None, "{field} {written}");
        let faults = form.faults_in(field);
        assert!(
            faults.iter().any(|fault| fault.contains(expected)),
            "{field} {written}: {:?}",
            form.faults()
        );
    }
}

#[test]
fn two_rows_for_one_type_and_phase_are_told_at_the_second() {
    let tr = tr(Locale::Swedish);
    let model = example();
    let mut form = of_model(&model, &tr);
    form.set("case-1-phase", "forhandsbedomning");
    assert_eq!(read(&mut form, &model, &tr), None);
    assert!(form.faults_in("case-1-type")[0].contains("redan"), "{:?}", form.faults());
}

#[test]
fn an_empty_row_is_none_and_a_dropped_row_is_gone() {
    let tr = tr(Locale::Swedish);
    let model = example();
    let form = of_model(&model, &tr);
    let mut pairs: Vec<(String, String)> = Vec::new();
    for table in &TABLES {
        for row in 0..rows_in(&form, table) {
            for field in table.fields {
                let name = name(table, row, field.key);
                pairs.push((name.clone(), form.value(&name).to_owned()));
            }
        }
    }
    pairs.push(("case-0-drop".to_owned(), "true".to_owned()));
    let mut form = sent(&pairs, None);
    let read = read(&mut form, &model, &tr).unwrap_or_else(|| panic!("{:?}", form.faults()));
    assert_eq!(read.cases, model.cases[1..]);
    let more = sent(&pairs, Some("duty"));
    assert_eq!(rows_in(&more, &TABLES[6]), 1 + 1 + 3);
}
