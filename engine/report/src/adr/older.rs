//! A record that is there already, and the line of it that says that a newer one supersedes it.

use std::error::Error;
use std::fmt::{self, Display};

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::Record;
use super::detect::number_of;
use super::name::link_target;
use crate::markdown::{escape, one_line};

/// A record that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Older {
    /// The name of its file.
    pub name: String,
    /// The number that the name starts with.
    pub number: Option<u32>,
    /// Its title without its number, as text; its name where it has none.
    pub title: String,
}

/// Why a record can't be marked as superseded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupersedeError {
    /// It says nowhere what its status is.
    NoStatus,
    /// Another record supersedes it already: what its status line says.
    Already(String),
}

impl SupersedeError {
    /// What is wrong, to come after the name of the file.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::NoStatus => "has no line that says its status".to_owned(),
            Self::Already(line) => format!("is superseded already: `{}`", one_line(line)),
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NoStatus => {
                "write its status as its dialect has it, such as `status: accepted` in the front matter"
            }
            Self::Already(_) => "supersede the record that it names",
        }
    }
}

impl Display for SupersedeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nhelp: {}", self.message(), self.help())
    }
}

impl Error for SupersedeError {}

impl Older {
    /// The record in a file of this name with this text.
    #[must_use]
    pub fn read(name: &str, text: &str) -> Self {
        let heading = one_line(&first_heading(text));
        let bare = heading
            .split_once(". ")
            .filter(|(number, _)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
            .map_or(heading.as_str(), |(_, title)| title);
        Self {
            name: name.to_owned(),
            number: number_of(name),
            title: if bare.is_empty() {
                one_line(name)
            } else {
                bare.to_owned()
            },
        }
    }

    /// A link to it, in Markdown, as its dialect writes one.
    pub(crate) fn link(&self) -> String {
        link(self.number, &self.title, &self.name)
    }

    /// A link to it as adr-tools writes one, with number and title.
    pub(crate) fn link_in_full(&self) -> String {
        link_in_full(self.number, &self.title, &self.name)
    }
}

/// `[ADR-0008](0008-x.md)`, or the title where there is no number.
fn link(number: Option<u32>, title: &str, name: &str) -> String {
    let text = number.map_or_else(|| escape(title), |number| format!("ADR-{number:04}"));
    format!("[{text}]({})", link_target(name))
}

/// `[8. Run it on functions](0008-x.md)`.
fn link_in_full(number: Option<u32>, title: &str, name: &str) -> String {
    let number = number.map_or_else(String::new, |number| format!("{number}. "));
    format!("[{number}{}]({})", escape(title), link_target(name))
}

/// The record's text with its status line saying that a newer record supersedes it. Nothing else of
/// it changes.
///
/// # Errors
/// It has no status, or is superseded already.
pub fn superseded(text: &str, newer: &Record) -> Result<String, SupersedeError> {
    let (start, line) = status_line(text).ok_or(SupersedeError::NoStatus)?;
    let lower = line.text.to_lowercase();
    if lower.contains("superseded by") || lower.contains("superceded by") {
        return Err(SupersedeError::Already(line.text.trim().to_owned()));
    }
    let (number, name) = (newer.number, &newer.name);
    let says = match line.form {
        Form::FrontMatter => {
            let record = number.map_or_else(
                || name.trim_end_matches(".md").to_owned(),
                |number| format!("ADR-{number:04}"),
            );
            format!("status: superseded by {record}")
        }
        Form::List { marker } => {
            let link = match number {
                Some(_) => link(number, &newer.title, name),
                None => format!("[{}]({})", name.trim_end_matches(".md"), link_target(name)),
            };
            format!("{marker} Status: superseded by {link}")
        }
        // So does adr-tools spell it, and its graph looks for the same word.
        Form::Section => format!("Superceded by {}", link_in_full(number, &newer.title, name)),
    };
    let end = start + line.text.len();
    let (before, after) = (text.get(..start), text.get(end..));
    Ok(format!(
        "{}{says}{}",
        before.unwrap_or(""),
        after.unwrap_or("")
    ))
}

/// A line that says how far a decision is, without its end.
struct StatusLine<'a> {
    text: &'a str,
    form: Form,
}

enum Form {
    /// `status: accepted` in front matter.
    FrontMatter,
    /// `* Status: accepted` below the title.
    List { marker: char },
    /// The first line in the section `Status`.
    Section,
}

