//! Quantities as people write them, and as they are printed.
//!
//! Months are 730 hours (a twelfth of 365 days, in whole hours), for durations, rates and money alike;
//! a year is twelve of them. Decimal sizes are powers of ten (`MB`), binary ones powers of two (`MiB`).

mod format;
mod parse;
mod units;

pub use format::format_quantity;
pub use parse::{QuantityError, parse_quantity};
pub use units::{HOURS_PER_MONTH, SECONDS_PER_MONTH};
