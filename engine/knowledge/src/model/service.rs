//! Services of the providers, and the roles that they play in a design.

use std::collections::BTreeMap;

use plumbline_rules::Condition;
use serde::{Deserialize, Serialize};

use super::{Origin, Reference, words};

words! {
    /// Who offers a service.
    pub enum Provider {
        /// Amazon Web Services.
        Aws = "aws", "AWS";
        /// Microsoft Azure.
        Azure = "azure", "Azure";
        /// Google Cloud.
        Gcp = "gcp", "Google Cloud";
        /// Software that one runs oneself.
        SelfHosted = "self-hosted", "Self-hosted";
        /// A service that belongs to none of the clouds.
        Independent = "independent", "Independent";
    }
}

impl Provider {
    /// The three clouds that every design is drawn for.
    pub const CLOUDS: [Self; 3] = [Self::Aws, Self::Azure, Self::Gcp];
}

words! {
    /// How far what is built on a service can move.
    pub enum Portability {
        /// It runs anywhere.
        Open = "open", "runs anywhere";
        /// Others offer the same interface or protocol.
        Compatible = "compatible", "an open interface";
        /// It exists only there.
        Proprietary = "proprietary", "exists only there";
    }
}

/// A service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// For example `aws-lambda`.
    pub id: String,
    /// Its own name.
    pub name: String,
    /// Who offers it.
    pub provider: Provider,
    /// Indices into [`Knowledge::roles`](super::Knowledge::roles).
    pub roles: Vec<usize>,
    /// What it is, in a sentence.
    pub summary: String,
    /// How it is billed, without prices.
    pub billing: String,
    /// What is known about its cold starts, where it has any.
    pub cold_start: Option<String>,
    /// How far what is built on it can move.
    pub portability: Portability,
    /// What it allows at most.
    pub limits: Vec<ServiceLimit>,
    /// What is nearest to it elsewhere: indices into
    /// [`Knowledge::services`](super::Knowledge::services).
    pub equivalents: Vec<usize>,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
    /// Where it is written.
    pub origin: Origin,
}

/// A limit of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceLimit {
    /// For example `timeout`; in conditions `aws-lambda.timeout`.
    pub id: String,
    /// A noun phrase: "AWS Lambda's time limit".
    pub label: String,
    /// How much.
    pub value: LimitValue,
    /// The day for which that was found, in ISO 8601.
    pub as_of: String,
    /// Seen in the provider's documentation; otherwise recalled, and shown as uncertain.
    pub sure: bool,
    /// What it was drawn from.
    pub sources: Vec<Reference>,
}

/// How much a limit allows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LimitValue {
    /// A number with a unit: index into the vocabulary's limits.
    Quantity(usize),
    /// Words only.
    Text(String),
}

/// A role that services play in a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// For example `function`.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The glyph by which it is drawn.
    pub glyph: String,
    /// Who plays it where: indices into [`Knowledge::services`](super::Knowledge::services).
    pub services: BTreeMap<Provider, usize>,
    /// Who plays it instead where the code doesn't run on functions, since the usual service is a
    /// part of them.
    pub without_functions: BTreeMap<Provider, usize>,
    /// When this holds, it has nothing to do across a design and is left out of what cuts across.
    pub absent: Option<Condition>,
    /// Where it is written.
    pub origin: Origin,
}

impl Role {
    /// Roles that stand outside the provider's cloud and that no service plays.
    pub const OUTSIDE: [&'static str; 3] = ["client", "device", "external"];

    /// Whether it stands outside the provider's cloud.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        Self::OUTSIDE.contains(&self.id.as_str())
    }
}
