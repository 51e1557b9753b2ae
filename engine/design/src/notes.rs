//! The trade-offs that a drawing warns of.

use plumbline_assess::{Assessment, Severity};
use plumbline_diagram::{Note, Severity as NoteSeverity};

/// More notes than these crowd out the picture.
const MOST: usize = 5;

/// The severe trade-offs of a part, the worst first, as numbered notes.
pub(crate) fn notes(assessment: &Assessment, part: &str) -> Vec<Note> {
    assessment
        .trade_offs
        .iter()
        .filter(|finding| finding.part == part)
        .filter_map(|finding| {
            let severity = match finding.severity {
                Severity::High => NoteSeverity::High,
                Severity::Medium => NoteSeverity::Medium,
                Severity::Low | Severity::Open => return None,
            };
            Some((severity, format!("{}. {}", finding.title, finding.because)))
        })
        .take(MOST)
        .zip(1_u8..)
        .map(|((severity, text), number)| Note {
            number,
            text,
            severity,
        })
        .collect()
}
