//! Today, for documents. The engine has no clock, so that the date comes from here.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, as `2026-11-21`. `SOURCE_DATE_EPOCH`, the convention for builds that can be
/// repeated, is taken for now where it is set.
#[must_use]
pub fn today() -> String {
    let told = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let seconds = told.unwrap_or_else(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |elapsed| elapsed.as_secs())
    });
    iso(seconds / 86_400)
}

/// The day so many days after the first of January 1970. The algorithm is Howard Hinnant's
/// `civil_from_days`, for days that are not negative.
fn iso(days: u64) -> String {
    // Years begin in March, so that the leap day is the last of a year; eras are of 400 years.
    let shifted = days.min(2_932_896) + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0_u64, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_704_067_199, "2023-12-31"),
            (1_709_164_800, "2024-02-29"),
            (1_795_219_200, "2026-11-21"),
            (4_107_542_400, "2100-03-01"),
            (u64::MAX, "9999-12-31"),
        ] {
            assert_eq!(iso(seconds / 86_400), expected, "{seconds}");
        }
    }
}
