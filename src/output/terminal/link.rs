//! Hyperlinks of OSC 8.

/// Schemes that a viewer may open; the specification leaves the list to it.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// The target that `OSC 8 ; parameters ; URI` begins, `Some("")` where it ends
/// one; none for other commands.
///
/// A target is kept only with an allowed scheme and as the specification wants
/// it encoded, in ASCII 32–126 (here without space, quotes and angle brackets),
/// so that it can neither run nor look like anything else.
pub(super) fn target(command: &str) -> Option<&str> {
    let (_, uri) = command.strip_prefix("8;")?.split_once(';')?;
    let is_allowed = SCHEMES.iter().any(|scheme| {
        uri.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let is_encoded =
        uri.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>'));
    Some(if is_allowed && is_encoded { uri } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_links_are_kept() {
        for uri in ["https://example.com/a?b#c", "HTTP://example.com", "mailto:a@example.com"] {
            assert_eq!(target(&format!("8;;{uri}")), Some(uri));
            assert_eq!(target(&format!("8;id=1:x=2;{uri}")), Some(uri));
        }
        for uri in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            " https://example.com",
            "https://example.com/\u{202e}x",
            "https://example.com/\"x",
            "//example.com",
            "http:example.com",
        ] {
            assert_eq!(target(&format!("8;;{uri}")), Some(""), "{uri}");
        }
    }

    #[test]
    fn other_commands_are_no_links() {
        for command in ["0;title", "52;c;aGk=", "8", "8;", "88;;https://example.com"] {
            assert_eq!(target(command), None, "{command}");
        }
    }
}
