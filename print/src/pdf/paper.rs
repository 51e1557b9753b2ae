//! A paper as PDF.

use std::collections::BTreeMap;

use plumbline_report::{Kind, Paper, Picture, Subject};
use serde::Serialize;

use super::block::Block;
use super::world::Job;
use super::{compile, day, markdown, write};
use crate::error::PrintError;
use crate::tokens::{self, Colours};

/// How a paper looks: a program that reads what it shows from `paper.json`.
const PROGRAM: &str = include_str!("paper.typ");

/// Points of paper for a pixel of figures: CSS has 96 pixels in an inch, which is 72 points.
pub(super) const NATURAL: f64 = 0.75;

/// Points of paper for a pixel of an architecture where there is room: its text is as large as the paper's then.
const SCALE: f64 = 0.7;

/// A drawing gets a page on its side if it would be drawn with fewer points for a pixel: its text would
/// be smaller than 4.5 points.
const SMALLEST_SCALE: f64 = 0.42;

/// How many characters may stand over a picture on a page on its side.
const LONGEST_LEAD: usize = 900;

/// The width of text on an upright page, in points.
const TEXT_WIDTH: f64 = 482.0;

/// What the program is told.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Told<'a> {
    title: &'a str,
    label: &'static str,
    date: &'a str,
    colours: Colours,
    /// Whether all of it has to be on one page.
    one_page: bool,
    /// Whether its pages lie on their sides, with a picture on each that takes what room the texts leave.
    landscape: bool,
    /// Whether it is long enough for a list of its sections.
    contents: bool,
    blocks: Vec<Block>,
    pictures: Vec<Drawing>,
}

#[derive(Serialize)]
struct Drawing {
    file: String,
    /// The text alternative.
    alt: String,
    /// In points, where there is room.
    width: f64,
    height: f64,
    /// Whether it is of figures, and small.
    figures: bool,
}

/// Writes a paper as PDF: tagged, with its typefaces in it and pictures as vectors, and the same bytes
/// whenever it is written. The date is the day of the paper in ISO 8601: `2026-11-21`.
///
/// # Errors
/// The date is not a day, or a paper that has to be on one page takes more.
pub fn paper(paper: &Paper, date: &str) -> Result<Vec<u8>, PrintError> {
    let day = day(date)?;
    let one_page = is_one_page(paper.kind);
    let mut blocks = markdown::blocks(paper);
    let mut files = BTreeMap::new();
    let mut pictures = Vec::new();
    for (number, picture) in paper.pictures.iter().enumerate() {
        let file = format!("picture-{number}.svg");
        files.insert(file.clone(), picture.fixed.clone().into_bytes());
        pictures.push(Drawing::new(file, picture));
    }
    let landscape = paper.kind == Kind::Evolution;
    if !one_page && !landscape {
        blocks = turned(blocks, &pictures);
    }
    let told = Told {
        title: &paper.title,
        label: paper.kind.label(),
        date,
        colours: tokens::light(),
        one_page,
        landscape,
        contents: paper.kind == Kind::Review,
        blocks,
        pictures,
    };
    let told =
        serde_json::to_vec(&told).map_err(|fault| PrintError::Typesetter(fault.to_string()))?;
    files.insert("paper.json".to_owned(), told);
    let document = compile(&Job::new(PROGRAM, files)?)?;
    let pages = document.pages().len();
    if one_page && pages > 1 {
        return Err(PrintError::TooLong(paper.title.clone(), pages));
    }
    write(&document, Some(day))
}

const fn is_one_page(kind: Kind) -> bool {
    matches!(kind, Kind::OnePager | Kind::LockIn)
}

impl Drawing {
    fn new(file: String, picture: &Picture) -> Self {
        let figures = picture.subject == Subject::Figures;
        let scale = if figures { NATURAL } else { SCALE };
        Self {
            file,
            alt: alternative("", &picture.alt),
            width: picture.width * scale,
            height: picture.height * scale,
            figures,
        }
    }
}

/// A text alternative is never empty.
pub(super) fn alternative(title: &str, description: &str) -> String {
    let text = if description.trim().is_empty() {
        title
    } else {
        description
    };
    if text.trim().is_empty() {
        "Diagram".to_owned()
    } else {
        text.to_owned()
    }
}

/// Puts pictures that are too wide for an upright page on pages on their sides, with the texts that lead
/// to them, as far as they leave room for the picture.
fn turned(blocks: Vec<Block>, pictures: &[Drawing]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        let wide = match &block {
            Block::Picture { number } => pictures.get(*number).is_some_and(is_wide),
            _ => false,
        };
        if !wide {
            out.push(block);
            continue;
        }
        let mut body = out.split_off(out.len() - lead(&out));
        body.push(block);
        out.push(Block::Landscape { body });
    }
    out
}

/// How many of the last blocks lead to the picture that follows: its text and the headings over that.
fn lead(blocks: &[Block]) -> usize {
    let texts = blocks.iter().rev().take_while(|block| block.is_text());
    let (count, length) = texts.fold((0, 0), |(count, length), block| {
        (count + 1, length + block.length())
    });
    if length > LONGEST_LEAD {
        return 0;
    }
    let before = blocks.iter().rev().skip(count);
    let headings = before
        .take_while(|block| matches!(block, Block::Heading { level, .. } if *level > 1))
        .count();
    count + headings
}

fn is_wide(drawing: &Drawing) -> bool {
    let pixels = drawing.width / SCALE;
    drawing.width > drawing.height && TEXT_WIDTH / pixels < SMALLEST_SCALE
}
