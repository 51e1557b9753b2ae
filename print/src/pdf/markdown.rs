//! Markdown, with the marks of papers, as a tree of blocks.

use plumbline_report::Paper;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::block::{Align, Block, Column, Inline, Item, Row, Table, length};

/// How deep blocks nest, and texts in texts. What is deeper is shown on the last level: nobody reads it
/// there, and the typesetter has its limits too.
const DEEPEST: usize = 6;

/// A run of characters without a space that is longer than this may be broken anywhere.
const LONGEST_WORD: usize = 30;

/// A row of a table with more characters than this may be broken between pages.
const LONGEST_ROW: usize = 900;

/// The blocks of a paper.
pub(crate) fn blocks(paper: &Paper) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(&paper.markdown, options) {
        reader.read(event);
    }
    reader.finish()
}

/// A container that is open.
enum Open {
    /// A list, with the items that are closed.
    List(Option<u64>, Vec<Item>),
    /// An item, and whether it is a task.
    Item(Option<bool>),
    Quote,
    /// Columns, with those that are closed.
    Columns(Vec<Vec<Block>>),
}

/// Text that is open.
enum Style {
    Strong,
    Emphasis,
    Link(String),
    /// Deeper than texts nest, or a link to somewhere that isn't safe.
    Nothing,
}

/// What fenced code is collected for.
enum Fence {
    Code,
    Picture,
    Columns,
    Column,
    End,
    Page,
}

