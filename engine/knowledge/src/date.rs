//! Dates as the knowledge base writes them.

/// Whether a text is a year, month or day in ISO 8601: `2026`, `2026-11` or `2026-11-21`.
#[must_use]
pub fn is_iso_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4));
    let Some(year) = year else { return false };
    let Some(month) = parts.next() else {
        return true;
    };
    let Some(month) = number(month, 2).filter(|month| (1..=12).contains(month)) else {
        return false;
    };
    let Some(day) = parts.next() else { return true };
    let day = number(day, 2);
    parts.next().is_none() && day.is_some_and(|day| (1..=days_in(year, month)).contains(&day))
}

fn number(part: &str, digits: usize) -> Option<u32> {
    let well_formed = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| well_formed)
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::is_iso_date;

    #[test]
    fn dates_are_of_the_calendar() {
        for good in ["2026", "2026-11", "2026-11-21", "2024-02-29", "2000-02-29"] {
            assert!(is_iso_date(good), "{good}");
        }
        for bad in [
            "",
            "26",
            "2026-",
            "2026-1",
            "2026-13",
            "2026-00",
            "2026-11-31",
            "2026-02-29",
            "1900-02-29",
            "2026-11-21-",
            "2026-11-00",
            "21.11.2026",
            "+026",
            "２０２６",
            "2026-11-21T00:00",
        ] {
            assert!(!is_iso_date(bad), "{bad}");
        }
    }
}
