//! The parameters of both actions: one table, everything else follows from it.

use super::scalar::Scalar;
use super::tag::Tag;
use super::vocabulary::{
    CommandType, ContentEncoding, InvokeRecordStatus, InvokeStatus, RepeatMode,
};
use crate::action::Action;
use crate::json::{ToJson, Value, Writer};
use std::borrow::Cow;

/// A scalar parameter whose text was not of its type, with what was expected.
pub(super) struct WrongType(pub(super) (&'static str, &'static str));

macro_rules! parameters {
    ($(
        $(#[$doc:meta])*
        $field:ident $with:ident : $kind:ty => $name:ident / $sdk_name:literal in $actions:ident;
    )+) => {
        /// A request to either action.
        ///
        /// Every parameter is optional while a request is being written;
        /// [`Request::check`] says what is missing. An empty text sets no
        /// parameter.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct Request {
            $($field: Option<$kind>,)+
            tags: Vec<Tag>,
        }

        impl Request {
            /// A request without parameters.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $field(&self) -> Option<&$kind> {
                    self.$field.as_ref()
                }

                #[doc = concat!("Sets [`", stringify!($name), "`](Self::", stringify!($field), ").")]
                #[must_use]
                pub fn $with(mut self, value: impl Into<$kind>) -> Self {
                    self.$field = value.into().present();
                    self
                }
            )+

            /// The parameter's value as the query writes it.
            #[must_use]
            pub fn text(&self, parameter: Parameter) -> Option<Cow<'_, str>> {
                match parameter {
                    $(Parameter::$name => self.$field.as_ref().map(Scalar::text),)+
                }
            }

            /// Whether the parameter is unset or has a documented value.
            pub(super) fn is_known(&self, parameter: Parameter) -> bool {
                match parameter {
                    $(Parameter::$name => self.$field.as_ref().is_none_or(Scalar::is_known),)+
                }
            }

            pub(super) fn set_text(&mut self, parameter: Parameter, text: &str) -> Result<(), WrongType> {
                match parameter {
                    $(Parameter::$name => set(&mut self.$field, Scalar::from_text(text)),)+
                }
            }

            pub(super) fn set_json(&mut self, parameter: Parameter, value: &Value<'_>) -> Result<(), WrongType> {
                match parameter {
                    $(Parameter::$name => set(&mut self.$field, Scalar::from_json(value)),)+
                }
            }

            pub(super) fn clear(&mut self, parameter: Parameter) {
                match parameter {
                    $(Parameter::$name => self.$field = None,)+
                }
            }
        }

        /// A scalar parameter of either action; `Tag` is a list of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Parameter {
            $($(#[$doc])* $name,)+
        }

        impl Parameter {
            /// Every scalar parameter, in the order of the API page.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name that the API documents, in Pascal case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)+ }
            }

            /// The name in the official SDK, in camel case.
            #[must_use]
            pub fn sdk_name(self) -> &'static str {
                match self { $(Self::$name => $sdk_name,)+ }
            }

            /// The documented values, empty where any value is allowed.
            #[must_use]
            pub fn known_values(self) -> &'static [&'static str] {
                match self { $(Self::$name => <$kind>::KNOWN,)+ }
            }

            fn actions(self) -> Actions {
                match self { $(Self::$name => Actions::$actions,)+ }
            }
        }

        /// The JSON object that [`Request::read`] reads, with the API's names.
        impl ToJson for Request {
            fn write(&self, out: &mut Writer) {
                out.object(|o| {
                    $(o.optional(stringify!($name), self.$field.as_ref().map(Written));)+
                    if !self.tags.is_empty() {
                        o.array("Tag", &self.tags);
                    }
                });
            }
        }
    };
}

