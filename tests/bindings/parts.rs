//! The stateless functions: one call each, real values.

use super::{at, json, text, value};
use invoscope::wasm::{analysis, catalog, output, request, schedule, status};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn statuses_aggregate() {
    let result =
        status::aggregate_statuses(&value(r#"["Success","Failed","Quarantined"]"#)).unwrap();

    assert!(at(&result, "status").is_null());
    assert_eq!(text(&result, "rule"), "unknown-status");
    assert_eq!(at(&result, "counts.unknown").as_f64(), Some(1.0));
}

#[test]
fn statuses_have_facts() {
    let facts = status::instance_status_facts("Timeout").unwrap();

    assert_eq!(
        json(&facts),
        r#"{"outcome":"failed","isTerminal":true,"isSuccess":false,"legacy":"Failed"}"#
    );
}

#[test]
fn aggregate_refuses_what_is_no_array_of_texts() {
    for wrong in ["{}", "[1]", "null"] {
        let error: JsValue = status::aggregate_statuses(&value(wrong)).expect_err(wrong);

        assert_eq!(text(&error, "code"), "invalid-type");
    }
}

#[test]
fn the_catalog_explains_in_both_languages() {
    let en = catalog::explain("ClientNotResponse", "en").unwrap();
    let zh = catalog::explain("ClientNotResponse", "zh-CN").unwrap();

    assert_eq!(text(&en, "entry"), "error/ClientNotResponse");
    assert_eq!(text(&zh, "entry"), "error/ClientNotResponse");
    assert_eq!((text(&en, "locale"), text(&zh, "locale")), ("en".into(), "zh-CN".into()));
}

#[test]
fn a_request_is_checked_and_encoded() {
    let findings = request::validate_request(&value(r#"{"MaxResults":51}"#), None).unwrap();
    let query =
        request::encode_request(&value(r#"{"RegionId":"cn-hangzhou"}"#), "DescribeInvocations");

    assert!(json(&findings).contains(r#""code":"max-results-out-of-range""#));
    assert_eq!(json(&query.unwrap()), r#"[["RegionId","cn-hangzhou"]]"#);
}

#[test]
fn a_schedule_is_said_and_refused_with_its_offset() {
    assert_eq!(schedule::describe_schedule("rate(5m)", "en").unwrap(), "every 5 minutes");
    let error = schedule::describe_schedule("rate(5x)", "en").expect_err("no unit");

    assert_eq!(text(&error, "code"), "invalid-schedule");
    assert!(at(&error, "offset").as_f64().is_some());
}

#[test]
fn control_sequences_become_styled_lines() {
    let lines = output::styled_lines_of("\u{1b}[31mred\u{1b}[0m").unwrap();

    assert_eq!(json(&lines), r#"[{"spans":[{"text":"red","style":{"foreground":1}}]}]"#);
}

#[test]
fn text_is_compared_searched_and_measured() {
    let none = JsValue::UNDEFINED;
    let diff = analysis::diff_lines("a\nb\n", "a\nc\n", &none).unwrap();
    let found = analysis::search_text("one two one", &value(r#"{"pattern":"one"}"#)).unwrap();

    assert_eq!(at(&diff, "added").as_f64(), Some(1.0));
    assert_eq!(at(&found, "count").as_f64(), Some(2.0));
}

#[test]
fn mojibake_is_undone_with_the_browsers_own_table() {
    // "部署完成" in UTF-8, read as GBK: the browser's decoder makes the table.
    let table = js_sys::eval(
        r#"(() => {
        const bytes = [];
        for (let lead = 0x81; lead <= 0xfe; lead++)
            for (let trail = 0x40; trail <= 0xfe; trail++)
                if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
        const texts = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
        const table = new Uint32Array(bytes.length / 3);
        for (let n = 0; n < table.length; n++)
            table[n] = (texts[n].charCodeAt(0) << 16) | (bytes[3 * n] << 8) | bytes[3 * n + 1];
        return table.sort();
    })()"#,
    )
    .expect("a table");
    let misread =
        js_sys::eval(r#"new TextDecoder("gbk").decode(new TextEncoder().encode("部署完成"))"#)
            .expect("text")
            .as_string()
            .expect("text");

    let table = js_sys::Uint32Array::new(&table).to_vec();
    let repair = output::repair_mojibake(&misread, &table).unwrap();

    assert!(output::looks_misread(&misread));
    assert_eq!(text(&repair, "text"), "部署完成");
}
