//! Lists sent through the pages: what is refused and why, what is tried, stored and told, and that nothing is left that must not be.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::StatusCode;
use jiff::Timestamp;
use store::{Store, Viewer};
use web::settings::{Lists, Watch};
use web::watch::Watcher;
use web::{Settings, Site};

use crate::access::cookie;
use crate::municipality::{self, accounts};
use crate::support::{Answer, ask, get, post, site};

const KOMMUN_A: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/data/kommun-a");

/// A municipality whose files lie in a folder of the test's own while they are imported.
struct Place {
    router: Router,
    site: Site,
    cookie: String,
    folder: tempfile::TempDir,
}

impl Place {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = Settings {
            accounts: accounts(),
            import: Lists {
                folder: Some(folder.path().to_owned()),
                ..Lists::default()
            },
            ..Settings::default()
        };
        change(&mut settings);
        let site = site(settings).await;
        municipality::fill(site.store()).await;
        let router = web::router(&site);
        let cookie = cookie(&router, "administrator").await;
        Self {
            router,
            site,
            cookie,
            folder,
        }
    }

    async fn get(&self, address: &str) -> Answer {
        get(&self.router, address, &[("cookie", &self.cookie)]).await
    }

    async fn post(&self, address: &str, form: &str) -> Answer {
        post(&self.router, address, &[("cookie", &self.cookie)], form).await
    }

    /// Sends files with a mapping, as a browser does.
    async fn send(&self, files: &[(&str, &[u8])], mapping: &str) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head =
                format!("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n").into_bytes();
            body.extend(head);
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        for (name, value) in [("exported", "2026-10-31"), ("mapping", mapping)] {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        body.extend_from_slice(b"--edge--\r\n");
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("content-type", "multipart/form-data; boundary=edge"),
        ];
        ask(&self.router, "POST", "/import", &headers, Body::from(body)).await
    }

    /// The page of the import under way, once nothing is done any more.
    async fn settled(&self) -> String {
        for tries in 0.. {
            assert!(tries < 1_200, "the import never ends");
            let answer = self.get("/import/current").await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.header("location"));
            if !answer.text().contains("http-equiv=\"refresh\"") {
                return answer.text().to_owned();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        String::new()
    }

    /// Every byte that lies in the folder of the files.
    fn left(&self) -> Vec<u8> {
        fn collect(folder: &Path, bytes: &mut Vec<u8>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    collect(&path, bytes);
                } else {
                    bytes.extend(fs::read(path).expect("a file"));
                }
            }
        }
        let mut bytes = Vec::new();
        collect(self.folder.path(), &mut bytes);
        bytes
    }
}

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

async fn imports(store: &Store) -> Vec<store::import::outcome::Imported> {
    let mut reading = store.read(&operator()).await.expect("reads");
    let mut imports = reading.imports(10).await.expect("reads");
    imports.retain(|one| one.source != "test");
    imports
}

fn kommun_a() -> Vec<(&'static str, Vec<u8>)> {
    ["enheter.csv", "personal.xlsx", "franvaro.csv", "uppdrag.csv", "arenden.csv"]
        .into_iter()
        .map(|name| (name, fs::read(Path::new(KOMMUN_A).join(name)).expect("the list is there")))
        .collect()
}

/// A list of cases; 1001 works in the municipality.
const CASES: &str = "Ärendenummer;Ärendetyp;Skede;Enhet;Inkom;Startdatum;Slutdatum;Handläggare;Medhandläggare;Syskongrupp;Förlängd t.o.m.;\
    Antal barn;Tolk;Domstol;Restid;Hög konflikt\n\
    A-1;Barn och unga;Utredning;south;2026-09-01;2026-09-02;;1001;;;;2;Ja;Nej;Ingen;Nej\n\
    @SUM(1);Barn och unga;Utredning;south;2026-09-01;2026-99-02;;1001;;;;2;Ja;Nej;Ingen;Nej\n\
    A-3;Barn och unga;Utredning;south;2026-09-01;2026-09-02;;640823-3234;;;;2;Ja;Nej;Ingen;Nej\n\
    A-4;Vuxna;Utredning;south;2026-09-01;2026-09-02;;1001;;;;2;Ja;Nej;Ingen;Nej\n";

