//! Conditions as formulas that can be written in the languages of other engines.

use std::fmt::Write;

use cel::Program;
use cel::common::ast::{CallExpr, Expr, LiteralValue, operators};
use plumbline_rules::{Quantity, Vocabulary, parse_quantity};

/// A condition with its constants worked out. Numbers are in base units.
#[derive(Clone, Debug)]
pub enum Formula {
    /// All hold.
    All(Vec<Formula>),
    /// At least one holds.
    Any(Vec<Formula>),
    /// It doesn't hold.
    Not(Box<Formula>),
    /// A number against a constant: answer, operator, constant.
    Compare(String, &'static str, f64),
    /// A choice that is one of these.
    OneOf(String, Vec<String>),
    /// Several choices that include this one.
    Includes(String, String),
    /// A yes.
    Yes(String),
}

impl Formula {
    /// Reads a condition; none where it says something that isn't carried over: a quantifier, or
    /// two answers against each other.
    #[must_use]
    pub fn of(text: &str, vocabulary: &Vocabulary) -> Option<Self> {
        formula(&Program::compile(text).ok()?.expression().expr, vocabulary)
    }

    /// In CEL.
    #[must_use]
    pub fn cel(&self) -> String {
        match self {
            Self::All(parts) => joined(parts, " && ", Self::cel),
            Self::Any(parts) => joined(parts, " || ", Self::cel),
            Self::Not(inner) => format!("!({})", inner.cel()),
            Self::Compare(answer, operator, number) => {
                format!("answers.{answer} {operator} {number:?}")
            }
            Self::OneOf(answer, choices) => one_of("answers", answer, choices),
            Self::Includes(answer, choice) => format!("{choice:?} in answers.{answer}"),
            Self::Yes(answer) => format!("answers.{answer}"),
        }
    }

    /// In the language of zen-expression.
    #[must_use]
    pub fn zen(&self) -> String {
        match self {
            Self::All(parts) => joined(parts, " and ", Self::zen),
            Self::Any(parts) => joined(parts, " or ", Self::zen),
            Self::Not(inner) => format!("not ({})", inner.zen()),
            Self::Compare(answer, operator, number) => {
                format!("answers.{answer} {operator} {number}")
            }
            Self::OneOf(answer, choices) => one_of("answers", answer, choices),
            Self::Includes(answer, choice) => format!("{choice:?} in answers.{answer}"),
            Self::Yes(answer) => format!("answers.{answer}"),
        }
    }

    /// In Rego: a rule of this name, with rules of its own for what is joined by "or".
    #[must_use]
    pub fn rego(&self, name: &str) -> String {
        let mut out = format!("default {name} := false\n");
        let mut helpers = 0;
        self.rego_rule(name, name, &mut helpers, &mut out);
        out
    }

    fn rego_rule(&self, name: &str, rule: &str, helpers: &mut usize, out: &mut String) {
        let bodies = match self {
            Self::Any(parts) => parts.as_slice(),
            other => std::slice::from_ref(other),
        };
        for body in bodies {
            let mut lines = Vec::new();
            body.rego_lines(name, helpers, &mut lines, out);
            let _ = writeln!(out, "{rule} if {{ {} }}", lines.join("; "));
        }
    }

    fn rego_lines(
        &self,
        name: &str,
        helpers: &mut usize,
        lines: &mut Vec<String>,
        out: &mut String,
    ) {
        lines.push(match self {
            Self::All(parts) => {
                for part in parts {
                    part.rego_lines(name, helpers, lines, out);
                }
                return;
            }
            Self::Any(_) => self.rego_helper(name, helpers, out),
            Self::Not(inner) => format!("not {}", inner.rego_helper(name, helpers, out)),
            Self::Compare(answer, operator, number) => {
                format!("input.{answer} {operator} {number}")
            }
            Self::OneOf(answer, choices) => match choices.as_slice() {
                [only] => format!("input.{answer} == {only:?}"),
                several => {
                    let several: Vec<String> =
                        several.iter().map(|one| format!("{one:?}")).collect();
                    format!("input.{answer} in {{{}}}", several.join(", "))
                }
            },
            Self::Includes(answer, choice) => format!("{choice:?} in input.{answer}"),
            Self::Yes(answer) => format!("input.{answer}"),
        });
    }

