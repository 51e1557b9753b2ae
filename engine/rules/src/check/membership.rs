//! `in`, and `exists` and `all` of an answer with several choices.

use super::{Checker, every, place, some_choice};
use crate::ast::{Expr, ExprKind, Operator};
use crate::condition::{Clause, Node};
use crate::error::{ConditionError, Span, nearest};
use crate::test::Test;
use crate::vocabulary::{Choice, Kind};

/// What the body of `exists` or `all` is about.
struct Element<'a> {
    variable: &'a str,
    question: &'a str,
    choices: &'a [Choice],
}

impl Checker<'_> {
    /// `answers.x in ["a", "b"]` and `"a" in answers.x`.
    pub(super) fn membership(&mut self, expr: &Expr, left: &Expr, right: &Expr) -> Option<Node> {
        match (&left.kind, &right.kind) {
            (ExprKind::Member { .. }, ExprKind::List(items)) => {
                let slot = self.answer(left)?;
                let vocabulary = self.vocabulary;
                let found = vocabulary.slot(usize::from(slot))?;
                let code = self.source(left.span);
                match &found.kind {
                    Kind::Choice(choices) => {
                        let mask = self.listed_choices(items, right.span, &found.id, choices)?;
                        if mask == every(choices) {
                            return self.fail(
                                ConditionError::new(
                                    right.span,
                                    format!("the list has every choice of `{}`, so that it always holds", found.id),
                                    "every choice",
                                )
                                .help("leave out the choices that are not meant"),
                            );
                        }
                        Some(masked(Test::OneOf { slot, mask }, mask, expr.span))
                    }
                    Kind::Choices(choices) => self.fail(
                        ConditionError::new(
                            left.span,
                            format!("`{code}` is a set of choices, which cannot be in a list"),
                            "several choices",
                        )
                        .help(format!(
                            "write `{code}.exists(t, t in [\"{}\"])`",
                            some_choice(choices)
                        )),
                    ),
                    other => self.fail(
                        ConditionError::new(
                            left.span,
                            format!(
                                "`{code}` is {}, which cannot be in a list of choices",
                                other.phrase()
                            ),
                            "not a choice",
                        )
                        .help("compare it with `==`, `<` or `>`"),
                    ),
                }
            }
            (ExprKind::Text(value), ExprKind::Member { .. }) => {
                let slot = self.answer(right)?;
                let vocabulary = self.vocabulary;
                let found = vocabulary.slot(usize::from(slot))?;
                match &found.kind {
                    Kind::Choices(choices) => {
                        let mask = 1 << self.choice(value, left.span, &found.id, choices)?;
                        Some(masked(Test::Includes { slot, mask }, mask, expr.span))
                    }
                    other => {
                        let code = self.source(right.span);
                        let error = ConditionError::new(
                            right.span,
                            format!("`{code}` is {}, not a set of choices", other.phrase()),
                            "not several choices",
                        );
                        self.fail(match other {
                            Kind::Choice(_) => error.help(format!("write `{code} == \"{value}\"`")),
                            _ => error,
                        })
                    }
                }
            }
            _ => self.fail(
                ConditionError::new(
                    expr.span,
                    "`in` tests an answer against a list, or a choice against an answer",
                    "neither of the two",
                )
                .help("write `answers.x in [\"a\", \"b\"]` or `\"a\" in answers.x`"),
            ),
        }
    }

    /// The set of the choices in a list of texts. Every wrong item is reported.
    fn listed_choices(
        &mut self,
        items: &[Expr],
        span: Span,
        question: &str,
        choices: &[Choice],
    ) -> Option<u64> {
        if items.is_empty() {
            return self.fail(
                ConditionError::new(span, "the list is empty, so that nothing is in it", "empty")
                    .help("name at least one choice"),
            );
        }
        let mut mask = 0_u64;
        let mut sound = true;
        for item in items {
            let ExprKind::Text(value) = &item.kind else {
                let error = ConditionError::new(
                    item.span,
                    format!("`{}` is not a choice in quotes", self.source(item.span)),
                    "not a text",
                )
                .help("write a choice in quotes");
                self.errors.push(error);
                sound = false;
                continue;
            };
            match self.choice(value, item.span, question, choices) {
                Some(place) if mask & (1 << place) != 0 => {
                    let error = ConditionError::new(
                        item.span,
                        format!("`{value}` is in the list twice"),
                        "second time",
                    )
                    .help("take one out");
                    self.errors.push(error);
                    sound = false;
                }
                Some(place) => mask |= 1 << place,
                None => sound = false,
            }
        }
        sound.then_some(mask)
    }

    /// `answers.x.exists(t, …)` and `answers.x.all(t, …)`.
    pub(super) fn method(
        &mut self,
        expr: &Expr,
        base: &Expr,
        name: &str,
        name_span: Span,
        arguments: &[Expr],
    ) -> Option<Node> {
        if !matches!(name, "exists" | "all") {
            let meant = match name {
                "any" | "some" | "contains" | "includes" | "has" => Some("exists"),
                "every" | "only" => Some("all"),
                _ => nearest(name, ["exists", "all"]),
            };
            let error = ConditionError::new(
                name_span,
                format!("an answer has no function `{name}`"),
                "unknown function",
            );
            return self.fail(match meant {
                Some(meant) => error.help(format!("did you mean `{meant}`?")),
                None => error.help("the functions of an answer are `exists` and `all`"),
            });
        }
        let slot = self.answer(base)?;
        let vocabulary = self.vocabulary;
        let found = vocabulary.slot(usize::from(slot))?;
        let Kind::Choices(choices) = &found.kind else {
            return self.fail(ConditionError::new(
                base.span,
                format!(
                    "`{}` is {}, and `{name}` needs a set of choices",
                    self.source(base.span),
                    found.kind.phrase()
                ),
                "not several choices",
            ));
        };
        let [
            Expr {
                kind: ExprKind::Name(variable),
                ..
            },
            body,
        ] = arguments
        else {
            return self.fail(
                ConditionError::new(
                    expr.span,
                    format!("`{name}` takes a variable and a condition on it"),
                    "not a variable and a condition",
                )
                .help(format!(
                    "write `{}.{name}(t, t == \"{}\")`",
                    self.source(base.span),
                    some_choice(choices)
                )),
            );
        };
        if variable == "answers" {
            return self.fail(
                ConditionError::new(expr.span, "`answers` cannot be the variable", "taken")
                    .help("name it `t`"),
            );
        }
        let element = Element {
            variable,
            question: &found.id,
            choices,
        };
        let mut mentioned = 0;
        let mask = self.body(body, &element, &mut mentioned)?;
        let always = mask == every(choices);
        let (test, constant) = match name {
            "all" => (Test::Within { slot, mask }, always),
            _ => (Test::Includes { slot, mask }, mask == 0),
        };
        if constant {
            let what = if always { "every choice" } else { "no choice" };
            return self.fail(
                ConditionError::new(
                    body.span,
                    format!("{what} satisfies this, so that `{name}` never changes"),
                    what,
                )
                .help("name the choices that are meant"),
            );
        }
        Some(masked(test, mentioned, expr.span))
    }

    /// The set of the choices for which the body holds.
    fn body(&mut self, expr: &Expr, element: &Element<'_>, mentioned: &mut u64) -> Option<u64> {
        let all = every(element.choices);
        let is_variable =
            |expr: &Expr| matches!(&expr.kind, ExprKind::Name(name) if name == element.variable);
        match &expr.kind {
            ExprKind::Not(inner) => Some(!self.body(inner, element, mentioned)? & all),
            ExprKind::And(parts) | ExprKind::Or(parts) => {
                let both = matches!(expr.kind, ExprKind::And(_));
                let mut mask = Some(if both { all } else { 0 });
                for part in parts {
                    let found = self.body(part, element, mentioned);
                    mask = match (mask, found) {
                        (Some(mask), Some(found)) if both => Some(mask & found),
                        (Some(mask), Some(found)) => Some(mask | found),
                        _ => None,
                    };
                }
                mask
            }
            ExprKind::Compare {
                left,
                operator: operator @ (Operator::Equal | Operator::NotEqual),
                right,
            } => {
                let (value, span) = match (&left.kind, &right.kind) {
                    (ExprKind::Text(value), _) if is_variable(right) => (value, left.span),
                    (_, ExprKind::Text(value)) if is_variable(left) => (value, right.span),
                    _ => return self.bad_body(expr.span, element),
                };
                let mask = 1 << self.choice(value, span, element.question, element.choices)?;
                *mentioned |= mask;
                Some(if *operator == Operator::Equal {
                    mask
                } else {
                    !mask & all
                })
            }
            ExprKind::In { left, right } if is_variable(left) => match &right.kind {
                ExprKind::List(items) => {
                    let mask =
                        self.listed_choices(items, right.span, element.question, element.choices)?;
                    *mentioned |= mask;
                    Some(mask)
                }
                _ => self.bad_body(expr.span, element),
            },
            _ => self.bad_body(expr.span, element),
        }
    }

    fn bad_body(&mut self, span: Span, element: &Element<'_>) -> Option<u64> {
        let variable = element.variable;
        self.fail(
            ConditionError::new(
                span,
                format!("`{}` does not test `{variable}`", self.source(span)),
                format!("not a test of `{variable}`"),
            )
            .help(format!(
                "compare `{variable}` with `==`, `!=` or `in`, such as `{variable} == \"{}\"`",
                some_choice(element.choices)
            )),
        )
    }
}

fn masked(test: Test, mentioned: u64, span: Span) -> Node {
    let (start, end) = place(span);
    Node::Clause(Clause {
        test,
        negated: false,
        mentioned,
        limit: None,
        start,
        end,
    })
}
