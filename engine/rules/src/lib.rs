//! The condition language of Plumbline's knowledge base: text to a checked, compact condition, its
//! three-valued value for a set of answers, and a trace of that value in words.
//!
//! ```
//! use plumbline_rules::{Answer, Kind, Quantity, Slot, Truth, Vocabulary, compile};
//!
//! let idle = Slot {
//!     id: "idle_share".into(),
//!     label: "idle share".into(),
//!     kind: Kind::Number(Quantity::Share),
//! };
//! let vocabulary = Vocabulary::new(vec![idle], Vec::new());
//! let condition = compile(r#"answers.idle_share > share("40%")"#, &vocabulary).unwrap();
//!
//! assert_eq!(condition.evaluate(&[Answer::Unknown]), Truth::Unknown);
//! assert_eq!(condition.evaluate(&[Answer::Number(0.62)]), Truth::True);
//! let trace = condition.trace(&vocabulary, &[Answer::Number(0.62)]);
//! assert_eq!(trace.clauses()[0].text, "idle share 62 % is above 40 %");
//! ```
//!
//! # The language
//!
//! A strict subset of the syntax of [CEL](https://cel.dev), with types of its own:
//!
//! | Question | Conditions on it |
//! |---|---|
//! | one choice | `answers.x == "a"`, `answers.x != "a"`, `answers.x in ["a", "b"]` |
//! | several choices | `"a" in answers.x`, `answers.x.exists(t, t == "a")`, `answers.x.all(t, t in ["a", "b"])` |
//! | a number | `answers.x > duration("15m")`, with `==`, `!=`, `<`, `<=`, `>`, `>=` |
//! | yes or no | `answers.x`, `!answers.x`, `answers.x == true` |
//!
//! Conditions are joined by `&&`, `||`, `!` and parentheses; `//` starts a comment. A number is compared
//! with a constant of its own quantity (`duration("15m")`, `data("6MB")`, `rate("100/s")`,
//! `share("40%")`, `money("500 USD/month")`, a plain number for a count), with a named limit
//! (`limit("aws-lambda.timeout")`), or with another answer of the same quantity. A plain number may
//! multiply either side: `answers.peak_rate > 10 * answers.average_rate`.
//!
//! # Meaning
//!
//! - A clause that reads an open answer is unknown, and `&&`, `||` and `!` follow Kleene: unknown unless
//!   the rest decides.
//! - A clause that reads an answer that does not apply is false, whatever it asks, `all` included; so its
//!   negation holds. `x != v` means `!(x == v)`, and so it holds where `x` does not apply. In a
//!   comparison of two answers it is enough that one of them does not apply.
//! - `all` holds for the empty set, as in CEL; `exists` does not.
//! - There is no way to ask whether a question was answered: a rule that fired because of ignorance
//!   would have to be taken back when the answer comes.

mod ast;
mod check;
mod classes;
mod condition;
mod error;
mod lexer;
mod mutate;
mod parser;
mod quantity;
mod reach;
mod stored;
mod test;
mod trace;
mod truth;
mod vocabulary;
mod words;

pub use check::compile;
pub use classes::{Class, classes};
pub use condition::Condition;
pub use error::ConditionError;
pub use quantity::{
    HOURS_PER_MONTH, QuantityError, SECONDS_PER_MONTH, format_quantity, parse_quantity,
};
pub use reach::{Reach, reach_together};
pub use trace::{ClauseTrace, Trace};
pub use truth::Truth;
pub use vocabulary::{Answer, Choice, Kind, Limit, Quantity, Slot, Vocabulary};
