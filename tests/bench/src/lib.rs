//! What the benchmarks share: random answers, and built-in conditions carried over to the languages
//! of other rule engines.
//!
//! `cargo bench -p plumbline-bench` runs everything, `… --bench assess` and `… --bench peers` a half.

mod answers;
mod engines;
mod formula;
mod sample;

pub use answers::{known, random};
pub use engines::{Cel, Engine, Ours, Regorus, Zen};
pub use formula::Formula;
pub use sample::{Sample, sample};
