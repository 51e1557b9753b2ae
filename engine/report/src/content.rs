//! Markdown as HTML: no markup from elsewhere, no link but to the web or to a mailbox, no picture but our own.

use std::iter::Peekable;
use std::ops::RangeInclusive;

use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};
use serde::Serialize;

use crate::paper::{Picture, Subject};

/// How many columns may stand side by side.
const COLUMNS: RangeInclusive<usize> = 2..=4;

/// A section of a document.
#[derive(Serialize)]
pub(crate) struct Section {
    id: String,
    title: String,
}

/// The document, and its sections.
pub(crate) fn content(markdown: &str, pictures: &[Picture]) -> (String, Vec<Section>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut writer = Writer {
        pictures,
        events: Vec::new(),
        sections: Vec::new(),
        columns: None,
        depth: 0,
        in_heading: false,
        in_link: false,
        table: Table::default(),
    };
    let mut events = Parser::new_ext(markdown, options).peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if writer.depth == 0 && Mark::of(&info).is_some() =>
            {
                let argument = block(&mut events);
                if let Some(mark) = Mark::of(&info) {
                    writer.mark(mark, argument.trim());
                }
            }
            Event::Start(Tag::TableCell) => {
                let empty = matches!(events.peek(), Some(Event::End(TagEnd::TableCell)));
                writer.cell(empty);
            }
            event => writer.event(event),
        }
    }
    writer.end_columns();
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, writer.events.into_iter());
    (out, writer.sections)
}

/// What a fenced code block stands for.
#[derive(Clone, Copy)]
enum Mark {
    Picture,
    Columns,
    Column,
    End,
    /// What follows begins on a new page of paper.
    Page,
}

impl Mark {
    fn of(info: &str) -> Option<Self> {
        match info {
            "picture" => Some(Self::Picture),
            "columns" => Some(Self::Columns),
            "column" => Some(Self::Column),
            "end" => Some(Self::End),
            "page" => Some(Self::Page),
            _ => None,
        }
    }
}

/// The text of a code block whose start has been read.
fn block<'a>(events: &mut Peekable<impl Iterator<Item = Event<'a>>>) -> String {
    let mut text = String::new();
    for event in events.by_ref() {
        match event {
            Event::End(TagEnd::CodeBlock) => break,
            Event::Text(part) => text.push_str(&part),
            _ => {}
        }
    }
    text
}

/// The table that is being written.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    /// The cell that comes next in the row.
    column: usize,
    /// The element that the open cell is.
    cell: &'static str,
}

struct Writer<'a, 'p> {
    pictures: &'p [Picture],
    events: Vec<Event<'a>>,
    sections: Vec<Section>,
    /// How many columns are to come, while columns stand open.
    columns: Option<usize>,
    /// How many elements are open.
    depth: usize,
    in_heading: bool,
    in_link: bool,
    table: Table,
}

impl<'a> Writer<'a, '_> {
    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.events.push(Event::Html(html.into()));
    }

    fn mark(&mut self, mark: Mark, argument: &str) {
        match mark {
            Mark::Picture => {
                let number = argument.parse::<usize>().ok();
                if let Some(picture) = number.and_then(|number| self.pictures.get(number)) {
                    self.html(figure(picture));
                }
            }
            Mark::Columns => {
                let count = argument.parse().ok();
                let count = count.filter(|count| COLUMNS.contains(count));
                if let (None, Some(count)) = (self.columns, count) {
                    self.columns = Some(count - 1);
                    self.html(format!("<div class=\"columns of-{count}\">\n<div>\n"));
                }
            }
            Mark::Column => {
                if let Some(left @ 1..) = self.columns {
                    self.columns = Some(left - 1);
                    self.html("</div>\n<div>\n");
                }
            }
            Mark::End => self.end_columns(),
            Mark::Page if self.columns.is_none() => {
                self.html("<div class=\"new-page\"></div>\n");
            }
            Mark::Page => {}
        }
    }

    fn end_columns(&mut self) {
        if self.columns.take().is_some() {
            self.html("</div>\n</div>\n");
        }
    }

    fn event(&mut self, event: Event<'a>) {
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        match event {
            // None is written by our templates; whoever smuggled it in gets it shown as text.
            Event::Html(text) | Event::InlineHtml(text) => self.events.push(Event::Text(text)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { dest_url, .. }) if !is_safe(&dest_url) => {}
            Event::Start(link @ Tag::Link { .. }) => {
                self.in_link = true;
                self.events.push(Event::Start(link));
            }
            Event::End(TagEnd::Link) => {
                if self.in_link {
                    self.events.push(Event::End(TagEnd::Link));
                }
                self.in_link = false;
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => self.table(event),
            // A box to tick on paper; nothing on the page would keep a tick. What is settled says so
            // in words too.
            Event::TaskListMarker(settled) => {
                self.events
                    .push(Event::InlineHtml(CowStr::Borrowed(if settled {
                        "<span class=\"box ticked\" aria-hidden=\"true\">✓</span>"
                    } else {
                        "<span class=\"box\" aria-hidden=\"true\"></span>"
                    })));
            }
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                classes,
                attrs,
                ..
            }) => {
                let id = format!("section-{}", self.sections.len() + 1);
                self.sections.push(Section {
                    id: id.clone(),
                    title: String::new(),
                });
                self.in_heading = true;
                self.events.push(Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    id: Some(id.into()),
                    classes,
                    attrs,
                }));
            }
            Event::End(TagEnd::Heading(level)) => {
                self.in_heading = false;
                self.events.push(Event::End(TagEnd::Heading(level)));
            }
            Event::Text(text) => {
                if let Some(section) = self.sections.last_mut().filter(|_| self.in_heading) {
                    section.title.push_str(&text);
                }
                // A figure and its sign stay on one line.
                self.events
                    .push(Event::Text(text.replace(" %", "\u{a0}%").into()));
            }
            event => self.events.push(event),
        }
    }

    /// Tables are written here, since heads of columns say what they head.
    fn table(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Table(alignments)) => {
                self.table.alignments = alignments;
                self.html("<div class=\"table\" tabindex=\"0\">\n<table>\n");
            }
            Event::Start(Tag::TableHead) => {
                (self.table.in_head, self.table.column) = (true, 0);
                self.html("<thead><tr>");
            }
            Event::End(TagEnd::TableHead) => {
                self.table.in_head = false;
                self.html("</tr></thead>\n<tbody>\n");
            }
            Event::Start(Tag::TableRow) => {
                self.table.column = 0;
                self.html("<tr>");
            }
            Event::End(TagEnd::TableRow) => self.html("</tr>\n"),
            Event::End(TagEnd::TableCell) => {
                let cell = self.table.cell;
                self.html(format!("</{cell}>"));
            }
            _ => self.html("</tbody>\n</table>\n</div>\n"),
        }
    }

    fn cell(&mut self, empty: bool) {
        self.depth += 1;
        let alignment = self.table.alignments.get(self.table.column).copied();
        self.table.column += 1;
        let class = match alignment {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        // A head without a text heads nothing.
        let head = self.table.in_head && !empty;
        self.table.cell = if head { "th" } else { "td" };
        self.html(if head {
            format!("<th scope=\"col\"{class}>")
        } else {
            format!("<td{class}>")
        });
    }
}

