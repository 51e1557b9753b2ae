//! Reading a mapping field by field.

use std::sync::Arc;

use crate::read::MAPPING_HELP;
use crate::{Diagnostic, Key, Node, Source, Value, did_you_mean, quote};

/// Reads a mapping field by field and reports what is missing or left over.
///
/// Ask for every field that is known with [`required`](Self::required) and
/// [`optional`](Self::optional), then call [`finish`](Self::finish), which takes every key that
/// nobody asked for as a mistake.
#[derive(Debug)]
pub struct Fields<'a> {
    source: &'a Arc<Source>,
    node: &'a Node,
    fields: &'a [(Key, Node)],
    what: String,
    asked: Vec<String>,
}

/// Unknown keys reported one by one; what goes beyond is counted.
const MOST_REPORTED: usize = 20;

impl<'a> Fields<'a> {
    /// Starts to read `node`, which holds `what`: a noun with its article, such as "a rule".
    ///
    /// # Errors
    /// When the node is not a mapping.
    pub fn of(source: &'a Arc<Source>, node: &'a Node, what: &str) -> Result<Self, Diagnostic> {
        let Value::Mapping(fields) = &node.value else {
            return Err(node
                .expected(source, &format!("{what} (a mapping of fields)"))
                .help(MAPPING_HELP));
        };
        Ok(Self {
            source,
            node,
            fields,
            what: what.to_owned(),
            asked: Vec::new(),
        })
    }

    /// The value of a field that has to be there.
    ///
    /// # Errors
    /// When it is not there. If a key that nobody asked for so far looks like it, the error points
    /// at that key.
    pub fn required(&mut self, key: &str) -> Result<&'a Node, Diagnostic> {
        if let Some(node) = self.optional(key) {
            return Ok(node);
        }
        let error = Diagnostic::error(format!("{} needs the field {}", self.what, quote(key)));
        let unread = || {
            self.fields
                .iter()
                .map(|(name, _)| name)
                .filter(|name| !self.asked.contains(&name.text))
        };
        let alike = did_you_mean(key, unread().map(|name| name.text.as_str()))
            .and_then(|alike| unread().find(|name| name.text == alike));
        Err(match alike {
            Some(name) => error
                .at(
                    self.source,
                    name.span,
                    format!("did you mean {}?", quote(key)),
                )
                .help(format!("rename {} to {}", quote(&name.text), quote(key))),
            None => error
                .at(
                    self.source,
                    self.node.span,
                    format!("{} is missing", quote(key)),
                )
                .help(format!("add `{key}: …`")),
        })
    }

    /// The value of a field that may be left out. A field that is there but empty is there.
    pub fn optional(&mut self, key: &str) -> Option<&'a Node> {
        if !self.asked.iter().any(|asked| asked == key) {
            self.asked.push(key.to_owned());
        }
        self.fields
            .iter()
            .find(|(name, _)| name.text == key)
            .map(|(_, node)| node)
    }

    /// The key of a field as it is written, to point at it.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<&'a Key> {
        self.fields
            .iter()
            .map(|(name, _)| name)
            .find(|name| name.text == key)
    }

    /// The mapping itself.
    #[must_use]
    pub fn node(&self) -> &'a Node {
        self.node
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// One for every key that nobody asked for, with "did you mean" against all that were.
    pub fn finish(self) -> Result<(), Vec<Diagnostic>> {
        let unknown: Vec<&Key> = self
            .fields
            .iter()
            .map(|(name, _)| name)
            .filter(|name| !self.asked.contains(&name.text))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut errors: Vec<Diagnostic> = unknown
            .iter()
            .take(MOST_REPORTED)
            .map(|name| self.unknown(name))
            .collect();
        if let Some(next) = unknown.get(MOST_REPORTED) {
            let more = unknown.len() - MOST_REPORTED;
            errors.push(
                Diagnostic::error(format!("{} has {more} more unknown fields", self.what)).at(
                    self.source,
                    next.span,
                    "the next one",
                ),
            );
        }
        Err(errors)
    }

    fn unknown(&self, name: &Key) -> Diagnostic {
        let error = Diagnostic::error(format!("{} has no field {}", self.what, quote(&name.text)))
            .at(self.source, name.span, "unknown field");
        // A field that is there already cannot be what was meant by another one.
        let open = self
            .asked
            .iter()
            .map(String::as_str)
            .filter(|asked| self.key(asked).is_none());
        match did_you_mean(&name.text, open) {
            Some(known) => error.help(format!("did you mean {}?", quote(known))),
            None if self.asked.is_empty() => error.help("remove it"),
            None => {
                let known: Vec<String> = self.asked.iter().map(|key| quote(key)).collect();
                error.help(format!("the fields are {}", known.join(", ")))
            }
        }
    }
}
