//! Public API of `analysis`, on the run that the product is made for: 500
//! machines, 7 failed in 3 ways.

use invoscope::ErrorKind;
use invoscope::analysis::diff::{DiffOptions, LineKind, diff};
use invoscope::analysis::family::{Basis, Failure, Families, Reason};
use invoscope::analysis::fingerprint::Fingerprint;
use invoscope::analysis::group::{Sample, group};
use invoscope::analysis::mask::mask;
use invoscope::analysis::search::{Columns, Limits, Query, Search, SearchRun};
use invoscope::analysis::stats::DurationStats;
use invoscope::json::to_json;

struct Machine {
    host: String,
    address: String,
    error_code: &'static str,
    error_info: &'static str,
    exit_code: Option<i64>,
    output: String,
}

const OFFLINE: &str = "The instance did not respond to the request.";
const TIMED_OUT: &str = "The command execution has been timed out.";

/// Texts as the simulator prints them, colours removed.
fn fleet() -> Vec<Machine> {
    (0..500).map(|n| {
        let host = format!("web-{n:03}");
        let address = format!("10.21.{}.{}", n / 250, n % 250 + 2);
        let pid = 1200 + n * 7;
        let (error_code, error_info, exit_code, output) = match n {
            41 | 173 | 208 | 399 => (
                "ExitCodeNonzero",
                "",
                Some(1),
                format!(
                    "==> web-gateway 4.18.2\nchecking package signature ... ok\n\
                     deploy[{pid}]: unpacking on {host} ({address})\n\
                     tar: /data{n}/releases/4.18.2/assets/chunk-{n}.js: Cannot write: No space left on device\n\
                     tar: Exiting with failure status due to previous errors\n\
                     deploy[{pid}]: failed on {host}, rolled back to 4.18.1\n"
                ),
            ),
            99 | 300 => ("ClientNotResponse", OFFLINE, None, String::new()),
            333 => (
                "ExecutionTimeout",
                TIMED_OUT,
                None,
                format!("==> web-gateway 4.18.2\n[{host}] waiting for /var/lock/deploy.lock held by pid 20417 (57 s)\n"),
            ),
            _ => ("", "", Some(0), format!("==> web-gateway 4.18.2\nunpacking 412 files\nstarted on {host} in {}.{} s\nhealthy\n", n % 9, n % 7)),
        };
        Machine { host, address, error_code, error_info, exit_code, output }
    })
    .collect()
}

#[test]
fn seven_failures_of_five_hundred_are_of_three_families() {
    let fleet = fleet();
    let names: Vec<[&str; 2]> =
        fleet.iter().map(|m| [m.host.as_str(), m.address.as_str()]).collect();
    let successes =
        fleet.iter().zip(&names).enumerate().filter(|(_, (m, _))| m.error_code.is_empty());
    let groups = group(successes.map(|(index, (machine, own_names))| Sample {
        index,
        text: &machine.output,
        exit_code: machine.exit_code,
        succeeded: true,
        own_names,
    }));
    let reference = groups.reference().expect("there are successes");
    let mut families = Families::against(&fleet[reference].output, &names[reference]);
    for (index, machine) in fleet.iter().enumerate().filter(|(_, m)| !m.error_code.is_empty()) {
        families.push(&Failure {
            index,
            error_code: machine.error_code,
            error_info: machine.error_info,
            exit_code: machine.exit_code,
            text: &machine.output,
            own_names: &names[index],
        });
    }

    let found = families.finish();

    assert_eq!(groups.similar().len(), 1);
    assert_eq!(groups.similar()[0].count, 493);
    let titles: Vec<_> = found
        .iter()
        .map(|f| {
            (f.members.as_slice(), f.error_code.as_str(), f.exit_code, f.basis, f.decision.as_str())
        })
        .collect();
    assert_eq!(
        titles,
        [
            (
                &[41, 173, 208, 399][..],
                "ExitCodeNonzero",
                Some(1),
                Basis::Resource,
                "No space left on device"
            ),
            (&[99, 300], "ClientNotResponse", None, Basis::ErrorInfo, OFFLINE),
            (
                &[333],
                "ExecutionTimeout",
                None,
                Basis::Line,
                "[<self>] waiting for /var/lock/deploy.lock held by pid <pid> (<duration>)"
            ),
        ]
    );
    assert_eq!(found[0].decisive_line, Some(4));
    assert_eq!(
        found[0].decisive_text(),
        Some(
            "tar: /data41/releases/4.18.2/assets/chunk-41.js: Cannot write: No space left on device"
        )
    );
    assert_eq!(found[0].lines.iter().map(|line| line.line).collect::<Vec<_>>(), [4, 5, 6]);
    assert_eq!(
        found[0].lines[0].reasons,
        [Reason::ResourceExhausted, Reason::FailureWord, Reason::NotInReference]
    );
}

