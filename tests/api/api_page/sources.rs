//! The names of the tests in the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every test, by the path under which `cargo test` prints it; those of the
/// binary `api` with `api::` before.
pub(super) fn tests() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = BTreeSet::new();
    collect(&root.join("src"), &[], &mut tests);
    collect(&root.join("tests/api"), &["api".to_owned()], &mut tests);
    tests
}

fn collect(folder: &Path, module: &[String], tests: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let mut inner = module.to_vec();
        if path.is_dir() {
            inner.push(name);
            collect(&path, &inner, tests);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            if !matches!(name.as_str(), "mod" | "main" | "lib") {
                inner.push(name);
            }
            let source = fs::read_to_string(&path).expect("a source file");
            for test in named(&source) {
                tests.insert(format!("{}::{test}", inner.join("::")));
                // Unit tests stand in the file's own `mod tests`.
                tests.insert(format!("{}::tests::{test}", inner.join("::")));
            }
        }
    }
}

/// The functions that stand after a `#[test]` line, attributes in between
/// skipped.
fn named(source: &str) -> impl Iterator<Item = &str> {
    source.split("#[test]").skip(1).filter_map(|after| {
        let line = after.lines().map(str::trim).find(|line| line.starts_with("fn "))?;
        line.strip_prefix("fn ")?.split('(').next()
    })
}
