//! The typefaces, which are in the program: what is printed looks alike on every machine. Where they
//! come from is in `print/fonts/README.md`.

/// The family of everything but code, in the weights 400 to 700.
const INTER: &[u8] = include_bytes!("../fonts/inter.ttf");

/// The family of code and conditions.
const JETBRAINS_MONO: &[u8] = include_bytes!("../fonts/jetbrains-mono.ttf");

/// For scripts and signs that Inter doesn't have: Arabic, Hebrew, Armenian, Georgian, symbols, faces.
const DEJAVU_SANS: &[u8] = include_bytes!("../fonts/dejavu-sans.ttf");

/// Every typeface, the preferred one first.
pub(crate) const ALL: [&[u8]; 3] = [INTER, JETBRAINS_MONO, DEJAVU_SANS];
