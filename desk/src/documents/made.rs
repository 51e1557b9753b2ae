//! A document, made.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plumbline_api::{Document, DocumentRequest, Problem};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_design::{Request, architecture, system};
use plumbline_diagram::{Font, Style};
use plumbline_knowledge::{Provider, is_iso_date};
use plumbline_print::{DiagramFormat, PaperFile};
use plumbline_report::Options;
use plumbline_report::adr::{Dialect, Filing, record};
use plumbline_source::quote;
use plumbline_workload::Workload;

use super::choice::{self, invalid};
use super::kind::{Format, Kind};
use super::read;

/// What is worked out once for the knowledge, not for each document.
static ASSESSOR: LazyLock<Assessor<'static>> = LazyLock::new(|| Assessor::new(knowledge()));

/// The longest name of a workload in the name of a file, in characters. Systems take 255 bytes, of
/// which a character has at most four.
const LONGEST_NAME: usize = 40;

/// Makes a document.
///
/// # Errors
/// [`Invalid`](plumbline_api::ProblemKind::Invalid) with what is wrong with the file or the
/// request.
pub fn document(request: &DocumentRequest) -> Result<Document, Problem> {
    let kind = choice::kind(&request.kind)?;
    let format = choice::format(kind, &request.format)?;
    if request.date.len() != "2026-11-21".len() || !is_iso_date(&request.date) {
        return Err(invalid(
            format!("{} is not a day of the calendar", quote(&request.date)),
            "write it as year, month and day: `2026-11-21`",
        ));
    }
    let workload = read(&request.text)?.workload;
    let workload = choice::on_provider(workload, request.provider.as_deref())?;
    match (kind, format) {
        (Kind::Paper(_), Format::Paper(file)) => write_paper(request, &workload, file),
        (Kind::Paper(_), Format::Record(dialect)) => write_record(request, &workload, dialect),
        (Kind::Diagram, Format::Diagram(format)) => draw(request, &workload, format),
        // `choice::format` gives formats of the kind and no others.
        (kind @ Kind::Paper(_), Format::Diagram(_))
        | (kind @ Kind::Diagram, Format::Paper(_) | Format::Record(_)) => {
            let message = format!(
                "{} can't be had as {}",
                quote(kind.id()),
                quote(format.id())
            );
            Err(invalid(message, "choose another format"))
        }
    }
}

fn write_paper(
    request: &DocumentRequest,
    workload: &Workload,
    file: PaperFile,
) -> Result<Document, Problem> {
    let assessment = ASSESSOR.assess(workload, DEFAULT_SEED);
    let options = Options {
        date: &request.date,
        provider: choice::provider(workload),
        templates: None,
    };
    let bytes = file
        .write(knowledge(), workload, &assessment, &options)
        .map_err(|error| invalid(error.message(), error.help()))?;
    let (name, kind) = (slug(&workload.name), file.kind().id());
    Ok(Document {
        name: format!("{name}-{kind}.{}", file.format().extension()),
        media_type: file.format().media_type().to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

fn write_record(
    request: &DocumentRequest,
    workload: &Workload,
    dialect: Dialect,
) -> Result<Document, Problem> {
    let assessment = ASSESSOR.assess(workload, DEFAULT_SEED);
    let options = Options {
        date: &request.date,
        provider: choice::provider(workload),
        templates: None,
    };
    let filing = Filing::first(dialect);
    let record = record(knowledge(), workload, &assessment, &filing, &options)
        .map_err(|error| invalid(error.message(), error.help()))?;
    Ok(Document {
        name: record.name,
        media_type: "text/markdown".to_owned(),
        base64: STANDARD.encode(record.text),
    })
}

fn draw(
    request: &DocumentRequest,
    workload: &Workload,
    format: DiagramFormat,
) -> Result<Document, Problem> {
    let theme = choice::theme(request.theme.as_deref())?;
    let part = choice::part(workload, request.part.as_deref())?;
    let pattern = choice::pattern(request.pattern.as_deref())?;
    if part.is_none() && pattern.is_some() && workload.parts.len() > 1 {
        return Err(invalid(
            "a pattern is of one part, and this workload has several",
            "name the part too, or leave out the pattern",
        ));
    }
    let provider = choice::cloud(workload);
    // Only for the sake of pictures is a workload moved that names no cloud: the picture then
    // shows the verdict that holds there.
    let workload = workload
        .on_provider(knowledge(), provider.id())
        .unwrap_or_else(|| workload.clone());
    let assessment = ASSESSOR.assess(&workload, DEFAULT_SEED);
    let asked = Request {
        provider,
        pattern,
        date: &request.date,
    };
    let drawn = match part {
        Some(part) => architecture(knowledge(), &workload, &assessment, part, &asked)
            .map(|drawn| drawn.diagram),
        None => system(knowledge(), &workload, &assessment, &asked),
    };
    let drawn = drawn.ok_or_else(|| {
        invalid(
            "this knowledge base has no pattern to draw",
            "choose another pattern",
        )
    })?;
    let font = if request.in_page {
        Font::OfPage
    } else {
        Font::Embedded
    };
    let bytes = format
        .write(&drawn, Style { theme, font })
        .map_err(|error| invalid(error.message(), error.help()))?;
    Ok(Document {
        name: diagram_name(&workload, part, provider, format.extension()),
        media_type: format.media_type().to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

fn diagram_name(
    workload: &Workload,
    part: Option<usize>,
    provider: Provider,
    extension: &str,
) -> String {
    let part = part
        .and_then(|part| workload.parts.get(part))
        .filter(|_| !workload.implicit_part)
        .map(|part| format!("-{}", slug(&part.id)));
    let (name, part) = (slug(&workload.name), part.unwrap_or_default());
    format!("{name}{part}-{}.{extension}", provider.id())
}

/// A name as a part of a file name: words with hyphens between them.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.chars().count() >= LONGEST_NAME {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "workload".to_owned()
    } else {
        slug.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_of_files_are_harmless() {
        for (name, expected) in [
            ("Checkout", "checkout"),
            ("Image thumbnails (v2)", "image-thumbnails-v2"),
            ("../../etc/passwd", "etc-passwd"),
            ("<script>", "script"),
            ("Größe", "größe"),
            ("\u{202e}gpj.exe", "gpj-exe"),
            ("…", "workload"),
            (
                &"a b".repeat(100),
                "a-ba-ba-ba-ba-ba-ba-ba-ba-ba-ba-ba-ba-ba",
            ),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
