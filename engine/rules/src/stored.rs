//! The serialised form of a condition: flat, so that reading it needs no recursion, and checked on the
//! way in.

use serde::{Deserialize, Serialize};

use crate::condition::{Clause, Condition, Node};
use crate::parser::MAX_DEPTH;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Stored {
    text: String,
    steps: Vec<Step>,
}

/// The tree in postfix order: a group comes after its parts and says how many they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Step {
    Clause(Clause),
    All(u16),
    Any(u16),
    Not,
}

impl From<Condition> for Stored {
    fn from(condition: Condition) -> Self {
        let mut steps = Vec::new();
        write(condition.tree(), &mut steps);
        Self {
            text: condition.text().to_owned(),
            steps,
        }
    }
}

fn write(node: &Node, steps: &mut Vec<Step>) {
    match node {
        Node::Clause(clause) => steps.push(Step::Clause(clause.clone())),
        Node::Not(inner) => {
            write(inner, steps);
            steps.push(Step::Not);
        }
        Node::All(parts) | Node::Any(parts) => {
            for part in parts {
                write(part, steps);
            }
            // A condition of at most 8 KiB has fewer parts than that.
            let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
            steps.push(match node {
                Node::Any(_) => Step::Any(count),
                _ => Step::All(count),
            });
        }
    }
}

impl TryFrom<Stored> for Condition {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        const BROKEN: &str = "a stored condition is damaged";
        // Each node with its depth: a tree that is too deep is never built, for even dropping it
        // would recurse.
        let mut stack: Vec<(Node, usize)> = Vec::new();
        for step in stored.steps {
            let (node, depth) = match step {
                Step::Clause(clause) => (Node::Clause(clause), 0),
                Step::Not => {
                    let (inner, depth) = stack.pop().ok_or(BROKEN)?;
                    (Node::Not(Box::new(inner)), depth + 1)
                }
                Step::All(count) | Step::Any(count) => {
                    let first = stack.len().checked_sub(usize::from(count)).ok_or(BROKEN)?;
                    let parts = stack.split_off(first);
                    let depth = parts.iter().map(|part| part.1).max().unwrap_or(0) + 1;
                    let parts = parts.into_iter().map(|part| part.0).collect();
                    match step {
                        Step::Any(_) => (Node::Any(parts), depth),
                        _ => (Node::All(parts), depth),
                    }
                }
            };
            if depth > MAX_DEPTH + 1 {
                return Err(BROKEN);
            }
            stack.push((node, depth));
        }
        match (stack.pop(), stack.is_empty()) {
            (Some((tree, _)), true) => Self::assemble(stored.text, tree),
            _ => Err(BROKEN),
        }
    }
}
