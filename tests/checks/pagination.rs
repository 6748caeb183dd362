//! Paging: a script of answers, failures and clock readings, against a set.

use super::json_of;
use invoscope::pagination::{Failure, PageFacts, Pagination, PaginationOptions, Step};
use std::collections::BTreeSet;

/// Three bytes an action: what, with which argument, after how long.
pub(crate) fn check(data: &[u8]) {
    let mut paging = Pagination::new(PaginationOptions::default());
    let mut known = BTreeSet::new();
    let (mut read, mut now_ms) = (0, 1_795_608_015_000_u64);
    for action in data.as_chunks::<3>().0 {
        let [what, argument, delay] = *action;
        // A clock may also be set back.
        now_ms = now_ms.wrapping_add_signed(i64::from(delay.cast_signed()) * 997);
        let step = paging.next_request(now_ms);
        json_of(&step);
        assert_eq!(paging.next_request(now_ms), step, "the same question has two answers");
        match step {
            Step::Wait { wait_ms, .. } => assert!(wait_ms > 0),
            Step::Done(ending) if what % 2 == 0 => {
                assert_eq!(paging.resume().is_ok(), ending.is_resumable());
            }
            Step::Done(_) => paging.restart(),
            Step::Ask { .. } if what % 4 == 0 => {
                let codes = ["Throttling.User", "InternalError", "InvalidParameter.NextToken", "x"];
                let code = codes[argument as usize % 4];
                let failure = Failure::answer(400 + u16::from(argument), Some(code));
                let jitter = f64::from(argument) / 64.0 - 1.0;
                json_of(&paging.fail(failure, now_ms, jitter).expect("a page was asked"));
            }
            Step::Ask { .. } => {
                let keys: Vec<_> =
                    (0..what % 5).map(|n| format!("t-{}", n * (argument % 7))).collect();
                let token = [None, Some(String::new()), Some(format!("{}", argument / 4))];
                let token = token[usize::from(argument).min(2)].as_deref();
                let page = PageFacts::new(token, keys.iter().cloned());
                let accepted = paging.accept(page).expect("a page was asked");
                let naive: Vec<_> =
                    (0..keys.len()).filter(|n| known.insert(keys[*n].clone())).collect();
                assert_eq!(accepted.new, naive, "a record is new once");
                read += keys.len() as u64;
            }
        }
        let progress = paging.progress();
        assert_eq!(progress.records, known.len() as u64);
        assert_eq!(progress.records + progress.duplicates, read, "a record is lost");
    }
}
