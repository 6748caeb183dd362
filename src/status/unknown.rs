//! A status that the API page does not list, and the enums that can hold one.

/// The text of an unlisted status, unchanged.
///
/// The field is private, so that code matches on the text and not on the fact
/// that this version of the crate does not know it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownStatus(Box<str>);

impl UnknownStatus {
    pub(super) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Defines an open status vocabulary: listed values and everything else.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$value_meta:meta])* $value:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$value_meta])* $value,)+
            /// A value that the page does not list; compare its text.
            Unknown($crate::status::UnknownStatus),
        }

        impl $name {
            /// Every listed value, in the order of the page.
            pub const LISTED: &[Self] = &[$(Self::$value,)+];

            /// The value of a text; never fails, ignores ASCII case.
            #[must_use]
            pub fn from_text(text: &str) -> Self {
                $(if text.eq_ignore_ascii_case(stringify!($value)) {
                    return Self::$value;
                })+
                Self::Unknown($crate::status::UnknownStatus::new(text))
            }

            /// The page's spelling, or the unknown text unchanged.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$value => stringify!($value),)+
                    Self::Unknown(text) => text.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::from_text(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::json::ToJson for $name {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.string(self.as_str());
            }
        }
    };
}
pub(super) use vocabulary;
