//! Text to tokens.

use crate::error::{ConditionError, Span};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Name(String),
    Number(f64),
    Text(String),
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Not,
    Times,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    Comma,
    Dot,
    End,
}

#[derive(Clone, Debug)]
pub(crate) struct Spanned {
    pub token: Token,
    pub span: Span,
}

/// The tokens of the text, always with one `End` at the end.
pub(crate) fn tokens(text: &str) -> Result<Vec<Spanned>, ConditionError> {
    let mut lexer = Lexer { text, at: 0 };
    let mut found = Vec::new();
    loop {
        lexer.skip_blank();
        let start = lexer.at;
        let token = lexer.token()?;
        let end = token == Token::End;
        found.push(Spanned {
            token,
            span: Span::new(start, lexer.at),
        });
        if end {
            return Ok(found);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    /// Always at the start of a character.
    at: usize,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Blanks and `// comments`, which CEL has too.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with(char::is_whitespace) {
                self.bump();
            } else {
                return;
            }
        }
    }

    fn token(&mut self) -> Result<Token, ConditionError> {
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(Token::End);
        };
        match first {
            'a'..='z' | 'A'..='Z' | '_' => return Ok(self.name()),
            '0'..='9' => return self.number(),
            '"' | '\'' => return self.text_literal(first),
            _ => {}
        }
        self.bump();
        let doubled = |lexer: &mut Self, second: char| {
            let follows = lexer.peek() == Some(second);
            if follows {
                lexer.bump();
            }
            follows
        };
        Ok(match first {
            '(' => Token::OpenParen,
            ')' => Token::CloseParen,
            '[' => Token::OpenBracket,
            ']' => Token::CloseBracket,
            ',' => Token::Comma,
            '.' => Token::Dot,
            '*' => Token::Times,
            '<' if doubled(self, '=') => Token::LessOrEqual,
            '<' => Token::Less,
            '>' if doubled(self, '=') => Token::GreaterOrEqual,
            '>' => Token::Greater,
            '!' if doubled(self, '=') => Token::NotEqual,
            '!' => Token::Not,
            '=' if doubled(self, '=') => Token::Equal,
            '&' if doubled(self, '&') => Token::And,
            '|' if doubled(self, '|') => Token::Or,
            _ => return Err(unexpected(first, Span::new(start, self.at))),
        })
    }

    fn name(&mut self) -> Token {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(rest.len());
        let name = rest.get(..length).unwrap_or("").to_owned();
        self.at += length;
        Token::Name(name)
    }

    fn number(&mut self) -> Result<Token, ConditionError> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let mut end = digits(start);
        if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end = digits(end + 1);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = digits(end + 1 + sign);
            if exponent > end + 1 + sign {
                end = exponent;
            }
        }
        self.at = end;
        // "15m" or "1_000": take the whole word, so that the message shows what was meant.
        if self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
                self.bump();
            }
            let span = Span::new(start, self.at);
            let word = self.text.get(start..self.at).unwrap_or("");
            return Err(ConditionError::new(
                span,
                format!("`{word}` is not a plain number"),
                "not a number",
            )
            .help("write a value with its unit as `duration(\"15m\")`, `data(\"6MB\")`, `rate(\"100/s\")`, `share(\"40%\")` or `money(\"500 USD/month\")`, and a count as `1000`"));
        }
        let word = self.text.get(start..end).unwrap_or("");
        match word.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Token::Number(value)),
            _ => Err(ConditionError::new(
                Span::new(start, end),
                format!("`{word}` is too large"),
                "too large",
            )),
        }
    }

    fn text_literal(&mut self, quote: char) -> Result<Token, ConditionError> {
        let start = self.at;
        self.bump();
        let mut value = String::new();
        loop {
            let at = self.at;
            match self.bump() {
                Some(c) if c == quote => return Ok(Token::Text(value)),
                Some('\\') => match self.bump() {
                    Some(c @ ('\\' | '"' | '\'')) => value.push(c),
                    Some('n') => value.push('\n'),
                    Some('t') => value.push('\t'),
                    _ => {
                        let span = Span::new(at, self.at);
                        return Err(ConditionError::new(
                            span,
                            "a `\\` in a text starts an escape that is not known",
                            "unknown escape",
                        )
                        .help("write `\\\\` for a backslash and `\\\"` for a quote"));
                    }
                },
                Some(c) if c != '\n' => value.push(c),
                _ => {
                    self.at = at;
                    return Err(ConditionError::new(
                        Span::new(start, at),
                        "the text is not closed",
                        "starts here",
                    )
                    .help(format!("add the closing {quote}")));
                }
            }
        }
    }
}

fn unexpected(found: char, span: Span) -> ConditionError {
    match found {
        '=' => ConditionError::new(span, "`=` is not a comparison", "not a comparison")
            .help("did you mean `==`?"),
        '&' => ConditionError::new(span, "`&` is not an operator", "not an operator")
            .help("did you mean `&&`?"),
        '|' => ConditionError::new(span, "`|` is not an operator", "not an operator")
            .help("did you mean `||`?"),
        '-' => ConditionError::new(span, "`-` is not part of the condition language", "not allowed")
            .help("question ids are written with `_`; there is no subtraction and no negative value"),
        '+' | '/' | '%' => ConditionError::new(
            span,
            format!("`{found}` is not part of the condition language"),
            "not allowed",
        )
        .help("the only arithmetic is a plain number times a value, such as `10 * answers.average_rate`"),
        '?' | ':' | '{' | '}' => ConditionError::new(
            span,
            format!("`{found}` is not part of the condition language"),
            "not allowed",
        )
        .help("build the condition from comparisons with `&&`, `||`, `!` and parentheses"),
        '“' | '”' | '‘' | '’' => ConditionError::new(
            span,
            format!("`{found}` is a typographic quote"),
            "not a plain quote",
        )
        .help("write `\"`"),
        _ => ConditionError::new(
            span,
            format!("`{}` is not part of the condition language", found.escape_debug()),
            "not allowed",
        ),
    }
}
