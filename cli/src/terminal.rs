//! What can be shown: colour, characters beyond ASCII, and how wide.

use std::io::IsTerminal;

use clap::ValueEnum;
use terminal_size::{Width, terminal_size_of};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColourChoice {
    /// On a terminal, unless `NO_COLOR` is set; anywhere if `CLICOLOR_FORCE` is.
    #[default]
    Auto,
    /// Also into files and pipes.
    Always,
    /// Nowhere.
    Never,
}

/// The place that text is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Whether it understands ANSI colours, and they are wanted.
    pub colour: bool,
    /// Whether it shows more than ASCII.
    pub unicode: bool,
    /// Columns that text may use.
    pub width: usize,
    /// Whether a person watches, so that progress is worth showing.
    pub interactive: bool,
}

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 110;
/// Nothing can be laid out in less.
const NARROWEST: usize = 24;
/// Where nobody says: files and pipes.
const UNKNOWN_WIDTH: usize = 100;

impl Terminal {
    /// Standard output.
    #[must_use]
    pub fn stdout(choice: ColourChoice) -> Self {
        let stdout = std::io::stdout();
        let size = terminal_size_of(&stdout).map(|(Width(width), _)| width);
        Self::detect(choice, stdout.is_terminal(), size, &|name| {
            std::env::var(name).ok()
        })
    }

    /// Standard error.
    #[must_use]
    pub fn stderr(choice: ColourChoice) -> Self {
        let stderr = std::io::stderr();
        let size = terminal_size_of(&stderr).map(|(Width(width), _)| width);
        Self::detect(choice, stderr.is_terminal(), size, &|name| {
            std::env::var(name).ok()
        })
    }

    fn detect(
        choice: ColourChoice,
        is_terminal: bool,
        size: Option<u16>,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let dumb = variable("TERM").is_some_and(|term| term == "dumb");
        let forced =
            variable("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
        let colour = match choice {
            ColourChoice::Always => true,
            ColourChoice::Never => false,
            ColourChoice::Auto if set("NO_COLOR") => false,
            ColourChoice::Auto => forced || (is_terminal && !dumb),
        };
        // The first of these that is set decides, as in POSIX. Where none is, as in most
        // containers, whatever reads the output knows UTF-8 today.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()));
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let columns = variable("COLUMNS")
            .and_then(|columns| columns.parse::<usize>().ok())
            .filter(|columns| *columns > 0);
        let width = size
            .map(usize::from)
            .filter(|width| *width > 0)
            .or(columns)
            .unwrap_or(UNKNOWN_WIDTH);
        Self {
            colour,
            unicode: utf8 && !dumb,
            width: width.clamp(NARROWEST, WIDEST),
            interactive: is_terminal && !dumb,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ColourChoice, Terminal};

    fn detect(choice: ColourChoice, is_terminal: bool, variables: &[(&str, &str)]) -> Terminal {
        let find = |name: &str| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Terminal::detect(choice, is_terminal, is_terminal.then_some(90), &find)
    }

    #[test]
    fn colour_goes_to_terminals_that_want_it() {
        use ColourChoice::{Always, Auto, Never};
        for (choice, is_terminal, variables, expected) in [
            (Auto, true, &[][..], true),
            (Auto, false, &[], false),
            (Auto, true, &[("NO_COLOR", "1")], false),
            (Auto, true, &[("NO_COLOR", "")], true),
            (Auto, true, &[("TERM", "dumb")], false),
            (Auto, false, &[("CLICOLOR_FORCE", "1")], true),
            (Auto, false, &[("CLICOLOR_FORCE", "0")], false),
            (
                Auto,
                false,
                &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")],
                false,
            ),
            (Always, false, &[("NO_COLOR", "1")], true),
            (Never, true, &[("CLICOLOR_FORCE", "1")], false),
        ] {
            assert_eq!(
                detect(choice, is_terminal, variables).colour,
                expected,
                "{choice:?} {is_terminal} {variables:?}"
            );
        }
    }

    #[test]
    fn the_locale_says_what_can_be_shown() {
        for (variables, expected) in [
            (&[][..], true),
            (&[("LANG", "en_GB.UTF-8")], true),
            (&[("LANG", "C.utf8")], true),
            (&[("LANG", "C")], false),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "POSIX")], false),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")], true),
            (&[("LANG", "en_GB.UTF-8"), ("TERM", "dumb")], false),
        ] {
            assert_eq!(
                detect(ColourChoice::Auto, true, variables).unicode,
                expected,
                "{variables:?}"
            );
        }
    }

    #[test]
    fn width_is_that_of_the_terminal_within_reason() {
        assert_eq!(detect(ColourChoice::Auto, true, &[]).width, 90);
        assert_eq!(detect(ColourChoice::Auto, false, &[]).width, 100);
        assert_eq!(
            detect(ColourChoice::Auto, false, &[("COLUMNS", "72")]).width,
            72
        );
        assert_eq!(
            detect(ColourChoice::Auto, false, &[("COLUMNS", "5000")]).width,
            110
        );
        assert_eq!(
            detect(ColourChoice::Auto, false, &[("COLUMNS", "wide")]).width,
            100
        );
        assert_eq!(
            detect(ColourChoice::Auto, false, &[("COLUMNS", "0")]).width,
            100
        );
    }
}
