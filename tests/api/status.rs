//! Public API of `status`, against the sentences of the API page.

use invoscope::json::to_json;
use invoscope::status::{
    Agreement, Counts, InstanceStatus, InvocationStatus, LegacyStatus, Outcome, Rule, aggregate,
    aggregate_counts,
};

/// The instance values of the page and the `Stopped` of its rules.
const INSTANCE_VALUES: [&str; 13] = [
    "Pending",
    "Invalid",
    "Aborted",
    "Running",
    "Success",
    "Failed",
    "Error",
    "Timeout",
    "Cancelled",
    "Stopping",
    "Terminated",
    "Scheduled",
    "Stopped",
];

#[test]
fn every_instance_status_of_the_page_is_listed() {
    for value in INSTANCE_VALUES {
        let status = InstanceStatus::from_text(value);

        assert!(!matches!(status, InstanceStatus::Unknown(_)), "{value}");
        assert_eq!(status.as_str(), value);
    }
    assert_eq!(InstanceStatus::LISTED.len(), INSTANCE_VALUES.len());
}

#[test]
fn every_invocation_status_of_the_page_is_listed() {
    let values = [
        "Pending",
        "Scheduled",
        "Running",
        "Success",
        "Failed",
        "Stopping",
        "Stopped",
        "PartialFailed",
    ];
    for value in values {
        assert_eq!(InvocationStatus::from_text(value).as_str(), value);
        assert!(!matches!(InvocationStatus::from_text(value), InvocationStatus::Unknown(_)));
    }
    assert_eq!(InvocationStatus::LISTED.len(), values.len());
}

#[test]
fn every_legacy_status_of_the_page_is_listed() {
    let values = [
        "Running",
        "Finished",
        "Success",
        "Failed",
        "Stopped",
        "Stopping",
        "PartialFailed",
        "Pending",
        "Scheduled",
    ];
    for value in values {
        assert!(!matches!(LegacyStatus::from_text(value), LegacyStatus::Unknown(_)), "{value}");
    }
    assert_eq!(LegacyStatus::LISTED.len(), values.len());
}

#[test]
fn lower_case_statuses_of_2018_are_read() {
    assert_eq!(LegacyStatus::from_text("finished"), LegacyStatus::Finished);
    assert_eq!(InstanceStatus::from_text("RUNNING"), InstanceStatus::Running);
}

#[test]
fn an_unlisted_status_survives_unchanged_and_is_neither_terminal_nor_success() {
    let instance = InstanceStatus::from_text("quarantined ");
    let run = InvocationStatus::from_text("Quarantined");

    assert_eq!(instance.as_str(), "quarantined ");
    assert_eq!(run.as_str(), "Quarantined");
    assert!(!instance.is_terminal() && !instance.is_success());
    assert!(!run.is_terminal() && !run.is_success());
}

#[test]
fn terminal_statuses_are_the_eight_of_the_page_and_stopped() {
    let terminal: Vec<_> = INSTANCE_VALUES
        .into_iter()
        .filter(|value| InstanceStatus::from_text(value).is_terminal())
        .collect();

    assert_eq!(
        terminal,
        [
            "Invalid",
            "Aborted",
            "Success",
            "Failed",
            "Error",
            "Timeout",
            "Cancelled",
            "Terminated",
            "Stopped"
        ]
    );
}

#[test]
fn finished_tells_no_outcome() {
    assert_eq!(LegacyStatus::Finished.outcome(), None);
    assert!(LegacyStatus::Finished.is_terminal());
}

#[test]
fn legacy_values_of_statuses_follow_the_page_and_its_samples() {
    // samples/invocations_2020-12_failed_exit1.json: Failed beside Finished.
    assert_eq!(InstanceStatus::Failed.legacy(), Some(LegacyStatus::Finished));
    assert_eq!(InstanceStatus::Timeout.legacy(), Some(LegacyStatus::Failed));
    assert_eq!(InstanceStatus::Terminated.legacy(), Some(LegacyStatus::Stopped));
    assert_eq!(InvocationStatus::PartialFailed.legacy(), Some(LegacyStatus::PartialFailed));
    assert_eq!(InvocationStatus::Failed.legacy(), None);
}