    fn rego_helper(&self, name: &str, helpers: &mut usize, out: &mut String) -> String {
        *helpers += 1;
        let helper = format!("{name}_{helpers}");
        self.rego_rule(name, &helper, helpers, out);
        helper
    }
}

fn joined(parts: &[Formula], with: &str, write: fn(&Formula) -> String) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Formula::All(_) | Formula::Any(_) => format!("({})", write(part)),
            _ => write(part),
        })
        .collect();
    parts.join(with)
}

fn one_of(answers: &str, answer: &str, choices: &[String]) -> String {
    match choices {
        [only] => format!("{answers}.{answer} == {only:?}"),
        several => format!("{answers}.{answer} in {several:?}"),
    }
}

fn formula(expression: &Expr, vocabulary: &Vocabulary) -> Option<Formula> {
    if let Some(answer) = answer(expression) {
        return Some(Formula::Yes(answer));
    }
    let Expr::Call(call) = expression else {
        return None;
    };
    let argument = |place: usize| call.args.get(place).map(|argument| &argument.expr);
    match call.func_name.as_str() {
        operators::LOGICAL_AND => Some(Formula::All(parts(call, vocabulary)?)),
        operators::LOGICAL_OR => Some(Formula::Any(parts(call, vocabulary)?)),
        operators::LOGICAL_NOT => Some(Formula::Not(Box::new(formula(argument(0)?, vocabulary)?))),
        operators::IN => match (text(argument(0)?), answer(argument(0)?)) {
            (Some(choice), _) => Some(Formula::Includes(answer(argument(1)?)?, choice)),
            (_, Some(answer)) => {
                let Expr::List(list) = argument(1)? else {
                    return None;
                };
                let choices = list.elements.iter().map(|element| text(&element.expr));
                Some(Formula::OneOf(answer, choices.collect::<Option<_>>()?))
            }
            _ => None,
        },
        operator => {
            let answer = answer(argument(0)?)?;
            let right = argument(1)?;
            if let Some(choice) = text(right) {
                let equal = Formula::OneOf(answer, vec![choice]);
                return match operator {
                    operators::EQUALS => Some(equal),
                    operators::NOT_EQUALS => Some(Formula::Not(Box::new(equal))),
                    _ => None,
                };
            }
            let operator = match operator {
                operators::GREATER => ">",
                operators::GREATER_EQUALS => ">=",
                operators::LESS => "<",
                operators::LESS_EQUALS => "<=",
                operators::EQUALS => "==",
                operators::NOT_EQUALS => "!=",
                _ => return None,
            };
            Some(Formula::Compare(
                answer,
                operator,
                number(right, vocabulary)?,
            ))
        }
    }
}

/// The parts of a chain of one operator, which CEL nests.
fn parts(call: &CallExpr, vocabulary: &Vocabulary) -> Option<Vec<Formula>> {
    let mut parts = Vec::new();
    for argument in &call.args {
        match &argument.expr {
            Expr::Call(inner) if inner.func_name == call.func_name => {
                parts.extend(self::parts(inner, vocabulary)?);
            }
            other => parts.push(formula(other, vocabulary)?),
        }
    }
    Some(parts)
}

/// `answers.x`
fn answer(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Select(select) if matches!(&select.operand.expr, Expr::Ident(name) if name == "answers") => {
            Some(select.field.clone())
        }
        _ => None,
    }
}

fn text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Literal(LiteralValue::String(text)) => Some(text.inner().to_owned()),
        _ => None,
    }
}

fn number(expression: &Expr, vocabulary: &Vocabulary) -> Option<f64> {
    match expression {
        Expr::Literal(LiteralValue::Int(number)) => Some(*number.inner() as f64),
        Expr::Literal(LiteralValue::Double(number)) => Some(*number.inner()),
        Expr::Call(call) => {
            let written = text(&call.args.first()?.expr)?;
            let quantity = match call.func_name.as_str() {
                "limit" => {
                    let limit = vocabulary.limit_index(&written)?;
                    return Some(vocabulary.limits().get(limit)?.value);
                }
                "duration" => Quantity::Duration,
                "data" => Quantity::Data,
                "rate" => Quantity::Rate,
                "share" => Quantity::Share,
                "money" => Quantity::Money,
                _ => return None,
            };
            parse_quantity(&written, quantity).ok()
        }
        _ => None,
    }
}
