//! What a box says, how it is broken into lines, and how large the box is for it.

use crate::scene::TextRole;
use crate::text::{Face, Lines, clean, width, wrap};

pub(crate) const TILE: f64 = 36.0;
/// From the node's border to its tile, and from the text to the border.
pub(crate) const NODE_PAD: f64 = 11.0;
/// Between tile and text, side by side and one above the other.
pub(crate) const TILE_GAP: f64 = 10.0;
pub(crate) const TILE_GAP_BELOW: f64 = 4.0;
pub(crate) const LABEL_LINE: f64 = 16.0;
pub(crate) const SERVICE_LINE: f64 = 15.0;

/// Rooms for text and lines for the service, the small before the large: the first in which nothing is cut and
/// no word is broken.
const LYING_ROOMS: [(f64, usize); 5] = [(112.0, 2), (126.0, 2), (146.0, 2), (164.0, 2), (184.0, 3)];
const UPRIGHT_ROOMS: [(f64, usize); 5] =
    [(88.0, 2), (100.0, 2), (114.0, 2), (128.0, 3), (160.0, 3)];
const LABEL_LINES: usize = 2;
const LYING_LEAST: (f64, f64) = (120.0, 60.0);
const UPRIGHT_LEAST: (f64, f64) = (104.0, 92.0);

/// Whether a box has its picture beside the text or above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Picture at the left: wide and low.
    Lying,
    /// Picture above: narrow and high.
    Upright,
}

impl Form {
    /// The form in which a graph of so many columns and rows comes out larger on a sheet of A4; lying where that
    /// makes little difference, as screens are wide. Decided by the grid and not by the texts, so that a pattern
    /// looks the same on every cloud.
    pub fn for_grid(columns: usize, rows: usize) -> Self {
        // Pitches with their gaps, and what title block, strip and legend take, as the patterns have them.
        let lying = reach(columns, rows, (256.0, 97.0));
        let upright = reach(columns, rows, (209.0, 145.0));
        if lying <= upright * 1.1 {
            Self::Lying
        } else {
            Self::Upright
        }
    }
}

/// What decides the scale on a sheet in landscape: the height, or the width made comparable with it.
#[allow(clippy::cast_precision_loss)] // A few hundred at most.
fn reach(columns: usize, rows: usize, (across, down): (f64, f64)) -> f64 {
    const FURNITURE: f64 = 425.0;
    /// A4 in landscape, 10 mm from its edges.
    const SHEET: f64 = 277.0 / 190.0;
    (columns as f64 * across / SHEET).max(rows as f64 * down + FURNITURE)
}

/// Text and size of a node before the grid stretches it.
#[derive(Debug, Clone)]
pub(crate) struct NodeText {
    pub form: Form,
    pub label: Lines,
    pub service: Lines,
    pub width: f64,
    pub height: f64,
}

impl NodeText {
    pub fn new(label: &str, service: &str, form: Form) -> Self {
        let (label, service) = (clean(label), clean(service));
        let (rooms, least) = match form {
            Form::Lying => (LYING_ROOMS, LYING_LEAST),
            Form::Upright => (UPRIGHT_ROOMS, UPRIGHT_LEAST),
        };
        let (label_face, service_face) = (TextRole::Label.face(), TextRole::Service.face());
        let mut fit = None;
        for (room, lines) in rooms {
            let labels = wrap(&label, label_face, room, LABEL_LINES);
            let services = wrap(&service, service_face, room, lines);
            let good = whole(&labels, &label, label_face, room)
                && whole(&services, &service, service_face, room);
            fit = Some((labels, services));
            if good {
                break;
            }
        }
        let (label, service) = fit.unwrap_or_default();
        let text = label.width(label_face).max(service.width(service_face));
        let high = count(&label) * LABEL_LINE + count(&service) * SERVICE_LINE;
        let (width, height) = match form {
            Form::Lying => (
                2.0 * NODE_PAD + TILE + TILE_GAP + text,
                high + 2.0 * NODE_PAD,
            ),
            Form::Upright => (
                2.0 * NODE_PAD + text,
                high + 2.0 * NODE_PAD + TILE + TILE_GAP_BELOW,
            ),
        };
        Self {
            form,
            label,
            service,
            width: width.ceil().max(least.0),
            height: height.max(least.1),
        }
    }

    pub fn text_height(&self) -> f64 {
        count(&self.label) * LABEL_LINE + count(&self.service) * SERVICE_LINE
    }
}

#[allow(clippy::cast_precision_loss)] // Three at most.
fn count(text: &Lines) -> f64 {
    text.lines.len() as f64
}

/// Nothing is left out and no word had to be broken.
fn whole(lines: &Lines, text: &str, face: Face, room: f64) -> bool {
    !lines.shortened && text.split(' ').all(|word| width(word, face) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_up_to_some_forty_letters_are_whole() {
        let names = [
            "Amazon API Gateway",
            "Azure Database for PostgreSQL flexible server",
            "Microsoft Entra ID and managed identities",
            "Google Cloud IAM and Workload Identity Federation",
            "Systems Manager Parameter Store",
        ];
        for name in names {
            for form in [Form::Lying, Form::Upright] {
                let text = NodeText::new("Access rights of services", name, form);
                assert!(!text.service.shortened, "{name} {form:?}");
                assert_eq!(text.service.lines.join(" "), name);
                assert!(text.width <= 260.0, "{name} {form:?}: {}", text.width);
            }
        }
        let long = NodeText::new(&"W".repeat(400), &"a b ".repeat(100), Form::Lying);
        assert!(long.label.shortened && long.service.shortened);
    }

    #[test]
    fn wide_graphs_have_upright_boxes() {
        assert_eq!(Form::for_grid(9, 3), Form::Upright);
        assert_eq!(Form::for_grid(5, 6), Form::Lying);
        assert_eq!(Form::for_grid(0, 0), Form::Lying);
    }
}