#[test]
fn no_instances_derive_nothing() {
    let result = aggregate(&[]);

    assert_eq!((result.status(), result.rule()), (None, Rule::NoInstances));
}

#[test]
fn an_unlisted_status_leaves_the_result_open_unless_something_is_active() {
    let open = aggregate(&[InstanceStatus::Success, "Quarantined".into()]);
    let active = aggregate(&[InstanceStatus::Running, "Quarantined".into()]);

    assert_eq!((open.status(), open.rule()), (None, Rule::UnknownStatus));
    assert_eq!(active.status(), Some(&InvocationStatus::Running));
}

#[test]
fn a_reported_status_agrees_differs_or_is_undecided() {
    let success = aggregate(&[InstanceStatus::Success]);

    assert_eq!(success.agreement(Some(&InvocationStatus::Success)), Agreement::Agrees);
    assert_eq!(success.agreement(Some(&InvocationStatus::Running)), Agreement::Differs);
    assert_eq!(success.agreement(None), Agreement::Undecided);
}

#[test]
fn a_run_has_ended_when_all_its_instances_have() {
    for (status, is_terminal, is_success) in [
        (InvocationStatus::Pending, false, false),
        (InvocationStatus::Scheduled, false, false),
        (InvocationStatus::Running, false, false),
        (InvocationStatus::Stopping, false, false),
        (InvocationStatus::Success, true, true),
        (InvocationStatus::Failed, true, false),
        (InvocationStatus::PartialFailed, true, false),
        (InvocationStatus::Stopped, true, false),
    ] {
        assert_eq!((status.is_terminal(), status.is_success()), (is_terminal, is_success));
    }
}

#[test]
fn one_instance_status_of_the_page_is_success() {
    let successes: Vec<_> = INSTANCE_VALUES
        .into_iter()
        .filter(|value| InstanceStatus::from_text(value).is_success())
        .collect();

    assert_eq!(successes, ["Success"]);
}

#[test]
fn legacy_values_tell_what_they_say_and_no_more() {
    for (value, outcome, is_terminal) in [
        ("Running", Some(Outcome::Running), false),
        ("Finished", None, true),
        ("Success", Some(Outcome::Success), true),
        ("Failed", Some(Outcome::Failed), true),
        ("Stopped", Some(Outcome::Stopped), true),
        ("Stopping", Some(Outcome::Stopping), false),
        ("PartialFailed", Some(Outcome::Failed), true),
        ("Pending", Some(Outcome::Pending), false),
        ("Scheduled", Some(Outcome::Scheduled), false),
        ("Quarantined", Some(Outcome::Unknown), false),
    ] {
        let status = LegacyStatus::from_text(value);

        assert_eq!((status.outcome(), status.is_terminal()), (outcome, is_terminal), "{value}");
    }
}

#[test]
fn the_ended_are_the_successful_the_failed_and_the_stopped() {
    let statuses = INSTANCE_VALUES.map(InstanceStatus::from_text);

    let counts = *aggregate(&statuses).counts();

    // The page's thirteen but Pending, Running, Stopping and Scheduled.
    assert_eq!((counts.total(), counts.terminal()), (13, 9));
    assert_eq!(Counts::default().terminal(), 0);
}

