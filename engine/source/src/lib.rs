//! Texts, spans and diagnostics, and YAML read into a tree in which every node knows where it
//! stands.
//!
//! This is the floor that everything read from a file stands on. A [`Source`] is a named text; a
//! [`Span`] is a range of bytes in it; a [`Diagnostic`] says what is wrong, where, and what to do.
//! [`parse_yaml`] turns a source into a tree of [`Node`]s within [`Limits`], and [`Fields`] reads a
//! mapping field by field and reports what is missing or left over.
//!
//! ```
//! use plumbline_source::{Fields, Limits, decode, parse_yaml};
//!
//! # fn main() -> Result<(), plumbline_source::Diagnostic> {
//! let limits = Limits::default();
//! let source = decode("tea.yaml", b"name: assam\nminuts: 4\n".to_vec(), &limits)?;
//! let tree = parse_yaml(&source, &limits)?;
//! let mut fields = Fields::of(&source, &tree, "a tea")?;
//! assert_eq!(fields.required("name")?.text(&source)?, "assam");
//! assert!(fields.optional("minutes").is_none());
//! let errors = fields.finish().unwrap_err();
//! assert_eq!(errors[0].to_string(), "tea.yaml:2:1: error: a tea has no field `minuts`");
//! assert_eq!(errors[0].help.as_deref(), Some("did you mean `minutes`?"));
//! # Ok(())
//! # }
//! ```

mod block;
mod diagnostic;
mod fields;
mod flatten;
mod node;
mod offsets;
mod read;
#[cfg(feature = "snippets")]
mod snippet;
mod source;
mod suggest;
mod syntax;
mod yaml;

pub use diagnostic::{Diagnostic, Place, Severity, quote, quote_path};
pub use fields::Fields;
pub use node::{Key, Node, Scalar, Value};
pub use source::{Limits, Source, Span, decode, too_large};
pub use suggest::did_you_mean;
pub use yaml::parse_yaml;
