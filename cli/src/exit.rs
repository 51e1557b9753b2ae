//! How the program ends.

use std::io::Write;
use std::process::ExitCode;

use plumbline_source::{Diagnostic, Severity};

use crate::terminal::Terminal;

/// How a command that did its work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Fine: exit code 0.
    Fine,
    /// There are findings that the user asked to fail on: exit code 1.
    Findings,
    /// Some of the input was bad, and was reported on the way: exit code 2.
    BadInput,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Findings => Self::from(1),
            Exit::BadInput => Self::from(2),
        }
    }
}

/// Why a command could not do its work; exit code 2. Everything that is wrong, not only the first.
#[derive(Debug)]
pub struct Failure(pub Vec<Diagnostic>);

impl From<Diagnostic> for Failure {
    fn from(error: Diagnostic) -> Self {
        Self(vec![error])
    }
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(errors: Vec<Diagnostic>) -> Self {
        Self(errors)
    }
}

/// What every command returns.
pub type Outcome = Result<Exit, Failure>;

/// Prints diagnostics on standard error, and how many there are if there are several.
pub fn report(diagnostics: &[Diagnostic], terminal: &Terminal) {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&diagnostic.render(terminal.colour));
        text.push_str("\n\n");
    }
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|one| one.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match (errors, warnings) {
        (0 | 1, 0) | (0, 1) => {
            text.pop();
        }
        (errors, 0) => text.push_str(&format!("{errors} errors\n")),
        (0, warnings) => text.push_str(&format!("{warnings} warnings\n")),
        (errors, warnings) => text.push_str(&format!(
            "{errors} {}, {warnings} {}\n",
            if errors == 1 { "error" } else { "errors" },
            if warnings == 1 { "warning" } else { "warnings" },
        )),
    }
    say(&text);
}

/// Writes to standard error. When nobody reads that, there is nobody to tell.
pub fn say(text: &str) {
    drop(std::io::stderr().lock().write_all(text.as_bytes()));
}
