//! How much something weighs for one option against another.

use plumbline_assess::{Evidence, PartAssessment, Points};
use plumbline_knowledge::Compute;

/// The option with the best of the others: of those that are left the one with the most points, of
/// equals the more managed one; of those that are ruled out only where no other is left.
pub fn against(part: &PartAssessment, option: Compute) -> (Compute, Compute) {
    let others = part.options.iter().filter(|other| other.id != option);
    let best = others
        .rev()
        .max_by_key(|other| (other.ruled_out_by.is_empty(), other.points));
    (option, best.map_or(option, |best| best.id))
}

/// Points for the first option less those for the second.
pub fn net(points: &Points, (option, other): (Compute, Compute)) -> i32 {
    let of = |option: Compute| points.get(option.id()).copied().unwrap_or(0);
    of(option) - of(other)
}

/// Which way a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For the option that is weighed.
    For,
    /// Against it.
    Against,
    /// As much for it as for the other.
    Neither,
}

/// Which way a rule speaks: what rules an option out speaks against it, and for the others.
pub fn side(rule: &Evidence, weighed: (Compute, Compute)) -> Side {
    match (rule.rules_out, net(&rule.points, weighed)) {
        (Some(out), _) if out == weighed.0 => Side::Against,
        (Some(_), _) => Side::For,
        (None, more) if more > 0 => Side::For,
        (None, 0) => Side::Neither,
        (None, _) => Side::Against,
    }
}

/// The order by weight: what rules an option out first, then what weighs most either way.
pub fn heaviest_first(rules: &mut [Evidence], weighed: (Compute, Compute)) {
    rules.sort_by_key(|rule| {
        let points = net(&rule.points, weighed);
        (
            rule.rules_out.is_none(),
            std::cmp::Reverse(points.unsigned_abs()),
            points < 0,
        )
    });
}

#[cfg(test)]
mod tests {
    use plumbline_knowledge::Compute::{AlwaysOn, Functions, ServerlessContainers};
    use plumbline_source::Source;
    use plumbline_workload::load;

    use super::*;
    use crate::engine;

    fn part() -> PartAssessment {
        let text = include_str!("../../../../examples/checkout.workload.yaml");
        let source = Source::new("checkout.workload.yaml", text.to_owned());
        let workload = load(engine::knowledge(), &source).unwrap().workload;
        engine::assess(&workload).parts[0].clone()
    }

    #[test]
    fn dimensions_and_rules_sum_to_the_lead_for_every_two_options() {
        let part = part();
        for option in [Functions, ServerlessContainers, AlwaysOn] {
            let weighed = against(&part, option);
            assert_ne!(weighed.0, weighed.1);
            let points = |option: Compute| {
                part.options
                    .iter()
                    .find(|one| one.id == option)
                    .unwrap()
                    .points
            };
            let lead = points(weighed.0) - points(weighed.1);
            let dimensions: i32 = part
                .dimensions
                .iter()
                .map(|one| net(&one.points, weighed))
                .sum();
            let rules: i32 = part
                .evidence
                .iter()
                .map(|one| net(&one.points, weighed))
                .sum();
            assert_eq!([dimensions, rules], [lead; 2], "{option:?}");
        }
    }

    #[test]
    fn an_option_is_weighed_against_the_best_of_those_that_are_left() {
        let mut part = part();
        for (one, points) in part.options.iter_mut().zip([9, 20, 4]) {
            one.points = points;
        }
        part.options[1].ruled_out_by = vec![plumbline_assess::RuledOut {
            rule: "r".to_owned(),
            limit: None,
            because: "b".to_owned(),
        }];
        assert_eq!(against(&part, Functions).1, AlwaysOn);
        assert_eq!(against(&part, AlwaysOn).1, Functions);
        assert_eq!(against(&part, ServerlessContainers).1, Functions);
        part.options[2].points = 9;
        assert_eq!(against(&part, ServerlessContainers).1, Functions);
    }

    #[test]
    fn the_heaviest_rule_comes_first_whichever_way_it_speaks() {
        let part = part();
        let weighed = against(&part, part.option);
        let mut rules = part.evidence;
        heaviest_first(&mut rules, weighed);
        let weights: Vec<u32> = rules
            .iter()
            .filter(|rule| rule.rules_out.is_none())
            .map(|rule| net(&rule.points, weighed).unsigned_abs())
            .collect();
        assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
        let tells = |rule: &Evidence| match side(rule, weighed) {
            Side::For => 1,
            Side::Neither => 0,
            Side::Against => -1,
        };
        assert!(
            rules
                .iter()
                .filter(|rule| rule.rules_out.is_none())
                .all(|rule| net(&rule.points, weighed).signum() == tells(rule))
        );
    }
}
