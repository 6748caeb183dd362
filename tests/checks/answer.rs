//! Answers: bytes that are anything.

use super::{is_json, writes_json};
use invoscope::analysis::search::{Limits, Query};
use invoscope::response::{Page, parse};
use invoscope::status::{InstanceStatus, Outcome, aggregate};
use invoscope::store::{IngestContext, InstanceQuery, ListQuery, Store};
use invoscope::watch::{parse_event, read_answer};
use invoscope::{Error, ErrorKind};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(crate) fn check(body: &[u8]) {
    let parsed = parse(body);
    refusal_agrees_with_the_oracle(body, parsed.as_ref().err());
    _ = read_answer(body);
    _ = parse_event(body);

    let mut store = Store::new();
    let ingested = store.ingest(body, IngestContext::default());
    assert_eq!(ingested.as_ref().err(), parsed.as_ref().err(), "parse and ingest differ");
    let Ok(page) = parsed else {
        assert_eq!((store.run_count(), store.bytes()), (0, Store::new().bytes()));
        return;
    };
    writes_json(&page);
    aggregates_are_naive(&page);
    views_are_valid(&store);
    raw_is_read_back(&store);
    reading_again_adds_nothing(&mut store, body);
}

fn refusal_agrees_with_the_oracle(body: &[u8], error: Option<&Error>) {
    let json = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let refused = error.is_some_and(|error| {
        matches!(
            error.kind(),
            ErrorKind::JsonSyntax
                | ErrorKind::InvalidUtf8
                | ErrorKind::EmptyAnswer
                | ErrorKind::HtmlAnswer
        )
    });
    assert_eq!(!refused, is_json(json), "serde_json decides otherwise: {error:?}");
    if let Some(offset) = error.and_then(Error::offset) {
        assert!(offset <= body.len(), "{error:?}");
    }
}

/// The page's sentences, read from top to bottom.
fn naive_status(outcomes: &[Outcome]) -> Option<&'static str> {
    let any = |wanted| outcomes.contains(&wanted);
    let only = |wanted: &[Outcome]| outcomes.iter().all(|outcome| wanted.contains(outcome));
    if any(Outcome::Pending) {
        Some("Pending")
    } else if any(Outcome::Running) {
        Some("Running")
    } else if any(Outcome::Stopping) {
        Some("Stopping")
    } else if any(Outcome::Scheduled) {
        Some("Scheduled")
    } else if outcomes.is_empty() || any(Outcome::Unknown) {
        None
    } else if only(&[Outcome::Stopped]) {
        Some("Stopped")
    } else if only(&[Outcome::Success, Outcome::Stopped]) {
        Some("Success")
    } else if only(&[Outcome::Failed, Outcome::Stopped]) {
        Some("Failed")
    } else {
        Some("PartialFailed")
    }
}

fn aggregates_are_naive(page: &Page<'_>) {
    for run in page.invocations() {
        let statuses: Vec<InstanceStatus> =
            run.instances().filter_map(invoscope::response::Instance::status).collect();
        let outcomes: Vec<_> = statuses.iter().map(InstanceStatus::outcome).collect();
        let derived = aggregate(&statuses);
        assert_eq!(
            derived.status().map(invoscope::status::InvocationStatus::as_str),
            naive_status(&outcomes)
        );
        assert_eq!(derived.counts().total() as usize, outcomes.len());
    }
}

/// Ids to ask with.
fn ids(store: &Store) -> Vec<String> {
    let query = ListQuery { ungrouped: true, ..ListQuery::default() };
    store.list(&query).rows.into_iter().map(|row| row.id).collect()
}

fn views_are_valid(store: &Store) {
    let query = Query { pattern: "e".to_owned(), ..Query::default() };
    writes_json(&store.list(&ListQuery::default()));
    _ = store.propose_run_sets();
    for id in ids(store).iter().take(8) {
        writes_json(&store.summary(id).expect(id));
        writes_json(&store.families(id).expect(id));
        writes_json(&store.groups(id).expect(id));
        writes_json(&store.history(id).expect(id));
        writes_json(&store.search(id, &query, Limits::default()).expect(id));
        assert!(is_json(store.run(id).expect(id).as_bytes()));
        let rows = store.instances(id, &InstanceQuery::default()).expect(id);
        assert_eq!(rows.total, rows.rows.len());
        writes_json(&rows);
        if let Some(instance) = store.reference_instance(id).expect(id) {
            writes_json(&store.output(id, &instance).expect(&instance));
        }
    }
}

/// Member by member: what is unknown to a result may be a field of an instance,
/// which has its own place.
fn raw_is_read_back(store: &Store) {
    for id in ids(store).iter().take(8) {
        let raw = store.raw(id).expect(id);
        let mut again = Store::new();
        again.ingest(raw.as_bytes(), IngestContext::default()).expect(&raw);
        let read = again.raw(id).expect(&raw);
        // A lone surrogate that is kept is no value of serde_json.
        let value = serde_json::from_str::<serde_json::Value>;
        if let (Ok(raw), Ok(read)) = (value(&raw), value(&read)) {
            assert_eq!(read, raw, "raw text is not read back as it was");
        }
    }
}

fn reading_again_adds_nothing(store: &mut Store, body: &[u8]) {
    let report = store.ingest(body, IngestContext::default()).expect("it was read before");
    assert_eq!((report.runs_added, report.instances_added), (0, 0));
}
