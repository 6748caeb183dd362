//! The pass over the body: envelopes, lists, records.

use super::notice::{Notice, NoticeKind};
use super::page::{Page, Paging};
use super::record::Invocation;
use super::schema::{InstanceField, InvocationField, ResultField};
use crate::action::Action;
use crate::error::{ApiError, Error, ErrorKind, Result};
use crate::json::{Lead, RawText, Reader, Span, Token};

mod envelope;
mod keys;
mod lists;
mod names;
mod plain;
mod records;
mod tags;

use envelope::{Members, Single};
use keys::KeyOrder;
use names::same_name;

/// The longest body that is read. The API's own answers end near 9 MB: 50 runs
/// of 100 instances with the outputs that a page can hold.
pub const MAX_BODY_BYTES: usize = 256 * 1024 * 1024;

/// The most records, tags, undocumented members and notices that one body may
/// have together: each takes tens to hundreds of bytes of memory, and a body
/// can hold one in every three of its bytes. The API's own answers have some
/// thousand.
pub const MAX_PARTS: usize = 1 << 20;

/// How deep envelopes may stand in each other: an array of answers of Node's
/// SDK is four deep.
const MAX_ENVELOPES: usize = 6;

/// Refuses a body of so many bytes before it is copied or received.
///
/// # Errors
/// [`ErrorKind::TooLarge`] above [`MAX_BODY_BYTES`].
pub fn check_length(bytes: usize) -> Result<()> {
    if bytes <= MAX_BODY_BYTES {
        return Ok(());
    }
    let message = format!("expected at most {MAX_BODY_BYTES} bytes, found {bytes}");
    Err(Error::new(ErrorKind::TooLarge, message))
}

/// Reads one answer.
///
/// # Errors
/// [`ErrorKind::EmptyAnswer`] and [`ErrorKind::HtmlAnswer`] for what a broken
/// gateway sends, [`ErrorKind::InvalidUtf8`] and [`ErrorKind::JsonSyntax`] with
/// a byte offset, [`ErrorKind::Api`] for the service's error envelope,
/// [`ErrorKind::NotAnAnswer`] for other JSON, [`ErrorKind::TooLarge`].
pub fn parse(body: &[u8]) -> Result<Page<'_>> {
    read(body, None)
}

/// Reads one answer and hands over each of its runs, in order, keeping none: their
/// records are written over each other in a processor's nearest memory.
///
/// What was handed over is void where the answer turns out to be none.
///
/// # Errors
/// Those of [`parse`].
pub(super) fn visit(body: &[u8], see: &mut dyn FnMut(Invocation<'_>)) -> Result<()> {
    read(body, Some(see)).map(|_| ())
}

fn read<'a>(body: &'a [u8], see: Option<Visitor<'_>>) -> Result<Page<'a>> {
    check_length(body.len())?;
    let mut reader = Reader::new(body);
    match reader.peek() {
        None => {
            return Err(Error::new(ErrorKind::EmptyAnswer, "expected an answer, found nothing"));
        }
        Some(b'<') => {
            return Err(Error::new(
                ErrorKind::HtmlAnswer,
                "expected JSON, found an HTML or XML page",
            )
            .at(reader.offset()));
        }
        Some(_) => {}
    }

    let mut parser = Parser::new(body.len(), see);
    let found = parser.answer(&mut reader, MAX_ENVELOPES)?;
    parser.page.source = reader.end()?;
    match (found, parser.error) {
        (Found::Records, _) => Ok(parser.page),
        (_, error) if !error.code.is_empty() => Err(Error::from_api(error)),
        (Found::Paging, _) => Ok(parser.page),
        _ => Err(Error::new(
            ErrorKind::NotAnAnswer,
            "expected an answer of DescribeInvocations or DescribeInvocationResults, found other JSON",
        )),
    }
}

/// What a value turned out to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Nothing,
    /// Paging members without a list: an answer with no records.
    Paging,
    Records,
}

