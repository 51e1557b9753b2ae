//! Documents and drawings, made where the workloads are kept: their templates and formats would
//! make the page three times as large.

use serde::{Deserialize, Serialize};

/// A kind of document that can be had. New kinds appear in the app by themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentKind {
    /// Kebab-case: `one-pager`.
    pub id: String,
    /// What people call it: "One-pager".
    pub label: String,
    /// Who it is for and what is in it; a sentence.
    pub what: String,
    /// It is about one part of the workload and one pattern: a diagram.
    pub of_part: bool,
    /// The formats it can be had in, the one to look at first.
    pub formats: Vec<DocumentFormat>,
}

/// A format of a kind of document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentFormat {
    /// Kebab-case: `html`.
    pub id: String,
    /// What people call it: "Web page (HTML)".
    pub label: String,
}

/// What a document is wanted of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentRequest {
    /// The workload file, in YAML, as it stands in the page.
    pub text: String,
    /// [`DocumentKind::id`].
    pub kind: String,
    /// [`DocumentFormat::id`].
    pub format: String,
    /// `aws`, `azure` or `gcp`; without one the provider that the workload names, else AWS.
    #[serde(default)]
    pub provider: Option<String>,
    /// The id of the part that a diagram is of; without one all parts in one picture.
    #[serde(default)]
    pub part: Option<String>,
    /// The id of the pattern that is drawn; without one the pattern that fits best.
    #[serde(default)]
    pub pattern: Option<String>,
    /// `light`, `dark`, or `auto`, which follows the reader's system.
    #[serde(default)]
    pub theme: Option<String>,
    /// The day of the document where the person is: `2026-11-21`.
    pub date: String,
}

/// A finished document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Document {
    /// A name for the file: `checkout-one-pager.html`.
    pub name: String,
    /// `text/html`, `image/svg+xml` and so on.
    pub media_type: String,
    /// The content, in base 64: some formats aren't text.
    pub base64: String,
}
