//! A compiled condition: its tree, the flat program made from it, and evaluation.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::parser::{MAX_DEPTH, MAX_LENGTH};
use crate::stored::Stored;
use crate::test::{Relation, Test};
use crate::truth::Truth;
use crate::vocabulary::Answer;

/// A leaf with what its words need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Clause {
    pub test: Test,
    /// `!=`, or an odd number of `!` in front.
    pub negated: bool,
    /// The choices that the text names; for `t.all(x, x != "a")` that is `a`, not all the others.
    pub mentioned: u64,
    /// The limit that the threshold comes from, by its place, and the factor on it.
    pub limit: Option<(u16, f64)>,
    /// Where the clause is in the text, in bytes.
    pub start: u32,
    pub end: u32,
}

impl Clause {
    pub fn evaluate(&self, answers: &[Answer]) -> Truth {
        let truth = self.test.evaluate(answers);
        if self.negated { !truth } else { truth }
    }
}

/// The condition as it was written, less parentheses and double negation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    /// Only of a group; the negation of a clause is in the clause.
    Not(Box<Node>),
    Clause(Clause),
}

/// How a value joins those before it in its group.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Join {
    And,
    Or,
}

impl Join {
    fn identity(self) -> Truth {
        match self {
            Self::And => Truth::True,
            Self::Or => Truth::False,
        }
    }

    /// The value after which the rest of the group does not matter.
    fn absorbing(self) -> Truth {
        !self.identity()
    }

    fn join(self, left: Truth, right: Truth) -> Truth {
        match self {
            Self::And => left.and(right),
            Self::Or => left.or(right),
        }
    }
}

/// A step of the flat program. `end` is where the group around it ends: the place of its `Leave`, or
/// of the end of the program.
#[derive(Copy, Clone, Debug, PartialEq)]
enum Op {
    Test {
        test: Test,
        negated: bool,
        join: Join,
        end: u16,
    },
    Enter(Join),
    Leave {
        negated: bool,
        join: Join,
        end: u16,
    },
}

const _: () = assert!(size_of::<Op>() <= 24);

/// A condition that has been checked against a vocabulary. See the [crate] for the language.
///
/// Serialises to its text and clauses; what speeds evaluation up is made again on the way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Condition {
    text: String,
    tree: Node,
    root: Join,
    ops: Vec<Op>,
    slots: Vec<u16>,
}

