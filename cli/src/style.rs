//! Styles of text on a terminal.

use plumbline_assess::{Outcome, Severity};
use plumbline_knowledge::Compute;

/// How a piece of text is shown. Only the sixteen colours that every terminal maps to its own
/// theme, so that text is readable on light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    bold: bool,
    dim: bool,
    underline: bool,
    colour: Option<u8>,
}

impl Style {
    /// As it comes.
    pub const PLAIN: Self = Self {
        bold: false,
        dim: false,
        underline: false,
        colour: None,
    };
    /// What the eye should find first.
    pub const BOLD: Self = Self {
        bold: true,
        ..Self::PLAIN
    };
    /// What is there for those who look for it.
    pub const DIM: Self = Self {
        dim: true,
        ..Self::PLAIN
    };
    /// An id or command that can be typed.
    pub const CODE: Self = Self {
        colour: Some(36),
        ..Self::PLAIN
    };
    /// What holds.
    pub const GOOD: Self = Self {
        colour: Some(32),
        ..Self::PLAIN
    };
    /// What doesn't, and what can sink a design.
    pub const BAD: Self = Self {
        colour: Some(31),
        ..Self::PLAIN
    };
    /// What is open, and what needs a plan.
    pub const OPEN: Self = Self {
        colour: Some(33),
        ..Self::PLAIN
    };

    /// The same in bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The colour of an option.
    #[must_use]
    pub const fn option(option: Compute) -> Self {
        let colour = match option {
            Compute::Functions => 32,
            // The plain blue is hard to read on black.
            Compute::ServerlessContainers => 94,
            Compute::AlwaysOn => 33,
        };
        Self {
            colour: Some(colour),
            ..Self::PLAIN
        }
    }

    /// The colour of a verdict.
    #[must_use]
    pub const fn outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Functions => Self::option(Compute::Functions),
            Outcome::ServerlessContainers => Self::option(Compute::ServerlessContainers),
            Outcome::AlwaysOn => Self::option(Compute::AlwaysOn),
            Outcome::Hybrid => Self {
                colour: Some(35),
                ..Self::PLAIN
            },
        }
    }

    /// The colour of a trade-off.
    #[must_use]
    pub const fn severity(severity: Severity) -> Self {
        match severity {
            Severity::High => Self::BAD,
            Severity::Medium => Self::OPEN,
            Severity::Low => Self::GOOD,
            Severity::Open => Self::DIM,
        }
    }

    /// The text with the escapes that show it so.
    #[must_use]
    pub fn paint(self, text: &str) -> String {
        if self == Self::PLAIN || text.is_empty() {
            return text.to_owned();
        }
        let mut codes = Vec::new();
        codes.extend(self.bold.then(|| "1".to_owned()));
        codes.extend(self.dim.then(|| "2".to_owned()));
        codes.extend(self.underline.then(|| "4".to_owned()));
        codes.extend(self.colour.map(|colour| colour.to_string()));
        format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
    }
}
