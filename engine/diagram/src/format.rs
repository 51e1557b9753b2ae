//! What a diagram can be written in.

use crate::fault::Fault;
use crate::layout::layout;
use crate::mermaid::mermaid;
use crate::model::Diagram;
use crate::svg::svg;
use crate::theme::Theme;

/// What a diagram is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A drawing, with its text as text.
    #[default]
    Svg,
    /// The structure without coordinates, for Markdown files.
    Mermaid,
}

impl Format {
    /// Every format, the one to look at first.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Mermaid];

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Mermaid => "mermaid",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Svg => "Drawing (SVG)",
            Self::Mermaid => "Mermaid text",
        }
    }

    /// What its files end in, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Mermaid => "mmd",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Mermaid => "text/vnd.mermaid",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Writes a diagram in this format. The theme is for formats that have colours.
    ///
    /// # Errors
    /// What is wrong with the diagram, for formats that are drawn; see [`layout`].
    pub fn write(self, diagram: &Diagram, theme: Theme) -> Result<String, Vec<Fault>> {
        match self {
            Self::Svg => Ok(svg(&layout(diagram)?, theme)),
            Self::Mermaid => Ok(mermaid(diagram)),
        }
    }
}
