//! The catalog: any text as code, sentence, status or line.

use super::json_of;
use invoscope::catalog;
use invoscope::locale::Locale;

pub(crate) fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for locale in [Locale::from_tag("en"), Locale::from_tag("zh")] {
        let explained = json_of(&catalog::explain(text, locale));
        assert_eq!(explained["subject"], text, "the subject is changed");
        json_of(&catalog::explain_line(text, locale));
        json_of(&catalog::explain_error_code(text, locale));
        json_of(&catalog::explain_status(text, None, locale));
        json_of(&catalog::explain_api_error(text, None, locale));

        let sentence = json_of(&catalog::explain_error_info(text, locale));
        let entry =
            |text: &str| json_of(&catalog::explain_error_info(text, locale))["entry"].clone();
        let spaced = format!("  {}  ", text.replace(' ', "\n "));
        assert_eq!(entry(&spaced), sentence["entry"], "white space decides");
    }
    if let Ok(code) = text.trim().parse() {
        json_of(&catalog::explain_exit_code(code, None, Locale::from_tag("en")));
    }
}
