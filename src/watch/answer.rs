//! What a client needs of an answer before a store has it.

use super::facts::{InstanceFacts, RunFacts};
use crate::error::{ApiError, ErrorKind, Result};
use crate::json::{ToJson, Writer};
use crate::pagination::PageFacts;
use crate::response::{
    Instance, InstanceField, Invocation, InvocationField, InvocationResult, Page, Paging,
    ResultField, parse,
};
use crate::status::InstanceStatus;

/// An answer of either action: a page, or the service's own error.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answer {
    /// A page of records.
    Page(AnswerFacts),
    /// The error envelope.
    Error(ApiError),
}

/// The facts of a page that paging and watching go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFacts {
    /// `RequestId`
    pub request_id: Option<String>,
    /// Token and keys, for [`Pagination`](crate::pagination::Pagination).
    pub page: PageFacts,
    /// The runs, for [`Watch`](super::Watch); none in an answer of
    /// `DescribeInvocationResults`.
    pub runs: Vec<RunFacts>,
}

/// Reads what a client needs of an answer.
///
/// # Errors
/// Those of [`parse`], but for the service's error envelope, which is an
/// [`Answer`].
pub fn read_answer(body: &[u8]) -> Result<Answer> {
    match parse(body) {
        Ok(page) => Ok(Answer::Page(AnswerFacts::from(&page))),
        Err(error) if error.kind() == ErrorKind::Api => {
            Ok(Answer::Error(error.api().cloned().unwrap_or_default()))
        }
        Err(error) => Err(error),
    }
}

impl From<&Page<'_>> for AnswerFacts {
    fn from(page: &Page<'_>) -> Self {
        let next_token = page.paging(Paging::NextToken).text();
        let keys = page.invocations().map(invocation_key).chain(page.results().map(result_key));
        Self {
            request_id: page.paging(Paging::RequestId).non_empty().map(String::from),
            page: PageFacts::new(next_token.as_deref(), keys),
            runs: page.invocations().map(RunFacts::from).collect(),
        }
    }
}

impl From<Invocation<'_>> for RunFacts {
    fn from(run: Invocation<'_>) -> Self {
        let text = |field| run.field(field).non_empty().map(String::from);
        Self {
            invoke_id: text(InvocationField::InvokeId).unwrap_or_default(),
            command_id: text(InvocationField::CommandId),
            status: run.status(),
            instances: run.instances().map(InstanceFacts::from).collect(),
        }
    }
}

impl From<Instance<'_>> for InstanceFacts {
    fn from(instance: Instance<'_>) -> Self {
        let text = |field| instance.field(field).non_empty().map(String::from);
        Self {
            instance_id: text(InstanceField::InstanceId).unwrap_or_default(),
            status: instance.status().unwrap_or_else(|| InstanceStatus::from_text("")),
            update_time: text(InstanceField::UpdateTime),
            has_output: instance.field(InstanceField::Output).non_empty().is_some(),
        }
    }
}

/// A record without its id is known by its whole text alone.
fn invocation_key(run: Invocation<'_>) -> String {
    let id = run.field(InvocationField::InvokeId).non_empty();
    id.map_or_else(|| run.raw().as_str().to_owned(), String::from)
}

/// Rows of history share run and instance; how often it ran and when it started
/// tell them apart.
fn result_key(result: InvocationResult<'_>) -> String {
    let fields = [
        ResultField::InvokeId,
        ResultField::InstanceId,
        ResultField::Repeats,
        ResultField::StartTime,
    ];
    let [invoke_id, instance_id, repeats, start] =
        fields.map(|field| result.field(field).text().unwrap_or_default());
    if invoke_id.is_empty() || instance_id.is_empty() {
        return result.raw().as_str().to_owned();
    }
    format!("{invoke_id} {instance_id} {repeats} {start}")
}

impl ToJson for Answer {
    fn write(&self, out: &mut Writer) {
        out.object(|o| match self {
            Self::Page(facts) => {
                o.field("type", "page").optional("requestId", facts.request_id.as_ref());
                o.optional("nextToken", facts.page.next_token());
                o.field("keys", facts.page.keys()).field("runs", &facts.runs);
            }
            Self::Error(error) => {
                o.field("type", "error").field("code", &error.code);
                o.field("message", &error.message);
                o.optional("requestId", error.request_id.as_ref());
                o.optional("hostId", error.host_id.as_ref());
                o.optional("recommend", error.recommend.as_ref());
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(body: &str) -> AnswerFacts {
        match read_answer(body.as_bytes()).unwrap() {
            Answer::Page(facts) => facts,
            Answer::Error(error) => panic!("{error:?}"),
        }
    }

    #[test]
    fn runs_and_their_keys_are_read() {
        let facts = facts(
            r#"{"RequestId":"R","NextToken":"","Invocations":{"Invocation":[
                {"InvokeId":"t-1","CommandId":"c-1","InvocationStatus":"Running",
                 "InvokeInstances":{"InvokeInstance":[{"InstanceId":"i-1",
                 "InvocationStatus":"Running","UpdateTime":"2020-01-19T09:15:47Z","Output":"b2s="}]}},
                {"InvokeId":"t-2","InvokeInstances":{}}]}}"#,
        );

        assert_eq!(facts.page, PageFacts::new(Some(""), ["t-1", "t-2"]));
        assert_eq!(facts.request_id.as_deref(), Some("R"));
        let [first, second] = facts.runs.as_slice() else { panic!("two runs") };
        assert_eq!(first.command_id.as_deref(), Some("c-1"));
        assert_eq!(
            first.instances,
            [InstanceFacts {
                instance_id: "i-1".into(),
                status: InstanceStatus::Running,
                update_time: Some("2020-01-19T09:15:47Z".into()),
                has_output: true,
            }]
        );
        assert_eq!((&second.status, second.instances.len()), (&None, 0));
    }

    #[test]
    fn rows_of_history_have_keys_of_their_own() {
        let facts = facts(
            r#"{"Invocation":{"NextToken":"b","InvocationResults":{"InvocationResult":[
                {"InvokeId":"t-1","InstanceId":"i-1","Repeats":1,"StartTime":"A"},
                {"InvokeId":"t-1","InstanceId":"i-1","Repeats":2,"StartTime":"B"}]}}}"#,
        );

        assert_eq!(facts.page, PageFacts::new(Some("b"), ["t-1 i-1 1 A", "t-1 i-1 2 B"]));
    }

    #[test]
    fn the_error_envelope_is_an_answer() {
        let error = read_answer(br#"{"Code":"Throttling.User","Message":"flow control"}"#).unwrap();

        assert!(matches!(error, Answer::Error(error) if error.code == "Throttling.User"));
        assert_eq!(read_answer(b"<html>").unwrap_err().kind(), ErrorKind::HtmlAnswer);
    }
}
