//! What the last change moved.

use plumbline_assess::{Assessment, Evidence};
use plumbline_knowledge::Compute;

use crate::components::signed;

/// A rule that counts otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// Whether it held before and doesn't now.
    pub ended: bool,
    /// The part, where there are several.
    pub part: Option<String>,
    /// What it gives, or takes: "+6", "−2", "out".
    pub sign: String,
    /// The option that it moves.
    pub option: Compute,
    weight: i32,
}

/// A rule that rules out weighs more than any points.
const OUT: i32 = 1000;

/// The rules that count otherwise, the weightiest first. The points are those of the option that
/// leads its part now, or else of the one that they move most.
pub fn moves(before: &Assessment, now: &Assessment) -> Vec<Move> {
    let mut all = Vec::new();
    // A workload that is split, or whole once more, goes on in its first part.
    let split = (before.parts.len() == 1 || now.parts.len() == 1).then(|| before.parts.first());
    for (number, part) in now.parts.iter().enumerate() {
        let same = before.parts.iter().find(|old| old.id == part.id);
        let first = split.flatten().filter(|_| number == 0);
        let Some(old) = same.or(first) else { continue };
        let name = (now.parts.len() > 1).then(|| part.name.clone());
        let mut seen: Vec<&str> = Vec::new();
        for evidence in part.evidence.iter().chain(&old.evidence) {
            if !seen.contains(&evidence.rule.as_str()) {
                seen.push(&evidence.rule);
                all.extend(of_rule(
                    &old.evidence,
                    &part.evidence,
                    evidence,
                    part.option,
                    &name,
                ));
            }
        }
    }
    all.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.title.cmp(&b.title)));
    all
}

fn of_rule(
    old: &[Evidence],
    new: &[Evidence],
    rule: &Evidence,
    leading: Compute,
    part: &Option<String>,
) -> Option<Move> {
    let find = |side: &[Evidence]| {
        side.iter()
            .find(|evidence| evidence.rule == rule.rule)
            .cloned()
    };
    let (old, new) = (find(old), find(new));
    let ended = new.is_none();
    let made = |sign: String, option: Compute, weight: i32| Move {
        rule: rule.rule.clone(),
        title: rule.title.clone(),
        ended,
        part: part.clone(),
        sign,
        option,
        weight,
    };
    if let Some(option) = rule.rules_out {
        return match (old, new) {
            (None, Some(_)) => Some(made("Out".to_owned(), option, OUT)),
            (Some(_), None) => Some(made("Back".to_owned(), option, OUT)),
            _ => None,
        };
    }
    let change = |option: Compute| {
        let of = |side: &Option<Evidence>| {
            side.as_ref()
                .and_then(|evidence| evidence.points.get(option.id()).copied())
                .unwrap_or(0)
        };
        of(&new) - of(&old)
    };
    let option = match change(leading) {
        0 => Compute::ALL
            .into_iter()
            .max_by_key(|option| change(*option).abs())?,
        _ => leading,
    };
    let points = change(option);
    (points != 0).then(|| made(signed(points), option, points.abs()))
}

#[cfg(test)]
mod tests {
    use plumbline_workload::{Entry, Workload};

    use super::moves;
    use crate::engine;

    #[test]
    fn an_answer_moves_the_rules_that_read_it() {
        let mut workload = Workload::new("A");
        let before = engine::assess(&workload);
        let slot = engine::knowledge().question("traffic_shape").unwrap();
        let answer = plumbline_workload::parse_answer(engine::knowledge(), slot, "spiky").unwrap();
        workload.answers.set(slot, Entry::answered(answer));
        let now = engine::assess(&workload);
        let moved = moves(&before, &now);
        assert!(!moved.is_empty());
        let evidence: Vec<&str> = now.parts[0]
            .evidence
            .iter()
            .map(|one| one.rule.as_str())
            .collect();
        assert!(
            moved
                .iter()
                .all(|one| evidence.contains(&one.rule.as_str()))
        );
        assert!(moved.is_sorted_by(|a, b| a.weight >= b.weight));
        assert!(moves(&now, &now).is_empty());
    }
}
