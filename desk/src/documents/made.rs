//! A document, made.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plumbline_api::{Document, DocumentRequest, Problem};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_design::{Request, architecture};
use plumbline_knowledge::{Provider, is_iso_date};
use plumbline_report::{Options, Written, report};
use plumbline_source::quote;
use plumbline_workload::{Part, Workload};

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
        (Kind::Paper(_), Format::Written(written)) => write_paper(request, &workload, written),
        (Kind::Diagram, Format::Drawn(format)) => draw(request, &workload, format),
        // `choice::format` gives formats of the kind and no others.
        (kind @ Kind::Paper(_), Format::Drawn(_)) | (kind @ Kind::Diagram, Format::Written(_)) => {
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
    written: Written,
) -> Result<Document, Problem> {
    let assessment = ASSESSOR.assess(workload, DEFAULT_SEED);
    let options = Options {
        date: &request.date,
        provider: choice::provider(workload),
        templates: None,
    };
    let text = report(knowledge(), workload, &assessment, written, &options)
        .map_err(|error| invalid(error.message(), error.help()))?;
    Ok(Document {
        name: format!(
            "{}-{}.{}",
            slug(&workload.name),
            written.kind().id(),
            written.format().id()
        ),
        media_type: written.format().media_type().to_owned(),
        base64: STANDARD.encode(text),
    })
}

fn draw(
    request: &DocumentRequest,
    workload: &Workload,
    format: plumbline_diagram::Format,
) -> Result<Document, Problem> {
    let theme = choice::theme(request.theme.as_deref())?;
    let part = choice::part(workload, request.part.as_deref())?;
    let pattern = choice::pattern(request.pattern.as_deref())?;
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
    let drawn =
        architecture(knowledge(), &workload, &assessment, part, &asked).ok_or_else(|| {
            invalid(
                "this knowledge base has no pattern to draw",
                "choose another pattern",
            )
        })?;
    let text = format.write(&drawn.diagram, theme).map_err(|faults| {
        invalid(
            format!("the diagram can't be drawn: {}", faults.join("; ")),
            "choose another pattern",
        )
    })?;
    Ok(Document {
        name: diagram_name(&workload, part, provider, format.extension()),
        media_type: format.media_type().to_owned(),
        base64: STANDARD.encode(text),
    })
}

fn diagram_name(workload: &Workload, part: usize, provider: Provider, extension: &str) -> String {
    let part = workload
        .parts
        .get(part)
        .map_or(Part::IMPLICIT, |part| part.id.as_str());
    let name = slug(&workload.name);
    format!("{name}-{}-{}.{extension}", slug(part), provider.id())
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
