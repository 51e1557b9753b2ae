//! An entry of the knowledge base as labelled paragraphs.

use plumbline_knowledge::{Knowledge, Origin, Reference};
use plumbline_rules::Condition;

use crate::page::{Page, Span, plain, styled};
use crate::style::Style;

/// The width of the labels.
const LABEL: usize = 14;

/// Writes an entry on a page.
pub struct Card<'a> {
    page: &'a mut Page,
    /// What ids are looked up in.
    pub knowledge: &'a Knowledge,
}

impl<'a> Card<'a> {
    /// A new entry, below what is on the page.
    pub fn new(page: &'a mut Page, knowledge: &'a Knowledge) -> Self {
        Self { page, knowledge }
    }

    /// What it is called, and what it is: "a rule".
    pub fn title(&mut self, name: &str, id: &str, kind: &str) {
        self.page.gap();
        self.page.wrapped(
            &[],
            &[
                styled(Style::BOLD, name),
                plain(" "),
                styled(Style::CODE, id),
                styled(Style::DIM, format!(", {kind}")),
            ],
        );
        self.page.gap();
    }

    /// A labelled paragraph; nothing where there is no text.
    pub fn field(&mut self, label: &str, text: &str) {
        if !text.is_empty() {
            self.spans(label, &[plain(text)]);
        }
    }

    /// A labelled paragraph of several styles.
    pub fn spans(&mut self, label: &str, spans: &[Span]) {
        self.page
            .wrapped(&[styled(Style::DIM, format!("  {label:<LABEL$}"))], spans);
    }

    /// Labelled paragraphs, one below the other.
    pub fn list<'t>(&mut self, label: &str, items: impl IntoIterator<Item = &'t str>) {
        let mut label = label;
        for item in items {
            self.field(label, item);
            label = "";
        }
    }

    /// Ids that can be explained in turn.
    pub fn ids<'t>(&mut self, label: &str, ids: impl IntoIterator<Item = &'t str>) {
        let mut spans = Vec::new();
        for id in ids {
            if !spans.is_empty() {
                spans.push(plain(", "));
            }
            spans.push(styled(Style::CODE, id));
        }
        if !spans.is_empty() {
            self.spans(label, &spans);
        }
    }

    /// A condition as its author wrote it.
    pub fn condition(&mut self, label: &str, condition: &Condition) {
        let mut label = label;
        for line in condition
            .text()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
        {
            self.spans(label, &[styled(Style::CODE, line)]);
            label = "";
        }
    }

    /// What it was drawn from, with dates.
    pub fn sources(&mut self, sources: &[Reference]) {
        let mut label = "Sources";
        for reference in sources {
            let mut spans = vec![plain(self.knowledge.cites(reference))];
            if let Reference::Source(index) = reference
                && let Some(source) = self.knowledge.sources.get(*index)
            {
                spans.push(styled(
                    Style::DIM,
                    format!(" ({}, {})", source.date, source.kind.label()),
                ));
                if let Some(url) = &source.url {
                    spans.push(styled(Style::DIM, format!(" {url}")));
                }
            }
            self.spans(label, &spans);
            label = "";
        }
    }

    /// Where it is written.
    pub fn origin(&mut self, origin: &Origin) {
        let whose = if origin.overlay {
            " (your own knowledge)"
        } else {
            ""
        };
        self.spans(
            "Written in",
            &[styled(
                Style::DIM,
                format!("{}, line {}{whose}", origin.file, origin.line),
            )],
        );
    }
}