impl Condition {
    /// Fails on a tree that is too deep or too large, and on what [`crate::compile`] never makes: a
    /// clause outside the text.
    pub(crate) fn assemble(text: String, tree: Node) -> Result<Self, &'static str> {
        let mut ops = Vec::new();
        let root = match &tree {
            Node::Any(_) => Join::Or,
            _ => Join::And,
        };
        match &tree {
            Node::All(parts) | Node::Any(parts) => {
                for part in parts {
                    emit(part, false, root, 1, &mut ops)?;
                }
            }
            single => emit(single, false, root, 1, &mut ops)?,
        }
        if ops.len() > MAX_LENGTH {
            return Err("a condition has too many clauses");
        }
        let all = u16::try_from(ops.len()).unwrap_or(u16::MAX);
        close(&mut ops, 0, all);
        let mut slots = BTreeSet::new();
        let mut placed = true;
        tree.for_each_clause(&mut |clause| {
            placed &= text
                .get(clause.start as usize..clause.end as usize)
                .is_some();
            slots.insert(clause.test.slot());
            slots.extend(clause.test.other_slot());
        });
        if !placed {
            return Err("a clause is outside the text of its condition");
        }
        Ok(Self {
            text,
            tree,
            root,
            ops,
            slots: slots.into_iter().collect(),
        })
    }

    /// The condition as its author wrote it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The slots that it reads, in order, each once.
    #[must_use]
    pub fn slots(&self) -> &[u16] {
        &self.slots
    }

    pub(crate) fn tree(&self) -> &Node {
        &self.tree
    }

    /// Its value with these answers, which are indexed by slot; a slot past their end is open.
    #[must_use]
    pub fn evaluate(&self, answers: &[Answer]) -> Truth {
        // The values of the groups around, two bits each: the depth limit makes them fit, and a
        // register needs no bounds check.
        let mut outer: u128 = 0;
        let mut value = self.root.identity();
        let mut at = 0;
        while let Some(op) = self.ops.get(at) {
            let (found, negated, join, end) = match *op {
                Op::Test {
                    ref test,
                    negated,
                    join,
                    end,
                } => (test.evaluate(answers), negated, join, end),
                Op::Enter(join) => {
                    outer = (outer << 2) | value as u128;
                    value = join.identity();
                    at += 1;
                    continue;
                }
                Op::Leave { negated, join, end } => {
                    let inner = value;
                    value = match outer & 3 {
                        0 => Truth::False,
                        1 => Truth::Unknown,
                        _ => Truth::True,
                    };
                    outer >>= 2;
                    (inner, negated, join, end)
                }
            };
            value = join.join(value, if negated { !found } else { found });
            at = if value == join.absorbing() {
                usize::from(end)
            } else {
                at + 1
            };
        }
        value
    }

    /// For each number slot that is compared with a constant: the slot, the threshold in base units,
    /// and whether a value equal to the threshold belongs with those below it (`x > 5`: true,
    /// `x >= 5`: false). `==` and `!=` give both. In order of slot and threshold, each once.
    #[must_use]
    pub fn thresholds(&self) -> Vec<(u16, f64, bool)> {
        let mut found = Vec::new();
        self.tree.for_each_clause(&mut |clause| {
            if let Test::Compare {
                slot,
                relation,
                threshold,
            } = clause.test
            {
                let sides: &[bool] = match relation {
                    Relation::Above | Relation::AtMost => &[true],
                    Relation::Below | Relation::AtLeast => &[false],
                    Relation::Equal => &[false, true],
                };
                found.extend(sides.iter().map(|side| (slot, threshold, *side)));
            }
        });
        found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        found.dedup();
        found
    }

    /// For each slot of choices: the choices that the condition names, as a set of bits. In order of
    /// slot.
    #[must_use]
    pub fn mentioned_choices(&self) -> Vec<(u16, u64)> {
        let mut found = BTreeMap::<u16, u64>::new();
        self.tree.for_each_clause(&mut |clause| {
            if let Test::OneOf { slot, .. }
            | Test::Includes { slot, .. }
            | Test::Within { slot, .. } = clause.test
            {
                *found.entry(slot).or_default() |= clause.mentioned;
            }
        });
        found.into_iter().collect()
    }

    pub(crate) fn code(&self, clause: &Clause) -> &str {
        self.text
            .get(clause.start as usize..clause.end as usize)
            .unwrap_or("")
    }
}

impl Node {
    /// In the order of the text. Recursion is bounded by the depth limit.
    pub fn for_each_clause<'a>(&'a self, visit: &mut dyn FnMut(&'a Clause)) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.for_each_clause(visit);
                }
            }
            Self::Not(inner) => inner.for_each_clause(visit),
            Self::Clause(clause) => visit(clause),
        }
    }
}

/// Appends the program of a node; the `end`s are filled in by `close` when the group is complete.
fn emit(
    node: &Node,
    negated: bool,
    join: Join,
    depth: usize,
    ops: &mut Vec<Op>,
) -> Result<(), &'static str> {
    // The root takes no place in the register of outer values, so `depth` groups may be open.
    if depth > MAX_DEPTH {
        return Err("a condition nests too deep");
    }
    let (inner, parts) = match node {
        Node::Clause(clause) => {
            ops.push(Op::Test {
                test: clause.test,
                negated: clause.negated != negated,
                join,
                end: 0,
            });
            return Ok(());
        }
        Node::Not(inner) => return emit(inner, !negated, join, depth + 1, ops),
        Node::All(parts) => (Join::And, parts),
        Node::Any(parts) => (Join::Or, parts),
    };
    ops.push(Op::Enter(inner));
    let first = ops.len();
    for part in parts {
        emit(part, false, inner, depth + 1, ops)?;
    }
    let end = u16::try_from(ops.len()).map_err(|_| "a condition has too many clauses")?;
    close(ops, first, end);
    ops.push(Op::Leave {
        negated,
        join,
        end: 0,
    });
    Ok(())
}

/// Sets the end of the steps of one group, from `first` on, skipping those of groups inside.
fn close(ops: &mut [Op], first: usize, group_end: u16) {
    let mut open = 0_usize;
    for op in ops.iter_mut().skip(first) {
        match op {
            Op::Enter(_) => open += 1,
            Op::Test { end, .. } if open == 0 => *end = group_end,
            Op::Leave { end, .. } => {
                open = open.saturating_sub(1);
                if open == 0 {
                    *end = group_end;
                }
            }
            Op::Test { .. } => {}
        }
    }
}
