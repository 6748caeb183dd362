//! Sixteen bytes at a time, with WebAssembly's simd128 where the target has it.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use simd::load;

/// Whether both are the same bytes.
///
/// WebAssembly has no instruction for it, and the library's own function goes a
/// word at a time.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    use core::arch::wasm32::{u8x16_all_true, u8x16_eq};

    let is_same = |(one, other)| u8x16_all_true(u8x16_eq(load(one), load(other)));
    let ((blocks, _), (other_blocks, _)) = (one.as_chunks(), other.as_chunks());
    one.len() == other.len()
        && blocks.iter().zip(other_blocks).all(is_same)
        && match (one.last_chunk(), other.last_chunk()) {
            (Some(one), Some(other)) => is_same((one, other)),
            _ => are_same_few(one, other),
        }
}

/// Whether both, of one length below sixteen, are the same bytes: the first and
/// the last word of each, which may overlap, without a loop.
#[cfg(any(test, all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn are_same_few(one: &[u8], other: &[u8]) -> bool {
    match (ends::<8>(one), ends::<8>(other), ends::<4>(one), ends::<4>(other)) {
        (Some(one), Some(other), ..) => one == other,
        (_, _, Some(one), Some(other)) => one == other,
        _ => one.iter().eq(other),
    }
}

#[cfg(any(test, all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn ends<const N: usize>(bytes: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    Some((bytes.first_chunk()?, bytes.last_chunk()?))
}

/// Whether both are the same bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    one == other
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(clippy::inline_always)] // One instruction each.
mod simd {
    use core::arch::wasm32::{v128, v128_load};

    /// The bytes as a vector.
    #[inline(always)]
    pub(crate) fn load(bytes: &[u8; 16]) -> v128 {
        // SAFETY: the reference is to sixteen readable bytes, and a load of
        // WebAssembly needs no alignment.
        #[allow(unsafe_code)] // There is no safe load of a vector.
        unsafe {
            v128_load(bytes.as_ptr().cast())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn prop_few_bytes_are_the_same_where_each_is(
            one in prop::collection::vec(any::<u8>(), 0..16),
            damage in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        ) {
            let mut other = one.clone();
            if let (Some((at, byte)), false) = (damage, one.is_empty()) {
                let at = at.index(other.len());
                other[at] = byte;
            }

            prop_assert_eq!(are_same_few(&one, &other), one == other);
        }
    }
}
