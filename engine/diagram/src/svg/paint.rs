//! Style rules written out as attributes of each element. Word processors, slide programs and converters know
//! attributes; style sheets they read in part or not at all.

use super::style::{FAMILY, rules};
use crate::theme::{Colour, Theme};
use std::fmt::Write as _;

/// One part of a selector: an element with all these classes.
struct Compound {
    tag: Option<String>,
    classes: Vec<String>,
}

impl Compound {
    /// From `text.high`, `.pill` and the like.
    fn new(text: &str) -> Self {
        let mut parts = text.split('.');
        let tag = parts.next().filter(|tag| !tag.is_empty());
        Self {
            tag: tag.map(str::to_owned),
            classes: parts.map(str::to_owned).collect(),
        }
    }

    fn fits(&self, tag: &str, classes: &str) -> bool {
        let has = |wanted: &String| classes.split(' ').any(|class| class == wanted);
        self.tag.as_ref().is_none_or(|wanted| wanted == tag) && self.classes.iter().all(has)
    }
}

/// A rule for elements that fit the last compound, inside groups that fit those before it.
struct Rule {
    compounds: Vec<Compound>,
    weight: usize,
    attributes: Vec<(String, String)>,
}

impl Rule {
    fn fits(&self, open: &[String], tag: &str, classes: &str) -> bool {
        let Some((last, around)) = self.compounds.split_last() else {
            return false;
        };
        let mut groups = open.iter();
        last.fits(tag, classes)
            && around
                .iter()
                .all(|wanted| groups.by_ref().any(|group| wanted.fits("g", group)))
    }
}

/// The rules of a theme with its colours, for a document that is being written.
pub(super) struct Paint {
    rules: Vec<Rule>,
    /// Classes of the groups that are open, the outer before the inner.
    open: Vec<String>,
}

impl Paint {
    /// Nothing for the theme that follows the reader: it needs a style sheet.
    pub fn new(theme: Theme) -> Option<Self> {
        let colour = match theme {
            Theme::Auto => return None,
            Theme::Light => |colour: &Colour| colour.light.to_owned(),
            Theme::Dark => |colour: &Colour| colour.dark.to_owned(),
        };
        let mut all = Vec::new();
        for (selectors, body) in rules(colour) {
            for selector in selectors.split(',') {
                let compounds: Vec<Compound> = selector
                    .trim_start_matches('%')
                    .split(' ')
                    .map(Compound::new)
                    .collect();
                let classes: usize = compounds.iter().map(|part| part.classes.len()).sum();
                let tags = compounds.iter().filter(|part| part.tag.is_some()).count();
                all.push(Rule {
                    weight: 100 * classes + tags,
                    compounds,
                    attributes: attributes(&body),
                });
            }
        }
        // As in a style sheet: the more exact rule wins, and of two the later.
        all.sort_by_key(|rule| rule.weight);
        Some(Self {
            rules: all,
            open: Vec::new(),
        })
    }

    /// Enters a group.
    pub fn begin(&mut self, classes: &str) {
        self.open.push(classes.to_owned());
    }

    /// Leaves the innermost group.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// The attributes of an element, with a space before each.
    pub fn attributes(&self, tag: &str, classes: &str) -> String {
        let mut found: Vec<(&str, &str)> = Vec::new();
        for rule in &self.rules {
            if rule.fits(&self.open, tag, classes) {
                for (name, value) in &rule.attributes {
                    found.retain(|(known, _)| known != name);
                    found.push((name, value));
                }
            }
        }
        let mut out = String::new();
        for (name, value) in found {
            let _ = write!(out, " {name}=\"{value}\"");
        }
        out
    }

    /// What all texts inherit.
    pub fn root(families: &str) -> String {
        format!(" direction=\"ltr\" font-family=\"{families}{FAMILY}\"")
    }
}

/// The declarations of a rule's body.
fn attributes(body: &str) -> Vec<(String, String)> {
    body.split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_rule_wins_over_the_general_one() {
        let mut paint = Paint::new(Theme::Light).unwrap();
        assert!(
            paint
                .attributes("path", "badge high")
                .contains("fill=\"#a8322a\"")
        );
        assert!(
            paint
                .attributes("path", "badge low")
                .contains("fill=\"#ffffff\"")
        );
        assert!(
            paint
                .attributes("text", "t-number high")
                .contains("fill=\"#ffffff\"")
        );
        assert!(!paint.attributes("path", "head").contains("stroke"));
        paint.begin("edge sync");
        let head = paint.attributes("path", "head");
        assert!(
            head.contains("fill=\"#3d444d\"") && head.contains("stroke=\"none\""),
            "{head}"
        );
        assert!(!paint.attributes("path", "line").contains("dasharray"));
        paint.end();
        paint.begin("edge async");
        assert!(
            paint
                .attributes("path", "line")
                .contains("stroke-dasharray=\"5 4\"")
        );
        assert!(Paint::new(Theme::Auto).is_none());
    }
}