#[tokio::test]
async fn a_whole_municipality_is_tried_and_stored_and_its_files_are_gone() {
    let place = Place::new().await;
    let files = kommun_a();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let sent = place.send(&files, "shipped:kommun-a").await;
    assert_eq!(sent.header("location"), "/import/current", "{}", sent.text());
    let tried = place.settled().await;
    assert!(
        tried.contains("Ingenting har sparats") && tried.contains("personal.xlsx"),
        "{tried}"
    );
    assert!(imports(place.site.store()).await.is_empty(), "a trial stores nothing");
    place.post("/import/take-in", "").await;
    let done = place.settled().await;
    assert!(done.contains("Listorna är inlästa"), "{done}");
    let stored = imports(place.site.store()).await;
    assert_eq!((stored.len(), stored[0].author.as_str()), (1, "administrator"));
    assert!(stored[0].accepted > 20_000 && stored[0].tally.added > 20_000, "{stored:?}");
    let sent: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(
        place.left().len() < sent / 3,
        "what was sent is gone; only the rejected rows are left"
    );
    let list = place.get("/import").await;
    assert!(list.text().contains("arenden.csv"), "{}", list.text());
    place.post("/import/give-up", "").await;
    assert!(place.left().is_empty());
    place.site.store().verify_log().await.expect("unbroken");
}

#[tokio::test]
async fn rejected_rows_are_told_by_reason_and_downloaded_without_numbers_and_formulas() {
    let place = Place::new().await;
    place.send(&[("arenden.csv", CASES.as_bytes())], "shipped:kommun-a").await;
    let tried = place.settled().await;
    for part in ["Avvisade rader", "arenden.csv rad 3, Startdatum", "personnummer", "Rad 2"] {
        assert!(tried.contains(part), "{part}: {tried}");
    }
    let download = place.get("/import/rejected/0").await;
    let text = download.text();
    assert!(download.header("content-disposition").contains("avvisade-arenden.csv.csv"));
    assert!(text.contains("'@SUM(1)") && !text.contains(";@SUM(1)"), "{text}");
    assert!(text.contains("personal_identity_number") && text.contains("Vuxna"), "{text}");
    assert!(!text.contains("3234") && !tried.contains("3234"));
    assert!(!text.contains("A-3;Barn"), "nothing of a row with an identity number");
    place.post("/import/take-in", "").await;
    assert!(!place.settled().await.contains("3234"));
    assert!(!String::from_utf8_lossy(&place.left()).contains("3234"));
    assert_eq!(place.get("/import/rejected/0").await.status, StatusCode::OK);
    let log = place.site.store().log(&operator(), 1, 10_000).await.expect("reads");
    assert!(log.iter().all(|event| !format!("{event:?}").contains("640823")));
}