/// What `src/wasm/types/status.d.ts` promises.
#[test]
fn a_result_is_written_as_the_typings_have_it() {
    let result = aggregate(&[InstanceStatus::Success, InstanceStatus::Timeout, "Paused".into()]);

    assert_eq!(
        to_json(&result),
        r#"{"status":null,"rule":"unknown-status","counts":{"total":3,"pending":0,"running":0,"stopping":0,"scheduled":0,"success":1,"failed":1,"stopped":0,"unknown":1}}"#
    );
    assert_eq!(to_json(&Outcome::Stopping), r#""stopping""#);
    let agreements = [Agreement::Agrees, Agreement::Differs, Agreement::Undecided];
    assert_eq!(agreements.map(Agreement::code), ["agrees", "differs", "undecided"]);
}

#[test]
fn each_rule_has_the_code_of_the_typings() {
    for (statuses, code) in [
        (&["Success", "Pending"][..], "any-pending"),
        (&["Success", "Running"], "any-running"),
        (&["Success", "Stopping"], "any-stopping"),
        (&["Success", "Scheduled"], "any-scheduled"),
        (&["Cancelled", "Terminated"], "all-stopped"),
        (&["Success", "Stopped"], "success-or-stopped"),
        (&["Error", "Stopped"], "failed-or-stopped"),
        (&["Success", "Invalid"], "success-and-failed"),
        (&["Success", "Paused"], "unknown-status"),
        (&[], "no-instances"),
    ] {
        let statuses: Vec<_> =
            statuses.iter().map(|text| InstanceStatus::from_text(text)).collect();

        assert_eq!(aggregate(&statuses).rule().code(), code, "{statuses:?}");
    }
}

/// The page's sentences, one after the other, over plain words.
fn naive(values: &[&str]) -> Option<&'static str> {
    let any = |word: &str| values.contains(&word);
    let as_failed = ["Invalid", "Aborted", "Failed", "Timeout", "Error"];
    let as_stopped = ["Cancelled", "Terminated", "Stopped"];
    let class = |value: &&str| match *value {
        value if as_failed.contains(&value) => "Failed",
        value if as_stopped.contains(&value) => "Stopped",
        value => match value {
            "Success" => "Success",
            _ => "other",
        },
    };
    let classes: Vec<_> = values.iter().map(class).collect();
    let only = |allowed: &[&str]| classes.iter().all(|class| allowed.contains(class));

    if values.is_empty() {
        return None;
    }
    for active in ["Pending", "Running", "Stopping", "Scheduled"] {
        if any(active) {
            return Some(active);
        }
    }
    if only(&["Stopped"]) {
        return Some("Stopped");
    }
    if only(&["Stopped", "Success"]) && classes.contains(&"Success") {
        return Some("Success");
    }
    if only(&["Stopped", "Failed"]) {
        return Some("Failed");
    }
    if only(&["Success", "Failed", "Stopped"]) {
        return Some("PartialFailed");
    }
    None
}

/// Calls `check` with every multiset of up to `size` of the page's values and
/// one unlisted value.
fn multisets(size: usize, check: &mut dyn FnMut(&[&'static str])) {
    fn grow(
        first: usize,
        size: usize,
        chosen: &mut Vec<&'static str>,
        check: &mut dyn FnMut(&[&'static str]),
    ) {
        check(chosen);
        if chosen.len() == size {
            return;
        }
        for index in first..=INSTANCE_VALUES.len() {
            chosen.push(INSTANCE_VALUES.get(index).copied().unwrap_or("Quarantined"));
            grow(index, size, chosen, check);
            chosen.pop();
        }
    }
    grow(0, size, &mut Vec::new(), check);
}

#[test]
fn all_multisets_up_to_six_agree_with_the_sentences_of_the_page() {
    let mut checked = 0;
    multisets(6, &mut |values| {
        let statuses: Vec<_> =
            values.iter().map(|value| InstanceStatus::from_text(value)).collect();
        let result = aggregate(&statuses);

        assert_eq!(result.status().map(InvocationStatus::as_str), naive(values), "{values:?}");
        checked += 1;
    });
    // Multisets of size 0 to 6 over 14 values: C(20, 6).
    assert_eq!(checked, 38_760);
}

#[test]
fn a_run_set_aggregates_like_one_run_of_all_instances() {
    multisets(4, &mut |values| {
        let statuses: Vec<_> =
            values.iter().map(|value| InstanceStatus::from_text(value)).collect();
        let mut merged = Counts::default();
        for part in statuses.chunks(2) {
            merged.merge(aggregate(part).counts());
        }

        assert_eq!(aggregate_counts(merged), aggregate(&statuses), "{values:?}");
    });
}
