//! Public API of `pagination`.

use invoscope::catalog::{RetryClass, retry_class};
use invoscope::json::to_json;
use invoscope::pagination::{
    Ending, Failure, PageFacts, Pagination, PaginationOptions, Progress, Step,
};
use invoscope::{ErrorKind, json::Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// 2026-11-24T12:00:15Z: 45 seconds before a whole minute.
const NOW: u64 = 1_795_608_015_000;

fn options() -> PaginationOptions {
    PaginationOptions::default()
}

fn page(next_token: Option<&str>, keys: &[&str]) -> PageFacts {
    PageFacts::new(next_token, keys.iter().copied())
}

fn ask(paging: &mut Pagination, now_ms: u64) -> Option<String> {
    let step = paging.next_request(now_ms);
    assert!(matches!(step, Step::Ask { .. }), "{step:?}");
    if let Step::Ask { next_token, .. } = step { next_token } else { None }
}

fn throttled() -> Failure {
    Failure::answer(400, Some("Throttling.User"))
}

#[test]
fn the_first_page_is_asked_without_a_token_and_with_fifty_results() {
    let mut paging = Pagination::new(options());

    assert_eq!(
        paging.next_request(NOW),
        Step::Ask { next_token: None, max_results: 50, attempt: 1 }
    );
}

#[test]
fn tokens_are_passed_back_until_there_is_none() {
    for (last, ending) in [(None, Ending::NoToken), (Some(""), Ending::EmptyToken)] {
        let mut paging = Pagination::new(options());
        ask(&mut paging, NOW);
        paging.accept(page(Some("AAAAAdDWBF2"), &["t-1", "t-2"])).unwrap();

        assert_eq!(ask(&mut paging, NOW).as_deref(), Some("AAAAAdDWBF2"));
        let accepted = paging.accept(page(last, &["t-3"])).unwrap();

        assert_eq!(accepted.new, [0]);
        assert_eq!(accepted.ending.as_ref(), Some(&ending));
        assert!(ending.is_complete() && !ending.is_resumable());
        assert_eq!(paging.next_request(NOW), Step::Done(ending));
    }
}

#[test]
fn any_earlier_token_ends_paging_not_only_the_last() {
    let mut paging = Pagination::new(options().next_token("start"));
    assert_eq!(ask(&mut paging, NOW).as_deref(), Some("start"));
    paging.accept(page(Some("b"), &[])).unwrap();
    ask(&mut paging, NOW);
    paging.accept(page(Some("c"), &[])).unwrap();
    ask(&mut paging, NOW);

    let accepted = paging.accept(page(Some("start"), &["t-9"])).unwrap();

    assert_eq!(accepted.new, [0]);
    assert_eq!(accepted.ending, Some(Ending::RepeatedToken { token: "start".into() }));
    assert!(paging.resume().is_err());
}

#[test]
fn records_of_overlapping_pages_are_new_once() {
    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);
    let first = paging.accept(page(Some("b"), &["t-1", "t-2", "t-1"])).unwrap();
    ask(&mut paging, NOW);
    let second = paging.accept(page(None, &["t-2", "t-3"])).unwrap();

    assert_eq!((first.new, second.new), (vec![0, 1], vec![1]));
    let progress = paging.progress();
    assert_eq!((progress.pages, progress.records, progress.duplicates), (2, 3, 2));
    assert_eq!((progress.calls, progress.failures, progress.waiting_until_ms), (2, 0, None));
}

#[test]
fn the_limit_of_pages_ends_paging_and_can_be_resumed() {
    let mut paging = Pagination::new(options().max_pages(1).unwrap());
    ask(&mut paging, NOW);

    let accepted = paging.accept(page(Some("b"), &["t-1"])).unwrap();

    assert_eq!(accepted.ending, Some(Ending::PageLimit { next_token: "b".into() }));
    paging.resume().unwrap();
    assert_eq!(ask(&mut paging, NOW).as_deref(), Some("b"));
}

#[test]
fn a_last_page_at_the_limit_is_complete() {
    let mut paging = Pagination::new(options().max_pages(1).unwrap());
    ask(&mut paging, NOW);

    assert_eq!(paging.accept(page(None, &[])).unwrap().ending, Some(Ending::NoToken));
}

