//! Documents and diagrams of a workload, made the way the command line makes them.

mod choice;
mod kind;
mod made;
mod read;

pub use kind::kinds;
pub use made::document;
pub use read::read;
