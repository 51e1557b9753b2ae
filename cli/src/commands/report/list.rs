//! `plumbline report --list`: which documents there are.

use plumbline_print::PaperFormat;
use plumbline_report::Kind;
use plumbline_report::adr::Dialect;
use plumbline_source::Diagnostic;

use super::formats_of;
use crate::output::print;
use crate::page::{Page, plain, styled};
use crate::style::Style;
use crate::terminal::Terminal;

/// Prints the kinds of documents with their formats, then the formats and the dialects.
///
/// # Errors
/// When standard output can't be written.
pub fn print_list(terminal: Terminal) -> Result<(), Diagnostic> {
    let mut page = Page::new(terminal);
    heading(&mut page, "Documents (--kind)");
    for kind in Kind::ALL {
        let what = format!("{}: {}", kind.label(), kind.what());
        entry(&mut page, kind.id(), &what, &formats_of(kind).join(", "));
    }
    heading(&mut page, "Formats (--format)");
    for format in PaperFormat::ALL {
        entry(
            &mut page,
            format.id(),
            &format!("{}: {}", format.label(), format.what()),
            "",
        );
    }
    heading(&mut page, "Dialects of decision records (--dialect)");
    for dialect in Dialect::ALL {
        entry(
            &mut page,
            dialect.id(),
            &format!("{}: {}", dialect.label(), dialect.what()),
            "",
        );
    }
    print(&page.into_text())
}

fn heading(page: &mut Page, title: &str) {
    page.gap();
    page.line(&[styled(Style::BOLD, title)]);
}

fn entry(page: &mut Page, id: &str, what: &str, formats: &str) {
    let mut spans = vec![plain(what)];
    if !formats.is_empty() {
        spans.push(styled(Style::DIM, format!(" ({formats})")));
    }
    page.wrapped(&[styled(Style::CODE, format!("  {id:<12}"))], &spans);
}