#[test]
fn a_temporary_failure_repeats_the_same_page_after_a_wait() {
    let mut paging = Pagination::new(options().next_token("b"));
    ask(&mut paging, NOW);

    let step = paging.fail(Failure::answer(503, None), NOW, 0.0).unwrap();

    assert_eq!(step, Step::Wait { until_ms: NOW + 100, wait_ms: 100 });
    assert_eq!(paging.progress().waiting_until_ms, Some(NOW + 100));
    assert_eq!(paging.next_request(NOW + 99), Step::Wait { until_ms: NOW + 100, wait_ms: 1 });
    assert_eq!(
        paging.next_request(NOW + 100),
        Step::Ask { next_token: Some("b".into()), max_results: 50, attempt: 2 }
    );
    assert_eq!(paging.progress().waiting_until_ms, None);
}

#[test]
fn throttling_waits_for_the_next_minute_or_as_long_as_told() {
    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);

    let minute = paging.fail(throttled(), NOW, 0.0).unwrap();

    assert_eq!(minute, Step::Wait { until_ms: NOW + 45_000, wait_ms: 45_000 });
    ask(&mut paging, NOW + 45_000);
    let told = paging.fail(throttled().with_retry_after_ms(2_500), NOW + 45_000, 0.9).unwrap();
    assert_eq!(told, Step::Wait { until_ms: NOW + 47_500, wait_ms: 2_500 });
}

#[test]
fn tries_of_a_page_are_limited_and_counted_anew_for_each_page() {
    let mut paging = Pagination::new(options().max_attempts(2).unwrap());
    ask(&mut paging, NOW);
    let _ = paging.fail(Failure::network(), NOW, 0.0).unwrap();
    ask(&mut paging, NOW + 1_000);
    paging.accept(page(Some("b"), &[])).unwrap();
    ask(&mut paging, NOW + 1_000);
    let _ = paging.fail(Failure::network(), NOW + 1_000, 0.0).unwrap();
    ask(&mut paging, NOW + 2_000);

    let step = paging.fail(Failure::network(), NOW + 2_000, 0.0).unwrap();

    assert_eq!(step, Step::Done(Ending::Failed { failure: Failure::network(), attempts: 2 }));
}

#[test]
fn a_permanent_failure_ends_at_once_and_resumes_with_the_same_token() {
    let forbidden = Failure::answer(403, Some("Operation.Forbidden"));
    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);
    paging.accept(page(Some("b"), &["t-1"])).unwrap();
    ask(&mut paging, NOW);

    let step = paging.fail(forbidden.clone(), NOW, 0.0).unwrap();

    assert_eq!(step, Step::Done(Ending::Failed { failure: forbidden, attempts: 1 }));
    paging.resume().unwrap();
    assert_eq!(ask(&mut paging, NOW).as_deref(), Some("b"));
    let accepted = paging.accept(page(None, &["t-1", "t-2"])).unwrap();
    assert_eq!(accepted.new, [1]);
}

#[test]
fn a_rejected_token_tells_how_much_was_read_and_needs_a_restart() {
    let rejected = Failure::answer(400, Some("InvalidParameter.NextToken"));
    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);
    paging.accept(page(Some("b"), &["t-1", "t-2"])).unwrap();
    ask(&mut paging, NOW);

    let step = paging.fail(rejected.clone(), NOW, 0.0).unwrap();

    let ending = Ending::TokenRejected { token: "b".into(), failure: rejected, records: 2 };
    assert_eq!(step, Step::Done(ending));
    assert_eq!(paging.resume().unwrap_err().kind(), ErrorKind::InvalidState);
    paging.restart();
    assert_eq!(ask(&mut paging, NOW), None);
    assert_eq!(paging.accept(page(Some("b"), &["t-2", "t-3"])).unwrap().new, [1]);
}