#[test]
fn the_odd_one_out_differs_from_the_reference_in_words_not_in_noise() {
    let options = DiffOptions {
        ignore_masked: true,
        reference_names: &["web-001"],
        other_names: &["web-002"],
        ..DiffOptions::default()
    };

    let found =
        diff("web-001 up 3 days\nmode: active\n", "web-002 up 9 days\nmode: standby\n", &options);

    let kinds: Vec<_> = found.hunks[0].lines.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [LineKind::Similar, LineKind::Removed, LineKind::Added]);
    assert_eq!(found.first_difference, Some((2, 2)));
}

#[test]
fn one_search_covers_the_fleet() {
    let fleet = fleet();
    let search =
        Search::new(&Query { pattern: "NO SPACE LEFT".into(), ..Query::default() }).unwrap();
    let mut run = SearchRun::new(&search, Limits::default());
    for (index, machine) in fleet.iter().enumerate() {
        run.push(index, &machine.output);
    }

    let found = run.finish();

    assert_eq!(found.outputs.iter().map(|o| o.index).collect::<Vec<_>>(), [41, 173, 208, 399]);
    assert_eq!((found.searched, found.count, found.truncated), (500, 4, false));
    let first = found.outputs[0].matches[0];
    let line = first.line_of(&fleet[41].output);
    assert_eq!((first.line, &line[first.start..first.end]), (4, "No space left"));
}

#[test]
fn captures_pivot_the_fleet() {
    let pattern = r"gateway (?<version>\S+)".to_owned();
    let search = Search::new(&Query { pattern, regex: true, ..Query::default() }).unwrap();
    let mut table = Columns::new(&search).unwrap();
    for (index, machine) in fleet().iter().enumerate() {
        table.push(index, &machine.output);
    }

    let columns = table.columns();

    assert_eq!(columns[0].name, "version");
    assert_eq!((columns[0].values[0].value.as_str(), columns[0].values[0].count), ("4.18.2", 498));
}

#[test]
fn invalid_patterns_have_their_own_code() {
    let error = Search::new(&Query { pattern: "(".into(), regex: true, ..Query::default() });

    assert_eq!(error.unwrap_err().kind(), ErrorKind::InvalidPattern);
}

#[test]
fn javascript_sees_camel_case_and_stable_codes() {
    assert_eq!(
        to_json(&diff("a\n", "b\n", &DiffOptions::default())),
        concat!(
            r#"{"hunks":[{"referenceStart":1,"referenceCount":1,"otherStart":1,"otherCount":1,"#,
            r#""lines":[{"kind":"removed","referenceLine":1,"text":"a","emphasis":[]},"#,
            r#"{"kind":"added","otherLine":1,"text":"b","emphasis":[]}]}],"added":1,"removed":1,"#,
            r#""firstDifference":{"referenceLine":1,"otherLine":1},"finalNewlineDiffers":false,"coarse":false}"#
        )
    );
    let text = "done\n";
    assert_eq!(
        to_json(&group([Sample {
            index: 3,
            text,
            exit_code: Some(0),
            succeeded: true,
            own_names: &[]
        }])),
        format!(
            r#"{{"reference":3,"similar":[{{"fingerprint":"{0}","count":1,"exitCode":0,"succeeded":1,"groups":[{{"fingerprint":"{0}","count":1,"members":[3],"exitCode":0,"succeeded":1}}]}}]}}"#,
            Fingerprint::exact(text)
        )
    );
    assert_eq!(
        to_json(&DurationStats::of([1.0, 2.5])),
        r#"{"count":2,"ignored":0,"min":1,"p50":1,"p95":2.5,"p99":2.5,"max":2.5,"mad":0}"#
    );
}

#[test]
fn masked_fingerprints_are_those_of_masked_texts() {
    let (left, right) = ("up 3 days from 10.0.0.7", "up 12 days from 10.0.0.9");

    assert_eq!(mask(left, &[]).text(), mask(right, &[]).text());
    assert_eq!(Fingerprint::masked(left, &[]), Fingerprint::masked(right, &[]));
    assert_ne!(Fingerprint::exact(left), Fingerprint::exact(right));
}
