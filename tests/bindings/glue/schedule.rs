//! `parseSchedule`, `describeSchedule`, `nextRuns`.

use super::support::api;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_schedule_is_read_and_described() {
    let api = api().await;
    api.shows(
        r#"api.parseSchedule("rate(5m)")"#,
        r#"{"schedule":{"kind":"rate","count":5,"unit":"m","intervalSeconds":300},"findings":[]}"#,
    );
    api.shows(r#"api.describeSchedule("rate(20m)", "en")"#, r#""every 20 minutes""#);
    api.shows(r#"api.describeSchedule("rate(20m)", "zh-CN")"#, r#""每 20 分钟""#);
    api.shows(
        r#"api.parseSchedule("at(2022-06-06 13:15:30 UTC)", 1900000000).findings.map((finding) => finding.code)"#,
        r#"["at-in-the-past"]"#,
    );
}

#[wasm_bindgen_test]
async fn next_runs_say_what_they_assume() {
    let api = api().await;
    api.shows(
        r#"api.nextRuns("at(2022-06-06 13:15:30 UTC)", { after: 0, count: 2 })"#,
        r#"{"runs":[1654521330],"assumptions":[],"hasEnded":true}"#,
    );
    api.shows(
        r#"api.nextRuns("0 0 0 * * ?", { after: 0.5, count: 1 })"#,
        r#"{"runs":[86400],"assumptions":["instance-zone"],"hasEnded":false}"#,
    );
    api.refuses(
        r#"api.nextRuns("rate(5m)", { after: "x", count: 1 })"#,
        r#"{"code":"invalid-type","path":"after"}"#,
    );
    api.refuses(r#"api.parseSchedule("rate(5x)")"#, r#"{"code":"invalid-schedule","offset":5}"#);
    api.refuses(r#"api.describeSchedule("", "en")"#, r#"{"code":"invalid-schedule","offset":0}"#);
}
