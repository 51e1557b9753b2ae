//! Rounding of figures that are shown.

/// To one decimal.
pub(crate) fn tenth(value: f64) -> f64 {
    libm::round(value * 10.0) / 10.0
}

/// To three decimals.
pub(crate) fn thousandth(value: f64) -> f64 {
    libm::round(value * 1000.0) / 1000.0
}
