//! Better orders: sweeps towards the middle of what a thing is linked to, then single things moved to the
//! best place of their rank and of the ranks beside it, as long as the whole drawing's price falls.

use super::arrange::{Spots, arrange};
use super::level::{Level, Levels};
use super::price::{Prices, price};

const SWEEPS: usize = 8;
/// Work that the search may do, in pairs of arrows looked at.
const WORK: usize = 4_000_000;
const ROUNDS: usize = 4;
/// How many ranks a thing may move at once.
const REACH: usize = 2;

/// Improves the orders of all levels; returns the best arrangement found.
pub(super) fn improve(levels: &mut Levels, prices: Prices) -> Spots {
    let first = arrange(levels, None);
    let first = arrange(levels, Some(&first));
    let mut best = Best {
        price: price(levels, &first, prices),
        spots: first,
        prices,
    };
    sweep(levels, &mut best);
    let arrows = levels.arrows.len();
    let one = arrows * arrows / 2 + arrows * levels.levels.len() + 30 * levels.nodes + 1;
    let mut left = WORK / one;
    for _ in 0..ROUNDS {
        let before = best.price;
        for level in (0..levels.levels.len()).rev() {
            for thing in 0..levels.levels[level].things.len() {
                sift(levels, &mut best, level, thing, &mut left);
            }
        }
        if best.price == before || left == 0 {
            break;
        }
    }
    best.spots
}

struct Best {
    price: i64,
    spots: Spots,
    prices: Prices,
}

impl Best {
    /// Takes the current orders if they are better.
    fn accepts(&mut self, levels: &Levels) -> bool {
        let spots = arrange(levels, Some(&self.spots));
        let price = price(levels, &spots, self.prices);
        let better = price < self.price;
        if better {
            self.price = price;
            self.spots = spots;
        }
        better
    }
}

/// Orders every rank by the rows of what its things are linked to.
fn sweep(levels: &mut Levels, best: &mut Best) {
    let mut spots = best.spots.clone();
    let mut kept: Vec<Vec<Vec<usize>>> = ranks(levels);
    for _ in 0..SWEEPS {
        for level in &mut levels.levels {
            let wishes: Vec<i64> = (0..level.things.len())
                .map(|thing| mean(level, thing, &spots))
                .collect();
            for rank in &mut level.ranks {
                rank.sort_by_key(|&thing| wishes[thing]);
            }
        }
        spots = arrange(levels, Some(&spots));
        let price = price(levels, &spots, best.prices);
        if price < best.price {
            best.price = price;
            best.spots.clone_from(&spots);
            kept = ranks(levels);
        }
    }
    for (level, ranks) in levels.levels.iter_mut().zip(kept) {
        level.ranks = ranks;
    }
}

fn ranks(levels: &Levels) -> Vec<Vec<Vec<usize>>> {
    let levels = levels.levels.iter();
    levels.map(|level| level.ranks.clone()).collect()
}

/// The mean row of what a thing is linked to, in parts of a row; its own middle if nothing.
fn mean(level: &Level, thing: usize, spots: &Spots) -> i64 {
    const PARTS: i64 = 64;
    let rows: Vec<i64> = if level.links[thing].is_empty() {
        let members = level.members[thing].iter();
        members.map(|&node| spots.nodes[node].1).collect()
    } else {
        let links = level.links[thing].iter();
        links.map(|link| spots.nodes[link.other].1).collect()
    };
    let count = i64::try_from(rows.len()).unwrap_or(1).max(1);
    rows.iter().sum::<i64>() * PARTS / count
}

/// Tries a thing everywhere near in its level.
fn sift(levels: &mut Levels, best: &mut Best, at: usize, thing: usize, left: &mut usize) {
    let level = &levels.levels[at];
    let Some(home) = level.ranks.iter().position(|rank| rank.contains(&thing)) else {
        return;
    };
    if level.things.len() < 2 {
        return;
    }
    let rank_of = |thing: usize| level.ranks.iter().position(|rank| rank.contains(&thing));
    let (mut low, mut high) = (home.saturating_sub(REACH), home + REACH);
    for pair in level.forward.iter().filter(|pair| pair.firm) {
        if pair.to == thing {
            low = low.max(rank_of(pair.from).map_or(0, |rank| rank + 1));
        }
        if pair.from == thing {
            high = high.min(rank_of(pair.to).unwrap_or(home).saturating_sub(1));
        }
    }
    let mut kept = level.ranks.clone();
    let mut without = kept.clone();
    without[home].retain(|&other| other != thing);
    if without.len() <= high {
        without.push(Vec::new());
    }
    for rank in low..=high.min(without.len() - 1) {
        for place in 0..=without[rank].len() {
            if *left == 0 {
                break;
            }
            let mut ranks = without.clone();
            ranks[rank].insert(place, thing);
            ranks.retain(|rank| !rank.is_empty());
            if ranks == kept {
                continue;
            }
            *left -= 1;
            levels.levels[at].ranks.clone_from(&ranks);
            if best.accepts(levels) {
                kept = ranks;
            }
        }
    }
    levels.levels[at].ranks = kept;
}
