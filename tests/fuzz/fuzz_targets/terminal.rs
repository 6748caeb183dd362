#![no_main]

// Each target uses one of them.
#[allow(dead_code)]
#[path = "../../checks/mod.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::terminal::check(data));
