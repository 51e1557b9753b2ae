//! Printing quantities for people, so that `parse_quantity` reads them back.

use super::units::{DAY, HOUR, MINUTE, SECONDS_PER_MONTH};
use crate::vocabulary::Quantity;

/// The shortest form that people read easily: `15 min`, `900 ms`, `6 MB`, `100/s`, `2 million/month`,
/// `62 %`, `500 USD/month`, `12`. Exact where that takes at most three decimals, and to four
/// significant digits otherwise. `parse_quantity` reads the form back.
#[must_use]
pub fn format_quantity(value: f64, quantity: Quantity) -> String {
    if value.is_nan() {
        return "not a number".into();
    }
    if value.is_infinite() {
        return if value > 0.0 {
            "infinite"
        } else {
            "minus infinite"
        }
        .into();
    }
    if value < 0.0 {
        return format!("-{}", format_quantity(-value, quantity));
    }
    match quantity {
        Quantity::Duration => duration(value),
        Quantity::Data => data(value),
        Quantity::Rate => rate(value),
        Quantity::Share => format!("{} %", number(value * 100.0)),
        Quantity::Money => format!("{} USD/month", number(value)),
        Quantity::Count => number(value),
    }
}

fn duration(seconds: f64) -> String {
    if seconds == 0.0 {
        return "0 s".into();
    }
    for (size, name) in [(DAY, "day"), (HOUR, "h"), (MINUTE, "min"), (1.0, "s")] {
        let value = tidy(seconds / size);
        if value >= 1.0 && value.fract() == 0.0 {
            let plural = if name == "day" && value != 1.0 {
                "s"
            } else {
                ""
            };
            return format!("{} {name}{plural}", number(value));
        }
    }
    // Not a whole number of any unit: the unit that leaves a number easy to read.
    let (size, name) = if seconds >= 100.0 * HOUR {
        (DAY, "days")
    } else if seconds >= 100.0 * MINUTE {
        (HOUR, "h")
    } else if seconds >= 1000.0 {
        (MINUTE, "min")
    } else if seconds >= 1.0 {
        (1.0, "s")
    } else if tidy(seconds / 1e-3) >= 1.0 {
        (1e-3, "ms")
    } else if tidy(seconds / 1e-6) >= 1.0 {
        (1e-6, "µs")
    } else {
        (1e-9, "ns")
    };
    format!("{} {name}", number(seconds / size))
}

fn data(bytes: f64) -> String {
    const DECIMAL: [(f64, &str); 6] = [
        (1e15, "PB"),
        (1e12, "TB"),
        (1e9, "GB"),
        (1e6, "MB"),
        (1e3, "kB"),
        (1.0, "B"),
    ];
    const BINARY: [(f64, &str); 5] = [
        (1_125_899_906_842_624.0, "PiB"),
        (1_099_511_627_776.0, "TiB"),
        (1_073_741_824.0, "GiB"),
        (1_048_576.0, "MiB"),
        (1024.0, "KiB"),
    ];
    let fit = |units: &[(f64, &'static str)]| {
        units
            .iter()
            .find(|(size, _)| bytes >= *size)
            .map(|(size, name)| (bytes / size, *name))
    };
    let decimal = fit(&DECIMAL).unwrap_or((bytes, "B"));
    let (value, name) = match fit(&BINARY) {
        // Sizes of memory and payload limits are round in binary units only.
        Some(binary) if significant(binary.0) < significant(decimal.0) => binary,
        _ => decimal,
    };
    format!("{} {name}", number(value))
}

fn rate(per_second: f64) -> String {
    if per_second == 0.0 {
        return "0/s".into();
    }
    let periods = [
        (1.0, "s"),
        (MINUTE, "min"),
        (HOUR, "h"),
        (DAY, "day"),
        (SECONDS_PER_MONTH, "month"),
    ];
    // The period in which the number is shortest; among equals the first with at least one event.
    let best = periods
        .iter()
        .map(|(seconds, name)| (per_second * seconds, *name))
        .filter(|(value, _)| *value >= 0.1)
        .min_by_key(|(value, _)| (significant(*value), *value < 1.0));
    let (value, name) = best.unwrap_or((per_second * SECONDS_PER_MONTH, "month"));
    format!("{}/{name}", number(value))
}

/// The value without the dust of binary fractions: twelve significant digits.
fn tidy(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// How many significant digits print the value; 12 if it is not a short number.
fn significant(value: f64) -> usize {
    let digits = format!("{value:.11e}");
    let mantissa = digits.split('e').next().unwrap_or("");
    mantissa
        .trim_end_matches('0')
        .chars()
        .filter(char::is_ascii_digit)
        .count()
}

/// A number: `12`, `0.77`, `4000`, `12,345`, `2 million`, `1.25 billion`.
fn number(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let value = tidy(value);
    if !(1e-6..1e15).contains(&value) {
        return format!("{:e}", rounded(value, 3));
    }
    for (size, name) in [(1e9, "billion"), (1e6, "million")] {
        if value >= size && significant(value) <= 4 {
            return format!("{} {name}", tidy(value / size));
        }
    }
    if value >= 10_000.0 {
        let whole = if value.fract() == 0.0 {
            value
        } else {
            rounded(value, 5)
        };
        return grouped(&format!("{whole:.0}"));
    }
    let shown = format!("{value}");
    let decimals = shown.split('.').nth(1).map_or(0, str::len);
    if decimals <= 3 {
        shown
    } else {
        format!("{}", rounded(value, 3))
    }
}

/// To that many significant digits after the first.
fn rounded(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$e}").parse().unwrap_or(value)
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
