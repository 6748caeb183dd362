//! What saved answers say: `cargo run --example summarize -- answer.json …`
//!
//! Pages of one run, or answers of both actions, may be given in any order.

// Printing is what a command is for.
#![allow(clippy::print_stdout)]

use invoscope::catalog::explain;
use invoscope::locale::Locale;
use invoscope::store::{FamilyRow, IngestContext, ListQuery, Store};
use std::error::Error;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut store = Store::new();
    for file in env::args().skip(1) {
        let report = store.ingest(&fs::read(&file)?, IngestContext::default());
        report.map_err(|error| format!("{file}: {error}"))?;
    }
    for run in store.list(&ListQuery::default()).rows {
        println!("{}  {}", run.id, store.summary(&run.id)?.headline.get(Locale::En));
        for family in store.families(&run.id)? {
            print_family(&family);
        }
    }
    Ok(())
}

fn print_family(FamilyRow { family, instance_ids, .. }: &FamilyRow) {
    println!("  {} × {}", instance_ids.len(), family.decision);
    println!("    on {}", instance_ids.join(", "));
    let fix = explain(&family.error_code, Locale::En);
    if fix.is_known() {
        println!("    {}", fix.fix);
    }
}
