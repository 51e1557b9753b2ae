//! Diagrams, in every format there is.

use plumbline_diagram::{Diagram, Format, Theme};

use crate::error::PrintError;
use crate::{pdf, png};

/// What a diagram is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiagramFormat {
    /// A format that the diagram writes itself.
    Text(Format),
    /// A picture of dots, two for each pixel, for slides and chats.
    Png,
    /// A page of the diagram's size, as vectors.
    Pdf,
}

impl DiagramFormat {
    /// Every format: the diagram's first, which is the one to look at, then pictures, then the others.
    pub const ALL: [Self; Format::ALL.len() + 2] = {
        let mut all = [Self::Pdf; Format::ALL.len() + 2];
        all[0] = Self::Text(Format::ALL[0]);
        all[1] = Self::Png;
        let mut index = 1;
        while index < Format::ALL.len() {
            all[index + 2] = Self::Text(Format::ALL[index]);
            index += 1;
        }
        all
    };

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text(format) => format.id(),
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Text(format) => format.label(),
            Self::Png => "Picture (PNG)",
            Self::Pdf => "Page to print (PDF)",
        }
    }

    /// What its files end in, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text(format) => format.extension(),
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// What browsers and mail programs call it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text(format) => format.media_type(),
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }

    /// The format that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Writes a diagram in this format. The theme is for formats that have colours; those that can't follow
    /// their reader are light unless they are told to be dark.
    ///
    /// # Errors
    /// What is wrong with the diagram, for formats that are drawn; see [`plumbline_diagram::layout`].
    pub fn write(self, diagram: &Diagram, theme: Theme) -> Result<Vec<u8>, PrintError> {
        match self {
            Self::Text(format) => format
                .write(diagram, theme)
                .map(String::into_bytes)
                .map_err(PrintError::Diagram),
            Self::Png => png::diagram(diagram, theme),
            Self::Pdf => pdf::diagram(diagram, theme),
        }
    }
}

/// The theme of a drawing that can't follow its reader.
pub(crate) const fn fixed(theme: Theme) -> Theme {
    match theme {
        Theme::Auto | Theme::Light => Theme::Light,
        Theme::Dark => Theme::Dark,
    }
}
