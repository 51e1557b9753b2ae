//! The rules that hold, with points that sum exactly to what is shown.

use plumbline_knowledge::{Compute, Effect, Knowledge, Reference};
use plumbline_rules::{Answer, Truth};

use crate::assessment::{Clause, DimensionPoints, Evidence, OpenRule, Points, RuledOut};
use crate::assessor::Assessor;

impl Assessor<'_> {
    /// The rules that hold, in the order of dimensions and weight. Where a dimension's cap takes
    /// points away, it takes them from its lightest rules, so that what is listed sums to what
    /// counts.
    pub(crate) fn evidence(&self, settled: &[Answer]) -> Vec<Evidence> {
        let knowledge = self.knowledge;
        let mut evidence = Vec::new();
        for (dimension, about) in knowledge.dimensions.iter().enumerate() {
            let mut holding: Vec<usize> = self
                .rules
                .iter()
                .filter(|rule| knowledge.rules[rule.index].dimension == dimension)
                .filter(|rule| rule.when.evaluate(settled) == Truth::True)
                .map(|rule| rule.index)
                .collect();
            holding.sort_by_key(|rule| {
                (
                    std::cmp::Reverse(weight(&knowledge.rules[*rule].effect)),
                    *rule,
                )
            });
            let authored: Vec<[i32; 3]> = holding
                .iter()
                .map(|rule| own_points(&knowledge.rules[*rule].effect))
                .collect();
            let counted = cap(&authored, about.cap);
            for ((rule, authored), counted) in holding.into_iter().zip(authored).zip(counted) {
                let rule = &knowledge.rules[rule];
                evidence.push(Evidence {
                    rule: rule.id.clone(),
                    title: rule.title.clone(),
                    dimension: about.id.clone(),
                    points: by_option(counted),
                    uncapped: (counted != authored).then(|| by_option(authored)),
                    rules_out: ruled_out(&rule.effect),
                    condition: rule.when.text().to_owned(),
                    clauses: rule
                        .when
                        .trace(&knowledge.vocabulary, settled)
                        .clauses()
                        .into_iter()
                        .map(Clause::from)
                        .collect(),
                    what: rule.what.clone(),
                    why: rule.why.clone(),
                    action: rule.action.clone(),
                    sources: cited(knowledge, &rule.sources),
                });
            }
        }
        evidence
    }

    /// The rules that open answers decide.
    pub(crate) fn open_rules(&self, settled: &[Answer]) -> Vec<OpenRule> {
        self.rules
            .iter()
            .filter(|rule| rule.when.evaluate(settled) == Truth::Unknown)
            .map(|active| {
                let rule = &self.knowledge.rules[active.index];
                OpenRule {
                    rule: rule.id.clone(),
                    title: rule.title.clone(),
                    dimension: self.knowledge.dimensions[rule.dimension].id.clone(),
                    points: by_option(own_points(&rule.effect)),
                    rules_out: ruled_out(&rule.effect),
                    questions: self.open_questions(active.when.slots(), settled),
                }
            })
            .collect()
    }

    /// The ids of those of these questions that are open.
    pub(crate) fn open_questions(&self, slots: &[u16], settled: &[Answer]) -> Vec<String> {
        slots
            .iter()
            .map(|slot| usize::from(*slot))
            .filter(|slot| settled.get(*slot) == Some(&Answer::Unknown))
            .map(|slot| self.knowledge.questions[slot].id.clone())
            .collect()
    }

    /// What each dimension adds to each option.
    pub(crate) fn dimensions(&self, settled: &[Answer]) -> Vec<DimensionPoints> {
        let tally = self.tally(settled);
        self.knowledge
            .dimensions
            .iter()
            .zip(&tally.raw)
            .map(|(dimension, raw)| DimensionPoints {
                id: dimension.id.clone(),
                label: dimension.label.clone(),
                points: by_option(raw.map(|points| points.clamp(-dimension.cap, dimension.cap))),
            })
            .collect()
    }

    /// The limits that rule an option out.
    pub(crate) fn limits(&self, option: Compute, settled: &[Answer]) -> Vec<RuledOut> {
        let vocabulary = &self.knowledge.vocabulary;
        self.rules
            .iter()
            .filter(|rule| rule.when.evaluate(settled) == Truth::True)
            .filter_map(|active| {
                let rule = &self.knowledge.rules[active.index];
                let Effect::RulesOut {
                    option: out,
                    limit,
                    because,
                } = &rule.effect
                else {
                    return None;
                };
                let limit = limit.and_then(|limit| vocabulary.limits().get(limit));
                (*out == option).then(|| RuledOut {
                    rule: rule.id.clone(),
                    limit: limit.map(|limit| limit.id.clone()),
                    because: match (limit, because) {
                        (_, Some(because)) => because.clone(),
                        (Some(limit), None) => {
                            let value =
                                plumbline_rules::format_quantity(limit.value, limit.quantity);
                            format!("{} is {value}", limit.label)
                        }
                        (None, None) => rule.what.clone(),
                    },
                })
            })
            .collect()
    }
}

/// Takes what is above the cap from the lightest rules, which come last.
fn cap(authored: &[[i32; 3]], cap: i32) -> Vec<[i32; 3]> {
    let mut counted = authored.to_vec();
    for option in 0..3 {
        let sum: i32 = authored.iter().map(|points| points[option]).sum();
        let mut excess = sum - sum.clamp(-cap, cap);
        for points in counted.iter_mut().rev() {
            let taken = if excess > 0 {
                points[option].clamp(0, excess)
            } else {
                points[option].clamp(excess, 0)
            };
            points[option] -= taken;
            excess -= taken;
        }
    }
    counted
}

pub(crate) fn own_points(effect: &Effect) -> [i32; 3] {
    match effect {
        Effect::Points(points) => *points,
        Effect::RulesOut { .. } => [0; 3],
    }
}

pub(crate) fn ruled_out(effect: &Effect) -> Option<Compute> {
    match effect {
        Effect::Points(_) => None,
        Effect::RulesOut { option, .. } => Some(*option),
    }
}

/// How much a rule separates the options. A hard limit separates most.
fn weight(effect: &Effect) -> i32 {
    match effect {
        Effect::RulesOut { .. } => i32::MAX,
        Effect::Points(points) => points.iter().map(|points| points.abs()).sum(),
    }
}

pub(crate) fn by_option(points: [i32; 3]) -> Points {
    Compute::ALL
        .into_iter()
        .zip(points)
        .map(|(option, points)| (option.id().to_owned(), points))
        .collect()
}

/// Sources in words.
pub(crate) fn cited(knowledge: &Knowledge, sources: &[Reference]) -> Vec<String> {
    sources
        .iter()
        .map(|source| knowledge.cites(source))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::cap;

    #[test]
    fn a_cap_takes_from_the_lightest_and_keeps_the_sum() {
        let capped = cap(&[[8, -6, 0], [6, -6, 1], [3, 1, 0]], 12);
        assert_eq!(capped, [[8, -6, 0], [4, -6, 1], [0, 1, 0]]);
        let against = cap(&[[-9, 0, 0], [2, 0, 0], [-8, 0, 0]], 12);
        assert_eq!(against.iter().map(|points| points[0]).sum::<i32>(), -12);
        assert_eq!(against, [[-9, 0, 0], [2, 0, 0], [-5, 0, 0]]);
    }
}