fn status_line(text: &str) -> Option<(usize, StatusLine<'_>)> {
    let front = front_matter(text).map_or(0, |(_, end)| end);
    let mut in_section = false;
    for (start, line) in lines(text) {
        let lower = line.to_ascii_lowercase();
        let form = if start < front {
            lower.starts_with("status:").then_some(Form::FrontMatter)
        } else if let Some(rest) = lower.strip_prefix(['*', '-']) {
            rest.trim_start()
                .starts_with("status:")
                .then(|| Form::List {
                    marker: if line.starts_with('*') { '*' } else { '-' },
                })
                .filter(|_| !in_section)
        } else {
            None
        };
        if let Some(form) = form {
            return Some((start, StatusLine { text: line, form }));
        }
        if lower.starts_with('#') {
            if in_section {
                return None;
            }
            in_section = lower.trim_start_matches('#').trim() == "status";
        } else if in_section && !line.trim().is_empty() {
            return Some((
                start,
                StatusLine {
                    text: line,
                    form: Form::Section,
                },
            ));
        }
    }
    None
}

/// Lines without their ends, each with where it starts.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    })
}

/// Where front matter starts and ends, if there is any.
pub(super) fn front_matter(text: &str) -> Option<(usize, usize)> {
    let mut lines = lines(text);
    let (_, first) = lines.next()?;
    if first.trim_start_matches('\u{feff}').trim_end() != "---" {
        return None;
    }
    let start = first.len();
    lines
        .find(|(_, line)| line.trim_end() == "---")
        .map(|(end, _)| (start, end))
}

/// The text of the first heading of the first level.
fn first_heading(text: &str) -> String {
    let body = front_matter(text).map_or(text, |(_, end)| text.get(end + 3..).unwrap_or(text));
    let mut title = String::new();
    let mut inside = false;
    for event in Parser::new(body) {
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => inside = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => break,
            Event::Text(part) | Event::Code(part) if inside => title.push_str(&part),
            _ => {}
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::{Older, SupersedeError, superseded};
    use crate::adr::{Dialect, Record};

    fn newer(dialect: Dialect) -> Record {
        let numbered = dialect.is_numbered();
        Record {
            dialect,
            number: numbered.then_some(8),
            title: "Run [it] on machines".to_owned(),
            slug: "run-it-on-machines".to_owned(),
            name: if numbered {
                "0008-run-it-on-machines.md"
            } else {
                "20261121-run-it-on-machines.md"
            }
            .to_owned(),
            text: String::new(),
        }
    }

    #[test]
    fn only_the_status_line_of_the_older_record_changes() {
        for (dialect, before, after) in [
            (
                Dialect::Madr,
                "---\r\nstatus: \"accepted\"\r\ndate: 2026-01-01\r\n---\r\n# A\r\n",
                "---\r\nstatus: superseded by ADR-0008\r\ndate: 2026-01-01\r\n---\r\n# A\r\n",
            ),
            (
                Dialect::Madr,
                "# A\n\n* Status: accepted <!-- x -->\n* Date: 2026-01-01\n",
                "# A\n\n* Status: superseded by [ADR-0008](0008-run-it-on-machines.md)\n* Date: 2026-01-01\n",
            ),
            (
                Dialect::AdrTools,
                "# 7. A\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n\nAmends [3. B](0003-b.md)\n\n## Context\n\nStatus: x\n",
                "# 7. A\n\nDate: 2026-01-01\n\n## Status\n\nSuperceded by [8. Run \\[it\\] on machines](0008-run-it-on-machines.md)\n\nAmends [3. B](0003-b.md)\n\n## Context\n\nStatus: x\n",
            ),
            (
                Dialect::Log4brains,
                "# A\n\n- Status: accepted\n- Deciders: Ana",
                "# A\n\n- Status: superseded by [20261121-run-it-on-machines](20261121-run-it-on-machines.md)\n- Deciders: Ana",
            ),
        ] {
            assert_eq!(superseded(before, &newer(dialect)).as_deref(), Ok(after));
        }
    }

    #[test]
    fn a_record_without_status_or_superseded_already_is_left_alone() {
        let newer = newer(Dialect::Madr);
        for text in [
            "",
            "# A\n",
            "---\ndate: x\n---\nstatus: no\n",
            "## Status\n\n## Context\n",
        ] {
            assert_eq!(
                superseded(text, &newer),
                Err(SupersedeError::NoStatus),
                "{text}"
            );
        }
        for text in [
            "---\nstatus: superseded by ADR-0009\n---\n",
            "## Status\n\nSuperceded by [9. B](0009-b.md)\n",
        ] {
            let result = superseded(text, &newer);
            assert!(matches!(result, Err(SupersedeError::Already(_))), "{text}");
        }
    }

    #[test]
    fn titles_are_read_without_number_and_markup() {
        for (name, text, number, title) in [
            (
                "0007-a.md",
                "# 7. Use `x` and *y*\n",
                Some(7),
                "Use x and y",
            ),
            (
                "0007-a.md",
                "---\ntitle: no\n---\n\n# Use 2. x\n",
                Some(7),
                "Use 2. x",
            ),
            ("20260101-a.md", "# A\n", None, "A"),
            ("0007-a.md", "nothing\n", Some(7), "0007-a.md"),
        ] {
            let older = Older::read(name, text);
            assert_eq!(
                (older.number, older.title.as_str()),
                (number, title),
                "{text}"
            );
        }
    }
}
