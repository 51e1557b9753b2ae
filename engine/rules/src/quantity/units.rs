//! The units and their spellings.

/// Hours in a month, the way the clouds bill.
pub const HOURS_PER_MONTH: f64 = 730.0;
/// Seconds in a month of 730 hours.
pub const SECONDS_PER_MONTH: f64 = HOURS_PER_MONTH * HOUR;

pub(super) const MINUTE: f64 = 60.0;
pub(super) const HOUR: f64 = 3600.0;
pub(super) const DAY: f64 = 86_400.0;
const WEEK: f64 = 7.0 * DAY;
const YEAR: f64 = 12.0 * SECONDS_PER_MONTH;

/// A unit: its size in the base unit, and how it is spelt, in lower case.
pub(super) type Unit = (f64, &'static [&'static str]);

/// Of time, in seconds.
pub(super) const TIME: &[Unit] = &[
    (1e-9, &["ns", "nanosecond", "nanoseconds"]),
    (1e-6, &["us", "µs", "μs", "microsecond", "microseconds"]),
    (1e-3, &["ms", "msec", "millisecond", "milliseconds"]),
    (1.0, &["s", "sec", "secs", "second", "seconds"]),
    (MINUTE, &["m", "min", "mins", "minute", "minutes"]),
    (HOUR, &["h", "hr", "hrs", "hour", "hours"]),
    (DAY, &["d", "day", "days"]),
    (WEEK, &["w", "week", "weeks"]),
    (SECONDS_PER_MONTH, &["mo", "month", "months"]),
    (YEAR, &["y", "yr", "year", "years"]),
];

/// Of data, in bytes.
pub(super) const DATA: &[Unit] = &[
    (1.0, &["b", "byte", "bytes"]),
    (1e3, &["kb", "kilobyte", "kilobytes"]),
    (1e6, &["mb", "megabyte", "megabytes"]),
    (1e9, &["gb", "gigabyte", "gigabytes"]),
    (1e12, &["tb", "terabyte", "terabytes"]),
    (1e15, &["pb", "petabyte", "petabytes"]),
    (1024.0, &["kib", "ki"]),
    (1_048_576.0, &["mib", "mi"]),
    (1_073_741_824.0, &["gib", "gi"]),
    (1_099_511_627_776.0, &["tib", "ti"]),
    (1_125_899_906_842_624.0, &["pib", "pi"]),
];

/// Of rate, where people write one word, in events per second.
pub(super) const RATE: &[Unit] = &[
    (1.0, &["rps", "qps", "tps", "hz"]),
    (1.0 / MINUTE, &["rpm"]),
];

/// Words that may stand between a rate's number and its period.
pub(super) const EVENTS: &[&str] = &[
    "req",
    "reqs",
    "request",
    "requests",
    "call",
    "calls",
    "event",
    "events",
    "message",
    "messages",
    "msg",
    "msgs",
    "record",
    "records",
    "invocation",
    "invocations",
    "job",
    "jobs",
    "query",
    "queries",
    "transaction",
    "transactions",
    "deployment",
    "deployments",
    "times",
];

/// What multiplies a number. One letter is read as written, so that `m` is never a million.
pub(super) const MULTIPLIERS: &[Unit] = &[
    (1e3, &["k", "thousand"]),
    (1e6, &["M", "million", "millions"]),
    (1e9, &["B", "bn", "billion", "billions"]),
];

/// The unit of a spelling.
pub(super) fn unit(units: &[Unit], word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    units
        .iter()
        .find(|(_, spellings)| spellings.contains(&word.as_str()))
        .map(|(size, _)| *size)
}

/// The multiplier of a spelling.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    let lower = word.to_lowercase();
    MULTIPLIERS
        .iter()
        .find(|(_, spellings)| {
            spellings.contains(&word)
                || (word.len() > 1 && spellings.contains(&lower.as_str()))
                || word == "K" && spellings.contains(&"k")
        })
        .map(|(size, _)| *size)
}

pub(super) fn spellings(units: &[Unit]) -> impl Iterator<Item = &'static str> {
    units
        .iter()
        .flat_map(|(_, spellings)| spellings.iter().copied())
}
