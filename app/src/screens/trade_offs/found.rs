//! The findings, with those of several parts together: a decision holds for all of them.

use plumbline_assess::{Assessment, Severity, TradeOffFinding};
use plumbline_workload::{Day, Decision};

/// A trade-off with the parts in which it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The trade-off's id.
    pub id: String,
    /// How badly it bites where it bites worst.
    pub severity: Severity,
    /// What was found in each part, with the part's name; the worst first.
    pub parts: Vec<(String, TradeOffFinding)>,
    /// The provider that was answered.
    pub provider: Option<String>,
    /// Whether the workload has more than one part.
    pub several: bool,
}

impl Found {
    /// The findings, with the parts that share one: the same severity for the same reasons.
    pub fn alike(&self) -> Vec<(Vec<String>, TradeOffFinding)> {
        let mut all: Vec<(Vec<String>, TradeOffFinding)> = Vec::new();
        for (name, finding) in &self.parts {
            let same = all.iter_mut().find(|(_, other)| {
                (
                    other.severity,
                    &other.because,
                    &other.clauses,
                    &other.questions,
                ) == (
                    finding.severity,
                    &finding.because,
                    &finding.clauses,
                    &finding.questions,
                )
            });
            match same {
                Some((names, _)) => names.push(name.clone()),
                None => all.push((vec![name.clone()], finding.clone())),
            }
        }
        all
    }

    /// What softens it in any of the parts, by provider: `any` first, then the provider that was
    /// answered, then the others.
    pub fn mitigations(&self) -> Vec<(String, Vec<String>)> {
        let mut all: Vec<(String, Vec<String>)> = Vec::new();
        for (who, texts) in self
            .parts
            .iter()
            .flat_map(|(_, finding)| &finding.mitigations)
        {
            let place = all
                .iter()
                .position(|(other, _)| other == who)
                .unwrap_or_else(|| {
                    all.push((who.clone(), Vec::new()));
                    all.len() - 1
                });
            for text in texts {
                if !all[place].1.contains(text) {
                    all[place].1.push(text.clone());
                }
            }
        }
        all.sort_by_key(|(who, _)| (who != "any", Some(who) != self.provider.as_ref()));
        all
    }
}

/// The trade-offs of an assessment, the worst first.
pub fn found(assessment: &Assessment) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for finding in &assessment.trade_offs {
        let name = assessment
            .parts
            .iter()
            .find(|part| part.id == finding.part)
            .map_or_else(String::new, |part| part.name.clone());
        let entry = (name, finding.clone());
        match all.iter_mut().find(|one| one.id == finding.id) {
            Some(one) => {
                one.severity = one.severity.min(finding.severity);
                one.parts.push(entry);
            }
            None => all.push(Found {
                id: finding.id.clone(),
                severity: finding.severity,
                parts: vec![entry],
                provider: assessment.workload.provider.clone(),
                several: assessment.parts.len() > 1,
            }),
        }
    }
    all.sort_by_key(|one| one.severity);
    all
}

/// Whether something is to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody decided.
    Undecided,
    /// The decision holds no longer.
    Expired,
    /// It is decided.
    Decided,
}

/// Where a decision stands on a day.
pub fn standing(decision: Option<&Decision>, day: Option<&Day>) -> Standing {
    match (decision, day) {
        (None, _) => Standing::Undecided,
        (Some(decision), Some(day)) if decision.is_expired(day) => Standing::Expired,
        _ => Standing::Decided,
    }
}

#[cfg(test)]
mod tests {
    use plumbline_source::Source;
    use plumbline_workload::{Choice, load};

    use super::*;
    use crate::engine;

    #[test]
    fn findings_of_several_parts_stand_together_under_the_worst() {
        let text = include_str!("../../../../examples/checkout.workload.yaml");
        let source = Source::new("checkout.workload.yaml", text.to_owned());
        let workload = load(engine::knowledge(), &source).unwrap().workload;
        let assessment = engine::assess(&workload);
        let all = found(&assessment);
        let mut ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all.len());
        assert_eq!(
            all.iter().map(|one| one.parts.len()).sum::<usize>(),
            assessment.trade_offs.len()
        );
        assert!(all.iter().any(|one| one.alike().len() < one.parts.len()));
        assert!(all.is_sorted_by_key(|one| one.severity));
        for one in &all {
            assert_eq!(
                Some(one.severity),
                one.parts.iter().map(|(_, finding)| finding.severity).min()
            );
            let alike = one.alike();
            assert_eq!(
                alike.iter().map(|(names, _)| names.len()).sum::<usize>(),
                one.parts.len()
            );
            let mitigations = one.mitigations();
            let aws = mitigations.iter().position(|(who, _)| who == "aws");
            let any = usize::from(mitigations.iter().any(|(who, _)| who == "any"));
            assert!(aws.is_none_or(|aws| aws == any), "{}", one.id);
        }
    }

    #[test]
    fn a_decision_that_expired_is_to_be_taken_again() {
        let day = Day::parse("2026-11-21");
        let mut decision = Decision::of(Choice::Accept);
        assert_eq!(standing(None, day.as_ref()), Standing::Undecided);
        assert_eq!(standing(Some(&decision), day.as_ref()), Standing::Decided);
        decision.expires = Day::parse("2026-11-20");
        assert_eq!(standing(Some(&decision), day.as_ref()), Standing::Expired);
    }
}
