//! The typed knowledge base: YAML files loaded, linked and linted.
//!
//! [`load`] turns files into a [`Knowledge`] in which every reference between entries is resolved,
//! or says everything that is wrong with them. [`lint`] looks for what loads but makes no sense.
//! Nothing here reads files: whoever calls brings the bytes.

mod answer;
mod coverage;
mod date;
mod lint;
mod load;
pub mod model;
mod visit;

pub use answer::{NOT_APPLICABLE, UNKNOWN, expectation, parse_answer, read_answer};
pub use coverage::{SectionCoverage, coverage};
pub use date::is_iso_date;
pub use lint::{lint, surviving_mutants};
pub use load::{File, Loaded, load, overlay};
pub use model::*;
