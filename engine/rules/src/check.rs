//! Checks a syntax tree against the vocabulary and turns it into the tree of a condition.

mod compare;
mod membership;
mod operand;

use crate::ast::{Expr, ExprKind};
use crate::condition::{Clause, Condition, Node};
use crate::error::{ConditionError, Span, nearest};
use crate::parser::{MAX_DEPTH, parse};
use crate::test::Test;
use crate::vocabulary::{Choice, Kind, Vocabulary};

/// Reads a condition and checks it against the vocabulary; see the [crate] for the language.
///
/// # Errors
/// Everything that is wrong with it: the first mistake of syntax, or all mistakes of meaning (unknown
/// names and values, wrong quantities and types, conditions that are always true or always false),
/// in the order of the text.
pub fn compile(text: &str, vocabulary: &Vocabulary) -> Result<Condition, Vec<ConditionError>> {
    let expr = parse(text).map_err(|error| vec![error])?;
    let mut checker = Checker {
        text,
        vocabulary,
        errors: Vec::new(),
    };
    let node = checker.condition(&expr);
    if let (Some(node), true) = (node, checker.errors.is_empty()) {
        return Condition::assemble(text.to_owned(), node).map_err(|_| {
            vec![
                ConditionError::new(
                    Span::new(0, text.len()),
                    format!("the condition nests more than {MAX_DEPTH} levels deep"),
                    "too deep",
                )
                .help("take parentheses away, or split it into several rules"),
            ]
        });
    }
    let mut errors = checker.errors;
    errors.sort_by_key(|error| (error.start, error.end));
    errors.dedup();
    Err(errors)
}

struct Checker<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    errors: Vec<ConditionError>,
}

impl<'a> Checker<'a> {
    fn fail<T>(&mut self, error: ConditionError) -> Option<T> {
        self.errors.push(error);
        None
    }

