//! The list of imports, the mappings kept, and looking into lists: what is told of each, and what never is.

use jiff::civil::date;
use store::import::glance::{glance, write_rejected};
use store::import::kept::SHIPPED;
use store::import::mapping::Mapping;
use store::import::table::Options;
use store::import::take_in::import;

use crate::scene::{BEGUN, FIRST, SECOND, accept, all, case, model, order, staff, until, with};
use crate::support::{anna, bo, on_both};

#[tokio::test]
async fn each_import_is_listed_with_who_when_and_how_much_was_new_changed_and_ended() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let people = staff(&["1001", "1002"]);
        let first = accept(&store, FIRST, &all(&[&people, &[case("R-1", "1001"), case("R-2", "1001")]])).await;
        assert_eq!((first.tally.changed, first.tally.ended), (0, 0));
        assert!(
            first.tally.added >= 8,
            "two people, employments, cases and phases: {:?}",
            first.tally
        );
        let ended = with("R-1", |phase| phase.period = until(BEGUN, date(2026, 11, 20)));
        let second = all(&[&people, &[ended, case("R-2", "1002")]]);
        let moved = accept(&store, SECOND, &second).await.tally;
        assert_eq!((moved.added, moved.ended), (0, 2), "a phase and an assignment: {moved:?}");
        let again = accept(&store, SECOND, &second).await.tally;
        assert_eq!((again.added, again.changed, again.ended), (0, 0, 0));
        let files = ["cases.csv".to_owned()];
        store
            .import_refused(&bo(), "case-system", SECOND, &files, "The file is empty.")
            .await
            .expect("is told");
        let mut reading = store.read(&anna()).await.expect("reads");
        let listed = reading.imports(10).await.expect("reads");
        drop(reading);
        let authors: Vec<&str> = listed.iter().map(|one| one.author.as_str()).collect();
        assert_eq!(authors, ["bo", "anna", "anna", "anna"], "the newest first");
        assert_eq!((listed[0].failure.as_str(), listed[0].files.len()), ("The file is empty.", 1));
        assert_eq!((listed[3].accepted, listed[3].tally), (4, first.tally));
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_mapping_is_kept_under_its_own_name_replaced_and_thrown_away() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let (_, text) = SHIPPED[0];
        store.save_mapping(&anna(), text).await.expect("is kept");
        let other = text.replace("Kommun A: barn och unga", "Another title");
        store.save_mapping(&bo(), &other).await.expect("replaces it");
        assert!(store.save_mapping(&bo(), "format = 2").await.is_err(), "no mapping");
        let mut reading = store.read(&anna()).await.expect("reads");
        let kept = reading.mappings().await.expect("reads");
        drop(reading);
        assert_eq!(
            (kept.len(), kept[0].name.as_str(), kept[0].author.as_str()),
            (1, "kommun-a", "bo")
        );
        assert_eq!(kept[0].text, other);
        assert!(store.drop_mapping(&anna(), "kommun-a").await.expect("answers"));
        assert!(!store.drop_mapping(&anna(), "kommun-a").await.expect("answers"));
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

const LIST: &str = "Anställningsnr;Uppdrag;Fr.o.m.;T.o.m.;Anmärkning\n\
    9001;handledare;2026-01-01;;\n\
    9002;handledare;2026-13-01;;+46 8\n\
    9003;handledare;2026-01-01;;640823-3234\n\
    9004;metodstöd;2026-01-01;;@x\n";

#[test]
fn a_glance_tells_rows_and_words_but_no_identity_number() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("uppdrag.csv");
    std::fs::write(&path, LIST).expect("is written");
    let found = glance(&path, &Options::default(), 2).expect("a list");
    assert_eq!((found.count, found.rows.len()), (4, 2));
    assert_eq!(found.texts[1], ["handledare", "metodstöd"], "the most common first");
    assert!(!format!("{found:?}").contains("3234"));
}

#[tokio::test]
async fn rejected_rows_are_written_as_they_stood_without_identity_numbers_and_formulas() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("uppdrag.csv");
        std::fs::write(&path, LIST).expect("is written");
        let mapping = Mapping::parse(SHIPPED[0].1).expect("ships");
        let done = import(&store, &mapping, std::slice::from_ref(&path), order(&model(), FIRST), |_| {}).await;
        let done = done.expect("comes in");
        assert_eq!(done.rejected.len(), 4);
        let mut written = Vec::new();
        let heading = ["line", "column", "reason", "remedy"].map(str::to_owned);
        let tell = |one: &store::import::rejection::Rejection| {
            let column = one.column.as_deref().unwrap_or_default().to_owned();
            [one.line.to_string(), column, one.reason.code().to_owned(), String::new()]
        };
        write_rejected(&mapping, &path, &done.rejected, &heading, tell, &mut written).expect("is written");
        let written = String::from_utf8(written).expect("text");
        let lines: Vec<&str> = written.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 5, "{written}");
        assert!(lines[0].ends_with("Uppdrag;Fr.o.m.;T.o.m.;Anmärkning"), "{written}");
        assert!(lines[2].contains("bad_date") && lines[2].contains("'+46 8"), "{written}");
        assert_eq!(lines[3], "4;Anmärkning;personal_identity_number;");
        assert!(lines[4].contains(";'@x") && !written.contains("3234"), "{written}");
    })
    .await;
}
