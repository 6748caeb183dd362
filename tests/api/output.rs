//! Public API of `output`.

use invoscope::json::to_json;
use invoscope::output::Output;
use invoscope::output::base64::{self, Tolerance};
use invoscope::output::encoding::{self, Encoding, Reason};
use invoscope::output::terminal::{plain_text, styled_lines};
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

#[test]
fn an_inspection_is_the_report_of_a_decode() {
    let report = base64::inspect(b"Zm9v*");

    assert_eq!((report.read_bytes(), report.decoded_bytes()), (5, 3));
    assert_eq!(report.rest().map(|rest| rest.offset), Some(4));
}

#[test]
fn plain_text_is_what_a_screen_shows() {
    for (printed, plain) in [
        ("\x1b[31mred\x1b[0m\nnext\r\n", "red\nnext\n"),
        ("\x1b[1mno end", "no end"),
        ("50%\r100%", "100%"),
        ("a\tb\n", "a\tb\n"),
    ] {
        assert_eq!(plain_text(printed), plain, "{printed:?}");
    }
}

#[test]
fn without_a_request_base64_is_told_by_its_form_and_what_it_decodes_to() {
    let binary: Vec<u8> = (128..=255).collect();
    let long = base64::encode(&binary);
    let text = base64::encode("hello, instances of a fleet\n".as_bytes());
    for (field, reason) in [
        (long.as_str(), Reason::LongBase64),
        // Letters of one case are rather words.
        (&"abcd".repeat(16), Reason::DecodesToNoText),
        (&"ABCD1234".repeat(8).to_lowercase(), Reason::DecodesToNoText),
        (&long.to_uppercase().replace(['+', '/'], "A"), Reason::DecodesToNoText),
        (&text, Reason::DecodesToText),
        // Encoders wrap at one length, a multiple of four.
        (&format!("{}\n{}", &text[..4], &text[4..]), Reason::NotBase64),
        (&format!("{}\n{}", &text[..8], &text[8..16]), Reason::DecodesToText),
        (&format!("{}\n{}\n{}", &text[..6], &text[6..12], &text[12..18]), Reason::NotBase64),
        (&format!("{} {}", &text[..20], &text[20..]), Reason::NotBase64),
        // The API page masks the rest of a value with asterisks.
        (&format!("{}****", &text[..20]), Reason::MaskedBase64),
        (&format!("{}\n{}****", &text[..8], &text[8..20]), Reason::NotBase64),
        ("QUJD****", Reason::NotBase64),
        (&format!("{}????", &text[..20]), Reason::NotBase64),
    ] {
        assert_eq!(encoding::guess(field, None).reason, reason, "{field}");
    }
}

#[test]
fn a_loss_is_written_with_its_place_and_in_words() {
    let json = |schedule: &str, dropped: i64| {
        let schedule = ScheduleKind::from_repeat_mode(schedule);
        let context = Context { dropped: Some(dropped), schedule, duration_ms: None };
        let loss = Output::from_field("b2sK", Some(Encoding::Base64), context);
        serde_json::from_str::<Value>(&to_json(&loss)).expect("JSON")["loss"].clone()
    };

    let front = json("Period", 2048);
    assert_eq!((&front["place"], &front["droppedBytes"]), (&"front".into(), &2048.into()));
    assert_eq!((&front["earliestOffset"], &front["latestOffset"]), (&0.into(), &0.into()));
    for once in ["Once", "NextRebootOnly", "EveryReboot"] {
        assert_eq!(json(once, 2048)["place"], "middle", "{once}");
    }
    for (dropped, size) in [(1, "1 B"), (1023, "1023 B"), (1024, "1 KB"), (1536, "2 KB")] {
        let words = json("Period", dropped)["words"]["en"].clone();
        let start = format!("about {size} missing at the front");
        assert!(words.as_str().is_some_and(|words| words.starts_with(&start)), "{words}");
    }
}