parameters! {
    /// `RegionId`: the region; the one parameter that both actions require.
    region_id with_region_id: String => RegionId / "regionId" in Both;
    /// `ResourceGroupId`: finds runs that were started with this group.
    resource_group_id with_resource_group_id: String => ResourceGroupId / "resourceGroupId" in Both;
    /// `InvokeId`: one run.
    invoke_id with_invoke_id: String => InvokeId / "invokeId" in Both;
    /// `CommandId`: the runs of one command.
    command_id with_command_id: String => CommandId / "commandId" in Both;
    /// `CommandName`: the runs of commands of this name; no effect beside
    /// `InstanceId`.
    command_name with_command_name: String => CommandName / "commandName" in Invocations;
    /// `CommandType`: the kind of script.
    command_type with_command_type: CommandType => CommandType / "commandType" in Invocations;
    /// `Timed`: `true` for runs that will start by themselves again.
    timed with_timed: bool => Timed / "timed" in Invocations;
    /// `InvokeStatus`: the overall status.
    invoke_status with_invoke_status: InvokeStatus => InvokeStatus / "invokeStatus" in Invocations;
    /// `InvokeRecordStatus`: the status of the run.
    invoke_record_status with_invoke_record_status: InvokeRecordStatus => InvokeRecordStatus / "invokeRecordStatus" in Results;
    /// `InstanceId`: the runs on one instance.
    instance_id with_instance_id: String => InstanceId / "instanceId" in Both;
    /// `ContentEncoding`: the encoding of content and output in the answer.
    content_encoding with_content_encoding: ContentEncoding => ContentEncoding / "contentEncoding" in Both;
    /// `IncludeOutput`: whether the answer has outputs; needs `InvokeId` or
    /// `InstanceId`.
    include_output with_include_output: bool => IncludeOutput / "includeOutput" in Invocations;
    /// `IncludeHistory`: whether the answer has every past run of a periodic
    /// run; needs `InvokeId`.
    include_history with_include_history: bool => IncludeHistory / "includeHistory" in Results;
    /// `PageNumber`: deprecated in favour of `NextToken`.
    page_number with_page_number: i64 => PageNumber / "pageNumber" in Both;
    /// `PageSize`: deprecated in favour of `MaxResults`.
    page_size with_page_size: i64 => PageSize / "pageSize" in Both;
    /// `MaxResults`: records a page, 1 to 50; the service takes 10 by default.
    max_results with_max_results: i64 => MaxResults / "maxResults" in Both;
    /// `NextToken`: the token of the answer before, passed back unchanged.
    next_token with_next_token: String => NextToken / "nextToken" in Both;
    /// `RepeatMode`: how the run repeats; no effect beside `InstanceId`.
    repeat_mode with_repeat_mode: RepeatMode => RepeatMode / "repeatMode" in Invocations;
    /// `OwnerAccount`: in the official SDK, not on the API page.
    owner_account with_owner_account: String => OwnerAccount / "ownerAccount" in Both;
    /// `OwnerId`: in the official SDK, not on the API page.
    owner_id with_owner_id: i64 => OwnerId / "ownerId" in Both;
    /// `ResourceOwnerAccount`: in the official SDK, not on the API page.
    resource_owner_account with_resource_owner_account: String => ResourceOwnerAccount / "resourceOwnerAccount" in Both;
    /// `ResourceOwnerId`: in the official SDK, not on the API page.
    resource_owner_id with_resource_owner_id: i64 => ResourceOwnerId / "resourceOwnerId" in Both;
}

#[derive(Clone, Copy)]
enum Actions {
    Both,
    Invocations,
    Results,
}

impl Parameter {
    /// Whether the action has the parameter.
    #[must_use]
    pub fn belongs_to(self, action: Action) -> bool {
        matches!(
            (self.actions(), action),
            (Actions::Both, _)
                | (Actions::Invocations, Action::DescribeInvocations)
                | (Actions::Results, Action::DescribeInvocationResults)
        )
    }

    /// The parameter of that name, in the API's spelling or the SDK's.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name || known.sdk_name() == name)
    }
}

impl Request {
    /// The same request without the parameters that `action` lacks.
    #[must_use]
    pub fn for_action(mut self, action: Action) -> Self {
        for parameter in Parameter::ALL {
            if !parameter.belongs_to(action) {
                self.clear(*parameter);
            }
        }
        self
    }

    /// The tags, in order.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// Adds a tag.
    #[must_use]
    pub fn with_tag(mut self, tag: Tag) -> Self {
        self.tags.push(tag);
        self
    }

    pub(super) fn set_tags(&mut self, tags: Vec<Tag>) {
        self.tags = tags;
    }
}

fn set<T: Scalar>(slot: &mut Option<T>, value: Option<T>) -> Result<(), WrongType> {
    *slot = value.ok_or(WrongType(T::EXPECTED))?.present();
    Ok(())
}

/// A scalar as JSON.
struct Written<'a, T>(&'a T);

impl<T: Scalar> ToJson for Written<'_, T> {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }
}

impl ToJson for Tag {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.optional("Key", self.key()).optional("Value", self.value());
        });
    }
}
