//! The values of the page's request parameters.

use invoscope::json::Value;
use invoscope::request::{Action, Request, query_string};

#[test]
fn every_request_value_of_the_page_is_known() {
    let both = [Action::DescribeInvocations, Action::DescribeInvocationResults];
    for (parameter, actions, values) in [
        ("CommandType", &both[..1], &["RunBatScript", "RunPowerShellScript", "RunShellScript"][..]),
        (
            "InvokeStatus",
            &both[..1],
            &[
                "Running",
                "Finished",
                "Success",
                "Failed",
                "Stopped",
                "Stopping",
                "PartialFailed",
                "Pending",
                "Scheduled",
            ][..],
        ),
        ("RepeatMode", &both[..1], &["Once", "Period", "NextRebootOnly", "EveryReboot"][..]),
        ("ContentEncoding", &both[..], &["PlainText", "Base64"][..]),
        (
            "InvokeRecordStatus",
            &both[1..],
            &["Running", "Finished", "Success", "Failed", "PartialFailed", "Stopped", "Stopping"][..],
        ),
        ("Timed", &both[..1], &["true", "false"][..]),
        ("IncludeHistory", &both[1..], &["true", "false"][..]),
    ] {
        for value in values {
            let json = format!(r#"{{"RegionId":"r","InvokeId":"t","{parameter}":"{value}"}}"#);
            let reading = Request::read(&Value::parse(&json).expect("JSON")).expect("an object");
            assert_eq!(reading.findings, [], "{json}");
            for action in actions {
                let query = query_string(&reading.request.to_query(*action));

                assert_eq!(reading.request.check(*action), [], "{json}");
                assert!(
                    query.split('&').any(|pair| pair == format!("{parameter}={value}")),
                    "{query}"
                );
            }
        }
    }
}
