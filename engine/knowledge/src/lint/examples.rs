//! Whether rules behave as their examples say, and whether the examples say enough.

use plumbline_rules::{Answer, Condition};
use plumbline_source::Diagnostic;

use super::{code, placed};
use crate::model::{Example, Knowledge, Rule};

pub(super) fn lint(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for rule in &knowledge.rules {
        let before = found.len();
        misbehaving(knowledge, rule, found);
        // What an example is worth can only be said of one that is right.
        if found.len() > before {
            continue;
        }
        let survivors = surviving_mutants(rule, knowledge);
        if !survivors.is_empty() {
            let shown: Vec<String> = survivors.iter().map(|text| code(text)).collect();
            let message = format!(
                "the examples of the rule `{}` don't notice when its condition becomes {}",
                rule.id,
                shown.join(" or ")
            );
            found.push(
                Diagnostic::warning(placed(message, &rule.origin))
                    .help("add an example that each of these changes, or leave the clause out"),
            );
        }
    }
}

fn misbehaving(knowledge: &Knowledge, rule: &Rule, found: &mut Vec<Diagnostic>) {
    let Rule { examples, .. } = rule;
    for (list, should, name) in [
        (&examples.fires, true, "fires"),
        (&examples.quiet, false, "quiet"),
    ] {
        for (at, example) in list.iter().enumerate() {
            if fires(&rule.when, example, knowledge) == should {
                continue;
            }
            let message = format!(
                "the rule `{}` {} on example {} of `{name}`",
                rule.id,
                if should { "does not fire" } else { "fires" },
                at + 1
            );
            let trace = rule
                .when
                .trace(&knowledge.vocabulary, &answers(example, knowledge));
            let clauses: Vec<&str> = trace
                .clauses()
                .iter()
                .map(|clause| clause.text.as_str())
                .collect();
            found.push(
                Diagnostic::error(placed(message, &rule.origin))
                    .help(format!("with its answers: {}", clauses.join("; "))),
            );
        }
    }
}

/// Small wrongs in the condition of `rule` that none of its examples notices, each as the text of
/// the wrong condition. A clause that can be dropped or negated without any effect on the examples
/// is either not needed or not shown.
#[must_use]
pub fn surviving_mutants(rule: &Rule, knowledge: &Knowledge) -> Vec<String> {
    let examples = || rule.examples.fires.iter().chain(&rule.examples.quiet);
    let notices = |mutant: &Condition| {
        examples().any(|example| {
            fires(mutant, example, knowledge) != fires(&rule.when, example, knowledge)
        })
    };
    rule.when
        .mutations()
        .into_iter()
        .filter(|mutant| !notices(mutant))
        .map(|mutant| mutant.text().to_owned())
        .collect()
}

/// Whether a rule with this condition fires for certain, with all other questions open.
fn fires(condition: &Condition, example: &Example, knowledge: &Knowledge) -> bool {
    condition.evaluate(&answers(example, knowledge)).is_true()
}

fn answers(example: &Example, knowledge: &Knowledge) -> Vec<Answer> {
    let mut answers = vec![Answer::Unknown; knowledge.questions.len()];
    for (slot, answer) in &example.answers {
        if let Some(place) = answers.get_mut(*slot) {
            *place = *answer;
        }
    }
    knowledge.applicable(&mut answers);
    answers
}
