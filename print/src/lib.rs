//! Papers and diagrams as they leave the house, in every format there is: the formats that the report and
//! the diagram write themselves, and the two that need heavy libraries, PDF and PNG.
//!
//! ```text
//! Paper ─► blocks (values) ─┐
//! Scene ─► SVG ─────────────┴─► Typst, which sees nothing else ─► tagged PDF
//! Scene ─► SVG ─────────────────────────────────────────resvg ─► PNG
//! ```
//!
//! Whatever a workload file says is text to a reader and nothing else: the typesetter's program is ours
//! alone, and texts reach it as values. The same input gives the same bytes: no clock, no randomness, no file,
//! and typefaces that are in the program.

mod diagram;
mod error;
mod fonts;
mod paper;
pub mod pdf;
mod png;
mod tokens;

pub use diagram::DiagramFormat;
pub use error::PrintError;
pub use paper::{PaperFile, PaperFormat};
