//! Which dialect a folder has, and which number comes next.

use super::dialect::Dialect;
use super::older::front_matter;

/// Files by which the tools mark a project, the most telling first. They stand in the folder of the
/// records or above it.
pub const MARKERS: [&str; 4] = ["adrs.toml", ".adrs.toml", ".adr-dir", ".log4brains.yml"];

/// The dialect that a file of [`MARKERS`] with this content stands for.
#[must_use]
pub fn dialect_of_marker(name: &str, content: &str) -> Option<Dialect> {
    match name {
        "adrs.toml" | ".adrs.toml" => Some(dialect_of_adrs(content)),
        ".adr-dir" => Some(Dialect::AdrTools),
        ".log4brains.yml" => Some(Dialect::Log4brains),
        _ => None,
    }
}

/// What adrs is set to write: Nygard's form unless another template or front matter is asked for.
fn dialect_of_adrs(content: &str) -> Dialect {
    let says = |line: &str| {
        let (key, value) = line.split('#').next()?.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
        match (key.trim(), value.as_str()) {
            ("format" | "templates.format", "madr") => Some(Dialect::Madr),
            ("format" | "templates.format", "nygard") => Some(Dialect::AdrTools),
            _ => None,
        }
    };
    let is_front_matter = |line: &str| {
        let line: String = line.split_whitespace().collect();
        line.starts_with("mode=\"ng\"") || line.starts_with("mode=\"nextgen\"")
    };
    content.lines().find_map(says).unwrap_or_else(|| {
        if content.lines().any(is_front_matter) {
            Dialect::Madr
        } else {
            Dialect::AdrTools
        }
    })
}

/// The dialect of most of these records, each with the name of its file and its text; none where no
/// file is a record.
#[must_use]
pub fn dialect_of_records<'a>(
    records: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Option<Dialect> {
    let mut counts = [0_usize; Dialect::ALL.len()];
    for (name, text) in records {
        if let Some(dialect) = dialect_of_record(name, text)
            && let Some(place) = Dialect::ALL.iter().position(|one| *one == dialect)
        {
            counts[place] += 1;
        }
    }
    let most = *counts.iter().max()?;
    // Of as many, the default.
    let found = Dialect::ALL
        .into_iter()
        .zip(counts)
        .find(|(_, count)| *count == most);
    found.filter(|_| most > 0).map(|(dialect, _)| dialect)
}

fn dialect_of_record(name: &str, text: &str) -> Option<Dialect> {
    if !name.to_ascii_lowercase().ends_with(".md") {
        return None;
    }
    let digits = leading_digits(name)?;
    let says = |start: &str| {
        text.lines().any(|line| {
            line.get(..start.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
        })
    };
    if digits.len() == DATE {
        return Some(Dialect::Log4brains);
    }
    if front_matter(text).is_some() || says("* Status:") || says("- Status:") {
        return Some(Dialect::Madr);
    }
    if says("## Status") {
        return Some(Dialect::AdrTools);
    }
    (says("## Considered Options") || says("## Decision Outcome")).then_some(Dialect::Madr)
}

/// How many digits a day has at the start of a name.
const DATE: usize = "20261121".len();

/// The number after the highest one that these names start with: 1 in an empty folder. Gaps stay, so
/// that a number that was used once never stands for something else.
#[must_use]
pub fn next_number<'a>(names: impl IntoIterator<Item = &'a str>) -> u32 {
    let highest = names.into_iter().filter_map(number_of).max();
    highest.unwrap_or(0).saturating_add(1)
}

/// The number that a name starts with; a day is none.
pub(super) fn number_of(name: &str) -> Option<u32> {
    leading_digits(name)
        .filter(|digits| digits.len() < DATE)?
        .parse()
        .ok()
}

/// The digits that a name starts with, if something that separates comes after them.
fn leading_digits(name: &str) -> Option<&str> {
    let end = name.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = name.split_at(end);
    (end > 0 && rest.starts_with(['-', '_', '.', ' '])).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{Dialect, dialect_of_marker, dialect_of_records, next_number};

    #[test]
    fn the_next_number_comes_after_the_highest() {
        for (names, expected) in [
            (&[][..], 1),
            (&["README.md", "template.md"], 1),
            (&["0001-a.md"], 2),
            (&["0001-a.md", "0007-b.md", "0003-c.md"], 8),
            (&["12-a.md", "0009-b.md"], 13),
            (&["0004-a.md", "20261121-b.md", "2026.png"], 2027),
            (&["0004-a.md", "20261121-b.md", "1password.md"], 5),
            (&["9999-a.md"], 10_000),
            (&["99999999999999-a.md", "0002_b.md"], 3),
            (&["0005-pictures", "0006-draft.docx"], 7),
            (&["-1-a.md", "٣-b.md", "é.md", ""], 1),
        ] {
            assert_eq!(next_number(names.iter().copied()), expected, "{names:?}");
        }
    }

    #[test]
    fn markers_tell_the_dialect() {
        for (name, content, expected) in [
            (".adr-dir", "doc/adr\n", Some(Dialect::AdrTools)),
            (".log4brains.yml", "project:", Some(Dialect::Log4brains)),
            ("adrs.toml", "", Some(Dialect::AdrTools)),
            (
                "adrs.toml",
                "adr_dir = \"docs\"\nmode = \"ng\"\n",
                Some(Dialect::Madr),
            ),
            (
                "adrs.toml",
                "[templates]\nformat = \"madr\" # ours\n",
                Some(Dialect::Madr),
            ),
            (
                ".adrs.toml",
                "mode = \"ng\"\n[templates]\nformat = 'nygard'\n",
                Some(Dialect::AdrTools),
            ),
            ("package.json", "{}", None),
        ] {
            assert_eq!(
                dialect_of_marker(name, content),
                expected,
                "{name} {content}"
            );
        }
    }

    #[test]
    fn records_tell_the_dialect_of_their_folder() {
        let madr = ("0001-a.md", "---\nstatus: accepted\n---\n\n# A\n");
        let old_madr = ("0002-b.md", "# B\r\n\r\n* Status: accepted\r\n");
        let bare_madr = ("0003-c.md", "# C\n\n## Decision Outcome\n");
        let nygard = ("0004-d.md", "# 4. D\n\n## Status\n\nAccepted\n");
        let other_nygard = ("0005-e.md", nygard.1);
        let log4brains = ("20261121-f.md", "# F\n\n- Status: draft\n");
        let readme = ("README.md", "## Status\n");
        let page = ("0006-page.html", "## Status\n");
        for (records, expected) in [
            (&[madr][..], Some(Dialect::Madr)),
            (&[old_madr], Some(Dialect::Madr)),
            (&[bare_madr], Some(Dialect::Madr)),
            (&[nygard], Some(Dialect::AdrTools)),
            (&[log4brains, readme], Some(Dialect::Log4brains)),
            (&[madr, nygard, other_nygard], Some(Dialect::AdrTools)),
            (&[madr, nygard], Some(Dialect::Madr)),
            (&[readme, page], None),
            (&[], None),
        ] {
            assert_eq!(
                dialect_of_records(records.iter().copied()),
                expected,
                "{records:?}"
            );
        }
    }
}
