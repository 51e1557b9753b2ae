//! The two sides of a comparison.

use super::Checker;
use crate::ast::{Expr, ExprKind};
use crate::error::{ConditionError, Span, nearest};
use crate::quantity::parse_quantity;
use crate::vocabulary::Quantity;

/// The functions that make a constant.
pub(super) const FUNCTIONS: [&str; 6] = ["duration", "data", "rate", "share", "money", "limit"];

/// What a side of a comparison comes to.
#[derive(Clone, Debug)]
pub(super) enum Operand {
    /// `factor * answers.<id>`.
    Answer {
        slot: u16,
        factor: f64,
    },
    /// A constant of a quantity; `limit` where it comes from a named limit, with the factor on it.
    Constant {
        quantity: Quantity,
        value: f64,
        limit: Option<(u16, f64)>,
    },
    /// A number without a quantity: a count, or a factor.
    Plain(f64),
    Text(String),
    Bool(bool),
}

impl Checker<'_> {
    pub(super) fn operand(&mut self, expr: &Expr) -> Option<Operand> {
        match &expr.kind {
            ExprKind::Number(value) => Some(Operand::Plain(*value)),
            ExprKind::Text(value) => Some(Operand::Text(value.clone())),
            ExprKind::Bool(value) => Some(Operand::Bool(*value)),
            ExprKind::Member { .. } => {
                let slot = self.answer(expr)?;
                Some(Operand::Answer { slot, factor: 1.0 })
            }
            ExprKind::Product(parts) => self.product(parts),
            ExprKind::Call {
                base: None,
                name,
                name_span,
                arguments,
            } => self.constant(expr, name, *name_span, arguments),
            ExprKind::Name(name) => self.unknown_name(name, expr.span),
            ExprKind::List(_) => self.fail(
                ConditionError::new(expr.span, "a list cannot be compared", "a list")
                    .help("write `answers.x in [\"a\", \"b\"]`"),
            ),
            ExprKind::Not(_)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Compare { .. }
            | ExprKind::In { .. }
            | ExprKind::Call { .. } => self.fail(
                ConditionError::new(
                    expr.span,
                    format!(
                        "`{}` is a condition, and conditions cannot be compared",
                        self.source(expr.span)
                    ),
                    "a condition",
                )
                .help("join conditions with `&&`, `||` and `!`, and put parentheses after `!`"),
            ),
        }
    }

    /// Plain numbers times at most one value that has a quantity.
    fn product(&mut self, parts: &[Expr]) -> Option<Operand> {
        let mut factor = 1.0;
        let mut value: Option<Operand> = None;
        for part in parts {
            match self.operand(part)? {
                Operand::Plain(number) => factor *= number,
                Operand::Text(_) | Operand::Bool(_) => {
                    return self.fail(ConditionError::new(
                        part.span,
                        format!("`{}` cannot be multiplied", self.source(part.span)),
                        "not a number",
                    ));
                }
                _ if value.is_some() => {
                    return self.fail(
                        ConditionError::new(
                            part.span,
                            "two values cannot be multiplied with each other",
                            "second value",
                        )
                        .help(
                            "multiply a value by plain numbers only: `10 * answers.average_rate`",
                        ),
                    );
                }
                found => value = Some(found),
            }
        }
        let span = match (parts.first(), parts.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::new(0, 0),
        };
        if factor <= 0.0 || !factor.is_normal() {
            return self.fail(
                ConditionError::new(
                    span,
                    "the factor must be above zero",
                    "zero or out of range",
                )
                .help("a value times zero is always zero"),
            );
        }
        Some(match value {
            None => Operand::Plain(factor),
            Some(Operand::Answer { slot, .. }) => Operand::Answer { slot, factor },
            Some(Operand::Constant {
                quantity,
                value,
                limit,
            }) => Operand::Constant {
                quantity,
                value: value * factor,
                limit: limit.map(|(place, _)| (place, factor)),
            },
            Some(other) => other,
        })
    }

    /// `duration("15m")` and its like, and `limit("…")`.
    fn constant(
        &mut self,
        expr: &Expr,
        name: &str,
        name_span: Span,
        arguments: &[Expr],
    ) -> Option<Operand> {
        let quantity = match name {
            "duration" => Some(Quantity::Duration),
            "data" => Some(Quantity::Data),
            "rate" => Some(Quantity::Rate),
            "share" => Some(Quantity::Share),
            "money" => Some(Quantity::Money),
            "limit" => None,
            _ => return self.unknown_function(name, name_span),
        };
        let [
            Expr {
                kind: ExprKind::Text(text),
                span,
            },
        ] = arguments
        else {
            let example = quantity.map_or("limit(\"aws-lambda.timeout\")", Quantity::example);
            return self.fail(
                ConditionError::new(
                    expr.span,
                    format!("`{name}` takes one text in quotes"),
                    "not one text",
                )
                .help(format!("write `{example}`")),
            );
        };
        let Some(quantity) = quantity else {
            return self.limit(text, *span);
        };
        match parse_quantity(text, quantity) {
            Ok(value) => Some(Operand::Constant {
                quantity,
                value,
                limit: None,
            }),
            Err(error) => {
                let mut found =
                    ConditionError::new(*span, error.message, format!("not {}", quantity.phrase()));
                found.help = error.help;
                self.fail(found)
            }
        }
    }

    fn limit(&mut self, id: &str, span: Span) -> Option<Operand> {
        let place = self.vocabulary.limit_index(id);
        let found = place
            .and_then(|place| u16::try_from(place).ok())
            .and_then(|place| Some((place, self.vocabulary.limits().get(usize::from(place))?)));
        let Some((place, limit)) = found else {
            let error =
                ConditionError::new(span, format!("there is no limit `{id}`"), "unknown limit");
            let ids = self
                .vocabulary
                .limits()
                .iter()
                .map(|limit| limit.id.as_str());
            return self.fail(match nearest(id, ids) {
                Some(meant) => error.help(format!("did you mean `{meant}`?")),
                None => error.help("limits are listed with the services, as `service.limit`"),
            });
        };
        Some(Operand::Constant {
            quantity: limit.quantity,
            value: limit.value,
            limit: Some((place, 1.0)),
        })
    }
}
