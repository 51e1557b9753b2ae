//! Architecture diagrams, drawn with care and without surprises.
//!
//! A [`Diagram`] says what there is, which frames nest around it and what sends to what; its nodes may have
//! slots (column and row). The way of the data, one module per stop:
//!
//! ```text
//! model → check → collapse (above 80 nodes, groups become nodes)
//!       → plan: slots, or compound (per frame: layout-rs ranks and orders; then improved as a whole) → cells
//!               → route (orthogonal A*, tracks)
//!       → measure (cells → pixels) → label → foot (key, trade-offs, title block, strip) → scene
//!       → svg, draw.io, Excalidraw
//! model → Mermaid, D2, DOT, Structurizr, prose   (structure only, no coordinates)
//! ```
//!
//! The same input gives the same bytes everywhere: no clock, no randomness, no hash iteration, and
//! coordinates are whole or half pixels made by additions and divisions only. Nothing here panics on any input.

mod boxes;
mod check;
mod collapse;
mod compound;
mod export;
mod fault;
mod font;
mod foot;
mod format;
mod glyphs;
mod label;
mod lay;
mod layout;
mod legend;
mod measure;
mod metrics;
mod model;
mod node_text;
mod place;
mod plan;
mod prose;
mod route;
mod scene;
mod slots;
mod strip;
mod svg;
mod text;
mod theme;
mod title_block;
mod tree;

pub use check::check;
pub use collapse::{Collapse, collapse};
pub use export::mermaid;
pub use fault::Fault;
pub use format::Format;
pub use layout::{layout, layout_with};
pub use model::{
    Accent, Diagram, Edge, EdgeStyle, Fact, Glyph, Group, GroupKind, Node, Note, Severity, Slot,
    StripItem, Subject,
};
pub use prose::prose;
pub use scene::{
    Anchor, Badge, EdgeLabel, GroupBox, Legend, LegendEntry, NodeBox, Pill, Point, Rect, Route,
    Sample, Scene, StepMark, StripBand, Text, TextRole, TitleBlock,
};
pub use svg::svg;
pub use theme::{Font, Style, Theme};