#[test]
fn reports_without_a_question_are_refused_and_change_nothing() {
    let mut paging = Pagination::new(options());

    assert_eq!(paging.accept(page(None, &["t-1"])).unwrap_err().kind(), ErrorKind::InvalidState);
    assert_eq!(paging.fail(throttled(), NOW, 0.0).unwrap_err().kind(), ErrorKind::InvalidState);
    assert_eq!(paging.progress(), Progress::default());
}

#[test]
fn a_call_that_was_broken_off_is_asked_again() {
    let mut paging = Pagination::new(options().next_token("b"));

    assert_eq!(paging.next_request(NOW), paging.next_request(NOW));
}

#[test]
fn a_clock_that_is_set_back_does_not_stretch_the_wait() {
    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);
    let _ = paging.fail(Failure::network(), NOW, 0.0).unwrap();

    let yesterday = NOW - 86_400_000;

    assert_eq!(
        paging.next_request(yesterday),
        Step::Wait { until_ms: yesterday + 100, wait_ms: 100 }
    );
    assert_eq!(ask(&mut paging, yesterday + 100), None);
}

#[test]
fn options_are_checked_with_their_path() {
    for (json, kind, path) in [
        (r#"{"maxResults":0}"#, ErrorKind::InvalidValue, "maxResults"),
        (r#"{"maxResults":51}"#, ErrorKind::InvalidValue, "maxResults"),
        (r#"{"maxResults":"50"}"#, ErrorKind::InvalidType, "maxResults"),
        (r#"{"maxPages":0}"#, ErrorKind::InvalidValue, "maxPages"),
        (r#"{"maxPages":1.5}"#, ErrorKind::InvalidType, "maxPages"),
        (r#"{"maxAttempts":21}"#, ErrorKind::InvalidValue, "maxAttempts"),
        (r#"{"nextToken":7}"#, ErrorKind::InvalidType, "nextToken"),
    ] {
        let error = PaginationOptions::from_json(&Value::parse(json).unwrap()).unwrap_err();

        assert_eq!((error.kind(), error.path()), (kind, Some(path)), "{json}");
    }
    let null = PaginationOptions::from_json(&Value::Null).unwrap();
    assert_eq!(null, PaginationOptions::default());
}

#[test]
fn page_facts_name_the_key_that_is_no_string() {
    let value = Value::parse(r#"{"nextToken":null,"keys":["t-1",2]}"#).unwrap();

    assert_eq!(PageFacts::from_json(&value).unwrap_err().path(), Some("keys[1]"));
}

#[test]
fn steps_have_the_declared_json_form() {
    let mut paging = Pagination::new(options());

    assert_eq!(to_json(&paging.next_request(NOW)), r#"{"type":"ask","maxResults":50,"attempt":1}"#);
    let wait = paging.fail(Failure::network(), 1_000, 0.0).unwrap();
    assert_eq!(to_json(&wait), r#"{"type":"wait","untilMs":1100,"waitMs":100}"#);
    ask(&mut paging, 2_000);
    let done = paging.fail(Failure::answer(403, Some("Forbidden.RAM")), 2_000, 0.0).unwrap();
    assert_eq!(
        to_json(&done),
        r#"{"type":"done","ending":{"reason":"failed","isComplete":false,"isResumable":true,"failure":{"kind":"permanent","code":"Forbidden.RAM","status":403},"attempts":2}}"#
    );
}

#[test]
fn a_failure_in_between_leaves_the_limit_of_pages_as_it_was() {
    let mut paging = Pagination::new(options().max_pages(2).unwrap());
    ask(&mut paging, NOW);
    paging.accept(page(Some("b"), &["t-1"])).unwrap();
    ask(&mut paging, NOW);
    let _ = paging.fail(Failure::answer(403, Some("Operation.Forbidden")), NOW, 0.0).unwrap();

    paging.resume().unwrap();
    ask(&mut paging, NOW);
    let second = paging.accept(page(Some("c"), &["t-2"])).unwrap();

    assert_eq!(second.ending, Some(Ending::PageLimit { next_token: "c".into() }));
    assert_eq!(paging.ending(), second.ending.as_ref());

    // The limit itself gives as many pages again.
    paging.resume().unwrap();
    assert_eq!(paging.ending(), None);
    ask(&mut paging, NOW);
    assert_eq!(paging.accept(page(Some("d"), &["t-3"])).unwrap().ending, None);
}

#[test]
fn what_cannot_be_resumed_is_named() {
    let mut paging = Pagination::new(options());
    assert!(paging.resume().unwrap_err().to_string().contains("found none"));

    ask(&mut paging, NOW);
    paging.accept(page(None, &[])).unwrap();

    assert!(paging.resume().unwrap_err().to_string().contains("found no-token"));
}

#[test]
fn progress_counts_pages_records_calls_and_failures() {
    let mut paging = Pagination::new(options());
    for _ in 0..2 {
        ask(&mut paging, NOW);
        let _ = paging.fail(Failure::network(), NOW, 0.0).unwrap();
        paging.restart();
    }
    ask(&mut paging, NOW);
    paging.accept(page(Some("b"), &["t-1", "t-2", "t-1"])).unwrap();

    assert_eq!(
        to_json(&paging.progress()),
        r#"{"pages":1,"records":2,"duplicates":1,"calls":3,"failures":2}"#
    );
}

#[test]
fn facts_are_read_and_written_as_the_typings_have_them() {
    let value = |text| Value::parse(text).expect("JSON");
    let facts = PageFacts::from_json(&value(r#"{"nextToken":"b","keys":["t-1","t-2"]}"#)).unwrap();
    assert_eq!((facts.next_token(), facts.keys()), (Some("b"), &["t-1".into(), "t-2".into()][..]));
    let last = PageFacts::from_json(&value(r#"{"nextToken":null,"keys":[]}"#)).unwrap();
    assert_eq!((last.next_token(), last.keys().len()), (None, 0));

    let failure = value(r#"{"code":"Throttling.User","status":400,"retryAfterMs":1500}"#);
    let failure = Failure::from_json(&failure).unwrap();
    assert_eq!(failure, throttled().with_retry_after_ms(1500));
    assert_eq!((failure.code(), failure.status()), (Some("Throttling.User"), Some(400)));
    assert_eq!(failure.retry_after_ms(), Some(1500));
    assert_eq!(Failure::from_json(&value(r#"{"code":null}"#)).unwrap(), Failure::network());

    let mut paging = Pagination::new(options());
    ask(&mut paging, NOW);
    let accepted = paging.accept(page(Some("b"), &["t-1", "t-1", "t-2"])).unwrap();
    assert_eq!(to_json(&accepted), r#"{"new":[0,2]}"#);
}

#[test]
fn the_catalog_and_paging_agree_on_what_may_be_asked_again() {
    for (code, status) in [
        (Some("Throttling"), Some(400)),
        (Some("Throttling.User"), Some(400)),
        (Some("ServiceUnavailable"), Some(503)),
        (Some("InternalError.Dispatch"), Some(500)),
        (Some("UnknownError"), Some(400)),
        (Some("InvalidParameter.NextToken"), Some(400)),
        (Some("InvalidParameter.MaxResults"), Some(400)),
        (Some("Operation.Forbidden"), Some(403)),
        (Some("InvalidRegionId.NotFound"), Some(404)),
        (Some("InvalidAccessKeyId.NotFound"), Some(404)),
        (None, Some(429)),
        (None, Some(502)),
        (None, None),
    ] {
        let failure = status.map_or_else(Failure::network, |status| Failure::answer(status, code));

        let is_safe = retry_class(code, status) == RetryClass::Safe;
        assert_eq!(failure.kind().is_retryable(), is_safe, "{code:?} {status:?}");
    }
}

/// One answer of an unreliable service.
#[derive(Debug, Clone)]
enum Answer {
    Page { keys: Vec<u8>, next: u8 },
    Fail(u8),
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let answer = prop_oneof![
        4 => (prop::collection::vec(0_u8..40, 0..8), 0_u8..30)
            .prop_map(|(keys, next)| Answer::Page { keys, next }),
        1 => (0_u8..5).prop_map(Answer::Fail),
    ];
    prop::collection::vec(answer, 0..60)
}

fn failure(number: u8) -> Failure {
    match number {
        0 => Failure::network(),
        1 => throttled(),
        2 => Failure::answer(502, None),
        3 => Failure::answer(400, Some("InvalidParameter.NextToken")),
        _ => Failure::answer(403, Some("Operation.Forbidden")),
    }
}

proptest! {
    #[test]
    fn prop_every_record_is_new_exactly_once_and_paging_ends(
        answers in answers(),
        jitter in 0.0..1.0_f64,
    ) {
        let mut paging = Pagination::new(options().max_pages(20).unwrap());
        let mut answers = answers.into_iter();
        let mut now_ms = NOW;
        let mut reported = Vec::new();
        let mut sent = BTreeSet::new();
        let mut resumed = 0;

        // 20 pages of at most 4 tries each, each with one wait, and 2 resumes.
        let mut ended = false;
        for _ in 0..20 * 4 * 3 * 3 {
            match paging.next_request(now_ms) {
                Step::Wait { until_ms, wait_ms } => {
                    prop_assert!(wait_ms > 0 && wait_ms <= 61_000 && until_ms == now_ms + wait_ms);
                    now_ms = until_ms;
                }
                Step::Ask { .. } => match answers.next() {
                    Some(Answer::Page { keys, next }) => {
                        let names: Vec<_> = keys.iter().map(|key| format!("t-{key}")).collect();
                        let token = format!("token-{next}");
                        let accepted =
                            paging.accept(PageFacts::new(Some(&token), names.clone())).unwrap();
                        sent.extend(names.iter().cloned());
                        reported.extend(accepted.new.iter().map(|&at| names[at].clone()));
                    }
                    Some(Answer::Fail(number)) => {
                        let _ = paging.fail(failure(number), now_ms, jitter).unwrap();
                    }
                    None => {
                        paging.accept(PageFacts::default()).unwrap();
                    }
                },
                Step::Done(ending) => {
                    if ending.is_resumable() && resumed < 2 {
                        resumed += 1;
                        paging.resume().unwrap();
                    } else {
                        ended = true;
                        break;
                    }
                }
            }
        }

        prop_assert!(ended);
        let unique: BTreeSet<_> = reported.iter().cloned().collect();
        prop_assert_eq!(unique.len(), reported.len());
        prop_assert_eq!(&unique, &sent);
        prop_assert_eq!(paging.progress().records, sent.len() as u64);
    }

    #[test]
    fn prop_a_sound_service_is_read_whole_through_failures(
        pages in prop::collection::vec(prop::collection::vec(any::<u16>(), 0..5), 1..12),
        failures in prop::collection::vec(0_u8..3, 12),
    ) {
        let mut paging = Pagination::new(options());
        let mut now_ms = NOW;
        let mut read = Vec::new();
        let mut failures = failures.into_iter();
        let mut ending = None;
        // A step a page, and two a failure.
        for _ in 0..12 + 2 * 12 {
            let at = match paging.next_request(now_ms) {
                Step::Ask { next_token: None, .. } => 0,
                Step::Ask { next_token: Some(token), .. } => token.parse::<usize>().unwrap(),
                Step::Wait { until_ms, .. } => {
                    now_ms = until_ms;
                    continue;
                }
                Step::Done(reason) => {
                    ending = Some(reason);
                    break;
                }
            };
            // At most every second call fails, so the tries suffice.
            if at % 2 == 0 && paging.progress().failures == paging.progress().pages / 2
                && let Some(number) = failures.next() {
                let _ = paging.fail(failure(number), now_ms, 0.5).unwrap();
                continue;
            }
            let next = (at + 1 < pages.len()).then(|| (at + 1).to_string());
            let keys = pages[at].iter().map(|key| format!("t-{key}"));
            let accepted = paging.accept(PageFacts::new(next.as_deref(), keys)).unwrap();
            read.extend(accepted.new.iter().map(|&index| pages[at][index]));
        }

        prop_assert_eq!(ending, Some(Ending::NoToken));
        let mut expected = pages.concat();
        expected.sort_unstable();
        expected.dedup();
        read.sort_unstable();
        prop_assert_eq!(read, expected);
    }
}
