//! Sixteen bytes at a time, with WebAssembly's simd128 where the target has it.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) use simd::{bytes_of, load};

/// Whether both are the same bytes.
///
/// WebAssembly has no instruction for it, and the library's own function goes a
/// word at a time.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    use core::arch::wasm32::{u8x16_all_true, u8x16_eq};

    let is_same = |(one, other)| u8x16_all_true(u8x16_eq(load(one), load(other)));
    let ((blocks, tail), (other_blocks, other_tail)) = (one.as_chunks(), other.as_chunks());
    one.len() == other.len()
        && blocks.iter().zip(other_blocks).all(is_same)
        && match (one.last_chunk(), other.last_chunk()) {
            (Some(one), Some(other)) => is_same((one, other)),
            _ => tail == other_tail,
        }
}

/// Whether both are the same bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    one == other
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(clippy::inline_always)] // One instruction each.
mod simd {
    use core::arch::wasm32::{v128, v128_load, v128_store};

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

    /// The vector's bytes.
    #[inline(always)]
    pub(crate) fn bytes_of(vector: v128) -> [u8; 16] {
        let mut bytes = [0; 16];
        // SAFETY: the reference is to sixteen writable bytes, and a store of
        // WebAssembly needs no alignment.
        #[allow(unsafe_code)] // There is no safe store of a vector.
        unsafe {
            v128_store(bytes.as_mut_ptr().cast(), vector);
        }
        bytes
    }
}
