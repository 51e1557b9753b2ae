//! Quantities as people write and read them.

use plumbline_rules::Quantity::{self, Count, Data, Duration, Money, Rate, Share};
use plumbline_rules::{SECONDS_PER_MONTH, format_quantity, parse_quantity};
use proptest::prelude::*;

#[test]
fn reads_what_people_write() {
    let cases: &[(&str, Quantity, f64)] = &[
        ("900 ms", Duration, 0.9),
        ("15m", Duration, 900.0),
        ("15 min", Duration, 900.0),
        ("2 h", Duration, 7200.0),
        ("1h30m", Duration, 5400.0),
        ("1 h 30 min 5 s", Duration, 5405.0),
        ("29s", Duration, 29.0),
        ("1.5 s", Duration, 1.5),
        ("250µs", Duration, 0.000_25),
        ("3 days", Duration, 259_200.0),
        ("1 month", Duration, SECONDS_PER_MONTH),
        ("0", Duration, 0.0),
        ("6MB", Data, 6e6),
        ("6 MiB", Data, 6_291_456.0),
        ("512Mi", Data, 536_870_912.0),
        ("10 GB", Data, 1e10),
        ("512 kB", Data, 512e3),
        ("300 bytes", Data, 300.0),
        ("2M/month", Rate, 2e6 / SECONDS_PER_MONTH),
        ("2 million / month", Rate, 2e6 / SECONDS_PER_MONTH),
        ("1,000/s", Rate, 1000.0),
        ("1_000/s", Rate, 1000.0),
        ("4000/min", Rate, 4000.0 / 60.0),
        ("50 per second", Rate, 50.0),
        ("50 requests per second", Rate, 50.0),
        ("250k per day", Rate, 250e3 / 86_400.0),
        ("40 rps", Rate, 40.0),
        ("1e3/s", Rate, 1000.0),
        ("62%", Share, 0.62),
        ("62 %", Share, 0.62),
        ("0.62", Share, 0.62),
        ("100%", Share, 1.0),
        ("500 USD/month", Money, 500.0),
        ("$500/month", Money, 500.0),
        ("USD 500 per month", Money, 500.0),
        ("$6k/year", Money, 500.0),
        ("1 USD/h", Money, 730.0),
        ("12", Count, 12.0),
        ("1.5k", Count, 1500.0),
        ("1_000", Count, 1000.0),
        ("12,345,678", Count, 12_345_678.0),
        ("2 million", Count, 2e6),
        (" 7 ", Count, 7.0),
    ];
    for (text, quantity, value) in cases {
        let found = parse_quantity(text, *quantity).unwrap_or_else(|e| panic!("`{text}`: {e}"));
        assert!(
            (found - value).abs() <= value * 1e-12,
            "`{text}` is {found}"
        );
    }
}

#[test]
#[rustfmt::skip] // A line each.
fn refuses_the_rest_with_advice() {
    let cases: &[(&str, Quantity, &str, &str)] = &[
        ("", Duration, "the value is empty", "`15 min`"),
        ("15", Duration, "`15` has no unit", "`15 min`"),
        ("15 minuts", Duration, "`minuts` is not a unit of time", "did you mean `minute`?"),
        ("15 MB", Duration, "`MB` is not a unit of time", "`15 min`"),
        ("5m1h", Duration, "the units of `5m1h` are not in falling order", "larger unit first"),
        ("5m5m", Duration, "the units of `5m5m` are not in falling order", "each once"),
        ("-5 s", Duration, "`-5 s` is negative", "zero or more"),
        ("soon", Duration, "`soon` does not start with a number", "`15 min`"),
        ("NaN", Count, "`NaN` does not start with a number", "`12`"),
        ("inf", Count, "`inf` does not start with a number", "`12`"),
        ("1e999", Count, "`1e999` is too large", "`12`"),
        ("1,5", Count, "`1,5` could be read in two ways", "write `1.5` or `15`"),
        ("12 people", Count, "`people` in `12 people` is not understood", "`12`"),
        ("2 milion", Count, "`milion` in `2 milion` is not understood", "did you mean `million`?"),
        ("6", Data, "`6` has no unit", "`6 MB`"),
        ("6 Mb", Data, "`Mb` means bits", "`MB`"),
        ("6 MBB", Data, "`MBB` is not a unit of data", "did you mean `MB`?"),
        ("50", Rate, "`50` says no period", "`50/s`"),
        ("50/fortnight", Rate, "`fortnight` is not a unit of time", "`50/s`"),
        ("50 per secnd", Rate, "`secnd` is not a unit of time", "did you mean `second`?"),
        ("62", Share, "`62` is more than the whole", "did you mean `62%`?"),
        ("140%", Share, "`140%` is more than the whole", "between 0% and 100%"),
        ("500", Money, "`500` names no currency", "`500 USD/month`"),
        ("500 USD", Money, "`500 USD` says no period", "`500 USD/month`"),
        ("€500/month", Money, "`€500/month` is not in US dollars", "convert it"),
        ("500 EUR/month", Money, "`500 EUR/month` is not in US dollars", "convert it"),
    ];
    for (text, quantity, message, help) in cases {
        let error = match parse_quantity(text, *quantity) {
            Ok(value) => panic!("`{text}` is {value}"),
            Err(error) => error,
        };
        assert_eq!(&error.message, message);
        let found = error.help.unwrap_or_default();
        assert!(found.contains(help), "`{text}` helps: {found}");
    }
}

