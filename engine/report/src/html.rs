//! A document as one HTML page that needs nothing else.

use plumbline_diagram::{Theme, svg};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use crate::error::ReportError;
use crate::paper::{Paper, Picture};
use crate::template;

/// The info string of a code block that stands for a picture, whose number is in the block. No
/// text of a workload can start a code block.
const PICTURE: &str = "picture";

const STYLE: &str = include_str!("../../../templates/page.css");

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    kind: &'static str,
    label: &'static str,
    style: &'static str,
    content: &'a str,
    contents: &'a [Section],
}

/// A section of the document.
#[derive(Serialize)]
struct Section {
    id: String,
    title: String,
}

/// The page of a document in Markdown.
pub(crate) fn page(paper: &Paper) -> Result<String, ReportError> {
    let (content, contents) = content(&paper.markdown, &paper.pictures);
    let page = Page {
        title: &paper.title,
        kind: paper.kind.id(),
        label: paper.kind.label(),
        style: STYLE,
        content: &content,
        contents: &contents,
    };
    Ok(template::page(&page)?)
}

/// Markdown as HTML: no markup from elsewhere, no link but to the web or to a mailbox, no picture
/// but our own. With the document's sections.
fn content(markdown: &str, pictures: &[Picture]) -> (String, Vec<Section>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut safe = Vec::new();
    let mut in_picture = false;
    let mut in_link = false;
    let mut in_heading = false;
    let mut sections: Vec<Section> = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            // None is written by our templates; whoever smuggled it in gets it shown as text.
            Event::Html(text) | Event::InlineHtml(text) => safe.push(Event::Text(text)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                in_link = is_safe(&dest_url);
                if in_link {
                    safe.push(Event::Start(Tag::Link {
                        link_type,
                        dest_url,
                        title,
                        id,
                    }));
                }
            }
            Event::End(TagEnd::Link) => {
                if in_link {
                    safe.push(Event::End(TagEnd::Link));
                }
                in_link = false;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == PICTURE => {
                in_picture = true
            }
            Event::Text(number) if in_picture => {
                if let Some(picture) = number
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|number: usize| pictures.get(number))
                {
                    safe.push(Event::Html(figure(picture)));
                }
            }
            Event::End(TagEnd::CodeBlock) if in_picture => in_picture = false,
            Event::Start(Tag::Table(columns)) => {
                safe.push(Event::Html(CowStr::Borrowed(
                    "<div class=\"table\" tabindex=\"0\">\n",
                )));
                safe.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                safe.push(Event::End(TagEnd::Table));
                safe.push(Event::Html(CowStr::Borrowed("</div>\n")));
            }
            // A box to tick on paper; nothing on the page would keep a tick. What is settled says so
            // in words too.
            Event::TaskListMarker(settled) => {
                safe.push(Event::InlineHtml(CowStr::Borrowed(if settled {
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
                let id = format!("section-{}", sections.len() + 1);
                sections.push(Section {
                    id: id.clone(),
                    title: String::new(),
                });
                in_heading = true;
                safe.push(Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    id: Some(id.into()),
                    classes,
                    attrs,
                }));
            }
            Event::End(TagEnd::Heading(level)) => {
                in_heading = false;
                safe.push(Event::End(TagEnd::Heading(level)));
            }
            Event::Text(text) => {
                if let Some(section) = sections.last_mut().filter(|_| in_heading) {
                    section.title.push_str(&text);
                }
                // A figure and its sign stay on one line.
                safe.push(Event::Text(text.replace(" %", "\u{a0}%").into()));
            }
            event => safe.push(event),
        }
    }
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, safe.into_iter());
    (out, sections)
}

fn is_safe(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

fn figure(picture: &Picture) -> CowStr<'static> {
    format!("<figure>\n{}</figure>\n", svg(&picture.scene, Theme::Auto)).into()
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
        ] {
            assert_eq!(content(markdown, &[]).0, expected, "{markdown}");
        }
    }
}
