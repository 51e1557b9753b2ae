//! What is known of cost and latency: never more than that.

use plumbline_assess::{Assessment, Evidence, Severity};
use plumbline_knowledge::{Compute, Knowledge};
use plumbline_rules::Answer;
use plumbline_workload::{Workload, answer_words};

use super::{LINE, MOST, names, said_of};
use crate::view::part::of;
use crate::view::shorten::shortened;

/// What is known in a dimension: the heaviest finding of each part, or what it costs; two at most.
pub(super) fn about(
    assessment: &Assessment,
    dimension: &str,
    trade_offs: &[&str],
    several: bool,
) -> Vec<String> {
    let spread = |evidence: &Evidence| {
        let points = Compute::ALL.map(|option| of(&evidence.points, option));
        points
            .iter()
            .max()
            .zip(points.iter().min())
            .map_or(0, |(most, least)| most - least)
    };
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for part in &assessment.parts {
        let mut found: Vec<&Evidence> = part
            .evidence
            .iter()
            .filter(|evidence| evidence.dimension == dimension && spread(evidence) > 0)
            .collect();
        found.sort_by_key(|evidence| std::cmp::Reverse(spread(evidence)));
        let text = match found.first() {
            Some(evidence) => shortened(&format!("{} {}", evidence.what, evidence.why), LINE),
            None => {
                let cost = assessment.trade_offs.iter().find(|finding| {
                    finding.part == part.id
                        && finding.severity != Severity::Open
                        && trade_offs.contains(&finding.id.as_str())
                });
                match cost {
                    Some(cost) => shortened(&cost.because, LINE),
                    None => continue,
                }
            }
        };
        match lines.iter_mut().find(|(known, _)| *known == text) {
            Some((_, parts)) => parts.push(part.name.clone()),
            None => lines.push((text, vec![part.name.clone()])),
        }
    }
    let all = assessment.parts.len();
    let lines = lines.into_iter().take(2).map(|(text, parts)| {
        let which = (several && parts.len() < all).then(|| names(&parts));
        said_of(text, which.as_deref())
    });
    lines.collect()
}

/// The targets that were answered, and what is known.
pub(super) fn latency(
    knowledge: &Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    several: bool,
) -> Vec<String> {
    let slot = knowledge.question("latency_target");
    let mut targets: Vec<String> = Vec::new();
    for (number, part) in assessment.parts.iter().enumerate() {
        let answers = workload.part_answers(knowledge, number);
        let answer = slot.and_then(|slot| Some((slot, *answers.get(slot)?)));
        if let Some((slot, answer @ Answer::Number(_))) = answer {
            let target = answer_words(knowledge, slot, answer);
            let part = several.then_some(part.name.as_str());
            targets.push(said_of(
                format!("95 of 100 answers are to come within {target}."),
                part,
            ));
        }
    }
    targets.truncate(2);
    let more = about(
        assessment,
        "latency",
        &["cold-starts", "latency-budget"],
        several,
    );
    targets.into_iter().chain(more).take(MOST).collect()
}
