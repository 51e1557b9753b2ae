//! Reading quantities as people write them.

use std::fmt;

use super::units::{
    DATA, EVENTS, MULTIPLIERS, RATE, SECONDS_PER_MONTH, TIME, multiplier, spellings, unit,
};
use crate::error::nearest;
use crate::vocabulary::Quantity;

/// Longer than any sensible value; what is longer is not repeated in a message.
const MAX_LENGTH: usize = 200;

/// Why a text is not a value of the quantity. The message is lowercase and has no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityError {
    /// What is wrong; the text in backticks.
    pub message: String,
    /// The forms that are understood, or the one that was probably meant.
    pub help: Option<String>,
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for QuantityError {}

/// Reads a value, such as `15 min`, `6MB`, `2M/month`, `62%` or `500 USD/month`, in the quantity's base
/// unit (see [`Quantity`]). Every value is finite and not negative.
///
/// # Errors
/// On anything that is not clearly a value of that quantity: no number, no or a wrong unit, a negative
/// or infinite value, a share above 100 %. Zero needs no unit.
pub fn parse_quantity(text: &str, quantity: Quantity) -> Result<f64, QuantityError> {
    let text = text.trim();
    if text.len() > MAX_LENGTH {
        return Err(error(
            format!("a value of {} bytes is too long", text.len()),
            forms(quantity),
        ));
    }
    if text.is_empty() {
        return Err(error("the value is empty".into(), forms(quantity)));
    }
    if text.starts_with(['-', '−']) && text.chars().skip(1).any(|c| c.is_ascii_digit()) {
        return Err(error(
            format!("`{text}` is negative"),
            "write zero or more".into(),
        ));
    }
    let reader = Reader { text, quantity };
    let value = match quantity {
        Quantity::Duration => reader.duration(),
        Quantity::Data => reader.data(),
        Quantity::Rate => reader.rate(),
        Quantity::Share => reader.share(),
        Quantity::Money => reader.money(),
        Quantity::Count => reader.count(),
    }?;
    if !value.is_finite() {
        return Err(error(format!("`{text}` is too large"), forms(quantity)));
    }
    Ok(value)
}

fn error(message: String, help: String) -> QuantityError {
    QuantityError {
        message,
        help: Some(help),
    }
}

fn forms(quantity: Quantity) -> String {
    match quantity {
        Quantity::Duration => "write a duration as `900 ms`, `29s`, `15 min`, `1h30m` or `3 days`",
        Quantity::Data => "write an amount of data as `512 kB`, `6 MB`, `6 MiB` or `10 GB`",
        Quantity::Rate => "write a rate as `50/s`, `4000/min`, `250k per day` or `2M/month`",
        Quantity::Share => "write a share as `62%` or `0.62`",
        Quantity::Money => "write money as `500 USD/month` or `$6k/year`",
        Quantity::Count => "write a count as `12`, `1.5k` or `2 million`",
    }
    .to_owned()
}

struct Reader<'a> {
    text: &'a str,
    quantity: Quantity,
}

impl<'a> Reader<'a> {
    /// The number at the start, with its multiplier, and what follows.
    fn amount(&self, text: &'a str) -> Result<(f64, &'a str), QuantityError> {
        let (value, rest) = self.number(text)?;
        let word = leading_word(rest);
        // In "6 MB" and "15 m" the letters are a unit.
        let unit_first = match self.quantity {
            Quantity::Duration => unit(TIME, word).is_some(),
            Quantity::Data => unit(DATA, word).is_some(),
            _ => false,
        };
        match multiplier(word) {
            Some(factor) if !unit_first => Ok((value * factor, after(rest, word))),
            _ => Ok((value, rest)),
        }
    }

