//! What the title blocks of drawings say.

use plumbline_assess::{Assessment, PartAssessment, Readiness};
use plumbline_knowledge::Provider;
use plumbline_workload::Workload;

/// "Checkout", or "Checkout: API" where the workload has several parts.
pub(crate) fn title(workload: &Workload, assessment: &Assessment, part: &PartAssessment) -> String {
    if is_alone(workload, assessment) {
        workload.name.clone()
    } else {
        format!("{}: {}", workload.name, part.name)
    }
}

/// The verdict on a part as a sentence.
pub(crate) fn verdict(
    workload: &Workload,
    assessment: &Assessment,
    part: &PartAssessment,
) -> String {
    if is_alone(workload, assessment) {
        assessment.verdict.sentence.clone()
    } else {
        format!("Run {} on {}.", part.name, part.option.label())
    }
}

fn is_alone(workload: &Workload, assessment: &Assessment) -> bool {
    workload.implicit_part || assessment.parts.len() == 1
}

/// "AWS · functions · readiness 78.4 (likely 64–86.1)"; the range only while answers are open.
pub(crate) fn subtitle(provider: Provider, verdict: &str, readiness: Readiness) -> String {
    let range = if readiness.low < readiness.high {
        format!(
            " (likely {}–{})",
            readiness.likely_low, readiness.likely_high
        )
    } else {
        String::new()
    };
    format!(
        "{} · {verdict} · readiness {}{range}",
        provider.label(),
        readiness.score
    )
}
