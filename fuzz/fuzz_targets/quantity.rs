#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| plumbline_tests::fuzz::quantity(input));
