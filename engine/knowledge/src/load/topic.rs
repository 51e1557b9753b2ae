//! What kind of thing a file holds, which its place in the folder tells.

use plumbline_source::{Diagnostic, did_you_mean, quote};

use crate::model::Provider;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Topic {
    Dimension,
    Question,
    Rule,
    TradeOff,
    ChecklistItem,
    Service,
    Role,
    Pattern,
    Stage,
    Claim,
    Contradiction,
    Guide,
    Source,
}

/// Where the files of a topic stand.
enum Home {
    File(&'static str),
    Folder(&'static str),
    /// A folder of folders, one for each dimension or provider.
    Folders(&'static str),
}

impl Topic {
    pub const ALL: [Self; 13] = [
        Self::Dimension,
        Self::Guide,
        Self::Source,
        Self::Question,
        Self::Service,
        Self::Role,
        Self::Rule,
        Self::TradeOff,
        Self::ChecklistItem,
        Self::Pattern,
        Self::Stage,
        Self::Claim,
        Self::Contradiction,
    ];

    /// A noun with its article.
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Dimension => "a dimension",
            Self::Question => "a question",
            Self::Rule => "a rule",
            Self::TradeOff => "a trade-off",
            Self::ChecklistItem => "a checklist item",
            Self::Service => "a service",
            Self::Role => "a role",
            Self::Pattern => "a pattern",
            Self::Stage => "a stage",
            Self::Claim => "a claim",
            Self::Contradiction => "a contradiction",
            Self::Guide => "a guide",
            Self::Source => "a source",
        }
    }

    /// The noun alone.
    pub fn noun(self) -> &'static str {
        self.phrase().trim_start_matches("a ")
    }

    const fn home(self) -> Home {
        match self {
            Self::Dimension => Home::File("dimensions.yaml"),
            Self::Question => Home::Folder("questions"),
            Self::Rule => Home::Folders("rules"),
            Self::TradeOff => Home::Folder("trade-offs"),
            Self::ChecklistItem => Home::Folder("checklists"),
            Self::Service => Home::Folders("services"),
            Self::Role => Home::File("roles.yaml"),
            Self::Pattern => Home::Folder("patterns"),
            Self::Stage => Home::Folder("stages"),
            Self::Claim => Home::Folder("claims"),
            Self::Contradiction => Home::File("contradictions.yaml"),
            Self::Guide => Home::Folder("guides"),
            Self::Source => Home::File("sources.yaml"),
        }
    }

    fn top(self) -> &'static str {
        match self.home() {
            Home::File(name) | Home::Folder(name) | Home::Folders(name) => name,
        }
    }

    /// The file to name in a help text: where an entry of this kind belongs.
    pub fn place(self) -> String {
        match self.home() {
            Home::File(name) => name.to_owned(),
            Home::Folder(name) => format!("{name}/"),
            Home::Folders(name) => format!("{name}/*/"),
        }
    }
}

/// What a path says about the entries in the file.
pub(crate) struct Placed {
    pub topic: Topic,
    /// The folder of a rule or service, which names its dimension or provider.
    pub folder: Option<String>,
}

/// The topic of the file at `path`, relative to the knowledge folder.
pub(crate) fn place(path: &str) -> Result<Placed, Diagnostic> {
    let parts: Vec<&str> = path.split('/').collect();
    let (Some(top), Some(name)) = (parts.first(), parts.last()) else {
        return Err(misplaced(path));
    };
    if !name.ends_with(".yaml") {
        let error = Diagnostic::error(format!("{} is not a knowledge file", quote(path)));
        return Err(match path.strip_suffix(".yml") {
            Some(stem) => error.help(format!("rename it to `{stem}.yaml`")),
            None => error.help("knowledge files end in `.yaml`; move the others out of the folder"),
        });
    }
    let Some(topic) = Topic::ALL.into_iter().find(|topic| topic.top() == *top) else {
        return Err(unknown_top(path, top, parts.len() == 1));
    };
    let folder = match (topic.home(), parts.as_slice()) {
        (Home::File(_), [_]) | (Home::Folder(_), [_, _]) => None,
        (Home::Folders(_), [_, folder, _]) => Some((*folder).to_owned()),
        _ => return Err(misplaced(path).help(belongs(topic))),
    };
    if topic == Topic::Service
        && let Some(folder) = &folder
        && Provider::from_id(folder).is_none()
    {
        let known = Provider::ALL.map(Provider::id);
        return Err(misplaced(path).help(match did_you_mean(folder, known) {
            Some(meant) => format!("did you mean `services/{meant}/{name}`?"),
            None => format!("the folders of `services` are `{}`", known.join("`, `")),
        }));
    }
    Ok(Placed { topic, folder })
}

fn misplaced(path: &str) -> Diagnostic {
    Diagnostic::error(format!("no knowledge file belongs at {}", quote(path)))
}

fn belongs(topic: Topic) -> String {
    match topic.home() {
        Home::File(name) => format!("put it into `{name}`"),
        Home::Folder(name) => format!("put it into `{name}`, without folders inside"),
        Home::Folders("rules") => {
            "put it into the folder of its dimension: `rules/<dimension>/<id>.yaml`".to_owned()
        }
        Home::Folders(name) => {
            format!("put it into the folder of its provider: `{name}/<provider>/<id>.yaml`")
        }
    }
}

fn unknown_top(path: &str, top: &str, is_file: bool) -> Diagnostic {
    let known = Topic::ALL.map(Topic::top);
    let error = misplaced(path);
    match did_you_mean(top, known) {
        Some(meant) => error.help(format!("did you mean `{meant}`?")),
        None if is_file => error.help("the files are `dimensions.yaml`, `roles.yaml`, `contradictions.yaml` and `sources.yaml`; everything else stands in a folder"),
        None => {
            let folders: Vec<String> = known
                .iter()
                .filter(|name| !name.ends_with(".yaml"))
                .map(|name| quote(name))
                .collect();
            error.help(format!("the folders are {}", folders.join(", ")))
        }
    }
}