    fn number(&self, text: &'a str) -> Result<(f64, &'a str), QuantityError> {
        let bytes = text.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = 0;
        let mut digits = String::new();
        while is_digit(end)
            || (end > 0 && matches!(bytes.get(end), Some(b',' | b'_')) && is_digit(end + 1))
        {
            if let Some(digit) = bytes.get(end).filter(|b| b.is_ascii_digit()) {
                digits.push(char::from(*digit));
            }
            end += 1;
        }
        let whole = text.get(..end).unwrap_or("");
        // "1,5" is one and a half in half of Europe: commas must group by thousands.
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or("").len();
        if whole.contains(',') && (first > 3 || groups.any(|group| group.len() != 3)) {
            return Err(error(
                format!("`{}` could be read in two ways", self.text),
                format!("write `{}` or `{}`", whole.replace(',', "."), digits),
            ));
        }
        if bytes.get(end) == Some(&b'.') && is_digit(end + 1) {
            digits.push('.');
            end += 1;
            while is_digit(end) {
                digits.push(char::from(bytes.get(end).copied().unwrap_or(b'0')));
                end += 1;
            }
        }
        if digits.is_empty() {
            return Err(error(
                format!("`{}` does not start with a number", self.text),
                forms(self.quantity),
            ));
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let mut exponent = end + 1 + sign;
            while is_digit(exponent) {
                exponent += 1;
            }
            if exponent > end + 1 + sign {
                digits.push_str(text.get(end..exponent).unwrap_or(""));
                end = exponent;
            }
        }
        let value = digits.parse::<f64>().unwrap_or(f64::INFINITY);
        Ok((value, text.get(end..).unwrap_or("").trim_start()))
    }

    fn duration(&self) -> Result<f64, QuantityError> {
        let mut rest = self.text;
        let mut total = 0.0;
        let mut smallest = f64::INFINITY;
        loop {
            let (value, after_number) = self.amount(rest)?;
            let word = leading_word(after_number);
            if after_number.is_empty() && value == 0.0 && rest == self.text {
                return Ok(0.0);
            }
            let Some(size) = unit(TIME, word) else {
                return Err(self.bad_unit(word, after_number, TIME));
            };
            if size >= smallest {
                return Err(error(
                    format!("the units of `{}` are not in falling order", self.text),
                    "write the larger unit first and each once: `1h30m`".into(),
                ));
            }
            smallest = size;
            total += value * size;
            rest = after(after_number, word);
            if rest.is_empty() {
                return Ok(total);
            }
        }
    }

    fn data(&self) -> Result<f64, QuantityError> {
        let (value, rest) = self.amount(self.text)?;
        if rest.is_empty() && value == 0.0 {
            return Ok(0.0);
        }
        let word = leading_word(rest);
        let bits = matches!(word, "Kb" | "Mb" | "Gb" | "Tb" | "kbit" | "Mbit" | "Gbit");
        if bits {
            return Err(error(
                format!("`{word}` means bits"),
                format!("write bytes: `{}B`", word.chars().next().unwrap_or('M')),
            ));
        }
        match unit(DATA, word) {
            Some(size) if after(rest, word).is_empty() => Ok(value * size),
            Some(_) => Err(self.left_over(after(rest, word))),
            None => Err(self.bad_unit(word, rest, DATA)),
        }
    }

    fn rate(&self) -> Result<f64, QuantityError> {
        let (value, mut rest) = self.amount(self.text)?;
        if rest.is_empty() && value == 0.0 {
            return Ok(0.0);
        }
        let word = leading_word(rest);
        if let Some(size) = unit(RATE, word)
            && after(rest, word).is_empty()
        {
            return Ok(value * size);
        }
        if EVENTS.contains(&word.to_lowercase().as_str()) {
            rest = after(rest, word);
        }
        Ok(value / self.period(rest)?)
    }

    fn share(&self) -> Result<f64, QuantityError> {
        let (value, rest) = self.number(self.text)?;
        let share = match rest {
            "" => value,
            "%" | "percent" | "per cent" | "pct" => value / 100.0,
            _ => return Err(self.left_over(rest)),
        };
        if share > 1.0 {
            let help = if rest.is_empty() && value <= 100.0 {
                format!("did you mean `{}%`?", self.text)
            } else {
                "a share lies between 0% and 100%".into()
            };
            return Err(error(
                format!("`{}` is more than the whole", self.text),
                help,
            ));
        }
        Ok(share)
    }

