//! Properties of `watch` over random accounts, failures and clocks.

// The allowance for tests does not reach the helpers of a test.
#![allow(clippy::indexing_slicing)]

use super::{NOW, instance, run, watch};
use invoscope::pagination::Failure;
use invoscope::watch::{Call, RunFacts, Step, Watch, WatchOptions};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// An account in which instances move by themselves while they are watched.
#[derive(Debug)]
struct Account {
    /// Per run and instance: when it moves, in which order of statuses.
    runs: BTreeMap<String, Vec<Vec<(u64, &'static str)>>>,
}

impl Account {
    fn state(&self, id: &str, index: usize, at_ms: u64) -> (&'static str, usize) {
        let moves = &self.runs[id][index];
        let passed = moves.iter().take_while(|(move_ms, _)| *move_ms <= at_ms).count();
        (moves[..passed].last().map_or("Pending", |(_, status)| status), passed)
    }

    fn answer(&self, call: &Call, at_ms: u64) -> RunFacts {
        let count = self.runs[&call.invoke_id].len();
        let all: Vec<_> = (0..count)
            .map(|index| {
                let (status, version) = self.state(&call.invoke_id, index, at_ms);
                instance(&format!("i-{index}"), status, &version.to_string())
            })
            .collect();
        let is_done = all.iter().all(|one| one.status.is_terminal());
        let listed: Vec<_> = all
            .into_iter()
            .filter(|one| call.instance_id.as_ref().is_none_or(|id| *id == one.instance_id))
            .collect();
        run(&call.invoke_id, if is_done { "Failed" } else { "Running" }, &listed)
    }
}

fn account() -> impl Strategy<Value = Account> {
    let instance = (0_u64..200_000, 0_u64..200_000, 0_usize..4).prop_map(|(wait, takes, end)| {
        let end = ["Success", "Failed", "Timeout", "Terminated"][end];
        vec![(NOW + wait, "Running"), (NOW + wait + takes, end)]
    });
    prop::collection::vec(prop::collection::vec(instance, 1..8), 1..8).prop_map(|runs| Account {
        runs: runs.into_iter().enumerate().map(|(n, run)| (format!("t-{n}"), run)).collect(),
    })
}

#[derive(Debug, Clone, Copy)]
enum Disturbance {
    None,
    Temporary,
    Throttled,
    PauseFor(u64),
    BreakOff,
    SetClockBackBy(u64),
}

fn disturbances() -> impl Strategy<Value = Vec<Disturbance>> {
    prop::collection::vec(
        prop_oneof![
            6 => Just(Disturbance::None),
            2 => Just(Disturbance::Temporary),
            1 => Just(Disturbance::Throttled),
            1 => (0_u64..100_000).prop_map(Disturbance::PauseFor),
            1 => Just(Disturbance::BreakOff),
            1 => (0_u64..100_000).prop_map(Disturbance::SetClockBackBy),
        ],
        0..60,
    )
}

proptest! {
    #[test]
    fn prop_every_final_output_is_read_within_the_budget_and_the_watch_ends(
        account in account(),
        disturbances in disturbances(),
        budget in 1_u64..25,
    ) {
        let mut watch = Watch::new(WatchOptions::default().calls_per_minute(budget).unwrap());
        for id in account.runs.keys() {
            watch.add(id);
        }
        let mut disturbances = disturbances.into_iter();
        // True time goes on; the wall clock may be set back against it.
        let (mut true_ms, mut set_back_ms) = (NOW, 0);
        let mut calls = Vec::new();
        let mut throttled_until_ms = 0;
        let mut outputs = BTreeMap::new();
        let mut is_finished = false;

        for _ in 0..20_000 {
            let wall_ms = true_ms - set_back_ms;
            match watch.next_step(wall_ms) {
                Step::Wait { until_ms, wait_ms, .. } => {
                    prop_assert!(wait_ms > 0, "busy loop");
                    prop_assert_eq!(until_ms, wall_ms + wait_ms);
                    let status = watch.status(wall_ms);
                    prop_assert_eq!(status.next_call_at_ms, Some(until_ms));
                    true_ms += wait_ms;
                }
                Step::Call(call) => {
                    prop_assert!(true_ms >= throttled_until_ms, "asked while throttled");
                    calls.push(true_ms);
                    match disturbances.next().unwrap_or(Disturbance::None) {
                        Disturbance::Temporary => {
                            watch.fail(Failure::answer(503, None), wall_ms, 0.5).unwrap();
                        }
                        Disturbance::Throttled => {
                            let failure = Failure::answer(400, Some("Throttling"));
                            watch.fail(failure, wall_ms, 0.5).unwrap();
                            throttled_until_ms = true_ms + 60_000 - wall_ms % 60_000;
                        }
                        Disturbance::BreakOff => {}
                        Disturbance::SetClockBackBy(by_ms) => {
                            set_back_ms += by_ms;
                            watch.accept(&[account.answer(&call, true_ms)], true_ms - set_back_ms)
                                .unwrap();
                            note(&mut outputs, &account, &call, true_ms);
                        }
                        Disturbance::PauseFor(pause_ms) => {
                            watch.accept(&[account.answer(&call, true_ms)], wall_ms).unwrap();
                            note(&mut outputs, &account, &call, true_ms);
                            watch.pause();
                            prop_assert_eq!(watch.next_step(wall_ms), Step::Paused);
                            true_ms += pause_ms;
                            prop_assert_eq!(watch.next_step(wall_ms + pause_ms), Step::Paused);
                            watch.resume(wall_ms + pause_ms);
                        }
                        Disturbance::None => {
                            watch.accept(&[account.answer(&call, true_ms)], wall_ms).unwrap();
                            note(&mut outputs, &account, &call, true_ms);
                        }
                    }
                }
                Step::Finished => {
                    is_finished = true;
                    break;
                }
                step => prop_assert!(false, "unexpected {step:?}"),
            }
        }

        prop_assert!(is_finished);
        let limit = usize::try_from(budget).unwrap();
        for window in calls.windows(limit + 1) {
            prop_assert!(window[limit] - window[0] >= 60_000, "budget exceeded");
        }
        for (id, instances) in &account.runs {
            for (index, moves) in instances.iter().enumerate() {
                let key = (id.clone(), format!("i-{index}"));
                prop_assert_eq!(outputs.get(&key), Some(&moves.len()), "final output of {:?}", key);
            }
        }
    }

    #[test]
    fn prop_arbitrary_reports_never_break_the_machine(
        actions in prop::collection::vec((0_u8..10, 0_u64..200_000, 0_u8..6), 0..120),
    ) {
        let mut watch = watch();
        let mut now_ms = NOW;
        let ids: Vec<String> = (0..6).map(|n| format!("t-{n}")).collect();
        for (action, time_ms, which) in actions {
            let id = &ids[usize::from(which)];
            match action {
                0 => watch.add(id),
                1 => watch.observe(&run(id, "Running", &[instance("i-1", "Running", "1")]), now_ms),
                2 => watch.remove(id),
                3 => watch.pause(),
                4 => watch.resume(now_ms),
                5 => drop(watch.accept(&[run(id, "Odd", &[instance("i-2", "Odd", "1")])], now_ms)),
                6 => drop(watch.fail(Failure::answer(u16::from(which) * 100, None), now_ms, f64::NAN)),
                7 => now_ms = time_ms * u64::from(which),
                8 => watch.spend(now_ms),
                _ => now_ms += time_ms,
            }
            if let Step::Wait { until_ms, wait_ms, .. } = watch.next_step(now_ms) {
                prop_assert!(wait_ms > 0 && until_ms > now_ms);
            }
            let _ = watch.status(now_ms);
        }
    }
}

/// Remembers which state of an instance its output was read in.
fn note(
    outputs: &mut BTreeMap<(String, String), usize>,
    account: &Account,
    call: &Call,
    at_ms: u64,
) {
    if !call.include_output {
        return;
    }
    let count = account.runs[&call.invoke_id].len();
    for index in 0..count {
        let id = format!("i-{index}");
        if call.instance_id.as_ref().is_none_or(|asked| *asked == id) {
            let (_, version) = account.state(&call.invoke_id, index, at_ms);
            outputs.insert((call.invoke_id.clone(), id), version);
        }
    }
}