#[tokio::test]
async fn files_that_are_no_lists_are_refused_each_with_what_to_do() {
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for part in ["[Content_Types].xml", "xl/workbook.xml"] {
        bomb.start_file(part, options).expect("begins");
        bomb.write_all(b"<x/>").expect("is written");
    }
    bomb.start_file("xl/worksheets/sheet1.xml", options).expect("begins");
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..200 {
        bomb.write_all(&zeros).expect("is written");
    }
    let bomb = bomb.finish().expect("ends").into_inner();
    let binary: Vec<u8> = (0..5_000_u32)
        .map(|number| u8::try_from(number % 251).expect("small"))
        .collect();
    let header = CASES.lines().next().expect("a line").to_owned() + "\n";
    let mut mixed = CASES.as_bytes().to_vec();
    mixed.extend_from_slice(b"A-9;Barn och unga;Utredning;s\xf6der;2026-09-01;2026-09-02;;1001;;;;2;Ja;Nej;Ingen;Nej\n");
    let wide: Vec<String> = (0..300).map(|number| format!("Kolumn {number}")).collect();
    let wide = format!("{}\n{}\n", wide.join(";"), vec!["x"; 300].join(";"));
    for (name, bytes, told) in [
        ("arenden.csv", Vec::new(), "tom"),
        ("personal.xlsx", bomb, "MB"),
        ("arenden.csv", binary, ""),
        ("arenden.csv", header.into_bytes(), "har rubriker men inga rader"),
        ("arenden.csv", mixed, "teckenkodning"),
        ("arenden.csv", wide.into_bytes(), "saknar"),
        ("annat.csv", CASES.as_bytes().to_vec(), "annat.csv"),
    ] {
        let place = Place::new().await;
        let sent = place.send(&[(name, &bytes)], "shipped:kommun-a").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{told}: {}", sent.text());
        let page = place.settled().await;
        assert!(page.contains(told), "{told}: {page}");
        let columns = place.get("/import/columns").await;
        assert_eq!(columns.status, StatusCode::OK, "{told}");
        let chosen = place.post("/import/columns", "then=see").await;
        assert_eq!(chosen.status, StatusCode::OK, "{told}");
        place.post("/import/give-up", "").await;
        assert!(place.left().is_empty());
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_a_sentence() {
    let place = Place::with(|settings| settings.import.largest_upload = 2 * 1024 * 1024).await;
    let large = vec![b'a'; 3 * 1024 * 1024];
    let number = [("640823-3234.csv", CASES.as_bytes())];
    let twice = [("a.csv", CASES.as_bytes()), ("a.csv", CASES.as_bytes())];
    for (files, mapping, told) in [
        (&[][..], "", "Välj minst en fil"),
        (&[("a.csv", large.as_slice())][..], "", "större än 2 MB"),
        (&number[..], "", "personnummer i ett filnamn"),
        (&twice[..], "", "Två filer heter a.csv"),
        (&[("a.csv", CASES.as_bytes())][..], "kept:none", "finns inte längre"),
    ] {
        let answer = place.send(files, mapping).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        assert!(answer.text().contains(told), "{told}: {}", answer.text());
        assert!(!answer.text().contains("3234"));
        assert!(place.left().is_empty(), "{told}");
    }
    let first = place.send(&[("a.csv", CASES.as_bytes())], "").await;
    assert_eq!(first.header("location"), "/import/columns");
    let second = place.send(&[("b.csv", CASES.as_bytes())], "").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("pågår redan"), "{}", second.text());
}

#[tokio::test]
async fn a_mapping_is_made_from_the_columns_with_a_guess_tried_and_kept() {
    let place = Place::new().await;
    let cases = CASES.replace("Ärendenummer", "Dnr");
    place.send(&[("lista_2026-10-31.csv", cases.as_bytes())], "").await;
    let page = place.get("/import/columns").await;
    let text = page.text();
    assert!(text.contains("16 kolumner") && text.contains("A-1"), "{text}");
    assert!(!text.contains("3234"));
    let shown = |name: &str, value: &str| {
        let select = text.split(&format!("name=\"{name}\"")).nth(1).expect("a field");
        let select = select.split("</select>").next().expect("an end");
        assert!(
            select.contains(&format!("value=\"{value}\" selected")),
            "{name} {value}: {select}"
        );
    };
    shown("f0-kind", "cases");
    shown("f0-c1", "type");
    shown("f0-v1-type-0", "barn");
    shown("f0-c12", "factor:tolk");
    let refused = place.post("/import/columns", "then=see").await;
    assert_eq!(refused.status, StatusCode::OK);
    let form = form_of(text);
    let missing = place.post("/import/columns", &format!("{form}&id=x&source=y&then=try")).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.text().contains("Välj vilken kolumn som är"), "{}", missing.text());
    let form = form.replace("f0-c0=&", "f0-c0=reference&");
    let tried = place
        .post("/import/columns", &format!("{form}&id=listan&source=systemet&then=try"))
        .await;
    assert_eq!(tried.header("location"), "/import/current", "{}", tried.text());
    let page = place.settled().await;
    assert!(page.contains("A-1") && page.contains("Spara mappningen"), "{page}");
    place.post("/import/mappings", "").await;
    place.post("/import/take-in", "").await;
    place.settled().await;
    let mut reading = place.site.store().read(&operator()).await.expect("reads");
    let kept = reading.mappings().await.expect("reads");
    drop(reading);
    assert_eq!(kept[0].name, "listan");
    assert!(kept[0].text.contains("lista_*.csv"), "{}", kept[0].text);
    let file = place.get(&format!("/import/mappings/{}", kept[0].id)).await;
    assert_eq!(file.text(), kept[0].text);
    place.post("/import/give-up", "").await;
    let again = place.send(&[("lista_2026-11-30.csv", cases.as_bytes())], "kept:listan").await;
    assert_eq!(again.header("location"), "/import/current");
    assert!(place.settled().await.contains("Ingenting har sparats"));
    let away = format!("/import/mappings/{}/throw-away", kept[0].id);
    assert_eq!(place.post(&away, "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(place.post(&away, "").await.status, StatusCode::NOT_FOUND);
}

/// What a browser would send of the selects on a page, unchanged; the first choice where none is selected.
fn form_of(page: &str) -> String {
    let selects = page.split("<select").skip(1).map(|rest| {
        let select = rest.split("</select>").next().expect("an end");
        let name = select
            .split("name=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a name");
        let options: Vec<&str> = select.split("<option").skip(1).collect();
        let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first());
        let value = chosen.and_then(|option| option.split("value=\"").nth(1)?.split('"').next());
        format!("{name}={}", value.unwrap_or_default())
    });
    selects.collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn files_that_nobody_goes_on_with_are_removed() {
    let place = Place::new().await;
    place.send(&[("a.csv", CASES.as_bytes())], "").await;
    assert!(!place.left().is_empty());
    {
        let job = place.site.imports().current().expect("is under way");
        web::imports::forget_later(&place.site, &job, Duration::from_millis(10));
    }
    let mut tries = 0;
    while !place.left().is_empty() {
        tries += 1;
        assert!(tries < 200, "the files are still there");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn lists_in_the_watched_folder_come_in_once_they_are_finished_and_are_moved_with_a_report() {
    let place = Place::new().await;
    let folder = tempfile::tempdir().expect("a folder");
    let watch = Watch {
        folder: folder.path().to_owned(),
        mapping: "kommun-a".to_owned(),
        every_minutes: 1,
    };
    let mut watcher = Watcher::default();
    fs::write(folder.path().join("arenden.csv"), &CASES[..200]).expect("is written");
    watcher.look(&place.site, &watch).await;
    fs::write(folder.path().join("arenden.csv"), CASES).expect("is written");
    watcher.look(&place.site, &watch).await;
    assert!(imports(place.site.store()).await.is_empty(), "it may still grow");
    watcher.look(&place.site, &watch).await;
    let stored = imports(place.site.store()).await;
    assert_eq!(
        (stored.len(), stored[0].accepted, stored[0].rejected),
        (1, 1, 3),
        "{stored:?}"
    );
    let names = |part: &str| -> Vec<String> {
        let entries = fs::read_dir(folder.path().join(part)).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.collect()
    };
    assert_eq!(names("imported").len(), 2, "{:?}", names("imported"));
    let report = names("imported")
        .into_iter()
        .find(|name| name.ends_with("report.csv"))
        .expect("a report");
    let report = fs::read_to_string(folder.path().join("imported").join(report)).expect("text");
    assert!(report.contains("bad_date") && !report.contains("3234"), "{report}");
    fs::write(folder.path().join("okand.csv"), CASES).expect("is written");
    fs::write(folder.path().join("okand.csv.done"), "").expect("is written");
    watcher.look(&place.site, &watch).await;
    assert_eq!(names("refused").len(), 2, "{:?}", names("refused"));
    assert!(!folder.path().join("okand.csv.done").exists());
    let page = place.get("/import").await;
    assert!(
        page.text().contains("Automatiskt ur mappen") && page.text().contains("Inget kom in"),
        "{}",
        page.text()
    );
}