/// What looks at each run as soon as it is read.
type Visitor<'v> = &'v mut dyn FnMut(Invocation<'_>);

/// The page being read, and the order in which keys came before.
struct Parser<'a, 'v> {
    page: Page<'a>,
    see: Option<Visitor<'v>>,
    /// How many of [`MAX_PARTS`] were read.
    parts: usize,
    error: ApiError,
    invocation_keys: KeyOrder<'a>,
    instance_keys: KeyOrder<'a>,
    result_keys: KeyOrder<'a>,
    tag_keys: KeyOrder<'a>,
    /// How the lists of the API's own answers begin.
    instance_list: Lead,
    tag_list: Lead,
}

impl<'a, 'v> Parser<'a, 'v> {
    fn new(body_length: usize, see: Option<Visitor<'v>>) -> Self {
        Self {
            page: Page::for_body_of(body_length),
            see,
            parts: 0,
            error: ApiError::default(),
            invocation_keys: KeyOrder::new(InvocationField::SCHEMA),
            instance_keys: KeyOrder::new(InstanceField::SCHEMA),
            result_keys: KeyOrder::new(ResultField::SCHEMA),
            tag_keys: KeyOrder::new(tags::SCHEMA),
            instance_list: Lead::of(br#"{"InvokeInstance":["#),
            tag_list: Lead::of(br#"{"Tag":["#),
        }
    }

    /// Reads an answer, or an array of answers or records.
    fn answer(&mut self, reader: &mut Reader<'a>, depth: usize) -> Result<Found> {
        let Some(depth) = depth.checked_sub(1) else {
            reader.value()?;
            return Ok(Found::Nothing);
        };
        match reader.peek() {
            Some(b'{') => self.envelope(reader, depth),
            Some(b'[') => {
                let mut found = Found::Nothing;
                reader.array(|reader| {
                    found = found.max(self.answer(reader, depth)?);
                    Ok(())
                })?;
                Ok(found)
            }
            _ => {
                reader.value()?;
                Ok(Found::Nothing)
            }
        }
    }

    /// Reads an object that holds paging members and lists, or is one record.
    fn envelope(&mut self, reader: &mut Reader<'a>, depth: usize) -> Result<Found> {
        reader.peek();
        let start = reader.offset();
        let extras_before = self.page.envelope_extras.len();
        let mut found = Found::Nothing;
        let mut single = Single::default();
        let mut members = Members::default();

        reader.object(|reader, key| {
            let name = key.decode();
            let is = |api_name| same_name(api_name, &name);
            if is("Invocations") {
                found = Found::Records;
                self.member(&mut members, Members::INVOCATIONS, "Invocations", reader)?;
                self.list(reader, "Invocation", Self::invocation)
            } else if is("InvocationResults") {
                found = Found::Records;
                self.page.action = Action::DescribeInvocationResults;
                self.member(&mut members, Members::RESULTS, "InvocationResults", reader)?;
                self.list(reader, "InvocationResult", Self::result)
            } else if is("Invocation") && reader.peek() == Some(b'[') {
                found = Found::Records;
                self.list(reader, "Invocation", Self::invocation)
            } else if is("InvocationResult") && reader.peek() == Some(b'[') {
                found = Found::Records;
                self.page.action = Action::DescribeInvocationResults;
                self.list(reader, "InvocationResult", Self::result)
            } else if is("Invocation") || is("Body") {
                found = found.max(self.answer(reader, depth)?);
                Ok(())
            } else if let Some(member) = Paging::ALL.iter().find(|member| is(member.name())) {
                if *member != Paging::RequestId {
                    found = found.max(Found::Paging);
                }
                self.member(&mut members, *member as u32, member.name(), reader)?;
                let token = reader.value()?;
                self.api_error_member("RequestId", &name, &token);
                if let Some(slot) = self.page.paging.get_mut(*member as usize) {
                    *slot = Span::of(&token, reader.offset());
                }
                Ok(())
            } else {
                single.see(&name);
                let token = reader.value()?;
                for member in ["Code", "Message", "HostId", "Recommend", "AccessDeniedDetail"] {
                    self.api_error_member(member, &name, &token);
                }
                self.page.envelope_extras.push(extra(reader, key, &token));
                self.part(reader)
            }
        })?;

        if found < Found::Records && single.is_record() {
            self.page.envelope_extras.truncate(extras_before);
            self.error = ApiError::default();
            let mut again = reader.again_from(start);
            if single.is_result() {
                self.page.action = Action::DescribeInvocationResults;
                self.result(&mut again)?;
            } else {
                self.invocation(&mut again)?;
            }
            found = Found::Records;
        }
        Ok(found)
    }

    /// Notices what an envelope has said before.
    fn member(
        &mut self,
        members: &mut Members,
        number: u32,
        name: &str,
        reader: &Reader<'a>,
    ) -> Result<()> {
        if members.see(number) {
            return self.notice(NoticeKind::DuplicateField, name.to_owned(), reader);
        }
        Ok(())
    }

    fn api_error_member(&mut self, member: &str, name: &str, token: &Token<'a>) {
        if !same_name(member, name) {
            return;
        }
        let text = match token {
            Token::Text(text) => text.decode().into_owned(),
            Token::Number(text) => (*text).to_owned(),
            Token::Object(json) | Token::Array(json) => json.as_str().to_owned(),
            Token::Null | Token::Bool(_) => return,
        };
        match member {
            "Code" => self.error.code = text,
            "Message" => self.error.message = text,
            "RequestId" => self.error.request_id = Some(text),
            "HostId" => self.error.host_id = Some(text),
            "Recommend" => self.error.recommend = Some(text),
            _ => self.error.access_denied_detail = Some(text),
        }
    }

    fn notice(&mut self, kind: NoticeKind, path: String, reader: &Reader<'a>) -> Result<()> {
        self.page.notices.push(Notice { kind, path, offset: reader.offset() });
        self.part(reader)
    }

    /// Counts one more of [`MAX_PARTS`].
    fn part(&mut self, reader: &Reader<'a>) -> Result<()> {
        self.parts += 1;
        if self.parts <= MAX_PARTS {
            return Ok(());
        }
        let message = format!("expected at most {MAX_PARTS} records and members, found more");
        Err(Error::new(ErrorKind::TooLarge, message).at(reader.offset()))
    }
}

/// A member to keep, its value just read.
fn extra<'a>(reader: &Reader<'a>, key: RawText<'a>, token: &Token<'a>) -> [Span; 2] {
    let start = reader.offset_of(key.inside);
    [Span::of_text(key, start), Span::of(token, reader.offset())]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a body as if all but `left` of the parts had been read before it.
    fn read(body: &str, left: usize) -> Result<Found> {
        let mut reader = Reader::new(body.as_bytes());
        let mut parser = Parser::new(body.len(), None);
        parser.parts = MAX_PARTS - left;
        parser.answer(&mut reader, MAX_ENVELOPES)
    }

    #[test]
    fn tags_in_tags_exhaust_no_stack() {
        for list in [r#"{"Tags":"#, r#"{"Tag":[],"Tags":"#] {
            let body = format!(
                r#"{{"Invocations":[{{"Tags":{}null{}}}]}}"#,
                list.repeat(300_000),
                "}".repeat(300_000)
            );

            assert!(read(&body, 9).is_ok());
        }
    }

    #[test]
    fn whatever_takes_memory_of_its_own_is_a_part() {
        for (body, parts) in [
            (r#"{"Invocations":[{},{},null]}"#, 2),
            (r#"{"Invocations":[1,2]}"#, 2),
            (r#"{"Invocations":{"Other":[]}}"#, 1),
            (r#"{"Invocations":"many"}"#, 1),
            (r#"{"Invocations":[{"InvokeInstances":[{},{}]}]}"#, 3),
            (r#"{"Invocations":[{"Tags":[{},{}]}]}"#, 3),
            (r#"{"Invocations":[{"a":1,"b":[1,2,3]}]}"#, 3),
            (r#"{"Invocations":[{"Timed":true,"Timed":true}]}"#, 2),
            (r#"{"Invocations":[{"Timed":[]}]}"#, 2),
            (r#"{"Invocations":[{"InvokeId":"f-1"}]}"#, 2),
            (r#"{"Invocation":{"InvocationResults":[{},{}]}}"#, 2),
            (r#"{"Invocations":[],"a":1,"b":2}"#, 2),
        ] {
            assert!(read(body, parts).is_ok(), "{body}");

            let error = read(body, parts - 1).expect_err(body);
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{body}");
            assert!(error.offset().is_some_and(|offset| offset < body.len()), "{error:?}");
        }
    }
}
