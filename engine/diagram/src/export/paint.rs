//! The drawing's colours for formats without variables.

use crate::model::{Accent, GroupKind, Severity};
use crate::theme::{COLOURS, Theme};

/// The colours of one theme; the automatic one is drawn as on light paper.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub Theme);

impl Paint {
    /// The colour of this name as `#rrggbb`; black if there is none, which a test rules out.
    pub fn of(self, name: &str) -> &'static str {
        COLOURS
            .iter()
            .find(|colour| colour.name == name)
            .map_or("#000000", |colour| match self.0 {
                Theme::Dark => colour.dark,
                Theme::Auto | Theme::Light => colour.light,
            })
    }

    /// The border of a node.
    pub fn border(self, accent: Option<Accent>) -> &'static str {
        self.of(accent.map_or("line-strong", accent_name))
    }

    /// The ground behind a node's glyph.
    pub fn tile(self, accent: Option<Accent>) -> &'static str {
        self.of(match accent {
            None => "sunk",
            Some(Accent::Functions) => "functions-wash",
            Some(Accent::Containers) => "containers-wash",
            Some(Accent::AlwaysOn) => "always-on-wash",
        })
    }

    /// The strokes of a node's glyph.
    pub fn glyph(self, accent: Option<Accent>) -> &'static str {
        self.of(accent.map_or("ink-2", accent_name))
    }

    /// The ground of a frame at this depth, 1 for an outermost one; 0 is the paper.
    pub fn ground(self, depth: usize) -> &'static str {
        self.of(match depth {
            0 => "paper",
            1 => "wash-1",
            deep if deep % 2 == 0 => "wash-2",
            _ => "wash-3",
        })
    }

    /// The border of a frame.
    pub fn frame(self, kind: GroupKind) -> &'static str {
        self.of(match kind {
            GroupKind::Cloud | GroupKind::Region => "line-strong",
            GroupKind::Network | GroupKind::Tier => "ink-3",
        })
    }

    /// A flag's ground, border and number.
    pub fn flag(self, severity: Severity) -> [&'static str; 3] {
        match severity {
            Severity::High => ["high", "high", "sheet"],
            Severity::Medium => ["brass-wash", "brass", "brass"],
            Severity::Low => ["sheet", "low", "low"],
        }
        .map(|name| self.of(name))
    }

    /// What a note's number is written in.
    pub fn severity(self, severity: Severity) -> &'static str {
        self.of(match severity {
            Severity::High => "high",
            Severity::Medium => "brass",
            Severity::Low => "low",
        })
    }
}

const fn accent_name(accent: Accent) -> &'static str {
    match accent {
        Accent::Functions => "functions",
        Accent::Containers => "containers",
        Accent::AlwaysOn => "always-on",
    }
}

/// What an accent means, as the legend says it.
pub(super) const fn meaning(accent: Accent) -> &'static str {
    match accent {
        Accent::Functions => "runs on functions",
        Accent::Containers => "runs on serverless containers",
        Accent::AlwaysOn => "runs on always-on machines",
    }
}
