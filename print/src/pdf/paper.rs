//! A paper as PDF.

use std::collections::BTreeMap;

use plumbline_diagram::{Theme, svg};
use plumbline_report::{Kind, Paper};
use serde::Serialize;

use super::block::Block;
use super::world::Job;
use super::{compile, day, markdown, write};
use crate::error::PrintError;
use crate::tokens::{self, Colours};

/// How a paper looks: a program that reads what it shows from `paper.json`.
const PROGRAM: &str = include_str!("paper.typ");

/// Points of paper for a pixel of a drawing where there is room: its text is as large as the paper's then.
const SCALE: f64 = 0.7;

/// A drawing gets a page on its side if it would be drawn with fewer points for a pixel: its text would
/// be smaller than 4.5 points.
const SMALLEST_SCALE: f64 = 0.42;

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
        let scene = &picture.scene;
        let file = format!("picture-{number}.svg");
        files.insert(file.clone(), svg(scene, Theme::Light).into_bytes());
        pictures.push(Drawing {
            file,
            alt: alternative(&scene.title, &scene.description),
            width: scene.width * SCALE,
            height: scene.height * SCALE,
        });
    }
    if !one_page {
        blocks = turned(blocks, &pictures);
    }
    let told = Told {
        title: &paper.title,
        label: paper.kind.label(),
        date,
        colours: tokens::light(),
        one_page,
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
    matches!(kind, Kind::OnePager)
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

/// Puts pictures that are too wide for an upright page on pages on their sides, with the headings and the
/// paragraph over them.
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
        let paragraph = out
            .iter()
            .rev()
            .take_while(|block| matches!(block, Block::Paragraph { .. }))
            .count();
        let headings = out
            .iter()
            .rev()
            .skip(paragraph)
            .take_while(|block| matches!(block, Block::Heading { level, .. } if *level > 1))
            .count();
        let taken = if headings > 0 && paragraph <= 1 {
            headings + paragraph
        } else {
            0
        };
        let mut body = out.split_off(out.len() - taken);
        body.push(block);
        out.push(Block::Landscape { body });
    }
    out
}

fn is_wide(drawing: &Drawing) -> bool {
    let pixels = drawing.width / SCALE;
    drawing.width > drawing.height && TEXT_WIDTH / pixels < SMALLEST_SCALE
}
