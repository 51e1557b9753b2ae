//! PDF, by way of Typst as a library. What people wrote reaches it as values (JSON and SVG), never as
//! source text, and it can read nothing else.

mod block;
mod diagram;
mod markdown;
mod paper;
mod world;

use typst::World;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::error::PrintError;

pub use diagram::diagram;
pub use paper::paper;

/// Lays a document out.
fn compile(world: &dyn World) -> Result<PagedDocument, PrintError> {
    typst::compile::<PagedDocument>(world)
        .output
        .map_err(|faults| refused(&faults))
}

/// Writes a document that is laid out, as of a day.
///
/// It conforms to PDF/UA-1 unless its text has characters that none of our typefaces have: the standard
/// asks for all of them, and a paper with a gap is better than none.
fn write(document: &PagedDocument, day: Option<Datetime>) -> Result<Vec<u8>, PrintError> {
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|fault| PrintError::Typesetter(fault.message().to_string()))?;
    let written = export(document, day, accessible)
        .or_else(|_| export(document, day, PdfStandards::default()));
    // What was laid out is kept for the next document, which is likely a later version of this one, and no
    // longer: a server would remember every document else.
    typst::comemo::evict(1);
    written
}

fn export(
    document: &PagedDocument,
    day: Option<Datetime>,
    standards: PdfStandards,
) -> Result<Vec<u8>, PrintError> {
    let options = PdfOptions {
        creator: Smart::Custom(Some("Plumbline".to_owned())),
        timestamp: day.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|faults| refused(&faults))
}

fn refused(faults: &[SourceDiagnostic]) -> PrintError {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    PrintError::Typesetter(messages.join("; "))
}

/// The day, at noon: a moment that is on the same day in nearly every time zone.
fn day(date: &str) -> Result<Datetime, PrintError> {
    parsed(date).ok_or_else(|| PrintError::Date(date.to_owned()))
}

fn parsed(date: &str) -> Option<Datetime> {
    let [year, month, day] = date.split('-').collect::<Vec<_>>().try_into().ok()?;
    let number = |digits: &str, count: usize| {
        let fits = digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (month, day) = (number(month, 2)?, number(day, 2)?);
    Datetime::from_ymd_hms(
        number(year, 4)?.into(),
        month.try_into().ok()?,
        day.try_into().ok()?,
        12,
        0,
        0,
    )
}
