//! Public API of `output`.

use invoscope::json::to_json;
use invoscope::output::terminal::styled_lines;
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
