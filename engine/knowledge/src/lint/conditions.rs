//! Conditions that can't hold or can't fail, and severity rules that are never reached.

use plumbline_rules::compile;
use plumbline_source::Diagnostic;

use super::{code, placed};
use crate::model::{Effect, Knowledge};
use crate::visit;

pub(super) fn lint(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for one in visit::conditions(knowledge) {
        let reach = one.condition.reach(&knowledge.vocabulary);
        let code = code(one.condition.text());
        if reach.can_hold == Some(false) {
            let message = format!("the condition {code} of the {} can never hold", one.entry);
            found.push(Diagnostic::error(placed(message, one.origin)).help(format!(
                "look for clauses in `{}` that exclude each other",
                one.field
            )));
        } else if reach.can_fail == Some(false) {
            let message = format!(
                "the condition {code} of the {} holds whatever the answers are",
                one.entry
            );
            found.push(
                Diagnostic::warning(placed(message, one.origin)).help(format!(
                    "leave clauses in `{}` out, or make them stricter",
                    one.field
                )),
            );
        }
    }
    unreachable_severity(knowledge, found);
    points_beyond_cap(knowledge, found);
}

fn unreachable_severity(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for trade_off in &knowledge.trade_offs {
        for (place, severity) in trade_off.severity.iter().enumerate() {
            // Only those come before it that are considered wherever it is.
            let not_before: String = trade_off
                .severity
                .iter()
                .take(place)
                .filter(|before| severity.options.iter().all(|o| before.options.contains(o)))
                .map(|before| format!(" && !({})", before.when.text()))
                .collect();
            let when = severity.when.text();
            if !not_before.is_empty()
                && let Ok(left) = compile(&format!("({when}){not_before}"), &knowledge.vocabulary)
                && left.reach(&knowledge.vocabulary).can_hold == Some(false)
            {
                let message = format!(
                    "the severity `{}` of the trade-off `{}` is never reached",
                    severity.level.id(),
                    trade_off.id
                );
                found.push(
                    Diagnostic::warning(placed(message, &trade_off.origin)).help(format!(
                        "whenever {} holds, one of the conditions before it does; the first that holds decides",
                        code(when)
                    )),
                );
            }
        }
    }
}

fn points_beyond_cap(knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    for rule in &knowledge.rules {
        let (Effect::Points(points), Some(dimension)) =
            (&rule.effect, knowledge.dimensions.get(rule.dimension))
        else {
            continue;
        };
        if points.iter().any(|points| points.abs() > dimension.cap) {
            let message = format!(
                "the rule `{}` has more points than the dimension `{}` may give, which is {}",
                rule.id, dimension.id, dimension.cap
            );
            found.push(
                Diagnostic::warning(placed(message, &rule.origin))
                    .help("the surplus never counts; lower the points or raise the cap"),
            );
        }
    }
}