    fn source(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// An expression where a condition must stand. `None` after an error, which has been noted.
    fn condition(&mut self, expr: &Expr) -> Option<Node> {
        match &expr.kind {
            ExprKind::And(parts) => self.group(parts, true),
            ExprKind::Or(parts) => self.group(parts, false),
            ExprKind::Not(inner) => Some(match self.condition(inner)? {
                Node::Not(group) => *group,
                Node::Clause(mut clause) => {
                    clause.negated = !clause.negated;
                    let span = place(expr.span);
                    (clause.start, clause.end) = span;
                    Node::Clause(clause)
                }
                group => Node::Not(Box::new(group)),
            }),
            ExprKind::Compare {
                left,
                operator,
                right,
            } => self.compare(expr, left, *operator, right),
            ExprKind::In { left, right } => self.membership(expr, left, right),
            ExprKind::Call {
                base: Some(base),
                name,
                name_span,
                arguments,
            } => self.method(expr, base, name, *name_span, arguments),
            ExprKind::Member { .. } => self.bare_answer(expr),
            ExprKind::Bool(value) => self.fail(
                ConditionError::new(
                    expr.span,
                    format!("`{value}` makes this always {value}"),
                    "constant",
                )
                .help("take it out; a condition has to depend on an answer"),
            ),
            ExprKind::Call {
                base: None,
                name,
                name_span,
                ..
            } if !operand::FUNCTIONS.contains(&name.as_str()) => {
                self.unknown_function(name, *name_span)
            }
            ExprKind::Name(name) => self.unknown_name(name, expr.span),
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::List(_)
            | ExprKind::Product(_)
            | ExprKind::Call { .. } => self.fail(
                ConditionError::new(
                    expr.span,
                    format!("`{}` is a value, not a condition", self.source(expr.span)),
                    "not a condition",
                )
                .help("compare it with an answer"),
            ),
        }
    }

    fn group(&mut self, parts: &[Expr], all: bool) -> Option<Node> {
        let mut nodes = Vec::with_capacity(parts.len());
        let mut sound = true;
        for part in parts {
            match (self.condition(part), all) {
                // Parentheses around the same operator group nothing.
                (Some(Node::All(inner)), true) | (Some(Node::Any(inner)), false) => {
                    nodes.extend(inner);
                }
                (Some(node), _) => nodes.push(node),
                (None, _) => sound = false,
            }
        }
        sound.then_some(if all {
            Node::All(nodes)
        } else {
            Node::Any(nodes)
        })
    }

    /// `answers.private_network` by itself: only a yes or no can stand alone.
    fn bare_answer(&mut self, expr: &Expr) -> Option<Node> {
        let slot = self.answer(expr)?;
        let kind = &self.vocabulary.slot(usize::from(slot))?.kind;
        if let Kind::YesNo { .. } = kind {
            return Some(leaf(
                Test::YesNo {
                    slot,
                    expected: true,
                },
                expr.span,
            ));
        }
        let code = self.source(expr.span);
        let help = match kind {
            Kind::Choice(choices) => format!("write `{code} == \"{}\"`", some_choice(choices)),
            Kind::Choices(choices) => format!("write `\"{}\" in {code}`", some_choice(choices)),
            Kind::Number(quantity) => format!("write `{code} > {}`", quantity.example()),
            Kind::YesNo { .. } => String::new(),
        };
        self.fail(
            ConditionError::new(
                expr.span,
                format!("`{code}` is {}, not a yes or no", kind.phrase()),
                "needs a comparison",
            )
            .help(help),
        )
    }

    /// The slot of `answers.<id>`.
    fn answer(&mut self, expr: &Expr) -> Option<u16> {
        let ExprKind::Member {
            base,
            name,
            name_span,
        } = &expr.kind
        else {
            return self.not_an_answer(expr);
        };
        match &base.kind {
            ExprKind::Name(word) if word == "answers" => {}
            ExprKind::Name(word) => return self.unknown_name(word, base.span),
            _ => return self.not_an_answer(expr),
        }
        let index = self.vocabulary.slot_index(name);
        let Some(slot) = index.and_then(|index| u16::try_from(index).ok()) else {
            let ids = self.vocabulary.slots().iter().map(|slot| slot.id.as_str());
            let mut error = ConditionError::new(
                *name_span,
                format!("there is no question `{name}`"),
                "unknown question",
            );
            error = match nearest(name, ids) {
                Some(meant) => error.help(format!("did you mean `{meant}`?")),
                None => error.help("`plumbline questions` lists the questions"),
            };
            return self.fail(error);
        };
        if self
            .vocabulary
            .slot(usize::from(slot))?
            .kind
            .choices()
            .len()
            > 64
        {
            return self.fail(ConditionError::new(
                *name_span,
                format!("`{name}` has more than 64 choices, which conditions cannot test"),
                "too many choices",
            ));
        }
        Some(slot)
    }

    fn not_an_answer<T>(&mut self, expr: &Expr) -> Option<T> {
        self.fail(
            ConditionError::new(
                expr.span,
                format!("`{}` is not an answer", self.source(expr.span)),
                "not an answer",
            )
            .help("write `answers.` and the question's id"),
        )
    }

    fn unknown_name<T>(&mut self, name: &str, span: Span) -> Option<T> {
        let error =
            ConditionError::new(span, format!("`{name}` means nothing here"), "unknown name");
        let error = if name == "answers" {
            error.help("write `answers.` and the question's id")
        } else if self.vocabulary.slot_index(name).is_some() {
            error.help(format!("did you mean `answers.{name}`?"))
        } else if nearest(name, ["answers", "answer"]).is_some() {
            error.help("did you mean `answers`?")
        } else if name == "not" {
            error.help("did you mean `!`?")
        } else {
            error.help("values are written in quotes: `\"spiky\"`")
        };
        self.fail(error)
    }

    fn unknown_function<T>(&mut self, name: &str, span: Span) -> Option<T> {
        let error = ConditionError::new(
            span,
            format!("there is no function `{name}`"),
            "unknown function",
        );
        let all = operand::FUNCTIONS.iter().copied().chain(["exists", "all"]);
        let error = if matches!(name, "answered" | "has" | "known" | "defined") {
            error.help("leave it out; while an answer is open, what reads it is open too")
        } else if name == "size" {
            error.help("name the values: `\"stream\" in answers.trigger`")
        } else if let Some(meant) = nearest(name, all) {
            error.help(format!("did you mean `{meant}`?"))
        } else {
            error.help(
                "the functions are `duration`, `data`, `rate`, `share`, `money` and `limit`, and `exists` and `all` of an answer",
            )
        };
        self.fail(error)
    }

    /// The place of a choice, with an error that lists the choices if there is none.
    fn choice(
        &mut self,
        value: &str,
        span: Span,
        question: &str,
        choices: &[Choice],
    ) -> Option<u32> {
        let place = choices.iter().position(|choice| choice.id == value);
        if let Some(place) = place.and_then(|place| u32::try_from(place).ok()) {
            return Some(place);
        }
        let list = crate::error::listed(choices.iter().map(|choice| choice.id.as_str()), 12);
        let error = ConditionError::new(
            span,
            format!("`{value}` is not a choice of `{question}`"),
            "unknown choice",
        );
        let ids = choices.iter().map(|choice| choice.id.as_str());
        let by_label = choices.iter().find(|choice| choice.label == value);
        let meant = by_label
            .map(|c| c.id.as_str())
            .or_else(|| nearest(value, ids));
        self.fail(match meant {
            Some(meant) => error.help(format!("did you mean `{meant}`? the choices are {list}")),
            None => error.help(format!("the choices are {list}")),
        })
    }
}

/// A leaf that names no choices and no limit.
fn leaf(test: Test, span: Span) -> Node {
    let (start, end) = place(span);
    Node::Clause(Clause {
        test,
        negated: false,
        mentioned: 0,
        limit: None,
        start,
        end,
    })
}

/// A span fits: a text has at most 8 KiB.
fn place(span: Span) -> (u32, u32) {
    let fit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (fit(span.start), fit(span.end))
}

fn some_choice(choices: &[Choice]) -> &str {
    choices.first().map_or("…", |choice| choice.id.as_str())
}

/// The set of all of so many choices.
fn every(choices: &[Choice]) -> u64 {
    match choices.len() {
        64.. => u64::MAX,
        count => (1 << count) - 1,
    }
}