    fn money(&self) -> Result<f64, QuantityError> {
        let (text, sign) = match self.text.strip_prefix('$') {
            Some(rest) => (rest.trim_start(), true),
            None => (self.text, false),
        };
        let (prefix, text) = match text.get(..3) {
            Some(word) if !sign && word.eq_ignore_ascii_case("usd") => {
                (true, text.get(3..).unwrap_or("").trim_start())
            }
            _ => (sign, text),
        };
        if text.starts_with(['€', '£', '¥']) {
            return Err(self.other_currency());
        }
        let (value, mut rest) = self.amount(text)?;
        if rest.is_empty() && value == 0.0 {
            return Ok(0.0);
        }
        if !prefix {
            let word = leading_word(rest);
            rest = match rest.strip_prefix('$') {
                Some(after_sign) => after_sign.trim_start(),
                None if matches!(word.to_lowercase().as_str(), "usd" | "dollars" | "dollar") => {
                    after(rest, word)
                }
                None if ["eur", "euro", "euros", "gbp", "chf", "jpy"]
                    .contains(&word.to_lowercase().as_str())
                    || rest.starts_with(['€', '£', '¥']) =>
                {
                    return Err(self.other_currency());
                }
                None => {
                    return Err(error(
                        format!("`{}` names no currency", self.text),
                        forms(self.quantity),
                    ));
                }
            };
        }
        Ok(value * (SECONDS_PER_MONTH / self.period(rest)?))
    }

    fn count(&self) -> Result<f64, QuantityError> {
        let (value, rest) = self.amount(self.text)?;
        if rest.is_empty() {
            Ok(value)
        } else {
            Err(self.left_over(rest))
        }
    }

    /// `/s`, `/ month`, `per day`: the period in seconds.
    fn period(&self, rest: &'a str) -> Result<f64, QuantityError> {
        let named = match rest.strip_prefix('/') {
            Some(named) => Some(named),
            None if leading_word(rest).eq_ignore_ascii_case("per") => Some(after(rest, "per")),
            None => None,
        };
        let Some(named) = named.map(str::trim_start) else {
            return Err(if rest.is_empty() {
                error(
                    format!("`{}` says no period", self.text),
                    forms(self.quantity),
                )
            } else {
                self.left_over(rest)
            });
        };
        let word = leading_word(named);
        match unit(TIME, word) {
            Some(seconds) if after(named, word).is_empty() => Ok(seconds),
            Some(_) => Err(self.left_over(after(named, word))),
            None => Err(self.bad_unit(word, named, TIME)),
        }
    }

    fn bad_unit(
        &self,
        word: &str,
        rest: &str,
        units: &'static [super::units::Unit],
    ) -> QuantityError {
        if rest.is_empty() {
            return error(format!("`{}` has no unit", self.text), forms(self.quantity));
        }
        if word.is_empty() {
            return self.left_over(rest);
        }
        // A unit of two letters is one slip from too many others, except that sizes all look alike.
        let shortest = if self.quantity == Quantity::Data {
            2
        } else {
            3
        };
        let help = match nearest(word, spellings(units).filter(|s| s.len() >= shortest)) {
            Some(meant) => format!("did you mean `{}`?", proper(meant)),
            None => forms(self.quantity),
        };
        let of = match self.quantity {
            Quantity::Data => "data",
            _ => "time",
        };
        error(format!("`{word}` is not a unit of {of}"), help)
    }

    fn left_over(&self, rest: &str) -> QuantityError {
        let help = match nearest(
            leading_word(rest),
            spellings(MULTIPLIERS).filter(|s| s.len() > 2),
        ) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => forms(self.quantity),
        };
        error(
            format!("`{rest}` in `{}` is not understood", self.text),
            help,
        )
    }

    fn other_currency(&self) -> QuantityError {
        error(
            format!("`{}` is not in US dollars", self.text),
            "convert it, and write it as `500 USD/month`".into(),
        )
    }
}

/// The letters at the start.
fn leading_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

/// What follows the word, which the text starts with.
fn after<'a>(text: &'a str, word: &str) -> &'a str {
    text.get(word.len()..).unwrap_or("").trim_start()
}

/// A spelling as it is usually printed: units of data in capitals.
fn proper(spelling: &str) -> String {
    if DATA
        .iter()
        .any(|(size, s)| *size > 1.0 && s.first() == Some(&spelling))
    {
        match spelling {
            "kb" => "kB".into(),
            _ => spelling.to_uppercase().replace('I', "i"),
        }
    } else {
        spelling.into()
    }
}
