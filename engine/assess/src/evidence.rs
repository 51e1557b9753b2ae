//! The rules that hold, with points that sum exactly to what is shown.

use plumbline_knowledge::{Compute, Effect, Knowledge, Reference};
use plumbline_rules::{Answer, Truth};

use crate::assessment::{Clause, DimensionPoints, Evidence, OpenRule, Points, RuledOut};
use crate::assessor::Assessor;

/// A rule that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Index into [`Knowledge::rules`].
    pub rule: usize,
    /// The points that it gives by itself.
    pub own: [i32; 3],
    /// The points that count.
    pub points: [i32; 3],
}

impl Assessor<'_> {
    /// The rules that hold, with the points that count, in the order of dimensions and weight. Where
    /// a dimension's cap takes points away, it takes them from its lightest rules, so that what is
    /// listed sums to what counts.
    pub(crate) fn counted(&self, settled: &[Answer]) -> Vec<Counted> {
        let rules = &self.knowledge.rules;
        let mut holding: Vec<Counted> = self
            .rules
            .iter()
            .filter(|rule| rule.when.evaluate(settled) == Truth::True)
            .map(|rule| Counted {
                rule: rule.index,
                own: own_points(&rules[rule.index].effect),
                points: own_points(&rules[rule.index].effect),
            })
            .collect();
        let dimension = |counted: &Counted| rules[counted.rule].dimension;
        holding.sort_by_key(|counted| {
            let weight = weight(&rules[counted.rule].effect);
            (dimension(counted), std::cmp::Reverse(weight), counted.rule)
        });
        for together in holding.chunk_by_mut(|one, other| dimension(one) == dimension(other)) {
            if let Some(about) = together
                .first()
                .and_then(|first| self.knowledge.dimensions.get(dimension(first)))
            {
                cap(together, about.cap);
            }
        }
        holding
    }

    /// The rules that hold, explained, in the order of [`Self::counted`].
    pub(crate) fn evidence(&self, settled: &[Answer]) -> Vec<Evidence> {
        let knowledge = self.knowledge;
        self.counted(settled)
            .into_iter()
            .map(|counted| {
                let rule = &knowledge.rules[counted.rule];
                Evidence {
                    rule: rule.id.clone(),
                    title: rule.title.clone(),
                    dimension: knowledge.dimensions[rule.dimension].id.clone(),
                    points: by_option(counted.points),
                    uncapped: (counted.points != counted.own).then(|| by_option(counted.own)),
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
                }
            })
            .collect()
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
fn cap(together: &mut [Counted], cap: i32) {
    for option in 0..3 {
        let sum: i32 = together.iter().map(|rule| rule.own[option]).sum();
        let mut excess = sum - sum.clamp(-cap, cap);
        for rule in together.iter_mut().rev() {
            let points = &mut rule.points[option];
            let taken = if excess > 0 {
                (*points).clamp(0, excess)
            } else {
                (*points).clamp(excess, 0)
            };
            *points -= taken;
            excess -= taken;
        }
    }
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
    use super::{Counted, cap};

    #[test]
    fn a_cap_takes_from_the_lightest_and_keeps_the_sum() {
        for (own, counted) in [
            (
                [[8, -6, 0], [6, -6, 1], [3, 1, 0]],
                [[8, -6, 0], [4, -6, 1], [0, 1, 0]],
            ),
            (
                [[-9, 0, 0], [2, 0, 0], [-8, 0, 0]],
                [[-9, 0, 0], [2, 0, 0], [-5, 0, 0]],
            ),
        ] {
            let mut rules = own.map(|own| Counted {
                rule: 0,
                own,
                points: own,
            });
            cap(&mut rules, 12);
            assert_eq!(rules.map(|rule| rule.points), counted);
        }
    }
}
