//! Open vocabularies: documented values as variants, every other text kept.

use std::fmt;

/// A text outside the documented vocabulary, kept unchanged.
///
/// Its text is private so that code matches on `as_str()`: such a value becomes
/// a variant of its own once it is documented.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unknown(pub(super) String);

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Declares an enum that parses from any text and prints it unchanged.
///
/// Comparison is exact: the service documents no other spelling.
macro_rules! open_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// A value that is not documented; [`Self::as_str`] returns it.
            Other(Unknown),
        }

        impl $name {
            /// The documented values, in the order of the API page.
            pub const KNOWN: &'static [&'static str] = &[$(stringify!($variant)),+];

            /// The value as the API spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                    Self::Other(text) => &text.0,
                }
            }

            /// Whether the value is documented.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $(stringify!($variant) => Self::$variant,)+
                    other => Self::Other(Unknown(other.to_owned())),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }
    };
}

pub(super) use open_enum;
