//! One output field of an answer, read whole.

use super::base64::{self, Decoded};
use super::charset::{self, Candidate};
use super::encoding::{self, Encoding, Guess};
use super::terminal::{self, Line};
use super::text::{self, Flaws};
use super::truncation::{self, Context, Loss};
use crate::json::{ToJson, Writer};

/// An output: its bytes, its text, and everything that is uncertain about them.
///
/// Of Base64 that is clean UTF-8 the decoded buffer becomes the text: one
/// allocation, one decode, and with a known encoding one validation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    content: Content,
    encoding: Guess,
    base64: Option<base64::Report>,
    loss: Option<Loss>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    /// The bytes are the text.
    Clean(String),
    Flawed {
        bytes: Vec<u8>,
        text: String,
        flaws: Flaws,
    },
}

impl Output {
    /// Reads the text of `Output`, given the request's `ContentEncoding` where it
    /// is known, and what is known of the run.
    #[must_use]
    pub fn from_field(field: &str, requested: Option<Encoding>, context: Context) -> Self {
        let mut output = if requested == Some(Encoding::PlainText) {
            Self::plain(field, encoding::guess(field, requested))
        } else {
            let decoded = base64::decode(field.as_bytes());
            let guess = encoding::judge(field, requested, &decoded);
            match guess.encoding {
                Encoding::PlainText => Self::plain(field, guess),
                Encoding::Base64 => Self::decoded(decoded, guess),
            }
        };
        output.loss = truncation::loss(output.bytes().len(), context);
        output
    }

    fn plain(field: &str, encoding: Guess) -> Self {
        Self { content: Content::Clean(field.to_owned()), encoding, base64: None, loss: None }
    }

    fn decoded(decoded: Decoded, encoding: Guess) -> Self {
        let content = match text::from_vec(decoded.bytes) {
            Ok(text) => Content::Clean(text),
            Err((bytes, text, flaws)) => Content::Flawed { bytes, text, flaws },
        };
        Self { content, encoding, base64: Some(decoded.report), loss: None }
    }

    /// The bytes, as the agent sent them.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Clean(text) => text.as_bytes(),
            Content::Flawed { bytes, .. } => bytes,
        }
    }

    /// The text: UTF-8 without cut characters, damage as U+FFFD.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Clean(text) | Content::Flawed { text, .. } => text,
        }
    }

    /// How the field was read, and whether that is a guess.
    #[must_use]
    pub fn encoding(&self) -> Guess {
        self.encoding
    }

    /// What was tolerated in the Base64; none for plain text.
    #[must_use]
    pub fn base64(&self) -> Option<&base64::Report> {
        self.base64.as_ref()
    }

    /// Cut and damaged characters; none where the bytes are the text.
    #[must_use]
    pub fn flaws(&self) -> Option<&Flaws> {
        match &self.content {
            Content::Clean(_) => None,
            Content::Flawed { flaws, .. } => Some(flaws),
        }
    }

    /// Where bytes were lost before the answer was made.
    #[must_use]
    pub fn loss(&self) -> Option<&Loss> {
        self.loss.as_ref()
    }

    /// The charsets that the bytes may be in, best first; computed by the call,
    /// empty unless the text is damaged.
    #[must_use]
    pub fn charsets(&self) -> Vec<Candidate> {
        match self.flaws() {
            Some(flaws) if flaws.is_damaged() => charset::guess(self.bytes()),
            _ => Vec::new(),
        }
    }

    /// Whether [`charset::repair`] is worth offering.
    #[must_use]
    pub fn looks_misread(&self) -> bool {
        charset::is_suspicious(self.text())
    }

    /// The styled lines of the text; computed by the call.
    #[must_use]
    pub fn lines(&self) -> Vec<Line<'_>> {
        terminal::styled_lines(self.text())
    }
}

