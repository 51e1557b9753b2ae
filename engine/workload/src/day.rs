//! A day of the calendar.

use std::fmt;

use plumbline_knowledge::is_iso_date;
use serde::{Deserialize, Serialize};

/// A day of the calendar in ISO 8601, such as `2026-11-21`. An earlier day is less than a later one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(String);

impl Day {
    /// The day that a text is; none for a year or month alone, and for what is in no calendar.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let whole = text.len() == "2026-11-21".len();
        (whole && is_iso_date(text)).then(|| Self(text.to_owned()))
    }

    /// The day as it is written: `2026-11-21`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a day such as `2026-11-21`"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn only_whole_days_of_the_calendar_can_be_built() {
        for good in ["2026-11-21", "2024-02-29", "0000-02-29"] {
            assert_eq!(Day::parse(good).unwrap().as_str(), good);
            let json = format!("\"{good}\"");
            let day: Day = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&day).unwrap(), json);
        }
        for bad in [
            "2026",
            "2026-11",
            "2026-02-29",
            " 2026-11-21",
            "21.11.2026",
            "２０26",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
            assert!(
                serde_json::from_str::<Day>(&format!("\"{bad}\"")).is_err(),
                "{bad}"
            );
        }
    }

    #[test]
    fn days_are_in_the_order_of_time() {
        let days = ["1999-12-31", "2026-02-10", "2026-11-09", "2026-11-10"].map(Day::parse);
        assert!(days.is_sorted());
    }
}
