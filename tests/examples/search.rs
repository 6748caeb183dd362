//! Lines in the outputs of saved answers: `cargo run --example search -- PATTERN answer.json …`
//!
//! The pattern is a regular expression; it takes linear time, whatever it is.

// Printing is what a command is for.
#![allow(clippy::print_stdout)]

use invoscope::analysis::search::{Limits, Query};
use invoscope::output::terminal::plain_text;
use invoscope::store::{IngestContext, ListQuery, Store};
use std::error::Error;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let pattern = arguments.next().ok_or("usage: search PATTERN answer.json …")?;
    let query = Query { pattern, regex: true, ..Query::default() };

    let mut store = Store::new();
    for file in arguments {
        store.ingest(&fs::read(&file)?, IngestContext::default())?;
    }
    for run in store.list(&ListQuery::default()).rows {
        let hits = store.search(&run.id, &query, Limits::default())?;
        for (id, found) in hits.instance_ids.iter().zip(&hits.result.outputs) {
            let Some(output) = store.output(&run.id, id)? else { continue };
            let text = plain_text(output.text());
            for hit in &found.matches {
                println!("{id}:{}: {}", hit.line, hit.line_of(&text));
            }
        }
        println!("{} matches in {} outputs", hits.result.count, hits.result.searched);
    }
    Ok(())
}
