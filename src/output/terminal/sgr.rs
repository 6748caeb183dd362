//! Select Graphic Rendition (ECMA-48 §8.3.117; 256 and true colour: ISO 8613-6).

use super::parameters::Parameters;
use super::style::{Attribute, Color, Style};

pub(super) fn apply(style: &mut Style, parameters: &Parameters) {
    let mut groups = parameters.groups();
    while let Some(group) = groups.next() {
        let Some((&code, sub)) = group.split_first() else { continue };
        match code {
            0 => *style = Style::default(),
            1 => style.set(Attribute::Bold, true),
            2 => style.set(Attribute::Dim, true),
            3 => style.set(Attribute::Italic, true),
            // `4:0` is no line, `4:3` a curly one.
            4 => style.set(Attribute::Underline, sub.first() != Some(&0)),
            7 => style.set(Attribute::Inverse, true),
            8 => style.set(Attribute::Conceal, true),
            9 => style.set(Attribute::Strike, true),
            21 => style.set(Attribute::Underline, true),
            22 => {
                style.set(Attribute::Bold, false);
                style.set(Attribute::Dim, false);
            }
            23 => style.set(Attribute::Italic, false),
            24 => style.set(Attribute::Underline, false),
            27 => style.set(Attribute::Inverse, false),
            28 => style.set(Attribute::Conceal, false),
            29 => style.set(Attribute::Strike, false),
            30..=37 => style.foreground = palette(code - 30),
            39 => style.foreground = None,
            40..=47 => style.background = palette(code - 40),
            49 => style.background = None,
            90..=97 => style.foreground = palette(code - 90 + 8),
            100..=107 => style.background = palette(code - 100 + 8),
            38 | 48 | 58 => {
                let color = if sub.is_empty() { separated(&mut groups) } else { joined(sub) };
                match (code, color) {
                    (38, Some(color)) => style.foreground = Some(color),
                    (48, Some(color)) => style.background = Some(color),
                    // The colour of an underline is read to be skipped.
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// `38;5;n` and `38;2;r;g;b`: the values are parameters of their own.
fn separated<'p>(groups: &mut impl Iterator<Item = &'p [u16]>) -> Option<Color> {
    let mut next = || groups.next().and_then(<[u16]>::first).copied();
    match next()? {
        5 => palette(next()?),
        2 => rgb(next()?, next()?, next()?),
        _ => None,
    }
}

/// `38:5:n`, `38:2::r:g:b` with a colour space, `38:2:r:g:b` without.
fn joined(sub: &[u16]) -> Option<Color> {
    match *sub {
        [5, index, ..] => palette(index),
        [2, red, green, blue] | [2, _, red, green, blue, ..] => rgb(red, green, blue),
        _ => None,
    }
}

fn palette(index: u16) -> Option<Color> {
    u8::try_from(index).ok().map(Color::Palette)
}

fn rgb(red: u16, green: u16, blue: u16) -> Option<Color> {
    let [red, green, blue] = [red, green, blue].map(u8::try_from);
    Some(Color::Rgb(red.ok()?, green.ok()?, blue.ok()?))
}
