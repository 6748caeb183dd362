//! How a span looks.

use crate::json::{ToJson, Writer};

/// A colour of SGR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Color {
    /// 0–7 normal, 8–15 bright, 16–231 the 6 × 6 × 6 cube, 232–255 greys.
    Palette(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// A property that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Attribute {
    /// SGR 1.
    Bold = 1,
    /// SGR 2.
    Dim = 1 << 1,
    /// SGR 3.
    Italic = 1 << 2,
    /// SGR 4, and 21, which underlines twice.
    Underline = 1 << 3,
    /// SGR 7.
    Inverse = 1 << 4,
    /// SGR 8.
    Conceal = 1 << 5,
    /// SGR 9.
    Strike = 1 << 6,
}

impl Attribute {
    const NAMES: [(Self, &'static str); 7] = [
        (Self::Bold, "bold"),
        (Self::Dim, "dim"),
        (Self::Italic, "italic"),
        (Self::Underline, "underline"),
        (Self::Inverse, "inverse"),
        (Self::Conceal, "conceal"),
        (Self::Strike, "strike"),
    ];
}

/// Colours and attributes; the default is plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Style {
    /// Text colour; none for the theme's own.
    pub foreground: Option<Color>,
    /// Background colour; none for the theme's own.
    pub background: Option<Color>,
    attributes: u8,
}

impl Style {
    /// Whether the span is plain text.
    #[must_use]
    pub fn is_plain(self) -> bool {
        self == Self::default()
    }

    /// Whether `attribute` is on.
    #[must_use]
    pub fn has(self, attribute: Attribute) -> bool {
        self.attributes & attribute as u8 != 0
    }

    pub(super) fn set(&mut self, attribute: Attribute, on: bool) {
        if on {
            self.attributes |= attribute as u8;
        } else {
            self.attributes &= !(attribute as u8);
        }
    }
}

/// A palette index, or `"#rrggbb"`.
impl ToJson for Color {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Palette(index) => index.write(out),
            Self::Rgb(red, green, blue) => {
                format!("#{red:02x}{green:02x}{blue:02x}").write(out);
            }
        }
    }
}

/// What differs from plain text: `{"foreground": 1, "bold": true}`
impl ToJson for Style {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.optional("foreground", self.foreground).optional("background", self.background);
            for (attribute, name) in Attribute::NAMES {
                o.optional(name, self.has(attribute).then_some(true));
            }
        });
    }
}