/// Everything but the bytes and the lines; keys without a value are left out.
impl ToJson for Output {
    fn write(&self, out: &mut Writer) {
        let charsets = self.charsets();
        out.object(|o| {
            o.field("text", self.text())
                .field("byteLength", self.bytes().len())
                .field("encoding", self.encoding)
                .optional("base64", self.base64())
                .optional("flaws", self.flaws())
                .optional("charsets", (!charsets.is_empty()).then_some(&charsets))
                .optional("looksMisread", self.looks_misread().then_some(true))
                .optional("loss", self.loss());
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::to_json;

    fn read(field: &str, requested: Option<Encoding>) -> Output {
        Output::from_field(field, requested, Context::default())
    }

    #[test]
    fn clean_base64_is_its_text() {
        let output = read("5LqR5Yqp5omLCg==", Some(Encoding::Base64));

        assert_eq!(output.text(), "云助手\n");
        assert_eq!(output.bytes(), "云助手\n".as_bytes());
        assert_eq!(output.flaws(), None);
        assert_eq!(output.lines().len(), 1);
    }

    #[test]
    fn plain_text_is_never_decoded() {
        assert_eq!(read("ZG9uZQ==", Some(Encoding::PlainText)).text(), "ZG9uZQ==");
        assert_eq!(read("hello world", None).text(), "hello world");
        assert_eq!(read("hello world", None).base64(), None);
    }

    #[test]
    fn bytes_of_another_charset_are_kept_and_guessed() {
        // 系统找不到指定的路径 in GBK.
        let gbk =
            b"\xCF\xB5\xCD\xB3\xD5\xD2\xB2\xBB\xB5\xBD\xD6\xB8\xB6\xA8\xB5\xC4\xC2\xB7\xBE\xB6";
        let output = read(&base64::encode(gbk), Some(Encoding::Base64));

        assert_eq!(output.bytes(), gbk);
        assert_eq!(output.charsets()[0].charset, charset::Charset::Gb18030);
    }

    #[test]
    fn a_cut_character_is_no_reason_to_guess_a_charset() {
        // The last two bytes of 云, then text.
        let output = read(&base64::encode(b"\xBA\x91ok"), Some(Encoding::Base64));

        assert_eq!(output.flaws().map(|flaws| flaws.cut_start), Some(2));
        assert_eq!(output.charsets(), []);
    }

    #[test]
    fn utf_8_that_was_read_as_gbk_is_offered_for_repair() {
        // 系统找不到指定的路径。 in UTF-8, its bytes read as GBK (Python's codec).
        let misread = read("绯荤粺鎵句笉鍒版寚瀹氱殑璺�寰勩��", Some(Encoding::PlainText));
        let well = read("系统找不到指定的路径。", Some(Encoding::PlainText));

        assert!(misread.looks_misread() && !well.looks_misread());
        assert!(to_json(&misread).contains(r#""looksMisread":true"#));
        assert!(!to_json(&well).contains("looksMisread"));
    }

    #[test]
    fn lines_are_those_of_the_text() {
        let output = read("one\ntwo\n", Some(Encoding::PlainText));

        let lines = output.lines();
        assert_eq!(lines.iter().map(Line::text).collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn json_says_only_what_there_is_to_say() {
        assert_eq!(
            to_json(&read("b2sK", Some(Encoding::Base64))),
            concat!(
                r#"{"text":"ok\n","byteLength":3,"#,
                r#""encoding":{"encoding":"Base64","certain":true,"reason":"requested"},"#,
                r#""base64":{"readBytes":4,"decodedBytes":3,"canonical":true,"tolerated":[]}}"#,
            )
        );
    }

    #[test]
    fn a_dropped_middle_is_part_of_the_output() {
        let context = Context { dropped: Some(49259), ..Context::default() };
        let output = Output::from_field(
            &base64::encode(&vec![b'a'; 24_576]),
            Some(Encoding::Base64),
            context,
        );

        assert_eq!(output.loss().map(|loss| loss.dropped_bytes), Some(49259));
    }
}
