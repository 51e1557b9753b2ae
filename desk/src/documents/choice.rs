//! What a request names, looked up.

use plumbline_api::{Problem, ProblemKind};
use plumbline_builtin::knowledge;
use plumbline_diagram::Theme;
use plumbline_knowledge::Provider;
use plumbline_source::{did_you_mean, quote};
use plumbline_workload::{Workload, providers};

use super::kind::{Format, Kind};

/// A request that can't be met.
pub fn invalid(message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem::new(ProblemKind::Invalid, message, help)
}

/// Something that isn't among what there is.
fn unknown(message: String, asked: &str, there: &[&str]) -> Problem {
    let help = match did_you_mean(asked, there.iter().copied()) {
        Some(near) => format!("did you mean {}?", quote(near)),
        None => format!("choose one of {}", there.join(", ")),
    };
    invalid(message, help)
}

/// The kind of this id.
pub fn kind(id: &str) -> Result<Kind, Problem> {
    Kind::all().find(|kind| kind.id() == id).ok_or_else(|| {
        let ids: Vec<&str> = Kind::all().map(Kind::id).collect();
        unknown(format!("there is no document {}", quote(id)), id, &ids)
    })
}

/// The format of this id.
pub fn format(kind: Kind, id: &str) -> Result<Format, Problem> {
    let formats = kind.formats();
    formats
        .iter()
        .copied()
        .find(|format| format.id() == id)
        .ok_or_else(|| {
            let ids: Vec<&str> = formats.iter().map(|format| format.id()).collect();
            let message = format!("{} can't be had as {}", quote(kind.id()), quote(id));
            unknown(message, id, &ids)
        })
}

/// The theme of this id; the reader's without one.
pub fn theme(id: Option<&str>) -> Result<Theme, Problem> {
    let id = id.unwrap_or(Theme::Auto.id());
    Theme::from_id(id).ok_or_else(|| {
        let ids = Theme::ALL.map(Theme::id);
        unknown(format!("there is no theme {}", quote(id)), id, &ids)
    })
}

/// Where the part of this id stands; none, which is all of them, without one.
pub fn part(workload: &Workload, id: Option<&str>) -> Result<Option<usize>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let ids: Vec<&str> = workload.parts.iter().map(|part| part.id.as_str()).collect();
    let found = ids.iter().position(|part| *part == id).ok_or_else(|| {
        let message = format!("the workload has no part {}", quote(id));
        unknown(message, id, &ids)
    })?;
    Ok(Some(found))
}

/// Where the pattern of this id stands.
pub fn pattern(id: Option<&str>) -> Result<Option<usize>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let found = knowledge().pattern(id).ok_or_else(|| {
        let patterns = knowledge().patterns.iter();
        let ids: Vec<&str> = patterns.map(|pattern| pattern.id.as_str()).collect();
        unknown(format!("there is no pattern {}", quote(id)), id, &ids)
    })?;
    Ok(Some(found))
}

/// The workload on the provider that was asked for, else as it is.
pub fn on_provider(workload: Workload, id: Option<&str>) -> Result<Workload, Problem> {
    let Some(id) = id else { return Ok(workload) };
    workload.on_provider(knowledge(), id).ok_or_else(|| {
        let ids: Vec<&str> = providers(knowledge())
            .iter()
            .map(|option| option.id.as_str())
            .collect();
        unknown(format!("there is no provider {}", quote(id)), id, &ids)
    })
}

/// Whose services a document names.
pub fn provider(workload: &Workload) -> Provider {
    workload
        .provider(knowledge())
        .and_then(|id| Provider::from_id(&id))
        .unwrap_or(Provider::Aws)
}

/// The cloud that a diagram is drawn on: those are drawn for the three clouds and for nothing else.
pub fn cloud(workload: &Workload) -> Provider {
    Some(provider(workload))
        .filter(|provider| Provider::CLOUDS.contains(provider))
        .unwrap_or(Provider::Aws)
}
