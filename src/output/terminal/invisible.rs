//! Characters that change how text reads without being seen.

use crate::json::{ToJson, Writer};

/// What an invisible character does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvisibleKind {
    /// Reorders text (Unicode Annex 9, "Trojan Source").
    Bidi,
    /// Has no width: joiners, marks, soft hyphen, tags.
    ZeroWidth,
    /// Breaks a line where the output does not (U+2028, U+2029).
    Separator,
}

impl InvisibleKind {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Bidi => "bidi",
            Self::ZeroWidth => "zero-width",
            Self::Separator => "separator",
        }
    }

    fn of(character: char) -> Option<Self> {
        match character {
            '\u{061C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => Some(Self::Bidi),
            '\u{00AD}'
            | '\u{034F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}' => Some(Self::ZeroWidth),
            '\u{2028}' | '\u{2029}' => Some(Self::Separator),
            _ => None,
        }
    }
}

/// An invisible character of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Invisible {
    /// Offset in the line's text in UTF-16 units, as JavaScript counts.
    pub utf16_offset: usize,
    /// The character.
    pub character: char,
    /// What it does.
    pub kind: InvisibleKind,
}

/// The invisible characters of one line, given as its pieces.
pub(super) fn find<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<Invisible> {
    let mut found = Vec::new();
    let mut utf16_offset = 0;
    for piece in pieces {
        if piece.is_ascii() {
            utf16_offset += piece.len();
            continue;
        }
        for character in piece.chars() {
            if let Some(kind) = InvisibleKind::of(character) {
                found.push(Invisible { utf16_offset, character, kind });
            }
            utf16_offset += character.len_utf16();
        }
    }
    found
}

/// `{"offset": 3, "codePoint": 8238, "kind": "bidi"}`
impl ToJson for Invisible {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("offset", self.utf16_offset)
                .field("codePoint", u32::from(self.character))
                .field("kind", self.kind.code());
        });
    }
}
