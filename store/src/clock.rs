//! The one place that reads the time and writes it down. All times are in UTC, to the second.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// As in `2026-11-21T093000Z`: colons can't stand in the names of files everywhere.
const IN_NAMES: &str = "%Y-%m-%dT%H%M%SZ";

/// Now.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// As people and programs read it: `2026-11-21T09:30:00Z`.
pub fn written(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// As it stands in the name of a file: `2026-11-21T093000Z`.
pub fn in_name(time: Timestamp) -> String {
    time.strftime(IN_NAMES).to_string()
}

/// The time that stands in the name of a file.
pub fn from_name(text: &str) -> Option<Timestamp> {
    let time = DateTime::strptime(IN_NAMES, text).ok()?;
    // Only what is written in the one way: the parser would take more.
    let time = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
    (in_name(time) == text).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::{from_name, in_name, written};

    #[test]
    fn times_in_names_are_read_back() {
        let time = from_name("2026-11-21T093000Z").unwrap();
        assert_eq!(written(time), "2026-11-21T09:30:00Z");
        assert_eq!(in_name(time), "2026-11-21T093000Z");
        for wrong in [
            "",
            "2026-11-21",
            "2026-11-21T09:30:00Z",
            "2026-02-30T093000Z",
            "2026-11-21T093000Z ",
            "2026-11-21T93000Z",
            "../../etc/passwd",
        ] {
            assert_eq!(from_name(wrong), None, "{wrong}");
        }
    }
}
