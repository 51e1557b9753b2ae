//! Ranks and orders → cells. Within a rank the order holds; a thing stands as near to the rows of what it is
//! linked to as the others leave room, and as far left as what must stand before it allows.

use super::level::{Level, Levels, Link, Thing};

/// Where everything stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots {
    /// Column and row of each node.
    pub nodes: Vec<(i64, i64)>,
    /// First cell of each level.
    pub origins: Vec<(i64, i64)>,
    /// Columns and rows of each level.
    pub sizes: Vec<(i64, i64)>,
}

/// Arranges all levels. `before` is an earlier arrangement: where it had the other ends of arrows that leave
/// a level decides where things stand within it.
pub(super) fn arrange(levels: &Levels, before: Option<&Spots>) -> Spots {
    let mut spots = Spots {
        nodes: vec![(0, 0); levels.nodes],
        origins: vec![(0, 0); levels.levels.len()],
        sizes: vec![(1, 1); levels.levels.len()],
    };
    let mut corners: Vec<Vec<(i64, i64)>> = Vec::with_capacity(levels.levels.len());
    for (at, level) in levels.levels.iter().enumerate() {
        let outside = before.map(|before| (before, before.origins[at]));
        let (places, size) = one(level, &spots, outside);
        for (members, place) in level.members.iter().zip(&places) {
            for &node in members {
                spots.nodes[node].0 += place.0;
                spots.nodes[node].1 += place.1;
            }
        }
        spots.sizes[at] = size;
        corners.push(places);
    }
    // Levels come before those around them.
    for (at, level) in levels.levels.iter().enumerate().rev() {
        for (thing, corner) in level.things.iter().zip(&corners[at]) {
            if let Thing::Block(inner) = *thing {
                let origin = spots.origins[at];
                spots.origins[inner] = (origin.0 + corner.0, origin.1 + corner.1);
            }
        }
    }
    spots
}

/// First cell of each thing of one level, and the level's size.
fn one(
    level: &Level,
    spots: &Spots,
    outside: Option<(&Spots, (i64, i64))>,
) -> (Vec<(i64, i64)>, (i64, i64)) {
    let size = |thing: usize| match level.things[thing] {
        Thing::Node(_) => (1, 1),
        Thing::Block(inner) => spots.sizes[inner],
    };
    let sizes: Vec<(i64, i64)> = (0..level.things.len()).map(size).collect();
    let high = |rank: &Vec<usize>| rank.iter().map(|&thing| sizes[thing].1).sum::<i64>();
    let height = level.ranks.iter().map(high).max().unwrap_or(0);
    let mut rank_of = vec![0; level.things.len()];
    let mut rows = vec![0; level.things.len()];
    for (number, rank) in level.ranks.iter().enumerate() {
        let mut next = 0;
        for &thing in rank {
            rank_of[thing] = number;
            rows[thing] = next;
            next += sizes[thing].1;
        }
    }
    // Where a thing would stand if only this arrow counted.
    let wish = |rows: &[i64], link: &Link| {
        let own = spots.nodes[link.own].1;
        match (link.thing, outside) {
            (Some(thing), _) => Some(rows[thing] + spots.nodes[link.other].1 - own),
            (None, Some((before, origin))) => Some(before.nodes[link.other].1 - origin.1 - own),
            (None, None) => None,
        }
    };
    let last = level.ranks.len();
    let passes = [(true, true), (false, false), (true, false), (false, false)];
    for (rightwards, looks_back) in passes {
        for step in 0..last {
            let number = if rightwards { step } else { last - 1 - step };
            let rank = &level.ranks[number];
            let wishes: Vec<(i64, i64)> = rank
                .iter()
                .map(|&thing| {
                    let links = level.links[thing].iter();
                    let counts = links.filter(|link| {
                        !looks_back || link.thing.is_none_or(|other| rank_of[other] < number)
                    });
                    let wishes = counts.filter_map(|link| wish(&rows, link)).collect();
                    median(wishes).map_or((rows[thing], 1), |(row, links)| (row, 2 * links))
                })
                .collect();
            let heights: Vec<i64> = rank.iter().map(|&thing| sizes[thing].1).collect();
            for (&thing, row) in rank.iter().zip(spread(&wishes, &heights, height)) {
                rows[thing] = row;
            }
        }
    }
    let columns = columns(level, &sizes, &rows);
    let width = (0..sizes.len()).map(|thing| columns[thing] + sizes[thing].0);
    let width = width.max().unwrap_or(0);
    (columns.into_iter().zip(rows).collect(), (width, height))
}

