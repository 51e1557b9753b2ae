//! A workload's whole assessment, put together.

use plumbline_knowledge::{Compute, Knowledge};
use plumbline_rules::Answer;
use plumbline_workload::Workload;

use crate::assessment::{
    About, Assessment, OptionStanding, Outcome, PartAssessment, QuestionCount, Readiness, Verdict,
};
use crate::assessor::Assessor;
use crate::findings::Judged;
use crate::next::in_order;
use crate::round::{tenth, thousandth};
use crate::standing::{Standing, percent};
use crate::trial::Bench;

/// A verdict that fewer than half of the plausible completions keep is said with a reservation.
const TENTATIVE: f64 = 0.5;

impl Assessor<'_> {
    /// Assesses a workload. The seed is for the completions that confidence is measured over: the
    /// same workload and seed give the same assessment, byte for byte, on every platform.
    #[must_use]
    pub fn assess(&self, workload: &Workload, seed: u64) -> Assessment {
        let stated: Vec<Vec<Answer>> = (0..workload.parts.len())
            .map(|part| workload.stated_answers(self.knowledge, part))
            .collect();
        let benches: Vec<Bench<'_, '_>> = stated
            .iter()
            .map(|stated| Bench::new(self, stated))
            .collect();
        let named: Vec<(&plumbline_workload::Part, &Bench<'_, '_>)> =
            workload.parts.iter().zip(&benches).collect();

        let standings: Vec<Standing> = benches.iter().map(Bench::standing).collect();
        let verdicts: Vec<Compute> = standings.iter().map(Standing::leader).collect();
        let outlook = self.outlook(&stated, &verdicts, seed);
        let parts: Vec<PartAssessment> = named
            .iter()
            .zip(&outlook.parts)
            .map(|((part, bench), likely)| self.part(&part.id, &part.name, bench, *likely))
            .collect();
        let judged: Vec<Judged<'_>> = named
            .iter()
            .zip(&verdicts)
            .map(|((part, bench), option)| Judged {
                id: &part.id,
                option: *option,
                settled: &bench.settled,
            })
            .collect();
        let trade_offs = self.trade_offs(&judged);
        Assessment {
            workload: About {
                name: workload.name.clone(),
                summary: workload.summary.clone(),
                provider: workload.provider(self.knowledge),
            },
            verdict: self.verdict(workload, &parts, outlook.confidence),
            readiness: Readiness {
                score: mean(&parts, |readiness| readiness.score),
                low: mean(&parts, |readiness| readiness.low),
                high: mean(&parts, |readiness| readiness.high),
                likely_low: tenth(outlook.readiness.0),
                likely_high: tenth(outlook.readiness.1),
            },
            confidence: thousandth(outlook.confidence),
            questions: self.count(&benches),
            next_questions: in_order(
                named
                    .iter()
                    .flat_map(|(part, bench)| bench.open_questions(&part.id))
                    .collect(),
            ),
            flips: named
                .iter()
                .flat_map(|(part, bench)| bench.flips(&part.id))
                .collect(),
            checklist: self.checklist(&judged, &trade_offs),
            trade_offs,
            parts,
        }
    }

    fn part(
        &self,
        id: &str,
        name: &str,
        bench: &Bench<'_, '_>,
        likely: (f64, f64),
    ) -> PartAssessment {
        let standing = bench.standing();
        let shares = standing.shares();
        let bounds = self.bounds(bench.stated);
        PartAssessment {
            id: id.to_owned(),
            name: name.to_owned(),
            option: standing.leader(),
            close_call: standing.close_call(),
            readiness: Readiness {
                score: tenth(standing.readiness()),
                low: tenth(bounds.low),
                high: tenth(bounds.high),
                likely_low: tenth(likely.0),
                likely_high: tenth(likely.1),
            },
            options: Compute::ALL
                .into_iter()
                .enumerate()
                .map(|(option, compute)| OptionStanding {
                    id: compute,
                    points: standing.points[option],
                    share: thousandth(shares[option]),
                    percent: percent(shares)[option],
                    ruled_out_by: self.limits(compute, &bench.settled),
                })
                .collect(),
            dimensions: self.dimensions(&bench.settled),
            evidence: self.evidence(&bench.settled),
            open_rules: self.open_rules(&bench.settled),
        }
    }

    fn verdict(&self, workload: &Workload, parts: &[PartAssessment], confidence: f64) -> Verdict {
        let options: Vec<Compute> = parts.iter().map(|part| part.option).collect();
        let option = Outcome::of(&options);
        let nothing_known = parts.iter().all(|part| part.evidence.is_empty());
        let tentative = confidence < TENTATIVE;
        let run = if tentative {
            "On what is known so far, run"
        } else {
            "Run"
        };
        let sentence = if nothing_known {
            format!(
                "Too early to say where {} should run: no answer speaks for or against anything yet.",
                workload.name
            )
        } else if option == Outcome::Hybrid {
            let places: Vec<String> = Compute::ALL
                .into_iter()
                .filter_map(|option| {
                    let here = parts.iter().filter(|part| part.option == option);
                    let names: Vec<String> = here.map(|part| part.name.clone()).collect();
                    (!names.is_empty()).then(|| format!("{} on {}", listed(&names), option.label()))
                })
                .collect();
            format!("{run} {}.", listed(&places))
        } else {
            format!("{run} {} on {}.", workload.name, option.label())
        };
        Verdict {
            option,
            close_call: parts.iter().any(|part| part.close_call),
            tentative,
            sentence,
        }
    }

    /// Questions that apply; what is asked once for the workload counts once.
    fn count(&self, benches: &[Bench<'_, '_>]) -> QuestionCount {
        let mut count = QuestionCount::default();
        for (number, bench) in benches.iter().enumerate() {
            for (slot, answer) in bench.settled.iter().enumerate() {
                let again = number > 0 && is_shared(self.knowledge, slot);
                if again || *answer == Answer::NotApplicable {
                    continue;
                }
                count.asked += 1;
                if *answer == Answer::Unknown {
                    count.open += 1;
                } else {
                    count.answered += 1;
                }
            }
        }
        count
    }
}

fn is_shared(knowledge: &Knowledge, slot: usize) -> bool {
    knowledge
        .questions
        .get(slot)
        .is_some_and(|question| question.scope == plumbline_knowledge::Scope::Workload)
}

fn mean(parts: &[PartAssessment], figure: impl Fn(&Readiness) -> f64) -> f64 {
    let sum: f64 = parts.iter().map(|part| figure(&part.readiness)).sum();
    tenth(sum / parts.len().max(1) as f64)
}

/// "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
