//! `==`, `!=`, `<`, `<=`, `>` and `>=`.

use super::operand::Operand;
use super::{Checker, leaf, place, some_choice};
use crate::ast::{Expr, Operator};
use crate::condition::{Clause, Node};
use crate::error::{ConditionError, Span};
use crate::test::{Relation, Test};
use crate::vocabulary::{Kind, Quantity};

/// A number on the right of a comparison, with what it comes from.
struct Constant {
    quantity: Option<Quantity>,
    value: f64,
    limit: Option<(u16, f64)>,
}

impl Checker<'_> {
    pub(super) fn compare(
        &mut self,
        expr: &Expr,
        left_expr: &Expr,
        operator: Operator,
        right_expr: &Expr,
    ) -> Option<Node> {
        // Both sides are looked at even if the first is wrong, so that one run shows both mistakes.
        let left = self.operand(left_expr);
        let right = self.operand(right_expr);
        let (left, right) = (left?, right?);
        let (relation, negated) = match operator {
            Operator::Equal => (Relation::Equal, false),
            Operator::NotEqual => (Relation::Equal, true),
            Operator::Less => (Relation::Below, false),
            Operator::LessOrEqual => (Relation::AtMost, false),
            Operator::Greater => (Relation::Above, false),
            Operator::GreaterOrEqual => (Relation::AtLeast, false),
        };
        let node = match (left, right) {
            (
                Operand::Answer { slot, factor },
                Operand::Answer {
                    slot: other,
                    factor: times,
                },
            ) => self.against(
                (slot, left_expr.span),
                relation,
                (other, right_expr.span),
                times / factor,
            ),
            (Operand::Answer { slot, factor }, value) => self.with_value(
                (slot, factor, left_expr.span),
                relation,
                (value, right_expr.span),
            ),
            (value, Operand::Answer { slot, factor }) => self.with_value(
                (slot, factor, right_expr.span),
                relation.mirrored(),
                (value, left_expr.span),
            ),
            _ => self.fail(
                ConditionError::new(
                    expr.span,
                    "this compares two constants, so that it never changes",
                    "no answer in it",
                )
                .help("compare an answer: `answers.` and the question's id"),
            ),
        }?;
        Some(match node {
            Node::Clause(clause) => {
                let (start, end) = place(expr.span);
                Node::Clause(Clause {
                    negated: clause.negated != negated,
                    start,
                    end,
                    ..clause
                })
            }
            other => other,
        })
    }

    fn against(
        &mut self,
        (slot, span): (u16, Span),
        relation: Relation,
        (other, other_span): (u16, Span),
        factor: f64,
    ) -> Option<Node> {
        let whole = span.to(other_span);
        if slot == other {
            return self.fail(
                ConditionError::new(
                    whole,
                    "this compares an answer with itself",
                    "the same answer",
                )
                .help("one of the two was probably meant to be another answer"),
            );
        }
        let left = &self.vocabulary.slot(usize::from(slot))?.kind;
        let right = &self.vocabulary.slot(usize::from(other))?.kind;
        match (left, right) {
            (Kind::Number(a), Kind::Number(b)) if a == b => {
                if !factor.is_normal() {
                    return self.fail(ConditionError::new(
                        whole,
                        "the factors of the two sides are too far apart",
                        "out of range",
                    ));
                }
                let test = Test::Against {
                    slot,
                    relation,
                    other,
                    factor,
                };
                Some(leaf(test, whole))
            }
            (Kind::Number(_), Kind::Number(_)) => {
                self.mismatch(span, left, other_span, right.phrase(), None)
            }
            _ => self.fail(
                ConditionError::new(
                    whole,
                    "only answers that are numbers can be compared with each other",
                    format!("{} and {}", left.phrase(), right.phrase()),
                )
                .help("compare each of them with a value"),
            ),
        }
    }

    /// An answer on the left, a constant on the right, whichever way round they were written.
    fn with_value(
        &mut self,
        (slot, factor, span): (u16, f64, Span),
        relation: Relation,
        (value, value_span): (Operand, Span),
    ) -> Option<Node> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.slot(usize::from(slot))?;
        if factor != 1.0 && !matches!(found.kind, Kind::Number(_)) {
            return self.fail(ConditionError::new(
                span,
                format!(
                    "`{}` is {}, which cannot be multiplied",
                    found.id,
                    found.kind.phrase()
                ),
                "not a number",
            ));
        }
        let ordered = relation != Relation::Equal;
        match (&found.kind, value) {
            (Kind::Choices(choices), _) => {
                let code = format!("answers.{}", found.id);
                let value = some_choice(choices);
                self.fail(
                    ConditionError::new(
                        span,
                        format!("`{code}` is a set of choices, which cannot be compared"),
                        "several choices",
                    )
                    .help(format!(
                        "write `\"{value}\" in {code}`, or `{code}.all(t, t == \"{value}\")`"
                    )),
                )
            }
            (Kind::Choice(_) | Kind::YesNo { .. }, _) if ordered => self.fail(
                ConditionError::new(
                    span,
                    format!(
                        "`answers.{}` is {}, which has no order",
                        found.id,
                        found.kind.phrase()
                    ),
                    "no order",
                )
                .help("compare it with `==` or `!=`"),
            ),
            (Kind::Choice(choices), Operand::Text(text)) => {
                let place = self.choice(&text, value_span, &found.id, choices)?;
                let mask = 1 << place;
                let mut node = leaf(Test::OneOf { slot, mask }, span);
                if let Node::Clause(clause) = &mut node {
                    clause.mentioned = mask;
                }
                Some(node)
            }
            (Kind::YesNo { .. }, Operand::Bool(expected)) => {
                Some(leaf(Test::YesNo { slot, expected }, span))
            }
            (Kind::Number(quantity), value) => {
                let constant = match value {
                    Operand::Constant {
                        quantity,
                        value,
                        limit,
                    } => Constant {
                        quantity: Some(quantity),
                        value,
                        limit,
                    },
                    Operand::Plain(value) => Constant {
                        quantity: (*quantity == Quantity::Count).then_some(Quantity::Count),
                        value,
                        limit: None,
                    },
                    other => {
                        return self.mismatch(
                            span,
                            &found.kind,
                            value_span,
                            describe(&other),
                            Some(*quantity),
                        );
                    }
                };
                if constant.quantity != Some(*quantity) {
                    let phrase = constant.quantity.map_or("a plain number", Quantity::phrase);
                    return self.mismatch(span, &found.kind, value_span, phrase, Some(*quantity));
                }
                let threshold = constant.value / factor;
                if !threshold.is_finite() {
                    return self.fail(ConditionError::new(
                        value_span,
                        "the value is too large",
                        "out of range",
                    ));
                }
                let mut node = leaf(
                    Test::Compare {
                        slot,
                        relation,
                        threshold,
                    },
                    span,
                );
                if let Node::Clause(clause) = &mut node {
                    clause.limit = constant.limit.map(|(place, times)| (place, times / factor));
                }
                Some(node)
            }
            (kind, other) => self.mismatch(span, kind, value_span, describe(&other), None),
        }
    }

    fn mismatch(
        &mut self,
        span: Span,
        kind: &Kind,
        value_span: Span,
        found: &str,
        quantity: Option<Quantity>,
    ) -> Option<Node> {
        let help = match (kind, quantity) {
            (_, Some(quantity)) => Some(format!("write a value such as `{}`", quantity.example())),
            (Kind::Choice(choices), None) => Some(format!(
                "write a choice in quotes, such as `\"{}\"`",
                some_choice(choices)
            )),
            (Kind::YesNo { .. }, None) => Some("write `true` or `false`".into()),
            _ => None,
        };
        let mut error = ConditionError::new(
            value_span,
            format!(
                "`{}` is {}, compared with {found}",
                self.source(span),
                kind.phrase()
            ),
            found,
        );
        error.help = help;
        self.fail(error)
    }
}

fn describe(operand: &Operand) -> &'static str {
    match operand {
        Operand::Text(_) => "a text",
        Operand::Bool(_) => "a yes or no",
        Operand::Plain(_) => "a plain number",
        Operand::Constant { quantity, .. } => quantity.phrase(),
        Operand::Answer { .. } => "an answer",
    }
}
