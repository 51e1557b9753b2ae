//! A workload's reference architecture.
//!
//! [`choose`] ranks the patterns of the knowledge base by how well they fit a part of a workload.
//! [`architecture`] takes the best of them, or one that was asked for, fills its roles with a
//! provider's services, leaves out what no answer asks for, and gives a diagram ready to be drawn.
//! [`system`] shows all parts in one picture, and [`outline`] makes a drawing small. [`evolution`] and [`migration`] show how to get there.

mod architecture;
mod choose;
mod compute;
mod drawing;
mod graph;
mod notes;
mod outline;
mod sketch;
mod stages;
mod system;
#[cfg(test)]
mod tests;
mod title;

pub use architecture::{Architecture, Request, architecture};
pub use choose::{Fit, choose};
pub use outline::outline;
pub use stages::{Stage, evolution, migration};
pub use system::system;