fn is_safe(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// The picture, with what it is as class. The drawing has its text alternative in it.
fn figure(picture: &Picture) -> String {
    let (class, focus) = match picture.subject {
        // On small screens it scrolls, for which a keyboard has to get there.
        Subject::Architecture => ("architecture", " tabindex=\"0\""),
        Subject::Figures => ("figures", ""),
    };
    // Style sheets can't know how high a picture is that takes a width.
    let ratio = (picture.height / picture.width * 1000.0).round() / 1000.0;
    format!(
        "<figure class=\"{class}\"{focus} style=\"--ratio:{ratio};--natural:{}px\">\n{}</figure>\n",
        picture.height, picture.svg
    )
}

#[cfg(test)]
mod tests {
    use super::content;

    #[test]
    fn markup_and_links_that_do_something_are_taken_out() {
        for (markdown, expected) in [
            (
                "a <b onclick=\"x()\">b</b>",
                "<p>a &lt;b onclick=\"x()\"&gt;b&lt;/b&gt;</p>\n",
            ),
            (
                "<script>alert(1)</script>\n",
                "&lt;script&gt;alert(1)&lt;/script&gt;\n",
            ),
            ("[a](javascript:alert(1))", "<p>a</p>\n"),
            ("[a](JavaScript&#58;alert(1))", "<p>a</p>\n"),
            (
                "[a](data:text/html,x) [b](//example.org) [c](page.html)",
                "<p>a b c</p>\n",
            ),
            (
                "[a](https://example.org)",
                "<p><a href=\"https://example.org\">a</a></p>\n",
            ),
            (
                "<mailto:a@example.org>",
                "<p><a href=\"mailto:a@example.org\">mailto:a@example.org</a></p>\n",
            ),
            ("![a](https://example.org/x.png)", "<p>a</p>\n"),
            ("[![a](x.png)](javascript:b)", "<p>a</p>\n"),
            ("```picture\n7\n```", ""),
            ("```picture\nx\n```", ""),
            (
                "- a\n\n  ```end\n  ```\n",
                "<ul>\n<li>\n<p>a</p>\n<pre><code class=\"language-end\"></code></pre>\n</li>\n</ul>\n",
            ),
        ] {
            assert_eq!(content(markdown, &[]).0, expected, "{markdown}");
        }
    }

    #[test]
    fn columns_are_closed_whatever_the_marks() {
        let mark = |mark: &str| format!("```{mark}\n2\n```\n");
        let open = "<div class=\"columns of-2\">\n<div>\n";
        let (next, end) = ("</div>\n<div>\n", "</div>\n</div>\n");
        for (marks, expected) in [
            ("columns column end", format!("{open}{next}{end}")),
            ("columns", format!("{open}{end}")),
            ("columns columns end end", format!("{open}{end}")),
            ("columns column column end", format!("{open}{next}{end}")),
            ("column end", String::new()),
            ("columns page end", format!("{open}{end}")),
            ("page", "<div class=\"new-page\"></div>\n".to_owned()),
        ] {
            let markdown: String = marks.split(' ').map(mark).collect();
            assert_eq!(content(&markdown, &[]).0, expected, "{marks}");
        }
        for count in ["", "0", "1", "5", "-2", "18446744073709551616", "two"] {
            let markdown = format!("```columns\n{count}\n```\n");
            assert_eq!(content(&markdown, &[]).0, "", "{count}");
        }
    }

    #[test]
    fn heads_of_columns_say_so() {
        let (html, _) = content("| a | |\n|--:|---|\n| b | c |\n", &[]);
        assert_eq!(
            html,
            "<div class=\"table\" tabindex=\"0\">\n<table>\n\
             <thead><tr><th scope=\"col\" class=\"right\">a</th><td></td></tr></thead>\n<tbody>\n\
             <tr><td class=\"right\">b</td><td>c</td></tr>\n</tbody>\n</table>\n</div>\n"
        );
    }
}
