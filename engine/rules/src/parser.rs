//! Tokens to a syntax tree. The grammar is a subset of CEL's:
//!
//! ```text
//! either  = both { "||" both }
//! both    = relation { "&&" relation }
//! relation= product [ ("==" | "!=" | "<" | "<=" | ">" | ">=" | "in") product ]
//! product = unary { "*" unary }
//! unary   = "!" unary | member
//! member  = primary { "." name [ "(" arguments ")" ] }
//! primary = literal | list | name [ "(" arguments ")" ] | "(" either ")"
//! ```

use crate::ast::{Expr, ExprKind, Operator};
use crate::error::{ConditionError, Span};
use crate::lexer::{Spanned, Token, tokens};

/// How deep parentheses and negations may nest.
pub(crate) const MAX_DEPTH: usize = 64;
/// How long a condition may be, in bytes.
pub(crate) const MAX_LENGTH: usize = 8 * 1024;

pub(crate) fn parse(text: &str) -> Result<Expr, ConditionError> {
    if text.len() > MAX_LENGTH {
        // The span covers what is too much, from the first whole character past the limit.
        let mut start = MAX_LENGTH;
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        return Err(ConditionError::new(
            Span::new(start, text.len()),
            format!(
                "the condition has {} bytes, more than {MAX_LENGTH}",
                text.len()
            ),
            "too long",
        )
        .help("split it into several rules"));
    }
    let tokens = tokens(text)?;
    let mut parser = Parser {
        tokens,
        at: 0,
        depth: 0,
        last_end: 0,
    };
    if parser.peek() == &Token::End {
        return Err(ConditionError::new(
            Span::new(0, text.len()),
            "the condition is empty",
            "nothing here",
        )
        .help("write a comparison, such as `answers.idle_share > share(\"40%\")`"));
    }
    let expr = parser.either()?;
    parser.expect_end()?;
    Ok(expr)
}

