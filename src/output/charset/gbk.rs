//! The reverse of GBK, lent by the caller.

use crate::error::{Error, ErrorKind, Result};

/// Characters to their GBK bytes, borrowed from a table that the caller built.
///
/// The crate carries no table: a browser builds one from `TextDecoder("gbk")` in
/// a few milliseconds, once, when a repair is first asked for.
#[derive(Debug, Clone, Copy)]
pub struct GbkTable<'a> {
    entries: &'a [u32],
}

impl<'a> GbkTable<'a> {
    /// A table of entries `character << 16 | lead << 8 | trail`, in ascending order.
    ///
    /// All 23,940 two-byte sequences of GBK stand for characters below U+10000.
    /// Where two stand for one character, the lower is used.
    ///
    /// # Errors
    /// [`InvalidValue`](ErrorKind::InvalidValue) with the path (`table[5]`) of the first
    /// entry that is out of order or whose bytes are no GBK pair.
    pub fn new(entries: &'a [u32]) -> Result<Self> {
        let mut previous = 0;
        for (index, &entry) in entries.iter().enumerate() {
            let [.., lead, trail] = entry.to_be_bytes();
            let is_pair = matches!((lead, trail), (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE));
            if !is_pair || entry <= previous {
                return Err(Error::new(
                    ErrorKind::InvalidValue,
                    "expected ascending entries with a GBK pair each",
                )
                .in_path(format!("table[{index}]")));
            }
            previous = entry;
        }
        Ok(Self { entries })
    }

    /// The two bytes of `character`; none if GBK has no two for it.
    #[must_use]
    pub fn pair(&self, character: char) -> Option<[u8; 2]> {
        let key = u32::from(u16::try_from(u32::from(character)).ok()?) << 16;
        let index = self.entries.partition_point(|&entry| entry < key);
        let entry = self.entries.get(index).copied()?;
        let [.., lead, trail] = entry.to_be_bytes();
        (entry & 0xFFFF_0000 == key).then_some([lead, trail])
    }
}
