//! The lines of a portfolio in each format.

use std::cell::Cell;

use plumbline_assess::Outcome;
use plumbline_report::csv;
use serde_json::json;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Format;
use super::row::{Line, Row, Summary};
use crate::chart::{bar, figure, scale};
use crate::page::{Page, plain, styled};
use crate::style::Style;
use crate::terminal::Terminal;

/// Columns of the figures: readiness, bounds, confidence, open questions.
const FIGURES: usize = 9 + 13 + 8 + 6;
const VERDICT: usize = 22;

/// Writes lines in one format.
#[derive(Debug)]
pub struct Sheet {
    format: Format,
    terminal: Terminal,
    name: usize,
    scale: usize,
    /// Whether a row was written, so that the next one needs a comma.
    begun: Cell<bool>,
}

impl Sheet {
    /// For this terminal; formats for programs don't look at it.
    #[must_use]
    pub fn new(format: Format, terminal: Terminal) -> Self {
        let room = terminal.width.saturating_sub(VERDICT + FIGURES + 1);
        // The scale is worth its columns only where names have theirs.
        let scale = if room >= 24 + 18 { 16 } else { 0 };
        let name = room
            .saturating_sub(if scale > 0 { scale + 2 } else { 0 })
            .clamp(8, 34);
        Self {
            format,
            terminal,
            name,
            scale,
            begun: Cell::new(false),
        }
    }

    /// What stands above all lines.
    #[must_use]
    pub fn head(&self) -> String {
        match self.format {
            Format::Text => {
                let mut page = Page::new(self.terminal);
                let name = self.name;
                let mut head = format!("{:<name$} {:<VERDICT$}{:>9}{:>13}{:>8}{:>6}", "workload", "verdict", "readiness", "likely", "conf.", "open");
                if self.scale > 0 {
                    head.push_str("  0");
                    head.push_str(&format!("{:>width$}", "100", width = self.scale - 1));
                }
                page.line(&[styled(Style::DIM, head)]);
                page.into_text()
            }
            Format::Json => "{\n  \"workloads\": [".to_owned(),
            Format::Ndjson => String::new(),
            Format::Csv => "source,name,verdict,close_call,readiness,low,high,likely_low,likely_high,confidence,asked,open,error\r\n".to_owned(),
        }
    }

    /// A line.
    #[must_use]
    pub fn row(&self, row: &Row) -> String {
        match self.format {
            Format::Text => self.text(row),
            Format::Json => {
                let comma = if self.begun.replace(true) { "," } else { "" };
                format!("{comma}\n    {}", value(row))
            }
            Format::Ndjson => format!("{}\n", value(row)),
            Format::Csv => cells(row),
        }
    }

    /// What stands below all lines.
    #[must_use]
    pub fn foot(&self, summary: &Summary) -> String {
        match self.format {
            Format::Text => self.summary(summary),
            Format::Json => {
                let end = if self.begun.get() { "\n  " } else { "" };
                format!("{end}],\n  \"summary\": {}\n}}\n", json!(summary))
            }
            Format::Ndjson | Format::Csv => String::new(),
        }
    }

    fn text(&self, row: &Row) -> String {
        let mut page = Page::new(self.terminal);
        let line = match &row.found {
            Ok(line) => line,
            Err(errors) => {
                let what = if errors.len() == 1 {
                    "1 mistake".to_owned()
                } else {
                    format!("{} mistakes", errors.len())
                };
                page.line(&[
                    plain(cut(&row.source, self.name)),
                    plain(" "),
                    styled(Style::BAD, what),
                ]);
                return page.into_text();
            }
        };
        let style = Style::outcome(line.verdict);
        let verdict = format!(
            "{}{}",
            line.verdict.label(),
            if line.close_call { " ?" } else { "" }
        );
        let readiness = &line.readiness;
        let dash = if self.terminal.unicode { "–" } else { "-" };
        let bounds = format!(
            "{}{dash}{}",
            figure(readiness.likely_low),
            figure(readiness.likely_high)
        );
        let mut spans = vec![
            plain(cut(&line.name, self.name)),
            plain(" "),
            styled(style, format!("{verdict:<VERDICT$}")),
            styled(Style::BOLD, format!("{:>9}", figure(readiness.score))),
            plain(format!("{bounds:>13}")),
            plain(format!(
                "{:>6} %",
                figure((line.confidence * 100.0).round())
            )),
            plain(format!("{:>6}", line.open)),
        ];
        if self.scale > 0 {
            spans.push(plain("  "));
            let [drawn, _] = scale(readiness, self.scale, style, self.terminal.unicode);
            spans.extend(drawn);
        }
        page.line(&spans);
        page.into_text()
    }

