//! Whether the server runs.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// A server that runs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    /// The version of Plumbline: `0.1.0`.
    version: &'static str,
}

/// Whether the server runs, and which version it is. Needs no key.
#[utoipa::path(get, path = "/api/health", tag = "server", security(()), responses((status = 200, body = Health)))]
pub async fn health() -> Json<Health> {
    Json(Health {
        version: env!("CARGO_PKG_VERSION"),
    })
}
