//! A text as the typesetter is told of it: a tree of values. What people wrote is a string in it and is
//! never read as anything else.

use serde::Serialize;

/// What stands below one another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Block {
    /// A heading, of level 1 to 6.
    Heading { level: u8, body: Vec<Inline> },
    /// A paragraph with space around it.
    Paragraph { body: Vec<Inline> },
    /// The text of a list item without space around it.
    Plain { body: Vec<Inline> },
    /// A list; numbered if it has a start.
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    /// Something quoted.
    Quote { body: Vec<Self> },
    /// Lines of code.
    Code { text: String },
    /// A table.
    Table(Table),
    /// A line across.
    Rule,
    /// The picture with this number.
    Picture { number: usize },
    /// Columns side by side.
    Columns { columns: Vec<Vec<Self>> },
    /// The end of a page.
    PageEnd,
    /// A page on its side.
    Landscape { body: Vec<Self> },
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Item {
    /// Whether the task is settled, if the item is one.
    pub(crate) task: Option<bool>,
    /// What it says.
    pub(crate) body: Vec<Block>,
}

/// A table. Every row has a cell in each column.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Table {
    /// What is known of each column.
    pub(crate) columns: Vec<Column>,
    /// The cells of the first row, which names the columns; none if it would be empty.
    pub(crate) head: Vec<Vec<Inline>>,
    /// The other rows.
    pub(crate) rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Column {
    /// On which side its text stands.
    pub(crate) align: Align,
    /// Its share of the width; 0 for a column that is as wide as what is in it.
    pub(crate) share: u32,
}

/// The side on which text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Row {
    /// Whether it is so high that it may go on on the next page.
    pub(crate) breakable: bool,
    /// Its cells.
    pub(crate) cells: Vec<Vec<Inline>>,
}

/// What stands next to one another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Inline {
    /// Text and nothing else.
    Text { text: String },
    /// A piece of code.
    Code { text: String },
    /// Something strong.
    Strong { body: Vec<Self> },
    /// Something set apart.
    Emphasis { body: Vec<Self> },
    /// A link to the web or to a mailbox.
    Link { to: String, body: Vec<Self> },
    /// The end of a line.
    Break,
}

impl Block {
    /// Whether it is a paragraph or a list.
    pub(crate) const fn is_text(&self) -> bool {
        matches!(
            self,
            Self::Paragraph { .. } | Self::Plain { .. } | Self::List { .. }
        )
    }

    /// How many characters a reader sees of a text.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Heading { body, .. } | Self::Paragraph { body } | Self::Plain { body } => {
                length(body)
            }
            Self::List { items, .. } => {
                let blocks = items.iter().flat_map(|item| &item.body);
                blocks.map(Self::length).sum()
            }
            _ => 0,
        }
    }
}

/// How many characters a reader sees.
pub(crate) fn length(body: &[Inline]) -> usize {
    body.iter()
        .map(|inline| match inline {
            Inline::Text { text } | Inline::Code { text } => text.chars().count(),
            Inline::Strong { body } | Inline::Emphasis { body } | Inline::Link { body, .. } => {
                length(body)
            }
            Inline::Break => 1,
        })
        .sum()
}

impl Table {
    /// Finds the columns' shares: short ones take what they need, the others share the rest by how much is
    /// in them, under a root so that a column of a few words doesn't starve beside one of sentences.
    pub(crate) fn share(&mut self) {
        const SHORT: usize = 14;
        for (index, column) in self.columns.iter_mut().enumerate() {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(index));
            let longest = cells.map(|cell| length(cell)).max().unwrap_or_default();
            column.share = if longest <= SHORT {
                0
            } else {
                // At most 100 even for the longest of texts.
                u32::try_from(longest.min(10_000).isqrt()).unwrap_or(100)
            };
        }
    }
}