#[derive(Default)]
struct Reader {
    /// The blocks of what is open, the outermost first, each with what is around them.
    outer: Vec<(Vec<Block>, Open)>,
    blocks: Vec<Block>,
    /// Containers deeper than blocks nest.
    ignored: usize,
    /// The texts around the one that is read.
    styles: Vec<(Vec<Inline>, Style)>,
    text: Vec<Inline>,
    heading: Option<u8>,
    fence: Option<(Fence, String)>,
    table: Option<Table>,
    row: Vec<Vec<Inline>>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.fence {
                Some((_, code)) => code.push_str(&text),
                // A figure and its sign stay on one line.
                None => self.say(&text.replace(" %", "\u{a0}%")),
            },
            // None is written by our templates; whoever smuggled it in gets it shown as text.
            Event::Html(text) | Event::InlineHtml(text) => self.say(&text),
            Event::Code(text) => self.text.push(Inline::Code {
                text: broken(&text),
            }),
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.text.push(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(settled) => {
                if let Some((_, Open::Item(task))) = self.outer.last_mut() {
                    *task = Some(settled);
                }
            }
            // Not asked of the parser.
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.plain(),
            Tag::Heading { level, .. } => {
                self.plain();
                self.heading = Some(number(level));
            }
            Tag::BlockQuote(_) => self.open(Open::Quote),
            Tag::List(start) => self.open(Open::List(start, Vec::new())),
            Tag::Item => self.open(Open::Item(None)),
            Tag::CodeBlock(kind) => {
                self.plain();
                self.fence = Some((Fence::of(&kind), String::new()));
            }
            Tag::Table(columns) => {
                self.plain();
                self.table = Some(Table {
                    columns: columns.into_iter().map(column).collect(),
                    ..Table::default()
                });
            }
            Tag::Strong => self.styled(Style::Strong),
            Tag::Emphasis => self.styled(Style::Emphasis),
            Tag::Link { dest_url, .. } if is_safe(&dest_url) => {
                self.styled(Style::Link(dest_url.into_string()));
            }
            Tag::Link { .. } => self.styled(Style::Nothing),
            // Rows and cells are told by their ends; of pictures that aren't ours the text is read.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => {
                let body = self.take();
                if !body.is_empty() {
                    self.block(Block::Paragraph { body });
                }
            }
            TagEnd::Heading(_) => {
                let body = self.take();
                if let Some(level) = self.heading.take() {
                    self.block(Block::Heading { level, body });
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::CodeBlock => {
                if let Some((fence, text)) = self.fence.take() {
                    self.fenced(&fence, text);
                }
            }
            TagEnd::TableCell => {
                let cell = self.take();
                self.row.push(cell);
            }
            TagEnd::TableHead => {
                let head = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table
                    && head.iter().any(|cell| !cell.is_empty())
                {
                    table.head = head;
                }
            }
            TagEnd::TableRow => {
                let cells = std::mem::take(&mut self.row);
                let breakable = cells.iter().map(|cell| length(cell)).sum::<usize>() > LONGEST_ROW;
                if let Some(table) = &mut self.table {
                    table.rows.push(Row { breakable, cells });
                }
            }
            TagEnd::Table => {
                if let Some(mut table) = self.table.take() {
                    table.share();
                    self.block(Block::Table(table));
                }
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.unstyled(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        self.text.push(Inline::Text { text: broken(text) });
    }

    /// The text so far, which is over.
    fn take(&mut self) -> Vec<Inline> {
        while !self.styles.is_empty() {
            self.unstyled();
        }
        std::mem::take(&mut self.text)
    }

    /// Closes the text of an item that isn't in a paragraph.
    fn plain(&mut self) {
        let body = self.take();
        if !body.is_empty() {
            self.blocks.push(Block::Plain { body });
        }
    }

    fn block(&mut self, block: Block) {
        self.plain();
        self.blocks.push(block);
    }

    fn open(&mut self, open: Open) {
        self.plain();
        // A list and its items count as one level.
        if self.outer.len() >= 2 * DEEPEST || self.ignored > 0 {
            self.ignored += 1;
        } else {
            self.outer.push((std::mem::take(&mut self.blocks), open));
        }
    }

    fn close(&mut self) {
        self.plain();
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some((outer, open)) = self.outer.pop() else {
            return;
        };
        let body = std::mem::replace(&mut self.blocks, outer);
        match open {
            Open::List(start, items) => self.blocks.push(Block::List { start, items }),
            Open::Item(task) => {
                if let Some((_, Open::List(_, items))) = self.outer.last_mut() {
                    items.push(Item { task, body });
                }
            }
            Open::Quote => self.blocks.push(Block::Quote { body }),
            Open::Columns(mut columns) => {
                columns.push(body);
                self.blocks.push(Block::Columns { columns });
            }
        }
    }

    fn fenced(&mut self, fence: &Fence, text: String) {
        let in_columns = matches!(self.outer.last(), Some((_, Open::Columns(_))));
        match fence {
            Fence::Code => self.block(Block::Code {
                text: broken(text.trim_end_matches('\n')),
            }),
            Fence::Picture => {
                if let Ok(number) = text.trim().parse() {
                    self.block(Block::Picture { number });
                }
            }
            // How many there are is told by their marks.
            Fence::Columns if self.outer.is_empty() => self.open(Open::Columns(Vec::new())),
            Fence::Column if in_columns => {
                self.plain();
                if let Some((_, Open::Columns(columns))) = self.outer.last_mut() {
                    columns.push(std::mem::take(&mut self.blocks));
                }
            }
            Fence::End if in_columns => self.close(),
            Fence::Page if self.outer.is_empty() => self.block(Block::PageEnd),
            Fence::Columns | Fence::Column | Fence::End | Fence::Page => {}
        }
    }

    fn styled(&mut self, style: Style) {
        let style = if self.styles.len() < DEEPEST {
            style
        } else {
            Style::Nothing
        };
        self.styles.push((std::mem::take(&mut self.text), style));
    }

    fn unstyled(&mut self) {
        let Some((outer, style)) = self.styles.pop() else {
            return;
        };
        let body = std::mem::replace(&mut self.text, outer);
        match style {
            Style::Strong => self.text.push(Inline::Strong { body }),
            Style::Emphasis => self.text.push(Inline::Emphasis { body }),
            Style::Link(to) => self.text.push(Inline::Link { to, body }),
            Style::Nothing => self.text.extend(body),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.plain();
        self.ignored = 0;
        while !self.outer.is_empty() {
            self.close();
        }
        self.blocks
    }
}

impl Fence {
    fn of(kind: &CodeBlockKind<'_>) -> Self {
        match kind {
            CodeBlockKind::Fenced(info) => match &**info {
                "picture" => Self::Picture,
                "columns" => Self::Columns,
                "column" => Self::Column,
                "end" => Self::End,
                "page" => Self::Page,
                _ => Self::Code,
            },
            CodeBlockKind::Indented => Self::Code,
        }
    }
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

const fn column(alignment: Alignment) -> Column {
    let align = match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    };
    Column { align, share: 0 }
}

/// To the web or to a mailbox, as on pages.
fn is_safe(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// The text, with places for a line to end in runs that no line could take. Control characters and
/// those that turn the direction of what stands around them are left out.
fn broken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let long = word.chars().count() > LONGEST_WORD;
        for (place, c) in word.chars().enumerate() {
            if long && place > 0 && place % 8 == 0 {
                out.push('\u{200b}');
            }
            match c {
                '\n' | '\t' => out.push(c),
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                c if c.is_control() => {}
                c => out.push(c),
            }
        }
    }
    out
}
