//! Random mutations of the documented answers, through the fuzz targets' checks.

use crate::checks;
use proptest::prelude::*;
use std::fs;

/// One edit of a text of bytes.
#[derive(Debug, Clone)]
enum Edit {
    Cut(usize, usize),
    Insert(usize, &'static [u8]),
    Flip(usize, u8),
    Repeat(usize, usize),
}

const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"null",
    b"true",
    b"-0",
    b"1e400",
    b"\\u0000",
    b"\\ud800",
    b"\xEF\xBB\xBF",
    b"\xFF",
    b"\x00",
    b"{}",
    b"[]",
    b"\"\"",
    b"\"InvokeId\":\"t-1\",",
    b"\"InstanceId\":\"\",",
    b"\"InvocationStatus\":\"Paused\",",
    b"\"ExitCode\":\"0x7f\",",
    b"\"Output\":\"4LiA\\u003d\",",
    b"\"Invocations\":{},",
    b"\"body\":[",
];

impl Edit {
    fn apply(&self, text: &mut Vec<u8>) {
        let at = |place: &usize| place % (text.len() + 1);
        match self {
            Self::Cut(place, length) => {
                let from = at(place);
                text.drain(from..(from + length).min(text.len()));
            }
            Self::Insert(place, piece) => {
                let from = at(place);
                text.splice(from..from, piece.iter().copied());
            }
            Self::Flip(place, bits) => {
                let from = at(place);
                if let Some(byte) = text.get_mut(from) {
                    *byte ^= bits;
                }
            }
            Self::Repeat(place, length) => {
                let from = at(place);
                let piece = text[from..(from + length).min(text.len())].to_vec();
                text.splice(from..from, piece);
            }
        }
    }
}

fn answers() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/answers");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).expect("readable")).collect()
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<usize>();
    prop_oneof![
        (place, 1..40_usize).prop_map(|(place, length)| Edit::Cut(place, length)),
        (place, prop::sample::select(PIECES)).prop_map(|(place, piece)| Edit::Insert(place, piece)),
        (place, any::<u8>()).prop_map(|(place, bits)| Edit::Flip(place, bits)),
        (place, 1..400_usize).prop_map(|(place, length)| Edit::Repeat(place, length)),
    ]
}

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    (prop::sample::select(answers()), prop::collection::vec(edit(), 0..6)).prop_map(
        |(mut text, edits)| {
            for edit in edits {
                edit.apply(&mut text);
            }
            text
        },
    )
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..200)
}

/// What commands print: words, noise to mask, control sequences.
fn printed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "web-1",
        "10.0.0.1",
        "12:30:01",
        "i-bp1abc",
        " ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\u{8}",
        "\x1b[31m",
        "\x1b[K",
        "\x1b[2J",
        "\x1b[9999C",
        "\x1b[2D",
        "\x1b]8;;https://a.b\x07",
        "\x1b",
        "\x1bP",
        "\u{9b}1m",
        "\u{202e}",
        "云",
        "Ä",
        "ſ",
        "K",
        "e\u{301}",
        "5 KB",
        "<ip>",
        "0xff",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn schedule() -> impl Strategy<Value = Vec<u8>> {
    let text = prop_oneof![
        r"rate\([0-9]{0,6}[smhdx ]\)",
        r"at\(20[0-9]{2}-[0-9]{2}-[0-3][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2}( Asia/Shanghai| GMT\+8:00| UTC)?\)",
        r"([0-9*/,LW#?\-]{1,4} ){5}[0-9*/,LW#?\-]{1,4}( 20[0-9]{2})?( UTC| GMT-[0-9]:30)?",
    ];
    (any::<[u8; 10]>(), text).prop_map(|(head, text)| [&head[..], text.as_bytes()].concat())
}

proptest! {
    #[test]
    fn prop_mutated_answers_are_read_as_serde_json_reads_them(body in mutated()) {
        checks::answer::check(&body);
    }

    #[test]
    fn prop_base64_is_the_naive_one(text in r"[A-Za-z0-9+/=_\-\\ \n*]{0,60}", noise in bytes()) {
        checks::base64::check(text.as_bytes());
        checks::base64::check(&noise);
    }

    #[test]
    fn prop_styled_lines_hold_no_control(text in printed(), noise in bytes()) {
        checks::terminal::check(text.as_bytes());
        checks::terminal::check(&noise);
    }

    #[test]
    fn prop_runs_of_schedules_are_ordered(text in schedule()) {
        checks::schedule::check(&text);
    }

    #[test]
    fn prop_the_catalog_changes_no_subject(text in printed(), noise in ".{0,40}") {
        checks::error_info::check(text.as_bytes());
        checks::error_info::check(noise.as_bytes());
    }

    #[test]
    fn prop_pages_bring_every_record_once(script in bytes()) {
        checks::pagination::check(&script);
    }

    #[test]
    fn prop_diffs_apply_and_searches_find(pattern in r"[a1.+*(\[)\\w]{1,3}", one in printed(), two in printed()) {
        let pieces = [pattern.as_bytes(), one.as_bytes(), two.as_bytes()];
        checks::diff_search::check(&pieces.join(&0xFF));
    }
}
