//! Control sequences: what a command may print.

use super::json_of;
use invoscope::output::terminal::{plain_text, styled_lines};
use invoscope::output::{Output, charset, text, truncation};

pub(crate) fn check(data: &[u8]) {
    let decoded = text::decode(data);
    json_of(&decoded);
    json_of(&charset::guess(data));
    let text = decoded.text.as_ref();
    json_of(&Output::from_field(text, None, truncation::Context::default()));

    let lines = styled_lines(text);
    json_of(&lines);
    let mut cells = 0;
    for line in &lines {
        for span in &line.spans {
            assert!(!span.text.is_empty(), "an empty span");
            assert!(!span.text.chars().any(char::is_control), "a control character in {span:?}");
            cells += span.text.chars().count();
            if let Some(link) = &span.link {
                // RFC 3986, section 3.1: schemes are the same in any case.
                let scheme = link.split(':').next().unwrap_or_default().to_ascii_lowercase();
                assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{link:?}");
                assert!(link.bytes().all(|byte| (0x21..0x7f).contains(&byte)), "{link:?}");
            }
        }
    }
    // Eight of a tab, one printed and one blank; and what a short text is given.
    assert!(cells <= 10 * text.len() + 4096, "{cells} cells of {} bytes", text.len());

    let plain = plain_text(text);
    assert!(!plain.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
    assert_eq!(plain_text(&plain), plain, "plain text is not plain");
    if !text.chars().any(|c| c.is_control() && c != '\n') {
        let naive: Vec<_> = text.split_inclusive('\n').map(|l| l.trim_end_matches('\n')).collect();
        let found: Vec<_> = lines.iter().map(|line| line.text().into_owned()).collect();
        assert_eq!(found, naive);
    }
}
