//! The colours, in light and dark.

use serde::{Deserialize, Serialize};

/// Which colours a drawing has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Follows the reader's system, or `data-theme` on the page's root element.
    #[default]
    Auto,
    /// Warm paper and ink.
    Light,
    /// Blueprint at night.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word for it on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that `id` stands for.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// Where the letters of a drawing come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Font {
    /// From the page that the drawing is put into, or from the reader's machine. For drawings inside HTML,
    /// where each would otherwise carry the font again.
    #[default]
    OfPage,
    /// From the file itself, so that it looks alike everywhere: some 40 kB more.
    Embedded,
}

/// How a drawing is to look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Style {
    /// Its colours.
    pub theme: Theme,
    /// Its letters.
    pub font: Font,
}

impl From<Theme> for Style {
    fn from(theme: Theme) -> Self {
        Self {
            theme,
            font: Font::default(),
        }
    }
}

/// A colour by its meaning, with its value on light and on dark paper.
pub(crate) struct Colour {
    pub name: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// The same values as the app's tokens; `wash-1` to `wash-3` are the grounds of nested frames.
pub(crate) const COLOURS: [Colour; 23] = [
    colour("paper", "#faf8f4", "#10161d"),
    colour("sheet", "#ffffff", "#1a232e"),
    colour("sunk", "#f4f0e8", "#222d3a"),
    colour("line", "#e2dccf", "#2b3848"),
    colour("line-strong", "#c9c0ae", "#44566b"),
    colour("ink", "#1d2126", "#e8edf2"),
    colour("ink-2", "#545b64", "#a9b4c0"),
    colour("ink-3", "#636a75", "#8f9ba9"),
    colour("wire", "#3d444d", "#b4c0cd"),
    colour("brass", "#8a5a00", "#e7b455"),
    colour("brass-wash", "#fbf1dc", "#2a2418"),
    colour("brass-fill", "#c98a1b", "#d9a441"),
    colour("functions", "#1f6f5c", "#5cc3a6"),
    colour("containers", "#2b5fa8", "#7fb0f0"),
    colour("always-on", "#9a4b2e", "#e59a78"),
    colour("functions-wash", "#dcefe8", "#17332c"),
    colour("containers-wash", "#e0eaf7", "#1a2c45"),
    colour("always-on-wash", "#f6e3da", "#3a251b"),
    colour("wash-1", "#f6f3ec", "#131b24"),
    colour("wash-2", "#f1ede3", "#16202b"),
    colour("wash-3", "#ece7da", "#1a2632"),
    colour("high", "#a8322a", "#f08a80"),
    colour("low", "#3f6b3a", "#8fc487"),
];