    fn summary(&self, summary: &Summary) -> String {
        let mut page = Page::new(self.terminal);
        let text = format!(
            "\n{} {}{}{}",
            summary.workloads,
            if summary.workloads == 1 {
                "workload"
            } else {
                "workloads"
            },
            match summary.close_calls {
                0 => String::new(),
                1 => ", 1 close call (?)".to_owned(),
                many => format!(", {many} close calls (?)"),
            },
            match summary.errors {
                0 => String::new(),
                1 => ", 1 more with mistakes".to_owned(),
                many => format!(", {many} more with mistakes"),
            },
        );
        page.line(&[styled(Style::BOLD, text.trim_start())]);
        let columns = self.terminal.width.saturating_sub(VERDICT + 16).min(44);
        for outcome in Outcome::ALL {
            let count = summary.of(outcome);
            let share = count as f64 / summary.workloads.max(1) as f64;
            page.line(&[
                plain(format!("{:<VERDICT$}{count:>8}  ", outcome.label())),
                styled(
                    Style::outcome(outcome),
                    bar(share, columns, self.terminal.unicode),
                ),
            ]);
        }
        if summary.warned > 0 {
            let files = if summary.warned == 1 {
                "1 of the files has".to_owned()
            } else {
                format!("{} of the files have", summary.warned)
            };
            page.wrapped(
                &[],
                &[styled(
                    Style::OPEN,
                    format!("{files} warnings; `plumbline assess FILE` shows them"),
                )],
            );
        }
        format!("\n{}", page.into_text())
    }
}

/// A text in exactly so many columns.
fn cut(text: &str, columns: usize) -> String {
    let width = text.width();
    if width <= columns {
        return format!("{text}{}", " ".repeat(columns - width));
    }
    let mut shown = String::new();
    let mut used = 0;
    for character in text.chars() {
        let width = character.width().unwrap_or(1);
        if used + width + 1 > columns {
            break;
        }
        shown.push(character);
        used += width;
    }
    shown.push('…');
    format!("{shown}{}", " ".repeat(columns.saturating_sub(used + 1)))
}

fn value(row: &Row) -> serde_json::Value {
    match &row.found {
        Ok(line) => {
            let mut value = json!(line);
            if let Some(object) = value.as_object_mut() {
                object.insert("source".to_owned(), json!(row.source));
            }
            value
        }
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            json!({ "source": row.source, "errors": errors })
        }
    }
}

fn cells(row: &Row) -> String {
    let cells: Vec<String> = match &row.found {
        Ok(Line {
            name,
            verdict,
            close_call,
            readiness,
            confidence,
            asked,
            open,
            ..
        }) => vec![
            csv::text(&row.source),
            csv::text(name),
            verdict.id().to_owned(),
            close_call.to_string(),
            readiness.score.to_string(),
            readiness.low.to_string(),
            readiness.high.to_string(),
            readiness.likely_low.to_string(),
            readiness.likely_high.to_string(),
            confidence.to_string(),
            asked.to_string(),
            open.to_string(),
            String::new(),
        ],
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let mut cells = vec![csv::text(&row.source)];
            cells.resize(12, String::new());
            cells.push(csv::text(&errors.join("; ")));
            cells
        }
    };
    csv::line(&cells)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::cut;

    #[test]
    fn names_take_their_columns_and_no_more() {
        for name in [
            "",
            "short",
            "exactly ten",
            "a name that is much too long",
            "漢字漢字漢字漢字",
        ] {
            assert_eq!(cut(name, 11).width(), 11, "{name}");
        }
    }
}