struct Parser {
    tokens: Vec<Spanned>,
    at: usize,
    depth: usize,
    /// Where the token before ended.
    last_end: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.at).map_or(&Token::End, |t| &t.token)
    }

    fn span(&self) -> Span {
        match self.tokens.get(self.at) {
            Some(found) => found.span,
            None => Span::new(self.last_end, self.last_end),
        }
    }

    fn bump(&mut self) -> Token {
        let token = self.peek().clone();
        if token != Token::End {
            self.last_end = self.span().end;
            self.at += 1;
        }
        token
    }

    fn eat(&mut self, token: &Token) -> bool {
        let found = self.peek() == token;
        if found {
            self.bump();
        }
        found
    }

    fn since(&self, start: usize) -> Span {
        Span::new(start, self.last_end.max(start))
    }

    fn either(&mut self) -> Result<Expr, ConditionError> {
        self.chain(&Token::Or, Self::both, ExprKind::Or)
    }

    fn both(&mut self) -> Result<Expr, ConditionError> {
        self.chain(&Token::And, Self::relation, ExprKind::And)
    }

    fn product(&mut self) -> Result<Expr, ConditionError> {
        self.chain(&Token::Times, Self::unary, ExprKind::Product)
    }

    /// `part { operator part }`, flat, so that a long chain is not a deep tree.
    fn chain(
        &mut self,
        operator: &Token,
        part: fn(&mut Self) -> Result<Expr, ConditionError>,
        kind: fn(Vec<Expr>) -> ExprKind,
    ) -> Result<Expr, ConditionError> {
        let start = self.span().start;
        let first = part(self)?;
        if self.peek() != operator {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.eat(operator) {
            parts.push(part(self)?);
        }
        Ok(Expr {
            kind: kind(parts),
            span: self.since(start),
        })
    }

    fn relation(&mut self) -> Result<Expr, ConditionError> {
        let start = self.span().start;
        let left = self.product()?;
        if !self.at_relation() {
            return Ok(left);
        }
        let operator = self.bump();
        let right = self.product()?;
        if self.at_relation() {
            return Err(ConditionError::new(
                self.span(),
                "comparisons cannot be chained",
                "second comparison",
            )
            .help("write `a < b && b < c`"));
        }
        let (left, right) = (Box::new(left), Box::new(right));
        let compare = |operator| ExprKind::Compare {
            left: left.clone(),
            operator,
            right: right.clone(),
        };
        let kind = match operator {
            Token::Equal => compare(Operator::Equal),
            Token::NotEqual => compare(Operator::NotEqual),
            Token::Less => compare(Operator::Less),
            Token::LessOrEqual => compare(Operator::LessOrEqual),
            Token::Greater => compare(Operator::Greater),
            Token::GreaterOrEqual => compare(Operator::GreaterOrEqual),
            _ => ExprKind::In { left, right },
        };
        Ok(Expr {
            kind,
            span: self.since(start),
        })
    }

    fn at_relation(&self) -> bool {
        match self.peek() {
            Token::Equal
            | Token::NotEqual
            | Token::Less
            | Token::LessOrEqual
            | Token::Greater
            | Token::GreaterOrEqual => true,
            Token::Name(name) => name == "in",
            _ => false,
        }
    }

    /// Runs a part that nests, and refuses beyond the limit, so that no text can exhaust the stack.
    fn nested<T>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<T, ConditionError>,
    ) -> Result<T, ConditionError> {
        if self.depth == MAX_DEPTH {
            return Err(ConditionError::new(
                self.span(),
                format!("the condition nests more than {MAX_DEPTH} levels deep"),
                "too deep",
            )
            .help("take parentheses away, or split it into several rules"));
        }
        self.depth += 1;
        let result = part(self);
        self.depth -= 1;
        result
    }

    fn unary(&mut self) -> Result<Expr, ConditionError> {
        let start = self.span().start;
        if self.eat(&Token::Not) {
            let inner = self.nested(Self::unary)?;
            return Ok(Expr {
                kind: ExprKind::Not(Box::new(inner)),
                span: self.since(start),
            });
        }
        self.member()
    }

    fn member(&mut self) -> Result<Expr, ConditionError> {
        let start = self.span().start;
        let mut expr = self.primary()?;
        // `answers.x.exists(…)` is the longest chain that means anything.
        for _ in 0..8 {
            if !self.eat(&Token::Dot) {
                return Ok(expr);
            }
            let name_span = self.span();
            let Token::Name(name) = self.peek().clone() else {
                return Err(self.unexpected("a name after `.`"));
            };
            self.bump();
            let base = Box::new(expr);
            let kind = if self.peek() == &Token::OpenParen {
                ExprKind::Call {
                    base: Some(base),
                    name,
                    name_span,
                    arguments: self.arguments()?,
                }
            } else {
                ExprKind::Member {
                    base,
                    name,
                    name_span,
                }
            };
            expr = Expr {
                kind,
                span: self.since(start),
            };
        }
        Err(self.unexpected("a comparison"))
    }

    fn arguments(&mut self) -> Result<Vec<Expr>, ConditionError> {
        self.bump();
        self.nested(|parser| parser.items(&Token::CloseParen, "`)`"))
    }

    fn items(&mut self, close: &Token, name: &str) -> Result<Vec<Expr>, ConditionError> {
        let mut items = Vec::new();
        if self.eat(close) {
            return Ok(items);
        }
        loop {
            items.push(self.either()?);
            if self.eat(close) {
                return Ok(items);
            }
            if !self.eat(&Token::Comma) {
                return Err(self.unexpected(&format!("`,` or {name}")));
            }
            // CEL allows a comma after the last item of a list.
            if close == &Token::CloseBracket && self.eat(close) {
                return Ok(items);
            }
        }
    }

    fn primary(&mut self) -> Result<Expr, ConditionError> {
        let span = self.span();
        let kind = match self.peek().clone() {
            Token::Number(value) => ExprKind::Number(value),
            Token::Text(value) => ExprKind::Text(value),
            Token::Name(name) if name == "true" => ExprKind::Bool(true),
            Token::Name(name) if name == "false" => ExprKind::Bool(false),
            Token::Name(name) if name != "in" => {
                self.bump();
                let kind = if self.peek() == &Token::OpenParen {
                    ExprKind::Call {
                        base: None,
                        name,
                        name_span: span,
                        arguments: self.arguments()?,
                    }
                } else {
                    ExprKind::Name(name)
                };
                return Ok(Expr {
                    kind,
                    span: self.since(span.start),
                });
            }
            Token::OpenBracket => {
                self.bump();
                let items = self.nested(|parser| parser.items(&Token::CloseBracket, "`]`"))?;
                return Ok(Expr {
                    kind: ExprKind::List(items),
                    span: self.since(span.start),
                });
            }
            Token::OpenParen => {
                self.bump();
                let inner = self.nested(Self::either)?;
                if !self.eat(&Token::CloseParen) {
                    let mut error = self.unexpected("`)`");
                    if self.peek() == &Token::End {
                        error = ConditionError::new(
                            span,
                            "the parenthesis is not closed",
                            "opened here",
                        )
                        .help("add the closing `)`");
                    }
                    return Err(error);
                }
                return Ok(inner);
            }
            _ => return Err(self.unexpected("a value")),
        };
        self.bump();
        Ok(Expr { kind, span })
    }

    fn expect_end(&self) -> Result<(), ConditionError> {
        match self.peek() {
            Token::End => Ok(()),
            Token::CloseParen => Err(ConditionError::new(
                self.span(),
                "this `)` closes nothing",
                "not opened",
            )),
            Token::Name(word) if matches!(word.as_str(), "and" | "AND") => {
                Err(self.unexpected("an operator").help("did you mean `&&`?"))
            }
            Token::Name(word) if matches!(word.as_str(), "or" | "OR") => {
                Err(self.unexpected("an operator").help("did you mean `||`?"))
            }
            Token::Name(word) if matches!(word.as_str(), "is" | "equals" | "not") => {
                Err(self.unexpected("an operator").help("write `==` or `!=`"))
            }
            _ => Err(self.unexpected("an operator")),
        }
    }

    fn unexpected(&self, wanted: &str) -> ConditionError {
        let span = self.span();
        let found = match self.peek() {
            Token::End => "the condition ends".to_owned(),
            Token::Name(name) => format!("found `{name}`"),
            Token::Number(value) => format!("found `{value}`"),
            Token::Text(_) => "found a text".to_owned(),
            other => format!("found `{}`", symbol(other)),
        };
        ConditionError::new(
            span,
            format!("{found} where {wanted} should be"),
            format!("{wanted} should be here"),
        )
    }
}

fn symbol(token: &Token) -> &'static str {
    match token {
        Token::Equal => "==",
        Token::NotEqual => "!=",
        Token::Less => "<",
        Token::LessOrEqual => "<=",
        Token::Greater => ">",
        Token::GreaterOrEqual => ">=",
        Token::And => "&&",
        Token::Or => "||",
        Token::Not => "!",
        Token::Times => "*",
        Token::OpenParen => "(",
        Token::CloseParen => ")",
        Token::OpenBracket => "[",
        Token::CloseBracket => "]",
        Token::Comma => ",",
        Token::Dot => ".",
        Token::Name(_) | Token::Number(_) | Token::Text(_) | Token::End => "",
    }
}
