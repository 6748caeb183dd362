//! Sets of characters.

/// Ranges of code points, ends included, or all others.
#[derive(Debug, Clone, Default)]
pub(super) struct Class {
    ranges: Vec<(u32, u32)>,
    pub(super) negated: bool,
}

const LAST: u32 = char::MAX as u32;

impl Class {
    pub(super) fn of(ranges: impl IntoIterator<Item = (char, char)>) -> Self {
        let ranges = ranges.into_iter().map(|(first, last)| (first.into(), last.into())).collect();
        Self { ranges, negated: false }
    }

    /// The class of POSIX by its name.
    pub(super) fn posix(name: &str) -> Option<Self> {
        // Each pair of characters is a range, in ascending order.
        let pairs = match name {
            "alnum" => "09AZaz",
            "alpha" => "AZaz",
            "ascii" => "\0\x7f",
            "blank" => "\t\t  ",
            "cntrl" => "\0\x1f\x7f\x7f",
            "digit" => "09",
            "graph" => "!~",
            "lower" => "az",
            "print" => " ~",
            "punct" => "!/:@[`{~",
            "space" => "\t\r  ",
            "upper" => "AZ",
            "word" => "09AZ__az",
            "xdigit" => "09AFaf",
            _ => return None,
        };
        let range = |pair: &[u8]| match pair {
            [first, last] => Some((u32::from(*first), u32::from(*last))),
            _ => None,
        };
        let ranges = pairs.as_bytes().chunks(2).filter_map(range).collect();
        Some(Self { ranges, negated: false })
    }

    pub(super) fn push(&mut self, first: char, last: char) {
        self.ranges.push((first.into(), last.into()));
    }

    /// Adds the characters of a class whose ranges ascend, as those of POSIX
    /// and Perl do.
    pub(super) fn extend(&mut self, other: &Self) {
        if !other.negated {
            self.ranges.extend_from_slice(&other.ranges);
            return;
        }
        let mut next = 0;
        for (first, last) in &other.ranges {
            if *first > next {
                self.ranges.push((next, first - 1));
            }
            next = last + 1;
        }
        self.ranges.push((next, LAST));
    }

    /// Adds the ASCII letters in their other case.
    pub(super) fn ignore_case(&mut self) {
        for index in 0..self.ranges.len() {
            let Some((first, last)) = self.ranges.get(index).copied() else { break };
            for (from, to, other) in [('a', 'z', 'A'), ('A', 'Z', 'a')] {
                let (from, to) = (u32::from(from), u32::from(to));
                let (first, last) = (first.max(from), last.min(to));
                if first <= last {
                    let other = u32::from(other);
                    self.ranges.push((first - from + other, last - from + other));
                }
            }
        }
    }

    pub(super) fn has(&self, character: char) -> bool {
        let code = u32::from(character);
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&code)) != self.negated
    }

    /// Whether a character beyond ASCII may be in the class.
    pub(super) fn leaves_ascii(&self) -> bool {
        self.negated || self.ranges.iter().any(|(_, last)| *last > 0x7f)
    }
}
