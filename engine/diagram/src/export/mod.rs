//! What other programs read: one module per format, one function in each.
//!
//! draw.io and Excalidraw get the [`Scene`](crate::Scene)'s coordinates; the others get the structure
//! and lay it out themselves. Ids are our own (`n0`, `g0`, …), so that no text can pass for one, and
//! each module escapes texts for its own format. Ends of edges that do not exist are left out.

mod architecture;
mod d2;
mod dot;
mod drawio;
mod excalidraw;
mod mermaid;
mod outline;
mod paint;
mod picture;
mod structurizr;
#[cfg(test)]
mod tests;

pub(crate) use architecture::mermaid_architecture;
pub(crate) use d2::d2;
pub(crate) use dot::dot;
pub(crate) use drawio::drawio;
pub(crate) use excalidraw::excalidraw;
pub use mermaid::mermaid;
pub(crate) use mermaid::mermaid_titled;
pub(crate) use structurizr::structurizr;
