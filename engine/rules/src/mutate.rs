//! Small wrongs: what a test of the knowledge base must notice.

use crate::condition::{Clause, Condition, Node};

/// What is done to one clause.
#[derive(Copy, Clone, PartialEq)]
enum Wrong {
    Dropped,
    Negated,
}

impl Condition {
    /// The condition with one clause wrong, for each clause in the order of the text: first with the
    /// clause dropped (so that its group is decided by the others), then with it negated. The text of
    /// a mutation shows what was done. A condition whose only clause is dropped always holds.
    ///
    /// A rule is well tested when each mutation changes the outcome of at least one of its examples.
    #[must_use]
    pub fn mutations(&self) -> Vec<Self> {
        let mut clauses = Vec::new();
        self.tree()
            .for_each_clause(&mut |clause| clauses.push(clause.clone()));
        let mut found = Vec::new();
        for (index, clause) in clauses.iter().enumerate() {
            for wrong in [Wrong::Dropped, Wrong::Negated] {
                let code = self.code(clause);
                let instead = match wrong {
                    Wrong::Negated => format!("!({code})"),
                    Wrong::Dropped => "…".to_owned(),
                };
                let (Some(before), Some(after)) = (
                    self.text().get(..clause.start as usize),
                    self.text().get(clause.end as usize..),
                ) else {
                    continue;
                };
                let mut mutation = Mutation {
                    target: index,
                    next: 0,
                    wrong,
                    edited: clause.start,
                    grown: instead.len() as i64 - code.len() as i64,
                };
                let tree = mutation.node(self.tree()).unwrap_or(Node::All(Vec::new()));
                let text = format!("{before}{instead}{after}");
                // A mutation is no deeper than the condition, so that this always succeeds.
                found.extend(Self::assemble(text, tree));
            }
        }
        found
    }
}

struct Mutation {
    /// Which clause, in the order of the text.
    target: usize,
    next: usize,
    wrong: Wrong,
    /// Where the text is edited, and by how much it grows: what follows moves.
    edited: u32,
    grown: i64,
}

impl Mutation {
    /// The node with the clause wrong; `None` if nothing is left of it.
    fn node(&mut self, node: &Node) -> Option<Node> {
        match node {
            Node::All(parts) => Some(Node::All(self.parts(parts)?)),
            Node::Any(parts) => Some(Node::Any(self.parts(parts)?)),
            Node::Not(inner) => Some(Node::Not(Box::new(self.node(inner)?))),
            Node::Clause(clause) => {
                let hit = self.next == self.target;
                self.next += 1;
                match (hit, self.wrong) {
                    (true, Wrong::Dropped) => None,
                    (true, Wrong::Negated) => Some(Node::Clause(Clause {
                        negated: !clause.negated,
                        end: moved(clause.end, self.grown),
                        ..clause.clone()
                    })),
                    (false, _) if clause.start > self.edited => Some(Node::Clause(Clause {
                        start: moved(clause.start, self.grown),
                        end: moved(clause.end, self.grown),
                        ..clause.clone()
                    })),
                    (false, _) => Some(Node::Clause(clause.clone())),
                }
            }
        }
    }

    fn parts(&mut self, parts: &[Node]) -> Option<Vec<Node>> {
        let left: Vec<Node> = parts.iter().filter_map(|part| self.node(part)).collect();
        (!left.is_empty()).then_some(left)
    }
}

fn moved(at: u32, by: i64) -> u32 {
    u32::try_from(i64::from(at) + by).unwrap_or(u32::MAX)
}
