//! What every command needs: where it writes, and what it knows.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use plumbline_assess::{Assessment, Assessor};
use plumbline_knowledge::{File, Knowledge, Provider};
use plumbline_source::{Diagnostic, Limits, Source, did_you_mean, quote};
use plumbline_workload::{Workload, load, providers};

use crate::exit::{Failure, report};
use crate::input;
use crate::terminal::{ColourChoice, Terminal};

/// More files than any knowledge base has, and more text.
const MOST_FILES: usize = 20_000;
const MOST_BYTES: usize = 100_000_000;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    /// Standard output.
    pub out: Terminal,
    /// Standard error.
    pub err: Terminal,
    overlay: Option<PathBuf>,
}

impl Session {
    /// A run with these global options.
    #[must_use]
    pub fn new(colour: ColourChoice, overlay: Option<PathBuf>) -> Self {
        Self {
            out: Terminal::stdout(colour),
            err: Terminal::stderr(colour),
            overlay,
        }
    }

    /// The folder of `--knowledge`.
    #[must_use]
    pub fn overlay(&self) -> Option<&Path> {
        self.overlay.as_deref()
    }

    /// The built-in knowledge, with the overlay of `--knowledge` over it if there is one.
    ///
    /// # Errors
    /// Everything that is wrong with the overlay.
    pub fn knowledge(&self) -> Result<Cow<'static, Knowledge>, Failure> {
        let Some(folder) = &self.overlay else {
            return Ok(Cow::Borrowed(plumbline_builtin::knowledge()));
        };
        let files = knowledge_files(folder)?;
        let loaded = plumbline_knowledge::overlay(&plumbline_builtin::files(), &files);
        loaded
            .knowledge
            .map(Cow::Owned)
            .ok_or_else(|| Failure(found_in(folder, &files, loaded.diagnostics)))
    }

    /// Reads a workload file, and says what is doubtful about it.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn workload(&self, knowledge: &Knowledge, path: &Path) -> Result<Workload, Failure> {
        let source = input::read(path, &Limits::workload())?;
        let loaded = load(knowledge, &source)?;
        if !loaded.warnings.is_empty() {
            report(&loaded.warnings, &self.err);
        }
        Ok(loaded.workload)
    }
}

/// A workload file's assessment, with what it was made from.
#[derive(Debug)]
pub struct Assessed {
    /// As it was read.
    pub workload: Workload,
    /// What comes of it.
    pub assessment: Assessment,
}

impl Assessed {
    /// Reads and assesses a workload file.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(
        session: &Session,
        knowledge: &Knowledge,
        path: &Path,
        seed: u64,
    ) -> Result<Self, Failure> {
        let workload = session.workload(knowledge, path)?;
        let assessment = Assessor::new(knowledge).assess(&workload, seed);
        Ok(Self {
            workload,
            assessment,
        })
    }
}

/// The workload on this provider, whatever the file says.
///
/// # Errors
/// When the knowledge base doesn't know this provider, or doesn't ask.
pub fn choose_provider(
    knowledge: &Knowledge,
    workload: &Workload,
    provider: &str,
) -> Result<Workload, Diagnostic> {
    workload.on_provider(knowledge, provider).ok_or_else(|| {
        let ids: Vec<&str> = providers(knowledge)
            .iter()
            .map(|option| option.id.as_str())
            .collect();
        if ids.is_empty() {
            return Diagnostic::error("this knowledge base doesn't ask for a provider")
                .help("leave out `--provider`");
        }
        let error = Diagnostic::error(format!("`--provider`: there is no {}", quote(provider)));
        let choices = format!("choose one of {}", ids.join(", "));
        error.help(match did_you_mean(provider, ids.iter().copied()) {
            Some(near) => format!("did you mean {}? {choices}", quote(near)),
            None => choices,
        })
    })
}

/// The provider that the workload names, if it names one that has services.
#[must_use]
pub fn answered_provider(knowledge: &Knowledge, workload: &Workload) -> Option<Provider> {
    Provider::from_id(&workload.provider(knowledge)?)
}

/// The same, if it is one of the three clouds.
#[must_use]
pub fn answered_cloud(knowledge: &Knowledge, workload: &Workload) -> Option<Provider> {
    answered_provider(knowledge, workload).filter(|provider| Provider::CLOUDS.contains(provider))
}

/// Mistakes in an overlay, with its files named as they are found from here; those of the knowledge
/// under it keep their names.
#[must_use]
pub fn found_in(folder: &Path, files: &[File], mut mistakes: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for place in mistakes.iter_mut().filter_map(|one| one.place.as_mut()) {
        let own = files.iter().any(|file| {
            file.path == place.source.name && file.bytes.ends_with(place.source.text.as_bytes())
        });
        if own {
            let name = folder.join(&place.source.name);
            place.source = Source::new(name.to_string_lossy(), place.source.text.clone());
        }
    }
    mistakes
}

/// The files of a folder of knowledge.
///
/// # Errors
/// When it isn't a folder, when files can't be read, or when there is nothing in it.
pub fn knowledge_files(folder: &Path) -> Result<Vec<File>, Failure> {
    let name = quote(&folder.to_string_lossy());
    match std::fs::metadata(folder) {
        Ok(about) if about.is_dir() => {}
        Ok(_) => {
            return Err(Diagnostic::error(format!(
                "{name} is a file, and a folder of knowledge is expected"
            ))
            .help("name the folder that it stands in")
            .into());
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Diagnostic::error(format!("there is no folder {name}"))
                .help("name a folder with YAML files, such as `rules/cost/our-rule.yaml`")
                .into());
        }
        Err(error) => return Err(input::unreadable(folder, &error).into()),
    }
    let mut files = Vec::new();
    let mut errors = Vec::new();
    let mut total = 0_usize;
    for path in input::below(folder, input::is_yaml, MOST_FILES)? {
        match input::read_bytes(&path, &Limits::default()) {
            Ok(bytes) => {
                total = total.saturating_add(bytes.len());
                if total > MOST_BYTES {
                    return Err(Diagnostic::error(format!(
                        "the files in {name} are too large: more than {} MB together",
                        MOST_BYTES / 1_000_000
                    ))
                    .help("name a folder that holds knowledge and nothing else")
                    .into());
                }
                let inside = path.strip_prefix(folder).unwrap_or(&path);
                let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
                files.push(File {
                    path: parts.join("/"),
                    bytes,
                });
            }
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(Failure(errors));
    }
    if files.is_empty() {
        return Err(Diagnostic::error(format!("there is no knowledge in {name}"))
            .help("put YAML files into folders in it that name their kind: `rules`, `questions`, `services`, …")
            .into());
    }
    Ok(files)
}
