//! Parameters of a control sequence (ECMA-48 §5.4.2), bounded.

/// What terminals accept; more are dropped.
const MOST: usize = 32;

/// `38;5;1` or, with sub-parameters, `38:5:1`.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters {
    values: [u16; MOST],
    /// Bit n: value n follows a colon, so it belongs to the value before it.
    joined: u32,
    count: usize,
}

impl Parameters {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn digit(&mut self, digit: u16) {
        self.count = self.count.max(1);
        if let Some(value) = self.values.get_mut(self.count - 1) {
            *value = value.saturating_mul(10).saturating_add(digit);
        }
    }

    /// `;`, or `:` before a sub-parameter.
    pub(super) fn separator(&mut self, is_colon: bool) {
        // Beyond the array the count stays, so that digits go nowhere.
        self.count = (self.count.max(1) + 1).min(MOST + 1);
        if is_colon && self.count <= MOST {
            self.joined |= 1 << (self.count - 1);
        }
    }

    /// The first value; `default` where it is missing or 0 (ECMA-48: the same).
    pub(super) fn first_or(&self, default: u16) -> u16 {
        let [first, ..] = self.values;
        if first == 0 { default } else { first }
    }

    /// Each parameter with its sub-parameters; one 0 where there is none.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[u16]> {
        let count = self.count.clamp(1, MOST);
        let mut start = 0;
        std::iter::from_fn(move || {
            if start >= count {
                return None;
            }
            let end = (start + 1..count).find(|index| self.joined >> index & 1 == 0);
            let group = self.values.get(start..end.unwrap_or(count));
            start = end.unwrap_or(count);
            group
        })
    }
}
