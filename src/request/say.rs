//! Sentences with values in them, small in the WebAssembly module.
//!
//! Each `format!` costs some 200 bytes of code; a call of [`fill`] a tenth.
//! There are more than a hundred such sentences.

/// A value in a sentence.
pub(crate) enum Part<'a> {
    Text(&'a str),
    Number(i64),
    /// Two digits at least, as on a clock.
    Padded(u16),
}

/// A value that may stand in a sentence.
pub(crate) trait AsPart {
    fn as_part(&self) -> Part<'_>;
}

impl AsPart for str {
    fn as_part(&self) -> Part<'_> {
        Part::Text(self)
    }
}

impl AsPart for String {
    fn as_part(&self) -> Part<'_> {
        Part::Text(self)
    }
}

impl<T: AsPart + ?Sized> AsPart for &T {
    fn as_part(&self) -> Part<'_> {
        (**self).as_part()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl AsPart for $number {
            fn as_part(&self) -> Part<'_> {
                Part::Number(i64::from(*self))
            }
        }
    )+};
}
numbers!(u16, u32, i64);

impl AsPart for usize {
    fn as_part(&self) -> Part<'_> {
        Part::Number(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

/// A number of a clock.
pub(crate) struct Padded(pub(crate) u16);

impl AsPart for Padded {
    fn as_part(&self) -> Part<'_> {
        Part::Padded(self.0)
    }
}

/// The template with each `{}` replaced by the next part.
#[inline(never)]
pub(crate) fn fill(template: &str, parts: &[Part<'_>]) -> String {
    let mut out = String::new();
    let mut parts = parts.iter();
    for (index, piece) in template.split('{').enumerate() {
        if index == 0 {
            out.push_str(piece);
            continue;
        }
        match parts.next() {
            Some(Part::Text(text)) => out.push_str(text),
            Some(Part::Number(number)) => out.push_str(&number.to_string()),
            Some(Part::Padded(number)) => {
                if *number < 10 {
                    out.push('0');
                }
                out.push_str(&number.to_string());
            }
            None => {}
        }
        out.push_str(piece.strip_prefix('}').unwrap_or(piece));
    }
    out
}

/// `say!("{} of {}", a, b)`: [`fill`] with the parts of the values.
macro_rules! say {
    ($template:literal) => { $template.to_owned() };
    ($template:literal, $($value:expr),+ $(,)?) => {
        $crate::request::say::fill(
            $template,
            &[$($crate::request::say::AsPart::as_part(&$value)),+],
        )
    };
}

pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_the_template_says() {
        assert_eq!(say!("{}:{} {}日{}", Padded(7), Padded(12), 3_u16, "x"), "07:12 3日x");
        assert_eq!(say!("{}", -1_i64), "-1");
    }
}
