use super::*;
use crate::json::to_json;
use crate::output::text;
use proptest::prelude::*;

fn texts(text: &str) -> Vec<String> {
    styled_lines(text).iter().map(|line| line.text().into_owned()).collect()
}

fn json(text: &str) -> String {
    let lines = styled_lines(text);
    assert_eq!(lines.len(), 1, "{text:?}");
    to_json(&lines[0].spans)
}

#[test]
fn lines_end_at_line_feeds_and_the_last_needs_none() {
    assert_eq!(texts(""), [""; 0]);
    assert_eq!(texts("a"), ["a"]);
    assert_eq!(texts("a\n"), ["a"]);
    assert_eq!(texts("a\r\n\nb"), ["a", "", "b"]);
    assert_eq!(texts("a\u{b}b\u{c}c\u{85}d\u{1b}Ee"), ["a", "b", "c", "d", "e"]);
}

#[test]
fn clean_lines_are_borrowed() {
    let lines = styled_lines("云助手\nok\r\n");

    for line in &lines {
        assert!(matches!(line.spans[0].text, std::borrow::Cow::Borrowed(_)));
    }
    // A space is above C0, U+00A0 above C1.
    for text in ["two words", "no\u{a0}break", "\u{a0}"] {
        let lines = styled_lines(text);
        assert!(matches!(lines[0].spans[0].text, std::borrow::Cow::Borrowed(_)), "{text:?}");
        assert!(matches!(plain_text(text), std::borrow::Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn carriage_returns_and_backspaces_overwrite() {
    assert_eq!(texts("10%\r20%\r100%\n"), ["100%"]);
    assert_eq!(texts("long line\rshort\n"), ["shortline"]);
    assert_eq!(texts("abc\u{8}\u{8}X"), ["aXc"]);
    assert_eq!(texts("\u{8}a"), ["a"]);
}

#[test]
fn tabs_stop_at_every_eighth_cell() {
    assert_eq!(texts("a\tb\t\tc"), ["a       b               c"]);
    assert_eq!(texts("abcdefghij\r\tX"), ["abcdefghXj"]);
    assert_eq!(texts("abcdefghijklmnopqrst\u{1b}[10D\tX"), ["abcdefghijklmnopXrst"]);
}

#[test]
fn erasing_stays_in_the_line() {
    assert_eq!(texts("old text\r\u{1b}[Knew"), ["new"]);
    assert_eq!(texts("keep\nabcdef\u{1b}[3D\u{1b}[K"), ["keep", "abc"]);
    assert_eq!(texts("abcdef\u{1b}[3D\u{1b}[1K"), ["    ef"]);
    assert_eq!(texts("keep\nabc\u{1b}[2J\u{1b}[Hnew"), ["keep", "new"]);
    assert_eq!(texts("abc\u{1b}[2Kd"), ["   d"]);
}

#[test]
fn the_cursor_moves_within_the_line() {
    assert_eq!(texts("ab\u{1b}[3Cc"), ["ab   c"]);
    assert_eq!(texts("abc\u{1b}[2DX"), ["aXc"]);
    assert_eq!(texts("abc\u{1b}[2GX"), ["aXc"]);
    assert_eq!(texts("abc\u{1b}[9DX"), ["Xbc"]);
}

#[test]
fn moves_to_another_line_end_the_line() {
    assert_eq!(texts("one\u{1b}[1Atwo\u{1b}[5;1Hthree"), ["one", "two", "three"]);
}

#[test]
fn every_attribute_of_sgr_is_set_and_reset() {
    for (on, off, name) in [
        (1, 22, "bold"),
        (2, 22, "dim"),
        (3, 23, "italic"),
        (4, 24, "underline"),
        (21, 24, "underline"),
        (7, 27, "inverse"),
        (8, 28, "conceal"),
        (9, 29, "strike"),
    ] {
        assert_eq!(
            json(&format!("\u{1b}[{on}ma\u{1b}[{off}mb")),
            format!(r#"[{{"text":"a","style":{{"{name}":true}}}},{{"text":"b"}}]"#)
        );
    }
}

#[test]
fn an_attribute_that_is_set_twice_is_set() {
    for code in [1, 2, 3, 4, 7, 8, 9] {
        let twice = json(&format!("\u{1b}[{code};{code}ma"));
        assert_eq!(twice, json(&format!("\u{1b}[{code}ma")));
    }
}

#[test]
fn thirty_two_parameters_are_read_and_no_more() {
    // Empty parameters are 0, which resets.
    let style =
        |before: usize, codes: &str| json(&format!("\u{1b}[{}{codes}ma", ";".repeat(before)));

    assert_eq!(style(30, "3;1"), r#"[{"text":"a","style":{"bold":true,"italic":true}}]"#);
    assert_eq!(style(31, "3;1"), r#"[{"text":"a","style":{"italic":true}}]"#);
    assert_eq!(style(31, "3:1:1:1"), r#"[{"text":"a","style":{"italic":true}}]"#);
    assert_eq!(style(60, "3:1"), r#"[{"text":"a"}]"#);
}

#[test]
fn control_characters_in_a_sequence_act_at_once() {
    // Williams: C0 is executed in the states of a sequence, which goes on.
    assert_eq!(json("ab\u{1b}[\r1mX"), r#"[{"text":"X","style":{"bold":true}},{"text":"b"}]"#);
    assert_eq!(texts("ab\u{1b}\r[1CX"), ["aX"]);
}

#[test]
fn colours_of_sgr_are_read_in_every_spelling() {
    for (codes, style) in [
        ("31", r#"{"foreground":1}"#),
        ("97", r#"{"foreground":15}"#),
        ("42", r#"{"background":2}"#),
        ("100", r#"{"background":8}"#),
        ("38;5;208", r#"{"foreground":208}"#),
        ("38:5:208", r#"{"foreground":208}"#),
        ("48;2;1;2;255", r##"{"background":"#0102ff"}"##),
        ("48:2::1:2:255", r##"{"background":"#0102ff"}"##),
        ("48:2:1:2:255", r##"{"background":"#0102ff"}"##),
        ("58;5;1;1", r#"{"bold":true}"#),
        ("1;31;42", r#"{"foreground":1,"background":2,"bold":true}"#),
        ("4:3", r#"{"underline":true}"#),
    ] {
        let expected = format!(r#"[{{"text":"a","style":{style}}}]"#);
        assert_eq!(json(&format!("\u{1b}[{codes}ma")), expected, "{codes}");
    }
    for codes in ["31;39", "42;49", "1;0", "1;", "4:0", "38;5;256", "38;2;1;2;256", "38", "99"] {
        assert_eq!(json(&format!("\u{1b}[{codes}ma")), r#"[{"text":"a"}]"#, "{codes}");
    }
    assert_eq!(json("\u{1b}[1ma\u{1b}[mb").matches("style").count(), 1);
}

#[test]
fn styles_last_over_lines_and_equal_neighbours_join() {
    let lines = styled_lines("\u{1b}[31ma\nb\u{1b}[0m\n");
    assert_eq!(lines[1].spans[0].style.foreground, Some(Color::Palette(1)));

    assert_eq!(json("a\u{1b}[31m\u{1b}[0mb"), r#"[{"text":"ab"}]"#);
}

#[test]
fn links_are_kept_with_allowed_schemes_and_their_text_always() {
    let text = |uri: &str| format!("\u{1b}]8;;{uri}\u{1b}\\text\u{1b}]8;;\u{7} after");

    assert_eq!(
        json(&text("https://example.com")),
        r#"[{"text":"text","link":"https://example.com"},{"text":" after"}]"#
    );
    assert_eq!(json(&text("javascript:alert(1)")), r#"[{"text":"text after"}]"#);
    // Of a command 2200 bytes are kept: "8;;" and the target.
    let longest = format!("https://example.com/{}", "a".repeat(2200 - 3 - 20));
    assert!(json(&text(&longest)).contains(&longest));
    assert_eq!(json(&text(&format!("{longest}a"))), r#"[{"text":"text after"}]"#);
    let long = format!("https://example.com/{}", "a".repeat(3000));
    assert_eq!(json(&text(&long)), r#"[{"text":"text after"}]"#);
}

#[test]
fn everything_else_is_dropped() {
    for sequence in [
        "\u{1b}]0;title\u{7}",
        "\u{1b}]52;c;aGk=\u{1b}\\",
        "\u{1b}P1$qm\u{1b}\\",
        "\u{1b}_apc\u{9c}",
        "\u{1b}^pm\u{1b}\\",
        "\u{1b}Xsos\u{1b}\\",
        "\u{1b}[?25l",
        "\u{1b}[>0c",
        "\u{1b}[1 q",
        "\u{1b}(B",
        "\u{1b}#8",
        "\u{1b}c",
        "\u{9b}1;5r",
        "\u{1b}[12\u{18}",
        "\0\u{7}\u{7f}\u{e}",
        "\u{1b}[?1049h",
        "\u{1b}[99999999999999999999;1;1t",
    ] {
        assert_eq!(texts(&format!("a{sequence}b")), ["ab"], "{sequence:?}");
    }
}

#[test]
fn a_cut_sequence_swallows_no_other_line() {
    assert_eq!(texts("a\u{1b}]0;tit\nb"), ["a", "b"]);
    assert_eq!(texts("a\u{1b}Pdata\nb"), ["a", "b"]);
    assert_eq!(texts("a\u{1b}[3云"), ["a云"]);
    assert_eq!(texts("a\u{1b}[3\nb"), ["a", "b"]);
    assert_eq!(texts("a\u{1b}\nb"), ["a", "b"]);
    assert_eq!(texts("a\u{1b}"), ["a"]);
}

#[test]
fn hostile_moves_allocate_nothing_that_the_text_did_not_pay_for() {
    let text = "\u{1b}[999999999Cx\n".repeat(1000);
    let cells: usize = texts(&text).iter().map(String::len).sum();
    assert!(cells <= 2 * text.len() + 4096, "{cells}");

    let text = format!("{}{}", "x".repeat(9000), "\u{1b}[2Ky".repeat(1000));
    let cells: usize = texts(&text).iter().map(String::len).sum();
    assert!(cells <= 2 * text.len() + 4096, "{cells}");
}

#[test]
fn invisible_characters_stay_and_are_reported_as_javascript_counts() {
    let lines = styled_lines("😀\u{202e}a\u{1b}[1m\u{200b}b");
    assert_eq!(lines[0].text(), "😀\u{202e}a\u{200b}b");
    assert!(to_json(&lines[0]).ends_with(
        r#""invisible":[{"offset":2,"codePoint":8238,"kind":"bidi"},{"offset":4,"codePoint":8203,"kind":"zero-width"}]}"#
    ));
}

#[test]
fn invisible_characters_are_those_of_unicode() {
    // Bidi_Control of PropList.txt; Default_Ignorable_Code_Point of
    // DerivedCoreProperties.txt; Zl and Zp of UnicodeData.txt.
    for (characters, kind) in [
        ("\u{61c}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}", "bidi"),
        ("\u{ad}\u{34f}\u{115f}\u{180e}\u{200b}\u{200d}\u{2060}\u{206f}\u{feff}", "zero-width"),
        ("\u{2028}\u{2029}", "separator"),
    ] {
        let line = &styled_lines(characters)[0];
        let kinds: Vec<_> = line.invisible().iter().map(|found| found.kind.code()).collect();
        assert_eq!(kinds, vec![kind; characters.chars().count()]);
    }
    assert!(styled_lines("\u{a0}\u{3000}é云")[0].invisible().is_empty());
}

#[test]
fn offsets_of_invisible_characters_count_the_spans_before() {
    let lines = styled_lines("ab\u{1b}[1mcd\u{1b}[0m\u{200b}");

    assert_eq!(lines[0].invisible()[0].utf16_offset, 4);
}

fn is_control(character: char) -> bool {
    matches!(character, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}')
}

/// Arbitrary bytes, and bytes that mostly are control sequences.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        any::<Vec<u8>>(),
        prop::collection::vec(
            prop::sample::select(
                &b"\x1b\x1b[[]P;:0123859mKJCDGHABh?!\x07\\\r\n\t\x08ab\xc2\x9b\x9d\xe4\xba\x91"[..]
            ),
            0..200
        ),
    ]
}

proptest! {
    #[test]
    fn prop_no_control_character_reaches_the_result(bytes in hostile()) {
        let text = text::decode(&bytes).text;

        for line in styled_lines(&text) {
            for span in &line.spans {
                prop_assert!(!span.text.is_empty());
                prop_assert!(!span.text.chars().any(is_control), "{:?}", span.text);
                if let Some(link) = &span.link {
                    prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()));
                }
            }
        }
    }

    #[test]
    fn prop_the_result_is_linear_in_the_text(bytes in hostile()) {
        let text = text::decode(&bytes).text;

        let cells: usize =
            styled_lines(&text).iter().map(|line| line.text().chars().count()).sum();

        prop_assert!(cells <= text.len() * 10 + 4096);
    }

    #[test]
    fn prop_text_without_control_characters_is_unchanged(text in "[^\\p{Cc}]{0,40}") {
        prop_assert_eq!(texts(&text).concat(), text.clone());
        // The long way round gives the same as the short one.
        prop_assert_eq!(texts(&format!("\u{7}{text}")), texts(&text));
    }
}
