//! Which copies are kept as they grow older: all of the last day, then one for each day of a week,
//! one for each week of a month, and one for each month of a year.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

const DAY: i64 = 24 * 60 * 60;

/// For each copy, made at these times, whether it is kept. Of those that stand for the same day, week
/// or month the last one is kept, and the last of all always is: it may be all there is.
pub fn kept(made: &[Timestamp], now: Timestamp) -> Vec<bool> {
    let mut order: Vec<usize> = (0..made.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(made[index]));
    let mut periods = BTreeSet::new();
    let mut kept = vec![false; made.len()];
    for (rank, &index) in order.iter().enumerate() {
        let stands = match period(made[index], now) {
            Period::Moment => true,
            Period::Past => false,
            period => periods.insert(period),
        };
        kept[index] = rank == 0 || stands;
    }
    kept
}

/// What a copy stands for. Days, weeks and months are those of the calendar: if they were counted
/// back from now, other copies would be the ones to keep with every day that passes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Period {
    /// Itself.
    Moment,
    Day(Date),
    Week(i16, i8),
    Month(i16, i8),
    /// Nothing any more.
    Past,
}

fn period(made: Timestamp, now: Timestamp) -> Period {
    let date = made.to_zoned(TimeZone::UTC).date();
    let week = date.iso_week_date();
    match now.as_second() - made.as_second() {
        // Those from the future, of a clock that was wrong, as well.
        age if age < DAY => Period::Moment,
        age if age < 7 * DAY => Period::Day(date),
        age if age < 31 * DAY => Period::Week(week.year(), week.week()),
        age if age < 366 * DAY => Period::Month(date.year(), date.month()),
        _ => Period::Past,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::kept;

    #[test]
    fn old_copies_are_thinned() {
        // A Saturday.
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        for (what, made) in [
            (
                "all of the last day",
                "+2026-11-21T11:59:59 +2026-11-21T11:59:59 +2026-11-21T11:59:58 +2026-11-20T12:00:01",
            ),
            (
                "the last one of a day",
                "+2026-11-19T18:00:00 -2026-11-19T17:59:59 -2026-11-19T00:00:00 +2026-11-18T23:59:59",
            ),
            (
                "what is kept of the last day stands for no other",
                "+2026-11-20T13:00:00 +2026-11-20T11:00:00 -2026-11-20T10:00:00",
            ),
            (
                "the last one of a week",
                "+2026-11-21T12:00:00 +2026-11-08T09:00:00 -2026-11-07T09:00:00 -2026-11-02T09:00:00 +2026-11-01T23:00:00",
            ),
            (
                "the last one of a month",
                "+2026-11-21T12:00:00 +2026-09-30T01:00:00 -2026-09-29T23:00:00 +2026-08-31T01:00:00 +2025-12-01T01:00:00",
            ),
            (
                "nothing from before a year",
                "+2026-11-21T12:00:00 +2025-11-21T12:00:00 -2025-11-20T11:00:00 -2020-01-01T00:00:00",
            ),
            (
                "the last one whatever its age",
                "+2020-01-02T00:00:00 -2020-01-01T00:00:00",
            ),
            (
                "those from the future",
                "+2030-01-01T00:00:00 +2029-01-01T00:00:00 +2026-11-21T10:00:00",
            ),
            (
                "weeks go across the new year",
                "+2026-11-21T12:00:00 +2026-01-01T00:00:00 -2026-01-01T00:00:00",
            ),
        ] {
            let times: Vec<Timestamp> = made
                .split(' ')
                .map(|one| format!("{}Z", &one[1..]).parse().unwrap())
                .collect();
            let expected: Vec<bool> = made.split(' ').map(|one| one.starts_with('+')).collect();
            assert_eq!(kept(&times, now), expected, "{what}: {made}");
            // Whatever the order in which a folder lists them.
            let reversed: Vec<Timestamp> = times.iter().rev().copied().collect();
            let count = |kept: Vec<bool>| kept.into_iter().filter(|kept| *kept).count();
            assert_eq!(
                count(kept(&reversed, now)),
                count(expected),
                "{what}: {made}"
            );
        }
    }

    #[test]
    fn a_copy_a_day_comes_to_two_dozen_after_a_year() {
        let start: Timestamp = "2026-01-01T09:00:00Z".parse().unwrap();
        let mut there: Vec<Timestamp> = Vec::new();
        for day in 0..800 {
            let now = start + jiff::SignedDuration::from_hours(24 * day);
            there.push(now);
            let keep = kept(&there, now);
            let mut keep = keep.into_iter();
            there.retain(|_| keep.next().unwrap());
            // No gap is longer than the period that a copy of its age stands for.
            for pair in there.windows(2) {
                let (age, gap) = (now.duration_since(pair[1]), pair[1].duration_since(pair[0]));
                let most = match age.as_hours() / 24 {
                    0..7 => 7,
                    7..31 => 35,
                    _ => 62,
                };
                assert!(gap.as_hours() / 24 <= most, "day {day}: {pair:?}");
            }
        }
        assert!((20..=26).contains(&there.len()), "{}", there.len());
    }
}