#[test]
fn prints_for_people() {
    let cases: &[(f64, Quantity, &str)] = &[
        (900.0, Duration, "15 min"),
        (29.0, Duration, "29 s"),
        (0.9, Duration, "900 ms"),
        (0.000_25, Duration, "250 µs"),
        (1.5, Duration, "1.5 s"),
        (5400.0, Duration, "90 min"),
        (3600.0, Duration, "1 h"),
        (86_400.0, Duration, "1 day"),
        (604_800.0, Duration, "7 days"),
        (0.0, Duration, "0 s"),
        (6e6, Data, "6 MB"),
        (6_291_456.0, Data, "6 MiB"),
        (10_737_418_240.0, Data, "10 GiB"),
        (262_144.0, Data, "256 KiB"),
        (300.0, Data, "300 B"),
        (100.0, Rate, "100/s"),
        (4000.0 / 60.0, Rate, "4000/min"),
        (2e6 / SECONDS_PER_MONTH, Rate, "2 million/month"),
        (250e3 / 86_400.0, Rate, "250,000/day"),
        (0.77, Rate, "0.77/s"),
        (1e6, Rate, "1 million/s"),
        (0.62, Share, "62 %"),
        (0.07, Share, "7 %"),
        (1.0 / 3.0, Share, "33.33 %"),
        (500.0, Money, "500 USD/month"),
        (12_345.5, Money, "12,346 USD/month"),
        (12.0, Count, "12"),
        (1500.0, Count, "1500"),
        (12_345.0, Count, "12,345"),
        (2e6, Count, "2 million"),
        (0.1 + 0.2, Count, "0.3"),
    ];
    for (value, quantity, text) in cases {
        assert_eq!(format_quantity(*value, *quantity), *text);
    }
}

const ALL: [Quantity; 6] = [Duration, Data, Rate, Share, Money, Count];

proptest! {
    #[test]
    fn what_is_printed_is_read_back(
        mantissa in 0.0..10.0_f64,
        exponent in -12..14_i32,
        which in 0..6_usize,
    ) {
        let quantity = ALL[which];
        let mut value = mantissa * 10_f64.powi(exponent);
        if quantity == Share {
            value = mantissa / 10.0;
        }
        let text = format_quantity(value, quantity);
        let back = parse_quantity(&text, quantity);
        let back = back.map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        prop_assert!((back - value).abs() <= value * 6e-4, "{value} -> {text} -> {back}");
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}", which in 0..6_usize) {
        if let Ok(value) = parse_quantity(&text, ALL[which]) {
            prop_assert!(value.is_finite() && value >= 0.0);
        }
    }

    #[test]
    fn no_soup_of_units_panics(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "1", "15", ".5", "1,000", "1e3", "k", "M", "m", "min", "h", "MB", "MiB", "b", "/",
                "per", "s", "month", "%", "$", "USD", "-", " ", "e", "_", "€", "µs", "İ",
            ]),
            0..8,
        ),
        which in 0..6_usize,
    ) {
        if let Ok(value) = parse_quantity(&words.concat(), ALL[which]) {
            prop_assert!(value.is_finite() && value >= 0.0);
        }
    }

    #[test]
    fn no_value_panics(bits in any::<u64>(), which in 0..6_usize) {
        prop_assert!(!format_quantity(f64::from_bits(bits), ALL[which]).is_empty());
    }
}
