//! The jobs that are measured natively, by name.

use invoscope::output::encoding::Encoding;
use invoscope::response::{parse, summarize};
use invoscope::store::{IngestContext, ListQuery, Store};
use std::hint::black_box;

const CONTEXT: IngestContext =
    IngestContext { encoding: Some(Encoding::Base64), include_output: Some(true) };

/// A job over the bytes of one answer.
pub struct Job {
    /// Its name, also in the stored counts.
    pub name: &'static str,
    /// What is done once before.
    pub prepare: fn(&[u8]) -> Store,
    /// What is measured.
    pub run: fn(&mut Store, &[u8]),
}

/// Every job.
pub const JOBS: [Job; 5] = [
    Job {
        name: "summary",
        prepare: |_| Store::new(),
        run: |_, body| {
            summarize(body, &mut |_, figures| {
                black_box(figures);
            })
            .expect("the payload is an answer");
        },
    },
    Job {
        name: "outputs",
        prepare: |_| Store::new(),
        run: |_, body| {
            black_box(parse(body).expect("the payload is an answer").outputs());
        },
    },
    Job { name: "ingest", prepare: |_| Store::new(), run: ingest },
    Job { name: "refresh", prepare: stored, run: ingest },
    Job {
        name: "list",
        prepare: stored,
        run: |store, _| {
            let query = ListQuery { text: "nothing has this".into(), ..ListQuery::default() };
            black_box(store.list(&query));
        },
    },
];

fn ingest(store: &mut Store, body: &[u8]) {
    black_box(store.ingest(body, CONTEXT).expect("the payload is an answer"));
}

fn stored(body: &[u8]) -> Store {
    let mut store = Store::new();
    ingest(&mut store, body);
    store
}
