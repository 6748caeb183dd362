//! Sixteen bytes to and from a vector of WebAssembly's simd128.

use core::arch::wasm32::{v128, v128_load, v128_store};

/// The bytes as a vector.
pub(crate) fn load(bytes: &[u8; 16]) -> v128 {
    // SAFETY: the reference is to sixteen readable bytes, and a load of
    // WebAssembly needs no alignment.
    #[allow(unsafe_code)] // There is no safe load of a vector.
    unsafe {
        v128_load(bytes.as_ptr().cast())
    }
}

/// The vector's bytes.
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
