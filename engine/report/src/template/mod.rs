//! The templates of documents: the built-in ones, and those of an organisation over them.

mod fault;
mod filters;

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior};
use plumbline_source::{Diagnostic, Source, did_you_mean, quote};
use serde::Serialize;

use crate::error::ReportError;
use crate::kind::Kind;
use fault::diagnostic;

/// The built-in files, by name.
const BUILT_IN: [(&str, &str); 8] = [
    (
        "adr.md.jinja",
        include_str!("../../../../templates/adr.md.jinja"),
    ),
    (
        "checklists.md.jinja",
        include_str!("../../../../templates/checklists.md.jinja"),
    ),
    (
        "evolution.md.jinja",
        include_str!("../../../../templates/evolution.md.jinja"),
    ),
    (
        "lock-in.md.jinja",
        include_str!("../../../../templates/lock-in.md.jinja"),
    ),
    (
        "one-pager.md.jinja",
        include_str!("../../../../templates/one-pager.md.jinja"),
    ),
    (PAGE, include_str!("../../../../templates/page.html.jinja")),
    (STYLE, include_str!("../../../../templates/page.css")),
    (
        "review.md.jinja",
        include_str!("../../../../templates/review.md.jinja"),
    ),
];

const PAGE: &str = "page.html.jinja";
const STYLE: &str = "page.css";

/// Under this name before its own, a built-in template can be had where another one stands for it.
const BEFORE: &str = "built-in/";

/// The template of a document.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::OnePager => "one-pager.md.jinja",
        Kind::Adr => "adr.md.jinja",
        Kind::Review => "review.md.jinja",
        Kind::Checklists => "checklists.md.jinja",
        Kind::LockIn => "lock-in.md.jinja",
        Kind::Evolution => "evolution.md.jinja",
    }
}

/// Templates that stand for built-in ones of the same name, and parts that they share.
///
/// A file `one-pager.md.jinja` stands for the built-in template of that name, which goes on to be there as
/// `built-in/one-pager.md.jinja`. A file whose name starts with `_` and ends in `.jinja` is for the others to include or
/// import. `docs/templates.md` says what templates can use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    own: BTreeMap<String, Arc<Source>>,
}

impl Templates {
    /// The built-in ones alone.
    pub const BUILT_IN: Self = Self {
        own: BTreeMap::new(),
    };

    /// Templates of these file names, without folders. A source's name is what messages call it.
    ///
    /// # Errors
    /// A file stands for no built-in one.
    pub fn new(
        files: impl IntoIterator<Item = (String, Arc<Source>)>,
    ) -> Result<Self, Box<Diagnostic>> {
        let own: BTreeMap<String, Arc<Source>> = files.into_iter().collect();
        for name in own.keys() {
            if !is_known(name) && !is_shared(name) {
                return Err(Box::new(unknown(name)));
            }
        }
        Ok(Self { own })
    }

    /// The file names that stand for built-in templates, in alphabetical order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.into_iter().map(|(name, _)| name)
    }

    /// The built-in template of a file name, to start one's own from.
    #[must_use]
    pub fn built_in(name: &str) -> Option<&'static str> {
        let found = BUILT_IN.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, text)| text)
    }

    /// The document in Markdown.
    pub(crate) fn markdown(
        &self,
        kind: Kind,
        view: &impl Serialize,
    ) -> Result<String, ReportError> {
        let view = Value::from(Serde(view));
        let rendered = self
            .environment(Language::Markdown)
            .and_then(|environment| environment.get_template(name(kind))?.render(&view));
        match rendered {
            Ok(text) => Ok(filters::tidy(&text)),
            Err(error) => Err(self.fault(&error, &view)),
        }
    }

    /// The HTML page around a document.
    pub(crate) fn page(&self, context: &impl Serialize) -> Result<String, ReportError> {
        let context = Value::from(Serde(context));
        let rendered = self
            .environment(Language::Html)
            .and_then(|environment| environment.get_template(PAGE)?.render(&context));
        rendered.map_err(|error| self.fault(&error, &context))
    }

    /// The style sheet of pages.
    pub(crate) fn style(&self) -> &str {
        self.text(STYLE).unwrap_or_default()
    }

    /// The text of a file, its own before the built-in one.
    fn text(&self, name: &str) -> Option<&str> {
        match self.own.get(name) {
            Some(source) => Some(&source.text),
            None => Self::built_in(name),
        }
    }

    fn environment(&self, language: Language) -> Result<Environment<'_>, Error> {
        let mut environment = Environment::new();
        environment.set_debug(true);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax()?);
        // Templates take over how they escape when they are added.
        match language {
            Language::Html => environment.set_auto_escape_callback(|_| AutoEscape::Html),
            Language::Markdown => {
                environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
                filters::add(&mut environment);
            }
        }
        for (name, text) in BUILT_IN {
            if language.has(name) {
                environment.add_template_owned(format!("{BEFORE}{name}"), text)?;
                environment.add_template(name, self.text(name).unwrap_or(text))?;
            }
        }
        for (name, source) in &self.own {
            if is_shared(name) && language.has(name) {
                environment.add_template(name, &source.text)?;
            }
        }
        Ok(environment)
    }

    fn fault(&self, error: &Error, view: &Value) -> ReportError {
        ReportError::Template(Box::new(diagnostic(error, view, |name| {
            if let Some(own) = self.own.get(name) {
                return Some(Arc::clone(own));
            }
            let text = Self::built_in(name.strip_prefix(BEFORE).unwrap_or(name))?;
            Some(Source::new(name, text))
        })))
    }
}

/// What a template makes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Markdown,
    Html,
}

impl Language {
    /// Whether a file makes it.
    fn has(self, name: &str) -> bool {
        let html = name.ends_with(".html.jinja");
        let markdown = name.ends_with(".md.jinja");
        match self {
            Self::Html => html || is_shared(name) && !markdown,
            Self::Markdown => markdown || is_shared(name) && !html,
        }
    }
}

fn is_known(name: &str) -> bool {
    Templates::names().any(|known| known == name)
}

/// Whether a file of this name is there for others to include.
fn is_shared(name: &str) -> bool {
    name.starts_with('_') && name.ends_with(".jinja")
}

fn unknown(name: &str) -> Diagnostic {
    let meant = did_you_mean(name, Templates::names())
        .map(|meant| format!("did you mean {}? ", quote(meant)))
        .unwrap_or_default();
    let names: Vec<String> = Templates::names().map(quote).collect();
    Diagnostic::error(format!("{} stands for no template", quote(name))).help(format!(
        "{meant}the templates are {}; the name of a file that they share starts with `_` and ends in `.jinja`",
        names.join(", ")
    ))
}

/// Lines that hold nothing but a block leave no trace.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
}
