//! The syntax tree of a condition.

use crate::error::Span;

#[derive(Clone, Debug)]
pub(crate) struct Expr {
    pub kind: ExprKind,
    /// Without the parentheses around it.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub(crate) enum ExprKind {
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Expr>),
    Name(String),
    Member {
        base: Box<Expr>,
        name: String,
        name_span: Span,
    },
    Call {
        base: Option<Box<Expr>>,
        name: String,
        name_span: Span,
        arguments: Vec<Expr>,
    },
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Product(Vec<Expr>),
    Compare {
        left: Box<Expr>,
        operator: Operator,
        right: Box<Expr>,
    },
    In {
        left: Box<Expr>,
        right: Box<Expr>,
    },
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
