//! What others have published is in the house byte for byte, with its licence.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

#[test]
fn the_vendored_files_are_those_that_were_published() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor");
    let list: toml::Table = fs::read_to_string(folder.join("vendor.toml"))
        .expect("the list")
        .parse()
        .expect("TOML");
    let mut named: BTreeSet<String> = BTreeSet::from(["vendor.toml".to_owned()]);
    for file in list["file"].as_array().expect("files") {
        let text = |key: &str| file[key].as_str().expect(key).to_owned();
        for key in ["package", "version", "source", "licence"] {
            assert!(!text(key).is_empty(), "{file}");
        }
        let content = fs::read(folder.join(text("path"))).expect("the file");
        let hash = Sha256::digest(content).iter().fold(String::new(), |mut hash, byte| {
            write!(hash, "{byte:02x}").expect("a string takes everything");
            hash
        });
        assert_eq!(hash, text("sha256"), "{}", text("path"));
        assert!(folder.join(text("notice")).is_file(), "{file}");
        named.extend([text("path"), text("notice")]);
    }
    let mut found = BTreeSet::new();
    collect(&folder, &folder, &mut found);
    assert_eq!(found, named, "every file is on the list");
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            found.insert(path.strip_prefix(root).expect("below").display().to_string());
        }
    }
}
