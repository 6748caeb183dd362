use super::*;
use crate::json::{Value, to_json};
use proptest::collection::vec;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z-]{1,8}", "[ *~'()!&=+%云助手/.0-9\u{1f600}]{1,8}"]
}

fn tag() -> impl Strategy<Value = Tag> {
    (text(), proptest::option::of(prop_oneof![Just(String::new()), text()])).prop_map(
        |(key, value)| match value {
            Some(value) => Tag::new(key, value),
            None => Tag::key_only(key),
        },
    )
}

fn request() -> impl Strategy<Value = Request> {
    let texts = vec(proptest::option::weighted(0.4, text()), 12);
    let numbers = vec(proptest::option::weighted(0.3, any::<i64>()), 5);
    let flags = vec(proptest::option::weighted(0.3, any::<bool>()), 3);
    (texts, numbers, flags, vec(tag(), 0..23)).prop_map(|(texts, numbers, flags, tags)| {
        let mut request = Request::new().with_region_id("cn-hangzhou");
        let (mut texts, mut numbers, mut flags) =
            (texts.into_iter(), numbers.into_iter(), flags.into_iter());
        for parameter in Parameter::ALL {
            let value = match parameter {
                Parameter::PageNumber
                | Parameter::PageSize
                | Parameter::MaxResults
                | Parameter::OwnerId
                | Parameter::ResourceOwnerId => {
                    numbers.next().flatten().map(|number| number.to_string())
                }
                Parameter::Timed | Parameter::IncludeOutput | Parameter::IncludeHistory => {
                    flags.next().flatten().map(|flag| flag.to_string())
                }
                Parameter::RegionId => None,
                _ => texts.next().flatten(),
            };
            if let Some(value) = value {
                assert!(request.set_text(*parameter, &value).is_ok());
            }
        }
        tags.into_iter().fold(request, Request::with_tag)
    })
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![Just(Action::DescribeInvocations), Just(Action::DescribeInvocationResults)]
}

proptest! {
    #[test]
    fn prop_an_encoded_request_reads_back_equal(request in request(), action in action()) {
        let pairs = request.to_query(action);

        let back = Request::from_query(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));

        prop_assert_eq!(back.request, request.for_action(action));
        prop_assert_eq!(back.findings, vec![]);
    }

    #[test]
    fn prop_a_written_request_reads_back_equal(request in request()) {
        let json = to_json(&request);

        let back = Request::read(&Value::parse(&json).expect("valid")).expect("an object");

        prop_assert_eq!(back.request, request);
        prop_assert_eq!(back.findings, vec![]);
    }

    #[test]
    fn prop_queries_are_sorted_and_hold_unreserved_characters(request in request(), action in action()) {
        let pairs = request.to_query(action);

        prop_assert!(pairs.is_sorted_by(|a, b| a.0 < b.0));
        prop_assert!(query_string(&pairs).bytes().all(
            |byte| byte.is_ascii_alphanumeric() || b"-_.~%&=".contains(&byte)
        ));
    }

    #[test]
    fn prop_every_code_is_listed_and_every_path_named(request in request(), action in action()) {
        for finding in request.check(action) {
            prop_assert!(CODES.contains(&finding.code), "{}", finding.code);
            prop_assert!(!finding.parameter.is_empty());
        }
    }
}
