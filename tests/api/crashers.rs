//! Inputs on which a check once failed hold for good.
//!
//! `npm run fuzz` leaves what it finds in `tests/crashers/<target>/`.

use crate::checks;
use std::fs;
use std::path::PathBuf;

fn files_of(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()).collect()
}

#[test]
fn every_kept_input_holds() {
    for (target, check) in checks::ALL {
        for file in files_of(&format!("crashers/{target}")) {
            eprintln!("{}", file.display());
            check(&fs::read(&file).expect("readable"));
        }
    }
}

#[test]
fn every_documented_answer_holds_in_every_check() {
    for file in files_of("fixtures/answers") {
        let bytes = fs::read(&file).expect("readable");
        for (target, check) in checks::ALL {
            eprintln!("{target}: {}", file.display());
            check(&bytes);
        }
    }
}
