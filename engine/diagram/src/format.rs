//! What a diagram can be written in.

use crate::export::{
    d2, dot, drawio, excalidraw, mermaid_architecture, mermaid_titled, structurizr,
};
use crate::fault::Fault;
use crate::layout::layout;
use crate::model::Diagram;
use crate::svg::svg;
use crate::theme::Theme;

/// What a diagram is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A drawing, with its text as text.
    #[default]
    Svg,
    /// The structure as a Mermaid flowchart, for Markdown files.
    Mermaid,
    /// The structure as a Mermaid architecture diagram.
    MermaidArchitecture,
    /// The structure for D2.
    D2,
    /// The structure for Graphviz.
    Dot,
    /// The drawing as shapes to edit in draw.io (diagrams.net).
    DrawIo,
    /// The drawing as shapes to edit in Excalidraw.
    Excalidraw,
    /// The structure as a C4 model for Structurizr.
    Structurizr,
}

impl Format {
    /// Every format, the one to look at first.
    pub const ALL: [Self; 8] = [
        Self::Svg,
        Self::Mermaid,
        Self::MermaidArchitecture,
        Self::D2,
        Self::Dot,
        Self::DrawIo,
        Self::Excalidraw,
        Self::Structurizr,
    ];

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Mermaid => "mermaid",
            Self::MermaidArchitecture => "mermaid-architecture",
            Self::D2 => "d2",
            Self::Dot => "dot",
            Self::DrawIo => "drawio",
            Self::Excalidraw => "excalidraw",
            Self::Structurizr => "structurizr",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Svg => "Drawing (SVG)",
            Self::Mermaid => "Mermaid text",
            Self::MermaidArchitecture => "Mermaid architecture text",
            Self::D2 => "D2 text",
            Self::Dot => "Graphviz text (DOT)",
            Self::DrawIo => "draw.io drawing",
            Self::Excalidraw => "Excalidraw drawing",
            Self::Structurizr => "Structurizr model (DSL)",
        }
    }

    /// What its files end in, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Mermaid => "mmd",
            Self::MermaidArchitecture => "architecture.mmd",
            Self::D2 => "d2",
            Self::Dot => "dot",
            Self::DrawIo => "drawio",
            Self::Excalidraw => "excalidraw",
            Self::Structurizr => "dsl",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Mermaid | Self::MermaidArchitecture => "text/vnd.mermaid",
            Self::D2 | Self::Structurizr => "text/plain",
            Self::Dot => "text/vnd.graphviz",
            Self::DrawIo => "application/vnd.jgraph.mxfile",
            Self::Excalidraw => "application/vnd.excalidraw+json",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Writes a diagram in this format. The theme is for formats that have colours; those that cannot
    /// follow the reader's system take the automatic theme as light.
    ///
    /// # Errors
    /// What is wrong with the diagram, for formats that are drawn; see [`layout`].
    pub fn write(self, diagram: &Diagram, theme: Theme) -> Result<String, Vec<Fault>> {
        match self {
            Self::Svg => Ok(svg(&layout(diagram)?, theme)),
            Self::Mermaid => Ok(mermaid_titled(diagram)),
            Self::MermaidArchitecture => Ok(mermaid_architecture(diagram)),
            Self::D2 => Ok(d2(diagram, theme)),
            Self::Dot => Ok(dot(diagram, theme)),
            Self::DrawIo => Ok(drawio(diagram, &layout(diagram)?, theme)),
            Self::Excalidraw => Ok(excalidraw(diagram, &layout(diagram)?, theme)),
            Self::Structurizr => Ok(structurizr(diagram)),
        }
    }
}
