//! What the title blocks of drawings say.

use std::collections::BTreeSet;

use plumbline_assess::{Assessment, PartAssessment, Readiness};
use plumbline_diagram::{Accent, Fact};
use plumbline_knowledge::{Compute, Provider};
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

/// Provider, verdict and readiness, "78.4 (likely 64–86.1)"; the range only while answers are open.
/// The verdict has the colour of each of `options`, once.
pub(crate) fn facts(
    provider: Provider,
    verdict: &str,
    options: &[Compute],
    readiness: Readiness,
) -> Vec<Fact> {
    let range = if readiness.low < readiness.high {
        format!(
            " (likely {}–{})",
            readiness.likely_low, readiness.likely_high
        )
    } else {
        String::new()
    };
    let accents: BTreeSet<Accent> = options.iter().map(|option| accent(*option)).collect();
    vec![
        fact("Provider", provider.label(), Vec::new()),
        fact("Verdict", &capital(verdict), accents.into_iter().collect()),
        fact(
            "Readiness",
            &format!("{}{range}", readiness.score),
            Vec::new(),
        ),
    ]
}

const fn accent(option: Compute) -> Accent {
    match option {
        Compute::Functions => Accent::Functions,
        Compute::ServerlessContainers => Accent::Containers,
        Compute::AlwaysOn => Accent::AlwaysOn,
    }
}

/// A field of a title block.
pub(crate) fn fact(name: &str, value: &str, accents: Vec<Accent>) -> Fact {
    Fact {
        name: name.to_owned(),
        value: value.to_owned(),
        accents,
    }
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}
