//! Public API of `output`.

use invoscope::json::to_json;
use invoscope::output::Output;
use invoscope::output::base64::{self, Tolerance};
use invoscope::output::encoding::Encoding;
use invoscope::output::terminal::styled_lines;
use invoscope::output::truncation::{Context, Place, ScheduleKind};
use serde_json::Value;

#[test]
fn sgr_reads_as_another_parser_reads_it() {
    let fixture: Value =
        serde_json::from_str(include_str!("../fixtures/terminal/sgr.json")).expect("a fixture");
    let cases = fixture["cases"].as_array().expect("cases");
    assert!(cases.len() > 20);
    for case in cases {
        let input = case["input"].as_str().expect("text");

        let lines = styled_lines(input);

        let ours: Value = serde_json::from_str(&to_json(&lines[0].spans)).expect("JSON");
        let theirs = case["spans"].as_array().expect("spans");
        assert_eq!(ours.as_array().expect("spans").len(), theirs.len(), "{input:?}");
        for (ours, theirs) in ours.as_array().expect("spans").iter().zip(theirs) {
            assert_eq!(ours["text"], theirs["text"], "{input:?}");
            let style = ours.get("style").cloned().unwrap_or_else(|| Value::Object(<_>::default()));
            // Members may come in any order.
            assert_eq!(style.as_object(), theirs["style"].as_object(), "{input:?}");
        }
    }
}

#[test]
fn base64_is_read_strictly_forgivingly_and_in_chunks() {
    assert_eq!(base64::decode_strict(b"Zm9v*").expect_err("a mask").offset(), Some(4));

    let whole = base64::decode(b"Zm9v\r\nYg");
    assert_eq!(whole.bytes, b"foob");
    assert!(whole.report.tolerance(Tolerance::WhiteSpace).is_some());

    let mut decoder = base64::Decoder::forgiving();
    let mut bytes = Vec::new();
    for chunk in ["Zm", "9v\r", "\nYg"] {
        decoder.push(chunk.as_bytes(), &mut bytes).expect("forgiving");
    }
    let report = decoder.finish(&mut bytes).expect("forgiving");
    assert_eq!((bytes, report), (whole.bytes, whole.report));
}

#[test]
fn a_truncated_output_says_what_is_missing_at_its_ends_and_inside() {
    let context = Context {
        dropped: Some(49259),
        schedule: ScheduleKind::from_repeat_mode("Period"),
        duration_ms: None,
    };
    // The last two bytes of 云, then text.
    let field = base64::encode(b"\xBA\x91\xE5\x8A\xA9 done\n");

    let output = Output::from_field(&field, Some(Encoding::Base64), context);

    assert_eq!(output.text(), "助 done\n");
    assert_eq!(output.flaws().map(|flaws| flaws.cut_start), Some(2));
    assert_eq!(output.loss().map(|loss| loss.place), Some(Place::Front));
    assert_eq!(output.lines().len(), 1);
}
