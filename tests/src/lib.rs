//! Golden workloads: published systems with known outcomes, and workloads written to show one thing
//! each. They live in `tests/golden/`. And the contract that everything holds that answers the app.

mod cases;
pub mod contract;
pub mod fuzz;
mod matrix;
mod workloads;

pub use cases::{Case, CaseError, cases};
pub use matrix::{Matrix, Tally};
pub use workloads::{Golden, golden, golden_files, load};
