//! The compound layout: places a diagram that has no slots.
//!
//! Each level of the tree of frames is laid out by itself, from the innermost outwards, with the frames
//! inside it as rigid blocks. What stands in a level is ranked from left to right and ordered within the
//! ranks (`layered`), then arranged in cells (`arrange`), which gives every frame a rectangle of its own.
//! Since a level sees nothing of the arrows that leave it, the orders are then improved against a price of
//! the whole drawing (`improve`, `price`).

mod acyclic;
mod arrange;
mod improve;
mod layered;
mod level;
mod price;

use crate::model::Diagram;
use crate::tree::Tree;
use layered::LayoutRs;
use level::Levels;
use price::Prices;

/// Prices to try. The first alone serves where trying takes too long.
const PRICES: [Prices; 3] = [
    Prices {
        crossing: 600,
        around: 160,
    },
    Prices {
        crossing: 2000,
        around: 160,
    },
    Prices {
        crossing: 300,
        around: 50,
    },
];
const TRY_ALL_UP_TO: usize = 150;

/// Column and row of each node, in several ways.
pub(crate) fn places(diagram: &Diagram, tree: &Tree) -> Vec<Vec<(i64, i64)>> {
    let mut levels = Levels::new(diagram, tree);
    layered::rank(&mut levels, &LayoutRs);
    let prices: &[Prices] = if levels.arrows.len() > TRY_ALL_UP_TO {
        &PRICES[..1]
    } else {
        &PRICES
    };
    let mut places: Vec<Vec<(i64, i64)>> = Vec::new();
    for &prices in prices {
        let mut levels = levels.clone();
        let found = improve::improve(&mut levels, prices);
        let clean = price::is_clean(&levels, &found);
        if !places.contains(&found.nodes) {
            places.push(found.nodes);
        }
        if clean {
            break;
        }
    }
    places
}