/// The middle one, and how many there are.
fn median(mut wishes: Vec<i64>) -> Option<(i64, i64)> {
    wishes.sort_unstable();
    let count = i64::try_from(wishes.len()).unwrap_or(i64::MAX);
    let upper = *wishes.get(wishes.len() / 2)?;
    let lower = *wishes.get((wishes.len() - 1) / 2)?;
    Some(((lower + upper).div_euclid(2), count))
}

/// Rows for things in this order, each as near to its wish as the others allow by the weights of their wishes,
/// without leaving `0..room`.
fn spread(wishes: &[(i64, i64)], heights: &[i64], room: i64) -> Vec<i64> {
    struct Run {
        /// Sum of wish × weight, for the run's first row.
        sum: i64,
        weight: i64,
        height: i64,
        count: usize,
    }
    impl Run {
        fn start(&self, room: i64) -> i64 {
            let mean = (2 * self.sum + self.weight).div_euclid(2 * self.weight);
            mean.min(room - self.height).max(0)
        }
    }
    // Things that would overlap stand in one run, at the mean of their wishes.
    let mut runs: Vec<Run> = Vec::new();
    for (&(wish, weight), &height) in wishes.iter().zip(heights) {
        let mut run = Run {
            sum: wish * weight,
            weight,
            height,
            count: 1,
        };
        while let Some(above) = runs.pop() {
            if above.start(room) + above.height <= run.start(room) {
                runs.push(above);
                break;
            }
            run = Run {
                sum: above.sum + run.sum - above.height * run.weight,
                weight: above.weight + run.weight,
                height: above.height + run.height,
                count: above.count + run.count,
            };
        }
        runs.push(run);
    }
    let mut rows = Vec::with_capacity(wishes.len());
    for run in &runs {
        let mut row = run.start(room);
        for _ in 0..run.count {
            let height = heights[rows.len()];
            rows.push(row);
            row += height;
        }
    }
    rows
}

/// Columns of all things: to the right of what is in their way or sends to them.
fn columns(level: &Level, sizes: &[(i64, i64)], rows: &[i64]) -> Vec<i64> {
    let order: Vec<(usize, usize)> = level
        .ranks
        .iter()
        .enumerate()
        .flat_map(|(number, rank)| rank.iter().map(move |&thing| (number, thing)))
        .collect();
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    for (at, &(number, right)) in order.iter().enumerate() {
        for &(other, left) in &order[..at] {
            let apart = rows[left] + sizes[left].1 <= rows[right]
                || rows[right] + sizes[right].1 <= rows[left];
            if other < number && !apart {
                before[right].push(left);
            }
        }
    }
    // Arrows that are part of a cycle may run either way.
    let mut number = vec![0; sizes.len()];
    for &(rank, thing) in &order {
        number[thing] = rank;
    }
    for pair in &level.forward {
        if number[pair.from] < number[pair.to] {
            before[pair.to].push(pair.from);
        } else {
            before[pair.from].push(pair.to);
        }
    }
    let mut columns = vec![0; sizes.len()];
    let mut width = 0;
    for &(_, thing) in &order {
        let ends = before[thing].iter();
        columns[thing] = ends
            .map(|&left| columns[left] + sizes[left].0)
            .max()
            .unwrap_or(0);
        width = width.max(columns[thing] + sizes[thing].0);
    }
    // What mostly sends moves right, towards those that receive.
    let mut limit = vec![width; sizes.len()];
    for &(_, thing) in order.iter().rev() {
        let out = level.links[thing].iter().filter(|link| link.out).count();
        if 2 * out > level.links[thing].len() {
            columns[thing] = limit[thing] - sizes[thing].0;
        }
        for &left in &before[thing] {
            limit[left] = limit[left].min(columns[thing]);
        }
    }
    columns
}
